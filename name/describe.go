package name

import (
	"strings"

	"readout/text"
)

// descriptions finds the nouns that describe a party and the phrases they head.
func (f *finder) descriptions() {
	const nouns = role | group | people | state | bodynoun | gatherhead
	for i := range f.tokens {
		if f.used[i] != free || f.cls[i]&nouns == 0 && !f.things {
			continue
		}
		switch f.tokens[i].XPOS {
		case text.NN, text.NNS, text.NNP, text.NNPS:
		default:
			continue
		}
		thing := f.cls[i]&(nouns&^gatherhead) == 0 && !(f.cls[i]&gatherhead != 0 && f.summit(i))
		if f.modifies(i) || thing && !f.things {
			continue
		}
		first, last := f.phrase(i)
		c := text.NoClass
		if !thing {
			c = f.describes(i)
		}
		if !f.things && (c == text.NoClass || first == i && f.bare(i, c)) {
			continue
		}
		if c == text.Person && f.longTitle(first, i, last) {
			continue
		}
		f.emit(first, last, i, text.Nominal, c)
	}
}

// joinedOffices marks the words that stand for an office only with the one before:
// "president-elect", "his opposite number", "the Indian PM" and not "3 PM".
func (f *finder) joinedOffices() {
	for i := 1; i < len(f.tokens); i++ {
		switch lower(f.forms[i]) {
		case "elect", "designate":
			if i > 1 && f.tokens[i-1].XPOS == text.HYPH && f.cls[i-2]&role != 0 {
				f.cls[i] |= role
			}
		case "number", "numbers":
			if lower(f.forms[i-1]) == "opposite" {
				f.cls[i] |= role
			}
		case "pm":
			if f.forms[i] == "PM" && f.tokens[i-1].UPOS != text.NUM {
				f.cls[i] = role
			}
		}
	}
}

// longTitle takes a description of office that a person's name ends for that person's
// title: "Head of the Office of the President of Ukraine Andriy Yermak". The name
// stands right behind the name of a state or body, with nothing between to say
// whose the office is.
func (f *finder) longTitle(first, head, last int) bool {
	for k := len(f.out) - 1; k >= 0 && f.out[k].Sentence == f.at; k-- {
		m := &f.out[k]
		if m.Form != text.Name || m.Class != text.Person || int(m.Last) != last || int(m.First) <= head+2 || m.Role != "" || !f.endsRealm(int(m.First)) {
			continue
		}
		if outer := f.outerOffice(head); outer >= 0 && m.Entry == "" {
			first, head = f.pastArticle(outer), outer
		}
		m.Role, m.Head = f.words(first, int(m.First)), text.Index(head)
		f.use(head, int(m.First), titled)
		return true
	}
	return false
}

// outerOffice returns the office of somebody beside the holder of office i, for whose name
// that behind it stands: "adviser to the President of Ukraine Jo Ruiz"; -1 for none.
func (f *finder) outerOffice(i int) int {
	h := int(f.tree.heads[i])
	if f.tokens[i].Rel != text.Nmod || h < 0 || h >= i || f.cls[h]&role == 0 || f.tokens[h].XPOS == text.NNS {
		return -1
	}
	c := f.caseOf(i)
	if c < 0 {
		return -1
	}
	switch lower(f.forms[h]) {
	case "wife", "husband", "spouse":
		return h // "the wife of the President of Ukraine Olena Zelenska"
	}
	if lower(f.forms[c]) != "to" {
		return -1
	}
	return h
}

// beside returns where the title of an unknown person begins that is told before token p: at
// the office beside the one that stands at title, if there is one.
func (f *finder) beside(title, p int) int {
	if n, k := f.known(p); n > 0 && k.class == text.Person || p-title < 3 || f.cls[title]&role == 0 {
		return title
	}
	if outer := f.outerOffice(title); outer >= 0 {
		return f.pastArticle(outer)
	}
	return title
}

// pastArticle returns where the phrase headed by i begins without its article.
func (f *finder) pastArticle(i int) int {
	first, _ := f.phrase(i)
	for first < i && f.tokens[first].UPOS == text.DET {
		first++
	}
	return first
}

// endsRealm tells whether the name of a state or body ends right before token i.
func (f *finder) endsRealm(i int) bool {
	for k := len(f.out) - 1; k >= 0 && f.out[k].Sentence == f.at; k-- {
		if m := &f.out[k]; int(m.Last) == i && m.Form == text.Name && (m.Class == text.State || m.Class == text.Body) {
			return true
		}
	}
	return false
}

// modifies tells whether noun i only narrows the noun after it ("leaders summit").
func (f *finder) modifies(i int) bool {
	h := int(f.tree.heads[i])
	switch f.tokens[i].Rel {
	case text.Compound, text.Amod, text.NmodDesc:
		return h > i
	case text.Flat, text.Fixed, text.Goeswith:
		return h >= 0
	}
	return false
}

// describes returns the class of what the noun i describes.
func (f *finder) describes(i int) text.Class {
	plural := f.tokens[i].XPOS == text.NNS || f.tokens[i].XPOS == text.NNPS
	c := f.cls[i]
	switch lemma := lower(f.tokens[i].Lemma); {
	case c&gatherhead != 0:
		return text.Gathering
	case plural && lemma == "party":
		return text.People
	case c&people != 0 && (plural || c&role == 0):
		return text.People
	case c&role != 0 && plural:
		return text.People
	case c&role != 0:
		return text.Person
	case c&state != 0:
		switch lemma {
		case "government", "administration", "regime", "presidency", "leadership":
			return text.Body
		case "state", "power", "superpower":
			if !plural {
				return text.NoClass
			}
		}
		return text.State
	case c&bodynoun != 0:
		return text.Body
	}
	return text.People
}

// bare tells whether a noun without article or modifier names no one in
// particular: "took office", "nominee for secretary of state".
func (f *finder) bare(i int, c text.Class) bool {
	if f.tokens[i].XPOS == text.NNS || f.tokens[i].XPOS == text.NNPS || capital(f.forms[i]) && i > 0 {
		return false
	}
	switch f.tokens[i].Rel {
	case text.Appos, text.Nsubj, text.NsubjPass, text.Vocative:
		return false
	}
	switch lower(f.forms[i]) {
	case "police", "parliament", "congress":
		return false
	}
	return c == text.Person || c == text.Body || c == text.State || c == text.Gathering
}

// summit tells whether noun i can stand for a gathering: a summit, a forum, a
// conference that is none with the press.
func (f *finder) summit(i int) bool {
	switch lower(f.tokens[i].Lemma) {
	case "summit", "forum":
		return true
	case "conference":
		return f.cls[max(0, i-1)]&body == 0 && !f.compounded(i)
	}
	return false
}

func (f *finder) compounded(i int) bool {
	for c := f.tree.first[i]; c >= 0; c = f.tree.next[c] {
		if r := f.tokens[c].Rel; r == text.Compound && !capital(f.forms[c]) {
			return true
		}
	}
	return false
}

func lower(s string) string { return strings.ToLower(s) }

// phrase returns the tokens of the description headed by i: what narrows the
// noun on its left, and its "of", "in", "from" on the right, without clauses.
func (f *finder) phrase(i int) (first, last int) {
	first, last = i, i+1
	for c := f.tree.first[i]; c >= 0; c = f.tree.next[c] {
		k := int(c)
		lo, hi := int(f.tree.lo[k]), int(f.tree.hi[k])
		switch f.tokens[k].Rel {
		case text.Det, text.DetPredet, text.Amod, text.Compound, text.NmodPoss, text.Nummod, text.NmodDesc, text.Flat:
			if k < i && hi <= i {
				first = min(first, lo)
			} else if k > i && lo == last {
				last = max(last, hi)
			}
		case text.Nmod:
			if k > i && lo == last && hi-i < 24 && f.narrows(k) {
				last = hi
			}
		}
	}
	first = max(first, i-14)
	for first < i && f.tokens[first].UPOS == text.PUNCT {
		first++
	}
	for first > 0 && f.used[first-1] == named && f.used[first] == named && f.oneName(first) {
		first-- // never cut a name in two
	}
	return first, last
}

// narrows tells whether the phrase headed by k, after a noun, tells which party is
// meant and not when or what about.
func (f *finder) narrows(k int) bool {
	if f.cls[k]&calendar != 0 || f.tokens[k].UPOS == text.NUM {
		return false
	}
	c := f.caseOf(k)
	if c < 0 {
		return true
	}
	switch lower(f.forms[c]) {
	case "after", "before", "during", "since", "until", "by", "about", "over", "amid", "despite", "ahead", "as", "following", "than":
		return false
	}
	return true
}

// oneName tells whether one name holds token i and the token before it.
func (f *finder) oneName(i int) bool {
	for k := len(f.out) - 1; k >= 0 && f.out[k].Sentence == f.at; k-- {
		if m := &f.out[k]; m.Form == text.Name && int(m.First) < i && i < int(m.Last) {
			return true
		}
	}
	return false
}

// pronouns finds the pronouns and the words that stand alone for two parties.
func (f *finder) pronouns() {
	for i := range f.tokens {
		t := &f.tokens[i]
		switch t.XPOS {
		case text.PRP, text.PRPS:
			if f.used[i] == named {
				continue // "Liu He"
			}
			if c, ok := pronoun(t.Form); ok || f.things && addressed(t.Form) {
				f.emit(i, i+1, i, text.Pronoun, c)
			}
		case text.DT, text.CD:
			f.alone(i)
		}
	}
}

// pronoun returns the class of what a pronoun stands for.
func pronoun(form string) (text.Class, bool) {
	switch lower(form) {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "me", "my", "mine", "myself":
		return text.Person, true
	case "they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "ourselves":
		return text.People, true
	case "it", "its", "itself":
		return text.NoClass, true
	}
	return text.NoClass, false
}

// addressed tells the words for whoever is spoken to.
func addressed(form string) bool {
	switch lower(form) {
	case "you", "your", "yours", "yourself":
		return true
	}
	return false
}

// alone finds "both", "the two" and "the three" without a noun.
func (f *finder) alone(i int) {
	switch f.tokens[i].Rel {
	case text.Nsubj, text.NsubjPass, text.Obj, text.Obl, text.Nmod, text.Iobj, text.NmodPoss:
	default:
		return
	}
	if lower(f.form(i+1)) == "of" {
		return // "both of our nations"
	}
	switch lower(f.forms[i]) {
	case "both":
		f.emit(i, i+1, i, text.Pronoun, text.People)
	case "two", "three":
		if i > 0 && lower(f.forms[i-1]) == "the" {
			f.emit(i-1, i+1, i, text.Pronoun, text.People)
		}
	}
}

// apposed tells beside the names of persons what an apposition says of them:
// "Sergei Lavrov, the Russian foreign minister", "the foreign minister, Sergei Lavrov".
func (f *finder) apposed() {
	for k := len(f.out) - 1; k >= 0 && f.out[k].Sentence == f.at; k-- {
		m := &f.out[k]
		if m.Class != text.Person || m.Role != "" {
			continue
		}
		h := int(m.Head)
		for c := f.tree.first[h]; c >= 0; c = f.tree.next[c] {
			if f.tokens[c].Rel == text.Appos && f.cls[c]&role != 0 && f.tokens[c].XPOS != text.NNS && !f.verbFollows(int(c)) {
				m.Role = f.roleText(int(c))
				break
			}
		}
		if up := int(f.tree.heads[h]); m.Role == "" && up >= 0 && f.tokens[h].Rel == text.Appos && f.cls[up]&role != 0 && f.tokens[up].XPOS != text.NNS {
			if outer := f.outerOffice(up); outer >= 0 && m.Entry == "" && m.First > 0 && f.endsRealm(int(m.First)) {
				up = outer
			}
			m.Role = f.roleText(up)
		}
	}
}

// verbFollows tells whether a verb follows at once on the phrase headed by i, as on a subject and
// not on an apposition: in "will meet Lavrov on Friday, a senior official said" he is no official.
func (f *finder) verbFollows(i int) bool {
	_, last := f.phrase(i)
	return last < len(f.tokens) && (f.tokens[last].XPOS == text.VBD || f.tokens[last].XPOS == text.VBZ)
}

// roleText returns the phrase headed by i without its article.
func (f *finder) roleText(i int) string {
	first, last := f.phrase(i)
	for first < i && (f.tokens[first].UPOS == text.DET || f.tokens[first].UPOS == text.PUNCT) {
		first++
	}
	for k := i + 1; k < last; k++ { // the person's own name does not tell the office
		if f.used[k] == named && f.tokens[k].Rel == text.Appos {
			last = k
		}
	}
	return f.words(first, last)
}

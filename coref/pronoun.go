package coref

import (
	"slices"
	"strings"

	"readout/text"
)

// pronoun returns the entity that a pronoun stands for, or -1.
func (r *resolver) pronoun(i int) int {
	if r.m[i].Entity >= 0 {
		return r.m[i].Entity
	}
	word := strings.ToLower(r.words(&r.m[i]))
	if e := r.self(i, word); e >= 0 {
		return e
	}
	if strings.HasSuffix(word, "self") && r.stresses(&r.m[i]) {
		return -1
	}
	if female, male := sexOfPronoun(word); female || male {
		return r.antecedent(i, female, male)
	}
	switch word {
	case "they", "them", "their", "theirs", "themselves":
		return r.plural(i)
	case "both", "the two":
		if e := r.twoOf(i); e >= 0 {
			return e
		}
		if pair := r.homePair(i); pair != nil {
			return r.together(i, pair)
		}
		return r.together(i, r.lastPersons(i, 2, noOffice))
	case "the three":
		return r.together(i, r.lastPersons(i, 3, noOffice))
	case "it", "its", "itself":
		if r.expletive(&r.m[i]) {
			return -1
		}
		return r.thing(i)
	}
	return -1
}

// twoOf returns the two described just before "the two", of mention i, whoever they are:
// "the two congresswomen may go after all, for the two had been promised it"; -1 for none.
func (r *resolver) twoOf(i int) int {
	var named []int // since told by name, of whom two would be the two
	for k := i - 1; k >= 0 && r.m[i].Sentence-r.m[k].Sentence <= 1 && len(named) < 2; k-- {
		c := &r.m[k]
		if c.Form == text.Name && c.Class == text.Person && !has(named, c.Entity) {
			named = append(named, c.Entity)
		}
		if c.Form != text.Nominal || c.Class != text.People || c.Entity < 0 || r.holds(c, &r.m[i]) {
			continue
		}
		toks := r.sents[c.Sentence].Tokens
		for j := c.First; j < c.Head; j++ {
			if strings.EqualFold(toks[j].Form, "two") && toks[j].Head == c.Head {
				return c.Entity
			}
		}
	}
	return -1
}

// homePair returns the only two persons whom the sentence just before mention i names, where they
// are not of two sides: "Rossi called Bianchi a loser. The two made peace." That others of whom
// more was told act for different states makes them no pair; nil for none.
func (r *resolver) homePair(i int) []int {
	for s := r.m[i].Sentence; s >= 0 && r.m[i].Sentence-s <= 1; s-- {
		var out []int
		for k := r.start[s]; k < r.start[s+1] && k < i; k++ {
			if c := &r.m[k]; c.Form == text.Name && c.Entity >= 0 && r.ents[c.Entity].Class == text.Person && !has(out, c.Entity) {
				out = append(out, c.Entity)
			}
		}
		if len(out) == 0 {
			continue
		}
		if len(out) == 2 && (r.ents[out[0]].Party.Side == "" || r.ents[out[1]].Party.Side == "" || r.clash(out[:1], out[1])) {
			return out
		}
		return nil
	}
	return nil
}

// stresses tells a "himself" that stresses the name right before it, of whom the document
// knows nothing more: "Otaiba himself met the prime minister".
func (r *resolver) stresses(m *text.Mention) bool {
	return m.First > 0 && r.sents[m.Sentence].Tokens[m.First-1].UPOS == text.PROPN
}

// self returns the subject of the verb that a reflexive pronoun hangs on, or -1.
func (r *resolver) self(i int, word string) int {
	if !strings.HasSuffix(word, "self") && word != "themselves" {
		return -1
	}
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	v := toks[m.Head].Head
	for steps := 0; v >= 0 && int(v) < len(toks) && steps < 4; steps++ {
		s := r.subjectOf(m.Sentence, v)
		if s < 0 {
			v = subjectLender(toks, v)
			continue
		}
		if s >= i {
			return -1
		}
		e := r.m[s].Entity
		if female, male := sexOfPronoun(word); e >= 0 && (female || male) && (r.ents[e].Class != text.Person || female && r.ents[e].Male || male && r.ents[e].Female) {
			return -1
		}
		return e
	}
	return -1
}

// expletive tells an "it" that stands for nothing: "it is time to talk", "it was the
// president who called", "it seems that".
func (r *resolver) expletive(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	t := &toks[m.Head]
	if t.Rel == text.Expl {
		return true
	}
	if t.Rel != text.Nsubj || t.Head < 0 || int(t.Head) >= len(toks) {
		return false
	}
	switch strings.ToLower(toks[t.Head].Lemma) {
	case "seem", "appear", "time", "clear", "unclear", "likely", "unlikely", "possible", "impossible", "necessary", "rain":
		return true
	}
	cop, clause := false, false
	for k := range toks {
		if toks[k].Head != t.Head || text.Index(k) <= m.Head {
			continue
		}
		switch toks[k].Rel {
		case text.Cop:
			cop = true
		case text.Csubj, text.Ccomp:
			clause = clause || toks[k].UPOS != text.PRON
		case text.AclRelcl:
			clause = clause || toks[t.Head].UPOS == text.PROPN // "it was Obama who called"
		}
	}
	return cop && clause
}

func sexOfPronoun(word string) (female, male bool) {
	switch word {
	case "he", "him", "his", "himself":
		return false, true
	case "she", "her", "hers", "herself":
		return true, false
	}
	return false, false
}

// The weights of what speaks for an antecedent, in points.
const (
	perSentence = 30 // off for each sentence between
	asSubject   = 25
	asObject    = 8
)

// told counts how often an entity was told in the mentions shortly before k.
func (r *resolver) told(e, k int) int {
	n := 0
	for j := k; j >= 0 && j > k-40; j-- {
		if r.m[j].Entity == e {
			n++
		}
	}
	return n
}

// standing gives the points of a candidate's place in its sentence.
func (r *resolver) standing(c *text.Mention) int {
	switch r.sents[c.Sentence].Tokens[c.Head].Rel {
	case text.Nsubj, text.NsubjPass, text.NsubjOuter:
		return asSubject
	case text.Obj, text.Iobj, text.Appos:
		return asObject
	case text.NmodPoss:
		return asObject / 2
	}
	return 0
}

// bound tells whether the candidate and the pronoun hang on one verb, so that
// they cannot be the same ("Putin met him").
func (r *resolver) bound(m, c *text.Mention) bool {
	if m.Sentence != c.Sentence {
		return false
	}
	toks := r.sents[m.Sentence].Tokens
	h := c.Head
	for steps := 0; toks[h].Rel == text.Appos && toks[h].Head >= 0 && steps < 4; steps++ {
		h = toks[h].Head // "His host, Raul Castro, met him"
	}
	p, q := &toks[m.Head], &toks[h]
	if strings.HasSuffix(strings.ToLower(p.Form), "self") || p.Rel == text.NmodPoss {
		return false
	}
	if p.Head < 0 {
		return false
	}
	return p.Head == q.Head || p.Rel != text.Nsubj && q.Rel == text.Nsubj && q.Head == subjectLender(toks, p.Head)
}

// holds tells whether the pronoun stands within what the candidate names, with its
// clauses, so that they cannot be the same ("any reason why it should exist"). What it
// does itself may be done to its own ("a delegation that told of their talks").
func (r *resolver) holds(c, m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	if c.Sentence == m.Sentence && toks[m.Head].Rel == text.NmodPoss && c.Last <= m.First {
		v := clauseOf(toks, m.Head)
		if s := r.subjectToken(m.Sentence, v); toks[v].Rel == text.AclRelcl && toks[v].Head == c.Head && s >= 0 && relative(&toks[s]) {
			return false
		}
	}
	return c.Sentence == m.Sentence && (c.Last > m.First || under(toks, c.Head, m.Head) && !r.heads(c.Head, c.Sentence) && !besideIt(toks, c.Head, m.Head))
}

// besideIt tells what is only joined to h, and hangs below it by that alone: "Peru and its allies".
func besideIt(toks []text.Token, h, b text.Index) bool {
	for steps := 0; steps < 16 && b >= 0; steps++ {
		if toks[b].Head == h {
			return toks[b].Rel == text.Conj
		}
		b = toks[b].Head
	}
	return false
}

// subjectToken returns the subject of verb v, or text.None.
func (r *resolver) subjectToken(s int, v text.Index) text.Index {
	toks := r.sents[s].Tokens
	for k := range toks {
		if toks[k].Head == v && (toks[k].Rel == text.Nsubj || toks[k].Rel == text.NsubjPass) {
			return text.Index(k)
		}
	}
	return text.None
}

// relative tells the pronouns that open a relative clause.
func relative(t *text.Token) bool {
	switch strings.ToLower(t.Form) {
	case "who", "which", "that":
		return true
	}
	return false
}

// heads tells whether a token heads a clause, with all that hangs on it.
func (r *resolver) heads(h text.Index, s int) bool {
	toks := r.sents[s].Tokens
	for i := range toks {
		if toks[i].Head == h && (toks[i].Rel == text.Nsubj || toks[i].Rel == text.Cop) {
			return true
		}
	}
	return false
}

// subjectLender is the verb from which verb v has its subject, where it has none of its
// own: "Trump called Pompeo and asked him", "Trump wanted to meet him".
func subjectLender(toks []text.Token, v text.Index) text.Index {
	verb := &toks[v]
	if verb.UPOS != text.VERB || verb.Rel != text.Conj && verb.Rel != text.Xcomp || verb.Head < 0 {
		return text.None
	}
	for i := range toks {
		own := toks[i].Head == v && (toks[i].Rel == text.Nsubj || toks[i].Rel == text.NsubjPass)
		object := verb.Rel == text.Xcomp && toks[i].Head == verb.Head && (toks[i].Rel == text.Obj || toks[i].Rel == text.Iobj)
		if own || object {
			return text.None
		}
	}
	return verb.Head
}

// plural returns whom "they" stands for: the last plural told, else the pair of
// persons of one sentence, else the body or state that was subject last.
func (r *resolver) plural(i int) int {
	m := &r.m[i]
	if r.ofSpeakers(m) {
		return -1
	}
	if ahead := r.pairAhead(i); ahead != nil {
		return r.together(i, ahead)
	}
	if e := r.toldAbout(i); e >= 0 {
		return e
	}
	if pair := r.statesActing(i); pair != nil {
		return r.together(i, pair)
	}
	best, bestScore := -1, -1000
	var group []int // the best so far where it is several joined by "and"
	for k := i - 1; k >= 0 && k > i-80 && m.Sentence-r.m[k].Sentence <= 3; k-- {
		c := &r.m[k]
		if c.Entity < 0 || r.holds(c, m) || r.bound(m, c) {
			continue
		}
		e := &r.ents[c.Entity]
		score := 100 - perSentence*(m.Sentence-c.Sentence) + r.standing(c)
		switch {
		case c.Class == text.People && c.Form == text.Pronoun:
			score += 15
		case e.Class == text.People:
			score += 20
		case e.Class == text.Person:
			all := r.joined(k)
			if score += 15; len(all) > 1 && score > bestScore {
				best, bestScore, group = c.Entity, score, all
			}
			continue
		case e.Party.Role == "outlet" && r.standing(c) < asSubject:
			continue // who publishes a text does nothing in it
		case e.Class == text.Group, e.Class == text.Body:
			score -= 10
		case e.Class == text.State:
			score -= 20
		case e.Class == text.NoClass && r.sents[c.Sentence].Tokens[c.Head].XPOS == text.NNS:
		default:
			continue
		}
		if score > bestScore {
			best, bestScore, group = c.Entity, score, nil
		}
	}
	if len(group) > 0 {
		best = r.together(i, group)
	}
	if pair, last := r.pairBefore(i); len(pair) > 1 {
		if score := 115 - perSentence*(m.Sentence-last); score > bestScore {
			return r.together(i, pair)
		}
	}
	return best
}

// statesActing returns the two states told of last before "they" or "their", mention i, where what
// they do together holds it: "Rossi said Peru and Chile were fixing the day of their next talks".
func (r *resolver) statesActing(i int) []int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	for k := i - 1; k > r.start[m.Sentence]; k-- {
		x := &r.m[k]
		if within(m, x) || x.Entity < 0 {
			continue
		}
		pair := r.pairEnding(k, text.State)
		if pair == nil {
			return nil
		}
		for t := x.Last; t < m.First; t++ {
			switch toks[t].Rel {
			case text.Nsubj, text.NsubjPass, text.Obj, text.Iobj:
				if toks[t].XPOS == text.NNS {
					return nil // who or what it may mean too
				}
			}
		}
		return pair
	}
	return nil
}

// ofSpeakers tells whether a pronoun stands in what people say of whom the document knows
// nothing: "Campaign operatives have told him they want to meet". It is they.
func (r *resolver) ofSpeakers(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	h := clauseOf(toks, m.Head)
	if toks[m.Head].Rel != text.Nsubj || toks[h].Rel != text.Ccomp || toks[h].Head < 0 || !says(toks[toks[h].Head].Lemma) {
		return false
	}
	for k := range toks[:m.Head] {
		if toks[k].Head == toks[h].Head && toks[k].Rel == text.Nsubj {
			return toks[k].XPOS == text.NNS && r.headed(m.Sentence, text.Index(k)) < 0
		}
	}
	return false
}

// toldAbout returns the state to which somebody speaks about what is its own, of which pronoun i
// is the possessor: "he should talk to his country about their budget"; -1 for none.
func (r *resolver) toldAbout(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	x := matterOf(toks, m)
	if x.under == text.None || x.by != "about" && x.by != "over" && x.by != "regarding" {
		return -1
	}
	switch toks[x.under].Lemma {
	case "speak", "talk", "complain", "write":
	default:
		return -1
	}
	for k := r.start[m.Sentence]; k < i; k++ {
		if c := &r.m[k]; c.Class == text.State && c.Entity >= 0 && toks[c.Head].Head == x.under && prep(toks, c.Head) == "to" {
			return c.Entity
		}
	}
	return -1
}

// pairAhead returns the persons who are the subject of a sentence that opens with a phrase
// of theirs: "In their first conversation, Trump and Putin agreed". A date may stand before it,
// to which the tree then hangs the phrase.
func (r *resolver) pairAhead(i int) []int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	h := toks[m.Head].Head
	if toks[m.Head].Rel != text.NmodPoss || h < 0 || toks[h].Rel != text.Obl && toks[h].Rel != text.Nmod {
		return nil
	}
	for k := r.start[m.Sentence]; k < i; k++ {
		if r.m[k].Entity >= 0 || r.m[k].Form != text.Name {
			return nil // somebody is told of before, and may be meant
		}
	}
	for k := i + 1; k < r.start[m.Sentence+1]; k++ {
		if r.standing(&r.m[k]) != asSubject {
			continue
		}
		if toks[r.m[k].Head].Head < h {
			return nil
		}
		return r.joined(k)
	}
	return nil
}

// joined returns the persons of mention k and of those joined to it by "and" right
// after it; nil where there is only one.
func (r *resolver) joined(k int) []int {
	c := &r.m[k]
	toks := r.sents[c.Sentence].Tokens
	var out []int
	for j := k; j < len(r.m) && r.m[j].Sentence == c.Sentence; j++ {
		n := &r.m[j]
		if n.Entity < 0 || r.ents[n.Entity].Class != text.Person || has(out, n.Entity) {
			continue
		}
		if j == k || toks[n.Head].Rel == text.Conj && toks[n.Head].Head == c.Head {
			out = append(out, n.Entity)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// pairBefore returns the two persons of different sides told together in one
// sentence shortly before mention i, and that sentence.
func (r *resolver) pairBefore(i int) ([]int, int) {
	for s := r.m[i].Sentence; s >= 0 && s >= r.m[i].Sentence-2; s-- {
		var out []int
		for k := r.start[s]; k < r.start[s+1] && k < i; k++ {
			e := r.m[k].Entity
			if e >= 0 && r.ents[e].Class == text.Person && r.ents[e].Rule != "description" && !has(out, e) && !r.onlyHolds(k) {
				out = append(out, e)
			}
		}
		if len(out) == 2 && !r.clash(out[:1], out[1]) && r.ents[out[0]].Party.Side != "" {
			return out, s
		}
	}
	return nil, 0
}

// onlyHolds tells somebody who warns or argues what another can do: "Reed warned that Kim can
// switch". The two have nothing to do with each other.
func (r *resolver) onlyHolds(k int) bool {
	m := &r.m[k]
	toks := r.sents[m.Sentence].Tokens
	v := toks[m.Head].Head
	if toks[m.Head].Rel != text.Nsubj || v < 0 {
		return false
	}
	switch toks[v].Lemma {
	case "warn", "argue":
		return !slices.ContainsFunc(toks, func(t text.Token) bool { return t.Head == v && (t.Rel == text.Obj || t.Rel == text.Iobj) })
	}
	return false
}

// thing returns the state or body that "it" stands for, or -1.
func (r *resolver) thing(i int) int {
	m := &r.m[i]
	best, bestScore := -1, 60
	for k := i - 1; k >= 0 && k > i-40 && m.Sentence-r.m[k].Sentence <= 1; k-- {
		c := &r.m[k]
		if c.Entity < 0 || r.holds(c, m) || r.bound(m, c) || c.Class == text.Nationality {
			continue
		}
		switch r.ents[c.Entity].Class {
		case text.State, text.Body, text.Group:
		case text.NoClass, text.Gathering, text.Work:
			if x := r.sents[c.Sentence].Tokens[c.Head].XPOS; x == text.NNS || x == text.NNPS {
				continue
			}
		default:
			continue
		}
		if score := 70 - perSentence*(m.Sentence-c.Sentence) + r.standing(c); score > bestScore {
			best, bestScore = c.Entity, score
		}
	}
	return best
}

// author returns the entity of those who say "I" or "we" in the document itself, where
// things are asked for too: whoever is interviewed, else somebody without a name.
func (r *resolver) author(c text.Class) int {
	key := "author " + c.String()
	if e, ok := r.keys[key]; ok {
		return e
	}
	e := -1
	if c == text.Person {
		e = r.interviewed()
	}
	if e < 0 {
		e = r.add(text.Entity{Class: c, Rule: "author"})
	}
	r.keys[key] = e
	return e
}

// opening is within how many sentences a text tells that it is an interview.
const opening = 12

// interviewed returns the person whom the opening of the document says to be
// interviewed, or -1: "X interviews Y", "an interview with Y", "X spoke with Y".
func (r *resolver) interviewed() int {
	for i := range r.m {
		m := &r.m[i]
		if m.Sentence >= opening {
			break
		}
		if m.Entity < 0 || r.ents[m.Entity].Class != text.Person || m.Form == text.Pronoun {
			continue
		}
		toks := r.sents[m.Sentence].Tokens
		up := toks[m.Head].Head
		if up < 0 || int(up) >= len(toks) {
			continue
		}
		asked := strings.EqualFold(toks[up].Lemma, "interview")
		switch toks[m.Head].Rel {
		case text.Obj, text.NsubjPass:
			if asked {
				return m.Entity
			}
		case text.Nmod, text.Obl:
			switch toks[up].Lemma {
			case "speak", "talk", "interview":
				if p := prep(toks, m.Head); p == "with" || p == "to" {
					return m.Entity
				}
			}
		}
	}
	return -1
}

// first returns the speaker for "I" and "we" within a quotation, or -1.
func (r *resolver) first(i int) int {
	m := &r.m[i]
	switch word := strings.ToLower(r.words(m)); {
	case speaksHimself(word):
		if r.inQuote(m) {
			if e := r.speaker(m.Sentence, m.First); e >= 0 {
				return e
			}
		}
		if r.things {
			return r.author(m.Class)
		}
	case word == "you", word == "your", word == "yours", word == "yourself":
		if r.inQuote(m) {
			return -1
		}
		return r.author(text.Person) // who is asked
	}
	return -1
}

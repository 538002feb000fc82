package syntax

import "readout/text"

// giveSubject mends the commonest mistake about an opening phrase: "After the talks in
// Lima, President Ruiz said" has the person in apposition to, or joined with, what stands
// before the comma, and the verb of the sentence without a subject. A finite verb has one
// in English: it is the noun between that comma and the verb, where no preposition leads it.
func giveSubject(tokens []text.Token) {
	takeLed(tokens)
	freeFromDay(tokens)
	speakAfterQuote(tokens)
	openWithParticiple(tokens)
	sayOfAnother(tokens)
	v := rootWithoutSubject(tokens)
	first := v
	for first > 0 && tokens[first-1].Form != "," {
		first--
	}
	if first < 2 {
		return
	}
	subject := text.None
	for k := v - 1; k >= first; k-- {
		t := &tokens[k]
		switch {
		case t.Head >= first:
		case subject >= 0:
			t.Head, t.Rel = subject, text.NmodDesc // "Foreign Minister" and the name, hung apart
		case !strayed(t) || !under(tokens, t.Head, v) || hasChild(tokens, k, text.Case):
			return
		default:
			subject = k
		}
	}
	if subject < 0 {
		return
	}
	tokens[subject].Head, tokens[subject].Rel = v, text.Nsubj
	if hasChild(tokens, v, text.AuxPass) {
		tokens[subject].Rel = text.NsubjPass
	}
}

// sayOfAnother gives a verb whose subject the parser took for the object of a verb of saying
// back to what is said: "The spokesman said Ruiz, in a call on Sunday, had assured him".
func sayOfAnother(tokens []text.Token) {
	k, v := saidApart(tokens)
	if k < 0 {
		return
	}
	subject := text.None
	for i := k + 1; i < v; i++ {
		if tokens[i].Head == k && tokens[i].Rel == text.Obj {
			subject = i
		}
	}
	if subject < 0 {
		return
	}
	for i := k + 1; i < v; i++ {
		if tokens[i].Head == k {
			tokens[i].Head = v
		}
	}
	tokens[subject].Rel = text.Nsubj
	if tokens[v].Rel == text.Root {
		tokens[k].Head, tokens[k].Rel = text.None, text.Root
	}
	tokens[v].Head, tokens[v].Rel = k, text.Ccomp
}

// saidApart finds a verb of saying and a perfect behind it without a subject, which the
// parser has govern the verb of saying, or joined with it.
func saidApart(tokens []text.Token) (said, v text.Index) {
	for i := range tokens {
		v, t := text.Index(i), &tokens[i]
		if t.XPOS != text.VBN || t.Rel != text.Root && t.Rel != text.Conj || !hasChild(tokens, v, text.Aux) || hasSubject(tokens, v) || hasChild(tokens, v, text.Cc) {
			continue
		}
		for k := v - 1; k > 0; k-- {
			governed := t.Rel == text.Root && tokens[k].Head == v && tokens[k].Rel == text.Advcl
			joined := t.Rel == text.Conj && t.Head == k
			if (governed || joined) && sayingVerb(tokens[k].Lemma) && hasSubject(tokens, k) && !hasChild(tokens, k, text.Mark, text.Ccomp) {
				return k, v
			}
		}
	}
	return text.None, text.None
}

// sayingVerb tells the verbs that a clause without "that" most often hangs on.
func sayingVerb(lemma string) bool {
	return lemma == "say" || lemma == "report" || lemma == "claim" || lemma == "add" || lemma == "note"
}

// speakAfterQuote gives the verb of saying behind a quotation its subject where an apposition
// stands between: `"It is late," Ruiz, the premier, said`.
func speakAfterQuote(tokens []text.Token) {
	v := rootWithoutSubject(tokens)
	if v < 4 || tokens[v-1].Form != "," {
		return
	}
	for k := v - 2; k > 1; k-- {
		t := &tokens[k]
		if t.UPOS != text.PROPN || t.Head < 0 || t.Head > k || !hasChildIn(tokens, k, k+1, v, text.Appos) {
			continue
		}
		first := k
		for first > 0 && tokens[first-1].Head == k && tokens[first-1].UPOS != text.PUNCT {
			first--
		}
		if first == 0 || !quotationMark(tokens[first-1].Form) {
			return
		}
		t.Head, t.Rel = v, text.Nsubj
		return
	}
}

// freeFromTime gives the place in the tree back to those between whom an occasion was, where
// the parser hung them on the time between: "a call last month between Ruiz and Lee".
func freeFromTime(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		m := t.Head
		if t.Rel != text.Nmod || m < 2 || m > text.Index(i) || !spanOfDays(tokens[m].Lemma) || !hasCase(tokens, i, "between") {
			continue
		}
		n := m - 1
		if l := tokens[n].Lemma; l == "last" || l == "this" || l == "next" || l == "on" {
			n--
		}
		if tokens[n].UPOS == text.NOUN {
			t.Head = n
		}
	}
}

// openWithParticiple takes from the root the participle that opens the sentence, taken for
// its subject, where a name behind a comma is: "Speaking in Lima, President Ruiz said".
func openWithParticiple(tokens []text.Token) {
	if len(tokens) < 4 || tokens[0].Rel != text.Csubj || tokens[0].XPOS != text.VBG {
		return
	}
	v := tokens[0].Head
	for k := v - 1; k > 1 && tokens[v].Rel == text.Root; k-- {
		switch {
		case tokens[k].Form == "," && k < v-1:
			tokens[0].Rel = text.Advcl
			for i := range tokens[1:k] {
				if t := &tokens[i+1]; t.Head == v && t.Rel == text.Obl {
					t.Head = 0 // what stands before the comma is the participle's
				}
			}
			return
		case tokens[k].UPOS != text.PROPN && tokens[k].UPOS != text.ADJ:
			return
		}
	}
}

// freeFromDate gives the subject of a sentence back that was hung on the date before it:
// "In March 2010 Biden, then vice president, met Netanyahu".
func freeFromDate(tokens []text.Token) {
	v := rootWithoutSubject(tokens)
	for k := 1; k < int(v); k++ {
		t := &tokens[k]
		if t.Head < 0 || t.Head >= text.Index(k) || tokens[t.Head].Rel != text.Obl || tokens[t.Head].Head != v {
			continue
		}
		switch t.Rel {
		case text.Flat, text.Appos, text.Nmod, text.NmodUnmarked:
		default:
			continue
		}
		first := k
		for first > 0 && (tokens[first-1].Head == text.Index(k) || tokens[first-1].Head == text.Index(k+1)) && tokens[first-1].Rel != text.Case {
			first--
		}
		if first == 0 || tokens[first-1].XPOS != text.CD || len(tokens[first-1].Form) != 4 || hasChild(tokens, text.Index(k), text.Case) || t.UPOS != text.PROPN && t.UPOS != text.NOUN {
			continue
		}
		date := t.Head
		t.Head, t.Rel = v, text.Nsubj
		for j := k + 1; j < int(v); j++ {
			if tokens[j].Head == date {
				tokens[j].Head = text.Index(k) // "then vice president"
			}
		}
		return
	}
}

// freeFromDay gives the place in the tree back to a name that was hung on the day right
// behind it: "will sit down with Lee next Tuesday".
func freeFromDay(tokens []text.Token) {
	for i := 2; i < len(tokens); i++ {
		day := &tokens[i]
		if l := tokens[i-1].Lemma; l != "next" && l != "last" && l != "this" || tokens[i-1].Head != text.Index(i) || !spanOfDays(day.Lemma) {
			continue
		}
		if day.Head < 0 || int(day.Head) >= i || day.Rel != text.Obl && day.Rel != text.Nmod && day.Rel != text.Obj {
			continue
		}
		name := text.None
		for k := i - 2; k > int(day.Head); k-- {
			if tokens[k].Head == text.Index(i) && tokens[k].UPOS == text.PROPN && (tokens[k].Rel == text.Compound || tokens[k].Rel == text.NmodDesc) {
				name = text.Index(k)
			}
		}
		if name < 0 {
			continue
		}
		for k := int(day.Head) + 1; k < i-1; k++ {
			if tokens[k].Head == text.Index(i) && text.Index(k) != name {
				tokens[k].Head = name
			}
		}
		tokens[name].Head, tokens[name].Rel = day.Head, day.Rel
		day.Rel = text.OblUnmarked
	}
}

// spanOfDays tells a noun for a day or a stretch of days.
func spanOfDays(lemma string) bool {
	switch lemma {
	case "week", "month", "year", "weekend", "night":
		return true
	}
	return weekday(lemma)
}

// takeLed takes from the root the subject that a preposition leads, as none does in English:
// "Following talks with Ruiz, President Lee said".
func takeLed(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		if !leadsIn(t) || t.Head <= text.Index(i) || int(t.Head) >= len(tokens) {
			continue
		}
		noun := &tokens[t.Head]
		if noun.Rel == text.Nsubj && noun.Head > t.Head && int(noun.Head) < len(tokens) && tokens[noun.Head].Rel == text.Root {
			t.Rel, noun.Rel = text.Case, text.Obl
		}
	}
}

// leadsIn tells a preposition of time.
func leadsIn(t *text.Token) bool {
	switch t.Lemma {
	case "after", "before", "during", "since":
		return t.Rel == text.Case
	}
	return (t.Form == "Following" || t.Form == "following") && (t.Rel == text.Case || t.Rel == text.Amod)
}

// meetFaceToFace makes "face-to-face" tell how one meets, where the parser has one meet a
// face.
func meetFaceToFace(tokens []text.Token) {
	for i := 0; i+4 < len(tokens); i++ {
		t := &tokens[i]
		if t.Form == "face" && t.Rel == text.Obj && tokens[i+1].Form == "-" && tokens[i+2].Form == "to" && tokens[i+4].Form == "face" {
			t.Rel = text.Advmod
		}
	}
}

// joinAside makes the noun before an aside between dashes the subject of the verb behind it:
// in "The ministers of Iran and France - the parties to the deal - are due to meet" it is the
// ministers who meet.
func joinAside(tokens []text.Token) {
	for n := range tokens {
		aside := &tokens[n]
		v := aside.Head
		if aside.Rel != text.Nsubj || v <= text.Index(n) || int(v) >= len(tokens) || tokens[v].Rel != text.Parataxis {
			continue
		}
		r := tokens[v].Head
		if r < 0 || r >= text.Index(n) || tokens[r].Rel != text.Root || tokens[r].UPOS != text.NOUN && tokens[r].UPOS != text.PROPN ||
			!dashIn(tokens, r, text.Index(n)) || !dashIn(tokens, text.Index(n), v) || hasChild(tokens, r, text.Nsubj, text.Cop) {
			continue
		}
		tokens[v].Head, tokens[v].Rel = text.None, text.Root
		tokens[r].Head, tokens[r].Rel = v, text.Nsubj
		aside.Head, aside.Rel = r, text.Appos
		return
	}
}

// dashIn tells whether a dash stands between two tokens, with white space behind it.
func dashIn(tokens []text.Token, from, to text.Index) bool {
	for i := from + 1; i < to; i++ {
		if t := &tokens[i]; t.Space && (t.Form == "-" || dash(t.Form)) {
			return true
		}
	}
	return false
}

// keepInSaid gives what stands in a clause that somebody is said to say behind it back to
// the clause: in "They agreed to a date in talks on Monday, an official said" the date is
// not the official's.
func keepInSaid(tokens []text.Token) {
	root, said := text.None, text.None
	for i := range tokens {
		switch {
		case tokens[i].Rel == text.Root:
			root = text.Index(i)
		case tokens[i].Rel == text.Ccomp && said < 0:
			said = text.Index(i)
		}
	}
	if said < 0 || root < said || tokens[said].Head != root {
		return
	}
	comma := text.None
	for i := said; i < root; i++ {
		if t := &tokens[i]; t.Form == "," {
			comma = i
		} else if t.Head == root && t.Rel == text.Nsubj {
			break
		}
	}
	if comma < 0 || !hasChildIn(tokens, root, comma, root, text.Nsubj) {
		return
	}
	for i := said + 1; i < comma; i++ {
		switch t := &tokens[i]; t.Rel {
		case text.Obl, text.OblUnmarked, text.Advmod, text.Obj, text.Xcomp, text.Advcl:
			if t.Head == root {
				t.Head = said
			}
		}
	}
}

// hasChildIn tells whether a token between two others hangs on a third in that way.
func hasChildIn(tokens []text.Token, head, from, to text.Index, rel text.Rel) bool {
	for i := from; i < to; i++ {
		if tokens[i].Head == head && tokens[i].Rel == rel {
			return true
		}
	}
	return false
}

// strayed tells whether a token can be a subject that was hung on the phrase before it.
func strayed(t *text.Token) bool {
	switch t.Rel {
	case text.Appos, text.Conj, text.NmodUnmarked, text.Flat, text.Nmod, text.OblUnmarked:
		return t.UPOS == text.PROPN || t.UPOS == text.NOUN || t.UPOS == text.PRON
	}
	return false
}

// rootWithoutSubject returns the finite verb, or what a form of "be" says, that heads the
// tree and has no subject, or text.None.
func rootWithoutSubject(tokens []text.Token) text.Index {
	v := text.None
	for i := range tokens {
		if tokens[i].Rel == text.Root {
			v = text.Index(i)
		}
	}
	if v < 0 {
		return text.None
	}
	switch tokens[v].XPOS {
	case text.VBD, text.VBZ, text.VBP:
	default:
		if !hasChild(tokens, v, text.Aux, text.AuxPass, text.Cop) { // "are due to meet"
			return text.None
		}
	}
	if hasSubject(tokens, v) {
		return text.None
	}
	return v
}

func hasChild(tokens []text.Token, h text.Index, rels ...text.Rel) bool {
	for i := range tokens {
		if tokens[i].Head != h {
			continue
		}
		for _, r := range rels {
			if tokens[i].Rel == r {
				return true
			}
		}
	}
	return false
}

// under tells whether a token stands in the subtree of another.
func under(tokens []text.Token, i, of text.Index) bool {
	for steps := 0; i >= 0 && int(i) < len(tokens) && steps < len(tokens); steps++ {
		if i == of {
			return true
		}
		i = tokens[i].Head
	}
	return false
}

// finitePast gives its tense back to a verb that the tagger took for a participle: one
// with a subject and no auxiliary is finite ("Trump hosted Abe in Florida").
func finitePast(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		if t.XPOS != text.VBN || t.UPOS != text.VERB {
			continue
		}
		switch t.Rel {
		case text.Root, text.Ccomp, text.AclRelcl:
		case text.Acl: // "who last held talks in May"
			if v := text.Index(i); !hasChild(tokens, v, text.Nsubj) || !asks(tokens, v) {
				continue
			}
			t.Rel = text.AclRelcl
		default:
			continue
		}
		v := text.Index(i)
		if hasChild(tokens, v, text.Aux, text.AuxPass, text.Cop) {
			continue
		}
		if t.Rel == text.Root && hasChild(tokens, v, text.NsubjPass) {
			takeObject(tokens, v)
		}
		if hasChild(tokens, v, text.Nsubj) {
			t.XPOS = text.VBD
		}
	}
}

// takeObject makes active a verb without auxiliary that was taken for passive, but has a
// name right behind it: "Ruiz called Jonas Berg".
func takeObject(tokens []text.Token, v text.Index) {
	if appoints(tokens[v].Lemma) || int(v)+1 >= len(tokens) || tokens[v+1].UPOS != text.PROPN {
		return
	}
	name := v + 1
	for tokens[name].Head > v {
		name = tokens[name].Head
	}
	if n := &tokens[name]; n.Head != v || n.UPOS != text.PROPN || n.Rel != text.Xcomp && n.Rel != text.Obj || hasChild(tokens, name, text.Case) {
		return
	}
	tokens[name].Rel = text.Obj
	for i := range tokens[:v] {
		if t := &tokens[i]; t.Head == v && t.Rel == text.NsubjPass {
			t.Rel = text.Nsubj
		}
	}
}

// appoints tells a verb that makes somebody what the name of an office behind it says.
func appoints(lemma string) bool {
	switch lemma {
	case "name", "appoint", "elect", "make", "dub", "crown", "vote", "declare":
		return true
	}
	return false
}

// asks tells whether the subject of a verb is "who" or "which".
func asks(tokens []text.Token, v text.Index) bool {
	for i := range tokens {
		if tokens[i].Head == v && tokens[i].Rel == text.Nsubj && (tokens[i].XPOS == text.WP || tokens[i].XPOS == text.WDT) {
			return true
		}
	}
	return false
}

// joinCrown keeps "crown prince" one noun, which no treebank has: the crown met nobody.
func joinCrown(tokens []text.Token) {
	joined := false
	for i := range tokens {
		if !crowned(tokens, i) {
			continue
		}
		crown, prince := &tokens[i], &tokens[i+1]
		if prince.Head == text.Index(i) { // the noun is the one that is a person
			prince.Head, prince.Rel = crown.Head, crown.Rel
		}
		crown.Head, crown.Rel = text.Index(i)+1, text.Compound
		joined = true
	}
	for i := range tokens {
		if h := tokens[i].Head; joined && h >= 0 && crowned(tokens, int(h)) && text.Index(i) != h+1 {
			tokens[i].Head = h + 1
		}
	}
}

// crowned tells whether token i is the crown of a prince or princess.
func crowned(tokens []text.Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i].Form != "crown" || tokens[i].UPOS == text.VERB {
		return false
	}
	return tokens[i+1].Form == "prince" || tokens[i+1].Form == "princess"
}

// comeDue makes "due" the head of its clause where it stands before a preposition that it
// was taken for a part of: "the envoys are due in Cairo for talks".
func comeDue(tokens []text.Token) {
	for i := 1; i+1 < len(tokens); i++ {
		due, place := &tokens[i], tokens[i].Head
		if due.Lemma != "due" || due.Rel != text.Case || int(place) <= i || tokens[i+1].Form != "in" && tokens[i+1].Form != "at" || !hasChild(tokens, place, text.Cop) {
			continue
		}
		due.UPOS, due.XPOS = text.ADJ, text.JJ
		due.Head, due.Rel = tokens[place].Head, tokens[place].Rel
		tokens[place].Head, tokens[place].Rel = text.Index(i), text.Obl
		for k := range tokens {
			t := &tokens[k]
			outside := k < i || text.Index(k) > place && (t.Rel == text.Obl || t.Rel == text.Punct || t.Rel == text.Advcl || t.Rel == text.Parataxis)
			if t.Head == place && k != i && outside {
				t.Head = text.Index(i)
			}
			if h := t.Head; h > place && t.Rel == text.Nmod && tokens[h].Head == text.Index(i) && hasCase(tokens, k, "for") {
				t.Head, t.Rel = text.Index(i), text.Obl // "due in Cairo on Thursday for talks"
			}
		}
	}
}

// hasCase tells whether the preposition leads token k.
func hasCase(tokens []text.Token, k int, form string) bool {
	for i := range tokens[:k] {
		if tokens[i].Head == text.Index(k) && tokens[i].Rel == text.Case && tokens[i].Form == form {
			return true
		}
	}
	return false
}

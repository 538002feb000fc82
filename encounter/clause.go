package encounter

import (
	"slices"

	"readout/text"
)

// belowTalkOf cuts the clause of a noun below the verb of talk whose topic it is: what
// else "will travel to Seoul on Monday to discuss possible talks with Iran" tells is of the
// journey.
func belowTalkOf(s *text.Sentence, clause []text.Index) []text.Index {
	for k := 1; k < len(clause); k++ {
		switch s.Tokens[clause[k-1]].Rel {
		case text.Obj, text.Xcomp, text.Ccomp:
			if talksOf(s.Tokens[clause[k]].Lemma) && s.Tokens[clause[k]].UPOS == text.VERB {
				return clause[:k]
			}
		case text.Obl:
			if spokenOf(s, clause[k-1], clause[k]) || madeReady(s, clause[k], clause[k-1]) {
				return clause[:k]
			}
		case text.Nmod:
			if preparesFor(s, clause[k-1], clause[k]) {
				return clause[:k]
			}
		}
	}
	return clause
}

// preparesFor tells what is made ready for an occasion elsewhere and later: "has arrived in
// Oslo to make arrangements for the summit".
func preparesFor(s *text.Sentence, i, noun text.Index) bool {
	switch s.Tokens[noun].Lemma {
	case "arrangement", "preparation", "groundwork", "logistics":
		return caseOf(s, i) == "for"
	}
	return false
}

// madeReady tells the same where the tree hangs the occasion on the verb.
func madeReady(s *text.Sentence, verb, i text.Index) bool {
	o := s.Child(verb, text.Obj)
	return s.Tokens[i].Rel == text.Obl && o != text.None && o < i && preparesFor(s, i, o)
}

// spokenOf tells what somebody spoke about: "spoke on Thursday about challenges and his
// recent meeting with Dong".
func spokenOf(s *text.Sentence, i, verb text.Index) bool {
	switch caseOf(s, i) {
	case "about", "regarding", "concerning":
	default:
		return false
	}
	switch s.Tokens[verb].Lemma {
	case "speak", "talk", "tell", "comment", "write", "joke", "boast", "brag", "tweet":
		return s.Tokens[verb].UPOS == text.VERB
	}
	return false
}

// finiteVerb tells whether token i is a verb that carries its own tense.
func finiteVerb(t *text.Token) bool {
	switch t.XPOS {
	case text.VBD, text.VBP, text.VBZ, text.MD:
		return true
	}
	return false
}

// understoodSubjects lists, nearest first, the nominals that may do what token v
// tells: its own subject, then those that grammar lends it (control: "agreed to meet",
// "is set to meet"; coordination: "flew in and met"; participles: "the leaders meeting
// in Geneva"; possessors: "his plan to meet"). The way up ends at a clause that
// somebody says.
func (w *words) understoodSubjects(s *text.Sentence, v text.Index) []text.Index {
	var out []text.Index
	start, below := v, text.None
	if o := invitee(s, v); o != text.None {
		return append(out, o)
	}
	for steps := 0; v != text.None && steps < 8; steps++ {
		t := &s.Tokens[v]
		if o := dispatched(s, v, start); o != text.None {
			return append(out, o)
		}
		if below != text.None && effortsBacked(s, v, below) {
			return out
		}
		if o := hadThere(s, v, below); o != text.None {
			return append(out, o)
		}
		if below != text.None && pressedInto(s, v, below) {
			return append(out, s.Child(v, text.Obj)) // they are to talk, and not who presses them
		}
		for _, c := range s.Children(v, text.Nsubj, text.NsubjPass, text.NsubjOuter) {
			if quotedBefore(s, v, c) || startsOn(s, v, c) {
				continue
			}
			out = append(out, traveller(s, relativised(s, v, c)))
		}
		if c := s.Child(v, text.NmodPoss); c != text.None && t.UPOS == text.NOUN && (len(out) == 0 && v == start || w.owned(t.Lemma) || wishedFor(s, v, start) || spokenThere(s, v, start)) {
			out = append(out, c)
		} else if c == text.None && v == start {
			if o := printedOwner(s, v); o != text.None {
				return append(out, o)
			}
		}
		if o := commanded(s, v); o != text.None {
			out = append(out, o)
		}
		if o := w.decider(s, v, below); o != text.None {
			return append(out, o)
		}
		switch t.Rel {
		case text.Acl, text.AclRelcl:
			if t.Rel == text.Acl && opensWithThat(s, v) { // "drew attention to the fact that the talks are slow"
				return out
			}
			if s.Child(v, text.Cc) != text.None {
				break // "missed a meeting with him and also skipped a lunch": who was missed skipped none
			}
			if t.XPOS != text.VB && (below == text.None || s.Tokens[below].Rel != text.OblAgent) { // not in "a trip, followed by meetings"
				out = append(out, besideEvent(s, v))
			}
		case text.Ccomp, text.Parataxis:
			if o := setApart(s, v); len(out) == 0 && o != text.None {
				return append(out, o)
			}
			if len(out) > 0 || !infinitive(s, v) {
				return out
			}
		case text.Root:
			return out
		}
		below, v = v, t.Head
	}
	return out
}

// besideEvent returns who does what participle v says: the word on which it hangs, or who is told
// beside an event in one "with": "with the departure of Ruiz and Ito seeming to welcome talks",
// where it is Ito who welcomes them.
func besideEvent(s *text.Sentence, v text.Index) text.Index {
	h := s.Tokens[v].Head
	if s.Tokens[v].XPOS != text.VBG || s.Tokens[h].UPOS != text.NOUN || caseOf(s, h) != "with" {
		return h
	}
	for _, of := range s.Children(h, text.Nmod) {
		if caseOf(s, of) != "of" {
			continue
		}
		for _, c := range s.Children(of, text.Conj) {
			if c < v && s.Tokens[c].UPOS == text.PROPN && s.Dominates(c, v-1) {
				return c
			}
		}
	}
	return h
}

// decider returns whose decision it is to do what hangs on noun v, where the words behind it say
// so: "confirmed the decision by the cabinet to invite him", which is not his who confirms it.
func (w *words) decider(s *text.Sentence, v, below text.Index) text.Index {
	if below == text.None || s.Tokens[v].UPOS != text.NOUN || !w.owned(s.Tokens[v].Lemma) || s.Tokens[below].Rel != text.Acl || !infinitive(s, below) {
		return text.None
	}
	for _, c := range s.Children(v, text.Nmod) {
		if c < below && (caseOf(s, c) == "by" || caseOf(s, c) == "of") {
			return c
		}
	}
	return text.None
}

// effortsBacked tells what nobody in particular strives for and somebody else only speaks for or
// against: "backed efforts to negotiate with them".
func effortsBacked(s *text.Sentence, v, below text.Index) bool {
	t := &s.Tokens[v]
	if t.UPOS != text.NOUN || t.Rel != text.Obj || t.Head == text.None || s.Tokens[below].Rel != text.Acl || !infinitive(s, below) || s.Child(v, text.NmodPoss) != text.None {
		return false
	}
	switch t.Lemma {
	case "effort", "attempt", "move", "bid", "push", "drive":
	default:
		return false
	}
	switch lemma := s.Tokens[t.Head].Lemma; lemma {
	case "back", "support", "oppose", "undermine", "block", "derail", "thwart", "sabotage", "hamper", "hinder", "encourage", "endorse", "bless", "watch", "follow", "help", "aid", "assist":
		return true
	default:
		return judges(lemma)
	}
}

// printedOwner returns the name whose "'s" stands before noun i, where the tree hangs it
// elsewhere: "his view of Bannon and Giuliani's upcoming trip"; text.None for none.
func printedOwner(s *text.Sentence, i text.Index) text.Index {
	if s.Tokens[i].UPOS != text.NOUN {
		return text.None
	}
	for j := i - 1; j > 0 && i-j < 6; j-- {
		switch t := &s.Tokens[j]; {
		case t.XPOS == text.POS:
			if s.Tokens[j-1].UPOS == text.PROPN {
				return j - 1
			}
			return text.None
		case t.UPOS != text.ADJ && t.UPOS != text.NUM && t.UPOS != text.ADV && t.UPOS != text.NOUN && t.Form != "-":
			return text.None
		}
	}
	return text.None
}

// forWhom returns what stands between "for" and infinitive v: "a flight for Pelosi and other
// lawmakers to visit the troops"; text.None for nothing.
func forWhom(s *text.Sentence, v text.Index) text.Index {
	to := s.Child(v, text.Mark)
	if to < 2 || s.Tokens[to].Form != "to" || s.Tokens[v].UPOS != text.VERB {
		return text.None
	}
	i := to - 1
	for steps := 0; steps < 6 && s.Tokens[i].Head != text.None; steps++ {
		switch s.Tokens[i].Rel {
		case text.Flat, text.Conj, text.Appos, text.NmodDesc:
			i = s.Tokens[i].Head
			continue
		}
		break
	}
	if t := &s.Tokens[i]; t.Rel != text.Nmod && t.Rel != text.Obl || caseOf(s, i) != "for" {
		return text.None
	}
	return i
}

// wishedFor tells a noun for what somebody asks to have himself: "Zelensky's request for a
// meeting with Putin".
func wishedFor(s *text.Sentence, v, start text.Index) bool {
	if t := &s.Tokens[start]; t.Head != v || t.Rel != text.Nmod || caseOf(s, start) != "for" || t.UPOS != text.NOUN {
		return false
	}
	switch s.Tokens[v].Lemma {
	case "request", "call", "proposal", "appeal", "demand", "bid", "plea", "push":
		return true
	}
	return false
}

// opensWithThat tells a clause that says what a noun means: "the fact that", "the news that".
func opensWithThat(s *text.Sentence, v text.Index) bool {
	m := s.Child(v, text.Mark)
	return m != text.None && s.Tokens[m].Lemma == "that"
}

// quotedBefore tells a subject that stands in the words quoted before the true one: "Poland
// and all of Europe,” the president said during a meeting".
func quotedBefore(s *text.Sentence, v, subject text.Index) bool {
	for _, c := range s.Children(v, text.Nsubj, text.NsubjPass) {
		for j := subject + 1; j < c; j++ {
			if quoteMark(s.Tokens[j].Form) && s.Tokens[j].XPOS != text.POS || labels(s, j) {
				return true
			}
		}
	}
	return false
}

// setApart returns the subject before what a comma closes in front of verb v, where the tree takes a
// noun of it for the verb: "Ruiz, its director and pick for minister, had traveled to Oslo"; text.None
// for none.
func setApart(s *text.Sentence, v text.Index) text.Index {
	h := s.Tokens[v].Head
	if s.Tokens[v].Rel != text.Parataxis || h == text.None || h > v || !finiteVerb(&s.Tokens[v]) || s.Tokens[v-1].Form != "," || s.Child(v, text.Nsubj, text.NsubjPass) != text.None {
		return text.None
	}
	if s.Tokens[h].XPOS != text.VB || s.Child(h, text.Aux) != text.None || s.Child(h, text.Cc) == text.None {
		return text.None
	}
	return s.Child(h, text.Nsubj)
}

// startsOn tells a "beginning" that only says from when on something was or is to be: "will travel to
// Peru and Chile beginning Monday, meeting with leaders", where the tree has the states begin.
func startsOn(s *text.Sentence, v, subject text.Index) bool {
	if l := s.Tokens[v].Lemma; l != "begin" && l != "start" {
		return false
	}
	return s.Tokens[v].XPOS == text.VBG && s.Tokens[v].Rel != text.Root && subject < v && s.Child(v, text.Aux, text.Cop) == text.None && s.Child(v, text.Xcomp) == text.None
}

// labels tells a colon behind the name of who speaks in a transcript: "Emmanuel Macron: The
// swimmers went to Japan", which the tree takes for a subject of what he says.
func labels(s *text.Sentence, colon text.Index) bool {
	return s.Tokens[colon].Form == ":" && colon <= longestTitle && !slices.ContainsFunc(s.Tokens[:colon], func(t text.Token) bool { return t.UPOS == text.VERB })
}

// spokenThere tells a noun for what somebody said or did at the occasion: "Trump's
// comments at a summit with Putin".
func spokenThere(s *text.Sentence, v, start text.Index) bool {
	if s.Tokens[start].Head != v || s.Tokens[start].Rel != text.Nmod || s.Tokens[start].UPOS != text.NOUN {
		return false
	}
	switch caseOf(s, start) {
	case "at", "during", "in", "after", "following", "from":
		return true
	}
	return false
}

// owned tells a noun whose owner does what hangs on it: "his plan to meet", "her visit
// for talks". Who invites does not come himself.
func (w *words) owned(lemma string) bool {
	switch lemma {
	case "decision", "effort", "attempt", "mission", "intention", "promise", "return", "arrival", "role", "job", "right", "ability", "turn":
		return true
	case "invitation", "request", "call", "proposal", "offer", "appeal":
		return false
	}
	return w.leadsOn(lemma)
}

// dispatched returns whom verb v sends on the journey start: "deployed him on a trip to
// Ankara".
func dispatched(s *text.Sentence, v, start text.Index) text.Index {
	switch s.Tokens[v].Lemma {
	case "send", "dispatch", "deploy":
		if v != start && s.Tokens[start].UPOS == text.NOUN {
			return s.Child(v, text.Obj)
		}
	}
	return text.None
}

// traveller replaces what somebody travels in by whose it is: "Pompeo's plane landed".
func traveller(s *text.Sentence, i text.Index) text.Index {
	switch s.Tokens[i].Lemma {
	case "plane", "aircraft", "jet", "train", "motorcade", "convoy":
		if p := s.Child(i, text.NmodPoss); p != text.None {
			return p
		}
	}
	return i
}

// relativised replaces a relative pronoun by the noun that its clause describes.
func relativised(s *text.Sentence, v, subject text.Index) text.Index {
	t := &s.Tokens[subject]
	if s.Tokens[v].Rel == text.AclRelcl && (t.XPOS == text.WP || t.XPOS == text.WDT) {
		if p := whoMet(s, s.Tokens[v].Head); t.Lemma == "who" && p != text.None {
			return p
		}
		return firstConjunct(s, s.Tokens[v].Head)
	}
	return subject
}

// whoMet is the first of those between whom an occasion is: "a meeting between Ruiz and
// Ito, who last spoke in May", which the tree hangs on the meeting.
func whoMet(s *text.Sentence, noun text.Index) text.Index {
	if !itsName(s.Tokens[noun].Lemma) || s.Tokens[noun].UPOS != text.NOUN {
		return text.None
	}
	for _, c := range s.Children(noun, text.Nmod) {
		switch caseOf(s, c) {
		case "by", "between", "of", "among":
			return c
		}
	}
	return text.None
}

// firstConjunct goes from a coordinated word to the first: "Obama and Putin, who met".
func firstConjunct(s *text.Sentence, i text.Index) text.Index {
	for s.Tokens[i].Rel == text.Conj && s.Tokens[i].Head != text.None {
		i = s.Tokens[i].Head
	}
	return i
}

// negated tells whether the node itself is denied: "not", "never", "no".
func negated(s *text.Sentence, i text.Index) text.Index {
	for j := range s.Tokens {
		t := &s.Tokens[j]
		if t.Head != i {
			continue
		}
		switch t.Lemma {
		case "not", "never", "n't", "no", "neither", "without":
			if (t.Rel == text.Advmod || t.Rel == text.Det || t.Rel == text.CcPreconj || t.Rel == text.Mark) && !notOnly(s, text.Index(j)) {
				return text.Index(j)
			}
		case "nor":
			return text.Index(j)
		}
	}
	return noBefore(s, i)
}

// notOnly tells a "not only" that denies nothing.
func notOnly(s *text.Sentence, not text.Index) bool {
	if int(not)+1 >= len(s.Tokens) {
		return false
	}
	switch s.Tokens[not+1].Lemma {
	case "only", "merely", "just", "simply":
		return true
	}
	return false
}

// noBefore finds the "no" that opens the noun phrase of noun i: "no one-on-one meeting".
func noBefore(s *text.Sentence, i text.Index) text.Index {
	if s.Tokens[i].UPOS != text.NOUN {
		return text.None
	}
	for j := i - 1; j >= 0 && i-j <= 7; j-- {
		switch t := &s.Tokens[j]; {
		case t.Lemma == "no" && t.UPOS == text.DET:
			return j
		case t.UPOS != text.ADJ && t.UPOS != text.NOUN && t.UPOS != text.NUM && t.UPOS != text.PROPN && t.Form != "-" && t.Lemma != "on" && t.Lemma != "one":
			return text.None
		}
	}
	return text.None
}

// auxiliary returns the lemma of the modal or future auxiliary of verb v, or "".
func auxiliary(s *text.Sentence, v text.Index) string {
	for j := range s.Tokens {
		t := &s.Tokens[j]
		if t.Head == v && (t.Rel == text.Aux || t.Rel == text.AuxPass) && t.XPOS == text.MD {
			if s.Tokens[v].XPOS == text.VBN && (t.Form == "'d" || t.Form == "’d") && s.Child(v, text.AuxPass, text.Cop) == text.None && !auxiliaryHave(s, v) {
				return "" // "she'd changed": she had
			}
			return lowerLemma(t)
		}
	}
	return ""
}

// lowerLemma is the lemma of a modal in one spelling.
func lowerLemma(t *text.Token) string {
	switch t.Lemma {
	case "'ll", "wo", "’ll":
		return "will"
	case "'d", "’d":
		return "would"
	case "ca":
		return "can"
	}
	return t.Lemma
}

// pastTense tells whether verb v or its auxiliary is in the past or the perfect.
func pastTense(s *text.Sentence, v text.Index) bool {
	if s.Tokens[v].XPOS == text.VBD {
		return true
	}
	for j := range s.Tokens {
		t := &s.Tokens[j]
		if t.Head == v && (t.Rel == text.Aux || t.Rel == text.AuxPass || t.Rel == text.Cop) {
			if t.XPOS == text.VBD || t.Lemma == "have" {
				return true
			}
		}
	}
	return false
}

// caseOf returns the lemma of the preposition of nominal i, "" where it has none.
func caseOf(s *text.Sentence, i text.Index) string {
	c := s.Child(i, text.Case)
	if c == text.None {
		return followingBefore(s, i)
	}
	word := s.Tokens[c].Lemma
	switch {
	case word == "follow":
		word = "following"
	case word == "before" && int(c)+2 < len(s.Tokens) && s.Tokens[c+1].Lemma == "and" && s.Tokens[c+2].Lemma == "after":
		word = "after" // "before and after the meeting"
	}
	if f := s.Child(c, text.Fixed); f != text.None {
		return word + " " + s.Tokens[f].Lemma
	}
	if (word == "ahead" || word == "prior") && int(c)+1 < len(s.Tokens) && s.Tokens[c+1].Rel == text.Case {
		return word + " " + s.Tokens[c+1].Lemma
	}
	if c > 0 && word == "of" && s.Tokens[c-1].Lemma == "ahead" || c > 0 && word == "to" && s.Tokens[c-1].Lemma == "prior" {
		return s.Tokens[c-1].Lemma + " " + word
	}
	return word
}

// followingBefore finds a "following" that stands before the noun phrase of i and that
// the tree may take for a verb: "pulled out following his call with Putin".
func followingBefore(s *text.Sentence, i text.Index) string {
	if s.Tokens[i].UPOS != text.NOUN {
		return ""
	}
	for j := i - 1; j >= 0 && i-j <= 5; j-- {
		switch t := &s.Tokens[j]; {
		case lower(t.Form) == "following":
			return "following"
		case t.UPOS != text.ADJ && t.UPOS != text.NOUN && t.UPOS != text.DET && t.UPOS != text.NUM && t.UPOS != text.PROPN && t.Rel != text.NmodPoss:
			return ""
		}
	}
	return ""
}

// conjuncts returns i and what is coordinated with it.
func conjuncts(s *text.Sentence, i text.Index) []text.Index {
	return append([]text.Index{i}, s.Children(i, text.Conj)...)
}

// commanded returns the object of the verb above an infinitive v, where it is the
// object who acts: "sent Pompeo to meet Kim", "asked Modi to come".
func commanded(s *text.Sentence, v text.Index) text.Index {
	t := &s.Tokens[v]
	if t.Head != text.None && blamed(s, v) {
		return s.Child(t.Head, text.Obj)
	}
	if t.Head != text.None && t.Rel == text.Xcomp && (t.XPOS == text.VB || t.XPOS == text.VBP) && perceives(s.Tokens[t.Head].Lemma) && s.Child(v, text.Mark) == text.None {
		return s.Child(t.Head, text.Obj)
	}
	if t.Rel == text.Xcomp && t.XPOS == text.VBG {
		if o := s.Child(t.Head, text.Obj); o != text.None && o < v {
			return o // "described a trio of officials planning a call"
		}
		return text.None
	}
	if t.Rel == text.Acl && infinitive(s, v) && s.Tokens[t.Head].Rel == text.Obj && sentOut(s.Tokens[t.Head].Lemma) && instructs(s.Tokens[s.Tokens[t.Head].Head].Lemma) {
		return t.Head // "instructed a delegation to leave", which the tree takes for one that is to leave
	}
	if o := rowInstructed(s, v); o != text.None {
		return o
	}
	if t.Head == text.None || t.Rel != text.Xcomp && t.Rel != text.Advcl || !infinitive(s, v) || clauseBetween(s, t.Head, v) {
		return text.None
	}
	switch lemma := s.Tokens[t.Head].Lemma; {
	case lemma == "call" || lemma == "prevail" || lemma == "plead" || lemma == "appeal": // "called on them to hold talks"
		for _, c := range s.Children(t.Head, text.Obl) {
			if cs := caseOf(s, c); cs == "on" || cs == "upon" || cs == "with" && lemma == "plead" || cs == "to" && lemma == "appeal" {
				return c
			}
		}
		return text.None
	case commands(lemma):
		return s.Child(t.Head, text.Obj, text.Iobj)
	}
	return text.None
}

// rowInstructed returns whom somebody instructs to do what infinitive v tells, where the tree hangs it on
// the last of a row of them: "asked the minister, the envoy and the adviser to travel"; None for nobody.
func rowInstructed(s *text.Sentence, v text.Index) text.Index {
	i := s.Tokens[v].Head
	if i == text.None || s.Tokens[v].Rel != text.Acl || !infinitive(s, v) || s.Tokens[i].UPOS != text.PROPN && !sentOut(s.Tokens[i].Lemma) {
		return text.None
	}
	for steps := 0; i != text.None && steps < 6; steps++ {
		switch t := &s.Tokens[i]; t.Rel {
		case text.Obj, text.Iobj:
			if instructs(s.Tokens[t.Head].Lemma) {
				return i
			}
			return text.None
		case text.Conj, text.Appos, text.Flat, text.Nmod:
			if s.Tokens[t.Head].UPOS == text.VERB { // the last of the row, hung on the verb
				if o := s.Child(t.Head, text.Obj, text.Iobj); o < i && instructs(s.Tokens[t.Head].Lemma) {
					return o
				}
				return text.None
			}
			i = t.Head
		default:
			return text.None
		}
	}
	return text.None
}

// instructs tells a verb by which somebody has others go, and does not go himself.
func instructs(lemma string) bool {
	switch lemma {
	case "instruct", "order", "direct", "tell", "ask", "send", "dispatch", "task", "authorize", "authorise":
		return true
	}
	return false
}

// sentOut tells a word for those whom somebody sends to act for him.
func sentOut(lemma string) bool {
	switch lemma {
	case "delegation", "team", "mission", "envoy", "emissary", "negotiator", "official", "representative", "diplomat", "minister", "ambassador", "adviser", "advisor", "aide":
		return true
	}
	return false
}

// hadThere returns whom verb v has somewhere "in time to" do what hangs below it, or None: "would
// like to have Ito in office in time to attend the meeting", which Ito is to attend.
func hadThere(s *text.Sentence, v, below text.Index) text.Index {
	if below == text.None || s.Tokens[below].Lemma != "time" || s.Tokens[below].Rel != text.Obl || s.Child(below, text.Acl) == text.None {
		return text.None
	}
	switch s.Tokens[v].Lemma {
	case "have", "get", "bring", "put", "confirm", "install":
		if o := s.Child(v, text.Obj); o != text.None && o < below {
			return o
		}
	}
	return text.None
}

// perceives tells a verb whose object does what follows: "saw his fighters return to Gaza".
func perceives(lemma string) bool {
	switch lemma {
	case "see", "watch", "hear", "let", "make", "have", "help":
		return true
	}
	return false
}

// clauseBetween tells that a whole clause stands between a verb and an infinitive: "told
// her he did not meet them but rather to talk to them". Nobody is told to talk.
func clauseBetween(s *text.Sentence, verb, v text.Index) bool {
	for i := verb + 1; i < v; i++ {
		if t := &s.Tokens[i]; t.XPOS == text.VBD && t.Rel != text.Acl || t.UPOS == text.AUX && t.XPOS != text.VB {
			return true
		}
	}
	return false
}

// blamed tells what the object of the verb above is blamed or praised for: "accused
// Kerry of holding meetings", "thanked him for coming".
func blamed(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if t.XPOS != text.VBG || t.Rel != text.Advcl {
		return false
	}
	mark := s.Child(v, text.Mark)
	if mark == text.None {
		return false
	}
	switch s.Tokens[t.Head].Lemma {
	case "task", "charge", "entrust":
		return s.Tokens[mark].Lemma == "with"
	case "accuse", "suspect":
		return s.Tokens[mark].Lemma == "of"
	case "blame", "criticize", "criticise", "condemn", "denounce", "attack", "blast", "slam", "fault", "rebuke", "mock", "praise", "thank", "applaud", "commend", "congratulate",
		"castigate", "chastise", "chide", "scold", "lambast", "lambaste", "berate", "assail", "admonish", "excoriate", "pillory", "ridicule", "deride":
		return s.Tokens[mark].Lemma == "for"
	case "stop", "keep", "prevent", "bar", "ban", "block", "discourage", "dissuade":
		return s.Tokens[mark].Lemma == "from"
	case "advise", "warn", "caution", "counsel":
		return s.Tokens[mark].Lemma == "against"
	case "talk", "scare", "argue", "cheat", "cut":
		return s.Tokens[mark].Lemma == "out" // "talked him out of meeting her"
	}
	return false
}

// commands tells a verb whose object is to act.
func commands(lemma string) bool {
	switch lemma {
	case "send", "dispatch", "ask", "tell", "urge", "invite", "order", "allow", "want", "expect", "press", "task",
		"advise", "implore", "beg", "exhort", "pressure", "prod", "persuade", "convince", "encourage", "force", "require", "instruct", "enable", "push", "authorize", "bring", "lead", "help", "direct":
		return true
	}
	return false
}

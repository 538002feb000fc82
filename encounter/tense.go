package encounter

import (
	"slices"

	"readout"
	"readout/text"
)

// This file reads what a verb itself says of the occasion, and where its clause ends.

// judgeVerb reads what a verb's own form and the words beside it say.
func (w *words) judgeVerb(s *text.Sentence, v *verdict, node, from text.Index) {
	t := &s.Tokens[node]
	n := negated(s, node)
	v.granted = v.granted || presupposed(s, from)
	granted := v.granted
	if regretted(s, node) && !granted {
		if n != text.None {
			v.raise(readout.Held, "", node) // "should not have met": they did
		} else {
			v.raise(readout.Denied, "disputed", node)
		}
		return
	}
	if n != text.None && notUntil(s, node) {
		v.raise(readout.Held, "", node)
		return
	}
	if aux := auxiliary(s, node); n != text.None && !granted && (aux == "may" || aux == "might") && !auxiliaryHave(s, node) {
		v.raise(readout.Planned, "", n) // "might not visit": it is in doubt
	} else if n != text.None && !w.soft(t.Lemma) && !granted && !w.deniesOtherThing(s, node, from) {
		v.raise(readout.Denied, w.howDenied(s, node), n)
	}
	w.judgeModal(s, v, node, from, n)
	w.judgeInfinitive(s, v, node, from)
	if t.Lemma == "go" && t.XPOS == text.VBG && from != text.None && s.Tokens[from].Rel == text.Xcomp {
		v.raise(readout.Planned, "", node)
	}
	if t.Lemma == "be" && from != text.None && s.Tokens[from].Rel == text.Xcomp {
		v.raise(readout.Planned, "", node)
	}
	if pastTense(s, node) {
		w.judgePast(s, v, node, from)
	}
	if from != text.None && infinitive(s, from) && lower(t.Form) == "bound" {
		v.raise(readout.Planned, "", node) // "is bound for Berlin to meet her"
	}
	if revives(s, node) && from != text.None && s.Tokens[from].Rel == text.Obj {
		v.raise(readout.Planned, "", node) // "a stepping-stone to restart talks"
	}
	if s.LooksForward(node) && from != text.None {
		v.raise(readout.Planned, "", node) // "looked forward to welcoming him"
	}
	if whenToBe(s, node) {
		v.raise(readout.Planned, "", node) // "when they meet"
	}
	if whenTheyMet(s, node) || whoWill(s, node) {
		v.raise(readout.Planned, "", node)
	}
	if calledUntrue(s, node) {
		v.raise(readout.Denied, "disputed", node)
	}
	if visitsNow(s, node, from) {
		v.raise(readout.Held, "", node)
	}
	if from == text.None && toldOfUpcoming(s, node) || besidesDoing(s, node) || guestToMeet(s, node) || laterStop(s, node) {
		v.raise(readout.Planned, "", node)
	}
	if afterThey(s, node) || afterDoing(s, node) {
		v.raise(readout.Held, "", node)
	}
	for _, m := range s.Children(node, text.Mark) {
		switch s.Tokens[m].Lemma {
		case "if", "unless", "whether":
			if !granted {
				v.raise(readout.Proposed, "", m)
			}
		}
	}
}

// judgeModal reads the modal before a verb, which n denies unless it is None.
func (w *words) judgeModal(s *text.Sentence, v *verdict, node, from, n text.Index) {
	switch aux := auxiliary(s, node); aux {
	case "will", "shall", "would":
		if aux == "would" && auxiliaryHave(s, node) && judged(s, from) {
			v.raise(readout.Held, "", node) // "his talks with them would have been seen as improper"
			break
		}
		if aux == "would" && from == text.None && auxiliaryHave(s, node) && s.Tokens[node].XPOS == text.VBN && !v.granted {
			v.raise(readout.Denied, "disputed", node) // "would have visited Kyiv": it did not come to that
			break
		}
		if buildsOn(s, node, from) {
			v.raise(readout.Held, "", node)
			break
		}
		if aux == "would" && (underCircumstances(s, node) || inExchange(s, node)) {
			v.raise(readout.Proposed, "", node)
			break
		}
		v.raise(readout.Planned, "", node)
	case "may", "might", "could", "can", "should", "must":
		if v.granted && (auxiliaryHave(s, node) || aux == "could" && n != text.None) {
			v.raise(readout.Held, "", node) // "may have broken the law in his call with her"
		} else if v.granted || asksWhere(s, node) {
			v.raise(readout.Planned, "", node) // "where the talks might take place"
		} else if n != text.None && (aux == "may" || aux == "might") {
			break // it is in doubt, as its denial has said
		} else if bringsAbout(s, node, from) {
			if !v.firm {
				v.status = readout.Planned
			}
		} else {
			v.raise(readout.Proposed, "", node)
		}
	}
}

// judgeInfinitive reads an infinitive that hangs on a noun or is told with "to be".
func (w *words) judgeInfinitive(s *text.Sentence, v *verdict, node, from text.Index) {
	t := &s.Tokens[node]
	toDo, ofNoun := infinitive(s, node), t.Rel == text.Acl
	switch {
	case toDo && ofNoun && (seized(s, t.Head) || stirredBy(s, t.Head)):
		v.raise(readout.Held, "", node)
	case toDo && ofNoun && ranked(s, t.Head):
		w.judgeRanked(s, v, t.Head)
	case v.granted && ofNoun && t.Head != text.None && w.says[s.Tokens[t.Head].Lemma] == "deny":
		v.raise(readout.Held, "", node) // "the failure to agree at their summit"
	case toDo && !ofNoun && toBe(s, node) && isFor(s, node, from), toDo && ofNoun && rodeThere(s, t.Head):
		v.raise(readout.Held, "", node)
	case toDo && (ofNoun || toBe(s, node)):
		v.raise(readout.Planned, "", node) // "the treaty to be signed at the summit", "he was to have met her"
	}
}

// judgePast reads a verb in the past tense: what hangs on it was done, or was still ahead.
func (w *words) judgePast(s *text.Sentence, v *verdict, node, from text.Index) {
	t := &s.Tokens[node]
	switch {
	case w.soft(t.Lemma):
		if saidThere(s, from) {
			v.raise(readout.Held, "", node) // "said during a meeting with him"
		}
	case from != text.None && s.Tokens[from].Rel == text.Xcomp && infinitive(s, from) && !implies(t.Lemma) && !v.granted && !havingDone(s, from):
		v.raise(readout.Planned, "", node) // "told them to meet": no word of it done
	case from != text.None && infinitive(s, from) && setsOut(t.Lemma):
		v.raise(readout.Planned, "", node) // "left to meet him": not there yet
	case arrivedFor(s, node, from):
		v.raise(readout.Planned, "", node)
	default:
		v.raise(readout.Held, "", node)
	}
}

// isFor tells what somebody's journey is for, which he is on: "my visit here today is to strengthen
// the relationship".
func isFor(s *text.Sentence, v, from text.Index) bool {
	if from == text.None || s.Tokens[from].Rel != text.Nsubj || !journeyNoun(s.Tokens[from].Lemma) || begins(s.Tokens[v].Lemma) || datedAhead(s) {
		return false
	}
	theirs := s.Child(from, text.NmodPoss)
	return theirs != text.None && (lower(s.Tokens[theirs].Form) == "my" || lower(s.Tokens[theirs].Form) == "our")
}

// asksWhere tells an occasion of which only the place is open.
func asksWhere(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Advmod, text.Mark, text.Obl), func(c text.Index) bool { return s.Tokens[c].Lemma == "where" })
}

// bringsAbout tells a known occasion of which somebody says what it may bring: "his visit may
// quiet the critics". That it takes place, others tell.
func bringsAbout(s *text.Sentence, v, from text.Index) bool {
	return from != text.None && s.Tokens[from].Rel == text.Nsubj && s.Tokens[v].UPOS == text.VERB && theirOwn(s, from) && itsName(s.Tokens[from].Lemma) && !begins(s.Tokens[v].Lemma)
}

// arrivedFor tells who has come for what is still ahead: "arrived for a summit with her, with
// trade expected to dominate it".
func arrivedFor(s *text.Sentence, v, from text.Index) bool {
	if l := s.Tokens[v].Lemma; l != "arrive" && l != "land" || from == text.None {
		return false
	}
	if !infinitive(s, from) && (s.Tokens[from].UPOS != text.NOUN || caseOf(s, from) != "for") {
		return false
	}
	if has := s.Child(v, text.Aux); has != text.None && lower(s.Tokens[has].Form) != "had" && auxiliaryHave(s, v) && s.Tokens[from].UPOS == text.NOUN {
		return true // "have arrived in Rome for their summit"
	}
	for i := from; int(i)+1 < len(s.Tokens); i++ {
		if l := s.Tokens[i].Lemma; (l == "expect" || l == "due" || l == "slate") && s.Tokens[i+1].Lemma == "to" {
			return true
		}
	}
	return false
}

// rodeThere tells how somebody travelled to do what the tree hangs on that: "travelled in an armoured
// train to meet her", "crossed the border to meet her", "became the first to cross it to meet her".
func rodeThere(s *text.Sentence, noun text.Index) bool {
	h := s.Tokens[noun].Head
	if h != text.None && s.Tokens[h].Lemma == "cross" && s.Tokens[noun].Rel == text.Obj && negated(s, h) == text.None {
		return pastTense(s, h) && auxiliary(s, h) == "" || infinitive(s, h) && s.Tokens[h].Rel == text.Acl && ranked(s, s.Tokens[h].Head) && pastTense(s, governor(s, h))
	}
	if h == text.None || s.Tokens[noun].Rel != text.Obl || !pastTense(s, h) || negated(s, h) != text.None || auxiliary(s, h) != "" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "travel", "fly", "come", "journey", "ride", "drive":
		c := caseOf(s, noun)
		return c == "in" || c == "by" || c == "on" || c == "aboard"
	}
	return false
}

// revives tells an infinitive of bringing about, or bringing about again, what is not yet.
func revives(s *text.Sentence, v text.Index) bool {
	switch s.Tokens[v].Lemma {
	case "restart", "revive", "relaunch", "rekindle", "reopen", "secure":
		return infinitive(s, v)
	}
	return false
}

// judged tells somebody's occasion of which a clause says what it would have been.
func judged(s *text.Sentence, from text.Index) bool {
	return from != text.None && s.Tokens[from].UPOS == text.NOUN && (s.Tokens[from].Rel == text.Nsubj || s.Tokens[from].Rel == text.NsubjPass) && s.Child(from, text.NmodPoss) != text.None
}

// saidThere tells an occasion in the course of which something was said.
func saidThere(s *text.Sentence, from text.Index) bool {
	if from == text.None || s.Tokens[from].Rel != text.Obl || s.Tokens[from].UPOS != text.NOUN {
		return false
	}
	switch caseOf(s, from) {
	case "during", "at", "in", "after", "following":
		return true
	}
	return false
}

// ranked tells somebody who was the first or the last to do what hangs on the noun:
// "the first head of state to call him". That takes for granted that it is done.
func ranked(s *text.Sentence, noun text.Index) bool {
	if noun == text.None || s.Tokens[noun].UPOS != text.NOUN && s.Tokens[noun].UPOS != text.ADJ && s.Tokens[noun].UPOS != text.PROPN {
		return false
	}
	if inOrder(s.Tokens[noun].Lemma) {
		return true
	}
	for _, m := range s.Children(noun, text.Amod) {
		if inOrder(s.Tokens[m].Lemma) {
			return true
		}
	}
	return false
}

func inOrder(lemma string) bool {
	switch lemma {
	case "first", "second", "third", "last", "latest", "only":
		return true
	}
	return false
}

// judgeRanked reads when the first one does it: "was the first to visit", "will be the
// first to visit", "became the first to visit".
func (w *words) judgeRanked(s *text.Sentence, v *verdict, noun text.Index) {
	verb := noun
	if s.Child(noun, text.Cop) == text.None && s.Tokens[noun].Head != text.None {
		verb = s.Tokens[noun].Head
	}
	switch auxiliary(s, verb) {
	case "will", "shall", "would":
		v.raise(readout.Planned, "", noun)
	case "may", "might", "could", "can", "should", "must":
		v.raise(readout.Proposed, "", noun)
	default:
		if s.Tokens[verb].Lemma != "become" || pastTense(s, verb) {
			v.raise(readout.Held, "", noun)
		}
	}
}

// whenToBe tells "when they meet", also where the tree makes it the main clause or hangs it
// on a noun: "Obama, when he meets Sen, will raise it".
func whenToBe(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if it := s.Child(v, text.Nsubj); t.Lemma == "come" && it != text.None && s.Tokens[it].Lemma == "it" {
		return false // "when it comes to talks with them"
	}
	bare := t.XPOS == text.VB && t.Rel == text.Root && s.Child(v, text.Aux, text.Mark) == text.None
	if bare && s.Tokens[0].Lemma == "when" && slices.ContainsFunc(s.Children(v, text.Nsubj), func(c text.Index) bool { return c < v }) {
		return true // "when Kim and Moon meet", where the tree hangs the word on who meets
	}
	beside := t.Rel == text.Advcl || t.Rel == text.Parataxis || t.Rel == text.AclRelcl && s.Child(v, text.Nsubj) != text.None
	toCome := t.Rel == text.Advcl && t.XPOS == text.VBG && isToDo(s, t.Head) // "will raise it when meeting her"
	return (beside && presentTense(t) || bare || toCome) && opensWith(s, v, "when")
}

// isToDo tells what somebody will do, or will have others do: "will ask her to come".
func isToDo(s *text.Sentence, v text.Index) bool {
	for steps := 0; v != text.None && steps < 4; v, steps = s.Tokens[v].Head, steps+1 {
		if auxiliary(s, v) == "will" {
			return true
		}
		if r := s.Tokens[v].Rel; r != text.Xcomp && r != text.Conj {
			return false
		}
	}
	return false
}

// besidesDoing tells one of two things that somebody will do: "as well as meeting her, he will give
// a speech".
func besidesDoing(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if t.XPOS != text.VBG || t.Head == text.None || t.Head < v || auxiliary(s, t.Head) != "will" || s.Child(v, text.Aux) != text.None {
		return false
	}
	if v < 1 || v > 3 {
		return false
	}
	switch first := lower(s.Tokens[0].Form); first {
	case "besides":
		return true
	case "as", "in", "apart", "aside":
		return s.Tokens[1].Lemma == "well" || s.Tokens[1].Lemma == "addition" || s.Tokens[1].Lemma == "from"
	}
	return false
}

// afterThey tells what happened before something else, where the tree takes the verb for a
// participle: "spoke after the two leaders gathered in Rome".
func afterThey(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if t.XPOS != text.VBN || t.Rel != text.Acl || t.Head == text.None || s.Child(v, text.Aux, text.AuxPass) != text.None {
		return false
	}
	switch t.Lemma {
	case "gather", "meet", "speak", "talk", "confer", "sit", "arrive", "travel":
		c := caseOf(s, t.Head)
		return c == "after" || c == "since"
	}
	return false
}

// afterDoing tells what somebody had done when he did something else: "returned after holding talks
// with her".
func afterDoing(s *text.Sentence, v text.Index) bool {
	t, m := &s.Tokens[v], s.Child(v, text.Mark)
	if t.XPOS != text.VBG || t.Rel != text.Advcl || m == text.None || s.Tokens[m].Lemma != "after" || m > 0 && s.Tokens[m-1].Lemma == "until" {
		return false
	}
	return !welcomes(t.Lemma) && pastTense(s, t.Head) && auxiliary(s, t.Head) == "" && !infinitive(s, t.Head) && negated(s, v) == text.None
}

// stirredBy tells an occasion that somebody had, and that pleased or moved him: "was moved by
// the opportunity to visit her", "is grateful for the chance to meet him", "welcomed it".
func stirredBy(s *text.Sentence, noun text.Index) bool {
	switch s.Tokens[noun].Lemma {
	case "opportunity", "chance", "privilege":
	default:
		return false
	}
	h := s.Tokens[noun].Head
	if h == text.None || negated(s, h) != text.None || auxiliary(s, h) != "" {
		return false
	}
	if s.Tokens[noun].Rel == text.Obj {
		return welcomed(s, h) || gladToHave(s, h)
	}
	if s.Tokens[noun].Rel != text.Obl && s.Tokens[noun].Rel != text.OblAgent {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "move", "touch", "honor", "honour", "humble", "thankful", "grateful", "thank":
		return true
	}
	return false
}

// welcomed tells a verb by which somebody was glad of what he had: "welcomed the opportunity
// to speak with him".
func welcomed(s *text.Sentence, v text.Index) bool {
	switch s.Tokens[v].Lemma {
	case "welcome", "appreciate", "value", "enjoy", "relish":
		return pastTense(s, v) && !slices.ContainsFunc(s.Tokens[v:], func(t text.Token) bool {
			return t.Lemma == "upcoming" || t.Lemma == "forthcoming" || t.Lemma == "coming" || t.Lemma == "next"
		})
	}
	return false
}

// gladToHave tells the same of what somebody "was glad to have".
func gladToHave(s *text.Sentence, v text.Index) bool {
	h := s.Tokens[v].Head
	if s.Tokens[v].Lemma != "have" || s.Tokens[v].Rel != text.Xcomp || h == text.None || negated(s, h) != text.None || auxiliary(s, h) != "" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "glad", "happy", "pleased", "delighted", "honored", "honoured", "grateful", "thankful", "privileged", "proud":
		return true
	}
	return false
}

// seized tells an occasion to do something that somebody had and took: "had an
// opportunity to speak with him", "took the time to greet her".
func seized(s *text.Sentence, noun text.Index) bool {
	switch s.Tokens[noun].Lemma {
	case "opportunity", "chance", "honor", "honour", "pleasure", "privilege", "time":
	default:
		return false
	}
	h := s.Tokens[noun].Head
	if h == text.None || s.Tokens[noun].Rel != text.Obj || !pastTense(s, h) || negated(s, h) != text.None || negated(s, noun) != text.None {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "have", "get", "take", "use", "seize", "find":
		return true
	}
	return false
}

// deniesOtherThing tells a negation that leaves the occasion what it is: "is not afraid to
// talk", "did not refuse to meet", "will not use his trip to criticize her".
func (w *words) deniesOtherThing(s *text.Sentence, node, from text.Index) bool {
	for _, c := range s.Children(node, text.Advmod) {
		switch s.Tokens[c].Lemma {
		case "often", "frequently", "regularly":
			return pastTense(s, node) // "were not held so often before"
		}
	}
	if soThat(s, node) {
		return true
	}
	if from == text.None {
		return false
	}
	if m := s.Child(from, text.Mark); m != text.None && (s.Tokens[m].Lemma == "whether" || s.Tokens[m].Lemma == "if") {
		return true // "has not decided whether to meet"
	}
	if s.Tokens[from].Rel == text.Nsubj && s.Tokens[from].UPOS == text.NOUN && s.Tokens[node].UPOS == text.VERB && !begins(s.Tokens[node].Lemma) {
		return true // "the summit did not produce a deal"
	}
	switch s.Tokens[node].Lemma {
	case "connect", "link", "relate", "tie", "connected", "linked", "related", "tied":
		return s.Tokens[from].UPOS == text.NOUN && (s.Tokens[from].Rel == text.NsubjPass || s.Tokens[from].Rel == text.Nsubj) // "his visit is not connected with the vote"
	case "record", "transcribe", "tape", "monitor", "announce", "disclose", "mention", "publicize", "publicise", "log":
		return s.Tokens[from].Rel == text.NsubjPass && theirOwn(s, from) // "his call with her was not recorded"
	case "attend", "join":
		return betweenOthers(s, from) // "will not attend a meeting between them"
	case "let", "allow":
		return spoils(s.Tokens[from].Lemma) // "did not let the dispute overshadow their talks"
	case "regret":
		return s.Tokens[from].Rel == text.Obj && s.Tokens[from].UPOS == text.NOUN || s.Tokens[from].XPOS == text.VBG // "never regretted meeting her"
	case "use", "rush", "mar", "spoil", "disrupt", "derail", "jeopardize", "jeopardise", "endanger", "complicate", "upset", "undermine", "hinder", "hamper":
		return s.Tokens[from].Rel == text.Obj && s.Tokens[from].UPOS == text.NOUN
	}
	switch w.governs(s, node) {
	case "refuse", "rule_out", "cancel", "postpone", "avoid":
		return s.Tokens[from].Rel == text.Obj || s.Tokens[from].Rel == text.Xcomp
	}
	return false
}

// spoils tells a verb for what may happen to an occasion that takes place.
func spoils(lemma string) bool {
	switch lemma {
	case "overshadow", "mar", "spoil", "disrupt", "derail", "dominate", "cloud", "sour", "affect", "ruin", "eclipse":
		return true
	}
	return false
}

// soThat tells what somebody does for another purpose: "is not inviting him so that he can
// gloat".
func soThat(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Advcl), func(c text.Index) bool {
		m := s.Child(c, text.Mark)
		return c > v && m != text.None && s.Tokens[m].Lemma == "so"
	})
}

// betweenOthers tells an occasion that names its own two sides.
func betweenOthers(s *text.Sentence, noun text.Index) bool {
	return slices.ContainsFunc(s.Children(noun, text.Nmod), func(c text.Index) bool { return caseOf(s, c) == "between" })
}

// begins tells a verb that says of talks that they come about or go on: what denies it
// denies them.
func begins(lemma string) bool {
	switch lemma {
	case "take", "go", "come", "happen", "occur", "proceed", "materialize", "materialise", "resume", "start", "begin", "exist", "convene", "continue", "open", "follow", "be":
		return true
	}
	return false
}

// notUntil tells "did not visit Israel until his last year": then he did.
func notUntil(s *text.Sentence, v text.Index) bool {
	if !pastTense(s, v) {
		return false
	}
	for _, c := range s.Children(v, text.Obl, text.Advcl) {
		for _, m := range s.Children(c, text.Case, text.Mark) {
			if s.Tokens[m].Lemma == "until" || s.Tokens[m].Lemma == "till" {
				return true
			}
		}
	}
	return false
}

// regretted tells "should have met", "could have met": said of what did not happen.
func regretted(s *text.Sentence, v text.Index) bool {
	switch auxiliary(s, v) {
	case "should", "could", "need":
	default:
		return false
	}
	return auxiliaryHave(s, v) && s.Tokens[v].XPOS == text.VBN
}

// implies tells a verb whose infinitive was done where the verb was: "managed to meet".
func implies(lemma string) bool {
	switch lemma {
	case "manage", "choose", "opt", "get", "go", "come", "proceed", "continue", "begin", "start", "help", "send", "dispatch", "use", "remain", "have", "lead", "head", "host", "bring", "travel", "fly", "journey", "return", "cause", "prompt", "compel":
		return true
	}
	return false
}

// havingDone tells an infinitive of the past: "claimed to have met her".
func havingDone(s *text.Sentence, v text.Index) bool {
	a := s.Child(v, text.Aux)
	return a != text.None && s.Tokens[a].Lemma == "have" && s.Tokens[v].XPOS == text.VBN
}

// soft verbs do not pass their negation on: "did not say that they met".
func (w *words) soft(lemma string) bool {
	switch lemma {
	case "say", "know", "tell", "disclose", "confirm", "comment", "specify", "reveal", "rule", "think", "believe",
		"announce", "report", "add", "tweet", "write", "declare", "state", "note", "acknowledge", "warn":
		return true
	}
	return false
}

// howDenied tells a missing plan from a plain denial.
func (w *words) howDenied(s *text.Sentence, node text.Index) string {
	if w.says[s.Tokens[node].Lemma] == "plan" {
		return "no_plans"
	}
	switch auxiliary(s, node) {
	case "will", "shall":
		return "ruled_out" // "will not be meeting him again": nobody disputes what was
	}
	return "disputed"
}

// clauseEnds tells whether the way up ends at node: a finite clause that somebody
// says, a relative or adverbial clause, or the root.
func (w *words) clauseEnds(s *text.Sentence, v *verdict, node text.Index) bool {
	t := &s.Tokens[node]
	switch t.Rel {
	case text.Csubj:
		if t.Head != text.None && hopeless(s.Tokens[t.Head].Lemma) {
			w.judgeSaying(s, v, t.Head, node)
		}
		return !infinitive(s, node) // "is due to meet" may be read so
	case text.Root, text.Parataxis, text.Advcl, text.AclRelcl, text.AdvclRelcl:
		if t.Rel != text.Parataxis {
			w.judgeCancelledWay(s, v, node)
		}
		if h := t.Head; t.Rel == text.Parataxis && h != text.None && h < node && toldOf(s, h) {
			w.judgeSaying(s, v, h, node) // "denied reports they met"
		}
		if t.Rel == text.Advcl && infinitive(s, node) && t.XPOS == text.VB { // "flew in to meet"
			return false
		}
		if t.Rel == text.Advcl && t.Head != text.None && (s.LooksForward(t.Head) || pressedInto(s, t.Head, node) || mindedTo(s, node)) {
			return false // "looks forward to meeting", "prods them into meeting", "is open to meeting"
		}
		return true
	case text.Conj:
		return (finiteVerb(t) || pastTense(s, node) || ownCopula(s, node) || ownModal(s, node) || underWay(s, node)) && !sharesModal(s, node)
	case text.Ccomp:
		w.judgeSaying(s, v, t.Head, node)
		return true
	case text.Acl:
		if h := t.Head; h != text.None && told(s.Tokens[h].Lemma) && s.Tokens[h].Rel == text.Obj {
			w.judgeSaying(s, v, s.Tokens[h].Head, node) // "denied reports that they met"
		}
		return t.XPOS != text.VB && (t.Head == text.None || w.says[s.Tokens[t.Head].Lemma] == "")
	}
	return false
}

// ownModal tells a second clause with a modal of its own, or with what sets it in the present: "will
// not be recognised and will complicate the talks", "will send drones and is holding talks". What
// denies the first or lays it ahead says nothing of it.
func ownModal(s *text.Sentence, node text.Index) bool {
	t, a := &s.Tokens[node], auxiliary(s, node)
	if t.UPOS != text.VERB || t.Head >= node {
		return false
	}
	aux := s.Child(node, text.Aux)
	return a == "will" || a == "would" || t.XPOS == text.VBG && aux != text.None && finiteVerb(&s.Tokens[aux])
}

// underWay tells a second clause of what somebody is doing: "will send troops and is holding talks".
func underWay(s *text.Sentence, node text.Index) bool {
	be := s.Child(node, text.Aux)
	return s.Tokens[node].XPOS == text.VBG && s.Tokens[node].Head < node && be != text.None && s.Tokens[be].Lemma == "be" && presentTense(&s.Tokens[be])
}

// ownCopula tells a clause of its own without a full verb: "is not ready to talk, but she is
// ready to host him".
func ownCopula(s *text.Sentence, node text.Index) bool {
	c := s.Child(node, text.Cop)
	return c != text.None && finiteVerb(&s.Tokens[c]) && s.Child(node, text.Nsubj) != text.None
}

// sharesModal tells a second verb under the modal of the first, which a tagger may take
// for a present tense: "will meet Biden and then have talks with Trump".
func sharesModal(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	head := t.Head
	if head != text.None && s.Tokens[head].UPOS != text.VERB && s.Tokens[head].Rel == text.Obj {
		head = s.Tokens[head].Head // hung on the first verb's object
	}
	return t.XPOS == text.VBP && head != text.None && auxiliary(s, head) != "" && s.Child(v, text.Nsubj, text.Aux) == text.None
}

// judgeSaying reads the verb under which a whole clause stands: a denial of it, a hope.
func (w *words) judgeSaying(s *text.Sentence, v *verdict, head, said text.Index) {
	if head == text.None {
		return
	}
	if denial(s.Tokens[head].Lemma) && turnsOut(s, said) && pastTense(s, said) && !settlesDay(s.Tokens[said].Lemma) {
		v.raise(readout.Held, "", said) // "denied that his call with her was improper"
		return
	}
	if denial(s.Tokens[head].Lemma) {
		if negated(s, head) == text.None && !(v.granted && v.status == readout.Planned) { // "denied that he would sign it at their meeting"
			v.raise(readout.Denied, "disputed", head)
		}
		return
	}
	if says := w.governs(s, head); off(says) && herPlanned(s, said) && negated(s, head) == text.None && !w.onlyWished(s, head) {
		w.apply(v, says, head)
		return
	}
	if hopeless(s.Tokens[head].Lemma) && s.Tokens[head].UPOS == text.ADJ && negated(s, head) == text.None {
		v.raise(readout.Denied, "ruled_out", head) // "it is unlikely that they will meet"
		return
	}
	switch s.Tokens[head].Lemma {
	case "wish":
		if s.Tokens[said].XPOS == text.VBN {
			v.raise(readout.Denied, "disputed", head) // "wished he had met her"
		} else {
			v.raise(readout.Proposed, "", head)
		}
	case "hope", "propose", "suggest", "want", "demand", "recommend", "request", "urge":
		if (v.status != readout.Held || !pastTense(s, said)) && !turnsOut(s, said) {
			v.raise(readout.Proposed, "", head)
		}
	case "agree":
		if v.status == readout.Proposed && auxiliary(s, said) == "should" && negated(s, head) == text.None {
			v.raise(readout.Held, "", head)
			v.status, v.word = readout.Planned, head // "agreed that their ministers should meet"
		}
	case "doubt":
		if !turnsOut(s, said) {
			v.raise(readout.Denied, "ruled_out", head)
		}
	case "expect", "anticipate":
		if auxiliaryHave(s, said) && auxiliary(s, said) == "" {
			return // "expects that his talks with her have cleared the air"
		}
		v.raise(readout.Planned, "", head)
	case "presume", "assume":
		if s.Tokens[head].XPOS == text.VBG && presentTense(&s.Tokens[said]) {
			v.raise(readout.Planned, "", head) // "presuming he first meets her"
		}
	}
}

// herPlanned tells what is called somebody's planned one, where the tree takes the adjective for a verb:
// "canceled her planned summit".
func herPlanned(s *text.Sentence, v text.Index) bool {
	who := s.Child(v, text.Nsubj)
	return who != text.None && who == v-1 && lower(s.Tokens[who].Form) == "her" && toBeHeld(lower(s.Tokens[v].Form))
}

// turnsOut tells a known occasion of which somebody hopes or doubts what it will be or bring: "hoped
// that the upcoming visit would be fruitful".
func turnsOut(s *text.Sentence, said text.Index) bool {
	subject := s.Child(said, text.Nsubj, text.NsubjPass)
	return subject != text.None && theirOwn(s, subject) && itsName(s.Tokens[subject].Lemma) && !begins(s.Tokens[said].Lemma) && s.Tokens[said].Lemma != "hold" && s.Tokens[said].Lemma != "possible"
}

// settlesDay tells a verb for what is done to bring an occasion about.
func settlesDay(lemma string) bool {
	switch lemma {
	case "schedule", "plan", "arrange", "set", "discuss", "propose", "real", "true", "imminent", "likely":
		return true
	}
	return false
}

// denial tells a verb by which somebody says that a thing is not so.
func denial(lemma string) bool {
	switch lemma {
	case "deny", "dismiss", "refute", "reject":
		return true
	}
	return false
}

// judgeCancelledWay reads a plan told of a journey that was called off: "canceled his trip
// to the summit, where he was to meet her".
func (w *words) judgeCancelledWay(s *text.Sentence, v *verdict, clause text.Index) {
	h := s.Tokens[clause].Head
	if v.status != readout.Planned || s.Tokens[clause].Rel == text.Advcl && !opensWith(s, clause, "where") {
		return
	}
	for steps := 0; h != text.None && s.Tokens[h].UPOS != text.VERB && steps < 4; steps++ {
		h = s.Tokens[h].Head
	}
	if h == text.None || h > clause || s.Child(h, text.Obj) == text.None || negated(s, h) != text.None {
		return
	}
	if says := w.governs(s, h); says == "cancel" || says == "postpone" {
		w.apply(v, says, h)
	}
}

// toldOf tells a verb whose object is what others tell: "dismissed rumors".
func toldOf(s *text.Sentence, v text.Index) bool {
	o := s.Child(v, text.Obj)
	return o != text.None && told(s.Tokens[o].Lemma)
}

// told tells a noun for what others say.
func told(lemma string) bool {
	switch lemma {
	case "report", "claim", "allegation", "suggestion", "rumor", "rumour", "speculation", "accusation", "assertion", "story":
		return true
	}
	return false
}

func infinitive(s *text.Sentence, v text.Index) bool {
	for _, m := range s.Children(v, text.Mark) {
		if s.Tokens[m].Lemma == "to" {
			return true
		}
	}
	return false
}

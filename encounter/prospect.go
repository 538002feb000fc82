package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// This file reads what is said of an occasion that is wished for, prepared, hung on a
// condition, still to come or no longer to come.

// judgeOutlook reads such words at one node on the way up. It returns true where they
// settle the matter.
func (w *words) judgeOutlook(s *text.Sentence, v *verdict, node, from text.Index) (settled bool) {
	w.judgeCondition(s, v, node)
	w.judgeOpen(s, v, node, from)
	if noLonger(s, node) {
		w.judgeGivenUp(s, v, node, from)
	}
	if missed(s, node) {
		v.raise(readout.Cancelled, "called_off", node)
	}
	if v.status == readout.Planned && v.firm && kept(s, node) {
		v.raise(readout.Cancelled, "called_off", node) // "barred her from using a jet for a planned trip"
	}
	if yetTo(s, node) || pointless(s, node) && w.governs(s, node) == "" || kept(s, node) && !listensTo(s.Tokens[node].Lemma) || hadItBeen(s, node) {
		v.raise(readout.Denied, "disputed", node)
	}
	if from == text.None {
		return false
	}
	switch t := &s.Tokens[node]; {
	case mayNotHappen(s, node), takesForGranted(s, node, from):
		v.raise(readout.Planned, "", node)
		return true
	case opensTalk(s, node, from), s.Tokens[from].UPOS == text.VERB && thankedYou(s, node):
		*v = verdict{status: readout.Held, word: node, firm: true}
		return true
	case wasAble(s, node, from):
		v.raise(readout.Held, "", node)
		return true
	case couldNotMake(s, node, from):
		v.raise(readout.Cancelled, "called_off", node)
	case stillToDo(s, node, from), inVain(s, node, from):
		v.raise(readout.Denied, "disputed", node)
	case hopeless(t.Lemma) && infinitive(s, from) && s.Tokens[from].Rel == text.Xcomp && negated(s, node) == text.None:
		v.raise(readout.Denied, "ruled_out", node)
	case w.judgeHonour(v, s, node, from):
		return true
	case gladTo(s, node, from):
		return w.judgeGlad(s, v, node, from)
	case told(t.Lemma) && s.Tokens[from].Rel == text.Nmod && caseOf(s, from) == "of" && t.Rel == text.Obj:
		w.judgeSaying(s, v, t.Head, from) // "denied reports of a call"
	case s.Tokens[from].Rel == text.Nsubj && s.Child(node, text.Cop) != text.None:
		w.judgeStage(s, v, node)
	case dateOf(s, node, from), undecided(s, node, from):
		w.apply(v, "plan", node)
	case plansFell(s, node, from):
		w.apply(v, "cancel", node)
	case talkedOf(s, node, from), conditionFor(s, node, from), boundToTerms(s, node, from):
		w.apply(v, "propose", node)
	}
	return false
}

// opensTalk tells the words with which one who sits with the other begins: "I would like to
// welcome the president", "I want to start our meeting by noting". He does so by saying it.
func opensTalk(s *text.Sentence, node, from text.Index) bool {
	if l := s.Tokens[node].Lemma; l != "like" && l != "want" && l != "wish" {
		return false
	}
	who := s.Child(node, text.Nsubj)
	if who == text.None || !infinitive(s, from) || negated(s, node) != text.None || pastTense(s, node) {
		return false
	}
	switch lower(s.Tokens[who].Form) {
	case "i", "we":
	default:
		return false
	}
	switch s.Tokens[from].Lemma {
	case "welcome", "greet":
		return !datedAhead(s)
	case "start", "begin", "open":
		return slices.ContainsFunc(s.Children(from, text.Advcl), func(c text.Index) bool { return s.Tokens[c].XPOS == text.VBG })
	}
	return false
}

// datedAhead tells a sentence that names a time to come.
func datedAhead(s *text.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t text.Token) bool {
		switch t.Lemma {
		case "next", "soon", "upcoming", "tomorrow", "coming", "future":
			return true
		}
		return false
	})
}

// thankedYou tells an invitation for which the guest thanks the host to his face: "I am grateful to
// you for inviting me to visit Russia", "my gratitude for inviting me". There he is.
func thankedYou(s *text.Sentence, node text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "invitation":
		if caseOf(s, node) != "for" {
			return false
		}
	case "invite":
		if m := s.Child(node, text.Mark); m == text.None || s.Tokens[m].Lemma != "for" {
			return false
		}
	default:
		return false
	}
	h := s.Tokens[node].Head
	if h == text.None {
		return false
	}
	if l := s.Tokens[h].Lemma; l == "gratitude" || l == "thanks" || l == "appreciation" {
		o := s.Child(node, text.Obj)
		return o != text.None && !datedAhead(s) && (lower(s.Tokens[o].Form) == "me" || lower(s.Tokens[o].Form) == "us") // "my gratitude for inviting me"
	}
	if s.Tokens[h].Lemma != "thank" && s.Tokens[h].Lemma != "grateful" && s.Tokens[h].Lemma != "thankful" {
		return false
	}
	return !datedAhead(s) && slices.ContainsFunc(s.Children(h, text.Obj, text.Iobj, text.Obl), func(c text.Index) bool { return s.Tokens[c].Lemma == "you" })
}

// wasAble tells what somebody could do and did: "was able to speak to her". What he is or will
// be able to do is ahead.
func wasAble(s *text.Sentence, node, from text.Index) bool {
	return s.Tokens[node].Lemma == "able" && infinitive(s, from) && pastTense(s, node) && auxiliary(s, node) == "" &&
		negated(s, node) == text.None && s.Child(node, text.Mark) == text.None
}

// judgeCondition reads what somebody will do only if something else comes about: "would
// meet her if she accepted his terms".
func (w *words) judgeCondition(s *text.Sentence, v *verdict, node text.Index) {
	aux := auxiliary(s, node)
	if aux != "would" && aux != "will" {
		return
	}
	for _, c := range s.Children(node, text.Advcl) {
		m := s.Child(c, text.Mark)
		if m == text.None || s.Tokens[m].Lemma != "if" {
			continue
		}
		switch {
		case m > 0 && s.Tokens[m-1].Lemma == "even":
		case aux == "would" && auxiliaryHave(s, node):
			v.raise(readout.Denied, "disputed", node) // "would have met her if he had had time"
		case aux == "would" && c > node, m > 0 && s.Tokens[m-1].Lemma == "only", aux == "will" && c < node && s.Tokens[node].UPOS == text.VERB && s.Tokens[c].Lemma != "go":
			v.raise(readout.Proposed, "", m) // "if the conditions are right, I will go there"
		}
	}
}

// boundToTerms tells an occasion that somebody offers at a price: "the meeting was conditioned on an
// inquiry", "conditioning a summit on lower tariffs", "would host him in exchange for a statement".
func boundToTerms(s *text.Sentence, node, from text.Index) bool {
	switch rel := s.Tokens[from].Rel; s.Tokens[node].Lemma {
	case "condition", "predicate":
		return s.Tokens[node].UPOS == text.VERB && (rel == text.NsubjPass || rel == text.Obj) && hasObl(s, node, from, "on", "upon")
	case "contingent", "conditional":
		return rel == text.Nsubj && s.Child(node, text.Cop) != text.None
	}
	return false
}

// hasObl tells words with one of the prepositions behind a verb, also where the tree hangs them on
// its object: "condition a meeting on an inquiry".
func hasObl(s *text.Sentence, verb, object text.Index, prepositions ...string) bool {
	behind := func(c text.Index) bool { return slices.Contains(prepositions, caseOf(s, c)) }
	return slices.ContainsFunc(s.Children(verb, text.Obl, text.Advcl), func(c text.Index) bool {
		m := s.Child(c, text.Mark)
		return behind(c) || m != text.None && slices.Contains(prepositions, s.Tokens[m].Lemma)
	}) || slices.ContainsFunc(s.Children(object, text.Nmod), behind)
}

// inExchange tells what somebody would do in return for something: "would host him in exchange for
// a statement".
func inExchange(s *text.Sentence, v text.Index) bool {
	for i := v + 1; int(i)+1 < len(s.Tokens) && s.Tokens[i].UPOS != text.VERB; i++ {
		if l := s.Tokens[i].Lemma; (l == "exchange" || l == "return") && s.Tokens[i-1].Lemma == "in" && s.Tokens[i+1].Lemma == "for" {
			return true
		}
	}
	return false
}

// noLonger tells "will no longer meet", "no longer plans to".
func noLonger(s *text.Sentence, node text.Index) bool {
	for _, c := range s.Children(node, text.Advmod) {
		if s.Tokens[c].Lemma == "longer" || lower(s.Tokens[c].Form) == "longer" {
			return c > 0 && s.Tokens[c-1].Lemma == "no"
		}
	}
	return false
}

// judgeGivenUp reads what is no longer to be: a plan given up, a wish gone, a habit ended.
// Of who "will no longer be interested" nothing follows.
func (w *words) judgeGivenUp(s *text.Sentence, v *verdict, node, from text.Index) {
	aux := auxiliary(s, node)
	switch says := w.governs(s, node); {
	case says == "plan", from == text.None && (aux == "will" || aux == "would"):
		v.raise(readout.Cancelled, "called_off", node)
	case says == "propose" && aux == "":
		v.raise(readout.Denied, "refused", node)
	case from == text.None && aux == "":
		v.raise(readout.Denied, "disputed", node)
	}
}

// missed tells what was to have been, and so was not: "was to have met her on Friday".
func missed(s *text.Sentence, node text.Index) bool {
	if s.Tokens[node].XPOS != text.VBN || !infinitive(s, node) {
		return false
	}
	was, have := false, false
	for _, a := range s.Children(node, text.Aux, text.AuxPass, text.Cop) {
		was = was || s.Tokens[a].Lemma == "be" && s.Tokens[a].XPOS == text.VBD
		have = have || s.Tokens[a].Lemma == "have"
	}
	return was && have
}

// yetTo tells an infinitive of what has not come about so far: "is yet to meet her".
func yetTo(s *text.Sentence, node text.Index) bool {
	return infinitive(s, node) && toBe(s, node) && hasYet(s, node)
}

// stillToDo tells the verb above it: "has yet to meet her".
func stillToDo(s *text.Sentence, node, from text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "have", "be", "remain":
		return infinitive(s, from) && (hasYet(s, node) || hasYet(s, from))
	}
	return false
}

func hasYet(s *text.Sentence, node text.Index) bool {
	for _, c := range s.Children(node, text.Advmod) {
		if s.Tokens[c].Lemma == "yet" && int(c)+1 < len(s.Tokens) && s.Tokens[c+1].Lemma == "to" {
			return true
		}
	}
	return false
}

// pointless tells what somebody sees no reason for: "sees no point in meeting him".
func pointless(s *text.Sentence, node text.Index) bool {
	h := s.Tokens[node].Head
	if h == text.None || s.Tokens[node].Rel != text.Acl {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "reason", "point", "sense", "use", "need", "purpose":
		return negated(s, h) != text.None
	}
	return false
}

// kept tells what somebody was kept from doing: "was prevented from meeting him".
func kept(s *text.Sentence, node text.Index) bool {
	m, h := s.Child(node, text.Mark), s.Tokens[node].Head
	if m == text.None || h == text.None || negated(s, h) != text.None {
		return false
	}
	if s.Tokens[m].Lemma == "out" {
		return s.Tokens[h].Lemma == "talk" || s.Tokens[h].Lemma == "scare" // "talked him out of meeting her"
	}
	if s.Tokens[m].Lemma != "from" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "prevent", "bar", "ban", "stop", "block", "keep", "prohibit", "forbid", "discourage", "dissuade",
		"refrain", "abstain", "exempt", "excuse", "exemption", "deferment":
		return true
	}
	return false
}

// listensTo tells a word for who is present at what others say: what keeps him from it leaves the talks
// what they are ("kept his aides from being privy to his talks with her").
func listensTo(lemma string) bool {
	switch lemma {
	case "privy", "present", "aware", "listen", "hear", "witness":
		return true
	}
	return false
}

// couldNotMake tells somebody's own journey that he could not make: "apologised for not being able to
// make his visit to Rome".
func couldNotMake(s *text.Sentence, node, from text.Index) bool {
	if l := s.Tokens[node].Lemma; l != "unable" && (l != "able" || negated(s, node) == text.None) || auxiliary(s, node) != "" {
		return false
	}
	if l := s.Tokens[from].Lemma; !infinitive(s, from) || l != "make" && l != "undertake" && l != "pay" {
		return false
	}
	o := s.Child(from, text.Obj)
	return o != text.None && journeyNoun(s.Tokens[o].Lemma) && s.Child(o, text.NmodPoss) != text.None
}

// hadItBeen tells what would have been: "had he met her, the deal would be signed".
func hadItBeen(s *text.Sentence, node text.Index) bool {
	t := &s.Tokens[node]
	had := s.Child(node, text.Aux)
	if t.Rel == text.Ccomp && t.Head < node {
		had = t.Head
	}
	subject := s.Child(node, text.Nsubj)
	return had != text.None && subject != text.None && had < subject && s.Tokens[had].Form == "Had" && had == 0
}

// inVain tells what somebody could not do: "tried in vain to meet", "was too ill to meet".
func inVain(s *text.Sentence, node, from text.Index) bool {
	if !infinitive(s, from) {
		return false
	}
	if s.Tokens[node].Lemma == "vain" {
		return true
	}
	if s.Tokens[node].UPOS != text.ADJ || s.Child(node, text.Cop) == text.None {
		return false
	}
	for _, c := range s.Children(node, text.Advmod) {
		if s.Tokens[c].Lemma == "too" {
			return true
		}
	}
	return false
}

// undecided tells an occasion of which it is open whether it comes: "has not been
// confirmed", "hangs in the balance".
func undecided(s *text.Sentence, node, from text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "confirm", "finalize", "finalise":
		return s.Tokens[from].Rel == text.NsubjPass && negated(s, node) != text.None
	case "hang":
		o := s.Child(node, text.Obl)
		return s.Tokens[from].Rel == text.Nsubj && o != text.None && (s.Tokens[o].Lemma == "balance" || s.Tokens[o].Lemma == "thread")
	}
	return false
}

// plansFell tells "plans for a summit fell apart".
func plansFell(s *text.Sentence, node, from text.Index) bool {
	if s.Tokens[from].Lemma != "plan" || s.Tokens[from].Rel != text.Nsubj {
		return false
	}
	switch s.Tokens[node].Lemma {
	case "collapse", "unravel", "crumble", "evaporate":
		return true
	case "fall":
		return particle(s, node, "apart")
	}
	return false
}

// gladTo tells somebody whom a meeting pleases: "was glad to welcome him", "would be happy
// to meet".
func gladTo(s *text.Sentence, node, from text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "happy", "glad", "pleased", "delighted", "honored", "honoured", "please", "delight", "honor", "honour":
		return s.Child(node, text.Cop, text.Aux, text.AuxPass) != text.None && infinitive(s, from)
	}
	return false
}

// judgeGlad reads whether it was so, may be so, or is being so: who "is glad to welcome" does.
func (w *words) judgeGlad(s *text.Sentence, v *verdict, node, from text.Index) (settled bool) {
	switch aux := auxiliary(s, node); {
	case negated(s, node) != text.None:
		return false
	case aux == "would":
		v.raise(readout.Proposed, "", node)
		return false
	case aux != "":
		return false
	case welcomes(s.Tokens[from].Lemma), pastTense(s, node) && s.Tokens[node].Rel != text.Ccomp, facesYou(s, from):
		v.raise(readout.Held, "", node)
		return true
	}
	v.raise(readout.Proposed, "", node) // "is happy to meet him"
	return false
}

// facesYou tells what is said to whom it is done to: "I am happy to meet you".
func facesYou(s *text.Sentence, v text.Index) bool {
	o := s.Child(v, text.Obj)
	return o != text.None && s.Tokens[o].Lemma == "you"
}

func welcomes(lemma string) bool {
	switch lemma {
	case "welcome", "greet", "see", "host", "receive", "join":
		return true
	}
	return false
}

// judgeStage reads how far a plan is: "is on the agenda", "is under discussion".
func (w *words) judgeStage(s *text.Sentence, v *verdict, node text.Index) {
	no := negated(s, node)
	switch prep := caseOf(s, node); s.Tokens[node].Lemma {
	case "agenda", "schedule", "program", "programme", "calendar", "table", "card", "cards", "work", "works", "offing", "pipeline", "making":
		switch {
		case prep != "on" && prep != "in" && prep != "off":
		case no != text.None || prep == "off":
			v.raise(readout.Denied, "no_plans", node)
		case s.Tokens[node].Lemma == "table":
			v.raise(readout.Proposed, "", node)
		default:
			v.raise(readout.Planned, "", node)
		}
	case "doubt", "jeopardy", "limbo", "risk", "air", "away": // "is in doubt", "is weeks away"
		if c := s.Child(node, text.Nsubj); c != text.None && no == text.None && !pastTense(s, node) && (prep == "in" || prep == "at" || prep == "") {
			v.raise(readout.Planned, "", node)
		}
	case "discussion", "consideration", "preparation", "negotiation":
		if prep == "under" && no == text.None {
			v.raise(readout.Proposed, "", node)
		}
	case "review":
		if prep == "under" && no == text.None && !pastTense(s, node) {
			v.raise(readout.Planned, "", node) // "their summit is under review"
		}
	case "opportunity", "chance", "occasion":
		if c := s.Child(node, text.Nsubj); no == text.None && auxiliary(s, node) == "" && !pastTense(s, node) && itsName(s.Tokens[c].Lemma) && s.Child(c, text.Det) != text.None {
			v.raise(readout.Planned, "", node) // "the meeting is an opportunity to mend ties"
		}
	}
}

// dateOf tells a day or a place that is, or is not yet, set for an occasion.
func dateOf(s *text.Sentence, node, from text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "date", "venue", "time", "place", "day", "location", "timeframe", "timetable", "timing", "schedule":
	case "agenda", "programme", "program", "itinerary":
		if !journeyNoun(s.Tokens[from].Lemma) {
			return false // who discusses the agenda of a summit may be no side of it
		}
	default:
		return false
	}
	h := s.Tokens[node].Head
	if h == text.None || s.Tokens[from].Rel != text.Nmod || caseOf(s, from) != "for" && caseOf(s, from) != "of" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "set", "fix", "finalize", "finalise", "decide", "discuss", "agree", "choose", "negotiate", "settle", "arrange":
		return s.Tokens[node].Rel == text.Obj || s.Tokens[node].Rel == text.NsubjPass || s.Tokens[node].Rel == text.Obl && caseOf(s, node) == "as"
	}
	return false
}

// talkedOf tells talks on another occasion, which is still open: "in talks on a meeting".
func talkedOf(s *text.Sentence, node, from text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "talk", "talks", "discussion", "conversation", "negotiation":
	default:
		return false
	}
	c := caseOf(s, from)
	return s.Tokens[from].Rel == text.Nmod && (c == "on" || c == "about" || c == "over") && indefiniteNoun(s, from) && s.Tokens[from].UPOS == text.NOUN
}

// conditionFor tells what must be before an occasion can: "a precondition for talks".
func conditionFor(s *text.Sentence, node, from text.Index) bool {
	if !isCondition(s.Tokens[node].Lemma) || s.Tokens[from].Rel != text.Nmod {
		return false
	}
	c := caseOf(s, from)
	return c == "for" || c == "of" || c == "to"
}

func isCondition(lemma string) bool {
	switch lemma {
	case "condition", "precondition", "prerequisite", "requirement":
		return true
	}
	return false
}

// recurs tells contact at no one time: "every time they meet", "meet every month",
// "used to call him".
func recurs(s *text.Sentence, t *telling) bool {
	for _, v := range t.clause {
		tok := &s.Tokens[v]
		if tok.UPOS != text.VERB {
			continue
		}
		if opensWith(s, v, "whenever") || tok.Head != text.None && s.Tokens[tok.Head].Lemma == "whenever" || tok.Rel == text.AclRelcl && everyTime(s, tok.Head) ||
			tok.Rel == text.Xcomp && infinitive(s, v) && lower(s.Tokens[tok.Head].Form) == "used" && s.Child(tok.Head, text.Obj) == text.None {
			return true
		}
		for _, c := range s.Children(v, text.Obl, text.OblUnmarked, text.Advmod) {
			if everyTime(s, c) || timesUntold(s, c) || presentTense(tok) && timesA(s, c) {
				return true
			}
		}
	}
	return false
}

// summedUp tells how often two have met in all: "has met her more than 20 times", "met him several
// times in his first term", "has met her frequently". Of a few times that are counted the text may tell
// each; a day or a place fixes one of several, but what is done often is a habit there too. What was
// "also" done belongs to what the text told before.
func summedUp(s *text.Sentence, t *telling) bool {
	if t.noun || withinMonth(t.date.Value()) || alsoThere(s, t) {
		return false
	}
	for i := range s.Tokens {
		i := text.Index(i)
		switch s.Tokens[i].Lemma {
		case "often", "frequently", "regularly", "periodically":
			if s.Tokens[i].Head == t.trigger && s.Tokens[i].Rel == text.Advmod {
				return true
			}
		case "repeatedly":
			if s.Tokens[i].Head == t.trigger && !t.place.Present() {
				return true
			}
		case "time", "occasion":
			if !withinReach(s, t.trigger, i) {
				continue
			}
			if severalOf(s, i) && !t.place.Present() || countedHigh(s, i) {
				return true
			}
		}
	}
	return false
}

// withinMonth tells a date that fixes an occasion among many: no year, and no "last few months".
func withinMonth(d readout.Date) bool {
	from, to, ok := d.Days()
	return ok && to-from <= 31
}

// severalOf tells "several times", "on multiple occasions".
func severalOf(s *text.Sentence, i text.Index) bool {
	return slices.ContainsFunc(s.Children(i, text.Amod), func(c text.Index) bool {
		l := s.Tokens[c].Lemma
		return l == "several" || l == "multiple" || l == "repeated"
	})
}

// countedHigh tells "20 times", "a dozen times".
func countedHigh(s *text.Sentence, i text.Index) bool {
	c := s.Child(i, text.Nummod)
	if c == text.None {
		return false
	}
	form := s.Tokens[c].Form
	return len(form) > 1 && strings.Trim(form, "0123456789") == "" || s.Tokens[c].Lemma == "dozen" || s.Tokens[c].Lemma == "twenty"
}

// everyTime tells "every time", "each month".
func everyTime(s *text.Sentence, i text.Index) bool {
	if i == text.None {
		return false
	}
	switch s.Tokens[i].Lemma {
	case "time", "day", "week", "month", "year", "morning", "night", "summer", "spring", "autumn", "winter", "quarter":
	default:
		return false
	}
	c := s.Child(i, text.Det)
	return c != text.None && (s.Tokens[c].Lemma == "every" || s.Tokens[c].Lemma == "each")
}

// timesUntold tells "on numerous occasions", "many times": of which, nobody says.
func timesUntold(s *text.Sentence, i text.Index) bool {
	if l := s.Tokens[i].Lemma; l != "time" && l != "occasion" {
		return false
	}
	c := s.Child(i, text.Amod)
	return c != text.None && uncounted(s.Tokens[c].Lemma)
}

// timesA tells "once a week", "three times a year".
func timesA(s *text.Sentence, i text.Index) bool {
	switch s.Tokens[i].Lemma {
	case "once", "twice", "time":
	default:
		return false
	}
	if int(i)+2 >= len(s.Tokens) || s.Tokens[i+1].Lemma != "a" {
		return false
	}
	switch s.Tokens[i+2].Lemma {
	case "day", "week", "month", "year", "quarter":
		return true
	}
	return false
}

// supposed tells contact that is only assumed, to see what would follow, or asked for: "if he
// discussed it with her, he may have broken the law", "whether they had met".
func supposed(s *text.Sentence, t *telling) bool {
	for _, v := range t.clause {
		m := s.Child(v, text.Mark)
		h := s.Tokens[v].Head
		if m != text.None && s.Tokens[m].Lemma == "whether" && (s.Tokens[v].XPOS == text.VBD || pastTense(s, v) && auxiliary(s, v) == "") {
			return true // "could not recall whether they had met"
		}
		if unconfirmed(s, v) || m != text.None && s.Tokens[m].Lemma == "if" && h != text.None && wantsToKnow(s.Tokens[h].Lemma) && s.Tokens[v].XPOS == text.VBN && pastTense(s, v) && auxiliary(s, v) == "" {
			return true // "asked if they had met"
		}
		if m == text.None || h == text.None || s.Tokens[m].Lemma != "if" || s.Tokens[v].XPOS != text.VBD || s.Tokens[v].Rel != text.Advcl {
			continue
		}
		return auxiliary(s, h) != "would" && auxiliary(s, h) != "could"
	}
	return false
}

// metWhen tells an invitation that led to a meeting: "they met first when she invited him to dinner".
func metWhen(s *text.Sentence, v text.Index) bool {
	h := s.Tokens[v].Head
	if h == text.None || s.Tokens[v].Rel != text.Advcl || !opensWith(s, v, "when") || !pastTense(s, v) {
		return false
	}
	return s.Tokens[h].Lemma == "meet" && pastTense(s, h) && auxiliary(s, h) == "" && negated(s, h) == text.None
}

// takenUp tells an invitation that was accepted.
func takenUp(s *text.Sentence, noun text.Index) bool {
	h := s.Tokens[noun].Head
	return h != text.None && s.Tokens[h].Lemma == "accept" && (s.Tokens[noun].Rel == text.Obj || s.Tokens[noun].Rel == text.NsubjPass) &&
		negated(s, h) == text.None && auxiliary(s, h) == "" && (pastTense(s, h) || finiteVerb(&s.Tokens[h]))
}

// acceptInvitations makes a plan of what somebody was invited to, where the text goes on that he
// accepted: "invited him to Delhi. The president accepted the invitation."
func (d *draft) acceptInvitations(ts []telling) {
	for i := range ts {
		t := &ts[i]
		if t.verdict.status != readout.Proposed || !asksToCome(&d.r.Sentences[t.sentence], t.verdict.word) {
			continue
		}
		for k := t.sentence; k <= t.sentence+acceptedWithin && k < len(d.r.Sentences); k++ {
			s := &d.r.Sentences[k]
			if k > t.sentence && slices.ContainsFunc(s.Tokens, func(t text.Token) bool { return t.Lemma == "invite" }) {
				break // that is another one
			}
			if accepted(s, t.verdict.word, k > t.sentence) {
				t.verdict.status = readout.Planned
				break
			}
		}
	}
}

// heardSpeeches takes it that who was invited to speak somewhere did, where the text tells of what was in
// or after the speech: "invited him to address Congress. A bill was delayed until weeks after the speech."
func (d *draft) heardSpeeches(ts []telling) {
	for i := range ts {
		t := &ts[i]
		if s := &d.r.Sentences[t.sentence]; t.verdict.status != readout.Proposed || !asksToCome(s, t.verdict.word) || s.Tokens[t.verdict.word].UPOS != text.VERB || !toSpeak(s, t.verdict.word) {
			continue
		}
		if slices.ContainsFunc(d.r.Sentences, func(s text.Sentence) bool { return speechWas(&s) }) {
			t.verdict.status = readout.Held
		}
	}
}

// stoodBeside takes it that talks before which somebody said something were held where the next sentence
// tells what was said beside him: "said before talks with her in Rome. Speaking alongside him, she".
func (d *draft) stoodBeside(ts []telling) {
	for i := range ts {
		t := &ts[i]
		if t.verdict.status != readout.Planned || t.verdict.firm || !t.noun || t.sentence+1 >= len(d.r.Sentences) {
			continue
		}
		s, next := &d.r.Sentences[t.sentence], d.r.Sentences[t.sentence+1].Tokens
		if c := caseOf(s, t.trigger); c != "before" && c != "ahead of" || len(next) < 3 || !pastTense(s, governor(s, t.trigger)) {
			continue
		}
		if l := next[0].Lemma; l != "speak" && l != "stand" && l != "appear" && l != "sit" || next[0].XPOS != text.VBG {
			continue
		}
		switch next[1].Lemma {
		case "alongside", "beside", "next":
			t.verdict.status = readout.Held
		}
	}
}

// toSpeak tells an invitation to speak: "invited him to address parliament".
func toSpeak(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Xcomp, text.Advcl), func(x text.Index) bool {
		l := s.Tokens[x].Lemma
		return infinitive(s, x) && (l == "speak" || l == "address")
	})
}

// speechWas tells a sentence of the past that was in or after a speech told before, or to parliament.
func speechWas(s *text.Sentence) bool {
	for i := range s.Tokens {
		n := text.Index(i)
		if l := s.Tokens[n].Lemma; l != "speech" && l != "address" || s.Tokens[n].UPOS != text.NOUN {
			continue
		}
		switch caseOf(s, n) {
		case "in", "during", "after", "following", "since":
		default:
			continue
		}
		to := slices.ContainsFunc(s.Children(n, text.Nmod), func(c text.Index) bool { return caseOf(s, c) == "to" })
		if v := governor(s, n); (to || theirOwn(s, n)) && pastTense(s, v) && auxiliary(s, v) == "" {
			return true
		}
	}
	return false
}

// dropPlans calls off what somebody "had planned" or "was to" do, where the text tells beside it that the journey
// to it was called off: "canceled plans to attend the summit. He had planned to meet her there."
func (d *draft) dropPlans(ts []telling) {
	off := map[int][]int{} // tellings called off in the past tense, by sentence
	for i := range ts {
		if d.calledOffBefore(&ts[i]) {
			off[ts[i].sentence] = append(off[ts[i].sentence], i)
		}
	}
	if len(off) == 0 {
		return
	}
	for i := range ts {
		t := &ts[i]
		if t.verdict.status != readout.Planned || !hadPlanned(&d.r.Sentences[t.sentence], t.verdict.word) {
			continue
		}
		first := -1
		for si := t.sentence - reach; si <= t.sentence+reach; si++ {
			for _, k := range off[si] {
				if (first < 0 || k < first) && slices.ContainsFunc(ts[k].parties, func(p partyAt) bool { return p.party.Kind == readout.Person && has(t.parties, p) }) {
					first = k
				}
			}
		}
		if first < 0 {
			continue
		}
		t.verdict.status, t.verdict.how = readout.Cancelled, ts[first].verdict.how
		if d.calledOffBefore(t) {
			off[t.sentence] = append(off[t.sentence], i)
		}
	}
}

// calledOffBefore tells an occasion of which the past tense says that it was called off.
func (d *draft) calledOffBefore(t *telling) bool {
	return t.verdict.status == readout.Cancelled && pastTense(&d.r.Sentences[t.sentence], t.verdict.word)
}

// hadPlanned tells a plan told as one of the past.
func hadPlanned(s *text.Sentence, v text.Index) bool {
	switch s.Tokens[v].Lemma {
	case "plan", "schedule", "intend", "expect", "set", "slate":
		return s.Tokens[v].XPOS == text.VBN && slices.ContainsFunc(s.Children(v, text.Aux), func(c text.Index) bool { return lower(s.Tokens[c].Form) == "had" })
	}
	return infinitive(s, v) && slices.ContainsFunc(s.Children(v, text.Aux, text.Cop), func(c text.Index) bool { return lower(s.Tokens[c].Form) == "was" })
}

// acceptedWithin is how many sentences behind an invitation may stand that it was accepted.
const acceptedWithin = 2

// asksToCome tells a word by which somebody is asked to come.
func asksToCome(s *text.Sentence, i text.Index) bool {
	switch s.Tokens[i].Lemma {
	case "invite", "invitation", "invit":
		return true
	}
	return false
}

// accepted tells whether a sentence says, behind a word where it is the same one, that the
// invitation was accepted: "the invitation was accepted with gratitude", "he had agreed to attend".
func accepted(s *text.Sentence, behind text.Index, next bool) bool {
	for i := range s.Tokens {
		v := text.Index(i)
		if t := &s.Tokens[v]; t.UPOS != text.VERB || !next && v < behind || negated(s, v) != text.None || auxiliary(s, v) != "" || !pastTense(s, v) {
			continue
		}
		switch s.Tokens[v].Lemma {
		case "accept":
			o := s.Child(v, text.Obj, text.NsubjPass)
			if o != text.None && isOffer(s.Tokens[o].Lemma) && theirOwnOrIt(s, o) {
				return true
			}
		case "agree":
			if x := s.Child(v, text.Xcomp); next && x != text.None && (s.Tokens[x].Lemma == "attend" || s.Tokens[x].Lemma == "come") {
				return true
			}
		}
	}
	return false
}

// isOffer tells a word for an invitation told before.
func isOffer(lemma string) bool {
	switch lemma {
	case "invitation", "offer", "it", "invite":
		return true
	}
	return false
}

// theirOwnOrIt tells a noun that takes up what was told, and "it".
func theirOwnOrIt(s *text.Sentence, i text.Index) bool {
	det := s.Child(i, text.Det)
	return s.Tokens[i].Lemma == "it" || theirOwn(s, i) || det != text.None && (s.Tokens[det].Lemma == "this" || s.Tokens[det].Lemma == "each")
}

// urgedAgainst tells what somebody was asked not to do, or spoke against: he may still do it.
func urgedAgainst(s *text.Sentence, t *telling) bool {
	for _, v := range t.clause {
		h := s.Tokens[v].Head
		m := s.Child(v, text.Mark)
		if h != text.None && s.Tokens[h].Lemma == "prefer" && s.Tokens[v].Rel == text.Ccomp && negated(s, v) != text.None {
			return true // "would prefer that he not talk to them"
		}
		against := m != text.None && (s.Tokens[m].Lemma == "against" || s.Tokens[m].Lemma == "out")
		if h == text.None || !against && (!infinitive(s, v) || negated(s, v) == text.None) {
			continue
		}
		switch s.Tokens[h].Lemma {
		case "urge", "advise", "warn", "beg", "implore", "ask", "tell", "press", "lobby", "pressure", "plead", "encourage", "caution", "counsel", "push", "argue", "protest", "speak", "campaign", "vote":
			return true
		}
	}
	return false
}

// notTold tells what somebody says he has not told another to do: "did not direct Ito to talk to
// them". Whether Ito did, he does not say.
func notTold(s *text.Sentence, t *telling) bool {
	for _, v := range t.clause {
		h := s.Tokens[v].Head
		if h == text.None || commanded(s, v) == text.None || negated(s, h) == text.None {
			continue
		}
		switch s.Tokens[h].Lemma {
		case "direct", "instruct", "order", "tell", "ask", "advise", "urge", "encourage", "task", "authorize", "authorise":
			return true
		}
	}
	return false
}

// wantsToKnow tells a verb by which somebody wants to know something.
func wantsToKnow(lemma string) bool {
	switch lemma {
	case "ask", "wonder", "inquire", "know", "question":
		return true
	}
	return false
}

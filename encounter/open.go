package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// This file reads what leaves open whether there was an occasion at all: a question, what was
// done in its stead, what is only called for, and what it comes before.

// questioned tells contact that somebody asks about and nobody tells of: "Did they meet?",
// "Will he hold talks with her?". Who asks when or why they met takes the meeting for granted.
func questioned(s *text.Sentence, t *telling) bool {
	if s.Tokens[len(s.Tokens)-1].Form != "?" {
		return false
	}
	for k, v := range t.clause {
		aux, subject := s.Child(v, text.Aux, text.AuxPass, text.Cop), s.Child(v, text.Nsubj, text.NsubjPass)
		if aux == text.None || subject == text.None || aux > subject {
			continue
		}
		return !asksHow(s, v) && (!t.noun || k > 0 && s.Tokens[t.clause[k-1]].Rel == text.Obj)
	}
	return false
}

// asksHow tells a question that opens with a word like "why": only part of it is asked.
func asksHow(s *text.Sentence, v text.Index) bool {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if text.Index(i) >= v {
			return false
		}
		switch t.XPOS {
		case text.WP, text.WRB, text.WDT:
			return true
		}
	}
	return false
}

// inItsStead tells what somebody did something else for: "instead of meeting him, she left",
// "decided against meeting him".
func inItsStead(s *text.Sentence, node text.Index) bool {
	m, h := s.Child(node, text.Mark, text.Case), s.Tokens[node].Head
	if m == text.None || h == text.None {
		return false
	}
	switch s.Tokens[m].Lemma {
	case "instead", "rather":
		return s.Child(m, text.Fixed) != text.None
	case "against":
		return s.Tokens[h].Lemma == "decide" || s.Tokens[h].Lemma == "opt"
	}
	return false
}

// toComeFirst tells, in the present tense, what something else comes before or waits for:
// "before he meets her", "until they meet", "once they meet".
func toComeFirst(s *text.Sentence, v text.Index) bool {
	if t := &s.Tokens[v]; t.Rel != text.Advcl || !presentTense(t) {
		return false
	}
	m := s.Child(v, text.Mark)
	if m == text.None {
		return false
	}
	switch s.Tokens[m].Lemma {
	case "before", "until", "till", "once":
		return true
	}
	return false
}

// calledFor tells what others are asked to do: "faced calls to cancel the visit", however the
// tree hangs it.
func calledFor(s *text.Sentence, v text.Index) bool {
	h := s.Tokens[v].Head
	if h == text.None || s.Tokens[v].Rel != text.Advcl || !infinitive(s, v) {
		return false
	}
	o := s.Child(h, text.Obj, text.Obl)
	if o == text.None || o > v {
		return false
	}
	switch s.Tokens[o].Lemma {
	case "call", "demand", "pressure", "appeal", "plea", "threat", "request", "petition", "temptation", "campaign":
		return true
	}
	return false
}

// buildsOn tells an occasion on which something to come rests: "the visit will build on their
// call". It has been.
func buildsOn(s *text.Sentence, node, from text.Index) bool {
	if from == text.None || s.Tokens[from].Rel != text.Obl || s.Tokens[from].UPOS != text.NOUN {
		return false
	}
	switch c := caseOf(s, from); s.Tokens[node].Lemma {
	case "build", "expand", "draw", "capitalize", "capitalise", "reflect":
		return c == "on" || c == "upon"
	case "follow":
		return c == "on" || c == "from"
	}
	return false
}

// prepared tells preparations that "are under way", for an occasion that hangs on the way.
func (w *words) prepared(s *text.Sentence, way text.Index) bool {
	c := s.Child(way, text.Nsubj)
	return s.Tokens[way].Lemma == "way" && c != text.None && w.says[s.Tokens[c].Lemma] == "plan"
}

// progressIn tells talks of which somebody tells how they go, where the tree hangs them on the
// verb: "tweeted about progress in talks with Tehran". He need not sit at them.
func progressIn(s *text.Sentence, i text.Index) bool {
	c := s.Child(i, text.Case)
	h := s.Tokens[i].Head
	if c == text.None || c == 0 || h == text.None || s.Tokens[c].Lemma != "in" || s.Tokens[c-1].Head != h {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "tweet", "speak", "talk", "warn", "praise", "hail", "welcome", "tout", "cite", "boast", "claim", "express", "mention", "note", "criticize", "criticise":
	default:
		return false
	}
	return headway(s.Tokens[c-1].Lemma)
}

// headway tells a noun for how talks go.
func headway(lemma string) bool {
	switch lemma {
	case "progress", "breakthrough", "difficulty", "delay", "setback", "stalemate", "impasse", "success", "failure", "headway", "advance", "movement":
		return true
	}
	return false
}

// byTalks tells talks that are only the way to settle something: "can be solved only through
// negotiations".
func byTalks(s *text.Sentence, i text.Index) bool {
	switch caseOf(s, i) {
	case "through", "via", "by", "without":
	default:
		return false
	}
	h := s.Tokens[i].Head
	return h != text.None && s.Child(i, text.Det, text.NmodPoss) == text.None && (thinkable(s, h) || infinitive(s, h))
}

// thinkable tells a verb under a modal of what may or should be.
func thinkable(s *text.Sentence, v text.Index) bool {
	switch auxiliary(s, v) {
	case "can", "could", "must", "should", "may", "might", "would":
		return true
	}
	return false
}

// judgeOpen raises what the words of this file say at one node on the way up.
func (w *words) judgeOpen(s *text.Sentence, v *verdict, node, from text.Index) {
	if inItsStead(s, node) {
		v.raise(readout.Denied, "avoided", node)
	}
	if toComeFirst(s, node) || thenToMeet(s, node) || endangered(s, node, from) {
		v.raise(readout.Planned, "", node)
	}
	if byDoing(s, node) {
		v.raise(readout.Proposed, "", node)
	}
	if neitherOf(s, node) {
		v.raise(readout.Denied, "disputed", node)
	}
	if from == text.None && stillAway(s, node) {
		v.raise(readout.Planned, "", node)
	}
	if hingedOn(s, node) || from == text.None && (inOutlook(s, node) || anOffer(s, node) || byTalks(s, node) && thinkable(s, s.Tokens[node].Head)) {
		v.raise(readout.Proposed, "", node)
	}
	if from == text.None {
		return
	}
	if forIt, _ := minded(s, node, from); forIt || toHave(s, node, from) || judgedFor(s, node, from) || rumoured(s, node, from) || w.seesAs(s, node, from) {
		v.raise(readout.Proposed, "", node)
	}
	if angledFor(s, node, from) || wouldLike(s, node, from) || keepsDoor(s, node, from, "leave", "keep") {
		v.raise(readout.Proposed, "", node)
	}
	if keepsDoor(s, node, from, "close", "shut", "slam") {
		v.raise(readout.Denied, "refused", node)
	}
	if movedTo(s, node, from) {
		v.raise(readout.Planned, "", node)
	}
	if noWay(s, node) {
		v.raise(readout.Denied, "ruled_out", node)
	}
	if didNotCome(s, node, from) {
		v.raise(readout.Denied, "disputed", node)
	}
}

// toHave tells what somebody would have to do.
func toHave(s *text.Sentence, node, from text.Index) bool {
	return s.Tokens[node].Lemma == "have" && infinitive(s, from) && s.Tokens[from].Rel == text.Xcomp && auxiliary(s, node) == "would"
}

// hingedOn tells what something else hangs on: "a condition for holding talks", "made the
// deal conditional on meeting him".
func hingedOn(s *text.Sentence, node text.Index) bool {
	m, h := s.Child(node, text.Mark), s.Tokens[node].Head
	if m == text.None || h == text.None {
		return false
	}
	switch s.Tokens[m].Lemma {
	case "for":
		return s.Tokens[node].Rel == text.Acl && isCondition(s.Tokens[h].Lemma)
	case "on", "upon":
		return s.Tokens[h].Lemma == "condition" || s.Tokens[h].Lemma == "insist" || s.Tokens[h].Lemma == "conditional" || s.Tokens[h].Lemma == "contingent"
	}
	return false
}

// anOffer tells what is offered for something else: "an inquiry in exchange for a meeting".
func anOffer(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None || caseOf(s, i) != "for" || !indefiniteNoun(s, i) {
		return false
	}
	return caseOf(s, h) == "in" && (s.Tokens[h].Lemma == "exchange" || s.Tokens[h].Lemma == "return")
}

// judgedFor tells what somebody holds good or bad to do, or possible: "it was time for them to
// talk", "it would be a mistake to meet her", "it is possible that they will meet".
func judgedFor(s *text.Sentence, node, from text.Index) bool {
	if s.Child(node, text.Cop) == text.None || negated(s, node) != text.None {
		return false
	}
	that := s.Child(from, text.Mark)
	if that != text.None && s.Tokens[that].Lemma == "that" {
		return (s.Tokens[node].Lemma == "possible" || s.Tokens[node].Lemma == "conceivable") && !pastTense(s, from)
	}
	if !infinitive(s, from) {
		return false
	}
	subject := s.Child(node, text.Nsubj, text.Expl)
	if subject == text.None || s.Tokens[subject].Lemma != "it" {
		return false
	}
	switch s.Tokens[node].Lemma {
	case "time", "mistake", "duty", "error", "shame":
		return auxiliary(s, node) != "" || s.Tokens[node].Lemma == "time" || !pastTense(s, node)
	case "important", "necessary", "essential", "vital", "crucial", "wrong", "right", "wise", "unwise", "possible", "premature", "useful", "early", "pointless", "better", "best", "good", "dangerous", "foolish", "futile", "urgent", "critical":
		return true
	}
	return false
}

// rumoured tells an occasion that is only talked about: "speculation about a meeting".
func rumoured(s *text.Sentence, node, from text.Index) bool {
	if s.Tokens[from].Rel != text.Nmod || !indefiniteNoun(s, from) {
		return false
	}
	switch s.Tokens[node].Lemma {
	case "rumor", "rumour", "speculation", "agreement", "consensus", "decision", "understanding", "dream", "hint", "question":
		switch caseOf(s, from) {
		case "of", "about", "on", "over":
			return true
		}
	}
	return false
}

// seesAs tells talks of no one day that somebody takes for something: "sees talks with them as
// the only way".
func (w *words) seesAs(s *text.Sentence, node, from text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "see", "view", "regard":
	default:
		return false
	}
	if pastTense(s, node) || s.Tokens[from].Rel != text.Obj || s.Tokens[from].UPOS != text.NOUN || s.Child(from, text.Det, text.NmodPoss) != text.None {
		return false
	}
	return slices.ContainsFunc(s.Children(node, text.Obl), func(c text.Index) bool { return c > from && caseOf(s, c) == "as" })
}

// noWay tells what somebody says there is no way to: "there is no way they will meet".
func noWay(s *text.Sentence, way text.Index) bool {
	if l := s.Tokens[way].Lemma; l != "way" && l != "chance" && l != "question" {
		return false
	}
	h := s.Tokens[way].Head
	return h != text.None && s.Tokens[way].Rel == text.Nsubj && s.Tokens[h].Lemma == "be" && s.Child(h, text.Expl) != text.None && negated(s, way) != text.None
}

// didNotCome tells an occasion that "failed to materialize", "is out of the question".
func didNotCome(s *text.Sentence, node, from text.Index) bool {
	if s.Tokens[from].Rel != text.Nsubj || s.Tokens[from].UPOS != text.NOUN {
		return false
	}
	switch t := &s.Tokens[node]; t.Lemma {
	case "fail":
		x := s.Child(node, text.Xcomp)
		return x != text.None && int(x)+1 < len(s.Tokens) && comesAbout(s.Tokens[x].Lemma, s.Tokens[x+1].Lemma)
	case "question":
		c := s.Child(node, text.Case)
		return s.Child(node, text.Cop) != text.None && c != text.None && s.Tokens[c].Lemma == "out" && negated(s, node) == text.None
	}
	return false
}

// noneYet tells an occasion that is none in particular: "a meeting", "talks with them".
func noneYet(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].UPOS != text.NOUN || s.Child(i, text.NmodPoss) != text.None {
		return false
	}
	return s.Child(i, text.Det) == text.None || indefiniteNoun(s, i)
}

// angledFor tells an occasion that somebody works for, counts on or lets others expect: "is
// angling for a meeting", "hinted at talks".
func angledFor(s *text.Sentence, node, from text.Index) bool {
	if s.Tokens[from].Rel != text.Obl && s.Tokens[from].Rel != text.Nmod || !noneYet(s, from) {
		return false
	}
	switch c := caseOf(s, from); s.Tokens[node].Lemma {
	case "angle", "strive", "clamor", "clamour", "jockey", "lobby", "campaign", "fish", "vie", "maneuver", "manoeuvre", "desperate":
		return c == "for"
	case "hint", "look":
		return c == "at"
	case "bet", "gamble", "insist":
		return c == "on"
	case "toy", "flirt":
		return c == "with"
	case "work":
		return c == "on" || c == "toward" || c == "towards"
	case "lean":
		return c == "toward" || c == "towards"
	case "pin":
		return c == "on" && s.Child(node, text.Obj) != text.None
	}
	return false
}

// wouldLike tells what somebody would be glad of: "would welcome a meeting", "would love to
// meet him".
func wouldLike(s *text.Sentence, node, from text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "welcome", "love", "prefer", "relish", "appreciate", "enjoy":
	default:
		return false
	}
	if auxiliary(s, node) != "would" || auxiliaryHave(s, node) {
		return false
	}
	return s.Tokens[from].Rel == text.Xcomp && infinitive(s, from) || s.Tokens[from].Rel == text.Obj && s.Tokens[from].UPOS == text.NOUN
}

// keepsDoor tells what somebody does with the door to an occasion: "left the door open to
// talks", "closed the door on talks".
func keepsDoor(s *text.Sentence, node, from text.Index, verbs ...string) bool {
	if !slices.Contains(verbs, s.Tokens[node].Lemma) || s.Tokens[from].Rel != text.Obl || negated(s, node) != text.None {
		return false
	}
	o := s.Child(node, text.Obj)
	if o == text.None || s.Tokens[o].Lemma != "door" {
		return false
	}
	switch caseOf(s, from) {
	case "to", "for", "on":
		return true
	}
	return false
}

// movedTo tells an occasion that was given another day: "was moved to Friday", "was brought
// forward".
func movedTo(s *text.Sentence, node, from text.Index) bool {
	if s.Tokens[from].Rel != text.NsubjPass || s.Tokens[from].UPOS != text.NOUN {
		return false
	}
	switch s.Tokens[node].Lemma {
	case "move":
		o := s.Child(node, text.Obl)
		return o != text.None && caseOf(s, o) == "to"
	case "bring":
		return particle(s, node, "forward")
	}
	return false
}

// inOutlook tells an occasion of which only what it may bring or what it takes is told: "the
// details of a meeting", "the odds of a meeting". Of an account of it, it must have been.
func inOutlook(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None || s.Tokens[i].Rel != text.Nmod || !indefiniteNoun(s, i) {
		return false
	}
	if c := caseOf(s, i); c != "of" && c != "for" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "modality", "odds", "odd", "likelihood", "risk", "consequence", "benefit", "merit", "wisdom", "framework", "danger", "promise", "need", "case", "price":
		return true
	case "detail", "agenda", "term", "logistics", "venue", "location", "format":
		return !pastTense(s, governor(s, i))
	}
	return false
}

// stillAway tells an occasion towards which somebody is under way in the present tense: "is
// days away from a meeting", "heads into a meeting".
func stillAway(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].Rel != text.Obl || !indefiniteNoun(s, i) {
		return false
	}
	h := s.Tokens[i].Head
	if s.Tokens[h].UPOS == text.VERB && !presentTense(&s.Tokens[h]) && s.Tokens[h].XPOS != text.VBG || pastTense(s, h) {
		return false
	}
	switch c := caseOf(s, i); s.Tokens[h].Lemma {
	case "away", "week", "day", "hour", "month":
		return c == "from"
	case "head", "go":
		return c == "into" || c == "for"
	case "course", "track":
		return c == "for"
	}
	return false
}

// thenToMeet tells what comes before something that is still to come: "will fly home after
// meeting her".
func thenToMeet(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if t.Rel != text.Advcl || t.Head == text.None {
		return false
	}
	m := s.Child(v, text.Mark)
	return t.XPOS == text.VBG && m != text.None && s.Tokens[m].Lemma == "after" && v > t.Head && (auxiliary(s, t.Head) == "will" || infinitive(s, t.Head) && toBe(s, t.Head))
}

// byDoing tells what would be done by it: "by meeting him, she would send a signal".
func byDoing(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	m := s.Child(v, text.Mark)
	if t.Rel != text.Advcl || t.XPOS != text.VBG || t.Head == text.None || m == text.None || s.Tokens[m].Lemma != "by" {
		return false
	}
	aux := auxiliary(s, t.Head)
	return (aux == "would" || aux == "could" || aux == "might") && !auxiliaryHave(s, t.Head)
}

// neitherOf tells a verb that is denied by its subject: "neither Macron nor Merkel has met him".
func neitherOf(s *text.Sentence, v text.Index) bool {
	subject := s.Child(v, text.Nsubj, text.NsubjPass)
	if subject == text.None || s.Tokens[v].UPOS != text.VERB {
		return false
	}
	if s.Tokens[subject].Lemma == "neither" {
		return true
	}
	return slices.ContainsFunc(s.Children(subject, text.CcPreconj, text.Det, text.Cc, text.Advmod), func(c text.Index) bool {
		return c < subject && s.Tokens[c].Lemma == "neither"
	})
}

// endangered tells a journey or summit that something threatens.
func endangered(s *text.Sentence, node, from text.Index) bool {
	if from == text.None || s.Tokens[from].Rel != text.Obj || !presentTense(&s.Tokens[node]) {
		return false
	}
	switch s.Tokens[from].Lemma {
	case "visit", "trip", "summit", "meeting":
	default:
		return false
	}
	switch s.Tokens[node].Lemma {
	case "threaten", "jeopardize", "jeopardise", "endanger", "imperil":
		return true
	}
	return false
}

// unconfirmed tells what somebody would not say is so: "would neither confirm nor deny that
// they had met".
func unconfirmed(s *text.Sentence, v text.Index) bool {
	h := s.Tokens[v].Head
	if h == text.None || s.Tokens[v].Rel != text.Ccomp || auxiliary(s, v) != "" || s.Tokens[h].Lemma != "confirm" && s.Tokens[h].Lemma != "deny" {
		return false
	}
	confirm := firstConjunct(s, h)
	if s.Tokens[confirm].Lemma != "confirm" {
		return false
	}
	if negated(s, confirm) != text.None {
		return true
	}
	up := s.Tokens[confirm].Head
	return up != text.None && s.Tokens[confirm].Rel == text.Xcomp && (s.Tokens[up].Lemma == "refuse" || s.Tokens[up].Lemma == "decline")
}

// underWould tells a clause of what somebody said that he would do, however the tree hangs it.
func underWould(s *text.Sentence, v text.Index) bool {
	for h, steps := s.Tokens[v].Head, 0; h != text.None && steps < 3; h, steps = s.Tokens[h].Head, steps+1 {
		if s.Tokens[h].UPOS == text.VERB {
			return auxiliary(s, h) == "would"
		}
	}
	return false
}

// withinOne tells talks of the parties inside one country: "intra-Afghan talks", whoever
// speaks up for them.
func withinOne(s *text.Sentence, i text.Index) bool {
	for j := range s.Tokens[:i] {
		t := &s.Tokens[j]
		if t.Head == i && (t.Rel == text.Amod || t.Rel == text.Compound) && (strings.HasPrefix(t.Lemma, "intra-") || strings.HasPrefix(t.Lemma, "inner-")) {
			return true
		}
	}
	return false
}

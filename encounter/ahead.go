package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// This file reads the words by which an occasion is told as still ahead, though no tense or
// modal says so, and those by which it is told as over or going on.

// settlesAhead reads what the words beside an occasion alone settle. It returns true where they do.
func (w *words) settlesAhead(s *text.Sentence, v *verdict, node, from text.Index) bool {
	switch {
	case from == text.None && upTo(s, node):
		w.apply(v, "plan", node)
	case from == text.None && thereFor(s, node), from == text.None && lookedBackOn(s, node), from == text.None && onTheWay(s, node), from == text.None && followedUp(s, node), from == text.None && opensItsClause(s, node),
		from != text.None && hisErrand(s, node, from), from != text.None && calledIt(s, node, from), from != text.None && missedTheirs(s, node, from):
		v.raise(readout.Held, "", node)
	case from == text.None && inBargain(s, node):
		w.apply(v, "propose", node)
	case from == text.None && wishedWell(s, node), from != text.None && hasPurpose(s, node, from):
		return true // what it is to bring says nothing of whether it was
	case from == text.None && beforeDeparture(s, node):
		if !v.firm {
			v.status = readout.Planned
		}
	case from == text.None && (expectedOf(s, node) || asSet(s, node) || datedBehind(s, node) || inUpcoming(s, node) || onSchedule(s, node)), bareStart(s, node, from), goesInto(s, node, from), inItinerary(s, node), settingOut(s, node, from), inComingTime(s, node):
		v.raise(readout.Planned, "", node)
	default:
		return false
	}
	return true
}

// thereFor tells talks for which somebody is in a place where he then said something: "In Rome on
// Monday for talks with her, he suggested that".
func thereFor(s *text.Sentence, i text.Index) bool {
	if s.Tokens[0].Lemma != "in" || i > 12 || len(s.Tokens) < 2 || s.Tokens[1].UPOS != text.PROPN || caseOf(s, i) != "for" {
		return false
	}
	for k := text.Index(1); k < i; k++ {
		if t := &s.Tokens[k]; t.Form == "," || t.UPOS == text.VERB {
			return false
		}
	}
	return pastTense(s, governor(s, i)) && governor(s, i) > i
}

// expectedOf tells an occasion of which somebody says what is expected of it: "what are the
// expectations for his meetings with them?", "the stakes are high for the summit".
func expectedOf(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if s.Child(i, text.Cop) != text.None && caseOf(s, i) == "on" && !pastTense(s, i) {
		eyes := s.Child(i, text.Nsubj)
		return eyes != text.None && s.Tokens[eyes].Lemma == "eye" // "all eyes are on the summit"
	}
	if h == text.None {
		return false
	}
	switch s.Tokens[i].Rel {
	case text.Nmod:
		if caseOf(s, i) == "of" && (s.Tokens[h].Lemma == "fate" || s.Tokens[h].Lemma == "odds") && s.Tokens[h].Rel == text.Nsubj {
			return !pastTense(s, s.Tokens[h].Head) // "the fate of the summit is unclear"
		}
		return caseOf(s, i) == "for" && s.Tokens[h].Lemma == "expectation" && !pastTense(s, governor(s, h))
	case text.Obl:
		if c := caseOf(s, i); c == "from" {
			return s.Tokens[h].Lemma == "expect" && infinitive(s, h) // "what to expect from his meeting"
		} else if c != "for" || s.Tokens[h].UPOS != text.ADJ || s.Child(h, text.Cop) == text.None || pastTense(s, h) {
			return false
		}
		subject := s.Child(h, text.Nsubj)
		return subject != text.None && (s.Tokens[subject].Lemma == "expectation" || s.Tokens[subject].Lemma == "stake")
	}
	return false
}

// asSet tells talks of which somebody says that they are to begin, where the tree takes "as" for a
// preposition: "comes as talks between them are set to resume".
func asSet(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h < i || s.Tokens[i].Rel != text.Obl || caseOf(s, i) != "as" || s.Child(h, text.Nsubj, text.NsubjPass) != text.None {
		return false
	}
	x := s.Child(h, text.Xcomp)
	be := s.Child(h, text.Cop, text.AuxPass)
	switch s.Tokens[h].Lemma {
	case "set", "due", "expect", "schedule", "slate":
		return x != text.None && infinitive(s, x) && be != text.None && presentTense(&s.Tokens[be])
	}
	return false
}

// upTo tells the time before an occasion where the tree hangs it elsewhere: "was coordinated in
// the run-up to the summit".
func upTo(s *text.Sentence, i text.Index) bool {
	c := s.Child(i, text.Case)
	return c >= 2 && s.Tokens[c].Lemma == "to" && runUp(s, c-1)
}

// beforeDeparture tells an occasion for which somebody has not left yet, or has not come: "spoke
// before his departure for talks in Rome", "on the eve of her visit".
func beforeDeparture(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None {
		return false
	}
	if s.Tokens[i].Rel == text.Obl && caseOf(s, i) == "for" && saidBeforeGoing(s, h) {
		return true
	}
	for s.Tokens[i].UPOS == text.NOUN && (s.Tokens[i].Rel == text.Appos || s.Tokens[i].Rel == text.Conj) && s.Tokens[h].UPOS == text.NOUN && s.Tokens[h].Head != text.None {
		i, h = h, s.Tokens[h].Head // "on the eve of major events: the summit and the talks with her"
	}
	if s.Tokens[i].Rel != text.Nmod {
		return false
	}
	switch c := caseOf(s, h); s.Tokens[h].Lemma {
	case "eve":
		return caseOf(s, i) == "of" && c == "on" && !longAgo(s)
	case "departure", "arrival":
		return caseOf(s, i) == "for" && (besides(c) && c != "after" && c != "following" && c != "since" || c == "of")
	}
	return false
}

// saidBeforeGoing tells what somebody was about to do when he spoke: "said before leaving Berlin for talks
// with her", "told reporters before boarding his plane". Where he did something else before, he may have
// done this too.
func saidBeforeGoing(s *text.Sentence, v text.Index) bool {
	m, h := s.Child(v, text.Mark), s.Tokens[v].Head
	if s.Tokens[v].XPOS != text.VBG || m == text.None || s.Tokens[m].Lemma != "before" || h == text.None {
		return false
	}
	switch s.Tokens[v].Lemma {
	case "leave", "depart":
		return true
	case "board", "fly", "travel", "head", "set":
		l := s.Tokens[h].Lemma
		return l == "speak" || l == "talk" || tellsOf(l)
	}
	return false
}

// longAgo tells a sentence that tells of another year or of some time ago.
func longAgo(s *text.Sentence) bool {
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; t.Lemma {
		case "ago":
			return true
		case "year", "month", "summer", "winter", "spring", "autumn", "fall":
			if i > 0 && s.Tokens[i-1].Lemma == "last" {
				return true
			}
		}
	}
	return false
}

// datedBehind tells an occasion behind which stands when it is to be: "his visit to Rome,
// scheduled for May 3". The tree may hang that on the verb.
func datedBehind(s *text.Sentence, i text.Index) bool {
	for k := i + 1; int(k)+2 < len(s.Tokens) && k-i < longestTitle; k++ {
		if s.Tokens[k].Form == "," {
			next := &s.Tokens[k+1]
			return next.XPOS == text.VBN && (next.Lemma == "schedule" || next.Lemma == "plan" || next.Lemma == "slate" || next.Lemma == "set") &&
				(s.Tokens[k+2].Lemma == "for" || s.Tokens[k+2].Lemma == "on") && s.Child(k+1, text.Aux, text.AuxPass) == text.None
		}
		if !s.Dominates(i, k) {
			return false
		}
	}
	return false
}

// inUpcoming tells a journey in whose course something is still ahead: "upcoming talks during a
// visit by Ruiz", "was scheduled for adoption during her visit".
func inUpcoming(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None || !inCourse(caseOf(s, i)) {
		return false
	}
	if v := &s.Tokens[h]; s.Tokens[i].Rel == text.Obl && v.XPOS == text.VBN && (v.Lemma == "schedule" || v.Lemma == "slate") {
		return !slices.ContainsFunc(s.Children(h, text.Aux), func(c text.Index) bool { return lower(s.Tokens[c].Form) == "had" })
	}
	if s.Tokens[i].Rel != text.Nmod || !itsName(s.Tokens[h].Lemma) {
		return false
	}
	return slices.ContainsFunc(s.Children(h, text.Amod), func(c text.Index) bool { return toBeHeld(s.Tokens[c].Lemma) })
}

// onSchedule tells an occasion as one of those that somebody has before him: "has a busy schedule in March:
// a summit with the king and a trip to Rome", "has a full week ahead, including a summit with her",
// "embarks on a tour, including a stop in Rome". The words are read as they stand, wherever the tree hangs them.
func onSchedule(s *text.Sentence, i text.Index) bool {
	if inProgramme(s, i) {
		return true
	}
	named, behind := text.None, false // the noun for the time, and whether it is told what is in it
	for k := i - 1; k >= 0; k-- {
		switch t := &s.Tokens[k]; {
		case lower(t.Form) == "including" && k > 0 && s.Tokens[k-1].Form == ",":
			behind = true
		case behind && t.UPOS == text.VERB && isToGo(s, k):
			return true
		case t.Form == ":" || t.Form == "-" && !wordsJoin(s, k) || t.Form == "–" || t.Form == "—":
			behind = true
		case !behind && t.UPOS == text.VERB:
			return false
		case t.Rel == text.Obj && isProgramme(t.Lemma):
			named = k
		case t.Rel == text.Obj && lasts(t.Lemma) && s.Tokens[k+1].Lemma == "ahead":
			named = k
		}
		if named != text.None {
			h := s.Tokens[named].Head
			return behind && s.Tokens[h].Lemma == "have" && presentTense(&s.Tokens[h]) && negated(s, h) == text.None
		}
	}
	return false
}

// inProgramme tells, in the present tense, what is in store for somebody: "the schedule for his trip
// includes a dinner with her".
func inProgramme(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None || s.Tokens[i].Rel != text.Obj || !presentTense(&s.Tokens[h]) || negated(s, h) != text.None {
		return false
	}
	what := s.Child(h, text.Nsubj)
	if what == text.None || s.Tokens[h].Lemma != "include" && s.Tokens[h].Lemma != "feature" {
		return false
	}
	return isProgramme(s.Tokens[what].Lemma)
}

// isProgramme tells a noun for what somebody is to do in a time.
func isProgramme(lemma string) bool {
	switch lemma {
	case "schedule", "itinerary", "agenda", "programme", "program", "calendar":
		return true
	}
	return false
}

// wordsJoin tells a hyphen within a word.
func wordsJoin(s *text.Sentence, k text.Index) bool { return s.Tokens[k].XPOS == text.HYPH }

// toBeHeld tells an adjective for what is still to come.
func toBeHeld(lemma string) bool {
	switch lemma {
	case "upcoming", "forthcoming", "planned", "scheduled", "future", "impending":
		return true
	}
	return false
}

// bareStart tells the last of several things to be done, which the tree hangs on a noun: "steps
// to restore links and start talks".
func bareStart(s *text.Sentence, node, from text.Index) bool {
	t := &s.Tokens[node]
	return from != text.None && t.XPOS == text.VB && t.Rel == text.Conj && t.Head != text.None && s.Tokens[t.Head].UPOS == text.NOUN &&
		s.Tokens[from].Rel == text.Obj && s.Child(node, text.Nsubj, text.Aux, text.Cop) == text.None
}

// goesInto tells, in the present tense, who is about to sit down with another: "goes into his meeting
// with her weakened", "is coming into their talks strengthened", "faces a tense meeting with her", "has a meeting with her on Thursday".
func goesInto(s *text.Sentence, verb, from text.Index) bool {
	if from == text.None || s.Child(verb, text.Nsubj) == text.None || negated(s, verb) != text.None {
		return false
	}
	be := s.Child(verb, text.Aux)
	if into := s.Tokens[from].Rel == text.Obl && caseOf(s, from) == "into"; into && be != text.None && s.Tokens[verb].XPOS == text.VBG && presentTense(&s.Tokens[be]) {
		return movesInto(s.Tokens[verb].Lemma) && theirOwn(s, from)
	} else if be != text.None || !presentTense(&s.Tokens[verb]) {
		return false
	} else if into {
		return movesInto(s.Tokens[verb].Lemma)
	}
	switch s.Tokens[verb].Lemma {
	case "face":
		return s.Tokens[from].Rel == text.Obj && itsName(s.Tokens[from].Lemma)
	case "have":
		det := s.Child(from, text.Det)
		return s.Tokens[from].Rel == text.Obj && s.Tokens[from].XPOS == text.NN && itsName(s.Tokens[from].Lemma) && det != text.None && s.Tokens[det].Lemma == "a" && onADay(s, from)
	}
	return false
}

// movesInto tells a verb for how somebody comes to what he is about to do.
func movesInto(lemma string) bool {
	switch lemma {
	case "go", "come", "head", "enter":
		return true
	}
	return false
}

// onADay tells whether a day stands behind a noun, before the next verb: "with her on Thursday".
func onADay(s *text.Sentence, noun text.Index) bool {
	for i := noun + 1; int(i)+1 < len(s.Tokens) && s.Tokens[i].UPOS != text.VERB; i++ {
		if s.Tokens[i].Lemma == "on" && strings.HasSuffix(lower(s.Tokens[i+1].Form), "day") {
			return true
		}
	}
	return false
}

// inItinerary tells, in the present tense, how somebody goes about a journey: "he wraps up the
// trip by attending a summit in Vietnam", "she starts the tour with talks in Rome".
func inItinerary(s *text.Sentence, node text.Index) bool {
	h := s.Tokens[node].Head
	if h == text.None || s.Tokens[h].XPOS != text.VBZ || !endsOrStarts(s.Tokens[h].Lemma) {
		return false
	}
	o := s.Child(h, text.Obj)
	if o == text.None || !journeyNoun(s.Tokens[o].Lemma) || s.Child(h, text.Nsubj) == text.None {
		return false
	}
	m := s.Child(node, text.Mark)
	return s.Tokens[node].Rel == text.Advcl && m != text.None && s.Tokens[m].Lemma == "by" ||
		s.Tokens[node].Rel == text.Obl && caseOf(s, node) == "with"
}

func endsOrStarts(lemma string) bool {
	switch lemma {
	case "wrap", "end", "conclude", "finish", "round", "cap", "close", "begin", "start", "open", "kick":
		return true
	}
	return false
}

// journeyNoun tells a noun for a journey.
func journeyNoun(lemma string) bool {
	switch lemma {
	case "trip", "visit", "tour", "journey", "swing", "voyage":
		return true
	}
	return false
}

// settingOut tells who is under way in the present tense: "is heading to Iran", "is headed to
// Rome to meet her", "said he was sending her to Cairo", "said he was going to Rome". They are not there yet.
func settingOut(s *text.Sentence, node, from text.Index) bool {
	if from != text.None && !infinitive(s, from) {
		return false
	}
	be := s.Child(node, text.Aux, text.Cop, text.AuxPass)
	if be == text.None || s.Tokens[be].Lemma != "be" || s.Child(node, text.Nsubj, text.NsubjPass) == text.None {
		return false
	}
	switch t := &s.Tokens[node]; t.Lemma {
	case "send", "dispatch":
		if from != text.None && !presentTense(&s.Tokens[be]) || t.XPOS != text.VBG || s.Child(node, text.Obj) == text.None || !presentTense(&s.Tokens[be]) && t.Rel != text.Ccomp {
			return false
		}
		if from != text.None {
			return true // "is sending her envoy to meet them"
		}
	case "head", "headed":
		if t.XPOS == text.VBG && !presentTense(&s.Tokens[be]) && (from != text.None || t.Rel != text.Ccomp) {
			return false // "was heading to Rome when": he may be there now
		}
	case "go":
		if from != text.None || t.XPOS != text.VBG || t.Rel != text.Ccomp || !tellsOf(s.Tokens[t.Head].Lemma) {
			return false // "said that he was going to Rome to sign it"
		}
	default:
		return false
	}
	return slices.ContainsFunc(s.Children(node, text.Obl), func(c text.Index) bool { return caseOf(s, c) == "to" || caseOf(s, c) == "for" })
}

// inComingTime tells, in the present tense, what is to be "in the coming weeks", "next week" or
// "later this week".
func inComingTime(s *text.Sentence, node text.Index) bool {
	if !presentTense(&s.Tokens[node]) || s.Tokens[node].UPOS != text.VERB {
		return false
	}
	for i := node + 1; int(i)+2 < len(s.Tokens) && s.Tokens[i].UPOS != text.VERB; i++ {
		if lower(s.Tokens[i].Form) == "later" && s.Tokens[i+1].Lemma == "this" && lasts(s.Tokens[i+2].Lemma) {
			return true
		}
	}
	return setsOutIn(s, node) || slices.ContainsFunc(s.Children(node, text.Obl, text.OblUnmarked), func(c text.Index) bool {
		return lasts(s.Tokens[c].Lemma) && slices.ContainsFunc(s.Children(c, text.Amod), func(m text.Index) bool {
			return lower(s.Tokens[m].Form) == "coming" || lower(s.Tokens[m].Form) == "next"
		})
	})
}

// setsOutIn tells who makes a journey "this week", in the present tense: "travels to Japan this week".
func setsOutIn(s *text.Sentence, node text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "travel", "fly", "go", "head":
		return slices.ContainsFunc(s.Children(node, text.OblUnmarked), func(c text.Index) bool {
			det := s.Child(c, text.Det)
			return (s.Tokens[c].Lemma == "week" || s.Tokens[c].Lemma == "month") && det != text.None && s.Tokens[det].Lemma == "this"
		})
	}
	return false
}

// lasts tells a noun for a length of time.
func lasts(lemma string) bool {
	switch lemma {
	case "hour", "day", "week", "month", "year":
		return true
	}
	return false
}

// lookedBackOn tells an occasion called a recent or a famous one, a journey that goes on, or somebody's
// earlier one: "to discuss his recent trip to Poland", "hoped that his current visit to Rome would mend ties",
// "spoke about her earlier talks with Ruiz".
func lookedBackOn(s *text.Sentence, i text.Index) bool {
	return itsName(s.Tokens[i].Lemma) && negated(s, i) == text.None && slices.ContainsFunc(s.Children(i, text.Amod), func(c text.Index) bool {
		return isPast(s.Tokens[c].Lemma) || isNow(s.Tokens[c].Lemma) && journeyNoun(s.Tokens[i].Lemma) && theirOwn(s, i) || lower(s.Tokens[c].Form) == "earlier" && s.Child(i, text.NmodPoss) != text.None && caseOf(s, i) == "about"
	})
}

// isPast tells an adjective for an occasion that is over: "before the famous call".
func isPast(lemma string) bool {
	switch lemma {
	case "recent", "famous", "infamous", "notorious", "fateful", "failed":
		return true
	}
	return false
}

// isNow tells an adjective for a journey that goes on.
func isNow(lemma string) bool { return lemma == "current" || lemma == "ongoing" }

// onTheWay tells a journey on which somebody is: "who is on a visit to Rome", "Ruiz, on his first
// trip to Israel, outlined it".
func onTheWay(s *text.Sentence, i text.Index) bool {
	if !journeyNoun(s.Tokens[i].Lemma) || caseOf(s, i) != "on" {
		return false
	}
	if be := s.Child(i, text.Cop); be != text.None {
		return finiteVerb(&s.Tokens[be]) && auxiliary(s, i) == "" && negated(s, i) == text.None
	}
	h := s.Tokens[i].Head
	return h != text.None && s.Tokens[i].Rel == text.Nmod && s.Tokens[h].UPOS == text.PROPN && s.Tokens[h].Rel == text.Nsubj && pastTense(s, governor(s, h))
}

// followedUp tells an occasion of which something is only to be the sequel: "will visit China to
// follow up on their discussions".
func followedUp(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	return h != text.None && s.Tokens[i].Rel == text.Obl && caseOf(s, i) == "on" && theirOwn(s, i) &&
		s.Tokens[h].Lemma == "follow" && particle(s, h, "up")
}

// opensItsClause tells an occasion of which a past tense tells something, though the tree takes
// that for a participle: "and his first visit to Seoul marked a change".
func opensItsClause(s *text.Sentence, i text.Index) bool {
	return s.Child(i, text.NmodPoss) != text.None && s.Tokens[i].Rel == text.Conj &&
		slices.ContainsFunc(s.Children(i, text.Acl), func(c text.Index) bool { return s.Tokens[c].XPOS == text.VBD })
}

// missedTheirs tells an occasion of two others that somebody missed: "skipped a meeting between her
// and Ruiz". They had it without him.
func missedTheirs(s *text.Sentence, verb, from text.Index) bool {
	return misses(s.Tokens[verb].Lemma) && pastTense(s, verb) && s.Tokens[from].Rel == text.Obj && betweenOthers(s, from)
}

// misses tells a verb by which somebody is not at what others hold without him.
func misses(lemma string) bool {
	switch lemma {
	case "skip", "boycott", "miss":
		return true
	}
	return false
}

// hisErrand tells a speaker who says who asked or sent him to come: "the president asked me to
// come to Israel". There he is.
func hisErrand(s *text.Sentence, verb, from text.Index) bool {
	if s.Tokens[from].Lemma != "come" || s.Tokens[from].Rel != text.Xcomp || s.Tokens[verb].XPOS != text.VBD {
		return false
	}
	switch s.Tokens[verb].Lemma {
	case "ask", "tell", "send":
		o := s.Child(verb, text.Iobj, text.Obj)
		return o != text.None && (lower(s.Tokens[o].Form) == "me" || lower(s.Tokens[o].Form) == "us")
	}
	return false
}

// calledIt tells somebody's occasion that another calls something: "called his discussion with
// her frank", "held what she called frank talks".
func calledIt(s *text.Sentence, verb, from text.Index) bool {
	if what := s.Tokens[verb].Head; s.Tokens[verb].Rel == text.AclRelcl && s.Tokens[verb].Lemma == "call" && what != text.None && s.Tokens[what].Lemma == "what" && s.Tokens[what].Rel == text.Obj {
		return s.Tokens[from].Rel == text.Obj && pastTense(s, s.Tokens[what].Head) && auxiliary(s, s.Tokens[what].Head) == "" && negated(s, s.Tokens[what].Head) == text.None
	}
	return s.Tokens[verb].Lemma == "call" && !particle(s, verb, "off") && (pastTense(s, verb) || s.Tokens[verb].XPOS == text.VBG) && s.Tokens[from].Rel == text.Obj && s.Tokens[from].UPOS == text.NOUN && s.Child(from, text.NmodPoss) != text.None
}

// wishedWell tells an occasion of which somebody says what it should bring: "I would like for
// your visit to strengthen our ties".
func wishedWell(s *text.Sentence, i text.Index) bool {
	if caseOf(s, i) != "for" || s.Child(i, text.NmodPoss) == text.None {
		return false
	}
	x := s.Child(i, text.Acl)
	return x != text.None && infinitive(s, x) && !begins(s.Tokens[x].Lemma)
}

// hasPurpose tells an occasion of which somebody says what it is to bring: "her visit is aimed at
// showing support".
func hasPurpose(s *text.Sentence, verb, from text.Index) bool {
	if s.Tokens[from].Rel != text.NsubjPass || s.Tokens[from].UPOS != text.NOUN || s.Child(from, text.NmodPoss) == text.None {
		return false
	}
	switch s.Tokens[verb].Lemma {
	case "aim", "intend", "design", "mean":
		return auxiliary(s, verb) == "" && negated(s, verb) == text.None
	}
	return false
}

// calledUntrue tells what others are said to claim, and what somebody calls untrue: "said claims
// that they had met were outrageous".
func calledUntrue(s *text.Sentence, v text.Index) bool {
	that := s.Child(v, text.Mark)
	if that <= 0 || s.Tokens[that].Lemma != "that" || !told(lower(s.Tokens[that-1].Lemma)) {
		return false
	}
	for i := v + 1; int(i) < len(s.Tokens); i++ {
		if untrue(s.Tokens[i].Lemma) && s.Child(i, text.Cop) != text.None && negated(s, i) == text.None {
			return true
		}
	}
	return false
}

// untrue tells an adjective for what is not so.
func untrue(lemma string) bool {
	switch lemma {
	case "false", "untrue", "outrageous", "baseless", "unfounded", "groundless", "absurd", "ridiculous", "preposterous", "nonsense", "fake", "wrong", "incorrect", "inaccurate", "bogus":
		return true
	}
	return false
}

// whenTheyMet tells a clause of what somebody said that he would do on an occasion to come: "said
// he would tell her if she raised it when they met", "would raise it when he met her next month".
func whenTheyMet(s *text.Sentence, v text.Index) bool {
	if s.Tokens[v].XPOS != text.VBD || s.Tokens[v].Rel != text.Advcl || !opensWith(s, v, "when") {
		return false
	}
	for i := v + 1; int(i)+1 < len(s.Tokens) && s.Tokens[i].UPOS != text.VERB; i++ {
		if s.Tokens[i].Lemma == "next" && lasts(s.Tokens[i+1].Lemma) {
			return true
		}
	}
	for h, steps := s.Tokens[v].Head, 0; h != text.None && steps < 4; h, steps = s.Tokens[h].Head, steps+1 {
		if auxiliary(s, h) == "would" && s.Tokens[h].XPOS == text.VB {
			return s.Tokens[h].Rel == text.Ccomp
		}
		m := s.Child(h, text.Mark)
		if m == text.None || s.Tokens[m].Lemma != "if" && s.Tokens[m].Lemma != "to" {
			return false
		}
	}
	return false
}

// whoWill tells, in the present tense, what those do of whom the sentence tells what they will do
// there: "the leaders who meet with him on Friday will be looking for support".
func whoWill(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if t.Rel != text.AclRelcl || !presentTense(t) || t.Head == text.None || s.Child(v, text.Aux, text.Advmod) != text.None {
		return false
	}
	noun := &s.Tokens[t.Head]
	if noun.Rel == text.Nmod && noun.Head < t.Head {
		noun = &s.Tokens[noun.Head] // "the leaders of six countries who meet with him"
	}
	return noun.Rel == text.Nsubj && auxiliary(s, noun.Head) == "will" && s.Child(v, text.Nsubj) != text.None && s.Tokens[s.Child(v, text.Nsubj)].XPOS == text.WP
}

// guestToMeet tells a guest whom somebody will meet, where the tree takes "visiting" for what he
// does: "will meet on Monday with visiting Chancellor Ruiz".
func guestToMeet(s *text.Sentence, v text.Index) bool {
	t, m := &s.Tokens[v], s.Child(v, text.Mark)
	with := m != text.None && s.Tokens[m].Lemma == "with" || v >= 2 && s.Tokens[v-2].Lemma == "with" && s.Tokens[v-1].UPOS == text.PROPN
	return t.Lemma == "visit" && t.XPOS == text.VBG && with && t.Head != text.None && auxiliary(s, t.Head) == "will"
}

// toldOfUpcoming tells who speaks of an occasion to come, where the tree hangs on him with whom it is
// to be: "spoke of his upcoming talks today with Ruiz".
func toldOfUpcoming(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Obl), func(c text.Index) bool {
		prep := caseOf(s, c)
		return (prep == "of" || prep == "about") && itsName(s.Tokens[c].Lemma) && s.Child(c, text.NmodPoss) != text.None &&
			slices.ContainsFunc(s.Children(c, text.Amod), func(m text.Index) bool { return toBeHeld(s.Tokens[m].Lemma) })
	})
}

// laterStop tells what comes after something that somebody will do: "will meet her before heading to
// Rome for talks", "before travelling to Rome, where he meets the pope".
func laterStop(s *text.Sentence, v text.Index) bool {
	if s.Tokens[v].Rel == text.AclRelcl && presentTense(&s.Tokens[v]) && opensWith(s, v, "where") {
		v = governor(s, v)
	}
	m := s.Child(v, text.Mark)
	return s.Tokens[v].XPOS == text.VBG && s.Tokens[v].Rel == text.Advcl && m != text.None && s.Tokens[m].Lemma == "before" && isToDo(s, s.Tokens[v].Head)
}

// byFollowing tells an occasion of which only the order is told: "leaves for a trip to Israel,
// followed by a stop in Rome". What is said of the first holds for it.
func byFollowing(s *text.Sentence, node text.Index) bool {
	h := s.Tokens[node].Head
	return h != text.None && s.Tokens[node].Rel == text.OblAgent && s.Tokens[h].Lemma == "follow" && s.Tokens[h].XPOS == text.VBN && s.Tokens[h].Rel == text.Acl
}

// visitsNow tells a journey on which somebody is, with no day to come: "who is visiting Tokyo".
func visitsNow(s *text.Sentence, v, from text.Index) bool {
	if from != text.None || s.Tokens[v].XPOS != text.VBG || s.Tokens[v].Lemma != "visit" || s.Tokens[v].Rel != text.AclRelcl {
		return false
	}
	be := s.Child(v, text.Aux)
	return be != text.None && s.Tokens[be].Lemma == "be" && finiteVerb(&s.Tokens[be]) && s.Child(v, text.Obl, text.OblUnmarked) == text.None
}

// organised tells an occasion that was organised somewhere, and for no day to come: "last year a
// session of the dialogue was organised on the sidelines of the forum".
func organised(s *text.Sentence, verb, from text.Index) bool {
	if l := s.Tokens[verb].Lemma; l != "organise" && l != "organize" {
		return false
	}
	if s.Tokens[from].Rel != text.NsubjPass || !pastTense(s, verb) || auxiliary(s, verb) != "" || negated(s, verb) != text.None {
		return false
	}
	there := false
	for _, c := range s.Children(verb, text.Obl, text.OblUnmarked) {
		if caseOf(s, c) == "for" {
			return false
		}
		there = true
	}
	return there
}

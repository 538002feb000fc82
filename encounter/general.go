package encounter

import (
	"slices"

	"readout"
	"readout/text"
)

// This file reads what is said of contact in general, or of contact that something else must
// bring about first: of no occasion that was, or is to be.

// ofNoOccasion tells words about contact that stand for no occasion.
func ofNoOccasion(s *text.Sentence, t *telling) bool {
	for _, tells := range [...]func(*text.Sentence, *telling) bool{
		onlyThen, evenIf, hadTheyDone, ableTo, customary, summedUp, unsure, fearless, neverThought, toGoOn, ofMany, background, inARow,
		wouldGladly, byManyDelegations, ofGoods, ofCitizens, whileThere, repeatedly, inReadiness, notInYears, hindered,
		onTerms, howTo, threatened, talkOfTalks, ifTheyTalk, calledBack,
		thoughtNeeded, toBeResumed, aPaper, throughTalks, urgedByMany,
		mayHave, unlikelyAny, satInSilence, regular, futureOf, hopedOf, withoutTalks, asIf, statesCan,
		notMinded, opposedTo, refusesAny, beforeAny, stopsAt,
		roomFor, fondOf, withPress, quarrelled, bygone, asTheyGo,
		refusedInPrinciple, readyInPrinciple, staysInTouch, againAtAll,
		inProvision, atOneRemove,
		anyoneWho, refusedUntil, toHaveMore, ofMediators,
		notRuledOut, atAnyTime, spoiled, prospectOf, ofTrade, ofSport, forYears, couldTalk, mereThought, speaksAgain, oftenExchanged,
	} {
		if tells(s, t) {
			return true
		}
	}
	return false
}

// pending tells an occasion that is no more than planned or offered, on no day.
func (t *telling) pending() bool {
	return !t.date.Present() && (t.verdict.status == readout.Planned || t.verdict.status == readout.Proposed)
}

// mention tells an occasion that is only referred to, on no day: nothing says that it was.
func (t *telling) mention() bool {
	return !t.date.Present() && !t.place.Present() && t.verdict.status == readout.Held && !t.verdict.firm
}

// onlyThen tells what somebody will do on one condition and not before: "would talk to him
// only if he left", "will meet only after a ceasefire".
func onlyThen(s *text.Sentence, t *telling) bool {
	if !t.pending() {
		return false
	}
	for _, v := range t.clause {
		if m := s.Child(v, text.Mark, text.Advmod); m != text.None && s.Tokens[v].Rel == text.Advcl && onlyBefore(s, m) {
			switch s.Tokens[m].Lemma {
			case "if", "when", "once":
				return true // "will be settled only when they meet"
			}
		}
		for i := v + 1; int(i) < len(s.Tokens); i++ {
			if s.Tokens[i].Lemma == "if" && s.Tokens[i].Rel == text.Mark && onlyBefore(s, i) && withinReach(s, v, i) {
				return true
			}
		}
	}
	return false
}

// onlyBefore tells an "only" that stands before a word, or before the quotation that the word
// opens: "only “if we find the time”".
func onlyBefore(s *text.Sentence, i text.Index) bool {
	i--
	if i > 0 && s.Tokens[i].XPOS == text.OpenQuote {
		i--
	}
	return i >= 0 && s.Tokens[i].Lemma == "only"
}

// evenIf tells what would change nothing: "even if they agree to meet, the war will go on".
func evenIf(s *text.Sentence, t *telling) bool {
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		m := s.Child(v, text.Mark)
		return m > 0 && s.Tokens[m].Lemma == "if" && s.Tokens[m-1].Lemma == "even"
	})
}

// hadTheyDone tells a condition that was not met: "if he had sat down with her, he would know".
func hadTheyDone(s *text.Sentence, t *telling) bool {
	for _, v := range t.clause {
		m, h := s.Child(v, text.Mark), s.Tokens[v].Head
		if m == text.None || h == text.None || s.Tokens[m].Lemma != "if" || s.Tokens[v].Rel != text.Advcl || s.Tokens[v].XPOS != text.VBN {
			continue
		}
		had := s.Child(v, text.Aux)
		if aux := auxiliary(s, h); had != text.None && s.Tokens[had].Lemma == "have" && s.Tokens[had].XPOS == text.VBD && (aux == "would" || aux == "could" || aux == "might") {
			return true
		}
	}
	return false
}

// ableTo tells what somebody has the means or the right to do: "limits his ability to negotiate
// with them". That he does it, nobody says; "the ability to crash the dinner" was told of one.
func ableTo(s *text.Sentence, t *telling) bool {
	if c := s.Child(t.trigger, text.Det); t.noun && c != text.None && s.Tokens[c].Lemma == "the" {
		return false
	}
	for _, v := range t.clause {
		if s.Tokens[v].Rel != text.Acl || !infinitive(s, v) || s.Tokens[v].Head == text.None {
			continue
		}
		switch s.Tokens[s.Tokens[v].Head].Lemma {
		case "ability", "inability", "capacity", "authority", "power", "freedom", "leverage", "mandate", "incentive", "legitimacy":
			return true
		}
	}
	return false
}

// customary tells contact that was had over and over, or is to be: "where they have
// historically held talks", "is discussed between them on a continuous basis".
func customary(s *text.Sentence, t *telling) bool {
	for i := range s.Tokens {
		tok := &s.Tokens[i]
		switch tok.Lemma {
		case "historically", "traditionally", "customarily":
			if tok.Rel == text.Advmod && slices.Contains(t.clause, tok.Head) {
				return true
			}
		case "basis":
			if caseOf(s, text.Index(i)) == "on" && overAndOver(s, text.Index(i)) && (slices.Contains(t.clause, tok.Head) || withinReach(s, t.trigger, text.Index(i))) {
				return true
			}
		}
	}
	return false
}

// withinReach tells words behind an occasion with no verb between, however the tree hangs them.
func withinReach(s *text.Sentence, trigger, i text.Index) bool {
	return trigger < i && !slices.ContainsFunc(s.Tokens[trigger+1:i], func(t text.Token) bool { return t.UPOS == text.VERB })
}

// overAndOver tells a basis on which things are done again and again.
func overAndOver(s *text.Sentence, basis text.Index) bool {
	return slices.ContainsFunc(s.Children(basis, text.Amod), func(c text.Index) bool {
		switch s.Tokens[c].Lemma {
		case "regular", "continuous", "constant", "permanent", "ongoing", "continuing", "daily", "weekly", "monthly", "annual", "yearly", "routine", "frequent", "systematic":
			return true
		}
		return false
	})
}

// unsure tells contact of which somebody says that it is open, or to be decided: "it is not
// clear if he will meet her", "will decide when it sits down with them".
func unsure(s *text.Sentence, t *telling) bool {
	for _, v := range t.clause {
		h := s.Tokens[v].Head
		if howReady(s, v) {
			return true
		}
		if h == text.None || s.Child(v, text.Nsubj) == text.None {
			continue
		}
		m := s.Child(v, text.Mark)
		asks := m != text.None && (s.Tokens[m].Lemma == "whether" || s.Tokens[m].Lemma == "if")
		if !t.pending() {
			continue // "it is not clear if they will meet on Friday": there is a plan
		}
		switch s.Tokens[h].Lemma {
		case "clear", "certain", "sure":
			if asks && negated(s, h) != text.None {
				return true
			}
		case "unclear", "uncertain", "unknown", "unsure", "doubtful":
			if asks {
				return true
			}
		case "determine", "depend", "wonder", "question", "doubt":
			if asks || opensWith(s, v, "when") {
				return true
			}
		case "decide":
			if s.Tokens[v].Rel == text.Ccomp && opensWith(s, v, "when") {
				return true
			}
		}
	}
	return false
}

// howReady tells a readiness that somebody wants to know: "to assess how prepared they are to
// return to talks".
func howReady(s *text.Sentence, v text.Index) bool {
	if s.Tokens[v].UPOS != text.ADJ && s.Tokens[v].XPOS != text.VBN {
		return false
	}
	switch s.Tokens[v].Lemma {
	case "ready", "willing", "prepared", "prepare", "likely", "able", "eager", "serious":
		return opensWith(s, v, "how") || v > 0 && s.Tokens[v-1].Lemma == "how"
	}
	return false
}

// fearless tells readiness for contact at any time: "is not afraid to talk to them".
func fearless(s *text.Sentence, t *telling) bool {
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		switch s.Tokens[v].Lemma {
		case "afraid", "scared", "frightened", "ashamed":
			return negated(s, v) != text.None
		}
		return false
	})
}

// neverThought tells what somebody did not think would be: "did not think he would be able to
// meet her".
func neverThought(s *text.Sentence, t *telling) bool {
	if t.verdict.status != readout.Planned && t.verdict.status != readout.Proposed {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		return thoughtNot(s, v) && pastTense(s, s.Tokens[v].Head) && auxiliary(s, v) == "would"
	})
}

// toGoOn tells exchanges between sides that are only to go on: "agreed to continue
// consultations", "must continue to have a dialogue". Where another occasion is told at which
// they are to, they are an occasion: "to continue the discussion during his visit".
func toGoOn(s *text.Sentence, t *telling) bool {
	if !t.noun || !t.pending() || t.meet.Present() || !exchanges(s.Tokens[t.trigger].Lemma) || !t.bare && anyPerson(t.parties) {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		return s.Tokens[v].UPOS == text.VERB && s.Tokens[v].Lemma == "continue" && !atAnother(s, v)
	})
}

// anyPerson tells whether one of the parties is a person, and no state or body.
func anyPerson(ps []partyAt) bool {
	return slices.ContainsFunc(ps, func(p partyAt) bool { return p.party.Kind == readout.Person })
}

// atAnother tells a verb with an occasion in the course of which it is done.
func atAnother(s *text.Sentence, v text.Index) bool {
	for i := range s.Tokens {
		if itsName(s.Tokens[i].Lemma) && inCourse(caseOf(s, text.Index(i))) && s.Dominates(v, text.Index(i)) {
			return true
		}
	}
	return false
}

// exchanges tells a noun for an exchange that may go on without an occasion of its own.
func exchanges(lemma string) bool {
	switch lemma {
	case "dialogue", "consultation", "contact", "discussion", "exchange":
		return true
	}
	return false
}

// ofMany tells meetings that are none in particular: "meetings of the two leaders play a key
// role", "it is useful to hold meetings of the leaders".
func ofMany(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	if !t.noun || tok.XPOS != text.NNS || !takenUpTogether(t.parties) || s.Child(t.trigger, text.Det, text.NmodPoss, text.Nummod, text.Amod) != text.None {
		return false
	}
	switch tok.Lemma {
	case "meeting", "summit", "visit", "contact":
	default:
		return false
	}
	if t.mention() {
		return true
	}
	return t.pending() && t.verdict.status == readout.Proposed && tok.Rel == text.Obj
}

// background tells a course of talks that has come to a stop, which others only speak of: "the
// mediator in the stalled Israeli-Palestinian talks".
func background(s *text.Sentence, t *telling) bool {
	if !t.noun || !t.mention() || s.Tokens[t.trigger].XPOS != text.NNS {
		return false
	}
	return slices.ContainsFunc(s.Children(t.trigger, text.Amod), func(c text.Index) bool {
		switch lower(s.Tokens[c].Form) {
		case "stalled", "long-stalled", "moribund", "deadlocked", "dormant", "frozen", "stagnant", "defunct":
			return true
		}
		return false
	})
}

// inARow tells talks that are one of several matters told in a row: "politics, Israeli-Palestinian
// talks and the future of NATO".
func inARow(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	if !t.noun || tok.Rel != text.Conj || tok.XPOS != text.NNS || !t.mention() || s.Child(t.trigger, text.Det, text.NmodPoss, text.Case) != text.None {
		return false
	}
	first := firstConjunct(s, t.trigger)
	return first < t.trigger && s.Tokens[first].UPOS == text.NOUN && !itsName(s.Tokens[first].Lemma) && s.Tokens[first].Rel != text.Obj
}

// wouldGladly tells a wish that hangs on something else: "if he won, he would be honored to
// visit Egypt", "after the victory he would be happy to come".
func wouldGladly(s *text.Sentence, t *telling) bool {
	for k, v := range t.clause {
		if k == 0 || !gladTo(s, v, t.clause[k-1]) || auxiliary(s, v) != "would" {
			continue
		}
		for _, c := range s.Children(firstConjunct(s, v), text.Advcl, text.Obl) {
			m := s.Child(c, text.Mark)
			if m != text.None && s.Tokens[m].Lemma == "if" || caseOf(s, c) == "after" {
				return true
			}
		}
	}
	return false
}

// byManyDelegations tells a count of journeys: "over 20 delegations visited Kazakhstan".
func byManyDelegations(s *text.Sentence, t *telling) bool {
	if t.kind != readout.Visit || t.noun {
		return false
	}
	c := s.Child(t.trigger, text.Nsubj)
	return c != text.None && s.Tokens[c].Lemma == "delegation" && s.Tokens[c].XPOS == text.NNS && s.Child(c, text.Nummod) != text.None
}

// ofGoods tells what is shipped, with people or without, or people who are sent to help: "sent experts
// and equipment to Italy", "sending German specialists to Ghana".
func ofGoods(s *text.Sentence, t *telling) bool {
	if t.kind != readout.Visit || !slices.Contains(t.rules, "send-to") {
		return false
	}
	o := s.Child(t.trigger, text.Obj)
	if o == text.None {
		return false
	}
	return slices.ContainsFunc(conjuncts(s, o), func(c text.Index) bool {
		switch l := s.Tokens[c].Lemma; l {
		case "vehicle", "aircraft", "tank", "arm", "ammunition", "money", "fund", "goods", "good", "expert", "specialist":
			return true
		default:
			return isHelp(l) || worksThere(l)
		}
	})
}

// isHelp tells a noun for what is sent to help.
func isHelp(lemma string) bool {
	switch lemma {
	case "equipment", "aid", "supply", "weapon", "mask", "ventilator", "medicine", "vaccine", "food", "material":
		return true
	}
	return false
}

// ofCitizens tells what people of no office do: "citizens visiting each other's countries".
func ofCitizens(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	if t.noun || tok.Rel != text.Acl && tok.Rel != text.AclRelcl || tok.Head == text.None {
		return false
	}
	switch h := &s.Tokens[tok.Head]; h.Lemma {
	case "citizen", "tourist", "national", "traveler", "traveller", "pilgrim", "passenger":
		return h.XPOS == text.NNS
	}
	return false
}

// whileThere tells journeys of no one day on which something happened again and again: "were
// misled during visits to Iran".
func whileThere(s *text.Sentence, t *telling) bool {
	return t.noun && t.kind == readout.Visit && s.Tokens[t.trigger].XPOS == text.NNS && t.verdict.status == readout.Held && !t.date.Present() && caseOf(s, t.trigger) == "during" &&
		s.Child(t.trigger, text.Det, text.NmodPoss, text.Nummod) == text.None
}

// repeatedly tells a readiness that somebody has declared again and again: "has repeatedly said
// that he is willing to talk to them".
func repeatedly(s *text.Sentence, t *telling) bool {
	if !t.pending() || t.verdict.status != readout.Proposed {
		return false
	}
	for _, v := range t.clause {
		h := s.Tokens[v].Head
		if h == text.None || s.Tokens[v].Rel != text.Ccomp {
			continue
		}
		for _, c := range s.Children(h, text.Advmod) {
			switch s.Tokens[c].Lemma {
			case "repeatedly", "always", "consistently", "long", "often", "constantly", "frequently":
				return true
			}
		}
	}
	return false
}

// inReadiness tells a dialogue for which sides only declare themselves ready: "expressed their
// willingness to engage in a dialogue".
func inReadiness(s *text.Sentence, t *telling) bool {
	if readyAgain(s, t) {
		return true
	}
	if !t.noun || !t.pending() || !exchanges(s.Tokens[t.trigger].Lemma) || !t.bare && anyPerson(t.parties) {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		if s.Tokens[v].UPOS == text.VERB {
			return false // "agreed to open a dialogue"
		}
		switch s.Tokens[v].Lemma {
		case "readiness", "willingness", "commitment", "openness", "desire", "interest", "ready", "willing", "open", "prepared":
			return true
		}
		return false
	})
}

// readyAgain tells talks for which somebody has declared himself ready again and again: "has
// repeatedly expressed his readiness for peace talks".
func readyAgain(s *text.Sentence, t *telling) bool {
	if !t.noun || t.date.Present() || caseOf(s, t.trigger) != "for" || s.Tokens[t.trigger].XPOS != text.NNS || s.Child(t.trigger, text.Det, text.NmodPoss) != text.None {
		return false
	}
	for i := t.trigger - 1; i >= 0; i-- {
		switch tok := &s.Tokens[i]; {
		case tok.Lemma == "readiness" || tok.Lemma == "willingness":
			return true
		case tok.UPOS == text.VERB:
			return false
		}
	}
	return false
}

// notInYears tells sides that have not met for a time, or do not meet: "have not held talks since
// 2015", "in years", "has never met him", "are not holding talks right now", "does not negotiate with
// them". No occasion is denied by that.
func notInYears(s *text.Sentence, t *telling) bool {
	if t.verdict.status != readout.Denied || t.verdict.how != "disputed" {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		if s.Tokens[v].UPOS != text.VERB || negated(s, v) == text.None && (!t.noun || negated(s, t.trigger) == text.None) {
			return false
		}
		switch {
		case auxiliaryHave(s, v):
			return t.soFar(s, v) || slices.ContainsFunc(append(s.Children(v, text.Obl, text.OblUnmarked), s.Children(t.trigger, text.Nmod)...), func(c text.Index) bool { return overSpan(s, c) })
		case s.Tokens[v].XPOS == text.VBG:
			return anyTalks(s, t) && theseDays(s, v)
		}
		return !t.noun && t.voice < 0 && asPolicy(s, t.trigger)
	})
}

// soFar tells, in the reporter's words, what somebody has not done up to now, on no day: "has not
// visited the country", "have never met". Of what others say they have not done, there was talk.
func (t *telling) soFar(s *text.Sentence, v text.Index) bool {
	if t.noun || t.voice >= 0 || t.date.Present() || t.kind != readout.Visit && (t.place.Present() || t.meet.Present()) {
		return false
	}
	return slices.ContainsFunc(s.Children(v, text.Aux), func(c text.Index) bool {
		return s.Tokens[c].Lemma == "have" && presentTense(&s.Tokens[c])
	})
}

// asPolicy tells with whom somebody does not deal at all: "does not meet with its officials".
func asPolicy(s *text.Sentence, v text.Index) bool {
	return s.Tokens[v].XPOS == text.VB && slices.ContainsFunc(s.Children(v, text.Aux), func(c text.Index) bool {
		return s.Tokens[c].Lemma == "do" && presentTense(&s.Tokens[c])
	})
}

// forYears tells talks that went on, or were held again and again, for years: "has led the negotiations
// between them for the past 25 years".
func forYears(s *text.Sentence, t *telling) bool {
	if !t.noun || t.verdict.status != readout.Held || !talksAtLength(s.Tokens[t.trigger].Lemma) {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		return slices.ContainsFunc(append(s.Children(v, text.Obl, text.OblUnmarked), s.Children(v, text.Nmod)...), func(c text.Index) bool {
			prep := caseOf(s, c)
			return (s.Tokens[c].Lemma == "year" || s.Tokens[c].Lemma == "decade") && s.Tokens[c].XPOS == text.NNS && (prep == "for" || prep == "over") && s.Child(c, text.Nummod, text.Amod) != text.None
		})
	})
}

// overSpan tells a stretch of time up to now: "since 2015", "in years", "for months".
func overSpan(s *text.Sentence, i text.Index) bool {
	switch c := caseOf(s, i); {
	case c == "since":
		return true
	case s.Tokens[i].Rel == text.Obl && c != "in" && c != "for" && c != "over":
		return false
	}
	l := s.Tokens[i].Lemma
	return lasts(l) || l == "time" && caseOf(s, i) == "for"
}

// theseDays tells what is so now, whatever was and will be: "right now", "at present".
func theseDays(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Advmod, text.Obl, text.OblUnmarked), func(c text.Index) bool {
		switch s.Tokens[c].Lemma {
		case "now", "currently", "presently":
			return true
		case "present", "moment", "time", "stage", "point":
			return caseOf(s, c) == "at"
		}
		return false
	})
}

// hindered tells talks that something stands, or no longer stands, in the way of: "removed a
// barrier to talks with them"; or a journey for which there must be a visa: "was denied a visa to
// visit Oslo".
func hindered(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if h != text.None && s.Tokens[h].Lemma == "visa" && s.Tokens[t.trigger].Rel == text.Acl {
		return true
	}
	if !t.noun || h == text.None || caseOf(s, t.trigger) != "to" || indefiniteNoun(s, t.trigger) {
		return false
	}
	obstacle := h
	if s.Tokens[h].UPOS == text.VERB {
		obstacle = s.Child(h, text.Obj)
	}
	if obstacle == text.None || obstacle > t.trigger {
		return false
	}
	switch s.Tokens[obstacle].Lemma {
	case "barrier", "obstacle", "hurdle", "impediment", "hindrance":
		return true
	}
	return false
}

// onTerms tells what a state would do as things should be: "would hold talks under the right
// conditions". Of one person it offers another a meeting.
func onTerms(s *text.Sentence, t *telling) bool {
	if !t.pending() || onlyOf(t.parties, readout.Person) {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool { return underCircumstances(s, v) })
}

// howTo tells talks of which it is open how they are to be: "at odds over how to frame future
// talks".
func howTo(s *text.Sentence, t *telling) bool {
	if !t.noun || !t.bare || !t.pending() {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		h := s.Tokens[v].Head
		return infinitive(s, v) && (opensWith(s, v, "how") || h != text.None && s.Tokens[h].Lemma == "how")
	})
}

// threatened tells talks that somebody threatens to break off: "vowed to cut off talks with
// them if they did so". That they are held, others tell.
func threatened(s *text.Sentence, t *telling) bool {
	for k, v := range t.clause {
		h := s.Tokens[v].Head
		if k == 0 || h == text.None || !infinitive(s, v) || s.Tokens[t.clause[k-1]].Rel != text.Obj || !particle(s, v, "off") {
			continue
		}
		if l := s.Tokens[v].Lemma; l != "cut" && l != "break" {
			continue
		}
		switch s.Tokens[h].Lemma {
		case "vow", "threaten", "warn", "intention", "threat", "promise":
			return true
		}
	}
	return false
}

// talkOfTalks tells talks that are themselves only talked about: "discussed the start of peace
// talks".
func talkOfTalks(s *text.Sentence, t *telling) bool {
	return t.noun && t.bare && t.talkedOf && t.pending() && s.Tokens[t.trigger].XPOS == text.NNS &&
		s.Child(t.trigger, text.Det, text.NmodPoss) == text.None
}

// ifTheyTalk tells talk with nobody in particular that is only supposed: "if they talk about
// it, others will hear".
func ifTheyTalk(s *text.Sentence, t *telling) bool {
	if t.noun || !t.spoken || hasRole(t.parties, 'b') || !takenUpTogether(t.parties) {
		return false
	}
	m := s.Child(t.trigger, text.Mark)
	return m != text.None && s.Tokens[m].Lemma == "if"
}

// calledBack tells talks to which others call somebody back: "they call on Pyongyang to return
// to negotiations". Those who call need not sit at them.
func calledBack(s *text.Sentence, t *telling) bool {
	if !t.noun || !t.bare || !t.pending() {
		return false
	}
	asked := text.None
	for _, v := range t.clause {
		switch s.Tokens[v].Lemma {
		case "call", "appeal":
			for _, c := range s.Children(v, text.Obl) {
				if cs := caseOf(s, c); cs == "on" || cs == "upon" || cs == "to" {
					asked = c
				}
			}
		case "urge", "encourage", "press", "implore":
			asked = s.Child(v, text.Obj)
		}
	}
	if asked == text.None {
		return false
	}
	at := s.Tokens[asked].Span
	return !slices.ContainsFunc(t.parties, func(p partyAt) bool { return p.at.Contains(at) })
}

// thoughtNeeded tells talks of others that somebody holds to be needed: "stressed the need to
// resume dialogue between them". He is no party, and they have not agreed to it. Of whom two speak who
// "noted the need for a dialogue", they do not say.
func thoughtNeeded(s *text.Sentence, t *telling) bool {
	if !t.noun || t.date.Present() || hasRole(t.parties, 'a') && !(t.bare && takenUpTogether(t.parties)) || !talksAtLength(s.Tokens[t.trigger].Lemma) || t.verdict.status == readout.Held && t.verdict.firm {
		return false
	}
	for _, v := range t.clause {
		if t := &s.Tokens[v]; t.UPOS == text.NOUN && isNeed(t.Lemma) {
			return true
		}
		if h := s.Tokens[v].Head; infinitive(s, v) && h != text.None {
			if c := s.Child(h, text.NsubjPass); c != text.None && s.Tokens[c].Lemma == "need" {
				return true // "the need was stressed to resume the dialogue"
			}
		}
	}
	return false
}

// isNeed tells a noun by which somebody says that a thing should be.
func isNeed(lemma string) bool {
	switch lemma {
	case "need", "necessity", "importance", "urgency", "significance", "expediency", "advisability", "desirability":
		return true
	}
	return false
}

// talksAtLength tells a noun for talks that need be no one occasion.
func talksAtLength(lemma string) bool {
	return exchanges(lemma) || lemma == "talk" || lemma == "negotiation"
}

// toBeResumed tells talks of others of which only the resumption is wished for or worked
// towards: "efforts aimed at facilitating the resumption of Palestinian-Israeli talks".
func toBeResumed(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if !t.noun || t.date.Present() || h == text.None || hasRole(t.parties, 'a') || !talksAtLength(s.Tokens[t.trigger].Lemma) || caseOf(s, t.trigger) != "of" {
		return false
	}
	if !resumption(s.Tokens[h].Lemma) {
		return false
	}
	switch caseOf(s, h) {
	case "for", "through", "via", "towards", "toward":
		return true
	}
	up := s.Tokens[h].Head
	if up != text.None && s.Tokens[h].Rel == text.Nmod && caseOf(s, h) == "of" && (s.Tokens[up].Lemma == "support" || s.Tokens[up].Lemma == "favour" || s.Tokens[up].Lemma == "favor") {
		return true // "its stand in support of the resumption of talks"
	}
	if up == text.None || s.Tokens[h].Rel != text.Obj {
		return false
	}
	switch s.Tokens[up].Lemma {
	case "facilitate", "promote", "support", "encourage", "urge", "advocate", "ensure", "favour", "favor", "assist", "back", "help", "achieve", "seek",
		"complicate", "hinder", "hamper", "impede", "jeopardize", "jeopardise", "block", "obstruct", "undermine", "prevent", "delay":
		return true
	}
	return false
}

// resumption tells a noun for talks that begin again.
func resumption(lemma string) bool {
	switch lemma {
	case "resumption", "relaunch", "restart", "revival", "re-launch":
		return true
	}
	return false
}

// aPaper tells consultations for which only a paper was signed: "signed a plan for holding
// consultations".
func aPaper(s *text.Sentence, t *telling) bool {
	if !t.noun || t.verdict.status == readout.Held && t.verdict.firm || !exchanges(s.Tokens[t.trigger].Lemma) || !t.bare && caseOf(s, t.trigger) != "of" {
		return false
	}
	signed := slices.ContainsFunc(s.Tokens, func(t text.Token) bool { return t.Lemma == "sign" || t.Lemma == "signing" || t.Lemma == "adopt" })
	return signed && slices.ContainsFunc(t.clause, func(v text.Index) bool {
		switch s.Tokens[v].Lemma {
		case "plan", "program", "programme", "protocol", "memorandum":
			return s.Tokens[v].UPOS == text.NOUN && indefiniteNoun(s, v)
		}
		return false
	})
}

// roomFor tells talks of others of which only is said that something makes room for them: "created
// a better climate for talks between them".
func roomFor(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if !t.noun || h == text.None || t.date.Present() || hasRole(t.parties, 'a') || !talksAtLength(s.Tokens[t.trigger].Lemma) || caseOf(s, t.trigger) != "for" || s.Child(t.trigger, text.Det, text.NmodPoss) != text.None {
		return false
	}
	if s.Tokens[h].UPOS == text.VERB {
		h = s.Child(h, text.Obj)
	}
	if h == text.None || h > t.trigger {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "room", "space", "climate", "atmosphere", "environment", "condition", "basis", "foundation", "appetite", "opportunity", "momentum":
		return true
	}
	return false
}

// fondOf tells a closeness of minds that is called an embrace: "is eager to embrace Putin", "has
// embraced the regime's leader". In the simple past somebody may have done it.
func fondOf(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	return !t.noun && tok.Lemma == "embrace" && (t.verdict.status != readout.Held || presentTense(tok) || auxiliaryHave(s, t.trigger)) &&
		s.Child(t.trigger, text.Obj) != text.None && !t.date.Present() && !t.place.Present()
}

// withPress tells a call or talk with people of no office, to whom somebody gave news: "said in a
// call with reporters, including some from Rome".
func withPress(s *text.Sentence, t *telling) bool {
	return t.noun && slices.ContainsFunc(s.Children(t.trigger, text.Nmod, text.Obl), func(c text.Index) bool {
		return caseOf(s, c) == "with" && anybody(&s.Tokens[c]) && s.Child(c, text.Conj) == text.None
	})
}

// quarrelled tells sides that quarrelled in the course of a gathering of many: "during the summit
// France and Turkey had a dispute". They need not have met for it.
func quarrelled(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if !t.noun || !t.bare || h == text.None || !gatheringNoun(s.Tokens[t.trigger].Lemma) || !inCourse(caseOf(s, t.trigger)) && caseOf(s, t.trigger) != "at" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "clash", "spar", "quarrel", "disagree", "differ":
		return true
	}
	return slices.ContainsFunc(s.Children(h, text.Obj), func(c text.Index) bool {
		switch s.Tokens[c].Lemma {
		case "dispute", "quarrel", "row", "spat", "disagreement", "barb":
			return true
		}
		return false
	})
}

// bygone tells talks of whenever of which somebody only says what they were like: "past trade talks
// with China posed a hurdle".
func bygone(s *text.Sentence, t *telling) bool {
	if !t.noun || t.date.Present() || t.place.Present() || s.Tokens[t.trigger].XPOS != text.NNS || s.Child(t.trigger, text.Det, text.NmodPoss, text.Nummod) != text.None {
		return false
	}
	for i := t.trigger - 1; i >= 0 && t.trigger-i <= 5; i-- {
		switch s.Tokens[i].UPOS {
		case text.ADJ, text.NOUN, text.PROPN, text.ADP:
		default:
			return false
		}
		if s.Tokens[i].Lemma == "past" {
			return true
		}
	}
	return false
}

// asTheyGo tells conversations of which somebody says what they are like whenever they are had:
// "his conversations with the envoy do not involve threats".
func asTheyGo(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	if !t.noun || !t.mention() || tok.XPOS != text.NNS || tok.Rel != text.Nsubj || tok.Head == text.None {
		return false
	}
	if l := tok.Lemma; l != "conversation" && l != "discussion" && l != "contact" {
		return false
	}
	switch s.Tokens[tok.Head].Lemma {
	case "involve", "include", "concern", "cover", "touch", "focus", "revolve", "tend":
		do := s.Child(tok.Head, text.Aux)
		return s.Tokens[tok.Head].XPOS == text.VBP || do != text.None && s.Tokens[do].Lemma == "do" && presentTense(&s.Tokens[do])
	}
	return false
}

// throughTalks tells talks of whomever that are only the way to settle something: "can be
// settled through negotiations by Russia, Ukraine and the OSCE".
func throughTalks(s *text.Sentence, t *telling) bool {
	return t.noun && t.pending() && talksAtLength(s.Tokens[t.trigger].Lemma) && byTalks(s, t.trigger) && !hasRole(t.parties, 'a')
}

// urgedByMany tells what people of no office want one leader to take up with another:
// "demonstrators called on him to raise it with her".
func urgedByMany(s *text.Sentence, t *telling) bool {
	if l := s.Tokens[t.trigger].Lemma; t.verdict.status != readout.Proposed || l != "raise" && l != "broach" {
		return false
	}
	h := s.Tokens[t.trigger].Head
	if h == text.None || !infinitive(s, t.trigger) {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "call", "urge", "press", "ask", "want", "implore", "beg", "demand":
	default:
		return false
	}
	who := s.Child(h, text.Nsubj)
	if who == text.None && s.Tokens[h].Rel == text.Acl {
		who = s.Tokens[h].Head
	}
	if who == text.None {
		return false
	}
	switch s.Tokens[who].Lemma {
	case "demonstrator", "protester", "protestor", "critic", "detractor", "campaigner", "group", "organization", "organisation", "supporter", "advocate", "dissident":
		return true
	}
	return anybody(&s.Tokens[who])
}

// inProvision tells talks that a paper requires in some event: "a pact with a clause calling for
// talks within a day of an attack". Who wrote it is not said to hold them.
func inProvision(s *text.Sentence, t *telling) bool {
	v := s.Tokens[t.trigger].Head
	if !t.noun || v == text.None || t.date.Present() || s.Tokens[v].Lemma != "call" && s.Tokens[v].Lemma != "provide" || caseOf(s, t.trigger) != "for" {
		return false
	}
	paper := s.Child(v, text.Nsubj)
	if s.Tokens[v].Rel == text.Acl {
		paper = s.Tokens[v].Head
	}
	if paper == text.None {
		return false
	}
	switch s.Tokens[paper].Lemma {
	case "provision", "clause", "article", "paragraph", "section", "treaty", "pact", "accord", "agreement", "protocol", "memorandum", "constitution", "charter":
		return true
	}
	return false
}

// anyoneWho tells what is said of all who would do it: "any Korean who negotiates with Japan is a
// traitor".
func anyoneWho(s *text.Sentence, t *telling) bool {
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		h := s.Tokens[v].Head
		if s.Tokens[v].Rel != text.AclRelcl || h == text.None || s.Tokens[v].XPOS == text.VBD || s.Tokens[v].XPOS == text.VBN {
			return false
		}
		l := lower(s.Tokens[h].Form)
		d := s.Child(h, text.Det)
		return l == "anyone" || l == "anybody" || l == "whoever" || d != text.None && lower(s.Tokens[d].Form) == "any"
	})
}

// refusedUntil tells talks that somebody would only have on a condition, on no day: "refused to
// talk to him until he gave in".
func refusedUntil(s *text.Sentence, t *telling) bool {
	if t.verdict.status != readout.Denied || t.verdict.how != "refused" || t.date.Present() || t.place.Present() {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		return slices.ContainsFunc(s.Children(v, text.Advcl), func(c text.Index) bool {
			m := s.Child(c, text.Mark)
			return m != text.None && m > v && (s.Tokens[m].Lemma == "until" || s.Tokens[m].Lemma == "unless" || s.Tokens[m].Lemma == "till")
		})
	})
}

// toHaveMore tells exchanges that somebody has others step up: "told his team to increase
// consultations with them".
func toHaveMore(s *text.Sentence, t *telling) bool {
	v := s.Tokens[t.trigger].Head
	if !t.noun || v == text.None || s.Tokens[t.trigger].Rel != text.Obj || !exchanges(s.Tokens[t.trigger].Lemma) || !infinitive(s, v) || t.date.Present() {
		return false
	}
	switch s.Tokens[v].Lemma {
	case "increase", "intensify", "step", "expand", "deepen", "strengthen", "broaden", "enhance", "maintain":
		return true
	}
	return false
}

// atOneRemove tells talks of sides that do not sit together: "held indirect talks through
// mediators". Each of them meets who goes between them.
func atOneRemove(s *text.Sentence, t *telling) bool {
	return slices.ContainsFunc(s.Children(t.trigger, text.Amod, text.Advmod, text.Compound), func(c text.Index) bool {
		switch s.Tokens[c].Lemma {
		case "indirect", "indirectly":
			return negated(s, c) == text.None
		case "proximity":
			return t.noun
		}
		return false
	})
}

// ofMediators tells talks in which mediators are for a deal of others: "mediators in talks for a
// ceasefire agreement between Hamas and Israel" sit with each of them apart. So does "a go-between for
// talks between them".
func ofMediators(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if !t.noun || h == text.None {
		return false
	}
	c := caseOf(s, t.trigger)
	switch s.Tokens[h].Lemma {
	case "go": // "go-between" is three tokens
		return s.Tokens[h].UPOS == text.NOUN && h+2 < t.trigger && s.Tokens[h+2].Lemma == "between"
	case "conduit", "intermediary":
		return c == "in" || c == "for" || c == "of"
	case "mediator":
		return c == "in" && !slices.ContainsFunc(s.Children(t.trigger, text.Nmod), func(c text.Index) bool {
			cs := caseOf(s, c)
			return cs == "between" || cs == "with"
		})
	}
	return false
}

// speaksAgain tells people who only are on speaking terms, on no day: "once he threatened him, now he is
// talking to him", and states that "are talking again". A telephone, a place or a summit makes it an
// occasion, and officials of two states that "are talking" have one.
func speaksAgain(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	if t.noun || tok.XPOS != text.VBG || tok.Lemma != "talk" && tok.Lemma != "speak" || t.kind == readout.Call && !t.loose || t.date.Present() || t.place.Present() || t.meet.Present() {
		return false
	}
	again := slices.ContainsFunc(s.Children(t.trigger, text.Advmod), func(c text.Index) bool { return s.Tokens[c].Lemma == "again" })
	be := s.Child(t.trigger, text.Aux)
	return be != text.None && s.Tokens[be].Lemma == "be" && presentTense(&s.Tokens[be]) && (again || onlyOf(t.parties, readout.Person))
}

// oftenExchanged tells visits or meetings on no day that are only part of what two sides exchange all the
// time, or to which they attach importance: "the regular exchange of visits at top level – visits to Oslo
// and Rome –", "we attach importance to visits to Rome".
func oftenExchanged(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	if tok.Lemma == "visit" && tok.XPOS == text.NNS && t.noun && !t.date.Present() && slices.ContainsFunc(s.Children(t.trigger, text.Amod), func(c text.Index) bool { return uncounted(s.Tokens[c].Lemma) }) {
		return true // "his many visits to Rome"
	}
	if !t.noun || tok.XPOS != text.NNS || t.date.Present() || !itsName(tok.Lemma) && tok.Lemma != "conversation" || s.Child(t.trigger, text.Det, text.NmodPoss, text.Nummod) != text.None {
		return false
	}
	if h := tok.Head; h != text.None && caseOf(s, t.trigger) == "to" && (s.Tokens[h].Lemma == "attach" || s.Tokens[h].Lemma == "importance") {
		return true
	}
	for i := t.trigger - 1; i >= 0 && (s.Tokens[i].UPOS != text.VERB || s.Tokens[i].Lemma == "include"); i-- {
		if l := s.Tokens[i].Lemma; (itsName(l) || exchanges(l)) && overAndOver(s, i) {
			return true
		}
	}
	return false
}

// uncounted tells a word for very many.
func uncounted(lemma string) bool {
	switch lemma {
	case "many", "numerous", "countless", "various":
		return true
	}
	return false
}

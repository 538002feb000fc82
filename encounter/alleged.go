package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// This file reads what is said of contact that is only thought possible, that is talked about as a
// course of things, or that somebody thinks may yet not come about.

// withoutTalks tells talks of which only is said what cannot be without them: "will not end the
// war without direct talks with them".
func withoutTalks(s *text.Sentence, t *telling) bool {
	return t.noun && caseOf(s, t.trigger) == "without" && s.Child(t.trigger, text.Det, text.NmodPoss) == text.None && !t.date.Present()
}

// mayHave tells contact that somebody only does not rule out: "may have met him", "might have had
// an encounter with him". What may have come up in a talk leaves the talk what it is.
func mayHave(s *text.Sentence, t *telling) bool {
	if t.joins || t.passive {
		return false
	}
	v := t.trigger
	if t.noun && s.Tokens[v].Rel == text.Obj {
		v = s.Tokens[v].Head
	}
	if aux := auxiliary(s, v); aux != "may" && aux != "might" {
		return false
	}
	return s.Tokens[v].XPOS == text.VBN && auxiliaryHave(s, v)
}

// unlikelyAny tells talks of states on no day that somebody thinks unlikely: "it is unlikely that Iran would
// agree to negotiations".
func unlikelyAny(s *text.Sentence, t *telling) bool {
	return t.noun && !anyPerson(t.parties) && t.verdict.status == readout.Denied && t.verdict.how == "ruled_out" && hopeless(s.Tokens[t.verdict.word].Lemma) && !t.date.Present() &&
		s.Tokens[t.trigger].XPOS == text.NNS && s.Child(t.trigger, text.Det, text.NmodPoss) == text.None
}

// satInSilence tells somebody at whose side another was, and with whom he had nothing to do: "sat
// next to her, but they did not speak".
func satInSilence(s *text.Sentence, t *telling) bool {
	if !slices.Contains(t.rules, "next-to-someone") {
		return false
	}
	for i := t.trigger + 1; int(i) < len(s.Tokens); i++ {
		switch s.Tokens[i].Lemma {
		case "speak", "talk", "interact", "acknowledge", "greet", "converse", "exchange", "shake", "look", "communicate":
			if negated(s, i) != text.None {
				return true
			}
		case "without":
			return true // "without exchanging a word"
		}
	}
	return false
}

// regular tells an exchange that is had again and again: "will engage in a regular dialogue with
// them".
func regular(s *text.Sentence, t *telling) bool {
	if !t.noun || !exchanges(s.Tokens[t.trigger].Lemma) {
		return false
	}
	return (t.pending() || t.mention()) && overAndOver(s, t.trigger) || becomeRegular(s, t.trigger) || !t.date.Present() && pursued(s, t.trigger)
}

// becomeRegular tells an exchange that is had often by now: "the dialogue between them that has
// become regular".
func becomeRegular(s *text.Sentence, i text.Index) bool {
	return slices.ContainsFunc(s.Children(i, text.AclRelcl, text.Acl), func(v text.Index) bool {
		if c := s.Child(v, text.Xcomp); c != text.None && s.Tokens[v].Lemma == "become" {
			v = c
		}
		switch s.Tokens[v].Lemma {
		case "regular", "constant", "permanent", "continuous", "customary", "habitual":
			return true
		}
		return false
	})
}

// pursued tells an exchange that somebody carries on as a policy: "was pursuing an energy dialogue
// with the European Union".
func pursued(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None || s.Tokens[i].Rel != text.Obj {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "pursue", "maintain", "develop", "conduct":
		return s.Tokens[h].XPOS == text.VBG || presentTense(&s.Tokens[h])
	}
	return false
}

// futureOf tells talks of which somebody only asks what becomes of them: "raises questions about
// the future of negotiations between them".
func futureOf(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if !t.noun || h == text.None || s.Tokens[t.trigger].Rel != text.Nmod || caseOf(s, t.trigger) != "of" || t.date.Present() || s.Tokens[t.trigger].XPOS != text.NNS {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "future", "fate", "viability":
		return s.Tokens[h].UPOS == text.NOUN
	}
	return false
}

// hopedOf tells an exchange of which somebody only hopes what it will bring: "hoped that the
// dialogue between them would have a good outcome".
func hopedOf(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	return t.noun && t.pending() && exchanges(s.Tokens[t.trigger].Lemma) && takesForGranted(s, h, t.trigger)
}

// takesForGranted tells a clause under a hope, with an occasion for its subject, that says what
// the occasion will bring: "hoped talks with him would lead to a deal".
func takesForGranted(s *text.Sentence, v, from text.Index) bool {
	if v == text.None {
		return false
	}
	if s.Tokens[v].Lemma == "hope" && s.Tokens[from].Rel == text.Obj && s.Tokens[from].XPOS == text.NNS { // where the tree makes them what is hoped
		return slices.ContainsFunc(s.Children(v, text.AdvclRelcl, text.Ccomp, text.Advcl), func(c text.Index) bool {
			return c > from && (auxiliary(s, c) == "will" || auxiliary(s, c) == "would") && !begins(s.Tokens[c].Lemma)
		})
	}
	if s.Tokens[from].Rel != text.Nsubj || s.Tokens[from].UPOS != text.NOUN || s.Tokens[v].Rel != text.Ccomp || begins(s.Tokens[v].Lemma) || s.Tokens[v].UPOS != text.VERB {
		return false
	}
	h := s.Tokens[v].Head
	return h != text.None && s.Tokens[h].Lemma == "hope" && (auxiliary(s, v) == "will" || auxiliary(s, v) == "would")
}

// oncePossible tells contact on a day that is over of which it is left open whether it was:
// "disclosed a possible meeting between them in April".
func (d *draft) oncePossible(s *text.Sentence, t *telling) bool {
	_, to, ok := t.date.Value().Days()
	if !t.noun || !ok || !d.dated || to >= d.published || t.verdict.status != readout.Proposed {
		return false
	}
	return slices.ContainsFunc(s.Children(t.trigger, text.Amod), func(c text.Index) bool {
		switch s.Tokens[c].Lemma {
		case "possible", "alleged", "purported", "supposed", "rumored", "rumoured":
			return true
		}
		return false
	})
}

// mayNotHappen tells an occasion of which somebody says that it may not come about: "there is a
// chance that their meeting won't happen", "might not take place". So far, it is to.
func mayNotHappen(s *text.Sentence, v text.Index) bool {
	if negated(s, v) == text.None || int(v)+1 >= len(s.Tokens) || !comesAbout(s.Tokens[v].Lemma, s.Tokens[v+1].Lemma) {
		return false
	}
	switch auxiliary(s, v) {
	case "may", "might", "could":
		return true
	}
	for i := range s.Tokens[:v] {
		switch s.Tokens[i].Lemma {
		case "chance", "possibility", "likelihood", "risk", "danger":
			if v-text.Index(i) <= 3*longestTitle && negated(s, text.Index(i)) == text.None {
				return true
			}
		}
	}
	return false
}

// overByNow tells an occasion before which something was and behind which stands a day that is
// over: "ahead of his meeting with her last week".
func overByNow(s *text.Sentence, i text.Index) bool {
	for k := i + 1; int(k)+1 < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		switch {
		case t.Form == "," || t.UPOS == text.VERB:
			return false
		case t.Lemma == "yesterday":
			return true
		case t.Lemma == "last":
			l := s.Tokens[k+1].Lemma
			return lasts(l)
		}
	}
	return false
}

// deniedItIs tells a clause of being that the tree puts beside the denial of it: "has denied it is
// in talks with them".
func deniedItIs(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	subject := s.Child(i, text.Nsubj)
	return h != text.None && s.Tokens[i].Rel == text.Conj && denial(s.Tokens[h].Lemma) && s.Tokens[h].UPOS == text.VERB && negated(s, h) == text.None &&
		s.Child(i, text.Cop) != text.None && subject == h+1 && s.Child(i, text.Cc) == text.None
}

// judgeHonour reads a journey or a meeting that somebody calls an honour: "it is an honor for him
// to visit Ukraine". Where it would be one, it is still to be.
func (w *words) judgeHonour(v *verdict, s *text.Sentence, node, from text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "honor", "honour", "pleasure", "privilege", "joy":
	default:
		return false
	}
	if s.Child(node, text.Cop) == text.None || !infinitive(s, from) || negated(s, node) != text.None {
		return false
	}
	switch aux := auxiliary(s, node); aux {
	case "":
		v.status, v.how, v.word, v.firm = readout.Held, "", node, true
	case "would":
		v.raise(readout.Proposed, "", node)
	default:
		return false
	}
	return true
}

// underCircumstances tells what somebody would do as things should be: "would meet him under the
// right circumstances".
func underCircumstances(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Obl), func(c text.Index) bool {
		if l := s.Tokens[c].Lemma; l != "condition" && l != "circumstance" || caseOf(s, c) != "under" {
			return false
		}
		a := s.Child(c, text.Amod)
		return a != text.None && (s.Tokens[a].Lemma == "right" || s.Tokens[a].Lemma == "certain")
	})
}

// plannedBefore tells plans for an occasion that the tree hangs on the verb: "discussed trade and
// preparations for a summit".
func (w *words) plannedBefore(s *text.Sentence, i text.Index) bool {
	c := s.Child(i, text.Case)
	return c > 0 && s.Tokens[c].Lemma == "for" && s.Tokens[c-1].UPOS == text.NOUN && w.says[s.Tokens[c-1].Lemma] == "plan"
}

// inNextWeeks tells an occasion right behind which stands a time to come: "hope that a summit next
// month between them will happen".
func inNextWeeks(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].Rel == text.Conj && s.Tokens[i].UPOS == text.NOUN {
		root := i
		for s.Tokens[root].Head != text.None {
			root = s.Tokens[root].Head
		}
		x := s.Child(root, text.Advcl)
		if x != text.None && x < i && infinitive(s, x) && s.Tokens[x].Lemma == "attend" && inComingTime(s, root) {
			return true
		}
	}
	return s.Tokens[i].UPOS == text.NOUN && int(i)+2 < len(s.Tokens) && s.Tokens[i+1].Lemma == "next" && lasts(s.Tokens[i+2].Lemma)
}

// asIf tells contact that somebody only puts beside something else, or that would not surprise
// him: "as if leaders consulting with him were natural", "would not be surprised if there are calls".
func asIf(s *text.Sentence, t *telling) bool {
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		m, h := s.Child(v, text.Mark), s.Tokens[v].Head
		if m <= 0 || h == text.None {
			return false
		}
		if next := m + 1; s.Tokens[m].Lemma == "as" && int(next) < len(s.Tokens) && s.Tokens[next].Lemma == "if" {
			return true
		}
		if s.Tokens[m].Lemma != "if" {
			return false
		}
		return s.Tokens[m-1].Lemma == "as" || strings.HasPrefix(s.Tokens[h].Lemma, "surpris") && auxiliary(s, h) == "would"
	})
}

// statesCan tells talks of states on no day that somebody only says they can have: "during that time
// the Palestinians can negotiate with Israel".
func statesCan(s *text.Sentence, t *telling) bool {
	return !t.noun && t.pending() && !anyPerson(t.parties) && s.Tokens[t.trigger].Lemma == "negotiate" && auxiliary(s, firstConjunct(s, t.trigger)) == "can"
}

// beforeAny tells the time before meetings of which none is told: "the lead-up to summits between
// them has become fraught".
func beforeAny(s *text.Sentence, t *telling) bool {
	k := &s.Tokens[t.trigger]
	return t.noun && k.XPOS == text.NNS && k.Head != text.None && runUp(s, k.Head) && s.Child(t.trigger, text.Det, text.NmodPoss, text.Nummod) == text.None && !t.date.Present()
}

// stopsAt tells what is only the first thing somebody is after: "Putin will not stop in Ukraine".
func stopsAt(s *text.Sentence, t *telling) bool {
	aux := auxiliary(s, t.trigger)
	return slices.Contains(t.rules, "stop-in") && t.verdict.status == readout.Denied && (aux == "will" || aux == "would") && !t.date.Present()
}

// notRuledOut tells contact that others only leave open: "the White House did not rule out a visit to
// Cuba by Obama". Who will not rule out a meeting of his own is open to it.
func notRuledOut(s *text.Sentence, t *telling) bool {
	v := t.verdict.word
	if !t.pending() || s.Tokens[v].Lemma != "rule" && s.Tokens[v].Lemma != "exclude" || s.Tokens[v].UPOS != text.VERB || negated(s, v) == text.None {
		return false
	}
	who := s.Child(v, text.Nsubj)
	return who == text.None || !slices.ContainsFunc(t.parties, func(p partyAt) bool { return p.at.Contains(s.Tokens[who].Span) })
}

// atAnyTime tells what somebody thinks that others are free to do: "he may, at any time, meet her".
func atAnyTime(s *text.Sentence, t *telling) bool {
	if aux := auxiliary(s, t.trigger); t.noun || !t.pending() || aux != "may" && aux != "might" {
		return false
	}
	return slices.ContainsFunc(s.Children(t.trigger, text.Obl, text.OblUnmarked, text.Advmod), func(c text.Index) bool {
		d := s.Child(c, text.Det)
		return s.Tokens[c].Lemma == "anytime" || d != text.None && s.Tokens[d].Lemma == "any" && (s.Tokens[c].Lemma == "time" || s.Tokens[c].Lemma == "moment")
	})
}

// spoiled tells talks of no day of which somebody only says what stands against them: "will complicate
// possible negotiations between them". Those that are "upcoming" are to be.
func spoiled(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if !t.noun || !t.pending() || h == text.None || s.Tokens[t.trigger].Rel != text.Obj || !anyTalks(s, t) {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "complicate", "hinder", "hamper", "impede", "undermine", "derail", "jeopardize", "jeopardise", "endanger", "threaten", "preclude", "obstruct":
	default:
		return false
	}
	return !slices.ContainsFunc(s.Children(t.trigger, text.Amod), func(c text.Index) bool {
		switch lower(s.Tokens[c].Form) {
		case "upcoming", "forthcoming", "coming", "next", "planned", "scheduled":
			return true
		}
		return false
	})
}

// prospectOf tells an invitation that is only thought of: "was asked about the prospect of inviting
// him", "it is possible that he would invite him". Nobody has made it. Who says that he himself "could
// invite him" puts it forward.
func prospectOf(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if s.Tokens[t.trigger].Lemma != "invite" || h == text.None {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "prospect", "possibility", "likelihood", "chance":
		return s.Tokens[t.trigger].XPOS == text.VBG
	}
	i := s.Child(t.trigger, text.Nsubj) - 1 // the tree may hang the clause anywhere behind a quotation mark
	for i > 0 && (s.Tokens[i].UPOS == text.PUNCT || s.Tokens[i].Lemma == "that") {
		i--
	}
	return i > 0 && s.Tokens[i].Lemma == "possible" && auxiliary(s, t.trigger) != ""
}

// demanded tells what a third says that one wanted of another: "it is months since he told her to stop,
// the senator said". How he told her, nobody says. A statement of their own may well tell of a call.
func (d *draft) demanded(s *text.Sentence, t *telling) bool {
	return t.told && t.voice >= 0 && d.statements[t.voice].Speaker.Value().Kind == readout.Person && slices.ContainsFunc(s.Children(t.trigger, text.Xcomp), func(c text.Index) bool { return infinitive(s, c) })
}

// ofTrade tells an event for people of trade, which has only its name from the states: "a
// Japan-Australia industry roundtable".
func ofTrade(s *text.Sentence, t *telling) bool {
	return t.noun && t.ofSides() && slices.ContainsFunc(s.Children(t.trigger, text.Compound, text.Amod), func(c text.Index) bool {
		switch lower(s.Tokens[c].Form) {
		case "industry", "business", "investor", "investors", "ceo", "ceos", "corporate", "b2b":
			return true
		}
		return false
	})
}

// ofSport tells teams that are called by their states: "France meet Germany in the final", not "in the
// final round of talks".
func ofSport(s *text.Sentence, t *telling) bool {
	return !t.noun && t.ofSides() && slices.ContainsFunc(s.Children(t.trigger, text.Obl, text.OblUnmarked), func(c text.Index) bool {
		switch lower(s.Tokens[c].Lemma) {
		case "final", "semifinal", "semi-final", "quarterfinal", "quarter-final", "qualifier", "playoff", "match", "game", "friendly", "derby":
			return true
		}
		return false
	})
}

// couldTalk tells talks of states on no day for which somebody or something only could do something, or
// takes pains: "could pave the way for talks with Russia", "its efforts to facilitate talks between them".
func couldTalk(s *text.Sentence, t *telling) bool {
	if !t.noun || t.verdict.status != readout.Proposed || !t.ofSides() || !anyTalks(s, t) || setBehind(s, t) {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		switch auxiliary(s, v) {
		case "could", "may", "might":
			return s.Tokens[v].UPOS == text.VERB && (s.Tokens[t.trigger].Head != v || caseOf(s, t.trigger) == "for")
		}
		h := s.Tokens[v].Head
		return s.Tokens[v].Lemma == "facilitate" && s.Tokens[v].Rel == text.Acl && h != text.None && s.Tokens[h].Lemma == "effort"
	})
}

// mereThought tells what somebody would do, who stands before a gerund, of which others only think or
// speak on no day: "very different from Berg going to Rome", "the idea of her visiting Kyiv", "cannot
// imagine him meeting her", "his going there would be a mistake". Pictures and news of it tell that it was.
func mereThought(s *text.Sentence, t *telling) bool {
	v := t.trigger
	if t.noun || t.date.Present() || s.Tokens[v].XPOS != text.VBG {
		return false
	}
	return thoughtBefore(s, v) || s.Child(v, text.Aux, text.AuxPass, text.Cop) == text.None && wouldBeSo(s, v)
}

// thoughtBefore tells a gerund whose subject stands behind words for a thought or a comparison, also where
// another one stands between: "different from Berg going there or Ruiz coming here".
func thoughtBefore(s *text.Sentence, v text.Index) bool {
	i := v - 1
	for i >= 0 && nounPhrase(&s.Tokens[i]) {
		i--
	}
	if i <= 0 || i == v-1 {
		return false
	}
	switch before := &s.Tokens[i-1]; lower(s.Tokens[i].Form) {
	case "or", "and", ",":
		for k := i - 1; k > 0 && i-k <= longestTitle && s.Tokens[k].UPOS != text.PUNCT; k-- {
			if s.Tokens[k].UPOS == text.VERB {
				return s.Tokens[k].XPOS == text.VBG && s.Child(k, text.Aux) == text.None && thoughtBefore(s, k)
			}
		}
		return false
	case "from":
		return before.Lemma == "different" || before.Lemma == "differ" || before.Lemma == "distinct" || before.Lemma == "far" || before.Lemma == "difference"
	case "against":
		return true
	case "than": // not "spent more than an hour discussing it"
		return slices.ContainsFunc(s.Tokens[i+1:v], func(t text.Token) bool { return t.UPOS == text.PROPN || t.UPOS == text.PRON })
	case "like":
		return s.Tokens[i].UPOS == text.ADP || s.Tokens[i].UPOS == text.SCONJ
	case "to":
		switch before.Lemma {
		case "equivalent", "tantamount", "akin", "similar", "comparable", "amount", "alternative", "opposed", "oppose", "opposition", "objection", "object", "averse":
			return true
		}
		return false
	case "of", "about":
		return before.Lemma == "instead" || before.Lemma == "not" || before.UPOS == text.NOUN && isThought(before.Lemma) || before.UPOS == text.VERB && muses(before.Lemma)
	}
	switch s.Tokens[i].Lemma {
	case "imagine", "envisage", "envision", "foresee", "picture", "fathom", "contemplate", "conceive":
		return s.Tokens[i].UPOS == text.VERB
	case "see":
		aux := auxiliary(s, i)
		return negated(s, i) != text.None || aux == "would" || aux == "could"
	}
	return false
}

// muses tells a verb for what somebody only thinks or says of a thing: "joked about her visiting Kyiv".
func muses(lemma string) bool {
	switch lemma {
	case "joke", "feel", "think", "worry", "warn", "speculate":
		return true
	}
	return onlyTalks(lemma)
}

// nounPhrase tells a word that may stand in the subject of a gerund.
func nounPhrase(t *text.Token) bool {
	switch t.UPOS {
	case text.PROPN, text.NOUN, text.PRON, text.ADJ, text.DET, text.NUM:
		return true
	}
	return lower(t.Form) == "'s" || lower(t.Form) == "’s" || t.Form == "-"
}

// isThought tells a noun for what is only in somebody's mind or mouth. A "prospect" or a "possibility" is
// one that is put forward.
func isThought(lemma string) bool {
	switch lemma {
	case "idea", "thought", "notion", "talk", "danger", "risk", "fear", "spectre", "specter", "scenario", "question", "speculation", "rumour", "rumor",
		"odds", "dream", "wisdom", "merit", "point", "option", "importance", "desirability", "concept", "fantasy", "hypothesis", "equivalent", "benefit", "downside":
		return true
	}
	return false
}

// wouldBeSo tells a gerund with a subject of its own of which is said what it would be or do: "Berg going
// to Moscow would be a mistake".
func wouldBeSo(s *text.Sentence, v text.Index) bool {
	h := s.Tokens[v].Head
	c := s.Child(v, text.Ccomp) // where the tree puts what is said of it below it
	switch {
	case c > v && s.Child(c, text.Cop) != text.None && s.Child(c, text.Nsubj) == text.None:
		h = c
	case s.Tokens[v].Rel == text.Csubj:
	case s.Tokens[v].Rel == text.Acl:
		if h == text.None || s.Tokens[h].UPOS != text.PROPN || s.Tokens[h].Rel != text.Nsubj {
			return false
		}
		h = s.Tokens[h].Head
	default:
		return false
	}
	if h == text.None || h < v || !slices.ContainsFunc(s.Tokens[:v], func(t text.Token) bool { return t.UPOS == text.PROPN || t.UPOS == text.PRON }) {
		return false
	}
	if aux := auxiliary(s, h); aux != "would" && aux != "could" && aux != "might" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "send", "mark", "signal", "mean", "undermine", "help", "hurt", "make", "show", "represent", "constitute", "cause", "anger", "infuriate", "provoke", "lead", "be":
		return true
	}
	return s.Child(h, text.Cop) != text.None
}

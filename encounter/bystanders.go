package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// This file tells those who have to do with an occasion, and do not meet each other at it:
// who asks a body of many states to meet, who was at the talks of others, who sends help.

// askedOfBody tells a meeting of a body that several ask for: "Japan and South Korea requested
// a Security Council meeting".
func (d *draft) askedOfBody(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if own, others := ownAndOthers(t.parties); !t.noun || len(own) < 2 || len(others) > 0 || hasRole(t.parties, 'm') {
		return false
	}
	v := s.Tokens[t.trigger].Head
	if v == text.None || !asksFor(s.Tokens[v].Lemma) {
		return false
	}
	for i := max(t.trigger-longestTitle, 0); i < t.trigger; i++ { // "an emergency Security Council meeting"
		if p, ok := d.sideNamed(s.Cover(i, t.trigger).In(d.r.Document.Text)); ok && p.Kind == readout.Organisation {
			return true
		}
	}
	return slices.ContainsFunc(s.Children(t.trigger, text.Nmod, text.NmodPoss), func(c text.Index) bool {
		m := d.r.MentionAt(t.sentence, c)
		return m >= 0 && d.r.Mentions[m].Class == text.Body && (s.Tokens[c].Rel != text.Nmod || caseOf(s, c) == "of")
	})
}

func asksFor(lemma string) bool {
	switch lemma {
	case "request", "call", "ask", "seek", "demand", "urge", "want":
		return true
	}
	return false
}

// alsoInvolved tells who is only said to have been at talks as well: "Turkey and Qatar also were
// involved in the talks". With whom they were, the words before tell.
func alsoInvolved(s *text.Sentence, i text.Index) bool {
	v := s.Tokens[i].Head
	if v == text.None || s.Tokens[i].UPOS != text.NOUN || s.Child(i, text.Det) == text.None || s.Tokens[s.Child(i, text.Det)].Lemma != "the" {
		return false
	}
	return strings.HasPrefix(s.Tokens[v].Lemma, "involve") && slices.ContainsFunc(s.Children(v, text.Advmod), func(c text.Index) bool { return c < v && s.Tokens[c].Lemma == "also" })
}

// helpSent tells people sent to work, or with goods: "sent experts and equipment to Italy", "a
// team of doctors".
func helpSent(s *text.Sentence, t *telling) bool {
	if t.noun || !slices.Contains(t.rules, "send-delegation") {
		return false
	}
	for _, o := range s.Children(t.trigger, text.Obj, text.NsubjPass) {
		for _, c := range append(conjuncts(s, o), s.Children(o, text.Nmod, text.Compound, text.Amod)...) {
			switch s.Tokens[c].Lemma {
			case "equipment", "supply", "aid", "material", "medicine", "mask", "ventilator", "vaccine", "food", "weapon", "troop", "soldier",
				"doctor", "nurse", "medic", "paramedic", "medical", "rescuer", "rescue", "firefighter", "investigator", "engineer", "technician", "trainer", "forensic":
				return true
			}
		}
	}
	return false
}

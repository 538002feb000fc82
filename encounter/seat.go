package encounter

import (
	"readout"
	"readout/text"
)

// This file adds those who sat in on an occasion told elsewhere.

// seat adds those who sat in on an occasion told just before to its parties. Two of
// different sides who attended what is told nowhere else met there.
func (d *draft) seat(out []occasion, t telling) []occasion {
	best := -1
	for i := range out {
		if d.near(&out[i], &t) && d.compatible(&out[i], &t) {
			best = i
		}
	}
	switch {
	case best >= 0:
		t.verdict.firm = false
		out[best].take(t)
		return out
	case d.whole(&t):
		return d.settle(out, t)
	}
	return d.attach(out, t)
}

// satIn tells that somebody of a known side took part in an occasion told elsewhere:
// "Tillerson, who attended the meeting", "Vice President Harris joined the call".
func (d *draft) satIn(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	h := s.Tokens[t.trigger].Head
	if !t.noun || !t.bare || !d.definite(t) || h == text.None || t.verdict.status != readout.Held || len(t.parties) == 0 {
		return false
	}
	for _, p := range t.parties {
		if p.role != 'a' || p.party.Kind != readout.Person || p.party.Side == "" {
			return false
		}
	}
	switch s.Tokens[h].Lemma {
	case "attend", "join":
		return s.Tokens[t.trigger].Rel == text.Obj
	case "participate", "sit", "present":
		c := caseOf(s, t.trigger)
		return c == "in" || c == "at" || c == "on" || c == "in on"
	case "take":
		o := s.Child(h, text.Obj)
		return o != text.None && s.Tokens[o].Lemma == "part"
	}
	return false
}

package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/rule"
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

// gatherCompany takes who came with somebody, and with whom: "was accompanied by Foreign
// Minister Le Drian", "the French side included Le Drian".
func (d *draft) gatherCompany(t *telling, matches []rule.Match) {
	s := &d.r.Sentences[t.sentence]
	for _, m := range matches {
		for _, role := range m.Roles {
			for _, i := range role.Tokens {
				d.addMembers(t, i)
			}
		}
	}
	t.parties = slices.DeleteFunc(t.parties, func(p partyAt) bool {
		return p.party.Kind != readout.Person || p.party.Side == "" || strings.Contains(lower(p.party.Role), "first lady")
	})
	for _, sub := range s.Children(t.trigger, text.Nsubj, text.NsubjPass) {
		d.addParty(t, sub, 'a', false)
		if m := d.mentionFor(t.sentence, sub); m >= 0 && !hasRole(t.parties, 'a') {
			if e := d.r.Mentions[m].Entity; d.r.Entities[e].Party.Side != "" {
				t.add(partyAt{e, d.r.Entities[e].Party, d.r.Mentions[m].Span, readout.Resolved, 'a', false})
			}
		}
	}
}

// seatCompany adds those who came with somebody to the occasion told just before at which
// he, or his side, was.
func (d *draft) seatCompany(out []occasion, t telling) {
	came := among(t.parties)
	best := -1
	for i := range out {
		o := &out[i]
		if o.tellings[0].kind == readout.Visit || o.tellings[0].kind == readout.Call || coarse(o.tellings[0].verdict.status) == 2 || !d.near(o, &t) && !d.sameOccasion(o, &t) {
			continue
		}
		lead := slices.ContainsFunc(t.parties, func(p partyAt) bool {
			return p.role == 'a' && slices.ContainsFunc(o.parties, func(q partyAt) bool {
				return p.entity == q.entity || p.party.Kind != readout.Person && side(p.party) == side(q.party)
			})
		})
		own := !slices.ContainsFunc(came, func(p partyAt) bool {
			return !slices.ContainsFunc(o.parties, func(q partyAt) bool { return side(p.party) == side(q.party) })
		})
		if lead && own {
			best = i
		}
	}
	if best < 0 {
		return
	}
	o := &out[best]
	t.parties, t.kind, t.loose = came, o.tellings[0].kind, true
	t.verdict = verdict{status: o.tellings[0].verdict.status, word: t.trigger}
	o.take(t)
}

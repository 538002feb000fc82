package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
	"readout/timex"
)

// This file reads journeys to a gathering: where and when it is, and what it is, where the
// sentences before tell that. "… an investment summit in Riyadh next week. Mnuchin plans to
// attend the conference."

// sentencesBack bounds how far "the conference" reaches back.
const sentencesBack = 4

// addConvened adds the hosts of a gathering that somebody attends and that was placed in a
// sentence before; of one that was not, nothing is known.
func (d *draft) addConvened(t *telling) {
	if !slices.Contains(t.rules, "attend-that") {
		return
	}
	for si := t.sentence - 1; si >= 0 && si >= t.sentence-sentencesBack; si-- {
		s := &d.r.Sentences[si]
		for i := range s.Tokens {
			n := text.Index(i)
			if !gatheringNoun(s.Tokens[i].Lemma) || toldToPress(s, n) {
				continue
			}
			if m := d.venueOf(si, n); m >= 0 {
				d.takeConvened(t, si, n, m)
				return
			}
			if det := s.Child(n, text.Det); det == text.None || s.Tokens[det].Lemma != "the" {
				return // this one is meant, wherever it is
			}
		}
	}
}

// comeTogether tells people of several sides who attend one gathering, or come somewhere "for their
// summit" with each other.
func (d *draft) comeTogether(t *telling) bool {
	if !slices.Contains(t.rules, "attend-in") && !slices.Contains(t.rules, "attend-that") && !forTheirOwn(&d.r.Sentences[t.sentence], t) {
		return false
	}
	guests, _ := ownAndOthers(t.parties)
	return knownPair(guests)
}

// forTheirOwn tells a journey on which those who go are to meet each other: "arrived in Oslo ahead of
// their summit".
func forTheirOwn(s *text.Sentence, t *telling) bool {
	if t.kind != readout.Visit || t.noun {
		return false
	}
	for i := t.trigger + 1; int(i) < len(s.Tokens) && !finiteVerb(&s.Tokens[i]); i++ {
		switch s.Tokens[i].Lemma {
		case "summit", "meeting", "talk", "negotiation":
			c, p := caseOf(s, i), s.Child(i, text.NmodPoss)
			return (c == "for" || c == "ahead of" || c == "before") && p != text.None && lower(s.Tokens[p].Form) == "their"
		}
	}
	return false
}

func gatheringNoun(lemma string) bool {
	switch lemma {
	case "summit", "conference", "forum", "gathering":
		return true
	}
	return false
}

// venueOf is the mention of the place at which a gathering is told to be: "a summit in
// Riyadh", "the conference is due to take place in Riyadh"; -1 for none.
func (d *draft) venueOf(si int, n text.Index) int {
	s := &d.r.Sentences[si]
	from, to := d.r.MentionsIn(si)
	for i := from; i < to; i++ {
		m := &d.r.Mentions[i]
		if m.Class != text.Place && m.Class != text.State || m.Entity < 0 || m.Form != text.Name || m.Head < n {
			continue
		}
		if c := caseOf(s, m.Head); (c == "in" || c == "at") && (s.Dominates(n, m.Head) || s.Dominates(heldVerb(s, n), m.Head)) {
			return i
		}
	}
	return -1
}

// heldVerb is the verb that tells of a gathering when and where it is: "takes place", "will
// be held"; the noun itself where there is none.
func heldVerb(s *text.Sentence, n text.Index) text.Index {
	v := s.Tokens[n].Head
	if v == text.None || s.Tokens[n].Rel != text.Nsubj && s.Tokens[n].Rel != text.NsubjPass {
		return n
	}
	for _, w := range append([]text.Index{v}, s.Children(v, text.Xcomp, text.Csubj)...) {
		switch s.Tokens[w].Lemma {
		case "take", "hold", "open", "begin", "start", "convene", "schedule", "plan":
			return w
		}
	}
	return n
}

// takeConvened takes hosts, place and day of a gathering from the sentence that tells of it.
func (d *draft) takeConvened(t *telling, si int, n text.Index, mention int) {
	m := &d.r.Mentions[mention]
	p := &d.r.Entities[m.Entity]
	host, code := p.Place.Country, p.Place.Code
	if host == "" {
		host, code = p.Party.Side, p.Party.Country
	}
	if host == "" {
		return
	}
	t.add(partyAt{m.Entity, readout.Party{Kind: readout.State, Name: host, Side: host, Country: code}, m.Span, readout.Inferred, 'b', true})
	t.place = readout.Cite(p.Place, "encounter:convened-before", readout.Resolved, m.Span)
	t.date = d.convenedOn(si, n, m)
	if g := d.r.MentionAt(si, n); g >= 0 && d.r.Mentions[g].Class == text.Gathering && d.r.Mentions[g].Entity >= 0 && d.r.Entities[d.r.Mentions[g].Entity].Name != "" {
		t.meet = readout.Cite(d.r.Entities[d.r.Mentions[g].Entity].Name, "encounter:gathering", readout.Resolved, d.r.Mentions[g].Span)
		return
	}
	t.meet = d.describedAt(si, n)
}

// convenedOn is the day of a gathering: the one that its own verb has, or that stands right
// behind its place, wherever the tree hangs it.
func (d *draft) convenedOn(si int, n text.Index, place *text.Mention) readout.Cited[readout.Date] {
	own := timex.For(d.r, si, heldVerb(&d.r.Sentences[si], n))
	for i := range d.r.Times {
		x := &d.r.Times[i]
		if x.Sentence == si && x.Date != "" && x.Kind == text.When && (x.First == place.Last || slices.Contains(own, i)) {
			return readout.Cite(x.Date, x.Rule, x.Basis, x.Span)
		}
	}
	return readout.Cited[readout.Date]{}
}

// describedAt is the description of a gathering, where it says more than that it is one.
func (d *draft) describedAt(si int, n text.Index) readout.Cited[string] {
	s := &d.r.Sentences[si]
	if s.Tokens[n].XPOS == text.NNS || s.Child(n, text.Amod, text.Compound) == text.None {
		return readout.Cited[string]{}
	}
	at := s.Cover(describedReach(s, n))
	return readout.Cite(strings.Join(strings.Fields(at.In(d.r.Document.Text)), " "), "encounter:described-gathering", readout.Stated, at)
}

// readAttended takes the description of the gathering that somebody travels to attend, where
// it goes by no name.
func (d *draft) readAttended(t *telling) {
	if t.meet.Present() || !slices.Contains(t.rules, "attend-in") {
		return
	}
	if o := d.r.Sentences[t.sentence].Child(t.trigger, text.Obj); o != text.None && gatheringNoun(d.r.Sentences[t.sentence].Tokens[o].Lemma) {
		t.meet = d.describedAt(t.sentence, o)
	}
}

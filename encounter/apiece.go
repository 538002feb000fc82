package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// This file tells several occasions of one party, told in one word, from one of them all.

// atOneTable tells whether those whom somebody met sat together, as the title or the sentence
// behind shows: "met with Yoon and Kishida. The three leaders agreed".
func (d *draft) atOneTable(t *telling) bool {
	if t.noun || saidApart(&d.r.Sentences[t.sentence], t) {
		return false
	}
	if d.oneInTitle(t) {
		return true
	}
	if t.kind == readout.Call {
		return false
	}
	if _, others := ownAndOthers(t.parties); len(others) > 2 && onlyOf(others, readout.State) {
		return true // "sat down with representatives of Canada, Norway and Chile"
	}
	if guestsTogether(&d.r.Sentences[t.sentence], t) || atSummitOf(&d.r.Sentences[t.sentence], t) || forHours(&d.r.Sentences[t.sentence], t) {
		return true
	}
	if len(t.parties) == 3 && strings.Contains(lower(d.r.Document.Title), "trilateral") {
		return true
	}
	next := t.sentence + 1
	if next >= len(d.r.Sentences) || !d.r.Sentences[next].Section.Speaks() {
		return false
	}
	s := &d.r.Sentences[next]
	for i := range s.Tokens {
		h := s.Tokens[i].Head
		switch {
		case h == text.None:
		case s.Tokens[i].Lemma == "trilateral" && s.Tokens[h].Lemma == "meeting" && s.Tokens[h].XPOS == text.NN:
			return len(t.parties) == 3
		case s.Tokens[i].Rel == text.Nummod && heads(s.Tokens[h].Lemma) && s.Tokens[h].Rel == text.Nsubj:
			return numeral(lower(s.Tokens[i].Form)) == len(t.parties)
		case s.Tokens[i].Rel == text.Nummod && heads(s.Tokens[h].Lemma) && pointsAt(s, h) && numeral(lower(s.Tokens[i].Form)) == len(t.parties):
			return true // "mutual relations of these three countries were discussed"
		}
	}
	return false
}

// pointsAt tells a noun that points at those just told of: "these three countries".
func pointsAt(s *text.Sentence, i text.Index) bool {
	det := s.Child(i, text.Det)
	return det != text.None && lower(s.Tokens[det].Form) == "these"
}

// oneInTitle tells whether the title makes one occasion of it: "Readout of the President's Meeting
// with President Ruiz and Prime Minister Ito".
func (d *draft) oneInTitle(t *telling) bool {
	title := lower(d.r.Document.Title)
	if !strings.Contains(title, "meeting with ") && !strings.Contains(title, "call with ") && !strings.Contains(title, "conversation with ") {
		return false
	}
	return !slices.ContainsFunc(t.parties, func(p partyAt) bool { return p.role == 'b' && !d.inTitle(&p) })
}

// guestsTogether tells guests of whom the sentence says that they have come: "met with Ruiz and Ito,
// who are on a visit to our country".
func guestsTogether(s *text.Sentence, t *telling) bool {
	last := t.parties[0].at
	for _, p := range t.parties {
		if p.at.Start > last.Start {
			last = p.at
		}
	}
	for i := 0; i+3 < len(s.Tokens); i++ {
		who, be := &s.Tokens[i], &s.Tokens[i+1]
		if who.Span.Start < last.End || lower(who.Form) != "who" || lower(be.Form) != "are" && lower(be.Form) != "were" {
			continue
		}
		if s.Tokens[i+2].Form == "visiting" {
			return true
		}
		for k := i + 3; k < len(s.Tokens) && k < i+7 && s.Tokens[i+2].Lemma == "on"; k++ {
			if journeyNoun(s.Tokens[k].Lemma) {
				return true
			}
		}
	}
	return false
}

// atSummitOf tells those whom somebody met for one summit or at one meal: "met with A and B for the
// North American Leaders' Summit".
func atSummitOf(s *text.Sentence, t *telling) bool {
	return slices.ContainsFunc(s.Children(t.trigger, text.Obl), func(c text.Index) bool {
		switch lower(s.Tokens[c].Form) {
		case "summit", "lunch", "dinner", "breakfast":
			return caseOf(s, c) == "for" || caseOf(s, c) == "over"
		}
		return false
	})
}

// forHours tells how long one sitting was: "conferred for hours with A and B".
func forHours(s *text.Sentence, t *telling) bool {
	return t.duration.Present() || slices.ContainsFunc(s.Children(t.trigger, text.Obl), func(c text.Index) bool {
		l := s.Tokens[c].Lemma
		return (l == "hour" || l == "minute") && caseOf(s, c) == "for"
	})
}

// heads tells the word for those who sat at one table.
func heads(lemma string) bool {
	switch lemma {
	case "leader", "president", "minister", "premier", "diplomat", "official", "side", "party", "country", "nation":
		return true
	}
	return false
}

// townByTown divides occasions in the towns of two states, each of which was with who acts for
// it: "their conversations in Seoul and Tokyo" of Biden, Yoon and Kishida.
func (d *draft) townByTown(t telling) []telling {
	s := &d.r.Sentences[t.sentence]
	if !t.noun || s.Tokens[t.trigger].XPOS != text.NNS || t.kind == readout.Call || len(t.parties) < 3 {
		return nil
	}
	towns := d.townsOf(&t)
	var guests []partyAt
	hosts := make([][]partyAt, len(towns))
	for _, p := range t.parties {
		at := -1
		for k, m := range towns {
			if p.party.Country != "" && d.r.Entities[d.r.Mentions[m].Entity].Place.Code == p.party.Country {
				at = k
			}
		}
		if at < 0 {
			guests = append(guests, p)
		} else {
			hosts[at] = append(hosts[at], p)
		}
	}
	var out []telling
	for k, m := range towns {
		if len(guests) != 1 || len(hosts[k]) != 1 {
			return nil
		}
		one, town := t, &d.r.Mentions[m]
		one.parties, one.apiece = []partyAt{guests[0], hosts[k][0]}, true
		one.place = readout.Cite(d.r.Entities[town.Entity].Place, "encounter:place", readout.Stated, town.Span)
		out = append(out, one)
	}
	return out
}

// townsOf lists the towns in which a noun says that several occasions were: "in Seoul and Tokyo".
func (d *draft) townsOf(t *telling) []int {
	s := &d.r.Sentences[t.sentence]
	from, to := d.r.MentionsIn(t.sentence)
	for k := from; k < to; k++ {
		m := &d.r.Mentions[k]
		if m.Class != text.Place || m.First < t.trigger || effectiveCase(s, m.Head) != "in" || s.Child(m.Head, text.Conj) == text.None || !d.tied(s, t, m) {
			continue
		}
		var out []int
		for _, c := range conjuncts(s, m.Head) {
			x := d.r.MentionAt(t.sentence, c)
			if x < 0 || d.r.Mentions[x].Class != text.Place || d.r.Mentions[x].Entity < 0 {
				return nil
			}
			out = append(out, x)
		}
		return out
	}
	return nil
}

// numeral is the number that a word for more than two stands for, or 0.
func numeral(word string) int {
	switch word {
	case "three", "3":
		return 3
	case "four", "4":
		return 4
	}
	return 0
}

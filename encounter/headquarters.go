package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// This file tells a journey to a body of several states from one to the state in which the
// body has its seat: who flies to Brussels for a summit of NATO is no guest of Belgium.

// seatedIn are the bodies that have their seat in a city.
func seatedIn(city string) []string {
	switch city {
	case "Brussels", "City of Brussels":
		return []string{"European Union", "NATO"}
	case "Strasbourg":
		return []string{"European Union", "Council of Europe"}
	case "New York", "New York City":
		return []string{"United Nations"}
	case "Geneva":
		return []string{"United Nations", "World Trade Organization", "International Committee of the Red Cross"}
	case "Vienna":
		return []string{"United Nations", "IAEA", "OSCE", "OPEC", "OPEC+"}
	case "The Hague", "Hague":
		return []string{"United Nations", "International Criminal Court", "OPCW"}
	case "Addis Ababa":
		return []string{"African Union"}
	}
	return nil
}

// bodyVisited finds the body of several states for which somebody goes to the city of its
// seat: named behind the city in the same clause ("to Brussels for talks with EU leaders"), as
// what he attends there, or as the one whose summit the next sentence tells of.
func (d *draft) bodyVisited(t *telling, place *text.Mention) (readout.Party, bool) {
	bodies := seatedIn(d.r.Entities[place.Entity].Place.City)
	if bodies == nil {
		return readout.Party{}, false
	}
	s := &d.r.Sentences[t.sentence]
	from, to := d.r.MentionsIn(t.sentence)
	for k := from; k < to; k++ {
		m := &d.r.Mentions[k]
		if m.First > min(t.trigger, place.First) && !verbBetween(s, min(t.trigger, place.First), m.First) && !ofSubject(s, m.Head) {
			if p, ok := d.seated(m, bodies); ok {
				return p, true
			}
		}
	}
	if next := t.sentence + 1; next < len(d.r.Sentences) && s.Child(t.trigger, text.Obl, text.Nmod) != text.None {
		from, to = d.r.MentionsIn(next)
		for k := from; k < to; k++ {
			if m := &d.r.Mentions[k]; m.Class == text.Gathering {
				if p, ok := d.seated(m, bodies); ok {
					return p, true
				}
			}
		}
	}
	if toSummit(s, min(t.trigger, place.First)) || d.onlyAsSeat(place) {
		return d.onlySeated(bodies)
	}
	return readout.Party{}, false
}

// onlyAsSeat tells a city that a text names as the seat of a body alone, and nothing else of its
// state: "will go back to Brussels and ask for changes", in news of the Union.
func (d *draft) onlyAsSeat(place *text.Mention) bool {
	at := d.r.Entities[place.Entity].Place
	if at.City != "Brussels" && at.City != "City of Brussels" && at.City != "Strasbourg" {
		return false
	}
	return !slices.ContainsFunc(d.r.Mentions, func(m text.Mention) bool {
		stands := m.Class == text.State || m.Class == text.Nationality || m.Class == text.People // not "Brussels insists"
		return stands && m.Entity >= 0 && d.r.Entities[m.Entity].Party.Country == at.Code && m.In(d.r.Document.Text) != at.City
	})
}

// toSummit tells whether the words behind a journey say that it is for a summit: "will be coming
// to Brussels for a summit next month".
func toSummit(s *text.Sentence, from text.Index) bool {
	for i := from + 1; int(i) < len(s.Tokens) && !finiteVerb(&s.Tokens[i]); i++ {
		if s.Tokens[i].Lemma == "summit" {
			return true
		}
	}
	return false
}

// onlySeated returns the one of the bodies of which the text speaks.
func (d *draft) onlySeated(bodies []string) (readout.Party, bool) {
	var found readout.Party
	for i := range d.r.Mentions {
		p, ok := d.seated(&d.r.Mentions[i], bodies)
		if ok && found.Name != "" && found.Name != p.Name {
			return readout.Party{}, false
		}
		if ok {
			found = p
		}
	}
	return found, found.Name != ""
}

// verbBetween tells whether a clause of its own begins between two tokens.
func verbBetween(s *text.Sentence, from, to text.Index) bool {
	for i := from + 1; i < to; i++ {
		if finiteVerb(&s.Tokens[i]) || s.Tokens[i].Form == ";" {
			return true
		}
	}
	return false
}

// ofSubject tells a word of the subject of the next clause: "as he headed to Brussels, the EU's
// envoy said".
func ofSubject(s *text.Sentence, i text.Index) bool {
	for steps := 0; i != text.None && steps < 5; steps++ {
		switch s.Tokens[i].Rel {
		case text.Nsubj, text.NsubjPass:
			return true
		case text.Compound, text.Amod, text.Nmod, text.NmodPoss, text.NmodDesc, text.Flat, text.Appos:
		default:
			return false
		}
		i = s.Tokens[i].Head
	}
	return false
}

// oneSeat gives the same host to journeys of one guest to one seat, of which one is told to be
// to a body there: "Modi's visit to Brussels" is the one "to Brussels for an EU summit".
func (d *draft) oneSeat(ts []telling) {
	for i := range ts {
		for k := range ts[i].parties {
			host := &ts[i].parties[k]
			if ts[i].kind != readout.Visit || host.role != 'b' || host.entity < 0 || seatedIn(d.r.Entities[host.entity].Place.City) == nil || host.party.Country == "" {
				continue
			}
			for j := range ts {
				if b := bodyAt(&ts[j], host.entity); b >= 0 && sameGuest(ts[i].parties, ts[j].parties) && d.differ(&ts[i], &ts[j]) == "" {
					host.party = ts[j].parties[b].party
					break
				}
			}
		}
	}
}

// bodyAt returns which party of a journey is a body at the place that is entity e, or -1.
func bodyAt(t *telling, e int) int {
	return slices.IndexFunc(t.parties, func(p partyAt) bool {
		return t.kind == readout.Visit && p.entity == e && p.role == 'b' && p.party.Country == ""
	})
}

func sameGuest(a, b []partyAt) bool {
	return slices.ContainsFunc(a, func(p partyAt) bool {
		return p.role != 'b' && slices.ContainsFunc(b, func(q partyAt) bool { return q.entity == p.entity })
	})
}

// seated returns which of the bodies a mention names, or those who speak or meet for it.
func (d *draft) seated(m *text.Mention, bodies []string) (readout.Party, bool) {
	if m.Class != text.Body && m.Class != text.People && m.Class != text.Gathering && m.Class != text.Person || m.Form == text.Pronoun {
		return readout.Party{}, false
	}
	words := strings.FieldsFunc(m.In(d.r.Document.Text), func(r rune) bool { return r == ' ' || r == '\n' || gazetteer.IsHyphen(string(r)) })
	for i := range words {
		for j := min(len(words), i+longestTitle); j > i; j-- {
			for _, r := range d.gaz.Find(strings.Join(words[i:j], " ")) {
				if r.Kind == gazetteer.Body && slices.Contains(bodies, r.Side) {
					return readout.Party{Kind: readout.Organisation, Name: r.Side, Side: r.Side}, true
				}
			}
		}
	}
	return readout.Party{}, false
}

// atOwnSeat tells a journey to where the traveller's own body has its seat: "the U.N.
// Secretary-General returned to New York".
func (d *draft) atOwnSeat(t *telling) bool {
	city := ""
	for _, p := range t.parties {
		if p.role == 'b' && p.party.Kind != readout.Person && p.entity >= 0 {
			city = d.r.Entities[p.entity].Place.City
		}
	}
	bodies := seatedIn(city)
	return slices.ContainsFunc(t.parties, func(p partyAt) bool {
		return p.role != 'b' && slices.Contains(bodies, p.party.Side)
	})
}

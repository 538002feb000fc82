package encounter

import (
	"readout"
	"readout/gazetteer"
)

// This file gives what was long ago to those who were there.

// leadersThen gives a summit of the past to those who led their states on its days, where the
// text tells only of today's leaders: "the previous Korean summit in 2000" of a text on Kim
// Jong-un and Moon. A state that changed hands in those days stays without a name.
func (d *draft) leadersThen(f *readout.Facts, ts []telling) {
	if f.Kind.Value() != readout.Meeting || f.Status.Value() != readout.Held || !f.Date.Present() || !d.dated || !d.datedAsSummit(ts) {
		return
	}
	first, next, ok := f.Date.Value().Days()
	if !ok || next > d.published {
		return
	}
	for i, c := range f.Participants {
		p := c.Value()
		if !leadsState(p) || p.Country == "" || d.ledIn(p, first, next-1) {
			continue
		}
		then := readout.Party{Kind: readout.State, Name: p.Side, Side: p.Side, Country: p.Country}
		if a := d.leaderOn(p.Side, first); a.Person != nil && a.Person == d.leaderOn(p.Side, next-1).Person {
			then = readout.Party{Kind: readout.Person, Name: a.Person.Name, Role: "former " + a.Office, Side: p.Side, Country: p.Country, Wikidata: a.Person.Wikidata}
		}
		f.Participants[i] = readout.Cite(then, c.Rule(), readout.Resolved, f.Kind.At()[0], f.Date.At()[0]) // "summit", "2000"
	}
}

// datedAsSummit tells whether the day is told of a summit alone: other talks may have been held
// before somebody led.
func (d *draft) datedAsSummit(ts []telling) bool {
	dated := false
	for i := range ts {
		if !ts[i].date.Present() {
			continue
		}
		if dated = true; d.r.Sentences[ts[i].sentence].Tokens[ts[i].trigger].Lemma != "summit" {
			return false
		}
	}
	return dated
}

// ledIn tells whether the person led a state on one of the days, or whether no table knows.
func (d *draft) ledIn(p readout.Party, first, last readout.Day) bool {
	known := false
	for _, r := range d.gaz.Find(p.Name) {
		if r.Kind != gazetteer.Person {
			continue
		}
		for _, t := range d.gaz.TermsOf(r.ID) {
			if !leadsState(readout.Party{Kind: readout.Person, Role: t.Office}) {
				continue
			}
			if known = true; t.From <= last && first <= t.To {
				return true
			}
		}
	}
	return !known
}

func (d *draft) leaderOn(side string, day readout.Day) gazetteer.Answer {
	return d.gaz.Who(gazetteer.Question{Phrase: "the leader of " + side, Day: day, HasDay: true})
}

package encounter

import (
	"readout"
	"readout/gazetteer"
)

// This file dates and places an occasion by a journey that history knows: where a
// president was received, and when.

// recent is how many days back news without a day of its own may speak of a journey, or
// of one to the place that it names; upcoming and imminent are how many days ahead.
const (
	recent      = 21
	imminent    = 7
	recentThere = 30
	upcoming    = 21
)

// inferJourney gives a meeting of a traveller with the hosts the days of the journey,
// where one journey alone suits what the text tells. The words cited are those that
// name the traveller, the host and the place.
func (d *draft) inferJourney(f *readout.Facts) {
	if f.Kind.Value() == readout.Call || coarse(f.Status.Value()) == 2 || !d.wantsDate(f) && depth(f.Place.Value()) >= 2 {
		return
	}
	if manySides(f) && !f.Date.Present() {
		return // those who are received are two
	}
	for i, c := range f.Participants {
		p := c.Value()
		for k, o := range f.Participants {
			q := o.Value()
			if k == i || q.Side == p.Side {
				continue
			}
			if j := d.journey(f, p.Name, q); j != nil && d.receives(q, j.From) {
				d.takeJourney(f, j, append(append(f.Place.At(), c.At()...), o.At()...))
				return
			}
		}
	}
}

// manySides tells whether three sides or more take part.
func manySides(f *readout.Facts) bool {
	sides := map[string]bool{}
	for _, c := range f.Participants {
		sides[c.Value().Side] = true
	}
	return len(sides) > 2
}

// wantsDate tells whether the date is missing or vaguer than a week.
func (d *draft) wantsDate(f *readout.Facts) bool {
	from, to, ok := f.Date.Value().Days()
	return !ok || to-from > 7
}

// journey returns the one journey of a traveller to another that the facts suit; of
// several the one that the text's day is nearest to.
func (d *draft) journey(f *readout.Facts, traveller string, host readout.Party) *gazetteer.Journey {
	var found *gazetteer.Journey
	for _, j := range d.gaz.Journeys(traveller) {
		if j.Side != host.Side && !j.Met(host.Name) || !d.suits(f, j) {
			continue
		}
		switch {
		case found == nil:
		case j.From <= found.To+1 && j.Country == found.Country:
			continue // two stops of one journey
		case f.Status.Value() != readout.Held || !d.dated:
			return nil // the text does not tell which
		}
		found = j // of those held, the latest
	}
	return found
}

// suits tells whether date and place of an occasion allow that it was on the journey.
func (d *draft) suits(f *readout.Facts, j *gazetteer.Journey) bool {
	stay := readout.Between(j.From, j.To)
	if f.Date.Present() && !stay.Overlaps(f.Date.Value()) {
		return false
	}
	place := f.Place.Value()
	if place.Country != "" && place.Country != j.Side || place.City != "" && !j.WentTo(place.City) {
		return false
	}
	switch {
	case f.Date.Present():
		return f.Status.Value() != readout.Held || !d.dated || j.From <= d.published
	case !d.dated:
		return false
	case f.Status.Value() == readout.Held:
		return j.From <= d.published && (j.To >= d.published-recent || f.Place.Present() && j.To >= d.published-recentThere)
	}
	ahead := readout.Day(imminent) // when a plan without day or place came true is not what it said
	if f.Place.Present() {
		ahead = upcoming
	}
	return j.To >= d.published && j.From <= d.published+ahead
}

func (d *draft) takeJourney(f *readout.Facts, j *gazetteer.Journey, at []readout.Span) {
	if d.wantsDate(f) && j.To-j.From < 7 {
		f.Date = readout.Cite(narrowed(f.Date.Value(), j), "encounter:known-journey", readout.Inferred, append(f.Date.At(), at...)...)
	}
	there := d.gaz.StayedAt(j)
	if depth(there) > depth(f.Place.Value()) {
		f.Place = readout.Cite(there, "encounter:known-journey", readout.Inferred, at...)
	}
}

// narrowed are the days of the journey within the date told.
func narrowed(told readout.Date, j *gazetteer.Journey) readout.Date {
	from, to := j.From, j.To
	if a, b, ok := told.Days(); ok {
		from, to = max(from, a), min(to, b-1)
	}
	return readout.Between(from, to)
}

// receives tells whether a host acts for his state on the day: who is out of office
// receives no president.
func (d *draft) receives(host readout.Party, day readout.Day) bool {
	if host.Kind != readout.Person {
		return true
	}
	known := false
	for _, r := range d.gaz.Find(host.Name) {
		if r.Kind == gazetteer.Person {
			known = true
			if _, then := d.gaz.OfficeOf(r.ID, day); then {
				return true
			}
		}
	}
	return !known
}

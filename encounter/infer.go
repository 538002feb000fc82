package encounter

import (
	"strings"

	"readout"
	"readout/text"
)

// This file fills in what the world knows of an occasion that the text leaves out.

// infer fills date and place from the gathering, where it has known ones and the
// text gives none. The words cited are the gathering's.
func (d *draft) infer(f *readout.Facts, ts []telling) {
	d.inferAtGathering(f)
	if !f.Gathering.Present() {
		d.inferSummit(f, ts)
		d.inferConvened(f, d.onMargins(ts))
		d.inferGathering(f)
	}
	if !f.Gathering.Present() {
		d.inferRunning(f, ts)
	}
	d.inferDescribed(f, ts)
	if d.inferJourney(f); !f.Gathering.Present() && d.newsOfSummit() {
		d.inferConvened(f, "") // where the journey led is told now
	}
	d.leadersThen(f, ts)
	d.inferNews(f, ts)
	d.refinePlace(f, ts)
}

// inferAtGathering takes day and place of the gathering that the text names.
func (d *draft) inferAtGathering(f *readout.Facts) {
	if !f.Gathering.Present() {
		return
	}
	at := f.Gathering.At()[0]
	for i := range d.r.Mentions {
		m := &d.r.Mentions[i]
		if m.Span != at || m.Entity < 0 {
			continue
		}
		e := d.edition(m.Entity)
		if p := f.Place.Value(); p.City != "" && e.Place.City != "" && p.Country == e.Place.Country && p.City != e.Place.City && !f.Date.Present() {
			return // ministers meet elsewhere than the leaders
		}
		if p := f.Place.Value(); f.Kind.Value() == readout.Visit && p.Country != "" && e.Place.Country != "" && p.Country != e.Place.Country {
			return // "three summits, in Italy, Canada and France"
		}
		if x := d.qualifier(i); x != nil && !closeBy(x.Date, e.Date) && (x.Date != "" || strings.HasPrefix(lower(x.In(d.r.Document.Text)), "next")) { // "next year's G7 summit"
			if !f.Date.Present() && x.Date != "" {
				f.Date = readout.Cite(x.Date, "encounter:gathering-date", readout.Inferred, x.Span, at)
			}
			return
		}
		if e.Date != "" && d.plausible(e.Date, f.Status.Value()) && (!f.Date.Present() || d.wantsDate(f) && e.Date.Within(f.Date.Value()) || d.afterGathering(f, e.Date)) {
			f.Date = readout.Cite(e.Date, "encounter:gathering-date", readout.Inferred, at)
		}
		if e.Date != "" && f.Status.Value() != readout.Held && !d.plausible(e.Date, f.Status.Value()) {
			return // another one of the series is meant
		}
		country := f.Place.Value() // "the war in Syria": a country alone may be what they spoke of
		alone := country.City == "" && country.Venue == ""
		elsewhere := alone && country.Country != e.Place.Country && f.Kind.Value() != readout.Visit
		vaguer := alone && country.Country == e.Place.Country && f.Kind.Value() == readout.Visit && depth(e.Place) > depth(country)
		if e.Place.String() != "" && !d.farAhead(f, e.Date) && (!f.Place.Present() || elsewhere || vaguer) {
			f.Place = readout.Cite(e.Place, "encounter:gathering-place", readout.Inferred, at)
			if there := d.behindGathering(m, e.Place); there != nil {
				f.Place = readout.Cite(e.Place, "encounter:gathering-place", readout.Stated, there.Span)
			}
		}
		return
	}
}

// behindGathering is the mention of its city right behind the name of a gathering: "the
// APEC summit in Da Nang"; nil for none.
func (d *draft) behindGathering(g *text.Mention, place readout.Place) *text.Mention {
	from, to := d.r.MentionsIn(g.Sentence)
	for i := from; i < to; i++ {
		m := &d.r.Mentions[i]
		if m.Class == text.Place && m.Entity >= 0 && m.First == g.Last+1 && place.City != "" && d.r.Entities[m.Entity].Place.City == place.City {
			return m
		}
	}
	return nil
}

// farAhead tells a gathering that lies weeks ahead: what was held was at another of that name.
func (d *draft) farAhead(f *readout.Facts, date readout.Date) bool {
	from, _, ok := date.Days()
	return ok && d.dated && f.Status.Value() == readout.Held && from > d.published+upcoming
}

// edition is a gathering, or, where nothing dates it, the only one of its name that the text
// tells more of.
func (d *draft) edition(entity int) *text.Entity {
	e := &d.r.Entities[entity]
	if e.Date != "" || e.Name == "" || d.dated {
		return e
	}
	found := e
	for i := range d.r.Entities {
		o := &d.r.Entities[i]
		if o.Class != text.Gathering || o.Name != e.Name || o.Date == "" {
			continue
		}
		if found != e && found.Date != o.Date {
			return e
		}
		found = o
	}
	return found
}

// afterGathering tells a day, counted from the publication, on which the gathering had
// been over and that is when something else was: "denied reports on Tuesday that they met
// at the G20 summit".
func (d *draft) afterGathering(f *readout.Facts, known readout.Date) bool {
	from, _, ok := f.Date.Value().Days()
	_, end, _ := known.Days()
	return ok && d.dated && f.Status.Value() == readout.Held && f.Date.Basis() == readout.Resolved && oneDay(f.Date.Value()) &&
		end < from && from <= d.published && d.published-end <= recentThere
}

// closeBy tells whether two dates share a day or lie a month apart at most, as where an
// article of 30 September, listed on 1 October, says "this month".
func closeBy(a, b readout.Date) bool {
	from, to, ok := a.Days()
	from2, to2, ok2 := b.Days()
	return ok && ok2 && from-31 <= to2 && from2-31 <= to
}

// qualifier is the time that says which edition of a gathering is meant, or nil.
func (d *draft) qualifier(mention int) *text.Time {
	for i := range d.r.Times {
		if x := &d.r.Times[i]; x.Sentence == d.r.Mentions[mention].Sentence && x.Kind == text.When && d.qualified(x) == mention {
			return x
		}
	}
	return nil
}

// inferGathering places an occasion at the one gathering of the document within whose
// days it falls, unless it is told to have been elsewhere.
func (d *draft) inferGathering(f *readout.Facts) {
	if !f.Date.Present() || f.Kind.Value() == readout.Call || f.Kind.Value() == readout.Visit {
		return
	}
	for i := range d.r.Mentions {
		m := &d.r.Mentions[i]
		if m.Class != text.Gathering || m.Entity < 0 {
			continue
		}
		e := &d.r.Entities[m.Entity]
		if e.Date == "" || e.Name == "" || !f.Date.Value().Within(e.Date) || f.Place.Present() && !compatiblePlace(f.Place.Value(), e.Place) ||
			!f.Place.Present() && !d.personAmong(f) {
			continue
		}
		f.Gathering = readout.Cite(e.Name, "encounter:within-gathering", readout.Inferred, m.Span)
		if !f.Place.Present() && e.Place.String() != "" {
			f.Place = readout.Cite(e.Place, "encounter:gathering-place", readout.Inferred, m.Span)
		}
		return
	}
}

// personAmong tells whether somebody is named, or told of by his office: talks of two states
// on the days of a gathering need not be there.
func (d *draft) personAmong(f *readout.Facts) bool {
	for _, p := range f.Participants {
		if p.Value().Kind == readout.Person {
			return true
		}
		for i := range d.r.Mentions {
			if m := &d.r.Mentions[i]; m.Class == text.Person && m.Span.Contains(p.At()[0]) {
				return true
			}
		}
	}
	return false
}

// ahead is how many days before a gathering the news speaks of what is planned there.
const ahead = 500

// plausible tells whether a gathering's day suits the document: what was held lies
// before its publication, what is planned not long after.
func (d *draft) plausible(date readout.Date, status readout.Status) bool {
	from, to, ok := date.Days()
	switch {
	case !ok || !d.dated:
		return ok && status != readout.Proposed // what is only proposed may be for any later one
	case status == readout.Held:
		return from <= d.published
	case status == readout.Planned || status == readout.Proposed:
		return to >= d.published-recent && from <= d.published+ahead // "the next summit" is not the last one
	}
	return to > d.published-ahead && from <= d.published+ahead
}

func compatiblePlace(a, b readout.Place) bool {
	return a.Country == b.Country && (a.City == "" || b.City == "" || a.City == b.City)
}

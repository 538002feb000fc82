package encounter

import (
	"slices"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// This file knows an occasion again among the summits that history knows.

// inferSummit dates and places a meeting of two by the summit of theirs that suits what
// the text tells: Trump and Kim in Singapore met on 12 June 2018.
func (d *draft) inferSummit(f *readout.Facts, ts []telling) {
	if len(f.Participants) != 2 || f.Kind.Value() != readout.Meeting || f.Status.Value() == readout.Proposed || coarse(f.Status.Value()) == 2 || oneDay(f.Date.Value()) {
		return
	}
	var found *gazetteer.Edition
	for _, e := range d.gaz.SummitsOf(f.Participants[0].Value().Name, f.Participants[1].Value().Name) {
		open, fits, much := d.openFits(ts, e)
		if !d.suitsEdition(f, e) && !(much && d.suitsPlace(f, e)) || open && !much && (!fits || !f.Place.Present()) {
			continue
		}
		if found != nil && (!d.dated || !f.Date.Present() && !f.Place.Present()) {
			return // the text does not tell which
		}
		found = e // of those held, the latest
	}
	if found != nil {
		d.takeEdition(f, found, "encounter:named-summit", f.Participants[0].At(), f.Participants[1].At())
	}
}

// openFits tells whether the tellings of an undated text have a time that nothing dates
// yet, whether the days of the gathering may be meant, and whether that tells much: "in
// April" and "on 12 June" do, the day of the week does not.
func (d *draft) openFits(ts []telling, e *gazetteer.Edition) (open, fits, much bool) {
	held := readout.Between(e.From, e.To)
	for _, t := range ts {
		if d.dated || t.open == 0 {
			continue
		}
		open = true
		x := &d.r.Times[t.open-1]
		for now := e.From - around; now <= e.To+around && !(fits && much); now++ {
			if d.dateAt(x, now).Overlaps(held) {
				fits, much = true, much || x.Rule == "timex/month" || x.Rule == "timex/day month"
			}
		}
	}
	return open, fits, much
}

func (d *draft) suitsPlace(f *readout.Facts, e *gazetteer.Edition) bool {
	return !f.Place.Present() || compatiblePlace(f.Place.Value(), d.gaz.PlaceOf(gazetteer.Ref{Entry: e.Entry}))
}

// suitsEdition tells whether date, place and status allow an occasion to have been at
// the gathering.
func (d *draft) suitsEdition(f *readout.Facts, e *gazetteer.Edition) bool {
	held := readout.Between(e.From, e.To)
	if f.Date.Present() && !held.Overlaps(f.Date.Value()) {
		return false
	}
	if !d.suitsPlace(f, e) {
		return false
	}
	switch {
	case !d.plausible(held, f.Status.Value()):
		return false
	case !d.dated:
		return f.Status.Value() == readout.Held || f.Place.Value().City != ""
	case f.Status.Value() != readout.Held && e.To < d.published:
		return false
	}
	return f.Date.Present() || f.Place.Present() || e.To >= d.published-recent && e.From <= d.published+upcoming
}

// takeEdition takes day and place of a gathering, where they tell more than the text.
// The words cited are those of the text's own day and place, and those in which the
// gathering was recognised.
func (d *draft) takeEdition(f *readout.Facts, e *gazetteer.Edition, rule string, by ...[]readout.Span) {
	at := append(append([]readout.Span(nil), f.Date.At()...), f.Place.At()...)
	for _, spans := range by {
		at = append(at, spans...)
	}
	if held := readout.Between(e.From, e.To); d.wantsDate(f) || held != f.Date.Value() && held.Within(f.Date.Value()) {
		f.Date = readout.Cite(held, rule, readout.Inferred, at...)
	}
	if there := d.gaz.PlaceOf(gazetteer.Ref{Entry: e.Entry}); depth(there) > depth(f.Place.Value()) {
		f.Place = readout.Cite(there, rule, readout.Inferred, at...)
	}
}

// inferConvened knows the gathering again at which an occasion was, by its place and its
// rough day: leaders who met in Hamburg in July 2017, or on the sidelines of a summit in
// Vietnam next week.
func (d *draft) inferConvened(f *readout.Facts, aside string) {
	if !f.Place.Present() || coarse(f.Status.Value()) == 2 || f.Kind.Value() == readout.Call || f.Kind.Value() == readout.Visit {
		return
	}
	exact := !d.wantsDate(f)
	if aside == "" && (!f.Date.Present() || d.atHome(f) && !(exact && d.newsOfSummit())) {
		return
	}
	if exact && f.Place.Value().City == "" {
		return
	}
	var found *gazetteer.Edition
	for _, e := range d.gaz.HeldIn(f.Place.Value().Code) {
		if !d.suitsEdition(f, e) || !f.Date.Present() && !d.soon(e) || aside == "summit" && e.OfMinisters() || !partakes(f, e) ||
			exact && !(e.OfMany() && f.Date.Value().Within(readout.Between(e.From, e.To)) && e.HeldAt(f.Place.Value().City)) {
			continue
		}
		if found != nil {
			return
		}
		found = e
	}
	if found == nil {
		return
	}
	at := append(append([]readout.Span(nil), f.Place.At()...), f.Date.At()...)
	f.Gathering = readout.Cite(found.Series.Name, "encounter:convened", readout.Inferred, at...)
	d.takeEdition(f, found, "encounter:gathering-date", f.Place.At())
}

// soon tells whether a gathering is near the publication.
func (d *draft) soon(e *gazetteer.Edition) bool {
	return d.dated && e.To >= d.published-recent && e.From <= d.published+upcoming
}

// atHome tells whether somebody received the others in his own country.
func (d *draft) atHome(f *readout.Facts) bool {
	for _, p := range f.Participants {
		if p.Value().Side == f.Place.Value().Country {
			return true
		}
	}
	return false
}

// partakes tells whether a participant is of a member of the gathering, where its members
// are known.
func partakes(f *readout.Facts, e *gazetteer.Edition) bool {
	if len(e.Series.Members) == 0 || slices.Contains(e.Series.Members, "UN") {
		return true
	}
	for _, p := range f.Participants {
		if slices.Contains(e.Series.Members, p.Value().Country) {
			return true
		}
	}
	return false
}

// onMargins is the noun for the gathering on whose margin the tellings lay an occasion:
// "summit", "conference"; "" where they speak of none.
func (d *draft) onMargins(ts []telling) string {
	for _, t := range ts {
		if noun := d.summitIn(t.sentence); noun != "" && d.sidelines(t.sentence) {
			return noun
		}
	}
	return ""
}

// newsOfSummit tells a text that opens with a summit: whom its host met on the very days of
// one in his city, he met there.
func (d *draft) newsOfSummit() bool {
	for si := range d.r.Sentences[:min(2, len(d.r.Sentences))] { // the first may be the dateline
		if d.summitIn(si) == "summit" {
			return true
		}
	}
	return false
}

func (d *draft) summitIn(si int) string {
	for i := range d.r.Sentences[si].Tokens {
		switch t := &d.r.Sentences[si].Tokens[i]; t.Lemma {
		case "summit", "conference", "assembly", "forum", "gathering":
			if t.UPOS == text.NOUN || t.UPOS == text.PROPN {
				return t.Lemma
			}
		}
	}
	return ""
}

package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// This file says more exactly where an occasion was: the city of a country that is told,
// the place from which the text is written, the house.

// refinePlace finds the city where the text tells the country alone, or nothing: the one
// that a sentence beside it names, else the place of the dateline.
func (d *draft) refinePlace(f *readout.Facts, ts []telling) {
	if f.Kind.Value() == readout.Call {
		f.Place = readout.Cited[readout.Place]{} // who telephone are in two places
		return
	}
	if p := f.Place.Value(); p.Country != "" && p.City == "" && p.Venue == "" {
		d.cityBeside(f, ts)
	}
	if !d.saidWhere(ts) {
		d.fromDateline(f)
		d.fromPlaceLine(f)
	}
	d.addVenue(f, ts)
}

// cityBeside takes the one city of the country that the sentences of the occasion and the
// ones next to them say somebody was in or went to.
func (d *draft) cityBeside(f *readout.Facts, ts []telling) {
	found := -1
	for i := range d.r.Mentions {
		m := &d.r.Mentions[i]
		if m.Class != text.Place || m.Entity < 0 || !d.besideAny(ts, m.Sentence) {
			continue
		}
		p := d.r.Entities[m.Entity].Place
		if p.City == "" || p.Country != f.Place.Value().Country || coarse(f.Status.Value()) == 1 && d.wasThere(ts, m) {
			continue
		}
		switch caseOf(&d.r.Sentences[m.Sentence], m.Head) {
		case "in", "at", "to":
		default:
			continue
		}
		if found >= 0 && d.r.Entities[d.r.Mentions[found].Entity].Place.City != p.City {
			return
		}
		found = i
	}
	if found >= 0 {
		m := &d.r.Mentions[found]
		f.Place = readout.Cite(d.r.Entities[m.Entity].Place, "encounter:city-beside", readout.Inferred, append([]readout.Span{m.Span}, f.Place.At()...)...)
	}
}

// wasThere tells a city in which something happened before, beside a journey still to come:
// "has invited him to the US. He last met Obama in New York".
func (d *draft) wasThere(ts []telling, m *text.Mention) bool {
	if slices.ContainsFunc(ts, func(t telling) bool { return t.sentence == m.Sentence }) {
		return false
	}
	s := &d.r.Sentences[m.Sentence]
	return pastTense(s, governor(s, m.Head))
}

// besideAny tells whether a sentence is one of the tellings', or stands next to one and
// speaks of somebody who was there.
func (d *draft) besideAny(ts []telling, sentence int) bool {
	for i := range ts {
		gap := sentence - ts[i].sentence
		if gap == 0 {
			return true
		}
		if gap < -1 || gap > 1 {
			continue
		}
		from, to := d.r.MentionsIn(sentence)
		for _, p := range ts[i].parties {
			for k := from; k < to; k++ {
				if p.entity >= 0 && d.r.Mentions[k].Entity == p.entity && p.party.Kind == readout.Person {
					return true
				}
			}
		}
	}
	return false
}

// saidWhere tells whether a telling says that it was at the place just named: "returned from
// Mexico, where he met its president".
func (d *draft) saidWhere(ts []telling) bool {
	for i := range ts {
		s := &d.r.Sentences[ts[i].sentence]
		for _, v := range ts[i].clause {
			if (s.Tokens[v].Rel == text.AclRelcl || s.Tokens[v].Rel == text.Advcl) && opensWith(s, v, "where") {
				return true
			}
		}
	}
	return false
}

// fromDateline takes the place of the dateline for news of the day: a meeting with
// somebody of that country, or one of which the text tells that country alone.
func (d *draft) fromDateline(f *readout.Facts) {
	there, at := d.dateline()
	if there.City == "" || !d.newsOfDay(f) {
		return
	}
	p := f.Place.Value()
	if f.Place.Present() && (p.City != "" || p.Venue != "" || p.Country != there.Country) {
		return
	}
	host, guest := false, false
	for _, c := range f.Participants {
		if p := c.Value(); p.Kind == readout.Person && p.Side != "" {
			host = host || p.Side == there.Country
			guest = guest || p.Side != there.Country
		}
	}
	if host && guest {
		f.Place = readout.Cite(there, "encounter:dateline", readout.Inferred, append([]readout.Span{at}, f.Place.At()...)...)
	}
}

// dateline is the place that the text is written from, with the words that say so.
func (d *draft) dateline() (readout.Place, readout.Span) {
	line := d.r.Document.Dateline
	at := strings.Index(d.r.Document.Text, line)
	if line == "" || at < 0 {
		return readout.Place{}, readout.Span{}
	}
	city, _, _ := strings.Cut(line, ",")
	for _, r := range d.gaz.Find(city) {
		if r.Kind == gazetteer.City {
			return d.gaz.PlaceOf(r), readout.Span{Start: readout.Offset(at), End: readout.Offset(at + len(city))}
		}
	}
	return readout.Place{}, readout.Span{}
}

// addVenue adds the house to a place that is known without one.
func (d *draft) addVenue(f *readout.Facts, ts []telling) {
	p := f.Place.Value()
	if !f.Place.Present() || p.Venue != "" {
		return
	}
	for i := range ts {
		if v := ts[i].venue; v.Present() {
			p.Venue = v.Value()
			f.Place = readout.Cite(p, "encounter:venue", readout.Stated, append(append([]readout.Span(nil), v.At()...), f.Place.At()...)...)
			return
		}
	}
}

// readVenue takes the named house in or at which the telling lays an occasion: "at
// Kasumigaseki Country Club".
func (d *draft) readVenue(t *telling) {
	s := &d.r.Sentences[t.sentence]
	for i := range s.Tokens {
		head := text.Index(i)
		if s.Tokens[i].UPOS != text.PROPN || !venueNoun(s.Tokens[i].Form) {
			continue
		}
		if c := caseOf(s, head); c != "at" && c != "in" && c != "inside" || !d.tiedToken(s, t, head) {
			continue
		}
		first := head
		for first > 0 && s.Tokens[first-1].UPOS == text.PROPN {
			first--
		}
		if first < head {
			at := s.Cover(first, head+1)
			t.venue = readout.Cite(at.In(d.r.Document.Text), "encounter:venue", readout.Stated, at)
			return
		}
	}
}

// venueNoun tells the last word of a house's name.
func venueNoun(word string) bool {
	switch word {
	case "Palace", "Club", "Hotel", "Castle", "Center", "Centre", "Villa", "Ranch", "Estate", "Resort", "Residence", "House", "Hall", "Airport", "Base", "Lodge", "Museum", "Monastery":
		return true
	}
	return false
}

// placeInHouse takes the house of the host's government in which the telling lays an
// occasion: "at the White House", "an Oval Office meeting". Elsewhere such a name stands for
// the government itself.
func (d *draft) placeInHouse(t *telling) {
	s := &d.r.Sentences[t.sentence]
	from, to := d.r.MentionsIn(t.sentence)
	for _, m := range d.r.Mentions[from:to] {
		name := m.In(d.r.Document.Text)
		if m.Class == text.Gathering {
			name = d.inHouse(&m)
		}
		if m.Class != text.Body && name == "" || m.Entity < 0 || m.Form != text.Name && m.Class == text.Body || !d.inside(s, t, &m) {
			continue
		}
		for _, r := range d.gaz.Find(name) {
			if r.As != gazetteer.Metonym || !house(name) || !receives(t, r.Country) {
				continue
			}
			there := readout.Place{Venue: name, City: d.gaz.CapitalOf(r.Country), Country: r.Side, Code: r.Country}
			if city := d.gaz.CityIn(there.City, r.Country); city != nil {
				there.GeoNames = city.GeoNames
			}
			t.place = readout.Cite(there, "encounter:house", readout.Resolved, m.Span)
			return
		}
	}
}

// inHouse is the house whose name opens that of a gathering of no series: "an Oval Office
// meeting"; "" for others.
func (d *draft) inHouse(m *text.Mention) string {
	if m.Class != text.Gathering || m.Entity < 0 || d.r.Entities[m.Entity].Entry != "" {
		return ""
	}
	words := m.In(d.r.Document.Text)
	cut := strings.LastIndex(words, " ")
	if cut < 0 {
		return ""
	}
	for _, r := range d.gaz.Find(words[:cut]) {
		if r.As == gazetteer.Metonym && house(words[:cut]) {
			return words[:cut]
		}
	}
	return ""
}

// inside tells whether the telling lays its occasion in the house that mention m names.
func (d *draft) inside(s *text.Sentence, t *telling, m *text.Mention) bool {
	tok := &s.Tokens[m.Head]
	if t.noun && (tok.Head == t.trigger && tok.Rel == text.Compound || m.First <= t.trigger && t.trigger < m.Last) {
		return true
	}
	if t.noun && besides(caseOf(s, t.trigger)) {
		return false // "told reporters at the White House after the talks"
	}
	switch caseOf(s, m.Head) {
	case "at", "in", "inside":
		return d.tied(s, t, m)
	case "to":
		return moves(s, m.Head) && d.tied(s, t, m)
	}
	return false
}

// receives tells whether one of the parties acts for the country.
func receives(t *telling, code string) bool {
	for _, p := range t.parties {
		if p.party.Country == code {
			return true
		}
	}
	return false
}

// house tells a name of walls from those of quarters and of a government's time in office.
func house(name string) bool {
	for _, w := range []string{"administration", "Hill", "Bottom", "Whitehall", "Chequers", "Zone", "metonyms", "The Hague", "Yongsan", "Nagatacho", "Kasumigaseki", "Delhi", "D.C.", "Number 10", "No 10"} {
		if strings.HasSuffix(name, w) {
			return false
		}
	}
	return true
}

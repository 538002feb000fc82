package encounter

import (
	"strings"

	"readout"
	"readout/gazetteer"
)

// A release says in a line of its own before its text where that which it tells took place:
// "The Kremlin, Moscow", "Bishkek", a hotel and below it its city.

// placeLines is how many lines such a heading may have, and placeWords how many words each.
const (
	placeLines = 2
	placeWords = 7
)

// fromPlaceLine lays news of the day at the place that stands above the text.
func (d *draft) fromPlaceLine(f *readout.Facts) {
	p := f.Place.Value()
	if !d.newsOfDay(f) || p.City != "" || p.Venue != "" {
		return
	}
	there, at := d.placeLine()
	if there.City == "" || p.Country != "" && p.Country != there.Country {
		return
	}
	f.Place = readout.Cite(there, "encounter:place-line", readout.Inferred, append([]readout.Span{at}, f.Place.At()...)...)
}

// newsOfDay tells what took place on the day of publication or the day before.
func (d *draft) newsOfDay(f *readout.Facts) bool {
	from, to, ok := f.Date.Value().Days()
	return ok && d.dated && f.Status.Value() == readout.Held && to > d.published-1 && from <= d.published
}

// placeLine reads the place above the text, with the words that say so. What stands before
// the city is the house.
func (d *draft) placeLine() (readout.Place, readout.Span) {
	house, start := "", -1
	at := 0
	for n := 0; n < placeLines; n++ {
		line, rest, more := strings.Cut(d.r.Document.Text[at:], "\n")
		words := strings.Trim(line, " \t\r*_\\")
		if !more || words == "" || len(strings.Fields(words)) > placeWords || strings.ContainsAny(words, ".:;?!\"“”<>()") && !strings.HasPrefix(words, "St. ") {
			break
		}
		if start < 0 {
			start = at + strings.Index(line, words)
		}
		end := at + strings.Index(line, words) + len(words)
		parts := strings.Split(words, ", ")
		for i, part := range parts {
			if p, ok := d.townOf(part, parts[i+1:]); ok {
				if p.Venue == "" {
					p.Venue = strings.TrimPrefix(house, "The ")
				}
				return p, readout.Span{Start: readout.Offset(start), End: readout.Offset(end)}
			}
			if house != "" {
				house += ", "
			}
			house += part
		}
		at = len(d.r.Document.Text) - len(rest)
	}
	return readout.Place{}, readout.Span{}
}

// townOf is the city or the known house that the words name, in the country that comes
// behind it where one does.
func (d *draft) townOf(name string, behind []string) (readout.Place, bool) {
	for _, r := range d.gaz.Find(name) {
		if r.Kind != gazetteer.City && r.Kind != gazetteer.Venue {
			continue
		}
		p := d.gaz.PlaceOf(r)
		if p.City == "" {
			continue
		}
		if len(behind) > 0 {
			if s := d.gaz.StateNamed(behind[len(behind)-1]); s != nil && s.Country != r.Country {
				continue
			}
		}
		return p, true
	}
	return readout.Place{}, false
}

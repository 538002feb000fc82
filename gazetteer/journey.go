package gazetteer

import (
	"slices"
	"sort"
	"strings"

	"readout"
)

// Journey is a stay of somebody in another country.
type Journey struct {
	Person  *Entry
	Country string   // ISO 3166-1 alpha-2
	Side    string   // its usual English name
	Cities  []string // in the order of the journey; none where not known
	From    readout.Day
	To      readout.Day // the last day
	around  []string    // the cities in which its other places lie
	remarks string      // folded: whom the traveller met there
}

func (g *Gazetteer) readJourney(t *table, i int) error {
	r := t.row(i)
	p := g.byID["person:"+r[0]]
	if p == nil || p.Kind != Person {
		return t.fault(i, "add the person to people.tsv under that id", "the person %q is not known", r[0])
	}
	side, err := g.country(t, i, r[1])
	if err != nil {
		return err
	}
	from, to, bad := dates(r[3], r[4])
	if bad != "" || r[3] == "" || r[4] == "" {
		return t.fault(i, "write first and last day as 2016-09-04", "%q to %q are no dates", r[3], r[4])
	}
	if to < from {
		return t.fault(i, "check the two dates", "the journey ends on %s before it begins on %s", r[4], r[3])
	}
	j := &Journey{Person: p, Country: r[1], Side: side, Cities: list(r[2]), From: from, To: to, remarks: r[5]}
	g.journeys[p.Name] = append(g.journeys[p.Name], j)
	return nil
}

func (g *Gazetteer) finishJourneys() {
	for _, js := range g.journeys {
		for _, j := range js {
			for _, c := range j.Cities {
				for _, r := range g.Find(c) {
					if r.Kind == Venue && r.City != "" && r.Country == j.Country {
						j.around = append(j.around, r.City)
					}
				}
			}
		}
		sort.SliceStable(js, func(i, k int) bool { return js[i].From < js[k].From })
	}
}

// Journeys returns the known stays abroad of the person of that name, in order of time.
func (g *Gazetteer) Journeys(person string) []*Journey { return g.journeys[person] }

// Met tells whether the journey is known to have brought the traveller together with
// somebody of that family name.
func (j *Journey) Met(name string) bool {
	family := FamilyName(name)
	if first, _, ok := strings.Cut(name, " "); ok && strings.Contains(name, "-") && len(family) < 4 {
		family = first
	}
	return len(family) > 3 && strings.Contains(Fold(j.remarks), Fold(family))
}

// StayedAt is where the journey went: the city, where it went to one alone.
func (g *Gazetteer) StayedAt(j *Journey) readout.Place {
	p := readout.Place{Country: j.Side, Code: j.Country}
	if len(j.Cities) != 1 {
		return p
	}
	for _, r := range g.Find(j.Cities[0]) {
		if at := g.PlaceOf(r); r.Country == j.Country && (at.City != "" || at.Venue != "") {
			return at
		}
	}
	p.City = j.Cities[0]
	return p
}

// WentTo tells whether the journey may have gone to the city: it names it, a place there,
// or none.
func (j *Journey) WentTo(city string) bool {
	same := func(c string) bool { return Fold(c) == Fold(city) }
	return len(j.Cities) == 0 || slices.ContainsFunc(j.Cities, same) || slices.ContainsFunc(j.around, same)
}

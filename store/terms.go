package store

import (
	"strings"

	"readout"
)

// The facets of a term.
const (
	FacetAll       = "all"
	FacetParty     = "party"
	FacetSide      = "side"
	FacetPair      = "pair"
	FacetGathering = "gathering"
	FacetCity      = "city"
	FacetCountry   = "country"
	FacetTopic     = "topic"
	FacetOutlet    = "outlet"
)

// label names a term before it has a number.
type label struct{ facet, key, text, note string }

// Slug is a name as it stands in an address: lower-case words with hyphens between.
func Slug(name string) string {
	return strings.ReplaceAll(strings.TrimSpace(plain(name)), " ", "-")
}

// PairKey is the key of a pair of sides, in whichever order they are given.
func PairKey(a, b string) string {
	a, b = Slug(a), Slug(b)
	return min(a, b) + "~" + max(a, b)
}

// mostSides is how many sides of one encounter are paired with one another.
const mostSides = 8

// termsOf lists what an encounter is asked for by, each once.
func termsOf(e readout.Encounter, outlets []string) []label {
	l := labels{seen: map[[2]string]bool{}}
	l.add(FacetAll, "every", "every encounter", "")
	var sides []string
	for _, c := range e.Participants {
		p := c.Value()
		if p.Side != "" && l.add(FacetSide, Slug(p.Side), p.Side, p.Country) {
			sides = append(sides, p.Side)
		}
		if Slug(p.Name) != Slug(p.Side) {
			l.add(FacetParty, Slug(p.Name), p.Name, p.Side)
		}
	}
	for i, a := range sides[:min(len(sides), mostSides)] {
		for _, b := range sides[:i] {
			first, second := a, b
			if Slug(b) < Slug(a) {
				first, second = b, a
			}
			l.add(FacetPair, PairKey(a, b), first+" – "+second, "")
		}
	}
	l.add(FacetGathering, Slug(e.Gathering.Value()), e.Gathering.Value(), "")
	place := e.Place.Value()
	l.add(FacetCity, Slug(place.City), place.City, place.Country)
	l.add(FacetCountry, Slug(place.Country), place.Country, place.Code)
	for _, t := range e.Topics {
		l.add(FacetTopic, Slug(t.Value()), t.Value(), "")
	}
	for _, o := range outlets {
		l.add(FacetOutlet, Slug(o), o, "")
	}
	return l.list
}

type labels struct {
	seen map[[2]string]bool
	list []label
}

func (l *labels) add(facet, key, text, note string) bool {
	at := [2]string{facet, key}
	if key == "" || l.seen[at] {
		return false
	}
	l.seen[at] = true
	l.list = append(l.list, label{facet, key, text, note})
	return true
}

// related are the facets whose terms are counted with a term of a facet.
func related(facet, other string) bool {
	switch facet {
	case FacetParty:
		return other == FacetParty || other == FacetTopic || other == FacetCountry
	case FacetSide:
		return other == FacetSide || other == FacetParty || other == FacetTopic || other == FacetCountry
	case FacetPair:
		return other == FacetTopic || other == FacetCountry
	case FacetTopic, FacetOutlet, FacetCountry:
		return other == FacetSide
	case FacetGathering:
		return other == FacetSide || other == FacetParty || other == FacetTopic
	}
	return false
}

package resolve

import (
	"strings"

	"readout"
)

// places: one must lie in the other.
func places(v *verdict, a, b *unit) {
	p, q := a.place, b.place
	if p == (placeKeys{}) || q == (placeKeys{}) {
		return
	}
	if p.country != "" && q.country != "" && p.country != q.country && !sameSpot(p, q) {
		otherCountry(v, a, b)
		return
	}
	switch {
	case lone(p, q) || lone(q, p):
		v.add(8, "the same country")
	case p.city != "" && q.city != "":
		switch {
		case sameSpot(p, q):
			v.add(15, "the same city")
		case a.kind() == readout.Visit || b.kind() == readout.Visit:
		case bothHeld(a, b) && !(a.dated && b.dated):
			v.bar = "other cities" // and no day that could be theirs alike
		default:
			v.add(-12, "other cities")
		}
	case p.country != "" && p.country == q.country:
		v.add(8, "the same country")
	}
}

// lone tells whether all that is known of p is one name, and it is q's country or region.
func lone(p, q placeKeys) bool {
	return p.country == "" && p.region == "" && p.city != "" && (sideKey(p.city) == q.country || p.city == q.region)
}

func bothHeld(a, b *unit) bool { return a.status() == readout.Held && b.status() == readout.Held }

func otherCountry(v *verdict, a, b *unit) {
	if bothHeld(a, b) {
		v.bar = "other countries"
		return
	}
	v.add(-25, "other countries")
}

// sameSpot tells whether a venue, city or region of the one is one of the other:
// texts differ in which of them they give.
func sameSpot(p, q placeKeys) bool {
	for _, x := range [...]string{p.city, p.venue, p.region} {
		for _, y := range [...]string{q.city, q.venue, q.region} {
			if x != "" && y != "" && sameCity(x, y) {
				return true
			}
		}
	}
	return false
}

func sameCity(a, b string) bool {
	return alike(a, b) || strings.Contains(" "+a+" ", " "+b+" ") || strings.Contains(" "+b+" ", " "+a+" ")
}

func gatherings(v *verdict, a, b *unit) {
	if len(a.gathering) == 0 || len(b.gathering) == 0 {
		return
	}
	if shared(a.gathering, b.gathering) > 0 {
		v.add(15, "the same gathering")
		return
	}
	if !a.nameless && !b.nameless {
		v.add(-20, "other gatherings")
	}
}

func topics(v *verdict, a, b *unit) {
	if n := shared(a.topics, b.topics); n > 0 {
		v.add(5*min(n, 3), "topics in common")
	}
}

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
	if p.country != "" && q.country != "" && p.country != q.country {
		otherCountry(v, a, b)
		return
	}
	switch {
	case p.city != "" && q.city != "":
		switch {
		case sameCity(p.city, q.city):
			v.add(15, "the same city")
		case a.kind() == readout.Visit || b.kind() == readout.Visit:
		default:
			v.add(-12, "other cities")
		}
	case p.country != "" && p.country == q.country:
		v.add(8, "the same country")
	}
}

func otherCountry(v *verdict, a, b *unit) {
	if a.status() == readout.Held && b.status() == readout.Held {
		v.bar = "other countries"
		return
	}
	v.add(-25, "other countries")
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
	v.add(-20, "other gatherings")
}

func topics(v *verdict, a, b *unit) {
	if n := shared(a.topics, b.topics); n > 0 {
		v.add(5*min(n, 3), "topics in common")
	}
}

package resolve

import (
	"readout"
)

// enough is the weight from which two units tell of one encounter.
const enough = 60

// verdict is what speaks for one encounter and what against; a bar forbids it.
type verdict struct {
	points int
	bar    string
	why    []string
	tell   bool // collect why
}

func (v *verdict) add(points int, reason string) {
	v.points += points
	if v.tell {
		v.why = append(v.why, signed(points)+" "+reason)
	}
}

func signed(n int) string {
	s, sign := "", "+"
	if n < 0 {
		n, sign = -n, "-"
	}
	for ; n > 0 || s == ""; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return sign + s
}

// weigh compares two units; it is the same either way round.
func weigh(a, b *unit, tell bool) verdict {
	v := verdict{tell: tell}
	if documents(&v, a, b); v.bar == "" {
		parties(&v, a, b)
	}
	if v.bar == "" {
		kinds(&v, a, b)
	}
	if v.bar == "" {
		statuses(&v, a, b)
	}
	if v.bar == "" {
		dates(&v, a, b)
	}
	if v.bar == "" {
		places(&v, a, b)
		gatherings(&v, a, b)
		topics(&v, a, b)
	}
	return v
}

// documents: one document keeps apart what it tells apart, and a voice tells of an
// encounter once.
func documents(v *verdict, a, b *unit) {
	if a.doc != b.doc {
		return
	}
	if a.record != b.record {
		if !deniedHere(a, b) && !deniedHere(b, a) {
			v.bar = "one document tells them apart"
		}
		return
	}
	for _, x := range a.voices {
		for _, y := range b.voices {
			if x == y {
				v.bar = "one voice tells them apart"
			}
		}
	}
}

// deniedHere tells whether a is the denial, by another voice of the same document, of
// what b tells as held on the same days.
func deniedHere(a, b *unit) bool {
	return a.disputes && b.status() == readout.Held && a.dated && b.dated && a.from < b.to && b.from < a.to
}

func kinds(v *verdict, a, b *unit) {
	x, y := a.kind(), b.kind()
	switch {
	case x == y:
		v.add(5, "the same kind")
	case x == readout.Call || y == readout.Call:
		if x != 0 && y != 0 {
			v.bar = "a call and not a call"
		}
	case x == readout.Visit || y == readout.Visit:
		v.add(-3, "a visit and a meeting")
	default:
		if a.note && b.note {
			v.bar = "talks and a greeting, each in a release of its own"
		}
		v.add(-8, "talks and a greeting")
	}
}

func statuses(v *verdict, a, b *unit) {
	x, y := min(a.status(), b.status()), max(a.status(), b.status())
	switch {
	case x == y:
		v.add(5, "the same status")
	case x == readout.Held && y == readout.Cancelled:
		v.bar = "one was cancelled, the other held"
	case y == readout.Denied && x != readout.Held:
		v.add(-15, "one is denied")
	case y == readout.Denied:
		v.add(-5, "told and denied")
	case x == readout.Held && a.toldKnown && b.toldKnown && planLater(a, b):
		v.bar = "planned after it was held"
	}
}

// planLater tells whether the plan of two was told well after the other was over.
func planLater(a, b *unit) bool {
	plan, held := a, b
	if a.status() == readout.Held {
		plan, held = b, a
	}
	if held.dated {
		return plan.told > held.to+2
	}
	return plan.told > held.told+2
}

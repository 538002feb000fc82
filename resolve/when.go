package resolve

import "readout"

// dates: what is dated must share a day, or all but share one.
func dates(v *verdict, a, b *unit) {
	switch {
	case a.dated && b.dated:
		bothDated(v, a, b)
	case a.dated:
		oneDated(v, b, a)
	case b.dated:
		oneDated(v, a, b)
	default:
		undated(v, a, b)
	}
}

func bothDated(v *verdict, a, b *unit) {
	wide, narrow := a.to-a.from, b.to-b.from
	if wide < narrow {
		wide, narrow = narrow, wide
	}
	if a.from < b.to && b.from < a.to {
		switch {
		case wide <= 1:
			v.add(40, "the same day")
		case wide <= 4:
			v.add(35, "the same days")
		case wide <= 8:
			v.add(30, "the same week")
		case wide <= 31:
			v.add(22, "the same month")
		case wide <= 62:
			v.add(18, "the same months")
		default:
			v.add(6, "dates that overlap")
		}
		return
	}
	gap := max(a.from-b.to, b.from-a.to)
	if gap == 0 && wide <= 3 {
		v.add(8, "neighbouring days")
		return
	}
	if wide >= 7 && gap <= 31 && (vaguePlan(a, b) || vaguePlan(b, a)) {
		points := 5
		if gap <= 21 {
			points = 10
		}
		v.add(points, "a vague plan that misses the days by weeks")
		return
	}
	v.bar = "other days"
}

// vaguePlan tells whether a is a plan for some week or month, told before b took or
// was to take place: such plans move.
func vaguePlan(a, b *unit) bool {
	return a.status() == readout.Planned && a.to-a.from >= 7 && a.toldKnown && a.told < b.to
}

// oneDated weighs an undated telling against a dated one by when it was told: a plan
// comes before, a report after.
func oneDated(v *verdict, undated, dated *unit) {
	if !undated.toldKnown {
		v.bar = "nothing places the one in time"
		return
	}
	before, after := dated.from-undated.told, undated.told-(dated.to-1)
	switch undated.status() {
	case readout.Held:
		if before > 3 { // reports from time zones to the west
			v.bar = "told before its time"
			return
		}
		if undated.note && after > fresh {
			v.bar = "a release tells of its own day"
			return
		}
		near(v, max(after, 0), readout.Held, dated)
	case readout.Denied:
		near(v, max(before, after, 0), readout.Denied, dated)
	default:
		if after > 0 {
			v.bar = "told after its time"
			return
		}
		near(v, max(before, 0), undated.status(), dated)
	}
}

// fresh is how many days old at most is what a side's own release opens with.
const fresh = 7

// near weighs the days between the telling and the encounter. A plan is taken for the
// next occasion, a mere proposal less so.
func near(v *verdict, days readout.Day, status readout.Status, dated *unit) {
	plan := status == readout.Planned || status == readout.Cancelled
	switch {
	case days > 184:
		v.bar = "told long before or after it"
	case dated.to-dated.from > 62:
		v.add(0, "told at some time of it")
	case days <= 4:
		v.add(20, "told within days of it")
	case plan && days <= 31:
		v.add(17, "planned or called off within a month of it")
	case plan && days <= 92:
		v.add(15, "planned or called off within a season of it")
	case days <= 31:
		v.add(6, "told within a month of it")
	case status == readout.Proposed:
		v.add(-5, "proposed long before it")
	default:
		v.add(3, "told within half a year of it")
	}
}

func undated(v *verdict, a, b *unit) {
	if !a.toldKnown || !b.toldKnown {
		v.add(0, "both without date")
		return
	}
	d := a.told - b.told
	if d < 0 {
		d = -d
	}
	switch {
	case d > fresh && (a.note || b.note) && a.status() == readout.Held && b.status() == readout.Held:
		v.bar = "a release tells of its own day"
	case d > 370 || d > 184 && a.status() != readout.Held && b.status() != readout.Held:
		v.bar = "told at other times"
	case d <= 3:
		v.add(18, "told within the same days")
	case d <= 14:
		v.add(8, "told within two weeks")
	case d <= 45:
		v.add(0, "told within weeks")
	default: // both may still belong to one that is dated
		v.add(-50, "told at other times")
	}
}

// reach is the range of days in which the encounter of the unit may have been: no
// unit whose reach does not overlap can be of the same encounter by itself.
func (u *unit) reach() (from, to readout.Day) {
	switch {
	case u.dated && u.status() == readout.Planned && u.to-u.from >= 7:
		return u.from - 32, u.to + 32
	case u.dated:
		return u.from - 1, u.to + 1
	case !u.toldKnown:
		return never, never + 1
	case u.status() == readout.Held:
		return u.told - 186, u.told + 4
	case u.status() == readout.Denied:
		return u.told - 186, u.told + 186
	}
	return u.told - 4, u.told + 186
}

// never is a day of its own for what nothing places in time.
const never readout.Day = -1 << 30

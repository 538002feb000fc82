package timex

import (
	"fmt"

	"readout"
)

// The names of what a time was resolved against.
const (
	Published = "published"
	Dateline  = "dateline"
	InText    = "text"
)

// reference is what relative times count from.
type reference struct {
	day      readout.Day
	name     string
	yearOnly bool // it may lend its year, and no more
	picture  bool // the day of a picture: the text was written some days or weeks later
}

// resolver turns values into dates, remembering the day mentioned last.
type resolver struct {
	ref  reference
	told readout.Day
	has  bool    // told is set
	wide stretch // the day, month or year mentioned last
}

// result is a value with what fixes it.
type result struct {
	date      readout.Date
	timex     string
	basis     readout.Basis
	reference string
	at        stretch
	single    bool // date is the stretch at
}

func (r *resolver) known() bool { return r.ref.name != "" && !r.ref.yearOnly }

// resolve gives the value its date; tense is that of its clause.
func (r *resolver) resolve(v *value, tense int) result {
	out := result{basis: readout.Resolved, timex: v.open()}
	switch v.op {
	case oDate:
		r.calendar(v, tense, &out)
	case oDecade, oCentury:
		u := uDecade
		if v.op == oCentury {
			u = uCentury
		}
		out.set(stretch{u, readout.DayOf(v.year, 1, 1)})
		out.basis = readout.Stated
	case oWeekday:
		if r.known() && !r.ref.picture {
			out.set(stretch{uDay, r.weekday(v, tense)})
			out.reference = r.ref.name
		}
	case oShift:
		r.shift(v, tense, &out)
	case oLately:
		r.lately(v, &out)
	case oSeason:
		r.season(v, tense, &out)
	case oRange:
		r.interval(v, tense, &out)
	case oFeast:
		r.feast(v, tense, &out)
	case oFrom:
		out.timex = length(v.unit, v.n)
		if in := r.resolve(v.a, tense); in.single {
			out.date = readout.Between(in.at.from, stretch{v.unit, in.at.from}.plus(v.n).from-1)
			out.basis, out.reference = in.basis, in.reference
		}
	case oPart, oHalf:
		r.part(v, tense, &out)
	}
	if out.single {
		out.portion(v, r)
	}
	return out
}

func (o *result) set(s stretch) {
	o.date, o.at, o.single, o.timex = s.date(), s, true, s.value()
}

// portion narrows what is left of a week, month or year, and writes the part of the day.
func (o *result) portion(v *value, r *resolver) {
	if v.clock {
		o.timex += "T"
	} else if v.part > 0 {
		o.timex += dayParts[v.part]
	}
	if v.dir != thisDir || !r.known() || r.ref.yearOnly {
		return
	}
	first, last := o.at.from, o.at.last()
	if r.ref.day < first || r.ref.day > last {
		return
	}
	switch {
	case o.at.unit == uYear:
		o.date = monthsOf(r.ref.day, v.portion, o.date)
	case o.at.unit != uWeek && o.at.unit != uMonth:
	case v.portion == later:
		o.date = readout.Between(r.ref.day, last)
	case v.portion == earlier:
		o.date = readout.Between(first, r.ref.day)
	}
}

// monthsOf are the months before that of a day, or from it on, within its year: "earlier
// this year". In January nothing is earlier but the month itself.
func monthsOf(day readout.Day, p portion, all readout.Date) readout.Date {
	y, m, _ := day.Civil()
	switch {
	case p == later:
		return months(y, m, 12)
	case p == earlier:
		return months(y, 1, max(m-1, 1))
	}
	return all
}

func months(year, first, last int) readout.Date {
	if first == last {
		return readout.Date(fmt.Sprintf("%04d-%02d", year, first))
	}
	return readout.Date(fmt.Sprintf("%04d-%02d/%04d-%02d", year, first, year, last))
}

// dayParts are the parts of a day as TIMEX3 writes them.
var dayParts = [...]string{"", "TMO", "TAF", "TEV", "TNI"}

// calendar fixes a date that is told as far as year, month and day.
func (r *resolver) calendar(v *value, tense int, out *result) {
	if v.year > 0 {
		out.basis = readout.Stated
		r.full(v, v.year, out)
		return
	}
	if r.ref.name == "" || r.ref.yearOnly && v.day == 0 || v.month == 0 && r.ref.yearOnly {
		return
	}
	out.reference = r.ref.name
	y, m, d := r.ref.day.Civil()
	switch {
	case v.month == 0 && v.weekday > 0:
		r.dayOfWeekday(v, tense, out)
		return
	case v.month == 0:
		r.loneDay(v, tense, out)
		return
	case v.unit == uYear && v.dir != noDir:
		if v.dir != thisDir {
			y += int(v.dir)
		}
	case v.dir == lastDir && (v.month > m || v.month == m && (v.day == 0 || v.day >= d)):
		y--
	case v.dir == nextDir && (v.month < m || v.month == m && (v.day == 0 || v.day <= d)):
		y++
	case v.dir != noDir:
	default:
		y = r.year(v, tense)
	}
	for v.month == 2 && v.day == 29 && !validDay(y, 2, 29) && v.dir == noDir {
		y-- // the last one there was
	}
	r.full(v, y, out)
}

// year chooses the year of a month, or month and day, that names none: by tense
// the last or the next; else the nearest.
func (r *resolver) year(v *value, tense int) int {
	y, m, d := r.ref.day.Civil()
	behind := mod(m-v.month, 12) // months since its last beginning
	past := y
	if v.month > m || v.month == m && v.day > d {
		past = y - 1
	}
	next := past + 1
	if v.month == m && (v.day == 0 || v.day == d) {
		return y
	}
	switch {
	case v.day > 0 && v.month == m:
		return y
	case tense < 0 && behind <= 11 && !(v.day > 0 && behind >= 10):
		return past
	case tense > 0 && tense != wasAhead && !(v.day > 0 && behind <= 1):
		return next
	case behind <= 6:
		return past
	}
	return next
}

func (r *resolver) full(v *value, y int, out *result) {
	switch {
	case y < 1 || y > 9998:
	case v.month == 0:
		out.set(stretch{uYear, readout.DayOf(y, 1, 1)})
	case v.day == 0:
		out.set(stretch{uMonth, readout.DayOf(y, v.month, 1)})
	case validDay(y, v.month, v.day):
		out.set(stretch{uDay, readout.DayOf(y, v.month, v.day)})
	}
}

// loneDay fixes "the 11th": of this month, or by tense of the one beside it.
func (r *resolver) loneDay(v *value, tense int, out *result) {
	y, m, d := r.ref.day.Civil()
	if tense > 0 && v.day < d {
		m++
	} else if tense <= 0 && v.day > d {
		m--
	}
	first := readout.DayOf(y, m, 1)
	y, m, _ = first.Civil()
	if validDay(y, m, v.day) {
		out.set(stretch{uDay, readout.DayOf(y, m, v.day)})
	}
}

// dayOfWeekday fixes "Friday the 13th": the nearest month, by tense, in which that
// day is that weekday.
func (r *resolver) dayOfWeekday(v *value, tense int, out *result) {
	y, m, _ := r.ref.day.Civil()
	fits := func(months int) bool {
		first := readout.DayOf(y, m+months, 1)
		fy, fm, _ := first.Civil()
		day := first + readout.Day(v.day-1)
		if !validDay(fy, fm, v.day) || (int(day.Weekday())+6)%7+1 != v.weekday || tense > 0 && day < r.ref.day || tense < 0 && day > r.ref.day {
			return false
		}
		out.set(stretch{uDay, day})
		return true
	}
	for k := range 15 {
		if fits(-k) || fits(k) {
			return
		}
	}
}

// weekday fixes a weekday: "said Tuesday" is the last on or before the reference,
// "will meet on Tuesday" the next on or after it.
func (r *resolver) weekday(v *value, tense int) readout.Day {
	ref := r.ref.day
	today := (int(ref.Weekday())+6)%7 + 1
	back := readout.Day(mod(today-v.weekday, 7))
	on := readout.Day(mod(v.weekday-today, 7))
	if v.unit == uWeek {
		n := int(v.dir)
		if v.dir == thisDir {
			n = 0
		}
		return holding(ref, uWeek).plus(n).from + readout.Day(v.weekday-1)
	}
	switch v.dir {
	case lastDir, nextDir:
		if v.near && v.dir == lastDir {
			return ref - 7 + readout.Day(mod(v.weekday-today, 7))
		} else if v.near {
			return ref + 7 - back
		}
		// of the week before or after: that of this week is the bare name
		return holding(ref, uWeek).plus(int(v.dir)).from + readout.Day(v.weekday-1)
	case thisDir:
		if tense >= 0 {
			return ref + on
		}
		return ref - back
	}
	if tense > 0 {
		return ref + on
	}
	return ref - back
}

// shift fixes what lies n units from the reference.
func (r *resolver) shift(v *value, tense int, out *result) {
	base, name := r.ref.day, r.ref.name
	switch {
	case v.a != nil:
		in := r.resolve(v.a, tense)
		if !in.single {
			return
		}
		base, name = in.at.from, in.reference
		out.basis = in.basis
	case v.told && v.unit >= uMonth && r.wide.unit > 0 && r.wide.unit <= v.unit:
		base, name = r.wide.from, InText // "in June. The following month"
	case v.told && r.has:
		base, name = r.told, InText
	case v.told && v.rule == "distance" || !r.known() || r.ref.picture && v.unit < uMonth:
		return
	}
	if v.unit < uDay {
		return
	}
	n := v.n
	if v.unit == uWeek && v.n == 0 && v.a == nil && v.dir == thisDir && tense > 0 && base.Weekday() == 0 && v.portion == whole {
		n = 1 // written on a Sunday, "will meet this week" looks ahead
	}
	if v.unit == uWeekend && v.dir == thisDir && v.a == nil {
		day := int(base.Weekday()+6) % 7
		if tense < 0 && day < 5 {
			n = -1
		}
	}
	s := holding(base, v.unit)
	if v.unit == uWeekend && v.a != nil && v.a.op == oFeast {
		out.reference = name
		out.longWeekend(base)
		return
	}
	if v.unit == uWeekend && v.dir == lastDir && int(base.Weekday()+6)%7 >= 5 {
		n = -1
	}
	out.reference = name
	out.set(s.plus(n))
}

// longWeekend is the weekend beside a feast, with the feast where it stands next to it.
func (o *result) longWeekend(feast readout.Day) {
	s := holding(feast, uWeekend)
	day := weekdayOf(feast)
	if day <= 2 {
		s = s.plus(-1)
	}
	o.set(s)
	first, last := s.from, s.last()
	if day == 1 {
		last = feast
	} else if day == 4 || day == 5 {
		first = feast
	}
	o.date = readout.Between(first, last)
}

// lately fixes "the past two weeks": from then to the reference.
func (r *resolver) lately(v *value, out *result) {
	out.timex = length(v.unit, max(v.n, -v.n))
	if !r.known() || r.ref.picture || v.unit < uDay {
		return
	}
	base := r.ref.day
	out.reference = r.ref.name
	if v.told && r.has {
		base, out.reference = r.told, InText
	}
	if v.unit == uQuarter || v.unit >= uDecade { // told of the calendar's
		first, last := holding(base, v.unit).plus(1), holding(base, v.unit).plus(v.n)
		if v.n < 0 {
			first, last = holding(base, v.unit).plus(v.n), holding(base, v.unit).plus(-1)
		}
		out.date = readout.Between(first.from, last.last())
		return
	}
	other := stretch{v.unit, base}.plus(v.n).from
	first, last := min(base, other), max(base, other)
	if v.unit < uMonth { // the day itself is not one of them
		if v.n > 0 {
			first++
		} else {
			last--
		}
	}
	if v.unit >= uYear {
		out.date = readout.Date(fmt.Sprintf("%s/%s", first.Date()[:4], last.Date()[:4]))
	} else if v.unit >= uMonth {
		out.date = readout.Date(fmt.Sprintf("%s/%s", first.Date()[:7], last.Date()[:7]))
	} else {
		out.date = readout.Between(first, last)
	}
}

func (r *resolver) season(v *value, tense int, out *result) {
	y, m, _ := r.ref.day.Civil()
	first := v.n * 3 // its first month
	switch {
	case v.year > 0:
		y = v.year
		out.basis = readout.Stated
	case !r.known():
		return
	case v.unit == uYear:
		if v.dir != thisDir {
			y += int(v.dir)
		}
	case v.dir == lastDir:
		if first+2 >= m {
			y--
		}
	case v.dir == nextDir:
		if first <= m {
			y++
		}
	case v.dir == noDir:
		if tense > 0 && first+2 < m {
			y++
		} else if tense <= 0 && first > m {
			y--
		}
	}
	if v.year == 0 {
		out.reference = r.ref.name
	}
	out.set(stretch{uSeason, readout.DayOf(y, first, 1)})
}

func (r *resolver) interval(v *value, tense int, out *result) {
	a, b := r.resolve(v.a, tense), r.resolve(v.b, tense)
	if v.a.op == oWeekday && v.b.op == oWeekday && a.single && b.single && b.at.from < a.at.from {
		if tense > 0 {
			b.set(b.at.plus(7))
		} else {
			a.set(a.at.plus(-7))
		}
	}
	if !a.single || !b.single {
		return
	}
	r.around(v, &a, &b)
	if b.at.from < a.at.from && v.b.op == oDate && v.b.year == 0 && v.b.month > 0 {
		y, m, d := b.at.from.Civil()
		b.set(stretch{b.at.unit, readout.DayOf(y+1, m, d)})
	}
	first, last := a.date, b.date
	if !a.at.unit.exact() || !b.at.unit.exact() {
		first, last = a.at.from.Date(), b.at.last().Date()
	}
	date := first + "/" + last
	if _, _, ok := date.Days(); !ok {
		return
	}
	out.date, out.timex = date, a.timex+"/"+b.timex
	out.reference = a.reference
	if out.reference == "" {
		out.reference = b.reference
	}
	if a.basis == readout.Stated && b.basis == readout.Stated {
		out.basis = readout.Stated
	}
}

// around brings two months without a year into the one that has the reference
// between them: "from March to May", written in April.
func (r *resolver) around(v *value, a, b *result) {
	bare := func(v *value) bool { return v.op == oDate && v.year == 0 && v.month > 0 && v.dir == noDir }
	if !bare(v.a) || !bare(v.b) || !r.known() || a.at.unit != uMonth || b.at.unit != uMonth {
		return
	}
	y, _, _ := r.ref.day.Civil()
	for _, from := range []int{y, y - 1} {
		first := stretch{uMonth, readout.DayOf(from, v.a.month, 1)}
		last := stretch{uMonth, readout.DayOf(from, v.b.month, 1)}
		if v.b.month < v.a.month {
			last = last.plus(12)
		}
		if first.from <= r.ref.day && r.ref.day <= last.last() {
			a.set(first)
			b.set(last)
			return
		}
	}
}

// open is the TIMEX3 value of what needs no reference.
func (v *value) open() string {
	switch v.op {
	case oDuration:
		if v.count < 0 {
			return length(v.unit, -1)
		}
		if v.unit < uDay && v.unit > uSecond && v.high > 0 {
			return minutes(v.high)
		}
		return length(v.unit, v.count)
	case oDistance:
		return length(v.unit, v.count)
	case oVague:
		if v.rule == "now" {
			return "PRESENT_REF"
		}
		if v.unit > 0 {
			return length(v.unit, -1)
		}
	case oSet:
		switch {
		case v.weekday > 0:
			return fmt.Sprintf("XXXX-WXX-%d", v.weekday)
		case v.part > 0:
			return dayParts[v.part]
		case v.unit == uWeekend:
			return "XXXX-WXX-WE"
		}
		return length(v.unit, v.count)
	}
	return ""
}

func minutes(m int) string {
	s := "PT"
	if m >= 60 {
		s += fmt.Sprintf("%dH", m/60)
	}
	if m%60 > 0 {
		s += fmt.Sprintf("%dM", m%60)
	}
	return s
}

func length(u unit, n int) string {
	count := "X"
	if n >= 0 {
		count = fmt.Sprint(n)
	}
	form := [...]string{"PT%sS", "PT%sM", "PT%sH", "P%sD", "P%sW", "P%sWE", "P%sM", "P%sQ", "P%sSE", "P%sY", "P%sDE", "P%sCE"}[u]
	return fmt.Sprintf(form, count)
}

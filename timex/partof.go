package timex

import "readout"

// nth reads a unit counted within a longer one: "the third week of January", "the
// last quarter of 2016", "the first ten days of last year", "the 9th month of 2021".
func (p *parser) nth(i int) (value, int, bool) {
	v := value{op: oPart, n: p.n(i), count: 1, rule: "part"}
	switch p.at(i) {
	case cLast:
		v.n = -1
	case cOrd:
	default:
		return v, i, false
	}
	j := i + 1
	if p.at(j) == cNum && p.at(j+1) == cUnits {
		v.count = p.n(j)
		j++
	}
	if c := p.at(j); c != cUnit && c != cUnits || v.count > 60 {
		return v, i, false
	}
	v.unit = unit(p.n(j))
	if v.unit == uCentury && v.n > 0 {
		return value{op: oCentury, year: (v.n - 1) * 100, rule: "century"}, j + 1, v.n < 30
	}
	k := p.skip(j+1, cOf, cIn)
	if k > j+1 {
		if p.at(k) == cThe && p.at(k+1) == cUnit && unit(p.n(k+1)) == uYear {
			return v, k + 2, v.unit == uQuarter
		}
		a, e, ok := p.point(k)
		if !ok && p.at(k) == cMon {
			a, e, ok = value{op: oDate, month: p.n(k), rule: "month"}, k+1, true
		}
		if ok && a.op == oDate && a.day == 0 || ok && a.op == oShift && (a.unit == uMonth || a.unit == uYear) {
			v.a = &a
			return v, e, v.unit >= uDay && v.unit <= uQuarter && v.unit != uWeekend
		}
	}
	if v.unit == uQuarter && p.at(i) == cOrd && p.at(i-1) == cThe && (p.at(i-2) == cIn || p.at(i-2) == cOf) {
		return v, j + 1, v.n <= 4
	}
	return v, i, false
}

// numbered reads "week 27 of last year", "week 31".
func (p *parser) numbered(i int) (value, int, bool) {
	v := value{op: oPart, n: p.n(i + 1), count: 1, unit: uWeek, rule: "part"}
	if unit(p.n(i)) != uWeek || p.at(i) != cUnit || p.at(i+1) != cNum || p.w[i+1].letters() || v.n > 53 || p.w[i].capital {
		return v, i, false
	}
	if p.at(i+2) == cOf {
		if a, e, ok := p.point(i + 3); ok && (a.op == oDate && a.month == 0 || a.op == oShift && a.unit == uYear) {
			v.a = &a
			return v, e, true
		}
		return v, i, false // "week 2 of the trial"
	}
	return v, i + 2, true
}

// quarter reads "Q1", "Q1 of 2017", "H2 2019".
func (p *parser) quarter(i int) (value, int, bool) {
	v := value{op: oPart, unit: uQuarter, n: p.n(i), count: 1, rule: "quarter"}
	if v.n > 4 {
		v.op, v.n = oHalf, v.n-4
	}
	if k := p.skip(i+1, cOf, cDash); k <= i+2 && p.at(k) == cYear {
		v.year = p.n(k)
		return v, k + 1, true
	}
	return v, i + 1, p.w[i].capital || v.op == oPart
}

// part fixes the n-th unit of a stretch. Weeks belong to the year and month that
// holds their Thursday.
func (r *resolver) part(v *value, tense int, out *result) {
	var whole stretch
	switch {
	case v.year > 0:
		whole, out.basis = stretch{uYear, readout.DayOf(v.year, 1, 1)}, readout.Stated
	case v.a != nil:
		in := r.resolve(v.a, tense)
		if !in.single {
			return
		}
		whole, out.basis, out.reference = in.at, in.basis, in.reference
	case r.known():
		whole, out.reference = holding(r.ref.day, uYear), r.ref.name
	default:
		return
	}
	if v.op == oHalf {
		from := stretch{uMonth, whole.from}.plus(6 * (v.n - 1))
		out.date = readout.Between(from.from, from.plus(6).from-1)
		return
	}
	first := whole.from
	if v.unit == uWeek {
		first = holding(first+3, uWeek).from
		if first < whole.from-3 {
			first += 7
		}
	}
	s := stretch{v.unit, first}.plus(v.n - 1)
	if v.n < 0 {
		last := whole.last()
		if v.unit == uWeek {
			last -= 3
		}
		s = holding(last, v.unit).plus(1 - v.count)
	}
	last := s.plus(v.count - 1).last()
	if s.from < whole.from-3 || last > whole.last()+3 {
		return
	}
	if v.count == 1 {
		out.set(s)
		return
	}
	out.date = readout.Between(s.from, last)
	out.timex = length(v.unit, v.count)
}

package timex

// week is where minutes stop being told.
const week = 7 * 24 * 60

var inMinutes = [...]int{uMinute: 1, uHour: 60, uDay: 24 * 60}

// duration reads a length of time: "90 minutes", "more than half an hour",
// "between 15 or 20 minutes", "two-and-a-half-hour", "2 hours and 15 minutes".
func (p *parser) duration(i int) (value, int, bool) {
	j, open := p.approx(i)
	v, j, ok := p.amount(j)
	if !ok {
		return v, i, false
	}
	if v.unit < uDay && v.count >= 0 && (p.at(j) == cAnd || p.at(j) == cComma || p.at(j) == cNum) {
		k := p.skip(j, cAnd, cComma)
		if w, e, ok := p.amount(k); ok && w.unit < v.unit && w.count > 0 && k <= j+2 {
			v.low, v.high, j = v.low+w.low, v.high+w.high, e
		}
	}
	if k := p.skip(j, cAnd, cA); p.at(j) == cAnd && p.at(k) == cHalf && v.unit < uDay && v.unit > uSecond && v.count > 0 {
		half := inMinutes[v.unit] / 2
		v.low, v.high, j = v.low+half, v.high+half, k+1
	}
	if open {
		v.low = 0
	}
	v.op, v.rule = oDuration, "duration"
	return v, j, true
}

// approx skips "about", "more than", "at least"; open tells that only an upper
// bound is told.
func (p *parser) approx(i int) (j int, open bool) {
	switch {
	case (p.at(i) == cMore || p.at(i) == cLess) && p.at(i+1) == cThan:
		return p.skip(i+2, cAbout), p.at(i) == cLess
	case p.at(i) == cUp && p.at(i+1) == cTo:
		return i + 2, true
	case p.at(i) == cAt && p.at(i+1) == cLeast:
		return i + 2, false
	case p.at(i) == cAbout || p.at(i) == cOver || p.at(i) == cFull:
		return p.skip(i+1, cAbout), false
	}
	return i, false
}

// amount reads a number and its unit.
func (p *parser) amount(i int) (value, int, bool) {
	if p.at(i) == cHalf {
		j := p.skip(i+1, cA, cDash)
		return p.unitOf(j, 1, 1, 2)
	}
	lo, hi, j := 0, 0, i
	switch p.at(i) {
	case cNum, cYear:
		lo, j = p.number(i)
		hi = lo
	case cBetween:
		if p.at(i+1) != cNum {
			return value{}, i, false
		}
		lo, j = p.number(i + 1)
		if hi = 0; p.at(j) == cAnd || p.at(j) == cOr || p.at(j) == cTo {
			if p.at(j+1) == cNum {
				hi, j = p.number(j + 1)
			}
		}
		if hi <= lo {
			return value{}, i, false
		}
	case cA, cAnother:
		return p.anAmount(i)
	case cAll:
		if p.at(i+1) == cUnit && unit(p.n(i+1)) >= uDay && p.n(i+1) != int(uWeekend) {
			return p.unitOf(i+1, 1, 1, 1)
		}
		return value{}, i, false
	case cCouple:
		return p.couple(i + 1)
	case cFew:
		return p.many(i + 1)
	case cUnits:
		return p.many(i)
	case cFull:
		return p.amount(i + 1)
	default:
		return value{}, i, false
	}
	if (p.at(j) == cTo || p.at(j) == cOr || p.at(j) == cDash) && p.at(j+1) == cNum && hi == lo {
		if n, e := p.number(j + 1); n > lo {
			hi, j = n, e
		}
	}
	j = p.skip(j, cDash)
	if p.at(j) == cAnd {
		k := p.skip(j+1, cDash, cA)
		if p.at(k) == cHalf {
			return p.unitOf(p.skip(k+1, cDash), 2*lo+1, 2*hi+1, 2)
		}
	}
	return p.unitOf(p.skip(j, cFull), lo, hi, 1)
}

// anAmount reads "an hour", "a half hour", "an hour and a half", "a couple of days".
func (p *parser) anAmount(i int) (value, int, bool) {
	switch p.at(i + 1) {
	case cHalf:
		return p.unitOf(p.skip(i+2, cDash, cA), 1, 1, 2)
	case cCouple:
		return p.couple(i + 2)
	case cFew:
		return p.many(i + 2)
	case cFull:
		i++
	}
	if c := p.at(i + 1); c != cUnit && c != cFortnight || p.at(i+1) == cUnit && p.n(i+1) == int(uWeekend) {
		return value{}, i, false
	}
	if p.at(i+2) == cAnd && p.at(i+3) == cA && p.at(i+4) == cHalf {
		v, _, ok := p.unitOf(i+1, 3, 3, 2)
		return v, i + 5, ok
	}
	return p.unitOf(i+1, 1, 1, 1)
}

// many reads a plural unit that no number goes with.
func (p *parser) many(j int) (value, int, bool) {
	if p.at(j) != cUnits || p.n(j) == int(uWeekend) {
		return value{}, j, false
	}
	return value{unit: unit(p.n(j)), count: -1}, j + 1, true
}

// couple reads "(a) couple of days", "a couple weeks".
func (p *parser) couple(i int) (value, int, bool) { return p.unitOf(p.skip(i, cOf), 2, 2, 1) }

// unitOf reads the unit at j and multiplies; the amounts count 1/part units.
func (p *parser) unitOf(j, lo, hi, part int) (value, int, bool) {
	v := value{count: hi / part}
	switch p.at(j) {
	case cFortnight:
		v.unit, v.count = uWeek, 2*v.count
		return v, j + 1, true
	case cUnit, cUnits:
		v.unit = unit(p.n(j))
	case cPart: // "one night"
		if v.unit = uDay; p.n(j) != 4 || lo != 1 || part != 1 {
			return v, j, false
		}
	default:
		return v, j, false
	}
	if v.unit == uSecond {
		v.high = 1
		return v, j + 1, true
	}
	if int(v.unit) < len(inMinutes) && hi < 10*week {
		m := inMinutes[v.unit]
		v.low, v.high = lo*m/part, hi*m/part
	}
	return v, j + 1, true
}

// number reads "45", "forty-five", "one hundred".
func (p *parser) number(i int) (n, j int) {
	n, j = p.n(i), i+1
	if n >= 20 && n%10 == 0 && n < 100 {
		k := p.skip(j, cDash)
		if k <= j+1 && p.at(k) == cNum && p.n(k) < 10 && p.n(k) > 0 && p.at(k-1) == cDash {
			return n + p.n(k), k + 1
		}
	}
	if p.at(j) == cHundred {
		return n * 100, j + 1
	}
	return n, j
}

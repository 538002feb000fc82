package timex

func direction(c class) dir {
	switch c {
	case cLast, cPast, cPrevious:
		return lastDir
	case cNext, cComing, cFollowing:
		return nextDir
	}
	return thisDir
}

// directed reads "last Friday", "this week", "next year", "this morning", "last
// night", "that day", "the following month".
func (p *parser) directed(i int) (value, int, bool) {
	c := p.at(i)
	if c == cLast {
		if v, e, ok := p.nth(i); ok {
			return v, e, true
		}
	}
	j := i + 1
	if (c == cThis || c == cSame) && (p.at(j) == cPast || p.at(j) == cComing || p.at(j) == cLast) {
		c = p.at(j)
		j++
	}
	j = p.skip(j, cFiscal)
	d := direction(c)
	told := c == cThat || c == cSame || c == cFollowing || c == cPrevious
	switch p.at(j) {
	case cUnit:
		u := unit(p.n(j))
		if u < uDay || c == cThis && u == uDay || c == cLast && u == uDay || c == cPast && p.at(i-1) == cThe && u != uWeekend {
			return value{}, i, false
		}
		n := int(d)
		if d == thisDir {
			n = 0
		}
		if k := p.skip(j+1, cOn, cComma, cDash, cThe); u == uWeek && (p.at(k) == cWeekday || p.at(k) == cWday && p.w[k].capital) && k <= j+2 {
			return p.dayPart(value{op: oWeekday, weekday: p.n(k), unit: uWeek, dir: d, rule: "weekday"}, k+1)
		}
		return value{op: oShift, unit: u, n: n, dir: d, told: told, rule: "calendar"}, j + 1, true
	case cWeekday:
		if told && c != cFollowing && (c != cPrevious || p.at(i-1) == cThe) {
			return value{}, i, false
		}
		v, e, ok := p.weekday(j)
		if ok && v.op == oWeekday && v.dir == noDir {
			v.dir, v.near = d, c == cPast || c == cComing
		}
		return v, e, ok
	case cMonth:
		if told || !p.w[j].capital {
			return value{}, i, false
		}
		v, e, ok := p.month(j)
		if ok && v.dir == noDir {
			v.dir, v.unit = d, uMonth
		}
		return v, e, ok
	case cSeason:
		return p.season(j, d)
	case cFeast:
		return p.named(j, d)
	case cPart:
		if c == cThis {
			return value{op: oShift, unit: uDay, part: p.n(j), rule: "deictic"}, j + 1, true
		}
		if c == cThat || c == cSame {
			return value{op: oShift, unit: uDay, part: p.n(j), told: true, rule: "distance"}, j + 1, true
		}
		if c == cLast && p.n(j) >= 3 {
			return value{op: oShift, unit: uDay, n: -1, part: p.n(j), rule: "deictic"}, j + 1, true
		}
	case cMonthDay:
		v, e, ok := p.point(j)
		v.dir = d
		return v, e, ok
	case cEarly, cLate:
		if v, e, ok := p.point(j + 1); ok && v.op == oDate {
			return v, e, true
		}
	}
	return value{}, i, false
}

// season reads "this spring", "in the fall", "summer 2014", "fall of 2014".
func (p *parser) season(i int, d dir) (value, int, bool) {
	v := value{op: oSeason, n: p.n(i), dir: d, rule: "season"}
	k := p.skip(i+1, cOf)
	if p.at(k) == cYear && k <= i+2 {
		v.year = p.n(k)
		return v, k + 1, true
	}
	if c := p.at(k); k <= i+2 && (c == cLast || c == cThis || c == cNext) && p.at(k+1) == cUnit && p.n(k+1) == int(uYear) {
		v.unit, v.dir = uYear, direction(c)
		return v, k + 2, true
	}
	if k > i+1 || i+1 < len(p.w) && p.at(i+1) == cNone && p.capitalAt(i+1) {
		return v, i, false
	}
	before := p.at(i - 1)
	if d != noDir || before == cEarly || before == cLate || before == cMid || before == cDash && p.at(i-2) == cMid ||
		before == cThe && (p.at(i-2) == cIn || p.at(i-2) == cOf || p.at(i-2) == cBy || p.at(i-2) == cUntil || p.at(i-2) == cSince || p.at(i-2) == cOver) {
		return v, i + 1, true
	}
	return v, i, false
}

func (p *parser) capitalAt(i int) bool {
	f := p.s.Tokens[p.w[i].tok].Form
	return f != "" && f[0] >= 'A' && f[0] <= 'Z'
}

package timex

import "readout/text"

// point reads a day, month, year or a stretch named by the calendar.
func (p *parser) point(i int) (value, int, bool) {
	if p.depth == deepest {
		return value{}, i, false
	}
	p.depth++
	v, j, ok := p.bare(i)
	p.depth--
	return v, j, ok
}

func (p *parser) bare(i int) (value, int, bool) {
	c := p.at(i)
	switch c {
	case cNone, cComma, cDash, cSlash, cOr, cAnd, cTo, cOf, cDot:
		return value{}, i, false
	case cEarly, cMid, cLate, cStart, cEnd, cMiddle, cLater, cEarlier:
		return p.portion(i)
	case cThe:
		return p.afterThe(i)
	case cISO:
		return p.iso(i), i + 1, true
	case cMonthDay:
		if p.w[i].capital || p.dated(i) {
			return value{op: oDate, month: p.n(i), day: int(p.w[i].m), rule: "month day"}, i + 1, true
		}
	case cQuarter:
		return p.quarter(i)
	case cFeast:
		return p.named(i, noDir)
	case cWeekday, cWday:
		return p.weekday(i)
	case cMonth, cMon:
		return p.month(i)
	case cNum, cOrd:
		if v, j, ok := p.dayMonth(i); ok {
			return v, j, true
		}
		if c == cOrd {
			return p.nth(i)
		}
		return p.clock(i)
	case cClock, cNoon:
		return p.clock(i)
	case cYear:
		return p.year(i)
	case cDecade:
		return p.decade(i)
	case cDeictic:
		v := value{op: oShift, unit: uDay, n: p.n(i), rule: "deictic"}
		return p.dayPart(v, i+1)
	case cNow:
		return value{op: oVague, rule: "now"}, i + 1, true
	case cUnit:
		if unit(p.n(i)) == uWeekend && p.at(i+1) == cOf {
			return p.namedUnit(i - 1)
		}
		return p.numbered(i)
	case cThis, cLast, cNext, cComing, cPast, cFollowing, cPrevious, cSame, cThat:
		return p.directed(i)
	case cSeason:
		return p.season(i, noDir)
	}
	return value{}, i, false
}

// iso is the date of a word that is one by itself.
func (p *parser) iso(i int) value {
	v := value{op: oDate, year: p.n(i), month: int(p.w[i].m) / 100, day: int(p.w[i].m) % 100, rule: "iso"}
	if v.day == 0 {
		v.rule = "month"
	}
	return v
}

// dated tells whether the words before the figures at i say that they are a day:
// "on 11/30" is one, "won 3/4 of the vote" is none.
func (p *parser) dated(i int) bool {
	switch p.at(i - 1) {
	case cWeekday, cWday, cOn, cUntil, cSince, cFrom, cThis, cNext, cLast:
		return true
	case cComma:
		return p.at(i-2) == cWeekday || p.at(i-2) == cWday || p.at(i-2) == cMonthDay && p.dated(i-2)
	case cOr:
		return p.at(i-2) == cMonthDay
	case cTo, cDash, cAnd:
		return p.at(i-2) == cMonthDay && (p.at(i-3) == cFrom || p.at(i-3) == cBetween)
	}
	return p.at(i-1) == cBetween
}

// portion reads "early May", "mid-June", "the end of 2016", "later this week".
func (p *parser) portion(i int) (value, int, bool) {
	j, portion := i+1, early
	switch p.at(i) {
	case cMid:
		portion = middle
	case cLate:
		portion = late
	case cLater:
		portion = later
	case cEarlier:
		portion = earlier
	case cStart, cEnd, cMiddle:
		if p.at(j) != cOf {
			return value{}, i, false
		}
		j++
		switch p.at(i) {
		case cEnd:
			portion = late
		case cMiddle:
			portion = middle
		}
	}
	if (portion == later || portion == earlier) && p.at(j) == cIn && p.at(j+1) == cThe && p.at(j+2) == cUnit && unit(p.n(j+2)) == uDay {
		return value{op: oShift, unit: uDay, told: true, rule: "calendar"}, j + 3, true // "later in the day"
	}
	if u := unit(p.n(j + 2)); portion == earlier && p.at(j) == cIn && p.at(j+1) == cThe && p.at(j+2) == cUnit && (u == uWeek || u == uMonth || u == uYear) {
		return value{op: oShift, unit: u, dir: thisDir, portion: portion, rule: "calendar"}, j + 3, true // "earlier in the week"
	}
	j = p.skip(j, cDash, cOn, cIn)
	v, e, ok := p.point(j)
	if !ok || v.op == oVague || v.portion != whole {
		return v, i, false
	}
	v.portion = portion
	return v, e, true
}

// afterThe reads "the 11th", "the weekend of …", "the week of …", "the next day",
// "the 1990s", "the fall".
func (p *parser) afterThe(i int) (value, int, bool) {
	j := i + 1
	switch p.at(j) {
	case cOrd:
		if v, e, ok := p.nth(j); ok {
			return v, e, true
		}
		if v, e, ok := p.dayMonth(j); ok {
			return v, e, true
		}
		return p.loneDay(i)
	case cUnit:
		return p.namedUnit(i)
	case cLast:
		if v, e, ok := p.nth(j); ok {
			return v, e, true
		}
		return p.point(j)
	case cWeekday, cDecade, cFiscal, cThis, cFollowing, cNext, cPrevious, cSame, cPast, cComing, cSeason, cStart, cEnd, cMiddle, cEarly, cLate:
		v, e, ok := p.point(j)
		if ok && p.at(j) == cNext && v.op == oShift {
			v.told = true
		}
		return v, e, ok
	}
	return value{}, i, false
}

// loneDay reads "on the 11th", not "on the second day of the summit".
func (p *parser) loneDay(i int) (value, int, bool) {
	if c := p.at(i + 2); p.at(i-1) != cOn || p.n(i+1) > 31 || c == cUnit || c == cUnits || i+2 < len(p.w) && p.at(i+2) == cNone && p.nounAt(i+2) {
		return value{}, i, false
	}
	return value{op: oDate, day: p.n(i + 1), rule: "day"}, i + 2, true
}

// nounAt tells whether the word may go on with the noun phrase: it is no
// punctuation mark.
func (p *parser) nounAt(i int) bool {
	t := &p.s.Tokens[p.w[i].tok]
	if t.UPOS != text.NoPOS {
		return t.UPOS == text.NOUN || t.UPOS == text.PROPN || t.UPOS == text.ADJ
	}
	return len(t.Form) > 0 && (t.Form[0]|0x20 >= 'a' && t.Form[0]|0x20 <= 'z')
}

// countsNext tells an ordinal in letters that counts what follows and is no day of a month:
// "Wednesday, the first day of his trip".
func (p *parser) countsNext(i int) bool {
	c := p.s.Tokens[p.w[i].tok].Form[0]
	return (c < '0' || c > '9') && i+1 < len(p.w) && p.nounAt(i+1)
}

// namedUnit reads "the weekend", "the weekend of Nov 30", "the week of June 4".
func (p *parser) namedUnit(i int) (value, int, bool) {
	u := unit(p.n(i + 1))
	if v, j, ok := p.numbered(i + 1); ok {
		return v, j, true
	}
	if u == uWeek && (p.at(i+2) == cAfter && p.at(i+3) == cNext || p.at(i+2) == cBefore && p.at(i+3) == cLast) {
		return value{op: oShift, unit: u, n: 2 * int(direction(p.at(i+3))), rule: "calendar"}, i + 4, true
	}
	if k := p.skip(i+2, cOf, cStart, cOnward, cOn); k > i+2 && (u == uWeekend || u == uWeek) {
		v, j, ok := p.point(k)
		if !ok && p.at(k) == cThe && p.at(k+1) == cOrd && p.n(k+1) <= 31 {
			v, j, ok = value{op: oDate, day: p.n(k + 1), rule: "day"}, k+2, true
		}
		if ok {
			v, j, _ = p.range2(i+3, v, j)
			if v.op == oRange {
				return v, j, true
			}
			if v.op == oDate && v.day > 0 || v.op == oFeast {
				return value{op: oShift, unit: u, a: &v, rule: "week of"}, j, true
			}
		}
	}
	if u == uWeekend && (p.at(i-1) == cOver || p.at(i-1) == cAt || p.at(i-1) == cOn || p.at(i-1) == cIn || i+2 >= len(p.w) || p.at(i+2) == cDot || p.at(i+2) == cComma || p.at(i+2) == cNone && !p.nounAt(i+2)) {
		return value{op: oShift, unit: uWeekend, dir: thisDir, rule: "weekend"}, i + 2, true
	}
	if u == uDay && (p.at(i+2) == cBefore || p.at(i+2) == cAfter) && p.at(i+3) == cDeictic {
		n := 2
		if p.at(i+2) == cBefore {
			n = -2
		}
		return value{op: oShift, unit: uDay, n: n, rule: "deictic"}, i + 4, true
	}
	return value{}, i, false
}

// weekday reads "Tuesday", "Friday night", "Tuesday, Nov. 11", "Monday next week".
func (p *parser) weekday(i int) (value, int, bool) {
	short := p.at(i) == cWday
	if !p.w[i].capital && short {
		return value{}, i, false
	}
	v := value{op: oWeekday, weekday: p.n(i), rule: "weekday"}
	j := i + 1
	k := p.skip(j, cComma, cDot, cThe)
	if k <= j+2 {
		var d value
		e, ok := k, false
		switch p.at(k) {
		case cMonth, cMon:
			d, e, ok = p.month(k)
		case cNum, cOrd:
			if d, e, ok = p.dayMonth(k); !ok && p.at(k) == cOrd && p.n(k) <= 31 && p.at(k-1) != cComma && !p.countsNext(k) {
				d, e, ok = value{op: oDate, day: p.n(k), rule: "weekday"}, k+1, true
			}
		case cISO, cMonthDay:
			d, e, ok = p.point(k)
		}
		if ok && d.day > 0 {
			d.weekday = v.weekday
			return d, e, true
		}
	}
	if short {
		return value{}, i, false
	}
	if k := p.skip(j, cOf, cThe); toward(p.at(k)) && p.at(k+1) == cUnit && p.n(k+1) == int(uWeek) {
		v.unit, v.dir = uWeek, direction(p.at(k))
		return v, k + 2, true
	}
	return p.dayPart(v, j)
}

// toward tells the words that lead from a time to the one before or after it.
func toward(c class) bool {
	switch c {
	case cThis, cLast, cNext, cPrevious, cFollowing, cComing, cPast:
		return true
	}
	return false
}

// dayPart reads "night", "at 3 p.m." behind a day.
func (p *parser) dayPart(v value, j int) (value, int, bool) {
	if p.at(j) == cPart {
		v.part = p.n(j)
		j++
	}
	k := p.skip(j, cAt, cComma)
	if c := p.at(k); k <= j+1 && (c == cNum || c == cClock || c == cNoon) {
		if t, e, ok := p.clock(k); ok && t.op == oShift {
			v.clock = true
			return v, e, true
		}
	}
	return v, j, true
}

// month reads "May", "May 23", "Nov. 11, 2014", "May 2010", "June last year".
func (p *parser) month(i int) (value, int, bool) {
	v := value{op: oDate, month: p.n(i), rule: "month"}
	if p.surname(i) {
		return v, i, false
	}
	short := p.at(i) == cMon
	j := i + 1
	if short {
		j = p.skip(j, cDot)
	}
	if k := p.skip(j, cComma, cThe); p.at(k) == cOrd && k > j && k <= j+1 {
		j = k // "October, 1st", "April the ninth"
	}
	if c := p.at(j); (c == cNum || c == cOrd) && p.n(j) >= 1 && p.n(j) <= 31 && !p.counted(j) {
		v.day, v.rule = p.n(j), "month day"
		if k := p.skip(j+1, cComma, cOf, cIn); k <= j+2 && p.at(k) == cYear {
			v.year, v.rule = p.n(k), "full date"
			return v, k + 1, true
		}
		return p.yearWords(v, j+1)
	}
	if y, ok := p.shortYear(j); ok {
		v.year = y
		return v, j + 2, true
	}
	k := p.skip(j, cComma, cOf, cIn)
	if k <= j+1 && p.at(k) == cYear {
		v.year = p.n(k)
		return v, k + 1, true
	}
	if short || !p.monthHere(i) {
		return v, i, false
	}
	return p.yearWords(v, j)
}

// counted tells whether the number at j counts what follows: "May 3 million".
func (p *parser) counted(j int) bool {
	c := p.at(j + 1)
	return c == cUnits || c == cHundred || c == cAmPm || j+1 < len(p.w) && p.s.Tokens[p.w[j+1].tok].Form == "%"
}

// yearWords reads "last year", "this year" behind a month.
func (p *parser) yearWords(v value, j int) (value, int, bool) {
	k := p.skip(j, cOf, cComma)
	if c := p.at(k); k <= j+1 && (c == cThis || c == cLast || c == cNext) && p.at(k+1) == cUnit && p.n(k+1) == int(uYear) {
		v.unit, v.dir = uYear, direction(c)
		return v, k + 2, true
	}
	return p.dayPart(v, j)
}

// surname tells a month's name that the tree takes for the end of somebody's: "Theresa May
// in 2018", "Admiral Dong Jun."
func (p *parser) surname(i int) bool {
	at := text.Index(p.w[i].tok)
	t := &p.s.Tokens[at]
	if t.Rel != text.Flat || t.Head == text.None || at == 0 || p.s.Tokens[t.Head].XPOS != text.NNP {
		return false
	}
	before := &p.s.Tokens[at-1]
	return t.Head == at-1 || before.Rel == text.Flat && before.Head == t.Head && before.XPOS == text.NNP
}

// monthHere tells whether a lone month name is one: "may" and "march" are words of
// other kinds, and May is a surname.
func (p *parser) monthHere(i int) bool {
	word := p.w[i]
	if word.n != 5 && word.n != 3 && word.n != 8 {
		return true
	}
	if !word.capital {
		return false
	}
	switch p.at(i - 1) {
	case cIn, cEarly, cLate, cLast, cNext, cThis, cSince, cUntil, cDash, cMid:
		return p.at(i+1) != cPoss || word.n != 5
	case cOf, cOr, cTo, cAnd, cBy, cFrom, cAfter, cBefore:
		return word.n != 5 && p.at(i+1) != cOn || p.at(i-2) == cMonth || p.at(i-2) == cEnd || p.at(i-2) == cStart || p.at(i+1) == cOr
	}
	return word.n == 8 || p.at(i+1) == cOr && p.at(i+2) == cMonth
}

// dayMonth reads "11 November 2014", "the 3rd of June", "11th Nov".
func (p *parser) dayMonth(i int) (value, int, bool) {
	j := i + 1
	if p.at(i) == cOrd || p.at(j) == cOf {
		j = p.skip(j, cOf)
	}
	if c := p.at(j); c != cMonth && c != cMon || p.n(i) < 1 || p.n(i) > 31 {
		return value{}, i, false
	}
	if !p.w[j].capital && p.at(i) != cOrd && (p.n(j) == 3 || p.n(j) == 5) {
		return value{}, i, false // "300 may", "40 march"
	}
	v := value{op: oDate, day: p.n(i), month: p.n(j), rule: "day month"}
	if y, ok := p.shortYear(j + 1); ok {
		v.year, v.rule = y, "full date"
		return v, j + 3, true
	}
	k := p.skip(j+1, cComma, cOf, cDot, cIn)
	if k <= j+2 && p.at(k) == cYear {
		v.year, v.rule = p.n(k), "full date"
		return v, k + 1, true
	}
	return p.yearWords(v, j+1)
}

// shortYear reads "of 87" behind a month.
func (p *parser) shortYear(j int) (int, bool) {
	n := p.n(j + 1)
	return 1900 + n, p.at(j) == cOf && p.at(j+1) == cNum && n > 31 && n < 100
}

// year reads a bare year where nothing says that the number counts something.
func (p *parser) year(i int) (value, int, bool) {
	v := value{op: oDate, year: p.n(i), rule: "year"}
	if k := p.skip(i+1, cDash); p.at(k) == cQuarter {
		q, _, _ := p.quarter(k)
		q.year = v.year
		return q, k + 1, true
	}
	if j := i + 1; p.at(j) == cMonth {
		v.month = p.n(j)
		return v, j + 1, true
	}
	in := p.at(i-1) == cIn || p.at(i-1) == cSince || p.at(i-1) == cOf || p.at(i-1) == cUntil || p.at(i-1) == cBy || p.at(i-1) == cMid
	if v.year < 1800 && !in {
		return v, i, false
	}
	if i > 0 {
		switch form := p.s.Tokens[p.w[i-1].tok].Form; form {
		case "$", "€", "£", "No.", "#", "than", "of about":
			return v, i, false
		}
	}
	if p.at(i+1) == cUnits || p.at(i+1) == cUnit || p.at(i+1) == cHundred {
		return v, i, false
	}
	if i+1 < len(p.w) {
		t := &p.s.Tokens[p.w[i+1].tok]
		if t.Form == "%" || v.year%100 == 0 && !in && t.XPOS == text.NNS {
			return v, i, false
		}
	}
	return v, i + 1, true
}

func (p *parser) decade(i int) (value, int, bool) {
	v := value{op: oDecade, year: p.n(i), rule: "decade"}
	if v.year < 100 {
		v.year += 1900
		if p.at(i-1) != cThe && p.at(i-1) != cEarly && p.at(i-1) != cLate && p.at(i-1) != cMid && p.at(i-1) != cDash {
			return v, i, false
		}
		if !p.w[i].capital && i > 1 && p.s.Tokens[p.w[i-1].tok].Form == "his" {
			return v, i, false
		}
	}
	return v, i + 1, true
}

// clock reads "3 p.m.", "15:30 GMT", "noon", with the day it may stand with.
func (p *parser) clock(i int) (value, int, bool) {
	v := value{op: oShift, unit: uDay, clock: true, rule: "clock"}
	j := i + 1
	switch p.at(i) {
	case cClock, cNoon:
		j = p.skip(j, cAmPm, cZone)
	case cNum:
		if p.at(j) != cAmPm || p.n(i) > 12 || p.n(i) < 1 {
			return v, i, false
		}
		j = p.skip(j+1, cZone)
	default:
		return v, i, false
	}
	k := p.skip(j, cOn, cComma)
	if k <= j+2 {
		switch p.at(k) {
		case cWeekday, cMonth, cDeictic:
			if d, e, ok := p.point(k); ok {
				d.clock = true
				return d, e, true
			}
		}
	}
	return v, j, true
}

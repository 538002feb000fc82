package timex

import "readout/text"

// parser reads values from the words of one sentence.
type parser struct {
	s     *text.Sentence
	w     []word
	depth int // of points within points
}

// deepest bounds points within points ("3 p.m. on Tuesday at 3 p.m. …"), and widest
// the words skipped at once, so that any text takes linear time.
const (
	deepest = 4
	widest  = 4
)

func (p *parser) at(i int) class {
	if i < 0 || i >= len(p.w) {
		return cNone
	}
	return p.w[i].class
}

func (p *parser) n(i int) int {
	if i < 0 || i >= len(p.w) {
		return 0
	}
	return int(p.w[i].n)
}

// skip returns i past the words of the classes, a few at most.
func (p *parser) skip(i int, cs ...class) int {
	for end := i + widest; i < end; {
		c := p.at(i)
		if c == cNone {
			return i
		}
		found := false
		for _, x := range cs {
			found = found || x == c
		}
		if !found {
			return i
		}
		i++
	}
	return i
}

// read reads the longest expression that begins at word i.
func (p *parser) read(i int) (value, int, bool) {
	if v, j, ok := p.span(i); ok {
		return v, j, true
	}
	if v, j, ok := p.months(i); ok {
		return v, j, true
	}
	if v, j, ok := p.days(i); ok {
		return v, j, true
	}
	if v, j, ok := p.set(i); ok {
		return v, j, true
	}
	v, j, ok := p.point(i)
	if d, k, dok := p.measure(i); dok && (!ok || k >= j) {
		return d, k, true
	}
	if !ok {
		return value{}, i, false
	}
	return p.range2(i, v, j)
}

// span reads "between A and B" and "from A to B".
func (p *parser) span(i int) (value, int, bool) {
	c := p.at(i)
	if c != cBetween && c != cFrom {
		return value{}, i, false
	}
	if v, j, ok := p.months(i + 1); ok {
		return v, j, true
	}
	a, j, ok := p.point(i + 1)
	if !ok {
		return p.bareSpan(i)
	}
	k := j
	switch {
	case c == cBetween && (p.at(j) == cAnd || p.at(j) == cDash):
	case c == cFrom && (p.at(j) == cTo || p.at(j) == cUntil || p.at(j) == cDash):
	default:
		return value{}, i, false
	}
	k++
	if b, e, ok := p.point(k); ok {
		return join(a, b), e, true
	}
	k = p.skip(k, cThe)
	if a.op == oDate && a.day > 0 && (p.at(k) == cNum || p.at(k) == cOrd) && p.n(k) <= 31 {
		b := a
		b.day, b.rule = p.n(k), "day"
		b.weekday = 0
		if b.day < a.day && b.month > 0 { // "from April 27 to the third"
			b.month = b.month%12 + 1
		}
		return p.yearAfter(join(a, b), k+1)
	}
	return value{}, i, false
}

// months reads two months that are told as the ends of a stretch, which makes months
// of words that may be others: "from may to september", "Nov-Feb 2017".
func (p *parser) months(i int) (value, int, bool) {
	lone := func(k int) bool { return p.at(k) == cMonth || p.at(k) == cMon }
	k := p.skip(i+1, cDot)
	switch c := p.at(k); {
	case !lone(i) || !lone(k+1) || k > i+2:
		return value{}, i, false
	case c == cAnd && p.at(i-1) == cBetween, c == cTo, c == cUntil, c == cDash:
	default:
		return value{}, i, false
	}
	if !p.w[i].capital && p.at(i-1) != cFrom && p.at(i-1) != cBetween {
		return value{}, i, false
	}
	a := value{op: oDate, month: p.n(i), rule: "month"}
	if b, e, ok := p.month(k + 1); ok {
		return join(a, b), e, true
	}
	b := value{op: oDate, month: p.n(k + 1), rule: "month"}
	return join(a, b), k + 2, true
}

// bareSpan reads "between 23 and 25 May", "from the 3rd to the 5th of June".
func (p *parser) bareSpan(i int) (value, int, bool) {
	j := p.skip(i+1, cThe)
	if p.at(j) != cNum && p.at(j) != cOrd || p.n(j) > 31 {
		return value{}, i, false
	}
	k := p.skip(j+1, cAnd, cTo, cUntil, cDash, cThe)
	b, e, ok := p.point(k)
	if k == j+1 || !ok || b.op != oDate || b.day == 0 || b.month == 0 {
		return value{}, i, false
	}
	a := b
	a.day = p.n(j)
	return join(a, b), e, true
}

// days reads "10-12 November", "9 to 12 June", "18 and 19 June".
func (p *parser) days(i int) (value, int, bool) {
	c := p.at(i + 1)
	if p.at(i) != cNum && p.at(i) != cOrd || p.n(i) < 1 || p.n(i) > 30 || c != cDash && c != cTo && c != cAnd {
		return value{}, i, false
	}
	k := i + 2
	if p.at(k) != cNum && p.at(k) != cOrd || p.n(k) <= p.n(i) || c == cAnd && p.n(k) != p.n(i)+1 {
		return value{}, i, false
	}
	b, e, ok := p.dayMonth(k)
	if !ok {
		return value{}, i, false
	}
	a := b
	a.day = p.n(i)
	return join(a, b), e, true
}

// join makes an interval, lending what one end leaves open from the other.
func join(a, b value) value {
	a, b = today(a), today(b)
	if a.op == oDate && b.op == oDate && a.year == 0 && a.month > 0 && b.year > 0 {
		a.year = b.year
		if b.month > 0 && a.month > b.month {
			a.year--
		}
	}
	return value{op: oRange, a: &a, b: &b, rule: "range"}
}

// today is the day for which "now" stands at the end of an interval.
func today(v value) value {
	if v.op == oVague && v.rule == "now" {
		return value{op: oShift, unit: uDay, rule: "now"}
	}
	return v
}

// yearAfter reads ", 2014" behind an interval that names no year.
func (p *parser) yearAfter(v value, j int) (value, int, bool) {
	k := p.skip(j, cComma)
	if k <= j+1 && p.at(k) == cYear && v.a.year == 0 && v.b.year == 0 {
		v.a.year, v.b.year = p.n(k), p.n(k)
		return v, k + 1, true
	}
	return v, j, true
}

// range2 reads what may follow a point: "Nov. 10-12", "Nov 30–Dec 1",
// "May 23 and 25", "late May or early June", "Monday and Tuesday".
func (p *parser) range2(i int, v value, j int) (value, int, bool) {
	c := p.at(j)
	if c != cDash && c != cTo && c != cOr && c != cAnd || v.op != oDate && v.op != oWeekday {
		return v, j, true
	}
	if v.op == oDate && v.month == 0 && v.year > 0 && c == cTo {
		b, e, ok := p.point(j + 1)
		if ok && b.op == oDate && b.year > v.year && b.year < v.year+200 {
			return join(v, b), e, true
		}
	}
	dated := v.op == oDate && v.day > 0 && v.month > 0
	if dated && c != cOr && (p.at(j+1) == cNum || p.at(j+1) == cOrd) && p.n(j+1) > v.day && p.n(j+1) <= 31 {
		switch p.at(j + 2) {
		case cUnit, cUnits, cAmPm, cMonth:
		default:
			b := v
			b.day, b.weekday = p.n(j+1), 0
			return p.yearAfter(join(v, b), j+2)
		}
	}
	b, e, ok := p.point(j + 1)
	if ok && v.full() && c == cTo && b.op == oShift && b.unit == uDay && b.a == nil && !b.clock {
		return join(v, b), e, true // "2019-08-01 to today"
	}
	if !ok || b.op != v.op || b.dir != noDir || b.clock || v.clock {
		return v, j, true
	}
	if v.op == oWeekday && (c == cDash || c == cTo || c == cAnd && b.weekday == v.weekday%7+1) {
		return join(v, b), e, true
	}
	if v.op == oDate && v.month > 0 && b.month > 0 && (v.day > 0) == (b.day > 0) &&
		(c == cDash || c == cTo || b.month == v.month%12+1 && b.day == 0) {
		return join(v, b), e, true
	}
	return v, j, true
}

// set reads "every Tuesday", "twice a year".
func (p *parser) set(i int) (value, int, bool) {
	v := value{op: oSet, rule: "set", count: 1}
	j := i
	switch p.at(i) {
	case cDaily:
		v.unit = unit(p.n(i))
		return v, j + 1, true
	case cEachDay:
		v.weekday = p.n(i)
		return v, j + 1, true
	case cEvery:
		j++
		if p.at(j) == cNum {
			v.count = p.n(j)
			j++
		} else if p.at(j) == cOther {
			v.count = 2
			j++
		}
	case cTimes:
		if j++; p.at(j) != cA && p.at(j) != cEvery {
			return v, i, false
		}
		j++
	default:
		return v, i, false
	}
	switch p.at(j) {
	case cUnit, cUnits:
		v.unit = unit(p.n(j))
		return v, j + 1, true
	case cWeekday:
		v.weekday = p.n(j)
		return v, j + 1, true
	case cPart:
		v.part = p.n(j)
		return v, j + 1, true
	case cMonth:
		v.month = p.n(j)
		return v, j + 1, true
	}
	return v, i, false
}

// measure reads a duration and what may hang on it: "two weeks ago", "a day later",
// "the past three months", "more than half an hour".
func (p *parser) measure(i int) (value, int, bool) {
	if v, j, ok := p.lately(i); ok {
		return v, j, true
	}
	v, j, ok := p.duration(i)
	if !ok {
		return v, i, false
	}
	shift := value{op: oShift, unit: v.unit, n: v.count, rule: "distance"}
	if v.count < 0 {
		shift.op = oVague
	}
	if j2 := p.skip(j, cPoss); p.at(j2) == cOld || p.at(j2) == cDash && p.at(j2+1) == cOld {
		return v, i, false
	}
	if k := p.skip(j, cComma); p.at(k) == cOnward || p.at(k) == cFrom && (k > j || p.at(i-1) == cFor) {
		if d, e, ok := p.point(p.skip(k, cOnward, cFrom, cOn)); ok && v.count > 0 && v.unit >= uDay && (d.op == oDate && d.day > 0 || d.op == oWeekday || d.op == oShift && d.unit == uDay) {
			return value{op: oFrom, unit: v.unit, n: v.count, a: &d, rule: "from"}, e, true
		}
	}
	switch p.at(j) {
	case cAgo:
		shift.n, shift.rule = -shift.n, "ago"
		return shift, j + 1, true
	case cHence:
		return shift, j + 1, true
	case cLater, cEarlier:
		if p.at(j) == cEarlier {
			shift.n = -shift.n
		}
		if v.unit < uDay && v.count > 0 && v.count < 12 { // "two hours later"
			return value{op: oShift, unit: uDay, told: true, rule: "distance"}, j + 1, true
		}
		if v.unit < uDay {
			return shift, i, false
		}
		shift.told = true
		return shift, j + 1, true
	case cAfter, cBefore, cFrom:
		return p.measured(v, i, j)
	}
	if p.at(i-1) == cIn && v.count > 0 && v.unit >= uDay && v.unit < uDecade && p.ahead(i) {
		shift.rule = "in"
		return shift, j, true
	}
	return v, j, true
}

// measured reads what stands behind "two days after": a date, or an event that
// nothing here fixes.
func (p *parser) measured(v value, i, j int) (value, int, bool) {
	if p.at(j) == cFrom && p.at(j+1) == cNow {
		return value{op: oShift, unit: v.unit, n: v.count, rule: "from now"}, j + 2, v.count >= 0
	}
	b, e, ok := p.point(j + 1)
	if ok && (b.op == oDate && b.day > 0 || b.op == oWeekday || b.op == oFeast || b.op == oShift && b.unit == uDay) && v.unit >= uDay && v.count > 0 {
		n := v.count
		if p.at(j) == cBefore {
			n = -n
		}
		return value{op: oShift, unit: v.unit, n: n, a: &b, rule: "distance"}, e, true
	}
	v.op = oDistance
	return v, j, true
}

// ahead tells whether "in two days" looks forward: no verb before it tells of the past.
func (p *parser) ahead(i int) bool {
	if p.s.Tokens[p.w[i-1].tok].Form == "within" || p.s.Tokens[p.w[i-1].tok].Form == "during" {
		return false
	}
	for k := i - 1; k >= 0 && k > i-24; k-- {
		switch form := p.s.Tokens[p.w[k].tok].Form; form {
		case "will", "'ll", "’ll", "would", "could", "may", "might":
			return true
		case ".", ";", ":":
			return false
		}
		if x := p.s.Tokens[p.w[k].tok].XPOS; x == text.VBD || x == text.VBN || x == text.JJS || p.s.Tokens[p.w[k].tok].Lemma == "first" {
			return false // "was built in two days", "the first visit in two years"
		}
	}
	return true
}

// recently is how many days, weeks or months "recent" ones are taken for; 0 for other units,
// of which nobody can say how many are meant.
func recently(u unit) int {
	switch u {
	case uDay:
		return 7
	case uWeek:
		return 4
	case uMonth:
		return 6
	}
	return 0
}

// lately reads "the past two weeks", "the next few days", "in recent months".
func (p *parser) lately(i int) (value, int, bool) {
	j := p.skip(i, cThe)
	c := p.at(j)
	v := value{op: oLately, rule: "lately"}
	if c == cNum && toward(p.at(j+1)) && p.at(j+1) != cThis && p.at(j+2) == cUnits && unit(p.n(j+2)) >= uDay {
		v.n, v.unit = int(direction(p.at(j+1)))*p.n(j), unit(p.n(j+2))
		return v, j + 3, true
	}
	switch c {
	case cPast, cLast, cPrevious:
		v.n = -1
	case cNext, cComing, cFollowing:
		v.n = 1
	case cRecent:
		if p.at(j+1) == cUnits {
			u := unit(p.n(j + 1))
			if n := recently(u); n > 0 {
				return value{op: oLately, unit: u, n: -n, rule: "recent"}, j + 2, true
			}
			return value{op: oVague, unit: u, n: -1, rule: "recent"}, j + 2, true
		}
		return v, i, false
	default:
		return v, i, false
	}
	if c == cPrevious || c == cFollowing {
		v.told = true
	}
	d, e, ok := p.duration(j + 1)
	if ok && p.at(j+1) != cA && d.unit >= uDay {
		if d.count < 0 {
			return value{op: oVague, unit: d.unit, n: v.n, rule: "lately"}, e, true
		}
		v.n, v.unit = v.n*d.count, d.unit
		return v, e, true
	}
	if (c == cPast || c == cLast && p.at(i) == cThe && (p.at(i-1) == cOver || p.at(i-1) == cIn)) && p.at(j+1) == cUnit && unit(p.n(j+1)) > uHour {
		v.unit = unit(p.n(j + 1))
		if v.unit == uWeekend {
			v.op = oShift
		}
		return v, j + 2, true
	}
	return v, i, false
}

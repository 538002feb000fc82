package readout

import (
	"fmt"
	"strings"
	"time"
)

// Date is a day, month, year or interval in EDTF (ISO 8601-2, levels 0 and 1):
// "2014-11-11", "2014-11", "2014", "2014-11-10/2014-11-12". The empty Date is
// absence; no default ever stands in its place.
type Date string

// Day is a day of the proleptic Gregorian calendar, counted from 1970-01-01.
type Day int32

// DayOf returns the day of a calendar date; months and days out of range roll over
// as in time.Date.
func DayOf(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Civil returns the year, month and day of d.
func (d Day) Civil() (year, month, day int) {
	y, m, dd := time.Unix(int64(d)*86400, 0).UTC().Date()
	return y, int(m), dd
}

// Weekday returns the day of the week of d.
func (d Day) Weekday() time.Weekday { return time.Weekday(((int(d)+4)%7 + 7) % 7) }

// Date returns the single day as EDTF.
func (d Day) Date() Date {
	y, m, dd := d.Civil()
	return Date(fmt.Sprintf("%04d-%02d-%02d", y, m, dd))
}

// Between returns the interval from first to last day, both included; one day
// where they are the same.
func Between(first, last Day) Date {
	if first == last {
		return first.Date()
	}
	return first.Date() + "/" + last.Date()
}

// Days returns the half-open range [from, to) of days that the date covers.
// Qualifiers "~", "?" and "%" do not widen it. ok is false for the empty date and
// for what is no EDTF of the forms above.
func (d Date) Days() (from, to Day, ok bool) {
	s := strings.Map(func(r rune) rune {
		if r == '~' || r == '?' || r == '%' {
			return -1
		}
		return r
	}, string(d))
	first, last, interval := strings.Cut(s, "/")
	from, to, ok = plainDays(first)
	if !ok || !interval {
		return from, to, ok
	}
	_, to, ok = plainDays(last)
	return from, to, ok && to > from
}

func plainDays(s string) (from, to Day, ok bool) {
	var y, m, d int
	switch len(s) {
	case 4:
		if !digits(s, &y) {
			return 0, 0, false
		}
		return DayOf(y, 1, 1), DayOf(y+1, 1, 1), true
	case 7:
		if s[4] != '-' || !digits(s[:4], &y) || !digits(s[5:], &m) || m < 1 || m > 12 {
			return 0, 0, false
		}
		return DayOf(y, m, 1), DayOf(y, m+1, 1), true
	case 10:
		if s[4] != '-' || s[7] != '-' || !digits(s[:4], &y) || !digits(s[5:7], &m) || !digits(s[8:], &d) {
			return 0, 0, false
		}
		from = DayOf(y, m, d)
		if _, mm, dd := from.Civil(); mm != m || dd != d {
			return 0, 0, false
		}
		return from, from + 1, true
	}
	return 0, 0, false
}

func digits(s string, n *int) bool {
	*n = 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		*n = *n*10 + int(s[i]-'0')
	}
	return len(s) > 0
}

// Overlaps tells whether the two dates can be the same occasion's: they share a
// day. An absent date shares none.
func (d Date) Overlaps(o Date) bool {
	a, b, ok := d.Days()
	c, e, ok2 := o.Days()
	return ok && ok2 && a < e && c < b
}

// Within tells whether every day of d lies in o.
func (d Date) Within(o Date) bool {
	a, b, ok := d.Days()
	c, e, ok2 := o.Days()
	return ok && ok2 && c <= a && b <= e
}

// PublishedDay returns the local day of a publication date: "2018-12-03" and
// "2018-12-03T23:59:00-04:00" are both 3 December, never turned to UTC.
func PublishedDay(published string) (Day, bool) {
	if len(published) < 10 {
		return 0, false
	}
	from, _, ok := plainDays(published[:10])
	return from, ok
}

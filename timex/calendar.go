package timex

import (
	"fmt"
	"time"

	"readout"
)

// unit is a stretch of the calendar.
type unit uint8

const (
	uSecond unit = iota
	uMinute
	uHour
	uDay
	uWeek
	uWeekend
	uMonth
	uQuarter
	uSeason
	uYear
	uDecade
	uCentury
)

// exact tells the units that EDTF has a form of its own for.
func (u unit) exact() bool { return u == uDay || u == uMonth || u == uYear }

// stretch is one unit of the calendar, named by its first day.
type stretch struct {
	unit unit
	from readout.Day
}

func validDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	_, mm, _ := readout.DayOf(y, m, d).Civil()
	return mm == m
}

// holding returns the stretch of the unit that day d lies in. Weeks run from
// Monday to Sunday; the winter of a year begins in its December.
func holding(d readout.Day, u unit) stretch {
	y, m, _ := d.Civil()
	weekday := (int(d.Weekday()) + 6) % 7
	switch u {
	case uWeek:
		d -= readout.Day(weekday)
	case uWeekend:
		d += readout.Day(5 - weekday)
	case uMonth:
		d = readout.DayOf(y, m, 1)
	case uQuarter:
		d = readout.DayOf(y, (m-1)/3*3+1, 1)
	case uSeason:
		d = readout.DayOf(y, m/3*3, 1)
	case uYear:
		d = readout.DayOf(y, 1, 1)
	case uDecade:
		d = readout.DayOf(y-mod(y, 10), 1, 1)
	case uCentury:
		d = readout.DayOf(y-mod(y, 100), 1, 1)
	}
	return stretch{u, d}
}

func mod(a, b int) int { return ((a % b) + b) % b }

// plus returns the stretch n units on.
func (s stretch) plus(n int) stretch {
	n = max(-4000, min(4000, n))
	y, m, dd := s.from.Civil()
	switch s.unit {
	case uWeek, uWeekend:
		return stretch{s.unit, s.from + readout.Day(7*n)}
	case uMonth:
		return stretch{s.unit, readout.DayOf(y, m+n, 1)}
	case uQuarter, uSeason:
		return stretch{s.unit, readout.DayOf(y, m+3*n, 1)}
	case uYear:
		return stretch{s.unit, readout.DayOf(y+n, m, dd)}
	case uDecade:
		return stretch{s.unit, readout.DayOf(y+10*n, 1, 1)}
	case uCentury:
		return stretch{s.unit, readout.DayOf(y+min(20, max(-20, n))*100, 1, 1)}
	}
	return stretch{s.unit, s.from + readout.Day(n)}
}

// last is the last day of the stretch.
func (s stretch) last() readout.Day {
	if s.unit == uWeekend {
		return s.from + 1
	}
	return s.plus(1).from - 1
}

// date writes the stretch as EDTF; what lies outside the years 1 to 9999 is absent.
func (s stretch) date() readout.Date {
	y, m, _ := s.from.Civil()
	ly, lm, _ := s.last().Civil()
	if y < 1 || ly > 9999 {
		return ""
	}
	switch s.unit {
	case uMonth:
		return readout.Date(fmt.Sprintf("%04d-%02d", y, m))
	case uSeason, uQuarter:
		return readout.Date(fmt.Sprintf("%04d-%02d/%04d-%02d", y, m, ly, lm))
	case uYear:
		return readout.Date(fmt.Sprintf("%04d", y))
	case uDecade, uCentury:
		return readout.Date(fmt.Sprintf("%04d/%04d", y, ly))
	}
	return readout.Between(s.from, s.last())
}

// value writes the stretch as a TIMEX3 value.
func (s stretch) value() string {
	y, m, _ := s.from.Civil()
	switch s.unit {
	case uWeek, uWeekend:
		iy, iw := time.Unix(int64(s.from)*86400, 0).UTC().ISOWeek()
		if s.unit == uWeekend {
			return fmt.Sprintf("%04d-W%02d-WE", iy, iw)
		}
		return fmt.Sprintf("%04d-W%02d", iy, iw)
	case uQuarter:
		return fmt.Sprintf("%04d-Q%d", y, (m+2)/3)
	case uSeason:
		return fmt.Sprintf("%04d-%s", y, [...]string{"SP", "SU", "FA", "WI"}[(m/3+3)%4])
	case uDecade:
		return fmt.Sprintf("%03d", y/10)
	case uCentury:
		return fmt.Sprintf("%02d", y/100)
	}
	return string(s.date())
}

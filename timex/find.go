// Package timex finds time expressions and gives their values as EDTF.
package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"readout"
	"readout/text"
)

var months = map[string]int{"january": 1, "jan": 1, "jan.": 1, "february": 2, "feb": 2, "feb.": 2, "march": 3, "mar.": 3, "april": 4, "apr.": 4, "apr": 4, "may": 5, "june": 6, "jun.": 6, "july": 7, "jul.": 7, "august": 8, "aug": 8, "aug.": 8, "september": 9, "sept": 9, "sept.": 9, "sep": 9, "sep.": 9, "october": 10, "oct": 10, "oct.": 10, "november": 11, "nov": 11, "nov.": 11, "december": 12, "dec": 12, "dec.": 12}
var weekdays = map[string]int{"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6}
var numbers = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "half": 0}

type finder struct {
	pub   readout.Day
	dated bool
	year  int
	out   []text.Time
}

// Find finds the time expressions of the sentences.
func Find(doc readout.Document, ss []text.Sentence) []text.Time {
	f := &finder{}
	f.pub, f.dated = readout.PublishedDay(doc.Published)
	for si := range ss {
		for i := 0; i < len(ss[si].Tokens); {
			n := f.at(&ss[si], si, i)
			if n == 0 {
				n = 1
			}
			i += n
		}
	}
	return f.out
}
func low(s *text.Sentence, i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return strings.ToLower(s.Tokens[i].Form)
}
func day(s string) int {
	s = strings.TrimRight(strings.ToLower(s), "stndrh")
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
}
func year(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || n < 1900 || n > 2100 {
		return 0
	}
	return n
}
func (f *finder) add(s *text.Sentence, si, i, n int, d readout.Date, b readout.Basis, rule string) int {
	h := text.Index(i)
	for k := i; k < i+n; k++ {
		hd := s.Tokens[k].Head
		if hd < text.Index(i) || hd >= text.Index(i+n) {
			h = text.Index(k)
		}
	}
	f.out = append(f.out, text.Time{Span: s.Cover(text.Index(i), text.Index(i+n)), Sentence: si, First: text.Index(i), Last: text.Index(i + n), Head: h, Date: d, Basis: b, Rule: "timex:" + rule})
	return n
}
func future(s *text.Sentence) bool {
	for i := range s.Tokens {
		switch low(s, i) {
		case "will", "planned", "scheduled", "expected", "due", "set", "upcoming", "plans", "'ll", "would":
			return true
		}
	}
	return false
}
func (f *finder) resolveMonth(s *text.Sentence, m int) int {
	if !f.dated {
		return f.year
	}
	y, pm, _ := f.pub.Civil()
	if future(s) {
		if m < pm {
			return y + 1
		}
		return y
	}
	if m > pm+1 {
		return y - 1
	}
	return y
}
func (f *finder) at(s *text.Sentence, si, i int) int {
	w := low(s, i)
	form := s.Tokens[i].Form
	// 11 November 2014 / 11 November
	if d := day(form); d > 0 && months[low(s, i+1)] > 0 {
		m := months[low(s, i+1)]
		y, n := year(low(s, i+2)), 3
		if y == 0 {
			y, n = f.resolveMonth(s, m), 2
		}
		if y > 0 {
			f.year = y
			return f.add(s, si, i, n, readout.DayOf(y, m, d).Date(), readout.Stated, "date")
		}
	}
	if m := months[w]; m > 0 && form[0] >= 'A' && form[0] <= 'Z' {
		if d := day(low(s, i+1)); d > 0 {
			n, d2 := 2, 0
			if x := low(s, i+2); (x == "-" || x == "–" || x == "to" || x == "and") && day(low(s, i+3)) > 0 {
				d2 = day(low(s, i+3))
				n = 4
			}
			y := 0
			if low(s, i+n) == "," && year(low(s, i+n+1)) > 0 {
				y = year(low(s, i+n+1))
				n += 2
			} else if year(low(s, i+n)) > 0 {
				y = year(low(s, i+n))
				n++
			} else {
				y = f.resolveMonth(s, m)
			}
			if y > 0 {
				f.year = y
				if d2 > d {
					return f.add(s, si, i, n, readout.Between(readout.DayOf(y, m, d), readout.DayOf(y, m, d2)), readout.Stated, "range")
				}
				return f.add(s, si, i, n, readout.DayOf(y, m, d).Date(), readout.Stated, "date")
			}
		}
		if y := year(low(s, i+1)); y > 0 {
			f.year = y
			return f.add(s, si, i, 2, readout.Date(fmt.Sprintf("%04d-%02d", y, m)), readout.Stated, "month")
		}
		if (w != "may" && w != "march") || low(s, i-1) == "in" || low(s, i-1) == "last" || low(s, i-1) == "since" {
			if y := f.resolveMonth(s, m); y > 0 {
				return f.add(s, si, i, 1, readout.Date(fmt.Sprintf("%04d-%02d", y, m)), readout.Resolved, "month")
			}
		}
	}
	if d, ok := weekdays[w]; ok && f.dated {
		back := (int(f.pub.Weekday()) - d + 7) % 7
		prev := low(s, i-1)
		switch {
		case prev == "next" || (prev != "last" && future(s)):
			return f.add(s, si, i, 1, (f.pub + readout.Day((7-back)%7)).Date(), readout.Resolved, "weekday")
		default:
			return f.add(s, si, i, 1, (f.pub - readout.Day(back)).Date(), readout.Resolved, "weekday")
		}
	}
	if f.dated {
		y, m, _ := f.pub.Civil()
		switch w {
		case "yesterday":
			return f.add(s, si, i, 1, (f.pub - 1).Date(), readout.Resolved, "day")
		case "today", "tonight":
			return f.add(s, si, i, 1, f.pub.Date(), readout.Resolved, "day")
		case "tomorrow":
			return f.add(s, si, i, 1, (f.pub + 1).Date(), readout.Resolved, "day")
		case "last", "next", "this":
			k := map[string]int{"last": -1, "next": 1, "this": 0}[w]
			switch low(s, i+1) {
			case "week":
				mon := f.pub - readout.Day((int(f.pub.Weekday())+6)%7) + readout.Day(7*k)
				return f.add(s, si, i, 2, readout.Between(mon, mon+6), readout.Resolved, "week")
			case "weekend":
				sat := f.pub - readout.Day((int(f.pub.Weekday())+6)%7) + 5 + readout.Day(7*k)
				return f.add(s, si, i, 2, readout.Between(sat, sat+1), readout.Resolved, "weekend")
			case "month":
				t := time.Date(y, time.Month(m+k), 1, 0, 0, 0, 0, time.UTC)
				return f.add(s, si, i, 2, readout.Date(t.Format("2006-01")), readout.Resolved, "month")
			case "year":
				return f.add(s, si, i, 2, readout.Date(fmt.Sprintf("%04d", y+k)), readout.Resolved, "year")
			case "morning", "afternoon", "evening":
				if k == 0 {
					return f.add(s, si, i, 2, f.pub.Date(), readout.Resolved, "day")
				}
			case "night":
				return f.add(s, si, i, 2, (f.pub + readout.Day(k)).Date(), readout.Resolved, "day")
			}
		}
	}
	if y := year(form); y > 0 && (low(s, i-1) == "in" || low(s, i-1) == "since" || low(s, i-1) == "of" || low(s, i-1) == "early" || low(s, i-1) == "late") {
		f.year = y
		return f.add(s, si, i, 1, readout.Date(form), readout.Stated, "year")
	}
	return f.duration(s, si, i)
}
func (f *finder) duration(s *text.Sentence, si, i int) int {
	unit := 0
	switch low(s, i) {
	case "minute", "minutes":
		unit = 1
	case "hour", "hours":
		unit = 60
	default:
		return 0
	}
	j := i - 1
	if low(s, j) == "-" {
		j--
	}
	v := 0
	if n, err := strconv.Atoi(low(s, j)); err == nil {
		v = n * unit
	} else if n, ok := numbers[low(s, j)]; ok {
		v = n * unit
		if low(s, j) == "half" || low(s, j) == "an" && low(s, j-1) == "half" {
			v = unit / 2
		}
	}
	if v <= 0 || v > 6000 {
		return 0
	}
	f.add(s, si, j, i-j+1, "", readout.Stated, "duration")
	x := &f.out[len(f.out)-1]
	x.Kind = text.Duration
	x.Minutes = readout.Minutes{Min: v, Max: v}
	return 1
}

// For lists the times attached to a clause head.
func For(r *text.Reading, si int, h text.Index) []int {
	s := &r.Sentences[si]
	var out []int
	for i := range r.Times {
		t := &r.Times[i]
		if t.Sentence != si {
			continue
		}
		n := t.Head
		for k := 0; k < 4 && n != text.None; k++ {
			if n == h {
				out = append(out, i)
				break
			}
			if k > 0 && s.Tokens[n].UPOS == text.VERB {
				break
			}
			n = s.Tokens[n].Head
		}
	}
	return out
}

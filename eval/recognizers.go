package eval

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"readout"
	"readout/text"
	"readout/timex"
)

// SpecCase is one line of the Recognizers-Text specification: an input read on a
// given day, and what should be found in it.
type SpecCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []SpecResult
}

// SpecResult is an expression of a SpecCase: its place, first and last unit of
// UTF-16 included, its class and the values it may have.
type SpecResult struct {
	Text       string
	Start, End int
	TypeName   string
	Resolution struct{ Values []SpecValue }
}

// SpecValue is one reading of an expression. Start and End are half-open; Mod tells
// that one of them is open or moved ("before", "since").
type SpecValue struct {
	Timex, Type, Value, Start, End, Mod string
}

// specFile is the part of the archive that is scored.
const specFile = "Specs/DateTime/English/DateTimeModel.json"

// ReadSpec reads the cases of the English DateTimeModel from the archive.
func ReadSpec(r io.Reader) ([]SpecCase, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("eval: specification: %w", err)
	}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("eval: specification: %s is not in the archive", specFile)
		}
		if err != nil {
			return nil, fmt.Errorf("eval: specification: %w", err)
		}
		if h.Name != specFile {
			continue
		}
		b, err := io.ReadAll(io.LimitReader(t, 1<<26))
		if err != nil {
			return nil, fmt.Errorf("eval: specification: %w", err)
		}
		var cases []SpecCase
		if err := json.Unmarshal([]byte(strings.TrimPrefix(string(b), "\ufeff")), &cases); err != nil {
			return nil, fmt.Errorf("eval: specification: %s: %w", specFile, err)
		}
		return cases, nil
	}
}

// specClasses are the classes of results that are scored. The others tell times of
// day, which Readout reads no value for.
var specClasses = [...]string{"date", "daterange", "duration", "set"}

// Left out of these classes is what Readout gives no value for, or one of another
// kind on purpose:
//   - stretches that are open on one side ("before 2016"), and days that do not exist;
//   - sets that are not of a unit or a weekday ("every weekend", "Friday mornings");
//   - vague numbers, which the specification takes for three ("several weeks");
//   - a unit with nothing but its article ("the week"), which mostly is no time told;
//   - the halves that it makes of "earlier" and "later this year";
//   - working days and weeks.
func specClass(r *SpecResult) string {
	class := strings.TrimPrefix(r.TypeName, "datetimeV2.")
	if len(r.Resolution.Values) == 0 || !slices.Contains(specClasses[:], class) || unread.MatchString(r.Text) {
		return ""
	}
	for _, v := range r.Resolution.Values {
		switch {
		case class == "set" && !plainSet.MatchString(v.Timex), v.Mod != "" && v.Mod != "approx", v.Value == "not resolved" && class != "set":
			return ""
		}
	}
	return class
}

var (
	unread   = regexp.MustCompile(`^the (day|week|fortnight|month|year|hour)$|^(earlier|later) (this|in) |\b(several|few|some|business|work|working|workweek)\b`)
	plainSet = regexp.MustCompile(`^(P[0-9]+[DWMY]|XXXX-WXX-[1-7])$`)
)

// meets tells whether the expression found has the value: of days the same range, of
// lengths the same number of seconds, of sets the same TIMEX3 value.
//
// Two conventions differ, and neither is wrong. Where a range is told by its two ends
// ("from May to July") the specification ends it where the last of them begins. And it
// reckons from day to day ("two weeks ago", "the past three months"), where Readout
// keeps to the week or month that the words speak of; so the days of the specification
// then need to lie in the first and the last such unit.
func (v *SpecValue) meets(class string, e *timex.Expression) bool {
	from, to, ok := e.Date.Days()
	if class == "duration" || class == "set" {
		a, b := specSeconds(e.Value), specSeconds(v.Timex)
		return e.Value == v.Timex || a > 0 && a == b
	}
	start, _, here := readout.Date(v.Start).Days()
	end, _, _ := readout.Date(v.End).Days()
	if class == "date" {
		start, _, here = readout.Date(v.Value).Days()
		end = start + 1
	}
	if !ok || !here {
		return false
	}
	if unit := readout.Day(e.Reckoned); unit > 0 {
		return start >= from && end-1 <= to && (class == "date" || start < from+unit && end >= to-unit)
	}
	_, last, told := strings.Cut(string(e.Date), "/")
	ends, _, _ := readout.Date(last).Days()
	return start == from && (end == to || told && class == "daterange" && end == ends)
}

// specSeconds is a length of time by the specification's reckoning: a month of 30
// days, a year of 365. 0 stands for what is no length.
func specSeconds(timex string) float64 {
	rest, ok := strings.CutPrefix(timex, "P")
	if !ok {
		return 0
	}
	sum, clock := 0.0, false
	for rest != "" {
		if clock = clock || rest[0] == 'T'; rest[0] == 'T' {
			rest = rest[1:]
		}
		i := strings.IndexFunc(rest, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
		if i < 1 {
			return 0
		}
		n, err := strconv.ParseFloat(rest[:i], 64)
		days := map[byte]float64{'D': 1, 'W': 7, 'M': 30, 'Q': 90, 'Y': 365}
		hours := map[byte]float64{'H': 3600, 'M': 60, 'S': 1}
		unit := 86400 * days[rest[i]]
		if clock {
			unit = hours[rest[i]]
		}
		if err != nil || unit == 0 || len(rest) > i+1 && rest[i+1] > '9' && rest[i+1] != 'T' {
			return 0
		}
		sum, rest = sum+n*unit, rest[i+1:]
	}
	return sum
}

// Spec scores the finder on the cases, by class and together: F1 of what was found,
// and of what was given one of the right values. What is found where a result of
// another class stands counts neither way; what is found elsewhere is an error.
func Spec(f *timex.Finder, set string, cases []SpecCase, parse func(*text.Sentence), miss func(c *SpecCase, gold *SpecResult, got *timex.Expression)) []Row {
	tally := map[string]*specTally{}
	all := &specTally{}
	for i := range cases {
		c := &cases[i]
		ss := text.Segment(c.Input, nil)
		for k := range ss {
			parse(&ss[k])
		}
		times := f.Expressions(readout.Document{Text: c.Input, Published: c.Context.ReferenceDateTime}, ss)
		used := make([]bool, len(times))
		for k := range c.Results {
			g := &c.Results[k]
			class := specClass(g)
			e := overlapping(c, g, times, used)
			if class == "" {
				continue
			}
			if tally[class] == nil {
				tally[class] = &specTally{}
			}
			right := e != nil && anyMeets(g, class, e)
			tally[class].count(e != nil, right)
			all.count(e != nil, right)
			if !right && miss != nil {
				miss(c, g, e)
			}
		}
		for k := range times {
			if !used[k] && times[k].Date != "" {
				all.made++
				if miss != nil {
					miss(c, nil, &times[k])
				}
			}
		}
	}
	rows := []Row{{"time", set, "relaxed_f1", timeF1(all.found, all.made, all.gold)}, {"time", set, "value_f1", timeF1(all.right, all.made, all.gold)}}
	for _, class := range specClasses {
		if t := tally[class]; t != nil {
			rows = append(rows, Row{"time", set, "value_recall " + class, 100 * float64(t.right) / float64(t.gold)})
		}
	}
	return rows
}

type specTally struct{ gold, made, found, right int }

func (t *specTally) count(found, right bool) {
	t.gold++
	if found {
		t.found++
		t.made++
	}
	if right {
		t.right++
	}
}

func anyMeets(g *SpecResult, class string, e *timex.Expression) bool {
	for i := range g.Resolution.Values {
		if g.Resolution.Values[i].meets(class, e) {
			return true
		}
	}
	return false
}

// overlapping marks the expressions that share words with the result and returns the
// longest of them, or nil.
func overlapping(c *SpecCase, g *SpecResult, times []timex.Expression, used []bool) *timex.Expression {
	from, to := byteAt(c.Input, g.Start), byteAt(c.Input, g.End+1)
	var out *timex.Expression
	for i := range times {
		e := &times[i]
		if e.Start >= to || e.End <= from {
			continue
		}
		used[i] = true
		if out == nil || e.End-e.Start > out.End-out.Start {
			out = e
		}
	}
	return out
}

// byteAt turns a place counted in UTF-16 into one in bytes.
func byteAt(s string, units int) readout.Offset {
	for i, r := range s {
		if units <= 0 {
			return readout.Offset(i)
		}
		units -= utf16.RuneLen(r)
	}
	return readout.Offset(len(s))
}

package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"readout"
	"readout/text"
)

//go:embed feasts.tsv
var feastTable string

// feast is a day that each year has once.
type feast struct {
	words      []string
	weekday    int // 0 where month and day fix it, -1 where Easter does
	month, day int
	after      int // days
}

// loadFeasts reads the table of feasts into f, by their first words.
func (f *Finder) loadFeasts() error {
	f.feasts = map[string][]feast{}
	return rows(feastTable, 5, func(c []string) error {
		x := feast{words: strings.Fields(c[0])}
		var err error
		for i, to := range []*int{&x.month, &x.day, &x.after} {
			if *to, err = strconv.Atoi(c[i+2]); err != nil {
				return fmt.Errorf("timex: feast %q: %w", c[0], err)
			}
		}
		switch how := f.words[c[1]]; {
		case c[1] == "easter":
			x.weekday = -1
		case how.class == cWeekday:
			x.weekday = int(how.n)
		case c[1] != "day":
			return fmt.Errorf("timex: feast %q: no such way to reckon: %q", c[0], c[1])
		}
		f.feasts[x.words[0]] = append(f.feasts[x.words[0]], x)
		f.feastFirst[x.words[0][0]] = true
		return nil
	})
}

// feastAt returns the feast with the longest name at token i, and the token behind
// it; no feast where the words are part of another name ("the Good Friday Agreement").
func (f *Finder) feastAt(tokens []text.Token, i int) (*feast, int) {
	form := tokens[i].Form
	if form == "" || !f.feastFirst[form[0]|0x20] || len(form) > 20 {
		return nil, i
	}
	list := f.feasts[strings.ToLower(form)]
	lone := false // the first word is a feast by itself
	for k := range list {
		lone = lone || len(list[k].words) == 1
	}
	var best *feast
	end := i
	for k := range list {
		n := len(list[k].words)
		if i+n <= len(tokens) && i+n > end && (lone || n == 1 || capital(form)) && list[k].stands(tokens[i:i+n]) {
			best, end = &list[k], i+n
		}
	}
	if best != nil && end < len(tokens) && goesOn(&tokens[end]) {
		return nil, end
	}
	return best, end
}

// goesOn tells whether the token behind a feast's name makes it the name of another
// thing.
func goesOn(t *text.Token) bool {
	proper := t.XPOS == text.NNP || t.XPOS == text.NNPS || t.XPOS == text.NoXPOS
	return proper && t.Form != "" && capital(t.Form) && monthOf(t.Form) == 0
}

// stands tells whether the tokens are the name.
func (x *feast) stands(tokens []text.Token) bool {
	for i, w := range x.words {
		if !strings.EqualFold(tokens[i].Form, w) {
			return false
		}
	}
	return true
}

func capital(form string) bool { return form[0] >= 'A' && form[0] <= 'Z' }

// in is the day of the feast in a year.
func (x *feast) in(year int) readout.Day {
	var d readout.Day
	switch {
	case x.weekday < 0:
		d = easter(year)
	case x.weekday == 0:
		d = readout.DayOf(year, x.month, x.day)
	case x.day < 0:
		last := readout.DayOf(year, x.month+1, 1) - 1
		d = last - readout.Day(mod(weekdayOf(last)-x.weekday, 7))
	default:
		first := readout.DayOf(year, x.month, 1)
		d = first + readout.Day(mod(x.weekday-weekdayOf(first), 7)+7*(x.day-1))
	}
	return d + readout.Day(x.after)
}

// weekdayOf counts from 1 for Monday.
func weekdayOf(d readout.Day) int { return (int(d.Weekday())+6)%7 + 1 }

// easter is the Sunday of the western churches, by the anonymous Gregorian reckoning.
func easter(y int) readout.Day {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return readout.DayOf(y, n/31, n%31+1)
}

// named reads a feast with its year: "Easter 2018", "last Christmas".
func (p *parser) named(i int, d dir) (value, int, bool) {
	v := value{op: oFeast, feast: p.w[i].feast, dir: d, rule: "feast"}
	if j := i + 1; p.at(j) == cUnit && unit(p.n(j)) == uWeekend {
		if p.at(j+1) == cYear {
			v.year = p.n(j + 1)
			return value{op: oShift, unit: uWeekend, a: &v, rule: "week of"}, j + 2, true
		}
		return value{op: oShift, unit: uWeekend, a: &v, rule: "week of"}, j + 1, true
	}
	if k := p.skip(i+1, cComma, cOf); k <= i+2 && p.at(k) == cYear {
		v.year = p.n(k)
		return v, k + 1, true
	}
	return v, i + 1, true
}

// feast fixes a feast: that of the year told, else by direction and tense the last
// or the next, else the nearest.
func (r *resolver) feast(v *value, tense int, out *result) {
	if v.year > 0 {
		out.basis = readout.Stated
		out.set(stretch{uDay, v.feast.in(v.year)})
		return
	}
	if !r.known() {
		return
	}
	y, _, _ := r.ref.day.Civil()
	past, next := v.feast.in(y), v.feast.in(y)
	if past > r.ref.day || v.dir == lastDir && past == r.ref.day {
		past = v.feast.in(y - 1)
	}
	if next < r.ref.day || v.dir == nextDir && next == r.ref.day {
		next = v.feast.in(y + 1)
	}
	day := past
	switch {
	case v.dir == nextDir, v.dir != lastDir && tense > 0:
		day = next
	case v.dir != lastDir && tense == 0 && next-r.ref.day < r.ref.day-past:
		day = next
	}
	out.set(stretch{uDay, day})
	out.reference = r.ref.name
}

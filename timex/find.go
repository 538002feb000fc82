package timex

import (
	"sync"

	"readout"
	"readout/text"
)

// Expression is a time expression with its value as TIMEX3 writes it ("2013-W12",
// "P2Y", "PRESENT_REF"), "" where nothing gives one.
type Expression struct {
	text.Time
	Value    string
	Reckoned int // days of the unit it was counted in where that is more than one; the date is no more exact
}

// found is an expression before it is resolved.
type found struct {
	value
	sentence    int
	first, last text.Index
}

// Find returns the time expressions of the sentences of doc, in text order. It
// never returns overlapping ones.
func (f *Finder) Find(doc readout.Document, sentences []text.Sentence) []text.Time {
	all := f.Expressions(doc, sentences)
	if len(all) == 0 {
		return nil
	}
	out := make([]text.Time, len(all))
	for i := range all {
		out[i] = all[i].Time
	}
	return out
}

// Expressions is Find with the TIMEX3 values.
func (f *Finder) Expressions(doc readout.Document, sentences []text.Sentence) []Expression {
	var list []found
	var buf []word
	for i := range sentences {
		list, buf = f.scan(&sentences[i], i, list, buf)
	}
	r := resolver{ref: f.reference(doc)}
	early := -1 // the text's own full date, in an undated document
	if r.ref.name == "" {
		early = lede(list)
		if early >= 0 && list[early].sentence < 2 {
			r.lend(&list[early].value, false)
			r.ref.picture = !sentences[list[early].sentence].Section.Speaks()
		}
	}
	out := make([]Expression, 0, len(list))
	for i := range list {
		t := &list[i]
		s := &sentences[t.sentence]
		out = append(out, r.express(t, s, f.tense(s, t.first, t.last)))
		if r.ref.name == "" && t.full() {
			r.lend(&t.value, true)
		}
	}
	return out
}

// full tells whether the value is a day with its year.
func (v *value) full() bool {
	return v.op == oDate && v.year > 0 && v.day > 0 && validDay(v.year, v.month, v.day)
}

// lede returns the first full date of the first two sentences, or -1.
func lede(list []found) int {
	for i := range list {
		if list[i].sentence > 1 {
			break
		}
		if list[i].full() {
			return i
		}
	}
	return -1
}

func (r *resolver) lend(v *value, yearOnly bool) {
	if validDay(v.year, v.month, v.day) {
		r.ref = reference{readout.DayOf(v.year, v.month, v.day), InText, yearOnly, false}
	}
}

// reference is the day that the document itself gives.
func (f *Finder) reference(doc readout.Document) reference {
	if d, ok := readout.PublishedDay(doc.Published); ok {
		return reference{day: d, name: Published}
	}
	for _, line := range []string{doc.Dateline, doc.Byline} {
		if line == "" || len(line) > 500 {
			continue
		}
		s := bare(line)
		list, _ := f.scan(&s, 0, nil, nil)
		for i := range list {
			if list[i].full() {
				v := &list[i].value
				return reference{day: readout.DayOf(v.year, v.month, v.day), name: Dateline}
			}
		}
	}
	return reference{}
}

// bare makes a sentence of a short line: words, numbers and marks.
func bare(line string) text.Sentence {
	s := text.Sentence{Span: readout.Span{End: readout.Offset(len(line))}}
	for i := 0; i < len(line); {
		if line[i] == ' ' || line[i] == '\t' || line[i] == '\n' {
			i++
			continue
		}
		j := i + 1
		if line[i] != ',' {
			for j < len(line) && line[j] != ' ' && line[j] != ',' && line[j] != '\t' && line[j] != '\n' {
				j++
			}
		}
		s.Tokens = append(s.Tokens, text.Token{Span: readout.Span{Start: readout.Offset(i), End: readout.Offset(j)}, Form: line[i:j], Head: text.None})
		i = j
	}
	return s
}

// scan adds the expressions of a sentence to list; buf is kept between calls.
func (f *Finder) scan(s *text.Sentence, index int, list []found, buf []word) ([]found, []word) {
	words, hit := f.look(s, buf)
	if !hit {
		return list, words
	}
	p := parser{s: s, w: words}
	for i := 0; i < len(words); {
		if words[i].class == cNone {
			i++
			continue
		}
		v, j, ok := p.read(i)
		if !ok || j <= i {
			i++
			continue
		}
		first, last := words[i].tok, words[j-1].end
		if !attacks(s, first, last) {
			list = append(list, found{v, index, first, last})
		}
		for i = j; i < len(words) && words[i].tok < last; {
			i++
		}
	}
	return list, words
}

// attacks tells whether the words name something else: "the 9/11 attacks", a
// version, a programme's title in quotation marks.
func attacks(s *text.Sentence, first, last text.Index) bool {
	quoted := func(i text.Index) bool {
		if i < 0 || int(i) >= len(s.Tokens) {
			return false
		}
		switch s.Tokens[i].Form {
		case "“", "”", "\"", "''", "``":
			return true
		}
		return false
	}
	form := s.Tokens[first].Form
	return quoted(first-1) && quoted(last) && last-first >= 2 && form != "" && form[0] >= 'A' && form[0] <= 'Z' &&
		s.Tokens[last-1].Form[0] >= 'A' && s.Tokens[last-1].Form[0] <= 'Z'
}

// express resolves a found expression and remembers its day.
func (r *resolver) express(t *found, s *text.Sentence, tense int) Expression {
	res := r.resolve(&t.value, tense)
	e := Expression{Value: res.timex}
	e.Span = s.Cover(t.first, t.last)
	e.Sentence, e.First, e.Last, e.Head = t.sentence, t.first, t.last, Head(s, t.first, t.last)
	e.Date, e.Basis, e.Reference, e.Rule = res.date, res.basis, res.reference, "timex/"+t.rule
	if e.Date == "" {
		e.Reference = ""
	}
	if t.unit > uDay && (t.op == oLately || t.op == oShift && t.rule != "calendar" && t.rule != "weekend" && t.rule != "week of") {
		day := readout.DayOf(2000, 1, 1)
		e.Reckoned = int(stretch{t.unit, day}.plus(1).from - day)
	}
	switch t.op {
	case oDuration:
		e.Kind, e.Basis = text.Duration, readout.Stated
		if t.unit <= uDay && t.high > 0 && t.high < week {
			e.Minutes = readout.Minutes{Min: t.low, Max: t.high}
		}
	case oDistance:
		e.Kind, e.Basis = text.Duration, readout.Stated
	case oSet:
		e.Kind, e.Basis = text.Set, readout.Stated
	}
	if t.clock {
		e.Kind = text.Clock
	}
	if res.single && res.at.unit == uDay && e.Date != "" {
		r.told, r.has = res.at.from, true
	}
	if u := res.at.unit; res.single && e.Date != "" && (u == uDay || u == uMonth || u == uYear) {
		r.wide = res.at
	}
	return e
}

// rooms keeps the room that a sentence's words take: an undated text asks for the same
// times on many days.
var rooms = sync.Pool{New: func() any { return new([]word) }}

// Resolve reads the time t of sentence s again against another day, as when a
// gathering later dates an undated document; name goes into Reference. A time that
// was stated stays as it is.
func (f *Finder) Resolve(t text.Time, s *text.Sentence, day readout.Day, name string) text.Time {
	if t.Basis == readout.Stated || t.First < 0 || int(t.Last) > len(s.Tokens) || t.First >= t.Last {
		return t
	}
	buf := rooms.Get().(*[]word)
	defer rooms.Put(buf)
	var list []found
	list, *buf = f.scan(s, t.Sentence, nil, *buf)
	for i := range list {
		if list[i].first == t.First && list[i].last == t.Last {
			r := resolver{ref: reference{day: day, name: name}}
			return r.express(&list[i], s, f.tense(s, t.First, t.Last)).Time
		}
	}
	return t
}

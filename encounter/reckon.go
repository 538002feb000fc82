package encounter

import (
	"fmt"

	"readout"
	"readout/text"
	"readout/timex"
)

// This file reckons days that the words around an occasion do not name outright.

// lapseBefore finds "a day after" before an occasion, as in "The search comes a day after Salman
// called Erdogan": the words before "after" tell of that other thing.
func (d *draft) lapseBefore(t *telling) (after text.Index, x *text.Time, far lapse) {
	s := &d.r.Sentences[t.sentence]
	for k, node := range t.clause[:min(2, len(t.clause))] {
		if k == 1 && s.Tokens[t.clause[0]].Rel != text.Obj {
			break
		}
		if after, x, far = d.distanceBefore(s, t.sentence, node); after != text.None {
			break
		}
	}
	if far.hours {
		return text.None, nil, lapse{}
	}
	return after, x, far
}

// lapse is how far before something an occasion was.
type lapse struct {
	days   readout.Day
	months int
	hours  bool // on the same day, as far as is told
	rough  readout.Day
}

// before is the date that lies as far before a day.
func (far lapse) before(day readout.Day) readout.Date {
	if far.months > 0 {
		y, m, _ := day.Civil()
		return readout.Date(readout.DayOf(y, m-far.months, 1).Date()[:7])
	}
	return readout.Between(day-far.days-far.rough, day-far.days+far.rough)
}

// countBack dates an occasion without a day of its own as far before what the words before "after" hang on, or before
// the news where that only "comes".
func (d *draft) countBack(t *telling, after text.Index, x *text.Time, far lapse) {
	if t.date.Present() || far.days == 0 && far.months == 0 {
		return
	}
	s := &d.r.Sentences[t.sentence]
	at := s.Tokens[after].Span
	head := after - 1
	if x != nil {
		at, head = x.Span, x.Head
	}
	above := s.Tokens[head].Head
	for above != text.None && (above == t.trigger || s.Tokens[above].Head == t.trigger) {
		above = s.Tokens[above].Head // "spoke on Friday, two days after they met", where the tree hangs the days on what they part
	}
	if above == text.None {
		return
	}
	if s.Tokens[above].UPOS != text.VERB && d.timeAt(t.sentence, above) < 0 {
		above = governor(s, above) // "came on Friday during a visit to Florida, a day after he met Biden"
	}
	if i := d.timeAt(t.sentence, above); i >= 0 && oneDay(d.r.Times[i].Date) && d.r.Times[i].First < after { // "on Friday, a day after meeting"
		from, _, _ := d.r.Times[i].Date.Days()
		t.date = readout.Cite(far.before(from), "encounter:days-after", readout.Resolved, at, d.r.Times[i].Span)
	} else if day, span, ok := d.dayOf(t.sentence, above, after); ok {
		t.date = readout.Cite(far.before(day), "encounter:days-after", readout.Resolved, at, span)
	} else if d.dated && s.Tokens[above].Lemma == "come" {
		t.date = readout.Cite(far.before(d.published), "encounter:days-after", readout.Resolved, at)
	}
}

// distanceBefore finds "two days after" right before a clause or a noun phrase: the "after",
// the time before it, nil for "the day after", and how far it lays the occasion back.
func (d *draft) distanceBefore(s *text.Sentence, si int, node text.Index) (after text.Index, x *text.Time, far lapse) {
	for _, c := range s.Children(node, text.Mark, text.Case) {
		if s.Tokens[c].Lemma != "after" || c < 1 {
			continue
		}
		if s.Tokens[c-1].Lemma == "day" && c > 1 && lower(s.Tokens[c-2].Form) == "the" {
			return c, nil, lapse{days: 1}
		}
		for i := range d.r.Times {
			if x := &d.r.Times[i]; x.Sentence == si && x.Last == c && x.Kind == text.Duration {
				return c, x, farOf(s, x)
			}
		}
	}
	return text.None, nil, lapse{}
}

// farOf reads "a day", "two weeks", "three months"; nothing where the words do not count.
func farOf(s *text.Sentence, x *text.Time) lapse {
	n := counted(s, x)
	switch s.Tokens[x.Last-1].Lemma {
	case "day":
		return lapse{days: readout.Day(n)}
	case "week":
		return lapse{days: readout.Day(7 * n), rough: 3}
	case "month":
		return lapse{months: n}
	case "hour", "minute":
		return lapse{hours: true}
	}
	return lapse{}
}

// counted is how many "a day", "two days" are; 0 where that is not told.
func counted(s *text.Sentence, x *text.Time) int {
	if x.Last-x.First != 2 {
		return 0
	}
	for n, w := range [...]string{1: "one", "two", "three", "four", "five", "six"} {
		if lower(s.Tokens[x.First].Form) == w || n > 0 && s.Tokens[x.First].Form == fmt.Sprint(n) {
			return n
		}
	}
	if s.Tokens[x.First].Lemma == "a" {
		return 1
	}
	return 0
}

// dayOf is the one day on which the clause of a verb was, where a time before token end tells it.
func (d *draft) dayOf(si int, verb, end text.Index) (readout.Day, readout.Span, bool) {
	if verb == text.None {
		return 0, readout.Span{}, false
	}
	for _, ti := range timex.For(d.r, si, verb) {
		if x := &d.r.Times[ti]; oneDay(x.Date) && x.Kind != text.Duration && x.First < end {
			from, _, _ := x.Date.Days()
			return from, x.Span, true
		}
	}
	return 0, readout.Span{}, false
}

// calledOff dates an occasion that was called off by the day that stands behind it and
// lay ahead: "cancelled a summit with Putin in Moscow in September". A day gone by is
// that of the cancellation.
func (d *draft) calledOff(t *telling) {
	for _, ti := range timex.For(d.r, t.sentence, t.verdict.word) {
		x := &d.r.Times[ti]
		if x.Head < t.trigger || x.Date == "" || x.Kind != text.When && x.Kind != text.Clock {
			continue
		}
		if date := d.stillAhead(x); date != "" {
			t.date = readout.Cite(date, x.Rule, x.Basis, x.Span)
			return
		}
	}
}

// farAhead is how many days ahead an occasion that was called off may have lain.
const farAhead = 200

// stillAhead is the date of a time as one that lay ahead of the publication, or "". A
// month that the past tense of the decision took for last year's is the next one.
func (d *draft) stillAhead(x *text.Time) readout.Date {
	from, to, ok := x.Date.Days()
	if !ok || !d.dated {
		return ""
	}
	if to > d.published+1 {
		return x.Date
	}
	y, m, _ := from.Civil()
	if x.Basis == readout.Resolved && x.Rule == "timex/month" && readout.DayOf(y+1, m, 1) <= d.published+farAhead && readout.DayOf(y+1, m+1, 1) > d.published {
		return readout.Date(readout.DayOf(y+1, m, 1).Date()[:7])
	}
	return ""
}

// eversince dates what has been going on since a day: "have been holding talks since
// November". Other words of the perfect count from that day: "the first since November".
func (d *draft) eversince(t *telling, x *text.Time) {
	s := &d.r.Sentences[t.sentence]
	from, _, ok := x.Date.Days()
	if !ok || !d.dated || from >= d.published || t.verdict.status != readout.Held {
		return
	}
	for _, node := range t.clause[:min(2, len(t.clause))] {
		if s.Tokens[node].XPOS == text.VBG && perfect(s, node) && negated(s, node) == text.None {
			t.date = readout.Cite(readout.Between(from, d.published), x.Rule, readout.Resolved, x.Span)
			return
		}
	}
}

// perfect tells whether a verb has both "have" and "been" before it.
func perfect(s *text.Sentence, v text.Index) bool {
	have, been := false, false
	for _, a := range s.Children(v, text.Aux) {
		have = have || s.Tokens[a].Lemma == "have"
		been = been || s.Tokens[a].Lemma == "be"
	}
	return have && been
}

// dayByDay divides a telling of contacts that a row gives each a day of its own: "met Modi
// on Monday and Kishida on Tuesday".
func (d *draft) dayByDay(t telling) []telling {
	own, others := ownAndOthers(t.parties)
	if len(own) == 0 || len(others) == 0 {
		return nil
	}
	s := &d.r.Sentences[t.sentence]
	from, to := d.r.MentionsIn(t.sentence)
	m := -1
	for k := from; k < to; k++ {
		if x := &d.r.Mentions[k]; x.Span == others[0].at && x.First > t.trigger {
			m = k
		}
	}
	if m < 0 {
		return nil
	}
	var out []telling
	for {
		where, x, end := d.whereAndWhen(t.sentence, d.r.Mentions[m].Last)
		if x == nil {
			return out
		}
		one := t
		if len(out) > 0 {
			one.parties = append([]partyAt(nil), own...)
			d.addEntity(&one, d.r.Mentions[m].Entity, &d.r.Mentions[m], 'b', false, 0)
			if len(one.parties) == len(own) {
				return out
			}
			if where >= 0 || out[0].place.Present() && out[0].place.At()[0].Start > others[0].at.Start {
				one.place = readout.Cited[readout.Place]{}
			}
		} else {
			one.parties = append(append([]partyAt(nil), own...), others[0])
		}
		d.dayAndPlace(&one, where, x)
		out = append(out, one)
		next, and := pastComma(s, end)
		if next == end {
			return out
		}
		for again, y, last := d.whereAndWhen(t.sentence, next); again >= 0 && y != nil && stops(s, last); again, y, last = d.whereAndWhen(t.sentence, next) {
			d.dayAndPlace(&one, again, y) // "met Merkel in Berlin in May and in Paris in June"
			out = append(out, one)
			if next, and = pastComma(s, last); next == last {
				return out
			}
		}
		if int(next) < len(s.Tokens) && (s.Tokens[next].Lemma == "with" || s.Tokens[next].Lemma == "to" && and) {
			next++
		}
		if m = d.partyFrom(t.sentence, next); m < 0 || d.r.Mentions[m].Class != text.Person && d.r.Mentions[m].Class != text.People {
			return out
		}
	}
}

// dayAndPlace gives a telling the day and the place, if any, of its part of a row.
func (d *draft) dayAndPlace(t *telling, where int, x *text.Time) {
	if where >= 0 {
		w := &d.r.Mentions[where]
		t.place = readout.Cite(d.r.Entities[w.Entity].Place, "encounter:day-by-day", readout.Stated, w.Span)
	}
	t.date = readout.Cite(x.Date, x.Rule, x.Basis, x.Span)
}

// stops tells whether a part of a row ends before token i.
func stops(s *text.Sentence, i text.Index) bool {
	return int(i) >= len(s.Tokens) || s.Tokens[i].UPOS == text.PUNCT || s.Tokens[i].UPOS == text.CCONJ
}

// whereAndWhen reads "in Berlin on Monday" or "on Monday in Berlin" from token i on: the
// place, or -1, the day, or nil, and where they end.
func (d *draft) whereAndWhen(si int, i text.Index) (where int, day *text.Time, end text.Index) {
	s := &d.r.Sentences[si]
	where = d.placeFrom(si, i)
	if where >= 0 {
		i = d.r.Mentions[where].Last
	}
	for k := range d.r.Times {
		x := &d.r.Times[k]
		if x.Sentence != si || x.First < i || x.First > i+1 || x.Kind != text.When || x.Date == "" || x.First != i && s.Tokens[i].UPOS != text.ADP {
			continue
		}
		end = x.Last
		if where < 0 {
			if where = d.placeFrom(si, end); where >= 0 {
				end = d.r.Mentions[where].Last
			}
		}
		return where, x, end
	}
	return where, nil, i
}

// placeFrom is the place named right behind the "in" or "at" at token i, or -1.
func (d *draft) placeFrom(si int, i text.Index) int {
	s := &d.r.Sentences[si]
	if int(i)+1 >= len(s.Tokens) || s.Tokens[i].Lemma != "in" && s.Tokens[i].Lemma != "at" {
		return -1
	}
	from, to := d.r.MentionsIn(si)
	for k := from; k < to; k++ {
		if m := &d.r.Mentions[k]; m.First == i+1 && m.Class == text.Place && m.Entity >= 0 {
			return k
		}
	}
	return -1
}

package encounter

import (
	"fmt"

	"readout"
	"readout/text"
	"readout/timex"
)

// This file reckons days that the words around an occasion do not name outright.

// daysAfter dates what stands behind "a day after": "The search comes a day after Salman
// called Erdogan" dates the call by the day of the news, or by the day that the other
// thing has.
func (d *draft) daysAfter(t *telling) {
	s := &d.r.Sentences[t.sentence]
	for k, node := range t.clause[:min(2, len(t.clause))] {
		if k == 1 && s.Tokens[t.clause[0]].Rel != text.Obj {
			return
		}
		if x, n := d.distanceBefore(s, t.sentence, node); n > 0 {
			d.countBack(t, s, x, n)
			return
		}
	}
}

// countBack dates an occasion n days before what the time x hangs on, or before the news
// where that only "comes".
func (d *draft) countBack(t *telling, s *text.Sentence, x *text.Time, n readout.Day) {
	above := s.Tokens[x.Head].Head
	if above == text.None {
		return
	}
	if i := d.timeAt(t.sentence, above); i >= 0 && oneDay(d.r.Times[i].Date) { // "on Friday, a day after meeting"
		from, _, _ := d.r.Times[i].Date.Days()
		t.date = readout.Cite((from - n).Date(), "encounter:days-after", readout.Resolved, x.Span, d.r.Times[i].Span)
	} else if day, span, ok := d.dayOf(t.sentence, above); ok {
		t.date = readout.Cite((day - n).Date(), "encounter:days-after", readout.Resolved, x.Span, span)
	} else if d.dated && s.Tokens[above].Lemma == "come" {
		t.date = readout.Cite((d.published - n).Date(), "encounter:days-after", readout.Resolved, x.Span)
	}
}

// distanceBefore finds "two days after" right before a clause or a noun phrase: the time,
// and how many days it lays the occasion back.
func (d *draft) distanceBefore(s *text.Sentence, si int, node text.Index) (*text.Time, readout.Day) {
	for _, c := range s.Children(node, text.Mark, text.Case) {
		if s.Tokens[c].Lemma != "after" || c == 0 {
			continue
		}
		for i := range d.r.Times {
			x := &d.r.Times[i]
			if x.Sentence == si && x.Last == c && x.Kind == text.Duration && s.Tokens[c-1].Lemma == "day" {
				return x, daysIn(s, x)
			}
		}
	}
	return nil, 0
}

// daysIn counts "a day", "two days"; 0 where that is not told, or a week and more.
func daysIn(s *text.Sentence, x *text.Time) readout.Day {
	if x.Last-x.First != 2 {
		return 0
	}
	for n, w := range [...]string{1: "one", "two", "three", "four", "five", "six"} {
		if lower(s.Tokens[x.First].Form) == w || n > 0 && s.Tokens[x.First].Form == fmt.Sprint(n) {
			return readout.Day(n)
		}
	}
	if s.Tokens[x.First].Lemma == "a" {
		return 1
	}
	return 0
}

// dayOf is the one day on which the clause of a verb was, where a time tells it.
func (d *draft) dayOf(si int, verb text.Index) (readout.Day, readout.Span, bool) {
	if verb == text.None {
		return 0, readout.Span{}, false
	}
	for _, ti := range timex.For(d.r, si, verb) {
		if x := &d.r.Times[ti]; oneDay(x.Date) && x.Kind != text.Duration {
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

package coref

import (
	"strings"

	"readout"
	"readout/text"
)

// This file tells on which days an office is held that a description names: those of the
// sentence where it tells them, for "the French president" of a sentence on 2011 is not
// the one of the day on which the text was published.

// period is a stretch of days, the last one taken in.
type period struct {
	first, last readout.Day
	past        bool // told to lie before the document's day
	sure        bool // the days are known
	some        bool // one of the days is meant, nothing tells which
}

// lookBack is how many sentences before its own may tell the time of a description.
const lookBack = 3

// periodOf returns the days that mention i is told of: those of its sentence, else of the
// sentences before it in a paragraph that tells of the past, else the document's.
func (r *resolver) periodOf(i int) period {
	m := &r.m[i]
	if p, ok := r.toldAbove(m.Sentence, m.Head); ok {
		return p
	}
	for s := m.Sentence; s > 0 && m.Sentence-s < lookBack && r.narrates(s); s-- {
		if r.sents[s-1].Paragraph != r.sents[s].Paragraph {
			break
		}
		if p, ok := r.toldAbove(s-1, r.rootOf(s-1)); ok {
			return p
		}
	}
	if p, ok := r.termOfDoer(i); ok {
		return p
	}
	return r.facts.now()
}

// termOfDoer returns the days for which somebody led a state who no longer does, and of
// whom the clause of mention i tells without saying so: "Obama meets with leaders of
// Honduras and Guatemala", in a text of later years.
func (r *resolver) termOfDoer(i int) (period, bool) {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	h := clauseOf(toks, m.Head)
	for k := r.start[m.Sentence]; k < i && r.facts.sure; k++ {
		c := &r.m[k]
		t := &toks[c.Head]
		if c.Form != text.Name || c.Entity < 0 || t.Rel != text.Nsubj || t.Head != h || formerly(c.Role) {
			continue
		}
		if p, ok := r.facts.lastLed(&r.ents[c.Entity]); ok {
			return p, true
		}
	}
	return period{}, false
}

// formerly tells a title that says it is no longer held.
func formerly(role string) bool {
	role = strings.ToLower(role)
	return strings.Contains(role, "former") || strings.Contains(role, "ex-")
}

// lastLed returns the term of whoever led a state before the document's day, and does not
// then; ok is false for others.
func (f *facts) lastLed(e *text.Entity) (period, bool) {
	if e.Entry == "" || e.Class != text.Person {
		return period{}, false
	}
	var p period
	for _, t := range f.gaz.TermsOf(e.Entry) {
		if t.On(f.term) {
			return period{}, false // who holds an office now is told of in it
		}
		if leader.alike(officeIn(t.Office)) && t.To < f.term {
			p = period{first: t.From, last: t.To, past: true, sure: true}
		}
	}
	return p, p.past
}

// generation is how long after his last office somebody is only recalled.
const generation = 25 * year

// longGone tells whoever had left his last office a generation before the day.
func (f *facts) longGone(e *text.Entity, day readout.Day) bool {
	if e.Entry == "" || e.Class != text.Person {
		return false
	}
	terms := f.gaz.TermsOf(e.Entry)
	for _, t := range terms {
		if t.To > day-generation {
			return false
		}
	}
	return len(terms) > 0
}

// now returns the document's day, of a document without one the stretch of days that it may
// be of: who held an office in a part of them only need not be meant.
func (f *facts) now() period {
	return period{first: f.from, last: f.term, sure: f.sure, some: !f.dated}
}

// toldAbove returns the days of the time that dates token h of sentence s: the one tied
// to the nearest word above it.
func (r *resolver) toldAbove(s int, h text.Index) (period, bool) {
	toks := r.sents[s].Tokens
	times := r.timesIn(s)
	for steps := 0; len(times) > 0 && h >= 0 && int(h) < len(toks) && steps < 24; steps++ {
		for k := range times {
			if !r.dates(&times[k], h) {
				continue
			}
			if p, ok := r.facts.during(&times[k], toks); ok {
				return p, true
			}
		}
		h = toks[h].Head
	}
	return period{}, false
}

// timesIn returns the time expressions of a sentence.
func (r *resolver) timesIn(s int) []text.Time {
	lo, hi := 0, len(r.times)
	for lo < hi {
		if mid := (lo + hi) / 2; r.times[mid].Sentence < s {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for hi = lo; hi < len(r.times) && r.times[hi].Sentence == s; {
		hi++
	}
	return r.times[lo:hi]
}

// dates tells whether a time is tied to token h: it hangs on it, or on the occasion that
// does ("during a visit in 2008").
func (r *resolver) dates(t *text.Time, h text.Index) bool {
	toks := r.sents[t.Sentence].Tokens
	up := toks[r.wholeName(t)].Head
	for up >= t.First && up < t.Last {
		up = toks[up].Head
	}
	return up == h || up >= 0 && int(up) < len(toks) && toks[up].Head == h && occasion(toks[up].Lemma)
}

// wholeName is the head of a time, or that of the gathering whose name it is part of:
// "the 2011 G20 summit".
func (r *resolver) wholeName(t *text.Time) text.Index {
	for k := r.start[t.Sentence]; k < r.start[t.Sentence+1]; k++ {
		if m := &r.m[k]; m.Class == text.Gathering && m.First <= t.Head && t.Head < m.Last {
			return m.Head
		}
	}
	return t.Head
}

// occasion tells a noun of what has a day: "a meeting in 2008".
func occasion(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "visit", "trip", "tour", "meeting", "talk", "talks", "summit", "call", "conference", "session", "ceremony", "round",
		"negotiation", "dinner", "lunch", "conversation", "encounter", "interview", "speech", "inauguration", "funeral":
		return true
	}
	return false
}

// during returns the days that a time gives; ok is false for one that gives none.
func (f *facts) during(t *text.Time, toks []text.Token) (p period, ok bool) {
	if t.Kind == text.Set {
		return period{}, false
	}
	first, next, ok := t.Date.Days()
	if !ok {
		return f.ago(toks[t.First:t.Last])
	}
	p = period{first: first, last: next - 1, past: next <= f.term, sure: true}
	switch {
	case first <= f.term && f.term < next:
		return f.now(), true
	case first > f.term: // who will hold it then, the document cannot know
		return period{first: f.term, last: min(p.last, max(f.term, f.gaz.Last())), sure: f.sure}, true
	case t.First > 0 && strings.EqualFold(toks[t.First-1].Form, "since"), t.First > 0 && strings.EqualFold(toks[t.First-1].Form, "after"):
		p.last = f.term
	case t.First > 0 && (strings.EqualFold(toks[t.First-1].Form, "before") || strings.EqualFold(toks[t.First-1].Form, "until")):
		p.sure = false
	}
	return p, true
}

const year = 365

// ago returns the days that "years ago" may mean.
func (f *facts) ago(words []text.Token) (period, bool) {
	back := false
	for i := range words {
		back = back || strings.EqualFold(words[i].Form, "ago") || strings.EqualFold(words[i].Form, "earlier")
	}
	for i := range words {
		switch strings.ToLower(words[i].Lemma) {
		case "year":
			return period{first: f.term - 20*year, last: f.term - 2*year, past: true, sure: f.sure}, back
		case "decade", "generation", "century":
			return period{first: f.term - 60*year, last: f.term - 10*year, past: true, sure: f.sure}, back
		}
	}
	return period{}, false
}

// rootOf returns the token that heads a sentence.
func (r *resolver) rootOf(s int) text.Index {
	toks := r.sents[s].Tokens
	for k := range toks {
		if toks[k].Rel == text.Root {
			return text.Index(k)
		}
	}
	return text.None
}

// narrates tells whether a sentence goes on with a story: it is in the past tense and
// no report of somebody's words, which are of the day of the news.
func (r *resolver) narrates(s int) bool {
	h := r.rootOf(s)
	if h == text.None {
		return false
	}
	toks := r.sents[s].Tokens
	if says(toks[h].Lemma) {
		return false
	}
	past := toks[h].XPOS == text.VBD
	for k := range toks {
		if toks[k].Head == h && (toks[k].Rel == text.Aux || toks[k].Rel == text.AuxPass || toks[k].Rel == text.Cop) {
			past = past || toks[k].XPOS == text.VBD
		}
	}
	return past
}

// heldThen tells whether a person may have held an office in those days. Of whom the
// gazetteer knows no such office it cannot be denied.
func (f *facts) heldThen(e *text.Entity, o office, p period) bool {
	if !p.past || e.Entry == "" {
		return true
	}
	known := false
	for _, t := range f.gaz.TermsOf(e.Entry) {
		if !o.alike(officeIn(t.Office)) {
			continue
		}
		if t.From <= p.last && p.first <= t.To {
			return true
		}
		known = true
	}
	return !known
}

// settled tells who had held an office for more than a year on the first of those days: "the new
// chancellor" is the one to come after Merkel, of whom the text has told.
func (f *facts) settled(entry string, o office, p period) bool {
	if entry == "" || !p.sure || p.some {
		return false
	}
	for _, t := range f.gaz.TermsOf(entry) {
		if o.alike(officeIn(t.Office)) && t.On(p.first) && t.From < p.first-year {
			return true
		}
	}
	return false
}

package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
	"readout/timex"
)

// A text without a day of its own is read twice. What it tells of a gathering or a summit
// whose days are known ("at the G7 summit in Biarritz on Sunday", "will meet Kim in
// Singapore on 12 June") shows on which days it may have been written; where all of them
// give one of its times the same date, that is the time's date.

// span of days around a known occasion in which news of it is looked for.
const around = 120

// clue says on which days a text may have been written, for the words at the span.
type clue struct {
	sentence int
	at       readout.Span
	suits    func(now readout.Day) bool
	from, to readout.Day // the days of the known occasion
	timed    bool        // a time says how far it is
}

// dateByKnown resolves the times of an undated text by what it tells of occasions whose
// days are known; ok is false where they show nothing.
func (d *draft) dateByKnown(os []occasion, es []readout.Encounter) bool {
	clues := append(d.gatheringClues(), d.occasionClues(os, es)...)
	slices.SortStableFunc(clues, func(a, b clue) int { return a.sentence - b.sentence })
	days, at := d.settleClues(clues)
	if len(days) == 0 {
		return false
	}
	days = d.dayOfWriting(days)
	again := *d.r
	again.Times = slices.Clone(d.r.Times)
	for i := range again.Times {
		again.Times[i] = d.alike(&d.r.Times[i], days)
	}
	d.r, d.known, d.earliest = &again, at, days[0]
	if len(days) == 1 {
		d.published, d.dated = days[0], true
	}
	return true
}

// settleClues are the days that all clues allow; one that leaves none is left out, and so
// is one that would have those in office whom the text does not call former and who then
// were not.
func (d *draft) settleClues(clues []clue) (days []readout.Day, at readout.Span) {
	inOffice, pictured := d.officeholders(), d.pictured()
	for _, c := range clues {
		within := days
		if days == nil && c.timed {
			for now := max(pictured, c.from-around); now <= c.to+around; now++ {
				if d.hold(inOffice, now) {
					within = append(within, now)
				}
			}
		}
		var left []readout.Day
		for _, now := range within {
			if c.suits(now) {
				left = append(left, now)
			}
		}
		if len(left) > 0 {
			if days == nil {
				at = c.at
			}
			days = left
		}
	}
	return days, at
}

// pictured is the last day that a caption gives its picture, 0 for none: the text was not
// written before.
func (d *draft) pictured() readout.Day {
	var last readout.Day
	for i := range d.r.Times {
		x := &d.r.Times[i]
		if from, _, ok := x.Date.Days(); ok && oneDay(x.Date) && x.Basis == readout.Stated && d.r.Sentences[x.Sentence].Section == readout.Caption {
			last = max(last, from)
		}
	}
	return last
}

// officeholders are the entries of the persons whom the text names with a high office.
func (d *draft) officeholders() []string {
	var out []string
	for i := range d.r.Mentions {
		m := &d.r.Mentions[i]
		if m.Class != text.Person || m.Entity < 0 || !highOffice(lower(m.Role)) {
			continue
		}
		if id := d.r.Entities[m.Entity].Entry; id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func highOffice(role string) bool {
	for _, w := range [...]string{"former", "ex-", "elect", "candidate", "then", "vice", "deputy", "late "} {
		if strings.Contains(role, w) {
			return false
		}
	}
	for _, w := range [...]string{"president", "prime minister", "chancellor", "foreign minister", "secretary of state"} {
		if strings.Contains(role, w) {
			return true
		}
	}
	return false
}

// hold tells whether all of them but at most one in four held some office on the day.
func (d *draft) hold(persons []string, day readout.Day) bool {
	out := 0
	for _, p := range persons {
		if _, then := d.gaz.OfficeOf(p, day); !then {
			out++
		}
	}
	return 4*out <= len(persons)
}

// dayOfWriting narrows the days of one week to the one from which the weekdays that the
// text looks back on lie least far, and the first of them a day at most: news says "on
// Friday" of the day itself or of those just before.
func (d *draft) dayOfWriting(days []readout.Day) []readout.Day {
	if days[len(days)-1]-days[0] >= 7 {
		return days
	}
	best, least := days, readout.Day(7)
	for _, now := range days {
		first, oldest := readout.Day(-1), readout.Day(-1)
		for i := range d.r.Times {
			x := &d.r.Times[i]
			if x.Rule != "timex/weekday" || x.Date != "" {
				continue
			}
			on, _, ok := d.dateAt(x, now).Days()
			if !ok || on > now {
				continue
			}
			if first < 0 {
				first = now - on
			}
			oldest = max(oldest, now-on)
		}
		if first >= 0 && first <= 1 && oldest < least {
			best, least = []readout.Day{now}, oldest
		}
	}
	return best
}

// alike is the time with its date, where the first and the last of the days, and one
// between them, give it the same.
func (d *draft) alike(x *text.Time, days []readout.Day) text.Time {
	if x.Date != "" || x.Kind == text.Duration || x.Kind == text.Set {
		return *x
	}
	first := d.times.Resolve(*x, &d.r.Sentences[x.Sentence], days[0], byKnown)
	for _, now := range []readout.Day{days[len(days)/2], days[len(days)-1]} {
		if d.dateAt(x, now) != first.Date {
			return *x
		}
	}
	return first
}

// byKnown is what a time resolved so refers to.
const byKnown = "gathering"

func (d *draft) dateAt(x *text.Time, now readout.Day) readout.Date {
	return d.times.Resolve(*x, &d.r.Sentences[x.Sentence], now, byKnown).Date
}

// timeClue is the clue that a time of a known occasion gives: it falls on its days.
func (d *draft) timeClue(x *text.Time, known readout.Date, at readout.Span) (clue, bool) {
	from, to, ok := known.Days()
	if !ok || to-from > 21 {
		return clue{}, false
	}
	suits := func(now readout.Day) bool {
		date := d.dateAt(x, now)
		a, b, _ := date.Days()
		return b-a <= 7 && date.Overlaps(known) // "in April" tells too little of the day of writing
	}
	return clue{x.Sentence, at, suits, from, to - 1, true}, true
}

// gatheringClues are those of gatherings that a time stands with.
func (d *draft) gatheringClues() []clue {
	var out []clue
	for i := range d.r.Mentions {
		m := &d.r.Mentions[i]
		if m.Class != text.Gathering || m.Entity < 0 || d.r.Entities[m.Entity].Date == "" {
			continue
		}
		x := d.timeWith(m)
		if x == nil {
			continue
		}
		if c, ok := d.timeClue(x, d.r.Entities[m.Entity].Date, m.Span); ok {
			out = append(out, c)
		}
	}
	return out
}

// timeWith is the unresolved time that belongs to the gathering or to the verb of what was
// done there, nil where there is none or several.
func (d *draft) timeWith(m *text.Mention) *text.Time {
	s := &d.r.Sentences[m.Sentence]
	i := m.Head
	for steps := 0; i != text.None && steps < 5; steps++ {
		if c := caseOf(s, i); besides(c) {
			return nil
		}
		var found *text.Time
		for _, ti := range timex.For(d.r, m.Sentence, i) {
			x := &d.r.Times[ti]
			if x.Date != "" || x.Kind != text.When {
				continue
			}
			if found != nil {
				return nil
			}
			found = x
		}
		if found != nil || s.Tokens[i].UPOS == text.VERB {
			return found
		}
		i = s.Tokens[i].Head
	}
	return nil
}

// occasionClues are those of occasions that history knows: the times told of them, and
// that what was held lies behind and what was planned ahead.
func (d *draft) occasionClues(os []occasion, es []readout.Encounter) []clue {
	var out []clue
	for i := range es {
		date := es[i].Date
		from, to, ok := date.Value().Days()
		if !ok || date.Basis() != readout.Inferred {
			continue
		}
		for k := range os[i].tellings {
			t := &os[i].tellings[k]
			if t.open == 0 {
				continue
			}
			if c, ok := d.timeClue(&d.r.Times[t.open-1], date.Value(), date.At()[0]); ok {
				out = append(out, c)
			}
		}
		c := clue{sentence: len(d.r.Sentences), at: date.At()[0], from: from, to: to - 1} // after those with a time
		switch es[i].Status.Value() {
		case readout.Held:
			c.suits = func(now readout.Day) bool { return now >= from }
		case readout.Planned:
			c.suits = func(now readout.Day) bool { return now < to }
		default:
			continue
		}
		out = append(out, c)
	}
	return out
}

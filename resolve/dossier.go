package resolve

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// Dossier is the ordered record of some encounters: of a pair, a person, a gathering,
// a topic.
type Dossier struct {
	Entries []Entry `json:"entries"` // by day; undated ones last
	Years   []Year  `json:"years"`
	First   string  `json:"first"` // ids of the first and the last that was held and is dated
	Last    string  `json:"last"`
	Gaps    []Gap   `json:"gaps"` // between held ones of the same two, the longest first
	Met     []Met   `json:"met"`  // who met whom, the most frequent first
}

// Entry is one encounter of a dossier.
type Entry struct {
	ID        string         `json:"id"`
	Date      readout.Date   `json:"date"`
	Kind      readout.Kind   `json:"kind"`
	Status    readout.Status `json:"status"`
	Who       []string       `json:"who"`
	Place     string         `json:"place"`
	Gathering string         `json:"gathering"`
	Topics    []string       `json:"topics"`
	Documents int            `json:"documents"`
	Months    int            `json:"months_since"` // whole months since the same two met before; 0 where less, or nothing is known
}

// Year counts the encounters whose first day is in it, 0 for those without a date.
type Year struct {
	Year      int `json:"year"`
	Held      int `json:"held"`
	Planned   int `json:"planned"`
	Proposed  int `json:"proposed"`
	Cancelled int `json:"cancelled"`
	Denied    int `json:"denied"`
}

// Gap is a stretch of time in which no encounter of two is told.
type Gap struct {
	A      string `json:"a"` // who
	B      string `json:"b"`
	From   string `json:"from"` // ids of the encounters before and after
	To     string `json:"to"`
	Days   int    `json:"days"`
	Months int    `json:"months"`
}

// Met is how often two are told to have met or spoken.
type Met struct {
	A          string   `json:"a"`
	B          string   `json:"b"`
	Held       int      `json:"held"`
	Encounters []string `json:"encounters"` // ids, by day
}

// longGap is how many days without an encounter are told as a gap.
const longGap = 92

// DossierOf orders and counts encounters. A participant goes by the name that the
// earliest of them has.
func DossierOf(es []readout.Encounter) Dossier {
	es = byDay(es)
	d := Dossier{Entries: []Entry{}, Years: []Year{}, Gaps: []Gap{}, Met: []Met{}}
	people := newCast(es)
	met := map[[2]int]*meetings{}
	for i := range es {
		e := &es[i]
		entry := entryOf(e, people)
		d.count(e)
		if e.Status.Value() == readout.Held {
			entry.Months = d.meet(e, people, met)
		}
		d.Entries = append(d.Entries, entry)
	}
	d.tellMet(people, met)
	slices.SortStableFunc(d.Gaps, func(a, b Gap) int { return cmp.Compare(b.Days, a.Days) })
	return d
}

func byDay(es []readout.Encounter) []readout.Encounter {
	es = slices.Clone(es)
	slices.SortFunc(es, func(a, b readout.Encounter) int {
		p, x, ok := a.Date.Value().Days()
		q, y, ok2 := b.Date.Value().Days()
		if ok != ok2 {
			return boolean(ok2) - boolean(ok)
		}
		return cmp.Or(cmp.Compare(p, q), cmp.Compare(x, y), strings.Compare(a.ID, b.ID))
	})
	return es
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

func entryOf(e *readout.Encounter, people *cast) Entry {
	out := Entry{ID: e.ID, Date: e.Date.Value(), Kind: e.Kind.Value(), Status: e.Status.Value(), Who: []string{},
		Place: e.Place.Value().String(), Gathering: e.Gathering.Value(), Topics: []string{}}
	for _, i := range people.of(e) {
		out.Who = append(out.Who, people.names[i])
	}
	for _, t := range e.Topics {
		out.Topics = append(out.Topics, t.Value())
	}
	documents := map[string]bool{}
	for _, a := range read(e.Accounts) {
		documents[a.Document] = true
	}
	out.Documents = len(documents)
	return out
}

// count puts an encounter under its year.
func (d *Dossier) count(e *readout.Encounter) {
	year := 0
	if from, _, ok := e.Date.Value().Days(); ok {
		year, _, _ = from.Civil()
	}
	i := slices.IndexFunc(d.Years, func(y Year) bool { return y.Year == year })
	if i < 0 {
		i = len(d.Years)
		d.Years = append(d.Years, Year{Year: year})
	}
	y := &d.Years[i]
	switch e.Status.Value() {
	case readout.Held:
		y.Held++
		if year != 0 {
			d.Last = e.ID
			if d.First == "" {
				d.First = e.ID
			}
		}
	case readout.Planned:
		y.Planned++
	case readout.Proposed:
		y.Proposed++
	case readout.Cancelled:
		y.Cancelled++
	case readout.Denied:
		y.Denied++
	}
}

// meetings are those that two held so far.
type meetings struct {
	ids   []string
	last  string
	to    readout.Day // the day behind the last dated one
	dated bool
}

// mostPaired is how many participants of one encounter are paired with each other.
const mostPaired = 40

// meet notes who met whom, and how many months the two that met last did so before.
func (d *Dossier) meet(e *readout.Encounter, people *cast, met map[[2]int]*meetings) int {
	who := people.of(e)
	who = who[:min(len(who), mostPaired)]
	from, to, dated := e.Date.Value().Days()
	dated = dated && to-from <= 31 // "in 2014" tells of no gap
	months, known := 0, false
	for i, a := range who {
		for _, b := range who[i+1:] {
			if people.sides[a] == people.sides[b] {
				continue
			}
			m := met[[2]int{min(a, b), max(a, b)}]
			if m == nil {
				m = &meetings{}
				met[[2]int{min(a, b), max(a, b)}] = m
			}
			m.ids = append(m.ids, e.ID)
			if !dated {
				continue
			}
			if m.dated {
				gap := Gap{people.names[min(a, b)], people.names[max(a, b)], m.last, e.ID, int(from - m.to + 1), monthsBetween(m.to-1, from)}
				if gap.Days >= longGap {
					d.Gaps = append(d.Gaps, gap)
				}
				if !known || gap.Months < months {
					months, known = gap.Months, true
				}
			}
			if !m.dated || to > m.to {
				m.last, m.to, m.dated = e.ID, to, true
			}
		}
	}
	return months
}

// monthsBetween counts whole months from one day to another.
func monthsBetween(from, to readout.Day) int {
	y, m, d := from.Civil()
	y2, m2, d2 := to.Civil()
	n := (y2-y)*12 + m2 - m
	if d2 < d {
		n--
	}
	return max(n, 0)
}

func (d *Dossier) tellMet(people *cast, met map[[2]int]*meetings) {
	for pair, m := range met {
		a, b := people.names[pair[0]], people.names[pair[1]]
		d.Met = append(d.Met, Met{min(a, b), max(a, b), len(m.ids), m.ids})
	}
	slices.SortFunc(d.Met, func(x, y Met) int {
		return cmp.Or(cmp.Compare(y.Held, x.Held), strings.Compare(x.A, y.A), strings.Compare(x.B, y.B))
	})
}

// cast are the participants of many encounters, each under one name.
type cast struct {
	ks      *keys
	members []member
	bySide  map[string][]int
	names   []string
	sides   []string
	known   map[readout.Party]int
}

// newCast numbers the participants of encounters in their order.
func newCast(es []readout.Encounter) *cast {
	c := &cast{ks: newKeys(), bySide: map[string][]int{}, known: map[readout.Party]int{}}
	for i := range es {
		for _, p := range es[i].Participants {
			c.number(p.Value())
		}
	}
	return c
}

func (c *cast) number(p readout.Party) int {
	if i, ok := c.known[p]; ok {
		return i
	}
	m := c.ks.member(p)
	for _, i := range c.bySide[m.side] {
		if known(c.members[i:i+1], m) {
			c.known[p] = i
			return i
		}
	}
	i := len(c.members)
	c.members, c.names, c.sides = append(c.members, *m), append(c.names, p.Name), append(c.sides, m.side)
	c.bySide[m.side] = append(c.bySide[m.side], i)
	c.known[p] = i
	return i
}

// of are the participants of an encounter, each once.
func (c *cast) of(e *readout.Encounter) []int {
	var out []int
	for _, p := range e.Participants {
		if i := c.number(p.Value()); !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// About tells whether the telling words of a topic are all among those of one of the
// encounter's.
func About(e readout.Encounter, topic string) bool {
	sought := stems(topic)
	for _, t := range e.Topics {
		if len(sought) > 0 && shared(sought, stems(t.Value())) == len(sought) {
			return true
		}
	}
	return false
}

package resolve

import (
	"sort"

	"readout"
)

// End is what became of a plan.
type End string

// The ends of a prospect.
const (
	Open      End = "open"      // its time has not come, or is not told
	Kept      End = "kept"      // held within the time last told
	Moved     End = "moved"     // held or now planned for another time than first told
	CalledOff End = "cancelled" // called off
	RuledOut  End = "denied"    // ruled out by who was to take part
	Lapsed    End = "lapsed"    // its time is past and no document tells of it
)

// Prospect is an encounter that was planned or proposed, followed until its end.
type Prospect struct {
	Encounter string       `json:"encounter"`
	End       End          `json:"end"`
	Due       readout.Date `json:"due,omitempty"` // the time last told for it
	Steps     []Step       `json:"steps"`         // what was told over time, the earliest first
}

// Step is what one document tells of a prospect.
type Step struct {
	Telling
	Status readout.Status `json:"status"`
	Date   readout.Date   `json:"date,omitempty"`
}

// Prospects follows what was planned or proposed. today is the day up to which the
// record reaches: what was due before it and is told by nobody has lapsed, which does
// not say that it did not happen.
func Prospects(es []readout.Encounter, today readout.Day) []Prospect {
	var out []Prospect
	for i := range es {
		if p, ok := prospect(&es[i], today); ok {
			out = append(out, p)
		}
	}
	return out
}

func prospect(e *readout.Encounter, today readout.Day) (Prospect, bool) {
	p := Prospect{Encounter: e.ID}
	planned := false
	for _, a := range read(e.Accounts) {
		s := a.Status.Value()
		planned = planned || s == readout.Planned || s == readout.Proposed
		p.Steps = append(p.Steps, Step{telling(a, s.String(), a.Status.At()), s, a.Date.Value()})
	}
	if !planned {
		return p, false
	}
	sort.SliceStable(p.Steps, func(i, j int) bool {
		a, b := &p.Steps[i], &p.Steps[j]
		if a.Published != b.Published {
			return a.Published < b.Published
		}
		return a.Account < b.Account
	})
	p.Due = e.Date.Value()
	p.End = p.end(e, today)
	return p, true
}

func (p *Prospect) end(e *readout.Encounter, today readout.Day) End {
	switch e.Status.Value() {
	case readout.Held:
		if p.moved(e.Date.Value()) {
			return Moved
		}
		return Kept
	case readout.Cancelled:
		return CalledOff
	case readout.Denied:
		return RuledOut
	}
	if _, to, ok := p.Due.Days(); ok && to <= today {
		return Lapsed
	}
	if p.moved(p.Due) {
		return Moved
	}
	return Open
}

// moved tells whether some plan was for another time than now.
func (p *Prospect) moved(now readout.Date) bool {
	for i := range p.Steps {
		s := &p.Steps[i]
		if (s.Status == readout.Planned || s.Status == readout.Proposed) && s.Date != "" && now != "" && !s.Date.Overlaps(now) {
			return true
		}
	}
	return false
}

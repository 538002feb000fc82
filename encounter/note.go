package encounter

import (
	"slices"

	"readout"
)

// A note opens with who met, "the President met with the Secretary General", and from then
// on tells of them in one word: "the parties discussed", "they agreed". This file gives such
// words those who met, whoever else the note names on the way: those whom it thanks, mourns
// or talks about were not there.

// openingLines is within how many sentences a note tells who met.
const openingLines = 2

// ofNote gives the plurals of a note those with whom it opens, up to where it tells of
// contact with others, who may be meant as well.
func (d *draft) ofNote(ts []telling) {
	met := d.metInNote(ts)
	if met < 0 {
		return
	}
	o := &ts[met]
	for i := met + 1; i < len(ts); i++ {
		t := &ts[i]
		switch {
		case t.kind != readout.Visit && t.voice < 0 && d.inOneWord(t):
			if t.verdict.status == o.verdict.status && t.past == o.past && d.differ(o, t) == "" && d.strangers(t, o) {
				t.lend(o.parties)
			}
		case d.whole(t) && !within(t.parties, o.parties):
			return
		}
	}
}

// metInNote returns the telling with which a note opens, or -1.
func (d *draft) metInNote(ts []telling) int {
	lines := 0
	for si := range d.r.Sentences {
		if !d.r.Sentences[si].Section.Speaks() {
			continue
		}
		if lines++; lines > openingLines {
			break
		}
		for i := range ts {
			t := &ts[i]
			if t.sentence == si && !t.faint && !t.aside && !t.joins && t.voice < 0 && t.kind != readout.Visit && (d.whole(t) || hasRole(t.parties, 'a') && hasRole(t.parties, 'b')) {
				return i
			}
		}
	}
	return -1
}

// strangers tells whether a plural was taken for somebody who was not at the meeting that a
// note opens with. Where the side of one who was there is not known, a state may be his.
func (d *draft) strangers(t, met *telling) bool {
	return slices.ContainsFunc(t.parties, func(p partyAt) bool {
		return !has(met.parties, p) && !standsFor(met.parties, p) && (p.party.Kind == readout.Person || d.whole(met))
	})
}

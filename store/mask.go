package store

import "readout"

// A mask packs what every list asks of an encounter into one number, so that a
// posting answers without a look elsewhere: the status in bits 0 to 2, the kind in
// bits 3 to 5, what was found in bits 6 to 9, the days it can cover from bit 16 on.
type mask int64

// The bits of what was found.
const (
	maskContradiction mask = 1 << (6 + iota)
	maskDisagreement
	maskSilence
	maskProspect
)

const (
	maskWhat   mask = 63 // status and kind
	maskLength      = 16
	longest         = 31 // days that a date covers at most, for finding by days: one known to the year is found at its beginning
)

func maskOf(f readout.Facts, found mask) mask {
	m := mask(f.Status.Value()) | mask(f.Kind.Value())<<3 | found
	if from, to, ok := f.Date.Value().Days(); ok {
		m |= mask(min(int(to-from), longest)) << maskLength
	}
	return m
}

func (m mask) status() readout.Status { return readout.Status(m & 7) }
func (m mask) kind() readout.Kind     { return readout.Kind(m >> 3 & 7) }

// undated is the day of encounters without a date: before all others.
const undated = -1 << 31

// dayOf is the first day an encounter covers.
func dayOf(d readout.Date) int64 {
	if from, _, ok := d.Days(); ok {
		return int64(from)
	}
	return undated
}

// monthOf is the month of a day as tallies count it; 0 for none.
func monthOf(day int64) int {
	if day == undated {
		return 0
	}
	y, m, _ := readout.Day(day).Civil()
	return y*12 + m - 1
}

// monthStart is the first day of a month as tallies count it.
func monthStart(month int) int64 { return int64(readout.DayOf(month/12, month%12+1, 1)) }

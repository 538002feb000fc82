package web

import (
	"fmt"
	"math"
	"strings"

	"readout"
	"readout/store"
)

// chart is encounters over time as bars, each split by status. Statuses differ by
// pattern as well as by colour.
type chart struct {
	Width, Height int
	Bars          []bar
	Ticks         []tick
	Most          int
	Undated       int
	Unit          string // "year", "month" or "day"
}

type bar struct {
	Label string // for reading aloud
	X, W  float64
	Parts []barPart
	Link  string
}

type barPart struct {
	Status string
	Y, H   float64
}

type tick struct {
	X     float64
	Label string
}

const (
	chartWidth  = 960
	chartHeight = 120
	barRoom     = 100 // above the labels
)

var statuses = []string{"held", "planned", "proposed", "cancelled", "denied"}

// chartOf draws buckets; each bar leads to its own stretch of time.
func chartOf(bs []store.Bucket, f filter) chart {
	c := chart{Width: chartWidth, Height: chartHeight}
	var first, last int
	at := map[int]store.Bucket{}
	for _, b := range bs {
		if b.Date == "" {
			c.Undated = b.Total
			continue
		}
		n := ordinal(b.Date)
		if len(at) == 0 {
			first = n
		}
		last = n
		at[n] = b
		c.Most = max(c.Most, b.Total)
		c.Unit = map[int]string{4: "year", 7: "month", 10: "day"}[len(b.Date)]
	}
	if len(at) == 0 {
		return c
	}
	const mostBars = 240
	first = max(first, last-mostBars+1)
	n := last - first + 1
	step := math.Min(float64(chartWidth)/float64(n), 48)
	every := int(math.Ceil(52 / step))
	for i := range n {
		b, ok := at[first+i]
		x := float64(i) * step
		if i%every == 0 {
			c.Ticks = append(c.Ticks, tick{math.Max(x+step/2, 14), dateAt(first+i, c.Unit)})
		}
		if !ok {
			continue
		}
		date := string(b.Date)
		one := bar{X: x + step*0.1, W: step * 0.8, Link: f.But("since", date, "until", date, "after", ""), Label: labelOf(b)}
		y := float64(barRoom)
		for _, s := range statuses {
			if k := b.Status[s]; k > 0 {
				h := math.Max(1.5, float64(k)/float64(c.Most)*(barRoom-4))
				y -= h
				one.Parts = append(one.Parts, barPart{s, y, h})
			}
		}
		c.Bars = append(c.Bars, one)
	}
	return c
}

func labelOf(b store.Bucket) string {
	var parts []string
	for _, s := range statuses {
		if n := b.Status[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		}
	}
	return string(b.Date) + ": " + strings.Join(parts, ", ")
}

// ordinal counts years, months or days, by how exact the date is.
func ordinal(d readout.Date) int {
	from, _, _ := d.Days()
	y, m, _ := from.Civil()
	switch len(d) {
	case 4:
		return y
	case 7:
		return y*12 + m - 1
	}
	return int(from)
}

func dateAt(n int, unit string) string {
	switch unit {
	case "year":
		return fmt.Sprint(n)
	case "month":
		return fmt.Sprintf("%04d-%02d", n/12, n%12+1)
	}
	return string(readout.Day(n).Date())[5:]
}

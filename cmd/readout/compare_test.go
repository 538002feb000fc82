package main

import (
	"strings"
	"testing"

	"readout"
	"readout/store"
)

func TestSidesStandBesideEachOther(t *testing.T) {
	at := readout.Span{Start: 0, End: 4}
	told := func(doc, side string, minutes int) column {
		a := readout.Account{Document: doc, Voice: readout.Voice{Side: side}}
		a.Duration = readout.Cite(readout.Minutes{Min: minutes, Max: minutes}, "rule", readout.Stated, at)
		return column{doc: store.Source{ID: doc}, account: a}
	}
	sides := bySide([]column{told("agency", "", 60), told("kremlin", "Russia", 50), told("aide", "Russia", 50), told("palace", "France", 45)})
	var b strings.Builder
	page{&b, 100}.sides(sides, map[string]bool{"duration": true})
	lines := strings.Split(b.String(), "\n")
	if got := strings.Fields(lines[0]); strings.Join(got, " ") != "France Russia press" {
		t.Errorf("columns %q", got)
	}
	if last := strings.Join(strings.Fields(lines[len(lines)-3]), " "); last != "duration ≠ 45 minutes 50 minutes 60 minutes" {
		t.Errorf("row %q", last)
	}
	if j := comparisonOf("x", sides, nil); len(j.Sides) != 3 || len(j.Sides[1].Fields["duration"]) != 2 || j.Sides[2].Side != "" {
		t.Errorf("got %+v", j)
	}
}

package main

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"readout"
	"readout/source"
)

func TestATableWrapsTheColumnThatGivesWay(t *testing.T) {
	tab := table{head: []string{"ID", "WHO"}, wrap: []int{1}}
	tab.add("1", "Karin Lindqvist, Álvaro Mora, 習近平, Ada Okonjo, Tariq Aziz, Mele Fusi")
	var b strings.Builder
	tab.print(&b, 40)
	want := "ID  WHO\n1   Karin Lindqvist, Álvaro Mora,\n    習近平, Ada Okonjo, Tariq Aziz, Mele\n    Fusi\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestCleanLeavesNothingThatSteersATerminal(t *testing.T) {
	if got := clean("a\x1b[31m\u202eb\n\tc\x00\x9bd"); got != "a[31mb cd" {
		t.Errorf("got %q", got)
	}
}

func TestSizes(t *testing.T) {
	for in, want := range map[string]size{"16MiB": 16 << 20, "500KB": 500000, "1.5k": 1536, "123": 123, "2GB": 2e9} {
		var s size
		if err := s.UnmarshalText([]byte(in)); err != nil || s != want {
			t.Errorf("%s: got %d, %v; want %d", in, s, err, want)
		}
	}
	for _, in := range []string{"", "much", "-3MB", "0", "5 parsecs", "900GB", "NaN", "1e400"} {
		var s size
		if err := s.UnmarshalText([]byte(in)); err == nil {
			t.Errorf("%q was taken for %d bytes", in, s)
		}
	}
}

func inputsOf(n int) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for i := range n {
			if !yield(source.Item{Document: readout.Document{ID: fmt.Sprint(i)}}) {
				return
			}
		}
	}
}

// uneven is slow for some documents and fails for one.
func uneven() reader {
	return func(d readout.Document) readout.Readout {
		if strings.HasSuffix(d.ID, "3") {
			time.Sleep(2 * time.Millisecond)
		}
		if d.ID == "17" {
			panic("fault")
		}
		return readout.Readout{Document: d}
	}
}

func TestOutcomesComeInTheOrderOfTheInputs(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		var got []string
		err := ordered(workers, inputsOf(50), uneven, nil, func(o outcome) error {
			if o.err != nil {
				got = append(got, "error")
				return nil
			}
			got = append(got, o.Document.ID)
			return nil
		})
		var want []string
		for i := range 50 {
			want = append(want, fmt.Sprint(i))
		}
		want[17] = "error"
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%d workers: got %v, %v", workers, got, err)
		}
	}
}

func TestReadingStopsWhereStoringFails(t *testing.T) {
	full := errors.New("disk full")
	n := 0
	err := ordered(3, inputsOf(1_000_000), uneven, nil, func(outcome) error {
		if n++; n == 5 {
			return full
		}
		return nil
	})
	if err != full || n != 5 {
		t.Errorf("got %v after %d outcomes", err, n)
	}
}

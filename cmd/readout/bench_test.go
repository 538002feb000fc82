package main

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"readout"
	"readout/eval"
	"readout/store"
)

// BenchmarkAddOne adds a document to a large record and brings its encounters up to
// date. READOUT_BENCH_DB names the record, as readout multiply --into makes it; what is
// added is taken out again.
func BenchmarkAddOne(b *testing.B) {
	path := os.Getenv("READOUT_BENCH_DB")
	if path == "" {
		b.Skip("READOUT_BENCH_DB names no record")
	}
	s, err := database{DB: path}.open()
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	var some []readout.Readout
	err = s.WalkDocuments(func(r readout.Readout) error {
		if len(r.Encounters) > 0 {
			some = append(some, eval.Vary(r, 0))
		}
		if len(some) >= 200 {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		b.Fatal(err)
	}
	var ids []string
	b.ReportAllocs()
	for b.Loop() {
		r := some[len(ids)%len(some)]
		r.Document.ID = fmt.Sprintf("bench-%d", len(ids))
		ids = append(ids, r.Document.ID)
		if _, err := s.Add([]readout.Readout{r}, false); err != nil {
			b.Fatal(err)
		}
		if err := s.Settle(); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	for _, id := range ids {
		if err := s.Remove(id); err != nil && !errors.Is(err, store.ErrNotFound) {
			b.Fatal(err)
		}
	}
}

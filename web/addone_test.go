package web

import (
	"os"
	"path/filepath"
	"testing"

	"readout"
	"readout/store"
)

// BenchmarkAddOne measures how long one more document takes, with all that it changes: the
// encounters that it belongs to, their catalogue, index and findings. The record is made
// for it, or is the one in READOUT_LOAD_DB, which it writes to:
//
//	READOUT_LOAD_DB=/var/tmp/copy-of-million.db go test ./web -run XXX -bench AddOne -benchtime 200x
func BenchmarkAddOne(b *testing.B) {
	path, fresh := os.Getenv("READOUT_LOAD_DB"), 0
	if path == "" {
		path, fresh = filepath.Join(b.TempDir(), "record.db"), 3000
	}
	s, err := store.Open(path, store.Options{Create: fresh > 0, Resolver: resolver()})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	w := newWorld(1)
	var rs []readout.Readout
	for range fresh {
		rs = append(rs, w.document())
	}
	addAll(b, s, rs)
	z, err := s.Sizes()
	if err != nil {
		b.Fatal(err)
	}
	for w.docs < z.Documents { // what comes next is new, and tells of what was told before
		w.document()
	}
	for b.Loop() {
		b.StopTimer()
		one := []readout.Readout{w.document()}
		b.StartTimer()
		addAll(b, s, one)
	}
	b.ReportMetric(float64(z.Encounters), "encounters")
}

func addAll(b *testing.B, s *store.Store, rs []readout.Readout) {
	b.Helper()
	if _, err := s.Add(rs, false); err != nil {
		b.Fatal(err)
	}
	if err := s.Settle(); err != nil {
		b.Fatal(err)
	}
}

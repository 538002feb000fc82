package store

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"readout"

	"pgregory.net/rapid"
)

// A child process that stores documents batch by batch until it is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv("STORE_CHILD"); path != "" {
		child(path)
	}
	flag.Parse()
	flag.Set("rapid.checks", "15")
	os.Exit(m.Run())
}

func child(path string) {
	s, err := Open(path, Options{Create: true, Resolver: byDay})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := fill(s); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	s.Close()
	os.Exit(0)
}

func fill(s *Store) error {
	all := many(600)
	for i := 0; i < len(all); i += 8 {
		if _, err := s.Add(all[i:i+8], false); err != nil {
			return err
		}
		if i%40 == 0 {
			if err := s.Settle(); err != nil {
				return err
			}
		}
	}
	return s.Settle()
}

// many makes documents that tell of overlapping sets of meetings.
func many(n int) []readout.Readout {
	people := []readout.Party{lind, mora, okon, {Name: "Tariq Aziz", Side: "Oman"}, {Name: "Mele Fusi", Side: "Tonga"}}
	var out []readout.Readout
	for i := range n {
		day := readout.DayOf(2019, 5, i%40)
		a, b := people[i%5], people[(i+1+i/7%3)%5]
		out = append(out, telling(fmt.Sprintf("doc-%04d", i), string(day.Date()),
			meeting{a, b, day.Date(), readout.Held, fmt.Sprintf("%s met %s, report %d.", a.Name, b.Name, i), ""},
			meeting{b, lind, "", readout.Denied, fmt.Sprintf("No talks with %s, report %d.", b.Name, i), "Spokesman"}))
	}
	return out
}

func TestKilledAtAnyMomentNothingStoredIsLost(t *testing.T) {
	if testing.Short() {
		t.Skip("kills child processes")
	}
	want := fresh(t)
	if err := fill(want); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "record.db")
	stored := 0
	for round := range 4 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "STORE_CHILD="+path)
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(60+70*round) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		stored = wholeAfterKill(t, path, stored)
	}
	s, err := Open(path, Options{Create: true, Resolver: byDay})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := fill(s); err != nil {
		t.Fatal(err)
	}
	if export(t, s) != export(t, want) {
		t.Error("the completed record differs from one made without a break")
	}
}

// wholeAfterKill checks the record, and that it holds no fewer documents than before.
func wholeAfterKill(t *testing.T, path string, before int) int {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		return 0 // killed before the file was made
	}
	s, err := Open(path, Options{Resolver: byDay})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var sound string
	if err := s.readers.QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
		t.Fatalf("integrity: %s, %v", sound, err)
	}
	v, err := s.Verify()
	if err != nil || v.Hold != v.Spans || v.Documents < before {
		t.Fatalf("got %d of %d spans in %d documents, %v; before there were %d", v.Hold, v.Spans, v.Documents, err, before)
	}
	return v.Documents
}

func TestAnyOrderOfAddingRemovingAndReplacingEqualsReadingAfresh(t *testing.T) {
	dir := t.TempDir()
	n := 0
	open := func(t *rapid.T) *Store {
		n++
		s, err := Open(filepath.Join(dir, fmt.Sprintf("%d.db", n)), Options{Create: true, Resolver: byDay})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	people := []readout.Party{lind, mora, okon}
	draw := func(t *rapid.T, id string) readout.Readout {
		var ms []meeting
		for i := range rapid.IntRange(0, 3).Draw(t, "meetings") {
			a := rapid.IntRange(0, 2).Draw(t, "a")
			date := readout.Date(rapid.SampledFrom([]string{"2019-05-01", "2019-05-02", ""}).Draw(t, "date"))
			ms = append(ms, meeting{people[a], people[(a+1)%3], date, readout.Held, fmt.Sprintf("Report %d of %s on %s, %s.", i, id, people[a].Name, date), ""})
		}
		return telling(id, "2019-05-04", ms...)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := open(t)
		defer s.Close()
		now := map[string]readout.Readout{}
		var ids []string
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			id := rapid.SampledFrom([]string{"a", "b", "c", "d", "e"}).Draw(t, "id")
			_, there := now[id]
			if there && rapid.Bool().Draw(t, "remove") {
				if err := s.Remove(id); err != nil {
					t.Fatal(err)
				}
				delete(now, id)
				continue
			}
			r := draw(t, id)
			now[id] = r
			ids = append(ids, id)
			if _, err := s.Add([]readout.Readout{r}, false); err != nil {
				t.Fatal(err)
			}
			if rapid.Bool().Draw(t, "settle") {
				if err := s.Settle(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := s.Settle(); err != nil {
			t.Fatal(err)
		}
		want := open(t)
		defer want.Close()
		for _, id := range ids {
			if r, ok := now[id]; ok {
				want.Add([]readout.Readout{r}, false)
			}
		}
		if err := want.Settle(); err != nil {
			t.Fatal(err)
		}
		got := exportTo(t, s)
		if got != exportTo(t, want) {
			t.Fatal("the record differs from one made afresh")
		}
		if err := s.Rebuild(); err != nil {
			t.Fatal(err)
		}
		if got != exportTo(t, s) {
			t.Fatal("rebuilding changed the record")
		}
	})
}

func exportTo(t *rapid.T, s *Store) string {
	var b sink
	if err := s.Export(&b); err != nil {
		t.Fatal(err)
	}
	return string(b)
}

type sink []byte

func (s *sink) Write(b []byte) (int, error) { *s = append(*s, b...); return len(b), nil }

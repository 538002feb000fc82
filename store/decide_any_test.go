package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"readout"
)

// TestDecisionsHoldInAnyOrderOfReading decides, removes, adds back and reads anew at
// random, and compares with a record that reads all that is left and decides then.
func TestDecisionsHoldInAnyOrderOfReading(t *testing.T) {
	dir := t.TempDir()
	n := 0
	open := func(rt *rapid.T) *Store {
		n++
		s, err := Open(filepath.Join(dir, fmt.Sprintf("%d.db", n)), Options{Create: true, Resolver: programs})
		if err != nil {
			rt.Fatal(err)
		}
		return s
	}
	people := []readout.Party{lind, mora, okon}
	docs := map[string]readout.Readout{}
	for i, id := range []string{"a", "b", "c", "d", "e", "f"} {
		var ms []meeting
		for k := range 1 + i%2 {
			date := []readout.Date{"2019-05-01", "2019-05-02", "2019-05"}[(i+k)%3]
			ms = append(ms, meeting{people[k%3], people[(k+1+i/4)%3], date, readout.Held, fmt.Sprintf("Report %d of %s, on %s.", k, id, date), ""})
		}
		docs[id] = telling(id, "2019-05-04", ms...)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := open(t)
		defer s.Close()
		there := map[string]bool{}
		clock := 0
		for range rapid.IntRange(4, 16).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"add", "add", "decide", "decide", "remove", "again"}).Draw(t, "step") {
			case "add":
				id := rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"}).Draw(t, "id")
				there[id] = true
				change(t, s, false, docs[id])
			case "remove":
				if id, ok := one(t, there); ok {
					delete(there, id)
					if err := s.Remove(id); err != nil {
						t.Fatal(err)
					}
				}
			case "again":
				if id, ok := one(t, there); ok {
					change(t, s, true, docs[id])
				}
			case "decide":
				clock++
				decideAny(t, s, clock)
			}
		}
		afresh := open(t)
		defer afresh.Close()
		var left []readout.Readout
		for _, id := range rapid.Permutation(keysOf(there)).Draw(t, "order") {
			left = append(left, docs[id])
		}
		change(t, afresh, false, left...)
		ds, err := s.Decisions(DecisionFilter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range ds {
			if _, err := afresh.Decide(d.Decision); err != nil {
				t.Fatal(err)
			}
		}
		got := exportTo(t, s)
		if want := exportTo(t, afresh); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
		if err := s.Rebuild(); err != nil {
			t.Fatal(err)
		}
		if again := exportTo(t, s); got != again {
			t.Fatalf("rebuilding changed the record to\n%s\nfrom\n%s", again, got)
		}
	})
}

func change(t *rapid.T, s *Store, again bool, rs ...readout.Readout) {
	if _, err := s.Add(rs, again); err != nil {
		t.Fatal(err)
	}
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
}

func keysOf(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func one(t *rapid.T, there map[string]bool) (string, bool) {
	ids := keysOf(there)
	if len(ids) == 0 {
		return "", false
	}
	return rapid.SampledFrom(ids).Draw(t, "one"), true
}

// decideAny makes some decision about encounters that are there, or takes one back.
func decideAny(t *rapid.T, s *Store, clock int) {
	d := Decision{By: "Eva", At: fmt.Sprintf("2024-05-31T17:%02d:00Z", clock)}
	es, err := s.Encounters(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	ds, err := s.Decisions(DecisionFilter{Active: true})
	if err != nil {
		t.Fatal(err)
	}
	kinds := []string{Accept, Correct, Reject}
	if len(es) > 1 {
		kinds = append(kinds, Same, Different, Same, Different)
	}
	if len(ds) > 0 {
		kinds = append(kinds, Undo)
	}
	if len(es) == 0 {
		kinds = kinds[3:]
	}
	if len(kinds) == 0 {
		return
	}
	d.Kind = rapid.SampledFrom(kinds).Draw(t, "kind")
	if d.Kind == Undo {
		d.Undoes = rapid.SampledFrom(ds).Draw(t, "undo").ID
	} else {
		i := rapid.IntRange(0, len(es)-1).Draw(t, "on")
		d.On = targetsFor(t, s, es[i].ID)
		switch other := es[(i+1)%len(es)].ID; d.Kind {
		case Same:
			d.On = append(d.On, targetsFor(t, s, other)...)
		case Different:
			d.Against = targetsFor(t, s, other)
		case Correct:
			d.Field = rapid.SampledFrom([]string{"date", "place"}).Draw(t, "field")
			d.Value = map[string]string{"date": "2019-05-02", "place": "Cusco, Peru"}[d.Field]
		}
	}
	if _, err := s.Decide(d); err != nil {
		t.Fatal(err)
	}
}

func targetsFor(t *rapid.T, s *Store, id string) []Target {
	ts, err := s.EncounterTargets(id)
	if err != nil {
		t.Fatal(err)
	}
	return ts
}

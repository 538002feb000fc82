package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout"
)

// catalogued writes out all that the catalogue counts, by names instead of numbers.
func catalogued(t interface{ Fatal(...any) }, s *Store) string {
	var out []string
	for _, q := range []string{
		"SELECT id || ' ' || day || ' ' || mask || ' ' || card FROM catalogue",
		"SELECT facet || ':' || key || ' ' || label || ' ' || total FROM terms",
		"SELECT t.facet || ':' || t.key || ' ' || p.day || ' ' || p.mask || ' ' || c.id FROM postings p JOIN terms t ON t.num = p.term JOIN catalogue c USING (encounter)",
		"SELECT t.facet || ':' || t.key || ' ' || y.month || ' ' || y.what || ' ' || y.n FROM tallies y JOIN terms t ON t.num = y.term WHERE y.n <> 0",
		"SELECT t.key || ' with ' || o.key || ' ' || g.n FROM together g JOIN terms t ON t.num = g.term JOIN terms o ON o.num = g.other WHERE g.n <> 0",
		"SELECT c.id || ' ' || f.what || ' ' || f.type || ' ' || f.key FROM findings f JOIN catalogue c USING (encounter)",
		"SELECT name || ' ' || documents || ' ' || copies FROM outlets",
	} {
		rows, err := s.column(q)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(rows)
		out = append(out, rows...)
	}
	return strings.Join(out, "\n")
}

// planned finds a prospect in every encounter that was planned.
func planned(e readout.Encounter, _ func() ([]Spoken, error)) ([]Finding, error) {
	if e.Status.Value() != readout.Planned {
		return nil, nil
	}
	return []Finding{{What: Prospect, Type: "open", Due: e.Date.Value(), Body: e.ID}}, nil
}

func withCatalogue(t interface {
	Fatal(...any)
	Helper()
}, path string) *Store {
	r := *byDay
	r.Findings = planned
	s, err := Open(path, Options{Create: true, Resolver: &r})
	if err != nil {
		t.Fatal(err)
	}
	s.large = 3 // so that a few encounters make a term large
	return s
}

func TestTheCatalogueOfAnyHistoryIsThatOfCataloguingAfresh(t *testing.T) {
	parties := []readout.Party{lind, mora, okon}
	dates := []readout.Date{"", "2019", "2019-05", "2019-05-03", "2020-01-31/2020-02-02"}
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(r *rapid.T) {
		n++
		s := withCatalogue(t, fmt.Sprintf("%s/%d.db", dir, n))
		defer s.Close()
		for range rapid.IntRange(1, 12).Draw(r, "steps") {
			id := fmt.Sprint("d", rapid.IntRange(0, 4).Draw(r, "id"))
			if rapid.IntRange(0, 3).Draw(r, "remove") == 0 {
				s.Remove(id) // an unknown one is refused
				continue
			}
			var ms []meeting
			for i := range rapid.IntRange(0, 3).Draw(r, "meetings") {
				a := rapid.IntRange(0, 2).Draw(r, "a")
				ms = append(ms, meeting{parties[a], parties[(a+1)%3], rapid.SampledFrom(dates).Draw(r, "date"),
					readout.Status(rapid.IntRange(1, 5).Draw(r, "status")), fmt.Sprint("They met, it says ", i), ""})
			}
			if _, err := s.Add([]readout.Readout{telling(id, "2019-05-04", ms...)}, true); err != nil {
				t.Fatal(err)
			}
			if rapid.Bool().Draw(r, "settle") {
				if err := s.Settle(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := s.Settle(); err != nil {
			t.Fatal(err)
		}
		got := catalogued(t, s)
		for _, q := range []string{"DELETE FROM catalogue", "DELETE FROM terms", "DELETE FROM postings", "DELETE FROM tallies", "DELETE FROM together",
			"DELETE FROM findings", "INSERT INTO term_words(term_words) VALUES ('rebuild')", "DELETE FROM encounter_words",
			"INSERT OR IGNORE INTO uncatalogued SELECT num FROM encounters"} {
			if _, err := s.writer.Exec(q); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Settle(); err != nil {
			t.Fatal(err)
		}
		if want := catalogued(t, s); small(got) != small(want) {
			r.Fatalf("the catalogue kept up to date is\n%s\nand made afresh\n%s", got, want)
		}
	})
}

// small leaves out which terms are large: a term that shrank keeps its tallies.
func small(catalogue string) string {
	var out []string
	for line := range strings.Lines(catalogue) {
		if f := strings.Fields(line); len(f) > 0 && !strings.Contains(line, " with ") && len(f) != 4 {
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}

func term(t testing.TB, s *Store, facet, name string) Term {
	t.Helper()
	x, err := s.Term(facet, Slug(name))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestTalliesOfALargeTermEqualItsPostings(t *testing.T) {
	s := withCatalogue(t, t.TempDir()+"/r.db")
	defer s.Close()
	for i := range 9 {
		day := readout.Date(fmt.Sprintf("20%02d-0%d-03", 10+i%3, 1+i))
		add(t, s, telling(fmt.Sprint("d", i), "2019-05-04", meeting{lind, mora, day, readout.Status(1 + i%5), "They met", ""}))
	}
	if err := s.Remove("d4"); err != nil {
		t.Fatal(err)
	}
	side := term(t, s, FacetSide, "Sweden")
	if !side.large || side.Total != 8 {
		t.Fatalf("Sweden has %d encounters, large %v; want 8, large", side.Total, side.large)
	}
	tallied, err := s.Count(Query{Terms: []Term{side}})
	if err != nil {
		t.Fatal(err)
	}
	small := side
	small.large = false
	walked, err := s.Count(Query{Terms: []Term{small}})
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(tallied) != fmt.Sprint(walked) || tallied.Total != 8 {
		t.Errorf("tallies count\n%v\npostings\n%v", tallied, walked)
	}
	with, err := s.Together(side, FacetSide, 5)
	if err != nil || len(with) != 1 || with[0].Label != "Peru" || with[0].Shared != 8 {
		t.Errorf("Sweden met %v (%v); want Peru 8 times", with, err)
	}
}

func TestBrowsingPageByPageShowsEveryEncounterOnceLatestFirst(t *testing.T) {
	s := withCatalogue(t, t.TempDir()+"/r.db")
	defer s.Close()
	var rs []readout.Readout
	for i := range 23 {
		day := readout.Date(fmt.Sprintf("2019-%02d-%02d", 1+i%12, 1+i))
		if i%7 == 0 {
			day = ""
		}
		rs = append(rs, telling(fmt.Sprint("d", i), "2019-05-04", meeting{lind, mora, day, readout.Held, "They met", ""}))
	}
	add(t, s, rs...)
	for _, oldest := range []bool{false, true} {
		var days []string
		seen := map[string]bool{}
		for after, pages := "", 0; ; pages++ {
			p, err := s.Browse(Query{After: after, Limit: 5, OldestFirst: oldest})
			if err != nil || pages > 10 {
				t.Fatal(pages, err)
			}
			for _, c := range p.Cards {
				if seen[c.ID] {
					t.Errorf("%s is shown twice", c.ID)
				}
				seen[c.ID] = true
				days = append(days, c.Date)
			}
			if after = p.Next; after == "" {
				break
			}
		}
		if oldest {
			slices.Reverse(days)
		}
		if len(days) != 23 || !slices.IsSortedFunc(days, func(a, b string) int { return strings.Compare(b, a) }) {
			t.Errorf("%d encounters in the order %v", len(days), days)
		}
	}
}

func TestBrowsingByTermsStatusDaysAndWords(t *testing.T) {
	s := withCatalogue(t, t.TempDir()+"/r.db")
	defer s.Close()
	add(t, s, telling("a", "2019-05-04", meeting{lind, mora, "2019-05-03", readout.Held, "They met", ""}),
		telling("b", "2019-05-04", meeting{lind, okon, "2019-06", readout.Planned, "They will meet", ""}),
		telling("c", "2019-05-04", meeting{mora, okon, "2020-01-01", readout.Denied, "They did not meet", ""}))
	side := func(n string) Term { return term(t, s, FacetSide, n) }
	for _, c := range []struct {
		what string
		q    Query
		want int
	}{
		{"every one", Query{}, 3},
		{"of a side", Query{Terms: []Term{side("Sweden")}}, 2},
		{"of a pair", Query{Terms: []Term{side("Sweden"), side("Nigeria")}}, 1},
		{"of a person with a side", Query{Terms: []Term{term(t, s, FacetParty, "Álvaro Mora"), side("Nigeria")}}, 1},
		{"of a side that is not there", Query{Terms: []Term{side("Atlantis")}}, 0},
		{"planned", Query{Status: "planned"}, 1},
		{"of a kind nobody tells of", Query{Kind: "call"}, 0},
		{"that were prospects", Query{Found: Prospect}, 1},
		{"on a day within the month", Query{Since: "2019-06-10", Until: "2019-06-10"}, 1},
		{"of a year", Query{Since: "2019", Until: "2019"}, 2},
		{"with words", Query{Text: "okonjo"}, 2},
		{"with words, of a side", Query{Text: "okonjo", Terms: []Term{side("Peru")}}, 1},
	} {
		c.q.Limit = 10
		if p, err := s.Browse(c.q); err != nil || len(p.Cards) != c.want {
			t.Errorf("%s: %d encounters, %v; want %d", c.what, len(p.Cards), err, c.want)
		}
		n, err := s.Count(c.q)
		if err != nil || n.Total != c.want && c.q.Since == "" {
			t.Errorf("%s: counted %d, %v; want %d", c.what, n.Total, err, c.want)
		}
	}
	if _, err := s.Browse(Query{After: "nowhere"}); err == nil {
		t.Error("a place in a list that is none is taken for one")
	}
}

func TestAFindingKeepsItsNumberWhenItsEncounterIsComputedAnew(t *testing.T) {
	s := withCatalogue(t, t.TempDir()+"/r.db")
	defer s.Close()
	plan := meeting{lind, okon, "2019-06-01", readout.Planned, "They will meet", ""}
	add(t, s, telling("a", "2019-05-04", plan))
	add(t, s, telling("b", "2019-05-04", meeting{lind, mora, "2019-06-02", readout.Planned, "They will meet", ""}))
	order := func() (out []string) {
		fs, _, err := s.Findings(FindingQuery{What: Prospect, Today: -1 << 30, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range fs {
			out = append(out, fmt.Sprint(f.Num))
		}
		return out
	}
	before := order()
	add(t, s, telling("c", "2019-05-05", plan)) // another document of the first
	if after := order(); !slices.Equal(before, after) {
		t.Errorf("findings %v became %v", before, after)
	}
}

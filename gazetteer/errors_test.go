package gazetteer

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

// Every mistake in a user's table is refused with file, line and what to do.
func TestMistakesAreRefused(t *testing.T) {
	for _, c := range []struct {
		name, table, rows string
		line              int
		what, remedy      string
	}{
		{"bad date", "offices.tsv", "angela-merkel\tenvoy\tDE\t2022-13\t\t\tmine", 2, "is no date", "write 2014-03-27"},
		{"term ends before it begins", "offices.tsv", "angela-merkel\tenvoy\tDE\t2022\t2021\t\tmine", 2, "before it begins", "check"},
		{"unknown person", "offices.tsv", "nobody-at-all\tenvoy\tDE\t2022\t\t\tmine", 2, "not known", "people.tsv"},
		{"unknown side", "offices.tsv", "angela-merkel\tenvoy\tQQ\t2022\t\t\tmine", 2, "not known", "states.tsv"},
		{"no office", "offices.tsv", "angela-merkel\t\tDE\t2022\t\t\tmine", 2, "no office", "name the office"},
		{"duplicate key", "people.tsv", "jan-novak\tJan Novák\t\t\tm\t\tmine\njan-novak\tJan Novák\t\t\tm\t\tmine", 3, "second time, first in line 2", "delete"},
		{"unknown sex", "people.tsv", "jan-novak\tJan Novák\t\t\tx\t\tmine", 2, "sex", "write f, m"},
		{"no name", "people.tsv", "jan-novak\t\t\t\tm\t\tmine", 2, "no name", "give it the name"},
		{"unknown country", "cities.tsv", "Atlantis\tQQ\t\t\t\t\tmine", 2, "not known", "ISO 3166-1"},
		{"too few columns", "cities.tsv", "Atlantis\tGR", 2, "not 7 columns", "one tab"},
		{"gathering without days", "gatherings.tsv", "G20\t\t2030-11-01\t\tParis\tFR\t\t\tmine", 2, "no dates", "first and last day"},
		{"gathering that ends first", "gatherings.tsv", "G20\t\t2030-11-02\t2030-11-01\tParis\tFR\t\t\tmine", 2, "before it begins", "check"},
		{"unknown series", "gatherings.tsv", "G99\t\t2030-11-01\t2030-11-02\tParis\tFR\t\t\tmine", 2, "not known", "series.tsv"},
		{"code of a country", "states.tsv", "Atlantis\tAtlantis\t\t\t\t\t\t\tmine", 2, "no code", "ISO 3166-1"},
		{"forename", "forenames.tsv", "Zork\tq\tmine", 2, "sex", "write f, m or fm"},
		{"date of a treaty", "topics.tsv", "Treaty of Oz\t\ttreaty\tyesterday\tmine", 2, "is no date", "write"},
		{"side of a body", "bodies.tsv", "OZ\tOz Office\t\toffice\tQQ\t\tmine", 2, "not known", "states.tsv"},
	} {
		fsys := fstest.MapFS{c.table: {Data: []byte(Header(c.table) + "\n" + c.rows + "\n")}}
		_, err := LoadWith(fsys)
		var p *Problem
		if !errors.As(err, &p) {
			t.Errorf("%s: %v, want a refusal", c.name, err)
			continue
		}
		if p.File != c.table || p.Line != c.line || !strings.Contains(p.What, c.what) || !strings.Contains(p.Remedy, c.remedy) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestWrongHeaderIsRefused(t *testing.T) {
	_, err := LoadWith(fstest.MapFS{"people.tsv": {Data: []byte("name\tsex\n")}})
	var p *Problem
	if !errors.As(err, &p) || p.Line != 1 {
		t.Fatalf("%v, want a refusal of line 1", err)
	}
}

// A user's tables extend the built-in ones, and override a row with its key.
func TestOwnTables(t *testing.T) {
	g, err := LoadWith(fstest.MapFS{
		"people.tsv":  {Data: []byte(Header("people.tsv") + "\nlena-brandt\tLena Brandt\tHelene Brandt\t\tf\t\tmine\n")},
		"offices.tsv": {Data: []byte(Header("offices.tsv") + "\nlena-brandt\tforeign minister\tDE\t2031-01-10\t\t\tmine\n")},
		"topics.tsv":  {Data: []byte(Header("topics.tsv") + "\nBrexit\tthe divorce\tprocess\t2016\tmine\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	d, _ := on(t, "2031-05-01")
	if held := g.HoldersOf("foreign minister", "DE", d); len(held) == 0 || held[0].Person.Name != "Lena Brandt" {
		t.Errorf("own holder: %v", held)
	}
	if n, refs := g.Longest([]string{"Helene", "Brandt", "said"}, 0); n != 2 || !refs[0].Female {
		t.Errorf("own alias: %d tokens", n)
	}
	if n, _ := g.Longest([]string{"the", "divorce"}, 0); n != 2 {
		t.Error("an overriding row is not used")
	}
}

func FuzzLongest(f *testing.F) {
	g := load(f)
	f.Add("Kim Jong-un met \xff U.S. - ’ al-Assad")
	f.Fuzz(func(t *testing.T, text string) {
		forms := strings.Fields(text)
		for i := range forms {
			if n, refs := g.Longest(forms, i); n < 0 || i+n > len(forms) || n > 0 && len(refs) == 0 {
				t.Fatalf("%d tokens, %d refs", n, len(refs))
			}
		}
		g.Who(Question{Phrase: text, Context: text})
		g.Event(text, 0, false)
	})
}

// Sizes that the tables must keep.
func TestFloors(t *testing.T) {
	g := load(t)
	count := map[Kind]int{}
	for i := range g.entries {
		count[g.entries[i].Kind]++
	}
	for kind, least := range map[Kind]int{State: 245, City: 30000, Person: 4000, Body: 150, Outlet: 80, Group: 80, Gathering: 900, Topic: 40} {
		if count[kind] < least {
			t.Errorf("%d entries of kind %s, want %d", count[kind], kind, least)
		}
	}
	if len(g.terms) < 5500 {
		t.Errorf("%d terms of office, want 5500", len(g.terms))
	}
	if g.Names() < 50000 {
		t.Errorf("%d names, want 50000", g.Names())
	}
}

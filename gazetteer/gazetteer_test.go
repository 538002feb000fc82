package gazetteer

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"readout"
)

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestLongest(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		tokens string
		n      int
		id     string
		as     As
	}{
		{"Sergei Lavrov said", 2, "person:sergei-lavrov", Full},
		{"Sergey Lavrov said", 2, "person:sergei-lavrov", Alias},
		{"Lavrov said", 1, "person:sergei-lavrov", Surname},
		{"Kim Jong-un met", 2, "person:kim-jong-un", Full},
		{"Kim Jong - un met", 4, "person:kim-jong-un", Full},
		{"Kim Jong Un met", 3, "person:kim-jong-un", Full},
		{"Donald J. Trump met", 3, "person:donald-trump", Alias},
		{"Mike X. Pompeo met", 3, "person:mike-pompeo", Full},
		{"US officials", 1, "state:US", Short},
		{"U.S. officials", 1, "state:US", Short},
		{"us officials", 0, "", Full},
		{"Turkey said", 1, "state:TR", Full},
		{"turkey sandwich", 0, "", Full},
		{"Theresa May said", 2, "person:theresa-may", Full},
		{"may say", 0, "", Full},
		{"Kremlin spokesman", 1, "state:RU", Metonym},
		{"Russian troops", 1, "state:RU", Adjective},
		{"Frenchmen sang", 1, "state:FR", National},
		{"Elysee aides", 1, "state:FR", Metonym},
		{"Élysée aides", 1, "state:FR", Metonym},
		{"Xi’an is", 1, "city:1790630", Full},
		{"BEIJING (", 1, "city:1816670", Full},
		{"SRI LANKA said", 2, "state:LK", Full},
		{"XI said", 0, "", Full},
		{"State Department spokesman", 2, "body:STATEDEPT", Full},
		{"Reuters reported", 1, "body:REUTERS", Full},
		{"Hizbollah fighters", 1, "group:HEZBOLLAH", Alias},
		{"Joint Comprehensive Plan of Action", 5, "topic:JCPOA", Alias},
	} {
		n, refs := g.Longest(strings.Fields(c.tokens), 0)
		if n != c.n {
			t.Errorf("%q: %d tokens, want %d", c.tokens, n, c.n)
			continue
		}
		if n == 0 {
			continue
		}
		found := false
		for _, r := range refs {
			found = found || r.ID == c.id && r.As == c.as
		}
		if !found {
			t.Errorf("%q: no %s as %s in %v", c.tokens, c.id, c.as, show(refs))
		}
	}
}

func show(refs []Ref) (out []string) {
	for _, r := range refs {
		out = append(out, r.ID+" as "+r.As.String())
	}
	return out
}

func TestPlaces(t *testing.T) {
	g := load(t)
	for form, want := range map[string]string{
		"Paris": "Paris, France", "Hamburg": "Hamburg, Germany", "St. Petersburg": "St Petersburg, Russia", "Santiago": "Santiago, Chile",
		"London": "London, United Kingdom", "Kiev": "Kyiv, Ukraine", "Peking": "Beijing, China", "Geneva": "Geneva, Switzerland",
	} {
		refs := g.Find(form)
		var got string
		for _, r := range refs {
			if r.Kind == City {
				got = g.PlaceOf(r).String()
				break
			}
		}
		if got != want {
			t.Errorf("%s is %q, want %q", form, got, want)
		}
	}
}

func TestOfficesByDate(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		phrase  string
		y, m, d int
		want    string
	}{
		{"the Russian foreign minister", 2003, 5, 1, "Igor Ivanov"},
		{"the British foreign secretary", 2017, 5, 1, "Boris Johnson"},
		{"the US Secretary of State", 2014, 3, 1, "John Kerry"},
		{"the US foreign minister", 2014, 3, 1, "John Kerry"},
		{"the German chancellor", 2021, 12, 7, "Angela Merkel"},
		{"the Kremlin spokesman", 2018, 1, 1, "Dmitry Peskov"},
		{"the UN secretary-general", 2008, 1, 1, "Ban Ki-moon"},
		{"the North Korean leader", 2018, 6, 12, "Kim Jong-un"},
	} {
		got := g.Who(Question{Phrase: c.phrase, Day: readout.DayOf(c.y, c.m, c.d), HasDay: true})
		if got.Person == nil || got.Person.Name != c.want {
			t.Errorf("%s in %d: %v, want %s", c.phrase, c.y, got, c.want)
		}
	}
}

func TestSurnameByDate(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		name, office string
		y            int
		want         string
	}{
		{"Bush", "", 1991, "George H. W. Bush"},
		{"Bush", "", 2003, "George W. Bush"},
		{"Clinton", "", 1997, "Bill Clinton"},
		{"Clinton", "Secretary of State", 2011, "Hillary Clinton"},
		{"Kim", "North Korean leader", 2018, "Kim Jong-un"},
		{"Lavrov", "", 2014, "Sergei Lavrov"},
	} {
		got, sure := g.PersonBySurname(c.name, Hints{Day: readout.DayOf(c.y, 6, 1), HasDay: true, OfficeWords: c.office})
		if !sure || got[0].Name != c.want {
			t.Errorf("%s in %d: %v, want %s", c.name, c.y, got, c.want)
		}
	}
	if _, sure := g.PersonBySurname("Clinton", Hints{Day: readout.DayOf(2011, 6, 1), HasDay: true}); sure {
		t.Log("Clinton in 2011 is taken for sure")
	}
}

func TestGatherings(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		phrase string
		day    readout.Day
		want   string
	}{
		{"the APEC summit in Beijing", 0, "2014-11-10/2014-11-11"},
		{"the G20 in Hangzhou", 0, "2016-09-04/2016-09-05"},
		{"APEC", readout.DayOf(2012, 9, 10), "2012-09-08/2012-09-09"},
		{"the Reykjavik summit", 0, "1986-10-11/1986-10-12"},
		{"the Trump-Kim summit in Singapore", 0, "2018-06-12"},
		{"the Munich Security Conference", readout.DayOf(2020, 2, 15), "2020-02-14/2020-02-16"},
		{"NATO summit", readout.DayOf(2014, 9, 3), "2014-09-04/2014-09-05"},
	} {
		got, sure := g.Gatherings(c.phrase, "", c.day, c.day != 0)
		if !sure || string(got[0].Date) != c.want {
			t.Errorf("%s: sure %v", c.phrase, sure)
			for _, m := range got {
				t.Log(m.Name, m.Date, m.City, m.Score, m.Reason)
			}
		}
	}
}

func TestGivenNames(t *testing.T) {
	g := load(t)
	if f, m := g.GivenName("Angela"); !f || m {
		t.Error("Angela")
	}
	if f, m := g.GivenName("Sergei"); f || !m {
		t.Error("Sergei")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

func BenchmarkLongest(b *testing.B) {
	matchLine(b, load(b))
}

func matchLine(b *testing.B, g *Gazetteer) {
	line := strings.Fields("The Russian foreign minister , Sergei Lavrov , told reporters in Geneva on Friday that he had met the U.S. Secretary of State John Kerry for talks about the war in Syria and that both sides wanted the cease-fire to hold .")
	b.SetBytes(int64(len(strings.Join(line, " "))))
	for b.Loop() {
		for i := 0; i < len(line); {
			n, _ := g.Longest(line, i)
			i += max(n, 1)
		}
	}
}

// The same with tables of a user's own that bring the names to more than 100,000.
func BenchmarkLongestOfManyNames(b *testing.B) {
	var people strings.Builder
	people.WriteString(Header("people.tsv") + "\n")
	for i := range 40000 {
		fmt.Fprintf(&people, "p%d\t%s %s\t\t\t\t\tmine\n", i, syllables(i%311), syllables(i))
	}
	g, err := LoadWith(fstest.MapFS{"people.tsv": {Data: []byte(people.String())}})
	if err != nil || g.Names() < 100000 {
		b.Fatal(g, err)
	}
	b.ReportMetric(float64(g.Names()), "names")
	matchLine(b, g)
}

// syllables is a made-up name.
func syllables(n int) string {
	out := "X"
	for n += 37; n > 0; n /= 37 {
		out += string("bcdfghjklmnprstvwz"[n%18]) + string("aeiou"[n%5])
	}
	return out
}

// A surname in two spellings that fold to one ("Erdoğan", "Erdogan") is no second
// bearer who would make the first doubtful.
func TestOneBearerOfTwoSpellings(t *testing.T) {
	g := load(t)
	for _, surname := range []string{"Erdogan", "Erdoğan"} {
		found, sure := g.PersonBySurname(surname, Hints{Day: readout.DayOf(2018, 5, 1), HasDay: true})
		if !sure || len(found) != 1 {
			t.Errorf("%s: %d bearers, sure %t", surname, len(found), sure)
		}
	}
}

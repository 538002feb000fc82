package timex

import (
	"strings"
	"testing"

	"readout"
	"readout/text"
)

func load(t testing.TB) *Finder {
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func segment(s string) []text.Sentence {
	return text.Segment(s, []readout.Section{{Span: readout.Span{End: readout.Offset(len(s))}}})
}

// show writes every time as "words=value".
func show(f *Finder, published, s string) string {
	var out []string
	for _, e := range f.Find(readout.Document{Published: published, Text: s}, segment(s)) {
		v := string(e.Date)
		switch {
		case e.Kind == text.Set:
			v = "set"
		case e.Kind == text.Duration && e.Minutes.Max > 0:
			v = itoa(e.Minutes.Min) + ".." + itoa(e.Minutes.Max)
		case e.Kind == text.Duration:
			v = "long"
		}
		out = append(out, s[e.Start:e.End]+"="+v)
	}
	return strings.Join(out, "; ")
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + itoa(n%10)
	}
	return string(rune('0' + n))
}

// The publication day is Thursday, 16 May 2019.
var cases = []struct{ in, want string }{
	{"The ministers met on Tuesday.", "Tuesday=2019-05-14"},
	{"The ministers will meet on Tuesday.", "Tuesday=2019-05-21"},
	{"The envoy said Thursday that talks went well.", "Thursday=2019-05-16"},
	{"He arrived last Friday and leaves next Monday.", "last Friday=2019-05-10; next Monday=2019-05-20"},
	{"They spoke on Friday night.", "Friday night=2019-05-10"},
	{"They met on Nov. 11, 2014, in Oslo.", "Nov. 11, 2014=2014-11-11"},
	{"They met on 11 November 2014.", "11 November 2014=2014-11-11"},
	{"They met on Sept. 4th.", "Sept. 4th=2018-09-04"},
	{"The file is dated 2014-11-11.", "2014-11-11=2014-11-11"},
	{"The summit was held Nov. 10-12, 2014.", "Nov. 10-12, 2014=2014-11-10/2014-11-12"},
	{"They will talk between May 23 and 25.", "between May 23 and 25=2019-05-23/2019-05-25"},
	{"They will talk between 23 and 25 May.", "between 23 and 25 May=2019-05-23/2019-05-25"},
	{"They met over the weekend of Nov 30-Dec 1, 2018.", "the weekend of Nov 30-Dec 1, 2018=2018-11-30/2018-12-01"},
	{"The two spoke yesterday and will speak again tomorrow.", "yesterday=2019-05-15; tomorrow=2019-05-17"},
	{"They will meet later this week.", "later this week=2019-05-16/2019-05-19"},
	{"They will meet this weekend.", "this weekend=2019-05-18/2019-05-19"},
	{"They met last weekend.", "last weekend=2019-05-11/2019-05-12"},
	{"They met last month.", "last month=2019-04"},
	{"They met last week.", "last week=2019-05-06/2019-05-12"},
	{"They will meet next year in Lima.", "next year=2020"},
	{"They will meet in early June.", "early June=2019-06"},
	{"They met in mid-June.", "mid-June=2018-06"},
	{"They met in late 2016.", "late 2016=2016"},
	{"They met in the fall.", "the fall=2018-09/2018-11"},
	{"They met three weeks ago.", "three weeks ago=2019-04-22/2019-04-28"},
	{"They met on May 3. Two days later, they spoke again.", "May 3=2019-05-03; Two days later=2019-05-05"},
	{"They met in July.", "July=2018-07"},
	{"They will meet in July.", "July=2019-07"},
	{"They talked for 90 minutes.", "90 minutes=90..90"},
	{"They talked for half an hour.", "half an hour=30..30"},
	{"They talked for more than half an hour.", "more than half an hour=30..30"},
	{"They talked for between 15 or 20 minutes.", "between 15 or 20 minutes=15..20"},
	{"They talked for an hour and a half.", "an hour and a half=90..90"},
	{"They talked for 2 hours and 15 minutes.", "2 hours and 15 minutes=135..135"},
	{"It was a two-and-a-half-hour meeting.", "two-and-a-half-hour=150..150"},
	{"It was a 45-minute call.", "45-minute=45..45"},
	{"They talked for less than an hour.", "less than an hour=0..60"},
	{"They meet every Tuesday and twice a year.", "every Tuesday=set; twice a year=set"},
	{"It began in the 1990s.", "the 1990s=1990/1999"},
	{"They may march on.", ""},
	{"Theresa May met the king.", ""},
	{"A second meeting followed.", ""},
	{"The 9/11 attacks changed the talks.", ""},
	{"The 82-year-old king agreed.", ""},
	{"Version 2.0 costs $2014.", ""},
	{"The fall of the city was near.", ""},
}

func TestFind(t *testing.T) {
	f := load(t)
	for _, c := range cases {
		if got := show(f, "2019-05-16T23:30:00-04:00", c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestUndated(t *testing.T) {
	f := load(t)
	for _, c := range []struct{ in, want string }{
		{"They met on Tuesday and on Nov. 30.", "Tuesday=; Nov. 30="},
		{"They met on Nov. 11, 2014. It ended on Nov. 13.", "Nov. 11, 2014=2014-11-11; Nov. 13=2014-11-13"},
		{"They met in 2014.", "2014=2014"},
	} {
		if got := show(f, "", c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
	s := "They met on Tuesday."
	doc := readout.Document{Dateline: "OSLO, May 16, 2019", Text: s}
	if got := f.Find(doc, segment(s)); len(got) != 1 || got[0].Date != "2019-05-14" || got[0].Reference != Dateline {
		t.Errorf("dateline: %+v", got)
	}
}

func TestResolve(t *testing.T) {
	f := load(t)
	ss := segment("They met on Friday night.")
	times := f.Find(readout.Document{}, ss)
	if len(times) != 1 || times[0].Date != "" {
		t.Fatalf("got %+v", times)
	}
	got := f.Resolve(times[0], &ss[0], readout.DayOf(2018, 12, 1), "gathering")
	if got.Date != "2018-11-30" || got.Reference != "gathering" {
		t.Errorf("got %+v", got)
	}
}

func FuzzFind(f *testing.F) {
	finder := load(f)
	for _, c := range cases {
		f.Add(c.in, "2019-05-16")
	}
	f.Add("May-/'’s –– 31 Feb 2019 to 99999 centuries ago", "")
	f.Fuzz(func(t *testing.T, s, published string) {
		ss := segment(s)
		end := readout.Offset(0)
		for _, e := range finder.Find(readout.Document{Published: published, Text: s}, ss) {
			if e.Start < end || e.End <= e.Start {
				t.Fatalf("overlap at %v", e.Span)
			}
			end = e.End
			if e.Date != "" {
				if _, _, ok := e.Date.Days(); !ok {
					t.Fatalf("bad date %q in %q", e.Date, s)
				}
			}
			finder.Resolve(e, &ss[e.Sentence], 18000, "gathering")
		}
	})
}

func BenchmarkFind(b *testing.B) {
	f := load(b)
	s := strings.Repeat("The foreign minister said on Tuesday that the two sides had agreed to hold another round of talks in Geneva before the end of the month, and that his deputy would travel there next week. ", 200)
	ss := segment(s)
	n := 0
	for i := range ss {
		n += len(ss[i].Tokens)
	}
	doc := readout.Document{Published: "2019-05-16", Text: s}
	b.ResetTimer()
	for b.Loop() {
		f.Find(doc, ss)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// A sentence of any length takes linear time.
func TestLong(t *testing.T) {
	f := load(t)
	for _, w := range []string{"the", "early", "3 pm Tuesday", "the end of", "the weekend of", "a half", "between", "two days after", "May", "-"} {
		var s text.Sentence
		for range 20_000 {
			for form := range strings.FieldsSeq(w) {
				at := readout.Offset(2 * len(s.Tokens))
				s.Tokens = append(s.Tokens, text.Token{Span: readout.Span{Start: at, End: at + 1}, Form: form, Head: text.None})
			}
		}
		s.Tokens = append(s.Tokens, text.Token{Form: "today", Head: text.None})
		f.Find(readout.Document{Published: "2019-05-16"}, []text.Sentence{s})
	}
}

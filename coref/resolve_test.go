package coref_test

import (
	"strings"
	"testing"

	"readout"
	"readout/coref"
	"readout/gazetteer"
	"readout/name"
	"readout/syntax"
	"readout/text"
)

type engine struct {
	gaz    *gazetteer.Gazetteer
	lex    *name.Lexicon
	parser *syntax.Parser
}

func load(t testing.TB) *engine {
	t.Helper()
	gaz, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := name.Load()
	if err != nil {
		t.Fatal(err)
	}
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &engine{gaz, lex, model.NewParser()}
}

func (e *engine) read(doc readout.Document) ([]text.Sentence, []text.Mention, []text.Entity) {
	ss := text.Segment(doc.Text, nil)
	for i := range ss {
		e.parser.Parse(&ss[i])
	}
	ms, es := coref.Resolve(doc, ss, e.lex.Find(ss, e.gaz), nil, e.gaz)
	return ss, ms, es
}

// meant returns the name and side of what the words, where told last, stand for.
func (e *engine) meant(doc readout.Document, words string) string {
	_, ms, es := e.read(doc)
	for i := len(ms) - 1; i >= 0; i-- {
		if ms[i].In(doc.Text) != words {
			continue
		}
		if ms[i].Entity < 0 {
			return "nothing"
		}
		x := &es[ms[i].Entity]
		if len(x.Members) > 0 {
			var names []string
			for _, k := range x.Members {
				names = append(names, es[k].Name)
			}
			return strings.Join(names, " + ")
		}
		if x.Party.Name != "" {
			return x.Party.Name + " (" + x.Party.Side + ")"
		}
		return x.Place.String() + x.Name
	}
	return "no mention"
}

func TestWhoIsMeant(t *testing.T) {
	e := load(t)
	for _, c := range []struct{ date, text, words, want string }{
		{"2010-03-09", "Norwegian envoy Espen Tveit arrived on Monday. Tveit said he was tired.", "he", "Espen Tveit (Norway)"},
		{"2010-03-09", "Norwegian envoy Espen Tveit arrived on Monday. Mr. Tveit was tired.", "Tveit", "Espen Tveit (Norway)"},
		{"1999-06-02", "German Chancellor Gerhard Schroeder met Tony Blair in Bonn. The two leaders spoke for an hour.", "The two leaders", "Gerhard Schröder + Tony Blair"},
		{"2003-05-27", "Tony Blair flew to Lisbon. The British prime minister did not stay long.", "The British prime minister", "Tony Blair (United Kingdom)"},
		{"2012-09-01", "Talks between Norway and Denmark went on. Both countries want a treaty.", "Both countries", "Norway + Denmark"},
		{"2003-05-27", "Tony Blair and his French counterpart spoke by telephone.", "his French counterpart", "Jacques Chirac (France)"},
		{"1999-06-02", "Joschka Fischer and Robin Cook met in Cologne. The two diplomats had little time.", "The two diplomats", "Joschka Fischer + Robin Cook"},
		{"2010-03-09", "The head of the trade delegation, Espen Tveit, said Norway was ready. He left at once.", "He", "Espen Tveit ()"},
		{"2024-02-20", "President Zelenskyy met President Biden in Kyiv. Zelenskyy was grateful for the president's help.", "the president", "Joe Biden (United States)"}, // nobody thanks himself
		{"2019-07-23", "Theresa May left. Boris Johnson will become Britain's next prime minister today.", "Britain's next prime minister", "Boris Johnson (United Kingdom)"},
		{"2018-03-29", "Jeff Sessions met Michael Flynn. Sessions had to recuse himself.", "himself", "Jeff Sessions (United States)"},
		{"2018-03-29", "Germany sent a note. It is time to answer.", "It", "nothing"},
		{"2016-06-24", "Boris Johnson spoke. David Cameron said he would stay, but Boris Johnson laughed.", "he", "David Cameron (United Kingdom)"},
		{"", "President Donald Trump recalled a ruling of 1997. He met the French president in Paris.", "the French president", "Emmanuel Macron (France)"}, // not of 1997
		{"2021-06-28", "Joe Biden met Iván Duque and Justin Trudeau. Three presidents were ill.", "Three presidents", "Three presidents ()"},
		{"2012-11-21", "President Obama thanked Egyptian President Mohamed Morsi. President Morsi was glad. Earlier, the president had called Israel.", "the president", "Barack Obama (United States)"},
		{"1999-06-02", "During the talks Mr. Blair and Mr. Lindqvist discussed the visit of German Chancellor Gerhard Schroeder. The two leaders also discussed trade.", "The two leaders", "Tony Blair + Lindqvist"},
		{"2002-09-06", "Putin spoke of the UN resolutions on Iraq. The leaders of the countries discussed trade.", "The leaders of the countries", "leaders of the countries ()"}, // Iraq is the topic
		{"2021-10-08", "Angela Merkel leaves office. Much depends on the new chancellor.", "the new chancellor", "new chancellor ()"},
		{"2000-09-22", "The minister, Igor Ivanov, briefed Mr. Putin on the results of his visit to Spain.", "his", "Igor Ivanov (Russia)"},
		{"2013-05-03", "Enrique Peña Nieto spoke. Before Barack Obama came, officials praised the U.S. president's visit. Later, he went to Panama, where he met farmers.", "he", "Barack Obama (United States)"},
		{"2021-11-27", "The Deputy Head of the Office of the President of Ukraine Ivan Bondar came. A visit of the President of Ukraine was noted.", "the President of Ukraine", "Volodymyr Zelensky (Ukraine)"},
		{"2012-09-01", "Rossi said Peru and Chile were fixing the day of their next talks.", "their", "Peru + Chile"},
		{"2002-02-12", "A visit to Spain by the head of the Lebanese council, Karim Saab, was planned. Amin Haddad is its deputy head.", "the head of the Lebanese council", "Karim Saab (Lebanon)"},
		{"2012-09-01", "Envoys met in Lisbon. Lisbon said the talks went well.", "Lisbon", "Portugal (Portugal)"},
	} {
		doc := readout.Document{ID: "t", Published: c.date, Text: c.text}
		if got := e.meant(doc, c.words); got != c.want {
			t.Errorf("%s\n%q means %s, want %s", c.text, c.words, got, c.want)
		}
	}
}

func TestSameInputSameEntities(t *testing.T) {
	e := load(t)
	doc := readout.Document{ID: "t", Published: "2003-05-27", Text: "Tony Blair met Jacques Chirac in Evian. They spoke of Iraq. He left. Both sides were glad, the French president's aide said."}
	_, a, x := e.read(doc)
	_, b, y := e.read(doc)
	if len(a) != len(b) || len(x) != len(y) {
		t.Fatalf("%d and %d mentions, %d and %d entities", len(a), len(b), len(x), len(y))
	}
	for i := range a {
		if a[i] != b[i] {
			t.Errorf("mention %d: %v and %v", i, a[i], b[i])
		}
	}
}

// Any words give entities whose mentions and members exist.
func FuzzResolve(f *testing.F) {
	e := load(f)
	f.Add("The President of Russia met “Mr. Abe” — his counterpart's aide; both said: \"We met them\".")
	f.Add("they they both he the two leaders' his her its I we")
	f.Fuzz(func(t *testing.T, s string) {
		_, ms, es := e.read(readout.Document{ID: "t", Text: s})
		for _, m := range ms {
			if m.Entity >= len(es) {
				t.Fatalf("entity %d of %d", m.Entity, len(es))
			}
		}
		for i := range es {
			for _, k := range append(append([]int(nil), es[i].Members...), i) {
				if k < 0 || k >= len(es) {
					t.Fatalf("member %d of %d", k, len(es))
				}
			}
			for _, k := range es[i].Mentions {
				if ms[k].Entity != i {
					t.Fatalf("mention %d is not of entity %d", k, i)
				}
			}
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	e := load(b)
	doc := readout.Document{ID: "t", Published: "2003-05-27", Text: strings.Repeat("German Chancellor Gerhard Schroeder met Tony Blair in Berlin. The two leaders spoke of Iraq, and he told the French president's aide that both sides wanted peace.\n\n", 30)}
	ss := text.Segment(doc.Text, nil)
	tokens := 0
	for i := range ss {
		e.parser.Parse(&ss[i])
		tokens += len(ss[i].Tokens)
	}
	b.ResetTimer()
	for b.Loop() {
		coref.Resolve(doc, ss, e.lex.Find(ss, e.gaz), nil, e.gaz)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// Nobody holds an office on a day that nothing tells.
func TestNoHolderWithoutADay(t *testing.T) {
	e := load(t)
	doc := readout.Document{Text: "The delegation met the British prime minister."}
	if got := e.meant(doc, "the British prime minister"); !strings.Contains(got, "British prime minister") {
		t.Errorf("in an undated text the British prime minister is %s", got)
	}
	doc.Published = "2015-06-01"
	if got := e.meant(doc, "the British prime minister"); !strings.Contains(got, "Cameron") {
		t.Errorf("in June 2015 the British prime minister is %s", got)
	}
}

// "Kim" is a given name elsewhere; of a Korean it is the family name, which stands first.
func TestTheLeaderIsMeantByTheFamilyNameThatStandsFirst(t *testing.T) {
	e := load(t)
	doc := readout.Document{Published: "2018-05-27", Text: "North Korea's leader Kim Jong-un may come. U.S. diplomat Sung Kim is in Seoul. On Saturday Mr Kim met President Moon Jae-in."}
	if got := e.meant(doc, "Kim"); !strings.Contains(got, "Kim Jong-un") {
		t.Errorf("Mr Kim is %s", got)
	}
}

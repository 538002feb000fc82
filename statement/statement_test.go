package statement_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"readout"
	"readout/statement"
	"readout/syntax"
	"readout/text"
)

// reader reads texts as the pipeline does up to the trees; names and entities are
// left out, so that these cases show what the words alone give.
type reader struct {
	parser *syntax.Parser
	finder *statement.Finder
}

func newReader(t testing.TB) *reader {
	t.Helper()
	m, err := syntax.Load()
	if err != nil {
		t.Skipf("no syntax model: %v", err)
	}
	f, err := statement.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &reader{m.NewParser(), f}
}

func (r *reader) read(d readout.Document) *text.Reading {
	out := &text.Reading{Document: d, Sentences: text.Segment(d.Text, nil)}
	for i := range out.Sentences {
		r.parser.Parse(&out.Sentences[i])
	}
	return out
}

// show writes a statement as "speaker / mode / content / via".
func show(doc string, s readout.Statement) string {
	line := s.Speaker.Value().Name + " / " + s.Mode.String() + " / " + strings.Join(strings.Fields(s.Content.In(doc)), " ")
	for _, v := range s.Via {
		line += " / " + v.Value()
	}
	return line
}

var cases = []struct {
	name, text string
	want       []string
}{
	{"direct, cue after", `"We are ready to talk," the minister told parliament.`,
		[]string{`minister / direct / "We are ready to talk,"`}},
	{"direct, inverted", `“The road is long,” said Maria Lopez, the foreign minister.`,
		[]string{`Maria Lopez / direct / “The road is long,”`}},
	{"direct, cue before", `The chancellor said: "We will keep our word."`,
		[]string{`chancellor / direct / "We will keep our word."`}},
	{"interrupted quotation", `“We met twice,” the envoy said. “We will meet again.”`,
		[]string{`envoy / direct / “We met twice,” the envoy said. “We will meet again.”`}},
	{"interrupted within the sentence", `"If they come," the general said, "we will be ready."`,
		[]string{`general / direct / "If they come," the general said, "we will be ready."`}},
	{"quotation over paragraphs", "“We met twice,” the envoy said. “We will meet again.\n\n“It takes time.”",
		[]string{"envoy / direct / “We met twice,” the envoy said. “We will meet again. “It takes time.”"}},
	{"quotation that follows its speaker", "The minister called the talks useful. \"We understand each other better now than before.\"",
		[]string{`minister / direct / "We understand each other better now than before."`}},
	{"indirect with that", `The minister said that the talks would go on.`,
		[]string{`minister / indirect / the talks would go on`}},
	{"indirect without that", `Officials said the talks would go on.`,
		[]string{`Officials / indirect / the talks would go on`}},
	{"indirect, cue after", `The talks will go on, the ministry announced.`,
		[]string{`ministry / indirect / The talks will go on`}},
	{"mixed", `The president said the talks were "very useful" for both sides.`,
		[]string{`president / mixed / the talks were "very useful" for both sides`}},
	{"whom the press heard", `The minister told reporters that the talks would go on.`,
		[]string{`minister / indirect / the talks would go on / reporters`}},
	{"according to, before", `According to the ministry, the talks will go on.`,
		[]string{`ministry / indirect / the talks will go on`}},
	{"according to, after", `The talks will go on, according to the ministry.`,
		[]string{`ministry / indirect / The talks will go on`}},
	{"adding", `The minister said the talks were over, adding that a new date was open.`,
		[]string{`minister / indirect / the talks were over`, `minister / indirect / a new date was open`}},
	{"called for", `The minister called for an end to the violence.`,
		[]string{`minister / indirect / an end to the violence`}},
	{"reaffirmed", `The president reaffirmed his support for the alliance.`,
		[]string{`president / indirect / his support for the alliance`}},
	{"described as", `The minister described the talks as "frank and open".`,
		[]string{`minister / mixed / the talks as "frank and open"`}},
	{"unnamed source", `A senior U.S. official said the talks would go on.`,
		[]string{`A senior U.S. official / indirect / the talks would go on`}},
	{"statement of a body", `"We regret this decision," a White House statement said.`,
		[]string{`White House / direct / "We regret this decision,"`}},

	{"an aide to somebody", `The meeting was not productive, an aide to the chancellor said.`,
		[]string{`an aide to the chancellor / indirect / The meeting was not productive`}},

	{"joint speakers", `Ana Silva and Jan Berg said they would meet again.`,
		[]string{`Ana Silva and Jan Berg / indirect / they would meet again`}},
	{"joint speakers again", "Ana Silva and Jan Berg said they would meet again. Both leaders said that the talks were useful.",
		[]string{`Ana Silva and Jan Berg / indirect / they would meet again`, `Ana Silva and Jan Berg / indirect / the talks were useful`}},
	{"speaker of a relative clause", `He was followed by Maria Lopez, who said that the road was open.`,
		[]string{`Maria Lopez / indirect / the road was open`}},
	{"speaker with an aside", `The envoy, a former minister, said the talks had failed.`,
		[]string{`envoy / indirect / the talks had failed`}},
	{"interrupted clause", `If the talks fail, the envoy said, sanctions will follow.`,
		[]string{`envoy / indirect / If the talks fail, the envoy said, sanctions will follow`}},
	{"passed on by an agency", `"We are ready," the minister said, according to Reuters.`,
		[]string{`minister / direct / "We are ready," / Reuters`}},
	{"passed on in two steps", `The minister told reporters that the talks were over, Reuters reported.`,
		[]string{`minister / indirect / the talks were over / reporters / Reuters`}},
	{"passed on by people in the room", `The talks were "a waste of time," the minister said, according to people in the room.`,
		[]string{`minister / mixed / The talks were "a waste of time," / people in the room`}},
	{"an outlet that cites its source", `The talks have failed, Reuters reported, citing two diplomats.`,
		[]string{`two diplomats / indirect / The talks have failed / Reuters`}},
	{"participle that elaborates", `The envoy said the talks had failed, calling them a waste of time.`,
		[]string{`envoy / indirect / the talks had failed, calling them a waste of time`}},
	{"another saying after and", `The envoy praised the talks and said that they would go on.`,
		[]string{`envoy / indirect / they would go on`}},
	{"others after but", `Officials say the border is safe, but critics say it is not.`,
		[]string{`Officials / indirect / the border is safe`, `critics / indirect / it is not`}},
	{"made clear", `The minister made clear that the offer stood.`,
		[]string{`minister / indirect / the offer stood`}},
	{"noun of speaking", `Berlin was alarmed by the minister's claim that the border was closed.`,
		[]string{`minister / indirect / the border was closed`}},
	{"reporter's own tail", `Officials said the port was shut, which left hundreds of ships waiting at sea for several weeks.`,
		[]string{`Officials / indirect / the port was shut`}},

	{"announced a plan", `The ministry announced a plan that shut the port.`,
		[]string{`ministry / indirect / a plan that shut the port`}},
	{"no statement: name in passing", `The army left what they call "the zone" on Monday.`, nil},
	{"no statement: not said", `The minister did not say when the talks would go on.`, nil},
	{"no statement: not yet said", `The minister will say tomorrow whether the talks go on.`, nil},
	{"no statement: scare quotes", `The so-called "peace train" left the station on Monday.`, nil},
	{"no statement: contact", `The two ministers discussed trade and security.`, nil},
	{"no statement: telephone", `The president called his counterpart on Monday.`, nil},
}

func TestFind(t *testing.T) {
	r := newReader(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range r.finder.Find(r.read(readout.Document{ID: "d", Text: c.text})) {
				got = append(got, show(c.text, s))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%s\n got  %s\n want %s", c.text, strings.Join(got, "\n      "), strings.Join(c.want, "\n      "))
			}
		})
	}
}

func TestTranscript(t *testing.T) {
	r := newReader(t)
	doc := readout.Document{ID: "d", Title: "Remarks by President Ana Silva Before a Meeting", Text: "3:15 P.M.\n\n" +
		"THE PRESIDENT:  Welcome, everybody.\n\nWe have much to do.\n\nQ    Will you meet again?\n\n" +
		"PRIME MINISTER BERG (in German):  We will.\n\nEND   3:20 P.M."}
	want := []string{
		"Ana Silva / direct / Welcome, everybody. We have much to do.",
		"a reporter / direct / Will you meet again?",
		"Berg / direct / We will.",
	}
	var got []string
	for _, s := range r.finder.Find(r.read(doc)) {
		got = append(got, show(doc.Text, s))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func FuzzFind(f *testing.F) {
	r := newReader(f)
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Add("A: b\nC: d\nQ  \xff“\n“x” — Jo (@j) said")
	f.Fuzz(func(t *testing.T, words string) {
		if len(words) > 2000 {
			return
		}
		valid := utf8.ValidString(words)
		last := readout.Offset(0)
		for _, s := range r.finder.Find(r.read(readout.Document{ID: "d", Text: words})) {
			if s.Content.In(words) == "" || s.Content.Start < last || s.Rule == "" || !s.Speaker.Present() {
				t.Fatalf("statement %+v of %q", s, words)
			}
			last = s.Content.Start
			for _, at := range append(s.Speaker.At(), s.Content) {
				if valid && (!runeBorder(words, at.Start) || !runeBorder(words, at.End)) {
					t.Fatalf("span %v of %q cuts a letter", at, words)
				}
			}
		}
	})
}

func runeBorder(s string, o readout.Offset) bool {
	return int(o) >= len(s) || o == 0 || s[o]&0xC0 != 0x80
}

func BenchmarkFind(b *testing.B) {
	r := newReader(b)
	var all strings.Builder
	for range 20 {
		for _, c := range cases {
			all.WriteString(c.text + "\n\n")
		}
	}
	reading := r.read(readout.Document{ID: "d", Text: all.String()})
	tokens := 0
	for i := range reading.Sentences {
		tokens += len(reading.Sentences[i].Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		r.finder.Find(reading)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

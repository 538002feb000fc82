package text

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestQuotations(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"curly", "“We met,” he said. “It went well.”", "0“We met,” 0“It went well.”"},
		{"straight", `"We met," he said. "It went well."`, `0"We met," 0"It went well."`},
		{"two sentences", "“We met. It went well,” he said.", "0“We met. It went well,”"},
		{"nested", "“She called it ‘a good start’ and left,” he said.", "0“She called it ‘a good start’ and left,” 1‘a good start’"},
		{"British", "‘We met,’ he said. ‘The leaders’ summit isn’t over.’", "0‘We met,’ 0‘The leaders’ summit isn’t over.’"},
		{"British straight", "'We met,' he said. 'The leaders' summit isn't over.'", "0'We met,' 0'The leaders' summit isn't over.'"},
		{"apostrophes alone", "The leaders' summit and the ministers' talks weren't long.", ""},
		{"mismatched", `He said “we met" and "we left”.`, `0“we met" 0"we left”`},
		{"doubled single marks", "He said ``we met'' twice.", "0``we met''"},
		{"unclosed", "“We met, he said.\n\nThey left.", "0“We met, he said.~"},
		{"over paragraphs", "“We met.\n\n“It went well,” he said.", "0“We met.~ 0“It went well,”+"},
		{"opened twice", "“We met, he said. “It went well.”", "0“We met, he said.~ 0“It went well.”"},
		{"scare quotes", "The “peace talks” ended.", "0“peace talks”?"},
		{"guillemets", "He said « we met ».", "0« we met »"},
		{"bold", "He said **“we met there at noon.”**", "0“we met there at noon.”"},
		{"a plural quoted", "He told of ‘idle rumours’ and of ‘a plot’ there.", "0‘idle rumours’ 0‘a plot’"},
		{"doubled curly marks", "“We met.’’ She left.", "0“We met.’’"},
		{"one within another with the same marks", `"They call it "a good start" there," he said. "Well."`, `0"They call it "a good start" there," 1"a good start" 0"Well."`},
		{"stray closing", "we met,” he said.", ""},
	} {
		ss := Segment(c.text, nil)
		var b strings.Builder
		for i, q := range Quotations(c.text, ss) {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%d%s", q.Level, q.In(c.text))
			if !q.Closed {
				b.WriteByte('~')
			}
			if q.Continues {
				b.WriteByte('+')
			}
			if q.Scare && c.name == "scare quotes" {
				b.WriteByte('?')
			}
		}
		if b.String() != c.want {
			t.Errorf("%s:\n got  %s\n want %s", c.name, b.String(), c.want)
		}
	}
}

func FuzzQuotations(f *testing.F) {
	for _, s := range []string{"“a ‘b” c’", "' ' '", "\"\"\"", "‘a\n\n‘b", "''''``", "\"a \"b\" c\"", "\xff\"a\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		ss := Segment(doc, nil)
		start := -1
		for _, q := range Quotations(doc, ss) {
			if int(q.Start) <= start {
				t.Fatalf("%q: out of order", doc)
			}
			start = int(q.Start)
			if q.Empty() || q.In(doc) == "" || q.Level < 0 {
				t.Fatalf("%q: empty", doc)
			}
			if q.Start != ss[q.First].Tokens[q.FirstTok].Start || q.End != ss[q.Last].Tokens[q.LastTok].End {
				t.Fatalf("%q: %v is not from its first to its last token", doc, q)
			}
			if ss[q.First].Paragraph != ss[q.Last].Paragraph {
				t.Fatalf("%q: over paragraphs", doc)
			}
			_ = q.Inner(ss)
		}
	})
}

func TestQuotationsAreLinear(t *testing.T) {
	for _, unit := range []string{"“", "‘a ", "\"a ", "'a' ", "“‘", "a' ", "«“"} {
		doc := strings.Repeat(unit, 200_000)
		ss := Segment(doc, nil)
		start := time.Now()
		Quotations(doc, ss)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%q repeated takes %v", unit, d)
		}
	}
}

package pipeline

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"readout"
)

const sample = `BERLIN (Reuters) - French President Emmanuel Macron met German Chancellor Angela Merkel in Berlin on Monday.

The two leaders discussed Ukraine and trade, a spokesman for Merkel said. "We had a good conversation," Macron told reporters.

They will meet again in Paris next month. A planned call with Russian President Vladimir Putin was cancelled.
`

func TestTheSameDocumentGivesTheSameReadout(t *testing.T) {
	know := load(t)
	doc := readout.Document{ID: "d", Published: "2019-08-27", Text: sample}
	one, two := know.NewReader(), know.NewReader()
	one.Read(readout.Document{ID: "other", Text: "Something else was read before."})
	a, _ := json.Marshal(one.Read(doc))
	b, _ := json.Marshal(two.Read(doc))
	if string(a) != string(b) {
		t.Errorf("two readings differ:\n%s\n%s", a, b)
	}
}

func TestAStoredReadoutReadsBackWhole(t *testing.T) {
	got := load(t).NewReader().Read(readout.Document{ID: "d", Published: "2019-08-27", Text: sample})
	if len(got.Encounters) == 0 || len(got.Statements) == 0 {
		t.Fatal("the sample tells of encounters and statements, and none were found")
	}
	b, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	var back readout.Readout
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	again, _ := json.Marshal(back)
	if !reflect.DeepEqual(b, again) {
		t.Errorf("read back:\n%s\nwant:\n%s", again, b)
	}
}

// checkSpans fails where a readout cites words that the text does not hold.
func checkSpans(t *testing.T, r readout.Readout) {
	t.Helper()
	var spans []readout.Span
	facts := func(f readout.Facts) {
		spans = append(spans, f.Kind.At()...)
		spans = append(spans, f.Status.At()...)
		spans = append(spans, f.Date.At()...)
		spans = append(spans, f.Place.At()...)
		spans = append(spans, f.Gathering.At()...)
		spans = append(spans, f.Duration.At()...)
		for _, p := range f.Participants {
			spans = append(spans, p.At()...)
		}
		for _, x := range f.Topics {
			spans = append(spans, x.At()...)
		}
	}
	for _, e := range r.Encounters {
		facts(e.Facts)
		spans = append(spans, e.Evidence...)
		for _, a := range e.Accounts {
			facts(a.Facts)
			spans = append(spans, a.Evidence...)
			if len(a.Evidence) == 0 {
				t.Error("an account without evidence")
			}
		}
		if len(e.Participants) < 2 {
			t.Errorf("an encounter of %d participants", len(e.Participants))
		}
	}
	for _, s := range r.Statements {
		spans = append(spans, s.Content)
		spans = append(spans, s.Speaker.At()...)
	}
	for _, s := range spans {
		words := s.In(r.Document.Text)
		if words == "" {
			t.Errorf("span %v does not lie in the text", s)
		} else if utf8.ValidString(r.Document.Text) && !utf8.ValidString(words) {
			t.Errorf("span %v cuts a character", s)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("“He met her,” said \xff\xfe. President X: We met. —")
	f.Add(strings.Repeat("Obama met Putin ", 300))
	f.Add("\ufeffTalks with with with between and , “ ” ' \" Putin's his")
	know := load(f)
	f.Fuzz(func(t *testing.T, body string) {
		checkSpans(t, know.NewReader().Read(readout.Document{ID: "f", Published: "2019-08-27", Text: body}))
	})
}

func BenchmarkRead(b *testing.B) {
	reader := load(b).NewReader()
	doc := readout.Document{ID: "d", Published: "2019-08-27", Text: strings.Repeat(sample, 10)}
	tokens := 0
	reading := reader.Analyze(doc)
	for _, s := range reading.Sentences {
		tokens += len(s.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		reader.Read(doc)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

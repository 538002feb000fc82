package eval

import (
	"strings"
	"testing"

	"readout"
)

func TestPolnear(t *testing.T) {
	line := `{"id":"x","title":"T","date":"2016-03-11","text":"“Né,” she said.","annotations":{
		"a":[{"source":[[6,9]],"content":[[0,5]]}],
		"b":[{"source":[[6,9]],"content":[[0,5]]},{"content":[[10,14]]}]}}`
	docs, err := ReadPolnear(strings.NewReader(strings.ReplaceAll(line, "\n", "") + "\n"))
	if err != nil || len(docs) != 1 {
		t.Fatalf("read %d documents, error %v", len(docs), err)
	}
	d := docs[0]
	if got := d.Readers[0][0].Content[0].In(d.Text); got != "“Né,”" {
		t.Errorf("content is %q, want the quotation: offsets count bytes", got)
	}
	var s QuoteScore
	s.Add(d, []Attribution{{[]readout.Span{{Start: 0, End: 10}}, d.Readers[0][0].Source}})
	if s.Gold != 1.5 || s.Found != 1 || s.Paired != 1 || s.Source() != 1 {
		t.Errorf("score is %+v: readers count equal parts", s)
	}
}

func TestQuotesPairAtHalf(t *testing.T) {
	span := func(a, b readout.Offset) []readout.Span { return []readout.Span{{Start: a, End: b}} }
	d := QuoteDoc{Readers: [][]Attribution{{{span(0, 10), span(20, 24)}, {span(40, 50), nil}}}}
	var s QuoteScore
	s.Add(d, []Attribution{{span(0, 5), span(25, 30)}, {span(40, 44), nil}})
	if s.Paired != 1 || s.Sourced != 0 {
		t.Errorf("score is %+v: a half pairs, less does not; another source is wrong", s)
	}
}

func FuzzPolnear(f *testing.F) {
	f.Add([]byte(`{"text":"ab","annotations":{"a":[{"content":[[0,9],[-1,1],[0,1]]}]}}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		d, err := polnearDoc(line)
		if err != nil {
			return
		}
		for _, r := range d.Readers {
			for _, a := range r {
				for _, s := range append(a.Content, a.Source...) {
					if s.In(d.Text) == "" {
						t.Fatalf("span %v does not lie in the text", s)
					}
				}
			}
		}
	})
}

package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"sort"

	"readout"
)

// Attribution is one quotation of an annotated corpus: bytes of the text that are
// attributed, and bytes that name the source (none where the text names nobody).
type Attribution struct {
	Content, Source []readout.Span
}

// QuoteDoc is a document of PolNeAR with each of its annotators' attributions.
type QuoteDoc struct {
	ID, Title, Published, Text string
	Readers                    [][]Attribution
}

// ReadPolnear reads PolNeAR in JSON Lines. Its offsets count code points; those of
// the result count bytes.
func ReadPolnear(in io.Reader) ([]QuoteDoc, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	var out []QuoteDoc
	for n := 1; lines.Scan(); n++ {
		d, err := polnearDoc(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("eval: PolNeAR line %d: %w", n, err)
		}
		out = append(out, d)
	}
	return out, lines.Err()
}

func polnearDoc(line []byte) (QuoteDoc, error) {
	var j struct {
		ID          string `json:"id"`
		Title       string `json:"title"`
		Date        string `json:"date"`
		Text        string `json:"text"`
		Annotations map[string][]struct {
			Source  [][2]int `json:"source"`
			Content [][2]int `json:"content"`
		} `json:"annotations"`
	}
	if err := json.Unmarshal(line, &j); err != nil {
		return QuoteDoc{}, err
	}
	at := make([]readout.Offset, 0, len(j.Text)+1)
	for i := range j.Text {
		at = append(at, readout.Offset(i))
	}
	at = append(at, readout.Offset(len(j.Text)))
	spans := func(points [][2]int) []readout.Span {
		var out []readout.Span
		for _, p := range points {
			if p[0] >= 0 && p[0] < p[1] && p[1] < len(at) {
				out = append(out, readout.Span{Start: at[p[0]], End: at[p[1]]})
			}
		}
		return out
	}
	d := QuoteDoc{ID: j.ID, Title: j.Title, Published: j.Date, Text: j.Text}
	names := make([]string, 0, len(j.Annotations))
	for name := range j.Annotations {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		var reader []Attribution
		for _, a := range j.Annotations[name] {
			if c := spans(a.Content); len(c) > 0 {
				reader = append(reader, Attribution{c, spans(a.Source)})
			}
		}
		d.Readers = append(d.Readers, reader)
	}
	return d, nil
}

// QuoteScore counts how far found statements agree with a reader's attributions.
// Counts are of documents weighed by their number of readers.
type QuoteScore struct {
	Gold, Found, Paired, Sourced float64
}

// F1 is the F1 of contents paired at a Jaccard index of one half or more.
func (s QuoteScore) F1() float64 {
	if s.Gold+s.Found == 0 {
		return 0
	}
	return 2 * s.Paired / (s.Gold + s.Found)
}

// Source is how many of the paired have a source that shares a byte with gold's, or
// rightly none.
func (s QuoteScore) Source() float64 {
	if s.Paired == 0 {
		return 0
	}
	return s.Sourced / s.Paired
}

// Add scores one document's found attributions against each of its readers, each
// reader counting an equal part.
func (s *QuoteScore) Add(d QuoteDoc, found []Attribution) {
	for _, gold := range d.Readers {
		share := 1 / float64(len(d.Readers))
		s.Gold += share * float64(len(gold))
		s.Found += share * float64(len(found))
		for _, p := range pairQuotes(gold, found) {
			s.Paired += share
			g, f := gold[p.gold].Source, found[p.found].Source
			if shared(g, f) > 0 || len(g) == 0 && len(f) == 0 {
				s.Sourced += share
			}
		}
	}
}

// Attributions turns statements into what PolNeAR annotates: contents and sources.
func Attributions(statements []readout.Statement) []Attribution {
	out := make([]Attribution, 0, len(statements))
	for i := range statements {
		st := &statements[i]
		out = append(out, Attribution{[]readout.Span{st.Content}, st.Speaker.At()})
	}
	return out
}

type quotePair struct {
	gold, found int
	near        float64
}

// pairQuotes pairs one to one, the nearest first, at a Jaccard index of one half.
func pairQuotes(gold, found []Attribution) []quotePair {
	var all []quotePair
	for i, g := range gold {
		for j, f := range found {
			both := shared(g.Content, f.Content)
			if any := size(g.Content) + size(f.Content) - both; both*2 >= any && any > 0 {
				all = append(all, quotePair{i, j, float64(both) / float64(any)})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].near > all[j].near })
	usedGold, usedFound := make([]bool, len(gold)), make([]bool, len(found))
	kept := all[:0]
	for _, p := range all {
		if !usedGold[p.gold] && !usedFound[p.found] {
			usedGold[p.gold], usedFound[p.found] = true, true
			kept = append(kept, p)
		}
	}
	return kept
}

func size(spans []readout.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

func shared(a, b []readout.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, int(min(x.End, y.End)-max(x.Start, y.Start)))
		}
	}
	return n
}

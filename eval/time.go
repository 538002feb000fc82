package eval

import (
	"archive/tar"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"

	"readout"
	"readout/text"
	"readout/timex"
)

// TimeMark is a time expression of a gold document: its bytes and TIMEX3 value.
type TimeMark struct {
	readout.Span
	Value string
}

// TimeDoc is a TimeML document: its text, its day and its marks.
type TimeDoc struct {
	readout.Document
	Marks []TimeMark
}

// ReadTimeML reads the .tml files of a gzipped tar archive whose names hold the
// given part, in the order of their names.
func ReadTimeML(r io.Reader, part string) ([]TimeDoc, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("eval: times: %w", err)
	}
	var out []TimeDoc
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("eval: times: %w", err)
		}
		if !strings.HasSuffix(h.Name, ".tml") || !strings.Contains(h.Name, part) {
			continue
		}
		d, err := timeML(io.LimitReader(t, 1<<24))
		if err != nil {
			return nil, fmt.Errorf("eval: times: %s: %w", h.Name, err)
		}
		d.ID = h.Name
		out = append(out, d)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out, nil
}

// timeML reads one document: the day from DCT, text and marks from TEXT.
func timeML(r io.Reader) (TimeDoc, error) {
	var d TimeDoc
	var b strings.Builder
	inText, inDCT, open := false, false, -1
	for x := xml.NewDecoder(r); ; {
		tok, err := x.Token()
		if errors.Is(err, io.EOF) {
			d.Text = b.String()
			return d, nil
		}
		if err != nil {
			return d, err
		}
		switch e := tok.(type) {
		case xml.StartElement:
			inText = inText || e.Name.Local == "TEXT"
			inDCT = inDCT || e.Name.Local == "DCT"
			if e.Name.Local == "TIMEX3" {
				value := attribute(e, "value")
				if inDCT && len(value) >= 10 {
					d.Published = value[:10]
				}
				if inText {
					open = len(d.Marks)
					d.Marks = append(d.Marks, TimeMark{Span: readout.Span{Start: readout.Offset(b.Len())}, Value: value})
				}
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "TEXT":
				inText = false
			case "DCT":
				inDCT = false
			case "TIMEX3":
				if open >= 0 {
					d.Marks[open].End, open = readout.Offset(b.Len()), -1
				}
			}
		case xml.CharData:
			if inText {
				b.Write(e)
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Times scores the finder on the documents: F1 of found (overlapping) expressions,
// and of those with the same value, as TempEval-3 counts them. parse sets tags and
// trees and may be nil. miss, if not nil, is told of every pair that is not equal.
func Times(f *timex.Finder, set string, docs []TimeDoc, parse func(*text.Sentence), miss func(d *TimeDoc, gold, got string)) []Row {
	gold, made, found, same := 0, 0, 0, 0
	for i := range docs {
		d := &docs[i]
		ss := text.Segment(d.Text, nil)
		if parse != nil {
			for k := range ss {
				parse(&ss[k])
			}
		}
		times := f.Expressions(d.Document, ss)
		gold, made = gold+len(d.Marks), made+len(times)
		fo, sa := pairTimes(d, times, miss)
		found, same = found+fo, same+sa
	}
	return []Row{
		{"time", set, "relaxed_f1", timeF1(found, made, gold)},
		{"time", set, "value_f1", timeF1(same, made, gold)},
	}
}

func pairTimes(d *TimeDoc, times []timex.Expression, miss func(*TimeDoc, string, string)) (found, same int) {
	tell := func(gold, got string) {
		if miss != nil {
			miss(d, gold, got)
		}
	}
	used := make([]bool, len(times))
	for _, m := range d.Marks {
		words := d.Text[m.Start:m.End] + " = " + m.Value
		hit := false
		for i := range times {
			t := &times[i]
			if used[i] || t.Start >= m.End || t.End <= m.Start {
				continue
			}
			used[i], hit = true, true
			found++
			if t.Value == m.Value {
				same++
			} else {
				tell(words, d.Text[t.Start:t.End]+" = "+t.Value)
			}
			break
		}
		if !hit {
			tell(words, "")
		}
	}
	for i := range times {
		if !used[i] {
			tell("", d.Text[times[i].Start:times[i].End]+" = "+times[i].Value)
		}
	}
	return found, same
}

func timeF1(hits, made, gold int) float64 {
	if made+gold == 0 {
		return 0
	}
	return 100 * 2 * float64(hits) / float64(made+gold)
}

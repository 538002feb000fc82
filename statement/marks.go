package statement

import (
	"readout"
	"readout/text"
)

// quotation is a stretch of text in quotation marks, marks included.
type quotation struct {
	readout.Span
	scare bool // so few words that it may be no more than a term
}

// outermost returns the outermost quotations of a reading in text order. Those of
// paragraphs that go on from one to the next are one.
func outermost(r *text.Reading) []quotation {
	var out []quotation
	for _, q := range text.Quotations(r.Document.Text, r.Sentences) {
		switch n := len(out); {
		case q.Level > 0 || q.Len() < 3:
		case n > 0 && out[n-1].End > q.Start:
		case n > 0 && q.Continues:
			out[n-1].End = q.End
			out[n-1].scare = false
		default:
			out = append(out, quotation{q.Span, q.Scare})
		}
	}
	return out
}

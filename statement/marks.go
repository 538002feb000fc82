package statement

import (
	"readout"
	"readout/text"
)

// quotation is a stretch of text in quotation marks, marks included.
type quotation struct{ readout.Span }

// outermost returns the outermost quotations of a reading in text order: of double
// marks, within a paragraph. One whose paragraph ends before it closes goes on in
// the next where that opens with a mark again, as print does it; where it does not,
// the paragraph's end closes it.
func outermost(r *text.Reading) []quotation {
	var out []quotation
	open, again := false, false
	for i := range r.Sentences {
		s := &r.Sentences[i]
		first := i == 0 || r.Sentences[i-1].Paragraph != s.Paragraph
		if first && open {
			if again = len(s.Tokens) > 0 && opens(r.Document.Text, &s.Tokens[0]); !again {
				open = false
				out[len(out)-1].End = r.Sentences[i-1].End
			}
		}
		for k := range s.Tokens {
			t := &s.Tokens[k]
			switch {
			case again:
				again = false
			case !open && opens(r.Document.Text, t):
				open = true
				out = append(out, quotation{readout.Span{Start: t.Start, End: t.End}})
			case open && shuts(r.Document.Text, t):
				open = false
				out[len(out)-1].End = t.End
			}
		}
	}
	if open {
		out[len(out)-1].End = r.Sentences[len(r.Sentences)-1].End
	}
	kept := out[:0]
	for _, q := range out {
		if q.Len() > 2 {
			kept = append(kept, q)
		}
	}
	return kept
}

func opens(doc string, t *text.Token) bool {
	switch t.Form {
	case "“", "``", "«", "„":
		return true
	case "\"", "''":
		return t.Start == 0 || !solid(doc[t.Start-1]) && int(t.End) < len(doc) && solidStart(doc[t.End])
	}
	return false
}

func shuts(doc string, t *text.Token) bool {
	switch t.Form {
	case "”", "''", "»", "\"":
		return true
	case "“":
		return int(t.End) == len(doc) || !solidStart(doc[t.End])
	}
	return false
}

// solid tells whether a byte ends a word or a clause, so that a mark after it closes.
func solid(b byte) bool {
	return b > ' ' && b != '(' && b != '[' && b != '{' && b != '-' && b != '\''
}

func solidStart(b byte) bool { return b > ' ' && b != '.' && b != ',' && b != ';' && b != ')' }

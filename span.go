package readout

// Offset is a position in a document's text, counted in UTF-8 bytes from 0.
// Token positions have a type of their own (text.Index), so that the two cannot
// be mixed up.
type Offset int

// Span is a half-open range [Start, End) of bytes of one document's text. It is
// the only currency of evidence. The zero Span is empty and proves nothing.
type Span struct {
	Start Offset `json:"start"`
	End   Offset `json:"end"`
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return int(s.End - s.Start) }

// Empty tells whether the span covers no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains tells whether o lies wholly within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps tells whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cover is the smallest span that holds both; an empty one adds nothing.
func (s Span) Cover(o Span) Span {
	if s.Empty() {
		return o
	}
	if o.Empty() {
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// In returns the words of the span. A span that does not lie in the text gives
// the empty string: stored spans are checked by Verify, not by a panic.
func (s Span) In(text string) string {
	if s.Start < 0 || s.Empty() || int(s.End) > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}

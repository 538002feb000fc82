package statement

import (
	"strings"

	"readout"
)

// extend lets a direct statement run on into the quotations that follow without a
// cue of their own: `"…," he said. "…"`, and quotations over several paragraphs.
func (w *walk) extend() {
	for i := range w.claims {
		c := &w.claims[i]
		if c.dropped {
			continue
		}
		w.claims[i].last = w.sentenceAt(c.End-1, c.sentence)
		if !w.endsQuoted(c) {
			continue
		}
		for {
			q := w.nextBare(c)
			if q < 0 {
				break
			}
			c.gap += int(w.quotes[q].Start - c.End)
			c.End = w.quotes[q].End
			c.last = w.sentenceAt(c.End-1, c.last)
		}
	}
}

// endsQuoted tells whether the claim is a quotation that can go on: one that starts
// with its marks.
func (w *walk) endsQuoted(c *claim) bool {
	q := w.quoteAt(c.Start)
	return q >= 0 && w.quotes[q].Start == c.Start && w.quoteAt(c.End-1) >= 0
}

// nextBare is the quotation that opens the sentence after the claim's last one and
// is nobody else's, or -1.
func (w *walk) nextBare(c *claim) int {
	n := max(c.last, c.sentence) + 1
	if n >= len(w.r.Sentences) {
		return -1
	}
	s, before := &w.r.Sentences[n], &w.r.Sentences[n-1]
	if !s.Section.Speaks() || s.Paragraph > before.Paragraph+1 {
		return -1
	}
	q := w.quoteAt(s.Start)
	if q < 0 || w.quotes[q].Start != s.Start || w.taken(w.quotes[q].Span) || !w.closesSentence(q) {
		return -1
	}
	return q
}

// closesSentence tells whether a quotation ends where a sentence does.
func (w *walk) closesSentence(q int) bool {
	end := w.quotes[q].End
	n := w.sentenceAt(end-1, 0)
	rest := strings.TrimRight(w.r.Document.Text[end:max(end, w.r.Sentences[n].End)], " .,")
	return rest == ""
}

// taken tells whether some claim's content covers a part of the span.
func (w *walk) taken(s readout.Span) bool {
	for i := range w.claims {
		if !w.claims[i].dropped && w.claims[i].Overlaps(s) {
			return true
		}
	}
	return false
}

// sentenceAt is the index of the last sentence that starts at o or before.
func (w *walk) sentenceAt(o readout.Offset, from int) int {
	lo, hi := 0, len(w.r.Sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; w.r.Sentences[mid].Start <= o {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return max(lo-1, 0)
}

// free gives the quotations that stand alone to whoever spoke last before them.
func (w *walk) free(turns []claim) {
	found := len(w.claims)
	k := 0
	for q := range w.quotes {
		sp := w.quotes[q].Span
		for k < found && w.claims[k].Start < sp.Start {
			k++
		}
		n := w.sentenceAt(sp.Start, 0)
		if n >= len(w.r.Sentences) || w.r.Sentences[n].Start != sp.Start || !w.r.Sentences[n].Section.Speaks() ||
			len(turns) > 0 || w.taken(sp) || !w.closesSentence(q) || sp.Len() < 25 {
			continue
		}
		p := w.lastBefore(n, k)
		if p < 0 {
			continue
		}
		w.claims = append(w.claims, claim{
			stretch: stretch{sp, 0, "quotation after its speaker"}, sentence: n, last: w.sentenceAt(sp.End-1, n), verb: -1,
			speaker: w.claims[p].speaker, stance: readout.Neutral, via: w.claims[p].via,
		})
	}
}

// lastBefore is the claim whose words or cue end in the sentence before n, or -1.
func (w *walk) lastBefore(n, k int) int {
	best := -1
	for i := range w.claims {
		c := &w.claims[i]
		if c.dropped {
			continue
		}
		if m := max(c.last, c.sentence); m == n-1 && w.r.Sentences[n].Paragraph <= w.r.Sentences[m].Paragraph+1 {
			if best < 0 || c.sentence >= w.claims[best].sentence {
				best = i
			}
		}
	}
	return best
}

package statement

import (
	"sort"
	"strings"

	"readout"
	"readout/text"
)

// extend lets a direct statement run on into the quotations that follow without a
// cue of their own: `"…," he said. "…"`, and quotations over several paragraphs.
func (w *walk) extend() {
	for i := range w.claims {
		w.cutAtQuote(&w.claims[i])
	}
	w.taken = make([]bool, len(w.quotes))
	for i := range w.claims {
		if !w.claims[i].dropped {
			w.own(&w.claims[i])
		}
	}
	for i := range w.claims {
		c := &w.claims[i]
		if c.dropped {
			continue
		}
		w.claims[i].last = w.sentenceAt(c.End - 1)
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
			c.last = w.sentenceAt(c.End - 1)
			w.taken[q] = true
		}
	}
}

// cutAtQuote ends a claim where its quotation does and the reporter goes on with what
// happened beside it: "called it "a triumph" as his deputy signed the deal".
func (w *walk) cutAtQuote(c *claim) {
	q := w.quoteAt(c.Start)
	if q < 0 || c.Start-w.quotes[q].Start > 3 || w.quotes[q].End+1 >= c.End {
		return
	}
	if next := w.quoteFrom(w.quotes[q].End, c.End); next >= 0 {
		return
	}
	rest := strings.Fields(w.r.Document.Text[w.quotes[q].End:c.End])
	if len(rest) > 3 && in(" as after while when following during amid ", rest[0]) {
		c.Start, c.End = w.quotes[q].Start, w.quotes[q].End
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
	if q < 0 || w.quotes[q].Start != s.Start || w.taken[q] || !w.closesSentence(q) {
		return -1
	}
	return q
}

// closesSentence tells whether a quotation ends where a sentence does.
func (w *walk) closesSentence(q int) bool {
	end := w.quotes[q].End
	n := w.sentenceAt(end - 1)
	rest := strings.TrimRight(w.r.Document.Text[end:max(end, w.r.Sentences[n].End)], " .,")
	return rest == ""
}

// own marks the quotations that the claim's content covers as taken.
func (w *walk) own(c *claim) {
	q := sort.Search(len(w.quotes), func(i int) bool { return w.quotes[i].End > c.Start })
	for ; q < len(w.quotes) && w.quotes[q].Start < c.End; q++ {
		w.taken[q] = true
	}
}

// sentenceAt is the index of the last sentence that starts at o or before.
func (w *walk) sentenceAt(o readout.Offset) int {
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
	if len(turns) > 0 {
		return
	}
	at := make([]int, len(w.r.Sentences)) // 1 + the claim that ends in the sentence
	for i := range w.claims {
		if c := &w.claims[i]; !c.dropped {
			n := max(c.last, c.sentence)
			if at[n] == 0 || c.sentence >= w.claims[at[n]-1].sentence {
				at[n] = i + 1
			}
		}
	}
	for q := range w.quotes {
		sp := w.quotes[q].Span
		n := w.sentenceAt(sp.Start)
		if n == 0 || n >= len(at) || w.taken[q] || sp.Len() < 25 ||
			w.r.Sentences[n].Start != sp.Start && !(at[n] == 0 && w.afterColon(sp)) || !w.r.Sentences[n].Section.Speaks() || !w.closesSentence(q) ||
			w.r.Sentences[n].Paragraph > w.r.Sentences[n-1].Paragraph+1 {
			continue
		}
		c := claim{
			stretch: stretch{Span: sp, rule: "quotation after its speaker"}, sentence: n, last: w.sentenceAt(sp.End - 1), verb: text.None,
			stance: readout.Neutral,
		}
		if p := at[n-1] - 1; p >= 0 {
			c.speaker, c.party, c.via = w.claims[p].speaker, w.claims[p].party, w.claims[p].via
		} else if c.speaker = w.topic(n - 1); c.speaker == nobody {
			continue
		}
		w.claims = append(w.claims, c)
		at[w.sentenceAt(sp.End-1)] = len(w.claims)
	}
}

// afterColon tells a quotation that a colon leads up to, whatever stands before it:
// "Then it was the turn of his deputy: …".
func (w *walk) afterColon(q readout.Span) bool {
	before := strings.TrimRight(w.r.Document.Text[max(0, int(q.Start)-4):q.Start], " \n")
	return strings.HasSuffix(before, ":")
}

// topic is the subject of sentence n, where that can speak: "The minister defended
// the plan." before a quotation.
func (w *walk) topic(n int) phrase {
	s := &w.r.Sentences[n]
	if !s.Section.Speaks() {
		return nobody
	}
	w.load(n)
	root := s.Root()
	if root == text.None || w.quoted(&w.tree, root) {
		return nobody
	}
	h := w.tree.subject(root, 0)
	if !w.canSpeak(&w.tree, h, true) || w.quoted(&w.tree, h) {
		return nobody
	}
	return phrase{n, h, h}
}

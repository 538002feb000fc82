package statement

import (
	"sort"

	"readout"
	"readout/text"
)

// quoteAt is the index of the outermost quotation that holds byte o, or -1.
func (w *walk) quoteAt(o readout.Offset) int {
	i := sort.Search(len(w.quotes), func(i int) bool { return w.quotes[i].End > o })
	if i < len(w.quotes) && w.quotes[i].Start <= o {
		return i
	}
	return -1
}

// quoteFrom is the index of the first outermost quotation that opens at byte o or
// later, or -1 where none does before end.
func (w *walk) quoteFrom(o, end readout.Offset) int {
	i := sort.Search(len(w.quotes), func(i int) bool { return w.quotes[i].Start >= o })
	if i < len(w.quotes) && w.quotes[i].Start < end {
		return i
	}
	return -1
}

// load makes sentence n the current one.
func (w *walk) load(n int) {
	s := &w.r.Sentences[n]
	if w.tree.Sentence == s {
		return
	}
	w.sentence = n
	w.tree.build(s)
	t := &w.tree
	if cap(t.inside) < len(s.Tokens) {
		t.inside = make([]bool, len(s.Tokens))
	}
	t.inside = t.inside[:len(s.Tokens)]
	q := sort.Search(len(w.quotes), func(i int) bool { return w.quotes[i].End > s.Start })
	for i := range s.Tokens {
		for q < len(w.quotes) && w.quotes[q].End <= s.Tokens[i].Start {
			q++
		}
		t.inside[i] = q < len(w.quotes) && w.quotes[q].Start <= s.Tokens[i].Start
	}
}

// quoted tells whether token i of the sentence stands within quotation marks.
func (w *walk) quoted(t *tree, i text.Index) bool { return t.inside[i] }

// mode tells how much of the content is in quotation marks. A quotation that its
// cue interrupts is direct: the words of the cue, gap, do not count.
func (w *walk) mode(c readout.Span, gap int) readout.Mode {
	inside := 0
	i := sort.Search(len(w.quotes), func(i int) bool { return w.quotes[i].End > c.Start })
	for ; i < len(w.quotes) && w.quotes[i].Start < c.End; i++ {
		inside += int(min(w.quotes[i].End, c.End) - max(w.quotes[i].Start, c.Start))
	}
	switch {
	case inside == 0:
		return readout.Indirect
	case (inside+gap)*20 >= c.Len()*19:
		return readout.Direct
	}
	return readout.Mixed
}

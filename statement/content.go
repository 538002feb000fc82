package statement

import (
	"strings"

	"readout"
	"readout/text"
)

// stretch is what a cue was found to attribute: bytes of the text, how many of

// them are the cue's own (where it interrupts), and the rule that found them.
type stretch struct {
	readout.Span
	gap   int
	rule  string
	minor bool // no clause and no quotation, so no statement where another holds it
}

func (s stretch) ok() bool { return !s.Empty() }

// content finds the words that the verb v, spoken by the noun s, attributes.
func (w *walk) content(v, s text.Index, c cue) stretch {
	t := &w.tree
	left := w.groupStart(v, s)
	own := t.Tokens[v].XPOS != text.VBG || t.kid(v, text.Nsubj, text.Aux) != text.None
	after := w.clauseAfter(v, s)
	if c.takes(quoting) && own {
		x := w.quoteBefore(v, s, left)
		if x.ok() && (after == text.None || w.quoteAt(x.Start) >= 0) {
			return x
		}
	}
	if c.takes(clause) && after == text.None && own {
		if x := w.clauseBefore(v, s, left); x.ok() {
			return x
		}
	}
	if c.takes(clause) && w.complete(v, c) {
		if x := w.thatClause(v, s, after, c); x.ok() {
			return x
		}
		if after != text.None {
			first := w.afterThat(after)
			return w.span(first, w.trimmed(first, w.contentEnd(v, after)), "that-clause")
		}
	}
	if c.takes(quoting) {
		if x := w.quoteAfter(v, s, c); x.ok() {
			return x
		}
	}
	return w.complement(v, s, c)
}

// complete tells whether the verb has the word beside it that makes it a cue, where

// it needs one: "point out", "make clear".
func (w *walk) complete(v text.Index, c cue) bool {
	t := &w.tree
	switch {
	case c.takes(particle):
		return t.is(v+1, "out") || t.kidIs(v, "out") != text.None
	case c.takes(clearly):
		return t.is(v+1, "clear") || t.is(v+2, "clear")
	}
	return true
}

// thatClause takes the clause after the first "that" behind the cue, whatever stands
// between: the one who is told, a day, a place. The tree, where it has a clause,

// says where it ends.
func (w *walk) thatClause(v, s, after text.Index, c cue) stretch {
	t := &w.tree
	n := text.Index(len(t.Tokens))
	i := v + 1
	if int(i) < len(t.Tokens) && s < v && !c.takes(addressee) && !c.takes(clearly) && !in(times, t.lemma(i)) {
		switch t.Tokens[i].UPOS {
		case text.DET, text.NOUN, text.ADJ, text.NUM:
			return stretch{} // "announced a plan that": the clause is of the plan
		}
	}
	if s > v {
		i = max(i, t.last[s])
	}
	for ; i+2 < n && i < v+18; i++ {
		k := &t.Tokens[i]
		if w.quoted(t, i) || k.UPOS == text.VERB && k.XPOS != text.VBN && k.XPOS != text.VBG || k.UPOS == text.AUX || k.UPOS == text.CCONJ && i > v+1 && t.comma(i-1) || t.is(i, "which", "who", ".", ";", ":") {
			return stretch{}
		}
		if !t.is(i, "that") {
			continue
		}
		if i > v+1 && t.Tokens[i-1].UPOS == text.ADP {
			return stretch{} // "agreed with that plan"
		}
		end := w.clauseEnd(v, i+1)
		if after != text.None && t.first[after] <= i+2 && t.last[after] > i+2 {
			end = w.contentEnd(v, after)
		} else if !w.hasVerb(i+1, end) {
			return stretch{}
		}
		return w.span(i+1, w.trimmed(i+1, end), "that-clause")
	}
	return stretch{}
}

// groupStart is the first token of the cue with its speaker and what stands before

// them and belongs to the cue: "On Monday, Mr Smith said".
func (w *walk) groupStart(v, s text.Index) text.Index {
	t := &w.tree
	left := v
	if s != text.None && s < v && t.Tokens[s].Head == v {
		left = t.first[s]
	}
	for moved := true; moved && left > 0; {
		moved = false
		for c := t.child[v]; c != text.None && c < left; c = t.next[c] {
			switch t.Tokens[c].Rel {
			case text.Ccomp, text.Parataxis, text.Obj, text.Dep, text.Punct, text.Root, text.Cc:
				continue
			}
			if t.last[c] == left || t.last[c] == left-1 && t.comma(left-1) && t.Tokens[c].Rel != text.Advcl {
				if w.quoteAt(t.Tokens[c].Start) < 0 {
					left, moved = t.first[c], true
				}
			}
		}
	}
	return left
}

// clauseAfter is the head of the clause that stands after the verb as what was
// said, or None.
func (w *walk) clauseAfter(v, s text.Index) text.Index {
	t := &w.tree
	for c := t.child[v]; c != text.None; c = t.next[c] {
		if c <= v || c == s {
			continue
		}
		switch t.Tokens[c].Rel {
		case text.Ccomp:
			if t.first[c] > v {
				return c
			}
		case text.Parataxis:
			if t.first[c] > v && (t.is(t.first[c]-1, ":") || t.Tokens[c].UPOS == text.VERB && t.first[c] == v+1) {
				return c
			}
		}
	}
	return text.None
}

// afterThat is the first token of the clause headed by c that is content.
func (w *walk) afterThat(c text.Index) text.Index {
	t := &w.tree
	i := t.first[c]
	for i < c && (t.is(i, "that") && t.Tokens[i].Rel == text.Mark || t.comma(i) || t.is(i, ":")) {
		i++
	}
	if j := w.skipTimes(i); j < c && in(times, t.lemma(i)) && t.Tokens[i+1].UPOS != text.PART {
		i = j
	}
	return i
}

// parser often hangs the tail of what was said on the cue; so the content runs on

// to the end of the cue's clause, or to a new start: ", adding", ", as he", "and".
func (w *walk) contentEnd(v, c text.Index) text.Index {
	t := &w.tree
	end := t.last[c]
	limit := t.last[v]
	for k := t.child[v]; k != text.None; k = t.next[k] {
		if k <= c || t.first[k] < end {
			continue
		}
		if w.endsContent(v, k) {
			limit = min(limit, t.first[k])
		}
	}
	end = max(end, limit)
	for i := c + 1; i+1 < end; i++ {
		if w.turns(i) || w.adds(i) {
			return i
		}
	}
	return end
}

// where it outweighs what was said, and in any case where it holds a cue.
func (w *walk) trimmed(first, last text.Index) text.Index {
	t := &w.tree
	if first < last && (t.Tokens[first].UPOS == text.SCONJ || t.Tokens[first].UPOS == text.ADP) {
		return last
	}
	for i := first + 3; i+2 < last; i++ {
		if !t.comma(i) || w.quoted(t, i) || !t.is(i+1, "which", "who", "whose", "where", "a", "an", "despite", "amid", "as", "while", "after", "although", "though", "only", "much", "even") {
			continue
		}
		if !w.hasVerb(first, i) || w.quoteFrom(t.Tokens[i].Start, t.Tokens[last-1].End) >= 0 {
			continue
		}
		if t.is(i+1, "a", "an") && w.joins(i+1, last) {
			continue
		}
		if head, tail := t.Cover(first, i).Len(), t.Cover(i, last).Len(); tail > head || t.is(i+1, "which", "who") && w.hasCue(i+1, last) {
			return i
		}
	}
	return last
}

// participle only elaborates what was said ("…, insisting that …").
const separate = " add tell note stress emphasize emphasise underscore underline "

// stressed that", ", but critics say".
func (w *walk) turns(i text.Index) bool {
	t := &w.tree
	if w.quoted(t, i) {
		return false
	}
	if t.Tokens[i].UPOS == text.CCONJ {
		n := i + 1
		for int(n) < len(t.Tokens) && t.Tokens[n].UPOS == text.ADV {
			n++
		}
		return int(n) < len(t.Tokens) && (t.Tokens[n].XPOS == text.VBD || t.Tokens[n].XPOS == text.VBZ) && w.f.verbs[t.lemma(n)].takes(clause) && w.f.verbs[t.lemma(n)].takes(quoting)
	}
	if !t.comma(i) || !t.is(i+1, "but", "while", "though", "although", "and") {
		return false
	}
	for n := i + 2; n < i+10 && int(n) < len(t.Tokens) && !w.quoted(t, n); n++ {
		if t.Tokens[n].UPOS == text.VERB {
			if !w.spoken(n, w.f.verbs[t.lemma(n)]) {
				return false
			}
			_, first, ok := w.before(n)
			return ok && first == i+2
		}
	}
	return false
}

// fall away, and a quotation that it cuts is taken whole.
func (w *walk) span(first, last text.Index, rule string) stretch {
	t := &w.tree
	for first < last && (t.comma(first) || t.is(first, ":", ".")) {
		first++
	}
	for last > first && (t.comma(last-1) || t.is(last-1, ".", ":")) && !w.quoted(t, last-1) {
		last--
	}
	if last <= first {
		return stretch{}
	}
	sp := t.Cover(first, last)
	if n := int(last); n+1 < len(t.Tokens) && t.is(last, ":") {
		if q := w.quoteAt(t.Tokens[n+1].Start); q >= 0 && w.quotes[q].Start == t.Tokens[n+1].Start {
			sp.End = w.quotes[q].End
		}
	}
	if q := w.quoteAt(sp.End - 1); q >= 0 && w.quotes[q].Start >= sp.Start {
		sp.End = max(sp.End, w.quotes[q].End)
	}
	return stretch{Span: sp, rule: rule}
}

// quoteBefore takes the quotation that closes right before the cue: `"…," he said`

// with its words before the marks (`The offer "stands," he said`) and its

// continuation after (`… he said, "and I mean it."`).
func (w *walk) quoteBefore(v, s, left text.Index) stretch {
	t := &w.tree
	if s != text.None && s > v {
		left = v
	}
	q := w.closedBefore(left)
	if q < 0 {
		return stretch{}
	}
	start := w.quotes[q].Start
	if start > t.Start {
		start = w.lead(q, v)
	}
	sp := readout.Span{Start: start, End: w.quotes[q].End}
	if more := w.resumed(v, s); more >= 0 {
		gap := int(w.quotes[more].Start - sp.End)
		return stretch{Span: readout.Span{Start: start, End: w.quotes[more].End}, gap: gap, rule: "interrupted quotation"}
	}
	if left > 0 { // words between the marks and the cue: `"…" on many issues, he said`
		if tail := t.Tokens[w.beforeComma(left)].End; tail > sp.End {
			sp.End = tail
		}
	}
	return stretch{Span: sp, rule: "quotation before cue"}
}

// closedBefore is the quotation that closes just before token left, or -1: next to
// it, with only a comma between, or up to a comma with a few words between.
func (w *walk) closedBefore(left text.Index) int {
	t := &w.tree
	if left <= 0 { // the quotation may be the sentence before
		if w.sentence == 0 {
			return -1
		}
		p := &w.r.Sentences[w.sentence-1]
		if p.Paragraph != t.Paragraph || len(p.Tokens) == 0 {
			return -1
		}
		q := w.quoteAt(p.End - 1)
		if n := len(p.Tokens); q >= 0 && w.quotes[q].End == p.End && n > 1 && strings.Contains("?!,", p.Tokens[n-2].Form) {
			return q
		}
		return -1
	}
	i := left - 1
	if t.comma(i) {
		i--
	}
	if i < 0 {
		return -1
	}
	if q := w.quoteAt(t.Tokens[i].Start); q >= 0 && w.quotes[q].End <= t.Tokens[i].End {
		return q
	}
	return -1
}

func (w *walk) beforeComma(left text.Index) text.Index {
	i := left - 1
	for i > 0 && w.tree.comma(i) {
		i--
	}
	return i
}

// lead is where the content starts that ends in quotation q: the words of the same

// sentence before the marks belong to it, up to a cue of their own.
func (w *walk) lead(q int, v text.Index) readout.Offset {
	t := &w.tree
	start := w.quotes[q].Start
	if start <= t.Start {
		return start
	}
	for i := v - 1; i >= 0; i-- {
		k := &t.Tokens[i]
		if k.Start >= start {
			continue
		}
		if w.quoteAt(k.Start) < 0 && (k.Form == ":" || k.UPOS == text.VERB && w.f.verbs[t.lemma(i)].takes(quoting) && t.subject(i, 0) != text.None) {
			return start
		}
	}
	first := text.Index(0)
	for int(first) < len(t.Tokens) && (t.comma(first) || t.Tokens[first].UPOS == text.CCONJ) {
		first++
	}
	if t.Tokens[first].Start >= start {
		return start
	}
	return t.Tokens[first].Start
}

// resumed is the quotation in which the interrupted words go on after the cue, or -1.
func (w *walk) resumed(v, s text.Index) int {
	t := &w.tree
	q := w.quoteFrom(t.Tokens[v].End, t.End)
	if q < 0 {
		return -1
	}
	for i := int(v) + 1; i < len(t.Tokens) && t.Tokens[i].Start < w.quotes[q].Start; i++ {
		k := &t.Tokens[i]
		if k.UPOS == text.VERB && text.Index(i) != s && w.f.verbs[t.lemma(text.Index(i))].takes(quoting) {
			return -1
		}
		if k.End <= w.quotes[q].Start && i+1 < len(t.Tokens) && t.Tokens[i+1].Start >= w.quotes[q].Start {
			if !t.comma(text.Index(i)) && !t.is(text.Index(i), ":", ".") {
				return -1
			}
		}
	}
	return q
}

// clauseBefore takes the clause that stands before the cue ("Talks go on, he
// said") or around it ("Talks, he said, go on").
func (w *walk) clauseBefore(v, s, left text.Index) stretch {
	t := &w.tree
	if s != text.None && s > v {
		left = v
	}
	if left <= 0 || !(t.comma(left-1) || closes(&t.Tokens[left-1])) {
		return stretch{}
	}
	h := t.head(v)
	c := t.kid(v, text.Ccomp)
	switch {
	case c != text.None && c < left:
		h = c
	case h != text.None && t.Tokens[v].Rel == text.Parataxis:
	default:
		return stretch{}
	}
	first := text.Index(0)
	if t.first[h] > 0 && t.Tokens[h].Rel != text.Root && t.comma(t.first[h]-1) {
		first = t.first[h]
	}
	for first < left && (t.Tokens[first].UPOS == text.CCONJ || t.comma(first)) {
		first++
	}
	if right := t.last[v]; h > v && right < t.last[h] {
		x := w.span(first, t.last[h], "clause around cue")
		x.gap = t.Cover(left, right).Len()
		return x
	}
	return w.span(first, left, "clause before cue")
}

// quoteAfter takes the quotation after the cue: `he said: "…"`, `he told reporters

// in Paris, "…"`, and `he said "nothing has changed" since May` with its tail.
func (w *walk) quoteAfter(v, s text.Index, c cue) stretch {
	t := &w.tree
	from := v + 1
	if s > v {
		from = max(from, t.last[s])
	}
	if int(from) >= len(t.Tokens) {
		return stretch{}
	}
	q := w.quoteFrom(t.Tokens[from].Start, t.End)
	if q < 0 {
		return stretch{}
	}
	for i := from; int(i) < len(t.Tokens) && i < v+25; i++ {
		k := &t.Tokens[i]
		if k.Start >= w.quotes[q].Start {
			if t.comma(i-1) || t.is(i-1, ":") || i == from && c.takes(clause) && !w.quotes[q].scare || w.toldBefore(i, v) {
				return stretch{Span: w.quotes[q].Span, rule: "quotation after cue"}
			}
			break
		}
		if k.UPOS == text.VERB && k.XPOS != text.VBG && t.subject(i, 0) != text.None && w.f.verbs[t.lemma(i)].takes(quoting) {
			break
		}
		if t.is(i, "that") && c.takes(clause) {
			return w.span(i+1, w.clauseEnd(v, i+1), "that-clause")
		}
	}
	return stretch{}
}

// toldBefore tells whether the token before i ends the one who is told.
func (w *walk) toldBefore(i, v text.Index) bool {
	t := &w.tree
	o := t.kidAfter(v, v, text.Obj, text.Iobj)
	return o != text.None && t.last[o] == i && in(" tell remind warn assure ask ", t.lemma(v))
}

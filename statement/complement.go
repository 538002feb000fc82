package statement

import (
	"strings"

	"readout/text"
)

// complement takes what a cue attributes without a clause or a quotation of its
// own: an infinitive, a noun phrase, a prepositional phrase, a name for something.
func (w *walk) complement(v, s text.Index, c cue) stretch {
	if c.takes(clause) && w.complete(v, c) {
		if x := w.loose(v, s, c); x.ok() {
			return x
		}
	}
	x := w.phrase(v, s, c)
	x.minor = true
	return x
}

// phrase takes what is no clause: a name for something, a prepositional phrase, an
// infinitive, a noun phrase.
func (w *walk) phrase(v, s text.Index, c cue) stretch {
	t := &w.tree
	if f := w.groupStart(v, s); t.is(f-1, "what") || t.is(f, "what") {
		return stretch{} // "what they call" names in passing
	}
	if t.Tokens[v].XPOS == text.VBG && t.kid(v, text.Aux, text.Nsubj) == text.None {
		c.frames &^= object // a participle that only elaborates
	}
	if c.takes(object) && int(v)+1 < len(t.Tokens) && w.quoted(t, v+1) {
		return w.upToMarks(w.span(v+1, w.contentEnd(v, v+1), "object"))
	}
	if c.takes(asPhrase) {
		if x := w.namedAs(v, s); x.ok() {
			return x
		}
	}
	if c.takes(label) {
		if x := w.called(v, s); x.ok() {
			return x
		}
	}
	if x := w.prepositional(v, c); x.ok() {
		return x
	}
	if c.takes(infinitive) {
		x := t.kidAfter(v, v, text.Xcomp, text.Ccomp, text.Advcl)
		if x != text.None && t.kidIs(x, "to") != text.None && (t.lemma(v) != "call" || t.is(v+1, "on", "upon")) {
			first := t.first[x]
			if o := t.kidAfter(v, v, text.Obj, text.Iobj); o != text.None && o < x && c.takes(addressee) {
				first = t.first[o]
			}
			return w.span(first, w.contentEnd(v, x), "infinitive")
		}
	}
	if c.takes(object) {
		if o := t.kidAfter(v, v, text.Obj); o != text.None && o != s && w.weighty(v, o) {
			return w.upToMarks(w.span(t.first[o], w.contentEnd(v, o), "object"))
		}
	}
	return stretch{}
}

// namedAs takes "the deal as a failure" of "described the deal as a failure", and
// the same of "referred to the deal as".
func (w *walk) namedAs(v, s text.Index) stretch {
	t := &w.tree
	first, as := text.None, text.None
	for c := t.child[v]; c != text.None; c = t.next[c] {
		if c <= v || c == s {
			continue
		}
		switch {
		case t.kidIs(c, "as") != text.None && as == text.None && t.Tokens[c].Rel != text.Obj:
			as = c
		case t.Tokens[c].Rel == text.Obj && first == text.None:
			first = t.first[c]
		case t.Tokens[c].Rel == text.Obl && first == text.None && t.is(t.first[c], "to"):
			first = t.first[c] + 1
		}
	}
	if as == text.None { // hung on the object
		if o := t.kidAfter(v, v, text.Obj, text.Obl); o != text.None && o != s && w.asWithin(o) {
			f := t.first[o]
			if t.is(f, "to") {
				f++
			}
			return w.upToMarks(w.span(f, w.contentEnd(v, o), "description"))
		}
		return stretch{}
	}
	if first == text.None || first > t.first[as] {
		first = t.first[as]
	}
	return w.upToMarks(w.span(first, w.contentEnd(v, as), "description"))
}

func (w *walk) asWithin(o text.Index) bool {
	t := &w.tree
	for i := o; i < t.last[o]; i++ {
		if t.is(i, "as") && t.Tokens[i].UPOS == text.ADP {
			return true
		}
	}
	return false
}

// called takes `the deal "a failure"` of `called the deal "a failure"`. Without
// quotation marks it is a name or a verb of another sense.
func (w *walk) called(v, s text.Index) stretch {
	t := &w.tree
	o := t.kidAfter(v, v, text.Obj, text.Iobj, text.Xcomp, text.Ccomp)
	if o == text.None || o == s {
		return stretch{}
	}
	end := w.contentEnd(v, o)
	if x := t.kidAfter(v, v, text.Xcomp, text.Obj); x != text.None {
		end = max(end, t.last[x])
	}
	first := min(t.first[o], o)
	if first <= v {
		first = v + 1
	}
	if t.is(first, "it", "this", "him", "her", "them", "that") && end-first > 2 {
		first++
		if t.is(first, "a", "an", "the") {
			return w.upToMarks(w.span(first, end, "label"))
		}
	}
	if w.quoteFrom(t.Tokens[first].Start, t.Tokens[end-1].End) < 0 {
		return stretch{}
	}
	return w.upToMarks(w.span(first, end, "label"))
}

// prepositional takes the noun phrase of "called for", "warned of", "compared to".
func (w *walk) prepositional(v text.Index, c cue) stretch {
	t := &w.tree
	if c.takes(forPhrase) && t.is(v+1, "for") || c.takes(ofPhrase) && t.is(v+1, "of", "against") {
		if int(v)+3 < len(t.Tokens) {
			return w.upToMarks(w.span(v+2, max(w.contentEnd(v, v+1), v+4), "phrase"))
		}
	}
	for k := t.child[v]; k != text.None; k = t.next[k] {
		if k <= v {
			continue
		}
		f := t.first[k]
		switch r := t.Tokens[k].Rel; {
		case r != text.Obl && r != text.Advcl && r != text.Ccomp && r != text.Xcomp && r != text.Advmod:
		case c.takes(forPhrase) && t.is(f, "for"),
			c.takes(ofPhrase) && t.is(f, "of", "against", "about"),
			c.takes(toPhrase) && t.is(f, "to", "with"):
			return w.upToMarks(w.span(f+1, w.contentEnd(v, k), "phrase"))
		}
	}
	return stretch{}
}

// weighty tells whether a noun phrase says something: it has more than a
// determiner and a noun.
func (w *walk) weighty(v, o text.Index) bool {
	t := &w.tree
	return w.contentEnd(v, o)-t.first[o] >= 3 && !t.is(o, "this", "that", "these", "those", "it") && t.Tokens[o].UPOS != text.PRON
}

// upToMarks ends a phrase with the quotation in it that closes on a comma.
func (w *walk) upToMarks(x stretch) stretch {
	q := w.quoteFrom(x.Start, x.End)
	if q < 0 || w.quotes[q].End >= x.End {
		return x
	}
	doc := w.r.Document.Text
	end := w.quotes[q].End
	if last := strings.TrimRight(doc[w.quotes[q].Start:end], "\"”’'"); strings.HasSuffix(last, ",") || int(end) < len(doc) && doc[end] == ',' {
		x.End = end
	}
	return x
}

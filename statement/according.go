package statement

import (
	"readout"
	"readout/text"
)

// according finds "according to X" and "in his words" in the current sentence. What it
// attributes is the sentence without it, or what another cue there attributes,
// passed on by X.
func (w *walk) according() {
	t := &w.tree
	for i := 0; i+2 < len(t.Tokens); i++ {
		a := text.Index(i)
		if w.quoted(t, a) {
			continue
		}
		var s, end text.Index
		switch {
		case t.is(a, "according") && t.is(a+1, "to"):
			s, end = w.source(a)
		case t.is(a, "in") && t.is(a+1, "his", "her", "their") && t.is(a+2, "words", "view", "opinion"):
			s, end = a+1, a+3
		default:
			continue
		}
		if s == text.None || t.is(s, "me", "us", "plan", "law", "schedule", "rules") {
			continue
		}
		x := w.beside(a, end)
		if !x.ok() {
			continue
		}
		w.claims = append(w.claims, claim{
			stretch: x, sentence: w.sentence, last: w.sentence, verb: a, cue: t.Cover(a, a+2),
			speaker: phrase{w.sentence, s, s}, stance: readout.Neutral,
		})
	}
}

// source is the noun that "according to" names and the token after its phrase.
func (w *walk) source(a text.Index) (s, end text.Index) {
	t := &w.tree
	s = t.head(a)
	if s == text.None || !nominal(&t.Tokens[s]) || s < a || t.first[s] > a {
		s = text.None
		for i := a + 2; int(i) < len(t.Tokens) && i < a+12; i++ { // the parser went astray
			if t.comma(i) || t.is(i, ".", "that", "who", "which", "of") || t.Tokens[i].UPOS == text.VERB {
				break
			}
			if nominal(&t.Tokens[i]) {
				s = i
			}
		}
		if s == text.None {
			return s, a
		}
		return s, s + 1
	}
	return s, t.last[s]
}

// beside is the content that the phrase [a, end) leaves of the sentence.
func (w *walk) beside(a, end text.Index) stretch {
	t := &w.tree
	n := text.Index(len(t.Tokens))
	if a == 0 || t.Tokens[a-1].UPOS == text.CCONJ {
		for end > a && t.comma(end-1) {
			end--
		}
		for end < n && !t.comma(end) && end < a+25 {
			end++
		}
		return w.span(end, n, "according to, before")
	}
	rest := end
	for rest < n && (t.comma(rest) || t.is(rest, ".")) {
		rest++
	}
	first := text.Index(0)
	for first < a && (t.Tokens[first].UPOS == text.CCONJ || t.comma(first)) {
		first++
	}
	if q := w.closedBefore(a); q >= 0 && !w.claimed(w.quotes[q].Span) {
		return stretch{Span: readout.Span{Start: w.lead(q, a), End: w.quotes[q].End}, rule: "according to, after"}
	}
	if rest+2 < n && t.comma(a-1) && t.Tokens[rest].XPOS != text.WDT && t.Tokens[rest].XPOS != text.WP && t.comma(rest-1) &&
		t.Tokens[rest].UPOS != text.CCONJ && t.Tokens[rest].UPOS != text.SCONJ && t.head(t.mainHead(rest)) != t.mainHead(a) {
		if q := w.quoteFrom(t.Tokens[a].Start, t.End); q < 0 {
			x := w.span(first, n, "according to, within")
			x.gap = t.Cover(a, rest).Len()
			return x
		}
	}
	return w.span(first, a, "according to, after")
}

// claimed tells whether a claim of the current sentence holds the span.
func (w *walk) claimed(s readout.Span) bool {
	for i := len(w.claims) - 1; i >= 0 && w.claims[i].sentence == w.sentence; i-- {
		if w.claims[i].Contains(s) {
			return true
		}
	}
	return false
}

// mainHead is the head of i, or i itself where it has none.
func (t *tree) mainHead(i text.Index) text.Index {
	if h := t.head(i); h != text.None {
		return h
	}
	return i
}

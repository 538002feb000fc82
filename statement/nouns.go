package statement

import (
	"readout"
	"readout/text"
)

// nouns finds in the current sentence what nouns of speaking attribute: "her claim
// that …", "issued a warning that …". A noun alone says too little of who speaks;
// so a possessor or the subject of the verb it hangs on must name one.
func (w *walk) nouns() {
	t := &w.tree
	for i := 1; i+3 < len(t.Tokens); i++ {
		n := text.Index(i)
		if t.Tokens[i].UPOS != text.NOUN || !w.f.claims[t.lemma(n)] || w.quoted(t, n) {
			continue
		}
		that := w.thatAfter(n)
		if that == text.None {
			continue
		}
		s := w.possessor(n)
		if !w.canSpeak(t, s, true) {
			continue
		}
		x := w.span(that+1, w.trimmed(that+1, w.nounEnd(n, that)), "noun of speaking")
		if !x.ok() || w.known(x.Span) {
			continue
		}
		w.claims = append(w.claims, claim{
			stretch: x, sentence: w.sentence, last: w.sentence, verb: n, cue: t.Tokens[n].Span,
			speaker: phrase{w.sentence, s, s}, stance: readout.Neutral,
		})
	}
}

// thatAfter is the "that" which opens the noun's clause, right after it or after a
// phrase of a few words ("a warning to the West that"), or None.
func (w *walk) thatAfter(n text.Index) text.Index {
	t := &w.tree
	for i := n + 1; int(i)+3 < len(t.Tokens) && i < n+6; i++ {
		k := &t.Tokens[i]
		if t.is(i, "that") && k.UPOS == text.SCONJ {
			return i
		}
		if k.UPOS == text.VERB || k.UPOS == text.AUX || k.UPOS == text.PUNCT || k.UPOS == text.CCONJ {
			break
		}
	}
	return text.None
}

// possessor is who makes the claim n: its possessor, "by" phrase, or the subject of
// the verb that it is the object of.
func (w *walk) possessor(n text.Index) text.Index {
	t := &w.tree
	if p := t.kid(n, text.NmodPoss); p != text.None {
		return p
	}
	for c := t.child[n]; c != text.None; c = t.next[c] {
		if t.Tokens[c].Rel == text.Nmod && t.is(t.first[c], "by", "from") {
			return c
		}
	}
	h := t.head(n)
	if h == text.None || t.Tokens[n].Rel != text.Obj || !in(" issue make give repeat send deliver voice express renew post release publish ", t.lemma(h)) || !t.told(h) {
		return text.None
	}
	return t.subject(h, 0)
}

// nounEnd is where the clause after the noun ends: with the subtree of its verb, or
// where a comma or the sentence ends it.
func (w *walk) nounEnd(n, that text.Index) text.Index {
	t := &w.tree
	if h := t.head(that); h != text.None && h > that && t.first[h] >= n {
		return t.last[h]
	}
	return w.clauseEnd(n, that+1)
}

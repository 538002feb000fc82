package statement

import (
	"readout/text"
)

// contentEnd is the token after the last word of a complement of v headed by c. A

// adds tells whether a participle that says something of its own follows the comma i.
func (w *walk) adds(i text.Index) bool {
	t := &w.tree
	return t.comma(i) && !t.inside[i] && t.Tokens[i+1].XPOS == text.VBG && in(separate, t.lemma(i+1))
}

// endsContent tells whether the child k of the cue v starts something new.
func (w *walk) endsContent(v, k text.Index) bool {
	t := &w.tree
	switch t.Tokens[k].Rel {
	case text.Punct:
		return t.comma(k) && w.breaks(v, k)
	case text.Conj, text.Parataxis:
		return w.newStart(k)
	case text.Cc:
		n := t.kidAfter(v, k, text.Conj)
		return n == text.None || w.newStart(n)
	case text.Advcl:
		if t.kidIs(k, "to") != text.None {
			return false
		}
		if t.Tokens[k].XPOS == text.VBG && w.f.verbs[t.lemma(k)].frames != 0 {
			return in(separate, t.lemma(k))
		}
		return t.comma(t.first[k]-1) || t.Tokens[k].UPOS == text.VERB && w.f.verbs[t.lemma(k)].frames != 0
	}
	return false
}

// newStart tells whether what is joined to the cue by "and" is no part of what was
// said: it has a subject of its own, or is a cue itself.
func (w *walk) newStart(k text.Index) bool {
	t := &w.tree
	if t.kidIs(k, "that") != text.None {
		return false
	}
	return t.kid(k, text.Nsubj, text.NsubjPass, text.Expl) != text.None || t.Tokens[k].UPOS == text.VERB && w.f.verbs[t.lemma(k)].frames != 0
}

// trimmed cuts the reporter's own tail off a clause: ", which …", ", a former …"

// joins tells whether an "and" or "or" stands in the token range: a list goes on.
func (w *walk) joins(first, last text.Index) bool {
	for i := first; i < last; i++ {
		if w.tree.Tokens[i].UPOS == text.CCONJ {
			return true
		}
	}
	return false
}

// hasCue tells whether a verb of speaking stands in the token range.
func (w *walk) hasCue(first, last text.Index) bool {
	for i := first; i < last; i++ {
		if w.tree.Tokens[i].UPOS == text.VERB && w.spoken(i, w.f.verbs[w.tree.lemma(i)]) {
			return true
		}
	}
	return false
}

// separate are the cues whose participle opens a statement of its own. Another

// breaks tells whether a new cue or a new main clause starts after the comma k.
func (w *walk) breaks(v, k text.Index) bool {
	t := &w.tree
	n := k + 1
	if int(n) >= len(t.Tokens) {
		return false
	}
	if t.Tokens[n].XPOS == text.VBG {
		return w.f.verbs[t.lemma(n)].frames == 0 || in(separate, t.lemma(n))
	}
	return t.is(n, "but", "according", "while", "though", "although", "as")
}

// turns tells whether somebody else's or another saying starts at token i: "and

// span turns the half-open token range into content: marks and stops around it

// clauseEnd is where a clause ends whose tree is not to be trusted: the end of the
// sentence, or where another saying starts.
func (w *walk) clauseEnd(v, from text.Index) text.Index {
	t := &w.tree
	n := text.Index(len(t.Tokens))
	for i := from; i+1 < n; i++ {
		if w.turns(i) || w.adds(i) {
			return i
		}
	}
	return n
}

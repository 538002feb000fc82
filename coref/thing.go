package coref

import (
	"strings"

	"readout/text"
)

// thingDescribed resolves a noun of no class, where such are asked for: a definite
// one is the last thing told by the same noun, if nothing told beside it differs.
func (r *resolver) thingDescribed(i int, mod modifiers) int {
	m := &r.m[i]
	lemma := strings.ToLower(r.sents[m.Sentence].Tokens[m.Head].Lemma)
	if mod.definite || r.sents[m.Sentence].Tokens[m.Head].UPOS == text.PROPN {
		for k := i - 1; k >= 0 && k > i-400; k-- {
			c := &r.m[k]
			if c.Form == text.Nominal && c.Entity >= 0 && c.Class == text.NoClass && !within(c, m) && !within(m, c) &&
				strings.EqualFold(r.sents[c.Sentence].Tokens[c.Head].Lemma, lemma) && r.narrower(c, m) {
				return c.Entity
			}
		}
	}
	return r.add(text.Entity{Name: r.words(m), Rule: "description"})
}

// narrower tells whether all that narrows m before its noun stands in c too.
func (r *resolver) narrower(c, m *text.Mention) bool {
	a, b := r.sents[c.Sentence].Tokens, r.sents[m.Sentence].Tokens
	for k := m.First; k < m.Head; k++ {
		switch b[k].UPOS {
		case text.DET, text.PRON, text.PUNCT, text.PART, text.ADP:
			continue
		}
		found := false
		for j := c.First; j < c.Last; j++ {
			found = found || strings.EqualFold(a[j].Lemma, b[k].Lemma)
		}
		if !found {
			return false
		}
	}
	return a[c.Head].XPOS == b[m.Head].XPOS
}

package coref

import (
	"strings"

	"readout/text"
)

// quotes notes which tokens stand within quotation marks. A paragraph that does
// not close its quotation closes it all the same.
func (r *resolver) quotes() {
	r.quoted = make([][]bool, len(r.sents))
	open, paragraph := false, -1
	for s := range r.sents {
		if r.sents[s].Paragraph != paragraph {
			open, paragraph = false, r.sents[s].Paragraph
		}
		toks := r.sents[s].Tokens
		for t := range toks {
			switch toks[t].Form {
			case "“", "``":
				open = true
			case "”", "''":
				open = false
			case "\"":
				open = !open && !closesBySpace(toks, t) || opensBySpace(toks, t)
			}
			if open && r.quoted[s] == nil {
				r.quoted[s] = make([]bool, len(toks))
			}
			if open {
				r.quoted[s][t] = true
			}
		}
	}
}

// opensBySpace tells a straight mark that stands right before a word and behind a space, even where
// the one before it was never closed: "... and stability. "We have a long way to go".
func opensBySpace(toks []text.Token, t int) bool {
	return !toks[t].Space && t+1 < len(toks) && (t == 0 || toks[t-1].Space)
}

// closesBySpace tells a straight mark that stands right behind a word and before a space.
func closesBySpace(toks []text.Token, t int) bool {
	return toks[t].Space && t > 0 && !toks[t-1].Space
}

func (r *resolver) inQuote(m *text.Mention) bool {
	q := r.quoted[m.Sentence]
	return q != nil && q[m.First]
}

// speaker returns the entity whose words stand around token at of sentence s, or
// -1: the subject of a verb of speech outside the quotation, in this sentence,
// else in the nearest one of the paragraph, else in the paragraph before.
func (r *resolver) speaker(s int, at text.Index) int {
	p := r.sents[s].Paragraph
	for _, d := range [...]int{0, -1, 1, -2, 2, -3, -4} {
		k := s + d
		if k < 0 || k >= len(r.sents) || r.sents[k].Paragraph != p && (d > 0 || r.sents[k].Paragraph != p-1) {
			continue
		}
		if e := r.speakerIn(k); e >= 0 {
			return e
		}
	}
	return -1
}

func (r *resolver) speakerIn(s int) int {
	toks := r.sents[s].Tokens
	for k := r.start[s]; k < r.start[s+1]; k++ {
		m := &r.m[k]
		t := &toks[m.Head]
		if m.Entity < 0 || t.Rel != text.Nsubj || r.inQuote(m) || t.Head < 0 || int(t.Head) >= len(toks) {
			continue
		}
		if says(toks[t.Head].Lemma) {
			return m.Entity
		}
	}
	return -1
}

func says(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "say", "tell", "add", "note", "announce", "claim", "state", "declare", "warn", "insist", "argue", "stress",
		"comment", "remark", "explain", "reply", "respond", "write", "tweet", "acknowledge", "suggest", "admit", "ask",
		"call", "vow", "recall", "emphasize", "emphasise", "reiterate", "affirm", "quip", "joke", "conclude":
		return true
	}
	return false
}

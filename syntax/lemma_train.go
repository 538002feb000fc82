package syntax

import (
	"cmp"
	"slices"
	"strings"

	"readout/text"
)

type lemmaCase struct {
	pair tagPair
	base string
	edit edit
}

// learnLemmas finds, from the shortest ending to the whole word, the edits that
// differ from what the shorter endings give.
func learnLemmas(gold []text.Sentence) *lemmatizer {
	counts := countLemmas(gold)
	l := &lemmatizer{rules: map[uint32]uint16{}}
	number := map[edit]uint16{}
	for n := 0; n <= longestTail+1; n++ {
		whole := n > longestTail
		votes := map[uint32]map[edit]int{}
		for c, k := range counts {
			end := lastRunes(c.base, n)
			if whole {
				end = c.base
			} else if end == c.base && n > 0 || c.edit.cut == wholeWord {
				continue
			} else {
				k = 1 // endings count words, not their uses
			}
			key := lemmaKey(c.pair, end, whole)
			if votes[key] == nil {
				votes[key] = map[edit]int{}
			}
			votes[key][c.edit] += k
		}
		l.adopt(votes, number, counts, n, whole)
	}
	return l
}

func countLemmas(gold []text.Sentence) map[lemmaCase]int {
	counts := map[lemmaCase]int{}
	for i := range gold {
		for j := range gold[i].Tokens {
			t := &gold[i].Tokens[j]
			p := tagPair{t.UPOS, t.XPOS}
			lemma := t.Lemma
			if p.upos != text.PROPN {
				lemma = strings.ToLower(lemma)
			}
			b := base(p, t.Form)
			if lemma == "_" && t.Form != "_" || b == "" {
				continue
			}
			counts[lemmaCase{p, b, editOf(b, lemma)}]++
		}
	}
	return counts
}

// adopt takes the winner of each vote where it changes a word's lemma.
func (l *lemmatizer) adopt(votes map[uint32]map[edit]int, number map[edit]uint16, counts map[lemmaCase]int, n int, whole bool) {
	fresh := map[uint32]edit{}
	for c := range counts {
		end := c.base
		if !whole {
			end = lastRunes(c.base, n)
		}
		key := lemmaKey(c.pair, end, whole)
		top, k := winner(votes[key])
		if k == 0 || !whole && n > 2 && k < 2 {
			continue
		}
		if l.lemma(c.pair, c.base) != top.apply(c.base) {
			fresh[key] = top
		}
	}
	keys := make([]uint32, 0, len(fresh))
	for k := range fresh {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		e, ok := number[fresh[k]]
		if !ok {
			e = uint16(len(l.edits))
			number[fresh[k]] = e
			l.edits = append(l.edits, fresh[k])
		}
		l.rules[k] = e
	}
}

func winner(votes map[edit]int) (top edit, k int) {
	for e, n := range votes {
		if n > k || n == k && cmp.Or(cmp.Compare(e.cut, top.cut), cmp.Compare(e.add, top.add)) < 0 {
			top, k = e, n
		}
	}
	return top, k
}

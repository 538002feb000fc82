package statement

import (
	"strings"

	"readout/text"
)

// tree is a sentence with its children and the extents of its subtrees at hand,
// so that each is asked for in constant time however long the sentence is.
type tree struct {
	*text.Sentence
	first, last []text.Index // half-open token range of each subtree
	child, next []text.Index // first child, next sibling
	inside      []bool       // whether each token stands in quotation marks
	open        []int32      // children not yet folded into their parent; work space
}

// build makes t the tree of s and keeps its memory.
func (t *tree) build(s *text.Sentence) {
	n := len(s.Tokens)
	t.Sentence = s
	t.first, t.last = sized(t.first, n), sized(t.last, n)
	t.child, t.next = sized(t.child, n), sized(t.next, n)
	if cap(t.open) < n {
		t.open = make([]int32, n)
	}
	t.open = t.open[:n]
	for i := range n {
		t.first[i], t.last[i] = text.Index(i), text.Index(i+1)
		t.child[i], t.next[i], t.open[i] = text.None, text.None, 0
	}
	for i := n - 1; i >= 0; i-- {
		h := t.head(text.Index(i))
		if h == text.None {
			continue
		}
		t.next[i], t.child[h] = t.child[h], text.Index(i)
		t.open[h]++
	}
	for i := range n {
		t.fold(text.Index(i))
	}
}

// fold gives the extents of finished subtrees to their parents. A cycle, which no
// parser should make, is never finished and so ends the climb.
func (t *tree) fold(i text.Index) {
	for i != text.None && t.open[i] == 0 {
		t.open[i] = -1
		h := t.head(i)
		if h == text.None {
			return
		}
		t.first[h], t.last[h] = min(t.first[h], t.first[i]), max(t.last[h], t.last[i])
		t.open[h]--
		i = h
	}
}

// head is the head of i, or None for a root, an unparsed token and nonsense.
func (t *tree) head(i text.Index) text.Index {
	k := &t.Tokens[i]
	if k.Rel == text.NoRel || k.Rel == text.Root || k.Head < 0 || int(k.Head) >= len(t.Tokens) || k.Head == i {
		return text.None
	}
	return k.Head
}

// kid is the first child of h with one of the relations, or None.
func (t *tree) kid(h text.Index, rels ...text.Rel) text.Index {
	for c := t.child[h]; c != text.None; c = t.next[c] {
		for _, r := range rels {
			if t.Tokens[c].Rel == r {
				return c
			}
		}
	}
	return text.None
}

// kidAfter is the first child of h after token i with one of the relations, or None.
func (t *tree) kidAfter(h, i text.Index, rels ...text.Rel) text.Index {
	for c := t.child[h]; c != text.None; c = t.next[c] {
		for _, r := range rels {
			if c > i && t.Tokens[c].Rel == r {
				return c
			}
		}
	}
	return text.None
}

// lemma is the lemma of i, or its form where it has none, in lower case.
func (t *tree) lemma(i text.Index) string {
	if i < 0 || int(i) >= len(t.Tokens) {
		return ""
	}
	if l := t.Tokens[i].Lemma; l != "" {
		return strings.ToLower(l)
	}
	return strings.ToLower(t.Tokens[i].Form)
}

// is tells whether the form of i is one of the words, in lower case.
func (t *tree) is(i text.Index, words ...string) bool {
	if i < 0 || int(i) >= len(t.Tokens) {
		return false
	}
	for _, w := range words {
		if strings.EqualFold(t.Tokens[i].Form, w) {
			return true
		}
	}
	return false
}

// kidIs is the first child of h whose form is one of the words, or None.
func (t *tree) kidIs(h text.Index, words ...string) text.Index {
	for c := t.child[h]; c != text.None; c = t.next[c] {
		if t.is(c, words...) {
			return c
		}
	}
	return text.None
}

// comma tells whether token i is a comma, a semicolon or a dash.
func (t *tree) comma(i text.Index) bool { return t.is(i, ",", ";", "—", "–", "-", "--") }

func sized(s []text.Index, n int) []text.Index {
	if cap(s) < n {
		return make([]text.Index, n)
	}
	return s[:n]
}

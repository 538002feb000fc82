// Package text is what the language stages hand one another: sentences of tokens
// with their tags and trees, mentions of parties and places, the entities they
// stand for, and time expressions. Segment makes the sentences of a document;
// every token keeps its byte span, and the tokens of a document cover its words
// in order. Nothing here fails: any bytes give sentences.
package text

import "readout"

// Index is the position of a token within its sentence, counted from 0. It is no
// byte offset; those are readout.Offset.
type Index int32

// None is the Index that points nowhere: the head of a root, a missing child.
const None Index = -1

// Token is a word, number or punctuation mark after the rules of UD English:
// clitics stand alone ("do", "n't"; "Putin", "'s"). The text stage fills Span,
// Form and Space, the syntax stage the rest.
type Token struct {
	readout.Span
	Form  string // the words of the span
	Lemma string // lower-case but for proper names
	UPOS  UPOS
	XPOS  XPOS
	Rel   Rel   // relation to Head
	Head  Index // None for the root
	Space bool  // white space follows
}

// Sentence is a run of tokens with one rooted tree over them (once parsed).
type Sentence struct {
	readout.Span
	Section   readout.SectionKind
	Paragraph int // index of the paragraph it stands in, counted from 0 over the document
	Tokens    []Token
}

// LooksForward tells whether verb v is a "look forward", which speaks of what is to
// come in whatever tense it stands.
func (s *Sentence) LooksForward(v Index) bool {
	for i := v + 1; int(i) < len(s.Tokens) && i <= v+2; i++ {
		if s.Tokens[i].Form == "forward" {
			return s.Tokens[v].Lemma == "look"
		}
	}
	return false
}

// Root returns the index of the token without head, or None in an unparsed sentence.
func (s *Sentence) Root() Index {
	for i := range s.Tokens {
		if s.Tokens[i].Rel == Root {
			return Index(i)
		}
	}
	return None
}

// Child returns the first child of h with one of the relations, or None.
func (s *Sentence) Child(h Index, rels ...Rel) Index {
	for i := range s.Tokens {
		if s.Tokens[i].Head != h {
			continue
		}
		for _, r := range rels {
			if s.Tokens[i].Rel == r {
				return Index(i)
			}
		}
	}
	return None
}

// Children returns every child of h with one of the relations (any relation where
// none is given), in order.
func (s *Sentence) Children(h Index, rels ...Rel) []Index {
	var out []Index
	for i := range s.Tokens {
		if s.Tokens[i].Head != h {
			continue
		}
		if len(rels) == 0 {
			out = append(out, Index(i))
		}
		for _, r := range rels {
			if s.Tokens[i].Rel == r {
				out = append(out, Index(i))
				break
			}
		}
	}
	return out
}

// Dominates tells whether a is b or an ancestor of b in the tree.
func (s *Sentence) Dominates(a, b Index) bool {
	for steps := 0; b != None && steps <= len(s.Tokens); steps++ {
		if a == b {
			return true
		}
		b = s.Tokens[b].Head
	}
	return false
}

// Extent returns the span from the first to the last token of the subtree of h.
func (s *Sentence) Extent(h Index) readout.Span {
	first, last := s.Reach(h)
	return s.Cover(first, last)
}

// Reach returns the half-open token range that the subtree of h lies in.
func (s *Sentence) Reach(h Index) (first, last Index) {
	first, last = h, h+1
	for i := range s.Tokens {
		if t := Index(i); s.Dominates(h, t) {
			first, last = min(first, t), max(last, t+1)
		}
	}
	return first, last
}

// Cover returns the span of the tokens in the half-open range [first, last).
func (s *Sentence) Cover(first, last Index) readout.Span {
	if first < 0 || last <= first || int(last) > len(s.Tokens) {
		return readout.Span{}
	}
	return readout.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}
}

package encounter

import "readout/text"

// This file follows a list of topics by the order of its words, where the tree hangs its
// later members on a word inside the first: "the response to the pandemic and regional
// security issues".

// addListed takes the members of a list that go on behind a topic that ends before last.
func (d *draft) addListed(t *telling, s *text.Sentence, last text.Index) {
	var heads []text.Index
	closed := false // by its "and", or opened by "including"
	for len(heads) < maxListed && !closed {
		i, and, named := listMark(s, last)
		if i == last {
			break
		}
		head, end := d.member(t.sentence, i)
		if head == text.None {
			break
		}
		heads, last = append(heads, head), end
		if named {
			d.takeListed(t, s, heads[len(heads)-1:])
			heads = heads[:0]
		}
		closed = and
	}
	if closed {
		d.takeListed(t, s, heads)
	}
}

func (d *draft) takeListed(t *telling, s *text.Sentence, heads []text.Index) {
	for _, h := range heads {
		if !d.inTopics(t, s, h) {
			d.addObject(t, s, h)
		}
	}
}

// inTopics tells whether one of the topics holds the token.
func (d *draft) inTopics(t *telling, s *text.Sentence, i text.Index) bool {
	for _, c := range t.topics {
		for _, at := range c.At() {
			if at.Contains(s.Tokens[i].Span) {
				return true
			}
		}
	}
	return false
}

// listMark goes over what parts two members of a list at i; and tells that one more
// follows, named that examples follow.
func listMark(s *text.Sentence, i text.Index) (next text.Index, and, named bool) {
	if int(i) < len(s.Tokens) && s.Tokens[i].Form == "," {
		i++
	}
	if n := examples(s, i); n > 0 {
		return i + n, false, true
	}
	switch {
	case int(i) < len(s.Tokens) && lower(s.Tokens[i].Form) == "and":
		return i + 1, true, false
	case int(i)+2 < len(s.Tokens) && lower(s.Tokens[i].Form) == "as" && lower(s.Tokens[i+1].Form) == "well":
		return i + 3, true, false
	}
	return i, false, false
}

// examples counts the words at i that open a list of examples: "including", "such as".
func examples(s *text.Sentence, i text.Index) text.Index {
	if int(i)+1 >= len(s.Tokens) {
		return 0
	}
	switch f := lower(s.Tokens[i].Form); {
	case f == "including", f == "notably", f == "particularly":
		return 1
	case f == "such" && lower(s.Tokens[i+1].Form) == "as":
		return 2
	}
	return 0
}

// member reads the noun phrase at i: its head, and where it ends. There is none where a
// verb of its own follows, as behind "discussed trade, the White House said", or where it
// only goes on with a name in the phrase before: "in Syria and Iraq".
func (d *draft) member(si int, i text.Index) (head, end text.Index) {
	s := &d.r.Sentences[si]
	for end = i; int(end) < len(s.Tokens) && phraseWord(&s.Tokens[end]); end++ {
	}
	for j := i; j < end; j++ {
		if u := s.Tokens[j].UPOS; (u == text.NOUN || u == text.PROPN) && (s.Tokens[j].Head < i || s.Tokens[j].Head >= end) {
			head = j
			break
		}
		head = text.None
	}
	if end == i || head == text.None || int(end) < len(s.Tokens) && (finiteVerb(&s.Tokens[end]) || s.Tokens[end].UPOS == text.AUX) {
		return text.None, end
	}
	if s.Tokens[head].UPOS == text.PROPN && s.Tokens[end-1].UPOS == text.PROPN && s.Tokens[i].UPOS == text.PROPN {
		return text.None, end
	}
	return head, end
}

// phraseWord tells a word that a noun phrase may hold.
func phraseWord(t *text.Token) bool {
	switch t.UPOS {
	case text.NOUN, text.PROPN, text.ADJ, text.DET, text.NUM, text.ADP:
		return true
	case text.PART:
		return t.XPOS == text.POS
	case text.PRON:
		return t.Rel == text.NmodPoss
	case text.VERB:
		return t.Rel == text.Amod || t.Rel == text.Compound
	}
	return t.Form == "-"
}

// quoteMark tells a mark that may stand inside a phrase.
func quoteMark(form string) bool {
	switch form {
	case "“", "”", "\"", "‘", "’", "``", "''":
		return true
	}
	return false
}

package syntax

import (
	"slices"

	"readout/text"
)

// unquoted leaves out the quotation marks around a verb and what follows it: `in the talks,
// Chancellor Angela Merkel "called for restraint"`. They are no part of the grammar, and part
// the verb from its subject. Where somebody's whole words are quoted, a comma or colon stands
// before the mark, and it stays. Where none is left out the tokens themselves are returned.
func (p *Parser) unquoted(tokens []text.Token) []text.Token {
	p.plain, p.kept = p.plain[:0], p.kept[:0]
	if !slices.ContainsFunc(tokens, func(t text.Token) bool { return quotationMark(t.Form) }) {
		return tokens
	}
	inner := false
	for i := range tokens {
		switch {
		case !quotationMark(tokens[i].Form):
		case inner:
			inner = false
			continue
		case i > 0 && i+1 < len(tokens) && properly(tokens[i-1].Form) && said(tokens[i+1].Form):
			inner = true
			continue
		}
		p.plain, p.kept = append(p.plain, tokens[i]), append(p.kept, text.Index(i))
	}
	if len(p.plain) == len(tokens) {
		p.plain = p.plain[:0]
		return tokens
	}
	return p.plain
}

// requote puts the tree of the words left by unquoted on the sentence's own tokens: a
// mark that has no pair hangs on the word behind it.
func (p *Parser) requote(tokens []text.Token) {
	if len(p.plain) == 0 {
		return
	}
	for i := range tokens {
		t := &tokens[i]
		if t.Head = text.Index(i + 1); i+1 == len(tokens) {
			t.Head = text.Index(i - 1)
		}
		t.Rel, t.UPOS, t.XPOS, t.Lemma = text.Punct, text.PUNCT, text.CloseQuote, t.Form
	}
	for k, i := range p.kept {
		tokens[i] = p.plain[k]
		if h := tokens[i].Head; h != text.None {
			tokens[i].Head = p.kept[h]
		}
	}
	pairMarks(tokens)
}

// pairMarks hangs both marks around some words on the head of these.
func pairMarks(tokens []text.Token) {
	open := text.None
	for i := range tokens {
		if !quotationMark(tokens[i].Form) {
			continue
		}
		if open == text.None {
			open = text.Index(i)
			continue
		}
		for k := open + 1; k < text.Index(i); k++ {
			if h := tokens[k].Head; h < open || h > text.Index(i) {
				tokens[open].Head, tokens[i].Head = k, k
				break
			}
		}
		open = text.None
	}
}

func quotationMark(form string) bool {
	return form == "\"" || form == "“" || form == "”" || form == "``" || form == "''"
}

// properly tells a word written as names are.
func properly(form string) bool { return form != "" && form[0] >= 'A' && form[0] <= 'Z' }

// said tells a word that looks like a finite verb.
func said(form string) bool {
	switch form {
	case "is", "was", "are", "were", "will", "would", "could", "can", "must", "should", "may", "might", "has", "had", "have", "did", "does":
		return true
	}
	return len(form) > 4 && form[len(form)-2:] == "ed"
}

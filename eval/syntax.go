package eval

import (
	"path/filepath"
	"strings"

	"readout/text"
)

// Syntax parses the gold tokens anew and scores tags, lemmas (capitals aside) and trees
// in per cent of the words. UAS counts right heads; LAS also asks for the right relation, leaving
// subtypes ("nmod:poss") aside as the CoNLL shared tasks do, and LAS+ with them. "UAS
// words" and "LAS words" leave punctuation aside, which treebanks attach by conventions
// of their own: PUD hangs commas on the governor, EWT and GUM on what they set off.
func Syntax(set string, gold []Gold, parse func(*text.Sentence)) []Row {
	var words, upos, xpos, lemma, uas, las, full, whole, plain, plainUAS, plainLAS int
	for i := range gold {
		g := &gold[i].Sentence
		s := unparsed(g)
		parse(&s)
		wrong := 0
		for j := range g.Tokens {
			a, b := &g.Tokens[j], &s.Tokens[j]
			words++
			upos += tally(a.UPOS == b.UPOS)
			xpos += tally(a.XPOS == b.XPOS)
			lemma += tally(strings.EqualFold(a.Lemma, b.Lemma) || a.Lemma == "_")
			head := a.Head == b.Head
			uas += tally(head)
			right := head && universal(a.Rel) == universal(b.Rel)
			las += tally(right)
			if a.UPOS != text.PUNCT {
				plain++
				plainUAS += tally(head)
				plainLAS += tally(right)
			}
			full += tally(head && a.Rel == b.Rel)
			wrong += tally(!head)
		}
		whole += tally(wrong == 0)
	}
	row := func(metric string, n, of int) Row {
		return Row{"syntax", set, metric, 100 * float64(n) / float64(max(of, 1))}
	}
	return []Row{
		row("UPOS", upos, words), row("XPOS", xpos, words), row("lemma", lemma, words),
		row("UAS", uas, words), row("LAS", las, words), row("LAS+", full, words),
		row("UAS words", plainUAS, plain), row("LAS words", plainLAS, plain),
		row("trees", whole, len(gold)),
	}
}

func tally(b bool) int {
	if b {
		return 1
	}
	return 0
}

// universal is the relation without its subtype.
func universal(r text.Rel) string {
	name, _, _ := strings.Cut(r.String(), ":")
	return name
}

// unparsed is the sentence before any analysis.
func unparsed(g *text.Sentence) text.Sentence {
	s := *g
	s.Tokens = make([]text.Token, len(g.Tokens))
	for i := range g.Tokens {
		s.Tokens[i] = text.Token{Span: g.Tokens[i].Span, Form: g.Tokens[i].Form, Space: g.Tokens[i].Space}
	}
	return s
}

// News picks the sentences of PUD that come from news: their names begin with "n".
func News(gold []Gold) []Gold {
	var out []Gold
	for _, g := range gold {
		if len(g.ID) > 0 && g.ID[0] == 'n' {
			out = append(out, g)
		}
	}
	return out
}

// treebanks are the sets that syntax is scored on, as they lie in the data folder.
var treebanks = [...]struct{ set, path string }{
	{"ewt-dev", "UD_English-EWT/en_ewt-ud-dev.conllu.gz"},
	{"ewt-test", "UD_English-EWT/en_ewt-ud-test.conllu.gz"},
	{"gum-test", "UD_English-GUM/en_gum-ud-test.open.conllu.gz"},
	{"pud-news", "UD_English-PUD/en_pud-ud-test.conllu.gz"},
}

// SyntaxRows scores the parser on the held-out treebanks in the folder dir.
func SyntaxRows(dir string, parse func(*text.Sentence)) ([]Row, error) {
	var rows []Row
	for _, t := range treebanks {
		gold, err := ReadTreebank(filepath.Join(dir, t.path))
		if err != nil {
			return nil, err
		}
		if t.set == "pud-news" {
			gold = News(gold)
		}
		rows = append(rows, Syntax(t.set, gold, parse)...)
	}
	return rows, nil
}

package name

import (
	"strings"

	"readout/text"
)

// tellsOfSport tells whether a document is about matches: there towns and regions are
// mostly the teams called after them.
func (lex *Lexicon) tellsOfSport(sentences []text.Sentence) bool {
	played, words, numbers := 0, 0, 0
	for s := range sentences {
		for i := range sentences[s].Tokens {
			t := &sentences[s].Tokens[i]
			switch {
			case t.XPOS == text.CD:
				numbers++
			case lettered(t.Form):
				words++
				played += bit(lex.of(t.Form)&sport != 0)
			}
		}
	}
	return played >= 2 && (80*played >= words || 2*numbers >= words && 200*played >= words)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// teams takes the places of the sentence at hand that do or suffer something in a
// match, from mention from on, for the teams called after them. States stay states.
func (f *finder) teams(from int) {
	for k := from; k < len(f.out); k++ {
		m := &f.out[k]
		if m.Form != text.Name || m.Role != "" {
			continue
		}
		unknown := m.Entry == "" && m.Last-m.First == 1 && m.Class != text.Body
		if m.Class != text.Place && !(unknown && m.Class != text.State && m.Class != text.Nationality) {
			continue
		}
		if f.venue(int(m.First), int(m.Last)) {
			continue
		}
		if f.scores(int(m.First), int(m.Last)) || m.Class == text.Place && f.plays(int(m.Head)) {
			m.Class, m.Entry = text.Body, ""
		}
	}
}

// scores tells whether the name [p, j) stands in a line of results: names, numbers and
// a "v" or "at" between them, and nothing else.
func (f *finder) scores(p, j int) bool {
	numbers, between := 0, 0
	for i := range f.tokens {
		switch t := &f.tokens[i]; {
		case i >= p && i < j, t.Form == "", t.UPOS == text.PUNCT, capital(t.Form) && len(t.Form) > 2:
		case t.Form[0] >= '0' && t.Form[0] <= '9' || t.Form[0] == '.':
			if strings.Count(t.Form, "-") > 1 {
				return false // a date, or what a bowler did
			}
			numbers++
		case versus(lower(t.Form)):
			between++
		case f.bracketed(i):
		default:
			return false
		}
	}
	next := f.form(j)
	return between > 0 || numbers > 0 && next != "" && next[0] >= '0' && next[0] <= '9'
}

// venue tells whether the name [p, j) says where the match is: "at Oxford", "Hove: …".
func (f *finder) venue(p, j int) bool {
	if j < len(f.tokens) && f.forms[j] == ":" {
		return true
	}
	c := p - 1
	if c > 0 && f.tokens[c].Form == "," && f.tokens[c-1].XPOS == text.NNP {
		c = f.caseOf(f.headOf(c-1, c)) // "at Trent Bridge, Nottingham"
	}
	return c >= 0 && (lower(f.forms[c]) == "at" || lower(f.forms[c]) == "in")
}

func versus(s string) bool { return s == "v" || s == "vs" || s == "v." || s == "vs." || s == "at" }

// bracketed tells whether token i stands within brackets.
func (f *finder) bracketed(i int) bool {
	for k := i - 1; k >= 0 && f.tokens[k].XPOS != text.RRB; k-- {
		if f.tokens[k].XPOS == text.LRB {
			return true
		}
	}
	return false
}

// plays tells whether what token h heads is one side of a match by its place in the
// sentence: who does or suffers something, whom another plays against, whose player
// somebody is.
func (f *finder) plays(h int) bool {
	for steps := 0; steps < 6 && f.tokens[h].Rel == text.Conj && f.tree.heads[h] >= 0; steps++ {
		h = int(f.tree.heads[h])
	}
	switch f.tokens[h].Rel {
	case text.Nsubj, text.NsubjPass, text.Obj, text.OblAgent, text.Appos:
		return true
	case text.NmodPoss, text.Compound, text.NmodDesc:
		up := int(f.tree.heads[h])
		return up >= 0 && f.cls[up]&(sport|role|group) != 0
	case text.Obl, text.Nmod:
		if c := f.caseOf(h); c >= 0 {
			return opposes(lower(f.forms[c]))
		}
	}
	return false
}

// opposes tells the prepositions before the other side of a match.
func opposes(s string) bool {
	switch s {
	case "against", "over", "with", "by", "for", "v", "behind":
		return true
	}
	return false
}

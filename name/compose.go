package name

import (
	"readout/text"
)

// composed tells whether the run from p is the name of a gathering, a body, a
// work or a place by the word that heads it, and where that name ends. n tokens
// at p are known as k.
func (f *finder) composed(p, j, n int, k known) (int, text.Class) {
	if e := f.gathering(p, max(j, p+n)); e > 0 {
		return e, text.Gathering
	}
	if k.soft {
		n, k = 0, known{}
	}
	if n >= j-p && n > 0 {
		return 0, text.NoClass // known as it stands
	}
	last := j - 1
	for q := last; q >= p && q > last-3; q-- {
		c := f.cls[q]
		if q == p && n > 0 && k.class != text.NoClass {
			break
		}
		if q < last && f.forms[q] == "International" {
			continue
		}
		switch {
		case c&gatherhead != 0 && j-p > 1:
			return f.of(q + 1), text.Gathering
		case c&work != 0 && q == last && j-p > 1:
			return f.of(q + 1), text.Work
		case c&body != 0 && (j-p > 1 || f.forms[min(q+1, len(f.forms)-1)] == "of"):
			if j-p == 2 && f.given(f.forms[p]) && c&(bodynoun|gather) == 0 {
				return 0, text.NoClass // "Kerry Church" can be a person
			}
			return f.of(q + 1), text.Body
		case c&place != 0 && j-p == 1 && c&body == 0 && f.form(q+1) == "of" && f.of(q+1) > q+1:
			return f.of(q + 1), text.Place
		case c&place != 0 && j-p > 1 && q == last:
			if f.given(f.forms[p]) && j-p == 2 {
				return 0, text.NoClass
			}
			return q + 1, text.Place
		}
	}
	if p+1 < j && f.cls[p]&place != 0 && f.cls[p]&body == 0 {
		return j, text.Place // "Mount Kumgang", "Camp David"
	}
	return 0, text.NoClass
}

// of runs over "of the Interior", "for the Prohibition of Chemical Weapons",
// "on Foreign Relations" after the head word of a name that ends before e.
func (f *finder) of(e int) int {
	for steps := 0; steps < 3; steps++ {
		if e+1 >= len(f.tokens) {
			return e
		}
		switch f.forms[e] {
		case "of", "for", "and":
		case "on":
			if f.cls[e-1]&gatherhead == 0 && !confers(f.tokens[e-1].Lemma) {
				return e
			}
		default:
			return e
		}
		p := e + 1
		if f.forms[p] == "the" && p+1 < len(f.tokens) {
			p++
		}
		if !f.proper(p) || f.cls[p]&(honour|abbrev) != 0 || f.cls[p]&calendar != 0 {
			return e
		}
		if f.forms[e] == "and" && f.cls[p]&portfolio == 0 && (steps == 0 || !f.listsMatters(e)) {
			return e
		}
		if n, k := f.known(p); n > 0 && (k.class == text.Person || k.class == text.State && (steps > 0 || f.forms[e] != "of")) {
			return e
		}
		e = f.runEnd(p)
		for q := e - 2; q >= p; q-- {
			if f.cls[q]&role != 0 {
				return q + 1 // "the Office of the President" Andriy Yermak
			}
		}
	}
	return e
}

// listsMatters tells whether the name that the token before i ends is that of a
// department or the like, whose matters are joined by "and".
func (f *finder) listsMatters(i int) bool {
	for k := i - 1; k >= max(0, i-6); k-- {
		switch lower(f.forms[k]) {
		case "department", "ministry", "committee", "commission", "organization", "organisation", "office":
			return true
		}
	}
	return false
}

// confers tells the bodies whose names tell their matter after an "on".
func confers(lemma string) bool {
	switch lower(lemma) {
	case "council", "committee", "commission", "subcommittee", "panel":
		return true
	}
	return false
}

// gathering returns the end of the gathering's name that starts at p, where the
// run of capitals ends at j: "G20 summit", "Asia-Pacific Economic Cooperation
// (APEC) summit", "NATO leaders' summit", "Munich Security Conference". 0 for none.
func (f *finder) gathering(p, j int) int {
	if f.cls[p]&gatherhead != 0 && j-p == 1 && j+1 < len(f.tokens) && f.forms[j] == "of" {
		if e := f.of(j); e > j {
			return e // "Summit of the Americas"
		}
	}
	q := j
	if q+2 < len(f.tokens) && f.tokens[q].XPOS == text.LRB && f.tokens[q+2].XPOS == text.RRB {
		q += 3 // the short form in brackets
	}
	for steps := 0; steps < 4 && q < len(f.tokens); steps++ {
		c := f.cls[q]
		if c&(gather|gatherhead) != 0 && (f.tokens[q].UPOS == text.NOUN || f.tokens[q].UPOS == text.PROPN) {
			if !f.meets(p, j, c) {
				return 0
			}
			return q + 1
		}
		if !f.between(q) {
			return 0
		}
		q++
	}
	return 0
}

// between tells whether a word can stand between the name of a body and its
// gathering: "leaders", "'", "annual", "foreign", "ministers".
func (f *finder) between(q int) bool {
	switch f.tokens[q].XPOS {
	case text.POS, text.HYPH, text.CloseQuote:
		return f.forms[q] != "”" && f.forms[q] != "\""
	case text.NN, text.NNS, text.JJ, text.NNP, text.NNPS:
		return f.cls[q]&(role|portfolio|place|body) != 0 || f.tokens[q].UPOS == text.ADJ
	}
	return false
}

// meets tells whether what is named in [p, j) can give its name to the occasion c.
func (f *finder) meets(p, j int, c class) bool {
	n, k := f.known(p)
	whole := n > 0 && p+n >= j
	switch {
	case whole && (k.class == text.Body || k.class == text.Gathering):
		return true
	case whole && k.class == text.Place, acronym(f.forms[p]) && j-p == 1:
		return c&gatherhead != 0
	case whole, k.class == text.Person:
		return false
	}
	return c&gatherhead != 0 && f.cls[p]&role == 0 && !f.given(f.forms[p])
}

// caseOf returns the preposition of token h, or -1.
func (f *finder) caseOf(h int) int {
	for c := f.tree.first[h]; c >= 0; c = f.tree.next[c] {
		if f.tokens[c].Rel == text.Case && f.tokens[c].UPOS == text.ADP {
			return int(c)
		}
	}
	return -1
}

// acronym tells whether a word is two to eight capitals, digits and points.
func acronym(s string) bool {
	caps := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			caps++
		case c != '.' && c != '-' && (c < '0' || c > '9'):
			return false
		}
	}
	return caps >= 2 && caps <= 8 || caps == 1 && len(s) > 1 && s[1] != '.'
}

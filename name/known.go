package name

import (
	"strings"
	"unicode"

	"readout/gazetteer"
	"readout/text"
)

// known is what the gazetteer says of words: the class of what they name, and
// the entry where they name one thing only.
type known struct {
	class text.Class
	entry string
	soft  bool // one of the thousands of towns: the words around decide
}

// known returns how many tokens from i are a name of the gazetteer, and of what.
func (f *finder) known(i int) (int, known) {
	if f.blind {
		return 0, known{}
	}
	if k := f.half(i); k.class != text.NoClass {
		return 1, k
	}
	n, refs := f.gaz.Longest(f.forms, i)
	if n == 0 || len(refs) == 0 {
		if f.namesakes(i) {
			return 1, known{class: text.State}
		}
		return 0, known{}
	}
	for k := i; k < i+n; k++ {
		if !capital(f.forms[k]) && n == 1 {
			return 0, known{}
		}
	}
	for n > 1 && !lettered(f.forms[i+n-1]) {
		n--
	}
	first := refs[0]
	if n == 1 && first.Kind == gazetteer.Person && first.As == gazetteer.Surname && f.ownArticle(i) {
		return 0, known{}
	}
	out := known{class: classOf(first), entry: first.ID}
	out.soft = first.Kind == gazetteer.City && !first.Big && !first.Capital
	if n == 1 && out.soft && opensName(f.forms[i]) && i+1 < len(f.forms) && capital(f.forms[i+1]) {
		return 0, known{} // "San Fransisco", however it is spelt, is not San in Mali
	}
	if n == 1 && out.soft && f.tokens[i].XPOS == text.JJ && f.tokens[i].Rel == text.Amod {
		return 0, known{} // "the Olympic team" is of no quarter called Olympic
	}
	if first.Kind == gazetteer.Person {
		for _, r := range refs[1:] {
			if r.Kind == gazetteer.Person {
				out.entry = ""
			}
		}
	}
	return n, out
}

// ownArticle tells a word with an article of its own, which no surname has: "the West",
// "told The Hill".
func (f *finder) ownArticle(i int) bool {
	if i == 0 || f.forms[i-1] != "the" && (i == 1 || f.forms[i-1] != "The") {
		return false
	}
	switch f.tokens[i].Rel {
	case text.Compound, text.NmodPoss, text.NmodDesc, text.Amod, text.Flat:
		return false
	}
	return i+1 >= len(f.tokens) || !capital(f.forms[i+1])
}

// opensName tells a word that opens the names of many towns, besides being one's own.
func opensName(word string) bool {
	switch word {
	case "San", "Santa", "Los", "Las", "El", "Al", "La", "Le", "Port", "Fort", "São", "Sao", "Saint", "St", "St.":
		return true
	}
	return false
}

// half is the state of which token i is the first word, where another of the same last
// word follows: the "North" of "North and South Korea".
func (f *finder) half(i int) known {
	if i+3 >= len(f.forms) || f.forms[i+1] != "and" || f.cls[i]&half == 0 || f.cls[i+2]&half == 0 || f.forms[i] == f.forms[i+2] {
		return known{}
	}
	both := [2]string{f.forms[i], f.forms[i+3]}
	if n, refs := f.gaz.Longest(both[:], 0); n == 2 && len(refs) > 0 && refs[0].Kind == gazetteer.State {
		return known{class: classOf(refs[0]), entry: refs[0].ID}
	}
	return known{}
}

// namesakes tells whether token i is the plural of a name that two states share: "the two
// Koreas".
func (f *finder) namesakes(i int) bool {
	name, plural := strings.CutSuffix(f.forms[i], "s")
	return plural && capital(name) && f.tokens[i].XPOS == text.NNPS && f.gaz.StateNamed("South "+name) != nil
}

// lettered tells whether a token holds more than punctuation.
func lettered(s string) bool {
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return true
		}
	}
	return false
}

func classOf(r gazetteer.Ref) text.Class {
	switch r.Kind {
	case gazetteer.Person:
		return text.Person
	case gazetteer.State:
		switch r.As {
		case gazetteer.Adjective, gazetteer.National:
			return text.Nationality
		case gazetteer.Metonym:
			return text.Body
		case gazetteer.CapitalName:
			return text.Place
		}
		return text.State
	case gazetteer.City, gazetteer.Region, gazetteer.Venue:
		return text.Place
	case gazetteer.Body, gazetteer.Outlet:
		return text.Body
	case gazetteer.Group:
		return text.Group
	case gazetteer.Gathering:
		return text.Gathering
	case gazetteer.Topic:
		return text.Work
	}
	return text.NoClass
}

// given tells whether a word is a given name.
func (f *finder) given(form string) bool {
	female, male := f.gaz.GivenName(form)
	return female || male
}

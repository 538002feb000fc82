package name

import (
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
	n, refs := f.gaz.Longest(f.forms, i)
	if n == 0 || len(refs) == 0 {
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
	out := known{class: classOf(first), entry: first.ID}
	out.soft = first.Kind == gazetteer.City && !first.Big && !first.Capital
	if first.Kind == gazetteer.Person {
		for _, r := range refs[1:] {
			if r.Kind == gazetteer.Person {
				out.entry = ""
			}
		}
	}
	return n, out
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

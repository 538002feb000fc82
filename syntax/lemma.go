package syntax

import (
	"strings"

	"readout/text"
)

// lemmatizer turns a form into its lemma by the edit that the longest known ending
// calls for under its tag; the longest ending is the whole word.
type lemmatizer struct {
	edits []edit
	rules map[uint32]uint16 // hash of tag and ending: edit
}

// edit cuts bytes off the end and puts others there. A whole edit puts them in the
// place of the word.
type edit struct {
	cut int
	add string
}

const (
	wholeWord   = -1 // cut of an edit that replaces the word
	longestTail = 6  // letters of the longest ending that is no whole word
)

func lemmaKey(p tagPair, ending string, whole bool) uint32 {
	t := uint32(p.xpos)<<8 | uint32(p.upos)
	if whole {
		t |= 1 << 16
	}
	return key2(90, t, hashString(ending))
}

// base is the form that a lemma is made from: proper names keep their capitals.
func base(p tagPair, form string) string {
	if p.upos == text.PROPN {
		return form
	}
	return strings.ToLower(form)
}

func (l *lemmatizer) lemma(p tagPair, form string) string {
	b := base(p, form)
	e, ok := l.rules[lemmaKey(p, b, true)]
	for n := longestTail; !ok && n >= 0; n-- {
		e, ok = l.rules[lemmaKey(p, lastRunes(b, n), false)]
	}
	if !ok {
		return b
	}
	return l.edits[e].apply(b)
}

func (e edit) apply(b string) string {
	switch {
	case e.cut == wholeWord:
		return e.add
	case e.cut >= len(b):
		return b
	case e.cut == 0 && e.add == "":
		return b
	}
	return b[:len(b)-e.cut] + e.add
}

// editOf is the edit that makes lemma of b; one that shares no beginning with it
// becomes a whole edit.
func editOf(b, lemma string) edit {
	i := 0
	for i < len(b) && i < len(lemma) && b[i] == lemma[i] {
		i++
	}
	if i == 0 && b != lemma {
		return edit{wholeWord, lemma}
	}
	return edit{len(b) - i, lemma[i:]}
}

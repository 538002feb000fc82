package timex

import "readout/text"

// wasAhead is the tense of what lay ahead once: "had been due in February" may be of the
// February past.
const wasAhead = 2

// tense tells whether the clause around the tokens [first, last) looks back (-1),
// ahead (1, or wasAhead) or neither (0). It climbs the tree where there is one, and else looks
// at the words before and behind.
func (f *Finder) tense(s *text.Sentence, first, last text.Index) int {
	if first > 0 {
		switch low(s.Tokens[first-1].Form) {
		case "since":
			return -1
		case "until", "till", "by":
			return 1
		case "of":
			if first > 1 && low(s.Tokens[first-2].Form) == "ahead" {
				return 1
			}
		}
	}
	if s.Tokens[first].Rel != text.NoRel {
		return f.treeTense(s, Head(s, first, last))
	}
	return f.flatTense(s, first, last)
}

// Head returns the token of [first, last) whose head lies outside, or first where
// there is no tree.
func Head(s *text.Sentence, first, last text.Index) text.Index {
	for i := first; i < last; i++ {
		if h := s.Tokens[i].Head; s.Tokens[i].Rel != text.NoRel && (h < first || h >= last) && s.Tokens[i].UPOS != text.PUNCT && s.Tokens[i].UPOS != text.ADP {
			return i
		}
	}
	return first
}

// treeTense climbs from h to the first verb that tells a tense.
func (f *Finder) treeTense(s *text.Sentence, h text.Index) int {
	onPlace := s.Tokens[h].Rel == text.Nmod && s.Tokens[h].Head != text.None && s.Tokens[s.Tokens[h].Head].UPOS == text.PROPN
	from := text.None
	for steps := 0; h != text.None && int(h) < len(s.Tokens) && steps < 40; steps++ {
		if sequelTo(s, h, from) {
			return -1
		}
		if t := f.verbTense(s, h); t != 0 && !(t > 0 && inCourseOf(s, h, from)) {
			return t
		}
		if resultsFrom(s, h) {
			return -1
		}
		if x := s.Tokens[h].XPOS; x == text.VBZ || x == text.VBP || x == text.VBG && isDoing(s, h) {
			if steps == 1 || steps == 2 && onPlace { // "begins Thursday", "is meeting him in Tokyo on Thursday"
				return 1
			}
			return 0
		}
		from, h = h, s.Tokens[h].Head
	}
	return 0
}

// resultsFrom tells a verb of the present by which news follows on what was: "the decision
// follows a call on Monday", "it comes after talks last week".
func resultsFrom(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if t.XPOS != text.VBZ && t.XPOS != text.VBP {
		return false
	}
	switch t.Lemma {
	case "follow":
		return s.Child(v, text.Obj) != text.None
	case "come":
		for i := v + 1; int(i) < len(s.Tokens) && i <= v+4; i++ {
			switch s.Tokens[i].Lemma {
			case "after", "following", "follow", "heel", "heels":
				return true
			}
		}
	}
	return false
}

// isDoing tells a verb of what goes on or is arranged: "are sitting down on Wednesday".
func isDoing(s *text.Sentence, v text.Index) bool {
	a := s.Child(v, text.Aux)
	return a != text.None && s.Tokens[a].Lemma == "be" && (s.Tokens[a].XPOS == text.VBZ || s.Tokens[a].XPOS == text.VBP)
}

// inCourseOf tells a noun for what lies ahead that hangs over what was: "launched a plan
// during their meeting in April".
func inCourseOf(s *text.Sentence, h, from text.Index) bool {
	if from == text.None || s.Tokens[h].UPOS != text.NOUN {
		return false
	}
	c := s.Child(from, text.Case)
	return c != text.None && (s.Tokens[c].Lemma == "during" || s.Tokens[c].Lemma == "since")
}

// sequelTo tells talk of those who have talked before: "following their May 9 call, the leaders
// will discuss trade".
func sequelTo(s *text.Sentence, v, from text.Index) bool {
	if from == text.None || from > v || s.Tokens[v].Lemma != "discuss" && s.Tokens[v].Lemma != "talk" {
		return false
	}
	c, whose := s.Child(from, text.Case), s.Child(from, text.NmodPoss)
	if c == text.None || whose == text.None || s.Tokens[whose].Lemma != "their" {
		return false
	}
	l := s.Tokens[c].Lemma
	return l == "follow" || l == "following" || l == "after"
}

// verbTense reads the tense of a clause headed by h; 0 where it has none of its own.
func (f *Finder) verbTense(s *text.Sentence, h text.Index) int {
	t := &s.Tokens[h]
	past := t.XPOS == text.VBD
	infinitive, toBe := false, false
	for i := max(0, h-12); i < min(text.Index(len(s.Tokens)), h+3); i++ {
		c := &s.Tokens[i]
		if c.Head != h {
			continue
		}
		switch c.Rel {
		case text.Aux, text.AuxPass, text.Cop:
			toBe = toBe || c.Lemma == "be"
			switch {
			case f.verbs[low(c.Form)] > 0:
				return 1
			case c.XPOS == text.VBD || low(c.Form) == "has" || low(c.Form) == "have" || low(c.Form) == "'ve":
				past = true
			}
		case text.Mark:
			infinitive = infinitive || c.XPOS == text.TO
		case text.Amod:
			if f.verbs[low(c.Form)] > 0 {
				return 1
			}
		}
	}
	switch {
	case infinitive && toBe && t.XPOS == text.VB && past:
		return wasAhead // "was to meet him"
	case infinitive && toBe && t.XPOS == text.VB:
		return 1 // "is to meet him"
	case f.verbs[low(t.Form)] > 0 && t.UPOS != text.ADV && past && t.UPOS != text.NOUN:
		return wasAhead
	case f.verbs[low(t.Form)] > 0 && t.UPOS != text.ADV, s.LooksForward(h):
		return 1
	case past:
		return -1
	case infinitive && (t.Rel == text.Xcomp || t.Rel == text.Acl || t.Rel == text.Csubj):
		if t.Rel == text.Xcomp && t.Head < h && t.Head != text.None && f.verbTense(s, t.Head) == wasAhead {
			return wasAhead // "was scheduled to travel"
		}
		return 1
	}
	return 0
}

// flatTense looks for the nearest word of tense, before the tokens first.
func (f *Finder) flatTense(s *text.Sentence, first, last text.Index) int {
	for i := first - 1; i >= 0 && i > first-25; i-- {
		t := &s.Tokens[i]
		if t.Form == ";" || t.Form == "." {
			break
		}
		if v := f.wordTense(t); v != 0 {
			if v < 0 && f.soon(s, i) {
				return 1
			}
			return v
		}
	}
	for i := last; int(i) < len(s.Tokens) && i < last+12; i++ {
		if v := f.wordTense(&s.Tokens[i]); v != 0 {
			return v
		}
	}
	return 0
}

// soon tells whether a word of the future stands just before token i: "will be
// held", "is expected to have met".
func (f *Finder) soon(s *text.Sentence, i text.Index) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if f.verbs[low(s.Tokens[k].Form)] > 0 {
			return true
		}
	}
	return false
}

func (f *Finder) wordTense(t *text.Token) int {
	if t.XPOS == text.VBD {
		return -1
	}
	form := low(t.Form)
	if v := f.verbs[form]; v != 0 {
		return int(v)
	}
	if t.UPOS == text.NoPOS && len(form) > 4 && form[len(form)-2:] == "ed" {
		return -1
	}
	return 0
}

// low lowers the first letter of an ASCII word.
func low(form string) string {
	if form == "" || form[0] < 'A' || form[0] > 'Z' {
		return form
	}
	return string(form[0]+'a'-'A') + form[1:]
}

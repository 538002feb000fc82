package encounter

import (
	"slices"

	"readout"
	"readout/text"
)

// The first lines of an article tell what is new, mostly without a day: "The two leaders
// have held a telephone call." Such an occasion was on the day of publication or the day
// before, and is dated so where nothing else dates it. The same holds for what is given word
// for word, and for what the title tells and the text takes up.

// leads is how many sentences of an article tell the news itself.
const leads = 2

// inferNews dates what is told as the news of the day. The words cited are those that tell
// of it.
func (d *draft) inferNews(f *readout.Facts, ts []telling) {
	if f.Date.Present() || !d.dated || d.r.Document.Title == "" || f.Status.Value() != readout.Held || f.Kind.Value() == readout.Visit {
		return
	}
	by, at := d.newsIn(ts)
	if by == nil {
		by, at = d.headlined(ts)
	}
	if by != nil {
		f.Date = readout.Cite(readout.Between(d.published-1, d.published), "encounter:news", readout.Inferred, d.span(by, at))
	}
}

// newsIn is the telling by which the first lines tell of an occasion as news, with the verb
// that does; nil where none does or another lays the occasion further back.
func (d *draft) newsIn(ts []telling) (by *telling, at text.Index) {
	for i := range ts {
		t := &ts[i]
		if t.joins {
			continue
		}
		if t.faint && t.news {
			if by == nil {
				by, at = t, 0
			}
			continue
		}
		if t.faint || d.many(t) || len(t.parties) > 0 && d.looksBack(t) {
			return nil, text.None
		}
		if (by == nil || by.faint) && t.voice < 0 && !t.aside {
			if v := d.newsVerb(t); v != text.None {
				by, at = t, v
			}
		}
	}
	return by, at
}

// headlined is the telling that takes up what the title announces as held; nil where there is
// none. The text may go on at once to what was said: "During the talks, the sides discussed …".
func (d *draft) headlined(ts []telling) (by *telling, at text.Index) {
	for i := range ts {
		t := &ts[i]
		if t.past {
			return nil, text.None // "our last meeting", told of at this one
		}
		if by == nil && !t.joins && t.voice < 0 && d.early(t.sentence) && d.ofTitle(t) {
			by = t
		}
	}
	if by == nil {
		return nil, text.None
	}
	return by, by.trigger
}

// ofTitle tells whether those whom the title names are told to have been in the contact that it
// names, and no other one of theirs.
func (d *draft) ofTitle(t *telling) bool {
	return !d.many(t) && !d.laidBack(t) && slices.ContainsFunc(d.headlines, func(title telling) bool {
		return title.verdict.status == readout.Held && sidesCovered(title.parties, t.parties) && (family(&title) == family(t) || title.loose || t.loose)
	})
}

// early tells whether a sentence is among those in which a text takes its title up.
func (d *draft) early(si int) bool {
	before := 0
	for i := range d.r.Sentences[:si] {
		if d.r.Sentences[i].Section.Speaks() {
			before++
		}
	}
	return before < earlyWords
}

// newsVerb is the verb by which a sentence tells of an occasion as news, or none.
func (d *draft) newsVerb(t *telling) text.Index {
	s := &d.r.Sentences[t.sentence]
	v := t.trigger
	if there := wentThere(s, v); there != text.None {
		return there
	}
	if t.noun { // "held talks", "talks were held", and not "spoke at a meeting"
		if r := s.Tokens[v].Rel; r != text.Obj && r != text.NsubjPass {
			return text.None
		}
		v = s.Tokens[v].Head
	}
	if v == text.None || !under(s, v) || negated(s, v) != text.None || auxiliary(s, v) != "" {
		return text.None
	}
	switch tok := &s.Tokens[v]; {
	case tok.XPOS == text.VBG && hasAux(s, v, "be") && !hasAux(s, v, "have"):
		return v
	case d.opens(t.sentence) && (tok.XPOS == text.VBD || tok.XPOS == text.VBN && (hasAux(s, v, "have") || hasAux(s, v, "be"))):
		return v
	}
	return text.None
}

// wentThere is the "was" of somebody who was somewhere to meet: "was in Paris for talks",
// "was in Paris meeting with his counterparts".
func wentThere(s *text.Sentence, trigger text.Index) text.Index {
	t := &s.Tokens[trigger]
	h := t.Head
	if h == text.None || s.Tokens[h].UPOS != text.PROPN || s.Tokens[h].Rel != text.Root || caseOf(s, h) != "in" && caseOf(s, h) != "at" {
		return text.None
	}
	if c := caseOf(s, trigger); c != "for" && c != "to" && t.XPOS != text.VBG {
		return text.None
	}
	cop := s.Child(h, text.Cop)
	if cop == text.None || s.Tokens[cop].Lemma != "be" || s.Child(h, text.Aux) != text.None {
		return text.None
	}
	return cop
}

// under tells a verb of the sentence itself, or of what went on as it came about.
func under(s *text.Sentence, v text.Index) bool {
	switch s.Tokens[v].Rel {
	case text.Root, text.Conj:
		return true
	case text.Advcl:
		m := s.Child(v, text.Mark)
		return m != text.None && s.Tokens[m].Lemma == "as"
	}
	return false
}

func hasAux(s *text.Sentence, v text.Index, lemma string) bool {
	for _, a := range s.Children(v, text.Aux, text.AuxPass) {
		if s.Tokens[a].Lemma == lemma {
			return true
		}
	}
	return false
}

// opens tells whether a sentence is one of the first that tell something.
func (d *draft) opens(si int) bool {
	before := 0
	for i := range d.r.Sentences[:si] {
		if s := &d.r.Sentences[i]; s.Section.Speaks() && len(s.Tokens) > 7 {
			before++
		}
	}
	return before < leads
}

// laidBack tells words that lay an occasion before the news.
func (d *draft) laidBack(t *telling) bool {
	if severalTimes(&d.r.Sentences[t.sentence], t) || d.modified(t, "last", "previous", "earlier", "prior", "another", "recent", "annual", "regular") {
		return true
	}
	s := &d.r.Sentences[t.sentence]
	for _, v := range t.clause[:min(2, len(t.clause))] {
		if hasAux(s, v, "have") && pastPerfect(s, v) {
			return true
		}
		for _, c := range s.Children(v, text.Advmod) {
			switch s.Tokens[c].Lemma {
			case "already", "ever", "earlier", "repeatedly", "before", "first", "originally", "last", "then", "later":
				return true
			}
		}
	}
	return false
}

// looksBack tells words that lay an occasion before the news, or a time that may be its own.
func (d *draft) looksBack(t *telling) bool {
	if d.laidBack(t) {
		return true
	}
	for i := range d.r.Times {
		x := &d.r.Times[i]
		if x.Sentence == t.sentence && x.Kind != text.Duration && !d.datesOther(t, x) {
			return true
		}
	}
	return false
}

// severalTimes tells words that count occasions: "met twice", "spoke several times".
func severalTimes(s *text.Sentence, t *telling) bool {
	for i := range s.Tokens {
		switch s.Tokens[i].Lemma {
		case "twice", "time", "once", "recently", "previously", "lately":
			if slices.Contains(t.clause, s.Tokens[i].Head) {
				return true
			}
		}
	}
	return false
}

// pastPerfect tells "had met".
func pastPerfect(s *text.Sentence, v text.Index) bool {
	for _, a := range s.Children(v, text.Aux) {
		if s.Tokens[a].Lemma == "have" && s.Tokens[a].XPOS == text.VBD {
			return true
		}
	}
	return false
}

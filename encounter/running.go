package encounter

import (
	"slices"

	"readout"
	"readout/text"
)

// News of a summit tells of the meetings there without saying each time that they were
// there. This file lays them at the gathering that was on when the text was written.

// beside is how many sentences from a mention of the gathering such a meeting may stand.
const beside = 8

// behind is how many sentences after one it may, where all are named.
const behind = 15

// findRunning finds the one gathering that was on when the text was written and that it
// tells of early: its first mention, or -1 where there is none or more than one. On the
// day after its end it must be what the text is about.
func (d *draft) findRunning() int {
	found := -1
	for i := range d.r.Mentions {
		m := &d.r.Mentions[i]
		if m.Class != text.Gathering || m.Entity < 0 || found >= 0 && d.r.Mentions[found].Entity == m.Entity {
			continue
		}
		from, to, ok := d.r.Entities[m.Entity].Date.Days()
		if ok && !d.dated && to-from <= longestSession && d.goesOn(m) {
			if found >= 0 {
				return -1
			}
			found = i
			continue
		}
		if !ok || !d.dated || d.published < from-1 || d.published > to || d.published == to && len(d.r.Entities[m.Entity].Mentions) < 3 {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	if found < 0 {
		return -1
	}
	if e := &d.r.Entities[d.r.Mentions[found].Entity]; d.r.Mentions[found].Sentence > beside && len(e.Mentions) < 3 {
		return -1
	}
	return found
}

// longestSession is how many days a gathering may last within which a text without a day is
// laid.
const longestSession = 6

// goesOn tells whether the words say that the gathering is on: "the summit is now taking
// place in Hangzhou".
func (d *draft) goesOn(m *text.Mention) bool {
	s := &d.r.Sentences[m.Sentence]
	v := s.Tokens[m.Head].Head
	if r := s.Tokens[m.Head].Rel; v == text.None || r != text.Nsubj && r != text.NsubjPass || m.Sentence > beside {
		return false
	}
	be, ing := false, s.Tokens[v].XPOS == text.VBG
	for _, a := range s.Children(v, text.Aux, text.AuxPass, text.Cop) {
		be = be || presentTense(&s.Tokens[a]) && s.Tokens[a].Lemma == "be"
		ing = ing || s.Tokens[a].XPOS == text.VBG
	}
	return be && (ing || s.Tokens[v].Lemma == "way" || s.Tokens[v].Lemma == "underway")
}

// inferRunning lays a meeting that the text tells as news at the gathering that was on, in
// its days and its city, unless day or place say otherwise.
func (d *draft) inferRunning(f *readout.Facts, ts []telling) {
	if d.running < 0 || f.Status.Value() != readout.Held || f.Kind.Value() == readout.Call || f.Kind.Value() == readout.Visit {
		return
	}
	m := &d.r.Mentions[d.running]
	e := &d.r.Entities[m.Entity]
	from, to, _ := e.Date.Days()
	days := readout.Between(from, to-1)
	if d.dated {
		days = readout.Between(min(from, d.published), min(to-1, d.published))
	}
	if f.Date.Present() && !f.Date.Value().Within(readout.Between(from-1, to)) || f.Place.Present() && !compatiblePlace(f.Place.Value(), e.Place) {
		return
	}
	if !f.Date.Present() && !d.news(ts) {
		return
	}
	f.Gathering = readout.Cite(e.Name, "encounter:running-gathering", readout.Inferred, m.Span)
	if !f.Date.Present() {
		f.Date = readout.Cite(days, "encounter:gathering-date", readout.Inferred, m.Span)
	}
	if depth(e.Place) > depth(f.Place.Value()) {
		f.Place = readout.Cite(e.Place, "encounter:gathering-place", readout.Inferred, m.Span)
	}
}

// news tells whether a meeting is told as news and close to where the text speaks of the
// gathering: not as what had been before, nor as one of several.
func (d *draft) news(ts []telling) bool {
	close := false
	for i := range ts {
		t := &ts[i]
		if d.counted(t) {
			continue
		}
		if t.faint || d.many(t) || d.modified(t, "last", "previous", "earlier", "prior", "first", "another", "recent") || d.pluperfect(t) || d.sinceThen(t) {
			return false
		}
		for k := range d.r.Mentions {
			m := &d.r.Mentions[k]
			reach := beside
			if onlyOf(t.parties, readout.Person) {
				reach = behind
			}
			if m.Entity == d.r.Mentions[d.running].Entity && m.Sentence-beside <= t.sentence && t.sentence <= m.Sentence+reach {
				close = true
			}
		}
	}
	return close
}

// counted tells an occasion counted together with those before it: "it is the second time that
// they have met".
func (d *draft) counted(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	for _, v := range t.clause {
		if h := s.Tokens[v].Head; h != text.None && s.Tokens[h].Lemma == "time" && (s.Tokens[v].Rel == text.AclRelcl || s.Tokens[v].Rel == text.Acl) {
			return slices.ContainsFunc(s.Children(h, text.Amod), func(c text.Index) bool { return inOrder(s.Tokens[c].Lemma) })
		}
	}
	return false
}

// many tells of several occasions in one word: "the results of his meetings". Those that one
// had with each of several were one each.
func (d *draft) many(t *telling) bool {
	if t.apiece {
		return false
	}
	tok := &d.r.Sentences[t.sentence].Tokens[t.trigger]
	return t.noun && tok.XPOS == text.NNS && tok.Lemma != "talk"
}

// pluperfect tells what had been before: "had met", "have met several times".
func (d *draft) pluperfect(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	return slices.ContainsFunc(t.clause, func(node text.Index) bool { return auxiliaryHave(s, node) })
}

// sinceThen tells a sentence that looks back: "since", "ago", "twice", "times".
func (d *draft) sinceThen(t *telling) bool {
	for i := range d.r.Sentences[t.sentence].Tokens {
		switch d.r.Sentences[t.sentence].Tokens[i].Lemma {
		case "since", "ago", "twice", "times", "recently", "previously", "once":
			return true
		}
	}
	return false
}

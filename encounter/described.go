package encounter

import (
	"strings"

	"readout"
	"readout/text"
)

// Some gatherings go by no name: "a regional summit in Ashgabat", "a meeting of G8 foreign
// ministers". This file takes their description.

// inferDescribed takes the description of the gathering at which the tellings lay an
// occasion.
func (d *draft) inferDescribed(f *readout.Facts, ts []telling) {
	if f.Gathering.Present() || f.Kind.Value() == readout.Call || f.Kind.Value() == readout.Visit {
		return
	}
	for i := range ts {
		t := &ts[i]
		if t.joins || t.faint {
			continue
		}
		if at := d.described(t); at.End > at.Start {
			name := strings.Join(strings.Fields(at.In(d.r.Document.Text)), " ")
			f.Gathering = readout.Cite(name, "encounter:described-gathering", readout.Stated, at)
			d.placeWithin(f, t.sentence, at)
			return
		}
	}
}

// placeWithin takes the place that the description of a gathering names.
func (d *draft) placeWithin(f *readout.Facts, sentence int, at readout.Span) {
	from, to := d.r.MentionsIn(sentence)
	for _, m := range d.r.Mentions[from:to] {
		if m.Class != text.Place && m.Class != text.State || m.Entity < 0 || !at.Contains(m.Span) || caseOf(&d.r.Sentences[sentence], m.Head) != "in" {
			continue
		}
		if there := d.r.Entities[m.Entity].Place; depth(there) > depth(f.Place.Value()) {
			f.Place = readout.Cite(there, "encounter:gathering-place", readout.Inferred, m.Span)
		}
	}
}

// described is where a sentence describes the gathering of its telling, or nowhere.
func (d *draft) described(t *telling) readout.Span {
	s := &d.r.Sentences[t.sentence]
	for i := range s.Tokens {
		n := text.Index(i)
		if n == t.trigger || !ofManySides(s, n) || !laidAt(s, n) || !d.within(t, n) || d.outside(t, n) || d.talkedAbout(t, n) || d.beforeSequel(t, n) {
			continue
		}
		first, last := describedReach(s, n)
		return s.Cover(first, last)
	}
	return readout.Span{}
}

// laidAt tells a noun at which, or on whose margin, something was.
func laidAt(s *text.Sentence, n text.Index) bool {
	switch c := caseOf(s, n); c {
	case "at", "during":
		return true
	case "of":
		h := s.Tokens[n].Head
		return h != text.None && (s.Tokens[h].Lemma == "sideline" || s.Tokens[h].Lemma == "margin" || s.Tokens[h].Lemma == "sidelines" || s.Tokens[h].Lemma == "margins")
	}
	return false
}

// ofManySides tells a noun for a gathering that more come to than two: by its adjective, by
// what is before it, or by who meets.
func ofManySides(s *text.Sentence, n text.Index) bool {
	switch s.Tokens[n].Lemma {
	case "summit", "conference", "forum":
		for _, c := range s.Children(n, text.Amod, text.Compound) {
			switch lower(s.Tokens[c].Form) {
			case "regional", "international", "global", "world", "annual", "multilateral", "economic", "security", "climate", "energy", "donor", "donors", "peace":
				return !toldToPress(s, n)
			}
		}
		return manyMeet(s, n) && !toldToPress(s, n)
	case "meeting", "gathering", "talk":
		return manyMeet(s, n)
	}
	return false
}

// manyMeet tells a noun that says who comes: "of foreign ministers", "defense ministers".
func manyMeet(s *text.Sentence, n text.Index) bool {
	for _, c := range s.Children(n, text.Nmod, text.Compound, text.NmodPoss) {
		switch s.Tokens[c].Lemma {
		case "minister", "leader", "nation", "country", "chief":
			w := caseOf(s, c)
			return s.Tokens[c].XPOS == text.NNS && (w == "of" || s.Tokens[c].Rel != text.Nmod) && s.Child(c, text.Amod, text.Compound, text.Nmod) != text.None
		}
	}
	return false
}

// toldToPress tells a conference with journalists or by wire.
func toldToPress(s *text.Sentence, n text.Index) bool {
	for _, c := range s.Children(n, text.Compound) {
		switch s.Tokens[c].Lemma {
		case "news", "press", "video", "telephone", "phone", "party":
			return true
		}
	}
	return false
}

// describedReach is the noun with what stands before it but its article, and with what
// says of whom, on what and where.
func describedReach(s *text.Sentence, n text.Index) (first, last text.Index) {
	first, last = n, n+1
	for first > 0 && n-first < 6 && s.Dominates(n, first-1) && s.Tokens[first-1].UPOS != text.DET && s.Tokens[first-1].UPOS != text.ADP && (s.Tokens[first-1].UPOS != text.PUNCT || s.Tokens[first-1].XPOS == text.HYPH) && s.Tokens[first-1].Rel != text.NmodPoss {
		first--
	}
	for int(last) < len(s.Tokens) && last-n < 9 && s.Dominates(n, last) && phraseWord(&s.Tokens[last]) && s.Tokens[last].Lemma != "with" {
		last++
	}
	for last > n+1 && hanging(&s.Tokens[last-1]) {
		last--
	}
	return first, last
}

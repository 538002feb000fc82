package encounter

import (
	"slices"

	"readout"
	"readout/text"
)

// This file finds what a text tells anew of a sitting told before: what those who sit together
// say that they will talk about, and what "they also discussed".

// oneSitting makes tellings of talk to come, at a sitting of the same people that is held on the
// day of the text, tell of that sitting: "the two had lunch on Saturday. They said they would
// discuss trade", "today the chancellor and I will discuss it".
func (d *draft) oneSitting(ts []telling) {
	for i := range ts {
		t := &ts[i]
		if !d.talksToday(t) {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			o := &ts[k]
			if !d.sitsToday(o, t) {
				continue
			}
			if !sameParties(o.parties, t.parties) {
				t.lend(o.parties)
			}
			t.verdict = verdict{status: readout.Held, word: t.verdict.word}
			t.loose = true
			break
		}
	}
}

// talksToday tells two who will talk, of which no other day or place is told.
func (d *draft) talksToday(t *telling) bool {
	if t.noun || t.joins || len(t.parties) != 2 || t.verdict.status != readout.Planned || t.meet.Present() || t.place.Present() || !d.dated {
		return false
	}
	if from, to, ok := t.date.Value().Days(); ok && (from > d.published || to <= d.published) {
		return false
	}
	s := &d.r.Sentences[t.sentence]
	switch s.Tokens[t.trigger].Lemma {
	case "discuss", "talk", "speak":
	default:
		return false
	}
	if len(onJourney(s, t)) > 0 || slices.ContainsFunc(s.Children(t.trigger, text.Advcl), func(c text.Index) bool { return opensWith(s, c, "when") }) {
		return false
	}
	return !slices.ContainsFunc(s.Children(t.trigger, text.Advmod), func(c text.Index) bool {
		switch s.Tokens[c].Lemma {
		case "again", "further", "later", "soon", "next":
			return true
		}
		return false
	})
}

// sitsToday tells a sitting, held on the day of the text, of those who are to talk: that of a
// transcript, or one told just before.
func (d *draft) sitsToday(o, t *telling) bool {
	if o.joins || o.kind == readout.Visit || o.kind == readout.Call || o.verdict.status != readout.Held || o.past || len(o.parties) != 2 {
		return false
	}
	if !coveredBy(t.parties, o.parties) && !(d.justTwo(t) && allStandFor(o.parties, t.parties)) {
		return false
	}
	if o.faint && o.news {
		return true
	}
	from, to, ok := o.date.Value().Days()
	return ok && from <= d.published && d.published < to && t.sentence-o.sentence <= reach
}

// alsoThere tells words that only add to what was said of one occasion: "they also discussed".
func alsoThere(s *text.Sentence, t *telling) bool {
	return !t.noun && slices.ContainsFunc(s.Children(t.trigger, text.Advmod), func(c text.Index) bool { return s.Tokens[c].Lemma == "also" }) ||
		t.noun && !t.aside && caseOf(s, t.trigger) == "during"
}

// withinSince tells a time within a clause that says since when nothing of the kind had been: "the
// first talks since bombers struck last June".
func withinSince(s *text.Sentence, t *telling, x *text.Time) bool {
	for k := t.trigger + 1; k < x.First; k++ {
		if s.Tokens[k].Lemma == "since" {
			return true
		}
	}
	i := x.Head
	for steps := 0; i != text.None && steps < 6 && !slices.Contains(t.clause, i); steps++ {
		if m := s.Child(i, text.Mark); m != text.None && s.Tokens[m].Lemma == "since" {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}

// ofWishes tells a time by which the wishes exchanged are called: "exchanged New Year greetings",
// "exchanged greetings ahead of the New Year holidays".
func ofWishes(s *text.Sentence, t *telling, x *text.Time) bool {
	return t.wished && (x.Rule == "timex/feast" || s.Dominates(s.Child(t.trigger, text.Obj), x.Head))
}

// matterThere tells a place by which the matter discussed is called, where the tree hangs it on
// the verb: "discussed the situation in Rafah".
func matterThere(s *text.Sentence, t *telling, i text.Index) bool {
	if t.noun || s.Tokens[i].Head != t.trigger || !talksOf(s.Tokens[t.trigger].Lemma) {
		return false
	}
	in, o := s.Child(i, text.Case), s.Child(t.trigger, text.Obj)
	if in == text.None || in == 0 || o == text.None {
		return false
	}
	switch s.Tokens[in-1].Lemma {
	case "situation", "war", "conflict", "crisis", "development", "event", "fighting", "violence", "unrest", "peace", "stability", "security", "ceasefire",
		"truce", "presence", "operation", "election", "aggression", "tension", "hostility", "progress", "settlement", "process", "effort", "interest":
		return true
	}
	return false
}

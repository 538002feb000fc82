package encounter

import (
	"slices"

	"readout"
	"readout/confidence"
	"readout/text"
)

// marks are what the confidence of a record of these tellings depends on.
func (d *draft) marks(ts []telling, f *readout.Facts, evidence []readout.Span) []string {
	ts = ordered(ts)
	t := &ts[0]
	s := &d.r.Sentences[t.sentence]
	told := confidence.Telling{Trigger: triggerWord(s, t.trigger), Clause: clauseWords(s, t.clause)}
	for _, c := range f.Participants {
		told.Parties = append(told.Parties, d.named(ts, &c))
	}
	return confidence.Marks(f, evidence, &told)
}

// triggerWord is the lemma of the word that tells of an occasion; of a name, by which a title or
// a turn of a transcript does, only that it is one: who it is must not weigh.
func triggerWord(s *text.Sentence, i text.Index) string {
	switch s.Tokens[i].UPOS {
	case text.VERB, text.NOUN, text.ADJ, text.ADV, text.AUX, text.ADP:
		return lower(s.Tokens[i].Lemma)
	}
	return "a name"
}

// named is how the tellings, of which the first decides, name a participant. The country of a
// place gone to needs no words of its own.
func (d *draft) named(ts []telling, c *readout.Cited[readout.Party]) confidence.Named {
	out := confidence.Named{Kind: c.Value().Kind}
	if !c.Present() {
		return out // no words name him
	}
	at, s := c.At()[0], &d.r.Sentences[ts[0].sentence]
	if c.Basis() != readout.Inferred {
		out.Before, out.After = at.Start < s.Start, at.Start >= s.End
	}
	p := partyNamed(ts, c.Value().Name)
	if p == nil {
		return out
	}
	out.Listed = p.entity >= 0 && p.entity < len(d.r.Entities) && d.r.Entities[p.entity].Entry != ""
	if m := d.pronounAt(at); m != nil {
		out.Lead, out.They = m.Lead, severalMeant(lower(m.In(d.r.Document.Text)))
	}
	return out
}

// severalMeant tells a pronoun for several.
func severalMeant(pronoun string) bool {
	return pronoun == "they" || pronoun == "them" || pronoun == "their"
}

// clauseWords are the lemmas of what tells the mood of a clause: its auxiliaries but those of
// tense and voice, and its conjunctions.
func clauseWords(s *text.Sentence, clause []text.Index) []string {
	var out []string
	for _, v := range clause {
		for _, c := range s.Children(v, text.Aux, text.Mark) {
			switch l := lower(s.Tokens[c].Lemma); l {
			case "be", "have", "do", "to", "that":
			default:
				out = append(out, l)
			}
		}
	}
	return out
}

// partyNamed is the first party of that name in the tellings, or nil.
func partyNamed(ts []telling, name string) *partyAt {
	for i := range ts {
		for k := range ts[i].parties {
			if p := &ts[i].parties[k]; p.party.Name == name {
				return p
			}
		}
	}
	return nil
}

// pronounAt is the pronoun that stands at a span, or nil.
func (d *draft) pronounAt(at readout.Span) *text.Mention {
	i, _ := slices.BinarySearchFunc(d.r.Mentions, at.Start, func(m text.Mention, start readout.Offset) int { return int(m.Start - start) })
	for ; i < len(d.r.Mentions) && d.r.Mentions[i].Start == at.Start; i++ {
		if m := &d.r.Mentions[i]; m.Span == at && m.Form == text.Pronoun {
			return m
		}
	}
	return nil
}

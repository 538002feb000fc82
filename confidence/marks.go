package confidence

import (
	"slices"

	"readout"
)

// opening is how far into the article its opening reaches, in bytes.
const opening = 1000

// Telling is what the words that tell of a record say, beside its facts.
type Telling struct {
	Trigger string   // the lemma of the word that tells most of it: "meet", "visit"
	Clause  []string // the lemmas of the auxiliaries and conjunctions of its clause: "will", "if"
	Parties []Named
}

// Named is how the words name one party.
type Named struct {
	Kind   readout.PartyKind
	Before bool // in a sentence before the one that tells most
	After  bool // in one after it
	Listed bool // known to the gazetteer
	They   bool // by a pronoun for several
	Lead   int  // of a pronoun for one: by how many points whom it was taken for leads the next best; 0 of all else
}

// Marks are what the confidence of a record depends on: its facts, the sentences that tell of
// it, and the words that tell most.
func Marks(f *readout.Facts, evidence []readout.Span, t *Telling) []string {
	out := []string{
		"always",
		"kind " + f.Kind.Value().String(),
		"status " + f.Status.Value().String(),
		"word " + t.Trigger,
	}
	mark := func(name string, holds bool) {
		if holds {
			out = append(out, name)
		}
	}
	mark("inferred", f.Kind.Basis() == readout.Inferred)
	mark("date stated", f.Date.Present() && f.Date.Basis() != readout.Inferred)
	mark("date inferred", f.Date.Present() && f.Date.Basis() == readout.Inferred)
	mark("place", f.Place.Present())
	mark("gathering", f.Gathering.Present())
	mark("topics", len(f.Topics) > 0)
	mark("duration", f.Duration.Present())
	mark("told in several sentences", len(evidence) > 1)
	mark("told in the opening", len(evidence) > 0 && evidence[0].Start < opening)
	for _, w := range t.Clause {
		out = append(out, "clause "+w)
	}
	return distinct(append(append(out, partyMarks(f)...), namedMarks(t)...))
}

// The points by which a pronoun leads that can hardly, and that can well be told: of the former
// half were wrong among the judged records, of the latter one in twenty.
const (
	hardly = 200
	well   = 1600
)

func namedMarks(t *Telling) []string {
	var out []string
	for _, n := range t.Parties {
		known := "unlisted "
		if n.Listed {
			known = "listed "
		}
		out = append(out, known+n.Kind.String())
		switch {
		case n.Before:
			out = append(out, "a party named before")
		case n.After:
			out = append(out, "a party named after")
		}
		switch {
		case n.They:
			out = append(out, "a pronoun for several")
		case n.Lead <= 0:
		case n.Lead < hardly:
			out = append(out, "a pronoun hard to tell")
		case n.Lead < well:
			out = append(out, "a pronoun not easy to tell")
		default:
			out = append(out, "a pronoun easy to tell")
		}
	}
	return out
}

// distinct leaves each mark once.
func distinct(marks []string) []string {
	slices.Sort(marks)
	return slices.Compact(marks)
}

func partyMarks(f *readout.Facts) []string {
	var out []string
	persons, stated, inferred := 0, 0, false
	for _, p := range f.Participants {
		if p.Value().Kind == readout.Person {
			persons++
		}
		if p.Basis() == readout.Stated {
			stated++
		}
		inferred = inferred || p.Basis() == readout.Inferred
	}
	switch n := len(f.Participants); {
	case n < 2:
		out = append(out, "one party")
	case n > 2:
		out = append(out, "many parties")
	}
	switch {
	case persons == 0:
		out = append(out, "no person named")
	case persons < len(f.Participants):
		out = append(out, "a person and a body")
	}
	if inferred {
		out = append(out, "a party inferred")
	}
	if stated == 0 {
		out = append(out, "nobody stated")
	}
	return out
}

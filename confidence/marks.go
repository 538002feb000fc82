package confidence

import "readout"

// lead is how far into the article its opening reaches, in bytes.
const lead = 1000

// Marks are what the weight of a record depends on.
func Marks(f *readout.Facts, evidence []readout.Span) []string {
	out := []string{
		"always",
		"rule " + f.Kind.Rule(),
		"kind " + f.Kind.Value().String(),
		"status " + f.Status.Value().String(),
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
	mark("told in the opening", len(evidence) > 0 && evidence[0].Start < lead)
	return append(out, partyMarks(f)...)
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

package gazetteer

import (
	"strings"

	"readout"
)

// Event answers which gathering a phrase means, or nothing with the candidates.
// The day is the document's; "last year's", "next" and ordinals are understood.
func (g *Gazetteer) Event(phrase string, day readout.Day, hasDay bool) (e *Edition, candidates []Match) {
	in := " " + strings.Join(words(Fold(phrase)), " ") + " "
	if noneInParticular(in) {
		return nil, nil
	}
	out, sure := g.Gatherings(phrase, "", day, hasDay)
	if len(out) == 0 {
		return nil, nil
	}
	if n := ordinal(in); n > 0 {
		if e := nth(out[0].Series, n); e != nil {
			return e, out
		}
	}
	if hasDay {
		if m := shifted(out, in, day); m != nil {
			return m.Edition, out
		}
	}
	if !sure {
		return nil, out
	}
	return out[0].Edition, out
}

// noneInParticular tells that a phrase means no one gathering: "a summit".
func noneInParticular(in string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(in), " ")
	switch first {
	case "", "a", "an", "any", "some", "several", "many", "most", "two", "three", "other", "another", "various", "such", "no", "summits", "talks":
		return true
	}
	return false
}

// shifted takes "last year's" and "next" at their word, among the matches that fit
// as well as the best.
func shifted(out []Match, in string, day readout.Day) *Match {
	year, _, _ := day.Civil()
	switch {
	case has(in, "last years") || has(in, "last year"):
		year--
	case has(in, "next years") || has(in, "next year"):
		year++
	case has(in, "this years") || has(in, "this year"):
	default:
		return nil
	}
	for i := range out {
		if y, _, _ := out[i].From.Civil(); y == year && out[i].Score >= out[0].Score-1 {
			return &out[i]
		}
	}
	return nil
}

func ordinal(in string) int {
	for i, w := range [...]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"} {
		if has(in, w) {
			return i + 1
		}
	}
	return 0
}

// nth is the nth gathering of a series whose first one is known.
func nth(s *Series, n int) *Edition {
	switch s.Key {
	case "SUMMITAMERICAS", "NUCLEARSECURITY", "G20", "BRICS", "EAS", "BELTROAD", "COP", "EUAFRICA", "EASTERNPARTNERSHIP", "EPC", "RUSSIAAFRICA", "CELAC":
		if n <= len(s.Editions) {
			return s.Editions[n-1]
		}
	}
	return nil
}

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
	out, sure := choose(g.notElsewhere(phrase, g.matching(phrase, "")), day, hasDay)
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

// notElsewhere leaves out the gatherings of which the phrase tells a country, a city or
// people that they have nothing to do with: "the Paris conference on Lebanon" is no
// conference on Libya. Whom a gathering was with may be anybody.
func (g *Gazetteer) notElsewhere(phrase string, out []Match) []Match {
	phrase, _, _ = strings.Cut(phrase, " with ")
	phrase, _, _ = strings.Cut(phrase, " between ")
	forms := strings.Fields(cleaned(strings.ReplaceAll(phrase, "-", " ")))
	for i := 0; i < len(forms); {
		n, refs := g.Longest(forms, i)
		if n > 0 && isSide(refs[0]) {
			told := Fold(strings.Join(forms[i:i+n], " "))
			out = concerned(out, told, refs)
		}
		i += max(n, 1)
	}
	return out
}

// isSide tells whether a form names a country or a city and nothing likelier.
func isSide(r Ref) bool { return r.Kind == State || r.Kind == City && r.Big }

// concerned keeps the gatherings that were in the country or city named, have it or its
// country in a name, or are called as the phrase has it.
func concerned(out []Match, told string, refs []Ref) []Match {
	kept := out[:0]
	for _, m := range out {
		if m.called || m.hasInName(told) || m.inCountryOf(refs) {
			kept = append(kept, m)
		}
	}
	return kept
}

func (m Match) inCountryOf(refs []Ref) bool {
	for _, r := range refs {
		if r.Country != "" && (r.Country == m.Country || m.hasInName(Fold(r.Side))) {
			return true
		}
	}
	return false
}

// hasInName tells whether a name of the gathering or of its series, or its place, holds
// the folded words.
func (m Match) hasInName(told string) bool {
	if told == "" {
		return false
	}
	for _, names := range [][]string{m.cities, m.names, m.Series.Aliases, {m.Series.Name, m.Name}} {
		for _, n := range names {
			if strings.Contains(" "+strings.Join(words(Fold(n)), " ")+" ", " "+told+" ") {
				return true
			}
		}
	}
	return false
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
		if y, _, _ := out[i].From.Civil(); y == year && out[i].words >= out[0].words-1 {
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

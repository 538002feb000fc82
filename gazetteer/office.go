package gazetteer

import (
	"strconv"
	"strings"

	"readout"
)

// OfficesOf returns the terms of the person (by entry id) that cover the day, the
// latest begun first.
func (g *Gazetteer) OfficesOf(person string, d readout.Day) []*Term {
	var out []*Term
	held := g.held[g.byID[person]]
	for i := len(held) - 1; i >= 0; i-- {
		if t := &g.terms[held[i]]; t.On(d) {
			out = append(out, t)
		}
	}
	return out
}

// TermsOf returns all terms of the person, in order of time.
func (g *Gazetteer) TermsOf(person string) []*Term {
	var out []*Term
	for _, i := range g.held[g.byID[person]] {
		out = append(out, &g.terms[i])
	}
	return out
}

// OfficeOf returns what the person was on the day: the most telling office held
// then; without one, the last held before, else the first after. nil where none
// is known. then tells whether the office was held on the day.
func (g *Gazetteer) OfficeOf(person string, d readout.Day) (t *Term, then bool) {
	var before, after *Term
	for _, i := range g.held[g.byID[person]] {
		switch x := &g.terms[i]; {
		case x.On(d):
			if !then || officeRank(x.Office) <= officeRank(t.Office) {
				t, then = x, true
			}
		case x.To < d:
			if before == nil || !g.errand(x, before) {
				before = x
			}
		case after == nil:
			after = x
		}
	}
	if then {
		return t, true
	}
	if before != nil {
		return before, false
	}
	return after, false
}

// errand tells whether a term was one in the service of a body by who had led a state, or
// its diplomacy, before it, as which people know him once it is over.
func (g *Gazetteer) errand(t, before *Term) bool {
	return strings.HasPrefix(t.Office, "special envoy") && g.states[t.Key] == nil && g.states[before.Key] != nil && officeRank(before.Office) <= 1
}

// HoldersOf returns the terms of the office ("foreign minister") of the country
// (ISO code) or body (key) that cover the day, the latest begun first.
func (g *Gazetteer) HoldersOf(office, key string, d readout.Day) []*Term {
	var out []*Term
	ids := g.holders[office+"/"+key]
	for i := len(ids) - 1; i >= 0; i-- {
		if t := &g.terms[ids[i]]; t.On(d) {
			out = append(out, t)
		}
	}
	return out
}

// officeRank orders the offices that one person can hold at a time: what the news
// calls him comes first.
func officeRank(office string) int {
	switch office {
	case "supreme leader", "president", "chancellor", "prime minister", "king", "queen", "emperor", "pope", "emir", "sultan", "prince", "grand duke", "secretary-general":
		return 0
	case "crown prince", "vice president", "secretary of state", "foreign minister", "high representative":
		return 1
	case "general secretary", "leader":
		return 2
	case "member of parliament", "party leader":
		return 9
	case "ambassador to the United Nations", "ambassador to the United States", "ambassador to Russia":
		return 4
	}
	switch {
	case strings.HasPrefix(office, "assistant secretary"), strings.HasPrefix(office, "under secretary"):
		return 5
	case strings.HasPrefix(office, "ambassador to "):
		return 6
	case strings.HasPrefix(office, "charge d'affaires"):
		return 7
	}
	return 4
}

// Office is an office as a phrase names it: what it is, of which country or body,
// and whether its holder is meant, a former one or one to come.
type Office struct {
	Names  []string // the offices it may be, as in offices.tsv, the likeliest first
	Keys   []string // the countries and bodies it may be of; empty where none is named
	Former bool
	Elect  bool
	Acting bool
	Nth    int // which holder in the row is meant, 0 where no number is told: "the 43rd president"
}

// OfficeWords reads the office in a phrase such as "the Russian foreign minister",
// "Secretary of State", "President of Ukraine", "Kremlin spokesman",
// "president-elect". ok is false where no office is named.
func (g *Gazetteer) OfficeWords(phrase string) (o Office, ok bool) {
	in := " " + strings.Join(words(Fold(cleaned(phrase))), " ") + " "
	for _, w := range [...]string{"former", "ex", "late", "deposed", "ousted", "toppled", "exiled", "overthrown", "predecessor"} {
		o.Former = o.Former || has(in, w)
	}
	o.Elect = has(in, "elect") || has(in, "incoming") || has(in, "designate")
	o.Acting = has(in, "acting") || has(in, "interim")
	if before, to, ok := ambassadorTo(phrase); ok {
		if where := g.sidesIn(to); len(where) > 0 && g.states[where[0]] != nil {
			o.Keys = g.sidesIn(before)
			o.Names = []string{"ambassador to " + g.states[where[0]].Name}
			if where[0] == "US" {
				o.Names = append(o.Names, "ambassador to the United States")
			}
			return o, true
		} else if len(where) > 0 && g.bodies[where[0]] != nil {
			o.Keys = g.sidesIn(before)
			name := g.bodies[where[0]].Name
			o.Names = []string{"ambassador to " + name, "ambassador to the " + name}
			return o, true
		}
	}
	o.Keys = g.sidesIn(phrase)
	o.Names = officeNames(in, o.Keys)
	if len(o.Names) > 0 && below(in) && !belowAnother(o.Names[0]) {
		o.Names = nil
	}
	if len(o.Names) > 0 && hasSubjects(o.Names[0]) {
		o.Keys = g.senders(phrase, o.Keys)
	}
	if len(o.Names) > 0 && officeRank(o.Names[0]) == 0 {
		o.Nth = ordinalIn(in)
	}
	return o, len(o.Names) > 0
}

// ordinalIn returns the number in an ordinal of a folded phrase ("the 43rd president", "the
// first president"), 0 for none.
func ordinalIn(in string) int {
	for w := range strings.FieldsSeq(in) {
		if n := len(w) - 2; n > 0 && w[0] >= '0' && w[0] <= '9' {
			switch w[n:] {
			case "st", "nd", "rd", "th":
				if k, err := strconv.Atoi(w[:n]); err == nil {
					return k
				}
			}
		}
		for k, name := range [...]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"} {
			if w == name {
				return k + 1
			}
		}
	}
	return 0
}

// below tells that a folded phrase names somebody below the holder of an office: "deputy
// defence minister", "assistant to the president".
func below(in string) bool {
	for _, w := range [...]string{"deputy", "vice", "assistant", "under", "associate", "state minister", "junior minister"} {
		if has(in, w) {
			return true
		}
	}
	return false
}

// belowAnother tells the offices that are themselves below another.
func belowAnother(office string) bool {
	first, _, _ := strings.Cut(office, " ")
	switch first {
	case "deputy", "vice", "assistant", "under", "humanitarian":
		return true
	}
	return false
}

// senders leaves out the country or body that an envoy goes to.
func (g *Gazetteer) senders(phrase string, keys []string) []string {
	at := len(phrase)
	for _, mark := range [...]string{" for ", " to ", " on "} {
		if i := strings.Index(phrase, mark); i >= 0 {
			at = min(at, i)
		}
	}
	if from := g.sidesIn(phrase[:at]); len(from) > 0 {
		return from
	}
	return keys
}

// ambassadorTo splits "the US ambassador to Kyiv" before the place.
func ambassadorTo(phrase string) (before, to string, ok bool) {
	phrase = strings.Replace(phrase, "mbassador-designate", "mbassador", 1)
	for _, mark := range [...]string{" ambassador to ", " ambassador in ", " Ambassador to ", " Ambassador in "} {
		if before, to, ok = strings.Cut(phrase, mark); ok && !strings.Contains(to, "United Nations") && !strings.Contains(to, "UN") && !strings.Contains(to, "U.N.") {
			return before, to, true
		}
	}
	return "", "", false
}

// sidesIn returns the keys of the countries, bodies and groups that the phrase
// names, by name, adjective, capital or metonym, in order.
func (g *Gazetteer) sidesIn(phrase string) []string {
	forms := strings.Fields(cleaned(phrase))
	var out []string
	for i := 0; i < len(forms); {
		n, refs := g.Longest(forms, i)
		if n > 0 && strings.EqualFold(forms[i], "the") { // "the North Korean president" is not the North's Korean one
			if m, longer := g.Longest(forms, i+1); m >= n {
				i, n, refs = i+1, m, longer
			}
		}
		for _, r := range refs {
			key := ""
			switch {
			case r.Kind == State:
				key = r.Country
			case r.Kind == Body || r.Kind == Group:
				key = strings.TrimPrefix(strings.TrimPrefix(r.ID, "body:"), "group:")
			case r.Kind == City && r.As <= Alias && r.Capital:
				key = r.Country
			}
			if key != "" && !contains(out, key) {
				out = append(out, key)
			}
			if r.Kind == City && r.Name == "Brussels" && !contains(out, "EU") {
				out = append(out, "EU")
			}
		}
		i += max(n, 1)
	}
	return out
}

var apart = strings.NewReplacer(" ex-", " ex ", "’s ", " ", "'s ", " ", "s' ", "s ", "s’ ", "s ", ",", " ", ";", " ", ":", " ", "(", " ", ")", " ", "\"", " ", "“", " ", "”", " ", "?", " ", "!", " ", "—", " ", "/", " ")

// cleaned sets commas, possessives and brackets apart, so that fields are tokens.
func cleaned(s string) string {
	f := strings.Fields(apart.Replace(" " + s + " "))
	for i, w := range f {
		if n := len(w) - 1; n > 2 && w[n] == '.' && !strings.Contains(w[:n], ".") {
			f[i] = w[:n]
		}
	}
	return strings.Join(f, " ")
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

package coref

import (
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// gatheringOf gives a gathering its entity: the edition of its series that is sure
// by the day, the year or the city told beside.
func (r *resolver) gatheringOf(i int) int {
	name := shortened(r.words(&r.m[i]))
	key := "gathering " + strings.TrimPrefix(nameKey(name), "the ")
	if e, ok := r.keys[key]; ok {
		return e
	}
	if e := r.shortForm(i, key); e >= 0 {
		return e
	}
	e := text.Entity{Class: text.Gathering, Name: name, Entry: r.m[i].Entry, Rule: "name:text"}
	if g, ok := r.edition(i, name); ok {
		r.keys[key] = r.held(g)
		return r.keys[key]
	}
	if g := r.facts.gaz.Entry(e.Entry); g != nil {
		e.Name = g.Name
	}
	r.keys[key] = r.add(e)
	return r.keys[key]
}

// shortened is the name of a gathering by the short form that it gives in brackets:
// "Asia-Pacific Economic Cooperation (APEC) summit" is the APEC summit.
func shortened(name string) string {
	before, rest, ok := strings.Cut(name, "(")
	short, after, closed := strings.Cut(rest, ")")
	if short = strings.TrimSpace(short); !ok || !closed || before == "" || strings.TrimSpace(after) == "" || strings.Contains(short, " ") {
		return name
	}
	return short + " " + strings.TrimSpace(after)
}

// held makes, or finds again, the entity of one edition of a gathering.
func (r *resolver) held(g gazetteer.Match) int {
	if e, ok := r.keys["#"+g.ID]; ok {
		return e
	}
	e := r.add(text.Entity{
		Class: text.Gathering, Name: g.Series.Name, Entry: g.ID, Date: g.Date, Rule: "gathering: " + g.Reason,
		Place: readout.Place{City: firstOf(g.City), Country: g.Side, Code: g.Country},
	})
	r.keys["#"+g.ID] = e
	return e
}

// phrased is a gathering that some words mean; ok is false for none that is sure.
type phrased struct {
	gazetteer.Match
	ok bool
}

// edition returns the gathering that the words mean, where that is sure.
func (r *resolver) edition(i int, name string) (gazetteer.Match, bool) {
	city := r.cityAfter(i)
	if city == "" {
		city = r.cityHeldIn(i)
	}
	key := name + "\x00" + city
	p, known := r.phrases[key]
	if !known {
		p = r.facts.edition(name, city)
		r.phrases[key] = p
	}
	return p.Match, p.ok
}

func (f *facts) edition(name, city string) phrased {
	found, sure := f.gaz.Gatherings(name, city, f.day, f.era)
	if len(found) == 0 || !sure || found[0].Series.Key == "BILATERAL" || found[0].Series.Key == "PEACE" || !told(found[0], name) {
		return phrased{}
	}
	return phrased{found[0], true}
}

// told tells whether the first telling word of the phrase is one of the series or
// of the edition, so that an "Asian economic summit" is no G7.
func told(g gazetteer.Match, name string) bool {
	words := strings.Fields(nameKey(strings.TrimPrefix(strings.ToLower(name), "the ")))
	if len(words) == 0 {
		return false
	}
	for _, s := range append([]string{g.Series.Name, g.Series.Key, g.Name, g.City, g.Side, g.Venue}, g.Series.Aliases...) {
		for w := range strings.FieldsSeq(nameKey(s)) {
			if w == words[0] || strings.ReplaceAll(w, " ", "") == strings.ReplaceAll(words[0], "-", "") {
				return true
			}
		}
	}
	return words[0] == "g"
}

// cityAfter returns the place told right after the mention: "in Hangzhou".
func (r *resolver) cityAfter(i int) string {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if int(m.Last) >= len(toks) {
		return ""
	}
	switch toks[m.Last].Form {
	case "in", "at":
	default:
		return ""
	}
	for k := i + 1; k < len(r.m) && r.m[k].Sentence == m.Sentence; k++ {
		if c := &r.m[k]; c.First > m.Last+2 {
			break
		} else if c.First > m.Last && (c.Class == text.Place || c.Class == text.State) {
			return r.words(c)
		}
	}
	return ""
}

// cityHeldIn returns where the sentence says that the gathering is or was: "the G20 summit is
// taking place in Hangzhou".
func (r *resolver) cityHeldIn(i int) string {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	v := toks[m.Head].Head
	if rel := toks[m.Head].Rel; v < 0 || rel != text.Nsubj && rel != text.NsubjPass || !takesPlace(toks[v].Lemma) {
		return ""
	}
	for k := i + 1; k < len(r.m) && r.m[k].Sentence == m.Sentence; k++ {
		c := &r.m[k]
		if c.Class != text.Place && c.Class != text.State || toks[c.Head].Rel != text.Obl || toks[c.Head].Head != v {
			continue
		}
		if p := prep(toks, c.Head); p == "in" || p == "at" {
			return r.words(c)
		}
	}
	return ""
}

// takesPlace tells a verb for what a gathering does or what is done with it somewhere.
func takesPlace(lemma string) bool {
	switch lemma {
	case "take", "hold", "open", "begin", "start", "convene", "kick", "end", "conclude", "close", "meet", "host", "stage":
		return true
	}
	return false
}

// convenes tells whether a body stands for its gathering: "at APEC", "during the
// G20", "attend the G7".
func (r *resolver) convenes(i int) bool {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	switch prep(toks, m.Head) {
	case "at", "during", "after", "before":
	case "of":
		if h := toks[m.Head].Head; h < 0 || !onMargin(toks[h].Lemma) {
			return false
		}
	case "for":
		if h := toks[m.Head].Head; h < 0 || !comesFor(toks[h].Lemma) {
			return false
		}
	case "":
		if toks[m.Head].Rel != text.Obj || headLemma(toks, m) != "attend" {
			return false
		}
	default:
		return false
	}
	if e := m.Entity; e >= 0 && r.ents[e].Party.Country != "" {
		return false // the White House convenes nobody else's summit
	}
	_, ok := r.edition(i, r.words(m))
	return ok
}

// onMargin tells a noun for what happens beside a gathering.
func onMargin(lemma string) bool {
	switch lemma {
	case "sideline", "sidelines", "margin", "margins":
		return true
	}
	return false
}

// comesFor tells a verb of people who come together: "gathered for the General Assembly".
func comesFor(lemma string) bool {
	switch lemma {
	case "gather", "convene", "assemble", "meet", "arrive", "travel", "come":
		return true
	}
	return false
}

// gatheringDescribed resolves "the summit", "the Buenos Aires summit" to a
// gathering named before, or by its city; -1 where it is none that is known.
func (r *resolver) gatheringDescribed(i int, mod modifiers) int {
	m := &r.m[i]
	lemma := strings.ToLower(r.sents[m.Sentence].Tokens[m.Head].Lemma)
	if len(mod.all) == 0 && mod.owner < 0 && mod.definite {
		for k := i - 1; k >= 0 && m.Sentence-r.m[k].Sentence <= 12; k-- {
			if e := r.m[k].Entity; e >= 0 && r.ents[e].Class == text.Gathering && holdsWord(r.ents[e].Name, lemma) {
				return e
			}
		}
	}
	if mod.indefinite || !r.telling(i) {
		return -1
	}
	if g, ok := r.edition(i, r.words(m)); ok {
		return r.held(g)
	}
	return -1
}

// telling tells whether a description names anything by which a gathering could be
// known: a place, a body, a year.
func (r *resolver) telling(i int) bool {
	toks := r.tokens(&r.m[i])
	for k := range toks {
		if c := toks[k].Form[0]; 'A' <= c && c <= 'Z' && k > 0 || '0' <= c && c <= '9' {
			return true
		}
	}
	return r.cityAfter(i) != ""
}

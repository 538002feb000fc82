package gazetteer

import (
	"sort"
	"strings"

	"readout"
)

// Question asks who is meant by a phrase in a document of a day; the context is
// the sentence or two around it.
type Question struct {
	Phrase  string
	Context string
	Day     readout.Day
	HasDay  bool
}

// Answer is who is meant, or nobody (Person nil) with candidates where that is not
// sure. Country is the usual English name of the country or body acted for.
type Answer struct {
	Person     *Entry
	Office     string
	Country    string
	Candidates []Candidate
}

// scene is what the context tells: countries with their weights, people and years
// named.
type scene struct {
	weight   map[string]int
	order    []string
	people   []*Entry
	mentions [][]*Entry // each time somebody is named, all who bear the name
	years    []int
}

// Who answers the question. A phrase that names nobody in particular ("a senior
// official") has no answer.
func (g *Gazetteer) Who(q Question) Answer {
	if vague(q.Phrase) {
		return Answer{}
	}
	s := g.scene(q.Context)
	if !q.HasDay {
		q.Day, q.HasDay = g.guessDay(s)
	}
	phrase := cleaned(q.Phrase)
	name, at, after := g.nameIn(phrase)
	owner := ""
	if name != nil && possessive(q.Phrase, name) && after != "" {
		owner = g.countryOf(name, q, s)
		name, phrase = nil, strings.TrimSpace(phrase[:at]+" "+after)
	}
	if name != nil {
		if name[0].As == Surname {
			name = g.givenBefore(name, phrase[:at], after)
		}
		if len(name) == 0 {
			return Answer{}
		}
		return g.answer(g.named(name, phrase, q, s))
	}
	if told := g.unknownName(phrase); told != "" {
		holders, _ := g.byOffice(phrase, owner, q, s)
		return g.answer(spelledLike(holders, told))
	}
	if refs, stranger := g.beside(q); len(refs) > 0 {
		return g.answer(g.named(refs, phrase, q, s))
	} else if stranger {
		return Answer{}
	}
	if strings.Contains(Fold(q.Phrase), "counterpart") {
		return g.answer(g.counterpart(phrase, q, s))
	}
	return g.answer(g.byOffice(phrase, owner, q, s))
}

func (g *Gazetteer) answer(out []Candidate, sure bool) Answer {
	if len(out) > 8 {
		out = out[:8]
	}
	a := Answer{Candidates: out}
	if !sure || len(out) == 0 {
		return a
	}
	a.Person = out[0].Entry
	if t := out[0].Term; t != nil {
		a.Office, a.Country = t.Office, g.sideOf(t)
		if t.Acting && !strings.HasPrefix(t.Office, "acting") {
			a.Office = "acting " + t.Office
		}
	}
	return a
}

// sideOf is the country that the term is of; a group's is where it is, a
// ministry's the country it serves, a UN agency's the United Nations.
func (g *Gazetteer) sideOf(t *Term) string {
	b := g.bodies[t.Key]
	if b == nil || len(t.Key) == 2 && g.states[t.Key] != nil {
		return t.Side
	}
	if s := g.states[b.Country]; s != nil {
		return s.Name
	}
	return b.Side
}

// vague tells that a phrase means nobody in particular.
func vague(phrase string) bool {
	w := strings.Fields(Fold(cleaned(phrase)))
	if len(w) == 0 {
		return true
	}
	switch w[0] {
	case "a", "an", "some", "several", "many", "two", "three", "four", "one", "unnamed", "various", "both", "most", "any", "no", "another", "other", "senior", "western", "those", "these", "sources":
		return true
	}
	for i, x := range w {
		switch x {
		case "officials", "diplomats", "sources", "aides", "ministers", "leaders", "envoys", "negotiators", "spokesmen", "analysts", "experts", "advisers", "presidents", "lawmakers", "delegates", "ambassadors", "observers", "insiders", "generals", "reporters", "official", "source", "diplomat", "insider", "observer", "analyst", "delegation", "administration", "delegations", "neighbours", "neighbors", "allies", "somebody", "someone", "people", "bosses", "circles", "officers", "officer", "protesters", "members", "mediators", "parties", "sides", "critics", "families", "politicians":
			if i > 0 && (w[i-1] == "top" || w[i-1] == "chief") {
				continue
			}
			if i == len(w)-1 || !strings.HasPrefix(w[i+1], "chief") {
				return true
			}
		}
	}
	return false
}

// nameIn returns what a personal name in a cleaned phrase may mean, where it
// starts, and what follows it: a whole name before a surname, of surnames the last,
// for "King" and "Ahmed" may stand before one.
func (g *Gazetteer) nameIn(phrase string) (refs []Ref, at int, after string) {
	forms := strings.Fields(phrase)
	for i := 0; i < len(forms); {
		n, found := g.Longest(forms, i)
		if n == 0 {
			i++
			continue
		}
		people := onlyPeople(found)
		if len(people) > 0 && (len(people) == len(found) || len(forms) == n || !namesSides(found)) &&
			(refs == nil || people[0].As < Surname || refs[0].As == Surname) {
			refs, at, after = people, len(strings.Join(forms[:i], " ")), strings.Join(forms[i+n:], " ")
			if people[0].As < Surname {
				return refs, at, after
			}
		}
		i += n
	}
	return refs, at, after
}

// namesSides tells that a form is a state, body or great city too.
func namesSides(refs []Ref) bool {
	for _, r := range refs {
		if r.Kind == State || r.Kind == Body || r.Kind == Group || r.Kind == City && r.Big {
			return true
		}
	}
	return false
}

func possessive(phrase string, refs []Ref) bool {
	for _, mark := range [...]string{"'s ", "’s ", "s' ", "s’ "} {
		if before, _, ok := strings.Cut(phrase, mark); ok {
			last := Fold(before)
			for _, r := range refs {
				for _, n := range [...]string{r.Name, r.surname, FamilyName(r.Name)} {
					if f := Fold(n); f != "" && (strings.HasSuffix(last, f) || strings.HasSuffix(last+"s", f)) {
						return true
					}
				}
				w := strings.Fields(last)
				if len(w) > 0 && contains(g2words(r), w[len(w)-1]) {
					return true
				}
			}
		}
	}
	return false
}

func g2words(r Ref) []string { return words(Fold(r.Name)) }

// named finds which of the people of a name is meant.
func (g *Gazetteer) named(refs []Ref, phrase string, q Question, s scene) ([]Candidate, bool) {
	office, told := g.OfficeWords(phrase)
	if !told {
		office, told = g.officeBeside(q)
	}
	h := Hints{Day: q.Day, HasDay: q.HasDay}
	var out []Candidate
	for _, r := range refs {
		c := g.weigh(r.Entry, office, h)
		if r.As != Surname {
			c.add(6, "the whole name")
		}
		if c.Term != nil {
			if w := s.weight[c.Term.Key] + s.weight[g.bodyCountry(c.Term.Key)]; w > 0 {
				c.add(min(4+2*w, 12), "the context speaks of "+c.Term.Side)
			}
		}
		if c.Term != nil && subjectTold(c.Term.Office, q.Context) {
			c.add(5, "the context speaks of the subject of the office")
		} else if c.Term != nil && g.states[c.Term.Key] == nil && s.weight[c.Term.Key] == 0 {
			c.add(-9, "of a body that nothing here speaks of")
		}
		if c.Term != nil && g.meets(c.Term, s, q) {
			c.add(3, "the context names somebody of the same office elsewhere")
		}
		if given := givenBeside(q.Context, r); given {
			c.add(20, "the context names in full")
		}
		c.Term = g.termFor(c, office, q)
		out = append(out, c)
	}
	sortCandidates(out)
	if told && refs[0].As == Surname && !g.couldBeCalled(out[0].Entry, office) {
		return out, false
	}
	return out, len(out) == 1 || out[0].Score >= out[1].Score+3
}

// couldBeCalled tells whether the person ever held an office of those, or one that
// no table lists may be meant.
func (g *Gazetteer) couldBeCalled(p *Entry, o Office) bool {
	if len(o.Names) == 0 || officeRank(o.Names[0]) > 0 {
		return true
	}
	for _, i := range g.held[p] {
		if t := &g.terms[i]; contains(o.Names, t.Office) || strings.HasPrefix(t.Office, o.Names[0]) {
			return true
		}
	}
	return false
}

// subjectTold tells whether the context has a word of the office's subject:
// refugees for the high commissioner for refugees.
func subjectTold(office, context string) bool {
	_, subject, ok := strings.Cut(office, " for ")
	if !ok {
		_, subject, ok = strings.Cut(office, " of ")
	}
	return ok && subjectWords(" "+strings.Join(words(Fold(context)), " ")+" ", Fold(subject))
}

// meets tells whether somebody in the context held a like office elsewhere then.
func (g *Gazetteer) meets(t *Term, s scene, q Question) bool {
	for _, p := range s.people {
		u, then := g.OfficeOf(p.ID, q.Day)
		if then && p != t.Person && u.Key != t.Key && (u.Office == t.Office || contains(equals(u.Office, u.Key, t.Key, q.Day)[:1], t.Office)) {
			return true
		}
	}
	return false
}

func (g *Gazetteer) bodyCountry(key string) string {
	if b := g.bodies[key]; b != nil && b.Country != key {
		return b.Country
	}
	return ""
}

// givenBeside tells whether the context has the whole name.
func givenBeside(context string, r Ref) bool {
	return r.As == Surname && strings.Contains(r.Name, " ") && strings.Contains(Fold(context), Fold(r.Name))
}

// termFor is the office to name for the person found: the one named beside, else
// the most telling of the day.
func (g *Gazetteer) termFor(c Candidate, office Office, q Question) *Term {
	if len(office.Names) > 0 && c.Term != nil && contains(office.Names, c.Term.Office) {
		return c.Term
	}
	if !q.HasDay {
		best := c.Term
		for _, i := range g.held[c.Entry] {
			if t := &g.terms[i]; best == nil || officeRank(t.Office) <= officeRank(best.Office) {
				best = t
			}
		}
		return best
	}
	t, _ := g.OfficeOf(c.ID, q.Day)
	return t
}

func sortCandidates(out []Candidate) {
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
}

// countryOf is the key of the country that the person of that name acted for.
func (g *Gazetteer) countryOf(refs []Ref, q Question, s scene) string {
	out, _ := g.named(refs, "", q, s)
	if len(out) == 0 || out[0].Term == nil {
		return ""
	}
	if c := g.bodyCountry(out[0].Term.Key); c != "" {
		return c
	}
	return out[0].Term.Key
}

// byOffice finds the holder of the office that the phrase names.
func (g *Gazetteer) byOffice(phrase, owner string, q Question, s scene) ([]Candidate, bool) {
	o, ok := g.OfficeWords(phrase)
	if owner != "" {
		o.Keys = append([]string{owner}, o.Keys...)
	}
	o.Keys = g.widen(o.Keys)
	if len(o.Names) > 0 && o.Names[0] == "State Department spokesperson" && !contains(o.Keys, "STATEDEPT") {
		o.Keys = append(o.Keys, "STATEDEPT")
	}
	if !ok && len(o.Keys) == 0 {
		return nil, false
	}
	fromContext := len(o.Keys) == 0
	keys := o.Keys
	if key := partyCountry(Fold(phrase)); fromContext && key != "" {
		keys, fromContext = []string{key}, false
	}
	if fromContext {
		keys = s.order
		if key := soleKey(o, Fold(phrase), s); key != "" {
			keys = append([]string{key}, keys...)[:1]
		}
		if strings.Contains(Fold(phrase), "queen") {
			keys = append(append([]string(nil), keys...), "GB")
		}
	}
	in := " " + strings.Join(words(Fold(phrase)), " ") + " "
	seat := g.seat(q)
	if fromContext && seat != "" && !contains(keys, seat) {
		keys = append(keys[:len(keys):len(keys)], seat)
	}
	var out []Candidate
	for rank, key := range keys {
		for _, t := range g.holdersFor(o, key, in, s, q) {
			c := Candidate{Entry: t.Person, Term: t, Score: 20}
			c.Reasons = append(c.Reasons, t.Office+" of "+t.Side)
			if fromContext {
				c.add(4*s.weight[key], "the context speaks of "+t.Side)
				if key == seat {
					c.add(16, "told to be in the capital")
				}
			} else {
				c.Score -= rank
			}
			if contains(phraseSex(in), sexOf(t.Person)) {
				c.Score -= 12
			}
			for _, p := range s.people {
				if p == t.Person {
					c.Score -= 6 // named beside: the phrase means another
				}
			}
			out = append(out, c)
		}
	}
	if o.Former && fromContext && len(o.Names) > 0 {
		out = append(out, g.formerOnes(o, s, q)...)
	}
	sortCandidates(out)
	out = once(out)
	if len(out) == 0 {
		return nil, false
	}
	sure := len(out) == 1 || out[0].Score > out[1].Score
	return out, sure && q.HasDay
}

// seat is the country whose capital or name stands beside the phrase in the context:
// "the president in Paris", "in Tokyo the prime minister".
func (g *Gazetteer) seat(q Question) string {
	at := indexFold(q.Context, q.Phrase)
	if at < 0 {
		return ""
	}
	if rest, ok := strings.CutPrefix(q.Context[at+len(q.Phrase):], " in "); ok {
		_, refs := g.Longest(strings.Fields(cleaned(rest)), 0)
		return capitalOf(refs)
	}
	before := strings.Fields(strings.TrimRight(q.Context[:at], ", "))
	for i := max(0, len(before)-4); i < len(before)-1; i++ {
		if w := strings.ToLower(before[i]); w != "in" && w != "from" {
			continue
		}
		if n, refs := g.Longest(before, i+1); n > 0 && i+1+n == len(before) {
			return capitalOf(refs)
		}
	}
	return ""
}

// capitalOf is the country of which one of the meanings is the name or the capital.
func capitalOf(refs []Ref) string {
	for _, r := range refs {
		if r.Kind == State || r.Kind == City && r.Capital {
			return r.Country
		}
	}
	return ""
}

// formerOnes are the people named in the context who held the office and no longer
// do.
func (g *Gazetteer) formerOnes(o Office, s scene, q Question) (out []Candidate) {
	for _, p := range s.people {
		for _, i := range g.held[p] {
			t := &g.terms[i]
			if contains(o.Names[:1], t.Office) && t.To < q.Day {
				out = append(out, Candidate{Entry: p, Term: t, Score: 40, Reasons: []string{"the context names, " + t.Office + " until " + string(t.To.Date())}})
			}
		}
	}
	return out
}

// soleKey is the country or body of an office that only one is known for.
func soleKey(o Office, folded string, s scene) string {
	switch {
	case len(o.Names) == 0:
	case strings.Contains(folded, "foreign secretary"):
		for _, key := range [...]string{"PH", "MX", "IN", "PK", "BD", "NP"} {
			if s.weight[key] > s.weight["GB"] {
				return ""
			}
		}
		return "GB"
	case o.Names[0] == "secretary of state", strings.Contains(folded, "defense secretary"):
		return "US"
	case strings.Contains(folded, "defence secretary"):
		return "GB"
	case o.Names[0] == "pope":
		return "VA"
	case o.Names[0] == "high representative":
		return "EU"
	case strings.Contains(folded, "taoiseach"):
		return "IE"
	case o.Names[0] == "chief weapons inspector":
		return "UN"
	}
	return ""
}

// partyCountry is the country that a party named in a folded phrase is of.
func partyCountry(folded string) string {
	switch in := " " + folded + " "; {
	case has(in, "republican") || has(in, "democratic") || has(in, "democrat"):
		return "US"
	case has(in, "labour") || has(in, "labours") || has(in, "tory") || has(in, "tories"):
		return "GB"
	}
	return ""
}

// phraseSex are the sexes that the phrase leaves out.
func phraseSex(in string) []string {
	switch {
	case has(in, "spokeswoman") || has(in, "chairwoman") || has(in, "queen") || has(in, "she") || has(in, "woman"):
		return []string{"m"}
	case has(in, "spokesman") || has(in, "chairman") || has(in, "king") || has(in, "man"):
		return []string{"f"}
	}
	return nil
}

func sexOf(e *Entry) string {
	switch {
	case e.Female:
		return "f"
	case e.Male:
		return "m"
	}
	return "?"
}

func once(out []Candidate) []Candidate {
	seen := map[*Entry]bool{}
	kept := out[:0]
	for _, c := range out {
		if !seen[c.Entry] {
			seen[c.Entry] = true
			kept = append(kept, c)
		}
	}
	return kept
}

// widen adds to the keys of bodies the country or body they belong to.
func (g *Gazetteer) widen(keys []string) []string {
	out := append([]string(nil), keys...)
	for _, k := range keys {
		b := g.bodies[k]
		if b == nil {
			continue
		}
		for _, up := range [...]string{b.Country, g.keyOfBody(b.Side)} {
			if up != "" && !contains(out, up) {
				out = append(out, up)
			}
		}
	}
	return out
}

func (g *Gazetteer) keyOfBody(name string) string {
	switch name {
	case "United Nations":
		return "UN"
	case "European Union":
		return "EU"
	}
	return ""
}

package coref

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// manyDescribed resolves "the two leaders", "both sides", "officials in Kiev",
// "the foreign ministers of X and Y".
func (r *resolver) manyDescribed(i int, mod modifiers) int {
	m := &r.m[i]
	lemma := strings.ToLower(r.sents[m.Sentence].Tokens[m.Head].Lemma)
	if e := r.ofEachSide(i, lemma, mod); e >= 0 {
		return e
	}
	if outOfState(lemma) && mod.iso != "" {
		mod.side, mod.iso = "", ""
		return r.fresh(i, mod) // Ukraine's allies do not act for Ukraine
	}
	switch lemma {
	case "side", "party":
		if r.atOdds(m) || r.mediated(m) || lemma == "party" && r.atHome(m) {
			return r.fresh(i, mod)
		}
		if mod.two || mod.definite && len(mod.all) == 0 {
			return r.together(i, r.lastSides(i, mod.count()))
		}
		if len(mod.all) == 1 {
			return mod.all[0]
		}
	case "pair", "duo", "couple":
		return r.together(i, r.lastPersons(i, 2, noOffice))
	case "trio":
		return r.together(i, r.lastPersons(i, 3, noOffice))
	case "delegation", "team":
		if mod.side == "" && mod.definite {
			if e := r.sameNoun(i, lemma); e >= 0 {
				return e
			}
		}
		return r.fresh(i, mod)
	}
	o := r.officeIn(r.words(m))
	switch lemma {
	case "wife", "husband", "spouse", "son", "daughter":
		mod.side, mod.iso = "", ""
		return r.fresh(i, mod) // of the presidents, who are not there themselves
	case "adviser", "advisor", "aide", "assistant", "envoy", "emissary", "representative":
		if len(mod.all) >= 2 && o != securityAdviser && ofHolders(r.sents[m.Sentence].Tokens, m) {
			return r.together(i, mod.all) // "advisers to the presidents of Ukraine and Turkey"
		}
	case "leader":
		if r.ofParties(m) {
			mod.side, mod.iso = "", ""
			return r.fresh(i, mod)
		}
		if !leadsPart(r.sents[m.Sentence].Tokens, m) {
			o = leader
		}
	case "diplomat":
		if mod.two && mod.owner < 0 || topDiplomat(r.sents[m.Sentence].Tokens, m) {
			o = foreignMinister
		}
	}
	if counterpart(r.sents[m.Sentence].Tokens, m) && len(mod.all) > 0 {
		if e := r.counterparts(i, mod); e >= 0 {
			return e
		}
	}
	if states := r.ownerStates(mod); len(states) > 1 && o != otherOffice {
		mod.all = states // "their leaders"
	}
	if len(mod.all) >= 2 && !mod.definite && o == leader && lemma != "counterpart" && (r.foremost(m) || officeEnd(r.sents[m.Sentence].Tokens, m) == m.Head+1 && r.standing(m) != asSubject) {
		return r.together(i, mod.all)
	}
	if len(mod.all) >= 2 && lemma == "counterpart" {
		return r.together(i, mod.all) // of whom is not told
	}
	if len(mod.all) >= 2 && o != otherOffice {
		return r.together(i, r.holders(mod.all, o, o.words(), mod.when))
	}
	if mod.indefinite && !mod.two || mod.side != "" && !mod.two {
		if e := r.sameNounSide(i, lemma, mod); e >= 0 && !mod.indefinite {
			return e
		}
		return r.fresh(i, mod)
	}
	if mod.two && len(mod.all) == 0 && ofRegion(r.sents[m.Sentence].Tokens, m) {
		return r.together(i, r.stillTold(i, mod.count()))
	}
	if r.others(m) || lemma == "counterpart" && len(mod.all) == 0 && strings.HasPrefix(strings.ToLower(r.words(m)), "their ") {
		return r.fresh(i, mod) // "Obama and the other leaders", "ministers and their counterparts": the last told need not be they
	}
	if len(mod.all) == 0 && ofName(r.sents[m.Sentence].Tokens, m) {
		return r.fresh(i, mod) // "Europe's leaders": nothing tells of which states
	}
	switch lemma {
	case "leader", "president", "minister", "man", "woman", "counterpart", "diplomat", "premier", "statesman", "politician", "official", "chief", "secretary", "negotiator", "envoy":
		if o == otherOffice && !mod.two && r.ofMatter(m) {
			break // "the insurance chiefs"
		}
		if mod.two && !mod.indefinite && (mod.definite || !mod.three && r.standing(m) == asSubject) || mod.definite && lemma != "official" && lemma != "man" && lemma != "woman" {
			if e := r.together(i, r.lastOf(i, mod.count(), o, mod.two)); e >= 0 {
				return e
			}
		}
	}
	if mod.definite {
		if e := r.sameNoun(i, lemma); e >= 0 && !(mod.two && len(r.ents[e].Members) > mod.count()) {
			return e
		}
	}
	return r.fresh(i, mod)
}

// outOfState tells a noun for those who stand beside a state or against it, and so outside it.
func outOfState(lemma string) bool {
	switch lemma {
	case "ally", "enemy", "foe", "adversary", "rival", "critic", "opponent", "detractor", "neighbor", "neighbour":
		return true
	}
	return false
}

// ofEachSide resolves those whom several persons of different sides have each: "Macron and
// Putin agreed that their negotiators would meet", or their foreign ministers.
func (r *resolver) ofEachSide(i int, lemma string, mod modifiers) int {
	m := &r.m[i]
	if mod.owner < 0 || len(mod.all) > 0 || r.sents[m.Sentence].Tokens[m.Head].Rel == text.Conj {
		return -1 // "the presidents and their teams met": the presidents are there themselves
	}
	e := r.m[mod.owner].Entity
	if e < 0 && r.m[mod.owner].Form == text.Pronoun {
		e = r.pronoun(mod.owner)
	}
	if e < 0 || len(r.ents[e].Members) < 2 || r.ents[r.ents[e].Members[0]].Class != text.Person {
		return -1
	}
	var states []int
	for _, x := range r.ents[e].Members {
		p := r.ents[x].Party
		if p.Side == "" || p.Country == "" {
			return -1
		}
		if s := r.state(p.Side, p.Country); !has(states, s) {
			states = append(states, s)
		}
	}
	if len(states) < 2 {
		return -1
	}
	switch lemma {
	case "team", "delegation", "negotiator", "official", "envoy", "representative", "diplomat", "expert", "aide", "adviser", "advisor", "deputy", "underling", "subordinate", "staff":
		return r.together(i, states)
	case "minister":
		if o := r.officeIn(r.words(m)); o == foreignMinister {
			return r.together(i, r.holders(states, o, o.words(), mod.when))
		}
	}
	return -1
}

// ofName tells a description of those whom a name has that is none of a state or person.
func ofName(ts []text.Token, m *text.Mention) bool {
	for j := m.First; j < m.Last; j++ {
		if t := &ts[j]; t.Head == m.Head && t.Rel == text.NmodPoss && t.UPOS == text.PROPN {
			return true
		}
	}
	return false
}

// ofRegion tells a description of those of a part of the world, which may not be that of the
// persons told of last: "the two Middle Eastern leaders".
func ofRegion(ts []text.Token, m *text.Mention) bool {
	for k := m.First + 1; k < m.Head; k++ {
		if t := &ts[k]; t.UPOS == text.ADJ && strings.HasSuffix(t.Form, "ern") && t.Form[0] >= 'A' && t.Form[0] <= 'Z' {
			return true
		}
		switch ts[k].Form {
		case "European", "Asian", "African", "Arab", "Latin", "Nordic", "Baltic", "Balkan", "Gulf":
			return true
		}
	}
	return false
}

// others tells those of a kind who are not the ones told of so far: "the other leaders".
func (r *resolver) others(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	for k := m.First; k < m.Head; k++ {
		if toks[k].Head == m.Head && strings.EqualFold(toks[k].Form, "other") {
			return true
		}
	}
	return false
}

// foremost tells leaders of whatever time: "the first call between leaders of the U.S. and
// Taiwan". Who "Iranian and U.S. leaders" are, without an article, nothing tells at all.
func (r *resolver) foremost(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	for k := max(0, m.First-8); k < m.First; k++ {
		if f := strings.ToLower(toks[k].Form); f == "first" || f == "last" {
			return true
		}
	}
	return false
}

// atOdds tells sides named by a conflict of theirs: "the warring parties", "the sides to
// the conflict". Mediators tell of them, and so the last two told of need not be they.
func (r *resolver) atOdds(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	for k := m.First; k < m.Head; k++ {
		switch toks[k].Lemma {
		case "warring", "opposing", "conflicting", "rival", "war", "oppose", "conflict":
			return true
		}
	}
	for k := m.Head + 1; int(k) < len(toks) && k <= m.Head+4; k++ {
		switch toks[k].Lemma {
		case "conflict", "war", "dispute", "fighting":
			return toks[m.Head+1].Lemma == "to" || toks[m.Head+1].Lemma == "in"
		}
	}
	return false
}

// atHome tells the parties of one country's politics: "leaders of both parties".
func (r *resolver) atHome(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	h := toks[m.Head].Head
	if h == text.None || h > m.First || toks[m.Head].Rel != text.Nmod {
		return false
	}
	switch toks[h].Lemma {
	case "leader", "member", "lawmaker", "senator", "congressman", "politician", "Democrat", "Republican", "governor", "voter":
		return true
	}
	return false
}

// ofHolders tells whether a description says beside whose offices those meant serve.
func ofHolders(toks []text.Token, m *text.Mention) bool {
	for k := m.Head + 1; k < m.Last; k++ {
		switch strings.ToLower(toks[k].Lemma) {
		case "president", "minister", "premier", "chancellor", "king", "leader":
			return true
		}
	}
	return false
}

// ofParties tells the leaders of political parties: "leaders of two Israeli parties".
func (r *resolver) ofParties(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	for k := m.Head + 1; k < m.Last; k++ {
		if toks[k].XPOS == text.NNS && toks[k].Lemma == "party" && prep(toks, k) == "of" {
			return true
		}
	}
	return false
}

// ofMatter tells whether a noun narrows what the mention's own noun says.
func (r *resolver) ofMatter(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	for k := m.First; k < m.Head; k++ {
		if toks[k].Rel == text.Compound && toks[k].UPOS == text.NOUN && toks[k].Head == m.Head {
			return true
		}
	}
	return false
}

// namedBehind returns the persons and states that stand in apposition to a plural
// description: "the two leaders, Emmanuel Macron and Angela Merkel".
func (r *resolver) namedBehind(i int) (out []int) {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	for k := i + 1; k < len(r.m) && r.m[k].Sentence == m.Sentence; k++ {
		x := &r.m[k]
		if x.Form != text.Name || x.Entity < 0 || x.Class != text.Person && x.Class != text.State {
			continue
		}
		h := x.Head
		behind := func() bool { // persons behind an inner noun too: "the leaders of two powers, X and Y"
			up := toks[h].Head
			return toks[h].Rel == text.Appos && (up == m.Head || x.Class == text.Person && m.First <= up && up < m.Last)
		}
		for steps := 0; !behind() && (toks[h].Rel == text.Conj || toks[h].Rel == text.Appos) && toks[h].Head >= 0 && steps < 12; steps++ {
			h = toks[h].Head
		}
		if x.First >= m.Last && behind() && !has(out, x.Entity) {
			out = append(out, x.Entity)
		}
	}
	if len(out) < 2 {
		return r.behindDash(i)
	}
	return out
}

// behindDash returns the persons listed behind a dash or colon right behind a plural description:
// "the leaders of the CIS countries – Vladimir Voronin and Nursultan Nazarbayev".
func (r *resolver) behindDash(i int) (out []int) {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	at := m.Last
	if m.Class != text.People || int(at) >= len(toks) || toks[at].Form != "–" && toks[at].Form != "—" && toks[at].Form != "-" && toks[at].Form != ":" {
		return nil
	}
	for k := i + 1; k < r.start[m.Sentence+1]; k++ {
		x := &r.m[k]
		if !named(x, text.Person) || x.First <= at {
			continue
		}
		for at++; int(at) < len(toks) && (toks[at].Form == "," || toks[at].Form == "and"); at++ {
		}
		if from := r.titleOf(x); from != at {
			break
		}
		out = append(out, x.Entity)
		at = x.Last - 1
	}
	return out
}

// oneOfEach returns the persons in a row right behind the states of a plural description, one
// of each, however the tree hangs them: "the foreign ministers of Ukraine and Russia, Dmytro
// Kuleba and Sergey Lavrov". They are meant, whoever holds the offices when the text is written.
func (r *resolver) oneOfEach(m *text.Mention, states []int) (out []int) {
	if m.Class != text.People || len(states) < 2 {
		return nil
	}
	toks := r.sents[m.Sentence].Tokens
	next := text.Index(-1) // where the next of the row begins
	for k := r.start[m.Sentence]; k < r.start[m.Sentence+1] && len(out) < len(states); k++ {
		x := &r.m[k]
		if x.First < m.Head || x.Form != text.Name || x.Entity < 0 || int(x.Last) >= len(toks) {
			continue
		}
		switch {
		case x.Class == text.State && x.Entity == states[len(states)-1] && toks[x.Last].Form == ",":
			next = x.Last + 1
		case x.First != next:
		case x.Class != text.Person || !r.ofAny(x.Entity, states):
			return nil
		default:
			out = append(out, x.Entity)
			if next = x.Last; toks[next].Form == "," {
				next++
			}
			if int(next) < len(toks) && toks[next].Form == "and" {
				next++
			}
		}
	}
	if len(out) < len(states) {
		return nil
	}
	return out
}

// ofAny tells whether a person acts for one of the states.
func (r *resolver) ofAny(person int, states []int) bool {
	of := r.ents[person].Party.Country
	return of != "" && slices.ContainsFunc(states, func(e int) bool { return r.ents[e].Party.Country == of })
}

// ownerStates returns the states that the possessor of a description stands for.
func (r *resolver) ownerStates(mod modifiers) []int {
	if mod.owner < 0 {
		return nil
	}
	e := r.m[mod.owner].Entity
	if e < 0 {
		e = r.pronoun(mod.owner)
	}
	if e < 0 || len(r.ents[e].Members) < 2 || r.ents[r.ents[e].Members[0]].Class != text.State {
		return nil
	}
	return r.ents[e].Members
}

// counterparts resolves "their Russian counterparts" to those of that side who hold the
// offices of those meant by "their", and "her French and British counterparts" to those of
// these sides who hold her office.
func (r *resolver) counterparts(i int, mod modifiers) int {
	own := r.ownerOf(i, mod)
	if own < 0 {
		return -1
	}
	if len(mod.all) > 1 && r.ents[own].Class != text.Person && len(r.ents[own].Members) == 0 {
		return r.together(i, mod.all) // "Iranian officials met counterparts from France and Germany": officials too
	}
	if len(mod.all) > 1 {
		if len(r.ents[own].Members) > 0 {
			own = r.ents[own].Members[0]
		}
		o, words := r.officeOf(own, mod.when)
		return r.together(i, r.holders(mod.all, o, words, mod.when))
	}
	var out []int
	for _, e := range r.ents[own].Members {
		o, words := r.officeOf(e, mod.when)
		found := r.holders(mod.all, o, words, mod.when)
		if found[0] == mod.all[0] || has(out, found[0]) {
			return -1
		}
		out = append(out, found[0])
	}
	return r.together(i, out)
}

// holders returns the persons who held the office in each state in those days, where
// known, else the states; words ask the gazetteer. Who were "leaders", only a text whose
// day is known tells.
func (r *resolver) holders(states []int, o office, words string, when period) []int {
	out := make([]int, 0, len(states))
	for _, s := range states {
		if r.ents[s].Class != text.State {
			out = append(out, s) // who leads a body or a group, the words leave open
			continue
		}
		e := r.holderIn(r.ents[s].Party.Side, o, words, when)
		if e < 0 {
			e = s
		}
		out = append(out, e)
	}
	return out
}

// holderIn returns who held the office for a side in those days: whom the gazetteer knows
// where the text tells of him, else whom the text gives the office, else whom the gazetteer
// knows; -1 for nobody.
func (r *resolver) holderIn(side string, o office, words string, when period) int {
	var known person
	ok := false
	if words != "" && (o != leader || r.facts.dated || when.past) {
		known, ok = r.facts.holder(words, side, true, when)
	}
	if e, told := r.keys["#"+known.entry]; ok && told {
		return e
	}
	if e := r.ofSide(side, o, when); e >= 0 {
		return e
	}
	if ok {
		return r.known(known)
	}
	return -1
}

// ofSide returns the first person of the document who acts for the side in such
// an office and may have held it in those days, or -1.
func (r *resolver) ofSide(side string, o office, when period) int {
	for e := range r.ents[:min(len(r.ents), entitiesSeen)] {
		p := &r.ents[e]
		if p.Class == text.Person && p.Party.Side == side && o.alike(r.officeIn(p.Party.Role)) && !ofCompany(p.Party.Role) && r.facts.heldThen(p, o, when) {
			return e
		}
	}
	return -1
}

// ofCompany tells the president of a company from that of a state.
func ofCompany(role string) bool {
	low := strings.ToLower(role)
	return strings.Contains(low, "ceo") || strings.Contains(low, "chief executive") || strings.Contains(low, "institute") || strings.Contains(low, "company")
}

// together makes the entity of several taken as one; none where there are none.
func (r *resolver) together(i int, members []int) int {
	if len(members) < 2 {
		return -1
	}
	key := "together"
	for _, e := range sorted(members) {
		key += " " + itoa(e)
	}
	if e, ok := r.keys[key]; ok {
		return e
	}
	e := r.add(text.Entity{Class: text.People, Name: r.names(members), Members: members, Rule: "together",
		Party: readout.Party{Kind: readout.Group, Name: r.names(members)}})
	r.keys[key] = e
	return e
}

func (r *resolver) names(members []int) string {
	var b strings.Builder
	for k, e := range members {
		switch {
		case k == 0:
		case k == len(members)-1:
			b.WriteString(" and ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(r.ents[e].Name)
	}
	return b.String()
}

func sorted(xs []int) []int {
	out := append([]int(nil), xs...)
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j] < out[j-1]; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

// lastPersons returns the n persons meant by "the two leaders" at mention i: of
// those told shortly before, such as act for a side, the ones most often told in
// one sentence. An office narrows the choice.
func (r *resolver) lastPersons(i, n int, o office) []int { return r.lastOf(i, n, o, true) }

// lastOf is lastPersons; where the number is not told ("the ministers") only those
// who may hold the office are meant.
func (r *resolver) lastOf(i, n int, o office, counted bool) []int {
	if pair := r.stillTold(i, n); pair != nil {
		return pair
	}
	if counted && n == 2 {
		if pair := r.actedJointly(i, o); pair != nil {
			return pair
		}
	}
	if n == 2 && o == noOffice {
		if pair := r.hereTwo(i); pair != nil {
			return pair
		}
	}
	if !counted {
		if told, _ := r.contactBefore(i); len(told) > n {
			return told
		}
	}
	when := r.periodOf(i)
	var all []int
	for k := i - 1; k >= 0 && len(all) < 8 && (len(all) < n || r.m[i].Sentence-r.m[k].Sentence <= 8); k-- {
		e := r.m[k].Entity
		if e >= 0 && counted && r.officeIn(r.ents[e].Party.Role) == spokesman {
			continue // "Spicer knew that the two men had talked": he tells of others
		}
		if e >= 0 && r.ents[e].Class == text.Person && r.ents[e].Rule != "description" && !within(&r.m[k], &r.m[i]) && !has(all, e) && r.ledThen(e, when) && !r.onlyWar(k) {
			all = append(all, e)
		}
	}
	if o == noOffice || o == otherOffice {
		o = leader
	}
	for _, fit := range []func(p *text.Entity) bool{
		func(p *text.Entity) bool {
			return p.Party.Side != "" && (o.alike(r.officeIn(strings.TrimSuffix(p.Party.Role, "-elect"))) || o == leader && p.Party.Role == "vice president")
		},
		func(p *text.Entity) bool {
			return p.Party.Side != "" && (counted && o == leader || mayHold(p.Party.Role, o))
		},
		func(p *text.Entity) bool { return counted && o == leader },
	} {
		var some []int
		for _, e := range all {
			if fit(&r.ents[e]) && !r.besideLeader(i, e, all) {
				some = append(some, e)
			}
		}
		if out := r.often(i, n, some); out != nil {
			if !counted && r.someOfRow(i, out) {
				return nil
			}
			return out
		}
	}
	return nil
}

// onlyWar tells who is named only as the one whose war or regime it is that others talk about:
// "prices have risen because of Putin's war".
func (r *resolver) onlyWar(k int) bool {
	c := &r.m[k]
	toks := r.sents[c.Sentence].Tokens
	h := toks[c.Head].Head
	if toks[c.Head].Rel != text.NmodPoss || h < 0 {
		return false
	}
	switch toks[h].Lemma {
	case "war", "invasion", "aggression", "regime", "force", "army", "troops", "attack", "assault", "threat", "crackdown", "behavior", "behaviour", "government", "rule":
		return true
	}
	return false
}

// besideLeader tells whether a person is only told behind another of his side, whom he came
// with: "King Abdullah and Queen Rania". The other is the leader.
func (r *resolver) besideLeader(i, e int, all []int) bool {
	behind := false
	for k := i - 1; k >= 0 && r.m[i].Sentence-r.m[k].Sentence <= contactReach; k-- {
		c := &r.m[k]
		if c.Entity != e || c.Form != text.Name {
			continue
		}
		toks := r.sents[c.Sentence].Tokens
		h := titleOf(toks, c.Head)
		if toks[h].Rel != text.Conj {
			return false
		}
		first := r.personAt(c.Sentence, toks[h].Head)
		if first < 0 || first == e || !has(all, first) || r.ents[first].Party.Side == "" || r.ents[first].Party.Side != r.ents[e].Party.Side {
			return false
		}
		behind = true
	}
	return behind
}

// personAt returns the person whose title or name token h of sentence s heads, or -1.
func (r *resolver) personAt(s int, h text.Index) int {
	toks := r.sents[s].Tokens
	for k := r.start[s]; k < r.start[s+1]; k++ {
		if c := &r.m[k]; c.Entity >= 0 && r.ents[c.Entity].Class == text.Person && titleOf(toks, c.Head) == h {
			return c.Entity
		}
	}
	return -1
}

// ledThen tells whether a person may be one of "the leaders" of those days: not who led his
// state only at another time.
func (r *resolver) ledThen(e int, when period) bool {
	return r.facts.heldThen(&r.ents[e], leader, when)
}

// mayHold tells whether a role is untold or is the office at another time.
func mayHold(role string, o office) bool {
	return role == "" || o.alike(officeIn(strings.TrimPrefix(strings.TrimPrefix(role, "former "), "future ")))
}

// stillTold returns the n persons, told of as one, who were the subject of the sentence
// before: "The two leaders walked with Xi. The two said little."
func (r *resolver) stillTold(i, n int) []int {
	for k := i - 1; k >= 0 && r.m[i].Sentence-r.m[k].Sentence <= 1; k-- {
		x := &r.m[k]
		if x.Entity < 0 || x.Sentence == r.m[i].Sentence || len(r.ents[x.Entity].Members) != n {
			continue
		}
		switch r.sents[x.Sentence].Tokens[x.Head].Rel {
		case text.Nsubj, text.NsubjPass:
			if r.ents[r.ents[x.Entity].Members[0]].Class == text.Person {
				return r.ents[x.Entity].Members
			}
		}
	}
	return nil
}

// actedJointly returns the two persons of different sides who are the joint subject of the sentence
// before "the two leaders", mention i, whomever else it names: "Blair and Koirala discussed the
// visit of the Indian president. The two leaders also discussed trade."
func (r *resolver) actedJointly(i int, o office) []int {
	s := r.m[i].Sentence - 1
	if s < 0 {
		return nil
	}
	for k := r.start[s] + 1; k < r.start[s+1]; k++ {
		pair := r.pairEnding(k, text.Person)
		if pair == nil {
			continue
		}
		if r.clash(pair[:1], pair[1]) || o != noOffice && o != leader && slices.ContainsFunc(pair, func(e int) bool { return !mayHold(r.ents[e].Party.Role, o) }) {
			return nil
		}
		return pair
	}
	return nil
}

// pairEnding returns the two of a class of whom mention k names the second, where they are the
// subject of what follows: "Blair and Koirala agreed"; nil for none. The words tell it where the
// tree hangs the names on what stands before them.
func (r *resolver) pairEnding(k int, class text.Class) []int {
	b := &r.m[k]
	if k == r.start[b.Sentence] || !named(b, class) || !named(&r.m[k-1], class) || r.m[k-1].Entity == b.Entity {
		return nil
	}
	a, toks := &r.m[k-1], r.sents[b.Sentence].Tokens
	at, from := r.titleOf(b), r.titleOf(a)
	if a.Last != at-1 || toks[a.Last].Form != "and" || int(b.Last) >= len(toks) || !opensClause(toks, b.Last) {
		return nil
	}
	for from > 0 && toks[from-1].UPOS == text.DET {
		from--
	}
	if from > 0 && (toks[from-1].UPOS == text.ADP || toks[from-1].XPOS == text.POS) || r.rowBefore(k-1, from) {
		return nil
	}
	return []int{a.Entity, b.Entity}
}

// named tells the name of one of a class who or which is known.
func named(m *text.Mention, class text.Class) bool {
	return m.Form == text.Name && m.Class == class && m.Entity >= 0
}

// rowBefore tells whether another name stands right before that of mention k, which begins with its
// title at token from, so that both are of one list: "Kohl, Blair and Chirac".
func (r *resolver) rowBefore(k int, from text.Index) bool {
	m := &r.m[k]
	return k > r.start[m.Sentence] && from > 0 && r.sents[m.Sentence].Tokens[from-1].Form == "," && named(&r.m[k-1], m.Class) && r.m[k-1].Last == from-1
}

// often returns the n of the entities, the last told first in the list, that were
// told together most often before mention i; for more than two the last n.
func (r *resolver) often(i, n int, some []int) []int {
	if len(some) < n {
		return nil
	}
	if n > 2 {
		out := append([]int(nil), some[:n]...)
		reverse(out)
		return out
	}
	var out []int
	beside := slices.ContainsFunc(some, func(e int) bool { return r.namedBeside(i, e) })
	best := -1 << 30
	for a := range some {
		for b := a + 1; b < len(some); b++ {
			if s := r.ents[some[a]].Party.Side; s != "" && s == r.ents[some[b]].Party.Side {
				continue
			}
			near := bit(r.toldBeside(i, some[a])) + bit(r.toldBeside(i, some[b]))
			if beside && (near == 0 || near == 1 && r.shared(i, some[a], some[b]) == 0) || r.metApart(some[a], some[b], r.m[i].Sentence) {
				continue
			}
			if score := 3*r.shared(i, some[a], some[b]) + 6*near - 2*b - a; score > best {
				best, out = score, []int{some[b], some[a]}
			}
		}
	}
	return out
}

// metApart tells whether the sentence before sentence s tells that somebody met two persons,
// each by himself: "Kim met with Xi, and also met with Moon". They are not "the two".
func (r *resolver) metApart(a, b, s int) bool {
	if s--; s < 0 {
		return false
	}
	toks := r.sents[s].Tokens
	met := func(e int) text.Index {
		for k := r.start[s]; k < r.start[s+1]; k++ {
			if r.m[k].Entity != e {
				continue
			}
			if v := inContact(toks, titleOf(toks, r.m[k].Head)); v >= 0 {
				return v
			}
		}
		return text.None
	}
	v, w := met(a), met(b)
	return v >= 0 && w >= 0 && v != w && toks[v].UPOS == text.VERB && toks[w].UPOS == text.VERB
}

func reverse(xs []int) {
	for a, b := 0, len(xs)-1; a < b; a, b = a+1, b-1 {
		xs[a], xs[b] = xs[b], xs[a]
	}
}

// lately is within how many sentences what was told together weighs double.
const lately = 5

// justBefore is within how many sentences two told one after the other count as told
// together.
const justBefore = 2

// shared weighs the sentences before mention i that tell of both entities: those told
// lately count double, those long before at most twice; so do the last few sentences
// where they tell of one after the other.
func (r *resolver) shared(i, a, b int) int {
	n, old, sentence := 0, 0, -1
	if r.toldWithin(i, a, justBefore) && r.toldWithin(i, b, justBefore) {
		n = 2
	}
	var seenA, seenB bool
	for k := i - 1; k >= 0 && k > i-300; k-- {
		if r.m[k].Sentence != sentence {
			sentence, seenA, seenB = r.m[k].Sentence, false, false
		}
		e := r.m[k].Entity
		if e < 0 || seenA && seenB {
			continue
		}
		seenA = seenA || e == a || r.stands(e, a)
		seenB = seenB || e == b || r.stands(e, b)
		if !seenA || !seenB {
			continue
		}
		if r.m[i].Sentence-sentence <= lately {
			n += 2
		} else if old < 2 {
			n, old = n+1, old+1
		}
	}
	return n
}

// toldBeside tells whether an entity stands before mention i in its sentence.
func (r *resolver) toldBeside(i, e int) bool {
	for k := i - 1; k >= 0 && r.m[k].Sentence == r.m[i].Sentence; k-- {
		if r.m[k].Entity == e && !within(&r.m[k], &r.m[i]) {
			return true
		}
	}
	return false
}

// namedBeside tells whether the sentence names a person before mention i: a pair in which he is
// not is none ("tension with Kim eased, and the two leaders met").
func (r *resolver) namedBeside(i, e int) bool {
	for k := i - 1; k >= 0 && r.m[k].Sentence == r.m[i].Sentence; k-- {
		if c := &r.m[k]; c.Entity == e && c.Class == text.Person && c.Form == text.Name && !within(c, &r.m[i]) {
			return true
		}
	}
	return false
}

// toldWithin tells whether an entity stands in the n sentences before that of mention i.
func (r *resolver) toldWithin(i, e, n int) bool {
	for k := i - 1; k >= 0 && r.m[i].Sentence-r.m[k].Sentence <= n; k-- {
		if r.m[k].Entity == e && r.m[k].Sentence != r.m[i].Sentence {
			return true
		}
	}
	return false
}

// stands tells whether a person stands for the state, or one of several is meant.
func (r *resolver) stands(e, state int) bool {
	x := &r.ents[e]
	return r.ents[state].Class == text.State && x.Class == text.Person && x.Party.Side == r.ents[state].Name || has(x.Members, state)
}

func has(xs []int, x int) bool {
	for _, y := range xs {
		if x == y {
			return true
		}
	}
	return false
}

// clash tells whether one of the persons acts for the same side as e.
func (r *resolver) clash(out []int, e int) bool {
	for _, x := range out {
		if s := r.ents[x].Party.Side; s != "" && s == r.ents[e].Party.Side {
			return true
		}
	}
	return false
}

// count is how many a plural description means.
func (mod *modifiers) count() int {
	if mod.three {
		return 3
	}
	return 2
}

// onlyStates returns the sides given where all are states: "the two countries" are no state
// and a party of another.
func (r *resolver) onlyStates(sides []int) []int {
	for _, e := range sides {
		if r.ents[e].Party.Country == "" {
			return nil
		}
	}
	return sides
}

// lastSides returns the n states meant by "both sides" at mention i: of those whose
// names, nationals or leaders were told shortly before, the ones most often told in
// one sentence.
func (r *resolver) lastSides(i, n int) []int {
	if n == 2 && r.betweenThem(&r.m[i]) {
		if pair := r.setAgainstIn(r.m[i].Sentence, i); pair != nil {
			return pair
		}
	}
	if pair := r.sidesJoined(i); n == 2 && pair != nil {
		return pair
	}
	if n == 2 && r.betweenThem(&r.m[i]) {
		if pair := r.setAgainst(i); pair != nil {
			return pair
		}
	}
	if told, _ := r.contactBefore(i); len(told) == n && n == 2 {
		if r.takenUp(i, told) {
			return told
		}
		if a, b := r.sideOf(told[0]), r.sideOf(told[1]); a >= 0 && b >= 0 && a != b {
			return []int{a, b}
		}
	}
	var all []int
	for k := i - 1; k >= 0 && len(all) < 6 && r.m[i].Sentence-r.m[k].Sentence <= recentSides; k-- {
		e := r.m[k].Entity
		if e < 0 || within(&r.m[k], &r.m[i]) || n == 2 && (r.onlyTopic(&r.m[k]) || r.minority(&r.m[k])) || r.placeLine(r.m[k].Sentence) {
			continue
		}
		p := &r.ents[e]
		if len(p.Members) == n && len(all) == 0 {
			return p.Members
		}
		if two := r.peoplesAt(k); n == 2 && two != nil && len(all) == 0 {
			if a := r.whoMet(k); a >= 0 && !has(two, a) {
				return append([]int{a}, two...)
			}
		}
		if !r.groupHere(k, i) {
			e = r.sideOf(e)
		}
		if e >= 0 && !has(all, e) {
			all = append(all, e)
		}
	}
	out := r.often(i, n, all)
	if len(out) == 2 && r.shared(i, out[0], out[1]) == 0 {
		return nil // nothing sets them against each other
	}
	return out
}

// minority tells the name of a people whom the document tells to live in another's land: after "the
// Hungarian minority in Romania", "the Hungarians" act for no state.
func (r *resolver) minority(c *text.Mention) bool {
	if c.Class != text.Nationality || ofNoun(r.sents[c.Sentence].Tokens, c) != text.None {
		return false
	}
	return slices.ContainsFunc(r.m, func(x text.Mention) bool {
		if x.Entity != c.Entity || x.Class != text.Nationality {
			return false
		}
		toks := r.sents[x.Sentence].Tokens
		if x.First > 0 && strings.EqualFold(toks[x.First-1].Form, "ethnic") {
			return true
		}
		n := ofNoun(toks, &x)
		return n != text.None && (toks[n].Lemma == "minority" || toks[n].Lemma == "diaspora")
	})
}

// ofNoun returns the noun that a nationality stands before, or text.None.
func ofNoun(toks []text.Token, c *text.Mention) text.Index {
	h := toks[c.Head].Head
	if rel := toks[c.Head].Rel; h < c.Last || rel != text.Amod && rel != text.Compound {
		return text.None
	}
	return h
}

// placeLine tells a line above the text that says where it plays and holds nothing else: "Peru".
func (r *resolver) placeLine(s int) bool {
	if s > 1 || r.start[s] == r.start[s+1] {
		return false
	}
	last := &r.m[r.start[s+1]-1]
	return r.m[r.start[s]].First == 0 && int(last.Last) == len(r.sents[s].Tokens) && !slices.ContainsFunc(r.sents[s].Tokens, func(t text.Token) bool { return t.UPOS == text.VERB || t.UPOS == text.AUX || t.UPOS == text.CCONJ })
}

// sidesJoined returns the two states whose people, told of before mention i in its sentence, it takes
// up: "Peruvian and Chilean officials met on the Andes, including Bolivia, envoys from both sides said".
// Else those that were the subject of the sentence before, or between which something was there:
// "Germany and France backed Greece"; nil for none.
func (r *resolver) sidesJoined(i int) []int {
	if pair := r.peoplesJoined(i); pair != nil {
		return pair
	}
	s := r.m[i].Sentence - 1
	if s < 0 {
		return nil
	}
	toks := r.sents[s].Tokens
	for k := r.start[s]; k < r.start[s+1]; k++ {
		c := &r.m[k]
		if c.Class != text.State || c.Entity < 0 || toks[c.Head].Rel != text.Nsubj && prep(toks, c.Head) != "between" {
			continue
		}
		out := []int{c.Entity}
		for j := k + 1; j < r.start[s+1]; j++ {
			if x := &r.m[j]; x.Class == text.State && x.Entity >= 0 && toks[x.Head].Rel == text.Conj && toks[x.Head].Head == c.Head && !has(out, x.Entity) {
				out = append(out, x.Entity)
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	return nil
}

// peoplesJoined returns the two states of which the only two adjectives of nationality joined by "and"
// before mention i in its sentence are, where they tell of people who do something: "American and French
// generals began". With whom somebody deals are one side to him: "Iran met German and French envoys, and
// both sides".
func (r *resolver) peoplesJoined(i int) (out []int) {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	for k := r.start[m.Sentence] + 1; k < i; k++ {
		two := r.peoplesAt(k)
		if two == nil || within(&r.m[k], m) {
			continue
		}
		people := r.peopleAround(k - 1)
		if people == nil || out != nil || asksOf(toks, people.Head) {
			return nil
		}
		out = two
		if from := people.First; from > 0 && (toks[from-1].UPOS == text.ADP || toks[from-1].UPOS == text.VERB) {
			return nil
		}
	}
	return out
}

// peoplesAt returns the two states of which mention k, and the one before it, are adjectives of
// nationality joined by "and" before people; nil for none.
func (r *resolver) peoplesAt(k int) []int {
	if k == 0 {
		return nil
	}
	a, b := &r.m[k-1], &r.m[k]
	toks := r.sents[b.Sentence].Tokens
	if a.Sentence != b.Sentence || a.Class != text.Nationality || b.Class != text.Nationality || a.Entity < 0 || b.Entity < 0 || a.Entity == b.Entity ||
		b.First != a.Last+1 || toks[a.Last].Form != "and" || a.First > 0 && toks[a.First-1].Form == "," {
		return nil
	}
	return []int{a.Entity, b.Entity}
}

// whoMet returns who deals with the people before whose noun mention k stands, as his state where he
// is none himself: "Iran held talks with German and French envoys"; -1 for nobody. All of them are
// "both sides".
func (r *resolver) whoMet(k int) int {
	people := r.peopleAround(k)
	if people == nil {
		return -1
	}
	toks := r.sents[people.Sentence].Tokens
	v := inContact(toks, people.Head)
	for steps := 0; v >= 0 && toks[v].UPOS == text.NOUN && steps < 3; steps++ {
		v = toks[v].Head
	}
	if v < 0 {
		return -1
	}
	a := r.subjectOf(people.Sentence, v)
	if a < 0 || r.m[a].Entity < 0 {
		return -1
	}
	return r.sideOf(r.m[a].Entity)
}

// peopleAround returns the description of several persons within which mention k stands before the
// noun, or nil.
func (r *resolver) peopleAround(k int) *text.Mention {
	c := &r.m[k]
	for j := r.start[c.Sentence]; j < k; j++ {
		if x := &r.m[j]; x.Class == text.People && x.Form == text.Nominal && x.First <= c.First && c.Last <= x.Head {
			return x
		}
	}
	return nil
}

// asksOf tells whether the people headed by token h want something of others: "German and French
// envoys urged Iran and Israel to meet".
func asksOf(toks []text.Token, h text.Index) bool {
	for k := h + 1; int(k) < len(toks) && k < h+6; k++ {
		switch toks[k].Lemma {
		case "urge", "ask", "press", "push", "encourage", "call", "want", "hope", "mediate", "broker", "help", "warn", "accuse":
			return true
		}
	}
	return false
}

// groupHere tells a group that does something in the sentence of "the sides", mention i: "Hamas
// had hoped, but Israel pushed for what the sides could discuss".
func (r *resolver) groupHere(k, i int) bool {
	c := &r.m[k]
	return c.Class == text.Group && c.Form == text.Name && c.Entry != "" && c.Sentence == r.m[i].Sentence && r.m[i].Class == text.People && r.standing(c) == asSubject
}

// betweenThem tells sides between which something is: "peace talks between both sides".
func (r *resolver) betweenThem(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	return prep(toks, m.Head) == "between" && toks[m.Head].Rel == text.Nmod
}

// setAgainst returns the two sides of which one of the sentences just before mention i tells
// that something is between them: "an accord between the Israelis and the Palestinians",
// "efforts between Israeli and Palestinian leaders". Whoever mediates or comments is none.
func (r *resolver) setAgainst(i int) []int {
	for s := r.m[i].Sentence - 1; s >= 0 && r.m[i].Sentence-s <= contactReach; s-- {
		if out := r.setAgainstIn(s, r.start[s+1]); out != nil {
			return out
		}
	}
	return nil
}

// setAgainstIn is setAgainst of one sentence before mention end: "the talks between Lima and Quito
// are part of the negotiations between the countries".
func (r *resolver) setAgainstIn(s, end int) []int {
	toks := r.sents[s].Tokens
	for k := r.start[s]; k < end; k++ {
		c := &r.m[k]
		if c.Entity < 0 || prep(toks, c.Head) != "between" {
			continue
		}
		sides := r.ents[c.Entity].Members
		if len(sides) == 0 {
			sides = r.rowFrom(k)
		}
		var out []int
		for _, e := range sides {
			if e = r.sideOf(e); e >= 0 && !has(out, e) {
				out = append(out, e)
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	return nil
}

// rowFrom returns the entities of mention k and of those joined to it by "and".
func (r *resolver) rowFrom(k int) []int {
	c := &r.m[k]
	toks := r.sents[c.Sentence].Tokens
	out := []int{c.Entity}
	for j := k + 1; j < r.start[c.Sentence+1]; j++ {
		if x := &r.m[j]; x.Entity >= 0 && toks[x.Head].Rel == text.Conj && toks[x.Head].Head == c.Head {
			out = append(out, x.Entity)
		}
	}
	return out
}

// recentSides is within how many sentences both of "the two sides" are told of.
const recentSides = 3

// sideOf returns the state that an entity is or acts for, or -1.
func (r *resolver) sideOf(e int) int {
	p := &r.ents[e]
	switch p.Class {
	case text.State:
		return e
	case text.Person, text.People:
		if p.Party.Side != "" {
			return r.state(p.Party.Side, p.Party.Country)
		}
	case text.Body:
		if p.Party.Country != "" && p.Party.Role != "outlet" {
			return r.state(p.Party.Side, p.Party.Country)
		}
	}
	return -1
}

// sameNoun returns the entity of the last description by the same noun, or -1.
func (r *resolver) sameNoun(i int, lemma string) int {
	for k := i - 1; k >= 0 && r.m[i].Sentence-r.m[k].Sentence <= 8; k-- {
		c := &r.m[k]
		if c.Form == text.Nominal && c.Class == r.m[i].Class && c.Entity >= 0 &&
			strings.EqualFold(r.sents[c.Sentence].Tokens[c.Head].Lemma, lemma) {
			return c.Entity
		}
	}
	return -1
}

// sameNounSide is sameNoun for descriptions of one side.
func (r *resolver) sameNounSide(i int, lemma string, mod modifiers) int {
	if e := r.sameNoun(i, lemma); e >= 0 && r.ents[e].Party.Side == mod.side && mod.definite {
		return e
	}
	return -1
}

// stateDescribed resolves "both countries", "the country".
func (r *resolver) stateDescribed(i int, mod modifiers) int {
	m := &r.m[i]
	t := &r.sents[m.Sentence].Tokens[m.Head]
	if outOfState(strings.ToLower(t.Lemma)) {
		mod.side, mod.iso, mod.all = "", "", nil // "Peru's neighbours"
		return r.fresh(i, mod)
	}
	if t.XPOS == text.NNS || t.XPOS == text.NNPS {
		if len(mod.all) >= 2 {
			return r.together(i, mod.all)
		}
		if mod.two || mod.definite && len(mod.all) == 0 && m.Last-m.First == 2 { // not "its 28 member countries"
			sides := r.onlyStates(r.lastSides(i, mod.count()))
			if r.ofOfficials(m) {
				sides = r.statesOf(sides)
			}
			if e := r.together(i, sides); e >= 0 {
				return e
			}
		}
		return r.fresh(i, mod)
	}
	if mod.owner >= 0 && mod.side != "" && strings.EqualFold(t.Lemma, "country") {
		return r.state(mod.side, mod.iso)
	}
	if mod.definite && mod.owner < 0 && m.Last-m.First == 2 {
		for k := i - 1; k >= 0 && m.Sentence-r.m[k].Sentence <= 2; k-- {
			if e := r.m[k].Entity; e >= 0 && r.ents[e].Class == text.State && !within(&r.m[k], m) {
				return e
			}
		}
	}
	return r.fresh(i, mod)
}

// ofOfficials tells states of whose officials a text speaks, and not of who leads them: "the
// senior officials from both nations".
func (r *resolver) ofOfficials(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	h := toks[m.Head].Head
	if m.First >= 2 && (toks[m.First-1].Form == "from" || toks[m.First-1].Form == "of") {
		h = m.First - 2 // whatever the tree hangs them on
	}
	if h < 0 || toks[m.Head].Rel != text.Nmod && toks[m.Head].Rel != text.NmodPoss {
		return false
	}
	switch strings.ToLower(toks[h].Lemma) {
	case "official", "team", "delegation", "expert", "negotiator", "diplomat", "envoy", "representative", "adviser", "specialist":
		return true
	}
	return false
}

// statesOf returns the states for which those given act.
func (r *resolver) statesOf(sides []int) []int {
	out := make([]int, 0, len(sides))
	for _, e := range sides {
		if s := r.sideOf(e); s >= 0 && !has(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// bodyDescribed resolves "the ministry", "the Israeli government".
func (r *resolver) bodyDescribed(i int, mod modifiers) int {
	m := &r.m[i]
	lemma := strings.ToLower(r.sents[m.Sentence].Tokens[m.Head].Lemma)
	if mod.definite && !mod.indefinite {
		for k := i - 1; k >= 0 && m.Sentence-r.m[k].Sentence <= 12; k-- {
			c := &r.m[k]
			if c.Entity < 0 || r.ents[c.Entity].Class != m.Class || within(c, m) {
				continue
			}
			e := &r.ents[c.Entity]
			if holdsWord(e.Name, lemma) && (mod.side == "" || mod.side == e.Party.Side) {
				return c.Entity
			}
		}
	}
	return r.fresh(i, mod)
}

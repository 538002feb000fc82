package coref

import (
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// walk resolves descriptions and pronouns in text order, each against what was
// told before it.
func (r *resolver) walk() {
	r.walkTo(len(r.m))
	for i := range r.m {
		if r.m[i].Form == text.Pronoun && r.m[i].Entity < 0 {
			r.put(i, r.first(i))
		}
	}
}

// walkTo resolves the descriptions and pronouns before mention end.
func (r *resolver) walkTo(end int) {
	for i := range end {
		switch r.m[i].Form {
		case text.Nominal:
			r.put(i, r.describe(i))
		case text.Pronoun:
			r.put(i, r.pronoun(i))
		}
	}
}

// starts notes where the mentions of each sentence begin.
func (r *resolver) starts() {
	r.start = make([]int, len(r.sents)+1)
	k := 0
	for s := range r.sents {
		r.start[s] = k
		for k < len(r.m) && r.m[k].Sentence == s {
			k++
		}
	}
	r.start[len(r.sents)] = k
}

// headed returns the widest mention headed by token h of sentence s, or -1.
func (r *resolver) headed(s int, h text.Index) int {
	best := -1
	for k := r.start[s]; k < r.start[s+1]; k++ {
		if r.m[k].Head == h && (best < 0 || r.m[k].Last-r.m[k].First > r.m[best].Last-r.m[best].First) {
			best = k
		}
	}
	return best
}

// entityAt returns the entity of the nominal headed by token h of sentence s, or -1.
func (r *resolver) entityAt(s int, h text.Index) int {
	if k := r.headed(s, h); k >= 0 {
		return r.m[k].Entity
	}
	return -1
}

// modifiers are what stands within a description.
type modifiers struct {
	side, iso  string // of the first state, nationality or body with a side
	owner      int    // mention of the possessor, or -1
	definite   bool   // the, this, that, a possessor
	indefinite bool   // a, an, one, some, several, another
	two        bool   // two, both, three
	three      bool
	part       bool  // the side is that of a place within it: "the premier of Ontario"
	all        []int // states and nationalities within, as entities
	when       period
}

func (r *resolver) modifiersOf(i int) modifiers {
	m := &r.m[i]
	mod := modifiers{owner: -1, when: r.periodOf(i)}
	toks := r.sents[m.Sentence].Tokens
	for k := m.First; k < m.Head; k++ {
		switch strings.ToLower(toks[k].Form) {
		case "the", "this", "that", "these", "those":
			mod.definite = mod.definite || toks[k].Head == m.Head
		case "a", "an", "one", "some", "several", "another", "many", "no", "few", "more", "any":
			mod.indefinite = mod.indefinite || toks[k].Head == m.Head
		case "other":
			mod.indefinite = mod.indefinite || toks[k].Head == m.Head && !mod.definite // "two other officials"
		case "two", "both", "three":
			mod.two = mod.two || toks[k].Head == m.Head
			mod.three = strings.EqualFold(toks[k].Form, "three")
			mod.definite = mod.definite || strings.EqualFold(toks[k].Form, "both")
		}
	}
	for k := i + 1; k < len(r.m) && r.m[k].Sentence == m.Sentence && r.m[k].First < m.Last; k++ {
		if r.m[k].Form == text.Nominal && r.m[k].Entity < 0 && r.m[k].Last <= m.Last {
			r.put(k, r.describe(k)) // what stands within is said first
		}
		r.modifier(&mod, k, m)
	}
	if m.Class == text.People {
		if all := r.statesBehind(m); len(all) > len(mod.all) {
			mod.all = all
		}
	}
	if k := r.possessorBefore(i); k >= 0 && mod.owner < 0 && mod.side == "" {
		e := r.m[k].Entity
		mod.owner, mod.definite = k, true
		mod.all = append(mod.all, e)
		mod.side, mod.iso = r.ents[e].Party.Side, r.ents[e].Party.Country
	}
	return mod
}

// statesBehind returns the states of a row right behind a plural description, however the
// tree hangs them: "the leaders of the United States, Britain, Germany and Italy".
func (r *resolver) statesBehind(m *text.Mention) (out []int) {
	toks := r.sents[m.Sentence].Tokens
	at := m.Head + 1
	if int(at) >= len(toks) || toks[at].Form != "of" && toks[at].Form != "from" {
		return nil
	}
	at++
	for k := r.start[m.Sentence]; k < r.start[m.Sentence+1] && int(at) < len(toks); k++ {
		if toks[at].Form == "the" {
			at++
		}
		x := &r.m[k]
		if x.First < at || x.Class != text.State && (x.Class != text.Body || x.Entry == "" || len(out) == 0) || x.Form != text.Name {
			continue
		}
		if x.First > at || x.Entity < 0 {
			return nil
		}
		out = append(out, x.Entity)
		last := int(x.First) >= 1 && (toks[x.First-1].Form == "and" || toks[x.First-1].Form == "the" && x.First >= 2 && toks[x.First-2].Form == "and")
		if at = x.Last; last {
			return out
		}
		if int(at) < len(toks) && toks[at].Form == "," {
			at++
		}
		if int(at) < len(toks) && toks[at].Form == "and" {
			at++
		}
	}
	return nil
}

// possessorBefore returns the state whose "'s" stands right before description i, where the
// tree hangs it elsewhere: "Saudi Arabia's crown prince held talks"; -1 for none.
func (r *resolver) possessorBefore(i int) int {
	m := &r.m[i]
	if m.First < 2 || r.sents[m.Sentence].Tokens[m.First-1].XPOS != text.POS {
		return -1
	}
	for k := i - 1; k >= 0 && r.m[k].Sentence == m.Sentence; k-- {
		if x := &r.m[k]; x.Last == m.First-1 && x.Class == text.State && x.Entity >= 0 {
			return k
		}
	}
	return -1
}

// modifier adds what the inner mention k tells of the description m.
func (r *resolver) modifier(mod *modifiers, k int, m *text.Mention) {
	in := &r.m[k]
	toks := r.sents[m.Sentence].Tokens
	own := toks[in.Head].Rel == text.NmodPoss && toks[in.Head].Head == m.Head
	if own {
		mod.owner, mod.definite = k, true
	}
	if in.Last > m.Last || in.Entity < 0 || in.Form == text.Pronoun {
		return
	}
	if in.First > m.Head { // after the head: "of Japan", "in Kiev", not "to Russia"
		switch prep(toks, in.Head) {
		case "to", "on", "with", "about", "against":
			return
		}
		if listedAfter(toks, m.Head, in.First) {
			return
		}
	}
	e := &r.ents[in.Entity]
	side, iso := e.Party.Side, e.Party.Country
	switch in.Class {
	case text.State, text.Nationality:
		if len(e.Members) > 0 {
			mod.all = append(mod.all, e.Members...) // "the presidents of both countries"
			return
		}
		mod.all = append(mod.all, in.Entity)
	case text.Place:
		side, iso = e.Place.Country, e.Place.Code
		if capital, _ := r.facts.capital(in.Entry); mod.side == "" && capital == "" {
			mod.part = true
		}
	case text.Body, text.Group:
		if side == "" {
			side = e.Party.Name
		}
		if in.Class == text.Group && in.First < m.Head {
			mod.all = append(mod.all, in.Entity) // "US and Taliban negotiators"
		}
		if in.Class == text.Body && in.First > m.Head && iso != "" && iso != mod.iso && sitsIn(toks, m.Head, in) {
			mod.side, mod.iso, mod.all = side, iso, nil // "Kurdish members of the Turkish parliament"
		}
	case text.People:
		if in.Form != text.Name || len(e.Members) == 0 {
			return
		}
		mod.all = append(mod.all, e.Members...) // "the two Koreas"
	case text.Person:
		if !own {
			return
		}
	default:
		return
	}
	if mod.side == "" {
		mod.side, mod.iso = side, iso
	}
}

// sitsIn tells a noun for somebody who sits in the parliament or government that a body within the
// description names: "the Arab members of the Knesset".
func sitsIn(toks []text.Token, head text.Index, in *text.Mention) bool {
	switch strings.ToLower(toks[head].Lemma) {
	case "member", "lawmaker", "legislator", "deputy", "parliamentarian", "mp", "senator", "minister":
	default:
		return false
	}
	if f := toks[head+1].Form; f != "of" && f != "in" {
		return false
	}
	switch l := strings.ToLower(toks[in.Head].Lemma); l {
	case "parliament", "legislature", "congress", "government", "cabinet":
		return true
	default:
		return legislature(l) || organOfState(l)
	}
}

// listedAfter tells an inner mention in a list of whom a description means: of "world leaders,
// including the emir of Qatar and a Chinese envoy" the states are not all the leaders'.
func listedAfter(toks []text.Token, head, inner text.Index) bool {
	for k := head + 1; k < inner; k++ {
		if f := toks[k].Form; f == "including" || f == "like" || f == "such" && int(k)+1 < len(toks) && toks[k+1].Form == "as" {
			return true
		}
	}
	return false
}

// describe returns the entity of a description.
func (r *resolver) describe(i int) int {
	m := &r.m[i]
	mod := r.modifiersOf(i)
	if named := r.namedBehind(i); len(named) >= 2 && len(mod.all) < 2 && (m.Class == text.People || m.Class == text.State) {
		return r.together(i, named)
	}
	if named := r.oneOfEach(m, mod.all); len(named) >= 2 {
		return r.together(i, named)
	}
	if e := r.titled(i); e >= 0 && !r.elsewhere(i, e, &mod) {
		return e
	}
	if e := r.apposed(i); e >= 0 && !r.elsewhere(i, e, &mod) {
		r.learnApposed(e, i, &mod)
		return e
	}
	if mod.owner >= 0 && mod.side == "" && r.m[mod.owner].Form == text.Pronoun {
		if e := r.pronoun(mod.owner); e >= 0 {
			mod.side, mod.iso = r.ents[e].Party.Side, r.ents[e].Party.Country
		}
	}
	switch m.Class {
	case text.Person:
		return r.oneDescribed(i, mod)
	case text.People:
		return r.manyDescribed(i, mod)
	case text.State:
		return r.stateDescribed(i, mod)
	case text.Gathering:
		return r.gatheringDescribed(i, mod)
	case text.NoClass:
		return r.thingDescribed(i, mod)
	}
	return r.bodyDescribed(i, mod)
}

// titled returns the person whose name ends a row of his offices, of which description i is
// the first: "the Danish envoy, head of the mission, Jens Holm";
// -1 for nobody.
func (r *resolver) titled(i int) int {
	m := &r.m[i]
	if m.Class != text.Person {
		return -1
	}
	toks := r.sents[m.Sentence].Tokens
	at, offices := m.Last, 1
	if e := r.leadsBesides(i); e >= 0 {
		return e
	}
	if e := r.formerlyBoth(i); e >= 0 {
		return e
	}
	for k := i + 1; k < r.start[m.Sentence+1] && int(at)+1 < len(toks) && toks[at].Form == ","; k++ {
		x := &r.m[k]
		if x.First < at {
			continue
		}
		if x.First != at+1 || x.Class != text.Person {
			return -1
		}
		if x.Form == text.Name {
			if (offices > 1 || apposedAbove(toks, x.Head, m.Head)) && x.Role == "" && closesRow(toks, x.Last) {
				return x.Entity
			}
			return -1
		}
		if toks[x.First].UPOS == text.DET || x.Form != text.Nominal {
			return -1 // "the president, the chancellor, Olaf Scholz": two
		}
		at, offices = x.Last, offices+1
	}
	return -1
}

// formerlyBoth returns the person whose name stands behind description i, of an office that he has left,
// and behind the years in which he held it: "former Prime Minister of Italy and President of the
// Commission (1999–2004) Romano Prodi"; -1 for nobody. Offices with an article are somebody else's.
func (r *resolver) formerlyBoth(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	at, years := m.Last, false
	if toks[m.First].UPOS == text.DET || m.First > 0 && toks[m.First-1].UPOS == text.DET || m.Form != text.Nominal {
		return -1
	}
	for k := i + 1; k < r.start[m.Sentence+1]; k++ {
		if int(at) < len(toks) && toks[at].XPOS == text.LRB {
			for years = true; int(at) < len(toks) && toks[at].XPOS != text.RRB; at++ {
				years = years && (toks[at].XPOS == text.LRB || toks[at].UPOS == text.NUM || toks[at].Form == "-" || toks[at].Form == "–")
			}
			at++
		}
		x := &r.m[k]
		switch {
		case x.First < at:
		case years && x.First == at && x.Form == text.Name && x.Class == text.Person && x.Role == "":
			return x.Entity
		case !years && x.First == at+1 && toks[at].Form == "and" && x.Form == text.Nominal && x.Class == text.Person && toks[x.First].UPOS != text.DET:
			at = x.Last
		default:
			return -1
		}
	}
	return -1
}

// apposedAbove tells whether the tree takes name n for another word not of description h, but of
// what h hangs on: "a visit by the head of the council, Karim Saab, is planned".
func apposedAbove(toks []text.Token, n, h text.Index) bool {
	up := toks[n].Head
	return toks[n].Rel == text.Appos && up >= 0 && up < h && toks[up].UPOS == text.NOUN && toks[h].Rel == text.Nmod && under(toks, up, h)
}

// leadsBesides returns who leads a state, of which he is told to be president or premier right
// behind description i of the chair that he takes in a body of several: "the Chairperson of the
// African Union, President of Senegal". The tables know the body's own officers only. -1 for
// nobody.
func (r *resolver) leadsBesides(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	switch toks[m.Head].Lemma {
	case "chair", "chairman", "chairwoman", "chairperson", "Chair", "Chairman", "Chairwoman", "Chairperson", "president", "President":
	default:
		return -1
	}
	if side, iso := r.facts.sideIn(r.words(m)); side == "" || iso != "" || int(m.Last)+1 >= len(toks) || toks[m.Last].Form != "," {
		return -1
	}
	for k := i + 1; k < r.start[m.Sentence+1]; k++ {
		x := &r.m[k]
		switch {
		case x.Class != text.Person || x.First <= m.Last || !r.leadsStateBy(x):
		case x.Form == text.Nominal && x.First == m.Last+1 && toks[x.First].UPOS != text.DET && closesRow(toks, x.Last):
			return r.describe(k)
		case x.Form == text.Name && x.Entity >= 0 && strings.HasPrefix(r.join(toks[m.Last+1:x.First]), x.Role) && closesRow(toks, x.Last):
			return x.Entity
		}
	}
	return -1
}

// leadsStateBy tells whether a description, or the title before a name, is the office of who
// leads a state that it names.
func (r *resolver) leadsStateBy(m *text.Mention) bool {
	words := m.Role
	if m.Form == text.Nominal {
		words = r.words(m)
	}
	o := r.officeIn(words)
	_, iso := r.facts.sideIn(words)
	return iso != "" && (o == headOfState || o == headOfGovernment)
}

// closesRow tells whether nobody else follows at token i.
func closesRow(toks []text.Token, i text.Index) bool {
	return int(i) >= len(toks) || toks[i].UPOS == text.PUNCT && toks[i].Form != "," ||
		toks[i].Form == "," && int(i)+1 < len(toks) && toks[i+1].Lemma != "and" && toks[i+1].UPOS != text.PROPN
}

// elsewhere tells a description that cannot be another word for a person, however the tree
// hangs it: his counterpart, or who leads another state than his.
func (r *resolver) elsewhere(i, e int, mod *modifiers) bool {
	p := &r.ents[e].Party
	if mod.iso == "" || p.Country == "" || mod.iso == p.Country {
		return false
	}
	m := r.m[i]
	m.Last = officeEnd(r.sents[m.Sentence].Tokens, &m)
	if _, iso := r.facts.sideIn(r.words(&m)); iso != mod.iso {
		return false // "one leader for talks at the White House"
	}
	switch r.officeIn(r.words(&m)) {
	case headOfState, headOfGovernment, foreignMinister, leader:
		return true
	}
	return counterpart(r.sents[m.Sentence].Tokens, &m)
}

// learnApposed adds what an apposition tells of a person whom the gazetteer does
// not know: the side, and the office where only a rank stood before the name.
func (r *resolver) learnApposed(e, i int, mod *modifiers) {
	ent := &r.ents[e]
	if ent.Class != text.Person || ent.Entry != "" || ent.Rule == "description" {
		return
	}
	if ent.Party.Side == "" && r.sents[r.m[i].Sentence].Tokens[r.m[i].Head].Lemma != "veteran" { // of the "Iraq War"
		ent.Party.Side, ent.Party.Country = mod.side, mod.iso
	}
	if words := strings.TrimPrefix(r.words(&r.m[i]), "the "); len(ent.Party.Role) < 10 && len(words) > len(ent.Party.Role) && len(words) < 80 {
		ent.Party.Role = words
	}
}

// apposed returns the entity that the description is only another word for by the
// tree: its apposition, what it is an apposition to, or the subject it is said of.
func (r *resolver) apposed(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	same := func(h text.Index) int {
		e := r.entityAt(m.Sentence, h)
		if e >= 0 && (r.ents[e].Class == m.Class || m.Class == text.Person && r.ents[e].Class == text.Person) {
			return e
		}
		return -1
	}
	h := m.Head
	if up := toks[h].Head; toks[h].Rel == text.Conj && up >= 0 && int(up) < len(toks) && toks[up].Rel == text.Appos {
		h = up // "a former minister and a critic"
	}
	if toks[h].Rel == text.Appos && toks[h].Head >= 0 && int(toks[h].Head) < len(toks) {
		if e := same(toks[h].Head); e >= 0 {
			return e
		}
	}
	cop, subject := false, text.None
	for k := range toks {
		up := toks[k].Head
		inner := up >= 0 && toks[k].Rel == text.Appos && toks[up].Rel == text.Nmod && toks[up].Head == m.Head && m.Class == text.Person
		if up != m.Head && !inner { // "the head of the delegation, Espen Tveit"
			continue
		}
		switch toks[k].Rel {
		case text.Appos, text.Flat:
			if e := same(text.Index(k)); e >= 0 && text.Index(k) > m.Head {
				return e
			}
		case text.Cop:
			cop = true
		case text.Nsubj:
			subject = text.Index(k)
		}
	}
	if cop && subject != text.None {
		return same(subject)
	}
	return -1
}

// oneDescribed resolves "the Russian leader", "his American counterpart", "the
// spokesman", "a senior official".
func (r *resolver) oneDescribed(i int, mod modifiers) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	lemma := strings.ToLower(toks[m.Head].Lemma)
	words := r.words(m)
	if e := r.likeTitle(m); e >= 0 {
		return e
	}
	if counterpart(toks, m) || lemma == "host" && mod.owner >= 0 && mod.side != "" {
		return r.counterpart(i, mod)
	}
	if calls(toks[m.First].Form) {
		return r.fresh(i, mod) // "Mr. President", whoever is spoken to
	}
	if e := r.becoming(i); e >= 0 {
		return e
	}
	if r.ofSomeGroup(m) {
		mod.side, mod.iso = r.groupOf(m), ""
		return r.fresh(i, mod)
	}
	if mod.indefinite || comes(toks[m.First:m.Head]) || r.inCharge(m) || leadsPart(toks, m) {
		return r.fresh(i, mod)
	}
	if realm := r.otherRealm(i); realm != text.None && (mod.iso != "" || r.groupOf(m) == "") {
		return r.headOfOther(i, realm, mod)
	}
	o := r.officeIn(words)
	switch {
	case lemma == "leader" && o == otherOffice && !opposes(words):
		o = leader
	case topDiplomat(toks, m):
		o = foreignMinister
	}
	if (o == headOfState || o == headOfGovernment) && r.facts.numbered(words) {
		if p, ok := r.holderOf(i, mod); ok {
			return r.known(p)
		}
		return r.fresh(i, mod) // "Ukraine's first president" need not be the one of the day
	}
	if mod.when.past {
		if e, ok := r.thenHolder(i, o, lemma, mod); ok {
			return e
		}
	}
	if e := r.bearer(i, o, lemma, mod); e >= 0 {
		if p := &r.ents[e].Party; p.Side == "" && mod.side != "" {
			p.Side, p.Country = mod.side, mod.iso // what the name did not tell
		}
		return e
	}
	switch {
	case lemma == "pope" || lemma == "pontiff":
		mod.side = "Vatican City" // there is one
	case mod.side == "" && mod.definite && mod.owner < 0 && (o == headOfState || o == headOfGovernment):
		mod.side, mod.iso = r.seatOf(i)
	}
	if p, ok := r.holderOf(i, mod); ok && !(r.callsNew(i) && r.facts.settled(p.entry, o, mod.when)) {
		return r.known(p)
	}
	return r.fresh(i, mod)
}

// callsNew tells whether description i is of who has only come to his office or is about to.
func (r *resolver) callsNew(i int) bool {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	for k := m.First; k < m.Head; k++ {
		if toks[k].Head == m.Head && strings.EqualFold(toks[k].Form, "new") {
			return true
		}
	}
	return false
}

// ofSomeGroup tells the head of a group that is not named there: "the leader of a smaller
// faction".
func (r *resolver) ofSomeGroup(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	article := false
	for k := m.Head + 1; k < m.Last; k++ {
		switch toks[k].Lemma {
		case "a", "another", "one":
			article = true
		case "faction", "group", "party", "militia", "movement", "organization", "organisation":
			return article && toks[m.Head+1].Form == "of"
		}
	}
	return false
}

// groupOf is the armed or political group that stands within a description or in apposition
// right behind it: "the leader of a smaller faction, Islamic Jihad"; "" for none.
func (r *resolver) groupOf(m *text.Mention) string {
	toks := r.sents[m.Sentence].Tokens
	for k := r.start[m.Sentence]; k < r.start[m.Sentence+1]; k++ {
		x := &r.m[k]
		behind := x.First == m.Last+1 && toks[m.Last].Form == ","
		if x.Class == text.Group && x.Form == text.Name && x.Entity >= 0 && (behind || m.First <= x.First && x.Last <= m.Last) {
			return r.ents[x.Entity].Name
		}
	}
	return ""
}

// leadsPart tells who leads a part of what a state holds, and not the state: "the top U.S.
// military leader".
func leadsPart(toks []text.Token, m *text.Mention) bool {
	if toks[m.Head].Lemma != "leader" {
		return false
	}
	for k := m.First; k < m.Head; k++ {
		if toks[k].Head != m.Head {
			continue
		}
		switch toks[k].Lemma {
		case "military", "business", "civic", "tribal", "local", "regional", "provincial", "congressional", "parliamentary", "legislative", "evangelical", "cultural", "corporate", "industrial", "community":
			return true
		}
	}
	return false
}

// inCharge tells the chief of one matter at the United Nations, who is not the body's own:
// "the U.N. disarmament chief".
func (r *resolver) inCharge(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	if l := toks[m.Head].Lemma; l != "chief" && l != "boss" {
		return false
	}
	for k := r.start[m.Sentence]; k < r.start[m.Sentence+1]; k++ {
		if x := &r.m[k]; x.Class == text.Body && strings.HasSuffix(x.Entry, "UN") && m.First <= x.First && x.Last < m.Head {
			return toks[m.Head-1].UPOS == text.NOUN || toks[m.Head-1].UPOS == text.ADJ
		}
	}
	return false
}

// seatOf returns the state whose president or premier is meant where the words do not say
// it: the one for which the document speaks, else the one at whose seat the sentence plays
// ("The president met Netanyahu at the White House").
func (r *resolver) seatOf(i int) (side, iso string) {
	toks := r.sents[r.m[i].Sentence].Tokens
	if toks[r.m[i].Head].Rel == text.Nmod {
		return "", "" // "security adviser to the president", of whatever country he is
	}
	if iso = r.facts.home; iso != "" {
		return r.facts.stateName(iso), iso
	}
	s := r.m[i].Sentence
	for k := r.start[s]; k < r.start[s+1]; k++ {
		m := &r.m[k]
		if m.Entity < 0 || m.Class != text.Body || !strings.HasPrefix(m.Entry, "state:") {
			continue
		}
		if p := prep(toks, m.Head); p == "at" || p == "in" || p == "to" {
			return r.ents[m.Entity].Party.Side, r.ents[m.Entity].Party.Country
		}
	}
	return "", ""
}

// holderOf returns the person of the gazetteer whom a description means by the office and
// side that it names.
func (r *resolver) holderOf(i int, mod modifiers) (person, bool) {
	if mod.side == "" || mod.owner >= 0 && r.m[mod.owner].Class != text.State && r.m[mod.owner].Class != text.Body && !r.ofHead(i, mod) {
		return person{}, false
	}
	m := r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if mod.part || ofAnother(toks[m.Head].Lemma) || r.headsOther(i) {
		return person{}, false
	}
	if juniorSecretary(r.words(&m), mod.iso) {
		return person{}, false
	}
	if topDiplomat(toks, &m) {
		return r.facts.holder("top diplomat", mod.side, false, mod.when)
	}
	if toks[m.Head].Lemma == "ruler" && r.leadsAll(i) {
		return r.facts.holder(leader.words(), mod.side, true, mod.when)
	}
	m.Last = officeEnd(toks, &m)
	return r.facts.holder(r.words(&m), mod.side, r.leadsAll(i), mod.when)
}

// ofAnother tells a noun for somebody by another's office: "the son of the prime minister".
func ofAnother(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "son", "daughter", "brother", "sister", "wife", "husband", "widow", "mother", "father", "cousin", "nephew", "uncle",
		"friend", "ally", "confidant", "confidante", "supporter", "opponent", "challenger", "critic", "rival", "successor", "assistant", "deputy", "guest":
		return true
	}
	return false
}

// headsOther tells the president or premier of something within a state, or of no state at
// all: "the president of the Turkish parliament", "the German central bank's president".
func (r *resolver) headsOther(i int) bool { return r.otherRealm(i) != text.None }

// otherRealm returns the noun for what the one described is head of, where it is no state, no
// government and no body of several states; None for others.
func (r *resolver) otherRealm(i int) text.Index {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	switch strings.ToLower(toks[m.Head].Lemma) {
	case "president", "premier", "chancellor", "king", "queen", "chairman", "chairwoman", "chairperson", "chair", "head", "chief", "leader":
	default:
		return text.None
	}
	for k := m.First; k < officeEnd(toks, m); k++ {
		t := &toks[k]
		if k == m.Head || t.UPOS != text.NOUN && t.UPOS != text.PROPN || r.ofState(i, k) {
			continue
		}
		if l := strings.ToLower(t.Lemma); (organOfState(l) || association(l)) && r.ofBody(m.Sentence, k) {
			return text.None
		} else if organOfState(l) || association(l) || r.ofFirm(m.Sentence, k) || r.unlistedRealm(m, k) {
			return k
		}
	}
	return text.None
}

// unlistedRealm tells whether a description is of the president of what token k names, of which
// nothing else is known: "the President of the Italian Red Cross".
func (r *resolver) unlistedRealm(m *text.Mention, k text.Index) bool {
	toks := r.sents[m.Sentence].Tokens
	if strings.ToLower(toks[m.Head].Lemma) != "president" || toks[k].Head != m.Head || toks[k].Rel != text.Nmod || toks[k].UPOS != text.PROPN || prep(toks, k) != "of" {
		return false
	}
	switch strings.ToLower(toks[k].Lemma) {
	case "republic", "state", "nation", "kingdom", "confederation", "authority", "presidency", "government":
		return false
	}
	for j := r.start[m.Sentence]; j < r.start[m.Sentence+1]; j++ {
		x := &r.m[j]
		if x.Form != text.Name || k < x.First || x.Last <= k {
			continue
		}
		switch x.Class {
		case text.Body, text.Gathering:
			return x.Entry == ""
		}
		return false
	}
	return true
}

// organOfState tells a noun for what serves a state and is not its government, or for a part
// of its land.
func organOfState(lemma string) bool {
	switch lemma {
	case "bank", "parliament", "assembly", "senate", "congress", "chamber", "committee", "commission", "court", "fund", "company", "agency", "corporation", "group", "region", "province", "city":
		return true
	}
	return legislature(lemma)
}

// legislature tells the parliaments that are called by the word of their own language.
func legislature(lemma string) bool {
	switch lemma {
	case "bundestag", "bundesrat", "duma", "knesset", "storting", "sejm", "riksdag", "folketing", "rada", "majlis", "saeima", "seimas", "riigikogu", "althing", "eduskunta", "skupstina", "sabor":
		return true
	}
	return false
}

// association tells a noun for what people join or work for on their own behalf, whose head
// speaks for no state: "the president of the German Football Federation".
func association(lemma string) bool {
	switch lemma {
	case "association", "federation", "union", "institute", "club", "league", "party", "foundation", "academy", "society", "university", "church", "conference", "forum", "commerce",
		"movement", "brotherhood", "front", "faction", "militia":
		return true
	}
	return false
}

// headOfOther resolves the head of what is no state: to the person of whom the text tells just
// that, else to nobody by name. The head of an association speaks for no state, whatever its
// country ("the President of the American Chamber of Commerce"), but a party that rules alone
// leads its state.
func (r *resolver) headOfOther(i int, realm text.Index, mod modifiers) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	lemma, of := strings.ToLower(toks[m.Head].Lemma), strings.ToLower(toks[realm].Form)
	for k := i - 1; k >= 0 && k > i-300; k-- {
		if e := r.m[k].Entity; e >= 0 && r.ents[e].Class == text.Person && !within(&r.m[k], m) {
			if said := r.ents[e].Party.Role + " " + r.said[e]; holdsWord(said, lemma) && holdsWord(said, of) {
				return e
			}
		}
	}
	free := r.unlistedRealm(m, realm) && !organOfState(of)
	for k := m.First; k < officeEnd(toks, m); k++ {
		switch l := strings.ToLower(toks[k].Lemma); {
		case l == "communist" || l == "rule" || l == "ruling" || l == "worker" || l == "council" || organOfState(l) && l != "chamber":
			return r.fresh(i, mod)
		default:
			free = free || k != m.Head && association(l) && !r.ofState(i, k)
		}
	}
	if free {
		mod.side, mod.iso = r.groupOf(m), ""
	}
	return r.fresh(i, mod)
}

// ofBody tells whether token k stands within the name of a body of several states.
func (r *resolver) ofBody(s int, k text.Index) bool {
	b := r.bodyAt(s, k)
	return b != nil && b.Country == ""
}

// ofFirm tells whether token k stands within the name of a body of one state that is not
// its government.
func (r *resolver) ofFirm(s int, k text.Index) bool {
	b := r.bodyAt(s, k)
	return b != nil && b.Kind == gazetteer.Body && b.Country != "" &&
		(b.Class == "company" || b.Class == "court" || b.Class == "parliament" || b.Class == "armed force" || b.Class == "office" && !strings.HasSuffix(b.Name, "Authority")) // "the head of the CIA" is not who leads the country
}

func (r *resolver) bodyAt(s int, k text.Index) *gazetteer.Entry {
	for j := r.start[s]; j < r.start[s+1]; j++ {
		if m := &r.m[j]; m.Class == text.Body && m.Entry != "" && m.First <= k && k < m.Last {
			return r.facts.gaz.Entry(m.Entry)
		}
	}
	return nil
}

// ofHead tells an office that one person holds under who leads his state in those days:
// "Trump's national security adviser".
func (r *resolver) ofHead(i int, mod modifiers) bool {
	owner := &r.m[mod.owner]
	if owner.Form != text.Name || owner.Entity < 0 {
		return false
	}
	e := &r.ents[owner.Entity]
	if e.Class != text.Person || e.Entry == "" || !r.facts.heldThen(e, leader, mod.when) || !leader.alike(r.officeIn(e.Party.Role)) && !mod.when.past {
		return false
	}
	m := &r.m[i]
	if m.Last != m.Head+1 {
		return false
	}
	switch r.officeIn(r.words(m)) {
	case securityAdviser, foreignMinister, defenceMinister:
		return true
	}
	return false
}

// juniorSecretary tells a secretary of state of a country where many are called so, below
// the ministers: "the Danish secretary of state".
func juniorSecretary(words, iso string) bool {
	return iso != "US" && iso != "VA" && iso != "GB" && strings.Contains(strings.ToLower(words), "secretary of state")
}

// topDiplomat tells the head of a state's diplomacy: "the top US diplomat".
func topDiplomat(toks []text.Token, m *text.Mention) bool {
	if l := toks[m.Head].Lemma; l != "diplomat" {
		return false
	}
	for k := m.First; k < m.Head; k++ {
		if f := strings.ToLower(toks[k].Form); f == "top" || f == "chief" {
			return true
		}
	}
	return false
}

// officeEnd is where the words of an office end, before those that only say where its
// holder was: "Russia's president in Sochi".
func officeEnd(toks []text.Token, m *text.Mention) text.Index {
	for k := m.Head + 1; k < m.Last; k++ {
		switch toks[k].Form {
		case "in", "at", "on", "near":
			return k
		}
	}
	return m.Last
}

// thenHolder resolves a description that is told of days before the document's: to who
// held the office then. Where the text has just told of who holds it now, either may be
// meant ("In 2008 the president was a banker"), and nobody is named.
func (r *resolver) thenHolder(i int, o office, lemma string, mod modifiers) (int, bool) {
	p, ok := r.holderOf(i, mod)
	if !ok {
		return -1, false
	}
	mod.when = r.facts.now()
	if q, same := r.holderOf(i, mod); same && q.entry == p.entry {
		return -1, false
	}
	e := r.known(p)
	now := r.bearer(i, o, lemma, mod)
	for k := i - 1; now >= 0 && now != e && k >= 0 && r.m[i].Sentence-r.m[k].Sentence <= lookBack; k-- {
		if r.m[k].Entity == now {
			return r.fresh(i, mod), true
		}
	}
	return e, true
}

// likeTitle returns the person of the document whose surname looks like a title, where it
// stands alone: "Prince said"; -1 for none.
func (r *resolver) likeTitle(m *text.Mention) int {
	t := &r.sents[m.Sentence].Tokens[m.Head]
	if m.Last-m.First != 1 || t.UPOS != text.PROPN {
		return -1
	}
	for _, e := range r.last[strings.ToLower(t.Form)] {
		if name := nameKey(r.ents[e].Name); strings.HasSuffix(name, " "+strings.ToLower(t.Form)) {
			return e
		}
	}
	return -1
}

// counterpart tells the words for whoever holds somebody's office elsewhere.
func counterpart(toks []text.Token, m *text.Mention) bool {
	switch strings.ToLower(toks[m.Head].Lemma) {
	case "counterpart", "interlocutor":
		return true
	case "number":
		return m.Head > m.First && strings.EqualFold(toks[m.Head-1].Form, "opposite")
	}
	return false
}

// leadsAll tells whether description i is of the leader of a whole state: "the Palestinian
// leader", but not "the Senate leader" or "the head of the Iranian atomic agency".
func (r *resolver) leadsAll(i int) bool {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	switch strings.ToLower(toks[m.Head].Lemma) {
	case "leader", "ruler", "strongman", "dictator":
	case "chief", "boss": // of the Kremlin; "Russia's chief" is nobody
		return r.ofHouse(m)
	default:
		return false
	}
	for k := m.First; k < officeEnd(toks, m); k++ {
		if noun := toks[k].UPOS == text.NOUN || toks[k].UPOS == text.PROPN; noun && k != m.Head && !r.ofState(i, k) {
			return false
		}
	}
	return true
}

// ofHouse tells whether the seat of a state's government stands right before the head of
// a description: "the Kremlin chief".
func (r *resolver) ofHouse(m *text.Mention) bool {
	for k := r.start[m.Sentence]; k < r.start[m.Sentence+1]; k++ {
		if x := &r.m[k]; x.Class == text.Body && x.Last == m.Head && strings.HasPrefix(x.Entry, "state:") {
			return true
		}
	}
	return false
}

// ofState tells whether token k stands within a state's name in description i.
func (r *resolver) ofState(i int, k text.Index) bool {
	for j := r.start[r.m[i].Sentence]; j < r.start[r.m[i].Sentence+1]; j++ {
		m := &r.m[j]
		state := m.Class == text.State || m.Class == text.Nationality || m.Class == text.Body && strings.HasPrefix(m.Entry, "state:")
		if state && m.Form == text.Name && m.First <= k && k < m.Last {
			return true
		}
	}
	return false
}

// calls tells the words that address somebody.
func calls(form string) bool {
	switch strings.ToLower(form) {
	case "mr", "mr.", "madam", "madame", "mrs.", "ms.":
		return true
	}
	return false
}

// comes tells whether the words before a noun of office say that nobody holds it yet.
func comes(toks []text.Token) bool {
	for i := range toks {
		switch strings.ToLower(toks[i].Form) {
		case "next", "future", "incoming", "another", "other":
			return true
		}
	}
	return false
}

// becoming returns who is said to be or become what description i tells, or -1: the
// subject of "become", of "succeed X as", of what somebody does "as energy secretary".
func (r *resolver) becoming(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	up := toks[m.Head].Head
	if up < 0 || int(up) >= len(toks) {
		return -1
	}
	switch toks[m.Head].Rel {
	case text.Xcomp, text.Obj:
		if !strings.EqualFold(toks[up].Lemma, "become") {
			return -1
		}
	case text.Obl, text.Advcl:
		if prep(toks, m.Head) != "as" || up < m.Head && !serves(toks, up) {
			return -1
		}
	default:
		return -1
	}
	if s := r.subjectOf(m.Sentence, up); s >= 0 && r.m[s].Entity >= 0 && r.ents[r.m[s].Entity].Class == text.Person {
		return r.m[s].Entity
	}
	return -1
}

// serves tells whether what verb v is followed by after "as" is its subject's office.
func serves(toks []text.Token, v text.Index) bool {
	switch strings.ToLower(toks[v].Lemma) {
	case "succeed", "replace", "serve", "act", "resign", "retire", "return":
		return true
	case "elect", "appoint", "name", "choose", "inaugurate", "nominate":
		return toks[v].XPOS == text.VBN
	}
	return false
}

// bearer returns the person told before (else after) who bears the office
// described, or was described by the same noun.
func (r *resolver) bearer(i int, o office, lemma string, mod modifiers) int {
	best, bestScore := -1, 0
	doer := r.doer(i)
	for k := i - 1; k >= 0 && k > i-300; k-- {
		if r.m[k].Entity == doer || !r.bears(k, i, o, lemma, mod) {
			continue
		}
		if mod.side != "" {
			return r.m[k].Entity
		}
		// "the president", of no country: him of whom the text tells, not the nearest
		e := r.m[k].Entity
		if s := 8*r.told(e, i-1) - 10*min(r.m[i].Sentence-r.m[k].Sentence, 6) + 20*bit(r.ents[e].Rule != "description") + r.standing(&r.m[k])/2 + 40*bit(r.facts.home != "" && r.ents[e].Party.Country == r.facts.home || r.needsNoState(e)); best < 0 || s > bestScore {
			best, bestScore = e, s
		}
	}
	if mod.side == "" {
		return best
	}
	for k := i + 1; k < len(r.m) && k < i+300; k++ {
		if r.m[k].Form == text.Name && r.m[k].Entity != doer && r.bears(k, i, o, lemma, mod) {
			return r.m[k].Entity
		}
	}
	return -1
}

// needsNoState tells the president or premier whom a text calls so without ever saying of what
// state: it is at home there. "President Obama thanked Egyptian President Mohamed Morsi. Earlier,
// the president had called Israel" is of Obama.
func (r *resolver) needsNoState(e int) bool {
	if r.stateless == nil {
		r.stateless = r.namedWithoutState()
	}
	return r.stateless[e]
}

// namedWithoutState returns those who lead a state and whose title is never told with it.
func (r *resolver) namedWithoutState() map[int]bool {
	out := map[int]bool{}
	for i := range r.m {
		m := &r.m[i]
		if m.Form != text.Name || m.Class != text.Person || m.Entity < 0 || m.Role == "" {
			continue
		}
		if o := r.officeIn(m.Role); o != headOfState && o != headOfGovernment {
			continue
		}
		side, _ := r.facts.sideIn(m.Role)
		toks := r.sents[m.Sentence].Tokens
		at := r.titleOf(m)
		told := side != "" || at > 0 && toks[at-1].XPOS == text.POS || int(m.Last) < len(toks) && toks[m.Last].Form == "of"
		bare, before := out[m.Entity]
		out[m.Entity] = !told && (bare || !before)
	}
	return out
}

// doer returns the person who is subject of the verb that description i is told under,
// or -1: a description means somebody else than the subject above it ("Zelenskyy was
// grateful for the president's leadership").
func (r *resolver) doer(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	h := m.Head
	for steps := 0; steps < 12; steps++ {
		up := toks[h].Head
		switch toks[h].Rel {
		case text.Conj, text.Parataxis, text.Advcl, text.Root, text.Nsubj, text.NsubjPass, text.Appos, text.Ccomp:
			return -1
		}
		if up < 0 || int(up) >= len(toks) {
			return -1
		}
		h = up
		if s := r.subjectOf(m.Sentence, h); s >= 0 {
			return r.m[s].Entity
		}
	}
	return -1
}

// subjectOf returns the mention that is subject of token v of sentence s, or -1.
func (r *resolver) subjectOf(s int, v text.Index) int {
	toks := r.sents[s].Tokens
	for t := range toks {
		if toks[t].Head == v && (toks[t].Rel == text.Nsubj || toks[t].Rel == text.NsubjPass) {
			return r.headed(s, text.Index(t))
		}
	}
	return -1
}

func (r *resolver) bears(k, i int, o office, lemma string, mod modifiers) bool {
	c := &r.m[k]
	if c.Entity < 0 || c.Form == text.Pronoun || r.ents[c.Entity].Class != text.Person || within(c, &r.m[i]) {
		return false
	}
	e := &r.ents[c.Entity]
	if mod.side != "" && e.Party.Side != mod.side && (e.Party.Side != "" || o == otherOffice || o == leader) {
		return false
	}
	if !r.facts.heldThen(e, o, mod.when) || r.callsNew(i) && r.facts.settled(e.Entry, o, mod.when) {
		return false
	}
	if o == leader && mod.side != "" && mod.iso == "" && headsBody(e.Party.Role) {
		return true
	}
	if e.Party.Role == "" && e.Party.Side != "" && mod.side != "" && c.Form == text.Name && (o == headOfState || o == headOfGovernment || o == leader) {
		return r.onlyOf(c.Entity) && !(e.Entry == "" && r.heldByOther(i, mod))
	}
	if o.alike(r.officeIn(e.Party.Role)) {
		return (mod.side != "" || mod.definite) && (o != anyMinister || r.holdsMatter(&r.m[i], e.Party.Role+" "+r.said[c.Entity]))
	}
	if o != otherOffice && o != noOffice && e.Party.Role != "" && r.officeIn(e.Party.Role) == otherOffice {
		return false // "the president" is no vice president
	}
	if (o == headOfState || o == headOfGovernment) && servesUnder(r.officeIn(e.Party.Role)) {
		return false // "the president" is no "assistant to the president"
	}
	said := e.Party.Role + " " + r.said[c.Entity]
	return mod.definite && o != leader && lemma != "" && holdsWord(said, lemma) && !besideHolder(said, lemma) && r.holdsMatter(&r.m[i], said) && (mod.side != "" || r.m[i].Sentence-c.Sentence < 25)
}

// heldByOther tells whether the gazetteer knows who bears the office of description i, which then
// is not whom a text gives no office that is understood: "the President of Ukraine" behind "the
// Deputy Head of the Office of the President of Ukraine Ivan Bondar".
func (r *resolver) heldByOther(i int, mod modifiers) bool {
	_, ok := r.holderOf(i, mod)
	return ok
}

// servesUnder tells the offices of who acts under whoever leads.
func servesUnder(o office) bool {
	switch o {
	case foreignMinister, defenceMinister, securityAdviser, spokesman, ambassador:
		return true
	}
	return false
}

// holdsMatter tells whether the nouns that narrow an office, and "former", are told of
// its bearer too: "the health secretary" is no secretary of justice.
func (r *resolver) holdsMatter(m *text.Mention, said string) bool {
	if opposes(r.words(m)) && !opposes(said) {
		return false // "the leader of the opposition" is not who leads
	}
	toks := r.sents[m.Sentence].Tokens
	for k := m.First; k < m.Head; k++ {
		matter := toks[k].Rel == text.Compound && toks[k].UPOS == text.NOUN || ranks(toks[k].Lemma)
		if (matter || toks[k].Lemma == "former" || toks[k].Lemma == "foreign") && toks[k].Head == m.Head && !holdsWord(said, strings.ToLower(toks[k].Form)) {
			return false
		}
	}
	return true
}

// ranks tells the words by which one office is set apart from those of the same name below it or
// beside it: "the executive director" is no "director of communications".
func ranks(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "executive", "managing", "crown", "deputy", "assistant":
		return true
	}
	return false
}

// opposes tells the words for those in a state who are against its government.
func opposes(words string) bool { return holdsWord(words, "opposition") }

// headsBody tells whether an office is that of the head of an organisation.
func headsBody(role string) bool {
	role = strings.ToLower(role)
	for _, w := range [...]string{"director", "secretary-general", "secretary general", "head", "chief", "chair", "president", "commissioner", "high representative"} {
		if strings.HasPrefix(role, w) || strings.HasSuffix(role, w) {
			return true
		}
	}
	return false
}

// entitiesSeen bounds the walks over all entities, so that long documents take
// linear time; persons named in full come first among them.
const entitiesSeen = 400

// onlyOf tells whether no other named person of the document acts for e's side.
func (r *resolver) onlyOf(e int) bool {
	for x := range r.ents[:min(len(r.ents), entitiesSeen)] {
		if x != e && r.ents[x].Class == text.Person && r.ents[x].Rule != "description" && r.ents[x].Party.Side == r.ents[e].Party.Side {
			return false
		}
	}
	return true
}

func within(a, b *text.Mention) bool {
	return a.Sentence == b.Sentence && b.First <= a.First && a.Last <= b.Last
}

func holdsWord(s, w string) bool {
	for f := range strings.FieldsSeq(strings.ToLower(s)) {
		if f == w {
			return true
		}
	}
	return false
}

// counterpart resolves "his Russian counterpart": the one of that side who holds
// the office that the possessor holds.
func (r *resolver) counterpart(i int, mod modifiers) int {
	m := &r.m[i]
	owner := r.ownerOf(i, mod)
	var side, iso string
	if len(mod.all) > 0 {
		side, iso = r.ents[mod.all[0]].Party.Side, r.ents[mod.all[0]].Party.Country
	}
	if mod.indefinite {
		mod.side, mod.iso = side, iso
		return r.fresh(i, mod) // "a Chinese counterpart" may be whoever held the office
	}
	if owner >= 0 && side != "" && r.ents[owner].Class == text.People && len(r.ents[owner].Members) == 0 {
		mod.side, mod.iso = side, iso
		return r.fresh(i, mod) // that of officials is one too
	}
	o, words := r.officeOf(owner, mod.when)
	if r.sents[m.Sentence].Tokens[m.Head].Lemma == "host" && o != leader {
		mod.side, mod.iso = side, iso
		return r.fresh(i, mod) // who hosts a minister need be none
	}
	if side != "" {
		if o != otherOffice {
			if e := r.bearer(i, o, "", modifiers{side: side, definite: true, when: mod.when}); e >= 0 && e != owner {
				return e
			}
		}
		if p, ok := r.facts.holder(words, side, true, mod.when); ok && words != "" && (o != otherOffice || strings.EqualFold(p.role, words)) {
			return r.known(p) // an adviser's counterpart is not whoever advises on another matter
		}
		mod.side, mod.iso = side, iso
		return r.fresh(i, mod)
	}
	for k := i - 1; k >= 0 && r.m[k].Sentence >= m.Sentence-2; k-- { // "his counterpart": the other one
		e := r.m[k].Entity
		if e >= 0 && e != owner && !r.servedBy(k) && r.ents[e].Class == text.Person && owner >= 0 && r.ents[e].Party.Side != r.ents[owner].Party.Side &&
			o.alike(r.officeIn(r.ents[e].Party.Role)) {
			return e
		}
	}
	mod.side, mod.iso = "", ""
	return r.fresh(i, mod)
}

// servedBy tells the holder of an office who stands only in the words for somebody who serves him:
// "the adviser of the Danish President".
func (r *resolver) servedBy(k int) bool {
	m := &r.m[k]
	for j := k - 1; j >= r.start[m.Sentence] && m.Form == text.Nominal; j-- {
		if x := &r.m[j]; x.Class == text.Person && x.Form == text.Nominal && x.First < m.First && m.Last <= x.Last {
			return x.Entity != m.Entity
		}
	}
	return false
}

// ownerOf returns whose counterpart is meant: the possessor's, else that of whoever does
// what the clause tells ("Wang held calls with Iranian and Israeli counterparts"); -1 for
// nobody's.
func (r *resolver) ownerOf(i int, mod modifiers) int {
	if mod.owner < 0 {
		return r.doer(i)
	}
	e := r.m[mod.owner].Entity
	if e < 0 {
		e = r.pronoun(mod.owner)
	}
	if s := r.subjectOwnedBy(i, mod.owner, e); s >= 0 {
		return s
	}
	return e
}

// subjectOwnedBy returns the subject of the clause of counterpart i where e, whom the
// pronoun at owner seems to mean, only stands within the subject's words: "Trump's envoy
// met his Russian counterpart" is of the envoy's. -1 for none.
func (r *resolver) subjectOwnedBy(i, owner, e int) int {
	m := &r.m[i]
	if e < 0 || r.m[owner].Form != text.Pronoun {
		return -1
	}
	s := r.subjectOf(m.Sentence, clauseOf(r.sents[m.Sentence].Tokens, m.Head))
	if s < 0 || s >= i || r.m[s].Entity < 0 || r.m[s].Entity == e || r.ents[r.m[s].Entity].Class != text.Person {
		return -1
	}
	doer := &r.ents[r.m[s].Entity]
	if female, male := sexOfPronoun(strings.ToLower(r.words(&r.m[owner]))); female && doer.Male || male && doer.Female {
		return -1
	}
	for k := r.start[m.Sentence]; k < i; k++ {
		if x := &r.m[k]; x.Entity == e && within(x, &r.m[s]) {
			return r.m[s].Entity
		}
	}
	return -1
}

// officeOf is the office that a person held in those days, and the words by which the
// gazetteer is asked for it elsewhere, "" for none: whoever leads meets whoever leads there,
// a vice president only a vice president.
func (r *resolver) officeOf(e int, when period) (office, string) {
	if e < 0 {
		return leader, ""
	}
	ent := &r.ents[e]
	role, listed := ent.Party.Role, false
	if ent.Entry != "" {
		if t, then := r.facts.gaz.OfficeOf(ent.Entry, when.first); then {
			role, listed = t.Office, true
		}
	}
	switch o := r.officeIn(role); {
	case o == headOfState || o == headOfGovernment || o == leader || role == "":
		return leader, leader.words()
	case role == "high representative":
		return foreignMinister, foreignMinister.words()
	case o.words() == "" && listed:
		return otherOffice, role
	default:
		return o, o.words()
	}
}

// fresh makes an entity that is known by its description alone.
func (r *resolver) fresh(i int, mod modifiers) int {
	m := &r.m[i]
	name := strings.TrimPrefix(strings.TrimPrefix(r.words(m), "The "), "the ")
	kind := readout.Group
	switch m.Class {
	case text.Person:
		kind = readout.Person
	case text.State:
		kind = readout.State
	case text.Body:
		kind = readout.Organisation
	}
	e := text.Entity{
		Class: m.Class, Name: name, Rule: "description",
		Party: readout.Party{Kind: kind, Name: name, Side: mod.side, Country: mod.iso},
	}
	e.Female, e.Male = sexOfRole(name)
	if m.Class == text.Person {
		e.Party.Role = name
	}
	return r.add(e)
}

package coref

import (
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// fullNames makes the persons that the document names in full, wherever in it.
func (r *resolver) fullNames() {
	for i := range r.m {
		m := &r.m[i]
		if m.Form != text.Name || m.Class != text.Person {
			continue
		}
		given := r.supplied(m)
		if given == "" && !r.full(m) {
			continue
		}
		name := given + r.words(m)
		key := nameKey(name)
		e, ok := r.keys[key]
		if !ok {
			if e, ok = r.turned(name); !ok {
				e = r.person(name, i)
			}
			r.keys[key] = e
		}
		r.put(i, e)
		r.learn(e, m)
	}
}

// supplied returns the given name, and a space, that an editor has put in brackets before a surname that
// somebody spoke alone: "Mr. [Timothy] Morrison"; "" for none.
func (r *resolver) supplied(m *text.Mention) string {
	toks := r.sents[m.Sentence].Tokens
	if m.First < 3 || r.full(m) || toks[m.First-1].Form != "]" || toks[m.First-3].Form != "[" {
		return ""
	}
	given := toks[m.First-2].Form
	if female, male := r.facts.gaz.GivenName(given); !female && !male || small(given) {
		return ""
	}
	return given + " "
}

// full tells whether a name is more than a surname.
func (r *resolver) full(m *text.Mention) bool {
	toks := r.tokens(m)
	words := 0
	for i := range toks {
		if toks[i].Form != "-" {
			words++
		}
	}
	if words == 2 && particle(toks[0].Form) || len(toks) == 3 && toks[1].Form == "-" {
		return strings.Count(r.words(m), " ") > 0 && !particle(toks[0].Form)
	}
	return words > 1
}

func particle(s string) bool {
	switch strings.ToLower(s) {
	case "al", "el", "bin", "bint", "ibn", "van", "von", "de", "der", "da", "di", "del", "du", "le", "la", "ben", "dos":
		return true
	}
	return false
}

// person makes the entity of a person's full name.
func (r *resolver) person(name string, i int) int {
	m := &r.m[i]
	if p, ok := r.facts.named(name, m.Entry, r.hint(i)); ok {
		return r.known(p)
	}
	e := r.add(text.Entity{
		Class: text.Person, Name: name, Rule: "name:text",
		Party: readout.Party{Kind: readout.Person, Name: name},
	})
	r.ents[e].Female, r.ents[e].Male = r.facts.sexOf(firstWord(name))
	r.index(e, name)
	return e
}

// turned returns the person who bears the words of a name in the other order, family name first or
// last as his country has it: "Akiba Takeo" is "Takeo Akiba".
func (r *resolver) turned(name string) (int, bool) {
	given, family, ok := strings.Cut(name, " ")
	if !ok || strings.Contains(family, " ") {
		return -1, false
	}
	other := family + " " + given
	if refs := r.facts.gaz.Find(name); len(refs) > 0 {
		return -1, false // he is known by the name as it stands
	}
	if e, ok := r.keys[nameKey(other)]; ok && eitherOrder(r.ents[e].Party.Country) {
		return e, true
	}
	if refs := r.facts.gaz.Find(other); len(refs) == 1 && refs[0].Kind == gazetteer.Person && eitherOrder(refs[0].Entry.Country) {
		return r.known(r.facts.bearer(refs[0].Entry)), true
	}
	return -1, false
}

// eitherOrder tells the countries whose names the press gives in either order.
func eitherOrder(iso string) bool { return familyFirst(iso) || iso == "JP" || iso == "HU" }

// known makes, or finds again, the entity of a person of the gazetteer.
func (r *resolver) known(p person) int {
	if e, ok := r.keys["#"+p.entry]; ok {
		return e
	}
	e := r.add(text.Entity{
		Class: text.Person, Name: p.name, Entry: p.entry, Female: p.female, Male: p.male, Rule: "name:gazetteer",
		Party: readout.Party{Kind: readout.Person, Name: p.name, Side: p.side, Role: p.role, Country: p.iso, Wikidata: p.wikidata},
	})
	r.keys["#"+p.entry] = e
	r.index(e, p.name)
	return e
}

// index makes a person known by the words that short names use.
func (r *resolver) index(e int, name string) {
	words := strings.Fields(nameKey(name))
	if len(words) == 0 {
		return
	}
	once(r.last, words[len(words)-1], e)
	if last := words[len(words)-1]; len(words) == 2 && (last == "jr" || last == "sr") {
		return // a "Trump" alone is another than "Trump Jr."
	}
	if len(words) > 1 {
		once(r.given, words[0], e)
		if female, male := r.facts.gaz.GivenName(words[0]); (!female && !male || familyFirst(r.ents[e].Party.Country)) && len(words) <= 3 {
			once(r.last, words[0], e) // the surname may stand first
		}
	}
}

// familyFirst tells the countries whose people the press calls by the first word of
// their names, whatever given names it is like ("Kim", "Lee").
func familyFirst(iso string) bool {
	switch iso {
	case "CN", "TW", "KP", "KR", "VN":
		return true
	}
	return false
}

// once adds a person under a name; beyond some dozens of one name nothing tells
// them apart any more.
func once(m map[string][]int, key string, e int) {
	if len(m[key]) >= 64 {
		return
	}
	for _, x := range m[key] {
		if x == e {
			return
		}
	}
	m[key] = append(m[key], e)
}

// learn adds to a person what is told beside the name: office, side, sex. What
// the gazetteer says of the side stands before the words; the office of an
// unlisted person is that of the words.
func (r *resolver) learn(e int, m *text.Mention) {
	ent := &r.ents[e]
	if m.Role == "" {
		r.learnAround(e, m)
		return
	}
	if old := r.said[e]; len(old) < 300 && !strings.Contains(old, m.Role) {
		r.said[e] = old + " " + m.Role
	}
	if f, mm := sexOfRole(m.Role); !ent.Female && !ent.Male {
		ent.Female, ent.Male = f, mm
	}
	if role := officeOnly(m.Role); len(role) > len(ent.Party.Role) && ent.Entry == "" || ent.Party.Role == "" {
		ent.Party.Role = role
	}
	if ent.Party.Side == "" && !(r.officeIn(m.Role) == ambassador && toUnitedNations(m.Role)) {
		ent.Party.Side, ent.Party.Country = r.facts.sideIn(m.Role)
	}
	r.learnBody(ent, m.Role)
	r.learnAround(e, m)
	if iso := homeOf(m.Role); iso != "" && (ent.Party.Side == "" || iso == "US" && ent.Party.Country == "GE") { // "Georgia Sen. Saxby Chambliss"
		ent.Party.Side, ent.Party.Country = r.facts.stateName(iso), iso
	}
}

// learnBody gives a person whom the gazetteer knows by an office of other days to the body of
// several states that the title told here names: "Executive Vice President of the European
// Commission" is told of a former Dutch minister.
func (r *resolver) learnBody(ent *text.Entity, role string) {
	if ent.Entry == "" || !strings.HasPrefix(ent.Party.Role, "former ") && !strings.HasPrefix(ent.Party.Role, "future ") {
		return
	}
	if formerly(role) || r.officeIn(role) == ambassador {
		return
	}
	if side, iso := r.facts.sideIn(role); side != "" && iso == "" && r.facts.ofSeveralStates(side) {
		ent.Party.Side, ent.Party.Country, ent.Party.Role = side, "", role
	}
}

// learnAround takes the side from "Japan's" or "of Japan" before the name, or "of
// Japan" after it.
func (r *resolver) learnAround(e int, m *text.Mention) {
	ent := &r.ents[e]
	toks := r.sents[m.Sentence].Tokens
	if ent.Party.Side != "" {
		return
	}
	if at := r.titleOf(m); at > 1 && toks[at-1].XPOS == text.POS { // "Canada's" before the name, or before its title
		ent.Party.Side, ent.Party.Country = r.facts.sideIn(r.join(toks[max(0, at-4) : at-1]))
	}
	for k := m.First - 1; k > 0 && m.First-k <= 4 && ent.Party.Side == ""; k-- { // "Deputy Head of the Office of the President of Ukraine" before it
		if toks[k-1].Form == "of" && toks[k].UPOS == text.PROPN && inTitle(toks[k:m.First]) {
			ent.Party.Side, ent.Party.Country = r.facts.sideIn(r.join(toks[k:m.First]))
		}
	}
	if ent.Party.Side != "" || int(m.Last)+1 >= len(toks) || toks[m.Last].Form != "of" {
		return
	}
	end := min(int(m.Last)+4, len(toks))
	for k := int(m.Last) + 1; k < end; k++ {
		if toks[k].Form == "Chancellery" {
			return // there is one in other states than Germany
		}
	}
	ent.Party.Side, ent.Party.Country = r.facts.sideIn(r.join(toks[m.Last+1 : end]))
}

// titleOf returns where the title right before a name begins, or the name where it has none.
func (r *resolver) titleOf(m *text.Mention) text.Index {
	at := m.First - text.Index(len(strings.Fields(asTokens.Replace(m.Role))))
	if toks := r.sents[m.Sentence].Tokens; m.Role != "" && at >= 0 && r.join(toks[at:m.First]) == m.Role {
		return at
	}
	return m.First
}

// inTitle tells whether the words between an "of" and a name can all be of what he holds an
// office in: in "prospects of EU membership – Ann Lee" and "Putin of Russia and Prime Minister
// Lee" they are not.
func inTitle(toks []text.Token) bool {
	for i := range toks {
		if t := &toks[i]; small(t.Form) && t.Form != "the" && t.Form != "of" || t.UPOS == text.PUNCT {
			return false
		}
	}
	return true
}

// firstForms are the first few words of a row of tokens.
func firstForms(toks []text.Token) []string {
	out := make([]string, 0, 8)
	for i := 0; i < len(toks) && i < cap(out); i++ {
		out = append(out, toks[i].Form)
	}
	return out
}

func (r *resolver) join(toks []text.Token) string {
	words := make([]string, len(toks))
	for i := range toks {
		words[i] = toks[i].Form
	}
	return strings.Join(words, " ")
}

// shortNames gives surnames and other short names their person: the one of the
// document, else the one whom the gazetteer is sure of, else a new one.
func (r *resolver) shortNames() {
	for i := range r.m {
		m := &r.m[i]
		if m.Form != text.Name || m.Class != text.Person || m.Entity >= 0 {
			continue
		}
		name := r.words(m)
		e := r.shortName(i, name)
		if e < 0 && r.toldBehind(m) {
			role := m.Role
			m.Role = "" // "with Austin, Singapore's president and others": the next of a list
			if e = r.shortName(i, name); e < 0 {
				m.Role = role
			}
		}
		if e < 0 {
			e = r.add(text.Entity{Class: text.Person, Name: name, Rule: "name:short",
				Party: readout.Party{Kind: readout.Person, Name: name}})
			r.index(e, name)
		}
		r.put(i, e)
		r.learn(e, m)
	}
}

// shortName returns the person whom a short name means with what is told beside it: one of
// the document, else one whom the gazetteer is sure of; -1 for neither.
func (r *resolver) shortName(i int, name string) int {
	m := &r.m[i]
	if e := r.elderOrYounger(m, name); e >= 0 {
		return e
	}
	e := r.bySurname(i, name)
	if (e < 0 || r.doubtful(e, i)) && !r.broadcasts(m) {
		if p, ok := r.facts.named(name, m.Entry, r.hint(i)); ok {
			return r.known(p)
		}
	}
	return e
}

// elderOrYounger returns the bearer of a surname whom the word before it tells from another
// of the family: "the elder Bush"; -1 for none.
func (r *resolver) elderOrYounger(m *text.Mention, name string) int {
	if m.First == 0 {
		return -1
	}
	switch which := r.sents[m.Sentence].Tokens[m.First-1].Form; which {
	case "elder", "younger", "older":
		if refs := r.facts.gaz.Find("the " + which + " " + name); len(refs) == 1 && refs[0].Kind == gazetteer.Person {
			return r.known(r.facts.bearer(refs[0].Entry))
		}
	}
	return -1
}

// toldBehind tells whether the office told of a name is that of an apposition behind it
// which another party follows: it may be the next of a list.
func (r *resolver) toldBehind(m *text.Mention) bool {
	if m.Role == "" {
		return false
	}
	toks := r.sents[m.Sentence].Tokens
	for k := int(m.Last) + 1; k < len(toks); k++ {
		up := toks[k].Head
		if toks[k].Rel == text.Conj && up >= m.Last && int(up) < k && toks[up].Rel == text.Appos && toks[up].Head == m.Head {
			return true
		}
	}
	return false
}

// broadcasts tells a name that a word for a medium stands before, as of itself or as the office
// of the name: "told public broadcaster Kan", "told the newspaper Abe" mean no former premier.
func (r *resolver) broadcasts(m *text.Mention) bool {
	if m.Role != "" {
		return isMedium(strings.ToLower(m.Role[strings.LastIndexByte(m.Role, ' ')+1:]))
	}
	return m.First > 0 && isMedium(r.sents[m.Sentence].Tokens[m.First-1].Lemma)
}

func isMedium(lemma string) bool {
	switch lemma {
	case "broadcaster", "newspaper", "channel", "radio", "network", "station", "daily", "magazine", "weekly", "tabloid", "outlet", "website",
		"agency", "portal", "site", "television", "tv", "newswire":
		return true
	}
	return false
}

// doubtful tells whether the person of the document may not be the one meant by
// short mention i: nobody the gazetteer knows, and named in full only later, or
// without the office that is told here.
func (r *resolver) doubtful(e, i int) bool {
	m := &r.m[i]
	ent := &r.ents[e]
	if officeOnly(m.Role) != "" && ent.Party.Role != "" && r.officeIn(m.Role) != otherOffice && !r.officeIn(m.Role).alike(r.officeIn(ent.Party.Role)) {
		return true
	}
	return ent.Entry == "" && (r.nearness(e, i) == 0 || officeOnly(m.Role) != "" && ent.Party.Role == "")
}

// bySurname returns the person of the document whom a short name means: one whose
// name ends with it, else begins with it; the nearest before, else the first after.
func (r *resolver) bySurname(i int, name string) int {
	m := &r.m[i]
	words := strings.Fields(nameKey(name))
	if len(words) == 0 {
		return -1
	}
	female, male := sexOfRole(m.Role)
	side, _ := r.facts.sideIn(m.Role)
	title := royalTitle(m.Role)
	if title == "" {
		title = royalTitle(name)
	}
	best, bestScore := -1, -1
	for pass, list := range [][]int{r.last[words[len(words)-1]], r.given[words[0]]} {
		for _, e := range list {
			ent := &r.ents[e]
			heir := title == "crown prince" && strings.HasSuffix(nameKey(ent.Name), " bin "+words[len(words)-1]) // "Crown Prince Salman", of a "bin Salman"
			if female && ent.Male || male && ent.Female || !heir && !fits(nameKey(ent.Name), words, pass == 1 || len(words) == 1 && strings.HasPrefix(nameKey(ent.Name), words[0]+" ")) {
				continue
			}
			if entry := r.facts.gaz.Entry(ent.Entry); title != "" && entry != nil && r.facts.titledOtherwise(entry, hint{role: title, when: r.facts.now()}) {
				continue
			}
			if side != "" && ent.Party.Side != "" && side != ent.Party.Side {
				continue
			}
			if s := r.nearness(e, i) + 200*bit(r.leads(e)); s > bestScore {
				best, bestScore = e, s
			}
		}
		if best >= 0 {
			return best
		}
	}
	return -1
}

// leads tells whether a person heads a state or government: of two bearers of a
// surname the press means that one where it says no more.
func (r *resolver) leads(e int) bool {
	o := r.officeIn(r.ents[e].Party.Role)
	return o == headOfState || o == headOfGovernment || o == leader || o == monarch
}

// fits tells whether the words end the name, or begin it.
func fits(full string, words []string, begin bool) bool {
	short := strings.Join(words, " ")
	if full == short {
		return true
	}
	if begin {
		return strings.HasPrefix(full, short+" ")
	}
	// "Salman" is no short name of a "bin Salman"
	return strings.HasSuffix(full, " "+short) && !strings.HasSuffix(full, " bin "+short)
}

// nearness is higher the nearer a person was last named before mention i and the
// more often; those named only later have none.
func (r *resolver) nearness(e, i int) int {
	last, times := -1, 0
	for k := i - 1; k >= 0 && k > i-400; k-- {
		if r.m[k].Entity != e {
			continue
		}
		if last < 0 {
			last = k
		}
		times++
	}
	if last < 0 {
		return 0
	}
	return 1000 + 30*min(times, 10) - (i - last)
}

// otherNames gives states, places, bodies, groups, gatherings and works theirs.
func (r *resolver) otherNames() {
	for i := range r.m {
		m := &r.m[i]
		if m.Form != text.Name || m.Class == text.Person || m.Entity >= 0 {
			continue
		}
		if pair := r.facts.namesakes(r.words(m)); len(pair) > 0 {
			m.Class = text.People
			r.put(i, r.together(i, []int{r.state(pair[0].Name, pair[0].Country), r.state(pair[1].Name, pair[1].Country)}))
			continue
		}
		switch m.Class {
		case text.Nationality:
			r.put(i, r.nationality(m))
		case text.State:
			if m.Entry == "state:GE" && r.atHomeInAmerica() {
				m.Class = text.Place
				r.put(i, r.stateOfAmerica(m))
				continue
			}
			r.put(i, r.stateOf(m))
		case text.Place:
			r.put(i, r.placeOf(m))
		case text.Gathering:
			r.put(i, r.gatheringOf(i))
		default:
			if m.Class == text.Body && m.Entry != "" && !strings.HasPrefix(m.Entry, "state:") && r.convenes(i) { // "at the NATO", but not "at the White House"
				m.Class = text.Gathering
				r.put(i, r.gatheringOf(i))
				continue
			}
			r.put(i, r.thingOf(i))
		}
	}
}

func (r *resolver) nationality(m *text.Mention) int {
	side, iso := r.facts.stateBy(m.Entry)
	if side == "" {
		side, iso = r.facts.sideIn(r.words(m))
	}
	return r.state(side, iso)
}

func (r *resolver) stateOf(m *text.Mention) int {
	side, iso := r.facts.stateBy(m.Entry)
	if side == "" {
		side, iso = r.facts.sideIn(r.words(m))
	}
	if side == "" {
		side = r.words(m)
	}
	return r.state(side, iso)
}

// stateOfAmerica makes, or finds again, the place that is one of the United States.
func (r *resolver) stateOfAmerica(m *text.Mention) int {
	name := r.words(m)
	key := "place " + nameKey(name)
	if e, ok := r.keys[key]; ok {
		return e
	}
	e := r.add(text.Entity{Class: text.Place, Name: name, Rule: "place",
		Place: readout.Place{Region: name, Country: r.facts.stateName("US"), Code: "US"}})
	r.keys[key] = e
	return e
}

// atHomeInAmerica tells a document that tells of the politics or of other states of America,
// and of nothing near the Caucasus: the Georgia it names lies beside Florida.
func (r *resolver) atHomeInAmerica() bool {
	if r.america == 0 {
		r.america = -1
		for s := range r.sents {
			for i := range r.sents[s].Tokens {
				switch r.sents[s].Tokens[i].Form {
				case "Atlanta", "Republican", "Republicans", "Democrat", "Democrats", "Florida", "Texas", "Ohio", "Carolina", "Alabama", "Tennessee", "Virginia", "California", "midterms", "gubernatorial":
					r.america = 1
				case "Georgian", "Georgians", "Tbilisi", "Abkhazia", "Ossetia", "Caucasus", "Saakashvili", "Shevardnadze", "Moldova", "Armenia", "Azerbaijan", "Kazakhstan", "Crimea", "Estonia", "Soviet":
					r.america = -1
					return false
				}
			}
		}
	}
	return r.america > 0
}

// state makes, or finds again, the entity of a state.
func (r *resolver) state(name, iso string) int {
	if name == "" {
		return -1
	}
	key := "state " + name
	if e, ok := r.keys[key]; ok {
		return e
	}
	e := r.add(text.Entity{
		Class: text.State, Name: name, Rule: "state",
		Party: readout.Party{Kind: readout.State, Name: name, Side: name, Country: iso},
		Place: readout.Place{Country: name, Code: iso},
	})
	r.keys[key] = e
	return e
}

// placeOf gives a place its entity; a capital that acts stands for its state.
func (r *resolver) placeOf(m *text.Mention) int {
	if side, iso := r.facts.capital(m.Entry); side != "" && r.acts(m) {
		m.Class = text.State
		return r.state(side, iso)
	}
	name := r.words(m)
	key := "place " + nameKey(name)
	if e, ok := r.keys[key]; ok {
		return e
	}
	e := r.add(text.Entity{Class: text.Place, Name: name, Entry: m.Entry, Place: r.facts.place(m.Entry, name), Rule: "place"})
	r.keys[key] = e
	return e
}

// acts tells whether a place does or suffers something that only a government can:
// it is no place of anything by its preposition.
func (r *resolver) acts(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	h := m.Head
	switch prep(toks, h) {
	case "in", "at", "near", "from", "to":
		return false // "meetings with Kim, in Hanoi", whatever the tree joins it to
	}
	for steps := 0; toks[h].Rel == text.Conj && toks[h].Head >= 0 && int(toks[h].Head) < len(toks) && steps < 8; steps++ {
		h = toks[h].Head // "between Seoul and Tokyo": the first tells for all
	}
	t := &toks[h]
	switch t.Rel {
	case text.Nsubj, text.Iobj, text.NsubjOuter:
		return true
	case text.NsubjPass:
		return true
	case text.Obj:
		return addresses(toks, t.Head)
	case text.NmodPoss:
		return true
	case text.Obl, text.OblAgent, text.Nmod:
		switch prep(toks, h) {
		case "with", "between", "against", "by", "on":
			return true
		}
	}
	return false
}

// addresses tells whether verb v does something to a government that it does not
// do to a city.
func addresses(toks []text.Token, v text.Index) bool {
	if v < 0 || int(v) >= len(toks) {
		return false
	}
	switch toks[v].Lemma {
	case "tell", "urge", "accuse", "warn", "ask", "press", "pressure", "blame", "criticize", "criticise", "call", "condemn",
		"sanction", "threaten", "thank", "support", "engage", "inform", "notify", "assure", "anger", "irritate", "provoke",
		"help", "want", "push", "persuade", "convince", "invite", "allow", "force", "include", "isolate", "punish", "trust", "meet", "lead", "see", "prompt":
		return true
	}
	return false
}

// prep returns the preposition of token h, or "".
func prep(toks []text.Token, h text.Index) string {
	for i := int(h) - 1; i >= 0 && i >= int(h)-8; i-- {
		if toks[i].Head == h && toks[i].Rel == text.Case && toks[i].XPOS != text.POS {
			return strings.ToLower(toks[i].Form)
		}
	}
	return ""
}

// thingOf gives a body, a group, a gathering or a work its entity. A short form
// in brackets right after the name stands for it from then on.
func (r *resolver) thingOf(i int) int {
	m := &r.m[i]
	name := r.words(m)
	key := m.Class.String() + " " + strings.TrimPrefix(nameKey(name), "the ")
	if toks := r.tokens(m); m.Entry != "" && !small(toks[len(toks)-1].Form) {
		key = "#" + m.Entry // but "the X administration" is not the White House
	}
	if b := r.facts.gaz.Entry(m.Entry); b != nil && ofOneState(gazetteer.Ref{Entry: b}) {
		if side, iso := r.facts.stateBehind(firstForms(r.sents[m.Sentence].Tokens[m.Last:])); iso != "" && iso != b.Country {
			return r.add(text.Entity{Class: m.Class, Name: name, Rule: "name:text", // "the House of Representatives of Japan"
				Party: readout.Party{Kind: readout.Organisation, Name: name, Side: side, Country: iso}})
		}
	}
	if e, ok := r.keys[key]; ok {
		return e
	}
	if e := r.shortForm(i, key); e >= 0 {
		return e
	}
	if e, ok := r.keys["initials "+strings.ReplaceAll(name, ".", "")]; ok && m.Entry == "" {
		return e
	}
	e := r.add(r.facts.thing(m, name))
	r.keys[key] = e
	if short := initials(name); m.Class != text.Work && len(short) > 2 {
		r.keys["initials "+short] = e
	}
	return e
}

// initials are the first letters of a name's words in capitals: "KPA" of "Korean
// People's Army".
func initials(name string) string {
	var b []byte
	for w := range strings.FieldsSeq(name) {
		if c := w[0]; 'A' <= c && c <= 'Z' {
			b = append(b, c)
		}
	}
	return string(b)
}

func small(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }

// shortForm returns the entity of the name right before "(" where the mention
// stands in those brackets.
func (r *resolver) shortForm(i int, key string) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if i == 0 || m.First < 2 || toks[m.First-1].XPOS != text.LRB {
		return -1
	}
	for k := i - 1; k >= 0 && r.m[k].Sentence == m.Sentence && k > i-4; k-- {
		p := &r.m[k]
		if p.Last == m.First-1 && p.Form == text.Name && p.Class == m.Class && p.Entity >= 0 {
			r.keys[key] = p.Entity
			return p.Entity
		}
	}
	return -1
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

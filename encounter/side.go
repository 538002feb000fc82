package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// This file says who can take part, and for which side.

// speaksAhead puts his state in the place of a person who only speaks ahead of talks with a state or a
// group: "Ruiz said ahead of negotiations with Peru". He need not sit at them.
func (d *draft) speaksAhead(t *telling) {
	s := &d.r.Sentences[t.sentence]
	at := t.trigger
	if caseOf(s, at) == "of" && s.Tokens[at].Rel == text.Nmod && s.Tokens[s.Tokens[at].Head].Lemma == "round" {
		at = s.Tokens[at].Head
	}
	c := caseOf(s, at)
	if !t.noun || !negotiated(s.Tokens[t.trigger].Lemma) || c != "ahead of" && c != "before" && c != "prior to" || s.Child(t.trigger, text.NmodPoss) != text.None {
		return
	}
	if !saysSo(s, governor(s, at)) && !saysSo(s, verbBefore(s, at)) {
		return
	}
	own, others := ownAndOthers(t.parties)
	if len(own) != 1 || anyPerson(others) {
		return
	}
	for i := range t.parties {
		p := &t.parties[i]
		if p.role == 'b' || p.party.Kind != readout.Person {
			continue
		}
		if side, ok := d.delegation(p.party); ok {
			p.party, p.entity = side, unlisted-int(p.at.Start)
		}
	}
}

// saysSo tells a verb by which somebody says something, or None.
func saysSo(s *text.Sentence, v text.Index) bool {
	if v == text.None {
		return false
	}
	switch s.Tokens[v].Lemma {
	case "say", "tell", "warn", "add", "insist", "stress", "speak", "vow", "declare", "express", "urge", "call", "threaten", "repeat", "reiterate":
		return true
	}
	return false
}

// verbBefore returns the finite verb nearest before token i, or None, wherever the tree hangs it.
func verbBefore(s *text.Sentence, i text.Index) text.Index {
	for i--; i >= 0; i-- {
		if finiteVerb(&s.Tokens[i]) && s.Tokens[i].UPOS == text.VERB {
			return i
		}
	}
	return text.None
}

// bearsInvitation puts his state in the place of an aide or envoy who invites: he only bears what
// another asks.
func (d *draft) bearsInvitation(t *telling) {
	if !slices.ContainsFunc(t.rules, func(r string) bool { return strings.HasPrefix(r, "invit") }) {
		return
	}
	for i := range t.parties {
		p := &t.parties[i]
		if !p.host || p.party.Kind != readout.Person || !slices.ContainsFunc(strings.Fields(lower(p.party.Role)), messenger) {
			continue
		}
		if side, ok := d.delegation(p.party); ok {
			p.party, p.entity, t.borne = side, unlisted-int(p.at.Start), true
		}
	}
}

// messenger tells a word of an office whose holder speaks for who sends him.
func messenger(word string) bool {
	switch word {
	case "ambassador", "envoy", "aide", "spokesman", "spokeswoman", "spokesperson", "emissary":
		return true
	}
	return false
}

// ourSide makes "we" and "us", in words of an official opposite a state, his side: "the U.S. will
// meet us", said by a deputy minister. Who leads, or is the first diplomat, may well have been there.
func (d *draft) ourSide(t *telling) {
	if t.voice < 0 || t.ours || len(t.parties) < 2 {
		return
	}
	for i := range t.parties {
		p := &t.parties[i]
		switch lower(p.at.In(d.r.Document.Text)) {
		case "we", "us", "our":
		default:
			continue
		}
		if p.party.Kind != readout.Person || !speaksForOthers(p.party) || slices.ContainsFunc(t.parties, func(q partyAt) bool { return q.entity != p.entity && q.party.Kind == readout.Person }) {
			continue
		}
		if side, ok := d.delegation(p.party); ok {
			p.party, p.entity = side, unlisted-int(p.at.Start)
		}
	}
}

// speaksForOthers tells an official who tells of what his state does, by the office that he holds.
func speaksForOthers(p readout.Party) bool {
	role := lower(p.Role)
	for _, word := range [...]string{"spokes", "press secretary", "deputy", "vice foreign", "vice minister", "assistant"} {
		if strings.Contains(role, word) {
			return true
		}
	}
	return false
}

// settleParties drops a country or body beside somebody who acts for it: "Kim and the North
// Koreans" are one side, told twice.
func settleParties(ps []partyAt) []partyAt {
	var out []partyAt
	for _, p := range ps {
		redundant := false
		for _, q := range ps {
			redundant = redundant || p.party.Kind != readout.Person && q.party.Kind == readout.Person && q.party.Side == p.party.Name
		}
		if !redundant {
			out = append(out, p)
		}
	}
	return knownSides(out)
}

// knownSides drops those of whom no side is known where two sides are.
func knownSides(ps []partyAt) []partyAt {
	first, two := "", false
	for _, p := range ps {
		if s := p.party.Side; s != "" {
			two = two || first != "" && s != first
			first = s
		}
	}
	if !two {
		return ps
	}
	var out []partyAt
	for _, p := range ps {
		if p.party.Side != "" {
			out = append(out, p)
		}
	}
	return out
}

func hasRole(ps []partyAt, role byte) bool {
	for _, p := range ps {
		if p.role == role {
			return true
		}
	}
	return false
}

// among keeps the parties that a noun has to itself: "talks between A and B".
func among(ps []partyAt) []partyAt {
	var out []partyAt
	for _, p := range ps {
		if p.role == 'm' {
			out = append(out, p)
		}
	}
	return out
}

// partyOf turns an entity into a participant. A delegation without names is its
// country or body; a crowd of nobody's takes no part.
func (d *draft) partyOf(e *text.Entity) (readout.Party, bool) {
	p := d.inItsTime(e.Party)
	if e.Rule == "description" && e.Entry == "" && d.group(p.Side) == nil {
		if band := rebels(e.Name); band != "" {
			return readout.Party{Kind: readout.Group, Name: band, Side: band}, true
		}
	}
	switch e.Class {
	case text.Person:
		if indefinite(p.Name) && !emissary(p.Name, d.group(p.Side) != nil) { // "a sitting president": nobody in particular
			return p, false
		}
		firstLady := e.Rule != "description" && strings.HasPrefix(p.Role, "wife of the President")
		if e.Entry == "" && ofPrivateLife(p.Role) && !firstLady {
			return p, false
		}
		if describes(p.Name) || e.Entry == "" && e.Rule == "description" { // nobody is named: the delegation is its country
			return d.delegation(p)
		}
		return p, p.Name != ""
	case text.State:
		if e.Rule == "description" && strings.HasSuffix(e.Name, "world powers") {
			return readout.Party{Kind: readout.Group, Name: "world powers", Side: "world powers"}, true
		}
		p.Kind = readout.State
		if p.Side != "" {
			p.Name = p.Side
		}
		return p, p.Name != "" && !describes(p.Name)
	case text.Body:
		b := d.gaz.Entry(e.Entry)
		if b != nil && p.Side != "" && p.Side != p.Name && (b.Class == "ministry" || b.Class == "office") {
			return d.delegation(p) // "the Kremlin": the state
		}
		if b == nil && governs(p.Name) {
			return d.delegation(p) // "the Sudanese government"
		}
		return p, b != nil && (b.Class == "international" || b.Class == "regional") && (p.Side == "" || p.Side == p.Name)
	case text.Group:
		return p, p.Name != "" && !describes(p.Name)
	case text.People:
		if private(e.Name) {
			return p, false
		}
		if many := ofRegion(e.Name); many != "" {
			return readout.Party{Kind: readout.Group, Name: many, Side: many}, true
		}
		return d.delegation(p)
	case text.Nationality:
		return d.delegation(p)
	}
	return p, false
}

// rebels names those who stand against their state's government, of a description of
// some of them: "a senior Yemeni rebel official" is of the "Yemeni rebels"; "" for others.
func rebels(description string) string {
	words := strings.Fields(description)
	for i, w := range words {
		switch strings.TrimSuffix(lower(w), "s") {
		case "rebel", "separatist", "insurgent", "guerrilla":
			w = strings.TrimSuffix(w, "s") + "s"
		case "faction", "militia":
			w = strings.TrimSuffix(w, "s") + "s"
		case "opposition":
		default:
			continue
		}
		if i > 0 && words[i-1] != lower(words[i-1]) && !strings.HasSuffix(words[i-1], "-based") && !indefinite(words[i-1]) && lower(words[i-1]) != "the" {
			return words[i-1] + " " + w
		}
	}
	return ""
}

// ofRegion names those who lead several states at once, of a description of some of them:
// "a group of Arab leaders" are "Arab leaders"; "" for others.
func ofRegion(description string) string {
	words := strings.Fields(description)
	for i := 1; i < len(words); i++ {
		switch lower(words[i]) {
		case "leaders", "presidents", "premiers", "ministers":
		default:
			continue
		}
		switch region := words[i-1]; region {
		case "European", "Arab", "Gulf", "African", "Asian", "Balkan", "Caribbean", "Baltic", "Nordic":
			return region + " " + words[i]
		case "American":
			if i >= 2 && (words[i-2] == "Latin" || words[i-2] == "Central" || words[i-2] == "South") {
				return words[i-2] + " " + region + " " + words[i]
			}
		}
	}
	return ""
}

// governs tells whether the description of a body is that of a state's government.
func governs(description string) bool {
	switch lower(description[strings.LastIndex(description, " ")+1:]) {
	case "government", "administration", "presidency", "regime":
		return true
	}
	return false
}

// private tells people who act for nobody but themselves: "Finnish businessmen".
func private(description string) bool {
	if low := lower(description); (strings.HasSuffix(low, "media") || strings.HasSuffix(low, "press")) && !strings.Contains(low, "state") {
		return true // the state's own speak for it
	}
	if low := lower(description); ofSociety(low) || ofAssociation(low) || ofBusiness(strings.Fields(low)) {
		return true
	}
	for _, w := range strings.Fields(lower(description)) {
		switch w {
		case "royal", "ruling", "sovereign":
			return false // "members of the royal family"
		case "family", "businessmen", "businesspeople", "investors", "staff", "employees", "workers", "students", "journalists", "reporters", "editors", "scientists", "scholars", "artists", "troops", "soldiers", "peacekeepers", "contingents", "forces",
			"lawyers", "attorneys", "writers", "intellectuals", "philosophers", "singers", "actors", "musicians", "crew", "orchestra", "choir", "troupe", "billionaires", "oligarchs", "tycoons", "entrepreneurs", "activists", "dissidents",
			"families", "relatives", "wives", "spouses", "husbands", "hostages", "prisoners", "detainees", "survivors", "victims", "settlers", "teachers", "professors", "academics", "tribal",
			"women", "girls", "boys", "youth", "veterans", "bankers", "unionists", "farmers", "industrialists", "philanthropists", "bloggers", "clergy", "nuns", "expatriates", "emigrants",
			"residents", "fans", "refugees", "voters", "companies", "corporations", "firms", "businesses", "universities", "executives", "citizens", "civilians", "tourists", "athletes", "players", "children", "protesters", "migrants", "supporters", "followers", "demonstrators", "sympathisers", "sympathizers":
			return true
		}
	}
	return false
}

// ofSociety tells people who stand for a cause or a faith within a state: "Russian gay rights
// groups", "Syrian faith leaders".
func ofSociety(description string) bool {
	for _, many := range [...]string{"delegation of ", "group of ", "number of ", "gathering of "} {
		if _, who, ok := strings.Cut(description, many); ok {
			description = who
		}
	}
	for _, in := range [...]string{" in ", " from ", " of "} {
		description, _, _ = strings.Cut(description, in)
	}
	for _, of := range [...]string{"rights", "advocacy", "aid", "civil society", "civic", "environmental", "women's", "faith", "religious", "church", "community", "business", "student", "labour", "labor", "union", "youth", "industry"} {
		for _, who := range [...]string{"groups", "organizations", "organisations", "advocates", "campaigners", "defenders", "leaders"} {
			if strings.HasSuffix(description, of+" "+who) {
				return true
			}
		}
	}
	for _, sent := range [...]string{"business mission", "business delegation"} { // "a large Italian business mission"
		if strings.HasSuffix(description, sent) || strings.HasSuffix(description, sent+"s") {
			return true
		}
	}
	return strings.Contains(description, "civil society") || strings.HasSuffix(description, "ngos")
}

// ofAssociation tells people of circles or bodies within a state that are none of its own:
// "representatives of French business circles", "leaders of German sports organisations".
func ofAssociation(description string) bool {
	for _, in := range [...]string{" in ", " from "} {
		description, _, _ = strings.Cut(description, in)
	}
	for _, w := range [...]string{"armed", "militant", "terrorist", "rebel", "opposition", "international", "military", "government", "intelligence", "security"} {
		if strings.Contains(description, w) {
			return false
		}
	}
	for _, of := range [...]string{"circles", "organizations", "organisations", "associations", "federations", "charities", "foundations", "churches", "clubs", "banks", "newspapers", "unions", "diaspora", "community", "communities"} {
		if strings.HasSuffix(description, " "+of) {
			return true
		}
	}
	return false
}

// ofPrivateLife tells from what somebody is called that he acts for no state, though one is
// named as his: "the French philosopher", "a Kremlin-connected lawyer". A politician's lawyer
// or an opposition activist may speak for others.
func ofPrivateLife(role string) bool {
	words := strings.Fields(lower(role))
	if ofKin(words) || ofLearning(words) || ofBusiness(words) || retired(words) {
		return true
	}
	last := ""
	for _, w := range words {
		switch w {
		case "of", "for", "from", "in", "at", "with":
			return privateCalling(last)
		case "and", "his", "her", "their", "opposition", "state", "government", "ministry", "army", "military", "presidential", "party":
			return false
		}
		if strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
			return false
		}
		last = w
	}
	return privateCalling(last)
}

// ofKin tells that the words say whose relative somebody is, and no more: "the president's
// brother", "a son of the king".
func ofKin(words []string) bool {
	for i, w := range words {
		if w == "and" {
			return false
		}
		last := i+1 == len(words) || words[i+1] == "of"
		switch w {
		case "son", "daughter", "brother", "sister", "wife", "husband", "widow", "mother", "father", "cousin", "nephew", "niece", "uncle", "grandson", "granddaughter", "fiancée", "girlfriend", "friend":
			return last
		}
	}
	return false
}

// ofLearning tells that somebody works where people study and teach, whatever the post: "Egypt
// expert at Georgetown University", "fellow at the Carnegie Endowment". Who heads a state's
// university, or an institute that a body runs, is left out by the same words.
func ofLearning(words []string) bool {
	calling := false
	for i, w := range words {
		switch w {
		case "expert", "fellow", "analyst", "researcher", "lecturer", "specialist", "dean", "director", "head", "founder", "scholar", "president", "vice", "associate":
			calling = true
		case "at", "of", "from", "with":
			for _, x := range words[i+1:] {
				switch strings.Trim(x, ",") {
				case "university", "college", "institute", "institution", "think-tank", "tank", "foundation", "endowment", "school":
					return calling
				}
			}
			return false
		}
	}
	return false
}

// ofBusiness tells that somebody heads or serves a firm, or those who trade, whatever country its name
// has in it: "CEO of French energy company Total", "President of the General Confederation of Italian
// Industry". What a state owns may act for it, as banks of states do.
func ofBusiness(words []string) bool {
	after := func(i int) string {
		if i+1 < len(words) {
			return strings.Trim(words[i+1], ",")
		}
		return ""
	}
	calling, firm := false, false
	for i, w := range words {
		w = strings.Trim(w, ",")
		switch w {
		case "in", "on", "who", "which":
			return calling && firm // "the Palestinian president in the West Bank"
		case "state", "state-owned", "state-run", "national", "central", "government", "ministry", "minister", "department", "committee", "commission", "agency", "party",
			"world", "international", "development", "reserve", "investment", "military", "security", "nuclear", "union", "parliament", "parliamentary", "west":
			return false
		case "ceo":
			calling, firm = true, true
		case "president", "chairman", "chairwoman", "chairperson", "chair", "chief", "head", "director", "founder", "co-founder", "owner", "co-owner", "partner", "shareholder", "executive", "executives",
			"representative", "representatives", "member", "members", "heads", "leaders":
			calling = true
		case "manager": // "the head of an asset manager"
			calling, firm = true, firm || calling
		case "company", "corporation", "firm", "conglomerate", "bank", "carmaker", "automaker", "shipbuilder", "airline", "retailer", "manufacturer", "insurer", "industry", "industries", "industrialists", "employers", "entrepreneurs", "businesses", "manufacturers",
			"concern", "holding", "holdings", "enterprise", "enterprises", "startup", "start-up", "consortium", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "plc", "gmbh", "brewery", "steelmaker", "chipmaker", "drugmaker":
			firm = true
		case "board":
			switch {
			case after(i) == "of" && after(i+1) == "directors":
				firm = true
			case i > 0:
				firm = firm || words[i-1] == "executive" || words[i-1] == "supervisory" || words[i-1] == "management"
			}
		case "companies":
			firm = true // "a group of companies"
		case "officer":
			firm = firm || i > 0 && words[i-1] == "executive"
		case "chamber":
			firm = firm || after(i) == "of" && after(i+1) == "commerce"
		case "business":
			switch after(i) {
			case "association", "federation", "council", "chamber", "roundtable", "group":
				firm = true
			}
		}
	}
	return calling && firm
}

// retired tells who once served a state below its leaders, and acts for it no more: "a former British
// ambassador to Moscow".
func retired(words []string) bool {
	former := false
	for _, w := range words {
		switch w {
		case "former", "ex", "retired":
			former = true
		case "ambassador", "ex-ambassador", "diplomat", "ex-diplomat", "spy", "ex-spy", "agent", "officer", "representative":
			return former || strings.HasPrefix(w, "ex-")
		case "of", "to", "and", "for":
			return false
		}
	}
	return false
}

// privateCalling tells a calling that is no public office.
func privateCalling(noun string) bool {
	switch noun {
	case "lawyer", "attorney", "solicitor", "barrister", "writer", "author", "novelist", "poet", "playwright", "philosopher", "historian", "intellectual",
		"journalist", "interviewer", "reporter", "correspondent", "editor", "columnist", "blogger", "photographer", "broadcaster", "anchor",
		"actor", "actress", "singer", "musician", "rapper", "artist", "painter", "filmmaker", "composer", "conductor", "pianist", "celebrity",
		"businessman", "businesswoman", "billionaire", "millionaire", "tycoon", "magnate", "mogul", "oligarch", "entrepreneur", "investor", "financier", "banker", "ceo",
		"activist", "dissident", "bishop", "archbishop", "priest", "imam", "rabbi", "professor", "academic", "scholar", "scientist", "economist", "student", "teacher", "doctor", "physician",
		"footballer", "boxer", "athlete", "player", "golfer", "swimmer", "coach", "tourist", "pilgrim", "refugee", "prisoner", "detainee", "hostage", "citizen":
		return true
	}
	return false
}

// delegation is the country, body or group that people without names act for.
func (d *draft) delegation(p readout.Party) (readout.Party, bool) {
	if g := d.group(p.Side); g != nil && p.Country == "" {
		return readout.Party{Kind: readout.Group, Name: g.Name, Side: g.Name, Wikidata: g.Wikidata}, true
	}
	if body, ok := d.sideNamed(p.Side); ok && p.Country == "" { // "EU leaders" act for the European Union
		p.Side = body.Side
	}
	return readout.Party{Kind: readout.State, Name: p.Side, Side: p.Side, Country: p.Country}, p.Side != "" && (p.Country != "" || d.manyStates(p.Side))
}

// manyStates tells whether the name is that of a body of several states.
func (d *draft) manyStates(name string) bool {
	for _, r := range d.gaz.Find(name) {
		if r.Kind == gazetteer.Body && (r.Class == "international" || r.Class == "regional") {
			return true
		}
	}
	return false
}

// group returns the armed or political group of that name, or nil.
func (d *draft) group(name string) *gazetteer.Entry {
	for _, r := range d.gaz.Find(name) {
		if r.Kind == gazetteer.Group {
			return r.Entry
		}
	}
	return nil
}

// band tells whether the name is that of a state, or of an armed or political group.
func (d *draft) band(name string) bool {
	for _, r := range d.gaz.Find(name) {
		if r.Kind == gazetteer.Group || r.Kind == gazetteer.State || r.Kind == gazetteer.Region {
			return true
		}
	}
	return false
}

// lastSovietDay is the last day on which somebody acted for the Soviet Union; whom a
// later text calls Soviet was born there, unless he is known to have acted for it.
const lastSovietDay = "1991-12-26"

// inItsTime takes from a party a side that there no longer was.
func (d *draft) inItsTime(p readout.Party) readout.Party {
	if p.Kind == readout.Person && p.Country == "" && p.Side != "" && !d.manyStates(p.Side) && !d.band(p.Side) {
		p.Side = "" // "the bureau", "the House": one state's own
	}
	for _, r := range d.gaz.Find(p.Side) {
		if p.Kind == readout.Person && r.Kind == gazetteer.Body && (r.Class == "ministry" || r.Class == "office") && r.Side != "" && r.Country != "" {
			p.Side, p.Country = r.Side, r.Country // "a State Department spokesman": his state's
		}
	}
	if postedTo(p) {
		p.Side, p.Country = "", "" // where he is posted is not whom he acts for
	}
	if end, _ := readout.PublishedDay(lastSovietDay); p.Country == "SU" && p.Wikidata == "" && p.Kind == readout.Person && d.dated && d.published > end {
		p.Side, p.Country = "", ""
	}
	return p
}

// postedTo tells somebody whose office is named by where he serves: "deputy chief of
// mission in Libya".
func postedTo(p readout.Party) bool {
	if p.Kind != readout.Person || p.Side == "" {
		return false
	}
	role := lower(p.Role)
	for _, office := range []string{"mission in ", "mission to ", "ambassador to ", "ambassador in ", "envoy to ", "envoy for ", "envoy in ", "diplomat in ", "diplomat to ", "consul in "} {
		if strings.HasSuffix(role, office+lower(p.Side)) {
			return true
		}
	}
	return false
}

func indefinite(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch lower(first) {
	case "a", "an", "no", "any", "another", "every", "each":
		return true
	}
	return false
}

// emissary tells somebody who acts for his side, whoever he is: "a senior U.S. official",
// "an Iranian envoy", of an armed group "a Taliban commander" too. Of those who were one
// once, or may be one, nothing follows.
func emissary(description string, ofGroup bool) bool {
	words := strings.Fields(lower(description))
	for _, w := range words {
		switch w {
		case "former", "ex", "retired", "any", "no", "every", "each", "potential", "future":
			return false
		}
	}
	for _, w := range words {
		switch w {
		case "official", "envoy", "diplomat", "negotiator", "ambassador", "delegation", "emissary", "representative", "mediator", "general":
			return true
		case "leader", "commander", "figure", "delegate":
			if ofGroup {
				return true
			}
		}
	}
	return false
}

// describes tells a description from a name: it begins with no capital, or with an
// article or a possessor ("North Korea's leader").
func describes(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch lower(first) {
	case "a", "an", "the", "no", "any", "his", "her", "their":
		return true
	}
	switch last := lower(name[strings.LastIndex(name, " ")+1:]); last {
	case "minister", "president", "ambassador", "leader", "chancellor", "king", "prince", "secretary", "official", "envoy", "chief", "diplomat", "negotiator", "emissary", "representative", "premier", "ministers", "leaders":
		return true
	}
	return strings.HasSuffix(first, "'s") || strings.HasSuffix(first, "’s") || first == lower(first)
}

// sides counts the different sides among the parties; who has none counts alone.
func (d *draft) sides(ps []partyAt) int {
	n := 0
	for i, p := range ps {
		fresh := true
		for _, q := range ps[:i] {
			if side(p.party) == side(q.party) {
				fresh = false
			}
		}
		if fresh {
			n++
		}
	}
	return n
}

func side(p readout.Party) string {
	if p.Side != "" {
		return p.Side
	}
	return p.Name
}

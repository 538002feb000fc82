package encounter

import (
	"strings"

	"readout"
	"readout/rule"
	"readout/text"
)

// gatherParties fills the participants of a telling: the roles that the rules
// captured, then the understood subject.
func (d *draft) gatherParties(t *telling, matches []rule.Match) {
	s := &d.r.Sentences[t.sentence]
	for _, m := range matches {
		for _, role := range m.Roles {
			for _, i := range role.Tokens {
				switch role.Name {
				case "p":
					d.addVisited(t, i)
				case "m":
					d.addMembers(t, i)
				default:
					d.addParty(t, i, role.Name[0], t.host && role.Name == "a")
				}
			}
		}
	}
	d.addAfter(t)
	d.addSummiteers(t)
	if t.noun && d.sides(among(t.parties)) >= 2 {
		return // "talks between A and B": the verb's subject need not be one of them
	}
	if t.noun {
		d.addAddressee(t)
	}
	if d.addCommanded(t) {
		return
	}
	if t.noun && d.words.severed(s, t.trigger) {
		d.addPossessor(t)
		return
	}
	own := false // the trigger has a subject of its own, which is no party
	for _, sub := range understoodSubjects(s, t.trigger) {
		isOwn := sub < t.trigger && s.Tokens[sub].Head == t.trigger
		if own && !isOwn {
			break
		}
		before := len(t.parties)
		d.addParty(t, sub, 'a', t.host)
		if len(t.parties) > before {
			return
		}
		own = own || isOwn
	}
	d.addBefore(t)
	d.addTweeter(t)
}

// settleParties drops a country beside somebody who acts for it: "Kim and the North
// Koreans" are one side, told twice.
func settleParties(ps []partyAt) []partyAt {
	var out []partyAt
	for _, p := range ps {
		redundant := false
		for _, q := range ps {
			redundant = redundant || p.party.Kind == readout.State && q.party.Kind == readout.Person && q.party.Side == p.party.Name
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

// addAfter adds the name that stands right after the verb, or after "with" behind the
// noun, where the tree does not hang it there: "will meet Russian President Vladimir
// Putin", "a summit next week with Moon".
func (d *draft) addAfter(t *telling) {
	s := &d.r.Sentences[t.sentence]
	if t.kind == readout.Visit || hasRole(t.parties, 'b') || hasRole(t.parties, 'm') {
		return
	}
	i := d.afterWith(s, t)
	if i == text.None {
		return
	}
	for steps := 0; int(i) < len(s.Tokens) && steps < 8; steps++ {
		if m := d.startingAt(t.sentence, i); m >= 0 {
			d.addParty(t, d.r.Mentions[m].Head, 'b', false)
			return
		}
		switch tok := &s.Tokens[i]; tok.UPOS {
		case text.ADJ, text.PROPN, text.NOUN, text.DET, text.NUM:
		default:
			if tok.Lemma != "of" && tok.Lemma != "'s" && tok.Form != "-" {
				return
			}
		}
		i++
	}
}

// afterWith returns where the name may begin: behind the verb, or behind a "with" that
// only a time or an adverb parts from the trigger.
func (d *draft) afterWith(s *text.Sentence, t *telling) text.Index {
	i := t.trigger + 1
	for steps := 0; int(i) < len(s.Tokens) && steps < 6; steps++ {
		tok := &s.Tokens[i]
		if tok.Lemma == "with" {
			return i + 1
		}
		if !d.isTime(t.sentence, i) && tok.UPOS != text.ADV && tok.UPOS != text.ADP && tok.Lemma != "phone" && tok.Lemma != "telephone" {
			break
		}
		i++
	}
	if t.noun || t.loose {
		return text.None
	}
	return t.trigger + 1
}

func hasRole(ps []partyAt, role byte) bool {
	for _, p := range ps {
		if p.role == role {
			return true
		}
	}
	return false
}

// startingAt returns the person whose name begins at token i, or -1.
func (d *draft) startingAt(si int, i text.Index) int {
	from, to := d.r.MentionsIn(si)
	for k := from; k < to; k++ {
		m := &d.r.Mentions[k]
		if m.First == i && m.Entity >= 0 && m.Class == text.Person {
			return k
		}
	}
	return -1
}

// addBefore adds the names that stand right before the verb, where the tree gives it
// no subject: "…, Hagel and Kerry will meet".
func (d *draft) addBefore(t *telling) {
	s := &d.r.Sentences[t.sentence]
	if t.noun {
		return
	}
	end := t.trigger
	for end > 0 && (s.Tokens[end-1].UPOS == text.AUX || s.Tokens[end-1].UPOS == text.ADV || s.Tokens[end-1].UPOS == text.PART) {
		end--
	}
	for end > 0 {
		m := d.endingAt(t.sentence, end)
		if m < 0 {
			return
		}
		d.addEntity(t, d.r.Mentions[m].Entity, &d.r.Mentions[m], 'a', t.host, 0)
		end = d.beforeTitle(s, d.r.Mentions[m].First)
		if end == 0 || s.Tokens[end-1].UPOS != text.CCONJ && s.Tokens[end-1].Form != "," {
			return
		}
		end--
	}
}

// endingAt returns the party mention whose last token stands before end, or -1.
func (d *draft) endingAt(si int, end text.Index) int {
	from, to := d.r.MentionsIn(si)
	for i := from; i < to; i++ {
		m := &d.r.Mentions[i]
		if m.Last == end && m.Entity >= 0 && (m.Class == text.Person || m.Class == text.State || m.Class == text.People) {
			return i
		}
	}
	return -1
}

// beforeTitle goes back over the title before a name.
func (d *draft) beforeTitle(s *text.Sentence, i text.Index) text.Index {
	for i > 0 {
		switch t := &s.Tokens[i-1]; {
		case t.UPOS == text.PROPN, t.UPOS == text.ADJ, t.UPOS == text.ADP && t.Lemma == "of", t.UPOS == text.NOUN, t.UPOS == text.DET:
			i--
		default:
			return i
		}
	}
	return i
}

// addPossessor adds whose talks they are, where the clause is about something else.
func (d *draft) addPossessor(t *telling) {
	if c := d.r.Sentences[t.sentence].Child(t.trigger, text.NmodPoss); c != text.None {
		d.addParty(t, c, 'a', t.host)
	}
}

// addTweeter adds the speaker of words that leave the subject out: "Just spoke with the
// Crown Prince".
func (d *draft) addTweeter(t *telling) {
	tok := &d.r.Sentences[t.sentence].Tokens[t.trigger]
	if t.noun || hasRole(t.parties, 'a') || tok.Rel != text.Root || tok.XPOS != text.VBD && tok.XPOS != text.VBN {
		return
	}
	if t.voice >= 0 && d.statements[t.voice].Mode == readout.Direct {
		d.addVoice(t, 'a', tok.Span, false)
	}
}

// addCommanded adds whom somebody sent, where the tree does not make him the object:
// "dispatched CIA Director Pompeo to meet Kim".
func (d *draft) addCommanded(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	tok := &s.Tokens[t.trigger]
	if tok.Head == text.None || tok.Rel != text.Xcomp && tok.Rel != text.Advcl || !infinitive(s, t.trigger) ||
		!commands(s.Tokens[tok.Head].Lemma) || commanded(s, t.trigger) != text.None {
		return false
	}
	for i := tok.Head + 1; i < t.trigger && i-tok.Head < 8; i++ {
		if m := d.startingAt(t.sentence, i); m >= 0 {
			before := len(t.parties)
			d.addNominal(t, d.r.Mentions[m].Head, 'a', false)
			return len(t.parties) > before
		}
	}
	return false
}

// addAddressee adds whom the subject spoke to in the course of it: "Trump told Putin
// during the call", "invited him in a phone conversation".
func (d *draft) addAddressee(t *telling) {
	s := &d.r.Sentences[t.sentence]
	tok := &s.Tokens[t.trigger]
	if len(t.parties) > 0 || tok.Rel != text.Obl || tok.Head == text.None {
		return
	}
	switch caseOf(s, t.trigger) {
	case "in", "during", "at", "over", "by", "after", "on":
	default:
		return
	}
	for _, o := range s.Children(tok.Head, text.Obj, text.Iobj) {
		if m := d.mentionFor(t.sentence, o); m >= 0 && d.r.Mentions[m].Class == text.Person {
			d.addParty(t, o, 'b', false)
		}
	}
}

// addSummiteers adds the two whose names make up the name of a gathering: "the
// Trump-Kim summit".
func (d *draft) addSummiteers(t *telling) {
	from, to := d.r.MentionsIn(t.sentence)
	for _, m := range d.r.Mentions[from:to] {
		if m.Class != text.Gathering || t.trigger < m.First || m.Last <= t.trigger || len(t.parties) > 0 {
			continue
		}
		s := &d.r.Sentences[t.sentence]
		for i := m.First; i < t.trigger; i++ {
			if s.Tokens[i].UPOS != text.PROPN {
				continue
			}
			for e := range d.r.Entities {
				p := &d.r.Entities[e]
				if p.Class == text.Person && namedBy(p.Party.Name, s.Tokens[i].Form) && p.Party.Side != "" {
					t.add(partyAt{e, p.Party, s.Tokens[i].Span, readout.Resolved, 'm', false})
					break
				}
			}
		}
	}
}

// namedBy tells whether one word is somebody's family name: the last word, or the
// first of a name in Eastern order.
func namedBy(name, word string) bool {
	return strings.HasSuffix(name, " "+word) || strings.HasPrefix(name, word+" ") && strings.Contains(name, "-") || name == word
}

// addNext adds the name after "and" behind the first of two, where the tree hangs it
// elsewhere: "between Moon Jae-in and Shinzo Abe".
func (d *draft) addNext(t *telling, i text.Index) {
	s := &d.r.Sentences[t.sentence]
	m := d.mentionFor(t.sentence, i)
	if m < 0 || len(among(t.parties)) != 1 {
		return
	}
	end := d.r.Mentions[m].Last
	if int(end) >= len(s.Tokens) || s.Tokens[end].Lemma != "and" {
		return
	}
	for j := end + 1; int(j) < len(s.Tokens) && j-end < 8; j++ {
		if k := d.startingAt(t.sentence, j); k >= 0 {
			d.addNominal(t, d.r.Mentions[k].Head, 'm', false)
			return
		}
		if u := s.Tokens[j].UPOS; u == text.VERB || u == text.AUX || u == text.PUNCT {
			return
		}
	}
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

// addMembers adds those whose talks a noun tells of: "talks between A and B", "the
// Trump Kim summit".
func (d *draft) addMembers(t *telling, i text.Index) {
	s := &d.r.Sentences[t.sentence]
	if i > t.trigger {
		d.addParty(t, i, 'm', false)
		d.addNext(t, i)
		return
	}
	for _, c := range append(conjuncts(s, i), s.Children(i, text.Compound, text.Flat, text.NmodDesc, text.Amod)...) {
		m := d.mentionFor(t.sentence, c)
		if m < 0 {
			continue
		}
		switch d.r.Mentions[m].Class {
		case text.Person, text.State, text.Nationality, text.People:
			d.addNominal(t, c, 'm', false)
		}
	}
}

// addParty adds what the nominal at token i stands for, with its conjuncts; plural
// descriptions add their members.
func (d *draft) addParty(t *telling, i text.Index, role byte, host bool) {
	for _, c := range conjuncts(&d.r.Sentences[t.sentence], i) {
		d.addNominal(t, c, role, host)
	}
}

func (d *draft) addNominal(t *telling, i text.Index, role byte, host bool) {
	if d.addSpeaker(t, i, role, host) {
		return
	}
	if mi := d.mentionFor(t.sentence, i); mi >= 0 {
		m := &d.r.Mentions[mi]
		if m.Class == text.People && d.addOfSeveral(t, m, role, host) {
			return
		}
		d.addEntity(t, m.Entity, m, role, host, 0)
	}
}

// addOfSeveral adds the countries of people of several sides: "representatives from
// Qatar, Egypt and Israel", "Israeli and Palestinian negotiators".
func (d *draft) addOfSeveral(t *telling, m *text.Mention, role byte, host bool) bool {
	s := &d.r.Sentences[t.sentence]
	var found []partyAt
	for _, c := range s.Children(m.Head, text.Nmod, text.Amod, text.Compound, text.NmodPoss) {
		if cs := caseOf(s, c); s.Tokens[c].Rel == text.Nmod && cs != "from" && cs != "of" {
			continue
		}
		for _, k := range conjuncts(s, c) {
			x := d.r.MentionAt(t.sentence, k)
			if x < 0 || d.r.Mentions[x].Entity < 0 {
				continue
			}
			n := &d.r.Mentions[x]
			if p, ok := partyOf(&d.r.Entities[n.Entity]); ok && (n.Class == text.State || n.Class == text.Nationality) {
				found = append(found, partyAt{n.Entity, p, n.Span, readout.Stated, role, host})
			}
		}
	}
	if d.sides(found) < 2 {
		return false
	}
	for _, p := range found {
		t.add(p)
	}
	return true
}

// mentionFor finds the mention that the nominal at token i makes: the one headed
// there, else the name that a title heads ("Secretary of State John Kerry", where the
// tree may hang the name on the title), else an apposition.
func (d *draft) mentionFor(si int, i text.Index) int {
	if m := d.r.MentionAt(si, i); m >= 0 && d.r.Mentions[m].Entity >= 0 {
		return m
	}
	s := &d.r.Sentences[si]
	from, to := d.r.MentionsIn(si)
	for k := from; k < to; k++ {
		m := &d.r.Mentions[k]
		if m.Class != text.Person || m.Entity < 0 || m.First <= i || m.First-i > 8 {
			continue
		}
		if s.Dominates(i, m.Head) && unbroken(s, i, m.First) {
			return k
		}
	}
	for _, a := range s.Children(i, text.Appos) {
		if m := d.r.MentionAt(si, a); m >= 0 && d.r.Mentions[m].Entity >= 0 {
			return m
		}
	}
	return -1
}

// unbroken tells whether only words of a title stand between two tokens.
func unbroken(s *text.Sentence, from, to text.Index) bool {
	for j := from + 1; j < to; j++ {
		switch s.Tokens[j].UPOS {
		case text.PUNCT, text.VERB, text.AUX, text.CCONJ, text.PRON:
			return false
		}
	}
	return true
}

func (d *draft) addEntity(t *telling, e int, m *text.Mention, role byte, host bool, depth int) {
	if e < 0 || depth > 2 {
		return
	}
	ent := &d.r.Entities[e]
	if len(ent.Members) > 0 {
		for _, x := range ent.Members {
			d.addEntity(t, x, m, role, host, depth+1)
		}
		return
	}
	p, ok := partyOf(ent)
	if !ok {
		return
	}
	basis := readout.Resolved
	if m.Form == text.Name && depth == 0 {
		basis = readout.Stated
	}
	t.add(partyAt{e, p, m.Span, basis, role, host})
}

func (t *telling) add(p partyAt) {
	for _, q := range t.parties {
		if q.entity == p.entity || q.party.Name == p.party.Name {
			return
		}
	}
	t.parties = append(t.parties, p)
}

// addVisited adds the hosts' country of a place gone to; a person visited is a party.
func (d *draft) addVisited(t *telling, i text.Index) {
	mi := d.r.MentionAt(t.sentence, i)
	if mi < 0 {
		return
	}
	m := &d.r.Mentions[mi]
	if m.Entity < 0 {
		return
	}
	ent := &d.r.Entities[m.Entity]
	if m.Class == text.Person || m.Class == text.Body {
		d.addParty(t, i, 'b', true)
		return
	}
	country, code := ent.Place.Country, ent.Place.Code
	if ent.Class == text.State && country == "" {
		country, code = ent.Party.Side, ent.Party.Country
	}
	if country == "" {
		return
	}
	t.add(partyAt{m.Entity, readout.Party{Kind: readout.State, Name: country, Side: country, Country: code}, m.Span, readout.Inferred, 'b', true})
}

// partyOf turns an entity into a participant. A delegation without names is its
// country or body; a crowd of nobody's takes no part.
func partyOf(e *text.Entity) (readout.Party, bool) {
	p := e.Party
	switch e.Class {
	case text.Person:
		if indefinite(p.Name) { // "a sitting president": nobody in particular
			return p, false
		}
		if describes(p.Name) || e.Entry == "" && e.Rule == "description" { // nobody is named: the delegation is its country
			return delegation(p)
		}
		return p, p.Name != ""
	case text.State:
		p.Kind = readout.State
		if p.Side != "" {
			p.Name = p.Side
		}
		return p, p.Name != "" && !describes(p.Name)
	case text.Body:
		return p, e.Entry != "" && p.Role != "outlet" && (p.Side == "" || p.Side == p.Name) // not one state's own
	case text.Group:
		return p, p.Name != "" && !describes(p.Name)
	case text.People:
		if private(e.Name) {
			return p, false
		}
		return delegation(p)
	case text.Nationality:
		return delegation(p)
	}
	return p, false
}

// private tells people who act for nobody but themselves: "Finnish businessmen".
func private(description string) bool {
	for _, w := range strings.Fields(lower(description)) {
		switch w {
		case "businessmen", "businesspeople", "investors", "staff", "employees", "workers", "students", "journalists", "reporters", "troops", "soldiers",
			"residents", "fans", "refugees", "voters", "companies", "executives", "citizens", "civilians", "tourists", "athletes", "players", "children", "protesters", "migrants":
			return true
		}
	}
	return false
}

// delegation is the country or body that people without names act for.
func delegation(p readout.Party) (readout.Party, bool) {
	known := p.Country != "" || strings.HasSuffix(p.Side, "Nations") || strings.HasSuffix(p.Side, "Union") || p.Side == strings.ToUpper(p.Side)
	return readout.Party{Kind: readout.State, Name: p.Side, Side: p.Side, Country: p.Country}, p.Side != "" && known
}

func indefinite(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch lower(first) {
	case "a", "an", "no", "any", "another", "every", "each":
		return true
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
	case "minister", "president", "ambassador", "leader", "chancellor", "king", "prince", "secretary", "official", "envoy", "chief", "jr.", "premier", "ministers", "leaders":
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

// addSpeaker resolves "I" and "we" inside somebody's words to the speaker.
func (d *draft) addSpeaker(t *telling, i text.Index, role byte, host bool) bool {
	tok := &d.r.Sentences[t.sentence].Tokens[i]
	if tok.UPOS != text.PRON {
		return false
	}
	switch lower(tok.Form) {
	case "i", "we", "my", "our", "me", "us":
	default:
		return false
	}
	d.addVoice(t, role, tok.Span, host)
	return true
}

// addVoice adds the speaker of the statement that holds the telling, where it is a person.
func (d *draft) addVoice(t *telling, role byte, at readout.Span, host bool) {
	if t.voice < 0 {
		return
	}
	p := d.statements[t.voice].Speaker.Value()
	entity := -2 - t.voice
	for e := range d.r.Entities {
		if x := &d.r.Entities[e]; x.Class == text.Person && x.Party.Name == p.Name {
			p, entity = x.Party, e
			break
		}
	}
	if p.Name != "" && (p.Kind == readout.Person || entity >= 0) {
		t.add(partyAt{entity, p, at, readout.Resolved, role, host})
	}
}

// apiece divides a telling of one party's contacts with several others, each of a
// side of its own, into one telling for each: "he spoke to A and B", "her meetings
// with A and B". Talks in the singular, or said to be joint, stay one.
func (d *draft) apiece(t telling) []telling {
	s := &d.r.Sentences[t.sentence]
	var own, others []partyAt
	for _, p := range t.parties {
		if p.role == 'b' {
			others = append(others, p)
		} else {
			own = append(own, p)
		}
	}
	if len(own) != 1 || len(others) < 2 || d.sides(t.parties) != len(t.parties) || t.kind == readout.Visit || !separate(s, &t) {
		return []telling{t}
	}
	out := make([]telling, 0, len(others))
	for _, o := range others {
		one := t
		one.parties = []partyAt{own[0], o}
		out = append(out, one)
	}
	return out
}

// separate tells whether several contacts are meant rather than one joint one.
func separate(s *text.Sentence, t *telling) bool {
	for i := range s.Tokens {
		switch s.Tokens[i].Lemma {
		case "trilateral", "three-way", "four-way", "together", "jointly", "joint", "quadrilateral":
			return false
		}
	}
	for i := range s.Tokens {
		switch s.Tokens[i].Lemma {
		case "separate", "separately", "respectively":
			return true
		}
	}
	tok := &s.Tokens[t.trigger]
	return !t.noun || tok.XPOS == text.NNS && tok.Lemma != "talk"
}

package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/gazetteer"
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
				if role.Name == "b" && (metBeside(s, t, i) || d.setsScene(t.sentence, t.trigger, i)) || d.cataphor(t.sentence, i) || role.Name == "b" && d.anyNationals(t.sentence, i) {
					continue
				}
				switch role.Name {
				case "topic":
					t.agenda = append(t.agenda, i)
				case "p":
					if stayedOut(s, t.trigger, i) {
						continue
					}
					d.addVisited(t, i)
					d.addStages(t, i)
				case "m":
					d.addMembers(t, i)
				default:
					if role.Name == "a" {
						i = d.behindComma(t.sentence, i)
					}
					d.addParty(t, d.misleads(t.sentence, t.trigger, i), role.Name[0], t.host && role.Name == "a")
				}
			}
		}
	}
	if t.stays {
		return // who is there, the words before it told
	}
	if h := s.Tokens[t.trigger].Head; t.noun && h != text.None && s.Child(t.trigger, text.NmodPoss) != text.None && briefedFor(s, t.trigger, h) != text.None {
		return
	}
	if len(t.agenda) > 0 {
		return // it says what was talked about, and nothing of those who talked
	}
	if d.addVisitor(t) || d.addOfClause(t) {
		return
	}
	if absentFrom(s, t) {
		t.taken = true
		return // "did not attend the session at the meeting": he was not at it
	}
	if d.halfNamed(t) {
		t.nobodys = true
		return
	}
	d.addAfter(t)
	d.addBetween(t)
	d.addSummiteers(t)
	if unknown := t.noun && betweenUnknown(s, t, matches); unknown || t.noun && d.sides(among(t.parties)) >= 2 {
		t.nobodys = unknown && len(t.parties) == 0
		return // "talks between A and B": the verb's subject need not be one of them
	}
	if t.noun && personNamedOf(t) && hasRole(t.parties, 'b') {
		return // "offered to arrange a Biden meeting with Xi"
	}
	if hasRole(t.parties, 'm') && besideTalks(s, t) {
		return // "they met before the summit of NATO's leaders": two occasions
	}
	if t.noun {
		d.addAddressee(t)
	}
	if d.addCommanded(t) || d.addSent(t) || d.addArrived(t) || d.addOverseer(t) || d.addInstructed(t) || d.addThanked(t) || d.addJudged(t) || d.addOwnerJudged(t) {
		return
	}
	if t.noun && (actedUpon(s, t.trigger) || riskOf(s, t.trigger) || otherTalksJudged(s, t) || len(t.parties) == 0 && subjectBelow(s, s.Tokens[t.trigger].Head, t.trigger)) {
		t.taken = true
		d.addPossessor(t)
		return
	}
	if h := s.Tokens[t.trigger].Head; t.noun && h != text.None && (preparesFor(s, t.trigger, h) || madeReady(s, h, t.trigger)) {
		t.taken = true
		d.addPossessor(t)
		return // who lays the groundwork for a summit need not be at it
	}
	if d.openWhose(t) {
		t.taken = true
		return
	}
	if t.noun && d.words.severed(s, t.trigger) {
		d.addPossessor(t)
		d.addWhoAsked(t)
		d.addOnlooker(t)
		return
	}
	if d.addForWhom(t) || d.addTied(t) || d.addDiscussed(t) {
		return
	}
	if d.spokenFor(t) || d.addBidden(t) || d.begunThere(t) {
		t.taken = true
		return
	}
	own := false // the trigger has a subject of its own, which is no party
	relative := relativeSubject(s, t.trigger)
	for k, sub := range d.words.understoodSubjects(s, t.trigger) {
		isOwn := sub < t.trigger && s.Tokens[sub].Head == t.trigger
		if own && !isOwn || relative && k > 0 {
			break
		}
		if s.Tokens[sub].UPOS == text.NUM && int(sub)+1 < len(s.Tokens) && s.Tokens[sub+1].Lemma == "of" {
			return // "rockets, two of which landed in Israel"
		}
		if d.hostOf(t, sub) { // "for Abu Dhabi to meet with its crown prince"
			continue
		}
		if d.cataphor(t.sentence, sub) {
			continue
		}
		before := len(t.parties)
		sub = d.behindComma(t.sentence, sub)
		d.addParty(t, d.misleads(t.sentence, t.trigger, sub), 'a', t.host)
		if len(t.parties) > before || t.noun && d.alreadyActs(t, sub) {
			return
		}
		if someOf(s, sub, t.trigger) {
			t.taken = true
			return
		}
		if !isOwn && (d.actsUnknown(t, sub) || s.Tokens[sub].Rel == text.NmodPoss && s.Tokens[sub].Head == t.trigger && s.Tokens[sub].UPOS == text.PROPN || sub == printedOwner(s, t.trigger)) {
			t.taken = true
			break // "the security team is preparing talks", "Giuliani's trip": whose, nobody says
		}
		own = own || isOwn && !d.cataphor(t.sentence, sub)
	}
	d.addBefore(t)
	d.addBehindPlace(t)
	d.addTweeter(t)
	d.addThere(t)
	d.addOnlooker(t)
}

// alreadyActs tells a subject whom the rules have taken for one of those who act: who stands further
// up need not be one ("they agreed to a truce, Ruiz announced at a joint news conference with Ito").
func (d *draft) alreadyActs(t *telling, sub text.Index) bool {
	m := d.mentionFor(t.sentence, sub)
	return m >= 0 && slices.ContainsFunc(t.parties, func(p partyAt) bool { return p.role == 'a' && p.entity == d.r.Mentions[m].Entity })
}

// stayedOut tells a place put before the clause, where somebody was when he stayed away from
// something there: "In Rome, Ruiz skipped the meeting".
func stayedOut(s *text.Sentence, v, place text.Index) bool {
	c := s.Child(v, text.Nsubj)
	return misses(s.Tokens[v].Lemma) && c != text.None && place < c
}

// addForWhom adds the people for whom something is done so that they do what an infinitive
// tells: "arranged for Pompeo to meet Kim"; not "left for Paris to meet him".
func (d *draft) addForWhom(t *telling) bool {
	i := forWhom(&d.r.Sentences[t.sentence], t.trigger)
	if i == text.None {
		return false
	}
	m := d.mentionFor(t.sentence, i)
	if m < 0 || d.r.Mentions[m].Class != text.Person && d.r.Mentions[m].Class != text.People {
		return false
	}
	t.taken = true
	d.addParty(t, i, 'a', t.host)
	return true
}

// behindComma returns the true subject where the tree takes it for another name of who ends
// the clause before, or for part of what is said of the subject further out: "announced that he
// would meet the Korean leader, Pompeo was seen", "Kerry, speaking on Friday as Obama ended talks,
// said".
func (d *draft) behindComma(si int, sub text.Index) text.Index {
	s := &d.r.Sentences[si]
	if r := s.Tokens[sub].Rel; r != text.Nsubj && r != text.NsubjPass {
		return sub
	}
	x := d.endingAt(si, beforeAux(s, s.Tokens[sub].Head))
	if x < 0 || d.r.Mentions[x].Class != text.Person || d.r.Mentions[x].Form != text.Name || d.r.Mentions[x].First <= sub {
		return sub
	}
	before := d.beforeTitle(s, d.r.Mentions[x].First)
	if first := d.openingAside(si, x, sub); first >= 0 {
		return d.r.Mentions[first].Head
	}
	m := d.r.MentionAt(si, sub)
	if m < 0 || d.r.Mentions[m].Class != text.Person || d.r.Mentions[m].Form != text.Nominal || d.r.Mentions[m].Entity < 0 {
		return sub
	}
	e, other := d.r.Mentions[m].Entity, d.r.Mentions[x].Entity
	if before == 0 || s.Tokens[before-1].Form != "," || other < 0 || d.r.Entities[e].Party.Side == d.r.Entities[other].Party.Side {
		return sub
	}
	return d.r.Mentions[x].Head
}

// openingAside returns who opens a clause within what a comma sets off from the subject further out, of
// a row that ends with mention x before the verb: "speaking as Obama ended talks", "as Obama and Abe
// met"; -1 for nobody.
func (d *draft) openingAside(si, x int, sub text.Index) int {
	s := &d.r.Sentences[si]
	v := s.Tokens[sub].Head
	if t := &s.Tokens[v]; !finiteVerb(t) && s.Child(v, text.Aux) == text.None {
		return -1
	}
	for steps := 0; x >= 0 && steps < 3; steps++ {
		before := d.beforeTitle(s, d.r.Mentions[x].First)
		switch {
		case before == 0 || d.r.Mentions[x].First <= sub:
			return -1
		case opensAside(s, before-1, sub):
			return x
		case s.Tokens[before-1].Lemma != "and":
			return -1
		}
		x = d.endingAt(si, before-1)
	}
	return -1
}

// opensAside tells a word that opens a clause within what a comma sets off from the subject before
// it: "Kerry, speaking as Obama ended talks".
func opensAside(s *text.Sentence, i, subject text.Index) bool {
	switch s.Tokens[i].Lemma {
	case "as", "while", "when", "after", "before", "once", "since", "because", "where":
	default:
		return false
	}
	commas := 0
	for j := subject + 1; j < i; j++ {
		if s.Tokens[j].Form == "," {
			commas++
		}
	}
	return commas%2 == 1 // a second comma closes what the first opened
}

// ownerInList returns whose thing it is at the end of a list of topics of which the tree makes one
// owner, or None: "discussed trade, Iran and Ruiz's visit to Peru".
func (d *draft) ownerInList(si int, owner text.Index) text.Index {
	s := &d.r.Sentences[si]
	row := conjuncts(s, owner)
	if s.Tokens[owner].Rel != text.NmodPoss || len(row) < 2 {
		return text.None
	}
	last := row[len(row)-1]
	for _, c := range row {
		m := d.r.MentionAt(si, c)
		if m < 0 || (d.r.Mentions[m].Class == text.Person) != (c == last) {
			return text.None
		}
	}
	return last
}

// personNamedOf tells whether somebody's name stands before talks as theirs.
func personNamedOf(t *telling) bool {
	return slices.ContainsFunc(t.parties, func(p partyAt) bool { return p.role == 'm' && p.party.Kind == readout.Person })
}

// addVisitor adds whose journey it is where the words behind the noun say so: "the visit of
// President Macron to Moscow", which others may talk about.
func (d *draft) addVisitor(t *telling) bool {
	if t.kind != readout.Visit || !t.noun || !hasRole(t.parties, 'b') {
		return false
	}
	s := &d.r.Sentences[t.sentence]
	for _, c := range append(s.Children(t.trigger, text.Nmod), d.byBehind(t)...) {
		if m := d.mentionFor(t.sentence, c); m < 0 || caseOf(s, c) != "of" && caseOf(s, c) != "by" || d.r.Mentions[m].Class != text.Person {
			continue
		}
		before := len(t.parties)
		d.addParty(t, c, 'a', false)
		return len(t.parties) > before || slices.ContainsFunc(t.parties, func(p partyAt) bool { return p.role == 'a' && p.at.Contains(s.Tokens[c].Span) })
	}
	return false
}

// byBehind returns what "by" stands before, right behind the place of a journey, where the tree hangs
// it elsewhere: "in contrast to a visit to Tokyo by his predecessor, Ruiz".
func (d *draft) byBehind(t *telling) []text.Index {
	s := &d.r.Sentences[t.sentence]
	from, to := d.r.MentionsIn(t.sentence)
	for k := from; k < to; k++ {
		m := &d.r.Mentions[k]
		if m.First <= t.trigger || m.First-t.trigger > 3 || m.Class != text.State && m.Class != text.Place || int(m.Last) >= len(s.Tokens) {
			continue
		}
		if by := &s.Tokens[m.Last]; by.Lemma == "by" && by.Rel == text.Case && by.Head > m.Last {
			return []text.Index{by.Head}
		}
	}
	return nil
}

// anyNationals tells people of a nation who need not act for it: "met Israelis and Arabs" are
// anybody, "met the Israelis" are those who speak for Israel.
func (d *draft) anyNationals(si int, i text.Index) bool {
	s := &d.r.Sentences[si]
	m := d.r.MentionAt(si, i)
	if m < 0 || d.r.Mentions[m].Class != text.Nationality {
		return false
	}
	c := s.Child(i, text.Det)
	return c == text.None || s.Tokens[c].Lemma != "the"
}

// addWhoAsked adds whose words or wish was told in the course of it: "Trump's request during a
// call with Zelensky".
func (d *draft) addWhoAsked(t *telling) {
	s := &d.r.Sentences[t.sentence]
	h := s.Tokens[t.trigger].Head
	if hasRole(t.parties, 'a') || !spokenThere(s, h, t.trigger) {
		return
	}
	switch s.Tokens[h].Lemma {
	case "request", "demand", "remark", "comment", "statement", "threat", "promise", "appeal", "complaint", "warning", "plea", "offer", "claim", "pledge":
		if c := s.Child(h, text.NmodPoss); c != text.None {
			d.addParty(t, c, 'a', t.host)
		}
	}
}

// relativeSubject tells a verb whose subject is the pronoun that opens its clause: "a blow to
// the Guards, who were hosting him".
func relativeSubject(s *text.Sentence, v text.Index) bool {
	if s.Tokens[v].Rel != text.AclRelcl || s.Tokens[v].UPOS != text.VERB {
		return false
	}
	c := s.Child(v, text.Nsubj)
	return c != text.None && (s.Tokens[c].XPOS == text.WDT || s.Tokens[c].XPOS == text.WP)
}

// actedUpon tells talks to which somebody does something who need not sit at them: "the
// news overshadowed talks with Japan".
func actedUpon(s *text.Sentence, i text.Index) bool {
	t := &s.Tokens[i]
	if praisedInRow(s, i) {
		return true
	}
	if t.Rel != text.Obj || t.Head == text.None {
		return false
	}
	switch s.Tokens[t.Head].Lemma {
	case "see":
		return infinitive(s, t.Head) // "wants to see talks with them"
	case "overshadow", "derail", "jeopardize", "jeopardise", "threaten", "undermine", "complicate", "disrupt", "sabotage", "torpedo", "dominate", "stall", "hamper", "poison",
		"monitor", "watch", "observe", "approve", "authorize", "authorise", "spark", "trigger", "prompt", "fuel", "facilitate", "broker", "mediate", "bless", "oppose", "endorse", "applaud", "deplore",
		"criticize", "criticise", "denounce", "condemn", "slam", "blast", "decry", "deride", "help",
		"nix", "veto", "forbid", "ban", "block", "light", "greenlight", "green-light":
		return true
	case "think", "believe", "say", "argue", "predict", "expect":
		return s.Tokens[i].XPOS == text.NNS // "thinks negotiations with Japan will be short", which the tree takes for what he thinks
	case "cancel", "postpone", "scrap", "ground", "call":
		return ofLawmakers(s, i) // their journey, and not his who calls it off
	}
	return false
}

// ofLawmakers tells a journey of members of a parliament: "a congressional trip to Kabul".
func ofLawmakers(s *text.Sentence, i text.Index) bool {
	return slices.ContainsFunc(s.Children(i, text.Amod, text.Compound), func(c text.Index) bool {
		switch lower(s.Tokens[c].Form) {
		case "congressional", "parliamentary", "senate", "bipartisan":
			return true
		}
		return false
	})
}

// cataphor tells a "their" of those who are named only after it: "During their call, Biden
// and Erdogan agreed".
func (d *draft) cataphor(si int, i text.Index) bool {
	if lower(d.r.Sentences[si].Tokens[i].Form) != "their" {
		return false
	}
	m := d.r.MentionAt(si, i)
	return m < 0 || d.r.Mentions[m].Entity < 0 || d.namedAfter(si, i)
}

// misleads replaces "his" by who deceived another about his own contact: "misled Pence
// about his talks with Kislyak", "pleaded guilty to lying about his talks".
func (d *draft) misleads(si int, trigger, i text.Index) text.Index {
	s := &d.r.Sentences[si]
	v := s.Tokens[trigger].Head
	if v == text.None || s.Tokens[i].Rel != text.NmodPoss || s.Tokens[i].UPOS != text.PRON || s.Tokens[i].Head != trigger {
		return i
	}
	if d.namedBeside(si, trigger, i) {
		return v
	}
	if whom := d.investigated(si, i); whom != text.None {
		return whom
	}
	if briefed := briefedFor(s, trigger, v); briefed != text.None {
		return briefed
	}
	if caseOf(s, trigger) != "about" {
		return i
	}
	if s.Tokens[trigger].Rel == text.Nmod {
		v = governor(s, trigger) // "misled Pence and other officials about his talks"
	}
	switch s.Tokens[v].Lemma {
	case "mislead", "lie", "deceive":
		subjects := d.words.understoodSubjects(s, v)
		switch {
		case len(subjects) == 0:
			return i
		case s.Tokens[subjects[0]].Rel == text.Appos && s.Tokens[subjects[0]].Head != text.None:
			return s.Tokens[subjects[0]].Head // "Flynn, his former adviser, who lied"
		}
		return subjects[0]
	}
	return i
}

// namedBeside tells "his" talks in one breath with his name: "about Flynn and his talks with
// Kislyak".
func (d *draft) namedBeside(si int, trigger, his text.Index) bool {
	s := &d.r.Sentences[si]
	v := s.Tokens[trigger].Head
	if s.Tokens[trigger].Rel != text.Conj || his < 2 || lower(s.Tokens[his].Form) != "his" && lower(s.Tokens[his].Form) != "her" {
		return false
	}
	m := d.r.MentionAt(si, v)
	return m >= 0 && d.r.Mentions[m].Class == text.Person && d.r.Mentions[m].Form == text.Name && d.r.Mentions[m].Last == his-1
}

// briefedFor is whom somebody got ready for his own meeting: "briefed Trump before his meeting
// with the prince".
func briefedFor(s *text.Sentence, trigger, v text.Index) text.Index {
	switch s.Tokens[v].Lemma {
	case "brief", "prepare", "coach", "advise", "counsel":
		if besides(caseOf(s, trigger)) || caseOf(s, trigger) == "for" {
			return s.Child(v, text.Obj)
		}
	}
	return text.None
}

// namedAfter tells a "their" in the words before the verb whose subject, two persons by
// name, are meant: "in their first conversation since May, Biden and Erdogan agreed".
func (d *draft) namedAfter(si int, i text.Index) bool {
	s := &d.r.Sentences[si]
	verb := governor(s, i)
	subject := s.Child(verb, text.Nsubj)
	if subject == text.None || subject < i {
		return false
	}
	both := conjuncts(s, subject)
	for _, c := range both {
		if m := d.mentionFor(si, c); m < 0 || d.r.Mentions[m].Class != text.Person || d.r.Mentions[m].Form != text.Name {
			return false
		}
	}
	return len(both) == 2
}

// metBeside tells somebody who was met before or after the talks, not in them: "after
// talks in Rome, Macron met with Merkel".
func metBeside(s *text.Sentence, t *telling, i text.Index) bool {
	return besideTalks(s, t) && !s.Dominates(t.trigger, i)
}

// besideTalks tells a noun that only says before or after what others talked.
func besideTalks(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if !t.noun || h == text.None || !besides(caseOf(s, t.trigger)) {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "meet", "confer", "speak", "talk", "negotiate", "consult":
		return true
	}
	return false
}

// betweenUnknown tells talks said to be between two of whom one is nobody in particular:
// "the first meeting between a U.S. official and a North Korean leader".
func betweenUnknown(s *text.Sentence, t *telling, matches []rule.Match) bool {
	for _, m := range matches {
		for _, role := range m.Roles {
			for _, i := range role.Tokens {
				if c := caseOf(s, i); role.Name == "m" && i > t.trigger && (c == "between" || c == "among") {
					return true
				}
			}
		}
	}
	return false
}

// addPossessor adds whose talks they are, where the clause is about something else.
func (d *draft) addPossessor(t *telling) {
	if c := ownerOf(&d.r.Sentences[t.sentence], t.trigger); c != text.None {
		d.addParty(t, d.misleads(t.sentence, t.trigger, c), 'a', t.host)
	}
}

// addArrived adds whose coming it was that the talks are told of with: "confirmed the
// arrival of a delegation of Iranian negotiators ahead of talks with the U.S."
func (d *draft) addArrived(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if c := caseOf(s, t.trigger); !t.noun || c != "for" && !besides(c) {
		return false
	}
	i := s.Tokens[t.trigger].Head
	for steps := 0; i != text.None && steps < 5 && s.Tokens[i].UPOS != text.VERB; steps++ {
		switch s.Tokens[i].Lemma {
		case "arrival", "departure", "return":
			before := len(t.parties)
			for _, c := range s.Children(i, text.Nmod, text.NmodPoss) {
				if s.Tokens[c].Rel == text.NmodPoss || caseOf(s, c) == "of" {
					d.addParty(t, c, 'a', t.host)
				}
			}
			return len(t.parties) > before
		}
		i = s.Tokens[i].Head
	}
	return false
}

// addAddressee adds whom the subject spoke to in the course of it: "Trump told Putin
// during the call", "invited him in a phone conversation".
func (d *draft) addAddressee(t *telling) {
	s := &d.r.Sentences[t.sentence]
	tok := &s.Tokens[t.trigger]
	head := tok.Head
	if tok.Rel == text.Nmod && (t.kind == readout.Call || caseOf(s, t.trigger) == "during") { // hung on the word before: "invited him to the house in a call"
		head = governor(s, t.trigger)
	} else if tok.Rel != text.Obl {
		return
	}
	if len(t.parties) > 0 || head == text.None || d.withOthers(s, t) {
		return
	}
	switch caseOf(s, t.trigger) {
	case "in", "during", "at", "over", "by", "after", "on":
	default:
		return
	}
	if caseOf(s, t.trigger) == "after" && s.Tokens[head].Lemma == "meet" {
		return // "will meet Rouhani after talks in France": with whom else, nobody says
	}
	if up := s.Tokens[head].Head; s.Tokens[head].Rel == text.Xcomp && up != text.None && speaksTo(s.Tokens[up].Lemma) {
		head, t.within = up, up // "urged him to withdraw in a call"
	}
	for _, o := range s.Children(head, text.Obj, text.Iobj) {
		if m := d.mentionFor(t.sentence, o); m >= 0 && d.r.Mentions[m].Class == text.Person && !belongsTo(s, o, d.r.Mentions[m].Head) {
			d.addParty(t, o, 'b', false)
		}
	}
	if len(t.parties) == 0 {
		d.addToldPerson(t, head)
	}
}

// withOthers tells an occasion said to be with some who are no party: "urged him in a call
// with reporters".
func (d *draft) withOthers(s *text.Sentence, t *telling) bool {
	return slices.ContainsFunc(s.Children(t.trigger, text.Nmod), func(c text.Index) bool { return caseOf(s, c) == "with" && s.Tokens[c].UPOS == text.NOUN })
}

// addToldPerson adds whom verb v tells or asks something, where the tree does not make him
// its object: "promised then-President Medvedev he would", "was heard asking Medvedev to".
func (d *draft) addToldPerson(t *telling, v text.Index) {
	s := &d.r.Sentences[t.sentence]
	if v = speakingTo(s, v); v == text.None {
		return
	}
	for i := v + 1; int(i) < len(s.Tokens) && i-v < longestTitle; i++ {
		if m := d.startingAt(t.sentence, i); m >= 0 {
			d.addNominal(t, d.r.Mentions[m].Head, 'b', false)
			return
		}
		if !nominalWord(&s.Tokens[i]) && s.Tokens[i].Form != "-" && s.Tokens[i].UPOS != text.ADV {
			return
		}
	}
}

// speakingTo returns the verb by which the subject of verb v speaks to somebody: itself, or
// a participle close behind ("was caught in a hot-mic moment asking Medvedev").
func speakingTo(s *text.Sentence, v text.Index) text.Index {
	if speaksTo(s.Tokens[v].Lemma) {
		return v
	}
	for i := v + 1; int(i) < len(s.Tokens) && i-v < longestTitle; i++ {
		if s.Tokens[i].XPOS == text.VBG && speaksTo(s.Tokens[i].Lemma) && s.Dominates(v, i) {
			return i
		}
	}
	return text.None
}

// speaksTo tells a verb whose object is whom somebody speaks to.
func speaksTo(lemma string) bool {
	switch lemma {
	case "tell", "ask", "urge", "press", "promise", "warn", "assure", "inform", "thank", "congratulate", "brief", "remind", "invite", "confront", "challenge":
		return true
	}
	return false
}

// tellsOf tells a verb by which somebody says something, to whomever.
func tellsOf(lemma string) bool { return lemma == "say" || speaksTo(lemma) }

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
			if k := d.r.MentionAt(t.sentence, i); s.Tokens[i].UPOS != text.PROPN || k >= 0 && d.r.Mentions[k].Class == text.State {
				continue // "the North Korea-U.S. summit" names no ambassador to Korea
			}
			for e := range d.r.Entities {
				p := &d.r.Entities[e]
				if p.Class == text.Person && namedBy(p.Party.Name, s.Tokens[i].Form) && p.Party.Side != "" {
					t.add(partyAt{e, p.Party, s.Tokens[i].Span, readout.Resolved, 'm', false})
					break
				}
			}
		}
		d.addSidesOf(t, &m)
	}
}

// addSidesOf adds the two sides that make up the name of a gathering, where one of them is
// a body of several states: "the EU-China summit".
func (d *draft) addSidesOf(t *telling, m *text.Mention) {
	s := &d.r.Sentences[t.sentence]
	i := m.First
	if len(t.parties) > 0 || m.Last-i < 4 || !gazetteer.IsHyphen(s.Tokens[i+1].Form) {
		return
	}
	a, okA := d.sideNamed(s.Tokens[i].Form)
	b, okB := d.sideNamed(s.Tokens[i+2].Form)
	if !okA || !okB || a.Name == b.Name || a.Kind == readout.State && b.Kind == readout.State {
		return // a summit of two states is that of their leaders, whom others tell
	}
	t.add(partyAt{unlisted - int(i), a, s.Tokens[i].Span, readout.Resolved, 'm', false})
	t.add(partyAt{unlisted - int(i) - 2, b, s.Tokens[i+2].Span, readout.Resolved, 'm', false})
}

// dropStrangers takes away who only speaks of an occasion that the words name for two others: "the
// Peru-Chile summit will not be held, Ruiz of Brazil said".
func (d *draft) dropStrangers(t *telling) {
	a, b := d.sidesBefore(t)
	if a == "" || b == "" {
		return
	}
	t.parties = slices.DeleteFunc(t.parties, func(p partyAt) bool {
		return p.role == 'a' && !p.host && p.party.Side != "" && p.party.Side != a && p.party.Side != b
	})
}

// sidesBefore returns the two sides that a hyphen ties to each other before the noun of an occasion:
// "the North Korea-U.S. summit".
func (d *draft) sidesBefore(t *telling) (a, b string) {
	s := &d.r.Sentences[t.sentence]
	if !t.noun {
		return "", ""
	}
	for h := t.trigger - 2; h > 0 && t.trigger-h <= 5; h-- {
		if !gazetteer.IsHyphen(s.Tokens[h].Form) || s.Tokens[h-1].Span.End != s.Tokens[h].Span.Start {
			continue
		}
		for n := text.Index(1); n <= 3 && n <= h && a == ""; n++ {
			a = d.sideAt(t.sentence, h-n, h)
		}
		for end := h + 2; end <= t.trigger && b == ""; end++ {
			b = d.sideAt(t.sentence, h+1, end)
		}
		return a, b
	}
	return "", ""
}

// sideAt is the side that a run of words names, be it as a state, a body or a nation; "" for none.
func (d *draft) sideAt(si int, first, end text.Index) string {
	if p, ok := d.sideNamed(d.r.Sentences[si].Cover(first, end).In(d.r.Document.Text)); ok {
		return p.Name
	}
	if m := d.r.MentionAt(si, first); m >= 0 && d.r.Mentions[m].First == first && d.r.Mentions[m].Last == end && d.r.Mentions[m].Entity >= 0 && d.r.Mentions[m].Class == text.Nationality {
		return d.r.Entities[d.r.Mentions[m].Entity].Party.Side
	}
	return ""
}

// unlisted is where the numbers begin of parties that no entity of the text stands for.
const unlisted = -1000

// sideNamed is the state or the body of several states that goes by a name.
func (d *draft) sideNamed(name string) (readout.Party, bool) {
	for _, r := range d.gaz.Find(name) {
		switch {
		case r.Kind == gazetteer.State:
			return readout.Party{Kind: readout.State, Name: r.Name, Side: r.Name, Country: r.Country}, true
		case r.Kind == gazetteer.Body && (r.Class == "international" || r.Class == "regional"):
			return readout.Party{Kind: readout.Organisation, Name: r.Name, Side: r.Name}, true
		}
	}
	return readout.Party{}, false
}

// namedBy tells whether one word is somebody's family name: the last word, or the
// first of a name in Eastern order.
func namedBy(name, word string) bool {
	return strings.HasSuffix(name, " "+word) || strings.HasPrefix(name, word+" ") && strings.Contains(name, "-") || name == word
}

// afterCity tells a country that only says where the city before it lies: "in Phnom
// Penh, Cambodia".
func (d *draft) afterCity(si int, i text.Index) bool {
	m := d.r.MentionAt(si, i)
	if m < 0 || m == 0 || d.r.Mentions[m].Class != text.State || d.r.Mentions[m].First == 0 {
		return false
	}
	s := &d.r.Sentences[si]
	before := &d.r.Mentions[m-1]
	return s.Tokens[d.r.Mentions[m].First-1].Form == "," && before.Sentence == si && before.Class == text.Place && before.Last == d.r.Mentions[m].First-1
}

// addMembers adds those whose talks a noun tells of: "talks between A and B", "the
// Trump Kim summit".
func (d *draft) addMembers(t *telling, i text.Index) {
	s := &d.r.Sentences[t.sentence]
	if i > t.trigger {
		if a, b := d.hyphenated(t.sentence, i); b != text.None && s.Tokens[t.trigger].XPOS == text.NNS {
			d.addNominal(t, a, 'm', false)
			d.addNominal(t, b, 'm', false)
			return // "the summits of Japan-EU and the African Union": the first is of two, the next another
		}
		d.addParty(t, i, 'm', false)
		d.addRow(t, i, 'm', false)
		return
	}
	if d.venueName(t, i) {
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

// venueName tells a country that names where a summit was: "the Vietnam summit".
func (d *draft) venueName(t *telling, i text.Index) bool {
	s := &d.r.Sentences[t.sentence]
	m := d.r.MentionAt(t.sentence, i)
	if m < 0 || d.r.Mentions[m].Class != text.State || len(conjuncts(s, i)) > 1 || len(s.Children(t.trigger, text.Compound, text.Amod)) > 1 {
		return false
	}
	switch s.Tokens[t.trigger].Lemma {
	case "summit", "meeting", "session", "dinner":
		return s.Tokens[i].Form != "-" && (t.trigger-i == 1)
	}
	return false
}

// addParty adds what the nominal at token i stands for, with its conjuncts; plural
// descriptions add their members.
func (d *draft) addParty(t *telling, i text.Index, role byte, host bool) {
	s := &d.r.Sentences[t.sentence]
	if last := d.ownerInList(t.sentence, i); last != text.None {
		d.addNominal(t, last, role, host)
		return
	}
	for _, c := range d.coordinated(t.sentence, i) {
		if role == 'b' && d.turnsTo(t.sentence, i, c) {
			return // the row from there on is another's
		}
		if m := d.r.MentionAt(t.sentence, c); c != i && m >= 0 && d.onlyOwns(m) {
			continue
		}
		if c == i || s.Tokens[c].UPOS != text.VERB && !d.afterCity(t.sentence, c) && !d.isTime(t.sentence, c) { // "talks with Ruiz, days after a call with Ito"
			d.addNominal(t, c, role, host)
		}
	}
	switch {
	case role == 'b':
		d.addRow(t, i, role, host)
		d.addIncluded(t, i, host)
	case role == 'a' && i < t.trigger:
		d.addSubjectRow(t, i, host)
		d.addIncludedBefore(t, i, host)
	}
}

// turnsTo tells a thing in the row of the party at token i, which those told behind it belong to:
// "talks with Ruiz and the joint work of Peru, Chile and Mexico", "a summit with the king and
// trips to Brazil".
func (d *draft) turnsTo(si int, i, c text.Index) bool {
	s := &d.r.Sentences[si]
	if c <= i || s.Tokens[c].UPOS != text.NOUN || d.r.MentionAt(si, c) >= 0 {
		return false
	}
	switch s.Tokens[c].Lemma {
	case "trip", "visit", "work", "cooperation", "relation", "situation", "development", "result", "issue", "problem", "war", "conflict":
		return s.Child(c, text.Nmod) != text.None
	}
	return false
}

// coordinated returns i and what is coordinated with it, or with another word of the name that
// it heads: the tree may break a name apart.
func (d *draft) coordinated(si int, i text.Index) []text.Index {
	s := &d.r.Sentences[si]
	out := conjuncts(s, i)
	if m := d.r.MentionAt(si, i); m >= 0 && d.r.Mentions[m].Form == text.Name {
		for k := d.r.Mentions[m].First; k < d.r.Mentions[m].Last; k++ {
			if k != i {
				out = append(out, s.Children(k, text.Conj)...)
			}
		}
	}
	return out
}

func (d *draft) addNominal(t *telling, i text.Index, role byte, host bool) {
	if d.addSpeaker(t, i, role, host) {
		return
	}
	i = d.titledByState(t.sentence, i)
	if mi := d.mentionFor(t.sentence, i); mi >= 0 {
		m := &d.r.Mentions[mi]
		if m.Class == text.State && ownGovernment(m.In(d.r.Document.Text)) {
			return // "Scotland planned talks with the Union": the state to which it belongs did not
		}
		if s := &d.r.Sentences[t.sentence]; m.Class == text.People && s.Tokens[m.Head].Lemma == "mediator" && t.noun && besides(caseOf(s, t.trigger)) {
			return // "mediators told them so before a summit": of whom it is, nobody says
		}
		if many := len(d.r.Entities[m.Entity].Members) >= 2; many || m.Class == text.People && d.addOfSeveral(t, m, role, host) {
			t.joint = t.joint || role == 'b' && !eachOf(&d.r.Sentences[t.sentence], m)
			if !many {
				return
			}
		}
		d.addEntity(t, m.Entity, m, role, host, 0)
		d.addHead(t, m, role, host)
	}
}

// titledByState returns who bears a title that opens with his state, where the tree takes the state for
// its head: "spoke with Republic of Korea National Security Advisor Ruiz".
func (d *draft) titledByState(si int, i text.Index) text.Index {
	m := d.r.MentionAt(si, i)
	if m < 0 || d.r.Mentions[m].Class != text.State || d.r.Mentions[m].Form != text.Name {
		return i
	}
	s := &d.r.Sentences[si]
	for _, c := range s.Children(i, text.Appos) {
		k := d.r.MentionAt(si, c)
		if k < 0 || d.r.Mentions[k].Class != text.Person || d.r.Mentions[k].Form != text.Name || d.r.Mentions[k].First <= d.r.Mentions[m].Last {
			continue
		}
		title := s.Tokens[d.r.Mentions[m].Last:d.r.Mentions[k].First]
		if d.r.Mentions[k].Entity < 0 || d.r.Entities[d.r.Mentions[k].Entity].Party.Side == "" {
			continue
		}
		if len(title) <= longestTitle && !slices.ContainsFunc(title, func(t text.Token) bool { return !nominalWord(&t) || t.UPOS == text.DET }) {
			return d.r.Mentions[k].Head
		}
	}
	return i
}

// ownGovernment tells the name of a part of a state that has a government of its own, and does not act
// for the state.
func ownGovernment(name string) bool {
	switch name {
	case "Scotland", "Wales", "Northern Ireland":
		return true
	}
	return false
}

// onlyMembers tells states that are called members of a body, and do not act for it: "the
// five permanent members of the Security Council".
func (d *draft) onlyMembers(m *text.Mention) bool {
	s := &d.r.Sentences[m.Sentence]
	if m.Class != text.People || !slices.ContainsFunc(s.Tokens[m.First:m.Last], func(t text.Token) bool { return t.Lemma == "member" }) {
		return false
	}
	p, ok := d.sideNamed(d.r.Entities[m.Entity].Party.Side)
	words := lower(m.In(d.r.Document.Text))
	return ok && !strings.Contains(words, "parliament") && !strings.Contains(words, "delegation") && p.Kind == readout.Organisation
}

// ownMinister tells a minister of whom a leader speaks without saying whose he is: "I have
// spoken with the Defence Minister", his own one.
func (d *draft) ownMinister(t *telling, m *text.Mention) bool {
	if t.voice < 0 || m.Form != text.Nominal || m.Class != text.Person || !leadsState(d.statements[t.voice].Speaker.Value()) {
		return false
	}
	words := strings.Fields(lower(m.In(d.r.Document.Text)))
	if len(words) < 2 || len(words) > 4 || words[len(words)-1] != "minister" || words[len(words)-2] == "prime" {
		return false
	}
	switch words[0] {
	case "the", "our", "my":
		return !slices.ContainsFunc(words, func(w string) bool { return d.gaz.StateNamed(w) != nil })
	}
	return false
}

// eachOf tells a plural that takes its members one by one: "both the US and South Korean
// presidents", "leaders in both countries".
func eachOf(s *text.Sentence, m *text.Mention) bool {
	return s.Child(m.Head, text.CcPreconj) != text.None || slices.ContainsFunc(s.Children(m.Head, text.Nmod), func(c text.Index) bool {
		det := s.Child(c, text.Det)
		return caseOf(s, c) == "in" && det != text.None && (s.Tokens[det].Lemma == "both" || s.Tokens[det].Lemma == "each")
	})
}

// addHead adds who leads a delegation: "a delegation led by Deputy Minister Ryabkov".
func (d *draft) addHead(t *telling, m *text.Mention, role byte, host bool) {
	if m.Class != text.People && m.Class != text.Body {
		return
	}
	s := &d.r.Sentences[t.sentence]
	for _, v := range s.Children(m.Head, text.Acl) {
		if l := s.Tokens[v].Lemma; l != "lead" && l != "head" {
			continue
		}
		for _, by := range agents(s, v) {
			if k := d.mentionFor(t.sentence, by); k >= 0 && d.r.Mentions[k].Class == text.Person {
				d.addEntity(t, d.r.Mentions[k].Entity, &d.r.Mentions[k], role, host, 0)
			}
		}
	}
}

// addOfSeveral adds the countries of people of several sides: "representatives from
// Qatar, Egypt and Israel", "Israeli and Palestinian negotiators".
func (d *draft) addOfSeveral(t *telling, m *text.Mention, role byte, host bool) bool {
	s := &d.r.Sentences[t.sentence]
	if private(m.In(d.r.Document.Text)) {
		return false
	}
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
			for _, e := range d.r.Entities[n.Entity].Members { // "officials from the two Koreas"
				if p, ok := d.partyOf(&d.r.Entities[e]); ok && d.r.Entities[e].Class == text.State {
					found = append(found, partyAt{e, p, n.Span, readout.Resolved, role, host})
				}
			}
			if p, ok := d.partyOf(&d.r.Entities[n.Entity]); ok && (n.Class == text.State || n.Class == text.Nationality || n.Class == text.Group || n.Class == text.Body && p.Kind == readout.State) {
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
	i = bearer(&d.r.Sentences[si], i)
	if m := d.r.MentionAt(si, i); m >= 0 && d.r.Mentions[m].Entity >= 0 {
		if k := d.namedWithin(m); k >= 0 {
			return k
		}
		if k := d.memberNamed(m); k >= 0 {
			return k
		}
		return m
	}
	s := &d.r.Sentences[si]
	from, to := d.r.MentionsIn(si)
	for k := from; k < to; k++ {
		m := &d.r.Mentions[k]
		if m.Class == text.Person && m.Form == text.Name && m.Entity >= 0 && m.First <= i && i < m.Last {
			return k // a word of a name that the tree breaks apart
		}
		if m.Class != text.Person || m.Entity < 0 || m.First <= i || m.First-i > 8 {
			continue
		}
		if s.Dominates(i, m.Head) && unbroken(s, i, m.First) && s.Tokens[m.First-1].UPOS != text.ADP {
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

// bearer goes back from a suffix of a name, where the tree takes it for the name itself,
// to the name: "Joseph R. Biden, Jr. met Macron".
func bearer(s *text.Sentence, i text.Index) text.Index {
	switch s.Tokens[i].Form {
	case "Jr.", "Jr", "Sr.", "Sr", "II", "III":
	default:
		return i
	}
	if i < 2 || s.Tokens[i-1].Form != "," || s.Tokens[i-2].UPOS != text.PROPN {
		return i
	}
	i -= 2
	for s.Tokens[i].Rel == text.Flat && s.Tokens[i].Head != text.None {
		i = s.Tokens[i].Head
	}
	return i
}

// memberNamed returns the name behind a seat whose words tell of a people, or -1: "Croat Member of
// the Presidency of Bosnia and Herzegovina Ivo Anić" is Anić, and not Croatia.
func (d *draft) memberNamed(seat int) int {
	o := &d.r.Mentions[seat]
	s := &d.r.Sentences[o.Sentence]
	if head := &s.Tokens[o.Head]; o.Class != text.People || head.Lemma != "Member" && head.Lemma != "member" || head.XPOS != text.NNP && head.XPOS != text.NN {
		return -1
	}
	for k := seat + 1; k < len(d.r.Mentions) && d.r.Mentions[k].Sentence == o.Sentence; k++ {
		m := &d.r.Mentions[k]
		if m.Class != text.Person || m.Form != text.Name || m.Entity < 0 || m.First < o.Last {
			continue
		}
		if m.First-o.Last > 2 || s.Tokens[m.First-1].UPOS != text.PROPN {
			return -1
		}
		return k
	}
	return -1
}

// namedWithin returns the name at the end of a description that is the office of that
// person, or -1: "adviser to the German Chancellor Jens Plötner", where Plötner is no
// chancellor; not "adviser to President Trump".
func (d *draft) namedWithin(outer int) int {
	o := &d.r.Mentions[outer]
	if o.Form != text.Nominal || o.Class != text.Person {
		return -1
	}
	s := &d.r.Sentences[o.Sentence]
	if p := o.Last; int(p)+1 < len(s.Tokens) && (s.Tokens[p].Form == "to" || s.Tokens[p].Form == "of") { // "US Ambassador to Russia John Sullivan"
		for k := outer + 1; k < len(d.r.Mentions) && d.r.Mentions[k].Sentence == o.Sentence; k++ {
			if m := &d.r.Mentions[k]; m.First == p+1 && m.Class == text.State {
				return d.startingAt(o.Sentence, m.Last)
			}
		}
	}
	for k := outer + 1; k < len(d.r.Mentions) && d.r.Mentions[k].First < o.Last && d.r.Mentions[k].Sentence == o.Sentence; k++ {
		m := &d.r.Mentions[k]
		if m.Class != text.Person || m.Form != text.Name || m.First == 0 || m.Last != o.Last && !rowGoesOn(s, m.Last) || m.Entity < 0 || m.Entity == o.Entity {
			continue
		}
		title := &s.Tokens[m.First-1]
		if title.UPOS != text.NOUN && title.UPOS != text.PROPN {
			return -1
		}
		role := lower(d.r.Entities[m.Entity].Party.Role)
		if strings.HasPrefix(role, lower(s.Tokens[o.Head].Form)+" ") {
			return k // "the wife of the President of Ukraine Olena Zelenska"
		}
		for w := range strings.FieldsSeq(role) {
			if w == lower(title.Form) {
				return -1
			}
		}
		return k
	}
	return -1
}

// rowGoesOn tells whether others follow a name that ends before token i, in a description
// that the tree takes for one: "Head of Administration Andriy Yermak and Minister Kuleba".
func rowGoesOn(s *text.Sentence, i text.Index) bool {
	return int(i) < len(s.Tokens) && (s.Tokens[i].Form == "and" || s.Tokens[i].Form == ",")
}

// unbroken tells whether only words of a title stand between two tokens.
func unbroken(s *text.Sentence, from, to text.Index) bool {
	for j := from + 1; j < to; j++ {
		switch s.Tokens[j].UPOS {
		case text.PUNCT, text.VERB, text.AUX, text.CCONJ, text.SCONJ, text.PRON:
			return false
		}
	}
	return true
}

func (d *draft) addEntity(t *telling, e int, m *text.Mention, role byte, host bool, depth int) {
	if e < 0 || depth > 2 || depth == 0 && (d.onlyMembers(m) || d.ownMinister(t, m) || m.Form == text.Nominal && ofBusiness(strings.Fields(lower(m.In(d.r.Document.Text))))) {
		return
	}
	ent := &d.r.Entities[e]
	if len(ent.Members) > 0 {
		for _, x := range ent.Members {
			d.addEntity(t, x, m, role, host, depth+1)
		}
		return
	}
	p, ok := d.partyOf(ent)
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

// addVisited adds the hosts' country of a place gone to; a person visited is a party. Whose office is
// told by his nation is no place: "attended the Russian President's meeting with students".
func (d *draft) addVisited(t *telling, i text.Index) {
	mi := d.r.MentionAt(t.sentence, i)
	if mi < 0 || d.r.Mentions[mi].Class == text.Nationality && d.beforeOffice(&d.r.Mentions[mi]) {
		return
	}
	m := &d.r.Mentions[mi]
	if m.Entity < 0 {
		return
	}
	if s := &d.r.Sentences[t.sentence]; m.Class == text.Place && slices.ContainsFunc(s.Children(i, text.Flat), func(c text.Index) bool { return c == m.Last && !d.isTime(t.sentence, c) }) {
		return // "the visit of Miri Regev" is to no place of that name
	}
	ent := &d.r.Entities[m.Entity]
	if m.Class == text.Body && mission(lower(m.In(d.r.Document.Text))) {
		return // whoever goes to a consulate goes for himself
	}
	if m.Class == text.Person || m.Class == text.Body {
		before := len(t.parties)
		d.addParty(t, i, 'b', true)
		if m.Class == text.Person || len(t.parties) > before {
			return
		}
	}
	if body, ok := d.bodyVisited(t, m); ok {
		t.add(partyAt{m.Entity, body, m.Span, readout.Inferred, 'b', true})
		return
	}
	country, code := ent.Place.Country, ent.Place.Code
	if (ent.Class == text.State || ent.Class == text.Body && parliament(lower(ent.Name))) && country == "" {
		country, code = ent.Party.Side, ent.Party.Country
	}
	if country == "" {
		return
	}
	t.add(partyAt{m.Entity, readout.Party{Kind: readout.State, Name: country, Side: country, Country: code}, m.Span, readout.Inferred, 'b', true})
}

// beforeOffice tells whether a nation stands before the words for somebody's office, or opens them.
func (d *draft) beforeOffice(nation *text.Mention) bool {
	from, to := d.r.MentionsIn(nation.Sentence)
	return slices.ContainsFunc(d.r.Mentions[from:to], func(m text.Mention) bool {
		return m.Class == text.Person && nation.Last < m.Last && m.First <= nation.Last
	})
}

// parliament tells a body whose guests visit its country.
func parliament(name string) bool {
	switch name[strings.LastIndex(name, " ")+1:] {
	case "congress", "parliament", "bundestag", "knesset", "sejm", "riksdag", "duma", "dáil", "folketing", "storting", "diet", "majlis":
		return true
	}
	return false
}

func mission(name string) bool {
	return strings.Contains(name, "consulate") || strings.Contains(name, "embassy")
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
	if p.Name != "" && (p.Kind == readout.Person || entity >= 0) && (p.Wikidata != "" || !ofPrivateLife(p.Role)) {
		t.add(partyAt{entity, p, at, readout.Resolved, role, host})
	}
}

// speaksForState puts a state in the place of who says "we" of what its officials are about with
// another state or an ambassador: "we are talking to China", "a point we have raised with the
// American ambassador".
func (d *draft) speaksForState(t *telling) {
	tok := &d.r.Sentences[t.sentence].Tokens[t.trigger]
	switch tok.Lemma {
	case "talk", "speak", "negotiate", "deal", "meet":
		if tok.XPOS != text.VBG {
			return
		}
	case "raise":
	default:
		return
	}
	own, others := ownAndOthers(t.parties)
	if len(own) != 1 || own[0].party.Kind != readout.Person || own[0].party.Country == "" || lower(own[0].at.In(d.r.Document.Text)) != "we" || tok.Lemma == "meet" && len(others) == 0 {
		return
	}
	for _, o := range others {
		if o.party.Kind == readout.Group {
			continue
		}
		if tok.Lemma == "meet" || o.party.Kind != readout.State && !strings.Contains(lower(o.party.Role), "ambassador") {
			return
		}
	}
	for i := range t.parties {
		if p := &t.parties[i]; p.role != 'b' {
			p.entity = unlisted - int(t.trigger)
			p.party = readout.Party{Kind: readout.State, Name: p.party.Side, Side: p.party.Side, Country: p.party.Country}
		}
	}
}

// ownAndOthers parts who acts in a telling from those with whom, or the place where.
func ownAndOthers(parties []partyAt) (own, others []partyAt) {
	for _, p := range parties {
		if p.role == 'b' {
			others = append(others, p)
		} else {
			own = append(own, p)
		}
	}
	return own, others
}

// apiece divides a telling of one party's contacts with several others, each of a
// side of its own, into one telling for each: "he spoke to A and B", "her meetings
// with A and B". Talks in the singular, or said to be joint, stay one.
func (d *draft) apiece(t telling) []telling {
	if t.kind == readout.Visit {
		return d.stages(t)
	}
	if ts := d.dayByDay(t); len(ts) > 1 {
		return ts
	}
	if ts := d.pairByPair(t); len(ts) > 1 {
		return ts
	}
	if ts := d.eachJoining(t); len(ts) > 1 {
		return ts
	}
	if ts := d.townByTown(t); len(ts) > 1 {
		return ts
	}
	if ts := d.withAndWith(t); len(ts) > 1 {
		return ts
	}
	s := &d.r.Sentences[t.sentence]
	own, others := ownAndOthers(t.parties)
	if len(own) >= 2 && len(others) == 1 && bilateral(s, &t) && d.sides(t.parties) == len(t.parties) {
		own, others = others, own
	}
	if len(own) != 1 || len(others) < 2 || !separate(s, &t) || d.atOneTable(&t) ||
		d.sides(t.parties) != len(t.parties) && !saidApart(s, &t) {
		return []telling{t}
	}
	out := make([]telling, 0, len(others))
	for _, o := range others {
		one := t
		one.parties, one.apiece = []partyAt{own[0], o}, true
		out = append(out, one)
	}
	return out
}

// pairByPair divides talks of which two pairs are told: "talks between Spain and France, as
// well as Italy and Malta", "and between Italy and Malta".
func (d *draft) pairByPair(t telling) []telling {
	s := &d.r.Sentences[t.sentence]
	if !t.noun || s.Tokens[t.trigger].XPOS != text.NNS {
		return nil
	}
	next := secondPair(s, t.trigger)
	if next == text.None {
		return nil
	}
	one, two := t, t
	one.parties, two.parties = nil, nil
	for _, p := range t.parties {
		if p.at.Start < s.Tokens[next].Span.Start {
			one.parties = append(one.parties, p)
		}
	}
	row := d.row(t.sentence, next)
	for _, k := range row {
		d.addNominal(&two, d.r.Mentions[k].Head, 'm', false)
	}
	if len(one.parties) != 2 || len(row) != 2 || len(two.parties) != 2 {
		return nil
	}
	return []telling{one, two}
}

// eachJoining divides talks of states on joining a body, which each of them has with it: "negotiations
// between Peru and Chile on joining the Union".
func (d *draft) eachJoining(t telling) []telling {
	own, others := ownAndOthers(t.parties)
	body := d.bodyJoined(&t)
	if len(own) < 2 || len(others) > 0 || body < 0 {
		return nil
	}
	var out []telling
	for _, p := range own {
		one := t
		one.parties, one.apiece = []partyAt{p}, true
		d.addNominal(&one, d.r.Mentions[body].Head, 'b', false)
		if p.party.Kind != readout.State || len(one.parties) != 2 {
			return nil
		}
		out = append(out, one)
	}
	return out
}

// bodyJoined returns the mention of the body that talks are about joining: "talks on their accession to
// NATO", "negotiations on joining the European Union"; -1 for none.
func (d *draft) bodyJoined(t *telling) int {
	s := &d.r.Sentences[t.sentence]
	for i := t.trigger + 1; t.noun && int(i) < len(s.Tokens) && !finiteVerb(&s.Tokens[i]); i++ {
		switch s.Tokens[i].Lemma {
		case "join", "accession", "membership", "admission":
		default:
			continue
		}
		about := i - 1
		if r := s.Tokens[about].Rel; r == text.NmodPoss || r == text.Det || r == text.Amod {
			about--
		}
		switch s.Tokens[about].Lemma {
		case "on", "about", "over", "for", "regarding", "concerning":
		default:
			return -1
		}
		for k := i + 1; int(k) < len(s.Tokens) && k <= i+3; k++ {
			if m := d.r.MentionAt(t.sentence, k); m >= 0 {
				if d.r.Mentions[m].Class != text.Body {
					return -1
				}
				return m
			}
		}
		return -1
	}
	return -1
}

// withAndWith divides contacts of one party of which each has a "with" of its own: "a trilateral
// meeting with Japan and Korea and with President Ruiz" are two.
func (d *draft) withAndWith(t telling) []telling {
	s := &d.r.Sentences[t.sentence]
	own, others := ownAndOthers(t.parties)
	if len(own) != 1 || len(others) < 2 {
		return nil
	}
	var out []telling
	for i := t.trigger + 1; int(i) < len(s.Tokens); i++ {
		if s.Tokens[i].Lemma != "with" || s.Tokens[i].Rel != text.Case || len(out) > 0 && s.Tokens[i-1].Lemma != "and" {
			continue
		}
		one := t
		one.parties, one.apiece = slices.Clone(own), true
		for _, p := range others {
			if p.at.Start > s.Tokens[i].Span.Start {
				one.parties = append(one.parties, p)
			}
		}
		if n := len(out); n > 0 {
			before := &out[n-1]
			before.parties = before.parties[:len(before.parties)-len(one.parties)+1]
		}
		out = append(out, one)
	}
	if slices.ContainsFunc(out, func(one telling) bool { return len(one.parties) < 2 }) {
		return nil
	}
	return out
}

// secondPair returns where a second pair begins behind "between A and B", or None.
func secondPair(s *text.Sentence, noun text.Index) text.Index {
	between := false
	for i := noun + 1; int(i)+3 < len(s.Tokens) && i-noun < 20; i++ {
		t := &s.Tokens[i]
		switch {
		case finiteVerb(t):
			return text.None
		case t.Lemma == "between":
			if between && s.Tokens[i-1].Lemma == "and" {
				return pastArticle(s, i+1)
			}
			between = true
		case between && t.Lemma == "as" && s.Tokens[i+1].Lemma == "well" && s.Tokens[i-1].Form == ",":
			if s.Tokens[i+3].Lemma == "between" {
				i++
			}
			return pastArticle(s, i+3)
		}
	}
	return text.None
}

// pastArticle returns the token behind an article at i, or i.
func pastArticle(s *text.Sentence, i text.Index) text.Index {
	if int(i)+1 < len(s.Tokens) && s.Tokens[i].Lemma == "the" {
		return i + 1
	}
	return i
}

// bilateral tells meetings of two at a time: "bilateral negotiations with Germany and France".
func bilateral(s *text.Sentence, t *telling) bool {
	return t.noun && s.Tokens[t.trigger].XPOS == text.NNS && slices.ContainsFunc(s.Children(t.trigger, text.Amod), func(c text.Index) bool {
		switch s.Tokens[c].Lemma {
		case "bilateral", "separate", "one-on-one", "tete-a-tete", "individual":
			return true
		}
		return false
	})
}

// separate tells whether several contacts are meant rather than one joint one.
func separate(s *text.Sentence, t *telling) bool {
	for i := range s.Tokens {
		switch s.Tokens[i].Lemma {
		case "trilateral", "three-way", "four-way", "together", "jointly", "joint", "quadrilateral":
			return false
		case "way":
			if i > 1 && s.Tokens[i-1].Form == "-" && s.Tokens[i-2].UPOS == text.NUM { // "three-way talks"
				return false
			}
		}
	}
	if t.host && forOne(s, t.trigger) {
		return saidApart(s, t)
	}
	spoke := s.Tokens[t.trigger].Lemma == "speak" // with each of several, where no table is told of
	return saidApart(s, t) || !t.noun && (!t.joint || hostedInTurn(t) || t.kind == readout.Call || spoke) && !(t.host && hostsMany(s, t))
}

// hostsMany tells whether somebody receives the others for one occasion: "will host A and
// B for a summit".
func hostsMany(s *text.Sentence, t *telling) bool {
	if t.meet.Present() {
		return true
	}
	for _, c := range s.Children(t.trigger, text.Obl) {
		if caseOf(s, c) != "for" && caseOf(s, c) != "at" {
			continue
		}
		switch s.Tokens[c].Lemma {
		case "summit", "conference", "negotiation", "forum", "gathering":
			return true
		}
	}
	return false
}

// forOne tells what several are received for together: "will host Kishida and Yoon for a
// summit".
func forOne(s *text.Sentence, v text.Index) bool {
	for i := v + 1; int(i) < len(s.Tokens); i++ {
		if tok := &s.Tokens[i]; tok.UPOS == text.NOUN && caseOf(s, i) == "for" {
			switch tok.Lemma {
			case "summit", "talk", "meeting", "dinner", "lunch", "negotiation", "conference":
				return true
			}
		}
	}
	return false
}

// saidApart tells whether the words say that there were several: "separate talks",
// "meetings with A and B".
func saidApart(s *text.Sentence, t *telling) bool {
	for i := range s.Tokens {
		switch s.Tokens[i].Lemma {
		case "separate", "separately", "respectively":
			return true
		}
	}
	if metBoth(s, t) || bilateral(s, t) || overseen(s, t) != text.None || forVisits(s, t) || overDays(s, t) {
		return true
	}
	tok := &s.Tokens[t.trigger]
	return t.noun && tok.XPOS == text.NNS && tok.Lemma != "talk" && tok.Lemma != "negotiation"
}

// forVisits tells guests each of whom comes for a visit of his own: "hosts the leaders of Peru and
// Chile for visits".
func forVisits(s *text.Sentence, t *telling) bool {
	for i := t.trigger + 1; t.host && int(i) < len(s.Tokens) && !finiteVerb(&s.Tokens[i]); i++ {
		if s.Tokens[i].Lemma == "visit" && s.Tokens[i].XPOS == text.NNS && caseOf(s, i) == "for" {
			return true
		}
	}
	return false
}

// overDays tells talks of days that nobody counts: "held talks with Ruiz and Ito in recent days", "his
// talks with the leaders of Peru and Chile earlier that week".
func overDays(s *text.Sentence, t *telling) bool {
	if !t.noun || s.Tokens[t.trigger].XPOS != text.NNS {
		return false
	}
	for i := t.trigger + 1; int(i) < len(s.Tokens) && !finiteVerb(&s.Tokens[i]); i++ {
		switch c := caseOf(s, i); s.Tokens[i].Lemma {
		case "day", "hour":
			if c != "for" && s.Tokens[i].XPOS == text.NNS && s.Child(i, text.Amod) != text.None && s.Child(i, text.Nummod) == text.None {
				return true
			}
		case "week", "month", "year":
			if (c == "" || c == "in" || c == "over" || c == "during") && s.Child(i, text.Nummod) == text.None {
				return true
			}
		}
	}
	return false
}

// metBoth tells contact with "both" of two: "met with both Ruiz and Ito".
func metBoth(s *text.Sentence, t *telling) bool {
	return !t.noun && slices.ContainsFunc(s.Children(t.trigger, text.Obj, text.Obl), func(c text.Index) bool {
		first := c
		for first > 0 && s.Tokens[first-1].Head == c && s.Tokens[first-1].Lemma != "both" {
			first--
		}
		return first > 0 && s.Tokens[first-1].Lemma == "both" && s.Child(c, text.Conj) != text.None
	})
}

// hostedInTurn tells guests told in one word whom somebody received, on what day and for what is
// left open: "used the club to host the leaders of Japan and China".
func hostedInTurn(t *telling) bool {
	return t.host && t.joint && !t.noun && !t.date.Present() && !t.meet.Present() && !t.place.Present()
}

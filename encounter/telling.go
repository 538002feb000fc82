package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/rule"
	"readout/text"
)

// telling is one place in the text that tells of an encounter: a trigger word with
// what stands around it. Several tellings make an occasion.
type telling struct {
	sentence int
	trigger  text.Index
	within   text.Index   // the verb by which somebody spoke in it, where the tree hangs it on what he asked for; 0 where none
	clause   []text.Index // trigger and the verbs that lend it subject and tense, inside out
	rules    []string
	kind     readout.Kind
	loose    bool // the words leave open whether in person or by telephone
	spoken   bool // loose, and more likely by telephone than not
	noun     bool
	bare     bool // matched without a party beside it
	margin   bool // told by the place alone: "on the sidelines of the summit"
	wished   bool // greetings and good wishes, which may go over the telephone
	taken    bool // somebody who is no party acts
	faint    bool // what shows it are no words of its own: other tellings decide
	news     bool // faint, and what the text is there to tell
	sent     bool // who goes is a delegation that his side sends
	borne    bool // an invitation of which the envoy who bears it is told, and stands for his side
	past     bool // on another day than the talk that it is told in
	stays    bool // somebody is at a place
	told     bool // somebody told another something: no more is said of the occasion
	joins    bool // adds to an occasion told before, opens none
	ahead    bool // says what is to be talked about at an occasion told before as still ahead
	seats    bool // says who came with somebody to an occasion told elsewhere
	again    bool // "it took place on Monday": more of the occasion of the sentence before
	nobodys  bool // said to be between two who are nobody in particular
	ours     bool // somebody says of himself and others what they talked about
	unnamed  bool // those who talked are called no more than that: "the participants"
	seeks    bool // says who asked for an occasion told before
	came     bool // says what came of an occasion told before, by whom is left open
	explains bool // says why an occasion told before was called off
	passive  bool // a topic that was raised: by whom is left open
	host     bool // the subject receives the others
	joint    bool // the others are told in one word: "the leaders of A and B"
	apiece   bool // one of several that somebody had, with each of those named
	format   string
	parties  []partyAt
	verdict  verdict
	voice    int          // index of the statement that holds it, or -1 for the reporter
	aside    bool         // before or after what its clause tells: "spoke to reporters after the talks"
	talkedOf bool         // the topic of a verb of talk: "to discuss possible talks with Iran"
	open     int          // one more than the index of a time of it that nothing dates yet
	beside   readout.Date // when the clause before it tells of what others did
	date     readout.Cited[readout.Date]
	place    readout.Cited[readout.Place]
	venue    readout.Cited[string]
	form     readout.Cited[string] // finer than the kind, where the rules set no format
	meet     readout.Cited[string] // the gathering
	agenda   []text.Index          // what the rules say was talked about at an occasion told before
	topics   []readout.Cited[string]
	tone     []readout.Cited[string]
	unraised []readout.Cited[string] // what it says was not talked about
	outcomes []readout.Cited[string]
	reasons  []readout.Cited[string] // why it was called off or refused
	asker    partyAt                 // who asked for it, where asked
	asked    bool
	places   bool // the subject of the verb is who called
	duration readout.Cited[readout.Minutes]
}

// partyAt is a participant with the words that name it here.
type partyAt struct {
	entity int
	party  readout.Party
	at     readout.Span
	basis  readout.Basis
	role   byte // 'a' the subject's side, 'b' the others, 'm' named before the noun
	host   bool
}

// matched groups the rules that fired on one trigger.
type matched struct {
	trigger text.Index
	matches []rule.Match
}

// tell makes the telling of one trigger, or ok false where it is none.
func (d *draft) tell(si int, m matched) (telling, bool) {
	s := &d.r.Sentences[si]
	t := telling{sentence: si, trigger: m.trigger, voice: d.voiceOf(s.Tokens[m.trigger].Span)}
	t.bare, t.joins, t.told = true, true, onlyTold(m.matches)
	for _, x := range m.matches {
		t.absorb(x)
	}
	if slices.Contains(t.rules, "discuss-then") { // what they praised ends before it
		t.voice = d.voiceOf(s.Tokens[s.Tokens[m.trigger].Head].Span)
	}
	t.clause = d.clauseOf(s, m.trigger)
	if t.seats {
		d.gatherCompany(&t, m.matches)
		return t, len(among(t.parties)) > 0
	}
	if besides(caseOf(s, m.trigger)) || t.noun && (d.words.severed(s, m.trigger) || announcedThere(s, m.trigger)) {
		t.clause, t.aside = t.clause[:1], true
	}
	if t.stays && !d.stay(&t) {
		return t, false
	}
	d.gatherParties(&t, m.matches)
	d.speaksForState(&t)
	d.addConvened(&t)
	if !hasRole(t.parties, 'm') && (d.insideGathering(si, m.trigger, text.Name) && !pairedThere(t.parties) ||
		t.bare && d.insideGathering(si, m.trigger, text.Nominal) && d.definite(&t) && d.words.status(s, m.trigger).status != readout.Cancelled) {
		return t, false // "the summit" may be anybody's, "a summit next week" is theirs, as is one put off
	}
	if t.nobodys {
		return t, false // "a meeting between an official and a leader": of nobody told of elsewhere
	}
	d.addHost(&t)
	d.dropExcluded(&t)
	d.dropNamedInTopic(&t)
	d.dropStrangers(&t)
	if besideContact(s, &t) {
		t.parties = nil
	}
	d.ourSide(&t)
	d.speaksAhead(&t)
	d.bearsInvitation(&t)
	t.parties = settleParties(t.parties)
	if (t.ours || t.unnamed) && !knownPair(t.parties) {
		t.parties, t.joins = nil, true // who "we" or "the participants" are, the occasion tells
	}
	if t.noun && noOccasion(s, m.trigger, t.bare) || t.bare && t.loose && !t.ours && !t.noun && !hasRole(t.parties, 'b') && !(d.byTelephone(s, &t) && knownPair(t.parties)) {
		return t, false
	}
	if t.kind == readout.Visit && (homeward(s, m.trigger) || d.posted(&t) || d.stationed(&t) || d.atOwnSeat(&t) || d.backHome(&t) || d.onOwnLand(&t) || carried(s, &t) || toPost(s, &t)) {
		return t, false
	}
	if t.kind == readout.Visit && t.bare && !hasRole(t.parties, 'b') {
		return t, false // somebody went: where, nobody says
	}
	if t.passive && s.Tokens[t.trigger].Lemma != "discuss" && s.Tokens[t.trigger].Lemma != "come" && !denies(s, t.trigger) {
		return t, false // what was raised, by whom and where, nobody says
	}
	if d.comeTogether(&t) {
		return t, false // whoever attends a summit together need not meet there, nor the hosts
	}
	if t.margin && !knownPair(t.parties) {
		return t, false // one leader alone may do much on the sidelines
	}
	if t.spoken && !t.ours && !t.noun && !hasRole(t.parties, 'b') && !knownPair(t.parties) {
		return t, false // somebody spoke: to whom, nobody says
	}
	if t.bare && !t.noun && !t.joins && !t.margin && !t.spoken && !hasRole(t.parties, 'b') && !knownPair(t.parties) && metOthers(s, m.trigger) {
		return t, false // "met with businesspeople": with nobody told of elsewhere
	}
	if opensIt(s, &t) {
		return t, false // "I would like to start our meeting": it is under way
	}
	if t.noun && allOthers(t.parties) && withParticipation(s, m.trigger) || leftToOfficials(s, &t) {
		return t, false // "praised the meeting with participation of their ministers"
	}
	if d.askedOfBody(&t) || helpSent(s, &t) || presenceWelcomed(s, &t) || askedToAttend(s, &t) || d.talksJudgedBySeveral(&t) {
		return t, false // who asks for a Council meeting, or sends doctors, meets nobody by it
	}
	t.joins = t.joins || t.bare && alsoInvolved(s, m.trigger)
	if t.bare && t.noun && onStage(s, &t) {
		return t, false // "Iran will feature during a Council meeting": it need not be there
	}
	if d.callsSo(si, m.trigger) || neitherDoes(s, m.trigger) || almost(s, m.trigger) || metThere(s, &t) || !hasRole(t.parties, 'b') && (!t.noun && withSome(s, m.trigger) || t.noun && withBand(s, m.trigger)) {
		return t, false
	}
	switch {
	case t.stays:
	case t.within != 0: // what was asked for in it says nothing of it
		t.verdict = d.words.status(s, t.within)
	default:
		t.verdict = d.words.status(s, m.trigger)
	}
	if habitual(s, &t) || keepsUp(s, &t) || stoodUp(s, &t) || t.noun && throughForum(s, t.trigger) || recurs(s, &t) || supposed(s, &t) || questioned(s, &t) || saidOfIt(s, &t) {
		return t, false
	}
	if t.told && (len(t.parties) != 2 || !d.fullyNamed(t.parties) || t.verdict.status != readout.Held || !pastTense(s, m.trigger)) {
		return t, false // "wanted to tell him", "tells him again and again"
	}
	t.verdict.firm = t.verdict.firm || t.told
	t.aside = t.aside || t.told // days and places in what was told are not its own
	for _, x := range m.matches {
		if v := x.Rule.Value("status"); v == "propose" && (metWhen(s, m.trigger) || takenUp(s, m.trigger) && thenWent(s, s.Tokens[m.trigger].Head)) {
			t.verdict = verdict{status: readout.Held, word: m.trigger, firm: true}
		} else if v == "propose" && takenUp(s, m.trigger) {
			d.words.apply(&t.verdict, "plan", m.trigger)
		} else if v != "" {
			d.words.apply(&t.verdict, v, m.trigger)
			d.words.judgeAfter(s, &t.verdict, m.trigger)
		}
	}
	if leftOut(s, &t) {
		t.joins = true
	}
	if d.settles(&t) || neverAsked(s, &t) || outOfHisWay(s, &t) || byAbsence(s, &t) || notForLong(s, &t) || advisedAgainst(s, &t) || urgedAgainst(s, &t) || notTold(s, &t) || notHe(s, &t) {
		return t, false
	}
	if own := belowTalkOf(s, t.clause); t.noun && len(own) < len(t.clause) {
		t.clause, t.talkedOf = own, true
	}
	d.settleKind(s, &t)
	d.readFields(&t)
	if ofNoOccasion(s, &t) || d.oncePossible(s, &t) || d.demanded(s, &t) {
		return t, false
	}
	if slices.Contains(t.rules, "send-to") && t.verdict.status == readout.Held && !t.date.Present() {
		t.verdict.firm = false // who was sent may still be on his way
	}
	d.addAcross(&t)
	d.lookAhead(s, &t)
	return t, true
}

// opensIt tells a talk that somebody opens as he speaks: "I would like to start our meeting by
// noting".
func opensIt(s *text.Sentence, t *telling) bool {
	v := s.Tokens[t.trigger].Head
	if !t.noun || t.voice < 0 || v == text.None || s.Tokens[t.trigger].Rel != text.Obj || !begins(s.Tokens[v].Lemma) {
		return false
	}
	h := s.Tokens[v].Head
	return h != text.None && s.Tokens[v].Rel == text.Xcomp && (s.Tokens[h].Lemma == "like" || s.Tokens[h].Lemma == "want") && s.Child(t.trigger, text.Det, text.NmodPoss) != text.None
}

// pairedThere tells a summit of one with another, whatever name it has: "his Hanoi summit with
// Kim".
func pairedThere(ps []partyAt) bool {
	return hasRole(ps, 'a') && hasRole(ps, 'b') && len(ps) == 2 && knownPair(ps)
}

// saidOfIt tells what a meeting was not: "the meeting was not productive". That denies
// no meeting.
func saidOfIt(s *text.Sentence, t *telling) bool {
	if !t.noun && t.verdict.status == readout.Denied && inWhatManner(s, t.trigger) {
		return true
	}
	h := s.Tokens[t.trigger].Head
	return t.noun && t.verdict.status == readout.Denied && h != text.None && s.Tokens[h].UPOS == text.ADJ && s.Child(h, text.Cop) != text.None &&
		(t.bare || !comes(s.Tokens[h].Lemma))
}

// inWhatManner tells a verb with how it is done: "did not negotiate in good faith".
func inWhatManner(s *text.Sentence, v text.Index) bool {
	for _, c := range s.Children(v, text.Obl, text.Advmod) {
		switch s.Tokens[c].Lemma {
		case "faith", "seriously", "sincerely", "constructively", "honestly":
			return true
		}
	}
	return false
}

// comes tells an adjective that says whether a meeting comes about.
func comes(lemma string) bool {
	switch lemma {
	case "easy", "productive", "successful", "fruitful", "good", "smooth", "friendly", "constructive", "simple", "helpful", "useful", "long", "short", "enough":
		return false
	}
	return true
}

// onlyMore tells talk of which two only say that there is to be more of it: "agreed to intensify
// bilateral dialogue".
func onlyMore(s *text.Sentence, i text.Index) bool {
	switch s.Tokens[i].Lemma {
	case "talk", "negotiation":
		return viewedOn(s, i) || promoted(s, i)
	case "meeting", "visit":
		return viewedOn(s, i)
	case "dialogue", "contact", "consultation", "discussion", "exchange":
	default:
		return false
	}
	h := s.Tokens[i].Head
	if h == text.None || s.Tokens[i].Rel != text.Obj {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "intensify", "deepen", "strengthen", "expand", "enhance", "develop", "broaden", "maintain", "foster", "promote", "invigorate", "activate", "bolster", "sustain", "improve":
		return true
	case "step", "keep":
		return s.Child(h, text.CompoundPrt) != text.None
	}
	return false
}

// promoted tells talks that somebody only says he will help along: "promised to promote trade
// talks".
func promoted(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	return h != text.None && s.Tokens[i].Rel == text.Obj && (s.Tokens[h].Lemma == "promote" || s.Tokens[h].Lemma == "foster") && s.Child(i, text.Det) == text.None
}

// viewedOn tells meetings of nobody in particular on which others exchanged views: "exchanged
// opinions on the meetings to be held this year".
func viewedOn(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None || s.Tokens[i].XPOS != text.NNS || caseOf(s, i) != "on" || s.Child(i, text.NmodPoss) != text.None {
		return false
	}
	l := s.Tokens[h].Lemma
	return l == "opinion" || l == "view" || l == "exchange"
}

// anyAtAll tells a thing that may never be, or no one occasion: "any encounter between
// them would …", "in charge of all negotiations with them". "Any such talks" are those
// told before.
func anyAtAll(s *text.Sentence, i text.Index) bool {
	c := s.Child(i, text.Det)
	if c == text.None || suchAsTold(s, i) {
		return false
	}
	switch s.Tokens[c].Lemma {
	case "any":
		return !refusedAny(s, i)
	case "every", "all":
		return true
	}
	return false
}

// refusedAny tells talks that somebody says there will not be: "ruled out any direct talks with
// Assad".
func refusedAny(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None || s.Tokens[i].Rel != text.Obj || negated(s, h) != text.None {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "rule":
		return s.Child(h, text.CompoundPrt) != text.None
	case "reject", "refuse", "exclude":
		return true
	}
	return false
}

// noOccasion tells a noun that stands for no contact that was or will be. Bare ones, which
// have nobody "with" or "between" them, may also be somebody else's or nobody's.
func noOccasion(s *text.Sentence, i text.Index, bare bool) bool {
	for _, tells := range [...]func(*text.Sentence, text.Index) bool{onlyMore, appeals, anyAtAll, vowed, subjectOf, ofShips, talkOf} {
		if tells(s, i) {
			return true
		}
	}
	return bare && (partOf(s, i) || generic(s, i) || byTalks(s, i) || withinOne(s, i))
}

// appeals tells a call that is no telephone call: "Zelensky's call for contact with Moscow",
// "after a call from the Pope to help the poor". What somebody calls another to say or to talk
// about, is one, as is a call for an hour.
func appeals(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].Lemma != "call" || s.Child(i, text.Compound) != text.None || received(s, i) {
		return false
	}
	from := text.None
	for _, c := range s.Children(i, text.Nmod) {
		switch caseOf(s, c) {
		case "for":
			lasted := s.Tokens[c].Lemma
			return lasted != "hour" && lasted != "minute"
		case "from", "by":
			from = c
		}
	}
	if from == text.None {
		if from = i + 1; int(from) >= len(s.Tokens) || s.Tokens[from].Lemma != "from" {
			return false
		}
	}
	for j := from + 1; int(j)+1 < len(s.Tokens) && j-from < longestTitle; j++ {
		if s.Tokens[j].XPOS == text.TO {
			limit := s.Tokens[j+1].Lemma == "set" && int(j)+2 < len(s.Tokens) && s.Tokens[j+2].Lemma != "up"
			return s.Tokens[j+1].XPOS == text.VB && (limit || !saysOrTalks(s.Tokens[j+1].Lemma))
		}
		if !nominalWord(&s.Tokens[j]) && s.Tokens[j].Rel != text.Flat && s.Tokens[j].UPOS != text.DET && s.Tokens[j].UPOS != text.CCONJ && s.Tokens[j].Form != "of" {
			return false
		}
	}
	return false
}

// received tells a call that somebody got: one by telephone.
func received(s *text.Sentence, call text.Index) bool {
	h := s.Tokens[call].Head
	if h == text.None || s.Tokens[call].Rel != text.Obj && s.Tokens[call].Rel != text.NsubjPass {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "receive", "get", "take", "have", "hold", "field", "return", "answer":
		return true
	}
	return false
}

// saysOrTalks tells what one telephones for.
func saysOrTalks(lemma string) bool {
	switch lemma {
	case "congratulate", "discuss", "express", "offer", "thank", "talk", "speak", "ask", "tell", "say", "wish", "convey", "inform", "brief", "apologize", "apologise",
		"invite", "urge", "warn", "assure", "reassure", "share", "explain", "complain", "mark", "condemn", "press", "remind", "confirm", "arrange", "set", "review", "coordinate":
		return true
	}
	return false
}

// neitherDoes tells a noun of which only the same is said as of what was told before:
// "Neither do the leaked conversations between them".
func neitherDoes(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None || s.Tokens[i].UPOS != text.NOUN || s.Tokens[h].Lemma != "do" && s.Tokens[h].Lemma != "be" {
		return false
	}
	switch s.Tokens[0].Lemma {
	case "neither", "nor", "so":
		return h == 1
	}
	return false
}

// almost tells what nearly was: "almost bumped into him".
func almost(s *text.Sentence, v text.Index) bool {
	if h := s.Tokens[v].Head; s.Tokens[v].UPOS == text.NOUN && h != text.None && s.Tokens[v].Rel == text.Nsubj && begins(s.Tokens[h].Lemma) {
		v = h // "a call almost took place"
	}
	return slices.ContainsFunc(s.Children(v, text.Advmod), func(c text.Index) bool {
		return c < v && (s.Tokens[c].Lemma == "almost" || s.Tokens[c].Lemma == "nearly")
	})
}

// metThere tells talks at which somebody did not meet another: with whom he talked then, is
// told elsewhere.
func metThere(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if !t.noun || h == text.None || s.Tokens[t.trigger].Rel != text.Obl || negated(s, h) == text.None {
		return false
	}
	switch c := caseOf(s, t.trigger); s.Tokens[h].Lemma {
	case "meet", "speak", "talk":
		return c == "at" || c == "during"
	}
	return false
}

// withSome tells a verb that says itself with whom, though with nobody in particular: those
// who "talked with opposition figures", or whom their union "will send to meet with government
// and opposition officials", did not talk to each other.
func withSome(s *text.Sentence, v text.Index) bool {
	for _, c := range s.Children(v, text.Obl) {
		if caseOf(s, c) == "with" && slices.ContainsFunc(conjuncts(s, c), func(k text.Index) bool {
			return anybody(&s.Tokens[k]) || s.Tokens[k].Lemma == "official" && s.Tokens[k].XPOS == text.NNS
		}) {
			return true
		}
	}
	return false
}

// withBand tells talks with an armed or political band that nobody names: officers of two states
// who "held talks with a rebel group" did not talk to each other.
func withBand(s *text.Sentence, noun text.Index) bool {
	with := s.Children(noun, text.Nmod)
	if h := s.Tokens[noun].Head; h != text.None && s.Tokens[noun].Rel == text.Obj {
		with = append(with, s.Children(h, text.Obl)...)
	}
	for _, c := range with {
		if caseOf(s, c) != "with" || c < noun {
			continue
		}
		switch s.Tokens[c].Lemma {
		case "group", "rebel", "militia", "militant", "faction", "insurgent", "opposition", "tribe", "gang", "reporter", "journalist":
			return true
		}
	}
	return false
}

// anybody tells a plural for people who act for no side.
func anybody(t *text.Token) bool {
	switch t.Lemma {
	case "figure", "reporter", "journalist", "relative", "family", "soldier", "troop", "student", "lawmaker", "executive", "victim", "survivor", "activist", "resident", "worker", "farmer":
		return t.XPOS == text.NNS
	}
	return false
}

// vowed tells talks to which somebody is only committed: none has been set.
func vowed(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None {
		return false
	}
	if strings.HasPrefix(s.Tokens[h].Lemma, "commit") {
		return caseOf(s, i) == "to"
	}
	up := s.Tokens[firstConjunct(s, h)].Head // "committed to launching a dialogue"
	return up != text.None && exchanges(s.Tokens[i].Lemma) && s.Tokens[h].XPOS == text.VBG && strings.HasPrefix(s.Tokens[up].Lemma, "commit")
}

// suchAsTold tells a noun that takes up what was told: "such a meeting".
func suchAsTold(s *text.Sentence, i text.Index) bool {
	for _, c := range s.Children(i, text.Amod, text.Det, text.DetPredet) {
		if s.Tokens[c].Lemma == "such" {
			return true
		}
	}
	return false
}

// partOf tells talks that another occasion included.
func partOf(s *text.Sentence, i text.Index) bool {
	if s.Child(i, text.Nmod) == text.None && included(s, i) {
		return true
	}
	t := &s.Tokens[i]
	return t.Rel == text.Obj && t.Head != text.None && (s.Tokens[t.Head].Lemma == "include" || s.Tokens[t.Head].Lemma == "feature")
}

// subjectOf tells talks of which it is only said what is to be talked about: "the terms are
// the subject of talks between them".
func subjectOf(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None || s.Tokens[i].Rel != text.Nmod || caseOf(s, i) != "of" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "subject", "object", "matter":
		return s.Child(h, text.Cop) != text.None && !pastTense(s, h)
	case "development", "promotion", "nature", "character", "state", "level", "quality", "importance", "intensity", "dynamic", "dynamics":
		return s.Tokens[i].Lemma == "dialogue" // "the development of the dialogue between them"
	}
	return false
}

// included tells talks in a row behind "including": "a plan including a ceasefire, peace
// talks and elections".
func included(s *text.Sentence, i text.Index) bool {
	for _, c := range conjuncts(s, firstConjunct(s, i)) {
		if k := s.Child(c, text.Case); c <= i && k != text.None && lower(s.Tokens[k].Form) == "including" {
			return true
		}
	}
	return false
}

// generic tells talks of no particular day: "in negotiations, both sides must give way".
func generic(s *text.Sentence, i text.Index) bool {
	if first := firstConjunct(s, i); s.Tokens[first].Rel == text.Nmod && caseOf(s, first) == "for" {
		switch s.Tokens[s.Tokens[first].Head].Lemma {
		case "room", "space", "appetite", "need", "support": // "little room for compromise or dialogue"
			return true
		}
	}
	return s.Tokens[i].XPOS == text.NNS && caseOf(s, i) == "in" && s.Child(i, text.Det, text.NmodPoss, text.Amod, text.Nmod) == text.None && s.Tokens[i].Rel == text.Obl && !pastTense(s, s.Tokens[i].Head)
}

// ofShips tells an encounter that is no talk: "close encounters at sea".
func ofShips(s *text.Sentence, i text.Index) bool {
	c := s.Child(i, text.Amod)
	return s.Tokens[i].Lemma == "encounter" && c != text.None && s.Tokens[c].Lemma == "close"
}

// talkOf tells what people say, and no talk with anybody: "was cool towards American talk of a
// coalition".
func talkOf(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].Lemma != "talk" || s.Tokens[i].XPOS != text.NN || indefiniteNoun(s, i) || int(i)+1 >= len(s.Tokens) {
		return false
	}
	next := s.Tokens[i+1].Lemma
	return next == "of" || next == "about" || next == "that"
}

// leftOut tells of a topic that was not talked about: that is no contact refused.
func leftOut(s *text.Sentence, t *telling) bool {
	switch s.Tokens[t.trigger].Lemma {
	case "discuss", "review", "raise":
		return !t.noun && t.verdict.status == readout.Denied && t.verdict.how == "disputed"
	case "speak", "talk": // "I have not spoken to him about that"
		return !t.noun && t.voice >= 0 && t.verdict.status == readout.Denied && t.verdict.how == "disputed" && aboutSomething(s, t.trigger)
	}
	return false
}

// aboutSomething tells a verb of talk with what it was about.
func aboutSomething(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Obl), func(c text.Index) bool { return caseOf(s, c) == "about" })
}

// outOfHisWay tells contact of which it is only said that nobody takes pains to seek it:
// "would not go out of his way to talk to him".
func outOfHisWay(s *text.Sentence, t *telling) bool {
	for _, v := range t.clause {
		for _, c := range s.Children(v, text.Obl) {
			if s.Tokens[c].Lemma == "way" && s.Child(c, text.NmodPoss) != text.None && s.Tokens[v].Lemma == "go" {
				return true
			}
		}
	}
	return false
}

// byAbsence tells whom somebody slighted by not coming to what he held: "snubbed her by skipping the
// summit". Of contact between the two that tells nothing.
func byAbsence(s *text.Sentence, t *telling) bool {
	return staysAway(s.Tokens[t.trigger].Lemma) && slices.ContainsFunc(s.Children(t.trigger, text.Advcl), func(c text.Index) bool {
		m := s.Child(c, text.Mark)
		return m != text.None && s.Tokens[m].Lemma == "by" && (misses(s.Tokens[c].Lemma) || staysAway(s.Tokens[c].Lemma) || s.Tokens[c].Lemma == "stay")
	})
}

// notForLong tells those who say at a meeting that they had not met before for a while: "we
// have not met for a long time". That denies no meeting.
func notForLong(s *text.Sentence, t *telling) bool {
	if t.voice < 0 || t.verdict.status != readout.Denied {
		return false
	}
	for _, c := range s.Children(t.trigger, text.Obl) {
		switch s.Tokens[c].Lemma {
		case "time", "while", "year", "month":
			return caseOf(s, c) == "for"
		}
		if caseOf(s, c) == "since" {
			return true
		}
	}
	return false
}

// advisedAgainst tells an opinion that somebody had better keep away: "should not talk to
// him", "should refuse to attend", "suggested that he skip the summit". Nobody has refused.
func advisedAgainst(s *text.Sentence, t *telling) bool {
	for _, v := range t.clause {
		switch auxiliary(s, v) {
		case "should", "must", "ought":
			away := (negated(s, v) != text.None || thoughtNot(s, v)) != staysAway(s.Tokens[v].Lemma)
			return away && !regretted(s, v)
		case "":
			if staysAway(s.Tokens[v].Lemma) && advised(s, v) {
				return true
			}
		}
	}
	return false
}

// thoughtNot tells what somebody does not think: "did not think that he should meet her".
func thoughtNot(s *text.Sentence, v text.Index) bool {
	h := s.Tokens[v].Head
	if s.Tokens[v].Rel != text.Ccomp || h == text.None {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "think", "believe", "feel", "suppose":
		return negated(s, h) != text.None
	}
	return false
}

// staysAway tells a verb by which somebody does not come.
func staysAway(lemma string) bool {
	switch lemma {
	case "refuse", "decline", "skip", "boycott", "shun", "snub", "avoid":
		return true
	}
	return false
}

// advised tells a bare verb of what somebody suggests that another do.
func advised(s *text.Sentence, v text.Index) bool {
	h := s.Tokens[v].Head
	if h == text.None || s.Tokens[v].Rel != text.Ccomp || s.Tokens[v].XPOS != text.VB && s.Tokens[v].XPOS != text.VBP {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "suggest", "recommend", "propose", "demand", "urge", "insist", "advise":
		return true
	}
	return false
}

// notHe tells a journey or meeting of somebody else: "it was not Merkel who came".
func notHe(s *text.Sentence, t *telling) bool {
	for _, v := range t.clause {
		h := s.Tokens[v].Head
		if s.Tokens[v].Rel == text.AclRelcl && h != text.None && s.Child(h, text.Cop) != text.None && negated(s, h) != text.None {
			return true
		}
	}
	return false
}

// neverAsked tells of an act without the other side: "attacked and did not consult
// Washington". That is no contact refused.
func neverAsked(s *text.Sentence, t *telling) bool {
	switch s.Tokens[t.trigger].Lemma {
	case "consult", "confer", "tell", "inform":
		return !t.noun && t.verdict.status == readout.Denied && t.verdict.how == "disputed"
	}
	return false
}

// onStage tells states that a sentence only says something of in the course of talks that
// it does not say they take part in.
func onStage(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	if tok.Rel != text.Obl || len(t.parties) == 0 {
		return false
	}
	for _, p := range t.parties {
		if p.party.Kind == readout.Person {
			return false
		}
	}
	switch s.Tokens[tok.Head].Lemma {
	case "feature", "figure", "be", "come", "face", "top", "dominate", "remain", "stay", "loom":
		return true
	}
	return false
}

// duringIt tells an occasion during which something was, where a name breaks the tree apart: "were
// reached during President Moon Jae-in's visit to Rome".
func duringIt(s *text.Sentence, noun text.Index) bool {
	for k := noun - 1; k >= 0 && noun-k <= longestTitle; k-- {
		switch t := &s.Tokens[k]; {
		case t.Lemma == "during":
			return true
		case !nominalWord(t) && t.Form != "-" && t.Lemma != "'s":
			return false
		}
	}
	return false
}

// chronicled tells an entry of a chronicle, which stands in the present tense though it is over:
// "Dec. 23: Flynn again speaks with the ambassador".
func chronicled(s *text.Sentence, t *telling) bool {
	if !presentTense(&s.Tokens[t.trigger]) || len(t.date.At()) == 0 || t.date.At()[0].Start != s.Tokens[0].Span.Start {
		return false
	}
	for i := 1; i < len(s.Tokens) && i <= 4; i++ {
		if s.Tokens[i].Form == ":" {
			return true
		}
	}
	return false
}

// coming tells an occasion to come at which it was agreed to do something: "agreed to go on with it
// in the course of their meeting on September 28".
func coming(s *text.Sentence, noun text.Index) bool {
	v := governor(s, noun)
	h := s.Tokens[v].Head
	return h != text.None && infinitive(s, v) && s.Tokens[h].Lemma == "agree" && s.Child(noun, text.NmodPoss) != text.None
}

// lookAhead judges a day after the publication: "the agenda of the talks tomorrow" is
// of what is planned; what is told in the past was on another day.
func (d *draft) lookAhead(s *text.Sentence, t *telling) {
	from, to, ok := t.date.Value().Days()
	if c := caseOf(s, t.trigger); ok && d.dated && t.noun && coarse(t.verdict.status) == 1 && to < d.published && (c == "during" || c == "at" || duringIt(s, t.trigger)) {
		t.verdict.status, t.verdict.firm = readout.Held, true // "plans that he revealed during their summit last month"
	}
	if !ok || !d.dated || t.verdict.status != readout.Held || from <= d.published {
		return
	}
	if !t.noun && to == from+1 && chronicled(s, t) {
		y, m, day := from.Civil()
		t.date = readout.Cite(readout.DayOf(y-1, m, day).Date(), t.date.Rule(), t.date.Basis(), t.date.At()...)
		return
	}
	if !t.noun && opensWith(s, t.trigger, "when") && underWould(s, t.trigger) {
		t.verdict.status, t.verdict.firm = readout.Planned, true // "would raise it when he met her next month"
	} else if t.noun && coming(s, t.trigger) {
		t.verdict.status, t.verdict.firm = readout.Planned, true
	} else if toldAsPast(s, t) {
		t.date = readout.Cited[readout.Date]{}
	} else if !t.verdict.firm {
		t.verdict.status, t.verdict.firm = readout.Planned, true
	}
}

// toldAsPast tells whether one of the verbs around the occasion is in the past: its day
// was misread, where that lies ahead.
func toldAsPast(s *text.Sentence, t *telling) bool {
	return t.noun && (lookedBackOn(s, t.trigger) || opensItsClause(s, t.trigger)) || slices.ContainsFunc(t.clause, func(i text.Index) bool {
		said := s.Tokens[i].UPOS == text.VERB || s.Child(i, text.Cop) != text.None
		return said && pastTense(s, i) || misreadPast(s, i)
	})
}

// misreadPast tells a past that the tree takes for a participle: "the adviser talked by
// phone with him".
func misreadPast(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if t.XPOS != text.VBN || t.Rel != text.Acl || s.Child(v, text.Aux, text.AuxPass, text.Cop) != text.None {
		return false
	}
	switch t.Lemma {
	case "talk", "speak", "meet", "confer", "travel":
		return true
	}
	return false
}

// habitual tells contact that is a custom: "they often talk", "twice-yearly meetings".
func habitual(s *text.Sentence, t *telling) bool {
	for i := range s.Tokens {
		tok := &s.Tokens[i]
		switch tok.Lemma {
		case "often", "typically", "usually", "regularly", "routinely", "frequently", "normally", "generally", "always", "rarely", "seldom", "hardly", "occasionally", "sometimes", "annually", "semiannually", "quarterly":
			if c := tok.Head; c != text.None && slices.Contains(t.clause, c) && !pastTense(s, c) && tok.Rel == text.Advmod {
				return true
			}
		case "regular", "routine", "frequent", "periodic", "annual", "yearly", "monthly", "weekly", "biannual", "customary":
			if tok.Head == t.trigger && tok.Rel == text.Amod && s.Tokens[t.trigger].XPOS == text.NNS && !t.verdict.firm {
				return true
			}
		case "continually", "constantly", "continuously":
			if tok.Rel == text.Advmod && slices.Contains(t.clause, tok.Head) {
				return true
			}
		case "constant", "continuous", "continual", "permanent":
			if tok.Head == t.trigger && tok.Rel == text.Amod {
				return true
			}
		}
	}
	return false
}

// fullyNamed tells whether the text names each of the parties by more than a surname: a
// bare surname may be anybody's, and "Mr. Morrison" too.
func (d *draft) fullyNamed(ps []partyAt) bool {
	for _, p := range ps {
		named := d.inTitle(&p) || strings.Contains(d.r.Document.Title, p.party.Name) // "Mr Voronin told Mr Putin" of a text whose title says who they are
		for i := range d.r.Mentions {
			m := &d.r.Mentions[i]
			named = named || m.Entity == p.entity && (m.Form == text.Name && m.Last-m.First >= 2 || m.Role != "" && !formOfAddress(m.Role) || m.Form == text.Nominal)
		}
		if !named {
			return false
		}
	}
	return true
}

// formOfAddress tells a title that anybody has: "Mr.".
func formOfAddress(role string) bool {
	switch strings.TrimSuffix(lower(role), ".") {
	case "mr", "mrs", "ms", "miss", "mme", "madam", "dr", "sir", "messrs":
		return true
	}
	return false
}

// besides are the prepositions that set an occasion apart in time from its clause.
func besides(c string) bool {
	switch c {
	case "after", "following", "since", "before", "ahead of", "prior to", "until", "till":
		return true
	}
	return false
}

// onlyTold tells whether nothing shows the occasion but that somebody told another
// something: not in "told him by telephone".
func onlyTold(ms []rule.Match) bool {
	for _, m := range ms {
		if m.Rule.Value("told") == "" {
			return false
		}
	}
	return true
}

// absorb takes over what a rule sets. A rule that names a kind of its own goes
// before the general one.
func (t *telling) absorb(x rule.Match) {
	t.rules = append(t.rules, x.Rule.Name)
	if x.Rule.Value("bare") == "" {
		t.bare = false
	}
	if x.Rule.Value("joins") == "" {
		t.joins = false
	}
	t.margin = t.margin || x.Rule.Value("margin") != ""
	t.ahead = t.ahead || x.Rule.Value("ahead") != ""
	t.seats = t.seats || x.Rule.Value("seats") != ""
	t.again = t.again || x.Rule.Value("points-back") != ""
	t.passive = t.passive || x.Rule.Value("passive") != ""
	t.seeks = t.seeks || x.Rule.Value("asked") != ""
	t.came = t.came || x.Rule.Value("came") != ""
	t.explains = t.explains || x.Rule.Value("explains") != ""
	t.stays = t.stays || x.Rule.Value("stay") != ""
	t.unnamed = t.unnamed || x.Rule.Value("unnamed") != ""
	t.ours = t.ours || x.Rule.Value("ours") != ""
	t.noun = t.noun || x.Rule.Value("noun") != ""
	t.host = t.host || x.Rule.Value("role") == "host"
	t.places = t.places || x.Rule.Value("subject") == "initiator"
	if f := x.Rule.Value("format"); f != "" {
		t.format = f
	}
	switch k := x.Rule.Value("kind"); k {
	case "speak", "talk":
		if t.kind == 0 {
			t.kind, t.loose, t.spoken = readout.Meeting, true, k == "speak"
		}
	case "call":
		t.kind, t.loose = readout.Call, false
	case "brief":
		t.kind = readout.Brief
	case "visit":
		t.kind = readout.Visit
	default:
		if t.kind == 0 {
			t.kind = readout.Meeting
		}
	}
}

// clauseOf lists the trigger and the nodes above it that belong to its clause.
func (d *draft) clauseOf(s *text.Sentence, trigger text.Index) []text.Index {
	out := []text.Index{trigger}
	node := trigger
	for steps := 0; steps < 6; steps++ {
		t := &s.Tokens[node]
		switch t.Rel {
		case text.Root, text.Ccomp, text.AclRelcl, text.Parataxis, text.Advcl, text.Csubj:
			purpose := t.Rel == text.Advcl && infinitive(s, node) // "flew to Ankara to meet"
			if t.Head == text.None || t.UPOS != text.NOUN && !purpose {
				return out
			}
		}
		if t.Head == text.None || t.Rel == text.Acl && timed(s, node) {
			return out
		}
		node = t.Head
		out = append(out, node)
	}
	return out
}

// timed tells a clause that says when something else was: "a day after he met her".
func timed(s *text.Sentence, v text.Index) bool {
	m := s.Child(v, text.Mark)
	return m != text.None && (s.Tokens[m].Lemma == "after" || s.Tokens[m].Lemma == "before") && s.Child(v, text.Nsubj) != text.None
}

// insideGathering tells whether the token is part of a gathering's name, or of words
// that describe one.
func (d *draft) insideGathering(si int, i text.Index, form text.Form) bool {
	from, to := d.r.MentionsIn(si)
	for _, m := range d.r.Mentions[from:to] {
		if m.Class == text.Gathering && m.Form == form && m.First <= i && i < m.Last && (m.Entity < 0 || d.r.Entities[m.Entity].Entry != "") {
			return true
		}
	}
	return false
}

// voiceOf returns the innermost statement whose content holds the span, or -1.
func (d *draft) voiceOf(at readout.Span) int {
	best := -1
	for i, st := range d.statements {
		if st.Content.Contains(at) && st.Speaker.Present() &&
			(best < 0 || st.Content.Len() < d.statements[best].Content.Len()) {
			best = i
		}
	}
	return best
}

// settleKind decides between telephone and in person where the words leave it open.
func (d *draft) settleKind(s *text.Sentence, t *telling) {
	if t.kind != readout.Visit && d.byTelephone(s, t) {
		t.kind, t.loose = readout.Call, false
	}
	if t.spoken && !t.noun && t.loose && spokenAt(s, t.trigger) {
		t.loose, t.spoken = false, false
	}
	if !t.noun && t.kind == readout.Meeting && conferred(s.Tokens[t.trigger].Lemma) && takenUpTogether(t.parties) {
		t.loose = true // "they also conferred": in the call told before, maybe
	}
	t.wished = t.kind == readout.Brief && !t.noun && !t.place.Present() && goodWishes(s, t.trigger)
	if l := s.Tokens[t.trigger].Lemma; t.noun && t.kind == readout.Meeting && (spokenNoun(l) || l == "conversation" && t.verdict.status == readout.Held) {
		t.loose = true
	}
	if t.kind == readout.Meeting && (!t.loose || t.noun && indefiniteNoun(s, t.trigger)) && d.briefly(s, t) {
		t.kind, t.loose = readout.Brief, false
	}
}

// conferred tells verbs that say no more of an occasion than that words were exchanged.
func conferred(lemma string) bool {
	switch lemma {
	case "confer", "consult", "converse", "chat":
		return true
	}
	return false
}

// takenUpTogether tells whether all parties are meant by one word, such as "they".
func takenUpTogether(ps []partyAt) bool {
	return len(ps) > 1 && !slices.ContainsFunc(ps, func(p partyAt) bool { return p.at != ps[0].at })
}

// throughForum tells a dialogue with a name of its own through which something is done: a
// body, on no day in particular.
func throughForum(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].Form != "Dialogue" && s.Tokens[i].Form != "Dialogues" {
		return false
	}
	switch caseOf(s, i) {
	case "through", "via", "under", "within", "including through":
		return true
	}
	return false
}

// keepsUp tells contact that is to be kept up, on no day: "will consult closely".
func keepsUp(s *text.Sentence, t *telling) bool {
	return !t.noun && conferred(s.Tokens[t.trigger].Lemma) && !pastTense(s, t.trigger) &&
		slices.ContainsFunc(s.Children(t.trigger, text.Advmod), func(c text.Index) bool { return s.Tokens[c].Lemma == "closely" })
}

// spokenAt tells somebody who spoke at a house: "speaking at the White House with Macron".
func spokenAt(s *text.Sentence, v text.Index) bool {
	for _, c := range s.Children(v, text.Obl) {
		if s.Tokens[c].UPOS == text.PROPN && caseOf(s, c) == "at" {
			return true
		}
	}
	return false
}

// indefiniteNoun tells a thing told for the first time: "a brief conversation".
func indefiniteNoun(s *text.Sentence, i text.Index) bool {
	c := s.Child(i, text.Det)
	return c != text.None && s.Tokens[c].Lemma == "a"
}

// goodWishes tells an exchange of them: "exchanged New Year greetings".
func goodWishes(s *text.Sentence, v text.Index) bool {
	o := s.Child(v, text.Obj)
	return o != text.None && (s.Tokens[o].Lemma == "greeting" || s.Tokens[o].Lemma == "wish")
}

// spokenNoun tells talks that may be held over the telephone as well.
func spokenNoun(lemma string) bool {
	switch lemma {
	case "discussion", "dialogue", "consultation":
		return true
	}
	return false
}

// byTelephone looks for "by phone", "in a video call" and the like in the clause. Who speaks by phone of
// "meeting in person" does not meet by it.
func (d *draft) byTelephone(s *text.Sentence, t *telling) bool {
	if next := t.trigger + 1; int(next)+1 < len(s.Tokens) && s.Tokens[next].Lemma == "in" && s.Tokens[next+1].Lemma == "person" {
		return false
	}
	for i := range s.Tokens {
		tok := &s.Tokens[i]
		if slices.Contains(t.clause, tok.Head) && inCall(s, text.Index(i)) {
			return true
		}
		switch tok.Lemma {
		case "phone", "telephone", "teleconference", "videoconference", "videolink", "video", "telephonic", "virtually", "virtual":
		default:
			continue
		}
		if m := d.r.MentionAt(t.sentence, text.Index(i)); m >= 0 && d.r.Mentions[m].Class == text.Place {
			continue // the tagger takes the "Tel" of "Tel Aviv" for it
		}
		for _, c := range t.clause {
			h := tok.Head
			if h == c || h != text.None && s.Tokens[h].Head == c && s.Tokens[h].UPOS != text.VERB {
				return true
			}
			if t.told && int(i) > 0 && s.Tokens[i-1].Lemma == "by" { // "told him of his wish to come by phone"
				return true
			}
		}
	}
	return false
}

// inCall tells "in a separate call".
func inCall(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].Lemma != "call" || s.Tokens[i].UPOS != text.NOUN || s.Tokens[i].Rel != text.Obl {
		return false
	}
	c := caseOf(s, i)
	return c == "in" || c == "during" || c == "on"
}

// briefly looks for "briefly", "a brief meeting", "a few minutes".
func (d *draft) briefly(s *text.Sentence, t *telling) bool {
	for i := range s.Tokens {
		tok := &s.Tokens[i]
		if tok.Head != t.trigger || tok.UPOS == text.NOUN && tok.Rel != text.Compound {
			continue
		}
		switch lower(tok.Lemma) {
		case "briefly", "brief", "side", "fleeting", "impromptu", "pull-aside":
			return true
		}
	}
	return false
}

package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// This file tells those who have to do with an occasion, and do not meet each other at it:
// who asks a body of many states to meet, who was at the talks of others, who sends help.

// askedOfBody tells a meeting of a body, or of states nobody names, that several ask for or speak
// of: "Japan and South Korea requested a Security Council meeting", "welcomed the summit of
// regional states".
func (d *draft) askedOfBody(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if own, others := ownAndOthers(t.parties); !t.noun || len(own) < 2 || len(others) > 0 || hasRole(t.parties, 'm') {
		return false
	}
	v := s.Tokens[t.trigger].Head
	if v != text.None && s.Tokens[t.trigger].Rel == text.Nmod && caseOf(s, t.trigger) == "of" && s.Tokens[v].Lemma == "meeting" && formatNamed(s, t.trigger) {
		up := s.Tokens[v].Head
		return up != text.None && speaksOfOthers(s, up, v)
	}
	if v == text.None {
		return false
	}
	spoken := speaksOfOthers(s, v, t.trigger) || assesses(s, t.trigger)
	if !spoken && !asksFor(s.Tokens[v].Lemma) {
		return false
	}
	if spoken && (ofForum(s, t.trigger) || withParticipation(s, t.trigger)) {
		return true
	}
	for i := max(t.trigger-longestTitle, 0); i < t.trigger; i++ { // "an emergency Security Council meeting"
		if p, ok := d.sideNamed(s.Cover(i, t.trigger).In(d.r.Document.Text)); ok && p.Kind == readout.Organisation {
			return true
		}
	}
	return slices.ContainsFunc(s.Children(t.trigger, text.Nmod, text.NmodPoss), func(c text.Index) bool {
		if s.Tokens[c].Rel == text.Nmod && caseOf(s, c) != "of" {
			return false
		}
		m := d.r.MentionAt(t.sentence, c)
		return m >= 0 && (d.r.Mentions[m].Class == text.Body || d.ofBody(m)) || statesUnnamed(s, c) || formatNamed(s, c)
	})
}

// speaksOfOthers tells a verb by which somebody speaks of an occasion as not his own.
func speaksOfOthers(s *text.Sentence, v, noun text.Index) bool {
	if s.Tokens[noun].Rel != text.Obj {
		return s.Tokens[v].Lemma == "look" && caseOf(s, noun) == "to" && particle(s, v, "forward")
	}
	switch s.Tokens[v].Lemma {
	case "discuss", "review", "assess", "welcome", "praise", "hail", "commend", "mention", "follow", "note", "applaud":
		return s.Tokens[v].UPOS == text.VERB
	}
	return false
}

// assesses tells an occasion of which somebody only says what he thinks: "gave a positive assessment
// to the first meeting".
func assesses(s *text.Sentence, noun text.Index) bool {
	h := s.Tokens[noun].Head
	if h == text.None || s.Tokens[h].Rel != text.Obj || s.Tokens[s.Tokens[h].Head].Lemma != "give" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "assessment", "appraisal", "evaluation", "praise", "mark":
		return true
	}
	return false
}

// withParticipation tells an occasion said to be of those who took part in it: "the first meeting with
// participation of their foreign ministers".
func withParticipation(s *text.Sentence, noun text.Index) bool {
	for i := noun + 2; int(i)+1 < len(s.Tokens) && !finiteVerb(&s.Tokens[i]); i++ {
		if s.Tokens[i].Lemma == "participation" && s.Tokens[i+1].Lemma == "of" && caseOf(s, i) == "with" {
			return true
		}
	}
	return false
}

// ofForum tells an occasion of a forum or on a paper of officials, which leaders only speak of:
// "welcomed the inaugural meeting of the Energy Platform", "noted ongoing negotiations on an agreement".
func ofForum(s *text.Sentence, noun text.Index) bool {
	if s.Child(noun, text.NmodPoss) != text.None {
		return false
	}
	return slices.ContainsFunc(s.Children(noun, text.Nmod), func(c text.Index) bool {
		switch l := lower(s.Tokens[c].Lemma); caseOf(s, c) {
		case "of", "through", "under", "within":
			switch l {
			case "platform", "dialogue", "council", "committee", "commission", "group", "forum", "mechanism", "initiative", "agreement", "partnership", "summit", "taskforce", "force":
				return true
			}
		case "on", "for":
			switch l {
			case "agreement", "treaty", "arrangement", "memorandum":
				return true
			}
		}
		return false
	})
}

// leftToOfficials tells a meeting of a standing body of officials that leaders agree on or say what they
// think of: "agreed to hold a meeting of the intergovernmental commission", "expressed satisfaction with
// the latest meeting of the joint committee". The officials are to meet, or did, and not who says so.
func leftToOfficials(s *text.Sentence, t *telling) bool {
	if !t.noun || hasRole(t.parties, 'b') || hasRole(t.parties, 'm') || !ofOfficials(s, t.trigger) {
		return false
	}
	v := s.Tokens[t.trigger].Head
	if v == text.None {
		return false
	}
	if speaksOfOthers(s, v, t.trigger) || assesses(s, t.trigger) || pleasedWith(s, t.trigger) || matterOf(s, t.trigger) {
		return true
	}
	if r := s.Tokens[t.trigger].Rel; r != text.Obj && r != text.NsubjPass || !convenes(s.Tokens[v].Lemma) {
		return false
	}
	h := s.Tokens[firstConjunct(s, v)].Head
	return h != text.None && (agreesOn(s.Tokens[h].Lemma) || s.Tokens[h].Lemma == "importance" || s.Tokens[h].Lemma == "need")
}

// ofOfficials tells a meeting of a body of officials: not of one at which leaders sit, as "the high-level
// council" and "the council of presidents" are.
func ofOfficials(s *text.Sentence, noun text.Index) bool {
	return slices.ContainsFunc(s.Children(noun, text.Nmod, text.Compound), func(c text.Index) bool {
		if !standingBody(lower(s.Tokens[c].Lemma)) || s.Tokens[c].Rel == text.Nmod && caseOf(s, c) != "of" {
			return false
		}
		from, to := noun+1, min(int(c)+4, len(s.Tokens))
		if c < noun {
			from, to = max(c-3, 0), int(c)
		}
		return !slices.ContainsFunc(s.Tokens[from:to], func(t text.Token) bool {
			switch lower(t.Lemma) {
			case "high", "high-level", "highest", "supreme", "interstate", "president", "presidential", "head", "leader":
				return true
			}
			return false
		})
	})
}

// standingBody tells a word for a body that sits again and again.
func standingBody(lemma string) bool {
	switch lemma {
	case "commission", "committee", "subcommittee", "group", "council", "dialogue", "forum", "mechanism", "platform", "taskforce":
		return true
	}
	return false
}

// pleasedWith tells an occasion that somebody only says he is glad of: "expressed satisfaction with the
// latest meeting", "were satisfied with the meeting".
func pleasedWith(s *text.Sentence, noun text.Index) bool {
	v := s.Tokens[noun].Head
	if c := caseOf(s, noun); v == text.None || c != "with" && c != "at" && c != "for" && c != "about" {
		return false
	}
	if o := s.Child(v, text.Obj); o != text.None {
		v = o
	}
	switch s.Tokens[v].Lemma {
	case "satisfaction", "satisfied", "satisfy", "pleased", "please", "appreciation", "gratitude", "pleasure", "content", "happy":
		return true
	}
	return false
}

// matterOf tells an occasion of which somebody speaks of the outcome or of what leads up to it: "praised
// the results of the meeting", "discussed preparations for the next meeting".
func matterOf(s *text.Sentence, noun text.Index) bool {
	h := s.Tokens[noun].Head
	if h == text.None || s.Tokens[noun].Rel != text.Nmod {
		return false
	}
	switch c := caseOf(s, noun); s.Tokens[h].Lemma {
	case "result", "outcome", "success", "importance", "agenda", "date", "schedule", "work", "timing", "significance":
		return c == "of" || c == "for"
	case "preparation", "plan", "readiness":
		return c == "for" || c == "of"
	}
	return false
}

// convenes tells a verb by which somebody has a body sit.
func convenes(lemma string) bool {
	switch lemma {
	case "hold", "convene", "organize", "organise", "arrange", "schedule", "conduct", "prepare", "resume", "host", "launch":
		return true
	}
	return false
}

// agreesOn tells a verb by which several settle what is to be done.
func agreesOn(lemma string) bool {
	switch lemma {
	case "agree", "decide", "resolve", "undertake", "confirm", "support", "propose", "suggest", "intend", "plan":
		return true
	}
	return false
}

// ofBody tells people of a body of several states: "NATO defence ministers".
func (d *draft) ofBody(m int) bool {
	x := &d.r.Mentions[m]
	if x.Class != text.People || x.Entity < 0 {
		return false
	}
	p, ok := d.sideNamed(d.r.Entities[x.Entity].Party.Side)
	return ok && p.Kind == readout.Organisation
}

// statesUnnamed tells several states of which only the kind is told: "regional states".
func statesUnnamed(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].XPOS != text.NNS || s.Child(i, text.Amod, text.Compound) == text.None || s.Child(i, text.Det, text.NmodPoss) != text.None {
		return false
	}
	switch s.Tokens[i].Lemma {
	case "state", "country", "nation", "neighbour", "neighbor", "power":
		return true
	}
	return false
}

// formatNamed tells a standing format of officials by the matter that it is for: "the inaugural
// meeting of the industrial security dialogue".
func formatNamed(s *text.Sentence, i text.Index) bool {
	if s.Child(i, text.Compound, text.Amod, text.Flat) == text.None || s.Child(i, text.NmodPoss) != text.None {
		return false
	}
	l := lower(s.Tokens[i].Lemma)
	return standingBody(l) || l == "summit" || l == "partnership"
}

func asksFor(lemma string) bool {
	switch lemma {
	case "request", "call", "ask", "seek", "demand", "urge", "want":
		return true
	}
	return false
}

// alsoInvolved tells who is only said to have been at talks as well: "Turkey and Qatar also were
// involved in the talks". With whom they were, the words before tell.
func alsoInvolved(s *text.Sentence, i text.Index) bool {
	v := s.Tokens[i].Head
	if v == text.None || s.Tokens[i].UPOS != text.NOUN || s.Child(i, text.Det) == text.None || s.Tokens[s.Child(i, text.Det)].Lemma != "the" {
		return false
	}
	return strings.HasPrefix(s.Tokens[v].Lemma, "involve") && slices.ContainsFunc(s.Children(v, text.Advmod), func(c text.Index) bool { return c < v && s.Tokens[c].Lemma == "also" })
}

// helpSent tells people sent to work, or with goods: "sent experts and equipment to Italy", "a
// team of doctors".
func helpSent(s *text.Sentence, t *telling) bool {
	if t.noun || !slices.Contains(t.rules, "send-delegation") {
		return false
	}
	for _, o := range s.Children(t.trigger, text.Obj, text.NsubjPass) {
		for _, c := range append(conjuncts(s, o), s.Children(o, text.Nmod, text.Compound, text.Amod)...) {
			if l := s.Tokens[c].Lemma; isHelp(l) || worksThere(l) {
				return true
			}
		}
	}
	return false
}

// presenceWelcomed tells a standing mission of a body of which somebody approves: "the leaders
// welcomed the UN monitoring mission". Nobody receives it.
func presenceWelcomed(s *text.Sentence, t *telling) bool {
	if t.noun || s.Tokens[t.trigger].Lemma != "welcome" {
		return false
	}
	o := s.Child(t.trigger, text.Obj)
	if o == text.None {
		return false
	}
	switch s.Tokens[o].Lemma {
	case "mission", "force", "presence", "contingent":
		return !slices.ContainsFunc(s.Children(t.trigger, text.Obl), func(c text.Index) bool { return c > o && caseOf(s, c) == "to" })
	}
	return false
}

// worksThere tells a word for people who are sent somewhere to work.
func worksThere(lemma string) bool {
	switch lemma {
	case "troop", "soldier", "doctor", "nurse", "medic", "paramedic", "medical", "rescuer", "rescue", "firefighter", "investigator", "engineer", "technician", "trainer", "forensic":
		return true
	}
	return false
}

// addTied adds who is said to have to do with talks, where somebody else says so: "Taylor
// connected Trump to a scheme involving a meeting with Zelensky". It returns false where nobody is.
func (d *draft) addTied(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if !t.noun {
		return false
	}
	i := t.trigger
	for steps := 0; steps < 5 && s.Tokens[i].Rel != text.Obl; steps++ {
		switch s.Tokens[i].Rel {
		case text.Obj, text.Conj, text.Acl, text.Nmod, text.Flat:
			i = s.Tokens[i].Head
		default:
			return false
		}
	}
	v := s.Tokens[i].Head
	if c := caseOf(s, i); v == text.None || c != "to" && c != "with" {
		return false
	}
	switch s.Tokens[v].Lemma {
	case "connect", "link", "tie":
	default:
		return false
	}
	whom := s.Child(v, text.Obj)
	if whom == text.None {
		return false
	}
	m := d.mentionFor(t.sentence, whom)
	if m < 0 || d.r.Mentions[m].Class != text.Person {
		return false
	}
	t.taken = true
	d.addParty(t, whom, 'a', t.host)
	return true
}

// addDiscussed adds who discussed what is told in the passive: "sanctions against Russia were
// discussed with the Prime Minister", which is what the speaker did, and not Russia.
func (d *draft) addDiscussed(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if t.noun || s.Tokens[t.trigger].Lemma != "discuss" || s.Child(t.trigger, text.NsubjPass) == text.None || len(s.Children(t.trigger, text.Aux, text.AuxPass)) == 0 {
		return false
	}
	t.taken = true
	for _, c := range s.Children(t.trigger, text.OblAgent, text.Obl) {
		if caseOf(s, c) == "by" {
			d.addParty(t, c, 'a', t.host)
		}
	}
	if !hasRole(t.parties, 'a') && hasRole(t.parties, 'b') {
		d.addVoice(t, 'a', s.Tokens[t.trigger].Span, false)
	}
	return true
}

// openWhose tells an occasion of which the words leave open whose it was, where they only say when
// another was, or somebody only speaks of it: "Ruiz was the fifth call after conversations with Ito",
// "Ruiz received Ito, days after talks with Kaya", "'Progress is being made in talks with Ito,' Ruiz
// said".
func (d *draft) openWhose(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	h := s.Tokens[t.trigger].Head
	if !t.noun || h == text.None || !hasRole(t.parties, 'b') || s.Child(t.trigger, text.NmodPoss) != text.None {
		return false
	}
	if !besides(caseOf(s, t.trigger)) {
		c := s.Child(h, text.NsubjPass)
		return c != text.None && caseOf(s, t.trigger) == "in" && headway(s.Tokens[c].Lemma) && t.voice >= 0 && d.statements[t.voice].Mode == readout.Direct
	}
	if itsName(s.Tokens[h].Lemma) && s.Child(h, text.Cop) != text.None {
		return true
	}
	switch s.Tokens[h].Lemma {
	case "day", "week", "month", "hour", "minute":
	default:
		return false
	}
	before := map[int]bool{} // who is told of up to there, each of whom it may be
	from, to := d.r.MentionsIn(t.sentence)
	for _, m := range d.r.Mentions[from:to] {
		if m.Class == text.Person && m.Form == text.Name && m.Entity >= 0 && m.Last <= h && !d.ofSide(t, m.Entity) {
			before[m.Entity] = true
		}
	}
	return len(before) > 1
}

// belongsTo tells somebody who stands behind a noun only as the one whose it is: "supported the efforts of
// the Prime Minister".
func belongsTo(s *text.Sentence, noun, who text.Index) bool {
	return s.Tokens[who].Head == noun && s.Tokens[who].Rel == text.Nmod && caseOf(s, who) == "of"
}

// praisedInRow tells talks that somebody praises in one breath with what others did: "lauded the
// visit of the Pope, the summit with Egypt and Jordan and the reforms".
func praisedInRow(s *text.Sentence, i text.Index) bool {
	v, row := i, false
	for steps := 0; steps < 4 && s.Tokens[v].UPOS != text.VERB && s.Tokens[v].Head != text.None; steps++ {
		row = row || s.Tokens[v].Rel == text.Conj || s.Tokens[v].Rel == text.Appos
		switch s.Tokens[v].Rel {
		case text.Obj, text.Conj, text.Appos, text.OblUnmarked:
			v = s.Tokens[v].Head
		default:
			return false
		}
	}
	switch s.Tokens[v].Lemma {
	case "laud", "praise", "hail", "commend", "applaud", "celebrate", "welcome":
		return row && s.Child(v, text.Obj) != text.None && s.Tokens[i].UPOS == text.NOUN
	}
	return false
}

// investigated returns who is looked into over his own talks, or None: "drop the investigation of
// Flynn over his conversations with Kislyak".
func (d *draft) investigated(si int, his text.Index) text.Index {
	s := &d.r.Sentences[si]
	if f := lower(s.Tokens[his].Form); f != "his" && f != "her" {
		return text.None
	}
	for i := his - 1; i >= 0 && !finiteVerb(&s.Tokens[i]); i-- {
		switch s.Tokens[i].Lemma {
		case "investigation", "probe", "inquiry", "prosecution", "case", "charge":
		default:
			continue
		}
		for _, c := range s.Children(i, text.Nmod) {
			cw := caseOf(s, c)
			m := d.r.MentionAt(si, c)
			if c < his && m >= 0 && d.r.Mentions[m].Class == text.Person && (cw == "of" || cw == "into" || cw == "against") {
				return c
			}
		}
	}
	return text.None
}

// halfNamed tells talks named by two sides of which one is nobody known: "Palestinians-Israeli
// negotiations" are Israel's with somebody, not with who speaks of them.
func (d *draft) halfNamed(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if !t.noun || len(t.parties) != 1 || t.parties[0].role != 'm' {
		return false
	}
	for i := max(t.trigger-longestTitle, 0); i < t.trigger; i++ {
		if s.Tokens[i].Span.Start == t.parties[0].at.Start && i >= 2 && gazetteer.IsHyphen(s.Tokens[i-1].Form) {
			return s.Tokens[i-2].UPOS == text.PROPN && s.Tokens[i-2].Span.End == s.Tokens[i-1].Span.Start
		}
	}
	return false
}

// hyphenated returns the two states or bodies that a hyphen ties to each other, of which token i
// names one: "Japan-EU"; None for none.
func (d *draft) hyphenated(si int, i text.Index) (a, b text.Index) {
	s := &d.r.Sentences[si]
	from, to := d.r.MentionsIn(si)
	for k := from; k < to; k++ {
		x := &d.r.Mentions[k]
		if int(x.Last)+1 >= len(s.Tokens) || !gazetteer.IsHyphen(s.Tokens[x.Last].Form) || s.Tokens[x.Last].Span.Start != s.Tokens[x.Last-1].Span.End || x.Class != text.State && x.Class != text.Body {
			continue
		}
		m := d.r.MentionAt(si, x.Last+1)
		if m < 0 || d.r.Mentions[m].First != x.Last+1 || d.r.Mentions[m].Class != text.State && d.r.Mentions[m].Class != text.Body {
			continue
		}
		if x.First <= i && i < d.r.Mentions[m].Last {
			return x.Head, d.r.Mentions[m].Head
		}
	}
	return text.None, text.None
}

// setsScene tells somebody whose state only says when something was: "with Ruiz still in power, Ito
// opened negotiations".
func (d *draft) setsScene(si int, trigger, i text.Index) bool {
	m := d.mentionFor(si, i)
	if m < 0 || i > trigger || d.r.Mentions[m].Sentence != si || caseOf(&d.r.Sentences[si], i) != "with" {
		return false
	}
	s := &d.r.Sentences[si]
	next, with := d.r.Mentions[m].Last, s.Child(i, text.Case)
	if int(next) >= len(s.Tokens) || with > 0 && s.Tokens[with-1].Form != "," {
		return false
	}
	t := &s.Tokens[next]
	switch t.Lemma {
	case "still", "now", "already", "yet", "firmly", "back", "away", "gone", "dead", "absent", "out", "in", "about", "due", "set":
		return next < trigger
	}
	return next < trigger && (t.XPOS == text.VBG || t.XPOS == text.VBN) && t.Rel != text.Amod
}

// absentFrom tells an occasion named only as where something was that somebody did not attend: "did not
// attend the session at the ministers' meeting".
func absentFrom(s *text.Sentence, t *telling) bool {
	c := caseOf(s, t.trigger)
	v := s.Tokens[t.trigger].Head
	if t.noun && t.bare && v != text.None && (c == "in" || c == "at" || c == "to" || c == "from") && leftOutOf(s, v) {
		return true
	}
	if !t.noun || c != "at" && c != "during" && c != "of" {
		return false
	}
	if v != text.None && s.Tokens[v].UPOS == text.NOUN && s.Tokens[v].Rel == text.Obj {
		v = s.Tokens[v].Head
	}
	if v == text.None {
		return false
	}
	switch s.Tokens[v].Lemma {
	case "attend", "join":
		return negated(s, v) != text.None
	}
	return misses(s.Tokens[v].Lemma) && s.Child(v, text.Obj) != text.None
}

// stoodUp tells those who did not turn up somewhere for talks: "failed to show up in Singapore for the
// meetings". The place was to see others meet them, and nobody says that it was to be theirs.
func stoodUp(s *text.Sentence, t *telling) bool {
	if t.kind != readout.Visit || t.verdict.status != readout.Denied || !slices.Contains(t.rules, "turn-up-in") {
		return false
	}
	return slices.ContainsFunc(s.Children(t.trigger, text.Obl), func(c text.Index) bool {
		k := caseOf(s, c)
		return k == "for" || k == "at"
	})
}

// leftOutOf tells a verb by which somebody has no seat at talks: "neither Japan nor Korea was
// represented in the talks", "were excluded from the talks".
func leftOutOf(s *text.Sentence, v text.Index) bool {
	switch s.Tokens[v].Lemma {
	case "exclude", "bar", "absent", "missing":
		return negated(s, v) == text.None && (s.Child(v, text.NsubjPass) != text.None || s.Child(v, text.Cop) != text.None)
	case "represent", "invite", "include", "involve", "present":
	default:
		return false
	}
	if nobodyDid(s, v) || negated(s, v) != text.None && s.Tokens[v].Lemma != "invite" {
		return true
	}
	for _, c := range s.Children(v, text.Nsubj, text.NsubjPass) {
		if p := s.Child(c, text.CcPreconj); p != text.None && s.Tokens[p].Lemma == "neither" {
			return true
		}
	}
	return false
}

// addOfClause adds whose journey it was as the clause behind it tells, where somebody only recalls
// it: "recalled a trip to Lima during which Ito took part in a debate". It returns false where none
// does.
func (d *draft) addOfClause(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if t.kind != readout.Visit || !t.noun || s.Child(t.trigger, text.NmodPoss) != text.None {
		return false
	}
	for _, v := range s.Children(t.trigger, text.AclRelcl) {
		c := s.Child(v, text.Nsubj)
		if c == text.None {
			continue
		}
		when := slices.ContainsFunc(s.Children(v, text.Obl, text.Advmod), func(o text.Index) bool {
			return s.Tokens[o].XPOS == text.WDT || s.Tokens[o].Lemma == "where"
		})
		if m := d.mentionFor(t.sentence, c); !when || m < 0 || d.r.Mentions[m].Class != text.Person {
			continue
		}
		before := len(t.parties)
		d.addParty(t, c, 'a', t.host)
		if len(t.parties) > before {
			t.taken = true
			return true
		}
	}
	return false
}

// dropExcluded leaves out who is said not to be there: "they will discuss it without Russia".
func (d *draft) dropExcluded(t *telling) {
	s := &d.r.Sentences[t.sentence]
	for i := range s.Tokens {
		if s.Tokens[i].Lemma != "without" || s.Tokens[i].Rel != text.Case || s.Tokens[i].Head == text.None {
			continue
		}
		m := d.r.MentionAt(t.sentence, s.Tokens[i].Head)
		if m < 0 || d.r.Mentions[m].Entity < 0 || d.r.Mentions[m].Head != s.Tokens[i].Head {
			continue
		}
		name := d.r.Entities[d.r.Mentions[m].Entity].Party.Name
		t.parties = slices.DeleteFunc(t.parties, func(p partyAt) bool { return p.party.Name == name })
	}
}

// dropNamedInTopic leaves out whom the words behind the topic of two others name with it: "the leaders
// discussed in their talks the situation on the border with the Union".
func (d *draft) dropNamedInTopic(t *telling) {
	s := &d.r.Sentences[t.sentence]
	own, others := ownAndOthers(t.parties)
	if !t.noun || d.sides(own) < 2 || len(others) == 0 {
		return
	}
	topic := text.None
	for _, c := range s.Children(t.trigger, text.Nmod) {
		switch caseOf(s, c) {
		case "of", "on", "about", "regarding", "concerning":
			if m := d.r.MentionAt(t.sentence, c); m < 0 && (topic == text.None || c < topic) {
				topic = c
			}
		}
	}
	if topic == text.None {
		return
	}
	t.parties = slices.DeleteFunc(t.parties, func(p partyAt) bool { return p.role == 'b' && p.at.Start > s.Tokens[topic].Span.Start })
}

// besideContact tells talks told elsewhere that only date a contact with another: "had a telephone
// conversation with Ito after the talks".
func besideContact(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	if !t.noun || !t.bare || h == text.None || s.Tokens[t.trigger].Rel != text.Obl || !besides(caseOf(s, t.trigger)) {
		return false
	}
	if c := s.Child(t.trigger, text.Det); c == text.None || s.Tokens[c].Lemma != "the" {
		return false
	}
	for _, o := range s.Children(h, text.Obj) {
		switch s.Tokens[o].Lemma {
		case "conversation", "call", "talk", "meeting":
			return s.Child(o, text.Nmod) != text.None
		}
	}
	return false
}

// begunThere tells talks at which something was begun that two go on with now: "continued the
// discussion, started at the talks with Ito". Which of them had sat at those, nobody says.
func (d *draft) begunThere(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	v := s.Tokens[t.trigger].Head
	if !t.noun || v == text.None || !inCourse(caseOf(s, t.trigger)) || s.Child(v, text.Obj, text.Nsubj, text.NsubjPass) != text.None || s.Tokens[v].XPOS != text.VBN && s.Tokens[v].XPOS != text.VBD {
		return false
	}
	switch s.Tokens[v].Lemma {
	case "start", "begin", "launch", "initiate", "open":
	default:
		return false
	}
	return slices.ContainsFunc(d.words.understoodSubjects(s, v), func(c text.Index) bool {
		return s.Tokens[c].XPOS == text.NNS || s.Child(c, text.Conj) != text.None || lower(s.Tokens[c].Form) == "they"
	})
}

// riskOf tells talks that somebody only names with what might become of them: "raised the prospect of
// a walkout in the middle of talks with Ito".
func riskOf(s *text.Sentence, i text.Index) bool {
	for steps := 0; steps < 4 && s.Tokens[i].Head != text.None; steps++ {
		rel := s.Tokens[i].Rel
		i = s.Tokens[i].Head
		if rel == text.Obl && steps > 0 { // hung on the verb: "raised the prospect in the middle of talks"
			rel, i = text.Nmod, s.Child(i, text.Obj)
		}
		if rel != text.Nmod || i == text.None {
			return false
		}
		if partitive(s.Tokens[i].Lemma) {
			return false // "the possibility of another round of talks"
		}
		switch s.Tokens[i].Lemma {
		case "resumption", "start", "restart", "continuation", "beginning", "renewal":
			return false
		case "prospect", "possibility", "risk", "danger", "likelihood", "chance", "spectre", "specter", "threat":
			return steps > 0 && s.Child(i, text.NmodPoss) == text.None
		}
	}
	return false
}

package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// readFields reads when, where, in what form, at what, about what, for how long, in which tone, at
// whose request, what came of it, and why it was called off.
func (d *draft) readFields(t *telling) {
	d.readGathering(t)
	d.readAttended(t)
	d.readTimes(t)
	d.readPlace(t)
	d.readVenue(t)
	d.readNamedSummit(t)
	d.readTopics(t)
	d.readTone(t)
	d.readInitiator(t)
	d.readOutcome(t)
	d.readReason(t)
	d.readFormat(t)
}

// readNamedSummit takes day and place of a summit that goes by the names of its two
// leaders: "the Trump-Kim summit".
func (d *draft) readNamedSummit(t *telling) {
	from, to := d.r.MentionsIn(t.sentence)
	for _, m := range d.r.Mentions[from:to] {
		if m.Class != text.Gathering || t.trigger < m.First || m.Last <= t.trigger || m.Entity < 0 {
			continue
		}
		e := &d.r.Entities[m.Entity]
		if !strings.HasPrefix(e.Entry, "gathering:BILATERAL/") {
			continue
		}
		if e.Date != "" && d.plausible(e.Date, t.verdict.status) && (!t.date.Present() || e.Date.Within(t.date.Value()) || t.date.Basis() == readout.Resolved && d.heldBefore(t, e.Date)) {
			t.date = readout.Cite(e.Date, "encounter:named-summit", readout.Inferred, m.Span)
		}
		if !t.place.Present() && e.Place.String() != "" {
			t.place = readout.Cite(e.Place, "encounter:named-summit", readout.Inferred, m.Span)
		}
	}
}

// heldBefore tells that a summit whose days are known lay before a day that the sentence
// tells of something else: "the Trump-Kim summit was a topic at a press conference on
// Friday".
func (d *draft) heldBefore(t *telling, known readout.Date) bool {
	_, end, ok := known.Days()
	from, _, _ := t.date.Value().Days()
	return ok && d.dated && t.verdict.status == readout.Held && end <= from && from <= d.published && d.published-end < around
}

// readGathering takes the summit or conference named in the sentence nearest to the
// trigger.
func (d *draft) readGathering(t *telling) {
	best, gap := -1, 1<<30
	from, to := d.r.MentionsIn(t.sentence)
	for i := from; i < to; i++ {
		m := &d.r.Mentions[i]
		if m.Class != text.Gathering || m.Entity < 0 || m.First <= t.trigger && t.trigger < m.Last || d.inHouse(m) != "" {
			continue
		}
		if g := distance(m, t.trigger); g < gap && d.within(t, m.Head) && !d.outside(t, m.Head) && !d.talkedAbout(t, m.Head) && !d.beforeSequel(t, m.Head) {
			best, gap = i, g
		}
	}
	if best < 0 && d.sidelines(t.sentence) {
		best = d.gatheringBefore(from)
	}
	if best < 0 {
		return
	}
	m := &d.r.Mentions[best]
	e := &d.r.Entities[m.Entity]
	name := e.Name
	if name == "" {
		name = m.In(d.r.Document.Text)
	}
	t.meet = readout.Cite(name, "encounter:gathering", readout.Resolved, m.Span)
}

// talkedAbout tells a gathering that was what they spoke of: "discussed the G7 summit",
// "spoke about the presidency of the G7".
func (d *draft) talkedAbout(t *telling, i text.Index) bool {
	s := &d.r.Sentences[t.sentence]
	for steps := 0; i != text.None && !slices.Contains(t.clause, i) && steps < 5; steps++ {
		switch c := caseOf(s, i); c {
		case "about", "regarding", "concerning":
			return true
		}
		h := s.Tokens[i].Head
		if r := s.Tokens[i].Rel; h != text.None && r == text.Obj && s.Tokens[h].UPOS == text.VERB && (talksOf(s.Tokens[h].Lemma) || talked(s.Tokens[h].Lemma)) {
			return true
		}
		i = h
	}
	return false
}

// beforeSequel tells words of what was or will be done elsewhere, before or instead of what
// the trigger tells: "will attend the summit in Geneva, but now will go to Sweden beforehand",
// "met in Italy in May and Trump received Abe in Florida".
func (d *draft) beforeSequel(t *telling, i text.Index) bool {
	s := &d.r.Sentences[t.sentence]
	tok := &s.Tokens[t.trigger]
	if tok.Rel != text.Conj || tok.UPOS != text.VERB || i >= t.trigger || i <= tok.Head {
		return false
	}
	if beforeOthers(s, t, i) {
		return true
	}
	if c := s.Child(t.trigger, text.Cc); c != text.None && s.Tokens[c].Lemma == "but" {
		return true
	}
	for _, c := range s.Children(t.trigger, text.Advmod) {
		switch s.Tokens[c].Lemma {
		case "then", "beforehand", "afterwards", "afterward", "later", "next", "instead":
			return true
		}
	}
	return false
}

// beforeOthers tells words of the clause before the one of the trigger, in which another
// subject acts: "met in May and Trump received Abe".
func beforeOthers(s *text.Sentence, t *telling, i text.Index) bool {
	tok := &s.Tokens[t.trigger]
	if tok.Rel != text.Conj || tok.UPOS != text.VERB || i <= tok.Head || s.Tokens[tok.Head].UPOS != text.VERB {
		return false
	}
	if and := s.Child(t.trigger, text.Cc); and != text.None && i > and {
		return false // "hosted Macron, and last month he received Putin"
	}
	sub := s.Child(t.trigger, text.Nsubj, text.NsubjPass)
	return sub != text.None && i < sub
}

// within tells whether a token belongs to the clause of the telling: the way up from
// it reaches the trigger or one of its verbs without passing through another verb.
func (d *draft) within(t *telling, i text.Index) bool {
	s := &d.r.Sentences[t.sentence]
	for steps := 0; i != text.None && steps < 8; steps++ {
		for _, c := range t.clause {
			if i == c {
				return true
			}
		}
		if tok := &s.Tokens[i]; tok.UPOS == text.VERB && tok.Rel != text.Amod && !(tok.Lemma == "attend" && infinitive(s, i)) { // "invited him to attend the summit"
			return false
		}
		i = s.Tokens[i].Head
	}
	return false
}

// outside tells a gathering that was before or after the occasion: "in the run-up to the
// December summit", "met ahead of the G20".
func (d *draft) outside(t *telling, i text.Index) bool {
	s := &d.r.Sentences[t.sentence]
	for steps := 0; i != text.None && i != t.trigger && steps < 4; steps++ {
		if c := caseOf(s, i); besides(c) {
			return c == "since" || c == "until" || !d.aroundNow(t, i)
		}
		switch s.Tokens[i].Lemma {
		case "run-up", "runup", "preparation", "lead-up", "eve", "aftermath", "wake", "outcome", "result", "up":
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}

// aroundNow tells a gathering during whose days the news was written: what leaders held
// "ahead of the summit" then, they held at its margin.
func (d *draft) aroundNow(t *telling, i text.Index) bool {
	m := d.r.MentionAt(t.sentence, i)
	if m < 0 || d.r.Mentions[m].Entity < 0 || !d.dated || t.verdict.status != readout.Held {
		return false
	}
	from, to, ok := d.r.Entities[d.r.Mentions[m].Entity].Date.Days()
	return ok && from-1 <= d.published && d.published <= to+1
}

// sidelines tells whether the sentence speaks of the margin of a gathering without
// naming it: "on the sidelines of the summit".
func (d *draft) sidelines(si int) bool {
	for i := range d.r.Sentences[si].Tokens {
		switch d.r.Sentences[si].Tokens[i].Lemma {
		case "sideline", "sidelines", "margin", "margins":
			return true
		}
	}
	return false
}

// gatheringBefore returns the last gathering named before mention i, or -1.
func (d *draft) gatheringBefore(i int) int {
	for i--; i >= 0; i-- {
		if m := &d.r.Mentions[i]; m.Class == text.Gathering && m.Entity >= 0 && m.Form == text.Name {
			return i
		}
	}
	return -1
}

func distance(m *text.Mention, i text.Index) int {
	if i < m.First {
		return int(m.First - i)
	}
	return int(i - m.Last)
}

// readPlace takes the place that a preposition ties to the trigger, to its verbs,
// to a participant or to the gathering (parsers often hang "in Beijing" on the last noun).
func (d *draft) readPlace(t *telling) {
	if t.kind == readout.Call {
		return // two places, and what the text names is what they spoke of
	}
	s := &d.r.Sentences[t.sentence]
	from, to := d.r.MentionsIn(t.sentence)
	best, gap := -1, 1<<30
	for i := from; i < to; i++ {
		m := &d.r.Mentions[i]
		visited := t.kind == readout.Visit && d.isVisited(t, m) // wherever the tree hangs it
		if m.Class != text.Place && m.Class != text.State || m.Entity < 0 || m.Form != text.Name && !visited {
			continue
		}
		if d.r.Entities[m.Entity].Place.String() == "" {
			continue
		}
		if t.noun && m.Class == text.Place && s.Tokens[m.Head].Head == t.trigger && s.Tokens[m.Head].Rel == text.Compound { // "the Geneva talks"
			best, gap = i, 0
			continue
		}
		switch effectiveCase(s, m.Head) {
		case "in", "at", "near", "outside", "inside":
		case "to", "for":
			if t.kind != readout.Visit && !moves(s, m.Head) {
				continue
			}
		default:
			if !visited {
				continue
			}
		}
		if !visited && !d.tied(s, t, m) || d.beforeSequel(t, m.Head) || t.kind == readout.Visit && d.abroadFrom(t, m) || matterThere(s, t, m.Head) {
			continue
		}
		if g := distance(m, t.trigger); g < gap {
			best, gap = i, g
		}
	}
	if best >= 0 {
		m := &d.r.Mentions[best]
		basis := readout.Stated
		if m.Form != text.Name {
			basis = readout.Resolved // "the kingdom"
		}
		t.place = readout.Cite(d.r.Entities[m.Entity].Place, "encounter:place", basis, m.Span)
		return
	}
	d.placeOnSoil(t)
	d.placeInHouse(t)
	t.placeWithHosts()
}

// abroadFrom tells a place in another country than the one that a journey went to: "met him
// while in Ireland but then flew to France".
func (d *draft) abroadFrom(t *telling, m *text.Mention) bool {
	hosts := false
	for _, p := range t.parties {
		if p.role == 'b' && p.host && p.party.Kind == readout.State {
			if p.party.Country == d.r.Entities[m.Entity].Place.Code {
				return false
			}
			hosts = true
		}
	}
	return hosts
}

// placeOnSoil takes the country on whose soil an occasion was: "met on Polish soil".
func (d *draft) placeOnSoil(t *telling) {
	s := &d.r.Sentences[t.sentence]
	from, to := d.r.MentionsIn(t.sentence)
	for i := from; i < to && !t.place.Present(); i++ {
		m := &d.r.Mentions[i]
		if m.Class != text.Nationality || m.Entity < 0 {
			continue
		}
		soil := s.Tokens[m.Head].Head
		if soil == text.None || s.Tokens[soil].Lemma != "soil" || caseOf(s, soil) != "on" || !d.within(t, soil) && !ofItself(s, t, soil) {
			continue
		}
		if p, ok := d.partyOf(&d.r.Entities[m.Entity]); ok && p.Country != "" {
			t.place = readout.Cite(readout.Place{Country: p.Side, Code: p.Country}, "encounter:soil", readout.Resolved, m.Span, s.Tokens[soil].Span)
		}
	}
}

// ofItself tells words of the clause that says what an occasion was: "the meeting, which took
// place on Russian soil", "which saw him set foot on it".
func ofItself(s *text.Sentence, t *telling, i text.Index) bool {
	for _, c := range s.Children(t.trigger, text.AclRelcl) {
		if t.noun && s.Dominates(c, i) {
			return true
		}
	}
	return false
}

// placeWithHosts lays a journey whose place the words do not tell in the hosts' country:
// "addressed the Canadian parliament", "a Saudi conference".
func (t *telling) placeWithHosts() {
	if t.kind != readout.Visit || t.place.Present() {
		return
	}
	for _, p := range t.parties {
		if p.role == 'b' && p.host && p.party.Kind == readout.State {
			t.place = readout.Cite(readout.Place{Country: p.party.Side, Code: p.party.Country}, "encounter:hosts", readout.Inferred, p.at)
			return
		}
	}
}

// effectiveCase is the preposition of a place, or of the noun that it specifies: "in
// the Finnish capital Helsinki", "in the port city of Jeddah".
func effectiveCase(s *text.Sentence, i text.Index) string {
	for steps := 0; i != text.None && steps < 3; steps++ {
		t := &s.Tokens[i]
		c := caseOf(s, i)
		if c != "" && (c != "of" || t.Head == text.None || !marginal(s.Tokens[t.Head].Lemma)) {
			return c
		}
		switch t.Rel {
		case text.Appos, text.Flat, text.Compound, text.NmodDesc, text.Nmod, text.Conj:
			i = t.Head
		default:
			return c
		}
	}
	return ""
}

// moves tells whether the place is where somebody goes: "flew to Ankara to meet".
func moves(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "fly", "travel", "head", "leave", "go", "arrive", "come", "bound", "return", "depart", "journey", "trip", "visit", "send", "rush":
		return true
	}
	return false
}

func (d *draft) isVisited(t *telling, m *text.Mention) bool {
	for _, p := range t.parties {
		if p.at == m.Span && p.role != 'a' {
			return true
		}
	}
	return false
}

// tied tells whether a mention hangs on a word of the telling: on the trigger or its
// verbs, or on a party, gathering or time that itself does (parsers often hang "in
// Beijing" on the noun before it).
func (d *draft) tied(s *text.Sentence, t *telling, m *text.Mention) bool {
	return d.tiedToken(s, t, m.Head)
}

func (d *draft) tiedToken(s *text.Sentence, t *telling, i text.Index) bool {
	head := s.Tokens[i].Head
	clause := untilPrepared(s, t.clause)
	nodes := append(clause[:len(clause):len(clause)], d.arranged(t)...)
	if slices.Contains(t.clause, i) {
		return true // "the last meeting was in Geneva"
	}
	if s.Tokens[i].Rel == text.Conj && s.Child(i, text.Cop) != text.None && s.Child(i, text.Nsubj) != text.None {
		return false // "he met Lee, and Ruiz was in Lima"
	}
	for _, p := range t.parties {
		if head != text.None && p.at.Contains(s.Tokens[head].Span) {
			return true
		}
	}
	for steps := 0; head != text.None && steps < 3; steps++ {
		if otherJourney(s, t, head) {
			return false
		}
		if h := s.Tokens[head].Head; attitude(s.Tokens[head].Lemma) || s.Tokens[head].Rel == text.Obj && h != text.None && topicVerb(s.Tokens[h].Lemma) {
			return false // "the situation in Ukraine" is what they discussed
		}
		for _, c := range nodes {
			if head == c {
				return true
			}
		}
		if d.r.MentionAt(t.sentence, head) < 0 && !d.isTime(t.sentence, head) && !marginal(s.Tokens[head].Lemma) {
			return false
		}
		head = s.Tokens[head].Head
	}
	return false
}

// otherJourney tells a journey that is only spoken of, or that comes before or after the
// occasion: "told him about his trip to Kabul", "met ahead of his visit to Ukraine".
func otherJourney(s *text.Sentence, t *telling, i text.Index) bool {
	switch s.Tokens[i].Lemma {
	case "visit", "trip", "tour", "journey":
	default:
		return false
	}
	c := caseOf(s, i)
	return i != t.trigger && (c == "about" || besides(c))
}

// marginal nouns only lead on to what they are the margin of.
func marginal(lemma string) bool {
	switch lemma {
	case "sideline", "margin", "occasion", "side", "city", "capital", "town", "village", "resort", "door", "format", "visit", "trip":
		return true
	}
	return false
}

func (d *draft) isTime(si int, h text.Index) bool { return d.timeAt(si, h) >= 0 }

// timeAt is the time expression that token h is part of, or -1.
func (d *draft) timeAt(si int, h text.Index) int {
	at := d.r.Sentences[si].Tokens[h].Span
	for i := range d.r.Times {
		if d.r.Times[i].Contains(at) {
			return i
		}
	}
	return -1
}

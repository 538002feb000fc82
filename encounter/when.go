package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
	"readout/timex"
)

// This file reads when an occasion was, and how long it took.

// readTimes takes the day and the duration that stand with the trigger or its verbs.
func (d *draft) readTimes(t *telling) {
	after, distance, far := d.lapseBefore(t)
	seen := map[int]bool{}
	decided := t.untilDecided()
	nodes := untilPrepared(&d.r.Sentences[t.sentence], untilDeparture(&d.r.Sentences[t.sentence], decided))
	for _, node := range append(nodes[:len(nodes):len(nodes)], d.arranged(t)...) {
		for _, ti := range timex.For(d.r, t.sentence, node) {
			if seen[ti] {
				continue
			}
			seen[ti] = true
			if after == text.None || d.r.Times[ti].First > after { // "on Tuesday, weeks after he met Lavrov"
				d.takeTime(t, ti)
			}
		}
	}
	d.countBack(t, after, distance, far)
	d.timeThen(t)
	d.fronted(t)
	d.cameAfter(t)
	d.movedAfter(t)
	switch {
	case t.date.Present():
	case after != text.None:
	case len(nodes) != len(decided):
	case len(decided) != len(t.clause):
		d.calledOff(t)
	case t.aside || t.noun && atBoundary(&d.r.Sentences[t.sentence], t.trigger) != t.trigger:
		d.saidAfter(t)
	default:
		d.onlyTime(t)
	}
	if !t.date.Present() {
		d.justNow(t)
	}
}

// timeThen dates an occasion by the time that its clause takes up: "last came in 2015, when he
// met Obama".
func (d *draft) timeThen(t *telling) {
	s := &d.r.Sentences[t.sentence]
	if t.date.Present() || !opensWith(s, t.trigger, "when") {
		return
	}
	for i := range d.r.Times {
		x := &d.r.Times[i]
		if x.Sentence != t.sentence || x.Kind != text.When || x.Date == "" || x.Last >= t.trigger || t.trigger-x.Last > 6 {
			continue
		}
		next := x.Last
		if s.Tokens[next].Form == "," {
			next++
		}
		if s.Tokens[next].Lemma == "when" {
			t.date, t.beside = readout.Cite(x.Date, x.Rule, x.Basis, x.Span), ""
			return
		}
	}
}

// saidAfter dates an occasion by the words spoken right after or before it: "said on
// Tuesday after talks with Lavrov" tells of talks on Tuesday.
func (d *draft) saidAfter(t *telling) {
	s := &d.r.Sentences[t.sentence]
	at := atBoundary(s, t.trigger)
	switch caseOf(s, at) {
	case "after", "following", "before", "ahead of":
	default:
		return
	}
	if h := s.Tokens[at].Head; h != text.None && d.isTime(t.sentence, h) {
		at = h // "said on Monday before the talks"
	}
	verb := d.sayingAbove(s, at)
	if verb == text.None {
		return
	}
	x := d.dayTold(t.sentence, verb)
	if x == nil {
		x = d.saidEarlier(t.sentence, verb)
	}
	if x == nil {
		return
	}
	t.date = readout.Cite(x.Date, "encounter:said-after", readout.Inferred, x.Span, s.Tokens[t.trigger].Span)
	if at != t.trigger && t.verdict.status == readout.Planned && d.before(x.Date) {
		t.verdict.status = readout.Held // "said on Monday before the start of his meeting" and it is Tuesday
	}
}

// atBoundary is the noun that tells where an occasion begins or ends, else the occasion's own:
// "before the start of his meeting".
func atBoundary(s *text.Sentence, i text.Index) text.Index {
	h := s.Tokens[i].Head
	if h == text.None || caseOf(s, i) != "of" {
		return i
	}
	switch s.Tokens[h].Lemma {
	case "start", "beginning", "opening", "end", "conclusion", "close":
		return h
	}
	return i
}

// dayTold is the one day on which a verb's clause was, nil where none is told.
func (d *draft) dayTold(si int, verb text.Index) *text.Time {
	for _, ti := range timex.For(d.r, si, verb) {
		if x := &d.r.Times[ti]; oneDay(x.Date) && x.Kind != text.Duration {
			return x
		}
	}
	for i := range d.r.Times { // "said on Monday he was …", where the tree hangs it further down
		if x := &d.r.Times[i]; x.Sentence == si && x.First > verb && x.First <= verb+2 && oneDay(x.Date) && x.Kind != text.Duration {
			return x
		}
	}
	return nil
}

// saidEarlier is the day on which the speaker of a sentence is told to have spoken by the
// one before it, of which it goes on: "Wang said on Monday that … “…,” Wang said after talks".
func (d *draft) saidEarlier(si int, verb text.Index) *text.Time {
	who := d.subject(si, verb)
	if who < 0 {
		return nil
	}
	for k := si - 1; k >= 0 && k >= si-2; k-- {
		s := &d.r.Sentences[k]
		if !s.Section.Speaks() {
			continue // a caption between them
		}
		for v := range s.Tokens {
			v := text.Index(v)
			if s.Tokens[v].UPOS == text.VERB && (d.words.soft(s.Tokens[v].Lemma) || d.isCue(s.Tokens[v].Span)) && d.subject(k, v) == who {
				return d.dayTold(k, v)
			}
		}
	}
	return nil
}

// subject is the entity of a verb's subject, -1 for none.
func (d *draft) subject(si int, verb text.Index) int {
	c := d.r.Sentences[si].Child(verb, text.Nsubj)
	if c == text.None {
		return -1
	}
	m := d.r.MentionAt(si, c)
	if m < 0 {
		return -1
	}
	return d.r.Mentions[m].Entity
}

// cameAfter dates an occasion after which something came by the day told right behind it: "it
// comes after Putin's meeting with Xi last month".
func (d *draft) cameAfter(t *telling) {
	s := &d.r.Sentences[t.sentence]
	h := s.Tokens[t.trigger].Head
	if h != text.None && s.Tokens[h].Lemma == "heel" {
		h = s.Tokens[h].Head // "comes on the heels of"
	}
	if t.date.Present() || !t.noun || h == text.None || s.Tokens[h].Lemma != "come" && s.Tokens[h].Lemma != "follow" || h > t.trigger {
		return
	}
	for i := range d.r.Times {
		x := &d.r.Times[i]
		if x.Sentence != t.sentence || x.First < t.trigger {
			continue
		}
		for k := t.trigger; k < x.First; k++ {
			if s.Tokens[k].Form == "," || s.Tokens[k].UPOS == text.VERB {
				return
			}
		}
		d.takeTime(t, i)
		return
	}
}

// movedAfter dates what the sentence before's news came after by the day of that news:
// "announced on Sunday … The announcement came after Trump spoke to Erdogan".
func (d *draft) movedAfter(t *telling) {
	if t.date.Present() || t.sentence == 0 || t.verdict.status != readout.Held {
		return
	}
	s := &d.r.Sentences[t.sentence]
	mark := caseOf(s, t.trigger)
	top := t.trigger
	for _, v := range t.clause {
		if m := s.Child(v, text.Mark); s.Tokens[v].Rel == text.Advcl && m != text.None {
			mark, top = s.Tokens[m].Lemma, v
			break
		}
	}
	if mark != "after" && mark != "following" {
		return
	}
	v := s.Tokens[top].Head
	if v == text.None || s.Tokens[v].Rel != text.Root || s.Tokens[v].Lemma != "come" && s.Tokens[v].Lemma != "make" && s.Tokens[v].Lemma != "follow" {
		return
	}
	c := s.Child(v, text.Nsubj, text.NsubjPass)
	if c == text.None || c > 2 || !newsNoun(s.Tokens[c].Lemma) {
		return
	}
	if w := lower(s.Tokens[0].Form); w != "the" && w != "that" && w != "this" && w != "his" && w != "her" {
		return
	}
	if x := d.dayOfNews(t.sentence - 1); x != nil {
		t.date = readout.Cite(x.Date, "encounter:said-after", readout.Inferred, x.Span, s.Tokens[c].Span)
	}
}

// newsNoun tells a noun by which a sentence takes up what the one before it told.
func newsNoun(lemma string) bool {
	switch lemma {
	case "announcement", "statement", "remark", "comment", "decision", "move", "declaration", "news":
		return true
	}
	return false
}

// dayOfNews is the one day that a sentence tells for what its main verb says; nil where it tells
// none or more than one.
func (d *draft) dayOfNews(si int) *text.Time {
	s := &d.r.Sentences[si]
	for v := range s.Tokens {
		if s.Tokens[v].Rel == text.Root && s.Tokens[v].XPOS == text.VBD {
			return d.dayTold(si, text.Index(v))
		}
	}
	return nil
}

// fronted dates what a sentence tells by the day that it opens with, where words between
// say how long after something else that was: "On May 10, the day after he fired Comey, Trump
// met Lavrov".
func (d *draft) fronted(t *telling) {
	s := &d.r.Sentences[t.sentence]
	if top := t.clause[len(t.clause)-1]; t.date.Present() || s.Tokens[top].Rel != text.Root {
		return
	}
	for i := range d.r.Times {
		x := &d.r.Times[i]
		if x.Sentence != t.sentence || x.First > 1 || int(x.Last)+1 >= len(s.Tokens) || s.Tokens[x.Last].Form != "," {
			continue
		}
		far, comma := false, text.None
		for k := x.Last + 1; k < t.trigger; k++ {
			far = far || k <= x.Last+4 && (s.Tokens[k].Lemma == "after" || s.Tokens[k].Lemma == "before")
			if s.Tokens[k].Form == "," {
				comma = k
			}
		}
		if far && comma != text.None {
			d.takeTime(t, i)
		}
		return
	}
}

// sayingAbove is the verb of saying that a noun behind "after" belongs to: the one it
// hangs on, or the sentence's own where the tree hangs it inside what was said.
func (d *draft) sayingAbove(s *text.Sentence, i text.Index) text.Index {
	says := func(v text.Index) bool {
		return v != text.None && (d.words.soft(s.Tokens[v].Lemma) || d.isCue(s.Tokens[v].Span))
	}
	if h := s.Tokens[i].Head; s.Tokens[i].Rel == text.Obl && says(h) {
		return h
	}
	comma := s.Child(i, text.Punct) // "…, after a call with Salman": of all that stands before
	if comma == text.None || comma > i || s.Tokens[comma].Form != "," {
		return text.None
	}
	for steps := 0; i != text.None && steps < 6; steps++ {
		if h := s.Tokens[i].Head; s.Tokens[i].Rel == text.Ccomp && says(h) && s.Tokens[h].Rel == text.Root {
			return h
		}
		i = s.Tokens[i].Head
	}
	return text.None
}

// justNow dates what somebody "just" did: on the day of the words where the text tells
// it, else on the day of publication.
func (d *draft) justNow(t *telling) {
	s := &d.r.Sentences[t.sentence]
	at := text.None
	for k, node := range t.clause[:min(2, len(t.clause))] {
		if k == 1 && (!t.noun || !lends(s.Tokens[node].Lemma)) {
			break
		}
		for _, c := range s.Children(node, text.Advmod) {
			if s.Tokens[c].Lemma == "just" && c < node {
				at = c
			}
		}
	}
	if at == text.None || t.verdict.status != readout.Held || !d.dated {
		return
	}
	if x := d.saidOn(t); x != nil {
		t.date = readout.Cite(x.Date, "encounter:just", readout.Inferred, s.Tokens[at].Span, x.Span)
		return
	}
	t.date = readout.Cite(d.published.Date(), "encounter:just", readout.Inferred, s.Tokens[at].Span)
}

// lends tells a verb that only lends its tense to an occasion.
func lends(lemma string) bool {
	switch lemma {
	case "have", "hold", "finish", "conclude", "complete", "end", "wrap", "come", "leave", "attend":
		return true
	}
	return false
}

// saidOn returns the day on which the words that hold the telling were spoken, as this
// sentence or the two before tell it.
func (d *draft) saidOn(t *telling) *text.Time {
	for i := len(d.r.Times) - 1; i >= 0; i-- {
		x := &d.r.Times[i]
		if x.Sentence > t.sentence || x.Sentence < t.sentence-2 || !oneDay(x.Date) {
			continue
		}
		s := &d.r.Sentences[x.Sentence]
		if h := s.Tokens[x.Head].Head; h != text.None && (d.words.soft(s.Tokens[h].Lemma) || d.isCue(s.Tokens[h].Span)) {
			return x
		}
	}
	return nil
}

func oneDay(date readout.Date) bool {
	from, to, ok := date.Days()
	return ok && to == from+1
}

// arranged lists the verbs of relative clauses that say when and where a noun was to be:
// "a meeting with Putin that was planned for September in Moscow".
func (d *draft) arranged(t *telling) []text.Index {
	s := &d.r.Sentences[t.sentence]
	out := onJourney(s, t)
	if !t.noun {
		return out
	}
	for i := t.trigger + 1; int(i) < len(s.Tokens); i++ {
		tok := &s.Tokens[i]
		if tok.Lemma == "last" && tok.UPOS == text.VERB && tok.Rel == text.Conj && s.Child(i, text.Nsubj) == text.None {
			out = append(out, i) // "scheduled for 30 minutes but lasted two hours", where the tree hangs it further up
		}
		loose := tok.Rel == text.Parataxis && tok.UPOS == text.VERB && s.Child(i, text.Nsubj, text.NsubjPass) == text.None && tok.Head != text.None && s.Dominates(tok.Head, t.trigger)
		if !loose && (tok.Rel != text.AclRelcl && tok.Rel != text.Acl || !s.Dominates(t.trigger, i)) {
			continue // the tree may hang "set for September" on the verb above
		}
		switch tok.Lemma {
		case "plan", "schedule", "set", "hold", "expect", "slate", "take", "due", "arrange", "book", "last", "run", "stretch":
			out = append(out, i)
		}
	}
	return out
}

// onJourney lists the verbs of a journey in the course of which an occasion was or was to
// be: "will not meet Netanyahu when he travels to Washington in March".
func onJourney(s *text.Sentence, t *telling) []text.Index {
	var out []text.Index
	for _, node := range t.clause {
		for _, c := range s.Children(node, text.Advcl) {
			m := s.Child(c, text.Mark, text.Advmod)
			if m != text.None && (s.Tokens[m].Lemma == "when" || s.Tokens[m].Lemma == "while") && journeys(s.Tokens[c].Lemma) {
				out = append(out, c)
			}
		}
		if s.Tokens[node].UPOS == text.VERB {
			break
		}
	}
	return out
}

// journeys tells a verb of going somewhere.
func journeys(lemma string) bool {
	switch lemma {
	case "travel", "visit", "come", "go", "fly", "arrive", "return", "tour":
		return true
	}
	return false
}

// untilDecided is the clause below the word that calls an occasion off: "was cancelled
// on Monday" dates the cancellation.
func (t *telling) untilDecided() []text.Index {
	if coarse(t.verdict.status) != 2 {
		return t.clause
	}
	for k, node := range t.clause {
		if k > 0 && node == t.verdict.word {
			return t.clause[:k]
		}
	}
	return t.clause
}

// untilDeparture is the clause below a departure: "left for Riyadh at noon to meet him"
// dates when he left.
func untilDeparture(s *text.Sentence, nodes []text.Index) []text.Index {
	if byFollowing(s, nodes[0]) {
		return nodes[:1] // "leaves on Friday for a trip to Rome, followed by one to Oslo"
	}
	for _, v := range nodes[1:] {
		if s.Tokens[v].Lemma == "leave" && s.Tokens[v].UPOS == text.VERB && infinitive(s, nodes[0]) {
			return nodes[:1]
		}
	}
	return nodes
}

// untilPrepared is the clause up to the verb by which somebody makes ready for an occasion:
// "flew to Singapore on Monday to prepare a summit" tells nothing of its day and place.
func untilPrepared(s *text.Sentence, nodes []text.Index) []text.Index {
	for k, v := range nodes {
		if k == 0 || !infinitive(s, v) {
			continue
		}
		switch s.Tokens[v].Lemma {
		case "prepare", "plan", "arrange", "organize", "organise":
			return nodes[:k+1]
		}
	}
	return nodes
}

// onlyTime takes the one day or month that a sentence names, where the tree ties it to
// nothing of ours and to nothing else either.
func (d *draft) onlyTime(t *telling) {
	if t.talkedOf || setBeside(&d.r.Sentences[t.sentence], t) {
		return
	}
	found := -1
	for i := range d.r.Times {
		x := &d.r.Times[i]
		if x.Sentence != t.sentence || x.Date == "" && d.dated || x.Kind != text.When && x.Kind != text.Clock || d.datesOther(t, x) || d.beyondRelative(t, x) {
			continue
		}
		if found >= 0 {
			return
		}
		found = i
	}
	if found >= 0 {
		d.takeTime(t, found)
	}
}

// possessed tells a time that another thing has: "Sunday's elections".
func possessed(s *text.Sentence, t *telling, x *text.Time) bool {
	return x.Head != text.None && s.Tokens[x.Head].Rel == text.NmodPoss && !slices.Contains(t.clause, s.Tokens[x.Head].Head)
}

// measures tells a length of time that says how far one thing is from another.
func measures(s *text.Sentence, x *text.Time) bool {
	if int(x.Last) >= len(s.Tokens) {
		return false
	}
	switch s.Tokens[x.Last].Lemma {
	case "ahead", "before", "after", "earlier", "later", "ago", "away":
		return true
	}
	return false
}

// beyondRelative tells a time outside the relative clause that tells of the occasion:
// "Netanyahu, who cut short a visit to Washington, went to the scene on Monday".
func (d *draft) beyondRelative(t *telling, x *text.Time) bool {
	s := &d.r.Sentences[t.sentence]
	top := t.clause[len(t.clause)-1]
	if s.Tokens[top].Rel != text.AclRelcl || opensWith(s, top, "where") || x.Head == text.None || s.Dominates(top, x.Head) {
		return false
	}
	verb := governor(s, x.Head)
	return s.Tokens[verb].XPOS == text.VBD && !slices.Contains(t.clause, verb)
}

// setBeside tells an occasion in a clause that only stands beside what the sentence tells:
// "arrived in Beijing on Tuesday, as preparations go on for a second summit".
func setBeside(s *text.Sentence, t *telling) bool {
	top := t.clause[len(t.clause)-1]
	if s.Tokens[top].Rel != text.Advcl || coarse(t.verdict.status) == 0 {
		return false
	}
	m := s.Child(top, text.Mark)
	if m == text.None {
		return false
	}
	switch s.Tokens[m].Lemma {
	case "as", "while", "because", "although", "though", "if":
		return true
	}
	return false
}

// datesOther tells whether a time says when something else was: somebody's words
// ("said on Monday"), what a relative clause tells, or a thing that bears a date
// ("last week's attack", "the 2016 election").
func (d *draft) datesOther(t *telling, x *text.Time) bool {
	s := &d.r.Sentences[t.sentence]
	node := x.Head
	for steps := 0; node != text.None && steps < 6; steps++ {
		tok := &s.Tokens[node]
		h := tok.Head
		if h == text.None || slices.Contains(t.clause, h) {
			return false
		}
		up := &s.Tokens[h]
		switch {
		case up.UPOS == text.VERB:
			return !insideSaid(s, t, x, h) && d.elsewhere(s, t, h)
		case up.UPOS == text.NOUN && d.r.MentionAt(t.sentence, h) < 0 && !d.isTime(t.sentence, h):
			return true
		}
		node = h
	}
	return false
}

// insideSaid tells a time that the tree hangs on the verb of saying though the words said
// end behind it: "will meet Kim in Singapore on 12 June, he has said".
func insideSaid(s *text.Sentence, t *telling, x *text.Time, verb text.Index) bool {
	if x.First < t.trigger || x.Last > verb || s.Tokens[x.Last].Form != "," {
		return false
	}
	for _, c := range s.Children(verb, text.Ccomp) {
		if c < x.First && slices.Contains(t.clause, c) {
			return true
		}
	}
	return false
}

// elsewhere tells whether a verb tells of something else than the telling: it is one of
// saying, or heads a clause of its own that does not lead to the trigger.
func (d *draft) elsewhere(s *text.Sentence, t *telling, verb text.Index) bool {
	tok := &s.Tokens[verb]
	if d.words.soft(tok.Lemma) || s.Child(verb, text.Ccomp) != text.None || d.isCue(tok.Span) {
		return true
	}
	switch tok.Rel {
	case text.AclRelcl, text.Acl, text.Advcl:
		return !s.Dominates(verb, t.trigger)
	}
	return false
}

// isCue tells whether the word attributes somebody's words.
func (d *draft) isCue(at readout.Span) bool {
	for i := range d.statements {
		if d.statements[i].Cue.Contains(at) {
			return true
		}
	}
	return false
}

// takeTime takes a duration, or a day that suits what the telling says: what is still
// ahead does not lie before the publication.
func (d *draft) takeTime(t *telling, ti int) {
	x := &d.r.Times[ti]
	if s := &d.r.Sentences[t.sentence]; possessed(s, t, x) || x.First > 0 && x.First-1 < t.trigger && s.Tokens[x.First-1].UPOS == text.NOUN && newsNoun(s.Tokens[x.First-1].Lemma) {
		return // "Sunday's elections", "the statement tonight after they spoke"
	}
	if x.Kind == text.Duration {
		if s := &d.r.Sentences[t.sentence]; scheduled(s, x.Head) || measures(s, x) {
			return // "scheduled for 30 minutes but lasted two hours", "a day ahead of his visit"
		}
		if x.Minutes.Max > 0 && !t.duration.Present() {
			t.duration = readout.Cite(x.Minutes, "encounter:duration", readout.Stated, x.Span)
		}
		return
	}
	if x.Kind == text.When && x.Date == "" && t.open == 0 && !d.dated {
		t.open = ti + 1
	}
	if x.Kind != text.When && x.Kind != text.Clock || x.Date == "" || t.date.Present() {
		return
	}
	s := &d.r.Sentences[t.sentence]
	if caseOf(s, x.Head) == "since" {
		d.eversince(t, x)
		return
	}
	if beforeOthers(s, t, x.Head) {
		t.beside = x.Date
		return
	}
	if ofTerm(s, x) || countedFrom(s, t, x) || withinSince(s, t, x) || ofWishes(s, t, x) || otherClause(s, t, x) || ofAnother(s, t, x) || namesOther(s, t, x) || namesMatter(s, t, x) || d.ofTopic(s, t, x) || setForOther(s, t, x) {
		return
	}
	if d.ofGathering(t, x) || d.saidThen(s, t, x) || d.saidOutside(s, t, x) || howOften(s, x) || ofItsSubject(s, t, x) {
		return
	}
	if a := auxiliary(s, governor(s, x.Head)); t.verdict.status == readout.Held && (a == "will" || a == "shall") && !s.Dominates(t.trigger, x.Head) {
		return // "what they discussed will be told later today"
	}
	if coarse(t.verdict.status) == 1 && d.before(x.Date) && x.Basis != readout.Stated && !(x.Rule == "timex/month" && d.dueThen(s, t)) {
		return
	}
	if coarse(t.verdict.status) == 1 && s.Tokens[t.trigger].UPOS == text.VERB && pastTense(s, t.trigger) && !d.aheadOfNews(x.Date) {
		return // "invited him to Washington in a call on Friday": that is when he was asked
	}
	at := []readout.Span{x.Span}
	if x.Reference == byKnown {
		at = append(at, d.known)
	}
	t.date = readout.Cite(x.Date, x.Rule, x.Basis, at...)
}

// setForOther tells the time for which something else is set, where the tree hangs it on the verb: "are
// discussing a truce ahead of a conference set for next week".
func setForOther(s *text.Sentence, t *telling, x *text.Time) bool {
	v := x.First - 2
	if v <= t.trigger || s.Tokens[v+1].Lemma != "for" && s.Tokens[v+1].Lemma != "on" || s.Tokens[v].XPOS != text.VBN || s.Tokens[v].Rel != text.Acl {
		return false
	}
	switch s.Tokens[v].Lemma {
	case "set", "schedule", "plan", "slate":
		of := s.Tokens[v].Head
		return of > t.trigger && s.Tokens[of].UPOS == text.NOUN && !slices.Contains(t.clause, of)
	}
	return false
}

// ofTerm tells the years in brackets for which somebody held an office: "President of the European
// Commission (1999–2004) Romano Prodi".
func ofTerm(s *text.Sentence, x *text.Time) bool {
	first, last := x.First, x.Last // of "1999–2004", each of which may be a time of its own
	dash := func(i text.Index) bool {
		return i >= 0 && int(i) < len(s.Tokens) && (s.Tokens[i].Form == "-" || s.Tokens[i].Form == "–")
	}
	year := func(i text.Index) bool {
		return i >= 0 && int(i) < len(s.Tokens) && len(s.Tokens[i].Form) == 4 && strings.Trim(s.Tokens[i].Form, "0123456789") == ""
	}
	if dash(first-1) && year(first-2) {
		first -= 2
	}
	if dash(last) && year(last+1) {
		last += 2
	}
	return last-first == 3 && year(first) && year(last-1) && first > 0 && int(last) < len(s.Tokens) && s.Tokens[first-1].XPOS == text.LRB && s.Tokens[last].XPOS == text.RRB
}

// saidThen tells the day on which somebody said so, where the tree gives it to what he said: "said
// Friday he came to Mexico for more trade".
func (d *draft) saidThen(s *text.Sentence, t *telling, x *text.Time) bool {
	if x.First == 0 || x.First >= t.trigger || int(x.Last) >= len(s.Tokens) || t.kind != readout.Visit && t.verdict.status == readout.Held {
		return false // a talk is mostly told of on its day
	}
	v, next := &s.Tokens[x.First-1], &s.Tokens[x.Last]
	return v.XPOS == text.VBD && (d.words.soft(v.Lemma) || d.isCue(v.Span)) && next.Rel == text.Nsubj && slices.Contains(t.clause, next.Head)
}

// saidOutside tells the day on which somebody said what tells of the occasion: "“My meeting with her
// was a good one,” he tweeted on Monday".
func (d *draft) saidOutside(s *text.Sentence, t *telling, x *text.Time) bool {
	h := s.Tokens[x.Head].Head
	if !t.noun || t.voice < 0 || h == text.None || !d.isCue(s.Tokens[h].Span) {
		return false
	}
	v := d.voiceOf(s.Tokens[t.trigger].Span)
	return v >= 0 && d.statements[v].Mode == readout.Direct && !d.statements[v].Content.Contains(x.Span)
}

// howOften tells the time in which something was so many times: "will meet for the third time in
// three months".
func howOften(s *text.Sentence, x *text.Time) bool {
	first := x.First
	if first > 0 && s.Tokens[first-1].Lemma == "in" {
		first--
	}
	last := &s.Tokens[x.Last-1]
	return first > 0 && s.Tokens[first].Lemma == "in" && s.Tokens[first-1].Lemma == "time" && last.XPOS == text.NNS && lasts(last.Lemma) && s.Tokens[x.Last-2].UPOS == text.NUM
}

// ofItsSubject tells the time of what is told to have been before or after the occasion: "their last
// meeting in January was shortly after a summit".
func ofItsSubject(s *text.Sentence, t *telling, x *text.Time) bool {
	sub := s.Child(t.trigger, text.Nsubj)
	return t.noun && sub != text.None && besides(caseOf(s, t.trigger)) && s.Dominates(sub, x.Head)
}

// countedFrom tells the time of something that the words count from: "the first visit by a
// president since Clinton's in 1999".
func countedFrom(s *text.Sentence, t *telling, x *text.Time) bool {
	for j := x.First - 1; j > t.trigger && x.First-j <= 6; j-- {
		if s.Tokens[j].Lemma == "since" {
			return true
		}
		if !nominalWord(&s.Tokens[j]) && s.Tokens[j].UPOS != text.ADP && s.Tokens[j].UPOS != text.PART {
			break
		}
	}
	i := s.Tokens[x.Head].Head
	for steps := 0; i != text.None && !slices.Contains(t.clause, i) && steps < 5; steps++ {
		if caseOf(s, i) == "since" {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}

// ofAnother tells the time of another occasion, at which a plan was made or in whose course it
// may come true: "vowed to restore talks during a summit in November".
func ofAnother(s *text.Sentence, t *telling, x *text.Time) bool {
	if coarse(t.verdict.status) != 1 {
		return false
	}
	i := x.Head
	for steps := 0; i != text.None && steps < 5 && !slices.Contains(t.clause, i); steps++ {
		if s.Tokens[i].UPOS == text.NOUN && itsName(s.Tokens[i].Lemma) {
			switch caseOf(s, i) {
			case "during", "after", "following", "include", "including":
				return true
			}
		}
		i = s.Tokens[i].Head
	}
	return false
}

// namesOther tells the day by which other talks are called, of which only somebody is told: "informed
// him of the outcomes of the April 25 talks".
func namesOther(s *text.Sentence, t *telling, x *text.Time) bool {
	noun := x.Last
	if int(noun) >= len(s.Tokens) || noun == t.trigger || t.noun || !itsName(s.Tokens[noun].Lemma) || !s.Dominates(noun, x.Head) {
		return false
	}
	switch caseOf(s, noun) {
	case "of", "from", "about", "on":
		return true
	}
	return false
}

// namesMatter tells the day by which what was talked about is called: "discussed a deal based on
// the May 27 arrangement".
func namesMatter(s *text.Sentence, t *telling, x *text.Time) bool {
	noun := x.Last
	if t.noun || !talksOf(s.Tokens[t.trigger].Lemma) || int(noun) >= len(s.Tokens) || noun < t.trigger || s.Tokens[noun].UPOS != text.NOUN || x.First == 0 {
		return false
	}
	return s.Dominates(noun, x.Head) && s.Tokens[x.First-1].UPOS == text.DET && !itsName(s.Tokens[noun].Lemma)
}

// ofTopic tells the time of what was talked about: "discussed the implementation of the
// agreements reached during his visit to Mongolia in September", "spoke about the coup in
// April". A day of the last week is rather that of the talk.
func (d *draft) ofTopic(s *text.Sentence, t *telling, x *text.Time) bool {
	if from, _, ok := x.Date.Days(); ok && oneDay(x.Date) && d.dated && from > d.published-7 && from <= d.published {
		return false
	}
	if t.kind == readout.Visit {
		return false // "addressed a session of parliament last month"
	}
	about := t.trigger
	if t.noun || !talksOf(s.Tokens[about].Lemma) && !talked(s.Tokens[about].Lemma) {
		for about++; about < x.First && s.Tokens[about].Lemma != "about" && s.Tokens[about].Lemma != "regarding"; {
			about++
		}
	}
	for i := x.First - 1; i > about; i-- {
		switch tok := &s.Tokens[i]; tok.UPOS {
		case text.NOUN:
			return happens(tok.Lemma)
		case text.ADP, text.DET, text.PROPN, text.ADJ, text.NUM, text.PART:
		default:
			return false
		}
	}
	return false
}

// happens tells a noun for what is on a day or in a year of its own.
func happens(lemma string) bool {
	switch lemma {
	case "election", "vote", "referendum", "attack", "strike", "coup", "war", "invasion", "conference", "forum", "session", "agreement", "accord", "deal", "agenda",
		"protest", "crackdown", "launch", "test", "explosion", "crash", "arrest", "killing", "murder", "anniversary", "exercise", "withdrawal", "inauguration",
		"presidency", "chairmanship", "championship", "celebration", "ceremony", "event", "participation", "attendance", "annexation", "ceasefire", "truce", "outcome", "result":
		return true
	}
	return itsName(lemma)
}

// otherClause tells a time behind the words that open another clause, where the tree ties
// it to this one: "met, just as the region braces for an answer to the attack last week".
func otherClause(s *text.Sentence, t *telling, x *text.Time) bool {
	for i := t.trigger + 1; i < x.First; i++ {
		switch lower(s.Tokens[i].Form) {
		case "as", "while", "because", "amid", "although", "though":
			if b := lower(s.Tokens[i-1].Form); b == "," || b == "just" || b == "even" {
				return true
			}
		}
	}
	return false
}

// ofGathering tells a time that says which gathering is meant ("this month's General
// Assembly", "the December EU summit"), and not when the occasion was: the gathering has
// its own day, or is not where the occasion was.
func (d *draft) ofGathering(t *telling, x *text.Time) bool {
	m := d.qualified(x)
	if m < 0 {
		return false
	}
	if g := &d.r.Mentions[m]; g.First <= t.trigger && t.trigger < g.Last {
		return false
	}
	return d.r.Entities[d.r.Mentions[m].Entity].Date != "" || !t.meet.Present()
}

// qualified is the gathering of which a time says which one is meant, or -1.
func (d *draft) qualified(x *text.Time) int {
	s := &d.r.Sentences[x.Sentence]
	h := x.Head
	for steps := 0; steps < 3; steps++ {
		if r := s.Tokens[h].Rel; r != text.Compound && r != text.NmodPoss && r != text.Amod && r != text.NmodDesc {
			return -1
		}
		if h = s.Tokens[h].Head; h == text.None {
			return -1
		}
		if m := d.r.MentionAt(x.Sentence, h); m >= 0 && d.r.Mentions[m].Class == text.Gathering && d.r.Mentions[m].Entity >= 0 {
			return m
		}
	}
	return -1
}

// scheduled tells a time for which something was only planned.
func scheduled(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	if h == text.None {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "schedule", "plan", "slate", "book", "set":
		return true
	}
	return false
}

// aheadOfNews tells whether some of the date lies after the day of publication.
func (d *draft) aheadOfNews(date readout.Date) bool {
	_, to, ok := date.Days()
	return ok && (!d.dated || to > d.published+1)
}

// dueThen tells what was ahead once: "had been due in Beijing in February".
func (d *draft) dueThen(s *text.Sentence, t *telling) bool {
	return slices.ContainsFunc(t.clause, func(i text.Index) bool {
		return d.words.says[s.Tokens[i].Lemma] == "plan" && pastTense(s, i)
	})
}

// before tells whether the date lies wholly before the publication, or before the days on
// which an undated text may have been written.
func (d *draft) before(date readout.Date) bool {
	_, to, ok := date.Days()
	return ok && (d.dated && to <= d.published || !d.dated && to <= d.earliest)
}

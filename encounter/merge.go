package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// occasion is the tellings of one encounter, in text order.
type occasion struct {
	tellings []telling
	parties  []partyAt
	last     int // sentence of the latest telling
}

// occasions puts the tellings of one occasion together. A telling that names both
// sides joins an occasion that nothing sets it apart from, or opens one; a telling
// that does not ("the talks lasted two hours") joins what was told just before.
func (d *draft) occasions(ts []telling) []occasion {
	d.acceptInvitations(ts)
	d.heardSpeeches(ts)
	d.stoodBeside(ts)
	d.dropPlans(ts)
	d.lendSubjects(ts)
	d.ofNote(ts)
	d.sameTwo(ts)
	d.oneSitting(ts)
	apartBefore(ts)
	var out []occasion
	for _, t := range ts {
		if d.whole(&t) && !d.satIn(&t) && !t.seats {
			out = d.settle(out, t)
		}
	}
	for _, t := range ts {
		if t.seats {
			d.seatCompany(out, t)
		} else if d.satIn(&t) {
			out = d.seat(out, t)
		} else if !d.whole(&t) {
			out = d.attach(out, t)
		}
	}
	return d.absorbVisits(oneTable(out))
}

// oneTable puts one's contacts with each of several together where what follows tells of all of them as
// of one: "met with Ruiz and Ito. The leaders also discussed trade".
func oneTable(in []occasion) []occasion {
	var out []occasion
	for i := range in {
		if !slices.ContainsFunc(in, func(all occasion) bool { return in[i].partOf(&all, in) }) {
			out = append(out, in[i])
		}
	}
	return out
}

// partOf tells an occasion of which no more is told than that one of several was there, by words that
// tell of another occasion, at which all of them were and nobody else.
func (o *occasion) partOf(all *occasion, in []occasion) bool {
	if len(all.parties) <= len(o.parties) || !coveredBy(o.parties, all.parties) {
		return false
	}
	for i := range o.tellings {
		t := &o.tellings[i]
		if !t.apiece || t.verdict.status != readout.Held || !all.tellsWith(t, t.parties[0]) || slices.ContainsFunc(all.parties, func(p partyAt) bool {
			return !slices.ContainsFunc(in, func(x occasion) bool { return x.tellsWith(t, p) })
		}) {
			return false
		}
	}
	return true
}

// tellsWith tells whether a party is in a part of the several that a telling is one of.
func (o *occasion) tellsWith(t *telling, p partyAt) bool {
	return slices.ContainsFunc(o.tellings, func(x telling) bool {
		return x.apiece && x.sentence == t.sentence && x.trigger == t.trigger && has(x.parties, p)
	})
}

// lendSubjects gives a noun that names one side alone ("Most important were talks with
// Xi") the subject of the telling in the sentence before.
func (d *draft) lendSubjects(ts []telling) {
	for i := range ts {
		t := &ts[i]
		if !t.noun || t.bare || t.taken || len(t.parties) != 1 || t.parties[0].role != 'b' {
			continue
		}
		for k := i - 1; k >= 0 && ts[k].sentence >= t.sentence-1; k-- {
			if p, ok := subjectIn(ts[k].parties); ok && ts[k].voice == t.voice && side(p.party) != side(t.parties[0].party) {
				p.basis = readout.Resolved
				t.parties = append(t.parties, p)
				break
			}
		}
	}
}

// apartBefore takes "they" from those whom another met one by one, who are not told to have met each
// other: "his talks with the leaders of Peru and Chile that week. They also discussed trade".
func apartBefore(ts []telling) {
	for i := range ts {
		t := &ts[i]
		if t.noun || !takenUpTogether(t.parties) {
			continue
		}
		met := 0
		for k := i - 1; k >= 0 && ts[k].sentence >= t.sentence-1; k-- {
			if o := &ts[k]; o.apiece && has(t.parties, o.parties[1]) && !has(t.parties, o.parties[0]) {
				met++
			}
		}
		if met == len(t.parties) {
			t.parties, t.joins = nil, true
		}
	}
}

// sameTwo gives "the two sides", of whom one was at the occasion told just before and who
// are not told to have met, the two who were there: another state that a sentence between
// names is none of them.
func (d *draft) sameTwo(ts []telling) {
	for i := range ts {
		t := &ts[i]
		if d.takesPlaceOf(t, ts[:i]) {
			continue
		}
		if len(t.parties) != 2 || !d.justTwo(t) {
			continue
		}
		if o := d.actedFor(ts[:i], t); o != nil {
			t.lend(o.parties)
			continue
		}
		if slices.ContainsFunc(ts[:i], func(o telling) bool { return coveredBy(t.parties, o.parties) }) {
			continue
		}
		for k := i - 1; k >= 0 && ts[k].sentence >= t.sentence-2; k-- {
			o := &ts[k]
			if len(o.parties) != 2 || o.kind == readout.Visit || o.joins || !knownPair(o.parties) {
				continue
			}
			if oneSideOf(t.parties, o.parties) {
				t.lend(o.parties)
			}
			break
		}
	}
}

// takesPlaceOf gives states that a text only takes up, "the parties", "the Russian-Chinese
// talks", those of whom it has told as acting for them: it is their occasion.
func (d *draft) takesPlaceOf(t *telling, before []telling) bool {
	if len(t.parties) != 2 || t.kind == readout.Visit || t.joins || t.meet.Present() || !onlyOf(t.parties, readout.State) {
		return false
	}
	also := alsoThere(&d.r.Sentences[t.sentence], t) // of the one occasion, however far behind
	during := also && d.justTwo(t)
	justBefore, gloss := !during && !d.justTwo(t) && !d.talksByName(t), glossed(&d.r.Sentences[t.sentence], t)
	if !during && !gloss && (t.date.Present() || t.place.Present()) || justBefore && !gloss && !d.talksTakenUp(t) && !d.thoseOfficials(t) {
		return false
	}
	goesOn := t.noun && t.verdict.status == readout.Planned && expandedFormat(&d.r.Sentences[t.sentence], t.trigger)
	for k := len(before) - 1; k >= 0 && (also || before[k].sentence >= t.sentence-farReach); k-- {
		o := &before[k]
		if justBefore && (before[k].sentence < t.sentence-reach || gloss && before[k].sentence < t.sentence) {
			break
		}
		if o.joins || o.kind == readout.Visit || len(o.parties) != 2 || d.ofOfficials(t) || !allStandFor(o.parties, t.parties) || o.verdict.status != t.verdict.status && !(goesOn && o.verdict.status == readout.Held) || o.past != t.past {
			continue
		}
		if (during || gloss) && d.differ(o, t) != "" {
			continue // "the sides met in Oslo": not where they were told to talk
		}
		for j := range t.parties {
			for _, q := range o.parties {
				if q.party.Side == t.parties[j].party.Name {
					at := t.parties[j].at
					t.parties[j] = q
					t.parties[j].at, t.parties[j].basis = at, readout.Resolved
					break
				}
			}
		}
		return true
	}
	return false
}

// thoseOfficials tells those of two states whom a verb takes up as told: "the U.S. and French officials
// discussed their concerns".
func (d *draft) thoseOfficials(t *telling) bool {
	if t.noun || t.verdict.status != readout.Held {
		return false
	}
	from, to := d.r.MentionsIn(t.sentence)
	for _, m := range d.r.Mentions[from:to] {
		if m.Class != text.People || !m.Span.Contains(t.parties[0].at) || !m.Span.Contains(t.parties[1].at) {
			continue
		}
		words := strings.Fields(lower(m.In(d.r.Document.Text)))
		if words[0] != "the" {
			return false
		}
		switch words[len(words)-1] {
		case "officials", "delegations", "ministers", "diplomats":
			return true
		}
	}
	return false
}

// glossed tells what a meeting just told was, as one of its kind: "met with Ruiz – the first time Spain
// has hosted a Maltese minister".
func glossed(s *text.Sentence, t *telling) bool {
	for i := max(t.trigger-5, 3); i < t.trigger; i++ {
		if s.Tokens[i].Lemma == "time" && inOrder(s.Tokens[i-1].Lemma) && s.Tokens[i-2].Lemma == "the" {
			return s.Tokens[i-3].UPOS == text.PUNCT && auxiliaryHave(s, t.trigger)
		}
	}
	return false
}

// talksTakenUp tells talks told of just before, of which the two states only say what came of them: "at
// the meeting, Spain and Malta affirmed".
func (d *draft) talksTakenUp(t *telling) bool {
	if !t.noun || !t.bare || !d.definite(t) || d.ordinal(t) || t.verdict.status != readout.Held {
		return false
	}
	switch s := &d.r.Sentences[t.sentence]; s.Tokens[t.trigger].Lemma {
	case "talk", "meeting":
		return s.Child(t.trigger, text.Nmod, text.AclRelcl, text.Acl) == text.None
	}
	return false
}

// ofOfficials tells two states whose officials alone are told of: "the senior officials from both
// nations".
func (d *draft) ofOfficials(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	from, to := d.r.MentionsIn(t.sentence)
	for _, m := range d.r.Mentions[from:to] {
		if m.Span == t.parties[0].at && m.First >= 2 && (s.Tokens[m.First-1].Lemma == "from" || s.Tokens[m.First-1].Lemma == "of") {
			switch s.Tokens[m.First-2].Lemma {
			case "official", "negotiator", "team", "expert", "diplomat", "envoy", "adviser":
				return true
			}
		}
	}
	return false
}

// talksByName tells talks called by the two states: "the Russian-Chinese talks".
func (d *draft) talksByName(t *telling) bool {
	if !t.noun || !d.definite(t) || d.ordinal(t) {
		return false
	}
	name := d.nameOf(t)
	return name.Contains(t.parties[0].at) && name.Contains(t.parties[1].at)
}

// nameOf is where the words stand by which a noun is called: "top-level Russian-Chinese talks".
func (d *draft) nameOf(t *telling) readout.Span {
	s := &d.r.Sentences[t.sentence]
	first := t.trigger
	for first > 0 && (nominalWord(&s.Tokens[first-1]) && s.Tokens[first-1].UPOS != text.DET || s.Tokens[first-1].Form == "-") {
		first--
	}
	return s.Cover(first, t.trigger+1)
}

// actedFor returns the contact told just before of all who act for "the two sides", of whom
// there may be several, where nothing sets apart what these did, not even its day or place.
func (d *draft) actedFor(before []telling, t *telling) *telling {
	if v := t.verdict.status; v != readout.Held && v != readout.Planned || t.noun && d.ordinal(t) {
		return nil
	}
	for k := len(before) - 1; k >= 0 && before[k].sentence >= t.sentence-reach; k-- {
		o := &before[k]
		if o.kind == readout.Visit || o.joins || !allStandFor(o.parties, t.parties) || !within(o.parties, t.parties) {
			continue
		}
		if o.past == t.past && o.verdict.status == t.verdict.status && d.differ(o, t) == "" {
			return o
		}
	}
	return nil
}

// within tells whether all of ps are of a side in the list.
func within(ps, list []partyAt) bool {
	return !slices.ContainsFunc(ps, func(p partyAt) bool {
		return !slices.ContainsFunc(list, func(q partyAt) bool { return side(p.party) == side(q.party) })
	})
}

// lend gives a telling the parties of another, at the words that stand for its own.
func (t *telling) lend(ps []partyAt) {
	at := t.parties[0].at
	t.parties = slices.Clone(ps)
	for j := range t.parties {
		t.parties[j].at, t.parties[j].basis = at, readout.Resolved
	}
}

// justTwo tells whether both parties, states, are told in one word that names neither: "they", "the two
// sides", "both countries".
func (d *draft) justTwo(t *telling) bool {
	return onlyOf(t.parties, readout.State) && d.inOneWord(t)
}

// inOneWord tells whether all parties are told in one word that names none: "they", "the two
// leaders", "both countries".
func (d *draft) inOneWord(t *telling) bool {
	if !takenUpTogether(t.parties) {
		return false
	}
	s := &d.r.Sentences[t.sentence]
	from, to := d.r.MentionsIn(t.sentence)
	for _, m := range d.r.Mentions[from:to] {
		if m.Span != t.parties[0].at || m.Form != text.Nominal && m.Form != text.Pronoun {
			continue
		}
		for i := m.First; i < m.Last; i++ {
			if i != m.Head && s.Tokens[i].UPOS == text.PROPN || s.Tokens[i].Rel == text.Amod && s.Tokens[i].Form != lower(s.Tokens[i].Form) {
				return false
			}
		}
		return true
	}
	return false
}

// oneSideOf tells whether exactly one side is in both pairs.
func oneSideOf(a, b []partyAt) bool {
	n := 0
	for _, p := range a {
		if slices.ContainsFunc(b, func(q partyAt) bool { return side(p.party) == side(q.party) }) {
			n++
		}
	}
	return n == 1
}

func subjectIn(ps []partyAt) (partyAt, bool) {
	for _, p := range ps {
		if p.role == 'a' && p.party.Kind == readout.Person {
			return p, true
		}
	}
	return partyAt{}, false
}

// whole tells whether a telling names two sides. A handover of office needs none.
func (d *draft) whole(t *telling) bool {
	if len(t.parties) < 2 || t.joins {
		return false
	}
	if t.kind == readout.Visit && (!d.visitor(t) || !hasRole(t.parties, 'b') && !d.mutual(t)) {
		return false
	}
	if t.kind != readout.Visit && allOthers(t.parties) {
		return false // "with A and B": with whom they met stands nowhere
	}
	return knownPair(t.parties) || handover(t.parties)
}

func allOthers(ps []partyAt) bool {
	for _, p := range ps {
		if p.role != 'b' {
			return false
		}
	}
	return true
}

// knownPair tells whether two sides are known. One of whom nothing is told may well
// be of the other's own government.
func knownPair(ps []partyAt) bool {
	first := ""
	for _, p := range ps {
		switch s := p.party.Side; {
		case s == "":
		case first == "":
			first = s
		case s != first:
			return true
		}
	}
	return false
}

// visitor tells whether a journey has somebody who makes it: a person, or people who
// act for their side. Goods and troops that go somewhere visit nobody.
func (d *draft) visitor(t *telling) bool {
	if t.sent {
		return true
	}
	for _, p := range t.parties {
		if p.role == 'b' {
			if t.borne && p.party.Kind == readout.Person {
				return true // whom the state invites
			}
			continue
		}
		if p.party.Kind == readout.Person {
			return true
		}
		if p.entity >= 0 && (d.r.Entities[p.entity].Class == text.People || d.r.Entities[p.entity].Class == text.Person) && official(d.r.Entities[p.entity].Name) {
			return true
		}
	}
	return false
}

func official(description string) bool {
	for _, w := range strings.Fields(lower(description)) {
		switch strings.TrimSuffix(w, "s") {
		case "official", "delegation", "envoy", "team", "negotiator", "diplomat", "minister", "adviser", "advisor", "leader", "inspector", "expert", "representative", "mission":
			return true
		}
	}
	return false
}

// handover tells an outgoing and an incoming holder of one office.
func handover(ps []partyAt) bool {
	for _, p := range ps {
		for _, q := range ps {
			if elect(p) && !elect(q) && q.party.Kind == readout.Person && q.party.Side == p.party.Side && strings.HasPrefix(lower(p.party.Role), lower(q.party.Role)) && q.party.Role != "" {
				return true
			}
		}
	}
	return false
}

func elect(p partyAt) bool {
	return hasSuffix(p.party.Role, "-elect") || hasSuffix(p.party.Role, " elect")
}

func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && lower(s[len(s)-len(suffix):]) == suffix
}

// settle adds a whole telling to the nearest occasion before it that fits.
func (d *draft) settle(out []occasion, t telling) []occasion {
	for i := len(out) - 1; i >= 0; i-- {
		if d.apart(&out[i], &t) == "" {
			out[i].take(t)
			return out
		}
	}
	o := occasion{}
	o.take(t)
	return append(out, o)
}

func (o *occasion) take(t telling) {
	o.tellings = append(o.tellings, t)
	o.last = max(o.last, t.sentence)
	for _, p := range t.parties {
		if !has(o.parties, p) {
			o.parties = append(o.parties, p)
		}
	}
	o.parties = settleParties(o.parties)
}

// suchOf tells a noun that says of a meeting offered just before which states it would bring
// together: "such a meeting would be the first between Korean and American leaders".
func (d *draft) suchOf(o *occasion, t *telling) bool {
	v := o.tellings[0].verdict.status
	if !t.noun || len(t.parties) < 2 || coarse(v) != 1 || coarse(t.verdict.status) != 1 || !suchAsTold(&d.r.Sentences[t.sentence], t.trigger) || !d.near(o, t) {
		return false
	}
	if !allStandFor(o.parties, t.parties) {
		return false
	}
	t.verdict.status = v
	return true
}

// summitOf tells a summit to come of two states and the meeting to come of their leaders,
// whichever is told first: "is preparing for a summit with the South", "Kim and Moon will meet".
func (d *draft) summitOf(o *occasion, t *telling) bool {
	for i := range o.tellings {
		x := &o.tellings[i]
		if coarse(x.verdict.status) != 1 || coarse(t.verdict.status) != 1 || !d.stateSummit(x) && !d.stateSummit(t) {
			return false
		}
	}
	if len(o.parties) != 2 || len(t.parties) != 2 {
		return false
	}
	return allStandFor(o.parties, t.parties) && (leaders(o.parties) || leaders(t.parties))
}

// talksOfLeaders tells talks called by two states and those of their leaders, whichever is told
// first: "following Russian-Chinese talks, Putin and Xi made statements".
func (d *draft) talksOfLeaders(o *occasion, t *telling) bool {
	if t.kind == readout.Visit || len(t.parties) != 2 || len(o.parties) != 2 || !allStandFor(o.parties, t.parties) {
		return false
	}
	if !d.near(o, t) && !o.isNews() && len(d.heads) != 2 && !alsoThere(&d.r.Sentences[t.sentence], t) {
		return false
	}
	byStates := func(t *telling) bool {
		return onlyOf(t.parties, readout.State) && (d.calledByStates(t) || d.ofDelegations(t) || d.ofTheirLeaders(t))
	}
	named := byStates(t)
	for i := range o.tellings {
		x := &o.tellings[i]
		if x.kind == readout.Visit {
			continue
		}
		if x.kind == readout.Call || coarse(x.verdict.status) != coarse(t.verdict.status) || !named && len(x.parties) == 2 && !byStates(x) {
			return false
		}
	}
	return named && leaders(o.parties) || leaders(t.parties)
}

// ofDelegations tells a meeting of the delegations that two states sent, or one at their top: "a
// meeting between the French and Chinese delegations", "the top-level meeting of France and China".
func (d *draft) ofDelegations(t *telling) bool {
	if !t.noun || d.ordinal(t) {
		return false
	}
	s := &d.r.Sentences[t.sentence]
	for i := range s.Tokens {
		if s.Tokens[i].Lemma == "delegation" && slices.ContainsFunc(t.parties, func(p partyAt) bool { // "the French and Chinese delegations"
			return p.at.Contains(s.Tokens[i].Span) || i > 0 && p.at.Contains(s.Tokens[i-1].Span)
		}) {
			return true
		}
	}
	name := lower(d.nameOf(t).In(d.r.Document.Text))
	return strings.Contains(name, "top-level") || strings.Contains(name, "highest-level")
}

// ofTheirLeaders tells a talk of those who lead two states: "the two countries' leaders had a talk".
func (d *draft) ofTheirLeaders(t *telling) bool {
	words := lower(t.parties[0].at.In(d.r.Document.Text))
	return takenUpTogether(t.parties) && (strings.Contains(words, "leaders") || strings.Contains(words, "presidents"))
}

// isNews tells an occasion that the text is there to tell.
func (o *occasion) isNews() bool {
	return slices.ContainsFunc(o.tellings, func(t telling) bool { return t.news })
}

// hasMeeting tells an occasion of which a telling says that they met.
func (o *occasion) hasMeeting() bool {
	for i := range o.tellings {
		if o.tellings[i].kind == readout.Meeting {
			return true
		}
	}
	return false
}

// calledByStates tells talks called by the two states and by nothing else, neither "trade talks"
// nor "another round".
func (d *draft) calledByStates(t *telling) bool {
	if !t.noun || d.ordinal(t) {
		return false
	}
	s := &d.r.Sentences[t.sentence]
	switch s.Tokens[t.trigger].Lemma {
	case "talk", "negotiation", "consultation":
	default:
		return false
	}
	if h := s.Tokens[t.trigger].Head; h == text.None || s.Child(h, text.Cop) != text.None {
		return false // "US-Chinese talks are no one-way street"
	}
	if c := s.Child(t.trigger, text.Det); c != text.None && !d.definite(t) {
		return false
	}
	name := d.nameOf(t)
	for i := t.trigger - 1; i >= 0 && name.Contains(s.Tokens[i].Span); i-- {
		if w := &s.Tokens[i]; w.UPOS == text.NOUN && w.Lemma != "level" && w.Lemma != "top" && d.r.MentionAt(t.sentence, i) < 0 {
			return false
		}
	}
	return name.Contains(t.parties[0].at) && name.Contains(t.parties[1].at)
}

// sameDays tells talks of two states that were held on the very days on which those who act
// for them talked: "the two states talked on Thursday and Friday", "Liu and Lighthizer" did.
func sameDays(o *occasion, t *telling) bool {
	if t.kind == readout.Visit || oneDay(t.date.Value()) || o.last != t.sentence && !fewDays(t.date.Value()) || t.verdict.status != readout.Held || len(t.parties) < 2 || !t.by(o) {
		return false
	}
	for i := range o.tellings {
		if x := &o.tellings[i]; x.date.Present() && x.date.Value() != t.date.Value() || x.verdict.status != readout.Held {
			return false
		}
	}
	if !o.dated() {
		return false
	}
	for _, p := range o.parties {
		if !slices.ContainsFunc(t.parties, func(q partyAt) bool { return side(p.party) == side(q.party) }) {
			return false
		}
	}
	return onlyOf(o.parties, readout.State) && onlyOf(t.parties, readout.Person) || onlyOf(o.parties, readout.Person) && onlyOf(t.parties, readout.State)
}

// fewDays tells a date of several days, and not a whole month.
func fewDays(date readout.Date) bool {
	from, to, ok := date.Days()
	return ok && to-from >= 2 && to-from <= 7
}

// onlyOf tells whether all of them are of one kind.
func onlyOf(ps []partyAt, kind readout.PartyKind) bool {
	return !slices.ContainsFunc(ps, func(p partyAt) bool { return p.party.Kind != kind })
}

// stateSummit tells a summit of which the states alone are told, and not that it is another.
func (d *draft) stateSummit(t *telling) bool {
	if t.margin && onlyOf(t.parties, readout.State) {
		return true // "Spain and Malta are to sign a pact on the sidelines of the summit"
	}
	if l := d.r.Sentences[t.sentence].Tokens[t.trigger].Lemma; !t.noun || d.ordinal(t) || l != "summit" && !(l == "meeting" && d.modified(t, "planned", "upcoming", "scheduled", "historic", "possible")) {
		return false
	}
	return onlyOf(t.parties, readout.State)
}

// leaders tells whether all of them lead a state or its government.
func leaders(ps []partyAt) bool {
	return !slices.ContainsFunc(ps, func(p partyAt) bool {
		return !leadsState(p.party)
	})
}

// leadsState tells a person who leads a state or its government.
func leadsState(p readout.Party) bool {
	switch lower(p.Role) {
	case "president", "prime minister", "chancellor", "supreme leader", "king", "emir":
		return p.Kind == readout.Person
	}
	return false
}

func has(ps []partyAt, p partyAt) bool {
	for _, q := range ps {
		if q.entity == p.entity || q.party.Name == p.party.Name {
			return true
		}
	}
	return false
}

// apart says what sets a telling apart from an occasion; "" where nothing does. One that only takes the
// occasion up says nothing of its own of whether and how it was.
func (d *draft) apart(o *occasion, t *telling) string {
	as := *t
	if d.whereTheyTalked(o, t) || d.underWayAsTold(o, t) {
		as.verdict.status, as.verdict.firm = readout.Held, false
	}
	if s := &d.r.Sentences[t.sentence]; s.Tokens[t.trigger].Lemma == "confer" && alsoThere(s, t) && !t.date.Present() && !t.place.Present() && d.near(o, t) {
		as.loose = true // "the two also conferred on trade", as they spoke by telephone
	}
	if d.ofCallTold(o, t) {
		as.loose = true
	}
	why := d.setsApart(o, &as)
	if why == "" {
		*t = as
	}
	return why
}

// setsApart says what the words of a telling set apart from an occasion; "" for nothing.
func (d *draft) setsApart(o *occasion, t *telling) string {
	if d.apposed(o, t) {
		t.verdict.firm = false
		if !coveredBy(t.parties, o.parties) && !allStandFor(o.parties, t.parties) {
			t.lend(o.parties)
		}
		return ""
	}
	if d.eachAlone(o, t) || d.someOfGuests(o, t) || d.sentInstead(o, t) {
		return "parties"
	}
	if !sameParties(o.parties, t.parties) && !d.suchOf(o, t) && !d.summitOf(o, t) && !sameDays(o, t) && !d.talksOfLeaders(o, t) {
		return "parties"
	}
	if t.kind != readout.Visit && t.loose && !t.date.Present() && d.onlyCameFrom(o) {
		return "visit"
	}
	if t.past != o.tellings[0].past && !(t.date.Present() && o.dated()) {
		return "day" // "our last meeting" is not the one at which he says so
	}
	if o.last < t.sentence && (d.dayApart(t) || o.farFrom(t) || d.oneBefore(o, t)) {
		return "day"
	}
	talked := t.kind == readout.Meeting && o.hasMeeting()
	for i := range o.tellings {
		x := &o.tellings[i]
		if talked && x.kind == readout.Visit {
			as := *x
			as.kind = readout.Meeting // the journey on which they talked
			x = &as
		}
		if why := d.differ(x, t); why != "" {
			return why
		}
	}
	return ""
}

// ofCallTold tells talks of one with another, of whom it is told that they talked by telephone and
// nothing of when or where these were: "never spoke of his talks with Ruiz".
func (d *draft) ofCallTold(o *occasion, t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if !t.noun || s.Tokens[t.trigger].Lemma != "talk" || s.Child(t.trigger, text.NmodPoss) == text.None || t.date.Present() || t.place.Present() || t.meet.Present() || t.verdict.status != readout.Held || t.past || d.ordinal(t) {
		return false
	}
	return !slices.ContainsFunc(o.tellings, func(x telling) bool { return x.kind != readout.Call || x.verdict.status != readout.Held })
}

// whereTheyTalked tells a noun that only says where the same were when they talked, as the verb before
// it tells: "discussed ways to end the war at a private meeting".
func (d *draft) whereTheyTalked(o *occasion, t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if !t.noun || t.date.Present() || caseOf(s, t.trigger) != "at" && caseOf(s, t.trigger) != "during" || d.ordinal(t) || s.Tokens[t.trigger].XPOS == text.NNS {
		return false
	}
	h := s.Tokens[t.trigger].Head
	return slices.ContainsFunc(o.tellings, func(x telling) bool {
		return x.sentence == t.sentence && !x.noun && x.trigger < t.trigger && x.verdict.status == readout.Held && len(x.parties) == len(t.parties) && h != text.None && h != x.trigger && infinitive(s, h) && s.Dominates(x.trigger, h)
	})
}

// underWayAsTold tells an occasion of which somebody who is at it speaks, or of which the next part is
// told: "this is an opportunity for me to meet with you", "I am happy to hold our fifth meeting",
// "their talks will go on in an expanded format".
func (d *draft) underWayAsTold(o *occasion, t *telling) bool {
	if coarse(t.verdict.status) != 1 || t.date.Present() || t.kind == readout.Visit || o.tellings[0].kind == readout.Visit || o.tellings[0].verdict.status != readout.Held || !sameParties(o.parties, t.parties) {
		return false
	}
	s := &d.r.Sentences[t.sentence]
	if t.noun && (d.definite(t) || d.talksByName(t)) && expandedFormat(s, t.trigger) || !t.noun && meetsPress(s, t.trigger) && d.near(o, t) {
		return true
	}
	if !d.spokenBy(o, t) {
		return false
	}
	if det := s.Child(t.trigger, text.Det); t.noun && det != text.None && lower(s.Tokens[det].Form) == "this" {
		return true // "when we agreed to hold this meeting"
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool { return infinitive(s, v) && gladly(s, s.Tokens[v].Head) })
}

// meetsPress tells those who together meet the press after their talks: "will meet with
// representatives of the media".
func meetsPress(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Obj, text.Obl), func(c text.Index) bool {
		for i := c; int(i) < len(s.Tokens) && (i == c || s.Dominates(c, i)); i++ {
			switch s.Tokens[i].Lemma {
			case "media", "press", "journalist", "reporter":
				return true
			}
		}
		return false
	})
}

// expandedFormat tells talks that are to go on with more people: "will be held in an expanded format".
func expandedFormat(s *text.Sentence, noun text.Index) bool {
	for i := noun + 1; int(i)+1 < len(s.Tokens); i++ {
		switch s.Tokens[i].Lemma {
		case "expanded", "expand", "extended", "enlarged", "broader":
			switch s.Tokens[i+1].Lemma {
			case "format", "composition", "session", "lineup":
				return true
			}
		}
	}
	return false
}

// gladly tells a word for how somebody takes what he is doing: "it is a good opportunity to", "we
// embraced the chance to", "I am happy to".
func gladly(s *text.Sentence, i text.Index) bool {
	if i == text.None {
		return false
	}
	switch s.Tokens[i].Lemma {
	case "opportunity", "chance", "pleasure", "honour", "honor", "privilege":
		if h := s.Tokens[i].Head; h != text.None && s.Tokens[i].Rel == text.Obj {
			return s.Tokens[h].XPOS == text.VBD
		}
	case "happy", "glad", "pleased", "delighted", "honoured", "honored":
	default:
		return false
	}
	be := s.Child(i, text.Cop, text.AuxPass)
	return be != text.None && presentTense(&s.Tokens[be]) && auxiliary(s, i) == ""
}

// eachAlone tells contacts of one with each of several, of which one is no part of an occasion at
// which all of them were: "after the talks he had separate meetings with Ruiz and Ito".
func (d *draft) eachAlone(o *occasion, t *telling) bool {
	alone := t.apiece && t.noun
	for i := range o.tellings {
		alone = alone || o.tellings[i].apiece && o.tellings[i].noun
	}
	a, b := d.sides(o.parties), d.sides(t.parties)
	return alone && min(a, b) == 2 && max(a, b) > 2
}

// sentInstead tells contact of those whom a side sent, which is none of who leads it: "a Korean
// delegation met with Ruiz", "Moon and Ruiz held talks".
func (d *draft) sentInstead(o *occasion, t *telling) bool {
	return slices.ContainsFunc(o.tellings, func(x telling) bool { return d.sentFor(&x, t) || d.sentFor(t, &x) })
}

// sentFor tells whether one telling is of people sent by the side that another has the leader of.
func (d *draft) sentFor(sent, led *telling) bool {
	return slices.ContainsFunc(sent.parties, func(p partyAt) bool {
		words := strings.Fields(lower(p.at.In(d.r.Document.Text)))
		if p.party.Kind != readout.State || len(words) < 2 || words[0] != "a" && words[0] != "an" || words[len(words)-1] != "delegation" && words[len(words)-1] != "team" {
			return false
		}
		return slices.ContainsFunc(led.parties, func(q partyAt) bool { return q.party.Side == p.party.Name && leadsState(q.party) })
	})
}

// someOfGuests tells contact with the hosts of some of those who came from several sides: "Ruiz and Ito
// arrived in Oslo. Ito told the premier so", whom Ruiz need not have met.
func (d *draft) someOfGuests(o *occasion, t *telling) bool {
	if t.kind == readout.Visit || o.hasMeeting() {
		return false
	}
	return slices.ContainsFunc(o.tellings, func(x telling) bool {
		guests, _ := ownAndOthers(x.parties)
		return x.kind == readout.Visit && knownPair(guests) && !coveredBy(guests, t.parties)
	})
}

// onlyCameFrom tells a journey of which a text says no more than what it brought: "the agreements
// reached during his visit". What "they discussed in detail" next, they discussed elsewhere.
func (d *draft) onlyCameFrom(o *occasion) bool {
	return !slices.ContainsFunc(o.tellings, func(t telling) bool {
		s := &d.r.Sentences[t.sentence]
		tok := &s.Tokens[t.trigger]
		if t.kind != readout.Visit || !t.noun || tok.Rel != text.Obl || caseOf(s, t.trigger) != "during" {
			return true
		}
		v := &s.Tokens[tok.Head]
		return v.Rel != text.Acl || v.XPOS != text.VBN
	})
}

// farFrom tells an occasion on other days than those of what a telling stands beside: "met in
// Italy this spring and Trump hosted Abe in Florida" tells nothing of today.
func (o *occasion) farFrom(t *telling) bool {
	return t.beside != "" && !t.date.Present() && slices.ContainsFunc(o.tellings, func(x telling) bool {
		return x.date.Present() && !x.date.Value().Overlaps(t.beside)
	})
}

// oneBefore tells an earlier occasion with a day or place of its own, beside one of which the
// text tells neither: "discussed trade. Their last meeting took place in Oslo."
func (d *draft) oneBefore(o *occasion, t *telling) bool {
	if !t.noun || !t.date.Present() && !t.place.Present() || t.verdict.status != readout.Held || !d.modified(t, "last", "previous", "prior") {
		return false
	}
	return !slices.ContainsFunc(o.tellings, func(x telling) bool {
		return x.date.Present() || x.place.Present() || x.meet.Present() || x.verdict.status != readout.Held
	})
}

func (o *occasion) dated() bool {
	return slices.ContainsFunc(o.tellings, func(t telling) bool { return t.date.Present() })
}

// dayApart tells an occasion on another day than what was told just before: "This came a
// week after the two shook hands".
func (d *draft) dayApart(t *telling) bool {
	toks := d.r.Sentences[t.sentence].Tokens
	if len(toks) < 5 || toks[1].Lemma != "come" && toks[1].Lemma != "follow" {
		return false
	}
	switch lower(toks[0].Form) {
	case "that", "this", "it", "these":
	default:
		return false
	}
	for i := 3; i < len(toks) && i < 6 && text.Index(i) < t.trigger; i++ {
		switch toks[i-1].Lemma {
		case "day", "week", "month", "year":
			return toks[i].Lemma == "after" || toks[i].Lemma == "before"
		}
	}
	return false
}

// apposed tells a noun that only says of the occasion just told what it was, by the
// sides alone: "Obama spoke with Castro, the first talks between the U.S. and Cuba".
func (d *draft) apposed(o *occasion, t *telling) bool {
	if !t.noun || o.last != t.sentence || d.r.Sentences[t.sentence].Tokens[t.trigger].Rel != text.Appos || len(o.parties) != len(t.parties) {
		return false
	}
	if t.kind == readout.Visit && o.tellings[0].kind == readout.Call {
		return false // "discussed trade in a call, Iran and his visit to Peru"
	}
	for _, p := range t.parties {
		if !has(o.parties, p) && !standsFor(o.parties, p) && !(t.named(p, o) && d.someone(t, p)) {
			return false
		}
	}
	return true
}

// named tells whether another than p of a telling took part in an occasion.
func (t *telling) named(p partyAt, o *occasion) bool {
	return slices.ContainsFunc(t.parties, func(q partyAt) bool { return q.party.Name != p.party.Name && has(o.parties, q) })
}

// someone tells a party told by no name, as one of a kind: "a sitting opposition leader".
func (d *draft) someone(t *telling, p partyAt) bool {
	s := &d.r.Sentences[t.sentence]
	for i := range s.Tokens {
		if s.Tokens[i].Span.Start >= p.at.Start && s.Tokens[i].Span.End <= p.at.End && indefiniteNoun(s, text.Index(i)) {
			return true
		}
	}
	return false
}

// sameParties tells whether one list holds the other. A country may stand for the one
// who acts for it, where somebody else is in both lists by name.
func sameParties(a, b []partyAt) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	named := 0
	for _, p := range b {
		if has(a, p) {
			named++
		} else if !standsFor(a, p) {
			return false
		}
	}
	return named >= 1 && len(b) >= 2
}

// standsFor tells whether p is the country or body of somebody in the list, or the other
// way round.
func standsFor(list []partyAt, p partyAt) bool {
	for _, q := range list {
		if p.party.Kind != readout.Person && q.party.Kind == readout.Person && q.party.Side == p.party.Name ||
			q.party.Kind != readout.Person && p.party.Kind == readout.Person && p.party.Side == q.party.Name {
			return true
		}
	}
	return false
}

// allStandFor tells whether each of ps stands for somebody in the list.
func allStandFor(list, ps []partyAt) bool {
	return !slices.ContainsFunc(ps, func(p partyAt) bool { return !standsFor(list, p) })
}

// differ says in which field two tellings cannot be of one occasion.
func (d *draft) differ(a, b *telling) string {
	if family(a) != family(b) && !a.loose && !b.loose && !a.wished && !b.wished {
		return "kind"
	}
	if x, y := visitorSide(a), visitorSide(b); x != "" && y != "" && x != y {
		return "visitor"
	}
	if x, y := hostState(a), hostState(b); x != "" && y != "" && x != y && (invites(a) || invites(b)) {
		return "host"
	}
	if (a.kind == readout.Brief) != (b.kind == readout.Brief) && (coarse(a.verdict.status) == 2) != (coarse(b.verdict.status) == 2) {
		return "kind" // the talks were called off, the greeting took place
	}
	dated := a.date.Present() && b.date.Present()
	if dated && !a.date.Value().Overlaps(b.date.Value()) {
		return "date"
	}
	if pa, pb := a.place.Value(), b.place.Value(); a.place.Present() && b.place.Present() {
		if pa.Country != pb.Country && pa.Country != "" && pb.Country != "" || pa.City != "" && pb.City != "" && pa.City != pb.City {
			return "place"
		}
	}
	if a.meet.Present() && b.meet.Present() && a.meet.Value() != b.meet.Value() {
		return "gathering"
	}
	if a.verdict.firm && b.verdict.firm && (a.meet.Present() != b.meet.Present() || ruledOut(a.verdict) != ruledOut(b.verdict) && !dated) &&
		a.verdict.status != b.verdict.status && coarse(a.verdict.status) == 2 && coarse(b.verdict.status) == 2 {
		return "status" // one called off, another ruled out elsewhere
	}
	if disputes(a, b) || disputes(b, a) {
		return ""
	}
	if d.outlived(a, b) || d.outlived(b, a) {
		return "status"
	}
	if d.cameAbout(a, b) || d.cameAbout(b, a) {
		return ""
	}
	return differStatus(a.verdict, b.verdict, dated)
}

// outlived tells an occasion called off that would have been before the publication, and
// one that still lies ahead.
func (d *draft) outlived(off, next *telling) bool {
	return d.dated && coarse(off.verdict.status) == 2 && off.date.Present() && d.before(off.date.Value()) &&
		next.verdict.firm && coarse(next.verdict.status) == 1 && !next.date.Present() && !toldAsPast(&d.r.Sentences[next.sentence], next)
}

// cameAbout tells what somebody "was to" do in a place, and that he did it there: one occasion.
func (d *draft) cameAbout(plan, done *telling) bool {
	return plan.verdict.status == readout.Planned && hadPlanned(&d.r.Sentences[plan.sentence], plan.verdict.word) &&
		done.verdict.status == readout.Held && done.verdict.firm && !done.past &&
		plan.place.Present() && done.place.Present() && len(plan.parties) >= 2 && len(done.parties) >= 2
}

func ruledOut(v verdict) bool { return v.how == "ruled_out" }

// disputes tells whether one voice says of what another tells that it never was. That is
// one occasion, told in two ways.
func disputes(a, b *telling) bool {
	return a.voice != b.voice && a.verdict.status == readout.Denied && a.verdict.how == "disputed" && b.verdict.status == readout.Held
}

func family(t *telling) readout.Kind {
	if t.kind == readout.Brief {
		return readout.Meeting
	}
	return t.kind
}

// coarse groups the statuses: happened, ahead, off.
func coarse(s readout.Status) int {
	switch s {
	case readout.Held:
		return 0
	case readout.Planned, readout.Proposed:
		return 1
	}
	return 2
}

// differStatus: what was held is not what is still ahead, unless both are of the
// same day; what was called off is not what was held. A plan and its cancellation
// are one occasion.
func differStatus(a, b verdict, sameDay bool) string {
	if !a.firm || !b.firm {
		return ""
	}
	x, y := coarse(a.status), coarse(b.status)
	switch {
	case x == y || x+y == 3:
		return ""
	case x+y == 1 && sameDay:
		return ""
	}
	return "status"
}

// reach is how many sentences a bare mention may stand after what it refers to.
const reach = 3

// attach adds a telling that does not name both sides to the latest fitting occasion
// told at most a few sentences before; without one it is dropped. "The last meeting",
// "another round" opens an occasion of its own with the parties of the one before.
func (d *draft) attach(out []occasion, t telling) []occasion {
	if t.joins {
		return d.join(out, t)
	}
	if t.again {
		return d.pointBack(out, t)
	}
	if t.kind == readout.Visit || t.noun && !d.definite(&t) && !d.recalled(&t) || d.othersDo(&t) {
		return out
	}
	if d.earlier(&t) {
		return d.again(out, t)
	}
	best := -1
	for i := range out {
		if d.near(&out[i], &t) && d.fitsPartly(&out[i], &t) && d.fitsName(&out[i], &t) && (d.definite(&t) || !t.noun || d.spokenBy(&out[i], &t)) {
			best = i
		}
	}
	if o := d.explainedBy(out, &t); best < 0 && o != nil && t.verdict.status == readout.Cancelled && t.noun && d.compatible(o, &t) {
		o.take(t) // "the talks would have been cancelled regardless", told far behind
		return out
	}
	if best >= 0 {
		t.verdict.firm = t.verdict.firm && coarse(t.verdict.status) != 0 && t.verdict.status != readout.Denied
		out[best].take(t)
		return out
	}
	return d.again(out, t)
}

// othersDo tells a verb by which others than those told of before do something, a telling of theirs:
// "technical teams will meet", "the matter would be discussed with all partners"; and talks only to be
// revived: "agreed to revive talks".
func (d *draft) othersDo(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	v := s.Tokens[t.trigger].Head
	if t.noun {
		return v != text.None && revives(s, v) && s.Tokens[t.trigger].Rel == text.Obj && s.Tokens[t.trigger].XPOS == text.NNS && s.Child(t.trigger, text.Det, text.NmodPoss, text.Amod) == text.None
	}
	if who := s.Child(t.trigger, text.Nsubj); who != text.None && s.Tokens[who].XPOS == text.NNS && s.Child(who, text.Det, text.Nummod, text.NmodPoss) == text.None {
		switch s.Tokens[who].Lemma {
		case "team", "expert", "group", "specialist":
			return true
		}
	}
	return s.Child(t.trigger, text.NsubjPass) != text.None && slices.ContainsFunc(s.Children(t.trigger, text.Obl), func(c text.Index) bool {
		return caseOf(s, c) == "with" && s.Tokens[c].XPOS == text.NNS
	})
}

// fitsName tells whether those between whom the name of a summit puts it may be those of an
// occasion: "the Russian-Palestinian summit" is none of Israel with Palestine.
func (d *draft) fitsName(o *occasion, t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	for i := t.trigger - 1; i >= 2 && i >= t.trigger-longestTitle && nominalWord(&s.Tokens[i]); i-- {
		a, b := d.gaz.StateNamed(s.Tokens[i-2].Form), d.gaz.StateNamed(s.Tokens[i].Form)
		if !gazetteer.IsHyphen(s.Tokens[i-1].Form) || a == nil || b == nil {
			continue
		}
		for _, p := range o.parties {
			if x := side(p.party); x != a.Name && x != b.Name {
				return false
			}
		}
		return true
	}
	return true
}

// pointBack adds when, where or how long "it" was to the occasion that the sentence before
// tells of and nothing else: "They met in Paris. It took place on Monday."
func (d *draft) pointBack(out []occasion, t telling) []occasion {
	if !t.date.Present() && !t.place.Present() && !t.duration.Present() {
		return out
	}
	s := &d.r.Sentences[max(t.sentence-1, 0)]
	for i := range out {
		for k := range out[i].tellings {
			x := &out[i].tellings[k]
			if top := x.clause[len(x.clause)-1]; x.sentence == t.sentence-1 && !x.aside && !x.joins && s.Tokens[top].Rel == text.Root && d.compatible(&out[i], &t) {
				t.parties, t.kind, t.loose, t.verdict = nil, x.kind, true, x.verdict
				t.verdict.word = t.trigger // the word that decided stands in the other sentence
				out[i].take(t)
				return out
			}
		}
	}
	return out
}

// join adds the topics of a sentence to the latest occasion at which its subject was.
// It says nothing of when, where or whether.
func (d *draft) join(out []occasion, t telling) []occasion {
	placed := len(t.parties) > 0 || t.passive || t.explains || t.asked || t.came || len(t.unraised) > 0 || t.ours || t.unnamed || len(t.agenda) > 0
	if len(t.topics)+len(t.unraised)+len(t.outcomes)+len(t.reasons) == 0 && !t.asked || !placed {
		return out
	}
	if o := d.joined(out, &t); o != nil {
		t.verdict = verdict{status: o.tellings[0].verdict.status, word: t.trigger}
		t.date, t.place, t.meet, t.duration = readout.Cited[readout.Date]{}, readout.Cited[readout.Place]{}, readout.Cited[string]{}, readout.Cited[readout.Minutes]{}
		t.kind, t.loose = o.tellings[0].kind, true
		t.topics, t.unraised = withoutSides(t.topics, o.parties), withoutSides(t.unraised, o.parties)
		t.parties = nil
		o.take(t)
	}
	return out
}

// withoutSides leaves out what only names a side that took part.
func withoutSides(topics []readout.Cited[string], ps []partyAt) []readout.Cited[string] {
	return slices.DeleteFunc(topics, func(c readout.Cited[string]) bool {
		return slices.ContainsFunc(ps, func(p partyAt) bool { return side(p.party) == c.Value() })
	})
}

// leadsBackTo tells whether what a sentence says came about is placed by the occasion.
func (d *draft) leadsBackTo(o *occasion, t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	return slices.ContainsFunc(o.tellings, func(x telling) bool { return x.sentence == t.sentence && s.Dominates(t.trigger, x.trigger) })
}

// joined is the occasion that a sentence without one of its own belongs to: the latest
// told before; or, of what both sides came to, the one told next.
func (d *draft) joined(out []occasion, t *telling) *occasion {
	if t.explains {
		return d.explainedBy(out, t)
	}
	for i := len(out) - 1; i >= 0; i-- {
		o := &out[i]
		if t.ours && !d.spokenBy(o, t) || t.ahead && coarse(o.tellings[0].verdict.status) != 1 {
			continue
		}
		if t.came && d.leadsBackTo(o, t) {
			continue // "the deal was struck three days after the talks"
		}
		if o.tellings[0].kind != readout.Visit && (d.near(o, t) || d.sameOccasion(o, t)) && coveredBy(t.parties, o.parties) {
			return o
		}
	}
	if t.ours {
		return nil
	}
	if !knownPair(t.parties) {
		return nil
	}
	for i := range out {
		o := &out[i]
		gap := o.tellings[0].sentence - t.sentence
		if o.tellings[0].kind != readout.Visit && gap > 0 && gap <= reach && coveredBy(t.parties, o.parties) {
			return o
		}
	}
	return nil
}

// explainedBy is the occasion called off that a sentence gives the reason of, or takes up
// as one called off: the latest told before, unless others were called off too and it
// stands far behind.
func (d *draft) explainedBy(out []occasion, t *telling) *occasion {
	for _, off := range [...]func(telling) bool{calledOff, refusedIt} {
		var found *occasion
		for i := range out {
			o := &out[i]
			if !slices.ContainsFunc(o.tellings, off) || o.tellings[0].sentence > t.sentence || !t.by(o) {
				continue
			}
			switch {
			case found != nil && found.tellings[0].sentence == o.tellings[0].sentence: // a journey and the talks on it
				if found.tellings[0].kind == readout.Visit && t.noun && t.kind != readout.Visit {
					found = o
				}
			case found != nil && !d.near(o, t):
				return nil
			default:
				found = o
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

func calledOff(t telling) bool { return t.verdict.status == readout.Cancelled }
func refusedIt(t telling) bool { return cameToNothing(t.verdict) }

// by tells whether all who are named in a telling took part in an occasion, or act for a
// side that did.
func (t *telling) by(o *occasion) bool {
	for _, p := range t.parties {
		if !slices.ContainsFunc(o.parties, func(q partyAt) bool {
			return q.party.Name == p.party.Name || q.party.Side != "" && q.party.Side == side(p.party)
		}) {
			return false
		}
	}
	return true
}

// farReach is how many sentences after an occasion words may stand that say themselves
// where they were said: "during the call, the leaders discussed".
const farReach = 12

// sameOccasion tells a sentence that places itself at an occasion told further before.
func (d *draft) sameOccasion(o *occasion, t *telling) bool {
	gap := t.sentence - o.tellings[0].sentence
	if gap < 0 || gap > farReach {
		return false
	}
	s := &d.r.Sentences[t.sentence]
	for _, c := range s.Children(t.trigger, text.Obl) {
		if cw := caseOf(s, c); cw != "during" && cw != "in" && cw != "at" {
			continue
		}
		switch s.Tokens[c].Lemma {
		case "meeting", "talk", "call", "conversation", "discussion":
			return s.Child(c, text.Det, text.NmodPoss) != text.None
		}
	}
	return false
}

// near tells whether the telling stands at most a few sentences after the occasion.
func (d *draft) near(o *occasion, t *telling) bool {
	for _, x := range o.tellings {
		if gap := t.sentence - x.sentence; gap >= 0 && gap <= reach {
			return true
		}
	}
	return false
}

// again opens an occasion for "the last meeting was in Geneva": another meeting of
// those who were told of just before, set apart by its date or place.
func (d *draft) again(out []occasion, t telling) []occasion {
	if !t.noun || !d.ordinal(&t) || !t.date.Present() && !t.place.Present() {
		return out
	}
	for i := len(out) - 1; i >= 0; i-- {
		o := &out[i]
		if !d.near(o, &t) || !coveredBy(t.parties, o.parties) {
			continue
		}
		t.parties = append([]partyAt(nil), o.parties...)
		for k := range t.parties {
			t.parties[k].basis = readout.Resolved
		}
		var next occasion
		next.take(t)
		return append(out, next)
	}
	return out
}

// earlier tells whether the noun sets another occasion beside the one told: "the last
// meeting was in Geneva".
func (d *draft) earlier(t *telling) bool {
	return t.noun && (t.date.Present() || t.place.Present()) &&
		d.modified(t, "last", "previous", "earlier", "prior", "next", "another")
}

// ordinal tells whether the noun counts occasions: "the last meeting", "their second summit".
func (d *draft) ordinal(t *telling) bool {
	return d.modified(t, "last", "previous", "earlier", "next", "first", "second", "third", "another", "latest", "most", "final", "prior", "new")
}

// modified tells whether one of the words stands before the trigger as its adjective
// or determiner.
func (d *draft) modified(t *telling, words ...string) bool {
	s := &d.r.Sentences[t.sentence]
	for _, c := range s.Children(t.trigger, text.Amod, text.Det) {
		if slices.Contains(words, lower(s.Tokens[c].Form)) {
			return true
		}
	}
	return false
}

func (d *draft) fitsPartly(o *occasion, t *telling) bool {
	for _, p := range t.parties {
		if !has(o.parties, p) {
			return false
		}
	}
	return d.compatible(o, t)
}

// compatible tells whether nothing but the parties could set a telling apart.
func (d *draft) compatible(o *occasion, t *telling) bool {
	for i := range o.tellings {
		switch why := d.differ(&o.tellings[i], t); {
		case why == "":
		case (why == "date" || why == "place") && d.tellsOtherwise(&o.tellings[i], t):
		default:
			return false
		}
	}
	return true
}

// tellsOtherwise tells another voice that has the occasion told take place elsewhere or on
// a day near by: "officials said that the meeting took place in Lima". It is one occasion,
// told in two ways.
func (d *draft) tellsOtherwise(a, t *telling) bool {
	const near = 3 // days
	s := &d.r.Sentences[t.sentence]
	h := s.Tokens[t.trigger].Head
	if !t.noun || t.voice < 0 || t.voice == a.voice || h == text.None || !d.definite(t) || a.verdict.status != readout.Held || t.verdict.status != readout.Held {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "take", "hold", "happen", "occur":
	default:
		return false
	}
	x, _, ok := a.date.Value().Days()
	y, _, ok2 := t.date.Value().Days()
	return isSubject(s, t.trigger, h) && (!ok || !ok2 || x-y <= near && y-x <= near)
}

// recalled tells words that call an occasion something, and so refer back: "we had a very
// good meeting", "it was a frank discussion".
func (d *draft) recalled(t *telling) bool {
	if len(t.tone) == 0 || t.voice < 0 || t.verdict.status != readout.Held {
		return false
	}
	s := &d.r.Sentences[t.sentence]
	for _, i := range t.clause {
		for _, c := range s.Children(i, text.Nsubj) {
			switch lower(s.Tokens[c].Form) {
			case "we", "i", "it", "this", "that":
				return pastTense(s, i) || s.Child(i, text.Cop) != text.None
			}
		}
	}
	return false
}

// spokenBy tells whether the voice of the telling is one of the occasion's sides.
func (d *draft) spokenBy(o *occasion, t *telling) bool {
	if t.voice < 0 {
		return false
	}
	v := d.statements[t.voice].Speaker.Value()
	for _, p := range o.parties {
		if p.party.Name == v.Name || v.Side != "" && p.party.Side == v.Side {
			return true
		}
	}
	return false
}

// definite tells whether a noun refers back: "the meeting", "their talks".
func (d *draft) definite(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if suchAsTold(s, t.trigger) {
		return true
	}
	for _, c := range s.Children(t.trigger, text.Det, text.NmodPoss) {
		switch lower(s.Tokens[c].Form) {
		case "the", "this", "these", "that", "those", "their", "his", "her":
			return true
		}
	}
	return false
}

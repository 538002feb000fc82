package encounter

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"
	"strings"

	"readout"
	"readout/text"
)

// encounters folds each occasion: its tellings by voice into accounts, and all of
// them into the encounter.
func (d *draft) encounters(os []occasion) []readout.Encounter {
	out := make([]readout.Encounter, 0, len(os))
	for i := range os {
		out = append(out, d.encounter(&os[i]))
	}
	return out
}

func (d *draft) encounter(o *occasion) readout.Encounter {
	e := readout.Encounter{Facts: d.fold(o.tellings), Evidence: d.evidence(o.tellings)}
	e.Initiator = initiator(o.tellings, e.Participants)
	e.Marks = d.marks(o.tellings, &e.Facts, e.Evidence)
	e.Confidence = d.scale.Record(e.Marks)
	for _, voice := range voices(o.tellings) {
		var own []telling
		for _, t := range o.tellings {
			if t.voice == voice {
				own = append(own, t)
			}
		}
		e.Accounts = append(e.Accounts, d.account(voice, own, &e))
	}
	e.ID = e.Accounts[0].ID
	for _, a := range e.Accounts {
		e.ID = min(e.ID, a.ID)
	}
	return e
}

// account is what one voice tells.
func (d *draft) account(voice int, own []telling, e *readout.Encounter) readout.Account {
	a := readout.Account{Document: d.r.Document.ID, Facts: d.told(own), Evidence: d.evidence(own)}
	if voice >= 0 {
		a.Voice = d.statements[voice].Voice()
	}
	if len(a.Participants) < len(e.Participants) {
		a.Participants = e.Participants // a bare mention inherits whom it is about
	}
	a.Initiator = initiator(own, a.Participants)
	d.lend(&a.Facts, own, &e.Facts)
	a.Confidence = d.scale.Record(d.marks(own, &a.Facts, a.Evidence))
	a.ID = accountID(a)
	return a
}

// lend gives an account what its own words leave open and the document tells: whether in
// person or by telephone, and, where they only add a topic or a result, whether at all.
func (d *draft) lend(f *readout.Facts, own []telling, all *readout.Facts) {
	loose, bare, joins := true, true, true
	for _, t := range own {
		loose, bare, joins = loose && t.loose, bare && len(t.parties) < 2, joins && t.joins
	}
	at := d.span(&own[0], own[0].trigger)
	if f.Status.Value() == readout.Held && !joins && !slices.ContainsFunc(own, func(t telling) bool { return t.verdict.firm }) {
		f.Status = readout.Cite(f.Status.Value(), f.Status.Rule(), readout.Inferred, f.Status.At()...) // "ahead of the talks": it only takes it for granted
	}
	if loose || bare { // "their conversation": what it was, others tell
		f.Kind = readout.Cite(all.Kind.Value(), f.Kind.Rule(), readout.Inferred, at)
	}
	if joins {
		f.Status, f.How = readout.Cite(all.Status.Value(), f.Status.Rule(), readout.Inferred, at), all.How
	}
}

func union(a, b []readout.Span) []readout.Span {
	for _, s := range b {
		known := false
		for _, x := range a {
			known = known || x == s
		}
		if !known {
			a = append(a, s)
		}
	}
	return a
}

// accountID hashes document, voice and first evidence span; no rule enters it.
func accountID(a readout.Account) string {
	h := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%q\x00%d-%d\x00%s", a.Document, a.Voice.Name(), a.Voice.Via, a.Evidence[0].Start, a.Evidence[0].End, keyOf(a)))
	return hex.EncodeToString(h[:8])
}

// keyOf tells apart two encounters that one sentence tells.
func keyOf(a readout.Account) string {
	key := ""
	for _, p := range a.Participants {
		key += p.Value().Name + "\x00"
	}
	return key + a.Kind.Value().String() + a.Status.Value().String()
}

// voices lists the voices of the tellings, the reporter first.
func voices(ts []telling) []int {
	var out []int
	for _, t := range ts {
		known := false
		for _, v := range out {
			known = known || v == t.voice
		}
		if !known {
			out = append(out, t.voice)
		}
	}
	sort.Ints(out)
	return out
}

// ordered puts the tellings in the order in which they decide: those that name both
// sides before bare ones, the reporter before others, as told.
func ordered(ts []telling) []telling {
	out := append([]telling(nil), ts...)
	sort.SliceStable(out, func(i, j int) bool { return rank(&out[i]) > rank(&out[j]) })
	return out
}

func rank(t *telling) int {
	n := 0
	if len(t.parties) >= 2 {
		n += 4
	}
	if t.voice < 0 && !t.faint {
		n += 2
	}
	if t.verdict.firm {
		n++
	}
	return n
}

// fold makes the facts of a set of tellings, field by field, and fills in what the world
// knows.
func (d *draft) fold(ts []telling) readout.Facts {
	f := d.stated(ts)
	d.infer(&f, ordered(ts))
	if from, to, ok := f.Date.Value().Days(); ok && d.dated && from < d.published && to-1 <= d.published && f.Status.Value() == readout.Planned && !slices.ContainsFunc(ts, func(t telling) bool { return t.verdict.firm }) {
		f.Status = readout.Cite(readout.Held, "encounter:before-publication", readout.Inferred, f.Date.At()...) // "officials warned before the summit"
	}
	return f
}

// told is fold for what one voice tells: a day or place that it names itself stays as it
// has it, however vague.
func (d *draft) told(ts []telling) readout.Facts {
	own := d.stated(ts)
	f := own
	d.infer(&f, ordered(ts))
	if own.Date.Present() {
		f.Date = own.Date
	}
	if own.Place.Present() {
		f.Place = own.Place
	}
	return f
}

// stated makes the facts that the words themselves tell.
func (d *draft) stated(ts []telling) readout.Facts {
	ts = ordered(ts)
	var f readout.Facts
	f.Kind = d.foldKind(ts)
	d.foldStatus(&f, ts)
	for _, t := range ts {
		d.addParticipants(&f, &t)
		if narrower(f.Date, t.date) {
			f.Date = t.date
		}
		if finer(f.Place, t.place) {
			f.Place = t.place
		}
		if !f.Gathering.Present() {
			f.Gathering = t.meet
		}
		if !f.Duration.Present() {
			f.Duration = t.duration
		}
		if !f.Format.Present() && t.format != "" {
			f.Format = readout.Cite(t.format, t.rules[0], readout.Stated, d.span(&t, t.trigger))
		}
		if !f.Format.Present() {
			f.Format = t.form
		}
		f.Topics = addTopics(f.Topics, t.topics)
		f.Tone = addTopics(f.Tone, t.tone)
		f.Unraised = addTopics(f.Unraised, t.unraised)
	}
	if f.Status.Value() == readout.Held {
		f.Outcome = outcome(ts)
	}
	if coarse(f.Status.Value()) == 2 {
		f.Reason = reason(ts)
	}
	f.Participants = oncePerSide(f.Participants)
	return f
}

// oncePerSide drops a country or body where somebody who acts for it takes part.
func oncePerSide(ps []readout.Cited[readout.Party]) []readout.Cited[readout.Party] {
	var out []readout.Cited[readout.Party]
	for _, c := range ps {
		p, redundant := c.Value(), false
		for _, o := range ps {
			q := o.Value()
			redundant = redundant || p.Kind != readout.Person && q.Kind == readout.Person && q.Side == p.Name
		}
		if !redundant {
			out = append(out, c)
		}
	}
	return out
}

// span is where token i of the telling stands; of one that no words of its own tell, the
// sentence that it was inferred from.
func (d *draft) span(t *telling, i text.Index) readout.Span {
	if t.faint {
		return d.r.Sentences[t.sentence].Span
	}
	return d.r.Sentences[t.sentence].Tokens[i].Span
}

// basis tells whether words of its own tell of the occasion.
func (t *telling) basis() readout.Basis {
	if t.faint {
		return readout.Inferred
	}
	return readout.Stated
}

// foldKind: a firm kind goes before a loose one; a meeting told as more than a
// greeting is no greeting.
func (d *draft) foldKind(ts []telling) readout.Cited[readout.Kind] {
	best := ts[0]
	for _, t := range ts {
		if best.loose && !t.loose && len(t.parties) >= 2 && t.kind != readout.Visit {
			best = t
		}
	}
	if best.kind == readout.Visit { // a journey on which they are told to have talked
		for _, t := range ts {
			if t.kind == readout.Meeting && len(t.parties) >= 2 && onlyOf(t.parties, readout.Person) && t.verdict.status == best.verdict.status {
				best = t
				break
			}
		}
	}
	kind := best.kind
	if best.loose {
		kind = d.looseKind(&best, ts)
	}
	return readout.Cite(kind, best.rules[0], best.basis(), d.span(&best, best.trigger))
}

// looseKind decides between a call and a meeting where the words leave it open: by
// what places both sides in one room, then by the title, then by the verb.
func (d *draft) looseKind(t *telling, ts []telling) readout.Kind {
	title := lower(d.r.Document.Title)
	if d.ofOthers(t) {
		title = ""
	}
	if d.telephoned(title, t) && !slices.ContainsFunc(ts, func(t telling) bool { return !t.loose && len(t.parties) >= 2 && family(&t) == readout.Meeting }) {
		return readout.Call // a place or a summit in it is what they spoke of
	}
	if d.inPerson(ts) {
		return readout.Meeting
	}
	if slices.ContainsFunc(ts, func(t telling) bool { return t.kind == readout.Call && !t.loose && t.verdict.status == readout.Held }) {
		return readout.Call // "the president spoke with him", then "the minister also joined the call"
	}
	for _, w := range []string{"telephone", "phone", " call"} {
		if strings.Contains(title, w) {
			return readout.Call
		}
	}
	for _, w := range []string{" met ", "meet", "talks", "summit", "visit"} {
		if strings.Contains(title, w) {
			return readout.Meeting
		}
	}
	if t.spoken && t.verdict.status == readout.Held && onlyOf(t.parties, readout.Person) { // states that talk to each other rather negotiate
		return readout.Call
	}
	return readout.Meeting
}

// telephoned tells whether the title says that the parties of a telling talked by telephone.
func (d *draft) telephoned(title string, t *telling) bool {
	return t.verdict.status == readout.Held && !t.past && onlyOf(t.parties, readout.Person) &&
		slices.ContainsFunc([]string{"telephone", " phone", "call with ", "calls with "}, func(w string) bool { return strings.Contains(title, w) }) &&
		!slices.ContainsFunc(t.parties, func(p partyAt) bool { return !d.inTitle(&p) })
}

// ofOthers tells whether the title names two and one of a telling's parties is none of them.
func (d *draft) ofOthers(t *telling) bool {
	named := map[int]bool{}
	for _, m := range d.titleMentions() {
		if m.Class == text.Person && m.Form == text.Name && m.Entity >= 0 {
			named[m.Entity] = true
		}
	}
	return len(named) >= 2 && slices.ContainsFunc(t.parties, func(p partyAt) bool { return p.party.Kind == readout.Person && !d.inTitle(&p) })
}

// inTitle tells whether the title names somebody.
func (d *draft) inTitle(p *partyAt) bool {
	return slices.ContainsFunc(d.titleMentions(), func(m text.Mention) bool {
		return m.Entity >= 0 && (m.Entity == p.entity || d.r.Entities[m.Entity].Party.Name == p.party.Name)
	})
}

func (d *draft) titleMentions() []text.Mention {
	if d.r.Title == nil {
		return nil
	}
	return d.r.Title.Mentions
}

// inPerson tells whether something places both sides in one room.
func (d *draft) inPerson(ts []telling) bool {
	for _, t := range ts {
		if len(t.parties) >= 2 && (t.place.Present() || t.meet.Present() || !t.loose && t.kind != readout.Call) {
			return true
		}
	}
	return false
}

// foldStatus: called off goes before denied, held before ahead, firm words before
// mere reference. What is told as held but lies after the publication is planned.
func (d *draft) foldStatus(f *readout.Facts, ts []telling) {
	best := ts[0]
	for _, t := range ts[1:] {
		if stronger(t.verdict, best.verdict) && !onlyDenied(&t, ts) || onlyDenied(&best, ts) && t.verdict.firm && t.verdict.status == readout.Held {
			best = t
		}
	}
	best = d.agreedSince(best, ts)
	v := best.verdict
	at := d.span(&best, v.word)
	f.Status = readout.Cite(v.status, "encounter:status", best.basis(), at)
	if v.how != "" && coarse(v.status) == 2 {
		f.How = readout.Cite(v.how, "encounter:status", readout.Stated, at)
	}
	for _, t := range ts {
		if from, _, ok := t.date.Value().Days(); ok && d.dated && v.status == readout.Held && !v.firm && from > d.published {
			f.Status = readout.Cite(readout.Planned, "encounter:after-publication", readout.Inferred, t.date.At()...)
		}
	}
}

// agreedSince returns the telling of a plan that an invitation or a wish led to: who "was invited to Rome"
// and, as the text goes on, "is to meet her there on Monday", has agreed, and so has who "wants to meet her"
// where the reporter tells that they will meet.
func (d *draft) agreedSince(best telling, ts []telling) telling {
	if best.verdict.status != readout.Proposed {
		return best
	}
	asked := asksToCome(&d.r.Sentences[best.sentence], best.verdict.word)
	for _, t := range ts {
		if !t.verdict.firm || t.verdict.status != readout.Planned || t.joins {
			continue
		}
		if asked && t.sentence >= best.sentence || t.voice < 0 && len(t.parties) >= 2 {
			return t
		}
	}
	return best
}

// onlyDenied tells what a voice within the text denies and another tells as held: that
// is an account of it, and does not undo it.
func onlyDenied(t *telling, ts []telling) bool {
	for i := range ts {
		if t.voice >= 0 && disputes(t, &ts[i]) && ts[i].verdict.firm {
			return true
		}
	}
	return false
}

func stronger(a, b verdict) bool {
	if a.firm != b.firm {
		return a.firm
	}
	if x, y := coarse(a.status), coarse(b.status); x != y {
		return x == 2 || x == 0 && y == 1 && a.firm
	}
	return false
}

func (d *draft) addParticipants(f *readout.Facts, t *telling) {
	for _, p := range t.parties {
		known := false
		for _, q := range f.Participants {
			known = known || q.Value().Name == p.party.Name
		}
		if known {
			continue
		}
		f.Participants = append(f.Participants, readout.Cite(p.party, t.rules[0], p.basis, p.at))
		if p.host && !f.Host.Present() {
			f.Host = readout.Cite(p.party.Name, t.rules[0], readout.Resolved, p.at)
		}
	}
}

// narrower tells whether b says more exactly when.
func narrower(a, b readout.Cited[readout.Date]) bool {
	if !b.Present() || !a.Present() {
		return b.Present()
	}
	from, to, ok := a.Value().Days()
	from2, to2, ok2 := b.Value().Days()
	return ok && ok2 && to2-from2 < to-from && from <= from2 && to2 <= to
}

// finer tells whether b says more exactly where.
func finer(a, b readout.Cited[readout.Place]) bool {
	if !b.Present() || !a.Present() {
		return b.Present()
	}
	return depth(b.Value()) > depth(a.Value())
}

func depth(p readout.Place) int {
	n := 0
	for _, s := range []string{p.Venue, p.City, p.Country} {
		if s != "" {
			n++
		}
	}
	return n
}

// addTopics adds the words that are not there yet, and to those that are, where else they
// are told.
func addTopics(have, more []readout.Cited[string]) []readout.Cited[string] {
	for _, m := range more {
		i := slices.IndexFunc(have, func(h readout.Cited[string]) bool { return lower(h.Value()) == lower(m.Value()) })
		if i < 0 {
			have = append(have, m)
			continue
		}
		h := have[i]
		have[i] = readout.Cite(h.Value(), h.Rule(), h.Basis(), union(slices.Clone(h.At()), m.At())...)
	}
	return have
}

// maxEvidence bounds the sentences cited for one encounter.
const maxEvidence = 6

// evidence lists the sentences of the tellings, the most telling first.
func (d *draft) evidence(ts []telling) []readout.Span {
	var out []readout.Span
	for _, t := range ordered(ts) {
		at := d.r.Sentences[t.sentence].Span
		out = union(out, []readout.Span{at})
	}
	if len(out) > maxEvidence {
		out = out[:maxEvidence]
	}
	return out
}

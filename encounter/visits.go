package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// This file puts journeys and the meetings with the hosts together.

// absorbVisits drops a journey that a meeting with the hosts already tells of; its
// sentences become evidence of the meeting, its day and place the meeting's.
func (d *draft) absorbVisits(in []occasion) []occasion {
	gone := make([]bool, len(in))
	for i := range in {
		if in[i].tellings[0].kind != readout.Visit {
			continue
		}
		if host := d.hostMeeting(in, i); host >= 0 {
			gone[i] = true
			in[host].absorb(in[i].tellings)
		}
	}
	var out []occasion
	for i := range in {
		if !gone[i] {
			out = append(out, in[i])
		}
	}
	return out
}

// absorb takes over the tellings of a visit without their parties.
func (o *occasion) absorb(ts []telling) {
	for _, t := range ts {
		t.kind, t.parties, t.verdict.firm = o.tellings[0].kind, nil, false
		if oneDay(t.date.Value()) && t.verdict.status == readout.Held && o.tellings[0].verdict.status == readout.Planned {
			t.date = readout.Cited[readout.Date]{} // the day on which he came is not the one on which they will meet
		}
		if t.date.Present() { // the day of the journey, and only likely that of the talks
			t.date = readout.Cite(t.date.Value(), t.date.Rule(), readout.Inferred, t.date.At()...)
		}
		if t.duration.Value().Min >= dayLong { // "a three-day visit": no talks last so long
			t.duration = readout.Cited[readout.Minutes]{}
		}
		o.take(t)
	}
}

// dayLong is a day in minutes.
const dayLong = 24 * 60

// hostMeeting returns the occasion at which the visitor met somebody of the hosts, else one at which
// he is still to; -1 where none fits.
func (d *draft) hostMeeting(in []occasion, v int) int {
	visit, ahead := &in[v], -1
	for i := range in {
		o := &in[i]
		if i == v || o.tellings[0].kind == readout.Visit || o.tellings[0].kind == readout.Call || !coveredBy(visit.parties, o.parties) && !o.heldAt(visit) {
			continue
		}
		if d.fit(visit, o) {
			return i
		}
		if ahead < 0 && d.journeyUnderWay(visit, o) {
			ahead = i
		}
	}
	return ahead
}

// addStages adds the countries named in one row with the place gone to at token i.
func (d *draft) addStages(t *telling, i text.Index) {
	for _, c := range d.r.Sentences[t.sentence].Children(i, text.Conj) {
		m := d.r.MentionAt(t.sentence, c)
		if m < 0 || d.r.Mentions[m].Form != text.Name || d.afterCity(t.sentence, c) {
			continue
		}
		if class := d.r.Mentions[m].Class; class == text.State || class == text.Place {
			d.addVisited(t, c)
		}
	}
}

// stages divides a journey to several states into one visit for each: "travelled to Israel,
// Egypt and Jordan".
func (d *draft) stages(t telling) []telling {
	var guests, hosts []partyAt
	for _, p := range t.parties {
		if p.role == 'b' && p.party.Kind == readout.State {
			hosts = append(hosts, p)
		} else {
			guests = append(guests, p)
		}
	}
	if len(hosts) == 1 && d.wentEach(&t, guests) {
		return journeysOf(t, guests, hosts[0])
	}
	if len(hosts) < 2 || len(guests) == 0 {
		return []telling{t}
	}
	if d.r.Sentences[t.sentence].Child(t.trigger, text.Nummod) != text.None {
		return nil // of "a dozen trips to Iran and Oman" none is told by itself
	}
	out := make([]telling, 0, len(hosts))
	for _, h := range hosts {
		one := t
		one.parties = append([]partyAt{h}, guests...)
		if t.place.Value().Country != h.party.Name {
			one.place = readout.Cite(d.placeOf(h), "encounter:place", readout.Stated, h.at)
			one.venue = readout.Cited[string]{}
		}
		out = append(out, one)
	}
	return out
}

// wentEach tells journeys in the plural of several guests, each of a side of his own, who need not
// have gone together: "Neither Ruiz nor Ito got far during their trips to Rome".
func (d *draft) wentEach(t *telling, guests []partyAt) bool {
	s := &d.r.Sentences[t.sentence]
	return t.noun && s.Tokens[t.trigger].XPOS == text.NNS && len(guests) > 1 && d.sides(guests) == len(guests)
}

// journeysOf divides journeys to one host into that of each guest.
func journeysOf(t telling, guests []partyAt, host partyAt) []telling {
	out := make([]telling, 0, len(guests))
	for _, g := range guests {
		one := t
		one.parties, one.apiece = []partyAt{host, g}, true
		out = append(out, one)
	}
	return out
}

// placeOf is the place by whose words a host country is told, else the country.
func (d *draft) placeOf(host partyAt) readout.Place {
	if host.entity >= 0 && d.r.Entities[host.entity].Place.City != "" {
		return d.r.Entities[host.entity].Place
	}
	return readout.Place{Country: host.party.Name, Code: host.party.Country}
}

// visitorSide is the side of who goes on a journey; "" where it is none, or one to which
// the subject invites.
func visitorSide(t *telling) string {
	if t.kind != readout.Visit || t.host {
		return ""
	}
	for _, p := range t.parties {
		if p.role == 'a' && p.party.Kind == readout.Person {
			return p.party.Side
		}
	}
	return ""
}

// hostState is the state to which a journey goes: that of the place, or of the person who invites;
// "" for none.
func hostState(t *telling) string {
	if t.kind != readout.Visit {
		return ""
	}
	for _, p := range t.parties {
		if p.role == 'b' && p.party.Country != "" && (p.host && p.party.Kind == readout.State || invites(t) && p.party.Kind == readout.Person) {
			return p.party.Side
		}
	}
	return ""
}

// invites tells somebody's invitation to come, whereto it does not say.
func invites(t *telling) bool {
	return slices.Contains(t.rules, "invitation-from") && !t.place.Present()
}

// mutual tells "plans to visit each other's countries": each is the other's host.
func (d *draft) mutual(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	for i := t.trigger + 1; int(i) < len(s.Tokens) && i-t.trigger <= 12; i++ {
		if s.Tokens[i].Lemma == "each" {
			return true
		}
	}
	return false
}

// heldAt tells whether the occasion was in the country that one of its parties went to:
// "his trip to Singapore" for the talks with Trump there.
func (o *occasion) heldAt(visit *occasion) bool {
	guests := 0
	for _, p := range visit.parties {
		if p.party.Kind == readout.Person && has(o.parties, p) {
			guests++
		}
	}
	host := visit.parties[0]
	for _, p := range visit.parties {
		if p.party.Kind == readout.State {
			host = p
		}
	}
	if guests == 0 || guests != len(visit.parties)-1 || host.party.Kind != readout.State {
		return false
	}
	for i := range o.tellings {
		if o.tellings[i].place.Value().Country == host.party.Name {
			return true
		}
	}
	return false
}

// fit tells whether nothing sets a visit apart from a meeting.
func (d *draft) fit(visit, o *occasion) bool {
	if d.inOneBreath(visit, o) {
		return true
	}
	for _, a := range o.tellings {
		for _, b := range visit.tellings {
			b.kind = readout.Meeting
			if daysInto(&a, &b) {
				b.date = readout.Cited[readout.Date]{}
			}
			if sameDaysThere(&a, &b) {
				b.place = readout.Cited[readout.Place]{}
			}
			if a.verdict.firm && b.verdict.firm && coarse(a.verdict.status) != coarse(b.verdict.status) || d.differ(&a, &b) != "" {
				return false
			}
		}
	}
	return true
}

// journeyUnderWay tells a journey on which somebody has come, and a meeting with the hosts that is to follow
// on it: "arrived in Seoul on Monday. On Tuesday she will meet President Yoon."
func (d *draft) journeyUnderWay(visit, o *occasion) bool {
	const days = 5
	if !slices.ContainsFunc(o.parties, func(p partyAt) bool { return p.party.Kind == readout.Person && p.party.Side == placeOfVisit(visit) }) {
		return false // "will meet with Iraqi officials" tells no more than that he came
	}
	from, to := readout.Day(0), readout.Day(0)
	came := false
	for i := range visit.tellings {
		b := &visit.tellings[i]
		if b.past || b.verdict.status != readout.Held || d.pluperfect(b) {
			return false
		}
		came = came || d.hasCome(b)
		if f, _, ok := b.date.Value().Days(); ok {
			if d.dated && (f < d.published-days || f > d.published) {
				return false
			}
			from, to = f, f+days
		}
	}
	if from == 0 && d.dated {
		from, to = d.published-1, d.published+days
	}
	for i := range o.tellings {
		a := &o.tellings[i]
		if a.past || a.verdict.status != readout.Planned || a.place.Present() && a.place.Value().Country != placeOfVisit(visit) {
			return false
		}
		if f, _, ok := a.date.Value().Days(); ok && from != 0 && (f < from || f > to) {
			return false
		}
	}
	return came
}

// hasCome tells somebody who has just come where he goes: "landed in Cairo".
func (d *draft) hasCome(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	switch s.Tokens[t.trigger].Lemma {
	case "arrive", "arrival", "land", "touch":
		return true
	}
	return t.noun && onTheWay(s, t.trigger) || oneDay(t.date.Value())
}

// placeOfVisit is the country gone to, "" where the journey is to somebody.
func placeOfVisit(visit *occasion) string {
	for _, p := range visit.parties {
		if p.party.Kind == readout.State {
			return p.party.Name
		}
	}
	return ""
}

// sameDaysThere tells a journey to one town and a meeting in another of the same state on the same
// days: both were on it.
func sameDaysThere(meeting, visit *telling) bool {
	const month = 31
	a, b := meeting.place.Value(), visit.place.Value()
	from, to, ok := visit.date.Value().Days()
	return a.Country != "" && a.Country == b.Country && ok && to-from <= month && visit.date.Value().Overlaps(meeting.date.Value())
}

// daysInto tells a meeting in the days after somebody is told to have come.
func daysInto(meeting, visit *telling) bool {
	const days = 3
	from, _, ok := meeting.date.Value().Days()
	came, _, ok2 := visit.date.Value().Days()
	return ok && ok2 && oneDay(visit.date.Value()) && from >= came && from-came <= days
}

// aimOf tells whether a sentence tells of a meeting as what the journey is for: "will visit Oslo to
// meet with Ruiz on Tuesday and fly on to Rome on Wednesday".
func (d *draft) aimOf(meeting, visit *telling) bool {
	if meeting.sentence != visit.sentence || meeting.noun {
		return false
	}
	s := &d.r.Sentences[meeting.sentence]
	h := s.Tokens[meeting.trigger].Head
	return infinitive(s, meeting.trigger) && (h == visit.trigger || visit.noun && h != text.None && s.Dominates(h, visit.trigger) && slices.Contains(visit.clause, h))
}

// inOneBreath tells whether one sentence tells of the journey and the meeting as of one
// thing: "canceled a visit to Moscow for talks with Putin".
func (d *draft) inOneBreath(visit, o *occasion) bool {
	for _, a := range o.tellings {
		for _, b := range visit.tellings {
			b.kind = readout.Meeting
			if d.aimOf(&a, &b) {
				b.date = readout.Cited[readout.Date]{}
			}
			if b.place.Value().Country == a.place.Value().Country { // "after landing in Tel Aviv, he met her in Jerusalem"
				b.place = readout.Cited[readout.Place]{}
			}
			if a.sentence == b.sentence && coarse(a.verdict.status) == coarse(b.verdict.status) && d.differ(&a, &b) == "" {
				return true
			}
		}
	}
	return false
}

// coveredBy tells whether every party of a visit is at the meeting, the host country or body
// through anyone who acts for it.
func coveredBy(visit, meeting []partyAt) bool {
	for _, p := range visit {
		if has(meeting, p) {
			continue
		}
		stands := false
		for _, q := range meeting {
			if p.party.Kind != readout.Person && side(q.party) == side(p.party) {
				stands = true
			}
		}
		if !stands {
			return false
		}
	}
	return true
}

// addSent settles who goes where somebody sends others: who is sent, where the text tells
// his side; of a delegation, the side of who sends it. It returns false where nobody is sent.
func (d *draft) addSent(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	switch s.Tokens[t.trigger].Lemma {
	case "send", "dispatch":
	default:
		return false
	}
	if t.noun || hasRole(t.parties, 'a') || !slices.Contains(t.rules, "send-delegation") {
		return true
	}
	for _, sub := range d.words.understoodSubjects(s, t.trigger) {
		m := d.mentionFor(t.sentence, sub)
		if m < 0 || s.Tokens[sub].Rel == text.NsubjPass {
			continue
		}
		if p, ok := d.partyOf(&d.r.Entities[d.r.Mentions[m].Entity]); ok && p.Side != "" {
			t.add(partyAt{-1, readout.Party{Kind: readout.State, Name: p.Side, Side: p.Side, Country: p.Country}, d.r.Mentions[m].Span, readout.Resolved, 'a', false})
			t.sent = true
			break
		}
	}
	return true
}

// homeward tells a journey back to where somebody lives: "returned home to Doha".
func homeward(s *text.Sentence, v text.Index) bool {
	return int(v)+1 < len(s.Tokens) && s.Tokens[v+1].Lemma == "home"
}

// backHome tells the return of somebody of an armed or political group to its country:
// "Haniyeh returned to Gaza".
func (d *draft) backHome(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if back := s.Child(t.trigger, text.Advmod); s.Tokens[t.trigger].Lemma != "return" && (back == text.None || s.Tokens[back].Lemma != "back") {
		return false
	}
	country := ""
	for _, p := range t.parties {
		if g := d.group(p.party.Side); g != nil && p.role == 'a' && p.party.Kind == readout.Person {
			country = g.Country
		}
	}
	return country != "" && slices.ContainsFunc(t.parties, func(p partyAt) bool { return p.role == 'b' && d.placeOf(p).Code == country })
}

// onOwnLand tells somebody who goes to a territory of his own state: "the secretary of state, flying
// into Guam".
func (d *draft) onOwnLand(t *telling) bool {
	return slices.ContainsFunc(t.parties, func(host partyAt) bool {
		of := sovereign(host.party.Country)
		return host.role == 'b' && host.party.Kind == readout.State && of != "" && slices.ContainsFunc(t.parties, func(p partyAt) bool {
			return p.role == 'a' && p.party.Country == of
		})
	})
}

// sovereign is the code of the state to which a territory with a code of its own belongs, "" for a
// state. Those that govern themselves at home and have dealings abroad are left out: Greenland.
func sovereign(code string) string {
	switch code {
	case "GU", "PR", "VI", "AS", "MP", "UM":
		return "US"
	case "RE", "GP", "MQ", "GF", "YT", "NC", "PF", "PM", "WF", "MF", "BL":
		return "FR"
	case "FK", "GI", "BM", "KY", "VG", "TC", "MS", "AI", "SH", "IO", "GS", "PN", "JE", "GG", "IM":
		return "GB"
	case "AW", "CW", "SX", "BQ":
		return "NL"
	case "SJ":
		return "NO"
	case "NF", "CX", "CC":
		return "AU"
	case "AX":
		return "FI"
	}
	return ""
}

// carried tells a thing that was taken somewhere: "the airliner that was hijacked and flown to
// Algeria". Who else is named in the sentence went nowhere.
func carried(s *text.Sentence, t *telling) bool {
	if t.noun || s.Tokens[t.trigger].XPOS != text.VBN {
		return false
	}
	v := firstConjunct(s, t.trigger)
	what := s.Child(v, text.NsubjPass)
	if what == text.None {
		if r := s.Tokens[v].Rel; r != text.Acl && r != text.AclRelcl {
			return false
		}
		what = s.Tokens[v].Head // "the airliner hijacked and flown to Algeria"
	}
	switch s.Tokens[relativised(s, v, what)].Lemma {
	case "airliner", "plane", "aircraft", "airplane", "aeroplane", "jet", "helicopter", "drone", "flight", "ship", "boat", "vessel", "tanker", "ferry", "bus", "train", "truck", "convoy",
		"body", "coffin", "remains", "cargo", "weapon", "missile", "shipment", "money", "oil", "gas", "grain", "sample":
		return true
	}
	return false
}

// toPost tells envoys who come back to where they serve: "the ambassadors returned to Kabul to
// resume their duties".
func toPost(s *text.Sentence, t *telling) bool {
	if t.noun || s.Tokens[t.trigger].Lemma != "return" {
		return false
	}
	for _, v := range s.Children(t.trigger, text.Advcl, text.Xcomp) {
		o := s.Child(v, text.Obj)
		if o == text.None || !infinitive(s, v) {
			continue
		}
		switch s.Tokens[o].Lemma {
		case "duty", "post", "work", "mission":
			return s.Child(o, text.NmodPoss) != text.None
		}
	}
	return false
}

// posted tells an ambassador who was sent to where he was to serve.
func (d *draft) posted(t *telling) bool {
	if !slices.Contains(t.rules, "send-to") || d.r.Sentences[t.sentence].Child(t.trigger, text.Xcomp, text.Advcl) != text.None {
		return false
	}
	for _, p := range t.parties {
		if p.role == 'a' && strings.HasSuffix(d.r.Document.Text[:p.at.Start], "mbassador ") {
			return true
		}
	}
	return false
}

// stationed tells an ambassador who goes about the country in which he serves: "the ambassador, who
// is based in Tripoli, was visiting Benghazi".
func (d *draft) stationed(t *telling) bool {
	for _, p := range t.parties {
		if p.role != 'a' || !strings.HasSuffix(d.r.Document.Text[:p.at.Start], "mbassador ") && !strings.Contains(lower(p.party.Role), "ambassador") {
			continue
		}
		for _, q := range t.parties {
			if q.role == 'b' && (strings.Contains(p.party.Role, " to "+q.party.Name) || d.basedIn(t.sentence, q.party.Name)) {
				return true
			}
		}
	}
	return false
}

// basedIn tells whether a sentence has somebody based at a place in a country.
func (d *draft) basedIn(si int, country string) bool {
	s := &d.r.Sentences[si]
	for i := range s.Tokens {
		if l := s.Tokens[i].Lemma; l != "base" && l != "station" && l != "post" && l != "accredit" {
			continue
		}
		for _, c := range s.Children(text.Index(i), text.Obl) {
			m := d.r.MentionAt(si, c)
			if m < 0 || d.r.Mentions[m].Entity < 0 {
				continue
			}
			if e := &d.r.Entities[d.r.Mentions[m].Entity]; e.Place.Country == country || e.Party.Name == country {
				return true
			}
		}
	}
	return false
}

// settles tells somebody unknown to hold an office who came to a country: more likely to
// live there than to visit it, as "a former agent who came to Britain in 2000".
func (d *draft) settles(t *telling) bool {
	if t.kind != readout.Visit || d.r.Sentences[t.sentence].Tokens[t.trigger].Lemma != "come" {
		return false
	}
	for _, p := range t.parties {
		if p.role == 'a' && (p.entity < 0 || d.r.Entities[p.entity].Entry == "") {
			return true
		}
	}
	return false
}

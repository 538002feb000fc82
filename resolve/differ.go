package resolve

import (
	"sort"
	"strings"

	"readout"
)

// Type is the type of a disagreement.
type Type string

// The types. More exact is no contradiction.
const (
	Contradiction Type = "contradiction" // cannot both be true
	Precision     Type = "precision"     // one is only more exact
	Emphasis      Type = "emphasis"      // the same fact, told otherwise
)

// Telling is a value with who tells it where.
type Telling struct {
	Account   string         `json:"account"`
	Document  string         `json:"document"`
	Published string         `json:"published,omitempty"`
	Voice     string         `json:"voice"`
	Side      string         `json:"side,omitempty"`
	Value     string         `json:"value"`
	At        []readout.Span `json:"at"`
}

// Disagreement is two values of one field that do not say the same. Each side lists
// every account that tells so, in the fold's order.
type Disagreement struct {
	Field string    `json:"field"`
	Type  Type      `json:"type"`
	A     []Telling `json:"a"`
	B     []Telling `json:"b"`
}

// value is one value of a field and who tells it.
type value struct {
	text string
	by   []Telling
	from *readout.Account // the first that tells it
}

// Disagreements compares what the accounts of an encounter tell, field by field.
func Disagreements(e readout.Encounter) []Disagreement {
	as := ordered(read(e.Accounts))
	var out []Disagreement
	for _, f := range [...]struct {
		name    string
		value   func(*readout.Account) (string, []readout.Span)
		compare func(a, b *value) Type
	}{
		{"status", statusValue, compareStatus},
		{"kind", kindValue, compareKind},
		{"date", dateValue, compareDate},
		{"place", placeValue, comparePlace},
		{"duration", durationValue, compareDuration},
		{"participants", participantsValue, compareParticipants},
		{"initiator", initiatorValue, compareInitiators},
		{"gathering", gatheringValue, compareGathering},
		{"topics", topicsValue, compareTopics},
		{"reason", reasonValue, compareReasons},
		{"tone", toneValue, compareWords},
	} {
		out = append(out, differences(f.name, values(as, f.value), f.compare)...)
	}
	out = append(out, deniedTopics(as)...)
	out = append(out, vagueTopics(as)...)
	return append(out, otherOutcomes(as)...)
}

// read are the accounts that were read: an analyst's correction disagrees with nobody.
func read(accounts []readout.Account) []*readout.Account {
	out := make([]*readout.Account, 0, len(accounts))
	for i := range accounts {
		if !isAnalyst(&accounts[i]) {
			out = append(out, &accounts[i])
		}
	}
	return out
}

// values groups the accounts by what they tell.
func values(as []*readout.Account, get func(*readout.Account) (string, []readout.Span)) []*value {
	var out []*value
	for _, a := range as {
		text, at := get(a)
		if text == "" || len(at) == 0 {
			continue
		}
		t := telling(a, text, at)
		known := false
		for _, v := range out {
			if v.text == text {
				v.by, known = append(v.by, t), true
				break
			}
		}
		if !known {
			out = append(out, &value{text, []Telling{t}, a})
		}
	}
	return out
}

func telling(a *readout.Account, text string, at []readout.Span) Telling {
	return Telling{a.ID, a.Document, a.Published, a.Voice.Name(), a.Voice.Side, text, at}
}

func differences(field string, vs []*value, compare func(a, b *value) Type) []Disagreement {
	var out []Disagreement
	for i, a := range vs {
		for _, b := range vs[i+1:] {
			if t := compare(a, b); t != "" && !oneVoice(a, b) {
				out = append(out, Disagreement{field, t, a.by, b.by})
			}
		}
	}
	return out
}

// oneVoice tells whether a voice only differs from itself within a document.
func oneVoice(a, b *value) bool {
	for _, x := range a.by {
		for _, y := range b.by {
			if x.Document != y.Document || x.Voice != y.Voice {
				return false
			}
		}
	}
	return true
}

// itself is a value that the account's own words tell. What was inferred from elsewhere, a
// gathering's days or the document's other voices, is nothing that it could differ in.
func itself[T any](c readout.Cited[T], text string) (string, []readout.Span) {
	if c.Basis() == readout.Inferred {
		return "", nil
	}
	return text, c.At()
}

func statusValue(a *readout.Account) (string, []readout.Span) {
	return itself(a.Status, a.Status.Value().String())
}

// compareStatus: a plan that is kept, or called off later, is no disagreement; a
// denial of what another tells is, and a possibility that another document of the
// day has as settled.
func compareStatus(a, b *value) Type {
	x, y := a.from.Status.Value(), b.from.Status.Value()
	if y < x {
		a, b, x, y = b, a, y, x
	}
	switch {
	case (a.from.Kind.Value() == readout.Visit) != (b.from.Kind.Value() == readout.Visit):
		return "" // a journey was made, and talks on it refused
	case y == readout.Denied && x == readout.Proposed:
		return "" // it was wanted, and refused
	case y == readout.Denied && x == readout.Held:
		if !earlier(b, a) && (disputed(b) || shunned(b) && together(a, b)) {
			return Contradiction
		}
	case y == readout.Denied && x < readout.Cancelled:
		if !disputed(b) && together(a, b) && !sameMouth(a, b) && b.from.Format.Value() != "one-on-one" {
			return Contradiction
		}
	case x == readout.Held && y == readout.Cancelled:
		if !earlier(b, a) {
			return Contradiction
		}
	case x == readout.Planned && y == readout.Proposed && a.from.Document != b.from.Document && together(a, b) && sameSetting(a.from, b.from):
		return Contradiction
	}
	return ""
}

// sameMouth tells whether one person is quoted on both sides, whose words differ with what
// he was asked, or in who passes them on.
func sameMouth(a, b *value) bool {
	return a.from.Voice.Speaker != "" && a.from.Voice.Speaker == b.from.Voice.Speaker
}

// sameSetting tells whether two accounts set the occasion for one day, place or gathering:
// only then is what the one has as settled what the other has as possible.
func sameSetting(a, b *readout.Account) bool {
	p, q := a.Date.Value(), b.Date.Value()
	return p != "" && q != "" && p.Overlaps(q) && sameDays(a, b) || a.Gathering.Present() && shared(gatheringWords(a.Gathering.Value()), gatheringWords(b.Gathering.Value())) > 0
}

// disputed tells a denial of what is past: it says nothing of what is to come.
func disputed(v *value) bool {
	return v.from.How.Value() == "disputed"
}

// shunned tells that somebody refused or avoided it.
func shunned(v *value) bool {
	how := v.from.How.Value()
	return how == "refused" || how == "avoided" || how == ""
}

// earlier tells whether a was told days before b: what was ruled out then and held
// after all is news and no disagreement.
func earlier(a, b *value) bool {
	p, ok := readout.PublishedDay(a.from.Published)
	q, ok2 := readout.PublishedDay(b.from.Published)
	return ok && ok2 && p < q-1
}

// together tells whether two accounts speak at about the same time, so that the one
// is no later news than the other.
func together(a, b *value) bool {
	if a.from.Document == b.from.Document {
		return true
	}
	p, ok := readout.PublishedDay(a.from.Published)
	q, ok2 := readout.PublishedDay(b.from.Published)
	return ok && ok2 && p-q <= 1 && q-p <= 1
}

func kindValue(a *readout.Account) (string, []readout.Span) {
	return itself(a.Kind, a.Kind.Value().String())
}

func compareKind(a, b *value) Type {
	x, y := a.from.Kind.Value(), b.from.Kind.Value()
	switch {
	case x == readout.Visit || y == readout.Visit:
		return ""
	case a.from.Status.Value() != b.from.Status.Value():
		return "" // talks were planned, and it came to a greeting
	case courtesyOf(a.from) || courtesyOf(b.from):
		return "" // hands are shaken at talks too
	case (x == readout.Call || y == readout.Call) && a.from.Document == b.from.Document:
		return "" // one text calls a conversation this and that
	case !sameDays(a.from, b.from):
		return "" // of several occasions on a visit, each may tell of another
	}
	return Contradiction
}

// courtesyOf tells a handshake or greeting, as there is at any talks.
func courtesyOf(a *readout.Account) bool {
	f := a.Format.Value()
	return f == "handshake" || f == "greeting"
}

// sameDays tells whether both accounts name their day, and the same: what they tell is
// then of one occasion.
func sameDays(a, b *readout.Account) bool {
	const few = 3
	p, q, ok := a.Date.Value().Days()
	r, s, ok2 := b.Date.Value().Days()
	return a.Document == b.Document || ok && ok2 && q-p <= few && s-r <= few && a.Date.Value().Overlaps(b.Date.Value())
}

func dateValue(a *readout.Account) (string, []readout.Span) {
	return itself(a.Date, string(a.Date.Value()))
}

func compareDate(a, b *value) Type {
	x, y := a.from.Date.Value(), b.from.Date.Value()
	switch {
	case x.Within(y) && y.Within(x):
		return ""
	case x.Overlaps(y):
		return Precision
	case (a.from.Kind.Value() == readout.Visit) != (b.from.Kind.Value() == readout.Visit):
		return "" // the day of the journey, and that of the talks on it
	case a.from.Document != b.from.Document && sideBySide(x, y):
		return "" // a day has two names around the world, and a visit two days
	}
	return Contradiction
}

// sideBySide tells dates of which the one begins where the other ends.
func sideBySide(x, y readout.Date) bool {
	a, b, _ := x.Days()
	c, d, _ := y.Days()
	return b == c || d == a
}

func placeValue(a *readout.Account) (string, []readout.Span) {
	return itself(a.Place, a.Place.Value().String())
}

func comparePlace(a, b *value) Type {
	p, q := keysOf(a.from.Place.Value()), keysOf(b.from.Place.Value())
	switch {
	case p == q:
		return ""
	case lone(p, q) || lone(q, p):
		return Precision
	case p.city == "" && p.country == "" && p.region == "" || q.city == "" && q.country == "" && q.region == "":
		return "" // a hall or a ranch: in which city, nobody says
	}
	same := func(x, y string) bool { return x == "" || y == "" || sameCity(x, y) }
	if p.city != "" && q.city != "" && sameCity(p.city, q.city) {
		p.country, p.region, q.country, q.region = "", "", "", "" // borders are told in many ways
	}
	if (a.from.Kind.Value() == readout.Visit || b.from.Kind.Value() == readout.Visit) && !same(p.city, q.city) && same(p.country, q.country) {
		return "" // a journey has several stops
	}
	if p.country != "" && q.country != "" && p.country != q.country || !same(p.city, q.city) || p.city == "" && q.city == "" && !same(p.region, q.region) {
		return Contradiction
	}
	if p.city != "" && q.city != "" && p.venue == q.venue {
		return "" // another spelling, or the country left out
	}
	if houseOf(p.venue) == q.venue || p.venue == houseOf(q.venue) {
		return Precision
	}
	if p.venue != "" && q.venue != "" && shared(stems(p.venue), stems(q.venue)) == 0 {
		return Contradiction
	}
	return Precision
}

// houseOf is the house that a well-known room is in.
func houseOf(venue string) string {
	switch venue {
	case "oval office", "cabinet room", "roosevelt room", "east room", "blue room", "rose garden", "west wing", "south lawn":
		return "white house"
	case "st george hall", "saint george hall", "catherine hall", "georgievsky hall":
		return "kremlin"
	}
	return ""
}

func keysOf(p readout.Place) placeKeys {
	return placeKeys{sideKey(p.Country), fold(p.Region), fold(p.City), fold(p.Venue)}
}

func durationValue(a *readout.Account) (string, []readout.Span) {
	return a.Duration.Value().String(), a.Duration.At()
}

// wholeDay is a day in minutes.
const wholeDay = 24 * 60

// compareDuration: within a quarter of each other they differ in precision only.
func compareDuration(a, b *value) Type {
	x, y := a.from.Duration.Value(), b.from.Duration.Value()
	lo, hi := max(x.Min, y.Min), min(x.Max, y.Max)
	switch {
	case (x.Min >= wholeDay) != (y.Min >= wholeDay):
		return "" // the days of a visit, and the hours of the talks on it
	case lo <= hi || (lo-hi)*4 <= lo:
		return Precision
	case !sameDays(a.from, b.from):
		return "" // how long it took tells one occasion of a visit from another
	}
	return Contradiction
}

// participantsValue are the names in one order; nothing where the account's own words do
// not name them all.
func participantsValue(a *readout.Account) (string, []readout.Span) {
	var names []string
	var at []readout.Span
	for _, c := range a.Participants {
		if !lieIn(c.At(), a.Evidence) {
			return "", nil
		}
		names = append(names, c.Value().Name)
		at = append(at, c.At()...)
	}
	sort.Strings(names)
	return strings.Join(names, ", "), at
}

// lieIn tells whether one of the spans lies in the words that tell.
func lieIn(at, evidence []readout.Span) bool {
	for _, x := range at {
		for _, e := range evidence {
			if e.Contains(x) {
				return true
			}
		}
	}
	return false
}

// compareParticipants: persons of one side that exclude each other are a
// contradiction; a delegation for a person or fewer names are less exact.
func compareParticipants(a, b *value) Type {
	x, y := membersOf(a.from), membersOf(b.from)
	missingX, missingY := missing(x, y), missing(y, x)
	if !anyPerson(missingX) && !anyPerson(missingY) {
		return "" // delegations under other names
	}
	for _, m := range missingX {
		for _, n := range missingY {
			if m.person() && n.person() && m.side == n.side && m.side != "" && !bothName(x, y, m.side) {
				return Contradiction
			}
		}
	}
	return Precision
}

// bothName tells whether both name a person of a side: whoever else was there, the one tells
// of him and the other does not.
func bothName(x, y []member, side string) bool {
	for i := range x {
		if x[i].person() && x[i].side == side && known(y, &x[i]) {
			return true
		}
	}
	return false
}

func membersOf(a *readout.Account) []member {
	var out []member
	for _, c := range a.Participants {
		out = append(out, newMember(c.Value()))
	}
	return out
}

// missing are the members of a that are not in b; a delegation whose side has persons
// there is.
func missing(a, b []member) []member {
	var out []member
	for i := range a {
		if !known(b, &a[i]) && (a[i].person() || !hasPerson(b, a[i].side)) {
			out = append(out, a[i])
		}
	}
	return out
}

func hasPerson(ms []member, side string) bool {
	for i := range ms {
		if ms[i].person() && ms[i].side == side {
			return true
		}
	}
	return false
}

func anyPerson(ms []member) bool {
	for i := range ms {
		if ms[i].person() {
			return true
		}
	}
	return false
}

func initiatorValue(a *readout.Account) (string, []readout.Span) {
	return a.Initiator.Value(), a.Initiator.At()
}

// compareInitiators: who asked for it is one side or the other.
func compareInitiators(a, b *value) Type {
	if agree(nameWords(a.text), nameWords(b.text)) || initiatorSide(a.from) == initiatorSide(b.from) {
		return ""
	}
	return Contradiction
}

// initiatorSide is the side of the one who asked.
func initiatorSide(a *readout.Account) string {
	name := a.Initiator.Value()
	for _, c := range a.Participants {
		if p := c.Value(); p.Name == name && p.Side != "" {
			return sideKey(p.Side)
		}
	}
	return sideKey(name)
}

func gatheringValue(a *readout.Account) (string, []readout.Span) {
	return itself(a.Gathering, a.Gathering.Value())
}

func compareGathering(a, b *value) Type {
	switch {
	case shared(gatheringWords(a.text), gatheringWords(b.text)) > 0:
		return ""
	case nameless(a.text) || nameless(b.text):
		return Precision // "a summit of leaders" has no name
	case ofTheirs(a) || ofTheirs(b):
		return ""
	}
	return Contradiction
}

// ofTheirs tells a gathering that goes by the names of those who met: "Trump-Putin
// summit". It is the encounter itself, at whatever margin.
func ofTheirs(v *value) bool {
	return shared(stems(strings.ReplaceAll(v.text, "-", " ")), partyStems(v.from.Participants)) > 0
}

func topicsValue(a *readout.Account) (string, []readout.Span) { return phrases(a.Topics) }
func toneValue(a *readout.Account) (string, []readout.Span)   { return phrases(a.Tone) }

func phrases(cs []readout.Cited[string]) (string, []readout.Span) {
	var names []string
	var at []readout.Span
	for _, c := range cs {
		names = append(names, c.Value())
		at = append(at, c.At()...)
	}
	sort.Strings(names)
	return strings.Join(names, "; "), at
}

// compareWords: outcomes or tones without a word in common are told otherwise.
func compareWords(a, b *value) Type {
	if shared(stems(a.text), stems(b.text)) > 0 {
		return ""
	}
	return Emphasis
}

func reasonValue(a *readout.Account) (string, []readout.Span) {
	return a.Reason.Value(), a.Reason.At()
}

// compareReasons: who gives a reason in other words is more or less exact; who gives
// another weighs the reasons otherwise; who has it come about whatever the reason denies it.
func compareReasons(a, b *value) Type {
	if waved(a.text) != waved(b.text) {
		return Contradiction
	}
	if shared(stems(a.text), stems(b.text)) > 0 {
		return Precision
	}
	return Emphasis
}

// waved tells words by which every reason that others give is waved aside.
func waved(reason string) bool {
	return reason == "regardless" || reason == "anyway" || reason == "anyhow"
}

// compareTopics: a side that tells of other matters than the other side weighs them
// otherwise.
func compareTopics(a, b *value) Type {
	if p, q := sideKey(a.from.Voice.Side), sideKey(b.from.Voice.Side); p == q || p == "" || q == "" {
		return ""
	}
	x, y := topicStems(a.from), topicStems(b.from)
	if len(x) == 0 || len(y) == 0 || shared(x, y) > 0 {
		return ""
	}
	return Emphasis
}

func topicStems(a *readout.Account) []string {
	var out []string
	for _, c := range a.Topics {
		out = append(out, stems(c.Value())...)
	}
	sort.Strings(out)
	return unique(out)
}

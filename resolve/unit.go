package resolve

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// unit is what one document tells of one encounter, made ready for comparison: the
// accounts of its voices, folded.
type unit struct {
	accounts []*readout.Account // by id; nil where only their grouping is asked for
	facts    *readout.Facts     // the same
	first    string             // the smallest id
	doc      int32              // number of its document
	record   string             // names the encounter within the document
	voices   []string
	what     readout.Kind
	became   readout.Status
	sides    []side // by key
	spots    []spot
	note     bool // a side's own release opens with it, as of its day
	disputes bool // it says of something past that it never was
	open     bool // others took part whose side is not told: "G7 leaders"

	dated     bool
	from, to  readout.Day
	told      readout.Day // when it was told
	toldKnown bool
	place     placeKeys
	gathering []string
	nameless  bool // the gathering is described and has no name
	topics    []string
}

func (u *unit) id() string             { return u.first }
func (u *unit) document() string       { return u.accounts[0].Document }
func (u *unit) kind() readout.Kind     { return u.what }
func (u *unit) status() readout.Status { return u.became }

// side is one side at the encounter with its named persons; none for a delegation.
// A person whose side is not told stands alone and is loose.
type side struct {
	key     string
	loose   bool
	persons []*member
}

type placeKeys struct {
	country, region, city, venue string
}

// units groups the accounts into what each document tells of one encounter.
func units(accounts []readout.Account) []*unit { return unitsWith(newKeys(), accounts) }

func unitsWith(ks *keys, accounts []readout.Account) []*unit {
	byID := make([]*readout.Account, len(accounts))
	for i := range accounts {
		byID[i] = &accounts[i]
	}
	sort.SliceStable(byID, func(i, j int) bool { return byID[i].ID < byID[j].ID })
	index := map[[2]string]*unit{}
	var out []*unit
	for i, a := range byID {
		if i > 0 && a.ID == byID[i-1].ID {
			continue // handed over twice
		}
		key := [2]string{a.Document, a.Record}
		if a.Record == "" {
			key = [2]string{a.ID, ""}
		}
		u := index[key]
		if u == nil {
			u = &unit{}
			index[key] = u
			out = append(out, u)
		}
		u.accounts = append(u.accounts, a)
	}
	for _, u := range out {
		u.ready(ks)
		u.doc = ks.document(u.document())
		u.spots = u.findable(ks)
	}
	return out
}

// spot is where an account is looked for: the pairs of its sides and its reach in time.
type spot struct {
	pairs    []sidePair
	from, to readout.Day
}

// findable are the spots of the unit's accounts, each by itself, so that an account has
// the same whatever others are at hand.
func (u *unit) findable(ks *keys) []spot {
	if len(u.accounts) == 1 || slices.ContainsFunc(u.accounts, isAnalyst) {
		return []spot{u.spot()}
	}
	out := make([]spot, len(u.accounts))
	for i, a := range u.accounts {
		solo := unit{accounts: []*readout.Account{a}}
		solo.ready(ks)
		out[i] = solo.spot()
	}
	return out
}

func (u *unit) spot() spot {
	from, to := u.reach()
	return spot{sidePairs(u), from, min(to, from+maxReach)}
}

// maxReach bounds the reach of what is dated by decades.
const maxReach readout.Day = 25 * 366

// maxParties bounds the participants that are compared.
const maxParties = 200

func (u *unit) ready(ks *keys) {
	u.facts = &u.accounts[0].Facts
	if len(u.accounts) > 1 {
		f := foldRecord(u.accounts)
		u.facts = &f
	}
	f := u.facts
	u.first, u.record, u.what, u.became = u.accounts[0].ID, u.accounts[0].Record, f.Kind.Value(), f.Status.Value()
	u.note = u.became == readout.Held && slices.ContainsFunc(u.accounts, opensRelease)
	how := f.How.Value()
	u.disputes = u.became == readout.Denied && (how == "" || how == "disputed")
	u.voices = make([]string, len(u.accounts))
	for i, a := range u.accounts {
		u.voices[i] = a.Voice.Name()
	}
	for _, c := range f.Participants[:min(len(f.Participants), maxParties)] {
		u.add(ks.member(c.Value()))
	}
	sort.Slice(u.sides, func(i, j int) bool { return u.sides[i].key < u.sides[j].key })
	u.from, u.to, u.dated = f.Date.Value().Days()
	u.told, u.toldKnown = readout.PublishedDay(u.accounts[0].Published)
	u.narrow()
	p := f.Place.Value()
	u.place = ks.place(p)
	if u.place.country == "" {
		u.place.country = strings.ToLower(p.Code)
	}
	u.gathering, u.nameless = ks.gathering(f.Gathering.Value()), nameless(f.Gathering.Value())
	u.topics = ks.topics(f.Topics)
}

// narrow leaves out of the days of what is told those that its telling excludes: what is
// told as held was over by then, and what is planned comes after it.
func (u *unit) narrow() {
	if !u.dated || !u.toldKnown {
		return
	}
	const zones = 2 // days, for time zones and for what is told as of today
	switch u.status() {
	case readout.Held:
		if last := u.told + zones; u.from < last && last < u.to {
			u.to = last
		}
	case readout.Planned, readout.Proposed:
		if first := u.told - zones; u.from < first && first < u.to {
			u.from = first
		}
	}
}

// opensRelease tells an account in the first lines of a side's own release.
func opensRelease(a *readout.Account) bool {
	const lines = 300
	return a.Voice.Speaker == "" && a.Voice.Side != "" && len(a.Evidence) > 0 && a.Evidence[0].Start < lines
}

func (u *unit) add(m *member) {
	key := m.side
	switch {
	case m.person() && key == "":
		key = m.family()
	case key == "" || m.party.Kind == readout.Group && m.party.Side == "":
		u.open = true
		return
	}
	for i := range u.sides {
		if u.sides[i].key != key {
			continue
		}
		if m.person() {
			u.sides[i].persons = append(u.sides[i].persons, m)
		}
		return
	}
	s := side{key: key, loose: m.side == ""}
	if m.person() {
		s.persons = []*member{m}
	}
	u.sides = append(u.sides, s)
}

// gatheringWords are the words that tell a gathering: "G-20 Summit", "G20 summit in
// Osaka" and "the 2019 G20" share "g20".
func gatheringWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(fold(s)) {
		if !emptyWord(w) && w != "conference" && w != "session" && w != "annual" && w != "leaders" && !isYear(w) {
			out = append(out, stem(w))
		}
	}
	sort.Strings(out)
	return unique(out)
}

// nameless tells a gathering that is described and has no name: "investment summit in Riyadh".
func nameless(gathering string) bool {
	first, _ := utf8.DecodeRuneInString(gathering)
	return unicode.IsLower(first)
}

func isYear(w string) bool {
	return len(w) == 4 && (w[0] == '1' || w[0] == '2') && strings.Trim(w, "0123456789") == ""
}

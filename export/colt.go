package export

import (
	"io"
	"slices"
	"strings"

	"readout"
	"readout/store"
)

// coltTable has the columns of the Country and Organization Leader Travel data
// (Pardee Institute, University of Denver) that an account of encounters can fill.
func coltTable() table {
	t := table{name: "trips"}
	for _, name := range []string{"TripID", "LeaderID", "LeaderCountryOrIGO", "LeaderCountryISO", "LeaderRegion", "LeaderSubregion",
		"LeaderRole", "LeaderTitle", "LeaderSurname", "LeaderFullName",
		"CountryVisited", "CountryVisitedISO", "RegionVisited", "SubRegionVisited", "CityVisited",
		"TripYear", "TripStartDate", "TripEndDate", "TripDuration",
		"MetHostHoGS", "HostHOGSName", "MetNonhostHOGS", "NonhostHOGSNames", "MetIGOLeader", "IGOLeaderName",
		"AttendedMultilatEvent", "NameMultilatEvent", "Notes", "SourceLink1", "SourceLink2", "SourceLink3"} {
		t.columns = append(t.columns, column{name: name, typ: typeString})
	}
	return t
}

// tripGap is how many days may lie between two encounters of one trip: a leader who
// is told of in one country on Monday and on Thursday is taken to have stayed.
const tripGap = 3

// trip is a stay of one leader in one country, as far as encounters tell of it.
type trip struct {
	id          string // of its first encounter, with the leader's place in it
	leader      readout.Party
	place       readout.Place
	cities      []string
	first, last readout.Day
	hosts       []string
	others      []string
	igo         []string
	gatherings  []string
	links       []string
	encounters  int
}

type tripKey struct{ leader, side, country string }

// writeCOLT writes one row a stay. Encounters come by date, so that a stay is whole
// once no later one can still belong to it.
func writeCOLT(w io.Writer, j *job) error {
	rows, err := newCSV(w, coltTable())
	if err != nil {
		return err
	}
	open := map[tripKey]*trip{}
	err = j.each(func(e store.Encounter) error {
		first, last, ok := days(e)
		switch {
		case e.Status.Value() != readout.Held:
			j.tally.leave(notHeld)
		case !ok:
			j.tally.leave(undated)
		case last-first > 31:
			j.tally.leave(vague)
		case e.Kind.Value() == readout.Call:
			j.tally.leave("a call, not a trip")
		case e.Place.Value().Country == "":
			j.tally.leave(placeless)
		default:
			if err := j.endTrips(rows, open, first); err != nil {
				return err
			}
			if !travel(open, e, first, last) {
				j.tally.leave(noLeader)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := j.endTrips(rows, open, 1<<30); err != nil {
		return err
	}
	return rows.flush()
}

// travel adds the encounter to the trips of the leaders who came to it from abroad,
// and tells whether there were any.
func travel(open map[tripKey]*trip, e store.Encounter, first, last readout.Day) bool {
	place, any := e.Place.Value(), false
	for i, p := range parties(e) {
		if leaderRole(p) == "" || p.Country != "" && p.Country == place.Code || p.Side == place.Country {
			continue
		}
		any = true
		key := tripKey{p.Name, p.Side, place.Country}
		t := open[key]
		if t == nil {
			t = &trip{id: e.ID + "-" + string(rune('a'+i%26)), leader: p, place: place, first: first, last: last}
			open[key] = t
		}
		t.last = max(t.last, last)
		t.add(e, i)
	}
	return any
}

func (t *trip) add(e store.Encounter, self int) {
	t.encounters++
	t.cities = once(t.cities, t.place.City, e.Place.Value().City)
	t.gatherings = once(t.gatherings, e.Gathering.Value())
	for i, p := range parties(e) {
		role := leaderRole(p)
		switch {
		case i == self || role == "":
		case role == "IGO":
			t.igo = once(t.igo, p.Name)
		case p.Side == t.place.Country:
			t.hosts = once(t.hosts, p.Name)
		case p.Side != t.leader.Side:
			t.others = once(t.others, p.Name)
		}
	}
	for _, s := range sources(e) {
		t.links = once(t.links, s.URL)
	}
}

// once adds what is not empty and not there yet.
func once(list []string, more ...string) []string {
	for _, m := range more {
		if m != "" && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}

// endTrips writes the trips that nothing on or after the day can still belong to,
// in the order of their days.
func (j *job) endTrips(rows rowWriter, open map[tripKey]*trip, day readout.Day) error {
	var done []*trip
	for key, t := range open {
		if t.last+tripGap < day {
			done = append(done, t)
			delete(open, key)
		}
	}
	slices.SortFunc(done, func(a, b *trip) int {
		if a.first != b.first {
			return int(a.first - b.first)
		}
		return strings.Compare(a.id, b.id)
	})
	for _, t := range done {
		j.tally.Written++
		if err := rows.write(j.codes.coltRow(t)); err != nil {
			return err
		}
	}
	return nil
}

func (c codes) coltRow(t *trip) row {
	l, from, to := t.leader, c[t.leader.Country], c[t.place.Code]
	year, _, _ := t.first.Civil()
	links := append(slices.Clone(t.links), "", "", "")
	return row{t.id, text(l.Wikidata), text(l.Side), text(from.alpha3), text(from.region), text(from.subregion),
		leaderRole(l), text(l.Role), surname(l), l.Name,
		t.place.Country, text(to.alpha3), text(to.region), text(to.subregion), t.cities,
		year, string(t.first.Date()), string(t.last.Date()), int(t.last-t.first) + 1,
		yes(t.hosts), t.hosts, yes(t.others), t.others, yes(t.igo), t.igo, yes(t.gatherings), t.gatherings,
		notes(t), text(links[0]), text(links[1]), text(links[2])}
}

// yes is "Yes" where something was told; that nothing was told is no "No".
func yes(list []string) any {
	if len(list) > 0 {
		return "Yes"
	}
	return nil
}

// notes says that the days are those of encounters, which may be fewer than those of
// the stay.
func notes(t *trip) string {
	if t.encounters == 1 {
		return "from one encounter; the stay may have been longer"
	}
	return "from several encounters; the stay may have been longer"
}

// leaderRole is HOS for a head of state, HOG for a head of government, IGO for the
// head of an international body, and "" for everybody else.
func leaderRole(p readout.Party) string {
	if p.Kind != readout.Person {
		return ""
	}
	role := strings.ToLower(p.Role)
	switch role {
	case "president", "king", "queen", "emir", "sultan", "emperor", "supreme leader", "pope", "grand duke", "prince":
		if p.Country == "" && role == "president" {
			return "IGO"
		}
		return "HOS"
	case "prime minister", "chancellor", "premier", "taoiseach", "chief minister":
		return "HOG"
	case "secretary-general", "director-general", "managing director", "high representative":
		if p.Country == "" {
			return "IGO"
		}
	}
	return ""
}

// surname is the last word of a name, or the first where the family name comes first.
func surname(p readout.Party) string {
	words := strings.Fields(p.Name)
	if len(words) == 0 {
		return ""
	}
	switch p.Country {
	case "CN", "TW", "KP", "KR", "VN", "KH":
		return words[0]
	}
	return words[len(words)-1]
}

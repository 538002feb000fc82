package gazetteer

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"readout"
)

func (g *Gazetteer) readSeries(t *table, i int) error {
	r := t.row(i)
	s := &Series{Key: r[0], Name: r[1], Aliases: list(r[2]), Members: list(r[3])}
	if s.Name == "" {
		return t.fault(i, "give it the name that the press uses", "the row has no name")
	}
	for _, m := range s.Members {
		if g.states[m] == nil && g.bodies[m] == nil {
			return t.fault(i, "use a code of states.tsv or a key of bodies.tsv or groups.tsv", "the member %q is not known", m)
		}
	}
	for _, n := range append([]string{s.Name}, s.Aliases...) {
		w := telling(Fold(unpossessed(n)))
		if len(w) == 0 {
			w = []string{"\x00"} // no name of its own
		}
		s.words = append(s.words, w)
	}
	e, err := g.put(t, i, Entry{ID: "gathering:" + r[0], Kind: Gathering, Name: s.Name, Class: "series"})
	if err != nil {
		return err
	}
	g.nameAll(e, r[1], r[2])
	g.series = append(g.series, s)
	return nil
}

func (g *Gazetteer) readGathering(t *table, i int) error {
	r := t.row(i)
	var s *Series
	for _, x := range g.series {
		if x.Key == r[0] {
			s = x
		}
	}
	if s == nil {
		return t.fault(i, "add the series to series.tsv under that key", "the series %q is not known", r[0])
	}
	side, err := g.country(t, i, r[5])
	if err != nil {
		return err
	}
	from, to, bad := dates(r[2], r[3])
	if bad != "" || r[2] == "" || r[3] == "" {
		return t.fault(i, "write first and last day as 2016-09-04", "%q to %q are no dates", r[2], r[3])
	}
	if to < from {
		return t.fault(i, "check the two dates", "the gathering ends on %s before it begins on %s", r[3], r[2])
	}
	name := r[1]
	if name == "" {
		name = s.Name
	}
	e, err := g.put(t, i, Entry{ID: "gathering:" + r[0] + "/" + r[2] + "/" + plainCity(r[4]), Kind: Gathering, Name: name, City: plainCity(r[4]), Country: r[5], Side: side, Date: readout.Between(from, to)})
	if err != nil {
		return err
	}
	ed := &Edition{Entry: e, Series: s, From: from, To: to, Venue: r[6]}
	other := list(r[7])
	if r[1] != "" {
		other = append(other, r[1])
	}
	for _, n := range other {
		g.names.add(n, e, Alias)
		for _, w := range telling(Fold(n)) {
			if !s.hasWord(w) && !contains(ed.words, w) {
				ed.words = append(ed.words, w)
			}
		}
	}
	for _, c := range strings.Split(r[4], "/") {
		if c != "" {
			ed.cities = append(ed.cities, Fold(c))
		}
	}
	for _, n := range other {
		ed.names = append(ed.names, Fold(n))
	}
	for _, c := range append(other, r[6]) {
		if c != "" {
			ed.cities = append(ed.cities, Fold(c))
		}
	}
	s.Editions = append(s.Editions, ed)
	g.editions = append(g.editions, ed)
	return nil
}

// wholePlaceNames asks for the whole of a name that tells nothing but a place
// ("the Antalya forum"), lest every gathering there be taken for this one.
func (s *Series) wholePlaceNames() {
	places := map[string]bool{}
	for _, e := range s.Editions {
		for _, c := range e.cities {
			for _, w := range words(c) {
				places[w] = true
			}
		}
	}
	for i, n := range append([]string{s.Name}, s.Aliases...) {
		if i >= len(s.words) {
			return
		}
		only := true
		for _, w := range s.words[i] {
			only = only && places[w]
		}
		if only {
			s.words[i] = words(Fold(n))
		}
	}
}

func (s *Series) hasWord(w string) bool {
	for _, name := range s.words {
		if contains(name, w) {
			return true
		}
	}
	return false
}

// plainCity is the first of the spellings of a city.
func plainCity(cities string) string {
	first, _, _ := strings.Cut(cities, "/")
	return first
}

func (g *Gazetteer) finishSeries() {
	for _, s := range g.series {
		sort.SliceStable(s.Editions, func(i, j int) bool { return s.Editions[i].From < s.Editions[j].From })
		s.wholePlaceNames()
	}
	sort.SliceStable(g.editions, func(i, j int) bool { return g.editions[i].From < g.editions[j].From })
	g.indexEditions()
}

// indexEditions files the editions under every word without which a phrase does not mean
// them, so that not all of them need be looked at.
func (g *Gazetteer) indexEditions() {
	g.editionsBy = map[string][]int32{}
	for i, e := range g.editions {
		g.file(int32(i), Fold(e.Side))
		for _, day := range []readout.Day{e.From, e.To} {
			year, _, _ := day.Civil()
			g.file(int32(i), strconv.Itoa(year))
		}
		for _, name := range e.Series.words {
			g.file(int32(i), name[0])
		}
		for _, names := range [][]string{e.cities, e.names, e.words} {
			for _, n := range names {
				g.file(int32(i), n)
			}
		}
	}
}

// file puts the edition under the first word of the name.
func (g *Gazetteer) file(edition int32, name string) {
	word, _, _ := strings.Cut(name, " ")
	under := g.editionsBy[word]
	if word != "" && (len(under) == 0 || under[len(under)-1] != edition) {
		g.editionsBy[word] = append(under, edition)
	}
}

// mentioned are the editions, in their order, one of whose words stands among these.
func (g *Gazetteer) mentioned(words []string) []int32 {
	var out []int32
	for _, w := range words {
		out = append(out, g.editionsBy[w]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// telling are the words of a folded name that tell gatherings apart.
func telling(folded string) []string {
	var out []string
	for _, w := range words(folded) {
		if !isPlainGatheringWord(w) {
			out = append(out, w)
		}
	}
	return out
}

func isPlainGatheringWord(w string) bool {
	switch w {
	case "summit", "summits", "the", "meeting", "leaders", "conference", "talks", "of", "in", "at", "on", "and", "a", "an",
		"annual", "high", "level", "week", "heads", "state", "government", "round", "session", "forum", "gathering", "this", "last", "recent", "years", "year", "s", "informal", "special", "extraordinary", "ministerial", "to", "for", "next", "days", "day":
		return true
	}
	return false
}

// Match is an edition that a phrase may mean, with the reason.
type Match struct {
	*Edition
	Score  int
	Reason string
	placed bool // the phrase names the place
	called bool // the phrase has one of its own names whole
	words  int  // the score by the words alone
}

// Gatherings returns the editions that a phrase may mean ("the G20 in Hangzhou",
// "APEC"), the likeliest first, at most eight. City and day help where given
// (hasDay tells whether day counts). sure tells that the first one is meant: only
// one edition fits the words, or the day tells it from the rest.
func (g *Gazetteer) Gatherings(phrase, city string, day readout.Day, hasDay bool) (out []Match, sure bool) {
	return choose(g.matching(phrase, city), day, hasDay)
}

// matching are the editions that the words may mean, however far in time.
func (g *Gazetteer) matching(phrase, city string) (out []Match) {
	folded := Fold(unpossessed(phrase))
	in := shortened(" " + strings.Join(words(folded), " ") + " ")
	where := Fold(city)
	year, hasYear := yearIn(in)
	for _, i := range g.mentioned(strings.Fields(in + " " + where)) {
		if m := g.editions[i].match(in, where, year, hasYear); m.Score > 0 {
			out = append(out, m)
		}
	}
	return atPlaceNamed(out)
}

// unpossessed leaves the possessive away: "Rabin's funeral" is the Rabin funeral.
func unpossessed(phrase string) string { return withoutPossessive.Replace(phrase) }

var withoutPossessive = strings.NewReplacer("’s ", " ", "'s ", " ")

// atPlaceNamed leaves out the gatherings of a series elsewhere where the phrase names
// the place of one of them: "the Istanbul talks" are none of those in Brest, though
// those be nearer in time.
func atPlaceNamed(out []Match) []Match {
	placed := map[*Series]bool{}
	for _, m := range out {
		placed[m.Series] = placed[m.Series] || m.placed
	}
	kept := out[:0]
	for _, m := range out {
		if m.placed || !placed[m.Series] {
			kept = append(kept, m)
		}
	}
	return kept
}

// shortened adds the short names of bodies after a phrase that has them in full,
// so that "the Russia-European Union summit" is the EU-Russia one.
func shortened(in string) string {
	for _, b := range [...][2]string{{"european union", "eu"}, {"united states", "us"}, {"united nations", "un"}, {"gulf cooperation council", "gcc"}, {"commonwealth of independent states", "cis"}, {"africa", "african"}, {"russian", "russia"}, {"chinese", "china"}, {"american", "us"}, {"japanese", "japan"}} {
		if has(in, b[0]) && !has(in, b[1]) {
			in += b[1] + " "
		}
	}
	return in
}

func yearIn(in string) (int, bool) {
	for _, w := range strings.Fields(in) {
		if len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20")) {
			y := 0
			for i := range 4 {
				if w[i] < '0' || w[i] > '9' {
					return 0, false
				}
				y = y*10 + int(w[i]-'0')
			}
			return y, true
		}
	}
	return 0, false
}

// NameFor is the edition's name for somebody who asked by the phrase: with the city
// where the phrase names the place rather than the series.
func (e *Edition) NameFor(phrase string) string {
	in := shortened(" " + strings.Join(words(Fold(phrase)), " ") + " ")
	if e.Series.namedIn(in) > 0 || e.City == "" || strings.Contains(Fold(e.Name), Fold(e.City)) {
		return e.Name
	}
	return e.Name + " in " + e.City
}

func has(in, w string) bool { return w != "" && strings.Contains(in, " "+w+" ") }

func (e *Edition) match(in, where string, year int, hasYear bool) Match {
	m := Match{Edition: e}
	var why []string
	if n := e.Series.namedIn(in); n > 0 {
		m.Score += 20 + n
		why = append(why, "series named")
	}
	for i, c := range e.cities {
		if has(in, c) || where != "" && where == c {
			m.Score += 12
			if i == 0 {
				m.Score++
			}
			m.called = e.Series.calledIn(in)
			why = append(why, "place named")
			m.placed = true
			break
		}
	}
	if !m.placed && where != "" && where == Fold(e.Side) {
		m.Score += 10
		why = append(why, "country after it")
		m.placed = true
	}
	for _, n := range e.names {
		if has(in, n) {
			m.Score += 4
			why = append(why, "called so")
			m.called = true
			break
		}
	}
	if has(in, Fold(e.Side)) && e.Side != "" {
		m.Score += 4
		why = append(why, "country named")
	}
	named := 0
	for _, w := range e.words {
		if has(in, w) {
			named++
		}
	}
	if named > 0 && len(why) == 0 {
		m.Score += 6
		why = append(why, "word of its name")
	}
	if named > 0 {
		m.Score += min(named, 4)
	}
	if ministers := has(Fold(" "+e.Name+" "), "ministers"); m.Score > 0 && ministers && has(in, "summit") {
		m.Score -= 8
	} else if m.Score > 0 && ministers && !has(in, "ministers") && !has(in, "ministerial") {
		m.Score -= 4 // "the G20" alone is that of the leaders, unless the other is near
	} else if m.Score > 0 && !ministers && (has(in, "ministers") || has(in, "ministerial")) {
		m.Score -= 3
	}
	if hasYear {
		y, _, _ := e.From.Civil()
		if y2, _, _ := e.To.Civil(); y != year && y2 != year {
			return Match{}
		}
		m.Score += 10
	}
	if len(why) == 1 && why[0] == "country named" {
		return Match{}
	}
	m.Reason = strings.Join(why, ", ")
	return m
}

// calledIn tells whether one of the series' names stands whole in the phrase.
func (s *Series) calledIn(in string) bool {
	for _, n := range append([]string{s.Name}, s.Aliases...) {
		if has(in, strings.Join(words(Fold(n)), " ")) {
			return true
		}
	}
	return false
}

// namedIn returns the number of telling words of the longest of the series' names
// that stand in the phrase.
func (s *Series) namedIn(in string) int {
	best := 0
	for _, name := range s.words {
		all, n := true, 0
		for _, w := range name {
			all = all && has(in, w)
			if !isPlainGatheringWord(w) {
				n++
			}
		}
		if all {
			best = max(best, n, 1)
		}
	}
	return best
}

// choose sorts the matches and says whether the first is sure. Of those with the
// best words the one nearest the day wins; without a day there must be only one.
func choose(out []Match, day readout.Day, hasDay bool) ([]Match, bool) {
	for i := range out {
		out[i].words = out[i].Score
		if hasDay {
			out[i].Score -= min(out[i].away(day)/20, 15)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Score != out[j].Score {
			return out[i].Score > out[j].Score
		}
		if hasDay {
			return out[i].away(day) < out[j].away(day)
		}
		return out[i].From > out[j].From
	})
	if len(out) > 8 {
		out = out[:8]
	}
	if len(out) == 0 {
		return nil, false
	}
	tied := len(out) > 1 && out[1].Score == out[0].Score
	if !hasDay {
		return out, !tied
	}
	away := out[0].away(day)
	return out, away <= 400 && (!tied || out[1].away(day) > away)
}

// away is how far the edition lies from the day, in days; what is to come counts
// half as much again, for news speaks more of what has been.
func (m Match) away(day readout.Day) int {
	switch {
	case day < m.From:
		return int(m.From-day) * 3 / 2
	case day > m.To:
		return int(day - m.To)
	}
	return 0
}

// SummitsOf returns the summits of two people alone that go by their names, in order
// of time.
func (g *Gazetteer) SummitsOf(a, b string) []*Edition {
	var out []*Edition
	for _, e := range g.editions {
		if e.Series.Key == "BILATERAL" && e.namedAfter(a) && e.namedAfter(b) {
			out = append(out, e)
		}
	}
	return out
}

// namedAfter tells whether the gathering's names hold somebody's family name: the last
// word of the name, or the first in Eastern order ("Kim Jong-un").
func (e *Edition) namedAfter(person string) bool {
	family := Fold(FamilyName(person))
	first, _, _ := strings.Cut(Fold(person), " ")
	half := first == "north" || first == "south" // of a country, which the other word alone does not name
	for _, n := range e.names {
		if half {
			if strings.Contains(Fold(n), Fold(person)) {
				return true
			}
			continue
		}
		for _, w := range words(n) {
			if w == family || w == first {
				return true
			}
		}
	}
	return false
}

// HeldIn returns the gatherings of many that were held in the country with that code,
// in order of time.
func (g *Gazetteer) HeldIn(country string) []*Edition {
	var out []*Edition
	for _, e := range g.editions {
		if e.Country == country && e.Series.Key != "BILATERAL" {
			out = append(out, e)
		}
	}
	return out
}

// OfMinisters tells a gathering of ministers from one of leaders.
func (e *Edition) OfMinisters() bool { return strings.Contains(Fold(e.Name), "ministers") }

// OfMany tells a summit, conference or assembly, at whose margin people meet, from talks
// that are themselves the meeting, and from ceremonies.
func (e *Edition) OfMany() bool {
	name := Fold(e.Series.Name)
	for _, w := range [...]string{"summit", "conference", "assembly", "forum"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// HeldAt tells whether the gathering was in the city, or at the venue, of that name.
func (e *Edition) HeldAt(city string) bool { return contains(e.cities, Fold(city)) }

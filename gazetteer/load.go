package gazetteer

import (
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strings"
)

//go:embed data/*.tsv
var data embed.FS

// Load reads the tables that are built in.
func Load() (*Gazetteer, error) { return LoadWith(nil) }

// LoadWith reads the tables that are built in and those of overlay, which extend
// them; a row of overlay with the key of a built-in one takes its place. Each of
// its tables may be missing. A mistake in it is a *Problem.
func LoadWith(overlay fs.FS) (*Gazetteer, error) {
	tables := make(map[string][]*table, 12)
	n := 0
	for _, name := range Tables() {
		base, err := readTable(data, "data", name, false)
		if err != nil {
			return nil, err
		}
		tables[name] = append(tables[name], base)
		n += base.len()
		if overlay == nil {
			continue
		}
		own, err := readTable(overlay, "", name, true)
		if err != nil {
			return nil, err
		}
		tables[name] = append(tables[name], own)
		n += own.len()
	}
	return fill(tables, n)
}

// Tables are the names of the tables, in the order in which they are read.
func Tables() []string {
	return []string{"states.tsv", "bodies.tsv", "groups.tsv", "regions.tsv", "cities.tsv", "venues.tsv",
		"people.tsv", "offices.tsv", "series.tsv", "gatherings.tsv", "journeys.tsv", "topics.tsv", "forenames.tsv"}
}

func fill(tables map[string][]*table, n int) (*Gazetteer, error) {
	g := &Gazetteer{
		entries:  make([]Entry, 0, n),
		byID:     make(map[string]*Entry, n),
		states:   make(map[string]*Entry, 256),
		stateFor: make(map[string]*Entry, 2048),
		capital:  make(map[string]string, 256),
		bodies:   make(map[string]*Entry, 512),
		held:     map[*Entry][]int32{},
		holders:  map[string][]int32{},
		surnames: map[string][]*Entry{},
		given:    map[string]sex{},
		journeys: map[string][]*Journey{},
		names:    newTrie(3 * n),
	}
	readers := map[string]func(*table, int) error{
		"states.tsv": g.readState, "bodies.tsv": g.readBody, "groups.tsv": g.readGroup,
		"regions.tsv": g.readRegion, "cities.tsv": g.readCity, "venues.tsv": g.readVenue,
		"people.tsv": g.readPerson, "offices.tsv": g.readOffice, "series.tsv": g.readSeries,
		"gatherings.tsv": g.readGathering, "journeys.tsv": g.readJourney, "topics.tsv": g.readTopic, "forenames.tsv": g.readForename,
	}
	for _, name := range Tables() {
		if err := eachRow(tables[name], name, readers[name]); err != nil {
			return nil, err
		}
	}
	g.finish()
	return g, nil
}

// eachRow gives the rows of one table that count to read: those of the last table
// with their key. Two rows of one file with one key are a mistake.
func eachRow(layers []*table, name string, read func(*table, int) error) error {
	over := map[string]bool{}
	for l := len(layers) - 1; l >= 0; l-- {
		t := layers[l]
		seen := make(map[string]int32, t.len())
		for i := range t.len() {
			key := keyOf(name, t.row(i))
			if key == "" {
				return t.fault(i, "fill the first column", "the row has no key")
			}
			if line, twice := seen[key]; twice {
				return t.fault(i, "delete one of the two rows or give them different keys", "%q stands here a second time, first in line %d", strings.ReplaceAll(key, "\t", " "), line)
			}
			seen[key] = t.lines[i]
		}
		if l > 0 {
			for key := range seen {
				over[key] = true
			}
		}
	}
	for l, t := range layers {
		for i := range t.len() {
			if l == 0 && len(over) > 0 && over[keyOf(name, t.row(i))] {
				continue
			}
			if err := read(t, i); err != nil {
				return err
			}
		}
	}
	return nil
}

func keyOf(name string, row []string) string {
	switch name {
	case "cities.tsv":
		if row[3] != "" {
			return row[3]
		}
		return row[0] + "\t" + row[1] + "\t" + row[2]
	case "venues.tsv":
		return row[0] + "\t" + row[2]
	case "offices.tsv":
		return row[0] + "\t" + row[1] + "\t" + row[2] + "\t" + row[3]
	case "gatherings.tsv":
		return row[0] + "\t" + row[2] + "\t" + row[4]
	case "journeys.tsv":
		return row[0] + "\t" + row[1] + "\t" + row[2] + "\t" + row[3]
	}
	return row[0]
}

func (g *Gazetteer) put(t *table, i int, e Entry) (*Entry, error) {
	if e.Name == "" {
		return nil, t.fault(i, "give it the name that the press uses", "the row has no name")
	}
	if _, twice := g.byID[e.ID]; twice {
		return nil, t.fault(i, "give it a key of its own", "the key %q is taken already", e.ID)
	}
	g.entries = append(g.entries, e)
	p := &g.entries[len(g.entries)-1]
	g.byID[e.ID] = p
	return p, nil
}

func (g *Gazetteer) country(t *table, i int, code string) (string, error) {
	if code == "" {
		return "", nil
	}
	s := g.states[code]
	if s == nil {
		return "", t.fault(i, "use the ISO 3166-1 alpha-2 code of a row of states.tsv, such as FR", "the country %q is not known", code)
	}
	return s.Name, nil
}

func (g *Gazetteer) readState(t *table, i int) error {
	r := t.row(i)
	if len(r[0]) != 2 || strings.ToUpper(r[0]) != r[0] {
		return t.fault(i, "use the ISO 3166-1 alpha-2 code, such as FR", "%q is no code of a country", r[0])
	}
	e, err := g.put(t, i, Entry{ID: "state:" + r[0], Kind: State, Name: r[1], Country: r[0], Side: r[1], Wikidata: r[7]})
	if err != nil {
		return err
	}
	g.states[r[0]] = e
	g.capital[r[0]] = r[5]
	g.nameState(e, r[1], Full)
	for col, as := range map[int]As{2: Alias, 3: Adjective, 4: National} {
		for _, n := range list(r[col]) {
			if as == Alias && len(n) <= 4 {
				g.nameState(e, n, Short)
				continue
			}
			g.nameState(e, n, as)
		}
	}
	for _, n := range list(r[6]) {
		g.names.add(n, e, Metonym)
	}
	if r[5] != "" {
		g.names.add(r[5], e, CapitalName)
	}
	return nil
}

func (g *Gazetteer) nameState(e *Entry, name string, as As) {
	g.names.add(name, e, as)
	key := Fold(name)
	if old := g.stateFor[key]; old == nil || as <= Short && old.Name != name {
		g.stateFor[key] = e
	}
}

func (g *Gazetteer) readBody(t *table, i int) error {
	r := t.row(i)
	if g.states[r[0]] != nil {
		return t.fault(i, "give the body a key that is no country's", "the key %q is the code of a country", r[0])
	}
	kind := Body
	if r[3] == "outlet" {
		kind = Outlet
	}
	e := Entry{ID: "body:" + r[0], Kind: kind, Name: r[1], Class: r[3], Wikidata: r[5], Side: r[1]}
	if s := g.states[r[4]]; s != nil {
		e.Country, e.Side = s.Country, s.Name
	} else if b := g.bodies[r[4]]; b != nil {
		e.Side = b.Name
	} else if r[4] != "" {
		return t.fault(i, "use a code of states.tsv or the key of a body in a row above", "the side %q is not known", r[4])
	}
	p, err := g.put(t, i, e)
	if err != nil {
		return err
	}
	g.bodies[r[0]] = p
	g.nameAll(p, r[1], r[2])
	return nil
}

func (g *Gazetteer) readGroup(t *table, i int) error {
	r := t.row(i)
	if _, err := g.country(t, i, r[3]); err != nil {
		return err
	}
	e, err := g.put(t, i, Entry{ID: "group:" + r[0], Kind: Group, Name: r[1], Side: r[1], Country: r[3], Wikidata: r[4]})
	if err != nil {
		return err
	}
	if g.bodies[r[0]] != nil {
		return t.fault(i, "give the group another key", "the key %q is that of a body", r[0])
	}
	g.bodies[r[0]] = e
	g.nameAll(e, r[1], r[2])
	return nil
}

// nameAll adds the name and the aliases of a body, group, place or gathering.
func (g *Gazetteer) nameAll(e *Entry, name, aliases string) {
	g.names.add(name, e, Full)
	for aliases != "" {
		var n string
		n, aliases, _ = strings.Cut(aliases, "|")
		as := Alias
		if len(n) <= 6 && strings.ToUpper(n) == n {
			as = Short
		}
		g.names.add(n, e, as)
	}
}

func (g *Gazetteer) readRegion(t *table, i int) error {
	r := t.row(i)
	side, err := g.country(t, i, r[2])
	if err != nil {
		return err
	}
	e, err := g.put(t, i, Entry{ID: "region:" + r[0], Kind: Region, Name: r[0], Country: r[2], Side: side})
	if err == nil {
		g.nameAll(e, r[0], r[1])
	}
	return err
}

func (g *Gazetteer) readCity(t *table, i int) error {
	r := t.row(i)
	side, err := g.country(t, i, r[1])
	if err != nil {
		return err
	}
	id := "city:" + r[3]
	if r[3] == "" {
		id = "city:" + r[0] + "/" + r[1] + "/" + r[2]
	}
	e, err := g.put(t, i, Entry{ID: id, Kind: City, Name: r[0], Country: r[1], Side: side, GeoNames: r[3],
		City: r[0], Admin: r[2], Capital: r[4] == "capital", Big: r[4] != ""})
	if err == nil {
		g.nameAll(e, r[0], r[5])
	}
	return err
}

func (g *Gazetteer) readVenue(t *table, i int) error {
	r := t.row(i)
	side, err := g.country(t, i, r[3])
	if err != nil {
		return err
	}
	e, err := g.put(t, i, Entry{ID: "venue:" + r[0] + "/" + r[2], Kind: Venue, Name: r[0], City: r[2], Country: r[3], Side: side})
	if err == nil {
		g.nameAll(e, r[0], r[1])
	}
	return err
}

func (g *Gazetteer) readPerson(t *table, i int) error {
	r := t.row(i)
	if r[4] != "" && r[4] != "f" && r[4] != "m" {
		return t.fault(i, "write f, m or nothing", "the sex %q is not known", r[4])
	}
	e, err := g.put(t, i, Entry{ID: "person:" + r[0], Kind: Person, Name: r[1], Female: r[4] == "f", Male: r[4] == "m", Wikidata: r[5]})
	if err != nil {
		return err
	}
	g.nameAll(e, r[1], r[2])
	family := r[3]
	if family == "" {
		family = FamilyName(r[1])
	}
	e.surname, _, _ = strings.Cut(family, "|")
	for _, n := range list(family) {
		g.names.add(n, e, Surname)
		key := Fold(n)
		if held := g.surnames[key]; len(held) == 0 || held[len(held)-1] != e { // "Erdoğan" and "Erdogan" are one
			g.surnames[key] = append(held, e)
		}
	}
	return nil
}

// FamilyName is the part of a name in Western order that the press uses alone: its
// last word, with the particles before it ("bin Salman", "von der Leyen"), without
// "Jr." and the like.
func FamilyName(name string) string {
	w := strings.Fields(name)
	for len(w) > 1 && isSuffix(w[len(w)-1]) {
		w = w[:len(w)-1]
	}
	if len(w) < 2 {
		return name
	}
	from := len(w) - 1
	for from > 1 && isParticle(w[from-1]) {
		from--
	}
	return strings.Join(w[from:], " ")
}

func isSuffix(w string) bool {
	w = strings.Trim(w, ".,")
	return w == "Jr" || w == "Sr" || strings.Trim(w, "IVX") == ""
}

func isParticle(w string) bool {
	switch w {
	case "van", "von", "der", "den", "de", "del", "da", "dos", "di", "la", "bin", "bint", "ben", "ibn", "Van", "Von", "De", "Del", "Da", "Di", "La", "Bin", "Ben", "Abu", "le", "Le", "ter", "al", "Al", "el", "El", "du", "Du", "e":
		return true
	}
	return false
}

func (g *Gazetteer) readOffice(t *table, i int) error {
	r := t.row(i)
	p := g.byID["person:"+r[0]]
	if p == nil {
		return t.fault(i, "add the person to people.tsv under that id", "the person %q is not known", r[0])
	}
	term := Term{Person: p, Office: r[1], Key: r[2], Acting: r[5] == "acting"}
	if s := g.states[r[2]]; s != nil {
		term.Side = s.Name
	} else if b := g.bodies[r[2]]; b != nil {
		term.Side = b.Name
	} else {
		return t.fault(i, "use a code of states.tsv or a key of bodies.tsv or groups.tsv", "the side %q is not known", r[2])
	}
	if r[1] == "" {
		return t.fault(i, "name the office, such as foreign minister", "the row has no office")
	}
	var bad string
	if term.From, term.To, bad = dates(r[3], r[4]); bad != "" {
		return t.fault(i, "write 2014-03-27, 2014-03 or 2014", "%q is no date", bad)
	}
	if term.To < term.From {
		return t.fault(i, "check the two dates", "the term ends on %s before it begins on %s", r[4], r[3])
	}
	g.terms = append(g.terms, term)
	return nil
}

func (g *Gazetteer) readTopic(t *table, i int) error {
	r := t.row(i)
	if _, _, bad := dates(r[3], ""); bad != "" {
		return t.fault(i, "write 2015-07-14, 2015-07 or 2015", "%q is no date", bad)
	}
	e, err := g.put(t, i, Entry{ID: "topic:" + r[0], Kind: Topic, Name: r[0], Class: r[2]})
	if err == nil {
		g.nameAll(e, r[0], r[1])
	}
	return err
}

// finish sorts what the rows gave and lays it out for looking up.
func (g *Gazetteer) finish() {
	sort.SliceStable(g.terms, func(i, j int) bool { return g.terms[i].From < g.terms[j].From })
	for i := range g.terms {
		t := &g.terms[i]
		g.held[t.Person] = append(g.held[t.Person], int32(i))
		key := t.Office + "/" + t.Key
		g.holders[key] = append(g.holders[key], int32(i))
		t.Person.Side = t.Side
		t.Person.Country = ""
		if len(t.Key) == 2 && g.states[t.Key] != nil {
			t.Person.Country = t.Key
		}
		g.last = max(g.last, t.From) // not when a term will end: that is known years ahead
	}
	g.finishSeries()
	g.names.pack()
	g.finishJourneys()
}

func (g *Gazetteer) String() string {
	return fmt.Sprintf("%d entries, %d names, %d terms of office, %d gatherings", len(g.entries), g.Names(), len(g.terms), len(g.editions))
}

package gazetteer

import "readout"

// Kind tells what an entry is.
type Kind uint8

// The kinds of entry.
const (
	Person Kind = iota + 1
	State
	City
	Region
	Venue
	Body   // an international or regional body, a ministry, a parliament, a company
	Outlet // a news agency, newspaper or broadcaster
	Group  // an armed or political group
	Gathering
	Topic // a treaty, conflict, agreement or sanctions regime
)

var kindNames = [...]string{"", "person", "state", "city", "region", "venue", "body", "outlet", "group", "gathering", "topic"}

func (k Kind) String() string { return kindNames[k] }

// As tells which of an entry's names a form is.
type As uint8

// The kinds of name, the most telling first.
const (
	Full        As = iota // the usual name in full: "Sergei Lavrov", "Russia", "Hamburg"
	Alias                 // another name or spelling in full: "Sergey Lavrov", "Czechia"
	Short                 // an abbreviation: "UN", "U.S.", "MBS"
	Surname               // the surname alone: "Lavrov"
	Adjective             // of a state: "Russian"
	National              // of a state: "Russians", "Frenchman"
	CapitalName           // a capital, standing for its government: "Moscow"
	Metonym               // a building or quarter, standing for a government: "Kremlin"
)

var asNames = [...]string{"name", "alias", "short name", "surname", "adjective", "national", "capital", "metonym"}

func (a As) String() string { return asNames[a] }

// Entry is one thing that has a name.
type Entry struct {
	ID       string
	Kind     Kind
	Name     string // the usual English name in the press, without titles
	Country  string // ISO 3166-1 alpha-2; of a person, that of the latest office
	Side     string // usual English name of the country or body acted for
	Wikidata string
	GeoNames string
	Female   bool
	Male     bool
	Class    string // of a body or group: "international", "ministry", "spokesman's office", …
	Capital  bool   // of a city
	Big      bool   // of a city: known the world over, so meant where nothing else is said
	City     string // of a venue, body or gathering: where it is
	Admin    string // of a city: the region it lies in
	Date     readout.Date
	surname  string
}

// Ref is an entry with the kind of name that a form is for it.
type Ref struct {
	*Entry
	As As
}

// Term is a stretch of time for which somebody held an office.
type Term struct {
	Person *Entry
	Office string // as in offices.tsv: "president", "foreign minister", "State Department spokesperson"
	Key    string // ISO 3166-1 alpha-2 of the country, or the key of the body or group
	Side   string // its usual English name
	From   readout.Day
	To     readout.Day // the last day; Open where the term had not ended
	Acting bool
}

// Open is the last day of a term that had not ended when the tables were made.
const Open = readout.Day(1 << 30)

// On tells whether the term covers the day.
func (t *Term) On(d readout.Day) bool { return t.From <= d && d <= t.To }

// Edition is one gathering of a series, on its days and at its place.
type Edition struct {
	*Entry
	Series *Series
	From   readout.Day
	To     readout.Day
	Venue  string
	words  []string // folded name words that tell it from others
	cities []string // folded names of the city
	names  []string // folded names of its own
}

// Series is a line of gatherings: the G20, the NATO summits.
type Series struct {
	Key      string
	Name     string
	Aliases  []string
	Members  []string
	Editions []*Edition // by day
	words    [][]string
}

// Gazetteer is all that is known. It does not change once loaded, and any number
// of readers may use it at a time.
type Gazetteer struct {
	entries    []Entry
	byID       map[string]*Entry
	states     map[string]*Entry // by ISO code
	stateFor   map[string]*Entry // by folded name
	capital    map[string]string // ISO code -> city
	bodies     map[string]*Entry // bodies and groups by key
	terms      []Term
	held       map[*Entry][]int32  // by person, in order of time
	holders    map[string][]int32  // by office key ("RU/president"), in order of time
	surnames   map[string][]*Entry // folded surname -> people
	series     []*Series
	editions   []*Edition
	editionsBy map[string][]int32 // by the words that their names and places begin with and those that tell them apart
	given      map[string]sex
	journeys   map[string][]*Journey // by the traveller's name, in order of time
	names      trie
	last       readout.Day
}

// Last is the last day that the tables speak of; a document later than that may
// name office holders that they do not know.
func (g *Gazetteer) Last() readout.Day { return g.last }

// Entry returns the entry of that id, or nil.
func (g *Gazetteer) Entry(id string) *Entry { return g.byID[id] }

// StateOf returns the state with that ISO 3166-1 alpha-2 code, or nil.
func (g *Gazetteer) StateOf(code string) *Entry { return g.states[code] }

// StateNamed returns the state with that name, alias or adjective, or nil.
func (g *Gazetteer) StateNamed(name string) *Entry { return g.stateFor[Fold(name)] }

// CapitalOf returns the capital of the state with that code, or "".
func (g *Gazetteer) CapitalOf(code string) string { return g.capital[code] }

// Len is the number of entries.
func (g *Gazetteer) Len() int { return len(g.entries) }

// Names is the number of names that Longest can find.
func (g *Gazetteer) Names() int { return g.names.names }

package text

import "readout"

// Reading is a document with all that the text engine made of it.
type Reading struct {
	Document  readout.Document
	Sections  []readout.Section
	Sentences []Sentence // of the sections that speak, and of headlines and captions; in text order
	Mentions  []Mention  // in text order; a mention within another follows it
	Entities  []Entity
	Times     []Time   // in text order
	Title     *Reading // of the title, where it is none of the sentences: its mentions mean entities of this reading
}

// Form tells how a mention refers.
type Form uint8

// The forms of a mention.
const (
	Name    Form = iota // a proper name: "Vladimir Putin", "Moscow", "the White House"
	Nominal             // a description: "the Russian leader", "the two sides", "a senior U.S. official"
	Pronoun             // "he", "they", "his"
)

// Class tells what kind of thing a mention or an entity is.
type Class uint8

// The classes.
const (
	NoClass     Class = iota
	Person            // one person
	People            // several persons or an unnamed number: "officials", "the two leaders", "they"
	State             // a country or its government: "Russia", "Moscow" as a government, "Kremlin"
	Place             // a city, region, building or natural feature
	Body              // an organisation, ministry, company, outlet
	Group             // an armed or political group
	Gathering         // a summit, conference or round
	Work              // an agreement, law, book, programme
	Nationality       // "Russian", "American" as a modifier
)

var classNames = [...]string{"", "person", "people", "state", "place", "body", "group", "gathering", "work", "nationality"}

func (c Class) String() string { return classNames[c] }

// ParseClass returns the class of that name; ok is false for any other word.
func ParseClass(s string) (Class, bool) {
	i, ok := find(classNames[:], s)
	return Class(i), ok
}

// Mention is a stretch of one sentence that names or stands for something.
type Mention struct {
	readout.Span
	Sentence    int   // index into Reading.Sentences
	First, Last Index // half-open token range
	Head        Index // the token that heads it in the tree
	Form        Form
	Class       Class
	Entity      int    // index into Reading.Entities, or -1
	Role        string // office or description told beside the name here: "Russian Foreign Minister"
	Entry       string // id of the gazetteer entry, "" where unknown or ambiguous
	Lead        int    // of a pronoun for one person: by how many points whom it was taken for leads the next best; 0 of all else
}

// Entity is what the mentions of a document that mean one thing have in common.
type Entity struct {
	Class    Class
	Party    readout.Party // for Person, People, State, Body, Group
	Place    readout.Place // for Place, and for a State or a Gathering where it is one somewhere
	Date     readout.Date  // for Gathering: when it was, where known
	Name     string        // display name: the full name where known
	Female   bool          // for Person, where known
	Male     bool
	Members  []int // for "the two leaders", "both sides": the entities meant, where known
	Mentions []int // indices into Reading.Mentions, in text order
	Entry    string
	Rule     string // how it was resolved
}

// TimeKind tells what a time expression gives.
type TimeKind uint8

// The kinds of time expression.
const (
	When     TimeKind = iota // a day, month, year or interval: Date is filled
	Duration                 // "90 minutes": Minutes is filled where under a week
	Set                      // "every Tuesday"
	Clock                    // "3 p.m.": the day, where one is meant, is in Date
)

// Time is a time expression with its value.
type Time struct {
	readout.Span
	Sentence    int
	First, Last Index
	Head        Index
	Kind        TimeKind
	Date        readout.Date // empty where nothing fixes it
	Minutes     readout.Minutes
	Basis       readout.Basis // Stated for a full date, Resolved for a relative one
	Rule        string
	Reference   string // what it was resolved against: "published", "dateline", "text", "" for none
}

// EntityAt returns the entity that the nominal headed by token h of sentence s
// stands for, or -1. The mention with the widest extent among those headed there wins.
func (r *Reading) EntityAt(s int, h Index) int {
	if m := r.MentionAt(s, h); m >= 0 {
		return r.Mentions[m].Entity
	}
	return -1
}

// MentionAt returns the index of the widest mention headed by token h of sentence s, or -1.
func (r *Reading) MentionAt(s int, h Index) int {
	best := -1
	for i := r.firstMention(s); i < len(r.Mentions) && r.Mentions[i].Sentence == s; i++ {
		m := &r.Mentions[i]
		if m.Head == h && (best < 0 || m.Last-m.First > r.Mentions[best].Last-r.Mentions[best].First) {
			best = i
		}
	}
	return best
}

// MentionsIn returns the half-open range of indices of the mentions of sentence s.
func (r *Reading) MentionsIn(s int) (from, to int) {
	from = r.firstMention(s)
	to = from
	for to < len(r.Mentions) && r.Mentions[to].Sentence == s {
		to++
	}
	return from, to
}

func (r *Reading) firstMention(s int) int {
	lo, hi := 0, len(r.Mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; r.Mentions[mid].Sentence < s {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

package resolve

import (
	"slices"
	"strings"

	"readout"
)

// Grouper puts accounts together as Encounters does, and tells no more than which are
// one: it keeps of each what is compared, so that a million need about a gigabyte.
type Grouper struct {
	ks    *keys
	units []*unit
	names []string // of the documents, by number
}

// NewGrouper returns a grouper without accounts.
func NewGrouper() *Grouper { return &Grouper{ks: newKeys()} }

// Record names a document's record of an encounter.
type Record struct{ Document, Record string }

// Add takes all accounts of one document. A document may be added once.
func (g *Grouper) Add(accounts []readout.Account) {
	for _, u := range unitsWith(g.ks, accounts) {
		if int(u.doc) == len(g.names) {
			g.names = append(g.names, u.document())
		}
		u.accounts, u.facts = nil, nil
		g.units = append(g.units, u)
	}
}

// Groups are the records of each encounter, in the order of Encounters.
func (g *Grouper) Groups() [][]Record {
	slices.SortFunc(g.units, func(a, b *unit) int { return strings.Compare(a.first, b.first) })
	var out [][]Record
	for _, us := range cluster(g.units, rulings(nil, nil)) {
		records := make([]Record, len(us))
		for i, u := range us {
			records[i] = Record{g.names[u.doc], u.record}
		}
		out = append(out, records)
	}
	return out
}

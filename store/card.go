package store

import (
	"readout"
)

// Card is what a list shows of an encounter.
type Card struct {
	ID        string      `json:"id"`
	Kind      string      `json:"kind"`
	Format    string      `json:"format,omitempty"`
	Status    string      `json:"status"`
	How       string      `json:"how,omitempty"`
	Date      string      `json:"date"`
	Who       []CardParty `json:"who"`
	Place     string      `json:"place"`
	Country   string      `json:"country,omitempty"`
	Gathering string      `json:"gathering"`
	Topics    []string    `json:"topics"`
	Documents int         `json:"documents"`
	Origins   int         `json:"origins"` // documents that are copies of one another count once
	Outlets   []string    `json:"outlets"`

	Contradictions int     `json:"contradictions"`
	Silences       int     `json:"silences"`
	Prospect       string  `json:"prospect,omitempty"` // what became of a plan, if it was one
	Confidence     float64 `json:"confidence"`
}

// CardParty is a participant in a list.
type CardParty struct {
	Name string `json:"name"`
	Side string `json:"side"`
	Role string `json:"role,omitempty"`
}

// The most that a card lists of each.
const (
	cardParties = 12
	cardTopics  = 6
	cardOutlets = 6
)

func cardOf(e readout.Encounter, outlets []string, documents, origins int, found []Finding) Card {
	c := Card{ID: e.ID, Kind: e.Kind.Value().String(), Format: e.Format.Value(), Status: e.Status.Value().String(), How: e.How.Value(),
		Date: string(e.Date.Value()), Place: e.Place.Value().String(), Country: e.Place.Value().Country, Gathering: e.Gathering.Value(),
		Who: []CardParty{}, Topics: []string{}, Outlets: append([]string{}, outlets[:min(len(outlets), cardOutlets)]...),
		Documents: documents, Origins: origins, Confidence: e.Confidence}
	for _, p := range e.Participants[:min(len(e.Participants), cardParties)] {
		v := p.Value()
		c.Who = append(c.Who, CardParty{v.Name, v.Side, v.Role})
	}
	for _, t := range e.Topics[:min(len(e.Topics), cardTopics)] {
		c.Topics = append(c.Topics, t.Value())
	}
	for _, f := range found {
		switch {
		case f.What == Disagreement && f.Type == Contradiction:
			c.Contradictions++
		case f.What == Silence:
			c.Silences++
		case f.What == Prospect:
			c.Prospect = f.Type
		}
	}
	return c
}

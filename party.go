package readout

import "strings"

// PartyKind says what a party is.
type PartyKind uint8

// The kinds of party.
const (
	Unknown PartyKind = iota
	Person
	State
	Organisation // an international or regional organisation, a ministry, a company, an outlet
	Group        // an armed or political group, or people told only by a description
)

var partyKindNames = [...]string{"", "person", "state", "body", "group"}

func (k PartyKind) String() string { return nameOf(partyKindNames[:], int(k)) }

// MarshalText writes the kind as its name.
func (k PartyKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind from its name; the empty text is Unknown.
func (k *PartyKind) UnmarshalText(t []byte) error {
	i, err := indexOf(partyKindNames[:], string(t), "party kind")
	*k = PartyKind(i)
	return err
}

// Party is a person, state, body or group that can meet another. Name is the full
// name without titles, or the description in the text where nobody is named. Side
// is the state (its usual English name) or body that the party acts for.
type Party struct {
	Kind     PartyKind `json:"kind,omitempty"`
	Name     string    `json:"name"`
	Side     string    `json:"side"`
	Role     string    `json:"role,omitempty"`     // the office held then, as the text or the gazetteer has it
	Country  string    `json:"country,omitempty"`  // ISO 3166-1 alpha-2 of the side, where it is a state
	Wikidata string    `json:"wikidata,omitempty"` // "Q…"
}

// String is the name with what tells who that is: "Karin Lindqvist (Sweden, foreign
// minister)".
func (p Party) String() string {
	var more []string
	if p.Side != "" && p.Side != p.Name {
		more = append(more, p.Side)
	}
	if p.Role != "" && !strings.EqualFold(p.Role, p.Name) {
		more = append(more, p.Role)
	}
	if len(more) == 0 {
		return p.Name
	}
	return p.Name + " (" + strings.Join(more, ", ") + ")"
}

// Place is where something happened, from the most specific outwards.
type Place struct {
	Venue    string `json:"venue,omitempty"`
	City     string `json:"city,omitempty"`
	Region   string `json:"region,omitempty"`
	Country  string `json:"country,omitempty"`  // usual English name
	Code     string `json:"code,omitempty"`     // ISO 3166-1 alpha-2
	GeoNames string `json:"geonames,omitempty"` // of the city
}

// String joins what is known with commas: "Teatro Colón, Buenos Aires, Argentina".
func (p Place) String() string {
	parts := make([]string, 0, 4)
	for _, s := range []string{p.Venue, p.City, p.Region, p.Country} {
		if s != "" && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

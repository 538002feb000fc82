package readout

import "fmt"

// Kind is the kind of an encounter.
type Kind uint8

// The kinds of encounter. They are those of the record's contract (doc/format.md).
const (
	Meeting Kind = iota + 1 // in person, formal or not, negotiations included
	Brief                   // a greeting, a handshake, a few words
	Call                    // by telephone or video
	Visit                   // a journey as such, when no counterpart meeting is told
)

var kindNames = [...]string{"", "meeting", "brief", "call", "visit"}

func (k Kind) String() string { return nameOf(kindNames[:], int(k)) }

// MarshalText writes the kind as its name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind from its name.
func (k *Kind) UnmarshalText(t []byte) error {
	i, err := indexOf(kindNames[:], string(t), "kind of encounter")
	*k = Kind(i)
	return err
}

// Status tells whether an encounter happened.
type Status uint8

// The statuses. A plan and a denial are facts and are kept as such.
const (
	Held      Status = iota + 1 // happened or is happening
	Planned                     // announced, agreed, expected, due
	Proposed                    // offered, asked for, sought, conditional
	Cancelled                   // called off, postponed, suspended
	Denied                      // refused, ruled out, no plans, avoided, said not to have happened
)

var statusNames = [...]string{"", "held", "planned", "proposed", "cancelled", "denied"}

func (s Status) String() string { return nameOf(statusNames[:], int(s)) }

// MarshalText writes the status as its name.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the status from its name.
func (s *Status) UnmarshalText(t []byte) error {
	i, err := indexOf(statusNames[:], string(t), "status")
	*s = Status(i)
	return err
}

// Minutes is how long an encounter took: at least Min, at most Max minutes.
type Minutes struct{ Min, Max int }

// String is "90 minutes", or "30 to 40 minutes" where it is known no better.
func (m Minutes) String() string {
	if m.Min == m.Max {
		return fmt.Sprintf("%d minutes", m.Min)
	}
	return fmt.Sprintf("%d to %d minutes", m.Min, m.Max)
}

// Voice tells who gives an account: the reporter (Speaker empty), or the speaker
// of the statement that holds it, with those who passed the words on, the
// outermost last.
type Voice struct {
	Speaker string   `json:"speaker,omitempty"`
	Role    string   `json:"role,omitempty"`
	Side    string   `json:"side,omitempty"`
	Via     []string `json:"via,omitempty"`
}

// Reporter is the voice of the document itself.
const Reporter = "reporter"

// Name is the speaker's name, or "reporter".
func (v Voice) Name() string {
	if v.Speaker == "" {
		return Reporter
	}
	return v.Speaker
}

// Facts are the fields of an encounter, each with the words that prove it.
type Facts struct {
	Kind         Cited[Kind]     `json:"kind"`
	Status       Cited[Status]   `json:"status"`
	Format       Cited[string]   `json:"format"` // finer than kind: "one-on-one", "handshake", "video", …
	How          Cited[string]   `json:"how"`    // of a cancelled or denied one: "called_off", "postponed", …
	Participants []Cited[Party]  `json:"participants"`
	Host         Cited[string]   `json:"host"`
	Initiator    Cited[string]   `json:"initiator"`
	Date         Cited[Date]     `json:"date"`
	Place        Cited[Place]    `json:"place"`
	Gathering    Cited[string]   `json:"gathering"`
	Topics       []Cited[string] `json:"topics"`
	Unraised     []Cited[string] `json:"unraised,omitempty"` // said not to have been talked about
	Duration     Cited[Minutes]  `json:"duration"`
	Outcome      Cited[string]   `json:"outcome"`
	Reason       Cited[string]   `json:"reason"` // why it was called off, put off or refused
	Tone         []Cited[string] `json:"tone"`
}

// Account is what one voice in one document tells of one encounter. It is
// immutable: a new text of the document makes new accounts.
type Account struct {
	ID        string `json:"id"`
	Document  string `json:"document"`
	Published string `json:"published,omitempty"` // when the document was, as it says
	Record    string `json:"record,omitempty"`    // names the encounter within the document; voices of one share it
	Voice     Voice  `json:"voice"`
	Facts
	Evidence   []Span  `json:"evidence"` // the sentences that tell of it, the most telling first
	Confidence float64 `json:"confidence"`
}

// Encounter is an occasion: a set of accounts, folded. It is derived and never
// edited. Within one document it folds the accounts of that document's voices.
type Encounter struct {
	ID string `json:"id"`
	Facts
	Evidence   []Span    `json:"evidence,omitempty"` // within one document
	Accounts   []Account `json:"accounts"`
	Confidence float64   `json:"confidence"`
	Marks      []string  `json:"-"` // what the confidence was reckoned from (package confidence); not kept
}

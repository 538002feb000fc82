package readout

// Mode tells how words are attributed.
type Mode uint8

// The modes of a statement.
const (
	Direct   Mode = iota + 1 // all in quotation marks
	Indirect                 // none in quotation marks
	Mixed                    // some
)

var modeNames = [...]string{"", "direct", "indirect", "mixed"}

func (m Mode) String() string { return nameOf(modeNames[:], int(m)) }

// MarshalText writes the mode as its name.
func (m Mode) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads the mode from its name.
func (m *Mode) UnmarshalText(t []byte) error {
	i, err := indexOf(modeNames[:], string(t), "mode")
	*m = Mode(i)
	return err
}

// Stance is what a cue lets show of the writer's trust in the words.
type Stance uint8

// The stances of a cue.
const (
	Neutral    Stance = iota // said, told, according to
	Distancing               // claimed, alleged
	Endorsing                // noted, acknowledged, confirmed
	Denying                  // denied, rejected
)

var stanceNames = [...]string{"neutral", "distancing", "endorsing", "denying"}

func (s Stance) String() string { return nameOf(stanceNames[:], int(s)) }

// MarshalText writes the stance as its name.
func (s Stance) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the stance from its name.
func (s *Stance) UnmarshalText(t []byte) error {
	i, err := indexOf(stanceNames[:], string(t), "stance")
	*s = Stance(i)
	return err
}

// Statement is words that a text attributes to somebody.
type Statement struct {
	ID       string          `json:"id"`
	Document string          `json:"document"`
	Speaker  Cited[Party]    `json:"speaker"`
	Mode     Mode            `json:"mode"`
	Content  Span            `json:"content"`
	Cue      Span            `json:"cue"` // empty for a turn of a transcript and a free continuation
	Stance   Stance          `json:"stance"`
	Via      []Cited[string] `json:"via"` // who passes it on, the outermost last
	Rule     string          `json:"rule"`
}

// Voice is the voice of what is told inside the statement.
func (s Statement) Voice() Voice {
	p := s.Speaker.Value()
	v := Voice{Speaker: p.Name, Role: p.Role, Side: p.Side}
	for _, c := range s.Via {
		v.Via = append(v.Via, c.Value())
	}
	return v
}

// Readout is what one document tells: its encounters, each with the accounts of
// the document's voices, and its statements.
type Readout struct {
	Document   Document    `json:"document"`
	Sections   []Section   `json:"sections"`
	Encounters []Encounter `json:"encounters"`
	Statements []Statement `json:"statements"`
}

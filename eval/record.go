package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// Record is a document's record in the form of doc/format.md, as far as it is compared.
type Record struct {
	ID         string             `json:"id"`
	Encounters []EncounterRecord  `json:"encounters"`
	Statements *[]StatementRecord `json:"statements"` // nil where the set has none
}

// EncounterRecord is one encounter of a record.
type EncounterRecord struct {
	Kind         string        `json:"kind"`
	Status       string        `json:"status"`
	Participants []PartyRecord `json:"participants"`
	Date         string        `json:"date"`
	Place        string        `json:"place"`
	Gathering    string        `json:"gathering"`
	Topics       []NameRecord  `json:"topics"`
	Evidence     []Range       `json:"evidence"`
	Optional     bool          `json:"optional"`
	Rule         string        `json:"-"` // of the program's: what told it apart as an encounter
}

// StatementRecord is one statement of a record.
type StatementRecord struct {
	Speaker  PartyRecord  `json:"speaker"`
	Mode     string       `json:"mode"`
	Content  Range        `json:"content"`
	Via      []NameRecord `json:"via"`
	Optional bool         `json:"optional"`
}

// PartyRecord is a participant or a speaker.
type PartyRecord struct {
	Name string `json:"name"`
	Side string `json:"side"`
}

// NameRecord is a name that stands as a plain string or as {"name": …}.
type NameRecord struct{ Name string }

// UnmarshalJSON reads both forms.
func (n *NameRecord) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &n.Name)
	}
	var o struct{ Name string }
	err := json.Unmarshal(b, &o)
	n.Name = o.Name
	return err
}

// Range is a half-open range of bytes.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

func (r Range) len() int { return max(0, r.End-r.Start) }

func (r Range) shared(o Range) int { return max(0, min(r.End, o.End)-max(r.Start, o.Start)) }

// ReadRecords reads one record a line. name is said in errors.
func ReadRecords(name string, r io.Reader) ([]Record, error) {
	var out []Record
	in := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var rec Record
			if e := json.Unmarshal(line, &rec); e != nil {
				return nil, fmt.Errorf("eval: %s:%d: %w", name, n, e)
			}
			out = append(out, rec)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("eval: %s: %w", name, err)
		}
	}
}

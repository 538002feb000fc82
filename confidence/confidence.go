// Package confidence says how likely a record, and each of its fields, is right.
//
// In goes what was read: the fields of an encounter with the rules and the bases that
// they were taken by, and the words that tell of it. Out comes a probability from 0 to 1.
// Records are weighed by a logistic regression over marks that a reader can check (was a
// date read, by which word is it told, is a party inferred, or told by a pronoun that
// could mean another); a field by how often its rule was right. Both tables are fitted
// on annotated articles by "readout evaluate --fit"; doc/confidence.md shows how well
// they hold on others.
//
// Load fails where a table is malformed.
package confidence

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"

	"readout"
)

//go:embed records.tsv
var recordTable string

//go:embed fields.tsv
var fieldTable string

// Scale weighs records and fields. It is immutable and may be shared.
type Scale struct {
	marks  map[string]float64 // log-odds
	fields map[string]float64 // probability, by "field rule" or "field basis"
}

// Load reads the tables that the package carries.
func Load() (*Scale, error) {
	marks, err := readTable("records.tsv", recordTable)
	if err != nil {
		return nil, err
	}
	fields, err := readTable("fields.tsv", fieldTable)
	if err != nil {
		return nil, err
	}
	return &Scale{marks, fields}, nil
}

// readTable reads "key<tab>number" lines under one header.
func readTable(name, table string) (map[string]float64, error) {
	out := map[string]float64{}
	for n, line := range strings.Split(strings.TrimRight(table, "\n"), "\n") {
		if n == 0 {
			continue
		}
		key, value, ok := strings.Cut(line, "\t")
		v, err := strconv.ParseFloat(value, 64)
		if !ok || err != nil {
			return nil, fmt.Errorf("confidence: %s:%d: %q is no key and number; write the table anew with: readout evaluate --fit", name, n+1, line)
		}
		out[key] = v
	}
	return out, nil
}

// Record is how likely an encounter with these marks is one that a careful reader would
// have written down.
func (s *Scale) Record(marks []string) float64 {
	sum := 0.0
	for _, m := range marks {
		sum += s.marks[m]
	}
	p := 1 / (1 + math.Exp(-sum))
	return math.Round(100*min(max(p, 0.02), 0.98)) / 100
}

// Field is how likely a field's value is right where its record is: by the rule that
// took it where that was seen often enough, else by the basis. 0 where nothing is known
// of the field.
func (s *Scale) Field(field, rule string, basis readout.Basis) float64 {
	if p, ok := s.fields[RuleKey(field, rule)]; ok {
		return p
	}
	return s.fields[BasisKey(field, basis)]
}

// RuleKey is the row of the fields' table for one rule.
func RuleKey(field, rule string) string { return field + " " + rule }

// BasisKey is the row of the fields' table for one basis.
func BasisKey(field string, basis readout.Basis) string { return field + " by " + basis.String() }

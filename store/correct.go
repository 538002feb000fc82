package store

import (
	"fmt"
	"strconv"
	"strings"

	"readout"
)

// Analyst is the role of the voice of a correction.
const Analyst = "analyst"

// correctionRule names who took a corrected value from the words.
const correctionRule = "analyst"

// Fields are the fields that can be corrected, in the order they are shown in.
func Fields() []string {
	return []string{"kind", "format", "status", "how", "participants", "host", "initiator", "date", "place", "gathering",
		"topics", "duration", "outcome", "reason"}
}

// corrected is the field with the value that an analyst gives it. An empty value says
// that the field is not told; kind, status and participants cannot be missing.
func corrected(field, value string, at readout.Span) (readout.Facts, error) {
	var f readout.Facts
	var err error
	value = strings.TrimSpace(value)
	switch field {
	case "kind":
		err = readText(&f.Kind, value, at)
	case "status":
		err = readText(&f.Status, value, at)
	case "date":
		if _, _, ok := readout.Date(value).Days(); !ok && value != "" {
			err = fmt.Errorf("%q is no date: write 2014-11-10, 2014-11, 2014 or 2014-11-10/2014-11-12", value)
		}
		f.Date = cited(readout.Date(value), at)
	case "place":
		f.Place = cited(placeOf(value), at)
	case "duration":
		m, e := minutesOf(value)
		f.Duration, err = cited(m, at), e
	case "participants":
		f.Participants, err = partiesOf(value, at)
	case "topics":
		f.Topics = phrasesOf(value, at)
	case "format", "how", "host", "initiator", "gathering", "outcome", "reason":
		*map[string]*readout.Cited[string]{"format": &f.Format, "how": &f.How, "host": &f.Host, "initiator": &f.Initiator,
			"gathering": &f.Gathering, "outcome": &f.Outcome, "reason": &f.Reason}[field] = cited(value, at)
	default:
		err = fmt.Errorf("%q is no field that can be corrected; one of: %s", field, strings.Join(Fields(), ", "))
	}
	return f, err
}

func cited[T any](v T, at readout.Span) readout.Cited[T] {
	return readout.Cite(v, correctionRule, readout.Stated, at)
}

// readText reads a value that goes by one of a few names.
func readText[T any, P interface {
	*T
	UnmarshalText([]byte) error
}](to *readout.Cited[T], value string, at readout.Span) error {
	var v T
	if value == "" {
		return fmt.Errorf("this field cannot be empty; reject the encounter instead")
	}
	if err := P(&v).UnmarshalText([]byte(value)); err != nil {
		return err
	}
	*to = cited(v, at)
	return nil
}

// placeOf reads a place as it is shown, from the most specific outwards.
func placeOf(s string) readout.Place {
	var parts []string
	for _, p := range strings.Split(s, ",") {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	switch n := len(parts); n {
	case 0:
		return readout.Place{}
	case 1:
		return readout.Place{Country: parts[0]}
	case 2:
		return readout.Place{City: parts[0], Country: parts[1]}
	case 3:
		return readout.Place{Venue: parts[0], City: parts[1], Country: parts[2]}
	default:
		return readout.Place{Venue: strings.Join(parts[:n-3], ", "), City: parts[n-3], Region: parts[n-2], Country: parts[n-1]}
	}
}

// minutesOf reads "35" or "30-40".
func minutesOf(s string) (readout.Minutes, error) {
	if s == "" {
		return readout.Minutes{}, nil
	}
	low, high, both := strings.Cut(s, "-")
	if !both {
		high = low
	}
	a, err := strconv.Atoi(strings.TrimSpace(low))
	b, err2 := strconv.Atoi(strings.TrimSpace(high))
	if err != nil || err2 != nil || a < 1 || b < a || b > 60*24*31 {
		return readout.Minutes{}, fmt.Errorf("%q is no duration: write minutes, as 35 or 30-40", s)
	}
	return readout.Minutes{Min: a, Max: b}, nil
}

// partiesOf reads "Ana Ruiz (Spain, foreign minister); Mali".
func partiesOf(s string, at readout.Span) ([]readout.Cited[readout.Party], error) {
	var out []readout.Cited[readout.Party]
	for _, one := range strings.Split(s, ";") {
		name, more, told := strings.Cut(one, "(")
		p := readout.Party{Name: strings.TrimSpace(name)}
		if told {
			side, role, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(more), ")"), ",")
			p.Side, p.Role = strings.TrimSpace(side), strings.TrimSpace(role)
		} else {
			p.Side = p.Name
		}
		if p.Name != "" {
			out = append(out, cited(p, at))
		}
	}
	if len(out) < 2 {
		return nil, fmt.Errorf("an encounter has two participants at least: write them as \"Ana Ruiz (Spain, foreign minister); Mali\"")
	}
	return out, nil
}

func phrasesOf(s string, at readout.Span) []readout.Cited[string] {
	var out []readout.Cited[string]
	for _, one := range strings.Split(s, ";") {
		if one = strings.TrimSpace(one); one != "" || s == "" {
			out = append(out, cited(one, at))
		}
	}
	return out
}

// correction is the account that a correction makes of its record.
func correction(d *Decision, t *Target, pos int, e *readout.Encounter) (readout.Account, error) {
	f, err := corrected(d.Field, d.Value, t.At)
	a := readout.Account{ID: fmt.Sprintf("~%s.%d", d.ID, pos), // behind every account that was read, whose ids name encounters
		Voice: readout.Voice{Speaker: d.By, Role: Analyst}, Facts: f, Evidence: []readout.Span{t.At}, Confidence: 1}
	if len(e.Accounts) > 0 {
		first := e.Accounts[0]
		a.Document, a.Published, a.Record = first.Document, first.Published, first.Record
	}
	a.Published = d.At // the later correction comes first
	return a, err
}

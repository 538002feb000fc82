package resolve

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"readout"
)

// record is a document in the form of doc/format.md, as far as it is resolved.
type record struct {
	ID         string            `json:"id"`
	Encounters []encounterRecord `json:"encounters"`
}

type encounterRecord struct {
	Kind         readout.Kind   `json:"kind"`
	Status       readout.Status `json:"status"`
	Participants []namedRecord  `json:"participants"`
	Date         readout.Date   `json:"date"`
	Place        string         `json:"place"`
	Gathering    string         `json:"gathering"`
	Topics       []namedRecord  `json:"topics"`
	Duration     *[2]int        `json:"duration"`
	Evidence     []readout.Span `json:"evidence"`
	Confidence   float64        `json:"confidence"`
	Cites        map[string]struct {
		At []readout.Span `json:"at"`
	} `json:"cites"`
	Accounts []voiceRecord `json:"accounts"`
}

// namedRecord is a participant or a topic; a topic may be a plain string.
type namedRecord struct {
	Name     string         `json:"name"`
	Side     string         `json:"side"`
	Role     string         `json:"role"`
	Wikidata string         `json:"wikidata"`
	At       []readout.Span `json:"at"`
}

func (n *namedRecord) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &n.Name)
	}
	type plain namedRecord
	return json.Unmarshal(b, (*plain)(n))
}

type voiceRecord struct {
	Voice    string         `json:"voice"`
	Role     string         `json:"role"`
	Side     string         `json:"side"`
	Via      []string       `json:"via"`
	Status   readout.Status `json:"status"`
	Kind     readout.Kind   `json:"kind"`
	Topics   []namedRecord  `json:"topics"`
	Tone     []namedRecord  `json:"tone"`
	Evidence []readout.Span `json:"evidence"`
}

// recordRule names the origin of fields that were read and not found.
const recordRule = "record"

// FromRecord gives the accounts of a document in the form of doc/format.md: those of
// its voices, or where none are told one of the reporter's for each encounter.
// Account.Record is the index among the document's encounters. Where the record does
// not say which words a value was taken from, its evidence stands for them.
func FromRecord(line []byte, published string) ([]readout.Account, error) {
	var r record
	if err := json.Unmarshal(line, &r); err != nil {
		return nil, fmt.Errorf("resolve: no record of a document: %w", err)
	}
	published = r.told(published)
	var out []readout.Account
	for i := range r.Encounters {
		e := &r.Encounters[i]
		base := readout.Account{
			ID: r.ID + "#" + fmt.Sprintf("%03d", i), Document: r.ID, Published: published, Record: strconv.Itoa(i),
			Facts: e.facts(), Evidence: e.Evidence, Confidence: e.Confidence,
		}
		if len(e.Accounts) == 0 {
			out = append(out, base)
		}
		for k := range e.Accounts {
			out = append(out, e.Accounts[k].account(base, e, k))
			if k > 0 {
				own(&out[len(out)-1])
			}
		}
	}
	return out, nil
}

// told is when the record was written, as Told has it.
func (r *record) told(published string) string {
	es := make([]readout.Encounter, len(r.Encounters))
	for i := range r.Encounters {
		es[i].Facts = r.Encounters[i].facts()
	}
	return Told(published, es)
}

// spans are the words for a field, or the record's evidence.
func (e *encounterRecord) spans(at []readout.Span) []readout.Span {
	if len(at) > 0 {
		return at
	}
	return e.Evidence
}

func (e *encounterRecord) facts() readout.Facts {
	var f readout.Facts
	at := func(field string) []readout.Span { return e.spans(e.Cites[field].At) }
	if e.Kind != 0 {
		f.Kind = readout.Cite(e.Kind, recordRule, readout.Stated, at("kind")...)
	}
	if e.Status != 0 {
		f.Status = readout.Cite(e.Status, recordRule, readout.Stated, at("status")...)
	}
	if e.Date != "" {
		f.Date = readout.Cite(e.Date, recordRule, readout.Stated, at("date")...)
	}
	if e.Place != "" {
		f.Place = readout.Cite(placeOf(e.Place), recordRule, readout.Stated, at("place")...)
	}
	if e.Gathering != "" {
		f.Gathering = readout.Cite(e.Gathering, recordRule, readout.Stated, at("gathering")...)
	}
	if e.Duration != nil {
		f.Duration = readout.Cite(readout.Minutes{Min: e.Duration[0], Max: e.Duration[1]}, recordRule, readout.Stated, at("duration")...)
	}
	for _, p := range e.Participants {
		party := readout.Party{Name: p.Name, Side: p.Side, Role: p.Role, Wikidata: p.Wikidata}
		f.Participants = append(f.Participants, readout.Cite(party, recordRule, readout.Stated, e.spans(p.At)...))
	}
	f.Topics = e.phrases(e.Topics)
	return f
}

func (e *encounterRecord) phrases(ns []namedRecord) []readout.Cited[string] {
	var out []readout.Cited[string]
	for _, n := range ns {
		if c := readout.Cite(n.Name, recordRule, readout.Stated, e.spans(n.At)...); c.Present() {
			out = append(out, c)
		}
	}
	return out
}

// account is the base with what the voice tells in its own way.
func (v *voiceRecord) account(base readout.Account, e *encounterRecord, k int) readout.Account {
	a := base
	a.ID += "." + fmt.Sprintf("%02d", k)
	if v.Voice != readout.Reporter {
		a.Voice.Speaker = v.Voice
	}
	a.Voice.Role, a.Voice.Side, a.Voice.Via = v.Role, v.Side, v.Via
	if len(v.Evidence) > 0 {
		a.Evidence = v.Evidence
	}
	if v.Kind != 0 {
		a.Kind = readout.Cite(v.Kind, recordRule, readout.Stated, a.Evidence...)
	}
	if v.Status != 0 {
		a.Status = readout.Cite(v.Status, recordRule, readout.Stated, a.Evidence...)
	}
	a.Topics, a.Tone = e.phrases(v.Topics), e.phrases(v.Tone)
	return a
}

// own leaves the account what the words that it was taken from tell; the record does
// not say which voice gave the encounter's date or place.
func own(a *readout.Account) {
	keep(a, &a.Date)
	keep(a, &a.Place)
	keep(a, &a.Gathering)
	keep(a, &a.Duration)
}

func keep[T any](a *readout.Account, c *readout.Cited[T]) {
	for _, at := range c.At() {
		for _, e := range a.Evidence {
			if at.Overlaps(e) {
				return
			}
		}
	}
	*c = readout.Cited[T]{}
}

// placeOf reads a place written from the most specific outwards. One name alone may
// be a city or a country and is taken as the city; places tells them apart.
func placeOf(s string) readout.Place {
	parts := strings.Split(s, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	switch n := len(parts); n {
	case 1:
		return readout.Place{City: parts[0]}
	case 2:
		return readout.Place{City: parts[0], Country: parts[1]}
	case 3:
		return readout.Place{Venue: parts[0], City: parts[1], Country: parts[2]}
	default:
		return readout.Place{Venue: strings.Join(parts[:n-3], ", "), City: parts[n-3], Region: parts[n-2], Country: parts[n-1]}
	}
}

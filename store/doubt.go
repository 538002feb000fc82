package store

import (
	"encoding/json"
	"fmt"

	"readout"
)

// Points of doubt. Their order is what counts: contradictions before what was read
// without confidence, before what is missing.
const (
	doubtContradiction = 60
	doubtNoParty       = 40
	doubtNoDate        = 10
	doubtConfidence    = 100 // of a confidence of 0
	doubtFrom          = 30  // fewer points are none
)

// doubtOf says how much an encounter deserves a second look.
func doubtOf(e readout.Encounter, found []Finding) int {
	d := int(doubtConfidence * (1 - e.Confidence))
	for _, f := range found {
		if f.What == Disagreement && f.Type == Contradiction {
			d += doubtContradiction
		}
	}
	if len(e.Participants) < 2 && e.Kind.Value() != readout.Visit {
		d += doubtNoParty
	}
	if !e.Date.Present() {
		d += doubtNoDate
	}
	if d < doubtFrom {
		return 0
	}
	return d
}

// reviewed tells whether an analyst has accepted an encounter or corrected it.
func (c *cataloguer) reviewed(id string) (bool, error) {
	var n int
	err := c.row(`SELECT count(*) FROM accounts a JOIN targets t ON t.record = a.record JOIN decisions d ON d.num = t.decision
		WHERE a.encounter = ? AND d.active AND d.kind IN ('accept', 'correct')`, id).Scan(&n)
	return n > 0, err
}

// Queue lists the encounters that no analyst has looked at, those with the most doubt
// first. next is where to go on.
func (s *Store) Queue(after string, limit int) (out []Card, next string, err error) {
	out = []Card{}
	query, args := "SELECT doubt, encounter, card FROM catalogue WHERE doubt > 0", []any{}
	if after != "" {
		doubt, num, err := cursor(after)
		if err != nil {
			return out, "", err
		}
		query += " AND (doubt, encounter) < (?, ?)"
		args = append(args, doubt, num)
	}
	rows, err := s.readers.Query(query+fmt.Sprintf(" ORDER BY doubt DESC, encounter DESC LIMIT %d", limit+1), args...)
	if err != nil {
		return out, "", s.fail("reading the queue", err)
	}
	defer rows.Close()
	last := ""
	for rows.Next() {
		var doubt, num int64
		var body []byte
		var c Card
		if err := rows.Scan(&doubt, &num, &body); err != nil {
			return out, "", s.fail("reading the queue", err)
		}
		if len(out) == limit {
			return out, last, nil
		}
		if err := json.Unmarshal(body, &c); err != nil {
			return out, "", s.fail("reading the queue", err)
		}
		out = append(out, c)
		last = cursorAt(doubt, num)
	}
	return out, "", s.fail("reading the queue", rows.Err())
}

package store

import (
	"bufio"
	"encoding/json"
	"io"

	"readout"
)

// Export writes the whole record as JSON Lines: every document with what it tells,
// by id, then every encounter with the ids of its accounts, by id, then what analysts
// decided, in the order of their decisions. It holds no clock but theirs and no row
// number: two records of the same documents and decisions give the same bytes,
// whatever the order and the batches they were added in.
func (s *Store) Export(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	err := s.each("", nil, func(r readout.Readout, _ stored) error { return enc.Encode(r) })
	if err != nil {
		return err
	}
	rows, err := s.readers.Query(`SELECT e.id, e.body, (SELECT json_group_array(id ORDER BY id) FROM accounts WHERE encounter = e.id)
		FROM encounters e ORDER BY e.id`)
	if err != nil {
		return s.fail("exporting", err)
	}
	defer rows.Close()
	for rows.Next() {
		var line struct {
			Encounter string          `json:"encounter"`
			Fields    json.RawMessage `json:"fields"`
			Accounts  json.RawMessage `json:"accounts"`
		}
		if err := rows.Scan(&line.Encounter, (*[]byte)(&line.Fields), (*[]byte)(&line.Accounts)); err != nil {
			return s.fail("exporting", err)
		}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return s.fail("exporting", err)
	}
	decisions, err := s.Decisions(DecisionFilter{})
	if err != nil {
		return err
	}
	for _, d := range decisions {
		if err := enc.Encode(map[string]Decided{"decision": d}); err != nil {
			return err
		}
	}
	return out.Flush()
}

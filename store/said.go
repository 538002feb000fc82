package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// StatementFilter says which statements are asked for. An empty field asks nothing.
type StatementFilter struct {
	Speaker   string       // words of the speaker's name, together
	Encounter string       // of documents that tell of this encounter (its whole id)
	Since     readout.Date // of documents published from the date's first day
	Until     readout.Date // up to the date's last day
}

// Spoken is a statement with its words and the document that has it.
type Spoken struct {
	Document  Source
	Statement readout.Statement
	Words     string
}

// WalkStatements visits the statements that the filter asks for, by document and
// place. An error of visit ends the walk and is returned as it is.
func (s *Store) WalkStatements(f StatementFilter, visit func(Spoken) error) error {
	var since, until any
	if f.Since != "" {
		from, _, ok := f.Since.Days()
		if !ok {
			return badDate(f.Since)
		}
		since = int64(from)
	}
	if f.Until != "" {
		_, to, ok := f.Until.Days()
		if !ok {
			return badDate(f.Until)
		}
		until = int64(to)
	}
	rows, err := s.readers.Query(spokenColumns+`
		WHERE (?1 IS NULL OR d.day >= ?1) AND (?2 IS NULL OR d.day < ?2)
		AND (?3 = '' OR d.num IN (SELECT r.document FROM accounts a JOIN records r ON r.num = a.record WHERE a.encounter = ?3))
		ORDER BY d.id, st.pos`, since, until, f.Encounter)
	if err != nil {
		return s.fail("reading statements", err)
	}
	defer rows.Close()
	speaker := plain(f.Speaker)
	for rows.Next() {
		x, err := spoken(rows)
		if err != nil {
			return s.fail("reading statements", err)
		}
		if f.Speaker != "" && !strings.Contains(plain(x.Statement.Speaker.Value().Name), speaker) {
			continue
		}
		if err := visit(x); err != nil {
			return err
		}
	}
	return s.fail("reading statements", rows.Err())
}

const spokenColumns = `SELECT d.id, d.outlet, d.url, d.title, d.published, st.body, st.words
	FROM documents d JOIN statements st ON st.document = d.num`

func spoken(rows *sql.Rows) (Spoken, error) {
	var x Spoken
	var body sql.RawBytes
	d := &x.Document
	if err := rows.Scan(&d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &body, &x.Words); err != nil {
		return x, err
	}
	if err := json.Unmarshal(body, &x.Statement); err != nil {
		return x, fmt.Errorf("statements of %s: %w", d.ID, err)
	}
	return x, nil
}

// Said are the statements of the documents that tell of an encounter, by document and
// place.
func (s *Store) Said(e Encounter) ([]Spoken, error) {
	out, err := saidOf(e, func(id string) ([]Spoken, error) { return saidIn(s.readers, id) })
	return out, s.fail("reading statements", err)
}

// saidOf gathers what is said in the documents that tell of an encounter.
func saidOf(e Encounter, in func(document string) ([]Spoken, error)) ([]Spoken, error) {
	_, documents := outletsOf(e.Records)
	slices.Sort(documents)
	var out []Spoken
	for _, id := range documents {
		said, err := in(id)
		if err != nil {
			return nil, err
		}
		out = append(out, said...)
	}
	return out, nil
}

// saidIn are the statements of a document.
func saidIn(q querier, id string) ([]Spoken, error) {
	rows, err := q.Query(spokenColumns+` WHERE d.id = ? ORDER BY st.pos`, id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Spoken
	for rows.Next() {
		x, err := spoken(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, rows.Err()
}

package store

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"readout"
)

// DocumentRow is a document in a list, without its text.
type DocumentRow struct {
	Source
	Hash       string
	Bytes      int
	Encounters int
	Statements int
}

// Documents lists the documents by date of publication; undated ones are last. A
// limit of 0 is all.
func (s *Store) Documents(limit int) ([]DocumentRow, error) {
	if limit <= 0 {
		limit = -1
	}
	rows, err := s.readers.Query(`SELECT id, outlet, url, title, published, hash, octet_length(text),
		(SELECT count(*) FROM records WHERE document = d.num),
		(SELECT count(*) FROM statements WHERE document = d.num)
		FROM documents d ORDER BY day IS NULL, day, published, id LIMIT ?`, limit)
	if err != nil {
		return nil, s.fail("reading documents", err)
	}
	defer rows.Close()
	var out []DocumentRow
	for rows.Next() {
		var d DocumentRow
		if err := rows.Scan(&d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &d.Hash, &d.Bytes, &d.Encounters, &d.Statements); err != nil {
			return nil, s.fail("reading documents", err)
		}
		out = append(out, d)
	}
	return out, s.fail("reading documents", rows.Err())
}

// Readout returns what was stored of one document.
func (s *Store) Readout(id string) (readout.Readout, error) {
	var out readout.Readout
	err := s.each("WHERE d.id = ?", []any{id}, func(r readout.Readout, _ stored) error {
		out = r
		return nil
	})
	if err == nil && out.Document.ID == "" {
		err = s.fail(fmt.Sprintf("document %q", id), ErrNotFound)
	}
	return out, err
}

// stored is what the record keeps beside a document's readout, to check it by.
type stored struct {
	hash       string
	kept       Keep
	records    [][]byte // proofs
	statements [][]byte
}

// each visits stored documents with all that they tell, by id.
func (s *Store) each(where string, args []any, visit func(readout.Readout, stored) error) error {
	tx, err := s.readers.Begin() // one view of the record for all the queries
	if err != nil {
		return s.fail("reading documents", err)
	}
	defer tx.Rollback()
	rows, err := tx.Query(`SELECT d.num, d.id, d.outlet, d.url, d.title, d.byline, d.dateline, d.published, d.sections, d.text, d.hash,
		coalesce((SELECT kept FROM origins WHERE document = d.id), 'text')
		FROM documents d `+where+" ORDER BY d.id", args...)
	if err != nil {
		return s.fail("reading documents", err)
	}
	defer rows.Close()
	parts, err := prepareParts(tx)
	if err != nil {
		return s.fail("reading documents", err)
	}
	defer parts.close()
	for rows.Next() {
		var r readout.Readout
		var k stored
		var num int64
		var sections []byte
		d := &r.Document
		if err := rows.Scan(&num, &d.ID, &d.Outlet, &d.URL, &d.Title, &d.Byline, &d.Dateline, &d.Published, &sections, &d.Text, &k.hash, &k.kept); err != nil {
			return s.fail("reading documents", err)
		}
		if err := json.Unmarshal(sections, &r.Sections); err != nil {
			return s.fail("reading document "+d.ID, err)
		}
		if err := parts.fill(num, &r, &k); err != nil {
			return s.fail("reading document "+d.ID, err)
		}
		if err := visit(r, k); err != nil {
			return err
		}
	}
	return s.fail("reading documents", rows.Err())
}

type parts struct{ records, statements *sql.Stmt }

func prepareParts(tx *sql.Tx) (parts, error) {
	r, err := tx.Prepare("SELECT body, proof FROM records WHERE document = ? ORDER BY pos")
	if err != nil {
		return parts{}, err
	}
	st, err := tx.Prepare("SELECT body, proof FROM statements WHERE document = ? ORDER BY pos")
	if err != nil {
		r.Close()
	}
	return parts{r, st}, err
}

func (p parts) close() {
	p.records.Close()
	p.statements.Close()
}

func (p parts) fill(document int64, r *readout.Readout, k *stored) error {
	err := bodies(p.records, document, func(body, proof []byte) error {
		var e readout.Encounter
		if err := json.Unmarshal(body, &e); err != nil {
			return err
		}
		r.Encounters = append(r.Encounters, e)
		k.records = append(k.records, proof)
		return nil
	})
	if err != nil {
		return err
	}
	return bodies(p.statements, document, func(body, proof []byte) error {
		var st readout.Statement
		if err := json.Unmarshal(body, &st); err != nil {
			return err
		}
		r.Statements = append(r.Statements, st)
		k.statements = append(k.statements, proof)
		return nil
	})
}

func bodies(st *sql.Stmt, document int64, visit func(body, proof []byte) error) error {
	rows, err := st.Query(document)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var body, proof []byte
		if err := rows.Scan(&body, &proof); err != nil {
			return err
		}
		if err := visit(body, proof); err != nil {
			return err
		}
	}
	return rows.Err()
}

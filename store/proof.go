package store

import (
	"database/sql"

	"readout"
)

const putMap = "INSERT OR REPLACE INTO maps (document, hash, page, charset, map) VALUES (?,?,?,?,?)"

func mapRow(d readout.Document) []any {
	return []any{Identity(d), d.Hash(), d.Proof.Page, d.Proof.Charset, d.Proof.Map}
}

// Proven is a document that was made from a page, with its way back to it.
type Proven struct {
	readout.Document         // id, text and proof
	Kept             Keep    // what is kept of the text
	Page             WebPage // without a body where that is not kept, and zero where nothing is
}

const proven = `SELECT d.id, d.text, coalesce(o.kept, 'text'), m.page, m.charset, m.map,
	(SELECT num FROM pages WHERE hash = m.page ORDER BY body IS NULL, address <> coalesce(o.address, ''), num LIMIT 1)
	FROM documents d JOIN maps m ON m.document = d.id AND m.hash = d.hash LEFT JOIN origins o ON o.document = d.id `

// Proof returns a document with the way to its page. One that was made from no page
// has a zero proof.
func (s *Store) Proof(id string) (Proven, error) {
	var out Proven
	err := s.proofs(proven+"WHERE d.id = ?", []any{id}, func(p Proven) error {
		out = p
		return nil
	})
	return out, err
}

// FromPage tells whether a document was made from a page.
func (s *Store) FromPage(id string) (bool, error) {
	var is bool
	err := s.readers.QueryRow("SELECT EXISTS (SELECT 1 FROM maps m JOIN documents d ON d.id = m.document AND d.hash = m.hash WHERE m.document = ?)", id).Scan(&is)
	return is, s.fail("reading pages", err)
}

// Proofs visits the documents that were made from pages, by id.
func (s *Store) Proofs(visit func(Proven) error) error {
	return s.proofs(proven+"ORDER BY d.id", nil, visit)
}

func (s *Store) proofs(query string, args []any, visit func(Proven) error) error {
	rows, err := s.readers.Query(query, args...)
	if err != nil {
		return s.fail("reading pages", err)
	}
	defer rows.Close()
	for rows.Next() {
		var p Proven
		var page sql.NullInt64
		if err := rows.Scan(&p.ID, &p.Text, &p.Kept, &p.Proof.Page, &p.Proof.Charset, &p.Proof.Map, &page); err != nil {
			return s.fail("reading pages", err)
		}
		if page.Valid {
			if p.Page, err = s.page(page.Int64); err != nil {
				return s.fail("reading the page of "+p.ID, err)
			}
		}
		if err := visit(p); err != nil {
			return err
		}
	}
	return s.fail("reading pages", rows.Err())
}

func (s *Store) page(num int64) (WebPage, error) {
	rows, err := s.readers.Query("SELECT address, final, status, header, hash, size, fetched, checked, body FROM pages WHERE num = ?", num)
	if err != nil {
		return WebPage{}, err
	}
	defer rows.Close()
	if !rows.Next() {
		return WebPage{}, rows.Err()
	}
	return scanPage(rows)
}

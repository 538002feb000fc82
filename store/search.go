package store

import (
	"encoding/json"
	"strings"

	"readout"
)

// Hit is a document or a statement that holds the words searched for.
type Hit struct {
	Document  Source
	Statement *readout.Statement // nil for a hit in the text or title
	Snippet   string             // the words around, the found ones between « and »
}

// Search finds statements and documents that hold every word of the query (words
// in quotation marks stand together, a trailing * stands for any ending), the best
// first: at most limit of each, statements before documents.
func (s *Store) Search(query string, limit int) ([]Hit, error) {
	q := match(query)
	if q == "" {
		return nil, nil
	}
	if limit <= 0 {
		limit = -1
	}
	rows, err := s.readers.Query(`SELECT d.id, d.outlet, d.url, d.title, d.published,
			snippet(statement_words, 1, '«', '»', '…', 24), st.body
		FROM statement_words JOIN statements st ON st.num = statement_words.rowid
		JOIN documents d ON d.num = st.document
		WHERE statement_words MATCH ? ORDER BY statement_words.rank, d.id, st.pos LIMIT ?`, q, limit)
	if err != nil {
		return nil, s.fail("searching", err)
	}
	defer rows.Close()
	var out []Hit
	for rows.Next() {
		var h Hit
		var body []byte
		d := &h.Document
		if err := rows.Scan(&d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &h.Snippet, &body); err != nil {
			return nil, s.fail("searching", err)
		}
		h.Statement = new(readout.Statement)
		if err := json.Unmarshal(body, h.Statement); err != nil {
			return nil, s.fail("searching", err)
		}
		out = append(out, h)
	}
	if err := rows.Err(); err != nil {
		return nil, s.fail("searching", err)
	}
	return s.searchDocuments(q, limit, out)
}

func (s *Store) searchDocuments(q string, limit int, out []Hit) ([]Hit, error) {
	rows, err := s.readers.Query(`SELECT d.id, d.outlet, d.url, d.title, d.published,
			snippet(document_words, 1, '«', '»', '…', 24), highlight(document_words, 0, '«', '»')
		FROM document_words JOIN documents d ON d.num = document_words.rowid
		WHERE document_words MATCH ? ORDER BY document_words.rank, d.id LIMIT ?`, q, limit)
	if err != nil {
		return nil, s.fail("searching", err)
	}
	defer rows.Close()
	for rows.Next() {
		var h Hit
		d := &h.Document
		var title string
		if err := rows.Scan(&d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &h.Snippet, &title); err != nil {
			return nil, s.fail("searching", err)
		}
		if !strings.Contains(h.Snippet, "«") {
			h.Snippet = title // the title alone has the words
		}
		out = append(out, h)
	}
	return out, s.fail("searching", rows.Err())
}

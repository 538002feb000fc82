package store

import (
	"encoding/json"
	"fmt"

	"readout"
)

// Hits are what a search found in one kind of thing. Of many the newest are shown,
// of few the best first.
type Hits[T any] struct {
	List []T  `json:"list"`
	More bool `json:"more"`
}

// StatementHit is a statement that holds the words searched for.
type StatementHit struct {
	Document  Source
	Statement readout.Statement
	Snippet   string // the found words between « and »
	Words     string // all that is said
}

// fewHits is how many hits are ranked; among more, the newest come first, as ranking
// would have to read them all.
const fewHits = 200

// ranking is the order for a search: by rank for few hits.
func (s *Store) ranking(table, words string) (string, error) {
	var n int
	err := s.readers.QueryRow(fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM %[1]s WHERE %[1]s MATCH ? LIMIT %[2]d)", table, fewHits+1), words).Scan(&n)
	if n > fewHits {
		return "rowid DESC", err
	}
	return "rank, rowid DESC", err
}

// FindStatements finds statements by their words or speaker.
func (s *Store) FindStatements(query string, limit int) (Hits[StatementHit], error) {
	out := Hits[StatementHit]{List: []StatementHit{}}
	words := match(query)
	if words == "" {
		return out, nil
	}
	order, err := s.ranking("statement_words", words)
	if err != nil {
		return out, s.fail("searching", err)
	}
	rows, err := s.readers.Query(`SELECT d.id, d.outlet, d.url, d.title, d.published, h.snip, st.body, st.words FROM (
			SELECT rowid AS num, snippet(statement_words, 1, '«', '»', '…', 30) AS snip FROM statement_words
			WHERE statement_words MATCH ? ORDER BY `+order+` LIMIT ?) h
		CROSS JOIN statements st ON st.num = h.num CROSS JOIN documents d ON d.num = st.document`, words, limit+1)
	if err != nil {
		return out, s.fail("searching", err)
	}
	defer rows.Close()
	for rows.Next() {
		var h StatementHit
		var body []byte
		d := &h.Document
		if err := rows.Scan(&d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &h.Snippet, &body, &h.Words); err != nil {
			return out, s.fail("searching", err)
		}
		if err := json.Unmarshal(body, &h.Statement); err != nil {
			return out, s.fail("searching", err)
		}
		if len(out.List) == limit {
			out.More = true
			break
		}
		out.List = append(out.List, h)
	}
	return out, s.fail("searching", rows.Err())
}

// DocumentHit is a document that holds the words searched for.
type DocumentHit struct {
	Document Source
	Snippet  string
}

// FindDocuments finds documents by their title and text.
func (s *Store) FindDocuments(query string, limit int) (Hits[DocumentHit], error) {
	out := Hits[DocumentHit]{List: []DocumentHit{}}
	words := match(query)
	if words == "" {
		return out, nil
	}
	order, err := s.ranking("document_words", words)
	if err != nil {
		return out, s.fail("searching", err)
	}
	rows, err := s.readers.Query(`SELECT d.id, d.outlet, d.url, d.title, d.published, h.snip FROM (
			SELECT rowid AS num, snippet(document_words, -1, '«', '»', '…', 30) AS snip FROM document_words
			WHERE document_words MATCH ? ORDER BY `+order+` LIMIT ?) h CROSS JOIN documents d ON d.num = h.num`, words, limit+1)
	if err != nil {
		return out, s.fail("searching", err)
	}
	defer rows.Close()
	for rows.Next() {
		var h DocumentHit
		d := &h.Document
		if err := rows.Scan(&d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &h.Snippet); err != nil {
			return out, s.fail("searching", err)
		}
		if len(out.List) == limit {
			out.More = true
			break
		}
		out.List = append(out.List, h)
	}
	return out, s.fail("searching", rows.Err())
}

// FindEncounters finds encounters by the words of who took part, where, at what and
// about what.
func (s *Store) FindEncounters(query string, limit int) (Hits[Card], error) {
	page, err := s.Browse(Query{Text: query, Limit: limit})
	return Hits[Card]{page.Cards, page.Next != ""}, err
}

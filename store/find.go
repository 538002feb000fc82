package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"readout"
)

// Hits are what a search found in one kind of thing. Of many the newest come first, of
// few the best.
type Hits[T any] struct {
	List []T    `json:"list"`
	Next string `json:"next,omitempty"` // where the next ones begin; empty at the end
}

// StatementHit is a statement that holds the words searched for.
type StatementHit struct {
	Document  Source
	Statement readout.Statement
	Snippet   string // the found words between « and »
	Words     string // all that is said
}

// DocumentHit is a document that holds the words searched for.
type DocumentHit struct {
	Document Source
	Snippet  string
}

// WordQuery asks for what holds words. What it leaves empty asks nothing.
type WordQuery struct {
	Words   string
	Speaker string       // of statements
	Outlet  string       // part of its name
	Since   readout.Date // of publication, as in Query
	Until   readout.Date
	After   string // where the hits before ended
	Limit   int
}

// fewHits is how many hits are ranked; among more, the newest come first, as ranking
// would have to read them all.
const fewHits = 200

// wordPlan is a search made ready.
type wordPlan struct {
	table, words string
	conds        []string // on documents d
	args         []any
	order        string
	skip         int   // of ranked hits
	before       int64 // of the newest first: the row that the hits before ended at; 0 at the beginning
	floor        int64 // the row where looking through ends for this time; 0 for all
	limit        int
}

func (s *Store) wordPlan(table, words string, q WordQuery) (wordPlan, error) {
	p := wordPlan{table: table, words: words, order: table + ".rowid DESC", limit: q.Limit}
	and := func(cond string, arg any) { p.conds, p.args = append(p.conds, cond), append(p.args, arg) }
	if q.Outlet != "" {
		and("instr(lower(d.outlet), ?) > 0", strings.ToLower(q.Outlet))
	}
	for _, b := range []struct {
		day  readout.Date
		cond string
		last bool
	}{{q.Since, "d.day >= ?", false}, {q.Until, "d.day < ?", true}} {
		if b.day == "" {
			continue
		}
		from, past, ok := b.day.Days()
		if !ok {
			return p, badDate(b.day)
		}
		if b.last {
			from = past
		}
		and(b.cond, int64(from))
	}
	n, ranked := strings.CutPrefix(q.After, "r")
	var err error
	switch {
	case q.After == "":
		ranked, err = s.fewMatch(p)
	case ranked:
		p.skip, err = strconv.Atoi(n)
	default:
		p.before, err = strconv.ParseInt(q.After, 36, 64)
	}
	if err != nil && q.After != "" || p.skip < 0 || p.skip > fewHits {
		return p, &Asked{"after", fmt.Sprintf("%q is no place in a list", q.After)}
	}
	if ranked {
		p.order = table + ".rank, " + p.order
	} else if err == nil && len(p.conds) > 0 {
		p.floor, err = s.wordFloor(p)
	}
	return p, err
}

// fewMatch tells whether so few match that they are ranked.
func (s *Store) fewMatch(p wordPlan) (bool, error) {
	var n int
	err := s.readers.QueryRow(fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM %[1]s WHERE %[1]s MATCH ? LIMIT %[2]d)", p.table, fewHits+1), p.words).Scan(&n)
	return n <= fewHits, err
}

// wordFloor bounds how many hits are looked through for those that other conditions
// hold for: the next page goes on from there.
func (s *Store) wordFloor(p wordPlan) (int64, error) {
	where, args := p.match()
	var floor int64
	err := s.readers.QueryRow(fmt.Sprintf("SELECT rowid FROM %s WHERE %s ORDER BY rowid DESC LIMIT 1 OFFSET %d", p.table, where, scanCap), args...).Scan(&floor)
	if err == sql.ErrNoRows {
		err = nil
	}
	return floor, err
}

func (p wordPlan) match() (string, []any) {
	where, args := p.table+" MATCH ?", []any{p.words}
	if p.before > 0 {
		where, args = where+fmt.Sprintf(" AND %s.rowid < ?", p.table), append(args, p.before)
	}
	if p.floor > 0 {
		where, args = where+fmt.Sprintf(" AND %s.rowid > ?", p.table), append(args, p.floor)
	}
	return where, args
}

// query is the plan's query for columns of a join of documents d with the table.
func (p wordPlan) query(columns, join string) (string, []any) {
	where, args := p.match()
	for _, c := range p.conds {
		where += " AND " + c
	}
	return fmt.Sprintf("SELECT %s.rowid, d.id, d.outlet, d.url, d.title, d.published, %s FROM %s CROSS JOIN %s WHERE %s ORDER BY %s LIMIT ? OFFSET ?",
		p.table, columns, p.table, join, where, p.order), append(append(args, p.args...), p.limit+1, p.skip)
}

// next is where the hits behind the n that were shown begin, the last of them in a row.
func (p wordPlan) next(n int, more bool, last int64) string {
	switch {
	case more && strings.HasPrefix(p.order, p.table+".rank"):
		return "r" + strconv.Itoa(p.skip+n)
	case more:
		return strconv.FormatInt(last, 36)
	case p.floor > 0:
		return strconv.FormatInt(p.floor+1, 36)
	}
	return ""
}

// FindStatements finds statements by their words or speaker.
func (s *Store) FindStatements(q WordQuery) (Hits[StatementHit], error) {
	words := match(q.Words)
	if by := match(q.Speaker); by != "" {
		if words != "" {
			words = "(" + words + ") AND "
		}
		words += "(speaker : (" + by + "))"
	}
	return find(s, "statement_words", words, q, "snippet(statement_words, 1, '«', '»', '…', 30), st.body, st.words",
		"statements st ON st.num = statement_words.rowid CROSS JOIN documents d ON d.num = st.document",
		func(rows *sql.Rows, row *int64) (h StatementHit, err error) {
			var body []byte
			d := &h.Document
			if err := rows.Scan(row, &d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &h.Snippet, &body, &h.Words); err != nil {
				return h, err
			}
			return h, json.Unmarshal(body, &h.Statement)
		})
}

// FindDocuments finds documents by their title and text.
func (s *Store) FindDocuments(q WordQuery) (Hits[DocumentHit], error) {
	return find(s, "document_words", match(q.Words), q, "snippet(document_words, -1, '«', '»', '…', 30)", "documents d ON d.num = document_words.rowid",
		func(rows *sql.Rows, row *int64) (h DocumentHit, err error) {
			d := &h.Document
			return h, rows.Scan(row, &d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &h.Snippet)
		})
}

func find[T any](s *Store, table, words string, q WordQuery, columns, join string, scan func(*sql.Rows, *int64) (T, error)) (Hits[T], error) {
	out := Hits[T]{List: []T{}}
	if words == "" {
		return out, nil
	}
	p, err := s.wordPlan(table, words, q)
	if err != nil {
		return out, s.fail("searching", err)
	}
	query, args := p.query(columns, join)
	rows, err := s.readers.Query(query, args...)
	if err != nil {
		return out, s.fail("searching", err)
	}
	defer rows.Close()
	var last, row int64
	more := false
	for rows.Next() {
		h, err := scan(rows, &row)
		if err != nil {
			return out, s.fail("searching", err)
		}
		if more = len(out.List) == p.limit; more {
			break
		}
		out.List, last = append(out.List, h), row
	}
	out.Next = p.next(len(out.List), more, last)
	return out, s.fail("searching", rows.Err())
}

// FindEncounters finds encounters by the words of who took part, where, at what and
// about what.
func (s *Store) FindEncounters(q Query) (Hits[Card], error) {
	page, err := s.Browse(q)
	return Hits[Card]{page.Cards, page.Next}, err
}

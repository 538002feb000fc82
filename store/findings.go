package store

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"readout"
)

// FindingQuery asks for disagreements, silences or prospects.
type FindingQuery struct {
	What  string
	Type  string      // of a prospect also "lapsed"
	Term  Term        // of encounters with this term, where it has a facet
	Today readout.Day // open prospects due before it have lapsed
	After string
	Limit int
}

// Found is a finding with the encounter it was found in.
type Found struct {
	Num  int64           `json:"num"`
	What string          `json:"what"`
	Type string          `json:"type"`
	Body json.RawMessage `json:"body"`
	Card Card            `json:"encounter"`
}

// Lapsed is the type of an open prospect whose time is past.
const Lapsed = "lapsed"

// findingsWalked is how many findings are looked through for one page.
const findingsWalked = 5000

// Findings lists findings, the one found last first. next is where to go on.
func (s *Store) Findings(q FindingQuery) (out []Found, next string, err error) {
	out, next, err = s.findings(q)
	return out, next, s.fail("reading findings", err)
}

func (s *Store) findings(q FindingQuery) ([]Found, string, error) {
	out := []Found{}
	by := "findings_new"
	if q.Type != "" && q.Type != Lapsed {
		by = "findings_what"
	}
	inner, args := "SELECT num, encounter, what, type, due, body FROM findings INDEXED BY "+by+" WHERE what = ?", []any{q.What}
	switch {
	case q.Type == Lapsed:
		inner += " AND type IN ('open', 'moved') AND due <= ?"
		args = append(args, int64(q.Today))
	case q.Type == "open" || q.Type == "moved" && q.What == Prospect:
		inner += " AND type = ? AND (due IS NULL OR due > ?)"
		args = append(args, q.Type, int64(q.Today))
	case q.Type != "":
		inner += " AND type = ?"
		args = append(args, q.Type)
	}
	if q.After != "" {
		n, err := strconv.ParseInt(q.After, 36, 64)
		if err != nil {
			return out, "", &Asked{"after", fmt.Sprintf("%q is no place in a list", q.After)}
		}
		inner += " AND num < ?"
		args = append(args, n)
	}
	query := "SELECT f.num, f.what, f.type, coalesce(f.due, 0), f.body, c.card FROM (" + inner + fmt.Sprintf(" ORDER BY num DESC LIMIT %d", findingsWalked) +
		") f CROSS JOIN catalogue c ON c.encounter = f.encounter"
	if q.Term.Facet != "" {
		query += " WHERE EXISTS (SELECT 1 FROM postings x WHERE x.term = ? AND x.day = c.day AND x.encounter = c.encounter)"
		args = append(args, q.Term.num)
	}
	limit := min(max(q.Limit, 1), 500)
	rows, err := s.readers.Query(query+fmt.Sprintf(" LIMIT %d", limit+1), args...)
	if err != nil {
		return out, "", err
	}
	defer rows.Close()
	for rows.Next() {
		var f Found
		var due int64
		var card []byte
		if err := rows.Scan(&f.Num, &f.What, &f.Type, &due, (*[]byte)(&f.Body), &card); err != nil {
			return out, "", err
		}
		if len(out) == limit {
			return out, strconv.FormatInt(out[limit-1].Num, 36), rows.Err()
		}
		if err := json.Unmarshal(card, &f.Card); err != nil {
			return out, "", err
		}
		if f.What == Prospect && (f.Type == "open" || f.Type == "moved") && due != 0 && due <= int64(q.Today) {
			f.Type = Lapsed
		}
		out = append(out, f)
	}
	return out, "", rows.Err()
}

// DocumentQuery asks for documents.
type DocumentQuery struct {
	Outlet string // of this one alone, where Named
	Named  bool
	After  string
	Limit  int
}

// Listed is a document in a list, with the one it is a copy of.
type Listed struct {
	DocumentRow
	CopyOf string
}

// ListDocuments lists documents, the one added last first.
func (s *Store) ListDocuments(q DocumentQuery) (out []Listed, next string, err error) {
	out = []Listed{}
	conds, args := []string{"1"}, []any{}
	if q.Named {
		conds, args = append(conds, "d.outlet = ?"), append(args, q.Outlet)
	}
	if q.After != "" {
		n, err := strconv.ParseInt(q.After, 36, 64)
		if err != nil {
			return out, "", &Asked{"after", fmt.Sprintf("%q is no place in a list", q.After)}
		}
		conds, args = append(conds, "d.num < ?"), append(args, n)
	}
	limit := min(max(q.Limit, 1), 500)
	rows, err := s.readers.Query(`SELECT d.num, d.id, d.outlet, d.url, d.title, d.published, d.hash,
			(SELECT count(*) FROM records WHERE document = d.num), (SELECT count(*) FROM statements WHERE document = d.num),
			coalesce((SELECT o.id FROM copies c JOIN documents o ON o.num = c.source WHERE c.document = d.num), '')
		FROM documents d WHERE `+strings.Join(conds, " AND ")+fmt.Sprintf(" ORDER BY d.num DESC LIMIT %d", limit+1), args...)
	if err != nil {
		return out, "", s.fail("reading documents", err)
	}
	defer rows.Close()
	last := int64(0)
	for rows.Next() {
		var d Listed
		var num int64
		if err := rows.Scan(&num, &d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &d.Hash, &d.Encounters, &d.Statements, &d.CopyOf); err != nil {
			return out, "", s.fail("reading documents", err)
		}
		if len(out) == limit {
			return out, strconv.FormatInt(last, 36), nil
		}
		last = num
		out = append(out, d)
	}
	return out, "", s.fail("reading documents", rows.Err())
}

// OutletRow is an outlet with how many of its documents the record holds, and how
// many of those copy another's.
type OutletRow struct {
	Name      string `json:"name"`
	Documents int    `json:"documents"`
	Copies    int    `json:"copies"`
}

// Outlets lists the outlets with the most documents.
func (s *Store) Outlets(limit int) ([]OutletRow, error) {
	return s.outlets("ORDER BY documents DESC, name LIMIT ?", limit)
}

// Outlet is one outlet's row; without documents where the record has none of it.
func (s *Store) Outlet(name string) (OutletRow, error) {
	rows, err := s.outlets("WHERE name = ?", name)
	if err != nil || len(rows) == 0 {
		return OutletRow{Name: name}, err
	}
	return rows[0], nil
}

func (s *Store) outlets(which string, arg any) ([]OutletRow, error) {
	rows, err := s.readers.Query("SELECT name, documents, copies FROM outlets "+which, arg)
	if err != nil {
		return nil, s.fail("reading outlets", err)
	}
	defer rows.Close()
	out := []OutletRow{}
	for rows.Next() {
		var o OutletRow
		if err := rows.Scan(&o.Name, &o.Documents, &o.Copies); err != nil {
			return nil, s.fail("reading outlets", err)
		}
		out = append(out, o)
	}
	return out, s.fail("reading outlets", rows.Err())
}

// Sizes count what the record holds.
type Sizes struct {
	Encounters int `json:"encounters"`
	Documents  int `json:"documents"`
	Statements int `json:"statements"`
}

// Sizes returns how much the record holds.
func (s *Store) Sizes() (Sizes, error) {
	every, err := s.Term(FacetAll, "every")
	if err != nil {
		return Sizes{}, err
	}
	z := Sizes{Encounters: every.Total}
	err = s.readers.QueryRow("SELECT coalesce(sum(documents), 0), (SELECT n FROM statement_count) FROM outlets").Scan(&z.Documents, &z.Statements)
	return z, s.fail("reading the record", err)
}

// StatementsIn returns the statements of a document, in their order.
func (s *Store) StatementsIn(document string) ([]readout.Statement, error) {
	rows, err := s.readers.Query("SELECT st.body FROM statements st JOIN documents d ON d.num = st.document WHERE d.id = ? ORDER BY st.pos", document)
	if err != nil {
		return nil, s.fail("reading statements", err)
	}
	defer rows.Close()
	var out []readout.Statement
	for rows.Next() {
		var body []byte
		var st readout.Statement
		if err := rows.Scan(&body); err != nil {
			return nil, s.fail("reading statements", err)
		}
		if err := json.Unmarshal(body, &st); err != nil {
			return nil, s.fail("reading statements", err)
		}
		out = append(out, st)
	}
	return out, s.fail("reading statements", rows.Err())
}

// EncountersOf tells for each account of a document which encounter it is part of.
func (s *Store) EncountersOf(document string) (map[string]string, error) {
	rows, err := s.readers.Query(`SELECT a.id, a.encounter FROM documents d JOIN records r ON r.document = d.num
		JOIN accounts a ON a.record = r.num WHERE d.id = ?`, document)
	if err != nil {
		return nil, s.fail("reading accounts", err)
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var account, encounter string
		if err := rows.Scan(&account, &encounter); err != nil {
			return nil, s.fail("reading accounts", err)
		}
		out[account] = encounter
	}
	return out, s.fail("reading accounts", rows.Err())
}

// Card returns what lists show of an encounter.
func (s *Store) Card(id string) (Card, error) {
	var c Card
	var body []byte
	err := s.readers.QueryRow("SELECT c.card FROM encounters e JOIN catalogue c ON c.encounter = e.num WHERE e.id = ?", id).Scan(&body)
	if err == nil {
		err = json.Unmarshal(body, &c)
	}
	return c, s.fail(fmt.Sprintf("reading encounter %q", id), err)
}

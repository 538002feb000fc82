package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// Filter says which encounters are asked for. An empty field asks nothing. Names
// match where all their words stand together in a participant's name, or are its
// side; dates match where the encounter can have been on one of the days.
type Filter struct {
	Party     string
	With      string // another participant
	Place     string
	Gathering string
	Since     readout.Date // the first day that counts is the date's first
	Until     readout.Date // the last day that counts is the date's last
	Status    string
	Kind      string
	Document  string // told of in this document
	Country   string // a side that participants act for
	Topic     string // words of what was talked about
	Outlet    string // words of the name of who tells of it
	Text      string // words of participants, places, gatherings and topics
	Found     string // Contradiction, Disagreement, Silence or Prospect
	Limit     int    // at most so many; 0 is all

	Terms []Term `json:"-"` // every one of them
}

// Record is one document's record of an encounter: its fields folded from the
// accounts of the document's voices.
type Record struct {
	Document Source
	readout.Encounter
}

// Source says which document something was taken from.
type Source struct {
	ID, Outlet, URL, Title, Published string
}

// Encounter is an encounter with the records of all documents that tell of it, the
// earliest published first.
type Encounter struct {
	readout.Encounter
	Records []Record
}

// Encounters returns the encounters that the filter asks for, by date; undated
// ones are last.
func (s *Store) Encounters(f Filter) ([]Encounter, error) {
	where, args, err := s.where(f)
	if err != nil {
		return nil, err
	}
	query := "SELECT e.id, e.body FROM encounters e" + where + " ORDER BY e.first IS NULL, e.first, e.past, e.id"
	if f.Limit > 0 {
		query += fmt.Sprintf(" LIMIT %d", f.Limit)
	}
	rows, err := s.readers.Query(query, args...)
	if err != nil {
		return nil, s.fail("reading encounters", err)
	}
	return s.encounters(rows)
}

// encounters reads rows of id and body, with the records of each, and closes them.
func (s *Store) encounters(rows *sql.Rows) ([]Encounter, error) {
	defer rows.Close()
	var out []Encounter
	for rows.Next() {
		var id string
		var body sql.RawBytes
		var e Encounter
		if err := rows.Scan(&id, &body); err != nil {
			return nil, s.fail("reading encounters", err)
		}
		if err := json.Unmarshal(body, &e.Encounter); err != nil {
			return nil, s.fail("reading encounter "+id, err)
		}
		e.ID = id
		out = append(out, e)
	}
	if err := rows.Err(); err != nil {
		return nil, s.fail("reading encounters", err)
	}
	return out, s.fill(s.readers, out)
}

func (s *Store) where(f Filter) (string, []any, error) {
	var conds []string
	var args []any
	and := func(cond string, a ...any) {
		conds = append(conds, cond)
		args = append(args, a...)
	}
	party, with := s.partiesLike(f.Party), s.partiesLike(f.With)
	if f.Party != "" && f.With != "" {
		and(`e.num IN (SELECT x.encounter FROM attendance x JOIN attendance y ON y.encounter = x.encounter AND y.party <> x.party
			WHERE x.party IN (SELECT value FROM json_each(?)) AND y.party IN (SELECT value FROM json_each(?)))`, party, with)
	} else if f.Party != "" {
		and("e.num IN (SELECT encounter FROM attendance WHERE party IN (SELECT value FROM json_each(?)))", party)
	} else if f.With != "" {
		and("e.num IN (SELECT encounter FROM attendance WHERE party IN (SELECT value FROM json_each(?)))", with)
	}
	if f.Place != "" {
		and(`e.place LIKE ? ESCAPE '\'`, like(sought(f.Place)))
	}
	if f.Gathering != "" {
		and(`e.gathering LIKE ? ESCAPE '\'`, like(plain(f.Gathering)))
	}
	if f.Status != "" {
		and("e.status = ?", f.Status)
	}
	if f.Kind != "" {
		and("e.kind = ?", f.Kind)
	}
	if f.Document != "" {
		and(`e.id IN (SELECT a.encounter FROM accounts a JOIN records r ON r.num = a.record
			JOIN documents d ON d.num = r.document WHERE d.id = ?)`, f.Document)
	}
	for _, t := range f.Terms {
		and("e.num IN (SELECT encounter FROM postings WHERE term = ?)", t.num)
	}
	for _, t := range []struct{ facet, name string }{{FacetSide, f.Country}, {FacetTopic, f.Topic}, {FacetOutlet, f.Outlet}} {
		if t.name != "" {
			and(`e.num IN (SELECT encounter FROM postings WHERE term IN (
				SELECT t.num FROM term_words w JOIN terms t ON t.num = w.rowid WHERE term_words MATCH ? AND t.facet = ?))`, match(t.name), t.facet)
		}
	}
	if f.Text != "" {
		and("e.num IN (SELECT rowid FROM encounter_words WHERE encounter_words MATCH ?)", match(f.Text))
	}
	if f.Found != "" {
		bit, ok := found[f.Found]
		if !ok {
			return "", nil, badFound(f.Found)
		}
		and("EXISTS (SELECT 1 FROM catalogue c WHERE c.encounter = e.num AND c.mask & ? <> 0)", int64(bit))
	}
	if f.Since != "" {
		from, _, ok := f.Since.Days()
		if !ok {
			return "", nil, badDate(f.Since)
		}
		and("e.past > ?", int64(from))
	}
	if f.Until != "" {
		_, to, ok := f.Until.Days()
		if !ok {
			return "", nil, badDate(f.Until)
		}
		and("e.first < ?", int64(to))
	}
	if len(conds) == 0 {
		return "", nil, nil
	}
	return " WHERE " + strings.Join(conds, " AND "), args, nil
}

// partiesLike returns the rows of the parties that go by a name, as a JSON list.
func (s *Store) partiesLike(name string) string {
	if name == "" {
		return "[]"
	}
	patterns := []string{like(sought(name))}
	if s.opts.Names != nil {
		for _, other := range s.opts.Names(name) {
			patterns = append(patterns, like(plain(other)))
		}
	}
	sought, err := json.Marshal(patterns)
	if err != nil {
		return "[]"
	}
	var list string
	err = s.readers.QueryRow(`SELECT json_group_array(DISTINCT num) FROM parties, json_each(?) WHERE words LIKE value ESCAPE '\'`,
		string(sought)).Scan(&list)
	if err != nil {
		return "[]" // the query that follows meets the same fault and tells of it
	}
	return list
}

func badDate(d readout.Date) error {
	return fmt.Errorf("%q is no date: write 2014-11-10, 2014-11 or 2014", string(d))
}

// fill reads the records of many encounters in one query.
func (s *Store) fill(q querier, es []Encounter) error {
	index := make(map[string]int, len(es))
	ids := make([]string, len(es))
	for i := range es {
		index[es[i].ID], ids[i] = i, es[i].ID
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	rows, err := q.Query(`SELECT a.encounter, r.num, d.id, d.outlet, d.url, d.title, d.published, r.body, json_group_array(a.id)
		FROM accounts a JOIN records r ON r.num = a.record JOIN documents d ON d.num = r.document
		WHERE a.encounter IN (SELECT value FROM json_each(?))
		GROUP BY a.encounter, r.num ORDER BY a.encounter, d.published = '', d.published, d.id, r.pos`, string(list))
	if err != nil {
		return s.fail("reading accounts", err)
	}
	defer rows.Close()
	var hs []held
	var of []*Encounter // of each of hs
	for rows.Next() {
		var id string
		var h held
		var body, members sql.RawBytes
		var r Record
		d := &r.Document
		if err := rows.Scan(&id, &h.num, &d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &body, &members); err != nil {
			return s.fail("reading accounts", err)
		}
		if err := r.unpack(body, members); err != nil {
			return s.fail("reading accounts of "+d.ID, err)
		}
		h.accounts = r.Accounts
		e := &es[index[id]]
		e.Records = append(e.Records, r)
		e.Accounts = append(e.Accounts, r.Accounts...)
		hs, of = append(hs, h), append(of, e)
	}
	if err := rows.Err(); err != nil {
		return s.fail("reading accounts", err)
	}
	return s.fail("reading corrections", fillCorrections(q, hs, of))
}

// fillCorrections adds the accounts that analysts' corrections are, to the encounters
// and to the documents' records.
func fillCorrections(q querier, hs []held, of []*Encounter) error {
	nums := make([]int64, len(hs))
	for i := range hs {
		nums[i] = hs[i].num
	}
	list, err := json.Marshal(nums)
	if err != nil {
		return err
	}
	if err := analysts(q, hs, string(list)); err != nil {
		return err
	}
	seen := map[*Encounter]int{} // records of it so far
	for i := range hs {
		e := of[i]
		r := &e.Records[seen[e]]
		seen[e]++
		r.Accounts = append(r.Accounts, hs[i].corrections...)
		e.Accounts = append(e.Accounts, hs[i].corrections...)
	}
	return nil
}

// unpack reads a record, with those of its accounts that belong to the encounter.
func (r *Record) unpack(body, members []byte) error {
	if err := json.Unmarshal(body, &r.Encounter); err != nil {
		return err
	}
	var ids []string
	if err := json.Unmarshal(members, &ids); err != nil {
		return err
	}
	r.Accounts = slices.DeleteFunc(r.Accounts, func(a readout.Account) bool { return !slices.Contains(ids, a.ID) })
	return nil
}

// Encounter returns the encounter with an id, an id that gave way to another, or
// the beginning of an id that no other encounter's shares.
func (s *Store) Encounter(id string) (Encounter, error) {
	ids, err := s.column(`SELECT coalesce((SELECT new FROM redirects WHERE old = ?1), ?1) AS x
		WHERE x IN (SELECT id FROM encounters)`, id)
	if err == nil && len(ids) == 0 && len(id) >= 4 {
		ids, err = s.column(`SELECT id FROM encounters WHERE id >= ?1 AND id < ?1 || char(1114111) LIMIT 3`, id)
	}
	if err != nil {
		return Encounter{}, s.fail("reading encounters", err)
	}
	switch {
	case len(ids) == 0:
		return Encounter{}, s.fail(fmt.Sprintf("encounter %q", id), ErrNotFound)
	case len(ids) > 1:
		return Encounter{}, &Error{s.path, fmt.Sprintf("several encounters begin with %q", id), "give more of the id", nil}
	}
	var e Encounter
	var body []byte
	if err := s.readers.QueryRow("SELECT body FROM encounters WHERE id = ?", ids[0]).Scan(&body); err != nil {
		return e, s.fail("reading encounters", err)
	}
	if err := json.Unmarshal(body, &e.Encounter); err != nil {
		return e, s.fail("reading encounter "+ids[0], err)
	}
	e.ID = ids[0]
	one := []Encounter{e}
	err = s.fill(s.readers, one)
	return one[0], err
}

func (s *Store) column(query string, args ...any) ([]string, error) {
	return texts(s.readers, query, args...)
}

// texts are the values of a query's one column.
func texts(q querier, query string, args ...any) ([]string, error) {
	rows, err := q.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// Texts returns the texts of documents by id; one that is not there is missing.
func (s *Store) Texts(ids []string) (map[string]string, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	rows, err := s.readers.Query("SELECT id, text FROM documents WHERE id IN (SELECT value FROM json_each(?))", string(list))
	if err != nil {
		return nil, s.fail("reading texts", err)
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var id, text string
		if err := rows.Scan(&id, &text); err != nil {
			return nil, s.fail("reading texts", err)
		}
		out[id] = text
	}
	return out, s.fail("reading texts", rows.Err())
}

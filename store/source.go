package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"readout"
)

// Sourced is a document's readout with where it came from.
type Sourced struct {
	readout.Readout
	Origin Origin
	Keep   Keep
}

// Origin says where a document came from.
type Origin struct {
	File    string    // path; empty where it was fetched
	Place   string    // in the file: "line 7"
	Address string    // that the page was fetched from
	Fetched time.Time // when; zero where that is not known
	Page    string    // hash of the page that is kept, "" where there is none
	Unread  bool      // in a language that is not read
	Kept    Keep
}

// Keep says how much of a document's text stays in the record.
type Keep string

// What may be kept. Hashes and spans always are, so that a text that is got again can
// be held against them.
const (
	KeepText      Keep = "text"      // all of it, and the page as fetched
	KeepSentences Keep = "sentences" // the sentences that facts were taken from
	KeepHashes    Keep = "hashes"    // nothing
)

// kept is the text that stays: what may not be kept is blank, so that spans hold.
func (k Keep) kept(r readout.Readout, sentences func(readout.Document) []readout.Span) string {
	if k == KeepText || k == "" {
		return r.Document.Text
	}
	out := []byte(r.Document.Text)
	keep := make([]bool, len(out))
	if k == KeepSentences {
		for _, e := range r.Encounters {
			mark(keep, r.Document.Text, recordQuotes(e))
		}
		for _, st := range r.Statements {
			mark(keep, r.Document.Text, statementQuotes(st))
		}
		if sentences != nil {
			fillUp(keep, sentences(r.Document))
		}
	}
	for i, c := range out {
		if !keep[i] && c != '\n' {
			out[i] = ' '
		}
	}
	return string(out)
}

func mark(keep []bool, text string, qs []quote) {
	for _, q := range qs {
		if q.span.In(text) == "" {
			continue
		}
		for i := q.span.Start; i < q.span.End; i++ {
			keep[i] = true
		}
	}
}

// fillUp marks the whole of the sentences in which something is marked.
func fillUp(keep []bool, sentences []readout.Span) {
	for _, s := range sentences {
		if slices.Contains(keep[s.Start:s.End], true) {
			for i := s.Start; i < s.End; i++ {
				keep[i] = true
			}
		}
	}
}

// AddFrom is Add for documents whose origin is known.
func (s *Store) AddFrom(rs []Sourced, again bool) (Added, error) {
	var n Added
	err := s.write("storing documents", func(tx *sql.Tx) error {
		var err error
		n, err = s.addFrom(tx, rs, again)
		return err
	})
	return n, err
}

func (s *Store) addFrom(tx *sql.Tx, rs []Sourced, again bool) (n Added, err error) {
	w, err := s.newWriter(tx)
	if err != nil {
		return n, err
	}
	defer w.close()
	for i := range rs {
		r := &rs[i]
		was := n
		w.keep, w.at = r.Keep, r.Origin.Fetched
		if err := w.add(&r.Readout, again, &n); err != nil {
			return Added{}, err
		}
		if n.Same > was.Same && !again {
			continue
		}
		if err := putOrigin(tx, r); err != nil {
			return Added{}, err
		}
	}
	return n, w.index()
}

func putOrigin(tx *sql.Tx, r *Sourced) error {
	if r.Origin == (Origin{}) && r.Keep == "" && r.Document.Language == "" {
		return nil
	}
	keep := r.Keep
	if keep == "" {
		keep = KeepText
	}
	_, err := tx.Exec("INSERT OR REPLACE INTO origins VALUES (?,?,?,?,?,?,?,?,?)", Identity(r.Document), r.Origin.File, r.Origin.Place,
		r.Origin.Address, unix(r.Origin.Fetched), r.Origin.Page, r.Document.Language, r.Origin.Unread, string(keep))
	return err
}

// unix is the time in seconds, 0 for none.
func unix(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

// instant is the time of seconds, none for 0.
func instant(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}

// Origins returns where documents came from, by id; those that nothing is known of are
// missing.
func (s *Store) Origins() (map[string]Origin, error) {
	rows, err := s.readers.Query("SELECT document, file, place, address, fetched, page, unread, kept FROM origins")
	if err != nil {
		return nil, s.fail("reading origins", err)
	}
	defer rows.Close()
	out := map[string]Origin{}
	for rows.Next() {
		var id string
		var o Origin
		var fetched int64
		if err := rows.Scan(&id, &o.File, &o.Place, &o.Address, &fetched, &o.Page, &o.Unread, &o.Kept); err != nil {
			return nil, s.fail("reading origins", err)
		}
		o.Fetched = instant(fetched)
		out[id] = o
	}
	return out, s.fail("reading origins", rows.Err())
}

// Version is a text of a document that gave way to a later one, with what it told.
type Version struct {
	readout.Readout
	Hash     string
	Replaced time.Time
}

// retire keeps a document's text and what it told among the versions, before its rows
// go. A reading that differs in other things than the text is no version.
func (w *writer) retire(num int64, d readout.Document) error {
	res, err := w.tx.Exec(`INSERT INTO versions (document, hash, title, published, replaced, page, text, encounters, statements)
		SELECT id, hash, title, published, ?2, coalesce((SELECT page FROM origins WHERE document = d.id), ''), text,
			(SELECT coalesce(json_group_array(json(CAST(body AS TEXT)) ORDER BY pos), '[]') FROM records WHERE document = d.num),
			(SELECT coalesce(json_group_array(json(CAST(body AS TEXT)) ORDER BY pos), '[]') FROM statements WHERE document = d.num)
		FROM documents d WHERE num = ?1 AND hash <> ?3`, num, unix(w.at), d.Hash())
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err
	}
	version, err := res.LastInsertId()
	if err != nil {
		return err
	}
	_, err = w.tx.Exec(`INSERT INTO former (encounter, version, pos)
		SELECT DISTINCT a.encounter, ?2, r.pos FROM records r JOIN accounts a ON a.record = r.num WHERE r.document = ?1 AND a.encounter <> ''`, num, version)
	return err
}

// Versions returns the earlier texts of a document, the oldest first; of all documents
// where id is "".
func (s *Store) Versions(id string) ([]Version, error) {
	rows, err := s.readers.Query(`SELECT document, hash, title, published, replaced, text, encounters, statements
		FROM versions WHERE ?1 = '' OR document = ?1 ORDER BY document, num`, id)
	if err != nil {
		return nil, s.fail("reading versions", err)
	}
	defer rows.Close()
	var out []Version
	for rows.Next() {
		var v Version
		var replaced int64
		var encounters, statements sql.RawBytes
		d := &v.Document
		if err := rows.Scan(&d.ID, &v.Hash, &d.Title, &d.Published, &replaced, &d.Text, &encounters, &statements); err != nil {
			return nil, s.fail("reading versions", err)
		}
		v.Replaced = instant(replaced)
		if err := json.Unmarshal(encounters, &v.Encounters); err != nil {
			return nil, s.fail("reading a version of "+d.ID, err)
		}
		if err := json.Unmarshal(statements, &v.Statements); err != nil {
			return nil, s.fail("reading a version of "+d.ID, err)
		}
		out = append(out, v)
	}
	return out, s.fail("reading versions", rows.Err())
}

// forgetSource takes out what is known of a document's origin, its earlier versions
// and its pages. What it was fetched for is not fetched again.
func forgetSource(tx *sql.Tx, id string) error {
	for _, q := range []string{
		`DELETE FROM pages WHERE address IN (SELECT address FROM origins WHERE document = ?1 UNION SELECT address FROM entries WHERE document = ?2)`,
		`DELETE FROM pages WHERE hash IN (SELECT page FROM maps WHERE document = ?1)`,
		`UPDATE entries SET state = 'removed', due = 0, page = NULL, title = '', fault = '' WHERE document = ?2`,
		`DELETE FROM former WHERE version IN (SELECT num FROM versions WHERE document = ?1)`,
		`DELETE FROM versions WHERE document = ?1`,
		`DELETE FROM maps WHERE document = ?1`,
		`DELETE FROM origins WHERE document = ?1`,
	} {
		if _, err := tx.Exec(q, id, pageOf(id)); err != nil {
			return fmt.Errorf("forgetting where %s came from: %w", id, err)
		}
	}
	return nil
}

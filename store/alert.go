package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"
)

// SavedQuery asks again and again what is in the record.
type SavedQuery struct {
	Name    string
	Filter  Filter
	Webhook string // address that alerts are sent to; may be empty
}

// Subject is something that a saved query finds: an encounter, a disagreement, a
// prospect. What it says is what a change is told by.
type Subject struct {
	Key       string // tells it from others
	What      string // encounter, disagreement, prospect
	Encounter string // id
	Says      string // in one line
}

// Change is what became of a subject.
type Change string

// The changes.
const (
	IsNew     Change = "new"
	IsChanged Change = "changed"
	Left      Change = "left"      // is in the record and no longer what was asked for
	Withdrawn Change = "withdrawn" // no document tells of it any more
)

// Alert is a change that a saved query was to tell of.
type Alert struct {
	Num     int64
	Query   string
	Change  Change
	Subject Subject
	Before  string // what it said before
	At      time.Time
	Due     time.Time // of the next try to deliver it; zero: none, or delivered
	Tries   int
	Fault   string
}

// alertBody is an alert's JSON in the record.
type alertBody struct {
	Subject Subject
	Before  string
}

// SaveQuery stores a query. What is in the record already is no news.
func (s *Store) SaveQuery(q SavedQuery, now []Subject) error {
	filter, err := json.Marshal(q.Filter)
	if err != nil {
		return err
	}
	return s.write("saving a query", func(tx *sql.Tx) error {
		if _, err := tx.Exec("INSERT OR REPLACE INTO queries VALUES (?,?,?,1)", q.Name, string(filter), q.Webhook); err != nil {
			return err
		}
		if _, err := tx.Exec("DELETE FROM found WHERE query = ?", q.Name); err != nil {
			return err
		}
		for _, x := range now {
			if err := putFound(tx, q.Name, x); err != nil {
				return err
			}
		}
		return nil
	})
}

func putFound(tx *sql.Tx, query string, x Subject) error {
	body, err := json.Marshal(x)
	if err != nil {
		return err
	}
	_, err = tx.Exec("INSERT OR REPLACE INTO found VALUES (?,?,?)", query, x.Key, string(body))
	return err
}

// ForgetQuery drops a query and what it told.
func (s *Store) ForgetQuery(name string) error {
	return s.write("query "+name, func(tx *sql.Tx) error {
		res, err := tx.Exec("DELETE FROM queries WHERE name = ?", name)
		if err != nil {
			return err
		}
		if n, _ := res.RowsAffected(); n == 0 {
			return fmt.Errorf("query %q: %w", name, ErrNotFound)
		}
		_, err = tx.Exec("DELETE FROM found WHERE query = ?", name)
		if err == nil {
			_, err = tx.Exec("DELETE FROM alerts WHERE query = ?", name)
		}
		return err
	})
}

// Queries are the saved ones, by name.
func (s *Store) Queries() ([]SavedQuery, error) {
	rows, err := s.readers.Query("SELECT name, filter, webhook FROM queries ORDER BY name")
	if err != nil {
		return nil, s.fail("reading queries", err)
	}
	defer rows.Close()
	var out []SavedQuery
	for rows.Next() {
		var q SavedQuery
		var filter []byte
		if err := rows.Scan(&q.Name, &filter, &q.Webhook); err != nil {
			return nil, s.fail("reading queries", err)
		}
		if err := json.Unmarshal(filter, &q.Filter); err != nil {
			return nil, s.fail("reading query "+q.Name, err)
		}
		out = append(out, q)
	}
	return out, s.fail("reading queries", rows.Err())
}

// Notice compares what a query finds now with what it found before, and stores an
// alert for each difference, all or none. It returns how many there are.
func (s *Store) Notice(q SavedQuery, now []Subject, at time.Time) (n int, err error) {
	err = s.write("storing alerts", func(tx *sql.Tx) error {
		n = 0
		before, err := foundBefore(tx, q.Name)
		if err != nil {
			return err
		}
		for _, x := range now {
			was, there := before[x.Key]
			delete(before, x.Key)
			if there && was == x {
				continue
			}
			change := IsNew
			if there {
				change = IsChanged
			}
			n++
			if err := first(putAlert(tx, q, change, x, was.Says, at), putFound(tx, q.Name, x)); err != nil {
				return err
			}
		}
		for _, was := range sortedSubjects(before) {
			gone, err := s.gone(tx, q, was, at)
			if err != nil {
				return err
			}
			n += gone
		}
		return count(tx, "alerts", n)
	})
	return n, err
}

// gone tells of a subject that a query finds no more. One whose encounter became part
// of another is told of with that.
func (s *Store) gone(tx *sql.Tx, q SavedQuery, was Subject, at time.Time) (int, error) {
	if _, err := tx.Exec("DELETE FROM found WHERE query = ? AND subject = ?", q.Name, was.Key); err != nil {
		return 0, err
	}
	var there, moved int
	err := tx.QueryRow("SELECT (SELECT count(*) FROM encounters WHERE id = ?1), (SELECT count(*) FROM redirects WHERE old = ?1)", was.Encounter).Scan(&there, &moved)
	if err != nil || there == 0 && moved > 0 {
		return 0, err
	}
	change := Withdrawn
	if there > 0 {
		change = Left
	}
	return 1, putAlert(tx, q, change, was, was.Says, at)
}

func sortedSubjects(m map[string]Subject) []Subject {
	var out []Subject
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, m[k])
	}
	return out
}

func foundBefore(tx *sql.Tx, query string) (map[string]Subject, error) {
	rows, err := tx.Query("SELECT subject, print FROM found WHERE query = ?", query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]Subject{}
	for rows.Next() {
		var key string
		var body []byte
		var x Subject
		if err := rows.Scan(&key, &body); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(body, &x); err != nil {
			return nil, err
		}
		out[key] = x
	}
	return out, rows.Err()
}

func putAlert(tx *sql.Tx, q SavedQuery, c Change, x Subject, before string, at time.Time) error {
	body, err := json.Marshal(alertBody{x, before})
	if err != nil {
		return err
	}
	due := int64(0)
	if q.Webhook != "" {
		due = at.Unix()
	}
	_, err = tx.Exec("INSERT INTO alerts (query, subject, change, at, body, due, tries, fault) VALUES (?,?,?,?,?,?,0,'')",
		q.Name, x.Key, string(c), at.Unix(), string(body), due)
	return err
}

// Alerts are those of a query (of all where it is ""), the latest first; with due only
// those that are to be delivered by then, the earliest first.
func (s *Store) Alerts(query string, due time.Time, limit int) ([]Alert, error) {
	if limit <= 0 {
		limit = -1
	}
	rows, err := s.readers.Query(`SELECT num, query, change, at, body, due, tries, fault FROM alerts
		WHERE (?1 = '' OR query = ?1) AND (?2 = 0 OR due > 0 AND due <= ?2) ORDER BY CASE WHEN ?2 = 0 THEN -num ELSE num END LIMIT ?3`, query, unix(due), limit)
	if err != nil {
		return nil, s.fail("reading alerts", err)
	}
	defer rows.Close()
	var out []Alert
	for rows.Next() {
		var a Alert
		var at, due int64
		var body []byte
		if err := rows.Scan(&a.Num, &a.Query, &a.Change, &at, &body, &due, &a.Tries, &a.Fault); err != nil {
			return nil, s.fail("reading alerts", err)
		}
		var b alertBody
		if err := json.Unmarshal(body, &b); err != nil {
			return nil, s.fail("reading alerts", err)
		}
		a.Subject, a.Before, a.At, a.Due = b.Subject, b.Before, instant(at), instant(due)
		out = append(out, a)
	}
	return out, s.fail("reading alerts", rows.Err())
}

// Tried stores what became of a try to deliver an alert: its fault and its next try,
// or neither where it was delivered.
func (s *Store) Tried(a Alert) error {
	return s.write("storing an alert", func(tx *sql.Tx) error {
		what := "alerts_delivered"
		if a.Fault != "" {
			what = "alerts_failed"
		}
		_, err := tx.Exec("UPDATE alerts SET due = ?, tries = ?, fault = ? WHERE num = ?", unix(a.Due), a.Tries, a.Fault, a.Num)
		return first(err, count(tx, what, 1))
	})
}

// ID names the alert to whoever receives it, who may get it twice.
func (a Alert) ID() string {
	h := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d\x00%s\x00%d", a.Query, a.Num, a.Subject.Key, a.At.Unix()))
	return hex.EncodeToString(h[:8])
}

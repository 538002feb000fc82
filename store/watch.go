package store

import (
	"database/sql"
	"strings"
	"time"

	"readout"
)

// Feed is a feed that is watched.
type Feed struct {
	Address, Title string
	ETag, Modified string // of its last answer
	Every          time.Duration
	Due            time.Time
	Checked        time.Time // when it last answered; zero where it never did
	Entries        int       // found so far
	Failures       int       // one after another
	Fault          string    // of the last failure
}

// Entry is a page that a feed told of.
type Entry struct {
	Address, Feed, Title string
	Published, Updated   string
	State                State
	Due                  time.Time // of the next fetch; zero where there is none
	Looks                int       // fetches that were answered
	Tries                int       // failures one after another
	Fault                string
	ETag, Modified       string
	Document             string // that it became, or is a copy of
}

// State is how far an entry has come.
type State string

// The states of an entry.
const (
	Waiting State = "waiting" // to be fetched
	Fetched State = "fetched" // to be read
	Read    State = "read"
	Copy    State = "copy"   // of a document that another entry brought
	Empty   State = "empty"  // a page without an article
	Failed  State = "failed" // given up
	Removed State = "removed"
)

// Key is what an entry is known by: the canonical key of its address.
func (e Entry) Key() string { return address(e.Address) }

// Follow makes feeds the ones that are watched. New ones are due at once; what is known
// of those no longer listed stays.
func (s *Store) Follow(feeds []Feed, now time.Time) error {
	return s.follow("", feeds, now)
}

// FollowListed does the same for the feeds that a list or an index names, which is
// watched itself.
func (s *Store) FollowListed(parent string, feeds []Feed, now time.Time) error {
	return s.follow(parent, feeds, now)
}

func (s *Store) follow(parent string, feeds []Feed, now time.Time) error {
	return s.write("storing feeds", func(tx *sql.Tx) error {
		if _, err := tx.Exec("UPDATE feeds SET active = 0 WHERE parent = ?", parent); err != nil {
			return err
		}
		for _, f := range feeds {
			_, err := tx.Exec(`INSERT INTO feeds VALUES (?1,?2,'','',?3,?4,0,0,0,'',1,?5)
				ON CONFLICT (address) DO UPDATE SET active = 1, title = CASE WHEN ?2 = '' THEN title ELSE ?2 END`,
				f.Address, f.Title, int64(f.Every/time.Second), now.Unix(), parent)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Feeds are those that are watched; with due only those whose time has come.
func (s *Store) Feeds(due time.Time) ([]Feed, error) {
	rows, err := s.readers.Query(`SELECT address, title, etag, modified, every, due, checked, entries, failures, fault
		FROM feeds f WHERE active = 1 AND (parent = '' OR EXISTS (SELECT 1 FROM feeds WHERE address = f.parent AND active = 1))
		AND (?1 = 0 OR due <= ?1) ORDER BY due, address`, unix(due))
	if err != nil {
		return nil, s.fail("reading feeds", err)
	}
	defer rows.Close()
	var out []Feed
	for rows.Next() {
		var f Feed
		var every, due, checked int64
		if err := rows.Scan(&f.Address, &f.Title, &f.ETag, &f.Modified, &every, &due, &checked, &f.Entries, &f.Failures, &f.Fault); err != nil {
			return nil, s.fail("reading feeds", err)
		}
		f.Every, f.Due, f.Checked = time.Duration(every)*time.Second, instant(due), instant(checked)
		out = append(out, f)
	}
	return out, s.fail("reading feeds", rows.Err())
}

// Told stores what a feed's answer told, all of it or nothing: the feed as it is now,
// and its entries. It returns how many of these are new. One that is known and says
// that it was updated since is due again. plan says when the feed is looked at next.
func (s *Store) Told(f Feed, entries []Entry, now time.Time, plan func(fresh int) Feed) (fresh int, err error) {
	err = s.write("storing a feed", func(tx *sql.Tx) error {
		fresh = 0
		for _, e := range entries {
			res, err := tx.Exec(`INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,0,0,'','','',NULL,'',?) ON CONFLICT DO NOTHING`,
				e.Key(), e.Address, f.Address, e.Title, e.Published, e.Updated, string(Waiting), now.Unix(), now.Unix())
			if err != nil {
				return err
			}
			if n, _ := res.RowsAffected(); n > 0 {
				fresh++
				continue
			}
			_, err = tx.Exec(`UPDATE entries SET updated = ?2, due = ?3 WHERE key = ?1 AND updated <> ?2 AND ?2 <> '' AND state IN ('read', 'empty')`,
				e.Key(), e.Updated, now.Unix())
			if err != nil {
				return err
			}
		}
		f := plan(fresh)
		_, err := tx.Exec(`UPDATE feeds SET title = ?, etag = ?, modified = ?, every = ?, due = ?, checked = ?, entries = entries + ?, failures = ?, fault = ?
			WHERE address = ?`, f.Title, f.ETag, f.Modified, int64(f.Every/time.Second), unix(f.Due), unix(f.Checked), fresh, f.Failures, f.Fault, f.Address)
		return first(err, count(tx, "feeds_polled", 1), count(tx, "entries_found", fresh), count(tx, "feeds_failed", min(f.Failures, 1)))
	})
	return fresh, err
}

const entryColumns = "address, feed, title, published, updated, state, due, looks, tries, fault, etag, modified, document"

// Due are entries whose time has come to be fetched, at most so many.
func (s *Store) Due(now time.Time, limit int) ([]Entry, error) {
	return s.entries("WHERE due > 0 AND due <= ?1 AND state <> 'fetched' ORDER BY due, key LIMIT ?2", now.Unix(), limit)
}

func (s *Store) entries(where string, args ...any) ([]Entry, error) {
	rows, err := s.readers.Query("SELECT "+entryColumns+" FROM entries "+where, args...)
	if err != nil {
		return nil, s.fail("reading entries", err)
	}
	defer rows.Close()
	var out []Entry
	for rows.Next() {
		var e Entry
		var due int64
		if err := rows.Scan(&e.Address, &e.Feed, &e.Title, &e.Published, &e.Updated, &e.State, &due, &e.Looks, &e.Tries, &e.Fault,
			&e.ETag, &e.Modified, &e.Document); err != nil {
			return nil, s.fail("reading entries", err)
		}
		e.Due = instant(due)
		out = append(out, e)
	}
	return out, s.fail("reading entries", rows.Err())
}

// Got stores the page that an entry led to: it is to be read next, unless it is the
// one that was read last. The page's bytes stay in any case until then.
func (s *Store) Got(e Entry, p WebPage) error {
	return s.write("storing a page", func(tx *sql.Tx) error {
		num, hash, err := keepPage(tx, p, true)
		if err != nil {
			return err
		}
		e.State, e.Fault, e.Tries = Fetched, "", 0
		var same bool
		err = tx.QueryRow("SELECT EXISTS (SELECT 1 FROM origins WHERE address = ? AND page = ?)", p.Address, hash).Scan(&same)
		if err != nil {
			return err
		}
		if e.Document != "" && same {
			e.State = Read
			return first(putEntry(tx, e, nil), dropUnkept(tx, num), count(tx, "pages_unchanged", 1))
		}
		return first(putEntry(tx, e, num), count(tx, "pages_fetched", 1), count(tx, "bytes_fetched", len(p.Body)))
	})
}

// dropUnkept takes a page's bytes away where its documents are kept without them.
func dropUnkept(tx *sql.Tx, page int64) error {
	_, err := tx.Exec("UPDATE pages SET body = NULL WHERE num = ? AND EXISTS (SELECT 1 FROM origins o WHERE o.address = pages.address AND o.address <> '' AND o.kept <> 'text')", page)
	return err
}

// Missed stores that an entry could not be fetched, or that its page is as it was.
func (s *Store) Missed(e Entry) error {
	return s.write("storing an entry", func(tx *sql.Tx) error {
		what := "pages_failed"
		if e.Fault == "" {
			what = "pages_unchanged"
		}
		return first(putEntry(tx, e, nil), count(tx, what, 1))
	})
}

func putEntry(tx *sql.Tx, e Entry, page any) error {
	_, err := tx.Exec(`UPDATE entries SET state = ?, due = ?, looks = ?, tries = ?, fault = ?, etag = ?, modified = ?, page = ?, document = ?
		WHERE key = ? AND state <> 'removed'`, string(e.State), unix(e.Due), e.Looks, e.Tries, e.Fault, e.ETag, e.Modified, page, e.Document, e.Key())
	return err
}

// ToRead are entries whose pages are there and have not been read, with the pages.
func (s *Store) ToRead(limit int) ([]Entry, []WebPage, error) {
	es, err := s.entries("WHERE state = 'fetched' ORDER BY key LIMIT ?", limit)
	if err != nil {
		return nil, nil, err
	}
	pages := make([]WebPage, len(es))
	for i, e := range es {
		rows, err := s.readers.Query(`SELECT address, final, status, header, hash, size, fetched, checked, body FROM pages
			WHERE num = (SELECT page FROM entries WHERE key = ?)`, e.Key())
		if err != nil {
			return nil, nil, s.fail("reading pages", err)
		}
		if rows.Next() {
			pages[i], err = scanPage(rows)
		}
		rows.Close()
		if err = first(err, rows.Err()); err != nil {
			return nil, nil, s.fail("reading pages", err)
		}
	}
	return es, pages, nil
}

// CopyOf is the id of the document that another entry brought and that this one's is
// the same as: by its address, or by its text on the same host.
func (s *Store) CopyOf(e Entry, d readout.Document) (string, error) {
	id := Identity(d)
	var of string
	err := s.readers.QueryRow("SELECT document FROM entries WHERE document = ? AND key <> ? AND state IN ('read', 'fetched') LIMIT 1", id, e.Key()).Scan(&of)
	if err == nil || err != sql.ErrNoRows {
		return of, s.fail("reading entries", err)
	}
	rows, err := s.readers.Query("SELECT id, address FROM documents WHERE hash = ? AND id <> ? AND address <> ''", d.Hash(), id)
	if err != nil {
		return "", s.fail("reading documents", err)
	}
	defer rows.Close()
	for rows.Next() {
		var other, at string
		if err := rows.Scan(&other, &at); err != nil {
			return "", s.fail("reading documents", err)
		}
		if host(at) == host(address(d.URL)) && other != e.Document {
			return other, nil
		}
	}
	return "", s.fail("reading documents", rows.Err())
}

func host(key string) string {
	h, _, _ := strings.Cut(key, "/")
	return h
}

// Took stores what became of an entry whose page was read: its documents, if it has any
// of its own, and the entry, all or nothing. A page that has become a live one gives its
// posts, and no longer the one document that it was.
func (s *Store) Took(e Entry, rs []Sourced) (n Added, err error) {
	err = s.write("storing a document", func(tx *sql.Tx) error {
		if len(rs) == 0 {
			_, err := tx.Exec("DELETE FROM pages WHERE num = (SELECT page FROM entries WHERE key = ?)", e.Key())
			return first(err, putEntry(tx, e, nil), count(tx, "pages_"+string(e.State), 1))
		}
		if n, err = s.addFrom(tx, rs, false); err != nil {
			return err
		}
		whole := false
		for i := range rs {
			if err := touchOrigin(tx, &rs[i]); err != nil {
				return err
			}
			whole = whole || Identity(rs[i].Document) == e.Document
		}
		if !whole {
			if err := s.giveWay(tx, e.Document, rs[0].Origin.Fetched); err != nil {
				return err
			}
		}
		if k := rs[0].Keep; k != KeepText && k != "" {
			if _, err := tx.Exec("UPDATE pages SET body = NULL WHERE num = (SELECT page FROM entries WHERE key = ?)", e.Key()); err != nil {
				return err
			}
		}
		return first(putEntry(tx, e, nil), count(tx, "documents_new", n.New), count(tx, "documents_revised", n.Replaced), count(tx, "pages_"+string(e.State), 1))
	})
	return n, err
}

// giveWay makes a document that is no longer there an earlier version.
func (s *Store) giveWay(tx *sql.Tx, id string, at time.Time) error {
	var num int64
	err := tx.QueryRow("SELECT num FROM documents WHERE id = ?", id).Scan(&num)
	if err == sql.ErrNoRows {
		return nil
	}
	if err != nil {
		return err
	}
	w := &writer{s: s, tx: tx, at: at}
	return first(w.retire(num, readout.Document{}), drop(tx, num))
}

// touchOrigin notes the page that a document was last read from, where its text is the
// same as before.
func touchOrigin(tx *sql.Tx, r *Sourced) error {
	if r.Document.Proof.Map != nil {
		if _, err := tx.Exec(putMap, mapRow(r.Document)...); err != nil {
			return err
		}
	}
	_, err := tx.Exec("UPDATE origins SET page = ?, address = ? WHERE document = ?", r.Origin.Page, r.Origin.Address, Identity(r.Document))
	return err
}

func count(tx *sql.Tx, name string, n int) error {
	if n == 0 {
		return nil
	}
	_, err := tx.Exec("INSERT INTO counts VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET n = n + ?2", name, n)
	return err
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// Watched says how far watching has come.
type Watched struct {
	Feeds, Failing int
	Entries        map[State]int
	Counts         map[string]int // since the record was made
	Next           time.Time      // when something is due; zero where nothing is
	Pending        int            // alerts that are to be delivered
}

// Watched counts.
func (s *Store) Watched() (Watched, error) {
	w := Watched{Entries: map[State]int{}, Counts: map[string]int{}}
	var next int64
	err := s.readers.QueryRow(`SELECT (SELECT count(*) FROM feeds WHERE active = 1), (SELECT count(*) FROM feeds WHERE active = 1 AND failures > 0),
		(SELECT count(*) FROM alerts WHERE due > 0), coalesce((SELECT min(due) FROM (SELECT min(due) AS due FROM feeds f WHERE active = 1
				AND (parent = '' OR EXISTS (SELECT 1 FROM feeds WHERE address = f.parent AND active = 1))
			UNION ALL SELECT min(due) FROM entries WHERE due > 0 AND state <> 'fetched' UNION ALL SELECT min(due) FROM alerts WHERE due > 0)), 0)`).
		Scan(&w.Feeds, &w.Failing, &w.Pending, &next)
	if err != nil {
		return w, s.fail("counting", err)
	}
	w.Next = instant(next)
	rows, err := s.readers.Query("SELECT 'state', state, count(*) FROM entries GROUP BY state UNION ALL SELECT 'count', name, n FROM counts")
	if err != nil {
		return w, s.fail("counting", err)
	}
	defer rows.Close()
	for rows.Next() {
		var kind, name string
		var n int
		if err := rows.Scan(&kind, &name, &n); err != nil {
			return w, s.fail("counting", err)
		}
		if kind == "state" {
			w.Entries[State(name)] = n
		} else {
			w.Counts[name] = n
		}
	}
	return w, s.fail("counting", rows.Err())
}

package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"time"

	"readout"
)

// Added counts what became of the documents of one call of Add.
type Added struct {
	New      int // not known before
	Replaced int // known with another text or other particulars
	Same     int // known as they are, so nothing was changed
}

// Sum adds the counts of two calls.
func (a Added) Sum(b Added) Added {
	return Added{a.New + b.New, a.Replaced + b.Replaced, a.Same + b.Same}
}

// Add stores what documents tell, all of them or none. A document that is stored
// with the same text and particulars stays as it is, unless again is set; with
// others the new version takes the place of the old one, whose accounts and
// statements go. Encounters are brought up to date by Settle.
func (s *Store) Add(rs []readout.Readout, again bool) (Added, error) {
	from := make([]Sourced, len(rs))
	for i := range rs {
		from[i].Readout = rs[i]
	}
	return s.AddFrom(from, again)
}

// Known tells for each document whether the record holds it with the same text and
// particulars, so that it need not be read again.
func (s *Store) Known(docs []readout.Document) ([]bool, error) {
	known := make([]bool, len(docs))
	st, err := s.readers.Prepare("SELECT version FROM documents WHERE id = ?")
	if err != nil {
		return nil, s.fail("reading documents", err)
	}
	defer st.Close()
	for i, d := range docs {
		var v []byte
		err := st.QueryRow(Identity(d)).Scan(&v)
		if err != nil && err != sql.ErrNoRows {
			return nil, s.fail("reading documents", err)
		}
		known[i] = err == nil && bytes.Equal(v, version(d))
	}
	return known, nil
}

// Identity is what a document is known by: its id, else its canonical address (and of
// a post of a live page its mark), else the hash of its text. An id that is the address says no more than that.
func Identity(d readout.Document) string {
	if d.ID != "" && d.ID != d.URL {
		return d.ID
	}
	if a := address(d.URL); a != "" {
		return a + postOf(d.URL)
	}
	return d.Hash()
}

// A post of a live page is a document of its own: behind its page's address stands what
// tells it from the others.
const postMark = "#post-"

func postOf(address string) string {
	_, mark, ok := strings.Cut(address, postMark)
	if !ok {
		return ""
	}
	return postMark + mark
}

// pageOf is the id of the page that a post stands on; of another document its own id.
func pageOf(id string) string {
	page, _, _ := strings.Cut(id, postMark)
	return page
}

// version names all that a reading of the document depends on.
func version(d readout.Document) []byte {
	h := sha256.New()
	for _, f := range []string{d.Outlet, d.URL, d.Title, d.Byline, d.Dateline, d.Published, d.Text} {
		h.Write([]byte(strconv.Itoa(len(f)) + ":" + f))
	}
	if len(d.Sections) > 0 { // text files have none, and keep the versions they had
		fmt.Fprint(h, d.Sections)
	}
	return h.Sum(nil)
}

// writer holds the statements prepared for one transaction.
type writer struct {
	s    *Store
	tx   *sql.Tx
	keep Keep      // how much of the document's text stays
	at   time.Time // when the document was fetched

	find, document, documentWords    *sql.Stmt
	record, account, block           *sql.Stmt
	party, newParty                  *sql.Stmt
	statement, statementWords, fresh *sql.Stmt
	taken, pageMap                   *sql.Stmt

	unindexed []entry
}

// entry waits to be put into an index of words by its statement.
type entry struct {
	into         *sql.Stmt
	num          int64
	first, words string
}

// index puts into the indexes of words what waits for that. It comes after all else: an
// index that is written to between other rows is brought to the disk for each of them.
func (w *writer) index() error {
	for _, e := range w.unindexed {
		if _, err := e.into.Exec(e.num, e.first, e.words); err != nil {
			return err
		}
	}
	w.unindexed = w.unindexed[:0]
	return nil
}

func (s *Store) newWriter(tx *sql.Tx) (*writer, error) {
	w := &writer{s: s, tx: tx}
	for _, p := range []struct {
		st  **sql.Stmt
		sql string
	}{
		{&w.find, "SELECT num, version FROM documents WHERE id = ?"},
		{&w.document, `INSERT INTO documents (id, address, hash, version, outlet, url, title, byline, dateline, published, day, sections, text)
			VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`},
		{&w.documentWords, "INSERT INTO document_words (rowid, title, text) VALUES (?,?,?)"},
		{&w.record, "INSERT INTO records (document, pos, body, proof) VALUES (?,?,?,?)"},
		{&w.account, "INSERT INTO accounts (id, record, pos) VALUES (?,?,?)"},
		{&w.block, "INSERT OR IGNORE INTO blocks (key, record) VALUES (?,?)"},
		{&w.fresh, "INSERT INTO unsettled (record, fresh) VALUES (?, 1)"},
		{&w.party, "SELECT num FROM parties WHERE name = ? AND side = ?"},
		{&w.newParty, "INSERT INTO parties (name, side, words) VALUES (?,?,?)"},
		{&w.statement, "INSERT INTO statements (id, document, pos, speaker, body, proof, words) VALUES (?,?,?,?,?,?,?)"},
		{&w.statementWords, "INSERT INTO statement_words (rowid, speaker, words) VALUES (?,?,?)"},
		{&w.taken, "SELECT count(*) FROM accounts WHERE id = ?"},
		{&w.pageMap, putMap},
	} {
		st, err := tx.Prepare(p.sql)
		if err != nil {
			return nil, err
		}
		*p.st = st
	}
	return w, nil
}

func (w *writer) close() {
	for _, st := range []*sql.Stmt{w.find, w.document, w.documentWords, w.record, w.account, w.block,
		w.fresh, w.party, w.newParty, w.statement, w.statementWords, w.taken, w.pageMap} {
		st.Close()
	}
}

func (w *writer) add(r *readout.Readout, again bool, n *Added) error {
	var num int64
	var old []byte
	v := version(r.Document)
	switch err := w.find.QueryRow(Identity(r.Document)).Scan(&num, &old); {
	case err == sql.ErrNoRows:
		n.New++
	case err != nil:
		return err
	case bytes.Equal(old, v) && !again:
		n.Same++
		return nil
	default:
		if bytes.Equal(old, v) {
			n.Same++
		} else {
			n.Replaced++
		}
		if err := w.index(); err != nil { // what is dropped is taken out of the indexes
			return err
		}
		if err := w.retire(num, r.Document); err != nil {
			return err
		}
		if err := drop(w.tx, num); err != nil {
			return err
		}
	}
	return w.put(r, v)
}

func (w *writer) put(r *readout.Readout, version []byte) error {
	d := r.Document
	text := w.keep.kept(*r, w.s.opts.Sentences)
	if d.Proof.Map != nil {
		if _, err := w.pageMap.Exec(mapRow(d)...); err != nil {
			return err
		}
	}
	sections, err := json.Marshal(r.Sections)
	if err != nil {
		return err
	}
	var day any
	if p, ok := readout.PublishedDay(d.Published); ok {
		day = int64(p)
	}
	num, err := insert(w.document, Identity(d), address(d.URL), d.Hash(), version, d.Outlet, d.URL, d.Title,
		d.Byline, d.Dateline, d.Published, day, string(sections), text)
	if err != nil {
		return err
	}
	w.unindexed = append(w.unindexed, entry{w.documentWords, num, d.Title, text})
	told := d.Published
	if res := w.s.opts.Resolver; res != nil && res.Told != nil {
		told = res.Told(told, r.Encounters)
	}
	for i := range r.Encounters {
		if err := w.putRecord(d, told, num, i, r.Encounters[i]); err != nil {
			return err
		}
	}
	for i := range r.Statements {
		if err := w.putStatement(d, num, i, r.Statements[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) putRecord(d readout.Document, told string, document int64, pos int, e readout.Encounter) error {
	e.Accounts = append([]readout.Account(nil), e.Accounts...)
	if err := w.nameAccounts(d, told, &e); err != nil {
		return err
	}
	body, err := json.Marshal(e)
	if err != nil {
		return err
	}
	num, err := insert(w.record, document, pos, body, proof(recordQuotes(e), d.Text))
	if err != nil {
		return err
	}
	for i := range e.Accounts {
		if _, err := w.account.Exec(e.Accounts[i].ID, num, i); err != nil {
			return err
		}
	}
	for _, k := range w.s.keys(e.Accounts) {
		if _, err := w.block.Exec(k, num); err != nil {
			return err
		}
	}
	_, err = w.fresh.Exec(num)
	return err
}

// nameAccounts gives ids to accounts that have none, and keeps apart those of one
// sentence that tells of two encounters. A record without accounts gets its own.
func (w *writer) nameAccounts(d readout.Document, told string, e *readout.Encounter) error {
	if len(e.Accounts) == 0 {
		e.Accounts = []readout.Account{{ID: e.ID, Facts: e.Facts, Evidence: e.Evidence, Confidence: e.Confidence}}
	}
	for i := range e.Accounts {
		a := &e.Accounts[i]
		a.Document, a.Published = Identity(d), told
		if a.ID == "" {
			a.ID = accountID(*a)
		}
		for base, k := a.ID, 2; ; k++ {
			var n int
			if err := w.taken.QueryRow(a.ID).Scan(&n); err != nil {
				return err
			}
			if n == 0 && !repeats(e.Accounts[:i], a.ID) {
				break
			}
			h := sha256.Sum256([]byte(base + "\x00" + strconv.Itoa(k)))
			a.ID = hex.EncodeToString(h[:8])
		}
	}
	e.ID = e.Accounts[0].ID
	for _, a := range e.Accounts {
		e.ID = min(e.ID, a.ID)
	}
	for i := range e.Accounts {
		e.Accounts[i].Record = e.ID
	}
	return nil
}

func repeats(as []readout.Account, id string) bool {
	for _, a := range as {
		if a.ID == id {
			return true
		}
	}
	return false
}

// accountID is the hash of document, voice and first evidence span.
func accountID(a readout.Account) string {
	var at readout.Span
	if len(a.Evidence) > 0 {
		at = a.Evidence[0]
	}
	h := sha256.Sum256([]byte(strings.Join([]string{a.Document, a.Voice.Name(),
		strconv.Itoa(int(at.Start)), strconv.Itoa(int(at.End))}, "\x00")))
	return hex.EncodeToString(h[:8])
}

func (w *writer) putStatement(d readout.Document, document int64, pos int, st readout.Statement) error {
	st.Document = Identity(d)
	if st.ID == "" {
		st.ID = accountID(readout.Account{Document: st.Document, Voice: st.Voice(), Evidence: []readout.Span{st.Content}})
	}
	body, err := json.Marshal(st)
	if err != nil {
		return err
	}
	speaker, words := st.Speaker.Value().Name, st.Content.In(d.Text)
	if w.keep == KeepHashes {
		words = ""
	}
	num, err := insert(w.statement, st.ID, document, pos, speaker, body, proof(statementQuotes(st), d.Text), words)
	if err != nil {
		return err
	}
	w.unindexed = append(w.unindexed, entry{w.statementWords, num, speaker, words})
	return nil
}

// partyNum is the row of a party, made where it is new.
func (w *writer) partyNum(p readout.Party) (int64, error) {
	n := partyName{p.Name, p.Side}
	if num, ok := w.s.parties[n]; ok {
		return num, nil
	}
	if len(w.s.parties) > 50000 {
		clear(w.s.parties)
	}
	var num int64
	err := w.party.QueryRow(p.Name, p.Side).Scan(&num)
	if err == sql.ErrNoRows {
		num, err = insert(w.newParty, p.Name, p.Side, plain(p.Name)+"|"+plain(p.Side))
	}
	if err == nil {
		w.s.parties[n] = num
	}
	return num, err
}

// keys are the hashed blocking keys of a record: those of its accounts. Two keys
// with one hash make for needless comparisons and nothing else.
func (s *Store) keys(accounts []readout.Account) []int64 {
	if s.opts.Resolver == nil {
		return nil
	}
	var out []int64
	for _, a := range accounts {
		for _, k := range s.opts.Resolver.Keys(a) {
			h := fnv.New64a()
			h.Write([]byte(k))
			out = append(out, int64(h.Sum64()))
		}
	}
	return out
}

func insert(st *sql.Stmt, args ...any) (int64, error) {
	res, err := st.Exec(args...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// Package store keeps the sourced record on disk: documents with their text, the
// accounts and statements found in them, and the encounters that accounts fold
// into. In go readouts (what the pipeline makes of documents), out come documents,
// encounters, statements and search hits.
//
// The record is one SQLite file with its write-ahead log beside it: one writer, a
// pool of readers. Documents, accounts and statements are kept; encounters are
// computed from the accounts and can be rebuilt at any time. Every change is a
// transaction, so that a process killed at any moment leaves a whole record.
//
// What can go wrong: the file is missing, locked, damaged, of a newer version or
// no record at all. Such errors are of type *Error and name the file, the reason
// and what to do next.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"readout"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Resolver says how accounts of many documents become encounters. Its functions
// are pure, and the order of what they are given does not matter. The accounts of
// one document's record of an encounter share Document and Record.
type Resolver struct {
	// Encounters folds accounts; each is in exactly one of the encounters, those of one
	// record in the same. Accounts that no chain of links connects are never in one.
	Encounters func([]readout.Account) []readout.Encounter
	// Decided is Encounters where analysts have decided on some of the accounts; rulings
	// on accounts that are not among these have no effect. Without it none have.
	Decided func([]readout.Account, []Ruling) []readout.Encounter
	// Links returns the ids of each two accounts of two records, one of them fresh,
	// that tell of one encounter, taken by themselves.
	Links func(fresh, others []readout.Account) [][2]string
	// Keys are the blocking keys of an account: two that share none are not linked.
	Keys func(readout.Account) []string
	// Told says when a document was written: as it says, or as what it tells lets
	// know. Without it Published holds what the document says.
	Told func(published string, es []readout.Encounter) string
	// Findings are what the accounts of an encounter show when they are held against
	// each other; said gives what is stated in the documents that tell of it. Without it
	// none are catalogued.
	Findings func(e readout.Encounter, said func() ([]Spoken, error)) ([]Finding, error)
	// Origins counts the independent sources of an encounter, of documents that copy one
	// another (the one that stands for each) and their texts. Without it every text that is no
	// copy is one.
	Origins func(e readout.Encounter, copyOf, texts map[string]string) int
	// Copies groups texts that are copies of one another, by their positions, each
	// group in rising order. Without it every document is an origin.
	Copies func(texts []string) [][]int
}

// Options say how a record is opened.
type Options struct {
	Resolver *Resolver // without one, every document's record of an encounter stands alone
	Create   bool      // make the file where it is missing
	// Names are the names that a party goes by in the record, for one that a reader
	// spells otherwise. They are sought beside what was typed.
	Names func(typed string) []string
	// Sentences are those of a document's text, for what is kept of it where that is not
	// all. Without it only the very words that facts were taken from are kept.
	Sentences func(readout.Document) []readout.Span
}

// Store is an open record. Its methods may be called from several goroutines;
// writers wait for one another.
type Store struct {
	path    string
	opts    Options
	writer  *sql.DB
	readers pool

	mu      *sync.Mutex // held by the one writer
	parties map[partyName]int64
	large   int // encounters that a term has before its tallies are kept
}

type partyName struct{ name, side string }

// Open opens the record in the file path, and brings it to this version's form.
func Open(path string, opts Options) (*Store, error) {
	if err := checkFile(path, opts.Create); err != nil {
		return nil, err
	}
	s := &Store{path: path, opts: opts, mu: new(sync.Mutex), parties: map[partyName]int64{}, large: largeTerm}
	var err error
	// The writer's 128 MB of pages and longer log matter only to a large record: at a
	// million encounters they take a fifth off the time of adding 20,000 documents.
	if s.writer, err = open(path, "immediate", 1, "secure_delete(1)", "synchronous(NORMAL)", "cache_size(-128000)", "wal_autocheckpoint(10000)"); err != nil {
		return nil, s.fail("opening the record", err)
	}
	if err := migrate(s.writer); err != nil {
		s.writer.Close()
		return nil, s.fail("opening the record", err)
	}
	if s.readers.DB, err = open(path, "deferred", 4, "query_only(1)", "cache_size(-6000)"); err != nil {
		s.writer.Close()
		return nil, s.fail("opening the record", err)
	}
	return s, nil
}

// pool are the connections that read. Where a reader leaves, what is read for them ends.
type pool struct {
	*sql.DB
	ctx context.Context // nil: nobody leaves
}

func (p pool) until() context.Context {
	if p.ctx == nil {
		return context.Background()
	}
	return p.ctx
}

func (p pool) Query(query string, args ...any) (*sql.Rows, error) {
	return p.QueryContext(p.until(), query, args...)
}

func (p pool) QueryRow(query string, args ...any) *sql.Row {
	return p.QueryRowContext(p.until(), query, args...)
}

func (p pool) Prepare(query string) (*sql.Stmt, error) { return p.PrepareContext(p.until(), query) }

func (p pool) Begin() (*sql.Tx, error) { return p.BeginTx(p.until(), nil) }

// For is the same record for one reader: what it reads ends with their context. What it
// writes does not.
func (s *Store) For(ctx context.Context) *Store {
	out := *s
	out.readers.ctx = ctx
	return &out
}

func open(path, lock string, conns int, pragmas ...string) (*sql.DB, error) {
	v := url.Values{"_txlock": {lock}}
	always := []string{"busy_timeout(10000)", "journal_mode(WAL)", "foreign_keys(1)", "temp_store(MEMORY)"}
	for _, p := range append(always, pragmas...) {
		v.Add("_pragma", p)
	}
	db, err := sql.Open("sqlite", "file:"+escape(path)+"?"+v.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return db, nil
}

// escape makes a path safe within an SQLite URI.
func escape(path string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
}

func checkFile(path string, create bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return &Error{path, "is a folder", "name a file, for instance " + filepath.Join(path, "record.db"), nil}
	case err == nil:
		return nil
	case !errors.Is(err, os.ErrNotExist):
		return &Error{path, "cannot be opened", "check the path and its permissions", err}
	case !create:
		return &Error{path, "no such record", "make one with: readout add FILE --db " + path, nil}
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return &Error{path, "its folder does not exist", "make the folder " + filepath.Dir(path) + " first", nil}
	}
	return nil
}

// Path is the file the record is kept in.
func (s *Store) Path() string { return s.path }

// Close writes the log back into the file and closes it.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return errors.Join(s.readers.Close(), s.writer.Close())
}

// write runs f in one transaction of the one writer.
func (s *Store) write(doing string, f func(*sql.Tx) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	tx, err := s.writer.Begin()
	if err != nil {
		return s.fail(doing, err)
	}
	err = f(tx)
	if err == nil {
		err = counted(tx)
	}
	if err != nil {
		clear(s.parties) // what the transaction made known is gone with it
		return s.fail(doing, errors.Join(err, tx.Rollback()))
	}
	if err := tx.Commit(); err != nil {
		clear(s.parties)
		return s.fail(doing, err)
	}
	return nil
}

// counted marks a transaction as a change of the record.
func counted(tx *sql.Tx) error {
	_, err := tx.Exec("UPDATE revision SET n = n + 1")
	return err
}

// Revision counts the changes of the record, those of other programs too: what was
// read at one revision holds as long as it is the same.
func (s *Store) Revision() (int64, error) {
	var n int64
	err := s.readers.QueryRow("SELECT n FROM revision").Scan(&n)
	return n, s.fail("reading the record", err)
}

// Error says what went wrong with a record, and what to do next.
type Error struct {
	File   string
	Reason string
	Next   string
	Err    error
}

func (e *Error) Error() string {
	msg := e.File + ": " + e.Reason
	if e.Err != nil {
		msg += ": " + e.Err.Error()
	}
	if e.Next != "" {
		msg += " (" + e.Next + ")"
	}
	return msg
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrNotFound is the cause of an error about an id that the record does not hold.
var ErrNotFound = errors.New("not in the record")

// fail turns an error of the database into one that says what to do.
func (s *Store) fail(doing string, err error) error {
	var ours *Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	if s.readers.ctx != nil && s.readers.ctx.Err() != nil { // however the database calls it
		return s.readers.ctx.Err()
	}
	if errors.Is(err, ErrNotFound) {
		return &Error{s.path, doing, "see the ids with: readout list, readout documents", err}
	}
	text := err.Error()
	for _, c := range []struct{ sign, reason, next string }{
		{"not a database", "is no record", "name a file made by readout add"},
		{"locked", "is in use by another program", "wait until it is done, then run the command again"},
		{"malformed", "is damaged", "make it anew with readout add, or restore a copy"},
		{"full", "the disk is full", "free some space and run the command again; what was stored is safe"},
		{"readonly", "cannot be written", "check the permissions of the file and of its folder"},
		{"unable to open", "cannot be opened", "check the path and the permissions of its folder"},
		{errNewer.Error(), "was made by a newer readout", "use that version, or a newer one"},
		{errForeign.Error(), "is another program's database", "name a file made by readout add"},
	} {
		if strings.Contains(text, c.sign) {
			return &Error{s.path, c.reason, c.next, nil}
		}
	}
	return &Error{s.path, fmt.Sprintf("%s failed", doing), "run the command again; what was stored is safe", err}
}

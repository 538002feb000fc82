package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"time"

	"readout"
)

// DefaultMaxSize is the size of the largest document that is read, unless the
// options tell another.
const DefaultMaxSize = 16 << 20

// Options say how inputs are read.
type Options struct {
	MaxSize int64     // bytes of the largest document; 0 means DefaultMaxSize
	Stdin   io.Reader // what "-" stands for; nil means os.Stdin
	Columns Columns   // of tables and JSON; nil means those that are known
	// Fetch gets a page from the web; nil means that addresses are not read.
	Fetch        func(ctx context.Context, address string) (Fetched, error)
	FetchMissing bool // fetch the pages of records that have an address and no text
	// Keep is given each saved page that was read, before its documents are; nil means
	// that nothing is done with it.
	Keep func(path string, page []byte) error
}

func (o Options) maxSize() int64 {
	if o.MaxSize <= 0 {
		return DefaultMaxSize
	}
	return o.MaxSize
}

// Item is a document or the error that stands in its place.
type Item struct {
	Document readout.Document
	Origin   Origin
	Err      *Error // nil where the document could be read
	Bytes    int64  // of the input that the item took, as they lie in the file (unpacked)

	told readout.Document // what a record without text says of its page
}

// Origin says where a document was found.
type Origin struct {
	File    string    // path; empty where it was fetched
	Place   string    // in the file: "line 7", "record 12 at byte 80331"; empty where it is the whole file
	Address string    // that the page was fetched from, where that is known
	Fetched time.Time // when
	Page    string    // hash of the page as fetched, "" where it is not kept
}

// Error tells what kept an input from being read.
type Error struct {
	File   string // path as given, or found in a folder; "standard input" for "-"
	Line   int    // counted from 1; 0 where the whole file is meant
	Place  string // "record 12 at byte 80331", where lines do not count
	Reason string // "is empty", "is larger than 16 MiB"
	Next   string // what the user can do; may be empty
	Err    error  // the cause, where there is one
	NoText bool   // a page that could be read holds no article
	Note   bool   // nothing failed: this is only said

	Address string // of the page to be fetched instead, where the input tells no more
}

func (e *Error) Error() string {
	s := e.File
	if e.Place != "" {
		s += ", " + e.Place
	}
	if e.Line > 0 {
		s = fmt.Sprintf("%s, line %d", s, e.Line)
	}
	s += ": " + e.Reason
	if e.Next != "" {
		s += "; " + e.Next
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// Read reads the inputs in the order given, a folder's files in the order of their
// names, and calls visit for each item. It returns the first error of visit, or the
// context's; what is wrong with an input is an item and ends nothing.
func Read(ctx context.Context, paths []string, opts Options, visit func(Item) error) error {
	r := reading{ctx: ctx, opts: opts, visit: visit, ids: map[string]bool{}}
	for _, path := range paths {
		if err := r.path(path); err != nil {
			return err
		}
	}
	return nil
}

// Documents is Read as a sequence: each document, or the *Error in its place. It
// ends early where the context does, with the context's error.
func Documents(ctx context.Context, paths []string, opts Options) iter.Seq2[readout.Document, error] {
	return func(yield func(readout.Document, error) bool) {
		enough := errors.New("enough")
		err := Read(ctx, paths, opts, func(it Item) error {
			var err error
			if it.Err != nil {
				err = it.Err
			}
			if !yield(it.Document, err) {
				return enough
			}
			return nil
		})
		if err != nil && err != enough {
			yield(readout.Document{}, err)
		}
	}
}

// Size returns how many bytes the inputs hold, for a progress bar. known is false
// where that cannot be told beforehand: standard input, pipes, packed files.
func Size(paths []string) (bytes int64, known bool) {
	known = true
	for _, path := range paths {
		if path == "-" || isAddress(path) {
			return 0, false
		}
		info, err := os.Stat(path)
		if err != nil {
			continue // Read will tell
		}
		each := func(path string, info os.FileInfo) {
			known = known && info.Mode().IsRegular() && (filepath.Ext(path) != ".gz" || isArchive(path)) && !isZip(path)
			bytes += info.Size()
		}
		if !info.IsDir() {
			each(path, info)
			continue
		}
		walk(path, func(path string, info os.FileInfo, err error) error {
			if err == nil {
				each(path, info)
			}
			return nil
		})
	}
	return bytes, known
}

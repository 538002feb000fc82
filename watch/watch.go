// Package watch keeps a record up to date with what feeds tell of: it looks at feeds
// when they are due, fetches the pages they lead to, reads them into documents, looks
// at pages again for a while, and tells of what changed in what saved queries ask for.
//
// In go an open record with its feeds, a way to fetch, a way to read a page and a way
// to read a document; all that happens is written into the record. Each step is one
// transaction that begins where the one before ended: a feed's answer with its entries,
// a page as fetched, a document with its entry, alerts with what they are told by,
// a delivery. A process that is killed at any moment loses no step that was done and
// does none twice but the one it was in.
//
// # What can go wrong
//
// A feed or page that fails is noted, and tried again later, less and less often. A
// record that cannot be written ends the run with that error.
package watch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"readout"
	"readout/source/feed"
	"readout/source/fetch"
	"readout/store"
)

// Watcher watches.
type Watcher struct {
	Store *store.Store
	Clock fetch.Clock
	Get   func(context.Context, fetch.Request) (fetch.Page, error)
	// Page reads a page into its documents, one for each post of a live page; noText tells
	// that it can be read and holds no article.
	Page func(body []byte, address, media string) (ds []readout.Document, noText bool, err error)
	// Read reads a document. It is called by one goroutine at a time.
	Read     func(readout.Document) readout.Readout
	Unread   func(readout.Document) bool // was it in a language that tells nothing?
	Keep     store.Keep
	Subjects func(store.Filter) ([]store.Subject, error) // what a query finds
	Deliver  func(context.Context, store.SavedQuery, store.Alert) error
	Log      func(format string, args ...any)
	Workers  int             // pages fetched at the same time, of different hosts
	Again    []time.Duration // after which a page is looked at again; nil means the default
}

const (
	batch    = 32               // entries that are taken up at once
	maxTries = 6                // of a page
	rest     = 15 * time.Minute // the longest time between two looks at what is due
)

// Run watches until the context ends, or until nothing is due where once is set.
func (w *Watcher) Run(ctx context.Context, once bool) error {
	if err := w.notice(ctx); err != nil { // what a run before stored and did not tell
		return err
	}
	for ctx.Err() == nil {
		busy, err := w.pass(ctx)
		if err != nil {
			return err
		}
		if busy {
			continue
		}
		if once {
			return nil
		}
		if err := w.sleep(ctx); err != nil {
			return nil
		}
	}
	return nil
}

func (w *Watcher) sleep(ctx context.Context) error {
	state, err := w.Store.Watched()
	if err != nil {
		return err
	}
	wait := rest
	if !state.Next.IsZero() {
		wait = min(max(state.Next.Sub(w.Clock.Now()), time.Second), rest)
	}
	return w.Clock.Sleep(ctx, wait)
}

// pass does what is due, once; it tells whether there was anything.
func (w *Watcher) pass(ctx context.Context) (busy bool, err error) {
	for _, step := range []func(context.Context) (bool, error){w.feeds, w.pages, w.read, w.deliver} {
		did, err := step(ctx)
		if err != nil {
			return busy, err
		}
		busy = busy || did
	}
	return busy, nil
}

// feeds looks at the feeds that are due.
func (w *Watcher) feeds(ctx context.Context) (bool, error) {
	due, err := w.Store.Feeds(w.Clock.Now())
	if err != nil || len(due) == 0 {
		return false, err
	}
	return true, w.each(ctx, len(due), func(i int) error { return w.feed(ctx, due[i]) })
}

// each does n things, some at a time, up to the first error.
func (w *Watcher) each(ctx context.Context, n int, do func(i int) error) error {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var failure error
	next := 0
	for range min(max(w.Workers, 1), n) {
		wg.Go(func() {
			for {
				mu.Lock()
				i := next
				next++
				stop := failure != nil || i >= n || ctx.Err() != nil
				mu.Unlock()
				if stop {
					return
				}
				if err := do(i); err != nil {
					mu.Lock()
					failure = err
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	return failure
}

func (w *Watcher) feed(ctx context.Context, f store.Feed) error {
	p, err := w.Get(ctx, fetch.Request{Address: f.Address, ETag: f.ETag, Modified: f.Modified})
	now := w.Clock.Now()
	if ctx.Err() != nil {
		return nil // cut short: it is due still
	}
	var told feed.Feed
	var asks time.Duration
	if err == nil && !p.Unchanged {
		told, err = feed.Read(bytes.NewReader(p.Body), p.Final)
		if errors.Is(err, feed.ErrMore) || err != nil && len(told.Entries) > 0 {
			w.Log("%s: %v", f.Address, err)
			err = nil
		}
		asks = told.Wait
	}
	if err != nil {
		var fault *fetch.Error
		if errors.As(err, &fault) {
			asks = fault.After
		}
		f.Failures++
		f.Fault = err.Error()
		f.Due = now.Add(afterFailure(f.Failures, asks))
		w.Log("%s", named(f.Address, err))
		_, err := w.Store.Told(f, nil, now, func(int) store.Feed { return f })
		return err
	}
	if told.Title != "" {
		f.Title = told.Title
	}
	if !p.Unchanged {
		f.ETag, f.Modified = p.Header.Get("ETag"), p.Header.Get("Last-Modified")
	}
	f.Failures, f.Fault, f.Checked = 0, "", now
	entries := make([]store.Entry, 0, len(told.Entries))
	for _, e := range told.Entries {
		entries = append(entries, store.Entry{Address: e.Address, Title: e.Title, Published: e.Published, Updated: e.Updated})
	}
	_, err = w.Store.Told(f, entries, now, func(fresh int) store.Feed {
		f.Every = adapt(f.Every, fresh > 0, asks)
		f.Due = now.Add(f.Every)
		return f
	})
	if err != nil || len(told.Feeds) == 0 {
		return err
	}
	listed := make([]store.Feed, len(told.Feeds))
	for i, l := range told.Feeds {
		listed[i] = store.Feed{Address: l.Address, Title: l.Title, Every: Start}
	}
	return w.Store.FollowListed(f.Address, listed, now)
}

// named is an error with the address that it is about, once.
func named(address string, err error) string {
	var fault *fetch.Error
	if errors.As(err, &fault) {
		return fault.Error()
	}
	return fmt.Sprintf("%s: %v", address, err)
}

// pages fetches the entries that are due.
func (w *Watcher) pages(ctx context.Context) (bool, error) {
	due, err := w.Store.Due(w.Clock.Now(), batch)
	if err != nil || len(due) == 0 {
		return false, err
	}
	return true, w.each(ctx, len(due), func(i int) error { return w.page(ctx, due[i]) })
}

func (w *Watcher) page(ctx context.Context, e store.Entry) error {
	p, err := w.Get(ctx, fetch.Request{Address: e.Address, ETag: e.ETag, Modified: e.Modified})
	now := w.Clock.Now()
	if err != nil && ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return w.missed(e, err, now)
	}
	e.Looks, e.Tries, e.Fault = e.Looks+1, 0, ""
	e.Due = lookAgain(w.Again, e.Looks, now)
	if p.Unchanged {
		return w.Store.Missed(e)
	}
	e.ETag, e.Modified = p.Header.Get("ETag"), p.Header.Get("Last-Modified")
	return w.Store.Got(e, store.WebPage{Address: p.Address, Final: p.Final, Status: p.Status, Header: p.Header, Body: p.Body, Fetched: p.Fetched})
}

// missed notes that a page could not be fetched. One that was read stays so.
func (w *Watcher) missed(e store.Entry, err error, now time.Time) error {
	w.Log("%s", named(e.Address, err))
	e.Fault = err.Error()
	e.Tries++
	var fault *fetch.Error
	again := errors.As(err, &fault) && fault.Again && e.Tries < maxTries
	switch {
	case again:
		e.Due = now.Add(afterFailure(e.Tries, fault.After))
	case e.State == store.Waiting:
		e.State, e.Due = store.Failed, time.Time{}
	default:
		e.Due = time.Time{}
	}
	return w.Store.Missed(e)
}

// read reads the pages that were fetched, then tells of what changed.
func (w *Watcher) read(ctx context.Context) (bool, error) {
	any := false
	for ctx.Err() == nil {
		entries, pages, err := w.Store.ToRead(batch)
		if err != nil {
			return any, err
		}
		if len(entries) == 0 {
			break
		}
		any = true
		for i := range entries {
			if ctx.Err() != nil {
				return any, nil
			}
			if err := w.take(entries[i], pages[i]); err != nil {
				return any, err
			}
		}
	}
	if !any {
		return false, nil
	}
	return true, w.notice(ctx)
}

// take reads one page into its documents.
func (w *Watcher) take(e store.Entry, p store.WebPage) error {
	docs, noText, err := w.Page(p.Body, p.Final, media(p))
	if err != nil {
		e.Fault = err.Error()
		if !noText {
			w.Log("%s: %v", e.Address, err)
		}
		if e.Document == "" {
			e.State = store.Empty
		} else {
			e.State = store.Read // the document stays as it was
		}
		_, err := w.Store.Took(e, nil)
		return err
	}
	whole := docs[0]
	whole.ID, whole.URL = "", pageOf(whole.URL)
	of, err := w.Store.CopyOf(e, whole)
	if err != nil {
		return err
	}
	if of != "" {
		e.State, e.Document, e.Due = store.Copy, of, time.Time{}
		_, err := w.Store.Took(e, nil)
		return err
	}
	e.State = store.Read
	if e.Document == "" { // a page that changes its canonical address is the same document
		e.Document = store.Identity(whole)
	}
	rs := make([]store.Sourced, len(docs))
	for i, doc := range docs {
		rs[i] = store.Sourced{Keep: w.Keep, Origin: store.Origin{Address: p.Address, Fetched: p.Fetched, Page: p.Hash}}
		doc.ID = e.Document + strings.TrimPrefix(doc.URL, pageOf(doc.URL))
		if doc.Published == "" {
			doc.Published = e.Published
		}
		rs[i].Readout = w.Read(doc)
		rs[i].Origin.Unread = w.Unread(rs[i].Document)
	}
	_, err = w.Store.Took(e, rs)
	return err
}

// pageOf is the address of the page that a post of a live page stands on; another
// address is what it is.
func pageOf(address string) string {
	page, _, _ := strings.Cut(address, "#post-")
	return page
}

func media(p store.WebPage) string {
	for k, v := range p.Header {
		if k == "Content-Type" && len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// notice computes encounters anew, and stores alerts for what changed in what queries
// find.
func (w *Watcher) notice(context.Context) error {
	if err := w.Store.Settle(); err != nil {
		return err
	}
	queries, err := w.Store.Queries()
	if err != nil {
		return err
	}
	for _, q := range queries {
		found, err := w.Subjects(q.Filter)
		if err != nil {
			return err
		}
		if _, err := w.Store.Notice(q, found, w.Clock.Now()); err != nil {
			return err
		}
	}
	return nil
}

// deliver sends the alerts that are due.
func (w *Watcher) deliver(ctx context.Context) (bool, error) {
	due, err := w.Store.Alerts("", w.Clock.Now(), batch)
	if err != nil || len(due) == 0 {
		return false, err
	}
	queries, err := w.Store.Queries()
	if err != nil {
		return false, err
	}
	for _, a := range due {
		if ctx.Err() != nil {
			return true, nil
		}
		err := errors.New("its query is gone")
		for _, q := range queries {
			if q.Name == a.Query {
				err = w.Deliver(ctx, q, a)
			}
		}
		a.Tries++
		a.Fault, a.Due = "", time.Time{}
		if err != nil {
			w.Log("alert %d of %s: %v", a.Num, a.Query, err)
			a.Fault = err.Error()
			if a.Tries < maxDeliveries {
				a.Due = w.Clock.Now().Add(afterFailure(a.Tries, 0))
			}
		}
		if err := w.Store.Tried(a); err != nil {
			return true, err
		}
	}
	return true, nil
}

const maxDeliveries = 20

package source

import (
	"errors"
	"strings"
	"time"

	"readout"
)

// Fetched is a page as it came from the web.
type Fetched struct {
	Final string // the address that it was found at
	Media string // what its server called it
	Body  []byte
	At    time.Time
	Hash  string // by which it is kept; "" where it is not
}

var errNoFetch = errors.New("addresses are not fetched here")

// isAddress tells whether an input is an address of the web rather than a file.
func isAddress(path string) bool {
	return strings.HasPrefix(path, "https://") || strings.HasPrefix(path, "http://")
}

// address fetches a page and reads it.
func (r *reading) address(address string) error {
	for _, it := range r.fetched(address) {
		if err := r.give(it); err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) fetched(address string) []Item {
	fail := func(e Error) []Item {
		e.File = address
		return []Item{{Err: &e}}
	}
	if r.opts.Fetch == nil {
		return fail(Error{Reason: errNoFetch.Error(), Err: errNoFetch})
	}
	p, err := r.opts.Fetch(r.ctx, address)
	if err != nil {
		return fail(Error{Reason: strings.TrimPrefix(err.Error(), address+": "), Err: err})
	}
	it := Item{Origin: Origin{Address: address, Fetched: p.At, Page: p.Hash}, Bytes: int64(len(p.Body))}
	media, _, _ := strings.Cut(strings.ToLower(p.Media), ";")
	if strings.TrimSpace(media) == "text/plain" {
		text, fault := decode(p.Body)
		if fault != nil {
			return fail(*fault)
		}
		it.Document = readout.Document{ID: p.Final, URL: p.Final, Text: text}
		return []Item{it}
	}
	parts, fault := Parts(p.Body, p.Final, p.Media)
	if fault != nil {
		if looksLikeFeed(p.Body) {
			fault.Reason, fault.Next = "is a feed, no page", "its articles are read by: readout watch "+address
		}
		return fail(*fault)
	}
	items := make([]Item, len(parts))
	for i, part := range parts {
		items[i] = it
		items[i].Document = part.Document
		items[i].Document.ID = part.Document.URL
		it.Bytes = 0 // the page counts once
	}
	return items
}

func looksLikeFeed(b []byte) bool {
	head := string(b[:min(len(b), 1<<10)])
	for _, mark := range []string{"<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex", "jsonfeed.org/version"} {
		if strings.Contains(head, mark) {
			return true
		}
	}
	return false
}

// found gives an item on. One that has an address in place of a text is fetched where
// that is wanted, and keeps what its table told of it.
func (r *reading) found(it Item) error {
	if it.Err == nil || it.Err.Address == "" || !r.opts.FetchMissing {
		return r.give(it)
	}
	for _, got := range r.fetched(it.Err.Address) {
		if got.Err != nil {
			got.Err.Place = it.Origin.File + ", " + it.Origin.Place
		} else {
			got.Origin.File, got.Origin.Place, got.Bytes = it.Origin.File, it.Origin.Place, it.Bytes
			complete(&got.Document, it.told)
			it.Bytes = 0
		}
		if err := r.give(got); err != nil {
			return err
		}
	}
	return nil
}

// complete gives a document what its table told of it and its page does not.
func complete(d *readout.Document, told readout.Document) {
	for _, f := range []struct {
		to   *string
		from string
	}{{&d.Title, told.Title}, {&d.Outlet, told.Outlet}, {&d.Published, told.Published}, {&d.Byline, told.Byline}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
}

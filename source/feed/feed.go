// Package feed reads what tells of new pages: RSS (0.9x, 1.0, 2.0), Atom, JSON Feed,
// news sitemaps and indexes of sitemaps; and OPML lists of feeds.
//
// In go the bytes of a feed and the address it was fetched from, out come its entries
// with whole addresses, in the feed's own order. Dates keep their own zone; one that
// cannot be read is absent, as is one that a feed does not tell.
//
// # What can go wrong
//
// What is no feed makes an error that says what it looks like. A feed that breaks off
// or has more entries than the limit gives those that could be read, with an error
// beside them. Depth, fields and entries are bounded.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"net/url"
	"strings"
	"time"
)

// Feed is a feed as read.
type Feed struct {
	Title    string
	Language string // as it says
	Entries  []Entry
	Feeds    []Link        // of an OPML list, or the sitemaps of an index
	Wait     time.Duration // how long it asks to be left alone; 0 where it does not say
}

// Entry tells of a page.
type Entry struct {
	ID        string // as the feed calls it; its address where it has no other
	Address   string
	Title     string
	Outlet    string // of a news sitemap
	Language  string
	Published string // "2006-01-02" or RFC 3339 in its own zone
	Updated   string
}

// Link leads to a feed.
type Link struct{ Title, Address string }

// Limits of a feed.
const (
	MaxSize    = 16 << 20
	MaxEntries = 10_000
	maxDepth   = 100
	maxField   = 16 << 10
)

// ErrMore is the cause of an error about a feed with more entries than MaxEntries.
var ErrMore = errors.New("more entries than are read")

// Read reads a feed. Where it fails, the entries before the fault are returned.
func Read(in io.Reader, address string) (Feed, error) {
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	b := &bounded{in: in, left: MaxSize}
	head := make([]byte, 1<<10)
	n, err := io.ReadFull(b, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return Feed{}, fmt.Errorf("cannot be read: %w", err)
	}
	head = head[:n]
	whole := io.MultiReader(bytes.NewReader(head), b)
	switch start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"); {
	case len(start) == 0:
		return Feed{}, errors.New("is empty")
	case start[0] == '{':
		return readJSON(whole, base)
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		return readXML(fromUTF16(whole), base)
	case start[0] != '<':
		return Feed{}, errors.New("is no feed: it begins like plain text")
	}
	return readXML(whole, base)
}

var errLarge = fmt.Errorf("is larger than %d MiB", MaxSize>>20)

// bounded fails where more than left bytes are read.
type bounded struct {
	in   io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errLarge
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// add takes an entry that leads somewhere; it tells whether more may follow.
func (f *Feed) add(e Entry, base *url.URL) error {
	if e.Address == "" && strings.HasPrefix(e.ID, "http") {
		e.Address = e.ID
	}
	if e.Address = absolute(e.Address, base); e.Address == "" {
		return nil
	}
	if e.ID == "" {
		e.ID = e.Address
	}
	if len(f.Entries) >= MaxEntries {
		return fmt.Errorf("has more than %d entries; those were read: %w", MaxEntries, ErrMore)
	}
	f.Entries = append(f.Entries, e)
	return nil
}

// absolute resolves an address; "" where it leads to nothing on the web.
func absolute(ref string, base *url.URL) string {
	u, err := base.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.Fragment = ""
	return u.String()
}

// words are the words of a field that may hold marked-up text.
func words(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = html.UnescapeString(untagged(s))
	}
	return strings.Join(strings.Fields(s), " ")
}

// untagged leaves out what stands between angle brackets like an element.
func untagged(s string) string {
	var b strings.Builder
	for {
		at := strings.IndexByte(s, '<')
		if at < 0 || at+1 >= len(s) {
			break
		}
		c := s[at+1]
		end := strings.IndexByte(s[at:], '>')
		if end < 0 || c != '/' && c != '!' && (c|0x20 < 'a' || c|0x20 > 'z') {
			b.WriteString(s[:at+1])
			s = s[at+1:]
			continue
		}
		b.WriteString(s[:at])
		b.WriteByte(' ')
		s = s[at+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

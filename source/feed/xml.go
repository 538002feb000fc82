package feed

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

func fromUTF16(in io.Reader) io.Reader {
	return transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder())
}

// reader goes through the elements of a feed.
type reader struct {
	feed  Feed
	base  *url.URL
	root  string
	stack []element
	entry *Entry // the one that is open
	text  strings.Builder
}

// element is an open element; space is the short name of its namespace.
type element struct {
	space, name string
	attr        []xml.Attr
}

func readXML(in io.Reader, base *url.URL) (Feed, error) {
	d := xml.NewDecoder(in)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	r := reader{base: base}
	for {
		token, err := d.RawToken()
		if err == nil {
			err = r.token(token)
		}
		if err == io.EOF && r.root != "" {
			return r.feed, nil
		}
		if err != nil {
			return r.feed, r.fault(err, d)
		}
	}
}

func (r *reader) fault(err error, d *xml.Decoder) error {
	var ours fault
	switch {
	case errors.Is(err, ErrMore), errors.Is(err, errLarge), errors.As(err, &ours):
		return err
	case r.root == "":
		return errors.New("is no feed: it has no element")
	}
	line, _ := d.InputPos()
	return fmt.Errorf("breaks off at line %d: %w", line, err)
}

// fault is what is wrong with a feed as a whole.
type fault string

func (f fault) Error() string { return string(f) }

func (r *reader) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return r.start(t)
	case xml.EndElement:
		return r.end(t.Name.Local)
	case xml.CharData:
		if room := maxField - r.text.Len(); room > 0 {
			r.text.Write(t[:min(len(t), room)])
		}
	}
	return nil
}

// roots are the elements that a feed can begin with.
var roots = map[string]bool{"rss": true, "RDF": true, "feed": true, "urlset": true, "sitemapindex": true, "opml": true}

func (r *reader) start(t xml.StartElement) error {
	e := element{space: t.Name.Space, name: t.Name.Local, attr: t.Copy().Attr}
	if r.root == "" {
		if r.root = e.name; !roots[e.name] {
			if strings.EqualFold(e.name, "html") {
				return fault("is no feed but an HTML page; its feed may be named in it, as a link of type application/rss+xml")
			}
			return fault(fmt.Sprintf("is no feed: it begins with the element %q", e.name))
		}
	}
	if len(r.stack) >= maxDepth {
		return fault(fmt.Sprintf("is nested deeper than %d elements", maxDepth))
	}
	r.stack = append(r.stack, e)
	r.text.Reset()
	switch {
	case e.name == "item" || e.name == "entry" || e.name == "url" && r.root == "urlset":
		r.entry = &Entry{Language: r.feed.Language}
	case e.name == "link" && e.get("href") != "" && r.entry != nil && r.entry.Address == "":
		if rel := e.get("rel"); rel == "" || rel == "alternate" {
			r.entry.Address = e.get("href")
		}
	case e.name == "outline" && r.root == "opml":
		return r.outline(e)
	}
	return nil
}

func (e element) get(name string) string {
	for _, a := range e.attr {
		if strings.EqualFold(a.Name.Local, name) {
			return a.Value
		}
	}
	return ""
}

func (r *reader) outline(e element) error {
	at := absolute(e.get("xmlUrl"), r.base)
	if at == "" {
		return nil
	}
	if len(r.feed.Feeds) >= MaxEntries {
		return fmt.Errorf("lists more than %d feeds; those were read: %w", MaxEntries, ErrMore)
	}
	title := e.get("title")
	if title == "" {
		title = e.get("text")
	}
	r.feed.Feeds = append(r.feed.Feeds, Link{words(title), at})
	return nil
}

func (r *reader) end(name string) error {
	at := len(r.stack) - 1
	for at >= 0 && r.stack[at].name != name {
		at-- // what was left open ends here
	}
	if at < 0 {
		return nil
	}
	e, parent := r.stack[at], ""
	if at > 0 {
		parent = r.stack[at-1].name
	}
	r.stack = r.stack[:at]
	text := strings.TrimSpace(r.text.String())
	r.text.Reset()
	switch {
	case r.entry != nil && (name == "item" || name == "entry" || name == "url"):
		done := *r.entry
		r.entry = nil
		return r.feed.add(done, r.base)
	case r.entry != nil && text != "":
		r.field(e, parent, text)
	case r.entry == nil && text != "":
		return r.about(e, parent, text)
	}
	return nil
}

// field takes what an entry's element holds. Elements of media and player namespaces
// have the names of others and mean something else.
func (r *reader) field(e element, parent, text string) {
	switch e.space {
	case "media", "itunes", "content", "georss", "image", "video", "slash", "wfw":
		return
	}
	n := r.entry
	switch e.name {
	case "title":
		if n.Title == "" && parent != "source" {
			n.Title = words(text)
		}
	case "link", "loc":
		if n.Address == "" && parent != "source" {
			n.Address = text
		}
	case "origLink":
		n.Address = text
	case "guid", "id":
		if parent != "source" {
			n.ID = text
		}
	case "pubDate", "date", "published", "issued", "publication_date":
		if d := Date(text); d != "" && parent != "source" {
			n.Published = d
		}
	case "updated", "modified", "lastmod":
		if d := Date(text); d != "" && parent != "source" {
			n.Updated = d
		}
	case "language":
		n.Language = text
	case "name":
		if parent == "publication" {
			n.Outlet = words(text)
		}
	}
}

// about takes what the feed says of itself.
func (r *reader) about(e element, parent, text string) error {
	switch {
	case e.name == "title" && r.feed.Title == "" && parent != "image":
		r.feed.Title = words(text)
	case e.name == "language":
		r.feed.Language = text
	case e.name == "ttl":
		if n, err := strconv.Atoi(text); err == nil && n > 0 {
			r.feed.Wait = time.Duration(min(n, 7*24*60)) * time.Minute
		}
	case e.name == "loc" && r.root == "sitemapindex":
		if at := absolute(text, r.base); at != "" {
			if len(r.feed.Feeds) >= MaxEntries {
				return fmt.Errorf("lists more than %d sitemaps; those were read: %w", MaxEntries, ErrMore)
			}
			r.feed.Feeds = append(r.feed.Feeds, Link{"", at})
		}
	}
	return nil
}

package page

import (
	"readout"
)

// Page is a page as read.
type Page struct {
	Document readout.Document // without an id; its address is the canonical one, where the page gives it
	Map      Map              // from the document's text to the page's bytes
	Address  string           // as it was fetched from
	Posts    []Post           // of a live page
	Charset  string           // as it was read: "utf-8", "windows-1252"
	Mark     string           // of a post of a live page, what its address has behind the page's
}

// Read reads a page. address is where it was fetched from and contentType what its
// server called it; both may be empty.
func Read(raw []byte, address, contentType string) (Page, error) {
	if len(raw) > maxSize {
		return Page{}, &Error{Reason: "is larger than 1 GiB", Next: "save the article alone"}
	}
	d := decode(raw, contentType)
	var t *tree
	var blocks []block
	var container int32
	ok := false
	for _, lenient := range []bool{false, true} {
		var err error
		if t, err = parse(d.text, lenient); err != nil {
			return Page{}, err
		}
		blocks = t.blocks()
		t.unmark(blocks)
		t.markCookies(blocks)
		weigh(blocks)
		if container, ok = t.main(blocks); ok {
			break
		}
	}
	p := Page{Address: address, Charset: d.charset}
	told := t.describer(address, blocks, container)
	title := told.describe(&p.Document)
	if !ok && p.fallBack(told, &d) {
		return p, nil
	}
	if !ok {
		return Page{}, &Error{Reason: "holds no text that reads like an article", Next: "its words may be set by scripts: save the page from a browser, or give its text"}
	}
	sorted := t.sort(blocks, container, title)
	w, sections, starts := t.write(sorted)
	p.Document.Sections = sections
	p.Posts = told.posts(sorted, starts, readout.Offset(len(w.text)))
	p.Document.Text, p.Map = w.finish(&d)
	p.fallBack(told, &d)
	return p, nil
}

const maxSize = 1 << 30

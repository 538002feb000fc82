package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/url"
	"path/filepath"
	"strings"

	"golang.org/x/net/publicsuffix"

	"readout"
	"readout/page"
)

// isPageName tells whether the file's name says that it holds an HTML page.
func isPageName(name string) bool {
	switch strings.ToLower(filepath.Ext(strings.TrimSuffix(name, ".gz"))) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return true
	}
	return false
}

// isPage tells whether the bytes start like an HTML page, in any charset that has
// ASCII's letters.
func isPage(b []byte) bool {
	head := bytes.TrimPrefix(b[:min(len(b), 1<<10)], []byte("\ufeff"))
	for {
		head = bytes.TrimLeft(head, " \t\r\n\f")
		comment, isComment := bytes.CutPrefix(head, []byte("<!--"))
		xml := bytes.HasPrefix(head, []byte("<?xml "))
		if !isComment && !xml {
			break
		}
		mark := "-->"
		if xml {
			mark, comment = "?>", head
		}
		_, rest, closed := bytes.Cut(comment, []byte(mark))
		if !closed {
			return false
		}
		head = rest
	}
	low := strings.ToLower(string(head[:min(len(head), 20)]))
	return strings.HasPrefix(low, "<!doctype html") || strings.HasPrefix(low, "<html") || strings.HasPrefix(low, "<head>")
}

// Part is a document that a page gives, without an id: the page itself, or one post of
// a live one.
type Part struct {
	Document readout.Document
	Mark     string // tells a post's id from those of the others: "#post-201605031255"
}

// Parts reads a page into its documents. address is where it was fetched from and media
// what its server called it; both may be empty. The address that the page gives for
// itself counts where it is of the same site: no page can speak for another's.
func Parts(b []byte, address, media string) ([]Part, *Error) {
	p, fault := readPage(b, address, media)
	if fault != nil {
		return nil, fault
	}
	hash := sha256.Sum256(b)
	var out []Part
	for _, part := range p.Parts() {
		d := part.Document
		d.Proof = readout.Proof{Page: hex.EncodeToString(hash[:]), Charset: part.Charset, Map: part.Map.Pack()}
		out = append(out, Part{d, part.Mark})
	}
	return out, nil
}

func readPage(b []byte, address, media string) (page.Page, *Error) {
	p, err := page.Read(b, address, media)
	if err != nil {
		e := &Error{Reason: err.Error(), Err: err}
		var why *page.Error
		if errors.As(err, &why) {
			e.Reason, e.Next, e.NoText = why.Reason, why.Next, true
		}
		return page.Page{}, e
	}
	if address != "" && !sameSite(p.Document.URL, address) {
		p.Document.URL = address
	}
	return p, nil
}

// sameSite tells whether two addresses are of hosts under one registered name.
func sameSite(a, b string) bool { return site(a) == site(b) && site(a) != "" }

// site is the registered name of an address's host: "bbc.co.uk" of www.bbc.co.uk.
func site(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	if name, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname()); err == nil {
		return name
	}
	return u.Host
}

package source

import (
	"bytes"
	"errors"
	"net/url"
	"path/filepath"
	"strconv"
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

// Page reads a page into a document without an id. address is where it was fetched
// from and media what its server called it; both may be empty. The address that the
// page gives for itself counts where it is of the same site: no page can speak for
// another's.
func Page(b []byte, address, media string) (readout.Document, *Error) {
	p, fault := readPage(b, address, media)
	return p.Document, fault
}

// Posts is Page for what gives a document for each post of a live page: they come with
// what their ids are told apart by ("#post-3"), which is "" for a page of one piece.
func Posts(b []byte, address, media string) (docs []readout.Document, marks []string, fault *Error) {
	p, fault := readPage(b, address, media)
	if fault != nil {
		return nil, nil, fault
	}
	parts := p.Parts()
	for i, part := range parts {
		mark := ""
		if _, fragment, ok := strings.Cut(part.Document.URL, "#post-"); ok {
			mark = "#post-" + fragment
		} else if p.Document.URL == "" && len(parts) > 1 {
			mark = "#part-" + strconv.Itoa(i+1)
		}
		docs, marks = append(docs, part.Document), append(marks, mark)
	}
	return docs, marks, nil
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

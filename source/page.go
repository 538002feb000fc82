package source

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

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

// readPage reads a saved page into a document.
func readPage(b []byte) (readout.Document, *Error) {
	p, err := page.Read(b, "", "")
	if err != nil {
		e := &Error{Reason: err.Error(), Err: err}
		var why *page.Error
		if errors.As(err, &why) {
			e.Reason, e.Next = why.Reason, why.Next
		}
		return readout.Document{}, e
	}
	return p.Document, nil
}

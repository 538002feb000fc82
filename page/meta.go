package page

import (
	"golang.org/x/net/html/atom"
)

// head is what a page says of itself beside its text.
type head struct {
	titled    bool
	titleFrom int32
	titleTo   int32
	metas     []pair
	canonical string
	lang      string
	scripts   []part // of JSON-LD
	ld        bool   // is the script that is open one?
	times     []stamp
}

type pair struct{ name, content string }

type part struct{ from, to int32 }

// stamp is a time element or another with a date in an attribute.
type stamp struct {
	value string
	marks marks
	prop  string
	node  int32
}

const maxMetas = 1 << 10

// element takes what a start tag tells of the page.
func (h *head) element(tag atom.Atom, a *attributes, at int32) {
	switch tag {
	case atom.Html:
		h.lang = a.lang
	case atom.Script:
		h.ld = a.kind == "application/ld+json"
	case atom.Link:
		if a.rel == "canonical" && h.canonical == "" {
			h.canonical = a.href
		}
	}
	if (a.name != "" || a.itemprop != "") && a.content != "" && len(h.metas) < maxMetas {
		name := a.name
		if name == "" {
			name = a.itemprop
		}
		h.metas = append(h.metas, pair{name, a.content})
	}
	if a.datetime != "" && len(h.times) < maxMetas {
		h.times = append(h.times, stamp{a.datetime, a.marks, a.itemprop, at})
	}
}

// raw takes the text of title and script elements.
func (h *head) raw(n *node, src []byte, from, to int32) {
	switch {
	case n.tag == atom.Title:
		h.titled, h.titleFrom, h.titleTo = true, from, to
	case h.ld:
		h.scripts = append(h.scripts, part{from, to})
	}
}

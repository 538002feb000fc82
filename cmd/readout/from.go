package main

import (
	"bufio"
	"fmt"
	"os"

	"readout/source/warc"
	"readout/store"
)

// fromJSON says where a document came from.
type fromJSON struct {
	File    string     `json:"file,omitempty"`
	Place   string     `json:"place,omitempty"`
	Address string     `json:"address,omitempty"`
	Fetched string     `json:"fetched,omitempty"`
	Page    string     `json:"page,omitempty"`
	Kept    store.Keep `json:"kept,omitempty"`
	Unread  bool       `json:"unread,omitempty"`
}

func fromOf(o store.Origin) fromJSON {
	kept := o.Kept
	if kept == store.KeepText {
		kept = ""
	}
	return fromJSON{o.File, o.Place, o.Address, shownTime(o.Fetched), o.Page, kept, o.Unread}
}

// from says in one cell where a document came from.
func from(o store.Origin) string {
	s := o.File
	if o.Place != "" {
		s += ", " + o.Place
	}
	if o.Address != "" {
		if s != "" {
			s += ": "
		}
		s += o.Address
	}
	if !o.Fetched.IsZero() {
		s += ", " + shownTime(o.Fetched)
	}
	if o.Unread {
		s += " (not in English: unread)"
	}
	if o.Kept == store.KeepSentences || o.Kept == store.KeepHashes {
		s += fmt.Sprintf(" (kept: %s)", o.Kept)
	}
	return s
}

// archive writes the pages that are kept to a web archive.
func (c *docsCmd) archive(w *world, s *store.Store) error {
	f, err := os.Create(c.Pages)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	n := 0
	err = s.Pages(func(p store.WebPage) error {
		if p.Body == nil || p.Final == "" { // a saved page was not fetched by us
			return nil
		}
		n++
		return warc.Write(out, warc.Page{Address: p.Final, Fetched: p.Fetched, Status: p.Status, Header: p.Header, Body: p.Body})
	})
	if err = first(err, out.Flush(), f.Close()); err != nil {
		return err
	}
	return counted(w, n, "page")
}

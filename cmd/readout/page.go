package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"readout"
	"readout/article"
	webpage "readout/page"
)

type pageCmd struct {
	File    string `arg:"" help:"A saved HTML page; - is standard input."`
	Address string `placeholder:"URL" help:"Where the page was fetched from."`
	Charset string `placeholder:"NAME" help:"The charset that its server told, where the page does not."`
	JSON    bool   `name:"json" help:"One JSON object a document, with the page's bytes of every section."`
}

// Help is shown by readout page --help.
func (pageCmd) Help() string {
	return `Shows what is read of a page before anything is read from its words: title, outlet, writer,
dates, language and address, and the sections of its text. Only body and quoted ones speak.
A live page gives a document for each of its posts.

Example:
  readout page article.html
  curl -s https://… | readout page --json --address https://… -`
}

// pageJSON is a document of a page as doc/format.md describes it.
type pageJSON struct {
	Address   string        `json:"address"`
	Title     string        `json:"title"`
	Outlet    string        `json:"outlet"`
	Byline    string        `json:"byline"`
	Published string        `json:"published"`
	Updated   string        `json:"updated"`
	Language  string        `json:"language"`
	Charset   string        `json:"charset"`
	Hash      string        `json:"hash"`
	Text      string        `json:"text"`
	Sections  []sectionJSON `json:"sections"`
}

type sectionJSON struct {
	readout.Section
	Bytes [][2]int `json:"bytes"` // of the page as fetched
}

// Run reads and prints.
func (c *pageCmd) Run(w *world) error {
	raw, err := c.bytes(w)
	if err != nil {
		return err
	}
	media := ""
	if c.Charset != "" {
		media = "text/html; charset=" + c.Charset
	}
	p, err := webpage.Read(raw, c.Address, media)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	out := bufio.NewWriter(w.out)
	enc := lines(out)
	for _, part := range p.Parts() {
		if !c.JSON {
			newPage(out).webPage(part)
			continue
		}
		if err := enc.Encode(pageOf(part)); err != nil {
			return err
		}
	}
	return out.Flush()
}

const largestPage = 64 << 20

func (c *pageCmd) bytes(w *world) ([]byte, error) {
	var in io.Reader = w.in
	if c.File != "-" {
		f, err := os.Open(c.File)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	raw, err := io.ReadAll(io.LimitReader(in, largestPage+1))
	if err == nil && len(raw) > largestPage {
		err = errors.New("is larger than 64 MiB; save the article alone")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.File, err)
	}
	return raw, nil
}

func pageOf(p webpage.Page) pageJSON {
	d := p.Document
	j := pageJSON{Address: d.URL, Title: d.Title, Outlet: d.Outlet, Byline: d.Byline, Published: d.Published, Updated: d.Updated,
		Language: d.Language, Charset: p.Charset, Hash: d.Hash(), Text: d.Text, Sections: []sectionJSON{}}
	for _, s := range article.Sections(d) {
		js := sectionJSON{Section: s, Bytes: [][2]int{}}
		for _, r := range p.Map.Ranges(s.Span) {
			js.Bytes = append(js.Bytes, [2]int{r.Start, r.End})
		}
		j.Sections = append(j.Sections, js)
	}
	return j
}

// webPage prints what a page tells of itself, and its sections.
func (p page) webPage(w webpage.Page) {
	d := w.Document
	p.heading(d)
	for _, f := range [][2]string{{"by", d.Byline}, {"updated", d.Updated}, {"language", d.Language}, {"charset", w.Charset}, {"address", d.URL}} {
		if f[1] != "" {
			p.labelled(0, f[0], clean(f[1]))
		}
	}
	for _, s := range article.Sections(d) {
		kind := s.Kind.String()
		if s.Outlet != "" {
			kind += ": " + s.Outlet
		}
		p.line("\n[%s]", clean(kind))
		for _, paragraph := range strings.Split(strings.TrimSpace(s.In(d.Text)), "\n") {
			if paragraph != "" {
				p.labelled(0, "", clean(paragraph))
			}
		}
	}
	p.line("")
}

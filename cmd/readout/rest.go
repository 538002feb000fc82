package main

import (
	"bufio"
	"errors"
	"fmt"

	webpage "readout/page"
	"readout/store"
)

type docsCmd struct {
	database
	Limit int    `placeholder:"N" default:"0" help:"At most so many."`
	JSON  bool   `name:"json" help:"One JSON object a document and line."`
	Pages string `name:"warc" placeholder:"FILE" help:"Write the pages as they were fetched to a web archive instead (.warc.gz)."`
}

// Help is shown by readout documents --help.
func (docsCmd) Help() string {
	return `Examples:
  readout documents --db record.db
  readout documents --json
  readout documents --warc pages.warc.gz`
}

// Run lists documents.
func (c *docsCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		if c.Pages != "" {
			return c.archive(w, s)
		}
		docs, err := s.Documents(c.Limit)
		if err != nil {
			return err
		}
		origins, err := s.Origins()
		if err != nil {
			return err
		}
		if c.JSON {
			return printDocuments(w, docs, origins)
		}
		t := table{head: []string{"ID", "PUBLISHED", "OUTLET", "TITLE", "ENCOUNTERS", "STATEMENTS", "FROM"}, wrap: []int{3, 2, 6}}
		for _, d := range docs {
			t.add(clean(d.ID), clean(d.Published), clean(d.Outlet), clean(d.Title), fmt.Sprint(d.Encounters), fmt.Sprint(d.Statements), clean(from(origins[d.ID])))
		}
		t.print(w.out, columns(w.out))
		return counted(w, len(docs), "document")
	})
}

type documentRowJSON struct {
	ID         string `json:"id"`
	Hash       string `json:"hash"`
	Outlet     string `json:"outlet"`
	URL        string `json:"url"`
	Title      string `json:"title"`
	Published  string `json:"published"`
	Bytes      int    `json:"bytes"`
	Encounters int    `json:"encounters"`
	Statements int    `json:"statements"`
	fromJSON
}

func printDocuments(w *world, docs []store.DocumentRow, origins map[string]store.Origin) error {
	out := bufio.NewWriter(w.out)
	enc := lines(out)
	for _, d := range docs {
		err := enc.Encode(documentRowJSON{d.ID, d.Hash, d.Outlet, d.URL, d.Title, d.Published, d.Bytes, d.Encounters, d.Statements,
			fromOf(origins[d.ID])})
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

type searchCmd struct {
	Words []string `arg:"" help:"Words that must all occur; \"in quotation marks\" together, a trailing * for any ending."`
	database
	Limit int  `placeholder:"N" default:"20" help:"At most so many statements and so many documents (default ${default})."`
	JSON  bool `name:"json" help:"One JSON object a hit and line."`
}

// Help is shown by readout search --help.
func (searchCmd) Help() string {
	return `Examples:
  readout search sanctions --db record.db
  readout search '"strategic stability" dialog*'`
}

// Run searches.
func (c *searchCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		hits, err := s.Search(joined(c.Words), c.Limit)
		if err != nil {
			return err
		}
		if c.JSON {
			return printHits(w, hits)
		}
		p := newPage(w.out)
		for _, h := range hits {
			what := "text"
			if h.Statement != nil {
				what = speakerLine(*h.Statement)
			}
			p.line("%s%s%s", clean(h.Document.ID), ifAny(" · ", h.Document.Outlet), ifAny(" · ", h.Document.Published))
			p.bullet(2, clean(what)+": "+clean(h.Snippet))
		}
		return counted(w, len(hits), "hit")
	})
}

// joined puts the arguments of a search together; one that has spaces is a phrase
// where it was not marked otherwise.
func joined(words []string) string {
	out := ""
	for _, w := range words {
		out += w + " "
	}
	return out
}

type hitJSON struct {
	Document  string         `json:"document"`
	Outlet    string         `json:"outlet"`
	Published string         `json:"published"`
	Title     string         `json:"title"`
	Snippet   string         `json:"snippet"`
	Statement *statementJSON `json:"statement"`
}

func printHits(w *world, hits []store.Hit) error {
	out := bufio.NewWriter(w.out)
	enc := lines(out)
	for _, h := range hits {
		j := hitJSON{Document: h.Document.ID, Outlet: h.Document.Outlet, Published: h.Document.Published, Title: h.Document.Title, Snippet: h.Snippet}
		if h.Statement != nil {
			st := statementOf(*h.Statement)
			j.Statement = &st
		}
		if err := enc.Encode(j); err != nil {
			return err
		}
	}
	return out.Flush()
}

type removeCmd struct {
	IDs []string `arg:"" name:"id" help:"Ids of documents (see: readout documents)."`
	database
}

// Help is shown by readout remove --help.
func (removeCmd) Help() string {
	return `Examples:
  readout remove wh-2021-12-30 --db record.db

Their text, index entries, accounts and statements are overwritten in the file. Encounters that others tell of as well stay.`
}

// Run removes documents.
func (c *removeCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		if err := s.Remove(c.IDs...); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w.out, "%s: %d removed\n", c.DB, len(c.IDs))
		return err
	})
}

type verifyCmd struct {
	database
}

// Help is shown by readout verify --help.
func (verifyCmd) Help() string {
	return `Examples:
  readout verify --db record.db

The exit status is 1 where a text or a span does not hold.`
}

// Run verifies.
func (c *verifyCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		v, err := s.Verify()
		if err != nil {
			return err
		}
		pages, proven, err := verifyPages(s, &v)
		if err != nil {
			return err
		}
		for _, f := range v.Failures {
			fmt.Fprintf(w.err, "readout: %s: %s %s: %s\n", c.DB, clean(f.Document), f.Field, clean(f.Reason))
		}
		fmt.Fprintf(w.out, "%s: %d of %d spans hold in %d documents\n", c.DB, v.Hold, v.Spans, v.Documents)
		if pages > 0 {
			fmt.Fprintf(w.out, "%s: %d documents were made from pages; of the %d whose page is kept, text and page agree\n", c.DB, pages, proven)
		}
		if v.Unkept > 0 {
			fmt.Fprintf(w.out, "%s: of %d documents no text is kept to hold spans against\n", c.DB, v.Unkept)
		}
		if n := len(v.Failures); n > 0 {
			return fmt.Errorf("%s: %d checks failed; read those documents again with: readout add --again", c.DB, n)
		}
		return nil
	})
}

// verifyPages holds the texts that were made from pages against the pages that are kept.
func verifyPages(s *store.Store, v *store.Verified) (pages, proven int, err error) {
	err = s.Proofs(func(p store.Proven) error {
		pages++
		m, err := webpage.UnpackMap(p.Proof.Map)
		switch {
		case err != nil:
			v.Failures = append(v.Failures, store.Failure{Document: p.ID, Field: "page", Reason: err.Error()})
		case p.Page.Body == nil || p.Kept != store.KeepText:
		case !m.Holds(p.Text, p.Page.Body):
			v.Failures = append(v.Failures, store.Failure{Document: p.ID, Field: "page", Reason: "the text does not come from the page that is kept"})
		default:
			proven++
		}
		return nil
	})
	return pages, proven, err
}

var errNoTopic = errors.New("no such command or topic; see: readout --help")

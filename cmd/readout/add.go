package main

import (
	"errors"
	"fmt"
	"hash/maphash"

	"readout/store"
)

type addCmd struct {
	inputs
	database
	keeping
	Again bool `help:"Read anew what the record holds already, for instance with a newer readout."`
}

// Help is shown by readout add --help.
func (addCmd) Help() string {
	return `Examples:
  readout add news.jsonl --db record.db
  readout add archive/ --workers 4
  readout add https://www.example.org/news/1234 --db record.db
  readout add crawl.warc.gz                             a crawl, from disk or with - from a pipe
  readout add export.csv --columns factiva              see: readout help reading
  readout add stories.csv --fetch                       a table of addresses

Adding a document again changes nothing; with a new text, the new version takes the old one's place. A run that is cut short loses nothing it has stored: run it again to complete it.`
}

// batch is how many documents are stored in one transaction.
const batch = 64

// Run reads and stores.
func (c *addCmd) Run(w *world) error {
	s, err := c.with(true)
	if err != nil {
		return err
	}
	n, err := c.addTo(s, w)
	if err := first(s.Settle(), s.Close()); err != nil {
		return err
	}
	var some failed
	if err != nil && !errors.As(err, &some) {
		return err
	}
	fmt.Fprintf(w.out, "%s: %d new, %d replaced, %d unchanged\n", c.DB, n.New, n.Replaced, n.Same)
	return err
}

func (c *addCmd) addTo(s *store.Store, w *world) (store.Added, error) {
	var n store.Added
	var waiting []store.Sourced
	c.keepPage = func(p store.WebPage) (string, error) { return s.KeepPage(p, c.Keep == string(store.KeepText)) }
	seed := maphash.MakeSeed()
	flush := func() error {
		if len(waiting) == 0 {
			return nil
		}
		m, err := s.AddFrom(waiting, c.Again)
		n, waiting = n.Sum(m), waiting[:0]
		return err
	}
	skip := s.Known
	if c.Again {
		skip = nil
	}
	stored := map[uint64]bool{} // in this run
	err := c.read(w, skip, func(o outcome) error {
		key := maphash.String(seed, store.Identity(o.Document))
		if o.skipped != nil && !stored[key] {
			n.Same++
			return nil
		}
		if o.skipped != nil { // another version came before it in this run
			o.Readout = o.skipped()
		}
		stored[key] = true
		if waiting = append(waiting, c.sourced(o)); len(waiting) >= batch {
			return flush()
		}
		return nil
	})
	if e := flush(); e != nil {
		return n, e
	}
	return n, err
}

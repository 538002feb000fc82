package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"readout"
	"readout/resolve"
)

type resolveCmd struct {
	Accounts string `arg:"" type:"existingfile" help:"JSON Lines: documents with their encounters, as read --json prints them."`
	Docs     string `type:"existingfile" placeholder:"FILE" help:"JSON Lines: the documents themselves, for when they were published."`
	JSON     bool   `name:"json" help:"One JSON object an encounter and line: its accounts, each a document and an index."`
}

// Help is shown by readout resolve --help.
func (resolveCmd) Help() string {
	return `Examples:
  readout read --json news.jsonl > accounts.jsonl
  readout resolve accounts.jsonl --docs news.jsonl
  readout resolve accounts.jsonl --docs news.jsonl --json

An account is named by its document and its place among the document's encounters, from 0. The days on which documents were published place in time what they tell without a date.`
}

// Run puts the accounts together and prints the encounters.
func (c *resolveCmd) Run(w *world) error {
	if c.JSON {
		return c.clusters(w)
	}
	var accounts []readout.Account
	err := c.each(func(as []readout.Account) { accounts = append(accounts, as...) })
	if err != nil {
		return err
	}
	es := resolve.Encounters(accounts)
	t := table{head: []string{"DATE", "KIND", "STATUS", "WHO", "WHERE", "ACCOUNTS"}, wrap: []int{3, 4, 5}}
	for _, e := range es {
		t.add(string(e.Date.Value()), e.Kind.Value().String(), e.Status.Value().String(), clean(who(e.Facts)), at(e.Facts), accountNames(e))
	}
	t.print(w.out, columns(w.out))
	return counted(w, len(es), "encounter")
}

// each visits the accounts of each document.
func (c *resolveCmd) each(visit func([]readout.Account)) error {
	published, err := c.published()
	if err != nil {
		return err
	}
	return eachRecord(c.Accounts, published, visit)
}

// eachRecord visits the accounts of each document of a file of records. Where a record does
// not say when its document was published, published does.
func eachRecord(path string, published map[string]string, visit func([]readout.Account)) error {
	return eachLine(path, func(line []byte) error {
		var d struct {
			ID        string `json:"id"`
			Published string `json:"published"`
		}
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		if d.Published == "" {
			d.Published = published[d.ID]
		}
		as, err := resolve.FromRecord(line, d.Published)
		visit(as)
		return err
	})
}

// clusters prints which records are one encounter.
func (c *resolveCmd) clusters(w *world) error {
	g := resolve.NewGrouper()
	if err := c.each(g.Add); err != nil {
		return err
	}
	out := bufio.NewWriter(w.out)
	enc := lines(out)
	groups, err := groupsOf(g)
	if err != nil {
		return err
	}
	for _, places := range groups {
		if err := enc.Encode(struct {
			Accounts []place `json:"accounts"`
		}{places}); err != nil {
			return err
		}
	}
	return out.Flush()
}

// groupsOf are the records of each encounter.
func groupsOf(g *resolve.Grouper) ([][]place, error) {
	var out [][]place
	for _, records := range g.Groups() {
		var places []place
		for _, r := range records {
			i, err := strconv.Atoi(r.Record)
			if err != nil {
				return nil, err
			}
			places = append(places, place{r.Document, i})
		}
		out = append(out, places)
	}
	return out, nil
}

// published is when each document was, as it says.
func (c *resolveCmd) published() (map[string]string, error) {
	out := map[string]string{}
	if c.Docs == "" {
		return out, nil
	}
	return out, eachLine(c.Docs, func(line []byte) error {
		var d struct{ ID, Published string }
		err := json.Unmarshal(line, &d)
		out[d.ID] = d.Published
		return err
	})
}

// place is a document's record of an encounter: the document and the index.
type place struct {
	document string
	index    int
}

// MarshalJSON writes the place as ["document", index].
func (p place) MarshalJSON() ([]byte, error) { return json.Marshal([]any{p.document, p.index}) }

// placesOf are the records that an encounter's accounts belong to, each once.
func placesOf(e readout.Encounter) []place {
	var out []place
	seen := map[place]bool{}
	for _, a := range e.Accounts {
		i, err := strconv.Atoi(a.Record)
		if p := (place{a.Document, i}); err == nil && !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	return out
}

func accountNames(e readout.Encounter) string {
	names := ""
	for i, p := range placesOf(e) {
		if i > 0 {
			names += ", "
		}
		names += fmt.Sprintf("%s#%d", clean(p.document), p.index)
	}
	return names
}

// eachLine visits the lines of a file that hold something; an error names the line.
func eachLine(path string, visit func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return eachLineOf(path, f, visit)
}

// eachLineOf visits the lines of what is read from the file so named.
func eachLineOf(path string, r io.Reader, visit func([]byte) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if len(line) > 1 {
			if err := visit(line); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
		if err != nil {
			return nil
		}
	}
}

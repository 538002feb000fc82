package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"readout"
	"readout/article"
	"readout/gazetteer"
	"readout/pipeline"
	"readout/resolve"
	"readout/source"
	"readout/store"
	"readout/text"
	"readout/web"
)

// This file alone says which packages do the work.

// byDefault is how texts are read where no flag says otherwise.
var byDefault = howToRead{leastSure: leastSure{pipeline.Least}}

// loadReader loads what a reading must know, as the flags say, and returns
// what makes readers, one for each goroutine, and the day that the tables reach.
func loadReader(how howToRead) (newReader func() reader, last readout.Day, err error) {
	know, err := pipeline.LoadWith(how.files())
	if err != nil {
		return nil, 0, err
	}
	newReader = func() reader {
		r := know.NewReader()
		r.Least = how.Least
		return r.Read
	}
	return newReader, know.Gazetteer.Last(), nil
}

// storeOptions say how records are opened.
func storeOptions() store.Options {
	return store.Options{Names: otherNames, Sentences: sentences, Resolver: &store.Resolver{
		Encounters: resolve.Encounters, Decided: decided, Links: resolve.Links, Keys: keys, Told: resolve.Told,
		Findings: web.Findings, Copies: web.Copies, Origins: web.Origins}}
}

// sentences are those of a document, of all its sections.
func sentences(d readout.Document) []readout.Span {
	var out []readout.Span
	for _, s := range text.Segment(d.Text, article.Sections(d)) {
		out = append(out, s.Span)
	}
	return out
}

// decided puts accounts together as analysts ruled.
func decided(accounts []readout.Account, rulings []store.Ruling) []readout.Encounter {
	return resolve.Decided(accounts, decisions(rulings))
}

func decisions(rulings []store.Ruling) []resolve.Decision {
	out := make([]resolve.Decision, len(rulings))
	for i, r := range rulings {
		out[i] = resolve.Decision{ID: r.ID, Same: r.Same, On: r.On, Against: r.Against, By: r.By, At: r.At}
	}
	return out
}

// otherNames are the names that the gazetteer has for what a reader typed.
func otherNames(typed string) []string {
	g, err := gazetteer.Load()
	if err != nil {
		return nil
	}
	var out []string
	for _, r := range g.Find(typed) {
		switch r.Kind {
		case gazetteer.Person, gazetteer.State, gazetteer.Body, gazetteer.Group:
			out = append(out, r.Name)
		}
	}
	return out
}

// keys are the blocking keys but for that of the document's record, whose accounts
// the store keeps together anyway.
func keys(a readout.Account) []string {
	a.Record = ""
	return resolve.Keys(a)
}

// documents are the inputs in their order, each a document or what is wrong with it.
func (in inputs) documents(w *world) (iter.Seq[source.Item], error) {
	opts := source.Options{MaxSize: int64(in.MaxSize), Stdin: w.in, FetchMissing: in.Fetch, Fetch: in.fetch(in.keepPage)}
	if in.keepPage != nil {
		opts.Keep = func(path string, page []byte) error {
			_, err := in.keepPage(store.WebPage{Address: path, Body: page, Fetched: time.Now()})
			return err
		}
	}
	if in.Columns != "" {
		var err error
		if opts.Columns, err = source.ParseColumns(in.Columns); err != nil {
			return nil, fmt.Errorf("--columns: %w", err)
		}
	}
	return func(yield func(source.Item) bool) {
		enough := errors.New("enough")
		err := source.Read(context.Background(), in.Paths, opts, func(it source.Item) error {
			if !yield(it) {
				return enough
			}
			return nil
		})
		if err != nil && err != enough {
			yield(source.Item{Err: &source.Error{File: "reading", Reason: err.Error(), Err: err}})
		}
	}, nil
}

// totalBytes is the size of what is to be read, 0 where it is not known.
func totalBytes(paths []string) int64 {
	n, known := source.Size(paths)
	if !known {
		return 0
	}
	return n
}

package main

import (
	"context"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/http/httpproxy"

	"readout"
	"readout/pipeline"
	"readout/source"
	"readout/source/fetch"
	"readout/store"
)

// network are the flags of the commands that fetch.
type network struct {
	Contact      string        `env:"READOUT_CONTACT" placeholder:"ADDRESS" help:"Whom servers can turn to, sent with each request (or $$READOUT_CONTACT)."`
	AllowPrivate bool          `help:"Fetch from private and link-local addresses too."`
	IgnoreRobots bool          `hidden:"" help:"Fetch what robots.txt keeps; for your own servers."`
	Pause        time.Duration `default:"1s" placeholder:"TIME" help:"Between two requests to one host (default ${default})."`
	Timeout      time.Duration `default:"30s" placeholder:"TIME" help:"For one answer (default ${default})."`

	keepPage func(store.WebPage) (hash string, err error) // nil: pages are not kept
}

// agent says who asks.
func (n network) agent() string {
	name := "readout"
	if version != "" {
		name += "/" + strings.TrimPrefix(version, "v")
	}
	if n.Contact != "" {
		name += " (contact: " + strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' || r == '(' || r == ')' {
				return -1
			}
			return r
		}, n.Contact) + ")"
	}
	return name
}

// fetcher fetches as the flags and the environment say.
func (n network) fetcher(maxSize int64) *fetch.Fetcher {
	proxy := httpproxy.FromEnvironment().ProxyFunc()
	return fetch.New(fetch.Options{Agent: n.agent(), AllowPrivate: n.AllowPrivate, IgnoreRobots: n.IgnoreRobots, Pause: n.Pause,
		Timeout: n.Timeout, MaxSize: maxSize, Proxy: func(u *url.URL) (*url.URL, error) { return proxy(u) }})
}

// fetch gets single pages, and keeps them by keep.
func (in inputs) fetch(keep func(store.WebPage) (string, error)) func(context.Context, string) (source.Fetched, error) {
	f := in.fetcher(int64(in.MaxSize))
	return func(ctx context.Context, address string) (source.Fetched, error) {
		p, err := f.Get(ctx, fetch.Request{Address: address})
		if err != nil {
			return source.Fetched{}, err
		}
		out := source.Fetched{Final: p.Final, Media: p.Header.Get("Content-Type"), Body: p.Body, At: p.Fetched}
		if keep != nil {
			out.Hash, err = keep(webPage(p))
		}
		return out, err
	}
}

func webPage(p fetch.Page) store.WebPage {
	return store.WebPage{Address: p.Address, Final: p.Final, Status: p.Status, Header: p.Header, Body: p.Body, Fetched: p.Fetched}
}

// keeping is the flag of the commands that store texts.
type keeping struct {
	Keep string `enum:"text,sentences,hashes" default:"text" placeholder:"WHAT" help:"What of texts and pages stays in the record: text (all), sentences (those that facts were taken from) or hashes (nothing) (default ${default})."`
}

func (k keeping) sourced(o outcome) store.Sourced {
	return store.Sourced{Readout: o.Readout, Keep: store.Keep(k.Keep), Origin: store.Origin{File: o.origin.File, Place: o.origin.Place,
		Address: o.origin.Address, Fetched: o.origin.Fetched, Page: o.origin.Page, Unread: unread(o.Document)}}
}

// unread tells whether a document that was read is in a language that tells nothing.
func unread(d readout.Document) bool { return !pipeline.Reads(d.Language) }

package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"os/user"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"readout/source"
	"readout/source/fetch"
	"readout/store"
	"readout/web"
)

type serveCmd struct {
	database
	howToRead
	Listen string  `default:"127.0.0.1:8080" placeholder:"ADDR" help:"Where to listen (default ${default}). Any address but the loopback's demands tokens."`
	Rate   float64 `default:"20" placeholder:"N" help:"Requests a second that one reader may make where tokens are demanded (default ${default})."`
}

// Help is shown by readout serve --help.
func (serveCmd) Help() string {
	return `Examples:
  readout serve --db record.db                       then open http://127.0.0.1:8080/
  readout serve --db record.db --listen 0.0.0.0:8080 for a team; make tokens first: readout token add NAME

On the loopback nobody needs to sign in. Elsewhere every request needs a token. The server speaks plain HTTP: beyond a trusted network, put a server that speaks HTTPS before it.`
}

// shutdownTime is how long open requests have when the server is stopped.
const shutdownTime = 5 * time.Second

// Run serves until it is interrupted.
func (c *serveCmd) Run(w *world) error {
	s, err := c.with(true)
	if err != nil {
		return err
	}
	return first(c.serve(w, s), s.Close())
}

func (c *serveCmd) serve(w *world, s *store.Store) error {
	read := func(ctx context.Context, inputs []web.Input, keep func(store.WebPage) (string, error), visit func(string, store.Sourced, error) error) error {
		return readInputs(ctx, c.howToRead, inputs, keep, visit)
	}
	opts := web.Options{Store: s, Read: read, Author: authorName(), Log: slog.New(slog.NewTextHandler(w.err, nil))}
	if !web.Loopback(c.Listen) {
		if n, err := s.Tokens(); err != nil || len(n) == 0 {
			return first(err, fmt.Errorf("%s is reached from other machines, and %s has no tokens: make one first with: readout token add NAME --db %s", c.Listen, c.DB, c.DB))
		}
		opts.Tokens, opts.Rate, opts.Burst = s, c.Rate, int(4*c.Rate)+1
	}
	h, done, err := web.New(opts)
	if err != nil {
		return err
	}
	defer done()
	l, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w (is another one running? choose another with --listen)", c.Listen, err)
	}
	fmt.Fprintf(w.out, "%s is at http://%s/ (stop with Ctrl-C)\n", c.DB, l.Addr())
	srv := web.Server(h)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- srv.Serve(l) }()
	select {
	case err = <-ended:
	case <-ctx.Done():
		done() // ends the streams, which would be waited for
		late, cancel := context.WithTimeout(context.Background(), shutdownTime)
		defer cancel()
		if err = srv.Shutdown(late); err != nil {
			err = srv.Close()
		}
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// authorName signs the decisions of whoever runs the desk.
func authorName() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "analyst"
}

// readInputs reads what is handed in through the desk as readout add reads files: in
// a folder of its own, which is gone afterwards.
func readInputs(ctx context.Context, how howToRead, inputs []web.Input, keep func(store.WebPage) (string, error), visit func(string, store.Sourced, error) error) error {
	newReader, _, err := loadReader(how)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "readout-add-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	pages := fetch.New(fetch.Options{Agent: "readout/" + version})
	defer pages.Close()
	h := handIn{newReader(), keep, visit}
	for i, in := range inputs {
		if in.Address != "" {
			err = h.address(ctx, pages, in.Address)
		} else {
			err = h.file(ctx, filepath.Join(dir, fmt.Sprint(i)), in)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// handIn reads what is handed in.
type handIn struct {
	read  reader
	keep  func(store.WebPage) (string, error)
	visit func(string, store.Sourced, error) error
}

// item visits what became of an item of an input.
func (h handIn) item(name string, it source.Item) error {
	if it.Err != nil {
		return h.visit(name, store.Sourced{}, it.Err)
	}
	o := readOne(h.read, it.Document, nil)
	o.origin = it.Origin
	return h.visit(name, keeping{}.sourced(o), o.err)
}

// address reads a page of the web, which is known by its address.
func (h handIn) address(ctx context.Context, pages *fetch.Fetcher, address string) error {
	opts := source.Options{Fetch: func(ctx context.Context, address string) (source.Fetched, error) {
		p, err := pages.Get(ctx, fetch.Request{Address: address})
		if err != nil {
			return source.Fetched{}, err
		}
		hash, err := h.keep(webPage(p))
		return source.Fetched{Final: p.Final, Media: p.Header.Get("Content-Type"), Body: p.Body, At: p.Fetched, Hash: hash}, err
	}}
	return source.Read(ctx, []string{address}, opts, func(it source.Item) error { return h.item(address, it) })
}

// file reads a file that was sent, or a text without a name, which is known by its words.
func (h handIn) file(ctx context.Context, dir string, in web.Input) error {
	name, unnamed := in.Name, in.Name == ""
	if unnamed {
		name = "text.txt"
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	path := filepath.Join(dir, filepath.Base(name))
	if err := os.WriteFile(path, in.Body, 0o600); err != nil {
		return err
	}
	opts := source.Options{Keep: func(_ string, page []byte) error {
		_, err := h.keep(store.WebPage{Address: name, Body: page, Fetched: time.Now()})
		return err
	}}
	return source.Read(ctx, []string{path}, opts, func(it source.Item) error {
		if it.Err != nil {
			it.Err.File = name
		}
		if unnamed {
			it.Document.ID = ""
		}
		it.Origin.File = strings.Replace(it.Origin.File, path, name, 1)
		return h.item(name, it)
	})
}

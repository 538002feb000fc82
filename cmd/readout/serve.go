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

	"readout"
	"readout/source"
	"readout/source/fetch"
	"readout/store"
	"readout/web"
)

type serveCmd struct {
	database
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
	opts := web.Options{Store: s, Read: readInputs, Author: authorName(), Log: slog.New(slog.NewTextHandler(w.err, nil))}
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
func readInputs(ctx context.Context, inputs []web.Input, visit func(string, readout.Readout, error) error) error {
	newReader, err := loadReader()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "readout-add-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	read, pages := newReader(), fetch.New(fetch.Options{Agent: "readout/" + version})
	defer pages.Close()
	for i, in := range inputs {
		if in, err = fetched(ctx, pages, in); err != nil {
			if err := visit(in.Address, readout.Readout{}, err); err != nil {
				return err
			}
			continue
		}
		if err := readInput(ctx, filepath.Join(dir, fmt.Sprint(i)), in, read, visit); err != nil {
			return err
		}
	}
	return nil
}

// fetched gets the page of an address; a file is what it is.
func fetched(ctx context.Context, f *fetch.Fetcher, in web.Input) (web.Input, error) {
	if in.Address == "" {
		return in, nil
	}
	p, err := f.Get(ctx, fetch.Request{Address: in.Address})
	if err != nil {
		return in, err
	}
	in.Name, in.Body, in.Address = "page.html", p.Body, p.Final
	if strings.HasPrefix(p.Header.Get("Content-Type"), "text/plain") {
		in.Name = "page.txt"
	}
	return in, nil
}

func readInput(ctx context.Context, dir string, in web.Input, read reader, visit func(string, readout.Readout, error) error) error {
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
	return source.Read(ctx, []string{path}, source.Options{}, func(it source.Item) error {
		if it.Err != nil {
			if it.Err.File = name; in.Address != "" {
				it.Err.File = in.Address
			}
			return visit(name, readout.Readout{}, it.Err)
		}
		if unnamed {
			it.Document.ID = "" // known by its text
		}
		if in.Address != "" { // known by its address
			it.Document.ID = ""
			if it.Document.URL == "" {
				it.Document.URL = in.Address
			}
		}
		o := readOne(read, it.Document, nil)
		return visit(name, o.Readout, o.err)
	})
}

package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"readout"
	"readout/source"
	"readout/source/feed"
	"readout/source/fetch"
	"readout/store"
	"readout/watch"
)

type watchCmd struct {
	Lists []string `arg:"" optional:"" name:"list" help:"OPML files, files with an address a line, or addresses of feeds."`
	database
	network
	keeping
	howToRead
	Once    bool   `help:"Do what is due and end."`
	Status  bool   `help:"Show how far watching has come, and end."`
	JSON    bool   `name:"json" help:"With --status: one JSON object."`
	Metrics string `placeholder:"HOST:PORT" help:"Serve metrics for Prometheus here, at /metrics."`
	MaxSize size   `default:"16MiB" placeholder:"SIZE" help:"Largest page that is fetched (default ${default})."`
	Workers int    `default:"8" placeholder:"N" help:"Pages fetched at the same time, each from another host (default ${default})."`
	Quiet   bool   `short:"q" help:"Say nothing of what fails."`
}

// Help is shown by readout watch --help.
func (watchCmd) Help() string {
	return `Examples:
  readout watch feeds.opml --db record.db
  readout watch https://www.example.org/rss --once --db record.db
  readout watch --status --db record.db

Feeds are RSS, Atom, JSON Feed, news sitemaps and indexes of sitemaps. Those with news are looked at more often, others less. Articles are looked at again for some days; one that was edited is a new version (see: readout revisions). A run may be ended or killed at any moment: the next one goes on where it was. Without a list, the feeds of the last run are followed. More: readout help reading`
}

// Run watches.
func (c *watchCmd) Run(w *world) error {
	if c.Status {
		return c.use(func(s *store.Store) error { return c.status(w, s) })
	}
	feeds, err := c.feeds()
	if err != nil {
		return err
	}
	s, err := c.with(true)
	if err != nil {
		return err
	}
	return first(c.run(w, s, feeds), s.Close())
}

func (c *watchCmd) run(w *world, s *store.Store, feeds []store.Feed) error {
	end, err := s.OnlyWatcher()
	if err != nil {
		return err
	}
	defer end()
	if len(feeds) > 0 {
		if err := s.Follow(feeds, time.Now()); err != nil {
			return err
		}
	} else if known, err := s.Feeds(time.Time{}); err != nil || len(known) == 0 {
		return first(err, errors.New("no feeds to follow: name an OPML file or the address of a feed"))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	watcher, err := c.watcher(w, s)
	if err != nil {
		return err
	}
	if c.Metrics != "" {
		end, err := serveMetrics(c.Metrics, s)
		if err != nil {
			return err
		}
		defer end()
	}
	before, err := s.Watched()
	if err != nil {
		return err
	}
	if err := watcher.Run(ctx, c.Once); err != nil {
		return err
	}
	after, err := s.Watched()
	if err != nil {
		return err
	}
	n := func(name string) int { return after.Counts[name] - before.Counts[name] }
	_, err = fmt.Fprintf(w.out, "%s: %d feeds looked at, %d pages fetched, %d new, %d revised, %d copies, %d without an article, %d failed, %d alerts\n", c.DB,
		n("feeds_polled"), n("pages_fetched"), n("documents_new"), n("documents_revised"), n("pages_copy"), n("pages_empty"), n("pages_failed"), n("alerts"))
	return err
}

// feeds are those of the lists.
func (c *watchCmd) feeds() ([]store.Feed, error) {
	var out []store.Feed
	for _, list := range c.Lists {
		if strings.HasPrefix(list, "http://") || strings.HasPrefix(list, "https://") {
			out = append(out, store.Feed{Address: list, Every: watch.Start})
			continue
		}
		f, err := os.Open(list)
		if err != nil {
			return nil, err
		}
		links, err := feed.List(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", list, err)
		}
		for _, l := range links {
			out = append(out, store.Feed{Address: l.Address, Title: l.Title, Every: watch.Start})
		}
	}
	return out, nil
}

func (c *watchCmd) watcher(w *world, s *store.Store) (*watch.Watcher, error) {
	newReader, _, err := loadReader(c.howToRead)
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex
	log := func(format string, args ...any) {
		if c.Quiet {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		fmt.Fprintf(w.err, "readout: %s\n", clean(fmt.Sprintf(format, args...)))
	}
	client := &http.Client{Timeout: c.Timeout}
	return &watch.Watcher{
		Store: s, Clock: fetch.System{}, Get: c.fetcher(int64(c.MaxSize)).Get, Read: newReader(), Unread: unread,
		Page: readWebPage, Keep: store.Keep(c.Keep), Workers: c.Workers, Log: log,
		Subjects: func(f store.Filter) ([]store.Subject, error) { return subjects(s, f) },
		Deliver:  watch.Webhook(client, []byte(os.Getenv("READOUT_WEBHOOK_KEY")), c.agent(), time.Now),
	}, nil
}

func readWebPage(body []byte, address, media string) ([]readout.Document, bool, error) {
	parts, fault := source.Parts(body, address, media)
	if fault != nil {
		return nil, fault.NoText, fault
	}
	docs := make([]readout.Document, len(parts))
	for i, p := range parts {
		docs[i] = p.Document
	}
	return docs, false, nil
}

// serveMetrics answers at an address until its end is called.
func serveMetrics(at string, s *store.Store) (end func(), err error) {
	l, err := net.Listen("tcp", at)
	if err != nil {
		return nil, fmt.Errorf("--metrics: %w", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(out http.ResponseWriter, _ *http.Request) {
		state, err := s.Watched()
		if err != nil {
			http.Error(out, "the record cannot be read", http.StatusInternalServerError)
			return
		}
		out.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		watch.WriteMetrics(out, state)
	})
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 30 * time.Second}
	go server.Serve(l)
	return func() { server.Close() }, nil
}

type watchedJSON struct {
	Feeds   []feedJSON          `json:"feeds"`
	Entries map[store.State]int `json:"entries"`
	Counts  map[string]int      `json:"counts"`
	Pending int                 `json:"alerts_pending"`
	Next    string              `json:"next,omitempty"`
}

type feedJSON struct {
	Address  string `json:"address"`
	Title    string `json:"title"`
	Checked  string `json:"checked,omitempty"`
	Due      string `json:"due"`
	Every    string `json:"every"`
	Entries  int    `json:"entries"`
	Failures int    `json:"failures"`
	Fault    string `json:"fault,omitempty"`
}

func (c *watchCmd) status(w *world, s *store.Store) error {
	state, err := s.Watched()
	if err != nil {
		return err
	}
	feeds, err := s.Feeds(time.Time{})
	if err != nil {
		return err
	}
	if c.JSON {
		j := watchedJSON{Feeds: []feedJSON{}, Entries: state.Entries, Counts: state.Counts, Pending: state.Pending, Next: shownTime(state.Next)}
		for _, f := range feeds {
			j.Feeds = append(j.Feeds, feedJSON{f.Address, f.Title, shownTime(f.Checked), shownTime(f.Due), f.Every.String(), f.Entries, f.Failures, f.Fault})
		}
		return lines(w.out).Encode(j)
	}
	t := table{head: []string{"FEED", "LAST LOOK", "NEXT", "EVERY", "ENTRIES", "FAULT"}, wrap: []int{0, 5}}
	for _, f := range feeds {
		t.add(clean(f.Address), shownTime(f.Checked), shownTime(f.Due), f.Every.String(), fmt.Sprint(f.Entries), clean(f.Fault))
	}
	t.print(w.out, columns(w.out))
	for _, name := range slices.Sorted(maps.Keys(state.Entries)) {
		fmt.Fprintf(w.out, "pages %s: %d\n", name, state.Entries[name])
	}
	for _, name := range slices.Sorted(maps.Keys(state.Counts)) {
		fmt.Fprintf(w.out, "%s: %d\n", strings.ReplaceAll(name, "_", " "), state.Counts[name])
	}
	_, err = fmt.Fprintf(w.out, "alerts to deliver: %d\n", state.Pending)
	return err
}

func shownTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"readout/store"
)

// changes watches the record while somebody listens, and tells when it has changed:
// another program may write it as well.
type changes struct {
	store *store.Store
	mu    sync.Mutex
	heard map[chan int64]bool
	stop  chan struct{} // closes the watch; nil while nobody listens
	done  bool
}

func newChanges(s *store.Store) *changes { return &changes{store: s, heard: map[chan int64]bool{}} }

// watchEvery is how often the record is asked for its revision.
const watchEvery = time.Second

// mostListeners is how many readers can be told of changes at once.
const mostListeners = 1000

func (c *changes) listen() (chan int64, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done || len(c.heard) >= mostListeners {
		return nil, false
	}
	ch := make(chan int64, 1)
	c.heard[ch] = true
	if c.stop == nil {
		c.stop = make(chan struct{})
		last, _ := c.store.Revision() // before the listener asks: what changes after that is told
		go c.watch(c.stop, last)
	}
	return ch, true
}

func (c *changes) leave(ch chan int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.heard, ch)
	if len(c.heard) == 0 && c.stop != nil {
		close(c.stop)
		c.stop = nil
	}
}

func (c *changes) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done = true
	for ch := range c.heard {
		close(ch)
	}
	clear(c.heard)
	if c.stop != nil {
		close(c.stop)
		c.stop = nil
	}
}

func (c *changes) watch(stop chan struct{}, last int64) {
	t := time.NewTicker(watchEvery)
	defer t.Stop()
	for {
		select {
		case <-stop:
			return
		case <-t.C:
		}
		n, err := c.store.Revision()
		if err != nil || n == last {
			continue
		}
		last = n
		c.mu.Lock()
		for ch := range c.heard {
			select {
			case ch <- n:
			default: // it has not read the one before, and will ask for all that is new
			}
		}
		c.mu.Unlock()
	}
}

// changeEvents is the stream of changes.
func (d *desk) changeEvents(w http.ResponseWriter, r *http.Request) error {
	ch, ok := d.changes.listen()
	if !ok {
		return refuse(http.StatusServiceUnavailable, "Too many listen for changes already.")
	}
	defer d.changes.leave(ch)
	e := newEvents(w)
	n, err := d.store.Revision()
	if err != nil {
		return err
	}
	if e.send("revision", strconv.FormatInt(n, 10), map[string]int64{"revision": n}) != nil {
		return nil
	}
	alive := time.NewTicker(25 * time.Second)
	defer alive.Stop()
	for {
		select {
		case <-r.Context().Done():
			return nil
		case <-alive.C:
			if e.comment() != nil {
				return nil
			}
		case now, ok := <-ch:
			if ok && now == n {
				continue // told already
			}
			n = now
			if !ok || e.send("revision", strconv.FormatInt(n, 10), map[string]int64{"revision": n}) != nil {
				return nil
			}
		}
	}
}

// events writes server-sent events.
type events struct {
	w   http.ResponseWriter
	ctl *http.ResponseController
}

func newEvents(w http.ResponseWriter) *events {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Accel-Buffering", "no")
	e := &events{w, http.NewResponseController(w)}
	e.ctl.SetWriteDeadline(time.Time{})
	return e
}

func (e *events) send(name, id string, data any) error {
	b, err := json.Marshal(data) // one line: JSON escapes line ends
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(e.w, "event: %s\nid: %s\ndata: %s\n\n", name, id, b); err != nil {
		return err
	}
	return e.ctl.Flush()
}

func (e *events) comment() error {
	if _, err := fmt.Fprint(e.w, ": here\n\n"); err != nil {
		return err
	}
	return e.ctl.Flush()
}

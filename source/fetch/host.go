package fetch

import (
	"context"
	"net/url"
	"strings"
	"time"
)

// host is what is known of one host. Whoever holds its turn may ask it.
type host struct {
	turn    chan struct{} // holds one token
	free    time.Time     // when the last answer ended
	robots  *robots
	checked time.Time // when robots was fetched
	pause   time.Duration
}

const maxHosts = 4096 // that are remembered

// host waits for the host's turn.
func (f *Fetcher) host(ctx context.Context, at *url.URL) (*host, error) {
	key := strings.ToLower(at.Scheme + "://" + at.Host)
	f.mu.Lock()
	h := f.hosts[key]
	if h == nil {
		h = &host{turn: make(chan struct{}, 1)}
		h.turn <- struct{}{}
		f.hosts[key] = h
		f.order = append(f.order, key)
		f.forget()
	}
	f.mu.Unlock()
	select {
	case <-h.turn:
		return h, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// forget drops the oldest host where too many are held and nobody holds its turn.
func (f *Fetcher) forget() {
	if len(f.order) <= maxHosts {
		return
	}
	oldest := f.order[0]
	f.order = f.order[1:]
	if len(f.hosts[oldest].turn) == 1 {
		delete(f.hosts, oldest)
		return
	}
	f.order = append(f.order, oldest)
}

func (h *host) release(now func() time.Time) {
	h.free = now()
	h.turn <- struct{}{}
}

// wait keeps the pause since the last answer.
func (h *host) wait(ctx context.Context, c Clock, pause time.Duration) {
	if h.free.IsZero() {
		return
	}
	if left := h.free.Add(max(pause, h.pause)).Sub(c.Now()); left > 0 {
		c.Sleep(ctx, left) // the request fails where the context has ended
	}
}

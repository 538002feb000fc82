// Package fetch gets pages and feeds from the web, politely and without trust.
//
// In goes an address, and what is known of an earlier answer; out comes the page with
// its header, the address it was found at in the end, and when it was fetched, or that
// it has not changed.
//
// # Manners
//
// Every request says who asks. A host is asked one thing at a time, with a pause
// between the end of one answer and the next request, and nothing that its robots.txt
// keeps from us. An answer that asks to come back later is heeded.
//
// # Bounds
//
// Only http and https are fetched, only from public addresses: what a name resolves to
// is looked at when the connection is made, so that neither a redirect nor a changed
// answer of the name service leads inside. Redirects are followed one by one, each
// looked at like the first. Size, time, header and redirects are bounded.
//
// # What can go wrong
//
// An *Error names the address, the reason and what to do. Again tells whether it is
// worth another try, and After when.
//
// Clock, network and proxies come in as values.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"readout/source/encoded"
)

// Options say how pages are fetched. The zero value of each field means the default.
type Options struct {
	Agent        string        // who asks: "readout/1.2 (contact: desk@example.org)"
	AllowPrivate bool          // fetch from private and link-local addresses too
	IgnoreRobots bool          // for one's own servers
	MaxSize      int64         // of an unpacked answer; 16 MiB
	Timeout      time.Duration // of one request with its answer; 30 s
	Pause        time.Duration // between two requests to a host; 1 s
	Tries        int           // of one address, with a growing pause between; 3
	Redirects    int           // followed for one address; 10

	Clock  Clock
	Lookup func(ctx context.Context, host string) ([]net.IP, error) // for hosts behind a proxy; net.DefaultResolver
	Proxy  func(*url.URL) (*url.URL, error)                         // nil means none
}

// Clock tells the time and waits.
type Clock interface {
	Now() time.Time
	// Sleep waits for d, or until the context ends, with its error.
	Sleep(ctx context.Context, d time.Duration) error
}

// System is the clock of the machine.
type System struct{}

// Now is the time.
func (System) Now() time.Time { return time.Now() }

// Sleep waits.
func (System) Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Request is what is asked for.
type Request struct {
	Address  string
	ETag     string // of the answer that is held, to be told if nothing has changed
	Modified string // its Last-Modified
}

// Page is an answer.
type Page struct {
	Address   string // as asked for
	Final     string // where it was found after redirects
	Status    int
	Header    http.Header
	Body      []byte // unpacked
	Fetched   time.Time
	Unchanged bool // since the answer that the request knew of: there is no body
}

// Error tells why an address could not be fetched.
type Error struct {
	Address string
	Reason  string
	Next    string
	Status  int           // of the answer, where there was one
	Again   bool          // another try may succeed
	After   time.Duration // not before; 0 where nothing was said
	Gone    bool          // the page is not there and will not come back
	Err     error
}

func (e *Error) Error() string {
	s := e.Address + ": " + e.Reason
	if e.Next != "" {
		s += "; " + e.Next
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// Fetcher fetches. Its methods may be called from several goroutines.
type Fetcher struct {
	opts   Options
	direct *http.Transport
	mu     sync.Mutex
	hosts  map[string]*host
	order  []string // of hosts, the oldest first
	via    map[string]*http.Transport
}

// New returns a fetcher.
func New(opts Options) *Fetcher {
	if opts.Agent == "" {
		opts.Agent = "readout"
	}
	if opts.MaxSize <= 0 {
		opts.MaxSize = 16 << 20
	}
	if opts.Timeout <= 0 {
		opts.Timeout = 30 * time.Second
	}
	if opts.Pause <= 0 {
		opts.Pause = time.Second
	}
	if opts.Tries <= 0 {
		opts.Tries = 3
	}
	if opts.Redirects <= 0 {
		opts.Redirects = 10
	}
	if opts.Clock == nil {
		opts.Clock = System{}
	}
	if opts.Lookup == nil {
		opts.Lookup = func(ctx context.Context, name string) ([]net.IP, error) {
			return net.DefaultResolver.LookupIP(ctx, "ip", name)
		}
	}
	f := &Fetcher{opts: opts, hosts: map[string]*host{}, via: map[string]*http.Transport{}}
	dialer := &net.Dialer{Timeout: opts.Timeout}
	if !opts.AllowPrivate {
		dialer.Control = refusePrivate
	}
	f.direct = transport(opts, dialer)
	return f
}

func transport(opts Options, dialer *net.Dialer) *http.Transport {
	return &http.Transport{
		DialContext: dialer.DialContext, ForceAttemptHTTP2: true, DisableCompression: true,
		TLSHandshakeTimeout: opts.Timeout, ResponseHeaderTimeout: opts.Timeout,
		MaxResponseHeaderBytes: 256 << 10, MaxIdleConns: 100, MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second,
	}
}

// Close gives back the connections that are held open.
func (f *Fetcher) Close() {
	f.direct.CloseIdleConnections()
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, t := range f.via {
		t.CloseIdleConnections()
	}
}

// Get fetches an address, in several tries where one fails in a way that may pass.
func (f *Fetcher) Get(ctx context.Context, req Request) (Page, error) {
	for try := 1; ; try++ {
		p, err := f.follow(ctx, req)
		var fault *Error
		if err == nil || !errors.As(err, &fault) || !fault.Again || try >= f.opts.Tries {
			return p, err
		}
		wait := max(fault.After, backoff(try, req.Address))
		if wait > longest {
			return p, err // whoever asked may come back then
		}
		if err := f.opts.Clock.Sleep(ctx, wait); err != nil {
			return p, err
		}
	}
}

// longest is how long Get waits between two tries.
const longest = time.Minute

// backoff grows with the tries, and differs a little from address to address so that
// what failed together does not come back together.
func backoff(try int, address string) time.Duration {
	base := time.Second << min(2*(try-1), 10)
	var spread time.Duration
	for i := 0; i < len(address); i++ {
		spread = (spread*31 + time.Duration(address[i])) % 1000
	}
	return base + base*spread/2000
}

// follow fetches an address and where it leads.
func (f *Fetcher) follow(ctx context.Context, req Request) (Page, error) {
	at, err := parse(req.Address)
	if err != nil {
		return Page{}, err
	}
	seen := map[string]bool{}
	for n := 0; ; n++ {
		if n > f.opts.Redirects {
			return Page{}, &Error{Address: req.Address, Reason: fmt.Sprintf("leads on and on: %d redirects, the last to %s", n, at)}
		}
		if seen[at.String()] {
			return Page{}, &Error{Address: req.Address, Reason: "leads in a circle, back to " + at.String()}
		}
		seen[at.String()] = true
		p, to, err := f.once(ctx, req, at)
		if err != nil {
			return Page{}, err
		}
		if to == nil {
			p.Address, p.Final = req.Address, at.String()
			return p, nil
		}
		at = to
	}
}

// parse checks an address before anything is asked.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, &Error{Address: address, Reason: "is no address: " + err.Error(), Err: err}
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, &Error{Address: address, Reason: "is no address of the web", Next: "write https:// before it"}
	case u.Hostname() == "":
		return nil, &Error{Address: address, Reason: "names no host"}
	case u.User != nil:
		return nil, &Error{Address: u.Redacted(), Reason: "holds a user name or password, which are not sent"}
	}
	u.Fragment = ""
	return u, nil
}

// once asks for one address, without its redirects. The host is held until its
// answer has been read.
func (f *Fetcher) once(ctx context.Context, req Request, at *url.URL) (Page, *url.URL, error) {
	h, err := f.host(ctx, at)
	if err != nil {
		return Page{}, nil, err
	}
	defer h.release(f.opts.Clock.Now)
	if err := f.allowed(ctx, h, at); err != nil {
		return Page{}, nil, err
	}
	h.wait(ctx, f.opts.Clock, f.opts.Pause)
	return f.ask(ctx, req, at, f.opts.MaxSize)
}

func (f *Fetcher) ask(ctx context.Context, req Request, at *url.URL, limit int64) (Page, *url.URL, error) {
	ctx, cancel := context.WithTimeout(ctx, f.opts.Timeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return Page{}, nil, &Error{Address: at.String(), Reason: "is no address: " + err.Error(), Err: err}
	}
	r.Header = http.Header{
		"User-Agent":      {f.opts.Agent},
		"Accept":          {"text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"},
		"Accept-Encoding": {"gzip, br"},
		"Accept-Language": {"en,*;q=0.5"},
	}
	if req.ETag != "" {
		r.Header.Set("If-None-Match", req.ETag)
	}
	if req.Modified != "" {
		r.Header.Set("If-Modified-Since", req.Modified)
	}
	t, err := f.route(ctx, at)
	if err != nil {
		return Page{}, nil, err
	}
	resp, err := t.RoundTrip(r)
	if err != nil {
		return Page{}, nil, f.unreached(at, err)
	}
	defer resp.Body.Close()
	return f.answer(at, resp, limit)
}

// answer reads what came back.
func (f *Fetcher) answer(at *url.URL, resp *http.Response, limit int64) (Page, *url.URL, error) {
	p := Page{Status: resp.StatusCode, Header: resp.Header, Fetched: f.opts.Clock.Now().UTC()}
	fault := &Error{Address: at.String(), Status: resp.StatusCode}
	switch code := resp.StatusCode; {
	case code == http.StatusNotModified:
		p.Unchanged = true
		return p, nil, nil
	case code >= 300 && code < 400 && resp.Header.Get("Location") != "":
		to, err := at.Parse(resp.Header.Get("Location"))
		if err == nil {
			to, err = parse(to.String())
		}
		if err != nil {
			fault.Reason, fault.Err = "leads to what is no address: "+err.Error(), err
			return p, nil, fault
		}
		return p, to, nil
	case code == http.StatusTooManyRequests || code >= 500:
		fault.Reason, fault.Again = fmt.Sprintf("the server answers %d (%s)", code, http.StatusText(code)), true
		fault.After = retryAfter(resp.Header.Get("Retry-After"), f.opts.Clock.Now())
		return p, nil, fault
	case code == http.StatusNotFound || code == http.StatusGone:
		fault.Reason, fault.Gone = fmt.Sprintf("is not there (%d)", code), true
		return p, nil, fault
	case code != http.StatusOK:
		fault.Reason = fmt.Sprintf("the server answers %d (%s)", code, http.StatusText(code))
		return p, nil, fault
	}
	body, err := readBody(resp, limit)
	switch {
	case errors.Is(err, encoded.ErrTooLarge):
		fault.Reason, fault.Next, fault.Err = err.Error(), "raise the limit with --max-size", err
		return p, nil, fault
	case errors.Is(err, context.DeadlineExceeded):
		fault.Reason, fault.Again, fault.Err = fmt.Sprintf("did not end its answer within %s", f.opts.Timeout), true, err
		return p, nil, fault
	case err != nil:
		fault.Reason, fault.Again, fault.Err = "broke off its answer: "+err.Error(), true, err
		return p, nil, fault
	}
	p.Body = body
	return p, nil, nil
}

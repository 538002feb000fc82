package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// clock is a clock that a sleeper moves.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func newClock() *clock { return &clock{now: time.Date(2021, 6, 16, 12, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return ctx.Err()
}

// hostile is a server of the test's own on the loopback.
func hostile(t *testing.T, paths map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h := paths[r.URL.Path]; h != nil {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func body(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, text) }
}

// get fetches a path of a server with a fresh fetcher; what failed is told without the
// server's address, which differs from run to run.
func get(t *testing.T, s *httptest.Server, path string, opts Options) (Page, string) {
	t.Helper()
	if opts.Clock == nil {
		opts.Clock = newClock()
	}
	f := New(opts)
	defer f.Close()
	p, err := f.Get(context.Background(), Request{Address: s.URL + path})
	if err == nil {
		return p, ""
	}
	return p, strings.ReplaceAll(err.Error(), s.URL, "")
}

func TestAPageIsFetchedWithItsHeaderAndTime(t *testing.T) {
	s := hostile(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		fmt.Fprint(w, r.Header.Get("User-Agent"))
	}})
	p, fault := get(t, s, "/a", Options{AllowPrivate: true, Agent: "readout/1 (contact: desk@example.org)"})
	if fault != "" || string(p.Body) != "readout/1 (contact: desk@example.org)" || p.Header.Get("ETag") != `"1"` || p.Final != s.URL+"/a" || p.Fetched.IsZero() {
		t.Errorf("%s %+v", fault, p)
	}
}

func TestAnAnswerThatIsHeldIsNotSentAgain(t *testing.T) {
	s := hostile(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == "yesterday" {
			w.WriteHeader(http.StatusNotModified)
		}
	}})
	f := New(Options{AllowPrivate: true, Clock: newClock()})
	p, err := f.Get(context.Background(), Request{Address: s.URL + "/a", ETag: `"1"`, Modified: "yesterday"})
	if err != nil || !p.Unchanged {
		t.Error(p, err)
	}
}

func TestAHostIsAskedWithAPause(t *testing.T) {
	s := hostile(t, map[string]http.HandlerFunc{"/robots.txt": body("User-agent: *\nCrawl-delay: 7\n"), "/a": body("a"), "/b": body("b")})
	c := newClock()
	f := New(Options{AllowPrivate: true, Clock: c, Pause: 2 * time.Second})
	for _, path := range []string{"/a", "/b"} {
		if _, err := f.Get(context.Background(), Request{Address: s.URL + path}); err != nil {
			t.Fatal(err)
		}
	}
	if got := fmt.Sprint(c.slept); got != "[7s 7s]" {
		t.Errorf("pauses %s", got)
	}
}

func TestAHostIsAskedOneThingAtATime(t *testing.T) {
	var mu sync.Mutex
	open, most := 0, 0
	s := hostile(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, _ *http.Request) {
		mu.Lock()
		open++
		most = max(most, open)
		mu.Unlock()
		w.(http.Flusher).Flush()
		mu.Lock()
		open--
		mu.Unlock()
	}})
	f := New(Options{AllowPrivate: true, Clock: newClock()})
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() { f.Get(context.Background(), Request{Address: s.URL + "/a"}) })
	}
	wg.Wait()
	if most != 1 {
		t.Errorf("%d at a time", most)
	}
}

func TestRobots(t *testing.T) {
	const file = "# for all\nUser-agent: other\nUser-agent: Readout/2\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$\nDisallow: /q?\n\nUser-agent: *\nDisallow: /\n"
	r := parseRobots([]byte(file), "readout")
	for path, want := range map[string]bool{"/": true, "/private/x": false, "/private/open/x": true, "/a.pdf": false, "/a.pdf?x": true, "/q?x=1": false, "/q": true} {
		u, _ := url.Parse("https://e.org" + path)
		if got := r.allows(u); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
	u, _ := url.Parse("https://e.org/a")
	if parseRobots([]byte(file), "someone").allows(u) {
		t.Error("the group for everybody does not hold")
	}
}

func TestWhatRobotsKeepIsNotAskedFor(t *testing.T) {
	asked := false
	s := hostile(t, map[string]http.HandlerFunc{"/robots.txt": body("User-agent: *\nDisallow: /a"), "/a": func(http.ResponseWriter, *http.Request) { asked = true }})
	if _, fault := get(t, s, "/a", Options{AllowPrivate: true}); fault != "/a: its host's robots.txt keeps it from being fetched" || asked {
		t.Error(fault, asked)
	}
}

func TestAServerWhoseRobotsFailIsLeftAlone(t *testing.T) {
	s := hostile(t, map[string]http.HandlerFunc{"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }, "/a": body("a")})
	if _, fault := get(t, s, "/a", Options{AllowPrivate: true, Tries: 1}); fault != "/a: its host's robots.txt cannot be read: the server answers 503 (Service Unavailable)" {
		t.Error(fault)
	}
}

func TestHostileServers(t *testing.T) {
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	z.Write(make([]byte, 4<<20))
	z.Close()
	forever := func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 1<<12)); err != nil {
				return
			}
		}
	}
	s := hostile(t, map[string]http.HandlerFunc{
		"/circle": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", 302) },
		"/on":     func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/on/1", 302) },
		"/script": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "javascript:alert(1)")
			w.WriteHeader(302)
		},
		"/file": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(302)
		},
		"/forever": forever,
		"/silent":  func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"/stalls":  func(w http.ResponseWriter, r *http.Request) { w.(http.Flusher).Flush(); <-r.Context().Done() },
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb.Bytes())
		},
		"/cutgzip": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb.Bytes()[:100])
		},
		"/short": func(w http.ResponseWriter, _ *http.Request) {
			c, b, _ := w.(http.Hijacker).Hijack()
			b.WriteString("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
			b.Flush()
			c.Close()
		},
		"/chunks": func(w http.ResponseWriter, _ *http.Request) {
			c, b, _ := w.(http.Hijacker).Hijack()
			b.WriteString("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n")
			b.Flush()
			c.Close()
		},
		"/header": func(w http.ResponseWriter, _ *http.Request) {
			c, b, _ := w.(http.Hijacker).Hijack()
			b.WriteString("HTTP/1.1 200 OK\r\nX: " + strings.Repeat("a", 1<<20) + "\r\n\r\n")
			b.Flush()
			c.Close()
		},
		"/gone": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(410) },
		"/br": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			w.Write([]byte{1, 2, 3})
		},
		"/zstd": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "zstd")
			w.Write([]byte{1, 2, 3})
		},
	})
	n := 0
	on := s.Config.Handler
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/on/") {
			n++
			http.Redirect(w, r, fmt.Sprintf("/on/%d", n+1), 302)
			return
		}
		on.ServeHTTP(w, r)
	})
	opts := Options{AllowPrivate: true, MaxSize: 1 << 20, Timeout: 150 * time.Millisecond, Tries: 1, Redirects: 3}
	for path, want := range map[string]string{
		"/circle":  "/circle: leads in a circle, back to /circle",
		"/on":      "/on: leads on and on: 4 redirects, the last to /on/4",
		"/script":  "/script: leads to what is no address: javascript:alert(1): is no address of the web; write https:// before it",
		"/file":    "/file: leads to what is no address: file:///etc/passwd: is no address of the web; write https:// before it",
		"/forever": "/forever: is larger than 1 MiB; raise the limit with --max-size",
		"/silent":  "/silent: did not answer within 150ms",
		"/stalls":  "/stalls: did not end its answer within 150ms",
		"/bomb":    "/bomb: unpacks to more than 1 MiB; raise the limit with --max-size",
		"/cutgzip": "/cutgzip: broke off its answer: is damaged where it is packed with gzip, after 78433 bytes: unexpected EOF",
		"/short":   "/short: broke off its answer: unexpected EOF",
		"/chunks":  "/chunks: broke off its answer: invalid byte in chunk length",
		"/header":  "/header: cannot be reached: net/http: HTTP/1.x transport connection broken: net/http: server response headers exceeded 262144 bytes; aborted",
		"/gone":    "/gone: is not there (410)",
		"/none":    "/none: is not there (404)",
		"/br":      `/br: broke off its answer: is damaged where it is packed with br, after 0 bytes: unexpected EOF`,
		"/zstd":    `/zstd: broke off its answer: is packed with "zstd", which is not known`,
	} {
		_, got := get(t, s, path, opts)
		if got != want {
			t.Errorf("%s:\n got  %s\n want %s", path, got, want)
		}
	}
}

func TestWhatFailsForNowIsTriedAgain(t *testing.T) {
	n := 0
	s := hostile(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, _ *http.Request) {
		if n++; n < 3 {
			w.Header().Set("Retry-After", "20")
			w.WriteHeader(429)
			return
		}
		io.WriteString(w, "a")
	}})
	c := newClock()
	p, fault := get(t, s, "/a", Options{AllowPrivate: true, Clock: c})
	if fault != "" || string(p.Body) != "a" || n != 3 {
		t.Error(fault, n)
	}
	total := time.Duration(0)
	for _, d := range c.slept {
		total += d
	}
	if total < 40*time.Second {
		t.Errorf("it waited %v", c.slept)
	}
}

func TestAServerThatAsksForADayIsNotWaitedFor(t *testing.T) {
	s := hostile(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "86400")
		w.WriteHeader(503)
	}})
	f := New(Options{AllowPrivate: true, Clock: newClock()})
	_, err := f.Get(context.Background(), Request{Address: s.URL + "/a"})
	var fault *Error
	if !errors.As(err, &fault) || !fault.Again || fault.After != 24*time.Hour {
		t.Errorf("%+v", err)
	}
}

func TestPrivateAddressesAreNotReached(t *testing.T) {
	asked := false
	inner := hostile(t, map[string]http.HandlerFunc{"/secret": func(http.ResponseWriter, *http.Request) { asked = true }})
	for _, address := range []string{inner.URL + "/secret", strings.Replace(inner.URL, "127.0.0.1", "[::ffff:127.0.0.1]", 1) + "/secret",
		strings.Replace(inner.URL, "127.0.0.1", "localhost", 1) + "/secret", "http://169.254.169.254/latest/", "http://0.0.0.0/", "http://[64:ff9b::7f00:1]/"} {
		_, err := New(Options{Clock: newClock()}).Get(context.Background(), Request{Address: address})
		if !errors.Is(err, ErrPrivate) || asked {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestARedirectLeadsNowhereInside(t *testing.T) {
	outer := hostile(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "http://10.0.0.1/", 302) }})
	f := New(Options{Clock: newClock()})
	// The test's own server stands for a public one; all else is looked at.
	guarded := &net.Dialer{Control: refusePrivate}
	f.direct.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if "http://"+address == outer.URL {
			return (&net.Dialer{}).DialContext(ctx, network, address)
		}
		return guarded.DialContext(ctx, network, address)
	}
	_, err := f.Get(context.Background(), Request{Address: outer.URL + "/a"})
	if !errors.Is(err, ErrPrivate) {
		t.Error(err)
	}
}

func TestAProxyIsNoWayInside(t *testing.T) {
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		io.WriteString(w, "by proxy")
	}))
	defer proxy.Close()
	at, _ := url.Parse(proxy.URL)
	f := New(Options{Clock: newClock(), Proxy: func(*url.URL) (*url.URL, error) { return at, nil }, Lookup: func(_ context.Context, host string) ([]net.IP, error) {
		if host == "rebound.example" {
			return []net.IP{net.ParseIP("192.168.1.1")}, nil
		}
		return nil, errors.New("no such host")
	}})
	p, err := f.Get(context.Background(), Request{Address: "http://news.example/a"})
	if err != nil || string(p.Body) != "by proxy" {
		t.Fatal(err)
	}
	asked = nil
	for _, address := range []string{"http://10.0.0.1/", "http://localhost/", "http://rebound.example/", "http://intranet/", "http://printer.local/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/"} {
		if _, err := f.Get(context.Background(), Request{Address: address}); !errors.Is(err, ErrPrivate) || asked != nil {
			t.Errorf("%s: %v %v", address, err, asked)
		}
	}
}

func TestPublicAddresses(t *testing.T) {
	for a, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1:248:1893:25c8:1946": true, "::ffff:93.184.216.34": true, "64:ff9b::5db8:d822": true, "2002:5db8:d822::1": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.0.1": false, "169.254.1.1": false, "100.64.0.1": false, "0.0.0.0": false, "255.255.255.255": false,
		"224.0.0.1": false, "198.18.0.1": false, "::1": false, "::": false, "fe80::1": false, "fc00::1": false, "fd12::1": false, "ff02::1": false, "fec0::1": false,
		"::ffff:127.0.0.1": false, "::127.0.0.1": false, "64:ff9b::7f00:1": false, "64:ff9b:1::1": false, "2002:7f00:1::1": false, "2002:a00:1::": false,
		"2001:0:5db8:d822::1": false, "2001:db8::1": false, "fe80::5efe:10.0.0.1": false, "2606::5efe:10.0.0.1": false, "2606::200:5efe:10.0.0.1": false,
	} {
		if got := Public(netip.MustParseAddr(a)); got != want {
			t.Errorf("%s: %v", a, got)
		}
	}
}

func TestWhatIsNoAddressOfTheWebIsRefused(t *testing.T) {
	f := New(Options{Clock: newClock()})
	for address, want := range map[string]string{
		"file:///etc/passwd": "file:///etc/passwd: is no address of the web; write https:// before it",
		"https:///x":         "https:///x: names no host",
		"https://u:p@e.org/": "https://u:xxxxx@e.org/: holds a user name or password, which are not sent",
		"ftp://e.org/":       "ftp://e.org/: is no address of the web; write https:// before it",
	} {
		if _, err := f.Get(context.Background(), Request{Address: address}); err == nil || err.Error() != want {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /*a*b$\n"), "/xaxb")
	f.Fuzz(func(t *testing.T, b []byte, path string) {
		parseRobots(b, "readout").allows(&url.URL{Path: path})
	})
}

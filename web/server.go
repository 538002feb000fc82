package web

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"readout"
	"readout/store"
)

// Options say what the desk is made of.
type Options struct {
	Store *store.Store
	// Read reads what a user hands in; without it nothing can be added.
	Read Reader
	// Tokens are asked for on every request, where there are any to ask for; without
	// them the desk is open to whoever reaches it, and must listen on the loopback only.
	Tokens Tokens
	// Author signs decisions where no token does.
	Author string
	Now    func() time.Time
	Log    *slog.Logger
	// Rate is how many requests a second one reader may make, 0 for no bound; Burst
	// how many at once.
	Rate  float64
	Burst int
}

// desk answers requests.
type desk struct {
	store   *store.Store
	read    Reader
	tokens  Tokens
	author  string
	now     func() time.Time
	log     *slog.Logger
	pages   *pages
	changes *changes
	jobs    *jobs
	docs    docsView
}

// New returns the handler of all pages and of the API, and what is to be called when
// the server is shut down.
func New(o Options) (http.Handler, func(), error) {
	ps, err := loadPages()
	if err != nil {
		return nil, nil, err
	}
	d := &desk{store: o.Store, read: o.Read, tokens: o.Tokens, author: o.Author, now: o.Now, log: o.Log, pages: ps}
	if d.now == nil {
		d.now = time.Now
	}
	if d.log == nil {
		d.log = slog.New(slog.DiscardHandler)
	}
	if d.author == "" {
		d.author = "analyst"
	}
	d.changes = newChanges(o.Store)
	d.jobs = newJobs(o.Store, o.Read)
	h := d.routes()
	h = d.conditional(h)
	h = d.admit(h, o.Rate, o.Burst)
	h = http.NewCrossOriginProtection().Handler(h)
	h = bounded(h)
	return d.guarded(h), func() { d.changes.close(); d.jobs.close() }, nil
}

// routes lists everything that can be asked for.
func (d *desk) routes() http.Handler {
	mux := http.NewServeMux()
	type answer func(*desk, http.ResponseWriter, *http.Request) error
	long := func(pattern string, f answer) { // for as long as the reader stays
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			if err := f(d.until(r.Context()), w, r); err != nil {
				d.fault(w, r, err)
			}
		})
	}
	page := func(pattern string, f answer) {
		long(pattern, func(d *desk, w http.ResponseWriter, r *http.Request) error {
			ctx, cancel := context.WithTimeout(r.Context(), slowest)
			defer cancel()
			return f(d.until(ctx), w, r)
		})
	}
	page("GET /{$}", (*desk).frontPage)
	page("GET /timeline", (*desk).timelinePage)
	page("GET /encounter/{id}", (*desk).encounterPage)
	page("GET /encounter/{id}/print", (*desk).printPage)
	page("GET /document", (*desk).documentPage)
	page("GET /documents", (*desk).documentsPage)
	page("GET /browse", (*desk).browsePage)
	page("GET /person/{key}", profilePage(store.FacetParty))
	page("GET /country/{key}", profilePage(store.FacetSide))
	page("GET /place/{key}", profilePage(store.FacetCountry))
	page("GET /gathering/{key}", profilePage(store.FacetGathering))
	page("GET /topic/{key}", profilePage(store.FacetTopic))
	page("GET /pair/{a}/{b}", (*desk).pairPage)
	page("GET /outlet", (*desk).outletPage)
	page("GET /disagreements", findingsPage(store.Disagreement))
	page("GET /silences", findingsPage(store.Silence))
	page("GET /prospects", findingsPage(store.Prospect))
	page("GET /search", (*desk).searchPage)
	long("GET /export", (*desk).export)
	page("GET /review", (*desk).reviewPage)
	page("POST /review", (*desk).reviewPost)
	page("GET /decisions", (*desk).decisionsPage)
	long("GET /decisions.jsonl", (*desk).decisionsExport)
	page("GET /add", (*desk).addPage)
	page("POST /add", (*desk).addPost)
	page("GET /add/{job}", (*desk).jobPage)
	long("GET /api/jobs/{job}/events", (*desk).jobEvents)
	long("GET /api/changes", (*desk).changeEvents)
	page("GET /docs", (*desk).docsPage)
	page("GET /login", (*desk).loginPage)
	page("POST /login", (*desk).loginPost)
	page("POST /logout", (*desk).logoutPost)
	mux.HandleFunc("GET /assets/{name}", d.pages.asset)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) })
	d.api(mux)
	page("/", func(*desk, http.ResponseWriter, *http.Request) error { return errNoPage })
	return mux
}

// until is the desk for one reader: what is read for them ends when they leave, or when
// it takes too long.
func (d *desk) until(ctx context.Context) *desk {
	out := *d
	out.store = d.store.For(ctx)
	return &out
}

var errNoPage = errors.New("there is no such page")

// today is the day by the clock of whoever runs the desk.
func (d *desk) today() readout.Day {
	y, m, day := d.now().Date()
	return readout.DayOf(y, int(m), day)
}

// Bounds of a request.
const (
	mostBody    = 20 << 20
	mostQuery   = 4 << 10
	slowest     = 20 * time.Second // for an answer
	headersIn   = 10 * time.Second
	bodyIn      = 60 * time.Second
	mostHeaders = 32 << 10
)

// bounded refuses requests that are too large before anything reads them.
func bounded(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.URL.RawQuery) > mostQuery {
			http.Error(w, "the address is too long", http.StatusRequestURITooLong)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, mostBody)
		h.ServeHTTP(w, r)
	})
}

// policy lets a page load this package's own style and script, and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guarded sets the headers that every answer has, and turns a fault of the program
// into an error page.
func (d *desk) guarded(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("X-Frame-Options", "DENY")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		head.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p)
				}
				d.log.Error("answering failed", "path", r.URL.Path, "fault", p)
				http.Error(w, "The program failed on this request; please report it with the address.", http.StatusInternalServerError)
			}
		}()
		h.ServeHTTP(w, r)
	})
}

// fault answers with what went wrong, as a page or, under /api/, as problem+json.
func (d *desk) fault(w http.ResponseWriter, r *http.Request, err error) {
	status, reason := statusOf(err)
	if status >= 500 && r.Context().Err() == nil { // the reader is still there
		d.log.Error("answering failed", "path", r.URL.Path, "error", err)
	}
	w.Header().Del("ETag")
	if strings.HasPrefix(r.URL.Path, "/api/") {
		writeProblem(w, status, reason)
		return
	}
	d.show(w, r, status, "fault", http.StatusText(status), map[string]any{"Status": status, "Reason": reason})
}

// statusOf is the HTTP status of an error, with what the reader is told.
func statusOf(err error) (int, string) {
	var asked *store.Asked
	var refused *refusal
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &refused):
		return refused.status, refused.reason
	case errors.Is(err, errNoPage):
		return http.StatusNotFound, "There is no such page. The navigation above leads to all there are."
	case errors.Is(err, store.ErrNotFound):
		return http.StatusNotFound, "The record does not hold it: it may have been removed, or the address is mistyped."
	case errors.As(err, &asked):
		return http.StatusBadRequest, asked.Error()
	case errors.As(err, &tooLarge):
		return http.StatusRequestEntityTooLarge, "What was sent is larger than this desk takes (20 MB)."
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return http.StatusServiceUnavailable, "It took too long; ask for less, or try again."
	}
	return http.StatusInternalServerError, "The record could not be read; the server's log says why."
}

// refusal is an error with the status it is answered by.
type refusal struct {
	status int
	reason string
}

func (r *refusal) Error() string { return r.reason }

func refuse(status int, reason string) error { return &refusal{status, reason} }

// Loopback tells whether an address to listen on is reached from this machine alone.
func Loopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// Server returns a server with bounds on how slowly a request may arrive.
func Server(h http.Handler) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: headersIn, ReadTimeout: bodyIn, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: mostHeaders}
}

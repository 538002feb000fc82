package web

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Tokens knows who may ask. Check returns the name of a token and whether it may
// review, or false for a token it does not know.
type Tokens interface {
	Check(token string) (name string, review bool, ok bool)
}

// identity is who asks.
type identity struct {
	Name   string
	Review bool
}

type identityKey struct{}

func identityOf(r *http.Request) identity {
	id, _ := r.Context().Value(identityKey{}).(identity)
	return id
}

// cookie holds a token in a browser.
const cookie = "readout_token"

// admit lets in whoever has a token, each at a bounded rate. Without tokens everybody
// is the analyst at this machine; the name that the browser used must then be this
// machine's, so that no foreign page reaches the desk under a name of its own.
func (d *desk) admit(h http.Handler, perSecond float64, burst int) http.Handler {
	limits := newLimits(perSecond, burst)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, ok := d.identify(r)
		if d.tokens == nil && !localHost(r.Host) {
			d.fault(w, r, refuse(http.StatusMisdirectedRequest, "This desk answers to localhost only."))
			return
		}
		key := id.Name
		if !ok || d.tokens == nil {
			key, _, _ = net.SplitHostPort(r.RemoteAddr)
		}
		if !limits.allow(key, d.now()) {
			w.Header().Set("Retry-After", "1")
			d.fault(w, r, refuse(http.StatusTooManyRequests, "Too many requests; wait a second and ask again."))
			return
		}
		if !ok && r.URL.Path != "/login" && !strings.HasPrefix(r.URL.Path, "/assets/") {
			d.turnAway(w, r)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead && !id.Review && r.URL.Path != "/login" && r.URL.Path != "/logout" {
			d.fault(w, r, refuse(http.StatusForbidden, "This token may read, but not change the record. Ask for one that may review."))
			return
		}
		h.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), identityKey{}, id)))
	})
}

func (d *desk) identify(r *http.Request) (identity, bool) {
	if d.tokens == nil {
		return identity{d.author, true}, true
	}
	token, bearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !bearer {
		if c, err := r.Cookie(cookie); err == nil {
			token = c.Value
		}
	}
	name, review, ok := d.tokens.Check(token)
	return identity{name, review}, ok
}

// turnAway sends a browser to the login, and tells a program what is missing.
func (d *desk) turnAway(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/api/") || r.Method != http.MethodGet {
		w.Header().Set("WWW-Authenticate", `Bearer realm="readout"`)
		d.fault(w, r, refuse(http.StatusUnauthorized, "A token is needed: Authorization: Bearer TOKEN (made by: readout token add NAME)."))
		return
	}
	http.Redirect(w, r, "/login?next="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
}

func (d *desk) loginPage(w http.ResponseWriter, r *http.Request) error {
	return d.show(w, r, http.StatusOK, "login", "Sign in", map[string]any{"Next": within(r.URL.Query().Get("next"))})
}

func (d *desk) loginPost(w http.ResponseWriter, r *http.Request) error {
	next := within(r.PostFormValue("next"))
	token := strings.TrimSpace(r.PostFormValue("token"))
	if d.tokens == nil {
		http.Redirect(w, r, next, http.StatusSeeOther)
		return nil
	}
	if _, _, ok := d.tokens.Check(token); !ok {
		return d.show(w, r, http.StatusUnauthorized, "login", "Sign in", map[string]any{"Next": next, "Wrong": true})
	}
	http.SetCookie(w, &http.Cookie{Name: cookie, Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: r.TLS != nil, MaxAge: int((30 * 24 * time.Hour).Seconds())})
	http.Redirect(w, r, next, http.StatusSeeOther)
	return nil
}

func (d *desk) logoutPost(w http.ResponseWriter, r *http.Request) error {
	http.SetCookie(w, &http.Cookie{Name: cookie, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: -1})
	http.Redirect(w, r, "/login", http.StatusSeeOther)
	return nil
}

// within keeps a redirect on this desk.
func within(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return next
}

// localHost tells whether a Host header names this machine.
func localHost(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// limits bound each reader's rate. The oldest are forgotten when there are many.
type limits struct {
	per   rate.Limit
	burst int
	mu    sync.Mutex
	by    map[string]*rate.Limiter
}

const mostReaders = 10_000

func newLimits(perSecond float64, burst int) *limits {
	return &limits{per: rate.Limit(perSecond), burst: burst, by: map[string]*rate.Limiter{}}
}

func (l *limits) allow(key string, now time.Time) bool {
	if l.per <= 0 {
		return true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	r, ok := l.by[key]
	if !ok {
		if len(l.by) >= mostReaders {
			clear(l.by)
		}
		r = rate.NewLimiter(l.per, l.burst)
		l.by[key] = r
	}
	return r.AllowN(now, 1)
}

// conditional answers "not modified" where the record is still as the reader saw it.
// What is shown depends on the record, the day, the reader and this build.
func (d *desk) conditional(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fixed := strings.HasPrefix(r.URL.Path, "/assets/") || strings.HasSuffix(r.URL.Path, "/events") || r.URL.Path == "/api/changes" ||
			strings.HasPrefix(r.URL.Path, "/add") || r.URL.Path == "/login"
		if fixed || r.Method != http.MethodGet && r.Method != http.MethodHead {
			if !strings.HasPrefix(r.URL.Path, "/assets/") {
				w.Header().Set("Cache-Control", "no-store")
			}
			h.ServeHTTP(w, r)
			return
		}
		n, err := d.store.Revision()
		if err != nil {
			d.fault(w, r, err)
			return
		}
		tag := fmt.Sprintf(`W/"%s-%d-%d-%t"`, d.pages.build, n, d.today(), identityOf(r).Review)
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", "private, no-cache")
		w.Header().Set("Vary", "Cookie, Authorization")
		if strings.Contains(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		h.ServeHTTP(tagged{w}, r)
	})
}

// tagged takes the tag off an answer that is none, so that nobody holds on to it.
type tagged struct{ http.ResponseWriter }

func (t tagged) WriteHeader(status int) {
	if status >= http.StatusBadRequest {
		t.Header().Del("ETag")
	}
	t.ResponseWriter.WriteHeader(status)
}

func (t tagged) Unwrap() http.ResponseWriter { return t.ResponseWriter }

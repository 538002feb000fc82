package web

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"readout/store"
)

// every is one address of each kind of page.
func every(t testing.TB, s *store.Store) []string {
	fromPage(t, s, release)
	out := []string{"/", "/timeline", "/timeline?text=script", "/browse", "/documents", "/disagreements", "/silences", "/prospects", "/search?q=script", "/docs", "/add", "/review", "/decisions",
		"/document?id=" + url.QueryEscape(hostile().Document.ID), "/outlet?name=" + url.QueryEscape(hostile().Document.Outlet), "/person/ada-okonjo", "/country/nigeria",
		"/place/peru", "/login", "/nothing", "/search?q=frank&in=statements", "/document?id=release&page=1"}
	es, err := s.Encounters(store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range es {
		out = append(out, "/encounter/"+e.ID, "/encounter/"+e.ID+"/print")
	}
	return out
}

var disguised = regexp.MustCompile("[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f]")

func TestAHostileArticleIsShownHarmlesslyOnEveryPage(t *testing.T) {
	s := openStore(t, append(sample(), hostile())...)
	h := openDesk(t, s)
	shown := false
	for _, target := range every(t, s) {
		body := ask(h, "GET", target).Body.String()
		for _, bad := range []string{"<script>document", "<img src=x", "<b onclick", `href="javascript:`, `style="`, `href="//`} {
			if strings.Contains(body, bad) {
				t.Errorf("%s holds %s", target, bad)
			}
		}
		if at := disguised.FindString(body); at != "" {
			t.Errorf("%s holds the character %q", target, at)
		}
		if n := len(body); n > 400_000 {
			t.Errorf("%s has %d bytes: a title without end was shown whole", target, n)
		}
		shown = shown || strings.Contains(body, "&lt;script&gt;document")
	}
	if !shown {
		t.Error("the article is shown nowhere")
	}
}

func TestEveryAnswerForbidsScriptsFramesAndGuessing(t *testing.T) {
	s := openStore(t, sample()...)
	h := openDesk(t, s)
	for _, target := range append(every(t, s), "/api/encounters", "/api/nothing", "/api/openapi.json") {
		head := ask(h, "GET", target).Header()
		csp := head.Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || !strings.Contains(csp, "frame-ancestors 'none'") || strings.Contains(csp, "unsafe") || head.Get("X-Frame-Options") != "DENY" ||
			head.Get("X-Content-Type-Options") != "nosniff" || head.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s has the headers %v", target, head)
		}
	}
	inline := regexp.MustCompile(`(?s)<script>|<script[^>]*>[^<]|<style|\son\w+="`)
	for _, target := range every(t, s) {
		if at := inline.FindString(ask(h, "GET", target).Body.String()); at != "" {
			t.Errorf("%s has an inline script or style: %s", target, at)
		}
	}
}

func TestAnotherSiteCanChangeNothing(t *testing.T) {
	s := openStore(t, sample()...)
	h := openDesk(t, s)
	form := url.Values{"kind": {"accept"}, "encounters": {theCall(t, s)}}
	for what, change := range map[string]func(*http.Request){
		"another site":                     func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"another part of the same site":    func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") },
		"another origin in an old browser": func(r *http.Request) { r.Header.Del("Sec-Fetch-Site"); r.Header.Set("Origin", "https://evil.example") },
	} {
		if w := post(h, "/review", form, change); w.Code != http.StatusForbidden {
			t.Errorf("a form from %s is answered by %d", what, w.Code)
		}
		if w := post(h, "/add", url.Values{"text": {"x"}}, change); w.Code != http.StatusForbidden {
			t.Errorf("a hand-in from %s is answered by %d", what, w.Code)
		}
	}
	if w := ask(h, "GET", "/", func(r *http.Request) { r.Host = "evil.example" }); w.Code != http.StatusMisdirectedRequest {
		t.Errorf("a foreign name for this machine is answered by %d", w.Code)
	}
	if ds, _ := s.Decisions(store.DecisionFilter{}); len(ds) != 0 {
		t.Errorf("%d decisions were stored", len(ds))
	}
}

func TestPathsLeadNowhereElse(t *testing.T) {
	h := openDesk(t, openStore(t, sample()...))
	for _, target := range []string{"/assets/../server.go", "/assets/..%2fserver.go", "/assets/%2e%2e/templates/layout.html", "/assets/desk.css", "/../../etc/passwd",
		"/document?id=../../../../etc/passwd", "/encounter/..%2f..%2fetc%2fpasswd", "/encounter/%00"} {
		w := ask(h, "GET", target)
		if w.Code == http.StatusOK || strings.Contains(w.Body.String(), "root:") || w.Code >= 500 {
			t.Errorf("GET %s answers %d", target, w.Code)
		}
	}
}

func TestNoHeaderCanBeSmuggledIn(t *testing.T) {
	h := openDesk(t, openStore(t, sample()...))
	for _, next := range []string{"https://evil.example/", "//evil.example", `/\evil.example`, "/a\r\nSet-Cookie: a=b", "javascript:alert(1)", "/\t/evil.example"} {
		w := post(h, "/login", url.Values{"next": {next}, "token": {"x"}})
		if to := w.Header().Get("Location"); to != "/" || len(w.Result().Cookies()) > 0 {
			t.Errorf("signing in with next=%q leads to %q with %v", next, to, w.Result().Cookies())
		}
	}
}

func TestWhatIsTooLargeIsRefused(t *testing.T) {
	h := openDesk(t, openStore(t))
	if w := ask(h, "GET", "/search?q="+strings.Repeat("a", 5000)); w.Code != http.StatusRequestURITooLong {
		t.Errorf("a long address is answered by %d", w.Code)
	}
	if w := ask(h, "GET", "/search?q="+strings.Repeat("a", 500)); w.Code != http.StatusBadRequest {
		t.Errorf("a long search is answered by %d", w.Code)
	}
	w := upload(h, "big.txt", bytes.Repeat([]byte("word "), mostBody/5+1))
	if w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a file of 20 MB is answered by %d", w.Code)
	}
	w = ask(h, "POST", "/api/documents", func(r *http.Request) {
		r.Header.Set("Content-Type", "application/json")
		r.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"text":"`), io.LimitReader(endless{}, mostBody+10), strings.NewReader(`"}`)))
	})
	if w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a text of 20 MB is answered by %d", w.Code)
	}
}

type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

func TestARequestThatNeverEndsIsLetGo(t *testing.T) {
	srv := Server(openDesk(t, openStore(t)))
	if srv.ReadHeaderTimeout <= 0 || srv.ReadTimeout <= 0 || srv.MaxHeaderBytes <= 0 {
		t.Fatal("a request may take as long as it likes")
	}
	srv.ReadHeaderTimeout, srv.ReadTimeout = 50*time.Millisecond, 100*time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go srv.Serve(l)
	defer srv.Close()
	for what, begin := range map[string]string{
		"in its headers": "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
		"in its body":    "POST /review HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nkind=",
	} {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(c, begin)
		c.SetReadDeadline(time.Now().Add(20 * time.Second))
		if _, err := io.Copy(io.Discard, c); err != nil {
			t.Errorf("a request that stops %s is not let go: %v", what, err)
		}
		c.Close()
	}
}

func TestOffTheLoopbackATokenIsNeededAndSaysWhatItMayDo(t *testing.T) {
	s := openStore(t, sample()...)
	read, err := s.AddToken("rita", false, clock())
	if err != nil {
		t.Fatal(err)
	}
	review, err := s.AddToken("rob", true, clock())
	if err != nil {
		t.Fatal(err)
	}
	h := openDesk(t, s, func(o *Options) { o.Tokens = s })
	with := func(token string) func(*http.Request) {
		return func(r *http.Request) { r.Host = "desk.example"; r.Header.Set("Authorization", "Bearer "+token) }
	}
	form := url.Values{"kind": {"accept"}, "encounters": {theCall(t, s)}}
	for _, c := range []struct {
		what   string
		got    *httptest.ResponseRecorder
		status int
	}{
		{"a program without one", ask(h, "GET", "/api/encounters"), 401},
		{"a program with a wrong one", ask(h, "GET", "/api/encounters", with(read+"x")), 401},
		{"a browser without one", ask(h, "GET", "/timeline"), 303},
		{"a reader", ask(h, "GET", "/api/encounters", with(read)), 200},
		{"a reader who decides", post(h, "/review", form, with(read)), 403},
		{"a reader who adds", post(h, "/add", form, with(read)), 403},
		{"a reviewer who decides", post(h, "/review", form, with(review)), 303},
	} {
		if c.got.Code != c.status {
			t.Errorf("%s is answered by %d, want %d: %.200s", c.what, c.got.Code, c.status, c.got.Body)
		}
	}
	ds, err := s.Decisions(store.DecisionFilter{})
	if err != nil || len(ds) != 1 || ds[0].By != "rob" {
		t.Errorf("decisions %v, %v; want one, signed by rob", ds, err)
	}
	in := post(h, "/login", url.Values{"token": {review}, "next": {"/review"}})
	cookies := in.Result().Cookies()
	if in.Code != http.StatusSeeOther || in.Header().Get("Location") != "/review" || len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode {
		t.Fatalf("signing in answers %d, cookies %v", in.Code, cookies)
	}
	if w := ask(h, "GET", "/timeline", func(r *http.Request) { r.AddCookie(cookies[0]) }); w.Code != http.StatusOK {
		t.Errorf("a browser that signed in is answered by %d", w.Code)
	}
	if err := s.RemoveToken("rob"); err != nil {
		t.Fatal(err)
	}
	if w := ask(h, "GET", "/api/encounters", with(review)); w.Code != http.StatusUnauthorized {
		t.Errorf("a token that was taken back is answered by %d", w.Code)
	}
}

func TestTheRecordKeepsNoToken(t *testing.T) {
	s := openStore(t)
	token, err := s.AddToken("rita", false, clock())
	if err != nil {
		t.Fatal(err)
	}
	ts, err := s.Tokens()
	if err != nil || len(ts) != 1 || strings.Contains(fmt.Sprint(ts), token) {
		t.Errorf("the list shows %v, %v", ts, err)
	}
	if _, err := s.AddToken("rita", true, clock()); err == nil {
		t.Error("a second token under one name is made")
	}
}

func TestWhoAsksTooOftenHasToWait(t *testing.T) {
	s := openStore(t)
	token, _ := s.AddToken("rita", false, clock())
	h := openDesk(t, s, func(o *Options) { o.Tokens, o.Rate, o.Burst = s, 1, 3 })
	var codes []int
	for range 5 {
		w := ask(h, "GET", "/api/overview", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) })
		codes = append(codes, w.Code)
		if w.Code == http.StatusTooManyRequests && w.Header().Get("Retry-After") == "" {
			t.Error("it is not told how long to wait")
		}
	}
	if fmt.Sprint(codes) != "[200 200 200 429 429]" {
		t.Errorf("five requests at once, of three allowed, are answered by %v", codes)
	}
}

// upload hands in one file.
func upload(h http.Handler, name string, body []byte) *httptest.ResponseRecorder {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	f, _ := m.CreateFormFile("files", name)
	f.Write(body)
	m.Close()
	return ask(h, "POST", "/add", func(r *http.Request) {
		r.Header.Set("Content-Type", m.FormDataContentType())
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		r.Body = io.NopCloser(&b)
	})
}

func TestAnUploadIsReadUnderASafeNameAndItsProgressIsTold(t *testing.T) {
	s := openStore(t)
	srv := httptest.NewServer(openDesk(t, s))
	defer srv.Close()
	w := upload(srv.Config.Handler, `..\../../etc/cron.d/evil.txt`, []byte("They met."))
	if w.Code != http.StatusSeeOther {
		t.Fatalf("an upload is answered by %d: %s", w.Code, w.Body)
	}
	job := strings.TrimPrefix(w.Header().Get("Location"), "/add/")
	res, err := http.Get(srv.URL + "/api/jobs/" + job + "/events")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var last jobState
	for sc := bufio.NewScanner(res.Body); sc.Scan(); {
		if data, ok := strings.CutPrefix(sc.Text(), "data: "); ok {
			if err := json.Unmarshal([]byte(data), &last); err != nil {
				t.Fatal(err)
			}
		}
	}
	if !last.Done || last.New != 1 || len(last.Documents) != 1 || last.Documents[0].ID != "evil.txt" {
		t.Errorf("the last that is told: %+v", last)
	}
	contains(t, "the job's page", page(t, srv.Config.Handler, "/add/"+job), "1 new", "evil.txt")
	empty := post(srv.Config.Handler, "/add", url.Values{})
	if empty.Code != http.StatusBadRequest {
		t.Errorf("handing in nothing is answered by %d", empty.Code)
	}
}

func TestListenersAreToldOfAChange(t *testing.T) {
	s := openStore(t)
	srv := httptest.NewServer(openDesk(t, s))
	defer srv.Close()
	res, err := http.Get(srv.URL + "/api/changes")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	sc := bufio.NewScanner(res.Body)
	next := func() string {
		for sc.Scan() {
			if data, ok := strings.CutPrefix(sc.Text(), "data: "); ok {
				return data
			}
		}
		return ""
	}
	before := next()
	if _, err := s.Add(sample(), false); err != nil {
		t.Fatal(err)
	}
	if after := next(); before == "" || after == "" || after == before {
		t.Errorf("told %q, after a change %q", before, after)
	}
}

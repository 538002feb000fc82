package watch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"io"

	"readout"
	"readout/source/fetch"
	"readout/store"
)

// clock is one that a sleeper moves.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	return ctx.Err()
}

// web is a small web of the test's own.
type web struct {
	mu    sync.Mutex
	pages map[string]string
	asked map[string]int
	etags bool
}

func (w *web) get(_ context.Context, r fetch.Request) (fetch.Page, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked[r.Address]++
	body, there := w.pages[r.Address]
	if !there {
		return fetch.Page{}, &fetch.Error{Address: r.Address, Reason: "is not there (404)", Gone: true}
	}
	if body == "down" {
		return fetch.Page{}, &fetch.Error{Address: r.Address, Reason: "the server answers 503", Again: true}
	}
	tag := fmt.Sprint(len(body))
	if w.etags && r.ETag == tag {
		return fetch.Page{Unchanged: true}, nil
	}
	h := http.Header{"Content-Type": {"text/html"}}
	if w.etags {
		h.Set("ETag", tag)
	}
	return fetch.Page{Address: r.Address, Final: r.Address, Status: 200, Header: h, Body: []byte(body)}, nil
}

func rss(addresses ...string) string {
	out := "<rss><channel><title>All</title>"
	for _, a := range addresses {
		out += "<item><link>" + a + "</link></item>"
	}
	return out + "</channel></rss>"
}

// toRead makes one encounter of each line "MET A B" of a text.
func toRead(d readout.Document) readout.Readout {
	r := readout.Readout{Document: d}
	if strings.HasPrefix(d.Text, "Le ") {
		return r
	}
	at := 0
	for line := range strings.Lines(d.Text) {
		words := strings.Fields(line)
		if len(words) == 3 && words[0] == "MET" {
			span := readout.Span{Start: readout.Offset(at), End: readout.Offset(at + len(strings.TrimRight(line, "\n")))}
			var e readout.Encounter
			e.Evidence = []readout.Span{span}
			for _, w := range words[1:] {
				from := readout.Offset(at + strings.Index(line, w))
				e.Participants = append(e.Participants, readout.Cite(readout.Party{Name: w}, "test", readout.Stated, readout.Span{Start: from, End: from + readout.Offset(len(w))}))
			}
			r.Encounters = append(r.Encounters, e)
		}
		at += len(line)
	}
	return r
}

type bench struct {
	*Watcher
	web   *web
	clock *clock
	path  string
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{web: &web{pages: map[string]string{}, asked: map[string]int{}}, clock: &clock{now: time.Date(2021, 6, 16, 12, 0, 0, 0, time.UTC)},
		path: filepath.Join(t.TempDir(), "record.db")}
	b.open(t)
	t.Cleanup(func() { b.Store.Close() })
	return b
}

func (b *bench) open(t *testing.T) {
	t.Helper()
	s, err := store.Open(b.path, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	b.Watcher = &Watcher{Store: s, Clock: b.clock, Workers: 4,
		Get: func(ctx context.Context, r fetch.Request) (fetch.Page, error) {
			p, err := b.web.get(ctx, r)
			p.Fetched = b.clock.Now()
			return p, err
		},
		Page: func(body []byte, address, _ string) ([]readout.Document, bool, error) {
			text := string(body)
			if text == "empty" {
				return nil, true, errors.New("holds no text")
			}
			if to, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(to, "canonical ") {
				address, text = strings.TrimPrefix(to, "canonical "), rest
			}
			var docs []readout.Document
			for i, part := range strings.Split(text, "\nPOST\n") {
				at := address
				if i > 0 {
					at += fmt.Sprintf("#post-%d", i)
				}
				docs = append(docs, readout.Document{URL: at, Text: part})
			}
			return docs, false, nil
		},
		Read: toRead, Unread: func(d readout.Document) bool { return strings.HasPrefix(d.Text, "Le ") },
		Subjects: func(f store.Filter) ([]store.Subject, error) {
			es, err := s.Encounters(f)
			var out []store.Subject
			for _, e := range es {
				out = append(out, store.Subject{Key: e.ID, What: "encounter", Encounter: e.ID, Says: e.Participants[0].Value().Name + " met " + e.Participants[1].Value().Name})
			}
			return out, err
		},
		Deliver: func(context.Context, store.SavedQuery, store.Alert) error { return nil },
		Log:     func(string, ...any) {},
	}
}

// run goes on for so long.
func (b *bench) run(t *testing.T, d time.Duration) {
	t.Helper()
	end := b.clock.Now().Add(d)
	for b.clock.Now().Before(end) {
		busy, err := b.pass(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if busy {
			continue
		}
		w, err := b.Store.Watched()
		if err != nil {
			t.Fatal(err)
		}
		next := w.Next
		if next.IsZero() || next.After(end) {
			next = end
		}
		b.clock.Sleep(context.Background(), max(next.Sub(b.clock.Now()), time.Second))
	}
}

func (b *bench) follow(t *testing.T, feeds ...string) {
	t.Helper()
	var fs []store.Feed
	for _, f := range feeds {
		fs = append(fs, store.Feed{Address: f, Every: Start})
	}
	if err := b.Store.Follow(fs, b.clock.Now()); err != nil {
		t.Fatal(err)
	}
}

func (b *bench) documents(t *testing.T) string {
	t.Helper()
	docs, err := b.Store.Documents(0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range docs {
		out = append(out, fmt.Sprintf("%s:%d", d.ID, d.Encounters))
	}
	return strings.Join(out, " ")
}

const (
	feedA = "https://a.example/rss"
	one   = "https://a.example/1"
	two   = "https://a.example/2"
)

func TestAnArticleOfAFeedBecomesADocumentOnce(t *testing.T) {
	b := newBench(t)
	b.web.pages = map[string]string{feedA: rss(one, two, "https://www.a.example/1/?utm_source=rss"), one: "MET Lavrov Blinken", two: "Nothing."}
	b.follow(t, feedA)
	b.run(t, 6*time.Hour)
	if got := b.documents(t); got != "a.example/1:1 a.example/2:0" {
		t.Error(got)
	}
}

func TestEachPostOfALivePageIsADocument(t *testing.T) {
	b := newBench(t)
	b.web.pages = map[string]string{feedA: rss(one), one: "Live today.\nPOST\nMET Lavrov Blinken"}
	b.follow(t, feedA)
	b.run(t, 30*time.Minute)
	if got := b.documents(t); got != "a.example/1:0 a.example/1#post-1:1" {
		t.Error(got)
	}
	b.web.pages[one] += "\nPOST\nMET Wang Borrell"
	b.run(t, 2*time.Hour)
	if got := b.documents(t); got != "a.example/1:0 a.example/1#post-1:1 a.example/1#post-2:1" {
		t.Error(got)
	}
	if vs, err := b.Store.Versions(""); err != nil || len(vs) > 0 {
		t.Error("a post that did not change is another version", err, vs)
	}
	if err := b.Store.Remove("a.example/1#post-1"); err != nil {
		t.Fatal(err)
	}
	before := b.web.asked[one]
	b.run(t, 48*time.Hour)
	if got := b.documents(t); got != "a.example/1:0 a.example/1#post-2:1" || b.web.asked[one] != before {
		t.Error("a post that was removed came back", got)
	}
}

func TestCopiesAreKnownByCanonicalAddressAndByText(t *testing.T) {
	b := newBench(t)
	b.web.pages = map[string]string{feedA: rss(one, two, "https://a.example/3", "https://b.example/1"), one: "MET Lavrov Blinken",
		two: "canonical " + one + "\nMET Lavrov Blinken", "https://a.example/3": "MET Lavrov Blinken", "https://b.example/1": "MET Lavrov Blinken"}
	b.follow(t, feedA)
	b.run(t, time.Hour)
	// The reprint of another outlet is a document of its own.
	if got := b.documents(t); got != "a.example/1:1 b.example/1:1" {
		t.Error(got)
	}
	w, _ := b.Store.Watched()
	if w.Entries[store.Copy] != 2 {
		t.Error(w.Entries)
	}
}

func TestAnEditedArticleIsANewVersionAndItsFactsAreWithdrawn(t *testing.T) {
	b := newBench(t)
	b.web.pages = map[string]string{feedA: rss(one), one: "MET Lavrov Blinken\nMET Wang Borrell"}
	b.follow(t, feedA)
	if err := b.Store.SaveQuery(store.SavedQuery{Name: "all", Webhook: "https://hook.example/"}, nil); err != nil {
		t.Fatal(err)
	}
	b.run(t, 30*time.Minute)
	b.web.pages[one] = "MET Lavrov Blinken"
	b.run(t, 2*time.Hour)
	vs, err := b.Store.Versions("a.example/1")
	if err != nil || len(vs) != 1 || len(vs[0].Encounters) != 2 || vs[0].Replaced.IsZero() {
		t.Fatalf("%v %+v", err, vs)
	}
	alerts, _ := b.Store.Alerts("all", time.Time{}, 0)
	var got []string
	for _, a := range alerts {
		got = append(got, fmt.Sprintf("%s %s due=%v", a.Change, a.Subject.Says, !a.Due.IsZero()))
	}
	if fmt.Sprint(got) != "[withdrawn Wang met Borrell due=false new Wang met Borrell due=false new Lavrov met Blinken due=false]" &&
		fmt.Sprint(got) != "[withdrawn Wang met Borrell due=false new Lavrov met Blinken due=false new Wang met Borrell due=false]" {
		t.Error(got)
	}
}

func TestAPageThatIsTakenDownKeepsItsDocument(t *testing.T) {
	b := newBench(t)
	b.web.pages = map[string]string{feedA: rss(one), one: "MET Lavrov Blinken"}
	b.follow(t, feedA)
	b.run(t, 30*time.Minute)
	delete(b.web.pages, one)
	b.run(t, 24*time.Hour)
	if got := b.documents(t); got != "a.example/1:1" {
		t.Error(got)
	}
	if b.web.asked[one] != 2 {
		t.Errorf("it was asked for %d times", b.web.asked[one])
	}
}

func TestAPageIsLookedAtAgainForSomeDaysAndThenLeftAlone(t *testing.T) {
	b := newBench(t)
	b.web.etags = true
	b.web.pages = map[string]string{feedA: rss(one), one: "MET Lavrov Blinken"}
	b.follow(t, feedA)
	b.run(t, 30*24*time.Hour)
	if n := b.web.asked[one]; n != 1+len(agains) {
		t.Errorf("it was asked for %d times", n)
	}
	w, _ := b.Store.Watched()
	if w.Counts["pages_unchanged"] != len(agains) || w.Counts["documents_new"] != 1 {
		t.Error(w.Counts)
	}
}

func TestAFeedThatFailsIsAskedLessAndLess(t *testing.T) {
	b := newBench(t)
	b.web.pages = map[string]string{feedA: "down"}
	b.follow(t, feedA)
	b.run(t, 24*time.Hour)
	if n := b.web.asked[feedA]; n < 5 || n > 12 {
		t.Errorf("%d times in a day", n)
	}
	fs, _ := b.Store.Feeds(time.Time{})
	if fs[0].Fault == "" || fs[0].Failures < 5 {
		t.Errorf("%+v", fs)
	}
	b.web.pages[feedA] = rss(one)
	b.web.pages[one] = "Nothing."
	b.run(t, 3*24*time.Hour)
	if got := b.documents(t); got != "a.example/1:0" {
		t.Error(got)
	}
}

func TestSchedulesAdapt(t *testing.T) {
	every := Start
	for range 10 {
		every = adapt(every, true, 0)
	}
	if every != soonest {
		t.Errorf("a feed with something new each time is looked at every %s", every)
	}
	for range 30 {
		every = adapt(every, false, 0)
	}
	if every != latest {
		t.Errorf("a feed with nothing new is looked at every %s", every)
	}
	if got := adapt(soonest, true, 2*time.Hour); got != 2*time.Hour {
		t.Errorf("a feed that asks for two hours is looked at after %s", got)
	}
}

func TestAnIndexOfSitemapsLeadsToItsFeeds(t *testing.T) {
	b := newBench(t)
	b.web.etags = true
	index := "https://a.example/sitemap.xml"
	b.web.pages = map[string]string{index: "<sitemapindex><sitemap><loc>" + feedA + "</loc></sitemap></sitemapindex>", feedA: rss(one), one: "Nothing."}
	b.follow(t, index)
	b.run(t, time.Hour)
	b.follow(t, index) // as after a restart
	b.run(t, 2*time.Hour)
	if got, n := b.documents(t), b.web.asked[feedA]; got != "a.example/1:0" || n < 2 {
		t.Error(got, n)
	}
	b.follow(t)
	before := b.web.asked[feedA]
	b.run(t, 48*time.Hour)
	if b.web.asked[feedA] != before {
		t.Error("a feed of an index that is no longer listed is still watched")
	}
}

func TestWhatIsNotEnglishIsStoredAndNotRead(t *testing.T) {
	b := newBench(t)
	b.web.pages = map[string]string{feedA: rss(one), one: "Le ministre\nMET Lavrov Blinken"}
	b.follow(t, feedA)
	b.run(t, time.Hour)
	o, err := b.Store.Origins()
	if err != nil || !o["a.example/1"].Unread || b.documents(t) != "a.example/1:0" {
		t.Error(err, o, b.documents(t))
	}
}

func TestAPageWithoutAnArticleIsNoDocument(t *testing.T) {
	b := newBench(t)
	b.web.pages = map[string]string{feedA: rss(one), one: "empty"}
	b.follow(t, feedA)
	b.run(t, time.Hour)
	if w, _ := b.Store.Watched(); b.documents(t) != "" || w.Entries[store.Empty] != 1 {
		t.Error(b.documents(t), w.Entries)
	}
}

func TestARemovedDocumentIsNotFetchedAgain(t *testing.T) {
	b := newBench(t)
	b.web.pages = map[string]string{feedA: rss(one), one: "MET Lavrov Blinken"}
	b.follow(t, feedA)
	b.run(t, 30*time.Minute)
	if err := b.Store.Remove("a.example/1"); err != nil {
		t.Fatal(err)
	}
	b.run(t, 48*time.Hour)
	if b.documents(t) != "" || b.web.asked[one] != 1 {
		t.Error(b.documents(t), b.web.asked)
	}
}

func TestOnlyAsMuchIsKeptAsMayBe(t *testing.T) {
	for keep, want := range map[store.Keep]string{
		store.KeepText:      "Secret words.\nMET Lavrov Blinken\nMore secrets.",
		store.KeepSentences: "             \nMET Lavrov Blinken\n             ",
		store.KeepHashes:    "             \n                  \n             ",
	} {
		b := newBench(t)
		b.Keep = keep
		b.web.pages = map[string]string{feedA: rss(one), one: "Secret words.\nMET Lavrov Blinken\nMore secrets."}
		b.follow(t, feedA)
		b.run(t, 8*time.Hour)
		r, err := b.Store.Readout("a.example/1")
		if err != nil || r.Document.Text != want {
			t.Errorf("%s: %v %q", keep, err, r.Document.Text)
		}
		pages := 0
		b.Store.Pages(func(p store.WebPage) error {
			pages++
			if (p.Body != nil) != (keep == store.KeepText) || len(p.Hash) != 64 || p.Size == 0 {
				t.Errorf("%s: %+v", keep, p)
			}
			return nil
		})
		if v, err := b.Store.Verify(); err != nil || len(v.Failures) > 0 || pages != 1 {
			t.Errorf("%s: %v %+v, %d pages", keep, err, v, pages)
		}
	}
}

// Every call to the web and every write of the record may be the last: whatever was
// cut, going on gives what an uncut run gives, and no page is read twice.
func TestARunThatIsCutAtAnyPointGoesOn(t *testing.T) {
	pages := map[string]string{feedA: rss(one, two, "https://a.example/3"), one: "MET Lavrov Blinken", two: "MET Wang Borrell", "https://a.example/3": "Nothing."}
	for cut := 1; cut < 12; cut++ {
		b := newBench(t)
		b.web.pages = pages
		b.follow(t, feedA)
		ctx, cancel := context.WithCancel(context.Background())
		steps := 0
		step := func() {
			if steps++; steps == cut {
				cancel()
			}
		}
		read := map[string]int{}
		get, toRead := b.Get, b.Read
		b.Get = func(ctx context.Context, r fetch.Request) (fetch.Page, error) {
			step()
			if ctx.Err() != nil {
				return fetch.Page{}, ctx.Err()
			}
			return get(ctx, r)
		}
		b.Workers = 1
		b.Read = func(d readout.Document) readout.Readout { step(); read[d.URL]++; return toRead(d) }
		b.Run(ctx, true)
		cancel()
		b.Store.Close()
		b.open(t)
		b.Read = func(d readout.Document) readout.Readout { read[d.URL]++; return toRead(d) }
		if err := b.Run(context.Background(), true); err != nil {
			t.Fatal(err)
		}
		if got := b.documents(t); got != "a.example/1:1 a.example/2:1 a.example/3:0" {
			t.Errorf("cut at %d: %s", cut, got)
		}
		for a, n := range read {
			if n != 1 {
				t.Errorf("cut at %d: %s was read %d times", cut, a, n)
			}
		}
	}
}

func TestAWebhookIsSigned(t *testing.T) {
	var body []byte
	var header http.Header
	answer := 500
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ = io.ReadAll(r.Body)
		header = r.Header
		w.WriteHeader(answer)
	}))
	defer s.Close()
	now := time.Date(2021, 6, 16, 12, 0, 0, 0, time.UTC)
	b := newBench(t)
	b.Deliver = Webhook(s.Client(), []byte("key"), "readout", func() time.Time { return now })
	b.web.pages = map[string]string{feedA: rss(one), one: "MET Lavrov Blinken"}
	b.Store.SaveQuery(store.SavedQuery{Name: "all", Webhook: s.URL}, nil)
	b.follow(t, feedA)
	b.run(t, 10*time.Minute)
	first := string(body)
	answer = 204
	b.run(t, 6*time.Hour)
	if string(body) != first || !strings.Contains(first, `"change":"new","what":"encounter"`) {
		t.Errorf("%s then %s", first, body)
	}
	if want := "sha256=" + Sign([]byte("key"), now.Unix(), body); header.Get("Readout-Signature") != want || header.Get("Readout-Time") != fmt.Sprint(now.Unix()) {
		t.Errorf("%v", header)
	}
	w, _ := b.Store.Watched()
	if w.Pending != 0 || w.Counts["alerts_delivered"] != 1 || w.Counts["alerts_failed"] < 1 {
		t.Errorf("%+v", w)
	}
}

func TestAlertsAsAFeedAndMetrics(t *testing.T) {
	var b strings.Builder
	at := time.Date(2021, 6, 16, 12, 0, 0, 0, time.UTC)
	WriteAtom(&b, "all", []store.Alert{{Num: 1, Query: "all", Change: store.IsChanged, At: at, Before: "held",
		Subject: store.Subject{Key: "e", What: "encounter", Encounter: "e", Says: "<denied>"}}})
	if got := b.String(); !strings.Contains(got, "<title>changed encounter: &lt;denied&gt;</title>") || !strings.Contains(got, "<updated>2021-06-16T12:00:00Z</updated>") {
		t.Error(got)
	}
	b.Reset()
	WriteMetrics(&b, store.Watched{Feeds: 2, Entries: map[store.State]int{store.Read: 3}, Counts: map[string]int{"pages_fetched": 5}})
	if got := b.String(); !strings.Contains(got, "readout_entries{state=\"read\"} 3\n") || !strings.Contains(got, "readout_pages_fetched_total 5\n") {
		t.Error(got)
	}
}

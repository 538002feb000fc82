package web

import (
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"readout"
	"readout/store"
)

// What is asked of every page and API call, at a million encounters.
const (
	askedMedian = 100 * time.Millisecond
	askedP99    = 300 * time.Millisecond
	askedStart  = time.Second
	loadReaders = 50
)

// TestFiftyReaders measures how long each page and API call takes while fifty readers
// ask once a second. It makes a record of READOUT_LOAD encounters, or goes on with the
// one in READOUT_LOAD_DB:
//
//	READOUT_LOAD=1000000 READOUT_LOAD_DB=/var/tmp/million.db go test ./web -run FiftyReaders -v -timeout 3h
//
// READOUT_LONG alone takes 20,000 encounters, tells how long they take and fails only
// where a page is not answered: how fast a shared machine is says nothing of the program.
func TestFiftyReaders(t *testing.T) {
	want, _ := strconv.Atoi(os.Getenv("READOUT_LOAD"))
	strict := want > 0
	if !strict {
		if os.Getenv("READOUT_LONG") == "" {
			t.Skip("a load run takes minutes: set READOUT_LONG=1, or READOUT_LOAD to a number of encounters")
		}
		want = 20_000
	}
	path := os.Getenv("READOUT_LOAD_DB")
	if path == "" {
		path = filepath.Join(t.TempDir(), "load.db")
	}
	fill(t, path, want)

	began := time.Now()
	s, err := store.Open(path, store.Options{Resolver: resolver()})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	base, stop := listen(t, s)
	defer stop()
	if err := fetch(base + "/"); err != nil {
		t.Fatal(err)
	}
	start := time.Since(began)
	z, err := s.Sizes()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d encounters, %d documents, %d statements; started and first page shown after %v", z.Encounters, z.Documents, z.Statements, start.Round(time.Millisecond))
	if strict && start > askedStart {
		t.Errorf("the start took %v; asked for at most %v", start, askedStart)
	}
	for _, l := range measure(t, base, targets(t, s)) {
		t.Log(l)
		if strict && (l.median() > askedMedian || l.p99() > askedP99) {
			t.Errorf("%s is too slow", l.name)
		}
	}
}

// fill adds documents until the record has so many encounters.
func fill(t *testing.T, path string, want int) {
	s, err := store.Open(path, store.Options{Create: true, Resolver: resolver()})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	z, err := s.Sizes()
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(1)
	for z.Encounters < want && w.docs < z.Documents { // go on where an earlier run ended
		w.document()
	}
	for z.Encounters < want {
		var rs []readout.Readout
		for range 20_000 {
			if rs = append(rs, w.document()); len(rs) == 500 {
				if _, err := s.Add(rs, false); err != nil {
					t.Fatal(err)
				}
				rs = rs[:0]
			}
			if w.made >= want+want/50 {
				break
			}
		}
		if _, err := s.Add(rs, false); err != nil {
			t.Fatal(err)
		}
		if err := s.Settle(); err != nil {
			t.Fatal(err)
		}
		if z, err = s.Sizes(); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d encounters of %d documents", time.Now().Format("15:04:05"), z.Encounters, z.Documents)
	}
}

func listen(t *testing.T, s *store.Store) (base string, stop func()) {
	h, done, err := New(Options{Store: s, Author: "ana"})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	srv := Server(h)
	go srv.Serve(l)
	return "http://" + l.Addr().String(), func() { done(); srv.Close() }
}

func fetch(target string) error {
	res, err := http.Get(target)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		b, _ := io.ReadAll(io.LimitReader(res.Body, 500))
		return fmt.Errorf("GET %s answers %d: %s", target, res.StatusCode, b)
	}
	_, err = io.Copy(io.Discard, res.Body)
	return err
}

// targets are the pages and calls that are measured, each with many addresses, so
// that none is answered from what the last one read.
func targets(t testing.TB, s *store.Store) map[string][]string {
	out := map[string][]string{}
	add := func(name string, of ...string) { out[name] = append(out[name], of...) }
	for _, l := range []struct{ facet, page, param string }{{store.FacetParty, "/person/", "party"}, {store.FacetSide, "/country/", "country"},
		{store.FacetGathering, "/gathering/", "gathering"}, {store.FacetTopic, "/topic/", "topic"}, {store.FacetCountry, "/place/", "place"}} {
		ts, err := s.Largest(l.facet, 60)
		if err != nil || len(ts) == 0 {
			t.Fatal(err)
		}
		for i, x := range ts {
			add("page "+l.page, l.page+url.PathEscape(x.Key))
			add("api profile "+l.facet, "/api/profiles/"+l.facet+"/"+url.PathEscape(x.Key))
			add("timeline of one", "/timeline?"+l.param+"="+url.QueryEscape(x.Key))
			add("api timeline, status and years", "/api/encounters?status="+statuses[i%5]+"&since=2001-03&until=2010&"+l.param+"="+url.QueryEscape(x.Key))
			add("search", "/search?q="+url.QueryEscape(x.Label))
			add("timeline by words", "/timeline?text="+url.QueryEscape(x.Label))
			add("suggestions", "/api/names/find?q="+url.QueryEscape(x.Label[:min(4, len(x.Label))]))
		}
	}
	sides, _ := s.Largest(store.FacetSide, 12)
	topics, _ := s.Largest(store.FacetTopic, 5)
	people, _ := s.Largest(store.FacetParty, 8)
	for i, a := range sides {
		for _, b := range sides[:i] {
			add("page /pair/", "/pair/"+a.Key+"/"+b.Key)
			add("timeline of two", "/timeline?country="+a.Key+"&with="+b.Key)
		}
		for _, x := range topics {
			add("timeline of a side and a topic", "/timeline?country="+a.Key+"&topic="+url.QueryEscape(x.Key))
		}
		for _, p := range people {
			add("timeline of a side and a person", "/timeline?country="+a.Key+"&party="+p.Key)
			add("page of a side and a person", "/pair/"+a.Key+"/"+p.Key)
		}
		for _, what := range []string{"disagreements", "silences", "prospects"} {
			add("page /"+what, "/"+what, "/"+what+"?country="+a.Key)
			add("api /"+what, "/api/"+what+"?country="+a.Key)
		}
	}
	for y := 1996; y < 2025; y++ {
		add("timeline of a year", fmt.Sprintf("/timeline?since=%d&until=%d", y, y))
		add("timeline of a month", fmt.Sprintf("/timeline?since=%d-07&until=%d-07&status=denied", y, y))
		add("timeline of a day", fmt.Sprintf("/timeline?since=%d-07-14&until=%d-07-14", y, y))
	}
	for _, k := range []string{"found=contradiction", "found=silence", "found=prospect", "status=denied&kind=call", "order=oldest", "kind=call"} {
		add("timeline of what is rare", "/timeline?"+k)
	}
	page := store.Page{}
	for i := range 12 {
		var err error
		if page, err = s.Browse(store.Query{Limit: 50, After: page.Next}); err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			add("timeline, further pages", "/timeline?after="+page.Next)
		}
		for _, c := range page.Cards[:min(10, len(page.Cards))] {
			add("page /encounter/", "/encounter/"+c.ID)
			add("print view", "/encounter/"+c.ID+"/print")
			add("api encounter", "/api/encounters/"+c.ID)
		}
	}
	docs, _, err := s.ListDocuments(store.DocumentQuery{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		add("page /document", "/document?id="+d.ID)
		add("api document", "/api/document?id="+d.ID)
		add("page /outlet", "/outlet?name="+url.QueryEscape(d.Outlet))
	}
	for _, l := range []string{"/", "/timeline", "/browse", "/documents", "/review", "/decisions", "/docs", "/add", "/api/overview", "/api/encounters", "/api/names", "/api/documents",
		"/api/review", "/api/decisions", "/api/openapi.json"} {
		add(l, l)
	}
	return out
}

// latencies are how long one page took, each time.
type latencies struct {
	name string
	all  []time.Duration
}

func (l latencies) at(part float64) time.Duration {
	return l.all[min(len(l.all)-1, int(float64(len(l.all))*part))]
}
func (l latencies) median() time.Duration { return l.at(0.5) }
func (l latencies) p99() time.Duration    { return l.at(0.99) }
func (l latencies) String() string {
	return fmt.Sprintf("%-34s %4d times  median %4d ms  p99 %4d ms", l.name, len(l.all), l.median().Milliseconds(), l.p99().Milliseconds())
}

// measure lets fifty readers ask once a second until every page was asked for often
// enough.
func measure(t *testing.T, base string, targets map[string][]string) []latencies {
	names := make([]string, 0, len(targets))
	for n := range targets {
		names = append(names, n)
	}
	slices.Sort(names)
	type sample struct {
		name string
		took time.Duration
		err  error
	}
	const times = 50 // for each page
	samples := make(chan sample, loadReaders)
	var wg sync.WaitGroup
	for reader := range loadReaders {
		wg.Go(func() {
			time.Sleep(time.Duration(reader) * time.Second / loadReaders) // they do not all ask at once
			tick := time.NewTicker(time.Second)                           // nor do their seconds end together
			defer tick.Stop()
			for i := range len(names) * times / loadReaders {
				k := i*loadReaders + reader
				name := names[k%len(names)]
				of := targets[name]
				began := time.Now()
				err := fetch(base + of[k/len(names)%len(of)])
				samples <- sample{name, time.Since(began), err}
				<-tick.C
			}
		})
	}
	go func() { wg.Wait(); close(samples) }()
	by := map[string]*latencies{}
	for x := range samples {
		if x.err != nil {
			t.Error(x.err)
		}
		if by[x.name] == nil {
			by[x.name] = &latencies{name: x.name}
		}
		by[x.name].all = append(by[x.name].all, x.took)
	}
	var out []latencies
	for _, l := range by {
		slices.Sort(l.all)
		out = append(out, *l)
	}
	slices.SortFunc(out, func(a, b latencies) int { return strings.Compare(a.name, b.name) })
	return out
}

// BenchmarkPages times each page and call alone, on the record in READOUT_LOAD_DB.
func BenchmarkPages(b *testing.B) {
	path := os.Getenv("READOUT_LOAD_DB")
	if path == "" {
		b.Skip("name a record in READOUT_LOAD_DB; TestFiftyReaders makes one")
	}
	s, err := store.Open(path, store.Options{Resolver: resolver()})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	h := openDesk(b, s)
	all := targets(b, s)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		of := all[name]
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if w := ask(h, "GET", of[i%len(of)]); w.Code != http.StatusOK {
					b.Fatalf("GET %s answers %d", of[i%len(of)], w.Code)
				}
			}
		})
	}
}

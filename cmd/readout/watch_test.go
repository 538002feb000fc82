package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// newsroom is a site of the test's own with a feed and some articles.
type newsroom struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int
	hook  func(path string) // called before an answer
}

const articles = 8

func newNewsroom(t *testing.T) *newsroom {
	n := &newsroom{asked: map[string]int{}}
	n.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n.mu.Lock()
		n.asked[r.URL.Path]++
		hook := n.hook
		n.mu.Unlock()
		if hook != nil {
			hook(r.URL.Path)
		}
		switch {
		case r.URL.Path == "/rss":
			fmt.Fprint(w, "<rss><channel><title>News</title>")
			for i := range articles {
				fmt.Fprintf(w, "<item><link>/news/%d</link></item>", i)
			}
			fmt.Fprint(w, "</channel></rss>")
		case strings.HasPrefix(r.URL.Path, "/news/"):
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, `<html lang="en"><head><title>Talks in Geneva, day %[1]s</title></head><body><article><h1>Talks in Geneva, day %[1]s</h1>
<p>GENEVA, June %[1]s, 2021 — Russian President Vladimir Putin met U.S. President Joe Biden in Geneva on Wednesday, their offices said in a statement.</p>
<p>Both sides called the talks, which were number %[1]s of this series, useful, and said that their ministers would prepare what is to follow.</p>
<p>They left the lakeside villa in the evening without having taken questions of the reporters who had waited there for most of the day.</p></article></body></html>`,
				strings.TrimPrefix(r.URL.Path, "/news/"))
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(n.Close)
	return n
}

func (n *newsroom) watching(db string) *exec.Cmd {
	return exec.Command("readout", "watch", n.URL+"/rss", "--once", "--quiet", "--allow-private", "--pause", "1ms", "--workers", "1", "--db", db)
}

func exported(t *testing.T, db string) []byte {
	t.Helper()
	out, err := exec.Command("readout", "export", "jsonl", "--db", db).Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A watcher that is killed while it fetches or reads leaves a record that the next one
// completes, and no page is fetched twice but the one it was killed in.
func TestAWatcherThatIsKilledLosesNothingAndRepeatsNothing(t *testing.T) {
	if os.Getenv("READOUT_LONG") == "" {
		t.Skip("it starts the program eight times; set READOUT_LONG=1")
	}
	n := newNewsroom(t)
	whole := filepath.Join(t.TempDir(), "whole.db")
	if out, err := n.watching(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := exported(t, whole)
	if got := bytes.Count(want, []byte("Talks in Geneva, day")); got < articles {
		t.Fatalf("%d articles in the record", got)
	}

	cut := filepath.Join(t.TempDir(), "cut.db")
	n.asked = map[string]int{}
	kills := []string{"/rss", "/news/2", "/news/6"}
	for _, at := range kills {
		run := n.watching(cut)
		n.mu.Lock()
		killed := false
		n.hook = func(path string) {
			if path == at && !killed {
				killed = true
				run.Process.Kill()
			}
		}
		n.mu.Unlock()
		if err := run.Run(); err == nil {
			t.Fatalf("it was not killed at %s", at)
		}
	}
	n.mu.Lock()
	n.hook = nil
	n.mu.Unlock()
	if out, err := n.watching(cut).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if got := exported(t, cut); !bytes.Equal(got, want) {
		t.Errorf("the record of the killed watcher differs:\n%s\nfrom\n%s", got, want)
	}
	for path, times := range n.asked {
		most := 1
		if path == "/news/2" || path == "/news/6" {
			most = 2 // the one it was killed in
		}
		if strings.HasPrefix(path, "/news/") && times > most {
			t.Errorf("%s was fetched %d times", path, times)
		}
	}
}

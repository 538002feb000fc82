package source

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"readout/source/warc"
)

// live is a live page of two posts, with or without an address of its own.
func live(canonical string) []byte {
	post := func(title, clock, words string) string {
		return fmt.Sprintf(`<div class="live-post"><h3>%s</h3><time datetime="2016-05-03T%s:00+02:00">%s</time><p>%s</p></div>`, title, clock, clock, words)
	}
	return []byte(`<html><head><title>Talks in Oslo: live</title>` + canonical + `</head><body><main><h1>Talks in Oslo: live</h1>
<p>The ministers of both states meet in Oslo today, for the first time since the border was shut in spring.</p>` +
		post("The guests have left", "16:40", "The guests left by train, and no one spoke to reporters, who had waited since noon.") +
		post("An hour of talks", "14:05", "The ministers spoke for an hour about the border, officials of both states said.") +
		post("They have arrived", "12:55", "Minister Holm received his guest at the door, and both shook hands for the cameras.") +
		`</main></body></html>`)
}

// Each post of a live page is a document with an id of its own; the file or the
// fetched page counts once.
func TestEachPostOfALivePageIsADocument(t *testing.T) {
	var ids []string
	var size int64
	opts := Options{Fetch: func(context.Context, string) (Fetched, error) {
		return Fetched{Final: "https://example.org/live", Media: "text/html", Body: live(""), At: time.Unix(0, 0)}, nil
	}}
	r := &reading{ctx: t.Context(), opts: opts, visit: func(it Item) error {
		if it.Err != nil {
			t.Fatal(it.Err)
		}
		ids = append(ids, it.Document.ID)
		size += it.Bytes
		return nil
	}}
	check := func(what string, want ...string) {
		t.Helper()
		if got := strings.Join(ids, " "); got != strings.Join(want, " ") {
			t.Errorf("%s gives %s", what, got)
		}
		if size != int64(len(live(""))) {
			t.Errorf("%s counts %d bytes, not %d", what, size, len(live("")))
		}
		ids, size = nil, 0
	}
	if err := r.text("live.html", "live", strings.NewReader(string(live("")))); err != nil {
		t.Fatal(err)
	}
	check("a saved page", "live", "live#post-201605031640", "live#post-201605031405", "live#post-201605031255")
	if err := r.address("https://example.org/live"); err != nil {
		t.Fatal(err)
	}
	check("a fetched page", "https://example.org/live", "https://example.org/live#post-201605031640", "https://example.org/live#post-201605031405", "https://example.org/live#post-201605031255")
	var archive bytes.Buffer
	err := warc.Write(&archive, warc.Page{Address: "https://example.org/live", Fetched: time.Unix(0, 0), Status: 200,
		Header: http.Header{"Content-Type": {"text/html"}}, Body: live("")})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.archive("crawl.warc.gz", "crawl", &archive); err != nil {
		t.Fatal(err)
	}
	if want := "https://example.org/live https://example.org/live#post-201605031640"; !strings.HasPrefix(strings.Join(ids, " "), want) || len(ids) != 4 {
		t.Errorf("an archived page gives %v", ids)
	}
}

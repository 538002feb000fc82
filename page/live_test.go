package page_test

import (
	"fmt"
	"strings"
	"testing"

	"readout/page"
)

// Each post of a live page is told apart with its own heading and time.
func TestPostsOfALivePage(t *testing.T) {
	post := func(title, clock, words string) string {
		return fmt.Sprintf(`<div class="live-post"><h3>%s</h3><time datetime="2016-05-03T%s:00+02:00">%s</time><p>%s</p></div>`, title, clock, clock, words)
	}
	raw := []byte(`<html><head><title>Talks in Oslo: live</title></head><body><main><h1>Talks in Oslo: live</h1>
<p>The ministers of both states meet in Oslo today, for the first time since the border was shut in spring.</p>` +
		post("The guests have left", "16:40", "The guests left by train, and no one spoke to reporters, who had waited since noon.") +
		post("An hour of talks", "14:05", "The ministers spoke for an hour about the border, officials of both states said.") +
		post("They have arrived", "12:55", "Minister Holm received his guest at the door, and both shook hands for the cameras.") +
		`</main></body></html>`)
	p, err := page.Read(raw, "https://example.org/live", "")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, part := range p.Parts() {
		d := part.Document
		fmt.Fprintf(&got, "%s | %s | %s\n", d.URL, d.Published, d.Title)
	}
	want := `https://example.org/live | 2016-05-03T16:40:00+02:00 | Talks in Oslo: live
https://example.org/live#post-201605031640 | 2016-05-03T16:40:00+02:00 | The guests have left
https://example.org/live#post-201605031405 | 2016-05-03T14:05:00+02:00 | An hour of talks
https://example.org/live#post-201605031255 | 2016-05-03T12:55:00+02:00 | They have arrived
`
	if got.String() != want {
		t.Errorf("got\n%s want\n%s", got.String(), want)
	}
	if posts := p.Parts(); !strings.Contains(posts[2].Document.Text, "for an hour") || strings.Contains(posts[2].Document.Text, "shook hands") {
		t.Errorf("the second post reads %q", posts[2].Document.Text)
	}
}

// What is no live page has no posts, though it has headings and a list of other
// articles with their times.
func TestAnArticleHasNoPosts(t *testing.T) {
	raw := []byte(`<html><body><article><h1>Ministers meet in Oslo</h1>` + prose + `<h2>Before the talks</h2>` + prose + `<h2>After the talks</h2>` + prose +
		`<h2>What comes next</h2>` + prose + `</article><div class="related"><article><h3>Rome</h3><time datetime="2016-05-01">1 May</time>` + prose + `</article></div></body></html>`)
	p, err := page.Read(raw, "", "")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Posts) != 0 || len(p.Parts()) != 1 {
		t.Errorf("posts: %v", p.Posts)
	}
}

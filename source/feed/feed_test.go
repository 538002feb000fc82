package feed

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// told lists what a feed tells, one entry a line, the error last.
func told(body string) string {
	f, err := Read(strings.NewReader(body), "https://news.example/feeds/all.xml")
	var b strings.Builder
	for _, e := range f.Entries {
		fmt.Fprintf(&b, "%s | %s | %s | %s\n", e.Address, e.Title, e.Published, e.Updated)
	}
	for _, l := range f.Feeds {
		fmt.Fprintf(&b, "> %s | %s\n", l.Address, l.Title)
	}
	if err != nil {
		fmt.Fprintf(&b, "! %v\n", err)
	}
	return b.String()
}

func TestFeedsOfEveryKind(t *testing.T) {
	for _, c := range []struct{ name, feed, want string }{
		{"RSS 2.0", `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>All</title><link>https://news.example/</link>
			<item><title>Talks &amp;amp; &lt;b&gt;tea&lt;/b&gt;</title><link>https://news.example/a?x=1&amp;y=2#top</link><pubDate>Tue, 15 Jun 2021 18:00:00 +0200</pubDate><media:title>Photo</media:title></item>
			<item><title><![CDATA[Second <i>item</i>]]></title><guid isPermaLink="true">https://news.example/b</guid><pubDate>Tue, 15 Jun 2021 18:00:00 EST</pubDate></item>
			<item><title>Leads nowhere</title></item></channel></rss>`,
			"https://news.example/a?x=1&y=2 | Talks & tea | 2021-06-15T18:00:00+02:00 | \nhttps://news.example/b | Second item | 2021-06-15T18:00:00-05:00 | \n"},
		{"RSS 1.0", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
			<channel><title>C</title></channel><item rdf:about="x"><title>T</title><link>/rel</link><dc:date>2021-06-15</dc:date></item></rdf:RDF>`,
			"https://news.example/rel | T | 2021-06-15 | \n"},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">F</title><link rel="self" href="x"/>
			<entry><id>tag:1</id><title type="html">A &lt;em&gt;b&lt;/em&gt;</title><link rel="enclosure" href="/x.mp3"/><link href="a.html"/><published>2021-06-15T10:00:00Z</published><updated>2021-06-16T10:00:00.5Z</updated>
			<source><title>Other</title><id>other</id><updated>2001-01-01T00:00:00Z</updated></source></entry></feed>`,
			"https://news.example/feeds/a.html | A b | 2021-06-15T10:00:00Z | 2021-06-16T10:00:00Z\n"},
		{"JSON Feed", `{"version":"https://jsonfeed.org/version/1.1","title":"J","author":{"name":"x"},"items":[
			{"id":"1","url":"https://news.example/j","title":"J &amp; K","date_published":"2021-06-15T10:00:00+03:00"},{"id":2,"external_url":"https://other.example/k"},{"id":"3","title":7}]}`,
			"https://news.example/j | J & K | 2021-06-15T10:00:00+03:00 | \nhttps://other.example/k |  |  | \n"},
		{"a news sitemap", `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url>
			<loc>https://news.example/s</loc><lastmod>2021-06-16</lastmod><news:news><news:publication><news:name>Example Times</news:name><news:language>en</news:language></news:publication>
			<news:publication_date>2021-06-15T10:00+01:00</news:publication_date><news:title>S</news:title></news:news><image:image><image:loc>https://news.example/p.jpg</image:loc><image:title>P</image:title></image:image></url></urlset>`,
			"https://news.example/s | S | 2021-06-15T10:00:00+01:00 | 2021-06-16\n"},
		{"an index of sitemaps", `<sitemapindex><sitemap><loc>https://news.example/1.xml</loc></sitemap></sitemapindex>`, "> https://news.example/1.xml | \n"},
		{"another charset", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>\xcf\xf3\xf2\xe8\xed</title><link>/p</link></item></channel></rss>", "https://news.example/p | Путин |  | \n"},
		{"a script's address is passed over", `<rss><channel><item><link>javascript:alert(1)</link></item><item><link>https://news.example/ok</link></item></channel></rss>`, "https://news.example/ok |  |  | \n"},
		{"elements left open", `<rss><channel><item><title>A<link>/a</link></item><item><link>/b</link></item>`, "https://news.example/a |  |  | \nhttps://news.example/b |  |  | \n"},
		{"one that breaks off", `<rss><channel><item><link>/a</link></item><item><li`, "https://news.example/a |  |  | \n! breaks off at line 1: XML syntax error on line 1: unexpected EOF\n"},
		{"an HTML page", `<!DOCTYPE html><html><body>`, "! is no feed but an HTML page; its feed may be named in it, as a link of type application/rss+xml\n"},
		{"plain text", `hello`, "! is no feed: it begins like plain text\n"},
		{"nothing", ` `, "! is empty\n"},
		{"other JSON", `{"a":1}`, "! is JSON, but no JSON Feed: it has no items, or no version of jsonfeed.org\n"},
		{"elements without end", `<rss>` + strings.Repeat("<a>", 1000), "! is nested deeper than 100 elements\n"},
	} {
		if got := told(c.feed); got != c.want {
			t.Errorf("%s:\n got  %s want %s", c.name, got, c.want)
		}
	}
}

func TestListsOfFeeds(t *testing.T) {
	for _, c := range []struct{ list, want string }{
		{`<opml version="2.0"><body><outline text="News"><outline title="A" xmlUrl="https://a.example/rss"/></outline><outline text="B" xmlURL="https://b.example/atom"/></body></opml>`,
			"[{A https://a.example/rss} {B https://b.example/atom}] <nil>"},
		{"# ministries\nhttps://a.example/rss\n\n  https://b.example/\n", "[{ https://a.example/rss} { https://b.example/}] <nil>"},
		{"https://a.example/rss\nnothing", `[{ https://a.example/rss}] line 2 is no address of a feed: "nothing"`},
		{"", "[] lists no feeds: write OPML, or an address a line"},
		{"<opml><body/></opml>", "[] lists no feeds: an OPML file has outlines with an xmlUrl"},
	} {
		links, err := List(strings.NewReader(c.list))
		if got := fmt.Sprint(links, err); got != c.want {
			t.Errorf("%q: got %s want %s", c.list, got, c.want)
		}
	}
}

func TestAFeedAsksToBeLeftAlone(t *testing.T) {
	f, _ := Read(strings.NewReader("<rss><channel><ttl>90</ttl><language>fr</language><item><link>/a</link></item></channel></rss>"), "https://a.example/")
	if f.Wait != 90*time.Minute || f.Entries[0].Language != "fr" {
		t.Errorf("%v %+v", f.Wait, f.Entries)
	}
}

// items is a feed of n items that is made while it is read.
type items struct {
	n    int
	rest string
}

func (s *items) Read(p []byte) (int, error) {
	if s.rest == "" {
		if s.n == 0 {
			return 0, io.EOF
		}
		s.n--
		s.rest = "<item><link>/" + fmt.Sprint(s.n) + "</link></item>"
	}
	k := copy(p, s.rest)
	s.rest = s.rest[k:]
	return k, nil
}

func TestAFeedOfAMillionItemsIsReadToItsLimit(t *testing.T) {
	f, err := Read(&items{n: 1_000_000, rest: "<rss><channel>"}, "https://a.example/")
	if len(f.Entries) != MaxEntries || !errors.Is(err, ErrMore) {
		t.Errorf("%d entries, %v", len(f.Entries), err)
	}
}

func TestAFieldWithoutEndIsCut(t *testing.T) {
	f, err := Read(strings.NewReader("<rss><channel><item><link>/a</link><title>"+strings.Repeat("a", 1<<20)+"</title></item></channel></rss>"), "https://a.example/")
	if err != nil || len(f.Entries[0].Title) > maxField {
		t.Error(err, len(f.Entries[0].Title))
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"Tue, 15 Jun 2021 18:00:00 GMT":        "2021-06-15T18:00:00Z",
		"15 Jun 2021 18:00 PDT":                "2021-06-15T18:00:00-07:00",
		"Tue, 15 Jun 2021 18:00:00 (XYZ)":      "2021-06-15",
		"Tuesday, 15 June 2021 18:00:00 +0000": "2021-06-15T18:00:00Z",
		"2021-06-15T18:00:00":                  "2021-06-15",
		"20210615":                             "2021-06-15",
		"yesterday":                            "",
		"0001-01-01T00:00:00Z":                 "",
	} {
		if got := Date(in); got != want {
			t.Errorf("%s: got %s want %s", in, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "<rss><channel><item><link>/a</link></item>", `{"items":[{}]}`, "<a", "<feed><entry><link href='x'/></entry></feed>", "\xff\xfe<\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		feed, _ := Read(strings.NewReader(string(b)), "https://news.example/")
		for _, e := range feed.Entries {
			if !strings.HasPrefix(e.Address, "http") || e.ID == "" {
				t.Fatalf("%+v", e)
			}
		}
		List(strings.NewReader(string(b)))
	})
}

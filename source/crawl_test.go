package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
)

// generated is a crawl that is made while it is read: pages as news sites send them,
// with scripts, menus, teasers and comments around an article, about 60 KB each, all
// different, packed record by record. The same seed gives the same bytes.
//
// To have one on disk: READOUT_CRAWL=crawl.warc.gz READOUT_CRAWL_SIZE=1073741824 go test -run GeneratedCrawl ./source
type generated struct {
	rand  *rand.Rand
	left  int64 // bytes of pages, unpacked
	pages int
	buf   bytes.Buffer
	z     *gzip.Writer
}

func newGenerated(size int64) *generated {
	z, _ := gzip.NewWriterLevel(io.Discard, gzip.BestSpeed)
	return &generated{rand: rand.New(rand.NewPCG(1, 2)), left: size, z: z}
}

func (g *generated) Read(p []byte) (int, error) {
	if g.buf.Len() == 0 {
		if g.left <= 0 {
			return 0, io.EOF
		}
		g.next()
	}
	return g.buf.Read(p)
}

func (g *generated) next() {
	g.pages++
	address := fmt.Sprintf("https://news%d.example/2021/06/%d", g.pages%50, g.pages)
	page := g.page(address)
	g.left -= int64(len(page))
	head := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: nginx\r\n\r\n"
	g.buf.Reset()
	g.z.Reset(&g.buf)
	fmt.Fprintf(g.z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%032x>\r\nWARC-Target-URI: %s\r\nWARC-Date: 2021-06-16T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s%s\r\n\r\n",
		g.pages, address, len(head)+len(page), head, page)
	g.z.Close()
}

var crawlWords = strings.Fields(`the minister of foreign affairs said on Tuesday that talks with his counterpart would resume in Geneva
	after both sides had agreed to a ceasefire and to the return of observers while the president told reporters he expects a summit
	next month a spokesman for the ministry declined to comment officials familiar with the matter described the meeting as useful`)

func (g *generated) sentence() string {
	n := 8 + g.rand.IntN(18)
	words := make([]string, n)
	for i := range words {
		words[i] = crawlWords[g.rand.IntN(len(crawlWords))]
	}
	return strings.ToUpper(words[0][:1]) + strings.Join(words, " ")[1:] + ". "
}

func (g *generated) page(address string) string {
	var b strings.Builder
	title := g.sentence()
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%s| Example News</title><link rel="canonical" href="%s">
<script type="application/ld+json">{"@type":"NewsArticle","headline":%q,"datePublished":"2021-06-15T18:00:00+02:00","author":{"name":"A. Writer"}}</script>`, title, address, title)
	for range 12 {
		fmt.Fprintf(&b, "<script>window.x%d=%q;</script>\n", g.rand.IntN(1e6), strings.Repeat(g.sentence(), 8))
	}
	b.WriteString("</head><body><header><nav><ul>")
	for range 60 {
		fmt.Fprintf(&b, `<li class="menu-item"><a href="/section/%d">%s</a></li>`, g.rand.IntN(1e4), crawlWords[g.rand.IntN(len(crawlWords))])
	}
	fmt.Fprintf(&b, `</ul></nav></header><main><article><h1>%s</h1><p class="byline">By A. Writer</p>`, title)
	for range 15 + g.rand.IntN(20) {
		b.WriteString("<p>")
		for range 2 + g.rand.IntN(4) {
			b.WriteString(g.sentence())
		}
		b.WriteString("</p>\n")
	}
	b.WriteString(`</article><aside class="related">`)
	for range 40 {
		fmt.Fprintf(&b, `<div class="teaser"><a href="/a/%d"><img src="/i/%d.jpg" alt=""><h3>%s</h3></a><span class="time">3 hours ago</span></div>`, g.rand.IntN(1e6), g.rand.IntN(1e6), g.sentence())
	}
	b.WriteString(`</aside></main><section class="comments">`)
	for range 20 {
		fmt.Fprintf(&b, `<div class="comment"><b>reader%d</b><p>%s</p></div>`, g.rand.IntN(1e4), g.sentence())
	}
	b.WriteString("</section><footer><p>© Example News. All rights reserved.</p></footer></body></html>")
	return b.String()
}

// readCrawl reads a crawl of that many bytes of pages on one goroutine.
func readCrawl(t testing.TB, size int64, visit func(Item)) int {
	g := newGenerated(size)
	n := 0
	err := Read(context.Background(), []string{"-"}, Options{Stdin: g}, func(it Item) error {
		if it.Err != nil {
			t.Fatal(it.Err)
		}
		n++
		visit(it)
		return nil
	})
	if err != nil || n != g.pages {
		t.Fatalf("%d of %d pages, %v", n, g.pages, err)
	}
	return n
}

// BenchmarkCrawl reads a crawl from archive to documents; making it is part of the time.
func BenchmarkCrawl(b *testing.B) {
	const size = 16 << 20
	b.SetBytes(size)
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		pages += readCrawl(b, size, func(Item) {})
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}

func TestAGigabyteOfPagesIsReadInMemoryThatDoesNotGrow(t *testing.T) {
	size := int64(64 << 20)
	if os.Getenv("READOUT_LONG") != "" {
		size = 1 << 30
	}
	var most, early uint64
	n := 0
	pages := readCrawl(t, size, func(Item) {
		if n++; n%400 != 0 {
			return
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if n == 400 {
			early = m.HeapAlloc
		}
		most = max(most, m.HeapAlloc)
	})
	t.Logf("%d pages of %d MiB: %d KiB held after 400 pages, %d KiB at most", pages, size>>20, early>>10, most>>10)
	if most > early+4<<20 {
		t.Errorf("memory grew from %d to %d bytes", early, most)
	}
}

func TestGeneratedCrawl(t *testing.T) {
	path := os.Getenv("READOUT_CRAWL")
	if path == "" {
		t.Skip("set READOUT_CRAWL to write a crawl to disk")
	}
	size := int64(1 << 30)
	fmt.Sscan(os.Getenv("READOUT_CRAWL_SIZE"), &size)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(f, newGenerated(size)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

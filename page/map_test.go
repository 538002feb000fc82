package page_test

import (
	"bytes"
	"html"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html/charset"

	"readout"
	"readout/eval"
	"readout/page"
)

// Every span of a page's text leads back to bytes of the page that say the same.
func TestEverySpanLeadsBackToThePage(t *testing.T) {
	for name, raw := range savedPages(t) {
		p, err := page.Read(raw, "", "")
		if err != nil {
			continue
		}
		random := rand.New(rand.NewPCG(1, uint64(len(raw))))
		leadsBack(t, name, raw, p, random, 200)
		keeps(t, name, raw, p)
		for _, post := range p.Parts() {
			leadsBack(t, name+" (a post)", raw, post, random, 20)
		}
	}
}

// keeps checks that the map is the same after it was kept, and knows its page.
func keeps(t *testing.T, name string, raw []byte, p page.Page) {
	t.Helper()
	m, err := page.UnpackMap(p.Map.Pack())
	all := readout.Span{End: readout.Offset(len(p.Document.Text))}
	if err != nil || !reflect.DeepEqual(m.Ranges(all), p.Map.Ranges(all)) || !m.Holds(p.Document.Text, raw) {
		t.Errorf("%s: the map that was kept is another one: %v", name, err)
	}
	other := bytes.ReplaceAll(raw, []byte("e"), []byte("x"))
	ascii := p.Charset == "utf-8" && strings.Contains(p.Document.Text, "the ")
	if ascii && m.Holds(p.Document.Text, other) || m.Holds(p.Document.Text, raw[:m.Ranges(all)[0].Start]) {
		t.Errorf("%s: the map holds for another page, too", name)
	}
}

func TestWhatIsNoMapIsRefused(t *testing.T) {
	for _, b := range []string{"\xff", "\x02", "\x02\x01", "\xff\xff\xff\xff\xff\xff\xff\x01\x00\x01", "\x00\x01\x01"} {
		if _, err := page.UnpackMap([]byte(b)); err == nil {
			t.Errorf("%q is taken for a map", b)
		}
	}
}

// leadsBack checks random spans of the page's text.
func leadsBack(t *testing.T, name string, raw []byte, p page.Page, random *rand.Rand, spans int) {
	t.Helper()
	text := p.Document.Text
	for range spans {
		start := characterStart(text, random.IntN(len(text)))
		end := characterStart(text, start+random.IntN(min(len(text)-start, 2000)+1))
		if end <= start {
			continue
		}
		span := readout.Span{Start: readout.Offset(start), End: readout.Offset(end)}
		if got, want := unspaced(said(t, raw, p, span)), unspaced(text[start:end]); got != want {
			t.Fatalf("%s: the page's bytes for [%d,%d) say\n%q, the text\n%q", name, start, end, got, want)
		}
	}
}

// The sections of a page cover its text in order, and all of it but white space.
func TestSectionsCoverThePage(t *testing.T) {
	for name, raw := range savedPages(t) {
		p, err := page.Read(raw, "", "")
		if err != nil {
			continue
		}
		at := readout.Offset(0)
		for _, s := range p.Document.Sections {
			if s.Start != at || s.End <= s.Start {
				t.Fatalf("%s: section %v does not follow on %d", name, s, at)
			}
			at = s.End
		}
		if int(at) != len(p.Document.Text) {
			t.Fatalf("%s: sections end at %d of %d", name, at, len(p.Document.Text))
		}
	}
}

// said decodes the page's bytes of a span.
func said(t *testing.T, raw []byte, p page.Page, s readout.Span) string {
	t.Helper()
	var b strings.Builder
	for _, r := range p.Map.Ranges(s) {
		in, err := charset.NewReaderLabel(p.Charset, bytes.NewReader(raw[r.Start:r.End]))
		if err != nil {
			t.Fatal(err)
		}
		words, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(html.UnescapeString(strings.ToValidUTF8(string(words), "\ufffd")))
	}
	return b.String()
}

// unspaced drops white space and what has no width.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0 || r == '\u00ad' || r == '\u200b' || r == '\ufeff' || r == '\u2060' {
			return -1
		}
		return r
	}, s)
}

func characterStart(s string, at int) int {
	for at < len(s) && s[at]&0xc0 == 0x80 {
		at++
	}
	return min(at, len(s))
}

// savedPages are the project's own pages, and those of the sets below READOUT_DATA.
func savedPages(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	own, _ := filepath.Glob("../testdata/pages/*.html")
	for _, name := range own {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = raw
	}
	if dir := os.Getenv("READOUT_DATA"); dir != "" {
		cases, err := eval.OpenPages(filepath.Join(dir, "extraction"))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			out[c.Set+"/"+c.Name] = c.HTML
		}
	}
	if len(out) == 0 {
		t.Fatal("there are no pages in testdata/pages")
	}
	return out
}

package page_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"readout"
	"readout/page"
)

const prose = "<p>The foreign ministers of both states met in Oslo on Monday, and spoke for an hour about the border and the prisoners.</p>"

// Pages made to break a reader are read like others, or named with the reason.
func TestHostilePages(t *testing.T) {
	deep := func(open, close string, n int) string {
		return strings.Repeat(open, n) + prose + strings.Repeat(close, n) + prose
	}
	for _, c := range []struct {
		name, page string
		want       string // in the text, or in the error after "!"
	}{
		{"tables ten thousand deep", deep("<table><tr><td>", "</td></tr></table>", 10_000), "met in Oslo"},
		{"tables ten thousand deep and never closed", deep("<table><tr><td>", "", 10_000), "met in Oslo"},
		{"a hundred thousand divisions", deep("<div>", "</div>", 100_000), "met in Oslo"},
		{"bold within bold", deep("<b>", "", 50_000), "met in Oslo"},
		{"closing tags alone", strings.Repeat("</div></p></table>", 50_000) + prose, "met in Oslo"},
		{"tags that no one closes", strings.Repeat("<p><li><td><div>", 20_000) + prose, "met in Oslo"},
		{"an attribute of four megabytes", `<div class="` + strings.Repeat("nav ", 1<<20) + `">` + prose + "</div>" + prose, "met in Oslo"},
		{"a hundred thousand attributes", "<div" + strings.Repeat(" a=b", 100_000) + ">" + prose + "</div>", "met in Oslo"},
		{"an attribute that never ends", prose + `<div class="` + strings.Repeat("x", 1<<20), "met in Oslo"},
		{"a comment that never ends", prose + "<!--" + strings.Repeat("-", 1<<20), "met in Oslo"},
		{"a script that never ends", prose + "<script>" + strings.Repeat("var a = '<p>';", 1<<16), "met in Oslo"},
		{"JSON-LD ten thousand deep", `<script type="application/ld+json">` + strings.Repeat(`{"a":[`, 10_000) + "</script>" + prose, "met in Oslo"},
		{"JSON-LD of a million values", `<script type="application/ld+json">[` + strings.Repeat("0,", 1_000_000) + "]</script>" + prose, "met in Oslo"},
		{"entities without end", strings.Repeat("&amp", 200_000) + prose, "met in Oslo"},
		{"a hundred thousand boxes that beg", strings.Repeat("<div><div>Subscribe now, please, to read on.</div></div>", 100_000) + prose + prose, "met in Oslo"},
		{"zero bytes", strings.Repeat("\x00", 1000) + strings.ReplaceAll(prose, " ", "\x00 "), "met in Oslo"},
		{"more elements than a page has", strings.Repeat("<i>a</i>", 600_000), "! has more than a million elements"},
		{"scripts alone", "<html><body><script>document.write('<p>Hello</p>')</script></body></html>", "! holds no text that reads like an article"},
		{"nothing", "", "! holds no text that reads like an article"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "! holds no text that reads like an article"},
	} {
		p, err := page.Read([]byte(c.page), "", "")
		want, fails := strings.CutPrefix(c.want, "! ")
		if fails {
			var told *page.Error
			if !errors.As(err, &told) || !strings.HasPrefix(err.Error(), want) || told.Next == "" {
				t.Errorf("%s: the error is %v, want one that says %q and what to do", c.name, err, want)
			}
			continue
		}
		if err != nil || !strings.Contains(p.Document.Text, want) {
			t.Errorf("%s: %v; the text is %.200q", c.name, err, p.Document.Text)
		}
	}
}

// A page in another charset than it says is read by what its bytes show.
func TestCharsets(t *testing.T) {
	const words = "Der Außenminister sagte in Köln, dass die Gespräche über die Grenze am Freitag weitergehen würden."
	latin := func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteByte(byte(r))
		}
		return b.String()
	}
	wide := func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteString(string([]byte{byte(r), byte(r >> 8)}))
		}
		return b.String()
	}
	in := func(s string) string { return "<html><body><div><p>" + s + "</p><p>" + s + "</p></div></body></html>" }
	for _, c := range []struct{ name, page, header, charset string }{
		{"UTF-8 that says so", `<meta charset="utf-8">` + in(words), "", "utf-8"},
		{"UTF-8 that calls itself Latin 1", `<meta charset="iso-8859-1">` + in(words), "", "utf-8"},
		{"Latin 1 that says nothing", latin(in(words)), "", "windows-1252"},
		{"Latin 1 that calls itself UTF-8", `<meta charset="utf-8">` + latin(in(words)), "", "windows-1252"},
		{"Latin 1 by the server's header", latin(in(words)), "text/html; charset=iso-8859-1", "windows-1252"},
		{"UTF-8 with a mark", "\ufeff" + in(words), "text/html; charset=iso-8859-1", "utf-8"},
		{"Cyrillic that says nothing", in("\xcc\xe8\xed\xe8\xf1\xf2\xf0\xfb \xe2\xf1\xf2\xf0\xe5\xf2\xe8\xeb\xe8\xf1\xfc, \xe3\xee\xe2\xee\xf0\xe8\xeb\xe8 \xee \xe3\xf0\xe0\xed\xe8\xf6\xe5 \xe8 \xef\xeb\xe5\xed\xed\xfb\xf5."), "", "windows-1251"},
		{"Japanese in two bytes", `<meta charset="shift_jis">` + in("\x97\xbc\x8d\x91\x82\xcc\x8aO\x91\x8a\x82\xaa Oslo \x82\xc5\x89\xef\x92k\x82\xb5\x81A\x8d\x91\x8b\xab\x82\xc9\x82\xc2\x82\xa2\x82\xc4\x98b\x82\xb5\x8d\x87\x82\xc1\x82\xbd\x81B"), "", "shift_jis"},
		{"UTF-16 with a mark", "\xff\xfe" + wide(in(words)), "", "utf-16le"},
	} {
		p, err := page.Read([]byte(c.page), "", c.header)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		text, mark := p.Document.Text, "Köln"
		for _, other := range []string{"границе", "国境"} {
			if strings.Contains(text, other) {
				mark = other
			}
		}
		if p.Charset != c.charset || mark == "Köln" && !strings.Contains(text, words) {
			t.Errorf("%s: read as %s: %.120q", c.name, p.Charset, text)
		}
		at := strings.Index(text, mark)
		span := readout.Span{Start: readout.Offset(at), End: readout.Offset(at + len(mark))}
		if ranges := p.Map.Ranges(span); len(ranges) != 1 || said(t, []byte(c.page), p, span) != mark {
			t.Errorf("%s: %q leads to %v", c.name, mark, ranges)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<html><body><h1>Ministers meet</h1>" + prose + prose + "</body></html>"))
	f.Add([]byte("<table><tr><td>" + prose + "<td>&nbsp;&#0;&#x1F600;<br><br/>\xff\xfe"))
	f.Add([]byte(`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2016-05-03","author":[{"name":"Jo"}],"headline":"x\u00e9"}</script>` + prose))
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"))
	f.Add([]byte(`<meta charset=shift_jis><p>` + "\x83\x65\x83\x58\x83\x67, \x82\xb1\x82\xea\x82\xcd, \x83\x65\x83\x58\x83\x67. one two three four five six seven eight nine ten eleven"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := page.Read(raw, "https://example.org/2016/05/03/x", "")
		if err != nil {
			return
		}
		text := p.Document.Text
		if !utf8.ValidString(text) || text == "" {
			t.Fatalf("the text is %q", text)
		}
		at := readout.Offset(0)
		for _, s := range p.Document.Sections {
			if s.Start != at || s.End <= at || int(s.End) > len(text) {
				t.Fatalf("section %v after %d", s, at)
			}
			at = s.End
		}
		last := 0
		for _, r := range p.Map.Ranges(readout.Span{End: readout.Offset(len(text))}) {
			if r.Start < last || r.End <= r.Start || r.End > len(raw) {
				t.Fatalf("range %v after %d of %d", r, last, len(raw))
			}
			last = r.End
		}
	})
}

// BenchmarkRead reads a page of a hundred paragraphs among as many links.
func BenchmarkRead(b *testing.B) {
	var page0 strings.Builder
	page0.WriteString("<html><head><title>Ministers meet in Oslo</title></head><body><nav>")
	for i := range 300 {
		fmt.Fprintf(&page0, `<li class="menu-item"><a href="/%d">Topic %d of many</a></li>`, i, i)
	}
	page0.WriteString("</nav><article>")
	page0.WriteString(strings.Repeat(prose, 100))
	page0.WriteString("</article></body></html>")
	raw := []byte(page0.String())
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := page.Read(raw, "", ""); err != nil {
			b.Fatal(err)
		}
	}
}

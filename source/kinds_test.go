package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"readout/source/warc"
)

const article = `<html lang="en"><head><title>Ministers meet</title><link rel="canonical" href="%s"></head><body><article><h1>Ministers meet</h1>
<p>GENEVA — The foreign ministers of the two countries met in Geneva on Tuesday and talked about the ceasefire, their offices said.</p>
<p>They agreed to meet again in a month, and their deputies will prepare that meeting, according to a statement that both sides published.</p>
<p>It was the first time in three years that the two had met, and neither took questions afterwards, though both read out short remarks.</p></article></body></html>`

func crawl(pages ...warc.Page) string {
	var b bytes.Buffer
	for i, p := range pages {
		p.Fetched = time.Date(2021, 6, 16, 12, i, 0, 0, time.UTC)
		if p.Status == 0 {
			p.Status = 200
		}
		if p.Header == nil {
			p.Header = map[string][]string{"Content-Type": {"text/html; charset=utf-8"}}
		}
		warc.Write(&b, p)
	}
	return b.String()
}

// brief lists the items by id and the first words of their texts.
func brief(t *testing.T, dir string, opts Options, names ...string) string {
	t.Helper()
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSpace(shown(t, dir, opts, names...)), "\n") {
		if id, text, ok := strings.Cut(line, " \""); ok && line[0] != '!' {
			line = id + " " + text[:min(len(text), 20)]
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

func TestPagesOfACrawl(t *testing.T) {
	page := func(address string) warc.Page {
		return warc.Page{Address: address, Body: fmt.Appendf(nil, article, address)}
	}
	stranger := warc.Page{Address: "https://rogue.example/x", Body: fmt.Appendf(nil, article, "https://news.example/a")}
	file := crawl(page("https://news.example/a"), warc.Page{Address: "https://news.example/p.png", Header: map[string][]string{"Content-Type": {"image/png"}}, Body: []byte("PNG")},
		warc.Page{Address: "https://news.example/", Body: []byte("<html><body><a href=x>x</a></body></html>")}, stranger,
		warc.Page{Address: "https://news.example/404", Status: 404, Body: []byte("<html><p>no")})
	dir := folder(t, map[string]string{"day.warc": file, "cut.warc": file[:len(file)-700]})
	got := brief(t, dir, Options{}, "day.warc")
	want := "https://news.example/a Ministers meet\\n\\nGE\nhttps://rogue.example/x Ministers meet\\n\\nGE\n! day.warc: 1 of 3 pages hold no text that reads like an article\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := brief(t, dir, Options{}, "cut.warc"); !strings.Contains(got, "is cut short") || !strings.Contains(got, "https://news.example/a ") {
		t.Error(got)
	}
	if got := brief(t, dir, Options{Stdin: strings.NewReader(file)}, "-"); !strings.HasPrefix(got, "https://news.example/a ") {
		t.Error(got)
	}
}

func TestTextsOfAWETFile(t *testing.T) {
	const text = "The ministers met."
	wet := fmt.Sprintf("WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://news.example/w\r\nWARC-Identified-Content-Language: fra,eng\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(text), text)
	if got := shown(t, folder(t, map[string]string{"a.wet": wet}), Options{}, "a.wet"); got != "https://news.example/w \"The ministers met.\"\n" {
		t.Error(got)
	}
}

func TestTables(t *testing.T) {
	gkg := make([]string, 27)
	gkg[3], gkg[4] = "news.example", "https://news.example/g"
	for _, c := range []struct{ name, file, body, columns, want string }{
		{"columns that are known", "t.csv", "Title,Date,Body\nTalks,2021-06-15,\"They met.\nThey talked.\"\nMore,2021-06-16,They left.\n", "", "t:2 They met.\\nThey talk\nt:3 They left.\"\n"},
		{"semicolons and Windows-1252", "t.csv", "headline;text\nCaf\xe9;The caf\xe9 met.\n", "", "t:2 The café met.\"\n"},
		{"tabs", "t.tsv", "url\ttext\nhttps://e.org/1\tThey met.\n", "", "https://e.org/1 They met.\"\n"},
		{"a mapping of one's own", "t.csv", "Überschrift,Teil 1,Teil 2\nTalks,They met.,They left.\n", "title=Überschrift,text=Teil 1+Teil 2", "t:2 They met.\\n\\nThey le\n"},
		{"Factiva", "t.csv", "an,title,snippet,body,publication_datetime,source_name,language_code\nX1,Talks,They met.,They talked.,1623751200000,Example Times,en\n", "", "X1 They met.\\n\\nThey ta\n"},
		{"Media Cloud has addresses alone", "t.csv", "id,publish_date,title,url,language,media_name\n7,2021-06-15,Talks,https://e.org/1,en,e.org\n", "", "! t.csv, line 2: has an address and no text; its pages are fetched with: readout add --fetch\n"},
		{"GDELT's GKG has no head", "t.csv", strings.Join(gkg, "\t") + "\n", "", "! t.csv, line 1: has an address and no text; its pages are fetched with: readout add --fetch\n"},
		{"columns that are not known", "t.csv", "a,b\n1,2\n", "", "! t.csv: has no column with texts or addresses that is known; its columns are a, b; name them: --columns \"text=COLUMN,title=COLUMN,published=COLUMN\"\n"},
		{"JSON with other keys", "t.jsonl", `{"Nr":7,"Story":"They met."}` + "\n", "id=nr,text=story", "7 They met.\"\n"},
		{"nothing", "t.csv", "", "", "! t.csv: is empty\n"},
	} {
		opts := Options{}
		if c.columns != "" {
			var err error
			if opts.Columns, err = ParseColumns(c.columns); err != nil {
				t.Fatal(err)
			}
		}
		if got := brief(t, folder(t, map[string]string{c.file: c.body}), opts, c.file); got != c.want {
			t.Errorf("%s:\n got  %s want %s", c.name, got, c.want)
		}
	}
}

func TestAQuotationMarkThatIsMissingDoesNotFillTheMemory(t *testing.T) {
	body := "title,text\na,\"" + strings.Repeat("They met.\n", 1<<18)
	got := brief(t, folder(t, map[string]string{"t.csv": body}), Options{MaxSize: 1 << 10}, "t.csv")
	if got != "! t.csv: cannot be read as a table: too long\n" && !strings.Contains(got, "does not end within") {
		t.Error(got)
	}
}

func TestAMappingIsChecked(t *testing.T) {
	for in, want := range map[string]string{
		"lexis":      `"lexis" is no preset; one of factiva, nexis, mediacloud, gdelt, plain, or FIELD=COLUMN`,
		"headline=a": `"headline" is no field of a document; one of id, outlet, url, title, byline, dateline, published, language, text`,
	} {
		if _, err := ParseColumns(in); err == nil || err.Error() != want {
			t.Errorf("%s: %v", in, err)
		}
	}
}

func TestAZIPOfPages(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct{ name, body string }{
		{"a.html", fmt.Sprintf(article, "https://news.example/a")}, {"sub/b.txt", "They met."}, {"p.png", "x"}, {"__MACOSX/a.html", "x"},
		{"../../etc/evil.txt", "They met."}, {"bomb.txt", strings.Repeat("a", 1<<20)}, {"c.txt", "They left."},
	} {
		w, _ := z.Create(f.name)
		w.Write([]byte(f.body))
	}
	z.Close()
	dir := folder(t, map[string]string{"p.zip": b.String(), "cut.zip": b.String()[:200]})
	want := "p/a Ministers meet\\n\\nGE\np/sub/b They met.\"\n! p.zip!../../etc/evil.txt: has a name that no file in an archive should have\n" +
		"! p.zip!bomb.txt: is larger than 64 KiB; raise the limit or cut it into documents\np/c They left.\"\n"
	if got := brief(t, dir, Options{MaxSize: 1 << 16}, "p.zip"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := brief(t, dir, Options{}, "cut.zip"); !strings.Contains(got, "is no ZIP file, or is cut short") {
		t.Error(got)
	}
}

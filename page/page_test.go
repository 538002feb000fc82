package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout"
	"readout/article"
	"readout/page"
)

// Every page of testdata/pages reads as the file beside it says: what the page tells
// of itself, and its sections. READOUT_UPDATE=1 writes those files anew.
func TestSavedPages(t *testing.T) {
	names, _ := filepath.Glob("../testdata/pages/*.html")
	if len(names) == 0 {
		t.Fatal("there are no pages in testdata/pages")
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, err := page.Read(raw, "", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got, file := told(p), strings.TrimSuffix(name, ".html")+".want"
		if os.Getenv("READOUT_UPDATE") != "" {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s reads\n%s\nwant\n%s", name, got, want)
		}
	}
}

// told shows a page as read.
func told(p page.Page) string {
	var b strings.Builder
	d := p.Document
	for _, f := range [][2]string{{"charset", p.Charset}, {"title", d.Title}, {"outlet", d.Outlet}, {"byline", d.Byline}, {"published", d.Published},
		{"updated", d.Updated}, {"language", d.Language}, {"address", d.URL}} {
		fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
	}
	for _, s := range article.Sections(d) {
		fmt.Fprintf(&b, "\n[%v %s]\n%s\n", s.Kind, s.Outlet, strings.TrimSpace(s.In(d.Text)))
	}
	return b.String()
}

// A page whose words are set by scripts is read from what it tells programs.
func TestAPageThatShowsNoWordsIsReadFromWhatItTellsPrograms(t *testing.T) {
	first := "The foreign ministers of both states met in Oslo on Tuesday and spoke for an hour about the border, the prisoners and the trade that had stopped in spring."
	second := "\u201cThe road is long,\u201d Minister Holm said after the talks. His guest did not speak to reporters, who had waited for him since noon, and left by train."
	third := "Both sides had agreed to the talks in March after months of silence, and officials expect a second round before the summer begins in the capital."
	json := strings.ReplaceAll(first, "both states", `both <b>states<\/b>`) + `\n\n` + strings.ReplaceAll(strings.ReplaceAll(second, "\u201c", `\u201c`), "\u201d", "&rdquo;") + `<\/p><p>` + third
	for name, shown := range map[string]string{"nothing": "", "a plea": "<p>Please switch on scripts to read this page, or read it in our own application for your telephone.</p>"} {
		raw := []byte(`<html><head><title>Talks in Oslo</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks in Oslo","datePublished":"2016-05-03","articleBody":"` + json +
			`"}</script></head><body><div id="app">` + shown + `</div></body></html>`)
		p, err := page.Read(raw, "", "")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if want := first + "\n\n" + second + "\n\n" + third; p.Document.Text != want || p.Document.Published != "2016-05-03" || p.Document.Title != "Talks in Oslo" {
			t.Errorf("where it shows %s it reads\n%q\nnot\n%q", name, p.Document.Text, want)
		}
		at := strings.Index(p.Document.Text, "Minister Holm")
		ranges := p.Map.Ranges(readout.Span{Start: readout.Offset(at), End: readout.Offset(at + len("Minister Holm"))})
		if len(ranges) != 1 || string(raw[ranges[0].Start:ranges[0].End]) != "Minister Holm" {
			t.Errorf("where it shows %s the minister stands at %v", name, ranges)
		}
	}
}

// What a page shows counts, whatever it tells programs.
func TestWhatAPageShowsComesBeforeWhatItTellsPrograms(t *testing.T) {
	shown := strings.Repeat("The ministers met in Oslo on Tuesday and spoke for an hour about the border and the trade. ", 6)
	raw := []byte(`<html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + strings.Repeat("Other words. ", 60) + `"}</script></head><body><article><p>` + shown + `</p></article></body></html>`)
	p, err := page.Read(raw, "", "")
	if err != nil || !strings.Contains(p.Document.Text, "met in Oslo") || strings.Contains(p.Document.Text, "Other words") {
		t.Errorf("%v: it reads %.200q", err, p.Document.Text)
	}
}

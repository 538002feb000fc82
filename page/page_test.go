package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

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

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"readout"
	"readout/article"
	"readout/eval"
	webpage "readout/page"
)

type evalPagesCmd struct {
	scoring
	Pages bool `help:"Print what each page scored, too."`
}

// Help is shown by readout eval pages --help.
func (*evalPagesCmd) Help() string {
	return `Scores what is read of HTML pages, in per cent: main text (F1 of four-word shingles, ROUGE-LSum,
phrases that it must and must not contain) and the day of publication. The folder holds the
sets scrapinghub, fundus-eval, trafilatura-en and fundus-parser-cases, or has them in extraction/.

Example:
  readout eval pages --data ../shared/data --floors eval/floors_pages.json`
}

// Run reads and scores every page.
func (c *evalPagesCmd) Run(w *world) error {
	dir := c.Data
	if below := filepath.Join(dir, "extraction"); isDir(below) {
		dir = below
	}
	return c.score(w, "eval pages", []func() ([]eval.Row, error){func() ([]eval.Row, error) {
		cases, err := eval.OpenPages(dir)
		if err != nil {
			return nil, err
		}
		scores := eval.Pages(cases, readPageText)
		if c.Pages {
			for _, s := range scores {
				fmt.Fprintf(w.out, "%-20s P %.2f R %.2f L %.2f phrases -%d +%d date %v/%v %s %s\n", s.Case.Set,
					s.Precision, s.Recall, s.Rouge, s.Missing, s.Leaked, s.DateOK, s.HasDate, s.Case.Name, s.Case.Address)
			}
		}
		return eval.PageRows(scores), nil
	}})
}

// readPageText reads a page for its figures.
func readPageText(html []byte, address string) eval.PageText {
	p, err := webpage.Read(html, address, "")
	if err != nil {
		return eval.PageText{}
	}
	var lines []string
	for _, s := range article.Sections(p.Document) {
		words := s.In(p.Document.Text)
		if s.Kind.Speaks() || s.Kind == readout.Headline && strings.TrimSpace(words) != p.Document.Title {
			lines = append(lines, words)
		}
	}
	return eval.PageText{Body: strings.Join(lines, "\n"), Date: p.Document.Published}
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

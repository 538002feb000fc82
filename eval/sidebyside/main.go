// Command sidebyside reads the annotated pages with Readout's page package and with
// go-trafilatura, in turns and in one process, and prints what each scores and how
// many pages a second it reads. It is a module of its own, so that the other reader is
// no part of the product.
//
//	cd eval/sidebyside && taskset -c 0 go run . ../../../shared/data/extraction
//
// In goes the folder that readout eval pages takes. What can go wrong: a set that is
// not there is left out; a page that a reader fails on scores nothing.
package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"

	"readout"
	"readout/article"
	"readout/eval"
	"readout/page"
)

// reader is one of the two that are compared.
type reader struct {
	name string
	read func(html []byte, address string) eval.PageText
	took time.Duration
}

const rounds = 5

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: sidebyside FOLDER")
		os.Exit(2)
	}
	cases, err := eval.OpenPages(os.Args[1])
	if err != nil || len(cases) == 0 {
		fmt.Fprintf(os.Stderr, "sidebyside: no pages in %s: %v\n", os.Args[1], err)
		os.Exit(1)
	}
	readers := []*reader{{name: "readout", read: ours}, {name: "go-trafilatura", read: theirs}}
	for _, r := range readers {
		for _, row := range eval.PageRows(eval.Pages(cases, r.read)) {
			fmt.Printf("%-15s %-20s %-14s %8.2f\n", r.name, row.Set, row.Metric, row.Value)
		}
	}
	for range rounds {
		for _, r := range readers {
			runtime.GC()
			start := time.Now()
			for i := range cases {
				r.read(cases[i].HTML, cases[i].Address)
			}
			r.took += time.Since(start)
		}
	}
	for _, r := range readers {
		fmt.Printf("%-15s %8.1f pages/s\n", r.name, float64(rounds*len(cases))/r.took.Seconds())
	}
	fmt.Printf("readout is %.2f times as fast\n", readers[1].took.Seconds()/readers[0].took.Seconds())
}

// ours goes all the way to sections, of which the headings and what speaks count.
func ours(html []byte, address string) eval.PageText {
	p, err := page.Read(html, address, "")
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

func theirs(html []byte, _ string) eval.PageText {
	r, err := trafilatura.Extract(bytes.NewReader(html), trafilatura.Options{EnableFallback: false, ExcludeComments: true})
	if err != nil || r == nil {
		return eval.PageText{}
	}
	t := eval.PageText{Body: r.ContentText}
	if !r.Metadata.Date.IsZero() {
		t.Date = r.Metadata.Date.Format(time.DateOnly)
	}
	return t
}

package eval

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
)

// PageCase is a page with what annotators say of it; what they do not say is empty.
type PageCase struct {
	Set     string
	Name    string
	Address string
	HTML    []byte

	Body    string   // the main text, a paragraph a line
	With    []string // phrases of the main text
	Without []string // phrases that are none of it
	Date    string   // the day of publication, or the instant
}

// PageText is what was read of a page.
type PageText struct {
	Body string // what is body, taken over, or a heading within, a paragraph a line
	Date string
}

// OpenPages reads the sets of annotated pages below dir: scrapinghub, fundus-eval,
// fundus-parser-cases, trafilatura-en. A set that is not there is left out.
func OpenPages(dir string) ([]PageCase, error) {
	var out []PageCase
	for _, set := range []struct {
		name string
		read func(dir string) ([]PageCase, error)
	}{{"scrapinghub", scrapinghub}, {"fundus-eval", fundusEval}, {"trafilatura-en", trafilatura}, {"fundus-parser-cases", fundusCases}} {
		cases, err := set.read(filepath.Join(dir, set.name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", set.name, err)
		}
		sort.Slice(cases, func(i, j int) bool { return cases[i].Name < cases[j].Name })
		for i := range cases {
			cases[i].Set = set.name
		}
		out = append(out, cases...)
	}
	return out, nil
}

func scrapinghub(dir string) ([]PageCase, error) {
	var gold map[string]struct{ ArticleBody, URL string }
	files, err := openSet(dir, "ground-truth.*.json.gz", "html-*.tar", &gold)
	var out []PageCase
	for name, html := range files {
		id := strings.TrimSuffix(name, ".html")
		if g, ok := gold[id]; ok {
			out = append(out, PageCase{Name: id, Address: g.URL, HTML: html, Body: g.ArticleBody})
		}
	}
	return out, err
}

func fundusEval(dir string) ([]PageCase, error) {
	var gold map[string]struct {
		Body []string
		URL  string
	}
	files, err := openSet(dir, "ground_truth.*.json.gz", "html-*.tar", &gold)
	var out []PageCase
	for name, html := range files {
		if g, ok := gold[name+".gz"]; ok {
			out = append(out, PageCase{Name: name, Address: g.URL, HTML: html, Body: strings.Join(g.Body, "\n")})
		}
	}
	return out, err
}

func trafilatura(dir string) ([]PageCase, error) {
	var gold map[string]struct {
		File, Date    string
		With, Without []string
	}
	files, err := openSet(dir, "evaldata.*.json.gz", "html-*.tar", &gold)
	var out []PageCase
	for address, g := range gold {
		if html, ok := files[g.File]; ok {
			if strings.HasPrefix(address, "hard::") {
				address = ""
			}
			out = append(out, PageCase{Name: g.File, Address: address, HTML: html, With: g.With, Without: g.Without, Date: g.Date})
		}
	}
	return out, err
}

// fundusCases pairs the n-th page of an outlet with the n-th version of its record.
func fundusCases(dir string) ([]PageCase, error) {
	files, err := openTars(filepath.Join(dir, "cases-*.tar"))
	if err != nil {
		return nil, err
	}
	var names []string
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	var out []PageCase
	for _, name := range names {
		outlet, isJSON := strings.CutSuffix(name, ".json")
		if !isJSON {
			continue
		}
		var pages []string
		for _, n := range names {
			if strings.HasPrefix(n, outlet+"_2") {
				pages = append(pages, n)
			}
		}
		cases, err := fundusVersions(files[name], pages, files)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, cases...)
	}
	return out, nil
}

// fundusVersions reads the versions of an outlet's record in the order of the file.
func fundusVersions(record []byte, pages []string, files map[string][]byte) ([]PageCase, error) {
	dec := json.NewDecoder(bytes.NewReader(record))
	if _, err := dec.Token(); err != nil {
		return nil, err
	}
	var out []PageCase
	for n := 0; dec.More() && n < len(pages); n++ {
		if _, err := dec.Token(); err != nil {
			return nil, err
		}
		var v struct {
			Date string `json:"publishing_date"`
			Body struct {
				Summary  []string
				Sections []struct{ Headline, Paragraphs []string }
			}
		}
		if err := dec.Decode(&v); err != nil {
			return nil, err
		}
		lines := v.Body.Summary
		for _, s := range v.Body.Sections {
			lines = append(append(lines, s.Headline...), s.Paragraphs...)
		}
		c := PageCase{Name: path.Base(pages[n]), HTML: files[pages[n]], Body: strings.Join(lines, "\n")}
		c.Date = strings.Replace(v.Date, " ", "T", 1)
		out = append(out, c)
	}
	return out, nil
}

// openSet reads a set's gold file into gold and returns its pages by name.
func openSet(dir, goldPattern, pagePattern string, gold any) (map[string][]byte, error) {
	found, _ := filepath.Glob(filepath.Join(dir, goldPattern))
	if len(found) == 0 {
		return nil, os.ErrNotExist
	}
	for _, name := range found {
		body, err := openWith(name, io.ReadAll)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(body, gold); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return openTars(filepath.Join(dir, pagePattern))
}

// openTars reads archives of packed pages; names lose ".gz" and "./".
func openTars(pattern string) (map[string][]byte, error) {
	archives, _ := filepath.Glob(pattern)
	if len(archives) == 0 {
		return nil, os.ErrNotExist
	}
	files := map[string][]byte{}
	for _, name := range archives {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		for t := tar.NewReader(f); ; {
			h, err := t.Next()
			if err == io.EOF {
				break
			}
			if err == nil && h.Typeflag == tar.TypeReg {
				files[strings.TrimSuffix(path.Clean(h.Name), ".gz")], err = unpack(h.Name, t)
			}
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return files, nil
}

func unpack(name string, r io.Reader) ([]byte, error) {
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		r = z
	}
	return io.ReadAll(r)
}

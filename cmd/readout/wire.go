package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"readout"
	"readout/resolve"
	"readout/store"
)

// This file alone says which packages do the work.

func loadReader() (func() reader, error) {
	return func() reader {
		return func(d readout.Document) readout.Readout {
			return readout.Readout{Document: d, Sections: []readout.Section{{Span: readout.Span{End: readout.Offset(len(d.Text))}}}}
		}
	}, nil
}

func storeOptions() store.Options { return store.Options{Resolve: resolve.Encounters} }

func (in inputs) documents(w *world) iter.Seq2[readout.Document, error] {
	return func(yield func(readout.Document, error) bool) {
		for _, path := range in.Paths {
			if path == "-" {
				b, err := io.ReadAll(w.in)
				if !yield(readout.Document{ID: "-", Text: string(b)}, err) {
					return
				}
				continue
			}
			stop := false
			filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
				if err != nil {
					stop = !yield(readout.Document{}, err)
				} else if !d.IsDir() {
					stop = !file(p, yield)
				}
				if stop {
					return fs.SkipAll
				}
				return nil
			})
			if stop {
				return
			}
		}
	}
}

func file(path string, yield func(readout.Document, error) bool) bool {
	b, err := os.ReadFile(path)
	if err != nil {
		return yield(readout.Document{}, err)
	}
	if !strings.HasSuffix(path, ".jsonl") {
		return yield(readout.Document{ID: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), Text: string(b)}, nil)
	}
	sc := bufio.NewScanner(strings.NewReader(string(b)))
	sc.Buffer(nil, 1<<26)
	for n := 1; sc.Scan(); n++ {
		var d readout.Document
		err := json.Unmarshal(sc.Bytes(), &d)
		if err != nil {
			err = fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if !yield(d, err) {
			return false
		}
	}
	return true
}

package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"readout"
	"readout/source/warc"
)

const stdinName = "standard input"

// reading is one call of Read.
type reading struct {
	ctx   context.Context
	opts  Options
	visit func(Item) error
	ids   map[string]bool // of the files so far
}

func (r *reading) give(it Item) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	return r.visit(it)
}

func (r *reading) fail(e Error) error { return r.give(Item{Err: &e}) }

func (r *reading) path(path string) error {
	if path == "-" {
		return r.stdin()
	}
	if isAddress(path) {
		return r.address(path)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return r.fail(Error{File: path, Reason: "is not there", Next: "check the name", Err: err})
	case err != nil:
		return r.fail(unreadable(path, err))
	case info.IsDir():
		return r.folder(path)
	}
	return r.file(path, trimExtensions(filepath.Base(path)), info.Size())
}

// folder reads the files below root.
func (r *reading) folder(root string) error {
	found := false
	err := walk(root, func(path string, info os.FileInfo, err error) error {
		found = true
		if err != nil {
			return r.fail(unreadable(path, err))
		}
		inside, err := filepath.Rel(root, path)
		if err != nil {
			inside = filepath.Base(path)
		}
		return r.file(path, trimExtensions(filepath.ToSlash(inside)), info.Size())
	})
	if err == nil && !found {
		return r.fail(Error{File: root, Reason: "holds no texts, pages, tables or archives", Next: "name the files if they have other endings"})
	}
	return err
}

// walk visits the files below root that a folder is searched for, in the order of
// their names, and what cannot be looked into. It ends with the first error of visit.
func walk(root string, visit func(path string, info os.FileInfo, err error) error) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			if fail := visit(path, nil, err); fail != nil {
				return fail
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		hidden := path != root && strings.HasPrefix(d.Name(), ".")
		if d.IsDir() {
			if hidden {
				return fs.SkipDir
			}
			return nil
		}
		if hidden || !hasTextEnding(d.Name()) {
			return nil
		}
		info, err := os.Stat(path) // follows a link to a file
		if err != nil {
			return visit(path, nil, err)
		}
		if !info.Mode().IsRegular() {
			return nil
		}
		return visit(path, info, nil)
	})
}

func unreadable(path string, err error) Error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	e := Error{File: path, Reason: "cannot be read: " + err.Error(), Err: err}
	if errors.Is(err, fs.ErrPermission) {
		e.Next = "check its permissions"
	}
	return e
}

// hasTextEnding tells whether a folder is searched for files of that name.
func hasTextEnding(name string) bool {
	ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(name, ".gz")))
	switch ext {
	case ".txt", ".text", ".md", ".markdown", "":
		return true
	}
	return isLines(name) || isPageName(name) || isTable(name) || isArchive(name) || isZip(name)
}

// isLines tells whether the file's name says that it holds JSON Lines.
func isLines(name string) bool {
	switch strings.ToLower(filepath.Ext(strings.TrimSuffix(name, ".gz"))) {
	case ".jsonl", ".ndjson":
		return true
	}
	return false
}

// isJSON tells whether the file's name says that it holds one JSON value or list.
func isJSON(name string) bool {
	return strings.EqualFold(filepath.Ext(strings.TrimSuffix(name, ".gz")), ".json")
}

// trimExtensions cuts ".gz" and the extension before it.
func trimExtensions(name string) string {
	name = strings.TrimSuffix(name, ".gz")
	if ext := filepath.Ext(name); len(ext) < len(filepath.Base(name)) {
		name = strings.TrimSuffix(name, ext)
	}
	return name
}

// unused returns id, or the path without extension where an earlier file has it.
func (r *reading) unused(id, path string) string {
	if r.ids[id] {
		id = trimExtensions(filepath.ToSlash(filepath.Clean(path)))
	}
	for n, base := 2, id; r.ids[id]; n++ {
		id = base + "~" + strconv.Itoa(n)
	}
	r.ids[id] = true
	return id
}

func (r *reading) file(path, id string, size int64) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	packed := strings.HasSuffix(path, ".gz")
	oneDocument := !isLines(path) && !isJSON(path) && !isTable(path) && !isArchive(path) && !isZip(path)
	if !packed && oneDocument && size > r.opts.maxSize() {
		return r.fail(r.tooLarge(path))
	}
	f, err := os.Open(path)
	if err != nil {
		return r.fail(unreadable(path, err))
	}
	defer f.Close()
	id = r.unused(id, path)
	if isZip(path) {
		return r.zipped(path, id, f, size)
	}
	var in io.Reader = f
	if packed && !isArchive(path) { // an archive's reader unpacks it itself, to know its records' places
		z, err := gzip.NewReader(bufio.NewReaderSize(f, 1<<16))
		if err != nil {
			return r.fail(Error{File: path, Reason: "is no gzip file", Err: err})
		}
		defer z.Close()
		in = z
	}
	return r.stream(path, id, in)
}

// stream reads what a file holds, by its name.
func (r *reading) stream(path, id string, in io.Reader) error {
	switch {
	case isLines(path):
		return r.lines(path, id, in)
	case isJSON(path):
		return r.values(path, id, in)
	case isTable(path):
		return r.table(path, id, in)
	case isArchive(path):
		return r.archive(path, id, in)
	}
	return r.text(path, id, in)
}

// ext is the ending of a file's name in lower case, without ".gz".
func ext(name string) string {
	return strings.ToLower(filepath.Ext(strings.TrimSuffix(name, ".gz")))
}

// text reads one document that is the whole of in.
func (r *reading) text(path, id string, in io.Reader) error {
	limit := r.opts.maxSize()
	b, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return r.fail(unreadable(path, err))
	}
	if int64(len(b)) > limit {
		return r.fail(r.tooLarge(path))
	}
	if isPageName(path) || isPage(b) {
		return r.page(path, id, b)
	}
	text, fault := decode(b)
	if fault != nil {
		fault.File = path
		return r.give(Item{Err: fault, Bytes: int64(len(b))})
	}
	return r.give(Item{Document: readout.Document{ID: id, Text: text}, Origin: Origin{File: path}, Bytes: int64(len(b))})
}

// page reads a saved page, each post of a live one as a document of its own.
func (r *reading) page(path, id string, b []byte) error {
	parts, fault := Parts(b, "", "")
	if fault != nil {
		fault.File = path
		return r.give(Item{Err: fault, Bytes: int64(len(b))})
	}
	if r.opts.Keep != nil {
		if err := r.opts.Keep(path, b); err != nil {
			return err
		}
	}
	size := int64(len(b))
	for _, part := range parts {
		doc := part.Document
		doc.ID = id + part.Mark
		if err := r.give(Item{Document: doc, Origin: Origin{File: path}, Bytes: size}); err != nil {
			return err
		}
		size = 0 // the file counts once
	}
	return nil
}

func (r *reading) tooLarge(path string) Error {
	return Error{File: path, Reason: "is larger than " + humanSize(r.opts.maxSize()), Next: "raise the limit or cut it into documents"}
}

func humanSize(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// stdin reads standard input: a web archive where it starts like one, JSON Lines where
// it starts with an object that fills its line or runs on, one text otherwise.
func (r *reading) stdin() error {
	in := r.opts.Stdin
	if in == nil {
		in = os.Stdin
	}
	buf := bufio.NewReaderSize(in, 1<<16)
	head, err := buf.Peek(1 << 12)
	if err != nil && err != io.EOF && len(head) == 0 {
		return r.fail(unreadable(stdinName, err))
	}
	if warc.Sniff(head) {
		return r.archive(stdinName, "-", buf)
	}
	if startsObject(head) {
		return r.lines(stdinName, "-", buf)
	}
	return r.text(stdinName, "-", buf)
}

// startsObject tells whether the first thing in head is a JSON object's first key.
func startsObject(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	head = bytes.TrimLeft(head[1:], " \t\r\n")
	return len(head) > 0 && (head[0] == '"' || head[0] == '}')
}

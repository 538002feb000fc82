package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"readout"
)

// lines reads a JSON Lines file. Lines are counted from 1, empty ones too.
func (r *reading) lines(path, id string, in io.Reader) error {
	buf := bufio.NewReaderSize(in, 1<<16)
	if head, _ := buf.Peek(2); string(head) == "\xff\xfe" || string(head) == "\xfe\xff" {
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		buf = bufio.NewReaderSize(transform.NewReader(buf, utf16), 1<<16)
	}
	// A text of the greatest size may take three times as many bytes in escapes.
	limit := int(r.opts.maxSize())*3 + 1<<20
	var line []byte
	any := false
	for n := 1; ; n++ {
		var size int64
		var err error
		line, size, err = nextLine(buf, line[:0], limit)
		if err != nil && err != io.EOF {
			return r.fail(unreadable(path, fmt.Errorf("after line %d: %w", n-1, err)))
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if trimmed := bytes.TrimSpace(line); len(trimmed) > 0 {
			any = true
			it := Item{Bytes: size, Origin: Origin{File: path, Place: fmt.Sprintf("line %d", n)}}
			it.Document, it.Err = r.line(trimmed, size > int64(len(line))+2)
			if it.Err != nil {
				it.told, it.Document = it.Document, readout.Document{}
				it.Err.File, it.Err.Line = path, n
			} else if it.Document.ID == "" {
				it.Document.ID = fmt.Sprintf("%s:%d", id, n)
			}
			if err := r.found(it); err != nil {
				return err
			}
		}
		if err == io.EOF {
			break
		}
	}
	if !any {
		return r.fail(Error{File: path, Reason: "is empty"})
	}
	return nil
}

// nextLine appends the next line to line, without its newline, and returns its
// size in the input. Of a line longer than limit only so much is kept.
func nextLine(buf *bufio.Reader, line []byte, limit int) ([]byte, int64, error) {
	var size int64
	for {
		part, err := buf.ReadSlice('\n')
		size += int64(len(part))
		if room := limit - len(line); room > 0 {
			line = append(line, part[:min(room, len(part))]...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err == nil && len(line) > 0 && line[len(line)-1] == '\n' {
			line = line[:len(line)-1]
		}
		return line, size, err
	}
}

// record is a line of JSON Lines. Fields of other names are left alone.
type record struct {
	ID        any     `json:"id"`
	Outlet    string  `json:"outlet"`
	URL       string  `json:"url"`
	Title     string  `json:"title"`
	Byline    string  `json:"byline"`
	Dateline  string  `json:"dateline"`
	Published string  `json:"published"`
	Language  string  `json:"language"`
	Text      *string `json:"text"`
}

// line makes a document of one line of JSON; its id may stay empty.
func (r *reading) line(line []byte, cut bool) (readout.Document, *Error) {
	if cut {
		return readout.Document{}, &Error{Reason: "is longer than a document of " + humanSize(r.opts.maxSize()) + " can be", Next: "raise the limit or cut it into documents"}
	}
	if line[0] != '{' {
		e := &Error{Reason: "is no JSON object", Next: "write one object a line"}
		if line[0] == '[' {
			e.Next = "write the list's objects one a line (jq -c '.[]' does that)"
		}
		return readout.Document{}, e
	}
	if r.opts.Columns != nil {
		return r.mapped(line)
	}
	var rec record
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	if err := dec.Decode(&rec); err != nil {
		return readout.Document{}, badJSON(err)
	}
	if dec.More() {
		return readout.Document{}, &Error{Reason: "has more than one JSON value", Next: "write one object a line"}
	}
	return r.document(rec)
}

// mapped makes a document of an object whose keys the user names like columns.
func (r *reading) mapped(line []byte) (readout.Document, *Error) {
	var object map[string]any
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	if err := dec.Decode(&object); err != nil {
		return readout.Document{}, badJSON(err)
	}
	var head, row []string
	for key, value := range object {
		switch v := value.(type) {
		case string:
			head, row = append(head, canonical(key)), append(row, v)
		case json.Number:
			head, row = append(head, canonical(key)), append(row, v.String())
		}
	}
	return r.document(newTable(head, r.opts.Columns).record(row))
}

// document makes a document of a record; its id may stay empty.
func (r *reading) document(rec record) (readout.Document, *Error) {
	d := readout.Document{Outlet: rec.Outlet, URL: rec.URL, Title: rec.Title, Byline: rec.Byline, Dateline: rec.Dateline, Published: rec.Published,
		Language: strings.ToLower(rec.Language)}
	switch id := rec.ID.(type) {
	case nil:
	case string:
		d.ID = id
	case json.Number:
		d.ID = id.String()
	default:
		return d, &Error{Reason: `has an "id" that is neither a string nor a number`}
	}
	if d.ID == "" {
		d.ID = d.URL
	}
	switch {
	case rec.Text == nil && d.URL != "":
		return d, &Error{Reason: "has an address and no text", Next: "its pages are fetched with: readout add --fetch", Address: d.URL}
	case rec.Text == nil:
		return d, &Error{Reason: `has no "text"`, Next: `put the article's text in the field "text"`}
	case strings.TrimSpace(*rec.Text) == "":
		return d, &Error{Reason: "has an empty text"}
	case int64(len(*rec.Text)) > r.opts.maxSize():
		return d, &Error{Reason: "has a text larger than " + humanSize(r.opts.maxSize()), Next: "raise the limit or cut it into documents"}
	}
	d.Text = *rec.Text
	return d, nil
}

// values reads a JSON file: a list of records, or one record after another. What
// is no JSON ends it, since nothing shows where the next record starts.
func (r *reading) values(path, id string, in io.Reader) error {
	bound := &boundedReader{in: in}
	buf := bufio.NewReader(bound)
	if head, _ := buf.Peek(3); string(head) == "\ufeff" {
		buf.Discard(3)
	}
	dec := json.NewDecoder(buf)
	dec.UseNumber()
	list := false
	for n := 1; ; n++ {
		bound.left = r.opts.maxSize()*3 + 1<<20
		if n == 1 {
			list = startsList(buf)
			if list {
				dec.Token()
			}
		}
		if list && !dec.More() {
			break
		}
		var rec record
		err := dec.Decode(&rec)
		if err == io.EOF && !list {
			break
		}
		it := Item{Bytes: dec.InputOffset() - bound.told, Origin: Origin{File: path, Place: fmt.Sprintf("record %d", n)}}
		bound.told = dec.InputOffset()
		var kind *json.UnmarshalTypeError
		if err != nil {
			it.Err = badJSON(err)
			if errors.Is(err, errTooLong) {
				it.Err = &Error{Reason: "holds a record longer than a document of " + humanSize(r.opts.maxSize()) + " can be"}
			}
		} else {
			it.Document, it.Err = r.document(rec)
		}
		if it.Err != nil {
			it.Err.File, it.told, it.Document = path, it.Document, readout.Document{}
			it.Err.Reason = fmt.Sprintf("record %d %s", n, it.Err.Reason)
		} else if it.Document.ID == "" {
			it.Document.ID = id
			if list || n > 1 {
				it.Document.ID = fmt.Sprintf("%s:%d", id, n)
			}
		}
		if fail := r.found(it); fail != nil {
			return fail
		}
		if err != nil && !errors.As(err, &kind) {
			return nil
		}
	}
	if bound.told == 0 {
		return r.fail(Error{File: path, Reason: "is empty"})
	}
	return nil
}

// startsList tells whether the first thing in buf is a JSON list.
func startsList(buf *bufio.Reader) bool {
	head, _ := buf.Peek(1 << 10)
	head = bytes.TrimLeft(head, " \t\r\n")
	return len(head) > 0 && head[0] == '['
}

var errTooLong = errors.New("too long")

// boundedReader fails where more than left bytes are read.
type boundedReader struct {
	in   io.Reader
	left int64
	told int64 // of the records before
}

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLong
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// badJSON says what is wrong with a line in words that point at the place.
func badJSON(err error) *Error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	e := &Error{Reason: "is no JSON: " + err.Error(), Err: err}
	switch {
	case errors.As(err, &kind):
		e.Reason = fmt.Sprintf("has a field %q that is a %s where a string is expected", kind.Field, kind.Value)
	case errors.Is(err, io.ErrUnexpectedEOF):
		e.Reason, e.Next = "ends within its JSON object", "write each object on one line"
	case errors.As(err, &syntax):
		e.Reason = fmt.Sprintf("is no JSON at byte %d: %v", syntax.Offset, err)
	}
	return e
}

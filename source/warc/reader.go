package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"strconv"
	"strings"
)

// Record is one record of an archive. It holds until the next one is read.
type Record struct {
	Number   int   // from 1
	At       int64 // the byte of the archive where it starts (its gzip member, where packed)
	Type     string
	ID       string
	Target   string // the address
	Date     string // of the capture, as written
	Language string // of a WET record: "eng" or "eng,deu"; empty where not told
	Media    string // the content type of the block
	Length   int64  // of the block

	block *io.LimitedReader
	r     *Reader
}

// Reader reads an archive.
type Reader struct {
	stream *stream
	in     *bufio.Reader // unpacked
	rec    Record
	block  io.LimitedReader
	n      int
	broken bool  // the place of the next record is not known
	done   error // what every further Next returns
	seed   maphash.Seed
	ids    map[uint64]struct{}
	body   body
}

const (
	maxHead = 1 << 16 // bytes of a record's header
	maxIDs  = 1 << 20 // ids that are remembered
)

// NewReader returns a reader of an archive that limits what Body holds to maxBody.
func NewReader(in io.Reader, maxBody int64) *Reader {
	s := newStream(in)
	return &Reader{stream: s, in: bufio.NewReaderSize(s, 1<<16), seed: maphash.MakeSeed(),
		ids: map[uint64]struct{}{}, body: body{limit: maxBody}}
}

// Sniff tells whether the bytes begin a plain archive or a packed one.
func Sniff(head []byte) bool {
	return bytes.HasPrefix(head, []byte("WARC/")) || bytes.HasPrefix(head, []byte("\x1f\x8b")) && beginsRecord(head)
}

// Next returns the next record, an *Error for one that is broken (call Next again to
// go on), or io.EOF.
func (r *Reader) Next() (*Record, error) {
	if r.done != nil {
		return nil, r.done
	}
	if err := r.skip(); err != nil {
		return nil, err
	}
	if r.broken {
		if err := r.find(); err != nil {
			r.done = io.EOF
			return nil, io.EOF
		}
	}
	return r.read()
}

// Offset is how much of the archive was read, as it lies, more or less.
func (r *Reader) Offset() int64 { return r.stream.at() }

// skip passes over what is left of the record before.
func (r *Reader) skip() error {
	if r.rec.block == nil {
		return nil
	}
	rec := r.rec
	r.rec.block = nil
	if _, err := io.Copy(io.Discard, &r.block); err != nil {
		return r.fault(rec.at(), err)
	}
	if left := r.block.N; left > 0 {
		r.done = io.EOF
		return rec.fail(fmt.Sprintf("is cut short: %d of its %d bytes are missing at the end of the archive", left, rec.Length), nil)
	}
	return nil
}

// fault makes an error of what the stream failed with, and looks for where to go on.
func (r *Reader) fault(e Error, err error) *Error {
	e.Err = err
	switch {
	case r.stream.fault == nil || r.stream.z == nil:
		r.done = io.EOF
		e.Reason = "cannot be read: " + err.Error()
	case errors.Is(err, io.ErrUnexpectedEOF):
		r.done = io.EOF
		e.Reason = "is cut short: the archive ends within its packed bytes"
	default:
		e.Reason = "is damaged: " + err.Error()
		if r.stream.recover() != nil {
			r.done = io.EOF
		}
		r.in.Reset(r.stream)
	}
	return &e
}

// find goes to the next line that begins a record.
func (r *Reader) find() error {
	r.broken = false
	for {
		if b, _ := r.in.Peek(7); startsRecord(b) {
			return nil
		}
		_, err := r.in.ReadSlice('\n')
		if err != nil && err != bufio.ErrBufferFull {
			return err
		}
	}
}

func startsRecord(b []byte) bool {
	return len(b) >= 7 && string(b[:5]) == "WARC/" && (b[5] == '0' || b[5] == '1') && b[6] == '.'
}

// read reads the header of the record that starts here.
func (r *Reader) read() (*Record, error) {
	for { // the blank lines that end a record
		b, err := r.in.Peek(1)
		if err == io.EOF {
			r.done = io.EOF
			return nil, io.EOF
		}
		if err != nil {
			r.n++
			return nil, r.fault(Error{Record: r.n, At: r.stream.member}, err)
		}
		if b[0] != '\r' && b[0] != '\n' {
			break
		}
		r.in.Discard(1)
	}
	r.n++
	r.rec = Record{Number: r.n, At: r.place(), r: r}
	if b, _ := r.in.Peek(7); !startsRecord(b) {
		r.broken = true
		return nil, r.rec.fail("no record starts here: the length that the record before tells is wrong, or these are no WARC records", nil)
	}
	if err := r.header(); err != nil {
		return nil, err
	}
	r.block = io.LimitedReader{R: r.in, N: r.rec.Length}
	r.rec.block = &r.block
	if err := r.remember(); err != nil {
		return nil, err
	}
	return &r.rec, nil
}

// place is where the record that starts here lies in the archive.
func (r *Reader) place() int64 {
	if r.stream.z != nil {
		return r.stream.member
	}
	return r.stream.at() - int64(r.in.Buffered())
}

func (r *Reader) header() error {
	length := ""
	size := 0
	for n := 0; ; n++ {
		line, err := r.in.ReadSlice('\n')
		if size += len(line); size > maxHead || err == bufio.ErrBufferFull {
			r.broken = true
			return r.rec.fail("has a header larger than 64 KiB", nil)
		}
		if err == io.EOF {
			r.done = io.EOF
			return r.rec.fail("is cut short: the archive ends within its header", err)
		}
		if err != nil {
			return r.fault(r.rec.at(), err)
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if key, value, ok := bytes.Cut(line, []byte(":")); ok && n > 0 {
			r.rec.set(string(key), strings.TrimSpace(string(value)), &length)
		}
	}
	n, err := strconv.ParseInt(length, 10, 64)
	if err != nil || n < 0 {
		r.broken = true
		return r.rec.fail(fmt.Sprintf("tells no length that can be read (%q)", length), nil)
	}
	r.rec.Length = n
	return nil
}

func (rec *Record) set(key, value string, length *string) {
	switch strings.ToLower(key) {
	case "warc-type":
		rec.Type = strings.ToLower(value)
	case "warc-record-id":
		rec.ID = value
	case "warc-target-uri":
		rec.Target = strings.Trim(value, "<>") // version 1.0 was read so by some writers
	case "warc-date":
		rec.Date = value
	case "warc-identified-content-language":
		rec.Language = value
	case "content-type":
		rec.Media = value
	case "content-length":
		*length = value
	}
}

// remember fails where an earlier record has the same id. So many are remembered
// that a day's crawl fits; beyond that the oldest half's place is unknown and all go.
func (r *Reader) remember() error {
	if r.rec.ID == "" {
		return nil
	}
	key := maphash.String(r.seed, r.rec.ID)
	if _, known := r.ids[key]; known {
		return r.rec.fail("has the id of an earlier record, "+r.rec.ID, nil)
	}
	if len(r.ids) >= maxIDs {
		clear(r.ids)
	}
	r.ids[key] = struct{}{}
	return nil
}

func (rec *Record) at() Error {
	return Error{Record: rec.Number, At: rec.At, Target: rec.Target}
}

func (rec *Record) fail(reason string, err error) *Error {
	e := rec.at()
	e.Reason, e.Err = reason, err
	return &e
}

package warc

import (
	"bytes"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"readout/source/encoded"
)

// Body is what a record holds: a page with what its server said of it.
type Body struct {
	Status int    // of the HTTP answer; 200 for a record that is no HTTP message
	Media  string // content type
	Header textproto.MIMEHeader
	Bytes  []byte // without chunks, unpacked; holds until the next record is read
}

// body holds the memory that records are read into, one after another.
type body struct {
	limit int64
	raw   bytes.Buffer
}

// Body reads the record's page. It fails with an *Error where that is larger than
// the limit, broken, cut short or packed in a way that is not known.
func (rec *Record) Body() (Body, error) {
	b := &rec.r.body
	if rec.Length > b.limit+maxHead {
		return Body{}, rec.fail("is larger than "+encoded.Size(b.limit), nil)
	}
	b.raw.Reset()
	if _, err := b.raw.ReadFrom(rec.block); err != nil {
		rec.r.rec.block = nil
		return Body{}, rec.r.fault(rec.at(), err)
	}
	if left := rec.block.N; left > 0 {
		rec.r.rec.block, rec.r.done = nil, io.EOF
		return Body{}, rec.fail(fmt.Sprintf("is cut short: %d of its %d bytes are missing at the end of the archive", left, rec.Length), nil)
	}
	if !strings.HasPrefix(strings.ToLower(rec.Media), "application/http") {
		return Body{Status: 200, Media: rec.Media, Bytes: b.raw.Bytes()}, nil
	}
	out, err := message(b.raw.Bytes(), b.limit)
	if err != nil {
		e := rec.fail(err.Error(), err)
		return Body{}, e
	}
	return out, nil
}

// message takes an HTTP answer apart.
func message(raw []byte, limit int64) (Body, error) {
	line, rest, ok := bytes.Cut(raw, []byte("\n"))
	_, code, _ := strings.Cut(string(bytes.TrimSpace(line[:min(len(line), 64)])), " ")
	status, err := strconv.Atoi(strings.TrimSpace(code[:min(len(code), 3)]))
	if !ok || !bytes.HasPrefix(raw, []byte("HTTP/")) || err != nil {
		return Body{}, fmt.Errorf("holds no HTTP answer")
	}
	head, payload := splitHead(rest)
	out := Body{Status: status, Header: fields(head)}
	out.Media = out.Header.Get("Content-Type")
	payload, err = encoded.Payload(payload, out.Header, limit)
	out.Bytes = payload
	return out, err
}

// splitHead cuts the header from what follows its blank line.
func splitHead(b []byte) (head, payload []byte) {
	for from := 0; from < len(b); {
		end := bytes.IndexByte(b[from:], '\n')
		if end < 0 {
			break
		}
		if len(bytes.TrimRight(b[from:from+end], "\r")) == 0 {
			return b[:from], b[from+end+1:]
		}
		from += end + 1
	}
	return b, nil
}

// fields reads header lines; what is no field is passed over, as archives hold what
// servers sent.
func fields(head []byte) textproto.MIMEHeader {
	h := textproto.MIMEHeader{}
	for len(head) > 0 && len(h) < 200 {
		var line []byte
		line, head, _ = bytes.Cut(head, []byte("\n"))
		if key, value, ok := strings.Cut(string(bytes.TrimRight(line, "\r")), ":"); ok {
			h.Add(strings.TrimSpace(key), strings.TrimSpace(value))
		}
	}
	return h
}

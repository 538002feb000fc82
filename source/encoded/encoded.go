// Package encoded takes the layers off what an HTTP answer carries: the chunks it was
// sent in and the packing of its content.
//
// In go the bytes behind the header and the header, out comes the page. What can go
// wrong: chunks that are broken, packing that is damaged, cut short or not known, and
// content that unpacks to more than the limit, of which no more is ever held.
package encoded

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// Payload undoes chunks and packing. Archives keep headers whose layers their writers
// have taken off already: what plainly is not chunked or packed is taken as it is.
func Payload(b []byte, h textproto.MIMEHeader, limit int64) ([]byte, error) {
	if strings.EqualFold(strings.TrimSpace(h.Get("Transfer-Encoding")), "chunked") {
		var err error
		if b, err = Dechunk(b); err != nil {
			return nil, err
		}
	}
	return Unpack(b, h.Get("Content-Encoding"), limit)
}

// Dechunk joins the chunks in b, within b's own memory.
func Dechunk(b []byte) ([]byte, error) {
	out := b[:0]
	for at := 0; ; {
		end := bytes.IndexByte(b[at:], '\n')
		line := b[at : at+max(end, 0)]
		size, ok := chunkSize(line)
		switch {
		case at == 0 && !ok:
			return b, nil // was joined before it was stored
		case end < 0 || !ok:
			return nil, fmt.Errorf("has broken chunking at byte %d of its body", at)
		case size == 0:
			return out, nil
		}
		from := at + end + 1
		if size > len(b)-from {
			return nil, fmt.Errorf("has broken chunking: the chunk at byte %d of its body has %d bytes, and %d follow", at, size, len(b)-from)
		}
		out = append(out, b[from:from+size]...)
		at = from + size
		for at < len(b) && (b[at] == '\r' || b[at] == '\n') && at < from+size+2 {
			at++
		}
		if at == len(b) {
			return nil, fmt.Errorf("has broken chunking: it ends at byte %d without a last chunk", at)
		}
	}
}

func chunkSize(line []byte) (int, bool) {
	s, _, _ := strings.Cut(string(line[:min(len(line), 64)]), ";")
	n, err := strconv.ParseUint(strings.TrimSpace(s), 16, 31)
	return int(n), err == nil
}

// ErrTooLarge is the cause of an error about content larger than the limit.
var ErrTooLarge = errors.New("is larger than the limit")

type tooLarge struct{ limit int64 }

func (e tooLarge) Error() string { return "unpacks to more than " + Size(e.limit) }

func (e tooLarge) Is(target error) bool { return target == ErrTooLarge }

// Unpack undoes a content encoding: "gzip", "deflate", "br", some of them one after
// another, or none.
func Unpack(b []byte, encoding string, limit int64) ([]byte, error) {
	layers := strings.Split(strings.ToLower(encoding), ",")
	if len(layers) > 3 {
		return nil, fmt.Errorf("is packed %d times", len(layers))
	}
	for i := len(layers) - 1; i >= 0; i-- {
		var err error
		if b, err = unpackOne(b, strings.TrimSpace(layers[i]), limit); err != nil {
			return nil, err
		}
	}
	if int64(len(b)) > limit {
		return nil, tooLarge{limit}
	}
	return b, nil
}

func unpackOne(b []byte, layer string, limit int64) ([]byte, error) {
	var z io.ReadCloser
	var err error
	switch layer {
	case "", "identity", "utf-8", "none":
		return b, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(b, []byte("\x1f\x8b")) {
			return b, nil // was unpacked before it was stored
		}
		z, err = gzip.NewReader(bytes.NewReader(b))
	case "deflate":
		if z, err = zlib.NewReader(bytes.NewReader(b)); err != nil { // some send it bare
			z, err = flate.NewReader(bytes.NewReader(b)), nil
		}
	case "br":
		if looksPlain(b) {
			return b, nil
		}
		z = io.NopCloser(brotli.NewReader(bytes.NewReader(b)))
	default:
		if looksPlain(b) {
			return b, nil
		}
		return nil, fmt.Errorf("is packed with %q, which is not known", layer)
	}
	if err != nil {
		return nil, fmt.Errorf("is damaged where it is packed with %s: %w", layer, err)
	}
	out, err := io.ReadAll(io.LimitReader(z, limit+1))
	if int64(len(out)) > limit {
		return nil, tooLarge{limit}
	}
	if err != nil {
		return nil, fmt.Errorf("is damaged where it is packed with %s, after %d bytes: %w", layer, len(out), err)
	}
	return out, nil
}

// looksPlain tells whether b starts like a page rather than like packed bytes.
func looksPlain(b []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(b, " \t\r\n\ufeff"), []byte("<"))
}

// Size is a limit as people write it.
func Size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

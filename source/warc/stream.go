package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
)

// stream gives the bytes of an archive unpacked. A packed archive is one or more gzip
// members after one another; records may begin anywhere in them.
type stream struct {
	in     *bufio.Reader // the archive as it lies
	count  *counter
	z      *gzip.Reader // nil where the archive is plain
	member int64        // where the open member starts
	open   bool
	fault  error // what broke the open member; io.EOF at the end
}

// counter counts what was read of the archive.
type counter struct {
	in io.Reader
	n  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}

func newStream(in io.Reader) *stream {
	c := &counter{in: in}
	s := &stream{in: bufio.NewReaderSize(c, 1<<16), count: c}
	if head, _ := s.in.Peek(2); string(head) == "\x1f\x8b" {
		s.z = new(gzip.Reader)
	}
	return s
}

// at is the place in the archive of what is read next, as it lies.
func (s *stream) at() int64 { return s.count.n - int64(s.in.Buffered()) }

func (s *stream) Read(p []byte) (int, error) {
	if s.z == nil {
		return s.in.Read(p)
	}
	for s.fault == nil {
		if !s.open {
			s.fault = s.next()
			continue
		}
		n, err := s.z.Read(p)
		if err == io.EOF {
			s.open = false
		} else if err != nil {
			s.fault = err
		}
		if n > 0 {
			return n, nil
		}
	}
	return 0, s.fault
}

// next opens the member that starts here. Zero bytes between members are padding.
func (s *stream) next() error {
	for {
		b, err := s.in.Peek(1)
		if err != nil {
			return err
		}
		if b[0] != 0 {
			break
		}
		s.in.Discard(1)
	}
	s.member = s.at()
	if err := s.z.Reset(s.in); err != nil {
		return err
	}
	s.z.Multistream(false)
	s.open = true
	return nil
}

var errNoMore = errors.New("no further record")

// recover finds the next member that begins with a record, behind a broken one.
func (s *stream) recover() error {
	if s.z == nil || s.fault == io.EOF {
		return errNoMore
	}
	const window = 1 << 12
	for {
		head, err := s.in.Peek(window)
		if len(head) < 18 { // the shortest member
			return errNoMore
		}
		at := bytes.Index(head, []byte{0x1f, 0x8b, 8})
		switch {
		case at < 0 && err != nil:
			return errNoMore
		case at < 0:
			s.in.Discard(len(head) - 2)
		case at > 0:
			s.in.Discard(at)
		case beginsRecord(head):
			s.fault, s.open = nil, false
			return nil
		default:
			s.in.Discard(1)
		}
	}
}

// beginsRecord tells whether the packed bytes begin with those of a record.
func beginsRecord(packed []byte) bool {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return false
	}
	var head [5]byte
	_, err = io.ReadFull(z, head[:])
	return err == nil && string(head[:]) == "WARC/"
}

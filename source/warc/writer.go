package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"io"
	"sort"
	"time"
)

// Page is a page as fetched, for an archive of one's own.
type Page struct {
	Address string
	Fetched time.Time
	Status  int
	Header  map[string][]string // without encodings: Body is unpacked
	Body    []byte
}

// Write appends the page to an archive as a response record of WARC 1.1 in a gzip
// member of its own. The same page gives the same bytes.
func Write(w io.Writer, p Page) error {
	var block bytes.Buffer
	fmt.Fprintf(&block, "HTTP/1.1 %d \r\n", p.Status)
	keys := make([]string, 0, len(p.Header))
	for k := range p.Header {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		switch k {
		case "Transfer-Encoding", "Content-Encoding", "Content-Length":
			continue
		}
		for _, v := range p.Header[k] {
			fmt.Fprintf(&block, "%s: %s\r\n", k, v)
		}
	}
	fmt.Fprintf(&block, "Content-Length: %d\r\n\r\n", len(p.Body))
	block.Write(p.Body)
	digest := sha1.Sum(p.Body)
	id := sha1.Sum(append([]byte(p.Address+p.Fetched.UTC().String()), digest[:]...))
	z := gzip.NewWriter(w)
	fmt.Fprintf(z, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%x-%x-5%s-8%s-%x>\r\n",
		id[:4], id[4:6], nibbles(id[6:8]), nibbles(id[8:10]), id[10:16])
	fmt.Fprintf(z, "WARC-Target-URI: %s\r\nWARC-Date: %s\r\nWARC-Payload-Digest: sha1:%s\r\n", p.Address,
		p.Fetched.UTC().Format(time.RFC3339), base32.StdEncoding.EncodeToString(digest[:]))
	fmt.Fprintf(z, "Content-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n", block.Len())
	z.Write(block.Bytes())
	io.WriteString(z, "\r\n\r\n")
	return z.Close()
}

// nibbles are three hexadecimal digits of two bytes: the fourth place of such a part
// of a UUID says its version.
func nibbles(b []byte) string { return fmt.Sprintf("%x", b)[1:] }

package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// record is a record as it stands in a plain archive.
func record(id, target, kind, media, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:%s>\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, id, target, media, len(block), block)
}

func answer(id, head, body string) string {
	return record(id, "https://news.example/"+id, "response", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"+head+"\r\n"+body)
}

func packed(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

// told lists what the archive gives, one line a record or error.
func told(archive string, limit int64) string {
	var out strings.Builder
	r := NewReader(strings.NewReader(archive), limit)
	for range 1000 {
		rec, err := r.Next()
		if err == io.EOF {
			return out.String()
		}
		var fault *Error
		if err == nil {
			var b Body
			if b, err = rec.Body(); err == nil {
				fmt.Fprintf(&out, "%s %s %d %s %q\n", rec.Type, rec.Target, b.Status, b.Media, b.Bytes)
			}
		}
		if errors.As(err, &fault) {
			fmt.Fprintf(&out, "! %v\n", fault)
		} else if err != nil {
			panic(err)
		}
	}
	panic("no end")
}

func TestArchiveIsReadHoweverItIsPacked(t *testing.T) {
	a, b := answer("a", "", "<p>A</p>"), answer("b", "", "<p>B</p>")
	want := "response https://news.example/a 200 text/html \"<p>A</p>\"\nresponse https://news.example/b 200 text/html \"<p>B</p>\"\n"
	for name, archive := range map[string]string{
		"plain":                              a + b,
		"record by record":                   packed(a) + packed(b),
		"as a whole":                         packed(a + b),
		"a member that ends within a record": packed(a[:50]) + packed(a[50:]+b),
		"zero bytes as padding":              packed(a) + "\x00\x00\x00" + packed(b),
	} {
		if got := told(archive, 1<<20); got != want {
			t.Errorf("%s:\n got %s want %s", name, got, want)
		}
	}
}

func TestLayersOfAnAnswerAreTakenOff(t *testing.T) {
	page := "<p>Talks resumed.</p>"
	chunks := "9\r\n<p>Talks \r\nc;x=y\r\nresumed.</p>\r\n0\r\n\r\n"
	z := packed(page)
	for name, rec := range map[string]string{
		"plain":                          answer("a", "", page),
		"chunked":                        answer("a", "Transfer-Encoding: chunked\r\n", chunks),
		"said to be chunked, is not":     answer("a", "Transfer-Encoding: chunked\r\n", page),
		"packed":                         answer("a", "Content-Encoding: gzip\r\n", z),
		"said to be packed, is not":      answer("a", "Content-Encoding: gzip\r\n", page),
		"said to be br, is not":          answer("a", "Content-Encoding: br\r\n", page),
		"chunks of packed bytes":         answer("a", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(z), z)),
		"lines that are no header lines": answer("a", "what is this\r\n", page),
	} {
		if got := told(rec, 1<<20); got != "response https://news.example/a 200 text/html \""+page+"\"\n" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestWordsOfAWETFile(t *testing.T) {
	wet := record("w", "https://news.example/w", "conversion", "text/plain", "Talks resumed.")
	if got := told(wet, 1<<20); got != "conversion https://news.example/w 200 text/plain \"Talks resumed.\"\n" {
		t.Error(got)
	}
}

func TestWhatIsBrokenIsNamedAndTheRestIsRead(t *testing.T) {
	a, b := answer("a", "", "<p>A</p>"), answer("b", "", "<p>B</p>")
	const isB = "response https://news.example/b 200 text/html \"<p>B</p>\"\n"
	za, zb := packed(a), packed(b)
	damaged := []byte(za)
	damaged[len(damaged)-6] ^= 0x55 // its checksum
	for _, c := range []struct{ name, archive, want string }{
		{"broken chunking", answer("x", "Transfer-Encoding: chunked\r\n", "3\r\nabc\r\nzz\r\n") + b,
			"! record 1 at byte 0 (https://news.example/x): has broken chunking at byte 8 of its body\n" + isB},
		{"a chunk longer than the body", answer("x", "Transfer-Encoding: chunked\r\n", "ff\r\nabc\r\n") + b,
			"! record 1 at byte 0 (https://news.example/x): has broken chunking: the chunk at byte 0 of its body has 255 bytes, and 5 follow\n" + isB},
		{"a decompression bomb", answer("x", "Content-Encoding: gzip\r\n", packed(strings.Repeat("a", 1<<22))) + b,
			"! record 1 at byte 0 (https://news.example/x): unpacks to more than 64 KiB\n" + isB},
		{"packing cut short", answer("x", "Content-Encoding: gzip\r\n", za[:len(za)-9]) + b,
			"! record 1 at byte 0 (https://news.example/x): is damaged where it is packed with gzip, after 225 bytes: unexpected EOF\n" + isB},
		{"an id that comes again", a + a + b,
			"response https://news.example/a 200 text/html \"<p>A</p>\"\n! record 2 at byte 225 (https://news.example/a): has the id of an earlier record, <urn:a>\n" + isB},
		{"a wrong length", strings.Replace(a, "Length: 5", "Length: 4", 1) + b,
			"response https://news.example/a 200 text/html \"\"\n! record 2 at byte 213: no record starts here: the length that the record before tells is wrong, or these are no WARC records\n" + isB},
		{"no length", strings.Replace(a, "Content-Length: ", "Length: ", 1) + b,
			"! record 1 at byte 0 (https://news.example/a): tells no length that can be read (\"\")\n" + isB},
		{"a truncated tail", b + a[:len(a)-9],
			isB + "! record 2 at byte 225 (https://news.example/a): is cut short: 5 of its 52 bytes are missing at the end of the archive\n"},
		{"a truncated packed tail", zb + za[:len(za)-30],
			isB + fmt.Sprintf("! record 2 at byte %d (https://news.example/a): is cut short: the archive ends within its packed bytes\n", len(zb))},
		{"a damaged member", string(damaged) + zb,
			"response https://news.example/a 200 text/html \"<p>A</p>\"\n! record 2 at byte 0: is damaged: gzip: invalid checksum\n" + isB},
		{"no archive", "hello\nworld\n", "! record 1 at byte 0: no record starts here: the length that the record before tells is wrong, or these are no WARC records\n"},
	} {
		if got := told(c.archive, 1<<16); got != c.want {
			t.Errorf("%s:\n got  %s want %s", c.name, got, c.want)
		}
	}
}

func TestAPageWrittenIsThePageRead(t *testing.T) {
	var b bytes.Buffer
	p := Page{Address: "https://news.example/a", Fetched: time.Date(2021, 6, 16, 12, 0, 0, 0, time.UTC), Status: 200,
		Header: map[string][]string{"Content-Type": {"text/html"}, "Content-Encoding": {"gzip"}}, Body: []byte("<p>A</p>")}
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	if got := told(b.String(), 1<<16); got != "response https://news.example/a 200 text/html \"<p>A</p>\"\n" {
		t.Error(got)
	}
}

// endless is an archive made while it is read: n records of one page.
type endless struct {
	record []byte
	n, at  int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n == 0 {
		return 0, io.EOF
	}
	k := copy(p, e.record[e.at:])
	if e.at += k; e.at == len(e.record) {
		e.at, e.n = 0, e.n-1
	}
	return k, nil
}

func TestMemoryDoesNotGrowWithTheArchive(t *testing.T) {
	page := "<html><body>" + strings.Repeat("<p>The ministers met in Geneva on Tuesday.</p>\n", 1000)
	one := []byte(packed(strings.Replace(answer("a", "", page), "WARC-Record-ID: <urn:a>\r\n", "", 1)))
	held := func(n int) uint64 {
		r := NewReader(&endless{record: one, n: n}, 1<<20)
		for {
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if _, err := rec.Body(); err != nil {
				t.Fatal(err)
			}
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		runtime.KeepAlive(r)
		return m.HeapAlloc
	}
	few, many := held(10), held(1000)
	if many > few+1<<20 {
		t.Errorf("10 records hold %d bytes, 1000 hold %d", few, many)
	}
}

func FuzzReader(f *testing.F) {
	a := answer("a", "Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n")
	for _, s := range []string{"", a, packed(a), packed(a) + packed(a), a[:100], packed(a)[:60], "WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n", "\x1f\x8b\x08"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r := NewReader(bytes.NewReader(b), 1<<12)
		last := 0
		for n := 0; ; n++ {
			rec, err := r.Next()
			if err == io.EOF {
				return
			}
			if n > len(b)+2 {
				t.Fatal("more records than bytes")
			}
			if err != nil {
				continue
			}
			if rec.Number <= last {
				t.Fatalf("record %d after %d", rec.Number, last)
			}
			last = rec.Number
			if body, err := rec.Body(); err == nil && len(body.Bytes) > 1<<12+maxHead {
				t.Fatalf("%d bytes", len(body.Bytes))
			}
		}
	})
}

func BenchmarkReader(b *testing.B) {
	page := "<html><body>" + strings.Repeat("<p>The ministers met in Geneva on Tuesday.</p>\n", 2000)
	one := []byte(packed(strings.Replace(answer("a", "", page), "WARC-Record-ID: <urn:a>\r\n", "", 1)))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	r := NewReader(&endless{record: one, n: b.N}, 1<<20)
	for range b.N {
		rec, err := r.Next()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := rec.Body(); err != nil {
			b.Fatal(err)
		}
	}
}

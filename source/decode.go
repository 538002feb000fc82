package source

import (
	"bytes"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"readout/page"
)

// decode returns the text in the bytes of a file, or says why they hold none.
func decode(b []byte) (string, *Error) {
	if e := otherFormat(b); e != nil {
		return "", e
	}
	text := ""
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		text = fromUTF16(b[2:], unicode.LittleEndian)
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		text = fromUTF16(b[2:], unicode.BigEndian)
	case bytes.IndexByte(b, 0) >= 0 && utf16Order(b) != nil:
		text = fromUTF16(b, *utf16Order(b))
	case page.MostlyUTF8(b):
		text = string(b)
	default:
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(b)
		if err != nil {
			return "", &Error{Reason: "is in an encoding that is not known", Next: "save it as UTF-8", Err: err}
		}
		text = string(decoded)
	}
	if controls(text) {
		return "", &Error{Reason: "is no text: it holds control characters", Next: "turn it into plain text first"}
	}
	if strings.TrimSpace(strings.TrimPrefix(text, "\ufeff")) == "" {
		return "", &Error{Reason: "is empty"}
	}
	return text, nil
}

func fromUTF16(b []byte, order unicode.Endianness) string {
	out, _ := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(b) // what is damaged becomes U+FFFD
	return string(out)
}

// utf16Order returns the byte order of UTF-16 without a byte order mark, nil where
// the bytes are not that: text in Latin letters has a zero in every other byte.
func utf16Order(b []byte) *unicode.Endianness {
	b = b[:min(len(b), 4096)&^1]
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i%2]++
		}
	}
	order := unicode.LittleEndian
	low, high := zeros[0], zeros[1]
	if low > high {
		order, low, high = unicode.BigEndian, high, low
	}
	if high < 3 || high*10 < len(b)/2*4 || low*20 > high {
		return nil
	}
	return &order
}

// controls tells whether the start of text holds control characters that texts do
// not have, as many as one in a hundred bytes, or a zero byte.
func controls(text string) bool {
	text = text[:min(len(text), 1<<16)]
	n := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == 0:
			return true
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b:
			n++
		}
	}
	return n*100 > len(text)
}

// otherFormat recognises common formats that are no plain text.
func otherFormat(b []byte) *Error {
	for _, f := range [...]struct{ magic, name, next string }{
		{"%PDF-", "a PDF file", "turn it into text first (pdftotext does that)"},
		{"PK\x03\x04", "a ZIP archive or an Office document", "unpack it or save it as text first"},
		{"\xd0\xcf\x11\xe0", "an Office document", "save it as text first"},
		{"{\\rtf", "a rich text document", "save it as text first"},
		{"\x89PNG", "a picture", ""}, {"\xff\xd8\xff", "a picture", ""}, {"GIF8", "a picture", ""},
		{"\x1f\x8b", "packed with gzip", `give it a name that ends in ".gz"`},
		{"\xff\xfe\x00\x00", "in UTF-32", "save it as UTF-8"}, {"\x00\x00\xfe\xff", "in UTF-32", "save it as UTF-8"},
		{"\x7fELF", "a program", ""}, {"SQLite format 3\x00", "a database", ""},
	} {
		if bytes.HasPrefix(b, []byte(f.magic)) {
			return &Error{Reason: "is " + f.name + ", no plain text", Next: f.next}
		}
	}
	return nil
}

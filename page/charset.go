package page

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// decoded is a page's text in UTF-8 with the way back to the bytes as fetched.
type decoded struct {
	text    []byte
	charset string
	steps   []step // nil where text and bytes are one
	skip    int    // bytes of the byte order mark
}

// step is a place from which on, up to the next character that has another length in
// the page, the n-th byte of text is the n-th byte of the page.
type step struct{ text, raw int32 }

// decode turns raw into UTF-8. What the bytes show counts more than what the page or
// its server says: text that is valid UTF-8 beyond ASCII is nothing else.
func decode(raw []byte, contentType string) decoded {
	if mark := []byte("\ufeff"); bytes.HasPrefix(raw, mark) {
		d := decodeUTF8(raw[len(mark):])
		d.skip = len(mark)
		return d
	}
	enc, name, _ := charset.DetermineEncoding(raw[:min(len(raw), 4096)], contentType)
	wide := name == "utf-16le" || name == "utf-16be"
	if (name == "utf-8" || !wide && hasHigh(raw) && name != "iso-2022-jp") && MostlyUTF8(raw) || isASCII(raw) && name != "iso-2022-jp" && !wide {
		return decodeUTF8(raw)
	}
	if name == "utf-8" || name == "windows-1252" {
		enc, name = guessSingleByte(raw)
	}
	d := decodeWith(enc.NewDecoder().Transformer, raw, !wide && name != "iso-2022-jp" && name != "replacement")
	d.charset = name
	return d
}

func isASCII(b []byte) bool { return !hasHigh(b) }

func hasHigh(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// MostlyUTF8 tells whether b is UTF-8, with at most one damaged byte to ten good
// characters beyond ASCII.
func MostlyUTF8(b []byte) bool {
	if utf8.Valid(b) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good >= 10*bad
}

// guessSingleByte chooses between Western and Cyrillic letters: in a Cyrillic text
// most letters lie above ASCII and stand next to each other.
func guessSingleByte(raw []byte) (encoding.Encoding, string) {
	high, pairs := 0, 0
	for i, c := range raw {
		if c < 0xc0 {
			continue
		}
		high++
		if i > 0 && raw[i-1] >= 0xc0 {
			pairs++
		}
	}
	name := "windows-1252"
	if high > 20 && pairs*2 > high {
		name = "windows-1251"
	}
	enc, _ := charset.Lookup(name)
	return enc, name
}

// decodeUTF8 takes the bytes as they are; damaged ones become U+FFFD.
func decodeUTF8(raw []byte) decoded {
	if utf8.Valid(raw) {
		return decoded{text: raw, charset: "utf-8"}
	}
	d := decoded{charset: "utf-8", text: make([]byte, 0, len(raw)+64)}
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		i += n
		if r != utf8.RuneError || n > 1 {
			d.text = append(d.text, raw[i-n:i]...)
			continue
		}
		d.text = append(d.text, "\ufffd"...)
		d.steps = append(d.steps, step{int32(len(d.text)), int32(i)})
	}
	return d
}

// decodeWith decodes character after character and notes where lengths differ. A
// charset with ASCII in it has the bytes below 0x80 stand for themselves wherever a
// character starts.
func decodeWith(t transform.Transformer, raw []byte, ascii bool) decoded {
	d := decoded{text: make([]byte, 0, len(raw)+len(raw)/4)}
	var dst [8]byte
	t.Reset()
	for i := 0; i < len(raw); {
		if ascii && raw[i] < utf8.RuneSelf {
			d.text = append(d.text, raw[i])
			i++
			continue
		}
		nDst, nSrc := nextCharacter(t, dst[:], raw[i:])
		if nSrc == 0 { // a cut or wrong sequence that the decoder does not pass
			nDst, nSrc = copy(dst[:], "\ufffd"), 1
		}
		same := nDst == nSrc && bytes.Equal(dst[:nDst], raw[i:i+nSrc])
		d.text = append(d.text, dst[:nDst]...)
		i += nSrc
		if !same {
			d.steps = append(d.steps, step{int32(len(d.text)), int32(i)})
		}
	}
	return d
}

// nextCharacter decodes the shortest prefix of src that gives a character.
func nextCharacter(t transform.Transformer, dst, src []byte) (nDst, nSrc int) {
	for n := 1; n <= min(8, len(src)); n++ {
		d, s, err := t.Transform(dst, src[:n], n == len(src))
		if s > 0 && (d > 0 || err == nil) {
			if _, size := utf8.DecodeRune(dst[:d]); size < d {
				return 0, 0 // a damaged character and the one after it
			}
			return d, s
		}
	}
	return 0, 0
}

// raw returns the place in the page of a place in the text that lies between two
// characters.
func (d *decoded) raw(at int32) int {
	i := sort.Search(len(d.steps), func(i int) bool { return d.steps[i].text > at })
	if i == 0 {
		return d.skip + int(at)
	}
	s := d.steps[i-1]
	return d.skip + int(s.raw) + int(at-s.text)
}

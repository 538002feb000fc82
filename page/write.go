package page

import (
	"html"
	"sort"
	"unicode/utf8"

	"readout"
)

// Range is a half-open range of bytes of a page as fetched.
type Range struct{ Start, End int }

// Map leads from the text of a document to the bytes of its page.
type Map struct{ pieces []piece }

// piece is a stretch of text, up to the next piece's start, and the bytes of the page
// that it was made from: byte for byte where it is plain, as a whole where not (an
// entity, white space, a character of another charset). A blank line between
// paragraphs was made from nothing.
type piece struct {
	text, from, to int32
	plain          bool
}

// Ranges returns the bytes that the span was made from, in order; what stands between
// them (tags, left-out parts) belongs to no word of the span. A span of nothing but
// paragraph ends has none.
func (m Map) Ranges(s readout.Span) []Range {
	var out []Range
	i := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].text > int32(s.Start) })
	for i = max(i-1, 0); i < len(m.pieces) && m.pieces[i].text < int32(s.End); i++ {
		p := m.pieces[i]
		from, to := int(p.from), int(p.to)
		if p.plain {
			end := int(p.text) + to - from
			from += max(0, int(s.Start)-int(p.text))
			to -= max(0, end-int(s.End))
		}
		switch n := len(out); {
		case from >= to:
		case n > 0 && out[n-1].End == from:
			out[n-1].End = to
		default:
			out = append(out, Range{from, to})
		}
	}
	return out
}

// cut returns the map of the part of the text in the span.
func (m Map) cut(s readout.Span) Map {
	var out []piece
	for i, p := range m.pieces {
		end := int32(s.End)
		if i+1 < len(m.pieces) {
			end = min(end, m.pieces[i+1].text)
		}
		if end <= int32(s.Start) || p.text >= int32(s.End) {
			continue
		}
		if before := int32(s.Start) - p.text; before > 0 {
			p.text += before
			if p.plain {
				p.from += before
			}
		}
		if p.plain {
			p.to = min(p.to, p.from+end-p.text)
		}
		p.text -= int32(s.Start)
		out = append(out, p)
	}
	return Map{out}
}

// writer writes text and keeps where it came from.
type writer struct {
	src    []byte
	text   []byte
	pieces []piece
}

func (w *writer) plain(from, to int) {
	if from == to {
		return
	}
	if n := len(w.pieces); n > 0 && w.pieces[n-1].plain && int(w.pieces[n-1].to) == from {
		w.pieces[n-1].to = int32(to)
	} else {
		w.pieces = append(w.pieces, piece{int32(len(w.text)), int32(from), int32(to), true})
	}
	w.text = append(w.text, w.src[from:to]...)
}

// put writes s, which was made from the bytes [from, to).
func (w *writer) put(s string, from, to int) {
	if s == "" {
		return
	}
	w.pieces = append(w.pieces, piece{int32(len(w.text)), int32(from), int32(to), false})
	w.text = append(w.text, s...)
}

// ends tells whether the last character written is white space, or nothing is.
func (w *writer) ends() bool {
	return len(w.text) == 0 || isSpace(w.text[len(w.text)-1])
}

// trim cuts white space at the end of what was written since start.
func (w *writer) trim(start int) {
	for len(w.text) > start && isSpace(w.text[len(w.text)-1]) {
		w.text = w.text[:len(w.text)-1]
		last := &w.pieces[len(w.pieces)-1]
		if last.plain && last.to-last.from > 1 {
			last.to--
		} else {
			w.pieces = w.pieces[:len(w.pieces)-1]
		}
	}
}

// words writes the source's [from, to) with white space collapsed and entities
// resolved.
func (w *writer) words(from, to int) {
	run := from
	for i := from; i < to; {
		n, s, special := special(w.src[i:to])
		if !special {
			i += n
			continue
		}
		w.plain(run, i)
		if s == " " && w.ends() {
			s = ""
		}
		w.put(s, i, i+n)
		i += n
		run = i
	}
	w.plain(run, to)
}

// special looks at what src starts with: how many bytes, and, where they do not stand
// for themselves, what stands for them.
func special(src []byte) (n int, s string, special bool) {
	switch c := src[0]; {
	case c == ' ' && (len(src) == 1 || !isBlank(src[1:])):
		return 1, "", false
	case c == ' ' || isBlank(src):
		return blanks(src), " ", true
	case c == '&':
		return entity(src)
	case c < utf8.RuneSelf:
		return 1, "", false
	}
	r, n := utf8.DecodeRune(src)
	if isNothing(r) {
		return n, "", true
	}
	return n, "", false
}

// isBlank tells whether src starts with white space of any kind.
func isBlank(src []byte) bool {
	if isSpace(src[0]) {
		return true
	}
	return src[0] >= 0xc2 && isWideSpace(firstRune(src))
}

func firstRune(src []byte) rune {
	r, _ := utf8.DecodeRune(src)
	return r
}

// blanks counts the bytes of white space that src starts with.
func blanks(src []byte) int {
	n := 0
	for n < len(src) && isBlank(src[n:]) {
		if src[n] < utf8.RuneSelf {
			n++
			continue
		}
		_, size := utf8.DecodeRune(src[n:])
		n += size
	}
	return n
}

func isWideSpace(r rune) bool {
	return r == '\u00a0' || r == '\u2028' || r == '\u2029' || r == '\u202f' || r == '\u3000' || '\u2000' <= r && r <= '\u200a'
}

// isNothing tells whether the character has no width and no meaning for a reader.
func isNothing(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

const longestEntity = 33 // "&CounterClockwiseContourIntegral;"

// entity resolves the reference that src starts with.
func entity(src []byte) (int, string, bool) {
	n := 1
	for n < len(src) && n < longestEntity && (src[n] == '#' || isAlnum(src[n])) {
		n++
	}
	if n < len(src) && src[n] == ';' {
		n++
	}
	raw := string(src[:n])
	s := html.UnescapeString(raw)
	if s == raw {
		return n, "", false
	}
	if r, size := utf8.DecodeRuneInString(s); size == len(s) {
		if isNothing(r) || r == 0 {
			return n, "", true
		}
		if isWideSpace(r) || r < utf8.RuneSelf && isSpace(byte(r)) {
			return n, " ", true
		}
	}
	return n, s, true
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// finish returns the text and its map to the page's bytes as fetched.
func (w *writer) finish(d *decoded) (string, Map) {
	if len(d.steps) > 0 {
		w.splitAtSteps(d)
	}
	for i := range w.pieces {
		p := &w.pieces[i]
		p.from, p.to = int32(d.raw(p.from)), int32(d.raw(p.to))
	}
	return string(w.text), Map{w.pieces}
}

// splitAtSteps cuts plain pieces at the characters that have another length in the
// page.
func (w *writer) splitAtSteps(d *decoded) {
	var out []piece
	for _, p := range w.pieces {
		at := sort.Search(len(d.steps), func(i int) bool { return d.steps[i].text > p.from })
		for ; p.plain && at < len(d.steps) && d.steps[at].text <= p.to; at++ {
			end := d.steps[at].text
			_, n := utf8.DecodeLastRune(w.src[:end])
			if start := end - int32(n); start > p.from {
				out = append(out, piece{p.text, p.from, start, true})
			}
			out = append(out, piece{p.text + end - int32(n) - p.from, end - int32(n), end, false})
			p.text += end - p.from
			p.from = end
		}
		if p.from < p.to || !p.plain {
			out = append(out, p)
		}
	}
	w.pieces = out
}

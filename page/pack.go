package page

import (
	"encoding/binary"
	"errors"
	"unicode/utf8"
)

// Pack writes a map as bytes, for keeping beside the text.
func (m Map) Pack() []byte {
	var out []byte
	var last piece
	for _, p := range m.pieces {
		step := uint64(p.text-last.text) << 1
		if p.plain {
			step |= 1
		}
		out = binary.AppendUvarint(out, step)
		out = binary.AppendVarint(out, int64(p.from)-int64(last.to))
		out = binary.AppendUvarint(out, uint64(p.to-p.from))
		last = p
	}
	return out
}

var errBadMap = errors.New("is no map from a text to a page")

// UnpackMap reads what Pack wrote.
func UnpackMap(b []byte) (Map, error) {
	var m Map
	var last piece
	for len(b) > 0 {
		step, size := binary.Uvarint(b)
		b = b[max(size, 0):]
		from, fromSize := binary.Varint(b)
		b = b[max(fromSize, 0):]
		length, toSize := binary.Uvarint(b)
		b = b[max(toSize, 0):]
		text, start := uint64(last.text)+step>>1, uint64(int64(last.to)+from)
		if size <= 0 || fromSize <= 0 || toSize <= 0 || text > maxSize || start > maxSize || length > maxSize-start {
			return Map{}, errBadMap
		}
		last = piece{int32(text), int32(start), int32(start + length), step&1 == 1}
		m.pieces = append(m.pieces, last)
	}
	return m, nil
}

// Holds tells whether the map can lead from the text to the page: each piece lies in
// both, and ASCII letters that are said to stand for themselves are in the page.
func (m Map) Holds(text string, raw []byte) bool {
	for _, p := range m.pieces {
		if int(p.to) > len(raw) || int(p.text) >= len(text) || p.plain && int(p.text+p.to-p.from) > len(text) {
			return false
		}
		if !p.plain {
			continue
		}
		for i, c := range raw[p.from:p.to] {
			if t := text[int(p.text)+i]; (t < utf8.RuneSelf || c < utf8.RuneSelf) && t != c {
				return false
			}
		}
	}
	return true
}

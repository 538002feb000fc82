package rule

import "strings"

// words is a set of folded words.
type words map[string]struct{}

// has looks up a word whatever its case; only words beyond ASCII or of more than
// 64 bytes cost an allocation.
func (w words) has(s string) bool {
	var buf [64]byte
	if plain(s) {
		_, ok := w[s]
		return ok
	}
	if b := fold(buf[:0], s); b != nil {
		_, ok := w[string(b)]
		return ok
	}
	_, ok := w[strings.ToLower(s)]
	return ok
}

// plain tells whether folding would change nothing.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c-'A' < 26 || c >= 0x80 {
			return false
		}
	}
	return true
}

// fold appends the lower-case letters of s, or returns nil where it is not plain ASCII or too long.
func fold(b []byte, s string) []byte {
	if len(s) > cap(b) {
		return nil
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 {
			return nil
		}
		if c-'A' < 26 {
			c |= 0x20
		}
		b = append(b, c)
	}
	return b
}

// lookup is has for the index of triggers.
func lookup(m map[string][]int32, s string) []int32 {
	var buf [64]byte
	if plain(s) {
		return m[s]
	}
	if b := fold(buf[:0], s); b != nil {
		return m[string(b)]
	}
	return m[strings.ToLower(s)]
}

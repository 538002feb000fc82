package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the key under which names are compared where case does not matter:
// lower case, without diacritics, dots and apostrophes, hyphens as spaces.
func Fold(s string) string {
	var buf [96]byte
	b := appendFolded(buf[:0], s)
	for i, c := range b {
		if c == '-' {
			b[i] = ' '
		}
	}
	return strings.ToLower(string(b))
}

// appendFolded appends s without diacritics, dots and apostrophes, every hyphen as
// '-'; case is kept.
func appendFolded(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c != '.' && c != '\'' && c != '`' {
				b = append(b, c)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b = appendRune(b, r)
		i += n
	}
	return b
}

func appendRune(b []byte, r rune) []byte {
	if p := plainLetter(r); p != "" {
		return append(b, p...)
	}
	switch {
	case isApostrophe(r):
		return b
	case r == '‐' || r == '‑' || r == '–':
		return append(b, '-')
	case unicode.Is(unicode.Mn, r):
		return b
	}
	var in [utf8.UTFMax]byte
	n := utf8.EncodeRune(in[:], r)
	var out [24]byte
	for rest := norm.NFD.Append(out[:0], in[:n]...); len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if !unicode.Is(unicode.Mn, r) {
			b = append(b, rest[:n]...)
		}
		rest = rest[n:]
	}
	return b
}

func isApostrophe(r rune) bool {
	switch r {
	case '’', '‘', 'ʻ', 'ʼ', 'ʿ', 'ʾ', '′', '´':
		return true
	}
	return false
}

// plainLetter gives the Latin letters that have no canonical decomposition, and
// the commonest of those that have one.
func plainLetter(r rune) string {
	switch r {
	case 'á', 'à', 'â', 'ä', 'ã', 'å', 'ā', 'ă', 'ą':
		return "a"
	case 'é', 'è', 'ê', 'ë', 'ē', 'ė', 'ę', 'ě', 'ə':
		return "e"
	case 'í', 'ì', 'î', 'ï', 'ī', 'ı':
		return "i"
	case 'ó', 'ò', 'ô', 'ö', 'õ', 'ō', 'ø', 'ő':
		return "o"
	case 'ú', 'ù', 'û', 'ü', 'ū', 'ů', 'ű':
		return "u"
	case 'ç', 'ć', 'č':
		return "c"
	case 'ñ', 'ń', 'ň':
		return "n"
	case 'š', 'ś', 'ş', 'ș':
		return "s"
	case 'ž', 'ź', 'ż':
		return "z"
	case 'ł':
		return "l"
	case 'Ł':
		return "L"
	case 'đ', 'ð':
		return "d"
	case 'Đ', 'Ð':
		return "D"
	case 'Ø':
		return "O"
	case 'æ':
		return "ae"
	case 'Æ':
		return "Ae"
	case 'œ':
		return "oe"
	case 'ß':
		return "ss"
	case 'þ':
		return "th"
	case 'Þ':
		return "Th"
	case 'ğ':
		return "g"
	}
	return ""
}

// words splits a folded name into its words.
func words(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool {
		return r == ' ' || r == ',' || r == '/' || r == '(' || r == ')' || r == '"' || r == ':' || r == ';'
	})
}

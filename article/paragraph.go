package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/text"
)

// para is a paragraph with what the rules ask about it.
type para struct {
	readout.Span
	raw     string // as it stands
	plain   string // without emphasis marks round it and without link targets
	low     string // plain in lower case; only its start where it is long
	words   int    // of plain, counted up to manyWords
	before  int    // words of the paragraphs before it
	indent  int    // columns before it on its first line
	blank   bool   // a blank line stands before it
	heading bool   // marked as a heading ("## …")
	quoted  bool   // marked as a quotation ("> …")
	link    bool   // nothing but links

	kind   readout.SectionKind
	outlet string
	cut    bool // a part of a paragraph that was cut up
	opens  bool // starts a section of its own though the one before is of its kind
}

const (
	manyWords = 200
	longStart = 300 // bytes of a long paragraph that are looked at
)

func paragraphs(doc string) []para {
	spans := text.Paragraphs(doc, readout.Span{End: readout.Offset(len(doc))})
	out := make([]para, len(spans))
	from := 0
	for i, s := range spans {
		p := &out[i]
		p.Span = s
		p.raw = s.In(doc)
		gap := doc[from:s.Start]
		p.blank = strings.Count(gap, "\n") > 1
		p.indent = len(gap) - 1 - strings.LastIndexByte(gap, '\n')
		p.heading = p.raw[0] == '#'
		p.quoted = p.raw[0] == '>'
		p.plain, p.link = plain(p.raw)
		p.words = countWords(p.plain)
		if i > 0 {
			p.before = out[i-1].before + out[i-1].words
		}
		p.low = strings.ToLower(p.start(longStart))
		from = int(s.End)
	}
	return out
}

// start returns at most n bytes from the start of the plain text.
func (p *para) start(n int) string {
	if len(p.plain) <= n {
		return p.plain
	}
	for n > 0 && !utf8.RuneStart(p.plain[n]) {
		n--
	}
	return p.plain[:n]
}

// end returns at most n bytes from the end of the plain text.
func (p *para) end(n int) string {
	if len(p.plain) <= n {
		return p.plain
	}
	i := len(p.plain) - n
	for i < len(p.plain) && !utf8.RuneStart(p.plain[i]) {
		i++
	}
	return p.plain[i:]
}

// plain returns s without the marks of Markdown round it and without the targets
// of its links, and whether it holds nothing but links.
func plain(s string) (string, bool) {
	s = strings.TrimLeft(s, "#>*_ \t\\")
	s = strings.TrimRight(s, "*_ \t\\#")
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "<http") && strings.IndexByte(s, '>') == len(s)-1 {
		return s[1 : len(s)-1], true
	}
	if !strings.Contains(s, "](") {
		return strings.ReplaceAll(s, "**", ""), strings.HasPrefix(s, "http") && strings.IndexByte(s, ' ') < 0
	}
	var b strings.Builder
	outside := 0
	for {
		open, text, rest, ok := cutLink(s)
		if !ok {
			outside += countLetters(s)
			b.WriteString(s)
			break
		}
		outside += countLetters(open)
		b.WriteString(open)
		b.WriteString(text)
		s = rest
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), "**", "")), outside == 0
}

// cutLink cuts s at its first link, "before[text](target)rest".
func cutLink(s string) (before, text, rest string, ok bool) {
	mid := strings.Index(s, "](")
	if mid < 0 {
		return "", "", "", false
	}
	open := strings.LastIndexByte(s[:mid], '[')
	end := strings.IndexByte(s[mid:], ')')
	if open < 0 || end < 0 {
		return "", "", "", false
	}
	return strings.TrimSuffix(s[:open], "!"), s[open+1 : mid], s[mid+end+1:], true
}

func countLetters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func countWords(s string) int {
	n, in := 0, false
	for _, r := range s {
		if unicode.IsSpace(r) {
			in = false
			continue
		}
		if !in {
			if n++; n >= manyWords {
				return n
			}
		}
		in = true
	}
	return n
}

// stopped tells whether s ends like a sentence.
func stopped(s string) bool {
	s = strings.TrimRight(s, "”\"’')]* _")
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '.' || r == '!' || r == '?' || r == '…' || r == ':' || r == ';' || r == ','
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// hasAny tells whether s holds one of the parts.
func hasAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// startsAny tells whether s starts with one of the prefixes.
func startsAny(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func endsAny(s string, suffixes ...string) bool {
	for _, p := range suffixes {
		if strings.HasSuffix(s, p) {
			return true
		}
	}
	return false
}

func hasQuote(s string) bool { return strings.ContainsAny(s, "“”\"«»") }

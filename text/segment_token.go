package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tok is a token in the making.
type tok struct {
	start, end int
	flags      tokFlags
}

type tokFlags uint8

const (
	spaceAfter tokFlags = 1 << iota
	withStop            // an abbreviation that keeps its stop
	dropped             // markup after all: the bracket of a link
	breakAfter          // the end of a headline in capitals that the text runs into
)

// scanner cuts one paragraph after another into tokens.
type scanner struct {
	doc      string
	at, end  int
	first    int   // where the paragraph starts
	toks     []tok // of the paragraph scanned last
	brackets []int // open "[" tokens that may turn out to be markup
	chunkEnd int   // end of the stretch without white space around at
	address  bool  // that stretch holds "@", "://" or "www."
}

// begin forgets the paragraph before; the next starts at from.
func (s *scanner) begin(doc string, from int) {
	s.doc, s.first = doc, from
	s.toks = s.toks[:0]
}

// scan adds the tokens of doc[from:to].
func (s *scanner) scan(from, to int) {
	doc := s.doc
	s.at, s.end, s.chunkEnd = from, to, 0
	s.brackets = s.brackets[:0]
	links := false
	for s.at < to {
		if n := spaceAt(doc, s.at, to); n > 0 {
			s.space()
			s.at += n
			continue
		}
		c := doc[s.at]
		switch {
		case isLetter(c):
			s.word()
		case isDigit(c):
			s.number()
		case c < utf8.RuneSelf:
			links = s.mark(c) || links
		default:
			s.foreign()
		}
	}
	if to < len(doc) && spaceAt(doc, to, len(doc)) > 0 {
		s.space()
	}
	if links {
		s.dropMarkup()
	}
}

// space notes that white space follows the last token.
func (s *scanner) space() {
	if n := len(s.toks); n > 0 {
		s.toks[n-1].flags |= spaceAfter
	}
}

func (s *scanner) emit(to int) { s.emitAs(to, 0) }

func (s *scanner) emitAs(to int, f tokFlags) {
	s.toks = append(s.toks, tok{s.at, to, f})
	s.at = to
}

func (s *scanner) dropMarkup() {
	kept := s.toks[:0]
	for _, t := range s.toks {
		if t.flags&dropped == 0 {
			kept = append(kept, t)
		} else if n := len(kept); n > 0 && t.flags&spaceAfter != 0 {
			kept[n-1].flags |= spaceAfter
		}
	}
	s.toks = kept
}

// peek returns the byte at i, or a newline past the end.
func (s *scanner) peek(i int) byte {
	if i < s.end {
		return s.doc[i]
	}
	return '\n'
}

// lineStart tells whether only white space and markup stand between the
// position and the start of its line.
func (s *scanner) lineStart() bool {
	if n := len(s.toks); n > 0 {
		return strings.IndexByte(s.doc[s.toks[n-1].end:s.at], '\n') >= 0
	}
	return true
}

// run returns the end of the run of the byte c from i.
func (s *scanner) run(i int, c byte) int {
	for i < s.end && s.doc[i] == c {
		i++
	}
	return i
}

// mark takes the ASCII character c that is neither letter, digit nor white space.
// It tells whether it closed a link.
func (s *scanner) mark(c byte) bool {
	next := s.peek(s.at + 1)
	switch c {
	case '*', '_', '\\':
		s.at = s.run(s.at, c) // markup
	case '.':
		s.stop(next)
	case '!', '?':
		s.exclamation(next)
	case '\'', '`':
		s.apostrophe(1)
	case '-':
		s.dash(next)
	case '#':
		s.numberSign(next)
	case '[':
		s.brackets = append(s.brackets, len(s.toks))
		s.bracket(']')
	case '(':
		s.bracket(')')
	case ']':
		return s.closeBracket(next)
	case '<':
		s.angle()
	case '>':
		s.quoteSign()
	case '@':
		s.handle(next)
	case '&':
		s.entity()
	default:
		s.emit(s.at + 1)
	}
	return false
}

func (s *scanner) stop(next byte) {
	if isDigit(next) && !s.glued() {
		s.number()
		return
	}
	s.emit(s.run(s.at, '.'))
}

// glued tells whether a token ends right before the position.
func (s *scanner) glued() bool {
	n := len(s.toks)
	return n > 0 && s.toks[n-1].end == s.at
}

func (s *scanner) exclamation(next byte) {
	if next == '[' && s.doc[s.at] == '!' && !s.glued() {
		s.at++ // an image
		return
	}
	i := s.at
	for i < s.end && (s.doc[i] == '!' || s.doc[i] == '?') {
		i++
	}
	s.emit(i)
}

// apostrophe takes a quotation mark or apostrophe of the given width that does
// not stand within a word: a clitic of its own ("'s"), a shortened word ("'em",
// "'90s"), a doubled mark, or the mark alone.
func (s *scanner) apostrophe(width int) {
	i := s.at + width
	if width == 3 && (strings.HasPrefix(s.doc[i:s.end], "’") || strings.HasPrefix(s.doc[i:s.end], "‘")) && strings.HasPrefix(s.doc[s.at:], "‘") ||
		width == 3 && strings.HasPrefix(s.doc[s.at:s.end], "’’") {
		s.emit(i + width)
		return
	}
	if width == 1 && s.peek(i) == s.doc[s.at] {
		if s.doc[s.at] == '`' && s.peek(i+1) == '`' {
			s.at = s.run(i, '`') // a code fence
			return
		}
		s.emit(s.at + 2)
		return
	}
	j := i
	for j < s.end && (isLetter(s.doc[j]) || isDigit(s.doc[j])) {
		j++
	}
	if j > i && s.doc[s.at] != '`' && !s.quoteCloses(j) && isShortened(s.doc[i:j], s.at > s.first) {
		s.emit(j)
		return
	}
	s.emit(i)
}

// quoteCloses tells whether an apostrophe stands at i, so that the stretch before
// it is rather a quoted word.
func (s *scanner) quoteCloses(i int) bool {
	return s.peek(i) == '\'' || strings.HasPrefix(s.doc[i:s.end], "’")
}

func (s *scanner) dash(next byte) {
	if next == ' ' && s.lineStart() {
		s.at++ // a list mark
		return
	}
	s.emit(s.run(s.at, '-'))
}

func (s *scanner) numberSign(next byte) {
	i := s.run(s.at, '#')
	switch {
	case i-s.at > 1 || next == ' ' && s.lineStart():
		s.at = i // a heading or an end mark
	case isLetter(next):
		s.emit(s.nameEnd(i))
	default:
		s.emit(i)
	}
}

// nameEnd returns the end of the run of letters, digits and underscores from i.
func (s *scanner) nameEnd(i int) int {
	for i < s.end && (isLetter(s.doc[i]) || isDigit(s.doc[i]) || s.doc[i] == '_') {
		i++
	}
	return i
}

func (s *scanner) handle(next byte) {
	if isLetter(next) || next == '_' {
		s.emit(s.nameEnd(s.at + 1))
		return
	}
	s.emit(s.at + 1)
}

// bracket takes an opening bracket, or a word whose first letter the writer put
// in brackets: "[T]he", "(s)hips".
func (s *scanner) bracket(closing byte) {
	i := s.at + 1
	if isLetter(s.peek(i)) && s.peek(i+1) == closing && isLetter(s.peek(i+2)) && (s.at == s.first || !isLetter(s.doc[s.at-1])) {
		for i += 2; i < s.end && isLetter(s.doc[i]); i++ {
		}
		if closing == ']' {
			s.brackets = s.brackets[:len(s.brackets)-1]
		}
		s.emit(i)
		return
	}
	s.emit(s.at + 1)
}

// closeBracket takes "]". With a target after it, it and its opening bracket are
// the markup of a link.
func (s *scanner) closeBracket(next byte) bool {
	open := -1
	if n := len(s.brackets); n > 0 {
		open = s.brackets[n-1]
		s.brackets = s.brackets[:n-1]
	}
	if next == '(' && open >= 0 {
		if i := s.targetEnd(s.at + 2); i > 0 {
			s.toks[open].flags |= dropped
			s.at = i
			return true
		}
	}
	s.emit(s.at + 1)
	return false
}

// targetEnd returns the end of the link target that starts at i, or 0. A target
// has no white space but before a title in quotation marks.
func (s *scanner) targetEnd(i int) int {
	depth, title := 1, false
	for ; i < s.end; i++ {
		switch s.doc[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		case '[', ']', '\n':
			return 0
		case ' ':
			title = title || s.peek(i+1) == '"'
			if !title {
				return 0
			}
		}
	}
	return 0
}

// angle takes "<": the bracket round an address or a tag is markup.
func (s *scanner) angle() {
	const longest = 300
	c := s.peek(s.at + 1)
	if !isLetter(c) && c != '/' && c != '!' {
		s.emit(s.at + 1)
		return
	}
	i := s.at + 1
	for i < s.end && i < s.at+longest && s.doc[i] != '>' && s.doc[i] != '<' {
		i++
	}
	if s.peek(i) != '>' || !isTag(s.doc[s.at+1:i]) {
		if s.peek(i) == '>' && hasAddress(s.doc[s.at+1:i]) {
			s.at++
			return
		}
		s.emit(s.at + 1)
		return
	}
	s.at = i + 1
}

// quoteSign takes ">", which is markup at a line's start and after an address.
func (s *scanner) quoteSign() {
	if s.lineStart() || s.glued() && hasAddress(s.last()) {
		s.at++
		return
	}
	s.emit(s.run(s.at, '>'))
}

func (s *scanner) last() string {
	t := s.toks[len(s.toks)-1]
	return s.doc[t.start:t.end]
}

// entity takes "&", with the rest of an HTML entity where it is one.
func (s *scanner) entity() {
	i := s.at + 1
	if s.peek(i) == '#' {
		i++
	}
	j := i
	for j < s.end && j < i+8 && (isLetter(s.doc[j]) || isDigit(s.doc[j])) {
		j++
	}
	if j > i && s.peek(j) == ';' {
		s.emit(j + 1)
		return
	}
	s.emit(s.at + 1)
}

// foreign takes what starts with a character outside ASCII.
func (s *scanner) foreign() {
	r, n := utf8.DecodeRuneInString(s.doc[s.at:s.end])
	switch {
	case unicode.IsLetter(r):
		s.word()
	case unicode.IsDigit(r):
		s.number()
	case r == '’' || r == '‘' || r == 'ʼ' || r == '´':
		s.apostrophe(n)
	case r == '•' && s.lineStart():
		s.at += n // a list mark
	case r == '—' || r == '–' || r == '…':
		i := s.at + n
		for strings.HasPrefix(s.doc[i:s.end], s.doc[s.at:s.at+n]) {
			i += n
		}
		s.emit(i)
	default:
		s.emit(s.withMarks(s.at + n))
	}
}

// withMarks returns the end of the combining marks and joiners from i.
func (s *scanner) withMarks(i int) int {
	for i < s.end && s.doc[i] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s.doc[i:s.end])
		if !unicode.IsMark(r) && r != '\u200d' {
			break
		}
		i += n
	}
	return i
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }

// spaceAt returns the width of the white space character at i, or 0.
func spaceAt(doc string, i, end int) int {
	c := doc[i]
	if c < utf8.RuneSelf {
		if c == ' ' || c < ' ' || c == 0x7f {
			return 1
		}
		return 0
	}
	if c != 0xC2 && c != 0xE2 && c != 0xE3 && c != 0xE1 && c != 0xEF {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(doc[i:end]); isSpace(r) {
		return n
	}
	return 0
}

// isSpace tells whether r is white space, a control character, or one of the
// invisible characters that count as white space.
func isSpace(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return r < ' ' || r == 0x7f || unicode.IsSpace(r)
}

package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word takes what starts with a letter. A word that white space or a plain mark
// follows is the common case and is settled at once.
func (s *scanner) word() {
	i := s.letters(s.at)
	if i < s.end {
		switch s.doc[i] {
		case ' ', ',', ';', ')', '\n', '"', '!', '?':
			s.plain(i)
			return
		case ':':
			if s.peek(i+1) != '/' {
				s.plain(i)
				return
			}
		}
	}
	if s.inAddress() && s.addressFrom(s.at) {
		return
	}
	for s.extend(&i) {
	}
	s.close(i)
}

// plain emits doc[at:i], a word of letters alone, cutting the few that UD English
// takes for two.
func (s *scanner) plain(i int) {
	w := s.doc[s.at:i]
	if n := fusedAt(w); n > 0 {
		s.emit(s.at + n)
	} else if n := s.capitalsEnd(w); n > 0 {
		s.emitAs(s.at+n, breakAfter)
	}
	s.emit(i)
}

// capitalsEnd returns where a headline in capitals ends within w, as in "TALKS
// ENDThe ministers", or 0.
func (s *scanner) capitalsEnd(w string) int {
	if len(w) < 4 || !isUpper(w[0]) || !isUpper(w[1]) || !isLower(w[len(w)-1]) || len(s.toks) == 0 {
		return 0
	}
	n := 2
	for isUpper(w[n]) {
		n++
	}
	before := s.last()
	if n--; n < 2 || len(before) < 2 || !isUpper(before[0]) || !isUpper(before[len(before)-1]) {
		return 0
	}
	for i := n + 1; i < len(w); i++ {
		if !isLower(w[i]) {
			return 0
		}
	}
	return n
}

// letters returns the end of the run of letters, digits and combining marks from i.
func (s *scanner) letters(i int) int {
	for i < s.end {
		c := s.doc[i]
		if isLetter(c) || isDigit(c) {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			return i
		}
		r, n := utf8.DecodeRuneInString(s.doc[i:s.end])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '\u00ad' && r != '\u200d' {
			return i
		}
		i += n
	}
	return i
}

// extend moves *i, the end of the word so far, over a mark that belongs to the
// word and the letters after it. It returns false where the word ends.
func (s *scanner) extend(i *int) bool {
	at, n := *i, 1
	if at >= s.end {
		return false
	}
	c := s.doc[at]
	if c >= utf8.RuneSelf {
		r, width := utf8.DecodeRuneInString(s.doc[at:s.end])
		if r != '’' && r != 'ʼ' && r != '‘' && r != '´' {
			return false
		}
		c, n = '\'', width
	}
	if c == '(' && strings.HasPrefix(s.doc[at:s.end], "(s)") { // "official(s)"
		*i = at + len("(s)")
		return false
	}
	next := s.letters(at + n)
	if next == at+n { // nothing of a word follows
		if c == '$' && isCurrency(s.doc[s.at:at]) {
			*i = at + 1
		}
		return false
	}
	switch c {
	case '\'':
		if cliticIn(s.doc[at+n : next]) {
			return false
		}
	case '.':
		if !s.dotJoins(at, next) {
			return false
		}
	case '-':
		if !isPrefix(s.doc[s.at:at]) {
			return false
		}
	case '&':
		if !isUpper(s.doc[at-1]) || !isUpper(s.doc[at+1]) {
			return false
		}
	case '/':
		if !isDigit(s.doc[at-1]) || !isDigit(s.doc[at+1]) {
			return false
		}
	case '_', '*':
		if s.doc[at-1] == '*' {
			return false
		}
	case '$':
		if isCurrency(s.doc[s.at:at]) {
			*i = at + 1
		}
		return false
	default:
		return false
	}
	*i = next
	return true
}

// dotJoins tells whether the full stop at belongs to the word that the letters up
// to next continue: "U.S", "a.m", "example.com" do, "talks.He" does not.
func (s *scanner) dotJoins(at, next int) bool {
	left, right := s.doc[s.at:at], s.doc[at+1:next]
	if len(right) == 1 && len(left) > 0 && (len(left) == 1 || left[len(left)-2] == '.') {
		return true // another letter of "U.S"
	}
	if len(left) > 1 && left[len(left)-2] == '.' {
		return strings.EqualFold(left, "Ph") || right == "D" || right == "Phil"
	}
	switch {
	case strings.EqualFold(left, "Ph") && right == "D":
		return true
	case isUpper(right[0]) || right[0] >= utf8.RuneSelf:
		return len(left) == 1 && len(right) == 1
	case isDigit(right[0]):
		return isDigit(left[len(left)-1])
	}
	return isDomain(right) || strings.IndexByte(left, '.') > 0 && len(left) > 4
}

// close emits the word doc[at:i] with the clitic or the stop that follows it.
func (s *scanner) close(i int) {
	if i < s.end && s.doc[i] == '.' && s.keepsStop(i) {
		s.emitAs(i+1, withStop)
		return
	}
	n := s.apostropheWidth(i)
	if n == 0 {
		s.plain(i)
		return
	}
	end := s.letters(i + n)
	if end == i+n || !cliticIn(s.doc[i+n:end]) {
		s.plain(i)
		return
	}
	if end == i+n+1 && s.doc[i+n]|0x20 == 't' {
		if s.doc[i-1]|0x20 != 'n' {
			s.plain(i)
			return
		}
		i-- // the clitic is "n't"
	}
	if i > s.at {
		s.emit(i)
	}
	s.emit(end)
}

// apostropheWidth returns the width of the apostrophe at i, or 0.
func (s *scanner) apostropheWidth(i int) int {
	if i >= s.end {
		return 0
	}
	if s.doc[i] == '\'' || s.doc[i] == '`' {
		return 1
	}
	if s.doc[i] < utf8.RuneSelf {
		return 0
	}
	switch r, n := utf8.DecodeRuneInString(s.doc[i:s.end]); r {
	case '’', 'ʼ', '‘', '´':
		return n
	}
	return 0
}

// keepsStop tells whether the full stop at i is part of the word before it.
func (s *scanner) keepsStop(i int) bool {
	if s.peek(i+1) == '.' {
		return false // an ellipsis
	}
	w := s.doc[s.at:i]
	if strings.IndexByte(w, '.') > 0 {
		return isAcronym(w)
	}
	if len(w) == 1 {
		return isUpper(w[0]) && (w != "I" || s.afterCapital()) || (w == "p" || w == "c") && s.numberFollows(i+1) || w == "v" && s.peek(i+1) == ' '
	}
	switch abbreviation(w) {
	case never, sometimes:
		return true
	case beforeNumber:
		return s.numberFollows(i + 1)
	case title, capitalised:
		return isUpper(w[0])
	case monthOrName:
		return isUpper(w[0]) && (s.numberFollows(i+1) || !s.afterName())
	case afterComma:
		return isUpper(w[0]) && len(s.toks) > 0 && s.last() == ","
	}
	return false
}

// afterCapital tells whether the last token starts with a capital or ends in a
// stop, or there is none.
func (s *scanner) afterCapital() bool {
	if len(s.toks) == 0 {
		return true
	}
	w := s.last()
	return isUpper(w[0]) || w[len(w)-1] == '.'
}

// afterName tells whether the word before is written as a name within a sentence is.
func (s *scanner) afterName() bool {
	if len(s.toks) < 2 {
		return false
	}
	first := s.toks[len(s.toks)-2]
	switch s.doc[first.start:first.end] {
	case ".", "!", "?", ":", "”", `"`, "“":
		return false // "In Jan." begins a sentence
	}
	w := s.last()
	return len(w) > 1 && isUpper(w[0]) && isLetter(w[len(w)-1])
}

// numberFollows tells whether the next thing after i is a digit.
func (s *scanner) numberFollows(i int) bool {
	for i < s.end && s.doc[i] == ' ' {
		i++
	}
	return isDigit(s.peek(i))
}

// number takes what starts with a digit: a number with its commas, point, colon
// or slashes, an ordinal, or an amount whose unit ("5bn") becomes a token.
func (s *scanner) number() {
	if s.inAddress() && s.addressFrom(s.at) {
		return
	}
	i := s.at
	if s.doc[i] == '.' {
		i++
	}
	i = s.digits(i)
	for i+1 < s.end && isDigit(s.doc[i+1]) && s.digitsJoin(i) {
		i = s.digits(i + 1)
	}
	if s.peek(i) == '.' && i-s.at <= 2 && s.peek(i+1) == ' ' && s.lineStart() {
		s.emitAs(i+1, withStop) // the number of a list item
		return
	}
	j := s.letters(i)
	if j == i {
		s.emit(i)
		return
	}
	unit := s.doc[i:j]
	switch {
	case isUnit(unit) || len(unit) > 2 && isUpper(unit[0]) && isLower(unit[1]):
		s.emit(i)
	case s.peek(j) == '.' && len(unit) == 1 && isLetter(s.peek(j+1)): // "3p.m."
		s.emit(i)
	default:
		for s.extend(&j) {
		}
		s.close(j)
	}
}

func (s *scanner) digits(i int) int {
	for i < s.end && isDigit(s.doc[i]) {
		i++
	}
	return i
}

// digitsJoin tells whether the mark at i, between two digits, belongs to the number.
func (s *scanner) digitsJoin(i int) bool {
	switch s.doc[i] {
	case '.', ':', '/':
		return true
	case ',':
		return s.digits(i+1) == i+4
	case '-': // 2014-11-11, 713-853-3989
		j := s.digits(i + 1)
		if s.peek(j) == '-' && isDigit(s.peek(j+1)) {
			return true
		}
		return i > s.at && strings.IndexByte(s.doc[s.at:i], '-') > 0
	}
	return false
}

// inAddress tells whether the stretch without white space around the position
// looks as if it held an address. It is looked at once.
func (s *scanner) inAddress() bool {
	if s.at >= s.chunkEnd {
		i := s.at
		for i < s.end && s.doc[i] > ' ' {
			i++
		}
		s.chunkEnd = i
		s.address = hasAddress(s.doc[s.at:i])
	}
	return s.address
}

// hasAddress tells whether there is a web address, e-mail address or handle in w.
func hasAddress(w string) bool {
	return strings.IndexByte(w, '@') >= 0 || strings.Contains(w, "://") ||
		strings.Contains(w, "www.") || strings.Contains(w, "mailto:")
}

// addressFrom emits the address that starts at i, if one does.
func (s *scanner) addressFrom(i int) bool {
	const longest = 2048
	rest := s.doc[i:min(s.chunkEnd, i+longest)]
	end := 0
	switch {
	case hasScheme(rest):
		end = addressLen(rest, "<>\"[]|\\^`{}*")
	default:
		n := 0
		for n < min(len(rest), 320) && (isLetter(rest[n]) || isDigit(rest[n]) || strings.IndexByte("._%+-@", rest[n]) >= 0) {
			n++
		}
		at := strings.IndexByte(rest[:n], '@')
		if at < 1 || at+1 >= n {
			return false
		}
		end = addressLen(rest[:n], "")
	}
	if end == 0 {
		return false
	}
	s.emit(i + end)
	return true
}

func hasScheme(w string) bool {
	for _, p := range [...]string{"http://", "https://", "ftp://", "www.", "mailto:"} {
		if len(w) > len(p) && strings.EqualFold(w[:len(p)], p) {
			return true
		}
	}
	return false
}

// addressLen returns the length of the address at the start of w: up to one of
// the bytes in stops, without the punctuation at its end.
func addressLen(w, stops string) int {
	n := len(w)
	if i := strings.IndexAny(w, stops); i >= 0 {
		n = i
	}
	for n > 0 {
		switch w[n-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '_', '@', '-':
			n--
			continue
		case ')':
			if strings.IndexByte(w[:n], '(') < 0 {
				n--
				continue
			}
		default:
			if r, width := utf8.DecodeLastRuneInString(w[:n]); r == '’' || r == '”' || r == '…' {
				n -= width
				continue
			}
		}
		break
	}
	return n
}

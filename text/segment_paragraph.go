package text

import (
	"strings"
	"unicode/utf8"

	"readout"
)

// Paragraphs returns the paragraphs of the part of doc that within covers, in
// order and without the white space around them. A blank line ends a paragraph. A
// single newline ends one too, unless the text is wrapped at a column: then it
// does only where the line was left short and could end a sentence, ends in a hard break (two spaces or a
// backslash), or the next line opens a list item, heading or quotation. In any text a
// long line that stops within a sentence goes on where the next starts with a small
// letter.
func Paragraphs(doc string, within readout.Span) []readout.Span {
	var out []readout.Span
	if within.Start < 0 || within.Empty() || int(within.End) > len(doc) {
		return nil
	}
	eachParagraph(doc, within, wrapWidth(doc), func(p readout.Span) { out = append(out, p) })
	return out
}

// Bounds of the columns at which texts are wrapped.
const (
	minWrap = 50
	maxWrap = 100
)

// wrapWidth returns the column at which the lines of doc are wrapped, or 0 where
// they are not. A wrapped text has no long lines but unbreakable ones, and most
// of its lines that another line follows directly are nearly as long as the
// longest of them.
func wrapWidth(doc string) int {
	var lengths [maxWrap + 1]int // of lines that a line with text follows directly
	lines, long := 0, 0
	for rest, prev := doc, 0; rest != ""; {
		line, after, _ := strings.Cut(rest, "\n")
		rest = after
		line = strings.TrimRight(line, " \r\u00a0")
		if line != "" && prev > 0 {
			lines++
			if prev <= maxWrap {
				lengths[prev]++
			}
		}
		prev = columns(line, maxWrap+1)
		if prev > maxWrap && strings.IndexByte(strings.TrimLeft(line, " "), ' ') >= 0 {
			long++
		}
	}
	if lines == 0 || long*8 > lines {
		return 0
	}
	full, width := 0, 0
	for n := minWrap; n <= maxWrap; n++ {
		full += lengths[n]
	}
	if full*2 < lines {
		return 0
	}
	// The width is the longest length but for a few stray lines.
	for n, left := maxWrap, full/20; n >= minWrap; n-- {
		if left -= lengths[n]; left < 0 {
			width = n
			break
		}
	}
	return width
}

// columns counts the runes of line, at most limit.
func columns(line string, limit int) int {
	if len(line) < limit {
		return utf8.RuneCountInString(line)
	}
	n := 0
	for range line {
		if n++; n >= limit {
			break
		}
	}
	return n
}

func eachParagraph(doc string, within readout.Span, width int, found func(readout.Span)) {
	end := int(within.End)
	start, last := -1, 0 // of the open paragraph: where it starts and its text so far ends
	joined := false      // it took in a line of a run that is wrapped though the text is not
	emit := func() {
		if start >= 0 {
			found(readout.Span{Start: readout.Offset(start), End: readout.Offset(last)})
		}
		start, joined = -1, false
	}
	prevFrom := 0
	for at := int(within.Start); at < end; {
		to, next := end, end
		if i := strings.IndexByte(doc[at:end], '\n'); i >= 0 {
			to, next = at+i, at+i+1
		}
		from, till := trimmed(doc, at, to)
		switch {
		case from == till:
			emit()
		case start >= 0 && runsOn(doc, prevFrom, last, from, till, joined):
			joined = true
		case start >= 0 && !wraps(doc, prevFrom, last, from, till, width):
			emit()
			start = from
		case start < 0:
			start = from
		}
		if from < till {
			prevFrom, last = from, till
		}
		at = next
	}
	emit()
}

// trimmed returns the part of doc[from:to] without the white space around it.
func trimmed(doc string, from, to int) (int, int) {
	for from < to {
		n := spaceAt(doc, from, to)
		if n == 0 {
			break
		}
		from += n
	}
	for to > from {
		r, n := utf8.DecodeLastRuneInString(doc[from:to])
		if !isSpace(r) {
			break
		}
		to -= n
	}
	return from, to
}

// wraps tells whether the newline between the line doc[from:to] and the next line
// doc[next:end] is one of a text wrapped at width.
func wraps(doc string, from, to, next, end, width int) bool {
	if width == 0 || doc[from] == '#' {
		return false
	}
	word := doc[next:end]
	if i := strings.IndexAny(word, " \t"); i >= 0 {
		word = word[:i]
	}
	open := stopsWithin(doc[from:to])
	if hardBreak(doc[from:next]) && !(open && isLower(word[0])) {
		return false
	}
	line := columns(doc[from:to], maxWrap+1)
	full := line+1+columns(word, maxWrap+1) > width
	if opensBlock(doc[next:end]) {
		return full && open && isDigit(word[0]) // "on May | 3. Then"
	}
	return full || line*2 > width && isLower(word[0]) || line*3 > width*2 && open
}

// stopsWithin tells whether the line stops within a sentence.
func stopsWithin(line string) bool {
	last := line[len(line)-1]
	return isLetter(last) || isDigit(last) || last == ',' || strings.HasSuffix(line, "—")
}

// runsOn tells whether the line doc[from:to] is cut within a sentence, in a text
// that is not wrapped as a whole: it is long, has no mark at its end, and the next
// line starts with a small letter, or goes on after such a cut.
func runsOn(doc string, from, to, next, end int, joined bool) bool {
	const shortest = 30
	if to-from < shortest || hardBreak(doc[from:next]) || opensBlock(doc[next:end]) || doc[from] == '#' {
		return false
	}
	if !stopsWithin(doc[from:to]) {
		return false
	}
	return isLower(doc[next]) || joined && to-from > shortest*3/2
}

// hardBreak tells whether the line, given with the white space after it, ends in
// a Markdown line break.
func hardBreak(line string) bool {
	i := strings.IndexByte(line, '\n')
	if i < 0 {
		return true
	}
	line = strings.TrimSuffix(line[:i], "\r")
	return strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`)
}

// opensBlock tells whether the line starts a list item, heading or quotation.
func opensBlock(line string) bool {
	switch line[0] {
	case '-', '*', '+':
		return len(line) > 1 && line[1] == ' '
	case '#':
		return true
	case '>':
		return true
	}
	if strings.HasPrefix(line, "•") || strings.HasPrefix(line, `\#`) || strings.HasPrefix(line, `\*`) {
		return true
	}
	i := 0
	for i < len(line) && i < 3 && '0' <= line[i] && line[i] <= '9' {
		i++
	}
	return i > 0 && i+1 < len(line) && (line[i] == '.' || line[i] == ')') && line[i+1] == ' '
}

package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceLength returns how many of the tokens, those left of a paragraph, make
// the next sentence: at least one.
func sentenceLength(doc string, toks []tok) int {
	n := min(len(toks), MaxTokens)
	for i := 0; i < n; i++ {
		if toks[i].flags&breakAfter != 0 {
			return i + 1
		}
		if !maybeEnd(doc, toks[i]) {
			continue
		}
		if end := endAfter(doc, toks, i); end > 0 {
			return end
		}
	}
	if len(toks) <= MaxTokens {
		return len(toks)
	}
	return cutAt(doc, toks)
}

// cutAt returns where a sentence too long is cut.
func cutAt(doc string, toks []tok) int {
	for _, marks := range [...]string{";", ",:–—-"} {
		for i := MaxTokens - 1; i >= MaxTokens/2; i-- {
			if t := toks[i]; strings.Contains(marks, doc[t.start:t.end]) {
				return i + 1
			}
		}
	}
	return MaxTokens
}

// maybeEnd tells whether the token holds a mark that ends sentences.
func maybeEnd(doc string, t tok) bool {
	switch doc[t.end-1] {
	case '.', '!', '?':
		return true
	case 0xA6: // "…"
		return doc[t.start:t.end] == "…"
	case 0x82, 0x9F, 0x81: // ideographic full stop and full-width marks
		switch doc[t.start:t.end] {
		case "。", "？", "！":
			return true
		}
	}
	return false
}

// endAfter returns the length of the sentence that ends with the mark at i and
// the quotation marks and brackets that close after it, or 0 where none ends.
func endAfter(doc string, toks []tok, i int) int {
	mark := doc[toks[i].start:toks[i].end]
	if toks[i].flags&withStop != 0 && i <= 1 && isDigit(mark[0]) {
		return 0 // the number of a list item
	}
	next := skipClosers(doc, toks, i+1)
	if next >= len(toks) {
		return len(toks)
	}
	closed := next > i+1
	if footnote := skipFootnote(doc, toks, next); footnote > next {
		if next = footnote; next >= len(toks) {
			return next
		}
	}
	opening := opener(doc, toks, next)
	glued := toks[next-1].flags&spaceAfter == 0
	if glued && opening == notUpper {
		return 0
	}
	switch {
	case toks[i].flags&withStop != 0 || isAcronymToken(mark):
		if !endsAbbreviated(doc, toks, i, next) {
			return 0
		}
	case mark == ".":
		if glued && !closed && i > 0 && isDigit(doc[toks[i].start-1]) && isDigit(doc[toks[next].start]) {
			return 0
		}
		if opening == notUpper && !endsBeforeSmall(doc, toks, i, next) {
			return 0
		}
	case mark[0] == '.' || mark == "…":
		if opening != upper || closed && reportFollows(doc, toks, next) || glued {
			return 0
		}
	default:
		if opening == notUpper || closed && reportFollows(doc, toks, next) || glued && !closed && opening != upper {
			return 0
		}
	}
	return next
}

func isAcronymToken(w string) bool { return len(w) > 1 && w[len(w)-1] == '.' && w[0] != '.' }

// skipClosers returns the index after the quotation marks and brackets that close
// from i on.
func skipClosers(doc string, toks []tok, i int) int {
	for i < len(toks) {
		spaced := toks[i-1].flags&spaceAfter != 0
		switch doc[toks[i].start:toks[i].end] {
		case "”", "’", "»", ")", "]", "''", "’’", "›":
			if spaced && toks[i].flags&spaceAfter == 0 {
				return i
			}
		case `"`, "'", "`":
			if spaced || i+1 < len(toks) && toks[i].flags&spaceAfter == 0 && !closer(doc, toks[i+1]) && !gluedStart(doc, toks, i) {
				return i
			}
		case "“", "‘": // misused
			if spaced || toks[i].flags&spaceAfter == 0 {
				return i
			}
		default:
			return i
		}
		i++
	}
	return i
}

// closer tells whether the token can close what was opened.
func closer(doc string, t tok) bool {
	switch doc[t.start:t.end] {
	case "”", "’", `"`, "'", ")", "]", "''", ",", ".", ";", ":", "—", "–", "--":
		return true
	}
	return false
}

// gluedStart tells whether the straight quotation mark at i closes a quotation
// although a word follows it without a space: a capital after it says so.
func gluedStart(doc string, toks []tok, i int) bool {
	c := doc[toks[i+1].start]
	return isUpper(c) && openBefore(doc, toks, i)
}

// openBefore tells whether an odd number of straight double quotation marks stands
// before i, within the last hundred tokens.
func openBefore(doc string, toks []tok, i int) bool {
	odd := false
	for j := max(0, i-100); j < i; j++ {
		if toks[j].end-toks[j].start == 1 && doc[toks[j].start] == doc[toks[i].start] {
			odd = !odd
		}
	}
	return odd
}

// skipFootnote returns the index after the footnote numbers "[12]" that stand at i
// without a space before them.
func skipFootnote(doc string, toks []tok, i int) int {
	for i+2 < len(toks) && toks[i-1].flags&spaceAfter == 0 && doc[toks[i].start] == '[' &&
		isDigit(doc[toks[i+1].start]) && doc[toks[i+2].start] == ']' {
		i += 3
	}
	return i
}

type opening uint8

const (
	notUpper opening = iota // a small letter or a mark that opens nothing
	upper                   // a capital, a figure, or an opening mark before one
	openMark                // an opening quotation mark or bracket before a small letter
)

// opener tells how the stretch that starts with token i begins.
func opener(doc string, toks []tok, i int) opening {
	for marks := 0; i < len(toks) && marks < 4; i, marks = i+1, marks+1 {
		t := toks[i]
		r, _ := utf8.DecodeRuneInString(doc[t.start:t.end])
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r):
			return upper
		case unicode.IsLower(r):
			if marks > 0 {
				return openMark
			}
			return notUpper
		case unicode.IsLetter(r):
			return upper
		}
		switch r {
		case '"', '“', '‘', '\'', '`', '«', '„', '(', '[', '-', '—', '–', '.', '…':
			if r == '.' && t.end-t.start == 1 && marks == 0 {
				return notUpper
			}
			if (r == '-' || r == '—' || r == '–') && toks[i-min(i, 1)].flags&spaceAfter == 0 {
				return notUpper
			}
		case '$', '€', '£', '#', '@', '•', '&', '¿', '¡', '*', '+', '<', '©':
			return upper
		default:
			if unicode.IsSymbol(r) {
				return upper
			}
			return notUpper
		}
	}
	return notUpper
}

// endsBeforeSmall tells whether a full stop at i ends a sentence although what
// follows begins with a small letter: it does where a whole word stands before
// it, since short forms not listed are short.
func endsBeforeSmall(doc string, toks []tok, i, next int) bool {
	if i == 0 || toks[next-1].flags&spaceAfter == 0 || next > i+1 {
		return false
	}
	w := doc[toks[i-1].start:toks[i-1].end]
	c := doc[toks[next].start]
	return len(w) >= 4 && isLower(w[0]) && isLower(w[len(w)-1]) && isLower(c)
}

// endsAbbreviated tells whether a sentence ends with the short form at i: where
// one may, and a word follows that has a capital at a sentence's start only.
func endsAbbreviated(doc string, toks []tok, i, next int) bool {
	w := doc[toks[i].start : toks[i].end-1]
	if next > i+1 { // closed by a quotation mark or bracket
		return opener(doc, toks, next) == upper && (len(w) > 1 || StartsSentence(word(doc, toks[next])))
	}
	clock := strings.EqualFold(w, "a.m") || strings.EqualFold(w, "p.m")
	switch abbreviation(w) {
	case never, title, beforeNumber:
		return false
	}
	first := word(doc, toks[next])
	switch first {
	case "“", `"`, "‘", "``", "(":
		return len(w) > 1 && first != "(" && opener(doc, toks, next) == upper && !clock
	}
	if len(w) == 1 && (i == 0 || isUpper(doc[toks[i-1].start])) {
		return false
	}
	return StartsSentence(first) || w == "X" && i > 0 && leadsToPlatform(word(doc, toks[i-1])) && isUpper(first[0])
}

// leadsToPlatform tells a word before which an X is no initial, but where something was posted: "wrote
// on X. Vice President Harris".
func leadsToPlatform(w string) bool { return w == "on" || w == "via" || w == "onto" }

func word(doc string, t tok) string { return doc[t.start:t.end] }

// reportFollows tells whether what starts at i tells who said the quotation
// before it: a reporting verb stands among its first words.
func reportFollows(doc string, toks []tok, i int) bool {
	for end := min(i+6, len(toks)); i < end; i++ {
		w := word(doc, toks[i])
		if saysAfter(w) {
			return true
		}
		switch w {
		case ".", "!", "?", "“", "”", `"`, ";", "that", "which":
			return false
		}
	}
	return false
}

package article

import (
	"slices"
	"strings"
	"unicode"

	"readout"
)

// Greatest lengths, in words, of a headline and of a heading within the text.
const (
	headlineWords   = 30
	subheadingWords = 14
)

// markHeadlines marks the title that stands as the text's first line, and its
// repetition.
func markHeadlines(paras []para, title string) {
	if len(paras) < 2 {
		return
	}
	first := &paras[0]
	if !isHeadline(first, paras[1:], title) {
		return
	}
	first.kind = readout.Headline
	for i := 1; i < len(paras) && i < 4; i++ {
		if sameWords(paras[i].plain, first.plain) {
			paras[i].kind = readout.Headline
		}
	}
}

// isHeadline tells whether p, with the paragraphs rest after it, is the headline. An
// unknown title must have a word in common with what follows.
func isHeadline(p *para, rest []para, title string) bool {
	next := &rest[0]
	if holdsTitle(p, title) && (!endsSentence(p.plain) || endsSentence(title)) {
		return true
	}
	if p.words > headlineWords || p.words == 0 || p.link || p.quoted || p.indent > 0 && !p.heading {
		return false
	}
	if title != "" && sameWords(p.plain, title) {
		return true
	}
	if title != "" && p.words > 3 && p.words <= 20 && !strings.HasSuffix(p.plain, ".") && sharedWords(p.plain, title)*2 > p.words {
		return true
	}
	if p.heading {
		return true
	}
	if title != "" || p.words < 3 || endsSentence(p.plain) || !startsUpper(strings.TrimLeft(p.plain, `“"‘'`)) {
		return false
	}
	if strings.HasSuffix(p.plain, ":") || startsSpeech(p.plain) || kindAlone(p) != readout.Body || hasDateline(p.plain) {
		return false
	}
	if placeLine(p) {
		return false
	}
	if sameWords(p.plain, next.plain) || isByline(next) {
		return true
	}
	for i := 0; i < len(rest) && i < 4; i++ {
		if (next.blank || next.words > p.words) && sharedWords(p.plain, rest[i].start(longStart)) > 0 {
			return true
		}
	}
	return false
}

// holdsTitle tells whether the paragraph is the title run together with what stood
// under or over it: it holds all the title's words in a row.
func holdsTitle(p *para, title string) bool {
	const fewest, most = 5, 70
	if p.words > most {
		return false
	}
	want := keys(title)
	if len(want) < fewest {
		return false
	}
	have := keys(p.plain)
	for i := 0; i+len(want) <= len(have); i++ {
		if slices.Equal(have[i:i+len(want)], want) {
			return true
		}
	}
	return false
}

// startsSpeech tells whether s starts like a turn of a transcript: "MR. X: …".
func startsSpeech(s string) bool {
	i := strings.IndexByte(s, ':')
	return i > 0 && i < 40 && strings.ToUpper(s[:i]) == s[:i]
}

// endsSentence tells whether s ends with a full stop, which headlines lack.
func endsSentence(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, "”\"’') "), ".") && !endsAny(s, "U.S.", "U.N.", "U.K.", "D.C.", "...")
}

// markSubheadings marks headings within the text, and the labels of pictures and
// links that look like them: short lines without a stop, between paragraphs that
// have one; and the list of highlights that some pages open with.
func markSubheadings(paras []para) {
	highlights := false
	for i := range paras {
		p := &paras[i]
		if p.kind != readout.Body {
			continue
		}
		highlights = startsAny(p.plain, "Story highlights", "STORY HIGHLIGHTS", "Highlights:", "Key points", "KEY POINTS") ||
			highlights && p.words <= headlineWords/2 && !stopped(p.plain)
		if highlights || i > 0 && i+1 < len(paras) && isSubheading(p, &paras[i-1], &paras[i+1]) {
			p.kind = readout.Headline
		}
	}
}

func isSubheading(p, before, next *para) bool {
	if p.cut || p.words > subheadingWords || p.words < 1 || stopped(p.plain) || next.words < 15 || isItem(p) || startsSpeech(p.plain) {
		return false
	}
	if p.heading {
		return true
	}
	if !startsUpper(strings.TrimLeft(p.plain, "‘'\"“(")) || !stopped(before.end(8)) && before.kind == readout.Body {
		return false
	}
	return before.words > 12 || before.kind != readout.Body
}

// isItem tells whether the paragraph is an item of a list.
func isItem(p *para) bool {
	return startsAny(p.raw, "- ", "* ", "+ ", "• ", "– ", "— ") || listNumber(p) > 0
}

// keys returns the words of s in lower case, without punctuation.
func keys(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func sameWords(a, b string) bool {
	if len(a) > 3*len(b)+40 || len(b) > 3*len(a)+40 {
		return false
	}
	x, y := keys(a), keys(b)
	if len(x) == 0 || len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// sharedWords counts the words of a, of four letters or more or with a figure,
// that b has too.
func sharedWords(a, b string) int {
	if len(a) > 500 {
		a = a[:500]
	}
	in := make(map[string]bool)
	for _, w := range keys(b) {
		in[w] = true
	}
	n := 0
	for _, w := range keys(a) {
		if len(w) > 3 && in[w] {
			n++
			in[w] = false
		}
	}
	return n
}

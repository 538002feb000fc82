package page

import (
	"bytes"

	"golang.org/x/net/html/atom"
)

// block is a paragraph of any kind: text with no block-level element and no blank
// line in it.
type block struct {
	node        int32 // the block-level element that it stands in
	first, last int32 // its runs of text are among the nodes [first, last)
	tag         atom.Atom
	marks       marks
	letters     int32 // characters that are no white space
	linked      int32 // of these within links
	words       int32
	stops       int32 // full stops, commas and the like
	weight      int32
}

// blocks gathers the runs of text that stand in one line or paragraph.
func (t *tree) blocks() []block {
	out := make([]block, 0, len(t.nodes)/6+8)
	open := false // may the last block take more?
	breaks := 0
	for i := range t.nodes {
		n := &t.nodes[i]
		switch {
		case n.text:
			if !open || out[len(out)-1].node != n.block || breaks > 1 {
				out = append(out, block{node: n.block, first: int32(i), tag: t.nodes[n.block].tag, marks: n.marks &^ linked})
				open = true
			}
			b := &out[len(out)-1]
			b.last = int32(i) + 1
			b.marks &= n.marks | ^shaky
			t.count(b, n)
			breaks = 0
		case n.tag == atom.Br:
			breaks++
		case isBlock(n.tag):
			open = false
		}
	}
	return out
}

// markCookies marks the words that ask for leave to set cookies.
func (t *tree) markCookies(blocks []block) {
	for i := range blocks {
		b := &blocks[i]
		if b.stops == 0 || b.marks&content != 0 || !bytes.Contains(t.span(b), []byte("cookie")) {
			continue
		}
		for _, word := range [...]string{"website", "browser", "consent", "privacy", "accept", " site"} {
			if bytes.Contains(t.span(b), []byte(word)) {
				b.marks |= legal
				break
			}
		}
	}
}

// span is the page from the block's first word to its last, tags included.
func (t *tree) span(b *block) []byte {
	last := b.last - 1
	for last > b.first && !t.nodes[last].text {
		last--
	}
	return t.src[t.nodes[b.first].from:t.nodes[last].to]
}

// shaky are the marks that a block has only if all its words have them: a date or a
// name in a sentence makes it no dateline and no byline.
const shaky = byline | dated | caption | tags | share | heading | author

// count adds a run's figures to its block.
func (t *tree) count(b *block, n *node) {
	letters, words, stops := int32(0), int32(0), int32(0)
	in := false
	src := t.src[n.from:n.to]
	for i, c := range src {
		if isSpace(c) {
			in = false
			continue
		}
		if !in {
			words++
			in = true
		}
		switch {
		case 0xe3 <= c && c <= 0xed: // a Chinese or Japanese character, a Korean syllable: says as much as three letters
			letters += 3
		case c < 0x80 || c >= 0xc0:
			letters++
		}
		if c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c >= 0xd8 && isWideStop(src[i:]) {
			stops++
		}
	}
	if !n.space && b.letters > 0 && words > 0 {
		words--
	}
	b.letters += letters
	b.words += words
	b.stops += stops
	if n.marks&linked != 0 {
		b.linked += letters
	}
}

// isWideStop tells whether src starts with a stop or comma of a script beyond Latin.
func isWideStop(src []byte) bool {
	switch firstRune(src) {
	case '。', '、', '，', '！', '？', '؟', '،', '؛', '।', '۔', '።':
		return true
	}
	return false
}

// isProse tells whether the block reads like sentences.
func (b *block) isProse() bool {
	return b.letters >= 60 && b.linked*2 < b.letters && b.stops > 0 || b.letters >= 25 && b.stops > 0 && b.linked*3 < b.letters && b.words >= 6
}

// isLinks tells whether links make most of the block. A paragraph or an item with a
// sentence round its links is none.
func (b *block) isLinks() bool {
	if b.linked*2 <= b.letters {
		return false
	}
	return b.tag != atom.P && b.tag != atom.Li || b.letters-b.linked < 20 || b.stops == 0
}

// isCrumb tells whether the block is a few words without a stop that stand in no
// paragraph, item or heading: a label, a name, a number.
func (b *block) isCrumb() bool {
	return b.letters < 90 && b.stops == 0 && b.marks&(heading|list|cell|quote|preformed) == 0 && b.tag != atom.P
}

package page

import (
	"math/bits"

	"readout"

	"golang.org/x/net/html/atom"
)

// left is the kind of a block that is no part of the document.
const left readout.SectionKind = 255

// kindOf says what a block of the main container is.
func kindOf(b *block) readout.SectionKind {
	m := b.marks
	switch {
	case m&comments != 0:
		return readout.Comments
	case m&(share|form|menu|advert|tags) != 0:
		return left
	case m&caption != 0:
		return readout.Caption
	case m&author != 0:
		return readout.About
	case m&legal != 0:
		return readout.Disclaimer
	case m&(related|newsletter|aside|foot|player) != 0:
		return readout.Navigation
	case m&title != 0:
		return readout.Headline
	case m&(byline|dated) != 0 && b.words < 30:
		return readout.Navigation
	case m&heading != 0:
		if b.isLinks() {
			return readout.Navigation
		}
		return readout.Headline
	case b.isLinks():
		return readout.Navigation
	}
	return readout.Body
}

// doubtful are the marks that may be the name of something else: a wrapper of the
// whole page, a kind of paragraph.
const doubtful = furniture | caption | author | byline | dated | top

// unmark takes back marks that cannot be meant: of an element that holds most of the
// page's prose, whose name is a wrapper's, and of the paragraphs themselves where much
// of the prose bears them.
func (t *tree) unmark(blocks []block) {
	var prose, all, letters, links sums
	for _, s := range []*sums{&prose, &all, &letters, &links} {
		s.init(t)
	}
	var paragraphs [32]int32 // prose in paragraphs that bear the mark themselves
	for i := range blocks {
		b := &blocks[i]
		letters.add(b.node, b.letters)
		links.add(b.node, b.linked)
		if !b.isProse() {
			continue
		}
		own := b.letters - b.linked
		all.add(b.node, own)
		if b.marks&comments != 0 {
			continue
		}
		prose.add(b.node, own)
		for m := t.nodes[b.node].own & doubtful; m != 0; m &= m - 1 {
			paragraphs[bits.TrailingZeros32(uint32(m))] += own
		}
	}
	var common marks
	for bit, n := range paragraphs {
		if n*3 > prose.total {
			common |= 1 << bit
		}
	}
	for _, s := range []*sums{&prose, &all, &letters, &links} {
		s.gather(t)
	}
	found := false
	for i := range t.nodes {
		n := &t.nodes[i]
		var take marks
		if n.tag == atom.P {
			take |= common
		}
		if prose.in[i]*2 > prose.total {
			take |= doubtful &^ comments
		}
		if all.in[i]*20 > all.total*19 {
			take |= comments
		}
		if all.in[i] > 300 && links.in[i]*4 < letters.in[i] && isBlock(n.tag) {
			n.lost = menu | tags | share | form
			take |= n.lost
			found = found || n.marks&n.lost != 0
		}
		if n.own&take != 0 {
			found = true
			n.own &^= take
		}
	}
	if !found {
		return
	}
	t.inherit()
	for i := range blocks {
		blocks[i].marks = t.marksOf(&blocks[i])
	}
}

// sums adds up a figure over all that an element holds.
type sums struct {
	in    []int32 // by node
	total int32
}

func (s *sums) init(t *tree) { s.in = make([]int32, len(t.nodes)) }

func (s *sums) add(node, n int32) {
	s.in[node] += n
	s.total += n
}

// gather adds every element's figure to those that hold it.
func (s *sums) gather(t *tree) {
	for i := len(t.nodes) - 1; i > 0; i-- {
		if n := &t.nodes[i]; !n.text {
			s.in[n.parent] += s.in[i]
		}
	}
}

// inherit computes the marks of all nodes anew from their own.
func (t *tree) inherit() {
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		n.marks = n.own | t.nodes[n.parent].marks&inherited&^n.lost
	}
}

func (t *tree) marksOf(b *block) marks {
	m := ^marks(0)
	any := marks(0)
	for i := b.first; i < b.last; i++ {
		if t.nodes[i].text {
			m &= t.nodes[i].marks | ^shaky
			any |= t.nodes[i].marks
		}
	}
	return m & any &^ linked
}

// chosen is a block with its kind.
type chosen struct {
	*block
	kind readout.SectionKind
}

// sort gives the blocks of the container their kinds and drops what is no part of
// the document.
func (t *tree) sort(blocks []block, container int32, title *block) []chosen {
	var out []chosen
	if title != nil && title.first < container {
		out = append(out, chosen{title, readout.Headline})
	}
	scope := t.scope(container)
	for i := range blocks {
		b := &blocks[i]
		if !t.holds(container, b) && !(t.holds(scope, b) && b.marks&content != 0) {
			continue
		}
		if k := kindOf(b); k != left {
			out = append(out, chosen{b, k})
		}
	}
	t.dropBegging(out, container)
	dropCrumbs(out)
	return out
}

// dropCrumbs takes labels for no body where the body is written in paragraphs.
func dropCrumbs(blocks []chosen) {
	paragraphs, all := int32(0), int32(0)
	for _, b := range blocks {
		if b.kind == readout.Body && b.isProse() {
			all += b.letters
			if b.tag == atom.P {
				paragraphs += b.letters
			}
		}
	}
	if paragraphs*10 < all*7 {
		return
	}
	for i := range blocks {
		if b := &blocks[i]; b.kind == readout.Body && b.isCrumb() {
			b.kind = readout.Navigation
		}
	}
}

func (t *tree) holds(n int32, b *block) bool { return b.first >= n && b.first < t.nodes[n].next }

// write writes the chosen blocks, a blank line between them, and their sections. It
// also returns where each block starts, -1 for one without words.
func (t *tree) write(blocks []chosen) (*writer, []readout.Section, []readout.Offset) {
	w := &writer{src: t.src}
	starts := make([]readout.Offset, len(blocks))
	var sections []readout.Section
	for i, b := range blocks {
		before, pieces := len(w.text), len(w.pieces)
		at := int(t.nodes[b.first].from)
		if before > 0 {
			w.put("\n\n", at, at)
		}
		start := len(w.text)
		t.writeBlock(w, b.block)
		if len(w.text) == start {
			w.text, w.pieces = w.text[:before], w.pieces[:pieces]
			starts[i] = -1
			continue
		}
		starts[i] = readout.Offset(start)
		if n := len(sections); n > 0 && sections[n-1].Kind == b.kind {
			sections[n-1].End = readout.Offset(len(w.text))
			continue
		} else if n > 0 {
			sections[n-1].End = readout.Offset(start)
		}
		sections = append(sections, readout.Section{Kind: b.kind, Span: readout.Span{Start: readout.Offset(start), End: readout.Offset(len(w.text))}})
	}
	return w, sections, starts
}

// writeBlock writes a block's runs of text.
func (t *tree) writeBlock(w *writer, b *block) {
	start := len(w.text)
	for i := b.first; i < b.last; i++ {
		n := &t.nodes[i]
		switch {
		case n.tag == atom.Br && len(w.text) > start:
			w.trim(start)
			w.put("\n", int(n.from), int(n.from)) // the tag is no character
		case n.text:
			if from := int(n.from); n.space && len(w.text) > start && !w.ends() {
				before := from
				if isSpace(t.src[from-1]) {
					before--
				}
				w.put(" ", before, from)
			}
			w.words(int(n.from), int(n.to))
		}
	}
	w.trim(start)
}

package page

import "golang.org/x/net/html/atom"

// weigh gives every block what it adds to the container that it stands in: prose the
// number of its letters, links and crumbs less than nothing.
func weigh(blocks []block) {
	for i := range blocks {
		b := &blocks[i]
		own := b.letters - b.linked
		switch {
		case b.marks&furniture != 0:
			b.weight = -min(own/4, 40) - 5
		case b.isLinks():
			b.weight = -min(b.letters, 60) - 10
		case b.isProse():
			b.weight = min(own, 1200)
			if b.marks&(list|cell) != 0 {
				b.weight /= 2
			}
		case b.marks&heading != 0:
			b.weight = 0
		case b.marks&list != 0 && b.linked == 0:
			b.weight = 0
		default:
			b.weight = -5
		}

	}
}

// main returns the element that holds the main text, and false where no block reads
// like text.
func (t *tree) main(blocks []block) (int32, bool) {
	var gain, prose sums // of all blocks, of those that add
	gain.init(t)
	prose.init(t)
	for i := range blocks {
		b := &blocks[i]
		gain.add(b.node, b.weight)
		prose.add(b.node, max(b.weight, 0))
	}
	gain.gather(t)
	prose.gather(t)
	best, found := int32(0), false
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.text || prose.in[i] == 0 || !isContainer(n.tag) {
			continue
		}
		if !found || score(n, gain.in[i]) >= score(&t.nodes[best], gain.in[best]) {
			best, found = int32(i), true
		}
	}
	return best, found
}

// isContainer tells whether the element can hold paragraphs.
func isContainer(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dd, atom.Dt, atom.Dl, atom.Tr, atom.Tbody, atom.Pre, atom.Figcaption, atom.Blockquote:
		return false
	}
	return isBlock(tag)
}

// score prefers what the page itself calls its article or its text.
func score(n *node, gain int32) int32 {
	switch {
	case n.own&content != 0:
		return gain + gain/4 + 50
	case n.own&story != 0 && n.tag == atom.Article, n.tag == atom.Main:
		return gain + gain/10 + 20
	}
	return gain
}

// scope returns the element that holds all parts of an article's text, of which the
// container is the greatest: some pages cut the text into several elements that they
// call its text.
func (t *tree) scope(container int32) int32 {
	const far = 4
	n := container
	if t.nodes[n].own&content == 0 {
		return n
	}
	for i := 0; i < far && t.nodes[n].parent > 0; i++ {
		if n = t.nodes[n].parent; t.nodes[n].tag == atom.Article || t.nodes[n].tag == atom.Main {
			break
		}
	}
	return n
}

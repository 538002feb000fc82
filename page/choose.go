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
		default:
			b.weight = -5
		}
	}
}

// main returns the element that holds the main text, and false where no block reads
// like text.
func (t *tree) main(blocks []block) (int32, bool) {
	gain := make([]int32, len(t.nodes))  // of all blocks within
	prose := make([]int32, len(t.nodes)) // of the blocks that add
	for i := range blocks {
		b := &blocks[i]
		gain[b.node] += b.weight
		prose[b.node] += max(b.weight, 0)
	}
	for i := len(t.nodes) - 1; i > 0; i-- {
		if p := t.nodes[i].parent; !t.nodes[i].text {
			gain[p] += gain[i]
			prose[p] += prose[i]
		}
	}
	best, found := int32(0), false
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.text || !isBlock(n.tag) && n.parent >= 0 || prose[i] == 0 {
			continue
		}
		if !found || score(n, gain[i]) >= score(&t.nodes[best], gain[best]) {
			best, found = int32(i), true
		}
	}
	return best, found
}

// score prefers what the page itself calls its article or its text.
func score(n *node, gain int32) int32 {
	switch {
	case n.own&content != 0:
		return gain + gain/4
	case n.own&story != 0 && n.tag == atom.Article:
		return gain + gain/10
	}
	return gain
}

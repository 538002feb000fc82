package page

import (
	"strings"

	"readout"
)

const (
	mostBoxes  = 40 // of a page that are looked round
	farthestUp = 8  // elements from the paragraph to its box
)

// dropBegging takes boxes that ask the reader to subscribe, register or sign in for
// no body: a paragraph that does, and all that stands with it in an element in which
// every fourth paragraph does and none is long.
func (t *tree) dropBegging(blocks []chosen, container int32) {
	begs := make([]bool, len(blocks))
	for i := range blocks {
		begs[i] = blocks[i].kind != readout.Comments && t.begs(blocks[i].block)
	}
	boxes := 0
	for i := range blocks {
		if !begs[i] {
			continue
		}
		if boxes++; boxes > mostBoxes {
			blocks[i].kind = readout.Navigation
			continue
		}
		box := blocks[i].node
		for p, up := t.nodes[box].parent, 0; p > container && up < farthestUp && t.isBox(p, blocks, begs); p, up = t.nodes[p].parent, up+1 {
			box = p
		}
		for j := range blocks {
			if b := &blocks[j]; t.holds(box, b.block) && (b.kind == readout.Body || b.kind == readout.Headline) && (j == i || box != blocks[i].node) {
				b.kind = readout.Navigation
			}
		}
	}
}

// isBox tells whether the element holds a box that begs and nothing else.
func (t *tree) isBox(n int32, blocks []chosen, begs []bool) bool {
	const long, share = 220, 4
	all, asking := 0, 0
	for i := range blocks {
		if !t.holds(n, blocks[i].block) {
			continue
		}
		if blocks[i].letters > long && !begs[i] {
			return false
		}
		all++
		if begs[i] {
			asking++
		}
	}
	return asking*share >= all
}

// begs tells whether the block asks the reader for a subscription or an account.
func (t *tree) begs(b *block) bool {
	if b.words > 50 {
		return false
	}
	src := t.span(b)
	low := strings.ToLower(string(src[:min(len(src), 120)]))
	if strings.Contains(low, " said") {
		return false
	}
	for _, s := range [...]string{"subscribe to ", "subscribe now", "subscribe for", "subscribe today",
		"sign up to ", "sign up for ", "sign up here", "sign up now", "sign up today", "sign in to ", "sign in or ", "log in to ", "log in or ", "log in for ", "register now",
		"register for free", "register to continue", "register to unlock", "register to read", "register / ", "create an account", "already a subscriber", "already a member", "to continue reading",
		"continue reading with", "never miss ", "get unlimited", "unlimited access", "become a subscriber", "become a member", "this content is reserved for", "to read the full story",
		"to view the full story", "you have reached your limit", "you've reached your limit", "enter your email", "thanks for signing up", "invalid email", "by signing up", "by subscribing",
		"by clicking", "first-time subscribers", "our newsletter", "download our app", "don't miss a story", "don’t miss a story"} {
		if strings.HasPrefix(low, s) {
			return true
		}
	}
	return false
}

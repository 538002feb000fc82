package page

import (
	"bytes"
	"io"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxDepth = 256     // an element deeper than this counts as part of its parent
	maxNodes = 1 << 20 // of a page
)

// node is an element or a run of text. Nodes stand in the page's order, so that an
// element's content is the nodes after it up to next.
type node struct {
	tag      atom.Atom // 0 for text and for elements without a known name
	text     bool
	space    bool  // white space stands before the text
	parent   int32 // -1 for the first
	next     int32 // the node after all that the element holds
	block    int32 // the nearest block-level element, itself included
	from, to int32 // the bytes of a run of text; of an element's start tag
	marks    marks // own and inherited
	own      marks
	lost     marks // of those inherited, which its prose shows to be wrong
}

// tree is a page's elements and text.
type tree struct {
	src   []byte
	nodes []node
	head  head
}

// builder makes a tree from tokens.
type builder struct {
	tree
	open     []int32 // the elements that are open, outermost first
	overflow int     // open elements below maxDepth, which have no node
	space    bool
	at       int32
	lenient  bool
}

// parse cuts src into elements and text. lenient takes in what a browser with scripts
// would not show at first.
func parse(src []byte, lenient bool) (*tree, error) {
	b := builder{tree: tree{src: src, nodes: make([]node, 0, len(src)/48+16)}, lenient: lenient}
	b.push(node{tag: atom.Html, parent: -1})
	z := html.NewTokenizer(bytes.NewReader(src))
	for {
		kind := z.Next()
		raw := z.Raw()
		from := b.at
		b.at += int32(len(raw))
		if kind == html.ErrorToken {
			if err := z.Err(); err != io.EOF {
				return nil, &Error{Reason: "cannot be read as HTML: " + err.Error(), Err: err}
			}
			break
		}
		switch kind {
		case html.TextToken:
			b.words(from, b.at)
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(z, from)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(atom.Lookup(name))
		}
		if len(b.nodes) > maxNodes {
			return nil, &Error{Reason: "has more than a million elements", Next: "save the article alone"}
		}
	}
	for i := len(b.open) - 1; i >= 0; i-- {
		b.nodes[b.open[i]].next = int32(len(b.nodes))
	}
	return &b.tree, nil
}

func (b *builder) push(n node) {
	n.next = int32(len(b.nodes)) + 1
	if n.parent >= 0 {
		n.block = b.nodes[n.parent].block
	}
	if isBlock(n.tag) || n.parent < 0 {
		n.block = int32(len(b.nodes))
	}
	b.open = append(b.open, int32(len(b.nodes)))
	b.nodes = append(b.nodes, n)
}

// words adds a run of text.
func (b *builder) words(from, to int32) {
	parent := b.open[len(b.open)-1]
	p := &b.nodes[parent]
	if p.tag == atom.Script || p.tag == atom.Title && !b.head.titled {
		b.head.raw(p, b.src, from, to)
	}
	if p.marks&unseen != 0 {
		return
	}
	start := from
	for start < to && isSpace(b.src[start]) {
		start++
	}
	b.space = b.space || start > from
	if start == to {
		return
	}
	end := to
	for isSpace(b.src[end-1]) {
		end--
	}
	b.nodes = append(b.nodes, node{text: true, space: b.space, parent: parent, next: int32(len(b.nodes)) + 1,
		block: p.block, from: start, to: end, marks: p.marks})
	b.space = end < to
}

// start opens an element.
func (b *builder) start(z *html.Tokenizer, from int32) {
	name, hasAttr := z.TagName()
	tag := atom.Lookup(name)
	b.closeFor(tag)
	own := tagMarks(tag)
	var a attributes
	if hasAttr {
		a = readAttributes(z, tag)
		own |= a.marks
	}
	if b.lenient && !isRaw(tag) {
		own &^= unseen
	}
	switch tag {
	case atom.Body, atom.Html, atom.Main:
		own = tagMarks(tag)
	case atom.Article: // whose class often lists what the article is filed under
		own &^= doubtful &^ related
	}
	if isRaw(tag) && b.inPicture() {
		z.NextIsNotRawText() // "<title/>" in a drawing has no text to skip
	}
	b.head.element(tag, &a, int32(len(b.nodes)))
	if len(b.open) >= maxDepth {
		if !isVoid(tag) {
			b.overflow++
		}
		return
	}
	parent := b.open[len(b.open)-1]
	b.push(node{tag: tag, parent: parent, from: from, to: b.at, own: own, marks: own | b.nodes[parent].marks&inherited})
	if isVoid(tag) {
		b.open = b.open[:len(b.open)-1]
	}
}

// inPicture tells whether a drawing is open.
func (b *builder) inPicture() bool {
	for _, n := range b.open {
		if b.nodes[n].tag == atom.Svg {
			return true
		}
	}
	return false
}

// end closes the nearest open element of that name, with all that is open in it. A
// closing tag of a phrase does not reach out of the block that it stands in.
func (b *builder) end(tag atom.Atom) {
	if b.overflow > 0 {
		b.overflow--
		return
	}
	if isVoid(tag) {
		return
	}
	for i := len(b.open) - 1; i > 0; i-- {
		open := b.nodes[b.open[i]].tag
		if open == tag {
			b.closeTo(i)
			return
		}
		if !isBlock(tag) && isBlock(open) || open == atom.Table && tag != atom.Body && tag != atom.Html && isCell(tag) {
			return
		}
	}
}

// closeTo closes the open elements from the i-th on.
func (b *builder) closeTo(i int) {
	for _, n := range b.open[i:] {
		b.nodes[n].next = int32(len(b.nodes))
	}
	b.open = b.open[:i]
}

// closeFor closes what the start of an element ends though no tag says so: a
// paragraph before a block, an item before the next item.
func (b *builder) closeFor(tag atom.Atom) {
	if b.overflow > 0 {
		return
	}
	var ends, stops func(atom.Atom) bool
	switch {
	case tag == atom.Li:
		ends, stops = is(atom.Li), is(atom.Ul, atom.Ol, atom.Menu, atom.Table, atom.Section, atom.Article)
	case tag == atom.Dt || tag == atom.Dd:
		ends, stops = is(atom.Dt, atom.Dd), is(atom.Dl, atom.Table)
	case isCell(tag):
		ends, stops = is(atom.Td, atom.Th), is(atom.Table, atom.Tr)
		if tag == atom.Tr {
			ends, stops = is(atom.Tr), is(atom.Table)
		}
	case tag == atom.Option:
		ends, stops = is(atom.Option), is(atom.Select)
	case isBlock(tag):
		ends, stops = is(atom.P), isBlock
	default:
		return
	}
	for i := len(b.open) - 1; i > 0; i-- {
		switch open := b.nodes[b.open[i]].tag; {
		case ends(open):
			b.closeTo(i)
			return
		case stops(open):
			return
		}
	}
}

func is(tags ...atom.Atom) func(atom.Atom) bool {
	return func(t atom.Atom) bool {
		for _, x := range tags {
			if x == t {
				return true
			}
		}
		return false
	}
}

func isCell(t atom.Atom) bool { return t == atom.Td || t == atom.Th || t == atom.Tr }

func isVoid(t atom.Atom) bool {
	switch t {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// isRaw tells whether the element's text is no words of the page.
func isRaw(t atom.Atom) bool {
	return t == atom.Script || t == atom.Style || t == atom.Title || t == atom.Svg || t == atom.Textarea || t == atom.Select || t == atom.Option || t == atom.Iframe
}

// isBlock tells whether the element stands on lines of its own.
func isBlock(t atom.Atom) bool {
	switch t {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr,
		atom.Html, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot,
		atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Caption, atom.Legend, atom.Button, atom.Select, atom.Option, atom.Textarea:
		return true
	}
	return false
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0
}

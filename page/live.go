package page

import (
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/article"
)

// Post is one of the separate posts of a live page.
type Post struct {
	readout.Span        // of the page's text
	Title        string // its own heading; may be empty
	Published    string // like Document.Published; empty where the post does not tell
}

const fewestPosts = 3

// Parts returns the page itself where it has no separate posts. Of a live page it
// returns what stands before the first post, where that speaks, and then each post as
// a page of its own, with its own title and time: "on Monday" in a post is told from
// its day, not from the day when the page was begun. Their addresses are the page's
// with the minute of the post, or its number from the oldest where it has no time: they
// stay the same when newer posts come in above and when old ones leave the page.
func (p Page) Parts() []Page {
	if len(p.Posts) == 0 {
		return []Page{p}
	}
	var out []Page
	if lead := p.cut(readout.Span{End: p.Posts[0].Start}); speaks(lead.Document) {
		out = append(out, lead)
	}
	marks := p.marks()
	for i, post := range p.Posts {
		part := p.cut(post.Span)
		part.Mark = PostMark + marks[i]
		if part.Document.URL != "" {
			part.Document.URL += part.Mark
		}
		if post.Title != "" {
			part.Document.Title = post.Title
		}
		if post.Published != "" {
			part.Document.Published, part.Document.Updated = post.Published, ""
		}
		if speaks(part.Document) {
			out = append(out, part)
		}
	}
	return out
}

// PostMark begins what a post's address has behind its page's.
const PostMark = "#post-"

// marks tell the posts apart: "201605031255", "201605031255-2" for another one of that
// minute, "3" for the third that came without a time.
func (p Page) marks() []string {
	order := make([]int, len(p.Posts)) // the oldest first
	for i := range order {
		order[i] = i
	}
	if p.Posts[0].Published >= p.Posts[len(p.Posts)-1].Published {
		slices.Reverse(order)
	}
	out := make([]string, len(p.Posts))
	seen := map[string]int{}
	for n, i := range order {
		const minute = "2016-05-03T12:55"
		mark := strconv.Itoa(n + 1)
		if at := p.Posts[i].Published; len(at) >= len(minute) {
			mark = strings.NewReplacer("-", "", ":", "", "T", "").Replace(at[:len(minute)])
		}
		if seen[mark]++; seen[mark] > 1 {
			mark += "-" + strconv.Itoa(seen[mark])
		}
		out[i] = mark
	}
	return out
}

func speaks(d readout.Document) bool {
	for _, s := range d.Sections {
		if s.Kind.Speaks() {
			return true
		}
	}
	return false
}

// cut returns the part of the page's text in the span.
func (p Page) cut(s readout.Span) Page {
	text := p.Document.Text[s.Start:s.End]
	text = strings.TrimRight(text, "\n ")
	s.End = s.Start + readout.Offset(len(text))
	var sections []readout.Section
	for _, sec := range p.Document.Sections {
		sec.Start, sec.End = max(sec.Start, s.Start)-s.Start, min(sec.End, s.End)-s.Start
		if sec.Start < sec.End {
			sections = append(sections, sec)
		}
	}
	p.Document.Text, p.Document.Sections, p.Posts = text, sections, nil
	p.Map = p.Map.cut(s)
	return p
}

// posts finds the separate posts of a live page: elements that it calls posts, or,
// where it says that it is live, the elements side by side that hold prose under a
// heading or a time.
func (d *describer) posts(blocks []chosen, starts []readout.Offset, end readout.Offset) []Post {
	nodes := d.postNodes(blocks)
	var out []Post
	at := 0
	for _, n := range nodes {
		for at < len(blocks) && (blocks[at].first < n || starts[at] < 0) {
			at++
		}
		first := at
		for at < len(blocks) && blocks[at].first < d.nodes[n].next {
			at++
		}
		if first == at {
			continue
		}
		post := Post{Span: readout.Span{Start: starts[first], End: end}, Published: d.timeIn(n)}
		for next := at; next < len(blocks); next++ {
			if starts[next] >= 0 {
				post.End = starts[next]
				break
			}
		}
		for _, b := range blocks[first:at] {
			if b.marks&heading != 0 {
				post.Title = d.words(b.block)
				break
			}
		}
		out = append(out, post)
	}
	if len(out) < fewestPosts {
		return nil
	}
	return out
}

// postNodes returns the elements that are posts, in the page's order.
func (d *describer) postNodes(blocks []chosen) []int32 {
	if len(blocks) == 0 {
		return nil
	}
	first, last := blocks[0].first, blocks[len(blocks)-1].last
	holds := make([]bool, len(d.nodes)) // prose
	for _, b := range blocks {
		for n := b.node; b.kind == readout.Body && b.isProse() && n >= 0 && !holds[n]; n = d.nodes[n].parent {
			holds[n] = true
		}
	}
	var called []int32
	for n := first; n < last; {
		if d.nodes[n].own&post != 0 && holds[n] {
			called = append(called, n)
			n = d.nodes[n].next
			continue
		}
		n++
	}
	if len(called) >= fewestPosts || !d.isLive() {
		return called
	}
	siblings := map[int32][]int32{}
	parent := int32(-1)
	for _, n := range d.headed(blocks, holds) {
		p := d.nodes[n].parent
		siblings[p] = append(siblings[p], n)
		if parent < 0 || len(siblings[p]) > len(siblings[parent]) {
			parent = p
		}
	}
	return siblings[parent]
}

// headed returns the elements with prose in them that start with a heading or have a
// time: the smallest round each heading or time that hold prose too.
func (d *describer) headed(blocks []chosen, holds []bool) []int32 {
	var out []int32
	for _, b := range blocks {
		if b.marks&heading == 0 && b.marks&dated == 0 {
			continue
		}
		n := b.node
		for n > 0 && !holds[n] {
			n = d.nodes[n].parent
		}
		if len(out) == 0 || out[len(out)-1] != n {
			out = append(out, n)
		}
	}
	within := make([]int32, len(d.nodes)) // such elements
	for _, n := range out {
		for ; n >= 0; n = d.nodes[n].parent {
			within[n]++
		}
	}
	for i, n := range out {
		for p := d.nodes[n].parent; p > 0 && within[p] == within[n]; p = d.nodes[n].parent {
			n = p // a wrapper of this one alone
		}
		out[i] = n
	}
	return slices.Compact(out)
}

// isLive tells whether the page calls itself live.
func (d *describer) isLive() bool {
	for _, a := range d.articles {
		if t := a.get("@type"); t.text == "LiveBlogPosting" || t.first().text == "LiveBlogPosting" {
			return true
		}
	}
	return false
}

// timeIn returns when the post in the element was published.
func (d *describer) timeIn(n int32) string {
	for _, s := range d.head.times {
		if s.node >= n && s.node < d.nodes[n].next {
			if date := parseDate(s.value); date != "" {
				return date
			}
		}
	}
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.first < n || b.first >= d.nodes[n].next || b.words > 12 {
			continue
		}
		if date, _, _ := article.FindDate(d.words(b)); date != "" {
			return date
		}
	}
	return ""
}

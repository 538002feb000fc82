package page

import (
	"bytes"
	"strings"

	"readout"
)

// fewestTold is how many bytes a text must have that is taken from what the page tells
// programs in place of what it shows.
const fewestTold = 400

// toldBody is the text of the article as the page tells it to programs (the articleBody of
// its JSON-LD); the longest where there are several, the zero value where it is too short.
// It is a fall-back for pages whose words are set by scripts: what a page shows has
// sections, links and captions, and this has none.
func (d *describer) toldBody() value {
	var best value
	for _, a := range d.articles {
		if b := a.get("articleBody"); typeOf(a) == articleType && len(b.text) >= fewestTold && len(b.text) > len(best.text) {
			best = b
		}
	}
	return best
}

// writeTold writes such a text, with its way back to the bytes of the page.
func (d *describer) writeTold(v value) *writer {
	w := &writer{src: d.src}
	for i, to := int(v.at.from), int(v.at.to); i < to; {
		switch {
		case d.src[i] == '\\':
			s, n := jsonCharacter(d.src[i:to])
			switch {
			case n > 1 && strings.IndexByte("nr", d.src[i+1]) >= 0:
				w.paragraph(i, i+n)
			case s != " " || !w.ends():
				w.put(s, i, i+n)
			}
			i += n
		case d.src[i] == '<' && tagLength(d.src[i:to]) > 0:
			n := tagLength(d.src[i:to])
			if breaks(d.src[i : i+n]) {
				w.paragraph(i, i)
			}
			i += n
		default:
			n := bytes.IndexAny(d.src[i+1:to], `\<`) + 1
			if n == 0 {
				n = to - i
			}
			w.words(i, i+n)
			i += n
		}
	}
	w.trim(0)
	return w
}

// paragraph ends a paragraph that has words.
func (w *writer) paragraph(from, to int) {
	w.trim(0)
	if len(w.text) > 0 {
		w.put("\n\n", from, to)
	}
}

const longestTag = 300

// tagLength is how long the tag is that src starts with; 0 where it starts with none.
func tagLength(src []byte) int {
	end := bytes.IndexByte(src[:min(len(src), longestTag)], '>')
	if end < 2 || !isAlnum(src[1]) && src[1] != '/' && src[1] != '\\' {
		return 0
	}
	return end + 1
}

// breaks tells whether a tag stands between paragraphs.
func breaks(tag []byte) bool {
	name := strings.ToLower(strings.TrimLeft(string(tag), `<\/`))
	for _, n := range []string{"p", "br", "div", "li", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote"} {
		if rest, is := strings.CutPrefix(name, n); is && !isAlnum(rest[0]) {
			return true
		}
	}
	return false
}

// fallBack takes the text that the page tells programs where that is much more than what
// it shows.
func (p *Page) fallBack(told *describer, d *decoded) bool {
	v := told.toldBody()
	if v.text == "" || len(v.text) < 3*len(p.Document.Text) {
		return false
	}
	text, m := told.writeTold(v).finish(d)
	if len(text) < fewestTold {
		return false
	}
	p.Document.Text, p.Map, p.Posts = text, m, nil
	p.Document.Sections = []readout.Section{{Span: readout.Span{End: readout.Offset(len(text))}}}
	return true
}

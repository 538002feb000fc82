package text

import (
	"strings"

	"readout"
)

// MaxTokens is the length at which a sentence is cut. One that runs on is cut
// after the last semicolon within its second half, else after the last comma,
// dash or colon there, else where it is full.
const MaxTokens = 300

// Segment returns the sentences of the sections that speak, of headlines and of
// captions, in text order; without sections the whole document is body.
//
// Paragraphs are those of Paragraphs; a section's border ends one too. Tokens
// follow UD English: clitics stand alone, words joined by a hyphen are split but
// for prefixes ("non-", "pre-"), and abbreviations keep their stop. Every byte of
// a segmented section that is no white space lies in a token, except for markup,
// which is skipped: asterisks, backslashes, underscores outside words, number
// signs and angle brackets at a line's start, list marks, the brackets and target
// of a [text](link), HTML tags, code fences, and the angle brackets round an
// address. Soft hyphens and zero-width spaces count as white space.
func Segment(doc string, sections []readout.Section) []Sentence {
	if len(sections) == 0 {
		sections = []readout.Section{{Span: readout.Span{End: readout.Offset(len(doc))}}}
	}
	g := segmenter{doc: doc}
	width := wrapWidth(doc)
	for i := 0; i < len(sections); {
		s := sections[i]
		g.holes = nil
		for i++; i+1 < len(sections) && interrupts(doc, s, sections[i], sections[i+1]); i += 2 {
			g.holes = append(g.holes, sections[i].Span)
			s.End = sections[i+1].End
		}
		if s.Start < 0 || s.Empty() || int(s.End) > len(doc) {
			continue
		}
		g.section = s.Kind
		speaks := s.Kind.Speaks() || s.Kind == readout.Headline || s.Kind == readout.Caption
		eachParagraph(doc, s.Span, width, func(p readout.Span) {
			if speaks {
				g.addParagraph(p)
			}
			g.paragraph++
		})
	}
	return g.sentences
}

// interrupts tells whether the section hole is navigation within a line, and the
// stretch before goes on after it.
func interrupts(doc string, before, hole, after readout.Section) bool {
	return hole.Kind == readout.Navigation && before.Kind == after.Kind && before.Outlet == after.Outlet && before.Kind.Speaks() &&
		before.Start >= 0 && before.Start < before.End && before.End == hole.Start && hole.Start < hole.End && hole.End == after.Start &&
		after.Start < after.End && int(after.End) <= len(doc) && strings.IndexByte(doc[hole.Start-1:hole.End], '\n') < 0
}

// segmenter gathers the sentences. Its scratch slice is used again for every
// paragraph; the tokens that stay are cut from large blocks.
type segmenter struct {
	doc       string
	section   readout.SectionKind
	paragraph int
	holes     []readout.Span // of the section, not yet met: passed over
	scratch   scanner
	block     []Token
	sentences []Sentence
}

func (g *segmenter) addParagraph(p readout.Span) {
	g.scratch.begin(g.doc, int(p.Start))
	from := p.Start
	for len(g.holes) > 0 && g.holes[0].Start < p.End {
		if h := g.holes[0]; h.Start >= from && h.End <= p.End {
			g.scratch.scan(int(from), int(h.Start))
			g.scratch.space()
			from = h.End
		}
		g.holes = g.holes[1:]
	}
	g.scratch.scan(int(from), int(p.End))
	toks := g.scratch.toks
	if n := datelineLength(g.doc, toks); n > 0 && n < len(toks) {
		g.addSentence(toks[:n])
		toks = toks[n:]
	}
	day := dayLine(g.doc, toks)
	for rest := toks[:len(toks)-day]; len(rest) > 0; {
		n := pictureCredit(g.doc, rest)
		if n == 0 {
			n = sentenceLength(g.doc, rest)
		}
		g.addSentence(rest[:n])
		rest = rest[n:]
	}
	if day > 0 {
		g.addSentence(toks[len(toks)-day:])
	}
}

const blockSize = 2048

func (g *segmenter) addSentence(toks []tok) {
	if len(g.block)+len(toks) > cap(g.block) {
		g.block = make([]Token, 0, max(len(toks), min(blockSize, 64+len(g.doc)/4)))
	}
	first := len(g.block)
	g.block = g.block[:first+len(toks)]
	out := g.block[first : first+len(toks) : first+len(toks)]
	for i, t := range toks {
		o := &out[i]
		o.Start, o.End = readout.Offset(t.start), readout.Offset(t.end)
		o.Form = g.doc[t.start:t.end]
		o.Head = None
		o.Space = t.flags&spaceAfter != 0
	}
	g.sentences = append(g.sentences, Sentence{
		Span:      readout.Span{Start: out[0].Start, End: out[len(out)-1].End},
		Section:   g.section,
		Paragraph: g.paragraph,
		Tokens:    out,
	})
}

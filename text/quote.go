package text

import (
	"unicode"
	"unicode/utf8"

	"readout"
)

// Quotation is a stretch between quotation marks, marks included.
type Quotation struct {
	readout.Span
	Level     int   // 0 for one that stands in no other, 1 for one within it, …
	First     int   // index of the sentence that holds the opening mark
	FirstTok  Index // the opening mark, in that sentence
	Last      int   // index of the sentence that holds the last token
	LastTok   Index // the last token, in that sentence: the closing mark where Closed
	Words     int   // tokens within that hold a letter or digit
	Closed    bool  // false where it stops without a closing mark
	Continues bool  // its paragraph opens anew what the paragraph before left open
	Scare     bool  // so few words that it may be a term held at arm's length
}

// Inner is the span of what is quoted, without the marks.
func (q Quotation) Inner(ss []Sentence) readout.Span {
	s := readout.Span{Start: ss[q.First].Tokens[q.FirstTok].End, End: q.End}
	if q.Closed {
		s.End = ss[q.Last].Tokens[q.LastTok].Start
	}
	return s
}

// scareWords is the greatest length of a quotation that may be a term alone.
const scareWords = 4

// singleWords is the greatest length of a quotation between single marks: a longer
// one is an apostrophe misread.
const singleWords = 120

// Quotations returns the quoted stretches of the sentences, in the order of their
// opening marks. Marks may be curly, straight, doubled single ones or guillemets,
// and mixed up: where a mark's form and its place between the words disagree, the
// place counts. A quotation that its paragraph does not close stops at the
// paragraph's end, or where the same mark opens again, unless two marks that close
// come next: then the second quotation stands within the first. A single mark quotes only
// if its paragraph closes it or the next paragraph opens with one too; otherwise,
// and after a plural, it is an apostrophe.
func Quotations(doc string, sentences []Sentence) []Quotation {
	var q quoter
	for from := 0; from < len(sentences); {
		to := from + 1
		for to < len(sentences) && sentences[to].Paragraph == sentences[from].Paragraph {
			to++
		}
		q.paragraph(doc, sentences, from, to)
		from = to
	}
	return q.out
}

// glyph is the family of a quotation mark.
type glyph uint8

const (
	noGlyph glyph = iota
	double
	single
	angled
)

type quoter struct {
	out     []Quotation
	open    []openQuote
	closers [angled + 1][]bool // the paragraph's marks of each family: could each close
	met     [angled + 1]int    // of them, how many were met
	left    int                // of the single ones not yet met, how many could close
	carried glyph              // what the paragraph before left open
	words   int                // of the paragraph so far
}

type openQuote struct {
	glyph glyph
	index int // into out
	words int
}

func (q *quoter) paragraph(doc string, ss []Sentence, from, to int) {
	q.open, q.words, q.left = q.open[:0], 0, 0
	for g := range q.closers {
		q.closers[g], q.met[g] = q.closers[g][:0], 0
	}
	first := len(q.out)
	for i := from; i < to; i++ {
		for j := range ss[i].Tokens {
			t := &ss[i].Tokens[j]
			if g := glyphOf(t.Form); g != noGlyph {
				closes := mayClose(doc, t)
				q.closers[g] = append(q.closers[g], closes)
				if g == single && closes {
					q.left++
				}
			}
		}
	}
	carried := q.carried
	q.carried = noGlyph
	for i := from; i < to; i++ {
		for j := range ss[i].Tokens {
			t := &ss[i].Tokens[j]
			g := glyphOf(t.Form)
			if g == noGlyph {
				if r, _ := utf8.DecodeRuneInString(t.Form); unicode.IsLetter(r) || unicode.IsDigit(r) {
					q.words++
				}
				continue
			}
			opens := i == from && j == 0
			q.mark(doc, ss, i, Index(j), g, opens && carried == g)
		}
	}
	q.endParagraph(ss, to, startsWithSingle(ss, to))
	q.dropEndless(ss, first)
}

// dropEndless drops single marks that would quote too much, of the quotations from
// first on, and numbers the levels anew.
func (q *quoter) dropEndless(ss []Sentence, first int) {
	kept := q.out[:first]
	var ends [4]readout.Offset // of the quotations that the next may stand in
	for _, x := range q.out[first:] {
		if x.Words > singleWords && glyphOf(ss[x.First].Tokens[x.FirstTok].Form) == single {
			continue
		}
		x.Level = 0
		for x.Level < len(ends)-1 && x.Level < len(kept)-first && ends[x.Level] > x.Start {
			x.Level++
		}
		ends[x.Level] = x.End
		for deeper := x.Level + 1; deeper < len(ends); deeper++ {
			ends[deeper] = 0
		}
		kept = append(kept, x)
	}
	q.out = kept
}

// mark takes the quotation mark that is token j of sentence i.
func (q *quoter) mark(doc string, ss []Sentence, i int, j Index, g glyph, continues bool) {
	t := &ss[i].Tokens[j]
	closes := mayClose(doc, t)
	q.met[g]++
	if g == single && closes {
		q.left--
	}
	at := q.find(g)
	if at >= 0 && closes && !(g == single && q.possessive(doc, t)) && !(mayOpen(doc, t) && opensByForm(t.Form)) {
		q.close(ss, at, i, j)
		return
	}
	if !mayOpen(doc, t) || closesByForm(t.Form) && at >= 0 {
		return
	}
	if g == single && q.left == 0 && !startsWithSingle(ss, i+1) && !continues {
		return
	}
	if at >= 0 && (g == single || !q.closeFollow(g, 2)) { // the one before was never closed
		pi, pj := before(ss, i, j)
		q.end(ss, at, pi, pj)
	}
	q.open = append(q.open, openQuote{g, len(q.out), q.words})
	q.out = append(q.out, Quotation{
		Span:  readout.Span{Start: t.Start, End: t.End},
		Level: len(q.open) - 1, First: i, FirstTok: j, Last: i, LastTok: j, Continues: continues,
	})
}

// closeFollow tells whether the next n marks of the family could all close.
func (q *quoter) closeFollow(g glyph, n int) bool {
	next := q.closers[g][q.met[g]:]
	if len(next) < n {
		return false
	}
	for _, closes := range next[:n] {
		if !closes {
			return false
		}
	}
	return true
}

// find returns the place of the innermost open quotation with the mark, or -1.
func (q *quoter) find(g glyph) int {
	for k := len(q.open) - 1; k >= 0; k-- {
		if q.open[k].glyph == g {
			return k
		}
	}
	return -1
}

// possessive tells whether the single mark t rather belongs to a plural ("the
// leaders' summit"): an s stands before it, a word follows, and the next single
// mark could close.
func (q *quoter) possessive(doc string, t *Token) bool {
	c := doc[t.Start-1]
	return (c == 's' || c == 'S') && t.Space && q.closeFollow(single, 1) && int(t.End)+1 < len(doc) && isLetter(doc[t.End+1])
}

func (q *quoter) close(ss []Sentence, at, i int, j Index) {
	quotation := &q.out[q.open[at].index]
	q.end(ss, at, i, j)
	quotation.Closed = true
	last := j - 1
	stop := last > 0 && quotation.First == i && last > quotation.FirstTok && maybeEndToken(ss[i].Tokens[last].Form)
	quotation.Scare = quotation.First == i && quotation.Words <= scareWords && !stop
}

// end lets the open quotations from at inwards stop with token j of sentence i.
func (q *quoter) end(ss []Sentence, at, i int, j Index) {
	for _, o := range q.open[at:] {
		quotation := &q.out[o.index]
		quotation.Last, quotation.LastTok = i, j
		quotation.End = ss[i].Tokens[j].End
		quotation.Words = q.words - o.words
	}
	q.open = q.open[:at]
}

func (q *quoter) endParagraph(ss []Sentence, to int, singleFollows bool) {
	if len(q.open) == 0 {
		return
	}
	q.carried = q.open[0].glyph
	dropFrom := len(q.out)
	if q.carried == single && !singleFollows && !q.out[q.open[0].index].Continues {
		dropFrom = q.open[0].index
	}
	last := ss[to-1].Tokens
	q.end(ss, 0, to-1, Index(len(last)-1))
	if dropFrom < len(q.out) && dropFrom == len(q.out)-1 {
		q.out = q.out[:dropFrom]
		q.carried = noGlyph
	}
}

// startsWithSingle tells whether sentence i exists and opens with a single mark.
func startsWithSingle(ss []Sentence, i int) bool {
	return i < len(ss) && glyphOf(ss[i].Tokens[0].Form) == single && (i == 0 || ss[i-1].Paragraph != ss[i].Paragraph)
}

// before returns the token before token j of sentence i.
func before(ss []Sentence, i int, j Index) (int, Index) {
	if j > 0 {
		return i, j - 1
	}
	return i - 1, Index(len(ss[i-1].Tokens) - 1)
}

func maybeEndToken(form string) bool {
	switch form[len(form)-1] {
	case '.', '!', '?', ',':
		return true
	}
	return form == "…"
}

func glyphOf(form string) glyph {
	switch form {
	case `"`, "“", "”", "„", "‟", "''", "``", "″", "’’", "‘‘", "‘’", "&quot;":
		return double
	case "'", "‘", "’", "`", "‚", "‛", "´":
		return single
	case "«", "»", "‹", "›":
		return angled
	}
	return noGlyph
}

func opensByForm(form string) bool {
	switch form {
	case "“", "„", "``", "‘", "`", "«", "‘‘":
		return true
	}
	return false
}

func closesByForm(form string) bool {
	switch form {
	case "”", "’", "»", "''", "’’":
		return true
	}
	return false
}

// mayOpen tells whether the mark stands where one opens: before a word, and not
// right after one.
func mayOpen(doc string, t *Token) bool {
	if t.Space && (!spaced(doc, t) || glyphOf(t.Form) == single) {
		return false
	}
	if t.Start == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(doc[:t.Start])
	if isSpace(r) {
		return true
	}
	switch r {
	case '(', '[', '{', '-', '–', '—', '/', '“', '‘', '"', '\'', '„', '«', '*', '_', ':', '>', '`', '…', '.', ',':
		return !(r == '.' || r == ',' || r == '…' || r == ':') || !closesByForm(t.Form) && followedByWord(doc, t)
	}
	return opensByForm(t.Form) && !t.Space
}

// mayClose tells whether the mark stands where one closes: right after a word or
// mark, or alone between spaces.
func mayClose(doc string, t *Token) bool {
	if t.Start == 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(doc[:t.Start])
	if isSpace(r) {
		return t.Space || closesByForm(t.Form) || int(t.End) == len(doc)
	}
	switch r {
	case '(', '[', '{':
		return false
	}
	if closesByForm(t.Form) || t.Space || int(t.End) == len(doc) {
		return true
	}
	if followedByWord(doc, t) {
		return unicode.IsPunct(r) && r != '-' && r != '—' && r != '–' && r != ':' && !opensByForm(t.Form)
	}
	return !opensByForm(t.Form)
}

func followedByWord(doc string, t *Token) bool {
	if int(t.End) >= len(doc) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(doc[t.End:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// spaced tells whether white space stands on both sides of the mark.
func spaced(doc string, t *Token) bool {
	if t.Start == 0 {
		return t.Space
	}
	r, _ := utf8.DecodeLastRuneInString(doc[:t.Start])
	return t.Space && isSpace(r)
}

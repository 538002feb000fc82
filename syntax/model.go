package syntax

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"

	"readout/text"
)

//go:embed model.bin
var embedded []byte

// longest is the number of tokens parsed at once.
const longest = 256

// Model is what the training learnt. It never changes, so that any number of parsers
// may share it.
type Model struct {
	words  lexicon
	tagger tagger
	trees  *quadTable
	back   *quadTable // of the parser from the right
	labels *rowTable
	again  *rowTable // of the second labeller
	lemmas *lemmatizer
	width  int   // of the parser's beam
	lag    int32 // by which a run may fall behind the best
}

// Load reads the embedded model.
func Load() (*Model, error) {
	m, err := Decode(embedded)
	if err != nil {
		return nil, fmt.Errorf("syntax: the embedded model: %w", err)
	}
	return m, nil
}

var errBroken = errors.New("broken model")

// Parser tags and parses sentences. It holds room that is used again, so each
// goroutine needs its own.
type Parser struct {
	m      *Model
	width  int
	lag    int32
	cache  *cache
	at     []int32
	plain  []text.Token // of a sentence, without the quotation marks inside it
	kept   []text.Index // where each of them stands in the sentence
	tags   tagScratch
	trees  treeScratch
	back   treeScratch
	tagger *rowLookup
	labels *rowLookup
	again  *rowLookup
	ahead  *quadLookup
	behind *quadLookup
	rels   labelScratch
}

// NewParser returns a parser on the model.
func (m *Model) NewParser() *Parser {
	number := func(p tagPair) uint16 { return uint16(max(0, slices.Index(m.tagger.pairs, p))) }
	return &Parser{
		m: m, width: m.width, lag: m.lag, cache: newCache(),
		tags:  tagScratch{proper: number(tagPair{text.PROPN, text.NNP}), going: number(tagPair{text.VERB, text.VBG})},
		ahead: newQuadLookup(m.trees), behind: newQuadLookup(m.back),
		tagger: newRowLookup(m.tagger.weights), labels: newRowLookup(m.labels), again: newRowLookup(m.again),
	}
}

// Parse sets Lemma, UPOS, XPOS, Head and Rel of the sentence's tokens.
func (p *Parser) Parse(s *text.Sentence) {
	p.parseAll(p.unquoted(s.Tokens))
	p.requote(s.Tokens)
	headName(s.Tokens)
	exchangeWith(s.Tokens)
	hangBehind(s.Tokens)
	freeFromDate(s.Tokens)
	giveSubject(s.Tokens)
	meetFaceToFace(s.Tokens)
	joinCrown(s.Tokens)
	comeDue(s.Tokens)
	freeFromWeekday(s.Tokens)
	subjectBeforeWeek(s.Tokens)
	subjectBehindAnd(s.Tokens)
	openClause(s.Tokens)
	withSubject(s.Tokens)
	subjectAfterOpening(s.Tokens)
	setOccasion(s.Tokens)
	ownWhole(s.Tokens)
	shareNoun(s.Tokens)
	unpossess(s.Tokens)
	nameBeforeComma(s.Tokens)
	bearOffice(s.Tokens)
	freeFromTime(s.Tokens)
	joinApposed(s.Tokens)
	joinLike(s.Tokens)
	joinSubjects(s.Tokens)
	joinAdjectives(s.Tokens)
	wakeVerb(s.Tokens)
	wakeHeads(s.Tokens)
	wakeNoun(s.Tokens)
	joinAside(s.Tokens)
	finitePast(s.Tokens)
	keepInSaid(s.Tokens)
	nameHe(s.Tokens)
	talksAbout(s.Tokens)
	rowBehindSemicolon(s.Tokens)
	askedTo(s.Tokens)
	interestIn(s.Tokens)
	joinClause(s.Tokens)
	hoping(s.Tokens)
}

// parseAll parses the tokens stretch by stretch and makes one tree of them.
func (p *Parser) parseAll(tokens []text.Token) {
	for from := 0; from < len(tokens); {
		to := stretch(tokens, from)
		p.parse(tokens[from:to], from)
		from = to
	}
	join(tokens)
}

// stretch is the end of the stretch of tokens that is parsed at once from there on:
// all, or up to the last mark of punctuation in its second half, or longest.
func stretch(tokens []text.Token, from int) int {
	if len(tokens)-from <= longest {
		return len(tokens)
	}
	for to := from + longest; to > from+longest/2; to-- {
		switch tokens[to-1].Form {
		case ".", ";", "!", "?", ",", ":":
			return to
		}
	}
	return from + longest
}

// join makes one tree of the trees of several stretches.
func join(tokens []text.Token) {
	root := text.None
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.Rel != text.Root:
		case root == text.None:
			root = text.Index(i)
		default:
			t.Head, t.Rel = root, text.Parataxis
		}
	}
}

// parse handles one stretch, whose first token stands at the given place in its
// sentence.
func (p *Parser) parse(tokens []text.Token, offset int) {
	p.tag(tokens)
	p.trees.start(p.tags.words[2:len(p.tags.words)-2], p.tags.tags, p.m.tagger.pairs)
	p.trees.parse(p.ahead, p.width, p.lag)
	p.rels.forget(len(tokens))
	p.trees.settle(&p.back, p.behind, &p.rels, p.labels)
	p.rels.start(&p.trees)
	p.rels.label(p.labels)
	p.rels.relabel(p.again)
	for i := range tokens {
		t := &tokens[i]
		t.Rel = p.rels.rels[i+1]
		t.Head = text.None
		if h := p.trees.heads[i]; h > 0 {
			t.Head = text.Index(int(h) - 1 + offset)
		}
	}
}

func (p *Parser) tag(tokens []text.Token) {
	p.cache.ready(len(tokens))
	p.at = p.at[:0]
	closing := 0
	for i := range tokens {
		form := tokens[i].Form
		if end := relativeDash(tokens, i); i == closing && i > 0 || end > 0 {
			form, closing = ",", max(closing, end)
		}
		p.at = append(p.at, p.cache.find(&p.m.words, form))
	}
	p.tags.start(len(tokens), len(p.m.tagger.pairs))
	for _, i := range p.at {
		p.tags.words = append(p.tags.words, &p.cache.words[i])
	}
	p.tags.finish()
	p.tags.tag(p.tagger, true)
	for i := range tokens {
		t := &tokens[i]
		tag := p.tags.tags[i]
		pair := p.m.tagger.pairs[tag]
		t.UPOS, t.XPOS = pair.upos, pair.xpos
		t.Lemma = p.lemma(&p.cache.words[p.at[i]], t.Form, tag)
	}
}

func (p *Parser) lemma(w *word, form string, tag uint16) string {
	for i := range w.lemmas {
		if w.lemmas[i].tag == tag {
			return w.lemmas[i].lemma
		}
	}
	if w.past != nil {
		return w.past.lemma
	}
	l := p.m.lemmas.lemma(p.m.tagger.pairs[tag], form)
	w.lemmas = append(w.lemmas, lemmaOf{tag, l})
	return l
}

// NewParserWidth returns a parser that follows up to width runs of moves at once:
// more find better trees and take longer.
func (m *Model) NewParserWidth(width int) *Parser {
	p := m.NewParser()
	p.width = max(1, width)
	return p
}

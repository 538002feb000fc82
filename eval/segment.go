package eval

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"readout"
	"readout/text"
)

// Raw is a document of a treebank put together again: its sentences joined by the
// spaces between their words, its paragraphs by blank lines.
type Raw struct {
	Text      string
	Tokens    []readout.Span
	Sentences []readout.Span
}

// ReadRaw puts the documents of a CoNLL-U file together, of those sentences whose
// names keep takes. A multiword token counts as its words where these make it up
// ("do" + "n't"), else as one.
func ReadRaw(r io.Reader, keep func(name string) bool) ([]Raw, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	var b rawBuilder
	for line := 1; sc.Scan(); line++ {
		s := sc.Text()
		switch {
		case s == "":
			b.endSentence(keep)
		case strings.HasPrefix(s, "# newdoc"):
			b.endDocument()
		case strings.HasPrefix(s, "# newpar"):
			b.paragraph = true
		case strings.HasPrefix(s, "# sent_id = "):
			b.name = s[len("# sent_id = "):]
		case s[0] == '#':
		default:
			if err := b.word(s); err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
		}
	}
	b.endSentence(keep)
	b.endDocument()
	return b.out, sc.Err()
}

// rawBuilder holds the sentence and the document being read.
type rawBuilder struct {
	out       []Raw
	doc       Raw
	text      strings.Builder
	name      string
	paragraph bool
	words     []rawWord
	merged    rawWord // the multiword token being read
	left      int     // of its words
}

type rawWord struct {
	form  string
	parts int // words that make it up where it is a multiword token
	space bool
}

func (b *rawBuilder) word(line string) error {
	col := strings.Split(line, "\t")
	if len(col) != 10 {
		return fmt.Errorf("%d columns, not 10", len(col))
	}
	if strings.Contains(col[0], ".") {
		return nil
	}
	w := rawWord{form: col[1], space: !strings.Contains(col[9], "SpaceAfter=No")}
	if from, to, ok := strings.Cut(col[0], "-"); ok {
		first, _ := strconv.Atoi(from)
		last, err := strconv.Atoi(to)
		if err != nil || last < first {
			return fmt.Errorf("range %s", col[0])
		}
		b.merged, b.left = w, last-first+1
		return nil
	}
	if b.left > 0 {
		b.left--
		w.space = false
		b.merged.parts++
		b.words = append(b.words, w)
		if b.left == 0 {
			b.merge()
		}
		return nil
	}
	b.words = append(b.words, w)
	return nil
}

// merge ends a multiword token: its words stand where they make it up.
func (b *rawBuilder) merge() {
	first := len(b.words) - b.merged.parts
	joined := ""
	for _, w := range b.words[first:] {
		joined += w.form
	}
	if joined != b.merged.form {
		b.words = append(b.words[:first], b.merged)
	}
	b.words[len(b.words)-1].space = b.merged.space
}

func (b *rawBuilder) endSentence(keep func(string) bool) {
	if len(b.words) > 0 && keep(b.name) {
		if b.paragraph && b.text.Len() > 0 {
			b.text.WriteString("\n\n")
		}
		start := readout.Offset(b.text.Len())
		end := start
		for _, w := range b.words {
			from := readout.Offset(b.text.Len())
			b.text.WriteString(w.form)
			end = readout.Offset(b.text.Len())
			b.doc.Tokens = append(b.doc.Tokens, readout.Span{Start: from, End: end})
			if w.space {
				b.text.WriteByte(' ')
			}
		}
		b.doc.Sentences = append(b.doc.Sentences, readout.Span{Start: start, End: end})
	}
	b.words, b.paragraph, b.left = b.words[:0], false, 0
}

func (b *rawBuilder) endDocument() {
	if len(b.doc.Sentences) > 0 {
		b.doc.Text = b.text.String()
		b.out = append(b.out, b.doc)
	}
	b.doc = Raw{}
	b.text.Reset()
}

// Segmentation scores sentences and tokens in per cent: a right one starts and ends
// where gold's does.
func Segmentation(set string, docs []Raw, segment func(string) []text.Sentence) []Row {
	var tokens, sentences spanScore
	for _, d := range docs {
		var toks, sents []readout.Span
		for _, s := range segment(d.Text) {
			sents = append(sents, s.Span)
			for i := range s.Tokens {
				toks = append(toks, s.Tokens[i].Span)
			}
		}
		tokens.add(d.Tokens, toks)
		sentences.add(d.Sentences, sents)
	}
	return []Row{
		{"text", set, "sentence P", sentences.precision()},
		{"text", set, "sentence R", sentences.recall()},
		{"text", set, "sentence F1", sentences.f1()},
		{"text", set, "token F1", tokens.f1()},
	}
}

type spanScore struct{ right, gold, got int }

// add compares two lists of spans in order.
func (s *spanScore) add(gold, got []readout.Span) {
	s.gold += len(gold)
	s.got += len(got)
	for i, j := 0, 0; i < len(gold) && j < len(got); {
		switch {
		case gold[i] == got[j]:
			s.right++
			i++
			j++
		case gold[i].End < got[j].End || gold[i].End == got[j].End && gold[i].Start < got[j].Start:
			i++
		default:
			j++
		}
	}
}

func (s *spanScore) precision() float64 { return 100 * float64(s.right) / float64(max(s.got, 1)) }
func (s *spanScore) recall() float64    { return 100 * float64(s.right) / float64(max(s.gold, 1)) }
func (s *spanScore) f1() float64 {
	return 200 * float64(s.right) / float64(max(s.gold+s.got, 1))
}

// rawSets are the sets that segmentation is scored on. GUM and EWT have paragraphs,
// PUD documents are a few sentences each.
var rawSets = [...]struct {
	set, path, names string
	pooled           bool
}{
	{"gum-news-test", "UD_English-GUM/en_gum-ud-test.open.conllu.gz", "_news_", true},
	{"gum-interview-test", "UD_English-GUM/en_gum-ud-test.open.conllu.gz", "_interview_", true},
	{"gum-test", "UD_English-GUM/en_gum-ud-test.open.conllu.gz", "", false},
	{"pud", "UD_English-PUD/en_pud-ud-test.conllu.gz", "", true},
	{"ewt-weblog-test", "UD_English-EWT/en_ewt-ud-test.conllu.gz", "weblog-", false},
}

// SegmentationRows scores the segmentation of the held-out treebanks in the folder dir,
// and of the press of GUM and PUD pooled: one count over the sentences of all three.
func SegmentationRows(dir string, segment func(string) []text.Sentence) ([]Row, error) {
	var rows []Row
	var pool []Raw
	for _, t := range rawSets {
		data, err := os.ReadFile(filepath.Join(dir, t.path))
		if err != nil {
			return nil, err
		}
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.path, err)
		}
		docs, err := ReadRaw(z, func(name string) bool { return strings.Contains(name, t.names) })
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.path, err)
		}
		rows = append(rows, Segmentation(t.set, docs, segment)...)
		if t.pooled {
			pool = append(pool, docs...)
		}
	}
	return append(rows, Segmentation("press-pooled", pool, segment)...), nil
}

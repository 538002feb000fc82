package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"readout"
	"readout/text"
)

// NameDoc is a document with the names that annotators marked in it.
type NameDoc struct {
	Sentences []text.Sentence // without tags or trees
	Names     []NamedSpan
}

// NamedSpan is a name: tokens [First, Last) of a sentence, and its class: PER, LOC
// or ORG. Other classes are not compared.
type NamedSpan struct {
	Sentence    int
	First, Last text.Index
	Class       string
}

// OpenNames reads a file of names, compressed (".gz") or plain.
func OpenNames(path string) ([]NameDoc, error) { return openWith(path, ReadNames) }

// ReadNames reads one word a line, sentences apart by an empty line: "number form tag
// …" with tabs (Universal NER), or "form … tag" (CoNLL 2003, WikiGold). Tags are IO,
// IOB1 or IOB2. A "# newdoc" or "-DOCSTART-" begins a document.
func ReadNames(in io.Reader) ([]NameDoc, error) {
	r := nameReader{docs: []NameDoc{{}}}
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		switch {
		case strings.TrimSpace(line) == "":
			r.endSentence()
		case strings.HasPrefix(line, "# newdoc"), strings.HasPrefix(line, "-DOCSTART-"):
			r.endSentence()
			if len(r.docs[len(r.docs)-1].Sentences) > 0 {
				r.docs = append(r.docs, NameDoc{})
			}
		case strings.HasPrefix(line, "# "):
		default:
			if err := r.word(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	r.endSentence()
	return r.docs, sc.Err()
}

type nameReader struct {
	docs []NameDoc
	s    text.Sentence
	tags []string
	at   int
}

func (r *nameReader) word(line string) error {
	f := strings.Fields(line)
	if len(f) < 2 {
		return fmt.Errorf("%q has no tag", line)
	}
	form, tag := f[0], f[len(f)-1]
	if tabs := strings.Split(line, "\t"); len(tabs) >= 3 && digitsOnly(tabs[0]) {
		form, tag = tabs[1], tabs[2]
	}
	from := r.at
	r.at += len(form)
	t := text.Token{Form: form, Head: text.None, Space: true}
	t.Start, t.End = readout.Offset(from), readout.Offset(r.at)
	r.at++
	r.s.Tokens = append(r.s.Tokens, t)
	r.tags = append(r.tags, tag)
	return nil
}

func digitsOnly(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func (r *nameReader) endSentence() {
	if len(r.s.Tokens) == 0 {
		return
	}
	d := &r.docs[len(r.docs)-1]
	r.s.Start, r.s.End = r.s.Tokens[0].Start, r.s.Tokens[len(r.s.Tokens)-1].End
	d.Sentences = append(d.Sentences, r.s)
	at := len(d.Sentences) - 1
	prev := "O"
	for i, tag := range r.tags {
		c := nameClass(tag)
		if begins(prev, tag) {
			d.Names = append(d.Names, NamedSpan{at, text.Index(i), text.Index(i), c})
		}
		if tag != "O" {
			d.Names[len(d.Names)-1].Last = text.Index(i) + 1
		}
		prev = tag
	}
	r.s, r.tags = text.Sentence{}, nil
}

func begins(prev, tag string) bool {
	return tag != "O" && (strings.HasPrefix(tag, "B-") || prev == "O" || nameClass(prev) != nameClass(tag))
}

func nameClass(tag string) string {
	c := strings.TrimPrefix(strings.TrimPrefix(tag, "B-"), "I-")
	return c
}

// Names scores the names found: F1 over exact spans and classes in per cent, and that
// of each class. What is a state or a place counts as LOC, a body or a group as ORG.
func Names(set string, gold []NameDoc, find func([]text.Sentence) []text.Mention) []Row {
	var t nameTally
	for i := range gold {
		d := &gold[i]
		t.add(d, Outermost(find(unparsedAll(d.Sentences))))
	}
	rows := []Row{t.row(set, "F1", "")}
	for _, c := range []string{"PER", "LOC", "ORG"} {
		rows = append(rows, t.row(set, "F1 "+c, c))
	}
	return rows
}

func unparsedAll(ss []text.Sentence) []text.Sentence {
	out := make([]text.Sentence, len(ss))
	for i := range ss {
		out[i] = unparsed(&ss[i])
	}
	return out
}

type nameTally struct{ hit, gold, found map[string]int }

func (t *nameTally) add(d *NameDoc, found []NamedSpan) {
	if t.hit == nil {
		*t = nameTally{map[string]int{}, map[string]int{}, map[string]int{}}
	}
	right := map[NamedSpan]bool{}
	for _, g := range d.Names {
		if g.Class == "PER" || g.Class == "LOC" || g.Class == "ORG" {
			right[g] = true
			t.gold[g.Class]++
		}
	}
	for _, p := range found {
		t.found[p.Class]++
		if right[p] {
			t.hit[p.Class]++
		}
	}
}

func (t *nameTally) row(set, metric, class string) Row {
	var hit, gold, found int
	for _, c := range []string{"PER", "LOC", "ORG"} {
		if class == "" || class == c {
			hit, gold, found = hit+t.hit[c], gold+t.gold[c], found+t.found[c]
		}
	}
	return Row{"name", set, metric, 100 * 2 * float64(hit) / float64(max(gold+found, 1))}
}

// Outermost turns mentions into named spans: names of persons, places and bodies
// that lie in no other such name.
func Outermost(mentions []text.Mention) []NamedSpan {
	var out []NamedSpan
	for _, m := range mentions {
		c := ""
		switch m.Class {
		case text.Person:
			c = "PER"
		case text.State, text.Place:
			c = "LOC"
		case text.Body, text.Group:
			c = "ORG"
		}
		if m.Form != text.Name || c == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Sentence == m.Sentence && m.First < out[n-1].Last {
			continue
		}
		out = append(out, NamedSpan{m.Sentence, m.First, m.Last, c})
	}
	return out
}

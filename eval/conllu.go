package eval

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"readout/text"
)

// Gold is a sentence of a treebank with its name there.
type Gold struct {
	ID string
	text.Sentence
}

// ReadTreebank reads a CoNLL-U file, compressed (".gz") or plain.
func ReadTreebank(path string) ([]Gold, error) { return openWith(path, ReadConllu) }

// ReadConllu reads sentences in CoNLL-U. Ranges of multiword tokens and empty nodes
// are left out; a tag or relation the vocabulary does not know becomes the empty one.
// It fails on a line that has no ten columns, and on a head that is no number or out
// of range.
func ReadConllu(r io.Reader) ([]Gold, error) {
	var out []Gold
	var cur Gold
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	for line := 1; sc.Scan(); line++ {
		s := sc.Text()
		switch {
		case s == "":
			if len(cur.Tokens) > 0 {
				out = append(out, cur)
			}
			cur = Gold{}
		case strings.HasPrefix(s, "# sent_id = "):
			cur.ID = s[len("# sent_id = "):]
		case s[0] == '#':
		default:
			if err := addWord(&cur, s); err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
		}
	}
	if len(cur.Tokens) > 0 {
		out = append(out, cur)
	}
	for i := range out {
		if err := checkHeads(&out[i]); err != nil {
			return nil, err
		}
	}
	return out, sc.Err()
}

func addWord(g *Gold, line string) error {
	col := strings.Split(line, "\t")
	if len(col) != 10 {
		return fmt.Errorf("%d columns, not 10", len(col))
	}
	if strings.ContainsAny(col[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(col[6])
	if err != nil {
		return fmt.Errorf("head: %w", err)
	}
	t := text.Token{Form: col[1], Lemma: col[2], Head: text.Index(head - 1)}
	t.UPOS, _ = text.ParseUPOS(col[3])
	t.XPOS, _ = text.ParseXPOS(col[4])
	t.Rel, _ = text.ParseRel(col[7])
	t.Space = !strings.Contains(col[9], "SpaceAfter=No")
	g.Tokens = append(g.Tokens, t)
	return nil
}

func checkHeads(g *Gold) error {
	for i := range g.Tokens {
		if h := g.Tokens[i].Head; h < text.None || int(h) >= len(g.Tokens) {
			return fmt.Errorf("sentence %q: head of word %d out of range", g.ID, i+1)
		}
	}
	return nil
}

// WriteConllu writes one parsed sentence in CoNLL-U. misc, where not nil, gives the
// last column of each token.
func WriteConllu(w io.Writer, id, words string, s *text.Sentence, misc func(i text.Index) string) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# sent_id = %s\n", id)
	if words = strings.Join(strings.Fields(words), " "); words != "" {
		fmt.Fprintf(&b, "# text = %s\n", words)
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		m := "_"
		if misc != nil {
			m = misc(text.Index(i))
		}
		if !t.Space && i+1 < len(s.Tokens) {
			m = joinMisc(m, "SpaceAfter=No")
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%v\t%v\t_\t%d\t%v\t_\t%s\n",
			i+1, blank(t.Form), blank(t.Lemma), t.UPOS, t.XPOS, t.Head+1, t.Rel, m)
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

func joinMisc(a, b string) string {
	if a == "" || a == "_" {
		return b
	}
	return a + "|" + b
}

// blank keeps a form within its column: white space would break the format.
func blank(s string) string {
	if s == "" {
		return "_"
	}
	if strings.ContainsAny(s, "\t\r\n") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

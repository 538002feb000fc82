package eval

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"readout"
	"readout/text"
)

// GapCase is a text with a pronoun and two names, either of which it may stand for.
type GapCase struct {
	ID            string
	Text          string
	Pronoun, A, B readout.Span
	IsA, IsB      bool
	Feminine      bool
}

// OpenGap reads a file of GAP cases, compressed (".gz") or plain.
func OpenGap(path string) ([]GapCase, error) { return openWith(path, ReadGap) }

// ReadGap reads the tab-separated form of the GAP corpus: a header, then ID, text,
// pronoun, its offset, A, its offset, whether A is meant, the same for B, address.
// Offsets count characters; those of the result count bytes.
func ReadGap(in io.Reader) ([]GapCase, error) {
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	var out []GapCase
	for n := 1; sc.Scan(); n++ {
		f := strings.Split(sc.Text(), "\t")
		if n == 1 || len(f) == 1 && f[0] == "" {
			continue
		}
		if len(f) < 10 {
			return nil, fmt.Errorf("line %d: %d columns, want at least 10", n, len(f))
		}
		c := GapCase{ID: f[0], Text: f[1], IsA: strings.EqualFold(f[6], "true"), IsB: strings.EqualFold(f[9], "true")}
		for k, at := range []*readout.Span{&c.Pronoun, &c.A, &c.B} {
			words, offset := f[[]int{2, 4, 7}[k]], f[[]int{3, 5, 8}[k]]
			chars, err := strconv.Atoi(offset)
			if err != nil {
				return nil, fmt.Errorf("line %d: offset %q is no number", n, offset)
			}
			start := byteOffset(f[1], chars)
			*at = readout.Span{Start: start, End: start + readout.Offset(len(words))}
		}
		switch strings.ToLower(f[2]) {
		case "she", "her", "hers":
			c.Feminine = true
		}
		out = append(out, c)
	}
	return out, sc.Err()
}

// byteOffset is the byte at which the character of that number starts.
func byteOffset(s string, chars int) readout.Offset {
	at := 0
	for ; chars > 0 && at < len(s); chars-- {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return readout.Offset(at)
}

// Gap scores pronouns in per cent: F1 over the names that are meant, that of each
// sex, and the bias, feminine over masculine.
func Gap(set string, cases []GapCase, resolve func(string) []text.Mention) []Row {
	var hit, gold, found [2]int
	for i := range cases {
		c := &cases[i]
		ms := resolve(c.Text)
		e := entityOver(ms, c.Pronoun)
		k := tally(c.Feminine)
		for _, side := range []struct {
			at   readout.Span
			gold bool
		}{{c.A, c.IsA}, {c.B, c.IsB}} {
			said := e >= 0 && mentions(ms, e, side.at)
			gold[k] += tally(side.gold)
			found[k] += tally(said)
			hit[k] += tally(said && side.gold)
		}
	}
	score := func(h, g, f int) float64 { return 200 * float64(h) / float64(max(g+f, 1)) }
	m, w := score(hit[0], gold[0], found[0]), score(hit[1], gold[1], found[1])
	return []Row{
		{"coref", set, "F1", score(hit[0]+hit[1], gold[0]+gold[1], found[0]+found[1])},
		{"coref", set, "F1 masculine", m},
		{"coref", set, "F1 feminine", w},
		{"coref", set, "bias", w / max(m, 1)},
	}
}

// entityOver returns the entity of the narrowest mention that covers the span, or -1.
func entityOver(ms []text.Mention, at readout.Span) int {
	best := -1
	for i := range ms {
		if ms[i].Contains(at) && ms[i].Form == text.Pronoun && (best < 0 || ms[i].Len() < ms[best].Len()) {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	return ms[best].Entity
}

// mentions tells whether a name of the entity meets the span.
func mentions(ms []text.Mention, e int, at readout.Span) bool {
	for i := range ms {
		if ms[i].Entity == e && ms[i].Form == text.Name && ms[i].Overlaps(at) {
			return true
		}
	}
	return false
}

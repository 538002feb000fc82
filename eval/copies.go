package eval

import (
	"math/rand/v2"
	"strings"
)

// Alterations are the ways in which a copy differs from its text.
var Alterations = [...]string{"cut", "reordered", "retitled", "rewritten", "all"}

// Altered is a copy of a text.
type Altered struct {
	Of   int    // position of the text that it was made from
	How  string // one of Alterations
	Text string
}

// AlteredCopies makes a copy of every kind of each text: cut to half or two thirds of its
// sentences, from the end as agencies' clients do; with its paragraphs in another order;
// under another title and first sentence; with a fifth of its sentences rewritten; and
// all of these, cut to two thirds. What is new is as long as what it replaces and made of
// words of other texts, each of another, so that nothing but the text itself is copied.
// The same seed gives the same copies.
func AlteredCopies(texts []string, seed uint64) []Altered {
	r := rand.New(rand.NewPCG(seed, 1))
	parts := make([][][]string, len(texts))
	for i, t := range texts {
		parts[i] = paragraphs(t)
	}
	fresh := func(old string) string {
		n := len(strings.Fields(old))
		words := make([]string, n)
		for k := range words {
			words[k] = anyWord(r, parts)
		}
		return strings.Join(words, " ") + "."
	}
	var out []Altered
	for i, p := range parts {
		if len(p) == 0 {
			continue
		}
		title := fresh("a title of some eight words or so") + "\n\n" + fresh(p[0][0])
		for _, how := range Alterations {
			var text string
			switch how {
			case "cut":
				text = joinParts(cut(p, 1+r.IntN(2), 2+r.IntN(2)))
			case "reordered":
				text = joinParts(shuffled(r, p))
			case "retitled":
				text = title + "\n\n" + joinParts(dropFirst(p))
			case "rewritten":
				text = joinParts(rewritten(r, p, fresh))
			case "all":
				text = title + "\n\n" + joinParts(shuffled(r, rewritten(r, cut(dropFirst(p), 2, 3), fresh)))
			}
			out = append(out, Altered{i, how, text})
		}
	}
	return out
}

// anyWord is a word of some text.
func anyWord(r *rand.Rand, parts [][][]string) string {
	for {
		p := parts[r.IntN(len(parts))]
		if len(p) == 0 {
			continue
		}
		q := p[r.IntN(len(p))]
		if words := strings.Fields(q[r.IntN(len(q))]); len(words) > 0 {
			return words[r.IntN(len(words))]
		}
	}
}

// paragraphs splits a text at line breaks, and each paragraph at what ends sentences.
func paragraphs(text string) [][]string {
	var out [][]string
	for _, line := range strings.Split(text, "\n") {
		var p []string
		for rest := strings.TrimSpace(line); rest != ""; {
			end := strings.Index(rest, ". ")
			if end < 0 {
				end = len(rest) - 1
			}
			p, rest = append(p, rest[:end+1]), strings.TrimSpace(rest[end+1:])
		}
		if len(p) > 0 {
			out = append(out, p)
		}
	}
	return out
}

func joinParts(p [][]string) string {
	var b strings.Builder
	for i, q := range p {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(strings.Join(q, " "))
	}
	return b.String()
}

// cut keeps the first n of every m sentences' worth; at most two thirds, at least half.
func cut(p [][]string, n, m int) [][]string {
	if 2*n < m || 3*n > 2*m {
		n, m = 1, 2
	}
	total := 0
	for _, q := range p {
		total += len(q)
	}
	left := (total*n + m - 1) / m
	var out [][]string
	for _, q := range p {
		if left <= 0 {
			break
		}
		out = append(out, q[:min(left, len(q))])
		left -= len(q)
	}
	return out
}

func dropFirst(p [][]string) [][]string {
	if len(p) == 0 {
		return p
	}
	out := append([][]string{p[0][1:]}, p[1:]...)
	if len(out[0]) == 0 {
		out = out[1:]
	}
	return out
}

func shuffled(r *rand.Rand, p [][]string) [][]string {
	out := append([][]string{}, p...)
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// rewritten puts new sentences in the place of one in five.
func rewritten(r *rand.Rand, p [][]string, fresh func(old string) string) [][]string {
	total := 0
	for _, q := range p {
		total += len(q)
	}
	swap := map[int]bool{}
	for _, k := range r.Perm(total)[:(total+4)/5] {
		swap[k] = true
	}
	out := make([][]string, len(p))
	k := 0
	for i, q := range p {
		out[i] = append([]string{}, q...)
		for j := range q {
			if swap[k] {
				out[i][j] = fresh(q[j])
			}
			k++
		}
	}
	return out
}

// CopyScore counts what a finder of copies makes of texts and their altered copies.
type CopyScore struct {
	Of, Found map[string]int // copies, and those found with their text, by how they were altered
	Right     int            // pairs put together that come from one text
	Wrong     [][2]int       // pairs that do not, by position
}

// ScoreCopies scores groups of positions: first the texts, then their copies. Texts that
// share two fifths of their sentences to the letter are copies too, and so are theirs.
func ScoreCopies(texts []string, copies []Altered, groups [][]int) CopyScore {
	s := CopyScore{Of: map[string]int{}, Found: map[string]int{}}
	origin := make([]int, len(texts), len(texts)+len(copies))
	for i := range texts {
		origin[i] = i
	}
	for _, c := range copies {
		origin = append(origin, c.Of)
		s.Of[c.How]++
	}
	natural := map[[2]int]bool{}
	one := func(a, b int) bool {
		k := [2]int{min(a, b), max(a, b)}
		known, ok := natural[k]
		if !ok {
			known = a == b || sharesSentences(texts[a], texts[b])
			natural[k] = known
		}
		return known
	}
	for _, members := range groups {
		for i, a := range members {
			for _, b := range members[:i] {
				if !one(origin[a], origin[b]) {
					s.Wrong = append(s.Wrong, [2]int{b, a})
					continue
				}
				s.Right++
				if late := max(a, b); min(a, b) == origin[late] && late >= len(texts) {
					s.Found[copies[late-len(texts)].How]++
				}
			}
		}
	}
	return s
}

// sharesSentences tells whether two texts share two fifths of the shorter one's longer
// sentences to the letter.
func sharesSentences(a, b string) bool {
	x, y := sentenceSet(a), sentenceSet(b)
	n := 0
	for s := range x {
		if y[s] {
			n++
		}
	}
	return n > 0 && 5*n >= 2*min(len(x), len(y))
}

func sentenceSet(text string) map[string]bool {
	out := map[string]bool{}
	for _, p := range paragraphs(text) {
		for _, s := range p {
			if len(s) >= 40 {
				out[s] = true
			}
		}
	}
	return out
}

// Precision is the part of the pairs put together that come from one text.
func (s CopyScore) Precision() float64 {
	if s.Right+len(s.Wrong) == 0 {
		return 1
	}
	return float64(s.Right) / float64(s.Right+len(s.Wrong))
}

// Recall is the part of the copies that are found with their text, of one kind or of all.
func (s CopyScore) Recall(kinds ...string) float64 {
	found, of := 0, 0
	for _, k := range kinds {
		found += s.Found[k]
		of += s.Of[k]
	}
	return float64(found) / float64(max(of, 1))
}

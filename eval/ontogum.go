package eval

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// CorefDoc is a document with the clusters of mentions that mean one thing.
type CorefDoc struct {
	ID        string
	Sentences []text.Sentence // with the treebank's tags and trees
	Clusters  [][]CorefSpan   // in the order of their first mention
}

// CorefSpan is a mention: tokens [First, Last) of a sentence.
type CorefSpan struct {
	Sentence    int
	First, Last text.Index
}

// Documents groups the sentences of a treebank whose names end in "-" and a number
// into documents, in their order.
func Documents(gold []Gold) []CorefDoc {
	var out []CorefDoc
	for _, g := range gold {
		id := g.ID
		if i := strings.LastIndexByte(id, '-'); i > 0 {
			id = id[:i]
		}
		if len(out) == 0 || out[len(out)-1].ID != id {
			out = append(out, CorefDoc{ID: id})
		}
		d := &out[len(out)-1]
		d.Sentences = append(d.Sentences, g.Sentence)
	}
	return out
}

// Unparsed returns the sentences before any analysis, their words laid out with a
// space between.
func (d *CorefDoc) Unparsed() []text.Sentence {
	out := unparsedAll(d.Sentences)
	at := readout.Offset(0)
	for i := range out {
		toks := out[i].Tokens
		if len(toks) == 0 {
			continue
		}
		for k := range toks {
			toks[k].Start, toks[k].End = at, at+readout.Offset(len(toks[k].Form))
			at = toks[k].End + 1
		}
		out[i].Start, out[i].End = toks[0].Start, toks[len(toks)-1].End
	}
	return out
}

// ReadClusters fills the document's clusters from the corpus' own form: one token a
// line, its number, form and the brackets that open and close there. It fails where
// the tokens are not those of the document.
func (d *CorefDoc) ReadClusters(in io.Reader) error {
	r := clusterReader{d: d, open: map[string][]CorefSpan{}, of: map[string]int{}}
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		f := strings.Split(strings.TrimRight(sc.Text(), "\r"), "\t")
		if len(f) < 3 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if err := r.token(f[1], f[len(f)-1]); err != nil {
			return fmt.Errorf("%s, token %s: %w", d.ID, f[0], err)
		}
	}
	return sc.Err()
}

type clusterReader struct {
	d    *CorefDoc
	s    int
	i    text.Index
	open map[string][]CorefSpan
	of   map[string]int
}

func (r *clusterReader) token(form, marks string) error {
	for r.s < len(r.d.Sentences) && int(r.i) >= len(r.d.Sentences[r.s].Tokens) {
		r.s, r.i = r.s+1, 0
	}
	if r.s >= len(r.d.Sentences) {
		return fmt.Errorf("the treebank has no more tokens for %q", form)
	}
	for marks != "_" && marks != "" {
		marks = r.mark(marks)
	}
	r.i++
	return nil
}

// mark takes one bracket off the marks: "(3", "3)" or "(3)".
func (r *clusterReader) mark(marks string) string {
	opens := marks[0] == '('
	marks = strings.TrimPrefix(marks, "(")
	n := 0
	for n < len(marks) && marks[n] >= '0' && marks[n] <= '9' {
		n++
	}
	if n == 0 {
		return marks[min(1, len(marks)):]
	}
	id := marks[:n]
	marks = marks[n:]
	if opens {
		r.open[id] = append(r.open[id], CorefSpan{r.s, r.i, r.i})
	}
	if strings.HasPrefix(marks, ")") {
		marks = marks[1:]
		if stack := r.open[id]; len(stack) > 0 {
			span := stack[len(stack)-1]
			r.open[id] = stack[:len(stack)-1]
			if span.Sentence == r.s {
				span.Last = r.i + 1
				r.add(id, span)
			}
		}
	}
	return marks
}

func (r *clusterReader) add(id string, span CorefSpan) {
	k, ok := r.of[id]
	if !ok {
		k = len(r.d.Clusters)
		r.of[id] = k
		r.d.Clusters = append(r.d.Clusters, nil)
	}
	r.d.Clusters[k] = append(r.d.Clusters[k], span)
}

// Phrase returns the whole noun phrase of a mention, as the corpora mark it: with
// its title, article, relative clause and apposition, without what is joined to it.
func Phrase(s *text.Sentence, m *text.Mention) (first, last text.Index) {
	if m.Form == text.Pronoun {
		return m.First, m.Last
	}
	first, last = m.First, m.Last
	for i := range s.Tokens {
		if t := text.Index(i); belongs(s, m.Head, t) {
			first, last = min(first, t), max(last, t+1)
		}
	}
	for last > first+1 && s.Tokens[last-1].UPOS == text.PUNCT {
		last--
	}
	return first, last
}

// belongs tells whether token t is of the phrase headed by h.
func belongs(s *text.Sentence, h, t text.Index) bool {
	for steps := 0; steps < 64 && t >= 0; steps++ {
		if t == h {
			return true
		}
		tok := &s.Tokens[t]
		if tok.Head == h {
			if tok.XPOS == text.POS {
				return true
			}
			switch tok.Rel {
			case text.Case, text.Cc, text.Conj, text.Punct, text.Cop, text.Nsubj, text.Parataxis, text.Advcl, text.Mark, text.Aux, text.Obl, text.Advmod, text.Discourse, text.Dep:
				return false
			}
		}
		t = tok.Head
	}
	return false
}

// Clusters scores the entities found against those marked: the mean of MUC, B³ and
// CEAF-e F1 over all documents ("CoNLL F1"), in per cent. Things told only once do
// not count.
func Clusters(set string, gold []CorefDoc, resolve func(*CorefDoc) [][]CorefSpan) []Row {
	var muc, b3, ceaf, found prf
	for i := range gold {
		key := several(gold[i].Clusters)
		got := several(resolve(&gold[i]))
		muc.add(mucHalf(got, key), mucHalf(key, got))
		b3.add(cubed(got, key), cubed(key, got))
		ceaf.addShared(aligned(key, got), float64(len(key)), float64(len(got)))
		found.addShared(sharedSpans(key, got))
	}
	return []Row{
		{"coref", set, "CoNLL F1", 100 * (muc.f1() + b3.f1() + ceaf.f1()) / 3},
		{"coref", set, "MUC", 100 * muc.f1()},
		{"coref", set, "B3", 100 * b3.f1()},
		{"coref", set, "CEAFe", 100 * ceaf.f1()},
		{"coref", set, "mentions", 100 * found.f1()},
	}
}

func several(clusters [][]CorefSpan) [][]CorefSpan {
	var out [][]CorefSpan
	for _, c := range clusters {
		seen := map[CorefSpan]bool{}
		var kept []CorefSpan
		for _, m := range c {
			if !seen[m] {
				seen[m] = true
				kept = append(kept, m)
			}
		}
		if len(kept) > 1 {
			out = append(out, kept)
		}
	}
	return out
}

// prf sums hits over totals, for precision and recall.
type prf struct{ pHit, pAll, rHit, rAll float64 }

func (x *prf) add(p, r [2]float64) {
	x.pHit, x.pAll, x.rHit, x.rAll = x.pHit+p[0], x.pAll+p[1], x.rHit+r[0], x.rAll+r[1]
}

func (x *prf) addShared(hit, gold, got float64) {
	x.add([2]float64{hit, got}, [2]float64{hit, gold})
}

func (x *prf) f1() float64 {
	if x.pHit == 0 || x.rHit == 0 {
		return 0
	}
	p, r := x.pHit/x.pAll, x.rHit/x.rAll
	return 2 * p * r / (p + r)
}

func clusterOf[M comparable](clusters [][]M) map[M]int {
	of := map[M]int{}
	for k, c := range clusters {
		for _, m := range c {
			of[m] = k
		}
	}
	return of
}

// mucHalf counts the links of a that b keeps, and all of them.
func mucHalf[M comparable](a, b [][]M) [2]float64 {
	of := clusterOf(b)
	var hit, all float64
	for _, c := range a {
		parts := map[int]bool{}
		alone := 0
		for _, m := range c {
			if k, ok := of[m]; ok {
				parts[k] = true
			} else {
				alone++
			}
		}
		hit += float64(len(c) - len(parts) - alone)
		all += float64(len(c) - 1)
	}
	return [2]float64{hit, all}
}

// cubed sums over the mentions of a the share of their cluster that b keeps together.
func cubed[M comparable](a, b [][]M) [2]float64 {
	of := clusterOf(b)
	var hit, all float64
	for _, c := range a {
		parts := map[int]int{}
		for _, m := range c {
			if k, ok := of[m]; ok {
				parts[k]++
			}
		}
		for _, n := range parts {
			hit += float64(n*n) / float64(len(c))
		}
		all += float64(len(c))
	}
	return [2]float64{hit, all}
}

func sharedSpans(key, got [][]CorefSpan) (hit, gold, found float64) {
	a, b := clusterOf(key), clusterOf(got)
	for m := range a {
		if _, ok := b[m]; ok {
			hit++
		}
	}
	return hit, float64(len(a)), float64(len(b))
}

// aligned is the sum of the similarities of the best one-to-one assignment of
// clusters (CEAF with the entity measure).
func aligned[M comparable](key, got [][]M) float64 {
	n := max(len(key), len(got))
	cost := make([][]float64, n+1)
	of := clusterOf(got)
	for i := range cost {
		cost[i] = make([]float64, n+1)
	}
	for i, c := range key {
		shared := map[int]int{}
		for _, m := range c {
			if k, ok := of[m]; ok {
				shared[k]++
			}
		}
		for k, s := range shared {
			cost[i+1][k+1] = -2 * float64(s) / float64(len(c)+len(got[k]))
		}
	}
	return -hungarian(cost, n)
}

// hungarian returns the least cost of assigning n rows to n columns (from 1).
func hungarian(cost [][]float64, n int) float64 {
	u, v := make([]float64, n+1), make([]float64, n+1)
	row, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		augment(cost, n, u, v, row, way)
	}
	total := 0.0
	for j := 1; j <= n; j++ {
		total += cost[row[j]][j]
	}
	return total
}

func augment(cost [][]float64, n int, u, v []float64, row, way []int) {
	const far = 1e18
	least := make([]float64, n+1)
	used := make([]bool, n+1)
	for j := range least {
		least[j] = far
	}
	j0 := 0
	for {
		used[j0] = true
		i0, delta, j1 := row[j0], far, 0
		for j := 1; j <= n; j++ {
			if used[j] {
				continue
			}
			if c := cost[i0][j] - u[i0] - v[j]; c < least[j] {
				least[j], way[j] = c, j0
			}
			if least[j] < delta {
				delta, j1 = least[j], j
			}
		}
		for j := 0; j <= n; j++ {
			if used[j] {
				u[row[j]] += delta
				v[j] -= delta
			} else {
				least[j] -= delta
			}
		}
		j0 = j1
		if row[j0] == 0 {
			break
		}
	}
	for j0 != 0 {
		j1 := way[j0]
		row[j0] = row[j1]
		j0 = j1
	}
}

// Entities turns resolved mentions into clusters of whole noun phrases, as the corpora
// mark them: an apposition is part of the phrase that it explains, and what a subject is
// said to be ("X is a doctor") is no mention.
func Entities(sentences []text.Sentence, mentions []text.Mention) [][]CorefSpan {
	var out [][]CorefSpan
	at := map[int]int{}
	for i := range mentions {
		m := &mentions[i]
		if m.Entity < 0 || m.Class == text.Nationality || predicate(&sentences[m.Sentence], m) {
			continue
		}
		k, ok := at[m.Entity]
		if !ok {
			k = len(out)
			at[m.Entity] = k
			out = append(out, nil)
		}
		first, last := Phrase(&sentences[m.Sentence], m)
		out[k] = append(out[k], CorefSpan{m.Sentence, first, last})
	}
	for k := range out {
		out[k] = widest(out[k])
	}
	return out
}

// predicate tells whether a description is what the subject is said to be.
func predicate(s *text.Sentence, m *text.Mention) bool {
	if m.Form != text.Nominal {
		return false
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head == m.Head && s.Tokens[i].Rel == text.Cop {
			return true
		}
	}
	return false
}

// widest leaves out the spans that lie within another one of the cluster.
func widest(cluster []CorefSpan) []CorefSpan {
	var out []CorefSpan
	for _, a := range cluster {
		inner := slices.ContainsFunc(cluster, func(b CorefSpan) bool {
			return a != b && a.Sentence == b.Sentence && b.First <= a.First && a.Last <= b.Last
		})
		if !inner {
			out = append(out, a)
		}
	}
	return out
}

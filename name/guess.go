package name

import (
	_ "embed"
	"fmt"
	"strings"

	"readout/text"
)

//go:embed guess.bin
var guessBin []byte

// The model that guesses what an unknown name is: weights of hashed features of the
// name and the words around it, one for each outcome. Train makes it.
const (
	guessBits = 18
	guessMask = 1<<guessBits - 1
)

// outcomes are what a name can be guessed to be.
var outcomes = [...]text.Class{text.NoClass, text.Person, text.Place, text.Body}

type weights [1 << guessBits][len(outcomes)]int8

// decodeGuess reads the embedded weights.
func decodeGuess(b []byte) (*weights, error) {
	var w weights
	if len(b) != len(w)*len(outcomes) {
		return nil, fmt.Errorf("name/guess.bin has %d bytes, want %d", len(b), len(w)*len(outcomes))
	}
	for i := range w {
		for k := range outcomes {
			w[i][k] = int8(b[i*len(outcomes)+k])
		}
	}
	return &w, nil
}

// guess gives the class of the unknown name [p, j) by its form and the words around
// it; NoClass where it looks like no party and no place.
func (f *finder) guess(p, j int) text.Class {
	f.features(p, j)
	if f.learn != nil {
		f.learn(p, j, f.feats)
	}
	if j-p > 6 || j-p == 1 && len(f.forms[p]) > 8 && shape(f.forms[p]) == "A" {
		return text.NoClass // too long for a name, or a word shouted
	}
	if j-p == 1 && (numbered(f.forms[p]) || generation(f.forms[p])) {
		return text.NoClass
	}
	if j-p == 3 && f.forms[p+1] == "-" && village(f.forms[p+2]) {
		return text.Place
	}
	var sum score
	for _, h := range f.feats {
		row := &f.lex.weights[h&guessMask]
		for k := range sum {
			sum[k] += int32(row[k])
		}
	}
	f.weigh(p, j, &sum)
	best := 0
	for k := range sum {
		if sum[k] > sum[best] && !(outcomes[k] == text.Person && (f.articled(p, j) || f.several(p, j))) {
			best = k
		}
	}
	switch {
	case j-p == 1 && outcomes[best] == text.Person && ofMembers(f.forms[p]):
		return text.NoClass
	case f.loud && j-p == 1 && outcomes[best] == text.Body:
		return text.NoClass // any word of a headline in capitals looks like an acronym
	case best > 0 || !f.does(p, j):
	case j-p == 3 && f.given(f.forms[p]) && f.forms[p+1] != "-":
		return text.Person
	case f.loud:
	case (j-p == 1 || j-p == 3 && f.forms[p+1] == "-") && acronym(f.forms[p]) && acronym(f.forms[j-1]) && !acronym(f.form(p-1)) && !acronym(f.form(j)):
		return text.Body
	}
	return outcomes[best]
}

// score is what the weights say for each outcome of a name, over its mentions.
type score [len(outcomes)]int32

// weigh adds what speaks for the outcomes of the name [p, j) here to what did before.
func (f *finder) weigh(p, j int, sum *score) {
	w := formsOf(f.tokens[p:j])
	all, ok := f.guesses[w]
	if !ok {
		all = new(score)
		f.guesses[w] = all
	}
	for k := range sum {
		all[k] += sum[k]
	}
}

// class is the outcome that most speaks for.
func (s *score) class() text.Class {
	best := 0
	for k := range s {
		if s[k] > s[best] {
			best = k
		}
	}
	return outcomes[best]
}

// articled tells whether "the" stands before a single word: no person is called so.
func (f *finder) articled(p, j int) bool {
	return j-p == 1 && p > 0 && f.tokens[p-1].XPOS == text.DT && lower(f.forms[p-1]) == "the"
}

// several tells whether a single word is the name of more than one: no person either.
func (f *finder) several(p, j int) bool {
	return j-p == 1 && f.tokens[p].XPOS == text.NNPS && !f.given(f.forms[p])
}

// does tells whether a name is the subject or agent of something, as names that
// nobody knows are when it matters.
func (f *finder) does(p, j int) bool {
	switch f.tokens[f.headOf(p, j)].Rel {
	case text.Nsubj, text.OblAgent, text.Appos:
		return true
	}
	return false
}

// numbered tells the names of diseases, arms and flights: "COVID-19", "S-400".
func numbered(s string) bool {
	_, after, ok := strings.Cut(s, "-")
	return ok && after != "" && strings.Trim(after, "0123456789") == ""
}

// generation tells what sets namesakes of a family apart and names nobody alone.
func generation(s string) bool {
	switch s {
	case "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV":
		return true
	}
	return false
}

// village tells the endings of Korean places after a hyphen: "Mugye-ri".
func village(s string) bool { return s == "ri" || s == "gun" || s == "myon" || s == "dong" }

// feature is a hash under construction (FNV-1a).
type feature uint32

func (h feature) str(s string) feature {
	for i := 0; i < len(s); i++ {
		h = (h ^ feature(s[i])) * 16777619
	}
	return (h ^ 0xff) * 16777619
}

func (h feature) low(s string) feature {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		case '0' <= c && c <= '9':
			c = '0' // one number is like another
		}
		h = (h ^ feature(c)) * 16777619
	}
	return (h ^ 0xff) * 16777619
}

func (h feature) num(n int) feature { return (h ^ feature(n)) * 16777619 }

// done spreads the bits of the hash, for the table keeps the low ones only.
func (h feature) done() uint32 {
	x := uint32(h)
	x ^= x >> 15
	x *= 0x2c1b3c6d
	x ^= x >> 12
	return x
}

func start(kind int) feature { return feature(2166136261).num(kind) }

// features fills f.feats with the features of the name [p, j).
func (f *finder) features(p, j int) {
	f.feats = f.feats[:0]
	add := func(h feature) { f.feats = append(f.feats, h.done()) }
	n := min(j-p, 6)
	add(start(0).num(n))
	whole := start(1)
	for i := p; i < j; i++ {
		whole = whole.str(f.forms[i])
		add(start(2).str(f.forms[i]))
		add(start(3).str(shape(f.forms[i])).num(n))
		add(start(4).num(int(f.cls[i])))
	}
	add(whole)
	first, last := f.forms[p], f.forms[j-1]
	add(start(5).str(first).num(n))
	add(start(6).str(last).num(n))
	for k := 2; k <= 4; k++ {
		add(start(7).num(k).str(tail(last, k)))
		add(start(8).num(k).str(tail(first, k)).num(n))
		add(start(9).num(k).str(front(last, k)))
	}
	female, male := f.gaz.GivenName(first)
	given := 0
	if female || male {
		given = 1
	}
	add(start(10).num(given).num(n))
	add(start(11).num(int(f.xpos(p))).num(int(f.xpos(j - 1))).num(n))
	add(start(12).num(bit(f.played)).num(n).num(given))
	add(start(13).num(bit(f.loud)).num(n).str(shape(last)))
	add(start(14).num(int(f.xpos(j - 1))).num(int(f.xpos(j))))
	f.around(p, j, n, given)
}

// around adds the features of the words about the name and of its place in the tree.
func (f *finder) around(p, j, n, given int) {
	add := func(h feature) { f.feats = append(f.feats, h.done()) }
	before, before2, after, after2 := f.form(p-1), f.form(p-2), f.form(j), f.form(j+1)
	add(start(20).low(before))
	add(start(21).low(before2).low(before))
	add(start(22).low(after))
	add(start(23).low(after).low(after2))
	add(start(24).low(before).low(after))
	add(start(25).low(before).num(n))
	add(start(26).low(after).num(n))
	add(start(27).num(int(f.xpos(p - 1))).num(int(f.xpos(j))))
	add(start(28).num(int(f.xpos(j))).num(n).num(given))
	add(start(29).num(int(f.class(p - 1))))
	add(start(30).num(int(f.class(j))))
	if p == 0 {
		add(start(31).num(n))
	}
	h := f.headOf(p, j)
	rel := int(f.tokens[h].Rel)
	add(start(32).num(rel).num(n))
	add(start(33).num(int(f.tokens[h].XPOS)))
	if up := int(f.tree.heads[h]); up >= 0 {
		add(start(34).num(rel).str(f.tokens[up].Lemma))
		add(start(35).num(rel).num(int(f.class(up))))
	}
	if c := f.caseOf(h); c >= 0 {
		add(start(36).low(f.forms[c]))
		add(start(37).low(f.forms[c]).num(n))
	}
}

func (f *finder) form(i int) string {
	if i < 0 || i >= len(f.forms) {
		return ""
	}
	return f.forms[i]
}

func (f *finder) xpos(i int) text.XPOS {
	if i < 0 || i >= len(f.tokens) {
		return text.NoXPOS
	}
	return f.tokens[i].XPOS
}

func (f *finder) class(i int) class {
	if i < 0 || i >= len(f.cls) {
		return 0
	}
	return f.cls[i]
}

func tail(s string, n int) string  { return s[max(0, len(s)-n):] }
func front(s string, n int) string { return s[:min(len(s), n)] }

// shape is the pattern of a word's capitals: "U.S." and "UN" are "A", "Oslo" "Aa",
// "McCain" "AaAa", "G20" "A0".
func shape(s string) string {
	var b [8]byte
	n := 0
	for i := 0; i < len(s) && n < len(b); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c = 'A'
		case 'a' <= c && c <= 'z' || c >= 0x80:
			c = 'a'
		case '0' <= c && c <= '9':
			c = '0'
		}
		if n == 0 || b[n-1] != c {
			b[n] = c
			n++
		}
	}
	return shapes(b[:n])
}

func shapes(b []byte) string {
	switch string(b) {
	case "Aa":
		return "Aa"
	case "A":
		return "A"
	case "a":
		return "a"
	case "AaAa":
		return "AaAa"
	}
	return string(b)
}

package syntax

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/text"
)

func loaded(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func sentence(words string) text.Sentence {
	var s text.Sentence
	for _, w := range strings.Split(words, " ") {
		s.Tokens = append(s.Tokens, text.Token{Form: w, Space: true})
	}
	return s
}

// relation gives "relation(head, word)" of the first token with that form, lemmas
// standing for the words.
func relation(s *text.Sentence, form string) string {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Form != form {
			continue
		}
		head := "ROOT"
		if t.Head != text.None {
			head = s.Tokens[t.Head].Lemma
		}
		return t.Rel.String() + "(" + head + ", " + t.Lemma + ")"
	}
	return ""
}

func TestSentencesParseAsADiplomatWouldReadThem(t *testing.T) {
	p := loaded(t).NewParser()
	cases := []struct {
		words string
		want  []string // form, relation
	}{
		{"The foreign minister arrived in Oslo on Monday .",
			[]string{"minister", "nsubj(arrive, minister)", "arrived", "root(ROOT, arrive)",
				"Oslo", "obl(arrive, Oslo)", "in", "case(Oslo, in)", ".", "punct(arrive, .)"}},
		{"The two presidents were briefed by their aides .",
			[]string{"presidents", "nsubj:pass(brief, president)", "were", "aux:pass(brief, be)", "aides", "obl:agent(brief, aide)"}},
		{"The spokesman said that they would not sign the treaty .",
			[]string{"said", "root(ROOT, say)", "sign", "ccomp(say, sign)", "treaty", "obj(sign, treaty)", "not", "advmod(sign, not)"}},
		{"After the start of the discussions on Thursday , White House spokesman John Kirby told reporters that they were likely to continue .",
			[]string{"John", "nsubj(tell, John)"}},
		{"In remarks on Sunday , two envoys of the ministry , Ana Ruiz and Jonas Berg , praised the deal .",
			[]string{"envoys", "nsubj(praise, envoy)"}},
		{"Mr. Toner also said Secretary of State Ana Ruiz , in a telephone call to Jonas Berg on Sunday , had assured him of support .",
			[]string{"said", "root(ROOT, say)", "assured", "ccomp(say, assure)", "call", "obl(assure, call)"}},
		{"The envoy who arrived yesterday is tired .",
			[]string{"arrived", "acl:relcl(envoy, arrive)", "tired", "root(ROOT, tired)", "is", "cop(tired, be)"}},
		{"Ministers from France and Japan discussed trade .",
			[]string{"France", "nmod(minister, France)", "Japan", "conj(France, Japan)", "trade", "obj(discuss, trade)"}},
	}
	for _, c := range cases {
		s := sentence(c.words)
		p.Parse(&s)
		for i := 0; i < len(c.want); i += 2 {
			if got := relation(&s, c.want[i]); got != c.want[i+1] {
				t.Errorf("%q: %s is %s, want %s", c.words, c.want[i], got, c.want[i+1])
			}
		}
	}
}

// checkTree fails unless the sentence has one rooted tree.
func checkTree(t interface{ Fatalf(string, ...any) }, s *text.Sentence) {
	roots := 0
	for i := range s.Tokens {
		k := &s.Tokens[i]
		if k.UPOS == text.NoPOS || k.Rel == text.NoRel {
			t.Fatalf("token %d %q has no tag or relation", i, k.Form)
		}
		if (k.Head == text.None) != (k.Rel == text.Root) {
			t.Fatalf("token %d %q: head %d does not go with %v", i, k.Form, k.Head, k.Rel)
		}
		if k.Head == text.None {
			roots++
		}
		at, steps := text.Index(i), 0
		for at != text.None {
			if at < 0 || int(at) >= len(s.Tokens) || steps > len(s.Tokens) {
				t.Fatalf("token %d %q leads to no root", i, k.Form)
			}
			at, steps = s.Tokens[at].Head, steps+1
		}
	}
	if roots != 1 && len(s.Tokens) > 0 {
		t.Fatalf("%d roots", roots)
	}
}

func TestAnyFormsGetOneRootedTree(t *testing.T) {
	p := loaded(t).NewParser()
	form := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"the", "said", ",", ".", "Putin", "of", "\"", "met", "and"}),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
	rapid.Check(t, func(r *rapid.T) {
		var s text.Sentence
		for _, f := range rapid.SliceOfN(form, 0, 40).Draw(r, "forms") {
			s.Tokens = append(s.Tokens, text.Token{Form: f})
		}
		p.Parse(&s)
		checkTree(r, &s)
	})
}

func TestLongSentenceGetsOneTree(t *testing.T) {
	s := sentence(strings.TrimSpace(strings.Repeat("the minister said that he met the president , and ", 400)))
	loaded(t).NewParser().Parse(&s)
	checkTree(t, &s)
}

func TestSameFormsGiveTheSameTree(t *testing.T) {
	m := loaded(t)
	first, again := m.NewParser(), m.NewParser()
	words := "Speaking after the talks , the chancellor said both sides had agreed to meet again next week in Geneva ."
	a := sentence(words)
	first.Parse(&a)
	other := sentence("Nothing else matters here .")
	again.Parse(&other)
	b := sentence(words)
	again.Parse(&b)
	if !slices.Equal(a.Tokens, b.Tokens) {
		t.Errorf("the tree depends on what was parsed before")
	}
}

func TestModelSurvivesItsFile(t *testing.T) {
	b := loaded(t).Encode()
	m, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(m.Encode(), b) {
		t.Error("the model is not written as it was read")
	}
}

func TestBrokenModelsAreRefused(t *testing.T) {
	for _, n := range []int{0, 5, len(magic), len(magic) + 1, len(embedded) / 2, len(embedded) - 1} {
		if _, err := Decode(embedded[:n]); err == nil {
			t.Errorf("a model cut to %d bytes was taken", n)
		}
	}
}

func TestOracleRebuildsProjectiveTrees(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(r, "n")
		heads := anyTree(r, n)
		want := projective(heads)
		moves := oracle(want)
		if len(moves) != 2*n {
			t.Fatalf("no run for %v", want)
		}
		var p treeScratch
		words := make([]*word, n)
		for i := range words {
			words[i] = edge(beforeStart)
		}
		p.start(words, make([]uint16, n), []tagPair{{}})
		at := int32(0)
		for _, m := range moves {
			if ok := p.may(&p.states[at]); !ok[m] {
				r.Fatalf("move %d is not allowed in the run of %v", m, want)
			}
			p.states = append(p.states, p.after(at, m, 0))
			at = int32(len(p.states) - 1)
		}
		p.trace(at)
		if !slices.Equal(p.heads, want) {
			r.Fatalf("heads %v, want %v", p.heads, want)
		}
	})
}

func TestVerbsThatTreebanksLackAreVerbs(t *testing.T) {
	p := loaded(t).NewParser()
	for words, want := range map[string]string{
		"The envoy telephoned his counterpart .":            "telephone VBD",
		"The two leaders shook hands .":                     "shake VBD",
		"The ministers conferred in Geneva .":               "confer VBD",
		"The president was shunned by his neighbours .":     "shun VBN",
		"The delegation huddled with its hosts on Sunday .": "huddle VBD",
	} {
		s := sentence(words)
		p.Parse(&s)
		found := ""
		for i := range s.Tokens {
			if t := &s.Tokens[i]; t.UPOS == text.VERB {
				found = t.Lemma + " " + t.XPOS.String()
			}
		}
		if found != want {
			t.Errorf("%q: its verb is %q, want %q", words, found, want)
		}
	}
}

// anyTree draws the heads of a rooted tree over n tokens.
func anyTree(r *rapid.T, n int) []int16 {
	order := rapid.Permutation(seq(n)).Draw(r, "order")
	heads := make([]int16, n)
	for i, d := range order[1:] {
		heads[d-1] = int16(order[rapid.IntRange(0, i).Draw(r, "head")])
	}
	return heads
}

func seq(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = i + 1
	}
	return s
}

func FuzzParse(f *testing.F) {
	p := loaded(f).NewParser()
	f.Add("The two leaders met .")
	f.Add("\x00\xff . . \" Ünïcode 12:30 —")
	f.Fuzz(func(t *testing.T, words string) {
		s := sentence(words)
		p.Parse(&s)
		checkTree(t, &s)
	})
}

func BenchmarkParse(b *testing.B) {
	p := loaded(b).NewParser()
	var all []text.Sentence
	tokens := 0
	for _, w := range []string{
		"The prime minister said on Tuesday that the two countries would resume talks on the disputed border within weeks .",
		"\" We had a frank exchange , \" an official who asked not to be named told reporters after the session in Vienna .",
		"Her counterpart , who arrived late , declined to comment .",
		"Officials from both sides are expected to meet again at the margins of the summit in November , according to the ministry .",
	} {
		s := sentence(w)
		tokens += len(s.Tokens)
		all = append(all, s)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range all {
			p.Parse(&all[i])
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		loaded(b)
	}
}

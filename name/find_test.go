package name_test

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/gazetteer"
	"readout/name"
	"readout/text"
)

// parsed builds a sentence from words written form/XPOS/head/relation, the head
// counted from 1 and 0 for the root, as in CoNLL-U.
func parsed(t testing.TB, s string) text.Sentence {
	t.Helper()
	var out text.Sentence
	at := readout.Offset(0)
	for _, w := range strings.Fields(s) {
		var head int
		f := strings.Split(w, "/")
		if _, err := fmt.Sscan(f[2], &head); err != nil {
			t.Fatal(err)
		}
		x, ok := text.ParseXPOS(f[1])
		r, ok2 := text.ParseRel(f[3])
		if !ok || !ok2 {
			t.Fatalf("%q: no such tag or relation", w)
		}
		tok := text.Token{Form: f[0], Lemma: f[0], XPOS: x, UPOS: upos(x), Rel: r, Head: text.Index(head - 1), Space: true}
		if x == text.NNS {
			tok.Lemma = strings.TrimSuffix(f[0], "s")
		}
		tok.Start, tok.End = at, at+readout.Offset(len(f[0]))
		at = tok.End + 1
		out.Tokens = append(out.Tokens, tok)
	}
	out.End = at - 1
	return out
}

func upos(x text.XPOS) text.UPOS {
	switch x {
	case text.NNP, text.NNPS:
		return text.PROPN
	case text.NN, text.NNS:
		return text.NOUN
	case text.IN:
		return text.ADP
	case text.DT:
		return text.DET
	case text.JJ:
		return text.ADJ
	case text.VBD, text.VBZ, text.VB:
		return text.VERB
	case text.PRP, text.PRPS:
		return text.PRON
	case text.POS:
		return text.PART
	case text.Comma, text.Stop:
		return text.PUNCT
	case text.CC:
		return text.CCONJ
	}
	return text.X
}

func load(t testing.TB) (*name.Lexicon, *gazetteer.Gazetteer) {
	t.Helper()
	lex, err := name.Load()
	if err != nil {
		t.Fatal(err)
	}
	gaz, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	return lex, gaz
}

func find(t testing.TB, s string) string {
	lex, gaz := load(t)
	ss := []text.Sentence{parsed(t, s)}
	var out []string
	for _, m := range lex.Find(ss, gaz) {
		var w []string
		for _, tok := range ss[0].Tokens[m.First:m.Last] {
			w = append(w, tok.Form)
		}
		line := m.Class.String() + ":" + strings.Join(w, " ")
		if m.Role != "" {
			line += "(" + m.Role + ")"
		}
		out = append(out, line)
	}
	return strings.Join(out, " | ")
}

func TestMentions(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{ // the title stays out of the name
			"Norwegian/JJ/3/amod Foreign/NNP/3/compound Minister/NNP/4/nmod:desc Espen/NNP/6/nsubj Eide/NNP/4/flat arrived/VBD/0/root ././6/punct",
			"nationality:Norwegian | person:Espen Eide(Norwegian Foreign Minister)",
		},
		{ // so does one in small letters
			"the/DT/3/det palace/NN/3/compound aide/NN/4/nmod:desc Radek/NNP/6/nsubj Horak/NNP/4/flat left/VBD/0/root ././6/punct",
			"person:Radek Horak(palace aide)",
		},
		{ // an apposition is a mention of its own and tells the role
			"Radek/NNP/8/nsubj Horak/NNP/1/flat ,/,/1/punct the/DT/6/det Czech/JJ/6/amod envoy/NN/1/appos ,/,/1/punct left/VBD/0/root ././8/punct",
			"person:Radek Horak(Czech envoy) | person:the Czech envoy | nationality:Czech",
		},
		{ // the possessive 's stays out
			"Norway/NNP/3/nmod:poss 's/POS/1/case envoy/NN/5/nsubj has/VBZ/5/aux left/VBD/0/root ././5/punct",
			"person:Norway 's envoy | state:Norway",
		},
		{
			"The/DT/3/det two/CD/3/nummod leaders/NNS/4/nsubj met/VBD/0/root officials/NNS/4/obj in/IN/7/case Oslo/NNP/5/nmod ././4/punct",
			"people:The two leaders | people:officials in Oslo | place:Oslo",
		},
		{
			"He/PRP/2/nsubj met/VBD/0/root his/PRP$/5/nmod:poss Danish/JJ/5/amod counterpart/NN/2/obj ././2/punct",
			"person:He | person:his Danish counterpart | person:his | nationality:Danish",
		},
		{ // a ministry is one name, over its "of"
			"The/DT/2/det Ministry/NNP/6/nsubj of/IN/5/case Foreign/NNP/5/amod Affairs/NNP/2/nmod declined/VBD/0/root ././6/punct",
			"body:Ministry of Foreign Affairs",
		},
		{ // the gathering takes its body along
			"They/PRP/2/nsubj met/VBD/0/root at/IN/6/case the/DT/6/det Visegrad/NNP/6/compound summit/NN/2/obl ././2/punct",
			"people:They | gathering:Visegrad summit",
		},
	} {
		if got := find(t, c.words); got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.words, got, c.want)
		}
	}
}

// Any tags, heads and relations give mentions that lie within their sentence.
func FuzzFind(f *testing.F) {
	lex, gaz := load(f)
	f.Add([]byte("The President of Russia met Mr. Abe-san at the (UN) summit 's"))
	f.Add([]byte{0, 1, 2, 3, 250, 251})
	f.Fuzz(func(t *testing.T, b []byte) {
		s := Scramble(b)
		ms := lex.Find([]text.Sentence{s, s}, gaz)
		for _, m := range ms {
			if m.First < 0 || m.Last <= m.First || int(m.Last) > len(s.Tokens) || int(m.Head) >= len(s.Tokens) || m.Head < 0 {
				t.Fatalf("mention [%d,%d) headed by %d lies not in %d tokens", m.First, m.Last, m.Head, len(s.Tokens))
			}
		}
	})
}

// Scramble makes a sentence with words, tags and heads drawn from the bytes.
func Scramble(b []byte) text.Sentence {
	var s text.Sentence
	at := readout.Offset(0)
	for i, w := range strings.Fields(string(b)) {
		k := int(b[i%len(b)]) + i
		tok := text.Token{Form: w, Lemma: strings.ToLower(w), XPOS: text.XPOS(k % 51), UPOS: text.UPOS(k % 18), Rel: text.Rel(k * 7 % 52), Head: text.Index(k*31%23 - 3), Space: k%3 > 0}
		tok.Start, tok.End = at, at+readout.Offset(len(w))
		at = tok.End + 1
		s.Tokens = append(s.Tokens, tok)
	}
	s.End = at
	return s
}

// The tagger takes an unknown surname at the start of a sentence for a common noun.
func TestSurnameAtTheStart(t *testing.T) {
	for words, want := range map[string]string{
		"Macron/NN/2/nsubj refused/VBD/0/root ././2/punct":              "person:Macron",
		"Rice/NN/2/nsubj fell/VBD/0/root ././2/punct":                   "",
		"Cheap/JJ/2/amod Macron/NN/3/nsubj fell/VBD/0/root ././3/punct": "person:Macron",
		"Zyxwv/NN/2/nsubj refused/VBD/0/root ././2/punct":               "",
		"Macron/NN/0/root ././1/punct":                                  "",
	} {
		if got := find(t, words); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

// What is a name elsewhere in the document is one at the start of a sentence too,
// unless it also stands there as a word.
func TestNamesWithinTheDocument(t *testing.T) {
	lex, gaz := load(t)
	count := func(sentences ...string) int {
		var ss []text.Sentence
		for _, s := range sentences {
			ss = append(ss, parsed(t, s))
		}
		n := 0
		for _, m := range lex.Find(ss, gaz) {
			if m.Sentence == 1 && m.First == 0 {
				n++
			}
		}
		return n
	}
	before, start := "We/PRP/2/nsubj met/VBD/0/root Zyxwv/NNP/2/obj ././2/punct", "Zyxwv/NN/2/nsubj spoke/VBD/0/root ././2/punct"
	if count(before, start) != 1 {
		t.Error("Zyxwv, whom they met, is no name where it begins a sentence")
	}
	if count(before, start, "The/DT/2/det zyxwv/NN/3/nsubj fell/VBD/0/root ././3/punct") != 0 {
		t.Error("zyxwv is a word of the document and a name all the same")
	}
}

// In a report of a match a town is the team called after it, where it plays; where it
// is the place of the match it stays a town, and so does a state.
func TestTeams(t *testing.T) {
	lex, gaz := load(t)
	match := "The/DT/2/det goalkeeper/NN/3/nsubj saved/VBD/0/root the/DT/6/det first/JJ/6/amod penalty/NN/3/obj"
	class := func(s string, before ...string) string {
		var ss []text.Sentence
		for _, b := range append(before, s) {
			ss = append(ss, parsed(t, b))
		}
		for _, m := range lex.Find(ss, gaz) {
			if m.Sentence == len(before) && m.Form == text.Name {
				return m.Class.String()
			}
		}
		return ""
	}
	for words, want := range map[string]string{
		"Liverpool/NNP/2/nsubj won/VBD/0/root ././2/punct":                                    "body",
		"They/PRP/2/nsubj won/VBD/0/root against/IN/4/case Liverpool/NNP/2/obl ././2/punct":   "body",
		"They/PRP/2/nsubj won/VBD/0/root in/IN/4/case Liverpool/NNP/2/obl ././2/punct":        "place",
		"Liverpool/NNP/0/root 3/CD/1/nummod Karlstad/NNP/1/conj 1/CD/3/nummod":                "body",
		"Germany/NNP/2/nsubj won/VBD/0/root ././2/punct":                                      "state",
		"Liverpool/NNP/0/root :/:/1/punct Karlstad/NNP/1/dep won/VBD/1/parataxis ././1/punct": "place",
	} {
		if got := class(words, match, match); got != want {
			t.Errorf("of a match, %s: %q, want %q", words, got, want)
		}
	}
	if got := class("Liverpool/NNP/2/nsubj won/VBD/0/root ././2/punct"); got != "place" {
		t.Errorf("where nothing tells of a match Liverpool is a %s, want a place", got)
	}
}

package rule

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"readout/text"
)

// grow builds a sentence from lines "form lemma UPOS rel head [class]", heads counted from 1.
func grow(t testing.TB, rows string) (*text.Sentence, func(text.Index) text.Class) {
	t.Helper()
	s := &text.Sentence{}
	var classes []text.Class
	for _, row := range strings.Split(strings.TrimSpace(rows), ";") {
		f := strings.Fields(row)
		pos, ok1 := text.ParseUPOS(f[2])
		rel, ok2 := text.ParseRel(f[3])
		if !ok1 || !ok2 {
			t.Fatalf("row %q", row)
		}
		head := text.Index(0)
		for _, c := range f[4] {
			head = head*10 + text.Index(c-'0')
		}
		s.Tokens = append(s.Tokens, text.Token{Form: f[0], Lemma: f[1], UPOS: pos, Rel: rel, Head: head - 1})
		class := text.NoClass
		if len(f) > 5 {
			class, _ = text.ParseClass(f[5])
		}
		classes = append(classes, class)
	}
	return s, func(i text.Index) text.Class { return classes[i] }
}

const (
	// Sandu and Plenković met with Nausėda in Riga ahead of the summit
	met = `Sandu Sandu PROPN nsubj 4 person; and and CCONJ cc 3; Plenković Plenković PROPN conj 1 person;
		met meet VERB root 0; with with ADP case 6; Nausėda Nausėda PROPN obl 4 person; in in ADP case 8;
		Riga Riga PROPN obl 4 place; ahead ahead ADV case 12; of of ADP fixed 9; the the DET det 12; summit summit NOUN obl 4 gathering`
	// The offer met all requirements
	offer = `The the DET det 2; offer offer NOUN nsubj 3; met meet VERB root 0; all all DET det 5; requirements requirement NOUN obj 3`
	// Merkel denied that Orban would meet her
	denied = `Merkel Merkel PROPN nsubj 2 person; denied deny VERB root 0; that that SCONJ mark 6; Orban Orban PROPN nsubj 6 person; would would AUX aux 6; meet meet VERB ccomp 2; her she PRON obj 6 person`
)

func compiled(t testing.TB, src string) *Set {
	t.Helper()
	f, errs := Parse("t.rule", []byte(src))
	if len(errs) > 0 {
		t.Fatal(errors.Join(errs...))
	}
	set, errs := Compile(f)
	if len(errs) > 0 {
		t.Fatal(errors.Join(errs...))
	}
	return set
}

func TestMatchCapturesRoles(t *testing.T) {
	trigger := "list meet = meet huddle\nrule r\n trigger lemma:@meet upos:VERB\n "
	cases := []struct{ clauses, sentence, want string }{
		{"role a >nsubj x", met, "!"},
		{"role a >nsubj\n role b >obl(with)", met, `trigger="met" a="Sandu" b="Nausėda"`},
		{"role b >obj|>obl(with)", met, `trigger="met" b="Nausėda"`},
		{"role b >obj|>obl(with)", offer, `trigger="met" b="requirements"`},
		{"role b >obj name:party", offer, ""},
		{"not >obj lemma:deadline,requirement", offer, ""},
		{"not >obj !lemma:deadline,requirement", offer, `trigger="met"`},
		{"need >obj", met, ""},
		{"need >obl(ahead_of) name:gathering\n role p? >obl(in) name:place", met, `trigger="met" p="Riga"`},
		{"need >obl(ahead)", met, ""},
		{"need >obl(of)", met, ""},
		{"role all* >obl", met, `trigger="met" all="Nausėda, Riga, summit"`},
		{"role all* >nsubj/>conj/>cc|>nsubj/>conj", met, `trigger="met" all="and"`},
		{"role all* >>nsubj,conj,obl name:person", met, `trigger="met" all="Sandu, Plenković, Nausėda"`},
		{"role first >>conj,nsubj", met, `trigger="met" first="Sandu"`},
		{"role d <ccomp/>nsubj\n need <* lemma:deny", denied, `trigger="meet" d="Merkel"`},
		{"role d <ccomp/>nsubj name:state", denied, ""},
		{"role self . rel:ccomp", denied, `trigger="meet" self="meet"`},
		{"role d <advcl", denied, ""},
		{"role d? <advcl\n role o >obj form:HER", denied, `trigger="meet" o="her"`},
	}
	for _, c := range cases {
		f, errs := Parse("t.rule", []byte(trigger+c.clauses+"\n"))
		if c.want == "!" {
			if len(errs) == 0 {
				t.Errorf("%s: no fault found", c.clauses)
			}
			continue
		}
		set, more := Compile(f)
		if len(errs)+len(more) > 0 {
			t.Fatal(c.clauses, errs, more)
		}
		sent, class := grow(t, c.sentence)
		got := ""
		set.Match(sent, class, func(m Match) { got += brief(&m, sent) })
		if got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.clauses, got, c.want)
		}
	}
}

func TestTriggersWithoutLemmaAreTriedByTag(t *testing.T) {
	set := compiled(t, "rule b\n trigger upos:PROPN name:place\nrule a\n trigger lemma:riga\nrule c\n trigger rel:root\n")
	sent, class := grow(t, met)
	got := ""
	set.Match(sent, class, func(m Match) { got += m.Rule.Name + ":" + sent.Tokens[m.Trigger].Form + " " })
	if want := "c:met b:Riga a:Riga "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFaultsNameTheirPlace(t *testing.T) {
	src := `list empty =
list bad words
rule one
  trigger lemma:@nowhere upos:VERBS
  role a >subj
  role a >nsubj
  role b nsubj
  need >obl(with
  match "unclosed
  miss "A." a="B"
rule one
  trigger rel:nsubj foo:bar
  match "They met." z="They"
rule none
	gloss without trigger
what
  role a >obj
`
	f, errs := Parse("x.rule", []byte(src))
	_, more := Compile(f)
	got := errors.Join(append(errs, more...)...).Error()
	for _, want := range []string{
		"x.rule:1:1: list empty is empty", "x.rule:2:1: a list is written", "x.rule:6:8: role a stands twice",
		"x.rule:7:10: no step", "x.rule:8:9: written: REL(WORD", "x.rule:9:9: quotation mark is not closed",
		"x.rule:10:13: a miss has no roles", "x.rule:12:21: no condition", "x.rule:14:1: rule none has no trigger",
		"x.rule:16:1: a line that is not indented", "x.rule:4:17: no list nowhere", "x.rule:4:31: no part of speech: VERBS",
		"x.rule:5:11: no relation: subj", "x.rule:11:1: rule one stands already at x.rule:3",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
}

func TestLoadJoinsFilesAndLists(t *testing.T) {
	fsys := fstest.MapFS{
		"a.rule":         {Data: []byte("rule a\n trigger lemma:@meet-verb\n")},
		"b.rule":         {Data: []byte("list contact = @meet-verb call\nrule b\n trigger lemma:@contact\n")},
		"lists/meet.txt": {Data: []byte("meet # a comment\n\nsit down\n")},
	}
	if _, err := Load(fsys, "*.rule"); err == nil || strings.Count(err.Error(), "no list meet-verb") != 2 {
		t.Errorf("error is %v", err)
	}
	fsys["lists/meet-verb.txt"] = fsys["lists/meet.txt"]
	set, err := Load(fsys, "*.rule", "lists/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	sent, class := grow(t, offer)
	var got []string
	set.Match(sent, class, func(m Match) { got = append(got, m.Rule.Name) })
	if strings.Join(got, " ") != "a b" {
		t.Errorf("got %q", got)
	}
	if _, err := Load(fsys, "*.none"); err == nil {
		t.Error("a pattern without files is no fault")
	}
	fsys["c.rule"] = &fstest.MapFile{Data: []byte("list x = @y\nlist y = @x\nrule c\n trigger lemma:@x\n")}
	if _, err := Load(fsys, "c.rule"); err == nil || !strings.Contains(err.Error(), "holds itself") {
		t.Errorf("error is %v", err)
	}
}

func TestCheckRunsExamples(t *testing.T) {
	set := compiled(t, `rule good
  trigger lemma:meet
  role a* >nsubj|>nsubj
  role b? >obl(with)
  match "Sandu and Plenković met with Nausėda." a="President Sandu's" b="Nausėda."
  miss "Merkel denied it."
rule wrong
  trigger lemma:meet
  role b? >obj
  match "Sandu and Plenković met with Nausėda." b="Sandu"
  match "Sandu and Plenković met with Nausėda." b=""
  match "Merkel denied it."
  miss "The offer met it."
rule bare
  trigger lemma:meet
`)
	read := func(s string) (*text.Sentence, func(text.Index) text.Class) {
		switch {
		case strings.HasPrefix(s, "Sandu"):
			return grow(t, met)
		case strings.HasPrefix(s, "The offer"):
			return grow(t, offer)
		}
		return grow(t, "Merkel Merkel PROPN nsubj 2; denied deny VERB root 0; it it PRON obj 2")
	}
	errs := Check(set, read)
	got := errors.Join(errs...).Error()
	for _, want := range []string{
		"t.rule:10:3: rule wrong on", "t.rule:12:3: rule wrong does not match", `t.rule:13:3: rule wrong must miss`,
		"t.rule:14:1: rule bare has no example that must match", "t.rule:14:1: rule bare has no example that it must miss",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
	if len(errs) != 5 {
		t.Errorf("%d faults, want 5:\n%s", len(errs), got)
	}
}

func TestExplainNamesRuleAndPaths(t *testing.T) {
	set := compiled(t, "rule r\n gloss They met.\n trigger lemma:meet\n role a >nsubj\n not >obj\n set kind=meeting\n")
	sent, class := grow(t, met)
	set.Match(sent, class, func(m Match) {
		got := Explain(&m, sent)
		for _, want := range []string{"rule r (t.rule:1): They met.", `trigger "met", token 3`, `a is "Sandu" by >nsubj`, "not >obj"} {
			if !strings.Contains(got, want) {
				t.Errorf("missing %q in\n%s", want, got)
			}
		}
		if m.Rule.Value("kind") != "meeting" || m.Rule.Value("x") != "" {
			t.Error("set pairs are not handed over")
		}
	})
}

const sample = `# a comment
list meet-verb = meet confer
  huddle @other
list other = sit_down

rule met-with
  gloss   Two parties met: the "subject" met the object.
  trigger lemma:@meet-verb,see upos:VERB !form:met
  role    a*  >nsubj|<acl:relcl   name:party
  role    b?* >obj|>obl(with,ahead_of)/>>*|. xpos:,
  not     >>obl,nmod(@other) lemma:requirement
  set     kind=meeting note="two words"  empty=
  match   "\"Well,\" he said # not a comment" a="Ob\\ama" b=""
  miss    "The offer met all the requirements."  # said
`

func TestPrintRoundTrips(t *testing.T) {
	f, errs := Parse("s.rule", []byte(sample))
	if len(errs) > 0 {
		t.Fatal(errors.Join(errs...))
	}
	once := Print(f)
	g, errs := Parse("s.rule", once)
	if len(errs) > 0 {
		t.Fatalf("%v in\n%s", errs, once)
	}
	if twice := Print(g); string(twice) != string(once) {
		t.Errorf("printed\n%s\nthen\n%s", once, twice)
	}
	if r := g.Rules[0]; r.Examples[0].Sentence != `"Well," he said # not a comment` || r.Examples[0].Roles[0].Value != `Ob\ama` || r.Value("note") != "two words" {
		t.Errorf("read back %+v", r)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("rule a\n trigger lemma:,\n role x. >"))
	f.Fuzz(func(t *testing.T, src []byte) {
		file, errs := Parse("f", src)
		Compile(file)
		if len(errs) > 0 {
			return
		}
		once := Print(file)
		again, errs := Parse("f", once)
		if len(errs) > 0 {
			t.Fatalf("%v in\n%q from\n%q", errs, once, src)
		}
		if string(Print(again)) != string(once) {
			t.Fatalf("prints %q then %q", once, Print(again))
		}
	})
}

// A tree of any shape, cycles included, must neither panic nor take long.
func TestOddTreesAreSafe(t *testing.T) {
	set := compiled(t, "rule r\n trigger upos:NOUN\n role a* <*/>*/>>*\n role b* >>*\n need <dep/<dep/<dep\n")
	sent := &text.Sentence{Tokens: make([]text.Token, 200_000)}
	for _, head := range []func(i int) text.Index{
		func(i int) text.Index { return 0 }, func(i int) text.Index { return text.Index(i) },
		func(i int) text.Index { return text.Index(i + 7) }, func(i int) text.Index { return text.Index(i ^ 1) },
		func(i int) text.Index { return -9 },
	} {
		for i := range sent.Tokens {
			sent.Tokens[i] = text.Token{Form: "x", Lemma: "x", UPOS: text.NOUN, Rel: text.Dep, Head: head(i)}
		}
		set.Match(sent, nil, func(Match) {})
	}
}

func BenchmarkMatch(b *testing.B) {
	var src strings.Builder
	for i := range 300 {
		src.WriteString("rule r" + string(rune('a'+i%26)) + strings.Repeat("x", i) + "\n trigger lemma:w" + strings.Repeat("y", i) + ",meet upos:VERB\n role a >nsubj name:party\n role b >obj|>obl(with) name:party\n")
		if i == 20 {
			break
		}
	}
	set := compiled(b, src.String()+"rule n\n trigger lemma:talks,visit\n role a >nmod(between)\n")
	plain, class := grow(b, denied)
	plain.Tokens[5].Lemma = "see"
	hit, hitClass := grow(b, met)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		for range 50 {
			set.Match(plain, class, func(Match) {})
			n += len(plain.Tokens)
		}
		set.Match(hit, hitClass, func(Match) {})
		n += len(hit.Tokens)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}

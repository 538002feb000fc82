package eval

import (
	"archive/tar"
	"bytes"
	"strings"
	"testing"

	"readout/text"
)

func TestReadNamesOfBothForms(t *testing.T) {
	for _, in := range []string{
		"# newdoc\n1\tAda\tB-PER\t-\n2\tBerg\tI-PER\t-\n3\tleft\tO\t-\n\n",
		"Ada NNP I-NP I-PER\nBerg NNP I-NP I-PER\nleft VBD I-VP O\n\n",
	} {
		docs, err := ReadNames(strings.NewReader(in))
		if err != nil || len(docs) != 1 || len(docs[0].Names) != 1 || docs[0].Names[0] != (NamedSpan{0, 0, 2, "PER"}) {
			t.Errorf("%q: %+v, %v", in, docs, err)
		}
	}
	if _, err := ReadNames(strings.NewReader("word\n")); err == nil {
		t.Error("a line without a tag is read")
	}
}

func TestEntityLayer(t *testing.T) {
	line := func(n, form, pos, misc string) string {
		return n + "\t" + form + "\t_\t" + pos + "\t_\t_\t0\troot\t_\t" + misc + "\n"
	}
	in := "# newdoc id = x\n" + line("1", "Mayor", "NOUN", "Entity=(1-person-new") + line("2", "Ada", "PROPN", "_") +
		line("3", "of", "ADP", "_") + line("4", "Oslo", "PROPN", "Entity=(2-place-new)1)") + "\n"
	docs, err := ReadEntityLayer(strings.NewReader(in))
	want := []NamedSpan{{0, 1, 2, "PER"}, {0, 3, 4, "LOC"}}
	if err != nil || len(docs) != 1 || len(docs[0].Names) != 2 || docs[0].Names[0] != want[0] || docs[0].Names[1] != want[1] {
		t.Errorf("%+v, %v", docs, err)
	}
}

func TestGapCountsCharactersNotBytes(t *testing.T) {
	in := "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n" +
		"x-1\tZoë met Ada and she left.\tshe\t16\tZoë\t0\tTRUE\tAda\t8\tFALSE\tu\n"
	cases, err := ReadGap(strings.NewReader(in))
	if err != nil || len(cases) != 1 || cases[0].Pronoun.In(cases[0].Text) != "she" || cases[0].B.In(cases[0].Text) != "Ada" || !cases[0].IsA || cases[0].IsB {
		t.Errorf("%+v, %v", cases, err)
	}
}

func TestClustersOfTheSameKeyAreRight(t *testing.T) {
	a := CorefSpan{0, 0, 1}
	b := CorefSpan{1, 0, 1}
	c := CorefSpan{1, 3, 5}
	gold := []CorefDoc{{Clusters: [][]CorefSpan{{a, b}, {c}}}}
	rows := Clusters("x", gold, func(*CorefDoc) [][]CorefSpan { return [][]CorefSpan{{b, a}, {c}} })
	if rows[0].Value < 99.9 {
		t.Errorf("the key compared with itself scores %v", rows[0].Value)
	}
	rows = Clusters("x", gold, func(*CorefDoc) [][]CorefSpan { return [][]CorefSpan{{b, c}} })
	if rows[0].Value > 60 {
		t.Errorf("a wrong cluster scores %v", rows[0].Value)
	}
}

func TestPhraseTakesTheTitleAndThePossessive(t *testing.T) {
	s := text.Sentence{Tokens: []text.Token{
		{Form: "Mayor", Head: 1, Rel: text.NmodDesc}, {Form: "Ada", Head: 3, Rel: text.NmodPoss},
		{Form: "'s", Head: 1, Rel: text.Case, XPOS: text.POS}, {Form: "plan", Head: text.None, Rel: text.Root},
	}}
	if first, last := Phrase(&s, &text.Mention{First: 1, Last: 2, Head: 1}); first != 0 || last != 3 {
		t.Errorf("phrase [%d,%d), want [0,3)", first, last)
	}
}

func TestUnparsedSentencesAreLaidOut(t *testing.T) {
	d := CorefDoc{Sentences: []text.Sentence{
		{Tokens: []text.Token{{Form: "She", UPOS: text.PRON}, {Form: "left"}}},
		{Tokens: []text.Token{{Form: "Zoë"}}},
	}}
	got := d.Unparsed()
	if got[1].Tokens[0].Start != 9 || got[1].End != 13 || got[0].Tokens[0].UPOS == text.PRON {
		t.Errorf("%+v", got)
	}
}

// Each word with a capital is of the class of the shortest entity that holds it, the
// surer one of two alike; the BBC's texts are left out.
func TestReadDefence(t *testing.T) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range []struct{ name, text string }{
		{"UK Government/documents.json", `{"_id":"d","text":"“Syria” met Ann Lee of the Kurdish YPG."}`},
		{"UK Government/entities.json", `{"documentId":"d","begin":1,"end":6,"type":"Location","confidence":0}
{"documentId":"d","begin":1,"end":6,"type":"Organisation","confidence":1}
{"documentId":"d","begin":12,"end":38,"type":"Organisation","confidence":1}
{"documentId":"d","begin":12,"end":19,"type":"Person","confidence":1}`},
		{"BBC Online/documents.json", `{"_id":"e","text":"London slept."}`},
	} {
		if err := w.WriteHeader(&tar.Header{Name: f.name, Mode: 0o600, Size: int64(len(f.text))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.text)); err != nil {
			t.Fatal(err)
		}
	}
	docs, err := ReadDefence(&b)
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 {
		t.Fatalf("%d documents, want that of the UK government alone", len(docs))
	}
	got := ""
	for _, n := range docs[0].Names {
		got += docs[0].Sentences[n.Sentence].Tokens[n.First].Form + " " + n.Class + ", "
	}
	if want := "Syria Organisation, Ann Person, Lee Person, Kurdish Organisation, YPG Organisation, "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

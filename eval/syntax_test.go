package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/eval"
	"readout/syntax"
	"readout/text"
)

const twoWords = "# sent_id = a-1\n# text = It rained.\n" +
	"1-2\tItrained\t_\t_\t_\t_\t_\t_\t_\t_\n" +
	"1\tIt\tit\tPRON\tPRP\t_\t2\texpl\t_\t_\n" +
	"2\trained\train\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n" +
	"2.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_\n" +
	"3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"

func TestTreebanksAreReadAndWritten(t *testing.T) {
	gold, err := eval.ReadConllu(strings.NewReader(twoWords))
	if err != nil || len(gold) != 1 || len(gold[0].Tokens) != 3 {
		t.Fatalf("%d sentences, %v", len(gold), err)
	}
	s := &gold[0].Sentence
	if s.Tokens[1].Rel != text.Root || s.Tokens[0].Head != 1 || s.Tokens[1].Space {
		t.Errorf("read as %+v", s.Tokens)
	}
	var b strings.Builder
	if err := eval.WriteConllu(&b, "a-1", "It rained.", s, nil); err != nil {
		t.Fatal(err)
	}
	again, err := eval.ReadConllu(strings.NewReader(b.String()))
	if err != nil || again[0].Tokens[1] != s.Tokens[1] {
		t.Errorf("written as\n%s (%v)", b.String(), err)
	}
}

func TestBrokenTreebanksAreRefused(t *testing.T) {
	for _, s := range []string{
		"1\tIt\n\n",
		strings.Replace(twoWords, "\t2\texpl", "\tx\texpl", 1),
		strings.Replace(twoWords, "\t2\texpl", "\t9\texpl", 1),
	} {
		if _, err := eval.ReadConllu(strings.NewReader(s)); err == nil {
			t.Errorf("taken:\n%s", s)
		}
	}
}

func TestScoresCountRightHeadsAndRelations(t *testing.T) {
	gold, _ := eval.ReadConllu(strings.NewReader(twoWords))
	rows := eval.Syntax("two", gold, func(s *text.Sentence) {
		copy(s.Tokens, gold[0].Tokens)
		s.Tokens[0].Rel, s.Tokens[2].Head = text.Nsubj, 0
	})
	want := map[string]float64{"UAS": 200. / 3, "LAS": 100. / 3, "UAS words": 100, "LAS words": 50, "UPOS": 100, "lemma": 100}
	for _, r := range rows {
		if w, ok := want[r.Metric]; ok && (r.Value-w > 0.01 || w-r.Value > 0.01) {
			t.Errorf("%s %.2f, want %.2f", r.Metric, r.Value, w)
		}
	}
}

// TestSyntaxFloors asks for READOUT_DATA, the folder with the treebanks.
func TestSyntaxFloors(t *testing.T) {
	data := os.Getenv("READOUT_DATA")
	if data == "" {
		t.Skip("READOUT_DATA names no folder")
	}
	m, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := eval.SyntaxRows(filepath.Join(data, "treebanks"), m.NewParser().Parse)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		t.Logf("%s %s %.2f", r.Set, r.Metric, r.Value)
	}
	b, err := os.ReadFile("floors_syntax.json")
	if err != nil {
		t.Fatal(err)
	}
	floors, err := eval.ReadFloors(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, miss := range floors.Under(rows, map[string]bool{}) {
		t.Error(miss)
	}
}

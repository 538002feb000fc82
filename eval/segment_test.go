package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/eval"
	"readout/text"
)

const rawTwo = "# newdoc id = d\n# newpar\n# sent_id = d-1\n" +
	"1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\tdo\tAUX\tVB\t_\t0\troot\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n" +
	"3-4\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\tde\t_\tADP\tIN\t_\t1\tcase\t_\t_\n4\tle\t_\tDET\tDT\t_\t1\tdet\t_\t_\n" +
	"5\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n" +
	"# newpar\n# sent_id = d-2\n1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n"

func TestRawDocumentsArePutTogether(t *testing.T) {
	docs, err := eval.ReadRaw(strings.NewReader(rawTwo), func(string) bool { return true })
	if err != nil || len(docs) != 1 {
		t.Fatal(len(docs), err)
	}
	d := docs[0]
	if d.Text != "don't du. \n\nGo " || len(d.Tokens) != 5 || len(d.Sentences) != 2 || d.Tokens[2].In(d.Text) != "du" {
		t.Errorf("%+v", d)
	}
	rows := eval.Segmentation("two", docs, func(s string) []text.Sentence { return text.Segment(s, nil) })
	if rows[2].Value != 100 || rows[3].Value != 100 {
		t.Errorf("%v", rows)
	}
}

// TestSegmentationFloors asks for READOUT_DATA, the folder with the treebanks.
func TestSegmentationFloors(t *testing.T) {
	data := os.Getenv("READOUT_DATA")
	if data == "" {
		t.Skip("READOUT_DATA names no folder")
	}
	rows, err := eval.SegmentationRows(filepath.Join(data, "treebanks"), func(s string) []text.Sentence { return text.Segment(s, nil) })
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		t.Logf("%s %s %.2f", r.Set, r.Metric, r.Value)
	}
	b, err := os.ReadFile("floors_segment.json")
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

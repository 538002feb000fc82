package eval

import (
	"strings"
	"testing"

	"readout"
)

func TestPLVSentenceConsultsWhereBothActorsMeet(t *testing.T) {
	in := `{"sentence_id":"1","gold_root":"CONSULT","sentence":"Ada Berg met Carl Dahl.","source":"Ada Berg","target":"Carl Dahl"}`
	all, err := ReadPLV(strings.NewReader(in))
	if err != nil || len(all) != 1 {
		t.Fatalf("%d sentences, %v", len(all), err)
	}
	s := all[0]
	party := func(at readout.Span) readout.Cited[readout.Party] {
		return readout.Cite(readout.Party{Name: at.In(s.Text)}, "name", readout.Stated, at)
	}
	told := func(status readout.Status, parties ...readout.Cited[readout.Party]) []readout.Encounter {
		at := readout.Span{Start: 9, End: 12}
		return []readout.Encounter{{Facts: readout.Facts{Kind: readout.Cite(readout.Meeting, "met", readout.Stated, at),
			Status: readout.Cite(status, "met", readout.Stated, at), Participants: parties}}}
	}
	ada, carl := party(s.Source), party(s.Target)
	for _, c := range []struct {
		what string
		es   []readout.Encounter
		want bool
	}{
		{"both met", told(readout.Held, ada, carl), true},
		{"both will meet", told(readout.Planned, ada, carl), true},
		{"they did not meet", told(readout.Denied, ada, carl), false},
		{"one met somebody else", told(readout.Held, ada, party(readout.Span{Start: 9, End: 12})), false},
		{"nothing was read", nil, false},
	} {
		if got := s.Consults(c.es); got != c.want {
			t.Errorf("%s: %t", c.what, got)
		}
	}
	if _, err := ReadPLV(strings.NewReader("{")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a broken line: %v", err)
	}
}

func TestPLVActorsAreInContactWhoeverTheyAre(t *testing.T) {
	ada, carl, other := readout.Span{Start: 0, End: 8}, readout.Span{Start: 13, End: 22}, readout.Span{Start: 30, End: 34}
	s := CodedSentence{Text: "Ada Berg met Carl Dahl before dusk.", Source: ada, Target: carl}
	for _, c := range []struct {
		what string
		told Contact
		want bool
	}{
		{"both met", Contact{Status: readout.Held, Who: []readout.Span{ada, carl}}, true},
		{"both will meet, which is an agreement", Contact{Status: readout.Planned, Who: []readout.Span{ada, carl}}, false},
		{"they agreed on something at a meeting", Contact{Status: readout.Held, Aside: true, Who: []readout.Span{ada, carl}}, false},
		{"one was summoned, which is a complaint", Contact{Rule: "summoned", Status: readout.Held, Who: []readout.Span{ada, carl}}, false},
		{"one met somebody else", Contact{Status: readout.Held, Who: []readout.Span{ada, other}}, false},
	} {
		if got := s.InContact([]Contact{c.told}); got != c.want {
			t.Errorf("%s: %t", c.what, got)
		}
	}
}

func TestBinaryRows(t *testing.T) {
	var b Binary
	for _, x := range [][2]bool{{true, true}, {true, false}, {false, true}, {false, false}} {
		b.Add(x[0], x[1])
	}
	for _, r := range b.Rows("encounter", "set") {
		if r.Value != 50 {
			t.Errorf("%s is %v", r.Metric, r.Value)
		}
	}
}

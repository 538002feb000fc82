package eval

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"readout"
)

func someTexts() []string {
	var out []string
	for i := range 6 {
		var b strings.Builder
		for k := range 20 {
			fmt.Fprintf(&b, "Sentence %d of text %d tells of matter m%dx%d and of nothing else at all. ", k, i, i, k)
			if k%4 == 3 {
				b.WriteString("\n\n")
			}
		}
		out = append(out, b.String())
	}
	return out
}

func TestAlteredCopiesAreTheSameForOneSeed(t *testing.T) {
	texts := someTexts()
	a, b, c := AlteredCopies(texts, 1), AlteredCopies(texts, 1), AlteredCopies(texts, 2)
	if !reflect.DeepEqual(a, b) || reflect.DeepEqual(a, c) {
		t.Error("one seed gives different copies, or two the same")
	}
	if len(a) != len(texts)*len(Alterations) {
		t.Fatalf("%d copies", len(a))
	}
	for _, x := range a {
		kept := 0
		for _, p := range paragraphs(texts[x.Of]) {
			for _, s := range p {
				if strings.Contains(x.Text, s) {
					kept++
				}
			}
		}
		least, most := map[string]int{"cut": 10, "reordered": 20, "retitled": 19, "rewritten": 16, "all": 9}[x.How], map[string]int{"cut": 14, "reordered": 20, "retitled": 19, "rewritten": 16, "all": 11}[x.How]
		if kept < least || kept > most {
			t.Errorf("%s keeps %d of 20 sentences, want %d to %d", x.How, kept, least, most)
		}
	}
}

func TestCopiesAreScoredByPairs(t *testing.T) {
	texts := someTexts()[:2]
	copies := []Altered{{0, "cut", "x"}, {1, "cut", "y"}}
	s := ScoreCopies(texts, copies, [][]int{{0, 2}, {1}, {3}})
	if s.Precision() != 1 || s.Recall("cut") != 0.5 {
		t.Errorf("one of two found: %.2f %.2f", s.Precision(), s.Recall("cut"))
	}
	s = ScoreCopies(texts, copies, [][]int{{0, 1, 2, 3}})
	if len(s.Wrong) != 4 || s.Recall("cut") != 1 {
		t.Errorf("all in one: %+v", s)
	}
}

func TestMultipliedAccountsCiteTheirSentence(t *testing.T) {
	text := "Intro. Ana Ruiz met Jonas Berg on Monday."
	at := readout.Span{Start: 7, End: readout.Offset(len(text))}
	a := readout.Account{ID: "a", Document: "d", Published: "2020-01-07", Evidence: []readout.Span{at}}
	a.Participants = []readout.Cited[readout.Party]{readout.Cite(readout.Party{Name: "Ana Ruiz", Side: "Spain", Wikidata: "Q1"}, "r", readout.Stated, at)}
	a.Date = readout.Cite(readout.Date("2020-01-06"), "r", readout.Stated, at)
	r := readout.Readout{Document: readout.Document{ID: "d", Published: "2020-01-07", Text: text},
		Encounters: []readout.Encounter{{Facts: a.Facts, Evidence: a.Evidence, Accounts: []readout.Account{a}}}}
	v := Vary(r, 13)
	got := v.Encounters[0].Accounts[0]
	if v.Document.ID != "d~13" || v.Document.Published != "2020-02-29" || got.Date.Value() != "2020-02-28" {
		t.Errorf("%s of %s, on %s", v.Document.ID, v.Document.Published, got.Date.Value())
	}
	if p := got.Participants[0].Value(); p.Name != "Dqd Uxlc" || p.Side != "Vsdlq" || p.Wikidata != "Q103" {
		t.Errorf("party %+v", p)
	}
	if words := got.Date.At()[0].In(v.Document.Text); words != "Ana Ruiz met Jonas Berg on Monday." || got.ID != "" {
		t.Errorf("cites %q, id %q", words, got.ID)
	}
}

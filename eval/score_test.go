package eval

import (
	"strings"
	"testing"
)

func TestNamesOfOneParty(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Vladimir Putin", "President Putin", true},
		{"Volodymyr Zelensky", "Volodymyr Zelenskyy", true},
		{"Xi Jinping", "Xi", true},
		{"the Kremlin", "Russia", true},
		{"U.S. officials", "Russian officials", false},
		{"a senior U.S. official", "senior US official", true},
		{"North Korea", "Korea", false},
		{"Barack Obama", "Vladimir Putin", false},
		{"", "Russia", false},
	} {
		if got := SameName(c.a, c.b); got != c.same {
			t.Errorf("SameName(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestADateMayBeMoreExactButNotVaguer(t *testing.T) {
	for _, c := range []struct {
		gold, got string
		right     bool
	}{
		{"2014-11-11", "2014-11-11", true},
		{"2014-11", "2014-11-11", true},
		{"2014-11-11", "2014-11", false},
		{"2014-11-11", "2014-11-10/2014-11-12", true},
		{"2014-11-11", "", false},
		{"", "2014", true},
	} {
		if got := sameDate(c.gold, c.got); got != c.right {
			t.Errorf("sameDate(%q, %q) = %v", c.gold, c.got, got)
		}
	}
}

const goldLine = `{"id":"d","encounters":[{"kind":"meeting","status":"cancelled","participants":[{"name":"A One","side":"X"},{"name":"B Two","side":"Y"}],"date":"2020-01-02","place":"Paris, France","gathering":"","topics":["trade talks"],"evidence":[{"start":0,"end":50}]}],"statements":[{"speaker":{"name":"A One"},"mode":"direct","content":{"start":10,"end":30},"via":["Reuters"]}]}`

func TestARecordComparedWithItselfIsRight(t *testing.T) {
	recs, err := ReadRecords("gold", strings.NewReader(goldLine+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var tally Tally
	tally.Compare(recs[0], recs[0])
	for _, r := range tally.Rows("own") {
		want := 1.0
		if r.Metric == "date_invented" || r.Metric == "gathering" {
			want = 0
		}
		if r.Value != want {
			t.Errorf("%s %s = %v, want %v", r.Stage, r.Metric, r.Value, want)
		}
	}
}

func TestARuleIsCreditedWithWhatItFindsAndBlamedForTheRest(t *testing.T) {
	met := EncounterRecord{Kind: "meeting", Status: "held", Evidence: []Range{{0, 10}},
		Participants: []PartyRecord{{"Angela Merkel", "Germany"}, {"Emmanuel Macron", "France"}}}
	invented := EncounterRecord{Kind: "call", Status: "held", Evidence: []Range{{20, 30}},
		Participants: []PartyRecord{{"Angela Merkel", "Germany"}, {"Xi Jinping", "China"}}}
	gold := Record{ID: "d", Encounters: []EncounterRecord{met}}
	met.Rule, invented.Rule = "meet-with", "call-with"
	var tally Tally
	tally.Compare(gold, Record{ID: "d", Encounters: []EncounterRecord{met, invented}})
	if got := tally.Rules["meet-with"]; got != (Yield{Found: 1}) {
		t.Errorf("meet-with: %+v, want one found", got)
	}
	if got := tally.Rules["call-with"]; got != (Yield{Wrong: 1}) {
		t.Errorf("call-with: %+v, want one wrong", got)
	}
}

func TestAnEmptyRecordFindsNothing(t *testing.T) {
	recs, _ := ReadRecords("gold", strings.NewReader(goldLine+"\n"))
	var tally Tally
	tally.Compare(recs[0], Record{ID: "d"})
	for _, r := range tally.Rows("own") {
		if r.Value != 0 {
			t.Errorf("%s %s = %v, want 0", r.Stage, r.Metric, r.Value)
		}
	}
}

func TestABrokenGoldLineIsNamed(t *testing.T) {
	_, err := ReadRecords("gold.jsonl", strings.NewReader(goldLine+"\n{broken\n"))
	if err == nil || !strings.Contains(err.Error(), "gold.jsonl:2") {
		t.Errorf("error %v does not name the line", err)
	}
}

func TestFloors(t *testing.T) {
	f, err := ReadFloors([]byte(`{"encounter/dev/f1": 0.5, "encounter/hard/f1": 0.4}`))
	if err != nil {
		t.Fatal(err)
	}
	under := f.Under([]Row{{"encounter", "dev", "f1", 0.4}}, map[string]bool{"dev": true})
	if len(under) != 1 || !strings.Contains(under[0], "under the floor") {
		t.Errorf("under = %q", under)
	}
}

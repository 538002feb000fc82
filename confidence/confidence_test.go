package confidence

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"readout"
)

func at(n int) readout.Span {
	return readout.Span{Start: readout.Offset(n), End: readout.Offset(n + 4)}
}

// talks are facts of a meeting between two parties of these kinds.
func talks(rule string, kinds ...readout.PartyKind) readout.Facts {
	f := readout.Facts{Kind: readout.Cite(readout.Meeting, rule, readout.Stated, at(10)),
		Status: readout.Cite(readout.Held, "encounter:status", readout.Stated, at(10))}
	for i, k := range kinds {
		p := readout.Party{Name: string(rune('A' + i)), Kind: k}
		f.Participants = append(f.Participants, readout.Cite(p, rule, readout.Stated, at(20*i)))
	}
	return f
}

func TestTheTablesThatComeWithTheProgramAreRead(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"who", "date", "place"} {
		if p := s.Field(field, "a rule that nobody wrote", readout.Inferred); p <= 0 || p >= 1 {
			t.Errorf("%s that was inferred: confidence %.2f, want one between 0 and 1", field, p)
		}
	}
	if p := s.Field("tone", "any", readout.Stated); p != 0 {
		t.Errorf("nobody measured tone, and yet it has a confidence of %.2f", p)
	}
}

func TestABetterReadRecordIsTrustedMore(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	bare := talks("talks-between", readout.State, readout.State)
	full := talks("meet-with", readout.Person, readout.Person)
	full.Date = readout.Cite(readout.Date("2014-11-11"), "timex/day", readout.Stated, at(40))
	full.Place = readout.Cite(readout.Place{City: "Beijing"}, "encounter:place", readout.Stated, at(50))
	low := s.Record(Marks(&bare, []readout.Span{at(5000)}, &Telling{Trigger: "talk", Clause: []string{"if"}}))
	high := s.Record(Marks(&full, []readout.Span{at(0), at(30)}, &Telling{Trigger: "meet"}))
	if low >= high {
		t.Errorf("two presidents who met in Beijing on a day: %.2f, talks between two states: %.2f", high, low)
	}
}

func TestARuleThatWasRightIsTrustedMoreThanOneThatWasWrong(t *testing.T) {
	var examples []Example
	for i := range 40 {
		examples = append(examples,
			Example{[]string{"always", "rule good"}, true},
			Example{[]string{"always", "rule bad"}, i%2 == 0})
	}
	var table bytes.Buffer
	if err := FitRecords(&table, examples); err != nil {
		t.Fatal(err)
	}
	marks, err := readTable("fitted", table.String())
	if err != nil {
		t.Fatal(err)
	}
	if marks["rule good"] <= marks["rule bad"] {
		t.Errorf("weights are the wrong way round:\n%s", &table)
	}
}

func TestARuleSeenTwiceIsJudgedByItsBasis(t *testing.T) {
	var readings []Reading
	for i := range 10 {
		readings = append(readings, Reading{"date", "date often", "date by stated", true},
			Reading{"date", "date other", "date by stated", i < 5})
	}
	readings = append(readings, Reading{"date", "date once", "date by stated", false})
	var table bytes.Buffer
	if err := FitFields(&table, readings); err != nil {
		t.Fatal(err)
	}
	if got := table.String(); strings.Contains(got, "once") || !strings.Contains(got, "often") {
		t.Errorf("want a row for the rule seen often and none for the one seen once:\n%s", got)
	}
}

func TestATableEditedByHandIsRefusedWithItsLine(t *testing.T) {
	_, err := readTable("records.tsv", "mark\tlog_odds\nplace\tmuch\n")
	if err == nil || !strings.Contains(err.Error(), "records.tsv:2") {
		t.Errorf("want file and line, got %v", err)
	}
}

func TestAPronounThatCouldMeanAnotherIsAMark(t *testing.T) {
	f := talks("meet-with", readout.Person, readout.Person)
	for lead, want := range map[int]string{50: "a pronoun hard to tell", 500: "a pronoun not easy to tell", 5000: "a pronoun easy to tell"} {
		told := Telling{Trigger: "meet", Parties: []Named{{Kind: readout.Person, Listed: true}, {Kind: readout.Person, Lead: lead}}}
		marks := Marks(&f, []readout.Span{at(0)}, &told)
		if !slices.Contains(marks, want) {
			t.Errorf("a pronoun that leads by %d points: no mark %q in %q", lead, want, marks)
		}
	}
	bare := Marks(&f, []readout.Span{at(0)}, &Telling{Parties: []Named{{Kind: readout.Person}, {Kind: readout.Person}}})
	if slices.ContainsFunc(bare, func(m string) bool { return strings.HasPrefix(m, "a pronoun") }) {
		t.Errorf("nobody told by a pronoun, and yet %q", bare)
	}
}

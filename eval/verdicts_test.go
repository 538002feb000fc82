package eval

import (
	"strings"
	"testing"

	"readout"
)

const verdictTable = verdictHeader + `
tune	a	10	40	held	right	Angela Merkel; Vladimir Putin
tune	a	50	90	held	pair	Angela Merkel; Barack Obama
tune	a	50	90	held	duplicate	Angela Merkel; France
check	a	10	40	held	none	France; Italy
`

func TestVerdictsSayWhichRecordsHold(t *testing.T) {
	verdicts, err := ReadVerdicts(strings.NewReader(verdictTable))
	if err != nil {
		t.Fatal(err)
	}
	var j Judgement
	for _, v := range verdicts {
		j.Compare(v, readout.Readout{Encounters: []readout.Encounter{
			told(12, 30, "Vladimir Putin", "Angela Merkel"),
			told(60, 70, "Barack Obama", "Angela Merkel"),
			told(10, 40, "France", "Italy", "Spain"),
		}})
	}
	want := map[string]float64{
		"tune told kept": 1, "tune untold gone": 0, "tune told of kept": 0.5,
		"check told kept": 0, "check untold gone": 1, "check told of kept": 0,
	}
	for _, r := range j.Rows() {
		if key := r.Set + " " + r.Metric; want[key] != r.Value {
			t.Errorf("%s is %v, want %v", key, r.Value, want[key])
		} else {
			delete(want, key)
		}
	}
	if len(want) > 0 {
		t.Errorf("no rows for %v", want)
	}
	if len(j.Examples) != 2 || !j.Examples[0].Right || j.Examples[1].Right {
		t.Errorf("examples to fit on: %+v", j.Examples)
	}
}

// told is an encounter of the parties, told from start to end.
func told(start, end readout.Offset, parties ...string) readout.Encounter {
	at := readout.Span{Start: start, End: end}
	e := readout.Encounter{Evidence: []readout.Span{at}}
	for _, p := range parties {
		e.Participants = append(e.Participants, readout.Cite(readout.Party{Name: p}, "test", readout.Stated, at))
	}
	return e
}

func TestVerdictsThatCannotBeRead(t *testing.T) {
	for table, want := range map[string]string{
		"document\n": "line 1: want the columns",
		verdictHeader + "\ntune\ta\t1\t2\theld\tright":          "line 2: 6 columns, want 7",
		verdictHeader + "\ntune\ta\tx\t2\theld\tright\tFrance":  "line 2: start",
		verdictHeader + "\ntune\ta\t1\t2\theld\tperhaps\tItaly": `line 2: verdict "perhaps" is none of`,
	} {
		if _, err := ReadVerdicts(strings.NewReader(table)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", table, err, want)
		}
	}
}

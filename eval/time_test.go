package eval

import (
	"strings"
	"testing"

	"readout/timex"
)

func TestTimes(t *testing.T) {
	d, err := timeML(strings.NewReader(`<TimeML><DCT><TIMEX3 value="2019-05-16">May 16, 2019</TIMEX3></DCT>
<TEXT>They met <TIMEX3 value="2019-05-15">yesterday</TIMEX3> and <TIMEX3 value="2019-05-01">on Tuesday</TIMEX3>.</TEXT></TimeML>`))
	if err != nil || len(d.Marks) != 2 || d.Published != "2019-05-16" {
		t.Fatalf("got %+v, %v", d, err)
	}
	f, err := timex.Load()
	if err != nil {
		t.Fatal(err)
	}
	rows := Times(f, "own", []TimeDoc{d}, nil, nil)
	if rows[0].Value != 100 || rows[1].Value != 50 {
		t.Errorf("got %v", rows)
	}
}

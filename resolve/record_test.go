package resolve

import (
	"testing"

	"readout"
)

func TestRecordsAreRead(t *testing.T) {
	as, err := FromRecord([]byte(`{"id":"d","encounters":[
	 {"kind":"call","status":"held","participants":[{"name":"Ana Ruiz","side":"Spain"}],"date":"2023-04-22","place":"Lisbon, Portugal",
	  "topics":["water"],"duration":[30,40],"evidence":[{"start":3,"end":9}],"cites":{"date":{"at":[{"start":4,"end":6}]}}},
	 {"kind":"meeting","status":"denied","participants":[],"date":"","place":"","gathering":"","topics":[],"duration":null,"evidence":[{"start":1,"end":2}],
	  "accounts":[{"voice":"reporter","status":"held","kind":"meeting"},{"voice":"Ana Ruiz","side":"Spain","status":"denied","kind":"brief","evidence":[{"start":7,"end":8}]}]}]}`), "2023-04-23")
	if err != nil || len(as) != 3 {
		t.Fatal(err, len(as))
	}
	if a := as[0]; a.Date.At()[0].Start != 4 || a.Place.At()[0].Start != 3 || a.Place.Value().City != "Lisbon" || a.Duration.Value().Max != 40 || a.Record != "0" || len(a.Topics) != 1 {
		t.Errorf("got %s", dump(a))
	}
	if a := as[2]; a.Voice.Speaker != "Ana Ruiz" || a.Status.Value() != readout.Denied || a.Kind.At()[0].Start != 7 || a.Record != "1" {
		t.Errorf("got %s", dump(a))
	}
	if _, err := FromRecord([]byte(`{"id":3}`), ""); err == nil {
		t.Error("a broken record is no fault")
	}
}

func FuzzRecords(f *testing.F) {
	f.Add([]byte(`{"id":"d","encounters":[{"kind":"call","status":"held","participants":[{"name":"Ana Ruiz","side":"Spain"},{"name":"Portugal","side":"Portugal"}],"date":"2023-04-22","place":"Lisbon, Portugal","gathering":"EU summit","topics":["water"],"duration":[30,40],"evidence":[{"start":3,"end":9}]}]}`), []byte(`{"encounters":[{"participants":[{"name":"bin Al-"},{"name":"\u00aa"}],"date":"2023/2024","topics":[{"name":"x"}]}]}`))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		as, _ := FromRecord(a, "2023-04-23")
		bs, _ := FromRecord(b, "")
		for _, e := range Encounters(append(as, bs...)) {
			Disagreements(e)
			Silences(e)
			Prospects([]readout.Encounter{e}, 0)
			Origins(e, nil, nil)
			for _, x := range e.Accounts {
				Keys(x)
			}
		}
	})
}

func TestProspectsAreFollowed(t *testing.T) {
	plan := "a; 2023-03-01; planned meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04; Lisbon, Portugal"
	for _, c := range []struct {
		later string
		today readout.Day
		want  End
	}{
		{"", readout.DayOf(2023, 4, 2), Open},
		{"", readout.DayOf(2023, 5, 2), Lapsed},
		{"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22", readout.DayOf(2023, 5, 2), Kept},
		{"b; 2023-05-04; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-05-03; Lisbon, Portugal", readout.DayOf(2023, 6, 2), Moved},
		{"b; 2023-04-20; cancelled meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22", readout.DayOf(2023, 5, 2), CalledOff},
	} {
		as := []readout.Account{tell(t, plan)}
		if c.later != "" {
			as = append(as, tell(t, c.later))
		}
		es := Encounters(as)
		ps := Prospects(es, c.today)
		if len(es) != 1 || len(ps) != 1 || ps[0].End != c.want || ps[0].Steps[0].Account != "a" {
			t.Errorf("%s: %s", c.later, dump(ps))
		}
	}
	if ps := Prospects(Encounters([]readout.Account{tell(t, "b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22")}), 0); len(ps) != 0 {
		t.Errorf("what was never planned is no prospect: %s", dump(ps))
	}
}

package resolve

import (
	"slices"
	"testing"

	"readout"
)

func TestAnAnalystDecides(t *testing.T) {
	as := []readout.Account{
		tell(t, "a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"),
		tell(t, "b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"),
		tell(t, "c; 2023-04-23; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"),
		tell(t, "d; 2023-04-23; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"),
	}
	on := func(at string, same bool, on, against string) Decision {
		d := Decision{Same: same, By: "eva", At: at}
		for _, id := range on {
			d.On = append(d.On, string(id))
		}
		for _, id := range against {
			d.Against = append(d.Against, string(id))
		}
		return d
	}
	apart := on("2023-05-01T10:00:00Z", false, "b", "a")
	joined := on("2023-05-01T11:00:00Z", true, "cb", "")
	back := on("2023-05-02T10:00:00Z", true, "ab", "")
	allApart := on("2023-05-03T10:00:00Z", false, "a", "bcd")
	for _, c := range []struct {
		what string
		ds   []Decision
		want []string // accounts of each encounter
	}{
		{"nothing is decided", nil, []string{"ab", "cd"}},
		{"two are kept apart", []Decision{apart}, []string{"a", "b", "cd"}},
		{"what is joined brings its whole encounter", []Decision{joined}, []string{"abcd"}},
		{"one is kept apart, and joined to another", []Decision{joined, apart}, []string{"a", "bcd"}},
		{"the later decision on two wins", []Decision{joined, back, apart}, []string{"abcd"}},
		{"the last of all wins", []Decision{joined, back, apart, allApart}, []string{"a", "bcd"}},
		{"what is not at hand has no effect", []Decision{{On: []string{"a", "gone"}, Same: true}}, []string{"ab", "cd"}},
	} {
		var got []string
		for _, e := range Decided(as, c.ds) {
			ids := ""
			for _, a := range e.Accounts {
				ids += a.ID
			}
			got = append(got, ids)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

func TestACorrectionTakesThePlaceOfWhatWasRead(t *testing.T) {
	a := tell(t, "a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22; Madrid, Spain; fish")
	a.Record = "1"
	fixed := readout.Account{ID: "~1", Document: a.Document, Record: "1", Published: "2023-05-01T10:00:00Z", Voice: readout.Voice{Speaker: "eva", Role: Analyst}}
	fixed.Participants = tell(t, "x; ; held meeting; Ana Ruiz (Spain), Mario Silva (Portugal)").Participants
	fixed.Date = cite(readout.Date(""))
	fixed.Topics = []readout.Cited[string]{cite("")}
	later := fixed
	later.ID, later.Published = "~2", "2023-05-02T10:00:00Z"
	later.Participants = tell(t, "x; ; held meeting; Ana Ruiz (Spain), Joana Reis (Portugal)").Participants
	later.Date, later.Topics = readout.Cited[readout.Date]{}, nil

	es := Encounters([]readout.Account{later, a, fixed})
	if len(es) != 1 {
		t.Fatalf("%d encounters, want one", len(es))
	}
	e := es[0]
	if len(e.Participants) != 2 || e.Participants[1].Value().Name != "Joana Reis" {
		t.Errorf("took part: %v; the later correction names who did", e.Participants)
	}
	if e.Date.Present() || len(e.Topics) != 0 {
		t.Errorf("date %q and topics %v stay, which an analyst struck out", e.Date.Value(), e.Topics)
	}
	if e.Status.Value() != readout.Held || e.Place.Value().City != "Madrid" {
		t.Errorf("status %q and place %q: what nobody corrected stays", e.Status.Value(), e.Place.Value())
	}
	if e.ID != "a" || len(Disagreements(e)) != 0 {
		t.Errorf("a correction names the encounter %q or disagrees: %v", e.ID, Disagreements(e))
	}
}

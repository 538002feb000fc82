package web

import (
	"encoding/json"
	"slices"
	"testing"

	"readout"
	"readout/resolve"
	"readout/store"
)

// TestASilenceOfStatementsIsToldEverywhere holds the encounter's page, the list of
// silences and what programs ask for against each other: a side that leaves out what the
// other side states leaves it out in all of them.
func TestASilenceOfStatementsIsToldEverywhere(t *testing.T) {
	se := article(readout.Document{ID: "se-1", Published: "2019-05-03"},
		tell{words: "Karin Lindqvist spoke with Álvaro Mora on 3 May about fisheries and urged him to free the crews of two trawlers kept in Callao.",
			a: lind, b: mora, status: readout.Held, kind: readout.Call, date: "2019-05-03", topics: []string{"fisheries"}})
	pe := article(readout.Document{ID: "pe-1", Published: "2019-05-03"},
		tell{words: "Álvaro Mora had a call with Karin Lindqvist on 3 May on fisheries and a school in Lima.", a: mora, b: lind,
			status: readout.Held, kind: readout.Call, date: "2019-05-03", topics: []string{"fisheries", "school in Lima"}})
	for _, r := range []*readout.Readout{&se, &pe} { // what each side says are the very sentences that tell
		r.Statements[0].Content = r.Encounters[0].Evidence[0]
	}
	s := openStore(t, se, pe)
	es, err := s.Encounters(store.Filter{})
	if err != nil || len(es) != 1 {
		t.Fatalf("%d encounters: %v", len(es), err)
	}
	found, err := Silences(s, es[0])
	if err != nil {
		t.Fatal(err)
	}
	listed, _, err := s.Findings(store.FindingQuery{What: store.Silence, Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	var view encounterView
	if err := json.Unmarshal([]byte(page(t, openDesk(t, s), "/api/encounters/"+es[0].ID)), &view); err != nil {
		t.Fatal(err)
	}
	var inList, inView []string
	for _, f := range listed {
		var x resolve.Silence
		if err := json.Unmarshal(f.Body, &x); err != nil {
			t.Fatal(err)
		}
		inList = append(inList, x.Topic)
	}
	for _, x := range view.Silences {
		inView = append(inView, x.Topic)
		for _, told := range x.Told {
			if told.Words == "" {
				t.Errorf("%q is told without the words that say so", x.Topic)
			}
		}
	}
	var want []string
	for _, x := range found {
		want = append(want, x.Topic)
	}
	slices.Sort(want)
	slices.Sort(inList)
	slices.Sort(inView)
	if len(want) == 0 || !slices.Equal(want, inList) || !slices.Equal(want, inView) {
		t.Errorf("left out by the statements: %q; by the list: %q; by the page: %q", want, inList, inView)
	}
}

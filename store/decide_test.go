package store

import (
	"bytes"
	"strings"
	"testing"

	"readout"
	"readout/resolve"
)

// programs puts accounts together as the program does.
var programs = &Resolver{Encounters: resolve.Encounters, Links: resolve.Links, Keys: resolve.Keys, Told: resolve.Told,
	Decided: func(as []readout.Account, rs []Ruling) []readout.Encounter {
		var ds []resolve.Decision
		for _, r := range rs {
			ds = append(ds, resolve.Decision{ID: r.ID, Same: r.Same, On: r.On, Against: r.Against, By: r.By, At: r.At})
		}
		return resolve.Decided(as, ds)
	}}

func deciding(t *testing.T) *Store {
	s := fresh(t)
	s.opts.Resolver = programs
	return s
}

func exported(t *testing.T, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func settle(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
}

func decide(t *testing.T, s *Store, d Decision) Decision {
	t.Helper()
	d.By = "Eva"
	if d.At == "" {
		d.At = "2024-05-31T17:00:00Z"
	}
	d, err := s.Decide(d)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func ids(t *testing.T, s *Store) []string {
	t.Helper()
	es, err := s.Encounters(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range es {
		out = append(out, e.ID)
	}
	return out
}

func twoMeetings() (a, b readout.Readout) {
	return telling("a", "2019-05-05", meeting{lind, mora, "2019-05-04", readout.Held, "Lindqvist met Mora in Lima", ""}),
		telling("b", "2019-05-06", meeting{lind, mora, "2019-05-07", readout.Held, "Mora received Lindqvist on Sunday", ""})
}

func TestADecisionIsTakenBackWithoutATrace(t *testing.T) {
	s := deciding(t)
	a, b := twoMeetings()
	add(t, s, a, b)
	settle(t, s)
	before := exported(t, s)
	es := ids(t, s)
	on, err := s.EncounterTargets(es[0])
	if err != nil {
		t.Fatal(err)
	}
	more, err := s.EncounterTargets(es[1])
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []Decision{
		{Kind: Same, On: append(on[:1:1], more...)},
		{Kind: Correct, Field: "date", Value: "2019-05-07", On: on},
		{Kind: Reject, On: more},
		{Kind: Different, On: on, Against: more},
		{Kind: Accept, On: on},
	} {
		d = decide(t, s, d)
		changed := exported(t, s)
		if d.Kind != Accept && d.Kind != Different && encounterLines(changed) == encounterLines(before) {
			t.Errorf("%s changes nothing", d.Kind)
		}
		undo := decide(t, s, Decision{Kind: Undo, Undoes: d.ID})
		if got := encounterLines(exported(t, s)); got != encounterLines(before) {
			t.Errorf("%s taken back leaves\n%s\nwant\n%s", d.Kind, got, encounterLines(before))
		}
		again := decide(t, s, Decision{Kind: Undo, Undoes: undo.ID})
		if got := encounterLines(exported(t, s)); got != encounterLines(changed) {
			t.Errorf("%s in force again gives\n%s\nwant\n%s", d.Kind, got, encounterLines(changed))
		}
		decide(t, s, Decision{Kind: Undo, Undoes: again.ID})
	}
	ds, err := s.Decisions(DecisionFilter{Kind: Correct})
	if err != nil || len(ds) != 1 || ds[0].Active || ds[0].UndoneBy == "" {
		t.Errorf("the history tells of the correction: %+v, %v", ds, err)
	}
}

// encounterLines are the encounters of an export.
func encounterLines(export string) string {
	var out []string
	for _, l := range strings.Split(export, "\n") {
		if strings.HasPrefix(l, `{"encounter"`) {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

func TestDecisionsOutlastReadingAnewAndRebuilding(t *testing.T) {
	s := deciding(t)
	a, b := twoMeetings()
	add(t, s, a, b)
	settle(t, s)
	es := ids(t, s)
	on, _ := s.EncounterTargets(es[0])
	more, _ := s.EncounterTargets(es[1])
	decide(t, s, Decision{Kind: Same, On: append(on[:1:1], more...)})
	decide(t, s, Decision{Kind: Correct, Field: "place", Value: "Cusco, Peru", On: on})
	want := exported(t, s)
	if !strings.Contains(encounterLines(want), "Cusco") || strings.Count(want, `{"encounter"`) != 1 {
		t.Fatalf("the decisions have no effect:\n%s", want)
	}
	if _, err := s.Add([]readout.Readout{b, a}, true); err != nil {
		t.Fatal(err)
	}
	settle(t, s)
	if got := exported(t, s); got != want {
		t.Errorf("read anew:\n%s\nwant\n%s", got, want)
	}
	if err := s.Rebuild(); err != nil {
		t.Fatal(err)
	}
	if got := exported(t, s); got != want {
		t.Errorf("rebuilt:\n%s\nwant\n%s", got, want)
	}
}

func TestWhatCanNoLongerBeBoundIsListed(t *testing.T) {
	s := deciding(t)
	a, b := twoMeetings()
	add(t, s, a, b)
	settle(t, s)
	on, _ := s.EncounterTargets(ids(t, s)[0])
	decide(t, s, Decision{Kind: Reject, On: on})
	unbound := func() string {
		ds, err := s.Decisions(DecisionFilter{Unbound: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(ds) == 0 {
			return ""
		}
		return ds[0].Unbound[0].Why
	}
	if why := unbound(); why != "" {
		t.Errorf("a decision just made is unbound: %s", why)
	}
	if err := s.Remove(on[0].Document); err != nil {
		t.Fatal(err)
	}
	if why := unbound(); why != "the document is not in the record" {
		t.Errorf("after removal: %q", why)
	}
	changed := a
	changed.Document.Text += "\nMore words."
	add(t, s, changed)
	settle(t, s)
	if why := unbound(); why != "the document has another text now" || len(ids(t, s)) != 2 {
		t.Errorf("after another text: %q, %d encounters", why, len(ids(t, s)))
	}
	add(t, s, a)
	settle(t, s)
	if why := unbound(); why != "" || len(ids(t, s)) != 1 {
		t.Errorf("after the text came back: %q, %d encounters", why, len(ids(t, s)))
	}
	a.Encounters = nil
	if _, err := s.Add([]readout.Readout{a}, true); err != nil {
		t.Fatal(err)
	}
	settle(t, s)
	if why := unbound(); why != "no encounter is read from these words any more" {
		t.Errorf("after nothing is read there: %q", why)
	}
}

func TestADecisionMustMakeSense(t *testing.T) {
	s := deciding(t)
	a, _ := twoMeetings()
	add(t, s, a)
	settle(t, s)
	on, _ := s.EncounterTargets(ids(t, s)[0])
	for _, c := range []struct {
		d    Decision
		want string
	}{
		{Decision{Kind: Accept, On: on, At: "2024-05-31T17:00:00Z"}, "name of who decides"},
		{Decision{Kind: Accept, On: on, By: "Eva", At: "yesterday"}, "2024-05-31T17:00:00Z"},
		{Decision{Kind: "bless", On: on, By: "Eva", At: "2024-05-31T17:00:00Z"}, "no kind of decision"},
		{Decision{Kind: Same, On: on, By: "Eva", At: "2024-05-31T17:00:00Z"}, "needs two"},
		{Decision{Kind: Different, On: on, By: "Eva", At: "2024-05-31T17:00:00Z"}, "two sides"},
		{Decision{Kind: Accept, By: "Eva", At: "2024-05-31T17:00:00Z"}, "about some account"},
		{Decision{Kind: Correct, On: on, Field: "status", Value: "", By: "Eva", At: "2024-05-31T17:00:00Z"}, "reject the encounter instead"},
		{Decision{Kind: Correct, On: on, Field: "participants", Value: "Mali", By: "Eva", At: "2024-05-31T17:00:00Z"}, "two participants"},
		{Decision{Kind: Correct, On: on, Field: "duration", Value: "long", By: "Eva", At: "2024-05-31T17:00:00Z"}, "no duration"},
		{Decision{Kind: Undo, Undoes: "feed", By: "Eva", At: "2024-05-31T17:00:00Z"}, `no decision "feed"`},
	} {
		if _, err := s.Decide(c.d); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.d, err, c.want)
		}
	}
	if ds, _ := s.Decisions(DecisionFilter{}); len(ds) != 0 {
		t.Errorf("%d decisions were stored that make no sense", len(ds))
	}
}

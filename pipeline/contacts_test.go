package pipeline

import (
	"testing"

	"readout"
)

func TestContactsAskNobodyForWhomHeActs(t *testing.T) {
	r := load(t).NewReader()
	for _, c := range []struct {
		text  string
		held  bool
		aside bool
	}{
		{"The president met his finance minister on Monday.", true, false},
		{"The teachers held talks with the mayor.", true, false},
		{"The teachers will hold talks with the mayor.", false, false},
		{"The teachers signed an agreement during talks with the mayor.", true, true},
	} {
		reading := r.Analyze(readout.Document{Text: c.text})
		cs := r.Encounters.Contacts(&reading)
		if len(cs) != 1 || (cs[0].Status == readout.Held) != c.held || cs[0].Aside != c.aside || len(cs[0].Who) < 2 {
			t.Errorf("%s: %+v", c.text, cs)
		}
	}
	for _, none := range []string{"The minister called the mayor “two-faced”.", "The mayor stressed the role of schools."} {
		reading := r.Analyze(readout.Document{Text: none})
		if cs := r.Encounters.Contacts(&reading); len(cs) > 0 {
			t.Errorf("%s: %+v", none, cs)
		}
	}
}

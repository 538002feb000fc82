package resolve

import (
	"testing"

	"readout"
)

func TestWhatIsSaidOnEveryOccasionIsNoSilence(t *testing.T) {
	at := readout.Span{Start: 0, End: 9}
	party := func(name, side string) readout.Cited[readout.Party] {
		return readout.Cite(readout.Party{Name: name, Side: side}, "rule", readout.Stated, at)
	}
	told := func(id, side string, topics ...string) readout.Account {
		a := readout.Account{ID: id, Document: id, Voice: readout.Voice{Side: side}}
		for _, x := range topics {
			a.Topics = append(a.Topics, readout.Cite(x, "rule", readout.Stated, at))
		}
		return a
	}
	e := readout.Encounter{Accounts: []readout.Account{
		told("a", "Chile", "a range of topics", "ties with Peru", "copper tariffs", "fishing rights"),
		told("b", "Peru", "the fishing dispute"),
	}}
	e.Participants = []readout.Cited[readout.Party]{party("Ana Soto", "Chile"), party("Peru", "Peru")}
	got := Silences(e)
	if len(got) != 1 || got[0].Topic != "copper tariffs" || got[0].Silent != "Peru" {
		t.Errorf("got %+v", got)
	}
}

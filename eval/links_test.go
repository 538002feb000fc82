package eval

import (
	"strings"
	"testing"
)

// Three documents tell of one call, a fourth of another; two differ on how long it took.
const someLinks = `{"encounter": "X1", "accounts": [["a", 0], ["b", 0], ["c", 0]]}
{"disagreement": {"field": "duration", "type": "precision", "a": {"document": "a", "at": {"start": 10, "end": 20}}, "b": {"document": "b", "at": {"start": 500, "end": 520}}}}
{"disagreement": {"field": "tone", "type": "emphasis", "a": {"document": "a", "at": {"start": 0, "end": 5}}, "b": {"document": "c", "at": {"start": 0, "end": 5}}}}
{"silence": {"what": "the tariffs", "told_in": {"document": "c", "at": {"start": 100, "end": 120}}}}
`

func linksOf(t *testing.T) (Links, []Record) {
	t.Helper()
	l, err := ReadLinks("some.links.jsonl", strings.NewReader(someLinks))
	if err != nil {
		t.Fatal(err)
	}
	var gold []Record
	for _, id := range []string{"a", "b", "c", "d"} {
		gold = append(gold, Record{ID: id, Encounters: []EncounterRecord{call()}})
	}
	return l, gold
}

func call() EncounterRecord {
	return EncounterRecord{Kind: "call", Status: "held", Participants: []PartyRecord{{Name: "Joe Biden"}, {Name: "Vladimir Putin"}}, Evidence: []Range{{0, 50}}}
}

func valueOf(rows []Row, metric string) float64 {
	for _, r := range rows {
		if r.Metric == metric {
			return r.Value
		}
	}
	return -1
}

func TestGroupsAreScoredAsAnnotated(t *testing.T) {
	links, gold := linksOf(t)
	right := [][]Place{{{"c", 0}, {"a", 0}, {"b", 0}}}
	if rows := GroupRows("some", gold, links, right); valueOf(rows, "conll_f1") != 1 || valueOf(rows, "pair_recall") != 1 {
		t.Errorf("the annotated groups: %v", rows)
	}
	all := [][]Place{{{"c", 0}, {"a", 0}, {"b", 0}, {"d", 0}}}
	if rows := GroupRows("some", gold, links, all); valueOf(rows, "pair_precision") != 0.5 || valueOf(rows, "conll_f1") >= 1 {
		t.Errorf("two encounters taken for one: %v", rows)
	}
	if rows := GroupRows("some", gold, links, nil); valueOf(rows, "pair_recall") != 0 {
		t.Errorf("nothing joined: %v", rows)
	}
}

func TestWhatIsNotReadCountsAsMissed(t *testing.T) {
	links, gold := linksOf(t)
	account := func(id string) Account { return Account{id, call()} }
	whole := FromTextRow("some", gold, links, [][]Account{{account("a"), account("b"), account("c")}, {account("d")}}).Value
	missed := FromTextRow("some", gold, links, [][]Account{{account("a"), account("b")}, {account("d")}}).Value
	wrong := account("d")
	wrong.Kind = "meeting"
	extra := FromTextRow("some", gold, links, [][]Account{{account("a"), account("b"), account("c")}, {account("d")}, {wrong}}).Value
	if whole != 1 || missed >= 1 || extra >= 1 {
		t.Errorf("whole %.3f, one missed %.3f, one invented %.3f", whole, missed, extra)
	}
}

func TestDifferencesAreFoundByTheirWords(t *testing.T) {
	links, _ := linksOf(t)
	at := func(id string, start int) Noted { return Noted{id, Range{start, start + 10}} }
	said := Links{
		Disagreements: []NotedDifference{{Field: "duration", A: at("b", 530), B: at("a", 100)}},
		Silences:      []NotedSilence{{Told: at("c", 420)}},
	}
	rows, missed := DifferenceRows("some", links, said)
	if valueOf(rows, "differences") != 1 || valueOf(rows, "silences") != 1 || len(missed) != 0 {
		t.Errorf("both are there: %v, missed %v", rows, missed)
	}
	said.Disagreements[0].Field, said.Silences[0].Told = "date", at("c", 421)
	rows, missed = DifferenceRows("some", links, said)
	if valueOf(rows, "differences") != 0 || valueOf(rows, "silences") != 0 || len(missed) != 2 {
		t.Errorf("another field, and words too far away: %v, missed %v", rows, missed)
	}
}

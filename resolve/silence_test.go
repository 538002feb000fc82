package resolve

import (
	"slices"
	"strings"
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

func TestASideSpeaksInWhatItsOfficialsSayOfTheEncounter(t *testing.T) {
	spoke := tell(t, "release/Ana Soto (Chile); 2023-04-22; held meeting; Ana Soto (Chile), Rosa Diaz (Peru); 2023-04-22;;; fishing rights")
	spoke.Voice = readout.Voice{Side: "Chile"} // the release of its ministry
	press := tell(t, "paper; 2023-04-23; held meeting; Ana Soto (Chile), Rosa Diaz (Peru); 2023-04-22")
	say := func(doc, side, words string, at readout.Offset) Said {
		return Said{ID: doc + words[:3], Document: doc, Side: side, Speaker: "Somebody", Role: "foreign minister", Words: words, At: readout.Span{Start: at, End: at + 5}}
	}
	e := Encounters([]readout.Account{spoke, press})[0]
	got := Silences(e,
		say("release", "Peru", "the copper tariffs must fall before any treaty on pensions", 900), // a release speaks for its own side
		say("paper", "Peru", "fishing rights had been settled once and for all", 0),
		say("paper", "Peru", "prisoners of the old war should come home without delay", 1),
		say("paper", "Peru", "the harvest of potatoes was poor in all southern provinces", 300), // not among the words that tell
		say("other", "Peru", "nothing of this document counts for another encounter", 0))
	banker := say("paper", "Peru", "markets fear that the old quarrel over pipelines may return", 2)
	banker.Role = "chief strategist of a bank"
	theirs := say("release", "Peru", "anchovies must never again be caught by foreign trawlers", 900)
	theirs.Mode = readout.Direct // the other side's own words, which the release hands on
	if more := Silences(e, say("paper", "Peru", "fishing rights had been settled once and for all", 0), banker, theirs); len(more) != 1 || more[0].ToldBy != "Peru" || !strings.HasPrefix(more[0].Topic, "anchovies") {
		t.Errorf("those who hold no office, and the other side's own words, give %+v", more)
	}
	var topics []string
	for _, s := range got {
		topics = append(topics, s.ToldBy+": "+s.Topic)
	}
	want := []string{"Chile: the copper tariffs must fall before any treaty on pensions", "Peru: prisoners of the old war should come home without delay"}
	if !slices.Equal(topics, want) {
		t.Errorf("got %q, want %q", topics, want)
	}
	if len(Silences(e)) != 0 {
		t.Error("without what was said only one side has spoken")
	}
	e.Status = cite(readout.Planned)
	if len(Silences(e, say("paper", "Peru", "prisoners of the old war should come home without delay", 1))) != 0 {
		t.Error("what will be talked about is not told yet")
	}
}

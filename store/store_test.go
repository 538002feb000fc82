package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"readout"
)

// meeting is one encounter told in one sentence by one voice.
type meeting struct {
	a, b   readout.Party
	date   readout.Date
	status readout.Status
	words  string
	voice  string
}

var (
	lind = readout.Party{Kind: readout.Person, Name: "Karin Lindqvist", Side: "Sweden"}
	mora = readout.Party{Kind: readout.Person, Name: "Álvaro Mora", Side: "Peru"}
	okon = readout.Party{Kind: readout.Person, Name: "Ada Okonjo", Side: "Nigeria"}
)

// telling makes the readout of a document whose sentences tell of meetings, with
// one statement over its last words.
func telling(id, published string, ms ...meeting) readout.Readout {
	var text strings.Builder
	r := readout.Readout{}
	for _, m := range ms {
		at := readout.Span{Start: readout.Offset(text.Len()), End: readout.Offset(text.Len() + len(m.words))}
		text.WriteString(m.words + "\n")
		f := readout.Facts{
			Kind:   readout.Cite(readout.Meeting, "met", readout.Stated, at),
			Status: readout.Cite(m.status, "met", readout.Stated, at),
			Date:   readout.Cite(m.date, "day", readout.Stated, at),
			Place:  readout.Cite(readout.Place{City: "Lima", Country: "Peru"}, "in", readout.Stated, at),
			Participants: []readout.Cited[readout.Party]{
				readout.Cite(m.a, "subject", readout.Stated, at), readout.Cite(m.b, "object", readout.Stated, at)},
		}
		a := readout.Account{Document: id, Voice: readout.Voice{Speaker: m.voice}, Facts: f, Evidence: []readout.Span{at}, Confidence: 0.5}
		a.ID = accountID(a)
		r.Encounters = append(r.Encounters, readout.Encounter{ID: a.ID, Facts: f, Evidence: a.Evidence, Accounts: []readout.Account{a}})
	}
	words := "The talks were frank"
	at := readout.Span{Start: readout.Offset(text.Len()), End: readout.Offset(text.Len() + len(words))}
	text.WriteString(words + ", she said.")
	she := readout.Span{Start: at.End + 2, End: at.End + 5}
	r.Statements = []readout.Statement{{ID: id + "/s", Document: id, Mode: readout.Indirect, Content: at,
		Speaker: readout.Cite(lind, "pronoun", readout.Resolved, she), Rule: "said"}}
	r.Document = readout.Document{ID: id, Outlet: "Daily", URL: "https://daily.example/" + id, Title: "News " + id, Published: published, Text: text.String()}
	r.Sections = []readout.Section{{Span: readout.Span{End: readout.Offset(text.Len())}}}
	return r
}

// byDay joins accounts of the same two parties on one day; undated ones stand alone.
var byDay = &Resolver{Encounters: sameDay, Links: linked, Keys: func(a readout.Account) []string { return []string{string(a.Date.Value())} }}

func dayKey(a readout.Account) string {
	names := []string{string(a.Date.Value())}
	if names[0] == "" {
		names[0] = a.ID
	}
	for _, p := range a.Participants {
		names = append(names, p.Value().Name)
	}
	sort.Strings(names[1:])
	return strings.Join(names, "+")
}

func sameDay(accounts []readout.Account) []readout.Encounter {
	sort.Slice(accounts, func(i, j int) bool { return accounts[i].ID < accounts[j].ID })
	var out []readout.Encounter
	index := map[string]int{}
	for _, a := range accounts {
		key := dayKey(a)
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, readout.Encounter{Facts: a.Facts})
		}
		out[i].Accounts = append(out[i].Accounts, a)
	}
	return out
}

func linked(fresh, others []readout.Account) [][2]string {
	var out [][2]string
	for i, a := range fresh {
		for _, b := range append(fresh[:i:i], others...) {
			if dayKey(a) == dayKey(b) {
				out = append(out, [2]string{a.ID, b.ID})
			}
		}
	}
	return out
}

func fresh(t testing.TB) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "record.db"), Options{Create: true, Resolver: byDay})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func add(t testing.TB, s *Store, rs ...readout.Readout) Added {
	t.Helper()
	n, err := s.Add(rs, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	return n
}

func export(t testing.TB, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func lima(words string) meeting {
	return meeting{lind, mora, "2019-05-03", readout.Held, words, ""}
}

func TestTwoDocumentsOfOneMeetingAreOneEncounter(t *testing.T) {
	s := fresh(t)
	add(t, s, telling("a", "2019-05-04", lima("Lindqvist met Mora.")), telling("b", "2019-05-05", lima("Mora received Lindqvist.")))
	es, err := s.Encounters(Filter{})
	if err != nil || len(es) != 1 || len(es[0].Records) != 2 {
		t.Fatalf("got %d encounters, %v; want one with two records", len(es), err)
	}
	if es[0].Records[0].Document.ID != "a" {
		t.Errorf("the first record is of %s; want the earlier document", es[0].Records[0].Document.ID)
	}
}

func TestAddingTheSameDocumentAgainChangesNothing(t *testing.T) {
	s := fresh(t)
	r := telling("a", "2019-05-04", lima("Lindqvist met Mora."))
	add(t, s, r)
	before := export(t, s)
	if n := add(t, s, r); n != (Added{Same: 1}) {
		t.Errorf("got %+v, want one document that is the same", n)
	}
	if export(t, s) != before {
		t.Error("the record changed")
	}
}

func TestANewTextTakesThePlaceOfTheOldOne(t *testing.T) {
	s := fresh(t)
	add(t, s, telling("a", "2019-05-04", lima("Lindqvist met Mora."), meeting{lind, okon, "2019-05-06", readout.Planned, "She will see Okonjo.", ""}))
	corrected := telling("a", "2019-05-04", meeting{lind, okon, "2019-05-07", readout.Planned, "She will see Okonjo on Tuesday.", ""})
	if n := add(t, s, corrected); n != (Added{Replaced: 1}) {
		t.Errorf("got %+v, want one replaced", n)
	}
	want := fresh(t)
	add(t, want, corrected)
	if export(t, s) != export(t, want) {
		t.Error("the record differs from one made of the new text alone")
	}
}

func TestFilters(t *testing.T) {
	s := fresh(t)
	add(t, s,
		telling("a", "2019-05-04", lima("Lindqvist met Mora.")),
		telling("b", "2019-06-01", meeting{lind, okon, "2019-06", readout.Planned, "She will see Okonjo in June.", ""}),
		telling("c", "", meeting{mora, okon, "", readout.Denied, "No talks with Okonjo, Mora said.", "Mora"}))
	for _, c := range []struct {
		what string
		f    Filter
		want int
	}{
		{"everything", Filter{}, 3},
		{"a name without its accents", Filter{Party: "alvaro mora"}, 2},
		{"a side", Filter{Party: "Sweden"}, 2},
		{"part of a word is no name", Filter{Party: "Lind"}, 0},
		{"two parties", Filter{Party: "Lindqvist", With: "Nigeria"}, 1},
		{"one party is not two", Filter{Party: "Lindqvist", With: "Sweden"}, 0},
		{"a month that overlaps", Filter{Since: "2019-06-15", Until: "2019-06-20"}, 1},
		{"up to a month", Filter{Until: "2019-05"}, 1},
		{"a status", Filter{Status: "denied"}, 1},
		{"a city", Filter{Place: "lima"}, 3},
		{"a gathering that nobody told", Filter{Gathering: "summit"}, 0},
		{"a document", Filter{Document: "b"}, 1},
		{"a limit", Filter{Limit: 2}, 2},
	} {
		es, err := s.Encounters(c.f)
		if err != nil || len(es) != c.want {
			t.Errorf("%s: got %d, %v; want %d", c.what, len(es), err, c.want)
		}
	}
	if _, err := s.Encounters(Filter{Since: "last week"}); err == nil {
		t.Error("a date that is none was taken")
	}
}

func TestANameInAnotherSpellingIsFoundByItsOtherNames(t *testing.T) {
	s := fresh(t)
	add(t, s, telling("a", "2019-05-04", lima("Lindqvist met Mora.")))
	s.opts.Names = func(typed string) []string { return []string{"Nobody", "Álvaro Mora"} }
	for name, want := range map[string]int{"Alwaro Mohra": 1, "Mora": 1} {
		if es, err := s.Encounters(Filter{Party: name}); err != nil || len(es) != want {
			t.Errorf("%s: got %d, %v; want %d", name, len(es), err, want)
		}
	}
}

func TestAnEncounterIsFoundByTheBeginningOfItsIdAndByItsOldId(t *testing.T) {
	s := fresh(t)
	add(t, s, telling("a", "2019-05-04", lima("Lindqvist met Mora.")), telling("b", "2019-05-05", lima("Mora received Lindqvist.")))
	es, _ := s.Encounters(Filter{})
	id := es[0].ID
	if e, err := s.Encounter(id[:6]); err != nil || e.ID != id {
		t.Errorf("got %q, %v", e.ID, err)
	}
	owner := "a"
	if es[0].Records[0].Accounts[0].ID != id {
		owner = "b"
	}
	if err := s.Remove(owner); err != nil {
		t.Fatal(err)
	}
	if e, err := s.Encounter(id); err != nil || e.ID == id || len(e.Records) != 1 {
		t.Errorf("the old id gives %q, %v; want the encounter of the other document", e.ID, err)
	}
	if _, err := s.Encounter("none"); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

func TestSearch(t *testing.T) {
	s := fresh(t)
	add(t, s, telling("a", "2019-05-04", lima("Lindqvist met Mora.")))
	for query, want := range map[string]int{"frank": 2, "FRANK talks": 2, `"were frank"`: 2, `"frank were"`: 0, "lindq*": 2, "mora": 1,
		"": 0, `"`: 0, "AND": 0, "*": 0, "a-b OR (": 0, "frank NEAR": 0} {
		hits, err := s.Search(query, 10)
		if err != nil || len(hits) != want {
			t.Errorf("%q: got %d hits, %v; want %d", query, len(hits), err, want)
		}
	}
}

func TestOfTwoVersionsAddedAtOnceOnlyTheLaterIsFound(t *testing.T) {
	s := fresh(t)
	add(t, s, telling("a", "2019-05-04", lima("Lindqvist met Mora over fisheries.")), telling("a", "2019-05-04", lima("Lindqvist met Mora over tariffs.")))
	for query, want := range map[string]int{"fisheries": 0, "tariffs": 1} {
		if hits, err := s.Search(query, 10); err != nil || len(hits) != want {
			t.Errorf("%q: got %d hits, %v; want %d", query, len(hits), err, want)
		}
	}
	if _, err := s.Search("lindqvist", 10); err != nil {
		t.Error("the index is broken:", err)
	}
}

func TestARemovedDocumentLeavesNoBytes(t *testing.T) {
	s := fresh(t)
	secret := "Zyxomma held a wholly unrepeatable tete-a-tete with Quorwin"
	gone := telling("gone", "2019-05-04", meeting{readout.Party{Name: "Zyxomma Vantriloq", Side: "Sweden"}, mora, "2019-05-03", readout.Held, secret, "Quorwin"})
	gone.Document.Title = "Harbrenfels"
	var rest []readout.Readout
	for i := range 300 {
		rest = append(rest, telling(fmt.Sprint("doc", i), "2019-05-04", lima(fmt.Sprintf("Lindqvist met Mora and %d others at word%d.", i, i*7))))
	}
	add(t, s, rest[:150]...)
	add(t, s, gone)
	add(t, s, rest[150:]...)
	if err := s.Remove("gone"); err != nil {
		t.Fatal(err)
	}
	if hits, _ := s.Search("unrepeatable", 10); len(hits) != 0 {
		t.Error("the removed words are still found")
	}
	files, _ := filepath.Glob(s.path + "*")
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range []string{secret, "unrepeatable", "zyxomma", "Zyxomma", "vantriloq", "quorwin", "Quorwin", "arbrenfels", "repeatable"} {
			if bytes.Contains(b, []byte(w)) {
				t.Errorf("%s still holds %q", filepath.Base(f), w)
			}
		}
	}
	if err := s.Remove("gone"); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

func TestVerifyFindsAChangedText(t *testing.T) {
	s := fresh(t)
	add(t, s, telling("a", "2019-05-04", lima("Lindqvist met Mora.")))
	v, err := s.Verify()
	if err != nil || v.Spans == 0 || v.Hold != v.Spans || len(v.Failures) != 0 {
		t.Fatalf("got %+v, %v; want every span to hold", v, err)
	}
	if _, err := s.writer.Exec("UPDATE documents SET text = replace(text, 'met', 'hit')"); err != nil {
		t.Fatal(err)
	}
	if v, _ := s.Verify(); v.Hold == v.Spans || len(v.Failures) < 2 || v.Failures[0].Field != "text" {
		t.Errorf("got %+v; want the text and its spans to fail", v)
	}
}

func TestOpeningSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "letter.txt")
	os.WriteFile(other, bytes.Repeat([]byte("Dear Sir, "), 1000), 0o600)
	for path, want := range map[string]string{
		filepath.Join(dir, "none.db"):         "no such record",
		filepath.Join(dir, "none", "none.db"): "no such record",
		dir:                                   "is a folder",
		other:                                 "is no record",
	} {
		_, err := Open(path, Options{})
		var ours *Error
		if !errors.As(err, &ours) || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), path) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	if _, err := Open(filepath.Join(dir, "no", "r.db"), Options{Create: true}); err == nil || !strings.Contains(err.Error(), "folder does not exist") {
		t.Errorf("got %v", err)
	}
}

func TestAPathWithOddCharactersIsThatFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b#c?d%e.db")
	s, err := Open(path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestOfASentenceThatTellsTheWholeIsKept(t *testing.T) {
	r := telling("a", "2019-05-02", meeting{lind, mora, "2019-05-02", readout.Held, "They met in Lima", ""})
	r.Document.Text = strings.Replace(r.Document.Text, "she said.", "she said. Nobody else spoke.", 1)
	whole := r.Document.Text
	opts := Options{Create: true, Resolver: byDay, Sentences: func(d readout.Document) []readout.Span {
		var out []readout.Span
		at := 0
		for _, part := range strings.SplitAfter(d.Text, ".") {
			out = append(out, readout.Span{Start: readout.Offset(at), End: readout.Offset(at + len(part))})
			at += len(part)
		}
		return out
	}}
	s, err := Open(filepath.Join(t.TempDir(), "record.db"), opts)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.AddFrom([]Sourced{{Readout: r, Keep: KeepSentences}}, false); err != nil {
		t.Fatal(err)
	}
	got, err := s.Readout("a")
	if want := strings.Replace(whole, " Nobody else spoke.", strings.Repeat(" ", 19), 1); err != nil || got.Document.Text != want {
		t.Errorf("kept is %q, not %q (%v)", got.Document.Text, want, err)
	}
}

func TestARecordHasOneWatcher(t *testing.T) {
	s := fresh(t)
	end, err := s.OnlyWatcher()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.OnlyWatcher(); err == nil || !strings.Contains(err.Error(), "is being watched by another readout") {
		t.Errorf("a second one is told %v", err)
	}
	if _, err := s.Add([]readout.Readout{telling("a", "2019-05-02")}, false); err != nil {
		t.Errorf("while it is watched it cannot be written: %v", err)
	}
	end()
	end, err = s.OnlyWatcher()
	if err != nil {
		t.Fatal(err)
	}
	end()
}

func TestAPageLeadsFromItsTextToItsBytesUntilItIsRemoved(t *testing.T) {
	s := fresh(t)
	body := "<p>They met in Lima</p>"
	hash, err := s.KeepPage(WebPage{Address: "saved.html", Body: []byte(body)}, true)
	if err != nil {
		t.Fatal(err)
	}
	r := telling("a", "2019-05-02", meeting{lind, mora, "2019-05-02", readout.Held, "They met in Lima", ""})
	r.Document.Proof = readout.Proof{Page: hash, Charset: "utf-8", Map: []byte{1, 2, 3}}
	if _, err := s.Add([]readout.Readout{r}, false); err != nil {
		t.Fatal(err)
	}
	p, err := s.Proof("a")
	if err != nil || string(p.Page.Body) != body || string(p.Proof.Map) != "\x01\x02\x03" || p.Proof.Page != hash || p.Text != r.Document.Text {
		t.Errorf("%v %+v", err, p)
	}
	if err := s.Remove("a"); err != nil {
		t.Fatal(err)
	}
	left := 0
	s.Pages(func(WebPage) error { left++; return nil })
	if p, err := s.Proof("a"); err != nil || p.ID != "" || left > 0 {
		t.Errorf("%d pages are left, %v %+v", left, err, p)
	}
}

func TestEachPostOfALivePageHasAnIdentityOfItsOwn(t *testing.T) {
	page := readout.Document{URL: "https://www.daily.example/live?utm_source=x"}
	post := readout.Document{URL: "https://www.daily.example/live#post-201605031255"}
	elsewhere := readout.Document{URL: "https://www.daily.example/live#comments"}
	if Identity(page) != "daily.example/live" || Identity(post) != "daily.example/live#post-201605031255" || Identity(elsewhere) != Identity(page) {
		t.Error(Identity(page), Identity(post), Identity(elsewhere))
	}
}

func TestAnEditedTextKeepsItsEncountersAddressAndShowsWhatItTold(t *testing.T) {
	s := fresh(t)
	m := meeting{lind, mora, "2019-05-02", readout.Held, "They met in Lima", ""}
	add(t, s, telling("a", "2019-05-02", m))
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	es, err := s.Encounters(Filter{})
	if err != nil || len(es) != 1 {
		t.Fatal(err, es)
	}
	old := es[0].ID
	edited := telling("a", "2019-05-02", meeting{lind, okon, "2019-05-09", readout.Planned, "She will see Okonjo", ""}, m)
	edited.Encounters[1].Accounts[0].ID = "moved" // its sentence stands elsewhere now
	add(t, s, edited)
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	e, err := s.Encounter(old)
	if err != nil || e.Date.Value() != "2019-05-02" || e.ID == old {
		t.Errorf("the old address leads to %v, %v", e.ID, err)
	}
	add(t, s, telling("a", "2019-05-02"))
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Encounter(old); !errors.Is(err, ErrNotFound) {
		t.Errorf("what nobody tells of any more is still there: %v", err)
	}
	former, err := s.Former(old)
	if err != nil || len(former) != 1 || former[0].Told.Date.Value() != "2019-05-02" || former[0].Document.ID != "a" {
		t.Errorf("%v %+v", err, former)
	}
	if err := s.Remove("a"); err != nil {
		t.Fatal(err)
	}
	if former, err := s.Former(old); err != nil || len(former) > 0 {
		t.Errorf("a removed document still tells: %v %v", err, former)
	}
}

func TestWhatIsReadForAReaderWhoLeavesEnds(t *testing.T) {
	s := fresh(t)
	ctx, leave := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer leave()
	var n int
	const endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c"
	err := s.For(ctx).readers.QueryRow(endless).Scan(&n)
	if err = s.For(ctx).fail("counting", err); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("it ends with %v", err)
	}
	if _, err := s.Encounters(Filter{}); err != nil {
		t.Errorf("the next reader is told %v", err)
	}
}

package store

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"readout"
)

func TestAddressesThatLeadToOnePageHaveOneKey(t *testing.T) {
	want := "daily.example/2019/talks?page=2"
	for _, raw := range []string{
		"https://www.daily.example/2019/talks?page=2",
		"http://daily.example/2019/talks/?page=2&utm_source=mail#top",
		" https://DAILY.example/2019/talks?page=2&fbclid=x ",
	} {
		if got := address(raw); got != want {
			t.Errorf("%s: got %q, want %q", raw, got, want)
		}
	}
	if got := address("not an address"); got != "not an address" {
		t.Errorf("got %q", got)
	}
}

func TestADocumentWithoutIdIsKnownByItsAddressElseItsText(t *testing.T) {
	if got := Identity(readout.Document{URL: "https://www.daily.example/a/", Text: "x"}); got != "daily.example/a" {
		t.Errorf("got %q", got)
	}
	if got := Identity(readout.Document{ID: "https://daily.example/a#top", URL: "https://daily.example/a#top"}); got != "daily.example/a" {
		t.Errorf("got %q", got)
	}
	d := readout.Document{Text: "x"}
	if got := Identity(d); got != d.Hash() {
		t.Errorf("got %q", got)
	}
}

func TestNamesAreFoundInAnySpelling(t *testing.T) {
	for in, want := range map[string]string{
		"Álvaro Mora": " alvaro mora ", "U.S.": " us ", "Gerhard Schröder": " gerhard schroder ",
		"Xi Jinping (習近平)": " xi jinping 習近平 ", "O’Neill": " oneill ", "": " ",
	} {
		if got := plain(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if got := sought("U.S."); got != " united states " {
		t.Errorf("got %q", got)
	}
}

func TestARecordOfANewerVersionIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	s, err := Open(path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.writer.Exec("INSERT INTO schema_version VALUES (99, 'from the future')"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := Open(path, Options{}); err == nil || !strings.Contains(err.Error(), "newer readout") {
		t.Errorf("got %v", err)
	}
}

func TestReadersSeeWholeDocumentsWhileOneWrites(t *testing.T) {
	s := fresh(t)
	all := many(60)
	var wg sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				v, err := s.Verify()
				if err != nil || v.Hold != v.Spans {
					t.Errorf("got %+v, %v", v, err)
					return
				}
				if _, err := s.Encounters(Filter{Party: "Mora"}); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := 0; i < len(all); i += 10 {
		add(t, s, all[i:i+10]...)
	}
	close(done)
	wg.Wait()
}

func FuzzAnyBytesAreStoredAsTheyAre(f *testing.F) {
	f.Add("Talks.", "word")
	f.Add("a\x00b", "\"")
	f.Add("\xff\xfe\xed\xa0\x80", "*")
	f.Add("é", "a AND (")
	f.Fuzz(func(t *testing.T, text, query string) {
		s := fresh(t)
		if text == "" {
			return
		}
		at := readout.Span{End: readout.Offset(len(text))}
		r := readout.Readout{Document: readout.Document{ID: "x" + text, Title: query, Text: text},
			Statements: []readout.Statement{{Speaker: readout.Cite(readout.Party{Name: text}, "r", readout.Stated, at), Content: at, Mode: readout.Direct}}}
		add(t, s, r)
		if v, err := s.Verify(); err != nil || v.Hold != v.Spans || len(v.Failures) > 0 {
			t.Errorf("got %+v, %v", v, err)
		}
		if got, err := s.Readout("x" + text); err != nil || got.Document.Text != text {
			t.Errorf("got %q, %v", got.Document.Text, err)
		}
		if _, err := s.Search(query, 5); err != nil {
			t.Error(err)
		}
		if _, err := s.Encounters(Filter{Party: query, With: text, Place: query}); err != nil {
			t.Error(err)
		}
		if !utf8.ValidString(match(query)) && utf8.ValidString(query) {
			t.Error("the query was cut within a character")
		}
	})
}

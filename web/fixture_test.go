package web

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout"
	"readout/resolve"
	"readout/store"
)

// tell is what a sentence of a test document tells.
type tell struct {
	words     string
	a, b      readout.Party
	status    readout.Status
	kind      readout.Kind
	date      readout.Date
	city      string
	country   string
	code      string
	gathering string
	topics    []string
	minutes   int
	voice     readout.Voice
}

var (
	lind = readout.Party{Kind: readout.Person, Name: "Karin Lindqvist", Side: "Sweden", Role: "foreign minister", Country: "SE"}
	mora = readout.Party{Kind: readout.Person, Name: "Álvaro Mora", Side: "Peru", Role: "president", Country: "PE"}
	okon = readout.Party{Kind: readout.Person, Name: "Ada Okonjo", Side: "Nigeria", Role: "prime minister", Country: "NG"}
)

// article makes the readout of a document of sentences, with a caption that is not
// read and one direct quotation behind each.
func article(d readout.Document, ts ...tell) readout.Readout {
	var text strings.Builder
	r := readout.Readout{}
	for _, t := range ts {
		at := span(&text, t.words)
		text.WriteString(" ")
		f := readout.Facts{
			Kind:   readout.Cite(t.kind, "met", readout.Stated, at),
			Status: readout.Cite(t.status, "met", readout.Stated, at),
			Participants: []readout.Cited[readout.Party]{
				readout.Cite(t.a, "subject", readout.Stated, part(text.String(), at, t.a.Name)),
				readout.Cite(t.b, "object", readout.Stated, part(text.String(), at, t.b.Name))},
		}
		if t.date != "" {
			f.Date = readout.Cite(t.date, "day", readout.Resolved, at)
		}
		if t.city != "" {
			f.Place = readout.Cite(readout.Place{City: t.city, Country: t.country, Code: t.code}, "in", readout.Inferred, part(text.String(), at, t.city))
		}
		if t.gathering != "" {
			f.Gathering = readout.Cite(t.gathering, "at", readout.Stated, part(text.String(), at, t.gathering))
		}
		for _, topic := range t.topics {
			f.Topics = append(f.Topics, readout.Cite(topic, "about", readout.Stated, part(text.String(), at, topic)))
		}
		if t.minutes > 0 {
			f.Duration = readout.Cite(readout.Minutes{Min: t.minutes, Max: t.minutes}, "lasted", readout.Stated, at)
		}
		a := readout.Account{Voice: t.voice, Facts: f, Evidence: []readout.Span{at}, Confidence: 0.9}
		r.Encounters = append(r.Encounters, readout.Encounter{Facts: f, Evidence: a.Evidence, Accounts: []readout.Account{a}, Confidence: 0.9})
		quote := span(&text, "\"We had a frank and useful conversation\"")
		text.WriteString(", said ")
		who := span(&text, t.a.Name)
		text.WriteString(".\n")
		r.Statements = append(r.Statements, readout.Statement{Mode: readout.Direct, Content: quote, Rule: "said",
			Speaker: readout.Cite(t.a, "subject", readout.Stated, who)})
	}
	body := readout.Offset(text.Len())
	caption := span(&text, "A photograph of the two, courtesy of the palace.")
	r.Sections = []readout.Section{{Span: readout.Span{End: body}}, {Span: caption, Kind: readout.Caption}}
	d.Text = text.String()
	r.Document = d
	return r
}

func span(b *strings.Builder, words string) readout.Span {
	at := readout.Span{Start: readout.Offset(b.Len())}
	b.WriteString(words)
	at.End = readout.Offset(b.Len())
	return at
}

// part is where words stand within a sentence; the sentence where they do not.
func part(text string, in readout.Span, words string) readout.Span {
	i := strings.Index(text[in.Start:in.End], words)
	if i < 0 || words == "" {
		return in
	}
	return readout.Span{Start: in.Start + readout.Offset(i), End: in.Start + readout.Offset(i+len(words))}
}

// sample is a record with what the pages are to show: two sides that tell of one call
// in different ways, a plan that was kept, one that is open, a denial, a copy.
func sample() []readout.Readout {
	sweden := readout.Voice{Speaker: "Government of Sweden", Side: "Sweden"}
	peru := readout.Voice{Speaker: "Presidency of Peru", Side: "Peru"}
	return []readout.Readout{
		article(readout.Document{ID: "se-1", Outlet: "Government of Sweden", URL: "https://gov.example/1", Title: "Call with the president of Peru", Published: "2019-05-03"},
			tell{words: "Karin Lindqvist spoke with Álvaro Mora by telephone on 3 May about fisheries and human rights.", a: lind, b: mora, status: readout.Held, kind: readout.Call,
				date: "2019-05-03", topics: []string{"fisheries", "human rights"}, minutes: 30, voice: sweden}),
		article(readout.Document{ID: "pe-1", Outlet: "Presidency of Peru", URL: "https://presidency.example/1", Title: "President speaks with minister", Published: "2019-05-03"},
			tell{words: "President Álvaro Mora had a telephone call of two hours with Karin Lindqvist on 3 May on fisheries.", a: mora, b: lind, status: readout.Held, kind: readout.Call,
				date: "2019-05-03", topics: []string{"fisheries"}, minutes: 120, voice: peru}),
		article(readout.Document{ID: "daily-1", Outlet: "Daily", URL: "https://daily.example/1", Title: "Summit in Lima", Published: "2019-06-02"},
			tell{words: "Karin Lindqvist met Ada Okonjo in Lima on 1 June at the Lima Summit to discuss cocoa.", a: lind, b: okon, status: readout.Held, kind: readout.Meeting,
				date: "2019-06-01", city: "Lima", country: "Peru", code: "PE", gathering: "Lima Summit", topics: []string{"cocoa"}},
			tell{words: "Álvaro Mora met Ada Okonjo in Lima on 1 June at the Lima Summit.", a: mora, b: okon, status: readout.Held, kind: readout.Meeting,
				date: "2019-06-01", city: "Lima", country: "Peru", code: "PE", gathering: "Lima Summit"}),
		article(readout.Document{ID: "daily-2", Outlet: "Daily", Title: "To meet next year", Published: "2019-06-03"},
			tell{words: "Ada Okonjo will meet Álvaro Mora in Abuja in March 2031.", a: okon, b: mora, status: readout.Planned, kind: readout.Meeting,
				date: "2031-03", city: "Abuja", country: "Nigeria", code: "NG"},
			tell{words: "Karin Lindqvist will not meet Álvaro Mora, she said.", a: lind, b: mora, status: readout.Denied, kind: readout.Meeting, date: "2019-07"}),
	}
}

// hostile is an article by somebody who means ill.
func hostile() readout.Readout {
	evil := readout.Party{Kind: readout.Person, Name: `<img src=x onerror="document.title='taken'">`, Side: `"><script>document.title='taken'</script>`}
	return article(readout.Document{ID: `../../etc/passwd"><script>document.title='taken'</script>`, Outlet: "</title><script>document.title='taken'</script>",
		URL: "javascript:document.title='taken'", Title: strings.Repeat("A very long title without end ", 2000) + "\u202egnp.exe\u2066", Published: "2019-05-05"},
		tell{words: `<script>document.title='taken'</script> met <img src=x onerror="document.title='taken'"> in {{.}} and ` + "\u202edesrever\u202c \x00\x1b[31m" + ` to talk about javascript:alert(1).`,
			a: evil, b: okon, status: readout.Held, kind: readout.Meeting, date: "2019-05-04", city: `<b onclick="x">Lima`, country: "Peru", gathering: `{{template "x"}}`,
			topics: []string{`javascript:alert(1)`, "' OR 1=1 --"}})
}

func openStore(t testing.TB, rs ...readout.Readout) *store.Store {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "record.db"), store.Options{Create: true, Resolver: resolver()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Add(rs, false); err != nil {
		t.Fatal(err)
	}
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	return s
}

// clock stands on a day after all that the sample tells of but one plan.
func clock() time.Time { return time.Date(2020, 1, 15, 12, 0, 0, 0, time.UTC) }

func openDesk(t testing.TB, s *store.Store, change ...func(*Options)) http.Handler {
	t.Helper()
	o := Options{Store: s, Author: "ana", Now: clock, Read: readLines, Log: slog.New(slog.NewTextHandler(t.Output(), nil))}
	for _, f := range change {
		f(&o)
	}
	h, done, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(done)
	return h
}

// ask sends a request as a browser at this machine would.
func ask(h http.Handler, method, target string, change ...func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	r.Host = "127.0.0.1:8080"
	for _, f := range change {
		f(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func page(t testing.TB, h http.Handler, target string) string {
	t.Helper()
	w := ask(h, "GET", target)
	if w.Code != http.StatusOK {
		t.Fatalf("GET %s answers %d: %.300s", target, w.Code, w.Body)
	}
	return w.Body.String()
}

// theCall is the id of the encounter that two sides tell of.
func theCall(t testing.TB, s *store.Store) string {
	t.Helper()
	es, err := s.Encounters(store.Filter{Kind: "call"})
	if err != nil || len(es) != 1 {
		t.Fatalf("%d calls, %v; want the one of both sides", len(es), err)
	}
	return es[0].ID
}

func contains(t testing.TB, what, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(body, w) {
			t.Errorf("%s does not show %q", what, w)
		}
	}
}

// resolver puts accounts together as the program does.
func resolver() *store.Resolver {
	return &store.Resolver{Encounters: resolve.Encounters, Links: resolve.Links, Told: resolve.Told, Findings: Findings, Copies: Copies, Origins: Origins,
		Keys: func(a readout.Account) []string { a.Record = ""; return resolve.Keys(a) },
		Decided: func(as []readout.Account, rs []store.Ruling) []readout.Encounter {
			var ds []resolve.Decision
			for _, r := range rs {
				ds = append(ds, resolve.Decision{ID: r.ID, Same: r.Same, On: r.On, Against: r.Against, By: r.By, At: r.At})
			}
			return resolve.Decided(as, ds)
		}}
}

// readLines reads hand-ins without the language stages: a text is a document that
// tells of nothing.
func readLines(ctx context.Context, inputs []Input, _ func(store.WebPage) (string, error), visit func(string, store.Sourced, error) error) error {
	for _, in := range inputs {
		if in.Address != "" {
			if err := visit(in.Address, store.Sourced{}, fmt.Errorf("%s: no answer", in.Address)); err != nil {
				return err
			}
			continue
		}
		r := readout.Readout{Document: readout.Document{ID: in.Name, Title: in.Name, Text: string(in.Body)}}
		if err := visit(in.Name, store.Sourced{Readout: r}, nil); err != nil {
			return err
		}
	}
	return nil
}

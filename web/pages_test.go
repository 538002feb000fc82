package web

import (
	"encoding/json"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"readout"
	webpage "readout/page"
	"readout/store"
)

func TestTheTimelineShowsWhoMetWhomAndCountsByStatus(t *testing.T) {
	h := openDesk(t, openStore(t, sample()...))
	body := page(t, h, "/timeline")
	contains(t, "the timeline", body, "Karin Lindqvist", "Ada Okonjo", "Lima Summit", "3 May 2019", "Mar 2031", "5 encounters")
	contains(t, "the timeline", body, `<span class="sign" aria-hidden="true">⊘</span>denied`, `<span class="sign" aria-hidden="true">○</span>planned`)
	if i, j := strings.Index(body, "Mar 2031"), strings.Index(body, "3 May 2019"); i > j {
		t.Error("the later day is not above the earlier one")
	}
}

func TestEveryFilterOfTheTimelineNarrowsIt(t *testing.T) {
	h := openDesk(t, openStore(t, sample()...))
	for _, c := range []struct {
		query string
		want  int
	}{
		{"party=karin-lindqvist", 3}, {"party=Lindqvist", 3}, {"party=karin-lindqvist&with=ada-okonjo", 1}, {"country=peru", 4}, {"country=sweden&with=peru", 2},
		{"place=Lima", 2}, {"place=nigeria", 1}, {"gathering=Lima+Summit", 2}, {"topic=fisheries", 1}, {"outlet=daily", 4}, {"status=planned", 1},
		{"status=denied", 1}, {"kind=call", 1}, {"found=contradiction", 1}, {"found=silence", 1}, {"found=prospect", 1}, {"text=cocoa", 1},
		{"since=2019-06&until=2019-06", 2}, {"since=2020", 1}, {"until=2019-05", 1}, {"party=Nobody", 0},
	} {
		var v timeline
		get := ask(h, "GET", "/api/encounters?"+c.query)
		if err := json.Unmarshal(get.Body.Bytes(), &v); err != nil || get.Code != 200 {
			t.Fatalf("%s: %d %v %s", c.query, get.Code, err, get.Body)
		}
		if len(v.Encounters) != c.want || v.Counts.Total != c.want {
			t.Errorf("%s: %d encounters, counted %d; want %d", c.query, len(v.Encounters), v.Counts.Total, c.want)
		}
		page(t, h, "/timeline?"+c.query)
	}
}

func TestAFilterThatCannotBeMeantSaysWhatToWrite(t *testing.T) {
	h := openDesk(t, openStore(t, sample()...))
	for query, want := range map[string]string{"since=yesterday": "write 2014-11-10", "status=maybe": "held, planned", "after=here": "no place in a list"} {
		w := ask(h, "GET", "/timeline?"+query)
		if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: answers %d without %q", query, w.Code, want)
		}
	}
}

func TestAnEncounterShowsTheTwoSidesBesideEachOtherAndWhereTheyDiffer(t *testing.T) {
	s := openStore(t, sample()...)
	h := openDesk(t, s)
	id := theCall(t, s)
	body := page(t, h, "/encounter/"+id)
	contains(t, "the encounter", body, "Sweden", "Peru", "30 minutes", "120 minutes", "≠", "contradict", "human rights", "∅ not told: ", "frank and useful conversation",
		"2 documents, 2 independent origins", "Why these are one encounter", "/document?id=se-1#b")
	contains(t, "the print view", page(t, h, "/encounter/"+id+"/print"), "Sources", "Government of Sweden", "120 minutes")
	var v encounterView
	if err := json.Unmarshal([]byte(page(t, h, "/api/encounters/"+id)), &v); err != nil || len(v.Columns) != 2 || len(v.Silences) != 1 {
		t.Errorf("the API gives %d columns and %d silences (%v)", len(v.Columns), len(v.Silences), err)
	}
	short := ask(h, "GET", "/encounter/"+id[:6])
	if short.Code != http.StatusFound || short.Header().Get("Location") != "/encounter/"+id {
		t.Errorf("the beginning of an id answers %d to %q", short.Code, short.Header().Get("Location"))
	}
}

func TestADocumentShowsEveryFactAtItsWordsAndWhatWasNotRead(t *testing.T) {
	h := openDesk(t, openStore(t, sample()...))
	body := page(t, h, "/document?id=daily-1")
	contains(t, "the document", body, `class="hl k-who"`, "caption — not read", "Karin Lindqvist", `id="f1-`, `href="#f1-`, "A photograph of the two")
	for _, f := range strings.Split(body, `href="#`)[1:] {
		anchor := f[:strings.IndexByte(f, '"')]
		if anchor != "main" && !strings.Contains(body, `id="`+anchor+`"`) {
			t.Errorf("a link leads to #%s, which is not on the page", anchor)
		}
	}
}

// The words that a fact is cited with on one page are an anchor on another.
func TestEveryCitedWordOfAnEncounterIsAnAnchorOfItsDocument(t *testing.T) {
	s := openStore(t, sample()...)
	h := openDesk(t, s)
	for _, link := range links(page(t, h, "/encounter/"+theCall(t, s))) {
		if !strings.HasPrefix(link, "/document?id=") || !strings.Contains(link, "#") {
			continue
		}
		target, anchor, _ := strings.Cut(link, "#")
		contains(t, target, page(t, h, target), `id="`+anchor+`"`)
	}
}

func TestPagesOfPeopleCountriesPairsGatheringsTopicsPlacesAndOutlets(t *testing.T) {
	h := openDesk(t, openStore(t, sample()...))
	for target, words := range map[string][]string{
		"/person/alvaro-mora":     {"Álvaro Mora", "Next planned", "Ada Okonjo", "Counterparts", "fisheries"},
		"/country/sweden":         {"Sweden", "Peru", "First", "3 May 2019", `class="spot"`},
		"/pair/sweden/peru":       {"Peru – Sweden", "2 encounters", "fisheries"},
		"/pair/sweden/ada-okonjo": {"1 encounter"},
		"/gathering/lima-summit":  {"Who met whom", "Nigeria", "Sweden", `aria-label="Nigeria and Sweden: 1"`},
		"/topic/fisheries":        {"fisheries", "Sweden"},
		"/place/peru":             {"Peru", "2 encounters"},
		"/outlet?name=Daily":      {"2 documents: 2 of its own, 0 copies"},
		"/browse":                 {"Karin Lindqvist", "Lima Summit", "Daily"},
		"/documents":              {"Summit in Lima", "Government of Sweden"},
		"/disagreements":          {"Duration", "≠ contradiction"},
		"/silences":               {"human rights", "not by Peru"},
		"/prospects":              {"open", "Mar 2031"},
		"/":                       {"5 encounters from 4 documents", "New disagreements", "New silences", "Coming up"},
		"/search?q=frank":         {"Karin Lindqvist", "variant", "<mark>frank</mark>"},
		"/docs":                   {"/api/encounters", "OpenAPI 3.1"},
		"/review":                 {"most doubtful first"},
		"/decisions":              {"Nothing was decided yet"},
	} {
		contains(t, target, page(t, h, target), words...)
	}
	if w := ask(h, "GET", "/person/nobody"); w.Code != http.StatusNotFound {
		t.Errorf("a person nobody tells of answers %d", w.Code)
	}
}

// links are the addresses that a page leads to on this desk.
func links(body string) []string {
	var out []string
	for _, part := range strings.Split(body, `href="`)[1:] {
		l := part[:strings.IndexByte(part, '"')]
		if strings.HasPrefix(l, "/") {
			out = append(out, html.UnescapeString(l))
		}
	}
	return out
}

func TestNoLinkOfAnyPageLeadsNowhere(t *testing.T) {
	h := openDesk(t, openStore(t, append(sample(), hostile())...))
	seen := map[string]bool{"/": true}
	todo := []string{"/"}
	for len(todo) > 0 && len(seen) < 2000 {
		at := todo[0]
		todo = todo[1:]
		w := ask(h, "GET", at)
		if w.Code != http.StatusOK && w.Code != http.StatusFound {
			t.Errorf("GET %s answers %d", at, w.Code)
		}
		if !strings.Contains(w.Header().Get("Content-Type"), "html") {
			continue
		}
		for _, l := range links(w.Body.String()) {
			if l, _, _ = strings.Cut(l, "#"); !seen[l] {
				seen[l] = true
				todo = append(todo, l)
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("only %d pages are led to", len(seen))
	}
}

func TestTheAPIDescribesItselfInOpenAPI31AndAnswersProblems(t *testing.T) {
	h := openDesk(t, openStore(t, sample()...))
	var doc struct {
		OpenAPI string
		Paths   map[string]any
	}
	if err := json.Unmarshal([]byte(page(t, h, "/api/openapi.json")), &doc); err != nil || !strings.HasPrefix(doc.OpenAPI, "3.1") || len(doc.Paths) < 15 {
		t.Errorf("OpenAPI %q with %d paths (%v)", doc.OpenAPI, len(doc.Paths), err)
	}
	for target, want := range map[string]int{"/api/encounters/ffff00001111": 404, "/api/encounters?status=maybe": 422, "/api/encounters?since=soon": 400, "/api/nothing": 404,
		"/api/profiles/party/nobody": 404, "/api/document?id=none": 404} {
		w := ask(h, "GET", target)
		if w.Code != want || !strings.HasPrefix(w.Header().Get("Content-Type"), "application/problem+json") {
			t.Errorf("GET %s answers %d %s; want %d, problem+json", target, w.Code, w.Header().Get("Content-Type"), want)
		}
		if w.Header().Get("ETag") != "" {
			t.Errorf("GET %s: an error can be held on to by its tag", target)
		}
	}
	for _, target := range []string{"/api/overview", "/api/encounters", "/api/documents", "/api/document?id=se-1", "/api/names", "/api/names/find?q=lind", "/api/profiles/side/peru",
		"/api/pairs/peru/sweden", "/api/outlet?name=Daily", "/api/disagreements", "/api/silences", "/api/prospects?type=open", "/api/search?q=frank", "/api/review", "/api/decisions"} {
		if body := page(t, h, target); !json.Valid([]byte(body)) {
			t.Errorf("GET %s gives no JSON: %.100s", target, body)
		}
	}
}

func TestEachStatementThatIsFoundIsShownOnSomePageOfTheSearch(t *testing.T) {
	w := newWorld(5)
	var rs []readout.Readout
	for range 320 {
		rs = append(rs, w.document())
	}
	s := openStore(t, rs...)
	h := openDesk(t, s)
	for _, query := range []string{"q=useful", "q=useful&outlet=the", "q=useful&since=2000&until=2030", "q=useful&outlet=b"} {
		seen := map[string]bool{}
		after, pages := "", 0
		for {
			var v struct {
				Statements struct {
					List []struct {
						ID   string
						Also []struct{ Document string }
					}
					Next string
				}
			}
			if err := json.Unmarshal([]byte(page(t, h, "/api/search?in=statements&"+query+"&after="+after)), &v); err != nil {
				t.Fatal(err)
			}
			for _, x := range v.Statements.List {
				if seen[x.ID] {
					t.Fatalf("%s: %s is shown twice", query, x.ID)
				}
				seen[x.ID] = true
				for _, o := range x.Also {
					seen[x.ID+o.Document] = true
				}
			}
			pages++
			if after = v.Statements.Next; after == "" {
				break
			}
		}
		if query != "q=useful&outlet=b" && len(seen) < 250 || pages < 2 {
			t.Errorf("%s: %d statements on %d pages", query, len(seen), pages)
		}
	}
	contains(t, "the search in statements", page(t, h, "/search?q=useful&in=statements"), "Further statements")
	contains(t, "the search by speaker", page(t, openDesk(t, openStore(t, sample()...)), "/search?speaker=Lindqvist"), "Karin Lindqvist", "useful")
	for _, bad := range []string{"/search?q=a&in=documents&after=x!", "/search?q=a&in=all", "/search?q=a&since=soon"} {
		if w := ask(h, "GET", bad); w.Code != http.StatusBadRequest {
			t.Errorf("GET %s answers %d", bad, w.Code)
		}
	}
}

func TestWhatAnEditTookBackIsShownAsWithdrawn(t *testing.T) {
	was := sample()[2:3]
	s := openStore(t, was...)
	h := openDesk(t, s)
	es, err := s.Encounters(store.Filter{Party: "Lindqvist"})
	if err != nil || len(es) != 1 {
		t.Fatal(err, es)
	}
	here := "/encounter/" + es[0].ID
	now := article(was[0].Document, tell{words: "Karin Lindqvist met Ada Okonjo in Lima on 1 June at the Lima Summit.", a: lind, b: okon, status: readout.Held, kind: readout.Meeting,
		date: "2019-06-01", city: "Lima", country: "Peru", code: "PE", gathering: "Lima Summit"})
	put := func(r readout.Readout) {
		t.Helper()
		if _, err := s.Add([]readout.Readout{r}, false); err != nil {
			t.Fatal(err)
		}
		if err := s.Settle(); err != nil {
			t.Fatal(err)
		}
	}
	put(now)
	target := ask(h, "GET", here)
	if target.Code == http.StatusFound {
		here = target.Header().Get("Location")
	}
	contains(t, "the encounter", page(t, h, here), "Withdrawn", "<del><bdi>cocoa</bdi></del>")
	contains(t, "the print view", page(t, h, here+"/print"), "Withdrawn", "cocoa")
	contains(t, "the document", page(t, h, "/document?id=daily-1"), "earlier text", "withdrawn", "Álvaro Mora, Ada Okonjo", "topic cocoa of the held meeting: Karin Lindqvist, Ada Okonjo")
	put(article(was[0].Document))
	w := ask(h, "GET", here)
	if w.Code != http.StatusGone {
		t.Errorf("an encounter that was withdrawn answers %d", w.Code)
	}
	contains(t, "what was withdrawn", w.Body.String(), "No document tells of this encounter any more", "held meeting: Karin Lindqvist, Ada Okonjo")
}

func TestAPageIsNotSentAgainUntilTheRecordChanges(t *testing.T) {
	s := openStore(t, sample()...)
	h := openDesk(t, s)
	for _, target := range []string{"/timeline", "/api/encounters"} {
		tag := ask(h, "GET", target).Header().Get("ETag")
		again := ask(h, "GET", target, func(r *http.Request) { r.Header.Set("If-None-Match", tag) })
		if tag == "" || again.Code != http.StatusNotModified || again.Body.Len() > 0 {
			t.Errorf("%s with its tag %q answers %d", target, tag, again.Code)
		}
	}
	tag := ask(h, "GET", "/timeline").Header().Get("ETag")
	if _, err := s.Add([]readout.Readout{hostile()}, false); err != nil {
		t.Fatal(err)
	}
	if w := ask(h, "GET", "/timeline", func(r *http.Request) { r.Header.Set("If-None-Match", tag) }); w.Code != http.StatusOK {
		t.Errorf("after a change the old tag still answers %d", w.Code)
	}
}

func TestWhatIsShownCanBeTakenOutInEveryFormat(t *testing.T) {
	s := openStore(t, sample()...)
	h := openDesk(t, s)
	for _, x := range exportsOf(filter{Party: "karin-lindqvist", Status: "held"}) {
		w := ask(h, "GET", x.Link)
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment; filename=\"readout.") {
			t.Errorf("%s answers %d, %q", x.Link, w.Code, w.Header().Get("Content-Disposition"))
		}
	}
	rows := strings.Count(page(t, h, "/export?format=csv&country=sweden&with=peru&kind=call"), "\n")
	if rows != 2 {
		t.Errorf("the table of the one call has %d lines; want a head and a row", rows)
	}
	for query, want := range map[string]int{"party=karin-lindqvist": 0, "topic=cocoa": 0, "text=cocoa": 0, "outlet=daily": 0, "found=silence": 0, "place=peru": 0, "gathering=lima-summit": 0,
		"party=karin-lindqvist&with=ada-okonjo&country=sweden": 0, "status=denied": 0, "since=2019-06&until=2019": 0, "text=nothing-of-the-kind": -1} {
		shown := strings.Count(page(t, h, "/timeline?"+query), `<td class="when">`)
		if rows := strings.Count(page(t, h, "/export?format=csv&"+query), "\n") - 1; rows != shown || rows == 0 && want == 0 {
			t.Errorf("the timeline of %s shows %d encounters, its table has %d", query, shown, rows)
		}
	}
	contains(t, "the page to hand in", page(t, h, "/export?format=markdown&encounter="+theCall(t, s)), "Karin Lindqvist")
	for _, bad := range []string{"/export", "/export?format=exe"} {
		if w := ask(h, "GET", bad); w.Code != http.StatusBadRequest {
			t.Errorf("GET %s answers %d", bad, w.Code)
		}
	}
}

func post(h http.Handler, target string, form url.Values, change ...func(*http.Request)) *httptest.ResponseRecorder {
	body := func(r *http.Request) {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		r.Body = io.NopCloser(strings.NewReader(form.Encode()))
	}
	return ask(h, "POST", target, append([]func(*http.Request){body}, change...)...)
}

func TestAnAnalystAcceptsCorrectsSplitsMergesRejectsAndUndoes(t *testing.T) {
	s := openStore(t, sample()...)
	at := clock()
	h := openDesk(t, s, func(o *Options) { // of two decisions the later one holds
		o.Now = func() time.Time { at = at.Add(time.Second); return at }
	})
	id := theCall(t, s)
	decide := func(what string, form url.Values) string {
		t.Helper()
		w := post(h, "/review", form)
		if w.Code != http.StatusSeeOther {
			t.Fatalf("%s answers %d: %s", what, w.Code, w.Body)
		}
		return w.Header().Get("Location")
	}
	last := func() store.Decided {
		t.Helper()
		ds, err := s.Decisions(store.DecisionFilter{Active: true})
		if err != nil || len(ds) == 0 {
			t.Fatal("no decision is in force", err)
		}
		return ds[len(ds)-1]
	}
	contains(t, "the queue", page(t, h, "/review"), "accounts contradict each other")
	decide("accepting", url.Values{"kind": {"accept"}, "encounters": {id}, "reason": {"checked with both"}})
	if strings.Contains(page(t, h, "/review"), "accounts contradict each other") {
		t.Error("what was accepted is still in the queue")
	}
	contains(t, "the encounter", page(t, h, "/encounter/"+id), "accepted", "checked with both", "ana")
	decide("correcting", url.Values{"kind": {"correct"}, "encounters": {id}, "field": {"date"}, "value": {"2019-05-04"}})
	contains(t, "the corrected encounter", page(t, h, "/encounter/"+id), "4 May 2019", "date is 2019-05-04")
	decide("undoing", url.Values{"kind": {"undo"}, "undoes": {last().ID}})
	contains(t, "the encounter after the undo", page(t, h, "/encounter/"+id), "3 May 2019", "taken back")
	decide("splitting", url.Values{"kind": {"different"}, "encounters": {id}, "documents": {"pe-1"}})
	calls, err := s.Encounters(store.Filter{Kind: "call"})
	if err != nil || len(calls) != 2 {
		t.Fatalf("after the split there are %d calls, %v", len(calls), err)
	}
	decide("merging", url.Values{"kind": {"same"}, "encounters": {calls[0].ID, "http://127.0.0.1:8080/encounter/" + calls[1].ID}})
	decide("rejecting", url.Values{"kind": {"reject"}, "encounters": {theCall(t, s)}, "back": {"/decisions"}})
	if left, _ := s.Encounters(store.Filter{Kind: "call"}); len(left) != 0 {
		t.Errorf("%d calls are left after they were called none", len(left))
	}
	contains(t, "the history", page(t, h, "/decisions"), "not an encounter", "one encounter", "different encounters", "took back", "accepted")
	if n := strings.Count(page(t, h, "/decisions.jsonl"), "\n"); n != 6 {
		t.Errorf("the export holds %d decisions; want 6", n)
	}
	bad := post(h, "/review", url.Values{"kind": {"correct"}, "encounters": {calls[0].ID}, "field": {"date"}, "value": {"soon"}})
	if bad.Code != http.StatusUnprocessableEntity && bad.Code != http.StatusNotFound {
		t.Errorf("a date that is none answers %d", bad.Code)
	}
}

// fromPage is the sample's first release made from a page, with the page.
func fromPage(t testing.TB, s *store.Store, body string) {
	t.Helper()
	hash, err := s.KeepPage(store.WebPage{Address: "release.html", Body: []byte(body), Fetched: clock()}, true)
	if err != nil {
		t.Fatal(err)
	}
	p, err := webpage.Read([]byte(body), "", "")
	if err != nil {
		t.Fatal(err)
	}
	text := p.Document.Text
	where := func(words string) readout.Span {
		at := strings.Index(text, words)
		if at < 0 {
			t.Fatalf("%q is not in %q", words, text)
		}
		return readout.Span{Start: readout.Offset(at), End: readout.Offset(at + len(words))}
	}
	r := readout.Readout{Document: p.Document}
	r.Document.ID = "release"
	r.Document.Proof = readout.Proof{Page: hash, Charset: p.Charset, Map: p.Map.Pack()}
	f := readout.Facts{Kind: readout.Cite(readout.Meeting, "met", readout.Stated, where("met")), Status: readout.Cite(readout.Held, "met", readout.Stated, where("met")),
		Participants: []readout.Cited[readout.Party]{readout.Cite(lind, "subject", readout.Stated, where("Karin Lindqvist")), readout.Cite(mora, "object", readout.Stated, where("Álvaro Mora"))}}
	r.Encounters = []readout.Encounter{{Facts: f, Evidence: []readout.Span{where("met")}, Accounts: []readout.Account{{Facts: f, Evidence: []readout.Span{where("met")}}}}}
	if _, err := s.Add([]readout.Readout{r}, false); err != nil {
		t.Fatal(err)
	}
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
}

const release = `<html><head><title>Release</title><script>alert("run")</script></head><body onload="alert(2)"><article><h1>Talks in Lima</h1>
<p><img src=x onerror="alert(3)">Karin <b>Lindqvist</b> met &Aacute;lvaro Mora in Lima on Sunday, and both spoke of fish for the whole of the afternoon, her office said.</p>
<p>They had last seen each other in spring, when the two delegations signed the agreement on the northern waters in Stockholm.</p></article></body></html>`

func TestThePageAsFetchedIsShownBesideTheArticleAndNeverRun(t *testing.T) {
	s := openStore(t, sample()...)
	fromPage(t, s, release)
	h := openDesk(t, s)
	contains(t, "the article", page(t, h, "/document?id=release"), `href="/document?id=release&amp;page=1">The page as fetched`)
	body := page(t, h, "/document?id=release&page=1")
	contains(t, "the page beside it", body, `class="hl k-who" href="#f1-3" data-f="f1-3">Karin</a>`, `data-f="f1-3">Lindqvist</a>`, `>&amp;Aacute;lvaro Mora</a>`, `&lt;img src=x onerror=`, "release.html", "SHA-256")
	for _, bad := range []string{"<img src=x", "<script>alert", `<body onload`} {
		if strings.Contains(body, bad) {
			t.Errorf("the page's %s is let through", bad)
		}
	}
	if strings.Contains(page(t, h, "/document?id=se-1&page=1"), "The page as fetched") {
		t.Error("a text that was made from no page shows one")
	}
	var v fetchedView
	if err := json.Unmarshal([]byte(page(t, h, "/api/document/page?id=release")), &v); err != nil {
		t.Fatal(err)
	}
	for _, f := range v.Facts {
		got := ""
		for _, b := range f.Bytes {
			got += release[b[0]:b[1]]
		}
		if f.Kind == "who" && got != "KarinLindqvist" && got != "&Aacute;lvaro Mora" {
			t.Errorf("a participant's words are at the bytes %q", got)
		}
	}
	if w := ask(h, "GET", "/api/document/page?id=se-1"); w.Code != http.StatusNotFound {
		t.Errorf("the page of a text answers %d", w.Code)
	}
}

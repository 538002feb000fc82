package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/store"
)

// searchFilter says what is searched for: each field is a parameter of the address, with
// the same name in the API.
type searchFilter struct {
	Q       string `query:"q" json:"q,omitempty" maxLength:"200" doc:"Words that must all occur; in quotation marks together; a trailing * for any ending."`
	In      string `query:"in" json:"in,omitempty" enum:"statements,encounters,documents" doc:"Only in these."`
	Speaker string `query:"speaker" json:"speaker,omitempty" maxLength:"200" doc:"Who says it."`
	Outlet  string `query:"outlet" json:"outlet,omitempty" maxLength:"200" doc:"Part of the name of who publishes it."`
	Since   string `query:"since" json:"since,omitempty" doc:"Published (encounters: held) from this day, month or year on."`
	Until   string `query:"until" json:"until,omitempty" doc:"To the end of this day, month or year."`
	After   string `query:"after" json:"after,omitempty" doc:"With in: the cursor that the page before gave as next."`
}

// Page is the address of the search, in one kind of thing, behind a cursor.
func (f searchFilter) Page(in, after string) string {
	v := url.Values{}
	for _, p := range [...][2]string{{"q", f.Q}, {"in", in}, {"speaker", f.Speaker}, {"outlet", f.Outlet}, {"since", f.Since}, {"until", f.Until}, {"after", after}} {
		if p[1] != "" {
			v.Set(p[0], p[1])
		}
	}
	return "/search?" + v.Encode()
}

// searchView is what was found in names, encounters, statements and documents.
type searchView struct {
	Query      string                 `json:"query"`
	Filter     searchFilter           `json:"filter"`
	Names      []store.Term           `json:"names"`
	Encounters store.Hits[store.Card] `json:"encounters"`
	Statements store.Hits[said]       `json:"statements"`
	Documents  store.Hits[found]      `json:"documents"`
}

// said is words that somebody said, with all who print them: the variants of a
// quotation.
type said struct {
	statementLine
	Snippet   string  `json:"snippet"` // the found words between « and »
	Published string  `json:"published"`
	Also      []print `json:"also,omitempty"` // the same words elsewhere
}

type print struct {
	Document  string `json:"document"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Words     string `json:"words"`
	Speaker   string `json:"speaker"`
}

type found struct {
	documentLine
	Snippet string `json:"snippet"`
}

const (
	mostWords = 200 // characters of a query
	perSearch = 25
)

func (d *desk) search(f searchFilter) (searchView, error) {
	f.Q, f.Speaker, f.Outlet = strings.TrimSpace(f.Q), strings.TrimSpace(f.Speaker), strings.TrimSpace(f.Outlet)
	v := searchView{Query: f.Q, Filter: f, Names: []store.Term{}, Encounters: store.Hits[store.Card]{List: []store.Card{}},
		Statements: store.Hits[said]{List: []said{}}, Documents: store.Hits[found]{List: []found{}}}
	if len([]rune(f.Q+f.Speaker+f.Outlet)) > 3*mostWords || len([]rune(f.Q)) > mostWords {
		return v, &store.Asked{Field: "q", Reason: "that is too much to search for at once"}
	}
	if err := oneOf("in", f.In, "statements", "encounters", "documents"); err != nil {
		return v, err
	}
	q := store.WordQuery{Words: f.Q, Speaker: f.Speaker, Outlet: f.Outlet, Limit: perSearch}
	for _, b := range [...]struct {
		name, typed string
		to          *readout.Date
	}{{"since", f.Since, &q.Since}, {"until", f.Until, &q.Until}} {
		if b.typed != "" && !readoutDate(b.typed) {
			return v, &store.Asked{Field: b.name, Reason: strconv.Quote(b.typed) + " is no date: write 2014-11-10, 2014-11 or 2014"}
		}
		*b.to = readout.Date(b.typed)
	}
	if f.In != "" {
		q.Limit, q.After = perPage, f.After
	}
	var err error
	if f.Q != "" && f.In == "" {
		if v.Names, err = d.store.FindTerms(strings.Trim(f.Q, `"`), 8, store.FacetParty, store.FacetSide, store.FacetGathering, store.FacetTopic, store.FacetCountry); err != nil {
			return v, err
		}
	}
	return v, d.searchIn(&v, q)
}

// searchIn fills in what was found in statements, encounters and documents.
func (d *desk) searchIn(v *searchView, q store.WordQuery) (err error) {
	in := func(what string) bool { return v.Filter.In == "" || v.Filter.In == what }
	if in("statements") {
		hits, err := d.store.FindStatements(q)
		if err != nil {
			return err
		}
		v.Statements = store.Hits[said]{List: variants(hits.List), Next: hits.Next}
	}
	if in("documents") && q.Speaker == "" {
		hits, err := d.store.FindDocuments(q)
		if err != nil {
			return err
		}
		v.Documents.Next = hits.Next
		for _, h := range hits.List {
			s := h.Document
			v.Documents.List = append(v.Documents.List, found{documentLine{ID: s.ID, Outlet: outletOr(s), Title: s.Title, Published: s.Published, URL: outside(s.URL)}, h.Snippet})
		}
	}
	if in("encounters") && q.Speaker == "" && q.Outlet == "" && q.Words != "" {
		limit := q.Limit
		if v.Filter.In == "" {
			limit = 10
		}
		v.Encounters, err = d.store.FindEncounters(store.Query{Text: q.Words, Since: q.Since, Until: q.Until, After: q.After, Limit: limit})
	}
	return err
}

// variants puts statements together that are one: of one speaker, most words shared.
// The earliest published stands for them.
func variants(hits []store.StatementHit) []said {
	slices.SortStableFunc(hits, func(a, b store.StatementHit) int { return strings.Compare(a.Document.Published, b.Document.Published) })
	out := []said{}
	var words []map[string]bool
	for _, h := range hits {
		line := lineOf(h.Statement, h.Document, "")
		line.Words = oneLine(h.Words)
		mine := wordSet(h.Words)
		i := slices.IndexFunc(words, func(o map[string]bool) bool { return alike(mine, o) })
		if i >= 0 && sameSpeaker(out[i].Speaker, line.Speaker) {
			out[i].Also = append(out[i].Also, print{h.Document.ID, outletOr(h.Document), h.Document.Published, line.Words, line.Speaker})
			continue
		}
		out = append(out, said{line, h.Snippet, h.Document.Published, nil})
		words = append(words, mine)
	}
	return out
}

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Split(store.Slug(s), "-") {
		out[w] = true
	}
	return out
}

// alike tells whether two sets share more than three fifths of the smaller.
func alike(a, b map[string]bool) bool {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n >= 3 && 5*n > 3*min(len(a), len(b))
}

// sameSpeaker: a family name alone stands for the full one.
func sameSpeaker(a, b string) bool {
	x, y := strings.Fields(store.Slug(a)), strings.Fields(store.Slug(b))
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	last := func(s string) string { p := strings.Split(s, "-"); return p[len(p)-1] }
	return last(x[0]) == last(y[0])
}

func (d *desk) searchPage(w http.ResponseWriter, r *http.Request) error {
	g := r.URL.Query().Get
	v, err := d.search(searchFilter{g("q"), strings.TrimSpace(g("in")), g("speaker"), g("outlet"), strings.TrimSpace(g("since")), strings.TrimSpace(g("until")), g("after")})
	if err != nil {
		return err
	}
	return d.show(w, r, http.StatusOK, "search", "Search", v)
}

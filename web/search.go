package web

import (
	"net/http"
	"slices"
	"strings"

	"readout/store"
)

// searchView is what was found in names, encounters, statements and documents.
type searchView struct {
	Query      string                 `json:"query"`
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

func (d *desk) search(query string) (searchView, error) {
	query = strings.TrimSpace(query)
	if len([]rune(query)) > mostWords {
		return searchView{}, &store.Asked{Field: "q", Reason: "that is too much to search for at once"}
	}
	v := searchView{Query: query, Names: []store.Term{}, Encounters: store.Hits[store.Card]{List: []store.Card{}},
		Statements: store.Hits[said]{List: []said{}}, Documents: store.Hits[found]{List: []found{}}}
	if query == "" {
		return v, nil
	}
	var err error
	if v.Names, err = d.store.FindTerms(strings.Trim(query, `"`), 8, store.FacetParty, store.FacetSide, store.FacetGathering, store.FacetTopic, store.FacetCountry); err != nil {
		return v, err
	}
	if v.Encounters, err = d.store.FindEncounters(query, 10); err != nil {
		return v, err
	}
	sts, err := d.store.FindStatements(query, perSearch)
	if err != nil {
		return v, err
	}
	v.Statements = store.Hits[said]{List: variants(sts.List), More: sts.More}
	docs, err := d.store.FindDocuments(query, perSearch)
	if err != nil {
		return v, err
	}
	v.Documents.More = docs.More
	for _, h := range docs.List {
		s := h.Document
		v.Documents.List = append(v.Documents.List, found{documentLine{ID: s.ID, Outlet: outletOr(s), Title: s.Title, Published: s.Published, URL: outside(s.URL)}, h.Snippet})
	}
	return v, nil
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
	v, err := d.search(r.URL.Query().Get("q"))
	if err != nil {
		return err
	}
	return d.show(w, r, http.StatusOK, "search", "Search", v)
}

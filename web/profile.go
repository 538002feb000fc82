package web

import (
	"net/http"
	"net/url"
	"slices"

	"readout/store"
)

// profile is what the record holds of one person, country, pair, gathering, topic or
// place.
type profile struct {
	Terms        []store.Term   `json:"terms"` // one, or the two of a pair
	Counts       store.Counts   `json:"counts"`
	Life         store.Life     `json:"life"`
	Counterparts []store.With   `json:"counterparts"`
	People       []store.With   `json:"people"`
	Topics       []store.With   `json:"topics"`
	Places       []store.With   `json:"places"`
	Matrix       *matrix        `json:"matrix,omitempty"`
	TopicsByYear []topicHistory `json:"topics_by_year"`
	Encounters   []store.Card   `json:"encounters"`
	Next         string         `json:"next,omitempty"`
}

// topicHistory is how often a topic was talked about, year by year.
type topicHistory struct {
	Topic store.Term     `json:"topic"`
	Years []store.Bucket `json:"years"`
}

// matrix says which sides met which.
type matrix struct {
	Sides []string `json:"sides"`
	Rows  [][]int  `json:"rows"`
}

const (
	ranked       = 12 // counterparts, topics and places shown
	mostSides    = 16 // sides of a matrix
	topicsByYear = 5
	onProfile    = 20 // encounters
)

// profile answers for one term, or for the encounters that two have together.
func (d *desk) profile(terms ...store.Term) (profile, error) {
	v := profile{Terms: terms, Counterparts: []store.With{}, People: []store.With{}, Topics: []store.With{}, Places: []store.With{}, TopicsByYear: []topicHistory{}}
	q := store.Query{Terms: terms}
	var err error
	if v.Counts, err = d.store.Count(q); err != nil {
		return v, err
	}
	if v.Life, err = d.store.Life(terms, d.today()); err != nil {
		return v, err
	}
	if err := d.rankings(&v); err != nil {
		return v, err
	}
	v.Counterparts = slices.DeleteFunc(v.Counterparts, func(w store.With) bool { // its own side is none
		return len(terms) == 1 && terms[0].Facet == store.FacetParty && w.Key == store.Slug(terms[0].Note)
	})
	if len(terms) == 1 && terms[0].Facet == store.FacetGathering {
		if v.Matrix, err = d.matrix(terms[0]); err != nil {
			return v, err
		}
	}
	if terms[0].Facet != store.FacetTopic {
		if err := d.topicHistories(&v, terms); err != nil {
			return v, err
		}
	}
	page, err := d.store.Browse(store.Query{Terms: terms, Limit: onProfile})
	v.Encounters, v.Next = page.Cards, page.Next
	return v, err
}

// wanted leaves out lists that say nothing of a page's subject.
func wanted(terms []store.Term, facet string) bool {
	switch terms[0].Facet {
	case store.FacetTopic, store.FacetCountry, store.FacetOutlet:
		return facet == store.FacetSide
	case store.FacetPair:
		return facet != store.FacetSide
	}
	return true
}

// mostPlaces is how many countries the map shows.
const mostPlaces = 60

// rankings fills in who and what goes with the subject of a page.
func (d *desk) rankings(v *profile) error {
	lists := map[string]*[]store.With{store.FacetSide: &v.Counterparts, store.FacetParty: &v.People, store.FacetTopic: &v.Topics, store.FacetCountry: &v.Places}
	var facets []string
	for f := range lists {
		if wanted(v.Terms, f) {
			facets = append(facets, f)
		}
	}
	slices.Sort(facets)
	all, err := d.store.TogetherAll(v.Terms, facets, mostPlaces)
	for f, ws := range all {
		if f != store.FacetCountry {
			ws = ws[:min(len(ws), ranked)]
		}
		*lists[f] = ws
	}
	return err
}

func (d *desk) matrix(t store.Term) (*matrix, error) {
	sides, met, err := d.store.Matrix(t, mostSides)
	if err != nil || len(sides) < 2 {
		return nil, err
	}
	at := map[string]int{}
	m := &matrix{Sides: sides, Rows: make([][]int, len(sides))}
	for i, s := range sides {
		at[s] = i
		m.Rows[i] = make([]int, len(sides))
	}
	for _, x := range met {
		a, ok := at[x.A]
		b, ok2 := at[x.B]
		if ok && ok2 {
			m.Rows[a][b], m.Rows[b][a] = x.N, x.N
		}
	}
	return m, nil
}

func (d *desk) topicHistories(v *profile, terms []store.Term) error {
	for _, t := range v.Topics[:min(len(v.Topics), topicsByYear)] {
		if t.Shared < 2 {
			break
		}
		c, err := d.store.Count(store.Query{Terms: append([]store.Term{t.Term}, terms...)})
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(c.Buckets, func(b store.Bucket) bool { return b.Date != "" }) {
			continue // none of it has a date
		}
		v.TopicsByYear = append(v.TopicsByYear, topicHistory{t.Term, c.Buckets})
	}
	return nil
}

// profilePage shows the page of a term.
func profilePage(facet string) func(*desk, http.ResponseWriter, *http.Request) error {
	return func(d *desk, w http.ResponseWriter, r *http.Request) error {
		t, err := d.known(facet, r.PathValue("key"))
		if err != nil {
			return err
		}
		v, err := d.profile(t)
		if err != nil {
			return err
		}
		return d.showProfile(w, r, t.Label, v)
	}
}

// known is a term that the record holds.
func (d *desk) known(facet, key string) (store.Term, error) {
	t, err := d.store.Term(facet, key)
	if err == nil && t.Total == 0 {
		err = refuse(http.StatusNotFound, "The record tells of no encounter under this name. Names as they are written are found by the search.")
	}
	return t, err
}

// pair looks up the two of a pair, sides before persons.
func (d *desk) pair(a, b string) ([]store.Term, error) {
	var out []store.Term
	for _, key := range []string{a, b} {
		t, err := d.store.Term(store.FacetSide, key)
		if err == nil && t.Total == 0 {
			t, err = d.known(store.FacetParty, key)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	if out[0].Facet == store.FacetSide && out[1].Facet == store.FacetSide {
		t, err := d.store.Term(store.FacetPair, store.PairKey(a, b))
		if err != nil || t.Total > 0 {
			return []store.Term{t}, err
		}
	}
	return out, nil
}

func (d *desk) pairPage(w http.ResponseWriter, r *http.Request) error {
	terms, err := d.pair(r.PathValue("a"), r.PathValue("b"))
	if err != nil {
		return err
	}
	v, err := d.profile(terms...)
	if err != nil {
		return err
	}
	title := terms[0].Label
	if len(terms) == 2 {
		title += " – " + terms[1].Label
	}
	return d.showProfile(w, r, title, v)
}

func (d *desk) showProfile(w http.ResponseWriter, r *http.Request, title string, v profile) error {
	f := filterFor(v.Terms)
	return d.show(w, r, http.StatusOK, "profile", title, struct {
		profile
		Name   string
		Facet  string
		Filter filter
		Chart  chart
		Map    worldMap
		Lines  []sparkline
	}{v, title, v.Terms[0].Facet, f, chartOf(v.Counts.Buckets, f), mapOf(v.Places, f), sparklines(v.TopicsByYear, v.Counts.Buckets)})
}

// filterFor is the timeline of some terms.
func filterFor(terms []store.Term) filter {
	var f filter
	for _, t := range terms {
		switch t.Facet {
		case store.FacetParty:
			f.With, f.Party = f.Party, t.Key
		case store.FacetSide:
			if f.Country != "" {
				f.With = f.Country
			}
			f.Country = t.Key
		case store.FacetPair:
			f.Country, f.With = pairSides(t.Key)
		case store.FacetGathering:
			f.Gathering = t.Key
		case store.FacetTopic:
			f.Topic = t.Key
		case store.FacetCountry, store.FacetCity:
			f.Place = t.Key
		case store.FacetOutlet:
			f.Outlet = t.Key
		}
	}
	return f
}

func pairSides(key string) (a, b string) {
	for i := range key {
		if key[i] == '~' {
			return key[:i], key[i+1:]
		}
	}
	return key, ""
}

// outletView is one outlet: what it publishes, how much of it is copied, whom it
// tells of.
type outletView struct {
	store.OutletRow
	Originals  int            `json:"originals"`
	Documents  []documentLine `json:"list"`
	Next       string         `json:"next,omitempty"`
	Sides      []store.With   `json:"sides"`
	Counts     store.Counts   `json:"counts"`
	Encounters []store.Card   `json:"encounters"`
}

func (d *desk) outlet(name, after string) (outletView, error) {
	var v outletView
	var err error
	if v.OutletRow, err = d.store.Outlet(name); err != nil {
		return v, err
	}
	if v.OutletRow.Documents == 0 {
		return v, refuse(http.StatusNotFound, "The record holds no document of this outlet.")
	}
	v.Originals = v.OutletRow.Documents - v.Copies
	list, next, err := d.store.ListDocuments(store.DocumentQuery{Outlet: name, Named: true, After: after, Limit: 30})
	if err != nil {
		return v, err
	}
	v.Documents, v.Next = documentLines(list), next
	t, err := d.store.Term(store.FacetOutlet, store.Slug(name))
	if err != nil || t.Total == 0 {
		return v, err
	}
	if v.Sides, err = d.store.Together(t, store.FacetSide, ranked); err != nil {
		return v, err
	}
	if v.Counts, err = d.store.Count(store.Query{Terms: []store.Term{t}}); err != nil {
		return v, err
	}
	page, err := d.store.Browse(store.Query{Terms: []store.Term{t}, Limit: onProfile})
	v.Encounters = page.Cards
	return v, err
}

func (d *desk) outletPage(w http.ResponseWriter, r *http.Request) error {
	name := r.URL.Query().Get("name")
	v, err := d.outlet(name, r.URL.Query().Get("after"))
	if err != nil {
		return err
	}
	f := filter{Outlet: store.Slug(name)}
	return d.show(w, r, http.StatusOK, "outlet", v.Name, struct {
		outletView
		Chart  chart
		Filter filter
	}{v, chartOf(v.Counts.Buckets, f), f})
}

// browseView lists the terms with the most encounters.
type browseView struct {
	People     []store.Term      `json:"people"`
	Sides      []store.Term      `json:"sides"`
	Pairs      []store.Term      `json:"pairs"`
	Gatherings []store.Term      `json:"gatherings"`
	Topics     []store.Term      `json:"topics"`
	Places     []store.Term      `json:"places"`
	Outlets    []store.OutletRow `json:"outlets"`
}

func (d *desk) browse() (browseView, error) {
	var v browseView
	for _, l := range [...]struct {
		facet string
		to    *[]store.Term
	}{{store.FacetParty, &v.People}, {store.FacetSide, &v.Sides}, {store.FacetPair, &v.Pairs}, {store.FacetGathering, &v.Gatherings},
		{store.FacetTopic, &v.Topics}, {store.FacetCountry, &v.Places}} {
		ts, err := d.store.Largest(l.facet, 40)
		if err != nil {
			return v, err
		}
		*l.to = ts
	}
	var err error
	v.Outlets, err = d.store.Outlets(40)
	return v, err
}

func (d *desk) browsePage(w http.ResponseWriter, r *http.Request) error {
	v, err := d.browse()
	if err != nil {
		return err
	}
	return d.show(w, r, http.StatusOK, "browse", "Who and what", v)
}

// linkTo is the page of a term.
func linkTo(facet, key string) string {
	e := url.PathEscape(key)
	switch facet {
	case store.FacetParty:
		return "/person/" + e
	case store.FacetSide:
		return "/country/" + e
	case store.FacetGathering:
		return "/gathering/" + e
	case store.FacetTopic:
		return "/topic/" + e
	case store.FacetCountry:
		return "/place/" + e
	case store.FacetPair:
		a, b := pairSides(key)
		return "/pair/" + url.PathEscape(a) + "/" + url.PathEscape(b)
	}
	return filterFor([]store.Term{{Facet: facet, Key: key}}).But()
}

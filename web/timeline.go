package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"readout"
	"readout/store"
)

// filter is what a timeline can be asked for: each field is a parameter of the
// address, with the same name in the API.
type filter struct {
	Party     string `query:"party" json:"party,omitempty" doc:"A participant: a person, country or body, by key or by name."`
	With      string `query:"with" json:"with,omitempty" doc:"Another participant."`
	Country   string `query:"country" json:"country,omitempty" doc:"A side: a country or body that participants act for."`
	Place     string `query:"place" json:"place,omitempty" doc:"A city or country where it happened."`
	Gathering string `query:"gathering" json:"gathering,omitempty" doc:"A summit, conference or round."`
	Topic     string `query:"topic" json:"topic,omitempty" doc:"What was talked about."`
	Outlet    string `query:"outlet" json:"outlet,omitempty" doc:"Who tells of it."`
	Status    string `query:"status" json:"status,omitempty" enum:"held,planned,proposed,cancelled,denied" doc:"Whether it happened."`
	Kind      string `query:"kind" json:"kind,omitempty" enum:"meeting,brief,call,visit" doc:"The kind of encounter."`
	Found     string `query:"found" json:"found,omitempty" enum:"contradiction,disagreement,silence,prospect" doc:"Only those in which this was found."`
	Text      string `query:"text" json:"text,omitempty" doc:"Words of participants, places, gatherings and topics."`
	Since     string `query:"since" json:"since,omitempty" doc:"From this day, month or year: 2014-11-10, 2014-11 or 2014."`
	Until     string `query:"until" json:"until,omitempty" doc:"To the end of this day, month or year."`
	Order     string `query:"order" json:"order,omitempty" enum:"latest,oldest" doc:"The latest first unless told otherwise."`
	After     string `query:"after" json:"after,omitempty" doc:"The cursor that the page before gave as next."`
}

// filterOf reads a filter from an address.
func filterOf(v url.Values) filter {
	g := func(k string) string { return strings.TrimSpace(v.Get(k)) }
	return filter{g("party"), g("with"), g("country"), g("place"), g("gathering"), g("topic"), g("outlet"), g("status"), g("kind"), g("found"),
		g("text"), g("since"), g("until"), g("order"), g("after")}
}

// values are the parameters of the filter's address, without the cursor.
func (f filter) values() url.Values {
	v := url.Values{}
	for _, p := range [...][2]string{{"party", f.Party}, {"with", f.With}, {"country", f.Country}, {"place", f.Place}, {"gathering", f.Gathering},
		{"topic", f.Topic}, {"outlet", f.Outlet}, {"status", f.Status}, {"kind", f.Kind}, {"found", f.Found}, {"text", f.Text},
		{"since", f.Since}, {"until", f.Until}, {"order", f.Order}} {
		if p[1] != "" {
			v.Set(p[0], p[1])
		}
	}
	return v
}

// But is the address of the filter with some parameters set otherwise; an empty value
// takes one out.
func (f filter) But(pairs ...string) string {
	v := f.values()
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			v.Del(pairs[i])
		} else {
			v.Set(pairs[i], pairs[i+1])
		}
	}
	if len(v) == 0 {
		return "/timeline"
	}
	return "/timeline?" + v.Encode()
}

// chosen is a name that was asked for, with the term it was taken for.
type chosen struct {
	Param  string       `json:"param"`
	Typed  string       `json:"typed"`
	Term   store.Term   `json:"term"`
	Others []store.Term `json:"others"` // what else it could mean
}

// timeline is a page of encounters with what there is around it.
type timeline struct {
	Filter     filter       `json:"filter"`
	Chosen     []chosen     `json:"chosen"`
	Counts     store.Counts `json:"counts"`
	Encounters []store.Card `json:"encounters"`
	Next       string       `json:"next,omitempty"`
	Sides      []store.With `json:"sides"`
	Topics     []store.With `json:"topics"`
}

const perPage = 50

// query looks up the names of a filter.
func (d *desk) query(f filter) (store.Query, []chosen, error) {
	q := store.Query{Status: f.Status, Kind: f.Kind, Found: f.Found, Text: f.Text, After: f.After, Limit: perPage, OldestFirst: f.Order == "oldest"}
	for _, b := range [...]struct {
		name, typed string
		to          *readout.Date
	}{{"since", f.Since, &q.Since}, {"until", f.Until, &q.Until}} {
		day := readout.Date(b.typed)
		if _, _, ok := day.Days(); b.typed != "" && !ok {
			return q, nil, &store.Asked{Field: b.name, Reason: strconv.Quote(b.typed) + " is no date: write 2014-11-10, 2014-11 or 2014"}
		}
		*b.to = day
	}
	if err := oneOf("status", f.Status, "held", "planned", "proposed", "cancelled", "denied"); err != nil {
		return q, nil, err
	}
	if err := oneOf("kind", f.Kind, "meeting", "brief", "call", "visit"); err != nil {
		return q, nil, err
	}
	if err := oneOf("found", f.Found, "contradiction", "disagreement", "silence", "prospect"); err != nil {
		return q, nil, err
	}
	all := []chosen{}
	for _, p := range [...]struct {
		param, typed string
		facets       []string
	}{
		{"party", f.Party, []string{store.FacetParty, store.FacetSide}},
		{"with", f.With, []string{store.FacetParty, store.FacetSide}},
		{"country", f.Country, []string{store.FacetSide}},
		{"place", f.Place, []string{store.FacetCity, store.FacetCountry}},
		{"gathering", f.Gathering, []string{store.FacetGathering}},
		{"topic", f.Topic, []string{store.FacetTopic}},
		{"outlet", f.Outlet, []string{store.FacetOutlet}},
	} {
		if p.typed == "" {
			continue
		}
		c, err := d.choose(p.param, p.typed, p.facets)
		if err != nil {
			return q, all, err
		}
		q.Terms = append(q.Terms, c.Term)
		all = append(all, c)
	}
	return q, all, nil
}

func oneOf(field, v string, allowed ...string) error {
	for _, a := range allowed {
		if v == a {
			return nil
		}
	}
	if v == "" {
		return nil
	}
	return &store.Asked{Field: field, Reason: strconv.Quote(v) + " is none of " + strings.Join(allowed, ", ")}
}

// choose takes a typed name for the term it most likely means.
func (d *desk) choose(param, typed string, facets []string) (chosen, error) {
	c := chosen{Param: param, Typed: typed, Term: store.Term{Facet: facets[0], Key: store.Slug(typed), Label: typed}, Others: []store.Term{}}
	if store.Slug(typed) == typed { // a key, as our own links have it
		for _, f := range facets {
			t, err := d.store.Term(f, typed)
			if err != nil || t.Total > 0 {
				c.Term = t
				return c, err
			}
		}
	}
	found, err := d.store.FindTerms(typed, 6, facets...)
	if len(found) > 0 {
		c.Term, c.Others = found[0], found[1:]
	}
	return c, err
}

// timeline answers a filter.
func (d *desk) timeline(f filter) (timeline, error) {
	v := timeline{Filter: f}
	q, chosen, err := d.query(f)
	if err != nil {
		return v, err
	}
	v.Chosen = chosen
	page, err := d.store.Browse(q)
	if err != nil {
		return v, err
	}
	v.Encounters, v.Next = page.Cards, page.Next
	if v.Counts, err = d.store.Count(q); err != nil {
		return v, err
	}
	around, err := d.around(q, 10, store.FacetSide, store.FacetTopic)
	v.Sides, v.Topics = around[store.FacetSide], around[store.FacetTopic]
	return v, err
}

// around ranks the terms of some facets that a query can be narrowed by.
func (d *desk) around(q store.Query, limit int, facets ...string) (map[string][]store.With, error) {
	narrow := q.Status != "" || q.Kind != "" || q.Found != "" || q.Since != "" || q.Until != "" || q.Text != ""
	if narrow || len(q.Terms) > 1 {
		return d.store.Among(q, facets, limit)
	}
	if len(q.Terms) == 1 {
		return d.store.TogetherAll(q.Terms, facets, limit)
	}
	out := map[string][]store.With{}
	for _, f := range facets {
		ts, err := d.store.Largest(f, limit)
		if err != nil {
			return nil, err
		}
		out[f] = []store.With{}
		for _, t := range ts {
			out[f] = append(out[f], store.With{Term: t, Shared: t.Total})
		}
	}
	return out, nil
}

func (d *desk) timelinePage(w http.ResponseWriter, r *http.Request) error {
	v, err := d.timeline(filterOf(r.URL.Query()))
	if err != nil {
		return err
	}
	return d.show(w, r, http.StatusOK, "timeline", "Timeline", timelinePage{v, chartOf(v.Counts.Buckets, v.Filter), choicesOf(v), zoomOf(v.Filter), exportsOf(v.Filter)})
}

// timelinePage is a timeline with what the page alone needs.
type timelinePage struct {
	timeline
	Chart   chart
	Choices []choiceGroup
	Zoom    []crumb
	Exports []exportLink
}

// choiceGroup are the values of a filter that a reader can click, with their counts.
type choiceGroup struct {
	Label   string
	Choices []choice
}

type choice struct {
	Label, Mark string
	N           int
	On          bool
	Link        string
}

func choicesOf(v timeline) []choiceGroup {
	group := func(label, param, now string, names []string, n map[string]int) choiceGroup {
		g := choiceGroup{Label: label}
		for _, name := range names {
			c := choice{Label: name, N: n[name], On: now == name, Link: v.Filter.But(param, name)}
			if param == "status" {
				c.Mark = name
			}
			if c.On {
				c.Link = v.Filter.But(param, "")
			}
			if c.N > 0 || c.On {
				g.Choices = append(g.Choices, c)
			}
		}
		return g
	}
	return []choiceGroup{
		group("Status", "status", v.Filter.Status, []string{"held", "planned", "proposed", "cancelled", "denied"}, v.Counts.Status),
		group("Kind", "kind", v.Filter.Kind, []string{"meeting", "call", "brief", "visit"}, v.Counts.Kind),
		withGroup("With", "country", v.Filter, v.Sides),
		withGroup("About", "topic", v.Filter, v.Topics),
	}
}

func withGroup(label, param string, f filter, ts []store.With) choiceGroup {
	g := choiceGroup{Label: label}
	for _, t := range ts {
		link := f.But(param, t.Key)
		if param == "country" && f.Country != "" { // a second side
			link = f.But("with", t.Key)
		}
		g.Choices = append(g.Choices, choice{Label: t.Label, N: t.Shared, Link: link})
	}
	return g
}

// crumb leads out of a zoom.
type crumb struct{ Label, Link string }

// zoomOf leads from a day to its month, its year and all years.
func zoomOf(f filter) []crumb {
	if f.Since == "" || f.Since != f.Until || !readoutDate(f.Since) {
		return nil
	}
	out := []crumb{{"All years", f.But("since", "", "until", "")}}
	for _, n := range []int{4, 7} {
		if len(f.Since) > n {
			out = append(out, crumb{f.Since[:n], f.But("since", f.Since[:n], "until", f.Since[:n])})
		}
	}
	return append(out, crumb{f.Since, ""})
}

func readoutDate(s string) bool {
	_, _, ok := readout.Date(s).Days()
	return ok
}

// frontView is what is new.
type frontView struct {
	Sizes         store.Sizes    `json:"sizes"`
	Latest        []store.Card   `json:"latest"`
	Upcoming      []store.Card   `json:"upcoming"`
	Disagreements []finding      `json:"disagreements"`
	Silences      []finding      `json:"silences"`
	Prospects     []finding      `json:"prospects"`
	Documents     []documentLine `json:"documents"`
	Counts        store.Counts   `json:"counts"`
}

func (d *desk) front() (frontView, error) {
	var v frontView
	var err error
	if v.Sizes, err = d.store.Sizes(); err != nil {
		return v, err
	}
	latest, err := d.store.Browse(store.Query{Status: "held", Until: d.today().Date(), Limit: 6})
	if err != nil {
		return v, err
	}
	v.Latest = latest.Cards
	life, err := d.store.Life(nil, d.today())
	if err != nil {
		return v, err
	}
	v.Upcoming = life.Next
	for _, l := range [...]struct {
		what, kind string
		to         *[]finding
	}{{store.Disagreement, store.Contradiction, &v.Disagreements}, {store.Silence, "", &v.Silences}, {store.Prospect, "", &v.Prospects}} {
		list, err := d.findings(findingFilter{Type: l.kind}, l.what, 5)
		if err != nil {
			return v, err
		}
		*l.to = list.Findings
	}
	docs, _, err := d.store.ListDocuments(store.DocumentQuery{Limit: 6})
	if err != nil {
		return v, err
	}
	v.Documents = documentLines(docs)
	v.Counts, err = d.store.Count(store.Query{})
	return v, err
}

func (d *desk) frontPage(w http.ResponseWriter, r *http.Request) error {
	v, err := d.front()
	if err != nil {
		return err
	}
	return d.show(w, r, http.StatusOK, "front", "Overview", struct {
		frontView
		Chart chart
	}{v, chartOf(v.Counts.Buckets, filter{})})
}

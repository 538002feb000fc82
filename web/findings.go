package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"readout/resolve"
	"readout/store"
)

// findingFilter narrows a list of findings.
type findingFilter struct {
	Type    string `query:"type" json:"type,omitempty" doc:"Of disagreements: contradiction or precision. Of prospects: open, lapsed, kept, moved, cancelled or denied."`
	Country string `query:"country" json:"country,omitempty" doc:"A side of the encounter."`
	After   string `query:"after" json:"after,omitempty" doc:"The cursor that the page before gave as next."`
}

// finding is a disagreement, a silence or a prospect in a list.
type finding struct {
	Num       int64      `json:"num"`
	Type      string     `json:"type,omitempty"`
	Encounter store.Card `json:"encounter"`
	Field     string     `json:"field,omitempty"`
	A         []voiced   `json:"a,omitempty"`
	B         []voiced   `json:"b,omitempty"`
	Topic     string     `json:"topic,omitempty"`
	ToldBy    string     `json:"told_by,omitempty"`
	Silent    string     `json:"silent,omitempty"`
	Due       string     `json:"due,omitempty"`
	Told      string     `json:"told,omitempty"` // of a prospect, the day it was first told
}

// voiced is a value with who tells it.
type voiced struct {
	Value    string `json:"value"`
	Voice    string `json:"voice"`
	Side     string `json:"side,omitempty"`
	Document string `json:"document"`
}

// findingsView is a page of findings.
type findingsView struct {
	What     string        `json:"what"`
	Filter   findingFilter `json:"filter"`
	Country  store.Term    `json:"country"`
	Findings []finding     `json:"findings"`
	Next     string        `json:"next,omitempty"`
}

// typesOf are the types that a list can be narrowed to.
func typesOf(what string) []string {
	switch what {
	case store.Disagreement:
		return []string{store.Contradiction, "precision"}
	case store.Prospect:
		return []string{"open", store.Lapsed, "kept", "moved", "cancelled", "denied"}
	}
	return nil
}

func (d *desk) findings(f findingFilter, what string, limit int) (findingsView, error) {
	v := findingsView{What: what, Filter: f, Findings: []finding{}}
	if err := oneOf("type", f.Type, typesOf(what)...); err != nil {
		return v, err
	}
	q := store.FindingQuery{What: what, Type: f.Type, Today: d.today(), After: f.After, Limit: limit}
	if f.Country != "" {
		c, err := d.choose("country", f.Country, []string{store.FacetSide})
		if err != nil {
			return v, err
		}
		v.Country, q.Term = c.Term, c.Term
	}
	list, next, err := d.store.Findings(q)
	if err != nil {
		return v, err
	}
	v.Next = next
	for _, x := range list {
		y, err := findingOf(x)
		if err != nil {
			return v, err
		}
		v.Findings = append(v.Findings, y)
	}
	return v, nil
}

func findingOf(x store.Found) (finding, error) {
	out := finding{Num: x.Num, Type: x.Type, Encounter: x.Card}
	switch x.What {
	case store.Disagreement:
		var b resolve.Disagreement
		if err := json.Unmarshal(x.Body, &b); err != nil {
			return out, err
		}
		out.Field, out.A, out.B = b.Field, voicedOf(b.A), voicedOf(b.B)
	case store.Silence:
		var b resolve.Silence
		if err := json.Unmarshal(x.Body, &b); err != nil {
			return out, err
		}
		out.Topic, out.ToldBy, out.Silent, out.A = b.Topic, b.ToldBy, b.Silent, voicedOf(b.Told)
	case store.Prospect:
		var b resolve.Prospect
		if err := json.Unmarshal(x.Body, &b); err != nil {
			return out, err
		}
		out.Due = string(b.Due)
		if len(b.Steps) > 0 {
			out.Told = b.Steps[0].Published[:min(10, len(b.Steps[0].Published))]
		}
	}
	return out, nil
}

// mostVoiced is how many voices of one value a list names.
const mostVoiced = 3

func voicedOf(ts []resolve.Telling) []voiced {
	out := []voiced{}
	for _, t := range ts[:min(len(ts), mostVoiced)] {
		out = append(out, voiced{t.Value, t.Voice, t.Side, t.Document})
	}
	return out
}

func findingsPage(what string) func(*desk, http.ResponseWriter, *http.Request) error {
	return func(d *desk, w http.ResponseWriter, r *http.Request) error {
		q := r.URL.Query()
		f := findingFilter{strings.TrimSpace(q.Get("type")), strings.TrimSpace(q.Get("country")), q.Get("after")}
		v, err := d.findings(f, what, 30)
		if err != nil {
			return err
		}
		title := map[string]string{store.Disagreement: "Disagreements", store.Silence: "Silences", store.Prospect: "Prospects"}[what]
		return d.show(w, r, http.StatusOK, "findings", title, struct {
			findingsView
			Title, Base string
			Types       []choice
		}{v, title, "/" + strings.ToLower(title), typeChoices(what, f)})
	}
}

func typeChoices(what string, f findingFilter) []choice {
	base := "/" + what + "s"
	link := func(t string) string {
		v := url.Values{}
		if t != "" {
			v.Set("type", t)
		}
		if f.Country != "" {
			v.Set("country", f.Country)
		}
		if len(v) == 0 {
			return base
		}
		return base + "?" + v.Encode()
	}
	var out []choice
	for _, t := range append([]string{""}, typesOf(what)...) {
		label := t
		if t == "" {
			label = "all"
		}
		out = append(out, choice{Label: label, On: f.Type == t, Link: link(t)})
	}
	return out
}

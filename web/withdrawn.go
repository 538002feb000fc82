package web

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"readout"
	"readout/resolve"
	"readout/store"
)

// withdrawn is what a document told of an encounter until its text was edited.
type withdrawn struct {
	Field    string   `json:"field,omitempty"` // empty where it told of the encounter and no longer does
	Value    string   `json:"value"`
	Now      []string `json:"now,omitempty"` // what it tells in its place
	Words    string   `json:"words,omitempty"`
	Outlet   string   `json:"outlet"`
	Document string   `json:"document"`
	Until    string   `json:"until,omitempty"`
}

// withdrawnOf holds what earlier texts told of an encounter against what the present
// ones tell, each fact of each document once.
func withdrawnOf(e store.Encounter, former []store.Former) []withdrawn {
	out := []withdrawn{}
	seen := map[[3]string]bool{}
	put := func(w withdrawn) {
		if key := [3]string{w.Document, w.Field, w.Value}; !seen[key] {
			seen[key] = true
			out = append(out, w)
		}
	}
	for _, f := range former {
		one := withdrawn{Outlet: outletOr(f.Document), Document: f.Document.ID, Until: untilText(f.Replaced)}
		i := slices.IndexFunc(e.Records, func(r store.Record) bool { return r.Document.ID == f.Document.ID })
		if i < 0 {
			one.Value = inShort(f.Told)
			put(one)
			continue
		}
		now := valuesOf(e.Records[i].Facts, "", "")
		for _, v := range valuesOf(f.Told.Facts, f.Document.ID, f.Text) {
			one.Field, one.Value, one.Now, one.Words = v.Field, v.Text, nil, ""
			if len(v.Cites) > 0 {
				one.Words = v.Cites[0].Words
			}
			still := false
			for _, n := range now {
				if n.Field == v.Field {
					still = still || n.Text == v.Text
					one.Now = append(one.Now, n.Text)
				}
			}
			if !still {
				put(one)
			}
		}
	}
	return out
}

// inShort is an encounter in a line: "held meeting: A, B, 2019-05-04".
func inShort(e readout.Encounter) string {
	var c store.Card
	for _, p := range e.Participants {
		c.Who = append(c.Who, store.CardParty{Name: p.Value().Name})
	}
	s := fmt.Sprintf("%s %s: %s", e.Status.Value(), e.Kind.Value(), headline(c))
	if day := string(e.Date.Value()); day != "" {
		s += ", " + dayText(day)
	}
	return s
}

func untilText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

// gone shows what was told of an encounter that no present text tells of; of one that
// never was it says that it is not there.
func (d *desk) gone(w http.ResponseWriter, r *http.Request, missing error) error {
	former, err := d.store.Former(r.PathValue("id"))
	if err != nil {
		return err
	}
	if len(former) == 0 {
		return missing
	}
	v := withdrawnOf(store.Encounter{}, former)
	return d.show(w, r, http.StatusGone, "withdrawn", "Withdrawn", v)
}

// revision is what changed when a document's text gave way to the next one.
type revision struct {
	Hash      string   `json:"hash"` // of the earlier text
	Until     string   `json:"until,omitempty"`
	Withdrawn []string `json:"withdrawn"`
	Added     []string `json:"added"`
}

// revisionsOf are those of a document, the last one first.
func (d *desk) revisionsOf(now readout.Readout) ([]revision, error) {
	vs, err := d.store.Versions(now.Document.ID)
	if err != nil {
		return nil, err
	}
	out := []revision{}
	for i, v := range vs {
		next := now
		if i+1 < len(vs) {
			next = vs[i+1].Readout
		}
		out = append(out, revision{v.Hash, untilText(v.Replaced), lacking(v.Readout, next), lacking(next, v.Readout)})
	}
	slices.Reverse(out)
	return out, nil
}

// lacking are the facts of one reading that another has not, a line each.
func lacking(from, in readout.Readout) []string {
	out := []string{}
	es, sts := resolve.Missing(from, in)
	for _, e := range es {
		out = append(out, inShort(e))
	}
	for _, e := range from.Encounters {
		o, there := resolve.Counterpart(e, in)
		if !there {
			continue
		}
		other := valuesOf(o.Facts, "", "")
		for _, v := range valuesOf(e.Facts, "", "") {
			if !slices.ContainsFunc(other, func(x value) bool { return x.Field == v.Field && x.Text == v.Text }) {
				out = append(out, v.Field+" "+toldText(v.Text)+" of the "+inShort(e))
			}
		}
	}
	for _, st := range sts {
		out = append(out, st.Voice().Name()+": “"+brief(st.Content.In(from.Document.Text), 300)+"”")
	}
	return out
}

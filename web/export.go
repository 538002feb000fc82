package web

import (
	"net/http"
	"net/url"

	"readout"
	"readout/export"
	"readout/store"
)

// exportLink is a form in which what is shown can be taken out.
type exportLink struct{ Name, Gloss, Link string }

// exportsOf are the links for a timeline; none where its filter asks for what exports
// cannot choose by.
func exportsOf(f filter) []exportLink {
	if f.Topic != "" || f.Outlet != "" || f.Found != "" || f.Text != "" || f.Party != "" && f.With != "" && f.Country != "" {
		return nil
	}
	var out []exportLink
	for _, x := range export.Formats() {
		v := f.values()
		v.Del("order")
		v.Set("format", x.Name)
		out = append(out, exportLink{x.Name, x.Gloss, "/export?" + v.Encode()})
	}
	return out
}

// exportLinks are the links for one encounter.
func exportLinks(id string) []exportLink {
	var out []exportLink
	for _, x := range export.Formats() {
		out = append(out, exportLink{x.Name, x.Gloss, "/export?" + url.Values{"format": {x.Name}, "encounter": {id}}.Encode()})
	}
	return out
}

// export sends the encounters of a filter, or one, in a format. Where it fails on the
// way the connection is cut, so that a part is not taken for the whole.
func (d *desk) export(w http.ResponseWriter, r *http.Request) error {
	format, err := export.Find(r.URL.Query().Get("format"))
	if err != nil {
		return &store.Asked{Field: "format", Reason: err.Error()}
	}
	f := filterOf(r.URL.Query())
	if exportsOf(f) == nil {
		return &store.Asked{Field: "format", Reason: "exports choose by parties, place, gathering, days, status and kind, and by nothing else"}
	}
	chosen, err := d.exportFilter(f)
	if err != nil {
		return err
	}
	id := r.URL.Query().Get("encounter")
	if id != "" {
		if _, err := d.store.Encounter(id); err != nil {
			return err
		}
	}
	w.Header().Set("Content-Type", format.Media)
	w.Header().Set("Content-Disposition", `attachment; filename="readout`+format.Ext+`"`)
	if _, err := format.Write(w, d.store, chosen, id); err != nil {
		d.log.Error("exporting failed", "format", format.Name, "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

// exportFilter is a timeline's filter as exports know it: names instead of keys.
func (d *desk) exportFilter(f filter) (store.Filter, error) {
	_, names, err := d.query(f)
	if err != nil {
		return store.Filter{}, err
	}
	out := store.Filter{Status: f.Status, Kind: f.Kind, Since: readout.Date(f.Since), Until: readout.Date(f.Until)}
	for _, c := range names {
		switch c.Param {
		case "party", "with", "country":
			if out.Party == "" {
				out.Party = c.Term.Label
			} else {
				out.With = c.Term.Label
			}
		case "place":
			out.Place = c.Term.Label
		case "gathering":
			out.Gathering = c.Term.Label
		}
	}
	return out, nil
}

package web

import (
	"net/http"
	"net/url"

	"readout/export"
	"readout/store"
)

// exportLink is a form in which what is shown can be taken out.
type exportLink struct{ Name, Gloss, Link string }

// exportsOf are the links for what a timeline shows.
func exportsOf(f filter) []exportLink {
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

// exportFilter is a timeline's filter as exports know it.
func (d *desk) exportFilter(f filter) (store.Filter, error) {
	q, _, err := d.query(f)
	return store.Filter{Terms: q.Terms, Status: f.Status, Kind: f.Kind, Found: f.Found, Text: f.Text, Since: q.Since, Until: q.Until}, err
}

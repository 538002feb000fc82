package web

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"

	"readout"
	webpage "readout/page"
	"readout/store"
)

// fetchedView is the page that a document was made from, as it was fetched. What is
// shown of it is its source: nothing of it is ever run, drawn or loaded.
type fetchedView struct {
	Address string        `json:"address"` // as asked for, or the file's name
	Fetched string        `json:"fetched,omitempty"`
	Hash    string        `json:"hash"` // SHA-256 of the bytes
	Charset string        `json:"charset"`
	Kept    bool          `json:"kept"`
	Bytes   int           `json:"size,omitempty"`
	Facts   []fetchedFact `json:"facts"`
	From    int           `json:"from"` // the bytes that are shown
	To      int           `json:"to"`
	Source  string        `json:"source"`
	Runs    []sourceRun   `json:"-"`
}

// fetchedFact says which bytes of the page a span of the text was made from.
type fetchedFact struct {
	Kind  string   `json:"kind"`
	Start int      `json:"start"` // in the text
	End   int      `json:"end"`
	Bytes [][2]int `json:"bytes"`
}

// sourceRun is a stretch of a page's source.
type sourceRun struct {
	textRun
	Words bool // of the text; markup where not
}

const (
	aroundText = 300     // bytes of the page shown before and behind its text
	mostSource = 400_000 // bytes shown at once
	longMarkup = 400     // bytes of markup in one place that are shown whole
)

// fetched shows the page of a document; nil where it was made from none.
func (d *desk) fetched(v documentView) (*fetchedView, error) {
	p, err := d.store.Proof(v.ID)
	if err != nil || p.Proof.Map == nil {
		return nil, err
	}
	m, err := webpage.UnpackMap(p.Proof.Map)
	if err != nil {
		return nil, fmt.Errorf("the page of %s: %w", v.ID, err)
	}
	out := &fetchedView{Address: p.Page.Address, Fetched: untilText(p.Page.Fetched), Hash: p.Proof.Page, Charset: p.Proof.Charset,
		Kept: p.Page.Body != nil, Bytes: int(p.Page.Size), Facts: []fetchedFact{}}
	var at []factSpan // in the page
	for _, f := range v.facts {
		one := fetchedFact{Kind: f.kind, Start: int(f.Start), End: int(f.End), Bytes: [][2]int{}}
		for _, r := range m.Ranges(f.Span) {
			one.Bytes = append(one.Bytes, [2]int{r.Start, r.End})
			at = append(at, factSpan{readout.Span{Start: readout.Offset(r.Start), End: readout.Offset(r.End)}, f.id, f.kind})
		}
		if f.id != "" {
			out.Facts = append(out.Facts, one)
		}
	}
	if out.Kept {
		out.source(p, m.Ranges(readout.Span{End: readout.Offset(len(p.Text))}), at)
	}
	return out, nil
}

// source cuts the page where its words or a fact begin or end.
func (v *fetchedView) source(p store.Proven, words []webpage.Range, at []factSpan) {
	if len(words) == 0 {
		return
	}
	raw := p.Page.Body
	v.From, v.To = max(0, words[0].Start-aroundText), min(len(raw), words[len(words)-1].End+aroundText)
	v.To = min(v.To, v.From+mostSource)
	v.Source = webpage.Words(raw[v.From:v.To], p.Proof.Charset)
	for _, w := range words {
		at = append(at, factSpan{readout.Span{Start: readout.Offset(w.Start), End: readout.Offset(w.End)}, "", ""})
	}
	slices.SortStableFunc(at, func(a, b factSpan) int { return cmp.Compare(a.Start, b.Start) })
	i := 0
	for _, r := range runsOf(readout.Span{Start: readout.Offset(v.From), End: readout.Offset(v.To)}, at, string(raw), map[int]bool{}) {
		for i < len(words) && words[i].End <= r.At {
			i++
		}
		run := sourceRun{r, i < len(words) && words[i].Start <= r.At}
		run.Id, run.Text = "", webpage.Words([]byte(r.Text), p.Proof.Charset)
		if n := len(run.Text); !run.Words && n > longMarkup {
			run.Text = brief(run.Text, longMarkup/4) + fmt.Sprintf("\n… %s bytes of markup …\n", thousands(n))
		}
		v.Runs = append(v.Runs, run)
	}
}

// fetchedOf answers programs.
func (d *desk) fetchedOf(id string) (fetchedView, error) {
	v, err := d.document(id)
	if err != nil {
		return fetchedView{}, err
	}
	out, err := d.fetched(v)
	if err == nil && out == nil {
		err = refuse(http.StatusNotFound, "this document was made from no page")
	}
	if err != nil {
		return fetchedView{}, err
	}
	return *out, nil
}

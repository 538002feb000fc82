package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"readout"
	"readout/store"
)

// documentLine is a document in a list.
type documentLine struct {
	ID         string `json:"id"`
	Outlet     string `json:"outlet"`
	Title      string `json:"title"`
	Published  string `json:"published"`
	URL        string `json:"url,omitempty"`
	Encounters int    `json:"encounters"`
	Statements int    `json:"statements"`
	CopyOf     string `json:"copy_of,omitempty"`
}

func documentLines(ds []store.Listed) []documentLine {
	out := []documentLine{}
	for _, d := range ds {
		out = append(out, documentLine{d.ID, outletOr(d.Source), d.Title, d.Published, outside(d.URL), d.Encounters, d.Statements, d.CopyOf})
	}
	return out
}

// outside is an address that may be linked to: of the web, and of nothing else.
func outside(raw string) string {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// documentView is one document with every span that a fact was taken from.
type documentView struct {
	ID         string           `json:"id"`
	Outlet     string           `json:"outlet"`
	Title      string           `json:"title"`
	Byline     string           `json:"byline,omitempty"`
	Dateline   string           `json:"dateline,omitempty"`
	Published  string           `json:"published"`
	URL        string           `json:"url,omitempty"`
	Hash       string           `json:"hash"`
	Sections   []sectionView    `json:"sections"`
	Encounters []documentRecord `json:"encounters"`
	Statements []documentSpeech `json:"statements"`
	Revisions  []revision       `json:"revisions"`
	FromPage   bool             `json:"from_page"` // what it was made from is at /api/document/page
	Fetched    *fetchedView     `json:"-"`
	facts      []factSpan
}

type sectionView struct {
	Kind   string    `json:"kind"`
	Read   bool      `json:"read"`
	Outlet string    `json:"outlet,omitempty"`
	Start  int       `json:"start"`
	End    int       `json:"end"`
	Text   string    `json:"text"`
	Runs   []textRun `json:"-"`
}

// textRun is a stretch of text with the facts that were taken from it.
type textRun struct {
	Text  string
	Facts []string // their ids on the page
	Kind  string   // what they are: the narrowest one's field
	At    int      // where it begins in the document
	Id    string   // of the first run of its offset
}

type documentRecord struct {
	ID       string `json:"id"` // of the encounter it is part of
	Headline string `json:"headline"`
	Status   string `json:"status"`
	Facts    []fact `json:"facts"`
}

// fact is a value with its id on the page.
type fact struct {
	Anchor string `json:"-"`
	value
}

type documentSpeech struct {
	Anchor string `json:"-"`
	statementLine
}

// factSpan ties a span of the text to a fact.
type factSpan struct {
	readout.Span
	id, kind string
}

func (d *desk) document(id string) (documentView, error) {
	r, err := d.store.Readout(id)
	if err != nil {
		return documentView{}, err
	}
	doc := r.Document
	v := documentView{ID: doc.ID, Outlet: doc.Outlet, Title: doc.Title, Byline: doc.Byline, Dateline: doc.Dateline, Published: doc.Published,
		URL: outside(doc.URL), Hash: doc.Hash(), Encounters: []documentRecord{}, Statements: []documentSpeech{}, Sections: []sectionView{}}
	of, err := d.store.EncountersOf(id)
	if err != nil {
		return v, err
	}
	for _, e := range r.Encounters {
		v.addRecord(e, of, doc)
	}
	src := store.Source{ID: doc.ID, Outlet: doc.Outlet, URL: doc.URL, Title: doc.Title, Published: doc.Published}
	for i, st := range r.Statements {
		anchor := "s" + strconv.Itoa(i+1)
		v.Statements = append(v.Statements, documentSpeech{anchor, lineOf(st, src, doc.Text)})
		v.mark(anchor, "speech", []readout.Span{st.Content})
		v.mark(anchor, "cue", []readout.Span{st.Cue})
		v.mark(anchor, "speaker", st.Speaker.At())
	}
	v.sections(r.Sections, doc.Text)
	if v.Revisions, err = d.revisionsOf(r); err != nil {
		return v, err
	}
	v.FromPage, err = d.store.FromPage(id)
	return v, err
}

func (v *documentView) addRecord(e readout.Encounter, of map[string]string, doc readout.Document) {
	n := len(v.Encounters) + 1
	rec := documentRecord{ID: e.ID, Status: e.Status.Value().String()}
	for _, a := range e.Accounts {
		if id, ok := of[a.ID]; ok {
			rec.ID = id
			break
		}
	}
	var c store.Card
	for _, p := range e.Participants {
		c.Who = append(c.Who, store.CardParty{Name: p.Value().Name})
	}
	rec.Headline = headline(c)
	for i, x := range valuesOf(e.Facts, doc.ID, doc.Text) {
		anchor := "f" + strconv.Itoa(n) + "-" + strconv.Itoa(i+1)
		rec.Facts = append(rec.Facts, fact{anchor, x})
		for _, at := range x.Cites {
			v.mark(anchor, x.Field, []readout.Span{{Start: readout.Offset(at.Start), End: readout.Offset(at.End)}})
		}
	}
	for _, a := range e.Accounts { // other pages lead to what single accounts tell
		for _, x := range valuesOf(a.Facts, "", "") {
			for _, at := range x.Cites {
				v.mark("", "", []readout.Span{{Start: readout.Offset(at.Start), End: readout.Offset(at.End)}})
			}
		}
	}
	v.Encounters = append(v.Encounters, rec)
}

func (v *documentView) mark(id, kind string, at []readout.Span) {
	for _, s := range at {
		if !s.Empty() {
			v.facts = append(v.facts, factSpan{s, id, kind})
		}
	}
}

// sections cuts the text where a section or a fact begins or ends.
func (v *documentView) sections(ss []readout.Section, text string) {
	if len(ss) == 0 {
		ss = []readout.Section{{Span: readout.Span{End: readout.Offset(len(text))}}}
	}
	slices.SortStableFunc(v.facts, func(a, b factSpan) int { return int(a.Start - b.Start) })
	seen := map[int]bool{}
	for _, s := range ss {
		if words := s.In(text); words != "" {
			v.Sections = append(v.Sections, sectionView{s.Kind.String(), s.Kind.Speaks(), s.Outlet, int(s.Start), int(s.End), words, runsOf(s.Span, v.facts, text, seen)})
		}
	}
}

// runsOf cuts a section at the ends of facts. Facts are sorted by their beginning.
func runsOf(s readout.Span, facts []factSpan, text string, seen map[int]bool) []textRun {
	cuts := []readout.Offset{s.Start, s.End}
	var here []factSpan
	for _, f := range facts {
		if !f.Overlaps(s) || int(f.End) > len(text) {
			continue
		}
		here = append(here, f)
		cuts = append(cuts, max(f.Start, s.Start), min(f.End, s.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []textRun
	first := 0 // facts before it ended
	for i := 0; i+1 < len(cuts); i++ {
		at := readout.Span{Start: cuts[i], End: cuts[i+1]}
		run := textRun{Text: at.In(text), At: int(at.Start)}
		if !seen[run.At] {
			seen[run.At] = true
			run.Id = "b" + strconv.Itoa(run.At)
		}
		for first < len(here) && here[first].End <= at.Start {
			first++
		}
		narrow := 0
		for _, f := range here[first:] {
			if f.Start > at.Start {
				break
			}
			if f.Contains(at) {
				if f.id == "" {
					continue // only a place that is linked to
				}
				if !slices.Contains(run.Facts, f.id) {
					run.Facts = append(run.Facts, f.id)
				}
				if run.Kind == "" || f.Len() < narrow {
					run.Kind, narrow = f.kind, f.Len()
				}
			}
		}
		out = append(out, run)
	}
	return out
}

func (d *desk) documentPage(w http.ResponseWriter, r *http.Request) error {
	id := r.URL.Query().Get("id")
	if id == "" {
		return &store.Asked{Field: "id", Reason: "say which document"}
	}
	v, err := d.document(id)
	if err != nil {
		return err
	}
	if r.URL.Query().Get("page") != "" {
		if v.Fetched, err = d.fetched(v); err != nil {
			return err
		}
	}
	title := v.Title
	if title == "" {
		title = v.ID
	}
	return d.show(w, r, http.StatusOK, "document", brief(title, 90), v)
}

// documentsView is a list of documents.
type documentsView struct {
	Documents []documentLine    `json:"documents"`
	Outlets   []store.OutletRow `json:"outlets"`
	Next      string            `json:"next,omitempty"`
}

func (d *desk) documents(after string) (documentsView, error) {
	list, next, err := d.store.ListDocuments(store.DocumentQuery{After: after, Limit: perPage})
	if err != nil {
		return documentsView{}, err
	}
	outlets, err := d.store.Outlets(40)
	return documentsView{documentLines(list), outlets, next}, err
}

func (d *desk) documentsPage(w http.ResponseWriter, r *http.Request) error {
	v, err := d.documents(r.URL.Query().Get("after"))
	if err != nil {
		return err
	}
	return d.show(w, r, http.StatusOK, "documents", "Documents", v)
}

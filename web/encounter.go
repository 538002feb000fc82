package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"readout"
	"readout/resolve"
	"readout/store"
)

// encounterView is one encounter: what is known, who tells what, where they differ.
type encounterView struct {
	ID            string          `json:"id"`
	Card          store.Card      `json:"card"`
	Facts         []value         `json:"facts"`
	Columns       []column        `json:"columns"`
	Rows          []row           `json:"rows"`
	Disagreements []difference    `json:"disagreements"`
	Silences      []silence       `json:"silences"`
	Prospect      *prospect       `json:"prospect"`
	Statements    []statementLine `json:"statements"`
	Documents     []documentLine  `json:"documents"`
	Origins       []origin        `json:"origins"`
	Withdrawn     []withdrawn     `json:"withdrawn"`
	Why           []reason        `json:"why"`
	Doubts        []string        `json:"doubts"`
	Decisions     []decisionLine  `json:"decisions"`
}

// column is what one side tells, or the press.
type column struct {
	Side   string        `json:"side"` // empty for the press
	Voices []voiceLine   `json:"voices"`
	told   []toldAccount // its accounts
}

type toldAccount struct {
	readout.Account
	source store.Source
	text   string
}

type voiceLine struct {
	Account   string   `json:"account"`
	Name      string   `json:"name"`
	Role      string   `json:"role,omitempty"`
	Via       []string `json:"via,omitempty"`
	Outlet    string   `json:"outlet"`
	Document  string   `json:"document"`
	Published string   `json:"published,omitempty"`
}

// row is one field across the columns.
type row struct {
	Field string `json:"field"`
	Label string `json:"label"`
	Mark  string `json:"mark"` // agree, contradiction, precision, emphasis, other (not the same, and no contradiction), one (told by one column alone), or empty with one column
	Cells []cell `json:"cells"`
}

type cell struct {
	Values []cellValue `json:"values"`
	Silent []string    `json:"silent,omitempty"` // topics that the other side tells and this one does not
}

// cellValue is a value with how many of the column's accounts tell it.
type cellValue struct {
	value
	Accounts int `json:"accounts"`
}

type difference struct {
	Field string   `json:"field"`
	Type  string   `json:"type"`
	A     []teller `json:"a"`
	B     []teller `json:"b"`
}

type teller struct {
	Value  string `json:"value"`
	Voice  string `json:"voice"`
	Side   string `json:"side,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	cite
}

type silence struct {
	Topic  string   `json:"topic"`
	ToldBy string   `json:"told_by"`
	Silent string   `json:"silent"`
	Told   []teller `json:"told"`
}

type prospect struct {
	End   string `json:"end"`
	Due   string `json:"due,omitempty"`
	Steps []step `json:"steps"`
}

type step struct {
	teller
	Published string `json:"published,omitempty"`
	Status    string `json:"status"`
	Date      string `json:"date,omitempty"`
}

type origin struct {
	Name      string   `json:"name"`
	Documents []string `json:"documents"`
}

type reason struct {
	A       string   `json:"a"` // outlets
	B       string   `json:"b"`
	Weight  int      `json:"weight"`
	Enough  int      `json:"enough"`
	Bar     string   `json:"bar,omitempty"`
	Reasons []string `json:"reasons"`
}

type statementLine struct {
	ID       string   `json:"id"`
	Speaker  string   `json:"speaker"`
	Role     string   `json:"role,omitempty"`
	Side     string   `json:"side,omitempty"`
	Mode     string   `json:"mode"`
	Stance   string   `json:"stance"`
	Via      []string `json:"via,omitempty"`
	Outlet   string   `json:"outlet"`
	Rule     string   `json:"rule,omitempty"`
	Variants int      `json:"variants,omitempty"` // other documents with the same words
	cite
}

// encounter reads one encounter with everything there is about it.
func (d *desk) encounter(id string) (encounterView, error) {
	e, err := d.store.Encounter(id)
	if err != nil {
		return encounterView{}, err
	}
	v := encounterView{ID: e.ID}
	if v.Card, err = d.store.Card(e.ID); err != nil {
		return v, err
	}
	told, err := d.told(e)
	if err != nil {
		return v, err
	}
	v.Facts = headFacts(e, told)
	v.Columns = columnsOf(told)
	disagreements := resolve.Disagreements(e.Encounter)
	silences, err := Silences(d.store, e)
	if err != nil {
		return v, err
	}
	v.Rows = rowsOf(v.Columns, disagreements, silences)
	v.Disagreements = differencesOf(disagreements, told)
	v.Silences = silencesOf(silences, told)
	v.Prospect = d.prospectOf(e, told)
	if v.Statements, err = d.statementsAbout(told); err != nil {
		return v, err
	}
	v.Documents, v.Origins = originsOf(e, told)
	former, err := d.store.Former(e.ID)
	if err != nil {
		return v, err
	}
	v.Withdrawn = withdrawnOf(e, former)
	v.Why = whyOf(e, told)
	v.Doubts = doubtsOf(v)
	decided, err := d.store.Decisions(store.DecisionFilter{Encounter: e.ID})
	v.Decisions = decisionLines(decided)
	return v, err
}

// told are the accounts of an encounter with the documents they stand in.
func (d *desk) told(e store.Encounter) ([]toldAccount, error) {
	var ids []string
	for _, r := range e.Records {
		ids = append(ids, r.Document.ID)
	}
	texts, err := d.store.Texts(ids)
	if err != nil {
		return nil, err
	}
	var out []toldAccount
	for _, r := range e.Records {
		for _, a := range r.Accounts {
			out = append(out, toldAccount{a, r.Document, texts[r.Document.ID]})
		}
	}
	return out, nil
}

// headFacts are the fields of the encounter itself, each with the words of the first
// account that tells so.
func headFacts(e store.Encounter, told []toldAccount) []value {
	out := valuesOf(e.Facts, "", "")
	for i := range out {
		v := &out[i]
		v.Cites = nil
		for _, t := range told {
			for _, w := range valuesOf(t.Facts, t.source.ID, t.text) {
				if w.Field == v.Field && w.Text == v.Text && len(v.Cites) == 0 {
					v.Cites = w.Cites
				}
			}
		}
	}
	return out
}

func columnsOf(told []toldAccount) []column {
	var out []column
	for _, t := range told {
		i := slices.IndexFunc(out, func(c column) bool { return c.Side == t.Voice.Side })
		if i < 0 {
			i = len(out)
			out = append(out, column{Side: t.Voice.Side})
		}
		out[i].told = append(out[i].told, t)
		out[i].Voices = append(out[i].Voices, voiceLine{t.ID, t.Voice.Name(), t.Voice.Role, t.Voice.Via, outletOr(t.source), t.source.ID, t.source.Published})
	}
	slices.SortStableFunc(out, func(a, b column) int {
		if (a.Side == "") != (b.Side == "") {
			return map[bool]int{true: 1, false: -1}[a.Side == ""]
		}
		return strings.Compare(a.Side, b.Side)
	})
	return out
}

func rowsOf(cols []column, ds []resolve.Disagreement, ss []resolve.Silence) []row {
	worst := map[string]string{}
	rank := map[string]int{"": 0, "emphasis": 1, "precision": 2, "contradiction": 3}
	for _, x := range ds {
		if rank[string(x.Type)] > rank[worst[x.Field]] {
			worst[x.Field] = string(x.Type)
		}
	}
	var out []row
	for _, f := range fields {
		r := row{Field: f.name, Label: f.label}
		telling := 0
		for _, c := range cols {
			k := cellOf(c, f.name)
			if f.name == "topic" {
				for _, s := range ss {
					if s.Silent == c.Side && !slices.Contains(k.Silent, s.Topic) {
						k.Silent = append(k.Silent, s.Topic)
					}
				}
			}
			if len(k.Values) > 0 {
				telling++
			}
			r.Cells = append(r.Cells, k)
		}
		if telling == 0 {
			continue
		}
		switch w := worst[f.differs]; {
		case f.differs != "" && w != "":
			r.Mark = w
		case len(cols) > 1 && telling == 1:
			r.Mark = "one"
		case len(cols) > 1 && !alikeCells(r.Cells):
			r.Mark = "other"
		case len(cols) > 1:
			r.Mark = "agree"
		}
		out = append(out, r)
	}
	return out
}

// alikeCells tells whether all who tell of a field have some value in common.
func alikeCells(cells []cell) bool {
	var common map[string]bool
	for _, c := range cells {
		if len(c.Values) == 0 {
			continue
		}
		here := map[string]bool{}
		for _, v := range c.Values {
			if key := store.Slug(v.Text); common == nil || common[key] {
				here[key] = true
			}
		}
		common = here
	}
	return len(common) > 0
}

// cellOf gathers a column's values of a field, each once.
func cellOf(c column, field string) cell {
	k := cell{Values: []cellValue{}}
	for _, t := range c.told {
		for _, v := range valuesOf(t.Facts, t.source.ID, t.text) {
			if v.Field != field {
				continue
			}
			i := slices.IndexFunc(k.Values, func(o cellValue) bool { return o.Text == v.Text })
			if i < 0 {
				k.Values = append(k.Values, cellValue{v, 1})
				continue
			}
			k.Values[i].Accounts++
			k.Values[i].Cites = append(k.Values[i].Cites, v.Cites...)
		}
	}
	return k
}

func tellersOf(ts []resolve.Telling, told []toldAccount) []teller {
	out := []teller{}
	for _, t := range ts {
		x := teller{Value: t.Value, Voice: t.Voice, Side: t.Side, cite: cite{Document: t.Document}}
		for _, a := range told {
			if a.source.ID == t.Document { // who tells may be an account or a statement beside it
				x.Outlet = outletOr(a.source)
				if len(t.At) > 0 {
					x.cite = citesOf(t.At[:1], t.Document, a.text)[0]
				}
				break
			}
		}
		out = append(out, x)
	}
	return out
}

func differencesOf(ds []resolve.Disagreement, told []toldAccount) []difference {
	out := []difference{}
	for _, x := range ds {
		out = append(out, difference{x.Field, string(x.Type), tellersOf(x.A, told), tellersOf(x.B, told)})
	}
	rank := map[string]int{"contradiction": 0, "precision": 1, "emphasis": 2}
	slices.SortStableFunc(out, func(a, b difference) int { return rank[a.Type] - rank[b.Type] })
	return out
}

func silencesOf(ss []resolve.Silence, told []toldAccount) []silence {
	out := []silence{}
	for _, s := range ss {
		out = append(out, silence{s.Topic, s.ToldBy, s.Silent, tellersOf(s.Told, told)})
	}
	return out
}

func (d *desk) prospectOf(e store.Encounter, told []toldAccount) *prospect {
	ps := resolve.Prospects([]readout.Encounter{e.Encounter}, d.today())
	if len(ps) == 0 {
		return nil
	}
	p := &prospect{End: string(ps[0].End), Due: string(ps[0].Due)}
	for _, s := range ps[0].Steps {
		t := tellersOf([]resolve.Telling{s.Telling}, told)[0]
		p.Steps = append(p.Steps, step{t, s.Published, s.Status.String(), string(s.Date)})
	}
	return p
}

// mostAbout is how many statements are shown of an encounter.
const mostAbout = 60

// statementsAbout are the statements whose words hold, or lie in, a sentence that
// tells of the encounter, and those of its paragraph's neighbours.
func (d *desk) statementsAbout(told []toldAccount) ([]statementLine, error) {
	out := []statementLine{}
	byDocument := map[string][]readout.Span{}
	var order []toldAccount
	for _, t := range told {
		if byDocument[t.source.ID] == nil {
			order = append(order, t)
		}
		byDocument[t.source.ID] = append(byDocument[t.source.ID], t.Evidence...)
	}
	for _, t := range order {
		sts, err := d.store.StatementsIn(t.source.ID)
		if err != nil {
			return nil, err
		}
		for _, st := range sts {
			if len(out) < mostAbout && about(st, byDocument[t.source.ID]) {
				out = append(out, lineOf(st, t.source, t.text))
			}
		}
	}
	return out, nil
}

// nearby is how far behind its telling a statement about an encounter begins at most.
const nearby = 400

func about(st readout.Statement, evidence []readout.Span) bool {
	at := st.Content.Cover(st.Cue)
	for _, e := range evidence {
		if at.Overlaps(e) || at.Start >= e.End && at.Start-e.End < nearby {
			return true
		}
	}
	return false
}

func lineOf(st readout.Statement, src store.Source, text string) statementLine {
	p, v := st.Speaker.Value(), st.Voice()
	name := p.Name
	if name == "" {
		name = "somebody"
	}
	return statementLine{ID: st.ID, Speaker: name, Role: p.Role, Side: p.Side, Mode: st.Mode.String(), Stance: st.Stance.String(), Via: v.Via,
		Outlet: outletOr(src), Rule: st.Rule, cite: citesOf([]readout.Span{st.Content}, src.ID, text)[0]}
}

// originsOf groups the documents that copy one another or pass on one outlet's words.
func originsOf(e store.Encounter, told []toldAccount) ([]documentLine, []origin) {
	var docs []store.Source
	texts := map[string]string{}
	for _, t := range told {
		if _, known := texts[t.source.ID]; !known {
			docs = append(docs, t.source)
			texts[t.source.ID] = t.text
		}
	}
	prints := make([]resolve.Fingerprint, len(docs))
	for i, s := range docs {
		prints[i] = resolve.FingerprintOf(texts[s.ID])
	}
	copyOf := map[string]string{}
	for _, g := range resolve.Copies(prints) {
		for _, i := range g[1:] {
			copyOf[docs[i].ID] = docs[g[0]].ID
		}
	}
	lines := []documentLine{}
	for _, s := range docs {
		lines = append(lines, documentLine{ID: s.ID, Outlet: outletOr(s), Title: s.Title, Published: s.Published, URL: outside(s.URL), CopyOf: copyOf[s.ID]})
	}
	origins := []origin{}
	for _, o := range resolve.Origins(e.Encounter, func(id string) string {
		if of, ok := copyOf[id]; ok {
			return of
		}
		return id
	}, func(id string) string { return resolve.Credit(texts[id]) }) {
		x := origin{Name: o.Name}
		for _, t := range told {
			if slices.Contains(o.Accounts, t.ID) && !slices.Contains(x.Documents, t.source.ID) {
				x.Documents = append(x.Documents, t.source.ID)
			}
			if t.source.ID == o.Name {
				x.Name = outletOr(t.source)
			}
		}
		origins = append(origins, x)
	}
	return lines, origins
}

// mostWhy is how many documents are held against the first one to show why.
const mostWhy = 12

// whyOf says of each further document why it tells of the same encounter: the
// strongest comparison with one before it.
func whyOf(e store.Encounter, told []toldAccount) []reason {
	out := []reason{}
	first := map[string]toldAccount{}
	var docs []toldAccount
	for _, t := range told {
		if _, ok := first[t.source.ID]; !ok {
			first[t.source.ID] = t
			docs = append(docs, t)
		}
	}
	for i, t := range docs[:min(len(docs), mostWhy)] {
		best := -1
		var found reason
		for _, o := range docs[:i] {
			v := resolve.Why(o.Account, t.Account)
			if v.Weight > best {
				best = v.Weight
				found = reason{outletOr(o.source), outletOr(t.source), v.Weight, v.Enough, v.Bar, v.Reasons}
			}
		}
		if best >= 0 {
			out = append(out, found)
		}
	}
	return out
}

// doubtsOf are what a reviewer should look at first.
func doubtsOf(v encounterView) []string {
	var out []string
	for _, x := range v.Disagreements {
		if x.Type == "contradiction" {
			if text := "accounts contradict each other on " + x.Field; !slices.Contains(out, text) {
				out = append(out, text)
			}
		}
	}
	if v.Card.Confidence < 0.95 {
		out = append(out, fmt.Sprintf("read with a confidence of %.2f", v.Card.Confidence))
	}
	if v.Card.Date == "" {
		out = append(out, "no date is told")
	}
	if len(v.Card.Who) < 2 && v.Card.Kind != "visit" {
		out = append(out, "only one party is told")
	}
	return out
}

func (d *desk) encounterPage(w http.ResponseWriter, r *http.Request) error {
	return d.encounterAs(w, r, "encounter", "")
}

func (d *desk) printPage(w http.ResponseWriter, r *http.Request) error {
	return d.encounterAs(w, r, "print", "/print")
}

// encounterAs shows an encounter; an id that gave way leads to the one it is now.
func (d *desk) encounterAs(w http.ResponseWriter, r *http.Request, page, tail string) error {
	v, err := d.encounter(r.PathValue("id"))
	if errors.Is(err, store.ErrNotFound) {
		return d.gone(w, r, err)
	}
	if err != nil {
		return err
	}
	if v.ID != r.PathValue("id") {
		w.Header().Del("ETag")
		http.Redirect(w, r, "/encounter/"+url.PathEscape(v.ID)+tail, http.StatusFound)
		return nil
	}
	return d.show(w, r, http.StatusOK, page, headline(v.Card), forReview{v, identityOf(r).Review, store.Fields(), "", exportLinks(v.ID)})
}

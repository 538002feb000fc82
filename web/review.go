package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"readout/store"
)

// decision is what a reviewer asks for, from a form or as JSON.
type decision struct {
	Kind       string   `json:"kind" enum:"accept,correct,reject,same,different,undo" doc:"What is decided."`
	Encounters []string `json:"encounters,omitempty" doc:"What it is about: one encounter; of same two or more; of different two, or one with documents."`
	Documents  []string `json:"documents,omitempty" doc:"Only what these documents tell of it."`
	Field      string   `json:"field,omitempty" doc:"Of a correction."`
	Value      string   `json:"value,omitempty" doc:"Of a correction; empty says that it is not told."`
	Undoes     string   `json:"undoes,omitempty" doc:"Of an undo: the decision that is taken back."`
	Reason     string   `json:"reason,omitempty"`
}

// decide stores a decision, signed by whoever asks.
func (d *desk) decide(in decision, by string) (store.Decided, error) {
	out := store.Decision{Kind: in.Kind, Field: in.Field, Value: in.Value, Undoes: in.Undoes, Reason: in.Reason, By: by, At: d.now().UTC().Format(time.RFC3339)}
	if err := d.bind(&out, in); err != nil {
		return store.Decided{}, err
	}
	done, err := d.store.Decide(out)
	if err != nil {
		var told *store.Error
		if errors.As(err, &told) && !errors.Is(err, store.ErrNotFound) && told.Err != nil {
			err = refuse(http.StatusUnprocessableEntity, told.Err.Error())
		}
		return store.Decided{}, err
	}
	return d.store.Decision(done.ID)
}

// bind finds the sentences that a decision is about.
func (d *desk) bind(out *store.Decision, in decision) error {
	if in.Kind == store.Undo {
		return nil
	}
	if len(in.Encounters) == 0 {
		return &store.Asked{Field: "encounters", Reason: "say which encounter the decision is about"}
	}
	var all [][]store.Target
	for _, id := range in.Encounters {
		ts, err := d.store.EncounterTargets(id)
		if err != nil {
			return err
		}
		all = append(all, ts)
	}
	switch {
	case in.Kind == store.Different && len(all) == 2:
		out.On, out.Against = all[0], all[1]
	case in.Kind == store.Different:
		for _, t := range all[0] {
			if slices.Contains(in.Documents, t.Document) {
				out.On = append(out.On, t)
			} else {
				out.Against = append(out.Against, t)
			}
		}
		if len(out.On) == 0 || len(out.Against) == 0 {
			return &store.Asked{Field: "documents", Reason: "choose some of the documents to split off, and not all"}
		}
	default:
		for _, ts := range all {
			for _, t := range ts {
				if len(in.Documents) == 0 || slices.Contains(in.Documents, t.Document) {
					out.On = append(out.On, t)
				}
			}
		}
	}
	return nil
}

// decisionLine is a decision in a list.
type decisionLine struct {
	store.Decided
	Text string `json:"text"`
}

func decisionLines(ds []store.Decided) []decisionLine {
	out := []decisionLine{}
	for i := len(ds) - 1; i >= 0; i-- { // the latest first
		out = append(out, decisionLine{ds[i], decisionText(ds[i])})
	}
	return out
}

func decisionText(d store.Decided) string {
	switch d.Kind {
	case store.Accept:
		return "accepted"
	case store.Reject:
		return "not an encounter"
	case store.Same:
		return "one encounter"
	case store.Different:
		return "different encounters"
	case store.Correct:
		if d.Value == "" {
			return d.Field + " is not told"
		}
		return d.Field + " is " + d.Value
	case store.Undo:
		return "took back " + brief(d.Undoes, 10)
	}
	return d.Kind
}

// queueView is the reviewers' queue: the first encounter in full, and what follows.
type queueView struct {
	Current   *encounterView `json:"current"`
	Following []store.Card   `json:"following"`
	Next      string         `json:"next,omitempty"` // past the first one
	After     string         `json:"after,omitempty"`
	Latest    []decisionLine `json:"latest"`
}

func (d *desk) queue(after string) (queueView, error) {
	v := queueView{Following: []store.Card{}, After: after}
	one, next, err := d.store.Queue(after, 1)
	if err != nil {
		return v, err
	}
	v.Next = next
	if len(one) > 0 {
		e, err := d.encounter(one[0].ID)
		if err != nil {
			return v, err
		}
		v.Current = &e
	}
	if next != "" {
		if v.Following, _, err = d.store.Queue(next, 10); err != nil {
			return v, err
		}
	}
	latest, err := d.store.Decisions(store.DecisionFilter{})
	v.Latest = decisionLines(latest[max(0, len(latest)-5):])
	return v, err
}

// forReview is an encounter with the forms to decide on it.
type forReview struct {
	encounterView
	CanReview bool
	Fields    []string
	Back      string // where a decision leads
	Exports   []exportLink
}

func (d *desk) reviewPage(w http.ResponseWriter, r *http.Request) error {
	v, err := d.queue(r.URL.Query().Get("after"))
	if err != nil {
		return err
	}
	shown := struct {
		queueView
		One *forReview
	}{queueView: v}
	if v.Current != nil {
		back := "/review"
		if v.After != "" {
			back += "?after=" + url.QueryEscape(v.After)
		}
		shown.One = &forReview{*v.Current, identityOf(r).Review, store.Fields(), back, nil}
	}
	return d.show(w, r, http.StatusOK, "review", "Review", shown)
}

// reviewPost takes a decision from a form.
func (d *desk) reviewPost(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return refuse(statusFor(err, http.StatusBadRequest), "The form could not be read: "+err.Error())
	}
	in := decision{Kind: r.PostFormValue("kind"), Field: r.PostFormValue("field"), Value: r.PostFormValue("value"),
		Undoes: r.PostFormValue("undoes"), Reason: strings.TrimSpace(r.PostFormValue("reason")), Documents: r.PostForm["documents"]}
	for _, id := range r.PostForm["encounters"] {
		if id = lastPart(id); id != "" {
			in.Encounters = append(in.Encounters, id)
		}
	}
	done, err := d.decide(in, identityOf(r).Name)
	if err != nil {
		return err
	}
	back := within(r.PostFormValue("back"))
	if back == "/" && len(done.Encounters) > 0 {
		back = "/encounter/" + url.PathEscape(done.Encounters[0])
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
	return nil
}

// lastPart is the id at the end of what was pasted: an id, or an encounter's address.
func lastPart(s string) string {
	s = strings.TrimSuffix(strings.TrimSpace(s), "/")
	return s[strings.LastIndexByte(s, '/')+1:]
}

// mostDecisions is how many decisions the page lists; all are in the export.
const mostDecisions = 300

func (d *desk) decisionsPage(w http.ResponseWriter, r *http.Request) error {
	all, err := d.store.Decisions(store.DecisionFilter{By: r.URL.Query().Get("by"), Kind: r.URL.Query().Get("kind")})
	if err != nil {
		return err
	}
	ls := decisionLines(all)
	return d.show(w, r, http.StatusOK, "decisions", "Decisions", map[string]any{"Total": len(ls), "List": ls[:min(len(ls), mostDecisions)], "CanReview": identityOf(r).Review})
}

// decisionsExport writes every decision, a JSON object a line, the earliest first.
func (d *desk) decisionsExport(w http.ResponseWriter, r *http.Request) error {
	all, err := d.store.Decisions(store.DecisionFilter{})
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/jsonl")
	w.Header().Set("Content-Disposition", `attachment; filename="decisions.jsonl"`)
	enc := json.NewEncoder(w)
	for _, x := range all {
		if err := enc.Encode(map[string]store.Decided{"decision": x}); err != nil {
			return nil
		}
	}
	return nil
}

// reviewAPI adds the reviewers' operations.
func (d *desk) reviewAPI(api huma.API) {
	get(d, api, "queue", "/api/review", "The reviewers' queue, the most doubtful first", func(d *desk, in *struct {
		After string `query:"after"`
	}) (queueView, error) {
		return d.queue(in.After)
	})
	get(d, api, "decisions", "/api/decisions", "What analysts decided, the latest first", func(d *desk, in *struct {
		Encounter string `query:"encounter"`
		By        string `query:"by"`
		Kind      string `query:"kind" enum:"accept,correct,reject,same,different,undo"`
		Active    bool   `query:"active" doc:"Only those in force."`
	}) ([]decisionLine, error) {
		ds, err := d.store.Decisions(store.DecisionFilter{Encounter: in.Encounter, By: in.By, Kind: in.Kind, Active: in.Active})
		return decisionLines(ds), err
	})
	huma.Register(api, huma.Operation{OperationID: "decide", Method: http.MethodPost, Path: "/api/decisions", Summary: "Accept, correct, reject, merge, split or undo",
		DefaultStatus: http.StatusCreated}, func(ctx context.Context, in *struct{ Body decision }) (*answer[store.Decided], error) {
		id, _ := ctx.Value(identityKey{}).(identity)
		out, err := d.decide(in.Body, id.Name)
		if err != nil {
			return nil, problem(err)
		}
		return &answer[store.Decided]{out}, nil
	})
}

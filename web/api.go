package web

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"readout/store"
)

// about is the API's own description.
const apiAbout = `Everything that the pages show, as JSON: who met, called or avoided whom, what each side says of it, where accounts differ. ` +
	`Lists are paged: give "next" of one page as "after" of the next. Answers carry an ETag; send it back as If-None-Match. ` +
	`GET /export?format=… takes the filters of /api/encounters, or encounter=ID. ` +
	`Errors are problem+json (RFC 9457). GET /api/changes is a stream of server-sent events: one "revision" event at every change of the record.`

// answer is the body of an operation.
type answer[T any] struct{ Body T }

// api adds the operations and their description to the routes.
func (d *desk) api(mux *http.ServeMux) {
	c := huma.DefaultConfig("Readout", "1")
	c.OpenAPIPath, c.DocsPath, c.SchemasPath = "/api/openapi", "", ""
	c.CreateHooks, c.Transformers = nil, nil
	c.Info.Description = apiAbout
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer"}}
	c.Security = []map[string][]string{{"token": {}}, {}}
	api := humago.New(mux, c)

	get(d, api, "overview", "/api/overview", "What the record holds and what is new in it", func(d *desk, _ *struct{}) (frontView, error) { return d.front() })
	get(d, api, "timeline", "/api/encounters", "Encounters by day, with counts", func(d *desk, in *filter) (timeline, error) { return d.timeline(*in) })
	get(d, api, "encounter", "/api/encounters/{id}", "One encounter: fields, accounts side by side, differences, sources", func(d *desk, in *struct {
		ID string `path:"id" doc:"The encounter's id, or one that gave way to it."`
	}) (encounterView, error) {
		return d.encounter(in.ID)
	})
	get(d, api, "documents", "/api/documents", "Documents, the one added last first, and outlets", func(d *desk, in *struct {
		After string `query:"after"`
	}) (documentsView, error) {
		return d.documents(in.After)
	})
	get(d, api, "document", "/api/document", "One document with its text, sections, facts and statements", func(d *desk, in *struct {
		ID string `query:"id" required:"true" doc:"The document's id."`
	}) (documentView, error) {
		return d.document(in.ID)
	})
	get(d, api, "document-page", "/api/document/page", "The page that a document was made from, as fetched, with the bytes of every fact", func(d *desk, in *struct {
		ID string `query:"id" required:"true" doc:"The document's id."`
	}) (fetchedView, error) {
		return d.fetchedOf(in.ID)
	})
	get(d, api, "names", "/api/names", "People, sides, pairs, gatherings, topics, places and outlets with the most encounters", func(d *desk, _ *struct{}) (browseView, error) { return d.browse() })
	get(d, api, "find-names", "/api/names/find", "Names that a reader can mean", func(d *desk, in *struct {
		Q string `query:"q" required:"true" maxLength:"200"`
	}) ([]store.Term, error) {
		return d.suggest(in.Q)
	})
	get(d, api, "profile", "/api/profiles/{facet}/{key}", "One person, country, place, gathering or topic", func(d *desk, in *struct {
		Facet string `path:"facet" enum:"party,side,country,gathering,topic"`
		Key   string `path:"key" doc:"As in the address of its page: vladimir-putin."`
	}) (profile, error) {
		t, err := d.known(in.Facet, in.Key)
		if err != nil {
			return profile{}, err
		}
		return d.profile(t)
	})
	get(d, api, "pair", "/api/pairs/{a}/{b}", "What two countries or persons had with each other", func(d *desk, in *struct {
		A string `path:"a"`
		B string `path:"b"`
	}) (profile, error) {
		terms, err := d.pair(in.A, in.B)
		if err != nil {
			return profile{}, err
		}
		return d.profile(terms...)
	})
	get(d, api, "outlet", "/api/outlet", "One outlet: originals and copies, whom it tells of", func(d *desk, in *struct {
		Name  string `query:"name" required:"true"`
		After string `query:"after"`
	}) (outletView, error) {
		return d.outlet(in.Name, in.After)
	})
	for _, what := range []string{store.Disagreement, store.Silence, store.Prospect} {
		get(d, api, what+"s", "/api/"+what+"s", "The "+what+"s, the one found last first", func(d *desk, in *findingFilter) (findingsView, error) { return d.findings(*in, what, 30) })
	}
	get(d, api, "search", "/api/search", "Names, encounters, statements and documents by their words", func(d *desk, in *searchFilter) (searchView, error) { return d.search(*in) })
	get(d, api, "job", "/api/jobs/{job}", "How far a hand-in is", func(d *desk, in *struct {
		Job string `path:"job"`
	}) (jobState, error) {
		j, ok := d.jobs.find(in.Job)
		if !ok {
			return jobState{}, refuse(http.StatusNotFound, "there is no such job")
		}
		s, _ := j.now()
		return s, nil
	})
	huma.Register(api, huma.Operation{OperationID: "add", Method: http.MethodPost, Path: "/api/documents", Summary: "Hand in a text or an address to be read",
		DefaultStatus: http.StatusAccepted, MaxBodyBytes: mostBody}, func(_ context.Context, in *struct {
		Body struct {
			Name    string `json:"name,omitempty" doc:"A file name: its ending says what it is (.txt, .html, .jsonl)." maxLength:"200"`
			Text    string `json:"text,omitempty"`
			Address string `json:"address,omitempty" format:"uri"`
		}
	}) (*answer[jobState], error) {
		if in.Body.Text == "" && in.Body.Address == "" {
			return nil, huma.Error422UnprocessableEntity("give a text or an address")
		}
		name := in.Body.Name
		if name != "" {
			name = fileName(name)
		}
		j, err := d.jobs.start([]Input{{Name: name, Body: []byte(in.Body.Text), Address: in.Body.Address}})
		if err != nil {
			return nil, problem(err)
		}
		s, _ := j.now()
		return &answer[jobState]{s}, nil
	})
	d.reviewAPI(api)
	d.docs = describe(api.OpenAPI())
}

// get adds an operation that reads.
func get[I, O any](d *desk, api huma.API, id, path, summary string, f func(*desk, *I) (O, error)) {
	huma.Register(api, huma.Operation{OperationID: id, Method: http.MethodGet, Path: path, Summary: summary,
		Errors: []int{http.StatusBadRequest, http.StatusNotFound}}, func(ctx context.Context, in *I) (*answer[O], error) {
		reader := ctx
		ctx, cancel := context.WithTimeout(ctx, slowest)
		defer cancel()
		out, err := f(d.until(ctx), in)
		if err != nil {
			if status, _ := statusOf(err); status >= 500 && reader.Err() == nil {
				d.log.Error("answering failed", "path", path, "error", err)
			}
			return nil, problem(err)
		}
		return &answer[O]{out}, nil
	})
}

func problem(err error) error {
	status, reason := statusOf(err)
	var done huma.StatusError
	if errors.As(err, &done) {
		return err
	}
	return huma.NewError(status, reason)
}

// writeProblem answers with problem+json where no operation was reached.
func writeProblem(w http.ResponseWriter, status int, reason string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]any{"title": http.StatusText(status), "status": status, "detail": reason})
}

// suggest finds names for what is being typed.
func (d *desk) suggest(typed string) ([]store.Term, error) {
	ts, err := d.store.FindTerms(typed, 10, store.FacetParty, store.FacetSide, store.FacetGathering, store.FacetTopic, store.FacetCountry)
	if ts == nil {
		ts = []store.Term{}
	}
	return ts, err
}

// docsView is the API's description for people.
type docsView struct {
	About      string
	Operations []operation
}

type operation struct {
	Method, Path, Summary string
	Params                []param
}

type param struct {
	Name, In, Doc string
	Required      bool
	Values        []string
}

// describe reads the operations out of the API's own description.
func describe(o *huma.OpenAPI) docsView {
	v := docsView{About: apiAbout}
	for path, item := range o.Paths {
		for _, x := range [...]struct {
			method string
			op     *huma.Operation
		}{{"GET", item.Get}, {"POST", item.Post}} {
			if x.op == nil {
				continue
			}
			out := operation{Method: x.method, Path: path, Summary: x.op.Summary}
			for _, p := range x.op.Parameters {
				one := param{Name: p.Name, In: p.In, Doc: p.Description, Required: p.Required}
				if p.Schema != nil {
					for _, e := range p.Schema.Enum {
						one.Values = append(one.Values, fmt.Sprint(e))
					}
				}
				out.Params = append(out.Params, one)
			}
			v.Operations = append(v.Operations, out)
		}
	}
	slices.SortFunc(v.Operations, func(a, b operation) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Method, b.Method))
	})
	return v
}

func (d *desk) docsPage(w http.ResponseWriter, r *http.Request) error {
	return d.show(w, r, http.StatusOK, "docs", "For programs", d.docs)
}

package main

import (
	"strings"

	"readout"
	"readout/store"
)

// database is the flag of every command that uses a record.
type database struct {
	DB string `name:"db" default:"readout.db" env:"READOUT_DB" placeholder:"FILE" help:"The record's file (default ${default}, or $$READOUT_DB)."`
}

// open opens the record for reading, with its encounters up to date.
func (d database) open() (*store.Store, error) { return d.with(false) }

func (d database) with(create bool) (*store.Store, error) {
	opts := storeOptions()
	opts.Create = create
	s, err := store.Open(d.DB, opts)
	if err != nil {
		return nil, err
	}
	if err := s.Settle(); err != nil { // a run that was cut short may have left some
		s.Close()
		return nil, err
	}
	return s, nil
}

// use opens the record, runs f and closes it.
func (d database) use(f func(*store.Store) error) error {
	s, err := d.open()
	if err != nil {
		return err
	}
	return first(f(s), s.Close())
}

// filters are the flags that choose encounters.
type filters struct {
	Party     string `placeholder:"NAME" help:"A participant: a person, a country or a body."`
	With      string `placeholder:"NAME" help:"Another participant of the same encounter."`
	Place     string `placeholder:"NAME" help:"Where: a venue, city or country."`
	Gathering string `placeholder:"NAME" help:"The summit, conference or round."`
	Country   string `placeholder:"NAME" help:"A country or body that a participant acts for."`
	Topic     string `placeholder:"WORDS" help:"Words of what was talked about."`
	Outlet    string `placeholder:"WORDS" help:"Words of the name of an outlet that tells of it."`
	Text      string `placeholder:"WORDS" help:"Words of participants, places, gatherings and topics."`
	Found     string `placeholder:"WHAT" enum:",contradiction,disagreement,silence,prospect" default:"" help:"contradiction, disagreement, silence or prospect: only where one was found."`
	Since     string `placeholder:"DATE" help:"From this day, month or year: 2014-11-10, 2014-11 or 2014."`
	Until     string `placeholder:"DATE" help:"Up to the end of this day, month or year."`
	Status    string `placeholder:"STATUS" enum:",held,planned,proposed,cancelled,denied" default:"" help:"held, planned, proposed, cancelled or denied."`
	Kind      string `placeholder:"KIND" enum:",meeting,brief,call,visit" default:"" help:"meeting, brief, call or visit."`
	Limit     int    `placeholder:"N" default:"0" help:"At most so many."`
}

func (f filters) filter() store.Filter {
	return store.Filter{Party: f.Party, With: f.With, Place: f.Place, Gathering: f.Gathering,
		Country: f.Country, Topic: f.Topic, Outlet: f.Outlet, Text: f.Text, Found: f.Found,
		Since: readout.Date(f.Since), Until: readout.Date(f.Until), Status: f.Status, Kind: f.Kind, Limit: f.Limit}
}

// short is enough of an id to name it.
func short(id string) string {
	if len(id) > 10 {
		return id[:10]
	}
	return id
}

// outlets are who published the documents that tell of an encounter, each once.
func outlets(e store.Encounter) string {
	var out []string
	seen := map[string]bool{}
	for _, r := range e.Records {
		name := clean(r.Document.Outlet)
		if name == "" {
			name = clean(r.Document.ID)
		}
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

// at is the place and the gathering in one cell.
func at(f readout.Facts) string {
	var out []string
	for _, s := range []string{f.Place.Value().String(), f.Gathering.Value()} {
		if s != "" {
			out = append(out, clean(s))
		}
	}
	return strings.Join(out, "; ")
}

// listJSON is an encounter of the record: its fields, and one account for each
// document's record of it, with the document's voices inside.
type listJSON struct {
	encounterJSON
	Accounts []encounterJSON `json:"accounts"`
}

func listOf(e store.Encounter) listJSON {
	j := listJSON{encounterJSON: encounterOf(e.Encounter), Accounts: []encounterJSON{}}
	j.encounterJSON.Evidence = []readout.Span{}
	for _, r := range e.Records {
		a := encounterOf(r.Encounter)
		a.Document = r.Document.ID
		j.Accounts = append(j.Accounts, a)
	}
	return j
}

// Package export writes encounters of a record in the forms that others read: tables
// with a description of their columns, event data, trips of leaders, entities, a
// calendar, a graph, a page to hand in.
//
// In goes an open record and a filter, out come the bytes of one format. The same
// record gives the same bytes. A format that has no place for a fact leaves it out
// and says how many and why (Tally); what is planned, proposed, cancelled or denied
// is never written as held. doc/exports.md has the mappings.
//
// What can go wrong: the record cannot be read, or the writer does not take the
// bytes. A format that nobody knows is an error that lists those there are.
package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"readout"
	"readout/store"
)

// Format is one form in which encounters can be written.
type Format struct {
	Name  string
	Gloss string // what it is, for a list of formats
	Media string // media type
	Ext   string // of a file's name, with its dot
	write func(io.Writer, *job) error
}

// Formats lists the formats in the order in which they are shown.
func Formats() []Format {
	return []Format{
		{"csv", "a table of encounters; with a folder: all tables and their description", "text/csv; charset=utf-8", ".csv", writeCSV},
		{"colt", "trips of leaders, in the columns of the COLT data", "text/csv; charset=utf-8", ".csv", writeCOLT},
		{"plover", "PLOVER event records, one JSON object a line", "application/x-ndjson", ".jsonl", writePLOVER},
		{"cameo", "CAMEO-coded events, tab-separated", "text/tab-separated-values; charset=utf-8", ".tsv", writeCAMEO},
		{"ftm", "FollowTheMoney entities, one JSON object a line", "application/x-ndjson", ".ftm.json", writeFTM},
		{"parquet", "encounters as a Parquet file with nested participants and accounts", "application/vnd.apache.parquet", ".parquet", writeParquet},
		{"ical", "a calendar of what is planned, proposed or called off", "text/calendar; charset=utf-8", ".ics", writeICal},
		{"graphml", "parties and encounters as a graph", "application/graphml+xml", ".graphml", writeGraphML},
		{"markdown", "each encounter as a page with its sources", "text/markdown; charset=utf-8", ".md", writeMarkdown},
	}
}

// Find returns the format of that name.
func Find(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("export: no format %q; one of: %s", name, strings.Join(names, ", "))
}

// Tally says how many records were written, and how many encounters were left out
// for which reason.
type Tally struct {
	Written int
	Left    []Left
}

// Left is a reason why a format has no place for an encounter, with how many.
type Left struct {
	Reason string
	Count  int
}

func (t *Tally) leave(reason string) {
	i := slices.IndexFunc(t.Left, func(l Left) bool { return l.Reason == reason })
	if i < 0 {
		i = len(t.Left)
		t.Left = append(t.Left, Left{Reason: reason})
	}
	t.Left[i].Count++
}

// job is one run of an export: where encounters come from and what is known of codes.
type job struct {
	store  *store.Store
	filter store.Filter
	one    string // the id of the one encounter that is asked for, or ""
	codes  codes
	tally  Tally
}

// Write writes the encounters that the filter asks for, or the one whose id is given
// where it is not "".
func (f Format) Write(w io.Writer, s *store.Store, filter store.Filter, id string) (Tally, error) {
	c, err := loadCodes()
	if err != nil {
		return Tally{}, err
	}
	j := &job{store: s, filter: filter, one: id, codes: c}
	out := bufio.NewWriterSize(w, 1<<16)
	if err := f.write(out, j); err != nil {
		return j.tally, err
	}
	return j.tally, out.Flush()
}

// each visits the encounters of the job, by date.
func (j *job) each(visit func(store.Encounter) error) error {
	if j.one == "" {
		return j.store.Walk(j.filter, visit)
	}
	e, err := j.store.Encounter(j.one)
	if err != nil {
		return err
	}
	return visit(e)
}

// The reasons for which encounters are left out.
const (
	undated   = "no date"
	vague     = "no day: dated to more than a month"
	notHeld   = "not told as held"
	noLeader  = "no leader abroad among the participants"
	noCode    = "the scheme has no code for what was told"
	oneSide   = "fewer than two sides"
	notAPlan  = "held, not planned"
	placeless = "no country told"
)

func parties(e store.Encounter) []readout.Party {
	out := make([]readout.Party, len(e.Participants))
	for i, p := range e.Participants {
		out[i] = p.Value()
	}
	return out
}

// days returns the first and the last day of an encounter's date.
func days(e store.Encounter) (first, last readout.Day, ok bool) {
	from, to, ok := e.Date.Value().Days()
	return from, to - 1, ok
}

// headline says what the encounter is in one line: "Held meeting: A and B".
func headline(e store.Encounter) string {
	status, kind := e.Status.Value().String(), e.Kind.Value().String()
	return strings.ToUpper(status[:1]) + status[1:] + " " + kind + ": " + names(parties(e))
}

// names joins names as a sentence does: "A, B and C".
func names(ps []readout.Party) string {
	list := make([]string, len(ps))
	for i, p := range ps {
		list[i] = p.Name
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

func topics(e store.Encounter) []string {
	out := make([]string, len(e.Topics))
	for i, t := range e.Topics {
		out[i] = t.Value()
	}
	return out
}

// sources are the documents that tell of an encounter, each once.
func sources(e store.Encounter) []store.Source {
	var out []store.Source
	for _, r := range e.Records {
		if !slices.Contains(out, r.Document) {
			out = append(out, r.Document)
		}
	}
	return out
}

// isHost tells whether the party is the one told to be the host.
func isHost(e store.Encounter, p readout.Party) bool { return is(p, e.Host.Value()) }

func is(p readout.Party, name string) bool {
	return name != "" && (p.Name == name || p.Side == name)
}

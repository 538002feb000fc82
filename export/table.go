package export

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"readout"
	"readout/store"
)

// The types of a column are those of Table Schema (https://datapackage.org/standard/table-schema/);
// a list is an array where the file can hold one, and joined with "; " in CSV.
const (
	typeString  = "string"
	typeInteger = "integer"
	typeNumber  = "number"
	typeBoolean = "boolean"
	typeDate    = "date"
	typeList    = "list"
)

// column describes one column of a table.
type column struct {
	name, typ, gloss string
	unit             string   // "minutes", "bytes"; "" where it is no quantity
	enum             []string // all values, where the set is closed
}

// table describes one table of the package: its columns, its key and what its
// columns point at.
type table struct {
	name, gloss string
	columns     []column
	key         []string
	points      map[string]string // column -> table whose first column it names
}

var (
	kindValues   = []string{"meeting", "brief", "call", "visit"}
	statusValues = []string{"held", "planned", "proposed", "cancelled", "denied"}
)

// The tables of the package. Each has a function below that makes its rows.
func encounterTable() table {
	return table{name: "encounters", gloss: "One row an encounter, folded over all accounts of it.", key: []string{"id"}, columns: []column{
		{name: "id", typ: typeString, gloss: "of the encounter"},
		{name: "kind", typ: typeString, enum: kindValues, gloss: "in person, a few words, by telephone or video, a journey"},
		{name: "status", typ: typeString, enum: statusValues, gloss: "whether it happened"},
		{name: "how", typ: typeString, gloss: "of a cancelled or denied one: called_off, postponed, refused, ruled_out, no_plans, avoided, disputed"},
		{name: "format", typ: typeString, gloss: "finer than kind, where told"},
		{name: "participants", typ: typeList, gloss: "full names"},
		{name: "sides", typ: typeList, gloss: "the states and bodies they act for, each once"},
		{name: "date", typ: typeString, gloss: "EDTF (ISO 8601-2, level 1); empty where nothing fixes it"},
		{name: "first_day", typ: typeDate, gloss: "first day that the date covers"},
		{name: "last_day", typ: typeDate, gloss: "last day that the date covers"},
		{name: "date_basis", typ: typeString, enum: []string{"stated", "resolved", "inferred"}, gloss: "how the date follows from the words"},
		{name: "place", typ: typeString, gloss: "from the most specific outwards"},
		{name: "city", typ: typeString, gloss: "usual English name"},
		{name: "country", typ: typeString, gloss: "usual English name"},
		{name: "country_code", typ: typeString, gloss: "ISO 3166-1 alpha-2"},
		{name: "geonames", typ: typeString, gloss: "GeoNames id of the city"},
		{name: "gathering", typ: typeString, gloss: "the summit, conference or round within which it happened"},
		{name: "topics", typ: typeList, gloss: "what was talked about"},
		{name: "duration_min", typ: typeInteger, unit: "minutes", gloss: "it took at least so long"},
		{name: "duration_max", typ: typeInteger, unit: "minutes", gloss: "it took at most so long"},
		{name: "host", typ: typeString, gloss: "who received the others"},
		{name: "initiator", typ: typeString, gloss: "who asked for it"},
		{name: "outcome", typ: typeString, gloss: "what was agreed, where told"},
		{name: "reason", typ: typeString, gloss: "why it was called off, put off or refused, where told"},
		{name: "documents", typ: typeInteger, gloss: "how many documents tell of it"},
		{name: "confidence", typ: typeNumber, gloss: "from 0 to 1"},
	}}
}

func participantTable() table {
	return table{name: "participants", gloss: "One row a participant of an encounter.", key: []string{"encounter", "position"},
		points: map[string]string{"encounter": "encounters"}, columns: []column{
			{name: "encounter", typ: typeString, gloss: "id of the encounter"},
			{name: "position", typ: typeInteger, gloss: "place in the list, from 1"},
			{name: "name", typ: typeString, gloss: "full name without titles, or the description in the text"},
			{name: "kind", typ: typeString, enum: []string{"person", "state", "body", "group"}, gloss: "what the party is"},
			{name: "side", typ: typeString, gloss: "the state or body acted for"},
			{name: "country_code", typ: typeString, gloss: "ISO 3166-1 alpha-2 of the side, where it is a state"},
			{name: "role", typ: typeString, gloss: "the office then held"},
			{name: "wikidata", typ: typeString, gloss: "Wikidata id, where known"},
			{name: "host", typ: typeBoolean, gloss: "received the others"},
			{name: "initiator", typ: typeBoolean, gloss: "asked for it"},
		}}
}

func documentTable() table {
	return table{name: "documents", gloss: "One row a document that tells of one of the encounters.", key: []string{"id"}, columns: []column{
		{name: "id", typ: typeString, gloss: "of the document"},
		{name: "outlet", typ: typeString, gloss: "who published it"},
		{name: "url", typ: typeString, gloss: "its address"},
		{name: "title", typ: typeString, gloss: "as printed"},
		{name: "published", typ: typeString, gloss: "day, or instant with its zone, as printed"},
	}}
}

func accountTable() table {
	return table{name: "accounts", gloss: "One row for what one voice in one document tells of an encounter.", key: []string{"id"},
		points: map[string]string{"encounter": "encounters", "document": "documents"}, columns: []column{
			{name: "id", typ: typeString, gloss: "of the account"},
			{name: "encounter", typ: typeString, gloss: "id of the encounter it tells of"},
			{name: "document", typ: typeString, gloss: "id of the document"},
			{name: "voice", typ: typeString, gloss: "reporter, or the speaker's name"},
			{name: "role", typ: typeString, gloss: "the speaker's office"},
			{name: "side", typ: typeString, gloss: "the speaker's state or body"},
			{name: "via", typ: typeList, gloss: "who passed the words on, the outermost last"},
			{name: "kind", typ: typeString, enum: kindValues, gloss: "as this voice has it"},
			{name: "status", typ: typeString, enum: statusValues, gloss: "as this voice has it"},
			{name: "date", typ: typeString, gloss: "EDTF, as this voice has it"},
			{name: "place", typ: typeString, gloss: "as this voice has it"},
			{name: "topics", typ: typeList, gloss: "as this voice has them"},
			{name: "tone", typ: typeList, gloss: "words of praise or blame that this voice used of it"},
			{name: "evidence_start", typ: typeInteger, unit: "bytes", gloss: "first byte of the most telling sentence in the document's text (UTF-8)"},
			{name: "evidence_end", typ: typeInteger, unit: "bytes", gloss: "just behind its last byte"},
			{name: "confidence", typ: typeNumber, gloss: "from 0 to 1"},
		}}
}

// A row holds a value for each column: string, int, float64, bool, []string, or nil
// where the value is absent.
type row []any

func encounterRow(e store.Encounter) row {
	p := e.Place.Value()
	r := row{e.ID, e.Kind.Value().String(), e.Status.Value().String(), text(e.How.Value()), text(e.Format.Value()),
		nameList(e), sides(e), text(string(e.Date.Value())), nil, nil, basis(e.Date.Basis()),
		text(p.String()), text(p.City), text(p.Country), text(p.Code), text(p.GeoNames), text(e.Gathering.Value()), topics(e), nil, nil,
		text(e.Host.Value()), text(e.Initiator.Value()), text(e.Outcome.Value()), text(e.Reason.Value()), len(sources(e)), e.Confidence}
	if first, last, ok := days(e); ok {
		r[8], r[9] = string(first.Date()), string(last.Date())
	}
	if e.Duration.Present() {
		r[18], r[19] = e.Duration.Value().Min, e.Duration.Value().Max
	}
	return r
}

func nameList(e store.Encounter) []string {
	var out []string
	for _, p := range parties(e) {
		out = append(out, p.Name)
	}
	return out
}

// sides are the states and bodies that take part, each once.
func sides(e store.Encounter) []string {
	var out []string
	seen := map[string]bool{}
	for _, p := range parties(e) {
		if p.Side != "" && !seen[p.Side] {
			seen[p.Side] = true
			out = append(out, p.Side)
		}
	}
	return out
}

func participantRows(e store.Encounter) []row {
	var out []row
	for i, p := range parties(e) {
		out = append(out, row{e.ID, i + 1, p.Name, text(p.Kind.String()), text(p.Side), text(p.Country), text(p.Role), text(p.Wikidata),
			isHost(e, p), is(p, e.Initiator.Value())})
	}
	return out
}

func documentRow(d store.Source) row {
	return row{d.ID, text(d.Outlet), text(d.URL), text(d.Title), text(d.Published)}
}

func accountRows(e store.Encounter) []row {
	var out []row
	for _, r := range e.Records {
		for _, a := range r.Accounts {
			x := row{a.ID, e.ID, r.Document.ID, a.Voice.Name(), text(a.Voice.Role), text(a.Voice.Side), a.Voice.Via,
				text(value(a.Kind, readout.Kind.String)), text(value(a.Status, readout.Status.String)), text(string(a.Date.Value())),
				text(a.Place.Value().String()), cited(a.Topics), cited(a.Tone), nil, nil, a.Confidence}
			if len(a.Evidence) > 0 {
				x[13], x[14] = int(a.Evidence[0].Start), int(a.Evidence[0].End)
			}
			out = append(out, x)
		}
	}
	return out
}

// value is the name of a cited value, "" where there is none.
func value[T any](c readout.Cited[T], name func(T) string) string {
	if !c.Present() {
		return ""
	}
	return name(c.Value())
}

func cited(cs []readout.Cited[string]) []string {
	var out []string
	for _, c := range cs {
		out = append(out, c.Value())
	}
	return out
}

func basis(b readout.Basis) any { return text(b.String()) }

// text is absent where it is empty.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// rowWriter writes the rows of one table.
type rowWriter interface {
	write(row) error
	flush() error
}

// csvRows writes RFC 4180 with a header line.
type csvRows struct {
	w     *csv.Writer
	cells []string
}

func newCSV(w io.Writer, t table) (rowWriter, error) {
	c := &csvRows{w: csv.NewWriter(w)}
	for _, col := range t.columns {
		c.cells = append(c.cells, col.name)
	}
	return c, c.w.Write(c.cells)
}

func (c *csvRows) write(r row) error {
	for i, v := range r {
		c.cells[i] = cell(v)
	}
	return c.w.Write(c.cells)
}

func (c *csvRows) flush() error {
	c.w.Flush()
	return c.w.Error()
}

// cell is a value as it stands in a CSV file.
func cell(v any) string {
	switch v := v.(type) {
	case string:
		return harmless(v)
	case []string:
		return harmless(strings.Join(v, "; "))
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'g', 4, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// harmless keeps a spreadsheet from running a text of a stranger as a formula: one
// that begins like a formula, or with the apostrophe that marks such, gets an
// apostrophe before it. Line ends and other controls become spaces.
func harmless(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r <= 0x9f {
			return ' '
		}
		return r
	}, s)
	if s != "" && strings.ContainsRune("=+-@'＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}

// jsonRows writes one JSON object a line; what is absent is left out.
type jsonRows struct {
	enc   *json.Encoder
	table table
}

func newJSONL(w io.Writer, t table) (rowWriter, error) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return jsonRows{enc, t}, nil
}

func (j jsonRows) write(r row) error {
	object := map[string]any{} // written by key, so always in one order
	for i, v := range r {
		if list, isList := v.([]string); v != nil && (!isList || len(list) > 0) {
			object[j.table.columns[i].name] = v
		}
	}
	return j.enc.Encode(object)
}

func (jsonRows) flush() error { return nil }

// writeCSV writes the table of encounters alone.
func writeCSV(w io.Writer, j *job) error {
	rows, err := newCSV(w, encounterTable())
	if err != nil {
		return err
	}
	err = j.each(func(e store.Encounter) error {
		j.tally.Written++
		return rows.write(encounterRow(e))
	})
	if err != nil {
		return err
	}
	return rows.flush()
}

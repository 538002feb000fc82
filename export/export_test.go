package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"

	"readout"
	"readout/store"
)

var (
	lind = readout.Party{Kind: readout.Person, Name: "Karin Lindqvist", Side: "Sweden", Role: "prime minister", Country: "SE", Wikidata: "Q1"}
	mora = readout.Party{Kind: readout.Person, Name: "Álvaro Mora", Side: "Peru", Role: "president", Country: "PE"}
	okon = readout.Party{Kind: readout.Person, Name: "=HYPERLINK(\"http://evil.example\")", Side: "Nigeria", Role: "foreign minister", Country: "NG"}
	un   = readout.Party{Kind: readout.Organisation, Name: "United Nations", Side: "United Nations"}
	lima = readout.Place{City: "Lima", Country: "Peru", Code: "PE", GeoNames: "3936456"}
)

// told is one encounter as a document tells it.
type told struct {
	kind   readout.Kind
	status readout.Status
	how    string
	date   readout.Date
	place  readout.Place
	words  string
	who    []readout.Party
}

// record stores one document an encounter and opens the record.
func record(t *testing.T, ts ...told) *store.Store {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "record.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	var rs []readout.Readout
	for i, x := range ts {
		rs = append(rs, x.readout("doc-"+strconv.Itoa(i)))
	}
	if _, err := s.Add(rs, false); err != nil {
		t.Fatal(err)
	}
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	return s
}

func (x told) readout(id string) readout.Readout {
	at := readout.Span{End: readout.Offset(len(x.words))}
	f := readout.Facts{
		Kind:   readout.Cite(x.kind, "met", readout.Stated, at),
		Status: readout.Cite(x.status, "met", readout.Stated, at),
		Topics: []readout.Cited[string]{readout.Cite("trade, \"fish\"; and copper", "about", readout.Stated, at)},
	}
	if x.how != "" {
		f.How = readout.Cite(x.how, "how", readout.Stated, at)
	}
	if x.date != "" {
		f.Date = readout.Cite(x.date, "day", readout.Stated, at)
	}
	if x.place != (readout.Place{}) {
		f.Place = readout.Cite(x.place, "in", readout.Stated, at)
	}
	for _, p := range x.who {
		f.Participants = append(f.Participants, readout.Cite(p, "subject", readout.Stated, at))
	}
	a := readout.Account{Document: id, Facts: f, Evidence: []readout.Span{at}, Confidence: 0.75}
	return readout.Readout{
		Document: readout.Document{ID: id, Outlet: "Daily", URL: "https://daily.example/" + id, Title: "<b>News</b> " + id,
			Published: "2019-05-02", Text: x.words},
		Sections:   []readout.Section{{Span: at}},
		Encounters: []readout.Encounter{{Facts: f, Evidence: a.Evidence, Accounts: []readout.Account{a}, Confidence: 0.75}},
	}
}

// year is one encounter of every status, two of one journey, and one without a day.
func year(t *testing.T) *store.Store {
	meet, lm := readout.Meeting, []readout.Party{lind, mora}
	return record(t,
		told{meet, readout.Held, "", "2019-05-01", lima, "They met in Lima.", lm},
		told{meet, readout.Held, "", "2019-05-03", lima, "Lindqvist met Mora and the United Nations again in Lima.", []readout.Party{lind, mora, un}},
		told{readout.Call, readout.Held, "", "2019-06-01", readout.Place{}, "They spoke by phone.", lm},
		told{meet, readout.Planned, "", "2019-07-01/2019-07-02", lima, "They will meet in Lima.", lm},
		told{meet, readout.Proposed, "", "2019-08", readout.Place{}, "She offered to meet.", lm},
		told{meet, readout.Cancelled, "postponed", "2019-09-01", lima, "The meeting was put off.", lm},
		told{meet, readout.Denied, "refused", "2019-10-01", lima, "He refused to meet her.", lm},
		told{meet, readout.Denied, "disputed", "2019-11-01", lima, "He says they never met.", lm},
		told{meet, readout.Held, "", "", lima, "They met <script>alert(1)</script> once.", []readout.Party{okon, mora}},
	)
}

func write(t *testing.T, s *store.Store, format string) (string, Tally) {
	t.Helper()
	f, err := Find(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	tally, err := f.Write(&b, s, store.Filter{}, "")
	if err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String(), tally
}

func TestEveryFormatGivesTheSameBytesTwice(t *testing.T) {
	s := year(t)
	for _, f := range Formats() {
		a, ta := write(t, s, f.Name)
		b, _ := write(t, s, f.Name)
		if a != b {
			t.Errorf("%s: two runs differ", f.Name)
		}
		if a == "" || ta.Written == 0 {
			t.Errorf("%s wrote nothing", f.Name)
		}
	}
}

func TestAnUnknownFormatIsRefusedWithThoseThereAre(t *testing.T) {
	if _, err := Find("xlsx"); err == nil || !strings.Contains(err.Error(), "parquet") {
		t.Errorf("got %v", err)
	}
}

func TestTheTablesHoldWhatTheirDescriptionSays(t *testing.T) {
	for _, format := range []string{"csv", "jsonl"} {
		dir := t.TempDir()
		tally, err := Package(dir, format, year(t), store.Filter{})
		if err != nil || tally.Written != 9 {
			t.Fatalf("%s: %d written, %v", format, tally.Written, err)
		}
		checkPackage(t, dir)
	}
	if _, err := Package(t.TempDir(), "xml", year(t), store.Filter{}); err == nil {
		t.Error("tables as xml were not refused")
	}
}

// checkPackage validates a folder against its datapackage.json: types, enumerations,
// keys and what they point at.
func checkPackage(t *testing.T, dir string) {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(dir, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	var pack packageJSON
	if err := json.Unmarshal(body, &pack); err != nil {
		t.Fatal(err)
	}
	ids := map[string]map[string]bool{}
	rows := map[string][]map[string]any{}
	for _, r := range pack.Resources {
		rows[r.Name] = readRows(t, filepath.Join(dir, r.Path), r.Schema.Fields)
		ids[r.Name] = map[string]bool{}
		for _, row := range rows[r.Name] {
			checkRow(t, r, row)
			key := ""
			for _, k := range r.Schema.PrimaryKey {
				key += cell(row[k]) + "\x00"
			}
			if ids[r.Name][key] {
				t.Errorf("%s: key %q twice", r.Path, key)
			}
			ids[r.Name][key] = true
		}
	}
	for _, r := range pack.Resources {
		for _, k := range r.Schema.ForeignKeys {
			for _, row := range rows[r.Name] {
				if v := cell(row[k.Fields[0]]); !ids[k.Reference.Resource][v+"\x00"] {
					t.Errorf("%s: %s %q is not in %s", r.Path, k.Fields[0], v, k.Reference.Resource)
				}
			}
		}
	}
}

func readRows(t *testing.T, path string, fields []fieldJSON) (out []map[string]any) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if strings.HasSuffix(path, ".jsonl") {
		for dec := json.NewDecoder(f); dec.More(); {
			var row map[string]any
			if err := dec.Decode(&row); err != nil {
				t.Fatal(err)
			}
			out = append(out, row)
		}
		return out
	}
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range fields {
		if all[0][i] != f.Name {
			t.Errorf("%s: column %d is %q, described as %q", path, i, all[0][i], f.Name)
		}
	}
	for _, line := range all[1:] {
		row := map[string]any{}
		for i, v := range line {
			if v != "" {
				row[fields[i].Name] = v
			}
		}
		out = append(out, row)
	}
	return out
}

func checkRow(t *testing.T, r resourceJSON, row map[string]any) {
	t.Helper()
	for _, f := range r.Schema.Fields {
		v, there := row[f.Name]
		c := f.Constraints
		switch {
		case !there && c != nil && c.Required:
			t.Errorf("%s: no %s", r.Path, f.Name)
		case !there:
		case c != nil && c.Enum != nil && !slices.Contains(c.Enum, v.(string)):
			t.Errorf("%s: %s is %q", r.Path, f.Name, v)
		case !typed(f.Type, v):
			t.Errorf("%s: %s %v is no %s", r.Path, f.Name, v, f.Type)
		}
	}
}

func typed(typ string, v any) bool {
	if s, ok := v.(string); ok {
		switch typ {
		case typeInteger:
			_, err := strconv.Atoi(s)
			return err == nil
		case typeNumber:
			_, err := strconv.ParseFloat(s, 64)
			return err == nil
		case typeBoolean:
			return s == "true" || s == "false"
		case typeDate:
			_, _, ok := readout.Date(s).Days()
			return ok && len(s) == 10
		}
		return typ == typeString
	}
	switch v.(type) {
	case float64:
		return typ == typeInteger || typ == typeNumber
	case bool:
		return typ == typeBoolean
	case []any:
		return typ == "array"
	}
	return false
}

func TestTheTablesComeAsAnArchiveToo(t *testing.T) {
	var b bytes.Buffer
	if _, err := Zip(&b, "csv", year(t), store.Filter{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "accounts.csv datapackage.json documents.csv encounters.csv participants.csv" {
		t.Errorf("the archive holds %s", got)
	}
}

func TestNoCellBeginsLikeAFormula(t *testing.T) {
	s := year(t)
	for format, comma := range map[string]rune{"csv": ',', "colt": ',', "cameo": '\t'} {
		out, _ := write(t, s, format)
		r := csv.NewReader(strings.NewReader(out))
		r.Comma = comma
		all, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		for _, line := range all {
			for _, c := range line {
				if c != "" && strings.ContainsAny(c[:1], "=+-@\t\r") {
					t.Errorf("%s: a spreadsheet would run %q", format, c)
				}
			}
		}
	}
	for in, want := range map[string]string{"=1+1": "'=1+1", "+4": "'+4", "-4": "'-4", "@SUM": "'@SUM", "'s": "''s",
		"a\r\nb": "a  b", "＝1": "'＝1", "Lima": "Lima", "": ""} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) is %q, not %q", in, got, want)
		}
	}
}

func TestEventDataCallNothingAConsultationThatWasNotHeld(t *testing.T) {
	out, tally := write(t, year(t), "plover")
	modes := map[string]int{}
	for dec := json.NewDecoder(strings.NewReader(out)); dec.More(); {
		var r ploverJSON
		if err := dec.Decode(&r); err != nil {
			t.Fatal(err)
		}
		if r.ID == "" || len(r.Date) != 10 || len(r.Actor) == 0 || len(r.Event) != 1 {
			t.Errorf("a required field is missing: %+v", r)
		}
		if held := strings.HasPrefix(r.Comment, "held "); held != (r.Event[0] == "CONSULT") {
			t.Errorf("%s is coded %s", r.Comment, r.Event[0])
		}
		modes[r.Event[0]+" "+strings.Join(r.Mode, "")]++
	}
	for mode, n := range map[string]int{"CONSULT visit": 2, "CONSULT phone": 1, "AGREE ": 1, "REQUEST meet": 1, "REJECT meet": 2} {
		if modes[mode] != n {
			t.Errorf("%s: %d, not %d of %v", mode, modes[mode], n, modes)
		}
	}
	if tally.Written != 7 || len(tally.Left) != 2 {
		t.Errorf("what has no day or no code should be counted: %+v", tally)
	}
}

func TestCAMEOTellsVisitorFromHost(t *testing.T) {
	out, _ := write(t, year(t), "cameo")
	r := csv.NewReader(strings.NewReader(out))
	r.Comma = '\t'
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	col := func(line []string, name string) string { return line[slices.Index(all[0], name)] }
	for _, line := range all[1:] {
		code, status := col(line, "EventCode"), col(line, "Status")
		if (code[:2] == "04") != (status == "held") {
			t.Errorf("%s is coded %s", status, code)
		}
		if status == "held" && col(line, "CountryCode") == "PER" {
			want := "042"
			if col(line, "SourceActorEntity") == "PER" {
				want = "043"
			}
			if from, to := col(line, "SourceActorEntity"), col(line, "TargetActorEntity"); code != want && from != "IGO" && to != "IGO" {
				t.Errorf("%s with %s in Lima is coded %s, not %s", from, to, code, want)
			}
		}
	}
}

func TestTwoMeetingsOfOneJourneyAreOneTrip(t *testing.T) {
	out, _ := write(t, year(t), "colt")
	all, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 {
		t.Fatalf("%d trips, not 1:\n%s", len(all)-1, out)
	}
	row := map[string]string{}
	for i, name := range all[0] {
		row[name] = all[1][i]
	}
	for name, want := range map[string]string{"LeaderFullName": "Karin Lindqvist", "LeaderSurname": "Lindqvist", "LeaderCountryISO": "SWE",
		"LeaderRole": "HOG", "CountryVisited": "Peru", "CountryVisitedISO": "PER", "SubRegionVisited": "South America", "TripYear": "2019",
		"TripStartDate": "2019-05-01", "TripEndDate": "2019-05-03", "TripDuration": "3", "MetHostHoGS": "Yes", "HostHOGSName": "Álvaro Mora",
		"MetNonhostHOGS": "", "SourceLink2": "https://daily.example/doc-1"} {
		if row[name] != want {
			t.Errorf("%s is %q, not %q", name, row[name], want)
		}
	}
}

// ftmSchemata are the properties that FollowTheMoney's model gives the schemata used
// here, its own and inherited ones.
var ftmSchemata = map[string]string{
	"Event":         "name summary description country keywords recordId sourceUrl startDate endDate date location organizer involved important",
	"Person":        "name country wikidataId position",
	"PublicBody":    "name country wikidataId",
	"Organization":  "name country wikidataId",
	"LegalEntity":   "name country wikidataId",
	"Article":       "name title sourceUrl publisher publishedAt",
	"Documentation": "document entity role sourceUrl date summary",
}

func TestEntitiesFollowTheModel(t *testing.T) {
	out, _ := write(t, year(t), "ftm")
	schema := map[string]string{}
	var all []entity
	for dec := json.NewDecoder(strings.NewReader(out)); dec.More(); {
		var e entity
		if err := dec.Decode(&e); err != nil {
			t.Fatal(err)
		}
		if schema[e.ID] != "" {
			t.Errorf("%s is written twice", e.ID)
		}
		schema[e.ID] = e.Schema
		all = append(all, e)
	}
	date := regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)
	for _, e := range all {
		for p, values := range e.Properties {
			if !slices.Contains(strings.Fields(ftmSchemata[e.Schema]), p) {
				t.Errorf("%s has no property %s", e.Schema, p)
			}
			for _, v := range values {
				switch p {
				case "involved", "organizer", "document", "entity":
					if schema[v] == "" {
						t.Errorf("%s of %s points at nothing", p, e.ID)
					}
				case "date", "startDate", "endDate", "publishedAt":
					if !date.MatchString(v) {
						t.Errorf("%s %q is no date", p, v)
					}
				}
			}
		}
		if e.Schema == "Event" && strings.HasPrefix(e.Properties["name"][0], "Held") != slices.Contains(e.Properties["keywords"], "held") {
			t.Errorf("%v does not say what it is", e.Properties)
		}
	}
}

func TestTheCalendarHoldsPlansAndCanBeRead(t *testing.T) {
	out, tally := write(t, record(t,
		told{readout.Meeting, readout.Planned, "", "2019-07-01/2019-07-02", lima, "They will meet.", []readout.Party{lind, mora}},
		told{readout.Meeting, readout.Proposed, "", "2019-08", lima, "She offered.", []readout.Party{{Kind: readout.State, Name: strings.Repeat("å\nBEGIN:VALARM;,\\", 12), Side: "Sweden"}, mora}},
		told{readout.Meeting, readout.Cancelled, "called_off", "2019-09-01", lima, "Off.", []readout.Party{lind, mora}},
		told{readout.Meeting, readout.Held, "", "2019-05-01", lima, "Met.", []readout.Party{lind, mora}},
	), "ical")
	for _, l := range strings.Split(strings.TrimSuffix(out, "\r\n"), "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) || strings.ContainsAny(l, "\r\n") {
			t.Errorf("line %q is no content line", l)
		}
	}
	lines := strings.Split(strings.ReplaceAll(out, "\r\n ", ""), "\r\n")
	count := func(l string) (n int) {
		for _, x := range lines {
			if x == l {
				n++
			}
		}
		return n
	}
	for l, n := range map[string]int{"BEGIN:VCALENDAR": 1, "END:VCALENDAR": 1, "BEGIN:VEVENT": 3, "END:VEVENT": 3, "BEGIN:VALARM": 0,
		"STATUS:CONFIRMED": 1, "STATUS:TENTATIVE": 1, "STATUS:CANCELLED": 1, "DTSTART;VALUE=DATE:20190701": 1, "DTEND;VALUE=DATE:20190703": 1,
		"DTSTAMP:20190502T000000Z": 3} {
		if count(l) != n {
			t.Errorf("%s stands %d times, not %d", l, count(l), n)
		}
	}
	if tally.Written != 3 || len(tally.Left) != 1 || tally.Left[0].Count != 1 {
		t.Errorf("tally %+v", tally)
	}
}

func TestEveryEdgeOfTheGraphEndsAtANode(t *testing.T) {
	out, _ := write(t, year(t), "graphml")
	var g struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []struct {
			ID string `xml:"id,attr"`
		} `xml:"key"`
		Graph struct {
			Nodes []struct {
				ID   string `xml:"id,attr"`
				Data []struct {
					Key   string `xml:"key,attr"`
					Value string `xml:",chardata"`
				} `xml:"data"`
			} `xml:"node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	dec := xml.NewDecoder(strings.NewReader(out))
	dec.Strict = true
	if err := dec.Decode(&g); err != nil {
		t.Fatal(err)
	}
	keys, nodes := map[string]bool{}, map[string]bool{}
	for _, k := range g.Keys {
		keys[k.ID] = true
	}
	for _, n := range g.Graph.Nodes {
		if nodes[n.ID] {
			t.Errorf("node %s twice", n.ID)
		}
		nodes[n.ID] = true
		for _, d := range n.Data {
			if !keys[d.Key] {
				t.Errorf("key %s is not declared", d.Key)
			}
		}
	}
	if len(g.Graph.Nodes) != 9+4 || len(g.Graph.Edges) != 9*2+1 {
		t.Errorf("%d nodes and %d edges", len(g.Graph.Nodes), len(g.Graph.Edges))
	}
	for _, e := range g.Graph.Edges {
		if !nodes[e.Source] || !nodes[e.Target] {
			t.Errorf("edge %v hangs", e)
		}
	}
}

func TestParquetReadsBackAsItWasWritten(t *testing.T) {
	s := year(t)
	out, _ := write(t, s, "parquet")
	r := parquet.NewGenericReader[parquetEncounter](bytes.NewReader([]byte(out)))
	defer r.Close()
	got := make([]parquetEncounter, r.NumRows())
	if n, err := r.Read(got); n != len(got) || err != nil && err != io.EOF {
		t.Fatalf("read %d of %d: %v", n, len(got), err)
	}
	i := 0
	err := s.Walk(store.Filter{}, func(e store.Encounter) error {
		a, _ := json.Marshal(parquetOf(e))
		b, _ := json.Marshal(got[i])
		if i++; !bytes.Equal(bytes.ReplaceAll(a, []byte("[]"), []byte("null")), bytes.ReplaceAll(b, []byte("[]"), []byte("null"))) {
			t.Errorf("wrote %s\nread  %s", a, b)
		}
		return nil
	})
	if err != nil || i != len(got) {
		t.Errorf("%d of %d encounters: %v", i, len(got), err)
	}
}

func TestAPageToHandInHasNoForeignMarkup(t *testing.T) {
	out, _ := write(t, year(t), "markdown")
	for _, bad := range []string{"<script", "<b>", "\n# News", "[x]("} {
		if strings.Contains(strings.ReplaceAll(out, "\\<", ""), bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, want := range []string{"# Held meeting: Karin Lindqvist and Álvaro Mora", "<https://daily.example/doc-0>", "> They met in Lima. (bytes 0–17)"} {
		if !strings.Contains(out, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestOneEncounterCanBeAskedFor(t *testing.T) {
	s := year(t)
	es, err := s.Encounters(store.Filter{Status: "planned"})
	if err != nil || len(es) != 1 {
		t.Fatal(es, err)
	}
	f, _ := Find("markdown")
	var b bytes.Buffer
	if tally, err := f.Write(&b, s, store.Filter{}, es[0].ID); err != nil || tally.Written != 1 || !strings.HasPrefix(b.String(), "# Planned meeting") {
		t.Errorf("%d written, %v: %.40s", tally.Written, err, b.String())
	}
	if _, err := f.Write(&b, s, store.Filter{}, "nowhere"); err == nil {
		t.Error("an encounter that is not there was written")
	}
}

func TestTheCodesOfCountriesAreWhole(t *testing.T) {
	c, err := loadCodes()
	if err != nil {
		t.Fatal(err)
	}
	if len(c) < 249 || c["PE"] != (country{"PER", "Americas", "South America"}) {
		t.Errorf("%d codes; Peru is %v", len(c), c["PE"])
	}
}

func BenchmarkFormats(b *testing.B) {
	var ts []told
	for i := range 500 {
		ts = append(ts, told{readout.Meeting, readout.Status(1 + i%5), "refused", readout.DayOf(2019, 1, i).Date(), lima, "They met in Lima.", []readout.Party{lind, mora}})
	}
	s, err := store.Open(filepath.Join(b.TempDir(), "record.db"), store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	var rs []readout.Readout
	for i, x := range ts {
		rs = append(rs, x.readout("doc-"+strconv.Itoa(i)))
	}
	if _, err := s.Add(rs, false); err != nil {
		b.Fatal(err)
	}
	if err := s.Settle(); err != nil {
		b.Fatal(err)
	}
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				if _, err := f.Write(io.Discard, s, store.Filter{}, ""); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(ts)*b.N)/b.Elapsed().Seconds(), "encounters/s")
		})
	}
}

// Package build makes the tables of the gazetteer from named inputs and from our
// own additions (own/). Into it goes a folder with the public data sets of Inputs,
// their archives unpacked; out come the tables, byte for byte the same each time,
// and a report of what was taken and what was dropped and why. It fails where an
// input cannot be read or a line of ours is malformed.
package build

import (
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"readout/gazetteer"
)

//go:embed own
var own embed.FS

const common = "common knowledge"

// builder collects rows by table.
type builder struct {
	in     fs.FS
	rows   map[string][][]string
	report []string
	drops  map[string]int // reason -> how often
	people people
	isoOf  map[string]string // folded country name -> ISO code
	fips   map[string]string // ISO code -> FIPS code
	qid    map[string]string // ISO code -> Wikidata id
}

// Built is what a build makes.
type Built struct {
	Tables   map[string][]byte // file name -> content
	Report   []string          // a line for everything dropped
	Coverage []string          // by country and year, and how often what was dropped
}

// Tables builds all tables from the inputs.
//
// It reads beneath the folder:
//
//   - countries/country-codes.csv: codes, formal names, capitals; datasets/country-codes, PDDL
//   - factbook/: adjectives, nationals, leaders and ambassadors in office; CIA World Factbook, public domain
//   - places/world-cities.csv: cities over 15,000; GeoNames, CC BY 4.0
//   - names/common-forenames-by-country.csv: given names with sex; popular-names-by-country, CC0
//   - names/nltk-names/: English given names with sex; Names Corpus of Mark Kantrowitz, free with credit and its README
//   - leaders/every-politician/: cabinets and foreign ministers; Wikidata facts, CC0
//   - leaders/world-leaders-2022-wikidata.csv: heads of state and government; Wikidata facts, CC0
//   - history-at-state/: visits to and travels from the United States, chiefs of mission; public domain
func Tables(inputs fs.FS) (Built, error) {
	b := &builder{in: inputs, rows: map[string][][]string{}, drops: map[string]int{}, isoOf: map[string]string{}, fips: map[string]string{}, qid: map[string]string{}}
	b.people.init()
	steps := []struct {
		name string
		do   func() error
	}{
		{"states", b.states}, {"bodies", b.bodies}, {"groups", b.groups}, {"cities", b.cities},
		{"places", b.places}, {"own people", b.ownPeople}, {"own terms", b.ownTerms},
		{"chiefs of mission", b.pocom}, {"end of the historian's lists", b.endHistorians}, {"every-politician", b.everyPolitician}, {"factbook leaders", b.leaders}, {"embassies", b.embassies},
		{"visits", b.visits}, {"journeys", b.journeys}, {"people", b.finishPeople},
		{"gatherings", b.gatherings}, {"topics", b.topics}, {"forenames", b.forenames},
	}
	for _, s := range steps {
		if err := s.do(); err != nil {
			return Built{}, fmt.Errorf("build: %s: %w", s.name, err)
		}
	}
	tables, sizes := b.write()
	return Built{tables, b.report, append(b.coverage(), append(sizes, b.droppedByReason()...)...)}, nil
}

func (b *builder) droppedByReason() []string {
	out := []string{"", "Rows of the inputs that were dropped, by reason:"}
	for _, reason := range sortedKeys(b.drops) {
		out = append(out, fmt.Sprintf("%6d  %s", b.drops[reason], reason))
	}
	return out
}

func (b *builder) add(table string, cells ...string) {
	for i, c := range cells {
		cells[i] = strings.Join(strings.Fields(c), " ")
	}
	b.rows[table] = append(b.rows[table], cells)
}

func (b *builder) drop(format string, args ...any) {
	b.report = append(b.report, fmt.Sprintf("dropped: "+format, args...))
	b.drops[strings.NewReplacer("%s", "…", "%q", "…").Replace(format)]++
}

func (b *builder) write() (out map[string][]byte, sizes []string) {
	out = map[string][]byte{}
	sizes = []string{"", "Rows by table:"}
	for _, name := range gazetteer.Tables() {
		rows := b.rows[name]
		if !keepsOrder(name) {
			sort.SliceStable(rows, func(i, j int) bool { return less(rows[i], rows[j]) })
		}
		var s strings.Builder
		s.WriteString(gazetteer.Header(name) + "\n")
		for _, r := range rows {
			s.WriteString(strings.Join(r, "\t") + "\n")
		}
		out[name] = []byte(s.String())
		sizes = append(sizes, fmt.Sprintf("%6d  %s", len(rows), name))
	}
	return out, sizes
}

// keepsOrder: a body may name a body above it as its side.
func keepsOrder(table string) bool { return table == "bodies.tsv" }

func less(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

// lines gives the lines of one of our own files that are no comments.
func lines(file string) ([]string, error) {
	text, err := own.ReadFile("own/" + file)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, l := range strings.Split(string(text), "\n") {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out, nil
}

// fields splits a line of ours at " / "; "-" is empty. It has at least n fields.
func fields(line string, n int) []string {
	f := strings.Split(line, " / ")
	for i := range f {
		if f[i] = strings.TrimSpace(f[i]); f[i] == "-" {
			f[i] = ""
		}
	}
	for len(f) < n {
		f = append(f, "")
	}
	return f
}

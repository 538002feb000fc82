package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Links is what was annotated across the documents of a set: which records tell of one
// encounter, where they differ, and what one side alone tells.
type Links struct {
	Groups        [][]Place
	Disagreements []NotedDifference
	Silences      []NotedSilence
}

// Place is a document's record of an encounter: the document, and the index among its
// encounters. One that the gold lacks has an index below 0.
type Place struct {
	Document string
	Index    int
}

// UnmarshalJSON reads ["document", index].
func (p *Place) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[2]any{&p.Document, &p.Index})
}

// NotedDifference is a disagreement: the field, and the words on either side.
type NotedDifference struct {
	Field string `json:"field"`
	Type  string `json:"type"`
	A     Noted  `json:"a"`
	B     Noted  `json:"b"`
	What  string `json:"what"`
}

// NotedSilence is a matter that one side tells, and the words that tell it.
type NotedSilence struct {
	Told Noted  `json:"told_in"`
	What string `json:"what"`
}

// Noted is where something is told.
type Noted struct {
	Document string `json:"document"`
	At       Range  `json:"at"`
}

// ReadLinks reads one group, disagreement or silence a line. name is said in errors.
func ReadLinks(name string, r io.Reader) (Links, error) {
	var out Links
	in := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			if e := out.take(line); e != nil {
				return out, fmt.Errorf("eval: %s:%d: %w", name, n, e)
			}
		}
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, fmt.Errorf("eval: %s: %w", name, err)
		}
	}
}

func (l *Links) take(line []byte) error {
	var x struct {
		Accounts     []Place          `json:"accounts"`
		Disagreement *NotedDifference `json:"disagreement"`
		Silence      *NotedSilence    `json:"silence"`
	}
	if err := json.Unmarshal(line, &x); err != nil {
		return err
	}
	switch {
	case x.Disagreement != nil:
		l.Disagreements = append(l.Disagreements, *x.Disagreement)
	case x.Silence != nil:
		l.Silences = append(l.Silences, *x.Silence)
	case len(x.Accounts) > 0:
		l.Groups = append(l.Groups, x.Accounts)
	}
	return nil
}

// Account is a document's record of an encounter as the program has it.
type Account struct {
	Document string
	EncounterRecord
}

// golds are the annotated records by document.
type golds map[string][]EncounterRecord

func goldsOf(records []Record) golds {
	out := golds{}
	for _, r := range records {
		out[r.ID] = r.Encounters
	}
	return out
}

// must are the records that count: those that are not optional.
func (g golds) must() map[Place]bool {
	out := map[Place]bool{}
	for id, es := range g {
		for i, e := range es {
			if !e.Optional {
				out[Place{id, i}] = true
			}
		}
	}
	return out
}

// GroupRows says how far the groups that the program makes of the annotated records are
// those that were annotated.
func GroupRows(set string, gold []Record, links Links, groups [][]Place) []Row {
	items := goldsOf(gold).must()
	want, got := whole(links.Groups, items), whole(groups, items)
	together, both, said := pairsOf(want), 0, pairsOf(got)
	for p := range said {
		if together[p] {
			both++
		}
	}
	return []Row{
		{"links", set, "conll_f1", conll(want, got)},
		{"links", set, "pair_precision", part(both, len(said))},
		{"links", set, "pair_recall", part(both, len(together))},
	}
}

// FromTextRow is the same for what the program itself read: an annotated record that it does not
// hold counts as missed, and one that holds nothing annotated as wrong.
func FromTextRow(set string, gold []Record, links Links, encounters [][]Account) Row {
	g := goldsOf(gold)
	items := g.must()
	used := map[Place]bool{}
	var said [][]Place
	for _, places := range g.held(encounters) {
		var group []Place
		for _, p := range places {
			if p.Index < 0 || items[p] && !used[p] {
				group = append(group, p)
				used[p] = true
			}
		}
		if len(group) > 0 {
			said = append(said, group)
		}
	}
	return Row{"links", set, "from_text_f1", conll(whole(links.Groups, items), said)}
}

// held pairs the program's records with the annotated ones, document by document. Several
// of one encounter in one document that fit one annotated record are one.
func (g golds) held(encounters [][]Account) [][]Place {
	type unit struct {
		encounter int
		account   Account
		score     float64
	}
	best := map[string]map[[2]int]unit{}
	for n, accounts := range encounters {
		for _, a := range accounts {
			es, known := g[a.Document]
			if !known {
				continue
			}
			fits, score := closest(es, a.EncounterRecord)
			if best[a.Document] == nil {
				best[a.Document] = map[[2]int]unit{}
			}
			key := [2]int{n, fits}
			if u, ok := best[a.Document][key]; !ok || score > u.score {
				best[a.Document][key] = unit{n, a, score}
			}
		}
	}
	out := make([][]Place, len(encounters))
	extra := 0
	for _, id := range slices.Sorted(maps.Keys(best)) {
		var units []unit
		for _, k := range slices.SortedFunc(maps.Keys(best[id]), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) {
			units = append(units, best[id][k])
		}
		paired := map[int]bool{}
		es := g[id]
		for _, x := range assign(len(es), len(units), func(i, j int) float64 { return encounterScore(es[i], units[j].account.EncounterRecord) }) {
			paired[x.p] = true
			if !es[x.g].Optional {
				out[units[x.p].encounter] = append(out[units[x.p].encounter], Place{id, x.g})
			}
		}
		for j, u := range units {
			if !paired[j] {
				extra++
				out[u.encounter] = append(out[u.encounter], Place{id, -extra})
			}
		}
	}
	return out
}

// closest is the annotated record that one fits best, -1 for none.
func closest(es []EncounterRecord, a EncounterRecord) (int, float64) {
	at, most := -1, 0.0
	for i, e := range es {
		if s := encounterScore(e, a); s > most {
			at, most = i, s
		}
	}
	return at, most
}

// whole leaves the groups the records that count, and gives those that no group names one
// of their own.
func whole(groups [][]Place, items map[Place]bool) [][]Place {
	seen := map[Place]bool{}
	var out [][]Place
	for _, g := range groups {
		var kept []Place
		for _, p := range g {
			if items[p] && !seen[p] {
				seen[p] = true
				kept = append(kept, p)
			}
		}
		if len(kept) > 0 {
			out = append(out, kept)
		}
	}
	for p := range items {
		if !seen[p] {
			out = append(out, []Place{p})
		}
	}
	return out
}

// conll is the mean of the F1 of MUC, B-cubed and CEAF-e, as Clusters has it.
func conll(want, got [][]Place) float64 {
	var links, b3, ceaf prf
	links.add(mucHalf(got, want), mucHalf(want, got))
	b3.add(cubed(got, want), cubed(want, got))
	ceaf.addShared(aligned(want, got), float64(len(want)), float64(len(got)))
	muc := links.f1()
	if links.pAll+links.rAll == 0 {
		muc = 1 // nothing is to be joined, and nothing was
	}
	return (muc + b3.f1() + ceaf.f1()) / 3
}

func part(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

func pairsOf(groups [][]Place) map[[2]Place]bool {
	out := map[[2]Place]bool{}
	for _, g := range groups {
		for _, a := range g {
			for _, b := range g {
				if a.Document < b.Document || a.Document == b.Document && a.Index < b.Index {
					out[[2]Place{a, b}] = true
				}
			}
		}
	}
	return out
}

// DifferenceRows says how many of the noted disagreements and silences the program reports.
// Emphasis is opinion more than fact, and left out.
func DifferenceRows(set string, links, said Links) ([]Row, []Difference) {
	var missed []Difference
	noted, found := map[string]int{}, map[string]int{}
	tell := func(kind, what string, at Noted, hit bool) {
		noted[kind]++
		if hit {
			found[kind]++
			return
		}
		missed = append(missed, Difference{Document: at.Document, What: "missed " + kind, Gold: what, At: at.At})
	}
	for _, g := range links.Disagreements {
		if g.Type != "emphasis" {
			tell(g.Type, g.Field+": "+g.What, g.A, g.among(said.Disagreements))
		}
	}
	for _, g := range links.Silences {
		tell("silence", g.What, g.Told, g.among(said.Silences))
	}
	row := func(metric string, found, noted int) Row { return Row{"links", set, metric, part(found, noted)} }
	return []Row{
		row("differences", found["contradiction"]+found["precision"], noted["contradiction"]+noted["precision"]),
		row("contradictions", found["contradiction"], noted["contradiction"]),
		row("precisions", found["precision"], noted["precision"]),
		row("silences", found["silence"], noted["silence"]),
	}, missed
}

func (d NotedDifference) among(said []NotedDifference) bool {
	for _, s := range said {
		if sameField(d.Field, s.Field) && (d.A.near(s.A) && d.B.near(s.B) || d.A.near(s.B) && d.B.near(s.A)) {
			return true
		}
	}
	return false
}

func (s NotedSilence) among(said []NotedSilence) bool {
	for _, x := range said {
		if s.Told.near(x.Told) {
			return true
		}
	}
	return false
}

// near tells whether two passages of one document tell of one thing.
func (n Noted) near(o Noted) bool {
	const apart = 300
	return n.Document == o.Document && max(n.At.Start, o.At.Start)-min(n.At.End, o.At.End) <= apart
}

// sameField tells whether two names are of one field, or of fields that are told alike.
func sameField(a, b string) bool {
	x, y := strings.ToLower(firstWord(a)), strings.ToLower(firstWord(b))
	return x == y || fieldFamily(x) != "" && fieldFamily(x) == fieldFamily(y)
}

func firstWord(s string) string {
	s, _, _ = strings.Cut(s, " ")
	return s
}

func fieldFamily(name string) string {
	switch name {
	case "status", "kind":
		return "status"
	case "date", "when":
		return "date"
	case "place", "gathering":
		return "place"
	case "participants", "attendance":
		return "participants"
	case "initiator", "host":
		return "initiator"
	case "topics", "discussed", "agreed", "aim", "outcome", "reason":
		return "topics"
	}
	return ""
}

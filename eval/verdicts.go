package eval

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/confidence"
)

// Verdict is what a careful reader said of one record, with the article at hand.
type Verdict struct {
	Set      string // "tune" of those that rules were mended by, "check" of the others
	Document string
	At       readout.Span // the first sentence that told it
	Status   string
	Verdict  string // one of Verdicts
	Parties  []string
}

// Verdicts are the words a reader has for a record: the contact is told of these parties;
// so it is, with another status; so it is, and another record of the document has it too;
// one of the parties is wrong; no contact is told; or none that a record should keep
// (a condition, a habit, a wish).
var Verdicts = [...]string{"right", "status", "duplicate", "pair", "none", "barred"}

// Told tells a verdict by which the text tells of this contact.
func (v Verdict) Told() bool {
	return v.Verdict == "right" || v.Verdict == "status" || v.Verdict == "duplicate"
}

const verdictHeader = "set\tdocument\tstart\tend\tstatus\tverdict\tparties"

// ReadVerdicts reads a table of verdicts. Errors name the line.
func ReadVerdicts(r io.Reader) ([]Verdict, error) {
	var out []Verdict
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		if n == 1 {
			if in.Text() != verdictHeader {
				return nil, fmt.Errorf("line 1: want the columns %q", verdictHeader)
			}
			continue
		}
		v, err := readVerdict(strings.Split(in.Text(), "\t"))
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out = append(out, v)
	}
	return out, in.Err()
}

func readVerdict(f []string) (Verdict, error) {
	if want := strings.Count(verdictHeader, "\t") + 1; len(f) != want {
		return Verdict{}, fmt.Errorf("%d columns, want %d", len(f), want)
	}
	start, err := strconv.ParseUint(f[2], 10, 32)
	if err != nil {
		return Verdict{}, fmt.Errorf("start: %w", err)
	}
	end, err := strconv.ParseUint(f[3], 10, 32)
	if err != nil {
		return Verdict{}, fmt.Errorf("end: %w", err)
	}
	if !slices.Contains(Verdicts[:], f[5]) {
		return Verdict{}, fmt.Errorf("verdict %q is none of %s", f[5], strings.Join(Verdicts[:], ", "))
	}
	at := readout.Span{Start: readout.Offset(start), End: readout.Offset(end)}
	return Verdict{f[0], f[1], at, f[4], f[5], strings.Split(f[6], "; ")}, nil
}

// Judgement counts how records that were read beside their articles fare now. The zero
// Judgement is ready.
type Judgement struct {
	sets        map[string]*toldCounts
	Examples    []confidence.Example
	Differences []Difference
}

// toldCounts counts the records of one set that their articles tell, and those that they do not.
type toldCounts struct{ told, untold, keptTold, keptUntold float64 }

// Compare looks for one verdict's record in what the program reads from its document: an
// encounter of the same parties, told by words in the same place. Told ones that are gone
// and untold ones that are still there are kept as differences.
func (j *Judgement) Compare(v Verdict, got readout.Readout) {
	n, e := j.set(v.Set), recordOf(v, got)
	if e == nil && v.Verdict == "duplicate" {
		return // folded into the other record: nothing is lost
	}
	all, kept := &n.untold, &n.keptUntold
	if v.Told() {
		all, kept = &n.told, &n.keptTold
	}
	*all++
	if e != nil {
		*kept++
		j.Examples = append(j.Examples, confidence.Example{Marks: e.Marks, Right: v.Told()})
	}
	if v.Told() != (e != nil) {
		what := "is gone: " + v.Verdict
		if e != nil {
			what = "is still there: " + v.Verdict
		}
		j.Differences = append(j.Differences, Difference{Document: v.Document, What: what, Got: v.Status + " " + strings.Join(v.Parties, ", "), At: rangeOf(v.At)})
	}
}

func (j *Judgement) set(name string) *toldCounts {
	if j.sets == nil {
		j.sets = map[string]*toldCounts{}
	}
	if j.sets[name] == nil {
		j.sets[name] = &toldCounts{}
	}
	return j.sets[name]
}

// recordOf finds the encounter that a verdict is about, or nil.
func recordOf(v Verdict, got readout.Readout) *readout.Encounter {
	for i := range got.Encounters {
		e := &got.Encounters[i]
		if sameNames(e.Participants, v.Parties) && slices.ContainsFunc(e.Evidence, func(s readout.Span) bool { return s.Start < v.At.End && v.At.Start < s.End }) {
			return e
		}
	}
	return nil
}

func sameNames(ps []readout.Cited[readout.Party], names []string) bool {
	if len(ps) != len(names) {
		return false
	}
	for _, p := range ps {
		if !slices.Contains(names, p.Value().Name) {
			return false
		}
	}
	return true
}

// Rows gives per set the share of told records that are still found, that of untold ones
// that are gone, and the share of untold among those found.
func (j *Judgement) Rows() []Row {
	var rows []Row
	for _, set := range slices.Sorted(maps.Keys(j.sets)) {
		n := j.sets[set]
		row := func(metric string, v float64) {
			rows = append(rows, Row{Stage: "readings", Set: set, Metric: metric, Value: v})
		}
		row("told kept", n.keptTold/max(n.told, 1))
		row("untold gone", 1-n.keptUntold/max(n.untold, 1))
		row("told of kept", n.keptTold/max(n.keptTold+n.keptUntold, 1))
	}
	return rows
}

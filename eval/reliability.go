package eval

import (
	"fmt"
	"io"
	"math"

	"readout"
	"readout/confidence"
)

// Judged is one value that the program was so sure of, and whether it was right.
type Judged struct {
	Field      string // "record", or a field of a record that was found
	Confidence float64
	Right      bool
}

// Reliability gathers what the program's confidence is worth.
type Reliability struct {
	Scale    *confidence.Scale
	Judged   []Judged
	Examples []confidence.Example
	Readings []confidence.Reading
}

// Compare adds one document's record against its gold. Records that two readers could
// differ on say nothing.
func (r *Reliability) Compare(gold Record, got readout.Readout) {
	mine := FromReadout(got).Encounters
	paired := make([]*EncounterRecord, len(mine))
	for _, x := range assign(len(gold.Encounters), len(mine), func(g, p int) float64 {
		return encounterScore(gold.Encounters[g], mine[p])
	}) {
		paired[x.p] = &gold.Encounters[x.g]
	}
	for i := range mine {
		e, g := &got.Encounters[i], paired[i]
		if g != nil && g.Optional {
			continue
		}
		r.Judged = append(r.Judged, Judged{"record", e.Confidence, g != nil})
		r.Examples = append(r.Examples, confidence.Example{Marks: e.Marks, Right: g != nil})
		if g != nil {
			r.fields(g, &mine[i], &e.Facts)
		}
	}
}

func (r *Reliability) fields(g, p *EncounterRecord, f *readout.Facts) {
	judge(r, "kind", f.Kind, g.Kind == p.Kind)
	judge(r, "status", f.Status, g.Status == p.Status)
	judge(r, "date", f.Date, g.Date != "" && sameDate(g.Date, p.Date))
	judge(r, "place", f.Place, g.Place != "" && samePlace(g.Place, p.Place))
	judge(r, "gathering", f.Gathering, g.Gathering != "" && sameGathering(g.Gathering, p.Gathering))
	for i, c := range f.Participants {
		judge(r, "who", c, nameHits(g.Participants, p.Participants[i:i+1]) == 1)
	}
	for i, c := range f.Topics {
		right := false
		for _, t := range g.Topics {
			right = right || sameTopic(t.Name, p.Topics[i].Name)
		}
		judge(r, "topic", c, right)
	}
}

func judge[T any](r *Reliability, field string, c readout.Cited[T], right bool) {
	if !c.Present() {
		return
	}
	r.Judged = append(r.Judged, Judged{field, r.Scale.Field(field, c.Rule(), c.Basis()), right})
	r.Readings = append(r.Readings, confidence.Reading{Field: field, Rule: confidence.RuleKey(field, c.Rule()),
		Basis: confidence.BasisKey(field, c.Basis()), Right: right})
}

// reliabilityBins are the lower ends of the rows of a reliability table.
var reliabilityBins = [...]float64{0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9}

// reliabilityFields are what is judged, in the order of the table.
var reliabilityFields = [...]string{"record", "who", "kind", "status", "date", "place", "gathering", "topic"}

// bin counts the values that the program was about so sure of.
type bin struct{ n, sure, right, squares float64 }

// bins sorts what was judged of a field by how sure the program was.
func (r *Reliability) bins(field string) [len(reliabilityBins)]bin {
	var out [len(reliabilityBins)]bin
	for _, j := range r.Judged {
		if j.Field != field {
			continue
		}
		k := 0
		for k+1 < len(reliabilityBins) && j.Confidence >= reliabilityBins[k+1] {
			k++
		}
		b, miss := &out[k], j.Confidence-one(j.Right)
		*b = bin{b.n + 1, b.sure + j.Confidence, b.right + one(j.Right), b.squares + miss*miss}
	}
	return out
}

// Print writes one table a field: of the values that the program was so sure of, how
// many there are, how sure it was in the mean, and how many were right.
func (r *Reliability) Print(w io.Writer) {
	ends := append(reliabilityBins[1:], 1)
	for _, field := range reliabilityFields {
		for k, b := range r.bins(field) {
			if b.n > 0 {
				fmt.Fprintf(w, "%-10s %.1f–%.1f  n %4.0f  said %.2f  right %.2f\n", field, reliabilityBins[k], ends[k], b.n, b.sure/b.n, b.right/b.n)
			}
		}
	}
}

// Rows gives per field the mean gap between what was said and what was right, weighed
// by bin (expected calibration error, Naeini et al. 2015), and the Brier score.
func (r *Reliability) Rows(set string) []Row {
	var rows []Row
	for _, field := range reliabilityFields {
		all, gap, squares := 0.0, 0.0, 0.0
		for _, b := range r.bins(field) {
			all += b.n
			gap += math.Abs(b.sure - b.right)
			squares += b.squares
		}
		if all > 0 {
			rows = append(rows, Row{"confidence", set, field + "_error", gap / all}, Row{"confidence", set, field + "_brier", squares / all})
		}
	}
	return rows
}

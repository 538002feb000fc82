// Package eval measures: it reads gold annotations, compares them with what the
// program made, and checks the figures against floors kept beside it.
//
// The comparison of records follows the contract of doc/format.md: encounters pair
// one to one where participants, kind and evidence allow it, statements where their
// contents overlap by half. Across documents, the groups of accounts are compared as
// coreference is, and a disagreement is found where its field and the words on both
// sides are. Every figure is a Row {stage, set, metric, value}.
// What can go wrong: a gold file that cannot be read (the error names file and line).
package eval

import (
	"encoding/json"
	"fmt"
	"sort"
)

// Row is one figure.
type Row struct {
	Stage  string  `json:"stage"`
	Set    string  `json:"set"`
	Metric string  `json:"metric"`
	Value  float64 `json:"value"`
}

// Floors are the least figures allowed: "stage/set/metric" → value.
type Floors map[string]float64

// ReadFloors reads floors from JSON.
func ReadFloors(b []byte) (Floors, error) {
	var f Floors
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, fmt.Errorf("eval: floors: %w", err)
	}
	return f, nil
}

// Under lists the floors that the rows miss, and those that no row speaks to, in
// the order of their names. Only floors of the given sets are asked for.
func (f Floors) Under(rows []Row, sets map[string]bool) []string {
	have := map[string]float64{}
	for _, r := range rows {
		have[r.Stage+"/"+r.Set+"/"+r.Metric] = r.Value
		sets[r.Set] = true
	}
	var out []string
	for name, floor := range f {
		v, ok := have[name]
		switch {
		case !ok && sets[setOf(name)]:
			out = append(out, fmt.Sprintf("%s: not measured, floor %.3f", name, floor))
		case ok && v < floor:
			out = append(out, fmt.Sprintf("%s: %.3f is under the floor %.3f", name, v, floor))
		}
	}
	sort.Strings(out)
	return out
}

func setOf(name string) string {
	first := -1
	for i, c := range name {
		if c != '/' {
			continue
		}
		if first < 0 {
			first = i
			continue
		}
		return name[first+1 : i]
	}
	return ""
}

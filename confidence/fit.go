package confidence

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
)

// Example is one record that was compared with annotated articles.
type Example struct {
	Marks []string
	Right bool
}

// Reading is one field of a record that was.
type Reading struct {
	Field, Rule, Basis string // Basis as BasisKey spells it
	Right              bool
}

const (
	rounds  = 4000
	step    = 0.05
	penalty = 2.0 // of a squared weight: few examples must not make sure of anything
)

// FitRecords writes the table of marks: logistic regression with a ridge penalty, by
// plain gradient descent from zero, so that the same examples give the same table.
func FitRecords(w io.Writer, examples []Example) error {
	weight := map[string]float64{}
	for range rounds {
		slope := map[string]float64{}
		for m, v := range weight {
			if m != "always" {
				slope[m] = penalty * v
			}
		}
		for _, x := range examples {
			sum := 0.0
			for _, m := range x.Marks {
				sum += weight[m]
			}
			miss := 1 / (1 + math.Exp(-sum))
			if x.Right {
				miss--
			}
			for _, m := range x.Marks {
				slope[m] += miss
			}
		}
		for m, v := range slope {
			weight[m] -= step * v / math.Sqrt(float64(len(examples)))
		}
	}
	return writeTable(w, "mark\tlog_odds", weight)
}

const (
	enough = 8   // readings of a rule before it is judged by itself
	prior  = 4.0 // readings that the field's own share counts for
)

// FitFields writes the table of fields: how often each rule was right, drawn towards
// the share of all with its basis, and that towards the share of the field.
func FitFields(w io.Writer, readings []Reading) error {
	type count struct{ right, all float64 }
	field, basis, rule := map[string]count{}, map[string]count{}, map[string]count{}
	up := map[string]string{} // from a rule or basis to what it is drawn towards
	add := func(m map[string]count, key string, right bool) {
		c := m[key]
		c.all++
		if right {
			c.right++
		}
		m[key] = c
	}
	for _, r := range readings {
		add(field, r.Field, r.Right)
		add(basis, r.Basis, r.Right)
		add(rule, r.Rule, r.Right)
		up[r.Basis], up[r.Rule] = r.Field, r.Basis
	}
	out := map[string]float64{}
	for key, c := range basis {
		f := field[up[key]]
		out[key] = (c.right + prior*(f.right+1)/(f.all+2)) / (c.all + prior)
	}
	for key, c := range rule {
		if c.all >= enough {
			out[key] = (c.right + prior*out[up[key]]) / (c.all + prior)
		}
	}
	return writeTable(w, "field\tshare_right", out)
}

func writeTable(w io.Writer, header string, values map[string]float64) error {
	if _, err := fmt.Fprintln(w, header); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if _, err := fmt.Fprintf(w, "%s\t%.3f\n", key, values[key]); err != nil {
			return err
		}
	}
	return nil
}

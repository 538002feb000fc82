package syntax

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// randomRows are rows of any length over the classes, in order of their keys.
func randomRows(r *rand.Rand, n, classes int) []row {
	rows := make([]row, n)
	for i := range rows {
		rows[i].key = r.Uint32()
		for c := range classes {
			if r.IntN(classes) <= i%classes {
				rows[i].cells = append(rows[i].cells, cell{uint16(c), int16(1+r.IntN(140)) * int16(1-2*r.IntN(2))})
			}
		}
	}
	rows = slices.DeleteFunc(rows, func(x row) bool { return len(x.cells) == 0 })
	slices.SortFunc(rows, func(a, b row) int { return int(int64(a.key) - int64(b.key)) })
	return slices.CompactFunc(rows, func(a, b row) bool { return a.key == b.key })
}

// tableOfRows fills a table as reading a model does.
func tableOfRows(rows []row, classes int) *rowTable {
	var r reader
	var keys []uint32
	var counts []int32
	for _, x := range rows {
		keys, counts = append(keys, x.key), append(counts, int32(len(x.cells)))
		r.cells = append(r.cells, x.cells...)
	}
	return r.table(keys, counts, classes)
}

func TestScoresAreTheSumsOfTheWeightsOfTheFeatures(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, classes := range []int{3, 52, 94} {
		rows := randomRows(r, 3000, classes)
		l := newRowLookup(tableOfRows(rows, classes))
		for range 200 {
			want, got := make([]int32, classes), make([]int32, classes)
			var keys []uint32
			for range 1 + r.IntN(mostKeys) {
				if r.IntN(4) == 0 {
					keys = append(keys, r.Uint32()|1) // hardly a feature
					continue
				}
				keys = append(keys, rows[r.IntN(len(rows))].key)
			}
			for _, k := range keys {
				if i, ok := slices.BinarySearchFunc(rows, k, func(x row, k uint32) int { return int(int64(x.key) - int64(k)) }); ok {
					for _, c := range rows[i].cells {
						want[c.class] += int32(c.w)
					}
				}
			}
			l.score(keys, got)
			if !slices.Equal(got, want) {
				t.Fatalf("%d classes, %d features: scores %v, want %v", classes, len(keys), got, want)
			}
		}
	}
}

func TestTablesGiveBackTheRowsPutIntoThem(t *testing.T) {
	rows := randomRows(rand.New(rand.NewPCG(3, 4)), 2000, 60)
	got := tableOfRows(rows, 60).all()
	if !slices.EqualFunc(got, rows, func(a, b row) bool { return a.key == b.key && slices.Equal(a.cells, b.cells) }) {
		t.Error("the rows of a table are not those that were put into it")
	}
}

func TestMovesAreScoredTheSameWheneverTheyAreAskedFor(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var quads []quad
	for range 5000 {
		quads = append(quads, quad{r.Uint32(), [moves]int16{int16(r.IntN(4000) - 2000), int16(r.IntN(99)), -int16(r.IntN(9))}})
	}
	q := tableOf(quads)
	l := newQuadLookup(q)
	for range 500 {
		var keys []uint32
		var want [moves]int32
		for range 1 + r.IntN(mostKeys) {
			x := quads[r.IntN(len(quads))]
			keys = append(keys, x.key)
			for m, w := range x.w {
				want[m] += int32(w)
			}
		}
		if got := l.score(keys); got != want {
			t.Fatalf("%d features: scores %v, want %v", len(keys), got, want)
		}
	}
}

package store

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"readout"
)

// article is a document of about 1,160 tokens with four encounters and twelve
// statements, as news has them.
func article(r *rand.Rand, i int) readout.Readout {
	people := []readout.Party{lind, mora, okon, {Name: "Tariq Aziz", Side: "Oman"}, {Name: "Mele Fusi", Side: "Tonga"}}
	var ms []meeting
	for k := range 4 {
		a := r.IntN(5)
		day := readout.DayOf(2019, 1, r.IntN(2000))
		ms = append(ms, meeting{people[a], people[(a+1+r.IntN(4))%5], day.Date(), readout.Held, prose(r, 25) + fmt.Sprint(i, k), ""})
	}
	doc := telling(fmt.Sprintf("doc-%07d", i), "2019-05-04", ms...)
	doc.Document.Text += prose(r, 1000)
	for k := range 11 {
		st := doc.Statements[0]
		st.ID += fmt.Sprint(k)
		st.Content = readout.Span{Start: readout.Offset(500 + 200*k), End: readout.Offset(620 + 200*k)}
		doc.Statements = append(doc.Statements, st)
	}
	return doc
}

func prose(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "w%d ", int(4000*r.Float64()*r.Float64()*r.Float64()))
	}
	return b.String()
}

func BenchmarkAdd(b *testing.B) {
	s := fresh(b)
	r := rand.New(rand.NewPCG(1, 2))
	i := 0
	var batch []readout.Readout
	for b.Loop() {
		b.StopTimer()
		batch = batch[:0]
		for range 64 {
			batch = append(batch, article(r, i))
			i++
		}
		b.StartTimer()
		if _, err := s.Add(batch, false); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(i)/b.Elapsed().Seconds(), "documents/s")
	b.ReportMetric(1160*float64(i)/b.Elapsed().Seconds(), "tokens/s")
}

package resolve

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"readout"
)

// manyAccounts makes n accounts of n/5 encounters: 60 leaders of 40 states over ten
// years, the frequent pairs far more often than the rare ones, each encounter told
// by some documents with a plan before, vaguer dates, delegations and no dates among them.
func manyAccounts(n int) []readout.Account {
	r := rand.New(rand.NewPCG(1, 2))
	leader := func() readout.Party {
		i := int(r.ExpFloat64() * 9)
		return readout.Party{Name: fmt.Sprintf("Leader%c Name%c%c", 'A'+i%26, 'a'+i%26, 'a'+i/26%26), Side: fmt.Sprintf("State%c%c", 'A'+i%20, 'a'+i/20%20)}
	}
	out := make([]readout.Account, 0, n)
	for len(out) < n {
		a, b := leader(), leader()
		if a.Side == b.Side {
			continue
		}
		day := readout.Day(16000 + r.IntN(3650))
		city := readout.Place{City: "City" + a.Side, Country: a.Side}
		for range 1 + r.IntN(9) {
			out = append(out, vary(r, len(out), a, b, day, city))
		}
	}
	return out[:n]
}

func vary(r *rand.Rand, n int, a, b readout.Party, day readout.Day, place readout.Place) readout.Account {
	x := readout.Account{ID: fmt.Sprintf("%08x", uint32(n)*2654435761), Document: fmt.Sprint("d", n)}
	told, status := day+readout.Day(r.IntN(3)), readout.Held
	if r.IntN(4) == 0 {
		told, status = day-readout.Day(1+r.IntN(40)), readout.Planned
	}
	x.Published, x.Status, x.Kind = string(told.Date()), cite(status), cite(readout.Meeting)
	if r.IntN(5) == 0 {
		b.Name = b.Side
	}
	x.Participants = []readout.Cited[readout.Party]{cite(a), cite(b)}
	switch r.IntN(6) {
	case 0:
	case 1:
		x.Date = cite(day.Date()[:7])
	default:
		x.Date = cite(day.Date())
	}
	if r.IntN(2) == 0 {
		x.Place = cite(place)
	}
	for range r.IntN(4) {
		x.Topics = append(x.Topics, cite(fmt.Sprint("matter", r.IntN(30))))
	}
	return x
}

func BenchmarkEncounters(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		as := manyAccounts(n)
		b.Run(strings.TrimSuffix(fmt.Sprint(n), "000")+"k", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Encounters(as)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "accounts/s")
		})
	}
}

package web

import (
	"hash/fnv"
	"strconv"

	"readout"
	"readout/resolve"
	"readout/store"
)

// Findings are what the store catalogues of an encounter: where its accounts differ,
// what a side leaves out, what became of a plan. Differences of emphasis are left to
// the encounter's own page.
func Findings(e readout.Encounter) []store.Finding {
	var out []store.Finding
	for _, d := range resolve.Disagreements(e) {
		if d.Type == resolve.Emphasis || len(d.A) == 0 || len(d.B) == 0 {
			continue
		}
		key := hashed(d.Field, d.A[0].Value, d.B[0].Value)
		out = append(out, store.Finding{What: store.Disagreement, Type: string(d.Type), Key: key, Body: d})
	}
	for _, s := range resolve.Silences(e) {
		out = append(out, store.Finding{What: store.Silence, Key: hashed(s.Topic, s.ToldBy, s.Silent), Body: s})
	}
	const before = -1 << 30 // of all days: whether its time is past is seen when it is read
	for _, p := range resolve.Prospects([]readout.Encounter{e}, before) {
		out = append(out, store.Finding{What: store.Prospect, Type: string(p.End), Due: p.Due, Body: p})
	}
	return out
}

func hashed(words ...string) string {
	h := fnv.New64a()
	for _, w := range words {
		h.Write([]byte(w + "\x00"))
	}
	return strconv.FormatUint(h.Sum64(), 36)
}

// Copies groups texts that copy one another.
func Copies(texts []string) [][]int {
	prints := make([]resolve.Fingerprint, len(texts))
	for i, t := range texts {
		prints[i] = resolve.FingerprintOf(t)
	}
	return resolve.Copies(prints)
}

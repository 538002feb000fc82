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
func Findings(e readout.Encounter, said func() ([]store.Spoken, error)) ([]store.Finding, error) {
	var out []store.Finding
	for _, d := range resolve.Disagreements(e) {
		if d.Type == resolve.Emphasis || len(d.A) == 0 || len(d.B) == 0 {
			continue
		}
		key := hashed(d.Field, d.A[0].Value, d.B[0].Value)
		out = append(out, store.Finding{What: store.Disagreement, Type: string(d.Type), Key: key, Body: d})
	}
	silences, err := silencesIn(e, said)
	if err != nil {
		return nil, err
	}
	for _, s := range silences {
		out = append(out, store.Finding{What: store.Silence, Key: hashed(s.Topic, s.ToldBy, s.Silent), Body: s})
	}
	const before = -1 << 30 // of all days: whether its time is past is seen when it is read
	for _, p := range resolve.Prospects([]readout.Encounter{e}, before) {
		out = append(out, store.Finding{What: store.Prospect, Type: string(p.End), Due: p.Due, Body: p})
	}
	return out, nil
}

// Silences are what one side tells of an encounter and another leaves out, in their
// accounts and in what is said in the documents that hold these.
func Silences(s *store.Store, e store.Encounter) ([]resolve.Silence, error) {
	return silencesIn(e.Encounter, func() ([]store.Spoken, error) { return s.Said(e) })
}

func silencesIn(e readout.Encounter, said func() ([]store.Spoken, error)) ([]resolve.Silence, error) {
	if !resolve.LooksBack(e) {
		return nil, nil // the statements need not be read
	}
	spoken, err := said()
	if err != nil {
		return nil, err
	}
	all := make([]resolve.Said, len(spoken))
	for i, x := range spoken {
		all[i] = Said(x)
	}
	return resolve.Silences(e, all...), nil
}

// Said is a statement of the record as resolve compares it.
func Said(x store.Spoken) resolve.Said {
	st := x.Statement
	p := st.Speaker.Value()
	return resolve.Said{ID: st.ID, Document: x.Document.ID, Outlet: x.Document.Outlet, Published: x.Document.Published,
		Speaker: p.Name, Side: p.Side, Role: p.Role, Mode: st.Mode, At: st.Content, Words: x.Words}
}

func hashed(words ...string) string {
	h := fnv.New64a()
	for _, w := range words {
		h.Write([]byte(w + "\x00"))
	}
	return strconv.FormatUint(h.Sum64(), 36)
}

// Origins counts the independent sources of an encounter.
func Origins(e readout.Encounter, copyOf, texts map[string]string) int {
	return len(resolve.Origins(e, func(id string) string { return copyOf[id] }, func(id string) string { return resolve.Credit(texts[id]) }))
}

// Copies groups texts that copy one another.
func Copies(texts []string) [][]int {
	prints := make([]resolve.Fingerprint, len(texts))
	for i, t := range texts {
		prints[i] = resolve.FingerprintOf(t)
	}
	return resolve.Copies(prints)
}

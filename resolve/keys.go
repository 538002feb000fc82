package resolve

import (
	"sort"

	"readout"
)

// keys remembers the keys of the names and phrases of one call: they come again and again.
type keys struct {
	members    map[readout.Party]*member
	places     map[readout.Place]placeKeys
	gatherings map[string][]string
	stems      map[string][]string
	documents  map[string]int32
}

func newKeys() *keys {
	return &keys{map[readout.Party]*member{}, map[readout.Place]placeKeys{}, map[string][]string{"": nil}, map[string][]string{}, map[string]int32{}}
}

func (k *keys) document(id string) int32 {
	n, ok := k.documents[id]
	if !ok {
		n = int32(len(k.documents))
		k.documents[id] = n
	}
	return n
}

func (k *keys) member(p readout.Party) *member {
	m, ok := k.members[p]
	if !ok {
		made := newMember(p)
		m = &made
		k.members[p] = m
	}
	return m
}

func (k *keys) place(p readout.Place) placeKeys {
	if p == (readout.Place{}) {
		return placeKeys{}
	}
	out, ok := k.places[p]
	if !ok {
		out = keysOf(p)
		k.places[p] = out
	}
	return out
}

func (k *keys) gathering(s string) []string {
	out, ok := k.gatherings[s]
	if !ok {
		out = gatheringWords(s)
		k.gatherings[s] = out
	}
	return out
}

// topics are the telling words of all topics, sorted.
func (k *keys) topics(ts []readout.Cited[string]) []string {
	if len(ts) == 0 {
		return nil
	}
	var out []string
	for _, t := range ts {
		ws, ok := k.stems[t.Value()]
		if !ok {
			ws = stems(t.Value())
			k.stems[t.Value()] = ws
		}
		if len(ts) == 1 {
			return ws
		}
		out = append(out, ws...)
	}
	sort.Strings(out)
	return unique(out)
}

package resolve

import (
	"sort"
	"strings"

	"readout"
)

// Silence is a topic that one side's accounts carry and the other side's do not.
type Silence struct {
	Topic  string    `json:"topic"`
	ToldBy string    `json:"told_by"`
	Told   []Telling `json:"told"`
	Silent string    `json:"silent"`
	In     []string  `json:"in"` // the accounts of the silent side
}

// Silences lists, for each two sides that have both spoken, what the one tells was
// talked about and the other, which tells of other topics, does not. A side speaks through its officials and its
// state's releases: the accounts whose voice has that side. Two sides speak only
// where both had a part in the encounter.
func Silences(e readout.Encounter) []Silence {
	spoken := map[string][]*readout.Account{}
	var sides []string
	for _, a := range read(e.Accounts) {
		key := sideKey(a.Voice.Side)
		if key == "" || !hasSide(e.Participants, key) {
			continue
		}
		if spoken[key] == nil {
			sides = append(sides, key)
		}
		spoken[key] = append(spoken[key], a)
	}
	sort.Strings(sides)
	known := partyStems(e.Participants)
	var out []Silence
	for _, teller := range sides {
		for _, silent := range sides {
			if teller != silent {
				out = append(out, silences(ordered(spoken[teller]), ordered(spoken[silent]), known)...)
			}
		}
	}
	return out
}

func hasSide(ps []readout.Cited[readout.Party], key string) bool {
	for _, c := range ps {
		if sideKey(c.Value().Side) == key {
			return true
		}
	}
	return false
}

// partyStems are the words of who took part: they name no topic.
func partyStems(ps []readout.Cited[readout.Party]) []string {
	var out []string
	for _, c := range ps {
		out = append(out, stems(c.Value().Name)...)
		out = append(out, stems(c.Value().Side)...)
	}
	sort.Strings(out)
	return unique(out)
}

// topicWords are the telling words of a topic: those that neither name who took
// part nor are said on every occasion.
func topicWords(topic string, known []string) []string {
	var out []string
	for _, w := range strings.Fields(fold(topic)) {
		if said := stems(w); len(said) > 0 && !courtesy(w) && shared(said, known) == 0 {
			out = append(out, said...)
		}
	}
	sort.Strings(out)
	return unique(out)
}

// courtesy tells whether a word belongs to what is said on every occasion.
func courtesy(w string) bool {
	switch w {
	case "topic", "topics", "all", "them", "today", "work", "development", "engagement", "engagements", "upcoming", "diplomatic",
		"appreciation", "announcement", "gratitude", "thanks", "pride", "deep", "pleasure", "greetings", "wishes", "best",
		"congratulations", "condolences", "vision", "clear", "cooperation", "developing", "friendship", "ties", "will", "organisation",
		"organization", "president", "minister", "prime", "vice", "things", "something", "everything":
		return true
	}
	return false
}

// silences are the topics of the one side's accounts that share no telling word with
// any of the other's.
func silences(tellers, silent []*readout.Account, known []string) []Silence {
	var heard []string
	var in []string
	for _, a := range silent {
		heard = append(heard, topicStems(a)...)
		in = append(in, a.ID)
	}
	sort.Strings(heard)
	heard = unique(heard)
	if len(heard) == 0 {
		return nil // it spoke of the encounter, and not of what was talked about
	}
	var out []Silence
	index := map[string]int{}
	for _, a := range tellers {
		for _, c := range a.Topics {
			words := topicWords(c.Value(), known)
			if len(words) == 0 || shared(words, heard) > 0 {
				continue
			}
			t := telling(a, c.Value(), c.At())
			key := fold(c.Value())
			if i, ok := index[key]; ok {
				out[i].Told = append(out[i].Told, t)
				continue
			}
			index[key] = len(out)
			out = append(out, Silence{c.Value(), a.Voice.Side, []Telling{t}, silent[0].Voice.Side, in})
		}
	}
	return out
}

package resolve

import (
	"sort"
	"strings"

	"readout"
)

// Silence is a topic that one side tells and the other does not.
type Silence struct {
	Topic  string    `json:"topic"`
	ToldBy string    `json:"told_by"`
	Told   []Telling `json:"told"`
	Silent string    `json:"silent"`
	In     []string  `json:"in"` // the accounts of the silent side, or the statements
}

// Silences lists, for each two sides that have both spoken, what the one tells was
// talked about and the other, which tells of other matters, does not. A side speaks
// through its officials and its state's releases: the accounts whose voice has that side,
// and what is said in the same documents close to where they tell of the encounter. Two
// sides speak only where both had a part in the encounter.
func Silences(e readout.Encounter, said ...Said) []Silence {
	if !LooksBack(e) {
		return nil
	}
	voices := map[string]*sideVoice{}
	of := func(name string) *sideVoice {
		key := sideKey(name)
		if key == "" || !hasSide(e.Participants, key) {
			return nil
		}
		if voices[key] == nil {
			voices[key] = &sideVoice{key: key, name: name}
		}
		return voices[key]
	}
	for _, a := range ordered(read(e.Accounts)) {
		if v := of(a.Voice.Side); v != nil {
			v.takeTopics(a)
		}
	}
	here := placesOf(e)
	for i := range said {
		name, aside := here.speaksFor(&said[i])
		if v := of(name); v != nil {
			v.take(&said[i], aside)
		}
	}
	known := append(partyStems(e.Participants), stems(e.Place.Value().String()+" "+e.Gathering.Value())...)
	sort.Strings(known)
	var out []Silence
	for _, teller := range sortedVoices(voices) {
		for _, silent := range sortedVoices(voices) {
			if teller != silent {
				out = append(out, teller.untoldBy(silent, known)...)
			}
		}
	}
	return out
}

// LooksBack tells whether an encounter can have silences: what will be talked about is
// not told yet.
func LooksBack(e readout.Encounter) bool { return looksBack(e.Status.Value()) }

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
		if said := stems(w); len(said) > 0 && !courtesy(w) && !occasion(w) && shared(said, known) == 0 {
			out = append(out, said...)
		}
	}
	sort.Strings(out)
	return unique(out)
}

// occasion tells whether a word tells of the encounter as such, or of its day.
func occasion(w string) bool {
	switch w {
	case "meet", "meets", "met", "hold", "holds", "held", "holding", "plan", "plans", "planned", "attend", "speak", "spoke", "spoken", "telephone",
		"sidelines", "canceling", "cancelling", "cancel", "cancelled", "canceled", "two", "leaders", "leader", "delegation", "delegations", "session",
		"discuss", "discussed", "exchanged", "agreed", "had", "has", "have", "was", "were", "be", "been", "will", "would", "not", "he", "she",
		"they", "him", "who", "what", "which", "where", "when", "we", "i", "you", "said", "told", "very", "more", "than", "there", "are",
		"yesterday", "tomorrow", "tonight", "morning", "evening", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month", "year", "day", "days", "minutes", "hours",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return len(w) > 0 && w[0] >= '0' && w[0] <= '9'
}

// courtesy tells whether a word belongs to what is said on every occasion.
func courtesy(w string) bool {
	switch w {
	case "topic", "topics", "all", "them", "today", "work", "development", "engagement", "engagements", "upcoming", "diplomatic",
		"appreciation", "announcement", "gratitude", "thanks", "pride", "deep", "pleasure", "greetings", "wishes", "best",
		"congratulations", "condolences", "vision", "clear", "cooperation", "developing", "friendship", "ties", "will", "organisation",
		"organization", "president", "minister", "prime", "vice", "things", "something", "everything",
		"aspects", "matters", "matter", "current", "various", "sensitive", "pertaining", "relating", "bilateral", "relations", "relationship", "international", "regional",
		"agenda", "situation", "collaboration", "interaction", "pressing", "topical", "key", "mutual", "interest", "further", "global", "range", "wide", "number", "historic", "visit", "ones", "one", "fact", "fronts", "front", "many", "such",
		"longstanding", "unwavering", "great", "issue", "issues", "detail", "glad", "greet", "welcome":
		return true
	}
	return false
}

package resolve

import (
	"strings"

	"readout"
)

// vagueTopics lists where one side names a field of matters ("regional security issues")
// and the other side the matters themselves: the one is only more exact.
func vagueTopics(as []*readout.Account) []Disagreement {
	var out []Disagreement
	for _, a := range as {
		for _, c := range a.Topics {
			if !vagueMatter(c.Value()) {
				continue
			}
			if exact := exactly(as, a); len(exact) > 0 {
				out = append(out, Disagreement{"topics", Precision, []Telling{telling(a, c.Value(), c.At())}, exact})
			}
		}
	}
	return out
}

// exactly are the matters that the other side names and that share no word with what one
// account tells.
func exactly(as []*readout.Account, vague *readout.Account) []Telling {
	own := topicStems(vague)
	var out []Telling
	for _, b := range as {
		if p, q := sideKey(vague.Voice.Side), sideKey(b.Voice.Side); p == q || p == "" || q == "" {
			continue
		}
		for _, c := range b.Topics {
			if !vagueMatter(c.Value()) && shared(stems(c.Value()), own) == 0 {
				out = append(out, telling(b, c.Value(), c.At()))
			}
		}
	}
	return out
}

// vagueMatter tells a phrase that names a field and no matter of it: "regional and
// international issues", "a range of bilateral matters".
func vagueMatter(phrase string) bool {
	general, words := false, strings.Fields(fold(phrase))
	for _, w := range words {
		switch w {
		case "issues", "issue", "matters", "questions", "topics", "affairs", "challenges", "concerns", "developments", "agenda", "subjects", "aspects", "situation", "relations", "ties", "cooperation", "relationship":
			general = true
		case "regional", "global", "international", "bilateral", "security", "economic", "political", "current", "key", "various", "other", "mutual", "common", "pressing",
			"defence", "defense", "foreign", "policy", "range", "variety", "number", "wide", "broad", "a", "an", "the", "of", "and", "on", "in", "interest", "most", "important", "topical", "world", "strategic":
		default:
			return false
		}
	}
	return general && len(words) > 1
}

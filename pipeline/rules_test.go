package pipeline

import (
	"testing"

	"readout"
	"readout/rule"
	"readout/text"
)

// TestRuleExamples runs the sentences that every rule carries through the text engine.
func TestRuleExamples(t *testing.T) {
	know := load(t)
	reader := know.NewReader()
	reader.Least = 0 // one sentence says little to be sure by
	read := func(sentence string) (*text.Sentence, func(text.Index) text.Class) {
		r := reader.Analyze(readout.Document{ID: "example", Published: "2016-06-15", Text: sentence})
		if len(r.Sentences) == 0 {
			return nil, nil
		}
		return &r.Sentences[0], func(i text.Index) text.Class {
			if m := r.MentionAt(0, i); m >= 0 {
				return r.Mentions[m].Class
			}
			return text.NoClass
		}
	}
	for _, err := range rule.Check(know.Encounters.Rules(), read) {
		t.Error(err)
	}
}

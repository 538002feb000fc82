package encounter

import (
	"strings"

	"readout"
	"readout/text"
)

// This file reads in what form people met, finer than its kind.

// toldFormat is words that tell a form.
type toldFormat struct{ words, format string }

// formats lists them, the most telling first.
func formats() []toldFormat {
	return []toldFormat{
		{"one - on - one", "one-on-one"}, {"one on one", "one-on-one"}, {"tête - à - tête", "one-on-one"},
		{"restricted format", "one-on-one"}, {"narrow format", "one-on-one"},
		{"expanded format", "expanded"}, {"extended format", "expanded"}, {"expanded talk", "expanded"}, {"expanded meeting", "expanded"},
		{"expanded attendance", "expanded"},
		{"closed - door", "closed-door"}, {"behind closed door", "closed-door"}, {"in private", "closed-door"},
		{"over dinner", "meal"}, {"over lunch", "meal"}, {"over breakfast", "meal"}, {"for dinner", "meal"}, {"for lunch", "meal"}, {"for breakfast", "meal"},
		{"on the sideline", "on the margins"}, {"on the margin", "on the margins"},
	}
}

// nearby is how many words before and behind the trigger tell of its form.
const nearby = 12

// readFormat takes the form that the words around the trigger tell, else the one that
// the trigger itself does.
func (d *draft) readFormat(t *telling) {
	s := &d.r.Sentences[t.sentence]
	first, last := max(0, t.trigger-nearby), min(text.Index(len(s.Tokens)), t.trigger+nearby)
	for _, f := range formats() {
		if i, n := phraseIn(s, first, last, strings.Fields(f.words)); n > 0 {
			t.form = readout.Cite(f.format, "encounter:format", readout.Stated, s.Cover(i, i+text.Index(n)))
			return
		}
	}
	if f := d.ownFormat(s, t); f != "" {
		t.form = readout.Cite(f, "encounter:format", readout.Stated, s.Tokens[t.trigger].Span)
	}
}

// phraseIn finds words, by form or lemma, in a stretch of a sentence: where they begin and
// how many they are, 0 for none.
func phraseIn(s *text.Sentence, first, last text.Index, words []string) (at text.Index, n int) {
	for i := first; i+text.Index(len(words)) <= last; i++ {
		all := true
		for k, w := range words {
			tok := &s.Tokens[i+text.Index(k)]
			all = all && (lower(tok.Form) == w || tok.Lemma == w)
		}
		if all {
			return i, len(words)
		}
	}
	return 0, 0
}

// ownFormat is the form that the trigger tells: a lunch, a negotiation, a video call.
func (d *draft) ownFormat(s *text.Sentence, t *telling) string {
	switch s.Tokens[t.trigger].Lemma {
	case "dinner", "lunch", "breakfast", "luncheon", "dine":
		return "meal"
	case "negotiation", "negotiate":
		return "negotiation"
	case "appearance", "conference":
		if t.kind != readout.Call {
			return "joint appearance"
		}
	}
	if t.kind != readout.Call {
		return ""
	}
	for _, w := range [...]string{"video", "videoconference", "videolink", "virtual", "virtually"} {
		if _, n := phraseIn(s, max(0, t.trigger-nearby), min(text.Index(len(s.Tokens)), t.trigger+nearby), []string{w}); n > 0 {
			return "video"
		}
	}
	return "telephone"
}

package encounter

import (
	"strings"

	"readout"
	"readout/text"
)

// This file reads what was talked about.

// topicPreposition are the words that tie a topic to talks.
func topicPreposition(c string) bool {
	switch c {
	case "about", "on", "over", "regarding", "concerning", "as to", "to":
		return true
	}
	return false
}

// topicVerb tells a verb whose object is what talks are about.
func topicVerb(lemma string) bool {
	switch lemma {
	case "discuss", "address", "raise", "review", "cover", "tackle", "negotiate", "focus", "center", "touch", "explore", "debate",
		"resolve", "end", "improve", "ease", "salvage", "save", "settle", "finalize", "hammer", "broker", "coordinate", "strengthen",
		"stress", "emphasize", "emphasise", "underscore", "underline", "reaffirm", "reiterate", "condemn", "highlight", "outline",
		"welcome", "affirm", "reinforce", "press", "express", "exchange", "agree", "urge", "commend", "conclude", "pledge", "bring":
		return true
	}
	return false
}

// attitude nouns lead on to the topic: "support for Ukraine", "views on trade".
func attitude(lemma string) bool {
	switch lemma {
	case "commitment", "support", "concern", "importance", "need", "view", "opinion", "appreciation", "interest", "hope", "readiness",
		"condolence", "opposition", "issue", "question", "matter", "topic", "range", "way", "step", "possibility", "prospect", "progress",
		"effort", "development", "situation", "state", "implementation", "word", "information":
		return true
	}
	return false
}

// readTopics takes what the talks were about: the object of "discuss" and its like,
// the phrase after "on", "about", "over". A verb of talk that says what the meeting was
// for may hang on any verb of the clause: "will travel to Seoul to discuss".
func (d *draft) readTopics(t *telling) {
	s := &d.r.Sentences[t.sentence]
	for k, node := range t.clause {
		if k <= 1 {
			d.topicsAt(t, s, node)
		}
		for _, c := range s.Children(node, text.Advcl, text.Xcomp, text.Conj, text.Acl) {
			if k <= 1 && topicVerb(s.Tokens[c].Lemma) || k > 1 && talksOf(s.Tokens[c].Lemma) && infinitive(s, c) {
				d.topicsAt(t, s, c)
			}
		}
	}
	if len(t.topics) == 0 && !t.aside {
		d.purpose(t, s)
	}
}

// purpose takes the topic of the first "to discuss" or "discussing" behind the trigger,
// wherever the tree hangs it.
func (d *draft) purpose(t *telling, s *text.Sentence) {
	for i := t.trigger + 1; int(i) < len(s.Tokens); i++ {
		tok := &s.Tokens[i]
		if tok.Form == ";" || tok.UPOS == text.VERB && finiteVerb(tok) {
			return
		}
		if talksOf(tok.Lemma) && tok.UPOS == text.VERB && (infinitive(s, i) || tok.XPOS == text.VBG) {
			d.topicsAt(t, s, i)
			return
		}
	}
}

// talksOf tells a verb that says what talks are about and nothing else.
func talksOf(lemma string) bool {
	switch lemma {
	case "discuss", "address", "tackle", "review", "explore", "negotiate", "resolve", "hammer":
		return true
	}
	return false
}

func (d *draft) topicsAt(t *telling, s *text.Sentence, node text.Index) {
	if topicVerb(s.Tokens[node].Lemma) {
		for _, o := range s.Children(node, text.Obj) {
			d.addObject(t, s, o)
		}
		if talksOf(s.Tokens[node].Lemma) { // "to discuss improving relations"
			for _, o := range s.Children(node, text.Xcomp, text.Ccomp) {
				d.addTopics(t, s, o)
			}
		}
	}
	for _, o := range d.complements(t, s, node) {
		c := caseOf(s, o)
		if !topicPreposition(c) || c == "to" {
			continue
		}
		if d.isTime(t.sentence, o) || d.isPlaceOrGathering(t.sentence, o) && c == "on" {
			continue
		}
		if w := s.Tokens[o].Lemma; setting(w) || c == "over" && shared(w) {
			continue
		}
		d.addTopics(t, s, o)
	}
}

// setting tells a noun behind "on" or "about" that says where, when or how they talked.
func setting(lemma string) bool {
	switch lemma {
	case "sideline", "margin", "phone", "telephone", "agenda", "occasion", "basis", "side", "day", "order", "television", "tv", "radio", "page", "twitter", "facebook",
		"trip", "visit", "way", "condition", "behalf", "stage", "track", "eve", "anniversary", "morning", "evening", "afternoon", "night", "weekend", "sunday", "monday",
		"tuesday", "wednesday", "thursday", "friday", "saturday", "platform", "camera", "record", "schedule", "board", "term", "tour", "flight", "plane", "line":
		return true
	}
	return false
}

// shared tells a noun behind "over" that they had together, or a time.
func shared(lemma string) bool {
	switch lemma {
	case "dinner", "lunch", "breakfast", "golf", "beer", "coffee", "tea", "drink", "meal", "luncheon", "course", "period", "year", "month", "week", "hour", "weekend":
		return true
	}
	return false
}

// feeling tells a noun of courtesy or attitude, which is no topic where nothing hangs
// on it: "expressed his appreciation".
func feeling(lemma string) bool {
	switch lemma {
	case "appreciation", "wish", "greeting", "gratitude", "hope", "resolve", "condolence", "congratulation", "thanks", "commitment", "support", "readiness", "view", "opinion",
		"concern", "importance", "need", "interest", "affection", "confidence", "optimism", "satisfaction", "regret", "skepticism", "scepticism", "pride":
		return true
	}
	return false
}

// complements lists the prepositional phrases of a node, and those that hang on a
// party or a time beside it ("spoke with Xi for two hours about Ukraine").
func (d *draft) complements(t *telling, s *text.Sentence, node text.Index) []text.Index {
	out := s.Children(node, text.Nmod, text.Obl)
	for _, o := range out {
		if !d.isTime(t.sentence, o) && !d.isParty(t, o) {
			continue
		}
		for _, c := range s.Children(o, text.Nmod) {
			if topicPreposition(caseOf(s, c)) {
				out = append(out, c)
			}
		}
	}
	return out
}

// addObject takes an object as a topic, or what an attitude noun leads on to.
func (d *draft) addObject(t *telling, s *text.Sentence, o text.Index) {
	before := len(t.topics)
	if attitude(s.Tokens[o].Lemma) {
		for _, c := range s.Children(o, text.Nmod) {
			switch caseOf(s, c) {
			case "to", "of", "about", "for", "over", "on", "regarding", "in":
				d.addTopics(t, s, c)
			}
		}
	}
	if len(t.topics) == before && !d.isParty(t, o) && !feeling(s.Tokens[o].Lemma) {
		d.addTopics(t, s, o)
	}
}

func (d *draft) isParty(t *telling, h text.Index) bool {
	m := d.r.MentionAt(t.sentence, h)
	if m < 0 {
		return false
	}
	for _, p := range t.parties {
		if p.entity == d.r.Mentions[m].Entity {
			return true
		}
	}
	return false
}

func (d *draft) isPlaceOrGathering(si int, h text.Index) bool {
	m := d.r.MentionAt(si, h)
	return m >= 0 && d.r.Mentions[m].Class == text.Gathering
}

func (d *draft) addTopics(t *telling, s *text.Sentence, head text.Index) {
	for _, c := range conjuncts(s, head) {
		if u := s.Tokens[c].UPOS; u == text.PRON || u == text.VERB && s.Tokens[c].XPOS != text.VBG || d.isSomebody(t.sentence, c) || occasionNoun(s.Tokens[c].Lemma) {
			continue
		}
		first, last := topicReach(s, c)
		at := s.Cover(first, last)
		name := strings.Join(strings.Fields(at.In(d.r.Document.Text)), " ")
		if name == "" || courtesy(s.Tokens[c].Lemma) || genericTopic(s.Tokens[c].Lemma) && last-first <= 2 {
			continue
		}
		t.topics = append(t.topics, readout.Cite(name, "encounter:topic", readout.Stated, at))
	}
}

// isSomebody tells whether the words name or stand for people: whom they pressed is no
// topic.
func (d *draft) isSomebody(si int, h text.Index) bool {
	m := d.r.MentionAt(si, h)
	return m >= 0 && (d.r.Mentions[m].Class == text.Person || d.r.Mentions[m].Class == text.People)
}

// occasionNoun tells the occasion itself, which is no topic of it.
func occasionNoun(lemma string) bool {
	switch lemma {
	case "meeting", "encounter", "conversation", "call", "phone", "telephone", "dinner", "lunch", "sideline", "announcement", "statement", "remark":
		return true
	}
	return false
}

// courtesy tells what people exchange on meeting.
func courtesy(lemma string) bool {
	switch lemma {
	case "greeting", "pleasantry", "word", "handshake", "wish", "fire", "blow", "line":
		return true
	}
	return false
}

func genericTopic(lemma string) bool {
	switch lemma {
	case "greeting", "pleasantry", "word", "handshake", "issue", "matter", "topic", "thing", "question", "subject", "range", "number", "way", "what", "it", "that":
		return true
	}
	return false
}

// topicReach is the noun phrase of c without its determiner, conjuncts, relative
// clauses and appositions, at most ten tokens.
func topicReach(s *text.Sentence, c text.Index) (first, last text.Index) {
	first, last = c, c+1
	for j := c - 1; j >= 0 && c-j <= 6; j-- {
		t := &s.Tokens[j]
		if !s.Dominates(c, j) || t.Rel == text.Case && t.XPOS != text.POS || t.Rel == text.Punct || t.Rel == text.Cc || t.Rel == text.Mark {
			break
		}
		if t.Rel == text.Det && t.Head == c {
			break
		}
		first = j
	}
	for j := c + 1; int(j) < len(s.Tokens) && j-c <= 8; j++ {
		t := &s.Tokens[j]
		if !s.Dominates(c, j) || t.Rel == text.Punct || t.Rel == text.Cc {
			break
		}
		if t.Head == c && (t.Rel == text.AclRelcl || t.Rel == text.Conj || t.Rel == text.Appos || t.Rel == text.Parataxis) {
			break
		}
		last = j + 1
	}
	return first, last
}

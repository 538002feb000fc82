package encounter

import (
	"strings"

	"readout"
	"readout/text"
)

// This file cuts the words of a topic to a clean phrase.

func (d *draft) addTopics(t *telling, s *text.Sentence, head text.Index) {
	for _, c := range listFrom(s, head) {
		d.addTopic(t, s, c, c)
	}
}

// addTopic takes one noun phrase or gerund, unless it names somebody, the occasion itself
// or nothing in particular. The phrase may go on as far as the tree of within does.
func (d *draft) addTopic(t *telling, s *text.Sentence, c, within text.Index) {
	tok := &s.Tokens[c]
	if u := tok.UPOS; u == text.PRON || u == text.ADV || u == text.ADJ || u == text.DET || u == text.VERB && tok.XPOS != text.VBG || d.isTime(t.sentence, c) || d.isSomebody(t.sentence, c) || occasionNoun(tok.Lemma) || saidBefore(s, c) {
		return
	}
	if d.inTopics(t, s, c) {
		return
	}
	first, last := d.topicReach(t.sentence, c, within)
	for first < c && (d.inTopics(t, s, first) || hanging(&s.Tokens[first]) && s.Tokens[first].UPOS != text.ADJ) {
		first++ // "trade and" before "human rights"
	}
	last = beforeParty(t, s, first, last)
	if first >= last || first <= t.trigger && t.trigger < last || d.namesPeople(t.sentence, first, last) {
		return
	}
	if d.ownState(t, first, last) {
		return
	}
	at := s.Cover(first, last)
	name := strings.Join(strings.Fields(at.In(d.r.Document.Text)), " ")
	if examples(s, last) > 0 || int(last) < len(s.Tokens) && s.Tokens[last].Form == "," && examples(s, last+1) > 0 {
		d.addListed(t, s, last)
	}
	if name == "" || courtesy(tok.Lemma) || topicItself(tok.Lemma) && s.Child(c, text.Nmod) == text.None || (genericTopic(tok.Lemma) || vague(tok.Lemma)) && unspecific(s, first, last) {
		return
	}
	t.topics = append(t.topics, readout.Cite(name, "encounter:topic", readout.Stated, at))
	d.addListed(t, s, last)
}

// beforeParty ends a topic before the words that tell with whom it was discussed, which
// the tree may hang on it: "discussed the resolution with the Egyptian president".
func beforeParty(t *telling, s *text.Sentence, first, last text.Index) text.Index {
	for i := first + 1; i < last; i++ {
		if s.Tokens[i].Lemma != "with" || s.Tokens[i].UPOS != text.ADP {
			continue
		}
		rest := s.Cover(i, last)
		for _, p := range t.parties {
			if p.role == 'b' && rest.Overlaps(p.at) {
				return i
			}
		}
	}
	return last
}

// namesPeople tells whether the words are the name of somebody and no more.
func (d *draft) namesPeople(si int, first, last text.Index) bool {
	from, to := d.r.MentionsIn(si)
	for _, m := range d.r.Mentions[from:to] {
		if m.Class == text.People && m.First <= first && last <= m.Last && !talkedAbout(d.r.Sentences[si].Tokens[m.Head].Lemma) {
			return true
		}
		if m.Class == text.Person && m.Last == last && (m.First <= first || noPreposition(&d.r.Sentences[si], first, m.First)) {
			return true
		}
	}
	return false
}

func noPreposition(s *text.Sentence, from, to text.Index) bool {
	for i := from; i < to; i++ {
		if s.Tokens[i].UPOS == text.ADP || s.Tokens[i].XPOS == text.POS {
			return false
		}
	}
	return true
}

// saidBefore tells words that only take up what was told: "these issues".
func saidBefore(s *text.Sentence, c text.Index) bool {
	for _, x := range s.Children(c, text.Det) {
		switch lower(s.Tokens[x].Form) {
		case "this", "that", "these", "those":
			return true
		}
	}
	return false
}

// unspecific tells a phrase around a generic noun that says no more than the noun: "key
// issues", "a range of topics". "Regional issues" say more.
func unspecific(s *text.Sentence, first, last text.Index) bool {
	for i := first; i < last; i++ {
		tok := &s.Tokens[i]
		switch tok.UPOS {
		case text.NOUN, text.ADJ, text.PROPN, text.VERB:
		default:
			continue
		}
		switch lemma := lower(tok.Lemma); lemma {
		case "other", "various", "several", "many", "key", "important", "such", "critical", "wide", "broad", "same", "common", "mutual", "host", "certain", "major", "different",
			"full", "interest", "concern", "bilateral", "current", "topical",
			"essential", "latest", "recent", "further", "new", "possible":
		default:
			if !genericTopic(lemma) && !vague(lemma) {
				return false
			}
		}
	}
	return true
}

// vague tells a noun that says nothing by itself: "they discussed steps".
func vague(lemma string) bool {
	switch lemma {
	case "step", "report", "detail", "item", "logistic", "side", "top", "part", "lot", "plan", "point", "time", "location", "member", "case", "situation", "progress",
		"development", "effort", "act", "action", "talk", "possibility", "option", "idea", "result", "work", "need", "other", "event", "comment", "news", "move", "decision", "commitment", "policy", "negotiation", "prospect", "example", "substance", "state", "extent", "role", "market", "strength", "document", "groundwork", "peace",
		"disappointment", "contact", "touch", "visit", "trip", "relationship", "today", "interest", "view", "concern", "country", "world", "year":
		return true
	}
	return false
}

// isSomebody tells whether the words name or stand for people: whom they pressed is no
// topic.
func (d *draft) isSomebody(si int, h text.Index) bool {
	m := d.r.MentionAt(si, h)
	if m < 0 || talkedAbout(d.r.Sentences[si].Tokens[h].Lemma) {
		return false
	}
	return d.r.Mentions[m].Class == text.Person || d.r.Mentions[m].Class == text.People
}

// talkedAbout tells people of whom others talk, and seldom with them: "the hostages", "a joint
// working group".
func talkedAbout(lemma string) bool {
	switch lemma {
	case "group", "hostage", "prisoner", "refugee", "migrant", "settler", "student", "survivor", "family", "relative":
		return true
	}
	return false
}

// occasionNoun tells the occasion itself, which is no topic of it.
func occasionNoun(lemma string) bool {
	switch lemma {
	case "meeting", "encounter", "conversation", "call", "phone", "telephone", "dinner", "lunch", "sideline", "announcement", "statement", "remark":
		return true
	}
	return false
}

// ownState tells the bare name of a state that one of the parties acts for.
func (d *draft) ownState(t *telling, first, last text.Index) bool {
	m := d.r.MentionAt(t.sentence, last-1)
	if m < 0 || d.r.Mentions[m].Class != text.State || d.r.Mentions[m].Entity < 0 || first < d.r.Mentions[m].First {
		return false
	}
	state := side(d.r.Entities[d.r.Mentions[m].Entity].Party)
	for _, p := range t.parties {
		if side(p.party) == state {
			return true
		}
	}
	return false
}

// topicItself tells a word for a topic, which says of none what it is.
func topicItself(lemma string) bool {
	return lemma == "topic" || lemma == "subject" || lemma == "theme"
}

// courtesy tells what people exchange on meeting.
func courtesy(lemma string) bool {
	switch lemma {
	case "greeting", "pleasantry", "word", "handshake", "wish", "fire", "blow", "line", "ground":
		return true
	}
	return false
}

func genericTopic(lemma string) bool {
	switch lemma {
	case "greeting", "pleasantry", "word", "handshake", "issue", "matter", "topic", "thing", "question", "subject", "range", "number", "variety", "array", "way", "what", "it", "that":
		return true
	}
	return false
}

// topicReach is the noun phrase of c without its determiner, conjuncts, relative
// clauses, appositions and times, at most about a dozen tokens.
func (d *draft) topicReach(si int, c, within text.Index) (first, last text.Index) {
	s := &d.r.Sentences[si]
	first, last = c, c+1
	for j := c - 1; j >= 0 && c-j <= 6 && !beforePhrase(s, c, j); j-- {
		first = j
	}
	for j := c + 1; int(j) < len(s.Tokens) && j-c <= 11 && !afterPhrase(s, c, within, j); j++ {
		last = j + 1
	}
	for j := c + 1; j < last; j++ {
		if atOccasion(s, j) || examples(s, j) > 0 {
			last = j
		}
	}
	last = closeQuotes(s, first, last)
	for first < c && (hanging(&s.Tokens[first]) && s.Tokens[first].UPOS != text.ADJ || s.Tokens[first].XPOS == text.POS) {
		first++
	}
	for last > c+1 && (hanging(&s.Tokens[last-1]) || cutVerb(s, last-1) || d.isTime(si, last-1)) {
		last--
	}
	return first, last
}

// closeQuotes ends a phrase before a quotation mark whose fellow lies outside it.
func closeQuotes(s *text.Sentence, first, last text.Index) text.Index {
	marks, at := 0, last
	for i := first; i < last; i++ {
		if quoteMark(s.Tokens[i].Form) && s.Tokens[i].XPOS != text.POS {
			marks++
			at = min(at, i)
		}
	}
	if marks%2 == 1 {
		return at
	}
	return last
}

// atOccasion tells a preposition behind a topic that says where it was talked about:
// "sanctions in their meeting", "trade at the summit".
func atOccasion(s *text.Sentence, i text.Index) bool {
	if !inCourse(s.Tokens[i].Lemma) {
		return false
	}
	if h := s.Tokens[i].Head; s.Tokens[i].Rel == text.Case && h != text.None {
		l := s.Tokens[h].Lemma
		return (occasionNoun(l) || l == "summit" || l == "talk") && s.Child(h, text.Det, text.NmodPoss) != text.None
	}
	return false
}

// cutVerb tells a verb that the cut parted from what it acts on: "efforts to foster".
func cutVerb(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].UPOS != text.VERB || i == 0 {
		return false
	}
	if s.Tokens[i].XPOS == text.VBN {
		return s.Tokens[i].Rel == text.Acl
	}
	switch s.Tokens[i-1].UPOS {
	case text.PART, text.ADP, text.SCONJ, text.ADV:
		return true
	}
	return false
}

// beforePhrase tells whether j, before the head c, is no more of its phrase.
func beforePhrase(s *text.Sentence, c, j text.Index) bool {
	t := &s.Tokens[j]
	return !s.Dominates(c, j) || t.Rel == text.Case && t.XPOS != text.POS || t.Rel == text.Punct && t.Form != "-" || t.Rel == text.Cc && !ofAdjectives(s, t) || t.Rel == text.Mark ||
		t.Rel == text.Det && t.Head == c || t.UPOS == text.SCONJ || t.UPOS == text.AUX || t.UPOS == text.VERB && t.Rel != text.Amod && t.Rel != text.Compound
}

// afterPhrase tells whether j, behind the head c, is no more of its phrase.
func afterPhrase(s *text.Sentence, c, within, j text.Index) bool {
	t := &s.Tokens[j]
	if !s.Dominates(within, j) || t.Rel == text.Punct && t.Form != "-" && !quoteMark(t.Form) || t.Rel == text.Cc && !ofTwo(s, t) || t.UPOS == text.AUX || finiteVerb(t) {
		return true
	}
	if strings.HasPrefix(t.XPOS.String(), "W") {
		return true
	}
	for steps := 0; j != text.None && j != c && steps < 12; steps++ { // the branch of c that holds it
		switch s.Tokens[j].Rel {
		case text.AclRelcl, text.Appos, text.Parataxis:
			return true
		case text.Conj:
			if s.Tokens[j].Head == c {
				return true
			}
		}
		j = s.Tokens[j].Head
	}
	return false
}

// ofAdjectives tells an "and" between words before the head: "strong and enduring
// partnership", "migration and trade rules".
func ofAdjectives(s *text.Sentence, cc *text.Token) bool {
	if cc.Head == text.None || s.Tokens[cc.Head].Rel != text.Conj {
		return false
	}
	first := s.Tokens[cc.Head].Head
	return first != text.None && (s.Tokens[first].Rel == text.Amod || s.Tokens[first].Rel == text.Compound)
}

// ofTwo tells the "and" of a pair: "relations between France and Germany".
func ofTwo(s *text.Sentence, cc *text.Token) bool {
	if cc.Head == text.None || s.Tokens[cc.Head].Rel != text.Conj || s.Tokens[cc.Head].Head == text.None {
		return false
	}
	return caseOf(s, s.Tokens[cc.Head].Head) == "between"
}

// hanging tells a word that no phrase ends on: the cut fell behind it.
func hanging(t *text.Token) bool {
	switch t.UPOS {
	case text.ADP, text.DET, text.CCONJ, text.SCONJ, text.PART, text.AUX, text.PRON, text.PUNCT, text.ADV:
		return true
	}
	return t.UPOS == text.ADJ
}

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
		"welcome", "affirm", "reinforce", "press", "express", "exchange", "agree", "urge", "commend", "conclude", "pledge", "bring", "renew",
		"reinvigorate", "finalise", "consolidate", "deepen", "revive", "restore", "defuse", "lay", "arrange", "ink", "seal", "forge", "recognize", "recognise", "applaud",
		"call", "consult", "counter", "promote", "advance", "expand", "boost", "secure", "reset", "repair", "mend", "detail", "share", "note", "acknowledge", "inform", "brief", "update",
		"thank":
		return true
	}
	return false
}

// aimVerb tells a verb that leads on to what both sides mean to do: "agreed to expand trade".
func aimVerb(lemma string) bool {
	switch lemma {
	case "agree", "pledge", "vow", "promise", "commit", "resolve", "undertake":
		return true
	}
	return false
}

// attitude nouns lead on to the topic: "support for Ukraine", "views on trade".
func attitude(lemma string) bool {
	switch lemma {
	case "commitment", "support", "concern", "importance", "need", "view", "opinion", "appreciation", "interest", "hope", "readiness",
		"condolence", "opposition", "issue", "question", "matter", "topic", "range", "way", "step", "possibility", "determination", "willingness",
		"resolve", "word", "information", "urgency", "imperative", "necessity", "groundwork", "detail", "variety", "array", "desire", "intention", "significance":
		return true
	}
	return false
}

// readTopics takes what the talks were about: the object of "discuss" and its like,
// the phrase after "on", "about", "over". A verb of talk that says what the meeting was
// for may hang on any verb of the clause: "will travel to Seoul to discuss".
func (d *draft) readTopics(t *telling) {
	s := &d.r.Sentences[t.sentence]
	switch {
	case t.seeks || t.came:
		return
	case len(t.agenda) > 0:
		d.raised(t, s, t.agenda)
		return
	case t.passive:
		d.raised(t, s, s.Children(t.trigger, text.NsubjPass, text.Nsubj))
		return
	}
	for k, node := range t.clause {
		if k <= 1 || t.noun && raisesThere(s, t, k) {
			d.topicsAt(t, s, node)
		}
		for _, c := range s.Children(node, text.Advcl, text.Xcomp, text.Conj, text.Acl) {
			if k <= 1 && (topicVerb(s.Tokens[c].Lemma) || talked(s.Tokens[c].Lemma) && negated(s, c) != text.None) || k > 1 && talksOf(s.Tokens[c].Lemma) && infinitive(s, c) {
				d.topicsAt(t, s, c)
			}
		}
	}
	if len(t.topics) == 0 && !t.aside {
		d.purpose(t, s)
	}
	if len(t.topics) == 0 && !t.aside {
		d.bid(t, s)
	}
	if t.noun {
		d.subjectOfTalks(t, s, t.trigger)
	}
}

// raisesThere tells a verb of raising further up that says what was done at the occasion:
// "brought up the war at the start of his meeting with Putin".
func raisesThere(s *text.Sentence, t *telling, k int) bool {
	v := t.clause[k]
	if !talked(s.Tokens[v].Lemma) && !asksAbout(s, v) || v > t.trigger {
		return false
	}
	for _, i := range t.clause[:k] {
		if r := s.Tokens[i].Rel; r != text.Obl && r != text.Nmod && r != text.Appos {
			return false
		}
	}
	return true
}

// asksAbout tells a verb by which somebody asks another about a matter.
func asksAbout(s *text.Sentence, v text.Index) bool {
	switch s.Tokens[v].Lemma {
	case "ask", "question", "challenge", "confront", "quiz":
		return aboutSomething(s, v) && s.Child(v, text.Obj, text.Iobj) != text.None
	}
	return false
}

// bid takes what an effort named behind the trigger is for: "met in a bid to save the
// deal", "talks aimed at ending the war".
func (d *draft) bid(t *telling, s *text.Sentence) {
	for i := t.trigger + 1; int(i) < len(s.Tokens) && !finiteVerb(&s.Tokens[i]); i++ {
		switch tok := &s.Tokens[i]; tok.Lemma {
		case "bid", "effort", "attempt", "push":
			if c := caseOf(s, i); c != "in" && c != "as" && c != "amid" {
				continue
			}
		case "aim":
		default:
			continue
		}
		for _, c := range s.Children(i, text.Acl, text.Advcl, text.Xcomp) {
			d.addAim(t, s, c, 0)
		}
		return
	}
}

// purpose takes the topic of the first "to discuss" or "discussing" behind the trigger,
// wherever the tree hangs it.
func (d *draft) purpose(t *telling, s *text.Sentence) {
	for i := t.trigger + 1; int(i) < len(s.Tokens); i++ {
		tok := &s.Tokens[i]
		if tok.Form == ";" || tok.UPOS == text.VERB && finiteVerb(tok) && tok.Rel != text.Advcl {
			return
		}
		if tok.UPOS == text.VERB && (talksOf(tok.Lemma) && tok.XPOS == text.VBG || (talksOf(tok.Lemma) || topicVerb(tok.Lemma)) && infinitive(s, i)) {
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

// topicsAt takes what a verb or noun says was talked about, or was not.
func (d *draft) topicsAt(t *telling, s *text.Sentence, node text.Index) {
	switch lemma := s.Tokens[node].Lemma; {
	case (talked(lemma) || t.joins && (lemma == "talk" || lemma == "speak")) && denies(s, node):
		d.unraised(t, func() { d.topicsOf(t, s, node) })
	case !topicVerb(lemma) || negated(s, node) == text.None:
		d.topicsOf(t, s, node)
	}
}

func (d *draft) topicsOf(t *telling, s *text.Sentence, node text.Index) {
	if topicVerb(s.Tokens[node].Lemma) || talked(s.Tokens[node].Lemma) {
		for _, o := range s.Children(node, text.Obj) {
			switch {
			case (s.Tokens[node].Lemma == "press" || s.Tokens[node].Lemma == "urge") && d.isState(t.sentence, o): // whom, not what
			case !offTable(s.Tokens[node].Lemma, s.Tokens[o].Lemma):
				d.addObject(t, s, o)
			case s.Tokens[node].Lemma == "raise" || s.Tokens[node].Lemma == "address":
				return
			}
		}
		if o := inDetail(s, node); o != text.None {
			d.addObject(t, s, o)
		}
		if talked(s.Tokens[node].Lemma) && s.Tokens[node].XPOS == text.VBN { // "the threat was discussed during the meeting"
			for _, o := range s.Children(node, text.NsubjPass) {
				d.addObject(t, s, o)
			}
		}
		if talksOf(s.Tokens[node].Lemma) { // "to discuss improving relations"
			for _, o := range s.Children(node, text.Xcomp, text.Ccomp) {
				d.addClause(t, s, o)
			}
		}
	}
	for _, g := range s.Children(node, text.Advcl, text.Acl) { // "talks about ending the war"
		m := s.Child(g, text.Mark)
		if m == text.None || s.Tokens[g].XPOS != text.VBG {
			continue
		}
		if c := s.Tokens[m].Lemma; c == "about" || c == "on" || c == "over" || c == "for" && s.Tokens[node].Lemma == "call" {
			d.addTopics(t, s, g)
		}
	}
	if s.Tokens[node].Lemma == "agree" { // "agreed sanctions should stay"
		for _, x := range s.Children(node, text.Ccomp) {
			for _, o := range s.Children(x, text.Nsubj, text.NsubjPass) {
				if !d.isParty(t, o) && !d.isState(t.sentence, o) {
					d.addTopics(t, s, o)
				}
			}
		}
	}
	if aimVerb(s.Tokens[node].Lemma) || s.Tokens[node].Lemma == "urge" { // "urged him to lift the tariffs"
		for _, x := range s.Children(node, text.Xcomp, text.Advcl) {
			d.addAim(t, s, x, 0)
		}
	}
	for _, o := range d.complements(t, s, node) {
		c := caseOf(s, o)
		if c == "for" || c == "in" { // "met for trade talks"
			d.subjectOfTalks(t, s, o)
			if sessionNoun(s.Tokens[o].Lemma) { // "met for talks on trade"
				d.aboutNoun(t, s, o)
			}
		}
		if c == "of" && s.Tokens[node].Lemma == "discussion" && !d.isTime(t.sentence, o) { // "continued their discussion of the border"
			d.addObject(t, s, o)
			continue
		}
		if (!topicPreposition(c) || c == "to") && (s.Tokens[node].UPOS != text.VERB || d.isState(t.sentence, o) || !leadsOn(s.Tokens[node].Lemma, c)) {
			continue
		}
		if d.isTime(t.sentence, o) || d.isPlaceOrGathering(t.sentence, o) && c == "on" {
			continue
		}
		if w := s.Tokens[o].Lemma; s.Tokens[node].Lemma == "thank" && !attitude(w) {
			continue
		} else if setting(w) || c == "over" && shared(w) || c == "to" && (sessionNoun(w) || w == "summit" || w == "face") { // "agreed to a summit"
			continue
		}
		d.addObject(t, s, o)
	}
}

// sessionNoun tells a noun for talks as such.
func sessionNoun(lemma string) bool {
	switch lemma {
	case "talk", "discussion", "negotiation", "consultation", "conversation":
		return true
	}
	return false
}

// aboutNoun takes what a noun for talks says that they are about.
func (d *draft) aboutNoun(t *telling, s *text.Sentence, noun text.Index) {
	for _, c := range s.Children(noun, text.Nmod) {
		if w := caseOf(s, c); w != "to" && topicPreposition(w) && !d.isTime(t.sentence, c) && !setting(s.Tokens[c].Lemma) {
			d.addObject(t, s, c)
		}
	}
}

// inDetail is the object behind "discussed in detail", which the tree hangs on the detail.
func inDetail(s *text.Sentence, v text.Index) text.Index {
	for _, o := range s.Children(v, text.Obl) {
		switch s.Tokens[o].Lemma {
		case "detail", "depth", "length", "particular":
			return s.Child(o, text.Obj)
		}
	}
	return text.None
}

// offTable tells an object that is no matter for talks: whom they thanked or informed,
// the taxes that one of them raised, the hall that one of them addressed.
func offTable(verb, object string) bool {
	switch verb {
	case "thank", "inform", "brief", "update", "call":
		return true
	case "raise":
		switch object {
		case "tariff", "tax", "rate", "price", "pressure", "stake", "bar", "alarm", "hand", "eyebrow", "money", "fund", "flag", "toast", "glass":
			return true
		}
	case "address":
		switch object {
		case "session", "parliament", "congress", "crowd", "audience", "nation", "rally", "assembly", "reporter", "conference", "gathering", "council":
			return true
		}
	}
	return false
}

// leadsOn tells a preposition that ties a topic to one verb: "thanked him for his support
// of Ukraine", "informed him of the negotiations".
func leadsOn(verb, c string) bool {
	switch verb {
	case "thank":
		return c == "for"
	case "agree":
		return c == "upon" || c == "to"
	case "touch", "dwell", "focus":
		return c == "upon"
	case "inform", "speak", "talk":
		return c == "of"
	case "call":
		return c == "for"
	}
	return false
}

// setting tells a noun behind "on" or "about" that says where, when or how they talked.
func setting(lemma string) bool {
	switch lemma {
	case "sideline", "margin", "soil", "phone", "telephone", "agenda", "occasion", "basis", "side", "day", "order", "television", "tv", "radio", "page", "twitter", "facebook",
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
		"concern", "importance", "need", "interest", "affection", "confidence", "optimism", "satisfaction", "regret", "doubt", "skepticism", "scepticism", "pride":
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

// addObject takes an object as a topic, or what an attitude noun leads on to; each of
// several objects by itself.
func (d *draft) addObject(t *telling, s *text.Sentence, o text.Index) {
	for _, c := range listFrom(s, o) {
		before := len(t.topics)
		if attitude(s.Tokens[c].Lemma) {
			d.addBehind(t, s, c)
		}
		if len(t.topics) == before && !d.isParty(t, c) && !feeling(s.Tokens[c].Lemma) {
			d.addTopic(t, s, c, c)
		}
		for _, a := range s.Children(c, text.Appos) { // "the summit, the war and trade": a list
			if listed(s, a) {
				d.addTopics(t, s, a)
			}
		}
	}
}

// maxListed bounds how many topics one list names.
const maxListed = 12

// listFrom is a noun with all that a list goes on to from it, wherever the tree hangs it.
func listFrom(s *text.Sentence, o text.Index) []text.Index {
	out := []text.Index{o}
	for k := 0; k < len(out) && len(out) < maxListed; k++ {
		out = append(out, s.Children(out[k], text.Conj)...)
	}
	return out
}

// listed tells an apposition that is the next of a list: an "and" stands within it.
func listed(s *text.Sentence, a text.Index) bool {
	for i := a + 1; int(i) < len(s.Tokens) && s.Dominates(a, i); i++ {
		if s.Tokens[i].Rel == text.Cc && s.Tokens[i].Lemma == "and" {
			return true
		}
	}
	return false
}

// addBehind takes what an attitude is towards: "commitment to the defense of Japan",
// "the importance of forming a government", "their resolve to keep the peace".
func (d *draft) addBehind(t *telling, s *text.Sentence, o text.Index) {
	for _, c := range s.Children(o, text.Nmod) {
		cw := caseOf(s, c)
		holder := cw == "of" && feeling(s.Tokens[o].Lemma) && d.isState(t.sentence, c) // "the commitment of the United States"
		switch {
		case holder || d.isTime(t.sentence, c) || !towards(s.Tokens[o].Lemma, cw):
		case attitude(s.Tokens[c].Lemma): // "a range of issues, including trade"
			d.addBehind(t, s, c)
		default:
			d.addTopics(t, s, c)
		}
	}
	for _, c := range s.Children(o, text.Acl, text.Advcl, text.Xcomp) {
		d.addAim(t, s, c, 0)
	}
	v := s.Tokens[o].Head
	if v == text.None || s.Tokens[v].UPOS != text.VERB {
		return
	}
	for _, c := range s.Children(v, text.Advcl, text.Xcomp) { // the tree may hang it on the verb
		if c > o && c-o <= 3 && infinitive(s, c) {
			d.addAim(t, s, c, 0)
		}
	}
}

// towards tells whether a preposition behind an attitude noun leads on to the topic.
func towards(lemma, c string) bool {
	switch c {
	case "of", "about", "regarding", "include", "such as":
		return true
	case "in":
		return lemma == "interest"
	case "to", "for", "over", "on":
		switch lemma {
		case "importance", "issue", "question", "matter", "topic", "range", "variety", "array", "significance":
			return false
		}
		return true
	}
	return false
}

// addClause takes a clause as a topic where it is a gerund, or what it leads on to where
// it is an attitude read as a verb ("the urgent need to renew diplomacy").
func (d *draft) addClause(t *telling, s *text.Sentence, o text.Index) {
	if attitude(s.Tokens[o].Lemma) && s.Tokens[o].XPOS != text.VBG {
		d.addBehind(t, s, o)
		return
	}
	d.addTopics(t, s, o)
}

// maxAims bounds how far one aim leads on to the next: "to continue to work to rid".
const maxAims = 3

// addAim takes what somebody means to act on: the object of an infinitive or a gerund,
// or of what it leads on to.
func (d *draft) addAim(t *telling, s *text.Sentence, v text.Index, depth int) {
	tok := &s.Tokens[v]
	if depth > maxAims || tok.UPOS != text.VERB || !infinitive(s, v) && tok.XPOS != text.VBG && depth == 0 {
		return
	}
	for _, c := range conjuncts(s, v) {
		before := len(t.topics)
		rids := s.Tokens[c].Lemma == "rid" || s.Tokens[c].Lemma == "deprive" // somebody of the topic
		for _, o := range s.Children(c, text.Obj) {
			if rids {
				d.ridOf(t, s, o)
				continue
			}
			d.addActedOn(t, s, o, c)
		}
		for _, x := range s.Children(c, text.Xcomp, text.Advcl) {
			if s.Tokens[x].Rel == text.Xcomp || s.Tokens[c].Lemma == "work" && infinitive(s, x) { // "to work to rid it of arms"
				d.addAim(t, s, x, depth+1)
			}
		}
		if len(t.topics) > before {
			continue
		}
		for _, o := range s.Children(c, text.Obl) {
			switch c := caseOf(s, o); {
			case c == "on", c == "toward", c == "towards", c == "against", c == "of" && rids:
				if !d.isTime(t.sentence, o) && !setting(s.Tokens[o].Lemma) {
					d.addTopics(t, s, o)
				}
			}
		}
	}
}

// ridOf takes what is taken away, where the tree hangs it on whom it is taken from.
func (d *draft) ridOf(t *telling, s *text.Sentence, from text.Index) {
	for _, c := range s.Children(from, text.Nmod) {
		if caseOf(s, c) == "of" {
			d.addTopics(t, s, c)
		}
	}
}

// addActedOn takes the object of an aim with what the verb says beyond it: "peace and
// stability across the strait".
func (d *draft) addActedOn(t *telling, s *text.Sentence, o, v text.Index) {
	if attitude(s.Tokens[o].Lemma) || feeling(s.Tokens[o].Lemma) {
		d.addObject(t, s, o)
		return
	}
	all := conjuncts(s, o)
	for k, c := range all {
		within := c
		if k == len(all)-1 {
			within = v
		}
		if !d.isParty(t, c) && !d.isState(t.sentence, c) {
			d.addTopic(t, s, c, within)
		}
	}
}

// subjectOfTalks takes the noun that stands before talks: "peace talks".
func (d *draft) subjectOfTalks(t *telling, s *text.Sentence, noun text.Index) {
	switch s.Tokens[noun].Lemma {
	case "talk", "negotiation", "discussion", "dialogue", "consultation":
	default:
		return
	}
	for _, c := range s.Children(noun, text.Compound, text.Amod) {
		if c+1 == noun && matterOfTalks(s.Tokens[c].Lemma) {
			at := s.Cover(c, noun+1)
			name := strings.Join(strings.Fields(at.In(d.r.Document.Text)), " ")
			t.topics = append(t.topics, readout.Cite(name, "encounter:topic", readout.Stated, at))
		}
	}
}

// matterOfTalks tells a word that before "talks" says what they are about. Most words
// there say who talks, when, or of what rank they are.
func matterOfTalks(lemma string) bool {
	switch lemma {
	case "peace", "trade", "nuclear", "arms", "climate", "ceasefire", "cease-fire", "truce", "security", "border", "energy", "disarmament", "denuclearization",
		"denuclearisation", "reunification", "unification", "hostage", "tariff", "gas", "oil", "grain", "water", "migration", "brexit", "defense", "defence",
		"accession", "membership", "disengagement", "armistice", "normalization", "normalisation", "debt", "bailout", "sanction", "missile", "counterterrorism", "cyber":
		return true
	}
	return false
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

func (d *draft) isState(si int, h text.Index) bool {
	m := d.r.MentionAt(si, h)
	return m >= 0 && (d.r.Mentions[m].Class == text.State || d.r.Mentions[m].Class == text.Place)
}

func (d *draft) isPlaceOrGathering(si int, h text.Index) bool {
	m := d.r.MentionAt(si, h)
	return m >= 0 && d.r.Mentions[m].Class == text.Gathering
}

package encounter

import (
	"slices"

	"readout"
	"readout/text"
)

// This file finds parties by the order of words, where the tree hangs them elsewhere.

// addAfter adds the name that stands right after the verb, or after "with" behind the
// noun, where the tree does not hang it there: "will meet Russian President Vladimir
// Putin", "a summit next week with Moon".
func (d *draft) addAfter(t *telling) {
	s := &d.r.Sentences[t.sentence]
	if t.kind == readout.Visit {
		d.addGoal(t)
		return
	}
	if hasRole(t.parties, 'b') || hasRole(t.parties, 'm') {
		return
	}
	i := d.afterWith(s, t)
	if i == text.None {
		return
	}
	m := d.partyFrom(t.sentence, i)
	if m >= 0 && d.r.Mentions[m].Class == text.Person && d.r.Mentions[m].First > i && prepositionBehind(s, d.r.Mentions[m].First) {
		return // "with the children of the president"
	}
	if m >= 0 && (d.r.Mentions[m].Class == text.Person || s.Tokens[i-1].Lemma == "with") {
		d.addParty(t, d.r.Mentions[m].Head, 'b', false)
	}
}

// addGoal adds the country behind a "to" that the tree takes for an infinitive's:
// "will travel to neighboring Bahrain".
func (d *draft) addGoal(t *telling) {
	s := &d.r.Sentences[t.sentence]
	i := t.trigger + 1
	if t.noun || !t.bare || int(i)+1 >= len(s.Tokens) || s.Tokens[i].Lemma != "to" {
		return
	}
	for steps := 0; int(i)+1 < len(s.Tokens) && steps < 3; steps++ {
		i++
		from, to := d.r.MentionsIn(t.sentence)
		for k := from; k < to; k++ {
			if m := &d.r.Mentions[k]; m.First == i && (m.Class == text.State || m.Class == text.Place) && d.standsAlone(t.sentence, m.Last) {
				d.addVisited(t, m.Head)
				return
			}
		}
		if x := s.Tokens[i].XPOS; x != text.VBG && s.Tokens[i].UPOS != text.ADJ && s.Tokens[i].UPOS != text.DET {
			return
		}
	}
}

// addBetween adds the two after a "between" that other words part from the noun, where
// the tree hangs it elsewhere: "a meeting set for Friday between Kerry and Lavrov".
func (d *draft) addBetween(t *telling) {
	s := &d.r.Sentences[t.sentence]
	if !t.noun || len(t.parties) > 0 || s.Tokens[t.trigger].Rel == text.Compound {
		return
	}
	for i := t.trigger + 1; int(i)+1 < len(s.Tokens) && i-t.trigger <= 8; i++ {
		tok := &s.Tokens[i]
		if tok.Lemma == "between" {
			if topicBetween(s, t.trigger, i) || causeBetween(s, t.trigger, i) {
				return
			}
			end := i + 1
			for _, k := range d.row(t.sentence, i+1) {
				d.addNominal(t, d.r.Mentions[k].Head, 'm', false)
				end = d.r.Mentions[k].Last
			}
			if int(end)+1 < len(s.Tokens) && s.Tokens[end].Lemma == "with" { // "between Kerry and Hagel with their counterparts"
				for _, k := range d.row(t.sentence, end+1) {
					d.addNominal(t, d.r.Mentions[k].Head, 'm', false)
				}
			}
			return
		}
		if finiteVerb(tok) || tok.UPOS == text.AUX || tok.UPOS == text.CCONJ || tok.Form == "," {
			return
		}
	}
}

// topicBetween tells a "between" that is of what was talked about: "the discussion of broader
// interaction between Russia and the European Union".
func topicBetween(s *text.Sentence, noun, between text.Index) bool {
	for _, c := range s.Children(noun, text.Nmod) {
		if c > between || c < noun {
			continue
		}
		switch caseOf(s, c) {
		case "of", "on", "about", "concerning", "regarding":
			return dealings(s.Tokens[c].Lemma)
		}
	}
	return false
}

// causeBetween tells a "between" that is of what something was done for or in spite of:
// "threatened to cancel the meeting over military drills between Japan and Korea".
func causeBetween(s *text.Sentence, noun, between text.Index) bool {
	n := between - 1
	if n <= noun || s.Tokens[n].UPOS != text.NOUN {
		return false
	}
	switch caseOf(s, n) {
	case "over", "amid", "despite", "because", "against", "due":
		return true
	}
	return false
}

// dealings tells a noun for what two sides have with each other and is no contact.
func dealings(lemma string) bool {
	switch lemma {
	case "interaction", "relation", "relationship", "cooperation", "co-operation", "tie", "trade", "partnership", "agreement", "treaty", "conflict", "war", "dispute", "border",
		"link", "tension", "difference", "issue", "crisis", "situation", "settlement", "peace", "ceasefire", "turnover", "exchange", "confrontation":
		return true
	}
	return false
}

// afterWith returns where the name may begin: behind the verb, or behind a "with" that
// a time or an adverb parts from the trigger, or from a noun what it is about.
func (d *draft) afterWith(s *text.Sentence, t *telling) text.Index {
	i := t.trigger + 1
	for steps := 0; int(i) < len(s.Tokens) && steps < 8; steps++ {
		tok := &s.Tokens[i]
		if tok.Lemma == "with" {
			return i + 1
		}
		if t.noun && i > t.trigger+1 && beforePress(s, i) {
			break // "urged talks during an appearance with Abbas"
		}
		if m := d.partyAt(t.sentence, i); !t.noun && !t.loose && i > t.trigger+1 && m >= 0 && d.r.Mentions[m].Class != text.State {
			break
		}
		if !d.isTime(t.sentence, i) && tok.UPOS != text.ADV && tok.UPOS != text.ADP && tok.Lemma != "phone" && tok.Lemma != "telephone" && !((t.noun || !t.loose) && nominalWord(tok)) {
			break
		}
		i++
	}
	if t.noun || t.loose {
		return text.None
	}
	return t.trigger + 1
}

// startingAt returns the person whose name begins at token i, or -1.
func (d *draft) startingAt(si int, i text.Index) int {
	from, to := d.r.MentionsIn(si)
	for k := from; k < to; k++ {
		m := &d.r.Mentions[k]
		if m.First == i && m.Entity >= 0 && m.Class == text.Person {
			return k
		}
	}
	return -1
}

// addBefore adds the names that stand right before the verb, where the tree gives it
// no subject: "…, Hagel and Kerry will meet".
func (d *draft) addBefore(t *telling) {
	s := &d.r.Sentences[t.sentence]
	if t.noun {
		return
	}
	end := beforeAux(s, t.trigger)
	row := false // "A, B and C": what a comma alone sets off is of another phrase
	for end > 0 {
		m := d.endingAt(t.sentence, end)
		if m < 0 || row && (prepositionBefore(s, d.r.Mentions[m].First) || endsClause(s, d.r.Mentions[m].Head)) {
			return
		}
		d.addEntity(t, d.r.Mentions[m].Entity, &d.r.Mentions[m], 'a', t.host, 0)
		end = d.beforeTitle(s, d.r.Mentions[m].First)
		if end == 0 || s.Tokens[end-1].UPOS != text.CCONJ && (!row || s.Tokens[end-1].Form != ",") {
			return
		}
		row = true
		end--
	}
}

// endsClause tells the object with which a clause before the subject ends: "after leaving
// Germany, Macron will travel".
func endsClause(s *text.Sentence, i text.Index) bool {
	v := s.Tokens[i].Head
	return s.Tokens[i].Rel == text.Obj && v != text.None && v < i && s.Tokens[v].XPOS == text.VBG
}

// beforeAux goes back from a verb over its auxiliaries: "will soon meet".
func beforeAux(s *text.Sentence, v text.Index) text.Index {
	for v > 0 && (s.Tokens[v-1].UPOS == text.AUX || s.Tokens[v-1].UPOS == text.ADV || s.Tokens[v-1].UPOS == text.PART) {
		v--
	}
	return v
}

// addBehindPlace adds the name behind the place that opens the sentence, where the tree takes it
// for another name of the place: "In Damascus, Lakhdar Brahimi, the envoy, met with Assad".
func (d *draft) addBehindPlace(t *telling) {
	s := &d.r.Sentences[t.sentence]
	if t.noun || hasRole(t.parties, 'a') || !finiteVerb(&s.Tokens[t.trigger]) || s.Child(t.trigger, text.Nsubj, text.NsubjPass) != text.None {
		return
	}
	for _, c := range s.Children(t.trigger, text.Obl) {
		if c > t.trigger {
			return
		}
		m := d.r.MentionAt(t.sentence, c)
		if m < 0 || d.r.Mentions[m].Class != text.Place && d.r.Mentions[m].Class != text.State {
			continue
		}
		for _, a := range s.Children(c, text.Appos) {
			if k := d.r.MentionAt(t.sentence, a); k >= 0 && d.r.Mentions[k].Class == text.Person && d.r.Mentions[k].Form == text.Name && a < t.trigger {
				d.addNominal(t, a, 'a', t.host)
				return
			}
		}
	}
}

// prepositionBefore tells "in Mexico", "after the talks in Mexico".
func prepositionBefore(s *text.Sentence, i text.Index) bool {
	return i > 0 && s.Tokens[i-1].UPOS == text.ADP && s.Tokens[i-1].Lemma != "of"
}

// prepositionBehind tells whose or to whom somebody else is: "of the king", "to the king".
func prepositionBehind(s *text.Sentence, i text.Index) bool {
	return s.Tokens[i-1].Lemma == "of" || s.Tokens[i-1].Lemma == "to"
}

// endingAt returns the party mention whose last token stands before end, or -1.
func (d *draft) endingAt(si int, end text.Index) int {
	from, to := d.r.MentionsIn(si)
	for i := from; i < to; i++ {
		m := &d.r.Mentions[i]
		if m.Last == end && m.Entity >= 0 && (m.Class == text.Person || m.Class == text.State || m.Class == text.People) {
			return i
		}
	}
	return -1
}

// beforeTitle goes back over the title before a name.
func (d *draft) beforeTitle(s *text.Sentence, i text.Index) text.Index {
	for i > 0 {
		switch t := &s.Tokens[i-1]; {
		case t.UPOS == text.PROPN, t.UPOS == text.ADJ, t.UPOS == text.ADP && t.Lemma == "of", t.UPOS == text.NOUN, t.UPOS == text.DET:
			i--
		default:
			return i
		}
	}
	return i
}

// addThere adds whose meeting it is that there was or will be, where the words name the
// others alone: the speaker's, or of many their own ("There will be a meeting with the
// leaders of Russia, Ukraine and Germany, Macron said").
func (d *draft) addThere(t *telling) {
	s := &d.r.Sentences[t.sentence]
	tok := &s.Tokens[t.trigger]
	if !t.noun || len(t.parties) == 0 || !allOthers(t.parties) || tok.Rel != text.Nsubj || s.Child(tok.Head, text.Expl) == text.None {
		return
	}
	if t.voice >= 0 && t.kind != readout.Visit && d.statements[t.voice].Speaker.Value().Side != "" {
		d.addVoice(t, 'a', s.Tokens[t.trigger].Span, false)
		d.byStates(t)
	}
	if allOthers(t.parties) && d.sides(t.parties) >= 3 {
		for i := range t.parties {
			t.parties[i].role = 'm'
		}
	}
}

// byStates puts the side of whoever says that there was contact with a country in his
// place: "Putin said there had been no discussion with Ukraine" is Russia's.
func (d *draft) byStates(t *telling) {
	last := len(t.parties) - 1
	for _, p := range t.parties[:last] {
		if p.party.Kind != readout.State {
			return
		}
	}
	if p := &t.parties[last]; p.role == 'a' && p.party.Kind == readout.Person {
		if state, ok := d.delegation(p.party); ok {
			p.entity, p.party = -1, state
		}
	}
}

// addTweeter adds the speaker of words that leave the subject out: "Just spoke with the
// Crown Prince".
func (d *draft) addTweeter(t *telling) {
	tok := &d.r.Sentences[t.sentence].Tokens[t.trigger]
	if t.noun || hasRole(t.parties, 'a') || d.r.Sentences[t.sentence].Child(t.trigger, text.Nsubj) != text.None || tok.Rel != text.Root && tok.Rel != text.Ccomp || tok.XPOS != text.VBD && tok.XPOS != text.VBN {
		return
	}
	if slices.ContainsFunc(d.r.Sentences[t.sentence].Tokens[:t.trigger], func(x text.Token) bool { return finiteVerb(&x) && x.UPOS == text.VERB }) {
		return // "noted that you, I think, travelled to Tokyo": somebody else
	}
	if t.voice >= 0 && d.statements[t.voice].Mode == readout.Direct {
		d.addVoice(t, 'a', tok.Span, false)
	}
}

// addCommanded adds whom somebody sent, where the tree does not make him the object:
// "dispatched CIA Director Pompeo to meet Kim".
func (d *draft) addCommanded(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	tok := &s.Tokens[t.trigger]
	if tok.Head == text.None || tok.Rel != text.Xcomp && tok.Rel != text.Advcl || !infinitive(s, t.trigger) ||
		!commands(s.Tokens[tok.Head].Lemma) || commanded(s, t.trigger) != text.None || clauseBetween(s, tok.Head, t.trigger) {
		return false
	}
	if s.Child(tok.Head, text.OblAgent) != text.None && s.Child(tok.Head, text.NsubjPass) != text.None {
		return false // "was asked by Pompeo to return"
	}
	for i := tok.Head + 1; i < t.trigger && i-tok.Head < 8; i++ {
		if m := d.startingAt(t.sentence, i); m >= 0 {
			before := len(t.parties)
			d.addNominal(t, d.r.Mentions[m].Head, 'a', false)
			return len(t.parties) > before
		}
	}
	return false
}

// nominalWord tells a word that stands inside a noun phrase.
func nominalWord(t *text.Token) bool {
	switch t.UPOS {
	case text.NOUN, text.PROPN, text.ADJ, text.DET, text.NUM:
		return true
	}
	return false
}

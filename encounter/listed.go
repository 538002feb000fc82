package encounter

import (
	"readout"
	"readout/text"
)

// This file reads parties that stand in a row: "with Macron, Merkel and Erdogan". The
// order of words shows the row where the tree hangs its members apart.

// longestTitle bounds the words of an office before a name: "Foreign and Security
// Policy Adviser to the German Chancellor".
const longestTitle = 12

// addRow adds those who stand in one row with the party at token i behind the trigger.
func (d *draft) addRow(t *telling, i text.Index, role byte, host bool) {
	m := d.mentionFor(t.sentence, i)
	if m < 0 || i < t.trigger {
		return
	}
	row := d.row(t.sentence, d.r.Mentions[m].First)
	for _, k := range row[min(1, len(row)):] {
		d.addNominal(t, d.r.Mentions[k].Head, role, host)
	}
}

// addSubjectRow adds those who stand in one row with the subject at token i, where the
// row ends at its verb.
func (d *draft) addSubjectRow(t *telling, i text.Index, host bool) {
	m := d.mentionFor(t.sentence, i)
	if m < 0 {
		return
	}
	s := &d.r.Sentences[t.sentence]
	d.addJoinedBefore(t, m, host)
	row := d.row(t.sentence, d.r.Mentions[m].First)
	end := text.Index(0)
	if len(row) > 1 {
		end = d.r.Mentions[row[len(row)-1]].Last
	}
	r := s.Tokens[i].Rel
	sent := r == text.Obj || r == text.Iobj // "asked the minister and the envoy to meet"
	if end == 0 || end > t.trigger || !finiteVerb(&s.Tokens[end]) && s.Tokens[end].UPOS != text.AUX && !(sent && s.Tokens[end].Lemma == "to") {
		return
	}
	for _, k := range row[1:] {
		d.addNominal(t, d.r.Mentions[k].Head, 'a', host)
	}
}

// addJoinedBefore adds the person before an "and" whom the tree takes for a part of the
// name behind it: "Trump and South Korean President Moon Jae-in agreed".
func (d *draft) addJoinedBefore(t *telling, m int, host bool) {
	s := &d.r.Sentences[t.sentence]
	first := d.beforeTitle(s, d.r.Mentions[m].First)
	if first < 2 || s.Tokens[first-1].Lemma != "and" {
		return
	}
	if k := d.endingAt(t.sentence, first-1); k >= 0 && d.r.Mentions[k].Class == text.Person && s.Dominates(d.r.Mentions[m].Head, d.r.Mentions[k].Head) {
		d.addNominal(t, d.r.Mentions[k].Head, 'a', host)
	}
}

// addIncluded adds who is named of some who are not: "with concerned parties, including
// the Iranian foreign minister", "with several ministers, among them Lavrov".
func (d *draft) addIncluded(t *telling, i text.Index, host bool) {
	if i < t.trigger || hasRole(t.parties, 'b') {
		return
	}
	d.addNamedOf(t, i, text.Index(len(d.r.Sentences[t.sentence].Tokens)), 'b', host)
}

// addIncludedBefore does the same for the subject: "Several leaders, including Macron and Merkel,
// met in Brussels".
func (d *draft) addIncludedBefore(t *telling, i text.Index, host bool) {
	if t.noun {
		return
	}
	d.addNamedOf(t, i, t.trigger, 'a', host)
}

// addNamedOf adds those whom the words behind the description at i, up to a token, name of them.
func (d *draft) addNamedOf(t *telling, i, end text.Index, role byte, host bool) {
	s := &d.r.Sentences[t.sentence]
	for j := i + 1; j+1 < end && j-i <= 7; j++ {
		among := s.Tokens[j].Form == "among" && (s.Tokens[j+1].Form == "them" || s.Tokens[j+1].Form == "others")
		if s.Tokens[j].Form == "including" || s.Tokens[j].Form == "notably" || among {
			if among {
				j++
			}
			for _, k := range d.row(t.sentence, j+1) {
				d.addNominal(t, d.r.Mentions[k].Head, role, host)
			}
			return
		}
	}
}

// row lists the parties that stand in a row from token i on. A row of more than one
// ends with "and": what follows a comma alone may be an apposition, and a subject opens
// the next clause.
func (d *draft) row(si int, i text.Index) []int {
	s := &d.r.Sentences[si]
	var out []int
	joined := 0 // how many stand up to the last "and"
	for and := false; ; {
		m := d.partyFrom(si, i)
		if m < 0 {
			break
		}
		out = append(out, m)
		end := d.r.Mentions[m].Last
		if and && !subject(s, d.r.Mentions[m].Head) {
			joined = len(out)
		}
		next, isAnd := pastComma(s, end)
		if next == end || and && !isAnd {
			break
		}
		i, and = next, isAnd
	}
	return out[:min(len(out), max(joined, 1))]
}

// pastComma returns the token behind a comma, an "and" or both at token i.
func pastComma(s *text.Sentence, i text.Index) (next text.Index, and bool) {
	next = i
	if int(next) < len(s.Tokens) && s.Tokens[next].Form == "," {
		next++
	}
	if int(next) < len(s.Tokens) && (s.Tokens[next].Lemma == "and" || s.Tokens[next].Form == "&") {
		return next + 1, true
	}
	return next, false
}

// subject tells whether token i is the subject of a verb behind it.
func subject(s *text.Sentence, i text.Index) bool {
	t := &s.Tokens[i]
	return (t.Rel == text.Nsubj || t.Rel == text.NsubjPass) && t.Head > i
}

// partyFrom returns the party mention that begins at token i or behind the title that
// does, or -1.
func (d *draft) partyFrom(si int, i text.Index) int {
	s := &d.r.Sentences[si]
	for from := i; int(i) < len(s.Tokens) && i-from <= longestTitle; i++ {
		if m := d.partyAt(si, i); m >= 0 {
			if d.onlyOwns(m) {
				i = d.r.Mentions[m].Last - 1
				continue
			}
			return m
		}
		switch tok := &s.Tokens[i]; tok.UPOS {
		case text.ADJ, text.PROPN, text.NOUN, text.DET, text.NUM:
		default:
			if i == from && tok.Rel == text.NmodPoss || i > from && tok.Form == "," && s.Tokens[i-1].Lemma == "counterpart" {
				continue // "Erdogan, his Iranian counterpart Hassan Rouhani and Aliyev"
			}
			if tok.Lemma != "of" && tok.Lemma != "'s" && tok.Lemma != "’s" && tok.Form != "-" && tok.Lemma != "to" && tok.Lemma != "for" {
				return -1
			}
		}
	}
	return -1
}

// onlyOwns tells somebody who is named only for whose the next in the row is: "Ruiz and the
// American president's adviser Ito".
func (d *draft) onlyOwns(m int) bool {
	x := &d.r.Mentions[m]
	s := &d.r.Sentences[x.Sentence]
	if x.Class != text.Person || int(x.Last) >= len(s.Tokens) || s.Tokens[x.Last].Lemma != "'s" && s.Tokens[x.Last].Lemma != "’s" {
		return false
	}
	for i := x.Last + 1; int(i) < len(s.Tokens) && (nominalWord(&s.Tokens[i]) || s.Tokens[i].Form == "-"); i++ {
		if k := d.partyAt(x.Sentence, i); k >= 0 && d.r.Mentions[k].Class == text.Person {
			return true
		}
	}
	return false // "Ruiz and Ito's talks" are theirs
}

// partyAt returns the widest mention that begins at token i and may take part, or -1. A
// country in front of somebody who acts for it only says whose he is.
func (d *draft) partyAt(si int, i text.Index) int {
	s := &d.r.Sentences[si]
	from, to := d.r.MentionsIn(si)
	best := -1
	for k := from; k < to; k++ {
		m := &d.r.Mentions[k]
		if m.First != i || m.Entity < 0 || m.Form == text.Pronoun && s.Tokens[i].Rel == text.NmodPoss || best >= 0 && m.Last <= d.r.Mentions[best].Last {
			continue
		}
		switch m.Class {
		case text.Person, text.People, text.Group:
			best = k
		case text.State, text.Body:
			if d.standsAlone(si, m.Last) {
				best = k
			}
		}
	}
	return best
}

// standsAlone tells whether no further noun follows at token i: "France", not "France's
// president".
func (d *draft) standsAlone(si int, i text.Index) bool {
	s := &d.r.Sentences[si]
	if int(i) >= len(s.Tokens) {
		return true
	}
	switch tok := &s.Tokens[i]; tok.UPOS {
	case text.PROPN, text.NOUN, text.ADJ:
		return d.isTime(si, i)
	default:
		return tok.Lemma != "'s" && tok.Lemma != "’s" && tok.Form != "-"
	}
}

// addOnlooker adds who does what the sentence tells, where the occasion stands beside
// it with the other side alone: "The price fell, he said after a call with King Salman".
func (d *draft) addOnlooker(t *telling) {
	if !t.noun || hasRole(t.parties, 'a') || hasRole(t.parties, 'm') || len(t.parties) == 0 || !t.aside {
		return
	}
	if s := &d.r.Sentences[t.sentence]; s.Tokens[t.trigger].Rel != text.Obl && !besides(caseOf(s, t.trigger)) {
		return // "his denials of meetings with them"
	}
	if s := &d.r.Sentences[t.sentence]; hearsOf(s, t.trigger) || progressIn(s, t.trigger) {
		return
	}
	for _, c := range onlookers(&d.r.Sentences[t.sentence], t.trigger) {
		if t.kind == readout.Visit && c < t.trigger && d.ofNoSide(t, c) {
			t.taken = true
			return // "Issachar was arrested as she returned from a trip to India": it is her own
		}
		m := d.mentionFor(t.sentence, c)
		if m < 0 || d.r.Mentions[m].Class != text.Person || d.ofSide(t, d.r.Mentions[m].Entity) {
			continue
		}
		before := len(t.parties)
		d.addParty(t, c, 'a', false)
		if len(t.parties) > before {
			return
		}
	}
}

// ofNoSide tells whether token i is somebody who acts for no side that is known, and so travels
// for himself.
func (d *draft) ofNoSide(t *telling, i text.Index) bool {
	tok := &d.r.Sentences[t.sentence].Tokens[i]
	m := d.mentionFor(t.sentence, i)
	if m < 0 || d.r.Mentions[m].Entity < 0 {
		return tok.UPOS == text.NOUN && privateCalling(tok.Lemma) || tok.Lemma == "he" || tok.Lemma == "she"
	}
	return d.r.Mentions[m].Class == text.Person && d.r.Entities[d.r.Mentions[m].Entity].Party.Side == ""
}

// onlookers lists the subjects before token i, the nearest first, then those behind it.
func onlookers(s *text.Sentence, i text.Index) []text.Index {
	var out []text.Index
	add := func(j text.Index) {
		if r := s.Tokens[j].Rel; r == text.Nsubj || r == text.NsubjPass {
			out = append(out, relativised(s, s.Tokens[j].Head, j))
		}
	}
	for j := i - 1; j >= 0; j-- {
		add(j)
	}
	for j := i + 1; int(j) < len(s.Tokens); j++ {
		add(j)
	}
	return out
}

// ofSide tells whether the entity acts for a side that the telling has already, or for
// none that is known.
func (d *draft) ofSide(t *telling, e int) bool {
	p := d.r.Entities[e].Party
	if p.Side == "" {
		return true
	}
	for _, q := range t.parties {
		if side(q.party) == p.Side {
			return true
		}
	}
	return false
}

// actsUnknown tells whether token i is somebody who acts and is no party: whoever stands
// further out then does not act in his stead.
func (d *draft) actsUnknown(t *telling, i text.Index) bool {
	m := d.mentionFor(t.sentence, i)
	if m < 0 || d.r.Mentions[m].Form == text.Pronoun || d.r.Mentions[m].Entity < 0 {
		return false
	}
	c := d.r.Mentions[m].Class
	of := d.r.Sentences[t.sentence].Child(i, text.Acl) != text.None // "powers seeking to contain it through talks"
	return (c == text.People || c == text.Body || c == text.State && of) && d.r.Entities[d.r.Mentions[m].Entity].Party.Side == ""
}

// someOf tells a few people of whom nobody is named: "a trio of officials planning a call with him".
func someOf(s *text.Sentence, i, trigger text.Index) bool {
	switch s.Tokens[i].Lemma {
	case "trio", "handful", "couple", "quartet", "cadre":
	default:
		return false
	}
	return i < trigger
}

// hostOf tells whether token i names the country of one of the others: who meets them is
// somebody else.
func (d *draft) hostOf(t *telling, i text.Index) bool {
	m := d.r.MentionAt(t.sentence, i)
	if m < 0 || d.r.Mentions[m].Entity < 0 || d.r.Mentions[m].Class != text.State {
		return false
	}
	home := d.r.Entities[d.r.Mentions[m].Entity].Party
	for _, p := range t.parties {
		if p.role == 'b' && p.party.Kind == readout.Person && p.party.Side == home.Side {
			return true
		}
	}
	return false
}

// hearsOf tells talks that somebody only knows or speaks of: "did not know about the talks
// with Russia". He need not sit at them.
func hearsOf(s *text.Sentence, i text.Index) bool {
	h := s.Tokens[i].Head
	switch c := caseOf(s, i); {
	case h == text.None || c != "of" && c != "about" && c != "on":
		return false
	}
	switch s.Tokens[h].Lemma {
	case "know", "learn", "hear", "aware", "unaware", "ask", "inform", "comment", "warn", "complain", "joke", "tweet", "approve", "read",
		"allege", "claim", "testify", "write", "report":
		return true
	}
	return false
}

package coref

import (
	"slices"

	"readout/text"
)

// contactReach is within how many sentences a plural takes up the contact told last.
const contactReach = 3

// contactBefore returns those between whom the contact told last before mention i was, and
// its sentence; nil where none was just told, or another state came into play since.
func (r *resolver) contactBefore(i int) ([]int, int) {
	for s := r.m[i].Sentence - 1; s >= 0 && r.m[i].Sentence-s <= contactReach; s-- {
		if out := r.contactIn(s); out != nil {
			return out, s
		}
		if r.actsElse(s) {
			return nil, 0
		}
	}
	return nil, 0
}

// takenUp tells whether a plural since the contact told last, before mention i, means all of
// its parties: "they agreed to stay in touch. The parties also discussed".
func (r *resolver) takenUp(i int, told []int) bool {
	for k := i - 1; k >= 0 && r.m[i].Sentence-r.m[k].Sentence <= contactReach; k-- {
		e := r.m[k].Entity
		if e < 0 || len(r.ents[e].Members) != len(told) {
			continue
		}
		return !slices.ContainsFunc(told, func(x int) bool { return !has(r.ents[e].Members, x) })
	}
	return false
}

// actsElse tells a sentence in which a state does something, or something is there with one:
// "China has its own plans".
func (r *resolver) actsElse(s int) bool {
	toks := r.sents[s].Tokens
	for k := r.start[s]; k < r.start[s+1]; k++ {
		c := &r.m[k]
		if c.Class != text.State || c.Form != text.Name {
			continue
		}
		if p := prep(toks, c.Head); toks[c.Head].Rel == text.Nsubj || p == "with" || p == "between" {
			return true
		}
	}
	return false
}

// contactIn returns those between whom a sentence tells of contact: its subject, and with
// whom it was. Of several contacts told at once it returns nil.
func (r *resolver) contactIn(s int) []int {
	toks := r.sents[s].Tokens
	for k := r.start[s]; k < r.start[s+1]; k++ {
		c := &r.m[k]
		if c.Entity < 0 || r.ents[c.Entity].Class != text.Person {
			continue
		}
		h := titleOf(toks, c.Head)
		v := inContact(toks, h)
		if v < 0 {
			continue
		}
		if toks[v].XPOS == text.NNS && toks[v].Lemma != "talk" {
			return nil // "telephone conversations with A, B and C": each by himself
		}
		for steps := 0; toks[v].UPOS == text.NOUN && toks[v].Head >= 0 && steps < 3; steps++ {
			v = toks[v].Head
		}
		a := r.subjectOf(s, v)
		if a < 0 || r.m[a].Entity < 0 || r.ents[r.m[a].Entity].Class != text.Person || r.m[a].Entity == c.Entity {
			continue
		}
		out := []int{r.m[a].Entity}
		for j := r.start[s]; j < r.start[s+1]; j++ {
			x := &r.m[j]
			if x.Entity < 0 || r.ents[x.Entity].Class != text.Person || has(out, x.Entity) {
				continue
			}
			t := titleOf(toks, x.Head)
			if up := toks[t].Head; t == h || toks[t].Rel == text.Conj && (up == h || up == titleOf(toks, r.m[a].Head)) {
				out = append(out, x.Entity)
			}
		}
		return out
	}
	return nil
}

// titleOf returns the title that a name hangs on, where it does: "President of Japan Shinzo Abe".
func titleOf(toks []text.Token, h text.Index) text.Index {
	for steps := 0; steps < 4; steps++ {
		up := toks[h].Head
		if up < 0 || up > h || toks[h].Rel != text.Nmod && toks[h].Rel != text.Appos && toks[h].Rel != text.Flat || prep(toks, h) != "" {
			break
		}
		h = up
	}
	return h
}

// inContact returns the word of contact that has the nominal headed by h as the other side,
// or text.None: "met h", "spoke to h", "talks with h".
func inContact(toks []text.Token, h text.Index) text.Index {
	v := toks[h].Head
	if v < 0 || int(v) >= len(toks) {
		return text.None
	}
	if up := toks[v].Head; up >= 0 && toks[v].Rel == text.Obj && spanOfTime(toks[v].Lemma) && prep(toks, h) == "with" {
		v = up // "met this month with Moon", which the tree hangs on the month
	}
	switch toks[h].Rel {
	case text.Obj:
		switch toks[v].Lemma {
		case "meet", "phone", "telephone", "host", "receive", "welcome":
			return v
		}
	case text.Obl, text.Nmod:
		p := prep(toks, h)
		switch toks[v].Lemma {
		case "speak", "talk":
			if p == "with" || p == "to" {
				return v
			}
		case "meet", "confer", "meeting", "call", "conversation", "discussion", "negotiation", "summit", "dinner", "lunch", "hold", "have":
			if p == "with" {
				return v
			}
		}
	}
	return text.None
}

// spanOfTime tells the nouns by which a text says when.
func spanOfTime(lemma string) bool {
	switch lemma {
	case "day", "week", "weekend", "month", "year", "morning", "afternoon", "evening":
		return true
	}
	return false
}

// onlyTopic tells a state or nationality that a sentence names beside what it talks about: in
// a list of several ("Chile, Bolivia and Peru"), or to tell a thing from others of its kind
// ("the Ukrainian border"). Whoever is told of so need be no side of anything.
func (r *resolver) onlyTopic(c *text.Mention) bool {
	if c.Form != text.Name || c.Class != text.State && c.Class != text.Nationality && c.Class != text.Body {
		return false
	}
	toks := r.sents[c.Sentence].Tokens
	switch toks[c.Head].Rel {
	case text.Amod, text.Compound, text.NmodPoss:
		h := toks[c.Head].Head
		for k := c.Last; k < h; k++ {
			if ofSides(toks[k].Lemma) {
				return false // "on the China trade front"
			}
		}
		return h > c.Head && toks[h].UPOS == text.NOUN && !ofSides(toks[h].Lemma) && r.headed(c.Sentence, h) < 0
	}
	return r.rowOf(c) > 2 || isMatter(toks, c.Head)
}

// isMatter tells a state that the words before it make what others speak of: "resolutions on Iraq",
// "stability in Syria".
func isMatter(toks []text.Token, h text.Index) bool {
	up := toks[h].Head
	if toks[h].Rel != text.Nmod || up < 0 || ofSides(toks[up].Lemma) {
		return false
	}
	switch prep(toks, h) {
	case "in", "around":
		return toks[up].UPOS == text.NOUN
	case "on", "about", "over", "regarding", "concerning":
		switch toks[up].Lemma {
		case "resolution", "issue", "situation", "position", "policy", "report", "question", "crisis", "view", "opinion", "consensus":
			return true
		}
	case "against":
		return toks[up].Lemma == "force"
	}
	return false
}

// ofSides tells nouns that states are the two sides of.
func ofSides(lemma string) bool {
	switch lemma {
	case "talk", "meeting", "summit", "negotiation", "relation", "relationship", "tie", "dialogue", "deal", "agreement", "dispute", "conflict", "war",
		"tension", "trade", "side", "party", "call", "conversation", "consultation", "cooperation", "partnership", "alliance", "import", "export", "good", "goods", "product", "tariff":
		return true
	}
	return false
}

// rowOf counts the states of the row in which a state stands.
func (r *resolver) rowOf(c *text.Mention) int {
	toks := r.sents[c.Sentence].Tokens
	head := c.Head
	if toks[head].Rel == text.Conj && toks[head].Head >= 0 {
		head = toks[head].Head
	}
	n := 0
	for k := r.start[c.Sentence]; k < r.start[c.Sentence+1]; k++ {
		x := &r.m[k]
		if x.Form == text.Name && (x.Class == text.State || x.Class == text.Body) && (x.Head == head || toks[x.Head].Rel == text.Conj && toks[x.Head].Head == head) {
			n++
		}
	}
	return n
}

// someOfRow tells whether persons are only the last of those whom one of the sentences just
// before lists: of "A, B, C and D", "the leaders" are not C and D.
func (r *resolver) someOfRow(i int, some []int) bool {
	for s := r.m[i].Sentence; s >= 0 && r.m[i].Sentence-s <= contactReach; s-- {
		toks := r.sents[s].Tokens
		row, in := 0, 0
		for k := r.start[s]; k < r.start[s+1] && k < i; k++ {
			x := &r.m[k]
			if x.Form != text.Name || x.Entity < 0 || r.ents[x.Entity].Class != text.Person || toks[x.Head].Rel != text.Conj {
				continue
			}
			if row++; has(some, x.Entity) {
				in++
			}
		}
		if in > 0 {
			return row > len(some) // with the one that they are joined to
		}
	}
	return false
}

// hereTwo returns the only two persons whom a sentence names before mention i, of different
// sides, where neither of them only says it: "A had urged restraint to B when the two spoke".
// Who only owns something in it is none of them ("an ally of C's"); who says what he would
// himself do is ("A said she would warn B when the two met").
func (r *resolver) hereTwo(i int) []int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	var out []int
	top := clauseOf(toks, m.Head)
	if toks[top].Rel == text.Advcl && toks[top].Head >= 0 {
		top = clauseOf(toks, toks[top].Head) // what was done when they met
	} else {
		top = text.None
	}
	for k := r.start[m.Sentence]; k < i; k++ {
		c := &r.m[k]
		if c.Entity < 0 || c.Form == text.Pronoun || r.ents[c.Entity].Class != text.Person || within(c, m) || owns(toks, c) || top >= 0 && !under(toks, top, c.Head) {
			continue
		}
		if up := toks[c.Head].Head; c.Form != text.Name || toks[c.Head].Rel == text.Nsubj && up >= 0 && says(toks[up].Lemma) && !r.goesOnAs(k, i) {
			return nil
		}
		if !has(out, c.Entity) {
			out = append(out, c.Entity)
		}
	}
	if len(out) != 2 || r.clash(out[:1], out[1]) || slices.ContainsFunc(out, func(e int) bool { return r.ents[e].Party.Side == "" }) {
		return nil
	}
	return out
}

// owns tells a name of whom the words beside it only tell as an owner: "Obama's plan", "an ally
// of Assad's".
func owns(toks []text.Token, c *text.Mention) bool {
	return toks[c.Head].Rel == text.NmodPoss || int(c.Last) < len(toks) && toks[c.Last].XPOS == text.POS
}

// goesOnAs tells whether a pronoun between mentions k and i means whom k names, as the subject.
func (r *resolver) goesOnAs(k, i int) bool {
	toks := r.sents[r.m[k].Sentence].Tokens
	for j := k + 1; j < i; j++ {
		if x := &r.m[j]; x.Form == text.Pronoun && x.Entity == r.m[k].Entity && toks[x.Head].Rel == text.Nsubj {
			return true
		}
	}
	return false
}

// mediated tells sides that a third one urges or brings together: "urged both sides to talk",
// "to broker a deal between the two sides". It is none of them.
func (r *resolver) mediated(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	h := m.Head
	for steps := 0; steps < 4; steps++ {
		rel := toks[h].Rel
		if h = toks[h].Head; h < 0 || int(h) >= len(toks) {
			return false
		}
		switch toks[h].Lemma {
		case "broker", "mediate", "mediator", "mediation":
			return true
		case "urge", "press", "push", "encourage", "call":
			return steps == 0 && (rel == text.Obj || rel == text.Iobj || rel == text.Obl && prep(toks, m.Head) == "on")
		}
		if toks[h].UPOS != text.NOUN {
			return false
		}
	}
	return false
}

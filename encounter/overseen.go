package encounter

import (
	"readout"
	"readout/text"
)

// This file finds those who only have others talk for them, or who only bear what somebody
// asks of another: they are not in contact themselves.

// addOverseer adds the side of who only sees to it that others talk: "oversaw the negotiations
// with Iran", "had overseen the negotiators in talks with Israel". It returns false where nobody
// does. Who breaks off the talks of others with a group has as little part in them.
func (d *draft) addOverseer(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	v := overseen(s, t)
	if v == text.None {
		return false
	}
	t.taken = true
	for _, sub := range d.words.understoodSubjects(s, v) {
		m := d.mentionFor(t.sentence, sub)
		if m < 0 {
			continue
		}
		x := &d.r.Mentions[m]
		if x.Class != text.Person {
			return false
		}
		if p, ok := d.partyOf(&d.r.Entities[x.Entity]); ok {
			if side, ok := d.delegation(p); ok {
				t.add(partyAt{unlisted - int(x.First), side, x.Span, readout.Resolved, 'a', false})
			}
		}
		return true
	}
	return true
}

// overseen returns the verb by which somebody only has others hold the talks that t tells of, or
// None. Who initiates a call makes it, who initiates negotiations need not sit at them.
func overseen(s *text.Sentence, t *telling) text.Index {
	v := s.Tokens[t.trigger].Head
	if !t.noun || v == text.None || s.Tokens[v].UPOS != text.VERB {
		return text.None
	}
	switch rel, long := s.Tokens[t.trigger].Rel, negotiated(s.Tokens[t.trigger].Lemma); s.Tokens[v].Lemma {
	case "oversee", "supervise":
		if rel == text.Obj || rel == text.Obl && caseOf(s, t.trigger) == "in" {
			return v
		}
	case "initiate", "orchestrate":
		if rel == text.Obj && long {
			return v
		}
	case "break", "cut":
		if rel == text.Obj && long && particle(s, v, "off") && !anyPerson(t.parties) {
			return v // he need not sit at talks with a state or a group to end them
		}
	case "suspend", "halt", "pause", "freeze":
		if rel == text.Obj && long && !anyPerson(t.parties) {
			return v
		}
	}
	return text.None
}

// negotiated tells talks that go on for long, between those whom two sides send.
func negotiated(lemma string) bool {
	return lemma == "talk" || lemma == "negotiation" || lemma == "dialogue"
}

// addInstructed adds on whose behalf somebody only bears or confirms an invitation: "on Putin's
// instructions, Ivanov confirmed the invitation to Koizumi", "Putin asked him to convey an
// invitation to Mubarak". It returns false where nobody does.
func (d *draft) addInstructed(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if !t.noun || s.Tokens[t.trigger].Lemma != "invitation" || s.Tokens[t.trigger].Head == text.None {
		return false
	}
	v := s.Tokens[t.trigger].Head
	if commanded(s, v) != text.None && s.Child(t.trigger, text.NmodPoss) == text.None {
		for _, sub := range d.words.understoodSubjects(s, s.Tokens[v].Head) {
			d.addParty(t, sub, 'a', t.host)
			return true
		}
	}
	for _, c := range s.Children(v, text.Obl) {
		switch s.Tokens[c].Lemma {
		case "instruction", "behalf", "order", "request":
		default:
			continue
		}
		before := len(t.parties)
		for _, of := range s.Children(c, text.NmodPoss, text.Nmod) {
			d.addParty(t, of, 'a', t.host)
		}
		if len(t.parties) > before {
			return true
		}
	}
	return false
}

// invitee returns who is invited by the words on which an infinitive hangs, or None: "asked the
// minister to convey his invitation to the King to visit Russia".
func invitee(s *text.Sentence, v text.Index) text.Index {
	if !infinitive(s, v) {
		return text.None
	}
	h := s.Tokens[v].Head
	if h == text.None {
		return text.None
	}
	o := h
	if s.Tokens[h].UPOS == text.VERB {
		o = s.Child(h, text.Obj)
	}
	if o == text.None || o > v || s.Tokens[o].Lemma != "invitation" && s.Tokens[o].Lemma != "invite" {
		return text.None
	}
	for _, c := range append(s.Children(o, text.Nmod), s.Children(h, text.Obl)...) {
		if c > o && c < v && caseOf(s, c) == "to" {
			return c
		}
	}
	return text.None
}

// addBidden adds whom another asked or ordered to do it, in the passive: "Ito, who was asked by Ruiz
// to return to Kyiv". It returns false where nobody was; Ito returns, whoever he is.
func (d *draft) addBidden(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	v := t.trigger
	if t.noun {
		v = s.Tokens[v].Head
	}
	if v == text.None || s.Tokens[v].Rel != text.Xcomp || !infinitive(s, v) {
		return false
	}
	h := s.Tokens[v].Head
	who := s.Child(h, text.NsubjPass)
	if who == text.None || !commands(s.Tokens[h].Lemma) || s.Child(h, text.OblAgent) == text.None {
		return false
	}
	d.addParty(t, relativised(s, h, who), 'a', t.host)
	return true
}

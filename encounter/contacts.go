package encounter

import (
	"readout"
	"readout/text"
)

// Contact is what one word tells of contact, whoever they are who have it: a minister
// and his president as well as two states.
type Contact struct {
	Rule   string // the first that found it
	Status readout.Status
	Aside  bool           // only the occasion on which the sentence's own event took place
	Who    []readout.Span // what stands for those in contact, and for the place they meet at
}

// Contacts returns what the sentences tell of contact before anybody is asked whether he
// acts for a side: what Find looks at, without what makes an encounter of it. It is there
// to measure the rules on texts that mark the actors themselves.
func (f *Finder) Contacts(r *text.Reading) []Contact {
	d := &draft{Finder: f, r: r}
	var out []Contact
	for si := range r.Sentences {
		for _, m := range d.match(si) {
			if c, ok := d.contact(si, m); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// contact reads one trigger. What only joins an occasion told elsewhere tells of none, nor
// does who went somewhere unnamed or only is at a place.
func (d *draft) contact(si int, m matched) (Contact, bool) {
	s := &d.r.Sentences[si]
	t := telling{sentence: si, trigger: m.trigger, voice: -1, joins: true, bare: true}
	for _, x := range m.matches {
		t.absorb(x)
	}
	if t.joins || d.callsSo(si, m.trigger) || t.kind == readout.Visit && (t.bare || t.stays) {
		return Contact{}, false
	}
	c := Contact{Rule: t.rules[0], Aside: t.noun && onlyScene(s, m.trigger)}
	v := d.words.status(s, m.trigger)
	for _, x := range m.matches {
		if says := x.Rule.Value("status"); says != "" {
			d.words.apply(&v, says, m.trigger)
		}
	}
	c.Status = v.status
	for _, i := range d.inContact(s, m) {
		c.Who = append(c.Who, d.standsFor(si, i)...)
	}
	return c, true
}

// onlyScene tells an occasion in the course of which something else was done: "agreed
// during a round of talks".
func onlyScene(s *text.Sentence, i text.Index) bool {
	for steps := 0; caseOf(s, i) == "of" && s.Tokens[i].Rel == text.Nmod && steps < 3; steps++ {
		i = s.Tokens[i].Head
	}
	return (s.Tokens[i].Rel == text.Obl || s.Tokens[i].Rel == text.Nmod) && setsScene(caseOf(s, i))
}

// setsScene tells a preposition by which an occasion is only the scene of something else:
// "signed at talks", "agreed in a meeting".
func setsScene(c string) bool {
	switch c {
	case "at", "in", "during", "despite", "on", "amid":
		return true
	}
	return besides(c)
}

// inContact lists the words that those in contact are told by: the roles of the rules, the
// understood subjects, and whom and where the words around the trigger name.
func (d *draft) inContact(s *text.Sentence, m matched) []text.Index {
	var out []text.Index
	add := func(i text.Index) { out = append(out, conjuncts(s, i)...) }
	for _, x := range m.matches {
		for _, role := range x.Roles {
			for _, i := range role.Tokens {
				add(i)
			}
		}
	}
	for _, i := range d.words.understoodSubjects(s, m.trigger) {
		add(i)
	}
	around := s.Children(m.trigger, text.Nmod, text.Obl, text.Obj)
	if h := s.Tokens[m.trigger].Head; h != text.None && s.Tokens[m.trigger].UPOS == text.NOUN && s.Tokens[h].UPOS == text.VERB {
		around = append(around, s.Children(h, text.Obl)...)
	}
	for _, i := range around {
		switch caseOf(s, i) {
		case "with", "between", "to", "of", "in", "at", "":
			add(i)
		}
	}
	return out
}

// standsFor returns where the words at token i, and a name that they take up, stand.
func (d *draft) standsFor(si int, i text.Index) []readout.Span {
	s := &d.r.Sentences[si]
	out := []readout.Span{s.Tokens[i].Span}
	k := d.r.MentionAt(si, i)
	if k < 0 {
		return out
	}
	if m := &d.r.Mentions[k]; m.Class == text.People && private(m.In(d.r.Document.Text)) {
		return nil // troops and refugees go somewhere, and confer with nobody
	}
	out = append(out, d.r.Mentions[k].Span)
	if s.Tokens[i].UPOS != text.PRON {
		return out
	}
	for j := range d.r.Mentions {
		if m := &d.r.Mentions[j]; m.Entity >= 0 && m.Entity == d.r.Mentions[k].Entity {
			out = append(out, m.Span)
		}
	}
	return out
}

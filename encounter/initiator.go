package encounter

import (
	"readout"
	"readout/text"
)

// This file reads who asked for an occasion: who placed the call, at whose request or
// initiative the two came together.

// readInitiator takes the one who acted: the caller of a telephone call, whose request
// it was, who asked for a meeting.
func (d *draft) readInitiator(t *telling) {
	s := &d.r.Sentences[t.sentence]
	for _, i := range d.askers(s, t) {
		if p, ok := d.partyNamed(t, i); ok {
			t.asker, t.asked = p, true
			return
		}
	}
	if t.places && t.verdict.status == readout.Held {
		t.asker, t.asked = theOne(t.parties, 'a')
	}
}

// theOne is the one party with a role; ok is false where several have it or none.
func theOne(ps []partyAt, role byte) (one partyAt, ok bool) {
	for _, p := range ps {
		if p.role != role {
			continue
		}
		if ok {
			return one, false
		}
		one, ok = p, true
	}
	return one, ok
}

// askers lists the nominals that the words around an occasion name as who asked for it.
func (d *draft) askers(s *text.Sentence, t *telling) []text.Index {
	out := d.atRequest(s, t)
	if t.seeks {
		return append(out, seekers(s, t.trigger)...)
	}
	if !t.noun {
		return out
	}
	if s.Tokens[t.trigger].Lemma == "call" { // "received a call from Biden"
		for _, c := range d.complements(t, s, t.trigger) {
			if caseOf(s, c) == "from" {
				out = append(out, c)
			}
		}
	}
	return append(out, askedFor(s, t.trigger)...)
}

// seekers are who asks for an occasion by verb v: its agents, or its subject.
func seekers(s *text.Sentence, v text.Index) []text.Index {
	if negated(s, v) != text.None {
		return nil
	}
	switch s.Tokens[v].Lemma {
	case "come", "take", "occur", "happen", "make", "hold", "arrange", "organize", "organise":
		return nil // at whose request, other words say
	}
	if s.Child(v, text.NsubjPass) != text.None {
		return agents(s, v)
	}
	return s.Children(v, text.Nsubj)
}

// atRequest finds "at the request of Kyiv", "at Berlin's initiative".
func (d *draft) atRequest(s *text.Sentence, t *telling) []text.Index {
	var out []text.Index
	for i := range s.Tokens {
		k := text.Index(i)
		if !requestNoun(s.Tokens[i].Lemma) || !d.within(t, k) {
			continue
		}
		switch caseOf(s, k) {
		case "at", "on", "upon", "by":
		default:
			continue
		}
		for _, c := range s.Children(k, text.Nmod) {
			if cs := caseOf(s, c); cs == "of" || cs == "from" {
				out = append(out, c)
			}
		}
		out = append(out, s.Children(k, text.NmodPoss)...)
	}
	return out
}

func requestNoun(lemma string) bool {
	switch lemma {
	case "request", "initiative", "behest", "instigation", "insistence", "suggestion", "urging":
		return true
	}
	return false
}

// askedFor finds who did what brings an occasion about: "Kyiv requested the call", "the
// call was initiated by Kyiv", "a meeting requested by Kyiv", "Kyiv asked for a meeting".
func askedFor(s *text.Sentence, noun text.Index) []text.Index {
	var out []text.Index
	for _, v := range s.Children(noun, text.Acl, text.AclRelcl) {
		if asks(s.Tokens[v].Lemma) && s.Tokens[v].XPOS == text.VBN {
			out = append(out, agents(s, v)...)
		}
	}
	t := &s.Tokens[noun]
	if t.Head == text.None || negated(s, t.Head) != text.None {
		return out
	}
	v := t.Head
	switch {
	case asks(s.Tokens[v].Lemma) && t.Rel == text.NsubjPass:
		out = append(out, agents(s, v)...)
	case asks(s.Tokens[v].Lemma) && t.Rel == text.Obj, s.Tokens[v].Lemma == "ask" && t.Rel == text.Obl && caseOf(s, noun) == "for":
		for _, c := range s.Children(v, text.Nsubj) {
			out = append(out, relativised(s, v, c))
		}
	}
	return out
}

// asks tells a verb by which somebody brings talks about.
func asks(lemma string) bool {
	switch lemma {
	case "request", "initiate", "seek", "propose", "instigate", "solicit", "place":
		return true
	}
	return false
}

// agents are by whom the verb says that it is done.
func agents(s *text.Sentence, v text.Index) []text.Index {
	var out []text.Index
	for _, c := range s.Children(v, text.OblAgent, text.Obl) {
		if caseOf(s, c) == "by" {
			out = append(out, c)
		}
	}
	return out
}

// partyNamed is the one party that the nominal at token i stands for. A city that acts is
// its country's government: "at the request of Kyiv".
func (d *draft) partyNamed(t *telling, i text.Index) (partyAt, bool) {
	x := telling{sentence: t.sentence, trigger: t.trigger, voice: t.voice}
	d.addNominal(&x, i, 'a', false)
	if len(x.parties) == 1 {
		return x.parties[0], true
	}
	m := d.r.MentionAt(t.sentence, i)
	if m < 0 || d.r.Mentions[m].Class != text.Place || d.r.Mentions[m].Entity < 0 {
		return partyAt{}, false
	}
	country := d.r.Entities[d.r.Mentions[m].Entity].Place.Country
	p := readout.Party{Kind: readout.State, Name: country, Side: country}
	return partyAt{party: p, at: d.r.Mentions[m].Span, basis: readout.Resolved}, country != ""
}

// initiator is who of those who took part asked for the occasion, in the first telling
// that says so. A state stands for the one who acts for it.
func initiator(ts []telling, ps []readout.Cited[readout.Party]) readout.Cited[string] {
	for _, t := range ordered(ts) {
		if !t.asked {
			continue
		}
		if name, basis, ok := amongThem(t.asker, ps); ok {
			return readout.Cite(name, "encounter:initiator", basis, t.asker.at)
		}
	}
	return readout.Cited[string]{}
}

func amongThem(asker partyAt, ps []readout.Cited[readout.Party]) (name string, basis readout.Basis, ok bool) {
	for _, c := range ps {
		if c.Value().Name == asker.party.Name {
			return asker.party.Name, asker.basis, true
		}
	}
	for _, c := range ps {
		if p := c.Value(); p.Side != "" && p.Side == side(asker.party) {
			if ok {
				return "", 0, false // of two who act for it, which?
			}
			name, basis, ok = p.Name, readout.Resolved, true
		}
	}
	return name, basis, ok
}

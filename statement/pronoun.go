package statement

import (
	"readout"
	"readout/text"
)

// quotedSelf is the speaker before, where the speaker is a pronoun that was taken
// for somebody of whom only the words spoken tell.
func (w *walk) quotedSelf(c *claim, last readout.Cited[readout.Party]) readout.Cited[readout.Party] {
	h := c.speaker.head
	m := w.r.MentionAt(w.sentence, h)
	if m < 0 || w.r.Mentions[m].Form != text.Pronoun || w.r.Mentions[m].Entity < 0 {
		return readout.Cited[readout.Party]{}
	}
	for _, i := range w.r.Entities[w.r.Mentions[m].Entity].Mentions {
		if o := &w.r.Mentions[i]; i != m && o.Form != text.Pronoun && !c.Contains(o.Span) {
			return readout.Cited[readout.Party]{}
		}
	}
	if n := min(w.sentenceAt(c.Start), c.sentence) - 1; n >= 0 {
		if p := w.about(n); p.Present() {
			last = p
		}
		w.load(c.speaker.sentence)
	}
	at := w.tree.Tokens[h].Span
	if !last.Present() || !w.fits(h, last.Value()) {
		return readout.Cite(readout.Party{Name: at.In(w.r.Document.Text)}, "unresolved pronoun", readout.Stated, at)
	}
	return readout.Cite(last.Value(), "pronoun after speaker", readout.Resolved, at)
}

// subject is who a sentence is about, for the "he" of the next.
type subject struct {
	party readout.Cited[readout.Party]
	known bool // looked for
	spoke bool // speaks in the sentence
}

// noteSpeaker remembers the speaker of a claim for its sentence; the first one of a
// sentence stays.
func (w *walk) noteSpeaker(c *claim) {
	for _, n := range [2]int{c.sentence, c.last} {
		if x := &w.subjects[n]; !x.spoke {
			*x = subject{c.party, true, true}
		}
	}
}

// continued is who speaks as "he" or "she" where the words before tell it better
// than the nearest name: one who spoke in the sentence before the claim, or whom
// that sentence is about, goes on speaking.
func (w *walk) continued(i int, last readout.Cited[readout.Party]) readout.Cited[readout.Party] {
	t := &w.tree
	c := &w.claims[i]
	h := c.speaker.head
	if v := t.head(h); t.is(h, "him", "her", "them") && v != text.None && in(" quote cite ", t.lemma(v)) && last.Present() {
		return readout.Cite(last.Value(), "speaker goes on", readout.Resolved, t.Tokens[h].Span)
	}
	if !t.is(h, "he", "she", "him", "her", "his") {
		return readout.Cited[readout.Party]{}
	}
	if w.namedBefore(h, c.Span) {
		return w.within(i)
	}
	at := t.Tokens[h].Span
	form := h
	for n, steps := min(w.sentenceAt(c.Start), c.sentence)-1, 0; n >= 0 && steps < 3; n, steps = n-1, steps+1 {
		p := w.about(n)
		if !p.Present() {
			continue
		}
		w.load(c.speaker.sentence)
		if v := p.Value(); v.Kind == readout.Person && nameLike(v.Name) && w.fits(form, v) && !w.otherSex(form, v.Name) {
			return readout.Cite(v, "speaker goes on", readout.Resolved, at)
		}
	}
	return readout.Cited[readout.Party]{}
}

// within is the speaker of the claim whose words hold the pronoun that speaks in c:
// of "Mr Smith said he told them so" Mr Smith. A name between makes it doubtful.
func (w *walk) within(i int) readout.Cited[readout.Party] {
	c := &w.claims[i]
	at := w.tree.Tokens[c.speaker.head].Span
	for i--; i >= 0 && w.claims[i].last >= c.sentence; i-- {
		o := &w.claims[i]
		if o.sentence != c.sentence || !o.party.Present() || o.Start > at.Start || at.Start >= o.End || o.cue.Start > at.Start {
			continue
		}
		from, to := w.r.MentionsIn(w.sentence)
		for k := from; k < to; k++ {
			if m := &w.r.Mentions[k]; m.Form == text.Name && m.Class == text.Person && m.Start > o.cue.End && m.End < at.Start {
				return readout.Cited[readout.Party]{}
			}
		}
		if p := o.party.Value(); p.Kind == readout.Person && !w.otherSex(c.speaker.head, p.Name) {
			return readout.Cite(p, "speaker within speech", readout.Resolved, at)
		}
	}
	return readout.Cited[readout.Party]{}
}

// otherSex tells whether the person of that name is known to be no "he" or no "she".
func (w *walk) otherSex(pronoun text.Index, name string) bool {
	she := w.tree.is(pronoun, "she", "her")
	for i := range w.r.Entities {
		if e := &w.r.Entities[i]; e.Class == text.Person && e.Party.Name == name {
			return she && e.Male || !she && e.Female
		}
	}
	return false
}

// namedBefore tells whether a person is named before h in its sentence, outside what
// was said, as the subject of a clause that is no aside.
func (w *walk) namedBefore(h text.Index, content readout.Span) bool {
	from, to := w.r.MentionsIn(w.sentence)
	for i := from; i < to; i++ {
		m := &w.r.Mentions[i]
		if m.Head >= h || m.Form != text.Name || m.Class != text.Person || w.tree.inside[m.Head] || content.Contains(m.Span) && m.Head > 3 {
			continue
		}
		if r := w.tree.Tokens[m.Head].Rel; r != text.Nsubj && r != text.NsubjPass {
			continue
		}
		if v := w.tree.head(m.Head); v == text.None || w.tree.Tokens[v].Rel != text.AclRelcl && w.tree.Tokens[v].Rel != text.Ccomp {
			return true
		}
	}
	return false
}

// about is who sentence n is about: its speaker, else the person that is its subject.
func (w *walk) about(n int) readout.Cited[readout.Party] {
	x := &w.subjects[n]
	if x.known {
		return x.party
	}
	x.known = true
	s := &w.r.Sentences[n]
	root := s.Root()
	if !s.Section.Speaks() || root == text.None {
		return x.party
	}
	w.load(n)
	if w.tree.inside[root] {
		return x.party
	}
	h := w.tree.subject(root, 0)
	if h == text.None || w.tree.inside[h] {
		return x.party
	}
	if p := w.entity(h, w.tree.Tokens[h].Span); p.Present() && p.Value().Kind == readout.Person {
		x.party = p
	}
	return x.party
}

package encounter

import (
	"slices"

	"readout"
	"readout/text"
)

// The title gives no fact of its own, and tells what a text takes for granted:
// "President Putin spoke by telephone with President Bush", and then "Mr Bush spoke
// about Iraq. Mr Putin said …". This file finds the words of such a text that take
// its title up.

// takenUp is the occasion that the title announces and the text only takes up: its
// parties are named in the text, which speaks of "the talks" or of what one of them
// said there, and of no meeting of theirs in so many words.
func (d *draft) takenUp(ts []telling) []telling {
	d.headlines = d.announced()
	for i := range ts {
		if d.whole(&ts[i]) && slices.ContainsFunc(d.headlines, func(title telling) bool { return sidesCovered(title.parties, ts[i].parties) }) {
			return nil
		}
	}
	var out []telling
	for _, title := range d.headlines {
		si := d.takesUp(&title, ts)
		if si < 0 || !d.nameIn(&title) {
			return nil
		}
		out = append(out, telling{sentence: si, clause: []text.Index{0}, rules: []string{"title-taken-up"}, voice: -1, faint: true, news: title.news,
			kind: title.kind, loose: title.loose, spoken: title.spoken, parties: title.parties, verdict: verdict{status: title.verdict.status}})
	}
	return out
}

// sidesCovered tells whether every party is among the others, or its side where one of
// the two is no person.
func sidesCovered(ps, others []partyAt) bool {
	for _, p := range ps {
		found := false
		for _, q := range others {
			both := p.party.Kind == readout.Person && q.party.Kind == readout.Person
			found = found || p.party.Name == q.party.Name || !both && side(p.party) == side(q.party)
		}
		if !found {
			return false
		}
	}
	return true
}

// announced reads the title as if it were a sentence of the text: one occasion, or one with
// each of several, "Telephone conversations with Ilham Aliyev and Serzh Sargsyan".
func (d *draft) announced() []telling {
	title := *d
	title.statements = nil
	if d.r.Title != nil {
		title.r = d.r.Title
	}
	for si := range title.r.Sentences {
		if title.r.Sentences[si].Section != readout.Headline {
			break // a headline that stands as the text's first line
		}
		for _, m := range title.match(si) {
			t, ok := title.tell(si, m)
			if !ok || t.joins || t.told || t.kind == readout.Visit {
				continue
			}
			d.addPrincipal(&t)
			if title.whole(&t) {
				t.news = title.newsVerb(&t) != text.None || t.noun && title.r.Sentences[si].Tokens[t.trigger].Rel == text.Root
				return title.apiece(t)
			}
		}
	}
	return nil
}

// addPrincipal adds whose meeting it was where a title names only the other side:
// "Meeting with the President of France". It is who the text names first.
func (d *draft) addPrincipal(t *telling) {
	if len(t.parties) == 0 || !t.noun || !allOthers(t.parties) {
		return
	}
	for i := range d.r.Mentions {
		m := &d.r.Mentions[i]
		if m.Class != text.Person || m.Form != text.Name || m.Entity < 0 || isParty(t, m.Entity) {
			continue
		}
		if !d.ofSide(t, m.Entity) { // else both are of one side: "Meeting with the head of Gazprom"
			d.addEntity(t, m.Entity, m, 'a', false, 0)
		}
		return
	}
}

func isParty(t *telling, e int) bool {
	return slices.ContainsFunc(t.parties, func(p partyAt) bool { return p.entity == e })
}

// earlyWords is how many sentences may go by before a text takes its title up, and
// shortText how many a text may have that needs say no more than who said what.
const (
	earlyWords = 6
	shortText  = 25
)

// takesUp returns the first sentence that speaks of the occasion of the title, or -1.
func (d *draft) takesUp(title *telling, ts []telling) int {
	spoken := 0
	for si := range d.r.Sentences {
		if !d.r.Sentences[si].Section.Speaks() {
			continue
		}
		if spoken++; spoken > earlyWords {
			break
		}
		for i := range ts {
			t := &ts[i]
			if t.sentence == si && d.resumes(t, title) {
				return si
			}
		}
		if d.short() && d.quotes(si, title) {
			return si
		}
	}
	return -1
}

// resumes tells whether a telling speaks of the occasion of the title without naming
// both sides: "the talks", "they greeted each other".
func (d *draft) resumes(t, title *telling) bool {
	switch {
	case t.joins:
		return d.short() && coveredBy(t.parties, title.parties)
	case t.noun:
		return t.bare && d.definite(t)
	}
	return family(t) == family(title) && t.verdict.status == title.verdict.status && coveredBy(t.parties, title.parties)
}

func (d *draft) short() bool { return len(d.r.Sentences) <= shortText }

// quotes tells whether the sentence gives words of one of the parties.
func (d *draft) quotes(si int, title *telling) bool {
	for i := range d.statements {
		if st := &d.statements[i]; d.r.Sentences[si].Contains(st.Content) {
			for _, p := range title.parties {
				if p.party.Name == st.Speaker.Value().Name {
					return true
				}
			}
		}
	}
	return false
}

// nameIn finds for each party of the title the words of the text that name it; false
// where there are none for one of them.
func (d *draft) nameIn(t *telling) bool {
	for i := range t.parties {
		p := &t.parties[i]
		found := false
		for k := range d.r.Mentions {
			m := &d.r.Mentions[k]
			if m.Entity == p.entity && m.Form != text.Pronoun && d.r.Sentences[m.Sentence].Section.Speaks() {
				p.at, p.basis, found = m.Span, readout.Resolved, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

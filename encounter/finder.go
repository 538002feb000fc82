// Package encounter finds who met, called or visited whom in a document.
//
// In goes a text.Reading (sentences with trees, mentions, entities, time
// expressions) and the document's statements; out come encounters, each with an
// account for every voice that tells of it. The way: rules over trees (rules/*.rule)
// find the words that tell of an occasion; Go reads off who, when, where and whether
// it happened (one telling); tellings of one occasion are put together; each voice's
// tellings fold into an account, and the accounts into the encounter.
//
// Nothing fails on any reading; Load fails where a rule or table is malformed.
package encounter

import (
	"embed"
	"fmt"
	"slices"

	"readout"
	"readout/confidence"
	"readout/gazetteer"
	"readout/rule"
	"readout/text"
	"readout/timex"
)

//go:embed rules/*.rule
var ruleFiles embed.FS

// Finder holds the compiled rules and word tables. It is immutable and may be
// shared.
type Finder struct {
	rules *rule.Set
	words *words
	scale *confidence.Scale
}

// Load compiles the rules and tables that the package carries.
func Load() (*Finder, error) {
	set, err := rule.Load(ruleFiles, "rules/*.rule")
	if err != nil {
		return nil, fmt.Errorf("encounter: rules: %w", err)
	}
	w, err := loadWords()
	if err != nil {
		return nil, err
	}
	scale, err := confidence.Load()
	if err != nil {
		return nil, err
	}
	return &Finder{set, w, scale}, nil
}

// Rules are the compiled rules, for checking their examples and for explanations.
func (f *Finder) Rules() *rule.Set { return f.rules }

// draft is the work on one document.
type draft struct {
	*Finder
	gaz        *gazetteer.Gazetteer
	times      *timex.Finder
	r          *text.Reading
	statements []readout.Statement
	published  readout.Day
	dated      bool
	earliest   readout.Day  // an undated text was not written before, as far as is known
	heads      []partyAt    // of a transcript, who speaks first of each side
	running    int          // a mention of the gathering that was on when the text was written, or -1
	headlines  []telling    // what the title announces
	known      readout.Span // the words by which an undated text was dated
}

// Find returns the document's encounters in the order in which the text tells them.
// The gazetteer knows the days of named gatherings, which may date a text that has no day
// of its own; times reads its times anew then.
func (f *Finder) Find(r *text.Reading, statements []readout.Statement, gaz *gazetteer.Gazetteer, times *timex.Finder) []readout.Encounter {
	d := &draft{Finder: f, gaz: gaz, times: times, r: r, statements: statements}
	d.published, d.dated = readout.PublishedDay(r.Document.Published)
	d.running = d.findRunning()
	os := d.occasions(d.tellings())
	es := d.encounters(os)
	if !d.dated && d.dateByKnown(os, es) {
		d.running = d.findRunning()
		return d.encounters(d.occasions(d.tellings()))
	}
	return es
}

// speaker is the first statement of the voice that a statement has: all that one speaker
// says through one channel is one voice.
func (d *draft) speaker(statement int) int {
	if statement < 0 {
		return statement
	}
	v := d.statements[statement].Voice()
	for i := range d.statements[:statement] {
		w := d.statements[i].Voice()
		if w.Name() == v.Name() && slices.Equal(w.Via, v.Via) {
			return i
		}
	}
	return statement
}

// tellings reads every sentence that speaks.
func (d *draft) tellings() []telling {
	out := d.roundTable()
	for si := range d.r.Sentences {
		s := &d.r.Sentences[si]
		if !s.Section.Speaks() {
			continue
		}
		first := len(out)
		for _, m := range d.match(si) {
			if t, ok := d.tell(si, m); ok && !((t.margin || d.convenedBy(&t, out[first:])) && anyWhole(d, out[first:])) && !d.metFor(out[first:], &t) && !d.saysOfGuest(out[first:], &t) {
				out = append(out, d.apiece(t)...)
			}
		}
	}
	d.oneSeat(out)
	out = append(d.takenUp(out), out...)
	for i := range out {
		out[i].voice = d.speaker(out[i].voice)
	}
	return out
}

// metFor tells talks of the same parties that are only what they met for: "met in the hope of
// reviving talks".
func (d *draft) metFor(before []telling, t *telling) bool {
	if !t.noun || coarse(t.verdict.status) != 1 || len(t.parties) < 2 {
		return false
	}
	s := &d.r.Sentences[t.sentence]
	switch s.Tokens[t.trigger].Lemma {
	case "talk", "negotiation", "dialogue", "discussion", "diplomacy":
	default:
		return false
	}
	for i := range before {
		o := &before[i]
		if o.joins || o.verdict.status != readout.Held || !coveredBy(t.parties, o.parties) {
			continue
		}
		top := o.trigger
		if o.noun {
			top = governor(s, top)
		}
		if hangsBelow(s, t.trigger, top) {
			return true
		}
	}
	return false
}

// saysOfGuest tells a journey that only says of somebody just told in contact where he was then: "a
// meeting with Ito, who attended the summit in Lima as a guest".
func (d *draft) saysOfGuest(before []telling, t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	if s.Tokens[t.trigger].Rel != text.AclRelcl || s.Tokens[t.trigger].Lemma != "attend" {
		return false
	}
	m := d.mentionFor(t.sentence, s.Tokens[t.trigger].Head)
	return m >= 0 && slices.ContainsFunc(before, func(o telling) bool {
		return slices.ContainsFunc(o.parties, func(p partyAt) bool { return p.role == 'b' && p.entity == d.r.Mentions[m].Entity })
	})
}

// hangsBelow tells whether the way up from a token comes by another without passing from one
// clause to one beside it.
func hangsBelow(s *text.Sentence, i, up text.Index) bool {
	for steps := 0; i != text.None && steps < 8; steps++ {
		if i == up {
			return true
		}
		switch s.Tokens[i].Rel {
		case text.Conj, text.Parataxis, text.Ccomp, text.AclRelcl:
			return false
		}
		i = s.Tokens[i].Head
	}
	return false
}

// convenedBy tells a gathering at which something else is told to have been, with the body
// whose it is: "met Merkel at a summit of the Group of 20", "of the Group's leaders".
func (d *draft) convenedBy(t *telling, before []telling) bool {
	s := &d.r.Sentences[t.sentence]
	if !t.noun || !onlyScene(s, t.trigger) {
		return false
	}
	v := governor(s, t.trigger)
	metThere := slices.ContainsFunc(before, func(o telling) bool { return o.trigger == v || o.noun && governor(s, o.trigger) == v })
	for _, p := range t.parties {
		if p.role == 'm' && p.entity >= 0 && (d.r.Entities[p.entity].Class == text.Body || metThere && d.manyStates(p.party.Name)) {
			return true
		}
	}
	return false
}

// anyWhole tells whether a sentence tells of an occasion in words of its own.
func anyWhole(d *draft, ts []telling) bool {
	for i := range ts {
		if !ts[i].joins && len(ts[i].parties) > 0 {
			return true
		}
	}
	return false
}

// match runs the rules over a sentence and groups what fired by trigger.
func (d *draft) match(si int) []matched {
	s := &d.r.Sentences[si]
	var out []matched
	class := func(i text.Index) text.Class {
		if m := d.r.MentionAt(si, i); m >= 0 {
			return d.r.Mentions[m].Class
		}
		return text.NoClass
	}
	d.rules.Match(s, class, func(m rule.Match) {
		for k := range out {
			if out[k].trigger == m.Trigger {
				out[k].matches = append(out[k].matches, m)
				return
			}
		}
		out = append(out, matched{m.Trigger, []rule.Match{m}})
	})
	return out
}

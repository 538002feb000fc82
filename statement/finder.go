// Package statement finds what a text attributes to somebody: direct, indirect and
// mixed speech with its speaker, its cue and the chain of those who pass it on, and
// the turns of transcripts.
//
// In goes a Reading with tags and trees, and with mentions and entities where they
// are known; out come statements in text order, none twice. Where a tree is missing
// or wrong, what the tokens and quotation marks alone show is used. What can go
// wrong is what goes wrong in reading: a wrong parse gives a content cut too short
// or a speaker too many. Nothing fails and no span leaves the text.
package statement

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"

	"readout"
	"readout/text"
)

// claim is a statement on its way: who speaks is a phrase, not yet a party.
type claim struct {
	stretch
	sentence int // of the cue
	last     int // the last sentence that the content reaches
	verb     text.Index
	cue      readout.Span
	speaker  phrase
	party    readout.Cited[readout.Party]
	stance   readout.Stance
	via      []readout.Cited[string]
	told     bool // the channel was told here and not taken from the statement before
	dropped  bool
}

// walk is one reading on its way through the finder.
type walk struct {
	f        *Finder
	r        *text.Reading
	quotes   []quotation // the outermost ones, in text order
	tree     tree
	sentence int
	claims   []claim
	taken    []bool            // of each quotation, whether a claim has it
	names    map[string]string // surname to full name, where no entity is known
}

// Find returns the statements of the reading, in text order.
func (f *Finder) Find(r *text.Reading) []readout.Statement {
	w := &walk{f: f, r: r, quotes: outermost(r)}
	turns := w.transcript()
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if !s.Section.Speaks() || len(s.Tokens) == 0 || rubric(s) || within(turns, s.Start) {
			continue
		}
		w.sentence = i
		w.tree.build(s)
		w.cues()
		w.according()
	}
	w.tweets()
	w.order()
	w.fold()
	w.extend()
	w.free(turns)
	w.claims = append(w.claims, turns...)
	w.order()
	w.speakers()
	w.channels()
	return w.statements()
}

func within(turns []claim, o readout.Offset) bool {
	if len(turns) == 0 {
		return false
	}
	return o >= turns[0].cue.Start && o < turns[len(turns)-1].End
}

// rubric tells whether a sentence is written in capitals, as headings and links are.
func rubric(s *text.Sentence) bool {
	words, loud := 0, 0
	for i := range s.Tokens {
		if shouted(s.Tokens[i].Form) {
			loud++
		}
		if s.Tokens[i].Span.Len() > 3 {
			words++
		}
	}
	return loud*2 > words
}

// cues finds the claims of the current sentence's verbs.
func (w *walk) cues() {
	t := &w.tree
	for i := range t.Tokens {
		v := text.Index(i)
		if k := &t.Tokens[i]; k.UPOS != text.VERB || w.quoted(t, v) {
			continue
		}
		c, ok := w.f.verbs[t.lemma(v)]
		if !ok || !t.told(v) {
			continue
		}
		s, x := w.tail(v, c)
		if !x.ok() {
			s = t.subject(v, 0)
			if s == text.None && w.spoken(v, c) {
				s, _, _ = w.before(v)
			}
			if !w.canSpeak(t, s, c.takes(weak) || c.frames&clause == 0 || t.Tokens[v].Rel == text.Acl) {
				continue
			}
			x = w.content(v, s, c)
		} else if !w.canSpeak(t, s, false) {
			continue
		}
		if !x.ok() || w.known(x.Span) {
			continue
		}
		w.claims = append(w.claims, claim{
			stretch: x, sentence: w.sentence, last: w.sentence, verb: v, cue: t.Tokens[v].Span,
			speaker: phrase{w.sentence, s}, stance: c.stance, via: w.channel(v, s),
		})
	}
}

// known tells whether a claim of this sentence has the same content already.
func (w *walk) known(s readout.Span) bool {
	for i := len(w.claims) - 1; i >= 0 && w.claims[i].sentence == w.sentence; i-- {
		if w.claims[i].Span == s {
			return true
		}
	}
	return false
}

func (w *walk) order() {
	sort.SliceStable(w.claims, func(i, j int) bool {
		a, b := &w.claims[i], &w.claims[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
}

// statements turns the claims whose speaker is known into statements.
func (w *walk) statements() []readout.Statement {
	out := make([]readout.Statement, 0, len(w.claims))
	for i := range w.claims {
		c := &w.claims[i]
		if c.dropped || !c.party.Present() || c.Start < 0 || int(c.End) > len(w.r.Document.Text) {
			continue
		}
		mode := w.mode(c.Span, c.gap)
		if c.rule == turnRule || c.rule == postRule {
			mode = readout.Direct
		}
		out = append(out, readout.Statement{
			ID: w.id(c.Span), Document: w.r.Document.ID, Speaker: c.party, Mode: mode,
			Content: c.Span, Cue: c.cue, Stance: c.stance, Via: c.via, Rule: c.rule,
		})
	}
	return out
}

// id names a statement by its document and its words' place.
func (w *walk) id(s readout.Span) string {
	h := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d\x00%d", w.r.Document.ID, s.Start, s.End))
	return hex.EncodeToString(h[:8])
}

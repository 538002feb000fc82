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
	"strings"

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
	subjects []subject         // of each sentence, as far as asked for
	taken    []bool            // of each quotation, whether a claim has it
	signer   readout.Party     // who speaks as "I" in a document that the title names as theirs
	at       phrase            // the speaker at hand
	names    map[string]string // surname to full name, where no entity is known
}

// Find returns the statements of the reading, in text order.
func (f *Finder) Find(r *text.Reading) []readout.Statement {
	w := &walk{f: f, r: r, quotes: outermost(r)}
	turns := w.transcript()
	if len(turns) == 0 {
		w.signature()
	}
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if !s.Section.Speaks() || len(s.Tokens) == 0 || rubric(s) || within(turns, s.Start) {
			continue
		}
		w.load(i)
		w.cues()
		w.nouns()
		w.according()
	}
	w.tweets()
	w.order()
	w.fold()
	w.extend()
	w.free(turns)
	w.claims = append(w.claims, turns...)
	w.signed()
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
		c, ok := w.cueAt(v)
		if !ok || w.quoted(t, v) || !t.told(v) || w.citing(v) || w.elaborates(v) {
			continue
		}
		s, x := w.attributed(v, c)
		if !x.ok() || w.known(x.Span) {
			continue
		}
		w.claims = append(w.claims, claim{
			stretch: x, sentence: w.sentence, last: w.sentence, verb: v, cue: t.Tokens[v].Span,
			speaker: phrase{w.sentence, s, w.start(v, s)}, stance: c.stance, via: w.channel(v, s),
		})
	}
}

// start is the first token of the speaker's phrase beside the cue v, as far as the
// order of words shows it.
func (w *walk) start(v, s text.Index) text.Index {
	if h, first, ok := w.before(v); ok && h == s {
		return first
	}
	return s
}

// cueAt is the cue that token v is: a verb of the table, or a word before "that"
// that looks like one and was taken for a noun or an adjective.
func (w *walk) cueAt(v text.Index) (cue, bool) {
	t := &w.tree
	k := &t.Tokens[v]
	if k.UPOS == text.VERB {
		c, ok := w.f.verbs[t.lemma(v)]
		return c, ok
	}
	if k.UPOS != text.NOUN && k.UPOS != text.ADJ || !t.is(v+1, "that") {
		return cue{}, false
	}
	if h, _, ok := w.before(v); !ok || t.Tokens[h].XPOS == text.PRPS || v-1 != h && t.Tokens[v-1].UPOS != text.ADV {
		return cue{}, false
	}
	word := t.lemma(v)
	for _, ending := range []string{"", "ed", "d", "s"} {
		if stem, found := strings.CutSuffix(word, ending); found {
			if c, ok := w.f.verbs[stem]; ok && c.takes(clause) && c.takes(quoting) && !c.takes(weak) {
				return c, true
			}
		}
	}
	return cue{}, false
}

// attributed is who speaks through the verb v, and what.
func (w *walk) attributed(v text.Index, c cue) (text.Index, stretch) {
	t := &w.tree
	if s, x := w.tail(v, c); x.ok() {
		if w.canSpeak(t, s, false) {
			return w.bearer(v, s), x
		}
		return text.None, stretch{}
	}
	if s := w.goesWith(v); s != text.None {
		return s, w.content(v, s, c)
	}
	s := w.speakerOf(v, c)
	if t.Tokens[v].XPOS == text.VBG && v > 1 && (t.comma(v-1) || t.comma(v-2)) && t.kid(v, text.Nsubj) == text.None && !w.canSpeak(t, s, true) {
		if root := t.Root(); root != text.None && root != v { // ", saying" hung on nothing that speaks
			s = t.subject(root, 0)
		}
	}
	if !w.canSpeak(t, s, c.takes(weak|clearly) || c.frames&clause == 0 || t.Tokens[v].Rel == text.Acl) {
		return text.None, stretch{}
	}
	return w.bearer(v, s), w.content(v, s, c)
}

// speakerOf is the subject of the verb v. Where the tree has none, or one that the
// order of words belies, it is the noun phrase right before the verb.
func (w *walk) speakerOf(v text.Index, c cue) text.Index {
	t := &w.tree
	s := t.subject(v, 0)
	near, first, ok := w.before(v)
	if s == text.None {
		if ok && (w.spoken(v, c) || t.Tokens[v].UPOS != text.VERB) {
			return w.owner(near, first)
		}
		if who := w.relative(v); who != text.None {
			return who
		}
		return s
	}
	switch {
	case ok && in(times, t.lemma(s)):
		return near
	case s > v: // "the daily, a state paper, said the talks failed" is not inverted
		if n := s + 1; ok && int(n) < len(t.Tokens) && (t.Tokens[n].UPOS == text.VERB || t.Tokens[n].UPOS == text.AUX) {
			return near
		}
	case t.is(s, "who", "which", "that") || w.relative(v) != text.None:
		if who := w.relative(v); who != text.None {
			return who
		}
	case s > 0 && t.is(s-1, "("):
		return near
	case ok && w.spoken(v, c) && s < first && t.Tokens[near].XPOS != text.PRPS && !t.comma(v-1) && w.canSpeak(t, near, true) && w.opensClause(first, s, near):
		return near
	}
	return s
}

// owner is the noun for a speaker that the phrase from token first on only belongs
// to ("officials briefed on the matter"), or else near.
func (w *walk) owner(near, first text.Index) text.Index {
	t := &w.tree
	if w.canSpeak(t, near, true) || first == 0 || t.Tokens[first-1].UPOS != text.ADP {
		return near
	}
	for i := first - 1; i >= 0 && i > first-8; i-- {
		k := &t.Tokens[i]
		if k.UPOS == text.NOUN && w.f.speakers[t.lemma(i)] {
			return i
		}
		if k.UPOS == text.PUNCT || k.UPOS == text.AUX || k.UPOS == text.VERB && k.XPOS != text.VBN && k.XPOS != text.VBG && k.XPOS != text.VBD {
			break
		}
	}
	return near
}

// goesWith is the speaker of the claim that the participle v adds to ("…, adding
// that"), or None.
func (w *walk) goesWith(v text.Index) text.Index {
	t := &w.tree
	if t.Tokens[v].XPOS != text.VBG || !in(separate, t.lemma(v)) || v < 2 || t.kid(v, text.Nsubj) != text.None {
		return text.None
	}
	first := len(w.claims)
	for first > 0 && w.claims[first-1].sentence == w.sentence {
		first--
	}
	for i := first; i < len(w.claims); i++ {
		if c := &w.claims[i]; c.End >= t.Tokens[v-2].Start || i == len(w.claims)-1 {
			return c.speaker.head
		}
	}
	return text.None
}

// opensClause tells whether the noun phrase from token first on, headed by near, is
// the subject of its own clause and no part of the phrase headed by s.
func (w *walk) opensClause(first, s, near text.Index) bool {
	t := &w.tree
	switch k := &t.Tokens[first-1]; {
	case k.UPOS == text.SCONJ, t.is(first-1, "who", "whom", "which", "after", "before", "since", "until", "as", "while", "when", "because"):
		return true
	case k.UPOS == text.VERB, k.UPOS == text.ADP:
		return false
	}
	if t.Tokens[first-1].UPOS == text.CCONJ {
		return w.hasVerb(s, first) // else both are the subject
	}
	return !t.Dominates(s, near)
}

// relative is the noun right before the "who" that opens the clause of v, or None.
func (w *walk) relative(v text.Index) text.Index {
	t := &w.tree
	i := v - 1
	for i > 0 && (t.Tokens[i].UPOS == text.AUX || t.Tokens[i].UPOS == text.ADV) {
		i--
	}
	if i < 1 || !t.is(i, "who") {
		return text.None
	}
	if t.comma(i - 1) {
		i--
	}
	h, _, ok := w.before(i)
	if !ok {
		return text.None
	}
	return h
}

// bearer is the name at the end of the phrase that s heads, where there is one: of
// "the chief of staff Ana Silva" Ana Silva, but not of "a spokesman for Ana Silva".
// Of a statement by which somebody says something else, it is that somebody.
func (w *walk) bearer(v, s text.Index) text.Index {
	t := &w.tree
	if h := t.head(s); w.f.documents[t.lemma(s)] && h != text.None && s < v && h < s && t.Tokens[h].UPOS == text.VERB && (t.Tokens[v].Rel == text.Acl || t.Tokens[v].Rel == text.AclRelcl) {
		if who := t.subject(h, 0); w.canSpeak(t, who, true) {
			return who
		}
	}
	from, to := w.r.MentionsIn(w.sentence)
	for i := from; i < to; i++ {
		m := &w.r.Mentions[i]
		if m.Form != text.Name || m.Class != text.Person && !(m.Class == text.Body && w.isPress(m.Head)) || m.First == 0 || m.First <= s || m.First > s+12 ||
			t.Tokens[m.First-1].UPOS != text.NOUN && t.Tokens[m.First-1].UPOS != text.PROPN {
			continue
		}
		if s < m.First && w.joins(s, m.First) {
			continue
		}
		if s < v && (m.Last == v || m.Last < v && w.adverbs(m.Last, v)) || s > v && w.unbroken(s, m.First) {
			return m.Head
		}
	}
	return s
}

// adverbs tells whether adverbs and auxiliary verbs alone fill the token range.
func (w *walk) adverbs(first, last text.Index) bool {
	for i := first; i < last; i++ {
		if k := &w.tree.Tokens[i]; k.UPOS != text.ADV && k.UPOS != text.AUX {
			return false
		}
	}
	return true
}

// unbroken tells whether neither a verb nor a mark stands in the token range.
func (w *walk) unbroken(first, last text.Index) bool {
	for i := first; i < last; i++ {
		if k := &w.tree.Tokens[i]; k.UPOS == text.VERB || k.UPOS == text.AUX || k.UPOS == text.PUNCT {
			return false
		}
	}
	return true
}

// elaborates tells whether v is a participle within what its own subject is already
// said to say there.
func (w *walk) elaborates(v text.Index) bool {
	t := &w.tree
	if t.Tokens[v].XPOS != text.VBG || in(separate, t.lemma(v)) || v == 0 || !t.comma(v-1) || len(w.claims) == 0 {
		return false
	}
	c := &w.claims[len(w.claims)-1]
	return c.sentence == w.sentence && c.Contains(t.Tokens[v].Span)
}

// citing gives what an outlet reports "citing two officials" to the officials, and
// the outlet becomes the channel.
func (w *walk) citing(v text.Index) bool {
	t := &w.tree
	if !t.is(v, "citing", "quoting") || len(w.claims) == 0 {
		return false
	}
	o := t.kidAfter(v, v, text.Obj)
	if t.Tokens[v].Rel == text.Case {
		o = t.head(v)
	}
	c := &w.claims[len(w.claims)-1]
	if o == text.None || c.sentence != w.sentence || !w.canSpeak(t, o, true) || !w.f.speakers[t.lemma(o)] && t.Tokens[o].UPOS != text.PROPN || !w.isPress(c.speaker.head) {
		return false
	}
	if name := w.party(c.speaker.head, readout.Cited[readout.Party]{}, 0); name.Present() {
		c.via = append(c.via, readout.Cite(name.Value().Name, outletRule, readout.Stated, name.At()...))
		c.speaker = phrase{w.sentence, o, o}
	}
	return true
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
	last := readout.Span{Start: -1}
	for i := range w.claims {
		c := &w.claims[i]
		if c.dropped || !c.party.Present() || c.Start < 0 || int(c.End) > len(w.r.Document.Text) || c.Span == last {
			continue
		}
		last = c.Span
		mode := w.mode(c.Span, c.gap)
		if c.rule == turnRule || c.rule == postRule || c.rule == signedRule {
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

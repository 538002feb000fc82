package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/text"
)

// speakers gives every claim the party that speaks it.
func (w *walk) speakers() {
	w.subjects = make([]subject, len(w.r.Sentences))
	var last, joint readout.Cited[readout.Party]
	built := -1
	for i := range w.claims {
		c := &w.claims[i]
		if !c.dropped && c.speaker.head != text.None && !c.party.Present() {
			if built != c.speaker.sentence {
				built = c.speaker.sentence
				w.load(built)
			}
			c.party = w.continued(i, last)
			if built != w.sentence {
				w.load(built)
			}
			if !c.party.Present() {
				w.at = c.speaker
				c.party = w.quotedSelf(c, last)
			}
			if !c.party.Present() {
				c.party = w.party(c.speaker.head, last, 0)
			}
		}
		if !c.dropped && c.party.Present() {
			joint = w.together(c, joint)
			last = c.party
			w.noteSpeaker(c)
		}
	}
}

// together makes "both leaders" the two who last spoke together, where nothing else
// tells who they are, and gives back who now speaks together.
func (w *walk) together(c *claim, joint readout.Cited[readout.Party]) readout.Cited[readout.Party] {
	p := c.party.Value()
	if strings.Contains(p.Name, " and ") && p.Kind == readout.Group {
		return c.party
	}
	h := c.speaker.head
	if h == text.None || c.speaker.sentence != w.sentence || !joint.Present() || nameLike(p.Name) {
		return joint
	}
	if t := &w.tree; t.Tokens[h].XPOS == text.NNS && in(" leader president side minister ", t.lemma(h)) && t.kidIs(h, "both", "two", "the") != text.None {
		c.party = readout.Cite(joint.Value(), "speakers together again", readout.Resolved, c.party.At()...)
	}
	return joint
}

// party is who the noun phrase headed by h of the current sentence stands for; last
// is who spoke before, for what the phrase alone does not tell.
func (w *walk) party(h text.Index, last readout.Cited[readout.Party], depth int) readout.Cited[readout.Party] {
	t := &w.tree
	if depth > 3 {
		return readout.Cited[readout.Party]{}
	}
	if depth == 0 {
		if j := w.joined(h, last); j.Present() {
			return j
		}
	}
	at := t.Cover(w.core(h))
	if w.signer.Name != "" && t.is(h, "I") {
		return readout.Cite(w.signer, signedRule, readout.Resolved, at)
	}
	if w.f.documents[t.lemma(h)] && t.Tokens[h].UPOS != text.PROPN {
		return w.author(h, at, last, depth)
	}
	if p := w.entity(h, at); p.Present() {
		return p
	}
	if t.Tokens[h].UPOS == text.PRON || t.Tokens[h].XPOS == text.PRP {
		if last.Present() && w.fits(h, last.Value()) {
			return readout.Cite(last.Value(), "pronoun after speaker", readout.Resolved, at)
		}
		return readout.Cite(readout.Party{Name: at.In(w.r.Document.Text)}, "unresolved pronoun", readout.Stated, at)
	}
	return w.described(h, at)
}

// joined is the party of "Mr Smith and Ms Jones": both names.
func (w *walk) joined(h text.Index, last readout.Cited[readout.Party]) readout.Cited[readout.Party] {
	t := &w.tree
	var names []string
	end := h
	for c := t.child[h]; c != text.None; c = t.next[c] {
		if t.Tokens[c].Rel == text.Conj && nominal(&t.Tokens[c]) && len(t.Tokens[c].Form) > 2 &&
			!(t.Tokens[h].UPOS == text.PROPN && t.Tokens[c].XPOS == text.NN) { // "Ana Silva, a senator and chair of …"
			if p := w.party(c, last, 1); p.Present() {
				names = append(names, p.Value().Name)
				end = c
			}
		}
	}
	if len(names) == 0 || !w.joins(h, end) { // without "and" it is an aside
		return readout.Cited[readout.Party]{}
	}
	p := w.party(h, last, 1)
	if !p.Present() {
		return p
	}
	for _, n := range names {
		if strings.Contains(p.Value().Name, n) {
			return p // one entity already
		}
	}
	names = append([]string{p.Value().Name}, names...)
	var all string
	if n := len(names); n == 2 {
		all = names[0] + " and " + names[1]
	} else {
		all = strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	first, _ := w.core(h)
	_, stop := w.core(end)
	return readout.Cite(readout.Party{Kind: readout.Group, Name: all}, "joint speakers", readout.Stated, t.Cover(first, stop))
}

// entity is the party of the entity that h stands for.
func (w *walk) entity(h text.Index, at readout.Span) readout.Cited[readout.Party] {
	m := w.mention(h)
	if m < 0 {
		return readout.Cited[readout.Party]{}
	}
	mention := &w.r.Mentions[m]
	e := &w.r.Entities[mention.Entity]
	p := e.Party
	if mention.Form == text.Nominal && e.Class == text.Person && w.tree.is(mention.First, "a", "an") && nameLike(e.Name) {
		return readout.Cited[readout.Party]{} // "a person familiar with the talks" is nobody named
	}
	if e.Class == text.People && len(e.Members) > 1 && (in(others, w.tree.lemma(mention.Head)) || w.tree.is(mention.Head, "side")) {
		return readout.Cited[readout.Party]{}
	}
	if e.Class == text.People && len(e.Members) > 1 && len(e.Members) < 4 && w.meant(mention, e) {
		p.Kind, p.Name = readout.Group, w.members(e)
	}
	if p.Name == "" {
		p.Name = e.Name
	}
	if p.Name == "" {
		return readout.Cited[readout.Party]{}
	}
	if p.Role == "" {
		p.Role = mention.Role
	}
	basis := readout.Stated
	if mention.Form != text.Name {
		basis = readout.Resolved
	}
	return readout.Cite(p, "named speaker", basis, at)
}

// mention is the mention with an entity that h stands for, or -1: the one it heads,
// a name set beside it ("the minister, Ana Silva"), or a name that it is a part of.
func (w *walk) mention(h text.Index) int {
	r, t := w.r, &w.tree
	own := r.MentionAt(w.sentence, h)
	if own >= 0 && r.Mentions[own].Entity >= 0 && r.Mentions[own].Form != text.Nominal {
		return own
	}
	for c := t.child[h]; c != text.None; c = t.next[c] {
		switch t.Tokens[c].Rel {
		case text.Appos, text.Flat, text.NmodDesc:
			m := r.MentionAt(w.sentence, c)
			if m >= 0 && r.Mentions[m].Entity >= 0 && r.Mentions[m].Form == text.Name && (r.Mentions[m].Class == text.Person || t.Tokens[c].Rel == text.Appos && r.Mentions[m].Class == text.Body) {
				return m
			}
		}
	}
	if own >= 0 && r.Mentions[own].Entity >= 0 {
		return own
	}
	from, to := r.MentionsIn(w.sentence)
	for i := from; i < to; i++ {
		if m := &r.Mentions[i]; m.First <= h && h < m.Last && m.Form == text.Name && m.Entity >= 0 && m.Class != text.Nationality {
			return i
		}
	}
	return -1
}

// others are people of whom a text that names two leaders means neither.
const others = " official source diplomat aide adviser analyst expert lawmaker journalist reporter critic observer senator "

// meant tells whether the members of a group can be named in its place: leaders are
// persons, whatever their countries.
func (w *walk) meant(m *text.Mention, e *text.Entity) bool {
	if !in(" leader president minister ", w.tree.lemma(m.Head)) {
		return true
	}
	for _, i := range e.Members {
		if i < 0 || i >= len(w.r.Entities) || w.r.Entities[i].Class != text.Person {
			return false
		}
	}
	return true
}

func (w *walk) members(e *text.Entity) string {
	var names []string
	for _, m := range e.Members {
		if m >= 0 && m < len(w.r.Entities) {
			names = append(names, w.r.Entities[m].Name)
		}
	}
	return strings.Join(names, " and ")
}

// letters are the documents that stand for their author and not for themselves.
const letters = " statement announcement message declaration communique communiqué release readout "

// author is who speaks through a document: "a White House statement", "the
// ministry's report". A bare "the statement" is that of the speaker before it.
func (w *walk) author(h text.Index, at readout.Span, last readout.Cited[readout.Party], depth int) readout.Cited[readout.Party] {
	t := &w.tree
	for c := t.child[h]; c != text.None; c = t.next[c] {
		k := &t.Tokens[c]
		switch {
		case k.Rel == text.NmodPoss, k.Rel == text.Compound && k.UPOS == text.PROPN && !w.f.documents[t.lemma(h)+"s"],
			k.Rel == text.Nmod && t.is(t.first[c], "from", "by"):
			if k.UPOS == text.PRON {
				continue
			}
			if p := w.party(c, last, depth+1); p.Present() {
				return readout.Cite(p.Value(), "author of document", readout.Resolved, at)
			}
		}
	}
	if last.Present() && t.is(h-1, "the") && in(letters, t.lemma(h)) {
		return readout.Cite(last.Value(), "document of the speaker before", readout.Resolved, at)
	}
	return w.described(h, at)
}

// described is the phrase itself as a party: a name without titles, else the words
// as they stand.
func (w *walk) described(h text.Index, at readout.Span) readout.Cited[readout.Party] {
	t := &w.tree
	if t.Tokens[h].UPOS == text.PROPN {
		if name, role := w.properName(h); name != "" {
			return readout.Cite(readout.Party{Name: name, Role: role}, "named speaker", readout.Stated, at)
		}
	}
	if f := w.at.first; h == w.at.head && f >= 0 && f < h {
		at = at.Cover(t.Cover(f, h+1))
	}
	at = w.segment(h, at)
	name := strings.Join(strings.Fields(at.In(w.r.Document.Text)), " ")
	for _, a := range []string{"the ", "The "} {
		name = strings.TrimPrefix(name, a)
	}
	return readout.Cite(readout.Party{Kind: readout.Group, Name: name}, "described speaker", readout.Stated, at)
}

// segment is the part of the span around h that no comma, verb or subordinating word
// cuts off: a wrong tree draws half a sentence into a phrase.
func (w *walk) segment(h text.Index, at readout.Span) readout.Span {
	t := &w.tree
	for i := h - 1; i >= 0 && t.Tokens[i].Start >= at.Start; i-- {
		k := &t.Tokens[i]
		if t.is(i, ",", ";", ":") || k.UPOS == text.SCONJ || k.UPOS == text.AUX || k.UPOS == text.VERB && k.XPOS != text.VBN && k.XPOS != text.VBG {
			at.Start = t.Tokens[i+1].Start
			break
		}
	}
	for i := h + 1; int(i) < len(t.Tokens) && t.Tokens[i].End <= at.End; i++ {
		if t.is(i, ",", ";", ":") {
			at.End = t.Tokens[i-1].End
			break
		}
	}
	return at
}

// core is the token range of the phrase headed by h without relative clauses,
// appositions, asides and coordinated parts.
func (w *walk) core(h text.Index) (first, last text.Index) {
	t := &w.tree
	first, last = h, h+1
	for c := t.child[h]; c != text.None; c = t.next[c] {
		switch k := &t.Tokens[c]; k.Rel {
		case text.Acl, text.AclRelcl, text.Appos, text.Parataxis, text.Conj, text.Cc, text.Punct, text.Dep, text.Case, text.Advcl, text.Advmod, text.Cop, text.Nsubj, text.Mark, text.Aux, text.OblUnmarked, text.NmodUnmarked, text.Obl:
			continue
		case text.Nmod:
			if c > h && (t.first[c] > last || t.last[c]-t.first[c] > 9) {
				continue
			}
		}
		if c < h && t.last[c] <= h || c > h && t.first[c] >= h {
			first, last = min(first, t.first[c]), max(last, t.last[c])
		}
	}
	for last > h+1 && (t.comma(last-1) || t.Tokens[last-1].UPOS == text.PUNCT) {
		last--
	}
	return first, last
}

// fits tells whether a pronoun can stand for the party.
func (w *walk) fits(h text.Index, p readout.Party) bool {
	switch w.tree.lemma(h) {
	case "he", "she", "him", "her":
		return p.Kind == readout.Person || p.Kind == readout.Unknown
	case "it":
		return p.Kind != readout.Person
	case "they":
		return p.Kind == readout.Group || p.Kind == readout.Organisation || p.Kind == readout.State
	}
	return true
}

const titles = " mr mr. mrs mrs. ms ms. dr dr. sir lord president prime minister foreign secretary chancellor senator sen. sen rep. rep representative king queen prince crown princess vice general gen. gen ambassador speaker chairman defense defence state secretary-general spokesman spokeswoman director governor gov. gov mayor premier deputy leader pope professor envoy "

// properName is the name around the proper noun h, its titles taken for the role.
func (w *walk) properName(h text.Index) (name, role string) {
	t := &w.tree
	first, last := h, h+1
	for first > 0 && namePart(&t.Tokens[first-1], first == 1) {
		first--
	}
	for int(last) < len(t.Tokens) && t.Tokens[last].UPOS == text.PROPN {
		last++
	}
	start := first
	for i := first; i < last-1; i++ {
		if in(titles, strings.ToLower(t.Tokens[i].Form)) {
			start = i + 1
		}
	}
	name = t.Cover(start, last).In(w.r.Document.Text)
	role = t.Cover(first, start).In(w.r.Document.Text)
	return w.fullName(name), role
}

// namePart tells whether a token can stand within a name: a proper noun, or another
// word with a capital that does not only open its sentence.
func namePart(k *text.Token, opens bool) bool {
	if k.UPOS == text.PROPN {
		return true
	}
	r, _ := utf8.DecodeRuneInString(k.Form)
	return unicode.IsUpper(r) && (k.UPOS == text.ADJ || k.UPOS == text.NOUN) && !opens
}

// fullName remembers full names by their last word and gives them back for it.
func (w *walk) fullName(name string) string {
	if w.names == nil {
		w.names = map[string]string{}
	}
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		if full := w.names[name]; full != "" {
			return full
		}
		return name
	}
	if w.names[name[i+1:]] == "" {
		w.names[name[i+1:]] = name
	}
	return name
}

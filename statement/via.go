package statement

import (
	"strings"

	"readout"
	"readout/text"
)

// hearers are nouns for people and things of the press who pass words on.
const hearers = " reporter reporters journalist journalists correspondent newspaper newspapers agency network television tv radio media magazine outlet outlets daily paper "

// outletRule names the channel of a statement in its citation.
const outletRule = "channel"

// channel is who passes on what the verb v says: whom of the press the speaker
// told, and the outlet or programme on which he spoke.
func (w *walk) channel(v, s text.Index) []readout.Cited[string] {
	t := &w.tree
	for c := t.child[v]; c != text.None; c = t.next[c] {
		k := &t.Tokens[c]
		switch k.Rel {
		case text.Obj, text.Iobj:
			if c == s || t.lemma(v) != "tell" && k.Rel != text.Iobj {
				continue
			}
		case text.Obl, text.Nmod, text.Advcl, text.OblUnmarked:
			if c == s {
				continue
			}
		default:
			continue
		}
		if outlet := w.r.Document.Outlet; outlet != "" && t.is(c, "me", "us") && k.Rel != text.Advcl {
			return []readout.Cited[string]{readout.Cite(outlet, outletRule, readout.Inferred, k.Span)}
		}
		if p, ok := w.press(c, 0); ok {
			return []readout.Cited[string]{p}
		}
	}
	return nil
}

// press is the hearer of the press named in the phrase headed by h: the phrase
// itself, or one in it ("in an interview with NPR").
func (w *walk) press(h text.Index, depth int) (readout.Cited[string], bool) {
	t := &w.tree
	if depth > 3 {
		return readout.Cited[string]{}, false
	}
	if w.isPress(h) {
		if t.Tokens[h].UPOS != text.PROPN { // "the radio station RTL"
			for i := t.first[h]; i < t.last[h]; i++ {
				if i != h && t.Tokens[i].UPOS == text.PROPN && w.isPress(i) {
					h = i
					break
				}
			}
		}
		first, last := w.core(h)
		for first < last && (t.Tokens[first].UPOS == text.ADP) {
			first++
		}
		at := t.Cover(first, last)
		name := strings.Join(strings.Fields(at.In(w.r.Document.Text)), " ")
		return readout.Cite(trimThe(name), outletRule, readout.Stated, at), name != ""
	}
	for c := t.child[h]; c != text.None; c = t.next[c] {
		switch t.Tokens[c].Rel {
		case text.Nmod, text.NmodPoss, text.Obl, text.Obj, text.Appos, text.Compound:
			if t.is(t.first[c], "of", "about", "against", "from") && t.Tokens[c].Rel != text.NmodPoss {
				continue
			}
			if p, ok := w.press(c, depth+1); ok {
				return p, true
			}
		}
	}
	return readout.Cited[string]{}, false
}

func trimThe(s string) string {
	return strings.TrimPrefix(strings.TrimPrefix(s, "the "), "The ")
}

// isPress tells whether h is a reporter, a newspaper or another outlet.
func (w *walk) isPress(h text.Index) bool {
	t := &w.tree
	if t.Tokens[h].UPOS != text.PROPN {
		return in(hearers, t.lemma(h)) || in(hearers, strings.ToLower(t.Tokens[h].Form))
	}
	first, last := h, h+1
	for first > 0 && last-first < 6 && (namePart(&t.Tokens[first-1], false) || t.is(first-1, "&", "the", "of")) {
		first--
	}
	for int(last) < len(t.Tokens) && last-first < 9 && (t.Tokens[last].UPOS == text.PROPN || t.is(last, "&", "the", "of")) {
		last++
	}
	for i := first; i <= h; i++ {
		for j := last; j > h; j-- {
			if name := t.Cover(i, j).In(w.r.Document.Text); w.f.outlets[name] || w.f.outlets[strings.ToUpper(name)] {
				return true
			}
		}
	}
	return false
}

// fold joins what an outlet reports to what it reports: "…, he said, Reuters
// reported" is one statement, passed on by Reuters. A claim within another person's
// is passed on by that person.
func (w *walk) fold() {
	first := make([]int, len(w.r.Sentences)) // 1 + the first claim of each sentence
	next := make([]int, len(w.claims))       // 1 + the next one of the same sentence
	for i := len(w.claims) - 1; i >= 0; i-- {
		if c := &w.claims[i]; c.speaker.head != text.None {
			next[i], first[c.sentence] = first[c.sentence], i+1
		}
	}
	for n := range first {
		for i := first[n]; i > 0; i = next[i-1] {
			for j := first[n]; j > 0; j = next[j-1] {
				o, c := &w.claims[i-1], &w.claims[j-1]
				if i != j && w.reports(o, c) {
					w.pass(o, c)
				}
				if i != j && slight(o, c) {
					c.dropped = true
				}
			}
		}
	}
}

// pass lets the outlet that speaks in the claim o pass on the claim c.
func (w *walk) pass(o, c *claim) {
	w.load(o.sentence)
	h := o.speaker.head
	if !w.isPress(h) && !w.f.documents[w.tree.lemma(h)] && !w.toldAfter(o, c) {
		return
	}
	if name := w.party(h, readout.Cited[readout.Party]{}, 0); name.Present() {
		c.via = append(c.via, readout.Cite(name.Value().Name, outletRule, readout.Stated, name.At()...))
		o.dropped = true
		w.clip(o, c)
	}
}

// toldAfter tells whether the source of o stands after words that are nearly all
// the claim c: "…, he said, according to people in the room".
func (w *walk) toldAfter(o, c *claim) bool {
	all := c.Span.Cover(c.cue)
	return o.cue.Start >= c.cue.End && o.cue.Start >= o.Start && all.Len()*10 >= o.Len()*8
}

// reports tells whether the claim o is about the claim c: its content holds the cue
// of c or is the same as its content.
func (w *walk) reports(o, c *claim) bool {
	if o.dropped || c.dropped || o.verb == c.verb {
		return false
	}
	from := c.Start
	if o.Start == w.r.Sentences[o.sentence].Start {
		from = max(from, o.Start) // a quotation of several sentences, whose last one o closes
	}
	all := readout.Span{Start: from, End: c.End}.Cover(c.cue)
	if c.minor || all.Len()*10 < o.Len()*6 {
		return false // told in passing within what the outlet says itself
	}
	return o.Contains(c.cue) && o.Start <= from && from < o.End || o.Span == c.Span && o.verb > c.verb ||
		o.Start == c.Start && c.Contains(o.cue) && o.verb > c.verb
}

// clip ends the content of c where that of o ends, which holds it.
func (w *walk) clip(o, c *claim) {
	if c.End <= o.End {
		return
	}
	if q := w.quoteAt(c.End - 1); q < 0 || w.quotes[q].Start >= o.End {
		c.End = max(c.Start+1, o.End)
	}
}

// slight tells whether the claim c is a phrase or an infinitive within the words of
// o: what somebody promised or praised there is told by o, and not by the text.
func slight(o, c *claim) bool {
	return c.minor && !o.dropped && o.verb != c.verb && o.Contains(c.Span) && o.Contains(c.cue)
}

// channels gives a statement the channel of the one before it where the same
// speaker goes on in the next sentence.
func (w *walk) channels() {
	prev := -1
	for i := range w.claims {
		c := &w.claims[i]
		if c.dropped {
			continue
		}
		c.via = w.others(c)
		if prev >= 0 && len(c.via) == 0 {
			p := &w.claims[prev]
			if len(p.via) > 0 && p.party.Present() && c.party.Present() && p.party.Value().Name == c.party.Value().Name &&
				c.sentence <= max(p.last, p.sentence)+2 {
				c.via = p.via
			}
		}
		prev = i
	}
	for _, s := range w.r.Sections {
		if s.Kind == readout.Quoted && s.Outlet != "" {
			w.takenOver(s)
		}
	}
}

// takenOver adds to the statements of a section its outlet, from which the document
// took it over, as the outermost channel.
func (w *walk) takenOver(s readout.Section) {
	doc := w.r.Document.Text
	at := strings.LastIndex(doc[:s.Start], s.Outlet)
	if at < 0 {
		if at = strings.Index(doc[s.Start:s.End], s.Outlet); at < 0 {
			return
		}
		at += int(s.Start)
	}
	named := readout.Span{Start: readout.Offset(at), End: readout.Offset(at + len(s.Outlet))}
	for i := range w.claims {
		c := &w.claims[i]
		if c.Start >= s.Start && c.Start < s.End && !listed(c.via, s.Outlet) && c.party.Value().Name != s.Outlet {
			c.via = append(c.via[:len(c.via):len(c.via)], readout.Cite(s.Outlet, outletRule, readout.Stated, named))
		}
	}
}

// others is the channel of a claim without the speaker, who passes nothing on.
func (w *walk) others(c *claim) []readout.Cited[string] {
	kept := c.via[:0:0]
	for _, v := range c.via {
		if v.Value() != c.party.Value().Name && !listed(kept, v.Value()) {
			kept = append(kept, v)
		}
	}
	return kept
}

func listed(via []readout.Cited[string], name string) bool {
	for _, v := range via {
		if v.Value() == name {
			return true
		}
	}
	return false
}

package statement

import "readout/text"

// What stands here reads the order of words alone, for sentences in which the
// parser lost its way: "…, the White House said." has one shape whatever its tree.

// spoken tells whether v is a verb of speaking in a finite form, by itself enough
// to attribute words.
func (w *walk) spoken(v text.Index, c cue) bool {
	switch w.tree.Tokens[v].XPOS {
	case text.VBD, text.VBZ, text.VBP, text.VBN:
		return c.takes(clause) && c.takes(quoting) && !c.takes(weak)
	}
	return false
}

// before reads the noun phrase right before the verb: its head, its first token,
// and whether there is one.
func (w *walk) before(v text.Index) (head, first text.Index, ok bool) {
	t := &w.tree
	i := v - 1
	for i >= 0 && (t.Tokens[i].UPOS == text.AUX || t.Tokens[i].UPOS == text.ADV) && !w.quoted(t, i) {
		i--
	}
	if i > 0 && t.is(i, ")") && !w.quoted(t, i) { // "Mr Smith (R-Ohio) said"
		for j := i - 1; j > 0 && j > i-12; j-- {
			if t.is(j, "(") {
				return w.before(j)
			}
		}
	}
	if i == v-1 && i > 0 && t.comma(i) && !w.quoted(t, i) { // ", the ministry's speaker, said"
		if j := w.asideStart(i); j > 0 {
			return w.before(j)
		}
	}
	if i < 0 || w.quoted(t, i) {
		return text.None, v, false
	}
	person := false
	if m := w.nameAt(i); m >= 0 {
		person = w.r.Mentions[m].Class == text.Person
		head, first = w.r.Mentions[m].Head, w.r.Mentions[m].First
		i = first - 1
	} else if !nominal(&t.Tokens[i]) || t.is(i, "who", "which", "that") {
		return text.None, v, false
	} else {
		head, first = i, i
	}
	for ; i >= 0 && v-i < 18 && !w.quoted(t, i); i-- {
		k := &t.Tokens[i]
		switch k.UPOS {
		case text.NOUN, text.PROPN, text.PRON, text.ADJ, text.NUM, text.DET, text.PART, text.SYM:
			if k.UPOS == text.PRON && i < v-1 && i+1 < head && k.XPOS != text.PRPS {
				return head, first, true
			}
			first = i
		case text.ADP:
			if i == 0 || !nominal(&t.Tokens[i-1]) || w.quoted(t, i-1) || !t.is(i, "of", "for", "in", "at", "with", "from") && !(t.is(i, "to") && w.f.speakers[t.lemma(i-1)]) && !(t.is(i, "on") && in(times, t.lemma(i+1))) {
				return head, first, true
			}
			if person && !w.f.speakers[t.lemma(i-1)] {
				return head, first, true // of "those of Mr Smith" Mr Smith
			}
			head = i - 1
		case text.PUNCT:
			if k.Form != "-" && k.Form != "." {
				return head, first, true
			}
		default:
			return head, first, true
		}
	}
	return head, first, true
}

// asideStart is the mark that opens the aside which the mark i closes, or None: a
// few words without a finite verb, or a clause with "who" or "which".
func (w *walk) asideStart(i text.Index) text.Index {
	t := &w.tree
	verb := false
	for j := i - 1; j > 0 && j > i-30 && !w.quoted(t, j); j-- {
		k := &t.Tokens[j]
		if k.Form == t.Tokens[i].Form && t.is(j+1, "who", "which", "whose", "where") {
			return j
		}
		if k.Form == t.Tokens[i].Form && !verb && j > i-16 {
			return j
		}
		verb = verb || k.UPOS == text.AUX || k.UPOS == text.VERB && k.XPOS != text.VBN
	}
	return text.None
}

// nameAt is the widest name of a person or body that token i stands in, or -1.
func (w *walk) nameAt(i text.Index) int {
	from, to := w.r.MentionsIn(w.sentence)
	for k := from; k < to; k++ {
		if m := &w.r.Mentions[k]; m.First <= i && i < m.Last && m.Form == text.Name && (m.Class == text.Person || m.Class == text.Body) {
			return k
		}
	}
	return -1
}

// after reads the noun phrase right after the verb: its head and the token after it.
func (w *walk) after(v text.Index) (head, last text.Index, ok bool) {
	t := &w.tree
	head = text.None
	i := v + 1
	for ; int(i) < len(t.Tokens) && i < v+14 && !w.quoted(t, i); i++ {
		k := &t.Tokens[i]
		switch {
		case k.UPOS == text.NOUN || k.UPOS == text.PROPN:
			head = i
			continue
		case k.UPOS == text.ADJ || k.UPOS == text.DET || k.UPOS == text.NUM || k.Form == "-" || k.UPOS == text.PART:
			continue
		}
		break
	}
	if int(i) < len(t.Tokens) && (t.Tokens[i].UPOS == text.VERB || t.Tokens[i].UPOS == text.AUX || t.Tokens[i].UPOS == text.ADV) {
		return text.None, i, false // the subject of what was said
	}
	return head, i, head != text.None
}

// tail reads a sentence that closes with its cue: "Talks go on, the ministry said
// on Monday." It gives the speaker's head and what was said.
func (w *walk) tail(v text.Index, c cue) (text.Index, stretch) {
	t := &w.tree
	if !w.spoken(v, c) || !w.nothingAfter(v) {
		return text.None, stretch{}
	}
	h, first, ok := w.before(v)
	if !ok && v > 0 && (t.comma(v-1) || closes(&t.Tokens[v-1])) {
		h, _, ok = w.after(v)
		first = v
	}
	if !ok || first == 0 {
		return text.None, stretch{}
	}
	if q := w.closedBefore(first); q >= 0 {
		return h, w.quoteBefore(v, h, first)
	}
	on := w.goesOn(v)
	if !t.comma(first-1) || !w.hasVerb(0, first-1) && (on == text.None || !w.hasVerb(on, on+1)) || w.quoteFrom(t.Tokens[v].End, t.End) >= 0 {
		return text.None, stretch{}
	}
	from := text.Index(0)
	for from < first && (t.Tokens[from].UPOS == text.CCONJ || t.comma(from)) {
		from++
	}
	if on != text.None {
		x := w.span(from, text.Index(len(t.Tokens)), "clause around cue")
		x.gap = t.Cover(first, on).Len()
		return h, x
	}
	return h, w.span(from, first, "clause before cue")
}

// goesOn is the token at which the clause goes on that the cue v interrupts ("If
// they fail, he said, war will follow"), or None.
func (w *walk) goesOn(v text.Index) text.Index {
	t := &w.tree
	n := text.Index(len(t.Tokens))
	for i := v + 1; i+2 < n && i < v+12; i++ {
		if !t.comma(i) {
			continue
		}
		switch k := &t.Tokens[i+1]; k.UPOS {
		case text.DET, text.PRON, text.PROPN, text.NOUN, text.AUX, text.VERB:
			if k.XPOS == text.VBG || k.XPOS == text.VBN {
				return text.None
			}
			if k.XPOS == text.WP || k.XPOS == text.WDT || !w.hasVerb(i+1, n) || t.is(i+1, "a", "an") {
				return text.None
			}
			return i + 1
		}
		return text.None
	}
	return text.None
}

// nothingAfter tells whether what follows the verb is no complement: a stop, a new
// clause after a comma, or adjuncts alone.
func (w *walk) nothingAfter(v text.Index) bool {
	t := &w.tree
	n := text.Index(len(t.Tokens))
	for i := v + 1; i < n && i < v+40; i++ {
		k := &t.Tokens[i]
		switch {
		case w.quoted(t, i):
			if q := w.quoteAt(k.Start); !w.quotes[q].scare || t.comma(i-1) {
				return t.comma(i-1) || t.is(i-1, ".", ":")
			}
		case t.comma(i):
			return true
		case k.UPOS == text.VERB && k.XPOS != text.VBN && k.XPOS != text.VBG || k.UPOS == text.AUX && k.XPOS != text.VBG || t.is(i, "that", "whether", "if"):
			return false
		}
	}
	return true
}

// hasVerb tells whether a finite verb stands in the token range.
func (w *walk) hasVerb(first, last text.Index) bool {
	for i := first; i < last; i++ {
		k := &w.tree.Tokens[i]
		if k.UPOS == text.AUX || k.UPOS == text.VERB && k.XPOS != text.VBG && k.XPOS != text.VBN {
			return true
		}
	}
	return false
}

const times = " monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later recently afterwards on late early last this morning afternoon evening night week month year previously also "

// skipTimes is the first token from i on that is no word of time, adverb or comma.
func (w *walk) skipTimes(i text.Index) text.Index {
	t := &w.tree
	for ; int(i)+1 < len(t.Tokens); i++ {
		if t.is(i, "this", "that", "last", "late", "early", "on") && !in(times, t.lemma(i+1)) {
			return i
		}
		if !in(times, t.lemma(i)) && !t.comma(i) && t.Tokens[i].UPOS != text.ADV {
			return i
		}
	}
	return i
}

// loose reads what follows a verb of speaking as a clause where the parser saw
// none: "Mr Smith said on Monday he was ready".
func (w *walk) loose(v, s text.Index, c cue) stretch {
	t := &w.tree
	if !c.takes(clause) || !c.takes(quoting) || c.takes(weak) || t.Tokens[v].XPOS == text.VB {
		return stretch{}
	}
	n := text.Index(len(t.Tokens))
	i := v + 1
	if s > v {
		i = max(i, t.last[s])
		if !t.comma(i) && !(i > 0 && t.comma(i-1)) {
			return stretch{}
		}
	}
	if c.takes(addressee) {
		i = w.afterNoun(i)
	}
	i = w.skipTimes(i)
	if i+1 >= n || t.Tokens[i+1].UPOS == text.PUNCT && t.Tokens[i].UPOS == text.PRON || w.quoted(t, i) || t.Tokens[i].UPOS == text.ADP || t.Tokens[i].UPOS == text.VERB || t.Tokens[i].UPOS == text.CCONJ || t.Tokens[i].UPOS == text.PUNCT || t.is(i, "so", "who", "which") {
		return stretch{}
	}
	end := w.clauseEnd(v, i)
	if o := t.kidAfter(v, v, text.Obj); o != text.None && t.first[o] <= i && t.last[o] > i+2 && !in(" say add tell ", t.lemma(v)) {
		return stretch{} // a noun phrase, whatever clause hangs on it
	}
	if !w.mainClause(i, end) {
		return stretch{}
	}
	return w.span(i, w.trimmed(i, end), "clause after cue")
}

// afterNoun is the token after the noun phrase of a few words that starts at i, or i
// where none does.
func (w *walk) afterNoun(i text.Index) text.Index {
	t := &w.tree
	for j := i; int(j)+1 < len(t.Tokens) && j < i+7; j++ {
		switch t.Tokens[j].UPOS {
		case text.DET, text.ADJ, text.NUM:
		case text.NOUN, text.PROPN:
			if n := &t.Tokens[j+1]; n.UPOS != text.NOUN && n.UPOS != text.PROPN && n.UPOS != text.PART {
				return j + 1
			}
		case text.PART:
		default:
			return i
		}
	}
	return i
}

// mainClause tells whether the token range holds a finite verb that no relative or
// subordinating word comes before.
func (w *walk) mainClause(first, last text.Index) bool {
	for i := first; i < last; i++ {
		k := &w.tree.Tokens[i]
		switch {
		case k.UPOS == text.AUX, k.UPOS == text.VERB && k.XPOS != text.VBG && k.XPOS != text.VBN:
			return i == first || w.tree.Tokens[i-1].UPOS != text.CCONJ
		case i > first && (k.UPOS == text.SCONJ || k.XPOS == text.WP || k.XPOS == text.WDT || k.XPOS == text.WRB || k.XPOS == text.TO):
			return false
		}
	}
	return false
}

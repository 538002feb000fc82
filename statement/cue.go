package statement

import (
	"readout/text"
)

// phrase is a noun phrase of one sentence.
type phrase struct {
	sentence int
	head     text.Index
	first    text.Index // where the words show its start; head or later where they do not
}

// nobody is no phrase.
var nobody = phrase{-1, text.None, text.None}

// Verbs under which a cue still tells what was said, and modal verbs under which
// it does not.
const (
	aspectual = " go continue begin start come proceed seem appear tend close end follow "
	modal     = " will would should could may might must can shall wo 'll ca "
	silent    = " not n't never n’t "
)

func in(list, word string) bool {
	n := len(word)
	if n == 0 {
		return false
	}
	for i := 0; i+n+1 < len(list); i++ {
		if list[i] == ' ' && list[i+1:i+1+n] == word && list[i+1+n] == ' ' {
			return true
		}
	}
	return false
}

// told tells whether the verb v is told as said: neither denied nor only possible,
// no infinitive but under a verb of beginning or going on.
func (t *tree) told(v text.Index) bool {
	k := &t.Tokens[v]
	if k.XPOS == text.VB && t.kid(v, text.Aux) == text.None && t.kidIs(v, "to") == text.None && k.Rel != text.Conj {
		return false // an imperative
	}
	for c := t.child[v]; c != text.None; c = t.next[c] {
		if t.inside[c] {
			continue
		}
		switch t.Tokens[c].Rel {
		case text.Aux, text.Advmod:
			if l := t.lemma(c); c < v && (in(modal, l) || in(silent, l)) {
				return false
			}
		case text.Mark:
			if t.is(c, "to") {
				return t.aspect(v)
			}
			if t.is(c, "if", "unless", "whether") {
				return false
			}
		}
	}
	return k.Rel != text.Conj || t.kid(v, text.Nsubj) != text.None || t.sameMood(v)
}

func (t *tree) aspect(v text.Index) bool {
	h := t.head(v)
	return h != text.None && t.Tokens[v].Rel == text.Xcomp && in(aspectual, t.lemma(h)) && t.told(h)
}

// sameMood tells whether a verb joined to another by "and" shares its modal verb.
func (t *tree) sameMood(v text.Index) bool {
	h := t.head(v)
	if h == text.None || t.Tokens[v].XPOS == text.VBD || t.Tokens[v].XPOS == text.VBZ {
		return true
	}
	for c := t.child[h]; c != text.None; c = t.next[c] {
		if t.Tokens[c].Rel == text.Aux && in(modal, t.lemma(c)) || t.Tokens[c].Rel == text.Mark && t.is(c, "to") {
			return false
		}
	}
	return true
}

func (t *tree) passive(v text.Index) bool {
	return t.kid(v, text.AuxPass, text.NsubjPass) != text.None
}

// subject is the token that heads what speaks through the verb v, or None. Depth
// bounds the climb over chains of verbs.
func (t *tree) subject(v text.Index, depth int) text.Index {
	if depth > 6 {
		return text.None
	}
	if t.passive(v) {
		return t.agent(v)
	}
	if s := t.kid(v, text.Nsubj, text.NsubjOuter); s != text.None {
		if int(s)+1 < len(t.Tokens) && t.Tokens[s+1].XPOS == text.POS { // "As Reuters' Jane Smith wrote"
			if own := t.kidAfter(v, s, text.Nsubj); own != text.None && own < v {
				s = own
			}
		}
		return t.antecedent(v, s)
	}
	h := t.head(v)
	if h == text.None {
		return t.inverted(v)
	}
	switch k := &t.Tokens[v]; k.Rel {
	case text.Conj:
		return t.subject(h, depth+1)
	case text.Xcomp, text.Ccomp:
		return t.subject(h, depth+1)
	case text.Advcl, text.Dep:
		if t.quotedAs(h) {
			return t.kid(h, text.NsubjPass, text.Nsubj)
		}
		if o := t.kid(h, text.Obj); o != text.None && in(" quote cite ", t.lemma(h)) {
			return o
		}
		if k.XPOS == text.VBG {
			return t.subject(h, depth+1)
		}
	case text.Acl, text.AclRelcl:
		if k.XPOS == text.VBG || k.Rel == text.AclRelcl {
			return h
		}
	}
	return t.inverted(v)
}

// agent is the "by" phrase of a passive verb, or the subject of "was quoted".
func (t *tree) agent(v text.Index) text.Index {
	if a := t.kid(v, text.OblAgent); a != text.None {
		return a
	}
	for c := t.child[v]; c != text.None; c = t.next[c] {
		if t.Tokens[c].Rel == text.Obl && t.kidIs(c, "by") != text.None {
			return c
		}
	}
	if t.quotedAs(v) {
		return t.kid(v, text.NsubjPass)
	}
	return text.None
}

// quotedAs tells whether v is the "quoted" of "was quoted as saying".
func (t *tree) quotedAs(v text.Index) bool {
	return t.passive(v) && in(" quote cite report hear ", t.lemma(v))
}

// antecedent is the noun that a relative pronoun stands for, or s itself.
func (t *tree) antecedent(v, s text.Index) text.Index {
	if !t.is(s, "who", "which", "that") {
		return s
	}
	for u, n := v, 0; u != text.None && n < 4; u, n = t.head(u), n+1 {
		switch t.Tokens[u].Rel {
		case text.AclRelcl, text.Acl:
			return t.head(u)
		case text.AdvclRelcl:
			return text.None
		}
	}
	return s
}

// inverted is the noun right after a bare verb ("…," said Mr Smith) that the
// parser took for something else than its subject.
func (t *tree) inverted(v text.Index) text.Index {
	if v > 0 && !(t.comma(v-1) || closes(&t.Tokens[v-1])) || t.Tokens[v].XPOS == text.VBG {
		return text.None
	}
	o := t.kidAfter(v, v, text.Obj, text.Obl, text.OblUnmarked, text.Dep, text.NmodUnmarked)
	if o == text.None || !nominal(&t.Tokens[o]) || t.kid(o, text.Case) != text.None {
		return text.None
	}
	if n := t.last[o]; int(n) < len(t.Tokens) && (t.Tokens[n].UPOS == text.VERB || t.Tokens[n].UPOS == text.AUX) {
		return text.None // "the daily, a state paper, said the talks failed"
	}
	return o
}

func nominal(k *text.Token) bool {
	return k.UPOS == text.NOUN || k.UPOS == text.PROPN || k.UPOS == text.PRON ||
		k.UPOS == text.ADJ && k.Rel == text.Nsubj // "the general said"
}

func closes(k *text.Token) bool {
	switch k.Form {
	case "\"", "”", "''", "’", "'", "»":
		return true
	}
	return false
}

// canSpeak tells whether the noun s stands for somebody or something that words
// can be attributed to; strict asks for a sign of it.
func (w *walk) canSpeak(t *tree, s text.Index, strict bool) bool {
	if s == text.None || !nominal(&t.Tokens[s]) && t.Tokens[s].UPOS != text.ADJ && t.Tokens[s].UPOS != text.NUM && t.Tokens[s].UPOS != text.DET {
		return false
	}
	if w.signer.Name != "" && t.is(s, "I") {
		return true
	}
	if t.is(s, "some", "others", "many", "both", "all", "another", "several", "most", "few") {
		return true
	}
	if t.is(s, "one") && t.kid(s, text.Nmod) != text.None {
		return true
	}
	if in(times, t.lemma(s)) || t.is(s, "I", "we", "you", "there", "that", "what", "one", "nothing", "none", "nobody", "this", "us", "me", "which", "these", "those", "anything", "something", "everything") {
		return false
	}
	if m := w.r.MentionAt(w.sentence, s); m >= 0 {
		switch w.r.Mentions[m].Class {
		case text.Gathering, text.Nationality, text.Work, text.Place:
			return !strict
		case text.Person, text.People, text.State, text.Body, text.Group:
			return true
		}
	}
	if !strict {
		return true
	}
	return t.Tokens[s].UPOS == text.PROPN || t.Tokens[s].UPOS == text.PRON || w.f.speakers[t.lemma(s)]
}

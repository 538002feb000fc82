package coref

import (
	"strings"

	"readout/text"
)

// matter is what somebody thanks, asks or tells another about: "thanked him for his visit"
// is under the verb, "an inquiry into Flynn over his calls" under the noun.
type matter struct {
	under text.Index // verb or noun
	by    string     // the preposition of what hangs on it
	of    text.Index // whom the tree hangs it on instead: "thanked Modi for ..."
}

// matterOf returns the matter that what possessor m has stands in; under is text.None for
// none.
func matterOf(toks []text.Token, m *text.Mention) matter {
	none := matter{under: text.None, of: text.None}
	h := toks[m.Head].Head
	if toks[m.Head].Rel != text.NmodPoss || h < 0 {
		return none
	}
	for steps := 0; toks[h].Rel == text.Conj && toks[h].Head >= 0 && steps < 4; steps++ {
		h = toks[h].Head
	}
	up := toks[h].Head
	if up >= 0 && shows(&toks[up]) && toks[h].Rel == text.Obl && prep(toks, h) != "during" { // "for the commitment reflected in his decision"
		if h = toks[up].Head; h < 0 {
			return none
		}
		if toks[h].UPOS == text.VERB {
			return matter{under: h, of: text.None}
		}
		up = toks[h].Head
	}
	if up < 0 || toks[h].Rel != text.Obl && toks[h].Rel != text.OblUnmarked && toks[h].Rel != text.Nmod || up > h {
		return none
	}
	out := matter{under: up, by: prep(toks, h), of: text.None}
	for steps := 0; toks[out.under].Rel == text.Conj && toks[out.under].UPOS != text.VERB && toks[out.under].Head >= 0 && steps < 4; steps++ {
		out.under = toks[out.under].Head // "gave Pence and others information about his call"
	}
	if t := &toks[out.under]; (t.Rel == text.Obj || t.Rel == text.Iobj) && t.Head >= 0 {
		out.of, out.under = out.under, t.Head
	}
	return out
}

// shows tells a participle by which a thing is the sign of another: "reflected in".
func shows(t *text.Token) bool {
	switch t.Lemma {
	case "reflect", "show", "demonstrate", "manifest", "embody":
		return t.XPOS == text.VBN
	}
	return false
}

// judged returns whom somebody thanks, blames or asks for what is his own, of which
// pronoun i is the possessor: "Biden thanked Modi for his visit", "questioned Sessions over
// his meetings"; -1 for nobody.
func (r *resolver) judged(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	x := matterOf(toks, m)
	if x.under == text.None || !judges(toks[x.under].Lemma, x.by) {
		return -1
	}
	o := r.addressee(i, x.under)
	if o == text.None || o > m.First {
		return -1
	}
	return r.headed(m.Sentence, o)
}

// inquired returns into whose doings an inquiry is, where pronoun i is the possessor of
// what it is about: "an investigation into Flynn over his calls"; -1 for nobody.
func (r *resolver) inquired(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	x := matterOf(toks, m)
	if x.by != "regarding" && x.by != "over" && x.by != "about" && x.by != "concerning" {
		return -1
	}
	for k := i - 1; k >= r.start[m.Sentence]; k-- {
		c := &toks[r.m[k].Head]
		if c.Head < 0 || c.Head != x.of && c.Head != x.under || !inquiry(toks[c.Head].Lemma) {
			continue
		}
		if p := prep(toks, r.m[k].Head); p == "into" || p == "against" {
			return k
		}
	}
	return -1
}

func inquiry(lemma string) bool {
	switch lemma {
	case "investigation", "inquiry", "probe", "case", "charge", "complaint", "allegation", "accusation", "suit", "lawsuit", "attack":
		return true
	}
	return false
}

// represented returns on whose behalf somebody does what is told with pronoun i, its
// possessor: "Kono thanked Putin on behalf of Koizumi for help with his visit"; -1 for
// nobody's.
func (r *resolver) represented(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if toks[m.Head].Rel != text.NmodPoss || !ownContact(toks, m) {
		return -1
	}
	for k := i - 1; k >= r.start[m.Sentence]; k-- {
		x := &r.m[k]
		if x.Class == text.Person && behalfOf(toks, x.First) && under(toks, clauseOf(toks, x.Head), m.Head) {
			return k
		}
	}
	return -1
}

// ownContact tells whether a possessor's is a meeting, a journey or a call.
func ownContact(toks []text.Token, m *text.Mention) bool {
	up := toks[m.Head].Head
	return contactOf(toks, m) || up >= 0 && (toks[up].Lemma == "call" || toks[up].Lemma == "contact")
}

// behalfOf tells whether "on behalf of" stands before token i, a title before it aside.
func behalfOf(toks []text.Token, i text.Index) bool {
	for k := i - 1; k > 0 && i-k < 5; k-- {
		switch {
		case toks[k].Lemma == "of":
			return toks[k-1].Lemma == "behalf"
		case toks[k].UPOS != text.PROPN && toks[k].UPOS != text.NOUN && toks[k].UPOS != text.ADJ && toks[k].UPOS != text.DET:
			return false
		}
	}
	return false
}

// judges tells a verb or noun, with the preposition, for what concerns another than who
// says it.
func judges(lemma, by string) bool {
	switch by {
	case "for", "on", "over", "about", "regarding", "upon", "concerning":
	default:
		return false
	}
	switch lemma {
	case "thank", "commend", "congratulate", "praise", "applaud", "compliment", "salute", "honour", "honor", "criticize", "criticise", "blame", "condemn", "denounce",
		"rebuke", "chide", "scold", "mock", "fault", "attack", "blast", "slam", "lambast", "lambaste", "punish", "charge", "forgive", "excuse":
		return by != "about"
	case "question", "quiz", "grill", "interrogate", "interview", "investigate", "confront":
		return by != "for"
	}
	return false
}

// teller returns who tells another of his own contacts, of which pronoun i is the
// possessor: "Flynn misled Pence about his calls with the ambassador"; -1 for nobody.
func (r *resolver) teller(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	x := matterOf(toks, m)
	if x.under == text.None || toks[x.under].UPOS != text.VERB || x.by != "about" && x.by != "regarding" || !ownContact(toks, m) {
		return -1
	}
	switch toks[x.under].Lemma {
	case "tell", "inform", "mislead", "lie", "deceive", "give", "provide", "notify", "write":
		return r.subjectLent(m.Sentence, x.under)
	}
	return -1
}

// grateful returns the entity of who is grateful for what is another's, of which pronoun i
// is the possessor, or -1: "Biden expressed gratitude for his decision" tells of no decision
// of Biden's.
func (r *resolver) grateful(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	x := matterOf(toks, m)
	if x.under == text.None || toks[x.under].UPOS != text.VERB {
		return -1
	}
	if !judges(toks[x.under].Lemma, x.by) {
		o := r.addressee(i, x.under)
		if o == text.None || !thanks(toks[o].Lemma) || x.by != "for" && (int(o)+1 >= len(toks) || toks[o+1].Form != "for") {
			return -1
		}
	}
	if s := r.subjectLent(m.Sentence, x.under); s >= 0 {
		return r.m[s].Entity
	}
	return -1
}

func thanks(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "gratitude", "thanks", "thank", "appreciation", "admiration", "praise", "respect", "sympathy":
		return true
	}
	return false
}

// subjectLent returns the mention that is the subject of verb v, its own or one that the
// verb before lends it; -1 for none.
func (r *resolver) subjectLent(s int, v text.Index) int {
	toks := r.sents[s].Tokens
	for steps := 0; v >= 0 && int(v) < len(toks) && steps < 4; steps++ {
		if k := r.subjectOf(s, v); k >= 0 {
			return k
		}
		v = subjectLender(toks, v)
	}
	return -1
}

// ownsSubject returns the one person told of before pronoun i in its sentence, where it is
// his that the clause above is about: "Kerry's statements shifted as he saw Lavrov"; -1 for
// nobody.
func (r *resolver) ownsSubject(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if toks[m.Head].Rel != text.Nsubj || r.inQuote(m) {
		return -1
	}
	one := -1
	for k := r.start[m.Sentence]; k < i; k++ {
		x := &r.m[k]
		if x.Class == text.Person && (one < 0 || x.Entity != r.m[one].Entity) {
			if one >= 0 {
				return -1
			}
			one = k
		}
	}
	if one < 0 || toks[r.m[one].Head].Rel != text.NmodPoss {
		return -1
	}
	thing := toks[r.m[one].Head].Head
	if thing < 0 || toks[thing].Rel != text.Nsubj && toks[thing].Rel != text.NsubjPass || !under(toks, toks[thing].Head, m.Head) || says(toks[toks[thing].Head].Lemma) {
		return -1
	}
	return one
}

// sameHand returns whom the verb before, of the same subject, was done with, where pronoun
// i is told so of the next verb: "met with the French president and spoke with him"; -1
// for nobody.
func (r *resolver) sameHand(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	t := &toks[m.Head]
	if t.Rel != text.Obl && t.Rel != text.Obj || t.Head < 0 || strings.HasSuffix(strings.ToLower(toks[m.Head].Form), "self") {
		return -1
	}
	v := subjectLender(toks, t.Head)
	if v < 0 || toks[t.Head].Rel != text.Conj || t.Head > m.Head {
		return -1
	}
	out := -1
	for k := r.start[m.Sentence]; k < i; k++ {
		x := &r.m[k]
		if up := &toks[x.Head]; up.Head != v || x.Head < v || x.Entity < 0 || r.ents[x.Entity].Class != text.Person {
			continue
		}
		if rel := toks[x.Head].Rel; rel == text.Obj || rel == text.Obl && (prep(toks, x.Head) == "with" || prep(toks, x.Head) == "to") {
			if out >= 0 && r.m[out].Entity != x.Entity {
				return -1
			}
			out = k
		}
	}
	return out
}

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
	for steps := 0; (toks[h].Rel == text.Conj || toks[h].Rel == text.Nmod && cameOf(toks, h)) && toks[h].Head >= 0 && steps < 4; steps++ {
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

// cameOf tells what something came of or is about to, which tells of it: "the results of his visit",
// "the preparations for it".
func cameOf(toks []text.Token, h text.Index) bool {
	switch up := toks[h].Head; {
	case up < 0:
		return false
	case prep(toks, h) == "of":
		return toks[up].Lemma == "result" || toks[up].Lemma == "outcome" || toks[up].Lemma == "detail" || toks[up].Lemma == "content"
	case prep(toks, h) == "for":
		return toks[up].Lemma == "preparation" || toks[up].Lemma == "plan"
	}
	return false
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
// his meetings", "Cook was questioned about his call"; -1 for nobody. What others ask "him" about is
// his too, whatever the verb.
func (r *resolver) judged(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	x := matterOf(toks, m)
	if x.under == text.None {
		return -1
	}
	o := r.addressee(i, x.under)
	if k := r.subjectToken(m.Sentence, x.under); o == text.None && k >= 0 && toks[k].Rel == text.NsubjPass {
		o = k
	}
	if o == text.None || o > m.First || !judges(toks[x.under].Lemma, x.by) && !r.onlyHis(m, x.under, o) {
		return -1
	}
	return r.headed(m.Sentence, o)
}

// onlyHis tells whether object o of verb v is the pronoun by which possessor m may be told too, and
// the subject nobody for whom it could be: "reporters asked him about his call".
func (r *resolver) onlyHis(m *text.Mention, v, o text.Index) bool {
	toks := r.sents[m.Sentence].Tokens
	female, male := sexOfPronoun(strings.ToLower(toks[m.Head].Form))
	same := func(k text.Index) bool {
		f, b := sexOfPronoun(strings.ToLower(toks[k].Form))
		return f == female && b == male
	}
	if !same(o) || toks[v].Lemma != "ask" && toks[v].Lemma != "press" {
		return false
	}
	s := r.subjectToken(m.Sentence, v)
	return s >= 0 && s < o && (toks[s].XPOS == text.NNS || toks[s].UPOS == text.PRON && !same(s))
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
	case "confront":
		return by != "for"
	}
	return examines(lemma) && by != "for"
}

// teller returns who tells another of his own contacts, of which pronoun i is the
// possessor: "Flynn misled Pence about his calls with the ambassador", "the minister briefed
// Pence on the results of his visit"; -1 for nobody.
func (r *resolver) teller(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	x := matterOf(toks, m)
	if x.under == text.None || toks[x.under].UPOS != text.VERB || !ownContact(toks, m) {
		return -1
	}
	switch toks[x.under].Lemma {
	case "brief", "update", "inform":
		if x.by == "on" {
			return r.subjectLent(m.Sentence, x.under)
		}
	}
	if x.by != "about" && x.by != "regarding" {
		return -1
	}
	switch toks[x.under].Lemma {
	case "brief", "update":
		return r.subjectLent(m.Sentence, x.under)
	case "tell", "inform", "mislead", "lie", "deceive", "give", "provide", "notify", "write":
		return r.subjectLent(m.Sentence, x.under)
	}
	return -1
}

// dealtWith returns whom those who do something to pronoun i did something to just before: "the agents
// believed Cook. Agents questioned him about his calls"; or whom somebody judged, where inquiries are made of
// him: "Blair described Cook as honest. The police questioned him". -1 for nobody.
func (r *resolver) dealtWith(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	t := &toks[m.Head]
	if t.Rel != text.Obj && t.Rel != text.Iobj && t.Rel != text.NsubjPass || t.Head < 0 || m.Sentence == 0 || r.inQuote(m) {
		return -1
	}
	by, asks := r.subjectToken(m.Sentence, t.Head), examines(toks[t.Head].Lemma)
	if by < 0 || toks[by].XPOS != text.NNS && !strings.EqualFold(toks[by].Form, "they") && !asks {
		return -1
	}
	if k := r.headed(m.Sentence, by); k >= 0 && k != i && r.m[k].Class == text.Person {
		return -1
	}
	out := -1
	before := r.sents[m.Sentence-1].Tokens
	for k := r.start[m.Sentence-1]; k < r.start[m.Sentence]; k++ {
		x := &r.m[k]
		t := &before[x.Head]
		if x.Class != text.Person || x.Entity < 0 || t.Head < 0 || t.Head > x.Head || r.inQuote(x) {
			continue
		}
		verb := t.Rel == text.Obj && before[t.Head].UPOS == text.VERB
		switch {
		case verb && toks[m.Head].Rel != text.NsubjPass && actBefore(before, t.Head, &toks[by]):
		case asks && verb && assesses(before[t.Head].Lemma), asks && prep(before, x.Head) == "into" && inquiry(before[t.Head].Lemma):
		default:
			continue
		}
		if out >= 0 && r.m[out].Entity != x.Entity {
			return -1
		}
		out = k
	}
	return out
}

// examines tells the verbs for asking somebody officially what he has done.
func examines(lemma string) bool {
	switch lemma {
	case "question", "interview", "interrogate", "investigate", "quiz", "grill":
		return true
	}
	return false
}

// assesses tells the verbs for what somebody takes another for.
func assesses(lemma string) bool {
	switch lemma {
	case "assess", "judge", "consider", "deem", "describe", "regard", "trust", "believe", "suspect", "find", "clear", "question", "interview", "interrogate", "investigate":
		return true
	}
	return false
}

// actBefore tells whether the last noun for several before verb v, whatever the tree takes it for, is
// the one that names the actors, or any where only "they" tells of them.
func actBefore(toks []text.Token, v text.Index, actors *text.Token) bool {
	for k := v - 1; k >= 0; k-- {
		if toks[k].XPOS == text.NNS {
			return actors.UPOS == text.PRON || toks[k].Lemma == actors.Lemma
		}
		if toks[k].UPOS == text.PROPN || toks[k].UPOS == text.VERB {
			return false
		}
	}
	return false
}

// talkedWith returns the one person of whom the sentence before tells, with whom there was talk,
// where who speaks goes on to tell what he did with him, pronoun i: "There was a meeting with Cook.
// I invited him"; -1 for nobody.
func (r *resolver) talkedWith(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if p := placeOfMention(toks, m); p == placeSubject || p == placePassive || m.Sentence == 0 || !r.onlySpeakers(r.start[m.Sentence], i) {
		return -1
	}
	if s := r.subjectLent(m.Sentence, clauseOf(toks, m.Head)); s >= 0 && !speaksHimself(r.words(&r.m[s])) || s < 0 && toks[0].UPOS != text.VERB {
		return -1 // "Invited him", as a list has it, is of who speaks too
	}
	one, talked := -1, false
	before := r.sents[m.Sentence-1].Tokens
	for k := r.start[m.Sentence-1]; k < r.start[m.Sentence]; k++ {
		x := &r.m[k]
		if x.Class != text.Person || speaksHimself(r.words(x)) {
			continue
		}
		if x.Entity < 0 || one >= 0 && r.m[one].Entity != x.Entity {
			return -1
		}
		if one < 0 {
			one = k
		}
		talked = talked || inContact(before, titleOf(before, x.Head)) >= 0
	}
	if !talked || r.inQuote(m) != r.inQuote(&r.m[one]) {
		return -1
	}
	return one
}

// onlySpeakers tells whether the mentions from k on before end are of nobody but those who speak.
func (r *resolver) onlySpeakers(k, end int) bool {
	for ; k < end; k++ {
		if x := &r.m[k]; x.Class == text.Person && !speaksHimself(r.words(x)) && x.Form != text.Pronoun {
			return false
		}
	}
	return true
}

// speaksHimself tells the words by which speakers mean themselves.
func speaksHimself(word string) bool {
	switch strings.ToLower(word) {
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		return true
	}
	return false
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
	if s := r.subjectLent(m.Sentence, x.under); s >= 0 && toks[r.m[s].Head].Rel != text.NsubjPass {
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

// recounted returns who gave out words on his own contact, of which pronoun i is the possessor: "Chung
// released a statement detailing his visit"; -1 for nobody. Where the tree gives the verb no subject, it
// is who stands before it between commas: "hours after the adviser, Chung, released".
func (r *resolver) recounted(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	h := toks[m.Head].Head
	if toks[m.Head].Rel != text.NmodPoss || h < 0 || toks[h].Rel != text.Obj || !ownContact(toks, m) {
		return -1
	}
	v := toks[h].Head
	if toks[v].XPOS != text.VBG || toks[v].Rel != text.Acl || toks[v].Head < 0 {
		return -1
	}
	switch toks[v].Lemma {
	case "detail", "describe", "recount", "outline", "summarize", "summarise", "announce", "confirm":
	default:
		return -1
	}
	words := &toks[toks[v].Head]
	if words.Rel != text.Obj || words.Head < 1 {
		return -1
	}
	if k := r.subjectOf(m.Sentence, words.Head); k >= 0 {
		return k
	}
	for k := i - 1; k >= r.start[m.Sentence] && toks[words.Head-1].Form == ","; k-- {
		if x := &r.m[k]; x.Last == words.Head-1 && x.Class == text.Person && x.Form == text.Name && toks[x.Head].Rel == text.Appos {
			return k
		}
	}
	return -1
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
	if thing < 0 || toks[thing].Rel != text.Nsubj && toks[thing].Rel != text.NsubjPass || !ruled(toks, toks[thing].Head, m.Head) || says(toks[toks[thing].Head].Lemma) {
		return -1
	}
	return one
}

// ruled tells whether the clause of verb v holds token i, or is a condition put before what holds
// it: "if Kerry's remarks are a sign, he will go".
func ruled(toks []text.Token, v, i text.Index) bool {
	return under(toks, v, i) || toks[v].Rel == text.Advcl && v < i && toks[i].Head == toks[v].Head
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

// ruledOut returns the entities that pronoun i cannot mean, whatever speaks for them.
func (r *resolver) ruledOut(i int) []int {
	var out []int
	for _, e := range []int{r.grateful(i), r.commentator(i)} {
		if e >= 0 {
			out = append(out, e)
		}
	}
	return append(append(out, r.namedUnder(i)...), r.otherSide(i)...)
}

// namedUnder returns who is named as the subject of what pronoun i is said to say or think, or,
// not told of just before, as who says behind it what it is told to do: "He told Blair that Chirac
// had left" is not of Chirac, nor "He will meet Blair, Cook said" of Cook.
func (r *resolver) namedUnder(i int) (out []int) {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	t := &toks[m.Head]
	if t.Rel != text.Nsubj && t.Rel != text.NsubjPass || t.Head < 0 {
		return nil
	}
	v := t.Head
	for k := i + 1; k < r.start[m.Sentence+1]; k++ {
		x := &r.m[k]
		at := &toks[x.Head]
		if x.Form != text.Name || x.Class != text.Person || x.Entity < 0 || at.Head <= v || at.Rel != text.Nsubj && at.Rel != text.NsubjPass {
			continue
		}
		up := &toks[at.Head]
		told := up.Rel == text.Ccomp && up.Head == v
		tells := toks[v].Rel == text.Ccomp && toks[v].Head == at.Head && says(up.Lemma) && !r.toldSince(x.Entity, m.Sentence-2, i)
		if told || tells {
			out = append(out, x.Entity)
		}
	}
	return out
}

// toldSince tells whether an entity is told of from sentence s on, before mention i.
func (r *resolver) toldSince(e, s, i int) bool {
	for k := r.start[max(0, s)]; k < i; k++ {
		if r.m[k].Entity == e {
			return true
		}
	}
	return false
}

// otherSide returns with whom the meeting or call is of which pronoun i is the possessor: "in
// his talks with the president, Bush told him" is of neither's talks with himself.
func (r *resolver) otherSide(i int) (out []int) {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if toks[m.Head].Rel != text.NmodPoss || !ownContact(toks, m) {
		return nil
	}
	for k := i + 1; k < r.start[m.Sentence+1]; k++ {
		x := &r.m[k]
		if toks[x.Head].Head != toks[m.Head].Head || prep(toks, x.Head) != "with" && prep(toks, x.Head) != "to" {
			continue
		}
		if x.Form == text.Nominal && x.Class == text.Person && x.Entity < 0 && !r.holdsPronoun(k) {
			r.put(k, r.describe(k))
		}
		if x.Entity >= 0 {
			out = append(out, x.Entity)
		}
	}
	return out
}

// holdsPronoun tells whether a pronoun stands within mention k: "his Chinese counterpart".
func (r *resolver) holdsPronoun(k int) bool {
	for j := k + 1; j < r.start[r.m[k].Sentence+1]; j++ {
		if r.m[j].Form == text.Pronoun && within(&r.m[j], &r.m[k]) {
			return true
		}
	}
	return false
}

// commentator returns whose remark the sentence before that of pronoun i gives, put within what it
// says of somebody: "Blair, Cook says, was the only mediator. He met Chirac" is of Blair; -1 for
// nobody.
func (r *resolver) commentator(i int) int {
	s := r.m[i].Sentence - 1
	if s < 0 || says(headLemma(r.sents[s+1].Tokens, &r.m[i])) {
		return -1
	}
	toks := r.sents[s].Tokens
	told := false
	for k := r.start[s]; k < r.start[s+1]; k++ {
		x := &r.m[k]
		if x.Class != text.Person || x.Entity < 0 {
			continue
		}
		last := int(x.Last)
		if told && x.First > 0 && toks[x.First-1].Form == "," && last+2 < len(toks) && says(toks[last].Lemma) && toks[last+1].Form == "," && toks[last+2].UPOS != text.PUNCT && !r.inQuote(x) {
			return x.Entity
		}
		told = told || x.Form == text.Name
	}
	return -1
}

// coordinate returns whom the noun before "and" is or whose it is, where pronoun i is the possessor
// of the one behind it: "a visit by Blair to Italy and his talks in Rome", "the report on Cook and
// his call to Paris"; -1 for nobody.
func (r *resolver) coordinate(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	h := toks[m.Head].Head
	if toks[m.Head].Rel != text.NmodPoss || h < 0 || !ownContact(toks, m) || toks[h].Rel != text.Conj || m.First == 0 || toks[m.First-1].Lemma != "and" {
		return -1
	}
	first := toks[h].Head
	for k := i - 1; k >= r.start[m.Sentence]; k-- {
		x := &r.m[k]
		if x.Class != text.Person || x.Form == text.Pronoun {
			continue
		}
		at := &toks[x.Head]
		if x.Head == first && (at.Rel == text.Nmod || at.Rel == text.Obl || at.Rel == text.Obj) || at.Head == first && (at.Rel == text.NmodPoss || prep(toks, x.Head) == "by") {
			return k
		}
	}
	return -1
}

// sameSubject returns the pronoun that is the subject of the clause in which pronoun i, the same
// word for one of that sex, is a possessor or a subject again, where nobody is told of in between:
// "He promised to raise it at his talks with Chirac", "He went to Rome, where he met Prodi"; -1 for
// none.
func (r *resolver) sameSubject(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if t := &toks[m.Head]; t.Rel != text.NmodPoss && (t.Rel != text.Nsubj && t.Rel != text.NsubjPass || t.Head < 0 || toks[t.Head].Rel == text.Conj) {
		return -1
	}
	female, male := sexOfPronoun(strings.ToLower(r.words(m)))
	for k := i - 1; k >= r.start[m.Sentence]; k-- {
		x := &r.m[k]
		if x.Class == text.Person && x.Form != text.Pronoun {
			return -1
		}
		if f, b := sexOfPronoun(strings.ToLower(r.words(x))); f != female || b != male {
			continue
		}
		if t := &toks[x.Head]; (t.Rel == text.Nsubj || t.Rel == text.NsubjPass) && under(toks, t.Head, m.Head) && r.inQuote(x) == r.inQuote(m) {
			return k
		}
	}
	return -1
}

// quotedBefore returns whose words the sentence before gives, or who is told there to have spoken
// in the same vein, where pronoun i is said to have said what opens the sentence: "Blair said he
// was surprised. 'I did not know,' he said as he left"; -1 for nobody.
func (r *resolver) quotedBefore(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if t := &toks[m.Head]; t.Rel != text.Nsubj && t.Rel != text.NsubjPass || t.Head < 0 || r.inQuote(m) || !r.behindQuote(m) {
		return -1
	}
	if l := toks[toks[m.Head].Head].Lemma; !says(l) && l != "quote" && l != "testify" {
		return -1
	}
	s := m.Sentence - 1
	for s >= 0 && r.sents[s].Paragraph == r.sents[m.Sentence].Paragraph && r.quoteOnly(s) {
		s--
	}
	if s < 0 || r.sents[s].Paragraph != r.sents[m.Sentence].Paragraph {
		return -1
	}
	return r.sayer(s)
}

// behindQuote tells whether the clause of a pronoun stands right behind a quotation.
func (r *resolver) behindQuote(m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	for k := m.First - 1; k >= 0 && m.First-k <= 2; k-- {
		switch toks[k].Form {
		case "”", "''", "\"":
			return true
		}
	}
	return false
}

// quoteOnly tells whether all of sentence s is somebody's own words.
func (r *resolver) quoteOnly(s int) bool {
	q := r.quoted[s]
	if q == nil {
		return false
	}
	for t := range q {
		if !q[t] && r.sents[s].Tokens[t].UPOS != text.PUNCT {
			return false
		}
	}
	return true
}

// sayer returns the one person who is told in sentence s to have said something, or by whom
// something was echoed; -1 for none or several.
func (r *resolver) sayer(s int) int {
	toks := r.sents[s].Tokens
	out := -1
	for k := r.start[s]; k < r.start[s+1]; k++ {
		x := &r.m[k]
		t := &toks[x.Head]
		if x.Class != text.Person || x.Entity < 0 || t.Head < 0 || r.inQuote(x) {
			continue
		}
		if t.Rel == text.Nsubj && says(toks[t.Head].Lemma) || t.Rel == text.OblAgent && (toks[t.Head].Lemma == "echo" || toks[t.Head].Lemma == "repeat") {
			if out >= 0 && r.m[out].Entity != x.Entity {
				return -1
			}
			out = k
		}
	}
	return out
}

// aloneBefore returns the one person of whom the sentence before tells, by name and once again,
// where the sentence of pronoun i tells of nobody before it: "Cook's tone changed as he spoke. He
// met Chirac", "Before Blair came, officials praised the prime minister's visit. He met Chirac"; -1
// for nobody.
func (r *resolver) aloneBefore(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if t := &toks[m.Head]; t.Rel != text.Nsubj && t.Rel != text.NsubjPass || r.inQuote(m) || m.Sentence == 0 {
		return -1
	}
	for k := r.start[m.Sentence]; k < i; k++ {
		if r.m[k].Class == text.Person {
			return -1
		}
	}
	who, name, again := -1, -1, false
	for k := r.start[m.Sentence-1]; k < r.start[m.Sentence]; k++ {
		x := &r.m[k]
		if x.Class != text.Person || x.Entity >= 0 && x.Form == text.Nominal && r.ents[x.Entity].Rule == "description" {
			continue
		}
		if x.Entity < 0 || r.inQuote(x) || who >= 0 && who != x.Entity {
			return -1
		}
		who = x.Entity
		switch {
		case name >= 0:
			again = true
		case x.Form != text.Pronoun:
			name = k
		}
	}
	if !again {
		return -1
	}
	return name
}

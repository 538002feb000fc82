package coref

import (
	"slices"
	"strings"

	"readout/text"
)

const (
	reachBack    = 120 // mentions that a pronoun looks back over
	reachForward = 12  // and ahead, within its sentence
	sentenceBack = 4
	sureLead     = 1 << 20 // points by which a pronoun leads where only one can be meant
	outOfMind    = 2       // sentences after which who was told of gives way to a subject since
)

// candidate is a mention that a pronoun may repeat, with what speaks for it.
type candidate struct {
	entity int
	cues   []cue
}

func (c *candidate) score(weights string) int {
	s := 0
	for _, x := range c.cues {
		s += weightOf(weights, x)
	}
	return s
}

// antecedent returns the person whom a singular pronoun stands for, or -1.
func (r *resolver) antecedent(i int, female, male bool) int {
	others := r.ruledOut(i)
	for _, told := range []func(int) int{r.reporter, r.asked, r.whoseOccasion, r.actsThere, r.represented, r.judged, r.inquired, r.teller, r.dealtWith, r.talkedWith, r.recounted, r.sameHand, r.ownsSubject, r.coordinate, r.sameSubject, r.quotedBefore, r.aloneBefore} {
		if s := told(i); s >= 0 && r.isPerson(s, female, male) && !has(others, r.m[s].Entity) {
			r.m[i].Lead = sureLead
			return r.m[s].Entity
		}
	}
	best, bestScore, nextScore := -1, -1<<30, -1<<30
	when, dated := r.toldAbove(r.m[i].Sentence, r.m[i].Head)
	r.eachCandidate(i, female, male, func(c candidate) {
		if has(others, c.entity) {
			return
		}
		s := c.score(r.weights)
		if dated && r.facts.longGone(&r.ents[c.entity], when.first) {
			s -= 1 << 20 // "his 2012 trip" is not Nixon's
		}
		switch {
		case s > bestScore && c.entity != best:
			best, bestScore, nextScore = c.entity, s, bestScore
		case c.entity == best:
			bestScore = max(s, bestScore)
		default:
			nextScore = max(s, nextScore)
		}
	})
	r.m[i].Lead = min(bestScore-nextScore, sureLead)
	return best
}

// isPerson tells whether mention k is of somebody for whom the pronoun may stand.
func (r *resolver) isPerson(k int, female, male bool) bool {
	if r.m[k].Entity < 0 {
		return false
	}
	e := &r.ents[r.m[k].Entity]
	return e.Class == text.Person && !(female && e.Male || male && e.Female)
}

// saidBy returns the verb of saying of whose content pronoun i is the subject, or text.None.
func (r *resolver) saidBy(i int) text.Index {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	v := clauseOf(toks, m.Head)
	if toks[m.Head].Rel != text.Nsubj || toks[m.Head].Head != v || toks[v].Rel != text.Ccomp || r.inQuote(m) {
		return text.None
	}
	if up := toks[v].Head; up >= 0 && says(toks[up].Lemma) {
		return up
	}
	return text.None
}

// reporter returns who is said to say of himself what pronoun i is the subject of, where he
// speaks to nobody whom it could mean too, "Trump says he told Kim", or of what is in his own
// mind, "Trump told Kim he hoped to come"; -1 for nobody. A spokesman tells of another.
func (r *resolver) reporter(i int) int {
	up := r.saidBy(i)
	if up == text.None || r.addressee(i, up) != text.None && !ownMind(headLemma(r.sents[r.m[i].Sentence].Tokens, &r.m[i])) {
		return -1
	}
	s := r.subjectOf(r.m[i].Sentence, up)
	if s < 0 || s > i || r.m[s].Entity < 0 || r.inQuote(&r.m[s]) || r.officeIn(r.ents[r.m[s].Entity].Party.Role) == spokesman {
		return -1
	}
	return s
}

// ownMind tells the words for what only who says so can know of himself.
func ownMind(lemma string) bool {
	switch lemma {
	case "plan", "intend", "hope", "want", "wish", "expect", "prefer", "regret", "think", "believe", "ready", "willing", "happy", "glad", "eager", "grateful", "confident":
		return true
	}
	return false
}

// asked returns whom somebody asks about himself: "Macron asked Trump whether he would meet
// Rouhani"; -1 for nobody.
func (r *resolver) asked(i int) int {
	m := &r.m[i]
	up := r.saidBy(i)
	if up == text.None {
		return -1
	}
	toks := r.sents[m.Sentence].Tokens
	if toks[up].Lemma != "ask" || m.First == 0 || toks[m.First-1].Lemma != "whether" && toks[m.First-1].Lemma != "if" {
		return -1
	}
	if o := r.addressee(i, up); o != text.None {
		return r.headed(m.Sentence, o)
	}
	return -1
}

// addressee returns the object of verb v in the sentence of mention i, or text.None.
func (r *resolver) addressee(i int, v text.Index) text.Index {
	toks := r.sents[r.m[i].Sentence].Tokens
	for k := range toks {
		if t := &toks[k]; t.Head == v && (t.Rel == text.Obj || t.Rel == text.Iobj) {
			return text.Index(k)
		}
	}
	return text.None
}

// whoseOccasion returns whose talks or journey a sentence opens with, of which pronoun i is
// the subject: "After Macron's call with Rouhani, he spoke"; -1 for nobody's.
func (r *resolver) whoseOccasion(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if toks[m.Head].Rel != text.Nsubj {
		return -1
	}
	for k := r.start[m.Sentence]; k < i && r.m[k].First < 6; k++ {
		t := &toks[r.m[k].Head]
		if t.Rel != text.NmodPoss || t.Head < 0 || !occasion(toks[t.Head].Lemma) {
			continue
		}
		if on := &toks[t.Head]; on.Rel == text.Obl && on.Head == toks[m.Head].Head {
			return k
		}
	}
	return -1
}

// actsThere returns who is told to have acted at the talks or on the journey with which a sentence
// opens, of which pronoun i is the possessor: "In his call with Mnuchin, Liu said"; -1 for nobody.
func (r *resolver) actsThere(i int) int {
	m := &r.m[i]
	toks := r.sents[m.Sentence].Tokens
	if toks[m.Head].Rel != text.NmodPoss || toks[m.Head].Head < 0 || !ownContact(toks, m) || m.First == 0 || m.First > 3 || toks[0].UPOS != text.ADP {
		return -1
	}
	for k := i + 1; k < len(r.m) && r.m[k].Sentence == m.Sentence; k++ {
		c := &r.m[k]
		if c.Form != text.Name || c.Class != text.Person || !behindFirstComma(toks, m.First, c.First) {
			continue
		}
		if end := c.Last; int(end) < len(toks) && opensClause(toks, end) {
			return k
		}
		return -1
	}
	return -1
}

// behindFirstComma tells whether only words of a title stand between the first comma behind token
// from and the name at token at.
func behindFirstComma(toks []text.Token, from, at text.Index) bool {
	comma := from
	for comma < at && toks[comma].Form != "," {
		comma++
	}
	for k := comma + 1; k < at; k++ {
		if t := &toks[k]; t.UPOS != text.PROPN && t.UPOS != text.NOUN && t.UPOS != text.ADJ && t.UPOS != text.DET && t.UPOS != text.PART {
			return false
		}
	}
	return comma < at
}

// opensClause tells whether the name that ends before token i is the subject of a clause: a verb
// follows, or another word for him. "Pompeo said," only tells whose words a sentence gives.
func opensClause(toks []text.Token, i text.Index) bool {
	if toks[i].UPOS == text.VERB && says(toks[i].Lemma) && int(i)+1 < len(toks) && toks[i+1].Form == "," {
		return false
	}
	if toks[i].Form == "," && int(i)+1 < len(toks) {
		next := &toks[i+1]
		return next.UPOS == text.DET || next.XPOS == text.WP
	}
	return toks[i].UPOS == text.VERB || toks[i].UPOS == text.AUX || toks[i].UPOS == text.ADV
}

// eachCandidate gives the mentions that the pronoun may repeat, the nearest first,
// then those after it in its sentence.
func (r *resolver) eachCandidate(i int, female, male bool, yield func(candidate)) {
	m := &r.m[i]
	p := r.pronounAt(i)
	speaker := -1
	if p.quoted {
		speaker = r.speaker(m.Sentence, m.First)
	}
	contact := p.kind == 2 && contactOf(p.toks, m)
	fits := func(k int) bool {
		c := &r.m[k]
		if c.Entity < 0 || r.ents[c.Entity].Class != text.Person || c.Entity == speaker || within(m, c) || r.hosts(c, m) || r.recalled(c) || r.servedAs(c) {
			return false
		}
		e := &r.ents[c.Entity]
		return !(female && e.Male || male && e.Female || r.bound(m, c) || contact && r.officeIn(e.Party.Role) == spokesman)
	}
	first := max(0, i-reachBack)
	for k := i - 1; k >= first && m.Sentence-r.m[k].Sentence <= sentenceBack && p.lastSub < 0; k-- {
		if fits(k) && placeOfMention(r.sents[r.m[k].Sentence].Tokens, &r.m[k]) <= placePassive {
			p.lastSub = k
		}
	}
	var seen []int
	for k := i - 1; k >= first && m.Sentence-r.m[k].Sentence <= sentenceBack; k-- {
		if far := m.Sentence - r.m[k].Sentence; p.lastSub >= 0 && far > outOfMind && far > m.Sentence-r.m[p.lastSub].Sentence {
			break
		}
		if !fits(k) {
			continue
		}
		e := r.m[k].Entity
		r.buf = r.cues(r.buf[:0], &p, k, len(seen)-bit(has(seen, e)), r.told(e, i-1))
		yield(candidate{e, r.buf})
		if !has(seen, e) {
			seen = append(seen, e)
		}
	}
	here := len(seen) > 0 && r.toldIn(i)
	for k := i + 1; k < len(r.m) && k < i+reachForward && r.m[k].Sentence == m.Sentence; k++ {
		if r.m[k].Form == text.Name && fits(k) && (!here || r.above(k, m)) {
			r.buf = r.cues(r.buf[:0], &p, k, len(seen), r.told(r.m[k].Entity, i-1))
			yield(candidate{r.m[k].Entity, r.buf})
		}
	}
}

// contactOf tells whether a possessor's is a meeting or journey: where a spokesman tells of
// "his meeting with Xi", it is that of whom he speaks for.
func contactOf(toks []text.Token, m *text.Mention) bool {
	up := toks[m.Head].Head
	if up < 0 {
		return false
	}
	switch toks[up].Lemma {
	case "meeting", "talk", "talks", "visit", "trip", "tour", "summit", "conversation", "negotiation", "dinner", "lunch":
		return true
	}
	return false
}

// hosts tells whether the candidate is only told of as whose house is visited in the
// pronoun's sentence: "during a visit to Trump's estate, a day after he met Biden" tells of
// the visitor.
func (r *resolver) hosts(c, m *text.Mention) bool {
	toks := r.sents[c.Sentence].Tokens
	if c.Sentence != m.Sentence || c.First > m.First || toks[c.Head].Rel != text.NmodPoss || toks[m.Head].Rel != text.Nsubj {
		return false
	}
	house := toks[c.Head].Head
	if house < 0 || toks[house].Head < 0 {
		return false
	}
	switch toks[toks[house].Head].Lemma {
	case "visit", "trip":
		return true
	}
	return false
}

// servedAs tells a candidate whom the sentence only opens with to say for whom somebody else is
// there, or whom he is set against: "As Macron's envoy, he said", "In Macron's absence, he spoke" and
// "Unlike Macron, he" are of the other, and so is what goes on with "he".
func (r *resolver) servedAs(c *text.Mention) bool {
	toks := r.sents[c.Sentence].Tokens
	if int(c.Last) >= len(toks) || c.First == 0 || c.First > 12 {
		return false
	}
	switch toks[0].Form {
	case "As":
	case "In":
		next := c.Last + 1
		return c.First <= 3 && toks[c.Last].XPOS == text.POS && int(next)+1 < len(toks) && standIn(toks[next].Lemma) && toks[next+1].Form == ","
	case "Unlike", "Like":
		return c.First <= 3 && toks[c.Last].Form == ","
	default:
		return false
	}
	serves, of := false, false
	for k := text.Index(1); int(k) < len(toks) && toks[k].Form != ","; k++ {
		switch {
		case toks[k].UPOS == text.VERB && toks[k].XPOS != text.VBN && toks[k].XPOS != text.VBG, toks[k].UPOS == text.AUX:
			return false // "As Macron's envoy arrived"
		case serving(toks[k].Lemma):
			serves = true
			of = of || k < c.First && toks[k+1].Form == "of"
		}
	}
	own := toks[c.Last].XPOS == text.POS && c.First <= 4
	return serves && (own || of && !slices.ContainsFunc(toks[:c.First], func(t text.Token) bool { return t.Form == "," }))
}

// standIn tells the nouns for what one does another's part in.
func standIn(lemma string) bool {
	switch lemma {
	case "absence", "place", "stead", "name":
		return true
	}
	return false
}

// serving tells the offices of who acts for the person named beside them.
func serving(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "envoy", "adviser", "advisor", "aide", "emissary", "assistant", "representative", "spokesman", "spokeswoman", "deputy", "lawyer", "attorney", "secretary", "minister",
		"negotiator", "ambassador", "chief", "confidant", "ally", "successor", "predecessor", "counsel", "mediator", "delegate":
		return true
	}
	return false
}

// recalled tells a candidate who is of another time, and here only told of by what was
// his: "opportunities like Nixon's trip" in a text of 2015.
func (r *resolver) recalled(c *text.Mention) bool {
	e := &r.ents[c.Entity]
	if c.Form == text.Pronoun || !r.facts.sure {
		return false
	}
	switch placeOfMention(r.sents[c.Sentence].Tokens, c) {
	case placeOwner, placeNmod, placeCompound:
	default:
		return false
	}
	return r.facts.longGone(e, r.facts.term)
}

// toldIn tells whether a person is told of before mention i in its sentence.
func (r *resolver) toldIn(i int) bool {
	for k := i - 1; k >= 0 && r.m[k].Sentence == r.m[i].Sentence; k-- {
		if e := r.m[k].Entity; e >= 0 && r.ents[e].Class == text.Person && r.m[k].Form != text.Pronoun {
			return true
		}
	}
	return false
}

// above tells whether what mention k is told in holds the pronoun before it, so that the
// pronoun may run ahead of the name: "in his speech, Putin said", not "he said Putin".
func (r *resolver) above(k int, m *text.Mention) bool {
	toks := r.sents[m.Sentence].Tokens
	own := clauseOf(toks, r.m[k].Head)
	return under(toks, own, m.Head) && clauseOf(toks, m.Head) != own || own == clauseOf(toks, m.Head) && toks[m.Head].Rel == text.NmodPoss
}

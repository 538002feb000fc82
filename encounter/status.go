package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// verdict is what a sentence says of whether an occasion happened, and by which word.
type verdict struct {
	status readout.Status
	how    string     // of a cancelled or denied one
	word   text.Index // the word that decides
	firm   bool       // false where the occasion is only referred to: "ahead of the talks"

	granted bool // what stands above takes the occasion for granted, whatever it denies
	fixed   bool // it is called somebody's planned one: what is wished of it leaves it planned
}

// weight orders what the words on the way up the tree say: the stronger wins.
var weight = map[readout.Status]int{
	readout.Held: 1, readout.Planned: 2, readout.Proposed: 3, readout.Denied: 4, readout.Cancelled: 5,
}

func (v *verdict) raise(status readout.Status, how string, word text.Index) {
	if v.firm && weight[status] <= weight[v.status] || v.fixed && status == readout.Proposed {
		return
	}
	v.status, v.how, v.word, v.firm = status, how, word, true
}

// status reads the tense, modality, negation and governing verbs of trigger t from
// the inside outwards, up to the clause in which somebody is quoted as saying it.
func (w *words) status(s *text.Sentence, t text.Index) verdict {
	v := verdict{status: readout.Held, word: t}
	node, from := t, text.None
	for steps := 0; node != text.None && steps < 8; steps++ {
		stop := w.judge(s, &v, node, from)
		if stop {
			break
		}
		from, node = node, w.above(s, node)
	}
	w.judgeAfter(s, &v, t)
	if no := w.afterItWas(s, t); no != text.None {
		v = verdict{status: readout.Held, word: t}
		w.apply(&v, w.governs(s, no), no)
	}
	if !v.firm {
		w.judgeBefore(s, &v, t)
	}
	if !v.firm && v.status == readout.Held && inNextWeeks(s, t) {
		v.status = readout.Planned
	}
	return v
}

// above is the word on which node hangs. Where the tree hangs it on a verb of saying that
// comes after a whole clause ("will visit Cairo for talks with Sisi, the official said"),
// it is that clause's verb.
func (w *words) above(s *text.Sentence, node text.Index) text.Index {
	h := s.Tokens[node].Head
	if inTalks(s, node) {
		return governor(s, node)
	}
	if byFollowing(s, node) {
		return governor(s, h)
	}
	if h == text.None || h < node || s.Tokens[node].Rel != text.Obl || caseOf(s, node) != "for" || !w.soft(s.Tokens[h].Lemma) {
		return h
	}
	for i := node - 1; i >= 0 && node-i < 20; i-- {
		if s.Tokens[i].UPOS == text.VERB && (finiteVerb(&s.Tokens[i]) || s.Child(i, text.Aux) != text.None) {
			return i
		}
	}
	return h
}

// afterItWas finds what was done with an occasion where the tree takes "after" for a preposition: "renewed
// his offer after the summit with her was cancelled".
func (w *words) afterItWas(s *text.Sentence, t text.Index) text.Index {
	if s.Tokens[t].UPOS != text.NOUN || caseOf(s, t) != "after" && caseOf(s, t) != "since" {
		return text.None
	}
	for i := t + 1; int(i)+1 < len(s.Tokens) && i-t <= longestTitle; i++ {
		switch k := &s.Tokens[i]; {
		case k.XPOS == text.VBD && k.Lemma == "be" && s.Tokens[i+1].XPOS == text.VBN && off(w.governs(s, i+1)):
			return i + 1
		case k.UPOS == text.VERB, k.UPOS == text.AUX, k.Form == ",", k.UPOS == text.PRON:
			return text.None
		}
	}
	return text.None
}

// judgeAfter reads what became of a plan at the end of its sentence: "he had planned to
// meet her, but cancelled at the last minute".
func (w *words) judgeAfter(s *text.Sentence, v *verdict, trigger text.Index) {
	if v.status != readout.Planned && v.status != readout.Proposed {
		return
	}
	if no := notToBe(s, trigger); no != text.None {
		w.apply(v, "cancel", no)
		return
	}
	if i := whichWas(s, trigger); i != text.None && off(w.governs(s, i)) {
		w.apply(v, w.governs(s, i), i)
		return
	}
	but := text.None
	for i := trigger + 1; int(i) < len(s.Tokens); i++ {
		tok := &s.Tokens[i]
		if v.status == readout.Proposed && saidYes(s, i, trigger) {
			v.status, v.word, v.firm = readout.Planned, i, true
			return
		}
		if tok.Lemma == "but" {
			but = i
		}
		own := itself(s, i)
		after := but != text.None && (i-but <= 5 && (s.Child(i, text.Nsubj) != text.None || fellThrough(s, i)) || own && i-but <= 7)
		if !after && (tok.Rel != text.Conj || !s.Dominates(tok.Head, trigger)) || tok.UPOS != text.VERB || !pastTense(s, i) && !(own && tok.XPOS == text.VBN) ||
			!own && !fellThrough(s, i) && (s.Child(i, text.Obj) != text.None || s.Child(i, text.Obl) != text.None && s.Child(i, text.CompoundPrt) == text.None && caseOf(s, s.Child(i, text.Obl)) != "at") {
			continue
		}
		if says := w.governs(s, i); says == "cancel" || says == "postpone" || says == "refuse" && v.status == readout.Proposed && s.Child(i, text.Xcomp) == text.None {
			w.apply(v, says, i) // "wanted to meet him, but he declined"
		}
	}
}

// saidYes tells the answer to a wish or an offer: "wants to meet him, and the president says yes".
func saidYes(s *text.Sentence, i, trigger text.Index) bool {
	t := &s.Tokens[i]
	if next := i + 1; t.Lemma == "say" && int(next) < len(s.Tokens) && s.Tokens[next].Lemma == "yes" {
		return finiteVerb(t) && auxiliary(s, i) == "" && negated(s, i) == text.None
	}
	if t.Rel != text.Conj || !s.Dominates(t.Head, trigger) || s.Child(i, text.Nsubj) == text.None || negated(s, i) != text.None || auxiliary(s, i) != "" || !finiteVerb(t) && !pastTense(s, i) {
		return false
	}
	next := i + 1
	return (t.Lemma == "agree" || t.Lemma == "accept") && int(next) < len(s.Tokens) && s.Tokens[next].UPOS == text.PUNCT
}

// whichWas finds what a clause says was done with an occasion: "the planned summit between them in
// Rome, which has now been cancelled". The tree may hang the clause on the verb. A noun between may
// be what it tells of instead, unless it is somebody's title: "between the Polish president Duda".
func whichWas(s *text.Sentence, trigger text.Index) text.Index {
	if s.Tokens[trigger].UPOS != text.NOUN {
		return text.None
	}
	for i := trigger + 1; int(i)+1 < len(s.Tokens); i++ {
		switch t := &s.Tokens[i]; {
		case t.XPOS == text.WDT && t.Head > i && (t.Rel == text.NsubjPass || t.Rel == text.Nsubj):
			if s.Tokens[i-1].Form != "," || s.Tokens[t.Head].XPOS != text.VBN || !pastTense(s, t.Head) || auxiliary(s, t.Head) != "" || negated(s, t.Head) != text.None {
				return text.None
			}
			return t.Head
		case t.UPOS == text.VERB, t.UPOS == text.NOUN && s.Tokens[i+1].UPOS != text.PROPN && t.Rel != text.Compound:
			return text.None
		}
	}
	return text.None
}

// fellThrough tells a passive of the occasion or of what it was to be part of: "but that
// event was canceled".
func fellThrough(s *text.Sentence, v text.Index) bool {
	subject := s.Child(v, text.NsubjPass)
	if subject == text.None {
		return false
	}
	switch l := s.Tokens[subject].Lemma; l {
	case "event", "gathering", "conference", "forum", "session":
		return true
	default:
		return itsName(l)
	}
}

// notToBe finds, behind a plan, the words that it will not be: "was to meet her, but an
// aide said that the meeting would not take place".
func notToBe(s *text.Sentence, trigger text.Index) text.Index {
	but := false
	for i := trigger + 1; int(i)+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		but = but || t.Lemma == "but"
		if !but || t.UPOS != text.VERB || negated(s, i) == text.None {
			continue
		}
		if subject := s.Child(i, text.Nsubj); subject != text.None && comesAbout(t.Lemma, s.Tokens[i+1].Lemma) && itsName(s.Tokens[subject].Lemma) {
			return i
		}
	}
	return text.None
}

// comesAbout tells a verb, with the word behind it, for what takes place.
func comesAbout(lemma, next string) bool {
	switch lemma {
	case "happen", "occur", "proceed", "materialize", "materialise":
		return true
	case "take":
		return next == "place"
	case "go":
		return next == "ahead" || next == "forward"
	}
	return false
}

// itsName tells a word by which an occasion is taken up.
func itsName(lemma string) bool {
	switch lemma {
	case "meeting", "talk", "visit", "trip", "summit", "call", "it", "that", "encounter", "negotiation":
		return true
	}
	return false
}

// itself tells whether what a verb calls off is the occasion planned or the way to it:
// "but he cancelled his trip", "but she called it off". The words are read as they stand.
func itself(s *text.Sentence, v text.Index) bool {
	for i := v + 1; int(i) < len(s.Tokens) && i <= v+4; i++ {
		switch s.Tokens[i].Lemma {
		case "trip", "visit", "journey", "tour", "travel", "attendance", "appearance", "participation", "plan", "it", "meeting", "talk", "engagement":
			next := i + 1
			return int(next) >= len(s.Tokens) || s.Tokens[next].Lemma != "to" && s.Tokens[next].Lemma != "with" // another one
		}
		if s.Tokens[i].UPOS == text.PUNCT || s.Tokens[i].UPOS == text.VERB {
			return false
		}
	}
	return false
}

// judgeBefore reads a verb that calls off what stands right behind it, where the tree
// breaks its object apart: "canceled a planned one-on-one summit".
func (w *words) judgeBefore(s *text.Sentence, v *verdict, t text.Index) {
	if s.Tokens[t].UPOS != text.NOUN {
		return
	}
	for j := t - 1; j >= 0 && t-j <= 8; j-- {
		tok := &s.Tokens[j]
		if tok.UPOS == text.VERB && tok.XPOS != text.VBN || finiteVerb(tok) || s.Child(j, text.Aux) != text.None {
			if says := w.governs(s, j); off(says) && negated(s, j) == text.None && !w.onlyWished(s, j) {
				w.apply(v, says, j)
			}
			return
		}
		if !nominalWord(tok) && tok.Form != "-" && tok.Lemma != "on" && tok.XPOS != text.VBN && tok.Lemma != "one" {
			return
		}
	}
}

// judge adds what one node on the way up says. It returns true where the way ends.
func (w *words) judge(s *text.Sentence, v *verdict, node, from text.Index) (stop bool) {
	t := &s.Tokens[node]
	nominal := t.UPOS == text.NOUN || t.UPOS == text.PROPN
	if t.Lemma == "way" && from != text.None && caseOf(s, from) == "for" {
		if w.prepared(s, node) {
			w.apply(v, "plan", node)
		} else {
			w.apply(v, "propose", node) // "a pact to pave the way for talks"
		}
		return true
	}
	if t.Lemma == "hold" && nominal && caseOf(s, node) == "on" && from != text.None && s.Tokens[from].Rel == text.Nsubj {
		w.apply(v, "postpone", node) // "the talks are on hold"
		return true
	}
	if w.judgeOutlook(s, v, node, from) {
		return true
	}
	if w.settlesAhead(s, v, node, from) {
		return true
	}
	if says := w.governs(s, node); from != text.None && off(says) && s.Tokens[from].Rel == text.Advcl && forWhom(s, from) != text.None {
		w.apply(v, says, node) // "cancelled a flight for Pelosi to visit the troops"
		return true
	}
	if from != text.None && s.Tokens[from].Rel == text.Obj && helpedWith(s, node) {
		v.raise(readout.Held, "", node)
		return true
	}
	if from != text.None && (struckFor(s, node, from) || infinitive(s, from) && saidBeforeGoing(s, node)) {
		v.raise(readout.Planned, "", node)
		return true
	}
	if from == text.None && (askedThere(s, node) && pastTense(s, governor(s, node)) || announcedThere(s, node)) {
		v.raise(readout.Held, "", node)
		return true
	}
	if nominal && from == text.None && t.Head != text.None && runUp(s, t.Head) {
		w.apply(v, "plan", t.Head)
		return true
	}
	if from != text.None && (infinitive(s, from) || s.Tokens[from].Rel == text.Obl && (caseOf(s, from) == "for" || caseOf(s, from) == "include") || byFollowing(s, from)) && isToGo(s, node) {
		v.raise(readout.Planned, "", node)
		return true
	}
	if nominal {
		if from != text.None && s.Tokens[from].Rel == text.Conj && s.Tokens[node].Rel == text.Obj && w.says[s.Tokens[t.Head].Lemma] == "refuse" {
			return false // "withheld the aid and a meeting": both
		}
		if from != text.None && wouldBe(s, node, from) {
			v.raise(readout.Planned, "", node)
			return true
		}
		if from != text.None && !w.leadsOn(s.Tokens[node].Lemma) {
			return true // "notes of the meeting": what happens to the notes says nothing of it
		}
		if from != text.None && infinitive(s, from) && s.Tokens[from].Rel == text.Acl && stirredBy(s, node) {
			return true // "would like to thank you for this chance to visit Rome"
		}
		w.judgeNoun(s, v, node, from)
		w.judgePredicate(s, v, node)
		if from == text.None && t.Rel == text.Advcl && ownCopula(s, node) && s.Child(node, text.Mark) == text.None {
			return true // "announced he would not stand, he was on a call with her": a sentence of its own
		}
		return t.Rel == text.Root || (from == text.None || partitive(s.Tokens[node].Lemma)) && w.judgeCase(s, v, node) || from == text.None && w.severed(s, node)
	}
	if agreedThere(s, node, from) || triedThere(s, node, from) || declaredThere(s, node, from) {
		v.raise(readout.Held, "", node)
		return true // "agreed to open the border in talks": they were held
	}
	if !v.firm && from != text.None && t.Lemma == "discuss" && t.XPOS == text.VBZ && s.Tokens[from].Rel == text.Obj && s.Child(from, text.NmodPoss) != text.None {
		return true // "the president discusses his meeting with her": he has had it
	}
	if of := chanceOf(s, node); from != text.None && of != text.None {
		if v.granted = v.granted || presupposed(s, from); v.granted {
			v.raise(readout.Planned, "", of) // "the chance of bankers joining him on his trip"
		} else {
			w.apply(v, "propose", of)
		}
		return true
	}
	if from != text.None && s.Tokens[from].Rel == text.Obj && thoughtToBring(s, node) {
		w.apply(v, "propose", t.Head)
		return true
	}
	w.judgeGovernor(s, v, node, from)
	w.judgeProspect(s, v, node, from)
	if from != text.None && (recounts(t.Lemma) || excuses(t.Lemma) && callOrHis(s, from) ||
		hampers(t.Lemma) && goesOn(s, from)) && s.Tokens[from].Rel == text.Obj && s.Tokens[from].UPOS == text.NOUN {
		if t.Lemma == "recall" || t.Lemma == "remember" || t.Lemma == "recount" {
			v.raise(readout.Held, "", node)
		}
		if t.Lemma == "see" && auxiliary(s, node) == "will" {
			v.raise(readout.Planned, "", node) // "the summit will see a meeting between them"
		}
		return true // "failed to disclose his meeting": that he failed says nothing of it
	}
	w.judgeVerb(s, v, node, from)
	return w.clauseEnds(s, v, node)
}

// helpedWith tells what somebody has had help with, and thanks for: "thanked him for his help in organising
// her visit to Rome".
func helpedWith(s *text.Sentence, v text.Index) bool {
	help := s.Tokens[v].Head
	if s.Tokens[v].XPOS != text.VBG || s.Tokens[v].Rel != text.Acl || help == text.None || datedAhead(s) {
		return false
	}
	switch s.Tokens[help].Lemma {
	case "help", "assistance", "aid", "support", "role":
	default:
		return false
	}
	switch s.Tokens[v].Lemma {
	case "organize", "organise", "arrange", "prepare":
		h := s.Tokens[help].Head
		return h != text.None && caseOf(s, help) == "for" && s.Tokens[h].Lemma == "thank" && pastTense(s, h)
	}
	return false
}

// struckFor tells what others agreed that somebody is to do: "a deal was struck for Ruiz to meet her".
func struckFor(s *text.Sentence, v, from text.Index) bool {
	subject := s.Child(v, text.NsubjPass)
	if subject == text.None || negated(s, v) != text.None || !infinitive(s, from) || forWhom(s, from) == text.None {
		return false
	}
	switch s.Tokens[subject].Lemma {
	case "deal", "agreement", "compromise", "arrangement", "date", "time":
		return true
	}
	return false
}

// agreedThere tells an occasion at which it was agreed or promised to do something, where
// the tree hangs it on what is to be done: "agreed to open the border during talks".
func agreedThere(s *text.Sentence, node, from text.Index) bool {
	h := s.Tokens[node].Head
	if from == text.None || h == text.None || !infinitive(s, node) || !saidThere(s, from) || !pastTense(s, h) {
		return false
	}
	switch s.Tokens[node].Lemma {
	case "meet", "hold", "continue", "resume", "attend", "discuss", "talk", "speak", "participate", "take", "return", "start", "begin", "come", "raise", "consider", "address":
		return false // that may be to come as well
	}
	switch s.Tokens[h].Lemma {
	case "agree", "decide", "pledge", "promise", "vow", "undertake", "resolve", "consent":
		return true
	}
	return false
}

// triedThere tells an occasion in the course of which something was not brought about, or one
// talked, or tried to talk, the other into something, where the tree hangs it on what that was: "failed to
// agree to end the war during talks", "pushed him to reconsider during their meeting", "his efforts to press
// her during a call".
func triedThere(s *text.Sentence, node, from text.Index) bool {
	if from == text.None || s.Tokens[from].UPOS != text.NOUN || s.Tokens[from].Rel != text.Obl || caseOf(s, from) != "during" || !infinitive(s, node) {
		return false
	}
	theirs := s.Child(from, text.NmodPoss)
	if noun := s.Tokens[node].Head; s.Tokens[node].Rel == text.Acl && (s.Tokens[noun].Lemma == "effort" || s.Tokens[noun].Lemma == "attempt" || s.Tokens[noun].Lemma == "bid") && urgesHim(s.Tokens[node].Lemma) {
		return true
	}
	for v, steps := s.Tokens[node].Head, 0; v != text.None && steps < 5; v, steps = s.Tokens[v].Head, steps+1 {
		if s.Tokens[v].UPOS != text.VERB || !pastTense(s, v) {
			continue
		}
		switch l := s.Tokens[v].Lemma; l {
		case "fail", "manage", "struggle":
			return true
		default:
			return urgesHim(l) && theirs != text.None && lower(s.Tokens[theirs].Form) == "their" && s.Child(v, text.Obj) != text.None
		}
	}
	return false
}

// urgesHim tells a verb by which one works on another to his face.
func urgesHim(lemma string) bool {
	switch lemma {
	case "push", "press", "convince", "persuade", "encourage", "urge", "ask", "tell", "warn", "pressure":
		return true
	}
	return false
}

// declaredThere tells an occasion in the course of which somebody said what he was ready to do, where
// the tree hangs it on that: "announced its intention to lend two paintings during her visit".
func declaredThere(s *text.Sentence, node, from text.Index) bool {
	if from == text.None || s.Tokens[from].Rel != text.Obl || caseOf(s, from) != "during" || s.Child(from, text.NmodPoss) == text.None || !infinitive(s, node) || s.Tokens[node].Rel != text.Acl {
		return false
	}
	noun := s.Tokens[node].Head
	switch s.Tokens[noun].Lemma {
	case "intention", "readiness", "willingness", "commitment", "desire", "determination":
	default:
		return false
	}
	if s.Tokens[noun].Rel != text.Obj || !pastTense(s, s.Tokens[noun].Head) {
		return false
	}
	switch s.Tokens[node].Lemma {
	case "sign", "discuss", "raise", "meet", "talk", "address", "visit", "seek", "push", "press":
		return false // that is to be done there
	}
	return true
}

// runUp tells the time before an occasion: "in the run-up to the summit".
func runUp(s *text.Sentence, node text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "run-up", "runup", "lead-up":
		return true
	case "up":
		c := s.Child(node, text.Compound)
		return c != text.None && (s.Tokens[c].Lemma == "run" || s.Tokens[c].Lemma == "lead")
	}
	return false
}

// recounts tells a verb that only speaks of an occasion.
func recounts(lemma string) bool {
	switch lemma {
	case "disclose", "mention", "reveal", "describe", "report", "recall", "recount", "discuss", "remember", "acknowledge", "conceal", "hide", "criticize", "criticise", "call", "see", "view":
		return true
	}
	return false
}

// excuses tells a verb for what somebody makes of a call that was: "tried to normalize the call",
// "is not portraying the conversation accurately".
func excuses(lemma string) bool {
	switch lemma {
	case "normalize", "normalise", "justify", "defend", "downplay", "explain", "spin", "portray", "characterize", "characterise", "misrepresent":
		return true
	}
	return false
}

// callOrHis tells a call or conversation, and a meeting of somebody's: one that is over.
func callOrHis(s *text.Sentence, noun text.Index) bool {
	switch l := s.Tokens[noun].Lemma; l {
	case "call", "conversation":
		return true
	default:
		return itsName(l) && s.Child(noun, text.NmodPoss) != text.None
	}
}

// hampers tells a verb for what others do to talks that go on: "sought to undermine his
// negotiations".
func hampers(lemma string) bool {
	switch lemma {
	case "undermine", "sabotage", "torpedo", "thwart", "influence":
		return true
	}
	return false
}

// goesOn tells talks that are known to be under way: "his negotiations with Iran".
func goesOn(s *text.Sentence, noun text.Index) bool {
	return negotiated(s.Tokens[noun].Lemma) && theirOwn(s, noun)
}

// thoughtToBring tells a gerund for what somebody holds that it should be done, and not for what
// was: "the importance of organising a visit".
func thoughtToBring(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if t.XPOS != text.VBG || t.Rel != text.Acl || t.Head == text.None || !isNeed(s.Tokens[t.Head].Lemma) {
		return false
	}
	switch t.Lemma {
	case "hold", "organize", "organise", "arrange", "convene", "schedule", "resume", "conduct":
		return true
	}
	return false
}

// inBargain tells what is one side of a bargain: "a quid pro quo involving aid and a meeting with her".
func inBargain(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].Rel == text.Conj {
		i = s.Tokens[i].Head
	}
	v := s.Tokens[i].Head
	if v == text.None || s.Tokens[i].Rel != text.Obj || s.Tokens[v].Lemma != "involve" || s.Tokens[v].XPOS != text.VBG {
		return false
	}
	for i := v - 1; i >= 0 && v-i <= 5; i-- {
		switch s.Tokens[i].Lemma {
		case "quo", "bargain", "swap":
			return true
		}
	}
	return false
}

// chanceOf returns the noun that leaves it open whether others do what verb v says, where the tree hangs
// the verb on them: "the possibility of bankers accompanying him"; text.None for nothing.
func chanceOf(s *text.Sentence, v text.Index) text.Index {
	who := s.Tokens[v].Head
	if s.Tokens[v].XPOS != text.VBG || s.Tokens[v].Rel != text.Acl || s.Tokens[who].Rel != text.Nmod || caseOf(s, who) != "of" {
		return text.None
	}
	switch of := s.Tokens[who].Head; s.Tokens[of].Lemma {
	case "possibility", "chance", "prospect", "likelihood", "idea", "odds":
		return of
	}
	return text.None
}

// partitive tells a noun that is only a part of the occasion behind it: "ahead of
// another round of talks".
func partitive(lemma string) bool {
	switch lemma {
	case "round", "series", "set", "day", "start", "beginning", "opening", "end", "conclusion", "resumption", "couple", "string":
		return true
	}
	return false
}

// judgeNoun reads the words beside a noun: "a planned meeting", "no talks",
// "plans for a meeting".
func (w *words) judgeNoun(s *text.Sentence, v *verdict, node, from text.Index) {
	if n := negated(s, node); n != text.None && (from != text.None && !wasNot(s, node, from) || from == text.None && !presence(s, node) && !onlyShort(s, node)) {
		v.raise(readout.Denied, w.howDenied(s, node), n)
	}
	if from != text.None { // the trigger hangs on this noun: "plans to meet", "the possibility of a meeting"
		if s.Tokens[node].Lemma == "failure" && (v.granted || s.Tokens[from].UPOS != text.VERB) {
			return // "the failure of the talks", "to agree at the summit": they were held
		}
		if says := w.says[s.Tokens[node].Lemma]; says == "cancel" || says == "postpone" {
			w.apply(v, says, node) // "the summit's cancellation"
			return
		}
		if infinitive(s, from) && (seized(s, node) || stirredBy(s, node)) || isAnEffort(s, node, from) {
			return
		}
		if v.granted && s.Tokens[node].Lemma == "call" {
			return // "calls to cancel his visit"
		}
		if s.Tokens[from].Rel == text.Appos && s.Tokens[node].Lemma == "chance" {
			return // "there is a chance their meeting won't happen"
		}
		if w.says[s.Tokens[node].Lemma] != "" && s.Tokens[from].Rel != text.NmodPoss && s.Tokens[from].Rel != text.Compound {
			w.apply(v, w.says[s.Tokens[node].Lemma], node)
		}
		return
	}
	if w.wasHeld(s, node) {
		return // "held a much-anticipated meeting"
	}
	if governs := governor(s, node); s.Tokens[governs].Lemma == "agree" && nextInAWord(s, node) {
		v.raise(readout.Planned, "", node)
	}
	if c := s.Child(node, text.Amod); c != text.None && s.Tokens[c].Lemma == "next" && (!pastTense(s, governor(s, node)) || s.Tokens[node].Rel == text.Obl && s.Tokens[governor(s, node)].Lemma == "agree") {
		v.raise(readout.Planned, "", c) // "logistics for the next summit", "agreed on the next meeting"
	}
	if c := toCome(s, node); c != text.None {
		v.raise(readout.Planned, "", c)
	}
	if c := looming(s, node); c != text.None {
		v.raise(readout.Planned, "", c)
	}
	if c := beginsThen(s, node); c != text.None {
		v.raise(readout.Planned, "", c)
	}
	if c, says := longedFor(s, node); c != text.None {
		w.apply(v, says, c)
	}
	for _, m := range s.Children(node, text.Amod, text.Acl) {
		if meantFor(s, m) || s.Tokens[m].Rel == text.Acl && inAdvance(s, m) || s.Tokens[m].Lemma == "open" || m > 0 && s.Tokens[m].Lemma == "like" && s.Tokens[m-1].Form == "-" {
			continue // "had open talks", "began with a party-like visit": how they went
		}
		v.fixed = v.fixed || theirOwn(s, node) && (toBeHeld(s.Tokens[m].Lemma) || lower(s.Tokens[m].Form) == "expected")
		if says := w.says[s.Tokens[m].Lemma]; says != "" && (s.Tokens[m].Rel == text.Amod || s.Tokens[m].XPOS == text.VBN) {
			w.apply(v, says, m)
		} else if says := w.says[lower(s.Tokens[m].Form)]; says != "" && s.Tokens[m].Rel == text.Amod {
			w.apply(v, says, m)
		}
	}
}

// nextInAWord tells "the next one-on-one meeting", where the tree takes the words with hyphens apart.
func nextInAWord(s *text.Sentence, node text.Index) bool {
	i := node - 1
	for i > 0 && s.Tokens[i-1].Form == "-" {
		i -= 2
	}
	return i > 0 && i < node-1 && s.Tokens[i-1].Lemma == "next"
}

// wouldBe tells somebody's occasion of which a clause says what it is to be: "his visit would be a
// chance to mend ties", "will be a success".
func wouldBe(s *text.Sentence, node, from text.Index) bool {
	if s.Tokens[from].Rel != text.Nsubj || s.Tokens[from].UPOS != text.NOUN || !itsName(s.Tokens[from].Lemma) || s.Child(node, text.Cop) == text.None || negated(s, node) != text.None {
		return false
	}
	a := auxiliary(s, node)
	return (a == "will" || a == "would") && !auxiliaryHave(s, node) && s.Child(node, text.Advcl) == text.None && theirOwn(s, from)
}

// wasNot tells an occasion of which somebody says what it was not: "this call was not the end of it".
func wasNot(s *text.Sentence, node, from text.Index) bool {
	det := s.Child(from, text.Det, text.NmodPoss)
	return s.Tokens[from].Rel == text.Nsubj && s.Child(node, text.Cop) != text.None && pastTense(s, node) && auxiliary(s, node) == "" &&
		itsName(s.Tokens[from].Lemma) && det != text.None && s.Tokens[det].Lemma != "a" && s.Tokens[det].Lemma != "no" && s.Tokens[det].Lemma != "any"
}

// theirOwn tells an occasion that is spoken of as one that is known: "his summit with Kim", "the
// talks".
func theirOwn(s *text.Sentence, noun text.Index) bool {
	if s.Tokens[noun].UPOS != text.NOUN {
		return false
	}
	det := s.Child(noun, text.Det)
	return ownerOf(s, noun) != text.None || det != text.None && s.Tokens[det].Lemma == "the"
}

// ownerOf returns whose a noun is, also where the tree makes the time of year between them his, or
// None: "the president's summer 2018 meeting".
func ownerOf(s *text.Sentence, noun text.Index) text.Index {
	if c := s.Child(noun, text.NmodPoss); c != text.None {
		return c
	}
	for _, c := range s.Children(noun, text.Compound) {
		switch s.Tokens[c].Lemma {
		case "spring", "summer", "autumn", "fall", "winter", "weekend":
			return s.Child(c, text.NmodPoss)
		}
	}
	return text.None
}

// isAnEffort tells an occasion of which somebody says what it was to achieve: "her visit was
// an effort to mend ties".
func isAnEffort(s *text.Sentence, node, from text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "effort", "attempt", "bid":
		return s.Tokens[from].Rel == text.Nsubj
	}
	return false
}

// meantFor tells what talks are for, which says nothing of whether they were held: "talks
// aimed at ending the war".
func meantFor(s *text.Sentence, m text.Index) bool {
	if s.Tokens[m].Rel != text.Acl || s.Tokens[m].XPOS != text.VBN {
		return false
	}
	switch s.Tokens[m].Lemma {
	case "aim", "intend", "design", "mean":
		return true
	}
	return false
}

// toCome finds what a clause says that an occasion will be or bring: "the meeting, which
// will include envoys from three states". What it "will be remembered for", it has been.
func toCome(s *text.Sentence, node text.Index) text.Index {
	for i := node + 1; int(i) < len(s.Tokens); i++ {
		if s.Tokens[i].Rel != text.AclRelcl || auxiliary(s, i) != "will" || !s.Dominates(node, i) {
			continue
		}
		subject := s.Child(i, text.Nsubj, text.NsubjPass)
		own := s.Tokens[i].Head == node || broughtBy(s.Tokens[i].Lemma) // the tree may hang it on who talks
		if subject == text.None || s.Tokens[subject].XPOS != text.WDT || !own {
			continue
		}
		switch s.Tokens[i].Lemma {
		case "remember", "go", "recall", "haunt", "shape", "cost", "help", "watch", "scrutinize", "scrutinise":
		default:
			return i
		}
	}
	return text.None
}

// looming finds the word for an occasion that comes near: "with his meeting with her looming".
func looming(s *text.Sentence, node text.Index) text.Index {
	for _, c := range s.Children(node, text.Acl, text.Amod) {
		switch s.Tokens[c].Lemma {
		case "loom", "approach", "near", "impend", "looming", "approaching":
			if s.Tokens[c].XPOS == text.VBG || s.Tokens[c].XPOS == text.JJ {
				return c
			}
		}
	}
	return text.None
}

// beginsThen finds a clause that says, in the present tense, when an occasion begins: "their talks,
// which begin on Thursday".
func beginsThen(s *text.Sentence, node text.Index) text.Index {
	for i := node + 1; int(i) < len(s.Tokens) && i < node+2*longestTitle; i++ {
		t := &s.Tokens[i]
		if t.Rel != text.AclRelcl || !presentTense(t) || !s.Dominates(node, i) || negated(s, i) != text.None || s.Child(i, text.Aux) != text.None {
			continue
		}
		subject := s.Child(i, text.Nsubj)
		if subject == text.None || s.Tokens[subject].XPOS != text.WDT {
			continue
		}
		switch t.Lemma {
		case "begin", "start", "open", "convene", "resume":
			return i
		}
	}
	return text.None
}

// longedFor finds a clause that calls an occasion one that somebody looks forward to or would like
// to have: "his visit to Rome, which we look forward to", "my visit, which I would like to make".
// The words are read as they stand, wherever the tree hangs the clause.
func longedFor(s *text.Sentence, node text.Index) (clause text.Index, says string) {
	which := text.None
	for i := node + 1; int(i) < len(s.Tokens); i++ {
		switch t := &s.Tokens[i]; {
		case t.XPOS == text.WDT:
			which = i
		case t.UPOS != text.VERB:
		case which == text.None:
			return text.None, ""
		case s.LooksForward(i):
			return i, "plan"
		case t.Lemma == "like" && auxiliary(s, i) == "would" && i-which <= 6:
			if x := s.Child(i, text.Xcomp); x != text.None && (s.Tokens[x].Lemma == "make" || s.Tokens[x].Lemma == "pay") {
				return i, "propose"
			}
			return text.None, ""
		default:
			return text.None, ""
		}
	}
	return text.None, ""
}

// broughtBy tells a verb of which an occasion is the subject.
func broughtBy(lemma string) bool {
	switch lemma {
	case "include", "take", "last", "focus", "begin", "start", "open", "resume":
		return true
	}
	return false
}

// isToGo tells somebody who goes somewhere to do something there: "heads to Mexico on
// Thursday to meet its president", "will be in Rome for talks". He has not done it yet.
func isToGo(s *text.Sentence, v text.Index) bool {
	t := &s.Tokens[v]
	if willBe := auxiliary(s, v); t.UPOS == text.PROPN && s.Child(v, text.Cop) != text.None && (willBe == "will" || willBe == "would") {
		return negated(s, v) == text.None && !auxiliaryHave(s, v)
	}
	switch t.Lemma {
	case "head", "heads", "leave", "depart", "travel", "fly", "embark":
	case "arrive": // "On Thursday, she arrives for talks with him"
		if s.Tokens[0].Lemma != "on" || !slices.ContainsFunc(s.Children(v, text.Obl), func(c text.Index) bool { return c < v && caseOf(s, c) == "on" }) {
			return false
		}
	default:
		return false
	}
	if s.Child(v, text.Nsubj) == text.None {
		return false
	}
	if aux := s.Child(v, text.Aux); aux != text.None {
		return t.XPOS == text.VBG && presentTense(&s.Tokens[aux]) && slices.ContainsFunc(s.Children(v, text.Obl), func(c text.Index) bool { return caseOf(s, c) == "to" || caseOf(s, c) == "for" })
	}
	return t.XPOS == text.VBZ || t.XPOS == text.VBP || t.XPOS == text.NNS && t.Rel == text.Root // the tagger may take it for a noun
}

// onlyShort tells talk of which somebody says that it was no long one: "it was not a detailed
// discussion".
func onlyShort(s *text.Sentence, node text.Index) bool {
	return s.Child(node, text.Cop) != text.None && slices.ContainsFunc(s.Children(node, text.Amod), func(c text.Index) bool {
		switch s.Tokens[c].Lemma {
		case "detailed", "long", "lengthy", "extensive", "in-depth", "deep", "thorough", "comprehensive":
			return true
		}
		return false
	})
}

// presence tells a noun that says where somebody was or was not: "he was not on the call".
// The call was held without him.
func presence(s *text.Sentence, node text.Index) bool {
	switch caseOf(s, node) {
	case "on", "in", "at":
		return s.Child(node, text.Cop) != text.None
	}
	return false
}

// governor is the verb under which a noun stands, or the root.
func governor(s *text.Sentence, node text.Index) text.Index {
	for h := s.Tokens[node].Head; h != text.None; h = s.Tokens[h].Head {
		if node = h; s.Tokens[h].UPOS == text.VERB {
			break
		}
	}
	return node
}

// judgePredicate reads the tense of a noun that is said of something: "it will be
// their first meeting".
func (w *words) judgePredicate(s *text.Sentence, v *verdict, node text.Index) {
	if s.Child(node, text.Cop) == text.None {
		return
	}
	if deniedItIs(s, node) {
		v.raise(readout.Denied, "disputed", s.Tokens[node].Head)
		return
	}
	switch auxiliary(s, node) {
	case "will", "shall", "would":
		v.raise(readout.Planned, "", node)
	case "may", "might", "could", "should", "must":
		v.raise(readout.Proposed, "", node)
	case "":
		if pastTense(s, node) {
			v.raise(readout.Held, "", node) // "they were the first talks with Japan"
		}
	}
}

// presupposed tells an occasion that a clause takes for granted, whatever the clause
// denies or leaves open: "he did not raise it at the talks", "gave him no credit for
// his meeting".
func presupposed(s *text.Sentence, from text.Index) bool {
	if from != text.None && s.Tokens[from].UPOS == text.NOUN && s.Tokens[from].Rel == text.Obj && s.Child(from, text.NmodPoss) != text.None {
		h := s.Tokens[from].Head
		return s.Tokens[h].Lemma == "use" && infinitive(s, h) && itsName(s.Tokens[from].Lemma) // "wants to use his meeting with her to press for a deal"
	}
	if from == text.None || s.Tokens[from].UPOS != text.NOUN || s.Tokens[from].Rel != text.Obl {
		return false
	}
	switch caseOf(s, from) {
	case "for", "to", "into", "":
		return s.Child(from, text.NmodPoss) != text.None
	}
	return true
}

// wasHeld tells whether the noun is what somebody held or what took place, in the past.
func (w *words) wasHeld(s *text.Sentence, node text.Index) bool {
	t := &s.Tokens[node]
	if t.Head == text.None || !pastTense(s, t.Head) {
		return false
	}
	switch s.Tokens[t.Head].Lemma {
	case "hold", "have", "begin", "start", "open", "conclude", "end", "finish":
		return t.Rel == text.Obj || t.Rel == text.NsubjPass || t.Rel == text.Nsubj
	case "take", "last", "occur", "happen":
		return t.Rel == text.Nsubj
	}
	return false
}

// leadsOn tells a noun that passes on what is said of it to the occasion behind it:
// "plans for talks", "a round of talks", "a visit for talks".
func (w *words) leadsOn(lemma string) bool {
	switch lemma {
	case "round", "series", "set", "day", "start", "beginning", "opening", "end", "conclusion", "resumption", "course", "number", "couple", "string",
		"minute", "hour", "week", "month", "visit", "trip", "tour", "meeting", "talk", "summit", "call", "conversation", "session", "negotiation", "discussion", "dinner", "lunch", "part", "participation":
		return true
	}
	return w.says[lemma] != ""
}

// severed tells whether the occasion only belongs to another thing told of: "the
// meeting's document", "a walkout in the middle of talks", "compared with the last
// meeting". What the clause says is then not said of the occasion.
func (w *words) severed(s *text.Sentence, node text.Index) bool {
	t := &s.Tokens[node]
	if t.Head == text.None {
		return false
	}
	switch t.Rel {
	case text.Conj:
		return caseOf(s, node) == "" && w.besideAnother(s, t.Head)
	case text.NmodPoss, text.Compound:
		return w.says[s.Tokens[t.Head].Lemma] != "cancel" && w.says[s.Tokens[t.Head].Lemma] != "postpone"
	case text.Nmod:
		h := &s.Tokens[t.Head]
		if h.UPOS != text.NOUN || told(h.Lemma) && caseOf(s, node) == "of" && h.Rel == text.Obj && denial(s.Tokens[h.Head].Lemma) || dateOf(s, t.Head, node) || conditionFor(s, t.Head, node) {
			return false
		}
		if inTalks(s, node) || askedThere(s, node) || pressOn(s, node) || w.prepared(s, t.Head) {
			return false
		}
		switch caseOf(s, node) {
		case "in", "at", "during":
			return !w.leadsOn(h.Lemma) || w.says[h.Lemma] != "" // "their proposals in the talks"
		}
		return !w.leadsOn(h.Lemma)
	case text.Obl:
		switch caseOf(s, node) {
		case "with", "from", "by", "as", "than", "despite", "about", "over", "regarding", "concerning":
			return true
		case "in":
			return progressIn(s, node)
		case "of":
			return hearsOf(s, node)
		case "on":
			return reportsOn(s.Tokens[t.Head].Lemma) // "will brief them on his talks"
		}
	}
	return false
}

// pressOn tells a journey on which somebody spoke to the press, where the tree hangs it on
// them: "while speaking to reporters on a visit to Abu Dhabi".
func pressOn(s *text.Sentence, i text.Index) bool {
	switch s.Tokens[i].Lemma {
	case "visit", "trip", "tour":
		return caseOf(s, i) == "on" && anybody(&s.Tokens[s.Tokens[i].Head]) && s.Child(i, text.NmodPoss) == text.None
	}
	return false
}

// besideAnother tells a noun, with which an occasion is coordinated, that itself only belongs
// to another thing told of: "a trade of aid and a meeting". What is somebody's own ("his
// commitment to arms control and a summit") he does himself.
func (w *words) besideAnother(s *text.Sentence, noun text.Index) bool {
	t := &s.Tokens[noun]
	if t.Rel != text.Nmod || t.UPOS != text.NOUN || w.leadsOn(t.Lemma) || itsName(t.Lemma) {
		return false
	}
	of := &s.Tokens[t.Head]
	return (of.UPOS == text.NOUN || of.UPOS == text.X) && !w.leadsOn(of.Lemma) && s.Child(t.Head, text.NmodPoss) == text.None
}

// reportsOn tells a verb for letting others know of what is over.
func reportsOn(lemma string) bool {
	switch lemma {
	case "brief", "debrief", "report", "update", "inform", "comment":
		return true
	}
	return false
}

// inTalks tells talks that the tree hangs on a noun and in which the verb's subject did
// something: "agreed on a date in talks on Monday", "struck a deal on the sidelines".
func inTalks(s *text.Sentence, node text.Index) bool {
	t := &s.Tokens[node]
	if t.Rel != text.Nmod {
		return false
	}
	if saidInCall(s, node) {
		return true
	}
	margin := t.Lemma == "sideline" || t.Lemma == "margin"
	if !margin && (t.XPOS != text.NNS || s.Child(node, text.Det, text.NmodPoss) != text.None) {
		return false
	}
	switch caseOf(s, node) {
	case "in", "during", "on":
		return settles(s.Tokens[governor(s, node)].Lemma)
	case "after", "following":
		return true
	}
	return false
}

// saidInCall tells a call in which somebody said or asked what the tree hangs it on: "made his
// request for a withdrawal in a phone call with Pompeo".
func saidInCall(s *text.Sentence, node text.Index) bool {
	if l := s.Tokens[node].Lemma; l != "call" && l != "conversation" {
		return false
	}
	det := s.Child(node, text.Det)
	if c := caseOf(s, node); c != "in" && c != "during" || det == text.None || s.Tokens[det].Lemma != "a" {
		return false
	}
	v := governor(s, node)
	if s.Child(v, text.Nsubj) == text.None || !pastTense(s, v) {
		return false
	}
	o := s.Child(v, text.Obj)
	switch s.Tokens[v].Lemma {
	case "express", "voice", "reiterate", "repeat", "stress", "convey", "underline", "emphasize", "emphasise", "welcome":
		return true
	case "make":
		if o == text.None {
			return false
		}
		switch s.Tokens[o].Lemma {
		case "request", "offer", "demand", "promise", "appeal", "comment", "remark", "pledge", "case":
			return true
		}
	}
	return false
}

// inCourse tells a preposition for what goes on at an occasion.
func inCourse(preposition string) bool {
	switch preposition {
	case "in", "at", "during":
		return true
	}
	return false
}

// askedThere tells an occasion, hung on what somebody asked for, at which he asked it:
// "asked Zelensky for a favour in a phone call".
func askedThere(s *text.Sentence, node text.Index) bool {
	if !inCourse(caseOf(s, node)) {
		return false
	}
	v := governor(s, node)
	return speaksTo(s.Tokens[v].Lemma) && s.Child(v, text.Nsubj) != text.None && s.Child(node, text.NmodPoss) == text.None
}

// settles tells a verb for what two sides do together as the fruit of talks.
func settles(lemma string) bool {
	switch lemma {
	case "agree", "reach", "sign", "strike", "restore", "secure", "finalize", "finalise", "conclude", "set", "settle", "make", "hammer", "iron", "clinch", "seal":
		return true
	}
	return false
}

// judgeCase reads the preposition of the occasion: what comes after it has happened,
// what comes before it is still ahead. It returns true where that settles it.
func (w *words) judgeCase(s *text.Sentence, v *verdict, node text.Index) (settled bool) {
	if h := s.Tokens[node].Head; (caseOf(s, node) == "despite" || h != text.None && s.Tokens[h].Lemma == "spite") && s.Child(node, text.NmodPoss) != text.None && s.Child(node, text.Nummod) != text.None {
		v.raise(readout.Held, "", node) // "in spite of his three meetings with her"
		return true
	}
	switch caseOf(s, node) {
	case "after", "following", "since":
		if w.stillAhead(s, node) {
			v.status = readout.Planned
			return true
		}
		v.raise(readout.Held, "", node)
		return true
	case "before", "ahead of", "prior to", "until", "till":
		if overByNow(s, node) || openedBefore(s, node) || saidJustBefore(s, node) {
			v.raise(readout.Held, "", node)
			return true
		}
		if !v.firm && !beforeCall(s, node) {
			v.status = readout.Planned
		}
		return true
	}
	return false
}

// beforeCall tells a call before which something happened: "froze the aid before the call".
// Unlike a meeting, a call is seldom known before it is made.
func beforeCall(s *text.Sentence, node text.Index) bool {
	c := s.Child(node, text.Case)
	if c == text.None || s.Tokens[node].Lemma != "call" {
		return false
	}
	if v := &s.Tokens[governor(s, node)]; s.Tokens[c].Lemma != "before" && (caseOf(s, node) != "ahead of" || tellsOf(v.Lemma)) {
		return false
	}
	for h := s.Tokens[node].Head; h != text.None; h = s.Tokens[h].Head {
		if s.Tokens[h].UPOS == text.VERB && (finiteVerb(&s.Tokens[h]) || s.Child(h, text.Aux) != text.None) {
			return pastTense(s, h) && auxiliary(s, h) == ""
		}
	}
	return false
}

// openedBefore tells a meeting of which the course is told from its beginning: "before the talks with
// her, the president signed the visitors' book".
func openedBefore(s *text.Sentence, node text.Index) bool {
	c, h := s.Child(node, text.Case), s.Tokens[node].Head
	if c == text.None || h == text.None || s.Tokens[h].XPOS != text.VBD {
		return false
	}
	first := c == 0 || c == 1 && (s.Tokens[0].Lemma == "just" || s.Tokens[0].Lemma == "ahead" || s.Tokens[0].Lemma == "prior")
	if that := s.Child(h, text.Mark); s.Tokens[h].Rel == text.Ccomp && that != text.None && s.Tokens[that].Lemma == "that" {
		first = c == that+1
	} else if s.Tokens[h].Rel != text.Root {
		return false
	}
	switch s.Tokens[node].Lemma {
	case "meeting", "talk", "negotiation", "dinner", "lunch":
	default:
		return false
	}
	if !first {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "have", "take":
		o := s.Child(h, text.Obj)
		return o != text.None && (s.Tokens[o].Lemma == "walk" || s.Tokens[o].Lemma == "stroll" || s.Tokens[o].Lemma == "tour")
	case "sign", "lay", "inspect", "walk", "pose", "shake", "greet", "tour", "review", "smile", "unveil", "visit", "exchange", "honour", "honor":
		return true
	}
	return false
}

// saidJustBefore tells a meeting that began when somebody had said something: "he said just before a
// closed-door meeting with her".
func saidJustBefore(s *text.Sentence, node text.Index) bool {
	c, h := s.Child(node, text.Case), s.Tokens[node].Head
	if c < 1 || h == text.None || s.Tokens[c].Lemma != "before" || s.Tokens[h].XPOS != text.VBD || !speaksTo(s.Tokens[h].Lemma) && s.Tokens[h].Lemma != "say" {
		return false
	}
	switch s.Tokens[c-1].Lemma {
	case "just", "moment", "minute", "shortly", "immediately", "right":
		return true
	}
	return false
}

// auxiliaryHave tells a verb with "have" before it: "have not met", "would have met".
func auxiliaryHave(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Aux), func(c text.Index) bool { return s.Tokens[c].Lemma == "have" })
}

// stillAhead tells "until after the visit", "will travel there after the summit".
func (w *words) stillAhead(s *text.Sentence, node text.Index) bool {
	c := s.Child(node, text.Case)
	if c > 0 && (s.Tokens[c-1].Lemma == "until" || s.Tokens[c-1].Lemma == "till") {
		return true
	}
	h := s.Tokens[node].Head
	if h != text.None && s.Tokens[node].Rel == text.Nmod && s.Tokens[h].UPOS != text.VERB {
		h = governor(s, node) // "will decide on the next round of tariffs after his meeting with her"
	}
	if h == text.None || s.Tokens[h].UPOS != text.VERB {
		return false
	}
	if up := s.Tokens[h].Head; s.Tokens[h].Lemma == "follow" && s.Tokens[h].Rel == text.Advcl && up != text.None && s.Child(node, text.NmodPoss) == text.None {
		h = up // "following the talks, they will sign a treaty"
	}
	if up := s.Tokens[h].Head; up != text.None && s.Tokens[h].Rel == text.Xcomp && infinitive(s, h) && !pastTense(s, up) {
		if says := w.governs(s, up); says == "plan" || says == "propose" {
			return true // "wants to visit her after the summit"
		}
	}
	if node < h && theirTalk(s, node) && talksOf(s.Tokens[h].Lemma) {
		return false // "following their call, they will discuss": of more talk
	}
	a := auxiliary(s, h)
	return (a == "will" || a == "would" || a == "shall") && !auxiliaryHave(s, h)
}

// theirTalk tells an occasion of those who go on: "their call".
func theirTalk(s *text.Sentence, i text.Index) bool {
	c := s.Child(i, text.NmodPoss)
	return c != text.None && s.Tokens[c].Lemma == "their"
}

// judgeGovernor reads a verb whose object, subject or complement the occasion is.
func (w *words) judgeGovernor(s *text.Sentence, v *verdict, node, from text.Index) {
	if from == text.None {
		return
	}
	says := w.governs(s, node)
	if says == "propose" && s.Tokens[node].Lemma == "prepare" && s.Tokens[from].Rel == text.NsubjPass {
		says = "plan" // who is prepared to meet offers it; a meeting that is being prepared is planned
	}
	if says == "propose" && v.granted && s.Tokens[from].XPOS == text.WP {
		return // "is weighing what to say at his meeting with her"
	}
	if says != "" && v.granted && off(w.governs(s, from)) && says == "propose" {
		return // "urged him to cancel the meeting"
	}
	if says == "propose" && v.granted && !v.firm && theirOwn(s, v.word) && !bidsAnother(s.Tokens[node].Lemma) {
		v.status = readout.Planned // "wants to raise it at the summit"
		if pastTense(s, node) || s.Tokens[node].XPOS == text.VBN || s.Tokens[v.word].Lemma == "negotiation" {
			v.status = readout.Held // "wanted to share it at their meeting"
		}
		return
	}
	if says == "plan" && offersUnbound(s, node, from) {
		says = "propose"
	}
	if says == "plan" && (coincides(s, node) || inAdvance(s, node)) || s.Tokens[node].Lemma == "discuss" && v.firm && v.status == readout.Planned {
		return // "to discuss their upcoming summit"
	}
	if w.plannedBefore(s, from) && s.Tokens[from].Rel == text.Obl {
		v.raise(readout.Planned, "", node)
		return
	}
	if organised(s, node, from) {
		v.raise(readout.Held, "", node)
		return
	}
	if dependsOn(s, node, from) || hopesOf(s, node, from) {
		v.raise(readout.Planned, "", node)
		return
	}
	if arranges(s, node, from) {
		v.raise(readout.Proposed, "", node)
		return
	}
	if hopesBesides(s, node, from) {
		v.raise(readout.Planned, "", node)
		return
	}
	if madeReady(s, node, from) {
		v.raise(readout.Planned, "", node)
		return
	}
	if pressedInto(s, node, from) && !pastTense(s, node) && s.Tokens[node].XPOS != text.VBN {
		v.raise(readout.Proposed, "", node)
		return
	}
	if o := s.Child(node, text.Obj); says == "" && o != text.None && o < from && s.Tokens[from].Rel == text.Advcl && infinitive(s, from) && asksToCome(s, o) {
		w.apply(v, "propose", o) // "renewed his invitation for her to come"
		return
	}
	if says == "" {
		w.judgePlansFor(s, v, node, from)
		return
	}
	if says == "accept" && isYours(s, from) && pastTense(s, node) && negated(s, node) == text.None && !datedAhead(s) {
		*v = verdict{status: readout.Held, word: node, firm: true} // "I accepted your invitation to come": there he is
		return
	}
	if says == "accept" && thenWent(s, node) {
		*v = verdict{status: readout.Held, word: node, firm: true}
		return
	}
	if says == "accept" && infinitive(s, from) && negated(s, node) == text.None {
		v.raise(readout.Planned, "", node) // "accepted his offer to visit"
		return
	}
	if says != "accept" && subjectBelow(s, node, from) {
		return
	}
	if s.Tokens[node].Lemma == "withhold" && notUntil(s, node) {
		v.raise(readout.Held, "", node) // "withheld a call until days after the vote": then he made it
		return
	}
	if v.granted && says != "plan" && says != "propose" {
		return // "failed to win a promise during his visit": that he failed says nothing of it
	}
	rel := s.Tokens[from].Rel
	if rel == text.Advcl && (says == "propose" || says == "plan" && (s.Tokens[node].UPOS == text.ADJ || s.Tokens[node].Lemma == "look" || instructs(s.Tokens[node].Lemma))) && infinitive(s, from) {
		rel = text.Xcomp // "called on them to resume talks", "due to meet", however the tree hangs it
	}
	switch rel {
	case text.Obj, text.NsubjPass, text.Xcomp, text.Ccomp, text.Nsubj, text.CsubjPass, text.Csubj:
		if rel == text.Nsubj && says != "cancel" && says != "postpone" {
			return
		}
		if rel == text.Ccomp && says == "propose" && s.Tokens[node].Lemma != "hope" && s.Tokens[node].Lemma != "propose" && s.Tokens[node].Lemma != "suggest" {
			return
		}
		if negated(s, node) != text.None {
			if says == "refuse" || says == "deny" || says == "rule_out" {
				v.raise(readout.Proposed, "", node)
			}
			return // the negation itself is read with the verb
		}
		if off(says) && w.onlyWished(s, node) && !anyway(s, node) {
			v.raise(readout.Planned, "", node)
			v.granted = true
			return
		}
		if s.Tokens[node].Lemma == "accept" && v.status == readout.Proposed {
			v.status, v.how, v.word = readout.Planned, "", node // "accepted an invitation to meet"
			return
		}
		w.apply(v, says, node)
	case text.Obl:
		c := caseOf(s, from)
		if k := s.Child(from, text.Case); c == "for" && k > 0 && (s.Tokens[k-1].Lemma == "return" || s.Tokens[k-1].Lemma == "exchange") {
			if !v.firm {
				v.status = readout.Planned // "offers very little in return for a summit"
			}
			return
		}
		if says == "plan" && c == "during" && !pastTense(s, node) && s.Tokens[node].XPOS != text.VBN {
			w.apply(v, says, node) // "during the talks the sides plan to discuss trade"
		}
		if off(says) && (c == "for" || c == "of" || c == "off" || c == "out" || c == "out of" || c == "from") || says == "propose" && (c == "for" || c == "to") || says == "plan" && (c == "to" || c == "on" || c == "for") {
			w.apply(v, says, node)
		}
	}
}

// thenWent tells who accepted an invitation and, as the sentence goes on, went: "accepted his invitation
// and visited Rome".
func thenWent(s *text.Sentence, v text.Index) bool {
	return pastTense(s, v) && slices.ContainsFunc(s.Children(v, text.Conj), func(c text.Index) bool {
		switch s.Tokens[c].Lemma {
		case "visit", "come", "go", "travel", "fly", "arrive", "attend":
			return s.Tokens[c].XPOS == text.VBD && s.Child(c, text.Nsubj) == text.None && negated(s, c) == text.None
		}
		return false
	})
}

// offersUnbound tells what somebody gives his word to do, and asks nothing for: "promised to negotiate
// with Iran without preconditions". The other has not agreed to it.
func offersUnbound(s *text.Sentence, v, from text.Index) bool {
	switch s.Tokens[v].Lemma {
	case "promise", "pledge", "vow":
	default:
		return false
	}
	if s.Tokens[from].Rel != text.Xcomp || !infinitive(s, from) {
		return false
	}
	for i := from + 1; int(i) < len(s.Tokens); i++ {
		if isCondition(s.Tokens[i].Lemma) && s.Tokens[i-1].Lemma == "without" || s.Tokens[i].Lemma == "unconditionally" {
			return true
		}
	}
	return false
}

// isYours tells the invitation of whom a guest speaks to: "your invitation".
func isYours(s *text.Sentence, noun text.Index) bool {
	c := s.Child(noun, text.NmodPoss)
	return c != text.None && lower(s.Tokens[c].Form) == "your" && isOffer(s.Tokens[noun].Lemma)
}

// arranges tells a meeting that somebody is, or was, about to bring about: "were negotiating a meeting
// between the two".
func arranges(s *text.Sentence, v, from text.Index) bool {
	if s.Tokens[from].Rel != text.Obj || s.Tokens[v].XPOS != text.VBG || s.Child(v, text.Aux) == text.None {
		return false
	}
	switch l := s.Tokens[from].Lemma; s.Tokens[v].Lemma {
	case "negotiate", "broker":
		return l == "meeting" || l == "summit" || l == "visit" || l == "call" || l == "trip"
	}
	return false
}

// dependsOn tells an occasion on whose outcome something hangs: "this depends on Friday's talks".
func dependsOn(s *text.Sentence, v, from text.Index) bool {
	switch s.Tokens[v].Lemma {
	case "depend", "hinge":
		return s.Tokens[from].Rel == text.Obl && s.Tokens[from].UPOS == text.NOUN && strings.HasSuffix(caseOf(s, from), "on")
	}
	return false
}

// hopesOf tells somebody's occasion of which he hopes what it will bring, where the tree takes it for
// what is hoped for: "hopes his meeting with her will bring a deal".
func hopesOf(s *text.Sentence, v, from text.Index) bool {
	return s.Tokens[v].Lemma == "hope" && s.Tokens[v].UPOS == text.VERB && s.Tokens[from].Rel == text.Obj && s.Child(from, text.NmodPoss) != text.None
}

// hopesBesides tells what somebody who says that he will come hopes the talks will be: "I plan to
// visit Japan and I hope to have good talks with her".
func hopesBesides(s *text.Sentence, v, from text.Index) bool {
	t := &s.Tokens[v]
	if t.Lemma != "hope" || t.Rel != text.Conj || t.Head == text.None || s.Tokens[from].Rel != text.Xcomp || s.Tokens[from].Lemma != "have" {
		return false
	}
	o, x := s.Child(from, text.Obj), s.Child(t.Head, text.Xcomp)
	if o == text.None || s.Child(o, text.Amod) == text.None {
		return false
	}
	goes := t.Head
	if x != text.None && s.Tokens[t.Head].Lemma == "plan" {
		goes = x
	} else if auxiliary(s, goes) != "will" {
		return false
	}
	switch s.Tokens[goes].Lemma {
	case "visit", "come", "go", "travel", "fly", "return":
		return true
	}
	return false
}

// bidsAnother tells a verb by which one bids another to do something, if they are to meet: "urged
// her to raise it during her meeting with Xi".
func bidsAnother(lemma string) bool {
	switch lemma {
	case "urge", "ask", "call", "encourage", "advise", "demand", "appeal", "recommend":
		return true
	}
	return false
}

// pressedInto tells what others are pressed to enter: "is pushing them into talks", "prod them
// into taking part". Whether they came, only a past tense tells.
func pressedInto(s *text.Sentence, verb, from text.Index) bool {
	if s.Child(verb, text.Obj) == text.None {
		return false
	}
	into := s.Tokens[from].Rel == text.Obl && caseOf(s, from) == "into"
	if m := s.Child(from, text.Mark); m != text.None && s.Tokens[from].XPOS == text.VBG && s.Tokens[m].Lemma == "into" {
		into = true
	}
	if !into {
		return false
	}
	switch s.Tokens[verb].Lemma {
	case "press", "push", "prod", "nudge", "pressure", "coax", "cajole", "goad", "force", "coerce", "drag", "draw", "lure", "bully", "talk":
		return true
	}
	return false
}

// subjectBelow tells talks told before of which somebody intends or wishes what they do:
// "intended the talks to increase the pressure". That they take place, others tell.
func subjectBelow(s *text.Sentence, verb, noun text.Index) bool {
	if s.Tokens[noun].Rel != text.Obj || s.Tokens[noun].UPOS != text.NOUN {
		return false
	}
	det := s.Child(noun, text.Det)
	if det == text.None || s.Tokens[det].Lemma != "the" {
		return false
	}
	x := s.Child(verb, text.Xcomp)
	return x != text.None && x > noun && infinitive(s, x) && !begins(s.Tokens[x].Lemma)
}

// judgeProspect reads what is said of an occasion as a whole: "chances of talks
// are slim", "a summit would be useful".
func (w *words) judgeProspect(s *text.Sentence, v *verdict, node, from text.Index) {
	if from == text.None || s.Tokens[from].Rel != text.Nsubj {
		return
	}
	if x := s.Child(node, text.Xcomp); x != text.None && auxiliaryHave(s, x) && negated(s, x) == text.None && negated(s, node) == text.None {
		if says := w.governs(s, x); says == "cancel" || says == "postpone" {
			w.apply(v, says, x) // "the talks were likely to have been cancelled"
			return
		}
	}
	if o := s.Child(node, text.Obj, text.Xcomp); o != text.None && onceFar(s, node, o) {
		v.raise(readout.Planned, "", o)
		return
	}
	predicate := node
	if s.Child(node, text.Cop) == text.None {
		if predicate = s.Child(node, text.Xcomp); predicate == text.None {
			return
		}
	}
	switch {
	case s.Tokens[predicate].UPOS != text.ADJ || negated(s, node) != text.None:
	case hopeless(s.Tokens[predicate].Lemma) && (notBefore(s, node) || notBefore(s, predicate)):
		v.raise(readout.Planned, "", predicate) // "seemed impossible until last week"
	case hopeless(s.Tokens[predicate].Lemma):
		v.raise(readout.Denied, "ruled_out", predicate)
	case auxiliary(s, node) == "would" && praise(s.Tokens[predicate].Lemma), s.Tokens[predicate].Lemma == "possible", s.Tokens[predicate].Lemma == "conceivable":
		v.raise(readout.Proposed, "", predicate)
	case s.Tokens[predicate].Lemma == "set" && predicate == node && s.Child(node, text.Xcomp) != text.None:
		v.raise(readout.Planned, "", predicate) // "as the talks are set to resume"
	case s.Tokens[predicate].Lemma == "likely", s.Tokens[predicate].Lemma == "imminent", s.Tokens[predicate].Lemma == "uncertain", s.Tokens[predicate].Lemma == "tentative":
		v.raise(readout.Planned, "", predicate)
	}
}

// onceFar tells what was far off some time ago: "a summit seemed a remote possibility just months ago".
func onceFar(s *text.Sentence, v, o text.Index) bool {
	switch s.Tokens[o].Lemma {
	case "possibility", "prospect", "chance":
	default:
		return false
	}
	switch s.Tokens[v].Lemma {
	case "seem", "look", "appear":
		return pastTense(s, v) && longAgo(s)
	}
	return false
}

// notBefore tells what was so up to a day.
func notBefore(s *text.Sentence, node text.Index) bool {
	return slices.ContainsFunc(s.Children(node, text.Obl, text.Advcl), func(c text.Index) bool { return caseOf(s, c) == "until" || caseOf(s, c) == "till" })
}

// praise tells what is said of an occasion that is only wished for.
func praise(lemma string) bool {
	switch lemma {
	case "good", "useful", "helpful", "great", "desirable", "welcome", "wonderful", "better", "best", "premature", "pointless", "useless", "ideal", "nice":
		return true
	}
	return false
}

// hopeless tells words for what will hardly come about.
func hopeless(lemma string) bool {
	switch lemma {
	case "dim", "bleak", "slim", "remote", "faint", "unlikely", "impossible", "unthinkable":
		return true
	}
	return false
}

// judgePlansFor reads the subject or object of a verb for what the occasion is for: "Plans
// were laid out for a visit", "voiced optimism for talks".
func (w *words) judgePlansFor(s *text.Sentence, v *verdict, node, from text.Index) {
	if o := s.Child(node, text.Obj); o != text.None && s.Tokens[o].Lemma == "touch" && s.Tokens[from].Rel == text.Obl && (caseOf(s, from) == "to" || caseOf(s, from) == "on") {
		w.apply(v, "plan", o) // "puts the final touches to a summit"
	}
	if s.Tokens[from].Rel != text.Obl || caseOf(s, from) != "for" {
		return
	}
	if o := s.Child(node, text.Obj); o != text.None && (s.Tokens[o].Lemma == "optimism" || s.Tokens[o].Lemma == "hope") {
		w.apply(v, "propose", o)
	}
	for _, c := range s.Children(node, text.Nsubj, text.NsubjPass) {
		if says := w.says[s.Tokens[c].Lemma]; says == "plan" || says == "propose" {
			w.apply(v, says, c)
		}
	}
}

func off(says string) bool {
	return says == "cancel" || says == "postpone" || says == "refuse" || says == "avoid"
}

// onlyWished tells whether a cancellation is only called for or possible: "urged him
// to cancel the meeting", "could cancel".
func (w *words) onlyWished(s *text.Sentence, node text.Index) bool {
	switch auxiliary(s, node) {
	case "may", "might", "could", "should", "would", "can":
		return true
	}
	t := &s.Tokens[node]
	if m := s.Child(node, text.Mark); m != text.None && s.Tokens[m].Lemma == "if" {
		return true // "if the talks were cancelled"
	}
	if t.Head == text.None || !infinitive(s, node) {
		return false
	}
	switch s.Tokens[t.Head].Lemma {
	case "decide", "decision", "move", "choose", "force", "vote", "opt", "agree", "lead", "prompt", "cause", "oblige", "compel":
		return false
	case "have": // "had to cancel the visit"
		return auxiliary(s, t.Head) != "" || !pastTense(s, t.Head)
	}
	return t.Rel == text.Xcomp || t.Rel == text.Acl || t.Rel == text.Ccomp || calledFor(s, node)
}

// anyway tells "would have been cancelled regardless": what was called off for one reason
// had another.
func anyway(s *text.Sentence, v text.Index) bool {
	return slices.ContainsFunc(s.Children(v, text.Advmod), func(c text.Index) bool { return regardlessly(s.Tokens[c].Lemma) })
}

// governs is what a verb says of its object: the table's word for its lemma, or that of
// the verb with its particle ("call off", "rule out", "fall through").
func (w *words) governs(s *text.Sentence, v text.Index) string {
	switch lemma := s.Tokens[v].Lemma; {
	case lemma == "call" && particle(s, v, "off"), lemma == "fall" && particle(s, v, "through"), (lemma == "pull" || lemma == "back" || lemma == "bow" || lemma == "drop") && particle(s, v, "out"):
		return "cancel"
	case (lemma == "abandon" || lemma == "drop") && givesUp(s, v):
		return "cancel"
	case lemma == "look" && (particle(s, v, "forward") || particle(s, v, "ahead")), lemma == "gear" && particle(s, v, "up"), lemma == "count" && particle(s, v, "down"):
		return "plan"
	case lemma == "rule" && particle(s, v, "out"):
		return "rule_out"
	case lemma == "turn" && particle(s, v, "down"):
		return "refuse"
	case (lemma == "line" || lemma == "set") && particle(s, v, "up"),
		(lemma == "direct" || lemma == "order") && s.Tokens[v].UPOS == text.VERB && s.Child(v, text.Obj) != text.None: // "directed his adviser to meet her"
		return "plan"
	case (lemma == "pave" || lemma == "clear" || lemma == "open" || lemma == "prepare") && opensWay(s, v):
		return "propose"
	case lemma == "push" && particle(s, v, "back") && s.Child(v, text.Obj, text.NsubjPass) != text.None:
		return "postpone"
	case lemma == "put" && (particle(s, v, "off") || putsOnHold(s, v)):
		return "postpone"
	case lemma == "prepare" && s.Tokens[v].XPOS == text.VBN && s.Child(v, text.Aux, text.AuxPass, text.Cop) != text.None:
		return "propose" // "is prepared to meet"
	case favours(lemma) && s.Tokens[v].UPOS == text.VERB && backsAny(s, v):
		return "propose"
	case lemma == "open" && s.Tokens[v].UPOS == text.VERB:
		return "" // who opens talks begins them; who is open to them proposes
	default:
		return w.says[lemma]
	}
}

// favours tells a verb for wanting something to be, or not to be.
func favours(lemma string) bool {
	switch lemma {
	case "support", "favor", "favour", "advocate", "back", "oppose", "fear":
		return true
	}
	return false
}

// backsAny tells a verb whose object is no occasion in particular: "supports talks with the
// rebels", not "supported the talks".
func backsAny(s *text.Sentence, v text.Index) bool {
	o := s.Child(v, text.Obj, text.NsubjPass)
	if to := s.Child(v, text.Obl); to != text.None && caseOf(s, to) == "to" {
		o = to // "is opposed to talks"
	}
	if o == text.None {
		return false
	}
	c := s.Child(o, text.Det, text.NmodPoss)
	return c == text.None || s.Tokens[c].Lemma == "a"
}

// givesUp tells "abandoned plans", "dropped the trip".
func givesUp(s *text.Sentence, v text.Index) bool {
	o := s.Child(v, text.Obj, text.NsubjPass)
	return o != text.None && (itsName(s.Tokens[o].Lemma) || s.Tokens[o].Lemma == "plan" || s.Tokens[o].Lemma == "idea")
}

// coincides tells an occasion whose day somebody chose: "his trip was scheduled to coincide
// with the vote". That says nothing of whether it happened.
func coincides(s *text.Sentence, v text.Index) bool {
	x := s.Child(v, text.Xcomp, text.Advcl)
	return x != text.None && s.Tokens[x].Lemma == "coincide"
}

// inAdvance tells an occasion of which somebody says that it came as no surprise: "their call was
// planned in advance".
func inAdvance(s *text.Sentence, v text.Index) bool {
	return pastTense(s, v) && auxiliary(s, v) == "" && slices.ContainsFunc(s.Children(v, text.Obl), func(c text.Index) bool {
		return s.Tokens[c].Lemma == "advance" && caseOf(s, c) == "in"
	})
}

// opensWay tells "pave the way for talks".
func opensWay(s *text.Sentence, v text.Index) bool {
	o := s.Child(v, text.Obj)
	return o != text.None && (s.Tokens[o].Lemma == "way" || s.Tokens[o].Lemma == "path" || s.Tokens[o].Lemma == "door")
}

// putsOnHold tells "put the talks on hold".
func putsOnHold(s *text.Sentence, v text.Index) bool {
	for _, c := range s.Children(v, text.Obl) {
		if l := s.Tokens[c].Lemma; (l == "hold" || l == "ice" || l == "pause") && caseOf(s, c) == "on" {
			return true
		}
	}
	return false
}

// particle tells whether verb v stands with the particle word.
func particle(s *text.Sentence, v text.Index, word string) bool {
	for _, c := range s.Children(v, text.CompoundPrt, text.Advmod, text.Obl, text.Case) {
		if s.Tokens[c].Lemma == word {
			return true
		}
	}
	return int(v)+1 < len(s.Tokens) && s.Tokens[v+1].Lemma == word
}

// apply turns what a word says into a status.
func (w *words) apply(v *verdict, says string, at text.Index) {
	switch says {
	case "cancel":
		v.raise(readout.Cancelled, "called_off", at)
	case "postpone":
		v.raise(readout.Cancelled, "postponed", at)
	case "refuse":
		v.raise(readout.Denied, "refused", at)
	case "rule_out":
		v.raise(readout.Denied, "ruled_out", at)
	case "deny":
		v.raise(readout.Denied, "disputed", at)
	case "avoid":
		v.raise(readout.Denied, "avoided", at)
	case "propose":
		v.raise(readout.Proposed, "", at)
	case "plan":
		v.raise(readout.Planned, "", at)
	}
}

// toBe tells an infinitive under "to be": "is to meet", "was to have met".
func toBe(s *text.Sentence, v text.Index) bool {
	for _, c := range s.Children(v, text.Aux, text.AuxPass, text.Cop) {
		if s.Tokens[c].Lemma == "be" && finiteVerb(&s.Tokens[c]) {
			return true
		}
	}
	return false
}

// setsOut tells a verb of going that says nothing of arriving.
func setsOut(lemma string) bool { return lemma == "leave" || lemma == "depart" || lemma == "head" }

func presentTense(t *text.Token) bool { return t.XPOS == text.VBP || t.XPOS == text.VBZ }

// opensWith tells whether the clause of verb v begins with the word.
func opensWith(s *text.Sentence, v text.Index, word string) bool {
	for _, c := range s.Children(v, text.Advmod, text.Mark) {
		if s.Tokens[c].Lemma == word {
			return true
		}
	}
	return false
}

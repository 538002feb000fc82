package encounter

import (
	"strings"

	"readout"
	"readout/text"
)

// This file reads what came of an occasion: what the sides agreed on or signed, or that
// they did not.

// readOutcome takes what a telling says of the result: in its own verb ("the leaders
// agreed to"), in one beside it ("met and signed"), or in what is said of the talks
// ("ended without agreement").
func (d *draft) readOutcome(t *telling) {
	s := &d.r.Sentences[t.sentence]
	for _, v := range outcomeVerbs(s, t) {
		first, last, ok := outcomeAt(s, t, v)
		if !ok {
			continue
		}
		at := s.Cover(first, last)
		words := strings.Join(strings.Fields(at.In(d.r.Document.Text)), " ")
		t.outcomes = append(t.outcomes, readout.Cite(words, "encounter:outcome", readout.Stated, at))
	}
}

// outcomeVerbs lists the verbs of the clause of a telling and those beside them.
func outcomeVerbs(s *text.Sentence, t *telling) []text.Index {
	var out []text.Index
	seen := map[text.Index]bool{}
	add := func(i text.Index) {
		if !seen[i] && (s.Tokens[i].UPOS == text.VERB || s.Tokens[i].Lemma == "be" && t.came) {
			seen[i] = true
			out = append(out, i)
		}
	}
	for k, node := range t.clause {
		if k > 2 {
			break
		}
		add(node)
		for _, c := range s.Children(node, text.Conj, text.Advcl, text.Parataxis) {
			add(c)
		}
	}
	return out
}

// outcomeAt tells whether verb v says what came of the occasion, and in which words.
func outcomeAt(s *text.Sentence, t *telling, v text.Index) (first, last text.Index, ok bool) {
	switch lemma := s.Tokens[v].Lemma; {
	case lemma == "be":
		n := s.Child(v, text.Nsubj)
		ok = s.Child(v, text.Expl) != text.None && n != text.None && result(s.Tokens[n].Lemma) && happened(s, v)
	case lemma == "agree":
		ok = complemented(s, v) && (happened(s, v) || negated(s, v) != text.None && auxiliary(s, v) == "could")
	case lemma == "fail":
		ok = happened(s, v) && failsTo(s, v)
	case reaches(lemma):
		ok = concludes(s, v) && (happened(s, v) || negated(s, v) != text.None && auxiliary(s, v) == "could")
	case ends(lemma):
		ok = happened(s, v) && withoutResult(s, v) != text.None
	case breaksDown(lemma):
		ok = happened(s, v) && isSubject(s, t.trigger, v) && (lemma != "break" || s.Child(v, text.CompoundPrt) != text.None)
	}
	if !ok || leadsTo(s, v, t.trigger) {
		return 0, 0, false
	}
	first, last = outcomeReach(s, v)
	if t.came { // "progress had been made", "there was no breakthrough"
		for _, c := range s.Children(v, text.Expl, text.NsubjPass) {
			from, _ := s.Reach(c)
			first = min(first, from)
		}
	}
	if no := deniedBy(s, v); no != text.None {
		first = no
	}
	return first, last, true
}

// deniedBy is the verb by which somebody says of an agreement that there was none: "denied
// that he had agreed".
func deniedBy(s *text.Sentence, v text.Index) text.Index {
	h := s.Tokens[v].Head
	if h == text.None || s.Tokens[v].Rel != text.Ccomp && s.Tokens[v].Rel != text.Xcomp || negated(s, h) != text.None {
		return text.None
	}
	switch s.Tokens[h].Lemma {
	case "deny", "dispute", "reject":
		return h
	}
	return text.None
}

// happened tells a verb of the past that is neither to come nor only possible.
func happened(s *text.Sentence, v text.Index) bool {
	switch auxiliary(s, v) {
	case "":
		return pastTense(s, v) && !infinitive(s, v)
	}
	return false
}

// complemented tells whether an agreement has something that it is about.
func complemented(s *text.Sentence, v text.Index) bool {
	if s.Child(v, text.Xcomp, text.Ccomp, text.Obj) != text.None {
		return true
	}
	for _, c := range s.Children(v, text.Obl) {
		switch caseOf(s, c) {
		case "on", "to", "upon":
			return true
		}
	}
	return false
}

// failsTo tells a failure to settle something: "failed to reach a deal".
func failsTo(s *text.Sentence, v text.Index) bool {
	for _, x := range s.Children(v, text.Xcomp) {
		switch l := s.Tokens[x].Lemma; {
		case l == "agree", l == "resolve", l == "bridge", l == "settle", l == "overcome":
			return true
		case reaches(l):
			return concludes(s, x)
		}
	}
	return false
}

// reaches tells a verb whose object may be what talks come to.
func reaches(lemma string) bool {
	switch lemma {
	case "reach", "conclude", "strike", "seal", "clinch", "sign", "ink", "initial", "adopt", "finalize", "finalise", "secure", "produce", "yield", "make", "achieve", "issue", "hammer":
		return true
	}
	return false
}

// concludes tells whether the object of a verb is what talks come to.
func concludes(s *text.Sentence, v text.Index) bool {
	o := s.Child(v, text.Obj, text.NsubjPass)
	if o == text.None || !result(s.Tokens[o].Lemma) {
		return false
	}
	if s.Tokens[v].Lemma == "make" {
		return s.Tokens[o].Lemma == "progress" || s.Tokens[o].Lemma == "breakthrough"
	}
	return true
}

// result tells a noun for what talks come to.
func result(lemma string) bool {
	switch lemma {
	case "agreement", "deal", "accord", "treaty", "pact", "understanding", "consensus", "compromise", "ceasefire", "cease-fire", "truce", "breakthrough",
		"memorandum", "declaration", "communique", "communiqué", "protocol", "progress", "result", "roadmap":
		return true
	}
	return false
}

// ends tells a verb for the end of talks.
func ends(lemma string) bool {
	switch lemma {
	case "end", "conclude", "finish", "close", "break", "wrap", "leave", "part":
		return true
	}
	return false
}

// withoutResult finds "without agreement", "without reaching a deal".
func withoutResult(s *text.Sentence, v text.Index) text.Index {
	for _, c := range s.Children(v, text.Obl, text.Nmod) {
		if caseOf(s, c) == "without" && result(s.Tokens[c].Lemma) {
			return c
		}
	}
	for _, c := range s.Children(v, text.Advcl) {
		if m := s.Child(c, text.Mark); m != text.None && s.Tokens[m].Lemma == "without" && reaches(s.Tokens[c].Lemma) && concludes(s, c) {
			return c
		}
	}
	return text.None
}

// breaksDown tells a verb for talks that come to nothing.
func breaksDown(lemma string) bool {
	switch lemma {
	case "collapse", "founder", "stall", "break":
		return true
	}
	return false
}

func isSubject(s *text.Sentence, i, v text.Index) bool {
	return s.Tokens[i].Head == v && (s.Tokens[i].Rel == text.Nsubj || s.Tokens[i].Rel == text.NsubjPass)
}

// leadsTo tells whether the occasion is what was agreed on: "agreed to meet", "signed a
// plan for talks". It is then no result of itself.
func leadsTo(s *text.Sentence, v, trigger text.Index) bool {
	for i := trigger; i != text.None && i != v; i = s.Tokens[i].Head {
		if s.Tokens[i].Head != v {
			continue
		}
		switch s.Tokens[i].Rel {
		case text.Xcomp, text.Ccomp, text.Obj:
			return true
		case text.Obl:
			c := caseOf(s, i)
			return c == "on" || c == "to" || c == "upon"
		}
	}
	return false
}

// longestOutcome bounds the words of an outcome.
const longestOutcome = 34

// outcomeReach is the verb with what it says, up to the next clause.
func outcomeReach(s *text.Sentence, v text.Index) (first, last text.Index) {
	first, last = v, v+1
	for j := v - 1; j >= 0 && s.Tokens[j].Head == v && (s.Tokens[j].Rel == text.Aux || s.Tokens[j].UPOS == text.PART || s.Tokens[j].Rel == text.AuxPass); j-- {
		first = j
	}
	for j := v + 1; int(j) < len(s.Tokens) && j-v < longestOutcome && s.Dominates(v, j) && !nextClause(s, v, j); j++ {
		last = j + 1
	}
	for last > v+1 && hanging(&s.Tokens[last-1]) && s.Tokens[last-1].UPOS != text.ADV && s.Tokens[last-1].UPOS != text.ADJ {
		last--
	}
	return first, last
}

// nextClause tells whether token j opens a clause beside what verb v says.
func nextClause(s *text.Sentence, v, j text.Index) bool {
	t := &s.Tokens[j]
	switch {
	case t.Rel == text.Punct && t.Form != "-" && t.Form != ",":
		return t.Form != "\"" && t.Form != "“" && t.Form != "”" && t.Form != "'" && t.Form != "’" && t.Form != "$"
	case t.Rel == text.Punct && t.Form == ",":
		next := j + 1
		if int(next) >= len(s.Tokens) {
			return true
		}
		n := &s.Tokens[next]
		return n.XPOS == text.WDT || n.XPOS == text.WP || n.XPOS == text.VBG || n.UPOS == text.SCONJ || n.UPOS == text.PRON || n.UPOS == text.ADP || n.UPOS == text.ADV
	case t.Rel == text.Cc && t.Head != text.None && s.Tokens[t.Head].Head == v && s.Tokens[t.Head].Rel == text.Conj:
		return true
	case t.Rel == text.Mark && t.Head != text.None && s.Tokens[t.Head].Rel == text.Advcl:
		return t.Lemma != "to" && t.Lemma != "until" && t.Lemma != "if" && t.Lemma != "unless" && t.Lemma != "without"
	}
	return t.Lemma == "amid" || t.Lemma == "despite"
}

// mostOutcomes bounds how many results are kept of one occasion.
const mostOutcomes = 3

// outcome is what came of the occasion in all that the tellings say.
func outcome(ts []telling) readout.Cited[string] {
	var words []string
	var at []readout.Span
	for _, t := range ordered(ts) {
		for _, o := range t.outcomes {
			if len(words) < mostOutcomes && !overlaps(at, o.At()[0]) {
				words = append(words, o.Value())
				at = append(at, o.At()[0])
			}
		}
	}
	return readout.Cite(strings.Join(words, "; "), "encounter:outcome", readout.Stated, at...)
}

func overlaps(at []readout.Span, x readout.Span) bool {
	for _, y := range at {
		if x.Start < y.End && y.Start < x.End {
			return true
		}
	}
	return false
}

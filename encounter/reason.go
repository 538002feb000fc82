package encounter

import (
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// This file reads why an occasion was called off, put off or refused: "cancelled the
// summit over the arrest", "postponed the trip because of the storm", "citing a lack of
// progress", "refused to meet him in protest at the ruling".

// mostReasons bounds how many reasons are kept of one occasion.
const mostReasons = 3

// readReason takes what the sentence of a telling gives as the reason.
func (d *draft) readReason(t *telling) {
	if !cameToNothing(t.verdict) && !t.explains {
		return
	}
	s := &d.r.Sentences[t.sentence]
	for i := range s.Tokens {
		k := text.Index(i)
		head, first := d.reasonAt(s, t, k)
		if head == text.None || len(t.reasons) == mostReasons {
			continue
		}
		at := s.Cover(first, reasonEnd(s, head, first))
		if words := strings.Join(strings.Fields(at.In(d.r.Document.Text)), " "); !overlapsAny(t.reasons, at) && words != "" {
			t.reasons = append(t.reasons, readout.Cite(words, "encounter:reason", readout.Stated, at))
		}
	}
	t.topics = slices.DeleteFunc(t.topics, func(c readout.Cited[string]) bool {
		return slices.ContainsFunc(t.reasons, func(r readout.Cited[string]) bool { return overlaps(r.At(), c.At()[0]) })
	})
}

// cameToNothing tells what was called off or refused, and not what is only disputed.
func cameToNothing(v verdict) bool {
	return v.status == readout.Cancelled || v.status == readout.Denied && v.how != "disputed"
}

func overlapsAny(cs []readout.Cited[string], at readout.Span) bool {
	for _, c := range cs {
		if overlaps(c.At(), at) {
			return true
		}
	}
	return false
}

// reasonAt tells whether token k leads up to a reason of the telling: the head of the words
// that give it, and the first of them.
func (d *draft) reasonAt(s *text.Sentence, t *telling, k text.Index) (head, first text.Index) {
	tok := &s.Tokens[k]
	switch tok.Rel {
	case text.Case, text.Mark:
		head = tok.Head
		if head == text.None || head < k || !d.givesReason(s, head, k) || !ofVerdict(s, t, head) && !opens(s, t, head, k) {
			return text.None, 0
		}
		return head, afterMarker(s, head, k)
	}
	switch {
	case (tok.Lemma == "cite" || tok.Lemma == "blame") && (tok.XPOS == text.VBG && ofVerdict(s, t, k) || t.explains && k == t.trigger):
		if head = s.Child(k, text.Obj); head != text.None && head > k {
			return head, k + 1
		}
	case t.explains && k == t.trigger:
		return explained(s, k)
	case k <= 1 && strings.EqualFold(tok.Form, "given"):
		if head = s.Child(k, text.Obj); head != text.None && opens(s, t, k, k) {
			return head, k + 1
		}
	case regardlessly(tok.Lemma) && tok.Rel == text.Advmod && s.Child(k, text.Obl) == text.None && ofVerdict(s, t, k):
		return k, k
	}
	return text.None, 0
}

// regardlessly tells a word by which all reasons that others give are waved aside: "would
// have been cancelled regardless".
func regardlessly(lemma string) bool {
	return lemma == "regardless" || lemma == "anyway" || lemma == "anyhow"
}

// explained finds what a sentence names as the ground of a decision: "the decision was
// linked to the arrest".
func explained(s *text.Sentence, noun text.Index) (head, first text.Index) {
	v := s.Tokens[noun].Head
	if v == text.None || negated(s, v) != text.None {
		return text.None, 0
	}
	for _, c := range s.Children(v, text.Obl) {
		if w := caseOf(s, c); c > v && (w == "to" || w == "by" || w == "on" || w == "from" || w == "with" || w == "in") {
			return c, afterMarker(s, c, s.Child(c, text.Case))
		}
	}
	return text.None, 0
}

// givesReason tells whether the marker at k makes what it marks a reason.
func (d *draft) givesReason(s *text.Sentence, head, k text.Index) bool {
	verbal := s.Tokens[k].Rel == text.Mark
	switch c := markerOf(s, head); c {
	case "because", "because of", "due to", "owing to", "thanks to", "in response to", "in view of", "in light of", "given", "on account of":
		return true
	case "amid", "amidst":
		return !verbal && !d.timely(s, head)
	case "over":
		return !verbal && (motivated(s, k) || !d.timely(s, head))
	case "after", "following":
		return !d.timely(s, head) && !spannedTime(s, head, k)
	case "to", "at", "of", "against": // "in response to the attack", "in protest at the ruling"
		return !verbal && motivated(s, k)
	}
	return false
}

// motivated tells whether a motive stands right before the marker at k, wherever the tree
// hangs what follows.
func motivated(s *text.Sentence, k text.Index) bool {
	return k >= 2 && motive(s.Tokens[k-1].Lemma) && (s.Tokens[k-2].Lemma == "in" || s.Tokens[k-2].Lemma == "on")
}

// motive tells a noun behind which a reason stands: "in protest at", "on account of".
func motive(lemma string) bool {
	switch lemma {
	case "protest", "response", "reaction", "retaliation", "account", "view", "light", "anger", "solidarity":
		return true
	}
	return false
}

// markerOf is the whole marker of a phrase or clause, however many words it has.
func markerOf(s *text.Sentence, head text.Index) string {
	if m := s.Child(head, text.Mark); m != text.None {
		return s.Tokens[m].Lemma
	}
	return caseOf(s, head)
}

// timely tells what says when and not why: a day, a meal, a journey or talks.
func (d *draft) timely(s *text.Sentence, head text.Index) bool {
	for _, x := range d.r.Times {
		if x.Span.Contains(s.Tokens[head].Span) {
			return true
		}
	}
	switch s.Tokens[head].Lemma {
	case "weekend", "week", "month", "day", "year", "hour", "minute", "morning", "evening", "night", "summer", "winter", "dinner", "lunch", "breakfast", "phone", "telephone",
		"visit", "trip", "tour", "meeting", "talk", "summit", "call", "conversation", "arrive", "meet", "arrival", "election", "inauguration", "that", "which", "it", "this", "take", "all":
		return true
	}
	return false
}

// spannedTime tells "a day after", "hours after": when more than why.
func spannedTime(s *text.Sentence, head, k text.Index) bool {
	if k == 0 {
		return false
	}
	switch s.Tokens[k-1].Lemma {
	case "day", "hour", "week", "month", "year", "minute", "shortly", "soon", "long", "just", "moment", "until":
		return true
	}
	return false
}

// ofVerdict tells whether a phrase hangs on what was called off or refused, or on the word
// that says so, and nothing else is told between.
func ofVerdict(s *text.Sentence, t *telling, head text.Index) bool {
	h := s.Tokens[head].Head
	for steps := 0; h != text.None && steps < 4; steps++ {
		if h == t.verdict.word || h == t.trigger {
			return true
		}
		if rel := s.Tokens[h].Rel; rel == text.Ccomp || rel == text.AclRelcl || rel == text.Parataxis {
			return false
		}
		h = s.Tokens[h].Head
	}
	return false
}

// opens tells a reason at the head of the sentence, of all that follows: "Given the storm,
// they said that they would postpone the trip".
func opens(s *text.Sentence, t *telling, head, k text.Index) bool {
	h := s.Tokens[head].Head
	return k <= 1 && h != text.None && s.Dominates(h, t.verdict.word)
}

// afterMarker is the first word behind the whole marker of a phrase.
func afterMarker(s *text.Sentence, head, k text.Index) text.Index {
	first := k + 1
	for first < head && s.Tokens[first].Rel == text.Fixed {
		first++
	}
	if first > head {
		return head
	}
	return first
}

// longestReason bounds the words of a reason.
const longestReason = 30

// reasonEnd is just behind the last word of the reason that begins at first: up to the
// next clause that only goes on telling.
func reasonEnd(s *text.Sentence, head, first text.Index) text.Index {
	last := head + 1
	for j := first; int(j) < len(s.Tokens) && j-first < longestReason && (j == head || s.Dominates(head, j)); j++ {
		if j > head && (nextClause(s, head, j) && s.Tokens[j].Lemma != "from" || closesQuote(s, first, j)) {
			break
		}
		last = j + 1
	}
	for last > head+1 && hanging(&s.Tokens[last-1]) && s.Tokens[last-1].Rel != text.CompoundPrt && s.Tokens[last-1].UPOS != text.ADV && s.Tokens[last-1].UPOS != text.ADJ {
		last--
	}
	if int(last) < len(s.Tokens) && last > first && quoteMark(s.Tokens[last].Form) && !closesQuote(s, first, last) {
		last++ // "its “open hostility”"
	}
	return last
}

// closesQuote tells whether a quotation that was opened before token first ends at j.
func closesQuote(s *text.Sentence, first, j text.Index) bool {
	if f := s.Tokens[j].Form; !quoteMark(f) || f == "’" || f == "‘" {
		return false
	}
	for i := first; i < j; i++ {
		switch s.Tokens[i].Form {
		case "\"", "“", "``":
			return false
		}
	}
	return true
}

// reason is what all tellings give as the reason of an occasion that came to nothing.
func reason(ts []telling) readout.Cited[string] {
	var words []string
	var at []readout.Span
	for _, t := range ordered(ts) {
		for _, r := range t.reasons {
			if len(words) < mostReasons && !overlaps(at, r.At()[0]) {
				words = append(words, r.Value())
				at = append(at, r.At()[0])
			}
		}
	}
	return readout.Cite(strings.Join(words, "; "), "encounter:reason", readout.Stated, at...)
}

package timex

import "readout/text"

// For returns the indices into r.Times of the times that belong to the clause
// headed by token verb of a sentence, the nearest first. In a parsed sentence a
// time belongs to the verb that its chain of heads reaches without passing another
// clause; elsewhere to the verb within the same stretch between ";" marks.
func For(r *text.Reading, sentence int, verb text.Index) []int {
	if sentence < 0 || sentence >= len(r.Sentences) {
		return nil
	}
	s := &r.Sentences[sentence]
	if verb < 0 || int(verb) >= len(s.Tokens) {
		return nil
	}
	parsed := s.Tokens[verb].Rel != text.NoRel
	var out []int
	for i := firstOf(r.Times, sentence); i < len(r.Times) && r.Times[i].Sentence == sentence; i++ {
		t := &r.Times[i]
		if parsed && !reaches(s, t.Head, verb) || !parsed && !beside(s, t.Head, verb) {
			continue
		}
		at := len(out)
		out = append(out, i)
		for at > 0 && away(t.Head, verb) < away(r.Times[out[at-1]].Head, verb) {
			out[at] = out[at-1]
			at--
		}
		out[at] = i
	}
	return out
}

func firstOf(times []text.Time, sentence int) int {
	lo, hi := 0, len(times)
	for lo < hi {
		if mid := (lo + hi) / 2; times[mid].Sentence < sentence {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func away(a, b text.Index) text.Index { return max(a-b, b-a) }

// reaches climbs from h to verb; another clause on the way ends the climb.
func reaches(s *text.Sentence, h, verb text.Index) bool {
	for steps := 0; h != text.None && int(h) < len(s.Tokens) && steps <= len(s.Tokens); steps++ {
		if h == verb {
			return true
		}
		t := &s.Tokens[h]
		switch t.Rel {
		case text.Acl, text.AclRelcl, text.Advcl, text.AdvclRelcl, text.Ccomp, text.Csubj, text.CsubjPass, text.Parataxis:
			return false
		case text.Conj:
			if t.UPOS == text.VERB {
				return false
			}
		}
		h = t.Head
	}
	return false
}

// beside tells whether no clause mark stands between the two tokens.
func beside(s *text.Sentence, a, b text.Index) bool {
	for i := min(a, b); i < max(a, b) && int(i) < len(s.Tokens); i++ {
		switch s.Tokens[i].Form {
		case ";", "“", "”", "\"", "—":
			return false
		}
	}
	return true
}

package encounter

import "readout/text"

// callsSo tells a verb by which somebody is only given a name: "called him “two-faced”",
// "called her nasty", "called Kim a friend". The tree often hangs the name elsewhere, so
// the words behind the object are read as they stand.
func (d *draft) callsSo(si int, v text.Index) bool {
	s := &d.r.Sentences[si]
	if s.Tokens[v].Lemma != "call" || s.Tokens[v].UPOS != text.VERB {
		return false
	}
	o := s.Child(v, text.Obj)
	if o < v {
		return false
	}
	next := d.objectEnd(si, o)
	if s.Tokens[next-1].XPOS == text.JJ {
		return true // taken into the name before it
	}
	if int(next) >= len(s.Tokens) {
		return false
	}
	next = behindApposition(s, next)
	if quotedBehind(s, next) {
		return true
	}
	switch t := &s.Tokens[next]; {
	case t.XPOS == text.OpenQuote || t.XPOS == text.CloseQuote:
		return int(next)+1 < len(s.Tokens)
	case t.UPOS == text.DET:
		return !spanOfTime(s, next)
	case t.UPOS == text.ADV && int(next)+1 < len(s.Tokens):
		return s.Tokens[next+1].XPOS == text.JJ
	case t.XPOS == text.JJ:
		return !spanOfTime(s, next-1)
	}
	return false
}

// quotedBehind tells a name in quotation marks behind more than one who is called so: "called
// Biden and his son, Hunter, “corrupt”".
func quotedBehind(s *text.Sentence, i text.Index) bool {
	if s.Tokens[i].Lemma != "and" {
		return false
	}
	for ; int(i)+1 < len(s.Tokens); i++ {
		switch t := &s.Tokens[i]; {
		case t.XPOS == text.OpenQuote:
			return true
		case !nominalWord(t) && t.Form != "," && t.Lemma != "and" && t.XPOS != text.PRPS:
			return false
		}
	}
	return false
}

// behindApposition skips what stands between commas behind a name: "Sir Kim, the envoy,".
func behindApposition(s *text.Sentence, i text.Index) text.Index {
	if s.Tokens[i].Form != "," {
		return i
	}
	for j := i + 2; int(j)+1 < len(s.Tokens) && j < i+14; j++ {
		switch t := &s.Tokens[j]; {
		case t.Form == ",":
			return j + 1
		case t.UPOS == text.VERB:
			return i
		}
	}
	return i
}

// objectEnd is the token behind a nominal: behind its mention, with what is of it.
func (d *draft) objectEnd(si int, o text.Index) text.Index {
	s := &d.r.Sentences[si]
	end := o + 1
	if m := d.r.MentionAt(si, o); m >= 0 {
		end = max(end, d.r.Mentions[m].Last)
	}
	for int(end)+1 < len(s.Tokens) && (s.Tokens[end].Form == "to" || s.Tokens[end].Form == "of") {
		m := d.r.MentionAt(si, d.headFrom(si, end+1))
		if m < 0 {
			break
		}
		end = d.r.Mentions[m].Last // "the ambassador to the United States"
	}
	return end
}

// headFrom is the head of the mention that begins at token i, or before it with an
// article; None where there is none.
func (d *draft) headFrom(si int, i text.Index) text.Index {
	from, to := d.r.MentionsIn(si)
	for k := from; k < to; k++ {
		if m := &d.r.Mentions[k]; m.First == i || m.First == i+1 {
			return m.Head
		}
	}
	return text.None
}

// spanOfTime tells a time that begins at token i: "the next day", "last week".
func spanOfTime(s *text.Sentence, i text.Index) bool {
	for j := i + 1; int(j) < len(s.Tokens) && j <= i+3; j++ {
		switch s.Tokens[j].Lemma {
		case "day", "week", "month", "year", "morning", "evening", "night", "afternoon", "time", "hour", "weekend", "moment":
			return true
		}
	}
	return false
}

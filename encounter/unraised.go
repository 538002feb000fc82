package encounter

import "readout/text"

// This file reads what is said not to have been talked about.

// talked tells a verb that, denied, says what was not talked about.
func talked(lemma string) bool {
	switch lemma {
	case "discuss", "raise", "address", "mention", "broach", "press", "confront", "cover", "tackle", "touch", "bring":
		return true
	}
	return false
}

// denies tells whether what a verb tells is said not to have been: "did not raise", "denied
// that he had discussed", "rejected reports that they discussed".
func denies(s *text.Sentence, v text.Index) bool {
	if negated(s, v) != text.None {
		return true
	}
	for steps := 0; steps < 3; steps++ {
		h := s.Tokens[v].Head
		if h == text.None {
			return false
		}
		switch lemma := s.Tokens[h].Lemma; {
		case lemma == "deny", lemma == "decline", lemma == "refuse", lemma == "avoid", lemma == "reject", lemma == "dismiss", lemma == "denial", lemma == "refusal":
			return negated(s, h) == text.None
		case lemma == "report", lemma == "claim", lemma == "allegation", lemma == "suggestion", lemma == "accusation":
			v = h
		default:
			return false
		}
	}
	return false
}

// unraised lets read take topics, and keeps them as those that were not talked about.
func (d *draft) unraised(t *telling, read func()) {
	before := t.topics
	t.topics = nil
	read()
	t.unraised = append(t.unraised, t.topics...)
	t.topics = before
}

// raised takes what was discussed, raised or came up, by whom is left open.
func (d *draft) raised(t *telling, s *text.Sentence, topics []text.Index) {
	read := func() {
		for _, o := range topics {
			d.addObject(t, s, o)
		}
	}
	if denies(s, t.trigger) {
		d.unraised(t, read)
		return
	}
	read()
}

package rule

import (
	"fmt"
	"strings"

	"readout/text"
)

// Reader tags and parses one sentence for Check; the function it returns tells the
// class of the mention headed at a token.
type Reader func(sentence string) (*text.Sentence, func(text.Index) text.Class)

// Check runs every example of every rule and reports each that does not hold, and
// each rule without a sentence to match or one to miss. A match holds where one
// match of the rule has every role that the example names: the tokens captured are
// words of the value given; of several, one for each part between commas. The
// empty value demands that the role found nothing.
func Check(set *Set, read Reader) []error {
	var errs []error
	for i := range set.rules {
		r := set.rules[i].rule
		var match, miss bool
		for k := range r.Examples {
			e := &r.Examples[k]
			match, miss = match || !e.Miss, miss || e.Miss
			if msg := set.example(r, e, read); msg != "" {
				errs = append(errs, &Error{r.File, e.Pos, msg})
			}
		}
		if !match {
			errs = append(errs, &Error{r.File, r.Pos, "rule " + r.Name + " has no example that must match"})
		}
		if !miss {
			errs = append(errs, &Error{r.File, r.Pos, "rule " + r.Name + " has no example that it must miss"})
		}
	}
	return errs
}

// example returns what is wrong with an example, or "".
func (s *Set) example(r *Rule, e *Example, read Reader) string {
	sent, class := read(e.Sentence)
	if sent == nil {
		return fmt.Sprintf("rule %s: no sentence in %q", r.Name, e.Sentence)
	}
	var got []string
	holds := false
	s.Match(sent, class, func(m Match) {
		if m.Rule == r {
			got = append(got, brief(&m, sent))
			holds = holds || fits(&m, sent, e)
		}
	})
	switch {
	case e.Miss && len(got) > 0:
		return fmt.Sprintf("rule %s must miss %q and gives %s", r.Name, e.Sentence, strings.Join(got, "; "))
	case e.Miss || holds:
		return ""
	case len(got) > 0:
		return fmt.Sprintf("rule %s on %q gives %s", r.Name, e.Sentence, strings.Join(got, "; "))
	}
	return fmt.Sprintf("rule %s does not match %q\n%s", r.Name, e.Sentence, tree(sent))
}

func fits(m *Match, sent *text.Sentence, e *Example) bool {
	for _, want := range e.Roles {
		got := m.Role(want.Key)
		parts := []string{want.Value}
		if len(got) > 1 {
			parts = strings.Split(want.Value, ",")
		}
		if want.Value == "" {
			parts = nil
		}
		if len(parts) != len(got) {
			return false
		}
		for i, t := range got {
			if !wordOf(sent.Tokens[t].Form, parts[i]) {
				return false
			}
		}
	}
	return true
}

// wordOf tells whether the form is a word of the phrase, with or without the
// punctuation or the clitic that stands at the word.
func wordOf(form, phrase string) bool {
	for _, w := range strings.Fields(phrase) {
		bare := strings.Trim(w, `.,;:!?()"'“”‘’`)
		for _, clitic := range []string{"'s", "’s"} {
			bare = strings.TrimSuffix(bare, clitic)
		}
		if strings.EqualFold(form, w) || strings.EqualFold(form, bare) {
			return true
		}
	}
	return strings.EqualFold(form, strings.TrimSpace(phrase))
}

func brief(m *Match, sent *text.Sentence) string {
	s := fmt.Sprintf("trigger=%q", sent.Tokens[m.Trigger].Form)
	for _, c := range m.Roles {
		s += fmt.Sprintf(" %s=%q", c.Name, forms(sent, c.Tokens))
	}
	return s
}

func forms(sent *text.Sentence, ts []text.Index) string {
	parts := make([]string, len(ts))
	for i, t := range ts {
		parts[i] = sent.Tokens[t].Form
	}
	return strings.Join(parts, ", ")
}

// tree writes a sentence's tree, a token a line.
func tree(sent *text.Sentence) string {
	var b strings.Builder
	for i := range sent.Tokens {
		t := &sent.Tokens[i]
		head := "-"
		if t.Head >= 0 && int(t.Head) < len(sent.Tokens) {
			head = sent.Tokens[t.Head].Form
		}
		fmt.Fprintf(&b, "    %2d %-16s %-16s %-6s %-5s %-12s < %s\n", i, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Rel, head)
	}
	return b.String()
}

// Explain tells in words what a match rests on.
func Explain(m *Match, sent *text.Sentence) string {
	var b strings.Builder
	fmt.Fprintf(&b, "rule %s (%s)", m.Rule.Name, m.Rule.Where())
	if m.Rule.Gloss != "" {
		b.WriteString(": " + m.Rule.Gloss)
	}
	t := &sent.Tokens[m.Trigger]
	fmt.Fprintf(&b, "\n  trigger %q, token %d:%s\n", t.Form, m.Trigger, m.Rule.Trigger)
	for _, c := range m.Roles {
		fmt.Fprintf(&b, "  %s is %q by %s\n", c.Name, forms(sent, c.Tokens), c.Path)
	}
	for i := range m.Rule.Clauses {
		if c := &m.Rule.Clauses[i]; c.Kind != Role {
			b.WriteString(" " + strings.Join(strings.Fields(c.String()), " ") + "\n")
		}
	}
	return b.String()
}

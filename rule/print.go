package rule

import "strings"

// Print writes the file so that Parse reads the same again, without comments.
func Print(f *File) []byte {
	var b strings.Builder
	for _, l := range f.Lists {
		b.WriteString("list " + l.Name + " =")
		for _, w := range l.Words {
			b.WriteString(" " + w.Text)
		}
		b.WriteString("\n")
	}
	for i, r := range f.Rules {
		if i > 0 || len(f.Lists) > 0 {
			b.WriteString("\n")
		}
		b.WriteString(r.String())
	}
	return []byte(b.String())
}

// String is the rule as Print writes it.
func (r *Rule) String() string {
	var b strings.Builder
	b.WriteString("rule " + r.Name + "\n")
	if r.Gloss != "" {
		b.WriteString("  gloss   " + r.Gloss + "\n")
	}
	if len(r.Trigger) > 0 {
		b.WriteString("  trigger" + r.Trigger.String() + "\n")
	}
	for i := range r.Clauses {
		b.WriteString(r.Clauses[i].String() + "\n")
	}
	if len(r.Set) > 0 {
		b.WriteString("  set    ")
		for _, p := range r.Set {
			b.WriteString(" " + p.Key + "=" + quoteIfNeeded(p.Value))
		}
		b.WriteString("\n")
	}
	for i := range r.Examples {
		b.WriteString(r.Examples[i].String() + "\n")
	}
	return b.String()
}

func (c *Clause) String() string {
	s := "  " + pad(c.Kind.String())
	if c.Kind == Role {
		s += c.Name
		if c.Optional {
			s += "?"
		}
		if c.All {
			s += "*"
		}
		s += " "
	}
	for i := range c.Paths {
		if i > 0 {
			s += "|"
		}
		s += c.Paths[i].String()
	}
	return s + c.Test.String()
}

// String is the path as written.
func (p Path) String() string {
	if len(p.Steps) == 0 {
		return "."
	}
	parts := make([]string, len(p.Steps))
	for i, st := range p.Steps {
		parts[i] = st.String()
	}
	return strings.Join(parts, "/")
}

// String is the step as written.
func (s Step) String() string {
	out := s.Op.String() + joined(s.Rels)
	if len(s.Rels) == 0 {
		out += "*"
	}
	if len(s.Marks) > 0 {
		out += "(" + joined(s.Marks) + ")"
	}
	return out
}

// String is the test as written, each condition after a space.
func (t Test) String() string {
	var b strings.Builder
	for _, c := range t {
		b.WriteByte(' ')
		if c.Negate {
			b.WriteByte('!')
		}
		b.WriteString(c.Key + ":" + joined(c.Alts))
	}
	return b.String()
}

func (e *Example) String() string {
	kind := "match"
	if e.Miss {
		kind = "miss"
	}
	s := "  " + pad(kind) + quote(e.Sentence)
	for _, p := range e.Roles {
		s += " " + p.Key + "=" + quote(p.Value)
	}
	return s
}

func joined(ws []Word) string {
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = w.Text
	}
	return strings.Join(parts, ",")
}

func pad(s string) string { return (s + "        ")[:8] }

func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func quoteIfNeeded(s string) string {
	if s == "" || strings.ContainsAny(s, "\" \t\\") {
		return quote(s)
	}
	return s
}

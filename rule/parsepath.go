package rule

import "strings"

// test reads conditions, each written [!]KEY:ALT,ALT….
func (p *parser) test(f []Word) Test {
	var t Test
	for _, w := range f {
		text, negate := strings.CutPrefix(w.Text, "!")
		key, value, ok := strings.Cut(text, ":")
		if !ok || !isKey(key) {
			p.fail(w.Pos, "no condition: "+w.Text+"; written [!]KEY:WORD,… with lemma, form, upos, xpos, rel or name")
			continue
		}
		at := Pos{w.Line, w.Col + len(w.Text) - len(value)}
		if alts := p.alts(at, value); len(alts) > 0 {
			t = append(t, Cond{w.Pos, key, negate, alts})
		}
	}
	return t
}

func isKey(s string) bool {
	switch s {
	case "lemma", "form", "upos", "xpos", "rel", "name":
		return true
	}
	return false
}

// alts reads alternatives joined by commas. The comma as a word or tag is
// written alone: "form:,".
func (p *parser) alts(at Pos, s string) []Word {
	if s == "," {
		return []Word{{at, s}}
	}
	var out []Word
	for {
		w, rest, more := strings.Cut(s, ",")
		if isWord(w) {
			out = append(out, Word{at, w})
		} else {
			p.fail(at, "a word is missing")
		}
		if !more {
			return out
		}
		at.Col += len(w) + 1
		s = rest
	}
}

// paths reads alternative paths joined by "|".
func (p *parser) paths(w Word) []Path {
	var out []Path
	at := w.Pos
	for s, more := w.Text, true; more; {
		var one string
		one, s, more = strings.Cut(s, "|")
		if path, ok := p.path(Word{at, one}); ok {
			out = append(out, path)
		}
		at.Col += len(one) + 1
	}
	return out
}

func (p *parser) path(w Word) (Path, bool) {
	path := Path{Pos: w.Pos}
	if w.Text == "." {
		return path, true
	}
	at := w.Pos
	for s, more := w.Text, true; more; {
		var one string
		one, s, more = strings.Cut(s, "/")
		step, ok := p.step(Word{at, one})
		if !ok {
			return path, false
		}
		path.Steps = append(path.Steps, step)
		at.Col += len(one) + 1
	}
	return path, true
}

func (p *parser) step(w Word) (Step, bool) {
	st := Step{Pos: w.Pos}
	s := w.Text
	switch {
	case strings.HasPrefix(s, ">>"):
		st.Op = Deep
	case strings.HasPrefix(s, ">"):
		st.Op = Down
	case strings.HasPrefix(s, "<"):
		st.Op = Up
	default:
		p.fail(w.Pos, "no step: "+w.Text+"; written >REL, <REL, >>REL, or . alone")
		return st, false
	}
	s = s[len(st.Op.String()):]
	at := Pos{w.Line, w.Col + len(st.Op.String())}
	rels, marks, marked := strings.Cut(s, "(")
	if marked {
		inner, ok := strings.CutSuffix(marks, ")")
		if !ok || inner == "" || inner == "," {
			p.fail(at, "written: REL(WORD,…)")
			return st, false
		}
		st.Marks = p.alts(Pos{at.Line, at.Col + len(rels) + 1}, inner)
	}
	if rels == "*" || rels == "" && st.Op == Deep {
		return st, true
	}
	if rels == "" {
		p.fail(at, "a relation is missing; * is any")
		return st, false
	}
	st.Rels = p.alts(at, rels)
	return st, len(st.Rels) > 0
}

// split cuts a line into fields at white space outside quotation marks. A "#" at
// the begin of a field ends the line. bad is the column of a mark never closed.
func split(n int, line string) (fields []Word, bad int) {
	for i := 0; i < len(line); {
		if line[i] == ' ' || line[i] == '\t' {
			i++
			continue
		}
		if line[i] == '#' {
			return fields, 0
		}
		end, open := fieldEnd(line, i)
		if open >= 0 {
			return nil, open + 1
		}
		fields = append(fields, Word{Pos{n, i + 1}, line[i:end]})
		i = end
	}
	return fields, 0
}

// fieldEnd finds the end of the field at i; open is where a mark is not closed.
func fieldEnd(line string, i int) (end, open int) {
	open = -1
	for ; i < len(line); i++ {
		switch c := line[i]; {
		case open >= 0 && c == '\\':
			i++
		case c == '"' && open >= 0:
			open = -1
		case c == '"' && opens(line, i):
			open = i
		case open < 0 && (c == ' ' || c == '\t'):
			return i, -1
		}
	}
	return len(line), open
}

// opens tells whether the mark at i begins quoted words: at the begin of a field or after "=".
func opens(line string, i int) bool {
	return i == 0 || strings.IndexByte(" \t=", line[i-1]) >= 0
}

// unquote takes the marks off; a backslash keeps the character after it.
func unquote(s string) (string, bool) {
	if len(s) < 2 || s[0] != '"' {
		return "", false
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), i == len(s)-1
		case s[i] == '\\' && i+1 < len(s):
			i++
		}
		b.WriteByte(s[i])
	}
	return "", false
}

func isName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i] | 0x20
		if (c < 'a' || c > 'z') && (s[i] < '0' || s[i] > '9') && s[i] != '-' && s[i] != '_' {
			return false
		}
	}
	return s != "" && len(s) <= 100
}

// isWord tells whether s can stand as an alternative or a list's entry.
func isWord(s string) bool {
	return s != "" && s != "@" && !strings.ContainsAny(s, ",\" \t")
}

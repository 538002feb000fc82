package rule

import (
	"strings"
	"unicode/utf8"
)

// Parse reads a rule file. It always returns what could be read, and every fault
// found, in the order of the lines. Names are not looked up; Compile does that.
func Parse(name string, src []byte) (*File, []error) {
	p := parser{file: &File{Name: name}}
	if !utf8.Valid(src) {
		p.fail(Pos{1, 1}, "not UTF-8")
		return p.file, p.errs
	}
	text := strings.TrimPrefix(string(src), "\ufeff")
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		p.line(n, strings.TrimSuffix(line, "\r"))
	}
	p.finish()
	return p.file, p.errs
}

// ParseList reads a word list: one entry a line, "#" begins a comment.
func ParseList(name string, src []byte) *List {
	l := &List{Pos: Pos{1, 1}, Name: name}
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(string(src), "\ufeff")) {
		n++
		line, _, _ = strings.Cut(line, "#")
		if w := strings.TrimSpace(line); w != "" {
			l.Words = append(l.Words, Word{Pos{n, 1}, w})
		}
	}
	return l
}

type parser struct {
	file *File
	list *List // the list or rule that indented lines add to
	rule *Rule
	errs []error
}

func (p *parser) fail(at Pos, msg string) {
	p.errs = append(p.errs, &Error{p.file.Name, at, msg})
}

func (p *parser) line(n int, line string) {
	fields, bad := split(n, line)
	if bad > 0 {
		p.fail(Pos{n, bad}, "quotation mark is not closed")
		return
	}
	if len(fields) == 0 {
		return
	}
	if fields[0].Col > 1 {
		p.inner(fields)
		return
	}
	p.finish()
	switch fields[0].Text {
	case "list":
		p.openList(fields)
	case "rule":
		p.openRule(fields)
	default:
		p.fail(fields[0].Pos, `a line that is not indented begins with "list" or "rule", not "`+fields[0].Text+`"`)
	}
}

// finish closes the rule or list at hand.
func (p *parser) finish() {
	if r := p.rule; r != nil && len(r.Trigger) == 0 {
		p.fail(r.Pos, "rule "+r.Name+" has no trigger")
	}
	if l := p.list; l != nil && len(l.Words) == 0 {
		p.fail(l.Pos, "list "+l.Name+" is empty")
	}
	p.rule, p.list = nil, nil
}

func (p *parser) openList(f []Word) {
	if len(f) < 3 || f[2].Text != "=" || !isName(f[1].Text) {
		p.fail(f[0].Pos, "a list is written: list NAME = WORD …")
		return
	}
	p.list = &List{Pos: f[0].Pos, Name: f[1].Text}
	p.file.Lists = append(p.file.Lists, p.list)
	p.words(f[3:])
}

func (p *parser) words(f []Word) {
	for _, w := range f {
		if !isWord(w.Text) {
			p.fail(w.Pos, "no word: "+w.Text)
			continue
		}
		p.list.Words = append(p.list.Words, w)
	}
}

func (p *parser) openRule(f []Word) {
	if len(f) != 2 || !isName(f[1].Text) {
		p.fail(f[0].Pos, "a rule is written: rule NAME, with letters, digits, - and _")
		return
	}
	p.rule = &Rule{Pos: f[0].Pos, File: p.file.Name, Name: f[1].Text}
	p.file.Rules = append(p.file.Rules, p.rule)
}

func (p *parser) inner(f []Word) {
	switch {
	case p.list != nil:
		p.words(f)
	case p.rule != nil:
		p.clause(f)
	default:
		p.fail(f[0].Pos, "an indented line stands in a rule or a list")
	}
}

func (p *parser) clause(f []Word) {
	switch f[0].Text {
	case "gloss":
		p.gloss(f)
	case "trigger":
		p.trigger(f)
	case "role":
		p.role(f)
	case "need":
		p.demand(Need, f)
	case "not":
		p.demand(Not, f)
	case "set":
		p.set(f)
	case "match", "miss":
		p.example(f)
	default:
		p.fail(f[0].Pos, "unknown clause "+f[0].Text+"; one of gloss, trigger, role, need, not, set, match, miss")
	}
}

func (p *parser) gloss(f []Word) {
	if p.rule.Gloss != "" {
		p.fail(f[0].Pos, "a second gloss")
	}
	words := make([]string, 0, len(f))
	for _, w := range f[1:] {
		words = append(words, w.Text)
	}
	p.rule.Gloss = strings.Join(words, " ")
}

func (p *parser) trigger(f []Word) {
	if len(p.rule.Trigger) > 0 {
		p.fail(f[0].Pos, "a second trigger")
	}
	if len(f) < 2 {
		p.fail(f[0].Pos, "a trigger is written: trigger TEST …")
	}
	p.rule.Trigger = p.test(f[1:])
}

func (p *parser) role(f []Word) {
	if len(f) < 3 {
		p.fail(f[0].Pos, "a role is written: role NAME PATH [TEST …]")
		return
	}
	name := strings.TrimRight(f[1].Text, "?*")
	marks := f[1].Text[len(name):]
	c := Clause{Pos: f[0].Pos, Kind: Role, Name: name}
	c.Optional, c.All = strings.Contains(marks, "?"), strings.Contains(marks, "*")
	if !isName(name) || len(marks) > 2 || marks == "??" || marks == "**" {
		p.fail(f[1].Pos, "no role name: "+f[1].Text)
		return
	}
	for i := range p.rule.Clauses {
		if p.rule.Clauses[i].Kind == Role && p.rule.Clauses[i].Name == name {
			p.fail(f[1].Pos, "role "+name+" stands twice")
			return
		}
	}
	c.Paths, c.Test = p.paths(f[2]), p.test(f[3:])
	p.rule.Clauses = append(p.rule.Clauses, c)
}

func (p *parser) demand(kind ClauseKind, f []Word) {
	if len(f) < 2 {
		p.fail(f[0].Pos, "written: "+kind.String()+" PATH [TEST …]")
		return
	}
	c := Clause{Pos: f[0].Pos, Kind: kind, Paths: p.paths(f[1]), Test: p.test(f[2:])}
	p.rule.Clauses = append(p.rule.Clauses, c)
}

func (p *parser) set(f []Word) {
	for _, w := range f[1:] {
		if pair, ok := p.pair(w); ok {
			p.rule.Set = append(p.rule.Set, pair)
		}
	}
}

func (p *parser) pair(w Word) (Pair, bool) {
	key, value, ok := strings.Cut(w.Text, "=")
	if !ok || !isName(key) {
		p.fail(w.Pos, "written: KEY=VALUE, not "+w.Text)
		return Pair{}, false
	}
	if strings.HasPrefix(value, `"`) {
		if value, ok = unquote(value); !ok {
			p.fail(w.Pos, "words after the closing quotation mark")
			return Pair{}, false
		}
	}
	return Pair{w.Pos, key, value}, true
}

func (p *parser) example(f []Word) {
	e := Example{Pos: f[0].Pos, Miss: f[0].Text == "miss"}
	var ok bool
	if len(f) > 1 {
		e.Sentence, ok = unquote(f[1].Text)
	}
	if !ok || e.Sentence == "" {
		p.fail(f[0].Pos, `written: `+f[0].Text+` "SENTENCE" [ROLE="WORDS" …]`)
		return
	}
	if e.Miss && len(f) > 2 {
		p.fail(f[2].Pos, "a miss has no roles")
	}
	for _, w := range f[2:] {
		if pair, ok := p.pair(w); ok && !e.Miss {
			e.Roles = append(e.Roles, pair)
		}
	}
	p.rule.Examples = append(p.rule.Examples, e)
}

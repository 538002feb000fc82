package rule

import (
	"fmt"
	"strings"

	"readout/text"
)

// Set is a compiled set of rules. It does not change and may be shared.
type Set struct {
	rules   []program
	byLemma map[string][]int32 // rules whose trigger names lemmas, folded
	byUPOS  [32][]int32        // rules without, by the tags their trigger allows
	loose   bool               // byUPOS holds any
}

// program is a rule made ready for matching.
type program struct {
	rule    *Rule
	trigger []cond
	clauses []clause
	roles   int
}

type clause struct {
	kind          ClauseKind
	name          string
	optional, all bool
	paths         []way
	test          []cond
}

type way struct {
	text  string
	steps []step
}

type step struct {
	op    Op
	rels  uint64 // bits of text.Rel
	marks words  // nil: any
}

type field uint8

const (
	lemma field = iota
	form
	upos
	xpos
	rel
	name
)

var fields = map[string]field{"lemma": lemma, "form": form, "upos": upos, "xpos": xpos, "rel": rel, "name": name}

type cond struct {
	field  field
	negate bool
	words  words  // of lemma and form
	bits   uint64 // of upos, xpos, rel and name
}

// Rules are the rules of the set, in the order of their files.
func (s *Set) Rules() []*Rule {
	out := make([]*Rule, len(s.rules))
	for i := range s.rules {
		out[i] = s.rules[i].rule
	}
	return out
}

// Compile joins files into a set. It reports every name that stands for nothing
// and every rule or list told twice.
func Compile(files ...*File) (*Set, []error) {
	c := compiler{lists: map[string]*listing{}}
	for _, f := range files {
		for _, l := range f.Lists {
			if old := c.lists[l.Name]; old != nil {
				c.fail(f.Name, l.Pos, "list "+l.Name+" stands already at "+old.where())
				continue
			}
			c.lists[l.Name] = &listing{file: f.Name, list: l}
		}
	}
	for _, f := range files {
		for _, l := range f.Lists {
			c.words(c.lists[l.Name])
		}
	}
	set := &Set{byLemma: map[string][]int32{}}
	seen := map[string]*Rule{}
	for _, f := range files {
		for _, r := range f.Rules {
			if old := seen[r.Name]; old != nil {
				c.fail(f.Name, r.Pos, "rule "+r.Name+" stands already at "+old.Where())
				continue
			}
			seen[r.Name] = r
			c.file = f.Name
			set.add(c.rule(r))
		}
	}
	if len(c.errs) > 0 {
		return nil, c.errs
	}
	return set, nil
}

func (s *Set) add(p program) {
	id := int32(len(s.rules))
	s.rules = append(s.rules, p)
	tags := ^uint64(0)
	for _, c := range p.trigger {
		if c.field == lemma && !c.negate {
			for w := range c.words {
				s.byLemma[w] = append(s.byLemma[w], id)
			}
			return
		}
		if c.field == upos && !c.negate {
			tags = c.bits
		}
	}
	s.loose = true
	for tag := range s.byUPOS {
		if tags&(1<<tag) != 0 {
			s.byUPOS[tag] = append(s.byUPOS[tag], id)
		}
	}
}

type compiler struct {
	file  string
	lists map[string]*listing
	errs  []error
}

type listing struct {
	file  string
	list  *List
	words words
	busy  bool
}

func (l *listing) where() string { return fmt.Sprintf("%s:%d", l.file, l.list.Line) }

func (c *compiler) fail(file string, at Pos, msg string) {
	c.errs = append(c.errs, &Error{file, at, msg})
}

// words gives the folded words of a list with those of the lists it names.
func (c *compiler) words(l *listing) words {
	if l.words != nil {
		return l.words
	}
	l.words, l.busy = words{}, true
	for _, w := range l.list.Words {
		other, named := strings.CutPrefix(w.Text, "@")
		if !named || other == "" {
			l.words[strings.ToLower(w.Text)] = struct{}{}
			continue
		}
		o := c.lists[other]
		switch {
		case o == nil:
			c.fail(l.file, w.Pos, "no list "+other)
		case o.busy:
			c.fail(l.file, w.Pos, "list "+other+" holds itself")
		default:
			for w := range c.words(o) {
				l.words[w] = struct{}{}
			}
		}
	}
	l.busy = false
	return l.words
}

func (c *compiler) rule(r *Rule) program {
	p := program{rule: r, trigger: c.test(r.Trigger)}
	roles := map[string]bool{}
	for i := range r.Clauses {
		p.clauses = append(p.clauses, c.clause(&r.Clauses[i]))
		if r.Clauses[i].Kind == Role {
			p.roles++
			roles[r.Clauses[i].Name] = true
		}
	}
	for _, e := range r.Examples {
		for _, role := range e.Roles {
			if !roles[role.Key] {
				c.fail(c.file, role.Pos, "rule "+r.Name+" has no role "+role.Key)
			}
		}
	}
	return p
}

func (c *compiler) clause(cl *Clause) clause {
	out := clause{kind: cl.Kind, name: cl.Name, optional: cl.Optional, all: cl.All, test: c.test(cl.Test)}
	for _, p := range cl.Paths {
		cp := way{text: p.String()}
		for _, s := range p.Steps {
			cp.steps = append(cp.steps, c.step(s))
		}
		out.paths = append(out.paths, cp)
	}
	return out
}

func (c *compiler) step(s Step) step {
	out := step{op: s.Op, rels: ^uint64(0)}
	if len(s.Rels) > 0 {
		out.rels = 0
	}
	for _, w := range s.Rels {
		out.rels |= c.bit(rel, w)
	}
	if len(s.Marks) > 0 {
		out.marks = c.alternatives(s.Marks)
	}
	return out
}

func (c *compiler) test(t Test) []cond {
	var out []cond
	for _, x := range t {
		k := cond{field: fields[x.Key], negate: x.Negate}
		if k.field == lemma || k.field == form {
			k.words = c.alternatives(x.Alts)
		} else {
			for _, w := range x.Alts {
				k.bits |= c.bit(k.field, w)
			}
		}
		out = append(out, k)
	}
	return out
}

// alternatives gives the words of a condition; a single list is shared, not copied.
func (c *compiler) alternatives(alts []Word) words {
	out := words{}
	for _, w := range alts {
		named, ok := strings.CutPrefix(w.Text, "@")
		if !ok || named == "" {
			out[strings.ToLower(w.Text)] = struct{}{}
			continue
		}
		l := c.lists[named]
		if l == nil {
			c.fail(c.file, w.Pos, "no list "+named)
			continue
		}
		if len(alts) == 1 {
			return c.words(l)
		}
		for w := range c.words(l) {
			out[w] = struct{}{}
		}
	}
	return out
}

// party is what "name:party" stands for.
const party = 1<<text.Person | 1<<text.People | 1<<text.State | 1<<text.Body | 1<<text.Group

// bit looks up a closed name.
func (c *compiler) bit(f field, w Word) uint64 {
	n, ok, what := uint8(0), false, ""
	switch f {
	case upos:
		v, found := text.ParseUPOS(w.Text)
		n, ok, what = uint8(v), found, "part of speech"
	case xpos:
		v, found := text.ParseXPOS(w.Text)
		n, ok, what = uint8(v), found, "Penn tag"
	case rel:
		v, found := text.ParseRel(w.Text)
		n, ok, what = uint8(v), found, "relation"
	case name:
		if w.Text == "party" {
			return party
		}
		v, found := text.ParseClass(w.Text)
		n, ok, what = uint8(v), found, "class of names"
	}
	if !ok || n >= 64 {
		c.fail(c.file, w.Pos, "no "+what+": "+w.Text)
		return 0
	}
	return 1 << n
}

package rule

import "readout/text"

// Match is one match of a rule. It holds no memory of the matcher's and may be kept.
type Match struct {
	Rule    *Rule
	Trigger text.Index
	Roles   []Capture // of the roles found, in the rule's order
}

// Capture is what a role found.
type Capture struct {
	Name   string
	Path   string // the alternative that found it, as written
	Tokens []text.Index
}

// Role returns the tokens of the role, or nil.
func (m *Match) Role(name string) []text.Index {
	for i := range m.Roles {
		if m.Roles[i].Name == name {
			return m.Roles[i].Tokens
		}
	}
	return nil
}

// First returns the first token of the role, or text.None.
func (m *Match) First(name string) text.Index {
	if t := m.Role(name); len(t) > 0 {
		return t[0]
	}
	return text.None
}

// Bounds that keep any sentence's cost linear in its length.
const (
	deep   = 4   // levels that ">>" goes down
	budget = 512 // tokens that one clause visits at one trigger
)

// Match yields the matches of the set in a sentence, by trigger token and then by
// rule. class tells the class of the mention headed at a token; nil knows none.
func (s *Set) Match(sent *text.Sentence, class func(text.Index) text.Class, yield func(Match)) {
	var m matcher // its lists are made when the first trigger hits
	for i := range sent.Tokens {
		ids := lookup(s.byLemma, sent.Tokens[i].Lemma)
		var more []int32
		if s.loose {
			more = s.byUPOS[sent.Tokens[i].UPOS&31]
		}
		for len(ids) > 0 || len(more) > 0 {
			id := next(&ids, &more)
			p := &s.rules[id]
			m.tokens, m.class = sent.Tokens, class
			if !m.holds(p.trigger, text.Index(i)) {
				continue
			}
			m.open()
			if m.try(p, text.Index(i)) {
				yield(m.match(p, text.Index(i)))
			}
		}
	}
}

// next takes the smaller of the first of two ascending lists.
func next(a, b *[]int32) int32 {
	if len(*a) == 0 || len(*b) > 0 && (*b)[0] < (*a)[0] {
		a = b
	}
	id := (*a)[0]
	*a = (*a)[1:]
	return id
}

type matcher struct {
	tokens []text.Token
	class  func(text.Index) text.Class
	child  []text.Index // first child of each token
	beside []text.Index // next child of the same head
	found  []text.Index // captures of all roles, one after the other
	marks  []mark       // which of them belong to which role
	left   int          // visits left to the clause at hand
}

type mark struct {
	clause, path int
	from, to     int
}

// open makes the lists of children, once for a sentence.
func (m *matcher) open() {
	if m.child != nil {
		return
	}
	n := len(m.tokens)
	both := make([]text.Index, 2*n)
	for i := range both {
		both[i] = text.None
	}
	m.child, m.beside = both[:n], both[n:]
	for i := n - 1; i >= 0; i-- {
		if h := m.tokens[i].Head; h >= 0 && int(h) < n && int(h) != i {
			m.beside[i], m.child[h] = m.child[h], text.Index(i)
		}
	}
}

// try runs the clauses of a rule at a trigger and keeps what they find.
func (m *matcher) try(p *program, at text.Index) bool {
	m.found, m.marks = m.found[:0], m.marks[:0]
	for i := range p.clauses {
		c := &p.clauses[i]
		from := len(m.found)
		by := m.find(c, at)
		switch c.kind {
		case Role:
			if by < 0 && !c.optional {
				return false
			}
			if by >= 0 {
				m.marks = append(m.marks, mark{i, by, from, len(m.found)})
			}
		case Need:
			if by < 0 {
				return false
			}
			m.found = m.found[:from]
		case Not:
			if by >= 0 {
				return false
			}
		}
	}
	return true
}

// find appends what the first fruitful path of c finds; it returns which, or -1.
func (m *matcher) find(c *clause, at text.Index) int {
	m.left = budget
	from := len(m.found)
	for i := range c.paths {
		m.walk(c, c.paths[i].steps, at)
		if len(m.found) > from {
			m.found = m.found[:from+unique(m.found[from:])]
			return i
		}
	}
	return -1
}

// unique sorts the tokens and drops doubles; it returns how many are left. Lists are short.
func unique(ts []text.Index) int {
	n := 0
	for _, t := range ts {
		i := n
		for i > 0 && ts[i-1] > t {
			i--
		}
		if i > 0 && ts[i-1] == t {
			continue
		}
		copy(ts[i+1:n+1], ts[i:n])
		ts[i] = t
		n++
	}
	return n
}

// walk goes the steps from token at and appends the tokens reached that pass the
// test. It tells whether to go on: not after the first where one is enough.
func (m *matcher) walk(c *clause, steps []step, at text.Index) bool {
	if len(steps) == 0 {
		if !m.holds(c.test, at) {
			return true
		}
		m.found = append(m.found, at)
		return c.all
	}
	st := &steps[0]
	switch st.op {
	case Up:
		h := m.tokens[at].Head
		if h < 0 || int(h) >= len(m.tokens) || st.rels&(1<<m.tokens[at].Rel) == 0 {
			return true
		}
		return m.land(c, steps, h)
	case Deep:
		return m.dive(c, steps, at, deep)
	}
	for k := m.child[at]; k != text.None; k = m.beside[k] {
		if st.rels&(1<<m.tokens[k].Rel) != 0 && !m.land(c, steps, k) {
			return false
		}
		if m.left <= 0 {
			return false
		}
		m.left--
	}
	return true
}

// dive tries the descendants of a token in text order: what stands left of a
// token comes before it, the rest after it.
func (m *matcher) dive(c *clause, steps []step, top text.Index, levels int) bool {
	for k := m.child[top]; k != text.None; k = m.beside[k] {
		if !m.diveInto(c, steps, k, levels) {
			return false
		}
	}
	return true
}

func (m *matcher) diveInto(c *clause, steps []step, at text.Index, levels int) bool {
	if m.left--; m.left < 0 {
		return false
	}
	k := text.None
	if levels > 1 {
		k = m.child[at]
	}
	for ; k != text.None && k < at; k = m.beside[k] {
		if !m.diveInto(c, steps, k, levels-1) {
			return false
		}
	}
	if steps[0].rels&(1<<m.tokens[at].Rel) != 0 && !m.land(c, steps, at) {
		return false
	}
	for ; k != text.None; k = m.beside[k] {
		if !m.diveInto(c, steps, k, levels-1) {
			return false
		}
	}
	return true
}

// land checks the marks of the token that the first step reached and goes on from there.
func (m *matcher) land(c *clause, steps []step, at text.Index) bool {
	if steps[0].marks != nil && !m.marked(at, steps[0].marks) {
		return true
	}
	return m.walk(c, steps[1:], at)
}

// marked tells whether the token has a case or mark child among the words. Fixed
// phrases ("ahead of") and markers side by side ("out of") also count joined by "_".
func (m *matcher) marked(at text.Index, ws words) bool {
	var buf [64]byte
	run, last := buf[:0], text.None
	for k := m.child[at]; k != text.None; k = m.beside[k] {
		t := &m.tokens[k]
		if t.Rel != text.Case && t.Rel != text.Mark {
			continue
		}
		if m.child[k] == text.None && (ws.has(t.Lemma) || ws.has(t.Form)) {
			return true
		}
		if last == text.None || last+1 != k {
			run = run[:0]
		}
		run = m.phrase(run, k)
		if _, ok := ws[string(run)]; ok {
			return true
		}
		last = m.end(k)
	}
	return false
}

// phrase appends the folded forms of a marker and of the fixed words after it.
func (m *matcher) phrase(run []byte, k text.Index) []byte {
	for i, end := k, m.end(k); i <= end; i++ {
		if len(run) > 0 {
			run = append(run, '_')
		}
		for j := 0; j < len(m.tokens[i].Form) && j < 64; j++ {
			b := m.tokens[i].Form[j]
			if b-'A' < 26 {
				b |= 0x20
			}
			run = append(run, b)
		}
	}
	return run
}

// end is the last token of the fixed phrase that k begins.
func (m *matcher) end(k text.Index) text.Index {
	end := k
	for f := m.child[k]; f != text.None; f = m.beside[f] {
		if m.tokens[f].Rel == text.Fixed && f == end+1 {
			end = f
		}
	}
	return end
}

// holds tells whether all conditions hold of the token.
func (m *matcher) holds(test []cond, at text.Index) bool {
	t := &m.tokens[at]
	for i := range test {
		c := &test[i]
		var ok bool
		switch c.field {
		case lemma:
			ok = c.words.has(t.Lemma)
		case form:
			ok = c.words.has(t.Form)
		case upos:
			ok = c.bits&(1<<t.UPOS) != 0
		case xpos:
			ok = c.bits&(1<<t.XPOS) != 0
		case rel:
			ok = c.bits&(1<<t.Rel) != 0
		case name:
			ok = m.class != nil && c.bits&(1<<m.class(at)) != 0
		}
		if ok == c.negate {
			return false
		}
	}
	return true
}

// match copies what was found out of the matcher.
func (m *matcher) match(p *program, at text.Index) Match {
	out := Match{Rule: p.rule, Trigger: at}
	if len(m.marks) == 0 {
		return out
	}
	tokens := append([]text.Index(nil), m.found...)
	out.Roles = make([]Capture, len(m.marks))
	for i, k := range m.marks {
		c := &p.clauses[k.clause]
		out.Roles[i] = Capture{c.name, c.paths[k.path].text, tokens[k.from:k.to:k.to]}
	}
	return out
}

package rule

import "fmt"

// Pos is a place in a rule file; lines and columns (bytes) count from 1.
type Pos struct{ Line, Col int }

// Error is a fault in a rule file.
type Error struct {
	File string
	Pos
	Msg string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Msg) }

// File is what a rule file says.
type File struct {
	Name  string
	Lists []*List
	Rules []*Rule
}

// List is a named list of words; a word "@other" stands for the words of another list.
type List struct {
	Pos
	Name  string
	Words []Word
}

// Word is one entry of a list or one alternative of a condition.
type Word struct {
	Pos
	Text string
}

// Rule is one rule as written.
type Rule struct {
	Pos
	File     string
	Name     string
	Gloss    string
	Trigger  Test
	Clauses  []Clause // roles, needs and nots, in their order
	Set      []Pair
	Examples []Example
}

// Value returns what the rule sets for key, or "".
func (r *Rule) Value(key string) string {
	for i := range r.Set {
		if r.Set[i].Key == key {
			return r.Set[i].Value
		}
	}
	return ""
}

// Where is the rule's place as file:line.
func (r *Rule) Where() string { return fmt.Sprintf("%s:%d", r.File, r.Line) }

// ClauseKind tells what a clause does with what its path finds.
type ClauseKind uint8

// The kinds of clause.
const (
	Role ClauseKind = iota // captures it
	Need                   // demands that it exists
	Not                    // demands that it does not exist
)

var clauseNames = [...]string{"role", "need", "not"}

func (k ClauseKind) String() string { return clauseNames[k] }

// Clause is a role, need or not line.
type Clause struct {
	Pos
	Kind     ClauseKind
	Name     string // of a role
	Optional bool   // a role that may be missing: "name?"
	All      bool   // a role that captures every token found: "name*"
	Paths    []Path // alternatives; the first that finds something wins
	Test     Test
}

// Path leads from the trigger to other tokens; without steps it is the trigger itself.
type Path struct {
	Pos
	Steps []Step
}

// Op is the direction of a step.
type Op uint8

// The directions.
const (
	Down Op = iota // ">": to a child
	Up             // "<": to the head
	Deep           // ">>": to a descendant at most four deep
)

var opNames = [...]string{">", "<", ">>"}

func (o Op) String() string { return opNames[o] }

// Step is one step of a path.
type Step struct {
	Pos
	Op    Op
	Rels  []Word // empty is any relation
	Marks []Word // case or mark words the token reached must carry one of
}

// Test is a list of conditions on one token; all must hold.
type Test []Cond

// Cond is one condition.
type Cond struct {
	Pos
	Key    string // lemma, form, upos, xpos, rel or name
	Negate bool
	Alts   []Word
}

// Pair is what a rule sets for a key.
type Pair struct {
	Pos
	Key, Value string
}

// Example is a sentence that the rule must match, with its roles, or must miss.
type Example struct {
	Pos
	Miss     bool
	Sentence string
	Roles    []Pair
}

package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout"
)

// Query asks for encounters by the catalogue. What it leaves empty asks nothing.
type Query struct {
	Terms       []Term // every one of them
	Status      string
	Kind        string
	Found       string       // Contradiction, Disagreement, Silence or Prospect
	Since       readout.Date // the first day that counts is the date's first
	Until       readout.Date // the last day that counts is the date's last
	Text        string       // words of participants, places, gatherings and topics
	OldestFirst bool
	After       string // where a page before ended
	Limit       int
}

// Page is a stretch of a list. Next is where the next one begins, empty at the end.
type Page struct {
	Cards []Card `json:"cards"`
	Next  string `json:"next,omitempty"`
}

const (
	scanCap  = 20_000 // postings looked through for one page; the next page goes on from there
	countCap = 4_000  // postings counted where no tally has the answer
	textCap  = 2_000  // encounters found by words that are taken further
)

// plan is a query made ready: the shortest list of postings is walked, the others
// are asked for each of its encounters.
type plan struct {
	from  string // a subquery that gives day, encounter, mask
	args  []any
	conds []string // on p
	more  []any
	rest  []Term
	exact bool // one term, and nothing else but dates by month
	term  Term
	text  bool
}

// plan picks the term with the fewest encounters to walk.
func (s *Store) plan(q Query) (plan, error) {
	terms, err := s.planTerms(q.Terms)
	if err != nil {
		return plan{}, err
	}
	p := plan{term: terms[0], rest: terms[1:], text: q.Text != ""}
	if err := p.span(q); err != nil {
		return p, err
	}
	if q.Text != "" {
		if err := s.planText(&p, q.Text); err != nil {
			return p, err
		}
		p.rest = terms
	}
	for _, t := range p.rest {
		p.and("EXISTS (SELECT 1 FROM postings x WHERE x.term = ? AND x.day = p.day AND x.encounter = p.encounter)", t.num)
	}
	if q.Status != "" {
		var st readout.Status
		if err := st.UnmarshalText([]byte(q.Status)); err != nil {
			return p, err
		}
		p.and("p.mask & 7 = ?", int(st))
	}
	if q.Kind != "" {
		var k readout.Kind
		if err := k.UnmarshalText([]byte(q.Kind)); err != nil {
			return p, err
		}
		p.and("p.mask >> 3 & 7 = ?", int(k))
	}
	if q.Found != "" {
		bit, ok := found[q.Found]
		if !ok {
			return p, badFound(q.Found)
		}
		p.and("p.mask & ? <> 0", int64(bit))
	}
	p.exact = len(p.rest) == 0 && !p.text && q.Found == "" && monthly(q.Since) && monthly(q.Until)
	return p, nil
}

// found are the bits of what an encounter can be asked for by.
var found = map[string]mask{Contradiction: maskContradiction, Disagreement: maskDisagreement, Silence: maskSilence, Prospect: maskProspect}

func badFound(s string) error {
	return fmt.Errorf("%q is nothing that is found; one of contradiction, disagreement, silence, prospect", s)
}

func (p *plan) and(cond string, args ...any) {
	p.conds = append(p.conds, cond)
	p.more = append(p.more, args...)
}

// planTerms puts the smallest first; two sides are looked up as their pair.
func (s *Store) planTerms(terms []Term) ([]Term, error) {
	var sides, out []Term
	for _, t := range terms {
		if t.Facet == FacetSide && !slices.Contains(sides, t) {
			sides = append(sides, t)
		} else if t.Facet != FacetSide && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	if len(sides) == 2 {
		pair, err := s.Term(FacetPair, PairKey(sides[0].Label, sides[1].Label))
		if err != nil {
			return nil, err
		}
		if pair.num != 0 {
			sides = []Term{pair}
		}
	}
	out = append(out, sides...)
	if len(out) == 0 {
		every, err := s.Term(FacetAll, "every")
		return []Term{every}, err
	}
	slices.SortStableFunc(out, func(a, b Term) int { return a.Total - b.Total })
	return out, nil
}

// span bounds the walk by the days asked for.
func (p *plan) span(q Query) error {
	p.from = "SELECT day, encounter, mask FROM postings WHERE term = ?"
	p.args = []any{p.term.num}
	if q.Since != "" {
		from, _, ok := q.Since.Days()
		if !ok {
			return badDate(q.Since)
		}
		p.from += " AND day > ?"
		p.args = append(p.args, int64(from)-longest)
		p.and("p.day + (p.mask >> 16) > ?", int64(from))
	}
	if q.Until != "" {
		_, to, ok := q.Until.Days()
		if !ok {
			return badDate(q.Until)
		}
		p.from += " AND day < ?"
		p.args = append(p.args, int64(to))
	}
	return nil
}

// planText makes the encounters that hold the words the list that is walked.
func (s *Store) planText(p *plan, text string) error {
	ids := []int64{}
	if words := match(text); words != "" {
		rows, err := s.readers.Query("SELECT rowid FROM encounter_words WHERE encounter_words MATCH ? ORDER BY rowid DESC LIMIT ?", words, textCap)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var n int64
			if err := rows.Scan(&n); err != nil {
				return err
			}
			ids = append(ids, n)
		}
		if err := rows.Err(); err != nil {
			return err
		}
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	where := strings.Replace(p.from[strings.Index(p.from, "WHERE"):], "term = ?", "encounter IN (SELECT value FROM json_each(?))", 1)
	p.from = "SELECT day, encounter, mask FROM catalogue " + where
	p.args[0] = string(list)
	return nil
}

// monthly tells whether a bound lies between months.
func monthly(d readout.Date) bool { return d == "" || len(d) == 4 || len(d) == 7 }

// Browse returns a page of encounters by day, the latest first; those without a date
// come after all others. A page can have fewer than asked for and still a next one.
func (s *Store) Browse(q Query) (Page, error) {
	out, err := s.browse(q)
	return out, s.fail("reading encounters", err)
}

func (s *Store) browse(q Query) (Page, error) {
	out := Page{Cards: []Card{}}
	p, err := s.plan(q)
	if err != nil {
		return out, err
	}
	order, beyond := " ORDER BY day DESC, encounter DESC", " AND (day, encounter) < (?, ?)"
	if q.OldestFirst {
		order, beyond = " ORDER BY day, encounter", " AND (day, encounter) > (?, ?)"
	}
	walk, args := p.from, p.args
	if q.After != "" {
		day, num, err := cursor(q.After)
		if err != nil {
			return out, err
		}
		walk += beyond
		args = append(args, day, num)
	}
	walk += order
	limit := min(max(q.Limit, 1), 500)
	query := "SELECT p.day, p.encounter, c.card FROM (" + walk + fmt.Sprintf(" LIMIT %d", scanCap) + ") p CROSS JOIN catalogue c ON c.encounter = p.encounter"
	if len(p.conds) > 0 {
		query += " WHERE " + strings.Join(p.conds, " AND ")
	}
	rows, err := s.readers.Query(query+fmt.Sprintf(" LIMIT %d", limit+1), append(slices.Clone(args), p.more...)...)
	if err != nil {
		return out, err
	}
	defer rows.Close()
	last := ""
	for rows.Next() {
		var day, num int64
		var card []byte
		if err := rows.Scan(&day, &num, &card); err != nil {
			return out, err
		}
		if len(out.Cards) == limit {
			out.Next = last
			return out, rows.Err()
		}
		var c Card
		if err := json.Unmarshal(card, &c); err != nil {
			return out, err
		}
		out.Cards = append(out.Cards, c)
		last = cursorAt(day, num)
	}
	if err := rows.Err(); err != nil {
		return out, err
	}
	out.Next, err = s.walked(walk, args)
	return out, err
}

// walked is where the walk was cut off, empty where it came to its end.
func (s *Store) walked(walk string, args []any) (string, error) {
	var day, num int64
	rows, err := s.readers.Query("SELECT day, encounter FROM ("+walk+fmt.Sprintf(" LIMIT 1 OFFSET %d", scanCap-1)+")", args...)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	if !rows.Next() {
		return "", rows.Err()
	}
	err = rows.Scan(&day, &num)
	return cursorAt(day, num), err
}

func cursorAt(day, num int64) string {
	return strconv.FormatInt(day, 36) + "." + strconv.FormatInt(num, 36)
}

func cursor(s string) (day, num int64, err error) {
	a, b, ok := strings.Cut(s, ".")
	day, err = strconv.ParseInt(a, 36, 64)
	if err == nil {
		num, err = strconv.ParseInt(b, 36, 64)
	}
	if !ok || err != nil {
		return 0, 0, &Asked{"after", fmt.Sprintf("%q is no place in a list", s)}
	}
	return day, num, nil
}

// Asked is the error of a question that cannot be answered as it is put.
type Asked struct{ Field, Reason string }

func (a *Asked) Error() string { return a.Field + ": " + a.Reason }

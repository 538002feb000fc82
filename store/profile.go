package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"readout"
)

// Term is one value that encounters can be asked for by.
type Term struct {
	Facet string `json:"facet"`
	Key   string `json:"key"`
	Label string `json:"label"`
	Note  string `json:"note,omitempty"` // of a side or country its code, of a party its side
	Total int    `json:"total"`          // encounters
	num   int64
	large bool
}

const termColumns = "t.num, t.facet, t.key, t.label, t.note, t.total, t.large"

func (t *Term) scan(row interface{ Scan(...any) error }, more ...any) error {
	return row.Scan(append([]any{&t.num, &t.Facet, &t.Key, &t.Label, &t.Note, &t.Total, &t.large}, more...)...)
}

// Term returns a term by its key, one with no encounters where there is none.
func (s *Store) Term(facet, key string) (Term, error) {
	t := Term{Facet: facet, Key: key, Label: key}
	err := t.scan(s.readers.QueryRow("SELECT "+termColumns+" FROM terms t WHERE facet = ? AND key = ?", facet, key))
	if err == sql.ErrNoRows {
		err = nil
	}
	return t, s.fail("reading the catalogue", err)
}

// FindTerms returns the terms of some facets that a reader can mean: the one that
// goes by the very name first, then those that hold its words, the largest first.
func (s *Store) FindTerms(typed string, limit int, facets ...string) ([]Term, error) {
	var out []Term
	keep := func(t Term) {
		if t.num != 0 && !slices.ContainsFunc(out, func(o Term) bool { return o.num == t.num }) && len(out) < limit {
			out = append(out, t)
		}
	}
	names := []string{strings.TrimSpace(sought(typed)), typed}
	if s.opts.Names != nil {
		names = append(names, s.opts.Names(typed)...)
	}
	for _, n := range names {
		for _, f := range facets {
			t, err := s.Term(f, Slug(n))
			if err != nil {
				return nil, err
			}
			keep(t)
		}
	}
	words := match(typed)
	if words == "" {
		return out, nil
	}
	if !strings.HasSuffix(words, "*") {
		words += "*" // the last word may be half typed
	}
	list, err := json.Marshal(facets)
	if err != nil {
		return nil, err
	}
	found, err := s.terms(`SELECT `+termColumns+` FROM (SELECT rowid FROM term_words WHERE term_words MATCH ? LIMIT 2000) w JOIN terms t ON t.num = w.rowid
		WHERE t.facet IN (SELECT value FROM json_each(?)) ORDER BY t.total DESC, t.num LIMIT ?`, words, string(list), limit)
	for _, t := range found {
		keep(t)
	}
	return out, err
}

func (s *Store) terms(query string, args ...any) ([]Term, error) {
	rows, err := s.readers.Query(query, args...)
	if err != nil {
		return nil, s.fail("reading the catalogue", err)
	}
	defer rows.Close()
	out := []Term{}
	for rows.Next() {
		var t Term
		if err := t.scan(rows); err != nil {
			return nil, s.fail("reading the catalogue", err)
		}
		out = append(out, t)
	}
	return out, s.fail("reading the catalogue", rows.Err())
}

// Largest returns the terms of a facet with the most encounters.
func (s *Store) Largest(facet string, limit int) ([]Term, error) {
	return s.terms("SELECT "+termColumns+" FROM terms t WHERE facet = ? ORDER BY total DESC LIMIT ?", facet, limit)
}

// With is a term with how many encounters it shares with another.
type With struct {
	Term
	Shared int `json:"shared"`
}

// Together ranks the terms of a facet by how many encounters they share with a term.
func (s *Store) Together(t Term, facet string, limit int) ([]With, error) {
	if !t.large || !related(t.Facet, facet) {
		return s.among(Query{Terms: []Term{t}}, facet, limit, largeTerm, t)
	}
	rows, err := s.readers.Query(`SELECT `+termColumns+`, g.n FROM together g JOIN terms t ON t.num = g.other
		WHERE g.term = ? AND g.facet = ? AND g.n > 0 ORDER BY g.n DESC LIMIT ?`, t.num, facet, limit)
	if err != nil {
		return nil, s.fail("reading the catalogue", err)
	}
	defer rows.Close()
	out := []With{}
	for rows.Next() {
		var w With
		if err := w.Term.scan(rows, &w.Shared); err != nil {
			return nil, s.fail("reading the catalogue", err)
		}
		out = append(out, w)
	}
	return out, s.fail("reading the catalogue", rows.Err())
}

// Among ranks the terms of some facets among the latest encounters of a query.
func (s *Store) Among(q Query, facets []string, limit int) (map[string][]With, error) {
	return s.amongAll(q, facets, limit, sampled, q.Terms...)
}

// sampled is how many encounters Among looks at.
const sampled = 200

func (s *Store) among(q Query, facet string, limit, sample int, but ...Term) ([]With, error) {
	all, err := s.amongAll(q, []string{facet}, limit, sample, but...)
	return all[facet], err
}

// TogetherAll is Together for several facets, which costs little more than for one.
// Of several terms it ranks what is told among their latest encounters.
func (s *Store) TogetherAll(terms []Term, facets []string, limit int) (map[string][]With, error) {
	out := map[string][]With{}
	var sampled []string
	for _, f := range facets {
		if len(terms) != 1 || !terms[0].large || !related(terms[0].Facet, f) {
			sampled = append(sampled, f)
			continue
		}
		ws, err := s.Together(terms[0], f, limit)
		if err != nil {
			return nil, err
		}
		out[f] = ws
	}
	if len(sampled) == 0 {
		return out, nil
	}
	rest, err := s.amongAll(Query{Terms: terms}, sampled, limit, largeTerm, terms...)
	for f, ws := range rest {
		out[f] = ws
	}
	return out, err
}

// amongAll ranks terms among a sample of the latest encounters of a query.
func (s *Store) amongAll(q Query, facets []string, limit, sample int, but ...Term) (map[string][]With, error) {
	p, err := s.plan(q)
	if err != nil {
		return nil, s.fail("reading the catalogue", err)
	}
	query := "SELECT c.terms FROM (" + p.from + " ORDER BY day DESC, encounter DESC LIMIT 4000) p CROSS JOIN catalogue c ON c.encounter = p.encounter"
	if len(p.conds) > 0 {
		query += " WHERE " + strings.Join(p.conds, " AND ")
	}
	list, err := json.Marshal(facets)
	if err != nil {
		return nil, err
	}
	args := append(slices.Clone(p.args), p.more...)
	rows, err := s.readers.Query(`SELECT `+termColumns+`, g.n FROM (
			SELECT j.value AS num, count(*) AS n FROM (`+query+` LIMIT ?) l, json_each(l.terms) j GROUP BY 1 ORDER BY 2 DESC, 1) g
		CROSS JOIN terms t ON t.num = g.num WHERE t.facet IN (SELECT value FROM json_each(?))`, append(args, sample, string(list))...)
	if err != nil {
		return nil, s.fail("reading the catalogue", err)
	}
	defer rows.Close()
	out := map[string][]With{}
	for _, f := range facets {
		out[f] = []With{}
	}
	for full := 0; full < len(facets) && rows.Next(); {
		var w With
		if err := w.Term.scan(rows, &w.Shared); err != nil {
			return nil, s.fail("reading the catalogue", err)
		}
		if slices.ContainsFunc(but, func(t Term) bool { return t.num == w.num }) || len(out[w.Facet]) == limit {
			continue
		}
		if out[w.Facet] = append(out[w.Facet], w); len(out[w.Facet]) == limit {
			full++
		}
	}
	return out, s.fail("reading the catalogue", rows.Err())
}

// Life is when a term's encounters begin and end.
type Life struct {
	First *Card  `json:"first"`
	Last  *Card  `json:"last"` // held, up to today
	Next  []Card `json:"next"` // planned or proposed, from today on
}

// Life returns the first encounter of a term, the last one held before a day, and
// what is planned from then on.
func (s *Store) Life(terms []Term, today readout.Day) (Life, error) {
	l := Life{Next: []Card{}}
	first, err := s.Browse(Query{Terms: terms, Since: "0001", Status: "held", OldestFirst: true, Limit: 1})
	if err != nil {
		return l, err
	}
	last, err := s.Browse(Query{Terms: terms, Since: "0001", Until: today.Date(), Status: "held", Limit: 1})
	if err != nil {
		return l, err
	}
	if len(first.Cards) > 0 {
		l.First = &first.Cards[0]
	}
	if len(last.Cards) > 0 {
		l.Last = &last.Cards[0]
	}
	for _, status := range []string{"planned", "proposed"} {
		next, err := s.Browse(Query{Terms: terms, Since: today.Date(), Status: status, OldestFirst: true, Limit: comingUp})
		if err != nil {
			return l, err
		}
		l.Next = append(l.Next, next.Cards...)
	}
	slices.SortStableFunc(l.Next, func(a, b Card) int { return strings.Compare(a.Date, b.Date) })
	l.Next = l.Next[:min(len(l.Next), comingUp)]
	return l, nil
}

// comingUp is how many planned encounters a Life lists.
const comingUp = 5

// Met is how many encounters two of the parties of a term have had.
type Met struct {
	A, B string
	N    int
}

// mostInMatrix is how many encounters a matrix is made of.
const mostInMatrix = 2000

// Matrix counts which sides met which among the latest encounters of a term, the
// busiest sides first.
func (s *Store) Matrix(t Term, limit int) (sides []string, met []Met, err error) {
	rows, err := s.readers.Query(`SELECT c.card FROM (SELECT encounter FROM postings WHERE term = ? ORDER BY day DESC, encounter DESC LIMIT ?) p
		CROSS JOIN catalogue c ON c.encounter = p.encounter`, t.num, mostInMatrix)
	if err != nil {
		return nil, nil, s.fail("reading the catalogue", err)
	}
	defer rows.Close()
	count, busy := map[[2]string]int{}, map[string]int{}
	for rows.Next() {
		var body sql.RawBytes
		if err := rows.Scan(&body); err != nil {
			return nil, nil, s.fail("reading the catalogue", err)
		}
		var card struct{ Who []CardParty }
		if err := json.Unmarshal(body, &card); err != nil {
			return nil, nil, err
		}
		for _, pair := range pairsOf(card.Who) {
			count[pair]++
			busy[pair[0]]++
			busy[pair[1]]++
		}
	}
	for side := range busy {
		sides = append(sides, side)
	}
	slices.SortFunc(sides, func(a, b string) int { return cmp.Or(busy[b]-busy[a], strings.Compare(a, b)) })
	sides = sides[:min(len(sides), limit)]
	for pair, n := range count {
		met = append(met, Met{pair[0], pair[1], n})
	}
	slices.SortFunc(met, func(x, y Met) int { return cmp.Or(strings.Compare(x.A, y.A), strings.Compare(x.B, y.B)) })
	return sides, met, s.fail("reading the catalogue", rows.Err())
}

func pairsOf(who []CardParty) [][2]string {
	var sides []string
	for _, p := range who {
		if p.Side != "" && !slices.Contains(sides, p.Side) {
			sides = append(sides, p.Side)
		}
	}
	var out [][2]string
	for i, a := range sides {
		for _, b := range sides[:i] {
			out = append(out, [2]string{min(a, b), max(a, b)})
		}
	}
	return out
}

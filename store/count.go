package store

import (
	"fmt"
	"slices"
	"strings"

	"readout"
)

// Bucket is a stretch of time with its encounters, each counted at its first day.
type Bucket struct {
	Date   readout.Date   `json:"date"` // a year, a month or a day; empty for those without a date
	Total  int            `json:"total"`
	Status map[string]int `json:"status"`
}

// Counts say how many encounters a query has. Where AtLeast is set they are of the
// latest ones only, and there are more.
type Counts struct {
	Total   int            `json:"total"`
	AtLeast bool           `json:"at_least"`
	Status  map[string]int `json:"status"`
	Kind    map[string]int `json:"kind"`
	Buckets []Bucket       `json:"buckets"`
}

// Count counts the encounters of a query by status, by kind, and over time: by year
// where its days are not bounded to one, by month within a year, by day within a month.
func (s *Store) Count(q Query) (Counts, error) {
	c, err := s.count(q)
	return c, s.fail("counting encounters", err)
}

func (s *Store) count(q Query) (Counts, error) {
	p, err := s.plan(q)
	if err != nil {
		return Counts{}, err
	}
	g := grainOf(q)
	t := newTable(g)
	if p.exact && p.term.large && g != inDays {
		err = s.countTallies(p, q, t)
	} else {
		err = s.countPostings(p, t)
	}
	return t.counts(q), err
}

// grain is how finely time is counted.
type grain int

const (
	inYears grain = iota
	inMonths
	inDays
)

func grainOf(q Query) grain {
	from, _, ok := q.Since.Days()
	_, to, ok2 := q.Until.Days()
	switch {
	case !ok || !ok2 || to-from > 366:
		return inYears
	case to-from > 31:
		return inMonths
	}
	return inDays
}

// table gathers counts.
type table struct {
	grain
	cells   map[readout.Date]map[mask]int
	atLeast bool
}

func newTable(g grain) *table { return &table{grain: g, cells: map[readout.Date]map[mask]int{}} }

func (t *table) add(day int64, what mask, n int) {
	d := readout.Date("")
	if day != undated {
		d = readout.Day(day).Date()[:[]int{4, 7, 10}[t.grain]]
	}
	if t.cells[d] == nil {
		t.cells[d] = map[mask]int{}
	}
	t.cells[d][what&maskWhat] += n
}

// counts leaves the status and the kind that the query asks for out of the counts
// of the other choices only where they were counted apart.
func (t *table) counts(q Query) Counts {
	c := Counts{AtLeast: t.atLeast, Status: map[string]int{}, Kind: map[string]int{}, Buckets: []Bucket{}}
	for d, cell := range t.cells {
		b := Bucket{Date: d, Status: map[string]int{}}
		for what, n := range cell {
			status, kind := what.status().String(), what.kind().String()
			okStatus, okKind := q.Status == "" || q.Status == status, q.Kind == "" || q.Kind == kind
			if okKind {
				c.Status[status] += n
			}
			if okStatus {
				c.Kind[kind] += n
			}
			if okStatus && okKind {
				b.Total += n
				b.Status[status] += n
			}
		}
		if b.Total > 0 {
			c.Total += b.Total
			c.Buckets = append(c.Buckets, b)
		}
	}
	slices.SortFunc(c.Buckets, func(a, b Bucket) int { return strings.Compare(string(a.Date), string(b.Date)) })
	return c
}

func (s *Store) countTallies(p plan, q Query, t *table) error {
	query, args := "SELECT month / ?2, what, sum(n) FROM tallies WHERE term = ?1", []any{p.term.num, 1}
	if t.grain == inYears {
		args[1] = 12
	}
	if from, _, ok := q.Since.Days(); ok {
		query += " AND month >= ?3"
		args = append(args, monthOf(int64(from)))
	}
	if _, to, ok := q.Until.Days(); ok {
		query += fmt.Sprintf(" AND month BETWEEN 1 AND ?%d", len(args)+1)
		args = append(args, monthOf(int64(to)-1))
	}
	rows, err := s.readers.Query(query+" GROUP BY 1, 2 HAVING sum(n) > 0", args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var bucket, n int
		var what mask
		if err := rows.Scan(&bucket, &what, &n); err != nil {
			return err
		}
		day := int64(undated)
		if bucket > 0 {
			day = monthStart(bucket * args[1].(int))
		}
		t.add(day, what, n)
	}
	return rows.Err()
}

// countPostings walks the latest postings. The status and kind asked for are counted
// among the others, so that every choice shows its number.
func (s *Store) countPostings(p plan, t *table) error {
	query := "SELECT p.day, p.mask & 63, count(*) FROM (" + p.from + fmt.Sprintf(" ORDER BY day DESC, encounter DESC LIMIT %d) p", countCap)
	var conds []string
	var more []any
	for i, arg := 0, 0; i < len(p.conds); i++ {
		c := p.conds[i]
		if n := strings.Count(c, "?"); strings.HasPrefix(c, "p.mask & 7") || strings.HasPrefix(c, "p.mask >> 3") {
			arg += n
		} else {
			conds = append(conds, c)
			more = append(more, p.more[arg:arg+n]...)
			arg += n
		}
	}
	if len(conds) > 0 {
		query += " WHERE " + strings.Join(conds, " AND ")
	}
	rows, err := s.readers.Query(query+" GROUP BY 1, 2", append(slices.Clone(p.args), more...)...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var day int64
		var what mask
		var n int
		if err := rows.Scan(&day, &what, &n); err != nil {
			return err
		}
		t.add(day, what, n)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	var more2 int
	err = s.readers.QueryRow("SELECT count(*) FROM (SELECT 1 FROM ("+p.from+fmt.Sprintf(") LIMIT 1 OFFSET %d)", countCap), p.args...).Scan(&more2)
	t.atLeast = more2 > 0
	return err
}

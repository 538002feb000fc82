package store

import (
	"encoding/json"
	"fmt"
)

// walkChunk is how many encounters Walk holds at once, with all their records.
const walkChunk = 200

// Walk visits the encounters that the filter asks for in the order of Encounters,
// holding a few hundred at a time, so that a record of millions can be written out
// in bounded memory. An error of visit ends the walk and is returned as it is.
func (s *Store) Walk(f Filter, visit func(Encounter) error) error {
	where, args, err := s.where(f)
	if err != nil {
		return err
	}
	// Only row numbers pass through the sorter, whose memory would else hold every body.
	query := "SELECT e.num FROM encounters e" + where + " ORDER BY e.first IS NULL, e.first, e.past, e.id"
	if f.Limit > 0 {
		query += fmt.Sprintf(" LIMIT %d", f.Limit)
	}
	rows, err := s.readers.Query(query, args...)
	if err != nil {
		return s.fail("reading encounters", err)
	}
	defer rows.Close()
	chunk := make([]int64, 0, walkChunk)
	for rows.Next() {
		var num int64
		if err := rows.Scan(&num); err != nil {
			return s.fail("reading encounters", err)
		}
		if chunk = append(chunk, num); len(chunk) == walkChunk {
			if err := s.visitChunk(chunk, visit); err != nil {
				return err
			}
			chunk = chunk[:0]
		}
	}
	if err := rows.Err(); err != nil {
		return s.fail("reading encounters", err)
	}
	return s.visitChunk(chunk, visit)
}

// visitChunk reads the encounters of some rows and visits them in that order. One
// that was folded anew since its row was listed is passed over.
func (s *Store) visitChunk(nums []int64, visit func(Encounter) error) error {
	list, err := json.Marshal(nums)
	if err != nil {
		return err
	}
	rows, err := s.readers.Query(`SELECT e.id, e.body FROM json_each(?) j JOIN encounters e ON e.num = j.value ORDER BY j.key`, string(list))
	if err != nil {
		return s.fail("reading encounters", err)
	}
	es, err := s.encounters(rows)
	if err != nil {
		return err
	}
	for _, e := range es {
		if err := visit(e); err != nil {
			return err
		}
	}
	return nil
}

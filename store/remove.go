package store

import (
	"database/sql"
	"fmt"

	"readout"
)

// Remove takes documents out of text, index and record for good: their bytes are
// overwritten in the file and its log is emptied. Nothing is removed where one of
// the ids is not known.
func (s *Store) Remove(ids ...string) error {
	err := s.write("removing documents", func(tx *sql.Tx) error {
		for _, id := range ids {
			num, err := documentNum(tx, id)
			if err != nil {
				return err
			}
			if err := drop(tx, num); err != nil {
				return err
			}
			if err := forgetSource(tx, id); err != nil {
				return err
			}
		}
		if err := s.settle(tx); err != nil {
			return err
		}
		return forgetOrphans(tx)
	})
	if err != nil {
		return err
	}
	return s.empty()
}

func documentNum(tx *sql.Tx, id string) (num int64, err error) {
	err = tx.QueryRow("SELECT num FROM documents WHERE id = ?", id).Scan(&num)
	if err == sql.ErrNoRows {
		err = fmt.Errorf("document %q: %w", id, ErrNotFound)
	}
	return num, err
}

// drop takes one document's rows out. The keys of its accounts become unsettled,
// and the encounters that held them go until they are computed again.
func drop(tx *sql.Tx, num int64) error {
	if err := unindex(tx, num); err != nil {
		return err
	}
	const its = `SELECT num FROM records WHERE document = ?1`
	const told = `SELECT e.num FROM encounters e WHERE e.id IN (
		SELECT a.encounter FROM accounts a JOIN records r ON r.num = a.record WHERE r.document = ?1)`
	for _, q := range []string{
		`INSERT OR IGNORE INTO unsettled SELECT b, 0 FROM links WHERE a IN (` + its + `)`,
		`DELETE FROM unsettled WHERE record IN (` + its + `)`,
		`INSERT OR IGNORE INTO unsettled SELECT y.record, 0 FROM targets x JOIN targets y ON y.decision = x.decision
			WHERE x.record IN (` + its + `) AND y.record IS NOT NULL AND y.record NOT IN (` + its + `)`,
		`UPDATE targets SET record = NULL WHERE record IN (` + its + `)`,
		`DELETE FROM links WHERE (a, b) IN (SELECT b, a FROM links WHERE a IN (` + its + `))`,
		`DELETE FROM links WHERE a IN (` + its + `)`,
		`DELETE FROM attendance WHERE encounter IN (` + told + `)`,
		`DELETE FROM encounters WHERE num IN (` + told + `)`,
		`DELETE FROM blocks WHERE record IN (` + its + `)`,
		`DELETE FROM accounts WHERE record IN (` + its + `)`,
		`DELETE FROM records WHERE document = ?1`,
		`DELETE FROM statements WHERE document = ?1`,
		`DELETE FROM documents WHERE num = ?1`,
	} {
		if _, err := tx.Exec(q, num); err != nil {
			return err
		}
	}
	return nil
}

// unindex takes a document's words out of the two indexes, which need the very
// words that were put in.
func unindex(tx *sql.Tx, num int64) error {
	_, err := tx.Exec(`INSERT INTO document_words (document_words, rowid, title, text)
		SELECT 'delete', num, title, text FROM documents WHERE num = ?`, num)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO statement_words (statement_words, rowid, speaker, words)
		SELECT 'delete', num, speaker, words FROM statements WHERE document = ?`, num)
	return err
}

// forgetOrphans drops the names of parties that no encounter names any more, and
// the redirects that lead nowhere.
func forgetOrphans(tx *sql.Tx) error {
	for _, q := range []string{
		`DELETE FROM parties WHERE NOT EXISTS (SELECT 1 FROM attendance WHERE party = parties.num)`,
		`DELETE FROM redirects WHERE NOT EXISTS (SELECT 1 FROM encounters WHERE id = redirects.new)`,
	} {
		if _, err := tx.Exec(q); err != nil {
			return err
		}
	}
	return nil
}

// empty writes the log back into the file and cuts it to nothing. Freed pages of
// the file itself are overwritten with zeros as they are freed (secure_delete).
func (s *Store) empty() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.parties)
	var busy, frames, moved int
	err := s.writer.QueryRow("PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &moved)
	if err != nil {
		return s.fail("emptying the log", err)
	}
	if busy != 0 {
		return &Error{s.path, "the removed words are still in the log, which another program reads",
			"close that program, then run: readout verify --db " + s.path, nil}
	}
	return nil
}

// sides of an encounter for the attendance table.
func attendees(e readout.Encounter) []readout.Party {
	var out []readout.Party
	for _, p := range e.Participants {
		out = append(out, p.Value())
	}
	return out
}

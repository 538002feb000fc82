package store

import (
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"fmt"
	"strings"
	"time"
)

// Token is what somebody is let in by. The record keeps a hash of it alone.
type Token struct {
	Name   string
	Review bool // may change the record
	Made   string
}

// tokenPrefix lets a token be known for one where it was left lying about.
const tokenPrefix = "readout_"

// AddToken makes a token of 256 random bits and returns it.
func (s *Store) AddToken(name string, review bool, made time.Time) (string, error) {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > 100 {
		return "", &Error{s.path, "a token needs a name", "give whose it is, in at most 100 letters", nil}
	}
	var secret [32]byte
	rand.Read(secret[:])
	token := tokenPrefix + base64.RawURLEncoding.EncodeToString(secret[:])
	err := s.write("storing a token", func(tx *sql.Tx) error {
		res, err := tx.Exec("INSERT OR IGNORE INTO tokens (name, hash, review, made) VALUES (?,?,?,?)", name, hashToken(token), review, made.UTC().Format(time.RFC3339))
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return &Error{s.path, fmt.Sprintf("%q has a token already", name), "take it back first with: readout token remove " + name, err}
		}
		return nil
	})
	return token, err
}

// Tokens lists the tokens by name.
func (s *Store) Tokens() ([]Token, error) {
	rows, err := s.readers.Query("SELECT name, review, made FROM tokens ORDER BY name")
	if err != nil {
		return nil, s.fail("reading tokens", err)
	}
	defer rows.Close()
	var out []Token
	for rows.Next() {
		var t Token
		if err := rows.Scan(&t.Name, &t.Review, &t.Made); err != nil {
			return nil, s.fail("reading tokens", err)
		}
		out = append(out, t)
	}
	return out, s.fail("reading tokens", rows.Err())
}

// RemoveToken takes a token back.
func (s *Store) RemoveToken(name string) error {
	return s.write("removing a token", func(tx *sql.Tx) error {
		res, err := tx.Exec("DELETE FROM tokens WHERE name = ?", name)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err == nil && n == 0 {
			return &Error{s.path, fmt.Sprintf("%q has no token", name), "see: readout token list", ErrNotFound}
		}
		return err
	})
}

// Check tells whose a token is and whether it may change the record; false for one
// that is not known. Hashes are compared, so that the time it takes tells nothing of a
// token.
func (s *Store) Check(token string) (name string, review, ok bool) {
	if !strings.HasPrefix(token, tokenPrefix) {
		return "", false, false
	}
	err := s.readers.QueryRow("SELECT name, review FROM tokens WHERE hash = ?", hashToken(token)).Scan(&name, &review)
	return name, review, err == nil
}

func hashToken(token string) []byte {
	h := sha256.Sum256([]byte(token))
	return h[:]
}

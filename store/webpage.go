package store

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// WebPage is a page as fetched: the proof of a document.
type WebPage struct {
	Address string // as asked for
	Final   string // where it was found
	Status  int
	Header  map[string][]string
	Body    []byte // nil where it was not kept
	Hash    string // SHA-256 of the bytes
	Size    int64
	Fetched time.Time
	Checked time.Time // when it was last found to be the same
}

// KeepPage stores a page, and returns its hash. Without body its bytes are not kept.
func (s *Store) KeepPage(p WebPage, body bool) (hash string, err error) {
	err = s.write("storing a page", func(tx *sql.Tx) error {
		_, hash, err = keepPage(tx, p, body)
		return err
	})
	return hash, err
}

func keepPage(tx *sql.Tx, p WebPage, body bool) (num int64, hash string, err error) {
	sum := sha256.Sum256(p.Body)
	hash = hex.EncodeToString(sum[:])
	header, err := json.Marshal(p.Header)
	if err != nil {
		return 0, "", err
	}
	var packed []byte
	if body {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(p.Body)
		z.Close()
		packed = b.Bytes()
	}
	at := p.Fetched.Unix()
	err = tx.QueryRow(`INSERT INTO pages (address, final, status, header, hash, size, fetched, checked, body) VALUES (?,?,?,?,?,?,?,?,?)
		ON CONFLICT (address, hash) DO UPDATE SET checked = excluded.checked, body = coalesce(body, excluded.body) RETURNING num`,
		p.Address, p.Final, p.Status, string(header), hash, len(p.Body), at, at, packed).Scan(&num)
	return num, hash, err
}

// Pages visits the pages that are kept, in the order they were first fetched.
func (s *Store) Pages(visit func(WebPage) error) error {
	rows, err := s.readers.Query("SELECT address, final, status, header, hash, size, fetched, checked, body FROM pages ORDER BY num")
	if err != nil {
		return s.fail("reading pages", err)
	}
	defer rows.Close()
	for rows.Next() {
		p, err := scanPage(rows)
		if err != nil {
			return s.fail("reading pages", err)
		}
		if err := visit(p); err != nil {
			return err
		}
	}
	return s.fail("reading pages", rows.Err())
}

func scanPage(rows interface{ Scan(...any) error }) (WebPage, error) {
	var p WebPage
	var fetched, checked int64
	var header, body sql.RawBytes
	if err := rows.Scan(&p.Address, &p.Final, &p.Status, &header, &p.Hash, &p.Size, &fetched, &checked, &body); err != nil {
		return p, err
	}
	p.Fetched, p.Checked = instant(fetched), instant(checked)
	if err := json.Unmarshal(header, &p.Header); err != nil {
		return p, err
	}
	if body == nil {
		return p, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return p, err
	}
	p.Body, err = io.ReadAll(z)
	if sum := sha256.Sum256(p.Body); err == nil && hex.EncodeToString(sum[:]) != p.Hash {
		err = fmt.Errorf("the page %s is not the one that was hashed", p.Address)
	}
	return p, err
}

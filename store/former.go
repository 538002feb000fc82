package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"readout"
)

// Former is what an earlier text of a document told of an encounter.
type Former struct {
	Document Source
	Text     string
	Replaced time.Time // when the text gave way; zero where that is not known
	Told     readout.Encounter
}

// Former returns what earlier texts of documents told of an encounter, or of those that
// gave way to it: by document, the latest text first. The encounter need not be there.
func (s *Store) Former(id string) ([]Former, error) {
	rows, err := s.readers.Query(`SELECT v.document, coalesce(d.outlet, ''), coalesce(d.url, ''), v.title, v.published, v.text, v.replaced,
			json_extract(v.encounters, '$[' || f.pos || ']')
		FROM former f JOIN versions v ON v.num = f.version LEFT JOIN documents d ON d.id = v.document
		WHERE f.encounter IN (SELECT ?1 UNION ALL SELECT old FROM redirects WHERE new = ?1) ORDER BY v.document, v.num DESC, f.pos`, id)
	if err != nil {
		return nil, s.fail("reading earlier texts", err)
	}
	defer rows.Close()
	var out []Former
	for rows.Next() {
		var f Former
		var replaced int64
		var body []byte
		d := &f.Document
		if err := rows.Scan(&d.ID, &d.Outlet, &d.URL, &d.Title, &d.Published, &f.Text, &replaced, &body); err != nil {
			return nil, s.fail("reading earlier texts", err)
		}
		f.Replaced = instant(replaced)
		if err := json.Unmarshal(body, &f.Told); err != nil {
			return nil, s.fail("reading an earlier text of "+d.ID, err)
		}
		out = append(out, f)
	}
	return out, s.fail("reading earlier texts", rows.Err())
}

// followFormer leads the ids of encounters that earlier texts of the fresh documents told
// of, and that are gone, to what their present texts tell of the same occasion.
func (s *Store) followFormer(tx *sql.Tx) error {
	if s.opts.Resolver == nil {
		return nil
	}
	rows, err := tx.Query(`SELECT f.encounter, d.num, json_extract(v.encounters, '$[' || f.pos || ']')
		FROM (SELECT DISTINCT r.document FROM unsettled u JOIN records r ON r.num = u.record WHERE u.fresh) x
		CROSS JOIN documents d ON d.num = x.document CROSS JOIN versions v ON v.document = d.id CROSS JOIN former f ON f.version = v.num
		WHERE NOT EXISTS (SELECT 1 FROM encounters WHERE id = f.encounter) AND NOT EXISTS (SELECT 1 FROM redirects WHERE old = f.encounter)
		ORDER BY v.num DESC, f.pos`)
	if err != nil {
		return err
	}
	defer rows.Close()
	type gone struct {
		id       string
		document int64
		told     readout.Encounter
	}
	var all []gone
	for rows.Next() {
		var g gone
		var body []byte
		if err := rows.Scan(&g.id, &g.document, &body); err != nil {
			return err
		}
		if err := json.Unmarshal(body, &g.told); err != nil {
			return err
		}
		all = append(all, g)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, g := range all {
		to, err := s.nowTold(tx, g.document, g.told.Accounts)
		if err != nil {
			return err
		}
		if to == "" {
			continue
		}
		if _, err := tx.Exec("INSERT OR IGNORE INTO redirects (old, new) VALUES (?,?)", g.id, to); err != nil {
			return err
		}
	}
	return nil
}

// nowTold is the encounter that a document's present text tells of with accounts that
// link with former ones; "" where there is none.
func (s *Store) nowTold(tx *sql.Tx, document int64, former []readout.Account) (string, error) {
	nums, err := numbers(tx, "SELECT num FROM records WHERE document = ? ORDER BY pos", document)
	if err != nil {
		return "", err
	}
	records, err := load(tx, nums)
	if err != nil {
		return "", err
	}
	was := make([]readout.Account, len(former))
	for i, a := range former {
		a.ID, a.Record, a.Document = fmt.Sprintf("was %d", i), "was", "was" // not of the document: its records are apart
		was[i] = a
	}
	for _, h := range records {
		for _, l := range s.opts.Resolver.Links(was, h.accounts) {
			for i, a := range h.accounts {
				if (a.ID == l[0] || a.ID == l[1]) && h.before[i] != "" && (isFormer(was, l[0]) || isFormer(was, l[1])) {
					return h.before[i], nil
				}
			}
		}
	}
	return "", nil
}

func isFormer(was []readout.Account, id string) bool {
	for _, a := range was {
		if a.ID == id {
			return true
		}
	}
	return false
}

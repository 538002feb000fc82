package store

import (
	"database/sql"
	"encoding/json"
	"hash/fnv"
	"slices"
	"strings"

	"readout"
)

// What a Finding can be, and the type of a disagreement that is no mere difference
// of precision or emphasis.
const (
	Disagreement  = "disagreement"
	Silence       = "silence"
	Prospect      = "prospect"
	Contradiction = "contradiction"
)

// Finding is what the accounts of an encounter, held against each other, show.
type Finding struct {
	What string // Disagreement, Silence or Prospect
	Type string // of a disagreement its type, of a prospect what became of it so far
	Key  string // tells it from others of its encounter, however often they are computed
	Due  readout.Date
	Body any // becomes JSON
}

// uncatalogued tells whether encounters wait for the catalogue.
func uncatalogued(q querier) (bool, error) {
	var n int
	err := q.QueryRow("SELECT count(*) FROM (SELECT 1 FROM uncatalogued LIMIT 1)").Scan(&n)
	return n > 0, err
}

// querier is a pool of readers or a transaction.
type querier interface {
	Query(query string, args ...any) (*sql.Rows, error)
	QueryRow(query string, args ...any) *sql.Row
}

// catalogue brings the catalogue up to date with the encounters.
func (s *Store) catalogue(tx *sql.Tx) error {
	c := newCataloguer(s, tx)
	defer c.close()
	for {
		nums, err := numbers(tx, "SELECT encounter FROM uncatalogued ORDER BY encounter LIMIT ?", chunk)
		if err != nil {
			return err
		}
		if len(nums) == 0 {
			return c.flush()
		}
		if err := c.renew(nums); err != nil {
			return err
		}
		if _, err := tx.Exec("DELETE FROM uncatalogued WHERE encounter BETWEEN ? AND ?", nums[0], nums[len(nums)-1]); err != nil {
			return err
		}
	}
}

// cataloguer holds what one pass over the changed encounters has to remember.
type cataloguer struct {
	s     *Store
	found map[uint64]int64    // findings taken out, to be put back under their numbers
	said  map[string][]Spoken // by document: the encounters of one follow each other
	tally
}

func newCataloguer(s *Store, tx *sql.Tx) *cataloguer {
	return &cataloguer{s: s, found: map[uint64]int64{}, tally: newTally(tx, s.large)}
}

// renew takes out what was catalogued of some encounters, and catalogues those of
// them that are there.
func (c *cataloguer) renew(nums []int64) error {
	for _, n := range nums {
		if err := c.takeOut(n); err != nil {
			return err
		}
	}
	es, err := c.load(nums)
	if err != nil {
		return err
	}
	for i := range es {
		if err := c.put(&es[i]); err != nil {
			return err
		}
	}
	return c.settleTotals()
}

func (c *cataloguer) takeOut(num int64) error {
	var id, list string
	var day int64
	var m mask
	err := c.row("SELECT id, day, mask, terms FROM catalogue WHERE encounter = ?", num).Scan(&id, &day, &m, &list)
	if err == sql.ErrNoRows {
		return nil
	}
	if err != nil {
		return err
	}
	var terms []int64
	if err := json.Unmarshal([]byte(list), &terms); err != nil {
		return err
	}
	for _, t := range terms {
		if err := c.exec("DELETE FROM postings WHERE term = ? AND day = ? AND encounter = ?", t, day, num); err != nil {
			return err
		}
	}
	if err := c.count(terms, day, m, -1); err != nil {
		return err
	}
	if err := c.takeOutFindings(num, id); err != nil {
		return err
	}
	for _, q := range []string{"DELETE FROM encounter_words WHERE rowid = ?", "DELETE FROM catalogue WHERE encounter = ?"} {
		if err := c.exec(q, num); err != nil {
			return err
		}
	}
	return nil
}

func (c *cataloguer) takeOutFindings(num int64, id string) error {
	rows, err := c.query("SELECT num, what, key FROM findings WHERE encounter = ?", num)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		var what, key string
		if err := rows.Scan(&n, &what, &key); err != nil {
			return err
		}
		c.found[findingHash(id, what, key)] = n
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return c.exec("DELETE FROM findings WHERE encounter = ?", num)
}

func findingHash(id, what, key string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id + "\x00" + what + "\x00" + key))
	return h.Sum64()
}

// numbered is an encounter with its row.
type numbered struct {
	num int64
	Encounter
}

func (c *cataloguer) load(nums []int64) ([]numbered, error) {
	list, err := json.Marshal(nums)
	if err != nil {
		return nil, err
	}
	rows, err := c.tx.Query("SELECT num, id, body FROM encounters WHERE num IN (SELECT value FROM json_each(?)) ORDER BY num", string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []numbered
	var es []Encounter
	for rows.Next() {
		var n numbered
		var e Encounter
		var id string
		var body sql.RawBytes
		if err := rows.Scan(&n.num, &id, &body); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(body, &e.Encounter); err != nil {
			return nil, err
		}
		e.ID = id
		out, es = append(out, n), append(es, e)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if err := c.s.fill(c.tx, es); err != nil {
		return nil, err
	}
	for i := range es {
		out[i].Encounter = es[i]
	}
	return out, nil
}

func (c *cataloguer) put(e *numbered) error {
	outlets, documents := outletsOf(e.Records)
	origins, err := c.copies(e.Encounter.Encounter, documents)
	if err != nil {
		return err
	}
	var found []Finding
	if r := c.s.opts.Resolver; r != nil && r.Findings != nil {
		found, err = r.Findings(e.Encounter.Encounter, func() ([]Spoken, error) { return saidOf(e.Encounter, c.saidIn) })
		if err != nil {
			return err
		}
	}
	m, day := maskOf(e.Facts, foundMask(found)), dayOf(e.Date.Value())
	var terms []int64
	for _, l := range termsOf(e.Encounter.Encounter, outlets) {
		t, err := c.term(l)
		if err != nil {
			return err
		}
		terms = append(terms, t)
		if err := c.exec("INSERT INTO postings (term, day, encounter, mask) VALUES (?,?,?,?)", t, day, e.num, m); err != nil {
			return err
		}
	}
	if err := c.count(terms, day, m, 1); err != nil {
		return err
	}
	list, err := json.Marshal(terms)
	if err != nil {
		return err
	}
	card, err := json.Marshal(cardOf(e.Encounter.Encounter, outlets, len(documents), origins, found))
	if err != nil {
		return err
	}
	doubt := doubtOf(e.Encounter.Encounter, found)
	if seen, err := c.reviewed(e.ID); err != nil || seen {
		if err != nil {
			return err
		}
		doubt = 0
	}
	err = c.exec("INSERT INTO catalogue (encounter, id, day, mask, terms, card, doubt) VALUES (?,?,?,?,?,?,?)",
		e.num, e.ID, day, m, string(list), string(card), doubt)
	if err != nil {
		return err
	}
	if err := c.exec("INSERT INTO encounter_words (rowid, words) VALUES (?,?)", e.num, wordsOf(e.Facts)); err != nil {
		return err
	}
	return c.putFindings(e, found)
}

// saidIn are the statements of a document.
func (c *cataloguer) saidIn(id string) ([]Spoken, error) {
	if said, ok := c.said[id]; ok {
		return said, nil
	}
	said, err := saidIn(c.tx, id)
	if err != nil {
		return nil, err
	}
	if len(c.said) == documentsKept || c.said == nil {
		c.said = map[string][]Spoken{}
	}
	c.said[id] = said
	return said, nil
}

// documentsKept bounds the documents whose statements are held in memory.
const documentsKept = 64

func foundMask(found []Finding) mask {
	var m mask
	for _, f := range found {
		switch f.What {
		case Disagreement:
			m |= maskDisagreement
			if f.Type == Contradiction {
				m |= maskContradiction
			}
		case Silence:
			m |= maskSilence
		case Prospect:
			m |= maskProspect
		}
	}
	return m
}

func (c *cataloguer) putFindings(e *numbered, found []Finding) error {
	for _, f := range found {
		body, err := json.Marshal(f.Body)
		if err != nil {
			return err
		}
		var due, num any
		if _, past, ok := f.Due.Days(); ok {
			due = int64(past)
		}
		for _, a := range e.Accounts { // an encounter that took part in this one had the id of one of them
			h := findingHash(a.ID, f.What, f.Key)
			if n, ok := c.found[h]; ok {
				num = n
				delete(c.found, h)
				break
			}
		}
		err = c.exec("INSERT INTO findings (num, encounter, what, type, key, due, body) VALUES (?,?,?,?,?,?,?)",
			num, e.num, f.What, f.Type, f.Key, due, string(body))
		if err != nil {
			return err
		}
	}
	return nil
}

// outletsOf are the outlets and the documents that tell, the earliest published first.
func outletsOf(rs []Record) (outlets, documents []string) {
	for _, r := range rs {
		if o := r.Document.Outlet; o != "" && !slices.Contains(outlets, o) {
			outlets = append(outlets, o)
		}
		if !slices.Contains(documents, r.Document.ID) {
			documents = append(documents, r.Document.ID)
		}
	}
	return outlets, documents
}

// mostCompared is how many documents of one encounter are held against each other.
const mostCompared = 40

// copies notes which of the documents that tell of one encounter are copies of an
// earlier one, and counts those that are none.
func (c *cataloguer) copies(e readout.Encounter, documents []string) (origins int, err error) {
	res := c.s.opts.Resolver
	if len(documents) < 2 || res == nil || res.Copies == nil {
		return len(documents), nil
	}
	compared := documents[:min(len(documents), mostCompared)]
	nums, texts := make([]int64, len(compared)), make([]string, len(compared))
	for i, id := range compared {
		if err := c.row("SELECT num, text FROM documents WHERE id = ?", id).Scan(&nums[i], &texts[i]); err != nil {
			return 0, err
		}
	}
	groups := res.Copies(texts)
	copyOf, read := map[string]string{}, map[string]string{}
	for _, g := range groups {
		for _, i := range g {
			copyOf[compared[i]], read[compared[i]] = compared[g[0]], texts[i]
		}
		for _, i := range g[1:] {
			if err := c.exec(`INSERT INTO copies (document, source, outlet) SELECT ?1, ?2, outlet FROM documents WHERE num = ?1
				ON CONFLICT (document) DO UPDATE SET source = excluded.source`, nums[i], nums[g[0]]); err != nil {
				return 0, err
			}
		}
	}
	if res.Origins != nil && len(documents) == len(compared) {
		return res.Origins(e, copyOf, read), nil
	}
	return len(groups) + len(documents) - len(compared), nil
}

// wordsOf are the words that an encounter is searched by.
func wordsOf(f readout.Facts) string {
	var w []string
	for _, c := range f.Participants {
		p := c.Value()
		w = append(w, p.Name, p.Side, p.Role)
	}
	w = append(w, f.Place.Value().String(), f.Gathering.Value(), f.Outcome.Value(), f.Reason.Value(), f.Format.Value())
	for _, t := range f.Topics {
		w = append(w, t.Value())
	}
	return strings.Join(w, " . ")
}

// statements are prepared once in a transaction, by their text.
type statements struct {
	tx    *sql.Tx
	known map[string]*sql.Stmt
}

func (s *statements) get(query string) (*sql.Stmt, error) {
	if st, ok := s.known[query]; ok {
		return st, nil
	}
	st, err := s.tx.Prepare(query)
	if err == nil {
		s.known[query] = st
	}
	return st, err
}

func (s *statements) exec(query string, args ...any) error {
	st, err := s.get(query)
	if err != nil {
		return err
	}
	_, err = st.Exec(args...)
	return err
}

func (s *statements) query(query string, args ...any) (*sql.Rows, error) {
	st, err := s.get(query)
	if err != nil {
		return nil, err
	}
	return st.Query(args...)
}

// row is the one row of a query; what goes wrong shows when it is scanned.
func (s *statements) row(query string, args ...any) *sql.Row {
	st, err := s.get(query)
	if err != nil {
		return s.tx.QueryRow(query, args...)
	}
	return st.QueryRow(args...)
}

func (s *statements) close() {
	for _, st := range s.known {
		st.Close()
	}
}

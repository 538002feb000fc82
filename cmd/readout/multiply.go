package main

import (
	"bufio"
	"errors"
	"fmt"

	"readout"
	"readout/eval"
	"readout/store"
)

type multiplyCmd struct {
	database
	N    int    `default:"1000000" help:"How many accounts are made, at least (default ${default})."`
	Into string `placeholder:"FILE" help:"Store them in this record, too, and compute its encounters."`
}

// Help is shown by readout multiply --help.
func (multiplyCmd) Help() string {
	return `Makes many accounts out of those of a record, to measure with: in ten worlds, each with names of its own, what is told happens again every 53 days. Prints one document a line, as read --json, with the day on which it was published.

Examples:
  readout multiply --db record.db --n 1000000 > many.jsonl
  readout resolve many.jsonl --json > clusters.jsonl
  readout multiply --db record.db --n 1000000 --into many.db > many.jsonl`
}

type publishedJSON struct {
	documentJSON
	Published string `json:"published"`
}

var errEnough = errors.New("enough")

// Run makes accounts.
func (c *multiplyCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		many, err := c.many()
		if err != nil {
			return err
		}
		out := bufio.NewWriterSize(w.out, 1<<16)
		enc := lines(out)
		accounts := 0
		for k := 0; accounts < c.N; k++ {
			before := accounts
			err := s.WalkDocuments(func(r readout.Readout) error {
				if len(r.Encounters) == 0 {
					return nil
				}
				v := eval.Vary(r, k)
				for _, e := range v.Encounters {
					accounts += len(e.Accounts)
				}
				if err := enc.Encode(publishedJSON{documentOf(v), v.Document.Published}); err != nil {
					return err
				}
				if accounts >= c.N {
					return first(many.add(v), errEnough)
				}
				return many.add(v)
			})
			if err != nil && !errors.Is(err, errEnough) {
				return err
			}
			if accounts == before {
				return fmt.Errorf("%s: holds no accounts to multiply", c.DB)
			}
		}
		return first(out.Flush(), many.close())
	})
}

func (c *multiplyCmd) many() (*collector, error) {
	if c.Into == "" {
		return &collector{}, nil
	}
	s, err := database{DB: c.Into}.with(true)
	return &collector{s: s}, err
}

// collector stores documents in batches; without a store it drops them.
type collector struct {
	s       *store.Store
	waiting []readout.Readout
}

func (m *collector) add(r readout.Readout) error {
	if m.s == nil {
		return nil
	}
	if m.waiting = append(m.waiting, r); len(m.waiting) < 10*batch {
		return nil
	}
	return m.flush()
}

func (m *collector) flush() error {
	_, err := m.s.Add(m.waiting, false)
	m.waiting = m.waiting[:0]
	return err
}

func (m *collector) close() error {
	if m.s == nil {
		return nil
	}
	return first(m.flush(), m.s.Settle(), m.s.Close())
}

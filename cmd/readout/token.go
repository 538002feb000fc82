package main

import (
	"fmt"
	"time"

	"readout/store"
)

// tokenCmd makes and takes back the tokens by which others are let in.
type tokenCmd struct {
	Add    tokenAddCmd    `cmd:"" help:"Make a token and print it, this once."`
	List   tokenListCmd   `cmd:"" help:"List the tokens by name."`
	Remove tokenRemoveCmd `cmd:"" help:"Take a token back."`
}

type tokenAddCmd struct {
	Name string `arg:"" help:"Whose it is; decisions are signed with it."`
	database
	Review bool `help:"It may add documents and review, not only read."`
}

// Help is shown by readout token add --help.
func (tokenAddCmd) Help() string {
	return `Examples:
  readout token add ana --db record.db            may read
  readout token add ben --review --db record.db   may add documents and review, too

The record keeps the token's hash alone: it cannot be shown again.`
}

// Run makes a token.
func (c *tokenAddCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		t, err := s.AddToken(c.Name, c.Review, time.Now())
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(w.out, t)
		return err
	})
}

type tokenListCmd struct{ database }

// Run lists tokens.
func (c *tokenListCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		ts, err := s.Tokens()
		if err != nil {
			return err
		}
		t := table{head: []string{"NAME", "MAY", "MADE"}}
		for _, k := range ts {
			may := "read"
			if k.Review {
				may = "review"
			}
			t.add(clean(k.Name), may, k.Made)
		}
		t.print(w.out, columns(w.out))
		return counted(w, len(ts), "token")
	})
}

type tokenRemoveCmd struct {
	Name string `arg:"" help:"Whose."`
	database
}

// Run takes a token back.
func (c *tokenRemoveCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error { return s.RemoveToken(c.Name) })
}

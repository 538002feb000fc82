package main

import (
	"bufio"
	"fmt"
	"os"

	"readout"
	"readout/resolve"
	"readout/store"
)

type explainCmd struct {
	inputs
	database
	JSON bool `name:"json" help:"One JSON object: of a text as read --json, of encounters why they are one or two."`
}

// Help is shown by readout explain --help.
func (explainCmd) Help() string {
	return `Examples:
  readout explain article.txt
  readout explain - < article.txt
  readout explain 3fa94c21 --db record.db              why its accounts are one encounter
  readout explain 3fa94c21 b07712aa --db record.db     why these are two

Of a text, for every value: the words it was taken from with their byte offsets, whether it is stated, resolved (from a relative or shortened form) or inferred, and the rule that took it.

Of encounters: each two accounts that brought it together, and what weighs for and against, up to what is enough; or the accounts that come closest, and what forbids them to be one.`
}

// Run explains texts or encounters.
func (c *explainCmd) Run(w *world) error {
	if !c.areEncounters() {
		return c.texts(w)
	}
	return c.use(func(s *store.Store) error {
		one, err := s.Encounter(c.Paths[0])
		if err != nil {
			return err
		}
		if len(c.Paths) == 1 {
			return c.joined(w, s, one)
		}
		two, err := s.Encounter(c.Paths[1])
		if err != nil {
			return err
		}
		if one.ID == two.ID { // the one gave way to the other
			return c.joined(w, s, one)
		}
		return c.apart(w, s, one, two)
	})
}

// areEncounters tells whether one or two names are given, and none of them is a file's.
func (c *explainCmd) areEncounters() bool {
	for _, p := range c.Paths {
		if _, err := os.Stat(p); err == nil || p == "-" || len(p) < 4 || !isHex(p) {
			return false
		}
	}
	return len(c.Paths) <= 2
}

func isHex(s string) bool {
	for _, r := range s {
		if (r < '0' || r > '9') && (r < 'a' || r > 'f') {
			return false
		}
	}
	return true
}

// texts prints derivations.
func (c *explainCmd) texts(w *world) error {
	out := bufio.NewWriter(w.out)
	show, enc := newPage(out), lines(out)
	show.width = textColumns(w.out)
	err := c.read(w, nil, func(o outcome) error {
		if c.JSON {
			return enc.Encode(documentOf(o.Readout))
		}
		show.readout(o.Readout, true)
		return out.Flush()
	})
	return first(err, out.Flush())
}

type joinsJSON struct {
	Encounter string         `json:"encounter"`
	Joins     []resolve.Join `json:"joins"`
}

func (c *explainCmd) joined(w *world, s *store.Store, e store.Encounter) error {
	rs, err := s.Rulings(e.ID)
	if err != nil {
		return err
	}
	joins := resolve.Joins(e.Accounts, decisions(rs))
	if c.JSON {
		return lines(w.out).Encode(joinsJSON{e.ID, joins})
	}
	p := newPage(w.out)
	p.line("%s", summary(e.Facts))
	p.line("encounter %s", e.ID)
	names := namesOf(e.Records)
	for _, j := range joins {
		p.join(j, names)
	}
	if len(joins) == 0 {
		p.line("One document tells of it; nothing was joined.")
	}
	return nil
}

// namesOf are what to call accounts: the document and the voice.
func namesOf(rs ...[]store.Record) map[string]string {
	out := map[string]string{}
	for _, r := range rs {
		for _, r := range r {
			for _, a := range r.Accounts {
				out[a.ID] = sourceLine(r.Document) + ifAny(" of ", r.Document.Published) + " (" + clean(r.Document.ID) + ")"
			}
		}
	}
	return out
}

// join prints what brought two accounts together.
func (p page) join(j resolve.Join, names map[string]string) {
	p.line("")
	p.bullet(0, names[j.A]+" and "+names[j.B])
	if j.Decision != "" {
		p.line("    an analyst's decision: %s", short(j.Decision))
	}
	p.weights(j)
}

func (p page) weights(j resolve.Join) {
	for _, r := range j.Reasons {
		p.line("    %s", r)
	}
	p.line("    %d of %d needed", j.Weight, j.Enough)
}

type apartJSON struct {
	Encounters []string      `json:"encounters"`
	Apart      resolve.Apart `json:"apart"`
}

func (c *explainCmd) apart(w *world, s *store.Store, one, two store.Encounter) error {
	rs, err := s.Rulings(one.ID, two.ID)
	if err != nil {
		return err
	}
	why := resolve.WhyApart(accountsOf(one), accountsOf(two), decisions(rs))
	if c.JSON {
		return lines(w.out).Encode(apartJSON{[]string{one.ID, two.ID}, why})
	}
	p := newPage(w.out)
	for _, e := range []store.Encounter{one, two} {
		p.line("%s  %s", short(e.ID), summary(e.Facts))
	}
	names := namesOf(one.Records, two.Records)
	if why.Decision != "" {
		p.line("\nAn analyst decided that they are different: %s", short(why.Decision))
	}
	if len(why.Bars) > 0 {
		p.line("\nWhat forbids that they are one:")
	}
	for _, b := range why.Bars {
		p.bullet(2, fmt.Sprintf("%s: %s and %s%s", b.Reason, names[b.A], names[b.B], more(b.Pairs-1)))
	}
	if why.Nearest != nil {
		p.line("\nWhat comes closest:")
		p.bullet(2, names[why.Nearest.A]+" and "+names[why.Nearest.B])
		p.weights(*why.Nearest)
	}
	return nil
}

func more(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(", and %d more", n)
}

// accountsOf are the accounts of an encounter, an analyst's too.
func accountsOf(e store.Encounter) []readout.Account { return e.Encounter.Accounts }

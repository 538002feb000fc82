package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/gazetteer/build"
)

// gazetteerCmd looks things up in the tables of people, offices, places and
// gatherings, and tends them.
type gazetteerCmd struct {
	Find  gazetteerFindCmd  `cmd:"" help:"Show what a name may mean."`
	Who   gazetteerWhoCmd   `cmd:"" help:"Tell who is meant by a name or an office on a day."`
	Check gazetteerCheckCmd `cmd:"" help:"Check a folder of tables of your own."`
	Add   gazetteerAddCmd   `cmd:"" help:"Add a person with an office to a folder of tables of your own."`
	Ask   gazetteerAskCmd   `cmd:"" help:"Answer a file of questions, for measuring."`
	Build gazetteerBuildCmd `cmd:"" help:"Build the tables anew from the public data they come from."`
	Trips gazetteerTripsCmd `cmd:"" help:"Read the trips and visits of the public data into facts, and say who is known."`
}

// ownTables is the flag that all share.
type ownTables struct {
	Gazetteer string `placeholder:"DIR" type:"existingdir" help:"Tables of your own, which extend or override the built-in ones."`
}

// howToRead are the flags of all that read texts.
type howToRead struct {
	ownTables
	leastSure
}

// leastSure is how sure of an encounter the program must be.
type leastSure struct {
	Least float64 `default:"${least}" placeholder:"P" help:"Leave out encounters less sure than this, from 0 to 1 (default ${default})."`
}

func (o ownTables) load() (*gazetteer.Gazetteer, error) { return gazetteer.LoadWith(o.files()) }

// files are the user's tables, nil where there are none.
func (o ownTables) files() fs.FS {
	if o.Gazetteer == "" {
		return nil
	}
	return os.DirFS(o.Gazetteer)
}

// dayOf reads a date given on the command line.
func dayOf(date string) (readout.Day, bool, error) {
	if date == "" {
		return 0, false, nil
	}
	from, _, ok := readout.Date(date).Days()
	if !ok {
		return 0, false, fmt.Errorf("%q is no date; write 2014-03-27, 2014-03 or 2014", date)
	}
	return from, true, nil
}

// warnLate says that the tables end before the day.
func warnLate(w *world, g *gazetteer.Gazetteer, d readout.Day) {
	if d > g.Last() {
		fmt.Fprintf(w.err, "readout: the tables end on %s; who took office after that is not known to them\n", g.Last().Date())
	}
}

type gazetteerFindCmd struct {
	ownTables
	Name string `arg:"" help:"A name, such as Lavrov, Kremlin or Hangzhou."`
	JSON bool   `help:"Print JSON, one object a line."`
}

// found is one meaning of a name as JSON.
type found struct {
	ID       string `json:"id"`
	Kind     string `json:"kind"`
	Name     string `json:"name"`
	As       string `json:"as"`
	Side     string `json:"side,omitempty"`
	Wikidata string `json:"wikidata,omitempty"`
	GeoNames string `json:"geonames,omitempty"`
	Date     string `json:"date,omitempty"`
}

// Run prints the meanings, the likeliest first.
func (c *gazetteerFindCmd) Run(w *world) error {
	g, err := c.load()
	if err != nil {
		return err
	}
	refs := g.Find(c.Name)
	if len(refs) == 0 {
		return fmt.Errorf("%q is not in the gazetteer; add it to tables of your own with: readout gazetteer add", c.Name)
	}
	enc := json.NewEncoder(w.out)
	for _, r := range refs {
		if c.JSON {
			if err := enc.Encode(found{r.ID, r.Kind.String(), r.Name, r.As.String(), r.Side, r.Wikidata, r.GeoNames, string(r.Date)}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w.out, "%-9s  %s", r.Kind, r.Name)
		for _, more := range []string{r.Side, string(r.Date), r.ID} {
			if more != "" && more != r.Name {
				fmt.Fprintf(w.out, "  %s", more)
			}
		}
		fmt.Fprintf(w.out, "  (%s)\n", r.As)
		if r.Kind == gazetteer.Person {
			for _, t := range g.TermsOf(r.ID) {
				fmt.Fprintf(w.out, "           %s, %s  %s\n", t.Office, t.Side, termDates(t))
			}
		}
	}
	return nil
}

func termDates(t *gazetteer.Term) string {
	from, to := "", ""
	if t.From != -gazetteer.Open {
		from = string(t.From.Date())
	}
	if t.To != gazetteer.Open {
		to = string(t.To.Date())
	}
	return from + " to " + to
}

type gazetteerWhoCmd struct {
	ownTables
	Phrase  string `arg:"" help:"A name or an office, such as Clinton or 'the Russian foreign minister'."`
	On      string `placeholder:"DATE" help:"The day of the document."`
	Context string `placeholder:"TEXT" help:"A sentence or two around the phrase."`
	JSON    bool   `help:"Print JSON."`
}

// Run prints the answer, or the candidates where it is not sure.
func (c *gazetteerWhoCmd) Run(w *world) error {
	day, has, err := dayOf(c.On)
	if err != nil {
		return err
	}
	g, err := c.load()
	if err != nil {
		return err
	}
	if has {
		warnLate(w, g, day)
	}
	a := g.Who(gazetteer.Question{Phrase: c.Phrase, Context: c.Context, Day: day, HasDay: has})
	if c.JSON {
		return json.NewEncoder(w.out).Encode(reply{Answer: personReply(a), Candidates: candidates(a.Candidates)})
	}
	if a.Person != nil {
		fmt.Fprintf(w.out, "%s, %s, %s\n", a.Person.Name, a.Office, a.Country)
		return nil
	}
	if len(a.Candidates) == 0 {
		return fmt.Errorf("nobody is known for %q; try --on with a date, or add the person: readout gazetteer add", c.Phrase)
	}
	fmt.Fprintln(w.out, "not sure; it may be")
	for _, k := range a.Candidates {
		fmt.Fprintf(w.out, "  %s  (%s)\n", k.Name, strings.Join(k.Reasons, "; "))
	}
	return nil
}

type gazetteerCheckCmd struct {
	Dir string `arg:"" type:"existingdir" help:"The folder with your tables."`
}

// Run reads the tables together with the built-in ones.
func (c *gazetteerCheckCmd) Run(w *world) error {
	g, err := gazetteer.LoadWith(os.DirFS(c.Dir))
	if err != nil {
		return err
	}
	fmt.Fprintf(w.out, "%s is in order: with the built-in tables %s\n", c.Dir, g)
	return nil
}

type gazetteerAddCmd struct {
	Dir    string   `arg:"" help:"The folder of your tables; it is made where there is none."`
	Name   string   `arg:"" help:"The full name, as the press writes it."`
	Office string   `required:"" help:"The office, such as 'foreign minister'."`
	Side   string   `required:"" help:"The country (ISO code, such as FR) or the key of the body."`
	From   string   `required:"" placeholder:"DATE" help:"The first day."`
	To     string   `placeholder:"DATE" help:"The last day, where the term has ended."`
	Alias  []string `help:"Another spelling; may be given several times."`
	Sex    string   `enum:",f,m" default:"" help:"f or m."`
	Origin string   `default:"own addition" help:"Where this is from."`
}

// Run writes the two rows and checks the tables; a mistake leaves them as they were.
func (c *gazetteerAddCmd) Run(w *world) error {
	if err := os.MkdirAll(c.Dir, 0o755); err != nil {
		return err
	}
	id := strings.ReplaceAll(gazetteer.Fold(c.Name), " ", "-")
	known := false
	if g, err := gazetteer.LoadWith(os.DirFS(c.Dir)); err != nil {
		return err
	} else if e := g.Entry("person:" + id); e != nil {
		known = true
	}
	if known && (len(c.Alias) > 0 || c.Sex != "") {
		return fmt.Errorf("%s is known already, so --alias and --sex would be lost; add the office without them, and write a row with the id %s to people.tsv for another spelling", c.Name, id)
	}
	var undo []func()
	add := func(table, row string) error {
		back, err := appendRow(filepath.Join(c.Dir, table), gazetteer.Header(table), row)
		undo = append(undo, back)
		return err
	}
	var err error
	if !known {
		err = add("people.tsv", strings.Join([]string{id, c.Name, strings.Join(c.Alias, "|"), "", c.Sex, "", c.Origin}, "\t"))
	}
	if err == nil {
		err = add("offices.tsv", strings.Join([]string{id, c.Office, c.Side, c.From, c.To, "", c.Origin}, "\t"))
	}
	if err == nil {
		_, err = gazetteer.LoadWith(os.DirFS(c.Dir))
	}
	if err != nil {
		for _, back := range undo {
			back()
		}
		return fmt.Errorf("nothing was added: %w", err)
	}
	fmt.Fprintf(w.out, "added %s, %s; use it with --gazetteer %s\n", c.Name, c.Office, c.Dir)
	return nil
}

// appendRow adds a row to a table, with its header where it is new, and returns
// what takes it back.
func appendRow(file, header, row string) (back func(), err error) {
	old, err := os.ReadFile(file)
	fresh := errors.Is(err, os.ErrNotExist)
	if err != nil && !fresh {
		return func() {}, err
	}
	text := string(old)
	if fresh {
		text = header + "\n"
	} else if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	back = func() {
		if fresh {
			_ = os.Remove(file)
			return
		}
		_ = os.WriteFile(file, old, 0o644)
	}
	return back, os.WriteFile(file, []byte(text+row+"\n"), 0o644)
}

type gazetteerAskCmd struct {
	ownTables
	Questions string `arg:"" type:"existingfile" help:"Questions as JSON lines: id, ask (person or gathering), phrase, date, context."`
	JSON      bool   `help:"Print JSON, one answer a line (the only form there is)."`
}

type question struct {
	ID      string `json:"id"`
	Ask     string `json:"ask"`
	Phrase  string `json:"phrase"`
	Date    string `json:"date"`
	Context string `json:"context"`
}

type reply struct {
	ID         string            `json:"id,omitempty"`
	Answer     map[string]string `json:"answer"`
	Candidates []candidate       `json:"candidates"`
}

type candidate struct {
	Name    string   `json:"name"`
	Office  string   `json:"office,omitempty"`
	Country string   `json:"country,omitempty"`
	Date    string   `json:"date,omitempty"`
	Reasons []string `json:"reasons,omitempty"`
}

// Run answers line by line.
func (c *gazetteerAskCmd) Run(w *world) error {
	g, err := c.load()
	if err != nil {
		return err
	}
	f, err := os.Open(c.Questions)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriter(w.out)
	if err := ask(g, f, out); err != nil {
		return fmt.Errorf("%s: %w", c.Questions, err)
	}
	return out.Flush()
}

func ask(g *gazetteer.Gazetteer, in io.Reader, out io.Writer) error {
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for line := 1; sc.Scan(); line++ {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		var q question
		if err := json.Unmarshal(sc.Bytes(), &q); err != nil {
			return fmt.Errorf("line %d is no question: %w", line, err)
		}
		r, err := answerTo(g, q)
		if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return sc.Err()
}

func answerTo(g *gazetteer.Gazetteer, q question) (reply, error) {
	day, has, err := dayOf(q.Date)
	if err != nil {
		return reply{}, err
	}
	switch q.Ask {
	case "person":
		a := g.Who(gazetteer.Question{Phrase: q.Phrase, Context: q.Context, Day: day, HasDay: has})
		return reply{q.ID, personReply(a), candidates(a.Candidates)}, nil
	case "gathering":
		e, some := g.Event(q.Phrase, day, has)
		r := reply{ID: q.ID, Candidates: []candidate{}}
		if e != nil {
			r.Answer = map[string]string{"name": e.NameFor(q.Phrase), "from": string(e.From.Date()), "to": string(e.To.Date()), "city": e.City, "country": e.Side}
		}
		for _, m := range some {
			r.Candidates = append(r.Candidates, candidate{Name: m.Name, Country: m.Side, Date: string(m.Date), Reasons: []string{m.Reason}})
		}
		return r, nil
	}
	return reply{}, fmt.Errorf("ask is %q; write person or gathering", q.Ask)
}

func personReply(a gazetteer.Answer) map[string]string {
	if a.Person == nil {
		return nil
	}
	return map[string]string{"name": a.Person.Name, "office": a.Office, "country": a.Country}
}

func candidates(list []gazetteer.Candidate) []candidate {
	out := []candidate{}
	for _, c := range list {
		k := candidate{Name: c.Name, Reasons: c.Reasons}
		if c.Term != nil {
			k.Office, k.Country = c.Term.Office, c.Term.Side
		}
		out = append(out, k)
	}
	return out
}

type gazetteerBuildCmd struct {
	Inputs   string `arg:"" type:"existingdir" help:"The folder of public data (see doc/gazetteer.md), archives unpacked."`
	Out      string `arg:"" help:"The folder for the tables."`
	Report   string `placeholder:"FILE" help:"Write here what was dropped, and why."`
	Coverage string `placeholder:"FILE" help:"Write here which years of which country are covered."`
}

// Run builds the tables.
func (c *gazetteerBuildCmd) Run(w *world) error {
	built, err := build.Tables(os.DirFS(c.Inputs))
	if err != nil {
		return fmt.Errorf("%w; the inputs are listed in doc/gazetteer.md", err)
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return err
	}
	for _, name := range gazetteer.Tables() {
		if err := os.WriteFile(filepath.Join(c.Out, name), built.Tables[name], 0o644); err != nil {
			return err
		}
	}
	for file, lines := range map[string][]string{c.Report: built.Report, c.Coverage: built.Coverage} {
		if file == "" {
			continue
		}
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			return err
		}
	}
	fmt.Fprintf(w.out, "wrote %d tables to %s\n", len(built.Tables), c.Out)
	return nil
}

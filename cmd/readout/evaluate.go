package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"readout"
	"readout/confidence"
	"readout/eval"
	"readout/pipeline"
)

// evaluateCmd compares what the program reads with annotated articles.
type evaluateCmd struct {
	Eval   string `help:"Folder with NAME.gold.jsonl beside NAME.docs.jsonl, and NAME.links.jsonl where accounts are put together." required:"" type:"existingdir" placeholder:"DIR"`
	Floors string `help:"JSON file of the least figures allowed; the command fails under one." type:"existingfile" placeholder:"FILE"`
	Set    string `help:"Only this set (dev, hard, …)." placeholder:"NAME"`
	Each   bool   `help:"Print every miss, extra and pair."`
	Rules  bool   `help:"Print for every rule the encounters it found, the optional ones and the wrong ones."`
	Fit    string `help:"Write the tables of confidence into this folder, fitted on what is read." type:"existingdir" placeholder:"DIR"`
	Sure   bool   `name:"reliability" help:"Print how often the program was right where it was so sure."`
	Half   string `help:"Only every second document of each set: even or odd. Tune on one, check on the other." enum:"all,even,odd" default:"all"`
	Only   string `help:"With --each: only lines that hold these words." placeholder:"WORDS"`
	JSON   bool   `help:"Print rows as JSON Lines."`
	judging
	leastSure

	scale     *confidence.Scale
	annotated map[string]bool // the documents of every gold set: of these the fit sees no more than is said
}

// Help is shown by "readout evaluate --help".
func (c *evaluateCmd) Help() string {
	return `Examples:
  readout evaluate --eval annotated --floors eval/floors.json
  readout evaluate --eval annotated --set dev --half even --each --only missed
  readout evaluate --eval annotated --set dev --rules
  readout evaluate --eval annotated --set dev --half even --fit confidence --corpus news.jsonl.gz
  readout evaluate --eval annotated --set dev --half odd --reliability`
}

// Run reads every gold set of the folder and prints its figures.
func (c *evaluateCmd) Run(w *world) error {
	golds, err := filepath.Glob(filepath.Join(c.Eval, "*.gold.jsonl"))
	if err != nil || len(golds) == 0 {
		return fmt.Errorf("evaluate: no *.gold.jsonl in %s", c.Eval)
	}
	know, err := pipeline.Load()
	if err != nil {
		return err
	}
	if c.scale, err = confidence.Load(); err != nil {
		return err
	}
	reader := know.NewReader()
	reader.Least = c.Least
	if c.Fit != "" {
		reader.Least = 0 // what is left out must count too, or it is never taken up again
		if c.annotated, err = annotated(c.Eval, golds); err != nil {
			return err
		}
	}
	var rows []eval.Row
	sets := map[string]bool{}
	for _, gold := range golds {
		set := setOf(gold)
		if c.Set != "" && c.Set != set {
			continue
		}
		got, err := c.set(w, reader, gold, set)
		if err != nil {
			return err
		}
		rows = append(rows, got...)
		sets[set] = true
	}
	c.print(w, rows)
	return c.check(w, rows, sets)
}

// annotated are the documents of all gold files. Some of them were judged record by record
// too: the half that a fit is checked on must not come in by that way.
func annotated(dir string, golds []string) (map[string]bool, error) {
	out := map[string]bool{}
	for _, gold := range golds {
		docs, err := goldDocuments(dir, setOf(gold))
		if err != nil {
			return nil, err
		}
		for id := range docs {
			out[id] = true
		}
	}
	return out, nil
}

// setOf is the name of a gold file's set.
func setOf(gold string) string { return strings.TrimSuffix(filepath.Base(gold), ".gold.jsonl") }

// set reads the documents of one gold file and compares them.
func (c *evaluateCmd) set(w *world, reader *pipeline.Reader, gold, set string) ([]eval.Row, error) {
	f, err := os.Open(gold)
	if err != nil {
		return nil, fmt.Errorf("evaluate: %w", err)
	}
	defer f.Close()
	records, err := eval.ReadRecords(gold, f)
	if err != nil {
		return nil, err
	}
	docs, err := goldDocuments(c.Eval, set)
	if err != nil {
		return nil, err
	}
	var tally eval.Tally
	var read []readout.Readout
	sure := eval.Reliability{Scale: c.scale}
	for i, rec := range records {
		doc, ok := docs[rec.ID]
		if !ok {
			return nil, fmt.Errorf("evaluate: %s: no document %s beside it", gold, rec.ID)
		}
		if c.Half == "even" && i%2 == 1 || c.Half == "odd" && i%2 == 0 {
			continue
		}
		got := reader.Read(doc)
		tally.Compare(rec, eval.FromReadout(got))
		sure.Compare(rec, got)
		read = append(read, got)
	}
	rows := append(tally.Rows(set), sure.Rows(set)...)
	if c.Half == "all" {
		linked, missed, err := scoreLinks(strings.TrimSuffix(gold, ".gold.jsonl")+".links.jsonl", set, gold, records, read)
		if err != nil {
			return nil, err
		}
		rows, tally.Differences = append(rows, linked...), append(tally.Differences, missed...)
	}
	if c.Each {
		c.differences(w, tally.Differences, docs)
	}
	if c.Rules {
		printYields(w, set, tally.Rules)
	}
	if c.Sure {
		sure.Print(w.out)
	}
	if c.Fit != "" {
		if c.Corpus != "" { // judged records show what annotated articles are too few for
			_, j, err := c.judge(reader, func(v eval.Verdict) bool { return v.Set == "tune" && !c.annotated[v.Document] })
			if err != nil {
				return nil, err
			}
			sure.Examples = append(sure.Examples, j.Examples...)
		}
		if err := fit(c.Fit, &sure); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// fit writes both tables of confidence.
func fit(dir string, sure *eval.Reliability) error {
	var records, fields bytes.Buffer
	if err := errors.Join(confidence.FitRecords(&records, sure.Examples), confidence.FitFields(&fields, sure.Readings)); err != nil {
		return err
	}
	return errors.Join(os.WriteFile(filepath.Join(dir, "records.tsv"), records.Bytes(), 0o644),
		os.WriteFile(filepath.Join(dir, "fields.tsv"), fields.Bytes(), 0o644))
}

// goldDocuments finds a set's documents: NAME.docs.jsonl, or text files in ../NAME.
func goldDocuments(dir, set string) (map[string]readout.Document, error) {
	out := map[string]readout.Document{}
	f, err := os.Open(filepath.Join(dir, set+".docs.jsonl"))
	if errors.Is(err, os.ErrNotExist) {
		files, _ := filepath.Glob(filepath.Join(dir, "..", set, "*.txt"))
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				return nil, fmt.Errorf("evaluate: %w", err)
			}
			id := strings.TrimSuffix(filepath.Base(name), ".txt")
			out[id] = readout.Document{ID: id, Text: string(b)}
		}
		return out, nil
	}
	if err != nil {
		return nil, fmt.Errorf("evaluate: %w", err)
	}
	defer f.Close()
	if out, err = readDocuments(f.Name(), f, func(string) bool { return true }); err != nil {
		return nil, fmt.Errorf("evaluate: %w", err)
	}
	return out, nil
}

// readDocuments reads those documents of JSON Lines that are wanted, by their names. An error
// names the line of the file.
func readDocuments(path string, r io.Reader, wanted func(id string) bool) (map[string]readout.Document, error) {
	out := map[string]readout.Document{}
	err := eachLineOf(path, r, func(line []byte) error {
		var d readout.Document
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		if wanted(d.ID) {
			out[d.ID] = d
		}
		return nil
	})
	return out, err
}

// printYields prints what each rule gains and loses, the most harmful first.
func printYields(w *world, set string, yields map[string]eval.Yield) {
	names := slices.Sorted(maps.Keys(yields))
	sort.SliceStable(names, func(i, j int) bool { return yields[names[i]].Wrong > yields[names[j]].Wrong })
	for _, name := range names {
		y := yields[name]
		fmt.Fprintf(w.out, "%-8s %-26s found %3d  optional %3d  wrong %3d\n", set, name, y.Found, y.Optional, y.Wrong)
	}
}

func (c *evaluateCmd) differences(w *world, ds []eval.Difference, docs map[string]readout.Document) {
	for _, d := range ds {
		text := docs[d.Document].Text
		words := readout.Span{Start: readout.Offset(d.At.Start), End: readout.Offset(d.At.End)}.In(text)
		words = strings.Join(strings.Fields(words), " ")
		if len(words) > 240 {
			words = strings.ToValidUTF8(words[:240], "") + "…"
		}
		line := fmt.Sprintf("%s  %s\n    gold %s\n    got  %s\n    “%s”", d.Document, d.What, d.Gold, d.Got, words)
		if c.Only == "" || strings.Contains(line, c.Only) {
			fmt.Fprintln(w.out, line)
		}
	}
}

func (c *evaluateCmd) print(w *world, rows []eval.Row) {
	if c.JSON {
		out := json.NewEncoder(w.out)
		for _, r := range rows {
			_ = out.Encode(r) // a closed pipe ends the program by itself
		}
		return
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].Set < rows[j].Set })
	for _, r := range rows {
		fmt.Fprintf(w.out, "%-8s %-10s %-18s %.3f\n", r.Set, r.Stage, r.Metric, r.Value)
	}
}

// check fails under a floor.
func (c *evaluateCmd) check(w *world, rows []eval.Row, sets map[string]bool) error {
	if c.Floors == "" {
		return nil
	}
	b, err := os.ReadFile(c.Floors)
	if err != nil {
		return fmt.Errorf("evaluate: %w", err)
	}
	floors, err := eval.ReadFloors(b)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Floors, err)
	}
	if under := floors.Under(rows, sets); len(under) > 0 {
		return fmt.Errorf("evaluate: under the floors of %s:\n  %s", c.Floors, strings.Join(under, "\n  "))
	}
	fmt.Fprintf(w.out, "all %d floors hold\n", len(floors))
	return nil
}

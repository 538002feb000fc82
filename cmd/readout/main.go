// Command readout reads news on diplomacy and keeps the sourced record: who met,
// called or avoided whom, when, where, and what each side says of it.
//
// In go texts and flags, out come tables for people or, with --json, one object a
// line. What can go wrong goes to standard error, names the file, the reason and
// what to do next, and makes the exit status 1; a wrong command line makes it 2.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/alecthomas/kong"
)

// commands is the whole command line; every command is a file of its own.
type commands struct {
	Demo      demoCmd       `cmd:"" group:"start" help:"Read a small built-in collection and show the record."`
	Read      readCmd       `cmd:"" group:"start" help:"Read texts and print what they tell."`
	Explain   explainCmd    `cmd:"" group:"start" help:"Print for every fact its words, its rule and how it came about."`
	Add       addCmd        `cmd:"" group:"record" help:"Read texts and keep what they tell in a record."`
	Watch     watchCmd      `cmd:"" group:"record" help:"Follow feeds, and keep what their articles tell in a record."`
	Alerts    alertsCmd     `cmd:"" group:"record" help:"Save queries and show what changed in what they find (alerts save, list, show, drop)."`
	Revisions revisionsCmd  `cmd:"" group:"record" help:"Show what edited articles told before, and what was withdrawn."`
	List      listCmd       `cmd:"" group:"record" help:"List the encounters of a record."`
	Timeline  timelineCmd   `cmd:"" group:"record" help:"Show encounters in the order of their days."`
	Show      showCmd       `cmd:"" group:"record" help:"Show one encounter with its accounts side by side, or one document."`
	Compare   compareCmd    `cmd:"" group:"record" help:"Set the accounts of one encounter side by side, a column a side."`
	Differ    differCmd     `cmd:"" name:"disagreements" group:"record" help:"Show where accounts of one encounter do not say the same."`
	Silences  silencesCmd   `cmd:"" group:"record" help:"Show what one side tells and the other leaves out."`
	Prospects prospectsCmd  `cmd:"" group:"record" help:"Follow what was planned or proposed until its end."`
	Same      sameCmd       `cmd:"" group:"decide" help:"Decide that encounters are one."`
	Different differentCmd  `cmd:"" group:"decide" help:"Decide that encounters, or the accounts of one, are different ones."`
	Correct   correctCmd    `cmd:"" group:"decide" help:"Give a field of an encounter another value."`
	Accept    acceptCmd     `cmd:"" group:"decide" help:"Note that an encounter is right as it stands."`
	Reject    rejectCmd     `cmd:"" group:"decide" help:"Decide that what was read is no encounter."`
	Undo      undoCmd       `cmd:"" group:"decide" help:"Take a decision back."`
	Decisions decisionsCmd  `cmd:"" group:"decide" help:"List decisions, and those that can no longer be bound."`
	Dossier   dossierCmd    `cmd:"" group:"record" help:"Show the ordered record of a pair, a person, a gathering or a topic."`
	Says      statementsCmd `cmd:"" name:"statements" group:"record" help:"Show what was said once as several documents have it."`
	Search    searchCmd     `cmd:"" group:"record" help:"Find statements and documents by their words."`
	Docs      docsCmd       `cmd:"" name:"documents" group:"record" help:"List the documents of a record."`
	Remove    removeCmd     `cmd:"" group:"record" help:"Take documents out of the record for good."`
	Verify    verifyCmd     `cmd:"" group:"record" help:"Check every stored span against its document."`
	Export    exportCmd     `cmd:"" group:"record" help:"Write the whole record out."`
	Serve     serveCmd      `cmd:"" group:"record" help:"Open the record in a browser, and answer programs."`
	Token     tokenCmd      `cmd:"" group:"record" help:"Make and take back the tokens by which others are let in (token add, list, remove)."`
	Resolve   resolveCmd    `cmd:"" group:"work" help:"Put accounts together that tell of one encounter."`
	Multiply  multiplyCmd   `cmd:"" group:"work" help:"Make many accounts out of those of a record, to measure with."`
	Page      pageCmd       `cmd:"" group:"work" help:"Show what is read of a saved web page, and what of it speaks."`
	Parse     parseCmd      `cmd:"" group:"work" help:"Print the words of texts with their parts of speech and trees."`
	Train     trainCmd      `cmd:"" group:"work" help:"Train the models of the text engine anew."`
	Eval      evalCmd       `cmd:"" group:"work" help:"Score single parts (eval text, eval copies)."`
	Evaluate  evaluateCmd   `cmd:"" group:"work" help:"Compare what the program reads with annotated articles."`
	Gazetteer gazetteerCmd  `cmd:"" group:"work" help:"Ask what is known of people, offices, places and gatherings."`
	Help      helpCmd       `cmd:"" group:"about" help:"Explain a command, the terms or the JSON format."`
	Version   versionCmd    `cmd:"" group:"about" help:"Print the version."`
}

var groups = []kong.Group{
	{Key: "start", Title: "Reading:"},
	{Key: "record", Title: "The record:"},
	{Key: "decide", Title: "An analyst's decisions:"},
	{Key: "work", Title: "For working on readout:"},
	{Key: "about", Title: "About:"},
}

const description = `Reads news on diplomacy and keeps the sourced record: who met, called or avoided whom, when and where, and what each side says of it.

Start with: readout demo`

// world is what a command may touch.
type world struct {
	in  io.Reader
	out io.Writer
	err io.Writer
	now func() time.Time
}

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(30) // the models are most of the heap and stay; reading makes little garbage
	}
	os.Exit(run(os.Args[1:], world{os.Stdin, os.Stdout, os.Stderr, time.Now}))
}

// leave is how the help flag ends the run.
type leave int

func run(args []string, w world) (status int) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case leave:
			status = int(p)
		default:
			panic(p) // a fault of the program ends it with a trace, never as if all were well
		}
	}()
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parser, err := newParser(w)
	if err != nil {
		fmt.Fprintln(w.err, "readout:", err)
		return 2
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(w.err, "readout: %v\n", err)
		fmt.Fprintf(w.err, "See: %s --help\n", usedCommand(err))
		return 2
	}
	return w.report(ctx.Run(&w))
}

func newParser(w world) (*kong.Kong, error) {
	return kong.New(&commands{},
		kong.Name("readout"),
		kong.Description(description),
		kong.Vars{"least": fmt.Sprint(byDefault.Least)},
		kong.ExplicitGroups(groups),
		kong.Writers(w.out, w.err),
		kong.Exit(func(code int) { panic(leave(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 96}))
}

// usedCommand is the command that a wrong line was meant for.
func usedCommand(err error) string {
	var p *kong.ParseError
	if errors.As(err, &p) && p.Context.Command() != "" {
		if sel := p.Context.Selected(); sel != nil {
			return "readout " + sel.Name
		}
	}
	return "readout"
}

// failed is the error of a run some of whose inputs failed and were reported.
type failed struct {
	n, of int
	what  string
}

func (f failed) Error() string {
	return fmt.Sprintf("%d of %d %s failed", f.n, f.of, f.what)
}

func (w world) report(err error) int {
	if err == nil {
		return 0
	}
	fmt.Fprintf(w.err, "readout: %v\n", err)
	return 1
}

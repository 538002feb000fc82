package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"readout/doc"
)

type helpCmd struct {
	Topic string `arg:"" optional:"" help:"A command, or: terms, format, reading."`
}

// Help is shown by readout help --help.
func (helpCmd) Help() string {
	return `Examples:
  readout help terms     what the words of the record mean
  readout help format    the JSON that read --json and list --json print
  readout help reading   files, pages, fetching, watching and alerts
  readout help add       the same as readout add --help`
}

// Run explains.
func (c *helpCmd) Run(w *world) error {
	switch c.Topic {
	case "":
		run([]string{"--help"}, *w)
	case "terms":
		fmt.Fprint(w.out, doc.Terms)
	case "reading":
		fmt.Fprint(w.out, doc.Reading)
	case "format":
		fmt.Fprint(w.out, doc.Format)
	default:
		if !isCommand(c.Topic) {
			return errNoTopic
		}
		run([]string{c.Topic, "--help"}, *w)
	}
	return nil
}

func isCommand(name string) bool {
	p, err := newParser(world{})
	if err != nil {
		return false
	}
	for _, c := range p.Model.Children {
		if c.Name == name {
			return true
		}
	}
	return false
}

type versionCmd struct{}

// Version is set by the build script.
var version = ""

// Run prints the version, and what it was built from and with.
func (versionCmd) Run(w *world) error {
	v := version
	if info, ok := debug.ReadBuildInfo(); ok && v == "" {
		v = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				v = s.Value[:12]
			}
		}
	}
	if v == "" || v == "(devel)" {
		v = "development"
	}
	_, err := fmt.Fprintf(w.out, "readout %s (%s, %s/%s)\n", v, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

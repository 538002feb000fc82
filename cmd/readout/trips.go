package main

import (
	"encoding/json"
	"fmt"
	"os"

	"readout/gazetteer/build"
)

type gazetteerTripsCmd struct {
	ownTables
	Inputs string `arg:"" type:"existingdir" help:"The folder of public data (see doc/gazetteer.md), archives unpacked."`
	Since  string `default:"1990-01-01" help:"Leave out what began before that day."`
	JSON   bool   `name:"json" help:"Print every trip as a line of JSON."`
}

// Run prints the trips, and how many of the people named in them the gazetteer knows.
func (c *gazetteerTripsCmd) Run(w *world) error {
	g, err := c.load()
	if err != nil {
		return err
	}
	trips, err := build.Trips(os.DirFS(c.Inputs), g, c.Since)
	if err != nil {
		return fmt.Errorf("read the trips: %w; the inputs are listed in doc/gazetteer.md", err)
	}
	out := json.NewEncoder(w.out)
	out.SetEscapeHTML(false)
	var names, known, gatherings, found int
	for _, t := range trips {
		if c.JSON {
			if err := out.Encode(t); err != nil {
				return err
			}
		}
		told := t.Met
		if t.Visit {
			told = append(told, t.Who)
		}
		for _, m := range told {
			names++
			if m.Name != "" {
				known++
			}
		}
		for _, a := range t.Attended {
			gatherings++
			if a.Name != "" {
				found++
			}
		}
	}
	if c.JSON {
		return nil
	}
	_, err = fmt.Fprintf(w.out, "%d trips since %s: %d of %d people met or visiting are known (%.1f %%), %d of %d gatherings\n",
		len(trips), c.Since, known, names, 100*float64(known)/float64(max(names, 1)), found, gatherings)
	return err
}

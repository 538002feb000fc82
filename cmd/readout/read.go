package main

import (
	"bufio"
	"encoding/json"
	"io"
)

type readCmd struct {
	inputs
	JSON bool `name:"json" help:"One JSON object a document and line (see: readout help format)."`
}

// Help is shown by readout read --help.
func (readCmd) Help() string {
	return `Examples:
  readout read article.txt
  readout read --json news.jsonl folder/ > readouts.jsonl
  curl -s https://… | html2text | readout read -

A line of a JSON Lines file is {"id","outlet","url","title","published","text"}; only text must be there. A folder is read with all that lies below it.`
}

// Run reads and prints.
func (c *readCmd) Run(w *world) error {
	out := bufio.NewWriter(w.out)
	enc := lines(out)
	show := newPage(out)
	show.width = textColumns(w.out)
	err := c.read(w, nil, func(o outcome) error {
		if c.JSON {
			return enc.Encode(documentOf(o.Readout))
		}
		show.readout(o.Readout, false)
		return out.Flush()
	})
	return first(err, out.Flush())
}

// lines writes one JSON object a line, with no character escaped that need not be.
func lines(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

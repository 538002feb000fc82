package main

import (
	"fmt"

	"readout/resolve"
	"readout/store"
)

// differences prints where accounts do not say the same, and what one side tells
// and the other leaves out.
func (p page) differences(e store.Encounter, cols []column) {
	texts, outlets := map[string]string{}, map[string]string{}
	for _, c := range cols {
		texts[c.doc.ID], outlets[c.doc.ID] = c.text, sourceLine(c.doc)
	}
	found := resolve.Disagreements(e.Encounter)
	if len(found) > 0 {
		p.line("WHERE THEY DIFFER")
	}
	for _, d := range found {
		p.line("  %s (%s)", d.Field, d.Type)
		for _, side := range [][]resolve.Telling{d.A, d.B} {
			for _, t := range side {
				p.labelled(4, "", tellingLine(t, outlets[t.Document], texts[t.Document]))
			}
		}
	}
	silent := resolve.Silences(e.Encounter)
	if len(silent) > 0 {
		p.line("WHAT ONE SIDE LEAVES OUT")
	}
	for _, s := range silent {
		p.labelled(2, "", fmt.Sprintf("%s: told by %s, not by %s", clean(s.Topic), clean(s.ToldBy), clean(s.Silent)))
	}
	if len(cols) > 1 && len(found)+len(silent) == 0 {
		p.line("The accounts agree in all that they tell.")
	}
}

func tellingLine(t resolve.Telling, outlet, text string) string {
	voice := t.Voice
	if voice == "reporter" || voice == "" {
		voice = outlet
	} else {
		voice += " in " + outlet
	}
	return fmt.Sprintf("%s: %s  %s", clean(voice), clean(t.Value), quotedAt(text, t.At, false))
}

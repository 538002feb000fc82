package main

import (
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/resolve"
	"readout/store"
)

// fewEmphases is how many differences of emphasis are worth a reader's time.
const fewEmphases = 3

// differences prints where accounts do not say the same, and what one side tells
// and the other leaves out.
func (p page) differences(e store.Encounter, cols []column, silent []resolve.Silence) {
	found := resolve.Disagreements(e.Encounter)
	p.disagreements(found, cols)
	p.silences(silent)
	if len(cols) > 1 && len(found)+len(silent) == 0 {
		p.line("The accounts agree in all that they tell.")
	}
}

func (p page) disagreements(found []resolve.Disagreement, cols []column) {
	texts, outlets := map[string]string{}, map[string]string{}
	for _, c := range cols {
		texts[c.doc.ID], outlets[c.doc.ID] = c.text, sourceLine(c.doc)
	}
	if len(found) > 0 {
		p.line("WHERE THEY DIFFER")
	}
	emphases := 0
	for _, d := range found {
		if d.Type == resolve.Emphasis {
			if emphases++; emphases > fewEmphases {
				continue
			}
		}
		p.line("  %s (%s)", d.Field, d.Type)
		p.tellings(d.A, outlets, texts)
		p.tellings(d.B, outlets, texts)
	}
	if more := emphases - fewEmphases; more > 0 {
		p.line("  and %d more of emphasis", more)
	}
}

func (p page) silences(silent []resolve.Silence) {
	if len(silent) > 0 {
		p.line("WHAT ONE SIDE LEAVES OUT")
	}
	for _, s := range silent {
		p.bullet(2, fmt.Sprintf("%s: told by %s, not by %s", clean(s.Topic), clean(s.ToldBy), clean(s.Silent)))
	}
}

// tellings prints one side of a difference: the value, who tells it, and the words
// of the first who does.
func (p page) tellings(ts []resolve.Telling, outlets, texts map[string]string) {
	if len(ts) == 0 {
		return
	}
	var by []string
	for _, t := range ts {
		voice := outlets[t.Document]
		if t.Voice != readout.Reporter && t.Voice != "" {
			voice = t.Voice + " in " + voice
		}
		if voice = clean(voice); !slices.Contains(by, voice) {
			by = append(by, voice)
		}
	}
	first := ts[0]
	p.bullet(4, fmt.Sprintf("%s — %s: %s", clean(first.Value), strings.Join(by, ", "),
		quotedAt(texts[first.Document], first.At, false)))
}

// disputed are the fields that cannot all be true, by the names that rows have.
func disputed(e readout.Encounter) map[string]bool {
	row := map[string]string{"participants": "who", "topics": "topic"}
	out := map[string]bool{}
	for _, d := range resolve.Disagreements(e) {
		if d.Type != resolve.Contradiction {
			continue
		}
		if name, ok := row[d.Field]; ok {
			out[name] = true
		} else {
			out[d.Field] = true
		}
	}
	return out
}

package main

import (
	"strings"

	"readout"
)

// A fact is one field's value with what proves it, whatever its type.
type fact struct {
	field string
	value string
	at    []readout.Span
	rule  string
	basis readout.Basis
}

func factOf[T any](field string, c readout.Cited[T], show func(T) string) []fact {
	if !c.Present() {
		return nil
	}
	return []fact{{field, show(c.Value()), c.At(), c.Rule(), c.Basis()}}
}

func self(s string) string { return s }

// factsOf lists the fields of an encounter that are there, in the contract's order.
func factsOf(f readout.Facts) []fact {
	var out []fact
	out = append(out, factOf("kind", f.Kind, readout.Kind.String)...)
	out = append(out, factOf("format", f.Format, self)...)
	out = append(out, factOf("status", f.Status, readout.Status.String)...)
	out = append(out, factOf("how", f.How, func(s string) string { return strings.ReplaceAll(s, "_", " ") })...)
	for _, p := range f.Participants {
		out = append(out, factOf("who", p, readout.Party.String)...)
	}
	out = append(out, factOf("host", f.Host, self)...)
	out = append(out, factOf("initiator", f.Initiator, self)...)
	out = append(out, factOf("date", f.Date, func(d readout.Date) string { return string(d) })...)
	out = append(out, factOf("place", f.Place, readout.Place.String)...)
	out = append(out, factOf("gathering", f.Gathering, self)...)
	for _, t := range f.Topics {
		out = append(out, factOf("topic", t, self)...)
	}
	for _, t := range f.Unraised {
		out = append(out, factOf("not raised", t, self)...)
	}
	out = append(out, factOf("duration", f.Duration, readout.Minutes.String)...)
	out = append(out, factOf("outcome", f.Outcome, self)...)
	out = append(out, factOf("reason", f.Reason, self)...)
	for _, t := range f.Tone {
		out = append(out, factOf("tone", t, self)...)
	}
	return out
}

// who is the participants' names in one line.
func who(f readout.Facts) string {
	var names []string
	for _, p := range f.Participants {
		names = append(names, p.Value().Name)
	}
	return strings.Join(names, ", ")
}

// voiceLine is "Dmitry Peskov via TASS".
func voiceLine(v readout.Voice) string {
	line := v.Name()
	if v.Role != "" && !strings.EqualFold(v.Role, line) {
		line += " (" + v.Role + ")"
	}
	if len(v.Via) > 0 {
		line += " via " + strings.Join(v.Via, ", ")
	}
	return line
}

// speakerLine is the same for a statement.
func speakerLine(s readout.Statement) string {
	v := s.Voice()
	if v.Speaker == "" {
		v.Speaker = "somebody"
	}
	return voiceLine(v)
}

// oneLine folds white space, for showing words within a line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// quoted are the words of spans, each in quotation marks.
func quoted(text string, at []readout.Span) string {
	var out []string
	for _, s := range at {
		out = append(out, "“"+clean(s.In(text))+"”")
	}
	return strings.Join(out, " ")
}

// clean makes words from a stranger's text safe to print: on one line, without
// control characters.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x202e || r == 0x202d || r == 0xfffd {
			return -1
		}
		return r
	}, oneLine(s))
}

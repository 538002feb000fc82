package main

import (
	"fmt"
	"io"
	"strings"

	"readout"
	"readout/language"
	"readout/pipeline"
)

// page prints for people: a left column of labels, text wrapped beside it.
type page struct {
	w     io.Writer
	width int
}

func newPage(w io.Writer) page { return page{w, textColumns(w)} }

func (p page) line(format string, args ...any) { fmt.Fprintf(p.w, format+"\n", args...) }

// labelled prints text wrapped beside a label.
func (p page) labelled(indent int, label, text string) {
	const column = 12
	lead := strings.Repeat(" ", indent)
	for i, l := range wrap(text, p.width-indent-column) {
		if i > 0 {
			label = ""
		}
		p.line("%s", strings.TrimRight(lead+pad(label, column)+l, " "))
	}
}

// bullet prints text behind a dash, wrapped.
func (p page) bullet(indent int, text string) {
	lead := strings.Repeat(" ", indent) + "– "
	for _, l := range wrap(text, p.width-indent-2) {
		p.line("%s%s", lead, l)
		lead = strings.Repeat(" ", indent+2)
	}
}

// heading prints what a document is.
func (p page) heading(d readout.Document) {
	p.line("%s", clean(d.ID))
	var more []string
	for _, s := range []string{d.Outlet, d.Published, d.Title} {
		if s != "" {
			more = append(more, clean(s))
		}
	}
	if len(more) > 0 {
		p.line("%s", strings.Join(more, " · "))
	}
	p.line("%s", strings.Repeat("─", min(p.width, 72)))
}

// readout prints what a document tells; with derivation, also by which rule and on
// what basis every value was taken, and where its words stand.
func (p page) readout(r readout.Readout, derivation bool) {
	p.heading(r.Document)
	if !pipeline.Reads(r.Document.Language) {
		p.line("In %s: kept and not read, since only English is.\n", language.Name(r.Document.Language))
		return
	}
	if len(r.Encounters)+len(r.Statements) == 0 {
		p.line("No encounter and no statement found.\n")
		return
	}
	if len(r.Encounters) > 0 {
		p.line("ENCOUNTERS")
	}
	for i, e := range r.Encounters {
		p.line("%3d. %s", i+1, summary(e.Facts))
		p.encounter(e, r.Document.Text, derivation)
		p.line("")
	}
	if len(r.Statements) > 0 {
		p.line("STATEMENTS")
	}
	for i, s := range r.Statements {
		p.statement(i+1, s, r.Document.Text, derivation)
	}
	p.line("")
}

// summary is one line for an encounter: "call · held · 2021-12-30 · Joe Biden, Vladimir Putin".
func summary(f readout.Facts) string {
	parts := []string{f.Kind.Value().String(), f.Status.Value().String(), string(f.Date.Value()), who(f), f.Place.Value().String()}
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, clean(s))
		}
	}
	return strings.Join(out, " · ")
}

func (p page) encounter(e readout.Encounter, text string, derivation bool) {
	p.facts(5, factsOf(e.Facts), text, derivation)
	for i, s := range e.Evidence {
		label := "told by"
		if i > 0 {
			label = ""
		}
		p.labelled(5, label, "“"+clean(s.In(text))+"”"+where(s, derivation))
	}
	for i, a := range e.Accounts {
		label := "account"
		if i > 0 {
			label = ""
		}
		p.labelled(5, label, accountLine(a))
	}
}

// facts prints a row a value: the field, the value, and what proves it.
func (p page) facts(indent int, fs []fact, text string, derivation bool) {
	const label, value = 12, 34
	last := ""
	for _, f := range fs {
		why := quotedAt(text, f.at, derivation)
		if derivation {
			why += fmt.Sprintf(" %s, rule %s", f.basis, f.rule)
		} else if f.basis != readout.Stated {
			why += " (" + f.basis.String() + ")"
		}
		name := f.field
		if name == last {
			name = ""
		}
		last = f.field
		left, right := wrap(clean(f.value), value), wrap(why, p.width-indent-label-value-2)
		for i := range max(len(left), len(right)) {
			line := strings.Repeat(" ", indent) + pad(name, label) + pad(lineOf(left, i), value) + "  " + lineOf(right, i)
			p.line("%s", strings.TrimRight(line, " "))
			name = ""
		}
	}
}

func lineOf(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// quotedAt are the words of a value, shortened unless its derivation is asked for.
func quotedAt(text string, at []readout.Span, derivation bool) string {
	if !derivation && len(at) > 1 {
		at = at[:1]
	}
	var out []string
	for _, s := range at {
		words := clean(s.In(text))
		if r := []rune(words); !derivation && len(r) > 60 {
			words = string(r[:58]) + "…"
		}
		out = append(out, "“"+words+"”"+where(s, derivation))
	}
	return strings.Join(out, " ")
}

func where(s readout.Span, derivation bool) string {
	if !derivation {
		return ""
	}
	return fmt.Sprintf(" [%d,%d)", s.Start, s.End)
}

// accountLine is "Dmitry Peskov via TASS: call, held; topics: Ukraine, arms".
func accountLine(a readout.Account) string {
	line := voiceLine(a.Voice) + ": " + a.Kind.Value().String() + ", " + a.Status.Value().String()
	var topics []string
	for _, t := range a.Topics {
		topics = append(topics, t.Value())
	}
	if len(topics) > 0 {
		line += "; topics: " + strings.Join(topics, ", ")
	}
	return clean(line)
}

func (p page) statement(n int, s readout.Statement, text string, derivation bool) {
	line := fmt.Sprintf("%s (%s", speakerLine(s), s.Mode)
	if s.Stance != readout.Neutral {
		line += ", " + s.Stance.String()
	}
	p.line("%3d. %s)", n, clean(line))
	p.labelled(5, "says", "“"+clean(s.Content.In(text))+"”"+where(s.Content, derivation))
	if !derivation {
		return
	}
	fs := factOf("speaker", s.Speaker, readout.Party.String)
	for _, v := range s.Via {
		fs = append(fs, factOf("via", v, self)...)
	}
	p.facts(5, fs, text, true)
	if !s.Cue.Empty() {
		p.labelled(5, "cue", "“"+clean(s.Cue.In(text))+"”"+where(s.Cue, true))
	}
	p.labelled(5, "rule", s.Rule)
}

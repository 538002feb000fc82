package export

import (
	"fmt"
	"io"
	"strings"

	"readout"
	"readout/store"
)

// writeMarkdown writes each encounter as a page to hand in: the facts, each with the
// words it was taken from, then every voice with its sentence and where it stands.
func writeMarkdown(w io.Writer, j *job) error {
	return j.each(func(e store.Encounter) error {
		var ids []string
		for _, s := range sources(e) {
			ids = append(ids, s.ID)
		}
		texts, err := j.store.Texts(ids)
		if err != nil {
			return err
		}
		if j.tally.Written++; j.tally.Written > 1 {
			fmt.Fprintf(w, "\n---\n\n")
		}
		p := markdownPage{w: w, texts: texts}
		p.encounter(e)
		return p.err
	})
}

type markdownPage struct {
	w     io.Writer
	texts map[string]string // by document
	err   error
}

func (p *markdownPage) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *markdownPage) encounter(e store.Encounter) {
	p.line("# %s", plainText(headline(e)))
	p.line("")
	p.line("| | |")
	p.line("| --- | --- |")
	for _, f := range markdownFacts(e.Facts) {
		p.line("| %s | %s |", f[0], plainText(f[1]))
	}
	p.line("")
	p.line("Record: `%s`. Documents that tell of it: %d.", e.ID, len(sources(e)))
	for _, r := range e.Records {
		p.record(r)
	}
}

// record shows what one document tells: each voice and its most telling sentence.
func (p *markdownPage) record(r store.Record) {
	p.line("")
	p.line("## %s", plainText(strings.Join(filled(orID(r.Document), r.Document.Published), ", ")))
	p.line("")
	if r.Document.Title != "" {
		p.line("*%s*  ", plainText(r.Document.Title))
	}
	if u := address(r.Document.URL); u != "" {
		p.line("<%s>  ", u)
	}
	p.line("Document `%s`", strings.ReplaceAll(r.Document.ID, "`", "'"))
	for _, a := range r.Accounts {
		p.line("")
		p.line("**%s**: %s", plainText(voiceLine(a.Voice)), plainText(strings.Join(filled(
			value(a.Status, readout.Status.String)+" "+value(a.Kind, readout.Kind.String), string(a.Date.Value()), a.Place.Value().String(),
			strings.Join(cited(a.Topics), "; ")), " · ")))
		for _, s := range a.Evidence {
			if words := s.In(p.texts[r.Document.ID]); words != "" {
				p.line("")
				p.line("> %s (bytes %d–%d)", plainText(words), s.Start, s.End)
			}
		}
	}
}

func voiceLine(v readout.Voice) string {
	out := v.Name()
	if v.Role != "" {
		out += ", " + v.Role
	}
	if len(v.Via) > 0 {
		out += ", by way of " + strings.Join(v.Via, ", ")
	}
	return out
}

// markdownFacts are the fields that are there, as label and value.
func markdownFacts(f readout.Facts) [][2]string {
	var who []string
	for _, c := range f.Participants {
		who = append(who, c.Value().String())
	}
	duration := ""
	if f.Duration.Present() {
		duration = f.Duration.Value().String()
	}
	var out [][2]string
	for _, x := range [][2]string{{"Kind", f.Kind.Value().String() + bracketed(f.Format.Value())},
		{"Status", f.Status.Value().String() + bracketed(strings.ReplaceAll(f.How.Value(), "_", " "))},
		{"Participants", strings.Join(who, "; ")}, {"Date", string(f.Date.Value())}, {"Place", f.Place.Value().String()},
		{"Gathering", f.Gathering.Value()}, {"Topics", strings.Join(cited(f.Topics), "; ")}, {"Duration", duration},
		{"Host", f.Host.Value()}, {"Initiator", f.Initiator.Value()}, {"Outcome", f.Outcome.Value()}, {"Reason", f.Reason.Value()}, {"Tone", strings.Join(cited(f.Tone), "; ")}} {
		if x[1] != "" {
			out = append(out, x)
		}
	}
	return out
}

func bracketed(parts ...string) string {
	if in := filled(parts...); len(in) > 0 {
		return " (" + strings.Join(in, ", ") + ")"
	}
	return ""
}

func filled(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			out = append(out, p)
		}
	}
	return out
}

// plainText keeps the words of a stranger from being read as markup, HTML or a new
// line.
func plainText(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < ' ' || r == 0x7f:
			continue
		case strings.ContainsRune("\\`*_[]<>|#~&!", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// address is a web address that can stand between angle brackets, or "".
func address(u string) string {
	if (strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://")) && !strings.ContainsAny(u, "<> \t\r\n\"`") {
		return u
	}
	return ""
}

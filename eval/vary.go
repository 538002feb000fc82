package eval

import (
	"fmt"
	"strings"
	"unicode"

	"readout"
)

// Vary makes another document of the same form out of what one tells, the k-th of many:
// real accounts, multiplied, to measure with. In each of ten worlds people and states have
// names of their own, made of the real ones by moving every letter on in the alphabet; in
// each world the same happens again and again, 53 days later every time. Words, places,
// topics and what is told of each encounter stay as they were. Only the sentences that
// tell are kept of the text, and every value cites the first sentence of its encounter.
// The statements are left out.
func Vary(r readout.Readout, k int) readout.Readout {
	v := varied{by: k % worlds, days: readout.Day(k / worlds * 53)}
	out := readout.Readout{Document: r.Document}
	d := &out.Document
	d.ID = fmt.Sprintf("%s~%d", d.ID, k)
	d.URL, d.Published = "", v.published(d.Published)
	var text strings.Builder
	for _, e := range r.Encounters {
		if len(e.Evidence) == 0 {
			continue
		}
		from := readout.Offset(text.Len())
		text.WriteString(e.Evidence[0].In(r.Document.Text))
		v.at = readout.Span{Start: from, End: readout.Offset(text.Len())}
		if v.at.Empty() {
			continue
		}
		text.WriteString("\n")
		out.Encounters = append(out.Encounters, v.encounter(e))
	}
	d.Text = text.String()
	out.Sections = []readout.Section{{Span: readout.Span{End: readout.Offset(len(d.Text))}}}
	return out
}

// worlds is how many sets of names there are.
const worlds = 10

// varied is how one document is changed: the names by so many letters, the dates by so
// many days; and the sentence that all is cited from.
type varied struct {
	by   int
	days readout.Day
	at   readout.Span
}

func (v varied) encounter(e readout.Encounter) readout.Encounter {
	out := readout.Encounter{Facts: v.facts(e.Facts), Evidence: []readout.Span{v.at}, Confidence: e.Confidence}
	for _, a := range e.Accounts {
		a.ID, a.Record, a.Document, a.Published = "", "", "", ""
		a.Voice.Speaker, a.Voice.Side = v.name(a.Voice.Speaker), v.name(a.Voice.Side)
		a.Facts, a.Evidence = v.facts(a.Facts), []readout.Span{v.at}
		out.Accounts = append(out.Accounts, a)
	}
	return out
}

func (v varied) facts(f readout.Facts) readout.Facts {
	return readout.Facts{
		Kind: recite(v, f.Kind), Status: recite(v, f.Status), Format: recite(v, f.Format), How: recite(v, f.How),
		Participants: reciteAll(v, f.Participants, v.party),
		Host:         reciteAs(v, f.Host, v.name), Initiator: reciteAs(v, f.Initiator, v.name),
		Date: reciteAs(v, f.Date, v.date), Place: recite(v, f.Place), Gathering: recite(v, f.Gathering),
		Topics: reciteAll(v, f.Topics, self), Unraised: reciteAll(v, f.Unraised, self), Duration: recite(v, f.Duration),
		Outcome: recite(v, f.Outcome), Reason: recite(v, f.Reason), Tone: reciteAll(v, f.Tone, self),
	}
}

func self(s string) string { return s }

func recite[T any](v varied, c readout.Cited[T]) readout.Cited[T] {
	return reciteAs(v, c, func(x T) T { return x })
}

func reciteAs[T any](v varied, c readout.Cited[T], as func(T) T) readout.Cited[T] {
	if !c.Present() {
		return c
	}
	return readout.Cite(as(c.Value()), c.Rule(), c.Basis(), v.at)
}

func reciteAll[T any](v varied, cs []readout.Cited[T], as func(T) T) []readout.Cited[T] {
	var out []readout.Cited[T]
	for _, c := range cs {
		out = append(out, reciteAs(v, c, as))
	}
	return out
}

func (v varied) party(p readout.Party) readout.Party {
	p.Name, p.Side = v.name(p.Name), v.name(p.Side)
	if v.by > 0 {
		p.Country = ""
		if p.Wikidata != "" {
			p.Wikidata += fmt.Sprintf("0%d", v.by)
		}
	}
	return p
}

// name moves the letters on.
func (v varied) name(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+rune(v.by))%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+rune(v.by))%26
		case r > unicode.MaxASCII && v.by > 0:
			return -1
		}
		return r
	}, s)
}

func (v varied) date(d readout.Date) readout.Date {
	from, to, ok := d.Days()
	if !ok || v.days == 0 {
		return d
	}
	return readout.Between(from+v.days, to-1+v.days)
}

func (v varied) published(p string) string {
	day, ok := readout.PublishedDay(p)
	if !ok {
		return p
	}
	return string((day + v.days).Date())
}

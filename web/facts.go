package web

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"readout"
	"readout/store"
)

// value is one value of a field, with the words that prove it.
type value struct {
	Field string `json:"field"`
	Text  string `json:"text"`
	Rule  string `json:"rule"`
	Basis string `json:"basis"`
	Cites []cite `json:"cites"`
}

// cite is a stretch of a document's text.
type cite struct {
	Document string `json:"document"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Words    string `json:"words,omitempty"`
}

// Link leads to the words on their document's page.
func (c cite) Link() string {
	return "/document?id=" + url.QueryEscape(c.Document) + "#b" + strconv.Itoa(c.Start)
}

// fields are the fields of an encounter in the order they are shown in, with the name
// that differences have for each.
var fields = [...]struct{ name, label, differs string }{
	{"status", "Status", "status"}, {"kind", "Kind", "kind"}, {"format", "Format", ""}, {"how", "How it ended", ""},
	{"who", "Who", "participants"}, {"host", "Host", ""}, {"initiator", "Initiator", "initiator"}, {"date", "Date", "date"},
	{"place", "Place", "place"}, {"gathering", "At", "gathering"}, {"topic", "Topics", "topics"}, {"unraised", "Not raised", "topics"}, {"duration", "Duration", "duration"},
	{"outcome", "Outcome", "outcome"}, {"reason", "Reason", "reason"}, {"tone", "Tone", "tone"},
}

func valueOf[T any](field string, c readout.Cited[T], document, text string, show func(T) string) []value {
	if !c.Present() {
		return nil
	}
	return []value{{field, show(c.Value()), c.Rule(), c.Basis().String(), citesOf(c.At(), document, text)}}
}

func citesOf(at []readout.Span, document, text string) []cite {
	out := make([]cite, 0, len(at))
	for _, s := range at {
		out = append(out, cite{document, int(s.Start), int(s.End), oneLine(s.In(text))})
	}
	return out
}

func self(s string) string { return s }

// valuesOf lists what facts of one document hold.
func valuesOf(f readout.Facts, document, text string) []value {
	var out []value
	one := func(vs []value) { out = append(out, vs...) }
	str := func(field string, c readout.Cited[string]) { one(valueOf(field, c, document, text, self)) }
	one(valueOf("status", f.Status, document, text, readout.Status.String))
	one(valueOf("kind", f.Kind, document, text, readout.Kind.String))
	str("format", f.Format)
	one(valueOf("how", f.How, document, text, func(s string) string { return strings.ReplaceAll(s, "_", " ") }))
	for _, p := range f.Participants {
		one(valueOf("who", p, document, text, readout.Party.String))
	}
	str("host", f.Host)
	str("initiator", f.Initiator)
	one(valueOf("date", f.Date, document, text, func(d readout.Date) string { return string(d) }))
	one(valueOf("place", f.Place, document, text, readout.Place.String))
	str("gathering", f.Gathering)
	for _, t := range f.Topics {
		str("topic", t)
	}
	for _, t := range f.Unraised {
		str("unraised", t)
	}
	one(valueOf("duration", f.Duration, document, text, readout.Minutes.String))
	str("outcome", f.Outcome)
	str("reason", f.Reason)
	for _, t := range f.Tone {
		str("tone", t)
	}
	return out
}

// oneLine folds white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// brief cuts a text at a word, for a list.
func brief(s string, most int) string {
	s = oneLine(s)
	if len([]rune(s)) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)*2/3 {
		cut = cut[:i]
	}
	return cut + "…"
}

// headline is an encounter in one line: "Meeting: A, B".
func headline(c store.Card) string {
	var names []string
	for i, p := range c.Who {
		if i == 4 {
			names = append(names, fmt.Sprintf("and %d more", len(c.Who)-i))
			break
		}
		names = append(names, p.Name)
	}
	if len(names) == 0 {
		names = []string{"parties not told"}
	}
	return strings.Join(names, ", ")
}

// outletOr is who published a document, as far as is known.
func outletOr(s store.Source) string {
	if s.Outlet != "" {
		return s.Outlet
	}
	return s.ID
}

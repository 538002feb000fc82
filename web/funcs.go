package web

import (
	"fmt"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"readout"
	"readout/store"
)

// funcs are what templates may call.
func (p *pages) funcs() template.FuncMap {
	return template.FuncMap{
		"asset":    func(name string) string { return "/assets/" + p.names[name] },
		"brief":    brief,
		"day":      dayText,
		"told":     toldText,
		"slug":     store.Slug,
		"term":     func(t store.Term) string { return linkTo(t.Facet, t.Key) },
		"person":   func(name string) string { return linkTo(store.FacetParty, store.Slug(name)) },
		"side":     func(name string) string { return linkTo(store.FacetSide, store.Slug(name)) },
		"party":    partyLink,
		"topic":    func(name string) string { return linkTo(store.FacetTopic, store.Slug(name)) },
		"event":    func(name string) string { return linkTo(store.FacetGathering, store.Slug(name)) },
		"document": func(id string) string { return "/document?id=" + url.QueryEscape(id) },
		"outlet":   func(name string) string { return "/outlet?name=" + url.QueryEscape(name) },
		"headline": headline,
		"mark":     markFor,
		"snippet":  snippet,
		"f1":       func(f float64) string { return fmt.Sprintf("%.1f", f) },
		"n":        thousands,
		"one":      func(n int, one, many string) string { return map[bool]string{true: one, false: many}[n == 1] },
		"join":     strings.Join,
		"add":      func(a, b int) int { return a + b },
		"list":     func(s ...string) []string { return s },
		"slice10":  func(s string) string { return s[:min(10, len(s))] },
		"unquote":  func(s string) string { return strings.Trim(s, " \"“”„‘’«»") },
		"share":    func(n, of int) string { return fmt.Sprintf("%.0f", 400*float64(n)/float64(max(of, 1))) },
		"shade":    func(n int) string { return "n" + strconv.Itoa(min(n, 5)) },
		"facet": func(f string) string {
			return map[string]string{store.FacetParty: "Person or body", store.FacetSide: "Side", store.FacetPair: "Pair", store.FacetGathering: "Gathering",
				store.FacetTopic: "Topic", store.FacetCountry: "Place"}[f]
		},
		"next":    nextLink,
		"percent": func(n, of int) int { return (100*n + max(of, 1)/2) / max(of, 1) },
		"field": func(name string) string {
			for _, f := range fields {
				if f.name == name || f.differs == name {
					return f.label
				}
			}
			return name
		},
	}
}

// partyLink is the page of a participant: a side's where it stands for itself.
func partyLink(p store.CardParty) string {
	if store.Slug(p.Name) == store.Slug(p.Side) {
		return linkTo(store.FacetSide, store.Slug(p.Side))
	}
	return linkTo(store.FacetParty, store.Slug(p.Name))
}

// markFor is the sign of a status, so that none is told by its colour alone.
func markFor(status string) string {
	switch status {
	case "held", "kept":
		return "●"
	case "planned", "open":
		return "○"
	case "proposed":
		return "◌"
	case "cancelled":
		return "✕"
	case "denied":
		return "⊘"
	case "moved":
		return "→"
	case "lapsed":
		return "…"
	}
	return "·"
}

// snippet shows the found words, which stand between « and ».
func snippet(s string) template.HTML {
	e := template.HTMLEscapeString(oneLine(s))
	open := strings.Count(e, "«")
	if open != strings.Count(e, "»") {
		return template.HTML(e) // the text's own guillemets
	}
	return template.HTML(strings.NewReplacer("«", "<mark>", "»", "</mark>").Replace(e))
}

// dayText writes a date for people: "11 Nov 2014", "Nov 2014", "10 – 12 Nov 2014".
func dayText(edtf string) string {
	if edtf == "" {
		return "no date"
	}
	a, b, interval := strings.Cut(edtf, "/")
	if !interval {
		return oneDay(a)
	}
	if len(a) == 10 && len(b) == 10 && a[:7] == b[:7] {
		return strings.TrimPrefix(a[8:], "0") + " – " + oneDay(b)
	}
	return oneDay(a) + " – " + oneDay(b)
}

// toldText is a value as people write it: a date like one, all others as they are.
func toldText(v string) string {
	if readoutDate(v) {
		return dayText(v)
	}
	return v
}

func oneDay(s string) string {
	from, _, ok := readout.Date(s).Days()
	plain := strings.TrimRight(s, "~?%")
	if !ok || len(plain) < 7 {
		return s
	}
	y, m, d := from.Civil()
	out := fmt.Sprintf("%s %d", [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}[m-1], y)
	if len(plain) == 10 {
		out = strconv.Itoa(d) + " " + out
	}
	return out + s[len(plain):]
}

// thousands writes a number with its thousands apart.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// nextLink is a page's address with another cursor.
func nextLink(base, next string) string {
	if strings.Contains(base, "?") {
		return base + "&after=" + url.QueryEscape(next)
	}
	return base + "?after=" + url.QueryEscape(next)
}

package article

import (
	"strings"
	"unicode"

	"readout"
)

// frontParas is how many paragraphs at the text's start may hold title, byline and
// date lines.
const frontParas = 8

// markByline marks the lines before the body that name writer, outlet and date.
func markByline(paras []para) {
	seen := false
	for i := 0; i < len(paras) && i < frontParas; i++ {
		p := &paras[i]
		if p.kind != readout.Body {
			continue
		}
		if p.words > 25 {
			return
		}
		if isByline(p) || isOutlet(p.plain) || beforeOutlet(paras, i) || isDateLine(p, seen) {
			p.kind = readout.Navigation
			seen = true
		}
	}
}

// isByline tells whether the paragraph is a line such as "By Jo Doe, BBC News".
func isByline(p *para) bool {
	rest, ok := bylineRest(p)
	return ok && startsUpper(rest) && !stopped(p.plain)
}

func bylineRest(p *para) (string, bool) {
	if p.words < 2 || p.words > 20 {
		return "", false
	}
	for _, by := range [...]string{"By ", "BY ", "by ", "Written by ", "Posted by ", "By: ", "Author: "} {
		if rest, ok := strings.CutPrefix(p.plain, by); ok {
			return rest, strings.Trim(rest, "0123456789/ ") != ""
		}
	}
	return "", false
}

// beforeOutlet tells whether the paragraph is a line of names with the outlet, or
// the writer's office, on the next.
func beforeOutlet(paras []para, i int) bool {
	p := &paras[i]
	if i+1 >= len(paras) || p.words > 12 || p.words < 2 || stopped(p.plain) || !allCapitalised(p.plain) {
		return false
	}
	next := &paras[i+1]
	if isOutlet(next.plain) {
		return true
	}
	return next.words <= 6 && !stopped(next.plain) && hasAny(next.low, "columnist", "correspondent", "contributor", "staff writer", "reporter", "editor")
}

func allCapitalised(s string) bool {
	for _, w := range strings.Fields(s) {
		if !startsUpper(w) && !isNameParticle(strings.Trim(w, ",")) {
			return false
		}
	}
	return true
}

// isDateLine tells whether the paragraph is a date with at most an outlet's or (after
// a byline) any other few words.
func isDateLine(p *para, afterByline bool) bool {
	if p.words > 12 || stopped(p.plain) || hasQuote(p.plain) {
		return false
	}
	date, at, end := FindDate(p.plain)
	if date == "" {
		return false
	}
	rest := strings.Trim(p.plain[:at], " ,|-–—:") + " " + strings.Trim(p.plain[end:], " ,|-–—:")
	rest = strings.TrimFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsDigit(r) || unicode.IsPunct(r) })
	low := strings.ToLower(rest)
	return rest == "" || afterByline || isOutlet(rest) || startsAny(low, "posted", "published", "updated", "first published", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
}

// Describe returns the document with the title, byline, dateline and date that its
// text states filled in where the document has none. A date counts only on a line
// of its own before the body, and only if the lines agree.
func Describe(doc readout.Document) readout.Document {
	if doc.Title != "" && doc.Byline != "" && doc.Dateline != "" && doc.Published != "" {
		return doc
	}
	paras := paragraphs(doc.Text)
	markHeadlines(paras, doc.Title)
	front := paras[:min(len(paras), frontParas)]
	if doc.Title == "" && len(paras) > 0 && paras[0].kind == readout.Headline {
		doc.Title = paras[0].plain
	}
	if doc.Byline == "" {
		doc.Byline = bylineOf(front)
	}
	if doc.Dateline == "" {
		doc.Dateline = datelineOf(front)
	}
	if doc.Published == "" {
		doc.Published = publishedOf(front)
	}
	return doc
}

func bylineOf(front []para) string {
	for i := range front {
		p := &front[i]
		if p.kind == readout.Headline || isCaption(p) {
			continue
		}
		if p.words > 25 {
			break
		}
		if isByline(p) {
			rest, _ := bylineRest(p)
			return trimOutlet(rest)
		}
		if beforeOutlet(front, i) {
			return p.plain
		}
	}
	return ""
}

// trimOutlet cuts what follows the names: ", BBC News", " | May 3, 2015".
func trimOutlet(s string) string {
	for _, sep := range [...]string{" | ", " - ", " – ", " — ", " • "} {
		if i := strings.Index(s, sep); i > 0 {
			s = s[:i]
		}
	}
	if _, at, _ := FindDate(s); at > 0 {
		s = s[:at]
	}
	for {
		i := strings.LastIndex(s, ", ")
		if i < 0 || !isOutlet(s[i+2:]) && !hasAny(strings.ToLower(s[i+2:]), "correspondent", "editor", "reporter", "writer", "washington", "columnist") {
			break
		}
		s = s[:i]
	}
	return strings.Trim(s, " ,*_")
}

func publishedOf(front []para) string {
	found := ""
	byline := false
	for i := range front {
		p := &front[i]
		if p.words > 25 {
			break
		}
		date, at, _ := FindDate(p.plain)
		if date == "" || startsAny(p.low, "updated", "last updated") {
			byline = byline || isByline(p)
			continue
		}
		if !isDateLine(p, byline || at > 0 && isByline(p)) && !isByline(p) && !placeAndDate(p) && !outletAndDate(p, at) {
			continue
		}
		if found != "" && found != date {
			return ""
		}
		found = date
	}
	return found
}

// placeAndDate tells whether the line is a date with a place: "11 November 2014, Oslo".
func placeAndDate(p *para) bool {
	_, at, end := FindDate(p.plain)
	rest := p.plain[:at] + p.plain[end:]
	return p.words <= 9 && !stopped(p.plain) && allCapitalised(strings.TrimFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })) && countWords(rest) <= 5
}

// outletAndDate tells whether a few capitalised words and then the date make the line.
func outletAndDate(p *para, at int) bool {
	return p.words <= 9 && at > 0 && !stopped(p.plain) && allCapitalised(p.plain[:at]) && strings.HasSuffix(strings.TrimRight(p.plain[:at], " "), ",")
}

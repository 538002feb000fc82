package article

import (
	"readout"
)

// Sections returns the sections of the document, in order, from the text's first
// byte to its last. An empty text has none. What the document's page sets apart from
// its body stays apart.
func Sections(doc readout.Document) []readout.Section {
	if doc.Text == "" {
		return nil
	}
	paras := paragraphs(doc.Text)
	take(paras, doc.Sections)
	if len(doc.Sections) == 0 {
		markHeadlines(paras, doc.Title)
	}
	for i := range paras {
		if paras[i].kind == readout.Body {
			paras[i].kind = kindAlone(&paras[i])
		}
	}
	paras = splitTeasers(doc.Text, splitCaptions(doc.Text, paras))
	markCaptions(paras)
	markByline(paras)
	markTails(paras)
	markThread(paras)
	markUnheadedThread(paras)
	byline := doc.Byline
	if byline == "" {
		byline = bylineOf(paras[:min(len(paras), frontParas)])
	}
	markAuthors(paras, byline)
	markTeasers(paras)
	markPlugs(paras)
	markSubheadings(paras)
	markQuoted(paras)
	paras = splitBoxes(doc.Text, paras)
	take(paras, doc.Sections)
	return join(doc.Text, paras)
}

// take gives the paragraphs the kinds that the document's page knows.
func take(paras []para, given []readout.Section) {
	for i := range paras {
		for len(given) > 0 && given[0].End <= paras[i].Start {
			given = given[1:]
		}
		if len(given) > 0 && given[0].Start <= paras[i].Start && given[0].Kind != readout.Body {
			paras[i].kind, paras[i].outlet = given[0].Kind, given[0].Outlet
		}
	}
}

// join makes sections of neighbours of one kind. A section runs to the start of
// the next, so that the white space between them belongs to the earlier.
func join(text string, paras []para) []readout.Section {
	var out []readout.Section
	for i := range paras {
		p := &paras[i]
		n := len(out)
		if n > 0 && out[n-1].Kind == p.kind && out[n-1].Outlet == p.outlet && !p.opens {
			continue
		}
		start := p.Start
		if n == 0 {
			start = 0
		} else {
			out[n-1].End = start
		}
		out = append(out, readout.Section{Span: readout.Span{Start: start}, Kind: p.kind, Outlet: p.outlet})
	}
	if len(out) == 0 {
		out = append(out, readout.Section{Kind: readout.Navigation})
	}
	out[len(out)-1].End = readout.Offset(len(text))
	return out
}

package page

import (
	"html"
	"net/url"
	"sort"
	"strings"
	"time"

	"readout"
	"readout/article"
)

// describer gathers what a page says of itself.
type describer struct {
	*tree
	address   string
	blocks    []block
	container int32
	articles  []value // of its JSON-LD, the likeliest first
}

// describer reads the page's JSON-LD.
func (t *tree) describer(address string, blocks []block, container int32) *describer {
	d := &describer{tree: t, address: address, blocks: blocks, container: container}
	for _, s := range t.head.scripts {
		d.articles = append(d.articles, articles(readJSON(t.src, s))...)
	}
	sort.SliceStable(d.articles, func(i, j int) bool { return typeOf(d.articles[i]) < typeOf(d.articles[j]) })
	return d
}

// describe fills in title, outlet, writer, dates, language and canonical address. It
// returns the block that is the title's own, nil where there is none.
func (d *describer) describe(doc *readout.Document) *block {
	doc.URL = d.canonical()
	title, at := d.title()
	doc.Title = title
	doc.Outlet = d.outlet()
	doc.Byline = d.byline()
	doc.Published = d.published()
	if updated := d.updated(); updated != doc.Published {
		doc.Updated = updated
	}
	doc.Language = d.language()
	return at
}

// meta returns the content of the first meta element of one of the names, in the
// order of the names.
func (d *describer) meta(names ...string) string {
	for _, name := range names {
		for _, m := range d.head.metas {
			if strings.EqualFold(m.name, name) && strings.TrimSpace(m.content) != "" {
				return clean(m.content)
			}
		}
	}
	return ""
}

// said returns the text of the first article's field that has one.
func (d *describer) said(of thing, field string) string {
	for _, a := range d.articles {
		if typeOf(a) != of {
			continue
		}
		if s := clean(a.get(field).first().text); s != "" {
			return s
		}
	}
	return ""
}

// clean resolves entities and collapses white space.
func clean(s string) string {
	if len(s) > maxAttribute {
		s = s[:maxAttribute]
	}
	return strings.ToValidUTF8(strings.Join(strings.Fields(html.UnescapeString(s)), " "), "")
}

func (d *describer) canonical() string {
	base, err := url.Parse(d.address)
	if err != nil {
		base = &url.URL{}
	}
	for _, s := range []string{d.head.canonical, d.meta("og:url")} {
		u, err := base.Parse(strings.TrimSpace(s))
		if err == nil && s != "" && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && len(s) < 2000 && (u.Path != "" && u.Path != "/" || d.address == "") {
			u.Fragment = ""
			return u.String()
		}
	}
	return d.address
}

// title is the page's own heading where it says what its head says, else what its
// head says.
func (d *describer) title() (string, *block) {
	whole := clean(string(d.src[d.head.titleFrom:d.head.titleTo]))
	told := []string{d.said(articleType, "headline"), d.meta("og:title", "twitter:title", "dc.title", "parsely-title")}
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.marks&(title|heading) == 0 || b.marks&furniture&^(aside|foot) != 0 {
			continue
		}
		s := d.words(b)
		if s == "" || len(s) > 400 {
			continue
		}
		for _, t := range append(told, whole) {
			if t != "" && sameTitle(s, t) {
				return s, b
			}
		}
	}
	for _, t := range told {
		if t != "" {
			return cutOutlet(t, d.outlet()), nil
		}
	}
	if b := d.firstHeading(); b != nil { // the head names the site alone
		return d.words(b), b
	}
	return cutOutlet(whole, d.outlet()), nil
}

// firstHeading is the heading that stands over the main text's first paragraph.
func (d *describer) firstHeading() *block {
	for i := range d.blocks {
		b := &d.blocks[i]
		switch {
		case !d.holds(d.container, b):
		case b.isProse():
			return nil
		case b.marks&heading != 0 && b.marks&furniture == 0 && !b.isLinks() && b.words > 2:
			return b
		}
	}
	return nil
}

// words are a block's, as they would be written.
func (d *describer) words(b *block) string {
	w := &writer{src: d.src}
	d.writeBlock(w, b)
	return strings.Join(strings.Fields(string(w.text)), " ")
}

// sameTitle tells whether a heading says what a title says: one starts with the other.
func sameTitle(a, b string) bool {
	x, y := squash(a), squash(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) >= 8 && strings.HasPrefix(y, x) || x == y && x != ""
}

// squash keeps letters and digits alone, in lower case.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && !isAlnum(byte(r)) || r == '’' || r == '‘' || r == '“' || r == '”' || r == '–' || r == '—' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// cutOutlet cuts the outlet from a title: "Ministers meet | The Fjord Courier".
func cutOutlet(title, outlet string) string {
	for _, sep := range [...]string{" | ", " - ", " – ", " — ", " · ", " :: ", " » "} {
		i := strings.LastIndex(title, sep)
		if i < 0 {
			continue
		}
		head, tail := title[:i], title[i+len(sep):]
		if sameTitle(tail, outlet) || sep == " | " && len(strings.Fields(tail)) <= 4 && len(strings.Fields(head)) >= 4 {
			return strings.TrimSpace(head)
		}
	}
	return title
}

func (d *describer) outlet() string {
	if s := d.meta("og:site_name"); s != "" && len(s) < 80 {
		return s
	}
	for _, a := range d.articles {
		p := a.get("publisher").first()
		if s := clean(p.get("name").first().text + p.text); s != "" && len(s) < 80 && !strings.HasPrefix(s, "http") {
			return s
		}
	}
	if s := d.meta("application-name", "cre", "dc.publisher", "article:publisher"); s != "" && len(s) < 80 && !strings.HasPrefix(s, "http") {
		return s
	}
	u, err := url.Parse(d.canonical())
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// byline names who wrote the page.
func (d *describer) byline() string {
	for _, a := range d.articles {
		if names := authorNames(a.get("author")); typeOf(a) == articleType && names != "" {
			return names
		}
	}
	if s := d.meta("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"); s != "" && !strings.Contains(s, "://") && len(s) < 200 {
		return cutBy(s)
	}
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.marks&byline != 0 && b.marks&(comments|related|foot) == 0 && b.words > 1 && b.words < 15 {
			if s := cutBy(d.words(b)); s != "" && s[0] >= 'A' && s[0] <= 'Z' {
				return s
			}
		}
	}
	return ""
}

func cutBy(s string) string {
	for _, by := range [...]string{"By ", "by ", "BY ", "Written by ", "Author: "} {
		s = strings.TrimPrefix(s, by)
	}
	return strings.TrimSpace(s)
}

func authorNames(v value) string {
	var names []string
	add := func(v value) {
		s := clean(v.text)
		if s == "" {
			s = clean(v.get("name").first().text)
		}
		if s != "" && len(s) < 100 && !strings.Contains(s, "://") {
			names = append(names, cutBy(s))
		}
	}
	for _, it := range v.items {
		add(it)
	}
	if len(v.items) == 0 {
		add(v)
	}
	return strings.Join(names[:min(len(names), 12)], ", ")
}

func (d *describer) language() string {
	for _, s := range []string{d.head.lang, d.meta("og:locale", "content-language", "dc.language"), d.said(articleType, "inLanguage")} {
		if len(s) >= 2 {
			s, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(s), "_", "-"), "-")
			return s
		}
	}
	return ""
}

// published returns when the page was published, by the first that tells.
func (d *describer) published() string {
	told := []func() string{
		func() string { return d.said(articleType, "datePublished") },
		func() string {
			return d.meta("article:published_time", "og:article:published_time", "og:published_time", "datePublished", "article:published", "published_time", "rnews:datePublished")
		},
		func() string { return d.stamped(func(s stamp) bool { return s.prop == "datePublished" }) },
		func() string {
			return d.meta("parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
				"article_date_original", "OriginalPublicationDate", "DC.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "citation_publication_date", "date", "created")
		},
		func() string { return d.said(pageType, "datePublished") },
		d.stampNear,
		func() string { return addressDate(d.canonical()) },
		func() string { return addressDate(d.address) },
		d.textDate,
		func() string { return d.said(articleType, "dateCreated") },
	}
	first := ""
	for _, tell := range told {
		date := parseDate(tell())
		switch {
		case date == "":
		case first == "" && !inGreenwich(date):
			return date
		case first == "":
			first = date
		case date == first[:10]:
			return first
		case sameInstant(first, date):
			return date // in the page's own zone
		case dayApart(first, date):
			return date[:10]
		}
	}
	return first
}

// sameInstant tells whether both are one instant.
func sameInstant(a, b string) bool {
	s, err := time.Parse(time.RFC3339, a)
	t, err2 := time.Parse(time.RFC3339, b)
	return err == nil && err2 == nil && s.Equal(t) && !inGreenwich(b)
}

// inGreenwich tells whether the instant is told in UTC, which is seldom the zone of
// who tells it.
func inGreenwich(date string) bool {
	return strings.HasSuffix(date, "Z") || strings.HasSuffix(date, "+00:00")
}

// dayApart tells whether day, a date without a time or zone, is the day before or
// after the instant's: the same moment elsewhere than in Greenwich.
func dayApart(instant, day string) bool {
	t, err := time.Parse(time.RFC3339, instant)
	if err != nil || inGreenwich(day) {
		return false
	}
	d, err := time.Parse("2006-01-02", day[:10])
	return err == nil && t.Sub(d) > -14*time.Hour && t.Sub(d) < 36*time.Hour && day[:10] != instant[:10]
}

func (d *describer) updated() string {
	for _, s := range []string{d.said(articleType, "dateModified"), d.meta("article:modified_time", "og:updated_time", "dateModified", "last-modified", "dcterms.modified"),
		d.stamped(func(s stamp) bool { return s.prop == "dateModified" })} {
		if date := parseDate(s); date != "" {
			return date
		}
	}
	return ""
}

// stamped returns the first date in an attribute that is asked for.
func (d *describer) stamped(want func(stamp) bool) string {
	for _, s := range d.head.times {
		if want(s) {
			return s.value
		}
	}
	return ""
}

// stampNear returns the date of the time element that stands with the article: the
// last one before its text, or else the first within.
func (d *describer) stampNear() string {
	near := ""
	for _, s := range d.head.times {
		n := min(s.node, int32(len(d.nodes)-1))
		if d.nodes[n].marks&(comments|related|foot|aside) != 0 || parseDate(s.value) == "" {
			continue
		}
		if near != "" && n > d.container {
			break
		}
		near = s.value
	}
	return near
}

// textDate returns the date that stands on a line of its own near the text's start.
func (d *describer) textDate() string {
	paragraphs := 0
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.isProse() && b.first > d.container && b.marks&(heading|deck|caption) == 0 {
			if paragraphs++; paragraphs > 1 {
				break
			}
		}
		if b.words > 20 || b.marks&(related|foot) != 0 {
			continue
		}
		s := d.words(b)
		date, at, end := article.FindDate(s)
		if date == "" {
			date, at, end = numericDate(s)
		}
		if date == "" || strings.HasPrefix(strings.ToLower(s), "updated") {
			continue
		}
		if b.marks&dated != 0 || len(strings.Fields(s[:at]+s[end:])) <= 8 {
			return date
		}
	}
	return ""
}

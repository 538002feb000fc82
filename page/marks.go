package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// marks is what an element's name, role and class words say of its content.
type marks uint32

const (
	unseen     marks = 1 << iota // scripts, styles, what is hidden
	linked                       // within a link
	menu                         // navigation of the site
	aside                        // beside the article
	foot                         // the page's end
	top                          // the page's head
	comments                     // readers' comments
	related                      // links to other articles
	share                        // buttons
	newsletter                   // boxes that ask to sign up
	advert                       // advertisements, promotions
	author                       // note about the author
	byline                       // who wrote it
	dated                        // when it was published
	caption                      // of a picture
	tags                         // list of tags or topics
	legal                        // cookies, rights, disclaimers
	quote                        // a block taken over
	heading                      // h1 … h6
	list                         // list item
	cell                         // of a table
	form                         // of a form or a button
	main                         // the page says: main content
	content                      // the page says: the article's text
	story                        // the page says: an article
	title                        // headline of the article
	post                         // one post of a live page
	deck                         // summary under the headline
	preformed                    // white space counts
	player                       // sound, moving pictures, galleries
	code
)

// inherited are the marks that hold for all within an element.
const inherited = ^(main | story)

// furniture are the marks of what belongs to the page and not to the article.
const furniture = menu | aside | foot | comments | related | share | newsletter | advert | tags | legal | form | player

// tagMarks are the marks of an element by its name.
func tagMarks(t atom.Atom) marks {
	switch t {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Canvas, atom.Title,
		atom.Video, atom.Audio, atom.Textarea, atom.Select, atom.Option, atom.Noframes, atom.Noembed, atom.Datalist, atom.Dialog, atom.Applet:
		return unseen
	case atom.A:
		return linked
	case atom.Nav, atom.Menu:
		return menu
	case atom.Aside:
		return aside
	case atom.Footer:
		return foot
	case atom.Header:
		return top
	case atom.Figcaption, atom.Caption:
		return caption
	case atom.Blockquote:
		return quote
	case atom.H1:
		return heading | title
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return heading
	case atom.Li, atom.Dd, atom.Dt:
		return list
	case atom.Td, atom.Th:
		return cell
	case atom.Button, atom.Label, atom.Input:
		return form
	case atom.Main:
		return main
	case atom.Article:
		return story
	case atom.Pre:
		return preformed
	case atom.Time:
		return dated
	}
	return 0
}

// attributes is what is read of an element's attributes.
type attributes struct {
	marks                                          marks
	name, content, href, rel, datetime, lang, kind string
	itemprop                                       string
}

// readAttributes reads the attributes that tell something.
func readAttributes(z *html.Tokenizer, tag atom.Atom) attributes {
	var a attributes
	for more := true; more; {
		var key, val []byte
		key, val, more = z.TagAttr()
		if len(val) > maxAttribute {
			val = val[:maxAttribute]
		}
		switch string(key) {
		case "class", "id", "role", "data-component", "data-testid", "data-module":
			if tag != atom.Meta && tag != atom.Link {
				a.marks |= wordMarks(val)
			}
		case "itemprop":
			a.itemprop = string(val)
			a.marks |= itempropMarks(a.itemprop)
		case "hidden":
			a.marks |= unseen
		case "aria-hidden":
			if tag != atom.Body && tag != atom.Div && string(val) == "true" {
				a.marks |= unseen
			}
		case "style":
			if hides(val) {
				a.marks |= unseen
			}
		case "name", "property", "http-equiv":
			if tag == atom.Meta {
				a.name = string(val)
			}
		case "content":
			if tag == atom.Meta || a.itemprop != "" {
				a.content = string(val)
			}
		case "href":
			if tag == atom.Link || tag == atom.A && a.itemprop != "" {
				a.href = string(val)
			}
		case "rel":
			a.rel = string(val)
			if a.rel == "author" {
				a.marks |= byline
			}
		case "datetime":
			a.datetime = string(val)
		case "lang":
			if tag == atom.Html {
				a.lang = string(val)
			}
		case "type":
			if tag == atom.Script {
				a.kind = string(val)
			}
		}
	}
	return a
}

const maxAttribute = 1 << 12 // bytes of an attribute that are looked at

// hides tells whether a style makes its element invisible.
func hides(style []byte) bool {
	var squeezed [256]byte
	n := 0
	for _, c := range style {
		if c > ' ' && n < len(squeezed) {
			squeezed[n] = c | 0x20
			n++
		}
	}
	s := squeezed[:n]
	return contains(s, "display:none") || contains(s, "visibility:hidden")
}

func contains(b []byte, s string) bool {
	for i := 0; i+len(s) <= len(b); i++ {
		if string(b[i:i+len(s)]) == s {
			return true
		}
	}
	return false
}

func itempropMarks(prop string) marks {
	switch prop {
	case "articleBody":
		return content
	case "headline":
		return title
	case "author":
		return byline
	case "datePublished", "dateModified", "dateCreated":
		return dated
	case "comment":
		return comments
	case "liveBlogUpdate":
		return post
	}
	return 0
}

// wordMarks reads the words of a class, an id or a role: "c-article__body",
// "relatedLinks", "share-tools".
func wordMarks(val []byte) marks {
	var m marks
	var word, before [24]byte
	n, nb := 0, 0
	flush := func() {
		if n > 0 {
			m |= wordMark(word[:n]) | pairMark(before[:nb], word[:n])
			before, nb, n = word, n, 0
		}
	}
	lower := false
	for _, c := range val {
		up := 'A' <= c && c <= 'Z'
		if up && lower || !up && (c < 'a' || c > 'z') {
			flush()
		}
		if c <= ' ' {
			nb = 0
		}
		lower = 'a' <= c && c <= 'z'
		if (up || lower) && n < len(word) {
			word[n] = c | 0x20
			n++
		}
	}
	flush()
	return m
}

// wordMark is what one word of a class says.
func wordMark(w []byte) marks {
	switch string(w) {
	case "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sitemap", "pagination", "pager", "skip", "skiplink", "megamenu", "masthead", "topbar", "subnav":
		return menu
	case "sidebar", "aside", "complementary", "rail", "sidecar", "rightrail", "leftrail", "widgets":
		return aside
	case "footer", "contentinfo", "colophon", "siteinfo":
		return foot
	case "comment", "comments", "disqus", "commentlist", "respond", "replies", "livefyre", "coral", "viafoura", "spotim", "openweb", "commenter":
		return comments
	case "related", "recirc", "recirculation", "recommended", "recommendations", "recommendation", "outbrain", "taboola", "trending", "popular",
		"readmore", "seealso", "morefrom", "mostread", "mostpopular", "alsoread", "relatedlinks", "relatedcontent", "relatedposts", "onward", "teaser", "teasers", "carousel", "furtherreading", "zergnet":
		return related
	case "share", "sharing", "social", "sharebar", "sharedaddy", "addthis", "addtoany", "sharethis", "shareaholic", "socials", "sharetools", "toolbar":
		return share
	case "newsletter", "newsletters", "signup", "subscribe", "optin", "mailchimp", "mailinglist", "donate", "donation":
		return newsletter
	case "ad", "ads", "advert", "advertisement", "advertising", "adsense", "dfp", "sponsored", "sponsor", "promo", "promos", "promotion", "adslot", "adunit", "commercial", "partner", "shopping", "affiliate", "banner", "adbox", "adwrapper":
		return advert
	case "authorbio", "aboutauthor", "bio", "biography", "authorbox":
		return author
	case "byline", "bylines", "author", "authors", "contributor", "contributors", "writer":
		return byline
	case "date", "dateline", "datetime", "timestamp", "published", "pubdate", "postdate", "updated":
		return dated
	case "caption", "figcaption", "credit", "credits", "imagecaption", "photocredit", "copyrightholder", "cutline":
		return caption
	case "tags", "tag", "taglist", "categories", "topics", "keywords", "tagcloud", "taxonomy":
		return tags
	case "cookie", "cookies", "consent", "gdpr", "disclaimer", "copyright", "legal", "disclosure", "terms", "ccpa", "onetrust":
		return legal
	case "visuallyhidden", "offscreen":
		return unseen
	case "modal", "popup", "overlay", "lightbox", "tooltip", "dropdown", "flyout", "drawer":
		return form
	case "video", "audio", "player", "slideshow", "gallery", "podcast", "jwplayer", "embed", "tweet", "instagram":
		return player
	case "headline", "title":
		return 0
	case "deck", "dek", "standfirst", "subtitle", "subhead", "subheadline", "kicker", "strapline":
		return deck
	case "articlebody", "storybody", "entrycontent", "postcontent", "postbody", "articlecontent", "articletext", "storytext", "storycontent", "bodytext", "bodycopy", "articletxt", "pagecontent", "maintext", "textblock", "fulltext":
		return content
	case "hentry", "article", "story":
		return story
	}
	return 0
}

// pairMark is what two words of a class that follow one another say.
func pairMark(a, b []byte) marks {
	switch string(b) {
	case "body", "content", "text", "copy":
		switch string(a) {
		case "article", "story", "entry", "post", "body", "news", "blog":
			return content
		}
	case "bio", "about", "box", "info", "profile", "card", "description":
		if s := string(a); s == "author" || s == "about" && string(b) != "box" || s == "writer" || s == "contributor" {
			return author
		}
	case "author":
		if string(a) == "about" {
			return author
		}
	case "more", "also", "next":
		switch string(a) {
		case "read", "see", "learn", "load", "show", "watch", "up":
			return related
		}
	case "read", "viewed", "shared", "commented", "recent", "emailed":
		if string(a) == "most" {
			return related
		}
	case "from", "stories", "news", "articles", "on", "posts", "story", "coverage", "reading", "headlines", "in":
		switch string(a) {
		case "more", "latest", "other", "recent", "top", "further", "similar":
			return related
		}
	case "up":
		if string(a) == "sign" {
			return newsletter
		}
	case "only", "hidden":
		if s := string(a); s == "print" || s == "sr" || s == "reader" || s == "visually" {
			return unseen
		}
	case "post", "entry", "update":
		if s := string(a); s == "live" || s == "liveblog" {
			return post
		}
	case "list", "cloud", "links":
		if string(a) == "tag" || string(a) == "topic" {
			return tags
		}
	}
	return 0
}

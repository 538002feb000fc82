package article

import (
	"strings"

	"readout"
)

// kindAlone returns the kind that a paragraph shows by its own words, Body where
// it shows none.
func kindAlone(p *para) readout.SectionKind {
	switch {
	case p.link && p.words <= headlineWords, p.words <= 3 && isOutlet(p.plain), strings.HasPrefix(p.raw, "<!--") && strings.HasSuffix(p.raw, "-->"):
		return readout.Navigation
	case isLegal(p):
		return readout.Disclaimer
	case isCaption(p):
		return readout.Caption
	case isNavigation(p), linksOn(p):
		return readout.Navigation
	}
	return readout.Body
}

// linksOn tells whether the paragraph is an item of a list that is set as a headline: the link to
// another article, "* Berg Will Meet Ruiz in Oslo. Here's What to Know".
func linksOn(p *para) bool {
	item := ""
	for _, bullet := range [...]string{"* ", "• ", "- ", "– ", "· "} {
		if rest, ok := strings.CutPrefix(p.plain, bullet); ok {
			item = rest
		} else if rest, ok := strings.CutPrefix(p.raw, bullet); ok {
			item = rest
		}
	}
	if item == "" || p.words > headlineWords || strings.HasSuffix(item, ".") {
		return false
	}
	long, upper := 0, 0
	for _, w := range strings.Fields(item) {
		w = strings.Trim(w, "\"'“”‘’(),.:;!?–—-")
		if len(w) < 4 || isNameParticle(w) || strings.ToLower(w) == w && isLinkWord(w) {
			continue
		}
		long++
		if startsUpper(w) || isNumber(w) {
			upper++
		}
	}
	return long >= 4 && upper == long
}

// isLinkWord tells a word that some houses write small in a headline: "Ahead of Talks with Ruiz".
func isLinkWord(w string) bool {
	switch w {
	case "with", "from", "into", "over", "amid", "after", "than", "that", "upon", "when":
		return true
	}
	return false
}

// isLegal tells whether the paragraph is a notice of copyright or a disclaimer.
func isLegal(p *para) bool {
	low := p.low
	if startsAny(low, "copyright ©", "copyright (c)", "copyright 20", "copyright 19", "© ", "©20", "©19", "(c) 20", "disclaimer:", "all rights reserved") {
		return true
	}
	if p.words > 120 {
		return false
	}
	return hasAny(low, "all rights reserved", "click here for reprint permission", "may not be published, broadcast, rewritten",
		"for licensing opportunities of our original content", "is licensed under a creative commons",
		"views expressed in this article are", "opinions expressed in this article are", "views expressed in this column are",
		"opinions expressed in this commentary are", "views expressed are those of the author", "reproduction without permission",
		"permission to reproduce", "permission to cross-post", "provisions of \"fair use\"", "provisions of “fair use”") && !hasAny(low, " said", " told ")
}

// isNavigation tells whether the paragraph is a link, a plug, a credit or a button.
func isNavigation(p *para) bool {
	low := p.low
	if p.words == 0 || strings.Trim(p.plain, "_-=*~·•|.# \u00a0\\") == "" {
		return strings.IndexByte(p.raw, '<') < 0 // "<…>" marks a cut and is harmless
	}
	if p.words <= 14 && isButton(strings.TrimRight(low, " .:!»›→>…")) {
		return true
	}
	if isCredit(p) || isStamp(p) || isPlayer(p) || isByline(p) && hasAny(low, "correspondent", "bbc", "editor", "reporter", "writer", " news", "cnn") {
		return true
	}
	if startsAny(low, "the post ") && strings.Contains(strings.ToLower(p.end(200)), "appeared first on") {
		return true
	}
	if hasQuote(p.plain) && p.words > 25 {
		return false
	}
	if p.words <= 60 && startsAny(low, "sign up for ", "sign up here", "sign up to ", "subscribe to ", "subscribe now", "subscribe here", "follow us ",
		"follow @", "like us on ", "join us on ", "click here ", "click to ", "read or share this story", "read more:", "read more »",
		"read more |", "read more about", "read also:", "also read:", "see also:", "related:", "related article", "related stories",
		"related coverage", "more from ", "recommended:", "watch:", "watch now", "watch live:", "listen now:", "listen:", "[read more", "[related", "[watch", "video:", "photos:",
		"newsletter sign", "get the latest ", "download our app", "download the ", "share this ", "share on ", "share via", "tweet this",
		"email this", "print this", "listen to article", "story continued below", "story continues below", "continue reading",
		"article continues", "advertisement", "please upgrade your browser", "please enable", "please verify", "your browser does not",
		"support our journalism", "don't miss", "go inside the global economy", "have a tip", "got a tip", "send tips", "if you value ",
		"this article is more than", "this article originally appeared", "this story originally appeared", "this post originally appeared",
		"comment on ", "become a member", "show me more content", "[more:", "editor's picks", "trending:", "prev image", "next image",
		"get alerts", "breaking news alerts", "playbook newsletter", "source: ", "sources: ", "image source:", "photo source:", "via: ",
		"tags:", "filed under", "categories:", "topics:", "posted in", "articles by:", "region:", "theme:", "in-depth report:",
		"donate", "support us", "help us ", "get monitor", "get the monitor stories", "a daily roundup of ", "a daily summary of",
		"like what you’re reading", "like this story?", "to read more ", "please consider making a contribution", "like what you're reading") {
		return true
	}
	if p.words <= 30 && startsAny(low, "more:", "more :", "photos :", "read:") {
		return true
	}
	if p.words <= 10 && startsAny(low, "read more ", "full coverage", "also see", "this article tagged", "support ", "just watched") && !stopped(p.plain) {
		return true
	}
	if p.words <= headlineWords && endsAny(p.plain, " Read more", " READ MORE", " Read More", " Read more »") {
		return true
	}
	return p.words <= 60 && hasAny(low, "replay more videos", "to read more about", "delivered to your inbox", "in your inbox", "sign up for our ", "sign up today to receive",
		"subscribe to our ", "follow us on ", "click here to get", "manage newsletters", "download the usa today app", "sign up now to receive",
		"get the fox news app", "check out our podcast")
}

// isPlayer tells whether the paragraph is the headline of a broadcast with the button that plays it
// and its length: "Ministers Meet in Oslo Listen · 3:26 3:26".
func isPlayer(p *para) bool {
	words := strings.Fields(p.low)
	n := len(words)
	for n > 0 && isClock(words[n-1]) {
		n--
	}
	return n < len(words) && n >= 2 && p.words <= headlineWords*2 && words[n-1] == "·" && (words[n-2] == "listen" || words[n-2] == "watch")
}

// isClock tells a length in minutes and seconds: "3:26".
func isClock(w string) bool {
	m, s, ok := strings.Cut(w, ":")
	return ok && len(s) == 2 && len(m) > 0 && strings.Trim(m+s, "0123456789") == ""
}

// isButton tells whether the lower-case line is nothing but a label of a page.
func isButton(low string) bool {
	switch low {
	case "advertisement", "ad", "ads", "sponsored", "story continued below", "continue reading the main story",
		"advertisement continue reading the main story", "watch now", "related article", "related articles", "related", "continue reading below", "like loading", "loading comments", "related stories", "related card", "also see",
		"read more", "read more here", "read full story", "read the full story here", "more", "more on this", "see also", "share",
		"share this", "tweet", "email", "print", "facebook", "twitter", "youtube", "play", "play facebook", "close", "video", "photo",
		"photos", "photo gallery", "gallery", "listen", "subscribe", "sign up", "sign up here", "newsletter", "log in", "login",
		"register", "menu", "search", "home", "skip to content", "skip to main content", "back to top", "next", "previous", "loading",
		"hide caption", "toggle caption", "[pullquote]", "stock chart icon", "stock chart iconstock chart icon", "comment", "reply", "like",
		"view comments", "show comments", "reprints", "trending", "most popular", "most read", "editor's picks", "recommended",
		"click to expand", "live tv", "image", "via", "source", "continue", "next story", "techcrunch event", "analysis/opinion",
		"share this article", "print article", "text size", "permalink", "watch", "listen to article", "ad feedback":
		return true
	}
	return strings.HasPrefix(low, "slideshow (") || strings.HasPrefix(low, "watch live") ||
		strings.HasPrefix(low, "![") || strings.HasPrefix(low, "poster=") || strings.HasPrefix(low, "## read more")
}

// isCredit tells whether the paragraph names who helped to write or edit.
func isCredit(p *para) bool {
	if p.words > 70 || hasQuote(p.plain) {
		return false
	}
	end := strings.TrimRight(strings.ToLower(p.end(80)), " .*_")
	if endsAny(end, "contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting",
		"contributed to this post", "contributed reporting to this article", "contributed", "contributed to the report") {
		return true
	}
	if p.words <= 45 && hasAny(p.low, " contributed to this ", " contributed this ", " contributed to the ", "; contributing:", ". contributing:", "the author thanks") {
		return true
	}
	if p.words <= 5 && strings.Contains(p.low, " @") && startsUpper(p.plain) {
		return true
	}
	return startsAny(p.low, "reporting by ", "additional reporting", "with reporting by", "with assistance by", "with assistance from",
		"— with assistance", "contributing:", "editing by ", "writing by ", "compiled by ", "written by ", "(reporting by", "(editing by",
		"(additional reporting", "(writing by", "write to ", "contact us at", "email the author", "— reporting by", "(story refiled",
		"(this story", "(this version", "• this article is based in part on wire", "this article is based in part on wire",
		"this article was originally", "interview highlights", "translated by ", "edited by ", "produced by ", "corrections & amplifications",
		"correction:", "editor's note", "editor’s note", "[editor", "update: this ", "find ap fact checks", "this story has been updated", "this article has been updated", "this post has been updated", "• ") && (p.words <= 50 && !strings.HasPrefix(p.low, "• ") || hasAny(p.low, "contributed", "wire service", "summary of", "can be reached", "follow "))
}

// isStamp tells whether the paragraph is nothing but a clock time or a note of when
// the page was made.
func isStamp(p *para) bool {
	if p.words > 14 {
		return false
	}
	low := strings.TrimRight(p.low, " .")
	if startsAny(low, "updated ", "last updated", "update at ", "published ", "posted ", "first published", "last modified", "this report was updated") {
		return strings.ContainsAny(low, "0123456789")
	}
	if p.words <= 4 && low != "" && '0' <= low[0] && low[0] <= '9' {
		return hasAny(low, "a.m", "p.m", " am", " pm") && strings.Contains(low, ":") || endsAny(low, " ago", " views", " comments", " shares", " likes", " min read")
	}
	return endsAny(low, " min read", " minute read", " minutes ago", " hours ago", " days ago") && p.words <= 5
}

package article

import (
	"strings"
	"unicode"

	"readout"
)

// markTails marks what stands under a heading such as "About the author",
// "Disclaimer" or "Comments": to the next such heading, or to the text's end where
// the heading stands past its first half and no long text follows.
func markTails(paras []para) {
	for i := range paras {
		kind, ok := tailHeading(&paras[i])
		if !ok && i+1 < len(paras) && headsAuthor(&paras[i], &paras[i+1]) {
			kind, ok = readout.About, true
		}
		if !ok {
			continue
		}
		end := i + 1
		for end < len(paras) {
			if _, next := tailHeading(&paras[end]); next || paras[end].heading && !endsTail(paras, end) {
				break
			}
			end++
		}
		paras[i].kind = readout.Navigation
		if !tailHolds(paras, i, end, kind) {
			end = min(end, i+2)
			if kind == readout.Comments || i+1 >= len(paras) || paras[i+1].words > 90 {
				continue // a link at the top of the page
			}
		}
		for j := i; j < end; j++ {
			if k := paras[j].kind; k == readout.Body || k == readout.Headline || kind == readout.Comments || j == i {
				paras[j].kind = kind
			}
		}
	}
}

// tailHolds tells whether what follows the heading at i may all be of its kind.
func tailHolds(paras []para, i, end int, kind readout.SectionKind) bool {
	before, after := paras[i].before, paras[end-1].before+paras[end-1].words-paras[i].before
	if kind == readout.Comments {
		return before > 0 && (after == 0 || before*4 > after || looksLikeComments(paras[i+1:end]))
	}
	return before > after || end == len(paras) && before*2 > after
}

// endsTail tells whether the heading at i is a plain one with no body after it.
func endsTail(paras []para, i int) bool {
	last := &paras[len(paras)-1]
	return last.before+last.words-paras[i].before < 60
}

// tailHeading tells whether the paragraph is a heading over readers' comments, the
// author's life or legal words.
func tailHeading(p *para) (readout.SectionKind, bool) {
	if p.words == 0 || p.words > 9 {
		return 0, false
	}
	low := strings.Trim(p.low, " .:!?*()-–—|")
	switch low {
	case "about the author", "about the authors", "about author", "about the writer", "author bio", "author biography", "about the contributor", "about the columnist", "about us":
		return readout.About, true
	case "disclaimer", "legal notice", "legal disclaimer", "fair use notice", "copyright notice", "terms of use":
		return readout.Disclaimer, true
	case "comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "add comment", "join the discussion", "join the conversation",
		"reader comments", "readers' comments", "readers’ comments", "comments section", "view comments", "show comments", "comments are closed", "discussion", "responses":
		return readout.Comments, true
	}
	first, rest, _ := strings.Cut(low, " ")
	if isNumber(first) && startsAny(rest, "comments", "comment", "responses to", "response to", "replies", "thoughts on", "thought on") && !strings.Contains(rest, "said") {
		return readout.Comments, true
	}
	return 0, false
}

// headsAuthor tells whether the paragraph is a heading such as "About Jo Doe" with
// a note on that person under it.
func headsAuthor(p, next *para) bool {
	rest, ok := strings.CutPrefix(p.plain, "About ")
	rest = strings.Trim(rest, " :")
	if !ok || p.words > 5 || stopped(rest) || leadingName(rest) != rest {
		return false
	}
	first, _, _ := strings.Cut(rest, " ")
	return strings.HasPrefix(next.plain, first) || startsAny(next.plain, "He ", "She ", "I ") || strings.Contains(next.start(60), rest[strings.LastIndexByte(rest, ' ')+1:])
}

func isNumber(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) && r != ',' {
			return false
		}
	}
	return s != ""
}

// looksLikeComments tells whether a fair part of the paragraphs bears the marks of
// a thread: names with times, "Reply", or a voice of the reader.
func looksLikeComments(paras []para) bool {
	n := 0
	for i := range paras {
		if commentMark(&paras[i]) {
			n++
		}
	}
	return n > 0 && n*6 >= len(paras)
}

// commentMark tells whether the paragraph heads or ends a comment: "jo99|11.11.14
// @ 1:27PM", "Jo Doe says:", "3 hours ago", "Reply", "Like · 2".
func commentMark(p *para) bool {
	if p.words > 14 {
		return false
	}
	low := strings.Trim(p.low, " .:·|#")
	switch low {
	case "reply", "like", "report", "share", "log in to reply", "reply to this comment", "permalink", "upvote", "flag":
		return true
	}
	return strings.Contains(low, "|") && strings.ContainsAny(low, "0123456789") && hasAny(low, "@", "am", "pm") ||
		endsAny(low, " says", " ago", " wrote") && p.words <= 8 ||
		p.words <= 10 && hasAny(low, " at ") && endsAny(low, " am", " pm") && strings.Contains(low, ":")
}

// markThread marks a thread of numbered, indented remarks at the text's end as
// readers' comments: from its first item on everything is indented, its numbers
// start anew within it or it is long, and body stands before it.
func markThread(paras []para) {
	markFlatThread(paras)
	start := len(paras)
	for start > 0 && (paras[start-1].indent >= 2 || !paras[start-1].blank && start > 1) {
		start--
	}
	for start < len(paras) && listNumber(&paras[start]) != 1 {
		start++
	}
	if start == 0 || start == len(paras) || paras[start].indent < 2 || !hasBody(paras[:start]) {
		return
	}
	items, nested := 0, 0
	for i := start; i < len(paras); i++ {
		if listNumber(&paras[i]) == 0 {
			continue
		}
		items++
		if paras[i].indent > paras[start].indent+1 {
			nested++
		}
	}
	if items >= 3 && (nested > 0 || items >= 8) {
		for i := start; i < len(paras); i++ {
			paras[i].kind = readout.Comments
		}
	}
}

// markFlatThread does the same for a thread that lost its indents: many numbered
// remarks up to the text's end whose numbers start anew, with no colon before them.
func markFlatThread(paras []para) {
	const fewest, far = 8, 6
	start, items, restarts, last := len(paras), 0, 0, len(paras)
	for i := len(paras) - 1; i > 0 && last-i <= far; i-- {
		n := listNumber(&paras[i])
		if n == 0 {
			continue
		}
		items++
		last = i
		if n == 1 {
			start = i
			restarts++
		}
	}
	if items < fewest || restarts < 2 || start == len(paras) || strings.HasSuffix(paras[start-1].plain, ":") || !hasBody(paras[:start]) {
		return
	}
	for i := start; i < len(paras); i++ {
		paras[i].kind = readout.Comments
	}
}

// markUnheadedThread marks readers' comments that no heading announces: from the
// first line with a reader's name and a time on, if at least three such lines come,
// none far from the next, down to the text's end, and body stands before them. Dates
// with times alone are those of a live page: two lines must be a thread's for sure.
func markUnheadedThread(paras []para) {
	const far = 12
	start, marks, sure, last := 0, 0, 0, len(paras)
	for i := len(paras) - 1; i > 0 && last-i <= far; i-- {
		p := &paras[i]
		if date, _, _ := FindDate(p.plain); date == "" && commentMark(p) {
			sure++
		}
		if stampsComment(p) {
			start, last = i, i
			marks++
		}
	}
	if marks < 3 || sure < 2 || !hasBody(paras[:start]) {
		return
	}
	if p := &paras[start-1]; p.words <= 4 && !stopped(p.plain) { // the first reader's name
		start--
	}
	for i := start; i < len(paras); i++ {
		paras[i].kind = readout.Comments
	}
}

// stampsComment tells whether the line names a reader and a time, or a time alone
// as threads have it: "Jo Doe says:", "May 3, 2016 at 5:14 pm", "jo • 3 years ago".
func stampsComment(p *para) bool {
	if p.words > 12 || p.words == 0 {
		return false
	}
	low := strings.Trim(p.low, " .:·|#-–")
	clock := strings.Contains(low, ":") && (endsAny(low, "am", "pm", "a.m", "p.m") || strings.Contains(low, "m|"))
	switch {
	case strings.HasSuffix(low, " ago"):
		return strings.ContainsAny(low, "0123456789") && (strings.Contains(low, "•") || strings.Contains(low, "·") || p.words <= 8)
	case strings.HasSuffix(low, " says"):
		return p.words <= 5 && strings.HasSuffix(strings.TrimRight(p.plain, " *_"), ":")
	case clock && strings.Contains(low, "|"):
		return true
	}
	date, _, _ := FindDate(p.plain)
	return clock && date != "" && (strings.Contains(low, " at ") || strings.Contains(low, ", "))
}

// listNumber returns the number that the paragraph opens with, "3. …", or 0.
func listNumber(p *para) int {
	n := 0
	for i := 0; i < len(p.raw) && i < 5; i++ {
		c := p.raw[i]
		switch {
		case '0' <= c && c <= '9':
			n = n*10 + int(c-'0')
		case c == '.' && i > 0 && i+1 < len(p.raw) && p.raw[i+1] == ' ':
			return n
		default:
			return 0
		}
	}
	return 0
}

func hasBody(paras []para) bool {
	for i := range paras {
		if paras[i].kind == readout.Body && paras[i].words > 20 {
			return true
		}
	}
	return false
}

// markAuthors marks notes on who wrote the text: after the last paragraph of body,
// or right at its end.
func markAuthors(paras []para, byline string) {
	for i := len(paras) - 1; i > 0 && i > len(paras)-25; i-- {
		p := &paras[i]
		if p.kind != readout.Body {
			continue
		}
		if !tellsAuthor(p, byline) && !(plugs(p) && hasBody(paras[:i])) {
			return
		}
		if !hasBody(paras[:i]) {
			return
		}
		if tellsAuthor(p, byline) {
			p.kind = readout.About
		} else {
			p.kind = readout.Navigation
		}
	}
}

// tellsAuthor tells whether the paragraph is about its writer: it starts with a
// name and tells what that person does, with two marks of such notes or a sure one.
func tellsAuthor(p *para, byline string) bool {
	if p.words > 130 || p.words < 4 || hasAny(p.low, " said ", " told ") {
		return false
	}
	low := strings.ToLower(p.plain)
	sure := hasAny(low, "can be reached at", "follow him on", "follow her on", "follow them on", "follow me on", "is the author of", "are the authors of",
		"is the author, most recently", "his new book as editor", "his latest book", "her latest book", "his new book", "her new book",
		"follow the author", "visit his blog", "visit her blog", "visit his website", "email him at", "email her at", "e-mail him at", "his website is", "her website is", "contributing editor of", "follow him at", "follow her at")
	name := leadingName(p.plain)
	if name == "" {
		return sure && p.words <= 40
	}
	rest := strings.TrimLeft(p.plain[len(name):], " ,*")
	verb := startsAny(rest, "is ", "lives ", "was a ", "was an ", "was the ", "covers ", "writes ",
		"teaches ", "works ", "served ", "(@", "a senior ", "a former ", "a professor", "a fellow", "can be reached", "who ", "reports ", "has been a ", "joined ", "serves ", "contributed", "are ", "holds ", "currently ", "a member of", "a columnist", "a visiting")
	if !verb {
		return sure && sameName(name, byline)
	}
	marks := 0
	for _, m := range [...]string{"columnist", "correspondent", "contributor", "fellow", "professor", "editor", "reporter", "journalist", "author", "analyst", "writer", "blog",
		"@", "twitter", "lives in", "his book", "her book", "institute", "university", "magazine", "his most recent", "her most recent", "column appears", "freelance", "research", "think tank"} {
		if strings.Contains(low, m) {
			marks++
		}
	}
	return sure || marks >= 2 && (!hasQuote(p.plain) || strings.Contains(low, "author of")) || marks > 0 && sameName(name, byline)
}

// leadingName returns the two to five capitalised words that s starts with, or "".
func leadingName(s string) string {
	n, words := 0, 0
	for _, w := range strings.SplitAfter(s, " ") {
		bare := strings.TrimRight(w, " ,*")
		if bare == "" || !startsUpper(bare) && !isNameParticle(bare) || words == 5 {
			break
		}
		if strings.ToUpper(bare) == bare && len(bare) > 3 || isFunctionWord(bare) {
			return ""
		}
		n += len(w)
		words++
		if bare != strings.TrimRight(w, " ") {
			break
		}
	}
	if words < 2 {
		return ""
	}
	return s[:n]
}

func isFunctionWord(w string) bool {
	switch w {
	case "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "This", "That", "But", "And", "As", "For", "If", "President", "Secretary", "Minister":
		return true
	}
	return false
}

func sameName(name, byline string) bool {
	return byline != "" && strings.Contains(strings.ToLower(byline), strings.ToLower(strings.Trim(name, " ,*")))
}

// plugs tells whether the paragraph bids the reader do something: "Listen to …".
func plugs(p *para) bool {
	if p.words > 60 || hasQuote(p.plain) {
		return false
	}
	return startsAny(p.low, "listen to ", "visit ", "watch ", "follow ", "subscribe ", "sign up ", "join ", "support ", "donate", "download ", "like ", "become ",
		"click ", "for more ", "get ", "read more", "read next", "learn more", "share ", "see more", "contact ", "to contact ", "tell us", "write to ", "email ", "for media inquiries", "http", "<http", "www.")
}

// markPlugs marks what stands between lines that do not speak at the text's end.
func markPlugs(paras []para) {
	for i := len(paras) - 1; i > 0; i-- {
		p := &paras[i]
		if p.kind != readout.Body {
			continue
		}
		if !plugs(p) || !hasBody(paras[:i]) {
			return
		}
		p.kind = readout.Navigation
	}
}

// markTeasers marks the teasers of other articles, each of which ends with a button: "Ruiz comes to Oslo
// The minister is to speak on trade. Shares". One alone may be a slip.
func markTeasers(paras []para) {
	const fewest = 3
	var teasers []int
	for i := range paras {
		p := &paras[i]
		if p.kind == readout.Body && p.words <= captionWords && endsAny(p.plain, ". Shares", " Shares", ". Share", ". Read more", ". Read More", ". Continue reading", ". Full story", ". Comments") {
			teasers = append(teasers, i)
		}
	}
	if len(teasers) < fewest {
		return
	}
	for _, i := range teasers {
		paras[i].kind = readout.Navigation
	}
}

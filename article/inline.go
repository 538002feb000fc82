package article

import (
	"strings"

	"readout"
	"readout/text"
)

// inlineWords is the length from which a paragraph is searched for captions that
// stand within it: pages that lost their breaks run them into the text.
const inlineWords = 10

// runOnWords is the length below which a paragraph may well be one sentence of the text that ends with a
// date, so that more must show that it describes a picture.
const runOnWords = 60

// splitCaptions cuts captions out of paragraphs that run on.
func splitCaptions(doc string, paras []para) []para {
	for i := range paras {
		if p := &paras[i]; mayHoldCaption(p) {
			return append(paras[:i:i], splitAll(doc, paras[i:])...)
		}
	}
	return paras
}

func splitAll(doc string, paras []para) []para {
	var out []para
	for i := range paras {
		p := paras[i]
		if !mayHoldCaption(&p) {
			out = append(out, p)
			continue
		}
		at := p.Start
		for _, c := range inlineCaptions(doc, p.Span) {
			if c.Start > at {
				out = append(out, p.piece(doc, readout.Span{Start: at, End: c.Start}, readout.Body))
			}
			out = append(out, p.piece(doc, c, readout.Caption))
			at = c.End
		}
		switch {
		case at == p.Start:
			out = append(out, p)
		case strings.TrimSpace(doc[at:p.End]) != "":
			out = append(out, p.piece(doc, readout.Span{Start: at, End: p.End}, readout.Body))
		}
	}
	return out
}

// frontSentences is up to where the caption of a text's first picture stands.
const frontSentences = 6

// mayHoldCaption tells a long paragraph of the body with signs of a caption in it.
func mayHoldCaption(p *para) bool {
	return p.kind == readout.Body && (p.words >= inlineWords || hasAny(p.raw, "(Photo: ", "(Photo by ", "(Credit: ", " | ")) && (holdsDateStop(p.raw) || hasAny(p.raw, "redit: ", "hoto: ", "hoto by ", "/Reuters ", "/AP ", "/AFP ", "/Getty ", "/Getty Images ", "/GPO ", "/Reuters/File "))
}

// bracketed returns how long a caption is that opens a sentence and ends with its credit in brackets, 0
// for none: "Kim poses for photos in Pyongyang (Credit: KCNA). " What follows it has no stop before it
// where the page lost its breaks.
func bracketed(s string) int {
	for at := range s {
		if s[at] != '(' || !startsAny(strings.ToLower(s[at+1:]), "credit: ", "photo: ", "photo by ", "picture: ", "image: ", "photo credit: ", "photograph: ") {
			continue
		}
		end := strings.IndexByte(s[at:], ')')
		if at == 0 || end < 0 || countWords(s[:at+end]) > 75 {
			return 0
		}
		if rest := strings.TrimLeft(s[at+end+1:], " ."); rest != "" && !startsUpper(rest) {
			return 0
		}
		return at + end + 1
	}
	return 0
}

// piped returns how long a caption with its credit is that the headline runs into, 0 for none: "Berg will
// be back on Friday. | Jo Doe/AP Photo congress Berg in a fix".
func piped(s string) int {
	const bar = " | "
	i := strings.Index(s, bar)
	if i < 0 || countWords(s[:i]) > captionWords || !stopped(s[:i]) {
		return 0
	}
	n := creditLength(s[i+len(bar):])
	if n == 0 {
		return 0
	}
	end := i + len(bar) + n
	if strings.HasPrefix(s[end:], " Photo ") {
		end += len(" Photo")
	}
	return end
}

// piece is the part of p in the span, as a paragraph of its own.
func (p *para) piece(doc string, s readout.Span, kind readout.SectionKind) para {
	raw := s.In(doc)
	s.Start += readout.Offset(len(raw) - len(strings.TrimLeft(raw, " \t\n\r\u00a0")))
	q := *p
	q.Span, q.raw, q.kind = s, s.In(doc), kind
	q.plain, q.link = plain(q.raw)
	q.words = countWords(q.plain)
	q.low = strings.ToLower(q.start(longStart))
	q.cut = true
	q.blank = p.blank && s.Start == p.Start
	return q
}

// holdsDateStop tells whether s holds a year with a full stop after it, as captions
// end: "… in Oslo, May 3, 2016."
func holdsDateStop(s string) bool {
	for i := 0; ; {
		j := strings.IndexByte(s[i:], '.')
		if j < 0 {
			return false
		}
		i += j
		if i > 8 && isNumber(s[i-4:i]) && (s[i-5] == ' ' || s[i-5] == ',') {
			return true
		}
		i++
	}
}

// inlineCaptions returns the captions within the paragraph, with the credits after
// them: sentences in the tense of pictures that end with a full date.
func inlineCaptions(doc string, p readout.Span) []readout.Span {
	ss := text.Segment(doc, []readout.Section{{Span: p}})
	var out []readout.Span
	for i := range ss {
		s := ss[i].Span
		words := s.In(doc)
		if n := bracketed(words); n > 0 && i < frontSentences {
			if rest := strings.TrimLeft(words[n:], " ."); rest != "" {
				s.End = s.Start + readout.Offset(len(words)-len(rest))
			}
			out = append(out, s)
			continue
		}
		if n := piped(doc[p.Start:p.End]); n > 0 && i == 0 {
			out = append(out, readout.Span{Start: p.Start, End: p.Start + readout.Offset(n)})
			continue
		}
		credit := creditLength(doc[s.End:p.End])
		if strings.HasSuffix(words, " in this file photo.") && pictures(words, false) {
			out = append(out, s)
			continue
		}
		if credit == 0 && countWords(p.In(doc)) < runOnWords && !showsNow(strings.ToLower(words)) {
			continue
		}
		if !endsWithDate(words) && !(credit > 0 && (endsWithDay(words) || pictures(words, false))) {
			continue
		}
		if date, at, _ := FindDate(words); date != "" && at == 0 && i > 0 { // the date stands alone
			s.Start = ss[i-1].Start
			words = s.In(doc)
		}
		if i > 0 && ss[i-1].Span.End == s.Start && strings.HasSuffix(ss[i-1].In(doc), "?") { // a mark that was lost: "Biden and Kishida stand next to ?Meloni"
			s.Start = ss[i-1].Span.Start
			words = s.In(doc)
		}
		if from := afterStop(words); from > 0 {
			s.Start += readout.Offset(from)
			words = s.In(doc)
		}
		if !pictures(words, credit > 0) {
			continue
		}
		s.End += readout.Offset(credit)
		if n := len(out); n > 0 && out[n-1].End > s.Start {
			s.Start = out[n-1].End
		}
		out = append(out, s)
	}
	return out
}

// endsWithDate tells whether the sentence ends with a full date.
func endsWithDate(s string) bool {
	const longest = 24
	s = strings.TrimRight(s, " .")
	tail := s[max(0, len(s)-longest):]
	for {
		date, at, end := FindDate(tail)
		if date == "" {
			return false
		}
		if end == len(tail) {
			return true
		}
		tail = tail[at+1:]
	}
}

// afterStop is where a caption starts that a small letter opens, so that it was taken for part of
// the sentence before: "They left on Friday. undefined — Berg speaks in Oslo, May 3, 2016."; else 0.
func afterStop(s string) int {
	for i := len(s) - 4; i > 4; i-- {
		if s[i] == '.' && s[i+1] == ' ' && 'a' <= s[i+2] && s[i+2] <= 'z' && !strings.ContainsAny(s[i-4:i], " .") {
			return i + 2
		}
	}
	return 0
}

// endsWithDay tells whether the sentence ends with a day and no year: "in Oslo on Monday, May 3."
// News of today says so too: a credit must follow.
func endsWithDay(s string) bool {
	words := strings.Fields(strings.TrimRight(s, " ."))
	if len(words) < 2 || !isNumber(words[len(words)-1]) || len(words[len(words)-1]) > 2 {
		return false
	}
	date, _, _ := FindDate(words[len(words)-2] + " " + words[len(words)-1] + ", 2000")
	return date != ""
}

// pictures tells whether the sentence describes a picture: nobody says a thing, and
// nothing has happened; with a credit after it that is enough.
func pictures(s string, credited bool) bool {
	words := countWords(s)
	if words > 75 || words < 4 || hasQuote(s) && !credited {
		return false
	}
	low := strings.ToLower(s)
	if hasAny(low, " said ", " told ", " added ", " since ", " until ", " would ", " will ") && !credited {
		return false
	}
	if credited {
		return true
	}
	return (showsAction(low) || showsScene(low)) && !hasAny(low, " was ", " were ", " had ", " has ", " did ", " came ", " took ", " met ", " began ", " went ")
}

// showsNow tells a sentence that tells something to be seen as if it were now, and none that tells what
// was said or done: not "they discussed how to meet the challenges, on May 3, 2016".
func showsNow(low string) bool {
	if hasAny(low, " discussed ", " agreed ", " expressed ", " noted ", " stressed ", " held ", " visited ", " attended ", " are to ", " is to ", " to meet ", " to hold ", " to visit ", " to attend ", " to take part ") {
		return false
	}
	return hasAny(low, " looks on", " look on", " shakes hands", " shake hands", " speaks ", " speak with ", " walks ", " arrives ", " arrive ", " poses ", " pose ", " attends ", " waves ", " greets ",
		" gestures ", " listens ", " meets ", " sits ", " stands ", " is seen ", " are seen ", " is pictured ", " are pictured ", " delivers ", " smiles ", " smoke rises ", " rise from ", " rises from ")
}

// showsScene tells whether the words hold a further verb of captions.
func showsScene(low string) bool {
	return hasAny(low, " announces ", " addresses ", " chats ", " exchange ", " exchanges ", " shake ", " shakes ", " gather ", " fire ", " inspect ", " inspects ", " is greeted ", " await ",
		" prepares ", " prepare ", " stands by ", " launch ", " operate ", " chairs ", " shows ", " is pictured ", " are pictured ", " march ", " protest ", " watches ", " watch ", " signs ", " sign ",
		" participates ", " participate ", " appears ", " count ", " casts ", " flutter", " carry ", " carries ", " hug ", " embrace", " joins ", " inspects ")
}

// creditLength returns the length of the credit that s starts with, or 0: "Jo Doe/Reuters",
// "(AP Photo/Jo Doe)".
func creditLength(s string) int {
	const longest = 140
	head := s[:min(len(s), longest)]
	end := 0
	at := 0
	for _, w := range strings.SplitAfter(head, " ") {
		bare := strings.TrimRight(strings.TrimSpace(w), ",")
		next := at + len(w)
		if bare == "" {
			at = next
			continue
		}
		if i := strings.IndexByte(bare, ')'); i > 0 && i+1 < len(bare) && startsUpper(bare[i+1:]) { // the text goes on without a space
			if isCreditWord(bare[:i]) {
				end = at + i + 1
			}
			break
		}
		if !startsUpper(strings.TrimLeft(bare, "(")) && !isNameParticle(bare) && bare != "-" && bare != "/" {
			break
		}
		if isCreditWord(bare) {
			end = at + len(strings.TrimRight(w, " "))
		}
		if strings.HasSuffix(bare, ".") && len(bare) > 3 {
			break
		}
		at = next
	}
	return end
}

// isCreditWord tells whether the word ends a credit: "Doe/Reuters", "Images".
func isCreditWord(w string) bool {
	w = strings.Trim(w, "().")
	if w == "Images" || w == "REUTERS" || strings.HasPrefix(w, "REUTERS/") {
		return true
	}
	i := strings.LastIndexByte(w, '/')
	return i > 0 && (isPictureAgency(strings.ToLower(w[i+1:])) || w[i+1:] == "Getty" || w[i+1:] == "Pool")
}

// splitTeasers cuts the headlines of other articles out of paragraphs that run on behind their label:
// "Related article Berg to meet Ruiz in Oslo Many of the guests left early."
func splitTeasers(doc string, paras []para) []para {
	var out []para
	labelled := false // the headline follows in this paragraph
	for i := range paras {
		p := paras[i]
		if p.kind != readout.Body && p.kind != readout.Quoted {
			labelled = p.kind == readout.Navigation && teaserLabel(p.raw, 0) == len(p.raw)
			out = append(out, p)
			continue
		}
		for {
			from, to := teaser(p.raw, labelled)
			labelled = from >= 0 && strings.TrimSpace(p.raw[to:]) == "" && teaserLabel(p.raw, from) == len(p.raw)
			if from < 0 {
				out = append(out, p)
				break
			}
			if strings.TrimSpace(p.raw[:from]) != "" {
				out = append(out, p.piece(doc, readout.Span{Start: p.Start, End: p.Start + readout.Offset(from)}, p.kind))
			}
			out = append(out, p.piece(doc, readout.Span{Start: p.Start + readout.Offset(from), End: p.Start + readout.Offset(to)}, readout.Navigation))
			if strings.TrimSpace(p.raw[to:]) == "" {
				break
			}
			p = p.piece(doc, readout.Span{Start: p.Start + readout.Offset(to), End: p.End}, p.kind)
		}
	}
	return out
}

// teaser returns where in s the first label of a teaser starts and its headline ends, or -1; a headline
// that the paragraph before has labelled starts s.
func teaser(s string, labelled bool) (from, to int) {
	if labelled {
		return 0, headlineEnd(s)
	}
	for from = range s {
		if s[from] != 'R' || from > 0 && s[from-1] > ' ' {
			continue
		}
		if end := teaserLabel(s, from); end > 0 {
			return from, end + headlineEnd(s[end:])
		}
	}
	return -1, 0
}

// teaserLabel returns the end of the label that stands in s at from, or 0.
func teaserLabel(s string, from int) int {
	for _, label := range [...]string{"Related article", "Related live-story", "Related gallery", "Related video", "READ MORE:", "RELATED:"} {
		if end := from + len(label); strings.HasPrefix(s[from:], label) && (end == len(s) || strings.ContainsRune(" \n\u00a0", []rune(s[end:])[0])) {
			return end
		}
	}
	return 0
}

// headlineEnd returns where the headline that s starts with ends, which has no stop and is not set in
// capitals: where a word follows that is written so at the start of a sentence only, or a quotation
// starts; else with the sentence.
func headlineEnd(s string) int {
	const shortest = 4
	ss := text.Segment(s, nil)
	if len(ss) == 0 {
		return len(s)
	}
	toks := ss[0].Tokens
	for i := shortest; i < len(toks); i++ {
		if toks[i-1].Form == ":" {
			continue
		}
		if toks[i].Form == "“" || text.StartsSentence(toks[i].Form) && toks[i-1].Form != "‘" && toks[i-1].Form != "“" {
			return int(toks[i].Start)
		}
	}
	return int(ss[0].End)
}

// splitBoxes cuts boxes of related links out of the body that they run into: a
// name, the same person's full name glued to the first headline, further headlines,
// and "MORE".
func splitBoxes(doc string, paras []para) []para {
	var out []para
	changed := false
	for i := range paras {
		p := &paras[i]
		var boxes []readout.Span
		if (p.kind == readout.Body || p.kind == readout.Quoted) && strings.Contains(p.raw, boxEnd) {
			boxes = boxesIn(p.raw)
		}
		at := 0
		for _, b := range boxes {
			cut := func(from, to int, kind readout.SectionKind) {
				if strings.TrimSpace(p.raw[from:to]) != "" {
					out = append(out, p.piece(doc, readout.Span{Start: p.Start + readout.Offset(from), End: p.Start + readout.Offset(to)}, kind))
				}
			}
			cut(at, int(b.Start), p.kind)
			cut(int(b.Start), int(b.End), readout.Navigation)
			at, changed = int(b.End), true
		}
		if strings.TrimSpace(p.raw[at:]) != "" {
			q := *p
			if at > 0 {
				q = p.piece(doc, readout.Span{Start: p.Start + readout.Offset(at), End: p.End}, p.kind)
			}
			out = append(out, q)
		}
	}
	if !changed {
		return paras
	}
	return out
}

const boxEnd = " MORE"

// boxesIn returns the boxes of related links in s.
func boxesIn(s string) []readout.Span {
	const longest = 900
	var out []readout.Span
	for from := 0; ; {
		i := strings.Index(s[from:], boxEnd)
		if i < 0 {
			return out
		}
		end := from + i + len(boxEnd)
		if start := boxStart(s[max(from, end-longest):end]); start > 0 {
			out = append(out, readout.Span{Start: readout.Offset(max(from, end-longest) + start), End: readout.Offset(end)})
		}
		from = end
	}
}

// boxStart returns where in s the full name starts that is glued to a headline: right
// after the same surname; 0 where there is none.
func boxStart(s string) int {
	const nearest = 80
	word := 0
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == ' ':
			word = i + 1
		case 'A' <= s[i] && s[i] <= 'Z' && 'a' <= s[i-1] && s[i-1] <= 'z' && i-word > 2 && startsUpper(s[word:]):
			name := s[word:i]
			before := s[max(0, word-nearest):word]
			at := strings.LastIndex(before, name)
			if at < 0 || !strings.HasPrefix(before[at+len(name):], " ") {
				continue
			}
			return word - len(before) + at + len(name)
		}
	}
	return 0
}

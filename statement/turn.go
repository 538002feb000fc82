package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/text"
)

// TurnRule is the rule of a statement that is one speaker's turn in a transcript.
const TurnRule = turnRule

const (
	turnRule = "turn of a transcript"
	postRule = "post signed by its author"

	signedRule = "statement signed in the title"
)

// transcript returns the turns of a document that is one: paragraphs that open with
// a speaker's name and a colon, at least two of them.
func (w *walk) transcript() []claim {
	doc := w.r.Document.Text
	type label struct {
		at    readout.Span // the speaker's name
		from  readout.Offset
		party readout.Party
	}
	var labels []label
	add := func(start, end int, named bool) {
		at, from, ok := speakerLabel(doc, start, end)
		if !ok || !w.speaks(readout.Offset(from)) {
			return
		}
		p := w.labelled(at.In(doc))
		if !named || w.isPerson(p.Name) {
			labels = append(labels, label{at, readout.Offset(from), p})
		}
	}
	for o := 0; o < len(doc); {
		end := strings.IndexByte(doc[o:], '\n')
		if end < 0 {
			end = len(doc) - o
		}
		add(o, o+end, false)
		o += end + 1
	}
	if len(labels) < 2 { // a transcript whose paragraphs were run together
		labels = nil
		for i := range w.r.Sentences {
			s := &w.r.Sentences[i]
			if w.quoteAt(s.Start) < 0 {
				add(int(s.Start), int(s.End), true)
			}
		}
	}
	sure := 0
	for _, l := range labels {
		if w.sureLabel(l.at.In(doc), l.party) {
			sure++
		}
	}
	if len(labels) < 2 || sure*2 < len(labels) { // the headings of a list look alike
		return nil
	}
	var out []claim
	for i, l := range labels {
		end := w.endOfTurn(l.from)
		if i+1 < len(labels) {
			end = labels[i+1].at.Start
		}
		sp := trimSpace(doc, readout.Span{Start: l.from, End: end})
		if sp.Empty() {
			continue
		}
		out = append(out, claim{
			stretch: stretch{Span: sp, rule: turnRule}, sentence: w.sentenceAt(sp.Start), verb: text.None, cue: l.at,
			speaker: nobody, party: readout.Cite(l.party, turnRule, readout.Stated, l.at),
		})
	}
	return out
}

// sureLabel tells whether a label names an office, a reporter or a person whom the
// document knows.
func (w *walk) sureLabel(label string, p readout.Party) bool {
	if p.Name == "a reporter" || p.Wikidata != "" || w.isPerson(p.Name) {
		return true
	}
	for _, word := range strings.Fields(label) {
		if in(titles, strings.ToLower(strings.Trim(word, "*_:,"))) {
			return true
		}
	}
	return false
}

// isPerson tells whether the document has a person of that name.
func (w *walk) isPerson(name string) bool {
	for i := range w.r.Entities {
		if e := &w.r.Entities[i]; e.Class == text.Person && e.Party.Name == name && strings.Contains(name, " ") {
			return true
		}
	}
	return false
}

// endOfTurn is where the last turn ends: at a closing rubric ("END", "* * *"), or at
// the end of the last sentence that speaks.
func (w *walk) endOfTurn(from readout.Offset) readout.Offset {
	doc := w.r.Document.Text
	for o := int(from); o < len(doc); {
		n := strings.IndexByte(doc[o:], '\n')
		if n < 0 {
			break
		}
		o += n + 1
		line := strings.TrimSpace(doc[o : o+max(0, strings.IndexByte(doc[o:]+"\n", '\n'))])
		if line == "END" || strings.HasPrefix(line, "END ") || strings.Trim(line, "\\#* <>…._-") == "" && line != "" {
			return readout.Offset(o)
		}
	}
	last := readout.Offset(len(doc))
	for i := len(w.r.Sentences) - 1; i >= 0; i-- {
		if w.r.Sentences[i].Section.Speaks() {
			return max(from, w.r.Sentences[i].End)
		}
	}
	return last
}

// speaks tells whether byte o stands in a section that speaks.
func (w *walk) speaks(o readout.Offset) bool {
	for _, s := range w.r.Sections {
		if o >= s.Start && o < s.End {
			return s.Kind.Speaks()
		}
	}
	return true
}

// speakerLabel reads a line's opening as "Name:", "Name (in French):" or "Q": the
// name and where the words start.
func speakerLabel(doc string, start, end int) (at readout.Span, from int, ok bool) {
	line := doc[start:end]
	body := strings.TrimLeft(line, " \t\u00a0*_")
	skip := len(line) - len(body)
	if rest, found := strings.CutPrefix(body, "Q"); found && (strings.HasPrefix(rest, "  ") || strings.HasPrefix(rest, " \u00a0") || strings.HasPrefix(rest, "\u00a0") || strings.HasPrefix(rest, ".  ") || strings.HasPrefix(rest, ": ")) {
		return readout.Span{Start: readout.Offset(start + skip), End: readout.Offset(start + skip + 1)}, start + skip + 1 + strings.IndexAny(rest, " \u00a0.:"), true
	}
	colon := strings.IndexByte(body, ':')
	if colon < 2 || colon > 90 || colon+1 >= len(body) {
		return at, 0, false
	}
	r, _ := utf8.DecodeRuneInString(body[colon+1:])
	if !unicode.IsSpace(r) && r != '*' {
		return at, 0, false
	}
	name := body[:colon]
	if p := strings.IndexByte(name, '('); p > 0 && strings.HasSuffix(name, ")") {
		name = strings.TrimSpace(name[:p])
	}
	if !nameLike(name) {
		return at, 0, false
	}
	if shoutedLink(name, body[colon+1:]) {
		return at, 0, false
	}
	s := start + skip
	return readout.Span{Start: readout.Offset(s), End: readout.Offset(s + len(name))}, s + colon + 1, true
}

// shoutedLink tells the headline of another article, all in capitals, put between the paragraphs of
// this one: "ANA RUIZ: MINISTERS MUST FACE THEIR CRITICS". In a transcript only the names are.
func shoutedLink(name, rest string) bool {
	return strings.ToUpper(name) == name && strings.ToUpper(rest) == rest && len(strings.Fields(rest)) > 3
}

// rubrics open lines that are no speaker's.
const rubrics = " see also more photo file source sources contact note update read watch related contributing by copyright date time place location subject topic topics tags summary background details highlights update editor editors analysis opinion video image credit caption follow follow-up re fact attendees participants participation "

// nameLike tells whether a label can be a speaker's name: a few words, each with a
// capital but for "of" and the like, and none that opens other lines.
func nameLike(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 10 || in(rubrics, strings.ToLower(strings.Trim(words[0], "*_"))) {
		return false
	}
	if first, last := words[0], words[len(words)-1]; shouted(first) && last != strings.ToUpper(last) {
		return false // "WATCH Minister: …" is a link
	}
	for i, word := range words {
		r, _ := utf8.DecodeRuneInString(word)
		small := in(" of the and for de van von al bin el la du to ", word)
		if !unicode.IsUpper(r) && !(small && i > 0) {
			return false
		}
		if strings.ContainsAny(word, "“”\"?!;,0123456789") && i < len(words)-1 && !strings.HasSuffix(word, ",") {
			return false
		}
	}
	return true
}

// shouted tells whether a word of more than three letters is all in capitals.
func shouted(word string) bool {
	return utf8.RuneCountInString(word) > 3 && strings.ToUpper(word) == word
}

// labelled is the party of a transcript's label.
func (w *walk) labelled(name string) readout.Party {
	name = strings.TrimSpace(strings.Trim(name, "*_"))
	up := strings.ToUpper(name)
	if up == "" {
		return readout.Party{}
	}
	if up == "Q" || up == "QUESTION" || up == "REPORTER" || up == "JOURNALIST" {
		return readout.Party{Kind: readout.Person, Name: "a reporter"}
	}
	if name == up {
		name = capitals(name)
	}
	words := strings.Fields(name)
	last := words[len(words)-1]
	if full, role := w.titleName(name); full != "" {
		p := w.person(full)
		p.Role = role
		return p
	}
	if !in(titles, strings.ToLower(last)) {
		if p := w.person(name); p.Wikidata != "" || p.Name != name {
			return p
		}
	}
	start := 0
	for i, word := range words[:len(words)-1] {
		if in(titles, strings.ToLower(word)) || word == "of" || i > 0 && words[i-1] == "of" {
			start = i + 1
		}
	}
	p := readout.Party{Kind: readout.Person, Name: strings.Join(words[start:], " "), Role: strings.Join(words[:start], " ")}
	p.Name = w.fullName(p.Name)
	return p
}

// person is the person of the document with that full name or last word of a name,
// else one with the name as it is.
func (w *walk) person(name string) readout.Party {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	for i := range w.r.Entities {
		e := &w.r.Entities[i]
		if e.Class == text.Person && (strings.EqualFold(e.Name, name) || hasLast(e.Name, last)) {
			return e.Party
		}
	}
	return readout.Party{Kind: readout.Person, Name: name}
}

func hasLast(full, last string) bool {
	i := strings.LastIndexByte(full, ' ')
	return i >= 0 && strings.EqualFold(full[i+1:], last)
}

// titleName finds in the document's title who holds the office that a label names:
// "THE VICE PRESIDENT" under "Remarks by Vice President Mary Smith After …".
func (w *walk) titleName(label string) (name, role string) {
	office := strings.TrimPrefix(strings.TrimPrefix(label, "The "), "the ")
	title := w.r.Document.Title
	i := strings.Index(title, office+" ")
	if i < 0 || i >= 5 && strings.HasSuffix(title[:i], "Vice ") {
		return "", ""
	}
	var words []string
	for _, word := range strings.Fields(title[i+len(office):]) {
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) || in(" After Before At On In With Following And During To Of ", word) {
			break
		}
		words = append(words, strings.Trim(word, ",:"))
		if strings.HasSuffix(word, ",") {
			break
		}
	}
	return strings.Join(words, " "), office
}

// capitals writes an all-capital label as a name: "PRESIDENT SMITH" as "President Smith".
func capitals(s string) string {
	up := true
	return strings.Map(func(r rune) rune {
		defer func() { up = r == ' ' || r == '-' || r == '.' }()
		if up {
			return r
		}
		return unicode.ToLower(r)
	}, s)
}

func trimSpace(doc string, s readout.Span) readout.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(doc[s.Start:s.End])
		if !unicode.IsSpace(r) && r != '*' {
			break
		}
		s.Start += readout.Offset(n)
	}
	for s.End > s.Start {
		r, n := utf8.DecodeLastRuneInString(doc[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= readout.Offset(n)
	}
	return s
}

// signature reads in the title whose words the whole document is: "Statement by
// President Ana Silva on …". A document that never says "I" is no such.
func (w *walk) signature() {
	title := w.r.Document.Title
	kind, _, _ := strings.Cut(title, " ")
	if w.ownWords(title) {
		return
	}
	_, rest, found := strings.Cut(title, " by ")
	if !found {
		_, rest, found = strings.Cut(title, " from ")
	}
	if !in(" statement remarks address speech message op-ed ", strings.ToLower(kind)) {
		w.signer = w.addresser()
		return
	}
	if !found || w.firstI().Empty() {
		return
	}
	var words []string
	for _, word := range strings.Fields(rest) {
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) || in(" After Before At On In With Following And During To Of Regarding Announcing ", word) {
			break
		}
		words = append(words, strings.Trim(word, ",:"))
	}
	if len(words) > 1 && nameLike(strings.Join(words, " ")) {
		w.signer = w.labelled(strings.Join(words, " "))
	}
}

// ownWords reads in the title who speaks where it begins with his name: "Vladimir Putin’s
// address following the talks".
func (w *walk) ownWords(title string) bool {
	name, rest, found := strings.Cut(strings.ReplaceAll(title, "’", "'"), "'s ")
	kind, _, _ := strings.Cut(rest, " ")
	if !found || !in(" statement remarks address speech message ", kind) || len(strings.Fields(name)) != 2 || !nameLike(name) || w.firstI().Empty() {
		return false
	}
	if p := w.person(name); p.Role != "" {
		w.signer = p
	}
	return w.signer.Name != ""
}

// longestOffice bounds the words of an office before a name.
const longestOffice = 8

// addresser is whom the end of the title names as who spoke: "We will rebuild our towns –
// address by the President of Ukraine".
func (w *walk) addresser() readout.Party {
	title := w.r.Title
	if title == nil || len(title.Sentences) == 0 || w.firstI().Empty() {
		return readout.Party{}
	}
	for i := range title.Mentions {
		m := &title.Mentions[i]
		toks := title.Sentences[m.Sentence].Tokens
		by := m.First - 1
		if m.Entity < 0 || m.Class != text.Person || m.Form == text.Nominal && title.Entities[m.Entity].Entry == "" {
			continue
		}
		for by > 0 && m.First-by < longestOffice && toks[by].Form != "by" && toks[by].Form != "of" && toks[by].UPOS != text.PUNCT {
			by--
		}
		switch {
		case by < 1:
		case toks[by].UPOS == text.PUNCT && int(m.Last) == len(toks) && w.salutes():
			return title.Entities[m.Entity].Party
		case by > 1 && toks[by].UPOS != text.PUNCT && addressed(toks, by-1):
			return title.Entities[m.Entity].Party
		}
	}
	return readout.Party{}
}

// addressed tells a noun at the end of a title for what was said, behind a dash: "… – the
// address".
func addressed(toks []text.Token, i text.Index) bool {
	before := i - 1
	if before > 0 && toks[before].UPOS == text.DET {
		before--
	}
	return in(" statement remarks address speech message ", toks[i].Lemma) && toks[before].UPOS == text.PUNCT
}

// salutes tells a text that opens by calling those to whom it speaks: "Ukrainians! Our
// defenders!"
func (w *walk) salutes() bool {
	for i := range w.r.Sentences {
		if s := &w.r.Sentences[i]; s.Section.Speaks() && len(s.Tokens) > 1 {
			last := len(s.Tokens) - 1
			return s.Tokens[last].Form == "!" && s.Tokens[0].Form != "\"" && !slices.ContainsFunc(s.Tokens, func(t text.Token) bool { return t.XPOS == text.VBD || t.XPOS == text.VBZ })
		}
	}
	return false
}

// firstI is the first "I" outside quotation marks.
func (w *walk) firstI() readout.Span {
	for i := range w.r.Sentences {
		s := &w.r.Sentences[i]
		if !s.Section.Speaks() {
			continue
		}
		for k := range s.Tokens {
			if s.Tokens[k].Form == "I" && w.quoteAt(s.Tokens[k].Start) < 0 {
				return s.Tokens[k].Span
			}
		}
	}
	return readout.Span{}
}

// signed makes the whole of a signed statement one statement of its signer.
func (w *walk) signed() {
	if w.signer.Name == "" {
		return
	}
	var all readout.Span
	for i := range w.r.Sentences {
		if s := &w.r.Sentences[i]; s.Section.Speaks() {
			all = all.Cover(s.Span)
		}
	}
	w.claims = append(w.claims, claim{
		stretch: stretch{Span: trimSpace(w.r.Document.Text, all), rule: signedRule}, verb: text.None,
		speaker: nobody, party: readout.Cite(w.signer, signedRule, readout.Resolved, w.firstI()),
	})
}

// tweets finds posts set into the page as paragraphs of their own, signed with
// name, handle and date: "… — Mary Smith (@msmith) May 10, 2018".
func (w *walk) tweets() {
	doc := w.r.Document.Text
	for o := 0; ; {
		i := strings.Index(doc[o:], " (@")
		if i < 0 {
			return
		}
		i += o
		o = i + 3
		dash := strings.LastIndex(doc[max(0, i-60):i], "— ")
		if dash < 0 {
			continue
		}
		dash += max(0, i-60)
		at := readout.Span{Start: readout.Offset(dash + len("— ")), End: readout.Offset(i)}
		sp := trimSpace(doc, readout.Span{Start: w.paragraphStart(dash), End: readout.Offset(dash)})
		if sp.Len() < 20 || !w.speaks(sp.Start) || !nameLike(at.In(doc)) {
			continue
		}
		author := w.labelled(at.In(doc))
		if w.f.outlets[author.Name] {
			author.Kind = readout.Organisation
		}
		w.claims = append(w.claims, claim{
			stretch: stretch{Span: sp, rule: postRule}, sentence: w.sentenceAt(sp.Start), verb: text.None, cue: at,
			speaker: nobody, party: readout.Cite(author, postRule, readout.Stated, at),
		})
	}
}

// paragraphStart is where the paragraph begins that byte o stands in.
func (w *walk) paragraphStart(o int) readout.Offset {
	n := w.sentenceAt(readout.Offset(o))
	if n >= len(w.r.Sentences) {
		return readout.Offset(o)
	}
	p := w.r.Sentences[n].Paragraph
	for n > 0 && w.r.Sentences[n-1].Paragraph == p {
		n--
	}
	return w.r.Sentences[n].Start
}

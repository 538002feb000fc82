package name

import (
	"slices"
	"strings"

	"readout/text"
)

// names finds the names of the sentence, run of capitals by run of capitals.
func (f *finder) names() {
	for i := 0; i < len(f.tokens); {
		if !f.proper(i) {
			i++
			continue
		}
		i = f.run(i, f.runEnd(i))
	}
	f.apposed()
}

// runEnd returns the end of the run of name words that starts at i; particles and
// hyphens within it count.
func (f *finder) runEnd(i int) int {
	j := i + 1
	for j < len(f.tokens) {
		switch {
		case f.proper(j):
			j++
		case j+1 < len(f.tokens) && f.forms[j] == "-" && !f.tokens[j-1].Space && !f.tokens[j].Space && f.wordly(j+1, j-i):
			j += 2
		case j+1 < len(f.tokens) && f.cls[j]&particle != 0 && f.tokens[j].UPOS != text.ADP && f.proper(j+1):
			j += 2
		case j+2 < len(f.tokens) && f.cls[j]&particle != 0 && f.forms[j+1] == "-" && f.proper(j+2):
			j += 3
		case j+2 < len(f.tokens) && f.cls[j]&particle != 0 && f.cls[j+1]&particle != 0 && !capital(f.forms[j+1]) && f.proper(j+2):
			j += 3 // "Inés de la Vega", "Geert van der Meer"
		case f.tokens[j].UPOS == text.PROPN && article(f.forms[j]):
			j++
		case j+1 < len(f.tokens) && f.forms[j] == "&" && f.proper(j+1):
			j += 2
		default:
			n, k := f.known(j - 1)
			if n < 2 || k.class != text.Person {
				return j
			}
			j += n - 1 // "Liu He": whatever else its words can be
		}
	}
	return j
}

// wordly tells whether token i after a hyphen goes on with a name of so many words
// before it ("Jong-un", "Ban Ki-moon"); "-led", "-backed" and the like do not.
func (f *finder) wordly(i, before int) bool {
	switch f.tokens[i].XPOS {
	case text.NNP, text.NNPS, text.FW, text.CD:
		return true
	case text.IN, text.UH, text.DT, text.RP, text.RB, text.NN, text.PRP, text.VB, text.VBP, text.JJ:
		if before >= 2 && len(f.forms[i]) <= 4 && !loose(f.forms[i]) {
			return true
		}
	}
	return capital(f.forms[i]) || f.tokens[i].UPOS == text.PROPN
}

// article tells names that begin with an Arabic article in small letters: "al-Assad".
func article(s string) bool {
	return len(s) > 4 && s[2] == '-' && (s[:2] == "al" || s[:2] == "el" || s[:2] == "ul" || s[:2] == "ad" || s[:2] == "as")
}

// loose tells words that a hyphen joins to any name.
func loose(s string) bool {
	switch s {
	case "era", "led", "wide", "born", "free", "like", "only", "run", "held", "made", "area", "lite", "plus", "deal", "bred", "rich", "war":
		return true
	}
	return false
}

// run takes the names of the tokens [i, j) and returns where to go on, which may
// lie past j where a name runs over an "of".
func (f *finder) run(i, j int) int {
	if j-i > 1 && f.forms[i+1] == "-" && len(f.forms[i]) == 1 && i > 0 && f.tokens[i-1].XPOS == text.LRB {
		return j // "(R-Ohio)" tells party and state
	}
	title := i // where the title before the name at hand starts
	for p := i; p < j; {
		if f.tokens[p].XPOS == text.HYPH || f.forms[p] == "-" {
			p++
			title = p
			continue
		}
		if e := f.occasion(p); e > 0 {
			p = f.take(p, e, known{class: text.Gathering})
			title = p
			continue
		}
		if f.cls[p]&(honour|abbrev) != 0 && p+1 < j {
			p++
			continue
		}
		if r := f.lastRole(p, j); r >= 0 {
			f.inner(p, r)
			p = f.overElect(r+1, j)
			title = f.formerly(title)
			if p < j {
				f.person(title, p, j)
				return j
			}
			return f.afterRole(title, j)
		}
		if title == i && p == i {
			title = f.titleBefore(i)
		}
		if title < p && !f.otherThanPerson(p, j) && !(j == p+1 && ofMembers(f.forms[p])) { // the name after Mr. or after an aide
			return f.person(title, p, j)
		}
		p = f.plain(p, j)
		title = p
		if p > j {
			return p
		}
	}
	return j
}

// ofMembers tells a word for a body of members, which no person is called by alone: the president of
// "the General Confederation" of industry.
func ofMembers(word string) bool {
	switch word {
	case "Confederation", "Federation", "Association", "Chamber", "Chambers", "Council", "League", "Committee", "Society", "Foundation", "Assembly", "Organisation", "Organization", "Alliance", "Institute":
		return true
	}
	return false
}

// otherThanPerson tells whether the whole of [p, j) is known as something else
// ("the rebel Houthis").
func (f *finder) otherThanPerson(p, j int) bool {
	n, k := f.known(p)
	return n > 0 && p+n >= j && !k.soft && k.class != text.Person && k.class != text.Place && k.class != text.State
}

// occasion returns the end of the gathering that a known body or place at p gives
// its name to ("G7 leaders' summit"), or 0.
func (f *finder) occasion(p int) int {
	n, k := f.known(p)
	if n == 0 || k.class != text.Body && k.class != text.Place {
		return 0
	}
	return f.gathering(p, p+n)
}

// overElect skips "-elect" and "-designate" after an office word.
func (f *finder) overElect(p, j int) int {
	for p < j && f.forms[p] == "-" {
		p++
		if p < j && (lower(f.forms[p]) == "elect" || lower(f.forms[p]) == "designate" || lower(f.forms[p]) == "in") {
			p++
		}
	}
	return p
}

// formerly runs back from the start of a title in capitals over "former",
// "then-", "acting".
func (f *finder) formerly(title int) int {
	for title > 0 {
		k := title - 1
		if f.tokens[k].XPOS == text.HYPH && k > 0 {
			k--
		}
		if f.cls[k]&portfolio == 0 || capital(f.forms[k]) && k > 0 && f.tokens[k-1].XPOS != text.OpenQuote {
			return title
		}
		title = k
	}
	return title
}

// lastRole returns the last office word of [p, j) that makes what precedes it a
// title and not a part of the name of a body, or -1.
func (f *finder) lastRole(p, j int) int {
	if j-p > 1 && f.cls[j-1]&(body|work|gatherhead|place) != 0 && f.cls[j-1]&role == 0 && !f.given(f.forms[p]) {
		// "National Security Council", "Justice Department", "General Assembly";
		// but "President Xi" and "Senator Park" keep their titles.
		for k := j - 2; k >= p; k-- {
			if f.cls[k]&role != 0 && f.given(f.forms[k+1]) && f.cls[k+1]&(body|portfolio) == 0 {
				return k
			}
		}
		return -1
	}
	for k := j - 1; k >= p; k-- {
		if f.cls[k]&(role|abbrev) == 0 || f.cls[k]&abbrev != 0 && k+1 == j || f.cls[k]&weak != 0 && f.cls[k]&portfolio == 0 && k+1 < j && k > p && !f.given(f.forms[k+1]) {
			continue
		}
		if f.cls[k]&weak != 0 && k+1 == j && k == p && j-p == 1 {
			continue
		}
		if k > p && k+1 == j && f.given(f.forms[k-1]) && f.cls[k-1]&(role|portfolio) == 0 {
			continue // a surname that is also an office: "Steven Marshall"
		}
		return k
	}
	return -1
}

// titleBefore returns where a title in small letters starts that stands right
// before the name at i ("the Kremlin aide Yuri Ushakov"), or i.
func (f *finder) titleBefore(i int) int {
	k := i - 1
	if k >= 2 && f.forms[k-1] == "of" && f.tokens[k].XPOS == text.NN && f.cls[k-2]&role != 0 {
		k -= 2 // "chief of staff"
	}
	if k < 0 || f.cls[k]&role == 0 || capital(f.forms[k]) && f.used[k] != free {
		return i
	}
	switch f.tokens[k].XPOS {
	case text.NN, text.NNP:
	default:
		return i
	}
	for k > 0 && f.inTitle(k-1) {
		k--
	}
	for k < i && (f.tokens[k].XPOS == text.POS || f.tokens[k].XPOS == text.HYPH) {
		k++
	}
	return k
}

func (f *finder) inTitle(k int) bool {
	switch f.tokens[k].XPOS {
	case text.NN, text.JJ, text.NNP, text.NNPS, text.POS, text.HYPH, text.JJS, text.NNS:
		return true
	case text.VBN, text.VBG, text.RB, text.AFX:
		return f.cls[k]&portfolio != 0
	case text.CC:
		return k > 0 && f.cls[k-1]&(portfolio|role) != 0 && f.cls[k+1]&(portfolio|role) != 0
	}
	return false
}

// inHeadline tells words that go on behind a name in a headline whose every word has a
// capital: "Remarks by Ann Lee Following Talks", "Lee and Kim Meet Briefly".
func inHeadline(word string) bool {
	switch word {
	case "Following", "Meet", "Meets", "Hold", "Holds", "Discuss", "Visit", "Visits", "Agree", "Talk", "Talks", "Speak", "Speaks":
		return true
	}
	return false
}

// person takes the tokens [p, j) as a person's name with the title [title, p).
func (f *finder) person(title, p, j int) int {
	for e := p + 1; e < j; e++ { // "President Putin White House" cannot be one name
		if n, k := f.known(e); n > 1 && (k.class != text.Person || f.anotherFull(p, e)) && e+n <= j || inHeadline(f.forms[e]) {
			j = e
			break
		}
	}
	title = f.joined(f.beside(title, p), p)
	h := f.headOf(p, j)
	for steps := 0; steps < 8; steps++ {
		up := int(f.tree.heads[h])
		if up < title || up >= p {
			break
		}
		h = up
	}
	for k := len(f.out) - 1; k >= 0 && f.out[k].Sentence == f.at && int(f.out[k].First) >= title; k-- {
		if int(f.out[k].Head) == h {
			f.out[k].Head = f.out[k].Last - 1 // the title's words do not head the person
		}
	}
	m := f.emit(p, j, h, text.Name, text.Person)
	if title < p {
		m.Role = f.words(title, p)
	}
	if n, k := f.known(p); k.class == text.Person && p+n == j {
		m.Entry = k.entry
	}
	f.use(title, p, titled)
	f.use(p, j, named)
	return j
}

// joined returns where a title before token p begins whose words an "and" joins, and that a body opens:
// "United Nations Resident and Humanitarian Coordinator"; title where there is none before it. What was
// taken for a name in it is none.
func (f *finder) joined(title, p int) int {
	if title == p || title < 3 || f.forms[title-1] != "and" {
		return title
	}
	first := title - 1
	for first > 0 && capital(f.forms[first-1]) && title-first < 8 {
		first--
	}
	n, k := f.known(first)
	if k.class != text.Body || first+n >= title-1 {
		return title
	}
	for i := first + n; i < title-1; i++ {
		if f.cls[i]&(body|honour|abbrev) != 0 || f.cls[i]&role != 0 && f.cls[i]&weak == 0 || f.given(f.forms[i]) {
			return title
		}
	}
	f.out = slices.DeleteFunc(f.out, func(m text.Mention) bool {
		return m.Sentence == f.at && m.Class == text.Person && int(m.First) >= first && int(m.Last) < title
	})
	return first
}

// anotherFull tells whether the full name of another begins at e, where that of one who is known
// too ends: "in talks with President of Chile Gabriel Boric Vladimir Putin said".
func (f *finder) anotherFull(p, e int) bool {
	n, k := f.known(p)
	return n > 1 && p+n == e && k.class == text.Person
}

func (f *finder) use(first, last int, u use) {
	for i := first; i < last; i++ {
		f.used[i] = u
	}
}

// inner takes the known names within a title ("Russian", "White House").
func (f *finder) inner(p, j int) {
	for p < j {
		n, k := f.known(p)
		if n == 0 || p+n > j || k.class == text.Person || k.class == text.NoClass || k.soft && (f.cls[p]&portfolio != 0 || f.tokens[p].UPOS == text.ADJ) {
			p++ // "the Federal Chancellor" is of no town called Federal
			continue
		}
		m := f.emit(p, p+n, f.headOf(p, p+n), text.Name, k.class)
		m.Entry = k.entry
		p += n
	}
}

// afterRole goes on after an office word that ends a run of capitals: over
// "of State" to the name, if one follows at once. It returns where to go on.
func (f *finder) afterRole(title, j int) int {
	k := f.overOf(j)
	if k < len(f.tokens) && k > j && f.proper(k) && f.cls[k]&(role|body|honour) == 0 && !ofMembers(f.forms[k]) {
		end := f.runEnd(k)
		f.inner(j, k)
		return f.person(title, k, end)
	}
	return j
}

// overOf skips "of the Treasury", "for Foreign Affairs", "of Russia" after an
// office word.
func (f *finder) overOf(j int) int {
	k := j
	for steps := 0; steps < 3; steps++ {
		if k+1 >= len(f.tokens) || f.forms[k] != "of" && f.forms[k] != "for" {
			return k
		}
		p := k + 1
		if f.forms[p] == "the" && p+1 < len(f.tokens) {
			p++
		}
		q := f.overWhat(p)
		if n, at := f.known(p); q == p && f.forms[k] == "for" && at.class == text.Place && p+n < len(f.forms) && f.given(f.forms[p+n]) {
			q = p + n // "Coordinator for Gaza Ann Lee"
		}
		if q == p {
			return k
		}
		k = q
	}
	return k
}

// overWhat skips what an office is of: a state, a portfolio, a realm whose name goes on
// ("the Federal Republic" of Germany).
func (f *finder) overWhat(p int) int {
	n, known := f.known(p)
	if known.class == text.State {
		return p + n
	}
	if strings.HasPrefix(known.entry, "region:") {
		q := p + n
		if q < len(f.forms) && f.forms[q] == "Region" {
			q++ // the "Iraqi Kurdistan Region"
		}
		if q < len(f.forms) && f.proper(q) {
			if e := f.runEnd(q); e-q > 1 && e-q < 4 && f.guess(q, e) == text.Person { // no "Peace Process" of the Middle East
				return q
			}
		}
	}
	q := p
	for q < len(f.tokens) && capital(f.forms[q]) && f.cls[q]&(portfolio|body) != 0 ||
		q > p && q+1 < len(f.tokens) && f.forms[q] == "and" && f.cls[q+1]&portfolio != 0 {
		q++
	}
	if q+1 < len(f.tokens) && realm(f.forms[q]) && f.forms[q+1] == "of" {
		q++
	}
	if known.class != text.NoClass {
		return q // "President of the European Council Charles Michel": that name is read for itself
	}
	return f.overBody(q)
}

// overBody skips the rest of the name of a body that nobody knows, up to the given name of who
// has an office in it: "President of the International Cycling Union David Lappartient".
func (f *finder) overBody(q int) int {
	if q >= len(f.tokens) || !f.proper(q) || f.given(f.forms[q]) {
		return q
	}
	if _, k := f.known(q); k.class != text.NoClass && !k.soft { // of no quarter called Olympic
		return q
	}
	for k, end := q, f.runEnd(q); k+2 < end; k++ {
		if f.cls[k]&body != 0 && f.given(f.forms[k+1]) && f.cls[k+1]&(body|portfolio) == 0 {
			return k + 1
		}
	}
	return q
}

func realm(word string) bool {
	switch word {
	case "Republic", "Federation", "Kingdom", "State", "Principality", "Sultanate", "Emirate", "Union":
		return true
	}
	return false
}

// namelessRealm tells "the Kingdom", which is written like a name and describes a state told
// of before.
func (f *finder) namelessRealm(p int) bool {
	switch f.forms[p] {
	case "Kingdom", "Sultanate", "Emirate", "Republic":
		return p > 0 && lower(f.forms[p-1]) == "the" && f.cls[p]&state != 0
	}
	return false
}

// plain takes one name without a title at p of a run that ends at j and returns
// where to go on.
func (f *finder) plain(p, j int) int {
	n, k := f.known(p)
	if n == 0 && p+1 == j && f.namelessRealm(p) {
		return p + 1
	}
	if n == 1 && k.class == text.Person && p+1 < j && juniorOrSenior(f.forms[p+1]) {
		return f.take(p, p+2, known{class: text.Person}) // "Trump Jr." is not Trump
	}
	if k.class == text.Person && n == 1 && f.cls[p]&common != 0 && p > 0 && f.cls[p-1]&tribe != 0 {
		return p + 1 // "the Western Wall" is nobody called Wall
	}
	if k.class == text.Person && n == 1 && p+2 == j && !f.given(f.forms[p]) {
		if _, next := f.known(p + 1); next.class == text.Person && !f.isForename(p) {
			return f.take(p, p+1, k) // two surnames side by side are two persons
		}
	}
	if k.class == text.Person && n > 0 && p+n+1 < j && f.forms[p+n] == "-" {
		if _, next := f.known(p + n + 1); n > 1 || next.class == text.Person {
			return f.take(p, p+n, k) // "the Blair-Chirac talks" are of two persons
		}
	}
	if n < 2 && f.compass(p, j) {
		return f.take(p, p+2, known{class: text.Place})
	}
	end, c := f.composed(p, j, n, k)
	named := n == 1 && k.class == text.Person && !(p+1 < j && f.given(f.forms[p])) // "Roman Abramovich" is of no tribe
	if (n == 0 || k.soft || named) && f.cls[p]&tribe != 0 && (p+1 == j || c == text.NoClass || f.tokens[p].XPOS == text.JJ) {
		return f.take(p, p+1, known{class: text.Nationality})
	}
	if c == text.NoClass && k.soft && !(p+n >= j && f.located(p)) {
		if x := f.guess(p, max(j, p+n)); x == text.Person || x == text.Body {
			n, k = 0, known{}
		}
	}
	if c == text.NoClass {
		if n > 0 && p+n >= j || n > 1 || n == 1 && k.class != text.Person && !(f.given(f.forms[p]) && p+1 < j) {
			return f.take(p, p+n, k)
		}
		end, c = j, f.guess(p, j)
		if c == text.Person && j == p+1 && f.ownArticle(p) {
			c = text.Body // nobody is called "The Hill"
		}
		if n > 0 && k.class == text.Person && p+n < j && c != text.Person {
			return f.take(p, p+n, k)
		}
	}
	if k.class == text.Nationality || k.class == text.State || k.class == text.Body && c != text.Gathering {
		if p+n < end { // the parts of the name speak too: "Russian Foreign Ministry"
			f.emit(p, p+n, f.headOf(p, p+n), text.Name, k.class).Entry = k.entry
		}
	}
	if end == p+n && k.class == c {
		return f.take(p, end, k)
	}
	return f.take(p, end, known{class: c})
}

// isForename tells a surname that is somebody's given name: the tree hangs the next on it and
// takes both for one who does or undergoes something, "Merkel Schmidt met officials". Side
// by side before a noun they are two, as in "the Obama Castro talks".
func (f *finder) isForename(p int) bool {
	if t := &f.tokens[p+1]; t.Rel != text.Flat || int(t.Head) != p {
		return false
	}
	switch f.tokens[p].Rel {
	case text.Nsubj, text.NsubjPass, text.Obj, text.Iobj, text.Appos:
		return true
	}
	return false
}

func juniorOrSenior(form string) bool {
	switch form {
	case "Jr.", "Jr", "Sr.", "Sr":
		return true
	}
	return false
}

// compass tells whether the two words from p are a part of a place by its side of the
// sky: "North America", "South Asia".
func (f *finder) compass(p, j int) bool {
	if p+2 > j || f.cls[p]&half == 0 || !capital(f.forms[p+1]) {
		return false
	}
	n, k := f.known(p + 1)
	return n == 1 && (k.class == text.Place || k.class == text.State) || continent(f.forms[p+1])
}

func continent(s string) bool {
	switch s {
	case "Africa", "America", "Asia", "Europe", "Pacific", "Atlantic":
		return true
	}
	return false
}

// located tells whether the name at p stands right behind a preposition of place.
func (f *finder) located(p int) bool {
	return p > 0 && f.tokens[p-1].XPOS == text.IN && lower(f.forms[p-1]) == "in"
}

func (f *finder) take(first, last int, k known) int {
	if k.class == text.NoClass && last-first > 1 {
		return last
	}
	m := f.emit(first, last, f.headOf(first, last), text.Name, k.class)
	m.Entry = k.entry
	if k.class != text.NoClass {
		f.use(first, last, named)
	}
	return last
}

package article

import (
	"strings"
	"unicode"

	"readout"
)

// quotedParas is the greatest number of paragraphs taken for another outlet's where
// nothing but reporting verbs shows how far its words run.
const quotedParas = 4

// markQuoted marks the paragraphs that a line such as "From Reuters:" or "as
// Newsweek reports:" brings in. Their end is the mark they carry (quotation signs,
// an opening quotation mark each), else the next blank line where the text sets
// its own paragraphs apart by blank lines and these not, else the last of a few
// paragraphs that quote or report.
func markQuoted(paras []para) {
	for i := 0; i+1 < len(paras); i++ {
		if paras[i].kind != readout.Body || paras[i].outlet != "" {
			continue
		}
		outlet := introduces(&paras[i])
		if outlet == "" {
			continue
		}
		end := quotedEnd(paras, i+1)
		for j := i + 1; j < end; j++ {
			if paras[j].kind == readout.Body {
				paras[j].kind, paras[j].outlet = readout.Quoted, outlet
			}
		}
		i = max(i, end-2)
	}
}

// quotedEnd returns the index after the quoted paragraphs that start at i.
func quotedEnd(paras []para, i int) int {
	for i < len(paras) && paras[i].kind == readout.Caption {
		i++
	}
	if i >= len(paras) || paras[i].kind != readout.Body {
		return i
	}
	end := i
	switch first := &paras[i]; {
	case first.quoted:
		for end < len(paras) && paras[end].quoted {
			end++
		}
	case opensQuote(first) && i+1 < len(paras) && !closesQuote(first):
		for end < len(paras) && opensQuote(&paras[end]) {
			end++
			if closesQuote(&paras[end-1]) {
				break
			}
		}
	case first.blank && i+1 < len(paras) && dense(paras, i):
		for end++; end < len(paras) && (!paras[end].blank || isAside(&paras[end])); end++ {
		}
	default:
		for end < len(paras) && end < i+quotedParas && paras[end].kind == readout.Body && introduces(&paras[end]) == "" && (end == i || reports(&paras[end])) {
			end++
		}
	}
	return end
}

// dense tells whether the paragraph at i is followed by one without a blank line
// (captions left out) though another in the text has one.
func dense(paras []para, i int) bool {
	j := i + 1
	for j < len(paras) && isAside(&paras[j]) {
		j++
	}
	return j < len(paras) && !paras[j].blank
}

func isAside(p *para) bool {
	return p.kind == readout.Caption || p.kind == readout.Navigation
}

func opensQuote(p *para) bool { return startsAny(p.plain, "“", `"`, "‘", "«") }

func closesQuote(p *para) bool {
	s := strings.TrimRight(p.plain, " .")
	return strings.HasSuffix(s, "”") || len(s) > 1 && strings.HasSuffix(s, `"`)
}

// reports tells whether the paragraph quotes or tells what somebody said.
func reports(p *para) bool {
	return hasQuote(p.plain) || hasAny(strings.ToLower(p.plain), " said", " told ", " added", " described ", " according to ", " reported", " confirmed", " announced", " stated", " noted")
}

// introduces returns the outlet whose words the paragraph brings in: it ends with a
// colon and names an outlet as their source near its end or its start.
func introduces(p *para) string {
	s := strings.TrimRight(p.plain, " \u00a0")
	if !strings.HasSuffix(s, ":") {
		return ""
	}
	s = strings.TrimSuffix(s, ":")
	if p.words <= 8 {
		for _, from := range [...]string{"From ", "Via ", "From: ", "Per "} {
			if rest, ok := strings.CutPrefix(s, from); ok {
				if name := nameAt(strings.TrimPrefix(rest, "the ")); name != "" && (isOutlet(name) || from == "From " && countWords(rest) <= 4) {
					return name
				}
			}
		}
	}
	// The last sentence of the paragraph is what brings the words in.
	if i := strings.LastIndex(s, ". "); i >= 0 {
		s = s[i+2:]
	}
	for _, verb := range [...]string{" reports", " reported", " writes", " wrote", " continues", " continued", " notes", " noted", " adds", " added", " explains", " explained",
		" published", " says", " said", " has more", " quoted", " describes", " put it", " puts it"} {
		for at := strings.Index(s, verb); at >= 0; {
			if name := outletBefore(s[:at]); name != "" {
				return name
			}
			next := strings.Index(s[at+1:], verb)
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	for _, mark := range [...]string{"eport by ", "eport from ", "rticle by ", "rticle in ", "ccording to ", "tory by ", "tory in ", "iece in ", "eport in ", "eported by ", "uoted by ", "ublished by ", "ublished in ", "tatement to ", "nterview with "} {
		if at := strings.Index(s, mark); at >= 0 {
			if name := nameAt(strings.TrimPrefix(s[at+len(mark):], "the ")); isOutlet(name) {
				return name
			}
		}
	}
	return ""
}

// nameAt returns the capitalised words that s starts with.
func nameAt(s string) string {
	end := 0
	for _, w := range strings.SplitAfter(s, " ") {
		bare := strings.TrimRight(w, " ")
		if bare == "" || !startsUpper(bare) && !(end > 0 && (bare == "of" || bare == "and")) && !unicode.IsDigit([]rune(bare)[0]) {
			break
		}
		end += len(w)
		if strings.HasSuffix(bare, ",") || strings.HasSuffix(bare, ":") {
			break
		}
	}
	return trimName(s[:end])
}

func trimName(s string) string {
	s = strings.Trim(s, " ,:*_")
	return strings.TrimSuffix(strings.TrimSuffix(s, "’s"), "'s")
}

// outletBefore returns the outlet named at the end of s, or "".
func outletBefore(s string) string {
	fields := strings.Fields(s)
	for n := min(5, len(fields)); n > 0; n-- {
		name := trimName(strings.Join(fields[len(fields)-n:], " "))
		if startsAny(name, "As ", "And ", "But ", "In ", "Here’s ", "Here's ") {
			continue
		}
		if startsUpper(name) && isOutlet(name) {
			return name
		}
	}
	return ""
}

// isOutlet tells whether s is the name of a newspaper, agency, broadcaster or site:
// a known one, or one whose last word says so.
func isOutlet(s string) bool {
	s = strings.TrimPrefix(strings.Trim(s, " .*_()[]"), "The ")
	s = strings.TrimPrefix(s, "the ")
	if s == "" || len(s) > 50 || countWords(s) > 6 || !startsUpper(s) && !strings.Contains(s, ".") {
		return false
	}
	switch strings.ToLower(s) {
	case "reuters", "ap", "associated press", "afp", "agence france-presse", "agence france presse", "bbc", "bbc news", "cnn", "nbc", "nbc news", "abc", "abc news", "cbs",
		"cbs news", "fox news", "fox", "msnbc", "cnbc", "npr", "pbs", "c-span", "bloomberg", "newsweek", "time", "the hill", "hill", "politico", "axios", "vox", "slate",
		"usa today", "guardian", "telegraph", "independent", "economist", "atlantic", "new yorker", "spectator", "observer", "sun", "mirror", "daily mail", "mail",
		"wsj", "wapo", "nyt", "tass", "itar-tass", "ria novosti", "ria", "interfax", "sputnik", "rt", "russia today", "kommersant", "izvestia", "vedomosti",
		"xinhua", "people's daily", "global times", "cgtn", "cctv", "south china morning post", "scmp", "kcna", "yonhap", "kyodo", "nhk", "asahi shimbun", "nikkei",
		"al jazeera", "al-jazeera", "al arabiya", "anadolu", "anadolu agency", "hurriyet", "daily sabah", "haaretz", "ynet", "irna", "press tv", "fars", "tasnim", "isna",
		"le monde", "le figaro", "liberation", "der spiegel", "spiegel", "die welt", "die zeit", "bild", "faz", "dpa", "dw", "deutsche welle", "ansa", "la repubblica",
		"corriere della sera", "el pais", "el país", "efe", "euronews", "sky news", "itv", "financial times", "ft", "foreign policy", "foreign affairs", "huffpost",
		"huffington post", "buzzfeed", "daily beast", "business insider", "mcclatchy", "upi", "vice", "national review", "breitbart", "daily caller", "ani", "pti", "ndtv",
		"hindu", "dawn", "unian", "ukrinform", "kyiv independent", "kyiv post", "ukrayinska pravda", "novaya gazeta", "meduza", "radio free europe", "rfe/rl", "voa",
		"voice of america", "washington examiner", "christian science monitor", "mail & guardian", "globe and mail", "cbc", "abc australia", "sydney morning herald",
		"straits times", "channel newsasia", "japan times", "korea herald", "jerusalem post", "times of israel", "arab news", "trt world", "middle east eye", "zero hedge":
		return true
	}
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if strings.HasSuffix(last, ".com") || strings.HasSuffix(last, ".org") || strings.HasSuffix(last, ".ru") {
		return true
	}
	if countWords(s) < 2 {
		return false
	}
	switch last {
	case "Times", "Post", "News", "Journal", "Tribune", "Herald", "Gazette", "Chronicle", "Telegraph", "Press", "Agency", "Daily", "Weekly", "Magazine", "Radio", "TV",
		"Television", "Today", "Observer", "Review", "Courier", "Mail", "Monitor", "Standard", "Examiner", "Inquirer", "Globe", "Newspaper", "Network":
		return allCapitalised(s)
	}
	return false
}

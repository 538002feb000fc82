package text

// abbreviationKind tells when a stop after a short form belongs to it, and
// whether a sentence can end there.
type abbreviationKind uint8

const (
	noAbbreviation abbreviationKind = iota
	never                           // keeps its stop; no sentence ends there
	title                           // the same, if capitalised
	beforeNumber                    // the same, if a number follows
	sometimes                       // keeps its stop; a sentence may end there
	capitalised                     // the same, if capitalised
	afterComma                      // the same, if capitalised and after a comma
	monthOrName                     // the same, unless it ends a name ("Dong Jun.")
)

const longestListed = 12

// lowered returns w in lower-case ASCII letters, and whether it fits the lists.
func lowered(w string, buf *[longestListed]byte) ([]byte, bool) {
	if len(w) > longestListed {
		return nil, false
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if isUpper(c) {
			c |= 0x20
		}
		buf[i] = c
	}
	return buf[:len(w)], true
}

// abbreviation returns the kind of the short form w, given without its last stop.
func abbreviation(w string) abbreviationKind {
	var buf [longestListed]byte
	b, ok := lowered(w, &buf)
	if !ok {
		return noAbbreviation
	}
	switch string(b) {
	case "mr", "mrs", "ms", "dr", "prof", "messrs", "mmes", "vs", "st", "lt", "sgt", "cmdr", "capt",
		"supt", "brig", "adm", "msgr", "approx", "viz", "cf", "esp", "incl", "ste", "vice-adm":
		return never
	case "gen", "sen", "sens", "rep", "reps", "gov", "govs", "col", "maj", "hon", "rev", "pres", "amb", "fr",
		"pvt", "cpl", "spc", "det", "supr", "mme", "mlle", "mt", "ft", "atty", "insp", "sec", "dep", "asst", "mgr":
		return title
	case "no", "nos", "vol", "vols", "pp", "fig", "figs", "art", "arts", "par", "para", "paras", "ch", "chap",
		"pt", "ca", "mar", "sun", "op", "ver", "ref", "tel", "eq":
		return beforeNumber
	case "inc", "corp", "ltd", "jr", "sr", "etc", "bros", "assn", "natl", "intl", "govt", "dept", "univ", "al",
		"blvd", "plc", "tv":
		return sometimes
	case "jan", "jun":
		return monthOrName
	case "co", "est", "ave", "feb", "apr", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "rd", "esq", "ret":
		return capitalised
	case "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la",
		"mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn",
		"tex", "va", "vt", "wash", "wis", "wyo", "ont", "que":
		return afterComma
	}
	return noAbbreviation
}

// isAcronym tells whether w is one letter after another with stops between, or a
// degree.
func isAcronym(w string) bool {
	if w == "Ph.D" || w == "D.Phil" {
		return true
	}
	for i := 0; i < len(w); i++ {
		if i%2 == 0 && !isLetter(w[i]) || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return len(w)%2 == 1
}

// fusedAt returns where UD English cuts a word written as one ("can|not"), or 0.
func fusedAt(w string) int {
	if len(w) != 5 && len(w) != 6 {
		return 0
	}
	switch w {
	case "cannot", "Cannot", "CANNOT", "gonna", "Gonna", "gotta", "Gotta", "wanna", "Wanna", "gimme", "Gimme", "lemme", "Lemme":
		return 3
	}
	return 0
}

// cliticIn tells whether the letters after an apostrophe are a clitic's.
func cliticIn(w string) bool {
	switch len(w) {
	case 1:
		switch w[0] | 0x20 {
		case 's', 'm', 'd', 't':
			return true
		}
	case 2:
		switch w {
		case "re", "ve", "ll", "RE", "VE", "LL":
			return true
		}
	}
	return false
}

// isShortened tells whether w after an apostrophe is a word that lost its start,
// the year of a century, or (where something stands before it) a clitic.
func isShortened(w string, inside bool) bool {
	if len(w) >= 2 && isDigit(w[0]) && isDigit(w[1]) {
		return len(w) == 2 || len(w) == 3 && w[2] == 's'
	}
	switch w {
	case "em", "til", "cause", "tis", "Tis", "twas", "Twas", "n", "bout":
		return true
	}
	return inside && cliticIn(w) && w != "t" && w[0]&0x20 != 0
}

// isPrefix tells whether w before a hyphen makes one word with what follows.
func isPrefix(w string) bool {
	var buf [longestListed]byte
	b, ok := lowered(w, &buf)
	if !ok {
		return false
	}
	switch string(b) {
	case "non", "e", "re", "anti", "co", "mid", "pre", "pro", "cross", "post", "semi", "multi", "ex", "sub",
		"counter", "mini", "neo", "socio", "inter", "intra", "micro", "un", "arch", "proto", "ultra", "trans",
		"extra", "hyper", "quasi", "pseudo", "bi", "tri", "de", "mis", "infra", "macro", "mega", "meta",
		"mono", "poly", "psycho", "super", "supra", "thermo", "uh", "hm":
		return true
	}
	return false
}

// isCurrency tells whether w before a dollar sign names whose dollar it is.
func isCurrency(w string) bool {
	switch w {
	case "US", "U.S", "A", "C", "HK", "NZ", "CA", "CAN", "AU", "AUS", "R", "S", "NT", "U":
		return true
	}
	return false
}

// isUnit tells whether letters right after a number are a word of their own.
func isUnit(w string) bool {
	switch w {
	case "bn", "mn", "m", "b", "k", "K", "M", "B", "T", "tn", "trn", "am", "pm", "AM", "PM", "km", "cm", "mm",
		"kg", "g", "mph", "kph", "hr", "hrs", "min", "mins", "sec", "secs", "ft", "lb", "lbs", "oz", "MW",
		"GW", "kW", "bpd", "pc", "pct", "billion", "million", "trillion", "C", "F", "p", "h", "GMT",
		"people", "percent", "years", "year", "days", "day", "hours", "minutes", "months", "countries":
		return true
	}
	return false
}

// isDomain tells whether w after a dot ends the name of a site or a file.
func isDomain(w string) bool {
	switch w {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "ru", "ua", "cn", "uk", "fr", "eu", "io", "co",
		"tv", "au", "ca", "jp", "html", "htm", "php", "pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png",
		"txt", "asp", "aspx", "kr", "ir", "il", "tr", "by", "kz", "news", "biz", "blog", "exe", "csv":
		return w != "by"
	}
	return false
}

// isTag tells whether w, found between angle brackets, is an HTML tag.
func isTag(w string) bool {
	if hasAddress(w) && (len(w) < 2 || w[0] != 'a' || w[1] != ' ') && (len(w) < 4 || w[:3] != "img") {
		return false
	}
	n := 0
	if w[0] == '/' || w[0] == '!' {
		n++
	}
	from := n
	for n < len(w) && (isLetter(w[n]) || isDigit(w[n])) {
		n++
	}
	if n == len(w) || w[n] == ' ' || w[n] == '/' {
		switch name := w[from:n]; name {
		case "a", "p", "br", "b", "i", "u", "em", "strong", "span", "div", "img", "ul", "ol", "li", "h", "h1",
			"h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "sup", "sub", "hr", "blockquote", "cite",
			"iframe", "script", "style", "small", "font", "center", "figure", "figcaption", "section", "q", "s":
			return true
		}
	}
	return len(w) > 3 && w[:3] == "!--"
}

// StartsSentence tells whether the capitalised w is a word that is written with a
// capital at a sentence's start only.
func StartsSentence(w string) bool {
	var buf [longestListed]byte
	b, ok := lowered(w, &buf)
	if !ok || len(w) == 0 || !isUpper(w[0]) {
		return false
	}
	switch string(b) {
	case "a", "an", "the", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "you",
		"his", "her", "its", "their", "our", "my", "your", "both", "each", "every", "some", "many", "most",
		"several", "all", "any", "no", "none", "neither", "either", "one", "two", "three", "four", "another", "other", "others",
		"in", "on", "at", "by", "for", "from", "with", "without", "of", "to", "as", "after", "before",
		"during", "under", "over", "since", "until", "among", "amid", "between", "through", "despite",
		"against", "about", "according", "along", "throughout", "because", "while", "when", "where", "whether", "if",
		"although", "though", "unless", "once", "and", "but", "or", "nor", "yet", "so", "then", "thus",
		"there", "here", "now", "also", "however", "meanwhile", "moreover", "nevertheless", "still",
		"instead", "earlier", "later", "last", "next", "what", "who", "why", "how", "which", "whose",
		"is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "can", "could", "will",
		"would", "should", "may", "might", "must", "let", "not", "only", "just", "even", "such", "much",
		"more", "asked", "speaking", "talks", "officials", "critics", "today", "yesterday", "tomorrow":
		return true
	}
	return false
}

// saysAfter tells whether w reports what was quoted before it.
func saysAfter(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "told", "wrote", "writes", "tweeted", "added", "replied", "answered",
		"responded", "shouted", "yelled", "cried", "exclaimed", "quipped", "joked", "remarked", "wondered",
		"declared", "continued", "demanded", "insisted", "warned", "noted", "recalled", "explained",
		"concluded", "repeated", "observed", "argued", "countered", "retorted", "snapped", "screamed":
		return true
	}
	return false
}

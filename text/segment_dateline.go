package text

import "unicode/utf8"

// longestDateline is the greatest number of tokens before the dash of a dateline.
const longestDateline = 18

// datelineLength returns how many tokens at a paragraph's start are its dateline,
// with the agency and the dash: "OSLO, May 3 (Reuters) -", "Oslo —", "(CNN)". It
// is a sentence of its own, so that the words after it read as one. It returns 0
// where there is none.
func datelineLength(doc string, toks []tok) int {
	words, capitals := 0, true // before the dash; all in capitals
	for i := 0; i < len(toks) && i < longestDateline; i++ {
		w := word(doc, toks[i])
		switch w {
		case ",", "/", ".", "-", "–", "—", "--", "―":
			if isDash(w) && dashEnds(doc, toks, i) {
				if i > 0 && (isAgencyToken(word(doc, toks[i-1])) || words > 0 && (capitals || words <= 3 && len(w) == len("—"))) {
					return i + 1
				}
				return 0
			}
			if i == 0 || isDash(w) && toks[i].flags&spaceAfter != 0 {
				return 0
			}
		case "(":
			if n := agencyLength(doc, toks[i:], capitals && words > 0); n > 0 {
				return i + n
			}
			return 0
		default:
			c := w[0]
			month := isMonthToken(w)
			if !isUpper(c) && !isDigit(c) && c < utf8.RuneSelf && w != "on" && w != "of" || !month && StartsSentence(w) && w != "The" {
				return 0
			}
			if !month && !isDigit(c) && !isAgencyToken(w) {
				words++
				capitals = capitals && allCapitals(w)
			}
		}
	}
	return 0
}

// dayLine returns how many tokens at a paragraph's end are the day of publication that
// stood under its title: "Envoys meet in Oslo Tuesday, May 3, 2011". It returns 0 where
// there is none, or a word before it makes it part of a sentence.
func dayLine(doc string, toks []tok) int {
	const length = 6
	i := len(toks) - length
	if i < 3 || !isWeekday(word(doc, toks[i])) || !isMonthToken(word(doc, toks[i+2])) {
		return 0
	}
	year := word(doc, toks[i+5])
	if word(doc, toks[i+1]) != "," || word(doc, toks[i+4]) != "," || !isDigit(word(doc, toks[i+3])[0]) || len(year) != 4 || !isDigit(year[0]) {
		return 0
	}
	switch before := word(doc, toks[i-1]); {
	case before == "," || before == "(" || before == "and" || before == "to":
		return 0
	case isLower(before[0]) && len(before) <= 5: // "on", "until", "from", "since", "of"
		return 0
	}
	return length
}

func isWeekday(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

func isDash(w string) bool {
	switch w {
	case "-", "–", "—", "--", "―":
		return true
	}
	return false
}

// dashEnds tells whether the dash at i stands alone, or is an em dash, and a capital,
// figure or opening quotation mark follows.
func dashEnds(doc string, toks []tok, i int) bool {
	if i == 0 || i+1 >= len(toks) {
		return false
	}
	spaced := toks[i-1].flags&spaceAfter != 0 && toks[i].flags&spaceAfter != 0
	w := word(doc, toks[i])
	return (spaced || w == "—" && allCapitals(word(doc, toks[i-1]))) && opener(doc, toks, i+1) == upper
}

// agencyLength returns the length of an agency in brackets and of the dash or colon after
// it that toks start with: "(Reuters) -", "(CNN)". After a city in capitals an agency that
// no list has counts too, where such a mark follows: "KABUL (Pajhwok):".
func agencyLength(doc string, toks []tok, afterCapitals bool) int {
	for i := 1; i < len(toks) && i < 5; i++ {
		w := word(doc, toks[i])
		if w != ")" {
			continue
		}
		known := isAgencyToken(word(doc, toks[i-1]))
		if !known && !afterCapitals || i+1 >= len(toks) {
			return 0
		}
		mark := word(doc, toks[i+1])
		if (isDash(mark) || mark == ":" && opener(doc, toks, i+2) == upper) && i+2 < len(toks) {
			return i + 2
		}
		if !known {
			return 0
		}
		if opener(doc, toks, i+1) == upper {
			return i + 1
		}
		return 0
	}
	return 0
}

// isAgencyToken tells whether w is the (last word of the) name of a news agency or
// broadcaster as datelines have it.
func isAgencyToken(w string) bool {
	switch w {
	case "Reuters", "REUTERS", "AP", "AFP", "CNN", "Xinhua", "TASS", "Bloomberg", "UPI", "Kyodo", "Yonhap", "Interfax", "Novosti", "RIA", "Anadolu", "AA",
		"dpa", "DPA", "ANI", "PTI", "IRNA", "Sputnik", "EFE", "ANSA", "Ukrinform", "UNIAN", "BBC", "VOA", "KUNA", "WAM", "SPA", "MENA", "NNA", "CNA", "ANSAmed":
		return true
	}
	return false
}

// pictureCredit returns how many tokens at a sentence's start are the credit of a picture,
// with the capital of the caption or text right after it: "Jo Doe/AP Ruiz arrives in Oslo";
// 0 for none.
func pictureCredit(doc string, toks []tok) int {
	const longest = 12
	slash := 0
	for i := 0; i+1 < len(toks) && i < longest; i++ {
		w := word(doc, toks[i])
		switch {
		case w == "/" && (i < 2 || toks[i-1].flags&spaceAfter != 0 && toks[i].flags&spaceAfter != 0):
			return 0
		case w == "/":
			slash = i
		case w == "-" || w == "." && i == 1: // "Ahn Young-joon", an initial
		case !isUpper(w[0]) && w[0] < utf8.RuneSelf && w != "via" && toks[i-min(i, 1)].flags&spaceAfter != 0:
			return 0
		case slash > 1 && (isAgencyToken(w) || w == "Images" || w == "Pool") && opener(doc, toks, i+1) == upper && !creditGoesOn(word(doc, toks[i+1])):
			return i + 1
		}
	}
	return 0
}

// creditGoesOn tells the words of a credit that follow an agency: "/AFP Getty Images",
// "/AP Photo".
func creditGoesOn(w string) bool {
	switch w {
	case "/", "Getty", "Images", "Photo", "Pool", "Files", "Newscom", "Archive":
		return true
	}
	return false
}

func isMonthToken(w string) bool {
	switch w {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// allCapitals tells whether w has no small ASCII letter and more than one letter.
func allCapitals(w string) bool {
	for i := 0; i < len(w); i++ {
		if isLower(w[i]) {
			return false
		}
	}
	return len(w) > 1
}

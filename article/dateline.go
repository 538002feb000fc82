package article

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// datelineOf returns the place, with the day where it is told, that the body opens
// with: "BEIJING, Nov. 11" of "BEIJING, Nov. 11 (Reuters) - …". A place that stands
// alone as the first line counts where a comma or its single word shows it.
func datelineOf(front []para) string {
	for i := range front {
		p := &front[i]
		if p.kind == readout.Headline || isCaption(p) {
			continue
		}
		if line, ok := cutDateline(p.plain); ok {
			return line
		}
		if i == 0 && placeLine(p) && len(front) > 1 && front[1].words > 8 {
			return p.plain
		}
		if p.words > 40 {
			break
		}
	}
	return ""
}

func hasDateline(s string) bool {
	_, ok := cutDateline(s)
	return ok
}

// cutDateline returns the dateline that s starts with; ok is false where it has
// none or one that names an agency alone.
func cutDateline(s string) (line string, ok bool) {
	const longest = 80
	head := s
	if len(head) > longest {
		head = head[:longest]
	}
	if i := strings.IndexByte(head, '('); i > 0 {
		j := strings.IndexByte(head[i:], ')')
		if j > 0 && isAgency(head[i+1:i+j]) {
			line = strings.TrimRight(head[:i], " ,")
			return line, isPlaces(line)
		}
	}
	for _, dash := range [...]string{" — ", " – ", " -- ", " ― ", " - ", "—"} {
		i := strings.Index(head, dash)
		if i <= 0 {
			continue
		}
		line = head[:i]
		for _, agency := range [...]string{" CNN", " AP", " AFP", " Reuters", " Xinhua", " TASS", " CNN Business"} {
			if cut, found := strings.CutSuffix(line, agency); found {
				return strings.TrimRight(cut, " ,"), isPlaces(cut)
			}
		}
		capitals := strings.ToUpper(line) == line
		r, _ := utf8.DecodeRuneInString(s[i+len(dash):])
		opens := unicode.IsUpper(r) || r == '“' || r == '"' || r == '‘' || unicode.IsDigit(r)
		if !opens || !capitals && (dash == " - " || dash == "—" || countWords(line) > 3) || isAgency(line) {
			return "", false
		}
		return line, isPlaces(line)
	}
	return "", false
}

func isAgency(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "reuters", "ap", "afp", "cnn", "xinhua", "tass", "itar-tass", "bloomberg", "upi", "kyodo", "yonhap", "interfax", "ria novosti", "anadolu", "aa", "dpa",
		"ani", "pti", "irna", "sputnik", "cnn business", "pa", "efe", "ansa", "ukrinform", "unian", "reuters breakingviews":
		return true
	}
	return false
}

// isPlaces tells whether s could be places, with a day after them.
func isPlaces(s string) bool {
	if len(s) < 3 || countWords(s) > 8 || startsAny(s, "FILE", "TOPSHOT", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday") ||
		countWords(s) > 3 && !strings.ContainsAny(s, ",/") || !startsUpper(s) || strings.ContainsAny(s, ":;?!“”\"") {
		return false
	}
	fields := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '/' })
	for i, w := range fields {
		bare := strings.Trim(w, ",.()")
		if bare == "" || isNumber(bare) {
			continue
		}
		if !startsUpper(bare) && !isNameParticle(bare) && bare != "on" && bare != "aboard" && bare != "near" || i == 0 && isFunctionWord(bare) && bare != "The" {
			return false
		}
	}
	return true
}

// placeLine tells whether the paragraph is a place alone on its line.
func placeLine(p *para) bool {
	if p.words > 6 || p.words == 0 || stopped(p.plain) || !isPlaces(p.plain) || isOutlet(p.plain) || p.kind == readout.Headline || p.heading || kindAlone(p) != readout.Body {
		return false
	}
	comma := strings.Contains(p.plain, ", ")
	return comma && !strings.Contains(p.plain, " and ") || p.words == 1 && strings.ToUpper(p.plain) != p.plain || startsAny(p.plain, "St ", "St. ")
}

// FindDate returns the one full date in s as EDTF and where it stands, or "" where
// s holds none or its day and month are in doubt.
func FindDate(s string) (date string, start, end int) {
	for i := 0; i < len(s); i++ {
		if i > 0 && isWordByte(s[i-1]) || !isWordByte(s[i]) {
			continue
		}
		if d, n := dateAt(s[i:]); n > 0 {
			return d, i, i + n
		}
	}
	return "", 0, 0
}

func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// dateAt returns the date that s starts with and its length: "November 21, 2016",
// "21 Nov. 2016", "2016-11-21".
func dateAt(s string) (string, int) {
	n, w := number(s)
	if w == 4 && len(s) >= 10 && s[4] == '-' && s[7] == '-' {
		m, mw := number(s[5:7])
		d, dw := number(s[8:10])
		if mw == 2 && dw == 2 {
			return dateOf(n, m, d), 10
		}
		return "", 0
	}
	if w == 1 || w == 2 {
		i := w
		i += ordinal(s[i:])
		i += gap(s[i:])
		month, mw := monthAt(s[i:])
		if mw == 0 {
			return "", 0
		}
		i += mw
		i += gap(s[i:])
		year, yw := number(s[i:])
		if yw != 4 {
			return "", 0
		}
		return dateOf(year, month, n), i + yw
	}
	month, mw := monthAt(s)
	if mw == 0 {
		return "", 0
	}
	i := mw + gap(s[mw:])
	day, dw := number(s[i:])
	if dw == 0 || dw > 2 {
		return "", 0
	}
	i += dw
	i += ordinal(s[i:])
	i += gap(s[i:])
	year, yw := number(s[i:])
	if yw != 4 {
		return "", 0
	}
	return dateOf(year, month, day), i + yw
}

func dateOf(year, month, day int) string {
	d := readout.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if _, _, ok := d.Days(); !ok || year < 1900 || year > 2100 {
		return ""
	}
	return string(d)
}

func number(s string) (n, width int) {
	for width < len(s) && width < 5 && '0' <= s[width] && s[width] <= '9' {
		n = n*10 + int(s[width]-'0')
		width++
	}
	return n, width
}

func ordinal(s string) int {
	if startsAny(s, "st", "nd", "rd", "th") {
		return 2
	}
	return 0
}

func gap(s string) int {
	n := 0
	for n < len(s) && (s[n] == ' ' || s[n] == ',' || s[n] == '.') {
		n++
	}
	return n
}

func monthAt(s string) (month, width int) {
	for i, name := range [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"} {
		if len(s) >= len(name) && strings.EqualFold(s[:len(name)], name) {
			return i + 1, len(name)
		}
	}
	for i, name := range [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"} {
		if len(s) > len(name) && strings.EqualFold(s[:len(name)], name) && !isWordByte(s[len(name)]) {
			return i + 1, len(name)
		}
	}
	if len(s) > 3 && strings.EqualFold(s[:3], "Sep") && !isWordByte(s[3]) {
		return 9, 3
	}
	return 0, 0
}

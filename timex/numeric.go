package timex

import (
	"strings"

	"readout/text"
)

// months are what numericDate takes for one: "05-Aug-2016".
var monthNames = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// numericDate reads "2014-11-30", "30/11/2014", "11/30/14", "2014/Nov/30", "2014-11",
// "Dec-2014", and "11/30", which is a day only where the words around say so. A day
// and month that could be either are read month first, as the press of the United
// States writes them.
func numericDate(form string) (word, bool) {
	if len(form) < 4 || len(form) > 17 {
		return word{}, false
	}
	mark := strings.IndexAny(form, "/-.")
	if mark < 1 {
		return glued(form)
	}
	parts := strings.Split(form, form[mark:mark+1])
	var n [3]int
	month := -1 // the part that names the month
	for i, p := range parts {
		if i > 2 {
			return word{}, false
		}
		if digits(p, &n[i]) && len(p) <= 4 {
			continue
		}
		if n[i] = monthOf(p); n[i] == 0 || month >= 0 || form[mark] == '.' {
			return word{}, false
		}
		month = i
	}
	if len(parts) == 3 {
		return threeParts(parts, n, month, form[mark])
	}
	return twoParts(parts, n, month, form[mark])
}

// digitDate reads "20141130".
func digitDate(form string) (word, bool) {
	var y, m, d int
	if !digits(form[:4], &y) || !digits(form[4:6], &m) || !digits(form[6:], &d) || y < 1900 || y > 2099 || !validDay(y, m, d) {
		return word{}, false
	}
	return word{class: cISO, n: int32(y), m: int32(100*m + d)}, true
}

// glued reads "Dec31".
func glued(form string) (word, bool) {
	at := strings.IndexAny(form, "0123456789")
	var d int
	if at < 3 || len(form) > 6 || !digits(form[at:], &d) {
		return word{}, false
	}
	m := monthOf(form[:at])
	return word{class: cMonthDay, n: int32(m), m: int32(d), capital: true}, m > 0 && validDay(2000, m, d)
}

func monthOf(s string) int {
	s = strings.ToLower(s)
	for i, m := range monthNames {
		if strings.HasPrefix(s, m) && (len(s) == 3 || len(s) == 4 && s == "sept") {
			return i + 1
		}
	}
	return 0
}

func threeParts(parts []string, n [3]int, month int, mark byte) (word, bool) {
	y, m, d := n[2], n[0], n[1]
	switch {
	case len(parts[0]) == 4 && month <= 1:
		y, m, d = n[0], n[1], n[2]
	case len(parts[0]) == 4:
		y, m, d = n[0], n[2], n[1]
	case len(parts[2]) != 4 && (mark != '/' || len(parts[2]) != 2 || month >= 0):
		return word{}, false
	case month == 1 || month < 0 && m > 12:
		m, d = d, m
	}
	if len(parts[2]) == 2 && len(parts[0]) != 4 {
		y = century(y)
	}
	if !validDay(y, m, d) || y < 1000 || y > 2199 {
		return word{}, false
	}
	return word{class: cISO, n: int32(y), m: int32(100*m + d)}, true
}

// century puts a year of two figures into the hundred years around the turn of 2000
// that texts of the day speak of.
func century(y int) int {
	if y < 40 {
		return 2000 + y
	}
	return 1900 + y
}

func twoParts(parts []string, n [3]int, month int, mark byte) (word, bool) {
	if mark == '.' {
		return word{}, false
	}
	a, b := n[0], n[1]
	switch {
	case len(parts[0]) == 4 && month != 0 && validDay(a, b, 1) && a >= 1000 && (mark == '-' || month == 1):
		return word{class: cISO, n: int32(a), m: int32(100 * b)}, true
	case len(parts[1]) == 4 && validDay(b, a, 1) && b >= 1000 && (mark == '-' || month == 0):
		return word{class: cISO, n: int32(b), m: int32(100 * a)}, true
	case month == 1 && validDay(2000, b, a):
		return word{class: cMonthDay, n: int32(b), m: int32(a), capital: true}, true
	case len(parts[0]) > 2 && month < 0 || len(parts[1]) > 2 && month < 0 || mark != '/' && month < 0:
	case month != 1 && validDay(2000, a, b):
		return word{class: cMonthDay, n: int32(a), m: int32(b), capital: month == 0}, true
	case month < 0 && validDay(2000, b, a):
		return word{class: cMonthDay, n: int32(b), m: int32(a)}, true
	}
	return word{}, false
}

// widestDate is the number of tokens that a date in figures can be cut into.
const widestDate = 5

// joined reads a date that was cut into tokens at its dashes or slashes, and returns
// the token behind it; i where none begins at token i. Figures that are no date but
// hang together like one are read as no word at all.
func joined(tokens []text.Token, i int) (word, int) {
	if tokens[i].Space || i+2 >= len(tokens) || i > 0 && !tokens[i-1].Space && mark(tokens[i-1].Form) && tokens[i-1].Form == tokens[i+1].Form {
		return word{}, i
	}
	if c := tokens[i].Form[0]; !mark(tokens[i+1].Form) || (c < '0' || c > '9') && monthOf(tokens[i].Form) == 0 {
		return word{}, i
	}
	if _, ok := numericDate(tokens[i].Form); ok {
		return word{}, i // a date by itself, the first of two
	}
	var buf [24]byte
	b := append(buf[:0], tokens[i].Form...)
	j := i + 1
	for ; j < len(tokens) && !tokens[j-1].Space && j-i < 2*widestDate; j++ {
		if len(b)+len(tokens[j].Form) > len(buf) {
			return word{}, i
		}
		if c := tokens[j].Form; c == "," || c == "." || c == ")" || c == ";" || mark(c) && c != tokens[i+1].Form {
			break
		}
		b = append(b, tokens[j].Form...)
	}
	form := string(b)
	w, ok := numericDate(form)
	switch {
	case !ok && !code(form):
		return word{}, i
	case !ok || w.m%100 > 0 && w.class == cISO:
	case i > 0 && monthOf(tokens[i-1].Form) > 0, j < len(tokens) && figures(tokens[j].Form):
		return word{}, i // "Nov. 30-Dec. 1", "2014-Dec 19"
	}
	w.tok, w.end = text.Index(i), text.Index(j)
	return w, j
}

func figures(form string) bool { return form[0] >= '0' && form[0] <= '9' }

func mark(form string) bool { return form == "-" || form == "/" }

// twoDates reads a token that is two dates in figures with a dash between them:
// "10/1/2018-10/7/2018".
func twoDates(form string, tok text.Index) (from, to word, ok bool) {
	at := strings.IndexByte(form, '-')
	if at < 3 || form[0] > '9' || strings.Count(form, "/") < 2 || strings.Count(form, "-") != 1 {
		return from, to, false
	}
	from, a := numericDate(form[:at])
	to, b := numericDate(form[at+1:])
	from.tok, to.tok = tok, tok
	if to.class == cISO && from.class == cMonthDay {
		from.class, from.n, from.m = cISO, to.n, 100*from.n+from.m
	}
	return from, to, a && b
}

// code tells that a token of figures and dashes is no date but a number of some
// other kind: of a telephone, a score, a version.
func code(form string) bool {
	dashes := 0
	for i := 0; i < len(form); i++ {
		switch c := form[i]; {
		case c == '-' || c == '/' || c == '.':
			dashes++
		case c < '0' || c > '9':
			return false
		}
	}
	return dashes > 1
}

// spelled joins numbers and years that are written in words: "twenty-seventh",
// "May twenty nine", "nineteen eighty six", "two thousand and fifteen".
func spelled(w []word) []word {
	out := w[:0]
	for i := 0; i < len(w); {
		x, j := w[i], i+1
		if x.class == cNum && x.letters() {
			x, j = joinNumber(w, i)
			if y, k, ok := yearWord(w, x, j); ok && (i > 0 && w[i-1].class != cNone || k >= i+3) {
				x, j = y, k
			}
		}
		if x.end = w[j-1].tok + 1; w[j-1].end > x.end {
			x.end = w[j-1].end
		}
		out = append(out, x)
		i = j
	}
	return out
}

// letters tells that the number was written in words. Those written in figures
// have no m.
func (w *word) letters() bool { return w.m == spelt }

// spelt marks, as m of a cNum or cOrd, that it was written in words.
const spelt = 1

// joinNumber reads the ones behind the tens.
func joinNumber(w []word, i int) (word, int) {
	x := w[i]
	if x.n < 20 || x.n%10 != 0 || x.n > 90 {
		return x, i + 1
	}
	j := i + 1
	if j < len(w) && w[j].class == cDash {
		j++
	}
	if j < len(w) && (w[j].class == cNum || w[j].class == cOrd) && w[j].letters() && w[j].n > 0 && w[j].n < 10 {
		y := w[j]
		y.n += x.n
		y.tok, y.capital = x.tok, x.capital
		return y, j + 1
	}
	return x, i + 1
}

// yearWord reads a year of which x, which ends at j, is the first number.
func yearWord(w []word, x word, j int) (word, int, bool) {
	if x.class != cNum || j >= len(w) {
		return x, j, false
	}
	switch c := w[j].class; {
	case x.n >= 10 && x.n <= 20 && c == cNum && w[j].letters() && w[j].n >= 10:
		y, k := joinNumber(w, j)
		if y.class != cNum || k < len(w) && (w[k].class == cUnit || w[k].class == cUnits || w[k].class == cHundred) {
			return x, j, false
		}
		return x.year(100*x.n + y.n), k, true
	case x.n >= 10 && x.n <= 20 && c == cHundred:
		if j+1 < len(w) && w[j+1].class == cNum && w[j+1].letters() {
			y, k := joinNumber(w, j+1)
			return x.year(100*x.n + y.n), k, y.class == cNum
		}
	case x.n == 2 && c == cThousand:
		k := j + 1
		if k < len(w) && w[k].class == cAnd {
			k++
		}
		if k < len(w) && w[k].class == cNum && w[k].letters() {
			y, e := joinNumber(w, k)
			return x.year(2000 + y.n), e, y.class == cNum
		}
		return x.year(2000), j + 1, true
	}
	return x, j, false
}

func (w word) year(y int32) word {
	return word{class: cYear, n: y, tok: w.tok, capital: w.capital}
}

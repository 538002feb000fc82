package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"readout/text"
)

//go:embed words.tsv
var wordTable string

//go:embed verbs.tsv
var verbTable string

type class uint8

const (
	cNone class = iota
	cMonth
	cMon // an abbreviation of a month without its dot
	cWeekday
	cWday // an abbreviation of a weekday
	cNum
	cOrd
	cYear
	cHundred
	cUnit
	cUnits
	cFortnight
	cDeictic
	cPart
	cNoon
	cSeason
	cDecade
	cThis
	cLast
	cNext
	cComing
	cPast
	cRecent
	cFollowing
	cPrevious
	cSame
	cThat
	cAgo
	cLater
	cEarlier
	cHence
	cEarly
	cMid
	cLate
	cStart
	cEnd
	cMiddle
	cOf
	cIn
	cOn
	cAt
	cBy
	cOver
	cSince
	cUntil
	cAfter
	cBefore
	cThe
	cA
	cAnd
	cOr
	cTo
	cFrom
	cBetween
	cEvery
	cHalf
	cCouple
	cFew
	cAbout
	cMore
	cLess
	cThan
	cUp
	cLeast
	cNow
	cFiscal
	cTimes
	cDash
	cComma
	cSlash
	cAmPm
	cZone
	cPoss
	cOld
	cDot
	cFull
	cAll
	cAnother
	cISO      // 2014-11-11, 11/30/2014, 2014-11, Dec-2014
	cClock    // 15:30
	cMonthDay // 11/30, Nov-30
	cThousand
	cQuarter // Q1 to Q4, H1 and H2: 1 to 6
	cFeast
	cOther
	cDaily   // "weekly": a set by its unit
	cEachDay // "Tuesdays"
	cOnward  // beginning, starting
	cFor
)

var classNames = map[string]class{
	"month": cMonth, "mon": cMon, "weekday": cWeekday, "wday": cWday, "num": cNum, "ord": cOrd, "hundred": cHundred,
	"unit": cUnit, "units": cUnits, "fortnight": cFortnight, "deictic": cDeictic, "part": cPart, "noon": cNoon,
	"season": cSeason, "decade": cDecade, "this": cThis, "last": cLast, "next": cNext, "coming": cComing, "past": cPast,
	"recent": cRecent, "following": cFollowing, "previous": cPrevious, "same": cSame, "that": cThat, "ago": cAgo,
	"later": cLater, "earlier": cEarlier, "hence": cHence, "early": cEarly, "mid": cMid, "late": cLate, "start": cStart,
	"end": cEnd, "middle": cMiddle, "of": cOf, "in": cIn, "on": cOn, "at": cAt, "by": cBy, "over": cOver, "since": cSince,
	"until": cUntil, "after": cAfter, "before": cBefore, "the": cThe, "a": cA, "and": cAnd, "or": cOr, "to": cTo,
	"from": cFrom, "between": cBetween, "every": cEvery, "half": cHalf, "couple": cCouple, "few": cFew, "about": cAbout,
	"more": cMore, "less": cLess, "than": cThan, "up": cUp, "least": cLeast, "now": cNow, "fiscal": cFiscal,
	"times": cTimes, "dash": cDash, "comma": cComma, "slash": cSlash, "ampm": cAmPm, "zone": cZone, "poss": cPoss,
	"old": cOld, "dot": cDot, "full": cFull, "all": cAll, "another": cAnother, "thousand": cThousand,
	"other": cOther, "daily": cDaily, "weekdays": cEachDay, "onward": cOnward, "for": cFor, "quarter": cQuarter,
}

// triggers are the classes without which a sentence holds no time expression.
var triggers = [...]bool{
	cMonth: true, cMon: true, cWeekday: true, cWday: true, cYear: true, cUnit: true, cUnits: true, cFortnight: true,
	cDeictic: true, cPart: true, cNoon: true, cSeason: true, cDecade: true, cNow: true, cISO: true, cClock: true,
	cAmPm: true, cOrd: true, cMonthDay: true, cQuarter: true, cFeast: true, cDaily: true, cEachDay: true, cThousand: true,
}

func (c class) trigger() bool { return int(c) < len(triggers) && triggers[c] }

// word is a token, or a part of a token that holds a dash or slash, as the
// patterns see it.
type word struct {
	class   class
	capital bool
	n       int32
	m       int32 // minutes of a cClock, month and day of a cISO
	tok     text.Index
	end     text.Index // behind the last token that the word was made of
	feast   *feast     // of a cFeast
}

// Finder holds the word tables. It is made by Load and never changes.
type Finder struct {
	words map[string]word
	verbs map[string]int8
	first [256][20]bool // by first byte and length: whether the table can hold the word

	feasts     map[string][]feast // by their first words
	feastFirst [256]bool          // by the first byte of those
}

// Load reads the embedded tables.
func Load() (*Finder, error) {
	f := &Finder{words: map[string]word{}, verbs: map[string]int8{}}
	err := rows(wordTable, 3, func(c []string) error {
		k, ok := classNames[c[1]]
		n, err := strconv.Atoi(c[2])
		if !ok || err != nil || len(c[0]) >= 20 || c[0] == "" {
			return fmt.Errorf("timex: bad word %q", c)
		}
		w := word{class: k, n: int32(n)}
		if k == cNum || k == cOrd {
			w.m = spelt
		}
		f.words[c[0]] = w
		f.first[c[0][0]][len(c[0])] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := f.loadFeasts(); err != nil {
		return nil, err
	}
	return f, rows(verbTable, 2, func(c []string) error {
		n, err := strconv.Atoi(c[1])
		f.verbs[c[0]] = int8(n)
		return err
	})
}

func rows(table string, columns int, each func([]string) error) error {
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != columns {
			return fmt.Errorf("timex: bad line %q", line)
		}
		if err := each(c); err != nil {
			return err
		}
	}
	return nil
}

// look reads the words of a sentence into buf; hit tells whether any of them can
// stand for a time.
func (f *Finder) look(s *text.Sentence, buf []word) (out []word, hit bool) {
	out = buf[:0]
	for i := 0; i < len(s.Tokens); i++ {
		form := s.Tokens[i].Form
		if x, j := f.feastAt(s.Tokens, i); j > i {
			w := word{capital: true, feast: x, tok: text.Index(i), end: text.Index(j)}
			if x != nil {
				w.class, hit = cFeast, true
			}
			out, i = append(out, w), j-1
			continue
		}
		if w, j := joined(s.Tokens, i); j > i {
			hit = hit || w.class.trigger()
			out = append(out, w)
			i = j - 1
			continue
		}
		if from, to, ok := twoDates(form, text.Index(i)); ok {
			out, hit = append(out, from, word{class: cDash, tok: text.Index(i)}, to), true
			continue
		}
		w, ok := f.word(form)
		if !ok && len(form) > 2 && len(form) < 40 && strings.ContainsAny(form, "-–—/'’.") && !code(form) {
			n := len(out)
			if out, ok = f.split(out, form, text.Index(i)); ok {
				for _, w := range out[n:] {
					hit = hit || w.class.trigger()
				}
				continue
			}
			out = out[:n]
		}
		w.tok = text.Index(i)
		hit = hit || w.class.trigger()
		out = append(out, w)
	}
	if hit {
		out = spelled(out)
	}
	return out, hit
}

// split takes a token apart at dashes and slashes ("10-12", "mid-June", "two-day").
func (f *Finder) split(out []word, form string, tok text.Index) ([]word, bool) {
	known := false
	for len(form) > 0 {
		at, size := strings.IndexAny(form, "-–—/'’"), 1
		if at < 0 {
			at = len(form)
		} else if form[at] >= 0x80 {
			size = 3
		}
		if at > 0 {
			w, ok := f.word(form[:at])
			known = known || ok
			w.tok = tok
			out = append(out, w)
		}
		if at >= len(form) {
			break
		}
		mark := word{tok: tok, class: cDash}
		switch {
		case form[at] == '/':
			mark.class = cSlash
		case form[at] == '\'' || form[at:at+size] == "’":
			if rest := form[at+size:]; rest != "s" && rest != "" {
				return out, false
			}
			mark.class = cPoss
			return append(out, mark), known
		}
		out = append(out, mark)
		form = form[at+size:]
	}
	return out, known
}

func (f *Finder) word(form string) (word, bool) {
	n := len(form)
	if n == 0 || n >= 20 {
		return word{}, false
	}
	c := form[0]
	if last := form[n-1]; c > '9' && c < 0x80 && last >= '0' && last <= '9' {
		if w, ok := glued(form); ok {
			return w, true
		}
	}
	if c >= '0' && c <= '9' || n > 1 && (c == '\'' || c >= 0x80) && strings.HasSuffix(form, "0s") {
		return number(form)
	}
	capital := c >= 'A' && c <= 'Z'
	if capital {
		c += 'a' - 'A'
	}
	if !f.first[c][n] {
		return word{}, false
	}
	var low [20]byte
	for i := 0; i < n; i++ {
		b := form[i]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		low[i] = b
	}
	w, ok := f.words[string(low[:n])]
	w.capital = capital
	if ok && w.class == cZone && !capital {
		return word{}, false
	}
	return w, ok
}

// number reads "11", "11th", "2014", "2014-11-11", "15:30", "1990s", "'90s" and "3pm".
func number(form string) (word, bool) {
	if w, ok := numericDate(form); ok {
		return w, true
	}
	if len(form) >= 10 && form[4] == '-' {
		var y, m, d int
		if digits(form[:4], &y) && digits(form[5:7], &m) && form[7] == '-' && digits(form[8:10], &d) &&
			(len(form) == 10 || form[10] == 'T') && validDay(y, m, d) {
			return word{class: cISO, n: int32(y), m: int32(m*100 + d)}, true
		}
		return word{}, false
	}
	if form[0] > '9' || form[0] == '\'' {
		form = strings.TrimLeft(form, "'’‘")
	}
	i, n := 0, 0
	for i < len(form) && i < 5 && form[i] >= '0' && form[i] <= '9' {
		n = n*10 + int(form[i]-'0')
		i++
	}
	rest := strings.ToLower(form[i:])
	switch {
	case i == 5 && len(form) == 8:
		return digitDate(form)
	case i == 0:
	case rest == "" && i == 4 && n >= 1000 && n < 2100:
		return word{class: cYear, n: int32(n)}, true
	case rest == "" && i <= 4:
		return word{class: cNum, n: int32(n)}, true
	case rest == "s" && n%10 == 0 && (i == 4 && n >= 1000 && n < 2100 || i == 2 && n >= 20):
		return word{class: cDecade, n: int32(n)}, true
	case (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") && i <= 2:
		return word{class: cOrd, n: int32(n)}, true
	case rest == "am" || rest == "pm" || rest == "a.m." || rest == "p.m.":
		return clockWord(n, 0, rest[0] == 'p')
	case len(rest) == 3 && rest[0] == ':' && i <= 2:
		var m int
		if digits(rest[1:], &m) && n < 24 && m < 60 {
			return word{class: cClock, n: int32(n), m: int32(m)}, true
		}
	}
	return word{}, false
}

func clockWord(h, m int, pm bool) (word, bool) {
	if h < 1 || h > 12 {
		return word{}, false
	}
	h %= 12
	if pm {
		h += 12
	}
	return word{class: cClock, n: int32(h), m: int32(m)}, true
}

func digits(s string, n *int) bool {
	*n = 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		*n = *n*10 + int(s[i]-'0')
	}
	return len(s) > 0
}

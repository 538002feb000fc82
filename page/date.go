package page

import (
	"fmt"
	"strings"
	"time"

	"readout"
	"readout/article"
)

// parseDate reads a date or an instant as pages write them and returns it as EDTF or
// RFC 3339 in its own zone, "" where s is none. A day that is written with midnight
// for its time is a day.
func parseDate(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 80 {
		s = s[:80]
	}
	if n, ok := digitsOf(s); ok {
		return fromNumber(s, n)
	}
	if d := isoDate(s); d != "" {
		return d
	}
	for _, layout := range [...]string{time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", time.RFC850, time.UnixDate, time.RubyDate} {
		if t, err := time.Parse(layout, s); err == nil {
			return instant(t)
		}
	}
	date, _, _ := article.FindDate(s)
	if date == "" {
		date, _, _ = numericDate(s)
	}
	return date
}

// numericDate returns the first date in figures, day first, and where it stands:
// "31.01.2022", and "31/01/2022" or "01/31/2022" where no other reading is one.
func numericDate(s string) (date string, start, end int) {
	for i := 0; i+8 <= len(s); i++ {
		if i > 0 && (isAlnum(s[i-1]) || s[i-1] == '.' || s[i-1] == '/') || !isDigit(s[i]) {
			continue
		}
		parts := [3]string{}
		sep := byte(0)
		at := i
		for n := range parts {
			from := at
			for at < len(s) && isDigit(s[at]) {
				at++
			}
			parts[n] = s[from:at]
			if n < 2 && at < len(s) && (n == 0 && (s[at] == '.' || s[at] == '/') || n == 1 && s[at] == sep) {
				sep = s[at]
				at++
			}
		}
		d, m, y := parts[0], parts[1], parts[2]
		if len(y) != 4 || len(d) == 0 || len(d) > 2 || len(m) == 0 || len(m) > 2 {
			continue
		}
		d, m = fmt.Sprintf("%02s", d), fmt.Sprintf("%02s", m)
		if sep == '/' && d <= "12" && m <= "12" && d != m {
			continue // which is the month cannot be told
		}
		if sep == '/' && m > "12" {
			d, m = m, d
		}
		if date := day(y, m, d); date != "" {
			return date, i, at
		}
	}
	return "", 0, 0
}

func instant(t time.Time) string {
	if y := t.Year(); y < 1990 || y > 2100 {
		return ""
	}
	if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02T15:04:05Z07:00")
}

func digitsOf(s string) (int64, bool) {
	n := int64(0)
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || i > 14 {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	return n, s != ""
}

// fromNumber reads 20160503, 20160503142105 and seconds or milliseconds since 1970.
func fromNumber(s string, n int64) string {
	switch len(s) {
	case 8, 14:
		return day(s[:4], s[4:6], s[6:8])
	case 10:
		return instant(time.Unix(n, 0).UTC())
	case 13:
		return instant(time.UnixMilli(n).UTC())
	}
	return ""
}

// day returns the day as EDTF, "" where there is none such.
func day(y, m, d string) string {
	date := readout.Date(y + "-" + m + "-" + d)
	if _, _, ok := date.Days(); !ok || y < "1990" || y > "2100" {
		return ""
	}
	return string(date)
}

// isoDate reads what starts like ISO 8601, in some of the ways that pages bend it:
// "2016-05-03T14:21:05.123+0200", "2016-05-03 14:21", "2016/05/03".
func isoDate(s string) string {
	if len(s) < 10 || s[4] != s[7] || s[4] != '-' && s[4] != '/' && s[4] != '.' {
		return ""
	}
	date := day(s[:4], s[5:7], s[8:10])
	rest := s[10:]
	if date == "" || len(rest) < 6 || rest[0] != 'T' && rest[0] != ' ' && rest[0] != 't' {
		return date
	}
	clock, zone := rest[1:], ""
	end := 0
	for end < len(clock) && (clock[end] >= '0' && clock[end] <= '9' || clock[end] == ':' || clock[end] == '.') {
		end++
	}
	clock, zone = clock[:end], strings.TrimSpace(clock[end:])
	if dot := strings.IndexByte(clock, '.'); dot >= 0 {
		clock = clock[:dot]
	}
	if len(clock) == 5 {
		clock += ":00"
	}
	t, err := time.Parse("15:04:05", clock)
	if err != nil || t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
		return date
	}
	return date + "T" + clock + zoneOf(zone)
}

// zoneOf returns a zone as RFC 3339 has it, "" where s is none.
func zoneOf(s string) string {
	switch {
	case s == "Z" || s == "z" || s == "UTC" || s == "GMT":
		return "Z"
	case len(s) < 3 || s[0] != '+' && s[0] != '-':
		return ""
	}
	var h, m int
	if n, _ := fmt.Sscanf(strings.ReplaceAll(s[1:], ":", ""), "%2d%2d", &h, &m); n == 0 || h > 14 || m > 59 {
		return ""
	}
	return fmt.Sprintf("%c%02d:%02d", s[0], h, m)
}

// addressDate returns the day that an address tells: "/2016/05/03/", "-20160503",
// "/2016/may/03/".
func addressDate(address string) string {
	for i := 0; i+8 <= len(address); i++ {
		if i > 0 && isDigit(address[i-1]) || !isDigit(address[i]) {
			continue
		}
		if d := addressDay(address[i:]); d != "" {
			return d
		}
	}
	return ""
}

func addressDay(s string) string {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n == 8 {
		return day(s[:4], s[4:6], s[6:8])
	}
	if n != 4 || len(s) < 9 || s[4] != '/' && s[4] != '-' && s[4] != '_' {
		return ""
	}
	month, rest, ok := strings.Cut(s[5:], s[4:5])
	if !ok || len(month) > 3 || len(rest) == 0 || !isDigit(rest[0]) {
		return ""
	}
	d := 1
	if len(rest) > 1 && isDigit(rest[1]) {
		d = 2
	}
	if len(rest) > d && isDigit(rest[d]) {
		return ""
	}
	if i := strings.Index("jan feb mar apr may jun jul aug sep oct nov dec", strings.ToLower(month)); len(month) == 3 && i >= 0 && i%4 == 0 {
		month = fmt.Sprintf("%02d", i/4+1)
	}
	return day(s[:4], fmt.Sprintf("%02s", month), fmt.Sprintf("%02s", rest[:d]))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

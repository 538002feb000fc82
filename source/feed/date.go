package feed

import (
	"strings"
	"time"
)

// layouts are how feeds write instants; the zone is cut off before, where it is a name.
var layouts = [...]string{
	time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05Z07:00",
	"Mon, 2 Jan 2006 15:04:05 Z0700", "Mon, 2 Jan 2006 15:04 Z0700", "2 Jan 2006 15:04:05 Z0700", "2 Jan 2006 15:04 Z0700",
	"Mon, 2 Jan 06 15:04:05 Z0700", "Monday, 2 January 2006 15:04:05 Z0700", "Mon, 2 January 2006 15:04:05 Z0700",
	"Mon Jan 2 15:04:05 Z0700 2006", "Jan 2, 2006 15:04:05 Z0700",
}

// days are how feeds write days, and instants whose zone is not known.
var days = [...]string{
	"2006-01-02", "2006/01/02", "20060102", "2 Jan 2006", "Mon, 2 Jan 2006", "January 2, 2006", "2 January 2006",
	"Mon, 2 Jan 2006 15:04:05", "2 Jan 2006 15:04:05", "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04:05.999999999",
}

// zones are the names of zones of RFC 822 and those of Europe that have one meaning.
var zones = map[string]string{
	"GMT": "+0000", "UT": "+0000", "UTC": "+0000", "Z": "+0000",
	"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
	"CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300", "MSK": "+0300", "JST": "+0900", "KST": "+0900",
}

// Date reads a date as feeds write them: "2006-01-02" where only a day is told or the
// zone is not known, RFC 3339 in its own zone otherwise, "" where it is none.
func Date(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 64 {
		return ""
	}
	if at := strings.LastIndexByte(s, ' '); at > 0 {
		name := strings.ToUpper(strings.Trim(s[at+1:], "()"))
		if offset, known := zones[name]; known {
			s = s[:at+1] + offset
		} else if isZoneName(name) {
			s = s[:at]
		}
	}
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil && plausible(t) {
			return t.Format(time.RFC3339)
		}
	}
	for _, l := range days {
		if t, err := time.Parse(l, s); err == nil && plausible(t) {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

func plausible(t time.Time) bool { return t.Year() >= 1900 && t.Year() < 2200 }

func isZoneName(s string) bool {
	if len(s) < 2 || len(s) > 5 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

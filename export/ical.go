package export

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"readout"
	"readout/store"
)

// writeICal writes a calendar (RFC 5545) of what was planned (CONFIRMED), proposed
// (TENTATIVE) or called off (CANCELLED), as whole days. What has no day within a
// month has no place in it.
func writeICal(w io.Writer, j *job) error {
	c := calendar{w: w}
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//Readout//Encounters//EN")
	c.line("CALSCALE:GREGORIAN")
	err := j.each(func(e store.Encounter) error {
		first, last, ok := days(e)
		state := calendarStatus(e.Status.Value())
		switch {
		case state == "":
			j.tally.leave(notAPlan)
		case !ok:
			j.tally.leave(undated)
		case last-first > 31:
			j.tally.leave(vague)
		default:
			j.tally.Written++
			c.event(e, state, first, last)
		}
		return c.err
	})
	if err != nil {
		return err
	}
	c.line("END:VCALENDAR")
	return c.err
}

// calendarStatus is "" for what no calendar of plans holds. What was denied was never
// to be.
func calendarStatus(s readout.Status) string {
	switch s {
	case readout.Planned:
		return "CONFIRMED"
	case readout.Proposed:
		return "TENTATIVE"
	case readout.Cancelled:
		return "CANCELLED"
	}
	return ""
}

// calendar writes content lines; the first error stays.
type calendar struct {
	w   io.Writer
	err error
}

func (c *calendar) event(e store.Encounter, state string, first, last readout.Day) {
	c.line("BEGIN:VEVENT")
	c.line("UID:" + e.ID + "@readout")
	c.line("DTSTAMP:" + stamp(e, first))
	c.line("DTSTART;VALUE=DATE:" + basic(first))
	c.line("DTEND;VALUE=DATE:" + basic(last+1))
	c.line("SUMMARY:" + escaped(headline(e)))
	if e.Place.Present() {
		c.line("LOCATION:" + escaped(e.Place.Value().String()))
	}
	c.line("DESCRIPTION:" + escaped(description(e)))
	c.line("STATUS:" + state)
	c.line("TRANSP:TRANSPARENT")
	c.line("END:VEVENT")
}

// stamp is when the latest of the documents was published: a clock here would make
// other bytes each time.
func stamp(e store.Encounter, first readout.Day) string {
	day := readout.Day(-1 << 30)
	for _, s := range sources(e) {
		if d, ok := readout.PublishedDay(s.Published); ok {
			day = max(day, d)
		}
	}
	if day == -1<<30 {
		day = first
	}
	return basic(day) + "T000000Z"
}

func basic(d readout.Day) string { return strings.ReplaceAll(string(d.Date()), "-", "") }

func description(e store.Encounter) string {
	var out []string
	if g := e.Gathering.Value(); g != "" {
		out = append(out, "Within: "+g)
	}
	if ts := topics(e); len(ts) > 0 {
		out = append(out, "Topics: "+strings.Join(ts, "; "))
	}
	out = append(out, "Date as told: "+string(e.Date.Value()))
	for _, s := range sources(e) {
		out = append(out, strings.TrimSpace(fmt.Sprintf("Told by %s %s %s", orID(s), s.Published, s.URL)))
	}
	return strings.Join(out, "\n")
}

func orID(s store.Source) string {
	if s.Outlet != "" {
		return s.Outlet
	}
	return s.ID
}

// escaped is a TEXT value: no character in it can begin a line or end the value.
func escaped(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer("\\", "\\\\", ";", "\\;", ",", "\\,", "\r\n", "\\n", "\n", "\\n", "\r", "\\n").Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

// line writes one content line, folded so that none is longer than 75 bytes and no
// character is cut.
func (c *calendar) line(s string) {
	room := 75
	for len(s) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		c.put(s[:cut] + "\r\n ")
		s, room = s[cut:], 74
	}
	c.put(s + "\r\n")
}

func (c *calendar) put(s string) {
	if c.err == nil {
		_, c.err = io.WriteString(c.w, s)
	}
}

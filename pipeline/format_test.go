package pipeline

import (
	"testing"

	"readout"
)

// TestFormat reads in what form people met, from a sentence each.
func TestFormat(t *testing.T) {
	reader := load(t).NewReader()
	reader.Least = 0 // one sentence says little to be sure by
	for _, c := range []struct{ text, want string }{
		{"Angela Merkel and Emmanuel Macron held a one-on-one meeting in Berlin.", "one-on-one"},
		{"Vladimir Putin and Emmanuel Macron held talks in a restricted format in Moscow.", "one-on-one"},
		{"Vladimir Putin held talks with Emmanuel Macron in an expanded format in Moscow.", "expanded"},
		{"Angela Merkel met Emmanuel Macron behind closed doors in Berlin.", "closed-door"},
		{"The closed-door talks between Russia and Ukraine in Minsk lasted six hours.", "closed-door"},
		{"Angela Merkel had lunch with Emmanuel Macron.", "meal"},
		{"Angela Merkel met Emmanuel Macron over dinner in Berlin.", "meal"},
		{"Angela Merkel met Emmanuel Macron on the sidelines of the G20 summit in Osaka.", "on the margins"},
		{"Angela Merkel called Vladimir Putin.", "telephone"},
		{"Angela Merkel spoke with Emmanuel Macron by video link.", "video"},
		{"Angela Merkel held a joint news conference with Emmanuel Macron in Paris.", "joint appearance"},
		{"Donald Trump and Kim Jong Un shook hands in Hanoi.", "handshake"},
		{"Angela Merkel met Emmanuel Macron in Paris.", ""},
	} {
		es := reader.Read(readout.Document{ID: "x", Published: "2019-08-28", Text: c.text}).Encounters
		if len(es) != 1 {
			t.Errorf("%s: %d encounters, want one", c.text, len(es))
			continue
		}
		if got := es[0].Format.Value(); got != c.want {
			t.Errorf("%s: format %q, want %q", c.text, got, c.want)
		}
	}
}

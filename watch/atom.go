package watch

import (
	"encoding/xml"
	"io"
	"time"

	"readout/store"
)

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomEntry struct {
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Category []atomLabel `xml:"category"`
	Content  atomContent `xml:"content"`
}

type atomLabel struct {
	Term string `xml:"term,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// WriteAtom writes alerts, the latest first, as an Atom feed (RFC 4287).
func WriteAtom(w io.Writer, title string, alerts []store.Alert) error {
	f := atomFeed{ID: "urn:readout:alerts:" + title, Title: title, Author: "readout", Updated: time.Unix(0, 0).UTC().Format(time.RFC3339)}
	for _, a := range alerts {
		at := a.At.UTC().Format(time.RFC3339)
		f.Updated = max(f.Updated, at)
		text := a.Subject.Says
		if a.Before != "" && a.Before != text {
			text += "\nBefore: " + a.Before
		}
		f.Entries = append(f.Entries, atomEntry{
			ID: "urn:readout:alert:" + a.ID(), Title: string(a.Change) + " " + a.Subject.What + ": " + a.Subject.Says, Updated: at,
			Category: []atomLabel{{a.Query}, {string(a.Change)}, {a.Subject.What}}, Content: atomContent{"text", text}})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(f); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

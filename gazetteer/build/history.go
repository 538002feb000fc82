package build

import (
	"encoding/xml"
	"io/fs"
)

// The folders of the Office of the Historian with who was where and when.
const (
	presidentTravels = "history-at-state/travels/president-travels"
	secretaryTravels = "history-at-state/travels/secretary-travels"
	visitsTo         = "history-at-state/visits/data"
)

// journeyRecord is a journey as the Office of the Historian records it, in its own
// words on single lines. One of an American has name, country, locale and remarks; a
// visit to the United States has visitor, where from and what it was about instead.
type journeyRecord struct {
	ID      string `xml:"id"`
	Role    string `xml:"role"`
	Name    string `xml:"name"`
	Start   string `xml:"start-date"`
	End     string `xml:"end-date"`
	Country string `xml:"country"`
	Locale  string `xml:"locale"`
	Remarks string `xml:"remarks"`
	Visitor string `xml:"visitor"`
	From    string `xml:"from"`
	About   string `xml:"description"`
}

// recordedJourneys are the journeys of a folder, in the order of its files. A missing
// folder holds none.
func recordedJourneys(in fs.FS, folder string) ([]journeyRecord, error) {
	files, err := fs.Glob(in, folder+"/*.xml")
	if err != nil {
		return nil, err
	}
	var out []journeyRecord
	for _, file := range files {
		raw, err := fs.ReadFile(in, file)
		if err != nil {
			return nil, err
		}
		var doc struct {
			Trips  []journeyRecord `xml:"trip"`
			Visits []journeyRecord `xml:"visit"`
		}
		if err := xml.Unmarshal(raw, &doc); err != nil {
			return nil, err
		}
		out = append(append(out, doc.Trips...), doc.Visits...)
	}
	for i := range out {
		out[i].trim()
	}
	return out, nil
}

func (r *journeyRecord) trim() {
	for _, field := range []*string{&r.Name, &r.Country, &r.Locale, &r.Remarks, &r.Visitor, &r.From, &r.About} {
		*field = oneLine(*field)
	}
}

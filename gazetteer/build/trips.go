package build

import (
	"encoding/xml"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"readout"
	"readout/gazetteer"
)

// Trip is a journey of a President or Secretary of State of the United States, or
// a visit of a foreign leader to the United States, as the Office of the Historian
// records it: who, from when to when, where, whom they met, what they attended.
type Trip struct {
	ID       string    `json:"id"`
	Visit    bool      `json:"visit,omitempty"` // a foreign leader's, to the United States
	Who      Met       `json:"who"`
	From     string    `json:"from"`
	To       string    `json:"to"`
	City     string    `json:"city,omitempty"`
	Country  string    `json:"country"`
	Code     string    `json:"code,omitempty"`
	Met      []Met     `json:"met"`
	Attended []Attends `json:"attended,omitempty"`
	Remarks  string    `json:"remarks"`
}

// Met is somebody as the record writes the name, and who that is by the gazetteer:
// empty where it is not sure.
type Met struct {
	Told    string `json:"told"`
	Name    string `json:"name,omitempty"`
	Office  string `json:"office,omitempty"`
	Country string `json:"country,omitempty"`
}

// Attends is a gathering as the record writes it, and which one it is.
type Attends struct {
	Told string `json:"told"`
	Name string `json:"name,omitempty"`
	From string `json:"from,omitempty"`
	City string `json:"city,omitempty"`
}

// journeyRecord is a journey as the input has it; visits name visitor and origin instead.
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

// Trips reads the trips and visits beneath a folder of inputs that began in the
// year or later.
func Trips(in fs.FS, g *gazetteer.Gazetteer, since string) ([]Trip, error) {
	var out []Trip
	for _, dir := range []string{"travels/president-travels", "travels/secretary-travels", "visits/data"} {
		files, err := fs.Glob(in, "history-at-state/"+dir+"/*.xml")
		if err != nil {
			return nil, err
		}
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
			for _, t := range append(doc.Trips, doc.Visits...) {
				if t.Start >= since {
					out = append(out, t.facts(g, path.Base(path.Dir(file))))
				}
			}
		}
	}
	return out, nil
}

func (t journeyRecord) facts(g *gazetteer.Gazetteer, table string) Trip {
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	out := Trip{ID: table + "/" + t.ID, From: t.Start, To: t.End, City: plain(t.Locale), Country: plain(t.Country), Remarks: plain(t.Remarks), Met: []Met{}}
	day, _, hasDay := readout.Date(t.Start).Days()
	if t.Visitor != "" {
		out.Visit = true
		out.City, out.Country, out.Remarks = "Washington", "United States", plain(t.About)
		from := plain(t.From)
		for i, told := range titledNames(plain(t.Visitor)) {
			m := resolve(g, told, from+". "+out.Remarks, day, hasDay)
			if i == 0 {
				out.Who = m
			} else {
				out.Met = append(out.Met, m)
			}
		}
		if out.Who.Told == "" {
			out.Who.Told = plain(t.Visitor)
		}
	} else {
		out.Who = resolve(g, strings.ReplaceAll(t.Role, "-", " ")+" "+plain(t.Name), "United States", day, hasDay)
		for _, told := range titledNames(out.Remarks) {
			out.Met = append(out.Met, resolve(g, told, out.Country+". "+out.Remarks, day, hasDay))
		}
	}
	if s := g.StateNamed(out.Country); s != nil {
		out.Code = s.Country
	}
	for _, told := range attendedForm.FindAllStringSubmatch(out.Remarks, -1) {
		a := Attends{Told: told[1]}
		if e, _ := g.Event(told[1]+" in "+out.City, day, hasDay); e != nil && e.From-10 <= day && day <= e.To+10 {
			a.Name, a.From, a.City = e.Name, string(e.From.Date()), e.City
		}
		out.Attended = append(out.Attended, a)
	}
	return out
}

func resolve(g *gazetteer.Gazetteer, told, context string, day readout.Day, hasDay bool) Met {
	m := Met{Told: told}
	a := g.Who(gazetteer.Question{Phrase: told, Context: context, Day: day, HasDay: hasDay})
	if a.Person != nil {
		m.Name, m.Office, m.Country = a.Person.Name, a.Office, a.Country
	}
	return m
}

// titledNames finds the people whom a remark such as "Met with President Gul and
// Foreign Minister Ali Babacan." names with their titles.
func titledNames(text string) (out []string) {
	at := titleForm.FindAllStringIndex(text, -1)
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		if name := strings.TrimSpace(nameForm.FindString(text[m[1]:end])); name != "" {
			out = append(out, text[m[0]:m[1]]+strings.TrimRight(strings.TrimSuffix(name, "’s"), ". "))
		}
	}
	return out
}

const namePart = `(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]*|al-[\p{L}'’-]+|bin|de|da|van|von|der|del|el|la|dos|ben)`

var (
	titleForm    = regexp.MustCompile(`(?:Acting |Interim |Deputy |Vice |Federal |First )?(?:President|Prime Minister|Foreign Minister|Minister of Foreign Affairs|Minister for Foreign Affairs|Foreign Affairs Minister|Foreign Secretary|Chancellor|Premier|King|Queen|Emperor|Sultan|Emir|Amir|Crown Prince|Taoiseach|Pope|Secretary[- ]General|Defense Minister|High Representative) `)
	nameForm     = regexp.MustCompile(`^` + namePart + `(?: ` + namePart + `)*`)
	attendedForm = regexp.MustCompile(`[Aa]ttended (?:the |a |an )?([^.;]*?(?:[Ss]ummit|[Mm]eeting|[Cc]onference|[Ff]orum|Assembly|funeral|Council|Ministerial)[^.;,]*)`)
)

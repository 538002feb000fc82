package build

import (
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

// Trips reads the trips and visits beneath a folder of inputs that began in the
// year or later.
func Trips(in fs.FS, g *gazetteer.Gazetteer, since string) ([]Trip, error) {
	var out []Trip
	for _, folder := range []string{presidentTravels, secretaryTravels, visitsTo} {
		journeys, err := recordedJourneys(in, folder)
		if err != nil {
			return nil, err
		}
		for _, t := range journeys {
			if t.Start >= since {
				out = append(out, t.facts(g, path.Base(folder)))
			}
		}
	}
	return out, nil
}

func (t journeyRecord) facts(g *gazetteer.Gazetteer, table string) Trip {
	out := Trip{ID: table + "/" + t.ID, From: t.Start, To: t.End, City: t.Locale, Country: t.Country, Remarks: t.Remarks, Met: []Met{}}
	day, _, hasDay := readout.Date(t.Start).Days()
	if t.Visitor != "" {
		out.Visit = true
		out.City, out.Country, out.Remarks = "Washington", "United States", t.About
		for i, told := range titledNames(t.Visitor) {
			m := resolve(g, told, t.From+". "+out.Remarks, day, hasDay)
			if i == 0 {
				out.Who = m
			} else {
				out.Met = append(out.Met, m)
			}
		}
		if out.Who.Told == "" {
			out.Who.Told = t.Visitor
		}
	} else {
		out.Who = resolve(g, strings.ReplaceAll(t.Role, "-", " ")+" "+t.Name, "United States", day, hasDay)
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

package build

import (
	"regexp"
	"strings"

	"readout/gazetteer"
)

// firstJourney is where the table of journeys begins: what came before, today's news
// does not tell.
const firstJourney = "1990"

// journeys reads who was where from when to when: the journeys of the presidents and
// secretaries of state of the United States, and the visits of leaders there.
func (b *builder) journeys() error {
	h := b.holders()
	for _, folder := range []string{presidentTravels, secretaryTravels} {
		trips, err := recordedJourneys(b.in, folder)
		if err != nil {
			return err
		}
		for _, t := range trips {
			b.travel(h, t)
		}
	}
	visits, err := recordedJourneys(b.in, visitsTo)
	if err != nil {
		return err
	}
	for _, v := range visits {
		_, name := titled(v.Visitor)
		iso := b.isoOf[gazetteer.Fold(v.From)]
		if who := h.inOffice(iso, name, v.Start); iso != "US" && who != "" {
			b.journey(who, "US", visitedCity(v.About), v.Start, v.End, v.About)
		}
	}
	return nil
}

// travel takes a journey of an American.
func (b *builder) travel(h holders, t journeyRecord) {
	who, iso := h.inOffice("US", t.Name, t.Start), b.visited(t.Country)
	if who == "" || iso == "" {
		if t.Start >= firstJourney {
			b.drop("journey of %s to %s on %s: not known who or where", t.Name, t.Country, t.Start)
		}
		return
	}
	b.journey(who, iso, strings.Join(splitCities(t.Locale), "|"), t.Start, t.End, t.Remarks)
}

// visited is the code of a country as the table of journeys names it: "Denmark
// (Greenland)", "Germany, Federal Republic of".
func (b *builder) visited(country string) string {
	plain, part, _ := strings.Cut(country, " (")
	plain, _, _ = strings.Cut(plain, ",")
	part = strings.TrimSuffix(part, ")")
	if country == "Korea, North" {
		return "KP"
	}
	switch plain {
	case "Palestinian Authority", "West Bank", "Gaza":
		return "PS"
	case "Macedonia":
		return "MK"
	case "Congo", "Democratic Republic of the Congo":
		return "CD"
	case "Serbia-Montenegro", "Yugoslavia":
		if part == "Kosovo" {
			return "XK"
		}
	}
	if iso := b.isoOf[gazetteer.Fold(part)]; part != "" && iso != "" {
		return iso
	}
	return b.isoOf[gazetteer.Fold(plain)]
}

func (b *builder) journey(who, iso, cities, from, to, remarks string) {
	if from < firstJourney || len(from) != 10 || len(to) != 10 || to < from {
		return
	}
	k := who + "\t" + iso + "\t" + cities + "\t" + from
	if b.people.terms["journey\t"+k] {
		return
	}
	b.people.terms["journey\t"+k] = true
	b.add("journeys.tsv", who, iso, cities, from, to, remarks, "history-at-state")
}

// holders are the terms of office by country.
type holders map[string][]holder

type holder struct {
	*person
	from, to string
	leads    bool
}

func (b *builder) holders() holders {
	h := holders{}
	for _, row := range b.rows["offices.tsv"] {
		if p := b.people.byID[row[0]]; p != nil {
			h[row[2]] = append(h[row[2]], holder{p, row[3], row[4], leads(row[1])})
		}
	}
	return h
}

// leads tells an office whose journeys are recorded from those of envoys of the same
// family name.
func leads(office string) bool {
	switch office {
	case "president", "prime minister", "chancellor", "secretary of state", "foreign minister", "king", "queen", "emir", "sultan", "emperor", "crown prince":
		return true
	}
	return false
}

// inOffice is the id of somebody of that family name who acted for the country on the
// day, a leader before others; "" where none or more than one did.
func (h holders) inOffice(iso, name, day string) string {
	found, leader, several := "", false, false
	name = key(name)
	for _, x := range h[iso] {
		if x.from > day || x.to != "" && x.to < day || x.id == found && leader || !shareFamily(x.person, name) {
			continue
		}
		switch {
		case found == "" || x.leads && !leader:
			found, leader, several = x.id, x.leads, false
		case x.leads == leader && x.id != found:
			several = true
		}
	}
	if several {
		return ""
	}
	return found
}

// shareFamily tells whether a name (its key) holds the family name of a person, or is
// one of the person's.
func shareFamily(p *person, name string) bool {
	if key(p.name) == name {
		return true
	}
	for _, s := range strings.Split(p.surnames, "|") {
		if s != "" && strings.Contains(" "+name+" ", " "+key(s)+" ") {
			return true
		}
	}
	for _, a := range strings.Split(p.aliases, "|") {
		if a != "" && key(a) == name {
			return true
		}
	}
	return false
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// splitCities reads "Paris, Omaha Beach and Bénouville".
func splitCities(locale string) []string {
	var out []string
	for _, c := range regexp.MustCompile(`,|;| and |/`).Split(locale, -1) {
		if c = strings.TrimSpace(c); c != "" {
			out = append(out, c)
		}
	}
	return out
}

var placeTold = regexp.MustCompile(`\b(?:at|in|to|visited) (?:the )?((?:[A-Z][\w'-]+ ?)+), (?:[A-Z]{2}|[A-Z][a-z]+)\b|\bin (New York|Chicago|Honolulu|Houston|San Francisco)\b`)

// visitedCity is where in the United States a visit was, as its description tells: it
// is the capital where nothing else is told of a visit by invitation.
func visitedCity(description string) string {
	var out []string
	for _, m := range placeTold.FindAllStringSubmatch(description, -1) {
		if c := strings.TrimSpace(m[1] + m[2]); c != "" {
			out = append(out, c)
		}
	}
	d := strings.ToLower(description)
	also := strings.Contains(d, "also visited")
	for _, w := range []string{"working visit.", "official visit.", "state visit.", "working lunch", "bilateral meeting", "state dinner"} {
		if strings.Contains(d, w) && (len(out) == 0 || also) {
			return strings.Join(append([]string{"Washington"}, out...), "|")
		}
	}
	return strings.Join(out, "|")
}

package build

import (
	"encoding/xml"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"readout/gazetteer"
)

// pocomPost is a post of the Department of State with those who held it.
type pocomPost struct {
	ID         string       `xml:"id"`
	Territory  string       `xml:"territory-id"`
	Singular   string       `xml:"names>singular"`
	Chiefs     []pocomEntry `xml:"chiefs>chief"`
	Principals []pocomEntry `xml:"principals>principal"`
}

type pocomEntry struct {
	Person    string `xml:"person-id"`
	Role      string `xml:"role-title-id"`
	Appointed string `xml:"appointed>date"`
	Started   string `xml:"started>date"`
	Ended     string `xml:"ended>date"`
}

type pocomPerson struct {
	ID       string `xml:"id"`
	Surname  string `xml:"persName>surname"`
	Forename string `xml:"persName>forename"`
	Suffix   string `xml:"persName>genName"`
}

// pocom takes the principal officers and chiefs of mission of the United States
// that served after 1989.
func (b *builder) pocom() error {
	known, err := b.pocomPeople()
	if err != nil {
		return err
	}
	for _, dir := range []string{"missions-countries", "missions-orgs", "positions-principals"} {
		files, err := fs.Glob(b.in, "history-at-state/pocom/"+dir+"/*.xml")
		if err != nil {
			return err
		}
		for _, file := range files {
			var post pocomPost
			if err := b.readXML(file, &post); err != nil {
				return err
			}
			office := b.pocomOffice(dir, strings.TrimSuffix(path.Base(file), ".xml"), post)
			if office == "" {
				b.drop("pocom: no office of ours for %s", path.Base(file))
				continue
			}
			b.pocomTerms(office, append(post.Chiefs, post.Principals...), known)
		}
	}
	return nil
}

func (b *builder) readXML(file string, into any) error {
	raw, err := fs.ReadFile(b.in, file)
	if err != nil {
		return err
	}
	return xml.Unmarshal(raw, into)
}

func (b *builder) pocomPeople() (map[string]pocomPerson, error) {
	files, err := fs.Glob(b.in, "history-at-state/pocom/people/*/*.xml")
	if err != nil {
		return nil, err
	}
	known := make(map[string]pocomPerson, len(files))
	for _, file := range files {
		var p pocomPerson
		if err := b.readXML(file, &p); err != nil {
			return nil, err
		}
		known[p.ID] = p
	}
	return known, nil
}

// pocomOffice is our name for a post, "" for those that the news never names.
func (b *builder) pocomOffice(dir, id string, post pocomPost) string {
	switch dir {
	case "missions-countries":
		if iso := b.isoOf[gazetteer.Fold(strings.ReplaceAll(post.Territory, "-", " "))]; iso != "" {
			return "ambassador to " + b.stateName(iso)
		}
		return ""
	case "missions-orgs":
		return map[string]string{"representative-to-un": "ambassador to the United Nations", "representative-to-eu": "ambassador to the European Union", "representative-to-nato": "ambassador to NATO", "representative-to-osce": "ambassador to the OSCE", "representative-to-oas": "ambassador to the OAS", "representative-to-au": "ambassador to the African Union", "representative-to-asean": "ambassador to ASEAN", "representative-to-iaea": "ambassador to the IAEA"}[id]
	}
	singular := strings.Join(strings.Fields(post.Singular), " ")
	for _, rank := range []string{"Assistant Secretary of State for ", "Under Secretary of State for ", "Under Secretary for "} {
		if of, ok := strings.CutPrefix(singular, rank); ok && id != "under-secretary-for-mgmt" && id != "assistant-secretary-for-administration" {
			first, _, _ := strings.Cut(strings.ToLower(rank), " secretary")
			return first + " secretary of state for " + of
		}
	}
	return map[string]string{"counselor": "State Department counselor", "director-policy-planning": "director of policy planning", "legal-adviser": "State Department legal adviser", "coordinator-combatting-terrorism": "coordinator for counterterrorism", "administrator-aid": "USAID administrator", "ambassador-at-large": "ambassador-at-large", "director-us-arms-control-disarmament-agency": "director of the Arms Control and Disarmament Agency", "deputy-secretary": "deputy secretary of state", "deputy-secretary-for-mgmt-and-resources": "deputy secretary of state for management", "us-trade-representative": "trade representative"}[id]
}

func (b *builder) pocomTerms(office string, list []pocomEntry, known map[string]pocomPerson) {
	ours := "9" // the day that our own list of the office begins, after all of theirs where there is none
	for _, s := range b.people.runs[office+"/US"] {
		ours = min(ours, s.from)
	}
	for i, e := range list {
		from := dayForm.FindString(first(e.Appointed, e.Started)) // the news calls them so before the credentials are handed over
		to := dayForm.FindString(e.Ended)
		if to == "" && i+1 < len(list) {
			to = dayForm.FindString(first(list[i+1].Appointed, list[i+1].Started))
		}
		who, ok := known[e.Person]
		if !ok || from == "" || to != "" && (to < "1990" || to < from) || to == "" && from < "2017" {
			if ok && (from == "" || to == "" || to >= "1990") && first(from, to) >= "1990" {
				b.drop("pocom %s: no day that %s began or ended", office, who.Surname)
			}
			continue
		}
		if from >= ours {
			continue
		}
		if to == "" || to > ours {
			to = strings.TrimPrefix(ours, "9")
		}
		held := office
		if strings.HasPrefix(e.Role, "charge") {
			held = "charge d'affaires" + strings.TrimPrefix(office, "ambassador")
		}
		b.term(b.american(who), held, "US", from, to, "", "history-at-state")
		b.people.runs[held+"/US"] = append(b.people.runs[held+"/US"], span{from, to})
	}
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

var dayForm = regexp.MustCompile(`^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$`)

// american finds the officer among the people of the United States whom we have
// already, by the name with or without initials, or makes one.
func (b *builder) american(who pocomPerson) *person {
	forenames := strings.Fields(strings.NewReplacer("(", "", ")", "").Replace(who.Forename))
	full := strings.Join(append(forenames, who.Surname), " ")
	short := full
	if len(forenames) > 1 {
		given := forenames[0]
		if isInitial(given) {
			given = forenames[1]
		}
		short = given + " " + who.Surname
	}
	for _, name := range append([]string{full, short}, nicknamed(short)...) {
		if p := b.people.byKey[key(name)]; p != nil && b.served(p, "US") {
			if key(full) != key(p.name) {
				p.aliases = union(p.aliases, full)
			}
			return p
		}
	}
	p := b.people.make(short, "", "", "history-at-state")
	if short != full {
		p.aliases = union(p.aliases, full)
		if b.people.byKey[key(full)] == nil {
			b.people.byKey[key(full)] = p
		}
	}
	p.surnames = who.Surname
	return p
}

func isInitial(w string) bool { return len(strings.TrimSuffix(w, ".")) == 1 }

// nicknamed gives the name with the short forms that the press prefers.
func nicknamed(name string) (out []string) {
	given, rest, _ := strings.Cut(name, " ")
	for _, pair := range [][2]string{{"William", "Bill"}, {"Thomas", "Tom"}, {"Robert", "Bob"}, {"James", "Jim"}, {"Richard", "Dick"}, {"Joseph", "Joe"}, {"Christopher", "Chris"}, {"Michael", "Mike"}, {"Daniel", "Dan"}, {"David", "Dave"}, {"Edward", "Ed"}, {"Kenneth", "Ken"}, {"Samuel", "Sam"}, {"Susan", "Sue"}, {"Elizabeth", "Liz"}, {"Antony", "Tony"}, {"Anthony", "Tony"}, {"R.", "Nicholas"}, {"Jeffrey", "Jeff"}, {"Ronald", "Ron"}, {"Donald", "Don"}, {"Stephen", "Steve"}, {"Steven", "Steve"}, {"Jacob", "Jake"}, {"Gerald", "Jerry"}, {"Lawrence", "Larry"}, {"Nicholas", "Nick"}, {"Timothy", "Tim"}, {"Gregory", "Greg"}, {"Patrick", "Pat"}, {"Charles", "Chuck"}, {"Charles", "Charlie"}, {"Francis", "Frank"}, {"Philip", "P. J."}, {"Matthew", "Matt"}, {"Benjamin", "Ben"}, {"Andrew", "Andy"}, {"Walter", "Walt"}, {"Catherine", "Cathy"}} {
		if pair[0] == given {
			out = append(out, pair[1]+" "+rest)
		}
	}
	return out
}

// served tells whether a person has a term of that side.
func (b *builder) served(p *person, side string) bool {
	for _, row := range b.rows["offices.tsv"] {
		if row[0] == p.id && row[2] == side {
			return true
		}
	}
	return false
}

package coref

import (
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// facts answers what the gazetteer knows, as of the document's date.
type facts struct {
	gaz   *gazetteer.Gazetteer
	day   readout.Day
	dated bool
	era   bool                 // day is one that the publisher or the text tells
	term  readout.Day          // the day on which offices are held: day, or one that the titles tell
	from  readout.Day          // of a document without a day, the first that it may be of; else term
	sure  bool                 // term is told
	home  string               // code of the state for which the outlet speaks, or ""
	sides map[string][2]string // words of a title -> side and code
}

func newFacts(gaz *gazetteer.Gazetteer, doc readout.Document, sents []text.Sentence) facts {
	f := facts{gaz: gaz, sides: map[string][2]string{}}
	f.home = f.officeOf(doc.Outlet)
	if f.day, f.dated = readout.PublishedDay(doc.Published); !f.dated {
		f.day, f.era = lastYear(sents, gaz.Last())
	}
	f.era = f.era || f.dated
	f.term, f.from, f.sure = f.day, f.day, f.era
	if f.era && !f.dated {
		f.from = readout.DayOf(yearOf(f.day), 1, 1)
	}
	return f
}

// officeOf returns the code of the state of which an outlet is an office ("The White
// House", "President of Kazakhstan"), or "". The press speaks for no state.
func (f *facts) officeOf(outlet string) string {
	name, _, _ := strings.Cut(outlet, "(")
	name = strings.TrimPrefix(strings.TrimSpace(name), "The ")
	for _, ref := range f.gaz.Find(name) {
		if ref.Kind == gazetteer.Outlet {
			return ""
		}
		if ref.Kind == gazetteer.Body || ref.As == gazetteer.Metonym {
			return ref.Country
		}
	}
	if officeIn(name) == otherOffice && !strings.Contains(name, "Ministry") {
		return ""
	}
	_, iso := f.sideIn(name)
	return iso
}

// lastYear is the last day of the latest year that the text tells, for documents
// without a date; no later than the tables know. told is false where it tells none:
// then who holds an office is not known either.
func lastYear(sents []text.Sentence, last readout.Day) (day readout.Day, told bool) {
	latest := 0
	limit, _, _ := last.Civil()
	for i := range sents {
		for k := range sents[i].Tokens {
			t := &sents[i].Tokens[k]
			if len(t.Form) != 4 || t.Form < "1945" || t.Form > "2099" || strings.Trim(t.Form, "0123456789") != "" {
				continue
			}
			if y := int(t.Form[0]-'0')*1000 + int(t.Form[1]-'0')*100 + int(t.Form[2]-'0')*10 + int(t.Form[3]-'0'); y > latest && y <= limit {
				latest = y
			}
		}
	}
	if latest == 0 {
		return last, false
	}
	return min(last, readout.DayOf(latest, 12, 31)), true
}

// sexOf tells of which sex a given name is, where it is of one only.
func (f *facts) sexOf(given string) (female, male bool) {
	female, male = f.gaz.GivenName(given)
	if female && male {
		return false, false
	}
	return female, male
}

// asTokens sets apart what the segmenter sets apart in the words of a title.
var asTokens = strings.NewReplacer("'s", " 's", "’s", " ’s", ",", " , ")

// sideIn returns the first state, or body that acts for a state, that the words of
// a title name, up to a "to" ("ambassador to Russia" acts for somebody else).
func (f *facts) sideIn(words string) (side, iso string) {
	if words == "" {
		return "", ""
	}
	if s, ok := f.sides[words]; ok {
		return s[0], s[1]
	}
	forms := strings.Fields(asTokens.Replace(words))
	for i := 0; i < len(forms) && side == ""; {
		if forms[i] == "to" && !servesHolder(forms[i+1:]) || forms[i] == "on" {
			break
		}
		n, refs := f.gaz.Longest(forms, i)
		if n == 0 {
			i++
			continue
		}
		if i += n; i < len(forms) && refs[0].As != gazetteer.Adjective && concerns(forms[i]) && strings.ToUpper(forms[i-1]) != forms[i-1] {
			continue // "Russia adviser": whom he knows, not whom he serves
		}
		if side, iso = sideOfRef(refs[0]); ofOneState(refs[0]) {
			if s, code := f.stateBehind(forms[i:]); s != "" {
				side, iso = s, code
			}
		}
	}
	f.sides[words] = [2]string{side, iso}
	return side, iso
}

// ofSeveralStates tells whether a name is that of a body of several states.
func (f *facts) ofSeveralStates(name string) bool {
	for _, r := range f.gaz.Find(name) {
		if r.Kind == gazetteer.Body && (r.Class == "international" || r.Class == "regional") {
			return true
		}
	}
	return false
}

// ofOneState tells a body of one state, whose name may be that of another's too: the "House of
// Representatives", the "National Security Council".
func ofOneState(r gazetteer.Ref) bool {
	return r.Kind == gazetteer.Body && r.Country != "" && r.Side != r.Name
}

// stateBehind returns the state that "of" names right behind the name of a body: in "of the
// Republic of Cyprus" Cyprus.
func (f *facts) stateBehind(forms []string) (side, iso string) {
	if len(forms) < 2 || forms[0] != "of" {
		return "", ""
	}
	at := 1
	if forms[at] == "the" && len(forms) > 2 {
		at++
	}
	if n, refs := f.gaz.Longest(forms, at); n > 0 && refs[0].Kind == gazetteer.State && refs[0].As <= gazetteer.Short {
		return sideOfRef(refs[0])
	}
	return "", ""
}

// servesHolder tells the words behind "adviser to" for the holder of an office, for whose side
// the adviser acts: "the President of France".
func servesHolder(forms []string) bool {
	for i := 0; i < len(forms) && i < 3; i++ {
		switch strings.ToLower(forms[i]) {
		case "president", "prime", "premier", "chancellor", "king", "queen":
			return true
		}
	}
	return false
}

// concerns tells a word that has to do with the country named before it without more, and is
// not of it: a "Russia adviser", an "Iraq war veteran".
func concerns(word string) bool {
	switch strings.ToLower(word) {
	case "adviser", "advisor", "expert", "analyst", "specialist", "scholar", "hawk", "director", "desk", "hand", "watcher", "historian", "correspondent", "war":
		return true
	}
	return false
}

func sideOfRef(r gazetteer.Ref) (side, iso string) {
	switch r.Kind {
	case gazetteer.State, gazetteer.Body, gazetteer.Group:
		return r.Side, r.Country
	case gazetteer.City:
		if r.Capital {
			return r.Side, r.Country
		}
	}
	return "", ""
}

// stateBy returns the state of an entry.
func (f *facts) stateBy(entry string) (side, iso string) {
	if e := f.gaz.Entry(entry); e != nil {
		return e.Side, e.Country
	}
	return "", ""
}

// namesakes returns the two states that share the name of which the word is the
// plural: "the two Koreas".
func (f *facts) namesakes(word string) []*gazetteer.Entry {
	name, plural := strings.CutSuffix(word, "s")
	if !plural || strings.Contains(name, " ") || f.gaz.StateNamed(word) != nil {
		return nil
	}
	south := f.gaz.StateNamed("South " + name)
	if south == nil {
		return nil
	}
	north := f.gaz.StateNamed("North " + name)
	if north == nil {
		north = f.gaz.StateNamed(name) // Sudan and South Sudan
	}
	if north == nil || north == south {
		return nil
	}
	return []*gazetteer.Entry{north, south}
}

func (f *facts) stateName(iso string) string {
	if e := f.gaz.StateOf(iso); e != nil {
		return e.Name
	}
	return ""
}

// capital returns the state whose capital the entry is.
func (f *facts) capital(entry string) (side, iso string) {
	e := f.gaz.Entry(entry)
	if e == nil || e.Kind == gazetteer.City && !e.Capital || e.Kind != gazetteer.City && e.Kind != gazetteer.State {
		return "", ""
	}
	return e.Side, e.Country
}

// place returns the place of an entry, from the venue outwards.
func (f *facts) place(entry, name string) readout.Place {
	e := f.gaz.Entry(entry)
	if e == nil {
		return readout.Place{Venue: name}
	}
	p := readout.Place{Country: e.Side, Code: e.Country}
	switch e.Kind {
	case gazetteer.City:
		p.City, p.GeoNames = e.Name, e.GeoNames
	case gazetteer.State:
		p.City = name
	case gazetteer.Region:
		p.Region = e.Name
	default:
		p.Venue, p.City = e.Name, e.City
	}
	return p
}

// thing makes the entity of a body, a group, a gathering or a work.
func (f *facts) thing(m *text.Mention, name string) text.Entity {
	e := text.Entity{Class: m.Class, Name: name, Entry: m.Entry, Rule: "name:text"}
	if m.Class == text.Work {
		return e
	}
	e.Party = readout.Party{Kind: readout.Organisation, Name: name}
	if m.Class == text.Group {
		e.Party.Kind = readout.Group
	}
	if g := f.gaz.Entry(m.Entry); g != nil {
		e.Rule = "name:gazetteer"
		e.Party.Side, e.Party.Country, e.Party.Wikidata = g.Side, g.Country, g.Wikidata
		if g.Country == "" && g.Side == g.Name {
			e.Party.Side = name
		}
		if g.Kind == gazetteer.Outlet {
			e.Party.Role = "outlet"
		}
	} else {
		e.Party.Side, e.Party.Country = f.sideIn(name)
	}
	if e.Party.Side == "" {
		e.Party.Side = name
	}
	return e
}

// firstOf is the first of several cities apart by "/".
func firstOf(cities string) string {
	c, _, _ := strings.Cut(cities, "/")
	return c
}

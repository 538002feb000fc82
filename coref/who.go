package coref

import (
	"strings"

	"readout"
	"readout/gazetteer"
)

// person is one of the gazetteer, with the office held at the document's date.
type person struct {
	entry, name, role, side, iso, wikidata string
	female, male                           bool
}

// hint is what the text says beside a name, and of which days it tells.
type hint struct {
	role, side, iso string
	female, male    bool
	when            period
}

func (r *resolver) hint(i int) hint {
	m := &r.m[i]
	h := hint{role: officeOnly(m.Role), when: r.periodOf(i)}
	h.side, h.iso = r.facts.sideIn(m.Role)
	h.female, h.male = sexOfRole(m.Role)
	return h
}

// named returns the person of the gazetteer whom a name means, by the date and
// what is told beside; ok is false where that is not sure.
func (f *facts) named(name, entry string, h hint) (person, bool) {
	if royalTitle(h.role) == "" && royalTitle(name) != "" {
		h.role = name // "Crown Prince Salman" may be told as one name
	}
	if e := f.gaz.Entry(entry); e != nil && e.Kind == gazetteer.Person && strings.Contains(name, " ") && !f.clashes(e, h) {
		return f.bearer(e), true
	}
	if refs := f.gaz.Find(name); strings.Contains(name, " ") && len(refs) == 1 && refs[0].Kind == gazetteer.Person && !f.clashes(refs[0].Entry, h) {
		return f.bearer(refs[0].Entry), true
	}
	words := strings.Fields(name)
	if len(words) == 0 || len(name) <= 4 && strings.ToUpper(name) == name {
		return person{}, false // "TEO" is an office's initials before it is Mr Teo
	}
	hints := gazetteer.Hints{Day: f.term, HasDay: true, Country: h.iso, OfficeWords: h.role}
	if len(words) > 1 {
		hints.GivenName = words[0]
	}
	e := f.surnamed(words, h, hints)
	if h.when.past && h.when.sure {
		hints.Day = h.when.first
		first := f.surnamed(words, h, hints)
		hints.Day = h.when.last
		if e = f.surnamed(words, h, hints); e == nil {
			e = first
		} else if first != nil && first != e {
			return person{}, false
		}
	}
	if e == nil {
		return f.respelled(name, h)
	}
	return f.bearer(e), true
}

// respelled returns the holder of the office told before a name that is spelled another way
// than his: "New Zealand's Foreign Minister Murray McCulley".
func (f *facts) respelled(name string, h hint) (person, bool) {
	if h.role == "" || !strings.Contains(name, " ") {
		return person{}, false
	}
	p, ok := f.holder(h.role, "", false, f.now())
	return p, ok && gazetteer.Respelled(name, p.name)
}

// surnamed returns the person whom the gazetteer means by a name that ends in a surname,
// nil where that is not sure.
func (f *facts) surnamed(words []string, h hint, hints gazetteer.Hints) *gazetteer.Entry {
	if hints.Country == "" && ofCongress(h.role) {
		hints.Country = "US"
	}
	found, sure := f.gaz.PersonBySurname(words[len(words)-1], hints)
	if sure && len(words) == 1 && h.role == "" && !h.male && !h.female && found[0].Score < recalled && f.forename(words[0]) {
		return nil // "God speaking to Adam" means no minister of years ago
	}
	if !sure || ofCongress(h.role) && found[0].Entry.Country != "US" || f.clashes(found[0].Entry, h) || len(words) == 1 && found[0].Score < 14 {
		return nil
	}
	return found[0].Entry
}

// recalled is what the gazetteer gives at least to the surname of who held an office of a large
// power, or left another not long ago.
const recalled = 18

// forename tells a surname that is a given name too.
func (f *facts) forename(word string) bool {
	female, male := f.gaz.GivenName(word)
	return female || male
}

// clashes tells a person who cannot be the one named so: of the other sex, of another royal title, or told
// to be of the press, whose people share names with those who hold offices ("the interviewer David Frost").
func (f *facts) clashes(e *gazetteer.Entry, h hint) bool {
	return h.female && e.Male || h.male && e.Female || f.titledOtherwise(e, h) || ofPress(h.role)
}

// ofPress tells a role of those who ask or report for a living, as theirs now.
func ofPress(role string) bool {
	low := strings.ToLower(role)
	switch low[strings.LastIndexByte(low, ' ')+1:] {
	case "interviewer", "journalist", "reporter", "correspondent", "columnist", "newscaster":
		return !formerly(role)
	}
	return false
}

// titledOtherwise tells a person who did not bear the royal title told before the name in
// those days: who is king is no crown prince any more.
func (f *facts) titledOtherwise(e *gazetteer.Entry, h hint) bool {
	title, had := royalTitle(h.role), false
	if title == "" {
		return false
	}
	for _, t := range f.gaz.TermsOf(e.ID) {
		switch {
		case title == "crown prince" && monarch.alike(officeIn(t.Office)) && t.On(h.when.last):
			return true
		case title == "crown prince" && t.Office == "crown prince", title == "king" && monarch.alike(officeIn(t.Office)):
			had = true
		}
	}
	return !had
}

// royalTitle returns the title of a ruler or of his heir that the words begin or end with, or "".
func royalTitle(words string) string {
	switch words = " " + strings.ToLower(words) + " "; {
	case strings.Contains(words, " deputy crown prince "):
		return ""
	case strings.Contains(words, " crown prince "):
		return "crown prince"
	case strings.HasPrefix(words, " king ") || strings.HasSuffix(words, " king "):
		return "king"
	}
	return ""
}

// bearer is the person with the office of the day.
func (f *facts) bearer(e *gazetteer.Entry) person {
	p := person{entry: e.ID, name: e.Name, side: e.Side, iso: e.Country, wikidata: e.Wikidata, female: e.Female, male: e.Male}
	if t, then := f.gaz.OfficeOf(e.ID, f.term); t != nil {
		p.role, p.side, p.iso = t.Office, t.Side, ""
		if len(t.Key) == 2 && f.gaz.StateOf(t.Key) != nil {
			p.iso = t.Key
		} else if b := f.gaz.Entry("body:" + t.Key); b != nil && b.Country != "" && b.Class != "international" && b.Class != "regional" {
			p.side, p.iso = b.Side, b.Country // the commander of the Guards acts for Iran
		}
		if !then && (f.dated || yearOf(t.To) != yearOf(f.term)) { // of the day only the year is known
			p.role = atAnotherTime(t, f)
			if t.From > f.term && p.iso == "" && f.gaz.Entry("body:"+t.Key) != nil {
				p.side = "" // whom he will serve one day he does not act for yet
			}
		}
	}
	return p
}

func yearOf(d readout.Day) int {
	y, _, _ := d.Civil()
	return y
}

func atAnotherTime(t *gazetteer.Term, f *facts) string {
	if t.To < f.term {
		return "former " + t.Office
	}
	return "future " + t.Office
}

// holder returns the person whom a description of office means throughout a stretch of
// days, where the gazetteer is sure: "the Iranian supreme leader", "the NATO secretary
// general". The side is that of whoever owns the office, for words that name none; leadsAll
// lets a "leader" be a state's. Spokespersons and envoys are many at a time, and stay
// without a name.
func (f *facts) holder(words, side string, leadsAll bool, p period) (person, bool) {
	if !p.sure {
		return person{}, false
	}
	o, ok := f.gaz.OfficeWords(words)
	if len(o.Keys) == 0 {
		words = side + " " + words
		o, ok = f.gaz.OfficeWords(words)
	}
	if !ok || o.Former {
		return person{}, false
	}
	if o.Names[0] == "leader" && !leadsAll && (len(o.Keys) == 0 || f.gaz.StateOf(o.Keys[0]) != nil) {
		return person{}, false
	}
	switch officeIn(words) {
	case spokesman, ambassador:
		return person{}, false
	}
	e := f.throughout(words, p)
	if e == nil {
		return person{}, false
	}
	if bearer := f.bearer(e); !besideHolder(words, bearer.role) {
		return bearer, true
	}
	return person{}, false
}

// numbered tells words that say which holder in the row is meant: "the 43rd president".
func (f *facts) numbered(words string) bool {
	o, _ := f.gaz.OfficeWords(words)
	return o.Nth > 0
}

// besideHolder tells words for somebody who has to do with the holder of an office: "the wife
// of the president of France", "an adviser to the prime minister".
func besideHolder(words, role string) bool {
	before, _, found := strings.Cut(" "+strings.ToLower(words), " "+role)
	if !found || role == "" {
		return false
	}
	before = strings.TrimSuffix(before, " the")
	return strings.HasSuffix(before, " of") || strings.HasSuffix(before, " to") || besideNational(before)
}

// besideNational tells words for somebody who serves the holder of an office whose nation stands
// between: "an adviser of the Danish", before "president".
func besideNational(before string) bool {
	words := strings.Fields(before)
	for k := len(words) - 1; k > 0 && len(words)-k <= 4; k-- {
		switch words[k] {
		case "and", ",", "for", "on":
			return false
		case "of", "to":
			switch words[k-1] {
			case "adviser", "advisor", "aide", "assistant", "secretary", "representative", "spokesman", "spokeswoman", "spokesperson", "wife", "husband", "son", "daughter", "brother", "sister", "deputy", "office", "administration", "chief":
				return true
			}
			return false
		}
	}
	return false
}

// throughout returns the one person whom the words mean on all of the days, of days of
// which one is meant on most; nil where the office changed hands.
func (f *facts) throughout(words string, p period) *gazetteer.Entry {
	at := func(day readout.Day) *gazetteer.Entry {
		return f.gaz.Who(gazetteer.Question{Phrase: words, Day: day, HasDay: true}).Person
	}
	if p.some {
		e, held, all := at(p.last), 0, 0
		for day := p.last; day >= p.first; day -= year / 2 {
			held, all = held+bit(at(day) == e), all+1
		}
		if 4*held < 3*all {
			return nil
		}
		return e
	}
	e := at(p.first)
	for day := p.first + year/2; e != nil && day < p.last; day += year / 2 {
		if at(day) != e {
			return nil
		}
	}
	if e != nil && p.last > p.first && at(p.last) != e {
		return nil
	}
	return e
}

// words are those by which an office is asked for beside the name of a state, "" for an
// office that several hold.
func (o office) words() string {
	switch o {
	case headOfState:
		return "president"
	case headOfGovernment:
		return "prime minister"
	case foreignMinister:
		return "foreign minister"
	case defenceMinister:
		return "defence minister"
	case securityAdviser:
		return "national security adviser"
	case monarch:
		return "king"
	case leader:
		return "leader"
	}
	return ""
}

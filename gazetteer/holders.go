package gazetteer

import (
	"strings"

	"readout"
)

// holdersFor returns the terms that the office may be of one country or body.
func (g *Gazetteer) holdersFor(o Office, key, in string, s scene, q Question) []*Term {
	names := g.namesFor(o, key, in, q)
	if len(names) > 0 && hasSubjects(names[0]) {
		if out := g.withSubject(o, key, in, s, q); len(out) > 0 {
			return out
		}
		if names[0] == "special envoy" {
			o.Names = []string{"ambassador"}
			if out := g.withSubject(o, key, in, s, q); len(out) > 0 {
				return out
			}
		}
	}
	for _, name := range names {
		if out := g.termsAt(o, name, key, q); len(out) > 0 {
			return out
		}
	}
	if g.states[key] == nil && (len(names) == 0 || heads(names[0])) {
		for _, name := range [...]string{"secretary-general", "director-general", "president", "managing director", "chairman", "leader", "executive director", "commander", "prime minister", "president of the European Central Bank", "head of the political council", "chairman of the African Union Commission", "army chief"} {
			if out := g.termsAt(o, name, key, q); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// heads tells of the offices that the head of any body may be called by.
func heads(office string) bool {
	switch office {
	case "leader", "supreme leader", "president", "secretary-general", "director-general", "managing director", "commander", "chairman", "governor", "general secretary":
		return true
	}
	return false
}

// namesFor puts the offices in the order of the country: its leader is the
// president here, the prime minister there.
func (g *Gazetteer) namesFor(o Office, key, in string, q Question) []string {
	if own := ministry(key, in); own != "" && (len(o.Names) == 0 || o.Names[0] == "leader") {
		return []string{own}
	}
	if len(o.Names) > 0 && o.Names[0] == "president" && has(in, "president") && len(g.HoldersOf("king", key, q.Day)) > 0 {
		return []string{"president", "prime minister"} // "Spain's president" is the one of its government
	}
	if len(o.Names) == 0 || o.Names[0] != "leader" || g.states[key] == nil {
		return o.Names
	}
	switch {
	case foreignMinistry(in):
		return []string{"foreign minister", "secretary of state"}
	case key == "IR" && !has(in, "supreme"):
		return []string{"president", "supreme leader"}
	case key == "SA" || key == "JO" || key == "MA" || key == "BH":
		return []string{"king", "crown prince"}
	case ledByPrimeMinister(key, q.Day):
		return []string{"leader", "chancellor", "prime minister", "supreme leader", "president", "chief adviser", "chief executive"}
	}
	return append(append([]string(nil), o.Names...), "general secretary", "emir", "sultan", "king", "pope", "chief executive", "state counsellor")
}

// ministry is the office at the head of a ministry or service named as such.
func ministry(key, in string) string {
	switch key {
	case "PENTAGON", "RUMOD", "MOD":
		return "defence minister"
	case "STATEDEPT":
		return "secretary of state"
	case "FCDO", "RUMFA", "CNMFA", "JPMFA", "KRMFA", "UAMFA", "DEMFA", "FRMFA", "IRMFA", "ILMFA", "TRMFA", "MEA", "PKFO", "EGMFA", "SAMFA", "QAMFA", "GAC", "DFAT":
		return "foreign minister"
	case "TREASURY":
		return "finance minister"
	case "CIA":
		return "CIA director"
	case "NSC":
		return "national security adviser"
	case "EUCOMMISSION":
		return "president of the European Commission"
	case "EUCOUNCIL":
		return "president of the European Council"
	case "EUPARLIAMENT":
		return "president of the European Parliament"
	case "EEAS":
		return "high representative"
	}
	return ""
}

// foreignMinistry tells that a quarter or house stands for the foreign ministry.
func foreignMinistry(in string) bool {
	for _, w := range [...]string{"foggy bottom", "quai dorsay", "itamaraty", "farnesina", "south block", "wisma putra", "iveagh house", "kasumigaseki", "smolenskaya square", "torre tagle", "palacio san martin", "foreign office", "state department", "foreign ministry", "foreign affairs"} {
		if has(in, w) {
			return true
		}
	}
	return false
}

// ledByPrimeMinister tells whose prime minister (or chancellor) the press means by
// the country's leader.
func ledByPrimeMinister(key string, d readout.Day) bool {
	switch key {
	case "TR":
		return d < readout.DayOf(2014, 8, 28)
	case "GE":
		return d > readout.DayOf(2013, 11, 17)
	case "AM":
		return d > readout.DayOf(2018, 5, 8)
	case "RS":
		return d < readout.DayOf(2017, 5, 31)
	case "PK":
		return d < readout.DayOf(1999, 10, 12) || d > readout.DayOf(2008, 3, 25)
	case "IQ":
		return d > readout.DayOf(2004, 6, 28)
	case "LK", "FR", "RU", "UA":
		return false
	}
	return strings.Contains(" GB DE AT IT ES JP IN CA AU NZ IL BD NL BE LU SE NO DK FI IS IE GR PT PL CZ SK HU SI HR BG EE LV AL MK ME XK MT MY SG TH KH NP PG FJ SB WS TO VU JM TT BB BS LB ET LS MU BT AF "[0:], " "+key+" ") && key != "AF"
}

// termsAt returns the terms of the office as the phrase has it: of the day, the
// next one, the one before.
func (g *Gazetteer) termsAt(o Office, name, key string, q Question) []*Term {
	if o.Nth > 0 {
		return g.nth(name, key, o.Nth)
	}
	if o.Elect {
		if out := g.HoldersOf(name+"-elect", key, q.Day); len(out) > 0 {
			return out[:1]
		}
		if out := g.HoldersOf(name+"-designate", key, q.Day); len(out) > 0 {
			return out[:1]
		}
		if out := g.next(name, key, q.Day); out != nil {
			return out
		}
		return g.newlyIn(name, key, q.Day)
	}
	if o.Former {
		return g.before(name, key, q.Day)
	}
	held := g.HoldersOf(name, key, q.Day)
	if o.Acting {
		for _, t := range held {
			if t.Acting {
				return []*Term{t}
			}
		}
	}
	return latest(held)
}

// latest leaves out those whose term ended on the very day that another began, and
// acting holders beside a full one are kept behind.
func latest(held []*Term) []*Term {
	if len(held) < 2 {
		return held
	}
	var out []*Term
	for _, t := range held {
		over := t.To <= held[0].From || t.To == Open && t.From < held[0].From && heldByOne(t.Office)
		if !over || t == held[0] {
			out = append(out, t)
		}
	}
	return out
}

// heldByOne tells of offices with one holder at a time: a later one ends the term
// of an earlier one that no row has ended yet.
func heldByOne(office string) bool {
	switch office {
	case "defence minister", "finance minister", "interior minister", "national security adviser", "director-general":
		return true
	}
	return officeRank(office) <= 1
}

// nth returns the term of the holder with that number. Only the presidents of the United
// States are commonly told by theirs; Nixon, the first in the tables, was the 37th.
func (g *Gazetteer) nth(name, key string, n int) []*Term {
	const first = 37
	row := g.holders[name+"/"+key]
	if name != "president" || key != "US" || n < first || n-first >= len(row) {
		return nil
	}
	return []*Term{&g.terms[row[n-first]]}
}

func (g *Gazetteer) next(name, key string, d readout.Day) []*Term {
	for _, i := range g.holders[name+"/"+key] {
		if t := &g.terms[i]; t.From > d && t.From-d < 300 {
			return []*Term{t}
		}
	}
	return nil
}

// newlyIn returns who took the office lately: a text of today may still tell of
// the days when he was elect.
func (g *Gazetteer) newlyIn(name, key string, d readout.Day) []*Term {
	for _, t := range g.HoldersOf(name, key, d) {
		if d-t.From < 200 {
			return []*Term{t}
		}
	}
	return nil
}

// before returns the last holder who had left the office by then and did not hold
// it again on the day.
func (g *Gazetteer) before(name, key string, d readout.Day) []*Term {
	var last *Term
	for _, i := range g.holders[name+"/"+key] {
		t := &g.terms[i]
		if t.To < d && (last == nil || t.To >= last.To) && !g.holds(t.Person, name, key, d) && !t.Acting {
			last = t
		}
	}
	if last == nil {
		return nil
	}
	return []*Term{last}
}

func (g *Gazetteer) holds(p *Entry, name, key string, d readout.Day) bool {
	for _, t := range g.HoldersOf(name, key, d) {
		if t.Person == p {
			return true
		}
	}
	return false
}

// hasSubjects tells of the offices that many hold at a time, each for a country or
// a subject of his own.
func hasSubjects(office string) bool {
	switch office {
	case "special envoy", "assistant secretary of state", "under secretary of state", "ambassador", "charge d'affaires", "chief negotiator", "commissioner":
		return true
	}
	return false
}

// withSubject returns those who hold such an office of a country or body for what
// the phrase, or else the context, names.
func (g *Gazetteer) withSubject(o Office, key, in string, s scene, q Question) []*Term {
	var told, open []*Term
	office := o.Names[0]
	around := " " + strings.Join(words(Fold(q.Context)), " ") + " "
	for i := range g.terms {
		t := &g.terms[i]
		rest, ok := strings.CutPrefix(t.Office, office+" ")
		if !ok || t.Key != key || o.Former && t.To >= q.Day || !o.Former && !t.On(q.Day) {
			continue
		}
		subject := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(rest, "for "), "to "), "the ")
		if g.speaksOf(in, subject) {
			told = append(told, t)
		} else if st := g.StateNamed(subject); st != nil && s.weight[st.Country] > 0 || st == nil && g.speaksOf(around, subject) {
			open = append(open, t)
		}
	}
	if len(told) == 0 {
		told = open
	}
	if len(told) == 0 && g.states[key] == nil {
		told = g.onlyOne(office, key, q)
	}
	if o.Former && len(told) > 0 {
		return told[len(told)-1:] // the last of them
	}
	return told
}

// onlyOne is the only one whom a body has in such an office on the day: the Quartet's
// envoy needs no subject.
func (g *Gazetteer) onlyOne(office, key string, q Question) []*Term {
	var found []*Term
	for i := range g.terms {
		if t := &g.terms[i]; t.Key == key && t.On(q.Day) && strings.HasPrefix(t.Office, office+" ") {
			found = append(found, t)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
}

// speaksOf tells whether the phrase names the country or subject, by any name, or
// has the telling words of the subject.
func (g *Gazetteer) speaksOf(in, subject string) bool {
	if has(in, Fold(subject)) {
		return true
	}
	st := g.StateNamed(subject)
	if st == nil {
		return subjectWords(in, Fold(subject))
	}
	for _, w := range strings.Fields(in) {
		if e := g.stateFor[w]; e == st {
			return true
		}
	}
	return g.capital[st.Country] != "" && has(in, Fold(g.capital[st.Country]))
}

// subjectWords tells whether all words of the phrase's subject that matter stand
// in the longer official one: "East Asia" for "East Asian and Pacific Affairs".
func subjectWords(in, subject string) bool {
	found := 0
	for _, w := range strings.Fields(in) {
		if len(w) < 4 {
			continue
		}
		for _, x := range words(subject) {
			if len(x) >= 4 && x[:4] == w[:4] && x != "affairs" {
				found++
				break
			}
		}
	}
	telling := 0
	for _, x := range words(subject) {
		if len(x) >= 4 && x != "affairs" {
			telling++
		}
	}
	return found > 0 && found >= min(telling, 2)
}

var withoutCounterpart = strings.NewReplacer("counterpart", "", "Counterpart", "")

// counterpart finds who has the office in the country named that the person named
// in the context has in his own.
func (g *Gazetteer) counterpart(phrase string, q Question, s scene) ([]Candidate, bool) {
	o, _ := g.OfficeWords(withoutCounterpart.Replace(phrase))
	keys := g.widen(o.Keys)
	if len(keys) == 0 {
		return nil, false
	}
	var out []Candidate
	if len(o.Names) == 0 || o.Names[0] == "leader" {
		out = g.counterpartsOf(g.owners(phrase, q, s), keys, q)
	}
	if len(out) == 0 {
		if co, ok := g.OfficeWords(q.Context); ok && (len(o.Names) == 0 || o.Names[0] == "leader") {
			o.Names = co.Names
		}
		for _, key := range keys {
			for _, t := range g.holdersFor(o, key, " ", s, q) {
				out = append(out, Candidate{Entry: t.Person, Term: t, Score: 10, Reasons: []string{"holds the office told of"}})
			}
		}
	}
	for i := range out {
		if containsEntry(s.people, out[i].Entry) {
			out[i].add(1, "the context names")
		}
	}
	sortCandidates(out)
	out = once(out)
	return out, len(out) > 0 && q.HasDay
}

// owners are those whose counterpart may be meant: the one that the phrase names,
// then whoever the context named last before it, of the sex of "his" or "her".
func (g *Gazetteer) owners(phrase string, q Question, s scene) []*Entry {
	var out []*Entry
	if refs, _, _ := g.nameIn(cleaned(q.Phrase)); len(refs) > 0 {
		bearers, _ := g.named(refs, "", q, s)
		out = append(out, bearers[0].Entry)
	}
	other := ""
	switch in := " " + strings.Join(words(Fold(phrase)), " ") + " "; {
	case has(in, "his"):
		other = "f"
	case has(in, "her"):
		other = "m"
	}
	if at := indexFold(q.Context, q.Phrase); at >= 0 {
		near := g.scene(q.Context[:at]).people
		for i := len(near) - 1; i >= 0; i-- {
			if sexOf(near[i]) != other {
				out = append(out, near[i])
			}
		}
	}
	for _, p := range s.people {
		if sexOf(p) != other && !containsEntry(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func containsEntry(list []*Entry, e *Entry) bool {
	for _, x := range list {
		if x == e {
			return true
		}
	}
	return false
}

func (g *Gazetteer) counterpartsOf(owners []*Entry, keys []string, q Question) (out []Candidate) {
	for n, p := range owners {
		t, then := g.OfficeOf(p.ID, q.Day)
		if !then {
			n += 20
		}
		if t == nil || contains(keys, t.Key) {
			continue
		}
		for _, key := range keys {
			for _, name := range equals(t.Office, t.Key, key, q.Day) {
				if held := g.HoldersOf(name, key, q.Day); len(held) > 0 {
					out = append(out, Candidate{Entry: held[0].Person, Term: held[0], Score: 30 - n, Reasons: []string{name + ", as " + p.Name + " is " + t.Office}})
					break
				}
			}
		}
	}
	return out
}

// equals are the offices of the country with that key that the press calls the
// counterpart of an office of another.
func equals(office, of, key string, d readout.Day) []string {
	if office == "prime minister" && ledByPrimeMinister(of, d) && presidential(key, d) {
		return []string{"president", "prime minister"}
	}
	switch office {
	case "high representative":
		return []string{"foreign minister", "secretary of state"}
	case "secretary of state", "foreign minister", "top diplomat", "state councilor":
		return []string{"foreign minister", "secretary of state"}
	case "national security adviser", "security council secretary", "diplomatic adviser", "presidential aide":
		return []string{"national security adviser", "security council secretary", "diplomatic adviser", "presidential aide"}
	case "president", "prime minister", "chancellor":
		first := office
		if office == "chancellor" || office == "prime minister" {
			if !ledByPrimeMinister(key, d) {
				return []string{first, "president", "chancellor", "king", "prime minister"}[boolInt(key == "US" || key == "FR" && office == "chancellor"):]
			}
			return []string{first, "prime minister", "chancellor", "president"}
		}
		if ledByPrimeMinister(key, d) && (key == "GB" || key == "DE" || key == "JP" || key == "CA" || key == "AU" || key == "IL" || key == "IN" || key == "IT" || key == "ES" || key == "NL" || key == "GR") {
			return []string{"prime minister", "chancellor", "president"}
		}
		return []string{first, "chancellor", "prime minister", "king", "supreme leader", "emir"}
	}
	return []string{office}
}

// presidential tells whose president, not prime minister, the head of another government
// deals with.
func presidential(key string, d readout.Day) bool {
	switch key {
	case "US", "FR", "RU", "KR", "EG", "KZ", "UZ", "BY", "AZ", "PE", "TN", "DZ", "SN", "TW":
		return true
	case "TR":
		return d >= readout.DayOf(2014, 8, 28)
	}
	return false
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

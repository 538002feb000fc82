package build

import (
	"io/fs"
	"path"
	"regexp"
	"sort"
	"strings"
	"time"
	"unicode"

	"readout/gazetteer"
)

// everyPolitician takes the identifiers and sexes of people we name, and those
// offices of the cabinets that we do not tell ourselves.
func (b *builder) everyPolitician() error {
	files, err := fs.Glob(b.in, "leaders/every-politician/*/holders21.csv")
	if err != nil {
		return err
	}
	sides := map[string]string{"china-ministers": "CN", "france-cabinet": "FR", "india-ministers": "IN", "iran-ministers": "IR", "japan-ministers": "JP", "russia-cabinet": "RU", "turkey-ministers": "TR", "ukraine-cabinet": "UA", "united-kingdom-cabinet": "GB", "us-cabinet": "US"}
	for _, file := range files {
		rows, err := b.records(file)
		if err != nil {
			return err
		}
		for _, r := range rows {
			b.cabinet(r, sides[path.Base(path.Dir(file))])
		}
	}
	rows, err := b.records("leaders/world-leaders-2022-wikidata.csv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		b.identify(r["officeholderLabel"], r["officeholder"], "")
	}
	rows, err = b.records("leaders/every-politician/world/foreign-ministers-wikidata.csv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		b.foreignMinister(r)
	}
	return nil
}

// snapshot is the month when every-politician was read last: who held an office then
// may not hold it since.
const snapshot = "2023-01"

// identify gives a person we know the Wikidata id and sex.
func (b *builder) identify(name, qid, sex string) *person {
	p := b.people.byKey[key(name)]
	if p == nil || qid == "" || p.qid != "" && p.qid != qid {
		return p
	}
	p.qid = qid
	b.people.byQID[qid] = p
	p.origin = union2(p.origin, "every-politician")
	return p
}

func sexWord(s string) string {
	switch s {
	case "male":
		return "m"
	case "female":
		return "f"
	}
	return ""
}

func (b *builder) cabinet(r map[string]string, side string) {
	name, qid := r["person"], r["personID"]
	if name == "" || strings.Trim(gazetteer.Fold(name), "abcdefghijklmnopqrstuvwxyz- ") == gazetteer.Fold(name) || len(name) > 1 && name[0] == 'Q' && unicode.IsDigit(rune(name[1])) {
		b.drop("every-politician %s %s: a person without name", side, r["position"])
		return
	}
	p := b.identify(name, qid, sexWord(r["gender"]))
	office := b.cabinetOffice(r["position"])
	if office == "" || b.people.runs[office+"/"+side] != nil {
		return
	}
	if r["start"] == "" || r["end"] != "" && r["end"] < r["start"] {
		b.drop("every-politician %s %s %s: no start, or an end before it", side, office, name)
		return
	}
	if p == nil {
		p = b.people.add(name, sexWord(r["gender"]), qid, "every-politician")
	}
	if p.surnames == "" {
		p.surnames = familyName(p.name, side)
	}
	b.term(p, office, side, r["start"], first(r["end"], max(r["start"], snapshot)), "", "every-politician")
}

// cabinetOffice is our name for a position, "" for those that diplomacy has no
// use for.
func (b *builder) cabinetOffice(position string) string {
	if to, ok := strings.CutPrefix(position, "ambassador to "); ok {
		to = strings.TrimPrefix(to, "the ")
		switch iso := b.isoOf[gazetteer.Fold(to)]; iso {
		case "":
		case "US":
			return "ambassador to the United States"
		default:
			return "ambassador to " + b.stateName(iso)
		}
		return ""
	}
	switch position {
	case "Minister of Finance", "Chancellor of the Exchequer", "Secretary of the Treasury":
		return "finance minister"
	case "Minister of Defence", "Minister of Defense", "Secretary of Defense":
		return "defence minister"
	case "Minister of the Interior", "Home Secretary", "Minister of Internal Affairs":
		return "interior minister"
	case "Minister of Energy", "Secretary of Energy":
		return "energy minister"
	case "Minister of Justice", "Attorney General":
		return "justice minister"
	case "Deputy Prime Minister", "First Deputy Prime Minister", "Vice Premier of the State Council":
		return "deputy prime minister"
	case "Permanent Representative to the United Nations", "Ambassador to the United Nations":
		return "ambassador to the United Nations"
	case "Vice President":
		return "vice president"
	case "Chief of the General Staff":
		return "chief of the general staff"
	case "Minister of Commerce", "Secretary of Commerce":
		return "trade minister"
	case "President":
		return "president"
	case "Prime Minister":
		return "prime minister"
	case "Minister of Foreign Affairs", "Minister for Foreign Affairs":
		return "foreign minister"
	}
	return ""
}

func (b *builder) stateName(iso string) string {
	for _, s := range b.rows["states.tsv"] {
		if s[0] == iso {
			return s[1]
		}
	}
	return ""
}

func (b *builder) foreignMinister(r map[string]string) {
	iso := b.isoOf[gazetteer.Fold(r["countryLabel"])]
	if r["name"] == "" {
		return
	}
	p := b.identify(r["name"], r["person"], "")
	if iso == "" || r["start"] == "" || b.people.runs["foreign minister/"+iso] != nil {
		if iso == "" {
			b.drop("foreign minister %s: no code for %q", r["name"], r["countryLabel"])
		}
		return
	}
	if p == nil {
		p = b.people.add(r["name"], "", r["person"], "every-politician")
		p.surnames = familyName(r["name"], iso)
	}
	b.term(p, "foreign minister", iso, r["start"], max(r["start"], snapshot), "", "every-politician")
}

var sinceForm = regexp.MustCompile(`^(.*?) ?\(since ([^)]*)\)`)

// leaders takes the heads of state and government in office from the factbook,
// where we name nobody or somebody else who came before.
func (b *builder) leaders() error {
	isoOf := b.isoOfFIPS()
	return b.factbook(func(fips string, page map[string]any) {
		iso := isoOf[fips]
		if iso == "" {
			return
		}
		for _, field := range []string{"chief of state", "head of government"} {
			b.leader(iso, dig(page, "Government", "Executive branch", field))
		}
	})
}

// isoOfFIPS gives the countries by the codes of the factbook. Two have one code there
// where a state has parts overseas: the state is meant, whose codes are the same.
func (b *builder) isoOfFIPS() map[string]string {
	out := map[string]string{}
	for _, iso := range sortedKeys(b.fips) {
		if fips := b.fips[iso]; out[fips] == "" || iso == fips {
			out[fips] = iso
		}
	}
	return out
}

func (b *builder) leader(iso, text string) {
	m := sinceForm.FindStringSubmatch(strings.ReplaceAll(text, "\u00a0", " "))
	if m == nil {
		return
	}
	since := isoDate(m[2])
	office, rest := titled(m[1])
	if office == "" || since == "" {
		b.drop("factbook %s: %q has no title or day", iso, text)
		return
	}
	name, family := capitalised(rest)
	if b.reignsElsewhere(name, office, iso) || !b.succeeds(name, office, iso, since) {
		return
	}
	p := b.people.add(name, "", "", "factbook")
	if p.surnames == "" {
		p.surnames = family
	}
	b.term(p, office, iso, since, "", "", "factbook")
}

// reignsElsewhere tells that somebody heads another state, of which this is a
// realm or a territory.
func (b *builder) reignsElsewhere(name, office, iso string) bool {
	p := b.people.byKey[key(name)]
	for _, row := range b.rows["offices.tsv"] {
		if p != nil && row[0] == p.id && row[1] == office && row[2] != iso {
			return true
		}
	}
	return strings.Contains(" "+name, " of ")
}

// shareWord tells whether two names have a telling word in common.
func shareWord(a, c string) bool {
	in := map[string]bool{}
	for _, w := range strings.FieldsFunc(key(a), isGap) {
		in[w] = len(w) > 2
	}
	for _, w := range strings.FieldsFunc(key(c), isGap) {
		if in[w] {
			return true
		}
	}
	return false
}

func isGap(r rune) bool { return r == ' ' || r == '|' || r == '-' }

func isoDate(s string) string {
	s, _, _ = strings.Cut(s, ";")
	for _, form := range []string{"2 January 2006", "2 Jan 2006", "January 2006", "2006"} {
		if t, err := time.Parse(form, strings.TrimSpace(s)); err == nil {
			return t.Format(map[string]string{"2 January 2006": "2006-01-02", "2 Jan 2006": "2006-01-02", "January 2006": "2006-01", "2006": "2006"}[form])
		}
	}
	return ""
}

// titled splits the title from a name.
func titled(s string) (office, name string) {
	for _, t := range [][2]string{
		{"Vice President ", ""}, {"Deputy Prime Minister ", ""}, {"Prime Minister-designate ", ""}, {"President-elect ", ""}, {"Prime Minister-elect ", ""}, {"Acting President ", ""}, {"Acting Prime Minister ", ""}, {"Interim President ", "president"}, {"Transition President ", "president"}, {"Transition Prime Minister ", "prime minister"}, {"Transitional President ", "president"},
		{"State President ", "president"}, {"Federal President ", "president"}, {"President ", "president"}, {"Prime Minister ", "prime minister"}, {"Premier ", "prime minister"}, {"Federal Chancellor ", "chancellor"}, {"Chancellor ", "chancellor"},
		{"King ", "king"}, {"Queen ", "queen"}, {"Emperor ", "emperor"}, {"Sultan ", "sultan"}, {"Sultan and Prime Minister ", "sultan"}, {"Amir ", "emir"}, {"Emir ", "emir"}, {"Foreign Minister ", "foreign minister"}, {"Minister of Foreign Affairs ", "foreign minister"}, {"Crown Prince ", "crown prince"},
		{"Taoiseach (Prime Minister) ", "prime minister"}, {"Secretary General ", "secretary-general"},
	} {
		if rest, ok := strings.CutPrefix(s, t[0]); ok {
			return t[1], strings.TrimSpace(rest)
		}
	}
	return "", s
}

// capitalised turns "Luiz Inácio LULA da Silva" into a name and its family part.
func capitalised(s string) (name, family string) {
	s, _, _ = strings.Cut(s, ",")
	s, _, _ = strings.Cut(s, "(")
	for _, rank := range []string{"Dr. ", "Gen. ", "Col. ", "Sir ", "General "} {
		s = strings.TrimPrefix(s, rank)
	}
	w := strings.Fields(s)
	var fam []string
	for i, x := range w {
		if len([]rune(x)) > 1 && strings.ToUpper(x) == x && !strings.Contains(x, ".") && (i == 0 || !isRoman(x)) {
			parts := strings.Split(strings.ToLower(x), "-")
			for j, p := range parts {
				r := []rune(p)
				if len(r) > 0 {
					r[0] = unicode.ToUpper(r[0])
				}
				parts[j] = string(r)
			}
			w[i] = strings.Join(parts, "-")
			fam = append(fam, w[i])
		}
	}
	return strings.Join(w, " "), strings.Join(fam, " ")
}

func isRoman(s string) bool { return strings.Trim(s, "IVX") == "" }

// visits takes those heads of state and government whom nothing else names: the
// term is told from the first to the last visit.
func (b *builder) visits() error {
	visits, err := recordedJourneys(b.in, visitsTo)
	if err != nil {
		return err
	}
	type told struct{ office, iso, name, from, to string }
	found := map[string]*told{}
	for _, v := range visits {
		office, name := titled(v.Visitor)
		iso := b.isoOf[gazetteer.Fold(v.From)]
		if v.Start < "1990" || office == "" || len(strings.Fields(name)) < 2 {
			continue
		}
		if iso == "" {
			b.drop("visit of %s: no code for %q", name, v.From)
			continue
		}
		if b.alreadyHeld(office, iso, name, v.Start) {
			continue
		}
		k := office + "/" + iso + "/" + key(name)
		if found[k] == nil {
			found[k] = &told{office, iso, name, v.Start, v.End}
		}
		found[k].from, found[k].to = min(found[k].from, v.Start), max(found[k].to, v.End)
	}
	var keys []string
	for k := range found {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		t := found[k]
		p := b.people.add(t.name, "", "", "history-at-state")
		if p.surnames == "" {
			p.surnames = familyName(t.name, t.iso)
		}
		b.term(p, t.office, t.iso, t.from, t.to, "", "history-at-state")
	}
	return nil
}

// alreadyHeld tells whether somebody else is known to have held the office on the
// day. Where the names agree, the visitor's spelling becomes an alias.
func (b *builder) alreadyHeld(office, iso, name, day string) bool {
	held := false
	for _, row := range b.rows["offices.tsv"] {
		if row[2] != iso || row[3] > day || row[4] != "" && row[4] < day {
			continue
		}
		p := b.people.byID[row[0]]
		if p == nil {
			continue
		}
		same := shareWord(p.name+" "+p.aliases, name)
		if same && key(name) != key(p.name) && !strings.ContainsAny(name, "()") && !within(strings.Split(p.aliases, "|"), name) && b.people.byKey[key(name)] == nil {
			p.aliases = union(p.aliases, name)
			b.people.byKey[key(name)] = p
		}
		if same || row[1] == office && row[6] == common {
			held = true
		}
	}
	return held
}

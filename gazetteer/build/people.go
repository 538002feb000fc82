package build

import (
	"fmt"
	"sort"
	"strings"

	"readout/gazetteer"
)

// person is somebody as collected so far.
type person struct {
	id, name, aliases, surnames, sex, qid, origin string
	ours                                          bool
}

// people finds persons by any spelling of their name.
type people struct {
	byKey map[string]*person
	byQID map[string]*person
	byID  map[string]*person
	all   []*person
	ids   map[string]bool
	terms map[string]bool
	runs  map[string][]span // office/side -> what we told ourselves
}

type span struct{ from, to string }

func (p *people) init() {
	p.byKey, p.byQID, p.byID = map[string]*person{}, map[string]*person{}, map[string]*person{}
	p.ids, p.terms, p.runs = map[string]bool{}, map[string]bool{}, map[string][]span{}
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// key is the same for the spellings of one name.
func key(name string) string {
	w := strings.Fields(gazetteer.Fold(name))
	for i := range w {
		w[i] = canon(w[i])
	}
	return strings.Join(w, " ")
}

// canon gives the first of a class of spellings for any of them.
func canon(word string) string {
	if c, ok := canonical[word]; ok {
		return c
	}
	return word
}

var canonical = canonicalSpellings()

// canonicalSpellings gives each spelling of a class the first one.
func canonicalSpellings() map[string]string {
	out := map[string]string{}
	for _, class := range spellings() {
		for _, s := range class[1:] {
			if out[s] == "" {
				out[s] = class[0]
			}
		}
	}
	return out
}

func (p *people) find(name, qid string) *person {
	if qid != "" {
		if x := p.byQID[qid]; x != nil {
			return x
		}
	}
	return p.byKey[key(name)]
}

// add returns the person of that name, making one where there is none.
func (p *people) add(name, sex, qid, origin string) *person {
	if x := p.find(name, qid); x != nil && (qid == "" || x.qid == "" || x.qid == qid) {
		if x.sex == "" {
			x.sex = sex
		}
		if x.qid == "" && qid != "" {
			x.qid = qid
			p.byQID[qid] = x
			x.origin = union2(x.origin, origin)
		}
		if name != x.name && key(name) != key(x.name) {
			x.aliases = union(x.aliases, name)
		}
		return x
	}
	return p.make(name, sex, qid, origin)
}

// make makes a person, also where there is one of the same name.
func (p *people) make(name, sex, qid, origin string) *person {
	x := &person{name: name, sex: sex, qid: qid, origin: origin, id: p.slug(name)}
	p.all = append(p.all, x)
	p.byID[x.id] = x
	if _, taken := p.byKey[key(name)]; !taken {
		p.byKey[key(name)] = x
	}
	if qid != "" {
		p.byQID[qid] = x
	}
	return x
}

func union2(a, b string) string {
	if a == b || strings.Contains(a, b) {
		return a
	}
	return a + ", " + b
}

func (p *people) slug(name string) string {
	base := strings.Join(strings.FieldsFunc(gazetteer.Fold(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), "-")
	id := base
	for n := 2; p.ids[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	p.ids[id] = true
	return id
}

// ownPeople reads names, spellings, what the press calls them for short.
func (b *builder) ownPeople() error {
	ls, err := lines("people.txt")
	for _, l := range ls {
		f := fields(l, 4)
		x := b.people.add(f[0], f[3], "", common)
		x.ours = true
		x.aliases = union(x.aliases, f[1])
		x.surnames = f[2]
		for _, a := range strings.Split(f[1], "|") {
			if k := key(a); a != "" && b.people.byKey[k] == nil {
				b.people.byKey[k] = x
			}
		}
	}
	return err
}

func (b *builder) term(p *person, office, side, from, to, as, origin string) {
	k := p.id + "\t" + office + "\t" + side + "\t" + from
	if b.people.terms[k] {
		return
	}
	b.people.terms[k] = true
	b.add("offices.tsv", p.id, office, side, from, to, as, origin)
}

// ownTerms reads terms*.txt: a run of holders for each office.
func (b *builder) ownTerms() error {
	entries, err := own.ReadDir("own")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), "terms") {
			continue
		}
		ls, err := lines(e.Name())
		if err != nil {
			return err
		}
		if err := b.runs(e.Name(), ls); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) runs(file string, ls []string) error {
	side, office := "", ""
	for i, l := range ls {
		if rest, ok := strings.CutPrefix(l, "@"); ok {
			side, office, _ = strings.Cut(rest, " ")
			continue
		}
		when, name, ok := strings.Cut(l, " ")
		if !ok || office == "" {
			return fmt.Errorf("%s: %q is no holder", file, l)
		}
		if name == "-" {
			continue
		}
		from, to, explicit := strings.Cut(when, "..")
		if !explicit && !severalAtOnce(office) && i+1 < len(ls) && ls[i+1][0] != '@' {
			next, _, _ := strings.Cut(ls[i+1], " ")
			next, _, _ = strings.Cut(next, "..")
			if next >= from {
				to = next
			}
		}
		as, sex, office := "", "m", office
		if n, topic, ok := strings.Cut(name, " /t "); ok {
			name, office = n, office+" for "+topic
		}
		for {
			if n, ok := strings.CutSuffix(name, " /a"); ok {
				name, as = n, "acting"
			} else if n, ok := strings.CutSuffix(name, " /f"); ok {
				name, sex = n, "f"
			} else {
				break
			}
		}
		p := b.people.add(strings.TrimSpace(name), sex, "", common)
		p.ours = true
		if p.surnames == "" {
			p.surnames = familyName(p.name, side)
		}
		b.term(p, office, side, from, to, as, common)
		b.people.runs[office+"/"+side] = append(b.people.runs[office+"/"+side], span{from, to})
	}
	return nil
}

// severalAtOnce tells of offices that one holder's start does not end for another.
func severalAtOnce(office string) bool {
	switch office {
	case "senator", "deputy foreign minister", "deputy prime minister", "presidential aide", "special envoy", "senior official", "intelligence chief", "under secretary of state":
		return true
	}
	return false
}

// familyName is what the press calls somebody of that country for short.
func familyName(name, side string) string {
	w := strings.Fields(name)
	switch side {
	case "CN", "KP", "KR", "TW", "HK":
		if len(w) >= 2 && (len(w) == 2 || len(w) == 3) && !westernGiven(w[0]) {
			return w[0]
		}
	case "VN":
		if len(w) >= 2 {
			return w[len(w)-1] + "|" + w[0]
		}
	case "KH", "LA", "MM", "BT":
		return ""
	case "IS":
		return gazetteer.FamilyName(name)
	}
	return gazetteer.FamilyName(name)
}

func westernGiven(w string) bool {
	switch w {
	case "Carrie", "Donald", "John", "Joseph", "Annette", "Frank", "Susan", "Henry", "Paul", "Chris", "David", "Eugene", "Francisco", "Fredrick", "James", "Jason", "Mark", "Timothy", "Andrew", "Regina", "Stephen", "Benjamin", "Michael":
		return true
	}
	return false
}

// finishPeople writes the people collected, with the spellings of their names.
func (b *builder) finishPeople() error {
	for _, x := range b.people.all {
		aliases := x.aliases
		for _, n := range append([]string{x.name}, strings.Split(x.aliases, "|")...) {
			aliases = union(aliases, strings.Join(variants(n), "|"))
		}
		surnames := x.surnames
		if surnames == "" {
			surnames = gazetteer.FamilyName(x.name)
		}
		for _, n := range strings.Split(surnames, "|") {
			surnames = union(surnames, strings.Join(variants(n), "|"))
			if rest, ok := strings.CutPrefix(n, "al-"); ok {
				surnames = union(surnames, rest)
			}
		}
		b.add("people.tsv", x.id, x.name, without(aliases, x.name), surnames, x.sex, x.qid, x.origin)
	}
	return nil
}

func without(list, name string) string {
	var out []string
	for _, n := range strings.Split(list, "|") {
		if n != "" && n != name {
			out = append(out, n)
		}
	}
	return strings.Join(out, "|")
}

// variants are the other spellings of a name, at most a dozen.
func variants(name string) []string {
	out := []string{name}
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		low := strings.ToLower(w)
		for _, class := range spellings() {
			if !within(class, low) {
				continue
			}
			for _, s := range class {
				if s == low {
					continue
				}
				for _, o := range out {
					if n := replaceWord(o, w, strings.ToUpper(s[:1])+s[1:]); n != o && len(out) < 12 && !within(out, n) {
						out = append(out, n)
					}
				}
			}
			break
		}
	}
	return out[1:]
}

func within(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func replaceWord(name, from, to string) string {
	w := strings.Split(name, " ")
	for i := range w {
		if w[i] == from {
			w[i] = to
		}
	}
	return strings.Join(w, " ")
}

// spellings are the classes of spellings of one given or family name in the press.
func spellings() [][]string {
	return [][]string{
		{"sergei", "sergey"}, {"yuri", "yury", "yuriy"}, {"dmitry", "dmitri", "dmitriy", "dmytro"}, {"andrei", "andrey", "andriy", "andrii"},
		{"alexei", "alexey", "aleksei", "aleksey", "oleksiy", "oleksii"}, {"alexander", "aleksandr", "alexandr", "aleksander", "oleksandr", "olexander"}, {"nikolai", "nikolay"},
		{"vitaly", "vitali", "vitaliy", "vitalii"}, {"valery", "valeri", "valeriy", "valerii"}, {"yevgeny", "evgeny", "yevgeni", "evgeni", "yevgeniy"},
		{"igor", "ihor"}, {"vasily", "vassily", "vasiliy"}, {"grigory", "grigori"}, {"gennady", "gennadi", "gennadiy"}, {"anatoly", "anatoliy", "anatoli"}, {"zelensky", "zelenskyy", "zelenskiy"},
		{"mohammed", "mohamed", "mohammad", "muhammad", "muhammed", "mohamad"}, {"ahmed", "ahmad"}, {"hussein", "husain", "hossein", "hussain"}, {"hassan", "hasan"},
		{"abdullah", "abdallah"}, {"khalid", "khaled"}, {"yousef", "youssef", "yusuf", "yousuf", "yussuf"}, {"mahmoud", "mahmud"}, {"ibrahim", "ebrahim"}, {"mustafa", "moustafa", "mostafa"},
		{"omar", "umar"}, {"osama", "usama"}, {"saud", "saoud"}, {"faisal", "faysal"}, {"nasser", "naser", "nasir"}, {"salim", "saleem", "selim"}, {"rashid", "rasheed", "rachid"}, {"hamid", "hameed"}, {"karim", "kareem"},
		{"volodymyr", "wolodymyr"}, {"mykhailo", "mikhaylo"}, {"mikhail", "mikhael"}, {"viktor", "victor"}, {"yanukovych", "yanukovich"}, {"yushchenko", "yuschenko", "yuszczenko"}, {"tymoshenko", "timoshenko"}, {"yeltsin", "eltsin"}, {"gorbachev", "gorbachov", "gorbatchev"}, {"khrushchev", "khruschev"},
		{"rouhani", "rohani", "ruhani"}, {"ahmadinejad", "ahmedinejad", "ahmadi-nejad"}, {"gaddafi", "qaddafi", "gadhafi", "kadafi", "qadhafi", "kadhafi", "khadafy", "khaddafi", "khadafi"}, {"assad", "asad"}, {"houthi", "huthi"}, {"sisi", "sissi"},
		{"morsi", "mursi", "morsy"}, {"hariri", "harriri"}, {"karzai", "karzay"}, {"lukashenko", "lukashenka"}, {"mubarak", "moubarak"}, {"saddam", "sadam"}, {"tsai", "cai"},
		{"milosevic", "milošević"}, {"jose", "josé"}, {"netanyahu", "netanyahou", "natanyahu"}, {"rabbani", "rabani"}, {"nasrallah", "nasrullah"}, {"haniyeh", "haniya", "haniyah"}, {"mishaal", "meshaal", "mashal", "meshal"},
	}
}

package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// member is a participant made ready for comparison.
type member struct {
	party  readout.Party
	side   string   // key of the side
	name   []string // words of a person's name, titles left out; nil for a delegation
	joined string   // the same in one
}

func (m *member) person() bool { return len(m.name) > 0 }

// family is a key for a person whose side is not told: the last word of the name.
func (m *member) family() string { return "~" + m.name[len(m.name)-1] }

func newMember(p readout.Party) member {
	m := member{party: p, side: sideKey(p.Side)}
	if m.side == "" && !isPerson(p) {
		m.side = sideKey(p.Name)
	}
	if isPerson(p) {
		m.name = nameWords(p.Name)
		m.joined = strings.Join(m.name, "")
	}
	return m
}

// isPerson tells a named person from a delegation, a body or a description.
func isPerson(p readout.Party) bool {
	switch p.Kind {
	case readout.Person:
	case readout.Unknown:
		if sideKey(p.Name) == sideKey(p.Side) {
			return false
		}
	default:
		return false
	}
	return isFullName(p.Name) && !isOffice(p)
}

// isOffice tells "President of Peru" and "Peruvian President" from a name: but for
// titles and the country nothing is left.
func isOffice(p readout.Party) bool {
	sides := strings.Fields(sideKey(p.Side))
	titled := false
	for _, w := range strings.Fields(fold(p.Name)) {
		switch {
		case isTitle(w) || w == "leader" || w == "ambassador" || w == "spokesman" || w == "foreign":
			titled = true
		case isParticle(w) || ofSide(w, sides):
		default:
			return false
		}
	}
	return titled
}

// ofSide tells whether a word is one of the side's or formed from it.
func ofSide(w string, sides []string) bool {
	for _, s := range sides {
		n := max(min(len(s)-1, 5), 3)
		if w == s || len(w) >= n && len(s) >= n && w[:n] == s[:n] {
			return true
		}
	}
	return false
}

// isFullName tells "Mohammed bin Salman" from "senior Saudi officials": but for
// particles every word of a name has a capital.
func isFullName(s string) bool {
	capitals := 0
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r) || unicode.Is(unicode.Lo, r):
			capitals++
		case !isParticle(strings.ToLower(w)):
			return false
		}
	}
	return capitals > 0
}

func isParticle(w string) bool {
	switch strings.Trim(w, "-'’") {
	case "bin", "bint", "ibn", "ben", "abu", "al", "el", "ul", "ur", "ud", "de", "del", "della", "der", "den", "di", "da", "do", "dos",
		"das", "du", "des", "la", "le", "van", "von", "zu", "ter", "ten", "y", "e", "af", "av", "of", "the":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-") || strings.HasPrefix(w, "as-") || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’")
}

// nameWords are the words of a name that tell persons apart. A father's name stays with
// what says that it is one: Mohammed bin Salman is not Salman.
func nameWords(s string) []string {
	var out []string
	father := ""
	for _, w := range strings.Fields(fold(s)) {
		switch {
		case w == "bin" || w == "ibn" || w == "bint":
			father = "bin "
		case !isTitle(w) && !isParticle(w):
			out = append(out, father+w)
			father = ""
		}
	}
	if len(out) == 0 {
		return strings.Fields(fold(s))
	}
	return out
}

func isTitle(w string) bool {
	switch w {
	case "king", "queen", "prince", "princess", "crown", "emir", "sheikh", "sultan", "pope", "president", "prime", "minister", "mr", "mrs",
		"ms", "dr", "sir", "lord", "lady", "general", "gen", "ayatollah", "premier", "chancellor", "secretary", "senator", "jr", "sr", "ii", "iii":
		return true
	}
	return false
}

// sideKey is the key of a state or body under the names it commonly goes by.
func sideKey(s string) string {
	k := strings.TrimPrefix(fold(s), "the ")
	switch k {
	case "us", "usa", "u s", "united states of america", "america", "washington":
		return "united states"
	case "uk", "u k", "britain", "great britain", "england":
		return "united kingdom"
	case "russian federation", "kremlin":
		return "russia"
	case "republic of korea", "rok", "korea south":
		return "south korea"
	case "dprk", "democratic peoples republic of korea", "korea north":
		return "north korea"
	case "peoples republic of china", "prc", "mainland china":
		return "china"
	case "turkiye", "republic of turkey":
		return "turkey"
	case "uae", "emirates":
		return "united arab emirates"
	case "eu", "european commission", "european council":
		return "european union"
	case "un":
		return "united nations"
	case "islamic republic of iran":
		return "iran"
	case "czechia":
		return "czech republic"
	case "burma":
		return "myanmar"
	case "holy see":
		return "vatican"
	case "palestine", "state of palestine", "palestinians", "palestinian territories":
		return "palestinian authority"
	case "north atlantic treaty organization", "north atlantic treaty organisation":
		return "nato"
	case "iaea":
		return "international atomic energy agency"
	}
	return k
}

// samePerson tells whether two members can be one person: of one side, with one
// identifier, or with names that agree as far as both go.
func samePerson(a, b *member) bool {
	if q, r := a.party.Wikidata, b.party.Wikidata; q != "" && r != "" {
		return q == r
	}
	if a.side != b.side && a.side != "" && b.side != "" {
		return false
	}
	return a.joined == b.joined || agree(a.name, b.name) || alike(a.joined, b.joined) && len(a.name) == len(b.name)
}

// agree compares names: every word of the shorter stands, in order, in the longer,
// the family name (the last or, where it leads as in "Xi Jinping", the first) among them.
func agree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return false
	}
	if len(a) == 1 {
		return sameWord(a[0], b[len(b)-1]) || sameWord(a[0], b[0])
	}
	if sameWord(a[len(a)-1], b[len(b)-1]) && sameGiven(a[0], b[0]) {
		return len(a) == 2 || len(b) > len(a) || within(a[1:len(a)-1], b)
	}
	return within(a, b)
}

func within(a, b []string) bool {
	for len(a) > 0 && len(b) > 0 {
		if sameWord(a[0], b[0]) {
			a = a[1:]
		}
		b = b[1:]
	}
	return len(a) == 0
}

// sameWord allows for another spelling of the same sounds.
func sameWord(a, b string) bool {
	return a == b || alike(sound(a), sound(b))
}

// sound writes the common variants of a transliteration in one way.
func sound(s string) string {
	if len(s) < 4 {
		return s
	}
	return sounds.Replace(s)
}

// sounds is made once: names are compared more often than anything else.
var sounds = strings.NewReplacer("iy", "i", "yy", "i", "ey", "e", "ei", "e", "ai", "a", "ay", "a", "ou", "u", "oo", "u", "ee", "i",
	"ph", "f", "kh", "h", "ck", "k", "dj", "j", "zh", "j", "w", "v", "y", "i", "q", "k", "ss", "s", "mm", "m", "nn", "n", "ll", "l", "tt", "t")

// sameGiven also allows initials and short forms.
func sameGiven(a, b string) bool {
	if sameWord(a, b) {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 || len(a) >= 3 && strings.HasPrefix(b, a) {
		return a[0] == b[0]
	}
	return shortForm(a) != "" && shortForm(a) == shortForm(b)
}

// shortForm gives the full form of the common short English given names, itself included.
func shortForm(w string) string {
	switch w {
	case "joe", "joseph", "joey":
		return "joseph"
	case "mike", "michael", "mick", "mickey":
		return "michael"
	case "bill", "william", "will", "billy":
		return "william"
	case "bob", "robert", "rob", "bobby":
		return "robert"
	case "jim", "james", "jimmy", "jamie":
		return "james"
	case "tony", "anthony", "antony":
		return "anthony"
	case "dick", "richard", "rick":
		return "richard"
	case "jack", "john", "johnny":
		return "john"
	case "ted", "edward", "ed", "eddie":
		return "edward"
	case "liz", "elizabeth", "beth":
		return "elizabeth"
	case "kate", "katherine", "catherine", "cathy":
		return "catherine"
	case "bibi", "binyamin", "benjamin", "ben":
		return "benjamin"
	case "hank", "henry", "harry":
		return "henry"
	case "chuck", "charles", "charlie":
		return "charles"
	case "larry", "lawrence", "laurence":
		return "lawrence"
	case "maggie", "margaret", "meg":
		return "margaret"
	case "peggy":
		return "margaret"
	case "nick", "nicholas":
		return "nicholas"
	case "dan", "daniel", "danny":
		return "daniel"
	case "dave", "david":
		return "david"
	case "steve", "steven", "stephen":
		return "stephen"
	case "tom", "thomas", "tommy":
		return "thomas"
	}
	return ""
}

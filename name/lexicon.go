package name

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed words.tsv
var wordsTSV string

// class is a set of the classes that words.tsv gives to a word.
type class uint32

const (
	role       class = 1 << iota // names an office or a part: minister, leader, counterpart
	weak                         // of those, one that is no office and needs more to be a party
	honour                       // Mr., Dr., Sir
	abbrev                       // an office cut short before a name: Gen., Sen.
	male                         // said of men only
	female                       // said of women only
	portfolio                    // stands within an office: prime, foreign, deputy
	group                        // several persons under one noun: delegation, team
	people                       // of those, one that can hold talks: side, pair
	state                        // a state by description: country, government
	body                         // a word that names of bodies hold: Ministry, Council
	bodynoun                     // a body by description: the ministry
	gather                       // an occasion: summit, talks
	gatherhead                   // of those, one that heads a gathering's name
	work                         // an agreement, law or book
	place                        // a word that names of places hold: Palace, River
	particle                     // stands within a person's name: bin, al, von
	calendar                     // a month or a day, never a name of a party
	say                          // a verb of speech
	locative                     // a preposition of place
	visit                        // a verb whose object is a place
	tribe                        // of a people or a creed that is no state: Arab, Western
	common                       // a surname that is a word of the language too: Rice, Green
	sport                        // said of matches and of those who play them
	half                         // tells two countries of one name apart: North, South
)

var classNames = map[string]class{
	"role": role, "weak": weak, "honour": honour, "abbrev": abbrev, "male": male, "female": female,
	"portfolio": portfolio, "group": group, "people": people, "state": state, "body": body,
	"bodynoun": bodynoun, "gather": gather, "gatherhead": gatherhead, "work": work, "place": place,
	"particle": particle, "calendar": calendar, "say": say, "locative": locative, "visit": visit, "tribe": tribe, "common": common, "half": half, "sport": sport,
}

// Lexicon is the knowledge of this package: what kinds of word there are.
// It never changes once loaded and may be shared.
type Lexicon struct {
	words   map[string]class
	weights *weights
}

// Load reads the tables of this package.
func Load() (*Lexicon, error) {
	lex := &Lexicon{words: make(map[string]class, 1024)}
	for i, line := range strings.Split(strings.TrimSpace(wordsTSV), "\n") {
		word, list, ok := strings.Cut(line, "\t")
		if i == 0 {
			continue
		}
		if !ok {
			return nil, fmt.Errorf("name/words.tsv:%d: no tab between word and classes", i+1)
		}
		for _, c := range strings.Split(list, ",") {
			bit, known := classNames[c]
			if !known {
				return nil, fmt.Errorf("name/words.tsv:%d: %q is no class of words", i+1, c)
			}
			lex.words[word] |= bit
		}
	}
	var err error
	lex.weights, err = decodeGuess(guessBin)
	return lex, err
}

// of returns the classes of a word in any spelling of capitals.
func (lex *Lexicon) of(form string) class {
	var buf [24]byte
	if len(form) > len(buf) {
		return 0
	}
	b := buf[:len(form)]
	for i := 0; i < len(form); i++ {
		c := form[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return lex.words[string(b)]
}

package language

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed words.tsv
var table string

// The codes that are no language's.
const (
	English = "en"
	Unknown = "und" // none of those known
)

// Detector knows the small words of many languages.
type Detector struct {
	codes []string
	words map[string][]uint8 // of each word, the languages that have it
}

// Load reads the word lists that the program carries.
func Load() (*Detector, error) {
	d := &Detector{words: map[string][]uint8{}}
	for n, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 || slices.Contains(d.codes, f[0]) {
			return nil, fmt.Errorf("language: words.tsv:%d: want code, name and words, each code once", n+1)
		}
		i := uint8(len(d.codes))
		d.codes = append(d.codes, f[0])
		for _, w := range strings.Fields(f[2]) {
			if has := d.words[w]; len(has) == 0 || has[len(has)-1] != i {
				d.words[w] = append(has, i)
			}
		}
	}
	return d, nil
}

const (
	fewestLetters = 60   // of a text that can be told
	fewestWords   = 15   //
	looked        = 6000 // bytes of a text that are looked at, from its start and from its middle
)

// Of returns the ISO 639-1 code of the text's language (three letters where it has no
// two), Unknown where it is none that is known, "" where the text is too short to tell.
func (d *Detector) Of(text string) string {
	if len(text) > 2*looked {
		middle := len(text) / 2
		text = strings.ToValidUTF8(text[:looked]+" "+text[middle:middle+looked], " ")
	}
	letters, latin := 0, 0
	scripts := map[string]int{}
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x250 || 0x1e00 <= r && r < 0x1f00 {
			latin++
			continue
		}
		scripts[scriptOf(r)]++
	}
	switch {
	case latin*2 >= letters:
		return d.latin(text)
	case letters < 20: // most other scripts say more with a letter
		return ""
	}
	best := ""
	for script, n := range scripts {
		if n > scripts[best] || n == scripts[best] && script < best {
			best = script
		}
	}
	return settle(best, text)
}

// latin weighs the small words: a word that many languages have counts less.
func (d *Detector) latin(text string) string {
	words, letters := 0, 0
	score := make([]int, len(d.codes))
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if utf8.RuneCountInString(w) > 30 {
			continue
		}
		w, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(w, "’", "'")), "'")
		if w == "" {
			continue
		}
		words++
		letters += len(w)
		in := d.words[w]
		for _, i := range in {
			score[i] += 12 / min(len(in), 4)
		}
	}
	if words < fewestWords || letters < fewestLetters {
		return ""
	}
	best := 0
	for i := range score {
		if score[i] > score[best] {
			best = i
		}
	}
	// In running text a language's small words are a fourth of all and more. A text
	// of names and headings has few; in doubt between English and none it is English.
	if score[best] < words*12/10 {
		if score[0] >= words*12/25 && score[0]*4 >= score[best]*3 {
			return English
		}
		return Unknown
	}
	return d.codes[best]
}

// Name is the language's name in English, the code itself where it has none here.
func Name(code string) string {
	if _, rest, ok := strings.Cut(table, "\n"+code+"\t"); ok && code != "" {
		name, _, _ := strings.Cut(rest, "\t")
		return name
	}
	if n := scriptNames(code); n != "" {
		return n
	}
	return code
}

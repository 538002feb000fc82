package statement

import (
	"embed"
	"fmt"
	"strings"

	"readout"
)

//go:embed words
var files embed.FS

// frame is a set of the ways in which a cue takes the words that it attributes.
type frame uint16

// The frames of a cue.
const (
	clause     frame = 1 << iota // "said that he would come"
	quoting                      // `said: "I will come"`
	object                       // "reaffirmed his commitment"
	infinitive                   // "promised to come"
	addressee                    // "told Congress that", "urged Iran to"
	forPhrase                    // "called for restraint"
	ofPhrase                     // "warned of a war"
	toPhrase                     // "compared him to a wall"
	asPhrase                     // "described it as a success"
	label                        // `called it "a success"`
	particle                     // "pointed out that"
	clearly                      // "made clear that"
	weak                         // a cue only where the subject can speak
)

var frameNames = [...]string{"clause", "quote", "object", "infinitive", "addressee", "for", "of", "to", "as", "label", "out", "clear", "weak"}

// cue is what the table knows of a verb.
type cue struct {
	stance readout.Stance
	frames frame
}

func (c cue) takes(f frame) bool { return c.frames&f != 0 }

// Finder finds statements. It holds the word tables and nothing else, so that one
// Finder serves any number of documents at a time.
type Finder struct {
	verbs     map[string]cue
	speakers  map[string]bool // nouns for who or what can speak
	documents map[string]bool // nouns for documents, whose author speaks
	claims    map[string]bool // nouns for acts of speaking
	outlets   map[string]bool // newspapers, agencies, broadcasters
}

// Load reads the word tables that come with the program. An error means that a
// table was edited wrongly.
func Load() (*Finder, error) {
	f := &Finder{verbs: map[string]cue{}}
	err := eachRow("words/verbs.tsv", func(row []string) error { return f.addVerb(row) })
	if err != nil {
		return nil, err
	}
	for _, t := range []struct {
		name string
		to   *map[string]bool
	}{{"words/speakers.tsv", &f.speakers}, {"words/documents.tsv", &f.documents}, {"words/claims.tsv", &f.claims}, {"words/outlets.tsv", &f.outlets}} {
		set := map[string]bool{}
		if err := eachRow(t.name, func(row []string) error { set[row[0]] = true; return nil }); err != nil {
			return nil, err
		}
		*t.to = set
	}
	return f, nil
}

func (f *Finder) addVerb(row []string) error {
	if len(row) != 3 {
		return fmt.Errorf("%d fields in place of 3", len(row))
	}
	var c cue
	if err := c.stance.UnmarshalText([]byte(row[1])); err != nil {
		return err
	}
	for _, name := range strings.Split(row[2], ",") {
		bit := -1
		for i, n := range frameNames {
			if n == name {
				bit = i
			}
		}
		if bit < 0 {
			return fmt.Errorf("%q is no frame", name)
		}
		c.frames |= 1 << bit
	}
	f.verbs[row[0]] = c
	return nil
}

// eachRow calls do with the tab-separated fields of every line that is neither
// empty nor a comment.
func eachRow(name string, do func([]string) error) error {
	b, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if err := do(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("statement: %s:%d: %w", name, n+1, err)
		}
	}
	return nil
}

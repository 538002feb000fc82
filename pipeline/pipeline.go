// Package pipeline is the main path: a document goes in, its readout comes out.
//
// The stages are called in the order of Read. Each is a pure function of a package
// of its own; what it must know (models, tables, rules) is loaded once by Load and
// handed to it. Nothing in Read fails: a text that cannot be understood tells less.
// Load fails where an embedded model, table or rule is malformed, or a user's own
// table is.
package pipeline

import (
	"fmt"
	"io/fs"
	"slices"

	"readout"
	"readout/article"
	"readout/encounter"
	"readout/gazetteer"
	"readout/language"
	"readout/name"
	"readout/statement"
	"readout/syntax"
	"readout/text"
	"readout/timex"
)

// Knowledge is all that the stages must know. It does not change once loaded and is
// shared by all readers.
type Knowledge struct {
	Languages  *language.Detector
	Gazetteer  *gazetteer.Gazetteer
	Syntax     *syntax.Model
	Names      *name.Lexicon
	Times      *timex.Finder
	Statements *statement.Finder
	Encounters *encounter.Finder
}

// Load loads the models, tables and rules that the program carries.
func Load() (*Knowledge, error) { return LoadWith(nil) }

// LoadWith also reads a user's own tables of the gazetteer, which extend those that the
// program carries or take their place; nil is none.
func LoadWith(tables fs.FS) (*Knowledge, error) {
	var k Knowledge
	var err error
	if k.Languages, err = language.Load(); err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	if k.Gazetteer, err = gazetteer.LoadWith(tables); err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	if k.Syntax, err = syntax.Load(); err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	if k.Names, err = name.Load(); err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	if k.Times, err = timex.Load(); err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	if k.Statements, err = statement.Load(); err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	if k.Encounters, err = encounter.Load(); err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	return &k, nil
}

// Reader reads documents one after another. Use one for each goroutine: it holds
// the parser's working memory.
type Reader struct {
	*Knowledge
	Least  float64 // confidence under which an encounter is left out, Least at first
	parser *syntax.Parser
}

// Least is how sure of an encounter the program must be to tell of it: an invented meeting
// is worse than a missed one. doc/confidence.md gives what it leaves out.
const Least = 0.90

// NewReader returns a reader with working memory of its own.
func (k *Knowledge) NewReader() *Reader { return &Reader{k, Least, k.Syntax.NewParser()} }

// Read reads one document: THE MAIN PATH.
func (r *Reader) Read(doc readout.Document) readout.Readout {
	doc.Language = r.language(doc)
	if !Reads(doc.Language) {
		return readout.Readout{Document: doc, Sections: article.Sections(doc)}
	}
	reading := r.Analyze(doc)
	statements := r.Statements.Find(&reading)
	encounters := r.Encounters.Find(&reading, statements, r.Gazetteer, r.Times)
	encounters = slices.DeleteFunc(encounters, r.doubtful)
	withSide(encounters, reading.Document.Outlet, r.Gazetteer)
	return readout.Readout{
		Document: reading.Document, Sections: reading.Sections,
		Encounters: encounters, Statements: statements,
	}
}

// doubtful tells an encounter that the program is too unsure of.
func (r *Reader) doubtful(e readout.Encounter) bool { return e.Confidence < r.Least }

// Reads tells whether texts in the language are read: English ones, and those too
// short to tell. All others are kept, and tell nothing.
func Reads(code string) bool { return code == "" || code == language.English }

// language tells the language of a document by its words, or else by what its page
// says.
func (r *Reader) language(doc readout.Document) string {
	if code := r.Languages.Of(doc.Text); code != "" {
		return code
	}
	return doc.Language
}

// Analyze is the text engine: sections, sentences, tags and trees, time
// expressions, names and coreference.
func (r *Reader) Analyze(doc readout.Document) text.Reading {
	doc = article.Describe(doc)
	sections := article.Sections(doc)
	sentences := text.Segment(doc.Text, sections)
	for i := range sentences {
		r.parser.Parse(&sentences[i])
	}
	reading := text.Reading{Document: doc, Sections: sections, Sentences: sentences}
	reading.Times = r.Knowledge.Times.Find(doc, sentences)
	r.refer(&reading)
	return reading
}

// spokenBy tells a description of who says the words of the document, which ends its title:
// "… – address by the President of Ukraine".
func spokenBy(sentences []text.Sentence, m *text.Mention) bool {
	toks := sentences[m.Sentence].Tokens
	if m.Form != text.Nominal || int(m.Last) != len(toks) || m.First < 3 {
		return false
	}
	by := toks[m.First-1].Form
	return (by == "by" || by == "of") && (toks[m.First-2].Lemma == "address" || toks[m.First-2].Lemma == "speech" || toks[m.First-2].Lemma == "statement")
}

// dropHeadlineGuesses leaves out the long unknown names of headlines, where every word
// has a capital letter. Of one that begins with the surname of somebody whom the text
// names elsewhere ("Obama Meet Briefly"), the surname stays.
func dropHeadlineGuesses(sentences []text.Sentence, mentions []text.Mention) []text.Mention {
	surnames := map[string]bool{}
	for _, m := range mentions {
		if m.Class == text.Person && m.Form == text.Name && sentences[m.Sentence].Section != readout.Headline {
			surnames[sentences[m.Sentence].Tokens[m.Last-1].Form] = true
		}
	}
	kept := mentions[:0]
	for _, m := range mentions {
		guess := m.Class == text.Person && m.Entry == "" && m.Last-m.First > 2 && !spokenBy(sentences, &m)
		if guess && sentences[m.Sentence].Section == readout.Headline {
			first := &sentences[m.Sentence].Tokens[m.First]
			if !surnames[first.Form] {
				continue
			}
			m.Span, m.Last, m.Head = first.Span, m.First+1, m.First
		}
		kept = append(kept, m)
	}
	return kept
}

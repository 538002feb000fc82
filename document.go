package readout

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Document is one article, release or transcript as read. Its text is never
// edited; another text is another version, named by another hash.
type Document struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet,omitempty"`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Dateline  string `json:"dateline,omitempty"`
	Published string `json:"published,omitempty"` // a date or an instant in the page's own zone
	Updated   string `json:"updated,omitempty"`   // like Published
	Language  string `json:"language,omitempty"`  // ISO 639-1 code of the text's language; empty where it cannot be told
	Text      string `json:"text"`

	// Sections are those that the document's page sets apart; none where the text alone
	// must tell. What they call body may hold more kinds.
	Sections []Section `json:"sections,omitempty"`

	// Proof leads to the page that the document was made from; zero where it was made
	// from none.
	Proof Proof `json:"-"`
}

// Proof leads from a document's text to the bytes of its page as fetched.
type Proof struct {
	Page    string // SHA-256 of the page's bytes
	Charset string // that they were read in
	Map     []byte // from the text to the bytes, as package page packs it
}

// Hash names the version: the SHA-256 of the text, in lower-case hexadecimal.
func (d Document) Hash() string {
	h := sha256.Sum256([]byte(d.Text))
	return hex.EncodeToString(h[:])
}

// SectionKind says what a stretch of a document is.
type SectionKind uint8

// The kinds of section. Only Body and Quoted speak: the others hold neither
// encounters nor statements (a caption or a headline may confirm, and tells
// nothing alone).
const (
	Body       SectionKind = iota
	Quoted                 // a stretch taken over from another outlet
	Headline               // the title standing as the text's first line
	Caption                // of a picture
	Comments               // readers' comments
	About                  // about the author
	Disclaimer             // legal words, copyright
	Navigation             // links, newsletter boxes, credits, advertisements
)

var sectionNames = [...]string{"body", "quoted", "headline", "caption", "comments", "about", "disclaimer", "navigation"}

func (k SectionKind) String() string { return nameOf(sectionNames[:], int(k)) }

// MarshalText writes the kind as its name.
func (k SectionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind from its name.
func (k *SectionKind) UnmarshalText(t []byte) error {
	i, err := indexOf(sectionNames[:], string(t), "section kind")
	*k = SectionKind(i)
	return err
}

// Speaks tells whether the section's words can hold an encounter or a statement.
func (k SectionKind) Speaks() bool { return k == Body || k == Quoted }

// Section is a stretch of a document of one kind. The sections of a document
// follow one another without gap or overlap. Outlet names the source of a Quoted
// one, where the text says it.
type Section struct {
	Span
	Kind   SectionKind `json:"kind"`
	Outlet string      `json:"outlet,omitempty"`
}

// nameOf and indexOf serve the small closed sets of this package.
func nameOf(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return fmt.Sprintf("?%d", i)
	}
	return names[i]
}

func indexOf(names []string, s, what string) (int, error) {
	for i, n := range names {
		if n == s {
			return i, nil
		}
	}
	return 0, fmt.Errorf("readout: %q is no %s; one of %q", s, what, names)
}

package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf8"

	"readout"
)

// Verified counts what Verify looked at.
type Verified struct {
	Documents int
	Spans     int
	Hold      int
	Unkept    int // documents whose text is not kept, so that nothing can be held against it
	Failures  []Failure
}

// Failure is a document whose text is not what was hashed, or a span whose words
// are not those that were stored.
type Failure struct {
	Document string
	Field    string // "text" for the document itself
	Span     readout.Span
	Reason   string
}

// Verify checks every stored text against its hash, and every stored span against
// its document: that it lies in the text, between whole characters, and that its
// words are those it was stored with.
func (s *Store) Verify() (Verified, error) {
	var v Verified
	err := s.each("", nil, func(r readout.Readout, k stored) error {
		v.Documents++
		if k.kept == KeepHashes {
			v.Unkept++
			return nil
		}
		if k.kept == KeepText && r.Document.Hash() != k.hash {
			v.fail(r.Document.ID, quote{field: "text"}, "the text is not the one that was hashed")
		}
		for i, e := range r.Encounters {
			v.check(r.Document, recordQuotes(e), k.records[i])
		}
		for i, st := range r.Statements {
			v.check(r.Document, statementQuotes(st), k.statements[i])
		}
		return nil
	})
	return v, err
}

func (v *Verified) fail(id string, q quote, reason string) {
	v.Failures = append(v.Failures, Failure{id, q.field, q.span, reason})
}

func (v *Verified) check(d readout.Document, qs []quote, proof []byte) {
	for i, q := range qs {
		v.Spans++
		words := q.span.In(d.Text)
		switch {
		case words == "":
			v.fail(d.ID, q, fmt.Sprintf("[%d,%d) does not lie in a text of %d bytes", q.span.Start, q.span.End, len(d.Text)))
		case cuts(d.Text, q.span):
			v.fail(d.ID, q, "begins or ends within a character")
		case len(proof) < 4*(i+1):
			v.fail(d.ID, q, "has no stored checksum")
		case binary.BigEndian.Uint32(proof[4*i:]) != checksum(words):
			v.fail(d.ID, q, "the words are not those it was stored with: "+string(bytes.ToValidUTF8([]byte(words), nil)))
		default:
			v.Hold++
		}
	}
}

// cuts tells whether the span begins or ends within a character.
func cuts(text string, s readout.Span) bool {
	inside := func(at readout.Offset) bool {
		return int(at) < len(text) && !utf8.RuneStart(text[at]) && within(text, int(at))
	}
	return inside(s.Start) || inside(s.End)
}

// within tells whether position at lies inside a well-formed character of the text.
func within(text string, at int) bool {
	for from := max(0, at-3); from < at; from++ {
		if r, size := utf8.DecodeRuneInString(text[from:]); r != utf8.RuneError && from+size > at {
			return true
		}
	}
	return false
}

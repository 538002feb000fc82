package store

import (
	"encoding/binary"
	"hash/crc32"

	"readout"
)

// A quote is one span of a stored value, with the field it proves.
type quote struct {
	field string
	span  readout.Span
}

// quotes walks spans in a fixed order; proofs depend on it.
type quotes []quote

func (q *quotes) add(field string, at []readout.Span) {
	for _, s := range at {
		*q = append(*q, quote{field, s})
	}
}

func (q *quotes) facts(f readout.Facts) {
	q.add("kind", f.Kind.At())
	q.add("status", f.Status.At())
	q.add("format", f.Format.At())
	q.add("how", f.How.At())
	for _, p := range f.Participants {
		q.add("participants", p.At())
	}
	q.add("host", f.Host.At())
	q.add("initiator", f.Initiator.At())
	q.add("date", f.Date.At())
	q.add("place", f.Place.At())
	q.add("gathering", f.Gathering.At())
	for _, t := range f.Topics {
		q.add("topics", t.At())
	}
	for _, t := range f.Unraised {
		q.add("unraised", t.At())
	}
	q.add("duration", f.Duration.At())
	q.add("outcome", f.Outcome.At())
	q.add("reason", f.Reason.At())
	for _, t := range f.Tone {
		q.add("tone", t.At())
	}
}

// recordQuotes are the spans of one document's record of an encounter.
func recordQuotes(e readout.Encounter) []quote {
	var q quotes
	q.facts(e.Facts)
	q.add("evidence", e.Evidence)
	for _, a := range e.Accounts {
		q.facts(a.Facts)
		q.add("evidence", a.Evidence)
	}
	return q
}

// statementQuotes are the spans of a statement. An empty cue is no span.
func statementQuotes(s readout.Statement) []quote {
	var q quotes
	q.add("speaker", s.Speaker.At())
	q.add("content", []readout.Span{s.Content})
	if !s.Cue.Empty() {
		q.add("cue", []readout.Span{s.Cue})
	}
	for _, v := range s.Via {
		q.add("via", v.At())
	}
	return q
}

// proof is the checksum of the words of each quote, four bytes each. A span that
// does not lie in the text has that of no words, which no span has.
func proof(qs []quote, text string) []byte {
	out := make([]byte, 0, 4*len(qs))
	for _, q := range qs {
		out = binary.BigEndian.AppendUint32(out, checksum(q.span.In(text)))
	}
	return out
}

func checksum(words string) uint32 { return crc32.ChecksumIEEE([]byte(words)) }

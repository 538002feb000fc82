package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"readout"
)

// CodedSentence is a sentence of the PLV set: between two marked actors stands one
// event, coded with a root of the PLOVER ontology.
type CodedSentence struct {
	ID, Root       string
	Text           string
	Source, Target readout.Span // in Text; empty where the mark is not found
}

// ReadPLV reads the PLV set in JSON Lines.
func ReadPLV(in io.Reader) ([]CodedSentence, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	var out []CodedSentence
	for n := 1; lines.Scan(); n++ {
		var j struct {
			ID     string `json:"sentence_id"`
			Root   string `json:"gold_root"`
			Text   string `json:"sentence"`
			Source string `json:"source"`
			Target string `json:"target"`
		}
		if err := json.Unmarshal(lines.Bytes(), &j); err != nil {
			return nil, fmt.Errorf("eval: PLV line %d: %w", n, err)
		}
		out = append(out, CodedSentence{j.ID, j.Root, j.Text, find(j.Text, j.Source), find(j.Text, j.Target)})
	}
	return out, lines.Err()
}

func find(text, words string) readout.Span {
	at := strings.Index(text, words)
	if at < 0 || words == "" {
		return readout.Span{}
	}
	return readout.Span{Start: readout.Offset(at), End: readout.Offset(at + len(words))}
}

// Consults tells whether the encounters read from the sentence say that its two
// actors consult with one another: one that is told as held or planned (the set codes
// "will hold talks" so too), and whose participants reach both.
func (s CodedSentence) Consults(es []readout.Encounter) bool {
	for _, e := range es {
		status := e.Status.Value()
		if (status == readout.Held || status == readout.Planned) && s.reaches(e, s.Source) && s.reaches(e, s.Target) {
			return true
		}
	}
	return false
}

// Contact is what one word of a sentence tells of contact, whoever they are who have it
// (see package encounter).
type Contact struct {
	Rule   string
	Status readout.Status
	Aside  bool
	Who    []readout.Span
}

// InContact tells whether one of the contacts told is between its two actors, whoever
// they are: PLOVER's CONSULT takes any two, of one government as well. What is told of in
// the future PLOVER codes as AGREE, so it must be told as held; what it codes under another
// root is left out (codedApart), and so is what is agreed at talks that are only the scene.
func (s CodedSentence) InContact(cs []Contact) bool {
	for _, c := range cs {
		if c.Status == readout.Held && !c.Aside && !codedApart(c.Rule) && touches(c.Who, s.Source) && touches(c.Who, s.Target) {
			return true
		}
	}
	return false
}

// codedApart tells a rule whose contact PLOVER codes as another event: a summons as the
// complaint made then, what two sign as their agreement, and a delegation sent as what it is
// sent for, an inquiry or help.
func codedApart(rule string) bool {
	switch rule {
	case "summon-someone", "summoned", "sign-with", "sign-together", "send-to":
		return true
	}
	return false
}

func touches(who []readout.Span, actor readout.Span) bool {
	if actor.Empty() {
		return true
	}
	for _, at := range who {
		if at.Overlaps(actor) {
			return true
		}
	}
	return false
}

// reaches tells whether a participant, or the place of a visit, stands in the words
// of an actor.
func (s CodedSentence) reaches(e readout.Encounter, actor readout.Span) bool {
	if actor.Empty() {
		return true
	}
	for _, p := range e.Participants {
		for _, at := range p.At() {
			if at.Overlaps(actor) {
				return true
			}
		}
	}
	for _, at := range e.Place.At() {
		if e.Kind.Value() == readout.Visit && at.Overlaps(actor) {
			return true
		}
	}
	return false
}

// Binary counts the answers to a question of yes or no.
type Binary struct{ Right, Found, Gold int }

// Add counts one answer.
func (b *Binary) Add(gold, found bool) {
	if gold {
		b.Gold++
	}
	if found {
		b.Found++
	}
	if gold && found {
		b.Right++
	}
}

// Rows are precision, recall and F1 in per cent.
func (b Binary) Rows(stage, set string) []Row {
	p, r := share(b.Right, b.Found), share(b.Right, b.Gold)
	return []Row{{stage, set, "F1", share(2*b.Right, b.Found+b.Gold)}, {stage, set, "precision", p}, {stage, set, "recall", r}}
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

package encounter

import (
	"strings"

	"readout"
	"readout/statement"
	"readout/text"
)

// roundTable tells of the occasion at which those sit together who speak in turn in a
// transcript: officials of two sides, one after another. Each side's opening words tell
// of it. Reporters and other guests hold no office.
func (d *draft) roundTable() []telling {
	var parties telling
	var out []telling
	for i := range d.statements {
		st := &d.statements[i]
		p := st.Speaker.Value()
		if st.Rule != statement.TurnRule || p.Kind != readout.Person || p.Side == "" || p.Role == "" {
			continue
		}
		before := d.sides(parties.parties)
		parties.add(partyAt{d.entityOf(p.Name), p, st.Speaker.At()[0], readout.Stated, 'm', false})
		if si := d.opening(st.Content); d.sides(parties.parties) > before && before < 2 && si >= 0 {
			out = append(out, telling{sentence: si, rules: []string{"turns-of-two-sides"}, clause: []text.Index{0},
				kind: readout.Meeting, voice: -1, faint: true, verdict: verdict{status: readout.Held, firm: true}})
		}
	}
	if len(out) < 2 || len(parties.parties) > mostSpeakers {
		return nil
	}
	for i := range out {
		out[i].parties = append([]partyAt(nil), parties.parties...)
		if d.remote() {
			out[i].kind = readout.Call
		}
	}
	return out
}

// opening returns the first sentence of a turn that says more than a salutation, or -1.
func (d *draft) opening(turn readout.Span) int {
	first := d.sentenceAt(turn.Start)
	for i := first; i >= 0 && i < len(d.r.Sentences) && d.r.Sentences[i].Start < turn.End; i++ {
		if len(d.r.Sentences[i].Tokens) > 6 {
			return i
		}
	}
	return first
}

// mostSpeakers is how many may sit at one table; a forum has more.
const mostSpeakers = 12

// remote tells whether title or opening say that they spoke by telephone or video.
func (d *draft) remote() bool {
	opening := lower(d.r.Document.Title)
	for i := range d.r.Sentences[:min(4, len(d.r.Sentences))] {
		opening += " " + lower(d.r.Sentences[i].In(d.r.Document.Text))
	}
	for _, w := range []string{"phone", "videoconference", "video conference", "video call", "video link", "videolink", "virtual"} {
		if strings.Contains(opening, w) {
			return true
		}
	}
	return false
}

// entityOf returns the person of the document with that name, or -1.
func (d *draft) entityOf(name string) int {
	for e := range d.r.Entities {
		if x := &d.r.Entities[e]; x.Class == text.Person && x.Party.Name == name {
			return e
		}
	}
	return -1
}

// sentenceAt returns the sentence that speaks and holds byte o, or -1.
func (d *draft) sentenceAt(o readout.Offset) int {
	for i := range d.r.Sentences {
		if s := &d.r.Sentences[i]; s.Start <= o && o < s.End && s.Section.Speaks() {
			return i
		}
	}
	return -1
}

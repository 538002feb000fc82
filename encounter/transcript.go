package encounter

import (
	"strings"

	"readout"
	"readout/statement"
	"readout/text"
)

// roundTable tells of the occasion at which those sit together who speak in turn in a
// transcript: officials of two sides, one after another. Each side's opening words tell
// of it. Reporters, heads of firms and other guests hold no public office.
func (d *draft) roundTable() []telling {
	var parties telling
	var out []telling
	d.heads = nil
	for i := range d.statements {
		st := &d.statements[i]
		p := st.Speaker.Value()
		if st.Rule != statement.TurnRule || p.Kind != readout.Person || p.Side == "" || p.Role == "" || ofPrivateLife(p.Role) {
			continue
		}
		before := d.sides(parties.parties)
		parties.add(partyAt{d.entityOf(p.Name), p, st.Speaker.At()[0], readout.Stated, 'm', false})
		if d.sides(parties.parties) > before {
			d.heads = append(d.heads, parties.parties[len(parties.parties)-1])
		}
		if si := d.opening(st.Content); d.sides(parties.parties) > before && before < 2 && si >= 0 {
			out = append(out, telling{sentence: si, rules: []string{"turns-of-two-sides"}, clause: []text.Index{0},
				kind: readout.Meeting, voice: -1, faint: true, news: true, verdict: verdict{status: readout.Held, firm: true}})
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

// across returns who heads the other side where the head of one of two speaks in a
// transcript: with whom "our last meeting" was.
func (d *draft) across(voice int) (partyAt, bool) {
	if len(d.heads) != 2 || voice < 0 || d.statements[voice].Rule != statement.TurnRule {
		return partyAt{}, false
	}
	name := d.statements[voice].Speaker.Value().Name
	for i, p := range d.heads {
		if p.party.Name == name {
			return d.heads[1-i], true
		}
	}
	return partyAt{}, false
}

// addAcross adds the head of the other side to an occasion that the words share with him
// and that has a day or place of its own: "our last meeting in Sochi", "we met in January".
func (d *draft) addAcross(t *telling) {
	if len(t.parties) != 1 || t.joins || t.kind == readout.Visit || t.verdict.status != readout.Held || !d.anotherDay(t) || !ofBoth(&d.r.Sentences[t.sentence], t) {
		return
	}
	own := t.parties[0]
	if other, ok := d.across(t.voice); ok && own.role == 'a' && own.party.Name == d.statements[t.voice].Speaker.Value().Name {
		t.add(partyAt{other.entity, other.party, own.at, readout.Resolved, 'b', false})
		t.bare, t.past = false, true
	}
}

// anotherDay tells whether the words beside an occasion put it on a day before the talk, or
// where no day is told at a place that the text's opening does not name.
func (d *draft) anotherDay(t *telling) bool {
	if !t.date.Present() {
		p := t.place.Value()
		return p.City != "" && (d.ordinal(t) || !strings.Contains(d.r.Document.Text[:min(openingBytes, len(d.r.Document.Text))], p.City))
	}
	_, to, ok := t.date.Value().Days()
	at, trigger := t.date.At()[0], d.r.Sentences[t.sentence].Tokens[t.trigger].Span
	between := readout.Span{Start: min(at.End, trigger.End), End: max(at.Start, trigger.Start)}
	return ok && d.dated && to <= d.published && !between.Empty() && !strings.Contains(between.In(d.r.Document.Text), ",")
}

// openingBytes is the stretch in which a text says where the talk is.
const openingBytes = 400

// ofBoth tells words that make an occasion that of both who talk: "our meeting", "we met".
func ofBoth(s *text.Sentence, t *telling) bool {
	if t.noun {
		c := s.Child(t.trigger, text.NmodPoss)
		return c != text.None && lower(s.Tokens[c].Form) == "our"
	}
	c, tok := s.Child(t.trigger, text.Nsubj), &s.Tokens[t.trigger]
	if c == text.None || lower(s.Tokens[c].Form) != "we" || s.Child(t.trigger, text.Obj, text.Iobj) != text.None || metOthers(s, t.trigger) {
		return false
	}
	then := tok.Rel == text.Advcl
	for _, c := range s.Children(t.trigger, text.Advmod) {
		switch s.Tokens[c].Lemma {
		case "repeatedly", "regularly":
			return false // on many days
		case "when":
			then = then || tok.Rel == text.Parataxis
		}
	}
	return !then || !metOthers(s, tok.Head) // "I discussed it with him when we met"
}

// metOthers tells whether the verb says itself with whom.
func metOthers(s *text.Sentence, v text.Index) bool {
	for _, c := range s.Children(v, text.Obl) {
		switch caseOf(s, c) {
		case "with", "to", "among", "between":
			return true
		}
	}
	return false
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

// addHost adds who receives the guest whom a heading of a transcript names alone: "Beginning of
// meeting with President of Turkey Ruiz". It is who speaks first of another side.
func (d *draft) addHost(t *telling) {
	s := &d.r.Sentences[t.sentence]
	if !t.noun || len(t.parties) != 1 || t.parties[0].role != 'b' || len(d.heads) == 0 || len(d.heads) > 2 || len(s.Tokens) < 3 {
		return
	}
	if l := lower(s.Tokens[0].Form); l != "beginning" && l != "start" && l != "opening" || lower(s.Tokens[1].Form) != "of" || s.Child(t.trigger, text.NmodPoss) != text.None {
		return
	}
	guest := t.parties[0]
	for _, p := range d.heads {
		if side(p.party) != side(guest.party) {
			t.add(partyAt{p.entity, p.party, guest.at, readout.Resolved, 'a', false})
			return
		}
	}
}

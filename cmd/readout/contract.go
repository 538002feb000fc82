package main

import (
	"sync"

	"readout"
	"readout/confidence"
	"readout/pipeline"
)

// The types below are the JSON of doc/format.md. A field of another type than the
// vocabulary's is spelled out here, so that the contract stands in one file.

type documentJSON struct {
	ID         string          `json:"id"`
	Hash       string          `json:"hash"`
	Language   string          `json:"language,omitempty"`
	Unread     bool            `json:"unread,omitempty"` // in a language that is not read
	Encounters []encounterJSON `json:"encounters"`
	Statements []statementJSON `json:"statements"`
}

type encounterJSON struct {
	ID           string            `json:"id"`
	Document     string            `json:"document,omitempty"` // of a record within a list
	Kind         string            `json:"kind"`
	Format       string            `json:"format,omitempty"`
	Status       string            `json:"status"`
	How          string            `json:"how,omitempty"`
	Participants []participantJSON `json:"participants"`
	Date         string            `json:"date"`
	Place        string            `json:"place"`
	Gathering    string            `json:"gathering"`
	Topics       []topicJSON       `json:"topics"`
	Unraised     []topicJSON       `json:"unraised,omitempty"`
	Duration     *[2]int           `json:"duration"`
	Outcome      string            `json:"outcome,omitempty"`
	Reason       string            `json:"reason,omitempty"`
	Evidence     []readout.Span    `json:"evidence"`
	Cites        map[string]cite   `json:"cites"`
	Accounts     []accountJSON     `json:"accounts"`
	Confidence   float64           `json:"confidence"`
}

type participantJSON struct {
	Name      string         `json:"name"`
	Side      string         `json:"side"`
	Role      string         `json:"role,omitempty"`
	Wikidata  string         `json:"wikidata,omitempty"`
	Host      bool           `json:"host,omitempty"`
	Initiator bool           `json:"initiator,omitempty"`
	At        []readout.Span `json:"at"`
	Rule      string         `json:"rule"`
	Basis     readout.Basis  `json:"basis"`

	Confidence float64 `json:"confidence,omitempty"`
}

type topicJSON struct {
	Name       string         `json:"name"`
	At         []readout.Span `json:"at"`
	Confidence float64        `json:"confidence,omitempty"`
}

type cite struct {
	At         []readout.Span `json:"at"`
	Rule       string         `json:"rule"`
	Basis      readout.Basis  `json:"basis"`
	Confidence float64        `json:"confidence,omitempty"`
}

type accountJSON struct {
	ID         string         `json:"id"`
	Voice      string         `json:"voice"`
	Role       string         `json:"role,omitempty"`
	Side       string         `json:"side,omitempty"`
	Via        []string       `json:"via"`
	Status     string         `json:"status"`
	Kind       string         `json:"kind"`
	Topics     []string       `json:"topics"`
	Tone       []string       `json:"tone"`
	Evidence   []readout.Span `json:"evidence"`
	Confidence float64        `json:"confidence"`
}

type statementJSON struct {
	ID       string       `json:"id"`
	Document string       `json:"document,omitempty"`
	Speaker  speakerJSON  `json:"speaker"`
	Mode     string       `json:"mode"`
	Content  readout.Span `json:"content"`
	Cue      *cueJSON     `json:"cue"`
	Via      []string     `json:"via"`
	Rule     string       `json:"rule"`
}

type speakerJSON struct {
	Name string         `json:"name"`
	Role string         `json:"role"`
	Side string         `json:"side,omitempty"`
	At   []readout.Span `json:"at"`
}

type cueJSON struct {
	readout.Span
	Stance readout.Stance `json:"stance"`
}

// scale says how sure a field is. Its tables are part of the program; where they cannot
// be read, the pipeline does not start either.
var scale = sync.OnceValue(func() *confidence.Scale {
	s, err := confidence.Load()
	if err != nil {
		panic(err)
	}
	return s
})

func documentOf(r readout.Readout) documentJSON {
	d := documentJSON{ID: r.Document.ID, Hash: r.Document.Hash(), Language: r.Document.Language, Unread: !pipeline.Reads(r.Document.Language),
		Encounters: []encounterJSON{}, Statements: []statementJSON{}}
	for _, e := range r.Encounters {
		d.Encounters = append(d.Encounters, encounterOf(e))
	}
	for _, s := range r.Statements {
		d.Statements = append(d.Statements, statementOf(s))
	}
	return d
}

func encounterOf(e readout.Encounter) encounterJSON {
	j := encounterJSON{
		ID: e.ID, Kind: e.Kind.Value().String(), Format: e.Format.Value(), Status: e.Status.Value().String(),
		How: e.How.Value(), Date: string(e.Date.Value()), Place: e.Place.Value().String(), Gathering: e.Gathering.Value(),
		Outcome: e.Outcome.Value(), Reason: e.Reason.Value(), Evidence: spans(e.Evidence), Confidence: e.Confidence,
		Participants: []participantJSON{}, Topics: []topicJSON{}, Cites: citesOf(e.Facts), Accounts: []accountJSON{},
	}
	for _, p := range e.Participants {
		v := p.Value()
		j.Participants = append(j.Participants, participantJSON{Name: v.Name, Side: v.Side, Role: v.Role, Wikidata: v.Wikidata,
			Host: is(v, e.Host.Value()), Initiator: is(v, e.Initiator.Value()), At: spans(p.At()), Rule: p.Rule(), Basis: p.Basis(),
			Confidence: scale().Field("who", p.Rule(), p.Basis())})
	}
	for _, t := range e.Topics {
		j.Topics = append(j.Topics, topicJSON{t.Value(), spans(t.At()), scale().Field("topic", t.Rule(), t.Basis())})
	}
	for _, t := range e.Unraised {
		j.Unraised = append(j.Unraised, topicJSON{Name: t.Value(), At: spans(t.At())})
	}
	if e.Duration.Present() {
		m := e.Duration.Value()
		j.Duration = &[2]int{m.Min, m.Max}
	}
	for _, a := range e.Accounts {
		j.Accounts = append(j.Accounts, accountOf(a))
	}
	return j
}

// is tells whether a party is the one named as host or initiator.
func is(p readout.Party, name string) bool {
	return name != "" && (p.Name == name || p.Side == name)
}

func citesOf(f readout.Facts) map[string]cite {
	out := map[string]cite{}
	for _, x := range factsOf(f) {
		switch x.field {
		case "who", "topic", "not raised", "tone": // carry their own
		default:
			out[x.field] = cite{spans(x.at), x.rule, x.basis, scale().Field(x.field, x.rule, x.basis)}
		}
	}
	return out
}

func accountOf(a readout.Account) accountJSON {
	j := accountJSON{ID: a.ID, Voice: a.Voice.Name(), Role: a.Voice.Role, Side: a.Voice.Side, Via: append([]string{}, a.Voice.Via...),
		Status: a.Status.Value().String(), Kind: a.Kind.Value().String(), Topics: []string{}, Tone: []string{},
		Evidence: spans(a.Evidence), Confidence: a.Confidence}
	for _, t := range a.Topics {
		j.Topics = append(j.Topics, t.Value())
	}
	for _, t := range a.Tone {
		j.Tone = append(j.Tone, t.Value())
	}
	return j
}

func statementOf(s readout.Statement) statementJSON {
	p := s.Speaker.Value()
	j := statementJSON{ID: s.ID, Speaker: speakerJSON{p.Name, p.Role, p.Side, spans(s.Speaker.At())},
		Mode: s.Mode.String(), Content: s.Content, Via: []string{}, Rule: s.Rule}
	if !s.Cue.Empty() {
		j.Cue = &cueJSON{s.Cue, s.Stance}
	}
	for _, v := range s.Via {
		j.Via = append(j.Via, v.Value())
	}
	return j
}

// spans is never null in JSON.
func spans(at []readout.Span) []readout.Span { return append([]readout.Span{}, at...) }

package eval

import "readout"

// FromReadout puts what the program made in the form that is compared.
func FromReadout(r readout.Readout) Record {
	rec := Record{ID: r.Document.ID}
	for _, e := range r.Encounters {
		rec.Encounters = append(rec.Encounters, EncounterOf(e))
	}
	statements := make([]StatementRecord, 0, len(r.Statements))
	for _, s := range r.Statements {
		statements = append(statements, statementRecord(s))
	}
	rec.Statements = &statements
	return rec
}

// EncounterOf puts an encounter in the form that is compared.
func EncounterOf(e readout.Encounter) EncounterRecord {
	out := EncounterRecord{
		Kind: e.Kind.Value().String(), Status: e.Status.Value().String(),
		Rule: e.Kind.Rule(),
		Date: string(e.Date.Value()), Place: e.Place.Value().String(), Gathering: e.Gathering.Value(),
	}
	for _, p := range e.Participants {
		out.Participants = append(out.Participants, PartyRecord{p.Value().Name, p.Value().Side})
	}
	for _, t := range e.Topics {
		out.Topics = append(out.Topics, NameRecord{t.Value()})
	}
	for _, s := range e.Evidence {
		out.Evidence = append(out.Evidence, rangeOf(s))
	}
	return out
}

func statementRecord(s readout.Statement) StatementRecord {
	p := s.Speaker.Value()
	out := StatementRecord{Speaker: PartyRecord{p.Name, p.Side}, Mode: s.Mode.String(), Content: rangeOf(s.Content)}
	for _, v := range s.Via {
		out.Via = append(out.Via, NameRecord{v.Value()})
	}
	return out
}

func rangeOf(s readout.Span) Range { return Range{int(s.Start), int(s.End)} }

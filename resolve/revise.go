package resolve

import (
	"slices"
	"strconv"

	"readout"
)

// Missing are the encounters and the statements of one reading of a document that
// another reading of it lacks: what was withdrawn when its text was edited, or, the
// other way round, added.
func Missing(from, in readout.Readout) (es []readout.Encounter, sts []readout.Statement) {
	for _, e := range from.Encounters {
		if _, there := Counterpart(e, in); !there {
			es = append(es, e)
		}
	}
	said := map[string]bool{}
	for _, st := range in.Statements {
		said[saidBy(st, in.Document.Text)] = true
	}
	for _, st := range from.Statements {
		if !said[saidBy(st, from.Document.Text)] {
			sts = append(sts, st)
		}
	}
	return es, sts
}

// Counterpart is what another reading of its document tells of an encounter.
func Counterpart(e readout.Encounter, in readout.Readout) (readout.Encounter, bool) {
	for _, o := range in.Encounters {
		if sameTold(e, o) {
			return o, true
		}
	}
	return readout.Encounter{}, false
}

func saidBy(st readout.Statement, text string) string {
	return st.Speaker.Value().Name + "\x00" + st.Content.In(text)
}

// sameTold tells whether two readings of one document tell of one encounter: their
// accounts can be linked, and its status, date, place and parties did not change.
func sameTold(a, b readout.Encounter) bool {
	if a.Status.Value() != b.Status.Value() || a.Date.Value() != b.Date.Value() {
		return false
	}
	return sameParties(a, b) && a.Kind.Value() == b.Kind.Value() && a.Place.Value() == b.Place.Value() ||
		len(Links(apart(a.Accounts, "a"), apart(b.Accounts, "b"))) > 0
}

func sameParties(a, b readout.Encounter) bool {
	return slices.EqualFunc(a.Participants, b.Participants, func(x, y readout.Cited[readout.Party]) bool {
		return x.Value().Name == y.Value().Name && x.Value().Side == y.Value().Side
	})
}

// apart are accounts as if they stood in a document of their own.
func apart(as []readout.Account, document string) []readout.Account {
	out := slices.Clone(as)
	for i := range out {
		out[i].ID, out[i].Record, out[i].Document = document+strconv.Itoa(i), document, document
	}
	return out
}

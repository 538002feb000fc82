package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout"
)

// The kinds of decision.
const (
	Accept    = "accept"    // the encounter is right as it stands
	Correct   = "correct"   // a field has another value
	Reject    = "reject"    // the sentences tell of no encounter
	Same      = "same"      // all that is named is one encounter
	Different = "different" // On tells of other encounters than Against
	Undo      = "undo"      // an earlier decision is taken back
)

// Decision is what an analyst decided, by whom and when. It is about sentences of
// documents, so that it outlasts a new reading; it wins over the machine; it can be
// taken back, by another decision.
type Decision struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"`
	Field   string   `json:"field,omitempty"` // of a correction: one of Fields
	Value   string   `json:"value,omitempty"` // "" says that it is not told
	Undoes  string   `json:"undoes,omitempty"`
	On      []Target `json:"on,omitempty"`
	Against []Target `json:"against,omitempty"`
	By      string   `json:"by"`
	At      string   `json:"at"` // RFC 3339 in UTC
	Reason  string   `json:"reason,omitempty"`
}

// Target is a sentence of one version of a document that tells of an encounter.
type Target struct {
	Document string       `json:"document"`
	Hash     string       `json:"hash"`
	At       readout.Span `json:"at"`
	Account  string       `json:"account"` // the account it was taken from when it was decided
	clue     string
}

// Decided is a decision with what has become of it.
type Decided struct {
	Decision
	Active     bool     `json:"active"`               // not taken back
	UndoneBy   string   `json:"undone_by,omitempty"`  // id of the decision that took it back
	Encounters []string `json:"encounters,omitempty"` // those that it is about now
	Unbound    []Lost   `json:"unbound,omitempty"`    // what it can no longer be bound to
}

// Lost is a target that no account stands for any more, and why.
type Lost struct {
	Target
	Why string `json:"why"`
}

// check tells what is wrong with a decision, and gives its time the one form.
func (d *Decision) check() error {
	at, err := time.Parse(time.RFC3339, d.At)
	if err != nil {
		return fmt.Errorf("the time %q of a decision: write it as 2024-05-31T17:00:00Z", d.At)
	}
	d.At = at.UTC().Format(time.RFC3339)
	switch {
	case strings.TrimSpace(d.By) == "":
		return fmt.Errorf("a decision needs the name of who decides")
	case len(d.By) > 200 || len(d.Reason) > 4000 || len(d.Value) > 4000:
		return fmt.Errorf("a decision's author has 200 bytes at most, its reason and value 4000 each")
	case !slices.Contains([]string{Accept, Correct, Reject, Same, Different, Undo}, d.Kind):
		return fmt.Errorf("%q is no kind of decision", d.Kind)
	case (d.Kind == Undo) != (d.Undoes != ""):
		return fmt.Errorf("a decision of the kind undo, and no other, names the one it takes back")
	case (d.Kind == Different) != (len(d.Against) > 0):
		return fmt.Errorf("a decision of the kind different, and no other, has two sides")
	case (d.Kind == Undo) != (len(d.On) == 0):
		return fmt.Errorf("a decision must be about some account")
	case d.Kind == Same && len(d.On) < 2:
		return fmt.Errorf("only one account is named: same needs two")
	case len(d.On)+len(d.Against) > maxTargets:
		return fmt.Errorf("a decision is about %d records at most; this one is about %d", maxTargets, len(d.On)+len(d.Against))
	case d.Kind == Correct:
		_, err := corrected(d.Field, d.Value, readout.Span{End: 1})
		return err
	}
	return nil
}

// maxTargets bounds what one decision is about.
const maxTargets = 2000

// name is the id of a decision: the hash of all that it says.
func (d *Decision) name() string {
	h := sha256.New()
	for _, f := range []string{d.Kind, d.Field, d.Value, d.Undoes, d.By, d.At, d.Reason} {
		h.Write([]byte(strconv.Itoa(len(f)) + ":" + f))
	}
	for part, ts := range [][]Target{d.On, d.Against} {
		for _, t := range ts {
			fmt.Fprintf(h, "%d %s %s %d %d\n", part, t.Document, t.Hash, t.At.Start, t.At.End)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// targetOf binds what is decided to a document's record of an encounter.
func targetOf(document, hash string, e readout.Encounter) Target {
	t := Target{Document: document, Hash: hash, Account: e.ID, clue: clueOf(e)}
	at := e.Evidence
	for _, a := range e.Accounts {
		if len(at) == 0 || a.ID == e.ID && len(a.Evidence) > 0 {
			at = a.Evidence
		}
	}
	if len(at) > 0 {
		t.At = at[0]
	}
	return t
}

// clueOf are checksums of the names of who took part, sorted.
func clueOf(e readout.Encounter) string {
	var out []string
	for _, p := range e.Participants {
		out = append(out, strconv.FormatUint(uint64(checksum(plain(p.Value().Name))), 36))
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

// fits tells how well a record of the same text fits the target; 0 is not at all.
func (t *Target) fits(e readout.Encounter) int {
	overlap, exact, own := 0, 0, 0
	for _, a := range e.Accounts {
		if a.ID == t.Account {
			own = 1
		}
		for _, s := range a.Evidence {
			overlap = max(overlap, int(min(s.End, t.At.End)-max(s.Start, t.At.Start)))
			if s == t.At {
				exact = 1
			}
		}
	}
	if overlap <= 0 {
		return 0
	}
	mine, other, common := strings.Fields(t.clue), strings.Fields(clueOf(e)), 0
	for _, c := range other {
		if slices.Contains(mine, c) {
			common++
		}
	}
	return 1_000_000*own + 100_000*exact + 1_000*min(common, 99) + min(overlap, 999)
}

func decodeEncounter(body []byte) (readout.Encounter, error) {
	var e readout.Encounter
	err := json.Unmarshal(body, &e)
	return e, err
}

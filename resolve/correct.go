package resolve

import "readout"

// correct puts what analysts told, the latest first, in the place of what was read.
func correct(f *readout.Facts, as []*readout.Account) {
	for i := len(as) - 1; i >= 0; i-- { // so that the latest is put last
		a := as[i]
		replace(&f.Kind, a.Kind)
		replace(&f.Status, a.Status)
		replace(&f.Format, a.Format)
		replace(&f.How, a.How)
		replace(&f.Host, a.Host)
		replace(&f.Initiator, a.Initiator)
		replace(&f.Date, a.Date)
		replace(&f.Place, a.Place)
		replace(&f.Gathering, a.Gathering)
		replace(&f.Duration, a.Duration)
		replace(&f.Outcome, a.Outcome)
		replace(&f.Reason, a.Reason)
		f.Participants = replaceAll(f.Participants, a.Participants)
		f.Topics = replaceAll(f.Topics, a.Topics)
		f.Tone = replaceAll(f.Tone, a.Tone)
	}
}

// replace sets a field to what an analyst told; an empty value makes it absent.
func replace[T comparable](to *readout.Cited[T], told readout.Cited[T]) {
	var none T
	switch {
	case !told.Present():
	case told.Value() == none:
		*to = readout.Cited[T]{}
	default:
		*to = told
	}
}

func replaceAll[T comparable](old, told []readout.Cited[T]) []readout.Cited[T] {
	if len(told) == 0 {
		return old
	}
	var none T
	var out []readout.Cited[T]
	for _, c := range told {
		if c.Value() != none {
			out = append(out, c)
		}
	}
	return out
}

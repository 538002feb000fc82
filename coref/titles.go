package coref

import (
	"readout"
	"readout/gazetteer"
	"readout/text"
)

// titlesSeen bounds how many titled persons tell of the day of a document.
const titlesSeen = 40

// terms are those for which a person held the office told before the name.
type terms []*gazetteer.Term

func (t terms) on(day readout.Day) bool {
	for _, term := range t {
		if term.On(day) {
			return true
		}
	}
	return false
}

// dateByTitles moves the day on which offices are held in a document without a date to
// one on which most of the persons it gives a title to held that office: a text on "President Trump" that
// recalls a ruling of 1997 is not of 1997.
func (f *facts) dateByTitles(mentions []text.Mention) {
	all := f.titled(mentions)
	best, most := f.term, held(all, f.term)
	for _, t := range all {
		for _, term := range t {
			day := min(term.To, f.gaz.Last())
			if n := held(all, day); n > most || n == most && n > 0 && !f.sure && day > best {
				best, most = day, n
			}
		}
	}
	f.sure = f.sure || most > 0
	if best != f.term || !f.era {
		f.from = begun(all, best)
	}
	f.term = best
}

// begun returns the first day from which on until the day given the same titled persons held
// their offices.
func begun(all []terms, day readout.Day) readout.Day {
	from, any := day, false
	for _, t := range all {
		for _, term := range t {
			if term.On(day) && (!any || term.From > from) {
				from, any = term.From, true
			}
		}
	}
	return from
}

// held counts the titled persons who held their office on a day.
func held(all []terms, day readout.Day) int {
	n := 0
	for _, t := range all {
		n += bit(t.on(day))
	}
	return n
}

// titled returns the terms of those who lead a state or its diplomacy and are named with
// that title.
func (f *facts) titled(mentions []text.Mention) []terms {
	var out []terms
	seen := map[string]bool{}
	for i := range mentions {
		m := &mentions[i]
		if m.Form != text.Name || m.Class != text.Person || m.Entry == "" || seen[m.Entry] || len(out) == titlesSeen {
			continue
		}
		o := officeIn(m.Role)
		if o != headOfState && o != headOfGovernment && o != foreignMinister {
			continue
		}
		seen[m.Entry] = true
		var t terms
		for _, term := range f.gaz.TermsOf(m.Entry) {
			if o.alike(officeIn(term.Office)) {
				t = append(t, term)
			}
		}
		if len(t) > 0 {
			out = append(out, t)
		}
	}
	return out
}

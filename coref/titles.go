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
func (f *facts) dateByTitles(mentions []text.Mention, words func(*text.Mention) string) {
	all := f.titled(mentions, words)
	best, most := f.term, held(all, f.term)
	for _, t := range all {
		for _, term := range t.terms {
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
func begun(all []titled, day readout.Day) readout.Day {
	from, any := day, false
	for _, t := range all {
		for _, term := range t.terms {
			if term.On(day) && (!any || term.From > from) {
				from, any = term.From, true
			}
		}
	}
	return from
}

// held weighs the titled persons who held their office on a day.
func held(all []titled, day readout.Day) int {
	n := 0
	for _, t := range all {
		n += bit(t.terms.on(day)) * min(t.told, titledMost)
	}
	return n
}

// titled is somebody named with a title, the terms in which it was held, and how often it
// is told: whom a text only recalls is named once.
type titled struct {
	terms terms
	told  int
}

// titledMost bounds what one person weighs.
const titledMost = 4

// titled returns the terms of those who lead a state or its diplomacy and are named with
// that title.
func (f *facts) titled(mentions []text.Mention, words func(*text.Mention) string) []titled {
	var out []titled
	seen := map[string]int{}
	for i := range mentions {
		m := &mentions[i]
		if m.Form != text.Name || m.Class != text.Person || m.Role == "" || len(out) == titlesSeen {
			continue
		}
		o := officeIn(m.Role)
		if o != headOfState && o != headOfGovernment && o != foreignMinister {
			continue
		}
		entry := f.titledBy(m, words)
		if entry == "" {
			continue
		}
		if k, ok := seen[entry]; ok {
			if k >= 0 {
				out[k].told++
			}
			continue
		}
		seen[entry] = -1
		t := titled{told: 1}
		for _, term := range f.gaz.TermsOf(entry) {
			if o.alike(officeIn(term.Office)) {
				t.terms = append(t.terms, term)
			}
		}
		if len(t.terms) > 0 {
			seen[entry] = len(out)
			out = append(out, t)
		}
	}
	return out
}

// titledBy returns the gazetteer's entry of a person named with a title: by the full name,
// else by a surname that only one bore in such an office.
func (f *facts) titledBy(m *text.Mention, words func(*text.Mention) string) string {
	if m.Entry != "" || m.Last-m.First != 1 {
		return m.Entry
	}
	found, sure := f.gaz.PersonBySurname(words(m), gazetteer.Hints{OfficeWords: m.Role})
	if !sure || found[0].Term == nil || !officeIn(m.Role).alike(officeIn(found[0].Term.Office)) {
		return ""
	}
	return found[0].Entry.ID
}

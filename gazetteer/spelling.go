package gazetteer

import "strings"

// givenBefore keeps those of a surname whose given name stands before it in the
// phrase. Where it is nobody's, the surname may be another one's in another
// spelling ("Shimon Perez"); where it is not, nobody is left.
func (g *Gazetteer) givenBefore(refs []Ref, before, after string) []Ref {
	w := strings.Fields(before)
	if len(w) == 0 || after != "" {
		return refs
	}
	given := w[len(w)-1]
	if !startsUpper(given) || !g.firstName(given) {
		return refs
	}
	var fit []Ref
	for _, r := range refs {
		if givenFits(r.Entry, given) || startsAlike(r.Name, given) {
			fit = append(fit, r)
		}
	}
	if len(fit) > 0 {
		return fit
	}
	return g.respelled(given, refs[0].surname)
}

// firstName tells whether a word is a given name, of the table or of somebody listed.
func (g *Gazetteer) firstName(word string) bool {
	if female, male := g.GivenName(word); female || male {
		return true
	}
	key := Fold(word)
	for i := range g.entries {
		if e := &g.entries[i]; e.Kind == Person {
			if first, _, _ := strings.Cut(e.Name, " "); Fold(first) == key {
				return true
			}
		}
	}
	return false
}

// respelled finds the people of that given name whose surname differs in a letter.
func (g *Gazetteer) respelled(given, surname string) (out []Ref) {
	key := Fold(surname)
	for i := range g.entries {
		e := &g.entries[i]
		if e.Kind == Person && givenFits(e, given) && oneLetterApart(Fold(e.surname), key) {
			out = append(out, Ref{e, Surname})
		}
	}
	return out
}

// oneLetterApart tells whether two names of five letters or more differ in one.
func oneLetterApart(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) < 5 || len(a)-len(b) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i+1:] == b[i:]
}

// startsAlike tells whether a word of the name begins as the given name does:
// Ahmet and Ahmed, Robert and Rob.
func startsAlike(name, given string) bool {
	key := Fold(given)
	for _, w := range words(Fold(name)) {
		if len(key) >= 3 && len(w) >= 3 && w[:3] == key[:3] {
			return true
		}
	}
	return false
}

// unknownName is the name at the end of a phrase after a title ("President
// Djukanovic") that no table has; "" where there is none.
func (g *Gazetteer) unknownName(phrase string) string {
	forms := strings.Fields(phrase)
	last := len(forms) - 1
	if last < 1 || !startsUpper(forms[last]) || officeEnds(forms[last], forms[last-1]) {
		return ""
	}
	for i := range forms {
		if n, _ := g.Longest(forms, i); i+n > last {
			return ""
		}
	}
	for i := last - 1; i >= 0 && i >= last-3; i-- {
		if officeEnds(forms[i], forms[max(0, i-1)]) && startsUpper(forms[i]) {
			return forms[last]
		}
	}
	return ""
}

// spelledLike keeps of the holders of an office those whose name is spelled much as
// told.
func spelledLike(list []Candidate, told string) (out []Candidate, sure bool) {
	key := Fold(told)
	for _, c := range list {
		for _, w := range words(Fold(c.Name)) {
			if alike(w, key) {
				out = append(out, c)
				break
			}
		}
	}
	return out, len(out) == 1
}

// Respelled tells whether two names are of one given name, with family names spelled much
// alike: "Murray McCulley" and "Murray McCully".
func Respelled(a, b string) bool {
	x, y := words(Fold(a)), words(Fold(b))
	return len(x) > 1 && len(y) > 1 && x[0] == y[0] && alike(x[len(x)-1], y[len(y)-1])
}

// alike tells whether two folded words are spelled much alike.
func alike(a, b string) bool {
	return len(a) >= 4 && len(b) >= 4 && a[:2] == b[:2] && distance(a, b) <= 2
}

// distance is the number of letters to change, add or leave out between two words.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

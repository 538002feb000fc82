package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// beside finds the person whom the context names together with the phrase: "the
// Russian ambassador, Sergey Kislyak," or "Sinwar, the leader of Hamas". stranger
// tells that somebody is named so whom no table lists: then nobody else is meant.
func (g *Gazetteer) beside(q Question) (refs []Ref, stranger bool) {
	at := indexFold(q.Context, q.Phrase)
	if at < 0 {
		return nil, false
	}
	refs, stranger = g.namedAfter(q.Context[at+len(q.Phrase):])
	if refs == nil && !stranger {
		refs = g.namedBefore(q.Context[:at])
	}
	office, _ := g.OfficeWords(q.Phrase)
	var fit []Ref
	for _, r := range refs {
		if g.couldBe(r.Entry, office, q) {
			fit = append(fit, r)
		}
	}
	return fit, stranger
}

// indexFold is where the phrase stands in the context, -1 where it does not.
func indexFold(context, phrase string) int {
	if phrase == "" {
		return -1
	}
	if i := strings.Index(context, phrase); i >= 0 {
		return i
	}
	r, n := utf8.DecodeRuneInString(phrase)
	return strings.Index(context, string(unicode.ToUpper(r))+phrase[n:])
}

// namedAfter reads ", Federica Mogherini, said" and " Abbas Araghchi said".
func (g *Gazetteer) namedAfter(rest string) (refs []Ref, stranger bool) {
	rest = strings.TrimLeft(rest, " ")
	for _, of := range [...]string{"to ", "of ", "for ", "in "} {
		if tail, ok := strings.CutPrefix(rest, of); ok { // "the ambassador to Washington, Kim Darroch,"
			if i := strings.IndexByte(tail, ','); i >= 0 && strings.Count(tail[:i], " ") < 4 {
				rest = tail[i:]
			}
		}
	}
	rest, set := strings.CutPrefix(rest, ",")
	end := strings.IndexAny(rest, ",;:()—")
	closed := end >= 0
	if !closed {
		end = len(rest)
		closed = strings.HasSuffix(strings.TrimRight(rest, " "), ".") && strings.Count(rest, " ") < 5
	}
	after := rest[end:]
	forms := strings.Fields(strings.TrimSpace(strings.TrimRight(rest[:end], ". ")))
	if set && (!closed || len(forms) > 5 || strings.HasPrefix(strings.TrimLeft(after, ", "), "and ")) || len(forms) == 0 {
		return nil, false
	}
	n, found := g.Longest(forms, 0)
	if n > 0 && (!set || n == len(forms)) {
		return onlyPeople(found), false
	}
	capitals := 0
	for capitals < len(forms) && startsUpper(forms[capitals]) {
		capitals++
	}
	return nil, n == 0 && capitals >= 2 && (!set || capitals == len(forms))
}

// namedBefore reads "Sinwar, " and "Andre Adam , a former ".
func (g *Gazetteer) namedBefore(text string) []Ref {
	text = strings.TrimRight(text, " ")
	for _, small := range [...]string{"former", "a", "an", "the", "then", "late"} {
		if rest, ok := strings.CutSuffix(text, " "+small); ok {
			text = strings.TrimRight(rest, " ")
		}
	}
	text, ok := strings.CutSuffix(text, ",")
	if !ok {
		return nil
	}
	if i := strings.LastIndexAny(text, ",;:()—"); i >= 0 {
		text = text[i+1:]
	}
	forms := strings.Fields(text)
	for i := max(0, len(forms)-6); i < len(forms); i++ {
		if n, refs := g.Longest(forms, i); n > 0 && i+n == len(forms) {
			return onlyPeople(refs)
		}
	}
	return nil
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func onlyPeople(refs []Ref) (out []Ref) {
	for _, r := range refs {
		if r.Kind == Person {
			out = append(out, r)
		}
	}
	return out
}

// couldBe tells whether the office may have been the person's: somebody who ever acted
// for that country or, where the phrase names none, held that office about the day.
func (g *Gazetteer) couldBe(p *Entry, o Office, q Question) bool {
	keys := g.widen(o.Keys)
	const about = 366
	for _, i := range g.held[p] {
		t := &g.terms[i]
		switch {
		case len(keys) > 0 && (contains(keys, t.Key) || contains(keys, g.bodyCountry(t.Key))):
			return true
		case len(keys) == 0 && contains(o.Names, t.Office):
			if !q.HasDay || o.Former || t.From-about <= q.Day && q.Day <= t.To+about {
				return true
			}
		case len(keys) == 0 && len(o.Names) > 0 && o.Names[0] == "ambassador" && strings.HasPrefix(t.Office, "ambassador"):
			return true
		}
	}
	return false
}

// officeBeside reads the office that the context gives the name of a phrase: "Ivanov,
// the defence minister," or "defence minister Ivanov".
func (g *Gazetteer) officeBeside(q Question) (o Office, ok bool) {
	at := strings.Index(q.Context, q.Phrase)
	if at < 0 {
		return o, false
	}
	if rest, set := strings.CutPrefix(q.Context[at+len(q.Phrase):], ", "); set {
		if end := strings.IndexAny(rest, ",.;:"); end > 0 && strings.Count(rest[:end], " ") < 8 {
			if o, ok = g.OfficeWords(rest[:end]); ok {
				return o, true
			}
		}
	}
	before := strings.Fields(q.Context[:at])
	for n := min(4, len(before)); n > 0; n-- {
		last := before[len(before)-n:]
		if strings.ContainsAny(strings.Join(last, ""), ",;:.()") {
			continue
		}
		if o, ok = g.OfficeWords(strings.Join(last, " ")); ok && officeEnds(last[n-1], last[max(0, n-2)]) {
			return o, true
		}
	}
	return Office{}, false
}

// officeEnds tells whether a word ends the name of an office, so that a name after
// it is its holder's.
func officeEnds(last, before string) bool {
	switch strings.ToLower(last) {
	case "minister", "president", "secretary", "chancellor", "premier", "ambassador", "envoy", "king", "queen", "spokesman", "spokeswoman", "leader", "chief", "adviser", "advisor", "negotiator", "commissioner", "representative", "secretary-general", "director", "general", "commander", "speaker", "senator", "emir", "prince":
		return true
	case "state":
		return strings.EqualFold(before, "of")
	}
	return false
}

package coref

import (
	_ "embed"
	"strings"

	"readout/text"
)

// The weights of the cues below, two bytes each, low byte first; Train makes them.
//
//go:embed pronoun.bin
var pronounBin string

// cue is something that speaks for or against a candidate as a pronoun's
// antecedent. Cues are groups of a few values each; a cue's number is the base of
// its group plus the value.
type cue int

// The groups of cues, by the number where each begins.
const (
	cueDistance  cue = 0                // sentences between: 0 to 4, 5 for a candidate that comes after
	cueStanding      = cueDistance + 6  // grammatical place × near or far
	cueForm          = cueStanding + 33 // name in full, short name, description, pronoun × near or far
	cueSex           = cueForm + 8      // known to fit, or unknown × pronoun or not
	cueCase          = cueSex + 4       // the pronoun's place × the candidate's
	cueQuote         = cueCase + 33     // both or neither within quotation marks, or one
	cueTold          = cueQuote + 3     // how often told so far
	cueBetween       = cueTold + 6      // persons told in between
	cueAbove         = cueBetween + 6   // the candidate's clause holds the pronoun's × standing
	cueOwnClause     = cueAbove + 12    // subject of the verb that the pronoun's phrase hangs on
	cueLastSub       = cueOwnClause + 3 // subject told last
	cueOpens         = cueLastSub + 3   // first person of its sentence × near or far
	cueTokens        = cueOpens + 4     // tokens between, in one sentence
	cueAfter         = cueTokens + 6    // candidate after the pronoun: standing
	cueTitled        = cueAfter + 12    // told with a role
	cueSpeaks        = cueTitled + 2    // the pronoun is said to say: whether the candidate was, near or far
	cueParagraph     = cueSpeaks + 4    // in the same paragraph
	cueListed        = cueParagraph + 2 // known to the gazetteer
	cueEnd           = cueListed + 2
)

func weightOf(weights string, c cue) int {
	at := int(c) * 2
	if at+1 >= len(weights) {
		return 0
	}
	return int(int16(uint16(weights[at]) | uint16(weights[at+1])<<8))
}

// standings number the grammatical places of a mention.
const (
	placeSubject = iota
	placePassive
	placeObject
	placeOblique
	placeNmod
	placeOwner
	placeAppos
	placeConj
	placeAgent
	placeCompound
	placeOther
	places
)

func placeOfMention(toks []text.Token, m *text.Mention) int {
	switch toks[m.Head].Rel {
	case text.Nsubj, text.NsubjOuter, text.Csubj:
		return placeSubject
	case text.NsubjPass:
		return placePassive
	case text.Obj, text.Iobj:
		return placeObject
	case text.Obl, text.OblUnmarked:
		return placeOblique
	case text.OblAgent:
		return placeAgent
	case text.Nmod:
		return placeNmod
	case text.NmodPoss:
		return placeOwner
	case text.Appos:
		return placeAppos
	case text.Conj:
		return placeConj
	case text.Compound, text.NmodDesc:
		return placeCompound
	}
	return placeOther
}

// pronounAt is what the cues need of a pronoun, gathered once for all candidates.
type pronounAt struct {
	i       int // its mention
	m       *text.Mention
	toks    []text.Token
	place   int
	kind    int // subject, object or possessor
	quoted  bool
	female  bool
	clause  text.Index // the verb or noun that the pronoun's clause is headed by
	phrase  text.Index // what the pronoun's phrase hangs on
	lastSub int        // mention of the last subject before
	says    bool       // subject of a verb of speech outside quotation marks
}

func (r *resolver) pronounAt(i int) pronounAt {
	m := &r.m[i]
	p := pronounAt{i: i, m: m, toks: r.sents[m.Sentence].Tokens, quoted: r.inQuote(m), lastSub: -1}
	p.place = placeOfMention(p.toks, m)
	switch p.place {
	case placeSubject, placePassive:
		p.kind = 0
	case placeOwner:
		p.kind = 2
	default:
		p.kind = 1
	}
	switch strings.ToLower(p.toks[m.Head].Form) {
	case "she", "her", "hers", "herself":
		p.female = true
	}
	p.says = p.place == placeSubject && !p.quoted && says(headLemma(p.toks, m))
	p.clause = clauseOf(p.toks, m.Head)
	p.phrase = m.Head
	if up := p.toks[m.Head].Head; up >= 0 && int(up) < len(p.toks) {
		p.phrase = up
		if p.kind == 2 {
			if up2 := p.toks[up].Head; up2 >= 0 && int(up2) < len(p.toks) {
				p.phrase = up2
			}
		}
	}
	return p
}

// clauseOf climbs from a token to the head of its clause.
func clauseOf(toks []text.Token, h text.Index) text.Index {
	for steps := 0; steps < 12; steps++ {
		switch toks[h].Rel {
		case text.Root, text.Ccomp, text.Xcomp, text.Advcl, text.AdvclRelcl, text.Acl, text.AclRelcl, text.Parataxis, text.Csubj:
			return h
		}
		up := toks[h].Head
		if up < 0 || int(up) >= len(toks) {
			return h
		}
		h = up
	}
	return h
}

// under tells whether token b hangs below token a.
func under(toks []text.Token, a, b text.Index) bool {
	for steps := 0; steps < 16 && b >= 0 && int(b) < len(toks); steps++ {
		if a == b {
			return true
		}
		b = toks[b].Head
	}
	return false
}

// cues appends the cues of candidate mention k. between counts the persons told in
// between, told how often the candidate's entity was told.
func (r *resolver) cues(out []cue, p *pronounAt, k, between, told int) []cue {
	c := &r.m[k]
	e := &r.ents[c.Entity]
	toks := r.sents[c.Sentence].Tokens
	after := k > p.i
	far := min(p.m.Sentence-c.Sentence, 4)
	near := min(far, 2)
	pl := placeOfMention(toks, c)
	out = append(out, cueStanding+cue(pl+places*near), cueForm+cue(r.formOf(c)*2+min(far, 1)),
		cueCase+cue(p.kind*places+pl), cueTold+cue(min(told, 5)), cueBetween+cue(min(between, 5)))
	if after {
		out = append(out, cueDistance+5, cueAfter+cue(pl))
		if under(toks, clauseOf(toks, c.Head), p.m.Head) {
			out = append(out, cueAfter+places)
		}
	} else {
		out = append(out, cueDistance+cue(far))
	}
	out = append(out, cueSex+cue(2*bit(c.Form == text.Pronoun)+bit(e.Female || e.Male)))
	switch q := r.inQuote(c); {
	case q == p.quoted:
		out = append(out, cueQuote)
	case q:
		out = append(out, cueQuote+1)
	default:
		out = append(out, cueQuote+2)
	}
	out = append(out, cueTitled+cue(bit(c.Role != "")), cueListed+cue(bit(e.Entry != "")),
		cueParagraph+cue(bit(r.sents[c.Sentence].Paragraph == r.sents[p.m.Sentence].Paragraph)),
		cueLastSub+cue(bit(k == p.lastSub)), cueOpens+cue(2*min(far, 1)+bit(r.opens(k))))
	if p.says {
		out = append(out, cueSpeaks+cue(2*min(far, 1)+bit(!r.inQuote(c) && says(headLemma(toks, c)))))
	}
	if c.Sentence == p.m.Sentence {
		out = r.clauseCues(out, p, c, pl, after)
	}
	return out
}

// clauseCues are the cues of a candidate in the pronoun's sentence.
func (r *resolver) clauseCues(out []cue, p *pronounAt, c *text.Mention, pl int, after bool) []cue {
	d := int(p.m.First - c.Last)
	if after {
		d = int(c.First - p.m.Last)
	}
	bucket := 0
	for _, limit := range [...]int{2, 5, 9, 15, 24} {
		if d > limit {
			bucket++
		}
	}
	out = append(out, cueTokens+cue(bucket))
	own := clauseOf(p.toks, c.Head)
	switch {
	case own == p.clause:
		out = append(out, cueOwnClause+cue(bit(pl > placePassive)))
	case under(p.toks, own, p.m.Head):
		out = append(out, cueAbove+cue(pl))
	default:
		out = append(out, cueOwnClause+2)
	}
	return out
}

// headLemma is the lemma of what the mention hangs on.
func headLemma(toks []text.Token, m *text.Mention) string {
	if up := toks[m.Head].Head; up >= 0 && int(up) < len(toks) {
		return toks[up].Lemma
	}
	return ""
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (r *resolver) formOf(c *text.Mention) int {
	switch {
	case c.Form == text.Pronoun:
		return 3
	case c.Form == text.Nominal && r.ents[c.Entity].Rule != "description":
		return 1 // another word for somebody named
	case c.Form == text.Nominal:
		return 2
	case c.Last-c.First == 1:
		return 1
	}
	return 0
}

// opens tells whether mention k is the first person of its sentence.
func (r *resolver) opens(k int) bool {
	for j := k - 1; j >= 0 && r.m[j].Sentence == r.m[k].Sentence; j-- {
		if r.m[j].Class == text.Person {
			return false
		}
	}
	return true
}

package coref

import (
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// Resolve gives every mention its entity, -1 where nothing is meant that the
// document tells. The mentions given are not changed; those returned are copies,
// in the same order, with Entity, and Class where the context shows that a
// capital stands for its government. The times, in text order, tell who held an office
// in the sentences that name it.
func Resolve(doc readout.Document, sentences []text.Sentence, mentions []text.Mention, times []text.Time, gaz *gazetteer.Gazetteer) ([]text.Mention, []text.Entity) {
	r := newResolver(doc, sentences, mentions, gaz)
	r.times = times
	r.resolveNames()
	r.walk()
	r.restate()
	return r.m, r.ents
}

func newResolver(doc readout.Document, sentences []text.Sentence, mentions []text.Mention, gaz *gazetteer.Gazetteer) *resolver {
	r := &resolver{
		sents: sentences,
		m:     append([]text.Mention(nil), mentions...),
		facts: newFacts(gaz, doc, sentences),

		weights: pronounBin,

		keys:  map[string]int{},
		last:  map[string][]int{},
		given: map[string][]int{},

		said:    map[int]string{},
		offices: map[string]office{},
		phrases: map[string]phrased{},
	}
	if !r.facts.dated {
		r.facts.dateByTitles(r.m, r.words)
	}
	for i := range r.m {
		r.m[i].Entity = -1
		r.things = r.things || r.m[i].Form == text.Nominal && r.m[i].Class == text.NoClass
	}
	return r
}

// resolveNames gives every name its entity.
func (r *resolver) resolveNames() {
	r.starts()
	r.quotes()
	r.fullNames()
	r.shortNames()
	r.otherNames()
}

type resolver struct {
	sents []text.Sentence
	m     []text.Mention
	times []text.Time
	facts facts
	ents  []text.Entity

	weights string // of the cues of pronouns

	keys  map[string]int   // what names an entity -> the entity
	last  map[string][]int // surname -> persons
	given map[string][]int // first word of a name -> persons

	said    map[int]string     // person -> the roles told beside the name
	offices map[string]office  // words -> the office they name
	phrases map[string]phrased // words and city -> the gathering they mean

	stateless map[int]bool // who is called president or premier without his state, nil until asked

	america int // 1 for a document that is at home in America, -1 for others, 0 until asked

	things bool // nouns of no class are among the mentions
	buf    []cue

	quoted [][]bool // tokens within quotation marks
	start  []int    // sentence -> its first mention
}

func (r *resolver) tokens(m *text.Mention) []text.Token {
	return r.sents[m.Sentence].Tokens[m.First:m.Last]
}

// words returns the words of a mention as a name is written: without line breaks.
func (r *resolver) words(m *text.Mention) string {
	var b strings.Builder
	toks := r.tokens(m)
	for i := range toks {
		b.WriteString(toks[i].Form)
		if toks[i].Space && i+1 < len(toks) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func (r *resolver) add(e text.Entity) int {
	r.ents = append(r.ents, e)
	return len(r.ents) - 1
}

// put makes mention i one of entity e.
func (r *resolver) put(i, e int) {
	if r.m[i].Entity >= 0 || e < 0 {
		return
	}
	r.m[i].Entity = e
}

// officeIn is officeIn, asked once only of the same words.
func (r *resolver) officeIn(words string) office {
	o, ok := r.offices[words]
	if !ok {
		o = officeIn(words)
		r.offices[words] = o
	}
	return o
}

// restate lists the mentions of each entity in text order.
func (r *resolver) restate() {
	for i := range r.m {
		if e := r.m[i].Entity; e >= 0 {
			r.ents[e].Mentions = append(r.ents[e].Mentions, i)
		}
	}
}

// nameKey is a name in small letters without points and hyphens, so that
// "Kim Jong-un" and "Kim Jong Un" agree.
func nameKey(s string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(s) {
		switch c {
		case '.', ',':
		case '-', '‑', '–':
			b.WriteByte(' ')
		case '’':
			b.WriteByte('\'')
		default:
			b.WriteRune(c)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

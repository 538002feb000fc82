package name

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/gazetteer"
	"readout/text"
)

// Find returns the mentions of the sentences in text order, a mention within
// another after it. Entity is -1 in all of them.
func (lex *Lexicon) Find(sentences []text.Sentence, gaz *gazetteer.Gazetteer) []text.Mention {
	f := finder{lex: lex, gaz: gaz, within: properWithin(sentences), played: lex.tellsOfSport(sentences), guesses: map[string]*score{}}
	for i := range sentences {
		f.sentence(i, &sentences[i])
	}
	return settle(sentences, f.out, f.guesses)
}

// FindAll is Find with the mentions of things too: nouns of no class. What the
// coreference of all nouns needs; the stages after ask for parties and places only.
func (lex *Lexicon) FindAll(sentences []text.Sentence, gaz *gazetteer.Gazetteer) []text.Mention {
	f := finder{lex: lex, gaz: gaz, things: true, within: properWithin(sentences), played: lex.tellsOfSport(sentences), guesses: map[string]*score{}}
	for i := range sentences {
		f.sentence(i, &sentences[i])
	}
	return settle(sentences, f.out, f.guesses)
}

// use says what a token has been taken for.
type use uint8

const (
	free   use = iota
	named      // within a name
	titled     // within the title before a name
)

type finder struct {
	lex *Lexicon
	gaz *gazetteer.Gazetteer
	out []text.Mention

	// of the sentence at hand
	at     int
	s      *text.Sentence
	tokens []text.Token
	forms  []string
	cls    []class
	used   []use
	tree   tree
	loud   bool // written in capitals
	feats  []uint32

	things  bool              // nouns of no class are mentions too
	guesses map[string]*score // of the names guessed
	played  bool              // the document tells of matches
	within  map[string]bool   // words that are proper nouns within the document's sentences

	blind bool                           // in training: nothing is known
	learn func(p, j int, feats []uint32) // in training: told every name guessed
}

func (f *finder) sentence(i int, s *text.Sentence) {
	f.at, f.s, f.tokens = i, s, s.Tokens
	n := len(s.Tokens)
	f.forms, f.cls, f.used = grow(f.forms, n), grow(f.cls, n), grow(f.used, n)
	for j := range s.Tokens {
		t := &s.Tokens[j]
		f.forms[j], f.used[j] = t.Form, free
		f.cls[j] = f.lex.of(t.Form)
		if t.XPOS == text.NNS || t.XPOS == text.NNPS || t.UPOS == text.VERB {
			f.cls[j] |= f.lex.of(t.Lemma)
		}
	}
	f.joinedOffices()
	for j := 1; j < n; j++ {
		if lower(f.forms[j]) == "lady" && lower(f.forms[j-1]) == "first" {
			f.cls[j-1], f.cls[j] = portfolio, role|female
		}
	}
	f.loud = shouts(s.Tokens)
	f.tree.build(s.Tokens)
	from := len(f.out)
	f.names()
	if f.played {
		f.teams(from)
	}
	f.descriptions()
	f.pronouns()
	slices.SortStableFunc(f.out[from:], func(a, b text.Mention) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last))
	})
}

// emit adds the mention of tokens [first, last), headed by head.
func (f *finder) emit(first, last, head int, form text.Form, c text.Class) *text.Mention {
	f.out = append(f.out, text.Mention{
		Span:     f.s.Cover(text.Index(first), text.Index(last)),
		Sentence: f.at,
		First:    text.Index(first),
		Last:     text.Index(last),
		Head:     text.Index(head),
		Form:     form,
		Class:    c,
		Entity:   -1,
	})
	return &f.out[len(f.out)-1]
}

// headOf returns the token of [first, last) that hangs on a token outside it. Where the
// tree breaks a name apart, it is the one that is a verb's subject or object.
func (f *finder) headOf(first, last int) int {
	head := last
	for i := first; i < last; i++ {
		if h := int(f.tree.heads[i]); h >= first && h < last || f.tokens[i].Rel == text.Punct {
			continue
		}
		switch f.tokens[i].Rel {
		case text.Nsubj, text.NsubjPass, text.Obj, text.Iobj:
			if f.tokens[i].UPOS != text.PRON { // "Liu He"
				return i
			}
		}
		head = min(head, i)
	}
	return min(head, last-1)
}

// words returns the text of the tokens [first, last).
func (f *finder) words(first, last int) string {
	n := 0
	for i := first; i < last; i++ {
		n += len(f.forms[i]) + 1
	}
	b := make([]byte, 0, n)
	for i := first; i < last; i++ {
		b = append(b, f.forms[i]...)
		if f.tokens[i].Space && i+1 < last {
			b = append(b, ' ')
		}
	}
	return string(b)
}

func capital(form string) bool {
	if form == "" {
		return false
	}
	if c := form[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// proper tells whether token i can be a word of a name.
func (f *finder) proper(i int) bool {
	t := &f.tokens[i]
	if !capital(t.Form) || f.cls[i]&calendar != 0 && !f.nameLikeMonth(i) {
		return false
	}
	switch t.XPOS {
	case text.NNP, text.NNPS:
		return f.cls[i]&common == 0 || !f.opens(i) || !f.tokens[i].Space || f.within[t.Form] || f.actor(i) || i+1 < len(f.tokens) && capital(f.forms[i+1])
	case text.LS: // the initial of a name that begins a sentence: "D. Headley"
		return initial(t.Form) && i+1 < len(f.tokens) && f.tokens[i+1].XPOS == text.NNP && capital(f.tokens[i+1].Form)
	case text.JJ, text.NN, text.NNS, text.VBG, text.FW, text.VBN, text.CD:
		if !f.opens(i) {
			return true
		}
		n, k := f.known(i) // any word is capital at the start
		return n > 1 || k.class == text.Nationality || k.class == text.State || k.class == text.Group && t.XPOS == text.JJ || f.within[t.Form] ||
			k.class == text.Person && f.cls[i]&common == 0 && f.actor(i)
	}
	return t.UPOS == text.PROPN
}

// opens tells a word that has a capital in any case: of a sentence, or of what is quoted.
func (f *finder) opens(i int) bool { return i == 0 || quoteOrStop(f.tokens[i-1].XPOS) }

// actor tells whether token i does or suffers what the sentence tells, with no
// article or adjective of its own, as a surname does.
func (f *finder) actor(i int) bool {
	switch f.tokens[i].Rel {
	case text.Nsubj, text.NsubjPass, text.NmodPoss, text.Vocative:
	default:
		return false
	}
	for c := f.tree.first[i]; c >= 0; c = f.tree.next[c] {
		switch f.tokens[c].Rel {
		case text.Det, text.Amod, text.Nummod, text.Compound:
			return false
		}
	}
	return true
}

// properWithin returns the words that are proper nouns where they do not begin a
// sentence, and never stand in small letters: at the start of one they are names too,
// whatever the tagger made of a capital that every word has there.
func properWithin(sentences []text.Sentence) map[string]bool {
	out := map[string]bool{}
	for s := range sentences {
		toks := sentences[s].Tokens
		for i := 1; i < len(toks); i++ {
			if t := &toks[i]; (t.XPOS == text.NNP || t.XPOS == text.NNPS) && capital(t.Form) && !quoteOrStop(toks[i-1].XPOS) {
				out[t.Form] = true
			}
		}
	}
	small := make(map[string]bool, len(out)) // whether the word stands so
	for form := range out {
		small[strings.ToLower(form)] = false
	}
	for s := range sentences {
		for i := range sentences[s].Tokens {
			if _, asked := small[sentences[s].Tokens[i].Form]; asked {
				small[sentences[s].Tokens[i].Form] = true
			}
		}
	}
	maps.DeleteFunc(out, func(form string, _ bool) bool { return small[strings.ToLower(form)] })
	return out
}

// initial tells a letter with a point.
func initial(form string) bool { return len(form) == 2 && form[1] == '.' && capital(form) }

// shouts tells whether most words of the sentence are written in capitals alone, so
// that capitals make no acronym.
func shouts(tokens []text.Token) bool {
	loud, words := 0, 0
	for i := range tokens {
		if f := tokens[i].Form; len(f) > 3 && shape(f)[0]|0x20 == 'a' {
			words++
			if shape(f) == "A" {
				loud++
			}
		}
	}
	return words > 1 && 2*loud > words
}

// nameLikeMonth tells a person called May or August from the month: a title or a
// given name stands before.
func (f *finder) nameLikeMonth(i int) bool {
	switch f.forms[i] {
	case "May", "April", "June", "August", "March", "January":
	default:
		return false
	}
	return i > 0 && f.tokens[i].XPOS == text.NNP && f.cls[i-1]&(honour|abbrev|role) != 0 && capital(f.forms[i-1]) ||
		i > 0 && f.tokens[i-1].XPOS == text.NNP && capital(f.forms[i-1]) && f.cls[i-1]&calendar == 0 && f.tokens[i].Rel == text.Flat
}

func quoteOrStop(x text.XPOS) bool {
	return x == text.OpenQuote || x == text.CloseQuote || x == text.Stop || x == text.Colon || x == text.NFP || x == text.LS
}

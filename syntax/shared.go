package syntax

import (
	"strings"

	"readout/text"
)

// shareNoun gives a noun all the adjectives that are joined before it, where the parser took
// the first for a noun of its own: "the Russian and Ukrainian foreign ministers".
func shareNoun(tokens []text.Token) {
	for n := range tokens {
		if tokens[n].XPOS != text.NNS || !acts(tokens[n].Lemma) {
			continue
		}
		ends := joinedBefore(tokens, n)
		if len(ends) < 2 {
			continue
		}
		if one := ends[len(ends)-1]; tokens[one].Rel == text.Nsubj || !under(tokens, text.Index(one), text.Index(n)) {
			hangOn(tokens, ends, n)
		}
	}
}

// acts tells the nouns of people who act for a state.
func acts(lemma string) bool {
	switch lemma {
	case "leader", "president", "minister", "premier", "chancellor", "official", "diplomat", "negotiator", "envoy", "delegation",
		"counterpart", "chief", "secretary", "representative", "team", "ambassador", "government", "general", "commander",
		"mediator", "officer", "delegate", "lawmaker", "king", "side":
		return true
	}
	return false
}

// joinedBefore returns the last words of the adjectives with capitals that are joined by
// commas and "and" before noun n, the last one first: of "the US and South Korean
// presidents" 4 and 1.
func joinedBefore(tokens []text.Token, n int) (ends []int) {
	k := n - 1
	for k > 0 && !capital(tokens[k].Form) && (tokens[k].UPOS == text.ADJ || tokens[k].UPOS == text.NOUN) {
		k--
	}
	for k >= 0 && narrowing(&tokens[k]) {
		end := k
		for k >= 0 && narrowing(&tokens[k]) {
			k--
		}
		article := k >= 0 && (tokens[k].Form == "the" || tokens[k].Form == "The")
		if len(ends) > 0 && !adjective(&tokens[end], article || k >= 0 && tokens[k].Form == ",") {
			return nil
		}
		ends = append(ends, end)
		if k > 0 && len(ends) == 1 && tokens[k].Form == "and" {
			if k--; tokens[k].Form == "," {
				k--
			}
		} else if k > 0 && len(ends) > 1 && tokens[k].Form == "," {
			k--
		} else {
			break
		}
	}
	return ends
}

func narrowing(t *text.Token) bool {
	return capital(t.Form) && (t.UPOS == text.ADJ || t.UPOS == text.PROPN)
}

func capital(form string) bool { return form != "" && 'A' <= form[0] && form[0] <= 'Z' }

// adjective tells whether a word can narrow a noun that stands behind another: it is tagged
// so, is an acronym ("US"), or has an article before and an ending as peoples have.
func adjective(t *text.Token, article bool) bool {
	if t.XPOS == text.JJ || len(t.Form) > 1 && len(t.Form) < 5 && capital(t.Form[1:]) {
		return true
	}
	if t.Form == "U.S." || t.Form == "U.K." || t.Form == "U.N." {
		return true
	}
	for _, end := range [...]string{"an", "ese", "ish", "i", "ch", "sh", "ek", "ss"} {
		if n := len(t.Form) - len(end); article && n > 1 && t.Form[n:] == end {
			return true
		}
	}
	return false
}

// hangOn hangs the adjectives that end at the given tokens, the last one first, on noun n,
// and the noun where what they stood for hung.
func hangOn(tokens []text.Token, ends []int, n int) {
	first := ends[len(ends)-1]
	for first > 0 && narrowing(&tokens[first-1]) {
		first--
	}
	inside := func(h text.Index) bool { return h >= text.Index(first) && h <= text.Index(n) }
	top := n
	for steps := 0; inside(tokens[top].Head) && steps < len(tokens); steps++ {
		top = int(tokens[top].Head)
	}
	head, rel := tokens[top].Head, tokens[top].Rel
	for h, steps := head, 0; h >= 0 && steps < len(tokens); h, steps = tokens[h].Head, steps+1 {
		if inside(h) {
			return // another of the tokens holds it
		}
	}
	for k := range tokens {
		if t := &tokens[k]; !inside(text.Index(k)) && inside(t.Head) {
			t.Head = text.Index(n) // the article, "in Geneva"
		}
	}
	tokens[n].Head, tokens[n].Rel = head, rel
	one := ends[len(ends)-1]
	after := n
	for k := n - 1; k >= first; k-- {
		t := &tokens[k]
		switch {
		case k == one:
			t.Head, t.Rel = text.Index(n), narrow(t)
		case has(ends, k):
			t.Head, t.Rel = text.Index(one), text.Conj
		case narrowing(t):
			t.Head, t.Rel = text.Index(after), text.Compound // the "South" of "South Korean"
		case t.UPOS == text.CCONJ || t.UPOS == text.PUNCT:
			t.Head = text.Index(after)
		case k > ends[0]:
			t.Head = text.Index(n) // "foreign"
		}
		if has(ends, k) {
			after = k
		}
	}
}

func narrow(t *text.Token) text.Rel {
	if t.UPOS == text.ADJ {
		return text.Amod
	}
	return text.Compound
}

func has(xs []int, x int) bool {
	for _, y := range xs {
		if x == y {
			return true
		}
	}
	return false
}

// unpossess takes a row of people whose last has a possessor for what it is, where the
// parser has the whole row possess: "Kerry, Lavrov and Ukraine's foreign minister met".
func unpossess(tokens []text.Token) {
	for a := range tokens {
		n := tokens[a].Head
		if tokens[a].Rel != text.NmodPoss || n < text.Index(a) || tokens[n].XPOS != text.NN || !leads(tokens[n].Lemma) {
			continue
		}
		last := text.None
		for k := a + 1; k < int(n); k++ {
			if tokens[k].Rel == text.Conj && tokens[k].Head == text.Index(a) {
				last = text.Index(k)
			}
		}
		if last == text.None || tokens[last+1].XPOS != text.POS {
			continue
		}
		tokens[a].Head, tokens[a].Rel = tokens[n].Head, tokens[n].Rel
		tokens[n].Head, tokens[n].Rel = text.Index(a), text.Conj
		tokens[last].Head, tokens[last].Rel = n, text.NmodPoss
		tokens[last+1].Head = last
		for k := a + 1; k < int(last); k++ {
			if tokens[k].Rel == text.Cc && tokens[k].Head == last {
				tokens[k].Head = n
			}
		}
	}
}

// nameBeforeComma gives a name its place back where the parser has it possess the noun in
// apposition to it: "Michael Flynn, Trump's former adviser, spoke in court". A possessor
// has its mark.
func nameBeforeComma(tokens []text.Token) {
	for a := range tokens {
		n := tokens[a].Head
		if tokens[a].Rel != text.NmodPoss || tokens[a].UPOS != text.PROPN || n < text.Index(a) || tokens[n].UPOS != text.NOUN || hasChild(tokens, text.Index(a), text.Case, text.Conj) {
			continue
		}
		comma := a + 1
		for comma < int(n) && tokens[comma].Rel == text.Flat && tokens[comma].Head == text.Index(a) {
			comma++
		}
		if tokens[comma].Form != "," {
			continue
		}
		tokens[a].Head, tokens[a].Rel = tokens[n].Head, tokens[n].Rel
		tokens[n].Head, tokens[n].Rel = text.Index(a), text.Appos
	}
}

// bearOffice puts a name in the place that the parser gave to the body whose office it bears:
// "met European Council President Donald Tusk".
func bearOffice(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		h := t.Head
		if t.Rel != text.Appos || t.UPOS != text.PROPN || h < 0 || h > text.Index(i) || tokens[h].UPOS != text.PROPN {
			continue
		}
		title := text.Index(i) - 1
		if title <= h || tokens[title].Rel != text.NmodDesc || tokens[title].Head != text.Index(i) || title != h+1 {
			continue
		}
		t.Head, t.Rel = tokens[h].Head, tokens[h].Rel
		tokens[h].Head, tokens[h].Rel = title, text.Compound
		for k := range tokens {
			if tokens[k].Head == h && (k > i || tokens[k].Rel == text.Case || tokens[k].Rel == text.Det) {
				tokens[k].Head = text.Index(i)
			}
		}
	}
}

// leads tells the nouns of those of whom a state has one.
func leads(lemma string) bool {
	switch lemma {
	case "leader", "president", "minister", "premier", "chancellor", "diplomat", "king", "chief", "secretary":
		return true
	}
	return false
}

// joinApposed joins with "and" what the parser takes for another word for the one before:
// "The president, Joe Biden, and his Russian counterpart met".
func joinApposed(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		if t.Rel != text.Appos || t.Head < 0 || t.Head > text.Index(i) {
			continue
		}
		for k := int(t.Head) + 1; k < i; k++ {
			if tokens[k].Head == text.Index(i) && tokens[k].Rel == text.Cc && tokens[k].Form == "and" {
				t.Rel = text.Conj
			}
		}
	}
}

// joinLike joins an office with an office where the parser has it joined with the state
// of the one before: "the king of Jordan and the Israeli prime minister".
func joinLike(tokens []text.Token) {
	for i := range tokens {
		y := tokens[i].Head
		if tokens[i].Rel != text.Conj || y < 0 || !acts(tokens[i].Lemma) || tokens[i].UPOS != text.NOUN || tokens[y].UPOS != text.PROPN || tokens[y].Rel != text.Nmod {
			continue
		}
		if z := tokens[y].Head; z >= 0 && z < y && acts(tokens[z].Lemma) && tokens[z].UPOS == text.NOUN && hasChild(tokens, text.Index(i), text.Det, text.NmodPoss) {
			tokens[i].Head = z
		}
	}
}

// wakeVerb makes a verb that never is passive the root of a sentence that has none: "The
// defence ministers met in Singapore", where "met" was taken for "those met".
func wakeVerb(tokens []text.Token) {
	for i := range tokens {
		v := &tokens[i]
		n := v.Head
		for n >= 0 && tokens[n].Rel == text.Conj {
			n = tokens[n].Head
		}
		if v.Rel != text.Acl || v.XPOS != text.VBN || v.Lemma != "meet" || n < 0 || n > text.Index(i) || tokens[n].Rel != text.Root || tokens[n].UPOS == text.VERB ||
			hasChild(tokens, n, text.Cop, text.Aux) || hasChild(tokens, text.Index(i), text.OblAgent) {
			continue
		}
		v.Head, v.Rel, v.XPOS = text.None, text.Root, text.VBD
		tokens[n].Head, tokens[n].Rel = text.Index(i), text.Nsubj
		for k := range tokens {
			if k > i && tokens[k].Rel == text.Punct && tokens[k].Head >= 0 && tokens[k].Head < text.Index(i) {
				tokens[k].Head = text.Index(i)
			}
		}
	}
}

// joinSubjects joins a second subject that "and" leads with the first: "Kim and South
// Korean President Moon held a summit". The "South" may be what was joined.
func joinSubjects(tokens []text.Token) {
	for i := range tokens {
		joinLed(tokens, i)
		if c := &tokens[i]; c.Rel != text.Cc || c.Form != "and" || c.Head <= text.Index(i) || !subject(tokens[c.Head].Rel) {
			continue
		}
		second := &tokens[tokens[i].Head]
		for k := i - 1; k >= 0; k-- {
			if tokens[k].Head == second.Head && tokens[k].Rel == second.Rel {
				second.Head, second.Rel = text.Index(k), text.Conj
				break
			}
		}
	}
}

// joinLed gives subject i the word right before it that was joined to another subject of
// the same verb, and joins it there instead.
func joinLed(tokens []text.Token, i int) {
	t := &tokens[i]
	first := i
	for first > 0 && tokens[first-1].Head >= text.Index(first) && tokens[first-1].Head <= text.Index(i) {
		first--
	}
	if !subject(t.Rel) || first == 0 || tokens[first-1].Rel != text.Conj {
		return
	}
	led := &tokens[first-1]
	if h := &tokens[led.Head]; led.Head >= text.Index(first) || h.Head != t.Head || h.Rel != t.Rel {
		return
	}
	for k := range tokens[:first] {
		if tokens[k].Head == text.Index(first-1) {
			tokens[k].Head = text.Index(i)
		}
	}
	t.Head, t.Rel = led.Head, text.Conj
	led.Head, led.Rel = text.Index(i), text.Compound
}

func subject(r text.Rel) bool { return r == text.Nsubj || r == text.NsubjPass }

// joinAdjectives makes an adjective of a noun that shares its article with the adjective
// and noun joined to it: "had a frank and open discussion".
func joinAdjectives(tokens []text.Token) {
	for i := 1; i+3 < len(tokens); i++ {
		t, and, adj, noun := &tokens[i], &tokens[i+1], &tokens[i+2], &tokens[i+3]
		if a := tokens[i-1].Form; a != "a" && a != "an" || t.XPOS != text.NN || and.Form != "and" || adj.UPOS != text.ADJ ||
			noun.UPOS != text.NOUN || noun.Rel != text.Conj || noun.Head != text.Index(i) || adj.Head != text.Index(i+3) {
			continue
		}
		noun.Head, noun.Rel = t.Head, t.Rel
		for k := range tokens {
			if tokens[k].Head == text.Index(i) {
				tokens[k].Head = text.Index(i + 3)
			}
		}
		*t = text.Token{Span: t.Span, Form: t.Form, Lemma: t.Lemma, Space: t.Space, UPOS: text.ADJ, XPOS: text.JJ, Head: text.Index(i + 3), Rel: text.Amod}
		adj.Head, adj.Rel = text.Index(i), text.Conj
		and.Head = text.Index(i + 2)
	}
}

// headName makes the name head the title before it, where the parser has it the other way
// round: "Ambassador Ana Ruiz was summoned".
func headName(tokens []text.Token) {
	for i := 0; i+1 < len(tokens); i++ {
		t, name := &tokens[i], text.Index(i+1)
		if n := &tokens[name]; t.UPOS != text.PROPN || n.Rel != text.Flat || n.Head != text.Index(i) || !acts(strings.ToLower(t.Form)) {
			continue
		}
		for k := range tokens {
			c := &tokens[k]
			if c.Head == text.Index(i) && (k > i || c.Rel == text.Case || c.Rel == text.Cc || c.Rel == text.Punct) {
				c.Head = name
			}
		}
		tokens[name].Head, tokens[name].Rel = t.Head, t.Rel
		t.Head, t.Rel = name, text.NmodDesc
	}
}

// exchangeWith gives to "exchange" with whom and where something is exchanged, where the
// parser hung that on what is: "exchanged greetings with Lee in Lima".
func exchangeWith(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		if t.Rel != text.Nmod || t.Head < 0 || tokens[t.Head].Rel != text.Obj || tokens[t.Head].Head < 0 {
			continue
		}
		v := tokens[t.Head].Head
		if tokens[v].Lemma == "exchange" && (hasCase(tokens, i, "with") || hasCase(tokens, i, "in") || hasCase(tokens, i, "at") || hasCase(tokens, i, "on")) {
			t.Head, t.Rel = v, text.Obl
		}
	}
}

// hangBehind hangs what a preposition leads on the verb, and the noun behind it on that, where
// the parser has the noun take it from before, as none does in English: "met on the sidelines
// of the Asia-Pacific summit".
func hangBehind(tokens []text.Token) {
	for i := range tokens {
		t, place := &tokens[i], text.Index(i)
		if t.Rel != text.Nmod || t.Head <= place || !hasChild(tokens, place, text.Case) {
			continue
		}
		at := t.Head
		noun := &tokens[at]
		v := noun.Head
		if v < 0 || v > place || tokens[v].UPOS != text.VERB || noun.Rel != text.Obj && noun.Rel != text.Obl || hasChild(tokens, at, text.Case) {
			continue
		}
		t.Head, t.Rel = v, text.Obl
		noun.Head, noun.Rel = place, text.Nmod
		for k := i + 1; k < int(at); k++ {
			if c := &tokens[k]; c.Head == place && c.Rel == text.Nmod {
				for j := i + 1; j < k; j++ {
					if r := tokens[j].Rel; tokens[j].Head == text.Index(k) && (r == text.Case || r == text.Det) {
						tokens[j].Head = at
					}
				}
				c.Head, c.Rel = at, text.Compound
			}
		}
	}
}

// wakeHeads makes a verb of "heads" before "to" where the parser has a name narrow it: "Ruiz
// heads to Lisbon".
func wakeHeads(tokens []text.Token) {
	for i := 1; i+1 < len(tokens); i++ {
		t, name := &tokens[i], &tokens[i-1]
		if t.Form != "heads" || t.UPOS != text.NOUN || tokens[i+1].Form != "to" || name.UPOS != text.PROPN || name.Rel != text.Compound || name.Head != text.Index(i) {
			continue
		}
		t.UPOS, t.XPOS = text.VERB, text.VBZ
		name.Rel = text.Nsubj
		for k := i + 1; k < len(tokens); k++ {
			switch c := &tokens[k]; {
			case c.Head != text.Index(i):
			case c.Rel == text.Nmod:
				c.Rel = text.Obl
			case c.Rel == text.Acl:
				c.Rel = text.Advcl
			}
		}
	}
}

// wakeNoun makes a verb of the root of a sentence that has a subject, but was taken for a
// noun in the plural: "Ruiz heads to Lisbon". It makes "do" the root of one that it is said to
// help a noun in: "Neither do the talks".
func wakeNoun(tokens []text.Token) {
	for i := range tokens {
		t, root := &tokens[i], text.Index(i)
		if t.Rel != text.Root || t.UPOS != text.NOUN || hasChild(tokens, root, text.Cop) {
			continue
		}
		if t.XPOS == text.NNS && hasChild(tokens, root, text.Nsubj) && !hasChild(tokens, root, text.Det, text.Amod, text.Case, text.NmodPoss, text.Nummod) {
			t.UPOS, t.XPOS = text.VERB, text.VBZ
			continue
		}
		for k := range tokens[:i] {
			if do := &tokens[k]; k > 0 && tokens[k-1].Head == root && (tokens[k-1].Lemma == "neither" || tokens[k-1].Lemma == "nor" || tokens[k-1].Lemma == "so") && do.Lemma == "do" && do.Rel == text.Aux && do.Head == root {
				leadByVerb(tokens, k, i)
				break
			}
		}
	}
}

// leadByVerb makes token v the root and root its subject.
func leadByVerb(tokens []text.Token, v, root int) {
	for i := range tokens {
		if t := &tokens[i]; t.Head == text.Index(root) && (i < v || t.Rel == text.Punct) {
			t.Head = text.Index(v)
		}
	}
	tokens[v].Head, tokens[v].Rel, tokens[v].UPOS = text.None, text.Root, text.VERB
	tokens[root].Head, tokens[root].Rel = text.Index(v), text.Nsubj
}

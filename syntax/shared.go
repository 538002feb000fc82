package syntax

import "readout/text"

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
		if v.Rel != text.Acl || v.XPOS != text.VBN || v.Lemma != "meet" || n < 0 || n > text.Index(i) || tokens[n].Rel != text.Root || tokens[n].UPOS == text.VERB ||
			hasChild(tokens, n, text.Cop, text.Aux) || hasChild(tokens, text.Index(i), text.OblAgent) {
			continue
		}
		v.Head, v.Rel, v.XPOS = text.None, text.Root, text.VBD
		tokens[n].Head, tokens[n].Rel = text.Index(i), text.Nsubj
		for k := range tokens {
			if tokens[k].Head == n && tokens[k].Rel == text.Punct && k > i {
				tokens[k].Head = text.Index(i)
			}
		}
	}
}

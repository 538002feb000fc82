package syntax

import "readout/text"

// This file gives verbs the subjects and objects that stand right beside them and that the
// parser hung elsewhere.

// freeFromWeekday gives the place in the tree back to a name that was taken for one with the
// weekday right behind it: "phoned Lee Tuesday".
func freeFromWeekday(tokens []text.Token) {
	for i := 1; i < len(tokens); i++ {
		if !weekday(tokens[i].Form) || tokens[i-1].UPOS != text.PROPN || feast(tokens[i-1].Form) {
			continue
		}
		last := text.Index(i)
		if i+1 < len(tokens) && partOfDay(tokens[i+1].Lemma) {
			last++
		}
		day := last
		if tokens[last].Head == text.Index(i) {
			day = text.Index(i)
		}
		name := text.Index(i) - 1
		for name > 0 && tokens[name].Head < name && tokens[name].Rel == text.Flat && tokens[name].Head >= 0 && tokens[tokens[name].Head].UPOS == text.PROPN {
			name = tokens[name].Head
		}
		switch {
		case tokens[name].Head == day && (tokens[name].Rel == text.Compound || tokens[name].Rel == text.NmodDesc) && tokens[day].Head >= 0 && tokens[day].Head < name && tokens[tokens[day].Head].UPOS == text.VERB:
			verb := tokens[day].Head
			led := text.None
			for k := verb + 1; k < name; k++ { // what stands before the name is the name's
				if tokens[k].Head == day {
					tokens[k].Head = name
					if tokens[k].Rel == text.Case {
						led = k
					}
				}
			}
			tokens[name].Head, tokens[name].Rel = verb, text.Obj
			if led >= 0 {
				tokens[name].Rel = text.Obl
			}
			tokens[day].Rel = text.OblUnmarked
		case tokens[day].Head == name && tokens[day].Rel == text.Flat && tokens[name].Head >= 0 && tokens[tokens[name].Head].UPOS == text.VERB:
			tokens[day].Head, tokens[day].Rel = tokens[name].Head, text.OblUnmarked
		}
	}
}

func weekday(word string) bool {
	switch word {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// feast tells a word that makes one name with a weekday: "Black Friday".
func feast(form string) bool {
	switch form {
	case "Easter", "Good", "Black", "Super", "Ash", "Palm", "Cyber", "Holy", "Bloody", "Maundy", "Whit", "Shrove", "Giving":
		return true
	}
	return false
}

func partOfDay(lemma string) bool {
	switch lemma {
	case "morning", "afternoon", "evening", "night":
		return true
	}
	return false
}

// subjectBeforeWeek gives a verb the subject that was hung on the time between them: "Kerry
// last week met", "Kerry earlier this week met".
func subjectBeforeWeek(tokens []text.Token) {
	for i := 2; i+1 < len(tokens); i++ {
		l := tokens[i-1].Lemma
		if l != "next" && l != "last" && l != "this" || !spanOfDays(tokens[i].Lemma) || !finite(&tokens[i+1]) {
			continue
		}
		verb, first := text.Index(i)+1, i-1
		if f := tokens[first-1].Form; f == "earlier" || f == "late" || f == "later" {
			first--
		}
		if first == 0 || tokens[i].Head != verb || hasSubject(tokens, verb) {
			continue
		}
		for name := first - 1; name >= 0 && tokens[name].UPOS == text.PROPN; name-- {
			if h := tokens[name].Head; int(h) >= first && int(h) <= i {
				tokens[name].Head, tokens[name].Rel = verb, text.Nsubj
				if tokens[i].Rel == text.Nsubj {
					tokens[i].Rel = text.OblUnmarked
				}
				break
			}
		}
	}
}

// finite tells a verb with a tense of its own.
func finite(t *text.Token) bool {
	return t.UPOS == text.VERB && (t.XPOS == text.VBD || t.XPOS == text.VBZ || t.XPOS == text.VBP)
}

func hasSubject(tokens []text.Token, v text.Index) bool {
	return hasChild(tokens, v, text.Nsubj, text.NsubjPass, text.NsubjOuter, text.Csubj, text.CsubjPass, text.Expl)
}

// subjectBehindAnd gives a finite verb the noun right before it that was joined to what
// stands before the "and": "spoke with Lee and the two men agreed". No verb follows a row
// so.
func subjectBehindAnd(tokens []text.Token) {
	for v := 2; v < len(tokens); v++ {
		t := &tokens[v]
		if !finite(t) || t.Rel != text.Conj || t.Head < 0 || hasSubject(tokens, text.Index(v)) {
			continue
		}
		noun := firstOfName(tokens, text.Index(v)-1)
		if h := tokens[noun].Head; tokens[noun].Rel == text.Nmod && h >= 0 && h < noun && tokens[h].Form == "Secretary" {
			noun = h // "Secretary of State Lee"
		}
		n := &tokens[noun]
		if n.UPOS != text.NOUN && n.UPOS != text.PROPN || n.Rel != text.Conj || n.Head <= t.Head || n.Head >= noun {
			continue
		}
		if first := secondRow(tokens, noun); first >= 0 {
			n.Head = first
			tokens[first].Head, tokens[first].Rel = text.Index(v), text.Nsubj
			continue
		}
		for k := range tokens {
			if tokens[k].Head == noun && tokens[k].Rel == text.Cc {
				tokens[k].Head = text.Index(v)
			}
		}
		n.Head, n.Rel = text.Index(v), text.Nsubj
	}
}

// firstOfName is the word that heads the name which token i ends, or i.
func firstOfName(tokens []text.Token, i text.Index) text.Index {
	for i > 0 && tokens[i].Rel == text.Flat && tokens[i].Head < i && tokens[i].Head >= 0 {
		i = tokens[i].Head
	}
	return i
}

// secondRow is the first of a second row that was joined to one that its "and" had closed:
// "as he spoke with Ruiz and Wood, Lee and Kim met".
func secondRow(tokens []text.Token, last text.Index) text.Index {
	head, first, closed := tokens[last].Head, text.None, false
	for k := head + 1; k < last; k++ {
		if tokens[k].Head != head || tokens[k].Rel != text.Conj {
			continue
		}
		and, comma := false, false
		for j := k - 1; j > head && tokens[j].Rel != text.Conj && k-j < 8; j-- {
			and = and || tokens[j].Rel == text.Cc && tokens[j].Head == k
			comma = comma || tokens[j].Form == ","
		}
		switch {
		case and:
			closed = true
		case closed && comma:
			first = k
		}
	}
	return first
}

// rowBehindSemicolon joins a name behind a semicolon to the one before it that it stands
// in a row with: "spoke with Lee of Korea; President Ruiz and King Wood".
func rowBehindSemicolon(tokens []text.Token) {
	for i := 2; i < len(tokens); i++ {
		t := &tokens[i]
		if t.Rel != text.Obl || t.UPOS != text.PROPN || t.Head < 0 || int(t.Head) >= i || hasChild(tokens, text.Index(i), text.Case) {
			continue
		}
		semi := text.None
		for k := text.Index(i) - 1; k > t.Head && i-int(k) < 6; k-- {
			if tokens[k].Form == ";" {
				semi = k
				break
			}
			if tokens[k].Head != text.Index(i) {
				break
			}
		}
		for k := semi - 1; semi >= 0 && k > t.Head; k-- {
			if tokens[k].Head == t.Head && tokens[k].Rel == text.Obl && tokens[k].UPOS == text.PROPN && hasChild(tokens, k, text.Case) {
				t.Head, t.Rel = k, text.Conj
				for j := range tokens {
					if tokens[j].Head == text.Index(i) && tokens[j].Rel == text.Conj {
						tokens[j].Head = k
					}
				}
				break
			}
		}
	}
}

// askedTo puts what somebody is asked to do below the asking where the parser joined it to
// it: in "urged him by letter and in their meeting to renew the talks" he is to renew them.
func askedTo(tokens []text.Token) {
	for i := 2; i < len(tokens); i++ {
		t := &tokens[i]
		v := t.Head
		if t.XPOS != text.VB || t.Rel != text.Conj || v < 0 || int(v) >= i || !finite(&tokens[v]) || !hasChild(tokens, v, text.Obj) {
			continue
		}
		switch tokens[v].Lemma {
		case "urge", "encourage", "ask", "press", "beg", "invite", "persuade", "push":
		default:
			continue
		}
		to, and := text.None, text.None
		for k := v + 1; int(k) < i; k++ {
			if tokens[k].Head == text.Index(i) && tokens[k].XPOS == text.TO {
				to = k
			}
			if tokens[k].Head == text.Index(i) && tokens[k].Rel == text.Cc {
				and = k
			}
		}
		if and < 0 || to < 0 || to == and+1 {
			continue
		}
		for k := and; k < to; k++ {
			if tokens[k].Head == text.Index(i) {
				tokens[k].Head = v
			}
		}
		t.Rel = text.Xcomp
	}
}

// interestIn hangs on an interest what it is taken in: "voiced interest in talks with them".
func interestIn(tokens []text.Token) {
	for i := 2; i < len(tokens); i++ {
		t := &tokens[i]
		if t.Rel != text.Obl || t.Head < 0 || int(t.Head) >= i || !hasCase(tokens, i, "in") {
			continue
		}
		for k := t.Head + 1; int(k) < i; k++ {
			if tokens[k].Head == t.Head && tokens[k].Rel == text.Obj && tokens[k].Lemma == "interest" && tokens[k+1].Form == "in" {
				t.Head, t.Rel = k, text.Nmod
				break
			}
		}
	}
}

// nameHe makes a name of a "He" right behind a family name that the verb already has for its
// subject: "Vice Premier Liu He said".
func nameHe(tokens []text.Token) {
	for i := 1; i < len(tokens); i++ {
		t, name := &tokens[i], &tokens[i-1]
		if t.Form != "He" || t.UPOS != text.PRON || name.UPOS != text.PROPN || weekday(name.Form) {
			continue
		}
		head := text.Index(i) - 1
		if name.Rel == text.Flat && name.Head >= 0 && name.Head < head {
			head = name.Head
		}
		if tokens[head].Head != t.Head {
			continue
		}
		t.Head, t.Rel, t.UPOS, t.XPOS, t.Lemma = head, text.Flat, text.PROPN, text.NNP, "He"
	}
}

// talksAbout makes a noun of "talks" behind a noun that has a preposition before it: "join
// them in high-level trade talks on Friday".
func talksAbout(tokens []text.Token) {
	for i := 3; i < len(tokens); i++ {
		t, n := &tokens[i], &tokens[i-1]
		if t.Form != "talks" || t.XPOS != text.VBZ || n.UPOS != text.NOUN || n.Head != text.Index(i) || n.Rel != text.Obl || t.Head < 0 || int(t.Head) >= i || hasSubject(tokens, text.Index(i)) || !hasChild(tokens, text.Index(i)-1, text.Case) {
			continue
		}
		for k := range tokens {
			switch j := text.Index(k); {
			case tokens[k].Head == text.Index(i)-1 && k < i:
				tokens[k].Head = text.Index(i)
			case tokens[k].Head == text.Index(i) && tokens[k].Rel == text.OblUnmarked && int(j) > i:
				tokens[k].Head = t.Head
			}
		}
		n.Rel = text.Compound
		t.Rel, t.UPOS, t.XPOS, t.Lemma = text.Obl, text.NOUN, text.NNS, "talk"
	}
}

// joinClause joins a clause of its own that an "and" leads: "he met Lee, and Ruiz was in
// Lima".
func joinClause(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		v := text.Index(i)
		if t.Rel == text.Advcl && t.Head >= 0 && t.Head < v && hasChild(tokens, v, text.Cop) && hasChild(tokens, v, text.Cc) && hasSubject(tokens, v) && !hasChild(tokens, v, text.Mark, text.Advmod) {
			t.Rel = text.Conj
		}
	}
}

// openClause makes a conjunction of the preposition before a noun that is the subject of the
// verb right behind it: "it came as Secretary Lee held talks".
func openClause(tokens []text.Token) {
	for v := 2; v < len(tokens); v++ {
		t := &tokens[v]
		if !finite(t) || t.Rel != text.Advcl || t.Head < 0 || int(t.Head) >= v || hasSubject(tokens, text.Index(v)) || hasChild(tokens, text.Index(v), text.Mark) {
			continue
		}
		noun := text.None
		for k := int(t.Head) + 1; k < v; k++ {
			if tokens[k].Head == t.Head && tokens[k].Rel == text.Obl {
				noun = text.Index(k)
			}
		}
		if noun < 0 || !under(tokens, text.Index(v)-1, noun) {
			continue
		}
		for k := t.Head + 1; k < noun; k++ {
			if tokens[k].Head == noun && tokens[k].Rel == text.Case && opens(tokens[k].Lemma) {
				tokens[k].Head, tokens[k].Rel = text.Index(v), text.Mark
				tokens[noun].Head, tokens[noun].Rel = text.Index(v), text.Nsubj
			}
		}
	}
}

// opens tells a word that leads a noun as well as a clause.
func opens(lemma string) bool {
	switch lemma {
	case "as", "after", "before", "since", "until":
		return true
	}
	return false
}

// withSubject makes the noun behind an opening "with" the subject of what is said of it:
// "With Lee due to meet Ruiz, …", "With Lee scheduled to visit, …".
func withSubject(tokens []text.Token) {
	if len(tokens) < 4 || tokens[0].Form != "With" {
		return
	}
	for i := 2; i+1 < len(tokens) && tokens[i].Form != ","; i++ {
		t := &tokens[i]
		if !awaited(t.Form) || tokens[i+1].Form != "to" {
			continue
		}
		for k := 1; k < i; k++ {
			n := &tokens[k]
			if n.UPOS != text.PROPN && n.UPOS != text.NOUN {
				continue
			}
			switch {
			case n.Head == text.Index(i) && n.Rel == text.Obl:
				n.Rel = text.Nsubj
			case n.Head == text.Index(i) && t.Rel == text.Case && t.Head > text.Index(i):
				root := tokens[t.Head].Head
				if root < 0 {
					root = t.Head
				}
				t.UPOS, t.Head, t.Rel, n.Rel = text.ADJ, root, text.Advcl, text.Nsubj
				for j := range tokens {
					if j != k && tokens[j].Head == text.Index(k) && (tokens[j].Rel == text.Xcomp || tokens[j].Rel == text.Punct) {
						tokens[j].Head = text.Index(i)
					}
				}
			}
		}
		return
	}
}

// awaited tells a word for what somebody is going to do.
func awaited(form string) bool {
	switch form {
	case "due", "set", "scheduled", "expected", "slated", "poised", "planning", "preparing":
		return true
	}
	return false
}

// subjectAfterOpening gives the root the name right before it that was put in apposition to
// the opening phrase: "On the last day of the summit Lee met Ruiz".
func subjectAfterOpening(tokens []text.Token) {
	v := rootWithoutSubject(tokens)
	if v < 2 || !finite(&tokens[v]) {
		return
	}
	name := firstOfName(tokens, v-1)
	t := &tokens[name]
	if t.UPOS != text.PROPN || t.Rel != text.Appos || t.Head >= name || hasChild(tokens, name, text.Case) {
		return
	}
	for k := t.Head + 1; k < v; k++ {
		if tokens[k].Form == "," {
			return
		}
	}
	t.Head, t.Rel = v, text.Nsubj
}

// setOccasion makes "set" say for when an occasion is, where it was taken for the noun: "a
// meeting set for Friday".
func setOccasion(tokens []text.Token) {
	for i := 1; i+1 < len(tokens); i++ {
		set, noun := &tokens[i], &tokens[i-1]
		if set.Form != "set" || set.UPOS != text.NOUN || noun.UPOS != text.NOUN || noun.Head != text.Index(i) || noun.Rel != text.Compound || tokens[i+1].Form != "for" {
			continue
		}
		noun.Head, noun.Rel = set.Head, set.Rel
		set.UPOS, set.XPOS, set.Head, set.Rel = text.VERB, text.VBN, text.Index(i)-1, text.Acl
		for k := range tokens {
			t := &tokens[k]
			if t.Head != text.Index(i) {
				continue
			}
			if t.Rel == text.Nmod && k > i && tokens[i+1].Head == text.Index(k) {
				t.Rel = text.Obl // "for Friday"
			} else {
				t.Head = text.Index(i) - 1
			}
		}
	}
}

// ownWhole makes the whole of a name own what stands behind its "'s", where the parser took
// only its last word: in "met with Lee Kuan Yew's envoy" it is the envoy who was met.
func ownWhole(tokens []text.Token) {
	for i := 2; i+1 < len(tokens); i++ {
		last := tokens[i].Head
		if tokens[i].XPOS != text.POS || last != text.Index(i)-1 || tokens[last].Rel != text.NmodPoss || tokens[last].UPOS != text.PROPN {
			continue
		}
		noun, first := tokens[last].Head, last
		for first > 0 && (tokens[first-1].UPOS == text.PROPN || tokens[first-1].Form == "-") {
			first--
		}
		if noun <= text.Index(i) || int(noun) >= len(tokens) || first == last {
			continue
		}
		name := tokens[noun].Head
		if tokens[noun].Rel != text.Appos || name < first || name >= last || tokens[name].Head >= first && tokens[name].Head <= last {
			continue
		}
		n := &tokens[noun]
		n.Head, n.Rel = tokens[name].Head, tokens[name].Rel
		if n.Rel == text.Conj && first > 0 && tokens[first-1].Form == "," {
			n.Rel = text.Appos // "Lee Hsien Loong, Lee Kuan Yew's son"
		}
		for k := range tokens {
			if j := text.Index(k); tokens[k].Head == name && (j < first || j > noun) {
				tokens[k].Head = noun
			}
		}
		tokens[name].Head, tokens[name].Rel = noun, text.NmodPoss
		tokens[last].Head, tokens[last].Rel = name, text.Flat
		tokens[i].Head = name
	}
}

// hoping gives a form of "hope" that lemma: "hop" is that of "hopped".
func hoping(tokens []text.Token) {
	for i := range tokens {
		switch tokens[i].Form {
		case "hoped", "Hoped", "hoping", "Hoping":
			tokens[i].Lemma = "hope"
		}
	}
}

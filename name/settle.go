package name

import "readout/text"

// settle gives unknown names the class that the rest of the document shows: the
// surname of a person named in full is a person, and one name is of one class, that
// which it has most often; what is mostly no person is what its mentions together
// speak for. What stays without a class is dropped.
func settle(sentences []text.Sentence, out []text.Mention, scores map[string]*score) []text.Mention {
	surnames := map[string]bool{}
	votes := map[string]*[text.Nationality + 1]int{}
	for i := range out {
		m := &out[i]
		if m.Form != text.Name || m.Entry != "" {
			continue
		}
		if m.Class == text.Person && (m.Last-m.First > 1 || m.Role != "") {
			surnames[lastForm(sentences, m)] = true
		}
		w := wordsOf(sentences, m)
		if votes[w] == nil {
			votes[w] = new([text.Nationality + 1]int)
		}
		votes[w][m.Class]++
	}
	kept := out[:0]
	for i := range out {
		m := out[i]
		if m.Class == text.Nationality && ofDescent(sentences[m.Sentence].Tokens, int(m.Last)) {
			continue
		}
		if m.Form == text.Name && m.Entry == "" && m.Role == "" && !theOne(sentences[m.Sentence].Tokens, &m) {
			w := wordsOf(sentences, &m)
			m.Class = mostly(votes[w], m.Class)
			if s := scores[w]; s != nil && m.Class != text.Person && contested(votes[w]) && votes[w][s.class()] > 0 {
				m.Class = s.class()
			}
			if m.Last-m.First == 1 && m.Class != text.Person && surnames[sentences[m.Sentence].Tokens[m.First].Form] {
				m.Class = text.Person
			}
		}
		if m.Form != text.Name || m.Class != text.NoClass {
			kept = append(kept, m)
		}
	}
	return kept
}

// theOne tells a word with an article that is no person, whoever bears it as a surname:
// "Anita Hill told The Hill".
func theOne(toks []text.Token, m *text.Mention) bool {
	return m.Class == text.Body && m.Last-m.First == 1 && m.First > 0 && (toks[m.First-1].Form == "The" || toks[m.First-1].Form == "the")
}

// contested tells whether a name was taken for different things.
func contested(votes *[text.Nationality + 1]int) bool {
	n := 0
	for _, v := range votes {
		n += bit(v > 0)
	}
	return n > 1
}

// mostly returns the class with most votes, its own where another has no more.
func mostly(votes *[text.Nationality + 1]int, own text.Class) text.Class {
	best := own
	for c := text.Person; int(c) < len(votes); c++ {
		if best == text.NoClass && votes[c] > 0 || votes[c] > votes[best] {
			best = c
		}
	}
	return best
}

func lastForm(sentences []text.Sentence, m *text.Mention) string {
	return sentences[m.Sentence].Tokens[m.Last-1].Form
}

// wordsOf is the name as a key; a name of one word costs nothing.
func wordsOf(sentences []text.Sentence, m *text.Mention) string {
	return formsOf(sentences[m.Sentence].Tokens[m.First:m.Last])
}

func formsOf(toks []text.Token) string {
	if len(toks) == 1 {
		return toks[0].Form
	}
	var b []byte
	for i := range toks {
		b = append(append(b, toks[i].Form...), ' ')
	}
	return string(b)
}

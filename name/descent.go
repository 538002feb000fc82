package name

import "readout/text"

// ofDescent tells whether the nationality before token i only says where Americans come
// from: "members of the Cuban American community", "a Korean-American". "Russian-American
// talks" are of two states.
func ofDescent(tokens []text.Token, i int) bool {
	if i < len(tokens) && tokens[i].Form == "-" {
		i++
	}
	if i >= len(tokens) {
		return false
	}
	switch tokens[i].Form {
	case "Americans":
		return true
	case "American":
		return i+1 == len(tokens) || ofPeople(&tokens[i+1])
	}
	return false
}

// ofPeople tells whether "American" before the token speaks of people: it is not followed
// by a noun, or by one of people.
func ofPeople(t *text.Token) bool {
	switch t.UPOS {
	case text.NOUN, text.PROPN, text.ADJ:
	default:
		return true
	}
	switch t.Lemma {
	case "activist", "actor", "artist", "author", "businessman", "businesswoman", "citizen", "community", "congressman",
		"congresswoman", "couple", "dissident", "doctor", "entrepreneur", "family", "group", "journalist", "lawmaker",
		"lawyer", "leader", "man", "organization", "people", "physician", "population", "professor", "resident",
		"scholar", "scientist", "senator", "student", "veteran", "voter", "woman", "writer":
		return true
	}
	return false
}

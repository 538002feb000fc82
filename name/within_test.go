package name

import (
	"testing"

	"readout/text"
)

// Map order is random: what is taken for a name must not hang on it.
func TestAWordInSmallLettersIsNoNameInAnyCapitals(t *testing.T) {
	var s text.Sentence
	for _, form := range []string{"the", "People", "and", "PEOPLE", "met", "people", "from", "Oslo"} {
		x := text.NN
		if capital(form) {
			x = text.NNP
		}
		s.Tokens = append(s.Tokens, text.Token{Form: form, XPOS: x})
	}
	for range 50 {
		if got := properWithin([]text.Sentence{s}); len(got) != 1 || !got["Oslo"] {
			t.Fatalf("proper nouns are %v, want Oslo alone", got)
		}
	}
}

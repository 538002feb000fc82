package resolve

import "testing"

func TestVagueMatter(t *testing.T) {
	for phrase, want := range map[string]bool{
		"regional security issues":                true,
		"a range of bilateral matters":            true,
		"the most pressing international affairs": true,
		"agenda":            false,
		"border standoff":   false,
		"issues of the day": false,
	} {
		if got := vagueMatter(phrase); got != want {
			t.Errorf("%q: got %v, want %v", phrase, got, want)
		}
	}
}

func TestOnlyThatTheyMet(t *testing.T) {
	for words, want := range map[string]bool{
		"the two had met at the border":              true,
		"they had agreed at the meeting to cut arms": false,
		"the invitation remains in force":            false,
	} {
		if got := onlyThatTheyMet(words); got != want {
			t.Errorf("%q: got %v, want %v", words, got, want)
		}
	}
}

func TestNameless(t *testing.T) {
	for gathering, want := range map[string]bool{"investment summit in Riyadh": true, "G20 summit": false, "": false} {
		if got := nameless(gathering); got != want {
			t.Errorf("%q: got %v, want %v", gathering, got, want)
		}
	}
}

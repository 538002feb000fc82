package resolve

import "testing"

func TestNothingAgreedAgainstAnAgreement(t *testing.T) {
	of := func(words string) *result {
		r := &result{told: Telling{Value: words}, stems: resultStems(words), failed: fails(words)}
		r.bare = len(r.stems) == 0
		return r
	}
	for _, c := range []struct {
		a, b string
		want Type
	}{
		{"agreed to sign a defence pact", "no agreement was reached", Contradiction},
		{"agreed to continue talks on trade", "no agreement was reached", ""},
		{"agreed to lift the sanctions", "denied that he agreed to lift the sanctions", Contradiction},
		{"signed an accord", "ended without agreement", Contradiction},
	} {
		if got := compareResults(of(c.a), of(c.b)); got != c.want {
			t.Errorf("%q against %q: got %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func TestSameMatter(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"European security", "Ukraine's energy security"}: false,
		{"sanctions", "relaxing sanctions"}:                true,
		{"security", "security issues"}:                    true,
		{"the war in Yemen", "an end of the war in Yemen"}: true,
	} {
		if got := sameMatter(pair[0], pair[1]); got != want {
			t.Errorf("%q: got %v, want %v", pair, got, want)
		}
	}
}

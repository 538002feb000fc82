package resolve

import (
	"fmt"
	"strings"
	"testing"

	"readout"
)

// story makes an article of n sentences that are its own.
func story(seed, n int) []string {
	var out []string
	x := uint32(seed)*2654435761 + 1
	for i := range n {
		var words []string
		for range 18 {
			x = x*1664525 + 1013904223
			words = append(words, fmt.Sprintf("w%d", x>>18))
		}
		out = append(out, fmt.Sprintf("Sentence %d has %s.", i, strings.Join(words, " ")))
	}
	return out
}

func TestCopiesAreFound(t *testing.T) {
	a, other := story(1, 40), story(2, 40)
	cut := a[:15]
	turned := append(append([]string{}, a[20:]...), a[:20]...)
	rewritten := append([]string{}, a...)
	for i := 0; i < len(a); i += 5 {
		rewritten[i] = other[i]
	}
	quoting := append(append([]string{}, other[:30]...), a[:6]...)
	texts := [][]string{a, other, cut, turned, rewritten, quoting[10:]}
	prints := make([]Fingerprint, len(texts))
	for i, s := range texts {
		prints[i] = FingerprintOf("Title " + fmt.Sprint(i) + "\n" + strings.ToUpper(strings.Join(s, " ")))
	}
	if got := fmt.Sprint(Copies(prints)); got != "[[0 2 3 4] [1 5]]" {
		t.Errorf("groups are %s", got)
	}
	if _, ok := CopyOf(prints[0], prints[1]); ok {
		t.Error("two stories are taken for copies")
	}
	if f := FingerprintOf(""); len(f) != 0 {
		t.Error("nothing has a fingerprint")
	}
}

func TestOriginsCountOutletsOnce(t *testing.T) {
	e := readout.Encounter{}
	for _, line := range []string{"a", "b", "c/Ana Ruiz (Spain)", "d/Ana Ruiz (Spain)", "e"} {
		e.Accounts = append(e.Accounts, tell(t, line+"; ; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal)"))
	}
	e.Accounts[2].Voice.Via = []string{"EFE"}
	e.Accounts[3].Voice.Via = []string{"EFE", "Lusa"}
	copyOf := func(doc string) string {
		if doc == "b" {
			return "a"
		}
		return doc
	}
	var got []string
	for _, o := range Origins(e, copyOf, nil) {
		got = append(got, fmt.Sprint(o.Name, len(o.Accounts)))
	}
	if s := strings.Join(got, " "); s != "EFE2 a2 e1" {
		t.Errorf("origins are %s", s)
	}
}

func FuzzFingerprint(f *testing.F) {
	f.Add("The two leaders met in Riga on Monday and spoke of trade.")
	f.Fuzz(func(t *testing.T, s string) {
		a := FingerprintOf(s)
		if n, _ := CopyOf(a, a); n != len(a) {
			t.Errorf("%d of %d runs shared with itself", n, len(a))
		}
	})
}

func BenchmarkFingerprint(b *testing.B) {
	text := strings.Join(story(1, 60), " ")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		FingerprintOf(text)
	}
}

func TestCreditsNameTheAgency(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"MOSCOW, May 3 (Reuters) - The ministers met.", "Reuters"},
		{"WASHINGTON (AP) — The ministers met.", "Associated Press"},
		{"The ministers met.\nAssociated Press writer Jo Doe contributed to this report.", "Associated Press"},
		{"The ministers met.\nFox News' Jo Doe and the Associated Press contributed to this report.", ""}, // not theirs alone
		{"The ministers met, the Reuters news agency said.", ""},
	} {
		if got := Credit(c.text); got != c.want {
			t.Errorf("%q is credited to %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAnAgencysReprintsAndAReleaseQuotedAreOneOriginEach(t *testing.T) {
	var as []readout.Account
	for _, s := range []string{"a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22",
		"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22",
		"release; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22",
		"c; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"} {
		as = append(as, tell(t, s))
	}
	as[2].Voice = readout.Voice{Side: "Spain"}
	as[3].Voice = readout.Voice{Speaker: "Foreign Ministry", Side: "Spain"}
	credit := func(doc string) string { return map[string]string{"a": "Reuters", "b": "Reuters"}[doc] }
	if got := Origins(readout.Encounter{Accounts: as}, nil, credit); len(got) != 2 {
		t.Errorf("got %+v", got)
	}
}

package syntax

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestVotesForOneProjectiveTreeElectIt(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(r, "n")
		want := projective(anyTree(r, n))
		var c chart
		c.start(n)
		for d, h := range want {
			c.add(int(h), d+1, 3)
			c.add(rapid.IntRange(0, n).Draw(r, "stray"), d+1, 1)
		}
		if got := c.best(); !slices.Equal(got, want) {
			r.Fatalf("elected %v, want %v", got, want)
		}
	})
}

func TestMirroredTwiceIsTheSame(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		h := anyTree(r, rapid.IntRange(1, 12).Draw(r, "n"))
		if !slices.Equal(mirroredHeads(mirroredHeads(h)), h) {
			r.Fatalf("%v changed", h)
		}
	})
}

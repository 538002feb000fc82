package resolve

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// deniedTopics lists what one voice says was not talked about and another tells was.
func deniedTopics(as []*readout.Account) []Disagreement {
	var out []Disagreement
	for _, a := range as {
		for _, no := range a.Unraised {
			if told := raisedBy(as, a, no); len(told) > 0 {
				out = append(out, Disagreement{"topics", Contradiction, []Telling{telling(a, "not raised: "+no.Value(), no.At())}, told})
			}
		}
	}
	return out
}

// raisedBy are the tellings, by other voices, of a matter that one denies.
func raisedBy(as []*readout.Account, denier *readout.Account, matter readout.Cited[string]) []Telling {
	var out []Telling
	for _, b := range as {
		if sameVoice(b, denier) {
			continue
		}
		for _, c := range b.Topics {
			if sameMatter(c.Value(), matter.Value()) {
				at := c.At()
				if b.Document == denier.Document {
					at = nearestFirst(at, matter.At()[0])
				}
				out = append(out, telling(b, c.Value(), at))
			}
		}
	}
	return out
}

// nearestFirst puts the words that stand nearest to others first.
func nearestFirst(at []readout.Span, to readout.Span) []readout.Span {
	out := slices.Clone(at)
	slices.SortStableFunc(out, func(x, y readout.Span) int { return cmp.Compare(gapBetween(x, to), gapBetween(y, to)) })
	return out
}

func gapBetween(x, y readout.Span) readout.Offset { return max(x.Start-y.End, y.Start-x.End, 0) }

func sameVoice(a, b *readout.Account) bool {
	return a.Document == b.Document && a.Voice.Name() == b.Voice.Name()
}

// sameMatter tells whether two phrases name one matter: they share half of the shorter
// one's telling words. "European security" and "energy security" are two.
func sameMatter(a, b string) bool {
	x, y := besideField(stems(a)), besideField(stems(b))
	n := shared(x, y)
	return n > 0 && 2*n >= min(len(x), len(y))
}

// besideField leaves out the words that name a field of matters, where others say which
// matter it is.
func besideField(words []string) []string {
	var out []string
	for _, w := range words {
		switch w {
		case "securit", "economic", "political", "militar", "trad", "cooper", "polic", "defens", "defenc":
		default:
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return words
	}
	return out
}

// result is one thing that an account tells came of the encounter.
type result struct {
	account *readout.Account
	told    Telling
	stems   []string // of what it is about
	failed  bool
	bare    bool // nothing is said of what it is about
}

// otherOutcomes compares what came of it: one has an agreement on what another has
// failing; or two tell of one agreement, and not the same of it.
func otherOutcomes(as []*readout.Account) []Disagreement {
	var all []result
	for _, a := range as {
		all = append(all, resultsOf(a)...)
	}
	var out []Disagreement
	for i := range all {
		for k := i + 1; k < len(all); k++ {
			x, y := &all[i], &all[k]
			if t := compareResults(x, y); t != "" && !sameVoice(x.account, y.account) {
				out = append(out, Disagreement{"outcome", t, []Telling{x.told}, []Telling{y.told}})
			}
		}
	}
	return out
}

// resultsOf parts an outcome told in several clauses.
func resultsOf(a *readout.Account) []result {
	if !a.Outcome.Present() {
		return nil
	}
	parts, at := strings.Split(a.Outcome.Value(), "; "), a.Outcome.At()
	if len(parts) != len(at) {
		parts = []string{a.Outcome.Value()}
	}
	var out []result
	for i, p := range parts {
		words := at
		if len(parts) > 1 {
			words = at[i : i+1]
		}
		r := result{account: a, told: telling(a, p, words), stems: resultStems(p), failed: fails(p)}
		r.bare = len(r.stems) == 0
		out = append(out, r)
	}
	return out
}

// compareResults: a failure contradicts an agreement on the same matter, or any that is
// more than to go on talking.
func compareResults(x, y *result) Type {
	common := shared(x.stems, y.stems)
	if x.failed != y.failed {
		failed, reached := x, y
		if y.failed {
			failed, reached = y, x
		}
		if 2*common >= max(len(failed.stems), 1) || failed.bare && (settles(reached.told.Value) || noneAgreed(failed.told.Value) && commits(reached)) {
			return Contradiction
		}
		return ""
	}
	if common >= 2 && 3*common >= min(len(x.stems), len(y.stems)) && !slices.Equal(x.stems, y.stems) {
		return Precision
	}
	return ""
}

// noneAgreed tells words by which nothing was agreed at all.
func noneAgreed(words string) bool {
	plain := " " + fold(words) + " "
	for _, s := range [...]string{" no agreement ", " no deal ", " any agreement ", " any deal ", " without agreement ", " without a deal ", " without any agreement "} {
		if strings.Contains(plain, s) {
			return true
		}
	}
	return false
}

// commits tells an agreement to do something, and more than to go on talking.
func commits(r *result) bool {
	ws := strings.Fields(fold(r.told.Value))
	agreed := slices.Contains(ws, "agreed") || slices.Contains(ws, "agree")
	return agreed && len(r.stems) > 1 && !slices.ContainsFunc(ws, func(w string) bool {
		switch w {
		case "continue", "continued", "continuing", "keep", "meet", "resume", "talk", "talks", "talking", "discussions", "contact", "contacts", "dialogue", "negotiations", "stay", "again":
			return true
		}
		return false
	})
}

// settles tells words for an agreement that was reached or signed.
func settles(words string) bool {
	for _, w := range strings.Fields(fold(words)) {
		switch w {
		case "reached", "signed", "sealed", "struck", "clinched", "concluded", "inked", "adopted":
			return true
		}
	}
	return false
}

// fails tells words for talks that came to nothing.
func fails(words string) bool {
	ws := strings.Fields(fold(words))
	for i, w := range ws {
		switch w {
		case "denied", "denies", "disputed":
			return i == 0
		case "failed", "fail", "failing", "collapsed", "stalled", "foundered", "without":
			return true
		case "broke":
			return i == 0
		case "no":
			return i < len(ws)-1 && outcomeWord(ws[i+1])
		case "agree", "agreed", "reach", "reached", "sign", "signed":
			return slices.Contains(ws[:i], "not") || slices.Contains(ws[:i], "t") || slices.Contains(ws[:i], "unable")
		}
	}
	return false
}

// resultStems are the telling words of what an outcome is about.
func resultStems(words string) []string {
	var kept []string
	for _, w := range strings.Fields(fold(words)) {
		if !outcomeWord(w) && !occasion(w) && !courtesy(w) {
			kept = append(kept, w)
		}
	}
	return stems(strings.Join(kept, " "))
}

// outcomeWord tells a word that says that something was settled, or not, and not what.
func outcomeWord(w string) bool {
	switch w {
	case "agree", "agreed", "agreeing", "agreement", "agreements", "deal", "accord", "consensus", "breakthrough", "understanding", "result", "results", "progress",
		"no", "any", "been", "denied", "failed", "fail", "reach", "reached", "reaching", "sign", "signed", "conclude", "concluded", "ended", "without", "could", "produced", "collapsed", "broke", "down", "need", "needed":
		return true
	}
	return false
}

package syntax

import "readout/text"

// longestAside bounds how many tokens a clause between dashes has.
const longestAside = 40

// relativeDash tells whether a dash opens a relative clause, and where the dash stands that
// closes it: "the president — who met her in May — will visit Lima". Read as commas they
// part the clause from its sentence; as dashes they are few in the treebanks, and the rest
// of the sentence goes astray. A clause that nothing closes is closed where it opens.
func relativeDash(tokens []text.Token, i int) (end int) {
	if !dash(tokens[i].Form) || i == 0 || i+1 >= len(tokens) || !relative(tokens[i+1].Form) {
		return 0
	}
	for j := i + 2; j < len(tokens) && j-i <= longestAside; j++ {
		if dash(tokens[j].Form) {
			return j
		}
	}
	return i
}

func dash(form string) bool { return form == "—" || form == "–" || form == "--" }

func relative(form string) bool {
	return form == "who" || form == "which" || form == "whose" || form == "whom"
}

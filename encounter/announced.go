package encounter

import "readout/text"

// announcedThere tells an occasion, hung on what somebody announced or asked for, at which
// he did so: "announced plans to close the site during his summit with Moon", "urged
// restraint during an appearance with Abbas".
func announcedThere(s *text.Sentence, node text.Index) bool {
	if !inCourse(caseOf(s, node)) {
		return false
	}
	v := governor(s, node)
	if beforePress(s, node) {
		for infinitive(s, v) && s.Tokens[v].Head != text.None {
			v = governor(s, v)
		}
		return announces(s.Tokens[v].Lemma) && pastTense(s, v) && s.Child(v, text.Nsubj) != text.None
	}
	if !infinitive(s, v) || !doneElsewhere(s.Tokens[v].Lemma) || s.Child(node, text.NmodPoss) == text.None || s.Child(node, text.Nmod) == text.None {
		return false
	}
	up := governor(s, v)
	return announces(s.Tokens[up].Lemma) && pastTense(s, up)
}

// beforePress tells an occasion at which people speak to the press.
func beforePress(s *text.Sentence, node text.Index) bool {
	switch s.Tokens[node].Lemma {
	case "appearance", "conference":
		return true
	}
	return false
}

// announces tells a verb by which somebody says what he wants or is going to do.
func announces(lemma string) bool {
	switch lemma {
	case "announce", "reveal", "unveil", "declare", "outline", "disclose", "confirm", "express", "voice", "convey", "urge", "call", "demand", "suggest", "propose", "offer", "promise", "pledge", "vow", "threaten", "ask", "press":
		return true
	}
	return false
}

// doneElsewhere tells a verb for what is not done at a table: who plans to raise or to sign
// something at a meeting may do it there.
func doneElsewhere(lemma string) bool {
	switch lemma {
	case "shut", "close", "dismantle", "destroy", "build", "rebuild", "buy", "sell", "invest", "deploy", "withdraw", "pull", "release", "free", "return", "cut", "reduce", "increase", "lift", "impose", "ease",
		"send", "provide", "supply", "give", "stop", "halt", "end", "suspend", "allow", "open", "reopen", "visit", "travel", "leave", "join", "keep", "help", "support":
		return true
	}
	return false
}

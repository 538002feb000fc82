// Package syntax tells the part of speech, lemma, head and relation of every token.
//
// In go the tokens of a sentence, as text.Segment makes them; their forms alone are
// looked at. Out come the same tokens with Lemma, UPOS, XPOS, Head and Rel set, the
// heads forming one rooted projective tree. Nothing fails: any forms get a tree. A
// sentence of more than 256 tokens is parsed in stretches, cut where it can be after
// a mark of punctuation; the root of each later stretch hangs on the first as
// parataxis. So time is linear in the number of tokens.
//
// Words go through models that are all averaged perceptrons with integer weights over
// hashed features, each the sum of several that met the treebanks in different orders: a
// tagger of UPOS and XPOS together, from the left and, where that leaves a doubt, from the
// right; a transition parser (arc-hybrid, beam search) of unlabelled trees, and another,
// from the right; a labeller that walks the tree from its root; and another that looks
// again at what the first was not sure of, now that it sees the relations around. Which of
// the trees that the first parser has left in its beam is taken, both parsers and the first
// labeller decide. Pasts of verbs that the treebanks lack ("shook", "telephoned") are
// listed. Train makes the models from treebanks; Load reads those that are embedded.
// The same forms give the same tree on any machine.
package syntax

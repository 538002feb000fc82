package pipeline

import (
	"readout"
	"readout/coref"
	"readout/text"
)

// refer finds the mentions and entities of the sentences. The title is read before
// them: it gives no fact of its own, and tells who "they" and "Mr Annan" are where the
// text alone does not ("President Putin met with Kofi Annan", then "They discussed …").
// What is returned speaks of the sentences alone.
func (r *Reader) refer(doc readout.Document, sentences []text.Sentence) ([]text.Mention, []text.Entity) {
	before := r.titleSentences(doc, sentences)
	all := append(before, sentences...)
	mentions := dropHeadlineGuesses(all, r.Names.Find(all, r.Gazetteer))
	mentions, entities := coref.Resolve(doc, all, mentions, r.Gazetteer)
	return withoutFirst(len(before), mentions, entities)
}

// titleSentences parses the title, where it is not a headline of the text anyway.
func (r *Reader) titleSentences(doc readout.Document, sentences []text.Sentence) []text.Sentence {
	if doc.Title == "" || len(sentences) == 0 || sentences[0].Section == readout.Headline {
		return nil
	}
	whole := readout.Section{Span: readout.Span{End: readout.Offset(len(doc.Title))}, Kind: readout.Headline}
	out := text.Segment(doc.Title, []readout.Section{whole})
	for i := range out {
		r.parser.Parse(&out[i])
	}
	return out
}

// withoutFirst takes the mentions of the first n sentences out and numbers the rest anew.
func withoutFirst(n int, mentions []text.Mention, entities []text.Entity) ([]text.Mention, []text.Entity) {
	skip := 0
	for skip < len(mentions) && mentions[skip].Sentence < n {
		skip++
	}
	rest := mentions[skip:]
	for i := range rest {
		rest[i].Sentence -= n
	}
	for e := range entities {
		var kept []int
		for _, m := range entities[e].Mentions {
			if m >= skip {
				kept = append(kept, m-skip)
			}
		}
		entities[e].Mentions = kept
	}
	return rest, entities
}

package pipeline

import (
	"readout"
	"readout/coref"
	"readout/text"
)

// refer finds the mentions and entities of the reading's sentences. The title is read
// before them: it gives no fact of its own, and tells who "they" and "Mr Annan" are
// where the text alone does not ("President Putin met with Kofi Annan", then "They
// discussed …"). It is kept apart: the reading's mentions are those of its sentences.
func (r *Reader) refer(reading *text.Reading) {
	doc := reading.Document
	before := r.titleSentences(doc, reading.Sentences)
	all := append(before, reading.Sentences...)
	mentions := dropHeadlineGuesses(all, r.Names.Find(all, r.Gazetteer))
	mentions, entities := coref.Resolve(doc, all, mentions, behind(len(before), reading.Times), r.Gazetteer)
	title, rest := split(len(before), mentions)
	reading.Mentions, reading.Entities = rest, onlyRest(len(title), entities)
	if len(before) > 0 {
		reading.Title = &text.Reading{
			Document:  readout.Document{ID: doc.ID, Published: doc.Published, Text: doc.Title},
			Sentences: before, Mentions: title, Entities: reading.Entities,
		}
	}
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

// behind numbers the sentences of times anew where n stand before them.
func behind(n int, times []text.Time) []text.Time {
	out := append([]text.Time(nil), times...)
	for i := range out {
		out[i].Sentence += n
	}
	return out
}

// split parts the mentions of the first n sentences from the rest, which it numbers anew.
func split(n int, mentions []text.Mention) (first, rest []text.Mention) {
	skip := 0
	for skip < len(mentions) && mentions[skip].Sentence < n {
		skip++
	}
	rest = mentions[skip:]
	for i := range rest {
		rest[i].Sentence -= n
	}
	return mentions[:skip:skip], rest
}

// onlyRest lists for each entity its mentions after the first n.
func onlyRest(n int, entities []text.Entity) []text.Entity {
	for e := range entities {
		var kept []int
		for _, m := range entities[e].Mentions {
			if m >= n {
				kept = append(kept, m-n)
			}
		}
		entities[e].Mentions = kept
	}
	return entities
}

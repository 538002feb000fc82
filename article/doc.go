// Package article tells the parts of a document apart: what is body, what was
// taken over from another outlet, and what does not speak (headlines, captions,
// readers' comments, notes about the author, legal words, navigation). It also
// reads title, byline, dateline and date from the text where the document lacks
// them.
//
// In goes a document's text, in any shape: clean prose, Markdown, lines wrapped at
// a column, or one paragraph without a break. Out come sections that cover the
// text without gap or overlap. The rules look at one paragraph, its place, and its
// neighbours; where they are not sure, a paragraph is body. Nothing here fails.
// What can go wrong: a caption or a plug that reads like body stays body, and the
// end of a stretch quoted from another outlet is guessed where no mark shows it.
package article

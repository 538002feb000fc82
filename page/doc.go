// Package page reads an HTML page as fetched into a document: its main text with
// sections, and what the page says of itself (title, outlet, writer, dates, language,
// canonical address, the posts of a live page).
//
// # The way of a page
//
// Bytes are decoded (charset.go), cut into elements and text that keep their places
// (tree.go, marks.go), gathered into blocks, which are paragraphs of any kind
// (block.go), of which the main container is chosen (choose.go) and each block in it
// given a section (sort.go); the chosen words are written out with a map back to the
// page's bytes (write.go). Beside that the page's own particulars are read: meta
// elements (meta.go), JSON-LD (jsonld.go), dates (date.go).
//
// Of what stands round the main text (menus, lists of other articles, readers' comments
// of the whole page, the page's foot) nothing but the title is kept. What stands within
// it is kept and told apart: captions, boxes of links and letters, notes on the author,
// comments. Package article then looks at the words of what is left as body.
//
// The posts of a live page (live.go) are found beside that; Parts makes a document of
// each.
//
// # Offsets
//
// White space is collapsed, entities are resolved, other charsets are turned into
// UTF-8; Map leads from every span of the text back to the byte ranges of the page as
// fetched. Nothing is in the text that is not on the page, save line ends and blank
// lines between paragraphs.
//
// # What can go wrong
//
// Read fails on what is no page, holds no words, or has more elements than a page can
// have. Depth, elements and work are bounded: an element nested deeper than maxDepth
// counts as part of the one around it. A page whose text is set by scripts alone has
// only what its JSON-LD or its head tells. The choice of the main text is a judgment:
// a list of teasers can pass for text, and a short text beside a long one can be lost.
package page

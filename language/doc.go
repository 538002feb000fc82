// Package language tells which language a text is in, so that what is not English is
// said to be unread and never misread.
//
// A script of its own settles the matter for most languages that have one, a few
// letters between those that share Cyrillic, Arabic or Devanagari. Among those in Latin
// letters the most common small words decide (words.tsv). A text in none of them is
// Unknown; one too short to tell is "".
//
// What can go wrong: a page of names or figures has no small words and is Unknown, or
// "" where it is short; close kin (Norwegian and Danish, Czech and Slovak) can be taken
// for each other, which does no harm where neither is read.
package language

// Package timex finds the time expressions of a document and gives their values:
// days, months, years and intervals in EDTF, durations in minutes, sets and times
// of day.
//
// In go a document and its sentences; tags and trees are used where the sentences
// have them and are never required. Out come text.Time values in text order, each
// with the rule that read it, whether it was stated or resolved, and what it was
// resolved against: "published" (the publication date in the page's own zone),
// "dateline" (a full date in the dateline or byline), or "text" (a full date in
// the text itself). What nothing fixes has an empty Date: the clock is never asked
// and a missing year is never guessed.
//
// A full date of the text counts as a reference in undated documents only: one in
// the first two sentences for everything, a later one for the year of a month and
// day that follow it. "Two days later" and its like count from the day mentioned
// last before.
//
// Nothing here fails: any tokens give some values, in linear time.
package timex

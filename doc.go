// Package readout holds the vocabulary of the sourced record of diplomacy:
// documents and spans of their text, parties, places, dates, the accounts that
// voices give of an encounter, the encounters that accounts fold into, and the
// statements that a text attributes to somebody.
//
// It imports the standard library alone and everything else imports it. Values
// are immutable once made: a stage of the pipeline takes values and returns new
// ones. Terms are defined in doc/terms.md.
package readout

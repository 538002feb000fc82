// Package resolve puts the accounts of many documents together: which of them tell
// of one encounter, what the encounter's fields are, where the accounts disagree,
// and what one side tells and the other leaves out.
//
// In go accounts, out come encounters. The result depends on the set of accounts
// alone: not on their order, nor on how they were handed over. Why tells for any
// two accounts what speaks for one encounter and what against.
//
// Accounts of one document with the same Record tell of one encounter, those with
// different Records of different ones; the document keeps them apart, and so does
// this package. Account.Published, as Told gives it, places in time what is told
// without a date.
//
// Nothing here fails. An account without participants stands alone.
package resolve

// Package coref finds which mentions of a document mean one thing and who or
// where that is. In go the mentions of the name stage, the parsed sentences, the
// document (for its date), its time expressions and the gazetteer; out come the same mentions, each
// with its entity, and the entities: persons with office and side at the
// document's date, states behind their capitals, places, gatherings, and plural
// descriptions with their members.
//
// A pronoun that nothing fits stays without an entity. What can go wrong is a
// wrong choice among persons of one surname or among antecedents; Entity.Rule
// says how the choice was made.
package coref

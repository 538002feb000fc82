// Package name finds what a text names or describes: persons, states, places,
// bodies, groups, gatherings, works and nationality words; descriptions that can
// be parties ("the Russian leader", "both sides", "officials in Kiev"); and
// pronouns. In go tagged and parsed sentences and the gazetteer; out come
// mentions in text order, with titles kept out of the names and told beside them.
// Which mentions mean one thing is the business of coref.
//
// Nothing here fails: a sentence without tags or with a broken tree gives fewer
// mentions. What can go wrong is a name nobody listed whose class the words
// around it do not show; it then counts as a body, or as nothing.
package name

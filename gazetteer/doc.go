// Package gazetteer knows who is who, where and when: people and the offices they
// held from day to day, states with their demonyms, capitals and the metonyms of
// their governments, cities, bodies, armed and political groups, gatherings and
// topics. It goes in as tab-separated tables (data/, and a user's own), and comes
// out as a value that names can be looked up in.
//
// Load cannot fail on the tables that are built in, short of a mistake of ours;
// LoadWith refuses a user's table with file, line and what to do. Lookups never
// fail: what is not known is absent, and what is ambiguous stays visible as
// candidates with reasons.
package gazetteer

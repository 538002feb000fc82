// Package rule is the pattern language over tokens and dependency trees in which
// the language stages say what to look for.
//
// In goes a sentence with tags and a tree, and a function that tells the class of
// the mention headed at a token; out come matches: which rule, at which trigger,
// with which tokens in which roles. What a match means is the caller's Go.
//
// Three things stand apart: the syntax tree (File, List, Rule, Path, Test), made
// by Parse and written by Print; the compiled form (Set), made by Load or Compile;
// and the matcher (Set.Match). Check runs the examples that every rule carries.
//
// What can go wrong: a rule file can be malformed or name a list, relation, tag or
// class that does not exist. Parse, Compile and Load then report every such place
// as file:line:column and give no Set. Matching never fails: a tree with odd heads
// matches less. The language is described in doc/rules.md.
package rule

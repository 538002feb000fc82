// Package source reads inputs into documents: text files, HTML pages, JSON Lines files
// (".jsonl", ".ndjson"), JSON files with one record or a list of them (".json"), each
// also packed (".gz"), folders with all that lies below them, and standard input ("-").
//
// # Text and offsets
//
// The text of a file in UTF-8 is its bytes as they stand: a byte order mark and
// carriage returns are kept and counted, and so are single damaged bytes. A file in
// UTF-16 (with a byte order mark, or seen by its zero bytes) or in Windows-1252
// (text that is not UTF-8 otherwise) is decoded, and offsets refer to the decoded
// text without byte order mark. The text of a line of JSON is its "text" field.
//
// # Pages
//
// A file with the ending ".html", ".htm", ".xhtml" or ".shtml", and any other that
// starts like an HTML page, is read as package page does: the document's text is the
// page's main text, and offsets count that.
//
// # Ids
//
// A file's id is its name without extension; one found in a folder has the path
// inside that folder before it, with slashes. Two files given apart that would have
// the same id keep theirs apart by the path: the later one's id is its path as given,
// without extension, and a number where that is taken too. A line of JSON has its "id" (a string or a
// number), else its "url", else the file's id with the number of the line. A second
// line with the id of an earlier one is a later version of that document: both are
// read, in order. Standard input's id is "-".
//
// # What can go wrong
//
// An input that cannot be read, holds no text, or is too large makes an item with an
// Error that names the file, the line and the reason, and the run goes on. A folder
// is searched for files with the endings ".txt", ".text", ".md", ".markdown", those of
// pages and of JSON Lines, and files without one; hidden files, and links to folders, are left out. No more than one
// document is held at a time, and nothing larger than the limit.
package source

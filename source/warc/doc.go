// Package warc reads web archives: WARC files with pages as fetched and WET files
// with their words, versions 1.0 and 1.1, plain, packed with gzip record by record or
// as a whole, from a file or a pipe.
//
// In goes a stream of bytes, out come records in their order, one at a time, in
// memory that does not grow with the archive. Body takes a record's page out of the
// HTTP answer that it was stored with: chunks are joined and the content unpacked.
//
// # What can go wrong
//
// A record that is broken makes an *Error with its number and the byte of the archive
// where it starts, and reading goes on with the next record that can be found: a
// packed archive is searched for the next packed record, a plain one for the next
// line that begins a record. A stream that ends within a record is told in the same
// way. Nothing that is larger than the limit is held, packed or unpacked.
package warc

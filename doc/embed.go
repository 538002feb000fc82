// Package doc holds the documents that the program shows without a network: the
// terms of the record, the format of its JSON, and what is read.
package doc

import _ "embed" // for the documents below

// Terms is the glossary.
//
//go:embed terms.md
var Terms string

// Format is the contract of the JSON that the program prints.
//
//go:embed format.md
var Format string

// Reading tells what is read, how pages are fetched and feeds watched.
//
//go:embed reading.md
var Reading string

// Package doc holds the documents that the program shows without a network: the
// terms of the record and the format of its JSON.
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

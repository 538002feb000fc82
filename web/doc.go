// Package web shows a record in a browser and answers programs: the desk. In go an
// open store and, for reading new documents, a function that reads them; out comes
// an http.Handler.
//
// Every page is made on the server and works without scripts; one small script of
// the package's own makes some of them quicker to use. What a page shows, the API
// under /api/ gives as JSON from the same value: a question (timeline.go,
// encounter.go, document.go, profile.go, findings.go, search.go) returns a view, and
// a template or the API writes it.
//
// Everything shown comes from strangers. Templates escape it, no control character
// or change of writing direction gets through, the pages' policy allows no inline
// script or style and nothing from elsewhere, and requests are bounded in size, time
// and rate. What can go wrong is told as a page, or to programs as problem+json, with
// what to do next.
package web

package warc

import "fmt"

// Error tells what is wrong with one record, and where it stands.
type Error struct {
	Record int    // its number, from 1
	At     int64  // the byte of the archive, packed as it lies, where it starts
	Target string // the address of the page, where it is known
	Reason string
	Next   string // what the user can do; may be empty
	Err    error
}

func (e *Error) Error() string {
	s := e.Place() + ": " + e.Reason
	if e.Next != "" {
		s += "; " + e.Next
	}
	return s
}

// Place says which record is meant.
func (e *Error) Place() string {
	s := fmt.Sprintf("record %d at byte %d", e.Record, e.At)
	if e.Target != "" {
		s += " (" + e.Target + ")"
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

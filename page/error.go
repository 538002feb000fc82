package page

// Error tells why a page cannot be read.
type Error struct {
	Reason string // "holds no words"
	Next   string // what the user can do; may be empty
	Err    error
}

func (e *Error) Error() string {
	if e.Next != "" {
		return e.Reason + "; " + e.Next
	}
	return e.Reason
}

func (e *Error) Unwrap() error { return e.Err }

package readout

import "encoding/json"

// Basis tells how a value follows from the words it was taken from.
type Basis uint8

// The bases, from firmest to weakest.
const (
	Stated   Basis = iota + 1 // the words say it
	Resolved                  // from a relative or shortened form ("yesterday", "Putin")
	Inferred                  // from something else cited (a city's country, a gathering's date)
)

var basisNames = [...]string{"", "stated", "resolved", "inferred"}

func (b Basis) String() string { return nameOf(basisNames[:], int(b)) }

// MarshalText writes the basis as its name.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads the basis from its name; the empty text is absence.
func (b *Basis) UnmarshalText(t []byte) error {
	i, err := indexOf(basisNames[:], string(t), "basis")
	*b = Basis(i)
	return err
}

// Cited is a value with the words that prove it. Its fields cannot be set from
// outside: Cite is the one constructor, and without a span it makes nothing, so
// that a fact without words cannot be written. The zero Cited is absence.
type Cited[T any] struct {
	value T
	at    []Span
	rule  string
	basis Basis
}

// Cite returns value as proved by the spans at, taken by the named rule. Without
// a non-empty span the result is absent.
func Cite[T any](value T, rule string, basis Basis, at ...Span) Cited[T] {
	spans := make([]Span, 0, len(at))
	for _, s := range at {
		if !s.Empty() && s.Start >= 0 {
			spans = append(spans, s)
		}
	}
	if len(spans) == 0 {
		return Cited[T]{}
	}
	return Cited[T]{value, spans, rule, basis}
}

// Present tells whether there is a value.
func (c Cited[T]) Present() bool { return len(c.at) > 0 }

// Value is the value; the zero value where absent.
func (c Cited[T]) Value() T { return c.value }

// At are the spans that prove the value, the most telling first.
func (c Cited[T]) At() []Span { return c.at }

// Rule names what took the value from the words.
func (c Cited[T]) Rule() string { return c.rule }

// Basis tells how the value follows from the words.
func (c Cited[T]) Basis() Basis { return c.basis }

type citedJSON[T any] struct {
	Value T      `json:"value"`
	At    []Span `json:"at"`
	Rule  string `json:"rule"`
	Basis Basis  `json:"basis"`
}

// MarshalJSON writes {"value","at","rule","basis"}, or null where absent.
func (c Cited[T]) MarshalJSON() ([]byte, error) {
	if !c.Present() {
		return []byte("null"), nil
	}
	return json.Marshal(citedJSON[T]{c.value, c.at, c.rule, c.basis})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *Cited[T]) UnmarshalJSON(b []byte) error {
	var j citedJSON[T]
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	*c = Cite(j.Value, j.Rule, j.Basis, j.At...)
	return nil
}

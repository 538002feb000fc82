//go:build !linux

package syntax

// room makes room for n things.
func room[T any](n int) []T { return make([]T, n) }

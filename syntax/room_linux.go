package syntax

import (
	"syscall"
	"unsafe"
)

// hugePage is the size in bytes of the larger pages of memory.
const hugePage = 2 << 20

// room makes room for n things and asks the system to keep it in large pages: a table is
// read all over the place, and with small pages the processor mostly waits to learn where a
// page lies. It is advice only; a system that does not follow it reads the same, slower.
func room[T any](n int) []T {
	s := make([]T, n)
	size := uintptr(n) * unsafe.Sizeof(*new(T))
	start := uintptr(unsafe.Pointer(unsafe.SliceData(s)))
	from := (start + hugePage - 1) &^ (hugePage - 1)
	to := (start + size) &^ (hugePage - 1)
	if from < to {
		bytes := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), size)
		_ = syscall.Madvise(bytes[from-start:to-start], syscall.MADV_HUGEPAGE)
	}
	return s
}

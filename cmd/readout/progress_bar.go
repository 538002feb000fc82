package main

import (
	"fmt"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
)

// bar is the progress bar of a terminal: bytes read, documents, rate and time left.
type bar struct {
	p    *mpb.Progress
	bar  *mpb.Bar
	docs atomic.Int64
}

func (b *bar) Write(msg []byte) (int, error) { return b.p.Write(msg) }

func (b *bar) step(bytes int64) {
	b.docs.Add(1)
	b.bar.IncrInt64(bytes)
}

func (b *bar) documents() string { return fmt.Sprintf(" %d documents, ", b.docs.Load()) }

func (b *bar) stop() {
	b.bar.Abort(true)
	b.p.Wait()
}

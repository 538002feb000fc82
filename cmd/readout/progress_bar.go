package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
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

func (b *bar) step(bytes int) {
	b.docs.Add(1)
	b.bar.IncrBy(bytes)
}

func (b *bar) documents() string { return fmt.Sprintf(" %d documents ", b.docs.Load()) }

func (b *bar) stop() {
	b.bar.Abort(true)
	b.p.Wait()
}

// sizeOf is the number of bytes in a file or in the files of a folder.
func sizeOf(path string) (n int64) {
	filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			n += info.Size()
		}
		return nil
	})
	return n
}

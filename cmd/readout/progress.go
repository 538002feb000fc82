package main

import (
	"io"
	"os"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/cwriter"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress shows how far a run is. Messages written to it do not disturb the bar.
type progress interface {
	io.Writer
	step(bytes int64) // one more input is done
	stop()
}

// startProgress shows a bar where standard error is a terminal, and nothing else.
func startProgress(w *world, in inputs) progress {
	f, ok := w.err.(*os.File)
	if in.Quiet || !ok || !cwriter.IsTerminal(int(f.Fd())) {
		return noProgress{w.err}
	}
	total := totalBytes(in.Paths)
	p := mpb.New(mpb.WithOutput(f), mpb.WithWidth(40), mpb.WithRefreshRate(150*time.Millisecond))
	b := &bar{p: p}
	right := []decor.Decorator{
		decor.AverageSpeed(decor.SizeB1000(0), " % .1f,"),
		decor.Any(func(decor.Statistics) string { return b.documents() }),
	}
	if total > 0 {
		right = append(right, decor.AverageETA(decor.ET_STYLE_GO), decor.Name(" left"))
	}
	b.bar = p.AddBar(total, mpb.PrependDecorators(decor.Name("reading ")), mpb.AppendDecorators(right...), mpb.BarRemoveOnComplete())
	return b
}

type noProgress struct{ io.Writer }

func (noProgress) step(int64) {}
func (noProgress) stop()      {}

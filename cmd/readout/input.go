package main

import (
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"readout"
	"readout/source"
)

// inputs are the flags of the commands that read texts.
type inputs struct {
	Paths   []string `arg:"" name:"file" help:"Files, folders or addresses: texts, HTML pages, JSON Lines, tables, web archives, ZIPs of them; - is standard input."`
	Columns string   `placeholder:"MAP" help:"Columns of tables and keys of JSON: title=Headline,text=Lead+Body, or factiva, nexis, mediacloud, gdelt."`
	Fetch   bool     `help:"Fetch the pages of records that have an address and no text."`
	network
	howToRead
	MaxSize size `default:"16MiB" placeholder:"SIZE" help:"Largest document that is read (default ${default})."`
	Workers int  `default:"0" placeholder:"N" help:"Documents read at the same time (default: one for each processor core). The output is the same whatever N."`
	Quiet   bool `short:"q" help:"No progress bar."`
}

// reader reads one document; each worker has one of its own.
type reader func(readout.Document) readout.Readout

// outcome is what became of one input.
type outcome struct {
	readout.Readout
	origin  source.Origin
	skipped func() readout.Readout // not read, as the record holds it; reads it after all
	bytes   int64                  // of the input, read so far for it
	err     error
}

// read reads every input and visits the outcomes in the order of the inputs. What
// fails is reported and counted, and the rest goes on.
func (in inputs) read(w *world, skip func([]readout.Document) ([]bool, error), visit func(outcome) error) error {
	newReader, last, err := loadReader(in.howToRead)
	if err != nil {
		return err
	}
	items, err := in.documents(w)
	if err != nil {
		return err
	}
	workers := in.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	bar := startProgress(w, in)
	total, bad, late := 0, 0, 0
	err = ordered(workers, items, newReader, skip, func(o outcome) error {
		total++
		bar.step(o.bytes)
		if o.err != nil {
			if note(o.err) {
				total--
			} else {
				bad++
			}
			fmt.Fprintf(bar, "readout: %v\n", o.err)
			return nil
		}
		if day, dated := readout.PublishedDay(o.Document.Published); dated && day > last {
			late++
		}
		return visit(o)
	})
	bar.stop()
	tellLate(w, late, last)
	if err == nil && bad > 0 {
		return failed{bad, total, "inputs"}
	}
	return err
}

// tellLate says how many documents are later than the tables of the gazetteer.
func tellLate(w *world, late int, last readout.Day) {
	if late > 0 {
		fmt.Fprintf(w.err, "readout: later than %s, where the tables of who holds which office end: %d of the documents; add what changed since with: readout gazetteer add\n", last.Date(), late)
	}
}

// note tells whether an error only says something: nothing failed.
func note(err error) bool {
	var e *source.Error
	return errors.As(err, &e) && e.Note
}

// ordered maps documents to readouts on several goroutines and visits the results
// in the order of the documents. At most a few documents for each worker are held
// at once. It ends early where visit or skip fails.
func ordered(workers int, items iter.Seq[source.Item], newReader func() reader,
	skip func([]readout.Document) ([]bool, error), visit func(outcome) error) error {
	type job struct {
		source.Item
		done chan outcome
	}
	jobs := make(chan job)
	queue := make(chan chan outcome, 4*workers)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			read := newReader()
			for j := range jobs {
				o := readOne(read, j.Document, skip)
				if o.skipped != nil {
					o.skipped = func() readout.Readout { return newReader()(j.Document) }
				}
				o.bytes, o.origin = j.Bytes, j.Origin
				j.done <- o
			}
		})
	}
	wg.Go(func() {
		defer close(queue)
		defer close(jobs)
		for it := range items {
			done := make(chan outcome, 1)
			select {
			case queue <- done:
			case <-stop:
				return
			}
			if it.Err != nil {
				done <- outcome{bytes: it.Bytes, err: it.Err}
				continue
			}
			select {
			case jobs <- job{it, done}:
			case <-stop:
				return
			}
		}
	})
	var failure error
	for done := range queue {
		if failure = visit(<-done); failure != nil {
			close(stop)
			break
		}
	}
	wg.Wait()
	return failure
}

// readOne reads a document unless it is to be skipped. A fault of the program in
// one document is that document's error: the run goes on.
func readOne(read reader, doc readout.Document, skip func([]readout.Document) ([]bool, error)) (o outcome) {
	defer func() {
		if p := recover(); p != nil {
			o = outcome{err: fmt.Errorf("%s: reading it failed: %v (please report this with the text)", doc.ID, p)}
		}
	}()
	if skip != nil {
		known, err := skip([]readout.Document{doc})
		if err != nil {
			return outcome{err: err}
		}
		if known[0] {
			return outcome{Readout: readout.Readout{Document: doc}, skipped: func() readout.Readout { return read(doc) }}
		}
	}
	return outcome{Readout: read(doc)}
}

// size is a number of bytes as people write it: 500KiB, 16MiB, 2GB, 1000000.
type size int64

// UnmarshalText reads a size.
func (s *size) UnmarshalText(t []byte) error {
	var n float64
	var unit string
	if c, err := fmt.Sscanf(string(t), "%g%s", &n, &unit); c < 1 || err != nil && c != 1 {
		return fmt.Errorf("%q is no size: write 16MiB, 500KB or a number of bytes", t)
	}
	factor, ok := map[string]float64{"": 1, "b": 1, "k": 1 << 10, "kb": 1e3, "kib": 1 << 10, "m": 1 << 20, "mb": 1e6, "mib": 1 << 20,
		"g": 1 << 30, "gb": 1e9, "gib": 1 << 30}[lower(unit)]
	if n *= factor; !ok || !(n >= 1 && n <= 1<<31) {
		return fmt.Errorf("%q is no size: write 16MiB, 500KB or a number of bytes, at most 2GiB", t)
	}
	*s = size(n)
	return nil
}

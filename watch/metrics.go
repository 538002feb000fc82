package watch

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"readout/store"
)

// WriteMetrics writes how far watching has come, in the text form of Prometheus.
func WriteMetrics(out io.Writer, w store.Watched) error {
	var failure error
	line := func(format string, args ...any) {
		if _, err := fmt.Fprintf(out, format, args...); err != nil && failure == nil {
			failure = err
		}
	}
	line("# TYPE readout_feeds gauge\nreadout_feeds %d\n", w.Feeds)
	line("# TYPE readout_feeds_failing gauge\nreadout_feeds_failing %d\n", w.Failing)
	line("# TYPE readout_alerts_pending gauge\nreadout_alerts_pending %d\n", w.Pending)
	line("# TYPE readout_entries gauge\n")
	for _, s := range slices.Sorted(maps.Keys(w.Entries)) {
		line("readout_entries{state=%q} %d\n", s, w.Entries[s])
	}
	for _, name := range slices.Sorted(maps.Keys(w.Counts)) {
		line("# TYPE readout_%s_total counter\nreadout_%s_total %d\n", name, name, w.Counts[name])
	}
	return failure
}

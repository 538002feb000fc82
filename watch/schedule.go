package watch

import "time"

// How often a feed is looked at.
const (
	Start    = 30 * time.Minute // at first
	soonest  = 5 * time.Minute
	latest   = 24 * time.Hour
	hindmost = 7 * 24 * time.Hour // after failures
)

// adapt is the time until the next look at a feed: half as long where something was
// new, half as long again where nothing was, and never sooner than the feed asks for.
func adapt(every time.Duration, fresh bool, asks time.Duration) time.Duration {
	if fresh {
		every /= 2
	} else {
		every += every / 2
	}
	return min(max(every, soonest, min(asks, latest)), latest)
}

// afterFailure is the time until the next try: twice as long after each failure, and
// never sooner than the server asks for.
func afterFailure(failures int, asks time.Duration) time.Duration {
	return min(max(soonest<<min(failures-1, 12), asks), hindmost)
}

// agains are when a page is looked at again after it was first fetched, each counted
// from the look before. Articles are corrected in their first days.
var agains = [...]time.Duration{time.Hour, 6 * time.Hour, 24 * time.Hour, 3 * 24 * time.Hour, 7 * 24 * time.Hour}

// lookAgain is when a page that was looked at so many times is due again; never where
// it was looked at often enough.
func lookAgain(after []time.Duration, looks int, now time.Time) time.Time {
	if after == nil {
		after = agains[:]
	}
	if looks < 1 || looks > len(after) {
		return time.Time{}
	}
	return now.Add(after[looks-1])
}

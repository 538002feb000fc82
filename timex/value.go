package timex

// op says what a value is before anything fixes it.
type op uint8

const (
	oDate     op = iota + 1 // year, month, day, as far as told
	oWeekday                // a weekday, perhaps with dir or week
	oShift                  // the unit n units from the reference
	oLately                 // from n units before the reference to it (n < 0), or after
	oDuration               // low to high, in units
	oSet
	oRange  // from a to b
	oVague  // now, recently: no date
	oDecade // year is its first
	oCentury
	oSeason
	oDistance // "a day after the summit": nothing here fixes it
	oPart     // the n-th unit of a, or of the year: "the third week of May"
	oHalf     // the n-th half of the year
	oFeast
	oFrom // n units from the day a on
)

// dir is a direction told beside a name: "last Friday".
type dir int8

const (
	noDir   dir = 0
	lastDir dir = -1
	nextDir dir = 1
	thisDir dir = 2
)

// part of a stretch: "early", "mid-", "late".
type portion uint8

const (
	whole portion = iota
	early
	middle
	late
	later   // "later this week": what is left of it
	earlier // "earlier this week": what is gone of it
)

// value is a time expression before it is resolved.
type value struct {
	op               op
	unit             unit
	n                int // of a shift
	year, month, day int // 0 where not told
	weekday          int // 1 Monday to 7
	dir              dir
	portion          portion
	near             bool // of a weekday with dir: the one next to the reference
	told             bool // from the day mentioned last, not from the reference
	low, high        int  // of a duration: minutes below a week, else units
	count            int  // of a duration, in its unit; -1 where not told
	clock            bool // a time of day stands with it
	part             int
	a, b             *value
	feast            *feast
	rule             string
}

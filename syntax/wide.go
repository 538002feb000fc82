package syntax

import "math"

// A feature that speaks for or against many classes is a common one, and to add its cells
// one by one is slow. Such rows hold a byte for each class, eight to a word, so that eight
// classes are added at once.

const (
	bias  = 128                // what a byte is for a weight of 0
	lanes = 0x00FF00FF00FF00FF // every other byte of a word
	line  = 8                  // words in a line of the processor's cache
	// mostWords bounds the words of a row: eight times as many classes.
	mostWords = 16
)

// wideRows holds such rows one after the other.
type wideRows struct {
	words  []uint64
	width  int // words of a row that are used
	stride int // words from one row to the next, whole lines
}

func newWideRows(rows, classes int) wideRows {
	w := wideRows{width: (classes + 7) / 8}
	w.stride = (w.width + line - 1) / line * line
	w.words = room[uint64](rows * w.stride)[:0]
	return w
}

// suit tells whether the cells are to be kept wide: they are many, and their weights fit
// into bytes. A table in training, which has no width, keeps none so.
func (w *wideRows) suit(cells []cell) bool {
	if w.width == 0 || len(cells) < dense {
		return false
	}
	for _, c := range cells {
		if c.w < math.MinInt8 || c.w > math.MaxInt8 {
			return false
		}
	}
	return true
}

// put stores the cells and returns where their row begins, in strides.
func (w *wideRows) put(cells []cell) int {
	from := len(w.words)
	for range w.stride {
		w.words = append(w.words, bias*0x0101010101010101)
	}
	for _, c := range cells {
		w.words[from+int(c.class)/8] += uint64(int64(c.w)) << (c.class % 8 * 8)
	}
	return from / w.stride
}

// row is the row that begins at the given stride.
func (w *wideRows) row(at uint64) []uint64 {
	from := int(at) * w.stride
	return w.words[from : from+w.width]
}

// first is the first word of the row there.
func (w *wideRows) first(at uint64) uint64 { return w.words[int(at)*w.stride] }

// cells are those that were put there.
func (w *wideRows) cells(at uint64) (out []cell) {
	for i, word := range w.row(at) {
		for b := range 8 {
			if v := int16(word>>(8*b)&0xFF) - bias; v != 0 {
				out = append(out, cell{uint16(8*i + b), v})
			}
		}
	}
	return out
}

// wideSum adds up wide rows, of no more than 256 features: sixteen bits hold a class's sum.
type wideSum struct {
	rows      int32
	even, odd [mostWords]uint64 // sums for the even and the odd bytes of each word
}

// add adds a row whose first word was fetched before.
func (s *wideSum) add(row []uint64, first uint64) {
	s.even[0] += first & lanes
	s.odd[0] += first >> 8 & lanes
	row = row[1:]
	even, odd := s.even[1:1+len(row)], s.odd[1:1+len(row)]
	for i, w := range row {
		even[i] += w & lanes
		odd[i] += w >> 8 & lanes
	}
	s.rows++
}

// spread adds the sums to the scores of the classes.
func (s *wideSum) spread(scores []int32) {
	if s.rows == 0 {
		return
	}
	none := s.rows * bias
	for i := range scores {
		word := s.even[i/8%mostWords]
		if i%2 == 1 {
			word = s.odd[i/8%mostWords]
		}
		scores[i] += int32(word>>(i%8/2*16)&0xFFFF) - none
	}
}

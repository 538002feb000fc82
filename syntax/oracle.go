package syntax

// oracleScratch is what finding the moves of a tree needs room for.
type oracleScratch struct {
	missing []int16 // children not yet found
	stack   []int16
}

// oracle appends to out the moves that build the tree, in order. heads holds the head
// of token i+1, 0 for the root; the tree must be projective.
func (o *oracleScratch) oracle(out []uint8, heads []int16) []uint8 {
	n := len(heads)
	o.missing = append(o.missing[:0], make([]int16, n+2)...)
	for _, h := range heads {
		o.missing[headOf(h, n)]++
	}
	o.stack = o.stack[:0]
	next := int16(1)
	for range 2 * n {
		m := o.move(heads, next)
		if m != shift {
			h := headOf(heads[o.stack[len(o.stack)-1]-1], n)
			o.missing[h]--
			o.stack = o.stack[:len(o.stack)-1]
		} else {
			if int(next) > n {
				return nil
			}
			o.stack = append(o.stack, next)
			next++
		}
		out = append(out, m)
	}
	return out
}

// move is the next of the moves that build the tree.
func (o *oracleScratch) move(heads []int16, next int16) uint8 {
	k := len(o.stack)
	if k == 0 || o.missing[o.stack[k-1]] != 0 {
		return shift
	}
	h := headOf(heads[o.stack[k-1]-1], len(heads))
	switch {
	case h == next:
		return left
	case k > 1 && h == o.stack[k-2]:
		return right
	}
	return shift
}

// headOf puts the root after the last token, where the parser has it.
func headOf(h int16, n int) int16 {
	if h == 0 {
		return int16(n + 1)
	}
	return h
}

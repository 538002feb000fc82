package main

import (
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/vbauerster/mpb/v8/cwriter"
)

// table is rows of cells under a head, set in columns of one width.
type table struct {
	head []string
	rows [][]string
	wrap []int // the columns that give way where the terminal is narrow
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// print sets the table. Where the output is narrower than the table, the columns
// that give way are wrapped over several lines, the widest first; nothing is cut off.
func (t *table) print(w io.Writer, width int) {
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, c := range row {
			widths[i] = max(widths[i], cells(c))
		}
	}
	if width > 0 {
		t.shrink(widths, width)
	}
	var b strings.Builder
	for _, row := range append([][]string{t.head}, t.rows...) {
		t.row(&b, row, widths)
	}
	io.WriteString(w, b.String())
}

func (t *table) shrink(widths []int, width int) {
	const least = 14
	total := 2 * (len(widths) - 1)
	for _, n := range widths {
		total += n
	}
	for ; total > width; total-- {
		widest := t.wrap[0]
		for _, i := range t.wrap {
			if widths[i] > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= least {
			return
		}
		widths[widest]--
	}
}

func (t *table) row(b *strings.Builder, row []string, widths []int) {
	parts := make([][]string, len(row))
	high := 1
	for i, c := range row {
		parts[i] = []string{c}
		if cells(c) > widths[i] {
			parts[i] = wrap(c, widths[i])
		}
		high = max(high, len(parts[i]))
	}
	for n := range high {
		line := ""
		for i, c := range parts {
			if n < len(c) {
				line += pad(c[n], widths[i]) + "  "
			} else {
				line += pad("", widths[i]) + "  "
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// cells is how many columns of a terminal the text takes, the same in every locale.
func cells(s string) int {
	c := runewidth.Condition{}
	return c.StringWidth(s)
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-cells(s)))
}

// wrap breaks text at spaces into lines of at most width columns. A longer word
// stands on a line of its own.
func wrap(s string, width int) []string {
	var lines []string
	line, n := "", 0
	for _, w := range strings.Fields(s) {
		ww := cells(w)
		if n > 0 && n+1+ww > width {
			lines = append(lines, line)
			line, n = "", 0
		}
		if n > 0 {
			line, n = line+" ", n+1
		}
		line, n = line+w, n+ww
	}
	return append(lines, line)
}

// columns is the width of the output: of the terminal, or COLUMNS, or 0 for as
// wide as it takes.
func columns(w io.Writer) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return max(n, 60)
	}
	if f, ok := w.(*os.File); ok && cwriter.IsTerminal(int(f.Fd())) {
		if n, _, err := cwriter.GetSize(int(f.Fd())); err == nil && n > 0 {
			return max(n, 60)
		}
	}
	return 0
}

// textColumns is the width for running text.
func textColumns(w io.Writer) int {
	if n := columns(w); n > 0 {
		return min(n, 120)
	}
	return 100
}

func lower(s string) string { return strings.ToLower(s) }

package gazetteer

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"readout"
)

// Problem is a mistake in a table: where it stands, what is wrong, what to do.
type Problem struct {
	File   string
	Line   int
	What   string
	Remedy string
}

func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d: %s; %s", p.File, p.Line, p.What, p.Remedy)
}

// table is a tab-separated file under its header. Rows keep their line numbers.
type table struct {
	file  string
	cols  int
	cells []string
	lines []int32
}

func (t *table) len() int           { return len(t.lines) }
func (t *table) row(i int) []string { return t.cells[i*t.cols : (i+1)*t.cols] }
func (t *table) fault(i int, remedy, what string, args ...any) error {
	return &Problem{t.file, int(t.lines[i]), fmt.Sprintf(what, args...), remedy}
}

// columnsOf is the header of a table.
func columnsOf(table string) string {
	switch table {
	case "states.tsv":
		return "code\tname\taliases\tadjectives\tnationals\tcapital\tmetonyms\twikidata\torigin"
	case "cities.tsv":
		return "name\tcountry\tregion\tgeonames\trank\taliases\torigin"
	case "regions.tsv":
		return "name\taliases\tcountry\torigin"
	case "venues.tsv":
		return "name\taliases\tcity\tcountry\torigin"
	case "bodies.tsv":
		return "key\tname\taliases\tclass\tside\twikidata\torigin"
	case "groups.tsv":
		return "key\tname\taliases\tcountry\twikidata\torigin"
	case "people.tsv":
		return "id\tname\taliases\tsurnames\tsex\twikidata\torigin"
	case "offices.tsv":
		return "person\toffice\tside\tfrom\tto\tas\torigin"
	case "series.tsv":
		return "key\tname\taliases\tmembers\torigin"
	case "gatherings.tsv":
		return "series\tname\tfrom\tto\tcity\tcountry\tvenue\taliases\torigin"
	case "journeys.tsv":
		return "person\tcountry\tcities\tfrom\tto\tremarks\torigin"
	case "topics.tsv":
		return "name\taliases\tclass\tdate\torigin"
	case "forenames.tsv":
		return "name\tsex\torigin"
	}
	return ""
}

// readTable reads one table. A missing one is empty where optional.
func readTable(fsys fs.FS, dir, name string, optional bool) (*table, error) {
	file := name
	if dir != "" {
		file = dir + "/" + name
	}
	b, err := fs.ReadFile(fsys, file)
	header := columnsOf(name)
	t := &table{file: file, cols: strings.Count(header, "\t") + 1}
	if err != nil {
		if optional && errors.Is(err, fs.ErrNotExist) {
			return t, nil
		}
		return nil, fmt.Errorf("gazetteer: read %s: %w", file, err)
	}
	text := strings.TrimPrefix(string(b), "\ufeff")
	first, rest, _ := strings.Cut(text, "\n")
	if strings.TrimSuffix(first, "\r") != header {
		return nil, &Problem{file, 1, "the header is not that of this table", "make the first line " + strings.ReplaceAll(header, "\t", "⇥") + " with tabs between"}
	}
	n := strings.Count(rest, "\n") + 1
	t.cells = make([]string, 0, n*t.cols)
	t.lines = make([]int32, 0, n)
	return t, t.fill(rest)
}

func (t *table) fill(rest string) error {
	for line := int32(2); rest != ""; line++ {
		var row string
		row, rest, _ = strings.Cut(rest, "\n")
		row = strings.TrimSuffix(row, "\r")
		if row == "" || row[0] == '#' {
			continue
		}
		n := 0
		for n < t.cols {
			cell, more, ok := strings.Cut(row, "\t")
			t.cells = append(t.cells, cell)
			n++
			if row = more; !ok {
				break
			}
		}
		if n < t.cols || row != "" {
			return &Problem{t.file, int(line), fmt.Sprintf("the row has not %d columns", t.cols), "put one tab between columns, also where a column is empty"}
		}
		t.lines = append(t.lines, line)
	}
	return nil
}

// dates reads the first and last day of "from" and "to"; a month or year covers
// all its days, an empty "to" is open, an empty "from" is from ever.
func dates(from, to string) (a, b readout.Day, bad string) {
	a, b = -Open, Open
	if from != "" {
		first, _, ok := readDate(from)
		if !ok {
			return 0, 0, from
		}
		a = first
	}
	if to != "" {
		_, end, ok := readDate(to)
		if !ok {
			return 0, 0, to
		}
		b = end - 1
	}
	return a, b, ""
}

// readDate is Date.Days without its allocations, for the thousands of dates read
// at every start.
func readDate(s string) (from, to readout.Day, ok bool) {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return 0, 0, false
	}
	return readout.Date(s).Days()
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// Header is the first line of the table of that file name, without line end.
func Header(table string) string { return columnsOf(table) }

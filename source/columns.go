package source

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed columns.tsv
var columnTable string

// Columns say which columns of a table, or keys of a JSON object, hold which field of
// a document. Names are in lower case.
type Columns map[string][]string

// fields are those of a document that a table can hold.
var fields = []string{"id", "outlet", "url", "title", "byline", "dateline", "published", "language", "text"}

// ParseColumns reads a mapping as users write it: "title=Headline,text=Lead+Body", or
// the name of a preset ("factiva"), or both: "nexis,text=Full Story".
func ParseColumns(s string) (Columns, error) {
	out := Columns{}
	for part := range strings.SplitSeq(s, ",") {
		part = strings.TrimSpace(part)
		field, columns, pair := strings.Cut(part, "=")
		if !pair {
			preset := presets()[strings.ToLower(part)]
			if preset == nil {
				return nil, fmt.Errorf("%q is no preset; one of factiva, nexis, mediacloud, gdelt, plain, or FIELD=COLUMN", part)
			}
			for f, c := range preset {
				out[f] = c
			}
			continue
		}
		field = strings.ToLower(strings.TrimSpace(field))
		if !slices.Contains(fields, field) {
			return nil, fmt.Errorf("%q is no field of a document; one of %s", field, strings.Join(fields, ", "))
		}
		out[field] = nil
		for c := range strings.SplitSeq(columns, "+") {
			out[field] = append(out[field], canonical(c))
		}
	}
	return out, nil
}

func canonical(column string) string {
	return strings.ToLower(strings.TrimSpace(strings.TrimPrefix(column, "\ufeff")))
}

// presets are the mappings of columns.tsv.
func presets() map[string]Columns {
	out := map[string]Columns{}
	for line := range strings.Lines(columnTable) {
		parts := strings.Split(strings.TrimSpace(line), "\t")
		if len(parts) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		if out[parts[0]] == nil {
			out[parts[0]] = Columns{}
		}
		out[parts[0]][parts[1]] = strings.Split(parts[2], ", ")
	}
	return out
}

// guess is the preset that finds the most fields in a table's head, one with texts
// before one without.
func guess(head []string) Columns {
	all := presets()
	best, most := Columns(nil), 0
	for _, name := range []string{"plain", "factiva", "nexis", "mediacloud", "gdelt"} {
		c := all[name]
		n := 0
		for _, f := range fields {
			if len(c.in(head, f)) > 0 {
				n++
				if f == "text" {
					n += 10
				}
			}
		}
		if n > most {
			best, most = c, n
		}
	}
	return best
}

// in are the places in head of the columns of a field: all for the text, the first
// that is there for others.
func (c Columns) in(head []string, field string) []int {
	var out []int
	for _, name := range c[field] {
		if at := slices.Index(head, name); at >= 0 {
			out = append(out, at)
			if field != "text" {
				break
			}
		}
	}
	return out
}

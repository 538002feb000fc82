package source

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"readout"
	"readout/page"
	"readout/source/feed"
)

// isTable tells whether the file's name says that it is a table.
func isTable(name string) bool {
	switch ext(name) {
	case ".csv", ".tsv", ".tab":
		return true
	}
	return false
}

// table is one that is read.
type table struct {
	columns Columns
	head    []string
	at      map[string][]int // field -> columns
}

// table reads the rows of a table into documents.
func (r *reading) table(path, id string, in io.Reader) error {
	bound := &boundedReader{in: in, left: r.rowLimit()}
	buf := bufio.NewReaderSize(bound, 1<<16)
	sample, _ := buf.Peek(1 << 14)
	var decoded io.Reader = buf
	switch {
	case len(sample) > 1 && (string(sample[:2]) == "\xff\xfe" || string(sample[:2]) == "\xfe\xff"):
		decoded = transform.NewReader(buf, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder())
	case !page.MostlyUTF8(whole(sample)):
		decoded = transform.NewReader(buf, charmap.Windows1252.NewDecoder())
	}
	rows := csv.NewReader(decoded)
	rows.Comma = separator(path, string(sample))
	rows.LazyQuotes, rows.FieldsPerRecord, rows.ReuseRecord = true, -1, true
	var t *table
	var told int64
	any := false
	for n := 1; ; n++ {
		bound.left = r.rowLimit()
		row, err := rows.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			reason := "cannot be read as a table: " + err.Error()
			if errors.Is(err, errTooLong) {
				reason = fmt.Sprintf("row %d does not end within %s: a quotation mark may be missing", n, humanSize(r.rowLimit()))
			}
			return r.fail(Error{File: path, Reason: reason, Err: err})
		}
		line, _ := rows.FieldPos(0)
		if t == nil {
			var fault *Error
			var headed bool
			if t, headed, fault = r.begin(row); fault != nil {
				fault.File = path
				return r.fail(*fault)
			}
			if headed {
				continue
			}
		}
		any = true
		it := Item{Bytes: rows.InputOffset() - told, Origin: Origin{File: path, Place: "line " + strconv.Itoa(line)}}
		told = rows.InputOffset()
		rec := t.record(row)
		if it.Document, it.Err = r.document(rec); it.Err != nil {
			it.Err.File, it.Err.Line = path, line
			it.told, it.Document = it.Document, readout.Document{}
		} else if it.Document.ID == "" {
			it.Document.ID = fmt.Sprintf("%s:%d", id, n)
		}
		if err := r.found(it); err != nil {
			return err
		}
	}
	switch {
	case t == nil:
		return r.fail(Error{File: path, Reason: "is empty"})
	case !any:
		return r.fail(Error{File: path, Reason: "has the names of its columns and no rows"})
	}
	return nil
}

// rowLimit is how long a row can be: a text of the greatest size may double in
// quotation marks.
func (r *reading) rowLimit() int64 { return r.opts.maxSize()*3 + 1<<20 }

// whole leaves out a character that a sample was cut within.
func whole(b []byte) []byte {
	if len(b) > 4 {
		return b[:len(b)-4]
	}
	return b
}

// separator is what stands between the columns: that of the file's name, or the one
// that the first line has most of.
func separator(path, sample string) rune {
	if e := ext(path); e == ".tsv" || e == ".tab" {
		return '\t'
	}
	first, _, _ := strings.Cut(sample, "\n")
	best, most := ',', strings.Count(first, ",")
	for _, c := range []rune{'\t', ';', '|'} {
		if n := strings.Count(first, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// Tables of GDELT have no head and are known by the number of their columns.
var gdeltHeads = map[int]map[int]string{
	61: {60: "sourceurl"},                                // events 2.0
	58: {57: "sourceurl"},                                // events 1.0
	16: {4: "mentionsourcename", 5: "mentionidentifier"}, // mentions
	27: {3: "sourcecommonname", 4: "documentidentifier"}, // GKG 2.1
}

// newTable finds the fields of documents among the columns.
func newTable(head []string, columns Columns) *table {
	t := &table{head: head, columns: columns, at: map[string][]int{}}
	for _, f := range fields {
		t.at[f] = columns.in(head, f)
	}
	return t
}

// begin looks at the first row: the head, or where headed is false a row of GDELT.
func (r *reading) begin(row []string) (t *table, headed bool, fault *Error) {
	head := gdeltHead(row)
	headed = head == nil
	if headed {
		for _, name := range row {
			head = append(head, canonical(name))
		}
	}
	columns := r.opts.Columns
	if columns == nil {
		columns = guess(head)
	}
	t = newTable(head, columns)
	if len(t.at["text"]) == 0 && len(t.at["url"]) == 0 {
		return nil, false, &Error{Reason: "has no column with texts or addresses that is known; its columns are " + shorten(strings.Join(head, ", "), 300),
			Next: `name them: --columns "text=COLUMN,title=COLUMN,published=COLUMN"`}
	}
	return t, headed, nil
}

// gdeltHead is the head of a table of GDELT, nil where the row is of no such table.
func gdeltHead(row []string) []string {
	names := gdeltHeads[len(row)]
	for at := range names {
		if strings.HasPrefix(row[at], "http") {
			head := make([]string, len(row))
			for at, name := range names {
				head[at] = name
			}
			return head
		}
	}
	return nil
}

func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}

// record is a row as a line of JSON would have it.
func (t *table) record(row []string) record {
	get := func(field string) string {
		var parts []string
		for _, at := range t.at[field] {
			if at < len(row) && strings.TrimSpace(row[at]) != "" {
				parts = append(parts, strings.TrimSpace(row[at]))
			}
		}
		return strings.Join(parts, "\n\n")
	}
	rec := record{Outlet: get("outlet"), URL: get("url"), Title: get("title"), Byline: get("byline"), Dateline: get("dateline"),
		Published: published(get("published")), Language: get("language")}
	if id := get("id"); id != "" {
		rec.ID = id
	}
	if text := get("text"); text != "" {
		rec.Text = &text
	}
	return rec
}

// published brings a date into the form of documents where it is known how; others
// stay as they are. Factiva's instants are milliseconds since 1970, in UTC.
func published(s string) string {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && n > 1e11 && n < 1e13 {
		return time.UnixMilli(n).UTC().Format(time.RFC3339)
	}
	if d := feed.Date(s); d != "" {
		return d
	}
	return s
}

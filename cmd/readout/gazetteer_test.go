package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func gaz(t *testing.T, args ...string) (out, errs string, status int) {
	t.Helper()
	return runs(t, append([]string{"gazetteer"}, args...)...)
}

func runs(t *testing.T, args ...string) (out, errs string, status int) {
	t.Helper()
	var o, e bytes.Buffer
	status = run(args, world{in: strings.NewReader(""), out: &o, err: &e})
	return o.String(), e.String(), status
}

func TestGazetteerWho(t *testing.T) {
	out, _, status := gaz(t, "who", "the Swedish foreign minister", "--on", "2012-05-01")
	if status != 0 || out != "Carl Bildt, foreign minister, Sweden\n" {
		t.Errorf("status %d: %s", status, out)
	}
	if _, errs, status := gaz(t, "who", "Bildt", "--on", "May"); status == 0 || !strings.Contains(errs, "write 2014-03-27") {
		t.Errorf("a bad date: status %d: %s", status, errs)
	}
	if _, errs, _ := gaz(t, "who", "the Swedish foreign minister", "--on", "2039-05-01"); !strings.Contains(errs, "the tables end on") {
		t.Errorf("a day after the tables' last: %s", errs)
	}
}

// What is added is found, what is wrong leaves the tables as they were.
func TestGazetteerAddAndCheck(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "own")
	if out, errs, status := gaz(t, "add", dir, "Lena Brandt", "--office", "foreign minister", "--side", "DE", "--from", "2027-01-10", "--sex", "f"); status != 0 {
		t.Fatalf("add: %s %s", out, errs)
	}
	before, err := os.ReadFile(filepath.Join(dir, "offices.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if _, errs, status := gaz(t, "add", dir, "Lena Brandt", "--office", "chancellor", "--side", "QQ", "--from", "2029"); status == 0 || !strings.Contains(errs, "offices.tsv:3") {
		t.Errorf("an unknown side: status %d: %s", status, errs)
	}
	if after, _ := os.ReadFile(filepath.Join(dir, "offices.tsv")); !bytes.Equal(before, after) {
		t.Errorf("the table was changed:\n%s", after)
	}
	if out, errs, status := gaz(t, "check", dir); status != 0 || !strings.Contains(out, "in order") {
		t.Errorf("check: %s %s", out, errs)
	}
	if out, _, _ := gaz(t, "who", "the German foreign minister", "--on", "2027-02-01", "--gazetteer", dir); !strings.HasPrefix(out, "Lena Brandt") {
		t.Errorf("who: %s", out)
	}
}

func TestGazetteerAsk(t *testing.T) {
	file := filepath.Join(t.TempDir(), "q.jsonl")
	lines := `{"id":"a","ask":"person","phrase":"the Danish prime minister","date":"2014-01-01","context":""}
{"id":"b","ask":"gathering","phrase":"the Lough Erne summit","date":"2013-06-20"}
{"id":"c","ask":"person","phrase":"a senior official","date":"2014-01-01","context":""}
`
	if err := os.WriteFile(file, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	out, errs, status := gaz(t, "ask", file, "--json")
	if status != 0 {
		t.Fatal(errs)
	}
	for i, want := range []string{`"name":"Helle Thorning-Schmidt"`, `"from":"2013-06-17"`, `"answer":null`} {
		if line := strings.Split(out, "\n")[i]; !strings.Contains(line, want) {
			t.Errorf("line %d: %s, want %s", i+1, line, want)
		}
	}
}

// A minister who took office after the tables end is read by a table of one's own, and
// a document later than the tables is told so.
func TestReadingWithTablesOfOnesOwn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "own")
	if _, errs, status := gaz(t, "add", dir, "Lena Brandt", "--office", "foreign minister", "--side", "AT", "--from", "2027-01-10"); status != 0 {
		t.Fatal(errs)
	}
	file := filepath.Join(t.TempDir(), "news.jsonl")
	news := `{"id":"a","published":"2027-02-02","text":"The Austrian foreign minister met Turkish President Recep Tayyip Erdogan in Vienna on Monday."}` + "\n"
	if err := os.WriteFile(file, []byte(news), 0o644); err != nil {
		t.Fatal(err)
	}
	out, errs, status := runs(t, "read", "--json", "--quiet", "--gazetteer", dir, file)
	if status != 0 || !strings.Contains(out, `"name":"Lena Brandt"`) {
		t.Errorf("read: %s %s", out, errs)
	}
	if !strings.Contains(errs, "later than 2027-01-10") {
		t.Errorf("nothing tells that the tables end before the document: %q", errs)
	}
}

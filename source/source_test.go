package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"readout"
)

// folder writes the files into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, ".gz") {
			var b bytes.Buffer
			z := gzip.NewWriter(&b)
			z.Write([]byte(body))
			z.Close()
			body = b.String()
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// shown lists the items, one a line, with paths relative to dir.
func shown(t *testing.T, dir string, opts Options, names ...string) string {
	t.Helper()
	var paths []string
	for _, n := range names {
		if n != "-" {
			n = filepath.Join(dir, filepath.FromSlash(n))
		}
		paths = append(paths, n)
	}
	var b strings.Builder
	err := Read(context.Background(), paths, opts, func(it Item) error {
		if it.Err != nil {
			fmt.Fprintf(&b, "! %s\n", strings.ReplaceAll(it.Err.Error(), dir+string(filepath.Separator), ""))
			return nil
		}
		fmt.Fprintf(&b, "%s %q\n", strings.TrimPrefix(it.Document.ID, filepath.ToSlash(dir)), it.Document.Text)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		paths []string
		want  string
	}{
		{"a text file", map[string]string{"a.txt": "Hello"}, []string{"a.txt"}, "a \"Hello\"\n"},
		{"a byte order mark and carriage returns stand", map[string]string{"a.txt": "\ufeffA\r\nB"}, []string{"a.txt"}, "a \"\\ufeffA\\r\\nB\"\n"},
		{"UTF-16 with a mark", map[string]string{"a.txt": "\xff\xfeH\x00i\x00 \x00\xe9\x00", "b.txt": "\xfe\xff\x00H\x00i"}, []string{"a.txt", "b.txt"}, "a \"Hi é\"\nb \"Hi\"\n"},
		{"UTF-16 without a mark", map[string]string{"a.txt": "H\x00e\x00l\x00l\x00o\x00"}, []string{"a.txt"}, "a \"Hello\"\n"},
		{"Windows-1252", map[string]string{"a.txt": "\x93Caf\xe9\x94"}, []string{"a.txt"}, "a \"“Café”\"\n"},
		{"UTF-8 with a damaged byte stands", map[string]string{"a.txt": "ééééééééééé\xe9 x"}, []string{"a.txt"}, "a \"ééééééééééé\\xe9 x\"\n"},
		{"a folder, in order, with paths as ids", map[string]string{"d/b.txt": "B", "d/a/x.md": "X", "d/c.jsonl": `{"text":"C"}`, "d/p.png": "P", "d/.git/h.txt": "H", "d/README": "R"}, []string{"d"},
			"README \"R\"\na/x \"X\"\nb \"B\"\nc:1 \"C\"\n"},
		{"an empty folder", map[string]string{"d/p.png": "P"}, []string{"d"}, "! d: holds no texts, pages, tables or archives; name the files if they have other endings\n"},
		{"lines", map[string]string{"n.jsonl": "{\"id\":\"x\",\"text\":\"A\\u00e9\"}\r\n\n{\"id\":7,\"text\":\"B\"}\n{\"url\":\"https://e.org/1\",\"text\":\"C\"}\n{\"text\":\"D\"}"}, []string{"n.jsonl"},
			"x \"Aé\"\n7 \"B\"\nhttps://e.org/1 \"C\"\nn:5 \"D\"\n"},
		{"packed", map[string]string{"n.jsonl.gz": `{"id":"x","text":"A"}`, "a.txt.gz": "T"}, []string{"n.jsonl.gz", "a.txt.gz"}, "x \"A\"\na \"T\"\n"},
		{"broken lines are named and passed over", map[string]string{"n.jsonl": "{\"id\":\"x\",\"text\":\"A\"}\n{\"id\":\n[1]\n{\"id\":\"y\"}\n{\"text\":5}\n{\"text\":\" \"}\n{\"text\":\"a\"} {}\n{\"id\":\"z\",\"text\":\"Z\"}"}, []string{"n.jsonl"},
			"x \"A\"\n" +
				"! n.jsonl, line 2: ends within its JSON object; write each object on one line\n" +
				"! n.jsonl, line 3: is no JSON object; write the list's objects one a line (jq -c '.[]' does that)\n" +
				"! n.jsonl, line 4: has no \"text\"; put the article's text in the field \"text\"\n" +
				"! n.jsonl, line 5: has a field \"text\" that is a number where a string is expected\n" +
				"! n.jsonl, line 6: has an empty text\n" +
				"! n.jsonl, line 7: has more than one JSON value; write one object a line\n" +
				"z \"Z\"\n"},
		{"invalid UTF-8 and lone surrogates in JSON", map[string]string{"n.jsonl": "{\"id\":\"x\",\"text\":\"a\xffb\\ud800c\"}"}, []string{"n.jsonl"}, "x \"a�b�c\"\n"},
		{"a JSON list and a record over several lines", map[string]string{"n.json": "[{\"id\":\"x\",\"text\":\"A\"},\n {\"text\":\"B\"}]", "o.json": "{\n \"text\": \"O\"\n}"}, []string{"n.json", "o.json"}, "x \"A\"\nn:2 \"B\"\no \"O\"\n"},
		{"what is no text", map[string]string{"a.txt": "%PDF-1.7 x", "b.txt": "a\x00b\x01", "c.txt": " \n", "d.txt": "<!DOCTYPE html><p>", "e.txt.gz": ""}, []string{"a.txt", "b.txt", "c.txt", "d.txt", "none.txt", "e.txt.gz"},
			"! a.txt: is a PDF file, no plain text; turn it into text first (pdftotext does that)\n" +
				"! b.txt: is no text: it holds control characters; turn it into plain text first\n" +
				"! c.txt: is empty\n" +
				"! d.txt: holds no text that reads like an article; its words may be set by scripts: save the page from a browser, or give its text\n" +
				"! none.txt: is not there; check the name\n" +
				"! e.txt.gz: is empty\n"},
		{"files of one name keep apart", map[string]string{"p/a.txt": "1", "q/a.txt": "2"}, []string{"p/a.txt", "q/a.txt"}, "a \"1\"\n/q/a \"2\"\n"},
		{"an id that comes again is a later version", map[string]string{"n.jsonl": "{\"id\":\"x\",\"text\":\"A\"}\n{\"id\":\"x\",\"text\":\"B\"}"}, []string{"n.jsonl"}, "x \"A\"\nx \"B\"\n"},
	} {
		if got := shown(t, folder(t, c.files), Options{}, c.paths...); got != c.want {
			t.Errorf("%s:\n got  %s want %s", c.name, got, c.want)
		}
	}
}

func TestReadBoundsSize(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt":    strings.Repeat("a", 100),
		"b.txt.gz": strings.Repeat("a", 1<<22),
		"n.jsonl":  `{"id":"x","text":"` + strings.Repeat("a", 100) + "\"}\n" + `{"id":"y","text":"` + strings.Repeat("b", 3<<20) + "\"}\n" + `{"id":"z","text":"c"}`,
	})
	want := "! a.txt: is larger than 64 bytes; raise the limit or cut it into documents\n" +
		"! b.txt.gz: is larger than 64 bytes; raise the limit or cut it into documents\n" +
		"! n.jsonl, line 1: has a text larger than 64 bytes; raise the limit or cut it into documents\n" +
		"! n.jsonl, line 2: is longer than a document of 64 bytes can be; raise the limit or cut it into documents\n" +
		"z \"c\"\n"
	if got := shown(t, dir, Options{MaxSize: 64}, "a.txt", "b.txt.gz", "n.jsonl"); got != want {
		t.Errorf("got\n%s want\n%s", got, want)
	}
}

func TestReadStandardInput(t *testing.T) {
	if got := shown(t, "", Options{Stdin: strings.NewReader("Some text.")}, "-"); got != "- \"Some text.\"\n" {
		t.Error(got)
	}
	if got := shown(t, "", Options{Stdin: strings.NewReader("{\"id\":\"x\",\"text\":\"A\"}\n{\"text\":\"B\"}\n")}, "-"); got != "x \"A\"\n-:2 \"B\"\n" {
		t.Error(got)
	}
	if got := shown(t, "", Options{Stdin: strings.NewReader("")}, "-"); got != "! standard input: is empty\n" {
		t.Error(got)
	}
}

func TestReadStops(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "A", "b.txt": "B"})
	enough := errors.New("enough")
	n := 0
	if err := Read(context.Background(), []string{dir}, Options{}, func(Item) error { n++; return enough }); err != enough || n != 1 {
		t.Errorf("%v after %d", err, n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Read(ctx, []string{dir}, Options{}, func(Item) error { return nil }); err != context.Canceled {
		t.Error(err)
	}
	for d, err := range Documents(context.Background(), []string{dir}, Options{}) {
		if err != nil || d.ID != "a" {
			t.Error(d, err)
		}
		break
	}
}

func TestSize(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "AB", "d/b.md": "C", "d/c.png": "xxxx"})
	if n, known := Size([]string{dir}); n != 3 || !known {
		t.Error(n, known)
	}
	if _, known := Size([]string{"-"}); known {
		t.Error("the size of standard input cannot be known")
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "{}", "{\"text\":\"a\"}", "[{]", "\xff\xfea", "a\x00", "{\"id\":{},\"text\":\"x\"}\n\n{", "\x1f\x8b", "title,text\na,\"b\n", "title,text\n", "WARC/1.0\r\nContent-Length: 1\r\n\r\nx", "PK\x05\x06"} {
		f.Add([]byte(s))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, name := range []string{"x.txt", "x.jsonl", "x.json", "x.txt.gz", "x.csv", "x.warc", "x.zip", "x.html"} {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, b, 0o644); err != nil {
				t.Fatal(err)
			}
			items := 0
			Read(context.Background(), []string{path}, Options{MaxSize: 1 << 12}, func(it Item) error {
				items++
				if (it.Err == nil) == (it.Document.Text == "") || it.Err == nil && it.Document.ID == "" || it.Err != nil && !reflect.DeepEqual(it.Document, readout.Document{}) {
					t.Fatalf("%s %q: %+v", name, b, it)
				}
				return nil
			})
			if items == 0 {
				t.Fatalf("%s %q: nothing", name, b)
			}
		}
	})
}

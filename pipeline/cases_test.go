package pipeline

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"readout"
)

var update = flag.Bool("update", false, "rewrite what the cases want; the diff is the review")

// TestCases reads one idea at a time: testdata/cases/TOPIC.txtar holds pairs of
// NAME.txt (optional first lines "published: DATE" and "title: TITLE", then the text) and NAME.want
// (one line a fact). A case listed in testdata/known_failures.txt must fail: one
// that starts to work is to be struck from the list.
func TestCases(t *testing.T) {
	know := load(t)
	reader := know.NewReader()
	reader.Least = 0 // one sentence says little to be sure by
	known := knownFailures(t)
	files, _ := filepath.Glob("../testdata/cases/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		arc, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		wants := map[string]string{}
		for _, f := range arc.Files {
			wants[f.Name] = string(f.Data)
		}
		for i, f := range arc.Files {
			name, isText := strings.CutSuffix(f.Name, ".txt")
			if !isText {
				continue
			}
			got := facts(reader.Read(caseDocument(name, string(f.Data))))
			if *update {
				arc.Files[i+1].Data = []byte(got)
				continue
			}
			same := strings.TrimSpace(got) == strings.TrimSpace(wants[name+".want"])
			switch {
			case !same && !known[name]:
				t.Errorf("%s: %s\ngot:\n%swant:\n%s", filepath.Base(file), name, got, wants[name+".want"])
			case same && known[name]:
				t.Errorf("%s: %s works now; strike it from testdata/known_failures.txt", filepath.Base(file), name)
			}
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(arc), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func load(tb testing.TB) *Knowledge {
	tb.Helper()
	know, err := Load()
	if err != nil {
		tb.Fatal(err)
	}
	return know
}

func knownFailures(t *testing.T) map[string]bool {
	out := map[string]bool{}
	b, err := os.ReadFile("../testdata/known_failures.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(b), "\n") {
		if name, _, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			out[name] = true
		}
	}
	return out
}

func caseDocument(name, body string) readout.Document {
	d := readout.Document{ID: name, Text: body}
	for {
		first, rest, _ := strings.Cut(d.Text, "\n")
		if date, ok := strings.CutPrefix(first, "published: "); ok {
			d.Published, d.Text = date, rest
		} else if title, ok := strings.CutPrefix(first, "title: "); ok {
			d.Title, d.Text = title, rest
		} else {
			return d
		}
	}
}

// facts prints a readout, one line a fact.
func facts(r readout.Readout) string {
	var b strings.Builder
	for _, e := range r.Encounters {
		fmt.Fprintf(&b, "%s %s:", e.Kind.Value(), e.Status.Value())
		for i, p := range e.Participants {
			fmt.Fprintf(&b, "%s %s", map[bool]string{true: "", false: ","}[i == 0], p.Value().Name)
		}
		for _, f := range []struct{ name, value string }{
			{"on", string(e.Date.Value())}, {"in", e.Place.Value().String()}, {"at", e.Gathering.Value()},
		} {
			if f.value != "" {
				fmt.Fprintf(&b, " | %s %s", f.name, f.value)
			}
		}
		for _, topic := range e.Topics {
			fmt.Fprintf(&b, " | about %s", topic.Value())
		}
		for _, tone := range e.Tone {
			fmt.Fprintf(&b, " | called %s", tone.Value())
		}
		for _, topic := range e.Unraised {
			fmt.Fprintf(&b, " | not about %s", topic.Value())
		}
		for _, f := range []struct{ name, value string }{{"asked for by", e.Initiator.Value()}, {"outcome", e.Outcome.Value()}, {"because of", e.Reason.Value()}} {
			if f.value != "" {
				fmt.Fprintf(&b, " | %s %s", f.name, f.value)
			}
		}
		if e.Duration.Present() {
			fmt.Fprintf(&b, " | for %d-%d minutes", e.Duration.Value().Min, e.Duration.Value().Max)
		}
		for _, a := range e.Accounts {
			if a.Voice.Speaker != "" {
				fmt.Fprintf(&b, " | told by %s", a.Voice.Name())
				if a.Status.Value() != e.Status.Value() {
					fmt.Fprintf(&b, " as %s", a.Status.Value())
				}
			}
		}
		b.WriteByte('\n')
	}
	for _, s := range r.Statements {
		fmt.Fprintf(&b, "%s %s: %q", s.Mode, s.Speaker.Value().Name, s.Content.In(r.Document.Text))
		for _, v := range s.Via {
			fmt.Fprintf(&b, " | via %s", v.Value())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

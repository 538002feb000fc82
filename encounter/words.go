package encounter

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed words.tsv
var wordsTSV string

// words is what the table words.tsv says: lemma → how it bears on an occasion.
type words struct {
	says map[string]string
}

func loadWords() (*words, error) {
	w := &words{says: map[string]string{}}
	for n, line := range strings.Split(wordsTSV, "\n") {
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "word\t") {
			continue
		}
		word, says, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("encounter: words.tsv:%d: want a word, a tab and what it says", n+1)
		}
		if _, twice := w.says[word]; twice {
			return nil, fmt.Errorf("encounter: words.tsv:%d: %q stands twice; keep one line", n+1, word)
		}
		w.says[word] = says
	}
	for word, says := range w.says {
		if short := strings.TrimSuffix(word, "e"); w.says[short] == "" && short != "hop" {
			w.says[short] = says // the lemma of "postponed" may come out as "postpon"
		}
		if strings.HasSuffix(word, "l") && w.says[word+"l"] == "" {
			w.says[word+"l"] = says // that of "cancelling" as "cancell"
		}
	}
	return w, nil
}

func lower(s string) string { return strings.ToLower(s) }

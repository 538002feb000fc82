package eval

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// PageScore is what one page scored; a figure whose annotation the page lacks is
// not Has.
type PageScore struct {
	Case              *PageCase
	HasBody           bool
	Precision, Recall float64 // of shingles
	Rouge             float64 // ROUGE-LSum F1
	Found, Missing    int     // phrases that must be there
	Kept, Leaked      int     // phrases that must not: left out, let in
	HasDate, DateOK   bool
}

// Pages reads and scores every case.
func Pages(cases []PageCase, read func(html []byte, address string) PageText) []PageScore {
	out := make([]PageScore, len(cases))
	for i := range cases {
		c := &cases[i]
		got := read(c.HTML, c.Address)
		s := &out[i]
		s.Case = c
		if s.HasBody = c.Body != ""; s.HasBody {
			s.Precision, s.Recall = shingleScore(c.Body, got.Body)
			s.Rouge = rougeLSum(c.Body, got.Body)
		}
		body := squeeze(got.Body)
		for _, p := range c.With {
			if strings.Contains(body, squeeze(p)) {
				s.Found++
			} else {
				s.Missing++
			}
		}
		for _, p := range c.Without {
			if strings.Contains(body, squeeze(p)) {
				s.Leaked++
			} else {
				s.Kept++
			}
		}
		s.HasDate = c.Date != ""
		s.DateOK = s.HasDate && sameDay(got.Date, c.Date)
	}
	return out
}

// sameDay tells whether the dates name one day, seen from the gold date's zone where
// both tell theirs.
func sameDay(got, gold string) bool {
	if len(got) < 10 || len(gold) < 10 {
		return false
	}
	a, err := time.Parse(time.RFC3339, got)
	b, err2 := time.Parse(time.RFC3339, gold)
	if err == nil && err2 == nil {
		got = a.In(b.Location()).Format(time.DateOnly)
	}
	return got[:10] == gold[:10]
}

// PageRows sums the scores up, a set's rows together: F1 of mean precision and mean
// recall of 4-word shingles as scrapinghub has it, mean ROUGE-LSum as fundus has it,
// shares of phrases as trafilatura has it, and the share of exact days; in per cent.
func PageRows(scores []PageScore) []Row {
	var sets []string
	for _, s := range scores {
		if !slices.Contains(sets, s.Case.Set) {
			sets = append(sets, s.Case.Set)
		}
	}
	var rows []Row
	for _, set := range sets {
		var n, bodies, p, r, rouge, with, found, without, kept, dated, right float64
		for _, s := range scores {
			if s.Case.Set != set {
				continue
			}
			n++
			bodies, p, r, rouge = bodies+one(s.HasBody), p+s.Precision, r+s.Recall, rouge+s.Rouge
			with, found = with+float64(s.Found+s.Missing), found+float64(s.Found)
			without, kept = without+float64(s.Kept+s.Leaked), kept+float64(s.Kept)
			dated, right = dated+one(s.HasDate), right+one(s.DateOK)
		}
		add := func(metric string, value, of float64) {
			if of > 0 {
				rows = append(rows, Row{"page", set, metric, 100 * value / of})
			}
		}
		rows = append(rows, Row{"page", set, "pages", n})
		if bodies > 0 {
			p, r = p/bodies, r/bodies
			add("precision", p, 1)
			add("recall", r, 1)
			add("f1", 2*p*r, p+r)
			add("rouge-lsum", rouge, bodies)
		}
		add("contains", found, with)
		add("contains-not", kept, without)
		add("date", right, dated)
	}
	return rows
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// words returns the runs of letters, digits and underscores.
func pageWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
}

const shingle = 4

// shingleScore compares texts as bags of four words in a row.
func shingleScore(gold, got string) (precision, recall float64) {
	g, h := shingles(gold), shingles(got)
	var tp, fp, fn int
	for k, n := range g {
		tp += min(n, h[k])
		fn += max(0, n-h[k])
	}
	for k, n := range h {
		fp += max(0, n-g[k])
	}
	return ratio(tp, fp, fn), ratio(tp, fn, fp)
}

// ratio is hit/(hit+wrong), 1 where there was nothing to get wrong.
func ratio(hit, wrong, other int) float64 {
	if wrong == 0 && other == 0 || hit == 0 && wrong == 0 {
		return 1
	}
	return float64(hit) / float64(hit+wrong)
}

func shingles(s string) map[string]int {
	w := pageWords(s)
	out := map[string]int{}
	for i := 0; i < max(1, len(w)-shingle+1); i++ {
		out[strings.Join(w[i:min(i+shingle, len(w))], " ")]++
	}
	return out
}

// rougeLSum is the F1 of the words that the lines of the texts share in order, the
// longest common subsequences of each gold line with all lines got united.
func rougeLSum(gold, got string) float64 {
	g, h := rougeLines(gold), rougeLines(got)
	left := map[string]int{}
	total, m := 0, 0
	for _, line := range h {
		for _, w := range line {
			left[w]++
			total++
		}
	}
	hits := 0
	for _, line := range g {
		m += len(line)
		union := make([]bool, len(line))
		for _, other := range h {
			lcs(line, other, union)
		}
		for i, in := range union {
			if in && left[line[i]] > 0 {
				left[line[i]]--
				hits++
			}
		}
	}
	if hits == 0 {
		return 0
	}
	p, r := float64(hits)/float64(total), float64(hits)/float64(m)
	return 2 * p * r / (p + r)
}

func rougeLines(s string) [][]string {
	var out [][]string
	for _, line := range strings.Split(s, "\n") {
		w := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
		if len(w) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// lcs marks the words of a in one longest common subsequence with b.
func lcs(a, b []string, in []bool) {
	if slices.Equal(a, b) {
		for i := range in {
			in[i] = true
		}
		return
	}
	wide := len(b) + 1
	table := make([]int32, (len(a)+1)*wide)
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			if a[i-1] == b[j-1] {
				table[i*wide+j] = table[(i-1)*wide+j-1] + 1
			} else {
				table[i*wide+j] = max(table[(i-1)*wide+j], table[i*wide+j-1])
			}
		}
	}
	for i, j := len(a), len(b); i > 0 && j > 0; {
		switch {
		case a[i-1] == b[j-1]:
			in[i-1] = true
			i, j = i-1, j-1
		case table[(i-1)*wide+j] >= table[i*wide+j-1]:
			i--
		default:
			j--
		}
	}
}

package store

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain folds a name to lower-case words without marks or punctuation, a space on
// either side of each: " vladimir putin ". It is for finding, never for showing.
func plain(s string) string {
	var b strings.Builder
	b.WriteByte(' ')
	space := true
	for _, r := range norm.NFD.String(strings.ReplaceAll(s, ".", "")) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
			space = false
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	if !space {
		b.WriteByte(' ')
	}
	return b.String()
}

// shortSides are the usual short forms of sides, which a reader may type.
var shortSides = map[string]string{
	" us ": " united states ", " usa ": " united states ", " america ": " united states ",
	" uk ": " united kingdom ", " britain ": " united kingdom ", " prc ": " china ",
	" uae ": " united arab emirates ", " eu ": " european union ", " un ": " united nations ",
	" dprk ": " north korea ", " rok ": " south korea ",
}

// sought is plain with the short forms of sides written out.
func sought(s string) string {
	p := plain(s)
	if long, ok := shortSides[p]; ok {
		return long
	}
	return p
}

// like turns plain words into a LIKE pattern that finds them in a row.
func like(words string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(words) + "%"
}

// address is the canonical key of a URL: no scheme, "www.", fragment, trailing
// slash or tracking parameters. An address that does not parse is its own key.
func address(raw string) string {
	raw = strings.TrimSpace(raw)
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return raw
	}
	q := u.Query()
	for k := range q {
		if strings.HasPrefix(k, "utm_") || k == "fbclid" || k == "gclid" || k == "ref" {
			q.Del(k)
		}
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	key := host + strings.TrimSuffix(u.EscapedPath(), "/")
	if enc := q.Encode(); enc != "" {
		key += "?" + enc
	}
	return key
}

// match turns what a reader types into a query of the index: every word must
// occur, words in quotation marks together, a trailing * stands for any ending.
func match(query string) string {
	var terms []string
	for i, part := range strings.Split(query, `"`) {
		if i%2 == 1 {
			if strings.TrimSpace(part) != "" {
				terms = append(terms, `"`+part+`"`)
			}
			continue
		}
		for _, w := range strings.Fields(part) {
			bare, prefix := strings.CutSuffix(w, "*")
			if strings.TrimSpace(plain(bare)) == "" {
				continue
			}
			if w = `"` + bare + `"`; prefix {
				w += "*"
			}
			terms = append(terms, w)
		}
	}
	return strings.Join(terms, " ")
}

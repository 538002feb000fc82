package build

import (
	"encoding/csv"
	"encoding/json"
	"html"
	"io/fs"
	"path"
	"sort"
	"strings"

	"readout/gazetteer"
)

// records reads a CSV file with a header into maps.
func (b *builder) records(file string) ([]map[string]string, error) {
	f, err := b.in.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	if err != nil || len(all) == 0 {
		return nil, err
	}
	all[0][0] = strings.TrimPrefix(all[0][0], "\ufeff")
	out := make([]map[string]string, 0, len(all))
	for _, row := range all[1:] {
		m := make(map[string]string, len(row))
		for i, c := range row {
			if i < len(all[0]) {
				m[all[0][i]] = strings.TrimSpace(c)
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// states joins the codes, the factbook's adjectives and our own columns, which win.
func (b *builder) states() error {
	rows, err := b.records("countries/country-codes.csv")
	if err != nil {
		return err
	}
	adj, err := b.adjectives()
	if err != nil {
		return err
	}
	taken := ofStates(rows, adj)
	ours, err := lines("states.txt")
	if err != nil {
		return err
	}
	type state struct{ cells []string }
	all := map[string]*state{}
	var codes []string
	for _, r := range rows {
		code := r["ISO3166-1-Alpha-2"]
		if len(code) != 2 {
			b.drop("country without ISO code: %s", r["UNTERM English Short"])
			continue
		}
		name := strings.ReplaceAll(r["CLDR display name"], "St. ", "Saint ")
		name = strings.ReplaceAll(name, " & ", " and ")
		formal := strings.TrimPrefix(r["UNTERM English Formal"], "the ")
		if formal == name || strings.Contains(formal, "(") {
			formal = ""
		}
		a := adj[r["FIPS"]]
		if r["is_independent"] != "Yes" && taken[a[0]] {
			a = [2]string{} // "the Dutch king" is not of the Caribbean Netherlands
		}
		qid := path.Base(r["wikidata_id"])
		if qid == "." {
			qid = ""
		}
		all[code] = &state{[]string{code, name, formal, a[0], a[1], r["Capital"], "", qid, "country-codes, factbook"}}
		codes = append(codes, code)
		b.qid[code], b.fips[code] = qid, r["FIPS"]
		for _, n := range []string{name, r["UNTERM English Short"], r["official_name_en"], formal} {
			b.isoOf[gazetteer.Fold(n)] = code
		}
	}
	for _, l := range ours {
		f := fields(l, 6)
		s := all[f[0]]
		if s == nil {
			s = &state{make([]string, 9)}
			s.cells[0] = f[0]
			all[f[0]] = s
			codes = append(codes, f[0])
		}
		if s.cells[1] != f[1] && s.cells[1] != "" && s.cells[1] != "Congo - Kinshasa" && s.cells[1] != "Congo - Brazzaville" {
			f[2] = join(f[2], s.cells[1])
		}
		s.cells[1] = f[1]
		s.cells[2] = union(f[2], s.cells[2])
		for i, col := range []int{3, 4} {
			if f[3+i] != "" {
				s.cells[col] = f[3+i]
			}
		}
		s.cells[6] = f[5]
		s.cells[8] = strings.TrimPrefix(s.cells[8]+", "+common, ", ")
		for _, n := range append(strings.Split(f[2], "|"), f[1]) {
			b.isoOf[gazetteer.Fold(n)] = f[0]
		}
	}
	for iso, name := range capitals() {
		if s := all[iso]; s != nil {
			s.cells[5] = name
		}
	}
	sort.Strings(codes)
	for _, c := range codes {
		b.add("states.tsv", all[c].cells...)
	}
	return nil
}

// ofStates are the adjectives of the states that are independent.
func ofStates(rows []map[string]string, adj map[string][2]string) map[string]bool {
	out := map[string]bool{}
	for _, r := range rows {
		if r["is_independent"] == "Yes" {
			out[adj[r["FIPS"]][0]] = true
		}
	}
	return out
}

// capitals gives the capitals that the codes' table lacks, spells otherwise, or
// has under a former name.
func capitals() map[string]string {
	return map[string]string{"US": "Washington", "XK": "Pristina", "KZ": "Astana", "IL": "Jerusalem", "PS": "Ramallah", "SU": "Moscow", "YU": "Belgrade", "DD": "East Berlin", "CS": "Prague",
		"BR": "Brasília", "CO": "Bogotá", "CM": "Yaoundé", "IS": "Reykjavík", "PY": "Asunción", "TG": "Lomé", "ST": "São Tomé", "MV": "Malé", "MM": "Naypyidaw", "BI": "Gitega", "TZ": "Dodoma",
		"VA": "Vatican City", "MC": "Monaco", "SG": "Singapore", "TW": "Taipei", "HK": "", "MO": "", "KW": "Kuwait City", "YE": "Sanaa", "MN": "Ulaanbaatar", "UA": "Kyiv", "MD": "Chisinau", "CI": "Yamoussoukro", "LK": "Colombo", "BJ": "Porto-Novo", "SZ": "Mbabane", "ZA": "Pretoria", "BO": "La Paz", "NL": "Amsterdam", "CR": "San José", "GQ": "Malabo", "TD": "N'Djamena"}
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "|" + b
}

// union joins two lists without repeating.
func union(a, b string) string {
	seen := map[string]bool{}
	var out []string
	for _, n := range strings.Split(a+"|"+b, "|") {
		if n != "" && !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return strings.Join(out, "|")
}

// factbook calls f for every country's page, in order.
func (b *builder) factbook(f func(fips string, page map[string]any)) error {
	return fs.WalkDir(b.in, "factbook", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(p) != ".json" || len(path.Base(p)) != len("xx.json") {
			return err
		}
		raw, err := fs.ReadFile(b.in, p)
		if err != nil {
			return err
		}
		var page map[string]any
		if err := json.Unmarshal(raw, &page); err != nil {
			return err
		}
		f(strings.ToUpper(strings.TrimSuffix(path.Base(p), ".json")), page)
		return nil
	})
}

// dig follows keys to a text.
func dig(v any, keys ...string) string {
	for _, k := range append(keys, "text") {
		m, ok := v.(map[string]any)
		if !ok {
			return ""
		}
		v = m[k]
	}
	s, _ := v.(string)
	return html.UnescapeString(s)
}

// adjectives returns adjectives and nationals by FIPS code.
func (b *builder) adjectives() (map[string][2]string, error) {
	out := map[string][2]string{}
	err := b.factbook(func(fips string, page map[string]any) {
		adj := dig(page, "People and Society", "Nationality", "adjective")
		noun := dig(page, "People and Society", "Nationality", "noun")
		out[fips] = [2]string{plainWord(adj), nationals(noun)}
	})
	return out, err
}

// plainWord keeps what is one name of letters, so that notes are not taken.
func plainWord(s string) string {
	s, _, _ = strings.Cut(s, " or ")
	s, _, _ = strings.Cut(s, ";")
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s, "(),:<") || s[0] < 'A' || s[0] > 'Z' || strings.Count(s, " ") > 2 {
		return ""
	}
	return s
}

func nationals(s string) string {
	s = strings.TrimSpace(s)
	if one, ok := strings.CutSuffix(s, "(s)"); ok {
		if one = plainWord(one); one != "" {
			return one + "|" + one + "s"
		}
		return ""
	}
	one, _, _ := strings.Cut(s, " (singular and plural)")
	return plainWord(one)
}

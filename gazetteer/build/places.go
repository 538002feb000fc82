package build

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/gazetteer"
)

// cities takes those of world-cities whose country has a code, marks capitals and
// those known the world over, and adds our own.
func (b *builder) cities() error {
	rows, err := b.records("places/world-cities.csv")
	if err != nil {
		return err
	}
	ours, err := lines("cities.txt")
	if err != nil {
		return err
	}
	b.countryNames()
	capital := map[string]string{}
	for _, s := range b.rows["states.tsv"] {
		capital[gazetteer.Fold(s[5])+"/"+s[0]] = s[5]
	}
	big := map[string]int{}
	names := make([][]string, len(ours))
	for i, l := range ours {
		f := fields(strings.TrimPrefix(l, "+"), 2)
		names[i] = append(strings.Split(f[0], "|"), f[1])
		for _, n := range names[i][:len(names[i])-1] {
			big[gazetteer.Fold(n)+"/"+f[1]] = i + 1
		}
	}
	taken := make([]bool, len(ours))
	isCapital := map[string]bool{}
	for _, r := range rows {
		iso := b.isoOf[gazetteer.Fold(r["country"])]
		if iso == "" {
			b.drop("city %s: no code for %q", r["name"], r["country"])
			continue
		}
		name, aliases, rank := r["name"], "", ""
		key := gazetteer.Fold(name) + "/" + iso
		if strings.TrimRight(name, "0123456789") != name || strings.Contains(name, "(") {
			b.drop("city %s, %s: no name of the press", name, iso)
			continue
		}
		if i := big[key]; i > 0 && !taken[i-1] && rightRegion(name, r["subcountry"], iso) {
			taken[i-1] = true
			rank = "big"
			if names[i-1][0] != name {
				aliases = name
			}
			name = names[i-1][0]
			aliases = union(aliases, strings.Join(names[i-1][1:len(names[i-1])-1], "|"))
		}
		if c := capital[gazetteer.Fold(name)+"/"+iso]; c != "" && !isCapital[iso] && rightRegion(name, r["subcountry"], iso) {
			isCapital[iso] = true
			rank = "capital"
			name = c
		}
		if plain := plainName(name); plain != name {
			aliases = union(aliases, name)
			name = plain
		}
		b.add("cities.tsv", name, iso, r["subcountry"], r["geonameid"], rank, aliases, "world-cities")
	}
	for i, n := range names {
		if last := len(n) - 1; !taken[i] {
			b.add("cities.tsv", n[0], n[last], "", "", "big", strings.Join(n[1:last], "|"), common)
		}
	}
	return nil
}

// plainName drops the marks of romanised Arabic and the like that the press never
// writes, and keeps those of Latin scripts.
func plainName(name string) string {
	return strings.NewReplacer("ā", "a", "ī", "i", "ū", "u", "ḩ", "h", "ţ", "t", "ş", "ş", "ḑ", "d", "z̧", "z", "‘", "", "’", "'", "ō", "o", "ŏ", "o", "ŭ", "u").Replace(name)
}

// rightRegion tells the city known the world over from its namesakes in the same
// country.
func rightRegion(name, region, iso string) bool {
	if iso != "US" {
		return true
	}
	switch name {
	case "Washington", "Washington, D.C.":
		return strings.Contains(region, "D.C.") || strings.Contains(region, "District")
	case "Houston", "Dallas":
		return region == "Texas"
	case "Boston":
		return region == "Massachusetts"
	case "Philadelphia", "Pittsburgh":
		return region == "Pennsylvania"
	case "Miami", "Palm Beach":
		return region == "Florida"
	case "Atlanta":
		return region == "Georgia"
	case "Denver":
		return region == "Colorado"
	case "Phoenix":
		return region == "Arizona"
	case "Annapolis":
		return region == "Maryland"
	case "Dayton":
		return region == "Ohio"
	case "Seattle":
		return region == "Washington"
	case "Las Vegas":
		return region == "Nevada"
	case "Detroit":
		return region == "Michigan"
	case "San Diego", "Los Angeles", "San Francisco":
		return region == "California"
	}
	return true
}

// countryNames adds the long names that lists of cities use.
func (b *builder) countryNames() {
	for long, iso := range map[string]string{
		"Brunei Darussalam": "BN", "Cabo Verde": "CV", "Congo": "CG", "Congo, The Democratic Republic of the": "CD",
		"Iran, Islamic Republic of": "IR", "Korea, Democratic People's Republic of": "KP", "Korea, Republic of": "KR",
		"Lao People's Democratic Republic": "LA", "Micronesia, Federated States of": "FM", "Moldova, Republic of": "MD",
		"No country found for alpha-2 code: XK": "XK", "Palestine, State of": "PS", "Russian Federation": "RU",
		"Taiwan, Province of China": "TW", "Tanzania, United Republic of": "TZ", "Venezuela, Bolivarian Republic of": "VE",
		"Viet Nam": "VN", "Bolivia, Plurinational State of": "BO", "Holy See (Vatican City State)": "VA", "Türkiye": "TR", "Czechia": "CZ",
		"Virgin Islands, U.S.": "VI", "Virgin Islands, British": "VG", "Falkland Islands (Malvinas)": "FK",
		"Saint Martin (French part)": "MF", "Sint Maarten (Dutch part)": "SX", "Macao": "MO", "Myanmar": "MM", "Eswatini": "SZ", "North Macedonia": "MK",
		"Congo (Kinshasa)": "CD", "Congo, Democratic Republic of the": "CD", "Congo, Republic of the": "CG", "Burma": "MM", "Gambia, The": "GM", "Bahamas, The": "BS",
		"Korea, South": "KR", "Korea, North": "KP", "Palestinian Authority": "PS", "Soviet Union": "SU", "Union of Soviet Socialist Republics": "SU", "Zaire": "CD", "Macedonia": "MK", "Yugoslavia": "YU", "Serbia and Montenegro": "YU", "Czechoslovakia": "CS", "Swaziland": "SZ", "Timor-Leste": "TL", "Holy See": "VA", "The Holy See": "VA", "Cote d'Ivoire": "CI", "Republic of Korea": "KR", "Germany (FRG)": "DE", "People's Republic of China": "CN", "China, People's Republic of": "CN", "China, Republic of": "TW", "Saint Lucia": "LC", "Western Samoa": "WS", "Republic of Macedonia": "MK", "Macedonia, Republic of": "MK", "St. Kitts and Nevis": "KN", "Congo (Brazzaville)": "CG", "Bosnia-Herzegovina": "BA", "United Republic of Tanzania": "TZ", "Russian": "RU",
		"Antigua Barbuda": "AG", "Congo Democratic Republic": "CD", "Congo Republic": "CG", "Saint Kitts Nevis": "KN", "Saint Vincent Grenadines": "VC", "Germany, Federal Republic of": "DE", "Congo, Republic of": "CG", "Macedonia, Former Yugoslav Republic of": "MK", "Democratic Republic of the Congo (Zaire)": "CD", "Bosnian Federation": "BA", "Yemen Arab Republic": "YE", "Somoa": "WS", "Somali Republic": "SO", "Congo, Democratic Republic of": "CD",
	} {
		b.isoOf[gazetteer.Fold(long)] = iso
	}
}

func (b *builder) bodies() error {
	ls, err := lines("bodies.txt")
	for _, l := range ls {
		f := fields(l, 5)
		b.add("bodies.tsv", f[0], f[1], f[2], f[3], f[4], "", common)
	}
	return err
}

func (b *builder) groups() error {
	ls, err := lines("groups.txt")
	for _, l := range ls {
		f := fields(l, 4)
		b.add("groups.tsv", f[0], f[1], f[2], f[3], "", common)
	}
	return err
}

// places reads the regions and venues of ours.
func (b *builder) places() error {
	ls, err := lines("places.txt")
	if err != nil {
		return err
	}
	for _, l := range ls {
		kind, rest, _ := strings.Cut(l, " ")
		f := fields(rest, 4)
		switch kind {
		case "region":
			b.add("regions.tsv", f[0], f[1], f[2], common)
		case "venue":
			b.add("venues.tsv", f[0], f[1], f[2], f[3], common)
		default:
			return fmt.Errorf("places.txt: %q is neither region nor venue", l)
		}
	}
	return nil
}

func (b *builder) topics() error {
	ls, err := lines("topics.txt")
	for _, l := range ls {
		f := fields(l, 4)
		b.add("topics.tsv", f[0], f[1], f[2], f[3], common)
	}
	return err
}

// members reads who takes part in a series.
func (b *builder) members() (map[string]string, error) {
	out := map[string]string{}
	ls, err := lines("members.txt")
	for _, l := range ls {
		f := fields(l, 2)
		out[f[0]] = f[1]
	}
	return out, err
}

// gatherings reads the series and their editions. "=" before the first of an
// edition's other names makes that its name.
func (b *builder) gatherings() error {
	members, err := b.members()
	if err != nil {
		return err
	}
	var ls []string
	for _, file := range []string{"gatherings.txt", "gatherings-more.txt", "gatherings-rounds.txt", "gatherings-other.txt"} {
		more, err := lines(file)
		if err != nil {
			return err
		}
		ls = append(ls, more...)
	}
	series := ""
	seen := map[string]bool{}
	twice := map[string]bool{}
	for _, l := range ls {
		if rest, ok := strings.CutPrefix(l, "@"); ok {
			f := fields(rest, 3)
			series = f[0]
			if !seen[series] {
				b.add("series.tsv", f[0], f[1], f[2], members[f[0]], common)
			}
			seen[series] = true
			continue
		}
		f := fields(l, 5)
		from, to, ok := strings.Cut(f[0], "..")
		if !ok || series == "" {
			return fmt.Errorf("gatherings.txt: %q has not two days", l)
		}
		city, others, _ := strings.Cut(f[1], "|")
		name := ""
		if own, ok := strings.CutPrefix(f[4], "="); ok || series == "BILATERAL" || series == "PEACE" {
			f[4] = own
			name, _, _ = strings.Cut(own, "|")
		}
		k := series + " " + from + " " + city
		if twice[k] {
			return fmt.Errorf("own gatherings: %s stands there twice; delete one", k)
		}
		twice[k] = true
		b.add("gatherings.tsv", series, name, from, to, strings.ReplaceAll(join(city, others), "|", "/"), f[2], f[3], f[4], common)
	}
	return nil
}

// forenames keeps those whose sex is not in doubt as f or m, the others as fm.
func (b *builder) forenames() error {
	rows, err := b.records("names/common-forenames-by-country.csv")
	if err != nil {
		return err
	}
	sex := map[string]int{}
	for _, r := range rows {
		name := r["Romanized Name"]
		if name == "" || strings.ContainsAny(name, " ?") {
			continue
		}
		switch r["Gender"] {
		case "F":
			sex[name] |= 1
		case "M":
			sex[name] |= 2
		}
	}
	folded := map[string]bool{}
	keep := func(sex map[string]int, origin string, not map[string]bool) {
		for _, name := range sortedKeys(sex) {
			if k := gazetteer.Fold(name); !folded[k] && !not[k] {
				folded[k] = true
				b.add("forenames.tsv", name, [...]string{"", "f", "m", "fm"}[sex[name]], origin)
			}
		}
	}
	keep(sex, "popular-names-by-country", nil)
	ls, err := lines("forenames.txt")
	for _, l := range ls {
		s, names, _ := strings.Cut(l, " ")
		for _, name := range strings.Fields(names) {
			if k := gazetteer.Fold(name); !folded[k] {
				folded[k] = true
				b.add("forenames.tsv", name, s, common)
			}
		}
	}
	if err != nil {
		return err
	}
	listed, err := b.namesCorpus()
	if err != nil {
		return err
	}
	not, err := b.notForenames()
	keep(listed, "names-corpus", not)
	return err
}

// namesCorpus reads the two lists of English given names, one name a line.
func (b *builder) namesCorpus() (map[string]int, error) {
	sex := map[string]int{}
	for bit, file := range []string{"female.txt", "male.txt"} {
		text, err := fs.ReadFile(b.in, "names/nltk-names/"+file)
		if err != nil {
			return nil, err
		}
		for name := range strings.Lines(string(text)) {
			if name = strings.TrimSpace(name); len(name) > 2 && !strings.ContainsAny(name, " '-") {
				sex[name] |= 1 << bit
			}
		}
	}
	return sex, nil
}

// notForenames are words that mean something else more often: states and their
// people, regions, the larger cities, and those listed as ours.
func (b *builder) notForenames() (map[string]bool, error) {
	not := map[string]bool{}
	add := func(names string) {
		for _, n := range strings.Split(names, "|") {
			not[gazetteer.Fold(n)] = true
		}
	}
	for _, r := range b.rows["states.tsv"] {
		for _, names := range r[1:7] {
			add(names)
		}
	}
	for _, r := range b.rows["regions.tsv"] {
		add(r[0] + "|" + r[1])
	}
	for _, r := range b.rows["cities.tsv"] {
		if r[4] != "" {
			add(r[0])
		}
	}
	ls, err := lines("notforenames.txt")
	for _, l := range ls {
		add(strings.Join(strings.Fields(l), "|"))
	}
	return not, err
}

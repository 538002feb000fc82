package build

import (
	"regexp"
	"strings"
)

// historianRead is the month that the Office of the Historian's lists of officers reach:
// whom they leave in office then may have left since.
const historianRead = "2021-01"

// endHistorians ends the terms that the lists of the Office of the Historian leave open.
func (b *builder) endHistorians() error {
	for _, row := range b.rows["offices.tsv"] {
		if row[4] == "" && row[6] == "history-at-state" {
			row[4] = max(row[3], historianRead)
		}
	}
	return nil
}

// embassies takes the ambassadors to and from the United States in office from the
// factbook, where we name nobody or somebody who came before.
func (b *builder) embassies() error {
	isoOf := b.isoOfFIPS()
	return b.factbook(func(fips string, page map[string]any) {
		iso := isoOf[fips]
		if iso == "" {
			return
		}
		b.ambassador(iso, "ambassador to the United States", dig(page, "Government", "Diplomatic representation in the US", "chief of mission"))
		b.ambassador("US", "ambassador to "+b.stateName(iso), dig(page, "Government", "Diplomatic representation from the US", "chief of mission"))
	})
}

var inOfficeForm = regexp.MustCompile(`^(.*?) ?\((?:since )?(\d[^)]*)\)`)

// ambassador takes "Ambassador Richard L. BUANGAN (since November 2022)" of a side.
func (b *builder) ambassador(iso, office, text string) {
	m := inOfficeForm.FindStringSubmatch(strings.ReplaceAll(text, "\u00a0", " "))
	if m == nil {
		return
	}
	rest, ok := strings.CutPrefix(m[1], "Ambassador ")
	since := isoDate(m[2])
	if !ok || since == "" || strings.Contains(rest, "vacant") {
		return
	}
	name, family := capitalised(rest)
	if family == "" || !b.succeeds(name, office, iso, since) {
		return
	}
	if iso == "US" {
		given := strings.TrimSpace(strings.TrimSuffix(name, family))
		b.term(b.american(pocomPerson{Surname: family, Forename: given}), office, iso, since, "", "", "factbook")
		return
	}
	p := b.people.add(name, "", "", "factbook")
	if p.surnames == "" {
		p.surnames = family
	}
	b.term(p, office, iso, since, "", "", "factbook")
}

// succeeds tells whether somebody took an office that is open in our tables after the
// one who is named there; that one's term then ends. It is not so of whom we name
// already, and of offices that we know somebody later in.
func (b *builder) succeeds(name, office, iso, since string) bool {
	for _, row := range b.rows["offices.tsv"] {
		if row[1] != office || row[2] != iso || row[4] != "" {
			continue
		}
		if p := b.people.byID[row[0]]; p != nil && shareWord(p.name+" "+p.aliases, name) || row[3] >= since {
			return false
		}
		row[4] = since
	}
	return true
}

package encounter

import (
	"strings"

	"readout"
	"readout/text"
)

// This file says who can take part, and for which side.

// settleParties drops a country beside somebody who acts for it: "Kim and the North
// Koreans" are one side, told twice.
func settleParties(ps []partyAt) []partyAt {
	var out []partyAt
	for _, p := range ps {
		redundant := false
		for _, q := range ps {
			redundant = redundant || p.party.Kind == readout.State && q.party.Kind == readout.Person && q.party.Side == p.party.Name
		}
		if !redundant {
			out = append(out, p)
		}
	}
	return knownSides(out)
}

// knownSides drops those of whom no side is known where two sides are.
func knownSides(ps []partyAt) []partyAt {
	first, two := "", false
	for _, p := range ps {
		if s := p.party.Side; s != "" {
			two = two || first != "" && s != first
			first = s
		}
	}
	if !two {
		return ps
	}
	var out []partyAt
	for _, p := range ps {
		if p.party.Side != "" {
			out = append(out, p)
		}
	}
	return out
}

func hasRole(ps []partyAt, role byte) bool {
	for _, p := range ps {
		if p.role == role {
			return true
		}
	}
	return false
}

// among keeps the parties that a noun has to itself: "talks between A and B".
func among(ps []partyAt) []partyAt {
	var out []partyAt
	for _, p := range ps {
		if p.role == 'm' {
			out = append(out, p)
		}
	}
	return out
}

// partyOf turns an entity into a participant. A delegation without names is its
// country or body; a crowd of nobody's takes no part.
func partyOf(e *text.Entity) (readout.Party, bool) {
	p := e.Party
	switch e.Class {
	case text.Person:
		if indefinite(p.Name) { // "a sitting president": nobody in particular
			return p, false
		}
		if describes(p.Name) || e.Entry == "" && e.Rule == "description" { // nobody is named: the delegation is its country
			return delegation(p)
		}
		return p, p.Name != ""
	case text.State:
		p.Kind = readout.State
		if p.Side != "" {
			p.Name = p.Side
		}
		return p, p.Name != "" && !describes(p.Name)
	case text.Body:
		return p, e.Entry != "" && p.Role != "outlet" && (p.Side == "" || p.Side == p.Name) // not one state's own
	case text.Group:
		return p, p.Name != "" && !describes(p.Name)
	case text.People:
		if private(e.Name) {
			return p, false
		}
		return delegation(p)
	case text.Nationality:
		return delegation(p)
	}
	return p, false
}

// private tells people who act for nobody but themselves: "Finnish businessmen".
func private(description string) bool {
	for _, w := range strings.Fields(lower(description)) {
		switch w {
		case "businessmen", "businesspeople", "investors", "staff", "employees", "workers", "students", "journalists", "reporters", "troops", "soldiers",
			"residents", "fans", "refugees", "voters", "companies", "executives", "citizens", "civilians", "tourists", "athletes", "players", "children", "protesters", "migrants":
			return true
		}
	}
	return false
}

// delegation is the country or body that people without names act for.
func delegation(p readout.Party) (readout.Party, bool) {
	known := p.Country != "" || strings.HasSuffix(p.Side, "Nations") || strings.HasSuffix(p.Side, "Union") || p.Side == strings.ToUpper(p.Side)
	return readout.Party{Kind: readout.State, Name: p.Side, Side: p.Side, Country: p.Country}, p.Side != "" && known
}

func indefinite(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch lower(first) {
	case "a", "an", "no", "any", "another", "every", "each":
		return true
	}
	return false
}

// describes tells a description from a name: it begins with no capital, or with an
// article or a possessor ("North Korea's leader").
func describes(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch lower(first) {
	case "a", "an", "the", "no", "any", "his", "her", "their":
		return true
	}
	switch last := lower(name[strings.LastIndex(name, " ")+1:]); last {
	case "minister", "president", "ambassador", "leader", "chancellor", "king", "prince", "secretary", "official", "envoy", "chief", "jr.", "premier", "ministers", "leaders":
		return true
	}
	return strings.HasSuffix(first, "'s") || strings.HasSuffix(first, "’s") || first == lower(first)
}

// sides counts the different sides among the parties; who has none counts alone.
func (d *draft) sides(ps []partyAt) int {
	n := 0
	for i, p := range ps {
		fresh := true
		for _, q := range ps[:i] {
			if side(p.party) == side(q.party) {
				fresh = false
			}
		}
		if fresh {
			n++
		}
	}
	return n
}

func side(p readout.Party) string {
	if p.Side != "" {
		return p.Side
	}
	return p.Name
}

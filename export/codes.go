package export

import (
	_ "embed" // for the table of codes
	"fmt"
	"strings"

	"readout"
)

// countries are ISO 3166-1 codes with the regions of the United Nations' M49.
//
//go:embed countries.tsv
var countries string

type country struct{ alpha3, region, subregion string }

// codes are what other schemes call countries, by ISO 3166-1 alpha-2.
type codes map[string]country

func loadCodes() (codes, error) {
	out := codes{}
	for i, line := range strings.Split(strings.TrimSuffix(countries, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			return nil, fmt.Errorf("export: countries.tsv:%d: %d cells, not 5", i+1, len(cells))
		}
		if i > 0 {
			out[cells[0]] = country{cells[1], cells[2], cells[3]}
		}
	}
	return out, nil
}

// actor is how event data call a party: three letters and a sector.
type actor struct{ code, sector string }

// actorOf codes a party: a state and those who act for it by ISO 3166-1 alpha-3 and
// GOV, an international body as IGO. Groups have no code of their own.
func (c codes) actorOf(p readout.Party) actor {
	if code := c[p.Country].alpha3; code != "" {
		return actor{code, sectorOf(p)}
	}
	if p.Kind == readout.Organisation || p.Kind == readout.Person && p.Side != "" {
		return actor{"IGO", ""}
	}
	return actor{}
}

// sectorOf is GOV, unless the office is told to be a former or a coming one.
func sectorOf(p readout.Party) string {
	switch role := strings.ToLower(p.Role); {
	case strings.HasPrefix(role, "former "), strings.HasPrefix(role, "ex-"):
		return "ELI"
	case strings.HasPrefix(role, "opposition "):
		return "OPP"
	case p.Kind == readout.Group:
		return ""
	}
	return "GOV"
}

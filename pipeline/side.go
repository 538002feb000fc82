package pipeline

import (
	"strings"

	"readout"
	"readout/gazetteer"
)

// withSide lets the document's own voice speak for its side where the outlet is a
// government's or an organisation's own: the office of a president, a ministry.
func withSide(es []readout.Encounter, outlet string, g *gazetteer.Gazetteer) {
	side := sideOf(outlet, g)
	if side == "" {
		return
	}
	for i := range es {
		for k := range es[i].Accounts {
			if v := &es[i].Accounts[k].Voice; v.Speaker == "" {
				v.Side = side
			}
		}
	}
}

// sideOf is the state or body for which an outlet speaks, or "": "The White House",
// "President of Russia (Kremlin)", "European Commission". A news agency, a state's
// too, speaks for itself.
func sideOf(outlet string, g *gazetteer.Gazetteer) string {
	name, inner, _ := strings.Cut(outlet, "(")
	inner, _, _ = strings.Cut(inner, ")")
	for _, s := range []string{name, inner} {
		s = strings.TrimSpace(s)
		s = strings.TrimPrefix(strings.TrimPrefix(s, "The "), "the ")
		if side := officialSide(s, g); side != "" {
			return side
		}
	}
	return ""
}

func officialSide(name string, g *gazetteer.Gazetteer) string {
	side := ""
	for _, r := range g.Find(name) {
		switch {
		case r.Kind == gazetteer.Outlet:
			return ""
		case r.Kind == gazetteer.Body, r.As == gazetteer.Metonym:
			side = r.Side
		}
	}
	if side != "" {
		return side
	}
	return stateOffice(name, g)
}

// stateOffice is the state of "President of Kazakhstan" or "U.S. Department of State".
func stateOffice(name string, g *gazetteer.Gazetteer) string {
	if i := strings.LastIndex(name, " of "); i > 0 && official(name[:i]) {
		if e := g.StateNamed(strings.TrimPrefix(name[i+len(" of "):], "the ")); e != nil {
			return e.Name
		}
	}
	forms := strings.Fields(name)
	n, refs := g.Longest(forms, 0)
	if n == 0 || n == len(forms) || !official(strings.Join(forms[n:], " ")) {
		return ""
	}
	for _, r := range refs {
		if r.Kind == gazetteer.State {
			return r.Name
		}
	}
	return ""
}

// official tells whether the words name an office or what serves it: "President",
// "Ministry of Foreign Affairs", "Office of the Prime Minister".
func official(words string) bool {
	for _, w := range strings.Fields(strings.ToLower(words)) {
		switch w {
		case "president", "presidency", "prime", "government", "ministry", "minister", "chancellor", "chancellery",
			"embassy", "department", "cabinet", "palace", "mission", "royal":
			return true
		}
	}
	return false
}

package gazetteer

import (
	"sort"
	"strings"

	"readout"
)

// Hints are what a document tells of somebody beside the surname.
type Hints struct {
	Day         readout.Day
	HasDay      bool
	Country     string // ISO code of the country named beside
	OfficeWords string // "Russian Foreign Minister", "former President"
	GivenName   string
}

// Candidate is a person that may be meant, with the reasons.
type Candidate struct {
	*Entry
	Term    *Term // the office that speaks for it, or nil
	Score   int
	Reasons []string
}

// PersonBySurname returns the people of that surname, the likeliest first. sure
// tells that the first one is meant: nobody else is left, or it leads by what the
// hints say.
func (g *Gazetteer) PersonBySurname(surname string, h Hints) (out []Candidate, sure bool) {
	office, _ := g.OfficeWords(h.OfficeWords)
	for _, e := range g.surnames[Fold(surname)] {
		if h.GivenName != "" && !givenFits(e, h.GivenName) {
			continue
		}
		out = append(out, g.weigh(e, office, h))
	}
	out, sure = decide(out)
	if sure && h.GivenName == "" && h.Country == "" && h.OfficeWords == "" && seldomAlone(out[0].Term) {
		sure = false
	}
	return out, sure
}

// seldomAlone tells an office whose holders the press hardly calls by the surname alone where
// nothing else speaks of them: "Moran" is no ambassador to Switzerland.
func seldomAlone(t *Term) bool { return t != nil && officeRank(t.Office) >= 6 }

func givenFits(e *Entry, given string) bool {
	f := Fold(given)
	for _, w := range words(Fold(e.Name)) {
		if w == f || len(f) == 1 && strings.HasPrefix(w, f) {
			return true
		}
	}
	return false
}

func decide(out []Candidate) ([]Candidate, bool) {
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	switch len(out) {
	case 0:
		return nil, false
	case 1:
		return out, out[0].Score > 0
	}
	return out, out[0].Score > 0 && out[0].Score >= out[1].Score+8
}

// weigh scores one person against the hints: an office held on the day counts
// most, one held near it less; the country and the words of the office add to it.
func (g *Gazetteer) weigh(e *Entry, office Office, h Hints) Candidate {
	best := Candidate{Entry: e, Score: 2}
	for _, i := range g.held[e] {
		t := &g.terms[i]
		c := Candidate{Entry: e, Term: t, Score: 2}
		if w := newsWeight(t.Key); h.Country == "" && len(office.Keys) == 0 && (w < 0 || h.HasDay && t.On(h.Day)) {
			c.Score += w
		}
		c.byDay(t, office, h)
		c.byOffice(t, office, h.Country)
		if c.Score >= best.Score || best.Term == nil {
			best = c
		}
	}
	return best
}

// newsWeight tells how often the news names people of a country without saying so: those
// of the large powers, and of the conflicts that it follows, more than others; of small
// states only where something else speaks of them.
func newsWeight(key string) int {
	switch {
	case len(key) != 2:
	case strings.Contains(" US RU CN GB FR DE JP IN UA IL IR TR SA EG PK SY IQ KR KP EU UN ", " "+key+" "):
		return 3
	case seldomNamed(key):
		return -7
	}
	return 0
}

func seldomNamed(key string) bool {
	return strings.Contains(" AD AG BB BF BI BJ BN BS BT BW BZ CF CG CV DJ DM FJ FM GA GD GM GN GQ GW GY JM KI KM KN LC LI LR LS MC MG MH MR MU MV MW NA NR PG PW SB SC SL SM SR ST SV SZ TD TG TL TO TT TV VC VU WS ", " "+key+" ")
}

func (c *Candidate) add(score int, reason string) {
	c.Score += score
	c.Reasons = append(c.Reasons, reason)
}

// fame weighs how often the news calls the holder of an office by the surname alone: a
// head of state or government most, hardly ever one of the many ambassadors.
func fame(office string) int {
	switch office {
	case "defence minister":
		return 7
	case "national security adviser":
		return 6
	case "vice president":
		return 5
	case "ambassador to the United Nations", "ambassador to the United States", "ambassador to Russia":
		return 3
	}
	switch rank := officeRank(office); {
	case rank == 0:
		return 11
	case rank <= 2:
		return 8
	case rank >= 6:
		return -4 - rank
	default:
		return 8 - rank
	}
}

func (c *Candidate) byDay(t *Term, office Office, h Hints) {
	weight := fame(t.Office)
	if !h.HasDay {
		c.add(weight, "held "+t.Office)
		return
	}
	switch {
	case t.On(h.Day) && office.Former:
		c.add(weight, "held "+t.Office+" then, though a former one is meant")
	case t.On(h.Day):
		c.add(24+weight, t.Office+" on the day")
	case t.To < h.Day && h.Day-t.To < 366:
		c.add(14+weight, t.Office+" until shortly before")
	case t.To < h.Day && office.Former:
		c.add(16+weight, t.Office+" before the day")
	case t.To < h.Day:
		c.add(max(2, 12-int(h.Day-t.To)/730)+weight/2, t.Office+" before the day")
	case t.From-h.Day < 200:
		c.add(14+weight, t.Office+" shortly after")
	default:
		c.add(max(1, 8-int(t.From-h.Day)/730), t.Office+" later")
	}
}

func (c *Candidate) byOffice(t *Term, office Office, country string) {
	if country != "" {
		if t.Key == country {
			c.add(14, "of "+t.Side)
		} else {
			c.Score -= 14
		}
	}
	if len(office.Keys) > 0 {
		if contains(office.Keys, t.Key) {
			c.add(14, "of "+t.Side)
		} else {
			c.Score -= 10
		}
	}
	if len(office.Names) == 0 {
		return
	}
	if contains(office.Names, t.Office) {
		c.add(16, "the office named")
	} else {
		c.Score -= 6
	}
	if office.Acting == t.Acting {
		c.Score++
	}
}

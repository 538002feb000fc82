package gazetteer

import (
	"sort"
	"strings"

	"readout"
)

// scene reads a sentence or two: which countries they speak of, and how much; who
// is named. A place that something happens at ("in Beijing") tells less of who
// acts than one that acts itself ("the Tokyo delegation").
func (g *Gazetteer) scene(context string) scene {
	s := scene{weight: map[string]int{}}
	forms := strings.Fields(cleaned(context))
	for i := 0; i < len(forms); {
		n, refs := g.Longest(forms, i)
		if y, ok := yearIn(forms[i]); ok {
			s.years = append(s.years, y)
		}
		if n == 0 {
			i++
			continue
		}
		before := settingWord(forms, i)
		s.take(g, refs, before)
		i += n
	}
	sort.SliceStable(s.order, func(i, j int) bool { return s.weight[s.order[i]] > s.weight[s.order[j]] })
	return s
}

// settingWord is the word that tells how a sentence speaks of a place: the one
// before it, past an article; "." where it opens the sentence, "In" where it is the
// sentence's setting, "others of" where its leaders are others than those meant.
func settingWord(forms []string, i int) string {
	if i > 0 && strings.EqualFold(forms[i-1], "the") {
		i--
	}
	switch {
	case i == 0 || strings.HasSuffix(forms[i-1], "."):
		return "."
	case i > 1 && forms[i-1] == "of" && isPlainPlural(forms[i-2]):
		return "others of"
	case forms[i-1] == "In" || forms[i-1] == "At":
		return "In"
	}
	return strings.ToLower(forms[i-1])
}

func isPlainPlural(w string) bool {
	switch w {
	case "leaders", "presidents", "ministers", "premiers", "envoys", "diplomats", "delegations", "heads":
		return true
	}
	return false
}

func (s *scene) take(g *Gazetteer, refs []Ref, before string) {
	weight := 3
	switch before {
	case ".":
		weight = 4
	case "In":
		weight = 2
	case "in", "at", "from", "to", "near", "into", "outside", "over", "on", "for", "with", "about", "against", "others of":
		weight = 1
	}
	var bearers []*Entry
	done := map[string]bool{}
	people, somebody := true, false
	for _, r := range refs {
		people = people && r.Kind != Group && r.Kind != State
		somebody = somebody || r.Kind == Person
	}
	for _, r := range refs {
		key := r.Country
		switch r.Kind {
		case Person:
			if people {
				s.people = append(s.people, r.Entry)
				bearers = append(bearers, r.Entry)
			}
			continue
		case City:
			if !r.Big && (len(done) > 0 || somebody || before == ".") {
				continue // "Reading of himself in the cables"
			}
		case Body:
			key = strings.TrimPrefix(r.ID, "body:")
		case Group:
			key = strings.TrimPrefix(r.ID, "group:")
		case State, Region:
		default:
			continue
		}
		if key == "" || done[key] {
			continue
		}
		done[key] = true
		s.say(key, weight)
		if up := r.Country; up != "" && up != key {
			s.say(up, weight-1)
		}
		if r.Kind == City && r.Name == "Brussels" {
			s.say("EU", weight)
		}
	}
	if len(bearers) > 0 {
		s.mentions = append(s.mentions, bearers)
	}
}

func (s *scene) say(key string, weight int) {
	if s.weight[key] == 0 {
		s.order = append(s.order, key)
	}
	s.weight[key] += weight
}

// guessDay finds a day on which as many as can be of the people named held the
// offices that the news quotes them for, in a year that the context tells if it
// tells one; ok is false where there is neither.
func (g *Gazetteer) guessDay(s scene) (readout.Day, bool) {
	var days []readout.Day
	for _, y := range s.years {
		days = append(days, readout.DayOf(y, 7, 1))
	}
	for _, bearers := range s.mentions {
		for _, p := range bearers {
			for _, i := range g.held[p] {
				if t := &g.terms[i]; officeRank(t.Office) <= 4 && t.From >= readout.DayOf(1985, 1, 1) {
					days = append(days, t.From+100, min(t.To, g.last)-40)
				}
			}
		}
	}
	best, count := readout.Day(0), 0
	for _, d := range days {
		if n := g.inOffice(s, d); n > count || n == count && n > 0 && d > best {
			best, count = d, n
		}
	}
	return best, count > 0
}

// inOffice weighs how well a day suits the people and years of a context: one of
// several bearers of a name counts, a head of state or government most.
func (g *Gazetteer) inOffice(s scene, d readout.Day) int {
	n := 0
	for _, y := range s.years {
		if in, _, _ := d.Civil(); in == y {
			n += 2
		}
	}
	for _, bearers := range s.mentions {
		most := 0
		for _, p := range bearers {
			if t, then := g.OfficeOf(p.ID, d); then {
				most = max(most, 6-officeRank(t.Office))
			}
		}
		n += most
	}
	return n
}

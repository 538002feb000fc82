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
		if n == 0 {
			i++
			continue
		}
		before := ""
		if i > 0 {
			before = strings.ToLower(forms[i-1])
		}
		if before == "the" && i > 1 {
			before = strings.ToLower(forms[i-2])
		}
		s.take(g, refs, before)
		i += n
	}
	sort.SliceStable(s.order, func(i, j int) bool { return s.weight[s.order[i]] > s.weight[s.order[j]] })
	return s
}

func (s *scene) take(g *Gazetteer, refs []Ref, before string) {
	weight := 3
	switch before {
	case "in", "at", "from", "to", "near", "into", "outside", "over", "on", "for":
		weight = 1
	}
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
			}
			continue
		case City:
			if !r.Big && (len(done) > 0 || somebody) {
				continue
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
}

func (s *scene) say(key string, weight int) {
	if s.weight[key] == 0 {
		s.order = append(s.order, key)
	}
	s.weight[key] += weight
}

// guessDay finds a day on which as many as can be of the people named held the
// offices that the news quotes them for; ok is false where nobody is named.
func (g *Gazetteer) guessDay(s scene) (readout.Day, bool) {
	best, count := readout.Day(0), 0
	for _, p := range s.people {
		for _, i := range g.held[p] {
			t := &g.terms[i]
			if officeRank(t.Office) > 1 || t.From < readout.DayOf(1985, 1, 1) {
				continue
			}
			d := t.From + 100
			n := 0
			for _, o := range s.people {
				if u, then := g.OfficeOf(o.ID, d); then && officeRank(u.Office) <= 1 {
					n++
				}
			}
			if n > count {
				best, count = d, n
			}
		}
	}
	return best, count > 0
}

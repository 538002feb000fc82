package eval

import "sort"

// coarse groups statuses for the strict figure.
var coarse = map[string]string{"held": "held", "planned": "ahead", "proposed": "ahead", "cancelled": "off", "denied": "off"}

// Difference is one line of what to read after a run: a miss, an extra, a wrong field.
type Difference struct {
	Document, What, Gold, Got string
	At                        Range
}

// Tally counts while documents are compared. The zero Tally is ready.
type Tally struct {
	n           map[string]float64
	Differences []Difference
	Rules       map[string]Yield
}

// Yield is what one rule gains and loses: the encounters that it found, those that two
// readers could differ on, and those that nobody annotated.
type Yield struct{ Found, Optional, Wrong int }

func (t *Tally) yields(rule string, paired, optional bool) {
	if t.Rules == nil {
		t.Rules = map[string]Yield{}
	}
	y := t.Rules[rule]
	switch {
	case optional:
		y.Optional++
	case paired:
		y.Found++
	default:
		y.Wrong++
	}
	t.Rules[rule] = y
}

func (t *Tally) add(key string, v float64) {
	if t.n == nil {
		t.n = map[string]float64{}
	}
	t.n[key] += v
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// pair is a candidate pairing with its score.
type pair struct {
	score float64
	g, p  int
}

// assign pairs one to one, best first.
func assign(gold, got int, score func(g, p int) float64) []pair {
	var all []pair
	for g := 0; g < gold; g++ {
		for p := 0; p < got; p++ {
			if s := score(g, p); s > 0 {
				all = append(all, pair{s, g, p})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].score > all[j].score })
	usedG, usedP := map[int]bool{}, map[int]bool{}
	var out []pair
	for _, x := range all {
		if !usedG[x.g] && !usedP[x.p] {
			usedG[x.g], usedP[x.p] = true, true
			out = append(out, x)
		}
	}
	return out
}

// Compare adds one document's record against its gold.
func (t *Tally) Compare(gold, got Record) {
	t.encounters(gold, got)
	if gold.Statements != nil {
		var have []StatementRecord
		if got.Statements != nil {
			have = *got.Statements
		}
		t.statements(gold.ID, *gold.Statements, have)
	}
}

func (t *Tally) encounters(gold, got Record) {
	ge, pe := gold.Encounters, got.Encounters
	pairs := assign(len(ge), len(pe), func(g, p int) float64 { return encounterScore(ge[g], pe[p]) })
	must, off := 0, func(s string) bool { return coarse[s] == "off" }
	for _, g := range ge {
		if !g.Optional {
			must++
			t.add("off.gold", one(off(g.Status)))
		}
	}
	free, pairedG, pairedP := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, x := range pairs {
		pairedG[x.g], pairedP[x.p] = true, true
		free[x.p] = ge[x.g].Optional
	}
	for j, p := range pe {
		t.yields(p.Rule, pairedP[j], free[j])
		if !free[j] {
			t.add("pred", 1)
			t.add("off.pred", one(off(p.Status)))
		}
		if !pairedP[j] {
			t.differ(gold.ID, "extra", nil, &p)
		}
	}
	t.add("gold", float64(must))
	for i, g := range ge {
		if !pairedG[i] && !g.Optional {
			t.differ(gold.ID, "missed", &g, nil)
		}
	}
	for _, x := range pairs {
		if !ge[x.g].Optional {
			t.found(gold.ID, ge[x.g], pe[x.p])
		}
	}
}

// found counts the fields of a pair.
func (t *Tally) found(id string, g, p EncounterRecord) {
	hits := nameHits(g.Participants, p.Participants)
	who := hits == len(g.Participants) && hits == len(p.Participants)
	status := coarse[g.Status] == coarse[p.Status]
	date := sameDate(g.Date, p.Date)
	t.add("found", 1)
	t.add("who", one(who))
	t.add("status", one(status))
	t.add("kind", one(g.Kind == p.Kind))
	t.add("strict", one(who && status && date))
	t.add("off.right", one(coarse[g.Status] == "off" && coarse[p.Status] == "off"))
	t.add("evidence", cover(g.Evidence, p.Evidence))
	if g.Date != "" {
		t.add("date.asked", 1)
		t.add("date.right", one(date))
	} else {
		t.add("date.invented", one(p.Date != ""))
	}
	if g.Place != "" {
		t.add("place.asked", 1)
		t.add("place.right", one(samePlace(g.Place, p.Place)))
	}
	if g.Gathering != "" {
		t.add("gathering.asked", 1)
		t.add("gathering.right", one(sameGathering(g.Gathering, p.Gathering)))
	}
	t.topics(g.Topics, p.Topics)
	what := "paired"
	if !who || !status || !date {
		what = "paired, not strict"
	}
	t.differ(id, what, &g, &p)
}

func (t *Tally) topics(g, p []NameRecord) {
	t.add("topic.gold", float64(len(g)))
	t.add("topic.pred", float64(len(p)))
	for _, a := range g {
		for _, b := range p {
			if sameTopic(a.Name, b.Name) {
				t.add("topic.hit.gold", 1)
				break
			}
		}
	}
	for _, b := range p {
		for _, a := range g {
			if sameTopic(a.Name, b.Name) {
				t.add("topic.hit.pred", 1)
				break
			}
		}
	}
}

func kindFamily(kind string) string {
	switch kind {
	case "call", "visit":
		return kind
	}
	return "in person"
}

// encounterScore is 0 where two encounters cannot be one.
func encounterScore(g, p EncounterRecord) float64 {
	fg, fp := kindFamily(g.Kind), kindFamily(p.Kind)
	if fg != fp && (fg == "call" || fp == "call") {
		return 0
	}
	hits := nameHits(g.Participants, p.Participants)
	who := harmonic(float64(hits), float64(len(g.Participants)), float64(len(p.Participants)))
	near := cover(g.Evidence, p.Evidence)
	if who <= 0.5 || near == 0 {
		return 0
	}
	score := who + 0.5 + 0.05*near
	score += 0.05*one(g.Date == p.Date) + 0.1*one(g.Kind == p.Kind)
	score += 0.6 * one(coarse[g.Status] == coarse[p.Status])
	return score + 0.3*one(sameDate(g.Date, p.Date) && g.Date != "")
}

func nameHits(gold, got []PartyRecord) int {
	used, hits := map[int]bool{}, 0
	for _, g := range gold {
		for j, p := range got {
			if !used[j] && SameName(g.Name, p.Name) {
				used[j] = true
				hits++
				break
			}
		}
	}
	return hits
}

// cover is how far two lists of ranges cover the same bytes, 0 to 1.
func cover(a, b []Range) float64 {
	size, shared := 0, 0
	for _, x := range a {
		size += x.len()
		for _, y := range b {
			shared += x.shared(y)
		}
	}
	for _, y := range b {
		size += y.len()
	}
	if size == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(size)
}

func (t *Tally) statements(id string, gs, ps []StatementRecord) {
	pairs := assign(len(gs), len(ps), func(g, p int) float64 { return contentScore(gs[g].Content, ps[p].Content) })
	free, paired := map[int]bool{}, map[int]bool{}
	pairedP := map[int]bool{}
	for _, x := range pairs {
		paired[x.g], pairedP[x.p] = true, true
		free[x.p] = gs[x.g].Optional
	}
	for j, p := range ps {
		t.add("s.pred", one(!free[j]))
		if !pairedP[j] {
			t.Differences = append(t.Differences, Difference{id, "statement extra", "", p.Speaker.Name, p.Content})
		}
	}
	for i, g := range gs {
		if g.Optional {
			continue
		}
		t.add("s.gold", 1)
		t.add("s.direct.gold", one(g.Mode == "direct"))
		if !paired[i] {
			t.Differences = append(t.Differences, Difference{id, "statement missed", g.Speaker.Name, "", g.Content})
		}
	}
	for _, x := range pairs {
		if g := gs[x.g]; !g.Optional {
			t.statement(id, g, ps[x.p], x.score)
		}
	}
}

func (t *Tally) statement(id string, g, p StatementRecord, content float64) {
	right := SameName(g.Speaker.Name, p.Speaker.Name)
	t.add("s.found", 1)
	t.add("s.attributed", one(right))
	t.add("s.mode", one(g.Mode == p.Mode))
	t.add("s.content", content)
	t.add("s.direct.right", one(right && g.Mode == "direct"))
	t.add("s.via.gold", float64(len(g.Via)))
	t.add("s.via.pred", float64(len(p.Via)))
	for _, a := range g.Via {
		for _, b := range p.Via {
			if SameName(a.Name, b.Name) {
				t.add("s.via.hit", 1)
				break
			}
		}
	}
	if !right {
		t.Differences = append(t.Differences, Difference{id, "speaker", g.Speaker.Name, p.Speaker.Name, g.Content})
	}
}

func contentScore(a, b Range) float64 {
	long := max(a.len(), b.len())
	if min(a.len(), b.len()) == 0 || 2*a.shared(b) < long {
		return 0
	}
	return float64(a.shared(b)) / float64(long)
}

func harmonic(hits, gold, got float64) float64 {
	if gold+got == 0 {
		return 0
	}
	return 2 * hits / (gold + got)
}

func (t *Tally) share(a, b string) float64 {
	if t.n[b] == 0 {
		return 0
	}
	return t.n[a] / t.n[b]
}

// Rows gives the figures of a set; those of statements only where gold had some.
func (t *Tally) Rows(set string) []Row {
	n := t.n
	row := func(stage, metric string, v float64) Row { return Row{stage, set, metric, v} }
	topicP, topicR := t.share("topic.hit.pred", "topic.pred"), t.share("topic.hit.gold", "topic.gold")
	topic := 0.0
	if topicP+topicR > 0 {
		topic = 2 * topicP * topicR / (topicP + topicR)
	}
	const e, s = "encounter", "statement"
	rows := []Row{
		row(e, "f1", harmonic(n["found"], n["gold"], n["pred"])),
		row(e, "precision", t.share("found", "pred")), row(e, "recall", t.share("found", "gold")),
		row(e, "strict_f1", harmonic(n["strict"], n["gold"], n["pred"])),
		row(e, "off_f1", harmonic(n["off.right"], n["off.gold"], n["off.pred"])),
		row(e, "participants", t.share("who", "found")), row(e, "status", t.share("status", "found")),
		row(e, "kind", t.share("kind", "found")), row(e, "date", t.share("date.right", "date.asked")),
		row(e, "place", t.share("place.right", "place.asked")),
		row(e, "gathering", t.share("gathering.right", "gathering.asked")),
		row(e, "topic_f1", topic), row(e, "evidence", t.share("evidence", "found")),
	}
	if blank := n["found"] - n["date.asked"]; blank > 0 {
		rows = append(rows, row(e, "date_invented", n["date.invented"]/blank))
	}
	if n["s.gold"] == 0 {
		return rows
	}
	return append(rows,
		row(s, "f1", harmonic(n["s.found"], n["s.gold"], n["s.pred"])),
		row(s, "precision", t.share("s.found", "s.pred")), row(s, "recall", t.share("s.found", "s.gold")),
		row(s, "attributed_f1", harmonic(n["s.attributed"], n["s.gold"], n["s.pred"])),
		row(s, "via_f1", harmonic(n["s.via.hit"], n["s.via.gold"], n["s.via.pred"])),
		row(s, "mode", t.share("s.mode", "s.found")), row(s, "content", t.share("s.content", "s.found")),
		row(s, "direct_attributed", t.share("s.direct.right", "s.direct.gold")))
}

func (t *Tally) differ(id, what string, g, p *EncounterRecord) {
	d := Difference{Document: id, What: what}
	if p != nil {
		d.Got = p.line()
		if len(p.Evidence) > 0 {
			d.At = p.Evidence[0]
		}
	}
	if g != nil {
		d.Gold = g.line()
		if len(g.Evidence) > 0 {
			d.At = g.Evidence[0]
		}
	}
	t.Differences = append(t.Differences, d)
}

// line puts an encounter on one line.
func (e *EncounterRecord) line() string {
	out := e.Kind + "/" + e.Status + " "
	for i, p := range e.Participants {
		if i > 0 {
			out += " + "
		}
		out += p.Name
	}
	return out + " @" + e.Date + " " + e.Place + " [" + e.Gathering + "]"
}

package web

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"readout"
)

// world makes documents about encounters that never were, in the proportions that
// news has: few leaders meet most often, few outlets write most, most encounters are
// told by one document, some by several. The same seed makes the same world.
type world struct {
	r       *rand.Rand
	people  []readout.Party
	cities  []readout.Place
	topics  []string
	events  []string
	outlets []string
	made    int // encounters
	docs    int
	again   []tell // what further documents will tell
}

func newWorld(seed uint64) *world {
	w := &world{r: rand.New(rand.NewPCG(seed, 1))}
	places := positions()
	var codes []string
	for _, f := range table(countries) {
		codes = append(codes, f[0])
	}
	for i, code := range codes {
		_ = places
		side := "Land " + word(i)
		for j := range 14 {
			n := i*14 + j
			w.people = append(w.people, readout.Party{Kind: readout.Person, Name: word(n*7+3) + " " + word(n*13+5) + word(n), Side: side, Country: code, Role: "minister"})
		}
		w.cities = append(w.cities, readout.Place{City: "City " + word(i*3+1), Country: side, Code: code})
	}
	for i := range 3000 {
		w.topics = append(w.topics, word(i*5+2)+" "+word(i*11+7))
	}
	for i := range 800 {
		w.events = append(w.events, word(i*17+1)+" Summit")
	}
	for i := range 400 {
		w.outlets = append(w.outlets, "The "+word(i*19+4)+" Post")
	}
	return w
}

// word is a number as a word that can be spoken.
func word(n int) string {
	const heads, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for n = n*2654435761%1_000_003 + 14*5; n > 0; n /= 14 * 5 {
		b.WriteByte(heads[n%14])
		b.WriteByte(vowels[n/14%5])
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// pick takes a low position far more often than a high one.
func (w *world) pick(n int) int {
	return int(float64(n) * w.r.Float64() * w.r.Float64() * w.r.Float64())
}

// encounter makes up one that nobody told of yet.
func (w *world) encounter() tell {
	w.made++
	a := w.people[w.pick(len(w.people))]
	b := a
	for b.Side == a.Side {
		b = w.people[w.pick(len(w.people))]
	}
	t := tell{a: a, b: b, status: readout.Held, kind: readout.Meeting}
	switch n := w.r.IntN(100); {
	case n < 15:
		t.status = readout.Planned
	case n < 20:
		t.status = readout.Proposed
	case n < 22:
		t.status = readout.Cancelled
	case n < 25:
		t.status = readout.Denied
	}
	if w.r.IntN(4) == 0 {
		t.kind = readout.Call
	}
	day := readout.DayOf(1995, 1, 1) + readout.Day(w.r.IntN(31*365))
	if w.r.IntN(10) > 0 {
		t.date = day.Date()
		if w.r.IntN(8) == 0 {
			t.date = t.date[:7]
		}
	}
	if t.kind == readout.Meeting && w.r.IntN(3) > 0 {
		p := w.cities[w.pick(len(w.cities))]
		t.city, t.country, t.code = p.City, p.Country, p.Code
	}
	if w.r.IntN(6) == 0 {
		t.gathering = w.events[w.pick(len(w.events))]
	}
	for range w.r.IntN(3) {
		t.topics = append(t.topics, w.topics[w.pick(len(w.topics))])
	}
	return t
}

// document makes the next one: it tells of one to three encounters, sometimes of one
// that others told of, with another day, place or voice.
func (w *world) document() readout.Readout {
	w.docs++
	var ts []tell
	for range 1 + w.r.IntN(3) {
		if len(w.again) > 0 && w.r.IntN(4) == 0 {
			ts = append(ts, w.again[0])
			w.again = w.again[1:]
			continue
		}
		t := w.encounter()
		ts = append(ts, t)
		if w.r.IntN(5) == 0 {
			w.again = append(w.again, w.retell(t))
		}
	}
	for i := range ts {
		t := &ts[i]
		t.words = fmt.Sprintf("%s met %s in %s at the %s on %s and spoke about %s.", t.a.Name, t.b.Name, t.city, t.gathering, t.date, strings.Join(t.topics, " and "))
	}
	published := readout.DayOf(1995, 1, 1) + readout.Day(w.r.IntN(31*365))
	if day, _, ok := ts[0].date.Days(); ok {
		published = day + 1
	}
	return article(readout.Document{ID: fmt.Sprintf("doc-%07d", w.docs), Outlet: w.outlets[w.pick(len(w.outlets))], URL: fmt.Sprintf("https://news.example/%d", w.docs),
		Title: ts[0].a.Name + " and " + ts[0].b.Name, Published: string(published.Date())}, ts...)
}

func (w *world) retell(t tell) tell {
	switch w.r.IntN(6) {
	case 0:
		t.voice = readout.Voice{Speaker: t.a.Name, Side: t.a.Side}
	case 1:
		t.voice = readout.Voice{Speaker: t.b.Name, Side: t.b.Side}
		t.topics = []string{w.topics[w.pick(len(w.topics))]}
	case 2:
		if day, _, ok := t.date.Days(); ok {
			t.date = (day + 1).Date()
		}
	}
	return t
}

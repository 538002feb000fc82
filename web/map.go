package web

import (
	"bufio"
	_ "embed" // for the tables
	"fmt"
	"math"
	"strconv"
	"strings"

	"readout/store"
)

// countries says where each country lies.
//
//go:embed data/countries.tsv
var countries string

// outline is the world's coasts, drawn by hand.
//
//go:embed data/outline.tsv
var outline string

// worldMap shows where encounters took place.
type worldMap struct {
	Width, Height int
	Land          []string // SVG paths
	Spots         []spot
}

type spot struct {
	X, Y, R float64
	Label   string
	Link    string
}

const (
	mapWidth  = 720
	mapHeight = 330
	north     = 80.0
	south     = -58.0
)

// project is an equirectangular projection.
func project(lat, lon float64) (x, y float64) {
	return (lon + 180) / 360 * mapWidth, (north - lat) / (north - south) * mapHeight
}

// mapOf draws the countries of a ranking as circles whose areas are their numbers.
func mapOf(places []store.With, f filter) worldMap {
	m := worldMap{Width: mapWidth, Height: mapHeight}
	most := 0
	for _, p := range places {
		most = max(most, p.Shared)
	}
	if most == 0 {
		return m
	}
	at := positions()
	for _, p := range places {
		ll, ok := at[p.Note]
		if !ok {
			continue
		}
		x, y := project(ll[0], ll[1])
		m.Spots = append(m.Spots, spot{x, y, math.Max(2.5, 18*math.Sqrt(float64(p.Shared)/float64(most))),
			fmt.Sprintf("%s: %d", p.Label, p.Shared), f.But("place", p.Key)})
	}
	m.Land = land()
	return m
}

func positions() map[string][2]float64 {
	out := map[string][2]float64{}
	for _, f := range table(countries) {
		lat, err := strconv.ParseFloat(f[1], 64)
		lon, err2 := strconv.ParseFloat(f[2], 64)
		if err == nil && err2 == nil {
			out[f[0]] = [2]float64{lat, lon}
		}
	}
	return out
}

// land are the outlines as paths.
func land() []string {
	var out []string
	for _, f := range table(outline) {
		var b strings.Builder
		for i, p := range strings.Fields(f[1]) {
			lon, lat, _ := strings.Cut(p, ",")
			a, err := strconv.ParseFloat(lat, 64)
			o, err2 := strconv.ParseFloat(lon, 64)
			if err != nil || err2 != nil {
				continue
			}
			x, y := project(a, o)
			fmt.Fprintf(&b, "%s%.1f %.1f", map[bool]string{true: "M", false: "L"}[i == 0], x, y)
		}
		out = append(out, b.String()+"Z")
	}
	return out
}

// table are the rows of a tab-separated text, without its comments.
func table(text string) [][]string {
	var out [][]string
	sc := bufio.NewScanner(strings.NewReader(text))
	for sc.Scan() {
		if line := sc.Text(); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// sparkline is a topic's years as a small chart.
type sparkline struct {
	Label, Link string
	Total       int
	Bars        []barPart // X in H's place is not needed: years are evenly spaced
	Width       int
	From, To    string
	Xs          []float64
}

const (
	sparkWidth  = 220
	sparkHeight = 22
)

// sparklines draws topics over the years that the subject's own encounters span.
func sparklines(hs []topicHistory, span []store.Bucket) []sparkline {
	var first, last int
	for _, b := range span {
		if len(b.Date) == 4 {
			y := ordinal(b.Date)
			if first == 0 {
				first = y
			}
			last = y
		}
	}
	if first == 0 {
		return nil
	}
	first = max(first, last-39)
	step := float64(sparkWidth) / float64(last-first+1)
	var out []sparkline
	for _, h := range hs {
		s := sparkline{Label: h.Topic.Label, Link: linkTo(h.Topic.Facet, h.Topic.Key), Width: sparkWidth, From: strconv.Itoa(first), To: strconv.Itoa(last)}
		most := 0
		for _, b := range h.Years {
			most = max(most, b.Total)
		}
		for _, b := range h.Years {
			s.Total += b.Total
			if len(b.Date) != 4 || ordinal(b.Date) < first {
				continue
			}
			x := float64(ordinal(b.Date)-first) * step
			height := math.Max(2, float64(b.Total)/float64(most)*sparkHeight)
			s.Xs = append(s.Xs, x)
			s.Bars = append(s.Bars, barPart{fmt.Sprintf("%.1f", math.Max(1, step*0.8)), sparkHeight - height, height})
		}
		out = append(out, s)
	}
	return out
}

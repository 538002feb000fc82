package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"readout"
	"readout/store"
)

// The keys of the graph's data, for nodes and edges.
var graphKeys = []struct{ id, on, name string }{
	{"what", "node", "what"}, {"name", "node", "name"}, {"side", "node", "side"}, {"kind", "node", "kind"},
	{"status", "node", "status"}, {"date", "node", "date"}, {"place", "node", "place"}, {"gathering", "node", "gathering"},
	{"role", "edge", "role"},
}

// writeGraphML writes a graph with a node a party, a node an encounter, and an edge
// from each participant to its encounter. (An edge between each two participants
// would make thousands of a single conference.)
func writeGraphML(w io.Writer, j *job) error {
	g := graph{w: w, seen: map[string]bool{}}
	g.put(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	for _, k := range graphKeys {
		g.put(fmt.Sprintf(`  <key id="%s" for="%s" attr.name="%s" attr.type="string"/>`+"\n", k.id, k.on, k.name))
	}
	g.put(`  <graph id="record" edgedefault="directed">` + "\n")
	err := j.each(func(e store.Encounter) error {
		j.tally.Written++
		g.encounter(e)
		return g.err
	})
	if err != nil {
		return err
	}
	g.put("  </graph>\n</graphml>\n")
	return g.err
}

type graph struct {
	w    io.Writer
	err  error
	seen map[string]bool
}

func (g *graph) encounter(e store.Encounter) {
	g.node(e.ID, [][2]string{{"what", "encounter"}, {"name", headline(e)}, {"kind", e.Kind.Value().String()},
		{"status", e.Status.Value().String()}, {"date", string(e.Date.Value())}, {"place", e.Place.Value().String()},
		{"gathering", e.Gathering.Value()}})
	for _, p := range parties(e) {
		id := partyEntity(p).ID
		g.party(id, p)
		g.put(fmt.Sprintf("    <edge source=\"%s\" target=\"%s\">%s</edge>\n", attr(id), attr(e.ID), data("role", p.Role)))
	}
}

func (g *graph) party(id string, p readout.Party) {
	if g.seen[id] {
		return
	}
	g.seen[id] = true
	g.node(id, [][2]string{{"what", "party"}, {"name", p.Name}, {"side", p.Side}, {"kind", p.Kind.String()}})
}

func (g *graph) node(id string, values [][2]string) {
	g.put(fmt.Sprintf("    <node id=\"%s\">", attr(id)))
	for _, v := range values {
		g.put(data(v[0], v[1]))
	}
	g.put("</node>\n")
}

func data(key, value string) string {
	if value == "" {
		return ""
	}
	return `<data key="` + key + `">` + attr(value) + `</data>`
}

// attr escapes a text for XML; what XML cannot hold becomes U+FFFD.
func attr(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}

func (g *graph) put(s string) {
	if g.err == nil && s != "" {
		_, g.err = io.WriteString(g.w, s)
	}
}

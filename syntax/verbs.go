package syntax

import (
	_ "embed"
	"slices"
	"strings"

	"readout/text"
)

//go:embed verbs.tsv
var verbTable string

// past is a form of a verb that the treebanks do not show: "shook", "telephoned".
// Which of its tags it bears is left to the tagger; that it is a verb is not.
type past struct {
	tags  []uint16
	lemma string
}

// addPasts takes up the listed forms that the treebanks have too seldom to tell.
func (m *Model) addPasts() {
	m.words.pasts = map[uint32]*past{}
	for line := range strings.Lines(verbTable) {
		if f := strings.Fields(line); line[0] != '#' && len(f) == 3 {
			m.addPast(f[0], f[1], text.VBD)
			m.addPast(f[0], f[2], text.VBN)
		}
	}
}

func (m *Model) addPast(lemma, form string, xpos text.XPOS) {
	h := hashString(form)
	tag := slices.Index(m.tagger.pairs, tagPair{text.VERB, xpos})
	if _, told := m.words.usual[h]; told || form == lemma || tag < 0 {
		return
	}
	if m.words.pasts[h] == nil {
		m.words.pasts[h] = &past{lemma: lemma}
	}
	m.words.pasts[h].tags = append(m.words.pasts[h].tags, uint16(tag))
}

// best is the one of the form's tags that scores best.
func (v *past) best(scores []int32) uint16 {
	b := v.tags[0]
	for _, t := range v.tags {
		if scores[t] > scores[b] {
			b = t
		}
	}
	return b
}

package eval

import (
	"archive/tar"
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"readout"
	"readout/text"
)

// ReadRelations reads the names of a Re-DocRED file: a list of documents, each with
// its sentences as lists of words and its entities as lists of mentions.
func ReadRelations(in io.Reader) ([]NameDoc, error) {
	var docs []struct {
		Sents     [][]string
		VertexSet [][]struct {
			Pos    [2]int
			SentID int `json:"sent_id"`
			Type   string
		} `json:"vertexSet"`
	}
	if err := json.NewDecoder(in).Decode(&docs); err != nil {
		return nil, err
	}
	out := make([]NameDoc, 0, len(docs))
	for _, d := range docs {
		var n NameDoc
		for _, words := range d.Sents {
			var s text.Sentence
			for _, w := range words {
				s.Tokens = append(s.Tokens, text.Token{Form: w, Space: true, Head: text.None})
			}
			n.Sentences = append(n.Sentences, s)
		}
		for _, entity := range d.VertexSet {
			for _, m := range entity {
				n.Names = append(n.Names, NamedSpan{m.SentID, text.Index(m.Pos[0]), text.Index(m.Pos[1]), m.Type})
			}
		}
		out = append(out, n)
	}
	return out, nil
}

// ReadDefence reads re3d, an archive of folders, one for each source, with documents.json
// and entities.json, one object a line. The folder of the BBC, whose licence keeps it from
// weights that are given away, is left out. Names are told word by word: each word
// with a capital by the shortest entity that holds it, the surer one of two alike.
func ReadDefence(in io.Reader) ([]NameDoc, error) {
	texts, marks, err := readDefence(in)
	if err != nil {
		return nil, err
	}
	var out []NameDoc
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		n := NameDoc{Sentences: text.Segment(texts[id], nil)}
		for s := range n.Sentences {
			for i, t := range n.Sentences[s].Tokens {
				if c := classAt(marks[id], t.Span); c != "" && t.Form != strings.ToLower(t.Form) {
					n.Names = append(n.Names, NamedSpan{s, text.Index(i), text.Index(i) + 1, c})
				}
			}
		}
		out = append(out, n)
	}
	return out, nil
}

// defenceMark is an entity of re3d; its offsets count characters in the file.
type defenceMark struct {
	Document   string  `json:"documentId"`
	Begin      int     `json:"begin"`
	End        int     `json:"end"`
	Type       string  `json:"type"`
	Confidence float64 `json:"confidence"`
	at         readout.Span
}

func readDefence(in io.Reader) (map[string]string, map[string][]defenceMark, error) {
	texts, marks := map[string]string{}, map[string][]defenceMark{}
	var all []defenceMark
	for t := tar.NewReader(in); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		if strings.HasPrefix(h.Name, "BBC") {
			continue
		}
		switch path.Base(h.Name) {
		case "documents.json":
			docs, err := eachJSON[struct {
				ID   string `json:"_id"`
				Text string `json:"text"`
			}](t)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", h.Name, err)
			}
			for _, d := range docs {
				texts[d.ID] = d.Text
			}
		case "entities.json":
			found, err := eachJSON[defenceMark](t)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", h.Name, err)
			}
			all = append(all, found...)
		}
	}
	for _, m := range all {
		m.at = readout.Span{Start: byteOffset(texts[m.Document], m.Begin), End: byteOffset(texts[m.Document], m.End)}
		marks[m.Document] = append(marks[m.Document], m)
	}
	return texts, marks, nil
}

// eachJSON reads one value after the other.
func eachJSON[T any](in io.Reader) ([]T, error) {
	var out []T
	for d := json.NewDecoder(in); ; {
		var v T
		err := d.Decode(&v)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
}

// classAt is the type of the shortest entity around a span, or "".
func classAt(marks []defenceMark, at readout.Span) string {
	best := defenceMark{}
	for _, m := range marks {
		if m.at.Start > at.Start || m.at.End < at.End {
			continue
		}
		shorter := m.at.End-m.at.Start < best.at.End-best.at.Start
		alike := m.at == best.at && m.Confidence > best.Confidence
		if best.Type == "" || shorter || alike {
			best = m
		}
	}
	return best.Type
}

// ReadEntityLayer reads the proper names of GUM's entity layer ("Entity=" in the
// last column of CoNLL-U), word by word: each proper noun within a person, place or
// organization, the innermost one where several hold it.
func ReadEntityLayer(in io.Reader) ([]NameDoc, error) {
	var r layerReader
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	for sc.Scan() {
		line := sc.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			r.endSentence()
			r.docs = append(r.docs, NameDoc{})
		case line == "":
			r.endSentence()
		case line[0] != '#':
			r.word(strings.Split(line, "\t"))
		}
	}
	r.endSentence()
	return r.docs, sc.Err()
}

type layerReader struct {
	docs   []NameDoc
	s      text.Sentence
	proper []bool
	class  []string // of each word, by the innermost entity closed first
	open   []layerEntity
}

type layerEntity struct {
	id, class string
	from      int
}

func (r *layerReader) word(col []string) {
	if len(col) != 10 || strings.ContainsAny(col[0], "-.") {
		return
	}
	r.s.Tokens = append(r.s.Tokens, text.Token{Form: col[1], Space: !strings.Contains(col[9], "SpaceAfter=No"), Head: text.None})
	r.proper = append(r.proper, col[3] == "PROPN" || col[1] == "-")
	r.class = append(r.class, "")
	for _, f := range strings.Split(col[9], "|") {
		if marks, ok := strings.CutPrefix(f, "Entity="); ok {
			for marks != "" {
				marks = r.mark(marks)
			}
		}
	}
}

// mark takes one bracket off the marks: "(12-person-…", "12)" or "(12-person-…)".
func (r *layerReader) mark(marks string) string {
	if marks[0] != '(' {
		id, rest, _ := strings.Cut(marks, ")")
		r.closeEntity(id)
		return rest
	}
	end := 1
	for end < len(marks) && marks[end] != '(' && marks[end] != ')' {
		end++
	}
	parts := strings.Split(marks[1:end], "-")
	e := layerEntity{id: parts[0], from: len(r.s.Tokens) - 1, class: "-"}
	if len(parts) > 1 {
		switch parts[1] {
		case "person":
			e.class = "PER"
		case "place":
			e.class = "LOC"
		case "organization":
			e.class = "ORG"
		}
	}
	r.open = append(r.open, e)
	if end < len(marks) && marks[end] == ')' {
		r.closeEntity(parts[0])
		end++
	}
	return marks[end:]
}

func (r *layerReader) closeEntity(id string) {
	for k := len(r.open) - 1; k >= 0; k-- {
		if r.open[k].id != id {
			continue
		}
		for i := r.open[k].from; i < len(r.class); i++ {
			if r.class[i] == "" {
				r.class[i] = r.open[k].class
			}
		}
		r.open = append(r.open[:k], r.open[k+1:]...)
		return
	}
}

func (r *layerReader) endSentence() {
	if len(r.s.Tokens) > 0 && len(r.docs) > 0 {
		d := &r.docs[len(r.docs)-1]
		at := len(d.Sentences)
		d.Sentences = append(d.Sentences, r.s)
		for i, c := range r.class {
			if r.proper[i] && c != "" && c != "-" {
				d.Names = append(d.Names, NamedSpan{at, text.Index(i), text.Index(i) + 1, c})
			}
		}
	}
	*r = layerReader{docs: r.docs}
}

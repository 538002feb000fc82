package pipeline

import (
	"testing"

	"readout"
)

// What is not English is recognised and kept, and nothing is read from it, though its
// names and even some of its words are those that English has.
func TestOtherLanguagesAreKeptUnread(t *testing.T) {
	k, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	r := k.NewReader()
	for _, c := range []struct {
		text, language string
		read           bool
	}{
		{"Angela Merkel met Emmanuel Macron in Berlin on Monday. They spoke about the border and about the talks that had ended in May.", "en", true},
		{"Merkel met Macron.", "", true},
		{"De ministers van Buitenlandse Zaken met wie Emmanuel Macron in Berlin was, hebben met Angela Merkel een uur lang over de grens gesproken.", "nl", false},
		{"Le président Emmanuel Macron a rencontré lundi à Berlin la chancelière Angela Merkel. Ils ont parlé de la frontière et des pourparlers qui ont pris fin en mai.", "fr", false},
		{"Президент Эммануэль Макрон встретился в понедельник в Берлине с канцлером Ангелой Меркель.", "ru", false},
	} {
		got := r.Read(readout.Document{ID: "x", Text: c.text})
		if got.Document.Language != c.language {
			t.Errorf("%.40s: taken for %q, is %q", c.text, got.Document.Language, c.language)
		}
		if found := len(got.Encounters) > 0; found != c.read {
			t.Errorf("%.40s: encounters found: %v, want %v", c.text, found, c.read)
		}
		if got.Document.Text != c.text || len(got.Sections) == 0 {
			t.Errorf("%.40s: not kept whole", c.text)
		}
	}
}

package encoded

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func packed(t *testing.T, page string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	if _, err := w.Write([]byte(page)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBrotliIsUnpacked(t *testing.T) {
	page := "<html><p>The ministers met in Oslo.</p></html>"
	for name, b := range map[string][]byte{"packed": packed(t, page), "unpacked before it was stored": []byte(page)} {
		got, err := Unpack(b, "br", 1<<20)
		if err != nil || string(got) != page {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestBrotliHasBounds(t *testing.T) {
	bomb := packed(t, strings.Repeat("a", 8<<20))
	if got, err := Unpack(bomb, "br", 1<<20); !errors.Is(err, ErrTooLarge) || got != nil {
		t.Errorf("8 MiB in %d bytes give %d bytes and %v", len(bomb), len(got), err)
	}
	if _, err := Unpack(bomb[:len(bomb)/2], "br", 16<<20); err == nil || !strings.Contains(err.Error(), "damaged where it is packed with br") {
		t.Errorf("cut short: %v", err)
	}
	if _, err := Unpack([]byte("\xff\xffno brotli"), "br", 1<<20); err == nil {
		t.Error("what is no brotli is taken for it")
	}
}

package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"unicode/utf8"
)

//go:embed templates/*.html assets/*
var files embed.FS

// pages are the templates, and the assets by the names they are asked for.
type pages struct {
	templates map[string]*template.Template
	assets    map[string][]byte
	names     map[string]string // plain name -> name with hash
	build     string            // names this set of templates and assets
}

func loadPages() (*pages, error) {
	p := &pages{templates: map[string]*template.Template{}, assets: map[string][]byte{}, names: map[string]string{}}
	all := sha256.New()
	list, err := fs.Glob(files, "assets/*")
	if err != nil {
		return nil, err
	}
	for _, f := range list {
		b, err := files.ReadFile(f)
		if err != nil {
			return nil, err
		}
		all.Write(b)
		sum := sha256.Sum256(b)
		ext := path.Ext(f)
		name := strings.TrimSuffix(path.Base(f), ext) + "." + hex.EncodeToString(sum[:5]) + ext
		p.assets[name], p.names[path.Base(f)] = b, name
	}
	if list, err = fs.Glob(files, "templates/*.html"); err != nil {
		return nil, err
	}
	shared := []string{"templates/layout.html", "templates/parts.html"}
	for _, f := range list {
		b, err := files.ReadFile(f)
		if err != nil {
			return nil, err
		}
		all.Write(b)
		if f == shared[0] || f == shared[1] {
			continue
		}
		t, err := template.New("layout.html").Funcs(p.funcs()).ParseFS(files, append(shared, f)...)
		if err != nil {
			return nil, err
		}
		p.templates[strings.TrimSuffix(path.Base(f), ".html")] = t
	}
	p.build = hex.EncodeToString(all.Sum(nil)[:5])
	return p, nil
}

// asset serves a file that never changes under its name.
func (p *pages) asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	b, ok := p.assets[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	kinds := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
	w.Header().Set("Content-Type", kinds[path.Ext(name)])
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Write(b)
}

// layout is what every page has around what it shows.
type layout struct {
	Title  string
	Page   string
	Path   string
	Who    identity
	Open   bool // no login needed
	CanAdd bool
	View   any
}

// show writes a page. Nothing is sent before the template has run to its end.
func (d *desk) show(w http.ResponseWriter, r *http.Request, status int, name, title string, view any) error {
	var b bytes.Buffer
	l := layout{Title: title, Page: name, Path: r.URL.Path, Who: identityOf(r), Open: d.tokens == nil, CanAdd: d.read != nil, View: view}
	if err := d.pages.templates[name].Execute(&b, l); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := w.Write(harmless(b.Bytes()))
	return err
}

// harmless takes out of what is shown every control character and every mark that
// changes the direction of writing: they can make words read as what they are not.
func harmless(b []byte) []byte {
	out := b[:0:0]
	start := 0
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if disguises(r) {
			out = append(out, b[start:i]...)
			start = i + size
		}
		i += size
	}
	if start == 0 {
		return b
	}
	return append(out, b[start:]...)
}

// disguises tells whether a character is no part of words.
func disguises(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return true
	case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069: // embeddings, overrides, isolates
		return true
	case r == 0x200e || r == 0x200f || r == 0x061c || r == 0xfeff || r == 0x2028 || r == 0x2029:
		return true
	}
	return false
}

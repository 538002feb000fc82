package page

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// value is a JSON value: an object has fields, a list has items, all else is text.
type value struct {
	text   string
	fields []field
	items  []value
	at     part // a string's bytes between its quotation marks
}

type field struct {
	name string
	value
}

// get returns an object's field, the zero value where it has none of that name. The
// first item stands for a list of them.
func (v value) get(name string) value {
	for _, f := range v.fields {
		if f.name == name {
			return f.value
		}
	}
	return value{}
}

// first is the first item of a list, or the value itself.
func (v value) first() value {
	if len(v.items) > 0 {
		return v.items[0]
	}
	return v
}

const (
	deepestJSON = 32
	mostJSON    = 1 << 16 // values of one page
)

// jsonReader reads JSON as pages have it: with line ends in strings, commas before a
// closing bracket, an HTML comment round it. What it cannot read it ends with.
type jsonReader struct {
	src   []byte
	i, to int
	left  int
}

// readJSON reads the value in the given part of the page.
func readJSON(src []byte, p part) value {
	r := jsonReader{src: src, i: int(p.from), to: int(p.to), left: mostJSON}
	for r.i < r.to && src[r.i] != '{' && src[r.i] != '[' {
		r.i++
	}
	return r.value(0)
}

func (r *jsonReader) blank() {
	for r.i < r.to && (isSpace(r.src[r.i]) || r.src[r.i] == ',') {
		r.i++
	}
}

func (r *jsonReader) value(depth int) value {
	r.blank()
	if r.left--; r.i >= r.to || depth > deepestJSON || r.left < 0 {
		r.i = r.to
		return value{}
	}
	switch r.src[r.i] {
	case '{':
		return r.object(depth)
	case '[':
		r.i++
		var v value
		for r.blank(); r.i < r.to && r.src[r.i] != ']'; r.blank() {
			before := r.i
			v.items = append(v.items, r.value(depth+1))
			if r.i == before {
				r.i = r.to
			}
		}
		r.i++
		return v
	case '"':
		return r.string()
	}
	start := r.i
	for r.i < r.to && strings.IndexByte(",]} \t\r\n", r.src[r.i]) < 0 {
		r.i++
	}
	return value{text: string(r.src[start:r.i])}
}

func (r *jsonReader) object(depth int) value {
	r.i++
	var v value
	for r.blank(); r.i < r.to && r.src[r.i] != '}'; r.blank() {
		if r.src[r.i] != '"' {
			r.i = r.to
			return v
		}
		name := r.string().text
		r.blank()
		if r.i >= r.to || r.src[r.i] != ':' {
			r.i = r.to
			return v
		}
		r.i++
		v.fields = append(v.fields, field{name, r.value(depth + 1)})
	}
	r.i++
	return v
}

// string reads a string; r.i stands on its opening mark.
func (r *jsonReader) string() value {
	r.i++
	start := r.i
	escaped := false
	for r.i < r.to && r.src[r.i] != '"' {
		if r.src[r.i] == '\\' {
			escaped = true
			r.i++
		}
		r.i++
	}
	end := min(r.i, r.to)
	r.i++
	v := value{at: part{int32(start), int32(end)}}
	if !escaped {
		v.text = string(r.src[start:end])
		return v
	}
	var b strings.Builder
	for i := start; i < end; {
		s, n := jsonCharacter(r.src[i:end])
		b.WriteString(s)
		i += n
	}
	v.text = b.String()
	return v
}

// jsonCharacter returns the character that src starts with in a JSON string, and
// how many bytes it takes.
func jsonCharacter(src []byte) (string, int) {
	if src[0] != '\\' || len(src) == 1 {
		_, n := utf8.DecodeRune(src)
		return string(src[:n]), n
	}
	switch src[1] {
	case 'n', 'r', 't', 'f', 'b':
		return " ", 2
	case 'u':
		r, ok := hex4(src[2:])
		if !ok {
			return "", 2
		}
		if low, ok := hex4(after(src, 6, `\u`)); utf16.IsSurrogate(r) && ok {
			return string(utf16.DecodeRune(r, low)), 12
		}
		return string(r), 6
	}
	_, n := utf8.DecodeRune(src[1:])
	return string(src[1 : 1+n]), 1 + n
}

// after returns what stands after the n-th byte and then prefix, nothing where
// something else stands there.
func after(src []byte, n int, prefix string) []byte {
	if len(src) < n+len(prefix) || string(src[n:n+len(prefix)]) != prefix {
		return nil
	}
	return src[n+len(prefix):]
}

func hex4(src []byte) (rune, bool) {
	if len(src) < 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(string(src[:4]), 16, 16)
	return rune(n), err == nil
}

// articles returns the objects that describe an article, those of pages last.
func articles(v value) []value {
	var news, pages []value
	var walk func(v value, depth int)
	walk = func(v value, depth int) {
		if depth > deepestJSON {
			return
		}
		for _, it := range v.items {
			walk(it, depth+1)
		}
		switch typeOf(v) {
		case articleType:
			news = append(news, v)
		case pageType:
			pages = append(pages, v)
		}
		for _, f := range v.fields {
			if len(f.fields) > 0 || len(f.items) > 0 {
				if f.name == "@graph" || f.name == "mainEntity" || f.name == "mainEntityOfPage" || f.name == "hasPart" {
					walk(f.value, depth+1)
				}
			}
		}
	}
	walk(v, 0)
	return append(news, pages...)
}

type thing int

const (
	otherType thing = iota
	articleType
	pageType
)

// typeOf tells what a JSON-LD object describes.
func typeOf(v value) thing {
	t := v.get("@type")
	names := []string{t.text}
	for _, it := range t.items {
		names = append(names, it.text)
	}
	for _, n := range names {
		switch {
		case strings.HasSuffix(n, "Article"), strings.HasSuffix(n, "Posting"), n == "Report", n == "Review":
			return articleType
		case strings.HasSuffix(n, "Page"):
			return pageType
		}
	}
	return otherType
}

package source

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"readout"
	"readout/source/warc"
)

// isArchive tells whether the file's name says that it is a web archive.
func isArchive(name string) bool {
	switch ext(name) {
	case ".warc", ".wet":
		return true
	}
	return false
}

// archive reads the pages and texts of a web archive. What is no page (pictures,
// requests, answers that are no success) is passed over; pages without an article,
// such as front pages, are counted and told at the end.
func (r *reading) archive(path, id string, in io.Reader) error {
	w := warc.NewReader(in, r.opts.maxSize())
	pages, empty := 0, 0
	var told int64
	for {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		rec, err := w.Next()
		if err == io.EOF {
			break
		}
		var items []Item
		if err == nil {
			if items, err = r.record(rec); err == errPassed {
				continue
			}
		}
		pages++
		var broken *warc.Error
		if errors.As(err, &broken) {
			items = []Item{{Err: &Error{File: path, Place: broken.Place(), Reason: broken.Reason, Next: broken.Next, Err: err}}}
		}
		if items[0].Err != nil && items[0].Err.NoText {
			empty++
			told = w.Offset()
			continue
		}
		items[0].Bytes, told = w.Offset()-told, w.Offset()
		for _, it := range items {
			if broken == nil {
				r.archived(&it, path, id, rec)
			}
			if err := r.give(it); err != nil {
				return err
			}
		}
	}
	if pages == 0 {
		return r.fail(Error{File: path, Reason: "holds no pages", Next: "an archive of pages has response or conversion records"})
	}
	if empty > 0 {
		return r.fail(Error{File: path, Reason: fmt.Sprintf("%d of %d pages hold no text that reads like an article", empty, pages), Note: true})
	}
	return nil
}

// archived says of an item which record it was read from.
func (r *reading) archived(it *Item, path, id string, rec *warc.Record) {
	if it.Err != nil {
		it.Err.File, it.Err.Place = path, place(rec)
		return
	}
	if it.Document.ID = it.Document.URL; it.Document.ID == "" {
		it.Document.ID = fmt.Sprintf("%s:%d", id, rec.Number)
	}
	it.Origin.File, it.Origin.Place = path, place(rec)
}

func place(rec *warc.Record) string { return fmt.Sprintf("record %d at byte %d", rec.Number, rec.At) }

// errPassed is the fault of a record that holds no page.
var errPassed = errors.New("no page")

// record reads the page or text of one record: a live page gives several documents.
func (r *reading) record(rec *warc.Record) ([]Item, error) {
	switch rec.Type {
	case "response", "resource", "conversion":
	default:
		return nil, errPassed
	}
	if strings.HasPrefix(rec.Target, "dns:") || strings.HasSuffix(rec.Target, "/robots.txt") {
		return nil, errPassed
	}
	body, err := rec.Body()
	if err != nil {
		return nil, err
	}
	media, _, _ := strings.Cut(strings.ToLower(body.Media), ";")
	media = strings.TrimSpace(media)
	html := media == "text/html" || media == "application/xhtml+xml" || media == "" && isPage(body.Bytes)
	if body.Status != 200 || !html && media != "text/plain" {
		return nil, errPassed
	}
	it := Item{Origin: Origin{Address: rec.Target}}
	it.Origin.Fetched, _ = time.Parse(time.RFC3339, rec.Date)
	if !html {
		text, fault := decode(body.Bytes)
		it.Document, it.Err = readout.Document{URL: rec.Target, Text: text, Language: language(rec.Language)}, fault
		return []Item{it}, nil
	}
	parts, fault := Parts(body.Bytes, rec.Target, body.Media)
	if fault != nil {
		return []Item{{Err: fault}}, nil
	}
	var out []Item
	for _, part := range parts {
		it.Document = part.Document
		out = append(out, it)
	}
	return out, nil
}

// language is the ISO 639-1 code of the first language that a WET record names by
// ISO 639-3; of those without a short code it stays the long one.
func language(codes string) string {
	first, _, _ := strings.Cut(codes, ",")
	if short := shortCodes[first]; short != "" {
		return short
	}
	return first
}

var shortCodes = map[string]string{
	"eng": "en", "fra": "fr", "deu": "de", "spa": "es", "rus": "ru", "zho": "zh", "ara": "ar", "por": "pt", "ita": "it", "jpn": "ja",
	"kor": "ko", "tur": "tr", "ukr": "uk", "pol": "pl", "nld": "nl", "fas": "fa", "heb": "he", "hin": "hi", "urd": "ur", "ind": "id",
	"vie": "vi", "ces": "cs", "ron": "ro", "ell": "el", "hun": "hu", "swe": "sv", "dan": "da", "fin": "fi", "nor": "no", "bul": "bg",
	"srp": "sr", "hrv": "hr", "slk": "sk", "tha": "th", "ben": "bn", "kat": "ka", "hye": "hy", "aze": "az", "kaz": "kk",
}

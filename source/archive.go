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
		var it Item
		if err == nil {
			if it, err = r.record(rec); err == errPassed {
				continue
			}
		}
		at := w.Offset()
		it.Bytes, told = at-told, at
		pages++
		var broken *warc.Error
		switch {
		case errors.As(err, &broken):
			it = Item{Bytes: it.Bytes, Err: &Error{File: path, Place: broken.Place(), Reason: broken.Reason, Next: broken.Next, Err: err}}
		case it.Err != nil && it.Err.NoText:
			empty++
			continue
		case it.Err != nil:
			it.Err.File, it.Err.Place = path, place(rec)
		default:
			if it.Document.ID = it.Document.URL; it.Document.ID == "" {
				it.Document.ID = fmt.Sprintf("%s:%d", id, rec.Number)
			}
			it.Origin.File, it.Origin.Place = path, place(rec)
		}
		if err := r.give(it); err != nil {
			return err
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

func place(rec *warc.Record) string { return fmt.Sprintf("record %d at byte %d", rec.Number, rec.At) }

// errPassed is the fault of a record that holds no page.
var errPassed = errors.New("no page")

// record reads the page or text of one record.
func (r *reading) record(rec *warc.Record) (Item, error) {
	switch rec.Type {
	case "response", "resource", "conversion":
	default:
		return Item{}, errPassed
	}
	if strings.HasPrefix(rec.Target, "dns:") || strings.HasSuffix(rec.Target, "/robots.txt") {
		return Item{}, errPassed
	}
	body, err := rec.Body()
	if err != nil {
		return Item{}, err
	}
	media, _, _ := strings.Cut(strings.ToLower(body.Media), ";")
	media = strings.TrimSpace(media)
	html := media == "text/html" || media == "application/xhtml+xml" || media == "" && isPage(body.Bytes)
	if body.Status != 200 || !html && media != "text/plain" {
		return Item{}, errPassed
	}
	it := Item{Origin: Origin{Address: rec.Target}}
	it.Origin.Fetched, _ = time.Parse(time.RFC3339, rec.Date)
	if html {
		it.Document, it.Err = Page(body.Bytes, rec.Target, body.Media)
		return it, nil
	}
	text, fault := decode(body.Bytes)
	if fault != nil {
		return Item{Err: fault}, nil
	}
	it.Document = readout.Document{URL: rec.Target, Text: text, Language: language(rec.Language)}
	return it, nil
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

package feed

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// jsonItem is an item of a JSON Feed.
type jsonItem struct {
	ID        any    `json:"id"`
	URL       string `json:"url"`
	External  string `json:"external_url"`
	Title     string `json:"title"`
	Published string `json:"date_published"`
	Modified  string `json:"date_modified"`
	Language  string `json:"language"`
}

// readJSON reads a JSON Feed, one item after another.
func readJSON(in io.Reader, base *url.URL) (Feed, error) {
	var f Feed
	d := json.NewDecoder(in)
	d.UseNumber()
	d.Token() // the brace that it begins with
	version, items := "", false
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return f, brokenJSON(err, d)
		}
		switch key {
		case "version":
			err = d.Decode(&version)
		case "title":
			err = d.Decode(&f.Title)
		case "language":
			err = d.Decode(&f.Language)
		case "items":
			items = true
			err = f.items(d, base)
		default:
			var skipped json.RawMessage
			err = d.Decode(&skipped)
		}
		if errors.Is(err, ErrMore) {
			return f, err
		}
		if err != nil {
			return f, brokenJSON(err, d)
		}
	}
	if _, err := d.Token(); err != nil {
		return f, brokenJSON(err, d)
	}
	if !items || !strings.Contains(version, "jsonfeed.org") {
		return f, errors.New("is JSON, but no JSON Feed: it has no items, or no version of jsonfeed.org")
	}
	f.Title = words(f.Title)
	return f, nil
}

func (f *Feed) items(d *json.Decoder, base *url.URL) error {
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return errors.New("items is no list")
	}
	for d.More() {
		var it jsonItem
		var kind *json.UnmarshalTypeError
		if err := d.Decode(&it); errors.As(err, &kind) {
			continue // one item with a field of another kind
		} else if err != nil {
			return err
		}
		e := Entry{Address: it.URL, Title: words(it.Title), Language: it.Language, Published: Date(it.Published), Updated: Date(it.Modified)}
		if it.ID != nil {
			e.ID = fmt.Sprint(it.ID)
		}
		if e.Address == "" {
			e.Address = it.External
		}
		if e.Language == "" {
			e.Language = f.Language
		}
		if err := f.add(e, base); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

func brokenJSON(err error, d *json.Decoder) error {
	if errors.Is(err, errLarge) {
		return err
	}
	return fmt.Errorf("breaks off at byte %d: %w", d.InputOffset(), err)
}

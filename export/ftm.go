package export

import (
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"

	"readout"
	"readout/store"
)

// entity is one FollowTheMoney entity (https://followthemoney.tech): every property
// is a list of strings.
type entity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

func newEntity(schema string, key ...string) entity {
	h := sha1.Sum([]byte(schema + "\x00" + strings.Join(key, "\x00")))
	return entity{"readout-" + hex.EncodeToString(h[:10]), schema, map[string][]string{}}
}

// set adds the values that are not empty.
func (e entity) set(property string, values ...string) {
	for _, v := range values {
		if v != "" {
			e.Properties[property] = append(e.Properties[property], v)
		}
	}
}

// writeFTM writes an Event an encounter, a Person, PublicBody or Organization a
// party, an Article a document, and a Documentation that ties each article to its
// events. What was not held says so in its name, since the model has no field for it.
func writeFTM(w io.Writer, j *job) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	seen := map[string]bool{}
	put := func(e entity) error {
		if seen[e.ID] {
			return nil
		}
		seen[e.ID] = true
		return enc.Encode(e)
	}
	return j.each(func(e store.Encounter) error {
		j.tally.Written++
		event := eventEntity(e)
		for _, p := range parties(e) {
			party := partyEntity(p)
			event.set("involved", party.ID)
			if isHost(e, p) {
				event.set("organizer", party.ID)
			}
			if err := put(party); err != nil {
				return err
			}
		}
		if err := put(event); err != nil {
			return err
		}
		for _, s := range sources(e) {
			article := articleEntity(s)
			if err := put(article); err != nil {
				return err
			}
			if err := put(documentation(article, event, s)); err != nil {
				return err
			}
		}
		return nil
	})
}

func eventEntity(e store.Encounter) entity {
	x := newEntity("Event", e.ID)
	x.set("name", headline(e))
	x.set("recordId", e.ID)
	x.set("keywords", e.Status.Value().String(), e.Kind.Value().String(), e.Format.Value(), e.How.Value())
	x.set("keywords", topics(e)...)
	x.set("location", e.Place.Value().String())
	x.set("country", strings.ToLower(e.Place.Value().Code))
	x.set("summary", e.Gathering.Value())
	switch date := string(e.Date.Value()); {
	case strings.Contains(date, "/"):
		first, last, _ := days(e)
		x.set("startDate", string(first.Date()))
		x.set("endDate", string(last.Date()))
	default: // a day, month or year, which the model takes as such
		x.set("date", strings.TrimRight(date, "~?%"))
	}
	return x
}

func partyEntity(p readout.Party) entity {
	schema := "LegalEntity"
	switch p.Kind {
	case readout.Person:
		schema = "Person"
	case readout.State:
		schema = "PublicBody"
	case readout.Organisation, readout.Group:
		schema = "Organization"
	}
	x := newEntity(schema, p.Name, p.Side)
	x.set("name", p.Name)
	x.set("country", strings.ToLower(p.Country))
	x.set("wikidataId", p.Wikidata)
	if p.Kind == readout.Person {
		x.set("position", p.Role)
	}
	return x
}

func articleEntity(s store.Source) entity {
	x := newEntity("Article", s.ID)
	title := s.Title
	if title == "" {
		title = s.ID
	}
	x.set("title", title)
	x.set("name", title)
	x.set("sourceUrl", s.URL)
	x.set("publisher", s.Outlet)
	if len(s.Published) >= 10 {
		x.set("publishedAt", s.Published[:10])
	}
	return x
}

func documentation(article, event entity, s store.Source) entity {
	x := newEntity("Documentation", article.ID, event.ID)
	x.set("document", article.ID)
	x.set("entity", event.ID)
	x.set("role", "tells of")
	x.set("sourceUrl", s.URL)
	return x
}

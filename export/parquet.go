package export

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"readout"
	"readout/store"
)

// The schema of the Parquet file. Days are dates; what is absent is null.
type (
	parquetEncounter struct {
		ID           string               `parquet:"id"`
		Kind         string               `parquet:"kind,dict"`
		Status       string               `parquet:"status,dict"`
		How          *string              `parquet:"how,optional"`
		Format       *string              `parquet:"format,optional"`
		Date         *string              `parquet:"date,optional"`
		FirstDay     *int32               `parquet:"first_day,optional,date"`
		LastDay      *int32               `parquet:"last_day,optional,date"`
		Place        *string              `parquet:"place,optional"`
		City         *string              `parquet:"city,optional"`
		CountryCode  *string              `parquet:"country_code,optional"`
		Gathering    *string              `parquet:"gathering,optional"`
		Topics       []string             `parquet:"topics,list"`
		DurationMin  *int32               `parquet:"duration_min,optional"`
		DurationMax  *int32               `parquet:"duration_max,optional"`
		Confidence   float64              `parquet:"confidence"`
		Participants []parquetParticipant `parquet:"participants,list"`
		Accounts     []parquetAccount     `parquet:"accounts,list"`
	}
	parquetParticipant struct {
		Name        string  `parquet:"name"`
		Kind        *string `parquet:"kind,optional"`
		Side        *string `parquet:"side,optional"`
		CountryCode *string `parquet:"country_code,optional"`
		Role        *string `parquet:"role,optional"`
		Wikidata    *string `parquet:"wikidata,optional"`
	}
	parquetAccount struct {
		ID            string   `parquet:"id"`
		Document      string   `parquet:"document"`
		Outlet        *string  `parquet:"outlet,optional"`
		URL           *string  `parquet:"url,optional"`
		Published     *string  `parquet:"published,optional"`
		Voice         string   `parquet:"voice"`
		Side          *string  `parquet:"side,optional"`
		Status        *string  `parquet:"status,optional"`
		Topics        []string `parquet:"topics,list"`
		EvidenceStart int64    `parquet:"evidence_start"`
		EvidenceEnd   int64    `parquet:"evidence_end"`
	}
)

// parquetGroup is how many encounters stand in one row group, and so in memory.
const parquetGroup = 20_000

func writeParquet(w io.Writer, j *job) error {
	out := parquet.NewGenericWriter[parquetEncounter](w, parquet.Compression(&parquet.Snappy), parquet.MaxRowsPerRowGroup(parquetGroup),
		parquet.CreatedBy("readout", "", ""))
	err := j.each(func(e store.Encounter) error {
		j.tally.Written++
		_, err := out.Write([]parquetEncounter{parquetOf(e)})
		return err
	})
	if err != nil {
		return err
	}
	return out.Close()
}

func parquetOf(e store.Encounter) parquetEncounter {
	place := e.Place.Value()
	x := parquetEncounter{ID: e.ID, Kind: e.Kind.Value().String(), Status: e.Status.Value().String(), How: some(e.How.Value()),
		Format: some(e.Format.Value()), Date: some(string(e.Date.Value())), Place: some(place.String()), City: some(place.City),
		CountryCode: some(place.Code), Gathering: some(e.Gathering.Value()), Topics: topics(e), Confidence: e.Confidence}
	if first, last, ok := days(e); ok {
		x.FirstDay, x.LastDay = number(int(first)), number(int(last))
	}
	if e.Duration.Present() {
		x.DurationMin, x.DurationMax = number(e.Duration.Value().Min), number(e.Duration.Value().Max)
	}
	for _, p := range parties(e) {
		x.Participants = append(x.Participants, parquetParticipant{p.Name, some(p.Kind.String()), some(p.Side), some(p.Country), some(p.Role), some(p.Wikidata)})
	}
	for _, r := range e.Records {
		for _, a := range r.Accounts {
			x.Accounts = append(x.Accounts, parquetAccountOf(r.Document, a))
		}
	}
	return x
}

func parquetAccountOf(d store.Source, a readout.Account) parquetAccount {
	x := parquetAccount{ID: a.ID, Document: d.ID, Outlet: some(d.Outlet), URL: some(d.URL), Published: some(d.Published),
		Voice: a.Voice.Name(), Side: some(a.Voice.Side), Status: some(value(a.Status, readout.Status.String)), Topics: cited(a.Topics)}
	if len(a.Evidence) > 0 {
		x.EvidenceStart, x.EvidenceEnd = int64(a.Evidence[0].Start), int64(a.Evidence[0].End)
	}
	return x
}

// some is null where the text is empty.
func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func number(n int) *int32 {
	v := int32(n)
	return &v
}

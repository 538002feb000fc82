package build

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A secretary of state's journey is found by the day in office; a visit by invitation
// was in the capital, and what lies elsewhere is told.
func TestJourneysNameWhoWasWhereAndWhen(t *testing.T) {
	in := inputs()
	in["countries/country-codes.csv"] = &fstest.MapFile{Data: []byte("ISO3166-1-Alpha-2,FIPS,CLDR display name,UNTERM English Short,UNTERM English Formal,official_name_en,Capital,wikidata_id\nFR,FR,France,France,the French Republic,France,Paris,https://www.wikidata.org/wiki/Q142\n")}
	in["history-at-state/travels/secretary-travels/kerry.xml"] = &fstest.MapFile{Data: []byte(`<trips>
		<trip><name>John Forbes Kerry</name><start-date>2014-11-04</start-date><end-date>2014-11-06</end-date><country>France</country><locale>Paris, Toulouse</locale><remarks>Met with Foreign Minister Fabius.</remarks></trip>
		<trip><name>John Forbes Kerry</name><start-date>2019-11-04</start-date><end-date>2019-11-06</end-date><country>France</country><locale>Paris</locale></trip></trips>`)}
	in["history-at-state/visits/data/2010.xml"] = &fstest.MapFile{Data: []byte(`<visits>
		<visit><start-date>2014-02-10</start-date><end-date>2014-02-12</end-date><visitor>President François Hollande</visitor><from>France</from><description>State Visit. Also visited Charlottesville, Virginia.</description></visit></visits>`)}
	built, err := Tables(in)
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(built.Tables["journeys.tsv"])), "\n")[1:]
	want := []string{
		"francois-hollande\tUS\tWashington|Charlottesville\t2014-02-10\t2014-02-12\tState Visit. Also visited Charlottesville, Virginia.\thistory-at-state",
		"john-kerry\tFR\tParis|Toulouse\t2014-11-04\t2014-11-06\tMet with Foreign Minister Fabius.\thistory-at-state",
	}
	if !slices.Equal(rows, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(rows, "\n"), strings.Join(want, "\n"))
	}
	if !slices.Contains(built.Report, "dropped: journey of John Forbes Kerry to France on 2019-11-04: not known who or where") {
		t.Error("the report does not tell of a journey after the end of the term")
	}
}

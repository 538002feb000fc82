package build

import (
	"strings"
	"testing"
	"testing/fstest"

	"readout/gazetteer"
)

func inputs() fstest.MapFS {
	return fstest.MapFS{
		"countries/country-codes.csv":                                   {Data: []byte("ISO3166-1-Alpha-2,FIPS,CLDR display name,UNTERM English Short,UNTERM English Formal,official_name_en,Capital,wikidata_id\nSE,SW,Sweden,Sweden,the Kingdom of Sweden,Sweden,Stockholm,https://www.wikidata.org/wiki/Q34\n")},
		"factbook/europe/sw.json":                                       {Data: []byte(`{"People and Society":{"Nationality":{"noun":{"text":"Swede(s)"},"adjective":{"text":"Swedish"}}}}`)},
		"places/world-cities.csv":                                       {Data: []byte("name,country,subcountry,geonameid\nStockholm,Sweden,Stockholm,2673730\nNowhere,Atlantis,,1\n")},
		"names/common-forenames-by-country.csv":                         {Data: []byte("Country,Gender,Romanized Name\nSE,F,Astrid\nSE,M,Sven\nSE,F,Kim\nSE,M,Kim\n")},
		"names/nltk-names/female.txt":                                   {Data: []byte("Ingrid\nSweden\nKim\nJune\n")},
		"names/nltk-names/male.txt":                                     {Data: []byte("Keith\n")},
		"leaders/world-leaders-2022-wikidata.csv":                       {Data: []byte("officeholderLabel,officeholder\n")},
		"leaders/every-politician/world/foreign-ministers-wikidata.csv": {Data: []byte("person,name,country,countryLabel,position,positionLabel,start,psid\n")},
	}
}

// The same inputs give the same bytes, and what is dropped is told.
func TestTablesAreReproducible(t *testing.T) {
	one, err := Tables(inputs())
	if err != nil {
		t.Fatal(err)
	}
	two, err := Tables(inputs())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range gazetteer.Tables() {
		if len(one.Tables[name]) == 0 || string(one.Tables[name]) != string(two.Tables[name]) {
			t.Errorf("%s differs between two builds or is empty", name)
		}
	}
	told := false
	for _, l := range one.Report {
		told = told || l == `dropped: city Nowhere: no code for "Atlantis"`
	}
	if !told {
		t.Error("the report does not tell of the city without a country")
	}
}

func TestCapitalised(t *testing.T) {
	for in, want := range map[string][2]string{
		"Luiz Inácio LULA da Silva": {"Luiz Inácio Lula da Silva", "Lula"},
		"Friedrich MERZ":            {"Friedrich Merz", "Merz"},
		"XI Jinping":                {"Xi Jinping", "Xi"},
		"CHARLES III":               {"Charles III", "Charles"},
	} {
		if name, family := capitalised(in); name != want[0] || family != want[1] {
			t.Errorf("%s: %s, %s", in, name, family)
		}
	}
}

func TestGivenNamesAreNoStatesAndNoMonths(t *testing.T) {
	made, err := Tables(inputs())
	if err != nil {
		t.Fatal(err)
	}
	table := string(made.Tables["forenames.tsv"])
	for name, want := range map[string]bool{"Ingrid\tf\tnames-corpus": true, "Keith\tm\t": true, "Kim\tfm\tpopular": true, "Sweden\t": false, "June\t": false} {
		if strings.Contains(table, "\n"+name) != want {
			t.Errorf("%q in the table: want %v", name, want)
		}
	}
}

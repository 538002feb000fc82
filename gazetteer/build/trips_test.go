package build

import (
	"testing"
	"testing/fstest"

	"readout/gazetteer"
)

// A trip becomes facts: who travelled, whom they met there, and which gathering.
func TestTripsBecomeFacts(t *testing.T) {
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	in := fstest.MapFS{
		"history-at-state/travels/president-travels/obama.xml": {Data: []byte(`<trips><trip role="president"><id>1</id><role>president</role><name>Barack Obama</name><start-date>2009-03-31</start-date><end-date>2009-04-03</end-date><country>United Kingdom</country><locale>London</locale><remarks>Met with Queen Elizabeth II and Prime Minister Brown. Attended the G-20 Economic
            Summit Meeting.</remarks></trip></trips>`)},
		"history-at-state/visits/data/2010.xml": {Data: []byte(`<visits><visit><id>2</id><start-date>2010-03-08</start-date><end-date>2010-03-09</end-date><visitor>Prime Minister George Papandreou</visitor><from>Greece</from><description>Working visit.</description></visit>
			<visit><id>3</id><start-date>1988-03-08</start-date><visitor>President Somebody</visitor></visit></visits>`)},
	}
	trips, err := Trips(in, g, "1990-01-01")
	if err != nil {
		t.Fatal(err)
	}
	if len(trips) != 2 {
		t.Fatalf("%d trips, want the two that began in 1990 or later", len(trips))
	}
	out := trips[0]
	if len(out.Met) != 2 || out.Met[0].Name != "Elizabeth II" || out.Met[1].Name != "Gordon Brown" || out.Who.Name != "Barack Obama" {
		t.Errorf("met: %+v by %+v", out.Met, out.Who)
	}
	if len(out.Attended) != 1 || out.Attended[0].Name != "G20 summit" || out.Attended[0].City != "London" {
		t.Errorf("attended: %+v", out.Attended)
	}
	if in := trips[1]; !in.Visit || in.Who.Name != "George Papandreou" || in.Who.Country != "Greece" || in.Code != "US" {
		t.Errorf("visit: %+v", in)
	}
}

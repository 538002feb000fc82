package pipeline

import (
	"testing"

	"readout/gazetteer"
)

func TestOfficialOutletsSpeakForTheirSide(t *testing.T) {
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	for outlet, want := range map[string]string{
		"The White House":                        "United States",
		"Downing Street":                         "United Kingdom",
		"President of Kazakhstan":                "Kazakhstan",
		"President of Russia (Kremlin)":          "Russia",
		"Ministry of Foreign Affairs of Japan":   "Japan",
		"Government of the Netherlands":          "Netherlands",
		"U.S. Department of State":               "United States",
		"Turkish Ministry of Foreign Affairs":    "Turkey",
		"European Commission":                    "European Union",
		"The Times of India":                     "",
		"Washington Post":                        "",
		"The Moscow Times":                       "",
		"TASS":                                   "",
		"Friends of France":                      "",
		"":                                       "",
		"(":                                      "",
		"Presidents Weekly (an organ of Brazil)": "",
	} {
		if got := sideOf(outlet, g); got != want {
			t.Errorf("%q speaks for %q, want %q", outlet, got, want)
		}
	}
}

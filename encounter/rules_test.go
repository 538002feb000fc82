package encounter_test

import (
	"testing"

	"readout/encounter"
)

func TestRulesLoad(t *testing.T) {
	f, err := encounter.Load()
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Rules().Rules()) == 0 {
		t.Fatal("no rules")
	}
}

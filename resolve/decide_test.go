package resolve

import (
	"testing"

	"readout"
)

func TestAnAnalystDecides(t *testing.T) {
	as := []readout.Account{
		tell(t, "a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"),
		tell(t, "b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"),
		tell(t, "c; 2023-04-23; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"),
	}
	apart := Decision{A: "b", B: "a", Same: false, By: "eva", At: "2023-05-01T10:00:00Z"}
	joined := Decision{A: "c", B: "b", Same: true, By: "eva", At: "2023-05-01T11:00:00Z"}
	back := Decision{A: "a", B: "b", Same: true, By: "eva", At: "2023-05-02T10:00:00Z"}
	for _, c := range []struct {
		ds   []Decision
		want []int // accounts of each encounter
	}{
		{nil, []int{2, 1}},
		{[]Decision{apart}, []int{1, 1, 1}},
		{[]Decision{joined, apart}, []int{1, 2}},
		{[]Decision{joined, back, apart}, []int{3}},
		{[]Decision{{A: "a", B: "gone", Same: true}}, []int{2, 1}},
	} {
		es := Decided(as, c.ds)
		var got []int
		for _, e := range es {
			got = append(got, len(e.Accounts))
		}
		if len(got) != len(c.want) {
			t.Errorf("%v: %v accounts, want %v", c.ds, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%v: %v accounts, want %v", c.ds, got, c.want)
			}
		}
	}
}

package resolve

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout"
)

var at = readout.Span{Start: 0, End: 5}

func cite[T any](v T) readout.Cited[T] { return readout.Cite(v, "test", readout.Stated, at) }

// tell makes an account from "doc; published; status kind; party, party; date; place; gathering; topics",
// a party being "Name (Side)" or a side alone; the voice of "doc/Voice (Side)" is that speaker, of "doc/release (Side)" the side itself.
func tell(t testing.TB, line string) readout.Account {
	t.Helper()
	f := strings.Split(line, ";")
	for len(f) < 8 {
		f = append(f, "")
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	var a readout.Account
	doc, voice, _ := strings.Cut(f[0], "/")
	a.ID, a.Published, a.Evidence = f[0], f[1], []readout.Span{at}
	a.Document, a.Record, _ = strings.Cut(doc, "#")
	if voice != "" {
		p := party(voice)
		a.Voice = readout.Voice{Speaker: p.Name, Side: p.Side}
		if p.Name == "release" {
			a.Voice.Speaker = ""
		}
	}
	status, kind, _ := strings.Cut(f[2], " ")
	var s readout.Status
	var k readout.Kind
	if s.UnmarshalText([]byte(status)) != nil || k.UnmarshalText([]byte(kind)) != nil {
		t.Fatalf("line %q", line)
	}
	a.Status, a.Kind = cite(s), cite(k)
	for _, p := range strings.Split(f[3], ",") {
		a.Participants = append(a.Participants, cite(party(strings.TrimSpace(p))))
	}
	if f[4] != "" {
		a.Date = cite(readout.Date(f[4]))
	}
	if city, country, ok := strings.Cut(f[5], ","); ok {
		a.Place = cite(readout.Place{City: city, Country: strings.TrimSpace(country)})
	} else if f[5] != "" {
		a.Place = cite(readout.Place{Country: f[5]})
	}
	if f[6] != "" {
		a.Gathering = cite(f[6])
	}
	for _, topic := range strings.Split(f[7], ",") {
		if topic = strings.TrimSpace(topic); topic != "" {
			a.Topics = append(a.Topics, cite(topic))
		}
	}
	return a
}

func party(s string) readout.Party {
	name, side, ok := strings.Cut(strings.TrimSuffix(s, ")"), " (")
	if !ok {
		side = name
	}
	return readout.Party{Name: name, Side: side}
}

func TestTwoAccounts(t *testing.T) {
	for _, c := range []struct {
		what string
		same bool
		a, b string
	}{
		{"a plan and the later report", true,
			"a; 2023-03-01; planned meeting; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04-22; Lisbon, Portugal",
			"b; 2023-04-23; held meeting; Pedro Costa (Portugal), Luiz Lula (Brazil); 2023-04-22; Portugal"},
		{"the same two leaders a month later", false,
			"a; 2023-04-23; held meeting; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04-22",
			"b; 2023-05-24; held meeting; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-05-22"},
		{"a call and a meeting of one day", false,
			"a; 2023-04-23; held call; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04-22",
			"b; 2023-04-23; held meeting; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04-22"},
		{"the cancelled one and the chat that replaced it", false,
			"a; 2023-04-20; cancelled meeting; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04-22; Lisbon, Portugal",
			"b; 2023-04-23; held brief; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04-22; Lisbon, Portugal"},
		{"a plan and its cancellation", true,
			"a; 2023-04-10; planned meeting; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04; Lisbon, Portugal",
			"b; 2023-04-20; cancelled meeting; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04-22; Lisbon, Portugal"},
		{"one tells it, the other denies it", true,
			"a; 2023-04-23; held meeting; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04-22",
			"b; 2023-04-23; denied meeting; Luiz Lula (Brazil), Pedro Costa (Portugal); 2023-04-22"},
		{"one document tells it, and its denial as a record of its own", true,
			"a#1; 2023-04-23; held meeting; Luiz Lula (Brazil), Portugal; 2023-04-22",
			"a#2; 2023-04-23; denied meeting; Luiz Lula (Brazil), Portugal; 2023-04-22"},
		{"two notes of a government on calls without a day, weeks apart", false,
			"a/release (Brazil); 2023-04-10; held call; Luiz Lula (Brazil), Pedro Costa (Portugal);;;; oil market, output cuts",
			"b/release (Portugal); 2023-05-02; held call; Luiz Lula (Brazil), Pedro Costa (Portugal);;;; oil market, output cuts"},
		{"another minister of the same country", false,
			"a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22",
			"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Rita Alves (Portugal); 2023-04-22"},
		{"a country stands for its leader", true,
			"a; 2023-04-21; planned visit; Ana Ruiz (Spain), Portugal; 2023-04-22; Portugal",
			"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22; Lisbon, Portugal"},
		{"two spellings and two names of a country", true,
			"a; 2023-04-23; held meeting; Kassym-Jomart Tokayev (Kazakhstan), Mike Stone (U.S.); 2023-04-22",
			"b; 2023-04-23; held meeting; Kassym Jomart Tokaev (Kazakhstan), Michael Stone (United States); 2023-04-22"},
		{"both held, in two countries", false,
			"a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04; Madrid, Spain",
			"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04; Lisbon, Portugal"},
		{"a report of today and talks planned afterwards", false,
			"a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22",
			"b; 2023-04-27; planned meeting; Ana Ruiz (Spain), Pedro Costa (Portugal)"},
		{"a leader whose side one text does not tell", true,
			"a; 2023-04-23; held meeting; Ana Ruiz (), Pedro Costa (Portugal); 2023-04-22",
			"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"},
		{"a leader beside her delegation", true,
			"a; 2023-04-23; held meeting; Ana Ruiz (), Spain, Pedro Costa (Portugal); 2023-04-22",
			"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (); 2023-04-22"},
		{"an office stands for who bears it", true,
			"a; 2023-04-23; held meeting; Ana Ruiz (Spain), Portuguese President (Portugal); 2023-04-22",
			"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"},
		{"calls on two days on end", false,
			"a; 2023-04-22; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22",
			"b; 2023-04-23; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-23"},
		{"a plan without a date and the next occasion", true,
			"a; 2023-03-20; planned meeting; Ana Ruiz (Spain), Pedro Costa (Portugal)",
			"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"},
		{"two of three", false,
			"a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22",
			"b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal), Luiz Lula (Brazil); 2023-04-22"},
		{"one document tells them apart", false,
			"a#1; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22",
			"a#2; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"},
	} {
		a, b := tell(t, c.a), tell(t, c.b)
		v, w := Why(a, b), Why(b, a)
		if v.Same != c.same || w.Same != v.Same || w.Weight != v.Weight || w.Bar != v.Bar {
			t.Errorf("%s: %+v and %+v", c.what, v, w)
		}
		want := 2
		if c.same {
			want = 1
		}
		if got := Encounters([]readout.Account{b, a}); len(got) != want {
			t.Errorf("%s: %d encounters, want %d", c.what, len(got), want)
		}
	}
}

func TestUndatedNeverBridgesTwo(t *testing.T) {
	as := []readout.Account{
		tell(t, "a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22;;; fishing"),
		tell(t, "b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal);;;; fishing"),
		tell(t, "c; 2023-04-26; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-25;;; fishing"),
	}
	es := Encounters(as)
	if len(es) != 2 || len(es[0].Accounts) != 2 || es[0].Accounts[1].ID != "b" || es[1].ID != "c" {
		t.Errorf("got %s", dump(es))
	}
}

func TestFoldTakesFieldsInOrder(t *testing.T) {
	early := tell(t, "a; 2023-04-10; planned meeting; Spain, Pedro Costa (Portugal); 2023-04; Portugal;; fishing quotas")
	late := tell(t, "b; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22; Lisbon, Portugal;; Fishing Quotas, water")
	guest := tell(t, "c/Pedro Costa (Portugal); 2023-04-25; held brief; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-21")
	fixed := tell(t, "d; ; held call; Ana Ruiz (Spain), Pedro Costa (Portugal)")
	fixed.Voice.Role = Analyst
	f := Fold([]readout.Account{guest, early, late})
	if f.Status.Value() != readout.Held || f.Kind.Value() != readout.Meeting || f.Date.Value() != "2023-04-22" || f.Place.Value().City != "Lisbon" {
		t.Errorf("fields are %+v", f)
	}
	if len(f.Participants) != 2 || len(f.Topics) != 2 {
		t.Errorf("parties %v, topics %v", f.Participants, f.Topics)
	}
	if f = Fold([]readout.Account{early, fixed, late}); f.Kind.Value() != readout.Call {
		t.Errorf("an analyst's correction gives %v", f.Kind.Value())
	}
}

func TestDenialWithinDocument(t *testing.T) {
	denies := tell(t, "a#1/Ana Ruiz (Spain); ; denied meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22")
	tells := tell(t, "a#1/Pedro Costa (Portugal); ; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22")
	reports := tell(t, "a#1; ; denied meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22")
	if s := Fold([]readout.Account{denies, tells}).Status.Value(); s != readout.Held {
		t.Errorf("told and denied by two voices is %v", s)
	}
	if s := Fold([]readout.Account{denies, tells, reports}).Status.Value(); s != readout.Denied {
		t.Errorf("the reporter's word is denied, the encounter %v", s)
	}
	es := Encounters([]readout.Account{denies, tells})
	ds := Disagreements(es[0])
	if len(es) != 1 || len(ds) != 1 || ds[0].Field != "status" || ds[0].Type != Contradiction {
		t.Errorf("disagreements are %+v", ds)
	}
}

func TestDisagreements(t *testing.T) {
	base := "; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22; Lisbon, Portugal;; fishing"
	for _, c := range []struct{ other, want string }{
		{"; 2023-04-24; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22; Lisbon, Portugal;; fishing quotas", ""},
		{"; 2023-04-24; held brief; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22; Portugal;; water", "kind contradiction, place precision"},
		{"; 2023-04-24; held brief; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04; Portugal;; water", "date precision, place precision"}, // of the month's other occasions, too
		{"/Pedro Costa (Portugal); 2023-04-24; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); ; ;; water", ""},
		{"; 2023-04-24; held meeting; Ana Ruiz (Spain), Portugal; 2023-04-24; Porto, Portugal", "date contradiction, place contradiction, participants precision"},
		{"; 2023-04-10; planned meeting; Ana Ruiz (Spain), Pedro Costa (Portugal), Rita Alves (Portugal); 2023-04-22; Lisboa, Portugal", "participants precision"},
		{"; 2023-04-23; held visit; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22; Porto, Portugal", ""}, // a stop of the journey
	} {
		e := readout.Encounter{Accounts: []readout.Account{tell(t, "a"+base), tell(t, "b"+c.other)}}
		var got []string
		for _, d := range Disagreements(e) {
			got = append(got, d.Field+" "+string(d.Type))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.other, s, c.want)
		}
	}
}

func TestSilencesNeedBothSides(t *testing.T) {
	ours := tell(t, "a/Ana Ruiz (Spain); ; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22;;; fishing quotas, water")
	theirs := tell(t, "b/Portuguese ministry (Portugal); ; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22;;; trade, quotas for fishing")
	press := tell(t, "c; ; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22;;; football")
	es := Encounters([]readout.Account{ours, theirs, press})
	if len(es) != 1 {
		t.Fatalf("%d encounters", len(es))
	}
	var got []string
	for _, s := range Silences(es[0]) {
		got = append(got, s.ToldBy+" tells of "+s.Topic+", "+s.Silent+" does not")
	}
	want := "Portugal tells of trade, Spain does not; Spain tells of water, Portugal does not"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %q, want %q", s, want)
	}
	if s := Silences(Encounters([]readout.Account{ours, press})[0]); len(s) != 0 {
		t.Errorf("silent without having spoken: %+v", s)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", true}, {"Erdoğan", "Recep Tayyip Erdoğan", true},
		{"Joko Widodo", "Joko Widodo", true}, {"Lee Jae-myung", "Lee Jae Myung", true}, {"Lee Jae-myung", "Lee Myung-bak", false},
		{"Jim Baker", "James Baker", true}, {"J. Baker", "James Baker", true}, {"James Baker", "Charles Baker", false},
		{"Sheikh Tamim bin Hamad Al Thani", "Tamim bin Hamad", true}, {"Hamad bin Khalifa Al Thani", "Tamim bin Hamad Al Thani", false},
		{"Salman", "Mohammed bin Salman", false}, {"bin Salman", "Mohammed bin Salman", true}, {"King Salman", "Salman bin Abdulaziz Al Saud", true},
		{"Serhiy Koval", "Sergei Koval", false}, {"Sergey Koval", "Sergei Koval", true}, {"Wang Yi", "Wang Wenbin", false},
	} {
		a, b := newMember(readout.Party{Name: c.a, Side: "X", Kind: readout.Person}), newMember(readout.Party{Name: c.b, Side: "X", Kind: readout.Person})
		if got := samePerson(&a, &b); got != c.same || samePerson(&b, &a) != got {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

func dump(v any) string {
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// someAccounts draws accounts that are near one another in every respect.
func someAccounts(t *rapid.T) []readout.Account {
	pick := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
	var out []readout.Account
	for i := range rapid.IntRange(0, 24).Draw(t, "n") {
		doc := rapid.IntRange(0, 9).Draw(t, "doc")
		told := []string{"", "2023-04-23", "2023-04-20", "2023-05-02", "2023-04-22~"}[doc%5]
		line := fmt.Sprintf("d%d#%d%s;%s; %s %s; %s, %s;%s;%s;%s;%s",
			doc, rapid.IntRange(0, 2).Draw(t, "record"), pick("voice", "", "/Ana Ruiz (Spain)", "/Someone (Portugal)"), told,
			pick("status", "held", "planned", "proposed", "cancelled", "denied"), pick("kind", "meeting", "brief", "call", "visit"),
			pick("a", "Ana Ruiz (Spain)", "Spain", "A. Ruiz (Spain)", "Eva Ruiz (Spain)", "Ana Ruiz ()", "Ana Ruiz (), Spain"), pick("b", "Portugal", "Pedro Costa (Portugal)", "P. Costa (Portugal), Luiz Lula (Brazil)"),
			pick("date", "", "2023-04", "2023-04-22", "2023-04-23", "2023-04-21/2023-04-22", "2023"),
			pick("place", "", "Portugal", "Lisbon, Portugal", "Madrid, Spain"), pick("gathering", "", "Iberian summit", "UN General Assembly"),
			pick("topics", "", "water", "fishing, water"))
		a := tell(discard{}, line)
		a.ID = fmt.Sprintf("%02d", (i*37+11)%100)
		if rapid.Bool().Draw(t, "bare") {
			a.Record = ""
		}
		out = append(out, a)
	}
	return out
}

type discard struct{ testing.TB }

func (discard) Helper() {}

func TestOrderAndBatchesDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := someAccounts(t)
		want := dump(Encounters(as))
		mixed := rapid.Permutation(as).Draw(t, "order")
		mixed = append(mixed, mixed[:len(mixed)/2]...) // and some handed over twice
		if got := dump(Encounters(mixed)); got != want {
			t.Fatalf("another order gives\n%s\nnot\n%s", got, want)
		}
	})
}

func TestEveryAccountOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := someAccounts(t)
		seen := map[string]bool{}
		for _, e := range Encounters(as) {
			for i, a := range e.Accounts {
				if seen[a.ID] || i == 0 && a.ID != e.ID {
					t.Fatalf("account %s stands twice, or %s is not the smallest", a.ID, e.ID)
				}
				seen[a.ID] = true
				for _, b := range e.Accounts[:i] {
					if v, w := Why(a, b), Why(b, a); v.Weight != w.Weight || v.Bar != w.Bar {
						t.Fatalf("%s and %s: %+v the one way, %+v the other", a.ID, b.ID, v, w)
					}
					if v := Why(a, b); v.Bar != "" && len(withRecord(as, a)) == 1 && len(withRecord(as, b)) == 1 {
						t.Fatalf("%s and %s are together in spite of: %s", a.ID, b.ID, v.Bar)
					}
				}
			}
			Disagreements(e)
			Silences(e)
		}
		if len(seen) != len(as) {
			t.Fatalf("%d accounts of %d", len(seen), len(as))
		}
	})
}

// What a store does: after every change only the linked accounts are resolved again.
func TestChainsOfLinksResolveAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := someAccounts(t)
		chain := map[string]string{}
		root := func(id string) string {
			for chain[id] != id {
				id = chain[id]
			}
			return id
		}
		var stored []readout.Account
		for _, doc := range byDocument(as) {
			var near []readout.Account
			for _, b := range stored {
				if sharesKey(doc, withRecord(stored, b)) {
					near = append(near, b)
				}
			}
			for _, a := range doc {
				chain[a.ID] = a.ID
			}
			for _, l := range Links(doc, near) {
				chain[root(l[0])] = root(l[1])
			}
			stored = append(stored, doc...)
		}
		parts := map[string][]readout.Account{}
		for _, a := range as {
			parts[root(a.ID)] = append(parts[root(a.ID)], a)
		}
		got := map[string]readout.Encounter{}
		for _, p := range parts {
			for _, e := range Encounters(p) {
				got[e.ID] = e
			}
		}
		want := Encounters(as)
		for _, e := range want {
			if dump(got[e.ID]) != dump(e) {
				t.Fatalf("chain by chain gives\n%s\nnot\n%s", dump(got[e.ID]), dump(e))
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d encounters, not %d", len(got), len(want))
		}
	})
}

func byDocument(as []readout.Account) [][]readout.Account {
	index := map[string]int{}
	var out [][]readout.Account
	for _, a := range as {
		i, ok := index[a.Document]
		if !ok {
			i = len(out)
			index[a.Document] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], a)
	}
	return out
}

// withRecord are the accounts of a's record.
func withRecord(as []readout.Account, a readout.Account) []readout.Account {
	if a.Record == "" {
		return []readout.Account{a}
	}
	var out []readout.Account
	for _, b := range as {
		if b.Document == a.Document && b.Record == a.Record {
			out = append(out, b)
		}
	}
	return out
}

func sharesKey(as, bs []readout.Account) bool {
	keys := map[string]bool{}
	for _, a := range as {
		for _, k := range Keys(a) {
			keys[k] = true
		}
	}
	for _, b := range bs {
		for _, k := range Keys(b) {
			if keys[k] {
				return true
			}
		}
	}
	return false
}

func TestToldFromWhatIsTold(t *testing.T) {
	held := readout.Encounter{Facts: tell(t, "a;;held meeting; Spain, Portugal; 2023-04-22").Facts}
	plan := readout.Encounter{Facts: tell(t, "a;;planned meeting; Spain, Portugal; 2023-05-22").Facts}
	if got := Told("", []readout.Encounter{plan, held}); got != "2023-04-23~" {
		t.Errorf("got %q", got)
	}
	if got := Told("2023-05-01", []readout.Encounter{held}); got != "2023-05-01" {
		t.Errorf("got %q", got)
	}
}

func TestAGrouperPutsTogetherWhatEncountersDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := someAccounts(t)
		g := NewGrouper()
		byDocument := map[string][]readout.Account{}
		for i := range as {
			if as[i].Record == "" {
				as[i].Record = "alone " + as[i].ID // a group names its accounts by their records
			}
			byDocument[as[i].Document] = append(byDocument[as[i].Document], as[i])
		}
		for _, part := range byDocument {
			g.Add(part)
		}
		var want [][]Record
		for _, e := range Encounters(as) {
			var records []Record
			for _, a := range e.Accounts {
				if r := (Record{a.Document, a.Record}); !slices.Contains(records, r) {
					records = append(records, r)
				}
			}
			want = append(want, records)
		}
		if got := g.Groups(); !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
	})
}

func TestTheDayOfTellingBoundsVagueDates(t *testing.T) {
	for _, c := range []struct {
		what, a, b string
		one        bool
	}{
		{"what was held in a year by January is no encounter of October", "a; 2023-01-28; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023",
			"b; 2023-10-04; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-10-04;;; fish", false},
		{"nor is what is planned for it one of January", "a; 2023-06-28; planned meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023; Madrid, Spain;; fish",
			"b; 2023-01-05; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-01-04; Madrid, Spain;; fish", false},
		{"what was held in a month by its end may be of its middle", "a; 2023-10-28; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-10",
			"b; 2023-10-15; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-10-14;;; fish", true},
		{"talks in two cities, told on following days, are two", "a; 2023-10-14; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal);; Madrid, Spain;; fish, water, wind",
			"b; 2023-10-15; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal);; Toledo, Spain;; fish, water, wind", false},
	} {
		if v := Why(tell(t, c.a), tell(t, c.b)); v.Same != c.one {
			t.Errorf("%s: %+v", c.what, v)
		}
	}
}

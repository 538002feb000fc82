package resolve

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout"
)

func TestWhyAccountsAreOneOrTwo(t *testing.T) {
	as := []readout.Account{
		tell(t, "a; 2023-04-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22; Madrid, Spain;; fish"),
		tell(t, "b; 2023-04-24; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22;;; fish"),
	}
	joins := Joins(as, nil)
	if len(joins) != 1 || joins[0].Weight < joins[0].Enough || !slices.Contains(joins[0].Reasons, "+40 the same day") {
		t.Errorf("joined by %+v", joins)
	}
	call := tell(t, "c; 2023-04-23; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22")
	nextDay := tell(t, "d; 2023-04-24; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-23")
	why := WhyApart(as, []readout.Account{call, nextDay}, nil)
	if len(why.Bars) != 1 || why.Bars[0].Reason != "a call and not a call" || why.Bars[0].Pairs != 2 {
		t.Errorf("forbidden by %+v", why.Bars)
	}
	if why.Nearest == nil || why.Nearest.B != "d" || why.Nearest.Weight >= why.Nearest.Enough {
		t.Errorf("nearest %+v", why.Nearest)
	}
	ds := []Decision{{ID: "one", Same: true, On: []string{"a", "c"}, By: "eva", At: "2023-05-01T10:00:00Z"},
		{ID: "two", On: []string{"d"}, Against: []string{"a", "b"}, By: "eva", At: "2023-05-02T10:00:00Z"}}
	joins = Joins([]readout.Account{as[0], as[1], call}, ds)
	if len(joins) != 2 || joins[1].Decision != "one" || !strings.HasPrefix(joins[1].Reasons[len(joins[1].Reasons)-1], "forbidden: ") {
		t.Errorf("with a decision joined by %+v", joins)
	}
	if why := WhyApart(as, []readout.Account{nextDay}, ds); why.Decision != "two" {
		t.Errorf("kept apart by decision %q", why.Decision)
	}
}

func TestADossierCountsAndFindsGaps(t *testing.T) {
	d := DossierOf(Encounters([]readout.Account{
		tell(t, "c; 2023-04-23; held call; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-04-22"),
		tell(t, "a; 2022-05-23; held meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2022-05-22;;; fish"),
		tell(t, "d; 2023-05-23; cancelled meeting; Ana Ruiz (Spain), Pedro Costa (Portugal); 2023-05-22"),
		tell(t, "e; 2023-06-01; held meeting; Ana Ruiz (Spain), Ana Ruiz (Spain), Jonas Berg (Norway); 2023-05-30"),
		tell(t, "f; ; held meeting; Ana Ruiz (Spain), Jonas Berg (Norway)"),
	}))
	var order, months []string
	for _, e := range d.Entries {
		order = append(order, e.ID)
		months = append(months, strconv.Itoa(e.Months))
	}
	if got := strings.Join(order, " "); got != "a c d e f" {
		t.Errorf("in the order %s", got)
	}
	if got := strings.Join(months, " "); got != "0 11 0 0 0" {
		t.Errorf("months since the same two met: %s", got)
	}
	if d.First != "a" || d.Last != "e" || len(d.Gaps) != 1 || d.Gaps[0].Days != 335 || d.Gaps[0].From != "a" || d.Gaps[0].To != "c" {
		t.Errorf("first %s, last %s, gaps %+v", d.First, d.Last, d.Gaps)
	}
	if len(d.Years) != 3 || d.Years[1] != (Year{Year: 2023, Held: 2, Cancelled: 1}) || d.Years[2].Year != 0 {
		t.Errorf("years %+v", d.Years)
	}
	if len(d.Met) != 2 || d.Met[0].Held != 2 || d.Met[0].A != "Ana Ruiz" {
		t.Errorf("who met whom: %+v", d.Met)
	}
	if e := Encounters([]readout.Account{tell(t, "a; 2022-05-23; held meeting; Ana Ruiz (Spain), Mali; 2022-05-22;;; fishing quotas")})[0]; !About(e, "quotas") || About(e, "quotas for steel") || About(e, "") {
		t.Error("a topic is about the words that it holds all of")
	}
}

func TestOneUtteranceHasVariants(t *testing.T) {
	say := func(doc, published string, mode readout.Mode, words string) Said {
		return Said{ID: doc, Document: doc, Published: published, Speaker: "Ana Ruiz", Side: "Spain", Mode: mode, Words: words}
	}
	full := say("a", "2023-04-22", readout.Direct, "“Our fishing fleet has suffered greatly from the drought in the northern provinces, and help must come before winter.”")
	us := Utterances([]Said{
		say("d", "2023-04-23", readout.Indirect, "the drought in the northern provinces had hurt the fishing fleet and help was needed before winter"),
		say("b", "2023-04-22", readout.Direct, "“Our fishing fleet has suffered greatly from the drought in the northern provinces.”"),
		say("c", "2023-04-23", readout.Direct, "“The fishing fleet suffered greatly by drought in the northern provinces; help has to come before the winter.”"),
		full,
		say("e", "2023-06-30", readout.Direct, "“Our fishing fleet has suffered greatly from the drought in the northern provinces, and help must come before winter.”"),
		say("f", "2023-04-22", readout.Direct, "“The harbour at Vigo will be enlarged with European money next spring.”"),
		{ID: "g", Document: "g", Published: "2023-04-22", Speaker: "Pedro Costa", Side: "Portugal", Mode: readout.Direct, Words: full.Words},
	})
	if len(us) != 1 || len(us[0].Variants) != 4 {
		t.Fatalf("%+v", us)
	}
	got := map[string]Wording{}
	for _, v := range us[0].Variants {
		got[v.In[0].Document] = v.How
	}
	for doc, want := range map[string]Wording{"a": Fullest, "b": Trimmed, "c": Translated, "d": Paraphrased} {
		if got[doc] != want {
			t.Errorf("%s is %q, want %q", doc, got[doc], want)
		}
	}
	diff := difference("help must come, before winter", "help must come")
	if len(diff) != 2 || diff[0] != (Piece{"both", "help must come"}) || diff[1] != (Piece{"first", "before winter"}) {
		t.Errorf("difference %+v", diff)
	}
}

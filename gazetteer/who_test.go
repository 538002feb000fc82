package gazetteer

import (
	"testing"

	"readout"
)

func on(t testing.TB, date string) (readout.Day, bool) {
	t.Helper()
	if date == "" {
		return 0, false
	}
	d, _, ok := readout.Date(date).Days()
	if !ok {
		t.Fatalf("%q is no date", date)
	}
	return d, true
}

func TestWho(t *testing.T) {
	g := load(t)
	for _, c := range []struct{ phrase, date, context, want, country string }{
		{"the Russian foreign minister", "2015-03-10", "", "Sergei Lavrov", "Russia"},
		{"Sweden's foreign minister", "2016-02-01", "", "Margot Wallström", "Sweden"},
		{"the British foreign secretary", "2009-02-01", "", "David Miliband", "United Kingdom"},
		{"Foggy Bottom's chief", "2006-02-01", "", "Condoleezza Rice", "United States"},
		{"the Kremlin spokesman", "2019-02-01", "", "Dmitry Peskov", "Russia"},
		{"the tenant of the Élysée", "2010-05-01", "", "Nicolas Sarkozy", "France"},
		{"the 43rd President of the United States", "2022-05-05", "", "George W. Bush", "United States"},
		{"Spain's president", "2015-03-24", "", "Mariano Rajoy", "Spain"},
		{"the Pentagon chief", "2012-05-01", "", "Leon Panetta", "United States"},
		{"the IAEA chief", "2015-05-01", "", "Yukiya Amano", "IAEA"},
		{"the head of UNHCR", "2018-05-01", "", "Filippo Grandi", "United Nations"},
		{"the NATO secretary-general", "1999-05-01", "", "Javier Solana", "NATO"},
		{"the European Commission president", "2012-05-01", "", "José Manuel Barroso", "European Union"},
		{"the president-elect", "2016-12-01", "Trump Tower in New York was crowded, and the president-elect of the United States tweeted.", "Donald Trump", "United States"},
		{"South Korea's president-elect", "2022-04-01", "", "Yoon Suk-yeol", "South Korea"},
		{"the former German chancellor", "2009-05-01", "", "Gerhard Schröder", "Germany"},
		{"Merkel's foreign minister", "2018-05-01", "", "Heiko Maas", "Germany"},
		{"his Chinese counterpart", "2019-05-01", "Lavrov met his Chinese counterpart in Sochi.", "Wang Yi", "China"},
		{"her French counterpart", "2019-05-01", "Merkel spoke with her French counterpart by telephone.", "Emmanuel Macron", "France"},
		{"Zelenskiy", "2022-05-01", "", "Volodymyr Zelensky", "Ukraine"},
		{"Gadhafi", "2009-05-01", "", "Muammar Gaddafi", "Libya"},
		{"Jokowi", "", "", "Joko Widodo", "Indonesia"},
		{"MBS", "2018-10-20", "", "Mohammed bin Salman", "Saudi Arabia"},
		{"Bush", "1990-05-01", "", "George H. W. Bush", "United States"},
		{"Clinton", "2010-05-01", "Clinton met Lavrov in Geneva.", "Hillary Clinton", "United States"},
		{"President Kim", "2000-06-14", "Kim of South Korea landed in Pyongyang.", "Kim Dae-jung", "South Korea"},
		{"the prime minister", "2014-06-01", "The New Delhi delegation was pleased, and the prime minister smiled.", "Narendra Modi", "India"},
		{"the Hezbollah leader", "2006-07-20", "", "Hassan Nasrallah", "Lebanon"},
		{"the UN special envoy for Syria", "2013-05-01", "", "Lakhdar Brahimi", "United Nations"},
		{"the Chinese foreign ministry spokeswoman", "2010-03-01", "", "Jiang Yu", "China"},
		{"Israel's prime minister", "1995-11-03", "", "Yitzhak Rabin", "Israel"},
		{"Israel's acting prime minister", "2006-02-01", "", "Ehud Olmert", "Israel"},
		{"Downing Street's occupant", "2018-02-01", "", "Theresa May", "United Kingdom"},
	} {
		d, has := on(t, c.date)
		a := g.Who(Question{Phrase: c.phrase, Context: c.context, Day: d, HasDay: has})
		if a.Person == nil {
			t.Errorf("%s (%s): no answer", c.phrase, c.date)
			for _, k := range a.Candidates {
				t.Log("   ", k.Name, k.Score, k.Reasons)
			}
			continue
		}
		if a.Person.Name != c.want || a.Country != c.country {
			t.Errorf("%s (%s): %s of %s, want %s", c.phrase, c.date, a.Person.Name, a.Country, c.want)
		}
	}
	for _, phrase := range []string{"a senior official", "diplomats in Vienna", "Western leaders", "an aide to the president", "sources close to the talks", "one European minister", "the delegation", "two negotiators"} {
		d, _ := on(t, "2014-03-01")
		if a := g.Who(Question{Phrase: phrase, Day: d, HasDay: true}); a.Person != nil {
			t.Errorf("%s is taken for %s", phrase, a.Person.Name)
		}
	}
}

func TestEvent(t *testing.T) {
	g := load(t)
	for _, c := range []struct{ phrase, date, want string }{
		{"the Genoa summit", "2001-07-21", "2001-07-20/2001-07-22"},
		{"last year's G20", "2019-03-01", "2018-11-30/2018-12-01"},
		{"the Astana talks", "2017-05-04", "2017-05-03/2017-05-04"},
		{"the fourth Summit of the Americas", "", "2005-11-04/2005-11-05"},
		{"the EU summit", "2011-06-25", "2011-06-23/2011-06-24"},
		{"the Normandy Four summit in Paris", "2019-12-10", "2019-12-09"},
		{"the NATO summit in Wales", "2014-09-05", "2014-09-04/2014-09-05"},
		{"COP26", "2021-11-05", "2021-10-31/2021-11-13"},
		{"the Hanoi summit", "2019-03-01", "2019-02-27/2019-02-28"},
		{"the Davos forum", "2009-01-30", "2009-01-28/2009-02-01"},
		{"the Camp David summit", "2000-07-20", "2000-07-11/2000-07-25"},
		{"the Arab League summit in Beirut", "2002-03-28", "2002-03-27/2002-03-28"},
	} {
		d, has := on(t, c.date)
		e, some := g.Event(c.phrase, d, has)
		if e == nil || string(e.Date) != c.want {
			t.Errorf("%s (%s): %v", c.phrase, c.date, e)
			for _, m := range some {
				t.Log("   ", m.Name, m.Date, m.City, m.Score, m.Reason)
			}
		}
	}
}

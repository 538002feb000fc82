package gazetteer

import "testing"

// A name in another spelling means the holder; a name that nobody of the office
// bears, or that stands beside the office, means nobody else.
func TestNamesBesideOffices(t *testing.T) {
	g := load(t)
	for _, c := range []struct{ phrase, date, context, want string }{
		{"Shimon Perez", "1996-04-18", "", "Shimon Peres"},
		{"Foreign Minister Ahmed Davutoglu", "2013-04-20", "", "Ahmet Davutoğlu"},
		{"King Harald V", "2005-03-06", "", "Harald V"},
		{"President Rouseff", "2011-03-19", "Brazil.", "Dilma Rousseff"},
		{"President Kurumbel", "2011-03-19", "Brazil.", ""},
		{"the Russian ambassador", "2018-05-01", "He met the Russian ambassador to the United States, Sergey Kislyak, in May.", "Sergei Kislyak"},
		{"the French envoy", "2018-05-01", "The French envoy, Aurelien Dumonteil, said so.", ""},
		{"Ivanov", "2007-02-11", "Ivanov, the defence minister, nodded.", "Sergei Ivanov"},
		{"the former president", "2017-11-29", "Obama, in Beijing with Xi, was received as the former president he is.", "Barack Obama"},
		{"the president", "2015-07-06", "Athens had voted no, and the president in Paris received Merkel.", "François Hollande"},
		{"the US envoy for North Korea", "2015-06-01", "", "Sung Kim"},
		{"the US assistant secretary of state for East Asia", "2006-06-01", "", "Christopher Hill"},
		{"the American ambassador in Kyiv", "2014-06-01", "", "Geoffrey Pyatt"},
	} {
		d, has := on(t, c.date)
		a := g.Who(Question{Phrase: c.phrase, Context: c.context, Day: d, HasDay: has})
		got := ""
		if a.Person != nil {
			got = a.Person.Name
		}
		if got != c.want {
			t.Errorf("%s (%s): %q, want %q", c.phrase, c.context, got, c.want)
		}
	}
}

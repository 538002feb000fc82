package timex

import "testing"

// The publication day is Thursday, 16 May 2019.
func TestDatesInFiguresFeastsAndPartsOfTheYear(t *testing.T) {
	f := load(t)
	for _, c := range []struct{ in, want string }{
		{"The file is dated 30/11/2014.", "30/11/2014=2014-11-30"},
		{"The file is dated 11/30/2014.", "11/30/2014=2014-11-30"},
		{"The note of 05-Aug-2016 was leaked.", "05-Aug-2016=2016-08-05"},
		{"The accord of 2015-12 holds.", "2015-12=2015-12"},
		{"They meet on Friday, 24/5.", "Friday, 24/5=2019-05-24"},
		{"The talks ran from 10/1/2018-10/7/2018.", "from 10/1/2018-10/7/2018=2018-10-01/2018-10-07"},
		{"Three of 3/4 of the votes were cast after the 9/11 attacks.", ""},
		{"Call +44 20-7946-0018 for the programme.", ""},
		{"The envoys met on the fourth of July 1995.", "the fourth of July 1995=1995-07-04"},
		{"The envoys met on July 4th of 1995.", "July 4th of 1995=1995-07-04"},
		{"The envoys meet 10-12 June.", "10-12 June=2019-06-10/2019-06-12"},
		{"The treaty will be signed on May twenty-seventh.", "May twenty-seventh=2019-05-27"},
		{"The treaty of nineteen eighty-six was renewed in August 1996.", "nineteen eighty-six=1986; August 1996=1996-08"},
		{"They met next week on Tuesday.", "next week on Tuesday=2019-05-21"},
		{"They meet on Monday of the following week.", "Monday of the following week=2019-05-20"},
		{"He arrived on Friday the 13th of an unlucky year.", "Friday the 13th=2018-07-13"},
		{"He met her on Wednesday, the first day of his trip.", "Wednesday=2019-05-15"},
		{"The truce was signed on Christmas Eve 2014.", "Christmas Eve 2014=2014-12-24"},
		{"The pope met the prime minister on Easter Sunday.", "Easter Sunday=2019-04-21"},
		{"The leaders will meet after Thanksgiving.", "Thanksgiving=2019-11-28"},
		{"The Good Friday Agreement holds.", ""},
		{"They met over the weekend of Thanksgiving 2023.", "the weekend of Thanksgiving 2023=2023-11-23/2023-11-26"},
		{"They met on Labor Day weekend 2021.", "Labor Day weekend 2021=2021-09-04/2021-09-06"},
		{"They will meet in the week after next.", "the week after next=2019-05-27/2019-06-02"},
		{"Exports fell in the first quarter of 2017.", "the first quarter of 2017=2017-01/2017-03"},
		{"Exports fell in Q3 2016.", "Q3 2016=2016-07/2016-09"},
		{"The summit fell into the last week of July 2017.", "the last week of July 2017=2017-07-24/2017-07-30"},
		{"They met in the first ten days of last year.", "the first ten days of last year=2018-01-01/2018-01-10"},
		{"Talks ran from 2014 to 2016.", "from 2014 to 2016=2014/2016"},
		{"Talks run from March to July.", "from March to July=2019-03/2019-07"},
		{"They will talk for the next three days.", "the next three days=2019-05-17/2019-05-19"},
		{"They met on Monday and spoke again later in the day.", "Monday=2019-05-13; later in the day=2019-05-13"},
		{"They spoke earlier in the day.", "earlier in the day=2019-05-16"},
		{"They met in recent months.", "recent months=2018-11/2019-05"},
		{"They met in recent years.", "recent years="},
		{"They have talked for the past two weeks.", "the past two weeks=2019-05-02/2019-05-15"},
		{"The sides met between Jan. 22 and now.", "between Jan. 22 and now=2019-01-22/2019-05-16"},
		{"The talks took one hour and a half.", "one hour and a half=90..90"},
	} {
		if got := show(f, "2019-05-16", c.in); got != c.want {
			t.Errorf("%s\n  got %s\n want %s", c.in, got, c.want)
		}
	}
}

func TestEasterIsWhereTheChurchesOfTheWestKeepIt(t *testing.T) {
	for year, want := range map[int]string{1999: "1999-04-04", 2000: "2000-04-23", 2008: "2008-03-23", 2018: "2018-04-01", 2024: "2024-03-31", 2038: "2038-04-25"} {
		if got := string(easter(year).Date()); got != want {
			t.Errorf("Easter of %d is %s, want %s", year, got, want)
		}
	}
}

func TestFiguresNeverPanicAndTakeLinearTime(t *testing.T) {
	f := load(t)
	for _, s := range []string{"-", "1-", "1/", "1/2/", "1/2/3/4/5/6/7/8/9", "2014-", "Dec-", "Dec-99", "week", "week 9", "the first", "Q1", "the last of", "Easter", "new year 's", "two thousand", "nineteen", "29 February 2019", "0/0/0000"} {
		show(f, "2019-05-16", s)
		show(f, "", s+" "+s+" "+s)
	}
}

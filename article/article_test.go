package article

import (
	"strings"
	"testing"
	"time"

	"readout"
)

// kinds shows the sections of doc, one a line: its kind, the outlet, and the first
// and last words.
func kinds(doc readout.Document) string {
	var b strings.Builder
	for _, s := range Sections(doc) {
		w := strings.Fields(s.In(doc.Text))
		b.WriteString(s.Kind.String())
		if s.Outlet != "" {
			b.WriteString(" (" + s.Outlet + ")")
		}
		if len(w) > 0 {
			b.WriteString(": " + w[0] + " … " + w[len(w)-1])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

const body = "The ministers of both states met in Oslo on Monday and spoke for an hour about the border, the prisoners and the trade that had stopped in spring."

func TestSections(t *testing.T) {
	for _, c := range []struct{ name, title, text, want string }{
		{"body alone", "", body, "body: The … spring.\n"},
		{"headline without a title", "", "Ministers meet in Oslo\n\n" + body + "\n\nThey left.",
			"headline: Ministers … Oslo\nbody: The … left.\n"},
		{"headline twice", "", "Ministers meet in Oslo\n\nMinisters meet in Oslo\n\n" + body,
			"headline: Ministers … Oslo\nbody: The … spring.\n"},
		{"a first sentence is no headline", "Ministers meet in Oslo", "The ministers met in Oslo, D.C. \n\n" + body,
			"body: The … spring.\n"},
		{"place line", "Meeting with Anna Berg", "Summer Palace, Oslo\n\n" + body, "body: Summer … spring.\n"},
		{"byline", "", "## Ministers meet in Oslo\n\nBy [Jo Doe](#)\n\nNordic Research, May 3, 2016\n\n" + body,
			"headline: ## … Oslo\nnavigation: By … 2016\nbody: The … spring.\n"},
		{"captions", "", "FILE - Anna Berg in Oslo.\n\n" + body + "\n\nAnna Berg (L) shakes hands with Jan Ruiz in Oslo, on May 3, 2016. Getty Images\n\n" + body + "\n\nAnna Berg speaks in Oslo. (AP Photo/Jo Doe)",
			"caption: FILE … Oslo.\nbody: The … spring.\ncaption: Anna … Images\nbody: The … spring.\ncaption: Anna … Doe)\n"},
		{"caption with its credit in brackets, run into the text", "", "Anna Berg poses for photos in Oslo on May 3, 2016 (Credit: Nordic News). " + body + " " + body + " " + body,
			"caption: Anna … News).\nbody: The … spring.\n"},
		{"caption with a day and no year, run into the text", "", body + " " + body + " Anna Berg meets with Jan Ruiz in Oslo on Monday, May 3. Handout/Jo Doe/GPO " + body,
			"body: The … spring.\ncaption: Anna … Doe/GPO\nbody: The … spring.\n"},
		{"a day of which no credit follows is news", "", body + " " + body + " Anna Berg meets with Jan Ruiz in Oslo on Monday, May 3. " + body, "body: The … spring.\n"},
		{"caption that a small letter opens", "", body + " " + body + " undefined — Anna Berg meets with Jan Ruiz in Oslo on May 3, 2016. Jo Doe/AP " + body,
			"body: The … spring.\ncaption: undefined … Doe/AP\nbody: The … spring.\n"},
		{"caption of a day, told as if it were now", "", body + "\n\nPrime Minister Anna Berg attends a meeting in Oslo on May 3. She has denied it.\n\n" + body,
			"body: The … spring.\ncaption: Prime … it.\nbody: The … spring.\n"},
		{"what was done on a day is news", "", body + "\n\nPrime Minister Anna Berg attended a meeting in Oslo on May 3. She has denied it.\n\n" + body, "body: The … spring.\n"},
		{"caption that counts from the left", "", body + "\n\nBerg, second from left, meets Prime Minister Jan Ruiz, second from right, in Oslo.\n\n" + body,
			"body: The … spring.\ncaption: Berg, … Oslo.\nbody: The … spring.\n"},
		{"captions of a gallery stand twice", "", body + "\n\nAnna Berg has been the envoy to the talks for years.\n\nAnna Berg has been the envoy to the talks for years.\n\nJan Ruiz has led the talks in Oslo and in Rome.\n\nJan Ruiz has led the talks in Oslo and in Rome.\n\n" + body,
			"body: The … spring.\ncaption: Anna … Rome.\nbody: The … spring.\n"},
		{"links to other articles in a list", "", body + "\n\n* Berg Will Meet Ruiz in Oslo Next Week. Here’s What to Know\n* How the Northern Border Was Shut by Both", "body: The … spring.\nnavigation: * … Both\n"},
		{"a list of what was agreed is body", "", body + "\n\n* Berg and Ruiz will meet in Oslo next week\n* The border opens in May", "body: The … May\n"},
		{"caption with the credit on the next line", "", "Anna Berg speaks in Oslo on May 3, 2016.\n\nJo Doe | Afp | Getty Images\n\n" + body,
			"caption: Anna … Images\nbody: The … spring.\n"},
		{"the line under a video", "", body + "\n\nLeaders shake hands in Oslo – video\n\n" + body,
			"body: The … spring.\ncaption: Leaders … video\nbody: The … spring.\n"},
		{"an agency as a source is no credit", "", body + "\n\nBerg will go to Rome in June, according to Reuters.", "body: The … Reuters.\n"},
		{"credits behind a bar, in brackets or before the caption", "", body + "\n\nAnna Berg speaks after her meeting with Jan Ruiz in Oslo May 3, 2016. Jo Doe | Reuters\n\n" + body + "\n\nAnna Berg has met Jan Ruiz in Oslo [File: Jo Doe/AFP]\n\n" + body + "\n\nJo Doe/AP/File Anna Berg arrives for talks with Jan Ruiz in Oslo, May 3, 2016. She led them for years.",
			"body: The … spring.\ncaption: Anna … Reuters\nbody: The … spring.\ncaption: Anna … Doe/AFP]\nbody: The … spring.\ncaption: Jo … years.\n"},
		{"caption with its credit behind a bar, run into headline and deck", "", "Anna Berg will be back on Friday. | Jo Doe/AP Photo Borders Berg in a fix after talks The minister has left many guests alone.\n\n" + body,
			"caption: Anna … Photo\nbody: Borders … spring.\n"},
		{"who stands behind a bar is no agency", "", body + "\n\nThe ministers met in Oslo. Berg spoke first | Ruiz spoke last.", "body: The … last.\n"},
		{"teasers, each with a button", "", "Related Articles\n\nRuiz comes to Oslo Jan Ruiz paid a visit to Oslo. Shares\n\nBerg met Ruiz Anna Berg met Jan Ruiz in Rome. Shares\n\nOslo opens its border The border was shut for years. Shares",
			"navigation: Related … Shares\n"},
		{"an article that goes on behind a label", "", body + "\n\nMore On This...\n\nBerg met Ruiz in Rome.\n\n" + body, "body: The … spring.\nnavigation: More … This...\nbody: Berg … spring.\n"},
		{"a caption alone, with its date", "", body + "\n\nAnna Berg, the envoy of the president, arrives in Oslo, Friday, May 3, 2016.\n\n" + body + "\n\nIn this photo provided by the ministry, Anna Berg shakes hands with Jan Ruiz.\n\n" + body,
			"body: The … spring.\ncaption: Anna … 2016.\nbody: The … spring.\ncaption: In … Ruiz.\nbody: The … spring.\n"},
		{"what was discussed until a day is no caption", "", body + "\n\nThe two spoke during the session of how to meet the goals that both had set on May 3, 2016.\n\n" + body, "body: The … spring.\n"},
		{"caption without a date, with its credit, run into the text", "", body + " " + body + " Anna Berg shakes hands with Jan Ruiz during a meeting in Oslo. Jo Doe/AFP/Getty Images " + body,
			"body: The … spring.\ncaption: Anna … Images\nbody: The … spring.\n"},
		{"plugs within", "", body + "\n\nAdvertisement\n\nRead more: Why the border is shut\n\n" + body,
			"body: The … spring.\nnavigation: Advertisement … shut\nbody: The … spring.\n"},
		{"a broadcast to play", "", body + "\n\nBerg Says She Spoke to Ruiz Berg Says She Spoke to Ruiz Listen · 3:26 3:26\n\n" + body,
			"body: The … spring.\nnavigation: Berg … 3:26\nbody: The … spring.\n"},
		{"credits and copyright", "", body + "\n\nJo Doe and Ann Roe contributed to this report.\n\nCopyright © 2016 The Oslo Times. All rights reserved.",
			"body: The … spring.\nnavigation: Jo … report.\ndisclaimer: Copyright … reserved.\n"},
		{"about the author", "", body + "\n\n### About the author:\n\nJo Doe lives in Oslo.\n\nHe has two dogs.",
			"body: The … spring.\nabout: ### … dogs.\n"},
		{"note on the author without a heading", "", body + "\n\nJo Doe is a senior fellow at the Nordic Institute and the author of a book on borders. Follow him on Twitter: @jodoe",
			"body: The … spring.\nabout: Jo … @jodoe\n"},
		{"a person in the news is no author", "", body + "\n\nAnna Berg is a former ambassador to Rome.", "body: The … Rome.\n"},
		{"comments", "", body + "\n\n" + body + "\n\n3 Comments\n\njo99|5.3.16 @ 1:27PM|#\n\nThey met? Right.\n\nReply",
			"body: The … spring.\ncomments: 3 … Reply\n"},
		{"a thread of numbered remarks", "", body + "\n\n  1. Nice weather.\n\n  2. Who cares?\n\n    1. I do.\n\n    So there.\n\n  3. They met again!",
			"body: The … spring.\ncomments: 1. … again!\n"},
		{"comments that no heading announces", "", body + "\n\nJo Doe says:\nMay 3, 2016 at 5:14 pm\n\nThey met? Right.\n\nReply\n\nAnn Roe says:\nMay 3, 2016 at 6:01 pm\n\nI do not believe a word.\n\nReply",
			"body: The … spring.\ncomments: Jo … Reply\n"},
		{"a time line of a live page is no thread", "", body + "\n\n5:14 p.m.\n\n" + body + "\n\n6:01 p.m.\n\n" + body + "\n\n7:00 p.m.\n\n" + body,
			"body: The … spring.\nnavigation: 5:14 … p.m.\nbody: The … spring.\nnavigation: 6:01 … p.m.\nbody: The … spring.\nnavigation: 7:00 … p.m.\nbody: The … spring.\n"},
		{"nor is one with dates", "", body + "\n\nMay 3, 2016 at 5:14 pm\n\n" + body + "\n\nMay 3, 2016 at 5:40 pm\n\n" + body + "\n\nMay 3, 2016 at 6:14 pm\n\n" + body,
			"body: The … spring.\nheadline: May … pm\nbody: The … spring.\nheadline: May … pm\nbody: The … spring.\nheadline: May … pm\nbody: The … spring.\n"},
		{"about a person", "", body + "\n\n" + body + "\n\nAbout Jo Doe\n\nJo Doe has reported from Oslo for ten years.", "body: The … spring.\nabout: About … years.\n"},
		{"a thread without indents", "", body + "\n\n1. Nice weather.\n\n2. Who cares?\n\n1. I do.\n\n2. So do I.\n\n1. Me too!\n\n3. They met again!\n\n4. No.\n\n5. Yes.",
			"body: The … spring.\ncomments: 1. … Yes.\n"},
		{"title and deck run together", "Ministers of both states meet in Oslo", "Ministers of both states meet in Oslo The talks are the first in years\n\n" + body,
			"headline: Ministers … years\nbody: The … spring.\n"},
		{"a list is no thread", "", body + "\n\n  1. The border opens.\n\n  2. The trade goes on.\n\n" + body, "body: The … spring.\n"},
		{"end mark of a feed", "", body + "\n\nThe post Ministers meet in Oslo appeared first on The Oslo Blog.\n\nSource",
			"body: The … spring.\nnavigation: The … Source\n"},
		{"quoted block", "", body + "\n\nIn a report by Reuters, more was learned:\n\nBerg came at noon.\nRuiz came later.\n\n" + body,
			"body: The … learned:\nquoted (Reuters): Berg … later.\nbody: The … spring.\n"},
		{"quoted, with quotation signs", "", body + "\n\nThe Oslo Times reports:\n\n> Berg came at noon.\n\n> Ruiz came later.\n\n" + body,
			"body: The … reports:\nquoted (The Oslo Times): > … later.\nbody: The … spring.\n"},
		{"quoted, each with an opening mark", "", body + "\n\nAs Reuters wrote:\n\n“Berg came at noon.\n\n“Ruiz came later.”\n\n“Good,” he said. " + body,
			"body: The … wrote:\nquoted (Reuters): “Berg … later.”\nbody: “Good,” … spring.\n"},
		{"a person's words are no outlet's", "", body + "\n\nBerg said:\n\n“We met.”\n\n" + body, "body: The … spring.\n"},
		{"a box of related links runs into a sentence", "", body + "\n\nPresident Berg Anna Maria BergRuiz to visit Rome Oslo talks: five questions MORE said she would go. " + body,
			"body: The … Berg\nnavigation: Anna … MORE\nbody: said … spring.\n"},
		{"captions run into the text", "", strings.Repeat(body+" ", 3) + "Anna Berg attends a session in Oslo, May 3, 2016. Jo Doe/Reuters " + body + " The treaty was signed on June 4, 2015. " + body,
			"body: The … spring.\ncaption: Anna … Doe/Reuters\nbody: The … spring.\n"},
		{"headlines of other articles run into the text", "", body + " Related article Berg to meet Ruiz in Oslo ahead of trip to Rome " + body + " READ MORE:\n\nBerg leaves for Oslo by train Many of the guests left early.",
			"body: The … spring.\nnavigation: Related … Rome\nbody: The … spring.\nnavigation: READ … train\nbody: Many … early.\n"},
		{"subheading", "", body + "\n\nBerg and Ruiz Meet\n\n" + body, "body: The … spring.\nheadline: Berg … Meet\nbody: The … spring.\n"},
		{"disclaimer", "", body + "\n\n**Disclaimer:** The contents of this article are of sole responsibility of the author.",
			"body: The … spring.\ndisclaimer: **Disclaimer:** … author.\n"},
	} {
		if got := kinds(readout.Document{Title: c.title, Text: c.text}); got != c.want {
			t.Errorf("%s:\n got\n%s want\n%s", c.name, got, c.want)
		}
	}
}

func TestDescribe(t *testing.T) {
	for _, c := range []struct {
		name, text                         string
		title, byline, dateline, published string
	}{
		{"all four", "## Ministers meet in Oslo\n\nBy [Jo Doe](#), The Oslo Times\n\nNordic Research, May 3, 2016\n\nOSLO, May 2 (Reuters) - " + body,
			"Ministers meet in Oslo", "Jo Doe", "OSLO, May 2", "2016-05-03"},
		{"posted", "Ministers meet in Oslo\n\nPosted on 3 May 2016\n\nOslo — " + body, "Ministers meet in Oslo", "", "Oslo", "2016-05-03"},
		{"agency alone", "CNN — " + body, "", "", "", ""},
		{"several places", "LONDON/ROME (Reuters) - " + body, "", "", "LONDON/ROME", ""},
		{"place line", "The Palace, Oslo\n\n" + body, "", "", "The Palace, Oslo", ""},
		{"a date in the body is no publication date", "Ministers meet in Oslo\n\nThe ministers met on May 3, 2016. " + body, "Ministers meet in Oslo", "", "", ""},
		{"two dates that disagree", "Ministers meet in Oslo\n\nPosted May 3, 2016\n\nPosted May 4, 2016\n\n" + body, "Ministers meet in Oslo", "", "", ""},
		{"day and month in doubt", "Ministers meet in Oslo\n\nPosted 3/5/2016\n\n" + body, "Ministers meet in Oslo", "", "", ""},
		{"a dash in a sentence", "President Berg — who came — left. " + body, "", "", "", ""},
	} {
		d := Describe(readout.Document{Text: c.text})
		if d.Title != c.title || d.Byline != c.byline || d.Dateline != c.dateline || d.Published != c.published {
			t.Errorf("%s: title %q, byline %q, dateline %q, published %q", c.name, d.Title, d.Byline, d.Dateline, d.Published)
		}
	}
	if d := Describe(readout.Document{Title: "Kept", Text: "Ministers meet in Oslo\n\n" + body}); d.Title != "Kept" {
		t.Errorf("a title there is was replaced by %q", d.Title)
	}
}

func checkCover(text string, ss []readout.Section) string {
	at := readout.Offset(0)
	for _, s := range ss {
		if s.Start != at || s.End <= s.Start {
			return "a gap, an overlap or an empty section"
		}
		at = s.End
	}
	if int(at) != len(text) {
		return "the end is not covered"
	}
	return ""
}

func FuzzSections(f *testing.F) {
	for _, s := range []string{"", " \n ", "A\n\nB", "By X\n\n> q", "From Reuters:\n\n“a", "  1. a\n\n  2. b\n\n    1. c", "[a](b", "\xff\n\n\xfe", "Comments\n\nx", "(AP/x)", "May 3, 2016", "# "} {
		f.Add(s, "")
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, s, title string) {
		d := readout.Document{Title: title, Text: s}
		if bad := checkCover(s, Sections(d)); bad != "" {
			t.Fatalf("%q: %s", s, bad)
		}
		Describe(d)
	})
}

func TestSectionsAreLinear(t *testing.T) {
	for _, unit := range []string{"a\n\n", "[", "](", "“x:\n\n", "From Reuters:\n\n", "1. a\n\n", "said said ", "Comments\n\n", "## a\n\n", "a: ", "\n", "*", "Jo Doe | Getty Images\n\n"} {
		doc := readout.Document{Text: strings.Repeat(unit, 800_000/len(unit))}
		start := time.Now()
		Sections(doc)
		Describe(doc)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%q repeated takes %v", unit, d)
		}
	}
}

func BenchmarkSections(b *testing.B) {
	doc := readout.Document{Text: "Ministers meet in Oslo\n\nBy Jo Doe\n\n" + strings.Repeat(body+" “We met,” she said.\n\n", 40) + "Read more\n"}
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Sections(doc)
	}
}

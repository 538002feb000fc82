package text

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout"
)

// shown joins tokens with spaces and sentences with " | ".
func shown(ss []Sentence) string {
	var b strings.Builder
	for i, s := range ss {
		if i > 0 {
			b.WriteString(" | ")
		}
		for j, t := range s.Tokens {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(t.Form)
		}
	}
	return b.String()
}

func TestSegment(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"clitics", "They don't know the minister's view; he can’t say, she’ll ask.", "They do n't know the minister 's view ; he ca n’t say , she ’ll ask ."},
		{"possessive of a plural", "the leaders' summit", "the leaders ' summit"},
		{"names with apostrophes", "O'Neill flew to Sana'a.", "O'Neill flew to Sana'a ."},
		{"two words in one", "We cannot go.", "We can not go ."},
		{"hyphens", "a closed-door, non-binding U.S.-China pre-summit call", "a closed - door , non-binding U.S. - China pre-summit call"},
		{"numbers", "$5bn, €3.5 million, 10,000 troops, 11/12/2014, 3:30pm, 20%, US$4", "$ 5 bn , € 3.5 million , 10,000 troops , 11/12/2014 , 3:30 pm , 20 % , US$ 4"},
		{"titles", "Mr. Ruiz met Gen. Ortiz and Sen. A. B. Ames. They spoke.", "Mr. Ruiz met Gen. Ortiz and Sen. A. B. Ames . | They spoke ."},
		{"acronym within", "The U.S. President and the U.N. envoy met.", "The U.S. President and the U.N. envoy met ."},
		{"acronym at the end", "He left the U.S. The talks went on.", "He left the U.S. | The talks went on ."},
		{"clock", "They met at 3 p.m. Tuesday in Oslo. At 5 a.m. they left.", "They met at 3 p.m. Tuesday in Oslo . | At 5 a.m. they left ."},
		{"months", "On Nov. 3 he came; in Dec. he left.", "On Nov. 3 he came ; in Dec. he left ."},
		{"month or name", "In Jan. Ruiz met Dong Jun. Ames left on Jun. 5.", "In Jan. Ruiz met Dong Jun . | Ames left on Jun. 5 ."},
		{"credit of a picture", "Jo Doe/AP Ruiz arrives in Oslo. Lee Kim-Ho/Pool/AFP via Getty Images Ames left. Ruiz/AP said so.", "Jo Doe / AP | Ruiz arrives in Oslo . | Lee Kim - Ho / Pool / AFP via Getty Images | Ames left . | Ruiz / AP said so ."},
		{"number sign", "Resolution No. 5 passed. He said no. They left.", "Resolution No. 5 passed . | He said no . | They left ."},
		{"quotation closing after the stop", "“We will talk.” He left. \"Why now?\" she asked.", "“ We will talk . ” | He left . | \" Why now ? \" she asked ."},
		{"opening mark misused", "He said “we met.“ She left.", "He said “ we met . “ | She left ."},
		{"name between quotation and verb", "“Why now?” Ruiz asked. “Who knows?”", "“ Why now ? ” Ruiz asked . | “ Who knows ? ”"},
		{"missing space", "They held talks.He said so.", "They held talks . | He said so ."},
		{"missing space after a quotation", `He said "we met."She left.`, `He said " we met . " | She left .`},
		{"ellipsis", "Well... we met. So... They left…", "Well ... we met . | So ... | They left …"},
		{"addresses", "Write to press@example.org or see https://example.org/a_b?c=d. Follow @press_office now.", "Write to press@example.org or see https://example.org/a_b?c=d . | Follow @press_office now ."},
		{"markdown", "**Ruiz**’s *short* [visit](https://example.org/x) ended. \\### See <https://example.org>.", "Ruiz ’s short visit ended . | See https://example.org ."},
		{"letter in brackets", "“[T]he talks (w)ere good,” he said.", "“ [T]he talks (w)ere good , ” he said ."},
		{"plural in brackets", "the author(s) of it", "the author(s) of it"},
		{"headline run into the text", "They met.TALKS END IN OSLOThe envoys left. The USAToday site is down.", "They met . | TALKS END IN OSLO | The envoys left . | The USAToday site is down ."},
		{"dateline", "OSLO, May 3 (Reuters) - The envoys met.", "OSLO , May 3 ( Reuters ) - | The envoys met ."},
		{"datelines of other kinds", "Oslo CNN — Ruiz came.\n\nOslo — Ruiz came.\n\n(CNN) Ruiz came.\n\nWASHINGTON—Ruiz came.\n\nLONDON/ROME (AP) — “We met,” he said.", "Oslo CNN — | Ruiz came . | Oslo — | Ruiz came . | ( CNN ) | Ruiz came . | WASHINGTON — | Ruiz came . | LONDON / ROME ( AP ) — | “ We met , ” he said ."},
		{"the day under a title", "Envoys meet in Oslo Tuesday, May 3, 2011\n\nEnvoys met on Tuesday, May 3, 2011", "Envoys meet in Oslo | Tuesday , May 3 , 2011 | Envoys met on Tuesday , May 3 , 2011"},
		{"no dateline", "Ruiz - who came - left.\n\nJan Ruiz (left) - The envoy.\n\nMr. Ruiz (R) met her.\n\nU.S.-China talks end.", "Ruiz - who came - left . | Jan Ruiz ( left ) - The envoy . | Mr. Ruiz ( R ) met her . | U.S. - China talks end ."},
		{"footnote", "They met.[12] He left.", "They met . [ 12 ] | He left ."},
		{"brackets", "They met. (They had met before.) He left.", "They met . | ( They had met before . ) | He left ."},
		{"list", "- one thing\n- another thing\n\n1. First point\n2. Second point", "one thing | another thing | 1. First point | 2. Second point"},
		{"transcript", "PRESIDENT RUIZ: Thank you. Welcome.\n\nQ Mr. President, why?", "PRESIDENT RUIZ : Thank you . | Welcome . | Q Mr. President , why ?"},
		{"backquotes", "``Yes,'' he said. `No' too.", "`` Yes , '' he said . | ` No ' too ."},
		{"empty", " \n\t ", ""},
		{"company", "Acme Inc. said so. It left Acme Corp. The deal held.", "Acme Inc. said so . | It left Acme Corp. | The deal held ."},
		{"line per paragraph", "Talks in Oslo\nThe two met on Monday in the old town hall, in a room that had seen many such talks before, and they shook hands for a long while.\nThey left.", "Talks in Oslo | The two met on Monday in the old town hall , in a room that had seen many such talks before , and they shook hands for a long while . | They left ."},
		{"wrapped in part", strings.Repeat("The two met on Monday in the old town hall and spoke for a long while about trade. ", 3) + "He had issued the warning to\nthe minister before, and the talks with the envoy of the\nRepublic were short.\nThey left.", strings.TrimSuffix(strings.Repeat("The two met on Monday in the old town hall and spoke for a long while about trade . | ", 3), "") + "He had issued the warning to the minister before , and the talks with the envoy of the Republic were short . | They left ."},
		{"wrapped", "The President of the Republic spoke today with Prime Minister Anna van\nden Berg of the Kingdom. They discussed the recent attacks against the\nborder posts and agreed to meet again in\nspring.\n\nThank you.", "The President of the Republic spoke today with Prime Minister Anna van den Berg of the Kingdom . | They discussed the recent attacks against the border posts and agreed to meet again in spring . | Thank you ."},
	} {
		if got := shown(Segment(c.text, nil)); got != c.want {
			t.Errorf("%s:\n got  %s\n want %s", c.name, got, c.want)
		}
	}
}

func TestSegmentSectionsAndParagraphs(t *testing.T) {
	doc := "A headline\n\nBody one. Body two.\n\nRead more\n\nBody three."
	at := func(part string, kind readout.SectionKind) readout.Section {
		i := strings.Index(doc, part)
		return readout.Section{Span: readout.Span{Start: readout.Offset(i), End: readout.Offset(i + len(part))}, Kind: kind}
	}
	got := Segment(doc, []readout.Section{at("A headline\n\n", readout.Headline), at("Body one. Body two.\n\n", readout.Body),
		at("Read more\n\n", readout.Navigation), at("Body three.", readout.Body)})
	if s := shown(got); s != "A headline | Body one . | Body two . | Body three ." {
		t.Fatal(s)
	}
	for i, want := range []int{0, 1, 1, 3} {
		if got[i].Paragraph != want {
			t.Errorf("sentence %d stands in paragraph %d, want %d", i, got[i].Paragraph, want)
		}
	}
	if got[0].Section != readout.Headline {
		t.Error("the headline's section is lost")
	}
}

func TestSegmentPassesOverNavigationWithinALine(t *testing.T) {
	doc := "President Ruiz Jan RuizMore talks ahead MORE said he would come. They met."
	cut := func(a, b int, kind readout.SectionKind) readout.Section {
		return readout.Section{Span: readout.Span{Start: readout.Offset(a), End: readout.Offset(b)}, Kind: kind}
	}
	a, b := strings.Index(doc, "Jan"), strings.Index(doc, "said")
	got := Segment(doc, []readout.Section{cut(0, a, readout.Body), cut(a, b, readout.Navigation), cut(b, len(doc), readout.Body)})
	if s := shown(got); s != "President Ruiz said he would come . | They met ." {
		t.Error(s)
	}
}

func TestSegmentCutsEndlessSentences(t *testing.T) {
	got := Segment(strings.Repeat("word, ", 100_000), nil)
	for _, s := range got {
		if len(s.Tokens) > MaxTokens {
			t.Fatalf("%d tokens", len(s.Tokens))
		}
	}
	if last := got[0].Tokens[len(got[0].Tokens)-1]; last.Form != "," {
		t.Errorf("cut after %q", last.Form)
	}
}

// checkTokens tells what is wrong with the tokens of doc, "" if nothing.
func checkTokens(doc string, ss []Sentence) string {
	pos := 0
	for _, s := range ss {
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			return "a sentence without tokens or with another span than theirs"
		}
		for _, tk := range s.Tokens {
			if int(tk.Start) < pos || tk.Empty() {
				return "tokens out of order or empty"
			}
			if tk.Form != tk.In(doc) {
				return "the form is not the words of the span"
			}
			if !utf8.RuneStart(doc[tk.Start]) && utf8.ValidString(doc) || int(tk.End) < len(doc) && !utf8.RuneStart(doc[tk.End]) && utf8.ValidString(doc) {
				return "not on rune boundaries"
			}
			if bad := lost(doc[pos:tk.Start]); bad != "" {
				return "lost " + bad
			}
			pos = int(tk.End)
		}
	}
	if bad := lost(doc[pos:]); bad != "" {
		return "lost " + bad
	}
	return ""
}

// lost returns what of the gap between two tokens is neither white space nor markup.
func lost(gap string) string {
	if strings.ContainsAny(gap, "*_#\\[<>`!-+•") || strings.Contains(gap, "](") {
		return "" // markup: the documented kinds all hold one of these
	}
	return strings.TrimFunc(gap, isSpace)
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{"", "He said \"no.\" U.S. [a](b) <br> 3p.m. n't 's ’s", "a\xffb\xc3(", "``x'' …… [[[](((", "@a#b$c 1,2,3 1:2:3 a.b.c", "http://x.y/)))) www. a@b", "- a\n* b\n> c\n# d\n\\###", "12.\n.5 5.", "\u200bx\u00ad\u0301e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		if bad := checkTokens(doc, Segment(doc, nil)); bad != "" {
			t.Fatalf("%q: %s", doc, bad)
		}
	})
}

// A text of a million awkward bytes takes no more than linear time.
func TestSegmentIsLinear(t *testing.T) {
	for _, unit := range []string{"](", "[", "www.a)", "a-", "a@", "'", "*#", "<a", "&a", "\n- ", ". ", "a.", "1,", "“", "\xff", "''", "a’", "[a](b", "- "} {
		doc := strings.Repeat(unit, 600_000/len(unit))
		start := time.Now()
		if bad := checkTokens(doc, Segment(doc, nil)); bad != "" {
			t.Errorf("%q repeated: %s", unit, bad)
		}
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%q repeated takes %v", unit, d)
		}
	}
}

func BenchmarkSegment(b *testing.B) {
	doc := strings.Repeat("The President of the Republic, Anna van den Berg, spoke today with Mr. Ruiz. “We don’t agree on tariffs,” she told reporters in Oslo on Nov. 3, 2014, after a 90-minute call. He denied it.\n\n", 500)
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		Segment(doc, nil)
	}
}

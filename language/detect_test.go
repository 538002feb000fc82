package language

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ want, text string }{
		{"en", "The foreign ministers of both states met in Oslo on Monday and spoke for an hour about the border and the prisoners."},
		{"en", "MR. HOLM: I think that we have said what we could say. Q: And the prisoners? MR. HOLM: We will come to that when the time is right."},
		{"en", "Das Auswärtige Amt, the German foreign ministry, said that the minister would fly to Paris for talks with her counterpart at the Quai d'Orsay."},
		{"en", "President Emmanuel Macron, Chancellor Olaf Scholz and Prime Minister Pedro Sánchez met with leaders of Kenya, Ghana and Senegal in Dakar on Tuesday."},
		{"fr", "Les ministres des Affaires étrangères des deux pays se sont rencontrés lundi à Oslo et ont parlé pendant une heure de la frontière et des prisonniers."},
		{"de", "Die Außenminister beider Staaten haben sich am Montag in Oslo getroffen und eine Stunde lang über die Grenze und die Gefangenen gesprochen."},
		{"es", "Los ministros de Asuntos Exteriores de ambos países se reunieron el lunes en Oslo y hablaron durante una hora sobre la frontera y los presos."},
		{"pt", "Os ministros dos Negócios Estrangeiros dos dois países reuniram-se na segunda-feira em Oslo e falaram durante uma hora sobre a fronteira e os presos."},
		{"it", "I ministri degli Esteri dei due Paesi si sono incontrati lunedì a Oslo e hanno parlato per un'ora della frontiera e dei prigionieri."},
		{"nl", "De ministers van Buitenlandse Zaken van beide landen hebben elkaar maandag in Oslo ontmoet en een uur lang over de grens en de gevangenen gesproken."},
		{"sv", "Utrikesministrarna från båda länderna träffades i Oslo på måndagen och talade i en timme om gränsen och fångarna, som inte har släppts."},
		{"pl", "Ministrowie spraw zagranicznych obu państw spotkali się w poniedziałek w Oslo i przez godzinę rozmawiali o granicy oraz o więźniach, którzy nie są na wolności."},
		{"tr", "İki ülkenin dışişleri bakanları pazartesi günü Oslo'da bir araya geldi ve sınır ile tutuklular için bir saat kadar görüştü; bu görüşme çok önemli olarak görülüyor."},
		{"id", "Para menteri luar negeri dari kedua negara bertemu di Oslo pada hari Senin dan berbicara selama satu jam tentang perbatasan dan para tahanan yang tidak dibebaskan."},
		{"ru", "Министры иностранных дел обеих стран встретились в понедельник в Осло и в течение часа говорили о границе и пленных."},
		{"uk", "Міністри закордонних справ обох країн зустрілися в понеділок в Осло й упродовж години говорили про кордон і полонених, її учасники."},
		{"ar", "التقى وزيرا خارجية البلدين يوم الاثنين في أوسلو وتحدثا لمدة ساعة عن الحدود والأسرى"},
		{"fa", "وزیران خارجه دو کشور روز دوشنبه در اسلو دیدار کردند و یک ساعت درباره مرز و زندانیان گفتگو کردند و پس از آن گزارش دادند"},
		{"zh", "两国外长星期一在奥斯陆会晤,就边界和囚犯问题交谈了一个小时。双方同意继续磋商。"},
		{"ja", "両国の外相は月曜日にオスロで会談し、国境と捕虜について一時間話し合った。"},
		{"ko", "양국 외교장관은 월요일 오슬로에서 만나 국경과 포로 문제에 대해 한 시간 동안 이야기했다."},
		{"el", "Οι υπουργοί Εξωτερικών των δύο χωρών συναντήθηκαν τη Δευτέρα στο Όσλο και μίλησαν για μία ώρα."},
		{"hi", "दोनों देशों के विदेश मंत्री सोमवार को ओस्लो में मिले और एक घंटे तक सीमा के बारे में बात की।"},
		{Unknown, strings.Repeat("Lorem dolor consectetur adipiscing tempor incididunt labore magna aliqua quis nostrud ", 3)},
		{"", "Oslo, Monday"},
		{"", "12:30 — 14:00"},
		{"", ""},
	} {
		if got := d.Of(c.text); got != c.want {
			t.Errorf("taken for %q, is %q: %.60s", got, c.want, c.text)
		}
	}
}

func TestNames(t *testing.T) {
	for code, want := range map[string]string{"fr": "French", "ru": "Russian", "und": "a language that is not known", "xx": "xx"} {
		if got := Name(code); got != want {
			t.Errorf("%s is called %q, want %q", code, got, want)
		}
	}
}

// A long text is told by its middle too, and damaged bytes do no harm.
func TestOfLongAndDamagedTexts(t *testing.T) {
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	english := "The ministers of both states met in Oslo and spoke for an hour about the border. "
	if got := d.Of(strings.Repeat(english, 1000)); got != English {
		t.Errorf("a long English text is taken for %q", got)
	}
	if got := d.Of(strings.Repeat("\xff\xfe ", 20) + strings.Repeat(english, 3)); got != English {
		t.Errorf("a damaged English text is taken for %q", got)
	}
}

func BenchmarkOf(b *testing.B) {
	d, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("The ministers of both states met in Oslo and spoke for an hour about the border. ", 80)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d.Of(text)
	}
}

package eval

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"testing"

	"readout/text"
	"readout/timex"
)

// spec packs a specification file as the archive holds it.
func spec(t *testing.T, body string) *bytes.Buffer {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	if err := w.WriteHeader(&tar.Header{Name: specFile, Size: int64(len(body)), Mode: 0o644}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	w.Close()
	z.Close()
	return &b
}

func TestSpecCountsDaysFoundMissedAndInvented(t *testing.T) {
	cases, err := ReadSpec(spec(t, "\ufeff"+`[
{"Input": "They met on 4 May 2019.", "Context": {"ReferenceDateTime": "2019-06-01T00:00:00"},
 "Results": [{"Text": "4 may 2019", "Start": 12, "End": 21, "TypeName": "datetimeV2.date",
  "Resolution": {"values": [{"timex": "2019-05-04", "type": "date", "value": "2019-05-04"}]}}]},
{"Input": "They met before 2016.", "Context": {"ReferenceDateTime": "2019-06-01T00:00:00"},
 "Results": [{"Text": "before 2016", "Start": 9, "End": 19, "TypeName": "datetimeV2.daterange",
  "Resolution": {"values": [{"timex": "2016", "Mod": "before", "type": "daterange", "end": "2016-01-01"}]}}]},
{"Input": "They met yesterday.", "Context": {"ReferenceDateTime": "2019-06-01T00:00:00"},
 "Results": [{"Text": "yesterday", "Start": 9, "End": 17, "TypeName": "datetimeV2.date",
  "Resolution": {"values": [{"timex": "2019-05-30", "type": "date", "value": "2019-05-30"}]}}]},
{"Input": "They met in May 2019.", "Context": {"ReferenceDateTime": "2019-06-01T00:00:00"}, "Results": []}
]`))
	if err != nil || len(cases) != 4 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	f, err := timex.Load()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, r := range Spec(f, "own", cases, func(*text.Sentence) {}, nil) {
		got[r.Metric] = r.Value
	}
	// Two of two dates found, one of them right; the open stretch counts neither way,
	// the month where nothing should be found counts as made.
	if got["relaxed_f1"] != 80 || got["value_f1"] != 40 || got["value_recall date"] != 50 {
		t.Errorf("got %v", got)
	}
}

func TestALengthIsTheSameHoweverItIsWritten(t *testing.T) {
	for _, x := range []struct {
		timex string
		want  float64
	}{{"PT1.5H", 5400}, {"PT1H30M", 5400}, {"P2W", 14 * 86400}, {"P1Q", 90 * 86400}, {"P3M", 90 * 86400}, {"PXD", 0}, {"P4BD", 0}, {"2016", 0}, {"P1WE", 0}, {"P", 0}} {
		if got := specSeconds(x.timex); got != x.want {
			t.Errorf("%s is %v seconds, want %v", x.timex, got, x.want)
		}
	}
}

package resolve

import "strings"

// agencies are the news agencies whose reports others print, by what credits call them.
var agencies = [...]struct{ said, name string }{
	{"Reuters", "Reuters"}, {"REUTERS", "Reuters"}, {"Associated Press", "Associated Press"}, {"AP", "Associated Press"},
	{"Agence France-Presse", "AFP"}, {"AFP", "AFP"}, {"TASS", "TASS"}, {"Xinhua", "Xinhua"}, {"Interfax", "Interfax"}, {"UPI", "UPI"},
	{"Kyodo", "Kyodo"}, {"Yonhap", "Yonhap"}, {"dpa", "dpa"}, {"ANSA", "ANSA"}, {"EFE", "EFE"}, {"Anadolu", "Anadolu"},
}

// How far from its ends a text is credited.
const (
	creditFirst = 160
	creditLast  = 320
)

// Credit is the news agency that a text is credited to as a whole: in its dateline
// ("MOSCOW (Reuters) -"), or in its last lines ("Associated Press writers … contributed").
// Where others contributed too, it is nobody's alone: "".
func Credit(text string) string {
	head, tail := text[:min(len(text), creditFirst)], text[max(0, len(text)-creditLast):]
	for _, a := range agencies {
		if strings.Contains(head, "("+a.said+")") {
			return a.name
		}
	}
	for _, line := range strings.Split(tail, "\n") {
		line = strings.TrimSpace(line)
		for _, a := range agencies {
			for _, credit := range [...]string{a.said + " writer", a.said + " reporter", "Source: " + a.said, "Reporting by " + a.said, "© " + a.said} {
				if strings.HasPrefix(line, credit) {
					return a.name
				}
			}
		}
	}
	return ""
}

package language

import (
	"strings"
	"unicode"
)

// scriptOf names the script of a letter beyond Latin.
func scriptOf(r rune) string {
	switch {
	case unicode.Is(unicode.Cyrillic, r):
		return "Cyrillic"
	case unicode.Is(unicode.Arabic, r):
		return "Arabic"
	case unicode.Is(unicode.Han, r):
		return "Han"
	case unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r):
		return "Kana"
	case unicode.Is(unicode.Devanagari, r):
		return "Devanagari"
	case unicode.Is(unicode.Hangul, r):
		return "Hangul"
	}
	for _, s := range [...]struct {
		table *unicode.RangeTable
		code  string
	}{{unicode.Greek, "el"}, {unicode.Hebrew, "he"}, {unicode.Thai, "th"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"}, {unicode.Telugu, "te"},
		{unicode.Gujarati, "gu"}, {unicode.Gurmukhi, "pa"}, {unicode.Kannada, "kn"}, {unicode.Malayalam, "ml"}, {unicode.Sinhala, "si"},
		{unicode.Khmer, "km"}, {unicode.Lao, "lo"}, {unicode.Myanmar, "my"}, {unicode.Georgian, "ka"}, {unicode.Armenian, "hy"}, {unicode.Ethiopic, "am"}, {unicode.Oriya, "or"}} {
		if unicode.Is(s.table, r) {
			return s.code
		}
	}
	return Unknown
}

// settle tells the language of a text that is mostly in the script.
func settle(script, text string) string {
	has := func(letters string) bool {
		n := 0
		for _, r := range text {
			if strings.ContainsRune(letters, r) {
				n++
			}
		}
		return n*400 > len(text)/2
	}
	switch script {
	case "Cyrillic":
		switch {
		case has("ўЎ"):
			return "be"
		case has("їєґЇЄҐ"):
			return "uk"
		case has("ңғүұқһҢҒҮҰҚҺ"):
			return "kk"
		case has("ћђ"):
			return "sr"
		case has("ќѓѕ"):
			return "mk"
		case has("јљњ"):
			return "sr"
		case has("ыэё"):
			return "ru"
		case has("ъ"):
			return "bg"
		}
		return "ru"
	case "Arabic":
		switch {
		case has("ٹڈڑے"):
			return "ur"
		case has("ټډړښ"):
			return "ps"
		case has("پچژگ"):
			return "fa"
		}
		return "ar"
	case "Han":
		if has("のはをがにでた") {
			return "ja"
		}
		return "zh"
	case "Kana":
		return "ja"
	case "Hangul":
		return "ko"
	case "Devanagari":
		if has("ळ") {
			return "mr"
		}
		return "hi"
	}
	return script
}

// scriptNames is the English name of a language that its script or letters tell.
func scriptNames(code string) string {
	switch code {
	case "be":
		return "Belarusian"
	case "uk":
		return "Ukrainian"
	case "kk":
		return "Kazakh"
	case "sr":
		return "Serbian"
	case "mk":
		return "Macedonian"
	case "ru":
		return "Russian"
	case "bg":
		return "Bulgarian"
	case "ur":
		return "Urdu"
	case "ps":
		return "Pashto"
	case "fa":
		return "Persian"
	case "ar":
		return "Arabic"
	case "ja":
		return "Japanese"
	case "zh":
		return "Chinese"
	case "ko":
		return "Korean"
	case "mr":
		return "Marathi"
	case "hi":
		return "Hindi"
	case "el":
		return "Greek"
	case "he":
		return "Hebrew"
	case "th":
		return "Thai"
	case "bn":
		return "Bengali"
	case "ta":
		return "Tamil"
	case "te":
		return "Telugu"
	case "gu":
		return "Gujarati"
	case "pa":
		return "Punjabi"
	case "kn":
		return "Kannada"
	case "ml":
		return "Malayalam"
	case "si":
		return "Sinhala"
	case "km":
		return "Khmer"
	case "lo":
		return "Lao"
	case "my":
		return "Burmese"
	case "ka":
		return "Georgian"
	case "hy":
		return "Armenian"
	case "am":
		return "Amharic"
	case "or":
		return "Odia"
	case Unknown:
		return "a language that is not known"
	}
	return ""
}

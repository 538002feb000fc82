package article

import (
	"strings"
	"unicode"

	"readout"
)

// captionWords is the greatest length of a caption.
const captionWords = 110

// isCaption tells whether the paragraph describes a picture: it says so at its
// start, ends with a photographer's or an agency's credit, or tells left from right.
func isCaption(p *para) bool {
	if strings.Contains(p.plain, "Hide Caption ") && strings.Contains(p.plain, "Photos: ") { // of a gallery
		return true
	}
	if p.words == 0 || p.words > captionWords {
		return false
	}
	if startsAny(p.plain, "FILE - ", "FILE – ", "FILE — ", "FILE PHOTO", "File photo", "File Photo", "Photo:", "PHOTO:", "Photo by ", "Photo credit",
		"Photograph:", "Picture:", "Image:", "Image copyright", "Image caption", "Image credit", "Media playback is unsupported", "Media caption", "Play Video",
		"Enlarge this image", "Hide caption", "TOPSHOT", "CLOSE ", "Caption:", "Image source", "Photo courtesy", "Courtesy of ", "AP Photo", "AP PHOTO", "Image via", "View image", "Getty Images") {
		return true
	}
	return endsWithCredit(p) || startsWithCredit(p) || inThisPhoto(p.start(120)) || tellsSides(p) || ofDay(p.plain) || ofVideo(p.plain) || strings.HasPrefix(p.plain, "Image ") && strings.Contains(p.plain, " Credit ")
}

// ofVideo tells the line under a video: "Leaders shake hands at the border – video".
func ofVideo(line string) bool {
	for _, end := range []string{" – video", " - video", " — video", " – video report", " – video explainer"} {
		if strings.HasSuffix(line, end) {
			return true
		}
	}
	return false
}

// ofDay tells a line that opens by telling a picture of a day as if it were now: "Prime Minister Anna
// Berg attends a meeting in Oslo on May 3. She has denied …". A heading's or a chronicle's day comes
// first.
func ofDay(line string) bool {
	if hasQuote(line) || countWords(line) > 45 {
		return false
	}
	first := strings.TrimSuffix(line, ".")
	for i := 0; i+2 < len(first); i++ {
		if first[i] == '.' && first[i+1] == ' ' && (first[i+2] < '0' || first[i+2] > '9') { // not of "Sept. 23"
			first = first[:i]
		}
	}
	if before, place, ok := cutLast(first, ", in "); ok && countWords(place) <= 4 { // "on May 3, 2016, in Oslo"
		first = before
	}
	if i := strings.LastIndex(first, " on "); i < 0 || countWords(first[i:]) > 5 || !endsWithDate(first) && !endsWithDay(first) || !startsUpper(first) {
		return false
	}
	return hasAny(first, " attends ", " attend ", " looks on ", " look on ", " poses ", " pose ", " shakes hands ", " shake hands ", " waves ", " gestures ", " walks ", " speaks during ", " speaks at ") && pictures(first, false)
}

// cutLast cuts s at the last sep.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// agencies that lend pictures, as credits write them in lower case.
func isPictureAgency(s string) bool {
	switch s {
	case "getty images", "getty", "ap", "ap photo", "ap images", "ap file", "reuters", "afp", "afp photo", "epa", "epa-efe", "efe", "shutterstock", "anadolu",
		"anadolu agency", "bloomberg", "upi", "pa", "pa wire", "pa images", "tass", "sputnik", "ria novosti", "xinhua", "kyodo", "kcna", "yonhap", "rex",
		"alamy", "istock", "cnn", "the new york times", "the washington post", "usa today", "nurphoto", "zuma press", "zuma", "sipa", "sipa usa", "corbis",
		"file", "pool", "handout", "associated press", "the associated press", "via reuters", "via ap", "via afp", "via getty images", "lightrocket",
		"politico", "newscom", "polaris", "kremlin.ru", "flickr", "wikimedia commons", "picture alliance", "gpo", "wana", "abaca press", "redux", "keystone", "via xinhua":
		return true
	}
	return false
}

// endsWithCredit tells whether the paragraph ends with a credit: "… 2018. Getty
// Images", "(AP Photo/Jo Doe)", "REUTERS/Jo Doe", "| Jo Doe/AP Photo", "(Photo: …)".
func endsWithCredit(p *para) bool {
	tail := strings.TrimRight(p.end(140), " .*_\u00a0")
	tail = strings.TrimSuffix(strings.TrimSuffix(tail, ", FILE"), ", File") // "Jo Doe/Getty Images, FILE"
	if strings.HasSuffix(tail, ")") {
		i := strings.LastIndexByte(tail, '(')
		return i >= 0 && !(hasQuote(p.plain) && isOutlet(tail[i+1:len(tail)-1])) && isCreditText(tail[i+1:len(tail)-1], true)
	}
	if strings.HasSuffix(tail, "]") {
		inner := tail[strings.LastIndexByte(tail, '[')+1 : len(tail)-1]
		return strings.IndexByte(tail, '[') >= 0 && isCreditText(strings.TrimPrefix(inner, "File: "), true)
	}
	if i := strings.LastIndex(tail, "REUTERS/"); i >= 0 && creditName(tail[i+len("REUTERS/"):]) {
		return true
	}
	if before, agency, ok := cutLast(tail, " | "); ok {
		return isCreditText(agency, true) || p.words <= 9 && isCreditText(tail, true) || isPictureAgency(strings.ToLower(agency)) && endsWithName(before)
	}
	if _, name, ok := cutLast(tail, " © "); ok && isCreditText(name, true) {
		return true
	}
	for _, label := range [...]string{" Photograph: ", " Photographer: ", " Photo: ", " Picture: "} {
		if _, name, ok := cutLast(tail, label); ok && creditName(name) {
			return true
		}
	}
	// A credit after the last full stop, or the whole of a short line.
	i := max(strings.LastIndex(tail, ". "), strings.LastIndex(tail, ".\u00a0"), strings.LastIndex(tail, ".” "), strings.LastIndex(tail, ".\" "), strings.LastIndex(tail, "? "))
	if i < 0 {
		i = strings.LastIndexByte(tail, '.')
		if i < 0 || i+1 == len(tail) || p.words < 6 {
			return p.words <= 8 && isCreditText(tail, false) && len(p.plain) <= 140
		}
	}
	return isCreditText(strings.TrimLeft(tail[i+1:], ".”\" \u00a0"), false) && len(tail)-i < 90
}

// inThisPhoto tells a line that opens by saying what it describes: "In this photo provided by the
// ministry, Berg meets Ruiz".
func inThisPhoto(line string) bool {
	rest, ok := strings.CutPrefix(line, "In this ")
	if !ok {
		return false
	}
	before, _, ok := strings.Cut(rest, ",")
	if i := strings.Index(rest, " photo"); i >= 0 && countWords(rest[:i]) <= 5 {
		return hasAny(rest[i:], " photo provided", " photo released", " photo taken", " photo made", " photo,", " photo from", " photo distributed", " photograph taken")
	}
	return ok && startsAny(before, "photo ", "photograph ", "image made", "image taken", "image from", "image provided", "image released")
}

// startsWithCredit tells whether the paragraph opens with who took the picture that it describes:
// "Jo Doe/AP/File Ministers arrive at the talks in Oslo, May 3, 2016."
func startsWithCredit(p *para) bool {
	const fewest, most = 2, 6
	words := strings.Fields(p.start(90))
	for i, w := range words[:min(len(words), most)] {
		if !startsUpper(w) && !isNameParticle(w) || strings.HasSuffix(w, ",") || strings.HasSuffix(w, ".") && len(w) > 2 {
			return false
		}
		name, agency, ok := strings.Cut(w, "/")
		if !ok {
			continue
		}
		agency = strings.TrimSuffix(strings.ToLower(agency), "/file")
		return i+1 >= fewest && i+1 < len(words) && startsUpper(name) && strings.ToUpper(name) != name && isPictureAgency(agency) && startsUpper(words[i+1])
	}
	return false
}

// endsWithName tells whether a photographer's name ends s, behind a full stop or a year: "… in Oslo,
// 2016. Jo Doe".
func endsWithName(s string) bool {
	const longest = 4
	i := strings.LastIndexAny(s, ".0123456789”\"?")
	return i > 0 && countWords(s[i+1:]) <= longest && creditName(s[i+1:])
}

// isCreditText tells whether s names a photographer or a picture agency. Only a
// closed one may be an agency with a name after it.
func isCreditText(s string, closed bool) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 110 {
		return false
	}
	low := strings.ToLower(s)
	if isPictureAgency(low) {
		return closed && (strings.Contains(low, "getty") || strings.HasPrefix(low, "ap ") || strings.HasPrefix(low, "via ") || strings.HasPrefix(low, "afp ")) ||
			!closed && low != "file" && low != "pool"
	}
	if startsAny(low, "photo by ", "photo: ", "photo courtesy", "image: ", "ap photo/", "ap/", "reuters/", "afp/", "photograph: ", "photo/", "picture by ", "getty images", "file photo", "image credit") {
		return true
	}
	if strings.HasSuffix(low, "getty images") || strings.HasSuffix(low, "ap photo") || strings.HasSuffix(low, "for politico") {
		return true
	}
	if name, agency, ok := cutLast(s, " via "); ok && isPictureAgency(strings.ToLower(agency)) { // "Pool Photo via AP"
		return creditName(name)
	}
	name, agency := s, ""
	for _, sep := range [...]string{" | ", "/", "—", " / ", " - ", ", "} {
		if i := strings.LastIndex(s, sep); i > 0 {
			name, agency = s[:i], strings.ToLower(strings.TrimSpace(s[i+len(sep):]))
			if isPictureAgency(agency) && (sep != ", " || closed) {
				return creditName(name)
			}
		}
	}
	return false
}

// creditName tells whether s could be the names in a credit: a few capitalised words.
func creditName(s string) bool {
	fields := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == '|' })
	if len(fields) == 0 || len(fields) > 9 {
		return false
	}
	for _, w := range fields {
		r := []rune(w)
		if unicode.IsLower(r[0]) && !isNameParticle(w) && !strings.HasPrefix(w, "via") {
			return false
		}
	}
	return true
}

func isNameParticle(w string) bool {
	switch w {
	case "al", "bin", "de", "del", "der", "da", "di", "dos", "el", "la", "le", "van", "von", "and", "of", "for", "the", "via", "file", "photo", "pool", "e", "y", "ben", "ibn", "du":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")
}

// tellsSides tells whether the paragraph is one sentence that tells who stands left
// and right: "… (L) shakes hands with … (R) …".
func tellsSides(p *para) bool {
	if hasQuote(p.plain) || p.words > 60 {
		return false
	}
	n := 0
	for _, side := range [...]string{"(L)", "(R)", "(C)", "(2nd L)", "(2nd R)", "(left)", "(right)", "(centre)", "(center)", " L, ", " R, ", ", left,", ", right,", " from left, ", " from right, ", " from left)", " from right)", ", far left,", ", far right,", "(L-R)", "(rear)", "(front)"} {
		if strings.Contains(p.plain, side) {
			n++
		}
	}
	return n > 1 || n == 1 && showsAction(p.low)
}

// showsAction tells whether the words hold a verb that captions tell the picture with.
func showsAction(low string) bool {
	return hasAny(low, " looks ", " look ", " shakes hands", " shake hands", " speaks ", " speak ", " walks ", " walk ", " arrives ", " arrive ", " poses ", " pose ",
		" attends ", " attend ", " waves ", " greets ", " greet ", " gestures ", " gesture ", " listens ", " listen ", " meets ", " meet ", " holds ", " hold ", " sits ",
		" stands ", " stand ", " is seen ", " are seen ", " delivers ", " talks ", " talk ", " reacts ", " smiles ", " points ", " welcomes ", " takes part ", " take part ", " during ", " leaves ", " visits ", " after signing")
}

// markCaptions marks the paragraph that a line of nothing but a credit follows, and
// lines that describe a picture at the text's start and repeat.
func markCaptions(paras []para) {
	for i := 1; i < len(paras); i++ {
		p, before := &paras[i], &paras[i-1]
		if p.kind != readout.Caption || p.words > 9 || !pureCredit(p.plain) || before.kind != readout.Body || before.words > 80 || stoppedQuote(before) {
			continue
		}
		if i == 1 || showsAction(before.low) && strings.ContainsAny(before.plain, "0123456789") || before.words <= 25 && !stopped(before.plain) {
			before.kind = readout.Caption
		}
	}
	markGallery(paras)
	if len(paras) > 2 && paras[0].kind == readout.Body && paras[1].kind == readout.Caption &&
		strings.HasPrefix(paras[1].plain, strings.TrimRight(paras[0].start(60), " .")) {
		paras[0].kind = readout.Caption
	}
}

// markGallery marks the captions of a gallery, whose page holds each twice in a row: for the
// picture and for the list. A paragraph that alone stands twice is a slip.
func markGallery(paras []para) {
	const fewest = 8
	var twice []int
	for i := 1; i < len(paras); i++ {
		p, before := &paras[i], &paras[i-1]
		if p.kind == readout.Body && p.words >= fewest && p.words <= captionWords && p.plain == before.plain && !hasQuote(p.plain) {
			twice = append(twice, i)
		}
	}
	if len(twice) < 2 {
		return
	}
	for _, i := range twice {
		paras[i].kind, paras[i-1].kind = readout.Caption, readout.Caption
	}
}

// pureCredit tells whether the line is a credit alone: "Jo Doe | Afp | Getty Images".
func pureCredit(s string) bool {
	return isCreditText(s, true) && !strings.Contains(s, "Photographer") && !strings.HasPrefix(s, "Photo")
}

func stoppedQuote(p *para) bool {
	return hasQuote(p.plain) && hasAny(p.low, " said", " told ", " says")
}

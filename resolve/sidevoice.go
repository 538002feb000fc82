package resolve

import (
	"slices"
	"strings"

	"readout"
)

// point is something that a side tells was talked about.
type point struct {
	words string
	told  Telling
	topic bool // named as a topic; else a statement
	aside bool // said near by and not of the encounter for certain: heard, and no silence of the other's
}

// sideVoice is all that one side tells of an encounter.
type sideVoice struct {
	key, name string
	points    []point
	in        []string // accounts and statements
}

func (v *sideVoice) takeTopics(a *readout.Account) {
	v.in = append(v.in, a.ID)
	aside := !over(a)
	for _, c := range a.Topics {
		v.points = append(v.points, point{words: c.Value(), told: telling(a, c.Value(), c.At()), topic: true, aside: aside})
	}
}

// over tells whether an account looks back: what is to be talked about is not told yet.
func over(a *readout.Account) bool {
	return looksBack(a.Status.Value())
}

func looksBack(s readout.Status) bool {
	return s != readout.Planned && s != readout.Proposed && s != readout.Denied
}

func (v *sideVoice) take(s *Said, aside bool) {
	v.in = append(v.in, s.ID)
	label := clause(s.Words)
	told := Telling{s.ID, s.Document, s.Published, s.Speaker, s.Side, label, []readout.Span{s.At}}
	v.points = append(v.points, point{words: s.Words, told: told, aside: aside || ofAnotherTime(s.Words) || stageTurn(s.Words) || onlyThatTheyMet(s.Words) || keptOff(s.Words)})
}

// ofAnotherTime tells words that look back on an occasion, or ahead to it: "since the
// call", "after their meeting". They were not said at it.
func ofAnotherTime(words string) bool {
	const within = 5
	ws := strings.Fields(fold(words))
	for i, w := range ws {
		switch w {
		case "since", "after", "following", "before", "until", "ahead":
		default:
			continue
		}
		for _, o := range ws[i+1 : min(len(ws), i+1+within)] {
			switch o {
			case "call", "meeting", "talks", "summit", "conversation", "visit":
				return true
			}
		}
	}
	return false
}

// onlyThatTheyMet tells words that say of the occasion that it was, or will be, and nothing
// of what was said there.
func onlyThatTheyMet(words string) bool {
	met := false
	for _, w := range strings.Fields(fold(words)) {
		switch w {
		case "met", "meet", "meeting", "meetings", "talks", "negotiations", "call", "calls", "conversation", "conversations", "summit", "visit", "trip", "spoke", "spoken":
			met = true
		}
		if ofMatters(w) {
			return false
		}
	}
	return met
}

// keptOff tells words that deny that something was talked about.
func keptOff(words string) bool {
	plain := " " + fold(words)
	return strings.Contains(plain, " not discuss") || strings.Contains(plain, "t discuss") || strings.Contains(plain, " never discuss")
}

// ofMatters tells a word for what is done with a matter at talks.
func ofMatters(w string) bool {
	for _, stem := range [...]string{"discuss", "agree", "rais", "told", "tell", "ask", "stress", "urg", "express", "commit", "promis", "offer", "warn", "inform", "propos", "suggest", "press",
		"emphasi", "reaffirm", "reiterat", "demand", "pledg", "assur", "insist", "share", "cover", "focus", "briefe", "thank", "accept", "refus", "examin", "review", "touch", "willing"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// longestMatter bounds the words of a statement that names one matter; a turn in a
// transcript goes through many.
const longestMatter = 80

// stageTurn tells a turn in a transcript that is no matter of its own: a long one, one of
// courtesy, or one that was laughed at.
func stageTurn(words string) bool {
	plain := fold(words)
	return strings.HasPrefix(plain, "thank you") || courteous(plain) || len(strings.Fields(words)) > longestMatter || strings.Contains(words, "(Laughter") || strings.Contains(words, "(Applause") || strings.Contains(words, "(As interpreted")
}

// courteous tells what is said on the stage: thanks, a welcome, a turn given.
func courteous(plain string) bool {
	for _, s := range [...]string{"the floor", "welcome to", "welcome you", "pleased to see you", "glad to see you", "thank you for", "thank you very much"} {
		if strings.Contains(plain, s) {
			return true
		}
	}
	return false
}

// clause is the beginning of what was said, as much as names the matter.
func clause(words string) string {
	const most = 16
	ws := strings.Fields(strings.Trim(words, "\"“”"))
	if len(ws) > most {
		return strings.Join(ws[:most], " ") + " …"
	}
	return strings.Join(ws, " ")
}

func sortedVoices(voices map[string]*sideVoice) []*sideVoice {
	var out []*sideVoice
	for _, v := range voices {
		out = append(out, v)
	}
	slices.SortFunc(out, func(a, b *sideVoice) int { return strings.Compare(a.key, b.key) })
	return out
}

// What a statement must hold to be a matter of its own, and how much of it the other
// side may have said.
const (
	leastMatter = 4  // telling words
	heardPart   = 25 // percent
)

// untoldBy are the points that share no telling word, and the statements that share few,
// with all that the other side tells.
func (v *sideVoice) untoldBy(silent *sideVoice, known []string) []Silence {
	var heard []string
	for _, p := range silent.points {
		heard = append(heard, stems(p.words)...)
	}
	slices.Sort(heard)
	heard = slices.Compact(heard)
	if len(heard) == 0 {
		return nil // it spoke of the encounter, and not of what was talked about
	}
	var out []Silence
	index := map[string]int{}
	for _, p := range v.points {
		words := topicWords(p.words, known)
		common := shared(words, heard)
		switch {
		case len(words) == 0, p.aside, p.topic && common > 0, !p.topic && (len(words) < leastMatter || 100*common > heardPart*len(words)):
			continue
		}
		key := fold(p.told.Value)
		if i, ok := index[key]; ok {
			out[i].Told = append(out[i].Told, p.told)
			continue
		}
		index[key] = len(out)
		out = append(out, Silence{p.told.Value, v.name, []Telling{p.told}, silent.name, silent.in})
	}
	return out
}

// How far from the words that tell of an encounter a statement may stand to be about it,
// in a side's own release and in the press; and to be taken for something that the side
// said of it, when it is asked what the side left out.
const (
	nearRelease = 2000
	nearPress   = 0
	heardWithin = 600
)

// scene is where documents tell of an encounter, and whose release each is.
type scene struct {
	documents map[string]*documentScene
	parties   []member
}

type documentScene struct {
	side string
	at   []readout.Span
	over bool // it looks back on the encounter
}

// official tells whether a speaker speaks for a side: one who took part, who holds an
// office, or the state itself or a body of it.
func (s scene) official(x *Said) bool {
	if x.Side == "" {
		return false
	}
	speaker := newMember(readout.Party{Name: x.Speaker, Side: x.Side})
	if slices.ContainsFunc(s.parties, func(m member) bool { return m.person() && samePerson(&m, &speaker) }) {
		return true
	}
	return sideKey(x.Speaker) == sideKey(x.Side) || slices.ContainsFunc(strings.Fields(fold(x.Role+" "+x.Speaker)), ofOffice)
}

// ofOffice tells a word for an office of state or one who holds it.
func ofOffice(w string) bool {
	switch strings.TrimSuffix(w, "s") {
	case "president", "minister", "ministry", "premier", "chancellor", "secretary", "spokesman", "spokeswoman", "spokesperson", "official", "ambassador", "envoy",
		"diplomat", "adviser", "advisor", "aide", "leader", "king", "prince", "emir", "sultan", "negotiator", "delegation", "government", "administration", "office", "embassy",
		"kremlin", "house", "department", "presidency", "cabinet", "admiral", "governor", "mayor", "speaker", "commissioner", "representative", "statement", "side", "pope":
		return true
	}
	return false
}

func placesOf(e readout.Encounter) scene {
	out := scene{documents: map[string]*documentScene{}}
	for _, c := range e.Participants {
		out.parties = append(out.parties, newMember(c.Value()))
	}
	for _, a := range read(e.Accounts) {
		d := out.documents[a.Document]
		if d == nil {
			d = &documentScene{}
			out.documents[a.Document] = d
		}
		if a.Voice.Speaker == "" {
			d.side = a.Voice.Side
		}
		if a.Status.Basis() != readout.Inferred || len(a.Topics)+len(a.Unraised) > 0 || a.Outcome.Present() || a.Reason.Present() || d.side != "" {
			d.at = append(d.at, a.Evidence...)
		}
		d.over = d.over || over(a) && a.Kind.Value() != readout.Visit // what a guest says all along his way was not said at one occasion
	}
	return out
}

// speaksFor is the side for which a statement speaks of the encounter: that of the
// release it stands in, unless it gives another's own words; else that of the official
// who speaks; "" for none. aside tells that it stands near
// the words that tell of the encounter, and not among them.
func (s scene) speaksFor(x *Said) (side string, aside bool) {
	d := s.documents[x.Document]
	if d == nil {
		return "", false
	}
	near := readout.Offset(nearPress)
	if d.side != "" && d.begins() <= opening {
		near = nearRelease
	}
	switch {
	case d.side != "" && (x.Mode != readout.Direct || x.Side == ""):
		side = d.side
	case s.official(x):
		side = x.Side
	default:
		return "", false
	}
	switch far := d.far(x.At); {
	case far <= near && d.over:
		return side, false
	case far <= max(near, heardWithin):
		return side, true
	}
	return "", false
}

// opening is within how many bytes a release comes to the encounter that it is about.
const opening = 700

// begins is where the document first tells of the encounter.
func (d *documentScene) begins() readout.Offset {
	first := readout.Offset(1 << 30)
	for _, at := range d.at {
		first = min(first, at.Start)
	}
	return first
}

// far is how many bytes lie between a span and the words that tell.
func (d *documentScene) far(x readout.Span) readout.Offset {
	least := readout.Offset(1 << 30)
	for _, at := range d.at {
		least = min(least, max(x.Start-at.End, at.Start-x.End, 0))
	}
	return least
}

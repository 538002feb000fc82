package export

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"readout"
	"readout/store"
)

// deed is what event data say of an encounter: a PLOVER event with its mode, and the
// CAMEO code of the same.
type deed struct {
	event, mode, cameo string
}

// Event data know consultations that took place, and words about those that may. The
// table below keeps the two apart: only what is told as held is a consultation.
//
//	held call         CONSULT phone         041
//	held visit        CONSULT visit         042, 043 of the host
//	held, gathering   CONSULT multilateral  040
//	held, at a third  CONSULT third-party   044
//	held, with a host CONSULT visit         042, 043 of the host
//	held, negotiation CONSULT               046
//	held otherwise    CONSULT               040
//	planned           AGREE                 036 (express intent to meet)
//	proposed          REQUEST meet          026 (appeal to meet)
//	cancelled, refused, ruled out, avoided
//	                  REJECT meet           125 (reject proposal to meet)
//
// That there are no plans, or that it is disputed whether they met, has no code.
func deedOf(e store.Encounter) (deed, bool) {
	switch e.Status.Value() {
	case readout.Held:
		return consultation(e), true
	case readout.Planned:
		return deed{"AGREE", "", "036"}, true
	case readout.Proposed:
		return deed{"REQUEST", "meet", "026"}, true
	case readout.Cancelled:
		return deed{"REJECT", "meet", "125"}, true
	}
	switch e.How.Value() {
	case "no_plans", "disputed", "":
		return deed{}, false
	}
	return deed{"REJECT", "meet", "125"}, true
}

func consultation(e store.Encounter) deed {
	switch {
	case e.Kind.Value() == readout.Call:
		return deed{"CONSULT", "phone", "041"}
	case e.Kind.Value() == readout.Visit:
		return deed{"CONSULT", "visit", "042"}
	case e.Gathering.Present():
		return deed{"CONSULT", "multilateral", "040"}
	case len(hosts(e)) > 0:
		return deed{"CONSULT", "visit", "042"}
	case e.Place.Value().Code != "":
		return deed{"CONSULT", "third-party", "044"}
	case e.Format.Value() == "negotiation":
		return deed{"CONSULT", "", "046"}
	}
	return deed{"CONSULT", "", "040"}
}

// hosts are the participants in whose country it was; the others came to them.
func hosts(e store.Encounter) []readout.Party {
	var in, out []readout.Party
	for _, p := range parties(e) {
		if isHost(e, p) || p.Country != "" && p.Country == e.Place.Value().Code {
			in = append(in, p)
		} else {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return in
}

// The records of PLOVER, in the field names of its manual.
type (
	ploverJSON struct {
		ID        string         `json:"id"`
		Date      string         `json:"date"`
		EndDate   string         `json:"enddate,omitempty"`
		Actor     []entityJSON   `json:"actor"`
		Recipient []entityJSON   `json:"recipient,omitempty"`
		Event     []string       `json:"event"`
		Mode      []string       `json:"mode,omitempty"`
		Context   []string       `json:"context"`
		EventLoc  *placeJSON     `json:"event_loc,omitempty"`
		QuadCode  int            `json:"quad_code"`
		CiteInfo  []citeInfoJSON `json:"cite_info"`
		Coder     string         `json:"coder"`
		Comment   string         `json:"comment"`
	}
	entityJSON struct {
		Code   string `json:"code,omitempty"`
		Sector string `json:"sector,omitempty"`
		Text   string `json:"entity_text"`
		ID     string `json:"identifier_id,omitempty"`
		Office string `json:"office,omitempty"`
	}
	placeJSON struct {
		Text    string `json:"text"`
		Country string `json:"country,omitempty"`
		ID      string `json:"geoname_id,omitempty"`
	}
	citeInfoJSON struct {
		Publication string `json:"publication,omitempty"`
		Published   string `json:"date,omitempty"`
		URL         string `json:"url,omitempty"`
		Document    string `json:"document"`
	}
)

// codable tells whether event data have a place for the encounter, and counts it
// where not.
func (j *job) codable(e store.Encounter) (d deed, ok bool) {
	first, last, dated := days(e)
	switch {
	case !dated:
		j.tally.leave(undated)
	case last-first > 31:
		j.tally.leave(vague)
	case len(e.Participants) < 2:
		j.tally.leave(oneSide)
	default:
		if d, ok = deedOf(e); !ok {
			j.tally.leave(noCode)
		}
	}
	return d, ok
}

func writePLOVER(w io.Writer, j *job) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return j.each(func(e store.Encounter) error {
		d, ok := j.codable(e)
		if !ok {
			return nil
		}
		j.tally.Written++
		return enc.Encode(j.codes.plover(e, d))
	})
}

func (c codes) plover(e store.Encounter, d deed) ploverJSON {
	first, last, _ := days(e)
	out := ploverJSON{ID: e.ID, Date: string(first.Date()), Event: []string{d.event}, Context: []string{"diplomatic"},
		QuadCode: quad(d), Coder: "readout", Comment: comment(e)}
	if last > first {
		out.EndDate = string(last.Date())
	}
	if d.mode != "" {
		out.Mode = []string{d.mode}
	}
	received := map[string]bool{}
	if d.mode == "visit" { // only then does PLOVER tell a host from a visitor
		for _, p := range hosts(e) {
			received[p.Name] = true
		}
	}
	for _, p := range parties(e) {
		a := c.actorOf(p)
		x := entityJSON{a.code, a.sector, p.Name, p.Wikidata, p.Role}
		if received[p.Name] {
			out.Recipient = append(out.Recipient, x)
		} else {
			out.Actor = append(out.Actor, x)
		}
	}
	if p := e.Place.Value(); e.Place.Present() {
		out.EventLoc = &placeJSON{p.String(), c[p.Code].alpha3, p.GeoNames}
	}
	for _, s := range sources(e) {
		out.CiteInfo = append(out.CiteInfo, citeInfoJSON{s.Outlet, s.Published, s.URL, s.ID})
	}
	return out
}

// quad is the quadrant: 1 verbal cooperation, 3 verbal conflict.
func quad(d deed) int {
	if d.event == "REJECT" {
		return 3
	}
	return 1
}

// comment says what the scheme cannot: the status in our words.
func comment(e store.Encounter) string {
	out := e.Status.Value().String() + " " + e.Kind.Value().String()
	if how := e.How.Value(); how != "" {
		out += " (" + strings.ReplaceAll(how, "_", " ") + ")"
	}
	return out
}

// cameoColumns are those of the Phoenix event data, with three of ours behind them.
var cameoColumns = []string{"EventID", "Date", "Year", "Month", "Day",
	"SourceActorFull", "SourceActorEntity", "SourceActorRole", "SourceActorAttribute",
	"TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute",
	"EventCode", "EventRootCode", "QuadClass", "GoldsteinScore", "Issues", "Lat", "Lon",
	"LocationName", "StateName", "CountryCode", "SentenceID", "URLs", "NewsSources",
	"Status", "How", "Encounter"}

// maxCoded is how many participants are paired with one another: beyond it an
// encounter is a gathering whose pairs tell nothing (a hundred make 9,900).
const maxCoded = 12

func writeCAMEO(w io.Writer, j *job) error {
	out := csv.NewWriter(w)
	out.Comma = '\t'
	if err := out.Write(cameoColumns); err != nil {
		return err
	}
	err := j.each(func(e store.Encounter) error {
		d, ok := j.codable(e)
		switch {
		case !ok:
			return nil
		case len(e.Participants) > maxCoded:
			j.tally.leave("more than twelve participants: no pairs")
			return nil
		}
		j.tally.Written++
		return j.codes.pairs(out, e, d)
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// pairs writes a row for each ordered pair of participants of two sides.
func (c codes) pairs(out *csv.Writer, e store.Encounter, d deed) error {
	host := map[string]bool{}
	for _, p := range hosts(e) {
		host[p.Name] = true
	}
	ps := parties(e)
	n := 0
	for a, from := range ps {
		for b, to := range ps {
			if a == b || from.Side != "" && from.Side == to.Side {
				continue
			}
			n++
			code := d.cameo
			if code == "042" && host[from.Name] && !host[to.Name] {
				code = "043"
			}
			if err := out.Write(c.cameoRow(e, from, to, code, n)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c codes) cameoRow(e store.Encounter, from, to readout.Party, code string, n int) []string {
	first, _, _ := days(e)
	year, month, day := first.Civil()
	src, tgt, place := c.actorOf(from), c.actorOf(to), e.Place.Value()
	var urls, outlets []string
	for _, s := range sources(e) {
		if s.URL != "" {
			urls = append(urls, s.URL)
		}
		if s.Outlet != "" {
			outlets = append(outlets, s.Outlet)
		}
	}
	class := "1"
	if code[:2] == "12" {
		class = "3"
	}
	cells := []string{e.ID + "-" + strconv.Itoa(n), strings.ReplaceAll(string(first.Date()), "-", ""),
		strconv.Itoa(year), strconv.Itoa(month), strconv.Itoa(day),
		from.Name, src.code, src.sector, from.Role, to.Name, tgt.code, tgt.sector, to.Role,
		code, code[:2], class, "", strings.Join(topics(e), "; "), "", "",
		place.String(), place.Region, c[place.Code].alpha3, "", strings.Join(urls, ";"), strings.Join(outlets, ";"),
		e.Status.Value().String(), e.How.Value(), e.ID}
	for i := range cells {
		cells[i] = harmless(cells[i])
	}
	return cells
}

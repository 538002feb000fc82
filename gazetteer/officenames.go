package gazetteer

import (
	"slices"
	"strings"
)

// officeNames returns the offices, as offices.tsv writes them, that the words of a
// folded phrase (with a space before and after) can mean for the sides named.
func officeNames(in string, keys []string) []string {
	for _, rule := range officeRules {
		if !rule.in(in) || len(rule.of) > 0 && !anyOf(keys, rule.of) {
			continue
		}
		return rule.means
	}
	return nil
}

func anyOf(keys []string, of string) bool {
	if len(keys) == 0 {
		return true
	}
	for _, k := range keys {
		if strings.Contains(of, " "+k+" ") {
			return true
		}
	}
	return false
}

// officeRule tells which offices the words mean. Rules are tried in order: the
// narrower words come first.
type officeRule struct {
	words string   // alternatives between "|", each a run of folded words
	of    string   // keys it holds for, with spaces around; empty for any
	means []string // offices, the likeliest first
}

func (r officeRule) in(phrase string) bool {
	for rest := r.words; rest != ""; {
		var w string
		w, rest, _ = strings.Cut(rest, "|")
		if has(phrase, w) {
			return true
		}
	}
	return false
}

func rule(words, of string, means ...string) officeRule { return officeRule{words, of, means} }

var officeRules = slices.Concat(narrowRules(), broadRules())

func narrowRules() []officeRule {
	return []officeRule{
		rule("weapons inspector|arms inspector|chief inspector|weapons inspectors", "", "chief weapons inspector"),
		rule("opposition leader|leader of the opposition", "", "opposition leader"),
		rule("deputy national security adviser|deputy national security advisor", "", "deputy national security adviser"),
		rule("homeland security adviser|homeland security advisor", "", "homeland security adviser"),
		rule("deputy crown prince", "", "deputy crown prince"),
		rule("national security adviser|national security advisor|security adviser|security advisor", "", "national security adviser", "security council secretary", "diplomatic adviser"),
		rule("diplomatic adviser|diplomatic advisor|foreign policy adviser|foreign policy advisor|foreign policy aide|presidential aide|foreign affairs adviser", "", "presidential aide", "diplomatic adviser", "national security adviser"),
		rule("chief of staff", "", "chief of staff"),
		rule("state department spokesman|state department spokeswoman|state department spokesperson|foggy bottom spokesman", "", "State Department spokesperson"),
		rule("pentagon spokesman|pentagon spokeswoman|pentagon press secretary|defense department spokesman", "", "Pentagon spokesperson"),
		rule("foreign ministry spokesman|foreign ministry spokeswoman|foreign ministry spokesperson|foreign ministrys spokesman|foreign ministrys spokeswoman|foreign ministrys spokesperson|ministry of foreign affairs spokesperson|mfa spokesman|mfa spokeswoman", "", "foreign ministry spokesperson"),
		rule("press secretary|spokesman|spokeswoman|spokesperson|spokesmen", "", "spokesperson", "press secretary", "foreign ministry spokesperson", "State Department spokesperson"),
		rule("negotiator|chief negotiator|nuclear negotiator|brexit negotiator|trade negotiator|chief brexit negotiator", "", "chief negotiator", "chief negotiator for Brexit", "head of the political office", "nuclear negotiator", "trade representative"),
		rule("trade representative|trade envoy", "", "trade representative"),
		rule("special envoy|special representative|envoy|mediator|special coordinator", "", "special envoy", "envoy"),
		rule("permanent representative|un ambassador|ambassador to the un|ambassador to the united nations|un envoy|representative to the un|envoy to the un|envoy to the united nations", "", "ambassador to the United Nations"),
		rule("ambassador to washington|ambassador to the us|ambassador to the united states|ambassador in washington|envoy to washington", "", "ambassador to the United States"),
		rule("ambassador", "", "ambassador"),
		rule("charge daffaires|charge d affaires", "", "charge d'affaires"),
		rule("state counsellor|state counselor", "", "state counsellor"),
		rule("unification minister", "", "unification minister"),
		rule("chief cabinet secretary", "", "spokesperson"),
		rule("commander|quds force", "", "commander"),
		rule("brexit secretary", "", "Brexit secretary"),
		rule("trade commissioner", "", "trade commissioner"),
		rule("enlargement commissioner", "", "enlargement commissioner"),
		rule("chief prosecutor|prosecutor", "", "chief prosecutor"),
		rule("joint chiefs", "", "chairman of the Joint Chiefs of Staff"),
		rule("chief of the general staff|chief of general staff|military chief|army chief", "", "chief of the general staff", "army chief", "commander"),
		rule("unhcr|high commissioner for refugees|refugee chief|refugees chief|refugee agency", "", "high commissioner for refugees"),
		rule("ohchr|high commissioner for human rights|rights chief|human rights chief", "", "high commissioner for human rights"),
		rule("cia director|director of the cia|director of central intelligence|cia chief", "", "CIA director"),
		rule("spy chief|intelligence chief|head of the fsb|fsb director|mossad chief|director of mossad", "", "intelligence chief", "CIA director"),
		rule("fbi director|director of the fbi|fbi chief", "", "FBI director"),
		rule("labour leader|labours leader|leader of labour|leader of the labour party", "", "leader of the Labour Party"),
		rule("internal market commissioner|single market commissioner", "", "internal market commissioner"),
		rule("competition commissioner|antitrust commissioner", "", "competition commissioner"),
		rule("national minorities", "", "high commissioner on national minorities"),
		rule("humanitarian chief|aid chief|relief chief|relief coordinator|under secretary general for humanitarian affairs", "", "humanitarian chief"),
		rule("deputy secretary of state", "", "deputy secretary of state"),
		rule("under secretary of state|undersecretary of state", "", "under secretary of state"),
		rule("assistant secretary of state", "", "assistant secretary of state"),
		rule("deputy foreign minister|vice foreign minister", "", "deputy foreign minister"),
		rule("deputy prime minister|vice premier|deputy premier", "", "deputy prime minister"),
		rule("vice president|vicepresident", "", "vice president"),
		rule("foreign policy chief|high representative|top diplomat", " EU ", "high representative"),
		rule("commission president|president of the commission|president of the european commission|commission chief|european commission president|european commission chief", "", "president of the European Commission"),
		rule("council president|president of the council|president of the european council|european council president", " EU EUCOUNCIL ", "president of the European Council"),
		rule("parliament president|president of the european parliament", "", "president of the European Parliament"),
		rule("central bank|ecb president|ecb chief|president of the ecb", " ECB ", "president of the European Central Bank"),
		rule("top diplomat|chief diplomat", "", "top diplomat", "foreign minister", "secretary of state", "high representative"),
		rule("foreign secretary", " GB IN PK BD PH MX ", "foreign secretary", "foreign minister", "secretary of state"), // in Delhi the highest official, in London the minister
		rule("foreign minister|foreign secretary|minister of foreign affairs|minister for foreign affairs|external affairs minister|minister of external affairs|minister of external relations|foreign affairs minister|secretary of foreign affairs|foreign affairs secretary|chief of diplomacy|foreign affairs chief", "", "foreign minister", "secretary of state"),
		rule("secretary of state", "", "secretary of state", "foreign minister"),
		rule("defence minister|defense minister|minister of defence|minister of defense|defence secretary|defense secretary|secretary of defense|secretary of defence|pentagon chief|defense chief|defence chief|minister for defence", "", "defence minister"),
		rule("finance minister|treasury secretary|secretary of the treasury|minister of finance|chancellor of the exchequer", "", "finance minister"),
		rule("commerce secretary|trade minister|commerce minister|minister of commerce", "", "trade minister"),
		rule("interior minister|home secretary|homeland security secretary|minister of the interior|home affairs minister", "", "interior minister"),
		rule("energy minister|energy secretary|minister of energy", "", "energy minister"),
		rule("oil minister|petroleum minister|minister of oil|minister of petroleum", " SA ", "energy minister"), // elsewhere there are both
		rule("attorney general", " US CA ", "justice minister"),
		rule("justice minister|minister of justice|justice secretary", "", "justice minister"),
	}
}

func broadRules() []officeRule {
	return []officeRule{
		rule("crown prince", "", "crown prince"),
		rule("supreme leader", "", "supreme leader"),
		rule("prince", " MC LI ", "prince"),
		rule("taoiseach", "", "prime minister"),
		rule("prime minister|premier|pm|head of government|taoiseach|10 downing street", "", "prime minister", "chancellor", "president"),
		rule("chancellor", "", "chancellor"),
		rule("party leader|general secretary|first secretary|party chief|communist party leader", "", "general secretary", "party leader", "leader", "president"),
		rule("secretary general|secretarygeneral|un chief|nato chief", "", "secretary-general"),
		rule("director general|nuclear watchdog chief|iaea chief|head of the agency|agency chief", "", "director-general", "chief weapons inspector"),
		rule("managing director|imf chief|imf head", "", "managing director"),
		rule("pope|pontiff|holy father", "", "pope"),
		rule("dalai lama", "", "leader"),
		rule("grand duke", "", "grand duke"),
		rule("king|monarch|queen|emperor|sultan|emir|sovereign", "", "king", "queen", "emperor", "sultan", "emir", "grand duke", "prince"),
		rule("head of state", "", "president", "president of the European Commission", "president of the European Council", "chairman", "king", "emperor"),
		rule("president of the government", "", "prime minister"), // so in Spain
		rule("president", "", "president", "president of the European Commission", "president of the European Council", "chairman"),
		rule("strongman|dictator|ruler", "", "leader", "supreme leader", "president", "prime minister"),
		rule("leader|chief|head|occupant|counterpart|tenant|resident|master|mistress|incumbent|boss|ruler", "", "leader", "supreme leader", "secretary-general", "head of the political bureau", "president", "prime minister", "chancellor"),
		rule("chairman|chairwoman|chairperson|chair", "", "chairman", "president"),
		rule("governor|chief executive", "", "chief executive", "governor"),
		rule("speaker", "", "speaker"),
	}
}

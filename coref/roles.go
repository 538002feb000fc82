package coref

import "strings"

// sexOfRole tells what a title shows of the sex of its bearer.
func sexOfRole(role string) (female, male bool) {
	for w := range strings.FieldsSeq(strings.ToLower(role)) {
		switch strings.TrimSuffix(w, ".") {
		case "mrs", "ms", "miss", "mme", "madam", "dame", "lady", "queen", "princess", "spokeswoman", "chairwoman",
			"congresswoman", "businesswoman", "wife", "mother", "sister", "daughter":
			female = true
		case "mr", "messrs", "sir", "lord", "king", "prince", "emir", "sheikh", "sultan", "pope", "spokesman", "chairman",
			"congressman", "businessman", "husband", "father", "brother", "son", "ayatollah":
			male = true
		}
	}
	return female, male
}

// officeOnly is a role without a mere form of address.
func officeOnly(role string) string {
	switch strings.TrimSuffix(strings.ToLower(role), ".") {
	case "mr", "mrs", "ms", "miss", "dr", "sir", "mme", "madam", "lord", "lady", "dame", "messrs", "prof":
		return ""
	}
	if strings.HasSuffix(role, "counterpart") || strings.HasSuffix(role, "ally") || strings.HasSuffix(role, "rival") {
		return ""
	}
	return role
}

// homeOf is the country whose offices alone are called so in the press, or "".
func homeOf(role string) string {
	s := strings.ToLower(role)
	for _, w := range [...]string{"secretary of state", "secretary of defense", "defense secretary", "treasury secretary", "commerce secretary",
		"secretary of the treasury", "secretary of commerce", "homeland security", "energy secretary", "house speaker", "sen.", "rep.",
		"congressman", "congresswoman", "gov.", "republican sen", "democratic sen", "republican rep", "democratic rep", "house foreign affairs", "house intelligence", "senate foreign relations", "senate intelligence", "armed services committee", "senate majority", "senate minority", "house minority", "house majority", "chairman of the joint chiefs"} {
		if strings.Contains(s, w) && !(w == "secretary of state" && ofMatter(s)) {
			return "US"
		}
	}
	for _, w := range [...]string{"foreign secretary", "home secretary", "defence secretary", "chancellor of the exchequer"} {
		if strings.Contains(s, w) {
			return "GB"
		}
	}
	return ""
}

// toUnitedNations tells an ambassador sent to the United Nations, for whom he does not speak:
// "Deputy U.N. Ambassador".
func toUnitedNations(role string) bool {
	for _, un := range [...]string{"UN ", "U.N. ", "United Nations "} {
		if strings.HasPrefix(role, un) || strings.HasPrefix(role, "Deputy "+un) || strings.HasPrefix(role, "deputy "+un) {
			return strings.HasSuffix(strings.ToLower(role), "ambassador")
		}
	}
	return false
}

// ofMatter tells a secretary of state for one matter, as many countries call one below a minister
// or, in Britain, a minister: "Permanent Secretary of State for Foreign Affairs". Those below
// the American one are called under or assistant secretaries.
func ofMatter(role string) bool {
	return strings.Contains(role, "secretary of state for") && !strings.Contains(role, "under") && !strings.Contains(role, "assistant") && !strings.Contains(role, "deputy")
}

// ofCongress tells a title that members of the Congress of the United States bear.
func ofCongress(role string) bool {
	switch strings.ToLower(role) {
	case "rep.", "rep", "reps.", "sen.", "sens.", "congressman", "congresswoman":
		return true
	}
	return false
}

// office is a kind of office that a description can name.
type office uint8

const (
	noOffice office = iota
	headOfState
	headOfGovernment
	foreignMinister
	defenceMinister
	securityAdviser
	monarch
	leader // whoever leads: head of state or of government
	anyMinister
	spokesman
	ambassador
	otherOffice
)

// officeIn returns the kind of office that the words name.
func officeIn(s string) office {
	s = " " + strings.ToLower(owned(s)) + " "
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(s, w) {
				return true
			}
		}
		return false
	}
	deputy := has("deputy", "vice", "assistant", "undersecretary", "under secretary", "former", "ex-", "aide", "spokes")
	switch {
	case has("spokes", "press secretary"):
		return spokesman
	case has("ambassador", "envoy"):
		return ambassador
	case deputy:
		return otherOffice
	case has("foreign minister", "secretary of state", "foreign secretary", "minister of foreign", "minister for foreign",
		"minister of external", "external affairs minister", "foreign affairs minister", "top diplomat", "chief diplomat", "foreign affairs secretary"):
		return foreignMinister
	case has("defense minister", "defence minister", "secretary of defense", "defense secretary", "defence secretary", "minister of defense", "minister of defence", "defense chief", "defence chief"):
		return defenceMinister
	case has("national security"):
		return securityAdviser
	case has("prime minister", "premier", "chancellor", "taoiseach", " pm "):
		if besideHolder(s, "prime minister") || besideHolder(s, "chancellor") || ofPart(s) {
			return otherOffice
		}
		return headOfGovernment
	case has("president ", "presidents "):
		if presides(s) || besideHolder(s, "president") || ofPart(s) {
			return otherOffice
		}
		return headOfState
	case has(" king ", " queen ", " emir ", " sultan ", "monarch"):
		return monarch
	case has(" opposition "):
		return otherOffice
	case has(" leader ", "general secretary", "party chief", "head of state", "heads of state", "heads of government", "strongman", "counterpart", "dictator", " ruler "):
		return leader
	case has("minister"):
		return anyMinister
	}
	return otherOffice
}

// ofPart tells an office that is held in a part of a state: "Prime Minister of Germany's federal
// state of Bavaria", "President of the Iraqi Kurdistan Region".
func ofPart(words string) bool {
	return strings.Contains(words, " federal state of ") || strings.Contains(words, " region ")
}

// owned returns the words behind the possessor of an office, who does not hold it himself: of
// "President Trump's private lawyer" the lawyer.
func owned(s string) string {
	for _, mark := range [...]string{"'s ", "’s "} {
		before, after, ok := strings.Cut(s, mark)
		if ok && strings.TrimSpace(after) != "" && !strings.Contains(before, " of ") && !strings.Contains(before, " in ") && !strings.Contains(before, " at ") {
			return after
		}
	}
	return s
}

// presides tells the president of a parliament, a bank or an association: "President of the
// Senate of France". The words come with a space before and after.
func presides(words string) bool {
	_, of, ok := strings.Cut(words, "president of ")
	if !ok || strings.Contains(of, "european") {
		return false
	}
	for w := range strings.FieldsSeq(of) {
		switch {
		case w == "union":
			return !strings.Contains(of, "soviet union") && !strings.Contains(of, "african union")
		case w == "federation":
			return !strings.Contains(of, "russian federation")
		case association(w), legislature(w), w == "committee", w == "parliament", w == "assembly", w == "senate", w == "chamber", w == "bank", w == "court":
			return true
		}
	}
	return false
}

// alike tells whether a description of office a can mean the bearer of office b.
func (a office) alike(b office) bool {
	switch a {
	case leader:
		return b == headOfState || b == headOfGovernment || b == monarch || b == leader
	case anyMinister:
		return b == foreignMinister || b == defenceMinister || b == anyMinister || b == headOfGovernment
	case otherOffice, noOffice:
		return false
	}
	return a == b
}

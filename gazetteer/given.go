package gazetteer

// sex is what a given name tells: one of the two, or both.
type sex uint8

const (
	femaleName sex = 1 << iota
	maleName
)

func (g *Gazetteer) readForename(t *table, i int) error {
	r := t.row(i)
	switch r[1] {
	case "f":
		g.given[Fold(r[0])] = femaleName
	case "m":
		g.given[Fold(r[0])] = maleName
	case "fm":
		g.given[Fold(r[0])] = femaleName | maleName
	default:
		return t.fault(i, "write f, m or fm", "the sex %q is not known", r[1])
	}
	return nil
}

// GivenName tells whether the form is a given name, and of which sex; both are set
// where it is given to either.
func (g *Gazetteer) GivenName(form string) (female, male bool) {
	s := g.given[Fold(form)]
	return s&femaleName != 0, s&maleName != 0
}

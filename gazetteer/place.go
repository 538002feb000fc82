package gazetteer

import "readout"

// PlaceOf returns the place that the ref stands for: a city with its country, a
// venue with its city, a gathering's city, a state. Empty for what is no place.
func (g *Gazetteer) PlaceOf(r Ref) readout.Place {
	if r.Entry == nil {
		return readout.Place{}
	}
	p := readout.Place{Country: r.Side, Code: r.Country}
	switch r.Kind {
	case State:
		if r.As == CapitalName {
			p.City = g.capital[r.Country]
		}
	case City:
		p.City, p.GeoNames, p.Region = r.Name, r.GeoNames, ""
	case Venue:
		p.Venue, p.City = r.Name, r.City
		p.GeoNames = g.geonames(r.City, r.Country)
	case Region:
		p.Region = r.Name
	case Gathering:
		p.City = r.City
		p.GeoNames = g.geonames(p.City, r.Country)
	default:
		return readout.Place{}
	}
	return p
}

func (g *Gazetteer) geonames(city, country string) string {
	if e := g.CityIn(city, country); e != nil {
		return e.GeoNames
	}
	return ""
}

// CityIn returns the city of that name in the country (ISO code; "" for any), the
// best known where there are several. nil where there is none.
func (g *Gazetteer) CityIn(name, country string) *Entry {
	for _, r := range g.Find(name) {
		if r.Kind == City && (country == "" || r.Country == country) {
			return r.Entry
		}
	}
	return nil
}

package store

import "readout"

// WalkDocuments visits the stored documents with all that they tell, by id. An error of
// visit ends the walk and is returned as it is.
func (s *Store) WalkDocuments(visit func(readout.Readout) error) error {
	return s.each("", nil, func(r readout.Readout, _ stored) error { return visit(r) })
}

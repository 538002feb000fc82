package text

// UPOS is a universal part of speech (Universal Dependencies, version 2).
type UPOS uint8

// The universal parts of speech. NoPOS is that of a token not yet tagged.
const (
	NoPOS UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = [...]string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

func (p UPOS) String() string { return uposNames[p] }

// ParseUPOS returns the part of speech of that name; ok is false for any other word.
func ParseUPOS(s string) (UPOS, bool) {
	i, ok := find(uposNames[:], s)
	return UPOS(i), ok
}

// XPOS is an English part of speech after the Penn Treebank, as UD English uses it.
type XPOS uint8

var xposNames = [...]string{"_", "NN", "IN", "DT", "NNP", "JJ", "PRP", ".", "RB", ",", "NNS", "VB", "CC", "VBD", "VBP", "VBZ", "CD", "VBN", "VBG", "TO", "MD", "PRP$", "UH", ":", "-RRB-", "-LRB-", "WDT", "WRB", "WP", "HYPH", "``", "''", "RP", "POS", "NNPS", "JJR", "JJS", "EX", "RBR", "SYM", "FW", "NFP", "$", "GW", "ADD", "PDT", "RBS", "LS", "AFX", "WP$"}

// The Penn tags, in the order of their names above.
const (
	NoXPOS XPOS = iota
	NN
	IN
	DT
	NNP
	JJ
	PRP
	Stop // "."
	RB
	Comma // ","
	NNS
	VB
	CC
	VBD
	VBP
	VBZ
	CD
	VBN
	VBG
	TO
	MD
	PRPS // "PRP$"
	UH
	Colon // ":"
	RRB   // "-RRB-"
	LRB   // "-LRB-"
	WDT
	WRB
	WP
	HYPH
	OpenQuote  // "``"
	CloseQuote // "''"
	RP
	POS
	NNPS
	JJR
	JJS
	EX
	RBR
	XSYM // "SYM"
	FW
	NFP
	Dollar // "$"
	GW
	ADD
	PDT
	RBS
	LS
	AFX
	WPS // "WP$"
)

func (p XPOS) String() string { return xposNames[p] }

// ParseXPOS returns the tag of that name; ok is false for any other word.
func ParseXPOS(s string) (XPOS, bool) {
	i, ok := find(xposNames[:], s)
	return XPOS(i), ok
}

// Rel is a universal dependency relation with the subtypes that UD English uses.
type Rel uint8

// The relations. NoRel is that of a token not yet parsed.
const (
	NoRel Rel = iota
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	Cc
	CcPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjOuter
	CsubjPass
	Dep
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc
	NmodPoss
	NmodUnmarked
	Nsubj
	NsubjOuter
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Root
	Vocative
	Xcomp
)

var relNames = [...]string{"_", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"}

func (r Rel) String() string { return relNames[r] }

// ParseRel returns the relation of that name; ok is false for any other word.
func ParseRel(s string) (Rel, bool) {
	i, ok := find(relNames[:], s)
	return Rel(i), ok
}

func find(names []string, s string) (int, bool) {
	for i, n := range names {
		if n == s {
			return i, true
		}
	}
	return 0, false
}

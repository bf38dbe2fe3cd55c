package field

import "gongwen/extract/internal/lexicon"

// The word lists that the fields of the header and the contacts read.
var (
	agencyTails    = lexicon.Standard().Words("agency_tails")
	addresseeTails = lexicon.Standard().Words("addressee_tails")
	genreWords     = lexicon.Standard().Words("genres")
	documentTails  = lexicon.Standard().Words("document_tails")
	surnames       = lexicon.Standard().Words("surnames")
	notPersons     = lexicon.Standard().Words("not_persons")
	officers       = lexicon.Standard().Words("officers")
	regionNames    = lexicon.Standard().Words("regions")
)

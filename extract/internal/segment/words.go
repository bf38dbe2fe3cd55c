package segment

import "gongwen/extract/internal/lexicon"

// The word lists that segmenting reads.
var (
	agencyTails    = lexicon.Standard().Words("agency_tails")
	addresseeTails = lexicon.Standard().Words("addressee_tails")
	genreWords     = lexicon.Standard().Words("genres")
	furnitureHeads = lexicon.Standard().Words("furniture_heads")
	pageLinks      = lexicon.Standard().Words("page_links")
	furnitureMarks = lexicon.Standard().Words("furniture_marks")
	notAddressees  = lexicon.Standard().Words("not_addressees")
	sentenceWords  = lexicon.Standard().Words("sentence_words")
	notLabels      = lexicon.Standard().Words("not_labels")
	headerLabels   = lexicon.Standard().Words("header_labels")
	headingTails   = lexicon.Standard().Words("heading_tails")
	officers       = lexicon.Standard().Words("officers")
)

package read

// Formats are the formats that are read, in the order in which they are tried.
// Text takes whatever has characters, so it stands last; its reader tells
// Markdown, whose marks show only once the character set is known.
var Formats = []*Format{
	DOCX,
	DOC,
	RTF,
	PDF,
	OFD,
	PNG,
	JPEG,
	TIFF,
	BMP,
	MHT,
	HTML,
	Markdown,
	Text,
}

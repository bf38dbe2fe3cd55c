// Package extract reads official notices (公文) in the forms in which archives
// hold them and says what they say: issuer, document number, title, addressees,
// sections, activities, deadlines, contacts, attachments, signature, each with
// the words of the source that it rests on.
//
// The zero [Extractor] is ready to use:
//
//	var x extract.Extractor
//	notice, err := x.Extract(ctx, "notice.txt", file)
//
// A document goes one way through four stages: its format is read (读), its
// text is brought into normal form (正字), the text is cut into the parts of a
// notice (分段), and the elements are found in them (取). Only reading can fail;
// then the error is an *[Error]. A notice that is odd or incomplete is no
// error: what it does not state is absent from the result.
//
// Nothing but the document's bytes and the Extractor's fields decides the
// result: no clock, no locale, no network. The same bytes give the same notice.
package extract

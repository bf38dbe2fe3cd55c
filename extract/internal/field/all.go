package field

// All is every field, in the order of dependence: a field that needs another's
// member stands after it.
var All = []*Field{
	numberField,
	secrecyField,
	urgencyField,
	copyNumberField,
	titleField,
	genreField,
	signatureField,
	issuersField,
	addresseesField,
	signatoriesField,
	publicationField,
	datesField, // scans and resolves: needs number, signature, publication
	issuedField,
	layoutField,
	themeField,
	referencesField,
	sectionsField,
	attachmentsField,
	deadlinesField,
	periodField,
	activitiesField,
	effectiveField,
	contactsField,
	urlsField,
	amountsField,
	tablesField,
	imprintField,
	attendanceField,
	keywordsField,
	noteField,
	dateRolesField, // after all that give a date its role
	repairsField,
	coverageField,
	warningsField,
}

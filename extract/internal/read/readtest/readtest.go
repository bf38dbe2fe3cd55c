// Package readtest writes documents for tests, in formats that package read
// reads: compound files and Word files, and type set on pages as OFD or PDF.
// Every writer gives the same bytes each time.
package readtest

"""One file per section; each turns a view of the assessment into blocks."""

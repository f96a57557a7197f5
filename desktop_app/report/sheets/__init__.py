"""One file per group of sheets of the workbook; each turns a view of the assessment into tables."""
